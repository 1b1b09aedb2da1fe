"""A wish in the person's own words keeps a case here until somebody has settled it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from intake.domain.answers import Answer, Missing
from intake.domain.consent import RecipientGroup, Use
from intake.errors import NothingToReleaseError
from intake.services import cases, consents, exports, interviews
from intake.services.exports import ExportRequest, Policy, Reason
from intake.services.session import VaultSession
from tests.unit.services.making import consent, document, fill

REQUEST = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
SAID = document()["answers"]
WISH = "Please share nothing of this with anybody at all"


@pytest.mark.parametrize(
    "changes",
    [{"answers": {**SAID, "anything_to_withdraw": WISH}}, {"consent": consent(note=WISH)}],
)
@pytest.mark.parametrize("policy", Policy)
def test_the_case_stays_until_the_words_are_cleared(
    vault_session: VaultSession, changes: dict[str, Any], policy: Policy
) -> None:
    session = vault_session
    wishing, *others = fill(session, document(0, **changes), *(document(n) for n in range(1, 8)))
    request = replace(REQUEST, policy=policy)
    planned = exports.plan(session, request)
    assert set(planned.included) == set(others)
    assert planned.excluded == {Reason.OPEN_WISH: 1}
    file = cases.case_file(session, wishing)
    assert planned.excluded_cases[Reason.OPEN_WISH] == (file.case.code,)
    assert planned.contents.facts.withheld == {"no_consent": 1}, "the reader needs to know no more"
    if "consent" in changes:
        assert file.consent is not None
        consents.save(session, wishing, replace(file.consent, withhold_note=""))
    else:
        none = Answer(missing=Missing.NOT_ASKED)
        interview = file.interviews[0].id
        interviews.save_answer(session, wishing, interview, "anything_to_withdraw", none)
    assert set(exports.plan(session, request).included) == {wishing, *others}


def test_where_all_stay_for_it_this_is_said(vault_session: VaultSession) -> None:
    wish = {"anything_to_withdraw": WISH}
    fill(vault_session, *(document(number, answers=wish) for number in range(3)))
    with pytest.raises(NothingToReleaseError, match="not settled 3, ") as caught:
        exports.plan(vault_session, REQUEST)
    assert WISH not in str(caught.value)
