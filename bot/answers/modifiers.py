"""Words that make another figure of a measure: gross and net, before and after tax, basic and diluted.

A figure whose own clause says the opposite of what is asked is none for the question; one that says
neither may be either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb import lazy
from kb.rows import StoredFact
from kb.text import fold

_PAIRS = tuple(
    (lazy.compile(a), lazy.compile(b))
    for a, b in (
        (r"净额|\bnet (?:proceeds|amount)\b|\bnet of\b|\bin net\b", r"总额|毛额|\bgross\b"),
        (r"税前|\b(?:before|pre)[- ]?tax\b", r"税后|\bafter[- ]tax\b|\bpost-tax\b"),
        (r"稀释|摊薄|\bdiluted\b", r"基本每股|\bbasic\b"),
        (r"non-gaap|非公认|非通用|经调整|\badjusted\b", r"(?<!non-)\bgaap\b"),
        (r"不含税|未税", r"含税(?!前)"),
        (r"集装箱|标准箱|货柜|\bteus?\b|\bcontainers?\b|\bboxes\b", r"吨|\btonn?e?s?\b"),
        (r"中位数|\bmedian\b", r"平均|均值|\baverage\b|\bmean\b"),
        (r"海外|境外|国外|\boverseas\b", r"境内|国内市场|\bdomestic\b"),
    )
)
_LEAD = 24  # characters before a figure that say what it is
_TAIL = 6
_BREAK = lazy.compile(r"[,;。]|\. ")
QUARTERLY = lazy.compile(
    r"环比|按季|按月|季增|季减|月增|月减|\bqoq\b|\bmom\b|\b(?:quarter|month)[- ](?:on|over)[- ](?:quarter|month)\b|\bsequential\w*|\bfrom the (?:previous|prior) (?:quarter|month)\b"
)


# Which market a share or a count is of, anywhere in its sentence.
_MARKETS = (lazy.compile(r"全球|(?<!新)世界|\bglobal(?:ly)?\b|\bworldwide\b|\bworld\b"), lazy.compile(r"国内|境内|全国|中国市场|\bdomestic(?:ally)?\b|\bin china\b|\bchina's\b|\bchinese market\b"))
_OF_A_MARKET = frozenset(("market-share", "shipments", "sales-volume", "deliveries", "rank"))
_PLACE = lazy.compile(r"[欧美亚洲非]洲|拉美|中东|东南亚|\b(?:europe\w*|asia\w*|americas?|africa\w*|middle east)\b")
_ABROAD = lazy.compile(r"海外|境外|国外|出口|外销|出海|\babroad\b|\boverseas\b|\bexport\w*\b|\boutside (?:china|the mainland)\b|\bforeign\b|\binternational\w*\b")


def of_another_market(measure: str, text: str, asked: str) -> bool:
    """Return whether a sentence tells its figure of the market at home where the world's is asked for, or the other way round; `asked` is folded.

    >>> of_another_market("market-share", "从国内装机份额看，甲为14.6%。", "甲的全球市场份额")
    True
    """
    if measure not in _OF_A_MARKET:
        return False
    said = fold(text)
    if _ABROAD.search(asked) and not _ABROAD.search(said) and not _PLACE.search(said):
        return True  # 2025年海外賣了幾輛: the whole is none of that
    return any(a.search(asked) and not b.search(asked) and b.search(said) and not a.search(said) for a, b in (_MARKETS, _MARKETS[::-1]))


def contradicted(fact: StoredFact, text: str, asked: str) -> bool:
    """Return whether the clause of a fact says it is the other figure than the one asked for (folded)."""
    return contradicts(fold(text), fact.quantity.start, fact.quantity.end, asked)


def contradicts(folded: str, start: int, end: int, asked: str) -> bool:
    """Return whether the clause of a figure at a place says it is the other one than the one asked for; all folded.

    >>> contradicts("货物吞吐量2,684万吨", 5, 12, "集装箱吞吐量"), contradicts("集装箱吞吐量71.8万标准箱", 6, 14, "集装箱吞吐量")
    (True, False)
    """
    wanted = _wanted(asked)
    if not wanted:
        return False
    before = _BREAK.split(folded[max(0, start - _LEAD) : start])[-1]
    near = before + folded[start : end + _TAIL]
    return any(b.search(near) and not a.search(near) for a, b in wanted)


@lru_cache(64)
def _wanted(asked: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The figures that a question asks for, each with the other one that it may be taken for; it is asked of every fact."""
    return tuple((a, b) for pair in _PAIRS for a, b in (pair, pair[::-1]) if a.search(asked) and not b.search(asked))
