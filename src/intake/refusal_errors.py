"""Errors that say what policy does not let leave; part of ``errors``."""

from __future__ import annotations

from intake.error_base import IntakeError

_REASONS = (
    *("no_consent", "open_wish", "withdrawn", "expired", "not_finalised", "released_before"),
    *("group_stays", "under_k", "two_versions"),
)


class RefusedError(IntakeError):
    """Policy says no."""

    code, exit_code = "P00", 4
    template = "This is refused: {reason}."


class ConsentMissingError(RefusedError):
    """No selected case has consent for this purpose, recipient group and level."""

    code = "P01"
    template = (
        "No selected case has consent for this purpose and recipient group. "
        "Ask for consent first, or choose another purpose."
    )


class PendingReviewError(RefusedError):
    """Statements would leave while marks are undecided or text is newer than its review."""

    code = "P02"
    template = (
        "{statements} statements still need review (undecided marks found so far: {marks}; "
        "statements that nobody has opened there are not searched yet). "
        "Decide them on the Review page, or export without statements."
    )


class AnonymityError(RefusedError):
    """The anonymity target cannot be reached with what is selected."""

    code = "P03"
    template = (
        "Fewer than {k} people could leave, and with so few nothing does, not even counts. "
        "Wait for more cases."
    )


class SeriesError(AnonymityError):
    """Laid on the bundles before it, a bundle would betray people; ``codes`` are cases' codes."""

    code = "P06"
    template = (
        "Laid on the bundles before it, this one would make {people} people stand out among fewer "
        "than {k}. Nothing was written. Wait for at least {more} more cases of new people, ask for "
        "a larger smallest group, or leave these cases out: {codes}."
    )


class LeakFoundError(RefusedError):
    """The finished bundle holds identifiers; ``places`` names files and lines, never values."""

    code = "P04"
    template = "The bundle still holds identifying words in {places}. Review these, then try again."


class NothingToReleaseError(RefusedError):
    """Nothing is left once consent, earlier releases and suppression have been applied."""

    code = "P05"
    template = (
        "Nothing is left to release; no file was written. Cases that stay, by reason: "
        "no consent {no_consent}, withdrawn {withdrawn}, consent over or not begun {expired}, "
        "a wish in own words not settled {open_wish}, not finalised {not_finalised}, "
        "two versions that wait for a decision {two_versions}, person in an earlier bundle "
        "{released_before}, in a group of an earlier bundle that cannot leave whole {group_stays}, "
        "would stand out {under_k}. Finalise what is ready, decide between versions, ask for "
        "consent, record what a wish means and clear its words, or wait for new cases."
    )

    def __init__(self, **counts: str | int) -> None:
        super().__init__(**(dict.fromkeys(_REASONS, 0) | counts))
