"""``intake case`` and ``intake search``: import, list, show, withdraw, erase and find."""

from __future__ import annotations

import json
import os
import re
import signal
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from intake.domain.text import settle
from intake.errors import WHOLE_LINE
from tests.unit.cli.conftest import CommandLine, snapshot
from tests.unit.services.making import consent, document, name_of, no_room_beyond, uses

BIDI = "\u202e\u2066\u200f"
NASTY = {
    "nul": "before\x00after",
    "lone_surrogate": "before \ud83d after",
    "bidi": f"before {BIDI} after",
    "emoji": "before \U0001f469\u200d\U0001f469\u200d\U0001f467 after",
    "escape": "before \x1b[2J\x1b]0;title\x07 after",
    "combining": "e\u0301" * 40,
    "lines": "one\r\ntwo\u2028three\n\n\tfour",
}


def codes_of(intake: CommandLine, vault: Path) -> list[str]:
    return [each["code"] for each in intake.json("case-list", "case", "list", vault)["cases"]]


def shown(intake: CommandLine, vault: Path, code: str) -> Any:
    (found,) = intake.json("case-show", "case", "show", vault, code)["cases"]
    return found


# --- import ---------------------------------------------------------------------------------------


def test_import_tells_how_many_and_which(intake: CommandLine, empty_vault: Path) -> None:
    file = intake.write_cases(document(1), document(2))
    found = intake.json("case-import", "case", "import", empty_vault, file)
    assert found["cases"] == 2
    assert sorted(found["codes"]) == sorted(codes_of(intake, empty_vault))
    done = intake("case", "import", empty_vault, file)
    assert (done.code, done.out) == (0, "")
    assert done.err == "2 cases imported, finalised.\n"


def test_only_a_statement_or_only_answers_are_enough(
    intake: CommandLine, empty_vault: Path
) -> None:
    file = intake.write_cases({"statement": "Made up."}, {"answers": {"age": 38}})
    assert intake.json("case-import", "case", "import", empty_vault, file)["cases"] == 2


def test_a_code_that_was_given_is_kept_and_refused_a_second_time(
    intake: CommandLine, vault: Path, empty_vault: Path
) -> None:
    code = codes_of(intake, vault)[0]
    file = intake.write_cases(document(1, code=code))
    intake.ok("case", "import", empty_vault, file)
    assert codes_of(intake, empty_vault) == [code]
    done = intake("case", "import", empty_vault, file)
    assert done.code == 3
    assert "Line 1, code" in done.err
    assert codes_of(intake, empty_vault) == [code]


BAD_LINES: dict[str, tuple[str, str]] = {
    "not JSON": ("{", "line"),
    "a list": ("[]", "line"),
    "nothing to keep": ("{}", "statement"),
    "an unknown key": (json.dumps(document(1, unheard_of=1)), "unheard_of"),
    "an unknown answer": (json.dumps(document(1, answers={"unheard_of": 1})), "unheard_of"),
    "an unknown choice": (
        json.dumps(document(1, answers={"targeted_group": ["martian"]})),
        "targeted_group",
    ),
    "a key twice": ('{"statement": "a", "statement": "b"}', "statement"),
    "no such day": (json.dumps(document(1, consent=consent(given="2022-02-30"))), "given"),
    "an unknown level": (
        json.dumps(document(1, consent=consent(uses={"analysis": {"level": "some"}}))),
        "level",
    ),
    "an unknown use": (
        json.dumps(document(1, consent=consent(uses={"gossip": {"level": "code"}}))),
        "gossip",
    ),
    "a victim nobody named": (
        json.dumps(document(1, events=[{"act_type": ["threats"], "victims": ["p9"]}])),
        "victims",
    ),
}


