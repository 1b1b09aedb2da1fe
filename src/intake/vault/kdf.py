"""Turns a passphrase into a key (Argon2id), and a key into further keys (HKDF); stores none."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from argon2.low_level import ARGON2_VERSION, Type, core, ffi
from cryptography.hazmat.primitives import hashes, hmac

from intake.errors import HostileHeaderError, TooLittleMemoryError, UnavailableError
from intake.vault.free_memory import free_memory_kib
from intake.vault.secret import Secret

KEY_BYTES = 32
SALT_BYTES = 32
_SHA512_BYTES = 64

_MIB = 1024  # in KiB
MEMORY_KIB = (64 * _MIB, 2048 * _MIB)
TIME_COST = (3, 16)
LANES = (1, 8)
_START_KIB = 256 * _MIB
_CALIBRATED_KIB = 1024 * _MIB  # more would lock the owner out on a busy day
_HEADROOM_KIB = 32 * _MIB  # left to everybody else while the key is derived
_SECONDS = (0.8, 1.2)
_ROUNDS = 3

_ARGON2_OK = 0
_ARGON2_MEMORY_ALLOCATION_ERROR = -22
_ARGON2_DEFAULT_FLAGS = 0

# RFC 9106, section 5.3: every input of the library's context has a part in it.
_KNOWN_ANSWER = bytes.fromhex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659")


@dataclass(frozen=True, slots=True)
class KdfCosts:
    """What one guess costs.

    Attributes:
        memory_kib: Memory in KiB.
        time_cost: Passes over the memory.
        lanes: Threads that work side by side.
    """

    memory_kib: int
    time_cost: int
    lanes: int

    def require_allowed(self) -> None:
        """Check the costs against the fixed limits, before anything is derived.

        Raises:
            HostileHeaderError: One of them is outside its limits.
        """
        for part, value, (low, high) in (
            ("memory cost", self.memory_kib, MEMORY_KIB),
            ("time cost", self.time_cost, TIME_COST),
            ("lanes", self.lanes, LANES),
        ):
            if not low <= value <= high:
                raise HostileHeaderError(part=part)

    @classmethod
    def starting(cls) -> Self:
        """Return where calibration starts: 256 MiB, 3 passes, up to 4 lanes."""
        return cls(_START_KIB, TIME_COST[0], min(4, os.cpu_count() or 1))


def derive(passphrase: Secret, salt: bytes, costs: KdfCosts) -> Secret:
    """Derive 32 secret bytes from a passphrase with Argon2id, version 1.3.

    It runs to its end (about a second): nothing can interrupt it, a caller who no longer wants the
    result discards it. Other threads go on meanwhile.

    Args:
        passphrase: The normalised passphrase; not wiped.
        salt: 32 bytes.
        costs: Checked against the limits first.

    Raises:
        HostileHeaderError: Costs outside their limits.
        TooLittleMemoryError: The machine has not enough free memory now.
        UnavailableError: The library does not compute what it must.
    """
    costs.require_allowed()
    require_memory(costs, free_memory_kib())
    self_test()
    return _argon2id(passphrase.view(), salt, costs)


def require_memory(costs: KdfCosts, free_kib: int | None) -> None:
    """Check that ``costs`` fit into the free memory, when the system tells how much that is.

    Raises:
        TooLittleMemoryError: They do not fit.
    """
    needed = costs.memory_kib + _HEADROOM_KIB
    if free_kib is not None and free_kib < needed:
        raise TooLittleMemoryError(needed=needed // _MIB)


def self_test() -> None:
    """Compute a published test vector: the library's interface may change with any release.

    Raises:
        UnavailableError: The result is another one.
    """
    found = _argon2id(
        memoryview(b"\x01" * 32),
        b"\x02" * 16,
        KdfCosts(memory_kib=32, time_cost=3, lanes=4),
        pepper=b"\x03" * 8,
        associated=b"\x04" * 12,
    )
    if found != Secret(_KNOWN_ANSWER):
        raise UnavailableError(reason="the key derivation fails its self-test")


def _argon2id(
    password: memoryview, salt: bytes, costs: KdfCosts, pepper: bytes = b"", associated: bytes = b""
) -> Secret:
    """Run Argon2id over buffers that we own, so that no copy of them stays behind."""
    key = bytearray(KEY_BYTES)
    out, pwd = ffi.from_buffer("uint8_t[]", key), ffi.from_buffer("uint8_t[]", password)
    context = ffi.new(
        "argon2_context *",
        {
            "out": out,
            "outlen": KEY_BYTES,
            "pwd": pwd,
            "pwdlen": len(password),
            "salt": (salt_buffer := ffi.from_buffer("uint8_t[]", salt)),
            "saltlen": len(salt),
            "secret": (pepper_buffer := ffi.from_buffer("uint8_t[]", pepper)),
            "secretlen": len(pepper),
            "ad": (associated_buffer := ffi.from_buffer("uint8_t[]", associated)),
            "adlen": len(associated),
            "t_cost": costs.time_cost,
            "m_cost": costs.memory_kib,
            "lanes": costs.lanes,
            "threads": costs.lanes,
            "version": ARGON2_VERSION,
            "flags": _ARGON2_DEFAULT_FLAGS,
        },
    )
    code = core(context, Type.ID.value)
    # A pointer inside the context does not keep its buffer alive: these names do, until here.
    for buffer in (out, pwd, salt_buffer, pepper_buffer, associated_buffer):
        ffi.release(buffer)
    if code == _ARGON2_MEMORY_ALLOCATION_ERROR:
        raise TooLittleMemoryError(needed=(costs.memory_kib + _HEADROOM_KIB) // _MIB)
    if code != _ARGON2_OK:
        raise UnavailableError(reason=f"key derivation, code {code}")
    return Secret(key)


def calibrate(measure: Callable[[KdfCosts], float] | None = None) -> KdfCosts:
    """Return the costs that take 0.8 to 1.2 seconds on this machine, never below the floor.

    Args:
        measure: Returns the seconds that one derivation takes; measured here when ``None``.

    Raises:
        TooLittleMemoryError: Not even the floor fits into the free memory.
    """
    measure = measure or seconds
    limit = memory_limit_kib(free_memory_kib())
    start = KdfCosts.starting()
    costs = KdfCosts(min(start.memory_kib, limit), start.time_cost, start.lanes)
    for _ in range(_ROUNDS):
        taken = measure(costs)
        if _SECONDS[0] <= taken <= _SECONDS[1]:
            break
        costs = better_costs(costs, taken, limit)
    return costs


def memory_limit_kib(free_kib: int | None) -> int:
    """Return the most memory that calibration may choose: 1 GiB, or a quarter of what is free.

    Raises:
        TooLittleMemoryError: Not even the floor fits.
    """
    floor = KdfCosts(MEMORY_KIB[0], TIME_COST[0], LANES[0])
    require_memory(floor, free_kib)
    if free_kib is None:
        return _START_KIB
    return max(MEMORY_KIB[0], min(_CALIBRATED_KIB, free_kib // 4 // _MIB * _MIB))


def better_costs(costs: KdfCosts, taken: float, limit_kib: int) -> KdfCosts:
    """Return costs whose time should be one second, if ``costs`` took ``taken`` seconds.

    Memory is spent first, since it is what an attacker pays most for; passes make up the rest.

    Args:
        costs: What was measured.
        taken: Seconds.
        limit_kib: Most memory to choose.
    """
    target = sum(_SECONDS) / 2
    work = costs.memory_kib * costs.time_cost * target / taken  # KiB times passes
    memory = int(work / TIME_COST[0]) // _MIB * _MIB
    memory = max(MEMORY_KIB[0], min(memory, limit_kib))
    passes = max(TIME_COST[0], min(round(work / memory), TIME_COST[1]))
    return KdfCosts(memory, passes, costs.lanes)


def seconds(costs: KdfCosts) -> float:
    """Return how long one derivation with ``costs`` takes here, in seconds."""
    with Secret.random(KEY_BYTES) as made_up:
        before = time.perf_counter()
        derive(made_up, bytes(SALT_BYTES), costs).wipe()
        return time.perf_counter() - before


def subkey(root: Secret, label: str, salt: bytes | None = None) -> Secret:
    """Derive an independent key of 32 bytes for one purpose (HKDF-SHA512, RFC 5869).

    Written out, since the library's own HKDF leaves its last result in freed memory.

    Args:
        root: A uniformly random secret or the result of ``derive``; not wiped.
        label: Names the purpose; two labels give two unrelated keys.
        salt: Binds the key to one vault, where that matters.
    """
    info = b"intake vault 1: " + label.encode("ascii")
    with (
        _hmac_sha512(salt or bytes(_SHA512_BYTES), root.view()) as extracted,
        _hmac_sha512(extracted.view(), info + b"\x01") as block,
    ):
        return Secret(bytearray(block.view()[:KEY_BYTES]))


def _hmac_sha512(key: bytes | memoryview, message: bytes | memoryview) -> Secret:
    code = hmac.HMAC(key, hashes.SHA512())
    code.update(message)
    return Secret.seize(code.finalize())
