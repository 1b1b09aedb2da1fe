"""The steps of an export, one panel each; the page decides which one is shown."""
