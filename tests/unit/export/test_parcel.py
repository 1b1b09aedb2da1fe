"""A parcel that is not exactly what a vault writes is refused, whoever has signed it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup
from intake.domain.parcel import CaseRows
from intake.errors import BundleDamagedError, NewerFormatError, WrongKeyError
from intake.export import canonical, parcel
from intake.export.archive import BytesSource, write_archive
from intake.export.container import ContainerWriter
from intake.export.keys import Signer, VaultKeyring, to_base64
from intake.export.manifest import fingerprint
from intake.export.parcel import LeftIn, Parcel, Recall, read_parcel, write_parcel

SCHEMA = 5
KEYS = VaultKeyring.generate()
SENDER = VaultKeyring.generate()
RELEASE = {"bundle_id": "0a" * 16, "month": "2026-01", "made": "2026-01-02", "body": {}}
FIRST: dict[str, Any] = {
    "schema": SCHEMA,
    "tables": {"cases": [{"id": "x"}]},
    "releases": [RELEASE],
}
CASE: dict[str, Any] = {**FIRST, "known_as": ["0c" * 16]}
RECALL: dict[str, Any] = {"day": "2026-02-03", "erase": True}
ROWS: CaseRows = {"cases": ({"id": "x"},)}


def signer() -> Signer:
    return SENDER.signer(RecipientGroup.TEAM)


def manifest_over(name: str, content: bytes, **changes: Any) -> dict[str, Any]:
    return {
        "format": parcel.FORMAT,
        "parcel_id": "0b" * 16,
        "month": "2026-01",
        "recipients": [fingerprint(KEYS.identity.recipient())],
        "signer": to_base64(signer().public),
        "files": [{"path": name, "sha256": hashlib.sha256(content).hexdigest()}],
        **changes,
    }


def sealed(path: Path, *members: tuple[str, bytes]) -> Path:
    with path.open("wb") as sink:
        writer = ContainerWriter(sink, [KEYS.identity.recipient()])
        write_archive([BytesSource(*each) for each in members], writer.write)
        writer.finish()
    return path


def made(path: Path, name: str, document: dict[str, Any], **changes: Any) -> Path:
    """Write a parcel with a signature that holds, and what is wrong inside of it."""
    content = canonical.encode(document)
    said = manifest_over(name, content, **changes)
    manifest = canonical.encode(said)
    signature = to_base64(signer().sign(said["format"].encode() + b"\n" + manifest)).encode()
    return sealed(
        path, ("manifest.json", manifest), ("manifest.sig", signature + b"\n"), (name, content)
    )


def test_what_is_right_is_read(tmp_path: Path) -> None:
    found = read_parcel(made(tmp_path / "a", "case.json", CASE), KEYS.identity, newest=SCHEMA)
    release = LeftIn("0a" * 16, "2026-01", "2026-01-02", {})
    assert found.content == Parcel("0b" * 16, "2026-01", 5, ROWS, (release,), ("0c" * 16,))
    recall = read_parcel(made(tmp_path / "b", "recall.json", RECALL), KEYS.identity, newest=SCHEMA)
    assert recall.content == Recall("0b" * 16, "2026-01", "2026-02-03", erase=True)
    assert recall.signer == signer().public


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("case.json", {**CASE, "schema": "5"}),
        ("case.json", {**CASE, "more": 1}),
        ("case.json", {**CASE, "tables": {"cases": [{"id": 1.5}]}}),
        ("case.json", {**CASE, "tables": {"cases": [{"id": {"base64": "!"}}]}}),
        ("case.json", {**CASE, "tables": []}),
        ("case.json", FIRST),
        ("case.json", {**CASE, "known_as": "0c" * 16}),
        ("case.json", {**CASE, "known_as": ["left:x"]}),
        ("case.json", {**CASE, "known_as": ["0c" * 16] * 1001}),
        ("case.json", {**CASE, "releases": [RELEASE] * 2}),
        ("case.json", {**CASE, "releases": [{**RELEASE, "body": []}]}),
        ("case.json", {**CASE, "releases": [{**RELEASE, "body": {"k": "x" * 300}}]}),
        ("case.json", {**CASE, "releases": [{**RELEASE, "bundle_id": "left:x"}]}),
        ("recall.json", {**RECALL, "erase": "yes"}),
        ("recall.json", {**RECALL, "day": "today"}),
        ("other.json", CASE),
    ],
)
def test_a_document_that_is_none_is_refused(
    tmp_path: Path, name: str, document: dict[str, Any]
) -> None:
    with pytest.raises(BundleDamagedError):
        read_parcel(made(tmp_path / "file", name, document), KEYS.identity, newest=SCHEMA)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "intake-bundle/1"},
        {"format": "intake-parcel/1"},
        {"parcel_id": "../x"},
        {"month": "2026"},
        {"more": 1},
        {"recipients": "x"},
        {"signer": to_base64(KEYS.signer(RecipientGroup.TEAM).public)},
        {"files": []},
    ],
)
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    changed = made(tmp_path / "file", "case.json", CASE, **changes)
    with pytest.raises(BundleDamagedError):
        read_parcel(changed, KEYS.identity, newest=SCHEMA)


def test_a_later_format_is_told_from_damage(tmp_path: Path) -> None:
    later = made(tmp_path / "file", "case.json", CASE, format="intake-parcel/3")
    with pytest.raises(NewerFormatError):
        read_parcel(later, KEYS.identity, newest=SCHEMA)


def test_a_later_format_is_told_whatever_else_comes_with_it(tmp_path: Path) -> None:
    """Attachments, say: today's limits on members mean nothing in a format to come."""
    manifest = {"format": "intake-parcel/3", "of": "tomorrow"}
    members = [(f"attachment-{number}", b"x") for number in range(9)]
    later = sealed(tmp_path / "file", ("manifest.json", canonical.encode(manifest)), *members)
    with pytest.raises(NewerFormatError, match=r"format 3.*Update the program"):
        read_parcel(later, KEYS.identity, newest=SCHEMA)


