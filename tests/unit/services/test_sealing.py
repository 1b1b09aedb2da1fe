"""A sealed case is in its parcel whole, opens for nobody here, and leaves nothing to guess from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intake.domain.audit import Action
from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.marks import Decision, MarkKind
from intake.domain.progress import CancelToken
from intake.errors import (
    DestinationExistsError,
    PartlySealedError,
    RefusedError,
    RollbackError,
    UsageError,
    VaultDamagedError,
    WrongKeyError,
    WrongRecoveryKeyError,
)
from intake.export.parcel import Parcel, read_parcel, write_parcel
from intake.export.terms import Policy
from intake.services import (
    backups,
    cases,
    exports,
    local_backups,
    rulings,
    sealing,
    settings,
    team,
    unfinished,
    vaults,
    what_is_left,
)
from intake.services.plans import ExportRequest
from intake.services.released import released_units
from intake.services.session import VaultSession
from intake.services.settings import Place
from intake.store.connection import PAGE_BYTES, Row
from intake.store.migrations import NEWEST
from intake.store.tables import TABLES, Guard
from intake.vault import folder
from tests.pages import TAIL_BYTES, plain_page
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.making import document, fill, name_of
from tests.unit.services.parcel_making import filled, sent
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"


@pytest.fixture
def pair(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[tuple[VaultSession, VaultSession]]:
    """Yield a vault in the field and that of the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (field, office):
        yield field, office


