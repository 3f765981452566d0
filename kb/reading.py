"""Sentences read once: the names, figures and periods in a stored sentence, kept for the next question.

Answering looks at the same sentences again and again; reading one costs a tenth of a millisecond, keeping
it a kilobyte. The caches are bounded, so memory does not grow with the archive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from kb import periods
from kb.model import Quantity
from kb.names import Names, Span
from kb.periods import PeriodMention
from kb.rows import StoredSentence
from kb.terms import span_terms, term_token
from kb.text import clauses, fold

T = TypeVar("T")
_KEPT = 4096


class Reading:
    """Reads stored sentences with one set of names."""

    def __init__(self, names: Names) -> None:
        """Read with `names`."""
        self._names = names
        self._spans: OrderedDict[int, list[Span]] = OrderedDict()
        self._clauses: OrderedDict[int, list[int]] = OrderedDict()
        self._terms: OrderedDict[int, dict[str, frozenset[int]]] = OrderedDict()
        self._quantities: OrderedDict[int, list[Quantity]] = OrderedDict()
        self._periods: OrderedDict[int, list[PeriodMention]] = OrderedDict()

    def spans(self, sentence: StoredSentence) -> list[Span]:
        """Return the names and terms of a sentence."""
        return _kept(self._spans, sentence.id, lambda: self._names.find(fold(sentence.text)))

    def clauses(self, sentence: StoredSentence) -> list[int]:
        """Return where the clauses of a sentence end, in order."""
        return _kept(self._clauses, sentence.id, lambda: [end for _, end in clauses(fold(sentence.text))])

    def terms(self, sentence: StoredSentence) -> dict[str, frozenset[int]]:
        """Return the measures and concepts of a sentence as search terms, each with the numbers of the clauses it begins in."""
        return _kept(self._terms, sentence.id, lambda: self._read_terms(sentence))

    def _read_terms(self, sentence: StoredSentence) -> dict[str, frozenset[int]]:
        ends = self.clauses(sentence)
        out: dict[str, frozenset[int]] = {}
        for span in self.spans(sentence):
            at = frozenset((bisect_right(ends, span.start),))
            for kind, term in span_terms(span):
                if kind != "entity":
                    token = term_token(kind, term)
                    out[token] = out.get(token, frozenset()) | at
        return out

    def quantities(self, sentence: StoredSentence) -> list[Quantity]:
        """Return the figures of a sentence."""
        return _kept(self._quantities, sentence.id, lambda: self._read_quantities(sentence))

    def _read_quantities(self, sentence: StoredSentence) -> list[Quantity]:
        from kb import barecounts, quantities  # noqa: PLC0415 - their patterns take longer to make than most questions, which need none

        found = quantities.find(sentence.text)
        return barecounts.counts(fold(sentence.text), self.spans(sentence), found, self.periods(sentence), self._names.measures)

    def periods(self, sentence: StoredSentence) -> list[PeriodMention]:
        """Return the periods and dates of a sentence."""
        return _kept(self._periods, sentence.id, lambda: periods.find(sentence.text))


def _kept(cache: OrderedDict[int, T], key: int, make: Callable[[], T]) -> T:
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    value = cache[key] = make()
    if len(cache) > _KEPT:
        cache.popitem(last=False)
    return value
