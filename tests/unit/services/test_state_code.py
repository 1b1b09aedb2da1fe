from __future__ import annotations

import shutil
from pathlib import Path

from intake.domain.audit import Action
from intake.services import interviews, state_code, vaults
from intake.services.session import VaultSession
from intake.vault.passphrase import word_list
from intake.vault.secret import Secret
from tests.conftest import PASSPHRASE


def _open(folder: Path) -> VaultSession:
    with Secret.from_text(PASSPHRASE) as passphrase:
        return vaults.unlock(folder, passphrase)


def test_the_words_at_the_lock_are_the_words_at_the_next_opening(
    vault_session: VaultSession,
) -> None:
    interviews.begin(vault_session)
    words = state_code.note_lock(vault_session)
    assert len(words.split()) == state_code.WORDS
    assert {word.encode() for word in words.split()} <= set(word_list())
    vault_session.close()
    session = _open(vault_session.path)
    assert session.opened_state == words
    assert state_code.state_code(session.store) == words
    session.close()
    again = _open(vault_session.path)
    assert again.opened_state == words, "looking at it changes nothing"
    again.close()


def test_every_commit_gives_other_words(vault_session: VaultSession) -> None:
    seen = {state_code.state_code(vault_session.store)}
    for _ in range(3):
        interviews.begin(vault_session)
        seen.add(state_code.state_code(vault_session.store))
    assert len(seen) == 4


def test_an_earlier_vault_put_back_as_a_whole_has_other_words(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    state_code.note_lock(vault_session)
    vault_session.store.checkpoint()
    earlier = Path(shutil.copytree(vault_session.path, tmp_path / "earlier"))
    interviews.begin(vault_session)
    words = state_code.note_lock(vault_session)
    session = _open(earlier)
    assert session.rollback is None, "nothing in the files themselves tells it"
    assert session.opened_state != words
    session.close()


def test_a_lock_is_written_down(vault_session: VaultSession) -> None:
    state_code.note_lock(vault_session)
    (newest,) = vault_session.store.audit.newest(1)
    assert (newest.action, newest.subject) == (Action.LOCKED, "")


def test_a_full_disk_does_not_keep_it_from_being_locked(vault_session: VaultSession) -> None:
    before = state_code.state_code(vault_session.store)
    vault_session.store._db.execute("PRAGMA query_only = ON")
    assert state_code.note_lock(vault_session) == before
    vault_session.store._db.execute("PRAGMA query_only = OFF")
