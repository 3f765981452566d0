"""Figures listed together: 分別為 a、b和c, or "a, b and c, respectively".

Each belongs to one of as many years, measures or names; where the numbers do not match, to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kb import lazy
from kb.aspects import PROFIT, tells_loss
from kb.model import Quantity
from kb.periodarithmetic import each_year
from kb.periods import PeriodMention
from kb.timing import usable

RESPECTIVELY = lazy.compile(r"分别|依[次序]|respectively")
_DATA = {"KB", "MB", "GB", "TB", "PB"}
_BOUNDARY = lazy.compile(r"[。!?;]")
# What may stand before a member to say on which side of nothing it is: 虧損1.8億元、盈利0.6億元和盈利2.9億元.
_SIDE = r"(?:净?(?:亏损?|损)|[盈获]利|盈余|净?赚|(?:a |net )*(?:loss|profit)(?:es)?(?: of)?|minus)"
_BELOW_NOTHING = lazy.compile(r"(?:\bminus|负)\s?[a-z$€£¥]{0,4}$")
_CURRENCY = r"\s*(?:约|为)?\s*(?:cny|rmb|us\$|nt\$|hk\$|\$|€|£)?\s*"
_JOINER = lazy.compile(rf"\s*(?:[、,和与及]|and|,\s*and){_CURRENCY}")
_ABREAST = lazy.compile(rf"/{_CURRENCY}")  # 2026E/2027E營收上調至NT$236億/NT$291億
_WAS = lazy.compile(r"\((?:原|先前|此前|之前|前次|旧)[^()\d]{0,6}$|\((?:previously|from|was|prior) [^()\d]{0,12}$")  # (原估NT$219億/NT$258億)
_SIDE_TOLD = lazy.compile(rf"\s*(?:[、和与及]|and|,\s*and)\s*(?:为)?\s*{_SIDE}{_CURRENCY}")


def runs(folded: str, quantities: Sequence[Quantity]) -> list[list[int]]:
    """Return the runs of two or more figures of one unit with only list words between them.

    >>> from kb.quantities import find
    >>> runs("售价为1万元、2万元和3万元,重5公斤", find("售价为1万元、2万元和3万元,重5公斤"))
    [[0, 1, 2]]
    """
    out: list[list[int]] = []
    for i in range(1, len(quantities)):
        before, here = quantities[i - 1], quantities[i]
        between = folded[before.end : here.start]
        sided = _SIDE_TOLD.fullmatch(between) and RESPECTIVELY.search(folded)
        if not _of_one_kind(before.unit, here.unit) or not (sided or _JOINER.fullmatch(between) or _ABREAST.fullmatch(between)):
            continue
        if not folded[before.end : here.start].strip(" ,"):
            continue  # "营收5亿元,3亿元": a comma alone joins nothing
        if out and out[-1][-1] == i - 1:
            out[-1].append(i)
        else:
            out.append([i - 1, i])
    for run in out:  # the comma-joined ones before the last "and"
        while (
            run[0]
            and quantities[run[0] - 1].unit == quantities[run[0]].unit
            and folded[quantities[run[0] - 1].end : quantities[run[0]].start].strip() in (",", "、")
        ):
            run.insert(0, run[0] - 1)
    return out


def losses(folded: str, quantities: Sequence[Quantity], run: Sequence[int], begin: int) -> list[bool]:
    """Return which members of a list of results are losses: each what its own word says, else what the one before it was.

    >>> from kb.quantities import find
    >>> text = "净利润分别为亏损2亿元、盈利1亿元和3亿元"
    >>> losses(text, find(text), [0, 1, 2], 0)
    [True, False, False]
    """
    out: list[bool] = []
    lost = False
    for i in run:
        words = folded[begin : quantities[i].start]
        lost = tells_loss(words) or (lost and not PROFIT.search(words))
        out.append(lost or bool(_BELOW_NOTHING.search(words)))
        begin = quantities[i].end
    return out


def _of_one_kind(one: str, other: str) -> bool:
    """Whether figures of two units may stand in one list: 512GB與1TB."""
    return one == other or {one, other} <= _DATA


class Listed:
    """What the members of one list in a sentence belong to."""

    def __init__(self, folded: str, quantities: Sequence[Quantity], run: Sequence[int]) -> None:
        """Take a sentence's figures and the indexes of those that are listed."""
        self.first = quantities[run[0]].start
        self.last = quantities[run[-1]].end
        self.run = run
        self._folded = folded
        self.left = max((m.end() for m in _BOUNDARY.finditer(folded, 0, self.first)), default=0)
        mark = RESPECTIVELY.search(folded, self.left)
        self.english = bool(mark and mark.group() == "respectively")
        abreast = all(_ABREAST.fullmatch(folded[quantities[a].end : quantities[b].start]) for a, b in pairwise(run))
        self.marked = abreast or bool(mark and (mark.start() >= self.last if self.english else mark.end() <= self.first))
        self.was = abreast and _WAS.search(folded, 0, self.first) is not None  # what it was before, of the times told before

    def periods(self, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
        """Return the periods that the listed figures may be of, one each."""
        end = len(self._folded) if self.english else self.first
        here = [p for p in usable(mentions, self._folded) if self.left <= p.start and p.end <= end]
        each = each_year(here)
        if len(each) == len(here):
            return here
        return [PeriodMention(period, self.left, self.left) for period in each]
