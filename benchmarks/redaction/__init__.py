"""Redaction beside its peers: quality, speed and memory in one run; ``python -m`` starts it."""
