"""What a sentence tells as moved: what it was, what it is, and whether somebody changed their word or time changed it.

由原申報的268%修正為231%, "to 71,000 to 74,000 tonnes, instead of 82,000 to 86,000", "put back to March from October" and
員工由1,180人減至960人 are read alike: two figures, ranges or dates of one thing, the earlier and the later. A figure in
brackets is the earlier one where a line above a list says so. Whose and of what a move is, its label says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kb import lazy, periods, tabular
from kb.model import Quantity
from kb.text import fold
from kb.units import is_change, is_money

_CUR = r"(?:[a-z]{0,3}[$€£¥])?"
_ABOUT = r"(?:about |around |roughly |just |some )?"
# What stands between the figure before and the one after: 由1,180人減至960人, "from 40 to 48".
_MOVED = lazy.compile(
    r"\s?(?![至到和与及、])[\u3400-\u9fff]{0,7}?(?<![直甚截之和与])(?:至|到|为|成)的?(?:约|近|逾)?\s?$|(?: in| at)? {1,2}(?:\w+ ){0,2}to (?:about |around |roughly )?(?:[a-z]{0,3}\$)?$"
)
_FROM = lazy.compile(r"(?:由|从|自)(?:[^,。;\d]{0,12})$|\bfrom (?:(?:the|an?|its) )?(?:(?:previous|earlier|original|initial) )?(?:about |around |roughly )?(?:[a-z]{0,3}\$)?$")
# The same from the figure after to the one a time before: 派息0.42元,上年為0.36元, "2,874, up from 2,391".
_WAS = lazy.compile(
    r"(?:\([^()\d]{1,6}\))?[,(]?\s?(?:则|亦)?(?:较|比|而|相比|对比|[高低优好多少快大]于|逊于)?(?:上年|去年|前一年度?|上一年|一年前|年初|20\d\d年|上年同期|去年同期|同期|上一?季度?|前一?季度?|上个?月|\d{1,2}月|第[一二三四]季度?|[一二三四]季度?|前值)(?:同期|末|底)?(?:的|则?为|是|仅|则?只有|有|派|约为|:)?(?:约|近|逾)?\s?$|"
    r"(?:\([^()\d]{1,6}\))?[,(]\s?而?(?:此前|之前|原先|原来|以前|先前|早前)的?[^,;。\d]{0,10}?(?:为|是|仅|有)?(?:约|近|逾)?\s?$|"
    r"(?:\([^()\d]{1,6}\))?[,(]?\s?而?(?:在|于)?20\d\d年(?:\d{1,2}月)?[^,;。\d]{0,5}?(?:轮|时|末|底)(?:仅|只有|才|为|是|约)+\s?$|"
    r"(?: (?:(?:in|for|over|during|at|by|as of) (?:the |its )?[a-z]+(?: [a-z]+){0,3}|(?:this|last) (?:year|quarter|month|season)))?,? (?:compared (?:with|to)|versus|against|(?:up|down|rising|falling|rose|fell) from)(?: the)?(?: (?:about|around|just))?\s?(?:[a-z]{0,3}\$)?$"
)
_IN_TIME = lazy.compile(r"^ (?:in|at|on|by|for|during) (?:the )?(?:(?:end|beginning|start|middle|close) of )?(?:(?:first|second|third|fourth) (?:quarter|half)(?: of)?|[a-z]{3,9})?(?: ?\d{1,2},?)?(?: ?20\d\d)?(?=,)")
# What was planned or said, and what took its place: 原訂全年資本支出28億元,如今下修至19億元, "originally in May, now in July".
_PLANNED = lazy.compile(r"原[定订本计先]|最初|此前|先前|早前")
_REVISED = lazy.compile(r"\s?,?(?![至到和与及、])[\u3400-\u9fff]{1,8}?(?:至|到|为|成)(?:约|近|逾)?\s?")
_FIRST_SAID = lazy.compile(r"原(?:[定订本计先来拟]|预[计定期估]|估|报|列)|最初|起初|此前|先前|早前|\b(?:originally|initially|at first|first (?:reported|put|planned|given|announced|estimated|published|stated)|previously|formerly|earlier)\b")
_NOW_SAID = lazy.compile(
    r"\s?(?![至到和与及、])[^;。\d]{1,18}?(?:至|到|为|成|在|于|是|达)(?:约|近|逾)?\s?$|"
    rf"[^;.\d]{{0,60}}?\b(?:to|until|now (?:\w+ )?(?:at|in|for|to|as|is|are|be)|(?:is|are|be|been|was|were|will be) now|now|revised (?:down |up )?to) {_ABOUT}{_CUR}(?:in |the )*$"
)
_BACK = lazy.compile(r" from (?:about |around |roughly |just )?(?:[a-z]{0,3}\$)?$")  # "to 42 cents from 38"
# The figure after, then what it took the place of.
_EARLIER_ONE = r"(?:previous|prior|earlier|original|initial|old|first|last|preliminary|planned|published|reported|previously \w+|originally \w+|earlier \w+)"
_INSTEAD = lazy.compile(
    rf"(?: (?!from\b|and\b|but\b|with\b|to\b|by\b)[a-z]+(?: (?!from\b|and\b|but\b|with\b)[a-z]+){{0,7}}?)? ?,? ?(?:(?:up|down|lower|higher|reduced|raised|cut|revised|trimmed|lifted|changed|corrected) from|from|instead of|rather than|versus|vs\.?|against|compared (?:with|to)|replacing|not|below|above)(?: in| for| by)?"
    rf"(?: (?:the|an?|its|their))?(?: {_EARLIER_ONE}){{0,2}}(?: (?:estimate|forecast|guidance|target|plan|figure|range|reading|outlook|projection|budget|value|level|count|number|total)s?)?(?: (?:of|for|at|to|in|as|range of))* ?{_ABOUT}{_CUR}$|"
    rf"(?: [a-z]+){{0,4}},? ?\(?(?:previously|originally|formerly|initially|earlier|before|was|old|prior)(?: (?:forecast|guidance|estimate|range|reported|said|put|at|as|in|to|be|been|figure|planned|expected|seen|guided|stated)){{0,3}}:? ?{_ABOUT}{_CUR}$|"
    r"[^,;。\d]{0,6}[,(]?\s?(?:而非|而不是|不再是|不是|并非|并不是|取代|[高低多少早晚]于|较|比)?(?:公司|集团)?(?:此前|之前|原先|原来|以前|先前|早前|原本|原[订定估报列预计]{0,2}|上次|前次|初步|初值|初估|旧|前值|[更修]正前|[下上调][修调整]前)[^,;。\d]{0,12}?(?:为|是|仅|有|:)?(?:约|近|逾)?\s?$|"
    r"[^,;。\d]{0,6},?(?:而非|而不是|不再是|并非)(?:约)?\s?$"
)
# The same in a clause of its own, "; in January it had announced", and where what follows says that it was said before: "on the $240 million it forecast in May".
_SAID_SINCE = lazy.compile(
    rf"[^.\d]{{0,40}}[,;(] ?(?:(?:in|on|at|last|back in) [a-z0-9 ]{{2,16}} )?(?:it|they|the \w+|having|which|once|and)?(?: had| has| was| were| have)?(?: been)?(?: (?:previously|earlier|originally|initially|first|once|before))? (?:announced|reported|published|said|forecast|guided|aimed|planned|expected|promised|budgeted|targeted|estimated|put|indicated|stated|projected|seen)(?: (?:for|to|at|as|a|an|the|it|of|up)){{0,3}} ?{_ABOUT}{_CUR}$|"
    r"[^,;。\d]{0,6}[,;(]?\s?(?:较|比|而非|低于|高于|少于|多于|不同于|异于)?(?:于)?[^,;。]{0,8}?(?:初次|首次|最初|先前|此前|原先|所|当时|曾|已|时)(?:[^,;。\d]{0,3}?)(?:公[布告]|披露|申报|发布|报告|预[估计测期]|宣布|提出|给出|说)(?:的|为|是)?(?:约|近|逾)?\s?$|"
    r"[^,;。\d]{0,6}[,(]?\s?(?:较|比|而非|低于|高于|少于|多于)(?:于)?[^,;。]{1,8}?(?:公[布告]|披露|申报|发布|报告|预[估计测期]|宣布)的(?:约|近|逾)?\s?$"
)
_THAN = lazy.compile(rf"[^.;\d]{{0,40}}\b(?:than|on|from|of|against|below|above|over) (?:the )?{_ABOUT}{_CUR}$")
_IT_SAID = lazy.compile(r" (?:(?:it|that|which|they|the (?:company|group|firm)) )?(?:had |was |were )?(?:been )?(?:previously |first |originally |initially |earlier )?(?:forecast|reported|announced|published|guided|planned|expected|promised|disclosed|indicated|stated|projected|budgeted)\b")
_BRACKET = lazy.compile(r"\s?\(")
_FROM_BARE = lazy.compile(
    r" ?(?:\([^)]{1,12}\) )?(?:from|instead of|rather than|and not|not) (?:the )?(?:about |around |just )?(?P<n>\d[\d,]*(?:\.\d+)?)(?=$|[,;:)]|\.(?!\d)| (?:a year|last|in|previously|before|and|it|first|originally|planned)\b)"
)
_BARE_BACK = lazy.compile(
    r"(?<![\w.,-])(?P<new>\d[\d,]*(?:\.\d+)?)(?:,? (?:up|down))?,? (?:from|instead of|rather than) (?:(?:an?|the|its) )?(?:(?:earlier|previous|original|initial|planned|first) )?(?P<old>\d[\d,]*(?:\.\d+)?)(?![\w,%]|\.\d| (?:per ?cent|million|billion|trillion|to|months?|years?|days?|weeks?|hours?)\b|-)"
)
_BARE_FORTH = lazy.compile(
    r"\bfrom (?:about |around |just )?(?P<old>\d[\d,]*(?:\.\d+)?) to (?:about |around |just )?(?P<new>\d[\d,]*(?:\.\d+)?)(?![\w,%]|\.\d| (?:per ?cent|million|billion|trillion|months?|years?|days?|weeks?|hours?|january|february|march|april|may|june|july|august|september|october|november|december)\b|-)"
)
_A_YEAR = lazy.compile(r"(?:19|20)\d\d")
_PRINTED = lazy.compile(r"\d[\d,]*(?:\.\d+)?")
_TO = lazy.compile(r"\b(?:to|at|is|was|by|of|for) (?:about |around )?(?:[a-z]{0,3}[$€£])?$")
_LEAST = Decimal("0.05")  # of the other: a figure without its unit that is smaller still is of another scale
_UNIT_WORD = lazy.compile(r" ([a-z]+)$")
# That a figure is put in the place of another by whoever says it, and that it is only what time made of it.
_REVISES = lazy.compile(
    r"更正|[修订]正|修订|重述|[重改]列|[上下]修|[上下]调|调[高低升降减增整]|改[为至到成在期于]|推[迟后]|延[后期迟至到]|提[前早]|追加|加码|缩减|削减|砍|裁减|放宽|收紧|补提|校正|订正|"
    r"原[先本来订定估报列拟预计申]|最初|此前|先前|早前|预[期计估测算]|指引|目标|计划|展望|财测|"
    r"\b(?:restat\w+|revis\w+|correct(?:s|ed|ing|ion)?|trim\w*|cut(?:s|ting)?|lower(?:s|ed|ing)?|lift\w*|rais\w+|hik\w+|reduc\w+|upgrad\w+|downgrad\w+|put back|push\w*|delay\w*|postpon\w*|slip\w*|br(?:ing|ought) forward|mov\w+|reset|chang\w+|adjust\w*|slash\w*|"
    r"instead of|rather than|replac\w+|original\w*|initial\w*|previously|formerly|at first|first reported|earlier (?:estimate|figure|forecast|guidance|target|plan|reading|range)|proposed|draft|preliminary|provisional|forecasts?|guidance|outlook|expect\w*|plan\w*|budget\w*|target\w*|estimat\w*|now (?:seen|expect\w*|put|plan\w*))\b"
)
_BY_TIME = lazy.compile(
    r"去年|上年|同期|一年前|前一年|年初|上一?季|上个?月|\b(?:a year (?:ago|earlier|before)|last (?:year|quarter|month)|(?:the )?(?:previous|prior|preceding) (?:year|quarter|month|half)|year-ago|year on year|same (?:period|quarter)|as of|at the (?:start|end))\b"
)
_ROSE = lazy.compile(r"\b(?:up|down|rose|fell|grew|climbed|dropped|declined|gained|rising|falling)\b|[增升涨]长?[至到]|[降跌减][至到]")
# Held against another figure, which is an earlier one of the same only where that is said.
_HELD = lazy.compile(r"\b(?:against|versus|vs|compared (?:with|to)|above|below)\b")
_SAID_BEFORE = lazy.compile(r"\b(?:estimat\w*|forecast\w*|guidance|guided|outlook|target\w*|plan\w*|expect\w*|previous\w*|earlier|original\w*|initial\w*|first|published|reported|announced|said|projected|budgeted|old|proposed|draft|preliminary|provisional)\b")
_OF_YEAR = lazy.compile(r"20\d\d ?年(?:度|底|末)?的?\s?$")
_IN_YEAR = lazy.compile(r" in (?:the )?[^,;.]{0,16}20\d\d\b")
_CUT = lazy.compile(r"[,;。()]|\.(?!\d)|:(?!\d)")
_STOP = lazy.compile(r"[;。]|\.(?= |$)")
_SAYS_NOTHING = lazy.compile(r"由|从|自|则|为|约|和|并|将|把|其|该|原|\d|\s|\b(?:and|its?|the|to|from|has|have|been|was|were|is|are|be|also|by|at|in|originally|initially|previously|formerly|now|put|pushed|moved|back|due|start\w*|will|would|first|planned|expected|which|that|should|have|read|stood|stands?|came|comes)\b|\W")
# Dates as plans are moved: a month, a quarter, a half, with a year or without.
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?"
_YEAR_EN = r"(?:20\d\d(?! ?年)|next year|this year|the year after next)"
_WHEN = lazy.compile(
    rf"(?<![a-z\d])(?:the )?(?:(?:(?:early|late|mid)(?:-| in | )?|(?:end|beginning|start|middle) of )(?:the )?)?(?:(?:\d{{1,2}} )?{_MONTH}(?:,? (?:of )?{_YEAR_EN})?|(?:(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:quarter|half)|q[1-4]|h[12]|[1-4]q|[12]h|spring|summer|autumn|winter)(?:,? (?:of )?{_YEAR_EN})?|(?:early |late |mid-?)?{_YEAR_EN})(?![a-z\d-]|,\d)|"
    r"(?:(?:今年|明年|后年|本年|次年|20\d\d ?年)的?)(?:[春夏秋冬](?:季|天)?|[上下]半年?|第?[一二三四1-4]季度?|q[1-4]|年?[初中底末]|\d{1,2} ?月(?:\d{1,2} ?[日号]|[上中下]旬|[底初中末])?)?|"
    r"(?<!\d)(?:\d{1,2} ?月(?:\d{1,2} ?[日号]|[上中下]旬|[底初中末])?|第[一二三四1-4]季度?|[一二三四]季度?|q[1-4]|[上下]半年|年[初中底末])"
)
_DUE = lazy.compile(r"\b(?:was|were|is|are|been|,)? ?(?:due|meant|supposed|scheduled|slated|set|to have) (?:to )?[a-z ]{0,24}$")
_DATED_MOVE = lazy.compile(r"推[迟后]|延|提[前早]|改[到至为在于期]|押后|顺延|往后|原[订定本先]|\b(?:put back|push\w*|delay\w*|postpon\w*|slip\w*|forward|mov\w+|resched\w+|instead of|rather than|original\w*|initial\w*|previously|not|defer\w*|pull\w*|chang\w+|extend\w*|now)\b")
# By how much, then to what: "lowered by $30 million to $280 million", 下調3000萬元至2.8億元.
_BY = lazy.compile(r"(?:(?P<down>\b(?:cut|lower|reduc|trim|slash|shav|downgrad|fall|fell|drop|declin|decreas|slip)\w*|[下]调|调[低降减]|下修|[削砍]减|减少|降低)|(?P<up>\b(?:rais|lift|increas|hik|boost|upgrad|ris|rose|climb|grow|grew|go(?:es)? up|went up)\w*|上调|调[高升增]|上修|追加|提高|增加))(?:(?: [\w'’-]+){0,6} by|了)? ?(?:约|about |around )?(?:[a-z]{0,3}[$€£¥])?$")
_BY_TO = lazy.compile(r",? to (?:about |around )?(?:[a-z]{0,3}[$€£¥])?$|,?(?:至|到|为)约?$")
# A line that says what the brackets of a list hold.
_HEADER = lazy.compile(
    r"括[号弧](?:内|里|中)?[^,;。()]{0,14}?(?:公[布告]|披露|申报|原|[更修]正前|调整前|[此先之]前|旧|上次|前次|初)|"
    r"\b(?:previous(?:ly)?|earlier|original(?:ly)?|prior|old|first|initial(?:ly)?)\b[^.;]{0,50}\b(?:brackets|parenthes[ei]s)\b|\b(?:brackets|parenthes[ei]s)\b[^.;]{0,50}\b(?:previous(?:ly)?|earlier|original(?:ly)?|prior|old|first|initial(?:ly)?)\b"
)
_NOT_HEADER = lazy.compile(r"同期|上年|去年|\b(?:year ago|year earlier|last year|year-earlier|year-ago|prior year|previous year)\b")
_STEP = 3  # times a step that a result is at least
_CHANGE_UNITS = ("pp", "bp", "x", "date")


class When(NamedTuple):
    """A date as printed at text[start:end]."""

    raw: str
    start: int
    end: int


Value = Quantity | When


@dataclass(frozen=True, slots=True)
class Move:
    """What something was and what it became; `label` is the folded clause that says what, `around` all that is said with it.

    `way`: "revised" where somebody put the one in the place of the other, "aged" where the earlier is of a time before,
    "grew" where nothing tells which.
    """

    old: Value
    new: Value
    label: str
    around: str
    way: str

    @property
    def dated(self) -> bool:
        """Whether dates moved, and no figures."""
        return isinstance(self.old, When)

    @property
    def quantities(self) -> tuple[Quantity, Quantity] | None:
        """Both figures, None of dates."""
        return (self.old, self.new) if isinstance(self.old, Quantity) and isinstance(self.new, Quantity) else None


def is_header(text: str) -> bool:
    """Return whether a line says that brackets hold earlier figures.

    >>> is_header("更正內容如下（括號內為4月23日公布數）："), is_header("Results (year-earlier figures in brackets):")
    (True, False)
    """
    folded = fold(text)
    return bool(_HEADER.search(folded)) and not _NOT_HEADER.search(folded)


@lru_cache(maxsize=4096)
def moves(text: str, bracketed: bool = False) -> tuple[Move, ...]:
    """Return what a sentence tells as moved; `bracketed` where a line above says that brackets hold the earlier figures.

    >>> [(m.old.raw, m.new.raw, m.way) for m in moves("資本適足率由原申報的268%修正為231%。")]
    [('268%', '231%', 'revised')]
    >>> [(m.old.raw, m.new.raw) for m in moves("It now expects 71,000 to 74,000 tonnes, instead of 82,000 to 86,000 tonnes.")]
    [('82,000 to 86,000 tonnes', '71,000 to 74,000 tonnes')]
    >>> [(m.old.raw, m.new.raw) for m in moves("The opening was put back to the first quarter of 2027 from September.")]
    [('September', 'the first quarter of 2027')]
    >>> [(m.old.raw, m.new.raw) for m in moves("税后净利：10.3亿元（11.9亿元）", bracketed=True)]
    [('11.9亿元', '10.3亿元')]
    >>> [m.way for m in moves("Cash was $2.4 million, up from $2.1 million a year earlier.")]
    ['aged']
    """
    folded = fold(text)
    times = [(m.start, m.end) for m in periods.find(text)]
    found = _ranges(folded, [q for q in tabular.amounts(text) if q.lo is not None and q.unit not in _CHANGE_UNITS])
    pairs: list[tuple[Value, Value]] = []
    for one, other in pairwise(found):
        if pair := _of_figures(folded, one, other, times, bracketed) or _by_so_much(folded, one, other):
            pairs.append(pair)
    paired = {(v.start, v.end) for p in pairs for v in p}
    pairs += [pair for q in found if (q.start, q.end) not in paired and (pair := _from_bare(folded, q))]
    pairs += _of_dates(text, folded, found)
    pairs += _of_numbers(text, folded, [*found, *(v for p in pairs for v in p)])
    pairs.sort(key=lambda p: min(p[0].start, p[1].start))
    return tuple(_told(folded, pairs, n, bracketed) for n in range(len(pairs)))


def pairs_in(text: str, ratios: bool = False) -> list[tuple[Quantity, Quantity]]:
    """Return the single figures of a sentence that it gives as a change, each as (before, after); percentages with `ratios`.

    >>> [(a.raw, b.raw) for a, b in pairs_in("葵涌員工由1,180人減至960人。")]
    [('1,180人', '960人')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("派發末期股息每股0.42元,上年為0.36元。")]
    [('0.36元', '0.42元')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("Cash was $2.4 million, up from $2.1 million.")]
    [('$2.1 million', '$2.4 million')]
    >>> pairs_in("Cash was $2.4 million, up $0.3 million from a year earlier.")
    []
    >>> [(a.raw, b.raw) for a, b in pairs_in("The deal values it at $1.4 billion, down from the $2.2 billion mooted in 2024.")]
    [('$2.2 billion', '$1.4 billion')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("市场规模将从2025年的46亿元增长到2030年的310亿元。")]
    [('46亿元', '310亿元')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("The dividend goes up to 42 cents from 38.")]
    [('38 cents', '42 cents')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("It shipped 48,000 kettles this year, up from 40,000.")]
    [('40,000 kettles', '48,000 kettles')]
    >>> [(a.raw, a.unit) for a, _ in pairs_in("資本支出上修至新台幣64億元，原先規劃是52億元。")]
    [('52億元', 'TWD')]
    >>> [(a.raw, a.unit) for a, _ in pairs_in("目標由5,600萬上調至5,750萬人次。")]
    [('5,600萬', '人次')]
    """
    told = [m.quantities for m in moves(text) if m.quantities and m.quantities[0].raw and m.quantities[0].unit]
    return [(a, b) for a, b in told if a.lo == a.hi and b.lo == b.hi and (ratios or a.unit != "%")]


# ------------------------------------------------------------ which two
def _of_figures(folded: str, one: Quantity, other: Quantity, times: Sequence[tuple[int, int]], bracketed: bool) -> tuple[Quantity, Quantity] | None:
    """Two figures side by side as (before, after), None where they are no such two."""
    between = folded[one.end : other.start]
    forth, back = _alike(one, other), _alike(other, one)
    lead = folded[_begin(folded, one.start) : one.start]
    if forth:
        if _MOVED.fullmatch(_undated(folded, one.end, other.start, times)) and _FROM.search(_undated(folded, 0, one.start, times)):
            return forth, other
        if one.unit == other.unit and _REVISED.fullmatch(between) and _PLANNED.search(lead[_last_cut(lead) :]):
            return one, other
    if back and bracketed and _BRACKET.fullmatch(between) and folded[other.end : other.end + 1] == ")":
        return back, one
    if back and (_BACK.fullmatch(between) or _WAS.fullmatch(between) or _WAS.fullmatch(_IN_TIME.sub("", between)) or (_INSTEAD.fullmatch(_undated(folded, one.end, other.start, times)) and (_revises(folded, one.start, other.end) or (_TO.search(lead) and " from " in between)))):
        return back, one
    if back and _was_said(folded, one.end, other.start, other.end):
        return back, one
    if forth and _FIRST_SAID.search(lead[_last_cut(lead) :]) and _NOW_SAID.fullmatch(between):
        return forth, other
    return None


def _by_so_much(folded: str, step: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """What a figure was that is told with its step: "lowered by $30 million to $280 million"; printed nowhere, it has no text."""
    if not _alike(step, new) or is_change(step.unit) or step.lo is None or step.lo != step.hi or new.lo is None or new.lo != new.hi or not _BY_TO.fullmatch(folded, step.end, new.start):
        return None
    told = _BY.search(folded, 0, step.start)
    if told is None:
        return None
    old = new.lo + step.lo if told["down"] else new.lo - step.lo
    return (Quantity(old, old, new.unit, "", "", step.start, step.end), new) if old > 0 else None


def _of_numbers(text: str, folded: str, known: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Two bare numbers, of what the words around them count: "the number of patients was raised to 840 from 700"."""
    out: list[tuple[Value, Value]] = []
    for m in (*_BARE_BACK.finditer(folded), *_BARE_FORTH.finditer(folded)):
        new, old = (Quantity(n := Decimal(m[g].replace(",", "")), n, "", "", text[m.start(g) : m.end(g)], m.start(g), m.end(g)) for g in ("new", "old"))
        years = all(_A_YEAR.fullmatch(m[g]) for g in ("new", "old"))
        if not years and not any(v.start < max(old.end, new.end) and min(old.start, new.start) < v.end for v in known):
            out.append((old, new))
    return out


