"""One article's text for finding names in: which words are everyday ones, and where a name may begin.

A place in the folded text is the same place in the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import cache

from kb import dictionary, lazy
from kb.text import fold

# In a paragraph of Chinese a name stands apart where these stand beside it. Weights are those of `_costs`.
PARTICLES = frozenset("的在与和及由对向为是被将把从给等其该至于以而且或但则也都还又已会让使令据按经跟同获")
LIGHT = frozenset(
    "每某另两三一二四五六七八九十几数多近约超达逾新老大小前后上下中内外间家个位名只件年月日时元亿万成可能有无不未本轮最更较很太极首第拟旗商里"
)
_PRICE = {2: 2.0, 3: 2.9, 4: 3.8, 5: 4.8, 6: 5.6}  # of a name by its length
_NO_NAME = frozenset("由的与被将及其")  # hardly in a name
_LINES = lazy.compile("\n")
_LONGEST = 8  # characters of an everyday word
_ALONE = 2  # times a short form that is one must stand alone


@cache
def listed_words() -> frozenset[str]:
    """The words of a general dictionary, Chinese and English, but for those that it writes with a capital."""
    english = (w for w in set(re.findall(r"[A-Za-z][a-z'\-]+", dictionary.all_glosses())) if w.islower())
    return frozenset(entry.word for entry in dictionary.entries()).union(english)


def everyday(listed: Container[str]) -> Callable[[str], bool]:
    """What tells whether a folded word is an everyday one: `listed` itself, or inflected."""
    return lambda word: word in listed or (word.isascii() and any(w in listed for w in _singular(word)))


def _singular(word: str) -> list[str]:
    """What an inflected English word may come from: retailers, sensed, opening."""
    ends = (end for end in ("s", "es", "ed", "d", "ing", "ly", "er") if word.endswith(end) and len(word) > len(end) + 2)
    return [word[: -len(end)] for end in ends]


class Page:
    """The text, its folded form, and which words are no names."""

    def __init__(
        self, text: str, known: Container[str], ordinary: Callable[[str], bool], capital: Container[str] | None = None
    ) -> None:
        self.text = re.sub(r"[^\S\n ]", " ", text)  # spaces of other widths
        folded = list(fold(self.text).replace("丨", "|"))  # a rule between a date and a headline, not a word
        for match in _LINES.finditer(self.text):  # folding makes spaces of them
            folded[match.start()] = "\n"
        self.folded = "".join(folded)
        self.known, self.ordinary = known, ordinary
        self.capital = capital_words() if capital is None else capital
        self._costs: dict[str, list[float]] = {}
        self._plain: dict[str, bool] = {}
        self._words: dict[str, bool] = {}

    def word(self, folded: str) -> bool:
        """Whether `folded` is an everyday word or a known name or term."""
        known = self._words.get(folded)
        if known is None:
            known = self._words[folded] = folded in self.known or self.ordinary(folded)
        return known

    def term(self, folded: str) -> bool:
        """Whether `folded` is a known name or term."""
        return folded in self.known

    def run(self, end: int, most: int = 18) -> str:
        """The folded Chinese characters that stand directly before `end`, at most `most`."""
        before = self.folded[max(0, end - most) : end]
        for at in range(len(before) - 1, -1, -1):
            if not "\u3400" <= before[at] <= "\u9fff":
                return before[at + 1 :]
        return before

    def places(self, part: str) -> Iterator[int]:
        """Where `part` stands in the folded text."""
        at = self.folded.find(part)
        while at >= 0:
            yield at
            at = self.folded.find(part, at + 1)

    def costs(self, run: str) -> list[float]:
        """What it costs to read each beginning of `run` as everyday words: one a word, three an unknown."""
        known = self._costs.get(run)
        if known is None:
            known = [0.0]
            for i, char in enumerate(run, 1):
                least = min(known[-1] + (0.4 if char in PARTICLES else 1.2 if char in LIGHT else 3.0), 99.0)
                for begin in range(max(0, i - 5), i - 1):
                    if known[begin] + 1 < least and self.word(run[begin:i]):
                        least = known[begin] + 1
                known.append(least)
            self._costs[run] = known
        return known

    def plain(self, run: str) -> bool:
        """Whether `run` is nothing but everyday words."""
        known = self._plain.get(run)
        if known is None:
            reached = [0]  # where everyday words can end
            for i, char in enumerate(run, 1):
                if reached[-1] == i - 1 and (char in PARTICLES or char in LIGHT):
                    reached.append(i)
                    continue
                for begin in reversed(reached):
                    if begin < i - _LONGEST:
                        break
                    if begin < i - 1 and self.word(run[begin:i]):
                        reached.append(i)
                        break
            known = self._plain[run] = reached[-1] == len(run)
        return known

    def tail(self, run: str, most: int = 4) -> int:
        """Where in `run` the name begins that ends it: what is left of it should be everyday words."""
        costs, size = self.costs(run), len(run)
        choices, unlikely = [], 0
        for n in range(1, min(most, size) + 1):
            unlikely += run[size - n] in _NO_NAME
            if n > 1:
                choices.append((costs[size - n] + _PRICE[n] + unlikely, size - n))
        return min(choices)[1] if choices else 0


def han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff" and char != "丨"


# The same in a pattern: most of a text's characters need not be looked at one by one.
HAN = lazy.compile("[\u3400-\u4e27\u4e29-\u9fff]")


def whole(text: str, words: str) -> Iterator[tuple[int, int]]:
    r"""Where words stand that are no part of longer ones: what \bwords\b finds, without compiling that for each name.

    >>> list(whole("Carp, Carpe, carp: Carp", "Carp"))
    [(0, 4), (19, 23)]
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        stands = _is_edge(text, at) and _is_edge(text, end)
        if stands:
            yield at, end
        at = text.find(words, end if stands else at + 1)


def stands_whole(text: str, words: str) -> bool:
    """Whether words stand somewhere that are no part of longer ones."""
    return next(whole(text, words), None) is not None


def followed(text: str, words: str, behind: re.Pattern[str], before: re.Pattern[str] | None = None) -> Iterator[re.Match[str]]:
    """The matches of a pattern directly behind words, where another matches directly before them.

    >>> [m.group() for m in followed("Tern 5, a Tern 7 and Terns", "Tern", re.compile(r" \\d"))]
    [' 5', ' 7']
    """
    at = text.find(words)
    while at >= 0:
        match = behind.match(text, at + len(words)) if before is None or before.match(text, at) else None
        if match:
            yield match
        at = text.find(words, match.end() if match else at + 1)


def _is_edge(text: str, at: int) -> bool:
    r"""Whether a place is what \b matches at."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def as_printed(page: Page, folded: str) -> str:
    """The words of the text that fold to `folded`."""
    at = page.folded.find(folded)
    return page.text[at : at + len(folded)] if at >= 0 else folded


def stands_alone(page: Page, short: str) -> bool:
    """Whether a short form is no everyday word, or one this article writes as a name only, and often."""
    if not page.word(short.lower()):
        return True
    if stands_whole(page.text, short.lower()):
        return False
    return len(re.findall(rf"(?<![A-Za-z] )\b{re.escape(short)}\b(?! [A-Z])|(?<=[a-z,] )\b{re.escape(short)}\b(?! [A-Z])", page.text)) >= _ALONE


@cache
def capital_words() -> frozenset[str]:
    """Words a dictionary writes with a capital: places, peoples, months, languages."""
    return frozenset(w.lower() for w in set(re.findall(r"\b[A-Z][a-z]+\b", dictionary.all_glosses())))
