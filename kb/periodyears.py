"""The year of a period that leaves it out, from what was spoken of before and the day of publication.

Leaves out which periods a sentence names (`kb.periods`) and which of them a figure has (`kb.timing`).
"""

from __future__ import annotations

from datetime import date, timedelta

from kb import lazy
from kb.model import Period

_UNTOLD = 35  # days after a quarter in which guidance may still be for it
_PREPARED = 10  # days after which the first results for a quarter come
FRESH = lazy.compile(r"季报|季度报告|季度(?:业绩|财报)|\bquarter(?:ly)?(?:-| )(?:results|report|earnings)|今年")
_RESULTS_OUT = (3, 20)  # month and day by which most have told the results of the last year
_SECOND_HALF = lazy.compile(r"(?i)下半年|第[34三四]季|second[- ]half|h2|2h")
_A_HALF = lazy.compile(r"(?i)(?P<second>下半年度?|(?:the )?second[- ]half)|上半年度?|(?:the )?first[- ]half")
_RELATIVE = lazy.compile(r"^Y([+-]\d+)")


def with_year(period: Period, spoken: int | None, published: str | None, future: bool) -> Period:
    """Return the period in the year spoken of, else in the last one that was over (or begun) on publication."""
    told = int(published[:4]) if published and published[:4].isdigit() else None
    today = day_of(published)
    if period.start[0] == "Y":
        base = (spoken if period.raw.startswith("上年") else None) or told or spoken  # 上年末 is told from the year reported on
        if base is None:
            return period
        start, end = (_RELATIVE.sub(lambda m: str(base + int(m[1])), day) for day in (period.start, period.end))
        edge = start == end and period.raw.endswith(("底", "末", "尾", "初"))
        return Period(start, end, "as-of" if edge or (period.kind == "as-of" and start == end) else _kind(start, end), period.raw)
    if period.start == "----":
        early = today is not None and today.month <= 4  # 全年 may be the year before, or this one
        year = spoken or (None if early and future else told - 1 if told and early else told)
        return Period(f"{year}-01-01", f"{year}-12-31", "year", period.raw) if year else period
    if period.kind in ("day", "as-of") and period.start == period.end:
        chosen = _near(period, told, today, future) if told else None
        if chosen is None and period.kind == "as-of":
            chosen = spoken
    else:
        chosen = spoken if spoken and (told is None or spoken >= told - 1) else None
        begins = day_of(in_year(period.start, chosen)) if chosen else None
        if begins and today and not future and begins > today:
            chosen = None  # what has not begun is not told of
        if chosen and told and today and future and _ahead(period, chosen, told, today):
            chosen = told
        chosen = chosen or (_last_over(period, told, today, future) if told else None)
    return (
        period
        if chosen is None
        else Period(in_year(period.start, chosen), in_year(period.end, chosen), period.kind, period.raw)
    )


def _kind(start: str, end: str) -> str:
    """The kind of a period that was only known as relative to a year."""
    if start == end:
        return "day"
    months = int(end[5:7]) - int(start[5:7]) + 1 if start[:4] == end[:4] else 0
    return {1: "month", 3: "quarter", 6: "half", 9: "nine-months", 12: "year"}.get(months, "span")


def results_are_out(year: int, published: str | None) -> bool:
    """Return whether what is expected of a whole year in spring is of the one that began: the results of `year`, the last one, are out."""
    today = day_of(published) if published and len(published) >= 10 else None
    return today is not None and year == today.year - 1 and (today.month, today.day) >= _RESULTS_OUT


def is_past(year: int, published: str | None) -> bool:
    """Return whether nobody expects anything of a year any more, nor reports on it: the last but one, or before."""
    return bool(published and published[:4].isdigit()) and year < int((published or "")[:4]) - 1


def told_since(period: Period, spoken: int, published: str | None, fresh: bool) -> bool:
    """Return whether a quarter, half or month without a year was over again after the year spoken of: it is the last one then.

    A quarter that was over some days ago has no results yet, unless the sentence speaks of them.
    """
    today = day_of(published) if published and len(published) >= 10 else None
    cumulated = period.kind == "span" and period.start == "--01-01"  # 前八月
    if today is None or spoken >= today.year or period.start[0] == "Y" or not (cumulated or period.kind in ("month", "quarter", "half", "nine-months")):
        return False
    end = day_of(in_year(period.start if period.kind == "month" else period.end, today.year))  # 7月初 in the middle of July is this one
    return end is not None and (today - end).days >= (_PREPARED if period.kind == "quarter" and not fresh else 0)


def _near(period: Period, told: int, today: date | None, future: bool) -> int:
    """The year of a day: the last such day before publication, or soon after it."""
    if today is None:
        return told
    when = day_of(in_year(period.start, told)) or today
    ahead = (when - today).days
    if ahead > (300 if future else 45 if period.kind == "as-of" else 90):
        return told - 1
    return told + 1 if future and ahead < -240 else told


def _last_over(period: Period, told: int, today: date | None, future: bool) -> int:
    end = day_of(in_year(period.start if period.kind == "month" else period.end, told))
    over = today is None or end is None or end <= today
    return told if over or future else told - 1


def _ahead(period: Period, spoken: int, told: int, today: date) -> bool:
    """Whether an outlook means the part of the year now running or next, since that of `spoken` is over."""
    over, start, end = day_of(in_year(period.end, spoken)), day_of(in_year(period.start, told)), day_of(in_year(period.end, told))
    return bool(over and start and end and over < today and (start - today).days < 100 and (today - end).days < _UNTOLD)


def day_of(iso: str | None) -> date | None:
    """Return the day of an ISO date; a late day of the month where none is named, None where no month is."""
    parts = (iso or "").split("-")
    if not parts[0].isdigit():
        return None
    if len(parts) < 3:
        return date(int(parts[0]), int(parts[1]), 28) if len(parts) == 2 else None
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return date(int(parts[0]), int(parts[1]), 28)


def in_year(day: str, year: int) -> str:
    """Return a day without its year, "--02-28", in a year; the end of February is its last day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year}-02-{29 if leap else 28}" if day in ("--02-28", "--02-29") else f"{year}{day[1:]}"


def running(report: Period | None) -> Period | None:
    """Return the year that the first half or nine months reported on begin, where it is none of the calendar's: six months to December, of a year to June."""
    if report is None or report.kind not in ("half", "nine-months") or not report.start[:4].isdigit() or report.start[5:] == "01-01":
        return None
    return None if _SECOND_HALF.search(report.raw) else year_from(report.start)


def part_of_running(period: Period, year: Period) -> Period | None:
    """Return 全年, 上半年 or 下半年 as they are in a year that is none of the calendar's; None for other periods."""
    if period.start == "----":
        return Period(year.start, year.end, "year", period.raw)
    half = _A_HALF.fullmatch(period.raw)
    if half is None or period.kind != "half":
        return None
    first = int(year.start[:4]) * 12 + int(year.start[5:7]) - 1 + 6  # months since year 0, of the second half
    second = date(first // 12, first % 12 + 1, 1)
    start, end = (second.isoformat(), year.end) if half["second"] else (year.start, (second - timedelta(days=1)).isoformat())
    return Period(start, end, "half", period.raw)


def year_from(start: str, raw: str = "") -> Period:
    """Return the twelve months that begin on the first of a month.

    >>> year_from("2025-07-01").end
    '2026-06-30'
    """
    year, month = int(start[:4]), int(start[5:7])
    last = date(year + 1, month, 1) - timedelta(days=1)
    return Period(start, last.isoformat(), "year", raw)
