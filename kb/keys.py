"""Folded names and terms, filed by how they begin: which of them stand in a text?

A text is walked once. At each place where a name can begin, the two characters there (of Latin text the whole
word) tell how long the names are that begin so, and only those lengths are looked up. That takes plain tables,
which load in milliseconds: an automaton over all names finds as fast, and takes half a second to make.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, KeysView
from functools import cache
from itertools import compress
from operator import add
from typing import NamedTuple

from kb import lazy

_WORD = lazy.compile(r"[a-z0-9]+")
_YEAR = lazy.compile(r"(?:19|20)\d\d(?!\d)")
_BEFORE_YEAR = lazy.compile(r"[a-z](?=(?:19|20)\d\d(?!\d))")


class Term(NamedTuple):
    """What a key means: the entity, measure or concept `id`. `weak`: it is an ordinary word too."""

    kind: str
    id: str
    weak: bool


_Meaning = tuple[tuple[str, str, bool], ...]  # the fields of terms


def head(key: str) -> str:
    """Return what a key is filed under: its first word if that is Latin, else its first two characters.

    >>> head("moore threads"), head("摩尔线程"), head("a股")
    ('moore', '摩尔', 'a')
    """
    match = _WORD.match(key)
    return match.group() if match else key[:2]


def heads(folded: str) -> list[tuple[int, str]]:
    """Return where a name can begin in a folded text, each with a head it can have.

    >>> heads("ab2025年营")
    [(0, 'ab2025'), (0, 'ab'), (6, '年'), (7, '营'), (6, '年营')]
    """
    singles = [(i, c) for i, c in enumerate(folded) if not latin(c)]
    pairs = [(i, folded[i : i + 2]) for i, _ in singles if i + 2 <= len(folded)]
    return [*_words(folded), *singles, *pairs]


def _words(folded: str) -> list[tuple[int, str]]:
    """The Latin words of a text, each also without the year that may stand at its end."""
    out = []
    for match in _WORD.finditer(folded):
        start = match.start()
        out.append((start, match.group()))
        if match.end() - start > 4 and ("20" in out[-1][1] or "19" in out[-1][1]):
            out += [(start, folded[start : cut.end()]) for cut in _BEFORE_YEAR.finditer(folded, start, match.end())]
    return out


@cache
def lengths_of(mask: int) -> tuple[int, ...]:
    """Return the lengths whose bits are set in `mask`."""
    return tuple(n for n in range(mask.bit_length()) if mask >> n & 1)


def bit(key: str) -> int:
    """Return the mask that holds the length of `key` alone."""
    return 1 << len(key)


def inside_word(folded: str, start: int, end: int) -> bool:
    """Whether folded[start:end] begins or ends inside a longer Latin word or number ("Acme2025年" is two words, "21.3m" one number)."""
    if start > 0 and latin(folded[start]) and latin(folded[start - 1]):
        return True
    if start > 1 and folded[start].isdigit() and folded[start - 1] == "." and folded[start - 2].isdigit():
        return True
    if end < len(folded) and latin(folded[end - 1]) and latin(folded[end]):
        return folded[end - 1].isdigit() or not _YEAR.match(folded, end)
    return False


def latin(char: str) -> bool:
    """Whether a folded character is a Latin letter or a digit."""
    return char.isascii() and char.isalnum()


class Keys:
    """Keys held in memory, each with what it means."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._meanings: list[_Meaning] = []  # what keys mean, each once: most mean one term
        self._number: dict[_Meaning, int] = {}
        self._of: dict[str, int] = {}  # key -> number of its meaning
        self._masks: dict[str, int] = {}  # head -> lengths
        self._single: set[str] = set()  # keys of one character that is no Latin one

    def add(self, key: str, term: Term) -> None:
        """File a key with a meaning; twice is once."""
        row, known = (term.kind, term.id, term.weak), self._meanings[self._of[key]] if key in self._of else ()
        if row not in known:
            meaning = (*known, row)
            self._of[key] = number = self._number.setdefault(meaning, len(self._meanings))
            if number == len(self._meanings):
                self._meanings.append(meaning)
        begins = head(key)
        self._masks[begins] = self._masks.get(begins, 0) | bit(key)
        if len(key) == 1 and not latin(key):
            self._single.add(key)

    def get(self, key: str) -> list[Term]:
        """Return what a key means, in the order it was filed; nothing for another text."""
        return [Term(*row) for row in self._meanings[self._of[key]]] if key in self._of else []

    def of_kind(self, kind: str) -> list[str]:
        """Return the keys that mean something of a kind."""
        those = {n for n, meaning in enumerate(self._meanings) if any(row[0] == kind for row in meaning)}
        return [key for key, number in self._of.items() if number in those]

    def all(self) -> KeysView[str]:
        """Return the keys alone, for asking often whether one is there."""
        return self._of.keys()

    def __contains__(self, key: object) -> bool:
        return key in self._of

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def matches(self, folded: str) -> list[tuple[int, int, str]]:
        """Return (start, end, key) of the keys that stand in `folded`."""
        masks, known, size = self._masks, self._of, len(folded)
        pairs = list(map(add, folded, folded[1:]))
        begins = [(i, pairs[i]) for i in compress(range(size), map(masks.__contains__, pairs)) if not (folded[i].isascii() and folded[i].isalnum())]
        begins += [(i, word) for i, word in _words(folded) if word in masks]
        if self._single:
            begins += [(i, folded[i]) for i in compress(range(size), map(self._single.__contains__, folded))]
        out = []
        for start, begin in begins:
            ascii_begin = begin[0].isascii()  # of names that begin and end otherwise, no word can go on
            for n in lengths_of(masks[begin]):
                key, end = folded[start : start + n], start + n
                if key not in known or end > size or ((ascii_begin or key[-1].isascii()) and inside_word(folded, start, end)):
                    continue
                out.append((start, end, key))
        return out

    def to_json(self) -> str:
        """Return everything as JSON that `from_json` reads fast: one text of all keys takes a third of the time of as many texts."""
        tables = [part for table in (self._of, self._masks) for part in ("\n".join(table), list(table.values()))]
        return json.dumps([self._meanings, *tables, sorted(self._single)], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Keys:
        """Return what `to_json` wrote, for reading only."""
        keys = cls()
        keys._meanings, of, numbers, masks, lengths, single = json.loads(text)
        keys._of, keys._masks = (dict(zip(names.split("\n"), values, strict=False)) for names, values in ((of, numbers), (masks, lengths)))
        keys._single = set(single)
        return keys
