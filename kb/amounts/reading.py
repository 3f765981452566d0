"""One number with the sign, the currency and the unit that directly belong to it, or that it is no amount."""

from __future__ import annotations

import re
from decimal import Decimal

from kb import lazy
from kb.amounts.atom import Atom
from kb.amounts.numerals import (
    CASH_DIGITS,
    CHINESE,
    DIGITS,
    ENGLISH,
    ZH_BIG,
    ZH_DIGIT,
    ZH_SMALL,
    chinese_value,
    digits_value,
    english_value,
    scale_of,
)
from kb.amounts.qualifiers import qualifier_before
from kb.amounts.units import AFTER_LATIN, longest_first, per_what, unit_at
from kb.amounts.unitwords import BEFORE, MONEY

_CUR = "|".join(re.escape(w) for w in longest_first(BEFORE))
LEAD = lazy.compile(rf"(?:約|about\s)?\s?(?P<s1>[-負])?(?P<cur>{_CUR})?\s?(?P<s2>-)?")
_BACK_LAST = frozenset("-").union(w[-1] for w in BEFORE)
BACK = lazy.compile(rf"(?P<s1>(?<![\w%-])[-負])?(?:(?<![A-Za-z])(?P<cur>{_CUR}))\s?(?P<s2>-)?$")
MINUS_AFTER = lazy.compile(r"(?:^|[^\w%.)\-]|[^\x00-\x7f元億萬年月日號季顆片家個人成倍點])\s?$")
# What follows 25年 when it is the year 2025; for `periods` too.
SHORT_YEAR = (
    r"\s?(?:度|全年|年報|上半|下半|第?[一二三四1-4]季|Q[1-4]|H[12]|前三季|底|初|末|\d{1,2}月"
    r"|的?(?:預計)?(?:總?營業?收|收入|淨利|利潤|業績|毛利|虧損|淨虧|歸母|扣非|財報|研發))"
)
_SHORT_YEAR = lazy.compile(SHORT_YEAR)
START = lazy.compile(
    r"\d|[一二兩三四五六七八九十百千萬億兆]|翻(?:了)?(?=[番倍一兩])|半數"
    r"|[AHOTFSENZahotfsenz](?<![A-Za-z].)(?:(?<=[Hh])alf(?=\sof\b)|(?<=[Aa])(?=\s(?:half|third|quarter|fifth|sixth|eighth|tenth)\b)"
    r"|(?i:(?<=o)ne|(?<=t)(?:wo|hree|en|welve|hirteen|wenty|hirty)|(?<=f)(?:our|ive|ourteen|ifteen|orty|ifty)"
    r"|(?<=s)(?:ix|even|ixteen|eventeen|ixty|eventy)|(?<=e)(?:ight|leven|ighteen|ighty)|(?<=n)(?:ine|ineteen|inety)"
    r"|(?<=z)ero|(?<=h)undred(?=-?fold))(?![a-eg-z]))"
)

_LETTERS = lazy.compile(r"[A-Za-z]+")
_YEAR_SIGN = lazy.compile(r"\s{0,2}年")
_YEAR = lazy.compile(r"(?:19|20)\d\d")
_MONTH = lazy.compile(
    r"(?i)\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s$"
)
_IDENTIFIER = lazy.compile(r"(?:[A-Za-z0-9_]|\d[./]|[A-Za-z]-|[A-Za-z]\.|#)$")


def barred(t: str, start: int) -> bool:
    """Numbers in identifiers, ordinals, days of a month; Chinese numerals after 幾, 數, 每."""
    before = t[max(0, start - 12) : start]
    if not before:
        return False
    if t[start] in ZH_SMALL or t[start] in ZH_DIGIT or t[start] in ZH_BIG:
        return before.rstrip()[-1:] in tuple("第幾數每某") or before[-1:] in tuple("星週周0123456789")
    if before[-1].isspace():
        return before.rstrip()[-1:] == "第" or bool(_MONTH.search(before))
    return before[-1] == "第" or (before[-1].isascii() and bool(_IDENTIFIER.search(before)))


