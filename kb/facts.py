"""Sentence -> facts: subject, measure, period, value range, basis, and change against when.

One pass from left to right keeps what is being spoken of (subject, measure, period) and reads every
quantity against it. What a quantity means is decided by an ordered list of small rules over the words
just before it; the first that applies wins. A quantity that fits no rule yields no fact: a missing fact
only costs a refusal, a wrong one costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.model import Fact, Period, Quantity
from kb.names import Names, Span
from kb.periods import PeriodMention
from kb.vocabulary import Measure

# All patterns are matched against folded text (Simplified, half-width, lower case).
_PRIOR = re.compile(r"(?:上年同期|去年同期|上年|前一年同期|(?:a|one) year earlier|(?:the )?(?:same period|year) (?:of )?(?:last year|before)"
                    r"|prior[- ]year)")  # fmt: skip
_AGAINST = re.compile(r"(?:相比|比较|较|比|than|from|compared (?:with|to)|versus|vs\.?|over)\s*(?:the\s+)?$")
_QUARTERLY = re.compile(r"环比|按季|季增|季减|quarter[- ](?:on|over)[- ]quarter|qoq|sequentially")
_NARROW = re.compile(
    r"减亏|(?:亏损|净亏)[^,;。]{0,12}?(?:缩小|收窄|减少|缩窄|下降|降低|收缩)|缩亏|收窄|loss(?:es)?\b[^,;.]{0,40}?(?:narrow|shrink|shrank|reduc|decreas|cut)"
    r"|narrow(?:ed|ing|s|er)?\b|shrank|shr[iu]nk"
)
_WIDEN = re.compile(r"(?:亏损|净亏)[^,;。]{0,10}?(?:扩大|增加|加大)|loss(?:es)?\b[^,;.]{0,30}?(?:widen|expand|grew|deepen)")
_DOWN = re.compile(
    r"下降|减少|下滑|衰退|下跌|年减|季减|降低|缩水|锐减|跌|降|\b(?:down|fell|fall(?:ing|s|en)?|declin\w*|decreas\w*|drop\w*|lower|slid|contract\w*|shr[aiu]nk\w*)\b"
)
_UP = re.compile(
    r"增长|增加|成长|多出|多了|高出|上升|提升|上涨|年增|季增|增幅|增速|涨幅|增长率|成长率|增|升|涨|\b(?:up|rose|ris(?:e|es|ing|en)|grow\w*|grew|increas\w*|climb\w*|jump\w*|surg\w*|gain\w*|higher|growth|soar\w*)\b"
)
_CAGR = re.compile(r"复合(?:年)?(?:均)?(?:增长|成长)率|年均复合|\bcagr\b|compound(?:ed)? annual")
_SHARE = re.compile(r"占(?:比|[^,;。]{0,16})?$|占|account\w* for|\bshare of\b|contribut\w*|made up|represent\w*")
_LOSS = re.compile(r"亏损|净亏|亏|赤字|\bloss(?:es)?\b|in the red|\bnegative\b")
_PROFIT_TURN = re.compile(r"扭亏为盈|转亏为盈|转盈|swing to (?:a )?profit|turn\w* profitable")
_FORECAST = re.compile(
    r"预计|预期|预告|预估|预测|料|有望|将(?:达|为|增|实现|会)|指引|\b(?:expect\w*|forecast\w*|guidance|estimat\w*|project(?:s|ed)|preview|outlook|will)\b"
)
_RESPECTIVELY = re.compile(r"分别|依次|respectively")
_CURRENCY_AGAIN = re.compile(r"^[(,,]?\s*(?:约合|合|折合|相当于|or|about|equivalent to|equal to|around)\s*(?:人民币)?\s*$")
_NOT_OWN = re.compile(r"合计|四家|总市值|combined|together|同业|其他|行业|其它|peers?|industry|整体|平均")
_KF = re.compile(r"扣非|扣除非经常性损益|非经常性损益|excluding non-?recurring|after (?:deducting|non-?recurring)|excl\. non-?recurring")
_BOUNDARY = re.compile(r"[。!?;]")

_SUBJECT_KINDS = ("company", "product", "person", "institution", "place")
_PROFITS = {"net-profit", "attributable-net-profit", "adjusted-net-profit", "operating-profit", "gross-profit"}
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour minute second".split())
_UNITS = {
    # A bare scale ("14.5億") counts as money where the measure is money.
    "money": lambda u: u == "" or (len(u) == 3 and u.isupper() and u.isalpha() and u not in ("GWH", "KWH")),
    "percent": lambda u: u in ("%", "pp", "bp"),
    "times": lambda u: u in ("x", "倍"),
    "duration": lambda u: u in _DURATIONS,
}
_PHYSICAL = frozenset("公里 公斤 公克 噸 米 公尺 公分 毫米 奈米 平方米 度 瓦 千瓦 兆瓦 伏 安".split())


@dataclass(frozen=True, slots=True)
class Context:
    """What is spoken of when a sentence begins, carried over from the one before."""

    subjects: tuple[str, ...] = ()  # at most one of each kind
    period: Period | None = None
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence prepared for reading: its folded text, what was found in it, and its clauses."""

    folded: str
    spans: Sequence[Span]
    quantities: Sequence[Quantity]
    periods: Sequence[PeriodMention]
    clauses: Sequence[tuple[int, int]]


