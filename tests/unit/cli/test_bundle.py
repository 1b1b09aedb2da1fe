"""``intake bundle`` and ``intake key``: who may open what, whom one trusts, and what is told."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CommandLine, checked, snapshot
from tests.unit.services.making import no_room_beyond

RECORDS = ("--policy", "records", "--purpose", "analysis", "--recipient-group", "analysts")
ANY = ("--signer", "any")


@pytest.fixture
def plain(intake: CommandLine, vault: Path) -> Path:
    """Return a bundle that is not encrypted."""
    intake.ok("export", vault, "plain.zip", *RECORDS, "--unencrypted")
    return intake.folder / "plain.zip"


@pytest.fixture
def sealed(intake: CommandLine, vault: Path, key: Path) -> Path:
    """Return a bundle for the analyst's key."""
    intake.ok("export", vault, "sealed.age", *RECORDS, "--recipient", "key.pub")
    return intake.folder / "sealed.age"


# --- verify ---------------------------------------------------------------------------------------


def test_verify_tells_who_signed_what_is_inside_and_what_was_withheld(
    intake: CommandLine, sealed: Path, key: Path, signer: Path
) -> None:
    words = ("bundle", "verify", sealed, "--key", key, "--signer", signer)
    found = intake.json("bundle", *words)
    assert (found["trusted"], found["encrypted"], found["reviewed"]) == (True, True, True)
    assert (found["policy"], found["purpose"]) == ("records", "analysis")
    assert (found["recipient_group"], found["k"]) == ("analysts", 5)
    assert "data/interviews.csv" in {each["path"] for each in found["files"]}
    assert found["withheld"]["no_consent"] == "fewer than 5"
    out = intake.ok(*words)
    for said in (found["bundle_id"], found["signer_words"], "(trusted)", "left out, no_consent"):
        assert said in out
    assert not found["statements"]
    assert "Statements reviewed by a person: no statements inside" in out


def test_verify_writes_nothing(intake: CommandLine, plain: Path) -> None:
    before = snapshot(intake.folder)
    assert intake.bare("bundle", "verify", plain, *ANY).code == 0
    assert snapshot(intake.folder) == before


def test_an_unknown_signer_is_exit_3_with_six_words(intake: CommandLine, plain: Path) -> None:
    done = intake.bare("bundle", "verify", plain)
    assert (done.code, done.out) == (3, "")
    assert "[F09]" in done.err
    words = done.err.partition("Signer unknown: ")[2].partition(".")[0].split()
    assert len(words) == 6
    accepted = checked("bundle", intake.bare("bundle", "verify", plain, *ANY, "--json"))
    assert accepted["signer_words"].split() == words
    assert not accepted["trusted"]
    assert "NOT trusted, accepted on purpose" in intake.bare("bundle", "verify", plain, *ANY).out


def test_the_words_of_an_unknown_signer_are_those_that_key_show_lists(
    intake: CommandLine, plain: Path, vault: Path
) -> None:
    shown = intake.json("key-show", "key", "show", vault)
    done = intake.bare("bundle", "verify", plain)
    assert shown["bundle_words"]["analysts"] in done.err
    assert shown["words"] not in done.err


def test_a_key_that_is_trusted_in_the_vault_is_trusted(
    intake: CommandLine, vault: Path, office: Path, signer: Path
) -> None:
    intake.ok("export", vault, "out.age", *RECORDS, "--recipient", "office.pub")
    assert intake("bundle", "verify", "out.age", "--vault", office).code == 3
    intake.ok("key", "trust", office, "field team", signer)
    found = intake.json("bundle", "bundle", "verify", "out.age", "--vault", office)
    assert (found["trusted"], found["signer"]) == (True, "field team")


def test_ones_own_bundle_is_trusted(intake: CommandLine, vault: Path, plain: Path) -> None:
    assert intake.json("bundle", "bundle", "verify", plain, "--vault", vault)["trusted"]


def test_not_even_its_writer_opens_what_is_for_somebody_else(
    intake: CommandLine, vault: Path, sealed: Path
) -> None:
    assert intake("bundle", "verify", sealed, "--vault", vault).code == 5


