"""Secret bytes that can be wiped; not protected against swap or a debugger."""

from __future__ import annotations

import ctypes
import hmac
import os
from types import TracebackType
from typing import Self, SupportsIndex

# In CPython a bytes object is a fixed header, its content, and one closing zero byte.
_BYTES_HEADER = bytes.__basicsize__ - 1


def _zero(buffer: bytearray) -> None:
    """Overwrite ``buffer`` in place; a slice assignment could move the content instead."""
    size = len(buffer)
    if size:
        ctypes.memset((ctypes.c_char * size).from_buffer(buffer), 0, size)


class _Content(bytearray):
    """Bytes that wipe themselves with their last holder: a view outlives the secret it came from.

    Without this, ``cipher(derive().view())`` would see the wiped content of a dead temporary: a key
    of zeros.
    """

    __slots__ = ()

    def __del__(self) -> None:
        _zero(self)


class Secret:
    """Secret bytes that are wiped when they are no longer needed.

    A ``bytearray`` is moved: its content is taken over and the given object is wiped. ``bytes`` are
    copied and stay as they are: they are for constants and tests only.

    Args:
        content: The secret bytes.
    """

    __slots__ = ("__weakref__", "_content", "_view")

    def __init__(self, content: bytearray | bytes) -> None:
        self._content = _Content(content)
        # A view also forbids a change of size, which could leave a copy behind.
        self._view: memoryview | None = memoryview(self._content).toreadonly()
        if isinstance(content, bytearray):
            _zero(content)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the UTF-8 form of ``text``, which stays in memory: for tests and prompts only."""
        return cls(bytearray(text, "utf-8"))

    @classmethod
    def seize(cls, fresh: bytes) -> Self:
        """Take over ``bytes`` that a library has just returned, and wipe them where they lie.

        Args:
            fresh: An object that nobody else holds. Never a constant: it would be overwritten for
                the whole program.
        """
        size = len(fresh)
        secret = cls(fresh)
        if size > 1:  # shorter ones are shared by the interpreter
            ctypes.memset(id(fresh) + _BYTES_HEADER, 0, size)
        return secret

    @classmethod
    def random(cls, size: int) -> Self:
        """Return ``size`` random bytes from the operating system."""
        return cls.seize(os.urandom(size))

    def view(self) -> memoryview:
        """Return a read-only view of the content, without a copy.

        Raises:
            ValueError: If the secret has been wiped.
        """
        if self._view is None:
            raise ValueError("this secret has been wiped")
        return self._view

    def copy(self) -> Secret:
        """Return a second secret with the same content, to be wiped on its own."""
        return Secret(bytearray(self.view()))

    @property
    def is_wiped(self) -> bool:
        """Whether the content is gone."""
        return self._view is None

    def wipe(self) -> None:
        """Overwrite the content with zeros, in every view of it too; wiping twice is fine."""
        if self._view is not None:
            _zero(self._content)
            self._view = None

    def __len__(self) -> int:
        return 0 if self._view is None else len(self._view)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.view(), other.view())

    __hash__ = None  # type: ignore[assignment] # a hash would reveal something about the content

    def __repr__(self) -> str:
        return f"<Secret, {'wiped' if self.is_wiped else 'hidden'}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()

    def __copy__(self) -> Self:
        raise TypeError("a secret is not copied by accident: use copy()")

    def __deepcopy__(self, memo: object) -> Self:
        raise TypeError("a secret is not copied by accident: use copy()")

    def __reduce_ex__(self, protocol: SupportsIndex) -> str:
        raise TypeError("a secret is never written out")
