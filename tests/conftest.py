"""What every test lives with: no display, a home of its own, and no error that goes unseen."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hypothesis import settings

from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.folder import Opened, VaultLock, open_headers
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "here"))

HOMES = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".runtime",
}


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Send everything that programs keep per person to a folder that goes away."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, below in HOMES.items():
            place = folder / below
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(name, str(place))
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture(autouse=True)
def _campaigns_are_not_traced(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Start no program that is traced, where a test is marked ``no_cover``: it takes twice as long.

    These tests run what others have run already, many times over or on much.
    """
    if request.node.get_closest_marker("no_cover") is not None:
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(autouse=True)
def _no_error_is_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test that logs an error, unless it is marked ``logs_errors``."""
    yield
    if request.node.get_closest_marker("logs_errors") is not None:
        return
    errors = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.ERROR
    ]
    assert errors == []


PASSPHRASE = "velvet ladder invented canyon pepper oblong"


@pytest.fixture(scope="session")
def _empty_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Opened]:
    """Return an empty vault that others are copies of, with its keys: deriving them costs time."""
    path = tmp_path_factory.mktemp("empty") / "vault"
    recovery = vaults.new_recovery_key()
    with Secret.from_text(PASSPHRASE) as passphrase:
        costs = KdfCosts(64 * 1024, 3, 1)
        name = "Test vault"
        vaults.create(
            path, name=name, passphrase=passphrase, recovery=recovery, costs=costs
        ).close()
    return path, open_headers(path, recovery=recovery)


@pytest.fixture
def vault_session(tmp_path: Path, _empty_vault: tuple[Path, Opened]) -> Iterator[VaultSession]:
    """Yield a real, empty, unlocked vault with the cheapest key derivation that is allowed."""
    template, opened = _empty_vault
    path = Path(shutil.copytree(template, tmp_path / "vault"))
    lock = VaultLock.acquire(path)
    session = VaultSession(path, vaults.open_store(path, opened), lock, name="Test vault")
    yield session
    session.close()


@pytest.fixture(params=[1, *(pytest.param(run, marks=pytest.mark.slow) for run in range(2, 21))])
def twenty_runs(request: pytest.FixtureRequest) -> int:
    """Repeat what looks into memory, where chance has a part in what is left; once in short."""
    return int(request.param)
