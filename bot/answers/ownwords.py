"""How much of what a question asks for the own words of one figure say: those around it, up to the next figure or clause.

What is asked for is what is left of a question without names, times and the words that only ask. Each character of it
(each word, in English) counts the same; half of a Chinese word counts half, and a word the dictionaries hold to mean
the same counts in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.question import Question
from kb import lazy, periods
from kb.model import Quantity
from kb.names import Names
from kb.search import Need, Search
from kb.text import fold, stem, words

_ASKING = lazy.compile(
    r"多少(?:[个個]?(?:百分[点比]|亿|万)|钱|元|块)?|几多(?:钱|[天日年])?|百分之几|几(?:成|[个個]?(?:百分点|[小]?时|月|年)|[天日年倍%])?|多(?=[大高长重快久宽厚深远])|[大高长重快久宽厚深远](?=[?？]|$)|"
    r"什么|啥|哪|怎么?样?|请问|想知道|告诉我|大概|大约|目前|现在|如今|当前|一共|总共|合共|可以|打算|计划|准备|预计|预期|数字|金额|水平|达到|"
    r"超过(?=多少|几)|高于(?=多少|几)|[值](?=多少|几)|[这那](?:份|笔|家|款|项|张|台|座|批|条|栋|辆|架|艘)|新(?=厂|船|工厂|产线|生产线|店|款|车|楼|校|院|项目)|"
    r"[,?:;。、]"
)
# Characters that count nothing by themselves, though they stand in words: 有 in 持有, 能 in 產能.
_LIGHT = frozenset("的了呢吗啊呀吧嘛是为有在被给把将会要能可就都也还才又再与和跟及同向对于从由到得过其该这那此它他她们之所以个一得须需应")
_COUNTERS = lazy.compile(r"(?<=多少)[个家间名位台辆架艘座款项份颗片条支套只头件处吨度瓶户]|(?<=多少)股(?![份权东])|(?<=几)[个家间名位台辆架艘座款项份颗片条支套只头件处吨度瓶户]|[一每][年月天日度]|[一每]个?小时")
# What only says what kind of figure is wanted, which its unit says as well; left out where something else remains.
_OF_SUMS = lazy.compile(r"价格|价钱|金额|总[额值价]|的?钱|款项|(?<=[\u3400-\u9fff]{2})额")
_OF_RATIOS = lazy.compile(r"占比|比例|比率|比重|百分比|份额|增幅|涨幅|跌幅|增速|增长率?|成长率?|[上下]?[升涨跌降](?:幅|了|价)?|[上下]调|调[升涨高降低]|减少|增加")
_SUM_WORDS = frozenset(stem(w) for w in "cash money price cost fund worth total sum".split())
_RATIO_WORDS = frozenset(stem(w) for w in "share percentage percent proportion portion grow grew growth rise rose increase fall fell decline drop jump climb slip".split())
_GLUE = frozenset(
    "a an the of in on at to by for from with and or as is are was were be been being do does did has have had will would could can may might should shall it its it's their they them he she his her this that these those there "
    "what what's which who whom whose how much many long big large small high low far fast old heavy often total overall about around roughly approximately currently now today please tell me give us s get got gets take takes took taken make made receive received "
    "figure number amount level value size there's so any some expected expect expects plan plans planned hope hopes want wants aim aims set due".split()
)
_HAN = lazy.compile(r"[\u3400-\u9fff]+")
_SAYS = lazy.compile(r"[\u3400-\u9fff]|[a-z]{3}")
_HALF = 0.5
_CONTRACTED = 0.85  # 首日 in 首銷日
_CLAUSE = lazy.compile(r"[,;:。!?](?!\d)|\.(?=\s|$)|\s[–—-]\s")


class Asked(NamedTuple):
    """What a question asks for: Chinese runs and English words, with the needs they belong to."""

    runs: tuple[str, ...]
    latin: tuple[str, ...]
    needs: tuple[Need, ...]

    @property
    def size(self) -> int:
        """How many characters and words there are that count."""
        return sum(c not in _LIGHT for run in self.runs for c in run) + len(self.latin)


def asked(question: Question, names: Names, sums: bool = False, ratios: bool = False) -> Asked:
    """Return what a question asks for, without the names it asks of, times, and words that only ask.

    `sums`, `ratios`: a figure of the kind is wanted, and words that say no more than that need not be said.
    """
    folded = question.folded
    of = {i for group in question.subjects for i in group}
    gone = [(s.start, s.end) for s in names.find(folded) if s.kind == "entity" and set(s.ids) & of]
    gone += [(m.start, m.end) for m in periods.find(folded)]
    gone += [(at, at + len(typed)) for typed, _ in question.misspelt if (at := folded.find(fold(typed))) >= 0]
    text = list(folded)
    for start, end in gone:
        text[start:end] = " " * (end - start)
    left = _ASKING.sub(lambda m: " " * len(m.group()), _COUNTERS.sub(lambda m: " " * len(m.group()), "".join(text)))
    unsaid = (_OF_SUMS if sums else None, _OF_RATIOS if ratios else None)
    for pattern in unsaid:
        rest = pattern.sub(lambda m: " " * len(m.group()), left) if pattern else left
        left = rest if _SAYS.search(rest) else left
    latin = tuple(dict.fromkeys(stem(w) for _, _, w in words(left) if w.isascii() and len(w) > 1 and w not in _GLUE and not w.isdigit()))
    bare = tuple(w for w in latin if not ((sums and w in _SUM_WORDS) or (ratios and w in _RATIO_WORDS)))
    runs = tuple(r for r in _HAN.findall(left) if not _LIGHT.issuperset(r))
    return Asked(runs, bare or latin, tuple(n for n in question.needs if n.options and not n.surface.isdigit()))


def own_words(folded: str, found: Sequence[Quantity], i: int) -> str:
    """Return the words of a figure: see `own_span`."""
    begin, end = own_span(folded, found, i)
    return folded[begin:end]


def own_span(folded: str, found: Sequence[Quantity], i: int) -> tuple[int, int]:
    """Return where the own words stand of the figure `found[i]` of a folded sentence: up to the figure before it, the next one, or the clause's end.

    >>> from kb.quantities import find
    >>> text = "存货周转118天,银行借款降到17.8亿元,期限7年"
    >>> begin, end = own_span(text, find(text), 1)
    >>> text[begin:end]
    '银行借款降到17.8亿元'
    """
    quantity = found[i]
    begin = max((m.end() for m in _CLAUSE.finditer(folded, 0, quantity.start)), default=0)
    begin = max(begin, found[i - 1].end if i else 0)
    stop = _CLAUSE.search(folded, quantity.end)
    end = min(stop.start() if stop else len(folded), found[i + 1].start if i + 1 < len(found) else len(folded))
    return begin, end


def held(what: Asked, text: str, search: Search) -> tuple[float, ...]:
    """Return how much of each character and word that counts a folded text says, 0..1 each."""
    said = {n.surface for n in what.needs if search.heading_holds(n, text)}
    joined = _contracted(what.needs, text)
    stems = {stem(w) for _, _, w in words(text)}
    out: list[float] = []
    for run in what.runs:
        full = [any(s in said for s in _around(run, at, what.needs)) for at in range(len(run))]
        for at, char in enumerate(run):
            if char in _LIGHT:
                continue
            pairs = (run[at - 1 : at + 1] if at else "", run[at : at + 2])
            whole = len(run) == 1 or any(len(p) > 1 and p in text for p in pairs)
            apart = any(len(p) > 1 and re.search(f"{p[0]}.{{1,2}}{p[1]}", text) for p in pairs)
            apart = apart or any(s in joined for s in _around(run, at, what.needs))
            out.append(1.0 if full[at] or (whole and char in text) else _CONTRACTED if apart else _HALF if char in text else 0.0)
    for word in what.latin:
        of = [n.surface for n in what.needs if any(stem(w) == word for _, _, w in words(n.surface))]
        out.append(1.0 if word in stems or any(s in said for s in of) else 0.0)
    return tuple(out)


def to_the_letter(what: Asked, text: str) -> bool:
    """Return whether a folded text has all characters and words that count themselves, and not others that mean the same."""
    stems = {stem(w) for _, _, w in words(text)}
    return all(c in text for run in what.runs for c in run if c not in _LIGHT) and stems.issuperset(what.latin)


def counts(what: Asked, surface: str) -> bool:
    """Return whether some of a word is among what counts: none of "0 to 100" is.

    >>> what = Asked((), ("ultra",), ())
    >>> counts(what, "0 to 100"), counts(what, "ultra wide")
    (False, True)
    """
    if any(c in surface and c not in _LIGHT for run in what.runs for c in run):
        return True
    return any(stem(w) in what.latin for _, _, w in words(surface))


def named_by(what: Asked, above: str) -> int:
    """Return how many of the first characters that count a folded title begins with: the name of whom it is about, which no list has.

    >>> named_by(Asked(("翠屏水价",), (), ()), "翠屏水务发债15亿元")
    3
    """
    first = what.runs[0] if what.runs else ""
    size = next((n for n in range(len(first), 1, -1) if above.startswith(first[:n])), 0)
    return sum(c not in _LIGHT for c in first[:size])


def _contracted(needs: Sequence[Need], text: str) -> set[str]:
    """The words of two characters that a text has as one word of a character each: 持有…股份 as 持股."""
    two = [n.surface for n in needs if len(n.surface) == 2 and _HAN.fullmatch(n.surface)]
    pairs = ((one, other) for i, one in enumerate(two) for other in two[i + 1 : i + 2])
    return {s for one, other in pairs if any(f"{a}{b}" in text for a in one for b in other if a not in _LIGHT) for s in (one, other)}


def keyed(what: Asked) -> tuple[bool, ...]:
    """Return which of the characters and words that count belong to a name or a number."""
    keys = [n for n in what.needs if n.key]
    han = [bool(_around(run, at, keys)) for run in what.runs for at, char in enumerate(run) if char not in _LIGHT]
    return (*han, *(any(stem(w) == word for n in keys for _, _, w in words(n.surface)) for word in what.latin))


def says(need: Need, text: str, search: Search) -> bool:
    """Return whether a folded text says a thing asked for: by its words, by others that mean the same, or mostly by its characters."""
    said = _OF_SUMS.sub("", _ASKING.sub("", need.surface)) or need.surface
    if said in text or search.heading_holds(need, text):
        return True
    parts = held(Asked(tuple(_HAN.findall(said)), (), ()), text, search)
    return bool(parts) and sum(parts) / len(parts) >= _HALF


def _around(run: str, at: int, needs: Sequence[Need]) -> list[str]:
    """The needs whose words stand over a character of a run."""
    out = []
    for need in needs:
        start = run.find(need.surface)
        if start < 0 <= need.surface.find(run):
            out.append(need.surface)  # the word goes beyond the run: 卖多少钱
        elif 0 <= start <= at < start + len(need.surface):
            out.append(need.surface)
    return out
