"""What a refusal advises: the next step, the right file, the right command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CommandLine, snapshot
from tests.unit.services.making import consent, document, name_of

RECORDS = ("--policy", "records", "--purpose", "analysis", "--recipient-group", "analysts")
PLAIN = "--unencrypted"


@pytest.fixture
def keys(intake: CommandLine, vault: Path) -> dict[str, Path]:
    """Return an analyst's key, and the public key of the vault."""
    key, office = intake.folder / "analyst.key", intake.folder / "office.pub"
    intake.ok("key", "create", key)
    intake.ok("key", "show", vault, "--out", office)
    return {"key": key, "pub": Path(f"{key}.pub"), "office": office}


def test_nothing_left_tells_how_many_stay_for_which_reason(
    intake: CommandLine, vault: Path
) -> None:
    left = intake.write_cases(document(30, consent=consent(given=None)), name="more.jsonl")
    intake.ok("case", "import", vault, left)
    intake.ok("export", vault, "first.zip", *RECORDS, PLAIN)
    counts = ("--policy", "statistics", *RECORDS[2:])
    done = intake("export", vault, "second.zip", *counts, PLAIN)
    assert done.code == 4
    for said in ("no consent 1,", "in an earlier bundle 8,", "withdrawn 0,", "[P05]"):
        assert said in done.err
    assert "wait for new cases" in done.err


def test_a_bundle_is_verified_as_the_page_says(
    intake: CommandLine, vault: Path, keys: dict[str, Path]
) -> None:
    intake.ok("export", vault, "out.age", *RECORDS, "--recipient", keys["pub"])
    bundle = ("bundle", "verify", "out.age")
    unknown = intake(*bundle, "--key", keys["key"])
    assert (unknown.code, "[F09]" in unknown.err) == (3, True)
    assert "intake key show VAULT --out FILE" in unknown.err
    other = intake(*bundle, "--key", keys["key"], "--signer", keys["pub"])
    assert (other.code, "[F12]" in other.err) == (3, True)
    assert "another key than the one you named" in other.err
    assert intake(*bundle, "--key", keys["key"], "--signer", keys["office"]).code == 0
    keyless = intake.bare(*bundle, "--signer", keys["office"])
    assert (keyless.code, "[S07]" in keyless.err) == (5, True)
    assert "--key FILE" in keyless.err
    wrong = intake(*bundle, "--vault", vault)
    assert (wrong.code, "[S03]" in wrong.err) == (5, True)


def test_the_wrong_half_of_a_key_is_named(
    intake: CommandLine, vault: Path, keys: dict[str, Path]
) -> None:
    plain = intake.write("plain.key", "AGE-SECRET-KEY-1INVENTED")
    for secret in (keys["key"], plain):
        done = intake("key", "trust", vault, "analyst", secret)
        assert (done.code, "secret half" in done.err) == (3, True)
        done = intake("export", vault, "out.age", *RECORDS, "--recipient", secret)
        assert (done.code, "secret half" in done.err) == (3, True)
    intake.ok("export", vault, "out.age", *RECORDS, "--recipient", keys["pub"])
    done = intake("bundle", "verify", "out.age", "--key", keys["pub"])
    assert (done.code, "without .pub" in done.err) == (3, True)


def test_a_recipient_who_is_neither_file_nor_trusted_key_is_told(
    intake: CommandLine, vault: Path
) -> None:
    done = intake("export", vault, "out.age", *RECORDS, "--recipient", "nobody")
    assert done.code == 2
    assert "no key file nobody, and no trusted key has this name" in done.err


def test_a_put_back_vault_says_once_what_to_do(
    intake: CommandLine, vault: Path, tmp_path: Path
) -> None:
    backup = intake.ok("vault", "backup", vault, "backups").strip()
    chosen = intake("vault", "restore", "backups", "again")
    assert chosen.code == 2
    assert Path(backup).name in chosen.err
    assert not (intake.folder / "again").exists()
    intake.ok("vault", "restore", backup, "again")
    refused = intake("export", "again", "out.zip", *RECORDS, PLAIN)
    assert (refused.code, refused.err.count("[R01]")) == (6, 1)
    assert "intake vault caught-up" in refused.err
    assert "Settings, Catch up" in refused.err
    for words, code in ((("case", "list", "again"), 0), (("case", "show", "again", "ZZZZ"), 2)):
        done = intake(*words)
        assert (done.code, done.err.count("[R01]")) == (code, 1)
    assert "[R01]" not in intake("vault", "caught-up", "again", "--no-bundle-since").err
    assert not list(tmp_path.glob("*.zip"))


def test_a_backup_makes_no_folder_above_its_own(intake: CommandLine, vault: Path) -> None:
    before = snapshot(intake.folder)
    done = intake("vault", "backup", vault, intake.folder / "nosuch" / "deeper")
    assert done.code == 2
    assert str(intake.folder / "nosuch") in done.err
    assert snapshot(intake.folder) == before


def test_a_flaw_names_its_place_and_some_choices(intake: CommandLine, empty_vault: Path) -> None:
    people = [
        {"ref": "p2", "role": "witness"},
        {"ref": "p1", "role": "interviewee", "names": [name_of(1)], "sex": "gnome"},
    ]
    made = document(1, persons=people)
    told = intake("case", "import", empty_vault, intake.write_cases(made)).err
    assert told.startswith("Line 1, persons[1].sex: ")
    made = document(1, events=[{"act_type": ["torture"]}, {"act_type": ["gnome"]}])
    told = intake("case", "import", empty_vault, intake.write_cases(made)).err
    assert told.startswith("Line 1, events[1].act_type: not in the list act_type; choose one of ")
    assert told.count(", ") > 20, "the whole list"
    assert told.endswith(", other. Nothing was imported; correct the line and try again. [F10]\n")
    made = document(1, events=[{"victims": ["p9"]}])
    told = intake("case", "import", empty_vault, intake.write_cases(made)).err
    assert told.startswith("Line 1, events[0].victims: ")
    assert "gnome" not in told
    bad = intake.write("bad.jsonl", json.dumps(document(1)) + "\nno object\n")
    told = intake("case", "import", empty_vault, bad).err
    assert told.startswith("Line 2: this is not one JSON object.")


def test_one_case_is_one_case(intake: CommandLine, empty_vault: Path) -> None:
    done = intake("case", "import", empty_vault, intake.write_cases(document(1)))
    assert done.err == "1 case imported, finalised.\n"


def test_an_unknown_language_is_told_and_a_known_one_is_not(intake: CommandLine) -> None:
    text = "They came early."
    told = intake.bare("redact", "--lang", "zz", stdin=text.encode())
    assert told.code == 0
    assert "No word lists for the language zz" in told.err
    for known in ("en", "ru-RU", "PL"):
        assert intake.bare("redact", "--lang", known, stdin=text.encode()).err == ""


def test_six_words_make_a_passphrase(intake: CommandLine) -> None:
    first, second = (intake.bare("vault", "words") for _ in range(2))
    assert first.code == 0
    assert first.out != second.out
    assert len(first.out.split()) == 6
    words = intake.write("words.txt", first.out)
    made = ("vault", "create", "new", "--passphrase-file", words)
    assert intake.bare(*made, "--kdf-memory", "64", "--kdf-time", "3").code == 0
