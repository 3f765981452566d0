"""Which passages are worth looking at: by the rarest terms of a question, at a cost that is bounded.

Common terms have long lists of passages and say little, so the lists of the rare ones are read whole, rarest
first, until so many passages have been read; of a few common ones only those passages are read that hold a rare
one too, or another common one where that could be enough.
What is proposed is weighed exactly by the caller: see `kb.plain` and `kb.search`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from kb.store import Archive, any_of

_READ = 12_000  # passages that the rare terms of a question are in, all of which are read
_JOINED = 6  # the rarest terms that a common one is looked for beside
_COMMON = 8  # of the terms that are not rare, the rarest, which are looked for
_PASSED = 100_000  # passages these are in, which are passed over for those that hold another term
_NEAR = 0.5  # of the best passage's weight: what weighs less need not be found
_MOST = 24_000  # passages of one common term that are read
_KEPT = 1 << 16  # terms whose frequency is remembered


class Candidates:
    """Proposes passages of one archive, and knows how rare its terms are. Not shared between threads."""

    def __init__(self, archive: Archive) -> None:
        """Propose from `archive`."""
        self._archive = archive
        self.total = max(1, archive.totals()["passages"])
        self._frequency: dict[str, int] = {}

    def frequency(self, term: str) -> int:
        """Return in about how many passages a term occurs."""
        if term not in self._frequency:
            if len(self._frequency) >= _KEPT:
                self._frequency.clear()
            self._frequency[term] = self._archive.document_frequency(term)
        return self._frequency[term]

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term, about 0.1 (everywhere) to 14 (nowhere in a million)."""
        seen = self.frequency(term)
        return math.log(1 + (self.total - seen + 0.5) / (seen + 0.5))

    def passages(
        self, weights: Mapping[str, float], limit: int, also: Sequence[str] = (), worth: float = 0.0
    ) -> list[tuple[int, float]]:
        """Return up to `limit` (passage id, weight of the terms found there), heaviest first.

        `weights`: term -> what it adds where it occurs. `also`: terms any one of which adds `worth`: names.
        """
        ordered = sorted((t for t in weights if self.frequency(t)), key=lambda t: (self.frequency(t), t))
        named = [n for n in also if self.frequency(n)]
        found: dict[int, float] = {}
        rare = self._within(ordered, _READ)
        for term in rare:
            _add(found, self._archive.match(any_of([term]), _READ), weights[term])
        near = rare[:_JOINED]  # what common terms are looked for beside
        if named:
            few = sum(map(self.frequency, named)) <= _READ
            query = any_of(named) if few or not near else f"({any_of(named)}) AND ({any_of(near)})"
            _add(found, self._archive.match(query, _READ), worth)
            near += named[:_JOINED] if few else []
        common = ordered[len(rare) :][:_COMMON]
        common = self._within(common, _PASSED) or ([] if near else common[:2])
        self._add_common(found, common, weights, near)
        return _heaviest(found, limit)

    def _add_common(self, found: dict[int, float], common: Sequence[str], weights: Mapping[str, float], near: Sequence[str]) -> None:
        """Add what common terms weigh, rarest first: beside those of `near`, and beside each other.

        The latter only for as long as those that are left could bring a passage that holds none of `near` close to the
        best: the early ending of MaxScore (Turtle and Flood, 1995). Such a passage is told without its commonest term.
        """
        least = _NEAR * max(found.values(), default=0.0)
        for n, term in enumerate(common):
            others = common[n + 1 :] if sum(weights[t] for t in common[n:]) >= least else []
            if near or others:
                query = f"{any_of([term])} AND ({any_of([*near, *others])})"
                _add(found, self._archive.match(query, _MOST), weights[term])
            elif len(common) == 1:
                _add(found, self._archive.match(any_of([term]), _MOST), weights[term])

    def _within(self, ordered: Sequence[str], most: int) -> list[str]:
        """Return the terms from the first on that together are in no more than `most` passages."""
        sums = accumulate(map(self.frequency, ordered))
        return [term for term, passed in zip(ordered, sums, strict=True) if passed <= most]


def _heaviest(found: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
    """Return the `limit` heaviest, of equals the first."""
    if len(found) > limit:
        least = sorted(found.values(), reverse=True)[limit - 1]
        found = {key: weight for key, weight in found.items() if weight >= least}
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]


def _add(found: dict[int, float], ids: Iterable[int], worth: float) -> None:
    known = found.get
    for key in ids:
        found[key] = known(key, 0.0) + worth
