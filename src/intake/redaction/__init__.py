"""Finds, proposes and masks what names somebody; reads no vault and decides nothing for people."""
