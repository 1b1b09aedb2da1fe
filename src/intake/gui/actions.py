"""One table of all that a key can do: name, shortcut, place; it acts on nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import noop, translate


class Group(StrEnum):
    """Where an action works; also the parts of the shortcut sheet."""

    EVERYWHERE = "everywhere"
    CASES = "cases"
    INTERVIEW = "interview"
    REVIEW = "review"


class ActionId(StrEnum):
    """Every action that has a shortcut."""

    HELP = "help"
    SEARCH = "search"
    LOCK = "lock"
    PANIC = "panic"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_RESET = "zoom_reset"
    GO_CASES = "go_cases"
    GO_REVIEW = "go_review"
    GO_EXPORT = "go_export"
    GO_TEAM = "go_team"
    GO_PROTECTION = "go_protection"
    GO_SETTINGS = "go_settings"
    NEW_INTERVIEW = "new_interview"
    OPEN_INTERVIEW = "open_interview"
    NEXT_SECTION = "next_section"
    PREVIOUS_SECTION = "previous_section"
    CYCLE_MISSING = "cycle_missing"
    MARK_PERSON = "mark_person"
    MARK_PLACE = "mark_place"
    MARK_ORGANISATION = "mark_organisation"
    MARK_DATE = "mark_date"
    MARK_NUMBER = "mark_number"
    MARK_OTHER = "mark_other"
    PAUSE = "pause"
    STOP = "stop"
    ACCEPT_MARK = "accept_mark"
    KEEP_MARK = "keep_mark"
    NEXT_MARK = "next_mark"
    PREVIOUS_MARK = "previous_mark"
    UNDO_DECISION = "undo_decision"
    DECIDE_SAME = "decide_same"
    HIDE_PERSON = "hide_person"
    NEVER_A_NAME = "never_a_name"
    ALWAYS_HIDE = "always_hide"
    KIND_PERSON = "kind_person"
    KIND_PLACE = "kind_place"
    KIND_ORGANISATION = "kind_organisation"
    KIND_DATE = "kind_date"
    KIND_NUMBER = "kind_number"
    KIND_OTHER = "kind_other"
    FINISH_REVIEW = "finish_review"
    CHOOSE_STATEMENT = "choose_statement"
    GO_TEXT = "go_text"
    LEAVE_TEXT = "leave_text"
    WRITE_VERSION = "write_version"
    STORE_VERSION = "store_version"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table.

    Attributes:
        text: English source for the menu and the sheet; translated when shown.
        shortcut: Portable key sequence, unique in the whole table.
        group: Where it works.
    """

    text: str
    shortcut: str
    group: Group


