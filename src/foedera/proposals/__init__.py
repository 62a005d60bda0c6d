"""Candidates for facts from a language model that the operator names; optional, and never believed by themselves."""
