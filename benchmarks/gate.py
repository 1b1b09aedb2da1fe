"""Export of a large vault of people with ordinary names: does the leak gate refuse rightly.

usage: python -m benchmarks.gate [--cases N]

Every statement names the people of its case in other languages and forms, and people of other
cases have the same given names, surnames that are words, and surnames one letter away. All of it
is to leave, with nobody's review; then the same with a name put back in another alphabet behind
the last look at the text, and that is to be refused.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks import made
from intake.domain.consent import RecipientGroup, Use
from intake.errors import LeakFoundError
from intake.export import bundle
from intake.export.bundle import BundleContents
from intake.export.layout import BundleFile
from intake.export.snapshot import RedactedCase
from intake.export.writers import tables
from intake.services import exports, vaults
from intake.services.exports import ExportPlan, ExportRequest, Policy
from intake.services.plans import Notice
from intake.services.session import VaultSession

_ALPHABET = {
    **dict(zip("абвгдезийклмнопрстуўфыэі", "abvhdezijklmnoprstuufyei", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "ю": "iu",
    "я": "ia",
}
# As people are called: the same given names come again and again in a vault.
_WOMEN = "Алена Аксана Вольга Ганна Дар'я Ірына Кацярына Ларыса Марыя Наталля Святлана Таццяна Вера"
_MEN = "Алег Андрэй Аляксандр Віктар Дзмітрый Ігар Мікалай Павел Сяргей Уладзімір Юрый Яўген Раман"
_SYLLABLES = [a + b for a in "бвгджзклмнпрстхцчш" for b in "аеоуыяю"]
_ENDINGS = ("віч", "скі", "енка", "чук", "нюк", "овец", "ік", "оў", "ка", "ейка")
_WORDS = "Мароз Зіма Воўк Голуб Каваль Майстар Дзень Лес Сад Школа Круг Стол Пісьмо"
_SENTENCES = (
    ("en", "In the morning four people came for {other}. They asked about {given} as well."),
    ("en", "Nobody told {initials} why. The report of {patronymic} was read to us in the school."),
    ("ru", "Потом в школе спрашивали про {given}. Зима была долгой, и {surname} ждали до мая."),
    ("ru", "Он подписал письмо за столом, а {surname} увели. В лесу было тихо, мороз не спадал."),
    ("be", "Тады прыйшлі па {surname}. Майстар сказаў, што дзень быў цёплы і сад цвіў."),
    ("pl", "Rano przyszli po {other}. Dzień był ciepły, a {given} czekała w szkole."),
)


def latin(name: str) -> str:
    """Return a name as a passport might have it."""
    small = "".join(_ALPHABET.get(char, "") for char in name.lower()).replace("-", "")
    return small.capitalize()


def documents(number: int) -> Iterator[dict[str, Any]]:
    """Yield invented cases in the interchange format, always the same ones."""
    chance = random.Random(15)
    use = {"level": "code", "recipients": ["any"]}
    for index in range(number):
        sex = chance.choice(("female", "male"))
        given = chance.choice((_WOMEN if sex == "female" else _MEN).split())
        surname = _surname(chance)
        relative = f"{chance.choice(_MEN.split())} {surname}"
        yield {
            "project": "Gate",
            "language": "en",
            "interview": {"date": f"2022-{chance.randint(1, 12):02}-10", "mode": "in_person"},
            "persons": [
                {
                    "ref": "p1",
                    "role": "interviewee",
                    "names": [f"{given} {surname}"],
                    "phones": [f"+375 29 {index:07}"],
                    "documents": [f"MP{index:07}"],
                },
                {"ref": "p2", "role": "relative", "relation": "parent", "names": [relative]},
            ],
            "consent": {"given": "2022-05-26", "uses": {"analysis": use, "quotation": use}},
            "answers": {
                "targeted_group": [chance.choice(["lawyer", "journalist", "student"])],
                "age": chance.randint(20, 70),
                "sex": sex,
            },
            "events": [
                {"act_type": ["arbitrary_arrest"], "act_date": "2020-08", "victims": ["p1"]}
            ],
            "statement": _statement(chance, given, surname),
        }


def _surname(chance: random.Random) -> str:
    if chance.random() < 0.05:
        return chance.choice(_WORDS.split())
    stem = "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 2))))
    return stem.capitalize() + chance.choice(_ENDINGS)


def _statement(chance: random.Random, given: str, surname: str) -> str:
    forms = {
        "given": given,
        "surname": surname + chance.choice(("", "а", "у", "ом")),
        "other": f"{latin(given)} {latin(surname)}",
        "initials": f"{latin(given)[0]}. {latin(surname)[0]}.",
        "patronymic": latin(given) + " Ivanovna",
    }
    return " ".join(text.format(**forms) for _, text in chance.sample(_SENTENCES, 4))


def request() -> ExportRequest:
    """Return what is asked of the export."""
    return ExportRequest(
        policy=Policy.ANALYSIS,
        purpose=Use.ANALYSIS,
        group=RecipientGroup.PARTNER,
        unencrypted=True,
        accept_suggestions=True,
        unreviewed_statements=True,
    )


def export(session: VaultSession, folder: Path) -> dict[str, Any]:
    """Try the sabotaged export, then the honest one, and tell how both ended."""
    start = time.perf_counter()
    plan = exports.plan(session, request())
    planned = time.perf_counter()
    refused = is_refused(session, plan, folder / "sabotaged.zip")
    tried = time.perf_counter()
    receipt = exports.write(session, plan, folder / "out.zip")
    return {
        "cases": len(plan.included),
        "statements": plan.statements,
        "some stayed out": Notice.WOULD_HAVE_NAMED.value in plan.notices,
        "sabotage refused": refused,
        "kB": receipt.size // 1000,
        "plan s": round(planned - start, 1),
        "write s": round(time.perf_counter() - tried, 1),
    }


def is_refused(session: VaultSession, plan: ExportPlan, out: Path) -> bool:
    """Tell whether a bundle is refused in which one label is a name again, in another alphabet."""
    quoted = _one_label(plan.contents)
    own = plan.quoted[quoted]
    name = latin(own.people[0].names[0].split()[-1])

    def sabotaged(cases: Iterable[RedactedCase]) -> BundleFile:
        file = tables.write_statements(cases)
        row = re.search(rb"^" + quoted.encode() + rb",.*$", file.content, re.MULTILINE)
        if row is None:
            raise SystemExit("the statement is not in the file")
        spoiled = re.sub(rb"\[[^\]]+\]", b"then " + name.encode(), row[0], count=1)
        return BundleFile(file.name, file.content.replace(row[0], spoiled))

    try:
        with mock.patch.object(bundle, "write_statements", sabotaged):
            exports.write(session, plan, out)
    except LeakFoundError:
        return True
    return False


def _one_label(contents: BundleContents) -> str:
    """Return the id of a statement in which something is masked."""
    return next(
        statement.row_id
        for case in contents.cases
        for statement in case.statements
        if "[" in statement.text.text
    )


def main() -> None:
    """Make the vault, export it, and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    options = parser.parse_args()
    vault = made.copy(made.crowd(options.cases, documents(options.cases)), "gate-write")
    folder = vault.with_name("gate-out")
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    with made.secret() as passphrase:
        session = vaults.unlock(vault, passphrase)
    found = export(session, folder)
    session.close()
    found["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(", ".join(f"{name} {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
