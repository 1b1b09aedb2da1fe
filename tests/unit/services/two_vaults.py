"""Open vaults that have keys of their own and trust each other, for what passes between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from intake.export.keys import VaultKeyring
from intake.services import team
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template


@contextmanager
def another(open_vault: OpenVault, template: Template, folder: Path) -> Iterator[VaultSession]:
    """Yield an open vault with keys of its own: copies of the template share theirs.

    A test may close it.
    """
    session = open_vault(template.copy_to(folder))
    with VaultKeyring.generate().to_bytes() as made, session.store.write() as tx:
        session.store.keys.set_own(tx, "keyring", bytearray(made.view()), "")
    try:
        yield session
    finally:
        if session.store.is_open:
            session.close()


@contextmanager
def befriended(
    folder: Path, template: Template, open_vault: OpenVault, *names: str
) -> Iterator[list[VaultSession]]:
    """Yield open vaults, each with keys of its own, that have pinned each other by name."""
    with ExitStack() as stack:
        sessions = [
            stack.enter_context(another(open_vault, template, folder / name)) for name in names
        ]
        for one in sessions:
            for other, name in zip(sessions, names, strict=True):
                if one is not other:
                    team.pin(one, name, team.own_key(other, name=name))
        yield sessions
