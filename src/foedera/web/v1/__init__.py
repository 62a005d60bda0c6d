"""The interface for programs, version 1, under `/api/v1`: the same verbs as the commands and the pages, as JSON and as files.

A module that has `operations` is a family of addresses; the file's name registers it.
"""

VERB = "operations"
