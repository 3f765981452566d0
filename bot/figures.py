"""Figures, periods and dates as people read them, in three languages. Arithmetic on units is exact.

In Chinese a figure is shown as printed; in English it is converted (14.50億元至15.20億元 is
CNY 1.45-1.52 billion) with the printed words beside it.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from kb import lazy
from kb.model import Period, Quantity
from kb.text import HAN_ONE, into_script
from kb.units import is_money as money_or_bare

_SCALES_EN = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_SCALES_ZH = ((Decimal(10) ** 12, "萬億"), (Decimal(10) ** 8, "億"), (Decimal(10) ** 4, "萬"))
_MONEY_ZH = {
    "CNY": "元",
    "HKD": "港元",
    "USD": "美元",
    "TWD": "新台幣",
    "EUR": "歐元",
    "JPY": "日圓",
    "GBP": "英鎊",
    "KRW": "韓元",
    "SGD": "新加坡元",
    "AUD": "澳元",
    "CAD": "加元",
    "CHF": "瑞士法郎",
    "INR": "印度盧比",
    "SEK": "瑞典克朗",
    "NOK": "挪威克朗",
    "DKK": "丹麥克朗",
}
_HUNDREDTH_ZH = {"USD": "美分", "HKD": "港仙", "GBP": "便士", "EUR": "歐分", "SGD": "新加坡分", "AUD": "澳分"}
_HUNDREDTHS = lazy.compile(r"(?i)\d ?(?:\w+ )?(?:cents?|pence|p)\b")
_QUALIFIER_EN = {
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "near": "nearly ",
    "at-least": "at least ",
    "at-most": "up to ",
}
_QUALIFIER_ZH = {
    "about": "約",
    "over": "超過",
    "under": "不足",
    "near": "近",
    "at-least": "至少",
    "at-most": "最高",
}
_LEADING = lazy.compile("^[約约][為为]")  # 約為42.64萬元 is 約42.64萬元 after 營收
_UNIT_EN = {"年": "years", "個月": "months", "天": "days", "小時": "hours", "週": "weeks", "人": "people", "名": "people", "倍": "times", "x": "times",
            "家": "", "顆": "chips", "片": "cards", "台": "units", "輛": "vehicles", "款": "models", "歲": "years old", "噸": "tonnes"}  # fmt: skip
_UNIT_ZH = {"nit": "尼特", "pp": "個百分點", "x": "倍", "person": "人", "people": "人", "m": "米", "km": "公里", "cm": "厘米", "mm": "毫米", "km/h": "公里/小時", "mph": "英里/小時", "mile": "英里",
            "kg": "公斤", "g": "克", "phone": "部", "vehicle": "輛", "car": "輛", "truck": "輛", "barrel": "桶", "seat": "座", "share": "股", "megapixel": "百萬像素",
            "acre": "英畝", "token": "token"}  # fmt: skip
_GAP = lazy.compile(r"(?<=[\d\u3400-\u9fff]) (?=[\d\u3400-\u9fff])")
_NO_GAP = lazy.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])|(?<= ) +")
_BEFORE_YEAR = lazy.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,4}-?\d{2,4}[A-Za-z]?|\S*[A-Za-z]{3})(?=(?:19|20)\d\d年)")
_LATIN = lazy.compile(r"[A-Za-z]{2,}|[€£₹]\s?\d|\d[mkbt]\b")
_A_NOUN = lazy.compile(r"[a-z][a-z-]{2,}")  # a thing counted in English: of what, the measure's name tells


def plain(value: Decimal) -> str:
    """Return a decimal without trailing zeros or exponent.

    >>> plain(Decimal("1.450")), plain(Decimal("4E+1"))
    ('1.45', '40')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_BARE_NUMBER = lazy.compile(r"[\d.,]+")
_LONGEST_SYMBOL = 3  # letters of one that is no word: km, kwh


def is_money(unit: str) -> bool:
    """Return whether a unit is a currency code."""
    return unit != "" and money_or_bare(unit)


