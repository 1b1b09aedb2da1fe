"""Secrets for commands: from a prompt without echo, a descriptor or a file; never arguments."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path

from intake.errors import UsageError
from intake.vault.secret import Secret

LONGEST = 4096  # bytes, with the line end
_Read = Callable[[memoryview], int | None]


def add_passphrase_options(parser: argparse.ArgumentParser, prefix: str = "") -> None:
    """Add ``--[prefix]passphrase-fd`` and ``--[prefix]passphrase-file`` to a command."""
    what = "new passphrase" if prefix else "passphrase"
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        f"--{prefix}passphrase-fd",
        type=int,
        metavar="N",
        help=f"read the {what} from this open descriptor",
    )
    group.add_argument(
        f"--{prefix}passphrase-file",
        type=Path,
        metavar="F",
        help=f"read the {what} from this file; else it is asked for",
    )


def passphrase(options: argparse.Namespace, prompt: str, prefix: str = "") -> Secret:
    """Return the passphrase that the options name, or ask for it.

    It comes as it was read; the vault takes one line end off itself.

    Raises:
        UsageError: It cannot be read, and there is no terminal to ask on.
    """
    stem = prefix.replace("-", "_")
    number = getattr(options, f"{stem}passphrase_fd", None)
    file = getattr(options, f"{stem}passphrase_file", None)
    if number is not None:
        return _from_descriptor(number)
    if file is not None:
        return from_file(file)
    return ask(prompt)


def is_given(options: argparse.Namespace, prefix: str = "") -> bool:
    """Tell whether the options name a passphrase, so that nobody has to be asked."""
    stem = prefix.replace("-", "_")
    names = (f"{stem}passphrase_fd", f"{stem}passphrase_file")
    return any(getattr(options, name) is not None for name in names)


def from_file(file: Path) -> Secret:
    """Return the secret in a file, as it stands there.

    Raises:
        UsageError: It cannot be read or is too long.
    """
    try:
        with io.FileIO(file) as source:
            return _read_all(source.readinto)
    except OSError as error:
        raise UsageError(what=f"The file {file} cannot be read. Check its path.") from error


def _from_descriptor(number: int) -> Secret:
    try:
        with io.FileIO(number, closefd=False) as source:
            return _read_all(source.readinto)
    except (OSError, ValueError, OverflowError, TypeError) as error:  # a huge number is no integer
        raise UsageError(what=f"Descriptor {number} cannot be read. Open it first.") from error


def ask(prompt: str) -> Secret:
    """Ask on the terminal without echo; the typed bytes stay out of Python strings.

    Raises:
        UsageError: There is no terminal, or the line is too long.
    """
    if not sys.stdin.isatty():
        raise UsageError(
            what="A passphrase is needed. Run this on a terminal, "
            "or give --passphrase-fd or --passphrase-file."
        )
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        return _without_echo(sys.stdin.fileno())
    finally:
        sys.stderr.write("\n")


def ask_twice(prompt: str) -> Secret:
    """Ask for a new secret twice.

    Raises:
        UsageError: The two differ.
    """
    first = ask(prompt)
    with ask("The same again: ") as second:
        same = first == second
    if not same:
        first.wipe()
        raise UsageError(what="The two passphrases differ. Nothing was changed; try again.")
    return first


def _without_echo(number: int) -> Secret:
    try:
        import termios  # noqa: PLC0415 (absent on Windows)
    except ImportError:
        return _read_console()
    before = termios.tcgetattr(number)
    quiet = termios.tcgetattr(number)
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(number, termios.TCSAFLUSH, quiet)
    try:
        with io.FileIO(number, closefd=False) as source:
            return _read_line(source.readinto)
    finally:
        # What was typed beyond the line is dropped, so that no shell gets to see it.
        termios.tcsetattr(number, termios.TCSAFLUSH, before)


def _read_console() -> Secret:
    import getpass  # noqa: PLC0415 (Windows only, and it leaves a copy: no better way there)

    return Secret.from_text(getpass.getpass(""))


def _read_line(read: _Read) -> Secret:
    return _read(read, until=b"\n")


def _read_all(read: _Read) -> Secret:
    return _read(read, until=None)


def _read(read: _Read, until: bytes | None) -> Secret:
    """Read into one buffer of fixed size: one that grows leaves pieces of the secret behind."""
    room = memoryview(bytearray(LONGEST + 1))
    used = 0
    try:
        while got := read(room[used:]):
            used += got
            if used > LONGEST:
                raise UsageError(what=f"A passphrase has at most {LONGEST} bytes.")
            if until is not None and room[used - 1 : used] == until:
                break
        return Secret(bytearray(room[:used]))
    finally:
        room[:] = bytes(len(room))
