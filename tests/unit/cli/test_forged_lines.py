"""Nothing that somebody else wrote makes a line that seems to come from the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intake.cli.case_text import print_case
from intake.cli.main import run
from intake.cli.output import note, say, say_indented, say_text
from intake.services.documents import as_document
from tests.unit.services.making import case_file

FORGED = "x\nBundle verified"
ESCAPES = "a\x1b[2Jb\x9bc\rd\u202ee\u2028f\x85g"


@pytest.mark.parametrize("speak", [say, note])
def test_what_is_said_is_one_line_and_nothing_that_a_terminal_obeys(
    capsys: pytest.CaptureFixture[str], speak: object
) -> None:
    assert callable(speak)
    speak(FORGED + ESCAPES + " \u00a0 \u0456")
    shown = "".join(capsys.readouterr())
    assert shown.endswith(" \u00a0 \u0456\n")
    assert all(char.isprintable() or char == "\u00a0" for char in shown[:-1])


def test_a_text_of_several_lines_is_set_apart(capsys: pytest.CaptureFixture[str]) -> None:
    say_indented(FORGED)
    assert capsys.readouterr().out == "    x\n    Bundle verified\n"


def test_a_text_keeps_its_lines_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    say_text("one\x1b\ntwo")
    assert capsys.readouterr().out == "one\ufffd\ntwo\n"


@pytest.mark.parametrize(
    "words",
    [
        ("case", "list", FORGED),
        ("bundle", "verify", FORGED),
        ("vault", "info", FORGED),
        (FORGED,),
        ("search", "here", "there", "--limit", FORGED),
    ],
)
def test_no_argument_forges_a_line_of_a_message(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(words) != 0
    assert not any(
        line.startswith("Bundle verified") for line in "".join(capsys.readouterr()).splitlines()
    )


def test_no_text_of_a_case_forges_a_line_of_another(capsys: pytest.CaptureFixture[str]) -> None:
    file = case_file(project=FORGED, statement=FORGED)
    print_case(as_document(replace(file, case=replace(file.case, project=FORGED))))
    lines = capsys.readouterr().out.splitlines()
    assert not any(line.startswith("Bundle verified") for line in lines)
    assert "    Bundle verified" in lines


def test_a_path_with_a_line_end_is_shown_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(("vault", "info", str(tmp_path / FORGED)))
    assert len(capsys.readouterr().err.splitlines()) == 1
