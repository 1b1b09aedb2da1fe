"""Sentences that the open vault says on whatever page is seen."""

from __future__ import annotations

from intake.gui.i18n import plural, translate


def unsaved_words(count: int, code: str) -> str:
    """Say that something typed into the interview of a case is no answer yet."""
    text = plural(
        "Workspace",
        "%n entry(ies) of {code} cannot be saved as written. They are kept as you typed "
        "them, and do not count as answers.",
        count,
    )
    return text.format(code=code)


def other_state_words(locked_in: str, opened_in: str) -> str:
    """Say that a vault is not in the state in which this program locked it."""
    text = translate(
        "Workspace",
        "This vault is not as it was when it was locked: somebody may have put other "
        "files in its place. Export nothing, and show this to whoever looks after your "
        "security. Locked in: {locked}. Found in: {found}.",
    )
    return text.format(locked=locked_in, found=opened_in)


def healed_words() -> str:
    """Say that a header was healed at this opening."""
    return translate(
        "Workspace",
        "One of the two headers of this vault was damaged and has been healed. "
        "Make a backup soon: the disk may be failing.",
    )
