"""Companies that a sentence sets in a row, each with its figure: 甲快遞9.8億票,乙速運7.3億票,丙物流3.1億票.

Whoever opens such a part is one of those compared, whatever else is said of it. Patterns are matched
against folded text. Leaves out what the figures are of (`kb.parallel`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kb import lazy
from kb.discovery.page import Page

# A name opens a part of a sentence, after a date at most, and its figure follows soon.
_OPENS = lazy.compile(r"(?:^|[,;:、。!?\n]|\d[年月日]|全年|上半年|下半年|季度?|和|及|与|而|其中|[同行][业行]中?|的|龙头|巨头|新秀|老牌|对手|厂商|品牌)$")
_FIGURE = lazy.compile(
    r"(?:\d{4}年|(?:20\d\d年)?\d{1,2}月份?|去年|今年|全年|第[一二三四]季度?|元月)?[^,;。:、\d\n]{0,8}?\d[\d,]*(?:\.\d+)?\s?([千百十]?[万亿]{0,2}[a-z\u3400-\u9fff%]{1,3})"
)

_OPENS_EN = lazy.compile(r"(?:^|[,;:.] (?:(?:and|while|but) )?| (?:and|while|rivals?|with) )(?:rivals? )?$")
_FIGURE_EN = lazy.compile(r"(?:'s)?(?: (?!in |on |at the )(?:[a-z-]+|20\d\d)){0,6} (?:(?:US|A|HK|NT)?([$€£]))?\d[\d,.]*(?: (?:million|billion|trillion))?(?: (?!(?:and|in|while|but|from|at|or|on|up|down|with|to|for)\b)([a-z]+))?")


def latin_rows(text: str, names: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Return the rows of an English text: "X reported 318,000 tonnes, Y 187,500 tonnes and Z 96,200 tonnes"."""
    rows: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for start, end in names:
        told = _FIGURE_EN.match(text, end)
        if told and _OPENS_EN.search(text, max(0, start - 16), start):
            sentence = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n"))
            rows[sentence, told[1] or told[2] or ""].append(text[start:end])
    return [list(dict.fromkeys(row)) for row in rows.values() if len(set(row)) > 1]


def rowed(page: Page, names: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Return the rows: the folded names, of those at places `names`, that open parts of one sentence with figures."""
    rows: defaultdict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    units: dict[int, str] = {}
    for start, end in sorted(names, reverse=True):
        told = _FIGURE.match(page.folded, end)
        unit = told[1].lstrip("千百十万亿")[:1] if told else ""
        if page.folded[end : end + 1] in tuple("、和与及"):
            unit = units.get(end + 1, unit)  # 甲、乙和丙分别为: the figures stand behind the last
        if unit and _OPENS.search(page.folded, max(0, start - 4), start):
            units[start] = unit
            sentence = max(page.folded.rfind(mark, 0, start) for mark in "。!?\n")
            rows[sentence, unit].append((start, end))
    named = (list(dict.fromkeys(page.folded[a:b] for a, b in places)) for places in rows.values())
    return [row for row in named if len(row) > 1]
