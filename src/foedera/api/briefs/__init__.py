"""Briefs: the two pages that a desk officer hands upwards, in one of several forms.

A form is one module of this package with a function `written(brief) -> bytes`; its name is the ending of its files.
"""

VERB = "written"
