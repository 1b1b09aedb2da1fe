"""Schema version 5: sealed and received parcels; and the ledger may forget who was sealed."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE parcels (
        id TEXT PRIMARY KEY,
        case_id TEXT REFERENCES cases (id),
        month TEXT NOT NULL,
        label BLOB NOT NULL,
        sender TEXT NOT NULL,
        rival TEXT REFERENCES cases (id),
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX parcels_by_case ON parcels (case_id) WHERE case_id IS NOT NULL",
    # By what somebody is known again must go when their case is sealed. The ledger stays as it is
    # at all other times.
    "DROP TRIGGER bundles_stay",
    """
    CREATE TRIGGER bundles_stay BEFORE DELETE ON bundles
    WHEN instr(OLD.bundle_id, ':') = 0 OR NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'immutable'); END
    """,
)
