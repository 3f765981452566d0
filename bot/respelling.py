"""Misspelt ordinary words of a question put right: "proft" is profit, 教付 is 交付.

Only what is in no dictionary and in no article is touched, only towards words that questions and measures are
made of or that the archive holds, and only where one of them is nearer than all others. Names are the business
of `kb.misspelt`, which comes first: what looks like one (a capital, pinyin, a digit) is left alone here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from bot.contentwords import HAN_RUN
from bot.questionwords import STOP_EN, STOP_SINGLE, STOP_ZH
from kb import lazy, likeness, sounds, typos
from kb.library import Library
from kb.segment import words_of
from kb.spellings import NEAR_PINYIN
from kb.text import fold, stem, words

_LEAST = 3  # letters
_SHORT = 4  # letters; of such words only a letter left out, doubled or swapped is put right
_MOST_EDITS = 2
_MOST = 1.9  # what a slip may cost, see `kb.typos`
_BY_EAR = 1.5  # what two slips cost that nobody hears
_LEAST_TWO = 7  # letters; shorter words are wrong in one place only, or in a vowel and a double letter
_APART = 0.25  # by how much the best must be nearer than the next
_TERM, _FOUND = 0.3, 0.5  # what a term that is no measure costs besides, and a word that only the archive holds
_ASKED = frozenset(
    "what which when where whom whose many much long number total compare list latest first second third fourth half quarter year full annual month company companies "
    "founded founder forecast expected announced history chairman chief executive officer employees january february march april june july august september "
    "october november december growth grew rose fell between difference percent million billion".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())  # as they are shortened
_SIZES = (4, 3, 2)
_COUNTING = frozenset("几成倍年月日号期季次个第零〇一二三四五六七八九十百千万亿两")  # hardly anybody means another character
_NO_SLIP = STOP_SINGLE | _COUNTING
_GRAMMAR = _COUNTING | frozenset("的了吗呢吧啊呀么是在有和与跟及或不没也都就还被把给让对从到向这那谁哪什怎")  # is typed right
_COMPLEMENTS = frozenset("完成到出上下去来掉住着著得起开过走好中在进入满动给回为了齐光尽全遍")  # after a verb of one character, in no dictionary with it
_MIXED = lazy.compile(r"(?<![a-z0-9])(?=[a-z]*\d)[a-z0-9]*[oil][a-z0-9]*(?![a-z0-9])")
_RUN_TOGETHER = lazy.compile(r"(?<![a-z0-9-])(?P<word>[a-z]{4,})(?P<number>\d{1,4})(?![a-z0-9])")
_AS_DIGITS = str.maketrans("oil", "011")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DOUBLED = lazy.compile(r"(.)\1")


class Respelling:
    """Puts misspelt words right, with the lexicon and the words of one archive."""

    def __init__(self, library: Library) -> None:
        """Look words up in `library`."""
        self._library = library
        self._names = library.names

    def warm(self) -> None:
        """Make the tables of English words and of characters that sound the same beforehand."""
        self._nearest("")
        sounds.same("同")

    def mended(self, text: str, rest: str, named: bool = False) -> str:
        """Return `text` with its misspelt words put right; `rest` is its folded form without what is known.

        `named`: it says whom it is about, so that what is left over can be no name.
        """
        if len(text) != len(rest):
            return text
        found = [*self._digits(rest), *self._english(text, rest), *(self._lengthened(fold(text), rest) or self._chinese(rest, named))]
        return replaced(text, found)

    # ------------------------------------------------------------ letters for digits
    def _digits(self, rest: str) -> Iterator[tuple[int, int, str]]:
        """Designations typed with letters that look like digits, where one of the archive has these: H3OO is H300."""
        for token in _MIXED.finditer(rest):
            for letters in ("o", "oil"):
                meant = re.sub(rf"(?<=\d)[{letters}]+|[{letters}]+(?=\d)", lambda m: m.group().translate(_AS_DIGITS), token.group())
                if meant != token.group() and not self._library.search.occurs(token.group()) and (any(t.kind == "entity" for t in self._names.terms(meant)) or self._library.search.occurs(meant)):
                    yield token.start(), token.end(), meant.upper()
                    break
        for token in _RUN_TOGETHER.finditer(rest):  # aether300 is Aether-300
            if not self._library.search.occurs(token.group()) and self._library.search.occurs(stem(token["word"])) and self._library.search.occurs(token["number"]):
                yield token.start(), token.end(), f"{token['word']} {token['number']}"

    # ------------------------------------------------------------ English
    def _english(self, text: str, rest: str) -> Iterator[tuple[int, int, str]]:
        said = fold(text)
        for start, end, word in words(rest):
            written = start > 0 and text[start].isupper() and rest[start - 2 : start] != "\n "  # but for a name's own end
            if len(word) < _LEAST or not word.isalpha() or written or self._is_word(word):
                continue
            meant = self._nearest(word, "".join(said[:start].split()[-1:]), "".join(said[end:].split()[:1]))
            if meant:
                yield start, end, meant

    def _is_word(self, word: str) -> bool:
        """Whether a word is in a dictionary or an article, or is short and can be pinyin."""
        if word in STOP_EN or word in _MONTHS or self._listed(word) or self._library.search.occurs(stem(word)):
            return True
        return word in self._vocabulary or (len(word) < _LEAST_TWO and len(word) > _SHORT and sounds.is_pinyin(word))

    def _listed(self, word: str) -> bool:
        english = self._library.english
        bases = (b for end in ("s", "es", "ed", "d", "ing", "ly") if word.endswith(end) for b in (word[: -len(end)], word[: -len(end)] + "e") if end != "d" or b.endswith("e"))  # orderd is none
        return word in english or any(len(base) >= _SHORT and base in english for base in bases)

    @cached_property
    def _vocabulary(self) -> dict[str, float]:
        """The English words of measures, of questions and of other terms, each with what it costs besides."""
        keys = self._names.keys
        out = dict.fromkeys((w for key in keys.of_kind("concept") if key.isascii() for w in key.split()), _TERM)
        out.update((w, 0.0) for key in keys.of_kind("measure") if key.isascii() for w in key.split())
        out.update(dict.fromkeys(_ASKED, 0.0))
        return {w: c for w, c in out.items() if w.isalpha() and len(w) > _LEAST}

    def _nearest(self, word: str, before: str = "", after: str = "") -> str:
        """The one word that `word` was meant to be, which stands between two others; "" where several may be meant."""
        near = likeness.near(word, self._vocabulary.keys(), _MOST_EDITS)
        costs = {w: self._cost(word, w) + self._vocabulary[w] for w, _ in near}
        if not any(c <= _MOST for c in costs.values()) and len(word) > _SHORT:
            costs |= {w: self._cost(word, w) + _FOUND for w in self._held(word)}
        ranked = [(c, w) for c, _, w in sorted((cost, w[-1] != word[-1], w) for w, cost in costs.items() if word and cost <= _MOST)]  # orderd is ordered
        if not ranked:
            return ""
        best, meant = ranked[0]
        close = [w for cost, w in ranked if cost - best < _APART]
        if len({stem(w) for w in close}) == 1:
            return meant
        tells: tuple[Callable[[str], bool], ...] = (
            lambda w: any(self._names.terms(pair) for pair in (f"{before} {w}", f"{w} {after}")),  # load facter
            lambda w: _is_swapped(word, w),  # pateints, pirce
            lambda w: self._library.search.occurs(stem(w)),
        )
        for fits in tells:
            likely = [w for w in close if fits(w)]
            if len({stem(w) for w in likely}) == 1:
                return likely[0]
        return ""

    @staticmethod
    def _cost(typed: str, meant: str) -> float:
        cost = typos.distance(typed, meant)
        if typed[0] != meant[0] and sorted(typed[:2]) != sorted(meant[:2]):
            return typos.NO_SLIP
        if len(typed) <= _SHORT and not _is_lacking(typed, meant) and _single(typed) != _single(meant) and not _is_swapped(typed, meant):
            return typos.NO_SLIP
        two = len(typed) >= _LEAST_TWO and not sounds.is_pinyin(typed)
        if two and sounds.spoken(typed) == sounds.spoken(meant):
            cost = min(cost, _BY_EAR)  # hardwear
        return cost if cost <= 1 or two or _DOUBLED.search(typed) else typos.NO_SLIP

    def _held(self, word: str) -> set[str]:
        """The everyday words that the archive holds and that one slip makes `word` of."""
        splits = [(word[:i], word[i:]) for i in range(1, len(word) + 1)]
        near = {a + c + b for a, b in splits for c in _LETTERS}
        near |= {a + b[1:] for a, b in splits if b} | {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
        near |= {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
        doubled = {w for w in near if len(w) > len(word) and _single(w) == _single(word)}  # nacele: in no dictionary, but in an article
        return {w for w in {*self._library.listed(near), *doubled} if self._library.search.occurs(stem(w))}

    # ------------------------------------------------------------ Chinese
    def _lengthened(self, folded: str, rest: str) -> list[tuple[int, int, str]]:
        """Measures of which all but the first or the last character is a measure too: 毛利律 is no 毛利."""
        out = []
        for run in HAN_RUN.finditer(rest):
            first, last = run.start(), run.end() - 1
            for size in (3, 2):
                for start, end in ((first - size, first + 1), (last, last + size + 1)):
                    known = rest[start:first] if start < first else rest[last + 1 : end]
                    if start < 0 or known != "\n" * size or not HAN_RUN.fullmatch(folded, start, end):
                        continue
                    meant = self._heard(folded, start, end, terms=False)
                    if meant and (meant[:-1] == folded[start : end - 1] if start < first else meant[1:] == folded[start + 1 : end]):
                        out.append((start, end, meant))
        return out[:1]

    def _chinese(self, rest: str, named: bool) -> Iterator[tuple[int, int, str]]:
        rest = STOP_ZH.sub(lambda m: "\n" * len(m.group()), rest)
        for run in HAN_RUN.finditer(rest):
            edges = [run.start()]  # of words: what is misspelt falls apart into single characters
            for word in words_of(run.group(), self._library.is_ordinary, frozenset()):
                known = self._library.is_ordinary(word)
                edges += [edges[-1] + len(word)] if known else [edges[-1] + n for n in range(1, len(word) + 1)]
            done = 0
            for start in edges:
                ends = (start + n for n in _SIZES if start + n in edges and start >= done)
                end, meant = next(((end, m) for end in ends if (m := self._heard(rest, start, end))), (done, ""))
                if not meant and named and start >= done and {start + 1, start + 2} <= set(edges):
                    end, meant = start + 2, self._written(rest, start)
                if meant:
                    yield start, end, meant
                    done = end

    def _heard(self, rest: str, start: int, end: int, terms: bool = True) -> str:
        """The one measure or other term that folded[start:end] sounds like; "" where it may be words, or counts, or a name."""
        typed = rest[start:end]
        pairs = [typed[i : i + 2] for i in range(len(typed) - 1)]
        word = self._library.is_ordinary
        if word(typed) or not any(self._strange(p) for p in pairs):
            return ""
        if len(typed) == 2 and (not _COUNTING.isdisjoint(typed) or typed[1] in _COMPLEMENTS):
            return ""  # 交齊 is no 交期
        before, behind = word(rest[max(start - 1, 0) : start + 1].strip()), word(rest[end - 1 : end + 1].strip())
        if (len(typed) == 2 and (before or behind)) or (before and not word(typed[:2])):
            return ""  # 究竟虧損 tells of no 淨虧損
        forms = {NEAR_PINYIN + sounds.near("".join(s)) for s in sounds.pinyin(typed)}
        keys = {k for found in self._library.spelled(forms).values() for k in found if self._agrees(typed, k)}
        return self._only(keys, "measure") or (self._termed(typed) if terms else "")

    def _termed(self, typed: str) -> str:
        """The one measure or other term that `typed` is with another character of the same sound or much the same shape: 業積預告, 營業收人.

        Of two characters many are a verb with its complement, which no dictionary has: 倒推, 交齊.
        """
        for kind in ("measure", "concept") if len(typed) > 2 else ():
            changed = (typed[:i] + c + typed[i + 1 :] for i, char in enumerate(typed) if char not in _GRAMMAR for c in (*sounds.same(char), *sounds.alike_written(char)))
            if meant := self._only(changed, kind):
                return meant
        return ""

    def _only(self, keys: Iterable[str], kind: str) -> str:
        """The first of the keys that name one measure or concept; "" where they name none, or several."""
        meanings = {k: tuple(sorted(t.id for t in self._names.keys.get(k) if t.kind == kind)) for k in keys}
        told = {k: ids for k, ids in meanings.items() if ids}
        return min(told) if len(set(told.values())) == 1 else ""

    def _written(self, rest: str, start: int) -> str:
        """The one word of the archive that two characters left over sound like: 奶烙 is 奶酪."""
        typed, word = rest[start : start + 2], self._library.is_ordinary
        beside = (rest[start - 1 : start + 1], rest[start + 1 : start + 3])
        if not self._strange(typed) or set(typed) & STOP_SINGLE or any(word(b.strip()) for b in beside if len(b.strip()) > 1):
            return ""
        other = [c + typed[1] for c in sounds.same(typed[0])] + [typed[0] + c for c in sounds.same(typed[1])]
        held = [w for w in self._library.everyday(other) if self._library.search.occurs(w)]
        return held[0] if len(held) == 1 else ""

    def _strange(self, pair: str) -> bool:
        return not self._library.is_ordinary(pair) and not self._library.search.occurs(pair)

    @staticmethod
    def _agrees(typed: str, key: str) -> bool:
        """Whether but one character of a name was typed as another one that usually sounds the same, no function word."""
        other = [(a, b) for a, b in zip(typed, key, strict=False) if a != b]
        if len(key) != len(typed) or len(other) != 1 or other[0][0] in _NO_SLIP:
            return False
        usual = [sounds.near("".join(sounds.readings(char)[:1])) for char in other[0]]
        return usual[0] == usual[1]


def replaced(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with other words in these places.

    >>> replaced("25淨利", [(0, 2, "2025年")])
    '2025年淨利'
    """
    for start, end, word in sorted(places, reverse=True):
        text = text[:start] + word + text[end:]
    return text


def _single(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _is_swapped(typed: str, meant: str) -> bool:
    """Whether two neighbouring letters but the first changed places: fien is fine."""
    return typed[0] == meant[0] and sorted(typed) == sorted(meant) and typos.distance(typed, meant) < 1


def _is_lacking(typed: str, meant: str) -> bool:
    """Whether one letter of `meant` was left out."""
    return len(typed) + 1 == len(meant) and any(meant[:i] + meant[i + 1 :] == typed for i in range(len(meant)))
