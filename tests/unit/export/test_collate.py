"""Many bundles become one data set: all rows, one schema, whose they are, and the joint risk."""

from __future__ import annotations

import hashlib
import importlib
import json
import resource
from pathlib import Path
from typing import Any

import duckdb
import pytest

from intake.domain.answers import Answer
from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    NoAnalysisError,
    NotAcceptedError,
    UnknownSignerError,
)
from intake.export import canonical
from intake.export.collate import collate
from intake.export.terms import Policy
from intake.export.verify import Opening, Trust
from tests.unit.export.forging import Forger, members_of
from tests.unit.export.uniting import OPENING, ask, bundle, counted, other_form, unite


def test_every_row_of_every_bundle_is_there_with_its_bundle(tmp_path: Path) -> None:
    paths = [bundle(tmp_path, 1), bundle(tmp_path, 2, 7), counted(tmp_path, 3)]
    found = unite(tmp_path, *paths)
    assert found.tables == {
        "interviews": 13,
        "events": 13,
        "displacements": 13,
        "needs": 13,
        "statements": 13,
        "counts": 2,
    }
    rows = ask(tmp_path, "select bundle, count(*) from @interviews group by all order by 2")
    assert [count for _, count in rows] == [6, 7]
    assert {number for number, _ in rows} <= set(found.bundles)
    about = ask(tmp_path, "select bundle, month, signer, k, rows from @bundles order by rows")
    assert [row[1:] for row in about] == [("2022-06", "office", 5, count) for count in (0, 6, 7)]
    assert ask(tmp_path, "select value, people, people_reason from @counts order by 1") == [
        ("female", 7, None),
        ("male", None, "withheld"),
    ]


def test_cells_are_those_of_the_bundle_and_joins_find_the_same_person(tmp_path: Path) -> None:
    unite(tmp_path, bundle(tmp_path, 1), bundle(tmp_path, 2, need=Answer("health")))
    rows = ask(
        tmp_path,
        "select i.age, i.religion, i.religion_reason, e.act_type, n.need, count(*) "
        "from @interviews i join @events e on i.bundle = e.bundle and i.id = e.interview_id "
        "join @needs n on i.bundle = n.bundle and i.id = n.interview_id group by all order by all",
    )
    assert rows == [
        ("35-39", None, "declined", "arrest", "documents;housing", 6),
        ("35-39", None, "declined", "arrest", "health", 6),
    ]
    texts = ask(tmp_path, "select distinct language, text from @statements")
    assert texts == [("en", "I was told to leave by [P1].")]


def test_forms_that_differ_share_one_schema_and_no_question_takes_another_s_column(
    tmp_path: Path,
) -> None:
    unite(tmp_path, bundle(tmp_path, 1), bundle(tmp_path, 2, fields=other_form()))
    schemas = {
        tuple(duckdb.execute(f"describe select * from '{path}'").fetchall())
        for path in (tmp_path / "all" / "interviews").rglob("*.parquet")
    }
    assert len(schemas) == 1
    described = json.loads((tmp_path / "all" / "collation.json").read_text())
    columns = {
        each["field"]: each
        for each in described["tables"]["interviews"]["columns"]
        if not each["is_reason"]
    }
    asked, other = (columns[field]["name"] for field in ("interview.mode", "profile.mode"))
    assert {asked, other} in ({"mode", "profile__mode"}, {"mode", "interview__mode"})
    assert columns["profile.religion"]["bundles"] == columns["profile.mode"]["bundles"] == 1
    assert columns["profile.sex"]["bundles"] == 2
    rows = ask(
        tmp_path,
        f"select {asked}, {other}, {other}_reason, religion_reason, count(*) from @interviews "
        "group by all order by all",
    )
    assert rows == [("yes", None, None, "declined", 6), (None, None, "withheld", None, 6)]


def test_labels_of_all_bundles_are_kept(tmp_path: Path) -> None:
    unite(tmp_path, bundle(tmp_path, 1))
    rows = ask(tmp_path, "select value, label from @labels where \"column\" = 'sex' order by 1")
    assert rows == [("female", "Female"), ("male", "Male"), ("other", "Other")]


