"""Schema version 3: what was decided once for every place where the same words occur."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE rulings (
        id TEXT PRIMARY KEY,
        case_id TEXT REFERENCES cases (id),
        body BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX rulings_by_case ON rulings (case_id)",
)
