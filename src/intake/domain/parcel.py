"""Parcels: what is known of a case that was sealed, and of one that somebody sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake.domain.ids import CaseId

# A value as a row of the store holds it, and the rows of a case by the name of their table.
Value = int | str | bytes | None
CaseRows = Mapping[str, tuple[Mapping[str, Value], ...]]


@dataclass(frozen=True, slots=True)
class SealedCase:
    """All that stays of a case that was sealed.

    Attributes:
        parcel_id: Random; by it the office finds the case that a recall means.
        month: ``YYYY-MM``.
        label: What a person wanted to know it by here, or empty.
    """

    parcel_id: str
    month: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedCase:
    """A case that came in a parcel.

    Attributes:
        parcel_id: Under which number the parcel is noted here: made of its signer and of the number
            that it has itself, and not the latter alone, as in ``SealedCase``.
        month: ``YYYY-MM`` in which it was received.
        sender: Name of the trusted key that had signed the parcel.
        rival: The same case as it was here already and differs; a person decides between the two.
    """

    parcel_id: str
    case_id: CaseId
    month: str
    sender: str
    rival: CaseId | None = None
