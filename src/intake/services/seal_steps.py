"""What somebody needs around sealing, step by step: what can be sealed, proof, and the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake.domain.case import CaseSummary
from intake.domain.ids import CaseId
from intake.domain.parcel import SealedCase
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.services import local_backups, sealing, team
from intake.services.local_backups import Awaits
from intake.services.receivable import require_receivable
from intake.services.sealable import Obstacle, obstacles
from intake.services.sealing import Ended
from intake.services.session import VaultSession
from intake.services.team import PublicKey
from intake.services.what_is_left import WhatIsLeft
from intake.vault import folder
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class Sealable:
    """What can be sealed now, and for whom.

    Attributes:
        cases: Finished and withdrawn cases, drafts too if they were asked for.
        undecided: Codes of cases of which two versions are here: they have to be decided first.
        unanswered: Codes of cases into which something was typed that is no answer yet.
        keys: Trusted keys that could open the parcels.
        is_first: Nothing was sealed in this vault before: what it means has to be said.
    """

    cases: tuple[CaseSummary, ...]
    undecided: tuple[str, ...]
    unanswered: tuple[str, ...]
    keys: tuple[PublicKey, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """A vault under new keys, closed; what was destroyed, and what a look into it has found."""

    ended: Ended
    left: WhatIsLeft


def require_ready(
    session: VaultSession, case_ids: Iterable[CaseId], *, drafts: bool = False
) -> None:
    """Refuse what sealing would refuse about the cases themselves; changes nothing.

    Raises:
        RefusedError: A case cannot be sealed as it is, or nobody could take it in.
    """
    wanted = tuple(case_ids)
    sealing.require_sealable(session, wanted, drafts=drafts)
    for case_id in wanted:
        require_receivable(session, case_id)


def sealable(session: VaultSession, *, drafts: bool = False) -> Sealable:
    """Return what can be sealed.

    Args:
        session: The open vault.
        drafts: Unfinished cases can be sealed as well; for travelling.
    """
    found = obstacles(session, drafts=drafts)
    return Sealable(
        tuple(each for each, obstacle in found if obstacle is None),
        tuple(each.code for each, obstacle in found if obstacle is Obstacle.TWO_VERSIONS),
        tuple(each.code for each, obstacle in found if obstacle is Obstacle.UNANSWERED),
        team.trusted_keys(session),
        is_first=not session.store.parcels.sealed(),
    )


def sealed_cases(session: VaultSession) -> tuple[SealedCase, ...]:
    """Return what stays of the cases that were sealed here."""
    return session.store.parcels.sealed()


def prove(
    session: VaultSession, passphrase: Secret, typed: Secret | None = None
) -> RecoveryKey | None:
    """Prove the secrets before anything is sealed: without them the vault gets no new keys.

    Args:
        session: The open vault.
        passphrase: Of this vault.
        typed: The recovery key from the paper, when it is to stay; all are wiped by the caller.

    Returns:
        The recovery key that was typed, to be wiped by the caller.

    Raises:
        WrongPassphraseError: It is another one.
        WrongRecoveryKeyError: As ``sealing.known_recovery``.
    """
    with folder.open_headers(session.path, passphrase=passphrase).keys:
        pass
    return None if typed is None else sealing.known_recovery(session, typed)


def awaits_new_keys(session: VaultSession) -> Awaits | None:
    """Return why the vault awaits new keys; ``None`` when it does not."""
    return local_backups.why_awaits_rekey(session)


def finish(
    session: VaultSession,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts | None = None,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Finished:
    """Move the vault to new keys and look at what is left; see ``sealing.finish``.

    The session is closed by this.

    Raises:
        IntakeError: As ``sealing.finish``.
    """
    ended = sealing.finish(session, passphrase, recovery, costs, progress, cancel)
    return Finished(ended, ended.left)
