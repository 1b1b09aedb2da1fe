"""Secrets for commands: from a prompt without echo, a descriptor or a file; never arguments."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from intake.errors import UsageError
from intake.vault.secret import Secret

_LIMIT = 4096


def add_passphrase_options(parser: argparse.ArgumentParser, prefix: str = "") -> None:
    """Add ``--[prefix]passphrase-fd`` and ``--[prefix]passphrase-file`` to a command."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        f"--{prefix}passphrase-fd", type=int, metavar="N", help="read the passphrase from here"
    )
    group.add_argument(
        f"--{prefix}passphrase-file",
        type=Path,
        metavar="F",
        help="read the passphrase from this file",
    )


def passphrase(options: argparse.Namespace, prompt: str, prefix: str = "") -> Secret:
    """Return the passphrase that the options name, or ask for it.

    Raises:
        UsageError: It cannot be read, and there is no terminal to ask on.
    """
    stem = prefix.replace("-", "_")
    number = getattr(options, f"{stem}passphrase_fd", None)
    file = getattr(options, f"{stem}passphrase_file", None)
    if number is not None:
        return _strip(_read_all(number))
    if file is not None:
        return from_file(file)
    return ask(prompt)


def from_file(file: Path) -> Secret:
    """Return the secret in a file, without its one trailing newline."""
    try:
        number = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise UsageError(what=f"The file {file} cannot be read. Check its path.") from error
    try:
        return _strip(_read_all(number))
    finally:
        os.close(number)


def ask(prompt: str) -> Secret:
    """Ask on the terminal without echo; the typed bytes stay out of Python strings."""
    if not sys.stdin.isatty():
        raise UsageError(
            what="A passphrase is needed. Run this on a terminal, "
            "or give --passphrase-fd or --passphrase-file."
        )
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        return _strip(_without_echo(sys.stdin.fileno(), _read_line))
    finally:
        sys.stderr.write("\n")


def ask_twice(prompt: str) -> Secret:
    """Ask for a new secret twice.

    Raises:
        UsageError: The two differ.
    """
    first = ask(prompt)
    second = ask("The same again: ")
    same = first.view() == second.view()
    second.wipe()
    if not same:
        first.wipe()
        raise UsageError(what="The two passphrases differ. Nothing was changed; try again.")
    return first


def _without_echo(number: int, read: Callable[[int], bytearray]) -> bytearray:
    try:
        import termios  # noqa: PLC0415 (absent on Windows)
    except ImportError:
        return _read_console()
    before = termios.tcgetattr(number)
    quiet = termios.tcgetattr(number)
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(number, termios.TCSAFLUSH, quiet)
    try:
        return read(number)
    finally:
        termios.tcsetattr(number, termios.TCSAFLUSH, before)


def _read_console() -> bytearray:
    import getpass  # noqa: PLC0415 (Windows only, and it leaves a copy: no better way there)

    return bytearray(getpass.getpass("").encode())


def _read_line(number: int) -> bytearray:
    line = bytearray()
    while len(line) < _LIMIT:
        byte = os.read(number, 1)
        if not byte:
            break
        line += byte
        if byte == b"\n":
            break
    return line


def _read_all(number: int) -> bytearray:
    content = bytearray()
    while chunk := os.read(number, _LIMIT):
        content += chunk
        if len(content) > _LIMIT:
            raise UsageError(what=f"The passphrase is longer than {_LIMIT} bytes.")
    return content


def _strip(raw: bytearray) -> Secret:
    """Remove exactly one trailing line end; the vault normalises the rest."""
    if raw.endswith(b"\n"):
        del raw[-1:]
    if raw.endswith(b"\r"):
        del raw[-1:]
    return Secret(raw)
