"""What a questionnaire is, as frozen values that windows draw from; reads no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.domain.classes import DisclosureClass, Generalisation
from intake.domain.person import IdentityKind, IdentityKinds
from intake.forms.expressions import Expression

FALLBACK_LANGUAGE = "en"


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    PERSON = "person"
    PLACE = "place"
    NOTE = "note"
    NARRATIVE = "narrative"
    IMAGE = "image"
    CODE = "code"


# As what a direct answer names somebody where the form does not say it.
_IDENTIFIES = {
    QuestionKind.PERSON: IdentityKind.NAME,
    QuestionKind.DATE: IdentityKind.BIRTH_DATE,
}


class Owner(StrEnum):
    """Whose record the answers of a section belong to."""

    CASE = "case"
    CONSENT = "consent"
    INTERVIEW = "interview"
    EVENT = "event"
    PERSON = "person"


# Section kinds (``bind::intake:kind`` of a group) whose answers do not belong to the interview.
_OWNERS = {
    "case": Owner.CASE,
    "consent": Owner.CONSENT,
    "event": Owner.EVENT,
    "person": Owner.PERSON,
    "identity": Owner.PERSON,
}
SECTION_KINDS = frozenset({"", "checklist", "statement", "help", "closing", *_OWNERS})


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages.

    Attributes:
        by_language: Language tag (``en``, ``be``) to text.
    """

    by_language: Mapping[str, str] = field(default_factory=dict, hash=False)

    def get(self, language: str) -> str:
        """Return the text in a language, else in English, else in any; empty when there is none.

        Args:
            language: BCP 47 tag; ``ru_RU`` and ``ru-RU`` find ``ru``.
        """
        primary = language.replace("_", "-").partition("-")[0]
        for tag in (language, primary, FALLBACK_LANGUAGE):
            found = self.by_language.get(tag)
            if found:
                return found
        return next((text for text in self.by_language.values() if text), "")

    def __bool__(self) -> bool:
        return any(self.by_language.values())


NO_TEXT = Texts()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose.

    Attributes:
        name: What is stored and exchanged, ``journalist``.
        parent: Name of the coarser choice in the list ``<list>_group``; empty without one.
        external_code: Code of the same thing in a list of somebody else's; often empty.
    """

    name: str
    label: Texts = NO_TEXT
    parent: str = ""
    external_code: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """A list of choices.

    Attributes:
        by_name: The same choices by name.
    """

    name: str
    choices: tuple[Choice, ...]
    by_name: Mapping[str, Choice] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {choice.name: choice for choice in self.choices})

    @property
    def group_list(self) -> str:
        """Name of the list that the parents of these choices stand in; empty without parents."""
        return f"{self.name}_group" if any(choice.parent for choice in self.choices) else ""


NO_CHOICES = ChoiceList("", ())


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: Field name, unique among the questions of one owner.
        section: Name of its section.
        required: Asked for, never forced: a record is complete with almost nothing known.
        relevant: Whether it is asked, given other answers; ``None`` for always.
        constraint: What an answer must fulfil; ``None`` for anything.
        calculation: Where the answer comes from when it is not asked.
        choice_list: Name of the list to choose from; empty for other kinds.
        choices: That list.
        appearance: XLSForm's hints for drawing, by blanks; see ``accepts_several`` and others.
        disclosure: What may leave; see ``DisclosureClass``.
        generalise: How it is made coarser before it leaves.
        identity: As what an answer names somebody, where the form says it; see ``identifies``.
    """

    name: str
    section: str
    kind: QuestionKind
    label: Texts = NO_TEXT
    hint: Texts = NO_TEXT
    required: bool = False
    relevant: Expression | None = None
    constraint: Expression | None = None
    constraint_message: Texts = NO_TEXT
    calculation: Expression | None = None
    choice_list: str = ""
    choices: ChoiceList = NO_CHOICES
    appearance: str = ""
    disclosure: DisclosureClass = DisclosureClass.INTERNAL
    generalise: Generalisation = Generalisation.NONE
    identity: IdentityKind | None = None

    @property
    def identifies(self) -> IdentityKind | None:
        """As what an answer names somebody; ``None`` only for what is not direct."""
        if self.identity is not None or self.disclosure is not DisclosureClass.DIRECT:
            return self.identity
        return _IDENTIFIES.get(self.kind, IdentityKind.OTHER)

    @property
    def accepts_several(self) -> bool:
        """Whether several texts or names may be given, one to a line."""
        return "several" in self.appearance.split()

    @property
    def accepts_new_choices(self) -> bool:
        """Whether words that are not in the list may be given (a team's own projects and tags)."""
        return "open" in self.appearance.split()

    @property
    def is_searched(self) -> bool:
        """Whether the list is long enough to be searched by typing."""
        return "autocomplete" in self.appearance.split()


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand together.

    Attributes:
        kind: ``''`` for plain answers; ``case``, ``consent``, ``statement``, ``event``, ``person``
            or ``identity`` where the window has a page of its own; ``help`` and ``closing`` where
            it reminds the interviewer of referrals and of how the person is; ``checklist`` where
            every choice is a point to go through.
        repeats: Asked once per event or person.
        relevant: Whether the section is shown, given other answers; ``None`` for always.
    """

    name: str
    label: Texts = NO_TEXT
    hint: Texts = NO_TEXT
    kind: str = ""
    repeats: bool = False
    items: tuple[Question, ...] = ()
    relevant: Expression | None = None

    @property
    def owner(self) -> Owner:
        """Whose record the answers belong to."""
        return _OWNERS.get(self.kind, Owner.INTERVIEW)


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A questionnaire.

    Attributes:
        languages: Tags of the languages it is written in, the first one first.
        sections: In the order of the interview.
        choices: All lists by name, lists of parents (``<list>_group``) among them.
    """

    name: str
    version: str
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    choices: Mapping[str, ChoiceList] = field(default_factory=dict, hash=False)
    title: str = ""

    @property
    def reference(self) -> str:
        """Name and version, ``intake-core/1``: what an interview remembers."""
        return f"{self.name}/{self.version}"

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, section by section."""
        return tuple(question for section in self.sections for question in section.items)

    @property
    def identity_kinds(self) -> IdentityKinds:
        """As what each field names somebody, by name; fields that name nobody are not there."""
        return {
            question.name: kind
            for question in self.questions
            if (kind := question.identifies) is not None
        }

    def section(self, name: str) -> Section:
        """Return a section.

        Raises:
            KeyError: There is no such section.
        """
        for section in self.sections:
            if section.name == name:
                return section
        raise KeyError(name)

    def question(self, name: str, section: str = "") -> Question:
        """Return a question; a name that two owners use is looked for outside repeats first.

        Args:
            name: Field name.
            section: Name of the section to look in; empty for all.

        Raises:
            KeyError: There is no such question.
        """
        places = [self.section(section)] if section else self.sections
        for place in sorted(places, key=lambda found: found.repeats):
            for question in place.items:
                if question.name == name:
                    return question
        raise KeyError(name)

    def question_of(self, owner: Owner, name: str) -> Question:
        """Return the question of that name whose answers belong to ``owner``.

        Raises:
            KeyError: There is no such question.
        """
        for section in self.sections:
            if section.owner is not owner:
                continue
            for question in section.items:
                if question.name == name:
                    return question
        raise KeyError(name)