class FactReader:
    """Reads facts out of prepared sentences."""

    def __init__(self, names: Names, roles: MeasureRoles) -> None:
        """Take the names, and which measures are which (profit, profit without one-off items, …)."""
        self._names = names
        self._roles = roles

    def read(self, sentence: int, text: Clause, context: Context) -> tuple[list[Fact], Context]:
        """Return the facts of a sentence and the context for the next one."""
        measures = self._measure_spans(text)
        facts: list[Fact] = []
        taken: set[int] = set()
        for group in self._respective(text, measures, context):
            for i, subject, measure, period in group:
                taken.add(i)
                facts.append(self._fact(sentence, text, text.quantities[i], subject, measure, "value", period, context))
        previous: Fact | None = None
        for i, quantity in enumerate(text.quantities):
            if i in taken:
                previous = next(f for f in facts if f.quantity is quantity or f.quantity.start == quantity.start)
                continue
            fact = self._read_one(sentence, text, i, measures, context, previous)
            if fact:
                facts.append(fact)
                previous = fact
        return sorted(facts, key=lambda f: f.quantity.start), self._next(text, context)

    # ------------------------------------------------------------ one quantity
    def _read_one(
        self,
        sentence: int,
        text: Clause,
        i: int,
        measures: Sequence[tuple[int, int, str]],
        context: Context,
        previous: Fact | None,
    ) -> Fact | None:
        quantity = text.quantities[i]
        begin = self._window_start(text, i)
        window = text.folded[begin:quantity.start]
        if _NOT_OWN.search(window[max(window.rfind(","), window.rfind(";")) + 1:]):
            return None
        if re.match(r"的(?!增|成长|涨|降|跌|减|同比|速|幅|净|营|收)", text.folded[quantity.end:quantity.end + 4]):
            return None  # 約9%的料號: a part of something, not a figure of the measure
        measure = self._measure(text, i, measures, begin, previous)
        aspect = self._aspect(text, quantity, window)
        if measure is None and aspect != "value" and previous:
            measure = previous.measure
        if measure is None and _LOSS.search(window) and _UNITS["money"](quantity.unit):
            measure = previous.measure if previous and previous.measure in self._roles.profits else "net-profit"
        if aspect.startswith(("narrowing", "widening")) and measure not in self._roles.profits:
            return None
        if measure is None or (aspect == "value" and not self._fits(measure, quantity.unit)):
            return None
        if aspect == "value" and _UNITS["money"](quantity.unit) and _SHARE.search(window):
            return None
        subject = self._subject(text, quantity.start, context, measure)
        if subject is None:
            return None
        known = self._names.measures.get(measure)
        flows = known is None or known.change or known.unit == "money"
        period = self._period(text, quantity, begin, context if flows else replace(context, period=None))
        if previous and previous.measure == measure and period is None:
            period = previous.period
        behind = text.folded[quantity.end:quantity.end + 24].split(",")[0]
        if aspect == "value" and re.search(r"[比较](?:上年|去年|前一年)", window) and not _LOSS.search(window):
            return None  # 比上年同期…: a difference this reader cannot name
        from_before = bool(previous and previous.measure == measure and re.fullmatch(r"\s*from\s*", window))
        if (_PRIOR.search(window) or _PRIOR.search(behind) or from_before) and aspect == "value" and period:
            period = _year_before(period)
            return self._fact(sentence, text, quantity, subject, measure, aspect, period, replace(context, forecast=False))
        return self._fact(sentence, text, quantity, subject, measure, aspect, period, context)

    def _fact(
        self,
        sentence: int,
        text: Clause,
        quantity: Quantity,
        subject: str,
        measure: str,
        aspect: str,
        period: Period | None,
        context: Context,
    ) -> Fact:
        window = text.folded[self._clause_start(text, quantity.start):quantity.start]
        loss = measure in self._roles.profits and aspect == "value" and _LOSS.search(window)
        if loss and not (quantity.lo is not None and quantity.lo < 0):
            quantity = replace(quantity, lo=_negative(quantity.hi), hi=_negative(quantity.lo))
        forecast = _FORECAST.search(text.folded[: quantity.start]) or context.forecast
        prior = _PRIOR.search(window) and aspect == "value"
        start, end = self._clause(text, quantity)
        basis = "forecast" if forecast and not prior else "actual"
        return Fact(subject, measure, aspect, period, quantity, basis, sentence, start, end)

    def _aspect(self, text: Clause, quantity: Quantity, window: str) -> str:
        """What the quantity says of its measure, by the words before it in its own clause (or just after)."""
        clause = window[max(window.rfind(","), window.rfind(";"), window.rfind("。")) + 1:]
        near = clause if clause.strip() else window
        after = text.folded[quantity.end:quantity.end + 14]
        change = quantity.unit in ("%", "x", "倍", "pp", "bp") or _UNITS["money"](quantity.unit)
        if not change:
            return "value"
        suffix = "-qoq" if _QUARTERLY.search(near) or _QUARTERLY.search(after) else ""
        if _CAGR.search(near):
            return "cagr"
        if _to_value(near):  # 增至, narrowed to: the value itself
            return "value"
        if _NARROW.search(near) or _NARROW.match(after.lstrip(" 的")):
            return "narrowing" + suffix
        if _WIDEN.search(near):
            return "widening" + suffix
        percent = quantity.unit in ("%", "x", "倍")
        down, up = _last(_DOWN, near), _last(_UP, near)
        if percent and down < 0 and up < 0 and re.match(r"\s*的?(?:同比|年)?(?:增长|增幅|增速|growth|increase|rise)", after):
            return "growth" + suffix
        if down < 0 and up < 0:
            return "value"
        if down > up:
            return ("decline" if percent else "decrease") + suffix
        return ("growth" if percent else "increase") + suffix

    # ------------------------------------------------------------ what it speaks of
    def _measure_spans(self, text: Clause) -> list[tuple[int, int, str]]:
        """The measures named, with net profit read as the adjusted one where one-off items are excluded."""
        found = [(s.start, s.end, self._base(s.ids[0])) for s in text.spans if s.kind == "measure"]
        out: list[tuple[int, int, str]] = []
        for start, end, measure in found:
            around = text.folded[max(0, start - 14):start] + " " + text.folded[end:end + 14]
            around_left = re.split(r"[,;。]", text.folded[max(0, start - 24):start])[-1]
            around_right = re.split(r"[,;。0-9]", text.folded[end:end + 34])[0]
            if measure in self._roles.net_profits and (_KF.search(around_left) or _KF.search(around_right)):
                measure = self._roles.adjusted
            if around and out and out[-1][2] == self._roles.adjusted and measure in self._roles.net_profits and (
                start - out[-1][1] <= 6
            ):
                out[-1] = (out[-1][0], end, self._roles.adjusted)
                continue
            if measure in self._roles.net_profits and out and out[-1][2] in self._roles.profits and _LOSS.match(
                text.folded[start:end]
            ):
                measure = out[-1][2]  # 歸母淨利潤…,虧損減少…: the same profit, called a loss
            out.append((start, end, measure))
        return out

    def _base(self, measure: str) -> str:
        """The measure a growth rate is of: "revenue-growth" and "revenue-cagr" speak of revenue."""
        base = measure.removesuffix("-growth").removesuffix("-cagr")
        return base if base in self._names.measures else measure

    def _measure(
        self,
        text: Clause,
        i: int,
        measures: Sequence[tuple[int, int, str]],
        begin: int,
        previous: Fact | None,
    ) -> str | None:
        quantity = text.quantities[i]
        adjacent = [m for m in measures if 0 <= m[0] - quantity.end <= 2 and self._fits(m[2], quantity.unit)
                    and not text.folded[quantity.end:m[0]].strip(" 的")]
        if adjacent and not _UNITS["money"](quantity.unit):
            return adjacent[0][2]  # 290家客戶: counted things stand after their number
        before = [m for m in measures if m[1] <= quantity.start and m[0] >= begin]
        clause = self._clause_start(text, quantity.start)
        fitting = [m for m in before if m[0] >= clause and self._fits(m[2], quantity.unit)]
        if fitting:
            return fitting[-1][2]
        changing = [m for m in before if m[0] >= clause and self._names.measures[m[2]].change]
        if not changing and quantity.unit in ("%", "x", "倍"):
            changing = [m for m in before if self._names.measures[m[2]].change]
        if changing:
            return changing[-1][2]
        after = [m for m in measures if 0 <= m[0] - quantity.end <= 12 and self._fits(m[2], quantity.unit)]
        if after and not re.search(r"[,;。]", text.folded[quantity.end:after[0][0]]):
            return after[0][2]
        if previous and self._continues(text, i, previous):
            return previous.measure
        carried = [m for m in measures if m[1] <= begin and self._names.measures[m[2]].change]
        window = text.folded[begin:quantity.start]
        return carried[-1][2] if carried and (_UP.search(window) or _DOWN.search(window)) else None

    def _continues(self, text: Clause, i: int, previous: Fact) -> bool:
        """Whether a quantity goes on with the measure before it: another year, another currency, 上年同期."""
        window = text.folded[previous.quantity.end:text.quantities[i].start]
        if _BOUNDARY.search(window) or len(window) > 24:
            return False
        if _CURRENCY_AGAIN.match(window.strip(" (")) or _PRIOR.search(window):
            return True
        only_period = any(p.start >= previous.quantity.end and p.end <= text.quantities[i].start for p in text.periods)
        return only_period and previous.aspect == "value" and len(window) <= 16

    def _subject(self, text: Clause, position: int, context: Context, measure: str) -> str | None:
        """The entity of a fitting kind named last before `position`; two in a list are nobody's figure."""
        kinds = self._kinds(measure)
        named = [
            s for s in text.spans
            if s.kind == "entity" and s.end <= position and not s.weak and len(s.ids) == 1
            and self._names.entities[s.ids[0]].kind in kinds
            and not _AGAINST.search(text.folded[max(0, s.start - 3):s.start])
        ]
        if not named:
            return next((i for i in context.subjects if self._names.entities[i].kind in kinds), None)
        last = named[-1]
        if len(named) > 1:
            between = text.folded[named[-2].end:last.start]
            if re.fullmatch(r"\s*(?:[、,和与及跟]|and|&|,\s*and)\s*", between) and named[-2].ids != last.ids:
                return None
        return last.ids[0]

    def _kinds(self, measure: str) -> tuple[str, ...]:
        """The kinds of entity that have such a figure at all: a person has no revenue."""
        known = self._names.measures.get(measure)
        kinds = tuple(k for k in known.kinds if k in _SUBJECT_KINDS) if known else ()
        return kinds or ("company", "product")

    def _period(self, text: Clause, quantity: Quantity, begin: int, context: Context) -> Period | None:
        usable = [p for p in text.periods if p.period.kind != "relative" and not self._is_base(text, p)]
        before = [p for p in usable if p.end <= quantity.start]
        inside = [p for p in before if p.start >= begin and _is_reporting(p.period)]
        if inside:
            return inside[-1].period
        end = self._clause(text, quantity)[1]
        after = [p for p in usable if quantity.end <= p.start < end and _is_reporting(p.period)]
        following = [q for q in text.quantities if q.start > quantity.start]
        if after and not (following and following[0].start < after[0].start):
            between = text.folded[quantity.end:after[0].start]
            if re.fullmatch(r"\s*(?:in|for|during|over|as of|,|于|的)?\s*(?:the\s+)?", between) or quantity.unit.isupper():
                return after[0].period
        reporting = [p for p in before if _is_reporting(p.period)]
        return reporting[-1].period if reporting else context.period

    def _is_base(self, text: Clause, mention: PeriodMention) -> bool:
        """Whether a period is only what something is compared with: 較2024年增長."""
        return bool(_AGAINST.search(text.folded[max(0, mention.start - 12):mention.start]))

    def _next(self, text: Clause, context: Context) -> Context:
        """What the next sentence inherits."""
        reporting = [p.period for p in text.periods if _is_reporting(p.period) and not self._is_base(text, p)]
        lasting = [p for p in reporting if p.kind not in ("month", "as-of")]  # a month dates its own clause only
        period = lasting[-1] if lasting else context.period
        return Context(context.subjects, period, bool(_FORECAST.search(text.folded)))

    # ------------------------------------------------------------ lists: 分別為 a、b和c
    def _respective(
        self, text: Clause, measures: Sequence[tuple[int, int, str]], context: Context
    ) -> list[list[tuple[int, str, str, Period | None]]]:
        mark = _RESPECTIVELY.search(text.folded)
        if not mark or not text.quantities:
            return []
        english = mark.group() == "respectively"
        listed = [i for i, q in enumerate(text.quantities) if (q.end <= mark.start() if english else q.start >= mark.end())]
        listed = _run(text, listed)
        if len(listed) < 2:
            return []
        first = text.quantities[listed[0]].start
        left = max((m.end() for m in _BOUNDARY.finditer(text.folded, 0, first)), default=0)
        periods = [p for p in text.periods if left <= p.start and (p.end <= first or english) and _is_reporting(p.period)]
        years = _each_year(periods)
        named = [m for m in measures if left <= m[0] and m[1] <= first]
        subject = self._subject(text, first, context, named[-1][2]) if named else None
        if len(years) == len(listed) and named and subject:
            return [[(i, subject, named[-1][2], y) for i, y in zip(listed, years, strict=True)]]
        if len(named) == len(listed) and subject:
            period = years[-1] if years else context.period
            return [[(i, subject, m[2], period) for i, m in zip(listed, named, strict=True)]]
        subjects = [s.ids[0] for s in text.spans if s.kind == "entity" and left <= s.start and s.end <= first]
        if len(subjects) == len(listed) and named:
            period = years[-1] if years else context.period
            return [[(i, s, named[-1][2], period) for i, s in zip(listed, subjects, strict=True)]]
        return []

    # ------------------------------------------------------------ places
    def _window_start(self, text: Clause, i: int) -> int:
        """Where the words that explain quantity i begin: after the quantity before it, in its sentence part."""
        start = text.quantities[i - 1].end if i else 0
        for match in _BOUNDARY.finditer(text.folded, start, text.quantities[i].start):
            start = match.end()
        return start

    def _clause(self, text: Clause, quantity: Quantity) -> tuple[int, int]:
        for start, end in text.clauses:
            if start <= quantity.start < end:
                return start, end
        return 0, len(text.folded)

    def _clause_start(self, text: Clause, position: int) -> int:
        return max((a for a, _ in text.clauses if a <= position), default=0)

    def _fits(self, measure: str, unit: str) -> bool:
        return fits(self._names.measures[measure].unit if measure in self._names.measures else "any", unit)


