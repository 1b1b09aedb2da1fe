"""What somebody tries who lays bundles on one another, or makes a vault forget what has left."""

from __future__ import annotations

import json
import zipfile
from itertools import combinations
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup
from intake.domain.ids import CaseId
from intake.domain.parcel import ReceivedCase
from intake.errors import NothingToReleaseError
from intake.services import backups, cases, exports, interviews, parcels, vaults
from intake.services.exports import ExportPlan, Reason
from intake.services.parcels import Version
from intake.services.session import VaultSession
from intake.store.parcels import month_of
from tests.unit.services.conftest import secret
from tests.unit.services.making import consent, document, fill, uses
from tests.unit.services.series_making import alike, answer, classes, ids, leave, plan, rows

SIX = range(6)
PARCEL = "c" * 32


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault of this test's own with six people alike."""
    fill(vault_session, *(alike(number) for number in SIX))
    return vault_session


def _written(session: VaultSession, planned: ExportPlan, path: Path) -> dict[str, object]:
    """Write a bundle and return everything in it that is a number of people who stayed out."""
    exports.write(session, planned, path)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        privacy = json.loads(archive.read("PRIVACY.json"))
    return {**manifest["withheld"], "loss": privacy["information_loss"]}


# -- figures --------------------------------------------------------------------------------------


def test_the_figures_do_not_tell_how_many_rows_stayed_out(vault: VaultSession) -> None:
    alone = plan(vault).contents.facts.figures
    fill(vault, *(document(20 + n, answers={"age": 20 + 9 * n, "sex": "male"}) for n in range(3)))
    planned = plan(vault)
    assert planned.contents.facts.figures.suppressed_rows > 0
    assert planned.contents.facts.figures.information_loss == alone.information_loss


def test_no_figure_tells_whether_somebody_has_given_an_answer_that_is_withheld(
    vault: VaultSession,
) -> None:
    """Whoever knows what all others have answered would know it of the one."""
    only_sex = dict.fromkeys(("when", "place", "age", "group", "acts", "details"), 0)
    before = plan(vault, weights=only_sex).contents
    answer(vault, ids(vault)[0], "ethnicity", "tatar")
    answer(vault, ids(vault)[0], "age", 71)
    after = plan(vault, weights=only_sex).contents
    assert after.facts.figures == before.facts.figures


def test_the_numbers_of_two_bundles_never_differ_by_a_few(
    vault: VaultSession, tmp_path: Path
) -> None:
    told = []
    for number in range(5, 9):
        silent = 5 if number == 5 else 1
        fill(vault, *(document(10 * number + n, consent=consent(uses={})) for n in range(silent)))
        told.append(_written(vault, plan(vault), tmp_path / f"{number}.zip")["no_consent"])
    assert told == ["5"] * 4
    assert all(int(str(one)) == int(str(other)) for one, other in combinations(told, 2))


# -- one person in two records --------------------------------------------------------------------


def _with_phone(session: VaultSession, *case_ids: CaseId) -> None:
    for case_id in case_ids:
        person = cases.case_file(session, case_id).persons[0]
        phone = Answer(("+375290000001",))
        interviews.save_answer(session, case_id, person.id, "phones", phone)


RELIGIONS = ("muslim", "muslim", "orthodox", "none", "jewish", "buddhist")


def _told(number: int, religion: str) -> dict[str, object]:
    return alike(number, answers={**document()["answers"], "religion": religion})


def _header(planned: ExportPlan, name: str) -> set[str]:
    header, *found = planned.tables["data/interviews.csv"]
    return {row[header.index(name)] for row in found}


def test_the_answer_that_stands_twice_is_not_told_of_who_stands_twice(
    vault_session: VaultSession,
) -> None:
    made = fill(vault_session, *(_told(n, each) for n, each in enumerate(RELIGIONS)))
    assert "muslim" in _header(plan(vault_session), "religion")
    _with_phone(vault_session, *made[:2])
    assert _header(plan(vault_session), "religion") == {""}


