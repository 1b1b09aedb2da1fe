"""The list of sabotage patches is up to date, and a few of them are tried; all in the long run."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.children import ROOT, environment
from tests.sabotage.__main__ import Patch, broken, copy_tree, not_caught, patches

pytestmark = pytest.mark.no_cover

HANDFUL = 3


def handful() -> list[int]:
    """Return numbers of patches; each day others, so that all have their turn."""
    first = dt.datetime.now(dt.UTC).toordinal() * HANDFUL
    return [(first + step) % len(patches()) + 1 for step in range(HANDFUL)]


def run(*numbers: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.sabotage", *map(str, numbers)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_at_least_thirty_and_all_apply() -> None:
    listed = patches()
    assert len(listed) >= 30
    assert len({patch.name for patch in listed}) == len(listed)
    for patch in listed:
        compile(broken(patch), patch.file, "exec")


def test_every_test_that_is_named_exists() -> None:
    for patch in patches():
        for test in patch.tests:
            file, _, name = test.partition("::")
            assert f"def {name}(" in (ROOT / file).read_text("utf-8"), test


def called_by_name(page: str) -> list[str]:
    """Return the patches that a page calls by name, as ``patch *its name*``, one or several."""
    groups = re.findall(r"\bpatch(?:es)? (\*[^|*]+\*(?:, \*[^|*]+\*)*)", page)
    return [name for group in groups for name in re.findall(r"\*([^*]+)\*", group)]


def test_the_page_about_assurance_names_patches_that_there_are() -> None:
    page = (ROOT / "docs" / "assurance.md").read_text("utf-8")
    assert set(called_by_name(page)) <= {patch.name for patch in patches()}
    assert len(called_by_name(page)) > 15
    assert not re.search(r"\bpatch(es)? \d", page), "numbers move"


def test_a_handful_is_caught() -> None:
    done = run(*handful())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_all_are_caught() -> None:
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_patch_that_no_test_notices_is_told(tmp_path: Path) -> None:
    test = "tests/unit/domain/test_marks.py::test_none"
    file = tmp_path / test.partition("::")[0]
    file.parent.mkdir(parents=True)
    file.write_text("def test_none() -> None:\n    pass\n")
    (tmp_path / "module.py").write_text("VALUE = 1\n")
    patch = Patch("nothing", "module.py", "1", "2", (test,))
    assert not_caught(tmp_path, patch) == {test}
    assert (tmp_path / "module.py").read_text() == "VALUE = 1\n"


def test_a_patch_that_does_not_apply_is_told(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("11")
    for old in ("1", "2"):
        with pytest.raises(ValueError, match="no longer applies"):
            broken(Patch("nothing", "module.py", old, "3", ()), tmp_path)


def test_the_copy_is_what_is_tried(tmp_path: Path) -> None:
    copy_tree(tmp_path)
    where = subprocess.run(
        [sys.executable, "-c", "import intake; print(intake.__file__)"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(tmp_path)
