"""The tables of a bundle as records of the Events Standard Formats (HURIDOCS, 2001); no new facts.

Entities and fields are named as OpenEvSys names them. A table has one row per interviewee, so there
is one person and at most one event a row. Which date belongs to which act is in no bundle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.hierarchies import SEVERAL
from intake.errors import BundleDamagedError
from intake.export.codebook_labels import labelled
from intake.export.fields import EVENTS, INTERVIEWS
from intake.export.reading import TableShape
from intake.export.writers.tables import harmless

Record = Mapping[str, str]  # by field of the standard; one that is absent is empty

NOTE = "Values may be groups, bands, quarters or regions: see codebook.html of the bundle."

_TYPE, _DATE, _PLACE, _SITE = "acts.act_type", "acts.act_date", "acts.act_place", "acts.place_type"
_INSTITUTION, _ROLE, _VICTIM = "acts.institution", "profile.role", "victim"
_PERSON: Mapping[str, str] = {
    "sex": "profile.sex",
    "civil_status": "profile.civil_status",
    "dependants": "profile.dependants",
    "formal_education": "profile.education",
    "occupation": "profile.occupation",
    "health": "profile.disability",
    "religion": "profile.religion",
    "citizenship": "profile.citizenships",
    "ethnic_background": "profile.ethnicity",
    "language": "profile.home_language",
}
_SOURCE: Mapping[str, str] = {
    "language_of_source_material": "interview.interview_language",
    "date_of_source_material": "interview.interview_date",
}
_CONNECTION: Mapping[str, str] = {
    "source_connection_to_information": "acts.source_kind",
    "reliability_of_information": "acts.reliability",
}
HEADERS: Mapping[str, Sequence[str]] = {
    "event": (
        "event_record_number",
        "event_title",
        "local_geographical_area",
        "initial_date",
        "remarks",
    ),
    "person": ("person_record_number", *_PERSON, "remarks"),
    "act": (
        "act_record_number",
        "victim",
        "event",
        "type_of_act",
        "initial_date",
        "type_of_location",
        "remarks",
    ),
    "involvement": (
        "involvement_record_number",
        "perpetrator",
        "event",
        "act",
        "type_of_perpetrator",
        "remarks",
    ),
    "information": (
        "information_record_number",
        "source",
        "event",
        *_CONNECTION,
        *_SOURCE,
        "remarks",
    ),
}
ALWAYS = frozenset({"event", "person", "act"})  # the others only where they have a record


@dataclass(frozen=True, slots=True)
class _Cell:
    name: str
    value: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The values with labels as one text."""
        return "|".join(self.words)

    @property
    def is_one(self) -> bool:
        """Whether it holds one value that stands for no more."""
        return len(self.words) == 1 and self.value != SEVERAL


_Row = Mapping[str, _Cell]  # by key of the question; a value that is missing is absent


def records_of(
    tables: Iterable[tuple[TableShape, Iterable[Sequence[str]]]],
) -> Mapping[str, Sequence[Record]]:
    """Return the records of each entity in the order of the rows; none of a bundle of counts.

    Args:
        tables: As ``reading.read_tables`` yields them.

    Raises:
        BundleDamagedError: An id comes twice in a table, or an event is nobody's.
    """
    people: Mapping[str, _Row] = {}
    events: Mapping[str, _Row] = {}
    part = ""
    for shape, rows in tables:
        if not shape.has_people:
            continue
        if shape.name == INTERVIEWS:
            people = _rows_of(shape, rows)
        elif shape.name == EVENTS:
            events, part = _rows_of(shape, rows), shape.path
    if not events.keys() <= people.keys():
        raise BundleDamagedError(part=part)
    found: dict[str, list[Record]] = {entity: [] for entity in HEADERS}
    found["person"] = [_person(number, row) for number, row in people.items()]
    for person, row in events.items():
        if row:
            for entity, record in _told(person, people[person], row):
                found[entity].append(record)
    return found


def _rows_of(shape: TableShape, rows: Iterable[Sequence[str]]) -> Mapping[str, _Row]:
    labels = {each.name: dict(each.labels) for each in shape.fields}  # once: there can be many
    found: dict[str, _Row] = {}
    for row in rows:
        number = harmless(row[0])
        if number in found:
            raise BundleDamagedError(part=shape.path)
        found[number] = {
            field.key: _Cell(harmless(field.name), value, labelled(labels[field.name], value))
            for field, value in zip(shape.fields[1:], row[1:], strict=True)
            if value and not field.is_reason
        }
    return found


def _person(number: str, row: _Row) -> Record:
    told = _fields(row, _PERSON)
    return {"person_record_number": number} | told | _remarks(row, _PERSON.values())


def _told(person: str, about: _Row, row: _Row) -> Iterator[tuple[str, Record]]:
    """Yield what a row of events says: the event, its acts, who was involved, who told it."""
    event = f"{person}-e"
    types = row[_TYPE].words if _TYPE in row else ()
    is_typed = bool(types) and row[_TYPE].value != SEVERAL
    date = {_DATE} if _DATE in row and row[_DATE].is_one else set()
    # One act has all that the row says of acts; of several nobody can tell which has what.
    of_act = {_SITE, _INSTITUTION} if is_typed and len(types) == 1 else set()
    taken = {_PLACE, *date, *of_act, *_CONNECTION.values()} | ({_TYPE} if is_typed else set())
    dated = _fields(row, {"initial_date": _DATE}) if date else {}
    placed = _fields(row, {"local_geographical_area": _PLACE})
    titled = {"event_record_number": event, "event_title": event}
    yield "event", titled | placed | dated | _remarks(row, taken)
    links = {"event": event, "remarks": NOTE}
    for index, kind in enumerate(types, 1):
        act = {"act_record_number": f"{person}-a{index}"}
        # Several that are told as one word have no type: the word is none of the standard's.
        act |= {"type_of_act": kind} if is_typed else _remarks({_TYPE: row[_TYPE]}, ())
        if of_act:
            act |= dated | _fields(row, {"type_of_location": _SITE})
        if _is_victim(about):
            act["victim"] = person
        yield "act", links | act
    if of_act and _INSTITUTION in row:
        involved = {"involvement_record_number": f"{person}-v1", "act": f"{person}-a1"}
        yield "involvement", links | involved | _fields(row, {"type_of_perpetrator": _INSTITUTION})
    source = {"information_record_number": f"{person}-i", "source": person}
    yield "information", links | source | _fields(row, _CONNECTION) | _fields(about, _SOURCE)


def _is_victim(about: _Row) -> bool:
    """Whether the bundle says that it happened to this person; a witness is no victim."""
    return _ROLE in about and about[_ROLE].value == _VICTIM


def _fields(row: _Row, keys: Mapping[str, str]) -> dict[str, str]:
    return {name: row[key].text for name, key in keys.items() if key in row}


def _remarks(row: _Row, taken: Iterable[str]) -> dict[str, str]:
    """Return all that the standard has no field for, a line a column of the table."""
    without = set(taken)
    lines = [f"{cell.name}: {cell.text}" for key, cell in row.items() if key not in without]
    return {"remarks": "\n".join([NOTE, *lines])}
