"""One match of a rule -> one period; its year kept open where it is not said."""

from __future__ import annotations

import re
from calendar import monthrange

from kb import lazy
from kb.model import Period
from kb.quantities import unit_follows

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name[:3]: n for n, name in enumerate(MONTHS, 1)}
_ZH = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "首": 1, "末": 4}
_EN_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ZH_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "昨年": -1, "今年": 0, "本年": 0, "明年": 1, "後年": 2}
_EN_RELATIVE = {"last": -1, "previous": -1, "prior": -1, "this": 0, "current": 0, "next": 1, "earlier": -1, "ago": -1}
_COUNT = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"兩": 2, "十": 10}
_COUNT_EN = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven".split(), 1)}
_MODEL = lazy.compile(r"\b(?:RTX|GTX|RX|Windows|Office|DirectX|No\.?|version|ISO|RFC)\s?$")
_RANGE_AHEAD = lazy.compile(r"\s?[-~–至到]\s?\d[\d,.]*")
_NO_YEAR = "-"


def read(t: str, m: re.Match[str], known: str | None) -> Period | None:
    """Return the period that a match of the rules in `t` is of; `known` is the last year told in full."""
    kind = m.lastgroup  # the outermost group closes last, so this is the rule
    if kind == "zh":
        return _chinese(m, known)
    if kind == "part":
        return _without_year(t, m)
    if kind == "iso":
        return _date(m["y0"], m["m0"], m["d0"])
    if kind == "bare":
        return _over_two(m["y9"], m["y9b"]) if _is_year(t, m) else None
    return _recent(m) if kind == "recent" else _english(m, kind or "")


