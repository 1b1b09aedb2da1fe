"""JSON files and pages of a bundle: valid elsewhere, self-contained, and silent on people."""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import frictionless
import pytest

from intake.domain.answers import Answer
from intake.domain.progress import CancelToken
from intake.errors import BundleDamagedError
from intake.export import canonical
from intake.export.bundle import BundleContents, make_files
from intake.export.counting import FieldCounts, count_answers, count_released
from intake.export.facts import Facts
from intake.export.layout import BundleFile
from intake.export.schema_check import check_schema, first_flaw
from intake.export.terms import Policy
from intake.export.writers.frames import FRAMES
from intake.export.writers.html import Page, is_ours
from tests.unit.export.making import (
    FIELDS,
    case_file,
    contents,
    facts,
    redacted,
    release,
)


def files_of(made: BundleContents) -> dict[str, BundleFile]:
    return {file.name: file for file in make_files(made, CancelToken())[0]}


ANALYSIS = files_of(contents())
RECORDS = files_of(contents(made_for=release(Policy.RECORDS)))
FRAMES_SEEN = {
    "3abb6a3dfe64c6bdf41f806512020e192d9b036bf2fe89c7c0fc54e28b6c5bf0",  # drawn charts: en
    "7fcb052efe5a93e5f09b1e9aa27d08d54fc38a55c83d1ea59885c66ce4e3b459",  # be
    "314bc8f25596434b003f5396693910751bdfd5a3a3713f1e1a27db4227310958",  # ru
    "0520cd25b0c5b28dacf3f2035d2928be7620a63ecb16a3c0017a3fd1fc291e00",  # before charts were drawn
}
COUNTS = (FieldCounts("profile.sex", (("female", 7), ("male", None))),)
STATISTICS = files_of(BundleContents(facts(release(Policy.STATISTICS)), FIELDS, counts=COUNTS))
EACH = pytest.mark.parametrize(
    "files", [ANALYSIS, RECORDS, STATISTICS], ids=["analysis", "records", "statistics"]
)


def document_of(file: BundleFile) -> dict[str, object]:
    found: dict[str, object] = json.loads(file.content)
    return found


