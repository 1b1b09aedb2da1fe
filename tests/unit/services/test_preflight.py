"""Before a bundle is written all bundles are attacked: whatever rule was broken, it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.disclosure.forming import Former
from intake.disclosure.schemes import generalised
from intake.errors import AnonymityError, IntakeError, SeriesError
from intake.services import cases, preflight, selection, series
from intake.services.exports import Reason
from intake.services.session import VaultSession
from tests.unit.services.making import (
    document,
    fill,
)
from tests.unit.services.series_making import (
    alike,
    answer,
    classes,
    ids,
    leave,
    plan,
)

SIX = range(6)


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault of this test's own with six people alike."""
    fill(vault_session, *(alike(number) for number in SIX))
    return vault_session


def _changed(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a row leave corrected."""
    answer(session, ids(session)[0], "religion", "buddhist")
    honest = series.Series._is_as_it_left

    def blind(self: series.Series, each: Any, files: Any) -> bool:
        honest(self, each, files)
        self._rows[each.class_id] = {
            file.case.id: generalised(
                self.record(file), self._fields.quasi, self._schemes[each.scheme]
            )
            for file in files
        }
        return True

    monkeypatch.setattr(series.Series, "_is_as_it_left", blind)


def _joined(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a newcomer into a class that stands."""
    (new,) = fill(session, alike(30))
    real = series.Series.standing

    def joining(self: series.Series) -> series.Leaving:
        leaving = real(self)
        (only,) = leaving.classes
        row = next(iter(only.rows.values()))
        rows = {**only.rows, new: replace(row, handle=new)}
        return replace(leaving, classes=(replace(only, rows=rows),))

    monkeypatch.setattr(series.Series, "standing", joining)


def _for_each_recipient(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Form classes as if nothing had left yet."""
    fill(session, *(alike(number) for number in range(30, 33)))
    known = session.store.classes.standing()
    monkeypatch.setattr(selection, "released_units", lambda *_: frozenset())
    monkeypatch.setattr(session.store.classes, "standing", lambda: ())
    monkeypatch.setattr(
        preflight, "_earlier", _with_ledger(session, known, preflight._earlier, monkeypatch)
    )


def _with_ledger(
    session: VaultSession, known: Any, real: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    def earlier(*given: Any) -> Any:
        with monkeypatch.context() as patched:
            patched.setattr(session.store.classes, "standing", lambda: known)
            return real(*given)

    return earlier


def _without_somebody(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a class leave without one of its people."""
    real = series.Series.standing

    def shorter(self: series.Series) -> series.Leaving:
        leaving = real(self)
        (only,) = leaving.classes
        gone = next(iter(only.rows))
        self._chosen.files = [f for f in self._chosen.files if f.case.id != gone]
        rows = {case: row for case, row in only.rows.items() if case != gone}
        return replace(leaving, classes=(replace(only, rows=rows),))

    monkeypatch.setattr(series.Series, "standing", shorter)


def _certain(session: VaultSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an answer leave that everybody in a class gave."""
    answers = {**document()["answers"], "religion": "muslim", "sex": "male"}
    fill(session, *(document(number, answers=answers) for number in range(30, 36)))
    real = Former.form

    def open_hearted(*given: Any) -> Any:
        formed = real(*given)
        opened = (replace(each, withheld=frozenset()) for each in formed.classes)
        return replace(formed, classes=tuple(opened))

    monkeypatch.setattr(Former, "form", open_hearted)


SABOTAGES = (_changed, _joined, _for_each_recipient, _without_somebody, _certain)


@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_a_broken_rule_is_refused_before_anything_is_written(
    vault: VaultSession,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sabotage: Callable[[VaultSession, pytest.MonkeyPatch], None],
) -> None:
    leave(vault, tmp_path)
    before = vault.store.releases.all()
    sabotage(vault, monkeypatch)
    with pytest.raises(SeriesError) as caught:
        plan(vault)
    assert isinstance(caught.value, AnonymityError)
    assert caught.value.exit_code == 4
    told = caught.value.parameters
    assert int(told["people"]) >= 1
    assert int(told["more"]) >= 1
    codes = {case.code for case in cases.list_cases(vault)}
    assert set(str(told["codes"]).split(", ")) <= codes
    assert vault.store.releases.all() == before
    monkeypatch.undo()


def test_what_an_earlier_bundle_has_done_stops_no_other_one(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    fill(vault_session, *(alike(number) for number in range(3)))
    leave(vault_session, tmp_path, k=3)
    fill(vault_session, *(alike(number) for number in range(10, 16)))
    planned = leave(vault_session, tmp_path)
    assert (classes(planned), planned.excluded) == ((0, 1, 0), {Reason.UNDER_K: 3})


def test_people_who_left_before_there_were_classes_never_leave_again(
    vault: VaultSession,
) -> None:
    with vault.store.write() as tx:
        vault.store.releases.record(tx, "ab" * 16, "2022-06", ids(vault), {"policy": "records"})
    with pytest.raises(IntakeError):
        plan(vault)
    fill(vault, *(alike(number) for number in range(10, 16)))
    planned = plan(vault)
    assert (classes(planned), planned.excluded) == ((0, 1, 0), {Reason.RELEASED_BEFORE: 6})
