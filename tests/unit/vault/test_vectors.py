"""The published vectors hold for this program and for the format written by the book."""

from __future__ import annotations

import hmac
import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from intake.vault import header as header_format
from intake.vault.folder import change_passphrase, open_headers
from intake.vault.kdf import KdfCosts, derive, subkey
from intake.vault.passphrase import normalise
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret
from intake.vault.splitting import line_through, read_sheet
from tests.unit.vault import by_the_book
from tests.unit.vault.conftest import COSTS

VECTORS = Path(__file__).parents[2] / "vectors" / "vault"
DOCUMENT = Path(__file__).parents[3] / "docs" / "vault-format.md"


def load(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


HEADER = load("header.json")


def header_content() -> bytes:
    start, check_code, digest = (
        bytes.fromhex(HEADER[part]) for part in ("start", "check_code", "digest")
    )
    return start + bytes(16_320 - len(start)) + check_code + digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("header.0", "header.1"):
        (tmp_path / name).write_bytes(header_content())
    return tmp_path


@pytest.mark.parametrize("vector", load("passphrase.json")["vectors"])
def test_passphrases(vector: dict[str, str]) -> None:
    typed = bytes.fromhex(vector["typed"])
    assert by_the_book.normal(typed).hex() == vector["normal"]
    assert normalise(Secret(typed)).view().hex() == vector["normal"]


@pytest.mark.parametrize("vector", load("recovery.json")["vectors"])
def test_recovery_keys(vector: dict[str, str]) -> None:
    bits, groups = bytes.fromhex(vector["bits"]), vector["groups"]
    assert by_the_book.recovery_text(bits) == groups.replace(" ", "")
    assert " ".join(RecoveryKey(Secret(bits)).groups) == groups
    assert parse(groups).secret == Secret(bits)


@pytest.mark.parametrize("vector", load("sheets.json")["vectors"])
def test_sheets(vector: dict[str, Any]) -> None:
    bits, slope, split_id = (bytes.fromhex(vector[name]) for name in ("bits", "slope", "split"))
    for number, groups in enumerate(vector["sheets"], start=1):
        text = by_the_book.sheet_text(bits, slope, split_id, number)
        assert text == groups.replace(" ", "")
        sheet = read_sheet(memoryview(groups.encode()))
        assert (sheet.number, sheet.split_id, sheet.words) == (number, split_id, vector["words"])
        assert " ".join(sheet.groups) == groups
    for first, second in itertools.permutations(vector["sheets"], 2):
        assert parse(f"{first}\n{second}").secret == Secret(bits)


@pytest.mark.parametrize("vector", load("sheets.json")["slip39"])
def test_lines_of_slip_39(vector: dict[str, Any]) -> None:
    """Two published shares of SLIP-39 give the secret, and the digest that proves it."""
    (left, left_part), (right, right_part) = (
        (place, Secret(bytes.fromhex(part))) for place, part in vector["shares"]
    )
    secret = line_through((left, left_part), (right, right_part), at=255)
    digest = line_through((left, left_part), (right, right_part), at=254)
    assert secret.view().hex() == vector["secret"]
    code, key = digest.view()[:4], bytes(digest.view()[4:])
    assert hmac.digest(key, secret.view(), "sha256")[:4] == code


@pytest.mark.parametrize("vector", load("keys.json")["argon2id"])
def test_derived_passphrases(vector: dict[str, Any]) -> None:
    passphrase, salt = bytes.fromhex(vector["passphrase"]), bytes.fromhex(vector["salt"])
    costs = (vector["memory_kib"], vector["time_cost"], vector["lanes"])
    assert by_the_book.stretched(passphrase, salt, *costs).hex() == vector["key"]
    assert derive(Secret(passphrase), salt, KdfCosts(*costs)).view().hex() == vector["key"]


@pytest.mark.parametrize("vector", load("keys.json")["hkdf"])
def test_subkeys(vector: dict[str, str]) -> None:
    key, salt = bytes.fromhex(vector["key"]), bytes.fromhex(vector["salt"]) or None
    assert by_the_book.subkey(key, vector["label"], salt).hex() == vector["subkey"]
    assert subkey(Secret(key), vector["label"], salt).view().hex() == vector["subkey"]


def test_the_header_by_the_book() -> None:
    salt, vault_id, root = (bytes.fromhex(HEADER[name]) for name in ("salt", "vault_id", "root"))
    costs = (HEADER["memory_kib"], HEADER["time_cost"], HEADER["lanes"])
    fields = by_the_book.kdf_fields(*costs, salt)
    stretched = by_the_book.stretched(HEADER["passphrase"].encode(), salt, *costs)
    assert stretched.hex() == HEADER["stretched"]
    bits = bytes(parse(HEADER["recovery"]).secret.view())
    content = header_content()
    slots = [content[at : at + 60] for at in range(128, 608, 60)]
    for kind, secret in (("passphrase", stretched), ("recovery", bits)):
        index = HEADER[f"{kind}_slot"]
        nonce = bytes.fromhex(HEADER["nonces"][str(index)])
        slot = by_the_book.slot(
            kind, secret, root, index, vault_id=vault_id, kdf=fields, nonce=nonce
        )
        assert slots[index] == slot
    whole = by_the_book.header(fields, vault_id, HEADER["generation"], slots, root)
    assert whole == content


@pytest.mark.parametrize("secret", ["passphrase", "recovery"])
def test_the_program_opens_the_header(folder: Path, secret: str) -> None:
    if secret == "passphrase":
        opened = open_headers(folder, passphrase=Secret.from_text(HEADER["passphrase"]))
    else:
        opened = open_headers(folder, recovery=parse(HEADER["recovery"]))
    assert opened.generation == HEADER["generation"]
    assert opened.vault_id.hex() == HEADER["vault_id"]
    found = {name: getattr(opened.keys, name).view().hex() for name in HEADER["keys"]}
    assert found == HEADER["keys"]


def test_the_program_writes_the_header_byte_for_byte(folder: Path) -> None:
    path = folder / "header.0"
    header = header_format.parse(path.read_bytes(), path)
    mac_key = Secret(bytes.fromhex(HEADER["keys"]["header_mac"]))
    assert header_format.write(header, mac_key) == header_content()


def test_what_the_program_changes_is_by_the_book(folder: Path) -> None:
    new = "another six plain words in line"
    change_passphrase(folder, Secret.from_text(HEADER["passphrase"]), Secret.from_text(new), COSTS)
    content = (folder / "header.1").read_bytes()
    root, vault_id = bytes.fromhex(HEADER["root"]), bytes.fromhex(HEADER["vault_id"])
    fields, salt = content[10:56], content[24:56]
    slots = [content[at : at + 60] for at in range(128, 608, 60)]
    stretched = by_the_book.stretched(new.encode(), salt, 64 * 1024, 3, 2)
    index = HEADER["passphrase_slot"]
    nonce = slots[index][:12]
    slot = by_the_book.slot(
        "passphrase", stretched, root, index, vault_id=vault_id, kdf=fields, nonce=nonce
    )
    assert slots[index] == slot
    assert by_the_book.header(fields, vault_id, 8, slots, root) == content


def test_the_example_in_the_document_opens_the_header(monkeypatch: pytest.MonkeyPatch) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    example = text.partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    monkeypatch.chdir(DOCUMENT.parents[1])
    exec(example, names)
    assert names["root"].hex() == HEADER["root"]


def test_the_document_names_every_file_of_vectors() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [path.name for path in VECTORS.iterdir() if path.name not in text] == []