@EACH
def test_frictionless_finds_nothing_wrong(
    files: dict[str, BundleFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in files.values():
        path = tmp_path / file.name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
    monkeypatch.chdir(tmp_path)
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten()
    assert len(report.tasks) == sum(name.endswith(".csv") for name in files)


def test_each_policy_has_its_tables() -> None:
    rows = {f"data/{name}.csv" for name in ("interviews", "events", "displacements", "needs")}
    assert {name for name in ANALYSIS if name.startswith("data/")} == rows | {"data/statements.csv"}
    assert {name for name in RECORDS if name.startswith("data/")} == rows
    assert {name for name in STATISTICS if name.startswith("data/")} == {"data/counts.csv"}
    for files in (ANALYSIS, RECORDS, STATISTICS):
        others = {name for name in files if not name.startswith("data/")}
        assert others == {"datapackage.json", "PRIVACY.json", "report.html", "codebook.html"}


@EACH
def test_every_field_carries_its_disclosure_class(files: dict[str, BundleFile]) -> None:
    package = json.loads(files["datapackage.json"].content)
    check_schema("datapackage", package, "datapackage.json")
    for resource in package["resources"]:
        header = files[resource["path"]].content.decode().partition("\r\n")[0].split(",")
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert {field["intake:disclosure"] for field in fields} <= {
            "plain",
            "quasi",
            "quasi_sensitive",
            "sensitive",
            "narrative",
        }


def test_classes_in_the_package_are_those_of_the_form() -> None:
    package = json.loads(ANALYSIS["datapackage.json"].content)
    found = {
        field["intake:field"]: field["intake:disclosure"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if "intake:field" in field
    }
    assert found == {
        rule.key: rule.disclosure.value for rule in FIELDS.rules if not rule.is_protected
    }


def test_privacy_says_what_is_known_and_nothing_below_five() -> None:
    privacy = document_of(ANALYSIS["PRIVACY.json"])
    check_schema("privacy", privacy, "PRIVACY.json")
    assert privacy["k_covers_statements"] is False
    assert privacy["smallest_count"] == 5
    assert privacy["suppressed_rows"] == "fewer than 5"
    assert privacy["redactions"] == {"person": "10", "place": "fewer than 5"}, "12, in fives"
    assert privacy["global_risk"] == 0.1235


def test_withheld_counts_are_never_below_five_and_always_for_all_reasons() -> None:
    said = facts().withheld_as_said()
    assert said["no_consent"] == "5", "in fives"
    assert {said[reason] for reason in said if reason != "no_consent"} == {"fewer than 5"}
    assert said.keys() == facts(withheld={}).withheld_as_said().keys()
    with pytest.raises(ValueError, match="reason"):
        facts(withheld={"other": 1}).withheld_as_said()


# --- pages ---------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Collects tags, attributes and text, and holds each tag to be closed."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: BundleFile) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page.content.decode("utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@EACH
@pytest.mark.parametrize("name", ["report.html", "codebook.html"])
def test_pages_stand_alone_without_script_or_anything_fetched(
    files: dict[str, BundleFile], name: str
) -> None:
    page = Reader(files[name])
    banned = {
        "script",
        "iframe",
        "img",
        "link",
        "object",
        "embed",
        "form",
        "base",
        "a",
        "image",
        "use",
    }
    assert not banned & set(page.tags)
    names = {attribute for attribute, _ in page.attributes}
    assert not {"src", "href", "srcset", "action", "formaction"} & names
    assert not [attribute for attribute in names if attribute.startswith("on")]
    content = files[name].content.decode()
    assert "default-src 'none'" in html.unescape(content)
    assert not re.search(r"url\(|@import|javascript:|https?:", content)


@EACH
def test_the_report_says_that_counts_are_not_prevalence(files: dict[str, BundleFile]) -> None:
    assert "Counts are not prevalence" in Reader(files["report.html"]).text


def test_the_report_warns_when_nobody_has_reviewed_the_statements() -> None:
    warning = "Nobody has reviewed the statements"
    assert warning not in Reader(ANALYSIS["report.html"]).text
    unreviewed = replace(contents(), facts=facts(reviewed=False))
    assert warning in Reader(files_of(unreviewed)["report.html"]).text


def test_the_report_says_of_a_bundle_without_statements_that_there_are_none() -> None:
    asked = "Statements reviewed by a person"
    for reviewed in (True, False):
        silent = BundleContents(facts(reviewed=reviewed), FIELDS, counts=COUNTS)
        text = Reader(files_of(silent)["report.html"]).text
        assert "no statements inside" in text.partition(asked)[2][:40]
        assert "Nobody has reviewed" not in text
        assert document_of(files_of(silent)["PRIVACY.json"])["statements"] is False
    assert "no statements inside" not in Reader(ANALYSIS["report.html"]).text
    assert document_of(ANALYSIS["PRIVACY.json"])["statements"] is True


def test_the_report_says_why_there_are_only_counts() -> None:
    few = BundleContents(facts(counts_only=True), FIELDS, counts=COUNTS)
    assert "too few people for rows" in Reader(files_of(few)["report.html"]).text


def test_the_report_tells_figures_notes_and_reasons() -> None:
    text = Reader(ANALYSIS["report.html"]).text
    for part in ("A made-up note.", "fewer than 5", "12.3%", "31%", "(l)", "to the quarter"):
        assert part in text
    silent = facts(figures=replace(facts().figures, diversity=None, redactions={}, scheme=""))
    quiet = Reader(files_of(replace(contents(), facts=silent))["report.html"]).text
    assert "(l)" not in quiet
    assert "l is 1" not in text
    poor = facts(figures=replace(facts().figures, diversity=1))
    made = files_of(replace(contents(), facts=poor))
    assert "in at least one group all who answered" in Reader(made["report.html"]).text
    assert document_of(made["PRIVACY.json"])["l"] == 1
    silent_files = files_of(replace(contents(), facts=silent))
    assert document_of(silent_files["PRIVACY.json"])["l"] is None
    assert "Masked in statements" not in quiet


def test_a_report_of_records_speaks_of_no_labels() -> None:
    assert "square brackets" in Reader(ANALYSIS["report.html"]).text
    assert "square brackets" not in Reader(RECORDS["report.html"]).text


def test_charts_show_labels_and_hide_small_numbers() -> None:
    report = Reader(ANALYSIS["report.html"])
    assert "About targeted_group" in report.text
    assert "Journalist" in report.text
    assert "hidden" in report.text
    statistics = Reader(STATISTICS["report.html"])
    assert "Female7" in statistics.text.replace("\n", "")
    assert ("width", "320") in statistics.attributes


def test_no_word_of_a_case_comes_into_the_report() -> None:
    odd = '<script>alert("x")</script>'
    cases = []
    for number in range(1, 8):
        case = case_file(number)
        cases.append(redacted(replace(case, case=replace(case.case, project=odd))))
    report = files_of(BundleContents(facts(), FIELDS, cases))["report.html"]
    assert "alert" not in Reader(report).text
    assert report.ours == ((0, len(report.content)),)


def test_the_codebook_explains_every_column_and_value() -> None:
    text = Reader(ANALYSIS["codebook.html"]).text
    for rule in FIELDS.rules:
        if not rule.is_protected:
            assert rule.name in text
    for part in ("not_asked", "withheld", "journalist", "Journalist", "data/statements.csv"):
        assert part in text
    assert "data/statements.csv" not in Reader(RECORDS["codebook.html"]).text
    assert "data/counts.csv" in Reader(STATISTICS["codebook.html"]).text


def test_values_that_cannot_occur_are_not_explained() -> None:
    levels = dict(facts().figures.levels) | {"profile.targeted_group": "withheld"}
    shown = facts(figures=replace(facts().figures, levels=levels))
    text = Reader(files_of(replace(contents(), facts=shown))["codebook.html"]).text
    assert "Journalist" not in text


def test_a_table_without_fields_says_so() -> None:
    empty = replace(FIELDS, rules=FIELDS.table("interviews"))
    made = BundleContents(facts(), empty, [redacted(case_file())])
    assert "No fields." in Reader(files_of(made)["codebook.html"]).text


# --- counts --------------------------------------------------------------------------------------


def test_counts_hide_small_numbers_and_their_complements() -> None:
    chosen = {f"u{n}": ["a"] for n in range(20)} | {f"v{n}": ["b"] for n in range(8)}
    counted = count_answers("profile.sex", chosen | {"w": ["c"]})
    assert dict(counted.people)["c"] is None
    assert None in {dict(counted.people)["a"], dict(counted.people)["b"]}
    several = count_answers("needs.need", {f"u{n}": ["x", "y"] for n in range(9)} | {"w": ["x"]})
    assert dict(several.people) == {"x": None, "y": None}


def test_people_without_an_answer_are_not_counted() -> None:
    cases = [
        redacted(case_file(n, need=Answer("health" if n < 6 else "housing"))) for n in range(13)
    ]
    assert count_released("needs.need", cases).people == (("health", 6), ("housing", 7))
    assert count_released("profile.religion", cases).people == ()
    assert count_released("interview.interview_country", cases).people == ()


def test_a_small_number_cannot_be_put_into_counts() -> None:
    with pytest.raises(ValueError, match="hidden"):
        FieldCounts("profile.sex", (("female", 4),))


# --- JSON and schemas ----------------------------------------------------------------------------


def test_canonical_json_is_one_form_only() -> None:
    assert canonical.encode({"b": 1, "a": "\u017b"}) == '{"a":"\u017b","b":1}\n'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical.encode({"x": float("nan")})


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"{", b"\xff", b'{"a":1,"a":2}', b'{"a":NaN}', b'{"a":' + b"[" * 10**5),
        *(b'{"a":"\\ud83e"}', b'{"a":["\\uDD86\\ud83e"]}', b'{"\\ud800":1}'),
    ],
)
def test_what_is_no_json_object_is_damage(content: bytes) -> None:
    with pytest.raises(BundleDamagedError, match="part of tests"):
        canonical.decode(content, "part of tests")


