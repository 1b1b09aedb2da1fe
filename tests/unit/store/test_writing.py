"""One kind of write: all of it or nothing, with its audit event and what it touched."""

from __future__ import annotations

import pytest

from intake.domain.audit import Action
from intake.domain.changes import Noun
from intake.domain.ids import CaseId, PersonId
from intake.domain.progress import CancelToken
from intake.errors import CancelledError, InUseError
from intake.store.store import Store
from intake.store.tables import STATEMENTS
from tests.unit.store.making import Vault, full_case, small_case


class MadeUpError(Exception):
    """Something that goes wrong in the middle of a write."""


def test_what_goes_wrong_inside_undoes_everything(store: Store) -> None:
    file = full_case()
    digest = store.state_digest()

    def write_and_fail() -> None:
        with store.write(Action.CASE_CREATED, file.case.id) as tx:
            store.cases.add_file(tx, file)
            raise MadeUpError

    with pytest.raises(MadeUpError):
        write_and_fail()
    assert store.cases.count() == 0
    assert [entry.action for entry in store.audit.newest()] == [Action.VAULT_CREATED]
    assert store.state_digest() == digest
    assert store.check() == ()
    with store.write() as tx:
        store.cases.add_file(tx, file)
    assert store.cases.file(file.case.id).statements == file.statements


def test_a_write_inside_a_write_is_refused_and_the_outer_one_goes_on(store: Store) -> None:
    with store.write() as tx:
        with pytest.raises(AssertionError), store.write():
            pass
        store.settings.set(tx, "still", "writing")
    assert store.settings.get("still") == "writing"


def test_changes_name_what_was_touched_and_nothing_else(store: Store) -> None:
    file = small_case("one")
    changes = store.add_cases([file])
    assert changes.nouns == {Noun.CASE, Noun.INTERVIEW, Noun.PERSON, Noun.STATEMENT}
    assert {file.case.id, file.interviews[0].id, file.statements[0].id} <= changes.ids
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "two", 3)
    assert tx.changes.nouns == {Noun.CASE, Noun.STATEMENT}
    assert tx.changes.ids == {file.case.id, file.statements[0].id}
    with store.write() as tx:
        pass
    assert not tx.changes.nouns


def test_the_audit_log_says_what_was_done_when_and_to_what(store: Store) -> None:
    file = small_case()
    with store.write(Action.CASE_CREATED, file.case.id) as tx:
        store.cases.add_file(tx, file)
    [entry, first] = store.audit.newest()
    assert (entry.action, entry.subject, entry.at) == (Action.CASE_CREATED, file.case.id, tx.at)
    assert first.action is Action.VAULT_CREATED
    assert entry.number > first.number
    assert store.audit.newest(1) == (entry,)


def test_autosave_leaves_no_audit_event(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    before = store.audit.newest()
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "text", 4)
    assert store.audit.newest() == before


def test_autosave_writes_no_entry_of_the_chain(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    entries = store._db.number("SELECT count(*) FROM chain")
    for number in range(5):
        with store.write() as tx:
            store.statements.save_draft(tx, file.statements[0].id, f"text {number}", 4)
    assert store._db.number("SELECT count(*) FROM chain") == entries
    assert store.check() == ()


def test_many_cases_are_added_in_one_write_with_progress(store: Store) -> None:
    seen: list[tuple[int, int]] = []
    files = [small_case(f"text {number}") for number in range(250)]
    store.add_cases(
        iter(files), total=250, progress=lambda *pair: seen.append(pair), cancel=CancelToken()
    )
    assert seen == [(100, 250), (200, 250), (250, 250)]
    assert store.cases.ids() == tuple(file.case.id for file in files)
    [newest, _] = store.audit.newest()
    assert (newest.action, newest.subject) == (Action.CASE_IMPORTED, "250")
    [revision] = store.statements.revisions(files[7].statements[0].id)
    assert (revision.number, revision.text, revision.reason.value) == (1, "text 7", "imported")


def test_an_empty_statement_gets_no_revision_at_import(store: Store) -> None:
    file = small_case("")
    store.add_cases([file])
    assert store.statements.revisions(file.statements[0].id) == ()


def test_a_stopped_import_leaves_nothing(store: Store) -> None:
    token = CancelToken()

    def stop(done: int, _total: int) -> None:
        if done == 200:
            token.cancel()

    files = (small_case("a text") for _ in range(250))
    with pytest.raises(CancelledError):
        store.add_cases(files, progress=stop, cancel=token)
    assert store.cases.count() == 0
    assert store.search.find("text") == ()
    assert store.check() == ()


def test_a_file_that_fails_in_the_middle_of_an_import_leaves_nothing(store: Store) -> None:
    good = small_case("a text", code="AAAA-AAAA")
    with pytest.raises(Exception, match="UNIQUE"):
        store.add_cases([good, small_case(), small_case(code="AAAA-AAAA")])
    assert store.cases.count() == 0


def test_nothing_can_be_written_through_a_write_that_has_ended(store: Store) -> None:
    file = small_case("before")
    with store.write() as tx:
        store.cases.add_file(tx, file)
    for _ in range(2):
        with pytest.raises(AssertionError):
            store.statements.save_draft(tx, file.statements[0].id, "after", 0)
        with pytest.raises(AssertionError):
            store.settings.set(tx, "some", 1)
        assert store.statements.get(file.statements[0].id).text == "before"
    with pytest.raises(MadeUpError), store.write() as tx:
        raise MadeUpError
    with store.write(), pytest.raises(AssertionError):
        store.settings.set(tx, "some", 1)
    assert store.check() == ()


def test_unknown_ids_are_refused(store: Store) -> None:
    with store.write() as tx:
        with pytest.raises(KeyError):
            tx.case_key("nobody")
        with pytest.raises(KeyError):
            tx.change(STATEMENTS, ("nobody",), {"caret": 1})
        assert tx.owner_of("nobody") is None


def test_every_kind_of_record_knows_its_case(store: Store) -> None:
    file = full_case()
    store.add_cases([file])
    records = {
        file.case.id: "case",
        file.interviews[0].id: "interview",
        file.persons[0].id: "person",
        file.events[0].id: "event",
        file.statements[0].id: "statement",
    }
    with store.write() as tx:
        for record_id, kind in records.items():
            assert tx.owner_of(record_id) == (file.case.id, kind)


def test_a_store_can_be_closed_twice_either_way(vault: Vault) -> None:
    store = vault.create()
    store.close()
    store.close()
    store.close_without_checkpoint()
    store = vault.open()
    store.close()


def test_a_panic_leaves_the_log_as_it_is_and_nothing_is_lost(vault: Vault) -> None:
    store = vault.create()
    store.add_cases([small_case("saved before the panic")])
    before = vault.log.read_bytes()
    assert before
    store.close_without_checkpoint()
    store.close_without_checkpoint()
    assert vault.log.read_bytes() == before
    assert store._writer.key == bytearray(32)
    with pytest.raises(InUseError):  # until the process has ended
        vault.open()


def test_a_checkpoint_empties_the_log(store: Store, vault: Vault) -> None:
    store.add_cases([small_case()])
    assert vault.log.stat().st_size > 0
    store.checkpoint()
    assert vault.log.stat().st_size == 0
    store.add_cases([small_case()])
    assert store.cases.count() == 2


def test_ids_of_a_case_and_of_a_person_do_not_meet(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    with pytest.raises(KeyError):
        store.persons.get(PersonId(file.case.id))
    with pytest.raises(KeyError):
        store.cases.get(CaseId(file.persons[0].id))
