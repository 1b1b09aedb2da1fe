"""Schema version 4: who looked a second time at what would leave of a statement."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE looks (
        id TEXT PRIMARY KEY,
        statement_id TEXT NOT NULL REFERENCES statements (id),
        digest BLOB NOT NULL,
        signer TEXT NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id),
        made TEXT NOT NULL,
        who TEXT NOT NULL,
        answer BLOB NOT NULL,
        objects INTEGER NOT NULL,
        round INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX looks_by_statement ON looks (statement_id)",
    "CREATE INDEX looks_by_case ON looks (case_id)",
    """
    CREATE TRIGGER looks_never_change BEFORE UPDATE ON looks
    BEGIN SELECT RAISE(ABORT, 'immutable'); END
    """,
    """
    CREATE TRIGGER looks_stay BEFORE DELETE ON looks
    WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE case_id = OLD.case_id)
    BEGIN SELECT RAISE(ABORT, 'immutable'); END
    """,
)
