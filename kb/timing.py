"""When a figure was: which of the periods of a sentence it has, and which only date an event or are compared with.

Leaves out reading periods (`kb.periods`), the years they leave out (`kb.periodfilling`) and days that only date
an event (`kb.events`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb import lazy
from kb.model import Period, Quantity
from kb.periods import PeriodMention

_REPORTING = ("year", "half", "quarter", "nine-months", "span", "month", "as-of")
AGAINST = lazy.compile(
    r"(?:相比|比较|相较|较|比|超过|超越|超出|逼近|接近|追平|赶上|相当于|than|from|compared (?:with|to)|versus|vs\.?|over|against)\s*(?:于|the|in)?\s*$"
)
# 由2020年的85人增至420人: the year is that of the figure right after it, of no other.
# 僅次於去年第四季的40.5億元: so is one that somebody ranks behind or ahead of.
_START = lazy.compile(r"(?:[由从自较比]|(?:[高低优逊好差强弱]|仅?次)于|不及|不如|from|than|against|versus|compared with)\s*$")
_OWNED = lazy.compile(
    r"\s*(?:[a-z-]+ ){0,3}(?:in|for|during|over|at|as of|as at|on|by)\s(?:the\s)?(?:(?:whole|full|end|close|start)\s(?:of\s)?)?(?:all of\s)?\s*$|\s*\(\s*$"
)
_OTHER_FIGURE = lazy.compile(r"[^(),;\d]{1,10}\d[^()]*\)")
_NAMED_YEAR = lazy.compile(r"(?:this|next|last) (?:fiscal |full )?year\b", re.I)  # "about $180 million this year"
# Years that date something that happened, not a figure.
_HAPPENED_BEFORE = lazy.compile(
    r"(?:成立|创立|创办|创建|设立|组建|上市|挂牌|推出|发布|发射|加入|毕业|入职|出生|生)[于在]\s*$|(?:能见度|排产|排程|排期|排到)(?:已|可)?(?:直)?(?:看|达|延伸|排|长达)?[至到]?\s*$"
    r"|\b(?:founded|established|set up|listed|launched|born|joined|formed|incorporated|opened|since|public|introduced|finished|due|ready|commissioned|operational|scheduled|slated|on stream|online)\s(?:back\s)?(?:(?:in|at|by)\s(?:[a-z'’.-]+\s){1,4}in\s|in\s|on\s|by\s)?(?:early |late |mid-?|the end of )?$"
)
_HAPPENED_AFTER = lazy.compile(
    r"^\s*,?(?:在[^,。]{1,8})?(?:投产|量产|启用|竣工|动工|开工|落成|完工|起分批|起交付|开卖|成立|创立|创办|创建|设立|组建|出生|毕业|加入|入职|返台|回国|上市|挂牌|登陆|登录|注册(?:[于在]|成立)|转板|生于"
    r"|(?:才|刚|新|首次)?(?:推出|发布|上线|开售|发售|收购|并购|开业|引入|入股|签[下订署])的)"
)
_SAID_IN = lazy.compile(r"[^,;。\d]{0,8}(?:公布|宣布|披露|提出|所提|给出|订下|定下|[上下][调修])的")  # 由6月股東會所提的148億元: when it was said
_FROM = tuple("由从自较比")
_FOR_LATER = lazy.compile(r"[为替].*(?:[交备准].|做准)")  # 為下半年交付備料: what for, and not when
# 去年同期 is the year before a figure's own, which only that figure tells; see `kb.periodarithmetic`.
_COMPARISON = lazy.compile(
    r".*同期|上年度?|(?:the )?(?:same period (?:of )?)?(?:last|previous|prior) (?:fiscal |full )?year|.*a year (?:earlier|ago)|(?:the )?year before last"
    r"|(?:最近|近|过去).{1,3}年|(?:past|last|recent) \w+ years"
)
_ALL_OF = lazy.compile(r"\b(?:whole of|all of|full) $")  # for the whole of last year: no year to compare with
# 成為今年首家披露年報的銀行, "the first lender to do so this year": when somebody was the first, and no time of figures.
_RANKED = lazy.compile(r"(?:以来)?(?:首|第[一二三四五六七八九十\d]+)(?:[家个位间款次例宗支名只起部](?![月季]))|(?:以来)?(?:最|唯一)")
_RANKS = lazy.compile(r"(?:成为|成了|是|为|系)[^,;。\d]{0,3}$|\b(?:first|second|third|fourth|fifth|only|last|latest) (?:[\w-]+ ){0,4}to (?:[\w-]+ ){1,4}$")
# 2020年登陸科創板以來首個盈利年度: since when.
_SINCE_THEN = lazy.compile(r"[^,;。\d]{1,14}以来")
# Revenue rose 19% to 5.94 billion yuan last year: no comparison, but when that was.
_TOLD_FIGURE = lazy.compile(r"(?:\b(?:rose|fell|grew|climbed|dropped|declined|increased|decreased|jumped|surged|slipped|narrowed|widened|was|were|came|reached|made|earned|lost|sold|totall?ed|hit|booked|delivered|shipped|posted|reported|recorded|generated|spent|produced|carried|opened|built|had)\b)[^;]{0,70}\d[\d.,]*(?: ?(?:m|bn|million|billion|trillion|thousand))?(?: (?:yuan|euros?|dollars?|pounds?|yen|won|rupees|francs))? $")
# Last year Acme sold 58,100 cars: so is what somebody did then, before any figure.
_DEEDS = lazy.compile(
    r",? (?:[^,;.\d]{2,40}? )?(?:sold|shipped|delivered|made|earned|lost|had|reported|posted|booked|generated|took|brought|raised|spent|produced|built|opened|employed|handled|carried|recorded|paid|exported|installed|hired|signed|invested|processed|served)\b"
)
_HELD_AGAINST = lazy.compile(r"\b(?:from|against|versus|vs\.?|than|compared)\b[^,;]{0,40}$|\b(?:on|over|in|with|of|for|since) $")
# ", up from $95 million in": the year is that of the figure it came from.
_OF_BASE = lazy.compile(
    r"\b(?:from|than|with|versus|vs\.?|against)\s(?:a |an )?[^,;。]{0,12}?\d[^,;。]{0,18}\s(?:in|for|at|during)\s(?:the )?(?:(?:end|start|close|beginning) of (?:the )?)?$"
)
_SAID_THEN = lazy.compile(r"\b(?:forecast|guided|projected|announced|published|issued|predicted|set|expected|estimated|pencilled|promised|given)\b")  # the €230 million forecast in February
_SAME_PERIOD = lazy.compile(r"\b(?:of|in|for|during|from) the (?:same|corresponding|comparable) (?:period|quarter|half|month|time)s? (?:of|in) $")
TIMES = lazy.compile(r"(?:同期|全年)?(?:\([^()]{1,16}\)|\d[\d.,]*[万千百亿]*[\u3400-\u9fff]{1,2})?的[约近逾]?(?:[\d.]+|[两二三四五六七八九十])倍")  # 是2024年640台的兩倍
_LEVEL = lazy.compile(r"(?:水平|同期)?(?:持平|相当|相若|一致|打平)")


def is_reporting(period: Period) -> bool:
    """Whether figures can belong to a period; days are when somebody said something."""
    return period.kind in _REPORTING


def _kept(mention: PeriodMention, folded: str) -> bool:
    return is_reporting(mention.period) and not is_aside(mention, folded)


def is_of_deeds(mention: PeriodMention, folded: str) -> bool:
    """Return whether "last year" begins what somebody did then, before any figure of its sentence, and is nothing they are compared with."""
    if folded[mention.start : mention.end] != "last year" or not _DEEDS.match(folded, mention.end):
        return False
    before = folded[folded.rfind(". ", 0, mention.start) + 1 : mention.start]
    return not any(c.isdigit() for c in before) and not _HELD_AGAINST.search(before) and not before.rstrip().endswith("to")


def is_of_itself(mention: PeriodMention, folded: str) -> bool:
    """Return whether "last year" is when a figure was, and not what it is compared with."""
    before = folded[max(0, mention.start - 110) : mention.start]
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    return (folded[mention.start : mention.end] == "last year" and bool(_TOLD_FIGURE.search(before)) and not _HELD_AGAINST.search(before)) or is_of_deeds(mention, folded)


def _dates_a_rank(mention: PeriodMention, folded: str) -> bool:
    """Whether a time only says since or in when something was the first."""
    if _SINCE_THEN.match(folded, mention.end):
        return True
    before = _RANKS.search(folded, max(0, mention.start - 60), mention.start)
    return bool(before and ((folded[mention.start].isalpha() and folded[mention.start].isascii()) or _RANKED.match(folded, mention.end)))


def usable(mentions: Sequence[PeriodMention], folded: str) -> list[PeriodMention]:
    """Return the periods that figures can have: no bare days, no 去年同期, no years something was founded in."""
    return [
        m for m in mentions
        if _kept(m, folded)
        and not _dates_a_rank(m, folded)
        and (not _COMPARISON.fullmatch(folded[m.start : m.end]) or _ALL_OF.search(folded, 0, m.start) or is_of_itself(m, folded))
        and not _HAPPENED_BEFORE.search(folded[max(0, m.start - 24) : m.start])
        and not _HAPPENED_AFTER.match(folded[m.end : m.end + 14])
        and not (m.period.kind == "month" and folded[m.start - 1 : m.start] in _FROM and _SAID_IN.match(folded, m.end))
        and not _FOR_LATER.fullmatch(folded[m.start - 1 : m.end + 2])
    ]  # fmt: skip


def owned(mentions: Sequence[PeriodMention], quantity: Quantity, following: int, folded: str) -> Period | None:
    """Return the period printed right behind a figure as its own: "CNY 5 million in 2022"."""
    for mention in mentions:
        owned_ = _is_owned(mention, folded[quantity.end : mention.start], folded) and not is_aside(mention, folded)
        if quantity.end <= mention.start < following and owned_:
            return mention.period
    return None


def is_aside(mention: PeriodMention, folded: str) -> bool:
    """Whether a period in brackets introduces a figure to compare with: "(Q2 2025: €274 million)"."""
    return folded[: mention.start].endswith("(") and bool(re.match(r"\s*:", folded[mention.end :]))


def is_bracketed(mention: PeriodMention, folded: str) -> bool:
    """Return whether a period stands in brackets with a figure of its own: 虧損9.8億元(前年虧損34億元)."""
    return folded[mention.start - 1 : mention.start] == "(" and bool(_OTHER_FIGURE.match(folded, mention.end))


def _is_owned(mention: PeriodMention, between: str, folded: str) -> bool:
    if is_bracketed(mention, folded):
        return False
    if mention.period.kind == "month" and _SAID_THEN.search(between):
        return False
    return bool(
        _OWNED.match(between)
        or (between == " " and _NAMED_YEAR.match(mention.period.raw)) or (mention.period.kind == "span" and re.fullmatch(r"\s*(?:from|between)\s*", between))
    )


def owners(mentions: Sequence[PeriodMention], quantities: Sequence[Quantity], folded: str) -> set[int]:
    """Return where the periods stand that belong to the figure before them."""
    out = set()
    for quantity, following in zip(quantities, [*(q.start for q in quantities[1:]), len(folded)], strict=True):
        for mention in mentions:
            if quantity.end <= mention.start < following and _is_owned(mention, folded[quantity.end : mention.start], folded):
                out.add(mention.start)
    return out


def is_base(mention: PeriodMention, folded: str) -> bool:
    """Whether a period is only what something is compared with: 較2024年增長, 由2020年的."""
    before = folded[max(0, mention.start - 16) : mention.start]
    if mention.period.kind == "span":
        return False  # 從2022年至2025年 is itself the time
    earlier = folded[max(0, mention.start - 48) : mention.start]
    if _LEVEL.match(folded, mention.end) or TIMES.match(folded, mention.end):
        return True  # 力爭與2025年持平, 是2024年(2.1億元)的2.8倍
    return bool(AGAINST.search(before) or _START.search(before) or _OF_BASE.search(earlier) or _SAME_PERIOD.search(earlier))


def is_passing(mention: PeriodMention, mentions: Sequence[PeriodMention], quantities: Sequence[Quantity], folded: str, position: int) -> bool:
    """Return whether a part of a longer time was only told beside it, in a part of the sentence that ends before `position`.

    全年營收9.4億元,第四季3.6億元,季增44%;淨虧損7.7億元: of the whole year again.
    """
    if mention.period.kind not in ("quarter", "half", "month") or ";" not in folded[mention.end : position]:
        return False
    begin, part = folded.rfind(";", 0, mention.start) + 1, mention.period
    return any(
        begin <= m.start and m.period.kind in ("year", "half", "nine-months") and m.period.start <= part.start and part.end <= m.period.end
        and (m.period.start, m.period.end) != (part.start, part.end) and any(m.end <= q.start and q.end <= mention.start for q in quantities)
        for m in mentions if m.end <= mention.start
    )  # fmt: skip
