"""Which cases count as one: what redaction takes for the same phone or code counts as the same."""

from __future__ import annotations

from typing import Any

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.identity_keys import codes_of
from intake.services.relations import units


def _person(**known: Any) -> Identity:
    return Identity("P1", Role.INTERVIEWEE, **known)


def _are_one(one: Identity, other: Identity) -> bool:
    found = units({"a": (one,), "b": (other,)})
    return found["a"] == found["b"]


@pytest.mark.parametrize(
    ("latin", "mixed"),
    [
        ({"handles": ("zuba_cat",)}, {"handles": ("@zub\u0430_\u0441\u0430t",)}),
        ({"emails": ("zuba@example.org",)}, {"emails": ("zub\u0430@ex\u0430mple.org",)}),
        ({"documents": ("MP1234567",)}, {"documents": ("\u041c\u0420 1234567",)}),
    ],
)
def test_letters_that_look_alike_do_not_make_two_people(
    latin: dict[str, Any], mixed: dict[str, Any]
) -> None:
    one, other = _person(**latin), _person(**mixed)
    assert set(codes_of(one)) & set(codes_of(other))
    assert _are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+375 29 111-11-12", "80291111112", True),
        ("+375 17 111-11-12", "111-11-12", True),
        ("111-12", "+375 29 001-11-12", True),
        ("+375 29 111-11-12", "+375 33 111-11-12", False),
        ("1112", "1112", False),
    ],
)
def test_a_phone_is_the_same_with_and_without_what_stands_before_it(
    one: str, other: str, *, same: bool
) -> None:
    assert _are_one(_person(phones=(one,)), _person(phones=(other,))) is same


def test_what_is_too_short_or_a_year_joins_nobody() -> None:
    for code in ("abc", "1984"):
        assert not _are_one(_person(handles=(code,)), _person(handles=(code,)))
