"""Classes of new people: fine where many are alike, never fewer than k, never by what is told."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.classes import Candidate, Formed, certain
from intake.disclosure.forming import Former
from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.schemes import Record, Scheme
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food"}
GROUP = QuasiField("group", Generalisation.PARENT, PARENTS)
FINE = Scheme("fine", {"group": Level.AS_IS})
COARSE = Scheme("coarse", {"group": Level.PARENT})
NOTHING = Scheme("nothing", {})
SCHEMES = (FINE, COARSE, NOTHING)


def person(
    number: int, group: str, *, unit: str = "", terms: str = "", told: str = "x"
) -> Candidate:
    record = Record(f"r{number}", unit or f"u{number}", {"group": Answer((group,))})
    return Candidate(record, terms, {"told": frozenset({told} if told else ())})


def people(*groups: str, told: str = "xy") -> list[Candidate]:
    return [person(n, group, told=told[n % len(told)]) for n, group in enumerate(groups)]


def formed(candidates: list[Candidate], k: int = 3) -> Formed:
    return Former(candidates, [[GROUP]], k).form(SCHEMES)


def sizes(found: Formed) -> list[tuple[str, int]]:
    return [(each.scheme.name, len(each.rows)) for each in found.classes]


def test_each_class_stands_at_the_first_scheme_that_gives_it_enough_people() -> None:
    found = formed(people(*["harpist"] * 4, "drummer", "drummer", *["baker"] * 3))
    assert sizes(found) == [("fine", 4), ("fine", 3)]
    assert found.waiting == ("r4", "r5"), "two are too few at every scheme"
    joined = formed(people(*["harpist"] * 2, "drummer", *["baker"] * 3))
    assert sizes(joined) == [("fine", 3), ("coarse", 3)]
    assert joined.classes[1].rows[0].values == {"group": "music"}


def test_at_the_end_stands_a_class_of_which_nothing_is_told() -> None:
    found = formed(people("harpist", "drummer", "baker"))
    assert sizes(found) == [("nothing", 3)]
    assert found.classes[0].rows[0].values == {}


def test_fewer_than_k_wait() -> None:
    assert formed(people("harpist", "harpist")) == Formed((), ("r0", "r1"))
    assert formed([]) == Formed((), ())


def test_people_who_count_as_one_are_in_one_class_at_most() -> None:
    family = [person(n, "harpist", unit="one") for n in range(3)]
    assert formed(family).classes == ()
    both = [*people(*["harpist"] * 3), person(8, "harpist", unit="u0"), person(9, "baker")]
    apart = [*both, person(10, "baker", unit="u0"), person(11, "baker"), person(12, "baker")]
    found = formed(apart)
    assert sizes(found) == [("fine", 4), ("fine", 3)]
    assert [each.people for each in found.classes] == [3, 3]
    assert found.waiting == ("r10",), "its person is in the first class"


def test_unequal_terms_never_share_a_class() -> None:
    mixed = [person(n, "baker", terms="ab"[n % 2]) for n in range(6)]
    found = formed(mixed)
    assert [{row.handle for row in each.rows} for each in found.classes] == [
        {"r0", "r2", "r4"},
        {"r1", "r3", "r5"},
    ]
    assert formed(mixed[:5]).waiting == ("r1", "r3")


def test_what_is_sensitive_has_no_say_in_who_is_put_together() -> None:
    groups = [*["harpist"] * 4, *["drummer"] * 3]
    one, other = formed(people(*groups, told="xxxxyyy")), formed(people(*groups, told="xyxyzyx"))
    assert [each.rows for each in one.classes] == [each.rows for each in other.classes]
    assert [each.withheld for each in one.classes] == [{"told"}, {"told"}]
    assert [each.withheld for each in other.classes] == [frozenset(), frozenset()]


def apart(*answers: dict[str, frozenset[str]]) -> list[tuple[str, dict[str, frozenset[str]]]]:
    return [(f"u{number}", each) for number, each in enumerate(answers)]


def test_only_what_everybody_said_is_certain() -> None:
    yes, both, none = ({"a": frozenset(said)} for said in (["y"], ["y", "n"], []))
    assert certain(apart(yes, both)) == {"a"}
    assert certain(apart(yes, none)) == frozenset()
    assert certain(apart(yes, {})) == frozenset()
    assert certain(apart(yes, both, none, none)) == frozenset()
    assert certain([]) == frozenset()


def test_what_all_but_one_said_is_certain_to_that_one() -> None:
    yes, no, none = ({"a": frozenset(said)} for said in (["y"], ["n"], []))
    assert certain(apart(yes, yes, no)) == certain(apart(yes, yes, none)) == {"a"}
    assert certain(apart(yes, yes, no, no)) == frozenset()
    assert certain([*apart(yes, yes, no), ("u2", no)]) == {"a"}, "one person in two rows"


def test_who_stands_in_two_rows_is_looked_for_as_a_pair() -> None:
    one, two, three = ({"a": frozenset({said})} for said in "123")
    assert certain([("u", one), ("u", one), *apart(two, three)]) == {"a"}, "only 1 stands twice"
    assert certain([("u", one), ("u", one), *apart(two, two, three)]) == frozenset()
    assert certain([("u", one), ("u", two), *apart(two, three)]) == frozenset(), "2 is not theirs"
    assert certain([("u", one), ("u", two), *apart({}, {})]) == frozenset()
    pair = [person(n, "baker", unit="u", told="x") for n in range(2)]
    (only,) = formed([*pair, person(2, "baker", told="y"), person(3, "baker", told="z")]).classes
    assert only.withheld == {"told"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(PARENTS)),
            st.integers(0, 12),
            st.sampled_from("ab"),
            st.sampled_from("xy"),
        ),
        max_size=40,
    ),
    st.integers(2, 5),
)
def test_every_class_has_k_unrelated_people_alike_in_everything(
    drawn: list[tuple[str, int, str, str]], k: int
) -> None:
    made = [
        person(n, group, unit=f"u{unit}", terms=terms, told=told)
        for n, (group, unit, terms, told) in enumerate(drawn)
    ]
    by_handle = {each.record.handle: each for each in made}
    found = formed(made, k)
    inside = [row.handle for each in found.classes for row in each.rows]
    assert sorted([*inside, *found.waiting]) == sorted(by_handle)
    classes_of_unit = defaultdict(set)
    for number, each in enumerate(found.classes):
        members = [by_handle[row.handle] for row in each.rows]
        assert len({member.record.unit for member in members}) == each.people >= k
        assert len({member.terms for member in members}) == 1
        assert len({str(row.values) for row in each.rows}) == 1
        assert each.withheld == certain(
            [(member.record.unit, member.sensitive) for member in members]
        )
        for member in members:
            classes_of_unit[member.record.unit].add(number)
    assert all(len(numbers) == 1 for numbers in classes_of_unit.values())


@pytest.mark.parametrize("k", [3, 5])
def test_who_is_left_could_not_have_been_put_together(k: int) -> None:
    found = formed(people(*["harpist", "baker"] * 20), k)
    assert len(found.waiting) < k
