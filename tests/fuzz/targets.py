"""Everything that reads what somebody else may have made, and what it is fed with at first.

A reader takes any bytes; ``IntakeError`` is its way to refuse. What it takes is held against the
bytes, as far as anybody can tell without the reader: written again it is the same, or what nobody
without a key can make is what was there before. What it refuses must leave nothing.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped] # comes with pyxform, without types

from intake.domain import edtf
from intake.domain.case import CaseFile
from intake.domain.classes import DisclosureClass
from intake.domain.consent import RecipientGroup
from intake.domain.progress import CancelToken
from intake.errors import IntakeError
from intake.export import canonical, keys, looks
from intake.export.archive import BytesSource, read_archive, write_archive
from intake.export.container import open_container
from intake.export.looks import Request
from intake.export.manifest import parse_manifest
from intake.export.verify import check_contents
from intake.forms.expressions import DEEPEST, LONGEST, ExpressionError, evaluate
from intake.forms.expressions import parse as parse_expression
from intake.forms.loader import load_form
from intake.forms.nodes import Context
from intake.services import questionnaires, redacting
from intake.services.documents import as_document
from intake.services.interchange import InterchangeReader, count_lines
from intake.services.interviews import form
from intake.vault import folder, header, recovery
from intake.vault.secret import Secret
from tests.fuzz import bundle_reader, parcel_reader
from tests.unit.export.containers import flipped, hybrid, opened, sealed
from tests.unit.export.forging import SIGNER, members_of
from tests.unit.export.making import PLAIN, written
from tests.unit.export.test_looks import REQUEST, keyring
from tests.unit.forms.conftest import CHOICES, SETTINGS, SURVEY, Rows, columns
from tests.unit.services.making import document

VECTORS = Path(__file__).parents[1] / "vectors"
_RECORDED = "recorded.json"
_CHECK_CODE_AT = 16_320  # of a header: what is before it is what it says


@dataclass(frozen=True)
class Target:
    """A reader, and what it is known to read.

    Attributes:
        read: Reads the bytes, and fails where what was taken is not what they say; may use the
            folder, which is empty and goes afterwards.
        right: Makes inputs that have to be taken.
        nearly: Makes inputs that have to be refused; called after ``right``.
        refusals: What the reader raises for what it does not take.
    """

    read: Callable[[bytes, Path], object]
    right: Callable[[Path], list[bytes]]
    nearly: Callable[[Path], list[bytes]]
    refusals: type[Exception] = IntakeError


# What was made under a key before: whatever is taken must be one of these.
_KNOWN: dict[str, set[object]] = {}


def _know(kind: str, *made: object) -> None:
    _KNOWN.setdefault(kind, set()).update(made)


# -- headers --------------------------------------------------------------------------------------


def _read_header(content: bytes, _folder: Path) -> None:
    found = header.parse(content, Path("header"))
    with Secret(bytes(32)) as another:
        again = header.write(found, another)
    assert again[:_CHECK_CODE_AT] == content[:_CHECK_CODE_AT]


def _read_forged_header(content: bytes, place: Path) -> None:
    """Read a header whose digest fits, as its forger would see to; then as a vault's."""
    body = content[:-32]
    whole = body + hashlib.sha256(body).digest()
    for name in folder.HEADER_NAMES:
        (place / name).write_bytes(whole)
    (place / "vault.db").write_bytes(content)
    try:
        told = folder.describe(place)
    finally:
        assert all((place / name).read_bytes() == whole for name in folder.HEADER_NAMES)
        assert (place / "vault.db").read_bytes() == content
    found = header.parse(whole, Path("header"))
    assert (told.costs, told.vault_id, told.generation) == (
        found.costs,
        found.vault_id,
        found.generation,
    )


def _headers(_folder: Path) -> list[bytes]:
    vector = json.loads((VECTORS / "vault" / "header.json").read_text("utf-8"))
    start, *ends = (bytes.fromhex(vector[name]) for name in ("start", "check_code", "digest"))
    end = b"".join(ends)
    return [start + bytes(header.HEADER_BYTES - len(start) - len(end)) + end]


def _forged_nearly(place: Path) -> list[bytes]:
    (right,) = _headers(place)
    costly = right[:12] + bytes([255] * 4) + right[16:]
    return [costly, right[:8] + bytes([0, 2]) + right[10:], right[:72] + bytes(8) + right[80:]]


# -- containers and bundles -----------------------------------------------------------------------


def _read_container(content: bytes, _folder: Path) -> None:
    reader = open_container(io.BytesIO(content), [hybrid(1)])
    plain = bytearray()
    while piece := reader.read(64 * 1024):
        plain += piece
    assert bytes(plain) in _KNOWN["container"]