@pytest.mark.parametrize("value", [1.5, {"a way": "to come"}, "text"])
def test_rows_of_a_later_schema_are_told_before_they_are_looked_at(
    tmp_path: Path, value: object
) -> None:
    tables = {"cases": [{"id": "x", "added": value}], "tomorrow": []}
    document = {**CASE, "schema": SCHEMA + 1, "tables": tables}
    later = made(tmp_path / "file", "case.json", document)
    with pytest.raises(NewerFormatError, match=f"format {SCHEMA + 1}"):
        read_parcel(later, KEYS.identity, newest=SCHEMA)


def test_a_parcel_of_the_first_format_is_read(tmp_path: Path) -> None:
    first = made(tmp_path / "file", "case.json", FIRST, format="intake-parcel/1")
    content = read_parcel(first, KEYS.identity, newest=SCHEMA).content
    assert isinstance(content, Parcel)
    assert content.known_as == ()


def test_a_recall_is_written_so_that_older_programs_read_it(tmp_path: Path) -> None:
    content = Recall("0b" * 16, "2026-01", "2026-02-03", erase=True)
    write_parcel(tmp_path / "file", content, [KEYS.identity.recipient()], signer())
    assert read_parcel(tmp_path / "file", KEYS.identity, newest=SCHEMA).content == content
    assert parcel.format_of(content) == "intake-parcel/1"


def test_what_was_meant_for_somebody_else_is_refused(tmp_path: Path) -> None:
    sent_on = made(tmp_path / "file", "case.json", CASE, recipients=["00" * 32])
    with pytest.raises(WrongKeyError):
        read_parcel(sent_on, KEYS.identity, newest=SCHEMA)


def test_content_that_is_not_what_was_signed_is_refused(tmp_path: Path) -> None:
    other = [{"path": "case.json", "sha256": "00" * 32}]
    unsigned = made(tmp_path / "a", "case.json", CASE, files=other)
    with pytest.raises(BundleDamagedError):
        read_parcel(unsigned, KEYS.identity, newest=SCHEMA)
    huge = sealed(tmp_path / "b", ("manifest.sig", b"x" * 1000))
    with pytest.raises(BundleDamagedError):
        read_parcel(huge, KEYS.identity, newest=SCHEMA)


def test_who_is_not_believed_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    def nobody(_signer: bytes) -> None:
        raise WrongKeyError

    hostile = made(tmp_path / "file", "case.json", {**CASE, "schema": "5"})
    with pytest.raises(WrongKeyError):
        read_parcel(hostile, KEYS.identity, nobody, newest=SCHEMA)


def test_a_document_that_would_take_up_the_memory_is_refused_before_it_is_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "file", "case.json", {**CASE, "tables": {"cases": [{}] * 2_500_000}})
    read = json.loads
    taken_apart: list[int] = []

    def loads(text: str, **options: Any) -> Any:
        taken_apart.append(len(text))
        return read(text, **options)

    monkeypatch.setattr("json.loads", loads)
    with pytest.raises(BundleDamagedError, match=r"case\.json"):
        read_parcel(path, KEYS.identity, newest=SCHEMA)
    assert max(taken_apart) < 10_000


def test_a_case_that_is_too_large_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "LARGEST", 10)
    content = Parcel("0b" * 16, "2026-01", 5, ROWS)
    with pytest.raises(ValueError, match="larger"):
        write_parcel(tmp_path / "file", content, [KEYS.identity.recipient()], signer())
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_does_not_give_back_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = parcel._recall

    def otherwise(document: dict[str, Any], manifest: dict[str, Any]) -> Recall:
        return real({**document, "day": "2000-01-01"}, manifest)

    monkeypatch.setattr(parcel, "_recall", otherwise)
    content = Recall("0b" * 16, "2026-01", "2026-02-03", erase=True)
    with pytest.raises(BundleDamagedError):
        write_parcel(tmp_path / "file", content, [KEYS.identity.recipient()], signer())
    assert list(tmp_path.iterdir()) == []
