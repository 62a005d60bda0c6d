"""Charts of the desk: SVG made of what a page shows, each with the table that says the same. No script, no style in the page."""
