"""Records of the Events Standard Formats: links hold, and nothing is told that was not there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup
from intake.errors import BundleDamagedError
from intake.export import canonical, esf
from intake.export.bundle import BundleContents, Sealing, write
from intake.export.extras import Extra
from intake.export.fields import FieldPolicy
from intake.export.snapshot import build
from intake.forms.loader import core_form
from intake.services import bundles
from intake.services.bundles import ANY_SIGNER, Means
from tests.unit.export.forging import Forger, members_of
from tests.unit.export.making import case_file, facts, keyring, open_gate, release
from tests.unit.export.test_collate import with_table
from tests.unit.export.uniting import bundle, counted

ARREST = {
    "acts.act_type": "threats",
    "acts.act_date": "2021-Q3",
    "acts.act_place": "BY-HM",
    "acts.place_type": "own_home",
    "acts.institution": "police",
    "profile.age": "30-44",
    "profile.sex": "female",
    "interview.interview_date": "2022-Q2",
}
SEVERAL_ACTS = {**ARREST, "acts.act_type": "home_search;threats"}
Records = list[dict[str, str]]


def made(folder: Path, *rows: Mapping[str, str], role: str = "victim") -> Path:
    """Write a bundle of the core form: a made-up person a row, whom something happened to."""
    fields, made_for = FieldPolicy.of(core_form()), release()
    people = [case_file(number, role=Answer(role)) for number in range(1, len(rows) + 1)]
    cases = [build(case, made_for, fields, row) for case, row in zip(people, rows, strict=True)]
    seals = Sealing(keyring().signer(RecipientGroup.ANALYSTS), unencrypted=True)
    path = folder / "made.zip"
    write(path, BundleContents(facts(made_for), fields, cases), seals, open_gate)
    return path


def opened(tmp_path: Path, path: Path, name: str = "out") -> Path:
    bundles.open_bundle(path, tmp_path / name, Means(signer=ANY_SIGNER), [Extra.ESF])
    return tmp_path / name


def records_in(path: Path) -> Records:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def records(out: Path, entity: str) -> Records:
    return records_in(out / "extras" / "esf" / f"{entity}.csv")


def with_data(path: Path, name: str, old: str, new: str) -> Path:
    forger = Forger(members_of(path.read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    content = forger.members[name].replace(old.encode(), new.encode(), 1)
    assert content != forger.members[name]
    path.write_bytes(with_table(forger, package, name, content))
    return path


def test_every_link_leads_to_a_record(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, ARREST, SEVERAL_ACTS, {}))
    people = [record["person_record_number"] for record in records(out, "person")]
    events = {record["event_record_number"] for record in records(out, "event")}
    acts = {record["act_record_number"]: record for record in records(out, "act")}
    rows = records_in(out / "data" / "interviews.csv")
    assert people == [row["id"] for row in rows]
    assert len(acts) == len(records(out, "act")) == 3
    for act in acts.values():
        assert act["victim"] in people
        assert act["event"] in events
        assert act["event"].startswith(act["victim"])
    for involved in records(out, "involvement"):
        assert acts[involved["act"]]["event"] == involved["event"]
        assert involved["perpetrator"] == ""
    for told in records(out, "information"):
        assert told["event"] in events
        assert told["source"] in people
        assert told["event"].startswith(told["source"])


def test_no_number_is_longer_than_the_field_of_a_database(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, ARREST, SEVERAL_ACTS))
    for entity, header in esf.HEADERS.items():
        assert all(len(record[header[0]]) <= 45 for record in records(out, entity))


def test_one_act_has_what_the_row_says(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, ARREST))
    (event,), (act,) = records(out, "event"), records(out, "act")
    (involved,), (told,) = records(out, "involvement"), records(out, "information")
    assert event["event_title"] == event["event_record_number"]
    assert event["initial_date"] == act["initial_date"] == "2021-Q3"
    assert event["local_geographical_area"] == "BY-HM"
    assert act["type_of_act"] == "Threats to the person"
    assert act["type_of_location"] == "Own home"
    assert involved["type_of_perpetrator"]
    assert told["date_of_source_material"] == "2022-Q2"
    (person,) = records(out, "person")
    assert person["sex"] != ""
    assert "age: 30-44" in person["remarks"].split("\n")
    assert person["civil_status"] == ""
    assert all(each["remarks"].startswith(esf.NOTE) for each in (event, act, involved, person))


def test_of_several_acts_nobody_is_told_which_was_where_or_by_whom(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, SEVERAL_ACTS))
    acts, (event,) = records(out, "act"), records(out, "event")
    assert {act["type_of_act"] for act in acts} == {"Threats to the person", "Search of a home"}
    assert {act["initial_date"] + act["type_of_location"] for act in acts} == {""}
    assert not (out / "extras" / "esf" / "involvement.csv").exists()
    assert "place_type: Own home" in event["remarks"].split("\n")
    assert "institution: " in event["remarks"]


def test_several_is_no_type_of_act(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, {**ARREST, "acts.act_type": "several"}))
    (act,), (event,) = records(out, "act"), records(out, "event")
    assert act["victim"] == records(out, "person")[0]["person_record_number"]
    assert act["type_of_act"] + act["initial_date"] + act["type_of_location"] == ""
    for record in (act, event):
        assert "act_type: several" in record["remarks"].split("\n")
    assert not (out / "extras" / "esf" / "involvement.csv").exists()


@pytest.mark.parametrize("role", ["witness", "relative", "source"])
def test_a_witness_is_no_victim(tmp_path: Path, role: str) -> None:
    out = opened(tmp_path, made(tmp_path, ARREST, role=role))
    assert [act["victim"] for act in records(out, "act")] == [""]
    assert (
        records(out, "information")[0]["source"]
        == records(out, "person")[0]["person_record_number"]
    )


def test_nothing_is_told_that_is_not_in_the_tables(tmp_path: Path) -> None:
    out = opened(tmp_path, made(tmp_path, ARREST, SEVERAL_ACTS, {}))
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    allowed, columns = {"", esf.NOTE}, set()
    for resource in package["resources"]:
        for row in records_in(out / resource["path"]):
            allowed |= {word for cell in row.values() for word in cell.split(";")}
        for column in resource["schema"]["fields"]:
            columns.add(column["name"])
            allowed |= {each["label"] for each in column.get("categories", ())}
    numbers = {header[0] for header in esf.HEADERS.values()} | {"event_title", "event", "act"}
    for entity in ("event", "person", "act", "involvement", "information"):
        for record in records(out, entity):
            cells = [value for name, value in record.items() if name not in numbers]
            for line in "\n".join(cells).split("\n"):
                name, _, told = line.partition(": ")
                assert set((told if name in columns else line).split("|")) <= allowed


def test_the_same_bundle_gives_the_same_bytes(tmp_path: Path) -> None:
    path = made(tmp_path, ARREST, SEVERAL_ACTS)
    first, second = (opened(tmp_path, path, name) / "extras" / "esf" for name in ("a", "b"))
    for file in first.iterdir():
        assert file.read_bytes() == (second / file.name).read_bytes()


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = with_data(made(tmp_path, ARREST), "data/events.csv", "BY-HM", "=1+1")
    path = with_data(path, "data/interviews.csv", "30-44", "@now")
    out = opened(tmp_path, path)
    assert records(out, "event")[0]["local_geographical_area"] == "'=1+1"
    assert "age: '@now" in records(out, "person")[0]["remarks"].split("\n")


def test_a_form_without_these_questions_has_people_and_remarks(tmp_path: Path) -> None:
    out = opened(tmp_path, bundle(tmp_path, 1))
    assert len(records(out, "person")) == len(records(out, "act")) == 6
    assert {act["victim"] for act in records(out, "act")} == {""}
    assert "counsel_access: No" in records(out, "event")[0]["remarks"].split("\n")


def test_a_bundle_of_counts_has_headers_and_no_record(tmp_path: Path) -> None:
    folder = opened(tmp_path, counted(tmp_path, 1)) / "extras" / "esf"
    assert {file.name for file in folder.iterdir()} == {"act.csv", "event.csv", "person.csv"}
    for entity in esf.ALWAYS:
        header = ",".join(esf.HEADERS[entity]) + "\r\n"
        assert (folder / f"{entity}.csv").read_bytes() == header.encode()


@pytest.mark.parametrize("lie", ["nobody's", "twice"])
def test_an_event_that_is_nobodys_undoes_everything(tmp_path: Path, lie: str) -> None:
    path = made(tmp_path, ARREST, ARREST)
    rows = members_of(path.read_bytes())["data/events.csv"].decode().split("\r\n")
    first, second = rows[1].split(",")[0], rows[2].split(",")[0]
    other = "r0" if lie == "nobody's" else first
    path = with_data(path, "data/events.csv", second, other)
    with pytest.raises(BundleDamagedError, match="events"):
        opened(tmp_path, path)
    assert not (tmp_path / "out").exists()


def test_a_label_with_a_bar_makes_one_act(tmp_path: Path) -> None:
    path = made(tmp_path, ARREST)
    forger = Forger(members_of(path.read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    for resource in package["resources"]:
        for column in resource["schema"]["fields"]:
            for each in column.get("categories", ()):
                each["label"] = "One|Two"
    path.write_bytes(forger.replace("datapackage.json", canonical.encode(package)))
    assert [each["type_of_act"] for each in records(opened(tmp_path, path), "act")] == ["One|Two"]