@pytest.mark.parametrize(("line", "key"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_named_with_its_key_and_nothing_is_imported(
    intake: CommandLine, empty_vault: Path, line: str, key: str
) -> None:
    good = json.dumps(document(1))
    file = intake.write("cases.jsonl", f"{good}\n\n{line}\n{good}\n")
    done = intake("case", "import", empty_vault, file, "--json")
    assert (done.code, done.out) == (3, "")
    place = "Line 3: " if key == WHOLE_LINE else "Line 3, "
    assert done.err.startswith(place)
    assert key == WHOLE_LINE or key in done.err
    assert "Nothing was imported" in done.err
    assert codes_of(intake, empty_vault) == []


def test_what_a_line_says_is_never_in_its_error(intake: CommandLine, empty_vault: Path) -> None:
    said = "Zubrava Lampavich"
    for changes in (
        {"answers": {"age": said}},
        {"answers": {"targeted_group": [said]}},
        {"interview": {"date": said}},
        {"code": said},
        {"consent": {"given": said}},
    ):
        file = intake.write_cases(document(1, **changes))
        done = intake("case", "import", empty_vault, file)
        assert done.code == 3, changes
        assert "Zubrava" not in done.err + done.out


def test_a_hostile_key_cannot_write_to_the_terminal(intake: CommandLine, empty_vault: Path) -> None:
    file = intake.write_cases(document(1, **{f"a\x1b[2J{BIDI}\n\x00" + "x" * 500: 1}))
    done = intake("case", "import", empty_vault, file)
    assert done.code == 3
    assert not set(done.err) & set("\x1b\x00" + BIDI)
    assert len(done.err) < 250


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 3), (b"\n\n", 3), (b"\xff\xfe\x00", 3), (b"\xef\xbb\xbf" + b'{"statement": "a"}', 0)],
)
def test_files_of_odd_bytes(
    intake: CommandLine, empty_vault: Path, content: bytes, code: int
) -> None:
    done = intake("case", "import", empty_vault, intake.write("cases.jsonl", content))
    assert done.code == code


def test_a_file_that_is_not_there_is_usage(intake: CommandLine, empty_vault: Path) -> None:
    for path in ("nowhere.jsonl", "."):
        done = intake("case", "import", empty_vault, path)
        assert done.code == 2
        assert "cannot be read" in done.err


@pytest.mark.parametrize("name", NASTY)
def test_any_text_comes_back_and_no_terminal_obeys_it(
    intake: CommandLine, empty_vault: Path, name: str
) -> None:
    file = intake.write_cases(document(1, statement=NASTY[name]))
    intake.ok("case", "import", empty_vault, file)
    (code,) = codes_of(intake, empty_vault)
    (statement,) = shown(intake, empty_vault, code)["statements"]
    assert statement["text"] == settle(NASTY[name])
    done = intake("case", "show", empty_vault, code)
    assert done.code == 0
    assert not set(done.out) & set("\x00\x1b\x07" + BIDI)
    assert intake.json("search", "search", empty_vault, "before after")["hits"] or name in {
        "combining",
        "lines",
    }
    intake.ok("search", empty_vault, "before")
    assert intake.json("vault-check", "vault", "check", empty_vault)["good"]


def test_a_statement_of_five_megabytes_is_kept_and_found(
    intake: CommandLine, empty_vault: Path
) -> None:
    text = "They came early and said nothing at all. " * 130_000
    file = intake.write_cases(document(1, statement=f"{text} Kerosynth."))
    intake.ok("case", "import", empty_vault, file)
    (code,) = codes_of(intake, empty_vault)
    assert shown(intake, empty_vault, code)["statements"][0]["text"] == f"{text} Kerosynth."
    (hit,) = intake.json("search", "search", empty_vault, "kerosynth")["hits"]
    assert "Kerosynth" in hit["snippet"]


def test_an_import_onto_a_full_disk_is_exit_7_and_imports_nothing(
    intake: CommandLine, empty_vault: Path
) -> None:
    file = intake.write_cases(*(document(n, statement="Made up. " * 9000) for n in range(1, 9)))
    with no_room_beyond((empty_vault / "vault.db").stat().st_size + 100_000):
        done = intake("case", "import", empty_vault, file)
    assert done.code == 7
    assert "[A03]" in done.err
    assert codes_of(intake, empty_vault) == []


def test_an_interrupted_import_is_exit_130_and_imports_nothing(
    intake: CommandLine, empty_vault: Path
) -> None:
    said = "They came early. " * 2000  # more than a pipe holds: the program has begun to read
    cases = [document(number, statement=said) for number in range(1, 9)]
    lines = intake.write_cases(*cases).read_bytes()
    pipe = intake.folder / "pipe.jsonl"
    os.mkfifo(pipe)

    def person() -> None:
        with pipe.open("wb", buffering=0) as file:
            file.write(lines)
            os.kill(os.getpid(), signal.SIGINT)
            # A signal that comes just before the program waits for more ends no waiting: the end of
            # the file does.
            over.wait(5)

    over = threading.Event()
    typist = threading.Thread(target=person)
    typist.start()
    done = intake("case", "import", empty_vault, pipe)
    over.set()
    typist.join()
    assert (done.code, done.out) == (130, "")
    assert "[C01]" in done.err
    assert codes_of(intake, empty_vault) == []


