"""Reads the interchange: one case a line, checked whole before anything of it is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
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
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.domain.text import settle
from intake.errors import InputFileError, UsageError
from intake.export.schema_check import first_flaw
from intake.forms.definition import FormDefinition, Owner, QuestionKind
from intake.forms.validation import check_answer

LONGEST_LINE = 64 * 1024 * 1024
_STATEMENT = "own_words"
_IDENTITY = (
    "names",
    "aliases",
    "patronymic",
    "birth_date",
    "documents",
    "phones",
    "emails",
    "handles",
    "safe_contact",
)
_OF_THE_PROFILE = ("sex", "citizenships", "occupation")
_ACT = "act_type"


class InterchangeReader:
    """Turns lines into case files.

    Args:
        form: The questionnaire that answers are held against.
        taken: Case codes that exist; grows with each case read.
    """

    def __init__(self, form: FormDefinition, taken: frozenset[str]) -> None:
        self._form = form
        self._taken = set(taken)
        self._line = 0

    def read(self, path: Path) -> Iterator[CaseFile]:
        """Yield the cases of a file.

        Raises:
            InputFileError: A line is wrong: its number, the key, and what to do.
            UsageError: The file cannot be read.
        """
        try:
            with path.open("rb") as file:
                while raw := file.readline(LONGEST_LINE + 1):
                    self._line += 1
                    if raw.strip():
                        yield self._case(self._parse(raw))
        except OSError as error:
            raise UsageError(what=f"The file {path} cannot be read. Check its path.") from error

    def _refuse(self, key: str, reason: str) -> InputFileError:
        return InputFileError(line=self._line, key=key, reason=reason)

    def _parse(self, raw: bytes) -> dict[str, Any]:
        if len(raw) > LONGEST_LINE:
            raise self._refuse("line", "it is longer than 64 MiB")
        try:
            document = json.loads(raw, object_pairs_hook=self._without_twins)
        except UnicodeDecodeError:
            raise self._refuse("line", "it is not UTF-8 text") from None
        except (ValueError, RecursionError):
            raise self._refuse("line", "it is not one JSON object") from None
        flaw = first_flaw("interchange", document)
        if flaw is not None:
            key = ".".join(str(step) for step in flaw.absolute_path) or "line"
            raise self._refuse(*_told(key, flaw.validator, flaw.schema, flaw.instance))
        if not isinstance(document, dict):
            raise self._refuse("line", "it is not one JSON object")
        return document

    def _without_twins(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        document = dict(pairs)
        if len(document) != len(pairs):
            raise self._refuse("line", "a key stands there twice")
        return document

    # -- one case -----------------------------------------------------------------------------

    def _case(self, document: dict[str, Any]) -> CaseFile:
        now = datetime.now(UTC)
        case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
        language = document.get("language", "")
        persons = self._persons(case_id, document.get("persons", []))
        by_ref = {
            entry["ref"]: person.id
            for entry, person in zip(document.get("persons", []), persons, strict=True)
        }
        everybody = self._with_interviewee(case_id, persons)
        answers = self._interview_answers(document)
        return CaseFile(
            case=Case(
                id=case_id,
                code=self._code(document.get("code")),
                status=CaseStatus.FINALISED,
                created=now,
                changed=now,
                project=document.get("project", ""),
            ),
            consent=_consent(document["consent"]) if "consent" in document else None,
            interviews=(
                Interview(interview_id, case_id, self._form.reference, now, answers=answers),
            ),
            persons=everybody,
            events=self._events(interview_id, document.get("events", []), by_ref),
            statements=self._statements(interview_id, language, document.get("statement", "")),
        )

    def _code(self, given: str | None) -> str:
        if given is None:
            code = new_case_code()
            while code in self._taken:
                code = new_case_code()
        else:
            code = given.strip().upper()
            if not is_case_code(code):
                raise self._refuse("code", "this is no case code; leave it out for a new one")
            if code in self._taken:
                raise self._refuse("code", "a case with this code exists")
        self._taken.add(code)
        return code

    def _persons(self, case_id: CaseId, entries: list[dict[str, Any]]) -> list[Person]:
        refs = [entry["ref"] for entry in entries]
        if len(set(refs)) != len(refs):
            raise self._refuse("persons", "two persons have the same ref")
        first = [entry for entry in entries if entry["role"] == Role.INTERVIEWEE]
        if len(first) > 1:
            raise self._refuse("persons", "one person at most is the interviewee")
        numbers = iter(range(2, len(entries) + 2))
        return [self._person(case_id, entry, numbers) for entry in entries]

    def _person(self, case_id: CaseId, entry: dict[str, Any], numbers: Iterator[int]) -> Person:
        role = Role(entry["role"])
        code = "P1" if role is Role.INTERVIEWEE else f"P{next(numbers)}"
        answers = {
            name: self._answer("identity", name, entry[name], "persons")
            for name in _IDENTITY
            if entry.get(name)
        }
        if role is not Role.INTERVIEWEE:
            answers |= _plainly(entry)
        return Person(PersonId(new_id()), case_id, code, role, answers=answers)

    def _with_interviewee(self, case_id: CaseId, persons: list[Person]) -> tuple[Person, ...]:
        if any(person.role is Role.INTERVIEWEE for person in persons):
            return tuple(sorted(persons, key=lambda person: int(person.code[1:])))
        first = Person(PersonId(new_id()), case_id, "P1", Role.INTERVIEWEE)
        return (first, *persons)

    def _interview_answers(self, document: dict[str, Any]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for key, raw in document.get("interview", {}).items():
            name = self._interview_name(key)
            answers[name] = self._answer("interview", name, raw, f"interview.{key}")
        if "interview_language" not in answers and document.get("language"):
            self._try(answers, "interview_language", document["language"])
        for entry in document.get("persons", []):
            if entry["role"] == Role.INTERVIEWEE:
                self._take_profile(answers, entry)
        for name, raw in document.get("answers", {}).items():
            answers[name] = self._answer("", name, raw, f"answers.{name}")
        return answers

    def _interview_name(self, key: str) -> str:
        names = {question.name for question in self._form.section("interview").items}
        for name in (f"interview_{key}", key):
            if name in names:
                return name
        raise self._refuse(f"interview.{key}", "there is no such question")

    def _take_profile(self, answers: dict[str, Answer], entry: dict[str, Any]) -> None:
        for name in _OF_THE_PROFILE:
            if not entry.get(name):
                continue
            if not self._try(answers, name, entry[name]) and name == "occupation":
                self._try(answers, "occupation_text", entry[name])

    def _try(self, answers: dict[str, Answer], name: str, raw: object) -> bool:
        """Take an answer if it fits; what names no choice is kept elsewhere or left."""
        try:
            answers[name] = check_answer(self._form, "", name, raw)
        except ValueError:
            return False
        return True

    def _answer(self, section: str, name: str, raw: object, key: str) -> Answer:
        try:
            answer = check_answer(self._form, section, name, raw)
        except ValueError as error:
            raise self._refuse(key, str(error).partition(": ")[2] or "it does not fit") from None
        return _settled(answer)

    def _events(
        self,
        interview_id: InterviewId,
        entries: list[dict[str, Any]],
        by_ref: Mapping[str, PersonId],
    ) -> tuple[Event, ...]:
        made: list[Event] = []
        for entry in entries:
            for single in _one_act_each(entry):
                made.append(self._event(interview_id, single, by_ref, len(made) + 1))
        return tuple(made)

    def _event(
        self,
        interview_id: InterviewId,
        entry: dict[str, Any],
        by_ref: Mapping[str, PersonId],
        ordinal: int,
    ) -> Event:
        section = next(s for s in self._form.sections if s.owner is Owner.EVENT)
        answers = {
            name: self._answer(section.name, name, raw, f"events.{name}")
            for name, raw in entry.items()
            if name not in {"victims", "perpetrators"}
        }
        linked = {
            part: tuple(self._ref(by_ref, ref, part) for ref in entry.get(part, []))
            for part in ("victims", "perpetrators")
        }
        return Event(
            EventId(new_id()),
            interview_id,
            ordinal,
            victims=linked["victims"],
            perpetrators=linked["perpetrators"],
            answers=answers,
        )

    def _ref(self, by_ref: Mapping[str, PersonId], ref: str, part: str) -> PersonId:
        if ref not in by_ref:
            raise self._refuse(f"events.{part}", "no person has this ref")
        return by_ref[ref]

    def _statements(
        self, interview_id: InterviewId, language: str, text: str
    ) -> tuple[Statement, ...]:
        narratives = [q for q in self._form.questions if q.kind is QuestionKind.NARRATIVE]
        return tuple(
            Statement(
                StatementId(new_id()),
                interview_id,
                question.name,
                language if question.name == _STATEMENT else "",
                settle(text) if question.name == _STATEMENT else "",
                final=question.name == _STATEMENT and bool(text),
            )
            for question in narratives
        )


def _told(key: str, rule: object, schema: object, instance: object) -> tuple[str, str]:
    """Return key and reason of a flaw, without a word of the value."""
    if rule == "additionalProperties" and isinstance(schema, dict) and isinstance(instance, dict):
        unknown = sorted(set(instance) - set(schema.get("properties", {})))
        name = unknown[0][:40] if unknown else key
        return (name if key == "line" else f"{key}.{name}"), "this key is not known"
    if key == "line" and rule == "anyOf":
        return "statement", "a case needs a statement or answers"
    if rule == "enum" and isinstance(schema, dict):
        return key, f"choose one of {', '.join(map(str, schema.get('enum', ())))}"
    if rule == "required":
        return key, "something that is needed here is missing"
    return key, "this is not the kind of value that belongs here"


def _one_act_each(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield an event for each of its acts: one event has one kind of act."""
    acts = entry.get(_ACT)
    if not isinstance(acts, list) or len(acts) <= 1:
        yield entry
        return
    for act in acts:
        yield {**entry, _ACT: act}


