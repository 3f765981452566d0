"""Sentence -> facts: subject, measure, period, value range, basis, and change against when.

Here is the entry, and what one sentence leaves to the next. Reading is done by `kb.figures`; what a figure
says is the business of `kb.aspects`, whose it is of `kb.ownership`, of when of `kb.timing`. A figure that
fits no rule yields no fact: a missing fact only costs a refusal, a wrong one costs trust.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kb import (
    aspects,
    figurelists,
    inturn,
    lazy,
    lookbacks,
    outlooks,
    ownership,
    partfigures,
    periodarithmetic,
    periodyears,
    timing,
    yearlists,
)
from kb.dating import COUNTED, MOMENTS
from kb.figures import Figures
from kb.measuring import Measuring
from kb.model import Fact, Period
from kb.names import Names
from kb.periods import PeriodMention
from kb.prepared import Clause, Context
from kb.roles import MeasureRoles
from kb.units import is_change, is_money

__all__ = ["Clause", "Context", "FactReader"]

_RESULTS = lazy.compile(r"业绩|财报|成绩单|年的?(?:[账帐](?:本|单)?(?![款户号务面上期])|答卷|成绩(?!最))|年报|季报|年度报告|季度报告|中期报告|报告期|预告|快报|(?<![管掌])财务(?!总监|长|主管|负责|部|官|顾问)|\b(?:results|earnings|forecast|guidance)\b")
_REPORTED = partfigures.WHOLE | COUNTED | {"data-center-revenue", "cloud-revenue"}
_OF_A_MONTH = lazy.compile(r"月(?:份)?(?:的)?[^,;。]{0,8}(?:成绩|数据|销量|交付|榜|营收|业绩|产销|出货|经营)|\b(?:sales|deliver|results|figures|shipments|output)")
# A look at the parts of a period: what follows is of the whole again.
_BY_PART = lazy.compile(r"(?:(?:分|按)(?:季度?|月度?|半年度?)[^,。]{0,3}[,:]|单看|单季|其中,?(?:(?:20\d\d|去|今)年)?(?:第?[一二三四]季|[上下]半年)|\bby quarter\b)")
_YEAR_BEFORE = lazy.compile(r"去年|上年|前年|(?:the )?(?:last|previous|prior) |a year ")
_SAME_TIME = lazy.compile(r"\b(?:same|corresponding|comparable) (?:period|quarter|half|month)s? (?:of|in) $")  # against $1.79 in the same period of 2025
_SAME_TIME_LAST_YEAR = lazy.compile(r"去年同[期季月]")
# Things were counted in a time, and compared with the year before: "treated 1.2m patients in the third quarter, up from 1.1m a year earlier".
_COUNTED_IN = lazy.compile(r"同比|按年|去年同期|上年同期|\b(?:a year (?:earlier|ago|before)|year-on-year|the same period)\b|\b(?:up|down|rose|fell|grew|climbed|slipped) (?:by )?[\d.]+ ?(?:%|per ?cent)")
_ON_RESULTS = lazy.compile(r"(?:盈利|业绩|利润|营收|收入|销售)(?:预[测期估]|指引|展望|目标)|\b(?:profit|earnings|revenue|sales)? ?(?:guidance|forecast|outlook)\b")
# What is planned for a year without telling its results.
_PLANNED = frozenset("capex store-openings project-investment capital-contribution layoffs capacity new-hires".split())
_LOOKS_AHEAD = lazy.compile(r"展望|(?:looking ahead|for (?:fiscal )?(?:20\d\d|the (?:current|new|coming|next|full) (?:fiscal )?year))\b")
_OF_A_LIFE = frozenset("age years-of-service salary bonus net-worth pay-rise prize-money donation jail-term layoffs new-hires".split())
_LATELY = 62  # days
_REPORTED_ON = 2  # years
_JUST_REPORTED = 100  # days
_CUMULATED = lazy.compile(r"累计|合计|\b(?:cumulative\w*|year-to-date|so far)\b")
_PROPOSED = frozenset(("dividend", "payout-ratio", "buyback"))  # what a board proposes beside results
# A market's size in a year, before what each of its makers sold: the figures that follow are of that year.
_WHOLE_MARKET = lazy.compile(r"\b(?:market|shipments|sales|registrations|deliveries)\b[^,;.\d]{0,24}(?:rose|fell|grew|shrank|reached|totall?ed|came to|expanded|contracted|slipped|climbed|jumped|was|were)\b|全(?:球|国|台|行业|市场|年)[^,;。\d]{0,16}(?:出货|销量|销售|挂牌|上牌|装机|产量|交付)")
_REGISTERED = lazy.compile(r"全(?:国|台|市场|行业)[^,;。\d]{0,16}(?:挂牌|领牌|上牌)(?=[约近逾]?\d)")
_ANNOUNCED = lazy.compile(r"预计|预告|预估|预测|指引|\b(?:expect\w*|forecast\w*|guidance|projected|outlook)\b")

# 公司解釋,第四季計提1.17億元減值: why the figures of the whole year are so, which what follows is of again.
_EXPLAINS = lazy.compile(r"[^,。;]{0,12}(?:解释|归因|归咎|主因|原因|(?:主要)?(?:由于|因为))|[^,.;]{0,40}\b(?:attributed|blamed|explained|because|due to)\b")


class FactReader:
    """Reads facts out of prepared sentences."""

    def __init__(self, names: Names, roles: MeasureRoles) -> None:
        """Take the names, and which measures are which (profit, profit without one-off items, …)."""
        self._names = names
        self._roles = roles
        self._measuring = Measuring(names, roles)
        self._owners = ownership.Owners(names)

    def read(self, sentence: int, text: Clause, context: Context) -> tuple[list[Fact], Context]:
        """Return the facts of a sentence and the context for the next one."""
        if not text.quantities:
            after, lined = _next(text, context), figurelists.lined((), text.spans, context.lined, self._names.entities)
            return [], replace(after, lined=lined) if lined or after.lined else after
        context = _of_this_year(text, context)
        figures = Figures(self._names, self._measuring, self._owners, self._roles, sentence, text, context)
        facts = outlooks.ahead(figures.all(), text.folded, text.published)
        told = frozenset((f.subject, f.measure) for f in facts if f.aspect == "value" and f.period and f.basis == "actual")
        return facts, replace(_next(text, context, facts), told=told, years=_years(facts), row=_row(text, facts) or context.row, first=inturn.first_told(facts, self._names.entities) or context.first, lined=figurelists.lined(facts, text.spans, context.lined, self._names.entities))


def _years(facts: Sequence[Fact]) -> tuple[Period, ...]:
    """The years, two and more in their order, that a sentence gives one measure of."""
    told: dict[tuple[str, str], dict[Period, None]] = {}
    for f in facts:
        if f.aspect == "value" and f.period and f.period.kind == "year" and f.basis == "actual":
            told.setdefault((f.subject, f.measure), {})[f.period] = None
    most = max(told.values(), key=len, default={})
    return tuple(sorted(most)) if len(most) > 1 else ()


def _row(text: Clause, facts: Sequence[Fact]) -> tuple[Period, ...]:
    """The full years in a row that a sentence gives figures of, each its own: those it names as one stretch, or gives one measure of."""
    years = yearlists.years_in_a_row(timing.usable(text.periods, text.folded), text.published) or _years(facts)
    running = all(int(b.start[:4]) == int(a.start[:4]) + 1 for a, b in pairwise(years))
    return years if running and len(text.quantities) >= len(years) else ()


def _of_this_year(text: Clause, context: Context) -> Context:
    """The context of a sentence that compares with last year: 較去年同期 is said of what is reported on, not of last year itself."""
    told, report = context.period, context.report
    later = told and report and told.kind == "year" and told.end < report.end
    return replace(context, period=report) if later and _SAME_TIME_LAST_YEAR.search(text.folded) else context


def _next(text: Clause, context: Context, facts: Sequence[Fact] = ()) -> Context:
    """What the next sentence inherits: the period of reported figures, and whether forecasts are spoken of.

    A year that only dates an episode of somebody's life is no period for the figures that follow.
    """
    planned_sizes = {f.quantity.unit for f in facts if f.measure not in COUNTED and context.counted.get(f.quantity.unit) in COUNTED}
    counted = {u: m for u, m in {**_market(text), **_counted(facts)}.items() if u not in planned_sizes}
    if counted:  # 設計年產能8萬輛 beside what was delivered: those who come next are told of by what they delivered
        context = replace(context, counted={**context.counted, **counted})
    named = timing.usable(text.periods, text.folded)
    looked_at = lookbacks.asides(text.folded, named, text.quantities, context.period)
    lasting = [
        p.period for p in named
        if p.start not in looked_at and not _SAME_TIME.search(text.folded, max(0, p.start - 48), p.start) and p.period.kind not in ("month", "as-of") and not timing.is_base(p, text.folded) and p.period.start[:1].isdigit()
        and not p.period.raw.endswith("内")  # 推出半年內: of what was launched only
    ]  # fmt: skip
    month = context.month or _its_month(named, facts)
    cumulated = month and lasting and _CUMULATED.search(text.folded) and all(_up_to(p, month) for p in lasting)
    context = replace(context, month=month) if cumulated else _with_month(text, context, named, lasting)
    if cumulated or (_BY_PART.match(text.folded) and context.period):
        return context  # 1至5月累計278.5GWh beside what was told of May: what follows is of May again
    announced = bool(_ANNOUNCED.search(text.folded) and _ANNOUNCED.search(aspects.own_words(text.folded)))
    announced = announced and not (facts and all(f.basis == "actual" for f in facts))
    announced = announced or (any(f.measure not in _PROPOSED for f in facts) and all(f.basis == "forecast" for f in facts))
    reported = bool(lasting and facts and _RESULTS.search(text.folded)) and all(f.measure in _PLANNED for f in facts) and all(periodarithmetic.is_over(p, text.published) for p in lasting)
    announced = announced and not reported  # what will be spent, told beside the results of the year that is over
    if not lasting or (context.period and not facts and _EXPLAINS.match(text.folded)):  # 公司解釋,是因為驗收排到了2026年上半年: what follows is of what is explained
        return _without_times(context, facts, announced=context.forecast if lasting else announced)
    context = _with_quarter(context, lasting, text.published) if announced else context
    over = lasting if announced else _over(lasting, facts, text)
    unfinished, lasting = len(over) < len(lasting), over
    if not lasting or (unfinished and all(_YEAR_BEFORE.match(p.raw) and all(f.period != p for f in facts) for p in lasting)):  # 今年營收將低於去年
        return replace(context, forecast=False)
    results = bool(_RESULTS.search(text.folded)) or (
        any(s.kind == "measure" and s.ids[0] in _REPORTED for s in text.spans) and not _long_ago(lasting, facts, text.published)
    )
    told = any(f.period in lasting and f.basis == "actual" and f.measure not in MOMENTS and f.measure not in _OF_A_LIFE for f in facts)
    results = results or (told and not announced) or (not announced and bool(_COUNTED_IN.search(text.folded))) or bool(_WHOLE_MARKET.search(text.folded) and any(q.unit and not is_change(q.unit) for q in text.quantities))
    results = results or (context.period is None and not announced and _reports_on(lasting, text))
    beyond = context.period and all(p.end > context.period.end for p in lasting)
    if not results and _goes_on(context, lasting, facts):
        outlook = lasting[-1] if announced and not facts and _gives_none(text, context, lasting) else context.outlook
        return replace(context, forecast=announced and context.period in lasting, outlook=outlook)
    if announced and not facts and beyond and _LOOKS_AHEAD.match(text.folded):
        return replace(context, period=None, forecast=False, outlook=lasting[-1])  # 展望2026年,管理層的指引為…: what follows may be of it
    planned = any(f.basis == "forecast" for f in facts) and not reported
    if ((announced and (facts or beyond)) or planned) and all(f.measure in _PLANNED for f in facts):
        return context  # 2026年資本支出預算為12億元: a plan beside the results, which go on
    report = context.report
    if _RESULTS.search(text.folded) and not announced:
        report = max(lasting, key=lambda p: (p.end[:4], p.kind in ("year", "half"), p.end, p.kind == "year"))
    elif told and not report and any(f.measure in partfigures.WHOLE and f.period in lasting for f in facts):
        report = max(lasting, key=lambda p: p.end)
    quarters = [p for p in lasting if p.kind == "quarter"]
    if quarters and (told or _RESULTS.search(text.folded)) and not announced:
        told_before = [context.quarter] if context.quarter and not _RESULTS.search(text.folded) else []
        context = replace(context, quarter=max([*quarters, *told_before], key=lambda p: p.end))
    looked_at_only = _beside_what_is_expected if announced else _looked_at
    if context.period and (looked_at_only(lasting, facts, context) or (not announced and _EXPLAINS.match(text.folded) and _inside(lasting, context.period))):
        return replace(context, forecast=announced)
    period = _leading_on(lasting, facts, announced=announced) if results else None
    later = context.period and period and period.end > context.period.end and not context.forecast
    if announced and period and (later or (context.outlook and not context.period)):
        # An outlook: what follows may be either's.
        return replace(context, period=None, forecast=False, outlook=period, report=report)
    return replace(context, period=period, forecast=announced, outlook=None, report=report)


def _without_times(context: Context, facts: Sequence[Fact], *, announced: bool) -> Context:
    """The context behind a sentence that names no time; behind an outlook, figures of what is reported on lead back to it."""
    again = {f.period for f in facts} if context.outlook and not context.period else set()
    if len(again) == 1 and not announced and again <= {context.report, context.quarter}:
        return replace(context, period=facts[0].period, forecast=False, outlook=None)
    return replace(context, forecast=announced) if context.forecast != announced else context


def _with_quarter(context: Context, lasting: Sequence[Period], published: str | None) -> Context:
    """The context with the quarter that an outlook is told beside: added 214,000 customers in the first quarter and raised its full-year forecast."""
    over = [p for p in lasting if p.kind == "quarter" and periodarithmetic.is_over(p, published)]
    told = over and not context.quarter and any(p.end > over[-1].end for p in lasting)
    return replace(context, quarter=over[-1]) if told else context


def _gives_none(text: Clause, context: Context, lasting: Sequence[Period]) -> bool:
    """Whether a sentence speaks of a forecast without giving one, so that what is expected next is of that time: 公司沒有給出2026年的盈利預測."""
    spoken = context.period
    return not text.quantities and spoken is not None and spoken.kind == lasting[-1].kind and spoken.end < lasting[-1].end and bool(_ON_RESULTS.search(text.folded))


def _looked_at(lasting: Sequence[Period], facts: Sequence[Fact], context: Context) -> bool:
    """Whether a sentence only looks at other times than the one spoken of, which what follows is of again.

    經調整淨虧損為0.6億元,2024年則為2.9億元; 同店銷售成長4.9%,第四季則下滑1.3%; or, told of the year before alone what was
    just told of the year: 2024年經調整淨利為8.9億元.
    """
    spoken = context.period
    if spoken is None:
        return False
    earlier = max(p.end for p in lasting) < spoken.end
    if earlier and len({p.start for p in lasting}) > 1:  # 2022年營收6.9億元,2023年6.1億元 beside a forecast for 2025
        return True
    last = max(p.end for p in lasting)[:4]
    if earlier and not facts and last.isdigit() and spoken.end[:4].isdigit() and int(spoken.end[:4]) - int(last) > _REPORTED_ON:
        return True  # 2009年創辦公司,2017年轉向數通市場: without figures of them
    inside = _inside(lasting, spoken)
    first = facts[0].period if facts else None
    if (earlier and any(f.period == spoken for f in facts)) or (inside and first == spoken and not context.forecast):
        return True
    before = periodarithmetic.year_before(spoken)
    again = bool(facts) and all(f.aspect == "value" and (f.subject, f.measure) in context.told and f.period and (f.period.start, f.period.end) == (before.start, before.end) for f in facts)
    return again and not context.forecast


def _beside_what_is_expected(lasting: Sequence[Period], facts: Sequence[Fact], context: Context) -> bool:
    """Whether a sentence gives what is expected of the time spoken of, and names the time before only for what came of that: 預計淨虧損0.8億元,2024年虧損2.1億元."""
    spoken = context.period
    expected = spoken is not None and any(f.basis == "forecast" and f.period == spoken for f in facts)
    return expected and spoken is not None and all(p.end < spoken.start for p in lasting) and any(f.basis == "actual" and f.period in lasting for f in facts)


def _inside(lasting: Sequence[Period], spoken: Period) -> bool:
    """Whether times are parts of the one spoken of."""
    return spoken.kind in ("year", "half") and all(spoken.start <= p.start and p.end <= spoken.end and p.kind in ("quarter", "half") for p in lasting)


def _leading_on(lasting: Sequence[Period], facts: Sequence[Fact], *, announced: bool) -> Period:
    """The one of several periods that what follows is of: the last, or what is expected of."""
    if not announced:
        told = {f.period for f in facts}
        return max(lasting, key=lambda p: (p.end, p in told))
    ahead = [p for p in lasting if not _YEAR_BEFORE.match(p.raw)] or lasting  # 全年目標270億元,去年為290億元
    expected = {f.period for f in facts if f.basis == "forecast"}
    return ([p for p in ahead if p in expected] or ahead)[-1]  # £465m for the year to March, against £398m in 2024-25


def _with_month(text: Clause, context: Context, named: Sequence[PeriodMention], lasting: Sequence[Period]) -> Context:
    """The context with the one month that a sentence tells the results of, without one where it names longer times."""
    months = {p.period for p in named if p.period.kind == "month" and p.period.start[:1].isdigit()}
    of_it = context.period is None and _tells_of_a_flow(text) and any(_just_over(m, text.published) for m in months)
    if not (lasting or of_it or _OF_A_MONTH.search(text.folded)):
        return context
    return replace(context, month=months.pop() if len(months) == 1 and not lasting else None)


def _its_month(named: Sequence[PeriodMention], facts: Sequence[Fact]) -> Period | None:
    """The one month that a sentence gives figures of."""
    months = {p.period for p in named if p.period.kind == "month" and p.period.start[:1].isdigit()} & {f.period for f in facts if f.aspect == "value" and f.basis == "actual"}
    return months.pop() if len(months) == 1 else None


def _up_to(period: Period, month: Period) -> bool:
    """Whether a period is the part of a year that ends with a month."""
    return period.end == month.end and period.start[5:] == "01-01" and period.start[:4] == month.start[:4]


def _just_over(month: Period, published: str | None) -> bool:
    """Whether a month was one of the last two or three when it was written of."""
    told, end = periodyears.day_of(published), periodyears.day_of(month.end)
    return told is not None and end is not None and 0 <= (told - end).days <= _LATELY


def _tells_of_a_flow(text: Clause) -> bool:
    """Whether a sentence gives figures of what is counted or earned in a time."""
    return any(s.kind == "measure" and s.ids[0] in _REPORTED for s in text.spans) and any(q.unit and not is_change(q.unit) for q in text.quantities)


def _told_of(lasting: list[Period], facts: Sequence[Fact]) -> list[Period]:
    """The periods of a sentence without those that it only aims at: 全年1180萬畝,2026年目標1800萬畝."""
    aimed = {f.period for f in facts if f.basis == "forecast"} - {f.period for f in facts if f.basis == "actual"}
    return [p for p in lasting if p not in aimed] or lasting


def _over(lasting: list[Period], facts: Sequence[Fact], text: Clause) -> list[Period]:
    """The periods of a sentence without those that had not ended when it was written, but for what it tells of them so far.

    計劃2028年做到20%, 下半年還會開店: no time of what is told next.
    """
    if facts and _ANNOUNCED.search(text.folded):  # cut its full-year forecast after first-half sales fell 4%
        last = max((f.period.end for f in facts if f.period), default="9")
        lasting = [p for p in lasting if p.end <= last] or lasting
    told = {f.period for f in facts if f.basis == "actual"}
    return [p for p in _told_of(lasting, facts) if p in told or periodarithmetic.is_over(p, text.published)]


def _reports_on(lasting: Sequence[Period], text: Clause) -> bool:
    """Whether a sentence counts something in a quarter, half or year that was just over: added 47,000 lines in the first quarter."""
    told = periodyears.day_of(text.published)
    ended = [periodyears.day_of(p.end) for p in lasting]
    counted = any(q.unit and not is_change(q.unit) and not is_money(q.unit) and q.unit not in ("年", "月", "日", "年", "個月") for q in text.quantities)
    return counted and told is not None and all(d is not None and 0 <= (told - d).days <= _JUST_REPORTED for d in ended) and all(p.kind in ("quarter", "half", "nine-months", "year") for p in lasting)


def _long_ago(lasting: Sequence[Period], facts: Sequence[Fact], published: str | None) -> bool:
    """Whether a sentence only tells of years that nobody reports on any more, without figures of them: 2016年創辦公司,後者主抓銷售."""
    told = periodyears.day_of(published)
    return told is not None and all(p.end[:4].isdigit() and int(p.end[:4]) < told.year - _REPORTED_ON for p in lasting) and not any(f.period in lasting for f in facts)


def _goes_on(context: Context, lasting: Sequence[Period], facts: Sequence[Fact]) -> bool:
    """Whether a sentence without results leaves the period spoken of as it was.

    It names that period again, 全年淨增173家, or only what is still to come: 公司預計2027年獲批上市.
    """
    told = context.period
    if told is None:
        return False
    again = any((p.start, p.end) == (told.start, told.end) for p in lasting)
    to_come = not context.forecast and all(p.end > told.end for p in lasting) and not any(f.period in lasting and (f.basis == "actual" or f.measure in _REPORTED) for f in facts)
    return again or to_come


def _market(text: Clause) -> dict[str, str]:
    """What a whole market counts in each unit, where one measure is named: those of its makers come next, without it."""
    named = {s.ids[0] for s in text.spans if s.kind == "measure" and s.ids[0] in COUNTED} if _WHOLE_MARKET.search(text.folded) else set()
    if _REGISTERED.search(text.folded):
        named.add("sales-volume")
    units = {q.unit for q in text.quantities if not is_money(q.unit) and not is_change(q.unit)}
    return dict.fromkeys(units, named.pop()) if len(named) == 1 else {}


def _counted(facts: Sequence[Fact]) -> dict[str, str]:
    """The measure that a sentence tells of in each unit that things are counted in, where it is one."""
    out: dict[str, str] = {}
    for fact in facts:
        unit = fact.quantity.unit
        if fact.aspect == "value" and not is_money(unit) and not is_change(unit):
            out[unit] = fact.measure if out.get(unit, fact.measure) == fact.measure else ""
    return out
