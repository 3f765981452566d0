"""Which passages are worth looking at: by the rarest terms of a question, at a cost that is bounded.

Common terms have long lists of passages and say little, so the lists of the rare ones are read whole, rarest
first, until so many passages have been read; a common term then only adds to those that are found already.
What is proposed is weighed exactly by the caller: see `kb.plain` and `kb.search`.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence

from kb.store import Archive, any_of

_READ = 24_000  # passages read from the index for one question
_JOINED = 12  # the rarest terms that a common one is looked for beside
_LONG = 20  # times `_READ`: the list of a term commoner than that is not even skimmed
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
        found: dict[int, float] = {}
        read: list[str] = []  # the terms that all others are looked for beside
        left = _READ
        for term in ordered:
            seen, query = self.frequency(term), any_of([term])
            beside = read[:_JOINED] or [t for t in ordered[: _JOINED + 1] if t != term]
            if seen <= left:
                left -= seen
                read.append(term)
            elif beside and seen > _READ * _LONG:
                continue
            elif beside:
                query = f"{query} AND ({any_of(beside)})"
                read = read or [term]
            _add(found, self._archive.match(query, _READ), weights[term])
        if also:
            self._add_names(found, read, also, worth)
        return heapq.nsmallest(limit, found.items(), key=lambda item: (-item[1], item[0]))

    def _add_names(self, found: dict[int, float], read: Sequence[str], names: Sequence[str], worth: float) -> None:
        """Add what names are worth: everywhere if they are few, else beside the rarest terms alone."""
        known = [n for n in names if self.frequency(n)]
        if not known:
            return
        query = any_of(known)
        if read and sum(map(self.frequency, known)) > _READ:
            query = f"({query}) AND ({any_of(read[:_JOINED])})"
        _add(found, self._archive.match(query, _READ), worth)


def _add(found: dict[int, float], ids: Iterable[int], worth: float) -> None:
    for key in ids:
        found[key] = found.get(key, 0.0) + worth
