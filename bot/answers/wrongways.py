"""Why something went the way it did not go: "why did profit plunge?" of a company whose profit grew.

No sentence gives the reason of what did not happen; what is true is the figure with its change, and that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import Line, latest
from bot.directions import RESULT, moved, way_of
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy

_WIDER = lazy.compile(r"扩大|加深|加剧|变大|更多|越来越大|\b(?:wid(?:en\w*|er)|deepen\w*|grow\w*|grew|bigger|larger|increas\w*)\b")
_LOSS = lazy.compile(r"亏损|亏得?|\bloss(?:es)?\b")
_PROFIT = lazy.compile(r"获利|盈利|利润|净利|纯利|收益|\b(?:profits?|earnings|net income)\b")
_REVENUE = lazy.compile(r"营收|收入|营业额|销售额|\b(?:revenues?|sales|turnover)\b")
_PROFITS = ("net-profit", "net-profit-attributable", "net-profit-excl-nonrecurring")


class WrongWays:
    """Corrects a question for the reason of a change that was the other way round, for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Tell the figures that `finder` finds."""
        self.evidence = evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with the figure and its change where it went the other way; None for other questions."""
        if question.wants != "reason" or len(question.subjects) != 1 or len(question.periods) > 1:
            return None
        folded = question.folded
        loss = bool(_LOSS.search(folded))
        if any(not (n.light or RESULT.search(n.surface) or moved(n.surface) or any(t.startswith("m_") for o in n.options for t in o)) for n in question.needs):
            return None  # of a part, or of something else besides
        way = ("wider" if _WIDER.search(folded) else "") if loss else way_of(folded)
        measures = _asked(question, loss)
        if not way or not measures:
            return None
        plain = replace(question, needs=(), aspect="", kind="fact", wants="amount", flags=question.flags - {"loss", "profit"}, measures=())
        for measure in measures:
            found = [x for x in self._figures.find(plain, question.subjects[0], measure, strict=False) if x.value]
            found.sort(key=latest)
            if found:
                newest = [x for x in found if x.period == found[0].period]
                return self._figures.compose(plain, newest[:1]) if all(_contrary(x, way) for x in newest) else None
        return None


def _asked(question: Question, loss: bool) -> Sequence[str]:
    """The measures whose change is asked about, those named first."""
    named = [m for m in question.measures if m in (*_PROFITS, "revenue")]
    if len(named) < len(question.measures):
        return ()  # of a share or a margin
    if named and named != ["net-profit"]:
        return named
    profit, revenue = loss or bool(named) or bool(_PROFIT.search(question.folded)), bool(_REVENUE.search(question.folded))
    return () if profit == revenue else _PROFITS if profit else ("revenue",)


def _contrary(line: Line, way: str) -> bool:
    """Whether a figure changed the other way round, as its article says."""
    aspects = {c.aspect for c in line.changes}
    negative = line.value is not None and figures.negative(line.value.quantity)
    if way == "wider":
        return "narrowing" in aspects
    if way == "up":
        return "decline" in aspects or (negative and not aspects)
    return aspects == {"growth"} and not negative
