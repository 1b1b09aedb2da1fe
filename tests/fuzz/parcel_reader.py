"""The reader of parcels for the fuzzers: a whole vault, which has to live with what it takes in."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from intake.domain.consent import RecipientGroup, Withdrawal
from intake.domain.ids import CaseId
from intake.errors import IntakeError
from intake.export import canonical, keys, parcel
from intake.export.archive import BytesSource, write_archive
from intake.export.parcel import Parcel
from intake.export.recipients import HybridRecipient
from intake.services import cases, parcels, team, vaults
from intake.services.parcels import Outcome
from intake.services.session import VaultSession
from intake.services.what_is_left import what_is_left
from intake.store.migrations import NEWEST
from intake.store.parcel_rows import require_one_case
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret
from tests.unit.export.containers import sealed
from tests.unit.export.test_looks import keyring
from tests.unit.services.making import document, fill, review_everything

_PASSPHRASE = "velvet ladder invented canyon pepper oblong"


def _sent(content: bytes, path: Path, recipient: HybridRecipient) -> None:
    """Write a parcel that a trusted colleague turned hostile has signed around any content."""
    signer = keyring().signer(RecipientGroup.TEAM)
    sample = Parcel("ab" * 16, "2022-05", NEWEST, {})
    manifest = parcel._manifest(sample, parcel._CASE, content, [recipient], signer)
    signed = canonical.encode(manifest)
    signature = signer.sign(parcel._signed(parcel.FORMAT, signed))
    members = {
        parcel._MANIFEST: signed,
        parcel._SIGNATURE: keys.to_base64(signature).encode() + b"\n",
        parcel._CASE: content,
    }
    sink = io.BytesIO()
    write_archive([BytesSource(name, each) for name, each in members.items()], sink.write)
    path.write_bytes(sealed(sink.getvalue(), recipient))


class Office:
    """A vault that trusts the colleague; made once, and what it takes in goes again."""

    session: VaultSession | None = None

    @classmethod
    def open(cls, place: Path) -> VaultSession:
        """Return the vault, made at the first call."""
        if cls.session is None:
            with Secret.from_text(_PASSPHRASE) as passphrase, vaults.new_recovery_key() as key:
                cls.session = vaults.create(
                    place / "office",
                    name="Office",
                    passphrase=passphrase,
                    recovery=key,
                    costs=KdfCosts(64 * 1024, 3, 1),
                )
            public = place / "colleague.pub"
            public.write_text(keyring().public_key("Colleague").text, "utf-8")
            team.trust(cls.session, "colleague", public)
        return cls.session

    @classmethod
    def close(cls) -> None:
        """Close the vault; the next call makes another one."""
        if cls.session is not None:
            cls.session.close()
            cls.session = None


def read(content: bytes, place: Path) -> None:
    """Receive a parcel around the content, live with what was taken in, and erase it."""
    session = Office.open(place.parent)
    with team.keyring(session) as own:
        _sent(content, place / "parcel", own.identity.recipient())
    before = _held(session)
    try:
        came = parcels.receive(session, place / "parcel")
    except IntakeError:
        assert _held(session) == before, "what is refused leaves nothing"
        raise
    new = set(session.store.cases.ids()) - before[0]
    assert len(new) == 1
    assert came.outcome is Outcome.NEW
    for case_id in new:
        _live_with(session, case_id)
        _erase(session, case_id)
    assert _held(session)[:2] == before[:2]


def _held(session: VaultSession) -> tuple[frozenset[CaseId], tuple[object, ...], int, int]:
    """Return what a parcel could leave: cases, notes, releases, and events in the log."""
    store = session.store
    events = store._db.number("SELECT count(*) FROM audit")
    received = store.parcels.received()
    return frozenset(store.cases.ids()), received, len(store.releases.all()), events


def _erase(session: VaultSession, case_id: CaseId) -> None:
    """Erase a case with what stays of it, which would keep out all that comes after it."""
    cases.erase(session, case_id)
    with session.store.write() as tx:
        for name in ("erased_parcels", "erased_cases"):
            session.store.settings.set(tx, name, None)


def _live_with(session: VaultSession, case_id: CaseId) -> None:
    """Do what must be possible with every case that was taken in, and with its ledger."""
    session.people.units(session.store)
    what_is_left(session)
    withdrawn = cases.withdraw(session, case_id, Withdrawal(day="2022-05-27"))
    assert {each.bundle_id for each in withdrawn.bundles} <= {
        each.bundle_id for each in session.store.releases.all()
    }
    rows = session.store.parcels.rows_of(case_id)
    assert require_one_case(rows) == case_id, "what was taken in can be sent on"


def right(place: Path) -> list[bytes]:
    """Return the content of a parcel that is right."""
    return [canonical.encode(parcel._document_of(_made(place))[1])]


def _made(place: Path) -> Parcel:
    """Return the parcel of an invented case."""
    session = Office.open(place)
    (case_id,) = fill(session, document(1))
    review_everything(session)
    rows = session.store.parcels.rows_of(case_id)
    _erase(session, case_id)
    left_in = parcel.LeftIn("0a" * 16, "2022-05", "2022-05-26T00:00:00.000000+00:00", {"k": [1]})
    return Parcel("ab" * 16, "2022-05", NEWEST, rows, (left_in,), ("0b" * 16,))


def nearly(place: Path) -> list[bytes]:
    """Return contents that are nearly right."""
    made = _made(place)
    rows, (left_in,) = made.rows, made.releases
    (consent,) = rows["consents"]
    late = replace(left_in, made="9999-12-31T23:59:59.999999+00:00")
    flawed = (
        replace(made, releases=(left_in, left_in)),
        replace(made, releases=(late,)),
        replace(made, rows={**rows, "consents": ({**consent, "version": 2**63 - 1},)}),
        replace(made, rows={**rows, "consents": ({**consent, "body": b"[" * 9000 + b"]" * 9000},)}),
        replace(made, schema=NEWEST + 1),
        replace(made, schema=1),
        replace(made, rows={**rows, "looks": ({"id": "x"},)}),
    )
    documents = [parcel._document_of(each)[1] for each in flawed]
    return [*map(canonical.encode, documents), b'{"day":"2022-05-26","erase":true}\n']
