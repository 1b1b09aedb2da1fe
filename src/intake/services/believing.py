"""What of a parcel is believed: its rows, after everything that could harm was looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC

from intake.domain.case import CaseFile, CaseStatus
from intake.domain.ids import CaseId, is_case_code
from intake.domain.parcel import CaseRows, Value
from intake.domain.statement import text_digest
from intake.errors import BundleDamagedError, UsageError
from intake.export.keys import to_base64
from intake.export.looks import signed_by
from intake.export.parcel import LeftIn, Parcel
from intake.services import second_look
from intake.services.documents import as_document
from intake.services.interchange_case import UNASKED
from intake.services.interviews import form
from intake.services.session import VaultSession
from intake.store.codec import from_blob, from_time
from intake.store.parcel_rows import brought_up, is_sound_time, require_one_case
from intake.store.releases import Release

# What is raised by rows that are no case.
DAMAGED = (
    *(ValueError, KeyError, TypeError, AttributeError, AssertionError, IndexError, OverflowError),
    RecursionError,
)
_LOOKS = "looks"


@dataclass(frozen=True, slots=True)
class Believed:
    """A case as a parcel brings it; whether it can be read is for ``require_readable`` to say.

    Attributes:
        case_id: Its id where it comes from.
        names: By what else it is known there.
        releases: The bundles that it left in.
    """

    case_id: CaseId
    code: str
    rows: CaseRows
    releases: tuple[Release, ...]
    names: tuple[str, ...]


def believed(session: VaultSession, parcel: Parcel) -> Believed:
    """Return what a parcel brings, without what nobody here can verify.

    Raises:
        ValueError: It is no case; so do the other errors of ``DAMAGED``.
    """
    came = brought_up(parcel.rows, parcel.schema)
    case_id = require_case(came)
    code = str(came["cases"][0]["code"])
    rows = {**came, _LOOKS: tuple(_looks(session, came))}
    releases = tuple(map(_release, parcel.releases))
    return Believed(case_id, code, rows, releases, parcel.known_as)


def require_case(rows: CaseRows) -> CaseId:
    """Return the id of the case that rows are, before they are stored; sealing asks it, too.

    Raises:
        ValueError: They are no case that a vault takes in; so do the other errors of ``DAMAGED``.
    """
    case_id = require_one_case(rows)
    (case,) = rows["cases"]
    if not is_case_code(str(case["code"])):
        raise ValueError("code")
    if case["status"] == CaseStatus.SEALED:  # nobody could do anything with it
        raise ValueError("status")
    if any(row["digest"] != text_digest(from_blob(row["text"])) for row in rows["statements"]):
        raise ValueError("digest")
    return case_id


def _release(left: LeftIn) -> Release:
    if ":" in left.bundle_id:  # notes of the ledger have one; a bundle has none
        raise ValueError("bundle")
    if not is_sound_time(left.made):
        raise ValueError("made")
    made = from_time(left.made).astimezone(UTC)
    return Release(left.bundle_id, left.month, made, dict(left.body), 0)


def _looks(session: VaultSession, rows: CaseRows) -> Iterator[Mapping[str, Value]]:
    """Yield objections, and the looks whose signature holds under a key that is trusted here.

    What was confirmed in another vault without a signature, only that vault can know.
    """
    names = {
        to_base64(key): name
        for name, public in second_look.colleagues(session).items()
        for key in public.signers.values()
    }
    for row in rows[_LOOKS]:
        if row["objects"] == 1:
            yield {**row, "who": "", "answer": b"", "round": 0}
        elif row["signer"] in names and _has_passed(row):
            yield {**row, "who": names[str(row["signer"])], "round": 0}


def _has_passed(look: Mapping[str, Value]) -> bool:
    if not isinstance(look["answer"], bytes):
        raise TypeError("answer")
    try:
        signer, passed = signed_by(look["answer"])
    except BundleDamagedError:
        return False
    return to_base64(signer) == look["signer"] and look["digest"] in passed


def require_readable(session: VaultSession, case_id: CaseId) -> None:
    """Read back everything of a case that came from outside.

    Raises:
        ValueError: Something in it is no part of a case; so do the errors of the repositories.
        UsageError: It was recorded with a questionnaire that this program does not know.
    """
    store = session.store
    file = store.cases.file(case_id)
    _require_known_form(file)
    for statement in file.statements:
        for mark in file.marks.get(statement.id, ()):
            if not 0 <= mark.start < mark.end <= len(statement.text):
                raise ValueError("mark")
        store.statements.revisions(statement.id)
        store.looks.of(statement.id)
    store.rulings.of_case(case_id)
    store.audit.of_case(case_id)
    as_document(file)


def _require_known_form(file: CaseFile) -> None:
    """Take cases of this questionnaire, and of earlier versions of it that ask nothing else."""
    known = form()
    used = {each.form for each in file.interviews}
    if not used:
        raise ValueError("interviews")
    names, versions = zip(*(each.rpartition("/")[::2] for each in used), strict=True)
    if {*names} != {known.name}:
        raise UsageError(
            what="The case was recorded with another questionnaire. Keep the parcel, and ask the "
            "sender which one it was."
        )
    if any(not _is_at_most(version, known.version) for version in versions):
        raise UsageError(
            what="The case was recorded with a newer questionnaire. Update the program, then "
            "receive the parcel again."
        )
    if not _fields_of(file) <= {question.name for question in known.questions} | UNASKED:
        raise UsageError(
            what="The case has answers to questions that this program does not ask. Keep the "
            "parcel, and receive it with the version of the program that the sender has."
        )


def _is_at_most(version: str, newest: str) -> bool:
    if version == newest:
        return True
    return version.isdecimal() and newest.isdecimal() and int(version) <= int(newest)


def _fields_of(file: CaseFile) -> set[str]:
    sheets = [
        file.case.answers,
        *(each.answers for each in file.interviews),
        *(each.answers for each in file.persons),
        *(each.answers for each in file.events),
    ]
    asked = {name for sheet in sheets for name in sheet}
    return asked | {each.question for each in file.statements}
