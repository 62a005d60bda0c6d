"""The nouns: frozen values that the rooms hand to each other. Nothing here reads, writes or decides."""