def _recorded() -> tuple[list[bytes], list[bytes]]:
    """Return the recorded containers: those for the identity that reads, and the others."""
    vectors = json.loads((VECTORS / "export" / _RECORDED).read_text("utf-8"))
    every = {**vectors["containers"], "bundle": vectors["bundle"]}
    files = {name: base64.b64decode(text) for name, text in every.items()}
    ours = [each for each in files.values() if b"mlkem768x25519" in each[:100]]
    return ours, [each for each in files.values() if each not in ours]


def _containers(_folder: Path) -> list[bytes]:
    plain = [b"x" * size for size in (0, 100, 70_000)]
    ours, _ = _recorded()
    _know("container", *plain, *(opened(each, hybrid(1)) for each in ours))
    return [*(sealed(each, hybrid(1).recipient()) for each in plain), *ours]


def _foreign_containers(_folder: Path) -> list[bytes]:
    return [sealed(b"for another", hybrid(2).recipient()), *_recorded()[1]]


def _read_archive(content: bytes, _folder: Path) -> None:
    members = [
        BytesSource(each.entry.name, b"".join(each.chunks()))
        for each in read_archive(io.BytesIO(content))
    ]
    sink = io.BytesIO()
    write_archive(members, sink.write)
    assert sink.getvalue() == content


def _archives(_folder: Path) -> list[bytes]:
    sink = io.BytesIO()
    members = {"manifest.json": b"{}", "data/a.csv": b"id,x\n1,2\n" * 40, "b": b""}
    write_archive([BytesSource(name, each) for name, each in members.items()], sink.write)
    return [sink.getvalue()]


def _read_bundle(content: bytes, _folder: Path) -> None:
    check_contents(io.BytesIO(content), CancelToken(), None)
    assert content in _KNOWN["bundle"], "nobody else could have signed it"


def _read_manifest(content: bytes, _folder: Path) -> None:
    """Read a manifest whose signature holds: what a colleague turned hostile could send."""
    signature = keys.to_base64(SIGNER.sign(content)).encode() + b"\n"
    assert parse_manifest(content, signature).to_bytes() == content


def _bundles(place: Path) -> list[bytes]:
    made = written(place, seals=PLAIN).path.read_bytes()
    _know("bundle", made)
    return [made]


def _manifests(place: Path) -> list[bytes]:
    return [members_of(_bundles(place)[0])["manifest.json"]]


# -- what is imported -----------------------------------------------------------------------------


def _read_interchange(content: bytes, place: Path) -> None:
    path = place / "cases.jsonl"
    path.write_bytes(content)
    told, again = ([as_document(each) for each in _files_in(path)] for _ in range(2))
    assert len(told) == count_lines(path)
    for one, other in zip(told, again, strict=True):  # a case without a code gets another one
        assert {**one, "code": ""} == {**other, "code": ""}


def _files_in(path: Path) -> list[CaseFile]:
    return list(InterchangeReader(form(), frozenset()).read(path))


def _cases(_folder: Path) -> list[bytes]:
    rich = document(1, code="K7M2-Q9XD", answers={"targeted_group": ["lawyer"], "age": 38})
    declined = document(2, answers={"age": {"missing": "declined"}})
    return [
        b"".join(json.dumps(each).encode() + b"\n" for each in (rich, declined)),
        json.dumps(document(3), ensure_ascii=False).encode(),
    ]


def _cases_nearly(_folder: Path) -> list[bytes]:
    other = document(4, code="C-1")
    untold = {**document(5), "statement": 5}
    return [json.dumps(each).encode() for each in (other, untold)] + [b"[]"]


def _read_identities(content: bytes, place: Path) -> None:
    path = place / "people.json"
    path.write_bytes(content)
    found = redacting.read_identities(path)
    entries = json.loads(content)
    for person, entry in zip(found, entries, strict=True):
        told = {*person.names, *person.aliases, *person.phones, *person.emails}
        for key in ("name", "aliases", "phone", "email"):
            value = entry.get(key) or []
            assert {value} <= told if isinstance(value, str) else {*value} <= told


_LAMPA = {"name": "Zubrava Lampa", "aliases": ["Zubra"], "phone": "+375 29 000 00 01"}


def _identities(_folder: Path) -> list[bytes]:
    return [json.dumps([_LAMPA]).encode()]


def _identities_nearly(_folder: Path) -> list[bytes]:
    return [json.dumps(_LAMPA).encode() + b"\n", json.dumps([{"title": "Zubra"}]).encode()]


