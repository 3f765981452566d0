"""Times that a sentence only looks at for one figure: 去年營收9.6億元,2023年為6.1億元,淨利潤7,300萬元.

What follows goes on with the time before them. Patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.model import Period, Quantity
from kb.periods import PeriodMention

_BEHIND = lazy.compile(r"\s*(?:全年|同期)?(?:的|则|却|仅|只有|才|为|是|约|有|:|达|\s)*(?:a (?:net )?(?:loss|profit) of )?\s*")
_BEFORE = lazy.compile(r"\s*(?:[a-z]+\s)?[,;(]?\s*(?:[而高低多少优]?[于较比]?|(?:up|down) from|(?:compared )?(?:with|to)|against|versus|from)?\s*")

# What follows tells why: 因為三月一場火災, "because of a fire in March".
REASON = lazy.compile(r"因为|由于|原因|源于|受(?=[^,;]{0,12}影响)|主要?是|\b(?:because|due to|owing to|after)\b")
_THAT_YEAR = lazy.compile(r"(?:上市|推出|发布|发售|投产|开业|开售|成立|上线|登陆|收购|并购|创立|创办|面世|问世)的?((?<!年)[当那]年)(?!度)")
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
        if goes_on and any(p.end > mention.period.end and p.kind != "as-of" for p in told):
            out.add(mention.start)
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
