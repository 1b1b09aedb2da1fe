"""A case rescued in part can be handed over, and nothing goes that nobody could take in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile, CaseStatus
from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.errors import RefusedError
from intake.services import cases, interviews, parcels, rescuing, sealing, vaults
from intake.services.parcels import Outcome
from intake.services.session import VaultSession
from intake.store.tables import INTERVIEWS, OF_A_CASE
from intake.store.transaction import Transaction
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.making import document, fill, name_of, review_everything
from tests.unit.services.parcel_making import only_case, sent
from tests.unit.services.test_rescuing import LONG, pages_with, root_of, spoil
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
pytestmark = pytest.mark.usefixtures("shared_derivations")


@pytest.fixture
def pair(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[tuple[VaultSession, VaultSession]]:
    """Yield a vault in the field and that of the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (field, office):
        yield field, office


def rescued(field: VaultSession, new: Path) -> VaultSession:
    """Rescue a closed vault and open the new one."""
    rescuing.rescue_into(field.path, new, secret())
    return vaults.unlock(new, secret())


def received(session: VaultSession, office: VaultSession, folder: Path) -> CaseFile:
    """Seal the only case of a vault, close it, and return the case as the office has it."""
    parcel = sent(session, only_case(session), folder, OFFICE)
    session.close()
    assert parcels.receive(office, parcel).outcome is Outcome.NEW
    return office.store.cases.file(only_case(office))


@pytest.mark.parametrize("table", [table.name for table in OF_A_CASE])
def test_a_case_that_has_lost_a_table_reaches_the_office(
    tmp_path: Path, template: Template, pair: tuple[VaultSession, VaultSession], table: str
) -> None:
    field, office = pair
    fill(field, document(1))
    review_everything(field)
    field.close()
    spoil(field.path, root_of(field.path, template, table))
    received(rescued(field, tmp_path / "new"), office, tmp_path)


@pytest.mark.parametrize("status", [CaseStatus.DRAFT, CaseStatus.FINALISED])
def test_a_case_without_any_consent_reaches_the_office(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], status: CaseStatus
) -> None:
    """Consent is asked in the course of an interview; whoever has to leave in the middle seals."""
    field, office = pair
    begun = interviews.begin(field, language="en").file
    interviews.save_answer(field, begun.case.id, begun.interviews[0].id, "age", Answer(38))
    cases.set_status(field, begun.case.id, status)
    assert field.store.consents.current(begun.case.id) is None
    (parcel,) = sealing.seal(field, [begun.case.id], to=[OFFICE], into=tmp_path, drafts=True).files
    assert parcels.receive(office, parcel).outcome is Outcome.NEW
    came = office.store.cases.file(only_case(office))
    assert came.consent is None
    assert came.interviews[0].answers["age"] == Answer(38)
    assert vaults.check(office).good


def test_marks_of_a_text_that_is_lost_do_not_reach_beyond_what_is_left(
    tmp_path: Path, template: Template, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, office = pair
    (case_id,) = fill(field, document(1, statement=f"{LONG} {name_of(1)} was not told why."))
    review_everything(field)
    assert any(field.store.cases.file(case_id).marks.values())
    field.close()
    spoil(field.path, *pages_with(field.path, template, "Invented words, many of them. "))
    file = received(rescued(field, tmp_path / "new"), office, tmp_path)
    assert not any(file.marks.values())
    assert not any(each.text for each in file.statements)


def test_who_is_named_in_answers_is_a_person_again(
    tmp_path: Path, template: Template, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, office = pair
    fill(field, document(1))
    field.close()
    spoil(field.path, root_of(field.path, template, "persons"))
    file = received(rescued(field, tmp_path / "new"), office, tmp_path)
    assert [(each.code, each.role.value) for each in file.persons] == [("P1", "interviewee")]
    assert file.persons[0].texts("names") == (name_of(1),)


def test_who_it_was_of_several_is_not_guessed(
    tmp_path: Path, template: Template, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, office = pair
    people = [
        {"ref": f"p{n}", "role": role, "names": [name_of(n)]}
        for n, role in ((1, "interviewee"), (2, "relative"))
    ]
    fill(field, document(1, persons=people))
    field.close()
    spoil(field.path, root_of(field.path, template, "persons"))
    file = received(rescued(field, tmp_path / "new"), office, tmp_path)
    assert {(each.code, each.role.value) for each in file.persons} == {
        ("P1", "other"),
        ("P2", "other"),
    }


def no_questionnaire(session: VaultSession, file: CaseFile, tx: Transaction) -> None:
    tx.change(INTERVIEWS, (file.interviews[0].id,), {"form": ""})


def answers_of_nobody(session: VaultSession, file: CaseFile, tx: Transaction) -> None:
    nobody, case_id = PersonId("ab" * 16), file.case.id
    session.store.answers.add(tx, nobody, case_id, "person", {"names": Answer(("Nobody",))})


def marks_of_nothing(session: VaultSession, file: CaseFile, tx: Transaction) -> None:
    statement = next(each for each in file.statements if each.text)
    beyond = Mark(MarkId("m"), 0, 10_000, MarkKind.PERSON, Decision.MASK)
    session.store.marks.replace(tx, statement.id, (beyond,))


Breaking = Callable[[VaultSession, CaseFile, Transaction], None]


@pytest.mark.parametrize("breaking", [no_questionnaire, answers_of_nobody, marks_of_nothing])
def test_what_no_vault_could_take_in_is_refused_and_another_rescue_mends_it(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], breaking: Breaking
) -> None:
    field, office = pair
    case_id, other = fill(field, document(1), document(2))
    with field.store.write() as tx:  # as an older program has rescued it
        breaking(field, field.store.cases.file(case_id), tx)
    code = field.store.cases.get(case_id).code
    with pytest.raises(RefusedError, match=f"{code} does not fit together"):
        sealing.seal(field, [other, case_id], to=[OFFICE], into=tmp_path)
    assert field.store.cases.count() == 2
    assert list(tmp_path.glob("*.parcel")) == []
    cases.erase(field, other)
    field.close()
    received(rescued(field, tmp_path / "new"), office, tmp_path)


def test_a_questionnaire_that_nobody_has_is_refused_too(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    (case_id,) = fill(field, document(1))
    (interview,) = field.store.cases.file(case_id).interviews
    with field.store.write() as tx:
        tx.change(INTERVIEWS, (interview.id,), {"form": "invented/1"})
    with pytest.raises(RefusedError, match="questionnaire that is not here"):
        sent(field, case_id, tmp_path, OFFICE)
    assert field.store.cases.has(case_id)
