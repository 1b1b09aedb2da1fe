"""Top-level windows; everything inside them is a page."""
