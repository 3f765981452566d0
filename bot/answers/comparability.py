"""Comparability: which figures of several subjects may be held against one another, and by what number.

They must be of one time, where all give one, and of one definition: 歸母 is not compared with 扣非.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answers.figures import Figures
from bot.answers.lines import Line
from bot.question import Question
from kb.rows import StoredFact


class Comparable:
    """Finds figures of several subjects that can be compared."""

    def __init__(self, finder: Figures) -> None:
        """Take what finds figures."""
        self._figures = finder

    def alike(self, question: Question, measure: str, aspect: str, rows: list[Line | None]) -> list[Line | None]:
        """Return the rows by one definition where all subjects have one: 歸母 is not compared with 扣非."""
        if not all(rows) or of_one_definition([r for r in rows if r]):
            return rows
        for name in self._figures.acceptable(measure, question):
            others = self.of_one_time(question, name, aspect)
            if all(others) and of_one_definition([r for r in others if r]):
                return others
        return rows

    def of_one_time(self, question: Question, measure: str, aspect: str) -> list[Line | None]:
        """Return each subject's figure, of the latest period that all of them give where there is one."""
        best = [self._best(question, s, measure, aspect) for s in question.subjects]
        if question.periods or len({days(x) for x in best if x}) < 2:
            return best
        all_lines = [self._all(question, s, measure, aspect) for s in question.subjects]
        common = set.intersection(*({days(x) for x in lines} for lines in all_lines)) - {("", "")}
        if not common:
            return best
        wanted = next(days(x) for x in all_lines[0] if days(x) in common)
        return [next(x for x in lines if days(x) == wanted) for lines in all_lines]

    def _best(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> Line | None:
        found = self._all(question, subject, measure, aspect)
        return found[0] if found else None

    def _all(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> list[Line]:
        found = self._figures.find(replace(question, subjects=(tuple(subject),)), subject, measure)
        return [x for x in found if x.changes] if aspect else found


def moved_by(changes: Sequence[StoredFact], kind: str = "") -> Decimal | None:
    """Return by how much a figure changed, a fall negative; None where that is not told, or told against a quarter only."""
    by = {f.aspect: f for f in reversed(changes) if f.quantity.unit in ("%", "x", "倍")}
    change = by.get("growth" + kind) or by.get("decline" + kind)
    return None if change is None else middle(change) * (-1 if change.aspect.startswith("decline") else 1)


def middle(fact: StoredFact) -> Decimal:
    """Return the number a figure is ranked by: of a range the middle."""
    lo, hi = ends(fact)
    return (lo + hi) / 2


def size(line: Line) -> Decimal:
    """Return the number that a line is ranked by; 0 where it has none."""
    return middle(line.value) if line.value else Decimal(0)


def ends(fact: StoredFact) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest that a figure may be, alike where it is exact."""
    told = [v for v in (fact.quantity.lo, fact.quantity.hi) if v is not None]
    return (min(told), max(told)) if told else (Decimal(0), Decimal(0))


def days(line: Line) -> tuple[str, str]:
    """Return the first and the last day of what a line is of, empty where no period is told."""
    return (line.period.start, line.period.end) if line.period else ("", "")


def of_one_definition(rows: Sequence[Line]) -> bool:
    """Return whether figures may be compared: one measure, or net profit said with and without its owners."""
    measures = {r.measure for r in rows}
    return len(measures) == 1 or measures == {"net-profit", "net-profit-attributable"}
