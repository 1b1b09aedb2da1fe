"""What was typed and cannot be saved as it is: kept with the interview until it can be."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from intake.domain.case import CaseFile, CaseStatus
from intake.forms.definition import Section
from intake.gui.interview.scribe import Scribe
from intake.gui.interview.writes import LEVEL, place_of, write_unfinished

_USE = "use:"


def owner_of_use(use: str) -> str:
    """Return what stands for the record in the places of the terms of one use."""
    return f"{_USE}{use}"


def belongs_to(place: str, section: Section) -> bool:
    """Tell whether a place is a field of this section."""
    owner, _, name = place.partition("/")
    if owner.startswith(_USE):
        return section.kind == "consent"
    return any(question.name == name for question in section.items)


class Unfinished(QObject):
    """The texts of the open case; each change goes to the store.

    Attributes:
        texts: Text by place.

    Signals:
        changed: There are other texts now.
    """

    changed = Signal()

    def __init__(self, scribe: Scribe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scribe = scribe
        self.texts: Mapping[str, str] = {}

    def begin(self, file: CaseFile, texts: Mapping[str, str]) -> None:
        """Take over what is kept of a case; one that cannot be changed shows what is stored."""
        self.texts = dict(texts) if file.case.status is CaseStatus.DRAFT else {}
        self.changed.emit()

    def note(self, owner: str, name: str, text: str) -> None:
        """Keep what stands in a field; an empty text: nothing is left to keep."""
        place = place_of(owner, name)
        others = {kept: found for kept, found in self.texts.items() if kept != place}
        self._take({**others, place: text} if text else others)

    def forget(self, owner: str) -> None:
        """Drop what belongs to a record."""
        beginning = place_of(owner, "")
        self._take({k: text for k, text in self.texts.items() if not k.startswith(beginning)})

    @property
    def count(self) -> int:
        """How many fields hold something that is not saved."""
        return sum(not place.endswith(place_of("", LEVEL)) for place in self.texts)

    def is_in(self, section: Section) -> bool:
        """Tell whether a field of this section holds something that is not saved."""
        return any(belongs_to(place, section) for place in self.texts)

    def _take(self, texts: Mapping[str, str]) -> None:
        if texts != self.texts:
            self.texts = texts
            self._scribe.write(write_unfinished(self._scribe.case_id, texts))
            self.changed.emit()
