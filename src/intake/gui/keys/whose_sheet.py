"""Asks whose key a file is meant to be, before it is compared with the keys that are trusted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.sheet import Sheet
from intake.services.team import Looked, PublicKey

_WIDTH = 560
# Names of files that say nothing of an owner; the first is what earlier versions wrote.
_NOBODY = frozenset({"sender", "intake", "key", "public", "public key", "my key", "id", "pub"})


class WhoseSheet(Sheet):
    """A name, to begin with the one that the file goes by where that says something.

    Args:
        over: A widget of the window to cover.
        key: What the file holds.
        name: Whose it may be; empty when nothing tells.
    """

    def __init__(self, over: QWidget, key: PublicKey, name: str) -> None:
        super().__init__(
            over,
            translate("WhoseSheet", "Whose key is it?"),
            translate(
                "WhoseSheet",
                "Write by what you know its owner: a name, or the office. It stays in this vault, "
                "and is compared with the names of the keys that you trust.",
            ),
            affirmative=translate("WhoseSheet", "Go on"),
            cancel=translate("TrustSheet", "Cancel"),
        )
        self.key = key
        self.set_width(_WIDTH)
        self.name = LineEdit()
        self.name.setText(name)
        self.name.setAccessibleName(translate("TrustSheet", "Name"))
        self.body.addWidget(self.name)
        self.name.textChanged.connect(self._on_name)
        self.name.returnPressed.connect(self.yes.click)
        self._on_name()

    def _on_name(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))


class AlikeSheet(Sheet):
    """Asks whether a key that calls itself like a trusted one belongs to somebody else.

    Args:
        over: A widget of the window to cover.
        looked: A key that calls itself like others.
        name: Whose it is, as the person at this laptop says.
    """

    def __init__(self, over: QWidget, looked: Looked, name: str) -> None:
        super().__init__(
            over,
            translate("WhoseSheet", "Is {name} really somebody else than {other}?").format(
                name=name, other=looked.alike[0].name
            ),
            translate(
                "WhoseSheet",
                "This key calls itself {own}, as does that of {other}, which you trust. Two people "
                "may have given their vaults one name. But if it came as a new key of {other}, "
                "trust nothing: somebody may have exchanged it. Ask them in a call or face to "
                "face.",
            ).format(own=looked.key.name, other=looked.alike[0].name),
            affirmative=translate("WhoseSheet", "It is somebody else: go on"),
            cancel=translate("ChangedKey", "Trust nothing"),
        )
        self.set_width(_WIDTH)
        self.set_first(self.no)


def told_by_name(stem: str) -> str:
    """Return whose key a file may be by its name without the ending, or nothing."""
    stem = stem.strip()
    plain = stem.casefold().replace("-", " ").replace("_", " ").rstrip("0123456789() ")
    return "" if plain in _NOBODY or plain.startswith("intake ") or not plain else stem
