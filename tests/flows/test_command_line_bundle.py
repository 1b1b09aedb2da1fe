"""Bundles by the commands: made for one key, opened by it alone, refused when wrong."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.services import team
from intake.vault.secret import Secret
from tests.flows.conftest import PASSPHRASE, Program

MakeCase = Callable[..., dict[str, Any]]
FOR_ANALYSTS = ("--purpose", "analysis", "--recipient-group", "analysts")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, made_up_case: MakeCase) -> Path:
    """Return a folder with what ``vault`` and ``key`` are copies of; no test changes it."""
    program = Program(tmp_path_factory.mktemp("ready"))
    made = program.create()
    cases = [made_up_case(number) for number in range(1, 9)]
    program.run("case", "import", made, program.write_cases(*cases))
    # As the command makes it, but cheap to open; the tests make others with the command.
    with Secret.from_text(PASSPHRASE) as passphrase:
        team.create_key(program.folder / "analyst.key", passphrase, work_factor=1)
    return program.folder


@pytest.fixture
def vault(program: Program, ready: Path) -> Path:
    """Return a vault with eight cases that agree to analysis and quotation."""
    return Path(shutil.copytree(ready / "vault", program.folder / "vault"))


@pytest.fixture
def key(program: Program, ready: Path) -> Path:
    """Return an analyst's key file, its public part beside it."""
    shutil.copy(ready / "analyst.key.pub", program.folder)
    return Path(shutil.copy(ready / "analyst.key", program.folder))


def _export(
    program: Program, vault: Path, key: Path, *more: str, name: str = "out.age", code: int = 0
) -> Path:
    out = program.folder / name
    words = ("export", vault, out, "--policy", "records", *FOR_ANALYSTS)
    program.run(*words, "--recipient", str(key) + ".pub", *more, code=code)
    return out


def test_the_recipient_opens_it_and_nobody_else_does(
    program: Program, vault: Path, key: Path
) -> None:
    bundle = _export(program, vault, key)
    signer = program.folder / "signer.pub"
    program.run("key", "show", vault, "--out", signer)
    report = program.json("bundle", "verify", bundle, "--key", key, "--signer", signer)
    assert report["trusted"]
    program.run(
        "bundle", "open", bundle, program.folder / "opened", "--key", key, "--signer", signer
    )
    table = (program.folder / "opened/data/interviews.csv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert len(rows) == 8
    other = program.folder / "other.key"
    program.run("key", "create", other)
    program.run("bundle", "verify", bundle, "--key", other, code=5)
    program.run("bundle", "verify", bundle, "--vault", vault, code=5)


def test_a_second_vault_opens_what_was_made_for_it(program: Program, vault: Path) -> None:
    second = program.create("second")
    public = program.folder / "second.pub"
    program.run("key", "show", second, "--out", public)
    out = program.folder / "out.age"
    program.run("export", vault, out, "--policy", "records", *FOR_ANALYSTS, "--recipient", public)
    signer = program.folder / "signer.pub"
    program.run("key", "show", vault, "--out", signer)
    program.run("key", "trust", second, "field", signer)
    report = program.json("bundle", "verify", out, "--vault", second)
    assert report["signer"] == "field"


def test_an_unknown_signer_is_exit_3_with_six_words(
    program: Program, vault: Path, key: Path
) -> None:
    bundle = _export(program, vault, key)
    done = program.result("bundle", "verify", bundle, "--key", key)
    assert done.returncode == 3
    assert "Signer unknown" in done.stderr
    accepted = program.json("bundle", "verify", bundle, "--key", key, "--signer", "any")
    assert not accepted["trusted"]
    stranger = program.folder / "stranger.key"
    program.run("key", "create", stranger)
    program.run("bundle", "verify", bundle, "--key", key, "--signer", f"{stranger}.pub", code=3)


@pytest.mark.parametrize("damage", ["cut", "flipped", "longer", "empty"])
def test_a_damaged_bundle_is_exit_3_and_opens_nothing(
    program: Program, vault: Path, key: Path, damage: str
) -> None:
    bundle = _export(program, vault, key)
    content = bytearray(bundle.read_bytes())
    if damage == "cut":
        del content[-100:]
    elif damage == "flipped":
        content[len(content) // 2] ^= 1
    elif damage == "longer":
        content += b"x"
    else:
        content.clear()
    bundle.write_bytes(content)
    target = program.folder / "opened"
    program.run("bundle", "open", bundle, target, "--key", key, "--signer", "any", code=3)
    assert not target.exists() or not any(target.iterdir())


def test_no_name_of_any_person_is_in_the_opened_bytes(
    program: Program, vault: Path, key: Path
) -> None:
    out = program.folder / "plain.zip"
    program.run(
        "export",
        vault,
        out,
        "--policy",
        "analysis",
        *FOR_ANALYSTS,
        "--unencrypted",
        "--accept-suggestions",
        "--unreviewed-statements",
    )
    with zipfile.ZipFile(out) as archive:
        content = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert "data/statements.csv" in content
    for text in content.values():
        for word in ("Zubrava", "Lampa", "+375", "29 000"):
            assert word not in text
    privacy = json.loads(content["PRIVACY.json"])
    assert privacy["k"] == 5


def test_statements_without_review_are_refused_or_left_out(
    program: Program, vault: Path, key: Path
) -> None:
    out = program.folder / "out.age"
    words = ("export", vault, out, "--policy", "analysis", *FOR_ANALYSTS, "--recipient")
    done = program.result(*words, f"{key}.pub")
    assert done.returncode == 4
    assert "review" in done.stderr
    assert not out.exists()
    made = program.json(*words, f"{key}.pub", "--accept-suggestions")
    assert "data/statements.csv" not in made["files"] or made["counts_only"] is False


def test_people_leave_again_as_they_left_and_are_in_no_counts(
    program: Program, vault: Path, key: Path
) -> None:
    found = []
    for name in ("first", "again"):
        bundle = _export(program, vault, key, name=f"{name}.age")
        opened = program.folder / name
        program.run("bundle", "open", bundle, opened, "--key", key, "--signer", "any")
        table = (opened / "data/interviews.csv").read_text("utf-8")
        found.append(sorted(line.partition(",")[2] for line in table.splitlines()))
    assert found[0] == found[1]
    _export(program, vault, key, "--policy", "statistics", name="counts.age", code=4)
    assert not (program.folder / "counts.age").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"withdrawn": "2022-06-01"}, "withdrawn"),
        ({"uses": {}}, "no_consent"),
        ({"uses": {"analysis": {"level": "none", "recipients": ["any"]}}}, "no_consent"),
        ({"uses": {"analysis": {"level": "aggregate", "recipients": ["any"]}}}, "no_consent"),
        ({"uses": {"analysis": {"level": "code", "recipients": ["un"]}}}, "no_consent"),
        ({"uses": {"statistics": {"level": "full", "recipients": ["any"]}}}, "no_consent"),
        (
            {"uses": {"analysis": {"level": "code", "recipients": ["any"], "until": "2022-06-01"}}},
            "expired",
        ),
        ({"given": None}, "no_consent"),
    ],
)
def test_consent_decides_who_stays_out(
    program: Program,
    vault: Path,
    key: Path,
    made_up_case: MakeCase,
    change: dict[str, Any],
    reason: str,
) -> None:
    one = made_up_case(9)
    one["consent"] = {**one["consent"], **change}
    program.run("case", "import", vault, program.write_cases(one, name="one.jsonl"))
    out = program.folder / "out.age"
    made = program.json(
        "export", vault, out, "--policy", "records", *FOR_ANALYSTS, "--recipient", f"{key}.pub"
    )
    assert made["excluded"] == {reason: 1}
    assert made["cases"] == 8


