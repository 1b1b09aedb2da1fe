"""Records vaults of a schema version as test vectors; run once per version, by hand.

``python -m tests.unit.store.record FOLDER`` records every version that this program can make and
that is not there yet. A recorded vault is never made anew: it stands for those of other people.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.ids import CaseId, RulingId, new_id
from intake.domain.marks import Decision
from intake.domain.parcel import ReceivedCase, SealedCase
from intake.domain.rulings import Ruling
from intake.domain.second_look import Look
from intake.domain.statement import RevisionReason
from intake.store.chain import first_head
from intake.store.connection import Database
from intake.store.migrations import NEWEST
from intake.store.mirror import Mirror, MirrorState
from intake.store.store import Store
from intake.store.writer import Writer
from tests.unit.store.making import CHAIN_KEY, DB_KEY, VAULT_ID, Vault, full_case, small_case

RECORDED = Path(__file__).parents[2] / "vectors" / "store"
WORDS = "words.json"


def empty_vault(vault: Vault, version: int) -> Store:
    """Make a vault of an older schema version and leave it open."""
    head = first_head(VAULT_ID, 1)
    key = bytearray(CHAIN_KEY)
    mirror = Mirror.create(vault.mirror, key, VAULT_ID, MirrorState(0, 1, head.digest(key)))
    db = Database.create(vault.database, bytearray(DB_KEY))
    store = Store(db, Writer(db, mirror, key, head))
    store._begin(version)
    return store


def _add_notes(store: Store, version: int, received: CaseId, rival: CaseId) -> None:
    """Add keys, and notes of parcels."""
    with store.write(Action.KEY_TRUSTED, "Invented office") as tx:
        store.keys.trust(tx, "Invented office", "a public key", "a fingerprint")
        store.keys.set_own(tx, "invented", bytearray(32), "")
    if version > 4:
        note = ReceivedCase(new_id(), received, "2022-06", "Office", rival)
        with store.write(Action.CASE_RECEIVED, received) as tx:
            store.parcels.note_received(tx, note)
            store.parcels.note_sealed(tx, SealedCase(new_id(), "2022-06", "invented"))


def record(folder: Path, version: int) -> None:
    """Write a vault with one of everything, and what it holds in plain words."""
    folder.mkdir(parents=True)
    store = empty_vault(Vault(folder), version)
    full, small = full_case(), small_case("an old text")
    store.add_cases([full, small])
    with store.write() as tx:
        store.statements.save_draft(tx, small.statements[0].id, "an old text, changed", 3)
        store.statements.freeze(tx, small.statements[0].id, RevisionReason.FINALISED)
    with store.write(Action.SETTINGS_CHANGED) as tx:
        store.settings.set(tx, "recorded", {"by": "version", "number": version})
    if version > 1:
        with store.write(Action.EXPORTED, "b-1") as tx:
            store.releases.record(tx, "b-1", "2022-06", [full.case.id], {"purpose": "analysis"})
    if version > 2:
        with store.write() as tx:
            for case_id in (None, full.case.id):
                ruling = Ruling(RulingId(new_id()), Decision.KEEP, "harp", case_id=case_id)
                store.rulings.put(tx, ruling)
    if version > 3:
        with store.write(Action.SECOND_LOOK, full.statements[0].id) as tx:
            look = Look(full.statements[0].id, bytes(32), "", "I-2", tx.at)
            store.looks.add(tx, full.case.id, look)
    _add_notes(store, version, full.case.id, small.case.id)
    words = {
        "codes": [file.case.code for file in store.cases.files()],
        "texts": [file.statements[0].text for file in store.cases.files()],
        "names": list(full.persons[0].answers["names"].texts),
        "revisions": [len(store.statements.revisions(f.statements[0].id)) for f in (full, small)],
        "marks": [[mark.start, mark.end] for mark in full.marks[full.statements[0].id]],
        "until": "2027-05-26",
        "bundles": [each.bundle_id for each in store.releases.all()] if version > 1 else [],
        "rulings": [each.words for each in store.rulings.of_vault()] if version > 2 else [],
        "looks": [each.by for each in store.looks.of(full.statements[0].id)] if version > 3 else [],
    }
    store.close()
    content = json.dumps(words, ensure_ascii=False, indent=1) + "\n"
    (folder / WORDS).write_text(content, encoding="utf-8")


def main(folder: Path) -> None:
    """Record what is missing."""
    for version in range(1, NEWEST + 1):
        place = folder / f"version-{version}"
        if not place.exists():
            record(place, version)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
