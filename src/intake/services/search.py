"""Search over everything in the open vault."""

from __future__ import annotations

from intake.errors import UsageError
from intake.services.session import VaultSession
from intake.store.search import SearchHit


def search(session: VaultSession, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return the best hits with snippets; any text is a legal query.

    Raises:
        UsageError: The limit is below 1.
    """
    if limit < 1:
        raise UsageError(what="The limit is at least 1.")
    return session.store.search.find(query, limit)
