"""The encrypted database of a vault; knows no passphrase, no header and no window."""
