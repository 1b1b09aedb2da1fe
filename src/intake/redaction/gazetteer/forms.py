"""Which names a word of a sentence may be a case form of; knows no names.

All words are folded: й is и, ў is у, ё is е, ł is l and ó is o.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_SHORTEST_STEM = 2
# Each line: endings in a sentence, and the endings of the names that they may stand for.
_CYRILLIC = """
-: ы и і
ве ва ву вам вом: у
ах ях ам ям ами ямі амі ях: ы и і а я о
еи ау ув ів оу ов еу ев: ы и і а о
а у ом ам ем: - о е
е: - а о я у
і: - а я о е ь
ы: - а
и: - а я ь
у: а
а у ам: е
я ю ем ям ею: ь е и я
ю ою аю ою ои аи: а я ь
еи еи ею яю яи: я
і и: ы і
ові еві: - о ь
ого ага ога его яга ому аму ему яму: ое ае е ии ыи ы і ее ии о
ом ым им ім: ое ае е ии ыи ы і ее
ои аи ую ою ію яи: ая а яя
их ых іх: ие ые ия ыя ія і
им ым ім ими ымі ымі імі: ие ые ыя ія і
ці цы: ка ця
цы цэ: к
зе зі: га
се сі: ха
дзе: да д
це: та т ца
дзі: дзь
ца цу це ці цы цом цам цем ця цю ці: ец эц
еца: еч
ка ку ке кі ком кам: ок ак ек
ова ову ові овом ове: ів
ева еву еві евом еве єва єві єву євом: ів
ня ню ні нем: ень
ла лу ле лом лі: ел
"""
_LATIN = """
ach ech: e y i a o
ami om ym: e y i a
-: e y i
u: - o e
owi: - o
em iem: - o e
ie: - o a
dzie: d da do
cie scie: t ta to st sta
y i: a
a: - o
e: a
o: a
iu ia: - ie
ia iu: e
ce: ka
dze: ga
rze: r ra ro
le: l la lo
ku ka kiem: ek
cu ca cem: iec ec
niu nia niem: n
ciu cia ciem: c
u a iem em: -
ej iej: a
iej: ia
ego emu ym: e y i
ich ych: ie e
ym im: ie e y i
s: -
uje ui aus u um: us
io yje is i: is ys ys
eje es ei: e
oje os ai: a
uose iuose iu u us: ai iai
ia a: s
"""
_GEORGIAN = """
ში ზე დან იდან ის ისთვის იდან მდე ამდე თან სთან ს ით მა ად ისკენ სკენ: - ი
დან იდან დან მდე: ა ე
"""
_Endings = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1 << 14)
def bases_of(word: str) -> tuple[str, ...]:
    """Return what a folded word may be called by itself, the word as it stands first.

    Args:
        word: One folded word.
    """
    endings = _endings_for(word[:1])
    found = [word]
    for length in range(min(_LONGEST, len(word) - _SHORTEST_STEM) + 1):
        stem = word[: len(word) - length]
        found += [stem + ending for ending in endings.get(word[len(stem) :], ())]
    return tuple(dict.fromkeys(found))


def _endings_for(first: str) -> _Endings:
    if "\u0400" <= first <= "\u052f":
        return _BY_SCRIPT["cyrillic"]
    if "\u10d0" <= first <= "\u10ff":
        return _BY_SCRIPT["georgian"]
    return _BY_SCRIPT["latin"] if first.isascii() else {}


def _read(table: str) -> _Endings:
    endings: dict[str, list[str]] = defaultdict(list)
    for line in table.split("\n"):
        forms, _, names = line.partition(":")
        for form in forms.split():
            endings[form.strip("-")] += [name.strip("-") for name in names.split()]
    return {form: tuple(dict.fromkeys(names)) for form, names in endings.items()}


_BY_SCRIPT = MappingProxyType(
    {"cyrillic": _read(_CYRILLIC), "latin": _read(_LATIN), "georgian": _read(_GEORGIAN)}
)
_LONGEST = max(len(form) for endings in _BY_SCRIPT.values() for form in endings)
