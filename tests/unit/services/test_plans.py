"""What a plan and a request are: values with safe defaults that show nothing by accident."""

from __future__ import annotations

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.services import exports
from intake.services.plans import ExportRequest
from intake.services.session import VaultSession
from tests.unit.services.conftest import PASSPHRASE, secret
from tests.unit.services.making import document, fill

REQUEST = ExportRequest(exports.Policy.ANALYSIS, Use.ANALYSIS, RecipientGroup.ANALYSTS)


def test_a_request_is_as_careful_as_it_can_be_unless_somebody_says_otherwise() -> None:
    assert REQUEST.k is None, "the setting of the vault"
    assert REQUEST.case_ids is None
    assert not (REQUEST.unencrypted)
    assert not (REQUEST.accept_suggestions)
    assert not (REQUEST.unreviewed_statements)


def test_a_request_shows_no_secret() -> None:
    with secret() as passphrase:
        request = ExportRequest(
            REQUEST.policy,
            REQUEST.purpose,
            REQUEST.group,
            passphrase=passphrase,
            seed=b"\x11" * 32,
        )
        assert PASSPHRASE not in repr(request)
        assert "\\x11" not in repr(request)


def test_a_plan_shows_no_row_no_code_and_no_name(vault_session: VaultSession) -> None:
    silent = {"given": "2022-05-26", "uses": {}}
    cases = [document(number) for number in range(1, 7)]
    fill(vault_session, *cases, document(8, consent=silent))
    request = ExportRequest(
        exports.Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True
    )
    planned = exports.plan(vault_session, request)
    shown = repr(planned)
    (code,) = planned.excluded_cases[exports.Reason.NO_CONSENT]
    (_, first, *_) = planned.tables["data/interviews.csv"]
    for said in ("Zubrava", "came early", code, first[0]):
        assert said not in shown


def test_nothing_of_a_plan_or_a_request_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        REQUEST.k = 1  # type: ignore[misc]  # that is the point
