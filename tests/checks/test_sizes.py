"""The size check lets through what is at its limit and names what is over it."""

from __future__ import annotations

from pathlib import Path

from checks.sizes import too_large

SOMEWHERE = Path("src/intake/store/search.py")
MAIN_WINDOW = Path("src/intake/gui/windows/main_window.py")


def function(lines: int) -> str:
    return "def walk():\n" + "    step()\n" * (lines - 1)


def window(methods: int) -> str:
    body = "".join(f"    def step_{number}(self): ...\n" for number in range(methods))
    return f"class Page:\n    def __init__(self): ...\n    def _inner(self): ...\n{body}"


def test_a_function_may_have_forty_lines() -> None:
    assert list(too_large(SOMEWHERE, function(40))) == []


def test_a_longer_function_is_named_with_its_line() -> None:
    (finding,) = too_large(SOMEWHERE, "\n" + function(41))
    assert finding.startswith(":2: walk has 41 lines")


def test_an_asynchronous_function_and_a_method_are_measured_too() -> None:
    method = "class Page:\n" + "".join(f"    {line}\n" for line in function(41).splitlines())
    assert len(list(too_large(SOMEWHERE, "async " + function(41)))) == 1
    assert len(list(too_large(SOMEWHERE, method))) == 1


def test_a_docstring_does_not_count_but_what_follows_it_does() -> None:
    docstring = '    """' + "Say it.\n" * 30 + '    """\n'
    body = function(40).replace("def walk():\n", "def walk():\n" + docstring)
    assert list(too_large(SOMEWHERE, body)) == []
    assert len(list(too_large(SOMEWHERE, body + "    step()\n"))) == 1


def test_a_test_module_may_be_longer_but_not_without_end() -> None:
    somewhere = Path("tests/unit/store/test_search.py")
    assert list(too_large(somewhere, "x = 1\n" * 600)) == []
    assert len(list(too_large(somewhere, "x = 1\n" * 601))) == 1


def test_a_module_may_have_four_hundred_lines_and_no_more() -> None:
    assert list(too_large(SOMEWHERE, "x = 1\n" * 400)) == []
    (finding,) = too_large(SOMEWHERE, "x = 1\n" * 401)
    assert "401 lines" in finding


def test_the_main_window_has_a_limit_of_its_own() -> None:
    assert list(too_large(MAIN_WINDOW, "x = 1\n" * 250)) == []
    assert len(list(too_large(MAIN_WINDOW, "x = 1\n" * 251))) == 1


def test_a_class_may_have_twenty_public_methods_and_no_more() -> None:
    assert list(too_large(SOMEWHERE, window(20))) == []
    (finding,) = too_large(SOMEWHERE, window(21))
    assert "Page has 21 public methods" in finding


def test_a_property_with_a_setter_counts_once() -> None:
    setter = ["@property", "def step_0(self): ...", "@step_0.setter", "def step_0(self, x): ..."]
    body = "".join(f"    {line}\n" for line in setter)
    assert list(too_large(SOMEWHERE, window(20) + body)) == []
