"""Words that all parts of a bundle share: policies, reasons, and facts about one release."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.answers import Missing
from intake.domain.consent import IdentityLevel, RecipientGroup, Use

SEED_BYTES = 32
_ID_CHARACTERS = 15


class Policy(StrEnum):
    """What leaves."""

    STATISTICS = "statistics"
    RECORDS = "records"
    ANALYSIS = "analysis"

    @property
    def least_level(self) -> IdentityLevel:
        """The identity level that each person in it has to allow."""
        return IdentityLevel.AGGREGATE if self is Policy.STATISTICS else IdentityLevel.CODE


class Gap(StrEnum):
    """Why a cell has no value: the four reasons of an answer, and one of ours."""

    NOT_ASKED = Missing.NOT_ASKED.value
    UNKNOWN = Missing.UNKNOWN.value
    DECLINED = Missing.DECLINED.value
    NOT_APPLICABLE = Missing.NOT_APPLICABLE.value
    WITHHELD = "withheld"


class RowIds:
    """Record ids of one bundle: random to everybody who does not hold the seed.

    Args:
        seed: 32 bytes, fresh for each bundle and kept in the ledger.
    """

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SEED_BYTES:
            raise ValueError("a seed has 32 bytes")
        self._seed = seed

    def bundle(self) -> str:
        """Return the bundle's id, 32 hex digits."""
        return hmac.digest(self._seed, b"bundle", "sha256").hex()[:32]

    def interview(self, case_id: str) -> str:
        """Return the id of an interviewee's rows."""
        return "r" + self._random("interview", case_id)

    def statement(self, statement_id: str) -> str:
        """Return the id of a statement; has nothing to do with that of the rows."""
        return "s" + self._random("statement", statement_id)

    def _random(self, kind: str, record_id: str) -> str:
        message = f"{kind}\n{record_id}".encode()
        return hmac.digest(self._seed, message, "sha256").hex()[:_ID_CHARACTERS]


@dataclass(frozen=True, slots=True)
class Release:
    """What a bundle is made for.

    Attributes:
        day: ISO day of the export, for consents that begin or end.
    """

    policy: Policy
    purpose: Use
    group: RecipientGroup
    day: str
    ids: RowIds