def signless(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of a quantity as amounts, smaller first, whatever their sign."""
    ends = [abs(v) for v in (quantity.lo, quantity.hi) if v is not None]
    if not ends:
        return None, None
    if len(ends) == 1:
        return (None, ends[0]) if quantity.lo is None else (ends[0], None)
    return min(ends), max(ends)


def negative(quantity: Quantity) -> bool:
    """Return whether the whole quantity is below zero."""
    return (quantity.hi is not None and quantity.hi < 0) or (
        quantity.hi is None and quantity.lo is not None and quantity.lo < 0
    )


def show(quantity: Quantity, lang: str) -> str:
    """Return a quantity for readers of `lang`, without its sign words (see `negative`)."""
    printed = _LEADING.sub("約", re.sub(r"\s+", " ", quantity.raw.strip()))
    if lang != "en":
        if _is_english(printed):
            return into_script(_in_hundredths(quantity, printed) or computed(quantity, lang), lang)
        return into_script(_GAP.sub("", printed), lang)
    if _is_english(printed):
        return printed
    shown = computed(quantity, "en")
    return f"{shown} ({printed})" if shown != printed and not _BARE_NUMBER.fullmatch(printed) else shown


def _in_hundredths(quantity: Quantity, printed: str) -> str:
    """A sum printed in cents or pence as Chinese has it, 4.5美分; "" for others."""
    lo, hi = signless(quantity)
    name = _HUNDREDTH_ZH.get(quantity.unit, "") if _HUNDREDTHS.search(printed) else ""
    if not name or lo is None or hi is None:
        return ""
    qualifier = _QUALIFIER_ZH.get(quantity.qualifier, "")
    return qualifier + (f"{plain(lo * 100)}{name}" if lo == hi else f"{plain(lo * 100)}至{plain(hi * 100)}{name}")


def computed(quantity: Quantity, lang: str) -> str:
    """Return a quantity written anew from its value: exact, scaled, with unit and qualifier."""
    lo, hi = signless(quantity)
    if lo is None and hi is None:
        return quantity.raw
    if quantity.qualifier == "over" and lo is not None:
        hi = lo
    if quantity.qualifier == "under" and hi is not None:
        lo = hi
    lo, hi = (hi if lo is None else lo), (lo if hi is None else hi)
    assert lo is not None and hi is not None
    if lang == "en":
        return _QUALIFIER_EN.get(quantity.qualifier, "") + _english(lo, hi, quantity.unit)
    return into_script(_QUALIFIER_ZH.get(quantity.qualifier, "") + _chinese(lo, hi, quantity.unit), lang)


def spaced(text: str) -> str:
    """Put a space between Latin letters and the figure after them, and none where two would stand.

    >>> spaced("Farrowgate2025年營收 (= 9億元)")
    'Farrowgate 2025年營收 (= 9億元)'
    >>> spaced("YH-2172026年受試者人數為3200人")
    'YH-217 2026年受試者人數為3200人'
    """
    return _NO_GAP.sub("", _BEFORE_YEAR.sub(r"\1 ", text))


def _english(lo: Decimal, hi: Decimal, unit: str) -> str:
    money = f"{unit} " if is_money(unit) else ""
    scale, word = (
        next(((s, w) for s, w in _SCALES_EN if hi >= s), (Decimal(1), ""))
        if is_money(unit) or hi >= 10**6
        else (Decimal(1), "")
    )
    span = f"{_grouped(lo / scale)}" if lo == hi else f"{_grouped(lo / scale)}–{_grouped(hi / scale)}"
    if unit == "%":
        return f"{plain(lo)}%" if lo == hi else f"{plain(lo)}%–{plain(hi)}%"
    if unit == "pp":
        return f"{span} percentage points"
    noun = _UNIT_EN.get(unit) or _plural(unit, hi)  # of 家, the measure's name tells: stores, companies, customers
    tail = "" if money or not noun else f" {noun}"
    return f"{money}{span}{word}{tail}"


def _grouped(value: Decimal) -> str:
    text = plain(value)
    whole, _, rest = text.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def _plural(unit: str, number: Decimal) -> str:
    """A counted thing as English writes more than one: 132,630 vehicles; a symbol stays as it is: 121 GWh, 14 nm."""
    word = unit.isascii() and unit.isalpha() and unit.islower() and len(unit) > _LONGEST_SYMBOL
    if not word or number == 1 or unit.endswith("s"):
        return unit
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2] not in "aeiou" else f"{unit}s"


def _chinese(lo: Decimal, hi: Decimal, unit: str) -> str:
    if unit == "%":
        return f"{plain(lo)}%" if lo == hi else f"{plain(lo)}%至{plain(hi)}%"
    name = _MONEY_ZH.get(unit, unit if not is_money(unit) else f" {unit}")
    name = _UNIT_ZH.get(name, "" if _A_NOUN.fullmatch(name) else name)
    scale, word = next(((s, w) for s, w in _SCALES_ZH if hi >= s), (Decimal(1), ""))
    if lo == hi and word == "萬" and lo % 100 and lo == lo.to_integral_value():
        return f"{lo:,.0f}{name}"  # 25,811輛 rather than 2.5811萬輛, 45,990元 rather than 4.599萬元
    if lo == hi:
        return f"{plain(lo / scale)}{word}{name}"
    return f"{plain(lo / scale)}{word}{name}至{plain(hi / scale)}{word}{name}"


def _is_english(printed: str) -> bool:
    return bool(_LATIN.search(printed)) and not HAN_ONE.search(printed)


def period(value: Period | None, lang: str) -> str:
    """Return a reporting period: 2025年, 2025年上半年 · 2025, the first half of 2025."""
    if value is None:
        return ""
    if not value.start[:4].isdigit():
        return _yearless(value, lang)
    year, month = value.start[:4], int(value.start[5:7] or 1)
    last = int(value.end[5:7] or 12)
    if month not in _BEGINS.get(value.kind, (month,)):
        return _up_to(value, lang)
    if lang == "en":
        return _period_en(value, year, month)
    if value.kind == "half":
        return into_script(f"{year}年{'上' if month == 1 else '下'}半年", lang)
    if value.kind == "quarter":
        return f"{year}年第{'一二三四'[(month - 1) // 3]}季度"
    if value.kind == "nine-months":
        return f"{year}年前三季度"
    if value.kind == "span":
        return f"{year}年至{value.end[:4]}年" + ("" if last == 12 else "上半年" if last == 6 else f"{last}月")
    if value.kind in ("month", "day", "as-of"):
        return f"截至{date(value, lang)}" if value.kind == "as-of" else date(value, lang)
    return f"{year}年"


# In which months the parts of a calendar year begin; others are of a financial year.
_BEGINS = {"year": (1,), "half": (1, 7), "quarter": (1, 4, 7, 10), "nine-months": (1,)}
_LENGTH = {"year": ("年度", "year"), "half": ("六個月", "six months"), "quarter": ("三個月", "three months"), "nine-months": ("九個月", "nine months")}  # fmt: skip


def _up_to(value: Period, lang: str) -> str:
    """A part of a financial year: 截至2025年9月30日止六個月 · six months to September 30, 2025."""
    end = date(Period(value.end, value.end, "day", value.raw), lang)
    chinese, english = _LENGTH[value.kind]
    return f"{english} to {end}" if lang == "en" else into_script(f"截至{end}止{chinese}", lang)


def _yearless(value: Period, lang: str) -> str:
    """A quarter, a half or a day whose year nobody gave."""
    if not value.start.startswith("--") or value.kind not in ("half", "quarter", "nine-months"):
        return date(value, lang) if value.start.startswith("--") else ""
    month = int(value.start[2:4])
    if lang == "en":
        names = {"half": "the first half" if month == 1 else "the second half", "nine-months": "the first nine months"}
        return names.get(value.kind, f"Q{(month - 1) // 3 + 1}")
    halves = {"half": "上半年" if month == 1 else "下半年", "nine-months": "前三季度"}
    return halves.get(value.kind, f"第{'一二三四'[(month - 1) // 3]}季度")


def _period_en(value: Period, year: str, month: int) -> str:
    if value.kind == "half":
        return f"{'first' if month == 1 else 'second'}-half {year}"
    if value.kind == "quarter":
        return f"Q{(month - 1) // 3 + 1} {year}"
    if value.kind == "nine-months":
        return f"first nine months of {year}"
    if value.kind == "span":
        return f"{year} to {'the first half of ' if value.end[5:7] == '06' else ''}{value.end[:4]}"
    return date(value, "en") if value.kind in ("month", "day", "as-of") else year


def _in_english(day: datetime.date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - only English needs it, and all that start would wait for it

    return format_date(day, pattern, locale="en")


def date(value: Period, lang: str) -> str:
    """Return a date as fine as it is known: a day, a month or a year; without its year where none is given."""
    start = value.start
    if start.startswith("--"):
        day = datetime.date(2000, int(start[2:4]), int(start[5:7]) if len(start) > 5 else 1)
        if lang == "en":
            return _in_english(day, "MMMM d" if value.kind != "month" else "MMMM")
        return f"{day.month}月{day.day}日" if value.kind != "month" else f"{day.month}月"
    if not start[:4].isdigit():
        return value.raw
    if (value.kind in ("day", "as-of") and value.start[:10] == value.end[:10]) or value.kind == "day":
        day = datetime.date.fromisoformat(start[:10])
        return _in_english(day, "MMMM d, y") if lang == "en" else f"{day.year}年{day.month}月{day.day}日"
    if value.kind == "month" or (value.kind == "as-of" and start[:7] == value.end[:7]):
        day = datetime.date.fromisoformat(f"{start[:7]}-01")
        return _in_english(day, "MMMM y") if lang == "en" else f"{day.year}年{day.month}月"
    return (
        period(value, lang)
        if value.kind in ("half", "quarter", "span", "nine-months")
        else (start[:4] if lang == "en" else f"{start[:4]}年")
    )


def rounded(value: Decimal, like: Quantity | None = None, places: int = 2) -> Decimal:
    """Round a worked-out value to `places` decimals."""
    return value.quantize(Decimal(1).scaleb(-places))
