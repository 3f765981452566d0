"""Plain search: a text -> articles, each with the sentence to quote.

Candidates come from the index by their rare terms (`kb.candidates`); then every article they are in is read and
weighed exactly. An article's weight is BM25 over the whole of it (Robertson and Zaragoza, 2009) and over its best
sentence: terms that stand together count twice, the simplest unordered window of Metzler and Croft (2005). Which
sentence to quote is another question: there a term says the less the more of the article's sentences hold it, a sentence
that holds the kind of thing asked for goes first, and length is no fault, for what answers is said besides what was
asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import NamedTuple

from kb.candidates import Candidates
from kb.query import Gloss, Part, parts
from kb.store import Archive
from kb.text import bigrams, fold, stem, words
from kb.wanted import wanted

_K1 = 0.8  # how soon a term's repetition stops to count
_B = 0.75  # how much a longer text has to hold more
_PASSAGES = 450  # candidates whose articles are read, at most: of three hundred one in twenty of the first five was missed
_ALWAYS = 60  # and at least
_LEAST_SHARE = 0.55  # of the best candidate's weight: what weighs less is not read
_PROPOSING = 6  # options of one part that propose
_NEAREST = 30  # articles that are weighed by their sentences too, besides those that are asked for
_AROUND = 40  # sentences before and after a candidate that are read of a long article
_KIND_QUOTED = 0.18  # of all the points an article could have: what the kind asked for is worth in the sentence quoted
_KIND_FOUND = 0.15  # of an article's weight, when its best sentence holds the kind asked for

Counts = dict[str, int]


class Hit(NamedTuple):
    """An article by its id, with the sentence of it to quote."""

    article: int
    sentence: str
    score: float


@dataclass(slots=True)
class _Article:
    """A candidate article: its sentences, a line each, as they are and folded, how often it holds each option, and its weight."""

    id: int
    text: str
    said: str
    counts: Counts
    weight: float = 0.0

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """Each sentence as it is and folded; most candidates are not looked at so closely."""
        texts = self.text.split("\n")
        ends = accumulate(len(text) + 1 for text in texts)
        return [(text, self.said[end - 1 - len(text) : end - 1]) for text, end in zip(texts, ends, strict=True)]


class PlainSearch:
    """Searches one archive. Not shared between threads."""

    def __init__(self, archive: Archive, candidates: Candidates, gloss: Gloss = lambda key: ()) -> None:
        """Search `archive`; `gloss` has the translations of English words: see `kb.query.parts`."""
        self._archive = archive
        self._candidates = candidates
        self._gloss = gloss
        totals = archive.totals()
        self._article = totals["characters"] / max(1, totals["articles"])  # characters, on average
        self._sentence = totals["characters"] / max(1, totals["sentences"])

    def hits(self, text: str, limit: int) -> list[Hit]:
        """Return the articles that fit best, best first, each with a sentence."""
        looked_for = _Looked([self._weighed(p) for p in parts(text, self._gloss)])
        found = _worth_reading(self._candidates.passages(looked_for.terms(self._candidates), _PASSAGES))
        kind = wanted(fold(text))
        articles = self._read(found, looked_for)
        for article in articles:
            article.weight = looked_for.points(article.counts, _slack(len(article.text) - article.text.count("\n"), self._article))
        articles.sort(key=lambda a: (-a.weight, a.id))
        nearest = articles[: limit + _NEAREST]
        for article in nearest:
            article.weight += self._best_sentence(article, looked_for, kind)
        nearest.sort(key=lambda a: (-a.weight, a.id))
        return [Hit(a.id, self._quote(a, looked_for, kind), a.weight) for a in nearest[:limit]]

    def _weighed(self, part: Part) -> _Options:
        """Return the options of a part that occur, each with its weight: worth times rarity."""
        out = []
        for option, worth in part.options:
            terms = _terms(option)
            if all(self._candidates.frequency(t) for t in terms):
                out.append((option, worth * max(map(self._candidates.rarity, terms))))
        return tuple(out)

    def _read(self, passages: Sequence[int], looked_for: _Looked) -> list[_Article]:
        """Return the articles that passages are in; of a long one, what is around them."""
        out = []
        for article, title, text in self._archive.around(passages, _AROUND):
            said, heading = fold(text), fold(title).rstrip("….")
            # A text without a title is called by its beginning, which is not said twice.
            counts = looked_for.counts(said if said.startswith(heading) else f"{heading}\n{said}")
            out.append(_Article(article, text, said, counts))
        return out

    def _best_sentence(self, article: _Article, looked_for: _Looked, kind: re.Pattern[str] | None) -> float:
        """Return what an article's best sentence adds to its weight, more if one holds the kind of thing asked for."""
        best = holding = 0.0
        for _, folded in article.sentences:
            points = looked_for.points(looked_for.counts(folded, article.counts), _slack(len(folded), self._sentence))
            best = max(best, points)
            if kind and points > holding and kind.search(folded):
                holding = points
        return best + (_KIND_FOUND * (article.weight + best) * holding / best if best else 0.0)

    def _quote(self, article: _Article, looked_for: _Looked, kind: re.Pattern[str] | None) -> str:
        """Return the sentence of an article that says most of what it alone says."""
        sentences = article.sentences
        counted = [looked_for.counts(folded, article.counts) for _, folded in sentences]
        number = len(counted)
        spread = Counter(chain.from_iterable(counted))
        own = {t: 1 - n / number if number > 1 else 1.0 for t, n in spread.items()}
        bonus = _KIND_QUOTED * looked_for.points(article.counts, 0.0)
        best, quoted = -1.0, ""
        for (text, folded), counts in zip(sentences, counted, strict=True):
            points = looked_for.points(counts, _K1, own)
            points += bonus if kind and kind.search(folded) else 0.0
            if points > best:
                best, quoted = points, text
        return quoted


