"""What the ledger's stores share."""
