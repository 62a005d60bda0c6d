"""The only SQL: what was read, what was ruled, and what is derived from both."""
