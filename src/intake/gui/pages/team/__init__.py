"""The team page: keys, sealed cases, parcels, and what is left before a journey."""
