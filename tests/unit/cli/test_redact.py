"""``intake redact``, ``intake form`` and ``intake demo``: what needs no vault of one's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from intake.export.schema_check import first_flaw
from tests.unit.cli.conftest import CommandLine, Done, Screen, checked, snapshot
from tests.unit.services.making import no_room_beyond

TEXT = "Zubrava Lampavich came on 12 March 2021. Call +375 29 000 00 17."
LINE = {"id": "a", "text": TEXT}
ROOT = Path(__file__).parents[3]
FORM = ROOT / "resources" / "forms" / "core"


def redact_lines(intake: CommandLine, *documents: object, words: tuple[str, ...] = ()) -> Done:
    lines = b"".join(json.dumps(each).encode() + b"\n" for each in documents)
    return intake.bare("redact", "--jsonl", *words, stdin=lines)


def answers(done: Done) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    found = [json.loads(line) for line in done.out.splitlines()]
    assert all(first_flaw("output-redact-line", each) is None for each in found)
    return found


# --- one text -------------------------------------------------------------------------------------


def test_a_text_comes_from_stdin_or_a_file_and_leaves_on_stdout(intake: CommandLine) -> None:
    by_pipe = intake.bare("redact", stdin=TEXT.encode())
    by_file = intake.bare("redact", intake.write("text.txt", TEXT))
    assert by_pipe == by_file
    assert by_pipe.code == 0
    for word in ("Zubrava", "Lampavich", "+375", "000 00 17", "12 March"):
        assert word not in by_pipe.out
    assert "came on" in by_pipe.out


def test_strict_is_the_default_and_masks_more_than_balanced(intake: CommandLine) -> None:
    text = b"We met Kerosynth there."
    assert intake.bare("redact", stdin=text) == intake.bare(
        "redact", "--profile", "strict", stdin=text
    )
    assert "Kerosynth" not in intake.bare("redact", stdin=text).out
    assert "Kerosynth" in intake.bare("redact", "--profile", "balanced", stdin=text).out
    assert intake.bare("redact", "--profile", "none", stdin=text).code == 2


def test_spans_are_python_indexes_into_the_given_text(intake: CommandLine) -> None:
    text = "🙂🙂 " + TEXT
    found = checked("redact", intake.bare("redact", "--json", stdin=text.encode()))
    rebuilt, behind = "", 0
    for span in found["spans"]:
        assert text[span["start"] : span["end"]].strip()
        rebuilt += text[behind : span["start"]] + span["replacement"]
        behind = span["end"]
    assert rebuilt + text[behind:] == found["text"]


def test_a_file_gets_every_other_character_as_it_stood(intake: CommandLine) -> None:
    text = "a\x00b\x1b[2J\u202e\u200f\r\n\te\u0301 \U0001f469\u200d\U0001f467\n"
    assert intake.bare("redact", stdin=text.encode()).out == text


def test_a_terminal_gets_nothing_that_it_would_obey(intake: CommandLine) -> None:
    done = intake.bare("redact", stdin="a\x1b[2Jb\u202ec\nd".encode(), to=Screen)
    assert done.out == "a\ufffd[2Jb\ufffdc\nd\n"


def test_what_is_not_utf_8_is_exit_3_with_its_line(intake: CommandLine) -> None:
    done = intake.bare("redact", stdin=b"one\ntwo\n\xff\n")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("Line 3, text: ")


@pytest.mark.no_cover
@pytest.mark.parametrize("letters", [500_000, pytest.param(5_000_000, marks=pytest.mark.slow)])
def test_a_large_text_is_redacted_to_its_end(intake: CommandLine, letters: int) -> None:
    text = f"{'they ' * 8} {'came ' * 8}\n" * (letters // 80) + TEXT
    done = intake.bare("redact", stdin=text.encode())
    assert done.code == 0
    assert "Zubrava" not in done.out
    assert len(done.out) > letters


def test_a_file_that_is_not_there_is_usage(intake: CommandLine) -> None:
    for words in (("nowhere",), (".",), ("--identities", "nowhere"), ("--identities", ".")):
        done = intake.bare("redact", *words)
        assert done.code == 2
        assert "cannot be read" in done.err


def test_the_people_of_the_text_are_named_in_a_file(intake: CommandLine) -> None:
    people = [{"name": "Kerosynth Dyvan", "aliases": ["lamp"], "phone": "+375290000017"}]
    file = intake.write("people.json", json.dumps(people))
    text = b"then lamp said that dyvan had gone"
    assert b"lamp" in intake.bare("redact", stdin=text).raw
    done = intake.bare("redact", "--identities", file, stdin=text)
    assert done.code == 0
    assert "lamp" not in done.out
    assert "dyvan" not in done.out


@pytest.mark.parametrize(
    "people", ["{", "{}", '["Kerosynth"]', '[{"called": "Kerosynth"}]', '[{"name": 1}]']
)
def test_people_that_cannot_be_read_are_exit_3_without_their_names(
    intake: CommandLine, people: str
) -> None:
    done = intake.bare("redact", "--identities", intake.write("people.json", people))
    assert (done.code, done.out) == (3, "")
    assert "[F10]" in done.err
    assert "Kerosynth" not in done.err


# --- one document a line --------------------------------------------------------------------------


def test_lines_come_back_in_the_same_order_with_their_ids(intake: CommandLine) -> None:
    documents = [{"id": f"n{number}", "text": f"{TEXT} {number}"} for number in range(5)]
    found = answers(redact_lines(intake, *documents))
    assert [each["id"] for each in found] == [each["id"] for each in documents]
    assert all("Zubrava" not in each["text"] for each in found)


def test_each_line_may_have_its_language_and_people(intake: CommandLine) -> None:
    plain = {"id": "a", "text": "then lamp said so", "lang": "en"}
    named = {**plain, "identities": [{"name": "Kerosynth", "aliases": ["lamp"], "phone": ""}]}
    first, second = answers(redact_lines(intake, plain, named, words=("--lang", "be")))
    assert first["text"] == plain["text"]
    assert first["spans"] == []
    assert "lamp" not in second["text"]
    assert second["spans"][0]["kind"] == "person"


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\ud83db", "a\u202eb", "\U0001f469\u200d\U0001f467", "", "\r\n", "e\u0301" * 50],
)
def test_odd_text_keeps_its_offsets(intake: CommandLine, text: str) -> None:
    whole = f"{text}. Zubrava Lampavich said so."
    (found,) = answers(redact_lines(intake, {"id": "a", "text": whole}))
    masked = [whole[span["start"] : span["end"]] for span in found["spans"]]
    assert "Lampavich" in " ".join(masked)
    assert found["text"].startswith((text, "[withheld]"))  # a word of no language is hidden


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b"{", "this is not JSON"),
        (b"[]", "this is not a JSON object"),
        (b"\xff", "this is not"),
        (b'{"text": "a"}', "id"),
        (b'{"id": 1, "text": "a"}', "id"),
        (b'{"id": "a"}', "text"),
        (b'{"id": "a", "text": 1}', "text"),
        (b'{"id": "a", "text": "a", "lang": 1}', "lang"),
        (b'{"id": "a", "text": "a", "identities": 1}', "identities"),
        (b'{"id": "a", "text": "a", "identities": [1]}', "identities"),
        (b'{"id": "a", "text": "a", "identities": [{"name": [1]}]}', "name"),
        (b"[" * 100_000, "this is not JSON"),
    ],
)
def test_a_bad_line_is_exit_3_with_number_and_key(
    intake: CommandLine, line: bytes, key: str
) -> None:
    done = intake.bare("redact", "--jsonl", stdin=b'{"id": "a", "text": "a"}\n\n' + line + b"\n")
    assert done.code == 3
    assert done.err.startswith((f"Line 3, {key}: ", f"Line 3: {key}"))
    assert len(done.out.splitlines()) == 1


# --- form -----------------------------------------------------------------------------------------


def test_the_shipped_questionnaire_passes_its_own_check(intake: CommandLine) -> None:
    done = intake.bare("form", "check", FORM)
    assert done.code == 0, done.err
    assert "questions, en" in done.out.lower() or "questions" in done.out
    assert "never leave" in done.err


def test_a_flaw_is_exit_3_with_sheet_row_and_column(intake: CommandLine) -> None:
    form = Path(shutil.copytree(FORM, intake.folder / "form"))
    lines = (form / "survey.csv").read_text("utf-8").splitlines()
    lines[10] = lines[10].replace(lines[10].split(",")[0], "made_up_type", 1)
    (form / "survey.csv").write_text("\n".join(lines), "utf-8")
    done = intake.bare("form", "check", form)
    assert (done.code, done.out) == (3, "")
    assert "sheet survey, row 11, column type" in done.err


def test_what_is_no_questionnaire_is_told(intake: CommandLine) -> None:
    done = intake.bare("form", "check", "nowhere.xlsx")
    assert done.code == 2
    assert "cannot be read" in done.err
    assert intake.bare("form", "check", intake.secret).code == 3


# --- demo -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[CommandLine, dict[str, Any]]:
    """Return a folder in which the demo has run."""
    line = CommandLine(tmp_path_factory.mktemp("demo"))
    return line, checked("demo", line.bare("demo", "made-up", "--json"))


def test_the_demo_leaves_what_it_names_and_the_bundle_is_trusted(
    demo: tuple[CommandLine, dict[str, Any]],
) -> None:
    line, found = demo
    assert found["vault"] == str(Path("made-up", "vault"))
    assert found["passphrase_file"] == str(Path("made-up", "passphrase.txt"))
    assert found["analyst_key"] == str(Path("made-up", "analyst-key.txt"))
    assert found["bundle"] == str(Path("made-up", "bundle.age"))
    assert (found["verification"]["trusted"], found["verification"]["reviewed"]) == (True, True)
    secret = ("--passphrase-file", line.folder / found["passphrase_file"])
    assert line.bare("vault", "check", found["vault"], *secret).code == 0
    means = ("--key", found["analyst_key"], "--signer", "made-up/vault-key.pub")
    opened = line.bare("bundle", "open", found["bundle"], "opened", *means, *secret)
    assert opened.code == 0, opened.err
    assert (line.folder / "opened/data/interviews.csv").is_file()


def test_no_name_of_the_made_up_people_is_in_the_demo_bundle(
    demo: tuple[CommandLine, dict[str, Any]],
) -> None:
    line, found = demo
    secret = ("--passphrase-file", line.folder / found["passphrase_file"])
    means = ("--key", found["analyst_key"], "--signer", "any")
    line.bare("bundle", "open", found["bundle"], "searched", *means, *secret)
    content = "\n".join(
        each.decode("utf-8") for each in snapshot(line.folder / "searched").values()
    ).lower()
    made_up = (ROOT / "resources" / "demo" / "interviews.jsonl").read_text("utf-8")
    names = {
        name.split()[-1].lower()
        for row in made_up.splitlines()
        for person in json.loads(row)["persons"]
        for name in person.get("names", [])
    }
    assert len(names) > 30
    assert [name for name in names if len(name) > 2 and name in content] == []


def test_the_demo_without_json_prints_the_four_paths(intake: CommandLine) -> None:
    done = intake.bare("demo", "made-up")
    assert done.code == 0
    assert len(done.out.splitlines()) == 4
    assert "verified" in done.err


def test_the_demo_overwrites_nothing(intake: CommandLine) -> None:
    (intake.folder / "mine").mkdir()
    (intake.folder / "mine" / "text").write_text("mine")
    for place in ("mine", "secret.txt"):
        assert intake.bare("demo", place).code == 7
    assert snapshot(intake.folder / "mine") == {"text": b"mine"}


def test_the_demo_on_a_full_disk_is_exit_7_and_leaves_nothing(intake: CommandLine) -> None:
    with no_room_beyond(100_000):
        done = intake.bare("demo", "made-up")
    assert done.code == 7
    assert list((intake.folder / "made-up").iterdir()) == []


def test_a_demo_that_is_interrupted_leaves_nothing(intake: CommandLine) -> None:
    done = intake.interrupted("demo", "made-up", moment=3)  # the bundle is there already
    assert (done.code, done.out) == (130, "")
    assert list((intake.folder / "made-up").iterdir()) == []


def test_the_demo_where_nothing_can_be_written_is_exit_7(intake: CommandLine) -> None:
    assert intake.bare("demo", "/sys/made-up").code == 7


def test_stdin_is_left_alone_where_a_file_is_named(intake: CommandLine) -> None:
    assert intake.bare("redact", intake.write("text.txt", "nothing"), stdin=b"\xff").code == 0
