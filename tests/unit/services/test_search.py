"""Search: everything is found, in the order that helps, and nothing of it can fail."""

from __future__ import annotations

import pytest

from intake.errors import UsageError
from intake.services import search
from intake.services.session import VaultSession
from tests.unit.services.making import document, fill, name_of


def test_every_kind_of_text_is_found_where_it_stands(vault_session: VaultSession) -> None:
    (case_id,) = fill(vault_session, document(1))
    places = {
        query: {hit.place.value for hit in search.search(vault_session, query)}
        for query in (name_of(1), "not told why", "Invented 2022")
    }
    assert places == {
        name_of(1): {"person"},
        "not told why": {"statement"},
        "Invented 2022": {"answer"},
    }
    assert {hit.case_id for hit in search.search(vault_session, "told")} == {case_id}


def test_hits_in_names_come_before_newer_cases(vault_session: VaultSession) -> None:
    named, told = fill(
        vault_session, document(1), document(2, statement=f"Then {name_of(1)} came.")
    )
    found = [hit.case_id for hit in search.search(vault_session, name_of(1))]
    assert found == [named, told]


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_cannot_be_meant(vault_session: VaultSession, limit: int) -> None:
    with pytest.raises(UsageError, match="at least 1"):
        search.search(vault_session, "told", limit)


def test_no_more_than_the_limit_is_returned(vault_session: VaultSession) -> None:
    fill(vault_session, *(document(number) for number in range(1, 6)))
    assert len(search.search(vault_session, "told", 2)) == 2
    assert len(search.search(vault_session, "told")) == 5
    assert search.search(vault_session, "") == ()
