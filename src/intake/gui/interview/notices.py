"""What the interview page says in its message bar; each notice has a name, so that it can go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QObject

from intake.domain.case import CaseFile, CaseStatus
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.words import day_in_words

_Act = Callable[[], object]
_UNSAVED, _NO_CONSENT, _UNFINISHED = "unsaved", "no consent", "unfinished"


class Notices(QObject):
    """Shows one notice at a time and remembers what its button does.

    Args:
        bar: Where they are shown.
    """

    def __init__(self, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._name = ""
        self._act: _Act | None = None
        bar.action_triggered.connect(self._on_action)

    def tell_failed(self, error: BaseException, act: _Act) -> None:
        """Say that something typed is not in the store, and why; ``act`` tries again."""
        told = explain(error)
        kept = translate("Notices", "What you typed stays here and is tried again.")
        self._say(
            _UNSAVED,
            MessageKind.ERROR,
            f"{told.text} {kept}",
            code=told.code,
            action=(translate("Notices", "Try again now"), act),
        )

    def tell_recovered(self) -> None:
        """Take back that something is not in the store."""
        self._take_back(_UNSAVED)

    def tell_removed(self, act: _Act) -> None:
        """Say that something was removed; ``act`` puts it back."""
        text = translate("Notices", "Removed.")
        action = (translate("Notices", "Undo"), act)
        self._say("removed", MessageKind.INFO, text, action=action)

    def tell_consent(self, *, missing: bool, act: _Act) -> None:
        """Say that consent is missing unless something else is said; ``act`` leads there."""
        if not missing:
            self._take_back(_NO_CONSENT)
        elif self._bar.isHidden():
            text = translate("Notices", "Consent has not been recorded yet.")
            action = (translate("Notices", "Go to consent"), act)
            self._say(_NO_CONSENT, MessageKind.WARN, text, action=action)

    def tell_unfinished(self, section: str, act: _Act) -> None:
        """Say that something in a section that was left is not saved; ``act`` leads back."""
        text = translate(
            "Notices",
            "Something in “{section}” cannot be saved as it is written. "
            "It is kept as you typed it, but it does not count as an answer.",
        )
        action = (translate("Notices", "Go back there"), act)
        self._say(_UNFINISHED, MessageKind.WARN, text.format(section=section), action=action)

    def tell_finished(self) -> None:
        """Take back that something cannot be saved as it is written."""
        self._take_back(_UNFINISHED)

    def tell_state(self, file: CaseFile, act: _Act) -> None:
        """Say what is special about a case that was opened; ``act`` reopens a finalised one."""
        stopped = file.interviews[0].stopped
        if file.case.status is CaseStatus.WITHDRAWN:
            text = translate(
                "Notices", "Consent was withdrawn. This case can be read, not changed."
            )
            self._say("state", MessageKind.INFO, text)
        elif file.case.status is not CaseStatus.DRAFT:
            text = translate("Notices", "This case is finalised. Reopen it to change anything.")
            action = (translate("Notices", "Reopen the case"), act)
            self._say("state", MessageKind.INFO, text, action=action)
        elif stopped is not None:
            at = QDateTime.fromSecsSinceEpoch(int(stopped.timestamp())).toLocalTime()
            text = translate("Notices", "The person asked to stop on {day}. Ask before you go on.")
            self._say("state", MessageKind.INFO, text.format(day=day_in_words(at.date())))

    def leave_step(self) -> None:
        """Take back what was about the step that is left."""
        self._take_back("removed")
        self._take_back("break")

    def suggest_break(self) -> None:
        """Suggest a pause after a while."""
        self._say(
            "break",
            MessageKind.INFO,
            translate(
                "Notices",
                "You have been talking for a while. "
                "Ask whether a pause, water or company would help.",
            ),
        )

    def _say(
        self,
        name: str,
        kind: MessageKind,
        text: str,
        *,
        code: str = "",
        action: tuple[str, _Act] | None = None,
    ) -> None:
        self._name = name
        self._act = action[1] if action is not None else None
        self._bar.show_message(kind, text, code=code, action=action[0] if action else "")

    def _take_back(self, name: str) -> None:
        if self._name == name:
            self._name = ""
            self._bar.clear()

    def _on_action(self) -> None:
        act, self._act, self._name = self._act, None, ""
        self._bar.clear()
        if act is not None:
            act()
