"""A parcel brings a case whole; two versions stay apart; hostile ones change nothing."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import Answer
from intake.domain.audit import Action
from intake.domain.case import CaseStatus
from intake.domain.changes import Noun
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.ids import CaseId, new_id
from intake.domain.parcel import CaseRows
from intake.errors import (
    BundleDamagedError,
    NewerFormatError,
    NotAcceptedError,
    UnknownSignerError,
    UsageError,
    WrongKeyError,
)
from intake.export.parcel import LeftIn, Parcel, Recall, read_parcel, write_parcel
from intake.export.terms import Policy
from intake.services import (
    cases,
    documents,
    exports,
    left_bundles,
    parcels,
    sealing,
    team,
    vaults,
)
from intake.services.days import today
from intake.services.parcels import Outcome, Version
from intake.services.plans import ExportRequest
from intake.services.selection import Reason
from intake.services.session import VaultSession
from intake.store.migrations import NEWEST
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill, name_of, review_everything
from tests.unit.services.parcel_making import filled, only_case, sent
from tests.unit.services.two_vaults import befriended

OFFICE, FIELD = "Office", "Field"


@pytest.fixture
def three(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[tuple[VaultSession, VaultSession, VaultSession]]:
    """Yield two vaults in the field and that of the office."""
    with befriended(tmp_path, template, open_vault, FIELD, "Other", OFFICE) as (one, two, office):
        yield one, two, office


Three = tuple[VaultSession, VaultSession, VaultSession]


def reviewed(session: VaultSession) -> CaseId:
    """Store a case with revisions, marks and a finished review."""
    case_id = filled(session)
    review_everything(session)
    return case_id


def test_a_received_case_is_what_was_sealed(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id = reviewed(field)
    before = documents.as_document(field.store.cases.file(case_id))
    revisions = len(field.store.parcels.rows_of(case_id)["revisions"])
    rows = field.store.parcels.rows_of(case_id)
    received = parcels.receive(office, sent(field, case_id, tmp_path, OFFICE))
    assert (received.outcome, received.sender) == (Outcome.NEW, FIELD)
    assert documents.as_document(office.store.cases.file(case_id)) == before
    assert len(office.store.parcels.rows_of(case_id)["revisions"]) == revisions > 0
    assert {k: v for k, v in office.store.parcels.rows_of(case_id).items() if k != "audit"} == {
        k: v for k, v in rows.items() if k != "audit"
    }
    assert [s.code for s in cases.list_cases(office)] == [received.code]
    assert office.store.search.find(name_of(1).split()[1])
    assert vaults.check(office).good
    assert Action.CASE_RECEIVED in {entry.action for entry in office.store.audit.newest()}


def test_the_same_parcel_twice_changes_nothing(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    parcel = sent(field, filled(field), tmp_path, OFFICE)
    parcels.receive(office, parcel)
    assert parcels.receive(office, parcel).outcome is Outcome.SAME
    assert office.store.cases.count() == 1


def versions(tmp_path: Path, three: Three) -> tuple[CaseId, str]:
    """Let the office have a case of which another version comes; return its id and the parcel's."""
    field, other, office = three
    case_id = filled(field)
    copy = sent(field, case_id, tmp_path, "Other", OFFICE)
    parcels.receive(other, copy)
    parcels.receive(office, copy)
    interview = other.store.cases.file(case_id).interviews[0]
    with other.store.write() as tx:
        other.store.answers.set(tx, interview.id, "age", Answer(39))
    received = parcels.receive(office, sent(other, case_id, tmp_path, OFFICE))
    assert received.outcome is Outcome.CONFLICT
    (conflict,) = parcels.conflicts(office)
    return case_id, conflict.received.parcel_id


def test_two_versions_stand_side_by_side_until_a_person_decides(
    tmp_path: Path, three: Three
) -> None:
    *_, office = three
    case_id, _ = versions(tmp_path, three)
    assert office.store.cases.count() == 2
    (conflict,) = parcels.conflicts(office)
    assert conflict.ours.case.id == case_id
    assert [(d.place, d.ours, d.theirs) for d in conflict.differences] == [
        ("answers.age", "38", "39")
    ]
    assert vaults.check(office).good


