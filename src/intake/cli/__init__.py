"""The command line: thin, scriptable, and calling the same services as the window."""
