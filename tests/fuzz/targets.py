"""Everything that reads what somebody else may have made, and what it is fed with at first.

A reader takes any bytes; ``IntakeError`` is its way to refuse.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped] # comes with pyxform, without types

from intake.domain import edtf
from intake.domain.consent import RecipientGroup, Withdrawal
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken
from intake.errors import IntakeError
from intake.export import canonical, keys, looks, parcel
from intake.export.archive import BytesSource, read_archive, write_archive
from intake.export.bundle import make_files
from intake.export.container import open_container
from intake.export.looks import Request
from intake.export.manifest import parse_manifest
from intake.export.pages import blocks_of
from intake.export.parcel import Parcel
from intake.export.reading import _rows, shapes_of
from intake.export.recipients import HybridRecipient
from intake.export.verify import check_contents
from intake.forms.expressions import ExpressionError
from intake.forms.expressions import parse as parse_expression
from intake.services import cases, parcels, questionnaires, redacting, team, vaults
from intake.services.interchange import InterchangeReader
from intake.services.interviews import form
from intake.services.session import VaultSession
from intake.services.what_is_left import what_is_left
from intake.store.migrations import NEWEST
from intake.store.parcels import require_one_case
from intake.vault import folder, header, recovery
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret
from tests.unit.export.containers import hybrid, sealed
from tests.unit.export.forging import SIGNER, members_of
from tests.unit.export.making import PLAIN, contents, written
from tests.unit.export.test_looks import REQUEST, keyring
from tests.unit.forms.conftest import CHOICES, SETTINGS, SURVEY, Rows, columns
from tests.unit.services.making import document, fill, review_everything

VECTORS = Path(__file__).parents[1] / "vectors"
_RECORDED = "recorded.json"
_PASSPHRASE = "velvet ladder invented canyon pepper oblong"


@dataclass(frozen=True)
class Target:
    """A reader, and what it is known to read.

    Attributes:
        read: Reads the bytes; may use the folder, which is empty and goes afterwards.
        seeds: Makes inputs that are read, or nearly.
        refusals: What the reader raises for what it does not take.
    """

    read: Callable[[bytes, Path], object]
    seeds: Callable[[Path], list[bytes]]
    refusals: type[Exception] = IntakeError


# -- headers --------------------------------------------------------------------------------------


def _read_header(content: bytes, _folder: Path) -> None:
    header.parse(content, Path("header"))


def _read_forged_header(content: bytes, place: Path) -> None:
    """Read a header whose digest fits, as its forger would see to; then as a vault's."""
    body = content[:-32]
    whole = body + hashlib.sha256(body).digest()
    header.parse(whole, Path("header"))
    for name in folder.HEADER_NAMES:
        (place / name).write_bytes(whole)
    (place / "vault.db").write_bytes(content)
    folder.describe(place)


def _headers(_folder: Path) -> list[bytes]:
    vector = json.loads((VECTORS / "vault" / "header.json").read_text("utf-8"))
    start, *ends = (bytes.fromhex(vector[name]) for name in ("start", "check_code", "digest"))
    end = b"".join(ends)
    return [start + bytes(header.HEADER_BYTES - len(start) - len(end)) + end]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in below for text in _texts(each)]


# -- containers and bundles -----------------------------------------------------------------------


def _read_container(content: bytes, _folder: Path) -> None:
    reader = open_container(io.BytesIO(content), [hybrid(1)])
    while reader.read(64 * 1024):
        pass


def _containers(_folder: Path) -> list[bytes]:
    vectors = json.loads((VECTORS / "export" / _RECORDED).read_text("utf-8"))
    long = [text for text in _texts(vectors) if len(text) > 1000]
    found = [sealed(b"x" * size, hybrid(1).recipient()) for size in (0, 100, 70_000)]
    return found + [text.encode() for text in long]


def _read_archive(content: bytes, _folder: Path) -> None:
    for member in read_archive(io.BytesIO(content)):
        for _ in member.chunks():
            pass


