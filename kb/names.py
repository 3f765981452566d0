"""Which names and terms does a text speak of? Exact, alias, ticker, and inflected English.

One Aho-Corasick automaton holds every name and term in folded form; English terms of several words
are also found by their stems, so that "mass-produced" meets "mass production". Longest match wins.
Misspellings are the business of `kb.misspelt`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick

from kb.model import Entity
from kb.text import fold, stem, words
from kb.vocabulary import Lexicon, short_names, ticker_forms

_KIND_ORDER = {"entity": 0, "measure": 1, "concept": 2}
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}")  # the H2 of "Heron H2"
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_MOST_WORDS = 6  # the longest English term, in words


@dataclass(frozen=True, slots=True)
class Span:
    """A name or term at folded[start:end]. Several `ids` when a short name belongs to several companies."""

    start: int
    end: int
    kind: str  # entity | measure | concept
    ids: tuple[str, ...]
    weak: bool = False
    also: tuple[tuple[str, str], ...] = ()  # what else these words mean: (kind, id)


@dataclass(frozen=True, slots=True)
class _Term:
    kind: str
    id: str
    weak: bool


class Names:
    """All names and terms of a lexicon, and of entities found in articles."""

    def __init__(
        self, lexicon: Lexicon, found: Iterable[Entity] = (), ordinary: frozenset[str] = frozenset()
    ) -> None:
        """Index the lexicon and `found` entities; shortened names in `ordinary` (folded words) are left out."""
        self.lexicon = lexicon
        self.entities: dict[str, Entity] = {}
        self.measures = {m.id: m for m in lexicon.measures}
        self.concepts = {c.id: c for c in lexicon.concepts}
        self.keys: dict[str, list[_Term]] = defaultdict(list)
        self._stems: dict[str, list[_Term]] = defaultdict(list)
        for entity in (*lexicon.entities, *found):
            self.add_entity(entity, lexicon.weak_names.get(entity.id, ()), ordinary)
        for measure in lexicon.measures:
            for term in (*measure.terms, *measure.weak):
                self._add(term, _Term("measure", measure.id, term in measure.weak))
        for concept in lexicon.concepts:
            for term in concept.terms:
                self._add(term, _Term("concept", concept.id, False))
        self._automaton: ahocorasick.Automaton | None = None

    def add_entity(self, entity: Entity, weak: Iterable[str] = (), ordinary: frozenset[str] = frozenset()) -> None:
        """Index one more entity with all its names, tickers and shortened names."""
        self.entities[entity.id] = entity
        for name in dict.fromkeys((*entity.names.values(), *entity.aliases)):
            self._add(name, _Term("entity", entity.id, False))
        for name in weak:
            self._add(name, _Term("entity", entity.id, True))
        if entity.kind == "product":
            for name in (*entity.names.values(), *entity.aliases):
                model = name.rpartition(" ")[2]
                if model != name and _MODEL.fullmatch(model):
                    self._add(model, _Term("entity", entity.id, True))
        for ticker in entity.tickers:
            for form in ticker_forms(ticker):
                self._add(form, _Term("entity", entity.id, False))
        if entity.id.startswith("found:"):  # the lexicon lists its short names itself
            for name in short_names(entity):
                if fold(name) not in ordinary:
                    self._add(name, _Term("entity", entity.id, False), shortened=True)
        self._automaton = None

    def _add(self, name: str, term: _Term, shortened: bool = False) -> None:
        key = fold(name).strip()
        if not key or (shortened and any(t.kind != "entity" for t in self.keys.get(key, ()))):
            return
        if term not in self.keys[key]:
            self.keys[key].append(term)
        if key.isascii() and term.kind != "entity":
            stems = " ".join(stem(w) for _, _, w in words(key))
            if stems and term not in self._stems[stems]:
                self._stems[stems].append(term)

    def _machine(self) -> ahocorasick.Automaton:
        if self._automaton is None:
            self._automaton = ahocorasick.Automaton()
            for key in self.keys:
                self._automaton.add_word(key, key)
            self._automaton.make_automaton()
        return self._automaton

    def find(self, folded: str) -> list[Span]:
        """Return the names and terms of a folded text, left to right, longest first, none overlapping."""
        return longest(self._all(folded))

    def find_with_heads(self, folded: str) -> tuple[list[Span], list[Span]]:
        """Return what `find` does, and the concepts that longer terms begin with: 電池 in 電池容量.

        Only beginnings of half the length or more: what a compound ends in it may deny (未獲|批准, 副|總裁).
        """
        spans = self._all(folded)
        chosen = longest(spans)
        longer = {s.start: s.end for s in chosen if s.kind != "entity"}
        heads = [
            s
            for s in spans
            if s.kind == "concept" and s.end < longer.get(s.start, 0) and 2 * (s.end - s.start) >= longer[s.start] - s.start
        ]
        return chosen, heads

    def _all(self, folded: str) -> list[Span]:
        """Every name and term of a folded text, overlapping ones too."""
        spans = [self._span(a, b, self.keys[key]) for a, b, key in self._exact(folded)]
        return [*spans, *self._inflected(folded)]

    def _exact(self, folded: str) -> Iterable[tuple[int, int, str]]:
        for last, key in self._machine().iter(folded):
            start, end = last + 1 - len(key), last + 1
            dated = (
                key[0] == "年"
                and start > 0
                and (folded[start - 1].isdigit() or folded[start - 1] in "半全今去明前本当")
            )  # 2024年收入: 年 ends a period
            if not dated and not _inside_word(folded, start, end):
                yield start, end, key

    def _inflected(self, folded: str) -> list[Span]:
        found = words(folded)
        stems = [stem(w) for _, _, w in found]
        out = []
        for i in range(len(found)):
            for n in range(1, min(_MOST_WORDS, len(found) - i) + 1):
                terms = self._stems.get(" ".join(stems[i : i + n]))
                if terms:
                    out.append(self._span(found[i][0], found[i + n - 1][1], terms))
        return out

    @staticmethod
    def _span(start: int, end: int, terms: list[_Term]) -> Span:
        meant = [t for t in terms if not t.weak or t.kind == "measure"] or terms  # a weak name is a word first
        kind = min((t.kind for t in meant), key=_KIND_ORDER.__getitem__)
        of_kind = [t for t in meant if t.kind == kind]
        chosen = tuple(t.id for t in [t for t in of_kind if not t.weak] or of_kind)
        also = tuple((t.kind, t.id) for t in terms if t.kind != kind or t.id not in chosen)
        return Span(start, end, kind, chosen, all(t.weak for t in of_kind), also)


def _inside_word(folded: str, start: int, end: int) -> bool:
    """Whether folded[start:end] begins or ends inside a longer Latin word or number ("Acme2025年" is two words)."""
    if start > 0 and _latin(folded[start]) and _latin(folded[start - 1]):
        return True
    if end < len(folded) and _latin(folded[end - 1]) and _latin(folded[end]):
        return folded[end - 1].isdigit() or not _YEAR.match(folded, end)
    return False


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def longest(spans: Sequence[Span]) -> list[Span]:
    """Keep the longest of overlapping spans; of equals a name before a measure before a concept."""
    taken: list[Span] = []
    used = bytearray(max((s.end for s in spans), default=0))
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.weak, _KIND_ORDER[s.kind], s.start)):
        if not any(used[span.start : span.end]):
            used[span.start : span.end] = b"\x01" * (span.end - span.start)
            taken.append(span)
    return sorted(taken, key=lambda s: s.start)
