"""Arithmetic: what follows from stated figures, with the sum shown and its inputs cited.

The value before from this one and the change; a part of a year from its other parts; growth, differences,
shares, multiples, sums and compound growth of what is printed. Only figures of one unit meet. Ranges are
carried through, results are no finer than their inputs (`bot.arithmetic`) and marked as worked out.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.figures import Figures
from bot.answers.groups import Groups
from bot.answers.otherperiods import OtherPeriods
from bot.answers.pairs import MIDPOINT, WITHOUT, Pairs
from bot.answers.results import DIFFERENCE, SHARE
from bot.answers.spans import Spans
from bot.answers.sums import Sums
from bot.answers.workings import Workings
from bot.evidence import Evidence
from bot.question import Question


class Derived:
    """Works out what is not printed."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, groups: Groups) -> None:
        """Take what finds figures, dates, and the members of a group named in a question."""
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
        flags = question.flags & {"sum", "ratio", "implied", "cagr"}
        if (
            flags
            or question.wants in ("duration", "age")
            or self._spans.asked(question)
            or any(p.search(said) for p in (DIFFERENCE, WITHOUT, SHARE, MIDPOINT))
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
                if answer:
                    return answer
        return None
