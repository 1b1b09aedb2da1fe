"""Makes a case file out of one document of the interchange; reads no file, stores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from intake.domain.answers import Answer
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.consent import (
    Act,
    Consent,
    Decider,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.event import Event
from intake.domain.ids import (
    CaseId,
    EventId,
    InterviewId,
    PersonId,
    StatementId,
    is_case_code,
    new_case_code,
    new_id,
)
from intake.domain.interview import Interview
from intake.domain.languages import is_language_tag
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.domain.text import settle
from intake.export.fields import FieldPolicy
from intake.forms.definition import FormDefinition, Owner, QuestionKind
from intake.forms.validation import check_answer
from intake.services.selection import field_names

_STATEMENT = "own_words"
_IDENTITY = "identity"
_OF_THE_PROFILE = ("sex", "citizenships", "occupation")
_ACT = "act_type"
_LINKED = ("victims", "perpetrators")
_IN_DANGER = "in_danger"
UNASKED = frozenset({_IN_DANGER})  # what a case may say of a person though no form asks it
_CODE_HALF = 4
Document = dict[str, Any]
Answers = dict[str, Answer]


class FlawError(Exception):
    """A document is wrong at one key; never holds a value.

    Attributes:
        key: Where, ``consent.uses.analysis.level``.
        reason: Plain words.
    """

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason


class CaseMaker:
    """Turns documents that fit the schema into case files.

    Args:
        form: The questionnaire that answers are held against.
        taken: Case codes that exist; grows with each case made.
    """

    def __init__(self, form: FormDefinition, taken: set[str]) -> None:
        self._form = form
        self._taken = taken
        self._case_names = {question.name for question in form.section("case").items}
        self._identity_names = [question.name for question in form.section(_IDENTITY).items]
        self._interview_names = {question.name for question in form.section("interview").items}
        self._events_section = next(s.name for s in form.sections if s.owner is Owner.EVENT)
        self._withholdable = field_names(FieldPolicy.of(form))

    def case(self, document: Document) -> CaseFile:
        """Return the case file of one document.

        Raises:
            FlawError: Something does not fit.
        """
        language = document.get("language", "")
        if language and not is_language_tag(language):
            raise FlawError("language", "this is no tag of a known language, such as be or ru")
        now = datetime.now(UTC)
        case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
        entries = document.get("persons", [])
        persons = self._persons(case_id, entries)
        by_ref = {entry["ref"]: person.id for entry, person in zip(entries, persons, strict=True)}
        consent = self._consent(document["consent"]) if "consent" in document else None
        own = self._answers_of_case(document)
        project = own.pop("project", None)
        taken = consent.withdrawn if consent is not None else None
        gone = taken is not None and (taken.erase or not taken.what)
        case = Case(
            id=case_id,
            code=self._code(document.get("code")),
            status=CaseStatus.WITHDRAWN if gone else CaseStatus.FINALISED,
            created=now,
            changed=now,
            project=project.texts[0] if project is not None and project.texts else "",
            answers=own,
        )
        answers = self._answers_of_interview(document)
        return CaseFile(
            case=case,
            consent=consent,
            interviews=(
                Interview(interview_id, case_id, self._form.reference, now, answers=answers),
            ),
            persons=_with_interviewee(case_id, persons),
            events=self._events(interview_id, document.get("events", []), by_ref),
            statements=self._statements(interview_id, language, document.get("statement", "")),
        )

    def _code(self, given: str | None) -> str:
        code = new_case_code() if given is None else written_code(given)
        while given is None and code in self._taken:
            code = new_case_code()
        if not is_case_code(code):
            raise FlawError("code", "this is no case code; leave it out for a new one")
        if code in self._taken:
            raise FlawError("code", "a case with this code exists")
        self._taken.add(code)
        return code

    # -- persons ------------------------------------------------------------------------------

    def _persons(self, case_id: CaseId, entries: list[Document]) -> list[Person]:
        refs = [entry["ref"] for entry in entries]
        if len(set(refs)) != len(refs):
            raise FlawError("persons", "two persons have the same ref")
        if sum(entry["role"] == Role.INTERVIEWEE for entry in entries) > 1:
            raise FlawError("persons", "one person at most is the interviewee")
        numbers = iter(range(2, len(entries) + 2))
        return [
            self._person(case_id, entry, numbers, f"persons[{place}]")
            for place, entry in enumerate(entries)
        ]

    def _person(
        self, case_id: CaseId, entry: Document, numbers: Iterator[int], place: str
    ) -> Person:
        role = Role(entry["role"])
        first = role is Role.INTERVIEWEE
        code = "P1" if first else f"P{next(numbers)}"
        answers = {
            name: self._answer(_IDENTITY, name, entry[name], f"{place}.{name}")
            for name in self._identity_names
            if entry.get(name)
        }
        return Person(
            PersonId(new_id()), case_id, code, role, answers=answers | _plainly(entry, first=first)
        )

    # -- answers ------------------------------------------------------------------------------

    def _answer(self, section: str, name: str, raw: object, key: str) -> Answer:
        try:
            answer = check_answer(self._form, section, name, raw)
        except ValueError as error:
            raise FlawError(key, str(error).partition(": ")[2] or "it does not fit") from None
        return _settled(answer)

    def _answers_of_case(self, document: Document) -> Answers:
        given = {
            name: (f"answers.{name}", raw)
            for name, raw in document.get("answers", {}).items()
            if name in self._case_names
        }
        if document.get("project"):
            if "project" in given:
                raise FlawError("answers.project", "this is there twice")
            given["project"] = ("project", document["project"])
        return {name: self._answer("case", name, raw, key) for name, (key, raw) in given.items()}

    def _answers_of_interview(self, document: Document) -> Answers:
        answers: Answers = {}
        for key, raw in document.get("interview", {}).items():
            name = self._interview_name(key)
            _put(answers, name, self._answer("interview", name, raw, f"interview.{key}"), key)
        for place, entry in enumerate(document.get("persons", [])):
            if entry["role"] == Role.INTERVIEWEE:
                self._take_profile(answers, entry, f"persons[{place}]")
        for name, raw in document.get("answers", {}).items():
            if name not in self._case_names:
                key = f"answers.{name}"
                _put(answers, name, self._answer("", name, raw, key), key)
        language = document.get("language")
        if language and "interview_language" not in answers:
            self._try(answers, "interview_language", language)
        return answers

    def _interview_name(self, key: str) -> str:
        for name in (f"interview_{key}", key):
            if name in self._interview_names:
                return name
        raise FlawError(f"interview.{key}", "there is no such question")

    def _take_profile(self, answers: Answers, entry: Document, place: str) -> None:
        for name in _OF_THE_PROFILE:
            raw = entry.get(name)
            if not raw or (name == "occupation" and self._try(answers, name, raw)):
                continue
            # An occupation in somebody's own words is no choice, but it was said.
            kept = "occupation_text" if name == "occupation" else name
            key = f"{place}.{name}"
            _put(answers, kept, self._answer("", kept, raw, key), key)

    def _try(self, answers: Answers, name: str, raw: object) -> bool:
        """Take an answer if it is one of the choices."""
        try:
            answers[name] = check_answer(self._form, "", name, raw)
        except ValueError:
            return False
        return True

    # -- events and statements ----------------------------------------------------------------

    def _events(
        self,
        interview_id: InterviewId,
        entries: list[Document],
        by_ref: Mapping[str, PersonId],
    ) -> tuple[Event, ...]:
        single = [
            (f"events[{place}]", act)
            for place, entry in enumerate(entries)
            for act in _one_act_each(entry)
        ]
        return tuple(
            self._event(interview_id, entry, by_ref, ordinal, place)
            for ordinal, (place, entry) in enumerate(single, start=1)
        )

    def _event(
        self,
        interview_id: InterviewId,
        entry: Document,
        by_ref: Mapping[str, PersonId],
        ordinal: int,
        place: str,
    ) -> Event:
        answers = {
            name: self._answer(self._events_section, name, raw, f"{place}.{name}")
            for name, raw in entry.items()
            if name not in _LINKED
        }
        victims, perpetrators = (
            tuple(
                _person_of(by_ref, ref, f"{place}.{part}")
                for ref in dict.fromkeys(entry.get(part, []))
            )
            for part in _LINKED
        )
        return Event(
            EventId(new_id()),
            interview_id,
            ordinal,
            victims=victims,
            perpetrators=perpetrators,
            answers=answers,
        )

    def _statements(
        self, interview_id: InterviewId, language: str, text: str
    ) -> tuple[Statement, ...]:
        narratives = [q.name for q in self._form.questions if q.kind is QuestionKind.NARRATIVE]
        own = Statement(
            StatementId(new_id()),
            interview_id,
            _STATEMENT,
            language,
            settle(text),
            final=bool(text),
        )
        return tuple(
            own if name == _STATEMENT else Statement(StatementId(new_id()), interview_id, name)
            for name in narratives
        )

    # -- consent ------------------------------------------------------------------------------

    def _consent(self, document: Document) -> Consent:
        return Consent(
            given=document.get("given"),
            decided_by=Decider(document.get("decided_by", Decider.PERSON)),
            how=HowGiven(document.get("how", HowGiven.ORAL)),
            language=settle(document.get("language", "")),
            text_version=settle(document.get("text_version", "1")),
            acts=frozenset(Act(act) for act in document.get("acts", [])),
            uses={
                Use(use): self._use(granted, f"consent.uses.{use}")
                for use, granted in document.get("uses", {}).items()
            },
            withhold_note=settle(document.get("note", "")),
            confirmed=document.get("confirmed", False),
            withdrawn=_withdrawal(document.get("withdrawn")),
        )

    def _use(self, document: Document, key: str) -> UseConsent:
        withhold = frozenset(document.get("withhold", []))
        if not withhold <= self._withholdable:
            raise FlawError(f"{key}.withhold", "no field has this name")
        return UseConsent(
            level=IdentityLevel[document["level"].upper()],
            recipients=frozenset(RecipientGroup(group) for group in document.get("recipients", [])),
            until=document.get("until"),
            embargo=document.get("embargo"),
            withhold=withhold,
            conditions=settle(document.get("conditions", "")),
        )


def written_code(code: str) -> str:
    """Return a case code as it is stored, however it was typed: ``K7M2-Q9XT``."""
    compact = code.strip().upper()
    if not is_case_code(compact):
        return compact
    compact = compact.replace("-", "")
    return f"{compact[:_CODE_HALF]}-{compact[_CODE_HALF:]}"


def _put(answers: Answers, name: str, answer: Answer, key: str) -> None:
    if answers.setdefault(name, answer) != answer:
        raise FlawError(key, "this is there twice, with different answers")


def _with_interviewee(case_id: CaseId, persons: list[Person]) -> tuple[Person, ...]:
    if any(person.role is Role.INTERVIEWEE for person in persons):
        return tuple(sorted(persons, key=lambda person: int(person.code[1:])))
    return (Person(PersonId(new_id()), case_id, "P1", Role.INTERVIEWEE), *persons)


def _person_of(by_ref: Mapping[str, PersonId], ref: str, key: str) -> PersonId:
    if ref not in by_ref:
        raise FlawError(key, "no person has this ref")
    return by_ref[ref]


def _one_act_each(entry: Document) -> Iterator[Document]:
    """Yield an event for each of its acts: one event has one kind of act."""
    acts = entry.get(_ACT)
    if not isinstance(acts, list) or len(acts) <= 1:
        yield entry
        return
    for act in dict.fromkeys(acts):
        yield {**entry, _ACT: act}


def _settled(answer: Answer) -> Answer:
    if isinstance(answer.value, str):
        return Answer(settle(answer.value))
    if isinstance(answer.value, tuple):
        return Answer(tuple(settle(text) for text in answer.value))
    return answer


def _plainly(entry: Document, *, first: bool) -> Answers:
    """Keep what is said of a person and that the form asks nobody, or the interviewee alone."""
    answers: Answers = {}
    for name in ("relation",) if first else (*_OF_THE_PROFILE, "relation"):
        value = entry.get(name)
        if value:
            answers[name] = _settled(Answer(tuple(value) if isinstance(value, list) else value))
    if _IN_DANGER in entry:
        answers[_IN_DANGER] = Answer("yes" if entry[_IN_DANGER] else "no")
    return answers


def _withdrawal(document: str | Document | None) -> Withdrawal | None:
    if document is None:
        return None
    if isinstance(document, str):
        return Withdrawal(document)
    return Withdrawal(
        day=document["day"],
        what=frozenset(Use(use) for use in document.get("what", [])),
        erase=document.get("erase", False),
    )
