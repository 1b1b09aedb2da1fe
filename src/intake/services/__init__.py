"""The use cases, one module per noun: all that a front end may call; no widgets, no printing."""