def _archives(_folder: Path) -> list[bytes]:
    sink = io.BytesIO()
    members = {"manifest.json": b"{}", "data/a.csv": b"id,x\n1,2\n" * 40, "b": b""}
    write_archive([BytesSource(name, each) for name, each in members.items()], sink.write)
    return [sink.getvalue()]


def _read_bundle(content: bytes, _folder: Path) -> None:
    check_contents(io.BytesIO(content), CancelToken(), None)


def _read_manifest(content: bytes, _folder: Path) -> None:
    """Read a manifest whose signature holds: what a colleague turned hostile could send."""
    signature = keys.to_base64(SIGNER.sign(content)).encode() + b"\n"
    parse_manifest(content, signature)


def _bundles(place: Path) -> list[bytes]:
    return [written(place, seals=PLAIN).path.read_bytes()]


def _manifests(place: Path) -> list[bytes]:
    return [members_of(_bundles(place)[0])["manifest.json"]]


# -- what is imported -----------------------------------------------------------------------------


def _read_interchange(content: bytes, place: Path) -> None:
    path = place / "cases.jsonl"
    path.write_bytes(content)
    for _ in InterchangeReader(form(), frozenset()).read(path):
        pass


def _cases(_folder: Path) -> list[bytes]:
    rich = document(1, code="C-1", answers={"targeted_group": ["lawyer"], "age": 38})
    declined = document(2, answers={"age": {"missing": "declined"}})
    return [
        b"".join(json.dumps(each).encode() + b"\n" for each in (rich, declined)),
        json.dumps(document(3), ensure_ascii=False).encode(),
    ]


def _read_identities(content: bytes, place: Path) -> None:
    path = place / "people.json"
    path.write_bytes(content)
    redacting.read_identities(path)


def _identities(_folder: Path) -> list[bytes]:
    entry = {"name": "Zubrava Lampa", "aliases": ["Zubra"], "phone": "+375 29 000 00 01"}
    return [json.dumps([entry]).encode(), json.dumps(entry).encode() + b"\n"]


_SHEETS: Mapping[str, Rows] = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}
_BORDER = b"\n=====\n"


def _read_form(content: bytes, place: Path) -> None:
    parts = content.split(_BORDER)
    for name, part in zip(_SHEETS, [*parts, b"", b""], strict=False):
        (place / f"{name}.csv").write_bytes(part)
    questionnaires.check(place)


def _forms(_folder: Path) -> list[bytes]:
    sheets = []
    for rows in _SHEETS.values():
        text = io.StringIO()
        writer = csv.DictWriter(text, columns(rows))
        writer.writeheader()
        writer.writerows(rows)
        sheets.append(text.getvalue().encode())
    return [_BORDER.join(sheets)]


def _read_workbook(content: bytes, place: Path) -> None:
    path = place / "form.xlsx"
    path.write_bytes(content)
    questionnaires.check(path)


def _workbooks(_folder: Path) -> list[bytes]:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in _SHEETS.items():
        sheet = book.create_sheet(name)
        sheet.append(columns(rows))
        for row in rows:
            sheet.append([row.get(column, "") for column in columns(rows)])
    sink = io.BytesIO()
    book.save(sink)
    return [sink.getvalue(), _stored(sink.getvalue())]


