"""What the disk tells somebody without the key: nothing; and with one byte changed: that it was."""

from __future__ import annotations

import base64
import random

import pytest

from intake.domain.answers import Answer
from intake.domain.ids import MarkId
from intake.domain.marks import Mark, MarkKind, Paraphrase
from intake.errors import DamagedError
from intake.store.connection import PAGE_BYTES
from intake.store.store import Store
from tests.unit.store.making import CHAIN_KEY, DB_KEY, Vault, full_case, small_case

CANARY = "зарянкавымышленная"


def encodings(text: str) -> list[bytes]:
    plain = text.encode()
    return [
        plain,
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        # Whatever stands before it, one of three shifts shows in base64.
        *(base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)),
    ]


def assert_nothing_in_clear(vault: Vault, *texts: str) -> None:
    for path in vault.folder.iterdir():
        content = path.read_bytes()
        for text in texts:
            assert not any(one in content for one in encodings(text)), path.name
        assert DB_KEY not in content
        assert CHAIN_KEY not in content


def work(store: Store) -> str:
    file = small_case(f"{CANARY} " * 200, answers={"interview_city": Answer(CANARY)})
    store.add_cases([full_case(), file])
    passage = Mark(MarkId("p"), 0, 9, MarkKind.OTHER, paraphrase=Paraphrase(f"{CANARY} " * 300))
    with store.write() as tx:
        store.marks.replace(tx, file.statements[0].id, (passage,))
        store.statements.save_draft(tx, file.statements[0].id, f"яшчэ {CANARY}", 0)
        store.keys.set_own(tx, "signing", bytearray(CANARY.encode()), CANARY)
        store.settings.set(tx, CANARY, CANARY)
    assert store.search.find(CANARY)
    return file.case.code


def test_no_file_of_a_vault_holds_a_word_of_a_case_in_clear(vault: Vault) -> None:
    store = vault.create()
    code = work(store)
    assert vault.log.stat().st_size > 0
    assert_nothing_in_clear(vault, CANARY, code)
    store.checkpoint()
    assert_nothing_in_clear(vault, CANARY, code)
    store.close()
    assert_nothing_in_clear(vault, CANARY, code, "CREATE TABLE", "statements")


def test_a_vault_in_clear_would_be_caught(vault: Vault) -> None:
    vault.folder.joinpath("leak").write_bytes(b"..." + base64.b64encode(CANARY.encode()))
    with pytest.raises(AssertionError, match="leak"):
        assert_nothing_in_clear(vault, CANARY)


def test_opening_and_closing_without_a_write_changes_no_byte(vault: Vault) -> None:
    store = vault.create()
    work(store)
    store.close()
    before = [path.read_bytes() for path in (vault.database, vault.mirror)]
    store = vault.open()
    store.cases.summaries()
    store.search.find(CANARY)
    store.close()
    assert [path.read_bytes() for path in (vault.database, vault.mirror)] == before


def assert_every_flip_is_noticed(vault: Vault, flips: int) -> None:
    store = vault.create()
    work(store)
    store.close()
    whole, mirror = vault.database.read_bytes(), vault.mirror.read_bytes()
    chance = random.Random(20_220_526)
    pages = len(whole) // PAGE_BYTES
    places = [page * PAGE_BYTES + chance.randrange(PAGE_BYTES) for page in range(pages)]
    places += [chance.randrange(len(whole)) for _ in range(flips - pages)]
    for place in places[:flips]:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        vault.database.write_bytes(flipped)
        vault.mirror.write_bytes(mirror)
        assert is_noticed(vault), f"a flipped bit at {place} was not noticed"


def is_noticed(vault: Vault) -> bool:
    try:
        store = vault.open()
    except DamagedError:
        return True
    found = store.check()
    store.close()
    return bool(found)


def test_a_flipped_bit_in_any_page_is_noticed(vault: Vault) -> None:
    assert_every_flip_is_noticed(vault, 60)


@pytest.mark.slow
def test_10000_flipped_bits_are_noticed(vault: Vault) -> None:
    assert_every_flip_is_noticed(vault, 10_000)
