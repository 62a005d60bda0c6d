"""Article and Knowledge in, Reading out. Pure: no clock, disk, network, environment or random number.

Each module is named after what it returns; `readings` is the way through them all.
"""
