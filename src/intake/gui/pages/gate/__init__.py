"""What comes before a vault is open: the first start, creating, unlocking, restoring."""
