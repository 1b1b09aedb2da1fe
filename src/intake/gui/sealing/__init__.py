"""The parts of sealing in the window: what it means, for whom, the secrets, and the receipt."""
