"""Two numbers with a range word between them: one range, unless one became the other."""

from __future__ import annotations

import re
from decimal import Decimal

from kb import lazy
from kb.amounts.atom import Atom
from kb.amounts.reading import LEAD, START, atom_at, in_currency, signed

_RANGE = lazy.compile(r"(?:\s{1,2}-(?=\s)|-|\s{0,2}(?:至|到|~|–|(?i:to)\s|(?P<and>與|和|及|(?i:and)\s)))\s{0,2}")
_BETWEEN = lazy.compile(r"(?:介於|介乎|處於|落在|在|between\s)\s?$", re.I)
_CHANGE = lazy.compile(r"(?:從|由|自)\s?(?:原來的|原先的|去年的|之前的)?\s?[約近超]?$")
_CHANGE_EN = lazy.compile(
    r"(?i)\b(?:r[io]se|risen|rising|fall(?:s|en|ing)?|fell|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|climb\w*|dropp?\w*|jump\w*"
    r"|declin\w+|narrow\w*|widen\w*|rais\w+|cut|improv\w+|slipp?\w*|surg\w+|up|down|expand\w*|lift\w*|shr[aiu]nk|correct(?:ed|s|ing)|revis(?:ed|es|ing)|restat(?:ed|es|ing)|amend(?:ed|s|ing)|lower(?:ed|s|ing)|trim\w*|reduc\w+|hik(?:ed|es|ing)|boost\w*|upgrad\w+|downgrad\w+|adjust(?:ed|s|ing))\b[^.;]{0,50}\bfrom\s$"
)
_PRICE = lazy.compile(r"(?i)(?:[a-z]{1,4} ?)?[$€£¥]|(?:usd|cny|rmb|hkd|eur|gbp|jpy)\b")
_CENTS = lazy.compile(r"(?i)cents?\b|pence|p per|p a|[港美歐]?[仙分]$")
# 由2.10億元至2.60億元,下修至1.55億元至1.75億元: what was aimed at before is a range too.
_REVISED = lazy.compile(r"\s?[,，]?(?:[上下][修調调]|調[高低整降升]|调[高低整降升]|修[正訂订]|更正|變更|变更|改|擴大|扩大|收窄|縮小|缩小|縮窄|缩窄)[至到為为成]")
_IN_YEAR = lazy.compile(r"\b(?:in|during|for|since)\s(?:19[5-9]|20)\d\d$")
_STEP = lazy.compile(r"(?:淨增|净增|淨減|净减|增加|增長|增长|減少|减少|上升|下降|新增|提升|提高|增|減|减)(?:了|約|约|近)?\s?$")
_OUTLOOK = lazy.compile(r"預[計期估測告]|预[计期估测告]|估計|估计|將|将|有望|可望|目標|目标")
_FAR_APART = 3  # times; a range is seldom as wide
_SPREAD = lazy.compile(r"\s?(?:之間|不等|區間|範圍)")


def range_from(t: str, first: Atom) -> Atom | None:
    """The range that `first` begins, if a range word and a fitting second amount follow."""
    m = _RANGE.match(t, first.end)
    if not m or first.more:
        return None
    between = _BETWEEN.search(t, max(0, first.start - 10), first.start)
    lead = LEAD.match(t, m.end())
    at = lead.end() if lead else m.end()
    if (m["and"] and not between) or not START.match(t, at):
        return None
    second = atom_at(t, at, first.money or bool(lead and lead["cur"]))
    if isinstance(second, int):
        return None
    if lead:
        second = in_currency(t, second, lead["cur"]) if lead["cur"] else second
        second = signed(second, lead["s1"] or lead["s2"], second.start)
    if not first.closed and second.money and _CENTS.search(t, at, second.end):
        first = first._replace(value=first.value / 100)  # 35 to 40 cents
    both = _shared(first, second)
    if both is None or _of_a_year(t, first) or _is_step(t, first, both[0].value, both[1].high) or (not m["and"] and _is_change(t, m, first.start, second.end)):
        return None
    low, high = sorted((both[0].value, both[1].high))
    start = between.start() if between and m["and"] else first.start
    return second._replace(start=start, value=low, high=high, unit=both[1].unit, bare=False)


def _shared(first: Atom, second: Atom) -> tuple[Atom, Atom] | None:
    """Both ends with the scale and unit that one of them leaves to the other; None if they do not fit."""
    if not second.unit and first.money:
        second = second._replace(unit=first.unit, money=True)
    if second.unit and first.unit and second.unit.startswith(first.unit + "/"):
        first = first._replace(unit=second.unit)  # "$3.05 to $3.15 per share"
    if second.unit is None or (first.unit and first.unit != second.unit):
        return None
    if not first.closed:  # "14.5-15.2億元", but "8000至1.2萬元" keeps its 8000
        percent = Decimal(10) if second.tens else Decimal(1)
        first = first._replace(value=first.value * percent, unit=second.unit)
        if first.scale is None and second.scale and abs(first.value * second.scale) <= abs(second.high):
            first = first._replace(value=first.value * second.scale)
    slip = first.closed and second.closed and second.money and second.scale is None and first.scale
    if slip and abs(first.value) > abs(second.value) * 10**4:  # 「2億元至2.3元」: the second 億 was forgotten
        second = second._replace(value=second.value * slip, high=second.value * slip)
    return first, second


def _is_step(t: str, first: Atom, step: Decimal | None, led_to: Decimal | None) -> bool:
    """Whether the first number is by how much something rose or fell, and the second what it came to: 門店淨增302家至1,274家."""
    if step is None or led_to is None or first.unit in (None, "%", "pp") or not _STEP.search(t, max(0, first.start - 6), first.start):
        return False
    return led_to >= _FAR_APART * step and not _OUTLOOK.search(t, max(0, first.start - 30), first.start)


def _of_a_year(t: str, first: Atom) -> bool:
    """Whether what may begin a range is a year that dates the figure before: 388,000 tonnes in 2024 to 412,000."""
    return bool(_IN_YEAR.search(t, max(0, first.start - 8), first.end))


def _is_change(t: str, word: re.Match[str], start: int, end: int) -> bool:
    if word[0].strip().lower() == "to":
        stepped = t[:start].endswith("by ") and _PRICE.match(t[start:end])  # rose by $5m to $30m; but 5% to 10%
        return bool(stepped) or (t[:start].endswith("from ") and bool(_CHANGE_EN.search(t, max(0, start - 80), start)))
    changes = word[0].strip() in ("到", "至") and _CHANGE.search(t, max(0, start - 8), start)
    return bool(changes) and not _SPREAD.match(t, end) and not _REVISED.match(t, end)