def test_the_joint_risk_is_what_sql_finds(tmp_path: Path) -> None:
    found = unite(
        tmp_path,
        bundle(tmp_path, 1),
        bundle(tmp_path, 2),
        bundle(tmp_path, 3, 2, k=2, sex=Answer("male")),
        bundle(tmp_path, 4, 8, fields=other_form(), policy=Policy.RECORDS),
    )
    described = json.loads((tmp_path / "all" / "collation.json").read_text())
    columns = [
        (table, each["name"])
        for table, said in described["tables"].items()
        for each in said["columns"]
        if {"quasi", "quasi_sensitive"} & set(each["disclosure"])
    ]
    keys = ", ".join(
        f"coalesce(nullif({table}.\"{name}\", 'withheld'), '')" for table, name in columns
    )
    sizes = [
        size
        for (size,) in ask(
            tmp_path,
            f"select count(*) from @interviews interviews "
            "join @events events on interviews.bundle = events.bundle "
            "and interviews.id = events.interview_id "
            "join @displacements displacements on interviews.bundle = displacements.bundle "
            "and interviews.id = displacements.interview_id "
            "join @needs needs on interviews.bundle = needs.bundle "
            f"and interviews.id = needs.interview_id group by {keys}",
        )
    ]
    risk = found.risk
    assert (risk.rows, risk.classes) == (22, len(sizes))
    assert risk.smallest == min(sizes) == 2
    assert (risk.k, risk.rows_under_k) == (5, sum(size for size in sizes if size < 5))
    assert risk.mean == len(sizes) / 22
    assert described["risk"]["rows_under_k"] == risk.rows_under_k == 2


def test_a_group_that_is_large_only_because_bundles_repeat_it_is_told(tmp_path: Path) -> None:
    """Three bundles of one vault may hold the same three people: together they are no nine."""
    found = unite(tmp_path, *(bundle(tmp_path, number, 3, k=3) for number in (1, 2, 3)))
    assert (found.risk.smallest, found.risk.rows_under_k) == (9, 0)
    assert found.risk.classes_under_k_apart == 0
    mixed = bundle(tmp_path, 4, 6, sex=Answer("male"))
    again = collate(
        tmp_path / "more", [*(tmp_path / f"{n}.zip" for n in (1, 2, 3)), mixed], OPENING
    )
    assert again.risk.k == 5
    assert again.risk.rows_under_k == 0
    assert again.risk.classes_under_k_apart == 1


def test_the_same_bundles_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    paths = [bundle(tmp_path, number) for number in (1, 2, 3)]
    paths.append(bundle(tmp_path, 4, fields=other_form()))
    found = []
    for name, order in (("a", paths), ("b", paths[::-1])):
        collate(tmp_path / name, order, OPENING)
        found.append(
            {
                path.relative_to(tmp_path / name): path.read_bytes()
                for path in (tmp_path / name).rglob("*")
                if path.is_file()
            }
        )
    assert found[0] == found[1]
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "a").rglob("*"))


