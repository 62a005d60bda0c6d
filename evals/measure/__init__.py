"""What the measuring tools share: where the material lies, readings of it, counts per document, intervals, and tables of figures."""
