"""The hits of a search for the list below the search field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.gui.i18n import translate
from intake.gui.words import ChoiceWords
from intake.store.search import Place, SearchHit

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
WHERE = HIT + 1  # code, place and question in words
NOWHERE = QModelIndex()


def place_word(place: Place) -> str:
    """Return where a hit was found, as a word."""
    words = {
        Place.CODE: translate("Search", "Case code"),
        Place.PERSON: translate("Search", "Person"),
        Place.STATEMENT: translate("Search", "Statement"),
        Place.ANSWER: translate("Search", "Answer"),
        Place.CONSENT: translate("Search", "Consent"),
    }
    return words[place]


class HitsModel(QAbstractListModel):
    """Rows of ``SearchHit``, best first.

    Args:
        words: Labels of questions.
        parent: Owner.
    """

    def __init__(self, words: ChoiceWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: tuple[SearchHit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> SearchHit:
        """Return one hit."""
        return self._hits[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """Return the hit for the delegate, or what is read out."""
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role == WHERE:
            return self._where(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._where(hit)}: {hit.snippet}"
        return None

    def _where(self, hit: SearchHit) -> str:
        question = self._words.question(hit.question)
        parts = (hit.code, place_word(hit.place), question)
        return "  \u00b7  ".join(part for part in parts if part)
