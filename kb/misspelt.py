"""Misspelt names: homophones and near sounds, pinyin, wrong, missing, doubled and swapped characters and letters.

Only what exact matching left over is tried, and only against names; numbers are never guessed at. A guess
must be a slip one can make by ear, eye or hand: 瀚海 for 瀚灣 is none, it is another company. An ordinary
word is no name. How sure a guess is decides between matching it (`find`) and asking back (`suggest`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from kb import lazy
from kb.mishandled import Letters
from kb.misheard import Characters
from kb.names import Names, Span
from kb.spellings import Guess, LookUp, Spellings
from kb.text import fold

SURE = 0.7  # from here on a guess is taken for the name; below it is only worth asking back
_TEXT = lazy.compile(
    r"(?:what|was|were|is|are|the|of|in|for|how|much|many|did|do|does|who|where|when|why|which|and|or|to|an?|s|on"
    r"|多少|什么|是谁|怎么|为什么|哪些|哪家|哪个|如何|的|吗|呢|是|在|和|跟|与|了|有|谁|几|\d+年?)(?![a-z0-9])|[\W_]+|\d+"
)
_MOST_SUGGESTED = 3


class Misspelt:
    """Finds misspelt names of one archive. `ordinary(word)` tells whether a folded word is an everyday one."""

    def __init__(
        self,
        names: Names,
        known: Container[str],
        ordinary: Callable[[str], bool],
        look_up: LookUp | None = None,
        prepare: Callable[[Iterable[str]], object] = lambda _: None,
    ) -> None:
        """Take the names and the ids of the entities the archive speaks of; only those are guessed at.

        `look_up` finds the archive's forms of names; without it they are made from `names`. `prepare` is told
        which words `ordinary` will be asked for, so that they can be looked up together.
        """
        self._names = names
        spellings = Spellings(names, known, look_up)
        self._characters = Characters(spellings, ordinary, prepare)
        self._letters = Letters(spellings, ordinary)

    def find(self, folded: str, rest: str) -> list[Span]:
        """Return the misspelt names in `rest` (`folded` with all that is known blanked out by line breaks)."""
        return [Span(g.start, g.end, g.kind, g.ids) for g in self.guesses(folded, rest) if g.score >= SURE]

    def suggest(self, text: str) -> list[str]:
        """Return up to three ids of entities that `text` may have meant, likeliest first; none that it names."""
        folded = fold(text)
        rest = list(folded)
        named = [s for s in self._names.find(folded) if s.kind == "entity" and not s.weak]
        for s in named:
            rest[s.start:s.end] = "\n" * (s.end - s.start)
        said = {i for s in named for i in s.ids}
        found = self._all(folded, "".join(rest), loose=True)
        found.sort(key=lambda g: (-g.score, g.start - g.end))
        ids = dict.fromkeys(i for g in found if g.kind == "entity" for i in g.ids if i not in said)
        return list(ids)[:_MOST_SUGGESTED]

    def guesses(self, folded: str, rest: str) -> list[Guess]:
        """Return what `find` weighs, none overlapping: longest first, of equals the surest."""
        taken: list[Guess] = []
        for guess in sorted(self._all(folded, rest), key=lambda g: (g.score < SURE, g.start - g.end, -g.score, g.start)):
            if all(guess.end <= t.start or guess.start >= t.end for t in taken):
                taken.append(guess)
        return sorted(taken, key=lambda g: g.start)

    def _all(self, folded: str, rest: str, loose: bool = False) -> list[Guess]:
        if len(rest) != len(folded) or not _TEXT.sub("", rest):
            return []
        usable = self._usable(folded, rest)
        return [
            *self._characters.guesses(folded, rest, usable, loose),
            *self._letters.guesses(folded, rest, usable, loose),
        ]

    def _usable(self, folded: str, rest: str) -> str:
        """The text without names matched exactly: a misspelt name may hold a known term (線程), but no name."""
        chars = list(folded)
        if rest != folded:
            for span in self._names.find(folded):
                blanked = rest[span.start:span.end].strip("\n") == ""
                if blanked and span.kind == "entity":
                    chars[span.start:span.end] = "\n" * (span.end - span.start)
        return "".join(chars)
