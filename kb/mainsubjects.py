"""Whom an article is mainly about: what it says while it names nobody is said of them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kb.names import Names
from kb.shelf import Articles
from kb.store import Archive
from kb.text import fold

_KEPT = 1024  # articles
_OPENING = 2  # sentences
_OFTEN = 3  # sentences that name somebody whom an article is about
_AHEAD = 2  # times as many as name the next of the kind
_IN_PROFILE = 2  # the same of the firm of whom a headline names
_KINDS = ("company", "person", "product", "institution")


class MainSubjects:
    """Finds whom the articles of one archive are mainly about."""

    def __init__(self, archive: Archive, names: Names, articles: Articles) -> None:
        """Look at the articles of `archive`, read with its names."""
        self._archive, self._names, self._articles = archive, names, articles
        self.of = lru_cache(_KEPT)(self._of)  # bounded, so that memory does not grow with the archive

    def _of(self, article: int) -> frozenset[str]:
        """The ids of whom an article is mainly about, at most one of each kind."""
        return frozenset(i for kind in _KINDS for i in self._first(article, kind))

    def place(self, article: int) -> str:
        """Return the id of the place that an article begins with and names more often than any other; "" where it has none."""
        entities = self._names.entities
        sentences = self._archive.sentences_of_article(article)
        named = [{m.entity for m in s.mentions if entities[m.entity].kind == "place"} for s in sentences]
        counts = Counter(i for names in named for i in sorted(names)).most_common(2)
        if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] == counts[0][1]):
            return ""
        first = counts[0][0]
        return first if any(first in names for names in named[:_OPENING]) else ""

    def _first(self, article: int, kind: str) -> list[str]:
        """Who of a kind is named most, and early or far more often than anybody else."""
        entities = self._names.entities
        sentences = self._archive.sentences_of_article(article)
        named = [{m.entity for m in s.mentions if entities[m.entity].kind == kind} for s in sentences]
        counts = Counter(i for names in named for i in sorted(names)).most_common(2)
        if not counts:
            return []
        first, often = counts[0]
        next_often = counts[1][1] if len(counts) > 1 else 0
        title = {i for s in self._names.find(fold(self._articles[article].title)) if s.kind == "entity" for i in s.ids}
        titled = {i for i in title if entities[i].kind == kind}
        if titled:
            return [first] if titled == {first} and often > next_often else []
        early = any(first in names for names in named[:_OPENING])
        if kind == "company" and early and often >= _IN_PROFILE and often > next_often and any(entities[i].kind == "person" for i in title):
            return [first]  # a portrait says "she", and names her firm where it begins
        return [first] if often >= _OFTEN and often >= _AHEAD * next_often and (early or kind == "product") else []
