"""Arithmetic: what follows from stated figures, with the sum shown and its inputs cited.

The value before from this one and the change; a part of a year from its other parts; growth, differences,
shares, multiples, sums and compound growth of what is printed. Only figures of one unit meet. Ranges are
carried through, results are no finer than their inputs (`bot.arithmetic`) and marked as worked out.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.dates import Dates
from bot.answers.figures import Figures
from bot.answers.groups import Groups, counted
from bot.answers.otherperiods import OtherPeriods
from bot.answers.pairs import MIDPOINT, WITHOUT, Pairs
from bot.answers.results import DIFFERENCE, SHARE
from bot.answers.spans import Spans
from bot.answers.sums import Sums
from bot.answers.workings import Workings
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.text import fold

_RATE = lazy.compile(r"百分之(?:几|多少)")  # by how much it grew is printed, or worked out where it is not
_TWO = 2
_HELD = 0.5  # of a word, that a sentence says it
_FIRMS = lazy.compile(r"(?:公司|企业|厂商?|巨头|业者|股)$|\b(?:companies|firms|makers|stocks|players)$")  # whose figures are added up


class Derived:
    """Works out what is not printed."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, groups: Groups) -> None:
        """Take what finds figures, dates, and the members of a group named in a question."""
        self._evidence = evidence
        self._figures = finder
        self._spans = Spans(evidence, dates)
        workings = Workings(evidence, finder)
        periods = OtherPeriods(finder, workings)
        pairs = Pairs(evidence, finder, workings)
        sums = Sums(evidence, finder, workings, groups)
        self._rules = (
            pairs.midpoint, pairs.cagr, pairs.without, pairs.share, pairs.rate, pairs.ratio, sums.sum, pairs.growth,
            pairs.difference, periods.parts, periods.before, sums.total,
        )  # fmt: skip

    def asked(self, question: Question) -> Answer | None:
        """Answer where the question itself asks for arithmetic, which then goes before what is printed."""
        said = question.folded
        if question.statement.basis == "both" and DIFFERENCE.search(said) and len(question.periods) < _TWO:
            return None  # what was forecast against what came of it is no growth since the year before
        flags = question.flags & {"sum", "ratio", "implied", "cagr"}
        if (
            flags
            or question.wants in ("duration", "age")
            or self._spans.asked(question)
            or any(p.search(said) for p in (DIFFERENCE, WITHOUT, MIDPOINT))
            or SHARE.search(_RATE.sub("", said) if question.aspect else said)
        ):
            return self.answer(question)
        return None

    def age(self, question: Question) -> Answer | None:
        """Answer how old somebody was in a year or when something happened."""
        return self._spans.answer(question) if question.wants == "age" else None

    def answer(self, question: Question) -> Answer | None:
        """Answer with arithmetic where the question asks for it or where nothing is printed."""
        if question.kind in ("person", "definition", "passage", "timeline"):
            return None
        targets = self._figures.targets(question)
        if not targets:
            return self._spans.answer(question)
        for measure, _ in targets:
            for rule in self._rules:
                answer = rule(question, measure)
                if answer and self._of_what_is_asked(question, answer):
                    return answer
        return None

    def _of_what_is_asked(self, question: Question, answer: Answer) -> bool:
        """Whether the figures that went in are said of the part a question names: the growth of lawn mower revenue is not that of all."""
        measures = [m for m, _ in self._figures.targets(question)]
        search, ids = self._evidence.library.search, [s.id for s in self._evidence.cited]
        for folded in (fold(s.text) for s in self._evidence.cited):
            at = ((folded.find(raw), len(raw)) for raw in (fold(f["raw"]) for f in answer.facts))
            if any(modifiers.contradicts(folded, start, start + size, question.folded) for start, size in at if start >= 0):
                return False
        parts = (n for n in question.needs if n.beside and not (counted(n.surface) or (_FIRMS.search(n.surface) and not question.subjects) or n.light or n.verbal or soft(n) or self._figures.names(n, *measures)))
        return all(any(search.holds(n, i) >= _HELD for i in ids) for n in parts)
