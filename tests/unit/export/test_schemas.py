"""The shipped JSON Schemas: themselves valid, closed, and true to the documented examples."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from intake.domain.consent import Act, Decider, HowGiven, IdentityLevel, RecipientGroup, Use
from intake.domain.person import Role
from intake.export.facts import WITHHELD_REASONS
from intake.export.schema_check import first_flaw, schema
from intake.export.terms import Policy

NAMES = sorted(
    path.name.removesuffix(".json") for path in files("intake.export").joinpath("schemas").iterdir()
)
MISSING = {"missing": "declined"}
CASE: dict[str, Any] = {
    "code": None,
    "project": "Made-up project",
    "language": "ru",
    "interview": {"date": "2022-05-26", "mode": "in_person", "country": "GE", "city": "Batumi"},
    "persons": [
        {
            "ref": "p1",
            "role": "interviewee",
            "names": ["Valjancin Prydumany"],
            "aliases": ["Valik"],
            "phones": ["+375000000000"],
            "emails": [],
            "documents": [],
            "birth_date": "1984-03",
            "sex": "female",
            "citizenships": ["BY"],
            "occupation": "made up",
            "in_danger": True,
        }
    ],
    "consent": {
        "given": "2022-05-26",
        "how": "oral",
        "text_version": "1",
        "acts": ["notes"],
        "withdrawn": None,
        "uses": {
            "analysis": {
                "level": "code",
                "recipients": ["any"],
                "until": None,
                "withhold": ["region_of_origin"],
            },
            "statistics": {"level": "aggregate", "recipients": ["any"]},
            "quotation": {"level": "code", "recipients": ["un", "team"]},
        },
    },
    "answers": {
        "targeted_group": ["lawyer"],
        "age": 38,
        "left_on": "2021-07",
        "need": ["legalisation", "mental_health"],
        "residence_now": MISSING,
    },
    "events": [
        {
            "act_type": ["arbitrary_arrest"],
            "act_date": "2020-08-11/2020-08-14",
            "act_place": "somewhere",
            "institution": ["gubopik"],
            "victims": ["p1"],
        }
    ],
    "statement": "Something was said.",
}
WITHHELD = dict.fromkeys(WITHHELD_REASONS, "fewer than 5")
BUNDLE = {
    "bundle_id": "0" * 32,
    "signer": "",
    "signer_words": "one two three four five six",
    "trusted": False,
    "encrypted": True,
    "policy": "analysis",
    "purpose": "analysis",
    "recipient_group": "analysts",
    "month": "2022-06",
    "k": 5,
    "files": [{"path": "manifest.json", "bytes": 10}],
    "withheld": WITHHELD,
    "statements": True,
    "reviewed": True,
}
SPANS = [
    {
        "start": 0,
        "end": 4,
        "kind": "person",
        "replacement": "[P1]",
        "source": "names",
        "score": 1.0,
    }
]
USE_CONSENT = {
    "level": "code",
    "recipients": ["any"],
    "until": None,
    "embargo": "2022-01-01",
    "withhold": [],
    "conditions": "",
    "conditions_met": False,
}
LEFT_BUNDLE: dict[str, Any] = {
    "bundle_id": "0" * 32,
    "day": "2022-06-01",
    "group": "un",
    "purpose": "analysis",
    "policy": None,
    "to": ["Analyst"],
    "statement": True,
    "recall": True,
}
SHOWN_CASE = {
    "code": "K7M2-Q9XT",
    "status": "draft",
    "project": "",
    "never_name": False,
    "consent": {
        "given": None,
        "confirmed": False,
        "how": "oral",
        "decided_by": "person",
        "language": "",
        "text_version": "1",
        "acts": ["notes"],
        "uses": {"analysis": USE_CONSENT},
        "withhold_note": "",
        "withdrawn": {"day": "2022-06-01", "what": ["media"], "erase": False},
    },
    "persons": [{"code": "P1", "role": "interviewee", "answers": {"names": ["A"]}}],
    "answers": {"age": 38, "sex": "female", "need": ["housing"], "role": MISSING},
    "events": [{"victims": ["P1"], "perpetrators": [], "answers": {"act_type": "raid"}}],
    "statements": [
        {"field": "own_words", "language": "be", "text": "x", "final": True, "reviewed": False}
    ],
}
EXAMPLES: dict[str, Any] = {
    "interchange": CASE,
    "identities": [{"name": "Valjancin Prydumany", "aliases": ["Valik"], "phone": "+375000000000"}],
    "output-bundle": BUNDLE,
    "output-bundle-collate": {
        "bundles": ["0" * 32],
        "repeated": ["twin.age"],
        "tables": {"interviews": 6},
        "risk": {
            "rows": 6,
            "classes": 1,
            "smallest_class": 6,
            "k": 5,
            "rows_under_k": 0,
            "classes_under_k_in_each_bundle": 0,
            "mean_risk": 0.1667,
        },
    },
    "output-demo": {
        "vault": "demo/vault",
        "passphrase_file": "demo/passphrase.txt",
        "analyst_key": "demo/analyst-key.txt",
        "bundle": "demo/bundle.age",
        "sha256": "0" * 64,
        "cases": 80,
        "verification": BUNDLE,
    },
    "output-export": {
        "bundle": "out.age",
        "bundle_id": "0" * 32,
        "sha256": "0" * 64,
        "size": 1,
        "cases": 70,
        "files": ["manifest.json"],
        "excluded": {"no_consent": 2},
        "scheme": "fine..coarse",
        "classes": {"standing": 1, "new": 2, "ended": 0},
        "counts_only": False,
    },
    "output-vault-info": {
        "format": 1,
        "kdf": "argon2id",
        "memory_mib": 256,
        "passes": 3,
        "lanes": 4,
    },
    "output-vault-protection": {
        "warnings": 1,
        "process": [{"name": "umask", "state": "on", "detail": ""}],
        "surroundings": [{"name": "swap", "finding": "risk", "detail": "", "names": []}],
    },
    "output-vault-check": {
        "good": True,
        "rollback": None,
        "parts": [{"part": "header", "good": True, "detail": "whole", "advice": ""}],
    },
    "output-vault-drill": {
        "good": False,
        "parts": [{"part": "header", "good": False, "detail": "damaged", "advice": "Open it."}],
        "cases": 3,
        "newest": "2022-05-26T09:30:00+00:00",
        "unverified": ["search", "recovery"],
    },
    "output-vault-rescue": {
        "whole": ["K7M2-Q9XT"],
        "partial": [{"code": "K7M2-Q9XU", "lost": ["answers"]}],
        "gone": ["K7M2-Q9XV"],
        "unsaved": 2,
        "nameless": 1,
        "lost": ["audit"],
        "awaits_new_keys": False,
    },
    "output-case-import": {"cases": 1, "codes": ["K7M2-Q9XT"]},
    "output-case-list": {
        "cases": [
            {
                "code": "K7M2-Q9XT",
                "status": "finalised",
                "project": "",
                "group": "lawyer",
                "country": "GE",
                "language": "ru",
                "interview_date": "2022-05-26",
                "needs_review": True,
                "consent_until": None,
                "withdrawn": False,
            }
        ]
    },
    "output-case-show": {"cases": [SHOWN_CASE, SHOWN_CASE | {"consent": None}]},
    "output-case-withdraw": {"withdrawn": 1, "recall": ["0" * 32], "bundles": [LEFT_BUNDLE]},
    "output-case-erase": {"erased": 1, "recall": [], "bundles": [LEFT_BUNDLE | {"to": []}]},
    "output-case-recall": {
        "letters": [{"file": "letters/recall-00000000-11111111.txt", **LEFT_BUNDLE}]
    },
    "output-review-sign": {
        "seen": "0a" * 16,
        "texts": [{"number": 1, "field": "own_words", "language": "be", "text": "[P1] spoke"}],
    },
    "output-review-take": {
        "by": "Colleague",
        "looked_at": 1,
        "outdated": 0,
        "overruled": 0,
        "changes": [{"code": "K7M2-Q9XT", "field": "own_words", "change": "the hour tells it"}],
    },
    "output-case-seal": {
        "parcels": ["0a1b2c3d.parcel"],
        "words_forgotten": 0,
        "backups_destroyed": [],
        "backups_kept": [],
        "backups_out_of_reach": ["stick"],
        "cases_left": 3,
        "left_here": {
            "clear": False,
            "cases": 3,
            "drafts": 1,
            "sealed": 2,
            "labels": 0,
            "words": 4,
            "trusted_keys": 1,
            "bundles": 0,
            "traces": 0,
            "backups": [],
            "backups_out_of_reach": ["stick"],
            "settings": ["project"],
            "vault_has_name": False,
            "awaits_new_keys": False,
        },
        "recovery_key": None,
    },
    "output-parcel-receive": {
        "outcome": "new",
        "code": "K7M2-Q9XT",
        "sender": "Colleague",
        "erase": False,
        "recall": [],
    },
    "output-parcel-list": {
        "sealed": [
            {"parcel": "0a" * 16, "month": "2026-01", "label": "", "recalled": None},
            {"parcel": "0c" * 16, "month": "2026-01", "label": "x", "recalled": "2026-02-03"},
        ],
        "received": [
            {"parcel": "0b" * 16, "month": "2026-01", "sender": "Colleague", "code": "K7M2-Q9XT"}
        ],
        "conflicts": [
            {
                "parcel": "0b" * 16,
                "ours": "K7M2-Q9XT",
                "theirs": "K7M2-Q9XT",
                "differences": ["answers.age"],
            }
        ],
    },
    "output-search": {
        "hits": [{"code": "K7M2-Q9XT", "field": "own_words", "snippet": "x", "ranges": [[0, 1]]}]
    },
    "output-key-show": {
        "name": "Office",
        "words": "one two three four five six",
        "bundle_words": {"un": "one two three four five six"},
        "public_key": "",
    },
    "output-redact": {"text": "[P1] spoke", "spans": SPANS},
    "output-redact-line": {"id": "a", "text": "[P1] spoke", "spans": SPANS},
}


def objects_in(example: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of an example."""
    if isinstance(example, dict):
        yield example
        for value in example.values():
            yield from objects_in(value)
    elif isinstance(example, list):
        for value in example:
            yield from objects_in(value)


