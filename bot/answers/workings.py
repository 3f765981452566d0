"""Worked-out figures: the inputs are found, the result is told with its sum, and the inputs are cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import Line, describe
from bot.arithmetic import Ends
from bot.evidence import Evidence
from bot.question import Question
from kb.model import Period


class Worked(NamedTuple):
    """What came of a sum: the (low, high), rounded, its unit, and the sum as shown."""

    ends: Ends
    unit: str
    shown: str


class Workings:
    """Finds what goes into a sum, and shows what comes of it."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Find inputs with `finder`."""
        self.evidence = evidence
        self._figures = finder

    # ------------------------------------------------------------ inputs
    def one(self, question: Question, measure: str, period: Period) -> Line | None:
        """Return the figure of a question's first subject for a period, whatever else it says."""
        asked = replace(question, periods=(period,), needs=())
        found = self._figures.find(asked, question.subjects[0], measure, strict=False)
        return next((x for x in found if x.value), None)

    def best(self, question: Question, subject: Sequence[str], measure: str) -> Line | None:
        """Return the first figure of a subject, whatever a question says besides."""
        found = self._figures.find(replace(question, needs=()), subject, measure, strict=False)
        return next((x for x in found if x.value), None)

    def ends(self, lines: Sequence[Line] | None) -> list[tuple[Ends, str]] | None:
        """Return the two ends of each of two figures with its unit, where both have one and the same."""
        quantities = [x.value.quantity for x in lines or () if x.value]
        each = [(arithmetic.ends(q), q.unit) for q in quantities]
        pair = [(e, unit) for e, unit in each if e]
        return pair if len(pair) == 2 and pair[0][1] == pair[1][1] else None

    def summed(self, lines: Sequence[Line], signs: Sequence[int]) -> Worked | None:
        """Return figures of one unit added and taken away; none where one that is taken away is a range."""
        values = [x.value.quantity for x in lines if x.value]
        each = [arithmetic.ends(q) for q in values]
        if len(values) != len(lines) or len({q.unit for q in values}) != 1 or any(e is None for e in each):
            return None
        pairs = [(e, sign) for e, sign in zip(each, signs, strict=True) if e]
        if any(sign < 0 and e[0] != e[1] for e, sign in pairs):
            return None
        low, high = (arithmetic.to_step(sum((s * e[n] for e, s in pairs), Decimal(0)), values) for n in (0, 1))
        shown = self.shown(lines[0])
        for line, sign in zip(lines[1:], signs[1:], strict=True):
            shown += f" {'+' if sign > 0 else '−'} {self.shown(line)}"
        return Worked((low, high), values[0].unit, shown)

    # ------------------------------------------------------------ showing
    def shown(self, line: Line) -> str:
        """Return a figure as an input of a sum."""
        return figures.show(line.value.quantity, self.evidence.lang) if line.value else ""

    def amount(self, value: Decimal, unit: str) -> str:
        """Return a number that was worked out, in words of the asker's language."""
        sign = "−" if value < 0 else ""
        return sign + figures.computed(arithmetic.quantity((value, value), unit), self.evidence.lang)

    def slots(self, line: Line, period: Period | None) -> dict[str, str]:
        """Return what the templates of `bot.wording` are filled with."""
        evidence = self.evidence
        return {
            "subject": evidence.name(line.subject),
            "subject_of": evidence.possessive(line.subject),
            "period": figures.period(period, evidence.lang),
            "measure": evidence.label(line.measure),
        }

    def tell(self, line: Line, period: Period, worked: Worked, inputs: Sequence[Line]) -> Answer:
        """Return an answer that tells a figure that was worked out for a period."""
        words = self.evidence.words
        value = figures.computed(arithmetic.quantity(worked.ends, worked.unit), self.evidence.lang)
        if worked.ends[1] < 0:
            value = words.loss.format(value=value)
        text = words.implied.format(value=value, **self.slots(line, period))
        return self.answer(f"{text} (= {worked.shown}){words.stop}", inputs)

    def answer(self, said: str, inputs: Sequence[Line]) -> Answer:
        """Return an answer of one worked-out line, with its inputs told and cited."""
        evidence = self.evidence
        used = [f for x in inputs for f in (*x.supporting, *x.changes)]
        return Answer(
            True,
            evidence.lang,
            "derived",
            (figures.spaced(said), *dict.fromkeys(self._figures.tell(x) for x in inputs)),
            sources=evidence.sources([evidence.sentence(f) for f in used]),
            facts=tuple(describe(f) for f in used[:4]),
        )


def each_year(periods: Sequence[Period]) -> list[Period]:
    """Return periods with each year of a stretch of years by itself."""
    out = []
    for period in periods:
        if period.kind == "span" and period.start[:4].isdigit():
            out += [
                Period(f"{y}-01-01", f"{y}-12-31", "year", "")
                for y in range(int(period.start[:4]), int(period.end[:4]) + 1)
            ]
        else:
            out.append(period)
    return out
