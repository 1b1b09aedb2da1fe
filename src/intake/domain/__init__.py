"""The words of the field as frozen values; knows no storage, no window and no file."""
