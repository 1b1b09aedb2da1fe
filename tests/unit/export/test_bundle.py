"""Writing a bundle: whole, signed, leak-free, read back from the disk, or not there at all."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from intake.domain.consent import RecipientGroup
from intake.domain.person import identity_of
from intake.domain.progress import CancelToken
from intake.errors import (
    IntakeError,
    LeakFoundError,
    NothingToReleaseError,
)
from intake.export.archive import padme
from intake.export.bundle import BundleContents, Sealing, make_files, write
from intake.export.counting import FieldCounts
from intake.export.layout import BundleFile
from intake.export.recipients import PassphraseRecipient, Recipient
from intake.export.terms import Policy
from intake.export.verify import Trust, open_to, verify
from intake.forms.loader import core_form
from intake.redaction.leaks import Finding, LeakGate
from intake.redaction.matches import Trait
from intake.vault.secret import Secret
from tests.unit.export.containers import FAST, classical, hybrid, opened
from tests.unit.export.making import (
    FIELDS,
    NAME,
    PLAIN,
    case_file,
    contents,
    facts,
    keyring,
    masked,
    open_gate,
    redacted,
    release,
    sealing,
    written,
)

COUNTS = (FieldCounts("profile.sex", (("female", 7), ("male", None))),)
OFFICE = Trust({"office": keyring().public_key("Office")})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_receipt_is_what_stands_on_the_disk(tmp_path: Path) -> None:
    receipt = written(tmp_path)
    content = receipt.path.read_bytes()
    assert receipt.sha256 == hashlib.sha256(content).hexdigest()
    assert receipt.size == len(content)
    assert receipt.cases == 6
    assert receipt.bundle_id == facts().bundle_id
    assert receipt.files[:2] == ("manifest.json", "manifest.sig")
    assert names(tmp_path) == ["bundle.age"]


def test_the_same_input_and_seed_give_the_same_bytes_inside_a_fresh_container(
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "a.age", tmp_path / "b.age"
    for path in (first, second):
        write(path, contents(), sealing(), open_gate)
    inside = [opened(path.read_bytes(), hybrid()) for path in (first, second)]
    assert inside[0] == inside[1]
    assert first.read_bytes() != second.read_bytes()
    assert len(inside[0]) == padme(len(inside[0]))


def test_another_seed_changes_every_id_and_the_order_of_rows(tmp_path: Path) -> None:
    ids = []
    for seed in (bytes(32), bytes([1]) * 32):
        files, _ = make_files(contents(made_for=release(seed=seed)), CancelToken())
        table = next(file for file in files if file.name == "data/interviews.csv")
        ids.append({line.split(b",")[0] for line in table.content.splitlines()[1:]})
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    "recipients",
    [
        (hybrid().recipient(), hybrid(2).recipient()),
        (classical().recipient(),),
        (PassphraseRecipient(Secret.from_text("made up"), FAST),),
        (),
    ],
    ids=["hybrid", "X25519", "passphrase", "plain"],
)
def test_every_way_of_sealing_is_written_and_read_back(
    tmp_path: Path, recipients: tuple[Recipient, ...]
) -> None:
    seals = sealing(*recipients) if recipients else PLAIN
    receipt = written(tmp_path, seals=seals)
    assert receipt.size == receipt.path.stat().st_size


def test_the_plain_archive_is_a_zip_and_the_container_an_age_file(tmp_path: Path) -> None:
    plain = written(tmp_path, seals=PLAIN).path.read_bytes()
    assert plain.startswith(b"PK\x03\x04")
    identity = pyrage.x25519.Identity.from_str(classical().secret_text().decode())
    write(tmp_path / "x.age", contents(), sealing(classical().recipient()), open_gate)
    assert pyrage.decrypt((tmp_path / "x.age").read_bytes(), [identity]).startswith(b"PK")


def test_the_content_is_not_readable_in_the_file(tmp_path: Path) -> None:
    content = written(tmp_path).path.read_bytes()
    for word in (b"interview", b"data/", b"manifest.json", b"I was told"):
        assert word not in content


@pytest.mark.parametrize("policy", [Policy.STATISTICS, Policy.ANALYSIS])
def test_counts_alone_make_a_bundle(tmp_path: Path, policy: Policy) -> None:
    made = BundleContents(facts(release(policy), counts_only=True), FIELDS, counts=COUNTS)
    receipt = written(tmp_path, made)
    assert receipt.files[-1] == "data/counts.csv"
    assert receipt.cases == 0


def test_nothing_to_release_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingToReleaseError):
        written(tmp_path, BundleContents(facts(), FIELDS))
    assert names(tmp_path) == []


def test_statistics_carry_no_rows(tmp_path: Path) -> None:
    made = replace(contents(), facts=facts(release(Policy.STATISTICS)))
    with pytest.raises(ValueError, match="no rows"):
        written(tmp_path, made)


def test_a_seal_is_encrypted_or_plain_and_never_by_omission() -> None:
    signer = keyring().signer(RecipientGroup.ANALYSTS)
    with pytest.raises(ValueError, match="exactly one kind"):
        Sealing(signer)
    with pytest.raises(ValueError, match="exactly one kind"):
        Sealing(signer, (hybrid().recipient(), classical().recipient()))
    with pytest.raises(ValueError, match="encrypted or not"):
        Sealing(signer, (hybrid().recipient(),), unencrypted=True)


def test_a_key_of_another_group_does_not_sign(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="another group"):
        written(tmp_path, seals=sealing(group=RecipientGroup.UN))
    assert names(tmp_path) == []


# --- leak gate -----------------------------------------------------------------------------------


def test_the_gate_sees_every_file_of_the_bundle_as_it_will_be_written(tmp_path: Path) -> None:
    seen: dict[str, bytes] = {}

    def gate(file: BundleFile) -> list[Finding]:
        seen[file.name] = file.content
        return []

    receipt = written(tmp_path, gate=gate)
    open_to(receipt.path, tmp_path / "out", [hybrid()], OFFICE)
    assert tuple(seen) == receipt.files
    for name, content in seen.items():
        assert (tmp_path / "out" / name).read_bytes() == content


def test_a_finding_refuses_and_names_places_but_no_words(tmp_path: Path) -> None:
    def gate(file: BundleFile) -> list[Finding]:
        return [
            Finding(file.name, line, next(iter(Trait)), "c1", refuses=True) for line in range(1, 3)
        ]

    with pytest.raises(LeakFoundError, match=r"manifest.json line 1.* and 12 more") as caught:
        written(tmp_path, gate=gate)
    assert caught.value.exit_code == 4
    assert names(tmp_path) == []


def leak_gate() -> LeakGate:
    kinds = core_form().identity_kinds
    people = [identity_of(p.code, p.role, p.answers, kinds) for p in case_file().persons]
    return LeakGate({"c1": people}, {})


def test_the_real_leak_gate_stops_a_name_and_lets_a_masked_statement_pass(tmp_path: Path) -> None:
    gate = leak_gate()

    def look(file: BundleFile) -> tuple[Finding, ...]:
        return gate.scan(file.name, file.content, skip=file.ours)

    leaking = redacted(case_file(), text=masked(hidden="told"))
    made = replace(contents(), cases=[leaking])
    with pytest.raises(LeakFoundError, match=r"data/statements.csv line 2") as caught:
        written(tmp_path, made, gate=look)
    assert NAME.split()[1] not in str(caught.value)
    assert names(tmp_path) == []
    written(tmp_path, gate=look)


# --- a thousand cases ----------------------------------------------------------------------------

LARGE = """
import sys
from pathlib import Path
from typing import BinaryIO
from intake.export.bundle import BundleContents, write
from intake.redaction.apply import redact
from tests.unit.export.making import FIELDS, case_file, facts, open_gate, redacted, sealing
text = redact("\\u0441\\u043b\\u043e\\u0432\\u043e " * 5000, [], lambda mark: "")
cases = (redacted(case_file(number), text=text) for number in range(1000))
receipt = write(Path(sys.argv[1]), BundleContents(facts(), FIELDS, cases), sealing(), open_gate)
# Not ru_maxrss: that counts the test process which started this one, too.
status = Path("/proc/self/status").read_text().splitlines()
print(receipt.size, next(int(line.split()[1]) for line in status if "VmHWM" in line) // 1024)
"""


@pytest.mark.no_cover
def test_a_thousand_long_statements_are_written_in_less_than_400_mib(tmp_path: Path) -> None:
    """60 kB of Cyrillic each: 55 MiB of text in one bundle."""
    done = subprocess.run(
        [sys.executable, "-c", LARGE, str(tmp_path / "large.age")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    size, peak = map(int, done.stdout.split())
    assert size > 50 << 20
    assert peak < 400


# --- end to end ----------------------------------------------------------------------------------


def test_a_bundle_for_one_key_holds_what_may_leave_and_nothing_else(tmp_path: Path) -> None:
    receipt = written(tmp_path)
    report = open_to(receipt.path, tmp_path / "out", [hybrid()], OFFICE)
    assert report.signer == "office"
    assert report.manifest.bundle_id == receipt.bundle_id
    content = b"".join(
        path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()
    )
    for secret in (NAME, "Prydumany", "Mianuska", "K7M2", "anything at all", "made-up/1"):
        assert secret.encode() not in content
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert "fewer than 5" in manifest["withheld"].values()
    assert manifest.keys() == {
        "format",
        "bundle_id",
        "month",
        "policy",
        "purpose",
        "recipient_group",
        "k",
        "reviewed",
        "recipients",
        "signer",
        "withheld",
        "files",
    }


@pytest.mark.parametrize("identity", [hybrid(2), classical()], ids=["another key", "older kind"])
def test_nobody_else_opens_it(tmp_path: Path, identity: object) -> None:
    receipt = written(tmp_path)
    with pytest.raises(IntakeError) as caught:
        verify(receipt.path, [identity], OFFICE)  # type: ignore[list-item] # both are identities
    assert caught.value.exit_code == 5
