"""Disclosure control on populations that are made up: what attackers learn, what is lost."""
