"""The desk: pages over a ledger, each with its JSON twin.

A module that has `routes` is a family of pages; the file's name registers it. `serving` opens the door to them.
"""

VERB = "routes"
