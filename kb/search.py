"""Search: the words of a question -> ranked sentences.

FTS5 proposes candidates by their rarest shared terms (BM25); what decides is how much of what was asked a
sentence covers, weighted by rarity, and whether it speaks of the subject asked about. A *need* is one thing
asked for; any of its options satisfies it, so one need can be met in another wording or another language.
Sentences come back with their coverage, and the caller decides whether that is enough to speak.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import islice
from typing import Protocol

from kb import interviews
from kb.candidates import Candidates
from kb.mainsubjects import MainSubjects
from kb.names import Names
from kb.plain import PlainSearch
from kb.query import Gloss
from kb.reading import Reading
from kb.scenes import Scenes
from kb.shelf import Articles
from kb.store import Archive, StoredArticle, StoredSentence
from kb.terms import entity_token, tokens
from kb.weighing import (
    ASKED_CREDIT,
    BEST_FIRST,
    MISSING,
    Asked,
    Fit,
    Held,
    Need,
    Scene,
    Scored,
    Terms,
    Weighed,
    best,
    loosely,
)

__all__ = ["Need", "Scored", "Search", "Visible", "loosely"]

_PASSAGES = 60  # whose sentences are weighed
_PROPOSED = 600  # from which those of articles that are not to be seen are left out
_QUERY_TERMS = 24  # the rarest are enough to propose; common ones only cost
_NAMED = 6.0  # what the subject's name adds to a passage: about as much as two rare words
_LIGHT = 0.2  # the weight of a light need
_NOWHERE = 0.6
_VERBAL = 0.55  # the weight of a verb: the same is told with many
_CACHE = 4096
_RANKINGS = 32  # one question is ranked by several kinds of answer, mostly for the same needs


class Visible(Container[int], Hashable, Protocol):
    """The article ids to look at, so kept that a ranking among them can be remembered."""


class Search:
    """Searches one archive. Not shared between threads."""

    def __init__(self, archive: Archive, names: Names, gloss: Gloss = lambda key: (), is_ordinary: Callable[[str], bool] = lambda word: False) -> None:
        """Search `archive` with the names it was built with; `gloss` is its dictionary: see `kb.query`; `is_ordinary` tells everyday words."""
        self._archive = archive
        self._names = names
        self.candidates = Candidates(archive)
        self._total = max(1, archive.totals()["sentences"])
        self._rarity: dict[str, float] = {}
        self._plain = PlainSearch(archive, self.candidates, gloss)
        self.articles = Articles(archive)
        self._sentences: OrderedDict[int, tuple[StoredSentence, Terms]] = OrderedDict()
        self._headings: dict[str, frozenset[str]] = {}
        self.reading = Reading(names)
        self.mains = MainSubjects(archive, names, self.articles)
        self.scenes = Scenes(archive, names, self.articles, self.mains, is_ordinary)
        self._associates: dict[str, str | None] = {}
        self._ranked = lru_cache(_RANKINGS)(self._rank)

    # ------------------------------------------------------------ rarity
    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term, about 0.1 (everywhere) to 15 (nowhere), by sentences.

        The index counts passages; of the sentences of a passage as many hold a term as chance would have it.
        """
        if term not in self._rarity:
            if len(self._rarity) > _CACHE:
                self._rarity.clear()
            passages, sentences = self.candidates.total, self._total
            share = min(self.candidates.frequency(term) / (passages + 0.5), 1.0)
            seen = sentences * (1 - (1 - share) ** (passages / sentences))
            self._rarity[term] = math.log(1 + (sentences - seen + 0.5) / (seen + 0.5))
        return self._rarity[term]

    def occurs(self, term: str) -> bool:
        """Return whether any sentence holds the term."""
        return self.candidates.frequency(term) > 0

    def weight(self, need: Need) -> float:
        """Return how much a need counts: the rarity of its rarest option's average term."""
        best = 0.0
        for option in need.options:
            known = [self.rarity(t) for t in option]
            best = max(best, sum(known) / max(1, len(known)) * (1 + 0.25 * min(4, len(known) - 1)))
        ceiling = math.log(1 + self._total)
        best = min(best, ceiling * 1.8) if need.options else ceiling
        if not any(self.occurs(t) for o in need.options for t in o):
            best = min(best, ceiling * _NOWHERE)  # how rare a word is that no text has, texts cannot tell
        return best * (_LIGHT if need.light else _VERBAL if need.verbal else 1.0)

    # ------------------------------------------------------------ candidates
    def rank(
        self,
        needs: Sequence[Need],
        subjects: Sequence[Sequence[str]] = (),
        visible: Visible | None = None,
        limit: int = 12,
        extra: Iterable[int] = (),
    ) -> list[Scored]:
        """Return the sentences that fit best, best first.

        `subjects`: each a list of entity ids of which one must be spoken of. `visible`: article ids to
        look at. `extra`: sentence ids to weigh besides those that search proposes.
        """
        asked, found = self._ranked(tuple(needs), tuple(map(tuple, subjects)), visible, tuple(extra))
        return [self._scored(fit, asked) for fit in found[:limit]]

    def _rank(
        self, needs: tuple[Need, ...], subjects: tuple[tuple[str, ...], ...], visible: Visible | None, extra: tuple[int, ...]
    ) -> tuple[Asked, list[Fit]]:
        ids = dict.fromkeys(self._propose(needs, subjects, visible))
        ids.update(dict.fromkeys(extra))
        asked = Asked([Weighed(n, self.weight(n), self._options(n)) for n in needs], subjects)
        self._load_all([*ids, *(key - 1 for key in ids)])
        known = self._sentences
        seen = {key: known[key] for key in ids if key in known and (visible is None or known[key][0].article_id in visible)}
        held = cache(lambda key: known[key][1].among(asked))
        above = cache(lambda article, heading: self._above(article, heading) & asked.terms)
        staged = cache(lambda article: self._staged(article, asked))
        anything = not needs or any(n.loose for n in needs)  # then a sentence may tell that holds no term asked for
        found = []
        for key, (sentence, told) in seen.items():
            terms, own, context = held(key), told, above(sentence.article_id, sentence.heading)
            before = known.get(key - 1)
            if before is not None and before[0].paragraph == sentence.paragraph and _next(before[0], sentence):
                context = context | held(key - 1)
            if (stage := staged(sentence.article_id)) and not self.scenes.elsewhere(sentence, stage[0]):
                terms, own, context = terms | stage[1], own.at(stage[0].entities), context - stage[2]
            if terms or context or anything or not asked.wanted.isdisjoint(own.topics):  # a third of them hold nothing
                credit = (ASKED_CREDIT,) if interviews.answers(sentence.heading, sentence.text) else ()
                found.append(asked.fit(sentence, own, terms, context, *credit))
        return asked, sorted(found, key=BEST_FIRST)

    def _staged(self, article: int, asked: Asked) -> tuple[Scene, frozenset[str], frozenset[str]] | None:
        """Where an article is set, if that is asked about, with the terms asked for that name it, and those of other names: the title is of all of it, and they are of a part."""
        scene = self.scenes.of(article)
        if scene is None:
            return None
        terms = frozenset(t for n in asked.needs if scene.names(n.need) for t in n.terms)
        others = frozenset(t for n in asked.needs if n.need.key and not scene.names(n.need) for t in n.terms)
        return (scene, terms, others - terms) if terms or not asked.wanted.isdisjoint(scene.entities) else None

    def articles_with(self, needs: Sequence[Need]) -> list[StoredArticle]:
        """Return the articles whose title or text may hold what is asked for, in the order they were put in."""
        terms = {t: self.rarity(t) for n in needs for o in n.options for t in o}
        found = self.candidates.passages(terms, _PROPOSED)
        articles = sorted({article for article, _ in self._archive.spans_of(i for i, _ in found).values()})
        self.articles.load(articles)
        return [self.articles[a] for a in articles]

    def _propose(
        self, needs: Sequence[Need], subjects: Sequence[Sequence[str]], visible: Visible | None
    ) -> Iterator[int]:
        """Yield the ids of the sentences of the passages that hold the rarest of what is asked for."""
        terms = {t for n in needs for o in n.options for t in o}
        rare = sorted((t for t in terms if self.occurs(t)), key=lambda t: (-self.rarity(t), t))[:_QUERY_TERMS]
        names = [entity_token(i) for group in subjects for i in group]
        found = [i for i, _ in self.candidates.passages({t: self.rarity(t) for t in rare}, _PROPOSED, names, _NAMED)]
        spans = self._archive.spans_of(found)
        seen = ((i, *spans[i]) for i in found if i in spans and (visible is None or spans[i][0] in visible))
        chosen = list(islice(seen, _PASSAGES))
        self.articles.load({article for _, article, _ in chosen})
        for first, _, last in chosen:
            yield from range(first, last + 1)

    def hits(self, text: str, limit: int = 10) -> list[tuple[str, str, float]]:
        """Return (article key, the sentence to quote, score) for plain search, at most one hit an article."""
        return [(self.articles[h.article].key, h.sentence, h.score) for h in self._plain.hits(text, limit)]

    def load(self, key: int) -> StoredSentence:
        """Return a sentence by its id."""
        return self._load(key)[0]

    def _load(self, key: int) -> tuple[StoredSentence, Terms]:
        if key not in self._sentences:
            self._load_all([key])
        self._sentences.move_to_end(key)
        return self._sentences[key]

    def _load_all(self, keys: Iterable[int]) -> None:
        """Read many sentences with their terms at once; those that do not exist are left out."""
        wanted = []
        for key in dict.fromkeys(keys):
            if key in self._sentences:
                self._sentences.move_to_end(key)  # so that making room for the others does not drop it
            else:
                wanted.append(key)
        if not wanted:
            return
        concepts = self._archive.concepts(wanted)
        for sentence in self._archive.sentences(wanted):
            self._sentences[sentence.id] = (sentence, Terms(sentence, concepts[sentence.id]))
        while len(self._sentences) > max(_CACHE, len(wanted)):
            self._sentences.popitem(last=False)

    def read_ahead(self, key: int) -> None:
        """Read a sentence as far as answering may, so that what is read is kept."""
        sentence, terms = self._load(key)
        terms.among(Asked([]))
        self.reading.terms(sentence)
        self.reading.periods(sentence)
        self.reading.quantities(sentence)

    def neighbour(self, sentence: StoredSentence, step: int) -> StoredSentence | None:
        """Return the sentence `step` places on in the same article, if there is one.

        An article's sentences are put in together, so that their ids run on like their places.
        """
        key = sentence.id + step
        self._load_all([key])
        found = self._sentences.get(key)
        if found is None or found[0].article_id != sentence.article_id:
            return None
        return found[0] if found[0].n == sentence.n + step else None

    # ------------------------------------------------------------ scoring
    def _scored(self, fit: Fit, asked: Asked) -> Scored:
        below, _, coverage, sentence, own, held = fit
        missing = tuple(n.need for k, n in enumerate(asked.needs) if held.get(k, 0.0) < MISSING and not n.need.light)
        groups = asked.groups
        absent = [g for g, ids in asked.subjects if own.topics.isdisjoint(ids)]
        about = not groups or (len(absent) < len(groups) and all(self._goes_without_saying(g, groups) for g in absent))
        return Scored(sentence, -below, coverage, missing, about)

    def _goes_without_saying(self, absent: Sequence[str], subjects: Sequence[Sequence[str]]) -> bool:
        """Whether a company need not be named again: the maker of the product, the firm of the person asked about."""
        others = [i for g in subjects if g != absent for i in g]
        return any(self.associate(i) in absent for i in others)

    def associate(self, entity: str) -> str | None:
        """Return the company a product or person belongs to: its maker, else the one it is most often spoken of with."""
        if entity not in self._associates:
            known = self._names.entities.get(entity)
            found = None
            if known and known.kind in ("product", "person"):
                found = self._names.makers.get(entity) or self._company_beside(entity)
            self._associates[entity] = found
        return self._associates[entity]

    def _company_beside(self, entity: str) -> str | None:
        counts: dict[str, int] = {}
        for sentence in self._archive.sentences(self._archive.sentences_about(entity)[:200]):
            for topic in sentence.topics:
                if topic != entity and self._names.entities[topic].kind == "company":
                    counts[topic] = counts.get(topic, 0) + 1
        return max(counts, key=lambda k: (counts[k], k)) if counts else None

    def holds(self, need: Need, key: int) -> float:
        """Return how much of a need one sentence covers by itself, 0..1."""
        sentence, terms = self._load(key)
        if self.scenes.holds(need, sentence):
            return 1.0
        return max(self._covered(need, terms), loosely(need.loose, sentence.text) if need.loose else 0.0)

    def heading_holds(self, need: Need, heading: str, least: float = 0.75) -> bool:
        """Return whether a heading covers a need, to `least` of it."""
        return bool(heading) and self._covered(need, self._heading(heading)) >= least

    def _above(self, article: int, heading: str) -> Set[str]:
        """The terms of the title and of the heading that a sentence stands under."""
        title = self._heading(self.articles[article].title)
        return title | self._heading(heading) if heading else title

    def _heading(self, heading: str) -> frozenset[str]:
        if heading not in self._headings:
            if len(self._headings) > _CACHE:
                self._headings.clear()
            self._headings[heading] = frozenset(tokens(heading, self._names))
        return self._headings[heading]

    def _covered(self, need: Need, terms: Held) -> float:
        """How much of a need a set of terms covers, 0..1, by its best option."""
        return best(self._options(need), terms)

    def _options(self, need: Need) -> list[tuple[float, list[tuple[str, float]]]]:
        """The options of a need, each as (total rarity, its terms with theirs)."""
        out = []
        for option in need.options:
            weights = [(t, self.rarity(t)) for t in option]
            total = sum(w for _, w in weights)
            if total:
                out.append((total, weights))
        return out


def _next(before: StoredSentence, sentence: StoredSentence) -> bool:
    return before.article_id == sentence.article_id and before.n == sentence.n - 1
