"""Schema version 2: which case left in which bundle, and an index for the review queue."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE bundles (
        bundle_id TEXT PRIMARY KEY,
        month TEXT NOT NULL,
        made TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE releases (
        bundle_id TEXT NOT NULL REFERENCES bundles (bundle_id),
        handle TEXT NOT NULL,
        month TEXT NOT NULL,
        PRIMARY KEY (bundle_id, handle)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX releases_by_handle ON releases (handle)",
    "CREATE INDEX cases_to_review ON cases (needs_review) WHERE needs_review = 1",
    *(
        f"""
        CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, 'immutable'); END
        """
        for table in ("bundles", "releases")
    ),
    *(
        f"""
        CREATE TRIGGER {table}_stay BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, 'immutable'); END
        """
        for table in ("bundles", "releases")
    ),
)
