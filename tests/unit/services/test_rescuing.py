"""What can be read in a damaged vault is rescued, what is lost is named, and nothing is let out."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.case import CaseFile
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId, MarkId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.parcel import ReceivedCase, SealedCase
from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DamagedError,
    DestinationExistsError,
    InUseError,
    NoFolderError,
    RollbackError,
    WrongPassphraseError,
)
from intake.services import (
    cases,
    interviews,
    rescuing,
    vaults,
)
from intake.services.rescuing import Rescued, RescuedCase, rescue_into
from intake.services.session import VaultSession
from intake.store.connection import Database
from intake.vault.secret import Secret
from tests.pages import plain_page
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.making import document, fill

PAGE = 4096
CASES = 12
LONG = "Invented words, many of them. " * 800
pytestmark = pytest.mark.usefixtures("shared_derivations")


@pytest.fixture
def damaged(tmp_path: Path, template: Template, open_vault: OpenVault) -> Path:
    """Return a closed vault with some cases; tests damage it."""
    session = open_vault(template.copy_to(tmp_path))
    fill(session, *(document(number, statement=f"{number} {LONG}") for number in range(CASES)))
    session.close()
    return session.path


def root_of(path: Path, template: Template, name: str) -> int:
    """Return the page without which nothing of a table or index can be read."""
    with vaults.raw(template.opened.keys.database) as key:
        db = Database.open(path / "vault.db", key)
        try:
            return db.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
        finally:
            db.close()


def plain_pages(path: Path, template: Template) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of every page but the first, decrypted by hand."""
    content = (path / "vault.db").read_bytes()
    for number in range(2, len(content) // PAGE + 1):
        page = content[(number - 1) * PAGE : number * PAGE]
        yield number, plain_page(page, bytes(template.opened.keys.database.view()))


def pages_with(path: Path, template: Template, words: str) -> list[int]:
    """Return the pages that hold nothing but text, and these words of it."""
    return [
        number
        for number, text in plain_pages(path, template)
        if text[:1] == b"\0" and words.encode() * 3 in text  # a pointer, and no head of a tree
    ]


def rows_by_page(path: Path, template: Template, marks: dict[str, bytes]) -> dict[int, set[str]]:
    """Return which rows each page of a table holds, told by bytes that only they have."""
    found = {
        number: {name for name, mark in marks.items() if mark in text}
        for number, text in plain_pages(path, template)
        if text[:1] == b"\x0d"  # the head of a page with rows of a table
    }
    return {number: names for number, names in found.items() if names}


def revise(path: Path, open_vault: OpenVault, words: str) -> str:
    """Type another text over the statement of one case, without freezing it; return its code."""
    session = open_vault(path)
    case_id = session.store.cases.ids()[0]
    statement = session.store.statements.of(case_id)[0]
    with session.store.write() as tx:
        session.store.statements.save_draft(tx, statement.id, words * 2000, 0)
    code = session.store.cases.get(case_id).code
    session.close()
    return code


def spoil(path: Path, *pages: int) -> None:
    content = bytearray((path / "vault.db").read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 50] ^= 1
    (path / "vault.db").write_bytes(content)


def files_in(path: Path) -> dict[str, CaseFile]:
    session = vaults.unlock(path, secret())
    try:
        assert vaults.check(session).good
        return {file.case.code: file for file in session.store.cases.files()}
    finally:
        session.close()


def everything(found: Rescued) -> int:
    return len(found.whole) + len(found.partial) + len(found.gone) + found.nameless


def test_a_sound_vault_is_rescued_whole(damaged: Path, tmp_path: Path) -> None:
    before = files_in(damaged)
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert sorted(found.whole) == sorted(before)
    assert (found.partial, found.gone, found.nameless, found.lost) == ((), (), 0, ())
    assert files_in(tmp_path / "new") == before
    assert sorted(each.name for each in (tmp_path / "new").iterdir()) == [
        "header.0",
        "header.1",
        "mirror",
        "vault.db",
    ]


def test_it_is_found_in_searches_and_by_its_recovery_key(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    rescue_into(damaged, tmp_path / "new", secret())
    typed = Secret.from_text(" ".join(template.recovery.groups))
    session = vaults.unlock_with_recovery(tmp_path / "new", typed)
    assert len(session.store.search.find("invented")) == CASES
    session.close()


def test_a_rescued_vault_lets_nothing_out_until_a_person_says_so(
    damaged: Path, tmp_path: Path
) -> None:
    rescue_into(damaged, tmp_path / "new", secret())
    session = vaults.unlock(tmp_path / "new", secret())
    assert session.rollback == rescuing.RESCUED
    with pytest.raises(RollbackError):
        session.store.refuse_rollback()
    vaults.state_caught_up(session, no_bundle_since=True)
    session.store.soundness.require()
    session.close()


def test_the_damaged_vault_stays_as_it_is(damaged: Path, tmp_path: Path) -> None:
    spoil(damaged, 20)
    (damaged / "header.1").write_bytes(b"damaged")
    before = {path.name: path.read_bytes() for path in damaged.iterdir()}
    rescue_into(damaged, tmp_path / "new", secret())
    assert {path.name: path.read_bytes() for path in damaged.iterdir()} == before


def test_a_text_that_is_lost_comes_from_its_newest_revision(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    before = files_in(damaged)
    code = revise(damaged, open_vault, "Newer words. ")
    spoil(damaged, pages_with(damaged, template, "Newer words. ")[0])
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert everything(found) == CASES
    assert found.partial == (RescuedCase(code, ("statements",)),)
    after = files_in(tmp_path / "new")
    assert set(after) == set(before)
    for each, file in after.items():
        assert [s.text for s in file.statements] == [s.text for s in before[each].statements]
    assert all(statement.reviewed_digest is None for statement in after[code].statements)


def test_a_text_that_is_lost_with_its_revisions_leaves_the_rest_of_the_case(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    spoil(damaged, *pages_with(damaged, template, "Invented words, many of them. "))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert everything(found) == CASES
    assert {each.lost for each in found.partial} == {("statements", "revisions")}
    for file in files_in(tmp_path / "new").values():
        assert not any(statement.text for statement in file.statements)
        assert file.consent is not None
        assert file.interviews[0].answers


def test_consents_that_are_not_all_there_are_not_taken(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    before = files_in(damaged)
    assert all(file.consent is not None for file in before.values())
    spoil(damaged, root_of(damaged, template, "consents"))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert {lost for each in found.partial for lost in each.lost} == {"consents"}
    after = files_in(tmp_path / "new")
    assert len(after) == CASES
    assert all(after[each.code].consent is None for each in found.partial)


def test_lost_marks_send_a_statement_back_to_review(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    session = open_vault(template.copy_to(tmp_path))
    [case_id] = fill(session, document())
    statement = session.store.statements.of(case_id)[0]
    mark = Mark(MarkId("m"), 0, 4, MarkKind.PERSON, Decision.MASK)
    with session.store.write() as tx:
        session.store.marks.replace(tx, statement.id, (mark,))
        session.store.statements.set_reviewed(tx, statement.id, statement.digest)
    session.close()
    spoil(session.path, root_of(session.path, template, "marks"))
    found = rescue_into(session.path, tmp_path / "new", secret())
    assert [each.lost for each in found.partial] == [("marks",)]
    [file] = files_in(tmp_path / "new").values()
    assert file.statements[0].reviewed_digest is None


def test_without_its_row_a_case_is_lost_and_named(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    before = files_in(damaged)
    spoil(damaged, root_of(damaged, template, "cases"))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert sorted(found.gone) == sorted(before)
    assert not found.whole
    assert found.nameless == 0


def test_cases_that_no_list_knows_are_counted(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    for name in ("cases", "sqlite_autoindex_cases_1", "sqlite_autoindex_cases_2"):
        spoil(damaged, root_of(damaged, template, name))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert (found.whole, found.gone) == ((), ())
    assert found.nameless == CASES


@pytest.mark.parametrize("name", ["interviews", "persons", "events", "event_persons", "answers"])
def test_a_lost_table_costs_what_was_in_it_and_no_more(
    damaged: Path, tmp_path: Path, template: Template, name: str
) -> None:
    before = files_in(damaged)
    spoil(damaged, root_of(damaged, template, name))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert len(found.partial) == CASES
    assert all(name in each.lost for each in found.partial)
    after = files_in(tmp_path / "new")
    for code, file in after.items():
        assert [s.text for s in file.statements] == [s.text for s in before[code].statements]


@pytest.mark.parametrize("name", ["settings", "bundles", "audit", "trusted_keys", "own_keys"])
def test_what_is_lost_of_the_vault_itself_is_named(
    damaged: Path, tmp_path: Path, template: Template, name: str
) -> None:
    spoil(damaged, root_of(damaged, template, name))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert name in found.lost
    assert len(files_in(tmp_path / "new")) == CASES


def test_writes_that_were_in_a_damaged_log_are_missed(
    damaged: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    session = open_vault(damaged)
    session.store.checkpoint()
    case_id = session.store.cases.ids()[0]
    cases.withdraw(session, case_id, Withdrawal(day="2026-02-01"))
    session.abandon()
    log = damaged / "vault.db-wal"
    content = bytearray(log.read_bytes())
    content[60] ^= 1
    log.write_bytes(content)
    assert rescue_into(damaged, tmp_path / "new", secret()).unsaved == 1


def test_with_a_whole_log_nothing_is_missed(
    damaged: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    session = open_vault(damaged)
    cases.withdraw(session, session.store.cases.ids()[0], Withdrawal(day="2026-02-01"))
    session.abandon()
    assert rescue_into(damaged, tmp_path / "new", secret()).unsaved == 0


def note(path: Path, open_vault: OpenVault, *notes: SealedCase | ReceivedCase) -> None:
    """Keep notes of parcels in a closed vault."""
    session = open_vault(path)
    with session.store.write() as tx:
        for each in notes:
            if isinstance(each, SealedCase):
                session.store.parcels.note_sealed(tx, each)
            else:
                session.store.parcels.note_received(tx, each)
    session.close()


def received(number: int, case_id: CaseId, rival: CaseId | None = None) -> ReceivedCase:
    return ReceivedCase(f"{number:032x}", case_id, "2022-05", "Invented office", rival)


def notes_in(path: Path) -> tuple[tuple[SealedCase, ...], tuple[ReceivedCase, ...]]:
    session = vaults.unlock(path, secret())
    try:
        assert vaults.check(session).good
        return session.store.parcels.sealed(), session.store.parcels.received()
    finally:
        session.close()


def test_notes_of_parcels_come_along_and_two_versions_stay_two(
    damaged: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    ids = [file.case.id for file in files_in(damaged).values()]
    sealed = SealedCase("a" * 32, "2022-06", "invented label")
    note(damaged, open_vault, sealed, received(1, ids[0]), received(2, ids[1], rival=ids[2]))
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert (len(found.whole), found.lost) == (CASES, ())
    assert notes_in(tmp_path / "new") == (
        (sealed,),
        (received(1, ids[0]), received(2, ids[1], rival=ids[2])),
    )
    session = vaults.unlock(tmp_path / "new", secret())
    assert session.store.parcels.rivals() == {ids[1], ids[2]}
    session.close()


def test_notes_on_both_sides_of_a_damaged_page_are_taken(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    chance = random.Random(5)
    notes = [
        SealedCase(f"{chance.getrandbits(128):032x}", "2022-06", f"Invented {number}. " * 20)
        for number in range(60)
    ]
    note(damaged, open_vault, *notes)
    labels = {each.parcel_id: each.label.encode() for each in notes}
    pages = rows_by_page(damaged, template, labels)
    assert len(pages) > 4
    in_the_middle = sorted(pages)[len(pages) // 2]
    spoil(damaged, in_the_middle)
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert (len(found.whole), found.lost) == (CASES, ("parcels",))
    sealed, _ = notes_in(tmp_path / "new")
    assert {each.parcel_id for each in sealed} == set(labels) - pages[in_the_middle]


def test_a_version_that_is_lost_is_no_rival_but_others_of_the_same_case_still_are(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    session = open_vault(damaged)
    rows = session.store._db.rows("SELECT id, salt FROM cases")
    salts = {str(case_id): salt for case_id, salt in rows if isinstance(salt, bytes)}
    session.close()
    pages = rows_by_page(damaged, template, salts)
    assert len(pages) > 1
    page = min(pages, key=lambda number: len(pages[number]))
    lost, *_ = (CaseId(each) for each in sorted(pages[page]))
    there = [CaseId(each) for each in sorted(salts.keys() - pages[page])]
    note(
        damaged,
        open_vault,
        received(1, there[0], rival=lost),
        received(2, there[1], rival=lost),
        received(3, there[2]),
        received(4, there[3], rival=there[2]),
        received(5, lost, rival=there[0]),
    )
    spoil(
        damaged,
        *(number for number, ids in rows_by_page(damaged, template, salts).items() if lost in ids),
    )
    found = rescue_into(damaged, tmp_path / "new", secret())
    assert "parcels" in found.lost
    assert notes_in(tmp_path / "new")[1] == (
        received(1, there[0]),
        received(2, there[1], rival=there[0]),
        received(3, there[2]),
        received(4, there[3], rival=there[2]),
    )


def test_releases_come_with_their_bundle_or_everybody_counts_as_left(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    session = open_vault(damaged)
    case_id = session.store.cases.ids()[0]
    with session.store.write() as tx:
        session.store.releases.record(tx, "ab" * 16, "2022-06", [case_id], {})
    session.close()
    sound = Path(shutil.copytree(damaged, tmp_path / "sound"))
    spoil(damaged, root_of(damaged, template, "bundles"))
    assert rescue_into(sound, tmp_path / "whole", secret()).lost == ()
    assert rescue_into(damaged, tmp_path / "new", secret()).lost == ("bundles",)
    left = {}
    for name in ("whole", "new"):
        session = vaults.unlock(tmp_path / name, secret())
        assert vaults.check(session).good
        left[name] = session.store.releases.bundles_of(case_id)
        assert len(session.store.releases.released_cases()) == (1 if name == "whole" else CASES)
        session.close()
    assert left["whole"] == ("ab" * 16,)
    assert len(left["new"]) == 1, "nobody can tell who has left, so all have"
    assert left["new"] != left["whole"]


@pytest.mark.no_cover
def test_whatever_page_is_damaged_nothing_is_made_up(
    damaged: Path, tmp_path: Path, template: Template
) -> None:
    """Pages at random: each case is whole, in part or gone, and whole ones are as they were."""
    before = files_in(damaged)
    chance = random.Random(7)
    count = (damaged / "vault.db").stat().st_size // PAGE
    rescued = 0
    for number in range(10):
        copy = Path(shutil.copytree(damaged, tmp_path / f"copy-{number}"))
        spoil(copy, *chance.sample(range(2, count + 1), 3))
        new = tmp_path / f"new-{number}"
        try:
            found = rescue_into(copy, new, secret())
        except DamagedError:
            assert not new.exists()
            continue
        rescued += 1
        assert everything(found) >= CASES
        after = files_in(new)
        assert set(after) == {*found.whole, *(each.code for each in found.partial)}
        for code in found.whole:
            assert after[code] == before[code]
    assert rescued > 6


def test_newest_writes_that_are_still_in_the_log_are_rescued(
    damaged: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    session: VaultSession = open_vault(damaged)
    file = interviews.begin(session, language="en").file
    copy = Path(shutil.copytree(damaged, tmp_path / "cut off"))
    session.close()
    found = rescue_into(copy, tmp_path / "new", secret())
    assert CaseId(file.case.id)
    assert file.case.code in found.whole


def test_what_cannot_be_rescued_is_told_and_leaves_nothing(
    damaged: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    with pytest.raises(WrongPassphraseError):
        rescue_into(damaged, tmp_path / "new", secret("not the one at all, sorry"))
    with pytest.raises(DestinationExistsError):
        rescue_into(damaged, damaged, secret())
    with pytest.raises(NoFolderError):
        rescue_into(damaged, tmp_path / "nowhere" / "new", secret())
    session = open_vault(damaged)
    with pytest.raises(InUseError):
        rescue_into(damaged, tmp_path / "new", secret())
    session.close()
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        rescue_into(damaged, tmp_path / "new", secret(), cancel=cancel)
    spoil(damaged, 1)
    with pytest.raises(DamagedError):
        rescue_into(damaged, tmp_path / "new", secret())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["vault"]