def test_a_sealed_case_is_gone_and_its_parcel_opens_for_the_office_alone(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, office = pair
    case_id = filled(field)
    before = field.store.parcels.rows_of(case_id)
    parcel = sent(field, case_id, tmp_path, OFFICE)
    assert field.store.cases.count() == 0
    with team.keyring(office) as key:
        opened = read_parcel(parcel, key.identity, newest=NEWEST)
    assert isinstance(opened.content, Parcel)
    assert opened.content.rows == before
    with team.keyring(field) as own, pytest.raises(WrongKeyError):
        read_parcel(parcel, own.identity, newest=NEWEST)
    (note,) = field.store.parcels.sealed()
    assert note.label == ""
    assert len(note.month) == len("2026-01")
    assert parcel.name.startswith(note.parcel_id[:8])
    assert field.store.audit.newest()[0].action is Action.CASE_SEALED
    made = field.store._db.rows("SELECT made FROM own_keys")
    assert all(str(each).endswith("-01T00:00:00.000000+00:00") for (each,) in made)


def pages_of(path: Path, key: bytearray) -> bytes:
    """Return every page of a vault's database in clear, the free ones too, as one plain file."""
    content = path.read_bytes()
    clear = bytearray(b"SQLite format 3\0")
    for start in range(0, len(content), PAGE_BYTES):
        page = content[start : start + PAGE_BYTES]
        clear += plain_page(page, bytes(key), is_first=start == 0) + bytes(TAIL_BYTES)
    return bytes(clear)


def values_left(pages: bytes) -> set[bytes]:
    """Return every value in every table, the hidden ones of the search index too."""
    db = sqlite3.connect(":memory:")
    db.deserialize(pages[:18] + b"\x01\x01" + pages[20:])  # a log would have no place in memory
    real = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    rows = (row for (name,) in db.execute(real) for row in db.execute(f"SELECT * FROM {name}"))
    values = {value.encode() if isinstance(value, str) else value for row in rows for value in row}
    return {each for each in values if isinstance(each, bytes) and each}


Rows = dict[str, list[Row]]


def guesses(rows: Rows, left: set[bytes]) -> set[bytes]:
    """Return all digests of rows that somebody could make who knows everything but the salt."""
    salts = {b"", *(each for each in left if 16 <= len(each) <= 64)}
    made: set[bytes] = set()
    for table in TABLES:
        for row in rows.get(table.name, ()):
            made |= {table.digest(row, salt) for salt in salts}
            for value in row:
                raw = value.encode() if isinstance(value, str) else value
                if isinstance(raw, bytes) and raw:
                    made |= {hashlib.sha256(raw).digest(), hashlib.blake2b(raw).digest()[:32]}
                    made |= {hashlib.sha256(raw).hexdigest().encode()}
    return made


def all_rows(session: VaultSession, case_id: CaseId) -> Rows:
    """Return all guarded rows of a case with their columns in order, handle and salt too."""
    db = session.store._db  # what the repositories would leave out counts here
    found: Rows = {}
    for table in TABLES:
        if table.name == "cases" or "case_id" in table.columns:
            owner = "id" if table.name == "cases" else "case_id"
            live = table.guard is Guard.LIVE
            rows = db.rows(f"{table.select} WHERE {owner} = ?", (case_id,))
            found[table.name] = [tuple(row[:-1]) if live else row for row in rows]
    return found


def released_with_others(session: VaultSession, out: Path) -> CaseId:
    """Let six cases leave in a bundle and return one of them."""
    ids = fill(session, *(document(number) for number in range(1, 7)))
    request = ExportRequest(
        Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True, seed=bytes(32)
    )
    exports.write(session, exports.plan(session, request), out)
    return ids[0]


def test_nothing_left_names_the_case_or_can_be_guessed_back(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = released_with_others(field, tmp_path / "bundle")
    settings.remember_place(field, Place(case_id, "identity"))
    rulings.add(field, name_of(1).split()[1], Decision.MASK, MarkKind.PERSON)
    rows = all_rows(field, case_id)
    named = {name_of(1).split()[1], name_of(1), case_id}
    code = field.store.cases.get(case_id).code
    handle = str(dict(zip(TABLES[0].columns, rows["cases"][0], strict=True))["handle"])
    result = sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path)
    assert result.words == 1
    recovery = vaults.new_recovery_key()
    path = field.path
    sealing.finish(field, secret(), recovery, CHEAP)
    opened = folder.open_headers(path, passphrase=secret())
    with opened.keys, vaults.raw(opened.keys.database) as key:
        pages = pages_of(path / folder.DATABASE_NAME, key)
    lowered = pages.lower()
    for text in (*named, code):
        assert text.encode().lower() not in lowered, text
    left = values_left(pages)
    assert handle.encode() in left  # in the chain, where it leads to nothing
    assert not guesses(rows, left) & left


def test_a_salt_that_stays_would_be_caught(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    rows = all_rows(field, case_id)
    salt = dict(zip(TABLES[0].columns, rows["cases"][0], strict=True))["salt"]
    sent(field, case_id, tmp_path, OFFICE)
    with field.store.write() as tx:
        assert isinstance(salt, bytes)
        field.store.keys.set_own(tx, "leak", bytearray(salt), "")
    field.store.checkpoint()
    path = field.path
    opened = folder.open_headers(path, passphrase=secret())
    field.close()
    with opened.keys, vaults.raw(opened.keys.database) as key:
        left = values_left(pages_of(path / folder.DATABASE_NAME, key))
    assert guesses(rows, left) & left


def test_of_a_bundle_only_who_is_sealed_is_forgotten(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = released_with_others(field, tmp_path / "bundle")
    before = field.store.releases.traces()
    sent(field, case_id, tmp_path, OFFICE)
    after = field.store.releases.traces()
    assert len(before - after) >= 1
    assert after
    assert vaults.check(field).good
    assert {each.cases for each in field.store.releases.all()} == {6}


def test_the_persons_other_case_here_counts_as_left(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = released_with_others(field, tmp_path / "bundle")
    (other,) = fill(field, document(1))
    sent(field, case_id, tmp_path, OFFICE)
    units = field.people.units(field.store)
    assert units[other] in released_units(field, units)


def test_drafts_are_refused_unless_everything_goes(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    cases.set_status(field, case_id, CaseStatus.DRAFT)
    with pytest.raises(RefusedError, match="draft"):
        sent(field, case_id, tmp_path, OFFICE)
    assert list(tmp_path.glob("*.parcel")) == []
    sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path, drafts=True)
    assert field.store.cases.count() == 0


@pytest.mark.parametrize("to", [(), ("Nobody",)])
def test_without_a_trusted_key_nothing_is_sealed(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], to: tuple[str, ...]
) -> None:
    field, _ = pair
    with pytest.raises(UsageError):
        sent(field, filled(field), tmp_path, *to)
    assert field.store.cases.count() == 1


def test_the_vaults_own_key_is_never_a_recipient(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    team.pin(field, "Myself", team.own_key(field))
    with pytest.raises(UsageError, match="own key"):
        sent(field, filled(field), tmp_path, OFFICE, "Myself")
    assert field.store.cases.count() == 1


def test_a_parcel_that_cannot_be_written_leaves_the_case(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    with pytest.raises(UsageError):
        sent(field, case_id, tmp_path / "nowhere", OFFICE)
    assert field.store.cases.ids() == (case_id,)


def test_a_vault_in_doubt_seals_nothing(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    field.store._db.execute("UPDATE statements SET caret = caret + 1")
    with pytest.raises(RollbackError):
        sent(field, case_id, tmp_path, OFFICE)
    with pytest.raises(VaultDamagedError):
        sent(field, case_id, tmp_path, OFFICE)
    assert list(tmp_path.glob("*.parcel")) == []


def test_a_vault_that_was_put_back_can_be_handed_over(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    field.store.mark_rolled_back("database")
    assert sent(field, case_id, tmp_path, OFFICE).exists()
    assert field.rollback == "database"


def test_stopped_between_two_cases_each_is_sealed_whole_or_not_at_all(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    field, _ = pair
    ids = fill(field, document(1), document(2))
    cancel = CancelToken()

    def written(*arguments: Any) -> None:
        write_parcel(*arguments)
        cancel.cancel()

    monkeypatch.setattr(sealing, "write_parcel", written)
    with pytest.raises(PartlySealedError, match="it was stopped") as caught:
        sealing.seal(field, ids, to=[OFFICE], into=tmp_path, cancel=cancel)
    (file,) = tmp_path.glob("*.parcel")
    assert str(file) in str(caught.value)  # there is no other copy of the case
    assert field.store.cases.count() == 1
    assert field.store.cases.count() + len(list(tmp_path.glob("*.parcel"))) == 2
    assert len(field.store.parcels.sealed()) == len(list(tmp_path.glob("*.parcel")))


def test_finishing_takes_new_keys_and_the_old_backups_with_it(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    filled(field, 2)
    backup = backups.backup(field, tmp_path / "stick", secret()).path
    backups.backup(field, tmp_path / "gone", secret())
    (tmp_path / "gone").rename(tmp_path / "in a drawer")
    sent(field, case_id, tmp_path, OFFICE)
    assert local_backups.awaits_rekey(field)
    assert local_backups.look(field).outdated == (backup,)
    path, recovery = field.path, vaults.new_recovery_key()
    ended = sealing.finish(field, secret(), recovery, CHEAP)
    assert ended.destroyed == (backup,)
    assert ended.out_of_reach == (tmp_path / "gone",)
    assert not backup.exists()
    again = vaults.unlock(path, secret())
    assert not local_backups.awaits_rekey(again)
    assert again.store.cases.count() == 1
    fresh = backups.backup(again, tmp_path / "stick", secret()).path
    assert local_backups.look(again).outdated == ()
    (tmp_path / "in a drawer").rename(tmp_path / "gone")
    assert len(local_backups.look(again).outdated) == 1
    assert fresh.exists()
    again.close()


def test_the_recovery_key_can_stay_if_it_is_the_vaults(
    pair: tuple[VaultSession, VaultSession], template: Template
) -> None:
    field, _ = pair
    path = field.path
    typed = secret("-".join(template.recovery.groups))
    known = sealing.known_recovery(field, typed)
    sealing.finish(field, secret(), known, CHEAP)
    folder.open_headers(path, recovery=template.recovery).keys.wipe()


def test_another_recovery_key_is_refused(pair: tuple[VaultSession, VaultSession]) -> None:
    field, _ = pair
    with vaults.new_recovery_key() as other:
        typed = secret("-".join(other.groups))
    with pytest.raises(WrongRecoveryKeyError):
        sealing.known_recovery(field, typed)


def test_labels_are_plain_and_short(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    with pytest.raises(UsageError, match="80"):
        sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path, label="x" * 81)
    sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path, label="blue folder")
    assert [each.label for each in field.store.parcels.sealed()] == ["blue folder"]


def test_a_file_in_the_way_is_never_overwritten(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    field, _ = pair
    case_id = filled(field)
    monkeypatch.setattr(sealing, "new_id", lambda: "ab" * 16)
    (tmp_path / "abababab.parcel").write_bytes(b"mine")
    with pytest.raises(DestinationExistsError):
        sent(field, case_id, tmp_path, OFFICE)
    assert (tmp_path / "abababab.parcel").read_bytes() == b"mine"
    assert field.store.cases.count() == 1


def test_strange_files_in_the_vaults_folder_stop_everything_before_it_begins(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    (field.path / ".DS_Store").touch()
    with pytest.raises(UsageError, match="DS_Store"):
        sent(field, case_id, tmp_path, OFFICE)
    with pytest.raises(UsageError, match="DS_Store"):
        sealing.finish(field, secret(), vaults.new_recovery_key(), CHEAP)
    assert field.store.cases.count() == 1


def test_parcels_do_not_go_into_the_vault(pair: tuple[VaultSession, VaultSession]) -> None:
    field, _ = pair
    case_id = filled(field)
    with pytest.raises(UsageError, match="outside"):
        sent(field, case_id, field.path, OFFICE)
    assert field.store.cases.count() == 1


def test_a_new_passphrase_is_no_new_key(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    sent(field, filled(field), tmp_path, OFFICE)
    vaults.change_passphrase(field, secret(), secret(), CHEAP)
    assert local_backups.awaits_rekey(field)


def test_backups_that_were_moved_or_renamed_are_named(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    filled(field)
    moved = backups.backup(field, tmp_path / "stick", secret()).path
    renamed = backups.backup(field, tmp_path / "stick", secret()).path
    moved.rename(tmp_path / "elsewhere")
    renamed.rename(tmp_path / "stick" / "my copy")
    found = local_backups.look(field).out_of_reach
    assert {moved, renamed, tmp_path / "stick" / "my copy"} <= set(found)


def test_a_look_reads_each_header_once_and_remembers_nothing(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    field, _ = pair
    sent(field, filled(field), tmp_path, OFFICE)
    stick = tmp_path / "stick"
    made = [backups.backup(field, stick, secret()).path for _ in range(3)]
    read: list[Path] = []
    describing = folder.describe

    def describe(path: Path) -> folder.VaultInfo:
        read.append(path)
        return describing(path)

    monkeypatch.setattr(folder, "describe", describe)
    assert what_is_left.what_is_left(field).out_of_reach == ()
    assert sorted(read) == sorted([field.path, *made])
    stick.rename(tmp_path / "drawer")  # nothing in the vault tells of this
    assert set(what_is_left.what_is_left(field).out_of_reach) == {stick}
    (tmp_path / "drawer").rename(stick)
    assert what_is_left.what_is_left(field).out_of_reach == ()


def test_what_was_typed_and_is_no_answer_is_not_lost(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    unfinished.keep(field, case_id, {"left_on": "typed"})
    with pytest.raises(RefusedError, match="no answer yet"):
        sent(field, case_id, tmp_path, OFFICE)


def test_words_of_a_list_go_in_every_case_of_a_name(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    rulings.add(field, name_of(1).split()[1] + "am", Decision.MASK, MarkKind.PERSON)
    result = sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path)
    assert result.words == 1
