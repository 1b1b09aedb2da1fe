"""The settlements that the program knows, in all alphabets and forms; finds nothing in a text."""
