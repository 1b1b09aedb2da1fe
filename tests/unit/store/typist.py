"""A child process that saves drafts and says so after each commit, until it is killed.

usage: python -m tests.unit.store.typist FOLDER
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from intake.domain.statement import RevisionReason
from tests.unit.store.making import Vault

REVISION_EVERY = 7


def main() -> None:
    """Open the vault and type; each line is ``<kind> <number>`` after the commit of that number."""
    store = Vault(Path(sys.argv[1])).open()
    assert store.rollback is None, store.rollback
    statement = store.statements.of(store.cases.ids()[0])[0]
    number = int(statement.text.split()[0])
    while True:
        number += 1
        text = f"{number} " + "слова " * random.randrange(1500)
        with store.write() as tx:
            store.statements.save_draft(tx, statement.id, text, len(text))
            if number % REVISION_EVERY == 0:
                store.statements.freeze(tx, statement.id, RevisionReason.TEN_MINUTES)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
