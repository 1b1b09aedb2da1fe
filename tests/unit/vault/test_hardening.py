"""The process is hardened at its start, and tells how that went; nothing of it can be undone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from intake.vault import hardening, hardening_linux
from intake.vault.protection import Protection, ProtectionState, attempt, not_available

NAMES = ["umask", "no_core_file", "no_memory_access", "no_new_privileges", "no_network"]


def in_a_hardened_process(script: str, before: str = "") -> list[str]:
    """Run ``script`` after the hardening, in a process of its own; return what it prints."""
    start = f"{before}\nfrom intake.vault.hardening import *\nharden_process()\n"
    result = subprocess.run(
        [sys.executable, "-c", start + script], check=True, capture_output=True, text=True
    )
    return result.stdout.splitlines()


def test_every_protection_is_on_and_told_once() -> None:
    lines = in_a_hardened_process("""
for each in harden_process():
    print(each.name, each.state, each.detail)
assert harden_process() == protections()
""")
    told = [line for line in lines if line != "no_screen_pictures not_available "]
    assert told == [f"{name} on " for name in NAMES]
    assert len(lines) == len(told) + 1


def test_before_the_hardening_nothing_is_told() -> None:
    assert hardening.protections() == ()


def test_new_files_are_for_their_owner_only() -> None:
    assert in_a_hardened_process("import os; print(oct(os.umask(0)))") == ["0o77"]


def test_no_core_file_is_written_and_no_debugger_let_in() -> None:
    lines = in_a_hardened_process("""
import os, resource
print(resource.getrlimit(resource.RLIMIT_CORE))
status = open("/proc/self/status").read()
print("NoNewPrivs:\\t1" in status)
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
""")
    assert lines == ["(0, 0)", "True", "0"]


def test_the_kernel_says_the_same_of_the_process_as_the_program() -> None:
    lines = in_a_hardened_process("""
said = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print(said["Umask"].strip(), said["NoNewPrivs"].strip())
core = next(line for line in open("/proc/self/limits") if line.startswith("Max core file size"))
print(*core.split()[4:6])
import socket
try:
    socket.socket()
except PermissionError:
    print("no network")
""")
    assert lines == ["0077 1", "0 0", "no network"]


def test_a_process_that_is_not_hardened_would_be_told_apart() -> None:
    script = 'print(*(x for x in open("/proc/self/status") if x.startswith("NoNewPrivs")))'
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert "1" not in told.stdout


REFUSED = {
    "a socket": "socket.socket()",
    "a socket of another kind": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a socket of the kernel": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "a socket below the library": "__import__('_socket').socket()",
    "a socket of this machine": "socket.socket(socket.AF_UNIX)",
    "a pair of them": "socket.socketpair()",
    "an inherited socket": "socket.socket(fileno=0)",
    "a connection": "socket.create_connection(('127.0.0.1', 9))",
    "a name": "socket.getaddrinfo('localhost', 80)",
    "an old name": "socket.gethostbyname('localhost')",
    "an address": "socket.gethostbyaddr('127.0.0.1')",
    "a service": "socket.getservbyname('http')",
    "a service by port": "socket.getservbyport(80)",
    "a name of an address": "socket.getnameinfo(('127.0.0.1', 80), 0)",
    "a page": "__import__('urllib.request').request.urlopen('http://localhost/')",
    "a connection of a socket from before": "early.connect(('127.0.0.1', 9))",
}


def test_the_network_is_refused() -> None:
    script = ""
    for name, attempted in REFUSED.items():
        script += f"""
try:
    {attempted}
except PermissionError as error:
    print("refused")
except OSError as error:
    print("refused" if "no network" in str(error) else "{name}: " + repr(error))
else:
    print("{name}: allowed")
"""
    before = "import socket\nearly = socket.socket()"
    assert in_a_hardened_process(script, before) == ["refused"] * len(REFUSED)


@pytest.mark.parametrize(
    ("event", "details"),
    [
        ("open", ("somewhere", "r", 0)),
        ("socket.gethostname", ()),
    ],
)
def test_what_stays_on_the_laptop_is_let_through(event: str, details: tuple[object, ...]) -> None:
    hardening._refuse_network_event(event, details)


@pytest.mark.parametrize(
    ("event", "details"),
    [
        ("socket.__new__", (None, 2, 1, 0)),
        ("socket.__new__", (None, 1, 1, 0)),
        ("socket.connect", (None, "/a/path")),
        ("socket.sendmsg", (None, None)),
        ("socket.__new__", (None, -1, -1, -1)),
        ("socket.connect", (None, ("127.0.0.1", 9))),
        ("socket.sendto", (None, ("127.0.0.1", 9))),
        ("socket.gethostbyname", ("localhost",)),
    ],
)
def test_what_reaches_a_network_is_refused(event: str, details: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError, match="no network"):
        hardening._refuse_network_event(event, details)


def test_a_hook_that_does_not_work_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "addaudithook", lambda _hook: None)
    assert attempt("no_network", hardening._refuse_network) == Protection(
        "no_network", ProtectionState.FAILED, "not-kept"
    )


def test_what_the_kernel_refuses_is_told_by_its_number() -> None:
    refused = attempt("unknown", lambda: hardening_linux._prctl(99_999) == 0)
    assert refused == Protection("unknown", ProtectionState.FAILED, "errno-22")


def test_what_is_out_of_range_is_told() -> None:
    def out_of_range() -> bool:
        raise ValueError

    assert attempt("odd", out_of_range) == Protection("odd", ProtectionState.FAILED, "refused")


def test_what_a_system_does_not_have_is_told() -> None:
    assert not_available("x") == Protection("x", ProtectionState.NOT_AVAILABLE)