def fits(dimension: str, unit: str) -> bool:
    """Return whether a figure of `unit` can be one of a measure of `dimension` ("money", "count", …).

    >>> fits("money", "CNY"), fits("money", "%"), fits("count", "家"), fits("count", "km")
    (True, False, True, False)
    """
    if dimension == "any":
        return True
    if dimension in _UNITS:
        return bool(_UNITS[dimension](unit))
    if any(test(unit) for test in _UNITS.values()):
        return False
    physical = unit in _PHYSICAL or (unit.isascii() and (len(unit) < 3 or any(c.isupper() or c == "/" for c in unit)))
    return not physical if dimension == "count" else (physical or unit.isascii())


@dataclass(frozen=True, slots=True)
class MeasureRoles:
    """Which measures of the lexicon play which part in the rules."""

    net_profits: frozenset[str]
    profits: frozenset[str]
    adjusted: str

    @classmethod
    def of(cls, measures: Sequence[Measure]) -> MeasureRoles:
        """Find the profit measures by their ids."""
        ids = {m.id for m in measures}
        adjusted = next((i for i in ("net-profit-excl-nonrecurring", "adjusted-net-profit") if i in ids),
                        next((i for i in sorted(ids) if "recurring" in i), "adjusted-net-profit"))
        net = frozenset(i for i in ids if "net-profit" in i or i == "net-loss")
        profits = net | {i for i in ids if i in _PROFITS or i.endswith("-profit") or i in ("eps", "ebitda")} | {adjusted}
        return cls(net, frozenset(profits), adjusted)


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _to_value(near: str) -> bool:
    """增至, 升到, "rose to": what follows is the value reached, not the change."""
    return bool(re.search(r"(?:增|升|涨|降|减|跌|增长|提升|上升|下降|扩大|提高)(?:至|到|为)[^,。]{0,6}$|\bto\s+(?:about|around|nearly|over|some)?\s*$", near)) and not (
        re.search(r"\d[^,。]{0,8}to\s*$", near)
    )


