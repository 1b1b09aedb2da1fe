"""Cases are found, finalised, withdrawn and erased; a withdrawal only ever grows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.case import CaseStatus
from intake.domain.consent import IdentityLevel, RecipientGroup, Use, Withdrawal, level_for
from intake.domain.ids import CaseId, new_id
from intake.domain.progress import CancelToken
from intake.errors import CancelledError, InputFileError, UsageError
from intake.services import cases, consents, interviews, search, settings, unfinished, versions
from intake.services.left_bundles import LeftBundle
from intake.services.session import VaultSession
from intake.services.settings import Place
from intake.store.codec import from_blob
from tests.unit.services.making import consent, document, fill, name_of, write_lines

DAY = "2022-06-01"


@pytest.fixture
def case_id(vault_session: VaultSession) -> CaseId:
    """Return a case that agrees to everything."""
    return fill(vault_session, document())[0]


def _code(session: VaultSession, case_id: CaseId) -> str:
    return cases.case_file(session, case_id).case.code


def _withdrawn(session: VaultSession, case_id: CaseId) -> Withdrawal | None:
    found = session.store.consents.current(case_id)
    return None if found is None else found.withdrawn


# -- finding --------------------------------------------------------------------------------------


def test_a_code_is_found_however_it_is_typed(vault_session: VaultSession, case_id: CaseId) -> None:
    code = _code(vault_session, case_id)
    for typed in (code, code.lower(), f" {code} ", code.replace("-", "")):
        assert cases.find(vault_session, typed) == case_id
    with pytest.raises(UsageError, match="no case"):
        cases.find(vault_session, "2222-2222")


def test_the_list_shows_every_case_and_what_it_can_be_filtered_by(
    vault_session: VaultSession, case_id: CaseId
) -> None:
    (summary,) = cases.list_cases(vault_session)
    assert (summary.id, summary.group) == (case_id, "lawyer")
    assert cases.filter_choices(vault_session).groups == ("lawyer",)


def test_search_takes_any_text_and_a_sensible_limit(
    vault_session: VaultSession, case_id: CaseId
) -> None:
    (hit, *_) = search.search(vault_session, name_of(1).split()[1], 5)
    assert hit.code == _code(vault_session, case_id)
    assert search.search(vault_session, '"( NEAR', 5) == ()
    for limit in (0, -1):
        with pytest.raises(UsageError):
            search.search(vault_session, "x", limit)


# -- status ---------------------------------------------------------------------------------------


def test_finalising_closes_the_statement_and_reopening_opens_it(
    vault_session: VaultSession,
) -> None:
    file = interviews.begin(vault_session).file
    statement = next(s.id for s in file.statements if s.question == "own_words")
    interviews.save_draft(vault_session, statement, "They came early.", 0)
    cases.set_status(vault_session, file.case.id, CaseStatus.FINALISED)
    found = interviews.statement(vault_session, statement)
    assert found.final
    assert len(vault_session.store.statements.revisions(statement)) == 1
    cases.set_status(vault_session, file.case.id, CaseStatus.DRAFT)
    assert not interviews.statement(vault_session, statement).final


@pytest.mark.parametrize("status", [CaseStatus.WITHDRAWN, CaseStatus.SEALED])
def test_withdrawing_and_sealing_are_steps_of_their_own(
    vault_session: VaultSession, case_id: CaseId, status: CaseStatus
) -> None:
    with pytest.raises(UsageError):
        cases.set_status(vault_session, case_id, status)


def test_a_withdrawn_case_stays_withdrawn(vault_session: VaultSession, case_id: CaseId) -> None:
    cases.withdraw(vault_session, case_id, Withdrawal(DAY))
    for status in (CaseStatus.DRAFT, CaseStatus.FINALISED):
        with pytest.raises(UsageError):
            cases.set_status(vault_session, case_id, status)
    assert cases.case_file(vault_session, case_id).case.status is CaseStatus.WITHDRAWN


# -- withdrawing ----------------------------------------------------------------------------------

MEDIA, ANALYSIS = frozenset({Use.MEDIA}), frozenset({Use.ANALYSIS})


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (Withdrawal(DAY), Withdrawal("2022-07-01", MEDIA), Withdrawal(DAY)),
        (Withdrawal(DAY, MEDIA), Withdrawal("2022-07-01"), Withdrawal("2022-07-01")),
        (
            Withdrawal(DAY, MEDIA),
            Withdrawal("2022-07-01", ANALYSIS),
            Withdrawal("2022-07-01", MEDIA | ANALYSIS),
        ),
        (
            Withdrawal(DAY, MEDIA, erase=True),
            Withdrawal("2022-07-01", ANALYSIS),
            Withdrawal("2022-07-01", MEDIA | ANALYSIS, erase=True),
        ),
    ],
)
def test_what_was_taken_back_stays_taken_back(
    vault_session: VaultSession,
    case_id: CaseId,
    first: Withdrawal,
    second: Withdrawal,
    together: Withdrawal,
) -> None:
    cases.withdraw(vault_session, case_id, first)
    cases.withdraw(vault_session, case_id, second)
    assert _withdrawn(vault_session, case_id) == together


@pytest.mark.parametrize("taken", [None, Withdrawal("2022-07-01", ANALYSIS)])
@pytest.mark.parametrize(
    "first", [Withdrawal(DAY), Withdrawal(DAY, MEDIA), Withdrawal(DAY, MEDIA, erase=True)]
)
def test_a_consent_that_is_saved_late_gives_nothing_back(
    vault_session: VaultSession, case_id: CaseId, first: Withdrawal, taken: Withdrawal | None
) -> None:
    """A page may hold the record from before the withdrawal, and store it afterwards."""
    before = vault_session.store.consents.current(case_id)
    assert before is not None
    cases.withdraw(vault_session, case_id, first)
    late = replace(before, withhold_note="Not to my brother.", withdrawn=taken)
    consents.save(vault_session, case_id, late)
    stored = vault_session.store.consents.current(case_id)
    assert stored is not None
    assert stored.withhold_note == "Not to my brother."
    assert stored.withdrawn is not None
    assert stored.withdrawn.erase == first.erase
    assert not first.what or first.what <= stored.withdrawn.what
    assert bool(stored.withdrawn.what) == bool(first.what)
    uses = first.what or frozenset(Use)
    assert not any(level_for(stored, use, group, DAY) for use in uses for group in RecipientGroup)


@pytest.mark.parametrize(
    ("withdrawal", "status"),
    [
        (Withdrawal(DAY), CaseStatus.WITHDRAWN),
        (Withdrawal(DAY, MEDIA), CaseStatus.FINALISED),
        (Withdrawal(DAY, MEDIA, erase=True), CaseStatus.WITHDRAWN),
    ],
)
def test_only_a_whole_withdrawal_sets_the_case_aside(
    vault_session: VaultSession, case_id: CaseId, withdrawal: Withdrawal, status: CaseStatus
) -> None:
    receipt = cases.withdraw(vault_session, case_id, withdrawal)
    assert receipt.bundles == ()
    assert cases.case_file(vault_session, case_id).case.status is status


def test_a_withdrawal_tells_the_bundles_as_people_know_them(
    vault_session: VaultSession, case_id: CaseId
) -> None:
    store = vault_session.store
    for bundle, body in (("b1", {"group": "un"}), ("b2", {"group": "of tomorrow"})):
        with store.write(Action.EXPORTED, bundle) as tx:
            store.releases.record(tx, bundle, "2022-06", [case_id], body)
    with store.write(Action.EXPORTED, "b3") as tx:
        store.releases.record(tx, "b3", "2022-06", [], {})
    today = datetime.now(UTC).astimezone().date().isoformat()
    receipt = cases.withdraw(vault_session, case_id, Withdrawal(DAY))
    assert receipt.bundles == (
        LeftBundle("b1", today, RecipientGroup.UN),
        LeftBundle("b2", today, None),
    )


def test_a_case_without_consent_can_be_withdrawn(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    cases.withdraw(vault_session, case_id, Withdrawal(DAY))
    assert _withdrawn(vault_session, case_id) == Withdrawal(DAY)


def test_consent_is_saved_with_all_its_versions(
    vault_session: VaultSession, case_id: CaseId
) -> None:
    found = vault_session.store.consents.current(case_id)
    assert found is not None
    consents.save(vault_session, case_id, found)
    level = level_for(found, Use.ANALYSIS, RecipientGroup.UN, DAY)
    assert level is IdentityLevel.CODE


# -- erasing --------------------------------------------------------------------------------------


def test_an_erased_case_is_found_nowhere(vault_session: VaultSession, case_id: CaseId) -> None:
    code = _code(vault_session, case_id)
    changes = cases.erase(vault_session, case_id)
    assert case_id in changes.ids
    assert cases.list_cases(vault_session) == ()
    assert search.search(vault_session, "zubrava") == ()
    with pytest.raises(UsageError):
        cases.find(vault_session, code)
    assert vault_session.store.check() == ()


# -- importing ------------------------------------------------------------------------------------


def test_an_import_is_all_or_nothing(vault_session: VaultSession, tmp_path: Path) -> None:
    bad = write_lines(tmp_path / "bad.jsonl", document(1), document(2, unheard_of=1))
    with pytest.raises(InputFileError, match="Line 2, unheard_of"):
        cases.import_file(vault_session, bad)
    assert cases.list_cases(vault_session) == ()
    good = write_lines(tmp_path / "good.jsonl", document(1), document(2))
    receipt = cases.import_file(vault_session, good)
    assert receipt.cases == len(set(receipt.codes)) == 2
    assert {each.code for each in cases.list_cases(vault_session)} == set(receipt.codes)


def test_an_import_tells_how_far_it_is_and_can_be_stopped(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    lines = write_lines(tmp_path / "in.jsonl", *(document(number) for number in range(3)))
    told: list[tuple[int, int]] = []
    cases.import_file(vault_session, lines, lambda *at: told.append(at))
    assert told == [(3, 3)]
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        cases.import_file(vault_session, lines, cancel=cancel)
    assert len(cases.list_cases(vault_session)) == 3


def test_imported_cases_are_final_and_wait_for_their_review(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    withdrawn = document(2, consent=consent(withdrawn=DAY))
    lines = write_lines(tmp_path / "in.jsonl", document(1), withdrawn)
    cases.import_file(vault_session, lines)
    found = {each.status: each for each in cases.list_cases(vault_session)}
    assert set(found) == {CaseStatus.FINALISED, CaseStatus.WITHDRAWN}
    assert found[CaseStatus.FINALISED].needs_review


def _settings_with(session: VaultSession, *words: str) -> list[str]:
    """Return the names of the settings that hold one of these words, in name or value."""
    rows = session.store._db.rows("SELECT key, value FROM settings")
    found = {str(key): from_blob(value) for key, value in rows}
    return sorted(
        key for key, text in found.items() if any(word in key or word in text for word in words)
    )


def test_what_the_settings_say_of_a_case_goes_with_it(
    vault_session: VaultSession, case_id: CaseId
) -> None:
    """Whatever more is kept there of a case belongs into this test and into ``erase_rows``."""
    elsewhere = new_id()
    unfinished.keep(vault_session, case_id, {"case//age": "about as old as Zubrava"})
    settings.remember_place(vault_session, Place(case_id, "identity"))
    with vault_session.store.write() as tx:
        versions.note_known_as(vault_session, tx, case_id, [elsewhere])
    words = (case_id, elsewhere, "Zubrava")
    assert len(_settings_with(vault_session, *words)) == 3
    cases.erase(vault_session, case_id)
    assert _settings_with(vault_session, *words) == []
