"""Search over everything in the open vault."""

from __future__ import annotations

from intake.services.session import VaultSession
from intake.store.search import SearchHit


def search(session: VaultSession, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return the best hits with snippets; any text is a legal query."""
    return session.store.search.find(query, limit)
