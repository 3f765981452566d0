"""Content words: what is left of a message when its names and the words that only ask are taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from bot import questionwords as qw
from kb import lazy
from kb.amounts.numerals import number
from kb.segment import words_of
from kb.text import stem, words

_LIGHT_STEMS = frozenset(stem(w) for w in qw.LIGHT_STEMS) | qw.LIGHT_STEMS
_NUMERALS = frozenset("一二两三四五六七八九十")
# Characters that join words or count, in no word that a dictionary has not: 那个厂|一|年, 正转|成|买. Names are taken out before.
_JOINING = qw.STOP_SINGLE | frozenset("一成正还全辆架座条头只艘支袋瓶箱吨套块宗笔张枚株亩栋呎尺万亿")
_QUOTES = frozenset("“”\"「」『』《》'‘’")
_QUOTED = 6  # characters
_LEAST_SPELLED = 3  # letters
_LEAST_MANNER = 7  # letters
_TELLING = frozenset("family globally locally domestically internationally nationally regionally organically electrically exclusively separately privately sequentially daily".split())  # adverbs that say of which part
_SPELLED = 9  # numbers that articles spell out themselves
_PAIR = 2  # characters that stay together: 買成
HAN_RUN = lazy.compile("[\u3400-\u9fff]+")


def blank(folded: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return the text with what is taken replaced by line breaks, so that nothing joins across it."""
    chars = list(folded)
    for start, end in taken:
        chars[start:end] = "\n" * (end - start)
    return "".join(chars)


def generic(surface: str) -> bool:
    """Return whether a term only makes up the question: 什麼時候, "such as", "companies"."""
    if surface.isascii():
        return all(w in qw.STOP_EN for _, _, w in words(surface))
    return surface in qw.STOP_WORDS_ZH


def is_light(surface: str) -> bool:
    """Return whether a word colours a question without deciding what answers it."""
    return surface in qw.LIGHT or (surface.isascii() and (stem(surface) in _LIGHT_STEMS or _is_manner(surface)))


def _is_manner(word: str) -> bool:
    """Whether an English word only says how something is done, which an article in Chinese hardly says by a word of its own.

    >>> _is_manner("successfully"), _is_manner("quarterly"), _is_manner("assembly")
    (True, False, False)
    """
    return len(word) >= _LEAST_MANNER and word.endswith(("ally", "fully", "ously", "ively", "ently", "antly", "edly", "ately", "ily")) and word not in _TELLING


def in_digits(word: str) -> list[tuple[str, ...]]:
    """Return the search terms of a spelled-out number, as articles mostly have it: 14 for "fourteen".

    >>> in_digits("fourteen"), in_digits("six"), in_digits("founder")
    ([('14',)], [], [])
    """
    said = number(word) if len(word) > _LEAST_SPELLED else None
    return [(str(said),)] if said is not None and said == int(said) and said > _SPELLED else []


def content_words(rest: str, is_word: Callable[[str], bool]) -> list[str]:
    """Return the Chinese words of two characters or more that are left when question and function words are taken out."""
    found = (
        w
        for run in HAN_RUN.finditer(rest)
        for w in ([run.group()] if _is_quoted(rest, run) else words_of(run.group(), lambda w: w in qw.STOP_WORDS_ZH or is_word(w), _JOINING if len(run.group()) > _PAIR else qw.STOP_SINGLE))
    )
    return [w for w in found if len(w) > 1 and not _only_asks(w)]


def _is_quoted(rest: str, run: re.Match[str]) -> bool:
    """Whether a short run stands between quotation marks: “一芯多能” is one thing."""
    return run.end() - run.start() <= _QUOTED and rest[run.start() - 1 : run.start()] in _QUOTES and rest[run.end() : run.end() + 1] in _QUOTES


@lru_cache(maxsize=4096)
def _only_asks(word: str) -> bool:
    """Whether a word is a stop word, or made of nothing else: 最后, 还有, 什么的."""
    parts = words_of(word, lambda w: w in qw.STOP_WORDS_ZH, qw.STOP_SINGLE)
    counts = "第" not in word  # 第二 says which
    return all(p in qw.STOP_WORDS_ZH or (counts and p in _NUMERALS) for p in parts)
