from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.answers import Answer, Missing
from intake.domain.answers import Value as AnswerValue
from intake.forms.expressions import (
    DEEPEST,
    LONGEST,
    Context,
    ExpressionError,
    Value,
    evaluate,
    parse,
)

TODAY = date(2022, 5, 26)
DECLINED = Answer(missing=Missing.DECLINED)


def value_of(text: str, own: AnswerValue | None = None, **answers: AnswerValue | Answer) -> Value:
    sheet = {
        name: value if isinstance(value, Answer) else Answer(value)
        for name, value in answers.items()
    }
    return evaluate(parse(text), Context(sheet, TODAY, None if own is None else Answer(own)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 = 1.0", True),
        ("-3 < 2.5", True),
        ("2 >= 3", False),
        ("'a' = \"a\"", True),
        ("'a' != 'b'", True),
        ("true() and not(false())", True),
        ("false() or false()", False),
        ("true() or false() and false()", True),
        ("(true() or false()) and false()", False),
        ("if(2 > 1, 'yes', 'no')", "yes"),
        ("if(2 < 1, 'yes', 'no')", "no"),
        ("string-length('Ёлка')", 4),
        ("regex('AB-12', '[A-Z]{2}-[0-9]+')", True),
        ("regex('xAB-12', '[A-Z]{2}-[0-9]+')", False),
        ("date('2020-08-09') < today()", True),
        ("date('2020-08') = date('2020-08-01')", True),
        ("today() = date('2022-05-26')", True),
        ("\n  1\t=\n1 ", True),
        ("true() = true()", True),
    ],
)
def test_an_expression_gives_its_value(text: str, expected: Value) -> None:
    assert value_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${mode} = 'remote'", True),
        ("${mode} != 'remote'", False),
        ("${age} >= 18", True),
        ("${half} = 0.5", True),
        ("selected(${needs}, 'work')", True),
        ("selected(${needs}, 'wor')", False),
        ("selected(${mode}, 'remote')", True),
        ("count-selected(${needs})", 2),
        ("string-length(${mode})", 6),
        ("${left_on} < date('2021-07-02')", True),
        ("${left_on} < ${returned_on}", True),
        ("'2021-07' <= ${left_on}", True),
        ("${since} > date('1900')", None),
        ("${mode} > 'a'", None),
        ("${needs} = 'work'", None),
        ("${age} = '38'", None),
        ("true() < false()", None),
        ("regex(${age}, '38')", None),
        ("not(${age})", None),
        ("if(${age}, 1, 2)", None),
        ("${mode} and true()", None),
    ],
)
def test_answers_are_compared_by_what_they_are(text: str, expected: Value) -> None:
    found = value_of(
        text,
        mode="remote",
        age=38,
        half=0.5,
        needs=("work", "health"),
        left_on="2021-07",
        returned_on="2021-08-01",
        since="../2020",
    )
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${x} = 'a'", None),
        ("${x} != 'a'", None),
        ("${x} > 3", None),
        ("${x} < today()", None),
        ("not(${x} = 1)", None),
        ("selected(${x}, 'a')", None),
        ("count-selected(${x})", None),
        ("string-length(${x})", None),
        ("regex(${x}, '.*')", None),
        ("if(${x} = 1, 1, 2)", None),
        ("if(true(), ${x}, 2)", None),
        ("${x} = 1 and false()", False),
        ("${x} = 1 and true()", None),
        ("${x} = 1 or true()", True),
        ("${x} = 1 or false()", None),
        ("coalesce(${x}, 3)", 3),
        ("coalesce(${x}, ${y})", None),
        ("coalesce(2, 3)", 2),
        ("${x} = ''", True),
        ("${x} != ''", False),
        ("'a' = ''", False),
        ("'a' != ''", True),
        ("'' = ''", True),
    ],
)
@pytest.mark.parametrize("missing", [*Missing, None])
def test_what_is_not_answered_stays_empty(
    text: str, expected: Value, missing: Missing | None
) -> None:
    answers = {} if missing is None else {"x": Answer(missing=missing)}
    found = evaluate(parse(text), Context(answers, TODAY))
    assert found is expected or found == expected
    assert type(found) is type(expected)


def test_a_dot_stands_for_the_answer_at_hand() -> None:
    assert value_of(". >= 0 and . <= 120", own=38) is True
    assert value_of(". >= 0 and . <= 120", own=121) is False
    assert value_of(". >= 0") is None
    assert value_of(". = ${same}", own="a", same="a") is True


