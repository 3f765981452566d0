"""By how much a date moved, in months or years, where both dates are told as exactly: 今年11月 to 明年1月, 2041 to 2049."""

from __future__ import annotations

from kb import lazy
from kb.text import fold

_YEAR = 12  # months
_MOST = 120  # months by which plans move
_MONTH_ZH = lazy.compile(r"(?:(?P<year>20\d\d) ?年|(?P<next>明年|今年))?(?P<month>\d{1,2}) ?月|(?:(?P<qyear>20\d\d) ?年|(?P<qnext>明年|今年))?第?(?P<quarter>[一二三四1-4])季")
_MONTH_EN = lazy.compile(r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*(?:[^\d]*(?P<year>20\d\d)| (?P<next>next|this) year)?|(?P<quarter>first|second|third|fourth) quarter(?:[^\d]*(?P<qyear>20\d\d)| (?:of )?(?P<qnext>next|this) year)?")
_ONLY_YEAR = lazy.compile(r"(20\d\d) ?年?")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NTH = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}


def _month(raw: str) -> tuple[int | None, int, bool] | None:
    """The year of a date as printed (0 for this one, 1 for next), its month, and whether that is of a quarter."""
    folded = fold(raw)
    m = _MONTH_ZH.search(folded) or _MONTH_EN.search(folded)
    if m is None:
        return None
    told = m.groupdict()
    year = told.get("year") or told.get("qyear")
    word = told.get("next") or told.get("qnext") or ""
    relative = 1 if word in ("明年", "next") else 0 if word in ("今年", "this") else None
    when = int(year) if year else relative
    if told.get("quarter"):
        return when, _NTH[told["quarter"]] * 3, True
    month = int(told["month"]) if told.get("month") else _NAMES.index(told["name"]) + 1
    return when, month, False


def apart(old: str, new: str, earlier: bool = False) -> tuple[int, str] | None:
    """Return how far two dates as printed are apart, with "month" or "year"; None where that is not told exactly.

    `earlier`: it was brought forward, so that of two months without a year the new one comes first.

    >>> apart("11月", "明年1月"), apart("2041", "2049"), apart("October", "March 2027"), apart("late 2027", "May 2028")
    ((2, 'month'), (8, 'year'), (5, 'month'), None)
    """
    years = [_ONLY_YEAR.fullmatch(x) for x in (old, new)]
    if years[0] and years[1]:
        return abs(int(years[1][1]) - int(years[0][1])), "year"
    one, other = _month(old), _month(new)
    if not one or not other or one[2] != other[2]:
        return None  # a month and a quarter
    if one[0] is not None and other[0] is not None:
        if (one[0] > _YEAR) != (other[0] > _YEAR):
            return None  # 今年 and 2027年: which year this one is they do not say
        gap = (other[0] - one[0]) * _YEAR + other[1] - one[1]
    elif one[0] is None:
        gap = (one[1] - other[1] if earlier else other[1] - one[1]) % _YEAR if other[0] != 0 else other[1] - one[1]  # the next time that such a month comes
    else:
        gap = other[1] - one[1]
    return (abs(gap), "month") if 0 < abs(gap) < _MOST else None
