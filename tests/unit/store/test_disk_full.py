"""A full disk is said to be full, nothing is said to be saved that is not, nothing earlier is lost.

The limit on the length of files stands in for the disk: it stops a write at any byte, needs no
rights, and a child process can set it for itself alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.errors import DiskFullError, UnavailableError
from intake.store.connection import PAGE_BYTES
from intake.store.refusals import why_disk_refused
from intake.store.store import Store
from tests.unit.store.making import Vault, small_case

CHILD = """
import json, resource, sys
from pathlib import Path
from intake.errors import IntakeError
from tests.unit.store.making import Vault, small_case

vault, room, kind = Vault(Path(sys.argv[1])), int(sys.argv[2]), sys.argv[3]
store = vault.open()
case_id = store.cases.ids()[0]
statement = store.statements.of(case_id)[0]
said = {"saved": [], "errors": []}


def draft(number):
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, f"{number} " + "слова " * 900, 0)


def case(number):
    store.add_cases([small_case(f"{number} " + "слова " * 900)])


work = {"draft": draft, "case": case}[kind]
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
for number in range(1, 12):
    try:
        work(number)
    except IntakeError as error:
        said["errors"].append(type(error).__name__)
    else:
        said["saved"].append(number)
said["readable"] = store.statements.get(statement.id).text.split()[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
work(99)
said["after"] = store.statements.get(statement.id).text.split()[0]
print(json.dumps(said))
sys.stdout.flush()
if sys.argv[4] == "close":
    store.close()
else:
    store.close_without_checkpoint()
"""


@dataclass
class Said:
    """What the child said: numbers saved, errors, the draft while full and with room again."""

    saved: list[int]
    errors: list[str]
    readable: str
    after: str


def run(vault: Vault, room: int, kind: str, end: str) -> Said:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(vault.folder), str(room), kind, end],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stderr == ""
    return Said(**json.loads(done.stdout))


@pytest.fixture
def used(vault: Vault) -> Vault:
    store = vault.create()
    store.add_cases([small_case("0 earlier")])
    store.close()
    return vault


# How far the log may grow: over the frames of the first writes, at their borders and inside.
FRAME = PAGE_BYTES + 24
ROOMS = [0, 100, *(frame * FRAME + extra for frame in range(0, 40, 8) for extra in (32, 2000))]


def test_wherever_the_disk_is_full_no_draft_is_said_to_be_saved_that_is_not(used: Vault) -> None:
    before, refused = "0", 0
    for index, room in enumerate(ROOMS):
        said = run(used, room, "draft", "close" if index % 2 else "abandon")
        assert set(said.errors) <= {"DiskFullError"}
        assert len(said.saved) + len(said.errors) == 11
        assert said.readable == str(said.saved[-1] if said.saved else before)
        refused += len(said.errors)
        store = used.open()
        assert (store.rollback, store.check()) == (None, ())
        before = store.statements.of(store.cases.ids()[0])[0].text.split()[0]
        assert before == said.after == "99"
        store.close()
    assert refused > len(ROOMS)


def test_wherever_the_disk_is_full_a_case_is_there_whole_or_not_at_all(used: Vault) -> None:
    cases, refused = 1, 0
    for room in ROOMS[::3]:
        said = run(used, room, "case", "abandon")
        assert set(said.errors) <= {"DiskFullError"}
        refused += len(said.errors)
        cases += len(said.saved) + 1
        store = used.open()
        assert (store.rollback, store.check()) == (None, ())
        assert store.cases.count() == cases
        store.close()
    assert refused


def test_a_disk_that_takes_a_page_after_all_is_not_called_full(store: Store, vault: Vault) -> None:
    before = sorted(vault.folder.iterdir())
    found = why_disk_refused(vault.database)
    assert type(found) is UnavailableError
    assert sorted(vault.folder.iterdir()) == before


def test_a_folder_that_takes_no_file_is_not_called_full() -> None:
    found = why_disk_refused(Path("/proc/vault.db"))
    assert isinstance(found, UnavailableError)
    assert not isinstance(found, DiskFullError)


def test_a_failed_read_of_the_log_is_no_full_disk(used: Vault) -> None:
    store = used.open()
    store.add_cases([small_case("слова " * 2000) for _ in range(5)])
    store._db.execute("PRAGMA shrink_memory")
    with used.log.open("r+b") as log:
        log.truncate(2 * FRAME)
    with pytest.raises(UnavailableError) as caught:
        list(store.cases.files())
    assert not isinstance(caught.value, DiskFullError)
    store.close_without_checkpoint()
