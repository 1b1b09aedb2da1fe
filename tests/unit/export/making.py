"""Made-up cases, a small form, and bundles of them; nothing here was ever said by anybody."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from intake.disclosure.hierarchies import Level
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Record, Scheme, generalised
from intake.domain.answers import Answer, Missing
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.classes import DisclosureClass, Generalisation
from intake.domain.consent import Consent, IdentityLevel, RecipientGroup, Use, UseConsent
from intake.domain.event import Event
from intake.domain.ids import (
    CaseId,
    EventId,
    InterviewId,
    MarkId,
    PersonId,
    StatementId,
)
from intake.domain.interview import Interview
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.export.bundle import BundleContents, BundleReceipt, Gate, Sealing, write
from intake.export.facts import Facts, Figures
from intake.export.fields import FieldPolicy
from intake.export.keys import VaultKeyring
from intake.export.layout import BundleFile
from intake.export.recipients import Recipient
from intake.export.snapshot import RedactedCase, answers_of, build
from intake.export.terms import Policy, Release, RowIds
from intake.forms.definition import (
    Choice,
    ChoiceList,
    FormDefinition,
    Question,
    QuestionKind,
    Section,
    Texts,
)
from intake.redaction.apply import RedactedText, redact
from intake.redaction.leaks import Finding
from intake.vault.secret import Secret
from tests.unit.export.containers import hybrid

SEED = bytes(range(32))
DAY = "2022-06-15"
WHEN = datetime(2022, 6, 1, tzinfo=UTC)


def en(text: str) -> Texts:
    return Texts({"en": text})


def choice_list(name: str, *names: str, parents: Mapping[str, str] | None = None) -> ChoiceList:
    found = parents or {}
    return ChoiceList(
        name, tuple(Choice(n, en(n.replace("_", " ").title()), found.get(n, "")) for n in names)
    )


YES_NO = choice_list("yes_no", "yes", "no")
SEX = choice_list("sex", "female", "male", "other")
GROUPS = choice_list(
    "groups",
    "lawyer",
    "journalist",
    "athlete",
    parents={"lawyer": "legal", "journalist": "media"},
)
GROUP_PARENTS = choice_list("groups_group", "legal", "media")
PROJECTS = choice_list("projects", "exile")
NEED = choice_list("need", "housing", "health", "documents")
ACTS = choice_list("acts", "arrest", "raid", "threat")

ONE, SEVERAL = QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE
PLACE, NUMBER, TEXT = QuestionKind.PLACE, QuestionKind.INTEGER, QuestionKind.TEXT
INTERNAL, DIRECT, PLAIN_CLASS = (
    DisclosureClass.INTERNAL,
    DisclosureClass.DIRECT,
    DisclosureClass.PLAIN,
)
QUASI, BOTH, SENSITIVE = (
    DisclosureClass.QUASI,
    DisclosureClass.QUASI_SENSITIVE,
    DisclosureClass.SENSITIVE,
)
NO_RULE, NO_LIST = Generalisation.NONE, ChoiceList("", ())
# Name, kind, class, rule and choices of each question, by section: every class is there.
QUESTIONS = {
    "case": [
        ("case_code", QuestionKind.CODE, INTERNAL, NO_RULE, NO_LIST),
        ("project", ONE, PLAIN_CLASS, NO_RULE, PROJECTS),
    ],
    "interview": [
        ("interview_country", PLACE, INTERNAL, Generalisation.COUNTRY_GROUP, NO_LIST),
        ("mode", ONE, PLAIN_CLASS, NO_RULE, YES_NO),
    ],
    "profile": [
        ("age", NUMBER, QUASI, Generalisation.BANDS, NO_LIST),
        ("sex", ONE, QUASI, Generalisation.OTHER, SEX),
        ("targeted_group", SEVERAL, QUASI, Generalisation.PARENT, GROUPS),
        ("religion", ONE, SENSITIVE, NO_RULE, YES_NO),
        ("motto", TEXT, SENSITIVE, NO_RULE, NO_LIST),
        ("children", NUMBER, PLAIN_CLASS, NO_RULE, NO_LIST),
        ("nickname", TEXT, DIRECT, NO_RULE, NO_LIST),
        ("unclassified", ONE, INTERNAL, NO_RULE, YES_NO),
    ],
    "acts": [
        ("act_type", ONE, BOTH, Generalisation.PARENT, ACTS),
        ("counsel_access", ONE, SENSITIVE, NO_RULE, YES_NO),
        ("sexual_violence", ONE, SENSITIVE, NO_RULE, YES_NO),
    ],
    "displacement": [("left_on", QuestionKind.DATE, BOTH, Generalisation.QUARTER, NO_LIST)],
    "needs": [("need", SEVERAL, SENSITIVE, NO_RULE, NEED)],
    "statement": [
        ("own_words", QuestionKind.NARRATIVE, DisclosureClass.NARRATIVE, NO_RULE, NO_LIST)
    ],
    "identity": [("names", QuestionKind.PERSON, DIRECT, NO_RULE, NO_LIST)],
    "others": [("relation", ONE, PLAIN_CLASS, NO_RULE, YES_NO)],
}
KINDS = {
    "case": "case",
    "acts": "event",
    "statement": "statement",
    "identity": "identity",
    "others": "person",
}


def form() -> FormDefinition:
    """Return a small form with every disclosure class in it; projects may be a team's own."""
    sections = []
    for section, rows in QUESTIONS.items():
        items = tuple(
            Question(
                name,
                section,
                kind,
                label=en(f"About {name}"),
                choice_list=choices.name,
                choices=choices,
                appearance="open" if choices is PROJECTS else "",
                disclosure=disclosure,
                generalise=rule,
            )
            for name, kind, disclosure, rule, choices in rows
        )
        kind, repeats = KINDS.get(section, ""), section in {"acts", "others"}
        sections.append(Section(section, en(section), kind=kind, repeats=repeats, items=items))
    lists = {"groups_group": GROUP_PARENTS}
    return FormDefinition("made-up", "1", ("en",), tuple(sections), lists)


