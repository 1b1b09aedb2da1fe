"""``intake review``: two vaults pass files to each other, and the export waits for the answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.marks import MarkKind
from intake.export.keys import VaultKeyring
from intake.services import review, settings, team, vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.unit.cli.conftest import PASSPHRASE, CommandLine
from tests.unit.services.making import document, review_everything

EXPORT = ("--policy", "analysis", "--purpose", "analysis", "--recipient-group", "analysts")


def unlocked(vault: Path) -> VaultSession:
    with Secret.from_text(PASSPHRASE) as secret:
        return vaults.unlock(vault, secret)


@pytest.fixture
def codes(intake: CommandLine, empty_vault: Path) -> list[str]:
    """Return the codes of six reviewed cases in a vault that asks for second looks."""
    lines = intake.write_cases(*(document(number) for number in range(6)))
    found: list[str] = intake.json("case-import", "case", "import", empty_vault, lines)["codes"]
    session = unlocked(empty_vault)
    review_everything(session)
    settings.save(session, replace(settings.load(session), second_look=True))
    session.close()
    return found


@pytest.fixture
def colleague(intake: CommandLine, empty_vault: Path, office: Path) -> Path:
    """Return a colleague's vault, whose key is trusted in ours."""
    intake.ok("key", "trust", empty_vault, "Colleague", "office.pub")
    return office


def seen(intake: CommandLine, colleague: Path) -> str:
    """Show the request and return the digits that name it."""
    found: str = intake.json("review-sign", "review", "sign", colleague, "asked")["seen"]
    return found


def sign(intake: CommandLine, colleague: Path, answer: str, *words: str) -> None:
    """Show the request, and sign what was shown."""
    digits = ("--seen", seen(intake, colleague))
    intake.ok("review", "sign", colleague, "asked", "--out", answer, *digits, *words)


def test_nobody_signs_what_was_not_shown(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str]
) -> None:
    intake.ok("review", "ask", empty_vault, codes[1], "--to", "Colleague", "--out", "asked")
    of_another = seen(intake, colleague)
    (intake.folder / "asked").unlink()
    intake.ok("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "asked")
    unread = intake("review", "sign", colleague, "asked", "--out", "answer")
    assert (unread.code, unread.out) == (2, "")
    assert "read it" in unread.err
    for digits in (of_another, "", of_another[:8]):
        words = ("--out", "answer", "--seen", digits)
        refused = intake("review", "sign", colleague, "asked", *words)
        assert (refused.code, refused.out) == (2, "")
    assert not (intake.folder / "answer").exists()
    shown = intake("review", "sign", colleague, "asked")
    assert f"--seen {seen(intake, colleague)} " in shown.err


def test_a_look_is_asked_for_signed_and_taken(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str]
) -> None:
    refused = intake("export", empty_vault, "out.zip", *EXPORT, "--unencrypted")
    assert refused.code == 4
    assert "second look: 6" in refused.err
    for number, code in enumerate(codes):
        asked, answer = f"request-{number}", f"answer-{number}"
        intake.ok("review", "ask", empty_vault, code, "--to", "Colleague", "--out", asked)
        read = intake.json("review-sign", "review", "sign", colleague, asked)
        assert [text["field"] for text in read["texts"]] == ["own_words"]
        assert "Zubrava" not in read["texts"][0]["text"]
        intake.ok("review", "sign", colleague, asked, "--out", answer, "--seen", read["seen"])
        taken = intake.json("review-take", "review", "take", empty_vault, answer)
        assert taken == {
            "by": "Colleague",
            "looked_at": 1,
            "outdated": 0,
            "overruled": 0,
            "changes": [],
        }
    intake.ok("export", empty_vault, "out.zip", *EXPORT, "--unencrypted")
    nothing = intake("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "more")
    assert nothing.code == 2


def test_what_to_change_comes_back_and_the_export_still_waits(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str]
) -> None:
    intake.ok("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "asked")
    shown = intake("review", "sign", colleague, "asked")
    assert shown.out.startswith("1. own_words (en)\n    They came early.")
    assert "Nothing is signed" in shown.err
    words = ("--change", "1", "the hour tells it")
    sign(intake, colleague, "answer", *words)
    taken = intake.ok("review", "take", empty_vault, "answer")
    assert "has looked at 0 statements" in taken
    assert f"To be changed, {codes[0]} own_words:\n    the hour tells it\n" in taken
    assert intake("export", empty_vault, "out.zip", *EXPORT, "--unencrypted").code == 4


def test_an_answer_that_comes_too_late_says_so(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str]
) -> None:
    intake.ok("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "asked")
    sign(intake, colleague, "answer")
    session = unlocked(empty_vault)
    for item in review.queue(session, only_open=False):
        review.add_mark(session, item.statement_id, (0, 4), MarkKind.OTHER)
    session.close()
    taken = intake("review", "take", empty_vault, "answer")
    assert taken.code == 0
    assert "1 text would leave otherwise" in taken.err


@pytest.mark.parametrize("number", ["0", "-1", "x", "2", "99999999999999999999"])
def test_a_number_of_no_text_is_refused(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str], number: str
) -> None:
    intake.ok("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "asked")
    words = ("--seen", seen(intake, colleague), "--out", "answer", "--change", number, "some")
    assert intake("review", "sign", colleague, "asked", *words).code == 2
    assert not (intake.folder / "answer").exists()


def test_damaged_and_foreign_files_have_their_exit_codes(
    intake: CommandLine, empty_vault: Path, colleague: Path, codes: list[str]
) -> None:
    intake.ok("review", "ask", empty_vault, codes[0], "--to", "Colleague", "--out", "asked")
    intake.write("damaged", b"age-encryption.org/v1\n-> nothing\n")
    assert intake("review", "sign", colleague, "damaged").code == 3
    assert intake("review", "take", empty_vault, "damaged").code == 3
    assert intake("review", "take", empty_vault, "asked").code == 5
    assert intake("review", "take", empty_vault, "missing").code == 2
    session = unlocked(colleague)
    with VaultKeyring.generate().to_bytes() as made, session.store.write() as tx:
        read = session.store.keys.own_secret("keyring")
        assert read is not None
        secret = bytearray(read[:36] + made.view()[36:])  # the same identity, other signing keys
        session.store.keys.set_own(tx, "keyring", secret, "")
    assert team.own_key(session).text
    session.close()
    sign(intake, colleague, "forged")
    refused = intake("review", "take", empty_vault, "forged")
    assert refused.code == 3
    assert "Signer unknown" in refused.err
