"""A series of bundles, really written, opened and attacked, beside one made afresh each time.

usage: python -m benchmarks.disclosure.quarters [--people 300] [--quarters 8]

Made-up people report to one real vault. Each quarter two recipients get a bundle for purposes of
their own, encrypted to keys of their own; in between records are corrected, consent is taken back,
people are erased, and families are found. The attack reads the opened files alone, see
``quarter_attack``. The control exports the same records out of a new vault each time, which knows
of no earlier bundle: it must betray people, or the attack proves nothing.
"""

from __future__ import annotations

import argparse
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import made
from benchmarks.disclosure import quarter_attack
from benchmarks.disclosure.quarter_attack import Found, Opened
from benchmarks.disclosure.quarter_people import (
    ANALYSTS,
    PURPOSES,
    UN,
    Person,
    document,
    people,
)
from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.ids import CaseId
from intake.domain.marks import Decision
from intake.errors import RefusedError
from intake.export.terms import SEED_BYTES, RowIds
from intake.services import bundles, cases, exports, interviews, review, team, vaults
from intake.services.bundles import ANY_SIGNER, Means
from intake.services.exports import ExportRequest, Policy
from intake.services.interchange_case import CaseMaker
from intake.services.interviews import form
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts

K = 5
_WORK_FACTOR = 12
_CHEAP = KdfCosts(memory_kib=64 * 1024, time_cost=3, lanes=1)
COLUMNS = (
    *("series", "bundles", "people", "fewest candidates", "under 5", "certain"),
    *("fewest by facts", "fewest for a statement", "small differences"),
)


@dataclass(frozen=True)
class Series:
    """Bundles as their recipients have opened them, and who is who, which nobody is told.

    Attributes:
        quarters: Of each bundle.
        owners: Whose row it is, by its number, for each bundle.
    """

    quarters: tuple[int, ...]
    opened: tuple[Opened, ...]
    owners: tuple[Mapping[str, int], ...]


class _Recipient:
    """Somebody who has a key and opens what comes."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder / name
        self._folder.mkdir()
        self.purpose = Use(PURPOSES[name])
        self.group = RecipientGroup(name)
        self._file = self._folder / "key.txt"
        with made.secret() as passphrase:
            team.create_key(self._file, passphrase, _WORK_FACTOR)
        self.key = self._file.with_name(self._file.name + ".pub")

    def open(self, bundle: Path) -> Opened:
        """Open a bundle with the key, and read it."""
        into = self._folder / bundle.stem
        with made.secret() as passphrase:
            means = Means(key_file=self._file, passphrase=passphrase, signer=ANY_SIGNER)
            bundles.open_bundle(bundle, into, means)
        return quarter_attack.read(into)


class _Writer:
    """Writes bundles into one folder, and opens each as its recipient does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.recipients = [_Recipient(folder, name) for name in (ANALYSTS, UN)]
        self._quarters: list[int] = []
        self._opened: list[Opened] = []
        self._owners: list[dict[str, int]] = []

    def write(
        self, session: VaultSession, quarter: int, recorded: Mapping[int, CaseId], to: _Recipient
    ) -> None:
        """Write a bundle out of a vault, unless the program refuses to."""
        number = len(self._opened)
        seed = secrets.token_bytes(SEED_BYTES)
        request = ExportRequest(
            Policy.ANALYSIS, to.purpose, to.group, (str(to.key),), seed=seed, k=K
        )
        out = self._folder / f"bundle{number}.age"
        try:
            exports.write(session, exports.plan(session, request), out)
        except RefusedError:
            return
        ids = RowIds(seed)
        self._owners.append({ids.interview(case): person for person, case in recorded.items()})
        self._opened.append(to.open(out))
        self._quarters.append(quarter)

    def series(self) -> Series:
        """Return everything that has been written."""
        return Series(tuple(self._quarters), tuple(self._opened), tuple(self._owners))


# -- the series -----------------------------------------------------------------------------------


def kept(everybody: Sequence[Person], quarters: int, folder: Path) -> Series:
    """Write a series out of one vault that knows what has left."""
    folder.mkdir()
    writer, recorded = _Writer(folder), dict[int, CaseId]()
    with _vault(folder / "vault") as session:
        for quarter in range(quarters):
            for person in everybody:
                if person.number in recorded and quarter in person.happens:
                    _happen(session, recorded, person, quarter)
            new = [each for each in everybody if each.quarter == quarter]
            recorded |= _record(session, new, quarter)
            _review(session)
            for recipient in writer.recipients:
                writer.write(session, quarter, recorded, recipient)
        assert session.store.check() == ()
    return writer.series()


