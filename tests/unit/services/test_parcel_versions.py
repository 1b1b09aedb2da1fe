"""Versions of one case share what counts, an erased case stays away, and recalls follow a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.ids import CaseId
from intake.errors import NotAcceptedError, UsageError
from intake.export.terms import Policy
from intake.services import cases, exports, parcels, sealing, vaults, versions
from intake.services.parcels import Outcome, Version
from intake.services.plans import ExportRequest
from intake.services.released import traces_of
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill
from tests.unit.services.parcel_making import filled, only_case, sent
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
BUNDLE = "ab" * 16
Four = tuple[VaultSession, VaultSession, VaultSession, VaultSession]


@pytest.fixture
def four(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[Four]:
    """Yield three vaults in the field and that of the office."""
    names = ("Field", "Other", "Third", OFFICE)
    with befriended(tmp_path, template, open_vault, *names) as (one, two, three, office):
        yield one, two, three, office


def everywhere(tmp_path: Path, four: Four) -> CaseId:
    """Let all but the first have one case; return its id."""
    field, *others = four
    case_id = filled(field)
    parcel = sent(field, case_id, tmp_path, "Other", "Third", OFFICE)
    for each in others:
        parcels.receive(each, parcel)
    return case_id


def otherwise(session: VaultSession, case_id: CaseId, age: int) -> None:
    """Change one answer of a case."""
    interview = session.store.cases.file(case_id).interviews[0]
    with session.store.write() as tx:
        session.store.answers.set(tx, interview.id, "age", Answer(age))


def brought(session: VaultSession, office: VaultSession, case_id: CaseId, folder: Path) -> str:
    """Let a version of a case reach the office; return the number of its note."""
    received = parcels.receive(office, sent(session, case_id, folder, OFFICE))
    assert received.outcome is Outcome.CONFLICT
    added = office.store.cases.find(received.code)
    (note,) = [each for each in office.store.parcels.received() if each.case_id == added]
    return note.parcel_id


def version_in(session: VaultSession, parcel_id: str) -> CaseId:
    """Return the case of a note."""
    (found,) = [e.case_id for e in session.store.parcels.received() if e.parcel_id == parcel_id]
    return found


@dataclass(frozen=True)
class Rivals:
    """Two versions of a case at the office: its own, and that of the other vault; and the note."""

    ours: CaseId
    theirs: CaseId
    note: str


@pytest.fixture
def rivals(tmp_path: Path, four: Four) -> Rivals:
    """Let all have one case, and the office another version of it as well."""
    _, other, _, office = four
    ours = everywhere(tmp_path, four)
    otherwise(other, ours, 39)
    note = brought(other, office, ours, tmp_path)
    return Rivals(ours, version_in(office, note), note)


def is_withdrawn(session: VaultSession, case_id: CaseId) -> bool:
    """Tell whether something was taken back in a case."""
    consent = session.store.consents.current(case_id)
    return consent is not None and consent.withdrawn is not None


def leaving(session: VaultSession) -> tuple[CaseId, ...]:
    """Return which cases would leave, among enough others."""
    fill(session, *(document(number) for number in range(2, 9)))
    request = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS)
    return tuple(exports.plan(session, request).included)


def recalled(sender: VaultSession, to: str, path: Path, *, erase: bool = False) -> Path:
    """Write a recall of the one case that a vault has sealed."""
    (note,) = sender.store.parcels.sealed()
    sealing.write_recall(sender, note.parcel_id, to=[to], out=path, day="2026-02-03", erase=erase)
    return path


# -- one of two versions is erased ----------------------------------------------------------------


@pytest.mark.parametrize("is_ours", [True, False])
def test_erasing_one_of_two_versions_does_not_free_the_other(
    four: Four, rivals: Rivals, *, is_ours: bool
) -> None:
    office = four[3]
    versions_here = (rivals.ours, rivals.theirs)
    gone, kept = versions_here if is_ours else reversed(versions_here)
    cases.withdraw(office, gone, Withdrawal(day="2026-02-01", erase=True))
    cases.erase(office, gone)
    assert office.store.cases.get(kept).status is CaseStatus.WITHDRAWN
    assert kept not in leaving(office)
    assert vaults.check(office).good


def test_who_left_in_a_version_that_is_erased_has_left(four: Four, rivals: Rivals) -> None:
    office = four[3]
    with office.store.write() as tx:
        office.store.releases.record(tx, BUNDLE, "2026-01", [rivals.ours], {})
    cases.erase(office, rivals.ours)
    assert office.store.releases.released_cases() == {rivals.theirs}


def test_a_recall_of_a_version_that_was_erased_reaches_the_other(
    tmp_path: Path, four: Four, rivals: Rivals
) -> None:
    field, _, _, office = four
    cases.erase(office, rivals.ours)
    assert parcels.conflicts(office) == ()
    parcels.receive(office, recalled(field, OFFICE, tmp_path / "recall"))
    assert is_withdrawn(office, rivals.theirs)


# -- an erased case stays away --------------------------------------------------------------------


def test_an_erased_case_does_not_come_back_in_the_parcel_of_somebody_else(
    tmp_path: Path, four: Four
) -> None:
    _, other, _, office = four
    case_id = everywhere(tmp_path, four)
    cases.erase(office, case_id)
    with pytest.raises(NotAcceptedError, match="erased here"):
        parcels.receive(office, sent(other, case_id, tmp_path, OFFICE))
    assert office.store.cases.count() == 0
    assert case_id.encode() not in bytes(str(office.store.settings.get("erased_cases")), "ascii")


def test_an_erased_case_does_not_come_back_under_the_id_of_another_version(
    tmp_path: Path, four: Four, rivals: Rivals
) -> None:
    _, _, third, office = four
    parcels.decide(office, rivals.note, Version.THEIRS)
    cases.erase(office, only_case(office))
    with pytest.raises(NotAcceptedError, match="erased here"):
        parcels.receive(office, sent(third, rivals.ours, tmp_path, OFFICE))


def test_a_version_that_is_kept_is_not_shut_out_with_the_one_that_was_erased(
    tmp_path: Path, four: Four, rivals: Rivals
) -> None:
    field, _, _, office = four
    cases.erase(office, rivals.ours)
    parcels.receive(field, sent(office, rivals.theirs, tmp_path, "Field"))
    received = parcels.receive(office, sent(field, rivals.theirs, tmp_path, OFFICE))
    assert received.outcome is Outcome.NEW


# -- a third version ------------------------------------------------------------------------------


@pytest.mark.parametrize("version", Version)
def test_a_third_version_is_compared_with_the_one_that_was_chosen(
    tmp_path: Path, four: Four, rivals: Rivals, version: Version
) -> None:
    _, _, third, office = four
    otherwise(third, rivals.ours, 37)
    parcels.decide(office, rivals.note, version)
    kept = office.store.cases.ids()
    for each in kept:
        cases.withdraw(office, each, Withdrawal(day="2026-02-01"))
    later = brought(third, office, rivals.ours, tmp_path)
    (conflict,) = parcels.conflicts(office)
    assert conflict.ours.case.id in kept
    parcels.decide(office, later, Version.THEIRS)
    assert all(is_withdrawn(office, each) for each in office.store.cases.ids())
    assert leaving(office)


def test_keeping_both_decides_about_these_two_alone(
    tmp_path: Path, four: Four, rivals: Rivals
) -> None:
    _, _, third, office = four
    otherwise(third, rivals.ours, 37)
    second = brought(third, office, rivals.ours, tmp_path)
    with office.store.write() as tx:
        office.store.releases.record(tx, BUNDLE, "2026-01", [rivals.ours], {})
    cases.withdraw(office, rivals.ours, Withdrawal(day="2026-02-01"))
    parcels.decide(office, rivals.note, Version.BOTH)
    (left,) = parcels.conflicts(office)
    assert left.received.parcel_id == second
    assert office.store.parcels.rivals() == {rivals.ours, version_in(office, second)}
    every = set(office.store.cases.ids())
    assert len(every) == 3
    assert office.store.releases.released_cases() == every
    assert all(is_withdrawn(office, each) for each in every)


def test_a_decision_leaves_what_else_waits_for_the_version_that_stays(
    tmp_path: Path, four: Four, rivals: Rivals
) -> None:
    field, _, third, office = four
    otherwise(third, rivals.ours, 37)
    second = brought(third, office, rivals.ours, tmp_path)
    cases.erase(office, rivals.ours)  # the two stand beside one another now
    (left,) = parcels.conflicts(office)
    assert {left.ours.case.id, left.theirs.case.id} == {
        rivals.theirs,
        version_in(office, second),
    }
    assert field.store.cases.count() == 0


# -- sealed onward --------------------------------------------------------------------------------


def test_a_recall_follows_a_case_that_was_sealed_onward(tmp_path: Path, four: Four) -> None:
    field, other, third, office = four
    case_id = filled(field)
    parcels.receive(other, sent(field, case_id, tmp_path, "Other"))
    parcels.receive(third, sent(other, case_id, tmp_path, "Third"))
    parcels.receive(office, sent(third, case_id, tmp_path, OFFICE))
    for number, sender in enumerate((field, other, third)):
        recall = recalled(sender, OFFICE, tmp_path / f"recall-{number}", erase=number == 0)
        assert parcels.receive(office, recall).outcome is Outcome.RECALLED
        assert is_withdrawn(office, case_id)
    consent = office.store.consents.current(case_id)
    assert consent is not None
    assert consent.withdrawn is not None
    assert consent.withdrawn.erase


def test_a_recall_by_somebody_else_does_not_follow(tmp_path: Path, four: Four) -> None:
    field, other, third, office = four
    case_id = filled(field)
    parcels.receive(other, sent(field, case_id, tmp_path, "Other"))
    parcels.receive(office, sent(other, case_id, tmp_path, OFFICE))
    sent(third, filled(third, 2), tmp_path, "Other")
    with pytest.raises(UsageError, match="No case of this parcel"):
        parcels.receive(office, recalled(third, OFFICE, tmp_path / "recall"))
    assert not is_withdrawn(office, case_id)


def test_whose_parcel_is_named_as_an_earlier_one_is_still_taken_in(
    tmp_path: Path, four: Four
) -> None:
    field, other, _, office = four
    case_id = filled(field)
    parcel = sent(field, case_id, tmp_path, "Other", OFFICE)
    parcels.receive(other, parcel)
    otherwise(other, case_id, 39)
    parcels.receive(office, sent(other, case_id, tmp_path, OFFICE))
    assert parcels.receive(office, parcel).outcome is Outcome.CONFLICT


def test_nothing_of_what_a_case_was_known_by_stays_when_it_is_sealed(
    tmp_path: Path, four: Four
) -> None:
    field, other, _, _ = four
    case_id = filled(field)
    parcels.receive(other, sent(field, case_id, tmp_path, "Other"))
    parcels.receive(four[3], sent(other, case_id, tmp_path, OFFICE))
    assert versions.known_as(four[3], case_id)
    sent(four[3], case_id, tmp_path, "Third")
    assert four[3].store.settings.get("known_as") is None


# -- the ledger -----------------------------------------------------------------------------------


def test_a_case_that_is_here_already_brings_where_it_has_left_since(
    tmp_path: Path, four: Four
) -> None:
    _, other, _, office = four
    case_id = everywhere(tmp_path, four)
    with other.store.write() as tx:
        other.store.releases.record(tx, BUNDLE, "2026-01", [case_id], {"group": "analysts"})
    parcel = sent(other, case_id, tmp_path, OFFICE)
    assert parcels.receive(office, parcel).outcome is Outcome.SAME
    assert office.store.releases.released_cases() == {case_id}
    assert parcels.receive(office, parcel).outcome is Outcome.SAME
    assert office.store.releases.bundles_of(case_id) == (BUNDLE,)
    assert case_id not in leaving(office)


def related(session: VaultSession) -> tuple[CaseId, CaseId]:
    """Store two cases of one person."""
    other = {"act_type": ["arbitrary_arrest"], "act_date": "2021-08", "victims": ["p1"]}
    one, two = fill(session, document(1), document(1, events=[other]))
    return one, two


def test_who_left_by_way_of_another_case_does_not_leave_again_elsewhere(
    tmp_path: Path, four: Four
) -> None:
    field, _, _, office = four
    sealed, left = related(field)
    with field.store.write() as tx:
        field.store.releases.record(tx, BUNDLE, "2026-01", [left], {"group": "analysts"})
    parcels.receive(office, sent(field, sealed, tmp_path, OFFICE))
    assert office.store.releases.bundles_of(sealed) == (BUNDLE,)
    assert sealed not in leaving(office)


def test_who_is_known_to_have_left_by_traces_alone_does_not_leave_again_elsewhere(
    tmp_path: Path, four: Four
) -> None:
    field, _, _, office = four
    sealed, left = related(field)
    traces = traces_of(field, [left])[left]
    with field.store.write() as tx:
        field.store.releases.record(tx, BUNDLE, "2026-01", [left], {}, {left: traces})
    cases.erase(field, left)
    assert not field.store.releases.released_cases()
    parcels.receive(office, sent(field, sealed, tmp_path, OFFICE))
    assert office.store.releases.bundles_of(sealed) == (BUNDLE,)


def test_who_left_before_the_ledger_kept_traces_and_was_erased_counts_as_left_elsewhere(
    tmp_path: Path, four: Four
) -> None:
    field, _, _, office = four
    sealed, left = related(field)
    with field.store.write() as tx:
        field.store.releases.record(tx, BUNDLE, "2026-01", [left], {})
    cases.erase(field, left)
    parcels.receive(office, sent(field, sealed, tmp_path, OFFICE))
    assert office.store.releases.released_cases() == {sealed}
    assert sealed not in leaving(office)
