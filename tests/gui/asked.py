"""Questions on a sheet of their own, and what was handed out; asserts nothing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.forms.definition import (
    Choice,
    ChoiceList,
    Question,
    QuestionKind,
    Section,
    Texts,
)
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.questions.row import QuestionRow

K = QuestionKind
Heard = list[tuple[str, Answer | None]]
CHOICES = ChoiceList(
    "things",
    tuple(
        Choice(name, Texts({"en": en, "be": be}))
        for name, en, be in (
            ("lamp", "A lamp", "Лямпа"),
            ("ladder", "A ladder", "Драбіна"),
            ("kettle", "A kettle", "Імбрык"),
        )
    ),
)
MANY = ChoiceList("many", tuple(Choice(f"n{i}", Texts({"en": f"Number {i}"})) for i in range(30)))
ONE, SEVERAL = K.SELECT_ONE, K.SELECT_MULTIPLE


def ask(kind: QuestionKind, name: str = "q", **more: object) -> Question:
    told = {"label": Texts({"en": f"Label of {name}", "be": f"Назва {name}"}), **more}
    return Question(name, "section", kind, **told)  # type: ignore[arg-type]  # one maker for all


class Sheet:
    """A panel with questions, and what it handed out."""

    def __init__(self, qtbot: QtBot, *questions: Question, language: str = "en") -> None:
        self.panel = QuestionsPanel(Section("section", items=questions), language)
        qtbot.addWidget(self.panel)
        self.heard: Heard = []
        self.panel.committed.connect(lambda _owner, name, answer: self.heard.append((name, answer)))
        self.panel.show_answers("owner", {})
        self.panel.resize(700, 700)
        with qtbot.waitActive(self.panel):
            self.panel.show()
        self.panel.focus_first()

    @property
    def row(self) -> QuestionRow:
        return next(iter(self.panel.rows.values()))

    @property
    def answers(self) -> list[Answer | None]:
        return [answer for _name, answer in self.heard]

    def complaint(self, name: str = "") -> str:
        row = self.panel.rows[name] if name else self.row
        return row._error.text() if row._error.isVisible() else ""
