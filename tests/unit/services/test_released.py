"""Whoever was in a bundle stays out of every later one, whichever case brings them again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ignore_progress
from intake.errors import NothingToReleaseError
from intake.export.fields import FieldPolicy
from intake.services import cases, exports
from intake.services.exports import ExportRequest, Policy
from intake.services.interviews import form
from intake.services.planning import today
from intake.services.selection import Selection, Terms, field_names, select
from intake.services.session import VaultSession
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
    with pytest.raises(NothingToReleaseError) as caught:
        exports.plan(session, REQUEST)
    return int(caught.value.parameters["released_before"])


def test_a_second_case_of_the_same_people_stays(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, *(_person(number) for number in range(6)))
    assert _stay(vault_session) == 12


@pytest.mark.parametrize("changes", [{"phones": []}, {"names": ["Somebody Otherwise"]}])
def test_one_thing_in_common_is_enough(
    vault_session: VaultSession, tmp_path: Path, changes: dict[str, Any]
) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, _person(1, **changes))
    assert _stay(vault_session) == 7


def test_who_is_related_by_way_of_others_stays(vault_session: VaultSession, tmp_path: Path) -> None:
    _left(vault_session, tmp_path)
    link = ["+375290000077"]
    fill(vault_session, _person(1, phones=link), _person(70, phones=link))
    assert _stay(vault_session) == 8


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
    assert len(kept) == 2, "a name and a phone"
    assert all(int(each, 16) >= 0 for each in kept)
    assert vault_session.store.check() == ()
    fill(vault_session, _person(1), _person(20))
    chosen = _selected(vault_session)
    assert len(chosen.files) == 1, "the one who is new"
    assert len(chosen.excluded[exports.Reason.RELEASED_BEFORE]) == 6


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
    assert len(kept[0]) == len(kept[1]) == 12
    assert kept[0].isdisjoint(kept[1])


def test_it_holds_for_every_policy(vault_session: VaultSession, tmp_path: Path) -> None:
    _left(vault_session, tmp_path)
    fill(vault_session, *(_person(number) for number in range(6)))
    for policy in Policy:
        with pytest.raises(NothingToReleaseError):
            exports.plan(vault_session, replace(REQUEST, policy=policy))
