"""What all forms of a brief share: the brief itself, and how it is made of what the ledger holds."""
