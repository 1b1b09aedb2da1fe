"""The cases: a list with filters, and the chosen case beside it."""
