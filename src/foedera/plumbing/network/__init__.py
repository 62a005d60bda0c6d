"""The only door out: whoever fetches anything asks a `Visitor`, and no other module opens a connection.

An address is checked when it is resolved and again when it is connected to, at every redirect anew; nothing is asked of machines on this
one, on private networks or of a cloud's own services, unless the operator allows them by name.
"""