def test_who_is_found_to_stand_twice_keeps_the_class_here(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    made = fill(vault_session, *(_told(n, each) for n, each in enumerate(RELIGIONS)))
    leave(vault_session, tmp_path)
    _with_phone(vault_session, *made[:2])
    with pytest.raises(NothingToReleaseError) as caught:
        plan(vault_session)
    assert caught.value.parameters["under_k"] == 6


def _nameless(number: int) -> dict[str, object]:
    """Return somebody of whom no name is kept."""
    return alike(number, persons=[{"ref": "p1", "role": "interviewee"}], statement="They came.")


def _kept_both(session: VaultSession, ours: CaseId, theirs: CaseId) -> None:
    """Let two cases be versions of one that a person has kept both."""
    with session.store.write() as tx:
        note = ReceivedCase(PARCEL, theirs, month_of(tx), "Office", ours)
        session.store.parcels.note_received(tx, note)
        session.store.settings.set(tx, "known_as", {theirs: [ours]})
    parcels.decide(session, PARCEL, Version.BOTH)


def test_two_versions_count_as_one_though_they_name_nobody(vault_session: VaultSession) -> None:
    made = fill(vault_session, *(_nameless(number) for number in range(5)))
    assert len(plan(vault_session).included) == 5
    _kept_both(vault_session, made[0], made[1])
    assert vault_session.people.units(vault_session.store)[made[1]] == min(made[:2])
    fill(vault_session, *(alike(number) for number in range(20, 25)))
    planned = plan(vault_session)
    assert {len(each.members) for each in planned.leaving.new} == {10}
    assert planned.risk_after == pytest.approx(1 / 9)


def test_no_figure_tells_that_people_in_a_class_are_related(vault_session: VaultSession) -> None:
    """Nor, in a later bundle, that it was found out since."""
    made = fill(vault_session, *(_nameless(number) for number in range(7)))
    before = plan(vault_session).contents.facts.figures
    _kept_both(vault_session, made[0], made[1])
    related = plan(vault_session)
    assert related.risk_after == pytest.approx(1 / 6)
    assert related.contents.facts.figures == before


def test_no_figure_tells_that_people_alike_have_agreed_to_different_things(
    vault: VaultSession, tmp_path: Path
) -> None:
    """Two classes of five that look the same in the rows are ten alike."""
    leave(vault, tmp_path, group=RecipientGroup.UN)
    only_analysts = uses(analysis={"level": "code", "recipients": ["analysts"]})
    fill(vault, *(alike(number, consent=only_analysts) for number in range(20, 25)))
    planned = plan(vault)
    assert sorted(len(each.rows) for each in planned.leaving.classes) == [5, 6]
    figures = planned.contents.facts.figures
    assert (figures.discernibility, figures.global_risk) == (11 * 11, 1 / 11)


def test_of_a_version_of_somebody_who_has_left_nothing_leaves(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    made = fill(vault_session, *(_nameless(number) for number in range(6)))
    (other,) = fill(vault_session, _nameless(7))
    _kept_both(vault_session, made[0], other)
    leave(vault_session, tmp_path, case_ids=made)
    fill(vault_session, *(alike(number) for number in range(20, 26)))
    planned = plan(vault_session)
    assert other not in planned.included
    assert planned.excluded == {Reason.RELEASED_BEFORE: 1}


# -- a vault that forgets -------------------------------------------------------------------------


def _put_back(session: VaultSession, tmp_path: Path) -> VaultSession:
    """Back up, let a bundle leave, and return the vault as it was before that."""
    made = backups.backup(session, tmp_path / "stick", secret()).path
    leave(session, tmp_path)
    backups.restore(made, tmp_path / "again", secret())
    return vaults.unlock(tmp_path / "again", secret())


def test_whoever_may_have_left_since_a_backup_leaves_no_more(
    vault: VaultSession, tmp_path: Path
) -> None:
    again = _put_back(vault, tmp_path)
    vaults.state_caught_up(again, no_bundle_since=False)
    fill(again, *(alike(number) for number in range(10, 16)))
    planned = plan(again)
    assert planned.excluded == {Reason.RELEASED_BEFORE: 6}
    assert classes(planned) == (0, 1, 0)
    assert again.store.check() == ()
    again.close()


def test_where_no_bundle_was_written_since_everybody_leaves_as_before(
    vault: VaultSession, tmp_path: Path
) -> None:
    first = leave(vault, tmp_path)
    fill(vault, *(alike(number) for number in range(10, 16)))
    made = backups.backup(vault, tmp_path / "stick", secret()).path
    backups.restore(made, tmp_path / "again", secret())
    again = vaults.unlock(tmp_path / "again", secret())
    vaults.state_caught_up(again, no_bundle_since=True)
    planned = plan(again, group=RecipientGroup.UN)
    assert classes(planned) == (1, 1, 0)
    assert set(rows(first)) <= set(rows(planned))
    again.close()
    assert ids(vault)
