"""Whoever was in a bundle leaves again as they left or not at all, whichever case brings them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import NOT_ASKED, Answer
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ignore_progress
from intake.errors import NothingToReleaseError, VaultDamagedError
from intake.export.fields import FieldPolicy
from intake.services import cases, exports, interviews
from intake.services.days import today
from intake.services.exports import ExportRequest, Policy, Reason
from intake.services.interviews import form
from intake.services.selection import Selection, Terms, field_names, select
from intake.services.session import VaultSession
from intake.store.tables import OWN_KEYS
from tests.unit.services.making import document, fill, name_of

REQUEST = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)


def _person(number: int, **changes: Any) -> dict[str, Any]:
    person = {
        "ref": "p1",
        "role": "interviewee",
        "names": [name_of(number)],
        "phones": [f"+3752900000{number:02}"],
    }
    return document(number, persons=[{**person, **changes}])


def _left(session: VaultSession, folder: Path, numbers: range = range(6)) -> tuple[CaseId, ...]:
    ids = fill(session, *(_person(number) for number in numbers))
    exports.write(session, exports.plan(session, REQUEST), folder / f"{numbers.start}.zip")
    return ids


def _selected(session: VaultSession) -> Selection:
    known = field_names(FieldPolicy.of(form()))
    terms = Terms(REQUEST.policy, REQUEST.purpose, REQUEST.group, today(), known)
    return select(session, None, terms, ignore_progress, CancelToken())


def _stay(session: VaultSession) -> int:
    """Return who stays because of a bundle that holds six others, who leave as they left."""
    planned = exports.plan(session, REQUEST)
    assert (len(planned.included), len(planned.leaving.standing)) == (6, 1)
    return planned.excluded[Reason.RELEASED_BEFORE]


def test_a_second_case_of_the_same_people_stays(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, *(_person(number) for number in range(6)))
    assert _stay(vault_session) == 6


@pytest.mark.parametrize("changes", [{"phones": []}, {"names": ["Somebody Otherwise"]}])
def test_one_thing_in_common_is_enough(
    vault_session: VaultSession, tmp_path: Path, changes: dict[str, Any]
) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, _person(1, **changes))
    assert _stay(vault_session) == 1


def test_who_is_related_by_way_of_others_stays(vault_session: VaultSession, tmp_path: Path) -> None:
    _left(vault_session, tmp_path)
    link = ["+375290000077"]
    fill(vault_session, _person(1, phones=link), _person(70, phones=link))
    assert _stay(vault_session) == 2


def test_new_people_leave(vault_session: VaultSession, tmp_path: Path) -> None:
    _left(vault_session, tmp_path)
    _left(vault_session, tmp_path, range(10, 16))
    assert len(vault_session.store.releases.all()) == 2


def test_who_was_erased_is_known_again_without_a_name(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = _left(vault_session, tmp_path)
    cases.erase(vault_session, ids[1])
    kept = vault_session.store.releases.traces()
    assert len(kept) == 6 * 6, "of each case a name, a phone and four endings of it"
    assert all(int(each, 16) >= 0 for each in kept)
    assert vault_session.store.check() == ()
    fill(vault_session, _person(1), _person(20))
    chosen = _selected(vault_session)
    assert len(chosen.files) == 1, "the one who is new"
    assert len(chosen.excluded[exports.Reason.RELEASED_BEFORE]) == 6


@pytest.mark.parametrize("phone", ["80290000001", "+375-29-000-00-01", "000-00-01", "2900000 01"])
def test_the_phone_of_who_was_erased_is_known_in_other_spellings(
    vault_session: VaultSession, tmp_path: Path, phone: str
) -> None:
    ids = _left(vault_session, tmp_path)
    cases.erase(vault_session, ids[1])
    fill(vault_session, _person(20, phones=[phone]))
    assert _selected(vault_session).files == []


def test_the_shorter_phone_of_who_was_erased_is_known_in_full(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = fill(
        vault_session, _person(1, phones=["000-00-01"]), *(_person(n) for n in range(10, 15))
    )
    exports.write(vault_session, exports.plan(vault_session, REQUEST), tmp_path / "1.zip")
    cases.erase(vault_session, ids[0])
    fill(vault_session, _person(20, phones=["+375 29 000-00-01"]), _person(21))
    assert len(_selected(vault_session).files) == 1, "the one who is new"


def test_who_takes_the_name_back_and_is_erased_is_known_again(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = _left(vault_session, tmp_path)
    person = cases.case_file(vault_session, ids[1]).persons[0]
    for name in ("names", "phones"):
        interviews.save_answer(vault_session, ids[1], person.id, name, NOT_ASKED)
    cases.erase(vault_session, ids[1])
    fill(vault_session, _person(1), _person(20))
    assert len(_selected(vault_session).files) == 1, "the one who is new"


def test_what_was_recorded_after_the_bundle_is_kept_at_the_farewell(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = _left(vault_session, tmp_path)
    before = vault_session.store.releases.traces()
    person = cases.case_file(vault_session, ids[1]).persons[0]
    handles = Answer(("@zubrava_made_up",))
    interviews.save_answer(vault_session, ids[1], person.id, "handles", handles)
    cases.erase(vault_session, ids[1])
    assert len(vault_session.store.releases.traces() - before) == 1


def test_a_bundle_that_has_not_left_after_all_leaves_no_trace(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    _left(vault_session, tmp_path)
    (only,) = vault_session.store.releases.all()
    with vault_session.store.write() as tx:
        vault_session.store.releases.abandon(tx, only.bundle_id)
    assert vault_session.store.releases.traces() == frozenset()
    assert len(_selected(vault_session).files) == 6


def test_without_the_key_to_who_has_left_nothing_leaves(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = _left(vault_session, tmp_path)
    with vault_session.store.write() as tx:
        tx.delete(OWN_KEYS, ("traces",))
    fill(vault_session, *(_person(number) for number in range(10, 16)))
    for _ in range(2):
        with pytest.raises(VaultDamagedError):
            exports.plan(vault_session, REQUEST)
        person = cases.case_file(vault_session, ids[0]).persons[0]
        handles = Answer(("@zubrava_made_up",))
        interviews.save_answer(vault_session, ids[0], person.id, "handles", handles)
        cases.erase(vault_session, ids[0])  # which stays possible, and mends nothing
        ids = ids[1:]


def test_of_who_never_left_nothing_stays(vault_session: VaultSession) -> None:
    (only,) = fill(vault_session, _person(1))
    cases.erase(vault_session, only)
    assert vault_session.store.releases.traces() == frozenset()
    assert vault_session.store.keys.own_secret("traces") is None


def test_a_vault_of_its_own_has_a_key_of_its_own(
    vault_session: VaultSession, module_session: VaultSession, tmp_path: Path
) -> None:
    kept: list[frozenset[str]] = []
    for session in (vault_session, module_session):
        folder = tmp_path / str(len(kept))
        folder.mkdir()
        for case_id in _left(session, folder):
            cases.erase(session, case_id)
        kept.append(session.store.releases.traces())
    assert len(kept[0]) == len(kept[1]) == 6 * 6
    assert kept[0].isdisjoint(kept[1])


def test_it_holds_for_every_policy(vault_session: VaultSession, tmp_path: Path) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, *(_person(number) for number in range(6)))
    for policy in (Policy.RECORDS, Policy.ANALYSIS):
        request = replace(REQUEST, policy=policy, accept_suggestions=True)
        assert exports.plan(vault_session, request).excluded == {Reason.RELEASED_BEFORE: 6}
    with pytest.raises(NothingToReleaseError) as caught:
        exports.plan(vault_session, replace(REQUEST, policy=Policy.STATISTICS))
    assert caught.value.parameters["released_before"] == 12, "a row and a count are two bundles"