FIELDS = FieldPolicy.of(form())
STATEMENT = "I was told to leave by Valjancin Prydumany."
NAME = "Valjancin Prydumany"


def consent(**changes: object) -> Consent:
    """Return consent to analysis and quotation for analysts."""
    granted = UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANALYSTS}))
    uses = {Use.ANALYSIS: granted, Use.QUOTATION: granted}
    return replace(Consent(given="2022-05-26", uses=uses), **changes)  # type: ignore[arg-type] # fields of Consent


def case_file(number: int = 1, **answers: Answer) -> CaseFile:
    """Return a made-up case; keyword arguments replace answers of the interview."""
    case_id = CaseId(f"{number:032x}")
    interview_id = InterviewId(f"{number:032x}")
    given = {
        "interview_country": Answer("GE"),
        "mode": Answer("yes"),
        "age": Answer(38 + number % 2),
        "sex": Answer("female"),
        "targeted_group": Answer(("journalist", "lawyer")),
        "religion": Answer(missing=Missing.DECLINED),
        "motto": Answer("anything at all"),
        "children": Answer(2),
        "nickname": Answer("Mianuska"),
        "unclassified": Answer("yes"),
        "left_on": Answer("2021-07"),
        "need": Answer(("housing", "documents")),
    } | answers
    person = Person(
        PersonId("p1"), case_id, "P1", Role.INTERVIEWEE, answers={"names": Answer((NAME,))}
    )
    relative = Person(PersonId("p2"), case_id, "P2", Role.RELATIVE)
    event_answers = {
        "act_type": Answer("arrest"),
        "counsel_access": Answer("no"),
        "sexual_violence": Answer("no"),
    }
    statement = Statement(
        StatementId(f"5{number:031x}"), interview_id, "own_words", "en", STATEMENT
    )
    return CaseFile(
        Case(case_id, "K7M2-Q9XT", CaseStatus.FINALISED, WHEN, WHEN, project="exile"),
        consent(),
        (Interview(interview_id, case_id, "made-up/1", WHEN, answers=given),),
        (person, relative),
        (Event(EventId(f"e{number:031x}"), interview_id, 1, answers=event_answers),),
        (statement,),
    )