def _stored(content: bytes) -> bytes:
    """Return a workbook without compression: a change lands in the words of its parts."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(sink, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return sink.getvalue()


def _read_expression(content: bytes, _folder: Path) -> None:
    parse_expression(content.decode("utf-8", "replace"))


def _expressions(_folder: Path) -> list[bytes]:
    return [
        b"${age} >= 18 and selected(${fruits}, 'plum')",
        b"if(${a} = 'x', 1 + 2 * 3, -4) != 5 or not(regex(${b}, '^[a-z]+$'))",
        b"date('2020-01-01') <= today() and . > 0",
    ]


def _read_date(content: bytes, _folder: Path) -> None:
    edtf.parse(content.decode("utf-8", "replace"))


def _dates(_folder: Path) -> list[bytes]:
    return [b"2020-08-11/2020-08-14", b"2020-2X", b"202X", b"2020-22~", b"../2020-05?", b"Y12020"]


# -- the files of a team --------------------------------------------------------------------------


def _read_request(content: bytes, place: Path) -> None:
    looks._write(place / "request", content, hybrid(1).recipient())
    looks.read_request(place / "request", [hybrid(1)])


def _requests(_folder: Path) -> list[bytes]:
    return [canonical.encode(looks._document_of(REQUEST))]


def _read_answer(content: bytes, _folder: Path) -> None:
    looks.parse_answer(content)


def _answers(place: Path) -> list[bytes]:
    request = Request(REQUEST.answer_to, REQUEST.signer, REQUEST.texts)
    signer = keyring().signer(RecipientGroup.TEAM)
    looks.write_answer(place / "answer", request, {1: "the duck"}, signer)
    return [looks._read(place / "answer", [hybrid(2)], looks._LARGEST_ANSWER)]


def _read_key(content: bytes, place: Path) -> None:
    path = place / "key"
    path.write_bytes(content)
    errors = []
    for read in (keys.read_public_key, keys.open_analyst_key):
        try:
            read(path)
        except IntakeError as error:
            errors.append(error)
    if len(errors) > 1:
        raise errors[0]


def _keys(_folder: Path) -> list[bytes]:
    identity = hybrid(1)
    public = keyring().public_key("Office").text.encode()
    text = bytes(identity.secret_text())
    return [public, b"# created: today\n" + text + b"\n"]


def _read_recovery(content: bytes, _folder: Path) -> None:
    recovery.parse(content.decode("utf-8", "replace"))


def _recovery_keys(_folder: Path) -> list[bytes]:
    return ["-".join(recovery.RecoveryKey.new().groups).encode()]


# -- parcels --------------------------------------------------------------------------------------


def _sent(content: bytes, path: Path, recipient: HybridRecipient) -> None:
    """Write a parcel that a trusted colleague turned hostile has signed around any content."""
    signer = keyring().signer(RecipientGroup.TEAM)
    sample = Parcel("ab" * 16, "2022-05", NEWEST, {})
    manifest = parcel._manifest(sample, parcel._CASE, content, [recipient], signer)
    signed = canonical.encode(manifest)
    signature = signer.sign(parcel._signed(parcel.FORMAT, signed))
    members = {
        parcel._MANIFEST: signed,
        parcel._SIGNATURE: keys.to_base64(signature).encode() + b"\n",
        parcel._CASE: content,
    }
    sink = io.BytesIO()
    write_archive([BytesSource(name, each) for name, each in members.items()], sink.write)
    path.write_bytes(sealed(sink.getvalue(), recipient))


class _Office:
    """A vault that trusts the colleague; made once, and what it takes in goes again."""

    session: VaultSession | None = None

    @classmethod
    def open(cls, place: Path) -> VaultSession:
        """Return the vault, made at the first call."""
        if cls.session is None:
            with Secret.from_text(_PASSPHRASE) as passphrase, vaults.new_recovery_key() as key:
                cls.session = vaults.create(
                    place / "office",
                    name="Office",
                    passphrase=passphrase,
                    recovery=key,
                    costs=KdfCosts(64 * 1024, 3, 1),
                )
            public = place / "colleague.pub"
            public.write_text(keyring().public_key("Colleague").text, "utf-8")
            team.trust(cls.session, "colleague", public)
        return cls.session


def _read_parcel(content: bytes, place: Path) -> None:
    session = _Office.open(place.parent)
    with team.keyring(session) as own:
        _sent(content, place / "parcel", own.identity.recipient())
    before = set(session.store.cases.ids())
    parcels.receive(session, place / "parcel")
    for case_id in set(session.store.cases.ids()) - before:
        _live_with(session, case_id)
        _erase(session, case_id)


def _read_table(content: bytes, _place: Path) -> object:
    """Read a table as its signer may have made it; another length or digest is noticed before."""
    (shape,) = (each for each in shapes_of(_package()) if each.name == "interviews")
    return sum(len(row) for row in _rows(shape, iter([content])))


@cache
def _package() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(_made_members()["datapackage.json"])
    return found


@cache
def _made_members() -> Mapping[str, bytes]:
    return {file.name: file.content for file in make_files(contents(), CancelToken())[0]}


def _tables(_place: Path) -> list[bytes]:
    return [_made_members()["data/interviews.csv"]]


def _read_page(content: bytes, _place: Path) -> object:
    return blocks_of("report.html", content)


def _pages(_place: Path) -> list[bytes]:
    return [_made_members()[name] for name in ("report.html", "codebook.html")]


def _erase(session: VaultSession, case_id: CaseId) -> None:
    """Erase a case with what stays of it, which would keep out all that comes after it."""
    cases.erase(session, case_id)
    with session.store.write() as tx:
        for name in ("erased_parcels", "erased_cases"):
            session.store.settings.set(tx, name, None)


def _live_with(session: VaultSession, case_id: CaseId) -> None:
    """Do what must be possible with every case that was taken in, and with its ledger."""
    session.people.units(session.store)
    what_is_left(session)
    withdrawn = cases.withdraw(session, case_id, Withdrawal(day="2022-05-27"))
    assert {each.bundle_id for each in withdrawn.bundles} <= {
        each.bundle_id for each in session.store.releases.all()
    }
    rows = session.store.parcels.rows_of(case_id)
    assert require_one_case(rows) == case_id, "what was taken in can be sent on"


def _parcels(place: Path) -> list[bytes]:
    session = _Office.open(place)
    (case_id,) = fill(session, document(1))
    review_everything(session)
    rows = session.store.parcels.rows_of(case_id)
    _erase(session, case_id)
    left_in = parcel.LeftIn("0a" * 16, "2022-05", "2022-05-26T00:00:00.000000+00:00", {"k": [1]})
    made = Parcel("ab" * 16, "2022-05", NEWEST, rows, (left_in,), ("0b" * 16,))
    (consent,) = rows["consents"]
    late = replace(left_in, made="9999-12-31T23:59:59.999999+00:00")
    nearly = (
        replace(made, releases=(left_in, left_in)),
        replace(made, releases=(late,)),
        replace(made, rows={**rows, "consents": ({**consent, "version": 2**63 - 1},)}),
        replace(made, rows={**rows, "consents": ({**consent, "body": b"[" * 9000 + b"]" * 9000},)}),
    )
    documents = [parcel._document_of(each)[1] for each in (made, *nearly)]
    return [*map(canonical.encode, documents), b'{"day":"2022-05-26","erase":true}\n']


TARGETS: Mapping[str, Target] = {
    "header": Target(_read_header, _headers),
    "forged_header": Target(_read_forged_header, _headers),
    "container": Target(_read_container, _containers),
    "archive": Target(_read_archive, _archives),
    "bundle": Target(_read_bundle, _bundles),
    "manifest": Target(_read_manifest, _manifests),
    "interchange": Target(_read_interchange, _cases),
    "identities": Target(_read_identities, _identities),
    "form": Target(_read_form, _forms),
    "workbook": Target(_read_workbook, _workbooks),
    "expression": Target(_read_expression, _expressions, ExpressionError),
    "date": Target(_read_date, _dates, ValueError),
    "look_request": Target(_read_request, _requests),
    "look_answer": Target(_read_answer, _answers),
    "parcel": Target(_read_parcel, _parcels),
    "key": Target(_read_key, _keys),
    "page": Target(_read_page, _pages),
    "table": Target(_read_table, _tables),
    "recovery_key": Target(_read_recovery, _recovery_keys),
}
