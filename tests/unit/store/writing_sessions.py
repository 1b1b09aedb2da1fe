"""Sessions of a child process whose every call to the disk is recorded.

usage: python -m tests.unit.store.writing_sessions KIND FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.statement import RevisionReason
from intake.store import connection
from tests.unit.store.making import Vault

SAVES = 40


def say(what: str) -> None:
    """Tell whoever started this process, at once."""
    print(what, flush=True)  # noqa: T201 (the parent reads it)


def interview(folder: Path) -> None:
    """Work as in an interview: drafts, revisions, a checkpoint, one case erased, the end."""
    store = Vault(folder).open()
    [case_id, other] = store.cases.ids()
    statement = store.statements.of(case_id)[0]
    for number in range(1, SAVES + 1):
        with store.write() as tx:
            store.statements.save_draft(tx, statement.id, f"{number} " + "слова " * 900, 0)
            if number % 8 == 0:
                store.statements.freeze(tx, statement.id, RevisionReason.TEN_MINUTES)
        say(str(number))
        if number == SAVES // 2:
            store.checkpoint()
            with store.write(Action.CASE_ERASED) as tx:
                store.cases.erase(tx, other)
            store.search.find("слова")
    store.close()


def with_settings(**chosen: tuple[str, str | int]) -> None:
    """Let databases of this process have other settings than those of the program."""
    for group in ("_BEFORE_READING", "_AT_OPENING"):
        settings = [(name, *chosen.get(name, rest)) for name, *rest in getattr(connection, group)]
        setattr(connection, group, tuple(settings))


def without_waiting(folder: Path) -> None:
    """Work with a log that no commit waits for."""
    with_settings(synchronous=("NORMAL", 1))
    interview(folder)


def with_usual_journal(folder: Path) -> None:
    """Work as SQLite does when nobody asks for anything: a commit removes the journal.

    A database that is locked for good would keep the journal and wait for its first bytes.
    """
    with_settings(journal_mode=("DELETE", "delete"), locking_mode=("NORMAL", "normal"))
    interview(folder)


def with_usual_journal_and_names(folder: Path) -> None:
    """Work in the same way, but wait for the removal as well."""
    with_settings(synchronous=("EXTRA", 3))
    with_usual_journal(folder)


SESSIONS: dict[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        interview,
        without_waiting,
        with_usual_journal,
        with_usual_journal_and_names,
    )
}

if __name__ == "__main__":
    SESSIONS[sys.argv[1]](Path(sys.argv[2]))
