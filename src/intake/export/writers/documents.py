"""``datapackage.json`` and ``PRIVACY.json``, the JSON files beside the tables; no case data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from intake.disclosure.counts import say
from intake.disclosure.measures import RISK_LINE
from intake.domain.classes import DisclosureClass
from intake.export import canonical
from intake.export.canonical import Json
from intake.export.facts import Facts
from intake.export.fields import INTERVIEWS
from intake.export.layout import (
    COUNT_COLUMNS,
    ID,
    STATEMENT_COLUMNS,
    BundleFile,
    Column,
    Table,
    our_file,
)
from intake.export.terms import Gap

DATAPACKAGE = "datapackage.json"
PRIVACY = "PRIVACY.json"

_PROFILES = "https://datapackage.org/profiles/2.0/"
_GAPS: list[Json] = [gap.value for gap in Gap]


def write_datapackage(
    facts: Facts, tables: Sequence[Table], files: Sequence[BundleFile]
) -> BundleFile:
    """Return the Frictionless Data Package v2 over the CSV files.

    Args:
        facts: What the bundle is.
        tables: The tables of rows.
        files: All CSV files, those of the tables and others.
    """
    schemas = {table.path: _table_schema(table) for table in tables}
    resources = [_resource(file, schemas.get(file.name) or _flat_schema(file)) for file in files]
    document: dict[str, Json] = {
        "$schema": _PROFILES + "datapackage.json",
        "name": f"intake-{facts.bundle_id}",
        "id": facts.bundle_id,
        "title": "Redacted interview records",
        "description": "Counts are not prevalence. Read report.html first.",
        "created": f"{facts.month}-01T00:00:00Z",
        "resources": list(resources),
    }
    return our_file(DATAPACKAGE, canonical.encode(document))


def write_privacy(facts: Facts, *, statements: bool) -> BundleFile:
    """Return what is known about the risk that is left.

    Args:
        facts: What the bundle is.
        statements: There are statements inside, of which ``reviewed`` speaks.
    """
    figures = facts.figures
    redactions = {kind: say(count) for kind, count in sorted(figures.redactions.items())}
    document: dict[str, Json] = {
        "format": "intake-privacy/1",
        "bundle_id": facts.bundle_id,
        "k": figures.k,
        "smallest_count": figures.count_threshold,
        "l": figures.diversity,
        "t": _rounded(figures.closeness),
        "global_risk": round(figures.global_risk, 4),
        "global_risk_line": RISK_LINE,
        "information_loss": round(figures.information_loss, 2),
        "discernibility": figures.discernibility,
        "suppressed_share": _rounded(figures.suppressed_share),
        "weights": dict(figures.weights),
        "scheme": figures.scheme,
        "levels": dict(figures.levels),
        "classes": {
            "standing": say(figures.standing_classes),
            "new": say(figures.new_classes),
            "ended": say(figures.ended_classes),
        },
        "suppressed_rows": say(figures.suppressed_rows),
        "people_under_k_over_all_releases": figures.people_under_k,
        "redactions": dict(redactions),
        "statements": statements,
        "reviewed": facts.reviewed,
        "counts_only": facts.counts_only,
        "k_covers_statements": False,
    }
    return our_file(PRIVACY, canonical.encode(document))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)


def _resource(file: BundleFile, schema: dict[str, Json]) -> Json:
    return {
        "name": file.name.removeprefix("data/").removesuffix(".csv"),
        "type": "table",
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "bytes": file.size,
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
        "schema": schema,
    }


def _schema(fields: list[Json], key: str) -> dict[str, Json]:
    schema: dict[str, Json] = {"$schema": _PROFILES + "tableschema.json", "fields": fields}
    schema["missingValues"] = [""]
    if key:
        schema["primaryKey"] = [key]
    return schema


def _table_schema(table: Table) -> dict[str, Json]:
    fields: list[Json] = [_key_field(table.key)]
    for column in table.columns:
        fields += [_value_field(column), _reason_field(column)]
    schema = _schema(fields, table.key)
    if table.name != INTERVIEWS:
        reference: Json = {"resource": INTERVIEWS, "fields": [ID]}
        schema["foreignKeys"] = [{"fields": [table.key], "reference": reference}]
    return schema


def _flat_schema(file: BundleFile) -> dict[str, Json]:
    """Return the schema of statements or counts."""
    if file.name.endswith("statements.csv"):
        fields = [_key_field(ID), *(_flat_field(name) for name in STATEMENT_COLUMNS[1:])]
        return _schema(fields, ID)
    return _schema([_flat_field(name) for name in COUNT_COLUMNS], "")


def _flat_field(name: str) -> Json:
    narrative = name in STATEMENT_COLUMNS
    disclosure = DisclosureClass.NARRATIVE if name == "text" else DisclosureClass.PLAIN
    field: dict[str, Json] = {"name": name, "type": "string", "intake:disclosure": disclosure.value}
    if name == "people":
        field["type"] = "integer"
    field["constraints"] = {"required": not narrative and name in {"field", "value"}}
    return field


def _key_field(name: str) -> Json:
    return {
        "name": name,
        "type": "string",
        "description": "Random in each bundle; says nothing about the record.",
        "constraints": {"required": True, "unique": True},
        "intake:disclosure": DisclosureClass.PLAIN.value,
    }


def _value_field(column: Column) -> Json:
    rule = column.rule
    field: dict[str, Json] = {
        "name": column.name,
        "type": "string",
        "title": rule.label.get("en"),
        "description": "One value, or several joined by a semicolon; generalised where it must be.",
        "intake:field": rule.key,
        "intake:disclosure": rule.disclosure.value,
    }
    if rule.labels:
        field["categories"] = [
            {"value": name, "label": label.get("en")} for name, label in rule.labels.items()
        ]
    return field


def _reason_field(column: Column) -> Json:
    return {
        "name": column.reason,
        "type": "string",
        "description": f"Why {column.name} has no value.",
        "constraints": {"enum": _GAPS},
        "intake:disclosure": column.rule.disclosure.value,
    }