_SHEETS: Mapping[str, Rows] = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}
_BORDER = b"\n=====\n"


def _read_form(content: bytes, place: Path) -> None:
    parts = content.split(_BORDER)
    for name, part in zip(_SHEETS, [*parts, b"", b""], strict=False):
        (place / f"{name}.csv").write_bytes(part)
    _check_form(place)


def _check_form(path: Path) -> None:
    """Check a questionnaire, and that what is said of it is what the program would use."""
    told, used = questionnaires.check(path), load_form(path)
    names = [each.name for each in used.questions]
    assert len(names) == told.questions == len({*names}) > 0
    assert told.reference == f"{used.name}/{used.version}"
    assert told.languages == used.languages
    undisclosed = DisclosureClass.INTERNAL
    assert told.internal == sum(each.disclosure is undisclosed for each in used.questions)
    assert [each.name for each in load_form(path).questions] == names


def _forms(_folder: Path) -> list[bytes]:
    sheets = []
    for rows in _SHEETS.values():
        text = io.StringIO()
        writer = csv.DictWriter(text, columns(rows))
        writer.writeheader()
        writer.writerows(rows)
        sheets.append(text.getvalue().encode())
    return [_BORDER.join(sheets)]


def _forms_nearly(place: Path) -> list[bytes]:
    (right,) = _forms(place)
    survey, *others = right.split(_BORDER)
    headings = survey.splitlines(keepends=True)[0]
    return [b"", survey, _BORDER.join([headings, *others])]


def _read_workbook(content: bytes, place: Path) -> None:
    path = place / "form.xlsx"
    path.write_bytes(content)
    _check_form(path)


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
    text = content.decode("utf-8", "replace")
    found = parse_expression(text)
    assert found.names <= {*re.findall(r"\$\{([^}]*)\}", text)}
    value = evaluate(found, _NOBODY)
    if len(text) + 2 <= LONGEST and _brackets(text) < DEEPEST:
        inside = parse_expression(f"({text})")
        assert (inside.names, evaluate(inside, _NOBODY)) == (found.names, value)


_NOBODY = Context({}, date(2022, 5, 26))


def _brackets(text: str) -> int:
    """Return at least as many brackets as can stand inside each other."""
    return text.count("(")


def _expressions(_folder: Path) -> list[bytes]:
    return [
        b"${age} >= 18 and selected(${fruits}, 'plum')",
        b"if(${a} = 'x', 1.5, -4) != 5 or not(regex(${b}, '^[a-z]+$'))",
        b"date('2020-01-01') <= today() and . > 0",
    ]


def _expressions_nearly(_folder: Path) -> list[bytes]:
    return [b"1 + 2", b"number(${a})", b"regex(${a}, ${b})", b"(" * 40 + b"1" + b")" * 40]


def _read_date(content: bytes, _folder: Path) -> None:
    text = content.decode("utf-8", "replace")
    found = edtf.parse(text)
    assert found.text == text.strip()
    assert edtf.parse(found.text) == found
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest
        assert f"{found.earliest.year:04}"[:2] == found.text[:2]


def _dates(_folder: Path) -> list[bytes]:
    return [b"2020-08-11/2020-08-14", b" 202X", b"2020-22~", b"../2020-05?", b"2020-XX"]


def _dates_nearly(_folder: Path) -> list[bytes]:
    return [b"2020-2X", b"Y12020", b"2020-02-30", b"2021/2020", b"../.."]


# -- the files of a team --------------------------------------------------------------------------


def _read_request(content: bytes, place: Path) -> None:
    looks._write(place / "request", content, hybrid(1).recipient())
    found = looks.read_request(place / "request", [hybrid(1)])
    said = canonical.decode(content, "request")
    said["answer_to"] = said["answer_to"].lower()  # a key may be written in capitals
    assert looks._document_of(found) == said


def _requests(_folder: Path) -> list[bytes]:
    return [canonical.encode(looks._document_of(REQUEST))]


def _read_answer(content: bytes, _folder: Path) -> None:
    found = looks.parse_answer(content)
    said = (found.evidence, *sorted(found.changes.items()))
    assert said in _KNOWN["look_answer"], "nobody else could have signed it"
    assert looks.signed_by(found.evidence) == (found.signer, frozenset(found.looked))


def _answers(place: Path) -> list[bytes]:
    request = Request(REQUEST.answer_to, REQUEST.signer, REQUEST.texts)
    signer = keyring().signer(RecipientGroup.TEAM)
    looks.write_answer(place / "answer", request, {1: "the duck"}, signer)
    made = looks._read(place / "answer", [hybrid(2)], looks._LARGEST_ANSWER)
    answer = looks.parse_answer(made)
    _know("look_answer", (answer.evidence, *sorted(answer.changes.items())))
    return [made]


