"""Shares and multiples without a figure: 三分之一, 三成五, 翻倍, "half of", "threefold"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from kb import lazy
from kb.amounts.atom import Atom
from kb.amounts.numerals import DIGIT, EN_NUMBER, number

_PART = rf"(?:{DIGIT}|[零〇一二兩三四五六七八九十百千點]+)"
_NTH = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_ONES = "two|three|four|five|six|seven|eight|nine"
_SHARE = lazy.compile(
    rf"(?P<below>{_PART})\s?分之\s?(?P<above>{_PART})|(?P<tenth>[一二兩三四五六七八九\d])成(?P<five>[一二三四五六七八九半](?![十百個至到]))"
    r"|(?P<zhhalf>一半(?!導)|半數)|翻(?:了)?(?P<fan>[一兩二三四]?)番|(?P<twice>翻(?:了)?(?:一)?倍(?!數))"
    rf"|(?P<enhalf>half)(?= of\b)|(?i:(?P<n>{_ONES})[- ](?P<nth>thirds|fourths|fifths|sixths|eighths|tenths"
    r"|quarters(?= of\b))\b"
    r"|(?:one|a)[- ](?P<one>third|fifth|sixth|eighth|tenth|quarter|half)\b(?P<of>(?= of\b))?"
    rf"|(?P<fold>{_ONES}|ten|hundred)-?fold\b)",
)


def share_at(t: str, start: int) -> Atom | None:
    """Fractions, halves, 三成五, doublings and -fold at `start`, in per cent or times."""
    m = _SHARE.match(t, start)
    if not m or t[max(0, start - 1) : start] in ("第", "上", "下"):
        return None
    if m["fan"] is not None or m["twice"]:
        return _whole(m, Decimal(2) ** int(number(m["fan"] or "一") or 1), "x")
    if m["fold"]:
        return _whole(m, Decimal((EN_NUMBER | {"hundred": 100})[m["fold"].lower()]), "x")
    percent = _percent(t, m)
    return None if percent is None else _whole(m, percent, "%")


def _percent(t: str, m: re.Match[str]) -> Decimal | None:
    if m["below"]:
        below, above = number(m["below"]), number(m["above"])
        return _four_places(above, below) if below and above is not None else None
    if m["tenth"]:
        return (number(m["tenth"]) or Decimal(0)) * 10 + (5 if m["five"] == "半" else number(m["five"]) or 0)
    if m["n"]:
        nth = m["nth"].lower().removesuffix("s")
        return _four_places(Decimal(EN_NUMBER[m["n"].lower()]), Decimal(_NTH[nth]))
    if m["one"]:  # "a third of", "one third", but not "a third supplier" nor "one quarter later"
        sure = m["of"] is not None or (m["one"].lower() != "quarter" and m[0][:3].lower() == "one")
        return _four_places(Decimal(1), Decimal(_NTH[m["one"].lower()])) if sure else None
    if m["enhalf"] and re.search(r"(?i)(?:first|second|latter|1st|2nd)[\s-]$", t[: m.start()]):
        return None  # half a year
    return Decimal(50)


def _four_places(above: Decimal, below: Decimal) -> Decimal:
    exact = above * 100 / below
    rounded = exact.quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
    return exact if exact == exact.to_integral() else rounded.normalize()


def _whole(m: re.Match[str], value: Decimal, unit: str) -> Atom:
    return Atom(m.start(), m.end(), value, value, Decimal(1), unit)
