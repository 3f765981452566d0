"""Sentence selection: which of the ranked sentences are told, the best that may speak and those that add to it.

A second is told where it says as much of another thing asked for, or comes from another source; two may say
together what neither says alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answers.causes import gives_reason
from bot.answers.confidence import likelihood, signs
from bot.answers.quoting import size
from bot.answers.ranking import Ranking
from bot.answers.timefitting import LOOK_BACK
from bot.answers.validation import LIKELY, Validation
from bot.asked import asked_number
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, likeness
from kb.rows import StoredSentence
from kb.search import Scored
from kb.text import fold

_MOST = 330  # characters of quotation in one answer; Latin letters count half
_KEPT = 0.5  # how much of a name a further sentence must say
_MOST_SIDES = 3
_NEAR_BEST = 0.6  # of the best score: where the best may not speak, one that fits far worse may not either
_ANOTHER = lazy.compile(r"另一[家个款名位间项座条]|另外[一两]|还有一?[家个款名位间项座条]|\b(?:another|a second|the other) ")
_NEAR_COPY = 78.0  # `likeness.ratio` above which two sentences say the same


class Bar(NamedTuple):
    """How much a sentence must cover before it may speak, 0..1, and when a further one may."""

    coverage: float
    second: float  # a further sentence's score, as a share of the first's


_BARS = {
    "list": Bar(0.55, 0.72),
    "passage": Bar(0.5, 0.8),
    "timeline": Bar(0.4, 0.4),
    "fact": Bar(0.6, 0.86),
    "compare": Bar(0.5, 0.8),
}


class Selection:
    """Selects sentences for one asker."""

    def __init__(self, evidence: Evidence, ranking: Ranking, validation: Validation) -> None:
        """Choose among what `ranking` finds by what `validation` lets speak."""
        self.evidence = evidence
        self._search = evidence.library.search
        self._fitting = ranking.fitting
        self._ranked = ranking.ranked
        self._validation = validation

    def choose(self, question: Question, found: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that may speak: the best, and those that add to it."""
        bar = _BARS.get(question.kind, _BARS["fact"])
        best = found[0].score if found else 0.0
        good = [s for s in found if s.score >= _NEAR_BEST * best and not self._validation.lacks(s, question)]
        if not good and found and self._validation.may_be_put_otherwise(found[0], question, likelihood(signs(question, found, self._search))):
            good = [found[0]]
        if good and good[0] is not found[0] and self._second_rate(good[0], question):
            good = []  # where the best may not speak, one that says less of it is mostly about something else
        if not good:
            return self._together(question, found, bar)
        asked = any(not n.light for n in question.needs) or question.wants == "reason" or (question.kind == "list" and bool(asked_number(question.folded)))  # who somebody is, is told by what there is
        if asked and likelihood(signs(question, [good[0], *(s for s in found if s is not good[0])], self._search)) < LIKELY:
            return []
        chosen = [good[0], *(self._going_on(good[0]) if question.kind == "list" else [])]
        for other in good[1:]:
            if any(other.sentence.id == c.sentence.id for c in chosen):
                continue
            if len(chosen) >= (5 if question.kind in ("list", "timeline") else 3):
                break
            elsewhere = self._elsewhere(other, chosen, question)
            if (other.score >= bar.second * good[0].score or elsewhere) and self._fits(other, chosen):
                chosen.append(other)
        return self._complete(question, chosen)

    def chosen(self, question: Question, ranked: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that may speak; of several who are compared one each, where those chosen leave one out."""
        chosen = self.choose(question, ranked) or self._each(question)
        named = {m.entity for c in chosen for m in c.sentence.mentions}
        if question.kind == "compare" and chosen and not all(named & set(g) for g in question.subjects):
            return self._each(question) or chosen
        return chosen

    def _each(self, question: Question) -> list[Scored]:
        """The best sentence for each of several that are asked about, where none speaks of all of them."""
        apart = question.kind == "compare" or "compare" in question.flags or question.wants == "post"
        if not apart or not self._fitting.several(question) or len(question.subjects) > _MOST_SIDES:
            return []
        chosen: list[Scored] = []
        for group in question.subjects:
            alone = replace(question, subjects=(group,))
            found = [s for s in self._ranked(alone, 12) if s.about and not self._validation.lacks(s, alone)]
            if not found:
                return []
            chosen.append(found[0])
        return list({c.sentence.id: c for c in chosen}.values())

    def _second_rate(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence that was not ranked first leaves out something asked for, or the reason asked for."""
        if question.wants == "reason" and not gives_reason(fold(scored.sentence.text)):
            return True
        return any(not (n.light or n.verbal) for n in scored.missing)

    def _elsewhere(self, other: Scored, chosen: Sequence[Scored], question: Question) -> bool:
        """Whether another source says as much: for figures, dates, names and either-or, all versions are shown."""
        if not (question.wants in ("date", "amount") or question.flags & {"either", "name"}):
            return False
        articles = self.evidence.library.articles
        sources = {articles[c.sentence.article_id].source for c in chosen}
        return articles[other.sentence.article_id].source not in sources and other.coverage >= 0.9 * chosen[0].coverage

    def _going_on(self, first: Scored) -> list[Scored]:
        """The sentence soon after one that goes on with what it lists: 同業方面，甲…。另一家對手乙…."""
        found = self.evidence.library.archive.window(first.sentence.article_id, first.sentence.n + 1, first.sentence.n + LOOK_BACK)
        more = (s for s in found if s.paragraph == first.sentence.paragraph and _ANOTHER.match(fold(s.text)))
        return [c for s in more if self._fits(c := replace(first, sentence=s, missing=()), [first])][:1]

    def _fits(self, other: Scored, chosen: Sequence[Scored]) -> bool:
        total = sum(size(c.sentence.text) for c in chosen) + size(other.sentence.text)
        return total <= _MOST and not any(likeness.ratio(other.sentence.text, c.sentence.text) > _NEAR_COPY for c in chosen)

    def _complete(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Add a sentence for what the chosen ones leave out: a question may ask for two things."""
        left = [
            n
            for n in question.needs
            if not soft(n) and n.options and max(self._search.holds(n, c.sentence.id) for c in chosen) < 0.5
        ]
        if not left or len(chosen) > 2:
            return chosen
        if question.wants == "person" and not self._fitting.names_another(chosen[0].sentence, question):
            return chosen  # who led the A round is not told by who led another and that there was an A round
        more = replace(question, needs=tuple(replace(n, light=False) for n in left), wants="")
        keys = [n for n in question.needs if n.key]
        for other in self._ranked(more, 8):
            near = self._close(other.sentence, chosen[0].sentence) or (
                question.subjects and all(self._search.holds(n, other.sentence.id) >= _KEPT for n in keys)
            )
            if near and other.coverage >= 0.6 and self._fits(other, chosen):
                return [*chosen, other]
        return chosen

    @staticmethod
    def _close(one: StoredSentence, other: StoredSentence) -> bool:
        """Whether two sentences stand within a few of each other."""
        return one.article_id == other.article_id and abs(one.n - other.n) <= LOOK_BACK

    def _of_the_whole(self, question: Question, first: Scored, other: Scored) -> bool:
        """Whether a figure is asked for of something that one sentence names and the other does not go on about: a campus, and how full all of them are."""
        if not self._fitting.measured(question):
            return False
        goes_on = self._search.neighbour(first.sentence, 1)
        return goes_on is None or goes_on.id != other.sentence.id or goes_on.paragraph != first.sentence.paragraph

    def _together(self, question: Question, found: Sequence[Scored], bar: Bar) -> list[Scored]:
        """Two sentences that say between them what neither says alone."""
        if not found or not question.subjects:
            return []
        first = found[0]
        if first.coverage < 0.6 * bar.coverage or not first.missing:
            return []
        for other in found[1:10]:
            if set(first.missing) & set(other.missing) or other.coverage < 0.6 * bar.coverage:
                continue
            if self._fits(other, [first]) and other.sentence.article_id == first.sentence.article_id and not self._of_the_whole(question, first, other):
                return [first, other]
        return []
