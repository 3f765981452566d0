"""Calendar arithmetic on periods: the year or the quarter before, the years of a span, and whether one is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kb import periodyears
from kb.model import Period
from kb.periods import PeriodMention


def is_over(period: Period, published: str | None) -> bool:
    """Whether a period had ended when it was written of, as far as that can be known.

    >>> is_over(Period("2026-01-01", "2026-12-31", "year"), "2026-02-01"), is_over(Period("Y-1", "Y-1", "year"), None)
    (False, True)
    """
    today = periodyears.day_of(published) if published and len(published) >= 10 else None
    return today is None or not period.end[:4].isdigit() or (periodyears.day_of(period.end) or today) <= today


def year_before(period: Period) -> Period:
    """Return the same stretch of the year before."""

    def back(day: str) -> str:
        year = int(day[:4]) - 1
        return periodyears.in_year("-" + day[4:], year) if day[4:] in ("-02-28", "-02-29") else f"{year}{day[4:]}"

    return (
        Period(back(period.start), back(period.end), period.kind, period.raw) if period.start[:4].isdigit() else period
    )


def year_after(period: Period) -> Period:
    """Return the year after a year."""
    year = int(period.end[:4]) + 1
    return Period(f"{year}-01-01", f"{year}-12-31", "year", period.raw)


def quarter_before(period: Period) -> Period | None:
    """Return the quarter or month before a quarter or month; None for other periods."""
    if period.kind not in ("quarter", "month") or not period.start[:4].isdigit():
        return None
    months = 3 if period.kind == "quarter" else 1
    first = int(period.start[:4]) * 12 + int(period.start[5:7]) - 1 - months
    last = date.fromordinal(date.fromisoformat(period.start).toordinal() - 1)
    return Period(f"{first // 12:04d}-{first % 12 + 1:02d}-01", last.isoformat(), period.kind, period.raw)


def last_quarter(period: Period) -> Period | None:
    """Return the quarter that a quarter, half, nine months or year ends with; None for other periods.

    >>> last_quarter(Period("2025-01-01", "2025-09-30", "nine-months")).start
    '2025-07-01'
    """
    if period.kind not in ("quarter", "half", "nine-months", "year") or not period.end[:4].isdigit():
        return None
    return Period(f"{period.end[:5]}{int(period.end[5:7]) - 2:02d}-01", period.end, "quarter", period.raw)


def each_year(periods: Sequence[PeriodMention]) -> list[Period]:
    """Return the years that a list or a span of years stands for, in order."""
    out: list[Period] = []
    for mention in periods:
        period = mention.period
        if (
            period.kind == "span"
            and period.start[:4].isdigit()
            and period.start[5:] == "01-01"
            and period.end[5:] == "12-31"
        ):
            out += [
                Period(f"{y}-01-01", f"{y}-12-31", "year", f"{y}年")
                for y in range(int(period.start[:4]), int(period.end[:4]) + 1)
            ]
        else:
            out.append(period)
    return out
