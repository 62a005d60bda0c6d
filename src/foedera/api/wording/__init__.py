"""Words for people: what the terminal and the desk say of values, entries, links and facts, in the reader's language."""
