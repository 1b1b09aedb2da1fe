"""Words for the parts of a vault, and for what became of one: put back, or damaged."""

from __future__ import annotations

from intake.gui.i18n import noop, translate

CONTEXT = "VaultWords"
# By what the store, a restore, a rescue and a backup note in a vault, word for word.
_PUT_BACK = {
    "database": noop("VaultWords", "The database of this vault was put back to an earlier state."),
    "mirror": noop(
        "VaultWords",
        "The commit counter, which tells when a vault is put back, cannot be read or is older than "
        "the vault. So this may be an earlier state.",
    ),
    "header": noop(
        "VaultWords",
        "The header of this vault was put back to an earlier state: a passphrase that was replaced "
        "may open it again.",
    ),
    "restored from a backup": noop("VaultWords", "This vault was restored from a backup."),
    "rescued from a damaged vault": noop(
        "VaultWords", "This vault was rescued from a damaged one, and some of it may be missing."
    ),
    "a backup, opened where it lies": noop(
        "VaultWords", "This is a backup that was opened where it lies. Better restore it."
    ),
}

# What a check reads in an open vault, and a rescue can do without.
_CHECKED = frozenset({"database", "search", "chain"})


def put_back_words(part: str) -> str:
    """Return what is the matter with a vault that was put back, and what to do in the window.

    Args:
        part: What stands in ``rollback``.

    Returns:
        The sentences; nothing for a part that has none of its own.
    """
    if part == "chain":
        return translate(
            "VaultWords",
            "Some records of this vault were removed or put back, and not by this program. Let "
            "nothing leave, and record nothing more. Restore the newest good backup, and show the "
            "vault to whoever looks after your security.",
        )
    if part not in _PUT_BACK:
        return ""
    to_do = translate(
        "VaultWords",
        "It can be read, but no bundle leaves it. Record the withdrawals made since then, then "
        "state it under Settings: Catch up.",
    )
    return f"{translate(CONTEXT, _PUT_BACK[part])} {to_do}"


def damaged_words(part: str) -> str:
    """Return that a vault is damaged, and what to do in the window.

    Args:
        part: Where.

    Returns:
        The sentences; nothing where neither a check nor a rescue can begin.
    """
    if part not in _CHECKED:
        return ""
    text = translate(
        "VaultWords",
        "The vault is damaged ({part}). Record nothing more in it. Settings, Check the vault, "
        "shows what is damaged. Restore the newest good backup; what is in none can be rescued. "
        "The locked page offers both.",
    )
    return text.format(part=part_word(part))


def part_word(part: str) -> str:
    """Return the name of a part of a vault in the interface language."""
    words = {
        "header": translate("Settings", "Header"),
        "database": translate("Settings", "Database"),
        "search": translate("Settings", "Search index"),
        "chain": translate("Settings", "Chain of changes"),
        "mirror": translate("Settings", "Commit counter"),
    }
    return words.get(part, part)
