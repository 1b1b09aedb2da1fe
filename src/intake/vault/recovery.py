"""The recovery key on paper: 160 random bits as nine groups of four, safe against slips of the pen.

A key is 16 data symbols and 2 check symbols in the manner of ``paper``. It can also be written on
three sheets instead, of which any two are read as the key (``splitting``). The module opens
nothing; ``keyslots`` makes keys from the 160 bits.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from intake.errors import OneSheetError, WrongRecoveryKeyError
from intake.vault import paper, splitting
from intake.vault.secret import Secret
from intake.vault.splitting import Sheet

BYTES = 20
GROUPS = 9


class RecoveryKey:
    """A recovery key.

    Args:
        secret: Its 160 bits; wiped together with the key.
    """

    __slots__ = ("secret",)

    def __init__(self, secret: Secret) -> None:
        self.secret = secret

    @classmethod
    def new(cls) -> Self:
        """Return a fresh random key."""
        return cls(Secret.random(BYTES))

    @property
    def groups(self) -> tuple[str, ...]:
        """The nine groups of four characters to show, which therefore stay in memory."""
        return paper.groups_of(paper.unpacked(self.secret.view()))

    def split(self) -> tuple[Sheet, Sheet, Sheet]:
        """Return three sheets, any two of which are the key; other ones each time."""
        return splitting.split(self.secret)

    def matches(self, typed: Secret | str) -> bool:
        """Tell whether ``typed`` is this key; a mistyped one is not."""
        try:
            with parse(typed) as other:
                return self.secret == other.secret
        except WrongRecoveryKeyError:
            return False

    def wipe(self) -> None:
        """Wipe the key."""
        self.secret.wipe()

    def __repr__(self) -> str:
        return "<RecoveryKey, hidden>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()


def parse(typed: Secret | str) -> RecoveryKey:
    """Read a recovery key as a person types it: nine groups, or two sheets of a split one.

    Case does not matter, nor do spaces, hyphens and line ends; O counts as 0, I and L as 1, B as 8.

    Args:
        typed: What was typed, in UTF-8; a ``Secret`` is not wiped.

    Raises:
        MistypedRecoveryKeyError, MistypedSheetError: One group is wrong, and it is known which.
        OneSheetError: It is one sheet alone.
        OtherSplitError, SameSheetError: It is two sheets that do not give a key.
        WrongRecoveryKeyError: It is not a key, and nobody can tell where it went wrong.
    """
    raw = typed if isinstance(typed, Secret) else Secret.from_text(typed)
    view = raw.view()
    characters = sum(not paper.is_separator(byte) for byte in view)
    if characters == splitting.CHARACTERS:
        with splitting.read_sheet(view) as sheet:
            raise OneSheetError(words=sheet.words, number=sheet.number)
    if characters == splitting.NEEDED * splitting.CHARACTERS:
        return RecoveryKey(splitting.read_two(view))
    return RecoveryKey(Secret(paper.packed(paper.read(view, GROUPS))))