def _is_reporting(period: Period) -> bool:
    """Periods that figures belong to; days are when somebody said something."""
    return period.kind in ("year", "half", "quarter", "nine-months", "span", "month", "as-of")


def _year_before(period: Period) -> Period:
    def back(day: str) -> str:
        return f"{int(day[:4]) - 1}{day[4:]}" if day[:4].isdigit() else day

    return Period(back(period.start), back(period.end), period.kind, period.raw)


def _each_year(periods: Sequence[PeriodMention]) -> list[Period]:
    """The years that a list or a span of years stands for, in order."""
    out: list[Period] = []
    for mention in periods:
        period = mention.period
        if period.kind == "span":
            out += [Period(f"{y}-01-01", f"{y}-12-31", "year", f"{y}年")
                    for y in range(int(period.start[:4]), int(period.end[:4]) + 1)]
        else:
            out.append(period)
    return out


def _run(text: Clause, indexes: Sequence[int]) -> list[int]:
    """The first quantities that follow each other as a list: a、b和c."""
    out = list(indexes[:1])
    for i in indexes[1:]:
        between = text.folded[text.quantities[out[-1]].end:text.quantities[i].start]
        if not re.fullmatch(r"\s*(?:[、,和与及]|and|,\s*and)?\s*(?:约|为)?\s*(?:cny|rmb|us\$|\$)?\s*", between):
            break
        out.append(i)
    return out
