"""The unit printed after a number: money, a measure, a counter, or a thing counted in English."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kb import lazy
from kb.amounts.unitwords import ALIAS, CENTS, FUNCTION, GUARD, JOINED, MONEY, NO_NOUN, NOUNS

_PLURAL = lazy.compile("[a-z][a-z-]{2,}(?<!s)s|[A-Z]{2,5}s")


def _zh_unit(word: str) -> str:
    guard = {"人": "座份房間民士才工坐", "成": "立為本功長績員熟果都交份品人了不型像就體", "倍": "數增", "天": "數然空文線際使氣下地",
             "周": "期轉邊刊末年", "年": "代度報底末初終級第產薪均輕", "元": "件宇素器旦月首老組", "克": "拉服朗",
             "米": "其勒", "寸": "", "瓦": "解", "仙": "過女桌山嶺樂境丹子草股鶴果人", "圓": "滿", "個點": "位",
             "秒": "殺"}.get(word, GUARD.get(word, ""))  # fmt: skip
    if word == "度":  # 142億度 is electricity, 30度 a temperature or an angle
        return "(?<=[萬億])度(?![假數日])"
    return re.escape(word) + (f"(?![{guard}])" if guard else "")


def longest_first(words: list[str]) -> list[str]:
    """Return the words in the order in which a pattern has to try them."""
    return sorted(words, key=len, reverse=True)


_CJK = [w for w in [*ALIAS, *GUARD, *MONEY, *CENTS] if "\u4e00" <= w[0] <= "\u9fff" or w[0] in "℃°%‰×"]
_PER = r"(?P<per>\s?/\s?(?:股|片|顆|噸|台|桶|克|公斤|平方米|平|度|人|年|天|月|小時|(?i:share|kwh|wh|ton|unit|year)\b)"
_PER += r"|\s(?i:per|a)\s(?i:(?:(?:diluted|basic|ordinary|common)\s)?share|kwh|ton|unit)\b)?"
_ZH_UNIT = lazy.compile(
    rf"\s{{0,2}}(?P<zh>{'|'.join(_zh_unit(w) for w in longest_first(list(dict.fromkeys(_CJK))))})"
    rf"(?P<half>半(?![年導])(?=$|[^\w]|[的後內前時]))?{_PER}"
)
TOKEN = lazy.compile(r"\s{0,2}-?(?P<word>[A-Za-zμ][A-Za-z²³]*(?:[/-][A-Za-z²³]+|/秒)*)(?![A-Za-z0-9])")
_DAYS = lazy.compile(r"(?:周轉|周转|天[數数]|日[數数]|[賬账帳]期|[週周]期)[^月。;]*$")  # 存貨周轉天數為61日 is no date
_OF_SHARES = lazy.compile(r"(?i)\b(?:shares?|stock|dividends?|target|listed|debut)\b")
_LINES = lazy.compile(r"(?<!\d)(?:240|360|480|540|576|720|900|1080|1440|2160|4320)$")
_NEXT_WORD = lazy.compile(r"\s([A-Za-z][\w-]+)")
AFTER_LATIN = lazy.compile(_PER)
_Unit = tuple[str, Decimal, bool]  # canonical name, factor to it, whether it is money
_KNOWN: dict[str, _Unit] = {w: (*v, False) for w, v in ALIAS.items()}
_KNOWN |= {w: (code, Decimal(1), True) for w, code in MONEY.items()}
_KNOWN |= {w: (code, Decimal("0.01"), True) for w, code in CENTS.items()}
_LOWER = {w.lower(): v for w, v in reversed(_KNOWN.items()) if len(w) > 1}  # 144gb, but never 10w or 5b
_PHRASES: dict[str, list[str]] = {}  # by their first word, longest first
for _phrase in sorted((w.lower() for w in _KNOWN if " " in w), key=len, reverse=True):
    _PHRASES.setdefault(_phrase.split()[0], []).append(_phrase)
NOUN = lazy.compile(rf"(?i:(?:{NOUNS})s|(?!series)\w+ies|staff|aircraft)")  # "3,300 part numbers" are no parts

_SAME_COUNTER = {"只": "隻", "枱": "台"}


class _Printed(NamedTuple):
    """A unit where it is printed. `half` is 半 after it, of one unit."""

    name: str
    factor: Decimal
    money: bool
    end: int
    half: bool = False


def unit_at(t: str, at: int, nouns: bool) -> _Printed | None:
    """The unit printed at `at`; with `nouns` also a thing counted in English (never by what may be a year)."""
    if m := _ZH_UNIT.match(t, at):
        name, factor, money = _KNOWN.get(m["zh"]) or (_SAME_COUNTER.get(m["zh"], m["zh"]), Decimal(1), False)
        return _Printed(name + per_what(m["per"]), factor, money, m.end(), bool(m["half"]))
    if t[at : at + 1] == "日" and _DAYS.search(t, max(0, at - 18), at):
        return _Printed("天", Decimal(1), False, at + 1)
    m = TOKEN.match(t, at)
    if m is None:
        return None
    known, end = _pence(t, m, at) or _latin_unit(t, m)
    if known:
        per = AFTER_LATIN.match(t, end)
        return _Printed(known[0] + per_what(per and per["per"]), *known[1:], per.end() if per else end)
    if "-" in t[at : m.start("word")]:
        joined = m["word"].split("-")[0].lower()
        name = "person" if joined == "strong" else joined if joined in JOINED else ""
        return _Printed(name, Decimal(1), False, m.start("word") + len(joined)) if nouns and name else None
    return _noun(t, m) if nouns else None


def _pence(t: str, m: re.Match[str], at: int) -> tuple[_Unit, int] | None:
    """Shares closed up 6.3% at 387p: pence, where shares are spoken of; never the lines of a screen."""
    if m["word"] != "p" or m.start("word") != at or _LINES.search(t, max(0, at - 5), at) or not _OF_SHARES.search(t, 0, at):
        return None
    return ("GBP", Decimal("0.01"), True), m.end()


def _latin_unit(t: str, m: re.Match[str]) -> tuple[_Unit | None, int]:
    word, start = m["word"], m.start("word")
    for phrase in _PHRASES.get(word.lower(), ()):
        if t[start : start + len(phrase)].lower() == phrase:
            end = start + len(phrase)
            return _LOWER[phrase], end + (t[end : end + 1] == "s")
    for part in (word, re.split("[/-]", word)[0]):  # "5GB-10GB", "yuan/share"
        known = _KNOWN.get(part) or _LOWER.get(part.lower()) or _LOWER.get(part.lower().removesuffix("s"))
        if known and (part != "won" or t[start - 2 : start - 1].isalpha()):  # "3 trillion won", not "2 won"
            return known, start + len(part)
    return None, m.end()


def _noun(t: str, m: re.Match[str]) -> _Printed | None:
    """A thing counted, at most two words on ("24 sales contracts"), or else any plural right after the number."""
    first, end = m["word"], m.end("word")
    word: str | None = first
    for _ in range(3):
        if word is None or word in FUNCTION:
            break
        if NOUN.fullmatch(word):
            return _Printed(_singular(word), Decimal(1), False, end)
        following = _NEXT_WORD.match(t, end)
        word, end = (following[1], following.end()) if following else (None, end)
    plural = _PLURAL.fullmatch(first)
    if plural and first.lower() not in NO_NOUN:
        return _Printed(_singular(first), Decimal(1), False, m.end("word"))
    return None


def per_what(printed: str | None) -> str:
    """What money is counted by: "/股" for 元/股 and for "yuan per share"."""
    if not printed:
        return ""
    word = re.sub(r"^\s?(?:/|per|a)\s?(?:(?:diluted|basic|ordinary|common)\s)?", "", printed.strip())
    return "/" + {"share": "股", "ton": "噸", "year": "年"}.get(word.lower(), word)


def _singular(noun: str) -> str:
    if noun.isupper() or noun[:-1].isupper():
        return noun.removesuffix("s")
    low = noun.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("ches", "shes", "sses", "xes")) else low.removesuffix("s")
