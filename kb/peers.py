"""The time of one company's figures where another was told of before it: 同期, "in the quarter", or the same measure right behind.

An article that turns to another company takes no time along with it (`kb.extract`), unless the words say so.
Patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb import lazy, periods, quantities, timing
from kb.dating import COUNTED
from kb.model import Period, Quantity
from kb.names import Span
from kb.partfigures import WHOLE
from kb.periods import PeriodMention
from kb.prepared import Context
from kb.units import is_change

_AT_ONCE = lazy.compile(r"(?<![去上今昨明])(?<!年)同[期季]|\bin the same (?:period|quarter)\b(?! (?:of |in |last|a year|the ))")
_IN_THE_QUARTER = lazy.compile(r"(?:^|[,;。(])季内|\b(?:in|for|during) the (?:latest )?quarter\b(?! (?:ended|ending|to|of|before|earlier))")
_IN_THE_PERIOD = lazy.compile(r"(?:^|[,;。(])期内|\b(?:in|for|during|over) the (?:same |reporting )?period\b(?! (?:ended|ending|to|of|from|before|earlier|when|in))")
# 年營收30億元的甲, "which has annual sales of": of a year that nobody names.
_BY_THE_YEAR = lazy.compile(r"年(?:营收|收入|营业额|销售额?|销量|产量?|交付|利润)|[每一]年|历年|累计|至今|目前|现有|\b(?:annual|yearly|a year(?! (?:ago|earlier|before))|per year|now|currently|to date|so far)\b")


class Turns:
    """What was spoken of each company when an article turned from it, so that it is spoken of again when it turns back."""

    def __init__(self, company: str | None) -> None:
        """Begin an article on a company: nothing was told."""
        self._spoken = company  # of whom the last sentence was
        self._reports: dict[str, tuple[Period | None, Period | None]] = {}  # what was reported on, and the quarter
        self._quarter: Period | None = None  # the last one that results were told of, whose ever

    def turned(  # noqa: PLR0913 - a sentence has this many parts
        self, before: str | None, company: str | None, folded: str, text: str, context: Context, spans: Sequence[Span], *,
        beside: bool, general: tuple[Period | None, Period | None, Period | None],
    ) -> Context:  # fmt: skip
        """Return what is spoken of when a sentence on `company` begins; `context` is what was, `before` of whom.

        `beside` whether it follows in the same paragraph; `general` what a company's figures are of until it is told,
        what is expected of, and of which month.
        """
        last, self._spoken = self._spoken, company
        told, expected, month = general
        if company != before:
            self._left(before, context)
            again = self._begun(company, folded, context, spans, beside=beside, text=text)
            period = again.period or told
            return replace(again, period=period, outlook=None if period else expected, month=month or context.month, counted=context.counted, versions=context.versions, lined=context.lined, row=context.row, first=context.first)
        return self._resumed(last, company, context) if company != last else context  # a new paragraph is of whom the article is about again

    def _left(self, company: str | None, context: Context) -> None:
        """Keep what was spoken of a company, which the text turns from."""
        self._quarter = context.quarter or self._quarter
        if company is not None:
            self._reports[company] = (context.report, context.quarter)

    def _begun(self, company: str | None, folded: str, context: Context, spans: Sequence[Span], *, beside: bool, text: str) -> Context:
        """What is spoken of where the text turns to a company: what it reported on, if it was told of before."""
        report, quarter = self._reports.get(company or "", (None, None))
        at_once = self._time(folded, replace(context, quarter=context.quarter or self._quarter), spans, quantities.find(text), periods.find(text), beside=beside)
        return Context(period=at_once or report, report=report, quarter=quarter)

    def _resumed(self, last: str | None, company: str | None, context: Context) -> Context:
        """What is spoken of where a paragraph is of a company again, after one of which no time was told."""
        self._left(last, context)
        report, quarter = self._reports.get(company or "", (None, None))
        if context.period or context.report or context.outlook or report is None:
            return context
        return replace(context, period=report, report=report, quarter=quarter)

    def _time(self, folded: str, context: Context, spans: Sequence[Span], figures: Sequence[Quantity], times: Sequence[PeriodMention], *, beside: bool) -> Period | None:
        """The time that the figures of a sentence have from those on another company; None where nothing tells."""
        told = _AT_ONCE.search(folded)
        if told is not None:
            return context.period if told[0] == "同期" else context.quarter or context.period
        if _IN_THE_QUARTER.search(folded):
            return context.quarter
        if _IN_THE_PERIOD.search(folded):
            return context.period or context.report
        return context.period if beside and _goes_on(folded, context, spans, figures, times) else None


def _goes_on(folded: str, context: Context, spans: Sequence[Span], figures: Sequence[Quantity], times: Sequence[PeriodMention]) -> bool:
    """Whether a sentence tells what was just told of another: the same measure first, how it moved, and no time of its own."""
    measures = [s for s in spans if s.kind == "measure"]
    if not measures or context.period is None or context.forecast or timing.usable(times, folded) or _BY_THE_YEAR.search(folded):
        return False
    before = {measure for _, measure in context.told}
    moved = any(is_change(q.unit) for q in figures)
    return moved and measures[0].ids[0] in before & (WHOLE | COUNTED)