def test_every_schema_is_a_valid_one_with_an_example_here_or_in_a_bundle() -> None:
    for name in NAMES:
        Draft202012Validator.check_schema(schema(name))
        assert schema(name)["$id"] == f"urn:intake:{name}"
    assert set(NAMES) == EXAMPLES.keys() | {"manifest", "privacy", "datapackage"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_is_as_documented(name: str) -> None:
    flaw = first_flaw(name, EXAMPLES[name])
    assert flaw is None, flaw


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_unknown_key_is_refused_at_every_level(name: str) -> None:
    count = len(list(objects_in(EXAMPLES[name])))
    refused = 0
    for index in range(count):
        document = copy.deepcopy(EXAMPLES[name])
        list(objects_in(document))[index]["unheard_of"] = {"of": 1}
        refused += first_flaw(name, document) is not None
    assert refused == count


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith("output-")])
def test_an_output_says_everything_that_it_promises(name: str) -> None:
    for key in EXAMPLES[name]:
        assert first_flaw(name, {k: v for k, v in EXAMPLES[name].items() if k != key}) is not None


@pytest.mark.parametrize(("document", "passes"), [
    ({"statement": "x"}, True),
    ({"answers": {}}, True),
    ({}, False),
    ({"code": None}, False),
    ({"statement": 1}, False),
    ({"statement": None}, False),
    ([], False),
    ({"statement": "x", "consent": {"uses": {"sale": {"level": "code"}}}}, False),
    ({"statement": "x", "consent": {"uses": {"media": {"level": "all"}}}}, False),
    ({"statement": "x", "answers": {"age": {"missing": "lost"}}}, False),
    ({"statement": "x", "answers": {"age": {"missing": "unknown", "value": 3}}}, False),
    ({"statement": "x", "persons": [{"ref": "p1"}]}, False),
])  # fmt: skip
def test_only_a_statement_or_answers_are_needed(document: object, passes: bool) -> None:  # noqa: FBT001 (a case of this test)
    assert (first_flaw("interchange", document) is None) is passes


