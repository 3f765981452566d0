"""Search: the words of a question -> ranked sentences.

FTS5 proposes candidates by their rarest shared terms (BM25); what decides is how much of what was asked a
sentence covers, weighted by rarity, and whether it speaks of the subject asked about. A *need* is one thing
asked for; any of its options satisfies it, so one need can be met in another wording or another language.
Sentences come back with their coverage, and the caller decides whether that is enough to speak.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter
from typing import Protocol, TypeAlias

from kb.candidates import Candidates
from kb.names import Names
from kb.plain import PlainSearch
from kb.query import Gloss
from kb.reading import Reading
from kb.shelf import Articles
from kb.store import Archive, StoredArticle, StoredSentence
from kb.terms import entity_token, tokens
from kb.text import fold, stem, words

_PASSAGES = 60  # whose sentences are weighed
_PROPOSED = 600  # from which those of articles that are not to be seen are left out
_QUERY_TERMS = 24  # the rarest are enough to propose; common ones only cost
_NAMED = 6.0  # what the subject's name adds to a passage: about as much as two rare words
_CONTEXT_CREDIT = 0.45  # what a heading or the sentence before says counts for less than half
_LIGHT = 0.2  # the weight of a light need
_NOWHERE = 0.6
_VERBAL = 0.55  # the weight of a verb: the same is told with many
_LOOSE = 0.8  # what a word is worth, times the share of its characters that are there
# Characters of verbs that tell nothing by themselves.
_COMPLEMENTS = frozenset("了到出来上下起成为有大小开加进过得行动发化作做打会能可以去回给着要想把不好多少")
_MISSING = 0.34  # a need covered less than this is missing
_CACHE = 4096
_RANKINGS = 32  # one question is ranked by several kinds of answer, mostly for the same needs


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a question asks for: `options` are lists of search terms, any one list satisfies it."""

    surface: str
    options: tuple[tuple[str, ...], ...]
    light: bool = False  # colours the choice, but its absence is no reason to refuse
    key: bool = False  # a name or a number: an answer must hold it
    verbal: bool = False  # a verb: says how, and articles say it in many ways
    beside: bool = False  # stands at a measure and says of what part: 海外營收, "revenue from games"
    loose: str = ""  # a Chinese verb that half its characters may stand for: 投了 and 投入, 調漲 and 漲價


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with how well it fits: `coverage` is 0..1, `score` only ranks."""

    sentence: StoredSentence
    score: float
    coverage: float
    missing: tuple[Need, ...]
    about: bool  # whether it is about every subject asked for
    asked_in: int = 0  # id of the question that it answers, where the article asks it itself: what that holds, it holds


class Visible(Container[int], Hashable, Protocol):
    """The article ids to look at, so kept that a ranking among them can be remembered."""


class Held(Protocol):
    """What can tell whether it holds a term."""

    def __contains__(self, term: object, /) -> bool: ...


class Terms:
    """The terms of one sentence: its text tells most of them, and so they are not kept."""

    __slots__ = ("_folded", "_kept", "_text", "named", "topics")

    def __init__(self, sentence: StoredSentence, concepts: frozenset[str]) -> None:
        """Take the measures and concepts that were found in the sentence; who it is about, it tells."""
        self._text = sentence.text
        self._folded: str | None = None
        self._kept = concepts | {entity_token(t) for t in sentence.topics}
        self.topics = frozenset(sentence.topics)
        self.named = frozenset(m.entity for m in sentence.mentions)

    def __contains__(self, term: object) -> bool:
        assert isinstance(term, str)
        folded = self._read()
        return term in self._kept or (_is_chinese(term) and term in folded)

    def among(self, asked: _Asked) -> Set[str]:
        """Return which of the terms asked for are here."""
        folded = self._read()
        return (self._kept & asked.terms) | {t for t in asked.chinese if t in folded}

    def _read(self) -> str:
        if self._folded is None:
            self._folded = fold(self._text)
            self._kept |= {stem(w) for _, _, w in words(self._folded)}
        return self._folded


# How well a sentence fits: (score below zero, id, coverage, sentence, its terms, the share of each need); few are made a `Scored`.
_Fit: TypeAlias = tuple[float, int, float, StoredSentence, Terms, dict[int, float]]
_FIRST = itemgetter(0, 1)


class _Asked:
    """What is asked for, ready for scoring many sentences: each need with its weight, the terms of all, the subjects."""

    def __init__(self, needs: Sequence[_Weighed], groups: Sequence[Sequence[str]] = ()) -> None:
        self.needs = needs
        self.terms = frozenset(t for n in needs for t in n.terms)
        self.chinese = tuple(sorted(t for t in self.terms if _is_chinese(t)))
        self.groups = groups
        self.subjects = [(g, frozenset(g)) for g in groups]
        self.wanted = frozenset(i for g in groups for i in g)
        self.total = sum(n.weight for n in needs if not n.need.light)
        self._loose = frozenset(k for k, n in enumerate(needs) if n.need.loose)
        self._where = {t: frozenset(k for k, n in enumerate(needs) if t in n.terms) for t in self.terms}

    def fit(self, sentence: StoredSentence, own: Terms, terms: Set[str], context: Set[str]) -> _Fit:
        """Weigh a sentence that holds `terms` of those asked for, and `context` around it."""
        got = points = 0.0
        shares = {}
        touched = self._loose.union(*(self._where[t] for t in terms), *(self._where[t] for t in context))
        for n in sorted(touched):
            weighed = self.needs[n]
            share = weighed.held(terms)
            if share < _MISSING and weighed.need.loose:
                share = max(share, loosely(weighed.need.loose, sentence.text))
            if share < 1:
                share = max(share, _CONTEXT_CREDIT * weighed.held(context))
            shares[n] = share
            points += weighed.weight * share
            if not weighed.need.light:
                got += weighed.weight * share
        hits = 0.0
        for _, ids in self.subjects:
            hits += 1.0 if not own.named.isdisjoint(ids) else 0.7 if not own.topics.isdisjoint(ids) else 0.0
        coverage = got / self.total if self.total else 1.0
        length = 1.0 / (1.0 + max(0, len(sentence.text) - 60) / 400)
        return -(points + 3.0 * hits + 1.2 * coverage * length), sentence.id, coverage, sentence, own, shares


class Search:
    """Searches one archive. Not shared between threads."""

    def __init__(self, archive: Archive, names: Names, gloss: Gloss = lambda key: ()) -> None:
        """Search `archive` with the names it was built with; `gloss` is its dictionary: see `kb.query`."""
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
    ) -> tuple[_Asked, list[_Fit]]:
        ids = dict.fromkeys(self._propose(needs, subjects, visible))
        ids.update(dict.fromkeys(extra))
        asked = _Asked([_Weighed(n, self.weight(n), self._options(n)) for n in needs], subjects)
        self._load_all([*ids, *(key - 1 for key in ids)])
        known = self._sentences
        seen = {key: known[key] for key in ids if key in known and (visible is None or known[key][0].article_id in visible)}
        held = cache(lambda key: known[key][1].among(asked))
        above = cache(lambda article, heading: self._above(article, heading) & asked.terms)
        anything = not needs or any(n.loose for n in needs)  # then a sentence may tell that holds no term asked for
        found = []
        for key, (sentence, own) in seen.items():
            terms, context = held(key), above(sentence.article_id, sentence.heading)
            before = known.get(key - 1)
            if before is not None and before[0].paragraph == sentence.paragraph and _next(before[0], sentence):
                context = context | held(key - 1)
            if terms or context or anything or not asked.wanted.isdisjoint(own.topics):  # a third of them hold nothing
                found.append(asked.fit(sentence, own, terms, context))
        return asked, sorted(found, key=_FIRST)

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
        terms.among(_Asked([]))
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
    def _scored(self, fit: _Fit, asked: _Asked) -> Scored:
        below, _, coverage, sentence, own, held = fit
        missing = tuple(n.need for k, n in enumerate(asked.needs) if held.get(k, 0.0) < _MISSING and not n.need.light)
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
        return max(self._covered(need, terms), loosely(need.loose, sentence.text) if need.loose else 0.0)

    def heading_holds(self, need: Need, heading: str) -> bool:
        """Return whether a heading covers a need."""
        return bool(heading) and self._covered(need, self._heading(heading)) >= 0.75

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
        return _best(self._options(need), terms)

    def _options(self, need: Need) -> list[tuple[float, list[tuple[str, float]]]]:
        """The options of a need, each as (total rarity, its terms with theirs)."""
        out = []
        for option in need.options:
            weights = [(t, self.rarity(t)) for t in option]
            total = sum(w for _, w in weights)
            if total:
                out.append((total, weights))
        return out


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A need ready for scoring many sentences."""

    need: Need
    weight: float
    options: list[tuple[float, list[tuple[str, float]]]]
    terms: frozenset[str] = field(init=False)
    _known: dict[frozenset[str], float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", frozenset(t for _, weights in self.options for t, _ in weights))

    def held(self, terms: Set[str]) -> float:
        """How much of the need a set of terms covers, 0..1; few sets occur, so what they cover is kept."""
        if self.terms.isdisjoint(terms):
            return 0.0
        said = self.terms & terms
        best = self._known.get(said)
        if best is None:
            best = self._known[said] = _best(self.options, said)
        return best


def _next(before: StoredSentence, sentence: StoredSentence) -> bool:
    return before.article_id == sentence.article_id and before.n == sentence.n - 1


def _is_chinese(term: str) -> bool:
    return "\u3400" <= term[:1] <= "\u9fff"


def _best(options: list[tuple[float, list[tuple[str, float]]]], terms: Held) -> float:
    return max((sum(w for t, w in weights if t in terms) / total for total, weights in options), default=0.0)


def loosely(word: str, text: str) -> float:
    """Return what it is worth, 0..0.5, that a text holds telling characters of a word it does not say.

    >>> loosely("调涨", "全線漲價"), loosely("额外", "加收25%的費用")
    (0.4, 0.0)
    """
    telling = _telling(word)
    if not telling:
        return 0.0
    folded = fold(text)
    share = sum([c in folded for c in telling]) / len(word)
    return _LOOSE * share if share >= 0.5 else 0.0


@lru_cache(_CACHE)
def _telling(word: str) -> tuple[str, ...]:
    return tuple(c for c in word if c not in _COMPLEMENTS)
