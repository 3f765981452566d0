"""Numerals in digits, Chinese and English words -> exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from kb import lazy
from kb.amounts.folding import fold, table

ZH_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2}
ZH_SMALL = {"十": 10, "百": 100, "千": 1000}
ZH_BIG = {"萬": 10**4, "億": 10**8, "兆": 10**12}
EN_NUMBER = {
    w: i
    for i, w in enumerate(
        table(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_EN_SCALE = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "m": 6, "mn": 6, "mln": 6,
    "b": 9, "bn": 9, "bln": 9, "t": 12, "tn": 12, "trn": 12,
}  # fmt: skip

DIGIT = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
SCALE = r"(?:[十百千]?萬億|[十百千]?[萬億]|兆(?![易瓦赫字豐馬焦])|千(?![瓦克卡米帕赫焦伏])|百(?![分度貨]))"
_ZH = r"(?:[一二兩三四五六七八九十百千萬億]|兆(?!易))(?:[零〇一二兩三四五六七八九十百千萬億]|兆(?![易瓦]))*"
_ZH += r"(?:點[零〇一二三四五六七八九]+[十百千]?[萬億]*)?"
_W = r"(?i:\b(?:" + "|".join(sorted(EN_NUMBER, key=len, reverse=True)) + r")(?:-(?:one|two|three|four|five|six|seven"
_W += r"|eight|nine))?\b)"
_EN_SC = r"(?i:hundred|thousand|million|billion|trillion|mln|bln|trn|bn|mn|tn)\b"
DIGITS = lazy.compile(
    rf"(?P<num>{DIGIT})(?:(?P<m1>\s?[餘多幾])?\s?(?P<sc>{SCALE})(?:(?P<num2>{DIGIT})(?P<sc2>{SCALE}))?"
    rf"|\s?-?(?P<en>{_EN_SC}))?(?P<m2>\s?[餘多來幾](?!年來|種原)|\+(?!\w))?"
)
CHINESE = lazy.compile(rf"(?P<num>{_ZH})(?P<m2>\s?[餘多來](?!自))?")
ENGLISH = lazy.compile(rf"(?P<num>{_W})(?:\s(?P<en>(?i:hundred|thousand|million|billion|trillion)\b))?")

CASH_DIGITS = lazy.compile(DIGITS.pattern.replace("|\\s?-?(?P<en>", "|\\s?-?(?P<en>[kKmMbBtT](?![A-Za-z0-9/])|"))


# "38.2m phones", "up from 33.5m a year earlier": millions and thousands of things, no metres and no model.
_THINGS = (
    r"people|passengers?|riders|visitors|tourists|users|customers|clients|subscribers|members|followers|viewers|listeners|readers|shoppers|players|patients|pupils|students|"
    r"workers|employees|staff|households|homes|families|drivers|merchants|sellers|accounts|cards|policies|loans|shares|votes|jobs|tonnes|tons|barrels|ounces|litres|liters|"
    r"hectares|acres|mu|square|sq|units|vehicles|cars|evs|trucks|bikes|scooters|phones|handsets|smartphones|tablets|pcs|laptops|computers|devices|chips|wafers|panels|batteries|"
    r"bottles|cases|cups|meals|copies|tickets|parcels|packages|containers|boxes|teu|flights|trips|rides|orders|items|pieces|pairs|doses|tests|downloads|installs|views|"
    r"streams|transactions|tokens|parameters|hours|kilometres|kilometers|miles|a (?:day|week|month)"
)
_OF_THINGS = lazy.compile(rf"{DIGIT}[mk](?: [a-z-]+){{0,2}}? (?:{_THINGS})\b")
_ALONE = lazy.compile(
    rf"{DIGIT}[mk](?=,? (?:a year|last year|this year|next year|the year|in (?:20\d\d|the)|by (?:20\d\d|the end)|for 20\d\d|it had|but|while|were|are|was)\b|[,;](?! (?:long|wide|deep|high|tall))|\.(?!\d)|$)"
)
_COUNTING = lazy.compile(
    r"(?:\b(?:up|down|rose|fell|grew|doubled|tripled|climbed|dropped|risen|fallen|grown|increased) (?:from|to)|\b(?:ship|ships|shipped|sell|sells|sold|deliver|delivers|delivered|carry|carried|make|made|build|built|signed up|added|those,?|them,?|"
    r"against|compared with|versus|short of the|target of|reached|passed|users?|customers?|subscribers?|members?|passengers?))(?: (?:about|nearly|some|over|around|almost|more than|only|just))? $"
)


def in_millions(t: str, start: int) -> bool:
    """Whether the m or k right behind the number at `start` multiplies it, though no currency tells.

    >>> in_millions("38.2m phones", 0), in_millions("up from 33.5m a year earlier", 8), in_millions("20m tall", 0)
    (True, True, False)
    """
    if _OF_THINGS.match(t, start):
        return True
    return bool(_ALONE.match(t, start) and _COUNTING.search(t, max(0, start - 40), start))


def number(text: str) -> Decimal | None:
    """The value of a numeral in digits, Chinese or an English word; None when it is none.

    >>> number("三百二十"), number("十餘"), number("1億2000萬"), number("twenty-five")
    (Decimal('320'), Decimal('10'), Decimal('120000000'), Decimal('25'))
    """
    t = fold(text).strip().rstrip("餘多來幾")
    if m := DIGITS.fullmatch(t):
        return digits_value(m)
    if CHINESE.fullmatch(t) or (t and all(c in ZH_DIGIT for c in t)):
        return chinese_value(t)
    if m := ENGLISH.fullmatch(t):
        return english_value(m)
    return None


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def digits_value(m: re.Match[str]) -> Decimal:
    """Return the value of a match of `DIGITS`."""
    value = _plain(m["num"]) * scale_of(m["sc"], m["en"])
    return value + _plain(m["num2"]) * scale_of(m["sc2"], None) if m["num2"] else value


def scale_of(chinese: str | None, english: str | None) -> Decimal:
    """Return what 億 or "million" multiplies by; 1 without either."""
    if english:
        return Decimal(10 ** _EN_SCALE[english.lower()])
    return chinese_value(chinese) if chinese else Decimal(1)


def english_value(m: re.Match[str]) -> Decimal:
    """Return the value of a match of `ENGLISH`."""
    return Decimal(sum(EN_NUMBER[w] for w in m["num"].lower().split("-"))) * scale_of(None, m["en"])


def chinese_value(t: str) -> Decimal:
    """Chinese numerals with units, digit by digit ("二〇二五"), and with 點; "萬" alone is one of it."""
    whole, _, rest = t.partition("點")
    if rest:
        tail = rest.rstrip("十百千萬億")
        part = Decimal("".join(str(ZH_DIGIT[c]) for c in tail)).scaleb(-len(tail))
        times = chinese_value(rest[len(tail) :]) if rest != tail else Decimal(1)
        return (chinese_value(whole) + part) * times
    if all(c in ZH_DIGIT for c in whole):
        return Decimal("".join(str(ZH_DIGIT[c]) for c in whole))
    return Decimal(_with_units(whole))


def _with_units(t: str) -> int:
    total = section = last = 0
    digit: int | None = None
    for i, c in enumerate(t):
        if c in ZH_DIGIT:
            digit = ZH_DIGIT[c]
            last = 0 if digit == 0 else last
        elif c in ZH_SMALL:
            section += (1 if digit is None else digit) * ZH_SMALL[c]
            digit, last = None, ZH_SMALL[c]
        else:
            section += digit or 0
            if i and (0 < total < ZH_BIG[c] or t[i - 1] in ZH_BIG):  # 二萬億: all before it is multiplied
                total = (total + section) * ZH_BIG[c]
            else:
                total += (section or 1) * ZH_BIG[c]
            section, digit, last = 0, None, ZH_BIG[c]
    return total + section + (digit or 0) * (last // 10 if last > 10 else 1)  # 三百五 is 350
