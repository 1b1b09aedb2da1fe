"""The files of a bundle, each from redacted cases and facts only; none reads a case as recorded."""
