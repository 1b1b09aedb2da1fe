"""Reading a bundle: only what was signed, by somebody trusted, and nothing outside the folder."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup
from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    NotAcceptedError,
    UnknownSignerError,
    UsageError,
    WrongKeyError,
)
from intake.export import verify as verifying
from intake.export.archive import Readable
from intake.export.container import CHUNK
from intake.export.keys import signer_words
from intake.export.new_folder import Write
from intake.export.recipients import PassphraseIdentity, PassphraseRecipient
from intake.export.verify import Contents, Trust, bundle_needs_passphrase, open_to, verify
from intake.vault.secret import Secret
from tests.unit.export.containers import (
    FAST,
    classical,
    flipped,
    header_length,
    hybrid,
    opened,
    sealed,
)
from tests.unit.export.forging import (
    ANYBODY,
    OFFICE,
    SIGNER,
    Forger,
    archive_of,
    exit_code_of,
    members_of,
    names,
    saved,
)
from tests.unit.export.making import keyring, sealing, written

# --- what is right -------------------------------------------------------------------------------


def test_a_good_bundle_tells_who_signed_and_what_is_inside(
    tmp_path: Path, encrypted: bytes
) -> None:
    report = verify(saved(tmp_path, encrypted), [hybrid(7), hybrid()], OFFICE)
    assert (report.signer, report.trusted, report.encrypted) == ("office", True, True)
    assert report.words == signer_words(SIGNER.public)
    assert report.manifest.policy == "analysis"
    assert report.manifest.group == "analysts"
    assert report.manifest.withheld["no_consent"] == "5"
    assert report.privacy["k"] == report.manifest.k == 5
    assert names(tmp_path) == ["bundle.age"]


def test_opening_writes_the_files_directly_below_the_folder(tmp_path: Path, good: bytes) -> None:
    report = open_to(saved(tmp_path, good), tmp_path / "out", (), OFFICE)
    assert not report.encrypted
    found = {
        str(path.relative_to(tmp_path / "out")): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert found == members_of(good)
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "out").rglob("*"))


def test_a_bundle_that_changes_between_the_two_readings_is_not_opened(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = verifying.check_contents

    def other(stream: Readable, cancel: CancelToken, write: Write | None = None) -> Contents:
        found = real(stream, cancel, write)
        return found if write is None else replace(found, manifest=None)  # type: ignore[arg-type]  # no manifest is another one

    monkeypatch.setattr(verifying, "check_contents", other)
    with pytest.raises(BundleDamagedError):
        open_to(saved(tmp_path, good), tmp_path / "out", (), OFFICE)
    assert not (tmp_path / "out").exists()


def test_opened_files_and_their_names_are_brought_to_the_disk(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = set()
    real = os.fsync

    def remembering(number: int) -> None:
        synced.add(os.fstat(number).st_ino)
        real(number)

    monkeypatch.setattr(os, "fsync", remembering)
    out = tmp_path / "out"
    open_to(saved(tmp_path, good), out, (), OFFICE)
    assert synced >= {path.stat().st_ino for path in (tmp_path, out, *out.rglob("*"))}


def test_an_empty_folder_is_good_enough(tmp_path: Path, good: bytes) -> None:
    (tmp_path / "out").mkdir()
    open_to(saved(tmp_path, good), tmp_path / "out", (), OFFICE)
    assert (tmp_path / "out" / "report.html").is_file()


def test_a_passphrase_opens_what_was_sealed_with_it(tmp_path: Path) -> None:
    secret = Secret.from_text("made up words")
    path = written(tmp_path, seals=sealing(PassphraseRecipient(secret, FAST))).path
    assert bundle_needs_passphrase(path)
    assert verify(path, [PassphraseIdentity(secret)], OFFICE).signer == "office"
    with pytest.raises(WrongKeyError):
        verify(path, [PassphraseIdentity(Secret.from_text("other"))], OFFICE)


def test_it_tells_what_needs_a_passphrase(tmp_path: Path, good: bytes, encrypted: bytes) -> None:
    assert not bundle_needs_passphrase(saved(tmp_path, good))
    assert not bundle_needs_passphrase(saved(tmp_path, encrypted))


def test_a_bundle_that_lost_its_encryption_is_refused_unless_it_never_had_any(
    tmp_path: Path, good: bytes, encrypted: bytes
) -> None:
    bare = saved(tmp_path, opened(encrypted, hybrid()))
    for identities in ((), [hybrid()]):
        with pytest.raises(NotAcceptedError):
            verify(bare, identities, OFFICE)
    with pytest.raises(NotAcceptedError):
        open_to(bare, tmp_path / "out", [hybrid()], Trust(anybody=True))
    assert not (tmp_path / "out").exists()
    assert verify(saved(tmp_path, good), (), OFFICE).signer == "office"


# --- signer --------------------------------------------------------------------------------------


def test_an_unknown_signer_is_refused_with_six_words(tmp_path: Path, good: bytes) -> None:
    path = saved(tmp_path, good)
    for trust in (Trust(), Trust({"x": keyring(9).public_key("x")})):
        with pytest.raises(UnknownSignerError) as caught:
            open_to(path, tmp_path / "out", (), trust)
        assert " ".join(signer_words(SIGNER.public)) in str(caught.value)
        assert caught.value.exit_code == 3
    assert names(tmp_path) == ["bundle.age"]


def test_an_unknown_signer_is_accepted_only_on_purpose(tmp_path: Path, good: bytes) -> None:
    report = verify(saved(tmp_path, good), (), ANYBODY)
    assert (report.signer, report.trusted) == (None, False)


def test_a_key_that_is_trusted_for_another_group_does_not_count(
    tmp_path: Path, forger: Forger
) -> None:
    path = saved(tmp_path, forger.change(recipient_group="un"))
    with pytest.raises(UnknownSignerError):
        verify(path, (), OFFICE)


def test_a_signature_of_another_key_is_damage_even_when_anybody_is_trusted(
    tmp_path: Path, forger: Forger
) -> None:
    forger.signer = keyring(9).signer(RecipientGroup.ANALYSTS)
    path = saved(tmp_path, forger.sealed(forger.manifest))
    with pytest.raises(BundleDamagedError, match="signature"):
        verify(path, (), ANYBODY)


@pytest.mark.parametrize("signature", [b"", b"x", b"A" * 88, b"\xff" * 88, b"A" * 201])
def test_what_is_no_signature_is_damage(tmp_path: Path, forger: Forger, signature: bytes) -> None:
    forger.members["manifest.sig"] = signature
    with pytest.raises(BundleDamagedError):
        verify(saved(tmp_path, archive_of(forger.members)), (), ANYBODY)


# --- damage --------------------------------------------------------------------------------------


def test_cut_anywhere_it_is_damaged(tmp_path: Path, encrypted: bytes) -> None:
    start = header_length(encrypted) + 16
    borders = {start + n * (CHUNK + 16) for n in range(len(encrypted) // CHUNK + 1)}
    cuts = {border + shift for border in borders for shift in (-17, -16, -1, 0, 1, 16)}
    cuts |= set(range(0, len(encrypted), 997))
    for cut in sorted(cut for cut in cuts if cut < len(encrypted)):
        assert exit_code_of(saved(tmp_path, encrypted[:cut]), hybrid()) == 3


def test_a_flipped_bit_behind_the_header_is_damage(tmp_path: Path, encrypted: bytes) -> None:
    for position in range(header_length(encrypted), len(encrypted), 401):
        assert exit_code_of(saved(tmp_path, flipped(encrypted, position)), hybrid()) == 3


def test_a_flipped_bit_in_the_header_never_passes(tmp_path: Path, encrypted: bytes) -> None:
    """In the wrapped key itself it cannot be told from a file for somebody else."""
    codes = {
        exit_code_of(saved(tmp_path, flipped(encrypted, position)), hybrid())
        for position in range(0, header_length(encrypted), 31)
    }
    assert codes == {3, 5}


def test_something_appended_is_damage(tmp_path: Path, encrypted: bytes, good: bytes) -> None:
    assert exit_code_of(saved(tmp_path, encrypted + b"\0"), hybrid()) == 3
    assert exit_code_of(saved(tmp_path, good + b"\0")) == 3


def test_a_flipped_bit_in_a_plain_bundle_is_damage(tmp_path: Path, good: bytes) -> None:
    for position in range(0, len(good), 211):
        assert exit_code_of(saved(tmp_path, flipped(good, position))) == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no bundle at all", b"\0" * 5000])
def test_a_foreign_file_is_damage(tmp_path: Path, content: bytes) -> None:
    assert exit_code_of(saved(tmp_path, content)) == 3


def test_a_container_around_something_else_is_damage(tmp_path: Path) -> None:
    path = saved(tmp_path, sealed(b"a letter", hybrid().recipient()))
    assert exit_code_of(path, hybrid()) == 3


def test_without_any_key_an_encrypted_bundle_is_for_somebody_else(
    tmp_path: Path, encrypted: bytes
) -> None:
    assert exit_code_of(saved(tmp_path, encrypted)) == 5
    assert exit_code_of(saved(tmp_path, encrypted), hybrid(2), classical()) == 5


def test_a_bundle_that_somebody_sealed_again_for_another_reader_is_refused(
    tmp_path: Path, good: bytes, encrypted: bytes
) -> None:
    """The signer named whom it is for; a bundle passed on is not what the sender agreed to."""
    archive = opened(encrypted, hybrid())
    path = saved(tmp_path, sealed(archive, hybrid(2).recipient()))
    with pytest.raises(NotAcceptedError):
        verify(path, [hybrid(2)], OFFICE)
    nobody_named = saved(tmp_path, sealed(good, hybrid(2).recipient()))
    assert verify(nobody_named, [hybrid(2)], OFFICE).encrypted
    secret = Secret.from_text("made up words")
    by_passphrase = saved(tmp_path, sealed(archive, PassphraseRecipient(secret, FAST)))
    with pytest.raises(NotAcceptedError):
        verify(by_passphrase, [PassphraseIdentity(secret)], OFFICE)


# --- the folder ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["folder with a file", "file", "link to a folder", "dangling link"]
)
def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, good: bytes, kind: str
) -> None:
    path, out, elsewhere = saved(tmp_path, good), tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "folder with a file":
        out.mkdir()
        (out / "mine").write_text("mine")
    elif kind == "file":
        out.write_text("mine")
    else:
        out.symlink_to(elsewhere if kind == "link to a folder" else tmp_path / "nowhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DestinationExistsError, match="out"):
        open_to(path, out, (), OFFICE)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_below_a_missing_one_is_named(tmp_path: Path, good: bytes) -> None:
    with pytest.raises(UsageError, match="absent"):
        open_to(saved(tmp_path, good), tmp_path / "absent" / "out", (), OFFICE)


@pytest.mark.parametrize("existed", [True, False])
def test_a_full_disk_leaves_the_folder_as_it_was(
    tmp_path: Path,
    good: bytes,
    existed: bool,  # noqa: FBT001 (a case of this test)
) -> None:
    path, out = saved(tmp_path, good), tmp_path / "out"
    if existed:
        out.mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Room for the manifest and the tables, but not for the pages.
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, before[1]))
    try:
        with pytest.raises(DiskFullError):
            open_to(path, out, (), OFFICE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert out.exists() is existed
    assert not existed or list(out.iterdir()) == []


def test_a_stop_while_files_are_written_leaves_nothing(tmp_path: Path, good: bytes) -> None:
    class StopsLater(CancelToken):
        """Stops at the last chunk that is written."""

        left = 2 * len(members_of(good)) - 1

        def check(self) -> None:
            self.left -= 1
            if self.left == 0:
                self.cancel()
            super().check()

    with pytest.raises(CancelledError):
        open_to(saved(tmp_path, good), tmp_path / "out", (), OFFICE, StopsLater())
    assert names(tmp_path) == ["bundle.age"]


def test_a_file_that_changes_between_the_two_readings_is_noticed(
    tmp_path: Path, good: bytes, forger: Forger
) -> None:
    other = forger.change(month="2023-01")
    assert len(other) == len(good)
    path = saved(tmp_path, good)

    class Swaps(CancelToken):
        """Puts another signed bundle into the file once the first reading is over."""

        left = len(members_of(good))

        def check(self) -> None:
            self.left -= 1
            if self.left == 0:
                path.write_bytes(other)

    with pytest.raises(BundleDamagedError, match=r"manifest\.json|padding|archive"):
        open_to(path, tmp_path / "out", (), OFFICE, Swaps())
    assert names(tmp_path) == ["bundle.age"]


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe"])
def test_what_is_no_file_is_named_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bundle.age"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(UsageError, match=r"bundle\.age"):
        verify(path)


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(self: Path, mode: str) -> Iterator[bytes]:
        raise PermissionError

    path = saved(tmp_path, b"")
    monkeypatch.setattr(Path, "open", refuses)
    with pytest.raises(UsageError, match="cannot be read"):
        verify(path)
