"""How sure the writer was: about, over, under, near, at least, at most."""

from __future__ import annotations

import re
from decimal import Decimal

from kb import lazy
from kb.amounts.atom import Atom
from kb.amounts.folding import table
from kb.model import Quantity

_PREFIX = lazy.compile(
    r"(?:(?P<atmost>不超過|不高於|不多於|不大於|不逾|至多|最多|最高|最長|最大|≤"
    r"|(?i:\b(?:no|not) more than|\bat most|(?<!edged )(?<!ticked )(?<!moved )(?<!inched )(?<!crept )(?<!picked )(?<!went )(?<!goes )(?<!going )(?<!gone )(?<!moves )(?<!rises )(?<!rose )(?<!climbed )(?<!climbs )(?<!stepped )(?<!pushed )(?<!nudged )(?<!creeps )(?<!revised )(?<!raised )(?<!revises )(?<!marked )(?<!bumped )\bup to|\bmaximum of))"
    r"|(?P<atleast>不低於|不少於|不小於|不下於?|至少|最少|最低|起碼|≥"
    r"|(?i:\b(?:no|not) (?:less|fewer) than|\bat least|\bminimum of))"
    r"|(?P<reach>高達|多達|(?i:\bas (?:much|high|many) as))"
    r"|(?P<under>不足|不到|未達|未滿|低於|少於|小於|<|(?i:\bunder|\bbelow|\b(?:less|fewer|lower) than|\bshy of))"
    r"|(?P<over>超過|超出|超越|逾|高於|大於|多於|突破|超|破|上(?=[百千萬億])|>"
    r"|(?i:\bover|\babove|\b(?:more|greater|higher) than"
    r"|\bexceed(?:s|ed|ing)?|\bin excess of|\bupwards? of|\bsurpass(?:es|ed|ing)?|\btopp(?:ed|ing)))"
    r"|(?P<near>將近|接近|逼近|直逼|近|(?i:\bnearly|\balmost|\bclose to|\bapproaching))"
    r"|(?P<about>大約|約莫|大概|約|≈|~|(?i:\babout|\baround|\bapproximately|\broughly|\bsome|\bcirca|\bca\.)))"
    r"(?:\s?(?:可達到?|達到?|了|到|為|合|是|有))?\s?(?:(?i:a|an|the)\s)?$"
)
_SUFFIX = lazy.compile(
    r"\s?(?:(?P<atleast>(?:及|或)?以上(?![述兩三所])|\+(?!\w)|(?i:or (?:more|above|higher)\b))"
    r"|(?P<atmost>(?:及|或)?(?:以下(?![簡稱為是])|以內|之內)|(?i:or (?:less|fewer|below|lower)\b))"
    r"|(?P<about>左右|上下(?![游遊文班])|(?i:or so\b))"
    r"|(?P<over>[多餘](?![個年月種元樣方少數重家邊]))|(?P<none>之間))"
)
_LAST = frozenset("過逼高多大逾少長限為≤低於下小最≥達足到滿<出越破超上>近約莫概≈~了至合是有.")
_LAST_WORDS = frozenset(
    table(
        "than most to of least as under below over above exceed exceeds exceeded exceeding surpass surpasses "
        "surpassed surpassing topped topping nearly almost approaching about around approximately roughly "
        "some circa a an the"
    )
)
_NAMES = {"atleast": "at-least", "atmost": "at-most", "reach": "at-most", "none": ""}
_RECENT = lazy.compile(
    r"(?:(?<![目此以之先])前|過去|未來|最近|(?<![達時了有為將])近|(?i:\b(?:first|last|past|next|recent|previous)\s))\s?$"
)
_THAN = lazy.compile(r"[比較][^,，;；。\d]{0,10}$")  # 比去年的9.2億元多: more than that
_TIME = frozenset(("年", "個月", "季", "週", "天"))


def qualifier_before(t: str, start: int, end: int) -> re.Match[str] | None:
    """The qualifier that ends at `end`; the last word tells cheaply whether there can be one."""
    tail = t[start:end].rstrip()
    word = tail[tail.rfind(" ") + 1 :].lower() if tail[-1:].isascii() else ""
    word = word.lstrip("(,;:\"'") or word
    if tail[-1:] in _LAST if not word.isalpha() else word in _LAST_WORDS:
        return _PREFIX.search(t, start, end)
    return None


def qualified(text: str, t: str, atom: Atom, previous: int) -> Quantity | None:
    """The amount with its qualifier; None for a stretch of time or a rank ("近三年", "前10家")."""
    unit = atom.unit or ""
    before = qualifier_before(t, max(previous, atom.start - 26), atom.start)
    recent = _RECENT.search(t, max(0, atom.start - 10), atom.start)
    if recent and (unit in _TIME or (recent[0].strip() == "前" and unit not in ("%", "x"))):
        return None
    after = _SUFFIX.match(t, atom.end)
    if after and after["over"] and ((unit not in _TIME and not atom.money) or _THAN.search(t, max(0, atom.start - 14), atom.start)):
        after = None
    group = (before and before.lastgroup) or (after and after.lastgroup) or ""
    if group in ("", "none") and atom.more:
        group = {"來": "about", "+": "atleast"}.get(atom.more, "over")
    lo: Decimal | None = atom.value
    hi: Decimal | None = atom.high
    if lo == hi:
        lo = None if group in ("under", "atmost") else lo
        hi = None if group in ("over", "atleast") else hi
    start, end = before.start() if before else atom.start, after.end() if after else atom.end
    return Quantity(lo, hi, unit, _NAMES.get(group, group), text[start:end], start, end)
