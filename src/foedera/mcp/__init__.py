"""The ledger for language-model agents: tools over the Model Context Protocol that only read, and fence what reports say."""