def test_both_halves_of_a_character_are_text() -> None:
    assert canonical.decode(b'{"a":"\\ud83e\\udd86"}', "x") == {"a": "\U0001f986"}


def test_a_schema_tells_where_a_document_breaks_it() -> None:
    privacy = document_of(ANALYSIS["PRIVACY.json"])
    assert first_flaw("privacy", privacy) is None
    flaw = first_flaw("privacy", privacy | {"k": 1})
    assert flaw is not None
    assert list(flaw.absolute_path) == ["k"]


def test_facts_know_month_and_id_but_no_day() -> None:
    made: Facts = facts()
    assert made.month == "2022-06"
    assert re.fullmatch(r"[0-9a-f]{32}", made.bundle_id)
    for file in ANALYSIS.values():
        assert b"2022-06-15" not in file.content


@pytest.mark.parametrize("command", ["\x1b[2J", "\x9b2J", "\x7f", "\u202e", "\u2028"])
def test_no_page_and_no_document_holds_what_a_terminal_or_a_window_obeys(command: str) -> None:
    page = Page(f"a{command}b", "lead")
    page.paragraph(f"a{command}b")
    written = canonical.encode({"label": f"a{command}b"})
    for content in (page.finish("report.html").content.decode(), written.decode()):
        assert all(char == "\n" or char.isprintable() for char in content)
    assert canonical.decode(written, "x") == {"label": f"a{command}b"}


@EACH
def test_every_page_that_is_written_is_one_that_is_read(files: dict[str, BundleFile]) -> None:
    assert is_ours(files["report.html"].content)
    assert is_ours(files["codebook.html"].content)


def test_the_frame_of_a_page_belongs_to_the_format() -> None:
    """Whoever changes it makes older bundles unreadable, unless readers go on taking this one."""
    empty = '<h1></h1>\n<p class="lead"></p>\n'
    pages = [(f.before_title + f.behind_title + empty + f.end).encode() for f in FRAMES]
    assert {hashlib.sha256(page).hexdigest() for page in pages} == FRAMES_SEEN
    assert all(is_ours(page) for page in pages)
    assert Page("", "", "be").finish("report.html").content in pages
