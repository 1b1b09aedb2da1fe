"""Reasons inside of errors that the window can show, marked for the catalogue word for word.

The rooms below raise them in English and know no language; ``errors.explain`` looks them up here.
"""

from __future__ import annotations

import re

from intake.gui.i18n import noop, translate

CONTEXT = "Reasons"
REASONS = frozenset(
    {
        noop("Reasons", "the vault has changed since; work out again what would leave"),
        noop("Reasons", "this was worked out on another day; consent ends with days"),
        noop("Reasons", "This record is no longer there. Open the case again."),
        noop("Reasons", "This person asked not to be named: nothing is recorded here."),
        noop("Reasons", "This statement is finalised. Reopen it to change it."),
        noop("Reasons", "The text has changed. Select the words again."),
        noop("Reasons", "these words name somebody in this vault, so they stay hidden"),
        noop(
            "Reasons",
            "these words are on the list of words to hide; the settings have the list",
        ),
        noop("Reasons", "a colleague's key is trusted here, so a second look is signed"),
        noop("Reasons", "what would leave has changed; look at it again"),
        noop("Reasons", "this vault is set to let no statement leave"),
        noop("Reasons", "nobody here has agreed to be quoted, or a text names somebody"),
        noop("Reasons", "These texts are too long for one request. Ask for fewer at once."),
        noop(
            "Reasons",
            "Too much of this answer is about texts that do not stand here. Ask again.",
        ),
        noop("Reasons", "This vault signed the answer itself. Somebody else has to."),
        noop("Reasons", "Give the code of the person who looked, in plain characters."),
        noop("Reasons", "Choose statements whose review is finished."),
        noop("Reasons", "These are too many statements for one request."),
        noop("Reasons", "Choose a name of plain characters."),
        noop("Reasons", "No bundle has to be recalled: consent covers all that has left."),
        noop("Reasons", "Name the bundles to unite."),
        noop("Reasons", "These weights cannot be meant: {}."),
        noop("Reasons", "Two different bundles have the number {}."),
        noop(
            "Reasons",
            "This name has another key already. A changed key can be an attack: "
            "ask its owner in person, then choose a new name.",
        ),
        noop(
            "Reasons",
            "First set the interviewer's code, in Settings or in the interview: only then can "
            "anybody tell that somebody else has looked.",
        ),
        noop(
            "Reasons",
            "This is the code of an interviewer of this case or vault. Somebody else looks.",
        ),
        noop("Reasons", "No key of another vault is trusted under this name."),
        noop("Reasons", "This mark is gone. Select the words again."),
        noop("Reasons", "The text has changed. Choose the words again."),
        noop("Reasons", "Give a word of at least two letters."),
        noop("Reasons", "Keep backups outside of the vault's own folder, best on a stick."),
        noop("Reasons", "Put parcels outside of the vault's own folder, best on a stick."),
        noop("Reasons", "A case is withdrawn or sealed by a step of its own."),
        noop("Reasons", "A withdrawn or sealed case stays as it is."),
        noop("Reasons", "The passphrase is not UTF-8 text. Type it in again."),
        noop("Reasons", "the key derivation fails its self-test"),
        noop("Reasons", "the memory of this machine makes errors"),
        noop("Reasons", "the search index would keep deleted words"),
        noop("Reasons", "the disk did not answer"),
        noop("Reasons", "the disk is full"),
        noop("Reasons", "the folder of the vault cannot be renamed where it is"),
        noop("Reasons", "it was stopped"),
        noop("Reasons", "the database library is too old"),
        noop("Reasons", "A text holds half of a character and cannot be kept"),
        noop("Reasons", "No key is trusted under this name."),
        noop("Reasons", "Nothing is to be decided about this parcel. List the parcels."),
        noop(
            "Reasons",
            "The case was recorded with another questionnaire. Keep the parcel, and ask the "
            "sender which one it was.",
        ),
        noop(
            "Reasons",
            "The case was recorded with a newer questionnaire. Update the program, then receive "
            "the parcel again.",
        ),
        noop(
            "Reasons",
            "The case has answers to questions that this program does not ask. Keep the parcel, "
            "and receive it with the version of the program that the sender has.",
        ),
        noop("Reasons", "This vault's own key would keep the parcel open here."),
        noop(
            "Reasons",
            "this vault was rescued without the list of the cases that were erased in it, and this "
            "may be one of them; find out, then say that everything is caught up",
        ),
        noop("Reasons", "This is a key file, no parcel: use Add a key file (intake key trust)."),
    }
)
# Made with codes of cases and names of keys.
TEMPLATES = (
    noop("Reasons", "case {code} is larger than a parcel holds, 64 MiB"),
    noop("Reasons", "something typed into case {code} is no answer yet; open it and finish"),
    noop("Reasons", "This case from {sender} was erased here and is not taken in again."),
    noop(
        "Reasons",
        "Which case this recall from {sender} means was lost when this vault was rescued. Ask the "
        "sender which case it is, and record the withdrawal by hand.",
    ),
    noop(
        "Reasons",
        "No case of this parcel from {sender} is here. Receive the parcel, or ask for it; if the "
        "case was sealed for somebody else since, the recall has to reach them.",
    ),
    noop(
        "Reasons",
        "The folder of the vault holds something that is not the vault's: {name}. "
        "Move it away, then do this again.",
    ),
    noop(
        "Reasons",
        "The vault was opened by a link. Open its folder itself, {place}, then do this again.",
    ),
    noop("Reasons", "case {code} is a draft; finalise it first"),
    noop("Reasons", "two versions of case {code} are here; decide first"),
    noop(
        "Reasons",
        "case {code} does not fit together, and no other vault could take it in; rescue this vault "
        "into a new one and seal it there",
    ),
    noop(
        "Reasons",
        "case {code} was recorded with a questionnaire that is not here, and no other vault could "
        "take it in; update the program, or leave this case out",
    ),
)
_VALUE = re.compile(r"\\\{(\w+)\\\}")  # in a template that is escaped for a pattern
_PATTERNS = {each: re.compile(_VALUE.sub(r"(?P<\1>.+)", re.escape(each))) for each in TEMPLATES}


def reason_words(reason: str) -> str:
    """Return a reason of ours in the interface language; anything else as it is."""
    if reason in REASONS:
        return translate(CONTEXT, reason)
    for template, pattern in _PATTERNS.items():
        found = pattern.fullmatch(reason)
        if found is not None:
            return translate(CONTEXT, template).format(**found.groupdict())
    return reason
