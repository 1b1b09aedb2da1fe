"""Redacted cases become verified bundles; nothing here reads a vault or decides on consent."""
