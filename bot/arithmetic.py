"""Arithmetic on figures as printed: ranges are carried through, results no finer than what they come from.

Knows no article and no language; what is asked, and how a sum is shown, is in `bot.answers.derived` and what it leads to.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.disagreement import step
from kb.model import Period, Quantity

Ends = tuple[Decimal, Decimal]
_TWO = 2
_LEAST = 3  # significant digits a quotient keeps, however coarse its inputs are printed
_MOST_PARTS = 4


def ends(quantity: Quantity) -> Ends | None:
    """Return the (low, high) of a quantity; where one end is open, the other twice; None where it has neither."""
    lo = quantity.lo if quantity.lo is not None else quantity.hi
    hi = quantity.hi if quantity.hi is not None else quantity.lo
    return None if lo is None or hi is None else (lo, hi)


def quantity(ends: Ends, unit: str) -> Quantity:
    """Return a quantity that no article prints."""
    return Quantity(ends[0], ends[1], unit, "", "", 0, 0)


def shift(period: Period, years: int) -> Period:
    """Return the same stretch `years` later."""
    return Period(
        f"{int(period.start[:4]) + years}{period.start[4:]}",
        f"{int(period.end[:4]) + years}{period.end[4:]}",
        period.kind,
        "",
    )


def after(period: Period) -> Period | None:
    """Return the next stretch of the same kind: the month or quarter after; None for other kinds.

    >>> after(Period("2026-03-01", "2026-03-31", "month")).start
    '2026-04-01'
    """
    months = {"month": 1, "quarter": 3}.get(period.kind)
    if months is None or not period.start[:4].isdigit():
        return None
    start = _months_on(datetime.date.fromisoformat(period.start), months)
    end = _months_on(start, months) - datetime.timedelta(days=1)
    return Period(start.isoformat(), end.isoformat(), period.kind, "")


def _months_on(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1)


def parts(wanted: Period, have: Iterable[Period]) -> list[tuple[int, Period]]:
    """Return the stretches that add up to `wanted`, each with its sign; none where they do not.

    A stretch is a step from its first day to the day after its last; the shortest way from the first day
    wanted to the day after the last, forwards (+1) or backwards (-1), is the sum.

    >>> year, half = Period("2025-01-01", "2025-12-31", "year"), Period("2025-01-01", "2025-06-30", "half")
    >>> [(sign, p.kind) for sign, p in parts(Period("2025-07-01", "2025-12-31", "half"), [year, half])]
    [(1, 'year'), (-1, 'half')]
    """
    steps = [(p, _day(p.start), _day(p.end) + datetime.timedelta(days=1)) for p in have if _whole(p)]
    goal = _day(wanted.end) + datetime.timedelta(days=1)
    ways: list[tuple[datetime.date, list[tuple[int, Period]]]] = [(_day(wanted.start), [])]
    seen = {_day(wanted.start)}
    for _ in range(_MOST_PARTS):
        longer = []
        for place, way in ways:
            for period, start, end in steps:
                for sign, begin, to in ((1, start, end), (-1, end, start)):
                    if begin == place and to == goal:
                        return sorted([*way, (sign, period)], key=lambda part: -part[0])
                    if begin == place and to not in seen:
                        seen.add(to)
                        longer.append((to, [*way, (sign, period)]))
        ways = longer
    return []


def _whole(period: Period) -> bool:
    return period.start[:4].isdigit() and period.kind in ("year", "half", "quarter", "nine-months", "month", "span")


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# ------------------------------------------------------------ rounding
def digits(quantity: Quantity) -> int:
    """Return how many significant digits a figure is printed with: 4 for 14.50億元, 2 for 25%."""
    low, high = quantity.lo, quantity.hi
    value = abs(high if high is not None else low or Decimal(0))
    finest = step(quantity)
    return max(1, value.adjusted() - finest.adjusted() + 1) if value and finest else 1


def to_digits(value: Decimal, count: int) -> Decimal:
    """Round to so many significant digits, three at least.

    >>> to_digits(Decimal("90652906"), 4), to_digits(Decimal("3.2631"), 2)
    (Decimal('9.065E+7'), Decimal('3.26'))
    """
    if not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - max(_LEAST, count) + 1))


def to_times(value: Decimal) -> Decimal:
    """Round a multiple as people tell one: 5.4 times; below two, where a tenth is much, 1.26 times.

    >>> to_times(Decimal("5.4328")), to_times(Decimal("1.2587"))
    (Decimal('5.4'), Decimal('1.26'))
    """
    return value.quantize(Decimal("0.1") if abs(value) >= _TWO else Decimal("0.01"))


def like(value: Decimal, quantity: Quantity) -> Decimal:
    """Round a quotient as the figure it comes from is printed: as many digits, and no finer."""
    rounded, finest = to_digits(value, digits(quantity)), step(quantity)
    if not finest or abs(value) < finest * 100:
        return rounded
    return max((value / finest).quantize(Decimal(1)) * finest, rounded, key=_fineness)


def _fineness(value: Decimal) -> int:
    """The place of the last digit that is none of the zeros at the end."""
    return int(value.normalize().as_tuple().exponent)


def to_step(value: Decimal, inputs: Sequence[Quantity]) -> Decimal:
    """Round a sum or difference as its inputs are printed: to the coarsest decimals, and a tenth finer where some are printed in smaller units; whole numbers are exact."""
    steps = [step(q) for q in inputs if step(q)]
    fractions = [s for s, q in zip(steps, inputs, strict=False) if "." in q.raw]
    coarsest = max(fractions or steps, default=Decimal(0))
    finer = fractions and any("." not in q.raw and s < coarsest for s, q in zip(steps, inputs, strict=False))
    if not coarsest:
        return value
    coarsest /= 10 if finer else 1  # 1.2億 and 6500萬 make 1.85億
    return (value / coarsest).quantize(Decimal(1)) * coarsest


def quotient(a: Ends, b: Ends) -> Ends | None:
    """Return the (low, high) of a divided by b; None where b may be nothing or below."""
    return (a[0] / b[1], a[1] / b[0]) if b[0] > 0 and a[0] >= 0 else None


def growth(now: Ends, before: Ends) -> Ends | None:
    """Return by how many per cent a figure has grown, (low, high); None from nothing or a loss."""
    times = quotient((max(now[0], Decimal(0)), now[1]), before) if now[0] > 0 else None
    return ((times[0] - 1) * 100, (times[1] - 1) * 100) if times else None


def yearly(now: Ends, before: Ends, years: int) -> Ends | None:
    """Return the compound growth a year in per cent, (low, high), over so many years."""
    times = quotient(now, before) if now[0] > 0 else None
    if times is None or years < 1:
        return None
    low, high = (t ** (Decimal(1) / years) for t in times)
    return (low - 1) * 100, (high - 1) * 100
