"""Audit log entries: what was done and when, without any case data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """Everything that is worth an entry."""

    VAULT_CREATED = "vault_created"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 (a name of an action)
    RECOVERY_REPLACED = "recovery_replaced"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    CASE_CREATED = "case_created"
    CASE_IMPORTED = "case_imported"
    CASE_FINALISED = "case_finalised"
    CASE_REOPENED = "case_reopened"
    CASE_WITHDRAWN = "case_withdrawn"
    CASE_ERASED = "case_erased"
    CASE_SEALED = "case_sealed"
    CASE_RECEIVED = "case_received"
    CASE_RECALLED = "case_recalled"
    VERSION_CHOSEN = "version_chosen"
    CONSENT_RECORDED = "consent_recorded"
    REVISION_FROZEN = "revision_frozen"
    REVIEWED = "reviewed"
    SECOND_LOOK_ASKED = "second_look_asked"
    SECOND_LOOK = "second_look"
    SECOND_LOOK_OBJECTED = "second_look_objected"
    EXPORTED = "exported"
    EXPORT_ABANDONED = "export_abandoned"
    KEY_TRUSTED = "key_trusted"
    KEY_FORGOTTEN = "key_forgotten"
    SETTINGS_CHANGED = "settings_changed"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry; ``subject`` is a record id or a count, never text of a case."""

    number: int
    at: datetime
    action: Action
    subject: str = ""
