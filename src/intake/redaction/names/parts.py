"""Tells the parts of a recorded name apart (surname, patronymic, given name); knows no people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile

import re2

from intake.domain.person import Identity
from intake.redaction.lists import words
from intake.redaction.names.classes import variants_of
from intake.redaction.source_text import words_of

# Endings of patronymics on folded words, with the endings of the cases behind them.
_PATRONYMIC = re2.compile(
    r"(?:[оеаі]в[иі]ч|йович|льич|кузьмич|никитич|фомич|лукич)(?:а|у|ем|ам|ом|е|і|и)?$"
    r"|(?:[оеа]вн|[аеі]ун|иничн|[иії]вн)(?:а|ы|е|у|ой|ай|ою|і|и)$"
    r"|(?:[oeai]v[iy]ch|yovych|[oe]wicz)(?:a|u|em|am|om)?$"
    r"|(?:[oeai]vn|[aei]un|inichn|[iy]vn|[oe]wn)(?:a|y|e|u|oj|aj|oi|i)$"
)
_SHORTEST_PATRONYMIC = 6
_SHORTEST_NAME = 2


class NameReader:
    """Splits names; where the order is open, all recorded names together decide.

    Args:
        identities: Everyone whose names are to be split.
    """

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._lead: Counter[str] = Counter()
        for identity in identities:
            for name in identity.names:
                parts = _parts_of(name)
                if len(parts) > 1 and not is_patronymic(parts[-1][-1]):
                    self._lead.update(parts[0])
                    self._lead.subtract(parts[-1])

    def surname(self, name: str) -> tuple[str, ...] | None:
        """Return the folded words of a name's surname (a double name has several).

        ``None`` stands for a single word, which may be anything.
        """
        parts = _parts_of(name)
        if len(parts) < _SHORTEST_NAME:
            return None
        first, *middle, last = parts
        if middle and is_patronymic(last[-1]):
            return first
        given_first, given_last = (_is_given(part) for part in (first, last))
        if given_first != given_last:
            return last if given_first else first
        # The name itself was counted with its first part leading: that counts for neither side.
        itself = 0 if is_patronymic(last[-1]) else 1
        return first if self._leads(last) + itself > self._leads(first) - itself else last

    def _leads(self, part: tuple[str, ...]) -> int:
        """Return how much more often a part stands first than last among all names."""
        return min(self._lead[key] for key in part)


def _is_given(part: tuple[str, ...]) -> bool:
    return all(variants_of(key) for key in part)


@lru_cache(maxsize=1 << 14)
def is_patronymic(key: str) -> bool:
    """Tell whether a folded word looks like a patronymic (some surnames do, too)."""
    return len(key) >= _SHORTEST_PATRONYMIC and _PATRONYMIC.search(key) is not None


def name_words(name: str) -> list[str]:
    """Return the folded words of a recorded name, without the title or rank in front of it.

    People are recorded as they were introduced ("Lieutenant Colonel ..."); a rank names nobody. A
    name of nothing but such words is kept whole: it may be somebody's surname.
    """
    return [key for part in _parts_of(name) for key in part]


def written_words(name: str) -> list[str]:
    """Return the words of a recorded name as they are written, those of a double one apart."""
    parts = name.replace(",", " ").replace("-", " ").replace("‑", " ").split()
    return [part.strip('.()"«»„”') for part in parts]


def _parts_of(name: str) -> list[tuple[str, ...]]:
    parts = [keys for part in name.replace(",", " ").split() if (keys := words_of(part))]
    titles = words("titles")
    named = list(dropwhile(lambda keys: all(key in titles for key in keys), parts))
    return named or parts
