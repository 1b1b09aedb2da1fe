"""From the fields of the interview page to the bytes of the opened bundle, for each policy.

Everybody in the vault looks alike, so that nothing but consent decides. Ten are covered; five of
them withhold a fact and their own words. Each of the others lacks exactly one thing. What those
ten did not say, or withheld, is looked for in the bytes that the recipient reads.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.case import WISH, CaseStatus
from intake.domain.consent import (
    Consent,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.services import bundles, cases, consents, exports, interviews, records, team
from intake.services.bundles import Means
from intake.services.days import today
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.making import name_of, review_everything

PLAIN, WISHING = 5, 5
WITHHELD = frozenset({"earlier_interviews", "own_words"})
ALIKE = {
    "targeted_group": Answer(("lawyer",)),
    "age": Answer(38),
    "sex": Answer("female"),
}
COVERED = UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANALYSTS}))
AGGREGATE = replace(COVERED, level=IdentityLevel.AGGREGATE)
ANYBODY = frozenset({RecipientGroup.ANY})
OTHERS = frozenset(set(RecipientGroup) - {RecipientGroup.ANALYSTS, RecipientGroup.ANY})


def _day(days: int) -> str:
    return (date.fromisoformat(today()) + timedelta(days)).isoformat()


@dataclass(frozen=True)
class Person:
    """What somebody says of the analysis for analysts, and what is special about their case."""

    analysis: UseConsent | None = COVERED
    quotation: UseConsent | None = COVERED
    given: bool = True
    note: str = ""
    how: HowGiven = HowGiven.ORAL
    recording: str = "video"
    mode: str = "in_person"
    earlier: str = "first"
    wish: str = ""
    taken: Withdrawal | None = None
    finalised: bool = True
    others: Mapping[Use, UseConsent] = field(default_factory=dict)


# Each lacks one thing. Nobody else was recorded as a video.
STAYING: Mapping[str, Person] = {
    "not asked": Person(given=False),
    "no such use": Person(
        analysis=None, others={Use.RESEARCH: replace(COVERED, recipients=ANYBODY)}
    ),
    "no level": Person(analysis=replace(COVERED, level=IdentityLevel.NONE)),
    "nobody": Person(analysis=replace(COVERED, recipients=frozenset())),
    "other groups": Person(analysis=replace(COVERED, recipients=OTHERS)),
    "over": Person(analysis=replace(COVERED, until=_day(-1))),
    "not yet": Person(analysis=replace(COVERED, embargo=_day(1))),
    "condition": Person(analysis=replace(COVERED, conditions="Ask me first.")),
    "no such field": Person(analysis=replace(COVERED, withhold=frozenset({"my village"}))),
    "in words": Person(note="Nothing about the school."),
    "at the end": Person(wish="Leave out my brother."),
    "took it back": Person(taken=Withdrawal(today(), frozenset({Use.ANALYSIS}))),
    "took all back": Person(taken=Withdrawal(today())),
    "erase": Person(taken=Withdrawal(today(), frozenset({Use.MEDIA}), erase=True)),
    "a draft": Person(finalised=False),
}
# One for each person, said in the statement and nowhere else.
WORDS = (
    *("kettle", "ladder", "basket", "candle", "blanket", "violin", "carpet", "lantern", "teapot"),
    *("bicycle", "mirror", "pillow", "wardrobe", "saucepan", "hammer", "bucket", "umbrella"),
    *("accordion", "typewriter", "telescope", "stove", "curtain", "drawer", "ribbon", "kite"),
    "piano",
)
WAYS = [HowGiven.ORAL, HowGiven.WRITTEN, HowGiven.RECORDED]


def _people() -> dict[str, Person]:
    """Return everybody by a word that only their statement holds."""
    met = replace(COVERED, conditions="Ask me first.", conditions_met=True)
    limited = replace(COVERED, until=today(), embargo=today(), recipients=ANYBODY)
    partly = Withdrawal(today(), frozenset({Use.MEDIA}))
    plain = [Person(), Person(met), Person(limited), Person(taken=partly), Person(quotation=None)]
    wishing = [
        Person(replace(COVERED, withhold=WITHHELD), earlier="several", mode="remote")
    ] * WISHING
    covered = [
        replace(person, recording="notes", how=WAYS[number % len(WAYS)])
        for number, person in enumerate([*plain, *wishing])
    ]
    counted = Person(AGGREGATE, recording="notes")
    everybody = [*covered, counted, *STAYING.values()]
    return dict(zip(WORDS, everybody, strict=True))


PEOPLE = _people()
QUOTED = list(WORDS[: PLAIN - 1])


def record(session: VaultSession, number: int, word: str, person: Person) -> None:
    """Record a case by the same calls as the interview page, field by field."""
    file = interviews.begin(session, language="en").file
    case_id, interview = file.case.id, file.interviews[0].id

    def answer(name: str, value: Answer) -> None:
        interviews.save_answer(session, case_id, interview, name, value)

    if person.given:
        consents.save(session, case_id, Consent(given=today(), how=person.how, language="be"))
    stated = session.store.consents.current(case_id) or Consent()
    granted = {Use.ANALYSIS: person.analysis, Use.QUOTATION: person.quotation}
    uses = {use: each for use, each in granted.items() if each is not None} | dict(person.others)
    consents.save(session, case_id, replace(stated, uses=uses, withhold_note=person.note))
    for name, value in ALIKE.items():
        answer(name, value)
    answer("recording", Answer(person.recording))
    answer("mode", Answer(person.mode))
    answer("earlier_interviews", Answer(person.earlier))
    event, _ = records.add_event_to_case(session, case_id)
    interviews.save_answer(session, case_id, event.id, "act_type", Answer("arbitrary_arrest"))
    told = next(each for each in file.statements if each.question == "own_words")
    interviews.save_draft(session, told.id, f"They came early, and took the {word}.", 0)
    if person.wish:
        answer(WISH, Answer(person.wish))
    names = Answer((name_of(number),))
    interviews.save_answer(session, case_id, file.persons[0].id, "names", names)
    if person.finalised:
        cases.set_status(session, case_id, CaseStatus.FINALISED)
    if person.taken is not None:
        cases.withdraw(session, case_id, person.taken)


@pytest.fixture(scope="module")
def recorded(
    tmp_path_factory: pytest.TempPathFactory, template: Template, open_vault: OpenVault
) -> Path:
    """Return a folder with a vault of everybody, reviewed, and a key of the recipient."""
    folder = tmp_path_factory.mktemp("recorded")
    session = open_vault(template.copy_to(folder))
    for number, (word, person) in enumerate(PEOPLE.items()):
        record(session, number, word, person)
    review_everything(session)
    session.close()
    with secret() as passphrase:
        team.create_key(folder / "key", passphrase, work_factor=1)
    return folder


@pytest.fixture
def session(recorded: Path, tmp_path: Path, open_vault: OpenVault) -> Iterator[VaultSession]:
    opened = open_vault(Path(shutil.copytree(recorded / "vault", tmp_path / "vault")))
    yield opened
    opened.close()


def _opened(session: VaultSession, policy: Policy, key: Path, folder: Path) -> dict[str, str]:
    """Export for a key, open with it, and return what the recipient reads, by name of the file."""
    asked = ExportRequest(policy, Use.ANALYSIS, RecipientGroup.ANALYSTS, recipients=(f"{key}.pub",))
    receipt = exports.write(session, exports.plan(session, asked), folder / "out.age")
    with secret() as passphrase:
        means = Means(key_file=key, passphrase=passphrase, signer=bundles.ANY_SIGNER)
        bundles.open_bundle(receipt.path, folder / "opened", means)
    return {
        str(path.relative_to(folder / "opened")): path.read_text("utf-8")
        for path in (folder / "opened").rglob("*")
        if path.is_file()
    }


def _table(found: Mapping[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(found[f"data/{name}.csv"].splitlines()))


@pytest.mark.parametrize("policy", Policy)
def test_what_the_page_recorded_decides_what_is_in_the_bytes(
    recorded: Path, session: VaultSession, tmp_path: Path, policy: Policy
) -> None:
    codes = [summary.code for summary in cases.list_cases(session)]
    found = _opened(session, policy, recorded / "key", tmp_path)
    whole = "\n".join([*found, *found.values()])
    data = "\n".join(text for name, text in found.items() if name.startswith("data/"))
    quoted = QUOTED if policy is Policy.ANALYSIS else []
    assert [word for word in PEOPLE if word in whole] == quoted
    assert not [code for code in codes if code in whole]
    assert not re.findall("video|several", data)
    if policy is Policy.STATISTICS:
        counted = {(row["field"], row["value"]): row["people"] for row in _table(found, "counts")}
        assert counted["interview.mode", "in_person"] == str(PLAIN + 1)
        assert counted["interview.mode", "remote"] == str(WISHING)
    else:
        rows = _table(found, "interviews")
        assert [row["recording"] for row in rows] == ["notes"] * (PLAIN + WISHING)
        earlier = sorted(row["earlier_interviews"] for row in rows)
        assert earlier == [""] * WISHING + ["first"] * PLAIN
    withheld = json.loads(found["manifest.json"])["withheld"]
    assert set(withheld.values()) <= {"fewer than 5", "5", "10"}
    assert withheld["no_consent"] == ("5" if policy is Policy.STATISTICS else "10")
