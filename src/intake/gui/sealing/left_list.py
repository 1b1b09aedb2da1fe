"""What is left on this laptop, a line a kind, each with what it tells."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import plural, translate
from intake.gui.widgets.fact_rows import Fact, FactRows, good, note, warning
from intake.gui.widgets.sheet import Sheet
from intake.services.what_is_left import WhatIsLeft

_WIDTH = 680


class LeftSheet(Sheet):
    """The report on its own."""

    def __init__(self, over: QWidget, found: WhatIsLeft) -> None:
        super().__init__(
            over,
            translate("WhatIsLeft", "What is left on this laptop"),
            verdict(found),
            affirmative=translate("WhatIsLeft", "Close"),
            cancel="",
        )
        self.set_width(_WIDTH)
        report = FactRows()
        report.show_facts(facts(found))
        self.body.addWidget(report)


def verdict(found: WhatIsLeft) -> str:
    """Return what the report comes to."""
    if found.is_clear:
        return translate(
            "WhatIsLeft",
            "Nobody can open a case on this laptop. What is below can be read by "
            "whoever has the passphrase.",
        )
    return translate(
        "WhatIsLeft",
        "Whoever has the passphrase can read what is below. Lines with a warning are about "
        "cases that can still be opened.",
    )


def facts(found: WhatIsLeft) -> list[Fact]:
    """Return what is left, a row a kind, each with what it tells."""
    return [*_cases(found), *_backups(found), *_people(found)]


def _cases(found: WhatIsLeft) -> list[Fact]:
    drafts = plural("WhatIsLeft", "%n of them draft(s)", found.drafts) if found.drafts else ""
    open_cases = plural("WhatIsLeft", "%n case(s) that can be opened", found.cases)
    labels = plural("WhatIsLeft", "%n with a label", found.labels) if found.labels else ""
    made = [warning(open_cases, drafts) if found.cases else good(open_cases)]
    if found.awaits_new_keys:
        text = translate("WhatIsLeft", "The vault awaits new keys")
        why = translate(
            "WhatIsLeft", "The vault still has its old keys: an expert may find remains of cases."
        )
        made.append(warning(text, why))
    made.append(note(plural("WhatIsLeft", "%n note(s) of sealed cases", found.sealed), labels))
    return made


def _backups(found: WhatIsLeft) -> list[Fact]:
    made = []
    if found.backups:
        text = plural("WhatIsLeft", "%n backup(s) with sealed cases", len(found.backups))
        made.append(warning(text, "\n".join(map(str, found.backups))))
    if found.out_of_reach:
        count = len(found.out_of_reach)
        text = plural("WhatIsLeft", "%n folder(s) with backups out of reach", count)
        made.append(warning(text, "\n".join(map(str, found.out_of_reach))))
    return made or [good(translate("WhatIsLeft", "No backup that holds a sealed case"))]


def _people(found: WhatIsLeft) -> list[Fact]:
    words = translate("WhatIsLeft", "They may name people or groups: see the settings.")
    keys = translate("WhatIsLeft", "With the names that you gave to their owners.")
    digests = plural(
        "WhatIsLeft", "%n digest(s) by which somebody's name could be tried out", found.traces
    )
    return [
        _counted(plural("WhatIsLeft", "%n word(s) on the lists", found.words), words, found.words),
        _counted(plural("WhatIsLeft", "%n trusted key(s)", found.keys), keys, found.keys),
        _counted(
            plural("WhatIsLeft", "%n bundle(s) in the ledger", found.bundles), digests, found.traces
        ),
        _settings(found),
    ]


def _counted(text: str, why: str, count: int) -> Fact:
    return note(text, why if count else "")


def _settings(found: WhatIsLeft) -> Fact:
    told = {
        "interviewer_code": translate("WhatIsLeft", "the interviewer's code"),
        "project": translate("WhatIsLeft", "the project"),
    }
    names = [told[each] for each in found.settings]
    if found.named:
        names.append(translate("WhatIsLeft", "the name of the vault"))
    if not names:
        return good(translate("WhatIsLeft", "No setting that tells of you or your team"))
    text = translate("WhatIsLeft", "Settings that tell of you or your team")
    return note(text, ", ".join(names))
