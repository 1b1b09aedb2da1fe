"""Costs are limited before anything is derived, and the derivation is Argon2id and HKDF."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.errors import HostileHeaderError, TooLittleMemoryError, UnavailableError
from intake.vault import kdf
from intake.vault.kdf import KdfCosts, better_costs, calibrate, derive, subkey
from intake.vault.secret import Secret

MIB = 1024
COSTS = KdfCosts(64 * MIB, 3, 2)
SALT = bytes(range(32))


@pytest.mark.parametrize("costs", [COSTS, KdfCosts(2048 * MIB, 16, 8), KdfCosts(64 * MIB, 3, 1)])
def test_costs_at_the_limits_are_allowed(costs: KdfCosts) -> None:
    costs.require_allowed()


@pytest.mark.parametrize(
    ("costs", "part"),
    [
        (KdfCosts(64 * MIB - 1, 3, 1), "memory cost"),
        (KdfCosts(2048 * MIB + 1, 3, 1), "memory cost"),
        (KdfCosts(0, 3, 1), "memory cost"),
        (KdfCosts(64 * MIB, 2, 1), "time cost"),
        (KdfCosts(64 * MIB, 17, 1), "time cost"),
        (KdfCosts(64 * MIB, 3, 0), "lanes"),
        (KdfCosts(64 * MIB, 3, 9), "lanes"),
    ],
)
def test_costs_outside_the_limits_are_refused_before_argon2_runs(
    monkeypatch: pytest.MonkeyPatch, costs: KdfCosts, part: str
) -> None:
    def never(*_given: object) -> int:
        raise AssertionError("Argon2 was run")

    monkeypatch.setattr(kdf, "core", never)
    with pytest.raises(HostileHeaderError) as caught:
        derive(Secret(b"x"), SALT, costs)
    assert caught.value.parameters == {"part": part}


@pytest.mark.parametrize("passphrase", [b"", b"x", "Ёлка".encode() * 20])
def test_a_derived_key_is_plain_argon2id(passphrase: bytes) -> None:
    found = derive(Secret(passphrase), SALT, COSTS)
    expected = hash_secret_raw(passphrase, SALT, 3, 64 * MIB, 2, 32, Type.ID)
    assert bytes(found.view()) == expected


def test_the_self_test_accepts_this_library() -> None:
    kdf.self_test()


def test_a_library_that_computes_something_else_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kdf, "core", lambda _context, _kind: 0)
    with pytest.raises(UnavailableError, match="self-test"):
        derive(Secret(b"x"), SALT, COSTS)


def test_an_error_of_the_library_is_told_by_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "core", lambda _context, _kind: -26)
    with pytest.raises(UnavailableError, match="code -26"):
        kdf.self_test()


def test_too_little_free_memory_is_told_with_what_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 96 * MIB - 1)
    with pytest.raises(TooLittleMemoryError) as caught:
        derive(Secret(b"x"), SALT, COSTS)
    assert caught.value.parameters == {"needed": 96}


@pytest.mark.parametrize("free_kib", [96 * MIB, None])
def test_enough_or_unknown_memory_is_no_obstacle(free_kib: int | None) -> None:
    kdf.require_memory(COSTS, free_kib)


def test_memory_that_the_system_refuses_is_the_same_error() -> None:
    script = """
import resource
from intake.vault import kdf
from intake.vault.secret import Secret
from intake.errors import TooLittleMemoryError
kdf.self_test()
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (100 << 20),) * 2)
try:
    kdf.derive(Secret(b"x"), bytes(32), kdf.KdfCosts(256 * 1024, 3, 1))
except TooLittleMemoryError as error:
    print(error.parameters["needed"])
"""
    result = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert result.stdout == "288\n"


def test_calibration_on_this_machine_stays_inside_the_limits() -> None:
    costs = calibrate()
    costs.require_allowed()
    assert costs.lanes == KdfCosts.starting().lanes
    assert 1 <= costs.lanes <= 4


class Machine:
    """A machine that needs ``seconds_per_gib`` for one pass over 1 GiB."""

    def __init__(self, seconds_per_gib: float) -> None:
        self.seconds_per_gib = seconds_per_gib
        self.measured: list[KdfCosts] = []

    def measure(self, costs: KdfCosts) -> float:
        self.measured.append(costs)
        return costs.memory_kib * costs.time_cost * self.seconds_per_gib / (1024 * MIB)


@pytest.mark.parametrize("speed", [0.3, 0.5, 1.0, 1.3, 2.0, 4.0])
def test_calibration_ends_near_one_second(monkeypatch: pytest.MonkeyPatch, speed: float) -> None:
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 8192 * MIB)
    machine = Machine(speed)
    costs = calibrate(machine.measure)
    assert 0.8 <= machine.measure(costs) <= 1.2
    assert machine.measured[0].memory_kib == 256 * MIB


def test_a_slow_machine_gets_the_floor_and_no_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 8192 * MIB)
    costs = calibrate(Machine(60.0).measure)
    assert (costs.memory_kib, costs.time_cost) == (64 * MIB, 3)


def test_a_machine_that_fits_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 8192 * MIB)
    machine = Machine(4 / 3)
    assert calibrate(machine.measure) == KdfCosts.starting()
    assert len(machine.measured) == 1


def test_a_small_machine_pays_with_passes() -> None:
    assert better_costs(COSTS, 0.25, limit_kib=64 * MIB) == KdfCosts(64 * MIB, 12, 2)


@pytest.mark.parametrize(
    ("free_mib", "limit_mib"), [(96, 64), (1024, 256), (8192, 1024), (64_000, 1024)]
)
def test_calibration_leaves_memory_to_others(free_mib: int, limit_mib: int) -> None:
    assert kdf.memory_limit_kib(free_mib * MIB) == limit_mib * MIB


def test_calibration_is_careful_when_nobody_tells_the_free_memory() -> None:
    assert kdf.memory_limit_kib(None) == 256 * MIB


def test_calibration_refuses_a_machine_below_the_floor() -> None:
    with pytest.raises(TooLittleMemoryError):
        kdf.memory_limit_kib(95 * MIB)


@pytest.mark.parametrize("salt", [None, b"sixteen bytes ok"])
def test_a_subkey_is_plain_hkdf(salt: bytes | None) -> None:
    root = hashlib.sha256(b"root").digest()
    expected = HKDF(hashes.SHA512(), 32, salt, b"intake vault 1: chain").derive(root)
    assert bytes(subkey(Secret(root), "chain", salt).view()) == expected


def test_two_labels_give_two_keys() -> None:
    root = Secret(bytes(32))
    assert subkey(root, "database") != subkey(root, "chain")


def test_the_library_is_the_version_whose_interface_is_used() -> None:
    pinned = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"argon2-cffi==' in pinned
