"""Alerts: what is new in the ledger, told to those who asked for it.

A way to tell is one module of this package with its `SCHEMES` and a function `deliver(recipient, due, told) -> Iterator[str]`, which
yields the id of each notice once it is delivered.
"""

VERB = "deliver"