def test_what_does_not_open_it_is_exit_5(intake: CommandLine, sealed: Path, key: Path) -> None:
    assert intake.bare("bundle", "verify", sealed, *ANY).code == 5
    intake.secret.write_text("not this one, whatever you may think of it")
    done = intake("bundle", "verify", sealed, "--key", key, *ANY)
    assert done.code == 5
    assert "[S06]" in done.err


def test_a_bundle_with_a_passphrase_asks_for_it(intake: CommandLine, vault: Path) -> None:
    secret = intake.write("shared.txt", "a passphrase for one invented bundle only\n")
    intake.ok("export", vault, "out.age", *RECORDS, "--bundle-passphrase-file", secret)
    words = ("bundle", "verify", "out.age", *ANY)
    asked = intake.bare(*words)
    assert asked.code == 2
    assert "--passphrase-file" in asked.err
    assert intake(*words).code == 5
    found = checked("bundle", intake.bare(*words, "--passphrase-file", secret, "--json"))
    assert found["encrypted"]


def _cut(content: bytes) -> bytes:
    return content[:-100]


def _flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def _longer(content: bytes) -> bytes:
    return content + b"x"


def _emptied(_: bytes) -> bytes:
    return b""


def _foreign(_: bytes) -> bytes:
    return b"%PDF-1.7 something else" * 1000


@pytest.mark.parametrize("harm", [_cut, _flipped, _longer, _emptied, _foreign])
@pytest.mark.parametrize("name", ["plain", "sealed"])
def test_a_bundle_that_is_none_is_exit_3_and_nothing_is_written(
    intake: CommandLine, request: pytest.FixtureRequest, key: Path, harm: object, name: str
) -> None:
    bundle: Path = request.getfixturevalue(name)
    assert callable(harm)
    bundle.write_bytes(harm(bundle.read_bytes()))
    means = ("--key", key) if name == "sealed" else ()
    done = intake("bundle", "open", bundle, "opened", *means, *ANY)
    assert (done.code, done.out) == (3, "")
    assert "[F08]" in done.err
    assert not (intake.folder / "opened").exists()


def test_paths_that_are_not_there_are_usage(
    intake: CommandLine, plain: Path, key: Path, vault: Path
) -> None:
    assert intake.bare("bundle", "verify", "nowhere", *ANY).code == 2
    assert intake.bare("bundle", "verify", ".", *ANY).code == 2
    assert intake("bundle", "verify", plain, "--key", "nowhere", *ANY).code == 2
    assert intake("bundle", "verify", plain, "--signer", "nowhere.pub").code == 2
    assert intake("bundle", "verify", plain, "--key", key, "--vault", vault).code == 2
    assert intake("bundle", "verify", plain, "--vault", "nowhere").code == 3
    assert intake("bundle", "verify", plain, "--signer", intake.secret).code == 3


# --- open -----------------------------------------------------------------------------------------


def test_open_writes_the_files_directly_below_the_folder(intake: CommandLine, plain: Path) -> None:
    done = intake.bare("bundle", "open", plain, "opened", *ANY, "--json")
    found = checked("bundle", done)
    assert "not encrypted" in done.err
    written = snapshot(intake.folder / "opened")
    assert {each["path"]: each["bytes"] for each in found["files"]}.items() <= {
        name: len(content) for name, content in written.items()
    }.items()
    assert {"manifest.json", "manifest.sig", "datapackage.json"} <= set(written)
    assert json.loads(written["manifest.json"])["bundle_id"] == found["bundle_id"]
    mode = stat.S_IMODE((intake.folder / "opened" / "manifest.json").stat().st_mode)
    assert mode & 0o077 == 0


def test_open_takes_an_empty_folder_and_no_other(intake: CommandLine, plain: Path) -> None:
    target = intake.folder / "opened"
    target.mkdir()
    (target / "mine").write_text("mine")
    assert intake.bare("bundle", "open", plain, target, *ANY).code == 7
    assert snapshot(target) == {"mine": b"mine"}
    (target / "mine").unlink()
    assert intake.bare("bundle", "open", plain, target, *ANY).code == 0
    assert intake.bare("bundle", "open", plain, intake.secret, *ANY).code == 7


