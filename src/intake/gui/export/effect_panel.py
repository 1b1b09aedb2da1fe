"""Third step: what is made coarse and why, who stands out how far, and what matters most."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.disclosure.measures import RISK_LINE
from intake.forms.definition import FormDefinition
from intake.gui.export.class_picture import ClassPicture
from intake.gui.export.rows_view import RowsView
from intake.gui.export.weights_card import WeightsCard
from intake.gui.export.words import EFFECTS, POLICIES, WHY, fact_words, few, level_word, word
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Label, Small, Strong
from intake.services.exports import ExportPlan, FieldEffect, Policy
from intake.services.plans import CHOICES_ONLY
from intake.services.trials import Trial

_FEW_FOR_ROWS = 60  # below, rows lose nearly everything


class EffectPanel(QWidget):
    """What happens to each fact, and how much less people stand out.

    Signals:
        weighed: Something matters more or less now; the weights.
    """

    weighed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ExportPlan | None = None
        self._risk, self._cost, self._legend, self._line = Label(), Label(), Small(), Small()
        self.picture, self.weights_card = ClassPicture(), WeightsCard()
        self._card = Card()
        self._advice = Label()
        for widget in (self._risk, self._line, self.picture, self._legend, self._cost):
            self._card.body.addWidget(widget)
        self._card.body.addStretch(1)
        self._count = Strong()
        self.table = RowsView()
        self.weights_card.weighed.connect(self.weighed)
        beside = AdaptiveRow()
        beside.setSpacing(Space.TWO)
        beside.addWidget(self.weights_card, 3)
        beside.addWidget(self._card, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.ONE)
        whole.addWidget(self._advice)
        whole.addLayout(beside)
        whole.addWidget(self._count)
        whole.addWidget(self.table, 1)
        self.table.setMinimumHeight(220)

    def show_plan(self, plan: ExportPlan, form: FormDefinition, language: str) -> None:
        """Show a plan.

        Args:
            plan: The plan.
            form: Tells the names of the facts.
            language: Language of these names.
        """
        self._plan = plan
        self._card.set_heading(translate("EffectPanel", "How far somebody stands out"))
        line = translate("EffectPanel", "For data that anybody may have, the line is {line}.")
        self._line.setText(line.format(line=_percent(RISK_LINE)))
        self._legend.setText(
            translate(
                "EffectPanel",
                "People by the size of the group in which all look alike. "
                "Outline: before. Filled: in the bundle.",
            )
        )
        self.weights_card.setVisible(plan.trial is not None)
        self.weights_card.show_weights(plan.request.weights)
        self._cost.setVisible(plan.trial is not None)
        advice = _advice(plan)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        if plan.trial is None:
            self._show_counts(plan)
        else:
            self.show_trial(plan.trial)
        self._show_fields(plan, form, language)

    def show_trial(self, trial: Trial) -> None:
        """Show what would come of some weights; the table stays as it was worked out."""
        plan = self._plan
        if plan is None or plan.trial is None:
            return
        self.weights_card.show_trial(trial)
        self.picture.show_classes(plan.class_sizes_before, trial.sizes, plan.k)
        risk = translate(
            "EffectPanel",
            "Chance to be right about one person: {before} before, {after} in the bundle.",
        )
        self._risk.setText(
            risk.format(before=_percent(plan.risk_before), after=_percent(trial.risk))
        )
        is_other = _percent(trial.loss) != _percent(plan.trial.loss)
        cost = (
            translate(
                "EffectPanel",
                "Detail lost: {loss} (worked out before: {earlier}). Stay out: {people}.",
            )
            if is_other
            else translate("EffectPanel", "Detail lost: {loss}. Stay out: {people}.")
        )
        self._cost.setText(
            cost.format(
                loss=_percent(trial.loss),
                earlier=_percent(plan.trial.loss),
                people=few(trial.waiting),
            )
        )
        changed = trial.weights != plan.trial.weights
        self.table.setEnabled(not changed)

    def _show_counts(self, plan: ExportPlan) -> None:
        risk = translate(
            "EffectPanel",
            "Only counts leave, and small ones not at all: nobody is a row. As rows, the "
            "chance to be right about one person would be {before}.",
        )
        self._risk.setText(risk.format(before=_percent(plan.risk_before)))
        self.picture.show_classes(plan.class_sizes_before, (), plan.k)
        self.table.setEnabled(True)

    def _show_fields(self, plan: ExportPlan, form: FormDefinition, language: str) -> None:
        counts = Counter(field.effect for field in plan.fields)
        self._count.setText(
            "  ·  ".join(
                f"{word(text)}: {QLocale().toString(counts[effect])}"
                for effect, text in EFFECTS.items()
            )
        )
        rows = []
        for field in plan.fields:
            section, fact = fact_words(form, field.key, language)
            told = word(EFFECTS.get(field.effect, field.effect))
            why = word(WHY[field.why]) if field.why in WHY else ""
            rows.append((fact, section, told, _how(field), why))
        headers = (
            translate("EffectPanel", "Fact"),
            translate("EffectPanel", "Section"),
            translate("EffectPanel", "In the bundle"),
            translate("EffectPanel", "How"),
            translate("EffectPanel", "Why"),
        )
        name = translate("EffectPanel", "What happens to each fact")
        self.table.show_rows(headers, rows, name)


def _advice(plan: ExportPlan) -> str:
    """Say what no slider changes, and what to do with too few people for rows."""
    if plan.trial is None:
        return ""
    told = []
    if standing := len(plan.leaving.standing):
        told.append(
            plural(
                "EffectPanel",
                "%n group(s) of earlier bundles leave as they were: no slider changes them.",
                standing,
            )
        )
    if plan.trial.leaving < _FEW_FOR_ROWS:
        text = translate(
            "EffectPanel",
            "With so few people rows lose nearly everything. Counts alone are usually the better "
            "answer: go back and choose “{counts}”.",
        )
        told.append(text.format(counts=word(POLICIES[Policy.STATISTICS][0])))
    return " ".join(told)


def _how(field: FieldEffect) -> str:
    """Return how much of a fact leaves, where groups differ from what to what."""
    if field.coarsest:
        told = translate("EffectPanel", "{finest}; in some groups {coarsest}")
        finest, coarsest = (level_word(each) for each in (field.rule, field.coarsest))
        return told.format(finest=finest, coarsest=coarsest)
    is_told = field.effect == "generalised" or field.rule == CHOICES_ONLY
    return level_word(field.rule) if is_told else ""


def _percent(share: float) -> str:
    return f"{QLocale().toString(round(share * 100))} %"