# --- list and show --------------------------------------------------------------------------------


def test_list_has_a_line_for_each_case(intake: CommandLine, vault: Path) -> None:
    lines = intake.ok("case", "list", vault).splitlines()
    assert len(lines) == 8
    assert all("finalised" in line and "2022-05-26" in line for line in lines)
    assert name_of(1) not in "".join(lines)


def test_list_and_show_take_codes_as_people_write_them(intake: CommandLine, vault: Path) -> None:
    code = codes_of(intake, vault)[3]
    written = code.replace("-", "").lower()
    assert intake.ok("case", "list", vault, written, code).startswith(code)
    found = intake.json("case-list", "case", "list", vault, written)["cases"]
    assert [each["code"] for each in found] == [code]
    assert shown(intake, vault, written)["code"] == code


def test_show_without_a_code_shows_all_and_each_only_once(intake: CommandLine, vault: Path) -> None:
    assert len(intake.json("case-show", "case", "show", vault)["cases"]) == 8
    code = codes_of(intake, vault)[0]
    assert len(intake.json("case-show", "case", "show", vault, code, code)["cases"]) == 1


def test_show_prints_what_was_recorded(intake: CommandLine, empty_vault: Path) -> None:
    answers = {"age": 38, "residence_now": {"missing": "declined"}}
    persons = [
        {"ref": "p1", "role": "interviewee", "names": [name_of(1)]},
        {"ref": "p2", "role": "witness"},
    ]
    file = intake.write_cases(document(1, answers=answers, persons=persons))
    intake.ok("case", "import", empty_vault, file)
    out = intake.ok("case", "show", empty_vault)
    assert name_of(1) in out
    assert "no name recorded" in out
    assert "residence_now: (declined)" in out
    assert "event 1:" in out
    assert "They came early." in out


def test_show_leaves_out_nothing_that_is_recorded(intake: CommandLine, empty_vault: Path) -> None:
    person = {
        "ref": "p1",
        "role": "interviewee",
        "names": [name_of(1)],
        "aliases": ["Zuba"],
        "phones": ["+375290000017"],
        "birth_date": "1984-03",
    }
    agreed = uses(
        analysis={"level": "code", "recipients": ["un"], "until": "2030-01-01", "withhold": ["sex"]}
    )
    made = document(1, persons=[person], consent=agreed)
    intake.ok("case", "import", empty_vault, intake.write_cases(made))
    (code,) = codes_of(intake, empty_vault)
    intake.ok("case", "withdraw", empty_vault, code, "--use", "media", "--use", "analysis")
    out = intake.ok("case", "show", empty_vault)
    recorded = intake.json("case-show", "case", "show", empty_vault)["cases"][0]
    for word in words_of(recorded):
        assert word in out, word
    assert "consent, given: 2022-05-26" in out
    assert "consent to analysis: level code; recipients un; until 2030-01-01; withhold sex" in out
    assert "WITHDRAWN on" in out
    assert ": analysis, media\n" in out
    for fact in ("aliases: Zuba", "phones: +375290000017", "birth_date: 1984-03"):
        assert fact in out


def test_show_says_what_was_not_asked_and_what_all_was_taken_back(
    intake: CommandLine, empty_vault: Path
) -> None:
    intake.ok("case", "import", empty_vault, intake.write_cases({"statement": "They came early."}))
    assert "consent: has not been asked" in intake.ok("case", "show", empty_vault)
    (code,) = codes_of(intake, empty_vault)
    intake.ok("case", "withdraw", empty_vault, code)
    assert ": everything\n" in intake.ok("case", "show", empty_vault)


def words_of(recorded: object) -> set[str]:
    """Return every text in a document that somebody recorded."""
    if isinstance(recorded, dict):
        return set[str]().union(*(words_of(each) for each in recorded.values()))
    if isinstance(recorded, list):
        return set[str]().union(*(words_of(each) for each in recorded))
    return {recorded} if isinstance(recorded, str) else set()