_Options = tuple[tuple[str, float], ...]


class _Looked:
    """What is looked for, ready for counting and weighing many sentences."""

    def __init__(self, weighed: Iterable[_Options]) -> None:
        self.parts = [p for p in weighed if p]
        every = dict.fromkeys(o for p in self.parts for o, _ in p)
        self._latin = frozenset(o for o in every if o.isascii())
        self._chinese = [o for o in every if not o.isascii()]
        self._single: dict[str, float] = {}  # options of parts that have no other
        self._several = [p for p in self.parts if len(p) > 1]
        for part in self.parts:
            if len(part) == 1:
                self._single[part[0][0]] = self._single.get(part[0][0], 0.0) + part[0][1]

    def terms(self, candidates: Candidates) -> dict[str, float]:
        """Return the index's terms with what each adds to a passage; single characters propose nothing."""
        out: dict[str, float] = {}
        for part in self.parts:
            for option, weight in sorted(part, key=lambda o: -o[1])[:_PROPOSING]:
                terms = [t for t in _terms(option) if len(t) > 1]
                for term in terms:
                    out[term] = max(out.get(term, 0.0), weight / len(terms))
        return out or {t: candidates.rarity(t) for p in self.parts for o, _ in p for t in _terms(o)}

    def counts(self, folded: str, among: Iterable[str] | None = None) -> Counts:
        """Return how often a folded text holds each option; `among`: the only options that need looking for."""
        chinese = self._chinese if among is None else among
        out = {o: folded.count(o) for o in chinese if o in folded and o not in self._latin}
        if self._latin:
            for _, _, word in words(folded):
                stemmed = stem(word)
                if stemmed in self._latin:
                    out[stemmed] = out.get(stemmed, 0) + 1
        return out

    def points(self, counts: Counts, slack: float, own: Mapping[str, float] | None = None) -> float:
        """Return BM25 of a text: for each part the best of its options. `own` weighs them once more."""
        single, total = self._single, 0.0
        for option, n in counts.items():
            if option in single:
                total += single[option] * n / (n + slack) * (own[option] if own else 1.0)
        for part in self._several:
            total += max((w * counts[o] / (counts[o] + slack) * (own[o] if own else 1.0) for o, w in part if o in counts), default=0.0)
        return total * (_K1 + 1)


def _worth_reading(found: Sequence[tuple[int, float]]) -> list[int]:
    """Return the candidates that are not far behind the best: the others are hardly ever among the first."""
    least = _LEAST_SHARE * found[0][1] if found else 0.0
    return [key for place, (key, weight) in enumerate(found) if place < _ALWAYS or weight >= least]


def _terms(option: str) -> list[str]:
    """Return the index's terms of an option."""
    return [option] if len(option) < 3 or option.isascii() else bigrams(option)


def _slack(length: float, usual: float) -> float:
    return _K1 * (1 - _B + _B * length / max(1.0, usual))
