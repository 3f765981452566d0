"""Times in Chinese and English financial text: years, halves, quarters, months, days and spans.

Left out: times of day, eras, durations ("長達16年" is an amount, see `quantities`) and what a bare
"同期" refers to. What lacks its year is kept open: "--01-12" (ISO 8601) for 1月12日, "Y-1" for 去年,
until a year is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kb import lazy
from kb.amounts.folding import fold
from kb.model import Period
from kb.periodreading import read
from kb.periodrules import matches

_KEPT = 4096  # texts whose times are kept
_HINT = lazy.compile(
    r"[0-9年月季半報０-９]|(?i:year|quarter|half|month|january|march|april|ju[nl]|august|ember|october|february)|\bMay\b"
)
_AS_OF = lazy.compile(
    r"(?:截至|截止到?|截止至|(?i:\bas (?:of|at)|\b(?:at|by) the end of|\bend of"
    r"|\bended|\bending|\bend-))\s?(?:the end of\s)?$"
)
_CLOSE = lazy.compile(r"\s?(?:收盤|收市|底|末|(?i:close\b))")
_EDGE = lazy.compile(r"[底末]")
_SPAN = lazy.compile(r"\s?(?:至|到|-|~|–|(?i:to|through|until|till)\b)\s?")
_OF_YEAR = lazy.compile(r"\s(?:of\s)?(?i:this|last|next)\syear")
_YEARS = lazy.compile(r"(?:19|20)\d\d年?(?:度)?")
_BESIDE = lazy.compile(r"\s?(?:[、和与與及跟]|and)\s?")
_ADDED_UP = lazy.compile(r"(?:[两兩二三]年)?(?:合[计計共]|累[计計]|总共|總共|一共|共计|共計|加起[来來]|[两兩二三]年(?:间|間|共|合))")
_AND = lazy.compile(r"\sand\s")


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period written at text[start:end]."""

    period: Period
    start: int
    end: int


def find(text: str, year: int | None = None) -> list[PeriodMention]:
    """Every period in `text`, left to right; `year` is the year the text speaks in (its publication).

    `year` completes what has none: 1月12日, 上半年, 去年. Without it those are "--01-12" (a day),
    "--01-01" to "--06-30" (a half), and "Y-1" with kind "relative". 近三年 ends with `year`.

    >>> [(m.period.start, m.period.end, m.period.kind) for m in find("2022年至2025年上半年")]
    [('2022-01-01', '2025-06-30', 'span')]
    """
    return list(_found(text, year))


@lru_cache(_KEPT)
def _found(text: str, year: int | None) -> tuple[PeriodMention, ...]:
    """`find`, kept: answering asks for the times of the same sentences again and again."""
    if not _HINT.search(text):
        return ()
    folded = fold(text)
    mentions: list[PeriodMention] = []
    known: str | None = None  # the last year in full, for 同年
    for m in matches(folded):
        period = read(folded, m, known)
        if period is not None:
            known = period.start[:4] if period.start[:4].isdigit() else known
            told = _as_of(folded, m, period)
            close = _EDGE.match(folded, m.end()) if told.kind == "as-of" else None  # 6月底 is one time
            mentions.append(PeriodMention(told, m.start(), close.end() if close else m.end()))
    return tuple(
        replace(x, period=replace(_completed(x.period, year), raw=text[x.start : x.end]))
        for x in _spans(folded, mentions)
    )


def resolve_year(published: str | None) -> int | None:
    """The year of an ISO date or a part of one, for `find`; None when there is none.

    >>> resolve_year("2026-01")
    2026
    """
    m = re.match(r"(\d{4})(?!\d)", published or "")
    return int(m[1]) if m else None


def contains(a: Period, b: Period) -> bool:
    """Whether all of `b` lies in `a`. Periods of unknown year compare only with their like.

    >>> contains(find("2025年")[0].period, find("2025年第三季")[0].period)
    True
    """
    return _like(a) == _like(b) and a.start <= b.start and b.end <= a.end


def _like(p: Period) -> str:
    return "full" if p.start[:1].isdigit() else p.start[:3] if p.start[:1] == "Y" else "open"


def _completed(p: Period, year: int | None) -> Period:
    """The period with `year` in place of what its year left open; "relative" when that stays open."""
    if p.start[0].isdigit() or year is None:
        return replace(p, kind="relative") if p.start[0] == "Y" else p
    return replace(p, start=_with_year(p.start, year), end=_with_year(p.end, year))


def _with_year(date: str, year: int) -> str:
    if date[0] == "Y":
        written, _, rest = date.rpartition("-")[0].rpartition("-")[0], None, date[-6:]
        return f"{year + int(written[1:])}{rest}"
    if date[0] != "-":
        return date
    last = monthrange(year, 2)[1]  # a 29 February that this year lacks, or the end of its February
    return f"{year}-02-{last}" if date in ("--02-28", "--02-29") else f"{year}{date[1:]}"


def _as_of(t: str, m: re.Match[str], p: Period) -> Period:
    """A balance date: its last day, after 截至 or "as of", or at a market's close."""
    before = _AS_OF.search(t, max(0, m.start() - 20), m.start())
    closing = p.kind in ("day", "month", "half", "quarter") and _CLOSE.match(t, m.end())
    return Period(p.end, p.end, "as-of") if before or closing else p


def _spans(t: str, mentions: list[PeriodMention]) -> Iterator[PeriodMention]:
    """Two periods with 至, a dash or "to" between them are one span; the second may lack its year."""
    waiting: PeriodMention | None = None
    for x in mentions:
        joined = _span(t, waiting, x) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or x
    if waiting:
        yield waiting


def _span(t: str, a: PeriodMention, b: PeriodMention) -> PeriodMention | None:
    if a.period.start.startswith("--") and b.period.start[0] == "Y" and _OF_YEAR.fullmatch(t, a.end, b.end):
        year = b.period.start.split("-0")[0]  # "March last year", "the second quarter of this year"
        return PeriodMention(Period(year + a.period.start[1:], year + a.period.end[1:], a.period.kind), a.start, b.end)
    if _YEARS.fullmatch(t, a.start, a.end) and _YEARS.fullmatch(t, b.start, b.end) and _BESIDE.fullmatch(t, a.end, b.start) and _ADDED_UP.match(t, b.end) and a.period.start < b.period.end:
        return PeriodMention(Period(a.period.start, b.period.end, "span"), a.start, b.end)  # 2023年、2024年合計
    between = _AND if t[max(0, a.start - 8) : a.start].lower().endswith("between ") else _SPAN
    if not between.fullmatch(t, a.end, b.start) or a.period.start[0] == "Y" or b.period.start[0] == "Y":
        return None
    end = b.period.end
    if end.startswith("--") and not a.period.start.startswith("--"):
        end = a.period.start[:4] + end[1:]
    if a.period.start[:1] != end[:1] or a.period.start > end:
        return None
    return PeriodMention(Period(a.period.start, end, "span"), a.start, b.end)