def test_a_bundle_that_comes_twice_counts_once(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    twin = tmp_path / "twin.zip"
    twin.write_bytes(path.read_bytes())
    found = unite(tmp_path, path, twin)
    assert found.repeated == (twin,)
    assert found.tables["interviews"] == 6


def test_two_bundles_of_one_number_are_refused(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    other = tmp_path / "other.zip"
    other.write_bytes(Forger(members_of(path.read_bytes())).change(month="2023-01"))
    with pytest.raises(NotAcceptedError, match="number"):
        unite(tmp_path, path, other)
    assert not (tmp_path / "all").exists()


def test_one_signer_who_is_not_trusted_refuses_all(tmp_path: Path) -> None:
    paths = [bundle(tmp_path, 1), bundle(tmp_path, 2, key=77)]
    began: list[Path] = []
    with pytest.raises(UnknownSignerError):
        collate(tmp_path / "all", paths, OPENING, began=began.append)
    assert began[-1] == paths[1]
    assert not (tmp_path / "all").exists()
    found = collate(tmp_path / "all", paths, Opening((), Trust(anybody=True)))
    assert len(found.bundles) == 2


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "mine").write_text("x")
    with pytest.raises(DestinationExistsError):
        unite(tmp_path, bundle(tmp_path, 1))
    assert [path.name for path in (tmp_path / "all").iterdir()] == ["mine"]


HEADER = "id,question,language,text\r\n"
LIES = {
    "a row that is too short": ("statements", HEADER + "s1,own_words,en\r\n"),
    "another header": ("statements", "id,question,text,language\r\n"),
    "no header": ("statements", ""),
    "an open quote": ("statements", HEADER + 's1,own_words,en,"open'),
    "no text": ("statements", HEADER + "s1,own_words,en,\xff\r\n"),
    "rows of other people": ("events", "backwards"),
    "a person more": ("needs", "more"),
    "a person less": ("needs", "less"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_table_that_is_none_is_damage_though_it_is_signed(tmp_path: Path, lie: str) -> None:
    table, said = LIES[lie]
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    name = f"data/{table}.csv"
    lines = forger.members[name].splitlines(keepends=True)
    made = {
        "backwards": b"".join([lines[0], *lines[:0:-1]]),
        "more": b"".join([*lines, b"r" + b"f" * 15 + lines[-1][16:]]),
        "less": b"".join(lines[:-1]),
    }.get(said, said.encode("latin-1"))
    package = json.loads(forger.members["datapackage.json"])
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, name, made))
    with pytest.raises(BundleDamagedError, match=table):
        unite(tmp_path, path)
    assert not (tmp_path / "all").exists()


def with_table(forger: Forger, package: dict[str, Any], name: str, content: bytes) -> bytes:
    """Return the bundle with another table, which the data package describes as it should."""
    for each in package["resources"]:
        if each["path"] == name:
            digest = hashlib.sha256(content).hexdigest()
            each |= {"bytes": len(content), "hash": f"sha256:{digest}"}
    forger.replace(name, content)
    return forger.replace("datapackage.json", canonical.encode(package))


@pytest.mark.parametrize("lie", ["a name of ours", "one name twice"])
def test_a_table_that_could_not_be_told_from_another_is_damage(tmp_path: Path, lie: str) -> None:
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    needs = next(each for each in package["resources"] if each["name"] == "needs")
    if lie == "a name of ours":
        needs["name"] = "labels"
    else:
        needs["schema"]["fields"][1]["name"] = needs["schema"]["fields"][0]["name"]
    path = tmp_path / "lie.zip"
    path.write_bytes(forger.replace("datapackage.json", canonical.encode(package)))
    with pytest.raises(BundleDamagedError, match="needs"):
        unite(tmp_path, path)


def test_a_number_that_is_none_is_damage(tmp_path: Path) -> None:
    forger = Forger(members_of(counted(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    content = b"field,value,people,people_reason\r\nprofile.sex,female,many,\r\n"
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, "data/counts.csv", content))
    with pytest.raises(BundleDamagedError, match="counts"):
        unite(tmp_path, path)


def test_a_file_that_changes_between_the_two_readings_is_noticed(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    other = Forger(members_of(path.read_bytes())).change(month="2023-01")

    def began(_path: Path) -> None:
        if (tmp_path / "all").exists():
            path.write_bytes(other)

    with pytest.raises(BundleDamagedError):
        collate(tmp_path / "all", [path], OPENING, began=began)
    assert not (tmp_path / "all").exists()


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    paths = [bundle(tmp_path, number, 40) for number in (1, 2)]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
    try:
        with pytest.raises(DiskFullError):
            unite(tmp_path, *paths)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not (tmp_path / "all").exists()


def test_a_stop_leaves_nothing_and_progress_grows_to_the_end(tmp_path: Path) -> None:
    paths = [bundle(tmp_path, number) for number in (1, 2)]
    cancel = CancelToken()
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == total - 1:
            cancel.cancel()

    with pytest.raises(CancelledError):
        collate(tmp_path / "all", paths, OPENING, stop, cancel)
    assert not (tmp_path / "all").exists()
    told: list[tuple[int, int]] = []
    collate(tmp_path / "all", paths, OPENING, lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_without_the_packages_for_analysis_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(NoAnalysisError, match="analysis"):
        unite(tmp_path, bundle(tmp_path, 1))
    assert not (tmp_path / "all").exists()
