"""Reading a bundle: only what was signed, by somebody trusted, and nothing outside the folder."""

from __future__ import annotations

import hashlib
import io
import json
import os
import resource
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup
from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    IntakeError,
    NewerFormatError,
    UnknownSignerError,
    UsageError,
    WrongKeyError,
)
from intake.export import canonical
from intake.export import verify as verify_module
from intake.export.archive import BytesSource, write_archive
from intake.export.container import CHUNK
from intake.export.keys import Signer, signer_words, to_base64
from intake.export.recipients import Identity, PassphraseIdentity, PassphraseRecipient
from intake.export.verify import Trust, bundle_needs_passphrase, open_to, verify
from intake.vault.secret import Secret
from tests.unit.export.containers import (
    FAST,
    VECTORS,
    classical,
    flipped,
    header_length,
    hybrid,
    opened,
    sealed,
)
from tests.unit.export.making import PLAIN, keyring, sealing, written

HOSTILE_PATHS: list[str] = json.loads((VECTORS / "hostile_paths.json").read_text())
SIGNER = keyring().signer(RecipientGroup.ANALYSTS)
OFFICE = Trust({"another": keyring(9).public_key("x"), "office": keyring().public_key("Office")})
ANYBODY = Trust(anybody=True)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle as it is written, decrypted: its plain archive."""
    return written(tmp_path_factory.mktemp("good"), seals=PLAIN).path.read_bytes()


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("encrypted")).path.read_bytes()


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "bundle.age"
    path.write_bytes(content)
    return path


def members_of(archive: bytes) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(archive)) as opened_zip:
        found = {info.filename: opened_zip.read(info) for info in opened_zip.infolist()}
    del found["padding"]
    return found


def archive_of(members: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    write_archive([BytesSource(name, content) for name, content in members.items()], sink.write)
    return sink.getvalue()


@dataclass
class Forger:
    """Signs whatever it likes with a trusted key: what a colleague turned hostile could send."""

    members: dict[str, bytes]
    signer: Signer = SIGNER

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.members["manifest.json"])
        return found

    def change(self, **changes: object) -> bytes:
        """Return the bundle with other words in its manifest, signed anew."""
        return self.sealed(self.manifest | changes)

    def replace(self, name: str, content: bytes) -> bytes:
        """Return the bundle with another file, listed and signed as it should be."""
        self.members[name] = content
        listed = self.manifest
        for entry in listed["files"]:
            if entry["path"] == name:
                entry |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        return self.sealed(listed)

    def sealed(self, manifest: dict[str, Any]) -> bytes:
        content = canonical.encode(manifest)
        self.members["manifest.json"] = content
        self.members["manifest.sig"] = to_base64(self.signer.sign(content)).encode() + b"\n"
        return archive_of(self.members)


@pytest.fixture
def forger(good: bytes) -> Forger:
    return Forger(members_of(good))


# --- what is right -------------------------------------------------------------------------------


def test_a_good_bundle_tells_who_signed_and_what_is_inside(
    tmp_path: Path, encrypted: bytes
) -> None:
    report = verify(saved(tmp_path, encrypted), [hybrid(7), hybrid()], OFFICE)
    assert (report.signer, report.trusted, report.encrypted) == ("office", True, True)
    assert report.words == signer_words(SIGNER.public)
    assert report.manifest.policy == "analysis"
    assert report.manifest.group == "analysts"
    assert report.manifest.withheld["no_consent"] == "7"
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


def test_a_bundle_decrypted_with_another_program_is_still_verified(
    tmp_path: Path, encrypted: bytes
) -> None:
    archive = opened(encrypted, hybrid())
    assert verify(saved(tmp_path, archive), (), OFFICE).signer == "office"


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


def exit_code_of(path: Path, *identities: Identity) -> int:
    with pytest.raises(IntakeError) as caught:
        open_to(path, path.parent / "out", identities, OFFICE)
    assert not (path.parent / "out").exists()
    return caught.value.exit_code


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
    with pytest.raises(BundleDamagedError, match="recipients"):
        verify(path, [hybrid(2)], OFFICE)
    nobody_named = saved(tmp_path, sealed(good, hybrid(2).recipient()))
    assert verify(nobody_named, [hybrid(2)], OFFICE).encrypted
    secret = Secret.from_text("made up words")
    by_passphrase = saved(tmp_path, sealed(archive, PassphraseRecipient(secret, FAST)))
    assert verify(by_passphrase, [PassphraseIdentity(secret)], OFFICE).encrypted


# --- a manifest that lies ------------------------------------------------------------------------


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest.pop(name)


def with_value(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest.update({name: value})


def in_file(index: int, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest["files"][index].update(changes)


LIES: dict[str, Callable[[dict[str, Any]], object]] = {
    **{
        f"without {name}": without(name)
        for name in ("format", "bundle_id", "month", "policy", "k", "signer", "withheld", "files")
    },
    "one more key": with_value("offsets", [1, 2]),
    "day instead of month": with_value("month", "2022-06-15"),
    "unknown policy": with_value("policy", "everything"),
    "any group": with_value("recipient_group", "any"),
    "k of one": with_value("k", 1),
    "k as text": with_value("k", "5"),
    "k as truth": lambda manifest: manifest.update(k=True),
    "small count": lambda manifest: manifest["withheld"].update(no_consent="4"),
    "unknown reason": lambda manifest: manifest["withheld"].update(other="5"),
    "short signer": with_value("signer", "AAAA"),
    "signer not canonical": with_value("signer", "A" * 42 + "B="),
    "another format": with_value("format", "intake-parcel/1"),
    "format as number": with_value("format", 1),
    "no files": with_value("files", []),
    "file twice": lambda manifest: manifest["files"].append(manifest["files"][0]),
    "file that is not there": lambda manifest: manifest["files"].append(
        {"path": "data/more.csv", "bytes": 0, "sha256": hashlib.sha256(b"").hexdigest()}
    ),
    "file left out": lambda manifest: manifest["files"].pop(),
    "another order": lambda manifest: manifest["files"].reverse(),
    "another length": in_file(0, bytes=1),
    "another digest": in_file(0, sha256="0" * 64),
    "negative length": in_file(0, bytes=-1),
    "endless length": in_file(0, bytes=1 << 40),
    "too many files": lambda manifest: manifest["files"].extend(manifest["files"] * 60),
    "too many recipients": with_value("recipients", [f"{n:064x}" for n in range(65)]),
}


@pytest.mark.parametrize("name", LIES)
def test_a_manifest_that_lies_is_damage_though_it_is_signed(
    tmp_path: Path, forger: Forger, name: str
) -> None:
    manifest = forger.manifest
    LIES[name](manifest)
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


@pytest.mark.parametrize("path", HOSTILE_PATHS, ids=ascii)
def test_a_signed_manifest_with_a_hostile_path_writes_nothing(
    tmp_path: Path, forger: Forger, path: str
) -> None:
    manifest = forger.manifest
    manifest["files"][-1]["path"] = path.encode("utf-8", "replace").decode()
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3
    assert names(tmp_path) == ["bundle.age"]


def test_a_manifest_in_another_layout_is_damage(tmp_path: Path, forger: Forger) -> None:
    """Two layouts of one content would have two digests and one meaning."""
    content = json.dumps(forger.manifest, indent=1).encode()
    forger.members["manifest.json"] = content
    forger.members["manifest.sig"] = to_base64(SIGNER.sign(content)).encode()
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


def test_a_later_format_asks_for_a_later_program(tmp_path: Path, forger: Forger) -> None:
    path = saved(tmp_path, forger.change(format="intake-bundle/2", new="thing"))
    with pytest.raises(NewerFormatError, match="format 2"):
        verify(path, (), OFFICE)


@pytest.mark.parametrize("name", ["autorun.inf", "data/run.exe", "data/x/y.csv", "notes.txt"])
def test_a_file_that_no_bundle_has_is_refused(tmp_path: Path, forger: Forger, name: str) -> None:
    forger.members[name] = b"hello"
    manifest = forger.manifest
    digest = hashlib.sha256(b"hello").hexdigest()
    manifest["files"].append({"path": name, "bytes": 5, "sha256": digest})
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


@pytest.mark.parametrize("name", ["datapackage.json", "PRIVACY.json", "report.html"])
def test_a_file_that_every_bundle_has_may_not_be_absent(
    tmp_path: Path, forger: Forger, name: str
) -> None:
    del forger.members[name]
    manifest = forger.manifest
    manifest["files"] = [entry for entry in manifest["files"] if entry["path"] != name]
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


def test_a_bundle_without_any_table_is_refused(tmp_path: Path, forger: Forger) -> None:
    forger.members = {k: v for k, v in forger.members.items() if not k.startswith("data/")}
    manifest = forger.manifest
    manifest["files"] = [e for e in manifest["files"] if not e["path"].startswith("data/")]
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


def test_a_member_behind_those_of_the_manifest_is_refused(tmp_path: Path, forger: Forger) -> None:
    forger.members["data/more.csv"] = b""
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


def test_an_oversized_manifest_is_refused_unread(tmp_path: Path, forger: Forger) -> None:
    forger.members["manifest.json"] = b"{" + b" " * (1 << 20)
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


@pytest.mark.parametrize("name", ["datapackage.json", "PRIVACY.json"])
@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"a":1,"a":2}', b"{" * 10_000])
def test_a_document_that_is_none_is_damage(
    tmp_path: Path, forger: Forger, name: str, content: bytes
) -> None:
    assert exit_code_of(saved(tmp_path, forger.replace(name, content))) == 3


def test_an_oversized_document_is_refused(
    tmp_path: Path, forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_module, "_MAX_DOCUMENT", 100)
    assert exit_code_of(saved(tmp_path, forger.change())) == 3


@pytest.mark.parametrize(
    "changes", [{"bundle_id": "0" * 32}, {"k": 6}, {"k_covers_statements": True}]
)
def test_privacy_figures_of_another_bundle_are_damage(
    tmp_path: Path, forger: Forger, changes: dict[str, object]
) -> None:
    privacy = json.loads(forger.members["PRIVACY.json"]) | changes
    assert (
        exit_code_of(saved(tmp_path, forger.replace("PRIVACY.json", canonical.encode(privacy))))
        == 3
    )


def test_a_data_package_of_other_tables_is_damage(tmp_path: Path, forger: Forger) -> None:
    package = json.loads(forger.members["datapackage.json"])
    other_id = package | {"id": "0" * 32}
    fewer = package | {"resources": package["resources"][1:]}
    foreign = json.loads(json.dumps(package))
    foreign["resources"][0]["path"] = "https://host.example/data.csv"
    direct = json.loads(json.dumps(package))
    direct["resources"][0]["schema"]["fields"][0]["intake:disclosure"] = "direct"
    for document in (other_id, fewer, foreign, direct):
        content = forger.replace("datapackage.json", canonical.encode(document))
        assert exit_code_of(saved(tmp_path, content)) == 3


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
