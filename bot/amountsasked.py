"""Sums that a question names, as articles in the other language write them: "300 million" is 3億, 600 people are 六百名."""

from __future__ import annotations

from decimal import Decimal

from kb import lazy

# "300 million yuan", "1.2bn"; not a year, nor a part of a name.
SUM = lazy.compile(r"(?<![\w.,-])(?P<n>\d{1,4}(?:,\d{3})*(?:\.\d+)?)(?:[ -](?P<unit>thousand|million|billion|trillion)|(?P<short>mn|bn|m|b|k)(?=[ ,.?!]|$))\b")
# "10,000 cards": a count in groups of three digits, which Chinese articles write as 1萬.
GROUPED = lazy.compile(r"(?<![\w.,$€£¥-])(?P<n>\d{1,3}(?:,\d{3})+)(?![\d,]*\d|\.\d|[%\w]| ?(?:thousand|million|billion|trillion|mn|bn|m|b|k)\b)")
_ROUND = {10: "十", 100: "百", 1_000: "千", 10_000: "万"}
_TIMES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9, "b": 9, "trillion": 12}
_CHINESE = ((12, "万亿"), (8, "亿"), (4, "万"))
_DIGITS = "零一二三四五六七八九"
_LEAST_WRITTEN, _MOST_WRITTEN = 2, 9999  # counts that Chinese writes out


def in_chinese(number: str, unit: str) -> list[tuple[str, ...]]:
    """Return the search terms of a sum with the units of Chinese.

    >>> in_chinese("300", "million"), in_chinese("1.2", "bn")
    ([('3', '亿')], [('12', '亿')])
    """
    value = Decimal(number.replace(",", "")).scaleb(_TIMES[unit])
    out = []
    for power, sign in _CHINESE:
        said = value.scaleb(-power).normalize()
        if 1 <= said <= _MOST_WRITTEN:
            out.append((*f"{said:f}".split("."), sign))
    return out


def grouped(number: str) -> list[tuple[str, ...]]:
    """Return the search terms of a count in groups of digits, in both languages.

    >>> grouped("10,000"), grouped("2,500")
    ([('10', '000'), ('10000',), ('1', '万'), ('万',)], [('2', '500'), ('2500',)])
    """
    value = int(number.replace(",", ""))
    said = (*f"{Decimal(value).scaleb(-4).normalize():f}".split("."), "万") if value >= 10_000 else (str(value),)
    return [*dict.fromkeys((tuple(number.split(",")), (str(value),), said)), *([(_ROUND[value],)] if value in _ROUND else [])]


def in_short(number: str, unit: str) -> list[tuple[str, ...]]:
    """Return the search terms of a sum as English articles shorten it or write it out.

    >>> in_short("1.2", "billion")
    [('1', '2', 'billion'), ('1', '2billion'), ('1', '2bn'), ('1', '2b')]
    """
    power = _TIMES[unit]
    *whole, last = number.replace(",", " ").replace(".", " ").split()
    others = [u for u, p in _TIMES.items() if p == power]
    return [(*whole, last, max(others, key=len)), *((*whole, last + u) for u in others)]


def written_out(number: str) -> list[str]:
    """Return how Chinese writes a round count out, with 兩 or 二 where it begins so.

    >>> written_out("600"), written_out("2000"), written_out("40"), written_out("2026"), written_out("617")
    (['六百'], ['二千', '两千'], ['四十'], [], [])
    """
    if not number.isdigit() or not _LEAST_WRITTEN <= int(number) <= _MOST_WRITTEN or number[0] == "0":
        return []
    bare = number.rstrip("0")
    power = len(number) - len(bare)
    if len(bare) > 1 or not power:
        return []
    said = ("" if number == "10" else _DIGITS[int(bare)]) + "十百千"[power - 1]
    return [said, "两" + said[1:]] if bare == "2" and power > 1 else [said] if len(said) > 1 else []
