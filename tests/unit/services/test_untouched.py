"""Holds that a case begun by mistake goes, and that one with anything in it stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.consent import Consent
from intake.domain.person import Role
from intake.services import cases, consents, interviews, records, settings
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.services.untouched import forget_untouched, is_untouched


def ids(session: VaultSession) -> set[str]:
    return {row.id for row in cases.list_cases(session)}


def test_a_case_that_was_only_begun_goes(vault_session: VaultSession) -> None:
    settings.save(vault_session, Settings(interviewer_code="IV-1"))
    begun = interviews.begin(vault_session).file
    assert is_untouched(begun)
    assert forget_untouched(vault_session, begun.case.id) is not None
    assert begun.case.id not in ids(vault_session)


def _answer(session: VaultSession, file: CaseFile) -> None:
    owner = file.interviews[0].id
    interviews.save_answer(session, file.case.id, owner, "age", Answer(40))


def _other_day(session: VaultSession, file: CaseFile) -> None:
    owner = file.interviews[0].id
    interviews.save_answer(session, file.case.id, owner, "interview_date", Answer("2022-05-26"))


def _consent(session: VaultSession, file: CaseFile) -> None:
    consents.save(session, file.case.id, Consent())


def _text(session: VaultSession, file: CaseFile) -> None:
    interviews.save_draft(session, file.statements[0].id, "They came.", 10)


def _text_taken_back(session: VaultSession, file: CaseFile) -> None:
    _text(session, file)
    interviews.freeze_edited(session)
    interviews.save_draft(session, file.statements[0].id, "", 0)


def _event(session: VaultSession, file: CaseFile) -> None:
    records.add_event_to_case(session, file.case.id)


def _person(session: VaultSession, file: CaseFile) -> None:
    records.add_person(session, file.case.id, Role.RELATIVE)


def _nameless(session: VaultSession, file: CaseFile) -> None:
    records.set_never_name(session, file.case.id, never=True)


def _stopped(session: VaultSession, file: CaseFile) -> None:
    interviews.stop_case(session, file.case.id)


@pytest.mark.parametrize(
    "touch",
    [
        _answer,
        _other_day,
        _consent,
        _text,
        _text_taken_back,
        _event,
        _person,
        _nameless,
        _stopped,
    ],
)
def test_a_case_that_holds_anything_stays(
    vault_session: VaultSession, touch: Callable[[VaultSession, CaseFile], None]
) -> None:
    begun = interviews.begin(vault_session).file
    touch(vault_session, begun)
    assert forget_untouched(vault_session, begun.case.id) is None
    assert begun.case.id in ids(vault_session)