_ALL, _INTERVIEW, _REVIEW = Group.EVERYWHERE, Group.INTERVIEW, Group.REVIEW
TABLE: dict[ActionId, ActionSpec] = {
    ActionId.HELP: ActionSpec(noop("Actions", "Show all shortcuts"), "F1", _ALL),
    ActionId.SEARCH: ActionSpec(noop("Actions", "Search everything"), "Ctrl+F", _ALL),
    ActionId.LOCK: ActionSpec(noop("Actions", "Lock"), "Ctrl+L", _ALL),
    ActionId.PANIC: ActionSpec(noop("Actions", "Panic: lock at once"), "F12", _ALL),
    ActionId.ZOOM_IN: ActionSpec(noop("Actions", "Larger text"), "Ctrl++", _ALL),
    ActionId.ZOOM_OUT: ActionSpec(noop("Actions", "Smaller text"), "Ctrl+-", _ALL),
    ActionId.ZOOM_RESET: ActionSpec(noop("Actions", "Normal text size"), "Ctrl+0", _ALL),
    ActionId.GO_CASES: ActionSpec(noop("Actions", "Go to cases"), "Ctrl+1", _ALL),
    ActionId.GO_REVIEW: ActionSpec(noop("Actions", "Go to review"), "Ctrl+2", _ALL),
    ActionId.GO_EXPORT: ActionSpec(noop("Actions", "Go to export"), "Ctrl+3", _ALL),
    ActionId.GO_TEAM: ActionSpec(noop("Actions", "Go to the team"), "Ctrl+5", _ALL),
    ActionId.GO_PROTECTION: ActionSpec(noop("Actions", "Go to protection"), "Ctrl+6", _ALL),
    ActionId.GO_SETTINGS: ActionSpec(noop("Actions", "Go to settings"), "Ctrl+,", _ALL),
    ActionId.NEW_INTERVIEW: ActionSpec(noop("Actions", "New interview"), "Ctrl+N", Group.CASES),
    ActionId.OPEN_INTERVIEW: ActionSpec(
        noop("Actions", "Open the chosen case's interview"), "Ctrl+O", Group.CASES
    ),
    ActionId.NEXT_SECTION: ActionSpec(noop("Actions", "Next section"), "Ctrl+PgDown", _INTERVIEW),
    ActionId.PREVIOUS_SECTION: ActionSpec(
        noop("Actions", "Previous section"), "Ctrl+PgUp", _INTERVIEW
    ),
    ActionId.CYCLE_MISSING: ActionSpec(
        noop("Actions", "No answer: next reason"), "Ctrl+D", _INTERVIEW
    ),
    ActionId.MARK_PERSON: ActionSpec(
        noop("Actions", "The selected words are a person"), "Ctrl+P", _INTERVIEW
    ),
    ActionId.MARK_PLACE: ActionSpec(
        noop("Actions", "The selected words are a place"), "Alt+2", _INTERVIEW
    ),
    ActionId.MARK_ORGANISATION: ActionSpec(
        noop("Actions", "The selected words are an organisation"), "Alt+3", _INTERVIEW
    ),
    ActionId.MARK_DATE: ActionSpec(
        noop("Actions", "The selected words are a date"), "Alt+4", _INTERVIEW
    ),
    ActionId.MARK_NUMBER: ActionSpec(
        noop("Actions", "The selected words are a number"), "Alt+5", _INTERVIEW
    ),
    ActionId.MARK_OTHER: ActionSpec(
        noop("Actions", "The selected words are something else"), "Alt+6", _INTERVIEW
    ),
    ActionId.PAUSE: ActionSpec(noop("Actions", "Pause: save and lock"), "F9", _INTERVIEW),
    ActionId.STOP: ActionSpec(noop("Actions", "Stop the interview"), "Ctrl+F9", _INTERVIEW),
    ActionId.ACCEPT_MARK: ActionSpec(noop("Actions", "Hide these words"), "A", _REVIEW),
    ActionId.KEEP_MARK: ActionSpec(noop("Actions", "Keep these words"), "X", _REVIEW),
    ActionId.NEXT_MARK: ActionSpec(noop("Actions", "Next mark"), "J", _REVIEW),
    ActionId.PREVIOUS_MARK: ActionSpec(noop("Actions", "Previous mark"), "K", _REVIEW),
    ActionId.UNDO_DECISION: ActionSpec(noop("Actions", "Undo the last decision"), "U", _REVIEW),
    ActionId.GO_TEXT: ActionSpec(
        noop("Actions", "Into the text: arrows move, Shift selects words"), "T", _REVIEW
    ),
    ActionId.LEAVE_TEXT: ActionSpec(
        noop("Actions", "From the text back to the list of marks"), "Esc", _REVIEW
    ),
    ActionId.DECIDE_SAME: ActionSpec(
        noop("Actions", "Decide the same words alike in the whole case"), "S", _REVIEW
    ),
    ActionId.HIDE_PERSON: ActionSpec(
        noop("Actions", "Hide this person everywhere in the case"), "P", _REVIEW
    ),
    ActionId.NEVER_A_NAME: ActionSpec(
        noop("Actions", "These words are never a name, in the whole vault"), "N", _REVIEW
    ),
    ActionId.ALWAYS_HIDE: ActionSpec(
        noop("Actions", "Always hide these words, in the whole vault"), "M", _REVIEW
    ),
    ActionId.KIND_PERSON: ActionSpec(noop("Actions", "It is a person"), "1", _REVIEW),
    ActionId.KIND_PLACE: ActionSpec(noop("Actions", "It is a place"), "2", _REVIEW),
    ActionId.KIND_ORGANISATION: ActionSpec(noop("Actions", "It is an organisation"), "3", _REVIEW),
    ActionId.KIND_DATE: ActionSpec(noop("Actions", "It is a date"), "4", _REVIEW),
    ActionId.KIND_NUMBER: ActionSpec(noop("Actions", "It is a number"), "5", _REVIEW),
    ActionId.KIND_OTHER: ActionSpec(noop("Actions", "It is something else"), "6", _REVIEW),
    ActionId.FINISH_REVIEW: ActionSpec(
        noop("Actions", "Finish the review of this statement"), "F", _REVIEW
    ),
    ActionId.CHOOSE_STATEMENT: ActionSpec(
        noop("Actions", "Choose another statement from the list"), "O", _REVIEW
    ),
    ActionId.WRITE_VERSION: ActionSpec(
        noop("Actions", "Write a version for sharing of a passage"), "W", _REVIEW
    ),
    ActionId.STORE_VERSION: ActionSpec(
        noop("Actions", "Store the version for sharing"), "Ctrl+Return", _REVIEW
    ),
}


def group_title(group: Group) -> str:
    """Return the heading of a group in the interface language."""
    titles = {
        Group.EVERYWHERE: translate("Actions", "Everywhere"),
        Group.CASES: translate("Actions", "Cases"),
        Group.INTERVIEW: translate("Actions", "Interview"),
        Group.REVIEW: translate("Actions", "Review"),
    }
    return titles[group]


def title(action: ActionId) -> str:
    """Return the name of an action in the interface language."""
    return translate("Actions", TABLE[action].text)


def shortcut_text(action: ActionId) -> str:
    """Return the shortcut as it is written on this system's keys."""
    sequence = QKeySequence(TABLE[action].shortcut, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def tooltip(action: ActionId) -> str:
    """Return the name with its shortcut behind it."""
    return f"{title(action)} ({shortcut_text(action)})"


def bind(widget: QWidget, action: ActionId, act: Callable[[], object]) -> QAction:
    """Let ``action``'s shortcut call ``act`` while ``widget`` or a child has the keyboard.

    Actions of the group ``EVERYWHERE`` work in the whole window.
    """
    spec = TABLE[action]
    made = QAction(translate("Actions", spec.text), widget)
    made.setObjectName(action.value)
    made.setShortcut(QKeySequence(spec.shortcut, QKeySequence.SequenceFormat.PortableText))
    whole = spec.group is Group.EVERYWHERE
    made.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut
        if whole
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    made.triggered.connect(lambda _checked=False: act())
    widget.addAction(made)
    return made