def _of_dates(text: str, folded: str, figures: Sequence[Quantity]) -> list[tuple[Value, Value]]:
    """Two dates of a plan, the one it had and the one it has; only where it is said to have moved."""
    if not _DATED_MOVE.search(folded):
        return []
    found = [When(text[m.start() : m.end()].strip(" ."), m.start(), m.end()) for m in _WHEN.finditer(folded) if not any(q.start < m.end() and m.start() < q.end for q in figures)]
    out: list[tuple[Value, Value]] = []
    for one, other in pairwise(found):
        between, lead = folded[one.end : other.start], folded[_begin(folded, one.start) : one.start]
        near = folded[max(0, one.start - 80) : other.end]
        if (out and out[-1][0] in (one, other)) or len(between) > 80 or not _DATED_MOVE.search(near):
            continue
        if (_MOVED.fullmatch(between) and _FROM.search(folded[: one.start])) or ((_FIRST_SAID.search(lead[_last_cut(lead) :]) or _DUE.search(lead)) and _NOW_SAID.fullmatch(between)):
            out.append((one, other))
        elif _BACK.fullmatch(between) or _INSTEAD.fullmatch(between):
            out.append((other, one))
    return out


def _ranges(folded: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The figures, with what a range was moved from as a range too: "to $4.7 billion to $4.85 billion from $4.9 billion to $5.1 billion"."""
    out: list[Quantity] = []
    for q in (part for whole in found for part in _step_and_result(folded, whole)):
        last = out[-1] if out else None
        before = out[-2] if len(out) > 1 else None
        if (
            last and before and before.lo != before.hi and last.lo == last.hi and q.lo == q.hi and before.unit == q.unit and _alike(last, q)
            and last.lo is not None and q.lo is not None and last.lo < q.lo and re.fullmatch(r" (?:to|and) |至|到", folded[last.end : q.start])
        ):  # fmt: skip
            scale = q.raw if q.raw else ""
            out[-1] = Quantity(last.lo, q.hi, q.unit, last.qualifier, f"{last.raw}{folded[last.end : q.start]}{scale}", last.start, q.end)
        else:
            out.append(q)
    return out


def _step_and_result(folded: str, q: Quantity) -> Sequence[Quantity]:
    """What is written as a range and is a step with its result: 下調3億元至21億元."""
    cut = re.search(r"[\u3400-\u9fff](?P<to>至|到)", q.raw) if q.lo != q.hi and q.lo and q.hi and q.hi / q.lo > _STEP and _BY.search(folded, 0, q.start) else None
    if cut is None:
        return (q,)
    return (
        Quantity(q.lo, q.lo, q.unit, "", q.raw[: cut.start("to")], q.start, q.start + cut.start("to")),
        Quantity(q.hi, q.hi, q.unit, "", q.raw[cut.end("to") :], q.start + cut.end("to"), q.end),
    )


def _from_bare(folded: str, after: Quantity) -> tuple[Quantity, Quantity] | None:
    """The pair of a figure and the bare number it came from: "to 42 cents from 38", "620 people instead of 480"."""
    behind = _FROM_BARE.match(folded, after.end)
    printed = _PRINTED.search(after.raw)
    if not behind or not printed or not after.lo or after.lo != after.hi or not (_TO.search(folded[: after.start]) or "from" not in behind.group()):
        return None
    before = Decimal(behind["n"].replace(",", "")) * after.lo / Decimal(printed.group().replace(",", ""))
    if not _LEAST < before / after.lo < 1 / _LEAST:
        return None
    raw = after.raw.replace(printed.group(), behind["n"])
    return Quantity(before, before, after.unit, "", raw, behind.start("n"), behind.end("n")), after


def _alike(bare: Quantity, full: Quantity) -> Quantity | None:
    """A figure in the unit of the one it is told with, where it leaves its own unsaid: 由5,600萬上調至5,750萬人次, "to 42 cents from 38"."""
    if bare.unit == full.unit:
        return bare
    if is_money(full.unit) and is_money(bare.unit) and bare.raw[:1].isdigit() and bare.raw[-1:] == "元" == full.raw[-1:]:
        return replace(bare, unit=full.unit)  # 新台幣46億元,原先規劃是33億元
    if bare.unit and full.unit.startswith(f"{bare.unit}/"):
        return replace(bare, unit=full.unit)  # "12 cents a share from 18 cents"
    if bare.unit or not bare.lo or not full.lo or not _LEAST < bare.lo / full.lo < 1 / _LEAST:
        return None
    word = _UNIT_WORD.search(full.raw)  # 515,000 of 640,000 drones
    return replace(bare, unit=full.unit, raw=f"{bare.raw} {word[1]}" if word and word[1].startswith(full.unit) else bare.raw)


def _undated(folded: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> str:
    """A stretch of a text without the dates in it: 从2025年的46亿元增长到2030年的310亿元 tells a move too."""
    return "".join(folded[i] for i in range(start, end) if not any(a <= i < b for a, b in times))


# ------------------------------------------------------------ of what
def _told(folded: str, pairs: Sequence[tuple[Value, Value]], n: int, bracketed: bool) -> Move:
    """A move with the words that say of what it is: its clause, and the one before where it says too little itself."""
    old, new = pairs[n]
    start, end = min(old.start, new.start), max(old.end, new.end)
    begin = max([_begin(folded, start), *(max(a.end, b.end) for a, b in pairs[:n] if max(a.end, b.end) <= start)])
    until = min([m.start() for m in [_CUT.search(folded, end + (folded[end : end + 1] == ")"))] if m] + [min(a.start, b.start) for a, b in pairs[n + 1 :]] + [len(folded)])
    lead = folded[begin:start]
    cuts = [0, *(m.end() for m in _CUT.finditer(lead))]
    at = len(cuts) - 1
    while at and len(_SAYS_NOTHING.sub("", lead[cuts[at] :])) < 2:
        at -= 1
    between = folded[min(old.end, new.end) : max(old.start, new.start)]
    tail = folded[end : max(end, until)]
    whole = f"{lead} {between} {tail}"
    aged = bool(_BY_TIME.search(between) or _BY_TIME.search(folded, end, min(len(folded), end + 40)))
    aged = aged or bool(_BY_TIME.search(lead[-12:]) or _OF_YEAR.search(between) or _IN_YEAR.match(folded, end) or (_HELD.search(between) and not _SAID_BEFORE.search(f"{between} {tail}")))
    grew = _ROSE.search(between) and not _REVISES.search(f"{lead[cuts[at] :]} {between} {tail}")
    since = new.end <= old.start and _was_said(folded, new.end, old.start, old.end)
    said = bracketed or since or isinstance(old, When) or bool(_REVISES.search(whole))
    way = "aged" if aged and not bracketed else "revised" if said and (since or not grew) else "grew"
    return Move(old, new, f"{lead[cuts[at] :]} {between} {tail}", whole, way)


def _begin(folded: str, position: int) -> int:
    """Where the sentence or its part behind a semicolon begins."""
    return max((m.end() for m in _STOP.finditer(folded, 0, position)), default=0)


def _last_cut(lead: str) -> int:
    return max((m.end() for m in _CUT.finditer(lead)), default=0)


def _was_said(folded: str, end: int, start: int, behind: int) -> bool:
    """Whether the second of two figures is told as what was said before."""
    between = folded[end:start]
    return bool(_SAID_SINCE.fullmatch(between) or (_THAN.fullmatch(between) and _IT_SAID.match(folded, behind)))


def _revises(folded: str, start: int, end: int) -> bool:
    """Whether a stretch, with what leads up to it, says that something was put in the place of something else."""
    begin = max(_begin(folded, start), start - 90)
    return bool(_REVISES.search(folded, begin, min(len(folded), end + 30)))
