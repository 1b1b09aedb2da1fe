"""What matters most, as sliders; beside each what becomes of these facts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from intake.disclosure.lattice import GIVEN_UP, MOST, USUAL, lattice, published_axes
from intake.gui.export.effect_bar import EffectBar
from intake.gui.export.words import AXES, WEIGHTS, few, level_word, word
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Muted, Small, Strong
from intake.gui.widgets.slider import StepSlider
from intake.services.trials import AxisEffect, Trial

_GAP = 6  # pixels between two rows


class WeightsCard(Card):
    """A row for each axis of the published lattice.

    Signals:
        weighed: A slider was moved; the weights that are not as usual.
    """

    weighed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._lead, self._legend, self._reset = Muted(), Small(), LinkButton("", "restore")
        self._rows = {axis.name: _Row() for axis in published_axes()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.TWO)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        for place, row in enumerate(self._rows.values()):
            grid.addWidget(row.name, 2 * place, 0, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(row.weight, 2 * place + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.slider, 2 * place, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(row.bar, 2 * place, 2, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(row.told, 2 * place + 1, 2, Qt.AlignmentFlag.AlignTop)
            row.slider.valueChanged.connect(self._on_moved)
        self.body.addWidget(self._lead)
        self.body.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(Space.TWO)
        foot.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._legend, 1)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self._reset.clicked.connect(self._all_as_usual)

    def weights(self) -> dict[str, int]:
        """Return the weights that are not as usual."""
        values = {name: row.slider.value() for name, row in self._rows.items()}
        return {name: value for name, value in values.items() if value != USUAL}

    def show_weights(self, weights: Mapping[str, int]) -> None:
        """Set the sliders, and the words of the card in the interface language."""
        self.set_heading(translate("WeightsCard", "What matters most"))
        self._lead.setText(
            translate(
                "WeightsCard",
                "What is kept finer makes something else coarser. Try it: nothing leaves yet.",
            )
        )
        self._legend.setText(
            translate(
                "WeightsCard",
                "People by how much of a fact leaves. Full: all that any bundle tells. Pale: "
                "coarser. Empty: left out. Hatched: who stays out.",
            )
        )
        self._reset.setText(translate("WeightsCard", "All as &usual"))
        for name, row in self._rows.items():
            row.name.setText(word(AXES[name]))
            row.slider.setAccessibleName(
                translate("WeightsCard", "How much it matters to keep: {facts}").replace(
                    "{facts}", word(AXES[name])
                )
            )
            quiet = QSignalBlocker(row.slider)
            row.slider.setValue(weights.get(name, USUAL))
            quiet.unblock()
            row.say_weight()

    def show_trial(self, trial: Trial) -> None:
        """Show what has come of some weights."""
        for effect in trial.axes:
            self._rows[effect.name].show_effect(effect, trial.waiting)

    def _on_moved(self) -> None:
        try:
            lattice(self.weights())
        except ValueError:  # all but details are given up: rows that tell next to nothing
            self.show_weights({**self.weights(), next(iter(self._rows)): GIVEN_UP + 1})
        for row in self._rows.values():
            row.say_weight()
        self.weighed.emit(self.weights())

    def _all_as_usual(self) -> None:
        self.show_weights({})
        self.weighed.emit({})


class _Row:
    """The widgets of one axis."""

    def __init__(self) -> None:
        self.name, self.weight, self.told = Strong(), Small(), Small()
        self.slider, self.bar = StepSlider(MOST), EffectBar()
        self.slider.setValue(USUAL)
        self.name.setContentsMargins(0, _GAP, 0, 0)
        self.weight.setWordWrap(False)

    def say_weight(self) -> None:
        """Put the weight into words, for the eye and for screen readers."""
        said = word(WEIGHTS[self.slider.value()])
        self.weight.setText(said)
        self.slider.setAccessibleDescription(said)

    def show_effect(self, effect: AxisEffect, waiting: int) -> None:
        """Draw and say what becomes of the facts."""
        self.bar.show_people(effect.people, waiting)
        told = [f"{level_word(level.value)}: {few(number)}" for level, number in effect.people]
        self.told.setText("  ·  ".join(told))
        self.bar.setAccessibleName(self.name.text())
        self.bar.setAccessibleDescription(self.told.text())
