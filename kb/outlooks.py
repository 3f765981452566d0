"""What is still to come when an article is written: figures of times that are not over, and planned dates.

Leaves out the words that tell a forecast (`kb.factmaking`) and what an outlook leaves to the next sentence (`kb.facts`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from kb import lazy, periodarithmetic, timing
from kb.dating import COUNTED
from kb.model import Fact, Period
from kb.partfigures import WHOLE
from kb.prepared import Context

_SO_FAR = lazy.compile(r"已(?!于)|至今|迄今|以来|截至|\bso far\b|\bto date\b")
_THIS_YEAR = lazy.compile(r"今年|\bthis year\b")  # of a whole year's spending only: 今年資本支出維持在150億元
_WHOLE_YEAR = lazy.compile(r"全年|\bfull[- ]year\b")
_YEAR_NAMED = lazy.compile(r"20\d\d年?(?:全年|度)?$")  # "capital spending for 2026 remains at $680m": in April, what is spent by December
_PLANS = lazy.compile(r"计划(?!书)|预计|预期|预估|估计|预测|拟|目标|将|指引|资本[开支]|\b(?:plans?|expect\w*|will|target\w*|aims?|guid\w+|capital (?:spending|expenditure)|capex)\b")


def ahead(read: list[Fact], folded: str, published: str | None) -> list[Fact]:
    """Return the facts of a sentence; what it tells of a quarter, or a whole year, that is not over is an outlook: 全年資本開支約HK$3億."""
    kinds = ("quarter", "half", "year") if _WHOLE_YEAR.search(folded) else ("quarter", "half")
    named = [f for f in read if f.measure == "capex" and f.period and f.period.kind == "year" and _YEAR_NAMED.match(f.period.raw) and f.period.start.endswith("-01-01")]
    read = [replace(f, basis="forecast") if f.period and published and f.period.start[:4].isdigit() and f.period.start > published else f for f in read]
    if _SO_FAR.search(folded):
        return read
    if _THIS_YEAR.search(folded):
        read = [replace(f, basis="forecast") if f.measure == "capex" and f.period and f.period.kind == "year" and not periodarithmetic.is_over(f.period, published)
                else f for f in read]  # fmt: skip
    return [
        replace(f, basis="forecast")
        if f.period and (f.period.kind in kinds or f in named) and f.aspect == "value" and (f.measure in WHOLE or (f.measure in COUNTED and f.period.kind == "year")) and not periodarithmetic.is_over(f.period, published)
        else f
        for f in read
    ]


def still_ahead(fact: Fact, published: str | None) -> Fact:
    """Return an event, a planned date that names no year as one to come: in March, 計劃9月投產 is this September whatever year was spoken of."""
    told = fact.period
    named = re.search(r"\d{4}|[今明去前上]年", told.raw) if told else None
    if not told or named or fact.basis != "forecast" or not published or len(published) < 10 or not told.end[:4].isdigit() or told.end >= published[:10]:
        return fact
    later = _year_later(told)
    return replace(fact, period=later) if later.end >= published[:10] else fact


def in_coming_year(fact: Fact, published: str | None) -> Fact:
    """Return a forecast for a month or a quarter that its sentence names without a year, which was taken for last year's, as this year's: 首季可季增8%."""
    told = fact.period
    if told is None or fact.basis != "forecast" or not published or told.kind not in ("month", "quarter") or re.search(r"\d{4}|[今明去前上]年|同期", told.raw):
        return fact
    later = _year_later(told) if told.end[:4].isdigit() else told
    return replace(fact, period=later) if told.end[:4] < published[:4] and later.end[:7] >= published[:7] else fact


def _year_later(period: Period) -> Period:
    start, end = (f"{int(day[:4]) + 1}{day[4:]}".replace("-02-29", "-02-28") for day in (period.start, period.end))
    return replace(period, start=start, end=end)


def settled(fact: Fact, published: str | None) -> Fact:
    """Return the fact without a period carried over from an outlook, which was not over yet when it was told of."""
    carried = fact.basis == "actual" and fact.period and timing.is_reporting(fact.period)
    return replace(fact, period=None) if carried and fact.period and not periodarithmetic.is_over(fact.period, published) else fact


def expected(fact: Fact, published: str | None) -> Fact:
    """Return the revenue, profit and the like of a year, half or quarter that had hardly begun when it was told of as what was expected."""
    told = fact.period
    if fact.basis != "actual" or fact.measure not in WHOLE or told is None or not published or told.kind not in ("year", "half", "quarter"):
        return fact
    return replace(fact, basis="forecast") if told.end[:4].isdigit() and _before_half(told, published) else fact


def _before_half(told: Period, published: str) -> bool:
    """Whether a text was written before a year that it tells of was half over, or a quarter or half before it began."""
    return published[:7] < (f"{told.end[:4]}-07" if told.kind == "year" and told.start.endswith("-01-01") else told.start[:7])


def year_ahead(folded: str, context: Context) -> int | None:
    """Return the year of an outlook, in what it goes on to plan without naming it again: 全年資本開支約6.5億元,新廠計劃9月投產."""
    ahead = context.outlook or (context.period if context.forecast else None)
    return int(ahead.end[:4]) if ahead and ahead.end[:4].isdigit() and _PLANS.search(folded) else None


def is_past(fact: Fact, folded: str, published: str | None) -> bool:
    """Whether a forecast is of a year long over that its sentence does not name, so that it was carried over from what was told before."""
    told = fact.period
    if fact.basis != "forecast" or told is None or not published or not told.end[:4].isdigit():
        return False
    return int(told.end[:4]) < int(published[:4]) - 1 and told.end[:4] not in folded and told.start[:4] not in folded and told.kind in ("year", "half", "quarter", "month")
