"""A comparison that one sentence tells: two houses' views of a share, two makers' scores, a figure in two periods.

"滿意度以甲8.7分最高,乙8.4分" says both, though neither figure is stored. The sentence must name both sides and hold what is
asked of them; of two periods it must give the one figure as having come from the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.lines import same_period
from bot.answers.results import in_one_unit, tells_both
from bot.answers.sidesasked import JOINS, Side, sides
from bot.answers.told import Told
from bot.moves import pairs_in
from bot.question import Question
from bot.questionwords import COMPARE
from bot.softwords import soft
from kb import periods
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

_HELD = 0.5  # of what is asked for that must be in a sentence
_BETWEEN = 12  # characters of a question between two that it sets against each other
_UNASKED = ("reason", "date", "place", "post", "duration", "age")
_TWO = 2


class Together:
    """Quotes the one sentence that tells both sides, for one asker."""

    def __init__(self, told: Told) -> None:
        """Look through the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence

    def sides(self, question: Question) -> Answer | None:
        """Answer with the sentence that tells of both sides what is asked; None where there is no such sentence."""
        if not self._compares(question):
            return None
        pair = self._pair(question)
        if pair is None:
            return None
        needs = [n for n in self._needs(question) if not any(n.surface in question.folded[a:b] for a, b in (s.span for s in pair))]
        if not needs:
            return None
        best: tuple[int, int, StoredSentence] | None = None
        sentences = self._sentences(question)
        for sentence in sentences:
            held = [n for n in needs if self._holds(n, sentence)]
            rest = [n for n in needs if n not in held]
            measured = all(n in held for n in needs if any(t.startswith("m_") for o in n.options for t in o))
            if not held or not measured or not all(self._names(question, s, sentence) for s in pair) or not self._told_apart(question, sentence) or self._told_elsewhere(question, pair, sentence):
                continue
            if all(any(n.surface in fold(s.text) for s in sentences if s.article_id == sentence.article_id) for n in rest):
                best = max(best or (0, 0, sentence), (len(held), sentence.id, sentence), key=lambda x: x[:2])
        return self._quote(best[2]) if best else None

    def fuller(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return a comparison, or the sentence that tells of all the measures asked for where it leaves one out."""
        if answer is None or len({f["measure"] for f in answer.facts}) >= len(question.measures):
            return answer
        return self.sides(question) or answer

    def times(self, question: Question) -> Answer | None:
        """Answer with the sentence that gives a figure in both of two periods that are set against each other."""
        asked = [m.period for m in periods.find(question.folded)]
        if not self._compares(question) or len(question.subjects) != 1 or len({(p.start, p.end) for p in asked}) < _TWO:
            return None
        needs = [n for n in self._needs(question) if not periods.find(n.surface)]
        found: dict[tuple[str, str], tuple[int, StoredSentence, Quantity, Quantity]] = {}
        for sentence in self._told.sentences(question):
            pairs = pairs_in(sentence.text, ratios=True)
            if len(pairs) != 1 or not needs or self._told.another(question, sentence) or not all(self._holds(n, sentence) for n in needs):
                continue
            if self._of_another_measure(question, sentence, pairs[0]):
                continue
            told = [m.period for m in self._evidence.library.search.reading.periods(sentence)]
            said = sum(any(same_period(a, t) or same_period(t, a) for t in told) for a in (*asked, *question.periods))
            if said:
                found.setdefault((pairs[0][0].raw, pairs[0][1].raw), (said, sentence, *pairs[0]))
        ranked = sorted(found.values(), key=lambda x: -x[0])
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        _, sentence, before, after = ranked[0]
        line = apart(self._evidence, before, after).removesuffix(self._evidence.words.stop)
        return self._told.answer(line, [sentence], "compare") if line else self._quote(sentence)

    def _of_another_measure(self, question: Question, sentence: StoredSentence, pair: Sequence[Quantity]) -> bool:
        """Whether a figure that came from another is called by the name of a measure that is not asked for: revenue rose, while the loss widened to …."""
        start = min(q.start for q in pair)
        reading, folded = self._evidence.library.search.reading, fold(sentence.text)
        begin = max((q.end for q in reading.quantities(sentence) if q.end <= start), default=0)
        named = [{i for k, i in ((s.kind, s.ids[0]), *s.also) if k == "measure"} for s in self._evidence.library.names.find(folded[begin:start])]
        named = [ids for ids in named if ids]
        return bool(question.measures and named) and not any(ids & set(question.measures) for ids in named)

    # ------------------------------------------------------------ what is asked
    def _compares(self, question: Question) -> bool:
        asks = question.kind == "compare" or "compare" in question.flags
        return asks and question.wants not in _UNASKED and not question.aspect and question.kind not in ("definition", "timeline", "superlative")

    def _pair(self, question: Question) -> Sequence[Side] | None:
        """The two sides: those the question says, or the first two of several names that it joins: A和B對C的評級."""
        names = self._evidence.library.names
        if len(question.subjects) <= _TWO:
            return sides(question, names)
        spans = sorted((s for s in names.find(question.folded) if s.kind == "entity" and any(set(s.ids) & set(g) for g in question.subjects)), key=lambda s: s.start)
        for one, other in pairwise(spans):
            between = question.folded[one.end : other.start]
            if len(between) <= _BETWEEN and JOINS.fullmatch(between):
                return [Side(frozenset(s.ids), "", (s.start, s.end)) for s in (one, other)]
        return None

    @staticmethod
    def _needs(question: Question) -> list[Need]:
        return [n for n in question.needs if not (n.light or soft(n) or COMPARE.search(n.surface))]

    # ------------------------------------------------------------ which sentence
    def _sentences(self, question: Question) -> list[StoredSentence]:
        return list({s.id: s for s in (*self._told.sentences(question), *self._told.articles(question))}.values())

    def _holds(self, need: Need, sentence: StoredSentence) -> bool:
        return self._evidence.library.search.holds(need, sentence.id) >= _HELD

    @staticmethod
    def _names(question: Question, side: Side, sentence: StoredSentence) -> bool:
        """Whether a sentence names a side: by its entry, or as the question writes it."""
        written = side.written or question.folded[side.span[0] : side.span[1]]
        return any(m.entity in side.ids for m in sentence.mentions) or written in fold(sentence.text)

    @staticmethod
    def _told_apart(question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence holds something of each: two figures of a unit, where figures are asked for."""
        return tells_both(question, [sentence.text]) and (not question.measures or in_one_unit([sentence.text]) >= _TWO)

    def _told_elsewhere(self, question: Question, pair: Sequence[Side], sentence: StoredSentence) -> bool:
        """Whether a figure asked for is known of a side, and this sentence is not where it stands: the figures here are another's."""
        told = (self._evidence.facts(sorted(side.ids), m) for side in pair for m in question.measures)
        return any(facts and all(f.sentence_id != sentence.id for f in facts) for facts in told)

    def _quote(self, sentence: StoredSentence) -> Answer:
        return self._told.passage([sentence])
