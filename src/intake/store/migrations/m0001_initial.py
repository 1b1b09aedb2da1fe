"""Schema version 1: cases with all that belongs to them, the chain, the search index."""

from __future__ import annotations

# Texts of people are BLOBs (UTF-8 with lone surrogates let through), so that nothing a person typed
# is ever refused or changed. Ids, codes and times are TEXT.
STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE vault (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        vault_id BLOB NOT NULL,
        created TEXT NOT NULL,
        generation INTEGER NOT NULL,
        announced INTEGER,
        rollback TEXT,
        counter INTEGER NOT NULL,
        previous BLOB NOT NULL,
        entries INTEGER NOT NULL,
        link BLOB NOT NULL,
        live BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE chain (
        number INTEGER PRIMARY KEY,
        handle TEXT NOT NULL,
        kind TEXT NOT NULL,
        row TEXT NOT NULL,
        digest BLOB NOT NULL,
        link BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cases (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        project TEXT NOT NULL,
        never_name INTEGER NOT NULL,
        people INTEGER NOT NULL,
        handle TEXT NOT NULL UNIQUE,
        salt BLOB NOT NULL,
        group_name TEXT NOT NULL,
        country TEXT NOT NULL,
        interviewer TEXT NOT NULL,
        language TEXT NOT NULL,
        interview_date TEXT NOT NULL,
        needs_review INTEGER NOT NULL,
        consent_until TEXT,
        withdrawn INTEGER NOT NULL,
        preview TEXT NOT NULL,
        indexed BLOB,
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cases_by_change ON cases (changed)",
    "CREATE INDEX cases_to_index ON cases (number) WHERE indexed IS NULL",
    """
    CREATE TABLE interviews (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        ordinal INTEGER NOT NULL,
        form TEXT NOT NULL,
        created TEXT NOT NULL,
        stopped TEXT,
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX interviews_by_case ON interviews (case_id, ordinal)",
    """
    CREATE TABLE persons (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        ordinal INTEGER NOT NULL,
        code TEXT NOT NULL,
        role TEXT NOT NULL,
        never_name INTEGER NOT NULL,
        seal BLOB NOT NULL,
        UNIQUE (case_id, code)
    ) STRICT
    """,
    """
    CREATE TABLE events (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        interview_id TEXT NOT NULL REFERENCES interviews (id),
        ordinal INTEGER NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX events_by_case ON events (case_id, ordinal)",
    """
    CREATE TABLE event_persons (
        event_id TEXT NOT NULL REFERENCES events (id),
        part TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        person_id TEXT NOT NULL REFERENCES persons (id),
        case_id TEXT NOT NULL REFERENCES cases (id),
        seal BLOB NOT NULL,
        PRIMARY KEY (event_id, part, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_persons_by_person ON event_persons (person_id)",
    """
    CREATE TABLE answers (
        owner TEXT NOT NULL,
        question TEXT NOT NULL,
        owner_kind TEXT NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id),
        value BLOB,
        missing TEXT,
        seal BLOB NOT NULL,
        PRIMARY KEY (owner, question),
        CHECK ((value IS NULL) <> (missing IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX answers_by_case ON answers (case_id)",
    """
    CREATE TABLE statements (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        interview_id TEXT NOT NULL REFERENCES interviews (id),
        ordinal INTEGER NOT NULL,
        question TEXT NOT NULL,
        language TEXT NOT NULL,
        caret INTEGER NOT NULL,
        digest TEXT NOT NULL,
        reviewed_digest TEXT,
        final INTEGER NOT NULL,
        changed TEXT NOT NULL,
        seal BLOB NOT NULL,
        text BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX statements_by_case ON statements (case_id, ordinal)",
    """
    CREATE TABLE revisions (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        statement_id TEXT NOT NULL REFERENCES statements (id),
        number INTEGER NOT NULL,
        reason TEXT NOT NULL,
        created TEXT NOT NULL,
        text BLOB NOT NULL,
        UNIQUE (statement_id, number)
    ) STRICT
    """,
    "CREATE INDEX revisions_by_case ON revisions (case_id)",
    """
    CREATE TABLE marks (
        statement_id TEXT PRIMARY KEY REFERENCES statements (id),
        case_id TEXT NOT NULL REFERENCES cases (id),
        digest TEXT NOT NULL,
        pending INTEGER NOT NULL,
        total INTEGER NOT NULL,
        body BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX marks_by_case ON marks (case_id)",
    """
    CREATE TABLE consents (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        version INTEGER NOT NULL,
        saved TEXT NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (case_id, version)
    ) STRICT
    """,
    """
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        case_id TEXT,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX audit_by_case ON audit (case_id) WHERE case_id IS NOT NULL",
    """
    CREATE TABLE trusted_keys (
        name TEXT PRIMARY KEY,
        public TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        pinned TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_keys (
        kind TEXT PRIMARY KEY,
        secret BLOB NOT NULL,
        public TEXT NOT NULL,
        made TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    # A case that is being erased; the only time at which immutable rows may be deleted.
    "CREATE TABLE erasing (case_id TEXT PRIMARY KEY) STRICT",
    *(
        f"""
        CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, 'immutable'); END
        """
        for table in ("revisions", "consents", "audit", "chain")
    ),
    *(
        f"""
        CREATE TRIGGER {table}_stay BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE case_id = OLD.case_id)
        BEGIN SELECT RAISE(ABORT, 'immutable'); END
        """  # noqa: S608 (the names stand in the next line)
        for table in ("revisions", "consents", "audit")
    ),
    """
    CREATE TRIGGER chain_stay BEFORE DELETE ON chain
    BEGIN SELECT RAISE(ABORT, 'immutable'); END
    """,
    # The words of a case, each once, separated by spaces and folded before they come here. The
    # tokenizer has only to split at spaces, so that what counts as a word is decided in one place.
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        words, tokenize = 'ascii', detail = column, prefix = '2 3 4'
    )
    """,
    # Without it the words of a deleted text stay in the index.
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)
