from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from intake.disclosure.places import country_group
from intake.domain.answers import Answer, Missing
from intake.domain.classes import DisclosureClass, Generalisation
from intake.forms.definition import ChoiceList, Owner, Question, QuestionKind, Section, Texts
from intake.forms.expressions import Context
from intake.forms.loader import core_form, load_form
from intake.forms.validation import check_answer, is_relevant
from intake.resources import resource_path

FORM = core_form()
LANGUAGES = ("en", "be", "ru")
FIELD_LIST = Path(__file__).parents[2] / "vectors" / "forms" / "core_fields.csv"


def names(section: str) -> list[str]:
    return [question.name for question in FORM.section(section).items]


def test_sections_stand_in_the_order_of_an_interview() -> None:
    order = [section.name for section in FORM.sections]
    assert order == [
        "case",
        "checklist",
        "consent",
        "statement",
        "acts",
        "interview",
        "prior",
        "profile",
        "displacement",
        "needs",
        "others",
        "closing",
        "identity",
    ]
    assert [section.name for section in FORM.sections if section.repeats] == ["acts", "others"]


@pytest.mark.parametrize(
    ("section", "kind", "owner"),
    [
        ("case", "case", Owner.CASE),
        ("checklist", "checklist", Owner.INTERVIEW),
        ("consent", "consent", Owner.CONSENT),
        ("statement", "statement", Owner.INTERVIEW),
        ("acts", "event", Owner.EVENT),
        ("others", "person", Owner.PERSON),
        ("identity", "identity", Owner.PERSON),
    ],
)
def test_sections_with_a_page_of_their_own_say_so(section: str, kind: str, owner: Owner) -> None:
    assert (FORM.section(section).kind, FORM.section(section).owner) == (kind, owner)


def test_a_start_does_not_wait_for_pyxform() -> None:
    code = (
        "import sys; from intake.forms.loader import core_form; core_form();"
        "print(sorted({'pyxform', 'openpyxl'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_the_shipped_form_is_an_xlsform_for_other_programs_too() -> None:
    assert load_form(resource_path("forms", "core")) == FORM


def test_other_programs_keep_the_disclosure_classes() -> None:
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import DefinitionData

    from intake.forms.conformance import _workbook
    from intake.forms.sheets import read_sheets

    sheets = read_sheets(resource_path("forms", "core"))
    tree = workbook_to_json(DefinitionData(**_workbook(sheets)))
    xml = create_survey_element_from_dict(tree).xml().toxml()
    disclosure = "{urn:intake:form:1}disclosure"
    root = ET.fromstring(xml)
    bound = {
        bind.attrib["nodeset"].rpartition("/")[2]: bind.attrib[disclosure]
        for bind in root.iter("{http://www.w3.org/2002/xforms}bind")
        if disclosure in bind.attrib
    }
    assert bound == {q.name: q.disclosure.value for q in FORM.questions}


def test_the_shipped_form_has_every_field_of_the_list_as_it_is_listed_and_no_other() -> None:
    # What may leave is decided in this list as well: nobody makes a field more open by a slip.
    with FIELD_LIST.open(encoding="utf-8", newline="") as file:
        listed = {row.pop("field"): row for row in csv.DictReader(file)}
    shipped = {
        f"{q.section}.{q.name}": {
            "kind": q.kind.value,
            "class": q.disclosure.value,
            "made_coarser": q.generalise.value,
            "identity": "" if q.identity is None else q.identity.value,
        }
        for q in FORM.questions
    }
    assert shipped == listed


def test_names_are_unique_in_each_record() -> None:
    counted = Counter(
        (section.owner, question.name) for section in FORM.sections for question in section.items
    )
    assert [name for name, count in counted.items() if count > 1] == []


def test_direct_identifiers_are_asked_last_or_are_names_of_others() -> None:
    direct = {q.section for q in FORM.questions if q.disclosure is DisclosureClass.DIRECT}
    assert direct == {"identity", "acts", "others"}
    assert {q.disclosure for q in FORM.section("identity").items} == {DisclosureClass.DIRECT}
    named = {
        q.name
        for q in FORM.questions
        if q.disclosure is DisclosureClass.DIRECT and q.section != "identity"
    }
    assert named == {"perpetrator_name", "person_at_risk"}


def test_persons_are_direct_and_narratives_are_narrative() -> None:
    for question in FORM.questions:
        if question.kind is QuestionKind.PERSON:
            assert question.disclosure is DisclosureClass.DIRECT
        narrative = question.kind is QuestionKind.NARRATIVE
        assert narrative == (question.disclosure is DisclosureClass.NARRATIVE)


def test_free_text_never_leaves_but_as_a_reviewed_narrative() -> None:
    free = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.CODE}
    assert [
        q.name for q in FORM.questions if q.kind in free and not q.disclosure.never_leaves
    ] == []


def test_whatever_is_generalised_is_so_where_an_outsider_could_know_it() -> None:
    for question in FORM.questions:
        if question.disclosure is DisclosureClass.QUASI:
            coarse = question.generalise is not Generalisation.NONE
            assert coarse or question.name == "moved_after_february_2022"
        if question.disclosure in {DisclosureClass.PLAIN, DisclosureClass.DIRECT}:
            assert question.generalise is Generalisation.NONE


def test_nothing_has_to_be_answered() -> None:
    assert [question.name for question in FORM.questions if question.required] == []


def test_every_list_is_used_and_every_parent_is_used() -> None:
    used = {question.choice_list for question in FORM.questions if question.choice_list}
    groups = {FORM.choices[name].group_list for name in used} - {""}
    assert used | groups == set(FORM.choices)
    for name in used:
        parents = {choice.parent for choice in FORM.choices[name].choices} - {""}
        if parents:
            assert parents == set(FORM.choices[f"{name}_group"].by_name)


