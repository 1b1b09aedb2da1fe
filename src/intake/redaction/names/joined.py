"""The surname and the given name in a name that is written as one word; knows no people."""

from __future__ import annotations

import unicodedata

from intake.redaction.source_text import word_key

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_FIRST_HANGUL, _LAST_HANGUL = "\uac00", "\ud7a3"
# The surnames of one sign that most people have: any other first sign may be half of a longer one.
_HAN_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許"
    "傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱"
    "秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
_HANGUL_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥육인맹제모탁국리림량려라"
)
_HANGUL_DOUBLE = frozenset({"남궁", "황보", "제갈", "사공", "선우", "독고", "서문", "동방"})
# What people put before or behind a surname of one sign.
_HAN_BEHIND = ("先生", "女士", "小姐", "太太", "某", "老师", "老師", "医生", "醫生", "さん", "氏")
_HAN_BEFORE = ("老", "小", "阿")
_HANGUL_BEHIND = ("씨", "모씨", "선생")
_SHORTEST, _PAIR, _LONGEST = 3, 4, 5


def halves_of(key: str) -> tuple[str, ...]:
    """Return what stands for a person when the rest of their name is left out.

    Args:
        key: A folded word of a recorded name; of other scripts than Han and Hangul nothing is made.

    Returns:
        Folded words: given names and surnames of at least two signs, and a surname of one sign with
        what people are addressed by.
    """
    name = unicodedata.normalize("NFC", key)
    if not _SHORTEST - 1 <= len(name) <= _LONGEST:
        return ()
    if all(_FIRST_HAN <= char <= _LAST_HAN for char in name):
        found = _of_han(name)
    elif all(_FIRST_HANGUL <= char <= _LAST_HANGUL for char in name):
        found = _of_hangul(name)
    else:
        return ()
    return tuple(word_key(each) for each in found)


def _of_han(name: str) -> list[str]:
    surname = name[0]
    found: list[str] = []
    if surname in _HAN_SURNAMES and len(name) < _PAIR:
        found += [surname + behind for behind in _HAN_BEHIND]
        found += [before + surname for before in _HAN_BEFORE]
    if len(name) == _SHORTEST:
        found.append(name[1:])
    if len(name) > _SHORTEST or (len(name) == _SHORTEST and surname not in _HAN_SURNAMES):
        found += [name[:2], name[2:]]
    if len(name) == _LONGEST:
        found += [name[:3], name[3:]]
    return [each for each in found if len(each) > 1]


def _of_hangul(name: str) -> list[str]:
    if name[:2] in _HANGUL_DOUBLE and len(name) >= _PAIR:
        return [name[:2], name[2:]]
    if name[0] not in _HANGUL_SURNAMES or len(name) > _SHORTEST:
        return []
    addressed = [name[0] + behind for behind in _HANGUL_BEHIND]
    return [*addressed, name[1:]] if len(name) == _SHORTEST else addressed
