"""Secrets can be wiped, and nothing shows, copies or stores them by accident."""

from __future__ import annotations

import copy
import ctypes
import gc
import pickle
from collections.abc import Callable

import pytest

from intake.vault.secret import Secret

CONTENT = b"a made-up secret"


def memory(address: int, size: int = len(CONTENT)) -> bytes:
    return ctypes.string_at(address, size)


def address_of(buffer: bytearray) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))


def test_a_view_shows_the_content_and_cannot_change_it() -> None:
    view = Secret(CONTENT).view()
    assert bytes(view) == CONTENT
    assert view.readonly


def test_the_length_is_that_of_the_content() -> None:
    assert len(Secret(CONTENT)) == len(CONTENT)
    assert len(Secret(b"")) == 0


def test_text_becomes_utf_8() -> None:
    assert bytes(Secret.from_text("Мінск").view()) == "Мінск".encode()


def test_a_given_bytearray_is_wiped() -> None:
    given = bytearray(CONTENT)
    where = address_of(given)
    secret = Secret(given)
    assert memory(where) == bytes(len(CONTENT))
    assert secret == Secret(CONTENT)


def test_wiping_overwrites_the_memory() -> None:
    secret = Secret(CONTENT)
    where = address_of(secret._content)
    assert memory(where) == CONTENT
    secret.wipe()
    assert memory(where) == bytes(len(CONTENT))


def test_a_wiped_secret_has_no_content() -> None:
    secret = Secret(CONTENT)
    held = secret.view()
    secret.wipe()
    secret.wipe()
    assert secret.is_wiped
    assert len(secret) == 0
    assert bytes(held) == bytes(len(CONTENT))
    with pytest.raises(ValueError, match="wiped"):
        secret.view()


def test_leaving_the_context_wipes() -> None:
    with Secret(CONTENT) as secret:
        assert not secret.is_wiped
    assert secret.is_wiped


def test_a_forgotten_secret_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    wiped: list[int] = []
    real = ctypes.memset

    def watched(where: ctypes.Array[ctypes.c_char], value: int, size: int) -> object:
        wiped.append(ctypes.addressof(where))
        return real(where, value, size)

    secret = Secret(CONTENT)
    address = address_of(secret._content)
    monkeypatch.setattr(ctypes, "memset", watched)
    del secret
    gc.collect()
    assert address in wiped


def test_a_view_outlives_the_temporary_it_came_from() -> None:
    def temporary() -> Secret:
        return Secret(CONTENT)

    assert bytes(temporary().view()) == CONTENT


def test_the_content_cannot_grow_away_from_where_it_is_wiped() -> None:
    secret = Secret(CONTENT)
    with pytest.raises(BufferError):
        secret._content.extend(b"more")


def test_a_copy_is_wiped_on_its_own() -> None:
    secret = Secret(CONTENT)
    second = secret.copy()
    second.wipe()
    assert bytes(secret.view()) == CONTENT


def test_random_secrets_differ_and_have_the_wanted_length() -> None:
    assert len(Secret.random(32)) == 32
    assert Secret.random(32) != Secret.random(32)


def test_the_bytes_of_the_system_do_not_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = bytes(range(200, 232))
    monkeypatch.setattr("os.urandom", lambda size: drawn[:size])
    secret = Secret.random(32)
    assert bytes(secret.view()) == bytes(range(200, 232))
    assert drawn == bytes(32)


def test_fresh_bytes_of_a_library_are_wiped_where_they_lie() -> None:
    fresh = bytes(range(100, 110))
    assert bytes(Secret.seize(fresh).view()) == bytes(range(100, 110))
    assert fresh == bytes(10)


@pytest.mark.parametrize("code", range(256))
def test_bytes_that_the_interpreter_shares_are_not_touched(code: int) -> None:
    assert list(Secret.seize(bytes([code])).view()) == [code]
    assert list(bytes([code])) == [code]


def test_no_bytes_at_all_can_be_seized() -> None:
    assert len(Secret.seize(b"")) == 0


def test_equality_is_of_content() -> None:
    assert Secret(CONTENT) == Secret(bytearray(CONTENT))
    assert Secret(CONTENT) != Secret(CONTENT + b"!")
    assert Secret(CONTENT) != CONTENT


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{0!a}".format])
def test_no_rendering_shows_the_content(show: Callable[[Secret], str]) -> None:
    secret = Secret(CONTENT)
    assert "made-up" not in show(secret)
    secret.wipe()
    assert show(secret) == "<Secret, wiped>"


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy, hash, bytes, iter])
def test_no_accident_takes_the_content_out(leak: Callable[[Secret], object]) -> None:
    with pytest.raises(TypeError):
        leak(Secret(CONTENT))


def test_a_failed_construction_leaves_nothing_to_wipe() -> None:
    with pytest.raises(TypeError):
        Secret(None)  # type: ignore[arg-type] # wrong on purpose
