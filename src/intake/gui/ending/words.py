"""Words for what checks, drills and rescues find, in the interface language."""

from __future__ import annotations

from intake.gui.i18n import noop, plural, translate
from intake.services.checking import CheckLine, Said
from intake.services.drilling import Unverified
from intake.store.walk import Flaw

CONTEXT = "Findings"
# What the services say of parts, word for word.
_SAID = frozenset(
    {
        noop("Findings", "both copies are whole"),
        noop("Findings", "every page and every index is whole"),
        noop("Findings", "the index has the words of the cases"),
        noop("Findings", "every record is the one that was written last"),
        noop("Findings", "it was compared with the database when the vault was opened"),
        noop("Findings", "one copy is damaged"),
        noop("Findings", "no copy is whole"),
        noop("Findings", "not looked at, for the database is damaged"),
        noop("Findings", "parts of it are of different moments"),
        noop("Findings", "an index of {table} is not of today's rows"),
        noop("Findings", "the structure is damaged"),
        noop("Findings", "a page cannot be read"),
        noop("Findings", "the index is damaged"),
        noop("Findings", "an entry was changed or removed"),
        noop("Findings", "rows were removed or put back to an earlier state"),
        noop(
            "Findings",
            "Close the vault and open it again: the whole copy replaces the other one.",
        ),
        noop(
            "Findings",
            "Keep the vault open and make a backup now: once it is closed, nothing opens it.",
        ),
        noop(
            "Findings",
            "Record nothing more in it. Restore the newest good backup; what is not in a backup "
            "can be rescued into a new vault, as far as it can be read.",
        ),
        noop(
            "Findings",
            "The cases are not touched by this, but searches may miss some. "
            "A rescue into a new vault makes the index anew.",
        ),
        noop(
            "Findings",
            "Records were changed, removed or put back, and not by this program. Let nothing "
            "leave. Restore the newest good backup, and show the vault to whoever looks after your "
            "security.",
        ),
        noop(
            "Findings",
            "Take another backup: this one was put together out of several, or is damaged.",
        ),
        noop("Findings", "Check the vault that you restore or rescue."),
    }
)


def found_words(line: CheckLine) -> str:
    """Return what was found in the interface language."""
    return "; ".join(map(_said_word, line.found))


def _said_word(said: Said) -> str:
    counted: dict[str, str] = {
        Flaw.PAGES: plural("Findings", "%n damaged page(s)", said.count),
        Flaw.ORPHANS: plural("Findings", "%n row(s) that belong to nothing", said.count),
        Flaw.INDEXED_WRONGLY: plural("Findings", "%n case(s) indexed wrongly", said.count),
        Flaw.CHANGED: plural("Findings", "%n row(s) changed: {table}", said.count),
        Flaw.MISSING: plural("Findings", "%n row(s) missing: {table}", said.count),
    }
    text = counted.get(said.text) or translate(CONTEXT, said.text)
    return text.format(table=table_word(said.table))


def advice_word(line: CheckLine) -> str:
    """Return what to do about one line; empty where nothing is wrong."""
    return translate(CONTEXT, line.advice) if line.advice else ""


def unverified_word(what: Unverified) -> str:
    """Return what a drill could not verify, and why."""
    words = {
        Unverified.SEARCH: translate(
            "Findings", "the search index: to check it is to write, and it can be made anew"
        ),
        Unverified.RECOVERY: translate("Findings", "whether the recovery key opens it, too"),
        Unverified.PASSPHRASE: translate("Findings", "whether the passphrase opens it, too"),
        Unverified.LOG: translate(
            "Findings", "the newest writes: they lie in a log, which only a restore reads"
        ),
        Unverified.UPDATE: translate(
            "Findings", "the step to this version of the program, which the first opening takes"
        ),
        Unverified.REST: translate("Findings", "the records: the database is damaged"),
    }
    return words[what]


def table_word(name: str) -> str:
    """Return what a table of the vault holds, in the interface language."""
    words = {
        "cases": translate("Findings", "cases"),
        "interviews": translate("Findings", "interviews"),
        "persons": translate("Findings", "people"),
        "events": translate("Findings", "events"),
        "event_persons": translate("Findings", "who took part in events"),
        "answers": translate("Findings", "answers"),
        "statements": translate("Findings", "statements"),
        "revisions": translate("Findings", "earlier versions of statements"),
        "marks": translate("Findings", "marks of the review"),
        "consents": translate("Findings", "consent"),
        "looks": translate("Findings", "second looks"),
        "rulings": translate("Findings", "words that are always hidden or kept"),
        "audit": translate("Findings", "the audit log"),
        "trusted_keys": translate("Findings", "trusted keys"),
        "own_keys": translate("Findings", "the vault's own keys"),
        "settings": translate("Findings", "settings"),
        "bundles": translate("Findings", "bundles that have left"),
        "releases": translate("Findings", "who was in which bundle"),
        "parcels": translate("Findings", "notes of parcels"),
    }
    return words.get(name, name)
