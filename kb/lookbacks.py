"""Times that a sentence only looks at for one figure: 去年營收9.6億元,2023年為6.1億元,淨利潤7,300萬元.

What follows goes on with the time before them. Patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kb import lazy
from kb.model import Period, Quantity
from kb.periods import PeriodMention

_BEHIND = lazy.compile(r"\s*(?:全年|同期)?(?:的|目标|将|可望|预计|计划|拟|达|扩|增|至|到|则|却|仅|只有|才|为|是|约|有|:|达|\s)*(?:a (?:net )?(?:loss|profit) of )?\s*")
_AIM = lazy.compile(r"\s*(?:的)?(?:目标|将|可望|预计|计划|拟)")
_DONE = lazy.compile(r"(?:完成|达成|实现|达到|相当于|占|为|是)(?:了|约)*$")
_AIMED_AT = lazy.compile(r"(?:的|合约|合同|交付|销售|销量|营收|目标|定下的|订下的|约|为|是)*(?=\d)")
_TARGET = lazy.compile(r"的?(?:年度|全年|交付|销售|销量|营收)?目标|的[约近逾]?\d[\d.]*%")
_BEFORE = lazy.compile(r"\s*(?:[a-z]+\s)?[,;(]?\s*(?:[而高低多少优]?[于较比]?|(?:up|down) from|(?:compared )?(?:with|to)|against|versus|from)?\s*")

# What follows tells why: 因為三月一場火災, "because of a fire in March".
REASON = lazy.compile(r"因为|由于|原因|源于|受(?=[^,;]{0,12}影响)|主要?是|\b(?:because|due to|owing to|after)\b")
_THAT_YEAR = lazy.compile(r"(?:上市|推出|发布|发售|投产|开业|开售|成立|上线|登陆|收购|并购|创立|创办|面世|问世)的?((?<!年)[当那]年)(?!度)")
_WITHIN = lazy.compile(r"(?:才|刚|新)?(?:推出|上线|发布|开售|发售|上市|开业|面世|投产)[^;。]{0,30}?(?P<said>(?P<n>半|[一两二三四五六七八九十]|1[0-2]|[1-9])(?P<unit>个月|年)内)")
_COUNTED = {"半": 0.5} | {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PART = lazy.compile(r"[;。]|\. ")


def asides(folded: str, usable: Sequence[PeriodMention], quantities: Sequence[Quantity], spoken: Period | None) -> set[int]:
    """Return where the times stand that are earlier than the one told of, each of the one figure right behind it."""
    out: set[int] = set()
    told = [spoken] if spoken and spoken.start[:4].isdigit() else []
    for mention in usable:
        if not mention.period.start[:4].isdigit():
            continue
        figure = next((q for q in quantities if q.start >= mention.end), None)
        before = [q for q in quantities if q.end <= mention.start][-2:]  # 512万台,份额21.2%,2024年为431万台
        goes_on = (
            figure is not None
            and any(figure.unit == q.unit and not _PART.search(folded, q.end, mention.start) for q in before)
            and bool(_BEHIND.fullmatch(folded, mention.end, figure.start))
            and bool(_BEFORE.fullmatch(folded, before[-1].end, mention.start))
        )
        if goes_on and mention.period.kind == "as-of" and _AIM.match(folded, mention.end):
            out.add(mention.start)  # 月產能4.2萬片,明年底目標6萬片,稼動率約83%
        elif goes_on and any(p.end > mention.period.end and (p.kind != "as-of" or mention.period.kind == "year") for p in told[-1:]):
            out.add(mention.start)
        elif figure is not None and _DONE.search(folded, 0, mention.start) and _AIMED_AT.match(folded, mention.end) and _TARGET.match(folded, figure.end):
            out.add(mention.start)  # 已完成全年45萬輛目標的31.6%
        else:
            told.append(mention.period)
    return out


def of_that_year(folded: str, mentions: Sequence[PeriodMention], before: Sequence[PeriodMention]) -> list[PeriodMention]:
    """Return the periods of a sentence with 上市當年 as the year told just before, in it or else in the sentence `before`."""
    out = list(mentions)
    if "当年" not in folded and "那年" not in folded:
        return out
    for said in _THAT_YEAR.finditer(folded):
        told = [m.period for m in mentions if m.end <= said.start()] or [m.period for m in before]
        year = told[-1].end[:4] if told else ""
        if year.isdigit():
            out.append(PeriodMention(Period(f"{year}-01-01", f"{year}-12-31", "year", said[1]), said.start(1), said.end(1)))
    return out


def with_times_since(folded: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """Return the periods of a sentence with the months since a launch that figures are told of: 去年6月推出的產品,半年內有640家客戶."""
    if "内" not in folded:
        return mentions
    out = list(mentions)
    for mention in mentions:
        said = _WITHIN.match(folded, mention.end) if mention.period.kind in ("month", "day") and mention.period.start[:4].isdigit() else None
        months = int((_COUNTED.get(said["n"]) or int(said["n"])) * (12 if said["unit"] == "年" else 1)) if said else 0
        if said and months:
            first = int(mention.period.start[:4]) * 12 + int(mention.period.start[5:7]) - 1
            last = date((first + months) // 12, (first + months) % 12 + 1, 1) - timedelta(days=1)
            out.append(PeriodMention(Period(mention.period.start, last.isoformat(), "span", said["said"]), said.start("said"), said.end("said")))
    return sorted(out, key=lambda m: m.start)