def _settled(answer: Answer) -> Answer:
    if isinstance(answer.value, str):
        return Answer(settle(answer.value))
    if isinstance(answer.value, tuple):
        return Answer(tuple(settle(text) for text in answer.value))
    return answer


def _plainly(entry: dict[str, Any]) -> dict[str, Answer]:
    """Keep what is said of another person, though the form asks it of the interviewee only."""
    answers: dict[str, Answer] = {}
    for name in (*_OF_THE_PROFILE, "relation"):
        value = entry.get(name)
        if value:
            answers[name] = _settled(Answer(tuple(value) if isinstance(value, list) else value))
    if "in_danger" in entry:
        answers["in_danger"] = Answer("yes" if entry["in_danger"] else "no")
    return answers


def _consent(document: dict[str, Any]) -> Consent:
    return Consent(
        given=document.get("given"),
        decided_by=Decider(document.get("decided_by", Decider.PERSON)),
        how=HowGiven(document.get("how", HowGiven.ORAL)),
        language=document.get("language", ""),
        text_version=document.get("text_version", "1"),
        acts=frozenset(Act(act) for act in document.get("acts", [])),
        uses={Use(use): _use(granted) for use, granted in document.get("uses", {}).items()},
        withhold_note=settle(document.get("note", "")),
        confirmed=document.get("confirmed", False),
        withdrawn=_withdrawal(document.get("withdrawn")),
    )


def _use(document: dict[str, Any]) -> UseConsent:
    return UseConsent(
        level=IdentityLevel[document["level"].upper()],
        recipients=frozenset(RecipientGroup(group) for group in document.get("recipients", [])),
        until=document.get("until"),
        embargo=document.get("embargo"),
        withhold=frozenset(document.get("withhold", [])),
        conditions=settle(document.get("conditions", "")),
    )


def _withdrawal(document: str | dict[str, Any] | None) -> Withdrawal | None:
    if document is None:
        return None
    if isinstance(document, str):
        return Withdrawal(document)
    return Withdrawal(
        day=document["day"],
        what=frozenset(Use(use) for use in document.get("what", [])),
        erase=document.get("erase", False),
    )
