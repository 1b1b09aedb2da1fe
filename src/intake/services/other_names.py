"""By what cases are known in other vaults; decides nothing."""

from __future__ import annotations

from intake.store.store import Store

KNOWN_AS = "known_as"


def other_names(store: Store) -> dict[str, list[str]]:
    """Return ids in other vaults, and notes of earlier parcels, by the id that a case has here."""
    found = store.settings.get(KNOWN_AS)
    return found if isinstance(found, dict) else {}
