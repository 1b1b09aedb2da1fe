"""What a whole session asks of the system, as the kernel sees it: no network, no file elsewhere.

The hook inside the program sees Python alone; strace sees every library below it too.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.export.extras import Extra
from tests.children import require
from tests.residue.calls import TRACED, Calls, read
from tests.residue.conftest import Place, commands, later_commands, run_commands, session
from tests.unit.export.uniting import bundle

pytestmark = pytest.mark.no_cover

STRACE = ("strace", "-f", "-y", "-qq", "-s", "400", "-e", f"trace={TRACED}", "-o")
DISPLAY = re.compile(r"@?/tmp/\.X11-unix/X\d+")
VAULT_FILES = {"header.0", "header.1", "mirror", "vault.db", "vault.db-journal", "vault.db-wal"}
# A new file gets its name when it is whole: it is opened by its folder and named through this.
UNNAMED = re.compile(r"/proc/self/fd/\d+")


def outside(place: Place, calls: Calls, *outputs: str) -> set[Path]:
    """Return the files that a session changed and may not: all but the vaults and the outputs."""
    vaults = (place.vault, place.vault.with_name("created"))
    allowed = {place.out, *vaults, *(place.out / name for name in outputs)}
    allowed |= {vault / name for vault in vaults for name in VAULT_FILES}
    backups = place.vault.with_name("backups")
    return {
        path
        for path in calls.written
        if path not in allowed
        and not UNNAMED.fullmatch(str(path))
        and path != Path("/dev/null")
        and backups not in (path, *path.parents)
    }


def strangers(calls: Calls, bus: str = "") -> set[str]:
    """Return what was reached that is neither the display nor the session bus."""
    families = {family for family in calls.sockets if family != "AF_UNIX"}
    return families | {
        address
        for address in calls.addresses
        if not DISPLAY.fullmatch(address) and address not in (bus, f"@{bus}")
    }


@contextmanager
def display_and_bus() -> Iterator[dict[str, str]]:
    """Run a display and a session bus; yield the environment that leads to them."""
    require("xvfb-run", "dbus-run-session")
    names = ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
    script = f'echo "{" ".join("$" + name for name in names)}"; read -r _'
    with subprocess.Popen(
        ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as both:
        assert both.stdout is not None
        found = both.stdout.readline().split()
        assert len(found) == len(names), "no display and bus came up"
        yield dict(zip(names, found, strict=True))


# Where the desktop tells of sleep and of its own lock (logind): listened to, told nothing.
SYSTEM_BUS = "/run/dbus/system_bus_socket"


def test_commands_reach_nothing_and_write_only_what_was_chosen(place: Place) -> None:
    require("strace")
    for number, words in enumerate([*commands(place), *later_commands(place)]):
        log = place.folder / f"calls-{number}"
        run_commands(place, [words], (*STRACE, str(log)))
        calls = read(log)
        assert calls.written or words[0] == "search", "else the look at files is blind"
        assert outside(place, calls, "counts.age") == set()
        assert strangers(calls) == set()
        assert calls.sockets == set(), "a command has nobody to talk to"


def test_tables_for_other_programs_are_written_below_the_chosen_folder_alone(place: Place) -> None:
    require("strace")
    chosen, log = place.out / "opened", place.folder / "calls"
    forms = [word for extra in Extra for word in ("--also", extra.value)]
    words = ["bundle", "open", str(bundle(place.given, 1)), str(chosen), "--signer", "any", *forms]
    run_commands(place, [words], (*STRACE, str(log)))
    calls = read(log)
    assert {path.suffix for path in calls.written} >= {".sav", ".dta", ".parquet", ".xlsx"}
    assert {path for path in calls.written if chosen not in (path, *path.parents)} <= {
        Path("/dev/null")
    }
    assert (calls.sockets, calls.addresses) == (set(), set())


def traced(place: Place, leak: str = "") -> Calls:
    """Run a whole session in the window under strace, on the display of this environment."""
    require("strace")
    run_commands(place, commands(place))
    log = place.folder / "calls"
    with session(place, how="hardened", leak=leak, before=(*STRACE, str(log))) as running:
        if not leak:
            running.order()
            running.wait_for("typing")
    return read(log)


@pytest.mark.slow
def test_without_a_display_a_session_asks_the_system_bus_alone(place: Place) -> None:
    calls = traced(place)
    assert outside(place, calls, "bundle.age") == set()
    assert (place.vault / "vault.db") in calls.written
    assert calls.sockets <= {"AF_UNIX"}
    assert strangers(calls) - {SYSTEM_BUS} == set()


@pytest.mark.slow
def test_on_a_display_a_session_talks_to_the_display_and_the_bus_alone(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with display_and_bus() as found:
        for name, value in found.items():
            monkeypatch.setenv(name, value)
        calls = traced(place)
    path = found["DBUS_SESSION_BUS_ADDRESS"].partition("path=")[2].partition(",")[0]
    assert any(DISPLAY.fullmatch(address) for address in calls.addresses), "else it saw no display"
    assert calls.sockets == {"AF_UNIX"}
    assert strangers(calls, path) - {SYSTEM_BUS} == set()
    assert outside(place, calls, "bundle.age") == set()


@pytest.mark.slow
@pytest.mark.parametrize("leak", ["temporary file", "recent list", "socket"])
def test_a_session_that_writes_elsewhere_or_opens_a_socket_is_caught(
    place: Place, leak: str
) -> None:
    calls = traced(place, leak)
    elsewhere = outside(place, calls, "bundle.age")
    if leak == "socket":
        assert strangers(calls) - {SYSTEM_BUS} == {"AF_INET"}
    else:
        assert elsewhere
    for path in elsewhere:
        if path.is_file() and place.folder not in path.parents:
            path.unlink()


LOG = """\
7 openat(AT_FDCWD</kept>, "kept", O_RDONLY|O_CLOEXEC) = 3</kept/kept>
7 openat(AT_FDCWD</kept>, "new", O_RDWR|O_CREAT, 0600 <unfinished ...>
8 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = -1 EACCES (Permission denied)
7 <... openat resumed>) = 4</kept/new>
7 openat(AT_FDCWD</kept>, "refused", O_WRONLY) = -1 EACCES (Permission denied)
7 renameat2(5</kept/a>, "x", 6</kept/b>, "y", RENAME_NOREPLACE) = 0
7 unlink("/kept/gone") = 0
7 connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0
7 connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path="/run/other"}, 20) = -1 ENOENT (No such file)
8 sendto(9<UDP:[2]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 1
"""


def test_the_log_is_read_as_the_kernel_means_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(LOG)
    calls = read(log)
    assert calls.written == {Path("/kept", name) for name in ("new", "a/x", "b/y", "gone")}
    assert calls.sockets == {"AF_INET6"}
    assert len(strangers(calls, "/run/user/bus")) == 3
