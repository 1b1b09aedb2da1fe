"""Writes the recorded bundles of one state: python -m tests.unit.export.recording DIR.

They are written once, when what stands in a bundle has changed, and then kept for ever.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from intake.domain.progress import CancelToken
from intake.export.bundle import BundleContents, Sealing, make_files, write
from intake.export.counting import FieldCounts
from intake.export.recipients import PassphraseRecipient
from intake.export.terms import Policy
from intake.vault.secret import Secret
from tests.unit.export.containers import FAST, classical, hybrid
from tests.unit.export.making import FIELDS, PLAIN, contents, facts, open_gate, release, sealing

PASSPHRASE = "six made up words for tests"
COUNTS = (FieldCounts("profile.sex", (("female", 7), ("male", None))),)


def bundles() -> Iterator[tuple[str, BundleContents, Sealing]]:
    """Yield each kind of bundle with a name that says how it opens."""
    statistics = facts(release(Policy.STATISTICS))
    words = PassphraseRecipient(Secret.from_text(PASSPHRASE), FAST)
    yield "analysis-hybrid", contents(), sealing(hybrid().recipient())
    yield (
        "records-classical",
        contents(made_for=release(Policy.RECORDS)),
        sealing(classical().recipient()),
    )
    yield "analysis-passphrase", contents(), sealing(words)
    yield "statistics-plain", BundleContents(statistics, FIELDS, counts=COUNTS), PLAIN
    for language in ("be", "ru"):
        made = replace(contents(), facts=replace(facts(), language=language))
        yield f"analysis_{language}-hybrid", made, sealing(hybrid().recipient())


def record(folder: Path) -> None:
    """Write every kind of bundle, and the digests of what must come out of it."""
    folder.mkdir(parents=True)
    expected = {}
    for name, made, seals in bundles():
        write(folder / f"{name}.age", made, seals, open_gate)
        files = make_files(made, CancelToken())[0]
        expected[name] = {
            each.name: hashlib.sha256(each.content).hexdigest()
            for each in sorted(files, key=lambda each: each.name)
        }
    text = json.dumps(expected, indent=1) + "\n"
    (folder / "expected.json").write_text(text, "utf-8")


if __name__ == "__main__":
    record(Path(sys.argv[1]))
