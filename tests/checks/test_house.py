"""The house check refuses each thing it is there for, and accepts the same with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.house import against_the_house

MODULE = Path("src/intake/errors.py")
GUIDE = Path("docs/guide.md")


@pytest.mark.parametrize(
    "line",
    [
        'path = "/home/somebody/vault"',
        "see /root/notes",
        'path = "C:\\\\Users\\\\somebody"',
        "# TODO: later",
        "# FIXME",
        "raise NotImplementedError",
        "x = 2  # pragma: no cover",
        "pytestmark = pytest.mark.skip",
        "pytestmark = pytest.mark.xfail(reason='flaky today')",
        "pytest.skip('not here')",
        "import x  # noqa",
        "import x  # noqa: F401",
        "import x  # noqa: F401, E402 -",
        "import x  # noqa this is the reason",
        "y = x  # type: ignore",
        "y = x  # type: ignore[arg-type]",
        "y = x  # type: ignore # a fine reason",
    ],
)
def test_what_the_house_refuses_is_named_with_its_line(line: str) -> None:
    (finding,) = against_the_house(MODULE, f"\n{line}\nx = 1\n")
    assert finding.startswith(":2: ")


@pytest.mark.parametrize(
    "line",
    [
        "path = root / 'home' / name",
        "# the folder ~/home/x and src/intake/work/desk",
        "import x  # noqa: F401  re-exported for the plugin",
        "import x  # noqa: F401, E402 (re-exported, and late)",
        "y = x  # type: ignore[arg-type]  # the stub is wrong here",
        "class ExceptionGroupView: ...",
    ],
)
def test_what_has_a_reason_passes(line: str) -> None:
    assert list(against_the_house(MODULE, f"\n{line}\nx = 1\n")) == []


@pytest.mark.parametrize(
    "handler",
    [
        "except:\n    x = 1",
        "except Exception:\n    x = 1",
        "except (ValueError, Exception) as error:\n    x = 1",
        "except BaseException:  # why\n    x = 1",
        "except Exception as error:\n    raise ValueError from error",
    ],
)
def test_a_handler_that_swallows_everything_needs_a_reason(handler: str) -> None:
    (finding,) = against_the_house(MODULE, f"try:\n    x = 2\n{handler}\n")
    assert finding.startswith(":3: broad except")


@pytest.mark.parametrize(
    "handler",
    [
        "except Exception:  # the thread must outlive any task\n    x = 1",
        "except Exception:\n    # the thread must outlive any task\n    x = 1",
        "except BaseException:\n    x = 1\n    raise",
        "except (ValueError, OSError):\n    x = 1",
        "except NotImplementedError:\n    x = 1",
        "except MyException:\n    x = 1",
    ],
)
def test_a_handler_with_a_reason_or_that_raises_again_passes(handler: str) -> None:
    assert list(against_the_house(MODULE, f"try:\n    x = 2\n{handler}\n")) == []


def test_documents_may_speak_of_code_but_not_of_one_machine() -> None:
    text = "An `except Exception:` or `# noqa` needs a reason.\nOpen /home/somebody/file.\n"
    (finding,) = against_the_house(GUIDE, text)
    assert finding.startswith(":2: ")
