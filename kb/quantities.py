"""Amounts in financial Chinese and English: values, ranges, units, and how sure the writer was.

`find` reads numbers with a scale and a unit, joins two into a range where only a range word stands
between, and takes the qualifier around them. Left out: dates (see `kb.periods`), ordinals, numbers in
identifiers, losses told in words (the caller knows the measure), conversion between units.

A bare scale ("14.5億", "25 billion") has unit "": only the caller knows whether it counts money. The parts
are in `kb.amounts`: numerals, units, one number with its unit, ranges, shares, qualifiers.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kb import lazy
from kb.amounts.atom import Atom
from kb.amounts.folding import fold
from kb.amounts.numerals import SCALE, in_millions, number
from kb.amounts.qualifiers import qualified
from kb.amounts.ranges import range_from
from kb.amounts.reading import MINUS_AFTER, START, atom_at, barred, in_currency, is_sure, lead_before, signed
from kb.amounts.shares import share_at
from kb.amounts.units import NOUN, TOKEN, unit_at
from kb.amounts.unitwords import CURRENCY
from kb.model import Quantity

__all__ = ["find", "fold", "number", "same", "unit_follows"]

_MINUS_WORD = lazy.compile(r"(?i)\b(?:minus|negative)\s$")
_CAME_FROM = lazy.compile(r"\b(?:up|down) from $")
_IN_A_ROW = lazy.compile(r"\s*[、,和與及]\s*")
_SCALE_NEXT = lazy.compile(rf"\s?{SCALE}")


def find(text: str) -> list[Quantity]:
    """Every amount in `text`, left to right, never overlapping.

    "超" and "以上" leave `hi` open (None), "不足" and "最多" leave `lo` open; "約", "近" and "高達"
    (which is reached) keep both. Shares ("三成", "三分之一") are in "%", to four decimals.

    >>> [(str(q.lo), str(q.hi), q.unit) for q in find("營收14.50億元至15.20億元")]
    [('1450000000.00', '1520000000.00', 'CNY')]
    >>> [q.unit for q in find("1.12億、4.06億和11.85億港元")]
    ['HKD', 'HKD', 'HKD']
    """
    t = fold(text)
    found: list[Quantity] = []
    position = 0
    while m := START.search(t, position):
        previous = found[-1].end if found else 0
        hit = share_at(t, m.start()) or _amount(t, m.start(), previous)
        if isinstance(hit, int):
            position = hit
            continue
        q = qualified(text, t, hit, previous)
        position = q.end if q else hit.end
        if q:
            found.append(q)
    return _of_one_currency(t, found)


def _of_one_currency(t: str, found: list[Quantity]) -> list[Quantity]:
    """Give sums in a row whose currency only the last one says that currency: 1.12億、4.06億和11.85億元."""
    for i in range(len(found) - 1, 0, -1):
        before, here = found[i - 1], found[i]
        if not before.unit and here.unit in CURRENCY and t[before.end - 1] in "萬億" and _IN_A_ROW.fullmatch(t, before.end, here.start):
            found[i - 1] = replace(before, unit=here.unit)
    return found


def unit_follows(folded: str, end: int) -> bool:
    """Whether a scale or a unit other than 年 follows the number that ends at `end` of folded text."""
    if _SCALE_NEXT.match(folded, end):
        return True
    unit = unit_at(folded, end, nouns=False)
    if unit is not None:
        return unit.name != "年" or folded[unit.end - 1] != "年"
    word = TOKEN.match(folded, end)
    return word is not None and word["word"].endswith("s") and bool(NOUN.fullmatch(word["word"]))


def _amount(t: str, start: int, previous: int) -> Atom | int:
    """The amount or range whose number starts at `start`, or where to go on looking."""
    lead = lead_before(t, max(previous, start - 10), start)
    first = atom_at(t, start, bool(lead) or in_millions(t, start))
    if isinstance(first, int):
        return first
    if not lead and barred(t, start):
        return first.end
    if lead:
        first = signed(in_currency(t, first, lead["cur"]), lead["s1"] or lead["s2"], lead.start())
    elif start > previous and t[start - 1] in "-負" and MINUS_AFTER.search(t, max(0, start - 4), start - 1):
        first = signed(first, "-", start - 1)
    elif t[start - 1 : start].isspace() and (minus := _MINUS_WORD.search(t, max(previous, start - 9), start)):
        first = signed(first, "-", minus.start())
    if first.bare and t[max(0, start - 1) : start] == "上" and t[start] in "百千萬億":  # 上百家
        return first._replace(start=start - 1, more="餘") if first.unit else first.end
    joined = range_from(t, first)
    if joined is not None:
        return joined
    if first.unit is None and not first.bare and "," in t[first.start : first.end] and _CAME_FROM.search(t, max(previous, start - 12), start):
        return first._replace(unit="")  # 61,400 vans, down from 66,200
    if first.unit is None or (first.bare and not is_sure(t, first)):
        return max(first.end, start + 1)
    return first


def same(a: Quantity, b: Quantity) -> bool:
    """Equal in value and unit; qualifiers do not count. A bare scale ("15.2億") equals the same sum of money.

    >>> same(find("2.57千億元")[0], find("2570億")[0])
    True
    """
    units = {a.unit, b.unit}
    fits = len(units) == 1 or ("" in units and bool(units & CURRENCY.keys()))
    return fits and (_ends(a) == _ends(b))


def _ends(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low, high = (q.lo if q.lo is not None else q.hi), (q.hi if q.hi is not None else q.lo)
    return low, high