@pytest.mark.parametrize("command", ["list", "show", "withdraw", "erase"])
def test_an_unknown_code_is_usage_and_changes_nothing(
    intake: CommandLine, vault: Path, command: str
) -> None:
    known = codes_of(intake, vault)
    done = intake("case", command, vault, known[0], "ZZZZ-ZZZZ")
    assert (done.code, done.out) == (2, "")
    assert "no case ZZZZ-ZZZZ" in done.err
    listed = intake.json("case-list", "case", "list", vault)["cases"]
    assert sorted(each["code"] for each in listed) == sorted(known)
    assert not any(each["withdrawn"] for each in listed)


@pytest.mark.parametrize("command", ["withdraw", "erase"])
def test_to_withdraw_or_erase_needs_a_code(intake: CommandLine, vault: Path, command: str) -> None:
    assert intake("case", command, vault).code == 2
    assert len(codes_of(intake, vault)) == 8


# --- withdraw and erase ---------------------------------------------------------------------------


def test_a_withdrawal_is_recorded_for_good(intake: CommandLine, vault: Path) -> None:
    code = codes_of(intake, vault)[0]
    done = intake("case", "withdraw", vault, code)
    assert (done.code, done.out) == (0, "")
    assert "part of 0 bundles" in done.err
    (found,) = intake.json("case-list", "case", "list", vault, code)["cases"]
    assert (found["status"], found["withdrawn"]) == ("withdrawn", True)
    assert shown(intake, vault, code)["consent"]["withdrawn"]["what"] == []


def test_a_withdrawal_of_one_use_leaves_the_others(intake: CommandLine, vault: Path) -> None:
    code = codes_of(intake, vault)[0]
    uses = ("--use", "quotation", "--use", "analysis")
    found = intake.json("case-withdraw", "case", "withdraw", vault, code, *uses)
    assert found == {"withdrawn": 1, "recall": [], "bundles": []}
    assert shown(intake, vault, code)["status"] == "finalised"
    taken = shown(intake, vault, code)["consent"]["withdrawn"]
    assert taken["what"] == ["analysis", "quotation"]
    assert intake("case", "withdraw", vault, code, "--use", "gossip").code == 2


def test_a_withdrawal_prints_the_bundles_to_recall(intake: CommandLine, vault: Path) -> None:
    words = ("--policy", "records", "--purpose", "analysis", "--recipient-group", "analysts")
    made = intake.json("export", "export", vault, "out.zip", *words, "--unencrypted")
    code = codes_of(intake, vault)[0]
    done = intake("case", "withdraw", vault, code)
    today = datetime.now(UTC).astimezone().date().isoformat()
    assert done.out == f"{made['bundle_id']}  {today}  analysts  analysis  records  -\n"
    assert "part of 1 bundle." in done.err
    found = intake.json("case-withdraw", "case", "withdraw", vault, code)
    assert found["recall"] == [made["bundle_id"]]


def exported(intake: CommandLine, vault: Path) -> str:
    words = ("--policy", "records", "--purpose", "analysis", "--recipient-group", "analysts")
    made = intake.json("export", "export", vault, "out.zip", *words, "--unencrypted")
    return str(made["bundle_id"])


def test_only_what_a_withdrawal_concerns_is_recalled(intake: CommandLine, vault: Path) -> None:
    number, code = exported(intake, vault), codes_of(intake, vault)[0]
    assert intake("case", "recall", vault, code, "--out", "letters").code == 2
    words = ("case", "withdraw", vault, code)
    found = intake.json("case-withdraw", *words, "--use", "media")
    assert (found["recall"], [each["bundle_id"] for each in found["bundles"]]) == ([], [number])
    done = intake(*words, "--use", "media")
    assert (done.out, "part of 1 bundle." in done.err) == ("", True)
    assert intake.json("case-withdraw", *words, "--use", "analysis")["recall"] == [number]


def test_letters_are_written_for_what_has_to_come_back(intake: CommandLine, vault: Path) -> None:
    number, code = exported(intake, vault), codes_of(intake, vault)[0]
    done = intake("case", "withdraw", vault, code, "--erase")
    assert "intake case recall VAULT CODE --out DIR" in done.err
    assert shown(intake, vault, code)["consent"]["withdrawn"]["erase"]
    words = ("case", "recall", vault, code, code)
    both = ("--language", "ru", "--language", "en")
    (made,) = intake.json("case-recall", *words, "--out", "letters", *both)["letters"]
    assert (made["bundle_id"], made["recall"]) == (number, True)
    text = (intake.folder / made["file"]).read_text("utf-8")
    assert text.index("Комплект: ") < text.index(f"Bundle: {number}")
    assert code not in text
    done = intake(*words, "--out", "again")
    assert re.match(f"recall-{number[:8]}-[0-9a-f]{{8}}.txt  {number}", done.out)
    assert "1 letter in again, not encrypted" in done.err
    assert intake(*words, "--out", "again").code == 7


