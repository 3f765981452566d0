"""Slips of the fingers in Latin letters: which differences between two words a typist makes, and at what cost.

Leaves out which names there are (`kb.spellings`) and what a question means. An edit costs about 1; a letter
for another that is neither beside it on the keyboard nor like it in sound is no slip but another word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Hashable
from functools import cache, lru_cache
from typing import Protocol

from kb.dictionary import cedict
from kb.sounds import is_pinyin, near

NO_SLIP = 9.0
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE = frozenset("ck kc cs sc sz zs ph iy yi vw wv mn nm kq qk td dt gj jg fv vf uw wu bp pb xs sx cq qc".split())
_VOWELS = frozenset("aeiou")
_INFLECTED = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "al", "r")
# Lower case only: names are written with capitals. Pinyin stands in brackets, with tone digits.
_GLOSS_WORD = re.compile(rb"(?<![A-Za-z0-9\[:])[a-z]{2,}(?![a-z0-9:])")


def _beside() -> frozenset[str]:
    pairs = set()
    for r, row in enumerate(_ROWS):
        for i, key in enumerate(row):
            below = _ROWS[r + 1][max(0, i - 1):i + 1] if r + 1 < len(_ROWS) else ""
            for other in row[i + 1:i + 2] + below:
                pairs |= {key + other, other + key}
    return frozenset(pairs)


BESIDE = _beside()  # "as", "sa": two keys next to each other


@cache
def gloss_words() -> frozenset[str]:
    """Return the English words of the dictionary's glosses; a quarter of a second, done when an archive is made."""
    return frozenset(w.decode() for w in set(_GLOSS_WORD.findall(cedict())))


class Words(Container[str], Hashable, Protocol):
    """Words, so kept that what was asked of them can be remembered."""


@lru_cache(maxsize=16384)
def is_english(word: str, known: Words | None = None) -> bool:
    """Whether a lower-case word, or what it is inflected from, is in `known`: everyday English where none is given.

    >>> is_english("threads"), is_english("running"), is_english("cambricon"), is_english("futing")
    (True, True, False, False)
    """
    known = gloss_words() if known is None else known
    if word in known:
        return True
    bases = (word[: -len(e)] for e in _INFLECTED if word.endswith(e) and len(word) - len(e) > 2)
    # running is of run, but futing (扶汀) of no fu
    return any(b in known or b + "e" in known or (b[-1] == b[-2] and b[:-1] in known) for b in bases)


def slips(typed: str, name: str) -> float:
    """Return what it takes to type `typed` for `name`: 0 when equal, about 1 a slip, 9 or more when no slip.

    Pinyin of another sound is another name, however few letters differ.

    >>> slips("nvida", "nvidia") <= 1, slips("hengzhou", "hangzhou") >= 9
    (True, True)
    """
    if typed == name:
        return 0.0
    if is_pinyin(typed) and is_pinyin(name):
        return 1.0 if near(typed) == near(name) else NO_SLIP
    return distance(typed, name)


def lacks_consonant(typed: str, name: str) -> bool:
    """Whether one consonant inside a name was left out, and nothing else: what is left may sound like another name, yet is hardly one.

    >>> lacks_consonant("qinge", "qinghe"), lacks_consonant("haibo", "haibao"), lacks_consonant("hanwen", "hanwan")
    (True, False, False)
    """
    if len(typed) + 1 != len(name):
        return False
    i = next((n for n, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), len(typed))
    return 0 < i < len(typed) and name[i] not in _VOWELS and name[i + 1 :] == typed[i:]


def distance(typed: str, name: str) -> float:
    """Return the weighted optimal string alignment (Damerau-Levenshtein with adjacent swaps) of two words."""
    table = [[0.0] * (len(name) + 1) for _ in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        table[i][0] = 1.5 * i
    for j in range(1, len(name) + 1):
        table[0][j] = 1.5 * j
    for i in range(1, len(typed) + 1):
        for j in range(1, len(name) + 1):
            a, b = typed[i - 1], name[j - 1]
            best = table[i - 1][j - 1] + _for(a, b)
            best = min(best, table[i - 1][j] + _extra(typed, i - 1), table[i][j - 1] + _extra(name, j - 1))
            if i > 1 and j > 1 and a == name[j - 2] and b == typed[i - 2] and a != b:
                best = min(best, table[i - 2][j - 2] + 0.9)
            table[i][j] = best
    return table[-1][-1]


def _for(typed: str, meant: str) -> float:
    """The cost of one letter for another."""
    if typed == meant:
        return 0.0
    if typed.isdigit() or meant.isdigit():
        return NO_SLIP
    pair = typed + meant
    if pair in BESIDE or pair in _SOUND_ALIKE or (typed in _VOWELS and meant in _VOWELS):
        return 1.0
    return NO_SLIP


def _extra(word: str, i: int) -> float:
    """The cost of a letter too many or too few: least where it doubles its neighbour."""
    if word[i].isdigit():
        return NO_SLIP
    return 0.7 if word[i] in (word[i - 1:i] or "", word[i + 1:i + 2]) else 1.0