def test_an_expression_tells_which_answers_it_looks_at() -> None:
    found = parse("if(${a} = 1, . , coalesce(${b}, regex(${c}, 'x')))")
    assert found.names == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ends too early"),
        ("${a} and", "ends too early"),
        ("(1 = 1", "ends too early"),
        ("1 = 1)", "at character 6"),
        ("${a} = ${b} = ${c}", "at character 13"),
        ("${a", "at character 1"),
        ("${}", "at character 1"),
        ("'open", "at character 1"),
        ("1 +\n 1", "at character 3"),
        ("1 =\n $", "at character 2 of line 2"),
        ("word", "at character 1"),
        ("../a", "at character 2"),
        ("__import__('os')", "at character 1"),
        ("pulldata('a')", r"no function pulldata\(\)"),
        ("today(1)", r"today\(\) takes 0 values, not 1"),
        ("not()", r"not\(\) takes 1 value, not 0"),
        ("coalesce(1)", r"coalesce\(\) takes 2 to 8 values, not 1"),
        ("if(true(), 1)", r"if\(\) takes 3 values, not 2"),
        ("date('yesterday')", r"date\(\) takes a date in quotes"),
        ("date(${a})", r"date\(\) takes a date in quotes"),
        ("regex(., '(')", r"pattern of regex\(\) cannot be read"),
        (r"regex(., '(a)\1')", r"pattern of regex\(\) cannot be read"),
        ("regex(., 'a{1000}{1000}')", r"pattern of regex\(\) cannot be read"),
        ("regex(., ${pattern})", r"regex\(\) takes its pattern in quotes"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), "brackets inside each other"),
        ("1" * (LONGEST + 1), "longer than"),
    ],
)
def test_what_is_no_expression_is_refused_with_the_place(text: str, reason: str) -> None:
    with pytest.raises(ExpressionError, match=reason):
        parse(text)


def test_brackets_in_quotes_do_not_count_as_depth() -> None:
    brackets = "(" * 40
    assert value_of(f"'{brackets}' = \"{brackets}\"") is True


def test_a_long_chain_costs_no_depth() -> None:
    assert value_of(" and ".join(["1=1"] * 240)) is True
    assert value_of(" or ".join(["1=2"] * 240)) is False


NAMES = st.sampled_from(["a", "b", "c"])
LITERALS = st.sampled_from(["1", "-2.5", "'x'", "''", "'2021-07'", "today()", "date('2020')"])
ATOMS = st.one_of(LITERALS, NAMES.map(lambda name: f"${{{name}}}"), st.just("."))


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    return st.one_of(
        pair.map(lambda p: f"({p[0]} and {p[1]})"),
        pair.map(lambda p: f"({p[0]} or {p[1]})"),
        st.tuples(inner, st.sampled_from(["=", "!=", "<", ">="]), inner).map(
            lambda p: f"({p[0]} {p[1]} {p[2]})"
        ),
        inner.map(lambda p: f"not({p})"),
        inner.map(lambda p: f"count-selected({p})"),
        inner.map(lambda p: f"string-length({p})"),
        inner.map(lambda p: f"selected({p}, 'x')"),
        inner.map(lambda p: f"regex({p}, '[a-z]*')"),
        pair.map(lambda p: f"coalesce({p[0]}, {p[1]})"),
        st.tuples(inner, inner, inner).map(lambda p: f"if({p[0]}, {p[1]}, {p[2]})"),
    )


ANSWERS = st.one_of(
    st.none(),
    st.integers(-3, 3).map(Answer),
    st.floats(-3, 3).map(Answer),
    st.sampled_from(["x", "2021-07", "../2020", "2021-13", "y"]).map(Answer),
    st.sampled_from([("x",), ("x", "y")]).map(Answer),
    st.sampled_from(list(Missing)).map(lambda missing: Answer(missing=missing)),
)


@given(st.recursive(ATOMS, _wider, max_leaves=12), ANSWERS, ANSWERS, ANSWERS)
def test_any_expression_over_any_answers_gives_a_value_or_nothing(
    text: str, own: Answer | None, first: Answer | None, second: Answer | None
) -> None:
    answers = {"a": first, "b": second}
    sheet = {name: answer for name, answer in answers.items() if answer is not None}
    found = evaluate(parse(text), Context(sheet, TODAY, own))
    assert found is None or isinstance(found, bool | int | float | str | tuple | date)


@given(st.text(alphabet="${}ab'\"()=<>!.,-0 andorts", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        expression = parse(text)
    except ExpressionError:
        return
    found = evaluate(expression, Context({"a": Answer("x"), "b": Answer(1)}, TODAY, Answer(2)))
    assert found is None or isinstance(found, bool | int | float | str | date)
