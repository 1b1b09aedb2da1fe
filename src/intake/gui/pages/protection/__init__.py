"""The protection page and its words."""
