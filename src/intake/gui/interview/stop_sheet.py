"""The question before an interview is stopped: what is kept, and what to ask the person now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.widgets.sheet import Sheet


def stop_sheet(over: QWidget, *, refused: bool) -> Sheet:
    """Return the sheet, not opened yet.

    Args:
        over: A widget of the window to cover.
        refused: The person does not agree to the interview; otherwise they want to stop.
    """
    if refused:
        heading = translate("StopSheet", "End here, without consent?")
        text = translate(
            "StopSheet",
            "Thank the person; no reason is needed. Ask nothing more. Help and referrals do not "
            "depend on an interview. What was written so far stays on this laptop only, until "
            "you erase the case.",
        )
    else:
        heading = translate("StopSheet", "Stop the interview here?")
        text = translate(
            "StopSheet",
            "Everything said so far is saved. Ask how the person is, and whether they would like "
            "help or company now. The interview can be taken up another day.",
        )
    return Sheet(
        over,
        heading,
        text,
        affirmative=translate("StopSheet", "Stop here"),
        cancel=translate("StopSheet", "Go on"),
    )
