"""Bundles of several laptops, forms and months, to be united; and what reads the data set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup
from intake.export import canonical
from intake.export.bundle import BundleContents, Sealing, write
from intake.export.collate import Collation, collate
from intake.export.fields import FieldPolicy
from intake.export.snapshot import build
from intake.export.terms import Policy
from intake.export.verify import Opening, Trust
from intake.forms.definition import FormDefinition
from tests.unit.export.forging import Forger, members_of
from tests.unit.export.making import (
    FIELDS,
    case_file,
    facts,
    generalised_row,
    keyring,
    masked,
    open_gate,
    release,
)

TRUST = Trust({"office": keyring().public_key("Office"), "partner": keyring(9).public_key("P")})
OPENING = Opening((), TRUST)


def seed(number: int) -> bytes:
    return number.to_bytes(4, "big") * 8


def bundle(
    folder: Path,
    number: int,
    people: int = 6,
    *,
    fields: FieldPolicy = FIELDS,
    policy: Policy = Policy.ANALYSIS,
    key: int = 5,
    k: int = 5,
    **answers: Answer,
) -> Path:
    """Write a plain bundle of people who are numbered from the bundle's number on."""
    made_for = release(policy, seed=seed(number))
    cases = []
    for index in range(people):
        case = case_file(100 * number + index, **answers)
        row = generalised_row(case).values
        statements = [(case.statements[0], masked())] if policy is Policy.ANALYSIS else []
        cases.append(build(case, made_for, fields, row, statements=statements))
    said = facts(made_for)
    said = replace(said, figures=replace(said.figures, k=k))
    seals = Sealing(keyring(key).signer(RecipientGroup.ANALYSTS), unencrypted=True)
    path = folder / f"{number}.zip"
    write(path, BundleContents(said, fields, cases), seals, open_gate)
    return path


def other_form() -> FieldPolicy:
    """Return the form of another project: a question less, and one under a name that is taken."""
    form: FormDefinition = FIELDS.form
    sections = []
    for section in form.sections:
        gone = "mode" if section.name == "interview" else "religion"
        items = [each for each in section.items if each.name != gone]
        if section.name == "profile":
            twin = next(each for each in items if each.name == "sex")
            moved = replace(twin, name="mode", label=replace(twin.label))
            items.append(moved)
        sections.append(replace(section, items=tuple(items)))
    return FieldPolicy.of(replace(form, sections=tuple(sections)))


def counted(folder: Path, number: int) -> Path:
    """Write a bundle of counts."""
    from tests.unit.export.recording import COUNTS

    made = BundleContents(facts(release(Policy.STATISTICS, seed=seed(number))), FIELDS, (), COUNTS)
    seals = Sealing(keyring().signer(RecipientGroup.ANALYSTS), unencrypted=True)
    path = folder / f"{number}.zip"
    write(path, made, seals, open_gate)
    return path


def copies(folder: Path, original: Path, count: int) -> list[Path]:
    """Write a bundle many times under numbers of their own, signed as they should be."""
    members = members_of(original.read_bytes())
    made = []
    for number in range(count):
        name = f"{number:032x}"
        forger = Forger(dict(members))
        for document in ("datapackage.json", "PRIVACY.json"):
            found = json.loads(members[document])
            key = "id" if document == "datapackage.json" else "bundle_id"
            found[key] = name
            if key == "id":
                found["name"] = f"intake-{name}"
            forger.replace(document, canonical.encode(found))
        path = folder / f"copy-{number}.zip"
        path.write_bytes(forger.change(bundle_id=name))
        made.append(path)
    return made


def unite(folder: Path, *paths: Path) -> Collation:
    return collate(folder / "all", paths, OPENING)


def ask(folder: Path, question: str) -> Sequence[tuple[Any, ...]]:
    """Ask DuckDB about the data set where it lies; ``@name`` stands for a table."""
    connection = duckdb.connect()
    for table in ("interviews", "events", "displacements", "needs", "statements", "counts"):
        files = f"read_parquet('{folder}/all/{table}/*/*.parquet', hive_partitioning=true)"
        question = question.replace(f"@{table}", files)
    for table in ("bundles", "labels"):
        question = question.replace(f"@{table}", f"read_parquet('{folder}/all/{table}/*.parquet')")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()
