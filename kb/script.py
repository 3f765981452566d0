"""Which language and script an article is in. Leaves out questions: a handful of words needs other means."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from kb import lazy
from kb.text import HAN_ONE

_WORD = lazy.compile(r"[A-Za-z][A-Za-z'’-]+")
_CHARACTERS_A_WORD = 2  # a Chinese text says with two characters what an English one says with a word


def language_of(text: str) -> str:
    """Return "zh-Hant", "zh-Hans" or "en", by what most of `text` is written in.

    >>> language_of("摩爾線程發佈業績"), language_of("摩尔线程发布业绩"), language_of("Moore Threads reports")
    ('zh-Hant', 'zh-Hans', 'en')
    """
    han = HAN_ONE.findall(text)
    if _CHARACTERS_A_WORD * len(_WORD.findall(text)) > len(han):
        return "en"
    traditional = sum(map(_only_traditional, han))
    simplified = sum(map(_only_simplified, han))
    return "zh-Hans" if simplified > traditional else "zh-Hant"


@cache
def _only_traditional(character: str) -> bool:
    return _to_simplified().convert(character) != character and not _encodable(character, "gb2312")


@cache
def _only_simplified(character: str) -> bool:
    # 后, 里, 台 and the like stand in Traditional texts too: Big5 has them.
    return _to_traditional().convert(character) != character and not _encodable(character, "big5")


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")