def test_parents_are_coarse_enough_to_hide_in() -> None:
    for question in FORM.questions:
        if question.generalise is Generalisation.PARENT:
            choices = question.choices.choices
            assert len({choice.parent for choice in choices}) <= max(2, 2 * len(choices) // 3)


def test_what_is_generalised_to_other_has_that_choice() -> None:
    for question in FORM.questions:
        if question.generalise is Generalisation.OTHER:
            assert "other" in question.choices.by_name, question.name


def test_long_lists_are_searched() -> None:
    for question in FORM.questions:
        if len(question.choices.choices) > 20:
            assert question.is_searched, question.name


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "targeted_group",
            """activist journalist opposition artist lawyer student athlete medical_worker teacher
            worker chat_admin protester relative other""",
        ),
        ("sex", "female male other"),
        (
            "need",
            """legalisation documents bank health mental_health housing work education childcare
            family pension other""",
        ),
        ("source_kind", "first_hand heard inferred"),
        ("recording", "notes audio video"),
        ("mode", "in_person remote"),
        ("role", "victim witness relative source"),
    ],
)
def test_names_that_others_rely_on_stand(question: str, expected: str) -> None:
    assert set(FORM.question(question).choices.by_name) == set(expected.split())


def test_countries_are_named_by_iso_code() -> None:
    codes = {name for name in FORM.choices["country"].by_name if name.isupper()}
    assert len(codes) == 250
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)
    assert {"BY", "GE", "LT", "PL", "UA"} <= codes
    assert set(FORM.choices["country"].by_name) - codes == {"stateless", "other"}


def test_there_is_one_grouping_of_countries_in_the_program() -> None:
    country = FORM.choices["country"]
    assert {c.name: c.parent for c in country.choices} == {
        choice.name: country_group(choice.name) for choice in country.choices
    }


ANSWERS = {
    "targeted_group": ["lawyer"],
    "age": 38,
    "region_of_origin": "Minsk",
    "left_on": "2021-07",
    "legal_status": "visa_free",
    "need": ["legalisation", "mental_health"],
    "residence_now": {"missing": "declined"},
}
EVENT = {
    "act_type": ["arbitrary_arrest"],
    "act_date": "2020-08-11/2020-08-14",
    "act_place": "...",
    "institution": ["gubopik"],
}


def test_the_example_of_the_interchange_fits() -> None:
    answers = {name: check_answer(FORM, "", name, raw) for name, raw in ANSWERS.items()}
    assert answers["residence_now"] == Answer(missing=Missing.DECLINED)
    assert answers["need"].texts == ("legalisation", "mental_health")
    event = {name: check_answer(FORM, "acts", name, raw) for name, raw in EVENT.items()}
    assert event["act_type"] == Answer("arbitrary_arrest")


def test_questions_without_a_condition_are_always_asked() -> None:
    for section in FORM.sections:
        for question in section.items:
            if question.relevant is None:
                assert is_relevant(question, Context({}, date(2022, 5, 26)))


def texts_of(item: Section | Question) -> Iterator[tuple[str, Texts]]:
    yield f"{item.name} label", item.label
    yield f"{item.name} hint", item.hint
    if isinstance(item, Question) and item.constraint is not None:
        yield f"{item.name} constraint message", item.constraint_message


def labels_of(choices: ChoiceList) -> Iterator[tuple[str, Texts]]:
    for choice in choices.choices:
        yield f"{choices.name} {choice.name}", choice.label


def all_texts() -> list[tuple[str, Texts]]:
    items: list[Section | Question] = [*FORM.sections, *FORM.questions]
    found = [pair for item in items for pair in texts_of(item)]
    return found + [pair for choices in FORM.choices.values() for pair in labels_of(choices)]


def test_every_text_is_there_in_every_language() -> None:
    assert FORM.languages == LANGUAGES
    missing = [
        (where, language)
        for where, texts in all_texts()
        for language in LANGUAGES
        if not texts.by_language.get(language)
    ]
    assert missing == []


# Letters of one alphabet give away a text in the column of another language.
FOREIGN = {
    "en": re.compile(r"[А-яЁёІіЎў]"),
    "be": re.compile(r"[A-Za-zИиЩщЪъ]|[БВГДЖЗКЛМНПРСТФХЦЧШбвгджзклмнпрстфхцчш]'"),
    "ru": re.compile(r"[A-Za-zІіЎў]"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_in_the_wrong_language(language: str) -> None:
    wrong = [
        (where, texts.get(language))
        for where, texts in all_texts()
        if FOREIGN[language].search(texts.get(language))
    ]
    assert wrong == []


def test_choices_of_a_list_can_be_told_apart_by_their_words() -> None:
    for choices in FORM.choices.values():
        for language in LANGUAGES:
            words = Counter(choice.label.get(language) for choice in choices.choices)
            assert [word for word, count in words.items() if count > 1] == []


def test_questions_are_questions_and_do_not_end_in_blanks() -> None:
    for where, texts in all_texts():
        for language in LANGUAGES:
            text = texts.get(language)
            assert text == " ".join(text.split()), where
            assert "  " not in text
            assert not text.endswith((" ", ",", ";", ":")), where


def test_a_question_ends_alike_in_every_language() -> None:
    for where, texts in all_texts():
        ends = {texts.get(language)[-1] in "?.»”" for language in LANGUAGES}
        asks = {texts.get(language).endswith("?") for language in LANGUAGES}
        assert len(asks) == 1, where
        assert len(ends) == 1, where
