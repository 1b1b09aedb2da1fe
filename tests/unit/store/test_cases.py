"""Cases come back as they were stored; the list shows them, filtered and sorted; erased is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.answers import Answer, Missing
from intake.domain.audit import Action
from intake.domain.case import CaseStatus, CaseSummary
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.ids import CaseId, InterviewId, MarkId, StatementId, new_id
from intake.domain.interview import Interview
from intake.domain.marks import Mark, MarkKind, Paraphrase
from intake.domain.statement import Statement
from intake.store import summaries as summaries_module
from intake.store.cases import CaseFilter, CaseOrder
from intake.store.store import Store
from tests.unit.store.making import START, Vault, full_case, plain_pages, small_case

CODE_FOR_ALL = UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANY}))


def summary(store: Store, case_id: CaseId) -> CaseSummary:
    [found] = [row for row in store.cases.summaries() if row.id == case_id]
    return found


def test_a_whole_case_comes_back_as_it_was(store: Store, vault: Vault) -> None:
    file = full_case()
    store.add_cases([small_case("another"), file])
    assert store.cases.file(file.case.id) == file
    store.close()
    store = vault.open()
    assert store.cases.file(file.case.id) == file
    assert store.cases.get(file.case.id) == file.case
    store.close()


def test_many_files_are_read_one_at_a_time(store: Store) -> None:
    files = [full_case(), small_case(), full_case()]
    store.add_cases(files)
    stream = store.cases.files()
    assert next(stream) == files[0]
    assert list(stream) == files[1:]
    wanted = [files[2].case.id, files[0].case.id]
    assert list(store.cases.files(wanted)) == [files[2], files[0]]
    with pytest.raises(KeyError):
        list(store.cases.files([CaseId("nobody")]))


def test_every_case_says_when_it_was_changed(store: Store) -> None:
    files = [small_case(), small_case()]
    store.add_cases(files)
    with store.write() as tx:
        store.cases.set_status(tx, files[0].case.id, CaseStatus.FINALISED)
    assert list(store.cases.changes().items()) == [
        (files[0].case.id, tx.at),
        (files[1].case.id, START),
    ]


def test_a_case_is_found_by_its_code(store: Store) -> None:
    files = [small_case(), small_case()]
    store.add_cases(files)
    assert store.cases.find(files[1].case.code) == files[1].case.id
    assert store.cases.find("nothing") is None
    assert store.cases.codes() == {file.case.code for file in files}


def test_the_header_can_be_changed(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    with store.write() as tx:
        store.cases.set_status(tx, file.case.id, CaseStatus.FINALISED)
        store.cases.set_never_name(tx, file.case.id, never=True)
    found = store.cases.get(file.case.id)
    assert (found.status, found.never_name) == (CaseStatus.FINALISED, True)
    assert found.changed == tx.at
    assert found.created == START
    with pytest.raises(KeyError), store.write() as tx:
        store.cases.set_status(tx, CaseId("nobody"), CaseStatus.DRAFT)


def test_a_summary_shows_the_case_in_short(store: Store) -> None:
    file = full_case()
    store.add_cases([file])
    assert summary(store, file.case.id) == CaseSummary(
        id=file.case.id,
        code=file.case.code,
        status=CaseStatus.DRAFT,
        created=START,
        changed=START,
        project="Made-up project",
        group="lawyer",
        country="GE",
        interviewer="INT-7",
        language="be",
        interview_date="2022-05-26",
        needs_review=False,  # everything was taken back
        consent_until="2025-01-01",
        withdrawn=True,
        preview="Мяне завуць Зарянка Вымышленная, мы жылі каля Чарнавода.",
    )


def test_an_empty_case_has_an_empty_summary(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    found = summary(store, file.case.id)
    assert found == CaseSummary(file.case.id, file.case.code, CaseStatus.DRAFT, START, START)


def test_a_summary_follows_every_answer_it_shows(store: Store) -> None:
    file = small_case(
        answers={"interview_country": Answer("PL"), "targeted_group": Answer(("artist", "lawyer"))}
    )
    store.add_cases([file])
    interview = file.interviews[0].id
    assert (summary(store, file.case.id).country, summary(store, file.case.id).group) == (
        "PL",
        "artist",
    )
    with store.write() as tx:
        store.answers.set(tx, interview, "interview_country", Answer("LT"))
        store.answers.set(tx, interview, "targeted_group", Answer(missing=Missing.DECLINED))
        store.answers.set(tx, interview, "interviewer_code", Answer("broken \ud800 and\nlong"))
    found = summary(store, file.case.id)
    assert (found.country, found.group, found.interviewer) == ("LT", "", "broken \ufffd and\nlong")
    assert found.changed == tx.at
    with store.write() as tx:
        store.answers.set(tx, interview, "interview_country", None)
    assert summary(store, file.case.id).country == ""


def test_the_first_interview_is_the_one_that_is_shown(store: Store) -> None:
    file = small_case(answers={"interview_date": Answer("2021-07")})
    store.add_cases([file])
    later = Interview(
        InterviewId(new_id()),
        file.case.id,
        "intake-core/1",
        START,
        answers={"interview_date": Answer("2022-01-01"), "interview_country": Answer("AM")},
    )
    with store.write() as tx:
        store.interviews.add(tx, later)
    found = summary(store, file.case.id)
    assert (found.interview_date, found.country) == ("2021-07", "AM")


def test_the_language_of_the_statement_is_shown_when_the_interview_has_none(store: Store) -> None:
    file = small_case("text")
    store.add_cases([file])
    with store.write() as tx:
        store.statements.set_language(tx, file.statements[0].id, "uk")
    assert summary(store, file.case.id).language == "uk"
    with store.write() as tx:
        store.answers.set(tx, file.interviews[0].id, "interview_language", Answer("pl"))
    assert summary(store, file.case.id).language == "pl"


def test_the_preview_is_short_on_one_line_and_never_half_a_character(store: Store) -> None:
    file = small_case("  Першы\n\nрадок \ud800  " + "слова " * 400)
    store.add_cases([file])
    found = summary(store, file.case.id).preview
    assert found.startswith("Першы радок слова слова")
    assert len(found) <= 100
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "й" * 5000, 0)
    assert summary(store, file.case.id).preview == "й" * 100


def test_the_preview_is_of_the_first_statement_with_text(store: Store) -> None:
    file = small_case("")
    second = Statement(StatementId(new_id()), file.interviews[0].id, "translation", "en", "second")
    store.add_cases([replace(file, statements=(*file.statements, second))])
    assert summary(store, file.case.id).preview == "second"
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "first", 0)
    assert summary(store, file.case.id).preview == "first"
    with store.write() as tx:
        store.statements.save_draft(tx, second.id, "second, edited", 0)
    assert summary(store, file.case.id).preview == "first"
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "", 0)
    assert summary(store, file.case.id).preview == "second, edited"


def test_while_somebody_types_the_list_is_right_in_everything_but_the_minute(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = small_case()
    store.add_cases([file])
    statement = file.statements[0].id
    moments = []
    for text in ("A first", "A first sentence", "A first sentence " * 40, "A first sentence " * 41):
        with store.write() as tx:
            store.statements.save_draft(tx, statement, text, 0)
        moments.append(tx.at)
        found = summary(store, file.case.id)
        assert found.preview == " ".join(text.split())[:100]
        assert found.needs_review
    assert summary(store, file.case.id).changed == moments[2]  # less than a minute ago
    monkeypatch.setattr(summaries_module, "_FRESH", timedelta(0))
    with store.write() as tx:
        store.statements.save_draft(tx, statement, "A first sentence " * 41, 0)
    assert summary(store, file.case.id).changed == tx.at
    assert store.check() == ()


def test_review_is_needed_until_the_text_as_it_stands_was_reviewed(store: Store) -> None:
    file = small_case("a text")
    store.add_cases([file])
    [statement] = file.statements
    assert summary(store, file.case.id).needs_review
    with store.write() as tx:
        store.statements.set_reviewed(tx, statement.id, statement.digest)
    assert not summary(store, file.case.id).needs_review
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, "a text", 3)
    assert not summary(store, file.case.id).needs_review
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, "another text", 0)
    assert summary(store, file.case.id).needs_review
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, "a text", 0)
    assert summary(store, file.case.id).needs_review
    assert store.statements.get(statement.id).reviewed_digest is None


def test_a_text_that_was_emptied_needs_no_review(store: Store) -> None:
    file = small_case("")
    store.add_cases([file])
    for text, needs in (("   ", True), ("", False), ("a text", True), ("", False)):
        with store.write() as tx:
            store.statements.save_draft(tx, file.statements[0].id, text, 0)
        assert summary(store, file.case.id).needs_review is needs


def test_what_nobody_may_quote_needs_no_review(store: Store) -> None:
    file = small_case("a text")
    store.add_cases([file])
    other = replace(CODE_FOR_ALL, recipients=frozenset())
    asked = Consent(uses={})
    given = Consent(given="2022-05-26", uses={Use.QUOTATION: CODE_FOR_ALL})
    for consent, needs in (
        (asked, True),
        (replace(given, uses={Use.ANALYSIS: CODE_FOR_ALL}), False),
        (given, True),
        (replace(given, uses={Use.QUOTATION: other}), False),
        (given, True),
        (replace(given, withdrawn=Withdrawal("2022-06-01")), False),
    ):
        with store.write() as tx:
            store.consents.save(tx, file.case.id, consent)
        assert summary(store, file.case.id).needs_review is needs
        for only_open in (True, False):
            assert bool(store.statements.review_queue(only_open=only_open)) is needs
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "a text that grows", 0)
    assert not summary(store, file.case.id).needs_review
    assert summary(store, file.case.id).changed == tx.at
    with store.write() as later:
        store.statements.save_draft(later, file.statements[0].id, "a text that grows", 3)
    assert summary(store, file.case.id).changed == tx.at, "its row could stay"


def test_a_review_ends_with_the_marks_that_it_stood_on(store: Store) -> None:
    file = replace(full_case(), consent=None)
    store.add_cases([file])
    [statement] = file.statements
    marks = file.marks[statement.id]
    with store.write() as tx:
        store.statements.set_reviewed(tx, statement.id, statement.digest)
    assert summary(store, file.case.id).needs_review  # one mark is pending
    with store.write() as tx:
        store.marks.replace(tx, statement.id, marks[:1])
    assert summary(store, file.case.id).needs_review
    with store.write() as tx:
        store.statements.set_reviewed(tx, statement.id, statement.digest)
        store.marks.replace(tx, statement.id, marks[:1])
    assert not summary(store, file.case.id).needs_review
    assert store.check() == ()


def test_a_case_that_was_reviewed_elsewhere_stays_so(store: Store) -> None:
    file = full_case()
    [statement] = file.statements
    reviewed = replace(
        file,
        statements=(replace(statement, reviewed_digest=statement.digest),),
        marks={statement.id: file.marks[statement.id][:1]},
    )
    store.add_cases([reviewed])
    assert store.cases.file(file.case.id) == reviewed
    assert not summary(store, file.case.id).needs_review


def test_the_summary_follows_consent(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    unlimited = Consent(given="2022-01-01", uses={Use.MEDIA: UseConsent(IdentityLevel.CODE)})
    with store.write() as tx:
        store.consents.save(tx, file.case.id, unlimited)
    found = summary(store, file.case.id)
    assert (found.consent_until, found.withdrawn) == (None, False)
    with store.write() as tx:
        store.consents.save(tx, file.case.id, full_case().consent or unlimited)
    found = summary(store, file.case.id)
    assert (found.consent_until, found.withdrawn) == ("2025-01-01", True)


@pytest.fixture
def five(store: Store) -> Store:
    def dated(day: str, country: str, group: str, interviewer: str, code: str) -> None:
        answers = {
            "interview_date": Answer(day),
            "interview_country": Answer(country),
            "targeted_group": Answer((group,)),
            "interviewer_code": Answer(interviewer),
        }
        store.add_cases([small_case(f"text of {code}", code=code, answers=answers)])

    dated("2022-05-26", "GE", "lawyer", "INT-1", "B")
    dated("2022-05", "GE", "artist", "INT-2", "A")
    dated("2021-12~", "PL", "lawyer", "INT-1", "D")
    dated("2022", "LT", "worker", "INT-1", "C")
    store.add_cases([small_case(code="E")])
    return store


def codes(store: Store, **options: object) -> str:
    found = store.cases.summaries(CaseFilter(**options), CaseOrder.CODE)  # type: ignore[arg-type]  # the test names fields of the filter
    return "".join(row.code for row in found)


def test_every_filter_lets_through_what_it_says(five: Store) -> None:
    assert codes(five) == "ABCDE"
    assert codes(five, country="GE") == "AB"
    assert codes(five, group="lawyer") == "BD"
    assert codes(five, interviewer="INT-1") == "BCD"
    assert codes(five, month="2022-05") == "AB"
    assert codes(five, month="2021-12") == "D"
    assert codes(five, needs_review=True) == "ABCD"
    assert codes(five, needs_review=False) == "E"
    assert codes(five, status=CaseStatus.DRAFT) == "ABCDE"
    assert codes(five, status=CaseStatus.SEALED) == ""
    assert codes(five, text="TEXT c") == "C"
    assert codes(five, text="text") == "ABCD"
    assert codes(five, text="?!") == "ABCDE"
    assert codes(five, country="GE", interviewer="INT-1", text="text") == "B"
    assert codes(five, consent_expiring_before="2099-01-01") == ""


def test_consents_that_end_soon_are_listed(store: Store) -> None:
    file = full_case()
    store.add_cases([file, small_case()])
    assert codes(store, consent_expiring_before="2025-01-01") == ""
    assert codes(store, consent_expiring_before="2025-01-02") == file.case.code


def test_the_list_comes_in_the_order_that_was_asked_for(five: Store) -> None:
    def order(by: CaseOrder) -> str:
        return "".join(row.code for row in five.cases.summaries(order=by))

    assert order(CaseOrder.CREATED) == "ECDAB"
    assert order(CaseOrder.CODE) == "ABCDE"
    assert order(CaseOrder.INTERVIEW_DATE) == "BACDE"
    assert order(CaseOrder.COUNTRY) == "EABCD"
    assert order(CaseOrder.GROUP) == "EADBC"
    assert order(CaseOrder.STATUS) == "ECDAB"
    with five.write() as tx:
        five.cases.set_status(tx, five.cases.ids()[1], CaseStatus.FINALISED)
    assert order(CaseOrder.CHANGED) == "AECDB"
    assert order(CaseOrder.STATUS) == "ECDBA"
    assert set(CaseOrder) == set(summary_orders())


def summary_orders() -> list[CaseOrder]:
    from intake.store.cases import _ORDER

    return list(_ORDER)


def test_the_list_can_be_read_in_parts(five: Store) -> None:
    part = five.cases.summaries(order=CaseOrder.CODE, limit=2, offset=1)
    assert [row.code for row in part] == ["B", "C"]


def test_filters_offer_the_values_that_occur(five: Store) -> None:
    values = five.cases.filter_values()
    assert values.groups == ("artist", "lawyer", "worker")
    assert values.countries == ("GE", "LT", "PL")
    assert values.interviewers == ("INT-1", "INT-2")
    assert values.months == ("2021-12", "2022-05")


def test_the_list_of_all_cases_is_one_indexed_query(store: Store) -> None:
    store.add_cases([small_case()])
    seen: list[str] = []
    store._db._connection.set_trace_callback(seen.append)
    store.cases.summaries()
    store._db._connection.set_trace_callback(None)
    assert len(seen) == 1
    plan = " ".join(str(row[3]) for row in store._db.rows(f"EXPLAIN QUERY PLAN {seen[0]}"))
    assert "cases_by_change" in plan
    assert "TEMP B-TREE" not in plan


def test_erasing_takes_everything_of_the_case_and_nothing_of_others(store: Store) -> None:
    gone, stays = full_case(), full_case()
    store.add_cases([gone, stays])
    with store.write(Action.REVIEWED, gone.statements[0].id) as tx:
        store.statements.set_reviewed(tx, gone.statements[0].id, gone.statements[0].digest)
    with store.write(Action.EXPORTED, "bundle") as tx:
        store.releases.record(tx, "bundle", "2022-06", [gone.case.id, stays.case.id], {})
    with store.write(Action.CASE_ERASED) as tx:
        store.cases.erase(tx, gone.case.id)
    assert gone.case.id in tx.changes.ids
    assert store.cases.ids() == (stays.case.id,)
    assert store.cases.file(stays.case.id) == stays
    with pytest.raises(KeyError):
        store.cases.file(gone.case.id)
    actions = [entry.action for entry in store.audit.newest()]
    assert actions == [
        Action.CASE_ERASED,
        Action.EXPORTED,
        Action.CASE_IMPORTED,
        Action.VAULT_CREATED,
    ]
    assert store.audit.newest(1)[0].at == tx.at.replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    assert store.releases.bundles_of(stays.case.id) == ("bundle",)
    assert store.releases.knows("bundle")
    assert not store.releases.knows("another")
    assert store.releases.released_cases() == {stays.case.id}
    assert store.releases.all()[0].cases == 2
    assert store.check() == ()


def test_a_case_that_is_not_there_cannot_be_erased(store: Store) -> None:
    with pytest.raises(KeyError), store.write(Action.CASE_ERASED) as tx:
        store.cases.erase(tx, CaseId("nobody"))
    assert store.audit.newest(1)[0].action is Action.VAULT_CREATED


def test_after_erasing_no_page_holds_a_word_of_the_case_free_or_not(
    store: Store, vault: Vault
) -> None:
    word, written = "зьнічка", "вавёрка"
    stays = small_case("нешта іншае " * 50)
    gone = small_case(f"{word} " * 3000, answers={"interview_city": Answer(word)})
    store.add_cases([stays, gone])
    with store.write() as tx:
        store.statements.save_draft(tx, gone.statements[0].id, f"яшчэ {word} " * 2000, 0)
        store.marks.replace(tx, gone.statements[0].id, (told(f"{word} {written}"),))
    store.search.find(word)
    store.checkpoint()
    assert holds(vault, written)
    with store.write() as tx:
        store.marks.replace(tx, gone.statements[0].id, (told("anything"),))
    store.checkpoint()
    assert holds(vault, word)
    assert not holds(vault, written)  # a paraphrase goes with the next one
    handle = store._db.value("SELECT handle FROM cases WHERE id = ?", (gone.case.id,))
    salt = store._db.value("SELECT salt FROM cases WHERE id = ?", (gone.case.id,))
    size = vault.database.stat().st_size
    with store.write(Action.CASE_ERASED) as tx:
        store.cases.erase(tx, gone.case.id)
    assert vault.log.stat().st_size == 0
    assert not holds(vault, word)
    assert vault.database.stat().st_size < size
    pages = b"".join(plain_pages(vault.database))
    assert gone.case.id.encode() not in pages
    assert gone.case.code.encode() not in pages
    assert str(handle).encode() in pages  # of the tombstone
    assert isinstance(salt, bytes)
    assert salt not in pages
    assert store.check() == ()


def told(words: str) -> Mark:
    """Return a mark with a paraphrase that takes more than a page."""
    return Mark(MarkId("m"), 0, 4, MarkKind.OTHER, paraphrase=Paraphrase(f"{words} " * 500))


def holds(vault: Vault, word: str) -> bool:
    pages = plain_pages(vault.database)
    return any(word.encode() in page for page in pages)


def test_erasing_a_case_that_is_still_to_be_indexed_works(store: Store) -> None:
    file = small_case("text")
    store.add_cases([file])
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "another text", 0)
        store.cases.erase(tx, file.case.id)
    assert store.search.find("text") == ()
    assert store.check() == ()
