"""The marks of a statement under review, as rows: the unsure and undecided ones first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.ids import PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Identity
from intake.gui.i18n import noop, translate
from intake.gui.icons import icon
from intake.gui.interview.marking_bar import kind_word, swatch
from intake.gui.review.reason_words import in_full as whole
from intake.gui.review.reason_words import in_short, with_cue
from intake.gui.tips import plain_tip
from intake.redaction.explain import Explainer
from intake.redaction.reasons import Reason
from intake.redaction.strict_rule import SOURCE as STRICT

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

DECISION_WORDS = {
    Decision.PENDING: noop("MarksModel", "Undecided"),
    Decision.MASK: noop("MarksModel", "Hidden"),
    Decision.KEEP: noop("MarksModel", "Kept"),
}
_DECISION_ICONS = {
    Decision.PENDING: ("pending", "warn"),
    Decision.MASK: ("check", "ok"),
    Decision.KEEP: ("eye", "muted"),
}
SOURCE_WORDS = {
    "always": noop("MarksModel", "on the list of words to hide"),
    "person": noop("MarksModel", "marked by hand"),
    "identity": noop("MarksModel", "recorded in this case"),
    "identity_ending": noop("MarksModel", "a recorded name with another ending"),
    "identity_sound": noop("MarksModel", "a recorded name in another spelling"),
    "identity_variant": noop("MarksModel", "another form of a recorded name"),
    "identity_pieces": noop("MarksModel", "a recorded name, cut or inside a longer word"),
    "judgment": noop("MarksModel", "tells who it is in a judgment"),
    "names_en": noop("MarksModel", "looks like a name"),
    "names_be": noop("MarksModel", "looks like a name"),
    "vault": noop("MarksModel", "names somebody in this vault"),
    "again": noop("MarksModel", "was hidden by hand in another place"),
    "strict": noop("MarksModel", "may be a name"),
    "address": noop("MarksModel", "looks like an address"),
    "coordinates": noop("MarksModel", "looks like a place on a map"),
    "date": noop("MarksModel", "looks like a date"),
    "document": noop("MarksModel", "looks like the number of a document"),
    "e-mail": noop("MarksModel", "looks like an e-mail address"),
    "given_name": noop("MarksModel", "looks like a name"),
    "iban": noop("MarksModel", "looks like a bank account"),
    "ip": noop("MarksModel", "looks like a network address"),
    "link": noop("MarksModel", "looks like a link or a user name"),
    "name": noop("MarksModel", "looks like a name"),
    "namesake": noop("MarksModel", "a name in this text, with another ending"),
    "organisation": noop("MarksModel", "looks like an organisation"),
    "phone": noop("MarksModel", "looks like a telephone number"),
    "place": noop("MarksModel", "is the name of a place"),
    "plate": noop("MarksModel", "looks like a number plate"),
    "spoken_number": noop("MarksModel", "a number in words"),
    "unique": noop("MarksModel", "a detail that few people share"),
}
_REWRITTEN = noop("MarksModel", "has a version for sharing")
_STRICT_NUMBER = noop("MarksModel", "a number")
# What stands before such words says more about them.
_CUED = frozenset({STRICT, "name", "names_be", "names_en"})
_TIP, _SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


class Column(IntEnum):
    """Columns of the table."""

    WORDS = 0
    KIND = 1
    WHY = 2
    DECISION = 3


class MarksModel(QAbstractTableModel):
    """Rows of marks. Undecided ones come first, the least certain on top of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: list[Mark] = []
        self._persons: Mapping[str, str] = {}
        self._explainer = Explainer("", "", {})
        self._reasons: dict[Mark, Reason] = {}

    def explain_by(self, text: str, language: str, identities: Mapping[PersonId, Identity]) -> None:
        """Say why words of a text are marked by what is recorded; reasons are found when shown.

        Args:
            text: The statement.
            language: Its language as a BCP 47 tag, empty when not known.
            identities: Whom marks may stand for.
        """
        self._explainer = Explainer(text, language, identities)
        self._reasons.clear()

    def show_marks(
        self, text: str, marks: tuple[Mark, ...], persons: Mapping[str, str] | None = None
    ) -> None:
        """Show the marks of a text; rows keep their order while only decisions change.

        Args:
            text: The statement.
            marks: Its marks.
            persons: Whom marks may stand for, id to label, ``P2, parent``.
        """
        self._persons = persons or {}
        known = [mark.id for mark in self._marks]
        if text == self._text and {mark.id for mark in marks} == set(known):
            by_id = {mark.id: mark for mark in marks}
            self._marks = [by_id[key] for key in known]
            last = self.index(max(0, len(self._marks) - 1), len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._text = text
        self._marks = sorted(
            marks, key=lambda m: (m.decision is not Decision.PENDING, m.score, m.start)
        )
        self.endResetModel()

    def mark_at(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self._marks[row] if 0 <= row < len(self._marks) else None

    def row_of(self, mark_id: str) -> int:
        """Return the row of a mark, or -1."""
        return next((i for i, mark in enumerate(self._marks) if mark.id == mark_id), -1)

    def next_pending(self, after: int) -> int:
        """Return the next row that is undecided, searching on from the top; -1 for none."""
        rows = [i for i, mark in enumerate(self._marks) if mark.decision is Decision.PENDING]
        later = [row for row in rows if row > after]
        return (later or rows or [-1])[0]

    def beside(self, point: int, mark_id: str, by: int, *, pending: bool = False) -> int:
        """Return the row of the next mark in the order of the text; -1 for none.

        Args:
            point: A place in the text, in code points.
            mark_id: The mark that stands there; empty for none.
            by: 1 for one behind the place, -1 for one before.
            pending: Only undecided ones; behind the last one comes the first.
        """
        order = sorted(self._marks, key=lambda mark: (mark.start, mark.end, mark.id))
        here = next((i for i, mark in enumerate(order) if mark.id == mark_id), -1)
        last = here if here >= 0 else bisect_left(order, point, key=lambda m: m.start) - 1
        first = here if here >= 0 else last + 1
        found = order[last + 1 :] if by > 0 else order[:first][::-1]
        if pending:
            found = [m for m in (*found, *order) if m.decision is Decision.PENDING]
        return self.row_of(found[0].id) if found else -1

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of marks (Qt)."""
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column (Qt)."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            Column.WORDS: translate("MarksModel", "Words"),
            Column.KIND: translate("MarksModel", "What it is"),
            Column.WHY: translate("MarksModel", "Why it is marked"),
            Column.DECISION: translate("MarksModel", "Decision"),
        }
        return names[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text or picture of a cell (Qt)."""
        mark = self.mark_at(index.row())
        if mark is None:
            return None
        column = Column(index.column())
        if role == _TIP:
            return plain_tip(self._in_full(mark, column))
        if role == _SPOKEN:
            return self._in_full(mark, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._word(mark, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.KIND:
            return swatch(mark.kind)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.DECISION:
            name, token = _DECISION_ICONS[mark.decision]
            return icon(name, token)
        return None

    def _in_full(self, mark: Mark, column: Column) -> str:
        return self._why(mark, in_full=True) if column is Column.WHY else self._word(mark, column)

    def _word(self, mark: Mark, column: Column) -> str:
        if column is Column.WORDS:
            return " ".join(self._text[mark.start : mark.end].split())
        if column is Column.KIND:
            who = self._persons.get(mark.person_id or "")
            return f"{kind_word(mark.kind)} · {who}" if who else kind_word(mark.kind)
        if column is Column.WHY:
            return self._why(mark, in_full=False)
        return translate("MarksModel", DECISION_WORDS[mark.decision])

    def _why(self, mark: Mark, *, in_full: bool) -> str:
        """Return why a mark stands there as far as the record tells, else by its source."""
        if mark.paraphrase is not None:
            return translate("MarksModel", _REWRITTEN)
        reason = self._reason(mark)
        if reason.part is not None:
            return (whole if in_full else in_short)(reason)
        is_number = mark.source == STRICT and mark.kind is MarkKind.NUMBER
        word = _STRICT_NUMBER if is_number else SOURCE_WORDS.get(mark.source, "")
        cue = reason.cue if mark.source in _CUED and not is_number else None
        return with_cue(translate("MarksModel", word) if word else "", cue)

    def _reason(self, mark: Mark) -> Reason:
        """Return the reason for a mark, found once: rows are drawn again at every move."""
        asked = replace(mark, decision=Decision.PENDING)
        if asked not in self._reasons:
            self._reasons[asked] = self._explainer.reason(asked)
        return self._reasons[asked]
