"""Facts → entries → relations: which facts tell of one happening, and where two states stand.

Pure, and a function of the set of facts alone: their order does not matter, and merging again changes nothing.
"""
