"""Tells the languages of a paragraph by its letters and small words; translates nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from intake.redaction.lists import LANGUAGES, words

# Letters that one language of an alphabet has and its neighbours do not.
_LETTERS = {
    "be": "ўЎ",
    "uk": "їєґЇЄҐ",
    "ru": "ыэъЫЭЪ",
    "pl": "ąęłńśźżĄĘŁŃŚŹŻ",
}
_BELARUSIAN_TOO = "ыэЫЭ"  # until an и or ъ says otherwise
_RUSSIAN_ALONE = "иъИЪ"
_NEVER_RUSSIAN = "ўЎіІ"
_SHARE = 0.4


def languages_of(text: str, keys: Sequence[str]) -> frozenset[str]:
    """Return the languages that a paragraph is written in; empty where nothing tells.

    Args:
        text: The paragraph.
        keys: Its folded words.
    """
    votes: Counter[str] = Counter()
    counts = Counter(keys)
    for language in LANGUAGES:
        small = words(f"function_{language}")
        votes[language] = sum(count for key, count in counts.items() if key in small)
    for language, letters in _LETTERS.items():
        votes[language] += sum(letter in text for letter in letters) * 2
    if any(letter in text for letter in _RUSSIAN_ALONE):
        votes["be"] = 0
    elif any(letter in text for letter in _NEVER_RUSSIAN):
        votes["ru"] = 0
        votes["be"] += sum(letter in text for letter in _BELARUSIAN_TOO) * 2
    most = max(votes.values(), default=0)
    if not most:
        return frozenset()
    return frozenset(language for language, count in votes.items() if count >= most * _SHARE)
