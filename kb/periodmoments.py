"""When a price, a count or a deal was that is of a moment: the day or month told with it, or the end of what is reported on.

Patterns are matched against folded text. Leaves out times of what lasts (`kb.dating`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kb import lazy, periodarithmetic, periodyears, timing
from kb.model import Period, Quantity
from kb.periods import PeriodMention

PRICES = frozenset("share-price opening-price market-cap share-price-change trading-value turnover-rate concurrent-users".split())
DEALS = frozenset("valuation funding-amount funds-raised penalty compensation-paid upfront-payment milestone-payments deal-total acquisition-price license-fee issue-price".split())
_OF_A_LISTING = frozenset("funds-raised issue-price lottery-rate subscription-multiple".split())
_LISTED = lazy.compile(r",?[^,;。\d]{0,24}(?:上市(?!公司|企业|以来|申请|辅导)|挂牌|登陆)")
_BALANCE = frozenset(("total-assets", "net-assets"))
_THEN = lazy.compile(r"[彼当那]时|曾|一度")
_AT_THE_END = lazy.compile(r"期末|[季年][末底](?![前将拟预可])")
_BEGAN = lazy.compile(
    r"[由从自较比](?:年初|(?:[去上]年|20\d\d年)(?:\d{1,2}月)?[底末]|\d{1,2}月[底末])(?:的)?"
    r"(?:[^,;。\d]{0,4}\d[^,;。]{0,14}[至到为]|[升降增减涨跌提回下上扩缩][^,;。\d]{0,8})[约近逾]?\s*$"
)
_BEFORE_THAT = lazy.compile(r"[上前去昨][季年][末底]|(?:上|前)[期季年]末|[初由从较比自][^,;。]{0,3}[期季年][末底]")
# Another day is told nearer to the figure, or how a price moved over more than a day.
_OTHERWISE = lazy.compile(r"昨|今[日天早晚]|[次翌隔后][日天]|前一|[周一二两三四五六七数几多][日天](?!报)|周[一二三四五六日]|星期|其?后(?![复])|随[后即]|目前|最新|现[价报时]|至今|累[计积]|今年|年[内初来]|以来|过去|近|一周|全周|当月|上月|\b(?:since|next|later|now|week|month|year|so far)\b")
_SINCE = lazy.compile(r"(?:自从?|较|比|距|截?至|\bsince|\bfrom|\bthan)\s*$")
_FIRST_DAY = lazy.compile(r"首日|首个交易日|上市当[日天]|挂牌当[日天]|\b(?:on its debut|first day of trading|first trading day)\b")
_SAID_DAY = r"(?P<day>昨|今(?=[日天早]))(?:[日天晚收早夜])?|(?P<last>上)?(?:本)?(?<!下)(?:周|星期)(?P<zh>[一二三四五])|(?<!last )(?<!next )\b(?P<en>mon|tues|wednes|thurs|fri)day\b(?!')|(?<![\d月至到第])(?P<nth>3[01]|[12]\d|[1-9])日(?![均内线移涨跌游间元])"
_SAID = lazy.compile(_SAID_DAY)
_SAID_BEHIND = lazy.compile(rf"(?:,? (?:to|at) [^\d,;. ]{{0,4}}[\d.,]+[a-z]?)?[^;.,\d]{{0,60}}?\bon (?:{_SAID_DAY})")
_DAYS_AGO = {"昨": 1, "今": 0}
_WEEKDAYS = dict(zip("一二三四五", range(5), strict=True)) | dict(zip(("mon", "tues", "wednes", "thurs", "fri"), range(5), strict=True))
_DATED = 10  # characters of a whole date
_STRANGER = lazy.compile(r"\s*(?!(?:该|本|这家)?(?:公司|集团|企业|机构|团队)|[其而另并至随此同首前上今去昨])(?:(?![于在的旗])[\u3400-\u9fff]){2,6}")
_LAST_MONTH = lazy.compile(r"上个?月(?![底末初])(?=[^,;。\d]{0,12}(?:完成|宣布|获|融|拿))")
_CLOSED = lazy.compile(r"(?:宣布|宣告|公布|对外)[^,;。]{0,6}(?:完成|获得|获)")
_PLANNED = lazy.compile(r"拟|计划|将|预[计期]|最多|不超过|\b(?:plans?|seek\w*|hopes?|aims?|up to|will)\b")
_ON = lazy.compile(r"\s*(?:on )?(?:(?:mon|tues|wednes|thurs|fri)day,? )?(?:on )?")
_A_PRICE = lazy.compile(r"开盘|收[报盘市于]|报收|盘中|换手|成交|市值|\b(?:opened|closed|closing)\b")
_FRESH = timedelta(days=3)  # after the first day on the market, in which what is told of prices is of it


def day_of_price(folded: str, mentions: Sequence[PeriodMention], quantity: Quantity, begin: int, following: int, published: str | None) -> Period | None:
    """Return the day that a part of a sentence, from `begin` on, tells of a price, as a date it is true at: 4月10日大漲15.8%; None where it tells of none."""
    days = [m for m in mentions if m.period.kind == "day" and m.period.start[:4].isdigit() and m.period.start <= (published or "9999") and not _SINCE.search(folded, 0, m.start)]
    for mention in days:
        if quantity.end <= mention.start < following and _ON.fullmatch(folded, quantity.end, mention.start):
            return _as_of(mention.period)
    before = [m for m in days if begin <= m.start and m.end <= quantity.start]
    if not before or _OTHERWISE.search(folded, before[-1].end, quantity.start):
        return _day_said(folded, quantity, begin, published)
    return _as_of(before[-1].period)


def _day_said(folded: str, quantity: Quantity, begin: int, published: str | None) -> Period | None:
    """A day that is told from the day of publication: 昨日, 周四, "on Tuesday"."""
    told = periodyears.day_of(published) if published and len(published) >= _DATED else None
    if told is None:
        return None
    said = max(_SAID.finditer(folded, begin, quantity.start), key=lambda m: m.end(), default=None)
    if said is None:
        said = _SAID_BEHIND.match(folded, quantity.end)
    elif _OTHERWISE.search(folded, said.end(), quantity.start):
        return None
    if said is None:
        return None
    day = _said_on(said, told)
    return Period(day.isoformat(), day.isoformat(), "as-of", said.group()) if day else None


def _said_on(said: re.Match[str], told: date) -> date | None:
    """The day meant by 昨日, 周四, "Tuesday" or 9日 in an article of the day `told`: the last such day."""
    if said["day"]:
        return told - timedelta(days=_DAYS_AGO[said["day"]])
    if said["nth"]:
        first = told if int(said["nth"]) <= told.day else told.replace(day=1) - timedelta(days=1)
        return first.replace(day=int(said["nth"])) if int(said["nth"]) <= monthrange(first.year, first.month)[1] else None
    weekday = _WEEKDAYS[said["zh"] or said["en"]]
    monday = told - timedelta(days=told.weekday())
    return monday + timedelta(days=weekday - (7 if said["last"] or weekday > told.weekday() else 0))


def first_day(measure: str, folded: str, quantity: Quantity, begin: int, listed: Period | None, published: str | None) -> Period | None:
    """Return the first day on the market where a price is told as of it, or soon after it without another day; so what the shares brought in."""
    if listed is None or (measure not in PRICES and measure not in _OF_A_LISTING):
        return None
    words = folded[begin : quantity.end]
    told, last = periodyears.day_of(published), periodyears.day_of(listed.end)
    fresh = told is not None and last is not None and last <= told <= last + _FRESH and bool(measure in _OF_A_LISTING or _A_PRICE.search(words)) and not _OTHERWISE.search(words)
    return _as_of(listed) if fresh or _FIRST_DAY.search(words) else None


def of_deal(measure: str, folded: str, mentions: Sequence[PeriodMention], quantity: Quantity, begin: int, published: str | None) -> Period | None:
    """Return the month or day that a part of a sentence tells a deal was done in: 今年1月完成的B輪達1億元,投後估值6億元; None where it tells of none."""
    done = [
        m for m in mentions
        if begin <= m.start and m.end <= quantity.start and m.period.kind in ("month", "day", "as-of") and m.period.start[:4].isdigit()
        and not _SINCE.search(folded, 0, m.start)
        and ((measure in _OF_A_LISTING and _LISTED.match(folded, m.end)) or bool(timing.usable([m], folded)) or m.period.kind == "day")
    ]  # fmt: skip
    if _PLANNED.search(folded, done[0].end if done else begin, quantity.start):
        return None
    if done:
        return _held(measure, done[-1].period) if len(done) == 1 else None
    if last := _LAST_MONTH.search(folded, begin, quantity.start):
        told = periodyears.day_of(published)
        end = told.replace(day=1) - timedelta(days=1) if told else None
        return _held(measure, Period(end.replace(day=1).isoformat(), end.isoformat(), "month", last.group())) if end else None
    return _day_said(folded, quantity, begin, published) if _CLOSED.search(folded, begin, quantity.end) else None


def of_a_stranger(unnamed: str, mentions: Sequence[PeriodMention], quantity: Quantity, begin: int) -> bool:
    """Return whether a later part of a sentence begins with somebody whose name nobody knows: 甲6月融資8億元,估值70億元;乙宇航9月拿到15億元.

    `unnamed` is the folded text with the names that are known blanked out.
    """
    first = next((m for m in mentions if begin <= m.start and m.end <= quantity.start), None)
    return bool(begin and first and first.period.kind in ("month", "day") and _STRANGER.fullmatch(unnamed, begin, first.start))


def at_the_end(  # noqa: PLR0913 - what may tell of an end has this many parts
    measure: str, folded: str, mentions: Sequence[PeriodMention], quantity: Quantity, begin: int, told: Period | None, report: Period | None, published: str | None
) -> Period | None:
    """Return the last day of what is reported on for a count at its end, 期末員工7,315人, and for what a firm owns and owes.

    `told` is the last time of the sentence before the figure, or what was spoken of before; `report` what results were announced for.
    """
    words = folded[begin : quantity.start]
    ended = (_AT_THE_END.search(words) and not _BEFORE_THAT.search(words) and not _PLANNED.search(words)) or since_it_began(folded, quantity, begin)
    if not ended and (measure not in _BALANCE or not report or _THEN.search(words)):
        return None
    over = next((p for p in ((report,) if _BEGAN.search(words) else (told, report)) if p and p.kind in ("year", "half", "quarter", "nine-months") and p.end[:4].isdigit() and periodarithmetic.is_over(p, published)), None)
    came_from = [m.period.end for m in mentions if begin <= m.start < quantity.start and m.period.kind in ("as-of", "month")]
    return Period(over.end, over.end, "as-of", over.raw) if over and max(came_from, default="") < over.end else None


def since_it_began(folded: str, quantity: Quantity, begin: int) -> bool:
    """Return whether a figure is what became of the one that the year began with: 存貨由年初的4億元升至7億元, 較去年底增加8%."""
    return bool(_BEGAN.search(folded, begin, quantity.start))


def _held(measure: str, period: Period) -> Period:
    """A month as when something was worth so much."""
    return replace(period, kind="as-of") if measure == "valuation" else period


def _as_of(period: Period) -> Period:
    return Period(period.start, period.end, "as-of", period.raw)