def test_neither_of_two_versions_leaves(tmp_path: Path, three: Three) -> None:
    *_, office = three
    versions(tmp_path, three)
    fill(office, *(document(number) for number in range(2, 9)))
    request = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS)
    planned = exports.plan(office, request)
    assert planned.excluded[Reason.TWO_VERSIONS] == 2
    assert "two_versions" not in planned.contents.facts.withheld


def test_the_other_version_again_is_known(tmp_path: Path, three: Three) -> None:
    _, other, office = three
    case_id, _ = versions(tmp_path, three)
    again = next(tmp_path.glob("*.parcel"))
    assert parcels.receive(office, again).outcome is Outcome.SAME
    for parcel in tmp_path.glob("*.parcel"):
        assert parcels.receive(office, parcel).outcome is Outcome.SAME
    assert office.store.cases.count() == 2
    assert other.store.cases.count() == 0
    assert case_id in office.store.cases.ids()


@pytest.mark.parametrize(
    ("version", "age"), [(Version.OURS, 38), (Version.THEIRS, 39), (Version.BOTH, None)]
)
def test_a_decision_leaves_what_was_chosen(
    tmp_path: Path, three: Three, version: Version, age: int | None
) -> None:
    *_, office = three
    case_id, parcel_id = versions(tmp_path, three)
    code = office.store.cases.get(case_id).code
    parcels.decide(office, parcel_id, version)
    assert parcels.conflicts(office) == ()
    assert not office.store.parcels.rivals()
    if age is not None:
        file = office.store.cases.file(only_case(office))
        assert file.interviews[0].answers["age"].value == age
        assert file.case.code == code
    else:
        assert office.store.cases.count() == 2
    assert vaults.check(office).good
    with pytest.raises(UsageError):
        parcels.decide(office, parcel_id, version)


def test_who_left_in_a_bundle_has_left_whichever_version_stays(
    tmp_path: Path, three: Three
) -> None:
    *_, office = three
    case_id, parcel_id = versions(tmp_path, three)
    with office.store.write() as tx:
        office.store.releases.record(tx, "ab" * 16, "2026-01", [case_id], {})
    parcels.decide(office, parcel_id, Version.THEIRS)
    assert office.store.releases.released_cases() == {only_case(office)}