def atom_at(t: str, start: int, cash: bool) -> Atom | int:
    """The number at `start` with its scale and unit, or the place after it when it is no amount."""
    c = t[start : start + 1]
    pattern = (CASH_DIGITS if cash else DIGITS) if c.isdecimal() else ENGLISH if c.isascii() else CHINESE
    m = pattern.match(t, start)
    if not m:
        word = _LETTERS.match(t, start)
        return word.end() if word else start + 1
    if pattern is ENGLISH and t[m.end() : m.end() + 4].lower() in ("-hun", "-tho", "-mil"):
        return m.end() + 4  # a ten-thousand-card cluster is a size, as 萬卡 is
    if pattern is CHINESE:
        atom = _chinese_atom(m)
    elif pattern is ENGLISH:
        atom = Atom(start, m.end(), *2 * (english_value(m),), scale_of(None, m["en"]) if m["en"] else None, None)
        atom = atom._replace(bare=m[0].lower() == "one", unit="" if m["en"] else None)
    else:
        atom = _digits_atom(t, m)
    return atom if isinstance(atom, int) else _with_unit(t, atom)


def _digits_atom(t: str, m: re.Match[str]) -> Atom | int:
    value, year = digits_value(m), bool(_YEAR.fullmatch(m[0]))
    tail = _YEAR_SIGN.match(t, m.end())
    if tail and (year or (re.fullmatch(r"[0-4]\d", m[0]) and _SHORT_YEAR.match(t, tail.end()))):
        return tail.end()
    scale = scale_of(m["sc"], m["en"]) if m["sc"] or m["en"] else None
    more = (m["m1"] or m["m2"] or "").strip()
    return Atom(m.start(), m.end(), value, value, scale, None if scale is None else "", more=more, year=year)


def _chinese_atom(m: re.Match[str]) -> Atom | int:
    n = m["num"]
    more = (m["m2"] or "").strip()
    if len(n) == 2 and all(c in ZH_DIGIT for c in n):  # 兩三家, 七八成
        low, high = Decimal(ZH_DIGIT[n[0]]), Decimal(ZH_DIGIT[n[1]])
        return Atom(m.start(), m.end(), low, high, None, None, more="來") if 0 < low < high else m.end()
    if len(n) > 1 and all(c in ZH_DIGIT for c in n):
        return m.end()
    value = chinese_value(n)
    big = n[-1] in ZH_BIG
    alone = n[0] in "百千萬億兆"
    scale = value / ZH_DIGIT[n[0]] if n[0] in ZH_DIGIT and all(c not in ZH_DIGIT for c in n[1:]) else None
    scale = value if alone else scale if scale and scale > 1 else None
    return Atom(m.start(), m.end(), value, value, scale, "" if big else None, more=more, bare=alone or n == "一")


def _with_unit(t: str, atom: Atom) -> Atom:
    u = unit_at(t, atom.end, nouns=not atom.year and t[atom.end - 1] < "\u2e80")
    if u is None or (u.name == "卡" and not t[atom.start].isdecimal()):  # 萬卡 is a size, 10萬卡 an amount
        return atom
    value, high = (v * u.factor + (u.factor / 2 if u.half else 0) for v in (atom.value, atom.high))
    bare = atom.bare and u.name not in ("x", "%", "pp")
    tens = u.name == "%" and t[u.end - 1] == "成"
    return atom._replace(
        end=u.end, value=value, high=high, unit=u.name, money=u.money, bare=bare, closed=True, tens=tens
    )


def lead_before(t: str, begin: int, start: int) -> re.Match[str] | None:
    """The currency, with its sign, that is printed right before `start`; its last character tells cheaply whether any is."""
    last = t[start - 1 : start]
    return BACK.search(t, begin, start) if last in _BACK_LAST or last.isspace() else None


def in_currency(t: str, atom: Atom, currency: str) -> Atom:
    """The atom in the currency printed before it, which is surer than a 元 after it."""
    if atom.unit and not atom.money:
        return atom
    per, end = "/" + atom.unit.partition("/")[2] if atom.unit and "/" in atom.unit else "", atom.end
    if not atom.unit and (m := AFTER_LATIN.match(t, end)):  # "$0.89 per share"
        per, end = per_what(m["per"]), m.end()
    return atom._replace(unit=MONEY[currency] + per, money=True, end=end)


def signed(atom: Atom, sign: str | None, start: int) -> Atom:
    """Return the atom from `start` on, below zero where a sign is printed."""
    return atom._replace(start=start, value=-atom.value, high=-atom.high) if sign else atom._replace(start=start)


def is_sure(t: str, atom: Atom) -> bool:
    """百億元 is an amount by its unit; 千款 only where a word like 近 says so; 一 never without one."""
    if t[max(0, atom.start - 1) : atom.start] in ("僅", "共"):
        return True
    return (atom.money and atom.value > 1) or bool(qualifier_before(t, max(0, atom.start - 8), atom.start))