def test_open_without_a_trusted_signer_writes_nothing(intake: CommandLine, plain: Path) -> None:
    assert intake.bare("bundle", "open", plain, "opened").code == 3
    assert not (intake.folder / "opened").exists()


def test_open_onto_a_full_disk_is_exit_7_and_leaves_nothing(
    intake: CommandLine, plain: Path
) -> None:
    with no_room_beyond(1000):
        done = intake.bare("bundle", "open", plain, "opened", *ANY)
    assert done.code == 7
    opened = intake.folder / "opened"
    assert not opened.exists() or not snapshot(opened)


# --- keys -----------------------------------------------------------------------------------------


def test_key_create_writes_two_files_and_prints_six_words(intake: CommandLine) -> None:
    done = intake("key", "create", "analyst.txt")
    assert done.code == 0
    assert len(done.out.split()) == 6
    assert "analyst.txt.pub" in done.err
    secret = (intake.folder / "analyst.txt").read_bytes()
    assert secret.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert stat.S_IMODE((intake.folder / "analyst.txt").stat().st_mode) == 0o600
    public = json.loads((intake.folder / "analyst.txt.pub").read_bytes())
    assert public["format"] == "intake-key/1"
    assert public["recipient"].startswith("age1")
    before = snapshot(intake.folder)
    for name in ("analyst.txt", "secret.txt"):
        assert intake("key", "create", name).code == 7
    assert snapshot(intake.folder) == before


def test_a_weak_passphrase_makes_no_key(intake: CommandLine) -> None:
    intake.secret.write_text("letmein")
    assert intake("key", "create", "analyst.txt").code == 2
    assert [path.name for path in intake.folder.iterdir()] == ["secret.txt"]


def test_key_create_onto_a_full_disk_leaves_nothing(intake: CommandLine) -> None:
    with no_room_beyond(50):
        assert intake("key", "create", "analyst.txt").code == 7
    assert [path.name for path in intake.folder.iterdir()] == ["secret.txt"]


def test_key_show_prints_words_and_the_public_key(intake: CommandLine, vault: Path) -> None:
    found = intake.json("key-show", "key", "show", vault)
    assert found["name"] == "Made-up notebook"
    groups = {"team", "office", "analysts", "un", "court", "partner", "public"}
    assert groups <= set(found["bundle_words"])
    done = intake("key", "show", vault)
    assert done.out.startswith(found["words"] + "\n")
    assert done.out.endswith("\n" + found["public_key"])
    assert found["bundle_words"]["un"] in done.err


def test_key_show_writes_the_public_key_once(intake: CommandLine, vault: Path) -> None:
    out = intake.ok("key", "show", vault, "--out", "mine.pub")
    assert len(out.split()) == 6
    written = (intake.folder / "mine.pub").read_text()
    assert written == intake.json("key-show", "key", "show", vault)["public_key"]
    assert intake("key", "show", vault, "--out", "mine.pub").code == 7
    assert intake("key", "show", vault, "--out", "nowhere/mine.pub").code == 2


def test_key_trust_shows_the_words_to_compare(
    intake: CommandLine, office: Path, vault: Path, signer: Path
) -> None:
    done = intake("key", "trust", office, "field team", signer)
    assert done.code == 0
    assert done.out.strip() == intake.json("key-show", "key", "show", vault)["words"]
    assert "another channel" in done.err
    intake.ok("key", "trust", office, "field team", signer)


def test_another_key_under_a_known_name_is_refused(
    intake: CommandLine, empty_vault: Path, key: Path, signer: Path
) -> None:
    intake.ok("key", "trust", empty_vault, "field team", signer)
    done = intake("key", "trust", empty_vault, "field team", "key.pub")
    assert done.code == 2
    assert "attack" in done.err


@pytest.mark.parametrize("name", ["", " ", "x" * 81, "a\nb", "a\u202eb"])
def test_names_of_keys_are_plain(
    intake: CommandLine, empty_vault: Path, signer: Path, name: str
) -> None:
    assert intake("key", "trust", empty_vault, name, signer).code == 2


def test_a_key_file_that_is_none_is_exit_3(intake: CommandLine, empty_vault: Path) -> None:
    assert intake("key", "trust", empty_vault, "a", intake.secret).code == 3
    assert intake("key", "trust", empty_vault, "a", "nowhere").code == 2
