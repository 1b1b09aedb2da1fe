"""Tells surnames by their endings, in all cases; knows no people."""

from __future__ import annotations

import re2

_SHORTEST = 5
# Endings that hardly any other word has, so that no capital is needed.
_STRONG = re2.compile(
    r"[а-яіґє]{2,}(?:енко|[чщ]енка|[чщ]енку|[чщ]енкам|[чщ]енкі|[чщ]енкові)"
    r"|[а-яіґє]{3,}[чщ]ук(?:а|у|ом|ові|ам)?"
    r"|[а-яіґє]{2,}[оеєая]в[иі]ч(?:а|у|ем|ам|еві)?"
    r"|[а-яіґє]{2,}(?:аныч|алыч|еич|аич)(?:а|у|ем)?"  # a patronymic, as it is said
    r"|[а-яіґє]{3,}(?:швили|швілі|оглы|оглу|огли|заде|задэ)"
    r"|[a-z]{3,}(?:enko|shvili|szwili|schwili|oglu|oghlu|zadeh?)"
    r"|[a-z]{3,}(?:chuk|czuk|tschuk)(?:a|u|em|om|owi)?"
    r"|[a-z]{2,}[aeio](?:vich|vych|witsch)(?:a|u)?"
    r"|[a-z]{2,}[oe]wicz(?:a|owi|em|u|e|owie|ow|owa|owna)?"
    r"|\p{Georgian}{2,}(?:შვილ|აძ|იძ|ეძ)(?:ი|ე|ის|მა|ს|ემ|ეს|ით|ეთ|თან|ესთან|ისთვის|ესთვის)"
)
# Endings that words of a language have, too, but seldom at the start of a sentence.
_OPENING = re2.compile(
    r"[а-яіґє]{2,}[оеє]в[сц]ь?к(?:ии|іи|ы|і|ого|ага|ому|аму|им|ім|ая|а|ою|ои|ую|у|аи|оі|іи)"
    r"|[a-z]{2,}(?:ow|ew|in|yn)sk(?:i|a|iego|iemu|im|iej)"
    r"|[а-яіґє]{3,}(?:чик|чык|еика|оика|янка|анюк|онак)"
    r"|[a-z]{3,}(?:czyk|czak|ionak|chanka)"
)
# Endings of other words as well: a capital inside a sentence must say that it is a name.
_WEAK = re2.compile(
    r"[а-яіґє]{2,}(?:[сцзт]ьк|[сцз]к)(?:и|ии|іи|ы|ого|ага|ому|аму|им|ім|ая|а|ою|ои|ую|у|аи|оі|іи|ие)"
    r"|[а-яіґє]{2,}(?:[оеє]в|[иіы]н|[оа]у)(?:а|у|ым|им|ом|е|ои|ою|аи|ы|и|і)?"
    r"|[а-яіґє]{2,}(?:енка|енку|енкам|енкі|[аеиі]дзе|юк)"
    r"|[а-яіґє]{3,}(?:як|ак|ик|ык|ік|ец|ень|еня|юк|ук|ко|ка|ло|ла|ба|ша|иц|ів|ян|енок|нок)(?:а|у|ом|ам|ем|ові|ы|и|і|е)?"
    r"|[a-z]{3,}(?:skii?|sky|ska|skaya|skaia|skaja|cki|cka|dzki|dzka)"
    r"|[a-z]{3,}(?:skiego|skiemu|skim|skiej|ckiego|ckiemu|ckim|ckiej)"
    r"|[a-z]{3,}(?:ov|ev|ova|eva|ou|au|iak|yak|czyk|czak|iuk|yuk|ionak|yan|ava|ienia|uk|onek)"
)


def is_surname(key: str) -> bool:
    """Tell whether a folded word ends as hardly anything but a surname does."""
    return len(key) >= _SHORTEST and _STRONG.fullmatch(key) is not None


def may_open_as_surname(key: str) -> bool:
    """Tell whether a folded word with a capital ends as surnames do, and other words seldom."""
    return len(key) >= _SHORTEST and (is_surname(key) or _OPENING.fullmatch(key) is not None)


def may_be_surname(key: str) -> bool:
    """Tell whether a folded word ends as surnames do, and other words too."""
    if key[0].isdecimal():
        return False
    return may_open_as_surname(key) or (len(key) >= _SHORTEST and _WEAK.fullmatch(key) is not None)
