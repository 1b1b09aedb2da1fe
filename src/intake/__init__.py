"""Intake documents human rights violations in the field and shares only what harms nobody."""

__version__ = "0.1.0"
