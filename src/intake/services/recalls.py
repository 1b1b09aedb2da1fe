"""Recalls, as people at both ends have to know of them: what was asked, and what was sent when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.domain.changes import Changes, Noun
from intake.errors import BundleDamagedError, IntakeError, UsageError
from intake.export.keys import read_public_key
from intake.services import parcels, sealing
from intake.services.days import today
from intake.services.parcels import Outcome, Received
from intake.services.session import VaultSession

# Numbers of parcels and the days on which recalls of them were written; the log holds the days too.
_RECALLED = "recalled_parcels"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file brought, and whether a recall asks for more than a withdrawal.

    Attributes:
        to_erase: The person asks that the case be erased; somebody has to do it.
    """

    received: Received
    to_erase: bool = False

    @property
    def changes(self) -> Changes:
        """What was touched."""
        return self.received.changes


def receive(session: VaultSession, path: Path) -> Arrived:
    """Take in a parcel or a recall, and look at what its person asks for.

    Raises:
        IntakeError: As ``parcels.receive``; a key file is told from a damaged parcel.
    """
    try:
        received = parcels.receive(session, path)
    except BundleDamagedError:
        if _is_key_file(path):
            raise UsageError(
                what="This is a key file, no parcel: use Add a key file (intake key trust)."
            ) from None
        raise
    return Arrived(received, received.outcome is Outcome.RECALLED and _to_erase(session, received))


def _to_erase(session: VaultSession, received: Received) -> bool:
    case_id = session.store.cases.find(received.code)
    consent = None if case_id is None else session.store.consents.current(case_id)
    taken = None if consent is None else consent.withdrawn
    return taken is not None and taken.erase


def _is_key_file(path: Path) -> bool:
    try:
        read_public_key(path)
    except IntakeError:
        return False
    return True


def write_recall(
    session: VaultSession, parcel_id: str, *, to: Sequence[str], out: Path, day: str, erase: bool
) -> Changes:
    """Write a recall as ``sealing.write_recall``, and note the day on which it was written.

    Raises:
        IntakeError: As ``sealing.write_recall``.
    """
    changes = sealing.write_recall(session, parcel_id, to=to, out=out, day=day, erase=erase)
    known = dict(recalled(session))
    with session.store.write() as tx:
        session.store.settings.set(tx, _RECALLED, known | {parcel_id: today()})
        tx.touch(Noun.PARCEL, parcel_id)
    return changes | tx.changes


def recalled(session: VaultSession) -> Mapping[str, str]:
    """Return the ISO day of the last recall that was written here, by number of the parcel."""
    found = session.store.settings.get(_RECALLED)
    return found if isinstance(found, dict) else {}
