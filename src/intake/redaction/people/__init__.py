"""Which words are names of people whom nobody recorded; finds nothing in a text."""
