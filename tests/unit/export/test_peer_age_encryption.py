"""The npm package age-encryption opens our post-quantum containers, and we open its."""

from __future__ import annotations

import base64
import json
import os
import pwd
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.export.container import CHUNK
from intake.export.recipients import (
    OwnIdentity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
)
from intake.vault.secret import Secret
from tests.unit.export.containers import FAST, classical, hybrid, opened, sealed

pytestmark = pytest.mark.peer  # npm has to fetch it: make test-peers

REPOSITORY = Path(__file__).parents[3]
SOURCE = REPOSITORY / "tests" / "interop"
INSTALLED = REPOSITORY / "build" / "interop"
PASSPHRASE = "six made up words for tests"
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5]

Answer = dict[str, str]
Ask = Callable[[list[dict[str, object]]], list[Answer]]


def _install() -> None:
    """Install the package beside the build, once; two test processes may do so at a time."""
    fresh = INSTALLED.with_name(f"interop.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(SOURCE, fresh)
    # npm reads its registry from the home that the tests have put away.
    environment = os.environ | {"HOME": pwd.getpwuid(os.getuid()).pw_dir}
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(
        command, cwd=fresh, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        shutil.rmtree(fresh)
        pytest.fail(f"npm ci failed in tests/interop:\n{done.stderr}")
    try:
        fresh.rename(INSTALLED)
    except OSError:  # the other process was first
        shutil.rmtree(fresh)


@pytest.fixture(scope="session")
def ask() -> Ask:
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.fail("node and npm are missing. Install them: apt-get install nodejs npm")
    lock = "package-lock.json"
    current = INSTALLED / lock
    if not current.is_file() or current.read_bytes() != (SOURCE / lock).read_bytes():
        shutil.rmtree(INSTALLED, ignore_errors=True)
        _install()
    shutil.copy(SOURCE / "peer.mjs", INSTALLED)

    def requests(questions: list[dict[str, object]]) -> list[Answer]:
        lines = "".join(json.dumps(question) + "\n" for question in questions)
        command = ["node", "peer.mjs"]
        done = subprocess.run(
            command, cwd=INSTALLED, input=lines, capture_output=True, text=True, check=True
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    return requests


def base64_of(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


@pytest.mark.parametrize("identity", [hybrid(7), classical(7)], ids=["mlkem768x25519", "X25519"])
def test_both_agree_on_the_public_key(ask: Ask, identity: OwnIdentity) -> None:
    question: dict[str, object] = {"do": "recipient", "identity": identity.secret_text().decode()}
    assert ask([question]) == [{"recipient": str(identity.recipient())}]


@pytest.mark.parametrize("identity", [hybrid(7), classical(7)], ids=["mlkem768x25519", "X25519"])
def test_it_opens_ours(ask: Ask, identity: OwnIdentity) -> None:
    plaintexts = [os.urandom(size) for size in SIZES]
    others = [type(identity)(Secret(bytes([n]) * 32)).recipient() for n in (1, 2)]
    recipients: list[Recipient] = [*others, identity.recipient()]
    secret = identity.secret_text().decode()
    answers = ask(
        [
            {"do": "decrypt", "file": base64_of(sealed(plain, *recipients)), "identity": secret}
            for plain in plaintexts
        ]
    )
    assert answers == [{"plain": base64_of(plain)} for plain in plaintexts]


@pytest.mark.parametrize("identity", [hybrid(7), classical(7)], ids=["mlkem768x25519", "X25519"])
def test_we_open_its(ask: Ask, identity: OwnIdentity) -> None:
    plaintexts = [os.urandom(size) for size in SIZES]
    others = [str(type(identity)(Secret(bytes([n]) * 32)).recipient()) for n in (1, 2)]
    recipients = [*others, str(identity.recipient())]
    answers = ask(
        [
            {"do": "encrypt", "plain": base64_of(plain), "recipients": recipients}
            for plain in plaintexts
        ]
    )
    files = [base64.b64decode(answer["file"]) for answer in answers]
    assert [opened(file, identity) for file in files] == plaintexts


def test_a_passphrase_works_both_ways(ask: Ask) -> None:
    secret = Secret.from_text(PASSPHRASE)
    ours = sealed(b"from us", PassphraseRecipient(secret, FAST))
    answers = ask(
        [
            {"do": "decrypt", "file": base64_of(ours), "passphrase": PASSPHRASE},
            {"do": "encrypt", "plain": base64_of(b"from it"), "passphrase": PASSPHRASE},
        ]
    )
    assert answers[0] == {"plain": base64_of(b"from us")}
    assert opened(base64.b64decode(answers[1]["file"]), PassphraseIdentity(secret)) == b"from it"


def test_it_refuses_ours_with_another_key(ask: Ask) -> None:
    ours = base64_of(sealed(b"x", hybrid(1).recipient()))
    other = hybrid(2).secret_text().decode()
    (answer,) = ask([{"do": "decrypt", "file": ours, "identity": other}])
    assert "no identity matched" in answer["error"]
