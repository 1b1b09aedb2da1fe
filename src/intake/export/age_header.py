"""The text header of an age v1 file: strict parsing and writing; knows nothing of keys."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Protocol

from intake.errors import BundleDamagedError

VERSION_LINE = b"age-encryption.org/v1"
MAC_BYTES = 32

# A hybrid stanza takes about 1,600 bytes; nobody writes one bundle to more than 64 readers.
_MAX_STANZAS = 64
_MAX_LINE = 4096
_MAX_HEADER = 256 * 1024
_BODY_LINE = 64
_ARGUMENT = re.compile(rb"[!-~]+")


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way to the file key.

    Attributes:
        kind: Recipient type, the first argument.
        arguments: The other arguments.
        body: The wrapped file key, decoded.
    """

    kind: str
    arguments: tuple[str, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """A parsed header.

    Attributes:
        signed: The bytes that the MAC covers.
        mac: The MAC as found.
    """

    stanzas: tuple[Stanza, ...]
    signed: bytes
    mac: bytes


def unpadded_base64(data: bytes) -> str:
    """Return standard base64 without padding."""
    return base64.b64encode(data).rstrip(b"=").decode("ascii")


def from_unpadded_base64(text: bytes) -> bytes:
    """Decode canonical base64 without padding.

    Raises:
        ValueError: A foreign character, padding, or bits that mean nothing but are not zero.
    """
    if len(text) % 4 == 1 or b"=" in text:
        raise ValueError("base64 length")
    data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if unpadded_base64(data).encode("ascii") != text:
        raise ValueError("base64 is not canonical")
    return data


def encode_header(stanzas: tuple[Stanza, ...]) -> bytes:
    """Return the part of the header that the MAC covers, up to and with ``---``."""
    lines = [VERSION_LINE]
    for stanza in stanzas:
        lines.append(" ".join(("->", stanza.kind, *stanza.arguments)).encode("ascii"))
        body = unpadded_base64(stanza.body).encode("ascii")
        lines.extend(body[i : i + _BODY_LINE] for i in range(0, len(body), _BODY_LINE))
        if len(body) % _BODY_LINE == 0:
            lines.append(b"")
    return b"\n".join([*lines, b"---"])


class Lines(Protocol):
    """Anything that gives lines."""

    def readline(self, limit: int, /) -> bytes:
        """Return up to ``limit`` bytes, up to and with the next line end."""


def read_header(stream: Lines) -> Header:
    """Read a header and leave the stream behind its last line.

    Raises:
        BundleDamagedError: Not an age v1 header, or over the limits.
    """
    try:
        return _Parser(stream).parse()
    except ValueError:
        raise BundleDamagedError(part="header") from None


class _Parser:
    """Reads line by line, bounded."""

    def __init__(self, stream: Lines) -> None:
        self._stream = stream
        self._seen = bytearray()

    def parse(self) -> Header:
        if self._line() != VERSION_LINE:
            raise ValueError("version")
        stanzas: list[Stanza] = []
        while True:
            line = self._line()
            if line.startswith(b"--- "):
                break
            if len(stanzas) == _MAX_STANZAS:
                raise ValueError("too many stanzas")
            stanzas.append(self._stanza(line))
        mac = from_unpadded_base64(line[4:])
        if not stanzas or len(mac) != MAC_BYTES:
            raise ValueError("no recipients or no MAC")
        signed = bytes(self._seen[: len(self._seen) - len(line) + 2])
        return Header(tuple(stanzas), signed, mac)

    def _line(self) -> bytes:
        line = self._stream.readline(_MAX_LINE)
        self._seen += line
        if not line.endswith(b"\n") or len(self._seen) > _MAX_HEADER:
            raise ValueError("line")
        return line[:-1]

    def _stanza(self, line: bytes) -> Stanza:
        arrow, *arguments = line.split(b" ")
        if arrow != b"->" or not arguments:
            raise ValueError("stanza")
        if not all(_ARGUMENT.fullmatch(argument) for argument in arguments):
            raise ValueError("argument")
        body = bytearray()
        while True:
            encoded = self._line()
            if len(encoded) > _BODY_LINE:
                raise ValueError("body")
            body += from_unpadded_base64(encoded)
            if len(encoded) < _BODY_LINE:
                break
        kind, *rest = (argument.decode("ascii") for argument in arguments)
        return Stanza(kind, tuple(rest), bytes(body))
