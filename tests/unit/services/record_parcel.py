"""Records a parcel and a recall as test vectors; run once per version of format or schema, by hand.

``python -m tests.unit.services.record_parcel`` records what this program writes, for the fixed keys
of the recorded ones, unless it is there. A recorded parcel is never made anew: it stands for those
that people have sent and that nobody has received yet.
"""

from __future__ import annotations

import base64
import json
import tempfile
from pathlib import Path

from intake.domain.ids import RulingId, new_id
from intake.domain.marks import Decision
from intake.domain.rulings import Ruling
from intake.domain.second_look import Look
from intake.export import parcel
from intake.export.keys import VaultKeyring
from intake.services import sealing, team, vaults
from intake.services.session import VaultSession
from intake.store.migrations import NEWEST
from intake.vault.secret import Secret
from tests.unit.services.conftest import CHEAP, secret
from tests.unit.services.making import document, fill, review_everything

VECTORS = Path(__file__).parents[2] / "vectors" / "export"
FIRST = VECTORS / "parcel_1.json"  # which holds the keys of all


def place_of(version: int, schema: int) -> Path:
    """Return where a parcel of a format and a schema version is recorded."""
    return VECTORS / f"parcel_{version}_schema_{schema}.json"


def fixed_keys(session: VaultSession, keys: str) -> None:
    """Give a vault keys that were recorded."""
    with session.store.write() as tx:
        session.store.keys.set_own(tx, "keyring", bytearray(base64.b64decode(keys)), "")


def _filled(session: VaultSession) -> None:
    """Store one invented case with something in every table that travels."""
    (case_id,) = fill(session, document(1))
    review_everything(session)
    (statement, *_) = session.store.statements.of(case_id)
    with session.store.write() as tx:
        session.store.rulings.put(
            tx, Ruling(RulingId(new_id()), Decision.KEEP, "harp", case_id=case_id)
        )
        look = Look(statement.id, bytes(32), "", "", tx.at, objects=True)
        session.store.looks.add(tx, case_id, look)
        session.store.releases.record(tx, "0a" * 16, "2022-06", [case_id], {"purpose": "analysis"})


def record(path: Path, keys: dict[str, str], place: Path) -> None:
    """Seal an invented case for the office whose key was recorded, recall it, and write both."""
    with vaults.new_recovery_key() as recovery, secret() as passphrase:
        session = vaults.create(
            place / "field", name="Field", passphrase=passphrase, recovery=recovery, costs=CHEAP
        )
    try:
        fixed_keys(session, keys["field"])
        public = place / "office.pub"
        with Secret(base64.b64decode(keys["office"])) as stored:
            office = VaultKeyring.from_bytes(stored).public_key("Office")
        public.write_text(office.text, "utf-8")
        team.trust(session, "Office", public)
        _filled(session)
        rows = session.store.parcels.rows_of(session.store.cases.ids()[0])
        assert all(rows.values()), "nothing is recorded of a table without a row"
        sealed = sealing.seal(session, session.store.cases.ids(), to=["Office"], into=place)
        (parcel_id,) = (each.parcel_id for each in session.store.parcels.sealed())
        recall = place / "recall"
        sealing.write_recall(
            session, parcel_id, to=["Office"], out=recall, day="2022-07-01", erase=False
        )
    finally:
        session.close()
    made = {
        "format": parcel.FORMAT,
        "schema": NEWEST,
        **keys,
        "parcel": base64.b64encode(sealed.files[0].read_bytes()).decode("ascii"),
        "recall": base64.b64encode(recall.read_bytes()).decode("ascii"),
    }
    path.write_text(json.dumps(made, indent=1) + "\n", "utf-8")


def main() -> None:
    """Record what is missing."""
    path = place_of(parcel._VERSION, NEWEST)
    known = json.loads(FIRST.read_text("utf-8"))
    keys = {name: known[name] for name in ("office", "field", "field_public")}
    with tempfile.TemporaryDirectory() as place:
        if not path.exists():
            record(path, keys, Path(place))


if __name__ == "__main__":
    main()
