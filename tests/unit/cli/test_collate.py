"""Many bundles united on the command line: all or nothing, with the file that stands in the way."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CommandLine, checked
from tests.unit.export.uniting import bundle

ANY = ("--signer", "any")


@pytest.fixture
def two(intake: CommandLine) -> list[Path]:
    return [bundle(intake.folder, 1), bundle(intake.folder, 2, 7)]


def test_it_tells_what_was_united_and_the_joint_risk(intake: CommandLine, two: list[Path]) -> None:
    done = intake.bare("bundle", "collate", "all", *two, *ANY)
    assert done.code == 0, done.err
    for said in ("2 bundles", "interviews  13", "the smallest of 13", "fewer than 5: 0"):
        assert said in done.out
    assert "not encrypted" in done.err
    assert "do not add up to people" in done.err
    assert (intake.folder / "all" / "collation.json").is_file()


def test_as_json_it_is_as_the_schema_says(intake: CommandLine, two: list[Path]) -> None:
    found = checked(
        "bundle-collate", intake.bare("bundle", "collate", "all", *two, two[0], *ANY, "--json")
    )
    assert found["tables"]["interviews"] == 13
    assert found["repeated"] == [str(two[0])]
    assert len(found["bundles"]) == 2
    written = json.loads((intake.folder / "all" / "collation.json").read_text())
    assert written["risk"] == found["risk"]


def test_a_bundle_that_stands_in_the_way_is_named_and_nothing_is_left(
    intake: CommandLine, two: list[Path]
) -> None:
    two[1].write_bytes(two[1].read_bytes()[:-1])
    done = intake.bare("bundle", "collate", "all", *two, *ANY)
    assert (done.code, done.out) == (3, "")
    assert f"In {two[1]}:" in done.err
    assert not (intake.folder / "all").exists()


def test_an_unknown_signer_is_exit_3(intake: CommandLine, two: list[Path]) -> None:
    done = intake.bare("bundle", "collate", "all", *two)
    assert done.code == 3
    assert "[F09]" in done.err


def test_without_the_packages_it_is_exit_7(
    intake: CommandLine, two: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    done = intake.bare("bundle", "collate", "all", *two, *ANY)
    assert done.code == 7
    assert "case-intake[analysis]" in done.err


def test_the_tables_can_be_had_in_other_forms(intake: CommandLine, two: list[Path]) -> None:
    words = ("--also", "xlsx", "--also", "hxl", "--also", "xlsx")
    assert intake.bare("bundle", "open", two[0], "out", *ANY, *words).code == 0
    extras = intake.folder / "out" / "extras"
    assert {path.name for path in extras.iterdir()} == {"bundle.xlsx", "hxl"}
    assert intake.bare("bundle", "open", two[0], "more", *ANY, "--also", "doc").code == 2
