"""Links and heads depend on the key and on every single thing they stand for."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.store.chain import Entry, Head, first_head, link_of, shifted
from intake.store.store import Store
from intake.store.tables import TABLES
from tests.unit.store.making import CHAIN_KEY, VAULT_ID, full_case

KEY, OTHER_KEY = bytearray(CHAIN_KEY), bytearray(32)
HEAD = Head(VAULT_ID, 1, 2, "mirror", 7, bytes(32), 5, b"link" * 8, 99)
ENTRY = Entry(5, "handle", "revisions", "row", b"digest")
OTHERS: dict[str, Any] = {
    "vault_id": b"another vault id",
    "generation": 2,
    "announced": None,
    "rollback": None,
    "counter": 8,
    "entries": 6,
    "link": bytes(32),
    "live": 98,
    "number": 6,
    "handle": "",
    "kind": "marks",
    "row": "another",
    "digest": b"",
}
SEALS = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("name", [f.name for f in fields(Head) if f.name != "previous"])
def test_the_digest_of_a_head_depends_on_each_of_its_values(name: str) -> None:
    assert replace(HEAD, **{name: OTHERS[name]}).digest(KEY) != HEAD.digest(KEY)


@pytest.mark.parametrize("name", [f.name for f in fields(Entry)])
def test_a_link_depends_on_each_value_of_its_entry(name: str) -> None:
    other = replace(ENTRY, **{name: OTHERS[name]})
    assert link_of(KEY, bytes(32), other) != link_of(KEY, bytes(32), ENTRY)


def test_a_link_depends_on_the_link_before() -> None:
    assert link_of(KEY, b"x" * 32, ENTRY) != link_of(KEY, bytes(32), ENTRY)


def test_without_the_key_nobody_can_make_either() -> None:
    assert HEAD.digest(OTHER_KEY) != HEAD.digest(KEY)
    assert link_of(OTHER_KEY, bytes(32), ENTRY) != link_of(KEY, bytes(32), ENTRY)


def test_the_next_head_names_the_one_before_it() -> None:
    following = HEAD.next(KEY)
    assert following == replace(HEAD, counter=8, previous=HEAD.digest(KEY))


def test_a_new_vault_begins_at_nothing() -> None:
    head = first_head(VAULT_ID, 3)
    assert (head.counter, head.entries, head.live, head.generation) == (0, 0, 0, 3)


@given(st.lists(st.tuples(st.one_of(st.none(), SEALS), st.integers(0, 5)), max_size=12))
def test_the_sum_of_seals_says_what_is_there_in_whatever_order_it_came(
    changes: list[tuple[bytes | None, int]],
) -> None:
    there: dict[int, bytes] = {}
    total = 0
    for new, place in changes:  # ``None`` removes what is at the place, if anything
        total = shifted(total, there.pop(place, None), new)
        if new is not None:
            there[place] = new
    again = 0
    for seal in sorted(there.values()):
        again = shifted(again, None, seal)
    assert total == again
    for seal in there.values():
        total = shifted(total, seal, None)
    assert total == 0


def test_a_row_of_a_case_is_hidden_by_the_salt_of_the_case(store: Store) -> None:
    file = full_case()
    store.add_cases([file])
    entries = store._db.rows("SELECT kind, digest FROM chain WHERE handle <> ''")
    assert {str(kind) for kind, _ in entries} == {"revisions", "marks", "consents"}
    for table in TABLES:
        if table.name in {"revisions", "marks", "consents"}:
            for row in store._db.rows(table.select):
                assert (table.name, table.digest(row)) not in entries
