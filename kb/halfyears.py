"""Half years that are named by their results: 中期業績, 半年純利, "interim profit", "2026 half-year results".

Whose year is the calendar's tells of the first half from July to September; of others nothing is told but by what
an article reports on. Patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb import lazy
from kb.model import Period
from kb.periods import PeriodMention

_RESULTS = r"(?:业绩|成绩|答卷|财报|快报|账目|报告|数据|财务|纯利|净利|净亏|溢利|盈利|营业额|营收|收入|收益|亏损|毛利|经营|现金|股东应占|除税|税前|[少多]赚)"
_FIGURES = r"(?:results?|reports?|earnings|figures|accounts|profits?|revenues?|sales|turnover|loss(?:es)?|(?:pre-?tax|net|operating|underlying|adjusted|statutory) )"
_HALF_YEAR = lazy.compile(
    rf"(?<![上下每近去后前个两多大小\d一过])半年(?=度?{_RESULTS})|(?<![去前年])中期(?=的?{_RESULTS})"
    rf"|\b(?:half[- ]year(?:ly)?|interim)(?= {_FIGURES})(?! results? (?:of|from) (?:the |an? )?(?:trial|study|analysis))"
)
_BEHIND_YEAR = lazy.compile(rf" (?:half[- ]year(?:ly)?|interim) {_FIGURES}")
_BEFORE_YEAR = lazy.compile(rf"\b(?:half[- ]year(?:ly)?|interim) {_FIGURES}(?:for|of) $")
_STOPPED = lazy.compile(r"止(?:的)?(?:六|6)个月|\b(?:six months|26 weeks|half[- ]year|half) (?:ended|ending|to|through)\b")  # the half year is told by its last day
_AFTER_JUNE = ("07", "08", "09")


def named(folded: str, mentions: Sequence[PeriodMention], published: str | None, report: Period | None) -> list[PeriodMention]:
    """Return the half years of a sentence that names no other time for them; `report` is what its article reports on.

    中期純利升5% in August is of the first half; in November it is of the six months reported on, or of none.
    """
    said = [m for m in _HALF_YEAR.finditer(folded) if not any(x.start < m.end() and m.start() < x.end for x in mentions)]
    if not said or any(x.period.kind == "half" for x in mentions) or _STOPPED.search(folded):
        return []
    if report is not None and report.kind == "half":
        return [PeriodMention(replace(report, raw=m.group()), m.start(), m.end()) for m in said]
    if not published or published[5:7] not in _AFTER_JUNE or any(x.period.kind == "as-of" for x in mentions):
        return []
    return [PeriodMention(Period("--01-01", "--06-30", "half", m.group()), m.start(), m.end()) for m in said]


def of_halves(mentions: Sequence[PeriodMention], folded: str, published: str | None, report: Period | None) -> list[PeriodMention]:
    """Return the times of a sentence, with a year that only says of when an interim report is as its first half.

    "2026 interim results" in August. At another time of the year it says nothing, for a year may begin in any month.
    """
    out: list[PeriodMention] = []
    for m in mentions:
        year = m.period.start[:4]
        whole = m.period.kind == "year" and year.isdigit() and m.period.start.endswith("-01-01")
        if m.period.raw == "中期" and not whole and not _STOPPED.search(folded):
            if report is not None and report.kind == "half":
                out.append(replace(m, period=replace(report, raw=m.period.raw)))
            elif not (published and published[5:7]) or published[5:7] in _AFTER_JUNE:
                out.append(m)
        elif not whole or not (_BEHIND_YEAR.match(folded, m.end) or _BEFORE_YEAR.search(folded, 0, m.start)):
            out.append(m)
        elif report is not None and report.kind == "half" and year in (report.start[:4], report.end[:4]):
            out.append(replace(m, period=replace(report, raw=m.period.raw)))
        elif published and published[:4] == year and published[5:7] in _AFTER_JUNE:
            out.append(replace(m, period=Period(f"{year}-01-01", f"{year}-06-30", "half", m.period.raw)))
    return out
