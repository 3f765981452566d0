"""Sums: of one subject's years, of several subjects, of a whole group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.currencies import in_one_currency, wanted_in
from bot.answers.figures import Figures
from bot.answers.groups import COUNTS, Groups
from bot.answers.lines import Line
from bot.answers.results import DIFFERENCE, SOME_YEARS
from bot.answers.severalsum import several_asked
from bot.answers.strangers import lists_a_stranger
from bot.answers.workings import Workings, each_year
from bot.asked import asks_percent
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Period

_OF_A_MARKET = lazy.compile(r"全球|全世界|世界上|全国|全中国|全美|全欧|全台|(?:全|整个)(?:行业|市场|产业)|行业|业界|市场(?!份额|占)|\b(?:global(?:ly)?|world(?:wide)?|industry(?:-wide)?|market(?! (?:share|cap|value))|nationwide)\b")


class Sums:
    """Adds figures up."""

    def __init__(self, evidence: Evidence, finder: Figures, workings: Workings, groups: Groups) -> None:
        """Find figures with `finder`, the members of a group with `groups`, and show sums with `workings`."""
        self.evidence = evidence
        self._figures = finder
        self._workings = workings
        self._groups = groups

    def sum(self, question: Question, measure: str) -> Answer | None:
        """Answer with the sum of one subject's years, or of the subjects named."""
        if "sum" not in question.flags or question.aspect == "growth":
            return None
        if DIFFERENCE.search(question.folded):
            return self._beyond(question, measure)
        if len(question.subjects) == 1:
            years = each_year(question.periods) or self._last_years(question, measure)
            lines = [self._workings.one(question, measure, p) for p in years]
            if len(years) < 2 or not all(lines):
                return None
        elif len(question.subjects) > 1 and not lists_a_stranger(question, self.evidence.library):
            lines = self._undated(question, measure, [self._workings.best(question, s, measure) for s in question.subjects])
        else:
            return None
        return self._added(question, [x for x in lines if x], len(lines))

    def _undated(self, question: Question, measure: str, lines: list[Line | None]) -> list[Line | None]:
        """The figures, with those that an article tells without a date beside one that it tells for the time asked for."""
        dated = [x for x in lines if x and x.value]
        articles = {x.value.article_id for x in dated if x.value}
        if len(dated) == len(lines) or len(articles) != 1 or len(question.periods) != 1:
            return lines
        period, out = dated[0].period, []
        for subject, line in zip(question.subjects, lines, strict=True):
            alone = line or self._workings.best(replace(question, periods=()), subject, measure)
            beside = alone is not None and alone.period is None and alone.value is not None and alone.value.article_id in articles
            out.append(line or (replace(alone, period=period) if alone and beside else None))
        return out

    def _beyond(self, question: Question, measure: str) -> Answer | None:
        """By how much one period's figure is more, or less, than several years' together."""
        spans = [p for p in question.periods if p.kind == "span"]
        alone = [p for p in question.periods if p.kind != "span"]
        if len(question.subjects) != 1 or len(spans) != 1 or len(alone) != 1:
            return None
        lines = [self._workings.one(question, measure, p) for p in (*alone, *each_year(spans))]
        told = [x for x in lines if x]
        worked = self._workings.summed(told, [1, *[-1] * (len(told) - 1)]) if len(told) == len(lines) else None
        if worked is None or not (worked.ends[0] > 0 or worked.ends[1] < 0):
            return None
        low, high = sorted(abs(e) for e in worked.ends)
        value = figures.computed(arithmetic.quantity((low, high), worked.unit), self.evidence.lang)
        words = self.evidence.words
        return self._workings.answer(f"{words.difference.format(value=value)} (= {worked.shown}){words.stop}", told)

    def total(self, question: Question, measure: str) -> Answer | None:
        """Answer with the sum over a group: all companies of one article's list that give the figure."""
        if "sum" not in question.flags or question.subjects or (question.aspect and asks_percent(question.folded)):
            return None  # by how much all of them together grew is not what they come to
        if not several_asked(question) and _OF_A_MARKET.search(question.folded):
            return None  # what a whole market shipped is more than the makers told of
        facts = [f for f in self.evidence.all_facts(measure) if f.aspect == "value"]
        subjects = list(dict.fromkeys(f.subject for f in facts))
        members = self._groups.members(question, set(subjects)) if question.needs else None
        subjects = [s for s in subjects if members is None or s in members]
        lines = [self._workings.best(question, (s,), measure) for s in subjects]
        counted = several_asked(question)  # of four makers asked for, two are half of it
        return None if counted and counted != len(lines) else self._added(question, [x for x in lines if x], len(lines))

    def _last_years(self, question: Question, measure: str) -> list[Period]:
        """The so many whole years running that a question counts without naming them, the last that have figures."""
        told = SOME_YEARS.search(question.folded)
        given = (
            self._figures.find(replace(question, needs=()), question.subjects[0], measure, strict=False) if told else []
        )
        years = sorted(
            {x.period for x in given if x.value and x.value.basis == "actual" and x.period and x.period.kind == "year"}
        )
        count = COUNTS[told[1]] if told else 0
        last = years[-count:] if count else []
        running = len(last) == count and all(arithmetic.shift(a, 1) == b for a, b in pairwise(last))
        return last if running else []

    def _added(self, question: Question, lines: Sequence[Line], expected: int) -> Answer | None:
        if len(lines) < 2 or len(lines) != expected:
            return None
        if len(lines) > 1 and len({x.subject for x in lines}) == len(lines) and not _of_one_time(lines):
            return None
        lines = in_one_currency(self.evidence, lines, wanted_in(question.folded) or "CNY")
        worked = self._workings.summed(lines, [1] * len(lines))
        if worked is None:
            return None
        words = self.evidence.words
        value = figures.computed(arithmetic.quantity(worked.ends, worked.unit), self.evidence.lang)
        shown = " + ".join(
            f"{self.evidence.name(x.subject)} {figures.period(x.period, self.evidence.lang)} {self._workings.shown(x)}".replace(
                "  ", " "
            )
            for x in lines
        )
        answer = self._workings.answer(words.total.format(value=value) + words.stop, lines)
        return replace(answer, lines=(answer.lines[0], f"= {shown}"))


def _of_one_time(lines: Sequence[Line]) -> bool:
    """Whether figures are of one period, or all of sizes at a moment."""
    return len({(x.period.start, x.period.end) if x.period and x.period.kind != "as-of" else () for x in lines}) == 1
