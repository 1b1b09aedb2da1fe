"""Recognisably invented cases for tests of the services, made by way of the interchange."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from intake.domain.case import CaseFile
from intake.domain.ids import CaseId
from intake.domain.marks import Decision
from intake.services import review
from intake.services.interchange_case import CaseMaker
from intake.services.interviews import form
from intake.services.session import VaultSession

Document = dict[str, Any]
ANYBODY = ["any"]
LAST_NAMES = ("Lampa", "Sukno", "Tarelka", "Padushka", "Zanaveska", "Kubak", "Shafka", "Dyvan")


def name_of(number: int) -> str:
    """Return the invented name of an interviewee; each has a surname that nobody else has."""
    last = LAST_NAMES[number % len(LAST_NAMES)]
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return f"Zubrava {last}{letters}vich"


def document(number: int = 1, **changes: Any) -> Document:
    """Return a case that agrees to analysis, statistics and quotation, with changes on top."""
    made: Document = {
        "project": "Invented 2022",
        "language": "en",
        "interview": {"date": "2022-05-26", "mode": "in_person"},
        "persons": [{"ref": "p1", "role": "interviewee", "names": [name_of(number)]}],
        "consent": consent(),
        "answers": {"targeted_group": ["lawyer"], "age": 38, "sex": "female"},
        "events": [{"act_type": ["arbitrary_arrest"], "act_date": "2020-08", "victims": ["p1"]}],
        "statement": f"They came early. {name_of(number)} was not told why.",
    }
    return {**made, **changes}


def consent(**changes: Any) -> Document:
    """Return consent to analysis, statistics and quotation for anybody, with changes on top."""
    made: Document = {
        "given": "2022-05-26",
        "uses": {
            "analysis": {"level": "code", "recipients": ANYBODY},
            "statistics": {"level": "aggregate", "recipients": ANYBODY},
            "quotation": {"level": "code", "recipients": ANYBODY},
        },
    }
    return {**made, **changes}


def uses(**changes: Any) -> Document:
    """Return the same consent with some uses replaced."""
    return consent(uses={**consent()["uses"], **changes})


def case_file(number: int = 1, **changes: Any) -> CaseFile:
    """Return a case file that is stored nowhere."""
    return CaseMaker(form(), set()).case(document(number, **changes))


def fill(session: VaultSession, *documents: Document) -> tuple[CaseId, ...]:
    """Store cases and return their ids in the same order."""
    maker = CaseMaker(form(), set(session.store.cases.codes()))
    files = [maker.case(each) for each in documents]
    session.store.add_cases(files)
    return tuple(file.case.id for file in files)


def write_lines(path: Path, *documents: Document) -> Path:
    """Write cases in the interchange format."""
    path.write_text("".join(json.dumps(each) + "\n" for each in documents), "utf-8")
    return path


def review_everything(session: VaultSession) -> None:
    """Hide whatever is proposed in all statements, and finish their reviews."""
    for item in review.queue(session):
        marks = review.open_statement(session, item.statement_id).marks
        review.decide(session, item.statement_id, tuple(m.id for m in marks), Decision.MASK)
        review.complete(session, item.statement_id)


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size in bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
