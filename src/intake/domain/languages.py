"""Tags of languages: which ones are well-formed and known, and what of one may leave."""

from __future__ import annotations

import re

# ISO 639-1, and the two languages of the questionnaire that have no code of two letters.
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu rom sgn
"""
_KNOWN = frozenset(_CODES.split())
# BCP 47 without extensions and private use, into which anything fits.
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.ASCII,
)


def is_language_tag(tag: str) -> bool:
    """Tell whether a text is a well-formed BCP 47 tag of a language that is known here."""
    return known_language(tag) != ""


def known_language(tag: str) -> str:
    """Return the language of a tag, ``be`` of ``be-tarask``; empty unless it is one from the list.

    The other parts of a tag are for this laptop only: a variant has room for half a name.
    """
    lowered = tag.lower()
    primary = lowered.partition("-")[0]
    return primary if _TAG.fullmatch(lowered) and primary in _KNOWN else ""