def masked(text: str = STATEMENT, hidden: str = NAME, *, decided: bool = True) -> RedactedText:
    """Return a text in which one stretch is masked."""
    decision = Decision.MASK if decided else Decision.PENDING
    start = text.find(hidden)
    marks = [Mark(MarkId("m"), start, start + len(hidden), MarkKind.PERSON, decision)]
    return redact(text, marks if start >= 0 else [], lambda _mark: "[P1]")


def release(
    policy: Policy = Policy.ANALYSIS,
    purpose: Use = Use.ANALYSIS,
    group: RecipientGroup = RecipientGroup.ANALYSTS,
    seed: bytes = SEED,
) -> Release:
    return Release(policy, purpose, group, DAY, RowIds(seed))


SCHEME = Scheme(
    "made_up",
    {
        "profile.age": Level.BAND_NARROW,
        "profile.sex": Level.AS_IS,
        "profile.targeted_group": Level.AS_IS,
        "acts.act_type": Level.AS_IS,
        "displacement.left_on": Level.QUARTER,
        "interview.interview_country": Level.COUNTRY_GROUP,
    },
)


def generalised_row(case: CaseFile) -> Row:
    """Return a case's generalised row, as disclosure control gives it."""
    record = Record(case.case.id, case.case.id, answers_of(case, FIELDS))
    return generalised(record, FIELDS.quasi, SCHEME)


def redacted(
    case: CaseFile, made_for: Release | None = None, text: RedactedText | None = None
) -> RedactedCase:
    """Return what leaves of a case, its one statement included where the policy allows."""
    made_for = made_for or release()
    quotes = made_for.policy is Policy.ANALYSIS
    statements = [(case.statements[0], text or masked())] if quotes else []
    row = generalised_row(case)
    return build(case, made_for, FIELDS, row.values, statements=statements)


def facts(made_for: Release | None = None, **changes: object) -> Facts:
    figures = Figures(
        k=5,
        diversity=2,
        global_risk=0.1234567,
        information_loss=0.31,
        scheme=SCHEME.name,
        suppressed_rows=3,
        redactions={"person": 12, "place": 2},
        levels={of.name: SCHEME.level(of).value for of in FIELDS.quasi},
    )
    made = Facts(
        made_for or release(),
        figures,
        reviewed=True,
        withheld={"no_consent": 7, "withdrawn": 2},
        notes=("A made-up note.",),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # fields of Facts


def contents(count: int = 6, made_for: Release | None = None) -> BundleContents:
    made_for = made_for or release()
    cases = [redacted(case_file(n), made_for) for n in range(1, count + 1)]
    return BundleContents(facts(made_for), FIELDS, cases)


def varied(count: int = 30, made_for: Release | None = None) -> BundleContents:
    """Return contents in which every second person gave other answers, so that some are named."""
    made = contents(0, made_for)
    other = {"left_on": Answer("2020-02"), "sex": Answer("male"), "children": Answer(0)}
    files = [case_file(n, **other if n % 2 else {}) for n in range(1, count + 1)]
    return replace(made, cases=[redacted(each, made.facts.release) for each in files])


def keyring(fill: int = 5) -> VaultKeyring:
    return VaultKeyring.from_bytes(Secret(b"IKR1" + bytes([fill]) * 32 + bytes([fill + 1]) * 32))


def sealing(*recipients: Recipient, group: RecipientGroup = RecipientGroup.ANALYSTS) -> Sealing:
    """Return what seals for the made-up analyst, or for the recipients given."""
    return Sealing(keyring().signer(group), recipients or (hybrid().recipient(),))


PLAIN = Sealing(keyring().signer(RecipientGroup.ANALYSTS), unencrypted=True)


def open_gate(_file: BundleFile) -> Sequence[Finding]:
    """Find nothing."""
    return ()


def written(
    folder: Path,
    made: BundleContents | None = None,
    seals: Sealing | None = None,
    gate: Gate = open_gate,
) -> BundleReceipt:
    """Write a bundle ``folder/bundle.age``."""
    return write(folder / "bundle.age", made or contents(), seals or sealing(), gate)


def stream_of(content: bytes) -> io.BytesIO:
    return io.BytesIO(content)
