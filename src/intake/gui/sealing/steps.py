"""The states of the seal page, and which of them each way of sealing goes through."""

from __future__ import annotations

from enum import Enum

from intake.gui.i18n import noop

MEANING, WHAT, WHOM, SECRETS, WORK, DONE = range(6)


class Mode(Enum):
    """What is done."""

    CASES = "cases"
    BORDER = "border"
    FINISH = "finish"


STEPS = {
    Mode.CASES: (MEANING, WHAT, WHOM, SECRETS),
    Mode.BORDER: (MEANING, WHOM, SECRETS),
    Mode.FINISH: (SECRETS,),
}
TITLES = {
    MEANING: noop("SealPage", "Seal: what it means"),
    WHAT: noop("SealPage", "Seal: which cases"),
    WHOM: noop("SealPage", "Seal: for whom, and where to"),
    SECRETS: noop("SealPage", "Seal: new keys for this vault"),
    WORK: noop("SealPage", "Seal: under way"),
    DONE: noop("SealPage", "Sealed"),
}
