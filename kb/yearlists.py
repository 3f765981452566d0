"""Figures listed for times that are told by counting: 前兩年分別虧損1.2億元和3,800萬元; 三年營收15.2億元、14.6億元、17.9億元.

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
# 三年營收|近三年的淨利: so many years, of which nothing is planned or added up.
_SO_MANY = lazy.compile(
    r"(?<![未今来后第每满逾超近前去\d.])(?P<back>过去|最近|此前|近|这|该)?(?P<n>[两二三四五2-5])(?:个完整)?个?(?:财政?|会计)?年度?(?:间|来|里)?(?:的|,)?(?![后内前以底初期])"
    r"|\b(?:over|in|for|during|across) (?:(?:the|its|those|these) )?(?P<enback>(?:past|last|previous|latest|most recent) )?(?P<en>two|three|four|five) (?:fiscal |financial |full )?years\b,?"
)
# What may stand around the measure between such words and the figures.
_PLAIN = lazy.compile(
    r"(?:公司|集团|全年|年度|分别|依[次序]|各|录得|实现|达到?|约|[其该的为是,:\s])*"
    r"|(?:\b(?:it|its|they|their|the|company|firm|group|had|has|have|made|booked|reported|posted|recorded|generated|annual|total|was|were|of|at|to|came|in|stood)\b|cny|rmb|us\$|nt\$|hk\$|[$€£¥,:\s])*"
)
_BEHIND = lazy.compile(r"\s*\(?\s*(?:,? ?\b(?:for|in|from|over|during|between|across) )?(?:(?:the|its|fiscal|financial|calendar|years?) )*")
_AND_THEN = lazy.compile(r"\s*(?:[、,和与及]|,? ?and)\s*")
_MOST_YEARS = 5
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
    """Return the last full years, where the words around a list of figures count as many: 過去三年,淨利分別為…."""
    told = _RECENT.search(folded, begin, end)
    return _last_years(count, reported, published) if told and _HOW_MANY[told["n"] or told["en"]] == count else []


def counted_years(unnamed: str, run: tuple[int, int, int], measure: tuple[int, int], count: int, spoken: Sequence[Period], reported: Period | None, published: str | None) -> list[Period]:
    """Return the years that words right before or behind a list of figures count, with no more than its measure between: 三年營收a、b、c.

    They are those in a row that the text named before, `spoken`, or the last full ones; 過去三年 are the last full ones first.
    `run`: where the part of the sentence begins, and the list begins and ends; names are blanked out of `unnamed`.
    """
    begin, first, last = run
    told = next((m for m in _SO_MANY.finditer(unnamed, begin, first) if _leads_to(unnamed, m.end(), first, measure)), None)
    behind = _BEHIND.match(unnamed, last)
    told = told or _SO_MANY.match(unnamed, last + 1) or (_SO_MANY.match(unnamed, behind.end()) if behind else None)
    if told is None or _HOW_MANY[told["n"] or told["en"]] != count:
        return []
    named = list(spoken) if len(spoken) == count else []
    back = (told["back"] or "") not in ("", "这", "该") or told["enback"]
    return (_last_years(count, reported, published) or named) if back else (named or _last_years(count, reported, published))


def years_behind(folded: str, last: int, mentions: Sequence[PeriodMention], count: int) -> list[Period]:
    """Return the years named right behind a list of figures, where they are as many: "$1.2bn, $1.5bn and $1.9bn from 2023 to 2025"."""
    here: list[PeriodMention] = []
    for mention in (m for m in mentions if m.start >= last):
        joint = _AND_THEN if here else _BEHIND
        if not joint.fullmatch(folded, here[-1].end if here else last, mention.start):
            break
        here.append(mention)
    years = periodarithmetic.each_year(here)
    return years if len(years) == count and all(y.kind == "year" and y.start[:4].isdigit() for y in years) else []


def years_in_a_row(mentions: Sequence[PeriodMention], published: str | None) -> tuple[Period, ...]:
    """Return the two to five full years, over by then, that a sentence names as one stretch: 2023年至2025年."""
    spans = [years for m in mentions if m.period.kind == "span" and 1 < len(years := periodarithmetic.each_year([m])) <= _MOST_YEARS]
    return tuple(spans[-1]) if spans and periodarithmetic.is_over(spans[-1][-1], published) else ()


def _leads_to(unnamed: str, end: int, first: int, measure: tuple[int, int]) -> bool:
    """Whether nothing but a measure stands between words that end at `end` and the figures that begin at `first`, or before both."""
    if measure[1] > end:  # 年营收 may be one term
        return bool(_PLAIN.fullmatch(unnamed, end, max(end, measure[0])) and _PLAIN.fullmatch(unnamed, measure[1], first))
    return bool(_PLAIN.fullmatch(unnamed, end, first)) and measure[1] <= end


def _last_years(count: int, reported: Period | None, published: str | None) -> list[Period]:
    """The last full years: up to the one reported on, else up to the one before the article's."""
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
