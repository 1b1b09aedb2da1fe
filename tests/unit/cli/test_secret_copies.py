"""What a command reads as a secret stands in its memory once, and nowhere after it is wiped."""

from __future__ import annotations

import os
import subprocess
import sys
import termios
from pathlib import Path

from tests.unit.vault.memory_of import copies

SECRET = b"oblong ladders of seven invented canyons"
CHILD = """
import os, sys
from pathlib import Path
from intake.cli import secrets

way, place = sys.argv[1:]
if way == "file":
    secret = secrets.from_file(Path(place))
elif way == "descriptor":
    secret = secrets._from_descriptor(int(place))
elif way == "prompt":
    secret = secrets._without_echo(int(place))
else:
    kept = Path(place).read_bytes()
    secret = secrets.from_file(Path(place))
os.write(1, b"read")
os.read(0, 1)
secret.wipe()
os.write(1, b"gone")
os.read(0, 1)
"""


def counted(way: str, place: str, passed: tuple[int, ...] = ()) -> tuple[int, int]:
    """Return how often the secret stands in a process that has read it: before and after wiping."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, way, place],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=passed,
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.read(4) == b"read"
        before = copies(process.pid, {"secret": SECRET})["secret"]
        process.stdin.write(b"x")
        assert process.stdout.read(4) == b"gone"
        after = copies(process.pid, {"secret": SECRET})["secret"]
        process.kill()
    return before, after


def test_a_secret_out_of_a_file_stands_in_memory_once(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(SECRET + b"\n")
    assert counted("file", str(file)) == (1, 0)


def test_a_secret_out_of_a_descriptor_stands_in_memory_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, SECRET[:20])
    os.write(writing, SECRET[20:])
    os.close(writing)
    assert counted("descriptor", str(reading), (reading,)) == (1, 0)
    os.close(reading)


def test_a_typed_secret_stands_in_memory_once() -> None:
    master, slave = os.openpty()
    # What is typed before the echo is off is dropped, so that it is typed until it is taken.
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, "prompt", str(slave)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=(slave,),
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while termios.tcgetattr(slave)[3] & termios.ECHO:
            assert process.poll() is None
        os.write(master, SECRET + b"\n")
        assert process.stdout.read(4) == b"read"
        assert copies(process.pid, {"secret": SECRET})["secret"] == 1
        process.stdin.write(b"x")
        assert process.stdout.read(4) == b"gone"
        assert copies(process.pid, {"secret": SECRET})["secret"] == 0
        process.kill()
    os.close(slave)
    os.close(master)


def test_the_search_sees_a_copy_that_is_left(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(SECRET)
    before, after = counted("leak", str(file))
    assert before > 1
    assert after > 0
