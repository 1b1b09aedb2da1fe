"""Destroys access to a vault after its button was held; says before what that means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from intake.gui.i18n import translate
from intake.gui.widgets.hold_button import HoldButton
from intake.gui.widgets.labels import Label, Small, Strong
from intake.gui.widgets.sheet import Sheet
from intake.services import ending

_WIDTH = 600


class DestroySheet(Sheet):
    """Explains, and destroys on the spot: no thread and no queue stands between.

    Signals:
        access_destroyed: What is left, as ``ending.Remains``.

    Args:
        over: A widget of the window to cover.
        vault: Folder of the vault.
        known: Backups that the vault knows of.
    """

    access_destroyed = Signal(object)

    def __init__(self, over: QWidget, vault: Path, known: tuple[Path, ...] = ()) -> None:
        super().__init__(
            over,
            translate("Destroy", "Destroy access to this vault?"),
            translate(
                "Destroy",
                "Afterwards no passphrase and no recovery key opens it: not yours, nor anybody's. "
                "It cannot be undone.",
            ),
            affirmative="",
            cancel=translate("Destroy", "Keep the vault"),
        )
        self._vault, self._known = vault, known
        self.yes.hide()
        self.hold = HoldButton(translate("Destroy", "Hold for two seconds to destroy access"))
        parts: list[QWidget] = [Label(text) for text in what_it_means()]
        parts += backup_labels(known)
        for part in (*parts, self.hold):
            self.body.addWidget(part)
        self.set_width(_WIDTH)
        self.set_first(self.no)
        self.hold.held.connect(self._destroy)

    def _destroy(self) -> None:
        try:
            left = ending.destroy(self._vault, self._known)
        except IntakeError as error:
            self.show_error(error)
            return
        self.finish()
        self.access_destroyed.emit(left)


def what_it_means() -> tuple[str, ...]:
    """Return what everybody should know before, a paragraph each."""
    return (
        translate(
            "Destroy",
            "The law: where you are, to destroy evidence or to refuse access can be a crime. Ask a "
            "lawyer before you need this.",
        ),
        translate(
            "Destroy",
            "The disk: flash memory may keep old blocks for a while, and an image that somebody "
            "took before holds what opened the vault.",
        ),
        translate(
            "Destroy",
            "Backups stay as they are and open with their passphrase. Without a backup elsewhere "
            "every case is lost.",
        ),
    )


def backup_labels(paths: Sequence[Path]) -> list[QWidget]:
    """Return labels that name backups, or say that none is known."""
    if not paths:
        return [Small(translate("Destroy", "No backup is known here."))]
    heading = Strong(translate("Destroy", "Backups that this vault knows of"))
    return [heading, *(Small(str(path)) for path in paths)]