def test_fewer_people_than_k_are_refused(
    program: Program, made_up_case: MakeCase, key: Path
) -> None:
    vault = program.create()
    cases = [made_up_case(number) for number in range(1, 5)]
    program.run("case", "import", vault, program.write_cases(*cases))
    _export(program, vault, key, code=4)
    _export(program, vault, key, "--k", "2", code=2)
    _export(program, vault, key, "--k", "3")


def test_nothing_is_ever_overwritten(program: Program, vault: Path, key: Path) -> None:
    (program.folder / "out.age").write_text("mine", "utf-8")
    out = _export(program, vault, key, code=7)
    assert out.read_text("utf-8") == "mine"


def test_the_same_seed_gives_the_same_bytes(program: Program, made_up_case: MakeCase) -> None:
    source = program.write_cases(*(made_up_case(n, code=None) for n in range(1, 9)))
    seed = program.folder / "seed"
    seed.write_bytes(bytes(range(32)))
    vault = program.create()
    program.run("case", "import", vault, source)
    words = ("--policy", "statistics", "--purpose", "statistics", "--recipient-group", "public")
    out = program.folder / "a.zip"
    program.run("export", vault, out, *words, "--unencrypted", "--seed-file", seed)
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        stamps = {info.date_time for info in archive.infolist()}
    assert "data/counts.csv" in names
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


def test_a_bundle_passphrase_opens_it(program: Program, vault: Path) -> None:
    secret = program.folder / "bundle-passphrase.txt"
    secret.write_text("a passphrase for one bundle only\n", "utf-8")
    out = program.folder / "out.age"
    program.run(
        "export",
        vault,
        out,
        "--policy",
        "records",
        *FOR_ANALYSTS,
        "--bundle-passphrase-file",
        secret,
    )
    program.run("bundle", "verify", out, "--signer", "any", code=5)
    program.secret.write_bytes(secret.read_bytes())
    program.run("bundle", "verify", out, "--signer", "any")


def test_a_withdrawal_lists_the_bundles_to_recall(program: Program, vault: Path, key: Path) -> None:
    out = program.folder / "out.age"
    made = program.json(
        "export", vault, out, "--policy", "records", *FOR_ANALYSTS, "--recipient", f"{key}.pub"
    )
    code = program.json("case", "list", vault)["cases"][0]["code"]
    withdrawn = program.json("case", "withdraw", vault, code)
    assert withdrawn["recall"] == [made["bundle_id"]]


def test_a_put_back_vault_writes_no_bundle(program: Program, vault: Path, key: Path) -> None:
    backup = Path(program.run("vault", "backup", vault, program.folder / "backups").strip())
    restored = program.folder / "restored"
    program.run("vault", "restore", backup, restored)
    _export(program, restored, key, code=6)
    program.run("vault", "caught-up", restored, "--no-bundle-since")
    _export(program, restored, key)