def afresh(everybody: Sequence[Person], quarters: int, folder: Path) -> Series:
    """Write each bundle out of a new vault: the control."""
    folder.mkdir()
    writer = _Writer(folder)
    for quarter in range(quarters):
        there = [each for each in everybody if each.is_there(quarter)]
        for recipient in writer.recipients:
            with _vault(folder / f"vault-{quarter}-{recipient.group.value}") as session:
                recorded = _record(session, there, quarter)
                _review(session)
                writer.write(session, quarter, recorded, recipient)
    return writer.series()


@contextmanager
def _vault(path: Path) -> Iterator[VaultSession]:
    with vaults.new_recovery_key() as recovery, made.secret() as passphrase:
        session = vaults.create(
            path, name="Quarters", passphrase=passphrase, recovery=recovery, costs=_CHEAP
        )
    try:
        yield session
    finally:
        session.close()


def _record(session: VaultSession, new: Sequence[Person], quarter: int) -> dict[int, CaseId]:
    maker = CaseMaker(form(), set(session.store.cases.codes()))
    files = [maker.case(document(each, quarter)) for each in new]
    session.store.add_cases(files)
    return {each.number: file.case.id for each, file in zip(new, files, strict=True)}


def _happen(
    session: VaultSession, recorded: dict[int, CaseId], person: Person, quarter: int
) -> None:
    """Let happen to a record what happens to it in a quarter."""
    what, case_id = person.happens[quarter], recorded[person.number]
    file = cases.case_file(session, case_id)
    interview = file.interviews[0].id
    if what == "edited":
        interviews.save_answer(
            session, case_id, interview, "age", Answer(person.facts_in(quarter)["age"])
        )
    elif what == "sensitive edited":
        answer = Answer(person.told_in(quarter)["religion"])
        interviews.save_answer(session, case_id, interview, "religion", answer)
    elif what == "reworded":
        statement = next(each for each in file.statements if each.text)
        interviews.set_final(session, statement.id, final=False)
        interviews.save_draft(session, statement.id, person.words_in(quarter), 0)
        interviews.set_final(session, statement.id, final=True)
    elif what == "related":
        phone = Answer((person.phone(quarter),))
        interviews.save_answer(session, case_id, file.persons[0].id, "phones", phone)
    elif what == "withdrawn":
        cases.withdraw(session, case_id, Withdrawal("2022-06-01"))
    else:
        cases.erase(session, case_id)
        del recorded[person.number]


def _review(session: VaultSession) -> None:
    """Decide as a careful person would who knows nobody: hide whatever is proposed."""
    for item in review.queue(session):
        marks = review.open_statement(session, item.statement_id).marks
        review.decide(session, item.statement_id, tuple(m.id for m in marks), Decision.MASK)
        review.complete(session, item.statement_id)


# -- the attack -----------------------------------------------------------------------------------


def attacked(everybody: Sequence[Person], series: Series) -> Found:
    """Attack a series with everything that is true of everybody but what is sensitive."""
    parents = {
        choice.name: choice.parent
        for question in form().questions
        for choice in question.choices.choices
        if choice.parent
    }
    return quarter_attack.attack(
        series.opened,
        series.owners,
        {person.number: person.known_unit for person in everybody},
        _fitting(everybody, series, parents),
    )


def _fitting(
    everybody: Sequence[Person], series: Series, parents: Mapping[str, str]
) -> Iterator[frozenset[int]]:
    by_number = {person.number: person for person in everybody}
    for quarter, opened, owners in zip(series.quarters, series.opened, series.owners, strict=True):
        for number in opened.rows:
            facts = by_number[owners[number]].facts_in(quarter)
            yield frozenset(
                owners[other]
                for other, row in opened.rows.items()
                if quarter_attack.fits(facts, row, parents)
            )


def table_row(name: str, series: Series, found: Found) -> str:
    """Return a line of the table."""
    cells = (
        *(name, len(series.opened), found.people, found.fewest),
        f"{found.under} ({found.under / max(1, found.people):.0%})",
        f"{found.certain} ({found.certain / max(1, found.people):.0%})",
        *(found.fewest_by_facts, found.fewest_for_words, found.small_counts),
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--quarters", type=int, default=8)
    options = parser.parse_args()
    everybody = people(options.people, options.quarters)
    print(f"| {' | '.join(COLUMNS)} |")
    print("|---" * len(COLUMNS) + "|", flush=True)
    place = made.FOLDER / "quarters"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name, write in (("classes that stay", kept), ("each afresh", afresh)):
        series = write(everybody, options.quarters, place / name.replace(" ", "-"))
        print(table_row(name, series, attacked(everybody, series)), flush=True)


if __name__ == "__main__":
    main()
