"""Says what of people and work is left in a vault on this laptop, for whoever has to travel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.case import CaseStatus
from intake.services import local_backups, rulings, settings, team
from intake.services.session import VaultSession

_TELLING = ("interviewer_code", "project")


@dataclass(frozen=True, slots=True)
class WhatIsLeft:
    """Everything that somebody with the passphrase would find, by kind.

    Attributes:
        cases: Cases that are not sealed, drafts among them.
        drafts: Those of them that are not finished.
        sealed: Notes of sealed cases: the month, and a label where one was wanted.
        labels: Notes with a label.
        words: Words on the lists of the vault.
        keys: Keys of others that are trusted, with the names that were chosen for them.
        bundles: Bundles in the ledger; the ledger does not know where their files are.
        traces: Digests in the ledger by which people who have left are known again.
        backups: Backups within reach that hold a sealed case.
        out_of_reach: Folders in which backups were written and that cannot be looked into now.
        settings: Names of settings that tell something of a person or a team.
        named: The vault has a name of its own.
        awaits_new_keys: A case was sealed and the vault still has the keys of that time.
    """

    cases: int
    drafts: int
    sealed: int
    labels: int
    words: int
    keys: int
    bundles: int
    traces: int
    backups: tuple[Path, ...]
    out_of_reach: tuple[Path, ...]
    settings: tuple[str, ...]
    named: bool
    awaits_new_keys: bool

    @property
    def is_clear(self) -> bool:
        """Whether no case can be opened here any more, by nobody and from nothing within reach."""
        return not (self.cases or self.backups or self.out_of_reach or self.awaits_new_keys)


def what_is_left(session: VaultSession) -> WhatIsLeft:
    """Return what is left in a vault and around it, counted now."""
    store = session.store
    summaries = store.cases.summaries()
    sealed = store.parcels.sealed()
    kept = settings.load(session)
    around = local_backups.look(session)
    return WhatIsLeft(
        cases=len(summaries),
        drafts=sum(each.status is CaseStatus.DRAFT for each in summaries),
        sealed=len(sealed),
        labels=sum(bool(each.label) for each in sealed),
        words=len(rulings.of_vault(session)),
        keys=len(team.trusted_keys(session)),
        bundles=len(store.releases.all()),
        traces=len(store.releases.traces()),
        backups=around.outdated,
        out_of_reach=around.out_of_reach,
        settings=tuple(name for name in _TELLING if getattr(kept, name)),
        named=bool(session.name),
        awaits_new_keys=local_backups.awaits_rekey(session),
    )


def as_document(found: WhatIsLeft) -> dict[str, object]:
    """Return what is left as one JSON document."""
    return {
        "clear": found.is_clear,
        "cases": found.cases,
        "drafts": found.drafts,
        "sealed": found.sealed,
        "labels": found.labels,
        "words": found.words,
        "trusted_keys": found.keys,
        "bundles": found.bundles,
        "traces": found.traces,
        "backups": [str(each) for each in found.backups],
        "backups_out_of_reach": [str(each) for each in found.out_of_reach],
        "settings": list(found.settings),
        "vault_has_name": found.named,
        "awaits_new_keys": found.awaits_new_keys,
    }