def test_erasing_tells_for_the_last_time_which_bundles_hold_a_case(
    intake: CommandLine, vault: Path
) -> None:
    number, codes = exported(intake, vault), codes_of(intake, vault)
    done = intake("case", "erase", vault, codes[0])
    assert done.out.startswith(number)
    assert "nothing here will tell any more" in done.err
    found = intake.json("case-erase", "case", "erase", vault, codes[1])
    assert [each["bundle_id"] for each in found["bundles"]] == [number]


def test_an_erased_case_is_gone_from_list_search_and_files(
    intake: CommandLine, vault: Path
) -> None:
    (hit,) = intake.json("search", "search", vault, name_of(3))["hits"]
    assert intake.json("case-erase", "case", "erase", vault, hit["code"])["erased"] == 1
    assert hit["code"] not in codes_of(intake, vault)
    assert intake.json("search", "search", vault, name_of(3))["hits"] == []
    done = intake("case", "erase", vault, codes_of(intake, vault)[0])
    assert (done.code, done.out) == (0, "")
    assert "make a new backup" in done.err
    assert intake.json("vault-check", "vault", "check", vault)["good"]


def test_withdraw_and_erase_count_a_case_named_twice_once(intake: CommandLine, vault: Path) -> None:
    first, second = codes_of(intake, vault)[:2]
    found = intake.json("case-withdraw", "case", "withdraw", vault, first, first, second)
    assert found["withdrawn"] == 2
    found = intake.json("case-erase", "case", "erase", vault, first, first.lower())
    assert found == {"erased": 1, "recall": [], "bundles": []}


@pytest.mark.parametrize("command", ["withdraw", "erase"])
def test_on_a_full_disk_nothing_is_taken_back_or_erased_and_that_is_said(
    intake: CommandLine, vault: Path, command: str
) -> None:
    code = codes_of(intake, vault)[0]
    with no_room_beyond(2000):
        done = intake("case", command, vault, code, "--json")
    assert (done.code, done.out) == (7, "")
    assert "[A03]" in done.err
    (found,) = intake.json("case-list", "case", "list", vault, code)["cases"]
    assert not found["withdrawn"]
    assert intake.json("vault-check", "vault", "check", vault)["good"]


# --- search ---------------------------------------------------------------------------------------


def test_search_finds_inflected_beginnings_and_says_where(intake: CommandLine, vault: Path) -> None:
    hits = intake.json("search", "search", vault, "cam earl")["hits"]
    assert hits == []  # only the last word may be a beginning
    hits = intake.json("search", "search", vault, "came earl")["hits"]
    assert len(hits) == 8
    for hit in hits:
        assert hit["field"] == "own_words"
        found = [hit["snippet"][start:end] for start, end in hit["ranges"]]
        assert "came" in found
    lines = intake.ok("search", vault, "came earl").splitlines()
    assert {line.split()[0] for line in lines} == {hit["code"] for hit in hits}


def test_a_search_that_finds_nothing_says_so(intake: CommandLine, vault: Path) -> None:
    done = intake("search", vault, "nowhere")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Nothing found.")


def test_search_shows_at_most_as_many_as_asked_for(intake: CommandLine, vault: Path) -> None:
    assert len(intake.json("search", "search", vault, "came", "--limit", "3")["hits"]) == 3
    for limit in ("0", "-1"):
        assert intake("search", vault, "came", "--limit", limit).code == 2
    assert intake("search", vault, "came", "--limit", "many").code == 2


@pytest.mark.parametrize(
    "query", ["", " ", '"', "came AND", "NEAR(", "*", "a:b", "\x00", "' OR 1=1 --", "🙂", "%"]
)
def test_any_text_is_a_legal_query(intake: CommandLine, vault: Path, query: str) -> None:
    assert intake("search", vault, query).code == 0


def test_a_search_changes_nothing(intake: CommandLine, vault: Path) -> None:
    intake.ok("search", vault, "came")
    before = snapshot(vault)
    intake.ok("search", vault, "came")
    assert snapshot(vault) == before
