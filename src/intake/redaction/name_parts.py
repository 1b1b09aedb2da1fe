"""Tells the parts of a recorded name apart (surname, patronymic, given name); knows no people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import re2

from intake.domain.person import Identity
from intake.redaction.source_text import words_of

# Endings of patronymics on folded words, with the endings of the cases behind them.
_PATRONYMIC = re2.compile(
    r"(?:[оеаі]в[иі]ч|йович|льич|кузьмич|никитич|фомич|лукич)(?:а|у|ем|ам|ом|е|і|и)?$"
    r"|(?:[оеа]вн|[аеі]ун|иничн|[иії]вн)(?:а|ы|е|у|ой|ай|ою|і|и)$"
    r"|(?:[oeai]v[iy]ch|yovych|[oe]wicz)(?:a|u|em|am|om)?$"
    r"|(?:[oeai]vn|[aei]un|inichn|[iy]vn|[oe]wn)(?:a|y|e|u|oj|aj|oi|i)$"
)
_SHORTEST_PATRONYMIC = 6


@dataclass(frozen=True, slots=True)
class NameParts:
    """Folded words of one recorded name; a part may have several words (a double name)."""

    surname: tuple[str, ...]
    others: tuple[str, ...]


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

    def read(self, name: str) -> NameParts | None:
        """Return the parts of a name, or ``None`` for a single word that may be anything."""
        parts = _parts_of(name)
        if len(parts) < 2:  # noqa: PLR2004 (a given name and a surname)
            return None
        surname = parts[-1]
        ends_with_patronymic = len(parts) > 2 and is_patronymic(parts[-1][-1])  # noqa: PLR2004 (three parts)
        ends_with_given = self._is_given(parts[-1]) and not self._is_given(parts[0])
        if ends_with_patronymic or ends_with_given:
            surname = parts[0]
        others = tuple(key for part in parts if part is not surname for key in part)
        return NameParts(surname, others)

    def _is_given(self, part: tuple[str, ...]) -> bool:
        return all(self._lead[key] > 0 for key in part)


def is_patronymic(key: str) -> bool:
    """Tell whether a folded word looks like a patronymic (some surnames do, too)."""
    return len(key) >= _SHORTEST_PATRONYMIC and _PATRONYMIC.search(key) is not None


def _parts_of(name: str) -> list[tuple[str, ...]]:
    return [keys for part in name.replace(",", " ").split() if (keys := words_of(part))]
