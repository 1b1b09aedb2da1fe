"""Public keys in the window: the vault's own handed over, those of others taken in."""