def _english(m: re.Match[str], kind: str) -> Period | None:
    if kind == "ord":
        y = _year_of(m["y4"] or m["y10"], _EN_RELATIVE.get((m["r4"] or "").lower()))
        return _part_of(y, *_ordinal(m))
    if kind == "enfirst":
        return _first_months(m)
    if kind == "enq":
        last = _MONTH[m["mnq"][:3].lower()]
        size = 3 if m["wq"] == "quarter" else 6
        return _part_of(_year_of(m["yq"]), m["wq"], last // size) if last % size == 0 else None
    if kind == "enrange":
        months = [str(_MONTH[m[g][:3].lower()]) for g in ("mna", "mnb")]
        return _month_range(_year_of(m["yab"]), *months)
    if kind == "enrel":
        return _full_year(_year_of(None, _EN_RELATIVE.get((m["r8"] or m["r9"] or "").lower(), -2)))
    return _over_two(_four(m["y8"]), m["y8b"]) if kind == "fiscal" else _english_date(m)


def _is_year(t: str, m: re.Match[str]) -> bool:
    """A bare number is a year unless a unit follows, here or at the end of its range, or a model name precedes."""
    ahead = _RANGE_AHEAD.match(t, m.end())
    counted = unit_follows(t, m.end()) or bool(ahead and unit_follows(t, ahead.end()))
    return not counted and not _MODEL.search(t, max(0, m.start() - 12), m.start())


def _year_of(written: str | None, relative: int | None = None) -> str:
    """A year as it stands in a date: "2025", "Y-1" when relative, "-" when there is none."""
    if written:
        return _four(written)
    return _NO_YEAR if relative is None else f"Y{relative:+d}"


def _four(y: str) -> str:
    if not y.isascii():
        return "".join(str(_ZH[c]) for c in y)
    return y if len(y) == 4 else f"20{y}"


def _chinese(m: re.Match[str], known: str | None) -> Period | None:
    y = _year_of(m["y1"] or m["ys"] or m["y2"], _ZH_RELATIVE.get(m["rel"] or ""))
    if m["same"]:
        if known is None:
            return None
        y = known if m["same"] == "同年" else str(int(known) + 1)
    if m["m1"]:
        return _date(y, m["m1"], m["d1"])
    if m["zfirst"]:
        return _month_range(y, "一", "二" if m["zfirst"] in "兩两" else m["zfirst"])
    if m["ma"]:
        return _month_range(y, m["ma"], m["mb"])
    if m["edge"]:
        day = f"{y}-01-01" if m["edge"].endswith("初") else f"{y}-12-31"
        return Period(day, day, "as-of")
    if m["sale"]:
        return _date(y, "6" if m["sale"].startswith("6") else "11", None)  # 2025年“6·18”期間: sales that are held in that month
    if m["decade"]:
        return Period(f"{y}-01-01", f"{y[:3]}9-12-31", "span") if y.endswith("0") and y.isdecimal() else None
    part = _which(m, "1")
    return _part_of(y, *part) if part else _full_year(y)


def _without_year(t: str, m: re.Match[str]) -> Period | None:
    if m["m2"] or m["m3"]:
        return None if t[m.start() - 1 : m.start()] == "每" else _date(_NO_YEAR, m["m2"] or m["m3"], m["d2"])
    if m["mc"]:
        return _month_range(_NO_YEAR, m["mc"], m["md"])
    if m["first"]:
        return _month_range(_NO_YEAR, "一", "二" if m["first"] in "兩两" else m["first"])
    part = _which(m, "2")
    return _part_of(_year_of(m["y3"]), *part) if part else None


def _which(m: re.Match[str], tag: str) -> tuple[str, int] | None:
    """("half", 1), ("quarter", 3), ("nine-months", 1) as the part of a year that was written."""
    if half := m["h" + tag]:
        return "half", 2 if "下" in half or "2" in half else 1
    if m["n" + tag]:
        return "nine-months", 1
    if quarter := m["q" + tag]:
        digit = re.search("[1-4一二三四首末]", quarter.replace("最後一", "末").replace("最后一", "末"))
        return ("quarter", _ZH.get(digit[0]) or int(digit[0])) if digit else None
    return None


def _ordinal(m: re.Match[str]) -> tuple[str, int]:
    word = m["w"].lower()
    return ("nine-months" if word.startswith(("nine", "three")) else word), min(
        _EN_ORDINAL[m["o"].lower()], 2 if word == "half" else 4
    )


def _first_months(m: re.Match[str]) -> Period | None:
    if m["fm1"]:
        y = _year_of(m["y11"], _EN_RELATIVE.get((m["r11"] or "").lower()))
        return _month_range(y, "1", str(_COUNT_EN[m["fm1"].lower()]))
    last = _MONTH[m["mn11"][:3].lower()]
    first = last - _COUNT_EN[m["fm2"].lower()] + 1
    return _month_range(_year_of(m["y12"]), str(first), str(last)) if first > 0 else None


def _english_date(m: re.Match[str]) -> Period | None:
    name = next(m[g] for g in ("mn5", "mn6", "mn7", "mn8", "mn9", "mn10") if m[g])
    if name[0].islower() and name.lower().startswith(("mar", "may")) and not (m["y5"] or m["y6"] or m["y7"]):
        return None  # "may 5" and "march 3" in running text are verbs
    y = _year_of(m["y5"] or m["y6"] or m["y7"])
    return _date(y, str(_MONTH[name[:3].lower()]), m["d5"] or m["d6"])


def _recent(m: re.Match[str]) -> Period:
    word = m["c1"] or m["c2"].lower()
    n = int(word) if word.isdecimal() else _COUNT.get(word) or _ZH[word]
    last = -1 if m[0].startswith("過去") else 0
    return Period(f"{_year_of(None, last - n + 1)}-01-01", f"{_year_of(None, last)}-12-31", "span")


def _full_year(y: str) -> Period:
    return Period(f"{y}-01-01", f"{y}-12-31", "year")


def _over_two(y: str, following: str | None) -> Period:
    """2024-25 as the year to March, which is most often meant; the year alone where the second is not the next one."""
    digits = re.search(r"\d\d", following or "")
    if digits is None or int(digits[0]) != (int(y) + 1) % 100:
        return _full_year(y)
    return Period(f"{y}-04-01", f"{int(y) + 1}-03-31", "year")


def _part_of(y: str, kind: str, n: int) -> Period:
    months = {"half": 6, "quarter": 3, "nine-months": 9}[kind]
    last = n * months
    return Period(f"{y}-{last - months + 1:02d}-01", _month_end(y, last), kind)


def _month_end(y: str, month: int) -> str:
    return f"{y}-{month:02d}-{monthrange(int(y) if y.isdecimal() else 2001, month)[1]}"


def _small(s: str) -> int:
    if s.isascii() or s == "元":
        return int(s) if s.isascii() else 1
    tens, ten, ones = s.rpartition("十")
    return (_ZH[tens] if tens else 1 if ten else 0) * 10 + (_ZH[ones] if ones else 0)


def _date(y: str, month: str, day: str | None) -> Period | None:
    m = _small(month)
    if day is None:
        return Period(f"{y}-{m:02d}-01", _month_end(y, m), "month")
    d = _small(day)
    if d > monthrange(int(y) if y.isdecimal() else 2000, m)[1]:
        return None
    date = f"{y}-{m:02d}-{d:02d}"
    return Period(date, date, "day")


def _month_range(y: str, first: str, last: str) -> Period | None:
    a, b = _small(first), _small(last)
    kinds = {(1, 12): "year", (1, 6): "half", (7, 12): "half", (1, 9): "nine-months"}
    kinds |= {(n, n + 2): "quarter" for n in (1, 4, 7, 10)}
    return Period(f"{y}-{a:02d}-01", _month_end(y, b), kinds.get((a, b), "span")) if a <= b <= 12 else None
