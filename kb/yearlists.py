"""Figures listed for times that are told by counting: 前兩年分別虧損1.2億元和3,800萬元; 上年同期分別為3.0億元和1,200萬元.

Patterns are matched against folded text. Leaves out lists whose times or measures are named one by one
(`kb.lists`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kb import aspects, lazy, periodarithmetic
from kb.measuring import is_bare
from kb.model import Fact, Period, Quantity
from kb.periods import PeriodMention

_FIRST_OF = lazy.compile(r"(?<![此以之\d])(?:前|头)(?:(?P<two>[两二])|(?P<three>三)|(?P<four>四))年(?:度)?(?!前)|\bthe first (?:(?P<en2>two)|(?P<en3>three)) (?:years|of those)\b")
_RECENT = lazy.compile(r"(?:过去|最近|近|前)(?P<n>[两二三四五2-5])(?:个完整)?个?(?:财政?|会计)?年度?|\b(?:past|last|previous|latest) (?P<en>two|three|four|five) (?:fiscal |financial |full )?years\b")
_REPORTED = "04"  # the month by which a year's results are known
_HOW_MANY = {"两": 2, **{c: n for n, c in enumerate("二三四五", 2)}, **{str(n): n for n in range(2, 6)}, "two": 2, "three": 3, "four": 4, "five": 5}
_EACH = lazy.compile(r"分别|各为|依[次序]|respectively")


def first_years(folded: str, begin: int, first: int, mentions: Sequence[PeriodMention], count: int) -> list[Period]:
    """Return the first years of a longer list told before, where the words before a list of figures mean them.

    2022年至2024年,…;前兩年分別虧損1.2億元和3,800萬元: 2022 and 2023.
    """
    told = _FIRST_OF.search(folded, begin, first)
    if told is None:
        return []
    group = told.lastgroup or ""
    meant = {"two": 2, "en2": 2, "three": 3, "en3": 3, "four": 4}[group]
    years = [p for p in periodarithmetic.each_year([m for m in mentions if m.end <= told.start()]) if p.kind == "year" and p.start[:4].isdigit()]
    years = sorted(set(years), key=lambda p: p.start)
    running = all(int(b.start[:4]) == int(a.start[:4]) + 1 for a, b in pairwise(years))
    return years[:meant] if meant == count < len(years) and running else []


def recent_years(folded: str, begin: int, end: int, count: int, reported: Period | None, published: str | None) -> list[Period]:
    """Return the last full years, where the words around a list of figures count as many: 過去三年,淨利分別為….

    The last of them is the year reported on, else the one before the article's.
    """
    told = _RECENT.search(folded, begin, end)
    if told is None or _HOW_MANY[told["n"] or told["en"]] != count:
        return []
    of_year = reported is not None and reported.kind == "year" and reported.end[:4].isdigit()
    if not of_year and not (published and published[:4].isdigit() and published[5:7] >= _REPORTED):
        return []  # early in a year the last may not have been reported yet
    last = int(reported.end[:4]) if of_year and reported else int((published or "")[:4]) - 1
    return [Period(f"{y}-01-01", f"{y}-12-31", "year", f"{y}年") for y in range(last - count + 1, last + 1)]


def year_before_each(folded: str, run: Sequence[int], quantities: Sequence[Quantity], facts: Sequence[Fact]) -> dict[int, Fact | None] | None:
    """Return what the figures told just before were a year earlier, where a list of as many says so; None where none does.

    收入4.1億元,淨利潤3,500萬元,上年同期分別為3.0億元和1,200萬元. Where the numbers do not match, nothing is told.
    """
    begin = facts[-1].quantity.end if facts else 0
    window = folded[begin : quantities[run[0]].start]
    if not facts or aspects.QUARTER_BEFORE.search(window) or not aspects.PRIOR.search(window) or not _EACH.search(window) or not is_bare(aspects.PRIOR.sub(" ", window)):
        return None
    told = [f for f in facts if f.aspect == "value"][-len(run) :]
    alike = len({(f.subject, f.period, f.sentence) for f in told}) == 1 and len({f.measure for f in told}) == len(told) == len(run)
    period = told[0].period if told else None
    if not alike or period is None or any(f.quantity.unit != quantities[i].unit for f, i in zip(told, run, strict=True)):
        return dict.fromkeys(run)
    before = periodarithmetic.year_before(period)
    return {i: replace(f, period=before, quantity=quantities[i], basis="actual") for f, i in zip(told, run, strict=True)}