def _read_key(content: bytes, place: Path) -> None:
    path = place / "key"
    path.write_bytes(content)
    errors = []
    try:
        public = keys.read_public_key(path)
        assert public.text in _KNOWN["key"], "nobody else could have signed it"
    except IntakeError as error:
        errors.append(error)
    try:
        secret = keys.open_analyst_key(path).identity
        assert bytes(secret.secret_text()).upper() in content.upper()
    except IntakeError as error:
        errors.append(error)
    if len(errors) > 1:
        raise errors[0]
    assert errors, "no file is a public key and a secret one"


def _keys(_folder: Path) -> list[bytes]:
    identity = hybrid(1)
    public = keyring().public_key("Office").text
    _know("key", public)
    text = bytes(identity.secret_text())
    return [public.encode(), b"# created: today\n" + text + b"\n"]


def _keys_nearly(_folder: Path) -> list[bytes]:
    public = json.loads(keyring().public_key("Office").text)
    return [json.dumps({**public, "name": "Another office"}).encode(), b"# created: today\n"]


def _read_recovery(content: bytes, _folder: Path) -> None:
    text = content.decode("utf-8", "replace")
    with recovery.parse(text) as found:
        shown = "".join(found.groups)
    typed = re.sub(r"[^0-9A-Z]", "", text.upper().translate(_READ_AS))
    if len(typed) == len(shown):  # else these are two sheets
        assert shown == typed
    else:
        assert shown in _KNOWN["recovery_key"], "two sheets give the key that was split"


_READ_AS = str.maketrans("OILB", "0118")


def _recovery_keys(_folder: Path) -> list[bytes]:
    with recovery.RecoveryKey.new() as made:
        _know("recovery_key", "".join(made.groups))
        one, _, other = ("-".join(sheet.groups) for sheet in made.split())
        return ["-".join(made.groups).encode(), f"{one}\n{other}".encode()]


def _recovery_keys_nearly(place: Path) -> list[bytes]:
    whole, sheets = _recovery_keys(place)
    return [whole[:-1], sheets.splitlines()[0], b"0" + whole[1:] if whole[:1] != b"0" else b"1"]


# -- all ------------------------------------------------------------------------------------------

Seeds = Callable[[Path], list[bytes]]


def _spoiled(right: Seeds) -> Seeds:
    """Return a maker of what is right but for one bit in the middle."""

    def nearly(place: Path) -> list[bytes]:
        (place / "spoiled").mkdir()
        return [flipped(each, len(each) // 2) for each in right(place / "spoiled")]

    return nearly


def _cut(right: Seeds) -> Seeds:
    """Return a maker of what is right but for its end, and of nothing at all."""

    def nearly(place: Path) -> list[bytes]:
        (place / "cut").mkdir()
        return [b"", *(each[:-2] for each in right(place / "cut"))]

    return nearly


TARGETS: Mapping[str, Target] = {
    "header": Target(_read_header, _headers, _spoiled(_headers)),
    "forged_header": Target(_read_forged_header, _headers, _forged_nearly),
    "container": Target(_read_container, _containers, _foreign_containers),
    "archive": Target(_read_archive, _archives, _spoiled(_archives)),
    "bundle": Target(_read_bundle, _bundles, _spoiled(_bundles)),
    "manifest": Target(_read_manifest, _manifests, _cut(_manifests)),
    "interchange": Target(_read_interchange, _cases, _cases_nearly),
    "identities": Target(_read_identities, _identities, _identities_nearly),
    "form": Target(_read_form, _forms, _forms_nearly),
    "workbook": Target(_read_workbook, _workbooks, _cut(_workbooks)),
    "expression": Target(_read_expression, _expressions, _expressions_nearly, ExpressionError),
    "date": Target(_read_date, _dates, _dates_nearly, ValueError),
    "look_request": Target(_read_request, _requests, _cut(_requests)),
    "look_answer": Target(_read_answer, _answers, _spoiled(_answers)),
    "parcel": Target(parcel_reader.read, parcel_reader.right, parcel_reader.nearly),
    "key": Target(_read_key, _keys, _keys_nearly),
    "page": Target(bundle_reader.read_page, bundle_reader.pages, bundle_reader.pages_nearly),
    "table": Target(bundle_reader.read_table, bundle_reader.tables, bundle_reader.tables_nearly),
    "recovery_key": Target(_read_recovery, _recovery_keys, _recovery_keys_nearly),
}
