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

CLASSES = DisclosureClass
RULES = Generalisation
KINDS = QuestionKind


def question(
    name: str,
    section: str,
    kind: QuestionKind,
    disclosure: DisclosureClass,
    *,
    rule: Generalisation = Generalisation.NONE,
    choices: ChoiceList | None = None,
    appearance: str = "",
) -> Question:
    listed = choices or ChoiceList("", ())
    return Question(
        name,
        section,
        kind,
        label=en(f"About {name}"),
        choice_list=listed.name,
        choices=listed,
        appearance=appearance,
        disclosure=disclosure,
        generalise=rule,
    )


ONE, SEVERAL = KINDS.SELECT_ONE, KINDS.SELECT_MULTIPLE


def form() -> FormDefinition:
    """Return a small form with every disclosure class in it."""
    items = {
        "case": (
            question("case_code", "case", KINDS.CODE, CLASSES.INTERNAL),
            question("project", "case", ONE, CLASSES.PLAIN, choices=PROJECTS, appearance="open"),
        ),
        "interview": (
            question(
                "interview_country",
                "interview",
                KINDS.PLACE,
                CLASSES.INTERNAL,
                rule=RULES.COUNTRY_GROUP,
            ),
            question("mode", "interview", ONE, CLASSES.PLAIN, choices=YES_NO),
        ),
        "profile": (
            question("age", "profile", KINDS.INTEGER, CLASSES.QUASI, rule=RULES.BANDS),
            question("sex", "profile", ONE, CLASSES.QUASI, rule=RULES.OTHER, choices=SEX),
            question(
                "targeted_group",
                "profile",
                SEVERAL,
                CLASSES.QUASI,
                rule=RULES.PARENT,
                choices=GROUPS,
            ),
            question("religion", "profile", ONE, CLASSES.SENSITIVE, choices=YES_NO),
            question("motto", "profile", KINDS.TEXT, CLASSES.SENSITIVE),
            question("children", "profile", KINDS.INTEGER, CLASSES.PLAIN),
            question("nickname", "profile", KINDS.TEXT, CLASSES.DIRECT),
            question("unclassified", "profile", ONE, CLASSES.INTERNAL, choices=YES_NO),
        ),
        "acts": (
            question(
                "act_type",
                "acts",
                ONE,
                CLASSES.QUASI_SENSITIVE,
                rule=RULES.PARENT,
                choices=ACTS,
            ),
            question("counsel_access", "acts", ONE, CLASSES.SENSITIVE, choices=YES_NO),
            question("sexual_violence", "acts", ONE, CLASSES.SENSITIVE, choices=YES_NO),
        ),
        "displacement": (
            question(
                "left_on",
                "displacement",
                KINDS.DATE,
                CLASSES.QUASI_SENSITIVE,
                rule=RULES.QUARTER,
            ),
        ),
        "needs": (question("need", "needs", SEVERAL, CLASSES.SENSITIVE, choices=NEED),),
        "statement": (question("own_words", "statement", KINDS.NARRATIVE, CLASSES.NARRATIVE),),
        "identity": (question("names", "identity", KINDS.PERSON, CLASSES.DIRECT),),
        "others": (question("relation", "others", ONE, CLASSES.PLAIN, choices=YES_NO),),
    }
    kinds = {
        "case": "case",
        "acts": "event",
        "statement": "statement",
        "identity": "identity",
        "others": "person",
    }
    return FormDefinition(
        "made-up",
        "1",
        ("en",),
        tuple(
            Section(
                name,
                en(name),
                kind=kinds.get(name, ""),
                repeats=name in {"acts", "others"},
                items=found,
            )
            for name, found in items.items()
        ),
        {"groups_group": GROUP_PARENTS},
    )


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
