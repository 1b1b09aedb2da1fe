"""Classes are formed as if every scheme were tried on everybody, only faster."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.classes import Candidate, Formed, NewClass, certain
from intake.disclosure.columns import Columns, Some
from intake.disclosure.forming import Former
from intake.disclosure.hierarchies import Level, QuasiField, Scale
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Record, Scheme, generalised
from intake.domain.answers import NOT_ASKED, Answer, Missing
from intake.domain.classes import Generalisation
from intake.domain.progress import CancelToken
from intake.errors import CancelledError

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food"}
GROUP = QuasiField("group", Generalisation.PARENT, PARENTS)
AGE = QuasiField("age", Generalisation.BANDS, scale=Scale.AGE)
LEFT = QuasiField("left", Generalisation.QUARTER)
QUASI = (GROUP, AGE, LEFT)
LEVELS = [
    {"group": group, "age": age, "left": left}
    for left in (Level.QUARTER, Level.YEAR, Level.WITHHELD)
    for age in (Level.BAND_NARROW, Level.BAND_BROAD, Level.WITHHELD)
    for group in (Level.AS_IS, Level.PARENT, Level.WITHHELD)
]
SCHEMES = tuple(Scheme(str(number), levels) for number, levels in enumerate(LEVELS))
answers = st.fixed_dictionaries(
    {
        "group": st.sampled_from(
            [Answer(("harpist",)), Answer(("baker",)), Answer(("drummer", "harpist")), NOT_ASKED]
        ),
        "age": st.sampled_from(
            [Answer(20), Answer(23), Answer(47), Answer(missing=Missing.UNKNOWN)]
        ),
        "left": st.sampled_from([Answer("2021-05"), Answer("2021-08"), Answer("nonsense")]),
    }
)


def slowly(
    candidates: Sequence[Candidate], quasi: Sequence[QuasiField], schemes: Sequence[Scheme], k: int
) -> Formed:
    """Form classes by looking at everybody at each scheme, as the definition says."""
    classes: list[NewClass] = []
    left, others, placed = list(candidates), list[Candidate](), set[str]()
    for scheme in schemes:
        alike: dict[tuple[str, ...], list[tuple[Candidate, Row]]] = defaultdict(list)
        for each in left:
            row = generalised(each.record, quasi, scheme)
            alike[each.terms, *row.values.values()].append((each, row))
        inside: set[str] = set()
        for group in alike.values():
            members = [(each, row) for each, row in group if row.unit not in placed]
            people = {row.unit for _, row in members}
            if len(people) >= k:
                placed |= people
                inside |= {row.handle for _, row in members}
                withheld = certain((row.unit, each.sensitive) for each, row in members)
                rows = tuple(row for _, row in members)
                classes.append(NewClass(scheme, rows, len(people), withheld))
        rest = [each for each in left if each.record.handle not in inside]
        others += [each for each in rest if each.record.unit in placed]
        left = [each for each in rest if each.record.unit not in placed]
        if len(left) < k:
            break
    return Formed(tuple(classes), tuple(each.record.handle for each in (*left, *others)))


def candidate(number: int, given: dict[str, Answer], unit: int = -1, terms: str = "") -> Candidate:
    record = Record(f"r{number}", f"u{number if unit < 0 else unit}", given)
    return Candidate(record, terms, {"told": frozenset("xy"[number % 2])})


@given(
    st.lists(st.tuples(answers, st.integers(0, 30), st.sampled_from("ab")), max_size=60),
    st.integers(2, 5),
    st.permutations(SCHEMES),
)
def test_classes_are_those_of_the_definition(
    drawn: list[tuple[dict[str, Answer], int, str]], k: int, schemes: list[Scheme]
) -> None:
    people = [candidate(n, given, unit, terms) for n, (given, unit, terms) in enumerate(drawn)]
    wanted = slowly(people, QUASI, schemes, k)
    assert Former(people, [QUASI], k).form(schemes) == wanted
    assert Former(people, [[each] for each in QUASI], k).form(schemes) == wanted


def test_other_schemes_can_be_tried_on_the_same_people() -> None:
    people = [candidate(n, {"group": Answer(("harpist", "baker")[n % 2 :])}) for n in range(12)]
    former = Former(people, [QUASI], 3)
    first = former.form(SCHEMES)
    assert former.form(SCHEMES[::-1]) == slowly(people, QUASI, SCHEMES[::-1], 3)
    assert former.form(SCHEMES) == first


@pytest.mark.parametrize("few", [4_000, 10])
def test_people_have_the_same_number_exactly_where_they_look_alike(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.disclosure.columns._FEW", few)  # above it halves are put together
    records = [Record(str(n), str(n), {"age": Answer(n)}) for n in range(100)]
    columns = Columns(records, [[GROUP], [AGE, LEFT]], ["a"] * 99 + ["b"])
    for scheme in SCHEMES:
        keys = columns.keys(scheme)
        assert keys is not None
        looks = [(generalised(r, [AGE], scheme).values, r.handle == "99") for r in records]
        pairs = {(key, str(look)) for key, look in zip(keys, looks, strict=True)}
        assert len(pairs) == len(set(keys)) == len({str(look) for look in looks})
        some = Some(columns, [3, 50, 99])
        told = some.keys(scheme)
        assert told is not None
        pairs_of_some = set(zip(told, (keys[3], keys[50], keys[99]), strict=True))
        assert len(pairs_of_some) == len(set(told)) == len({keys[3], keys[50], keys[99]})
        most = max(Counter(keys).values())
        assert columns.keys(scheme, most) is not None, "whoever may be alike is looked at"


def test_what_is_equal_and_written_otherwise_is_not_alike() -> None:
    people = [candidate(n, {"age": Answer((38, 38.0)[n % 2])}) for n in range(8)]
    assert Former(people, [QUASI], 4).form(SCHEMES) == slowly(people, QUASI, SCHEMES, 4)
    assert len(Former(people, [QUASI], 4).form(SCHEMES).classes) == 2


def test_trying_can_be_stopped() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        Former([candidate(n, {}) for n in range(9)], [QUASI], 3).form(SCHEMES, token)


@pytest.mark.parametrize("number", [0, 1, 4])
def test_fewer_than_k_wait(number: int) -> None:
    people = [candidate(n, {"age": Answer(30)}) for n in range(number)]
    found = Former(people, [QUASI], 5).form(SCHEMES)
    assert found == Formed((), tuple(f"r{n}" for n in range(number)))


def test_those_who_are_all_the_same_lose_nothing() -> None:
    people = [candidate(n, {"age": Answer(30)}) for n in range(20)]
    (only,) = Former(people, [QUASI], 5).form(SCHEMES).classes
    assert (only.scheme, only.people) == (SCHEMES[0], 20)


def test_those_of_whom_nothing_is_known_are_alike() -> None:
    people = [candidate(n, {}) for n in range(6)]
    (only,) = Former(people, [QUASI], 5).form(SCHEMES).classes
    assert set(only.rows[0].values.values()) == {"missing:not_asked"}


def test_those_who_have_nothing_in_common_wait() -> None:
    fields = tuple(QuasiField(f"f{n}", Generalisation.OTHER) for n in range(3))
    schemes = [Scheme("all", {each.name: Level.AS_IS for each in fields})]
    people = [candidate(n, {each.name: Answer(str(n)) for each in fields}) for n in range(50)]
    assert Former(people, [fields], 5).form(schemes).classes == ()


def test_a_value_that_is_missing_in_its_ladder_becomes_other() -> None:
    people = [candidate(n, {"group": Answer(("welder",))}) for n in range(5)]
    schemes = [Scheme("parent", {"group": Level.PARENT})]
    (only,) = Former(people, [QUASI], 5).form(schemes).classes
    assert only.rows[0].values == {"group": "other"}


def test_what_all_do_not_have_yet_is_put_together_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.disclosure.columns._FEW", 10)
    records = [Record(str(n), str(n), {"age": Answer(n)}) for n in range(100)]
    groups = [[GROUP], [AGE], [LEFT], [AGE]]
    places = range(0, 100, 3)
    for scheme in SCHEMES:
        told = Some(Columns(records, groups, ["a"] * 100), places).keys(scheme)
        keys = Columns(records, groups, ["a"] * 100).keys(scheme)
        assert told is not None
        assert keys is not None
        pairs = set(zip(told, (keys[place] for place in places), strict=True))
        assert len(pairs) == len(set(told)) == len({keys[place] for place in places})