def test_bundles_travel_with_a_case(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id = filled(field)
    with field.store.write() as tx:
        body = {"group": "analysts", "seed": "ff" * 32}
        field.store.releases.record(tx, "ab" * 16, "2026-01", [case_id], body)
    parcels.receive(office, sent(field, case_id, tmp_path, OFFICE))
    assert office.store.releases.released_cases() == {case_id}
    (release,) = office.store.releases.all()
    assert release.body == {"group": "analysts"}
    assert [each.bundle_id for each in left_bundles.bundles_of(office, case_id)] == ["ab" * 16]


def test_a_case_that_left_in_a_bundle_of_many_schemes_can_be_sealed_and_received(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    case_id = filled(field)
    body = {"group": "analysts", "schemes": [f"aaaab{number:02}" for number in range(40)]}
    with field.store.write() as tx:
        field.store.releases.record(tx, "ab" * 16, "2026-01", [case_id], body)
    parcels.receive(office, sent(field, case_id, tmp_path, OFFICE))
    (release,) = office.store.releases.all()
    assert release.body == {"group": "analysts"}


def test_a_code_that_is_taken_becomes_another(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id = filled(field)
    code = field.store.cases.get(case_id).code
    fill(office, document(2, code=code))
    received = parcels.receive(office, sent(field, case_id, tmp_path, OFFICE))
    assert received.outcome is Outcome.NEW
    assert received.code != code
    assert office.store.cases.count() == 2


def test_who_is_not_trusted_is_not_heard(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    parcel = sent(field, filled(field), tmp_path, OFFICE)
    with office.store.write() as tx:
        office.store.keys.forget(tx, FIELD)
    with pytest.raises(UnknownSignerError, match=r"[a-z]+ [a-z]+"):
        parcels.receive(office, parcel)
    assert office.store.cases.count() == 0


def test_who_it_is_not_for_cannot_open_it(tmp_path: Path, three: Three) -> None:
    field, other, _ = three
    with pytest.raises(WrongKeyError):
        parcels.receive(other, sent(field, filled(field), tmp_path, OFFICE))


@pytest.mark.parametrize("erase", [False, True])
def test_a_recall_withdraws_the_case_at_the_office(
    tmp_path: Path, three: Three, *, erase: bool
) -> None:
    field, _, office = three
    parcels.receive(office, sent(field, filled(field), tmp_path, OFFICE))
    (note,) = field.store.parcels.sealed()
    recall = tmp_path / "recall"
    sealing.write_recall(
        field, note.parcel_id, to=[OFFICE], out=recall, day="2026-02-03", erase=erase
    )
    received = parcels.receive(office, recall)
    assert received.outcome is Outcome.RECALLED
    file = office.store.cases.file(only_case(office))
    assert file.case.status is CaseStatus.WITHDRAWN
    assert file.consent is not None
    assert file.consent.withdrawn is not None
    assert file.consent.withdrawn.erase is erase


def test_a_recall_of_what_is_not_here_or_from_somebody_else_is_refused(
    tmp_path: Path, three: Three
) -> None:
    field, other, office = three
    parcel = sent(field, filled(field), tmp_path, OFFICE)
    (note,) = field.store.parcels.sealed()
    recall = tmp_path / "recall"
    sealing.write_recall(
        field, note.parcel_id, to=[OFFICE], out=recall, day="2026-02-03", erase=False
    )
    with pytest.raises(UsageError, match="No case of this parcel"):
        parcels.receive(office, recall)
    parcels.receive(office, parcel)
    forged = tmp_path / "forged"
    _write(other, office, forged, Recall(note.parcel_id, note.month, "2026-02-03", erase=True))
    with pytest.raises(UsageError, match="Other"):
        parcels.receive(office, forged)
    assert office.store.cases.get(only_case(office)).status is CaseStatus.FINALISED
    with pytest.raises(UsageError, match="No case was sealed"):
        sealing.write_recall(field, new_id(), to=[OFFICE], out=forged, day="x", erase=False)


def test_a_recall_of_a_day_that_does_not_exist_holds_from_today(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    parcels.receive(office, sent(field, filled(field), tmp_path, OFFICE))
    (note,) = field.store.parcels.sealed()
    recall = Recall(note.parcel_id, note.month, "2026-99-99", erase=False)
    parcels.receive(office, _write(field, office, tmp_path / "recall", recall))
    consent = office.store.cases.file(only_case(office)).consent
    assert consent is not None
    assert consent.withdrawn is not None
    assert consent.withdrawn.day == today()


def _write(sender: VaultSession, to: VaultSession, path: Path, content: Parcel | Recall) -> Path:
    with team.keyring(sender) as own, team.keyring(to) as addressee:
        recipients = [addressee.identity.recipient()]
        write_parcel(path, content, recipients, own.signer(RecipientGroup.TEAM))
    return path


Change = Callable[[dict[str, Any]], object]


def _row(table: str, column: str, value: object) -> Change:
    def change(rows: dict[str, Any]) -> None:
        rows[table] = ({**rows[table][0], column: value}, *rows[table][1:])

    return change


def _entry(**changes: str) -> Change:
    def change(rows: dict[str, Any]) -> None:
        entry = {"at": "2026-01-02T03:04:05+00:00", "action": "reviewed", "subject": "", **changes}
        rows["audit"] = ({**entry, "case_id": rows["cases"][0]["id"]},)

    return change


def _drop(table: str) -> Change:
    return lambda rows: rows.update({table: ()})


HOSTILE: dict[str, Change] = {
    "no case": _drop("cases"),
    "no interview": _drop("interviews"),
    "no table": lambda rows: rows.pop("marks"),
    "a table more": lambda rows: rows.update({"settings": ()}),
    "two cases": lambda rows: rows.update({"cases": rows["cases"] * 2}),
    "a column more": _row("persons", "secret", "x"),
    "another case": _row("persons", "case_id", "ab" * 16),
    "an id that is a path": _row("statements", "id", "../../etc"),
    "a number for an id": _row("statements", "id", 5),
    "text for a number": _row("statements", "caret", "many"),
    "bytes for a text": _row("statements", "language", b"en"),
    "no body": _row("consents", "body", None),
    "a body that is none": _row("consents", "body", b"{"),
    "a body of something else": _row("consents", "body", b"[]"),
    "a number too large": _row("statements", "caret", 2**80),
    "half a character": _row("cases", "project", "x\ud800"),
    "a status that is none": _row("cases", "status", "exported"),
    "a role that is none": _row("persons", "role", "king"),
    "a time that is none": _row("revisions", "created", "yesterday"),
    "another digest": _row("statements", "digest", "00" * 32),
    "an answer that is none": _row("answers", "value", b"\xff"),
    "a person twice": lambda rows: rows.update({"persons": rows["persons"] * 2}),
    "an unknown questionnaire": _row("interviews", "form", "other 1"),
    "an interview that is not there": _row("statements", "interview_id", "ab" * 16),
    "an answer of another case": _row("answers", "owner", "ab" * 16),
    "a revision of another case": _row("revisions", "statement_id", "ab" * 16),
    "a victim of another case": _row("event_persons", "person_id", "ab" * 16),
    "a code that is none": _row("cases", "code", "\x1b[2J" * 1000),
    "an entry at no time": _entry(at="zzz"),
    "an entry of nothing": _entry(action="zzz"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_rows_that_are_no_case_are_refused_and_change_nothing(
    tmp_path: Path, three: Three, name: str
) -> None:
    field, _, office = three
    case_id = filled(field)
    rows = dict(field.store.parcels.rows_of(case_id))
    HOSTILE[name](rows)
    parcel = Parcel(new_id(), "2026-01", NEWEST, rows)
    try:
        path = _write(field, office, tmp_path / "hostile", parcel)
    except UnicodeEncodeError:
        return  # no file can hold it
    before = office.store.state_digest()
    with pytest.raises((BundleDamagedError, UsageError)):
        parcels.receive(office, path)
    assert office.store.cases.count() == 0
    assert office.store.state_digest() == before
    assert vaults.check(office).good


def test_a_mark_outside_of_the_text_is_refused(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id = reviewed(field)
    rows = dict(field.store.parcels.rows_of(case_id))
    (marks,) = rows["marks"]
    assert isinstance(marks["body"], bytes)
    (first, *rest) = json.loads(marks["body"])
    body = json.dumps([[first[0], first[1], 10**6, *first[3:]], *rest]).encode()
    rows["marks"] = ({**marks, "body": body},)
    path = _write(field, office, tmp_path / "hostile", Parcel(new_id(), "2026-01", NEWEST, rows))
    with pytest.raises(BundleDamagedError):
        parcels.receive(office, path)
    assert office.store.cases.count() == 0


@pytest.mark.parametrize(
    "left",
    [
        LeftIn("left:" + "ab" * 16, "2026-01", "2026-01-02T00:00:00+00:00", {}),
        LeftIn("ab" * 16, "2026-01", "yesterday", {}),
    ],
)
def test_a_ledger_that_is_none_is_refused(tmp_path: Path, three: Three, left: LeftIn) -> None:
    field, _, office = three
    rows = field.store.parcels.rows_of(filled(field))
    parcel = Parcel(new_id(), "2026-01", NEWEST, rows, (left,))
    with pytest.raises(BundleDamagedError):
        parcels.receive(office, _write(field, office, tmp_path / "hostile", parcel))
    assert office.store.releases.all() == ()


def test_a_parcel_of_a_newer_program_is_told(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    rows = field.store.parcels.rows_of(filled(field))
    path = _write(field, office, tmp_path / "new", Parcel(new_id(), "2026-01", NEWEST + 1, rows))
    with pytest.raises(NewerFormatError):
        parcels.receive(office, path)


def test_every_byte_of_a_parcel_counts(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    path = sent(field, filled(field), tmp_path, OFFICE)
    content = path.read_bytes()
    changed = tmp_path / "changed"
    for place in range(0, len(content), max(1, len(content) // 97)):
        changed.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with team.keyring(office) as key, pytest.raises((BundleDamagedError, WrongKeyError)):
            read_parcel(changed, key.identity, newest=NEWEST)
    changed.write_bytes(content[:-1])
    with team.keyring(office) as key, pytest.raises(BundleDamagedError):
        read_parcel(changed, key.identity, newest=NEWEST)


def test_rows_survive_the_way_through_a_file(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    rows: CaseRows = {"cases": ({"a": 1, "b": None, "c": "ґ", "d": base64.b64decode("AP8=")},)}
    parcel = Parcel(new_id(), "2026-01", 1, rows, (LeftIn("ab" * 16, "2026-01", "x", {"k": [1]}),))
    path = _write(field, office, tmp_path / "file", parcel)
    with team.keyring(office) as key:
        assert read_parcel(path, key.identity, newest=NEWEST).content == parcel
    assert replace(parcel, month="2026-02") != parcel


def test_a_colleague_cannot_take_the_number_of_another_ones_parcel(
    tmp_path: Path, three: Three
) -> None:
    field, other, office = three
    parcel = sent(field, filled(field), tmp_path, OFFICE, "Other")
    (note,) = field.store.parcels.sealed()
    decoy = Parcel(
        note.parcel_id, note.month, NEWEST, other.store.parcels.rows_of(filled(other, 2))
    )
    parcels.receive(office, _write(other, office, tmp_path / "decoy", decoy))
    assert parcels.receive(office, parcel).outcome is Outcome.NEW
    assert office.store.cases.count() == 2


def test_a_recall_means_the_version_of_its_sender_alone(tmp_path: Path, three: Three) -> None:
    field, other, office = three
    case_id, _ = versions(tmp_path, three)
    (note,) = other.store.parcels.sealed()
    recall = tmp_path / "recall"
    sealing.write_recall(
        other, note.parcel_id, to=[OFFICE], out=recall, day="2026-02-03", erase=True
    )
    parcels.receive(office, recall)
    assert office.store.cases.get(case_id).status is CaseStatus.FINALISED
    assert field.store.cases.count() == 0


def test_every_parcel_of_a_case_can_be_recalled(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id = filled(field)
    rows = field.store.parcels.rows_of(case_id)
    for number in ("0a" * 16, "0b" * 16):
        parcel = Parcel(number, "2026-01", NEWEST, rows)
        parcels.receive(office, _write(field, office, tmp_path / number, parcel))
    recall = Recall("0b" * 16, "2026-01", "2026-02-03", erase=False)
    received = parcels.receive(office, _write(field, office, tmp_path / "recall", recall))
    assert received.outcome is Outcome.RECALLED
    assert office.store.cases.get(case_id).status is CaseStatus.WITHDRAWN


@pytest.mark.parametrize("version", Version)
def test_what_was_taken_back_in_one_version_is_taken_back_in_what_stays(
    tmp_path: Path, three: Three, version: Version
) -> None:
    *_, office = three
    case_id, parcel_id = versions(tmp_path, three)
    cases.withdraw(office, case_id, Withdrawal(day="2026-02-03", erase=True))
    parcels.decide(office, parcel_id, version)
    for kept in office.store.cases.ids():
        consent = office.store.cases.file(kept).consent
        assert consent is not None
        assert consent.withdrawn is not None
        assert consent.withdrawn.erase


def test_who_left_in_one_of_two_kept_versions_has_left_in_both(
    tmp_path: Path, three: Three
) -> None:
    *_, office = three
    case_id, parcel_id = versions(tmp_path, three)
    with office.store.write() as tx:
        office.store.releases.record(tx, "ab" * 16, "2026-01", [case_id], {})
    parcels.decide(office, parcel_id, Version.BOTH)
    assert office.store.releases.released_cases() == set(office.store.cases.ids())


def test_a_parcel_of_somebody_who_was_erased_is_not_taken_in_again(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    parcel = sent(field, filled(field), tmp_path, OFFICE)
    parcels.receive(office, parcel)
    cases.erase(office, only_case(office))
    with pytest.raises(NotAcceptedError, match="erased here"):
        parcels.receive(office, parcel)
    assert office.store.cases.count() == 0


def test_a_decided_case_can_still_be_recalled(tmp_path: Path, three: Three) -> None:
    _, other, office = three
    case_id, parcel_id = versions(tmp_path, three)
    parcels.decide(office, parcel_id, Version.OURS)
    (note,) = other.store.parcels.sealed()
    recall = tmp_path / "recall"
    sealing.write_recall(
        other, note.parcel_id, to=[OFFICE], out=recall, day="2026-02-03", erase=False
    )
    parcels.receive(office, recall)
    assert office.store.cases.get(case_id).status is CaseStatus.WITHDRAWN


def test_whoever_shows_parcels_hears_that_the_case_of_one_was_erased(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    parcels.receive(office, sent(field, reviewed(field), tmp_path, OFFICE))
    assert Noun.PARCEL in cases.erase(office, only_case(office)).nouns