def test_words_of_the_schemas_are_those_of_the_domain() -> None:
    properties = schema("interchange")["properties"]
    consent = properties["consent"]["properties"]
    uses = consent["uses"]["properties"]
    assert uses.keys() == {use.value for use in Use}
    level = uses["analysis"]["properties"]
    assert set(level["level"]["enum"]) == {each.label for each in IdentityLevel}
    assert set(level["recipients"]["items"]["enum"]) == {group.value for group in RecipientGroup}
    assert set(consent["acts"]["items"]["enum"]) == {act.value for act in Act}
    assert set(consent["how"]["enum"]) == {how.value for how in HowGiven}
    assert set(consent["decided_by"]["enum"]) == {who.value for who in Decider}
    persons = properties["persons"]["items"]["properties"]
    assert set(persons["role"]["enum"]) == {role.value for role in Role}
    manifest = schema("manifest")["properties"]
    assert set(manifest["policy"]["enum"]) == {policy.value for policy in Policy}
    assert set(manifest["purpose"]["enum"]) == {use.value for use in Use}
    assert manifest["withheld"]["properties"].keys() == set(WITHHELD_REASONS)
    assert set(manifest["recipient_group"]["enum"]) == {
        group.value for group in RecipientGroup if group is not RecipientGroup.ANY
    }
