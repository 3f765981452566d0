"""Enumerations: a sentence that tells the same figure of several, one after the other: 亞洲占41%,歐洲27%,其餘為美洲.

Only that they stand side by side is read, not what each is called: enough to quote the sentence for who is first of
them, or who they are. Parts with labels, values and changes are read by `kb.breakdowns`. Patterns are matched
against folded text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kb import lazy
from kb.model import Quantity
from kb.tabular import amounts
from kb.text import fold

# Before a figure that is one at another time, a change, or one the other is measured against.
MOVED = lazy.compile(
    r"(?:同比|环比|年增|年减|季增|季减|月增|月减|增[长加幅速至到]|成长|[升降涨跌增减]|下[滑降跌]|上[升涨]|提[升高]|多出?|少|扩大|收窄|缩|由|从|较|比|至|到|去年同期|上年|前一年|年前|[高低]峰|曾|此前|原[先本来]|[调改]|目标|预[计期估])了?(?:约|近|为|至|到|是|的|[^,;。、\d]{0,4}的)?$"
    r"|^前[^,;。]{0,3}$|\b(?:up|down|from|to|rose|fell|by|than|against|grew|growing|gained|lost|rising|falling|increase of|drop of|year before|year earlier|year ago|target\w*|versus|compared with)(?: (?:about|around|nearly|roughly|just|a|some))?$"
)
# Before a figure by which something changed.
_CHANGED = lazy.compile(r"(?:增长|成长|增幅|增速|[年季月]增|[增涨升]|[年季月]减|下[滑降跌]|减少|[跌降]幅?|[跌降减])了?(?:约|近|为|达|到)?\s?$|\b(?:grew|rose|up|climbed|jumped|gained|surged|growing|rising|growth of|down|fell|slipped|dropped|declined)(?: by)?(?: (?:about|around|nearly|roughly|a|just|another))? ?$")
_GROWN = lazy.compile(r"(?:以[上下])?的?[^,;。\d]{0,4}?(?:增速|增长|增幅|成长|[跌降涨]幅)|,? (?:growth|more|less|higher|lower|increase|drop|rise|fall)\b")
_TIME = frozenset(("年", "月", "個月", "个月", "天", "日", "次", "years", "year", "months", "days", "hours", "小時", "小时", "季", "歲", "岁", "名", "間"))
_BARE = lazy.compile(r"[\s,;:。、，；()（）.·—–\-]+|^(?:和|与|及|或|则|而|还|约|近|的|了|为|是|有|and|at|on|with|the|then|of|ahead|while|in|for|a|an|about)$")
_REST = lazy.compile(r"其[余他它]|剩[下余]?|余下|\bthe (?:rest|remainder)\b|\bothers?\b|\bremaining\b")
FIRST = lazy.compile(
    r"居[首冠]|居[\u3400-\u9fff]{0,8}之首|[夺称摘]冠|榜首|首位|第一(?!季|财|次|批|期|阶段|台|家|个)|最[\u3400-\u9fff]|领[先跑衔]|之首|垫底|殿后|末[位席]|"
    r"\bleads?\b|\bled\b|\btop(?:s|ped)?\b|\bahead of\b|\bfollowed by\b|\bmost\b|\bleast\b|\bbrings? up the rear\b|\bat the bottom\b|\b(?:highest|largest|biggest|lowest|smallest|fewest|best|busiest)\b"
)
# What all of them come to, or the whole they are parts of: none of them.
_ALL = lazy.compile(r"合[计共]|总[计共量额数]|平均|一共|共计|^(?:公司|集团|全年|全球|全国|整体)$|[两三四五六七八九十几]家|\b(?:total|overall|average|combined|together|company|group|industry)\b")
_NUMBERED = lazy.compile(r"(?<![第前])([两三四五六七八九2-9])(?:大|名|家|个|位|款|座|间|条|种|项)(?!月|季|百|千|交易日|工作日|百分)|\b(two|three|four|five|six|seven|eight) [a-z]")
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTED = lazy.compile(r"(?<![\d.,])(?P<n>\d+(?:\.\d+)?)(?P<of>[起宗例件次分])(?![\d\u3400-\u9fff])")
_LEAST = 3
_WHOLE = Decimal(100)
_NAME = 2  # letters that a name has at least


class Enumeration(NamedTuple):
    """The figures of one sentence that stand side by side, two at least."""

    figures: tuple[Quantity, ...]
    labels: tuple[str, ...]  # the folded words before each
    said: int  # how many there are by the words before them, 0 where they say nothing
    closed: bool  # what is left is told as the rest
    ranked: bool  # a word says which is first

    def certain(self) -> bool:
        """Return whether who is first of all of them is plain to see: all are told, or it is said, or more than what is left."""
        if self.said and self.said != len(self.figures):
            return False
        return len(self.figures) >= _LEAST or bool(self.said) or self.ranked or self.closed or self._outweighs()

    def full(self) -> bool:
        """Return whether all that there are are told, as far as the sentence says."""
        if self.said:
            return self.said == len(self.figures)
        return self.closed or len(self.figures) >= _LEAST

    def _outweighs(self) -> bool:
        sizes = [q.lo for q in self.figures if q.lo is not None and q.unit == "%"]
        return len(sizes) == len(self.figures) and max(sizes) > _WHOLE - sum(sizes)


def read(text: str, changes: bool = False) -> Enumeration | None:
    """Return the longest enumeration of a sentence, None where it has none; with `changes` that of how much each changed."""
    folded = fold(text)
    runs: list[list[tuple[Quantity, str]]] = []
    end = 0
    for q in _figures(text, folded):
        words, end = folded[end : q.start], q.end
        if q.unit in _TIME or ("(" in words and ")" not in words.rpartition("(")[2]):
            continue
        before = _last_part(words)
        if changes:
            if q.unit != "%" or not _CHANGED.search(words):
                continue
            before = words
        elif MOVED.search(before.rstrip()) or _ALL.search(before.strip()) or _GROWN.match(folded, q.end):
            continue
        if len(_BARE.sub("", before)) < _NAME:
            continue
        if runs and runs[-1][-1][0].unit == q.unit:
            runs[-1].append((q, before))
        else:
            known = next((r for r in runs if r[-1][0].unit == q.unit and runs[-1][-1][0].end <= q.start), None)
            known.append((q, before)) if known and len(runs) > 1 and _alternating(runs, q) else runs.append([(q, before)])
    best = max(runs, key=len, default=[])
    if len(best) < 2:
        return None
    first, last = best[0][0], best[-1][0]
    number = list(_NUMBERED.finditer(folded, 0, first.start))
    said = _COUNTS.get(number[-1][1] or number[-1][2], 0) if number else 0
    clause = max(folded.rfind(mark, 0, first.start) for mark in ";。") + 1
    stop = next((m.start() for m in re.finditer(r"[;。]|\. ", folded[last.end :])), len(folded)) + last.end
    return Enumeration(
        tuple(q for q, _ in best), tuple(b for _, b in best), said,
        bool(_REST.search(folded, first.end)), bool(FIRST.search(folded, clause, stop)),
    )  # fmt: skip


def _figures(text: str, folded: str) -> list[Quantity]:
    """The figures of a sentence; where it has none those that one counting word follows: 每萬單4.8起,乙6.2起,丙9.7起."""
    known = amounts(text)
    counted = [] if known else list(_COUNTED.finditer(folded))
    if len(counted) < _LEAST or len({m["of"] for m in counted}) > 1:
        return list(known)
    return [Quantity(Decimal(m["n"]), Decimal(m["n"]), m["of"], "", m.group(), *m.span()) for m in counted]


def _last_part(words: str) -> str:
    """What stands right before a figure: its clause, or the name before it."""
    parts = re.split(r"[,;。、:]| and ", words)
    tail = parts[-1]
    return tail if len(_BARE.sub("", tail)) >= _NAME or len(parts) < 2 else parts[-2] + tail


def _alternating(runs: list[list[tuple[Quantity, str]]], q: Quantity) -> bool:
    """Whether figures of two units take turns: 甲12億元,占41%;乙8億元,占27%."""
    return runs[-2][-1][0].unit == q.unit
