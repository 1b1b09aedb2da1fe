"""Whole vaults, with headers and keys, as older programs have left them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from intake.services import vaults
from intake.store.backup import CopyFiles, copy_verified
from intake.store.connection import Database
from intake.vault import folder
from intake.vault.folder import DATABASE_NAME, MIRROR_NAME, Opened
from tests.unit.services.conftest import CHEAP, Template, secret
from tests.unit.store.making import CHAIN_KEY, DB_KEY, VAULT_ID
from tests.unit.store.record import RECORDED, WORDS

Words = dict[str, Any]


def older_vault(path: Path, template: Template, version: int) -> tuple[Opened, Words]:
    """Make a whole vault, with a header and keys, of a database recorded by an older program."""
    named = Opened(template.opened.keys, 0, VAULT_ID)  # the recorded one is of generation 1
    with secret() as passphrase:
        opened = folder.create_headers(
            path, passphrase, template.recovery, CHEAP, successor_of=named
        )
    source = Database.open(RECORDED / f"version-{version}" / DATABASE_NAME, bytearray(DB_KEY))
    with vaults.raw(opened.keys.database) as db_key, vaults.raw(opened.keys.chain) as chain_key:
        files = CopyFiles(path / DATABASE_NAME, path / MIRROR_NAME, db_key, chain_key)
        copy_verified(source, bytearray(CHAIN_KEY), files)
    source.close()
    words = (RECORDED / f"version-{version}" / WORDS).read_text("utf-8")
    return opened, json.loads(words)
