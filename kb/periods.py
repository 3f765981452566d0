"""Times in Chinese and English financial text: years, halves, quarters, months, days and spans.

Left out: times of day, eras, durations ("長達16年" is an amount, see `quantities`) and what a bare
"同期" refers to. What lacks its year is kept open: "--01-12" (ISO 8601) for 1月12日, "Y-1" for 去年,
until a year is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb import lazy
from kb.amounts.folding import fold
from kb.amounts.reading import SHORT_YEAR
from kb.model import Period
from kb.quantities import unit_follows


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period written at text[start:end]."""

    period: Period
    start: int
    end: int


def _words(table: str) -> list[str]:
    return table.split()


_MONTHS = {m: i for i, m in enumerate(_words("jan feb mar apr may jun jul aug sep oct nov dec"), 1)}
_ZH = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "首": 1, "末": 4}
_EN_ORDINAL = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ZH_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "昨年": -1, "今年": 0, "本年": 0, "明年": 1, "後年": 2}
_EN_RELATIVE = {
    "last": -1,
    "previous": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "earlier": -1,
    "ago": -1,
}
_COUNT = {w: i for i, w in enumerate(_words("one two three four five six seven eight nine ten"), 1)} | {
    "兩": 2,
    "十": 10,
}

_COUNT_EN = {w: i for i, w in enumerate(_words("one two three four five six seven eight nine ten eleven"), 1)}

_YYYY = r"(?:19[5-9]\d|20\d\d)"
_ZHYEAR = r"[一二][〇零九][〇零一二三四五六七八九]{2}"
_ZHMONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_FIRST = r"(?<![百千萬億万亿\d美港日歐])元(?=月(?!薪|租|費|供|收入|均|付))"  # 元月, but not 300元月租
_ZHDAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_EN_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)


_END = r"(?![A-EG-Za-z0-9]|F(?!Y))"  # Q1, also of Q1FY26
_STOP = r"(?!(?!(?:20)?\d\d(?!\w))\d|[A-EG-Za-z]|F(?!Y))"  # 1Q, also of 1Q26, 1Q2026 and 1QFY26


def _part(tag: str) -> str:
    """A half, a quarter or nine months; `tag` keeps the group names of two copies apart."""
    return (
        rf"(?:(?P<h{tag}>[上下]半年度?|半年度|半年報|中報|中期(?=業績|業绩|营|營|收|純利|纯利|溢利|盈利|虧|亏|淨|净|報告|报告|股東|股东|財務|财务)|[Hh][12]{_END}|[12][Hh]{_STOP})"
        rf"|(?P<n{tag}>[前首](?:三|3|3個|三個)季度?|[前首][九9]個?月|三季報|9M{_STOP})"
        rf"|(?P<q{tag}>(?:第\s?[一二三四1-4]|(?<![上前])[一二三四1-4])\s?[財财]?季(?:度|報)?|首季度?|末季|[Qq][1-4]{_END}|[1-4][Qq]{_STOP}))"
    )


_RULES = lazy.compile(
    # 2026-01-08, 2026/1/8
    rf"(?P<iso>(?<![A-Za-z0-9_.-])(?P<y0>{_YYYY})(?P<sep>[-/.])(?P<m0>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d0>3[01]|[12]\d|0?[1-9]))?(?![\w-]|\.\d))"
    # 2025年…, 2025上半年, 去年12月, 25年Q1
    rf"|(?P<zh>(?:(?<![\dA-Za-z.])(?:(?P<y1>(?:19|20)\d\d|{_ZHYEAR})\s{{0,2}}年|(?P<ys>[0-4]\d)年(?={SHORT_YEAR}))"
    r"|(?P<rel>(?<!以)(?:前年|去年|上年|昨年|今年|本年|明年|(?<![\u3400-\u9fff])後年|(?<=[於在到至及和])後年)|(?P<same>同年|次年|翌年))"
    rf"|(?<![\dA-Za-z.$¥-])(?P<y2>{_YYYY})(?=\s?(?:全年|年度|[上下]半年|第?[一二三四]季|第?[1-4]季|前三季|[QqHh][1-4]\b|[1-4][QqHh]\b)))"
    r"(?:(?:\s?年?度(?!過)|\s?全年|\s?整年|\s?年報|期(?=間))?"
    rf"(?:\s{{0,2}}(?P<m1>{_ZHMONTH}|元)\s{{0,2}}月(?:份|(?:\s{{0,2}}(?P<d1>{_ZHDAY})\s{{0,2}}[日號]))?"
    rf"|\s?的?{_part('1')}|\s?的?[前首](?P<zfirst>[兩两二四五六七八十]|\d{{1,2}})個?月(?!內|内)|\s?(?P<ma>{_ZHMONTH})月?[-至到~–](?P<mb>{_ZHMONTH})月|(?P<edge>底|年底|末(?!期)|年末|初(?!期|步)|年初|尾)|(?P<decade>代)|同期)?)?)"
    # 1月12日, 12月, 上半年, 第一季, Q1 without a year
    rf"|(?P<part>(?<![\dA-Za-z.第兩個])(?:(?P<m2>{_ZHMONTH})\s?月(?:份|\s?(?P<d2>{_ZHDAY})\s?[日號])(?!線)"
    r"|(?:前|(?<![市業业售世])首)(?P<first>[兩两二三四五六七八十]|\d{1,2})個?月(?!內|内|前|後|后|以)"
    rf"|(?P<mc>{_ZHMONTH})月?[-至到~–](?P<md>{_ZHMONTH})月|(?P<m3>{_FIRST}|1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!球|亮|餅|票)"
    rf"|{_part('2')}(?:\s?(?:of\s|FY|')?\s?(?P<y3>{_YYYY}|(?<=[QqHhM'Y])\d\d)(?!\d|[.,]\d|\s?年))?))"
    # first quarter of 2026, last year's second half
    rf"|(?P<ord>(?i:\b(?:the\s|(?P<y10>{_YYYY})(?:'s)?\s)?(?P<o>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?P<w>half|quarter|nine\smonths|three[\s-]quarters?)\b"
    rf"(?:\s(?:of|in)?\s?(?:(?:fiscal|the)\s)?(?:(?:FY\s?)?(?P<y4>{_YYYY})\b|(?P<r4>last|this|next|previous|prior)\syear\b))?))"
    # first four months of 2026, nine months through September 2026
    r"|(?P<enfirst>(?i:\b(?:the\s)?first\s(?P<fm1>two|three|four|five|seven|eight|ten|eleven)\smonths(?:\sof\s(?:the\syear\b|(?P<y11>20\d\d)\b|(?P<r11>last|this)\syear\b))?)"
    rf"|(?i:\b(?:the\s)?(?P<fm2>two|three|six|nine)\smonths\s(?:through|to|ended|ending)\s(?:in\s)?(?:end-)?(?P<mn11>{_EN_MONTH})(?:\s(?:3[01]|2[89]))?(?:,?\s(?P<y12>20\d\d)\b)?))"
    # January-September 2025, January to June
    rf"|(?P<enrange>\b(?P<mna>{_EN_MONTH})\s?(?:-|–|to|through)\s?(?P<mnb>{_EN_MONTH})(?:,?\s(?:of\s)?(?P<yab>{_YYYY})\b)?)"
    # the March quarter: the one that ends with it
    rf"|(?P<enq>\b(?P<mnq>(?i:march|june|september|december))\s(?P<wq>quarter|half)\b(?:\s(?:of\s)?(?P<yq>{_YYYY})\b)?)"
    # December 17, 2025; 17 December 2025; December 2025
    rf"|(?P<enday>\b(?P<mn5>{_EN_MONTH})\s(?P<d5>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s?%|[.,]?\d)(?:,?\s(?P<y5>{_YYYY})\b)?"
    rf"|\b(?P<d6>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<mn6>{_EN_MONTH})(?:,?\s(?P<y6>{_YYYY})\b)?)"
    rf"|(?P<enmonth>\b(?P<mn7>{_EN_MONTH})(?:,?\s(?:of\s)?(?P<y7>{_YYYY})\b)"
    rf"|(?:(?<=\bin\s)|(?<=\bend\sof\s)|(?<=\byear\sended\s)|(?<=\byear\sto\s)|(?<=\byear\sending\s)|(?<=\bquarter\sended\s)|(?<=\bquarter\sto\s))(?P<mn8>{_EN_MONTH})|(?<=\bsince\s)(?P<mn9>{_EN_MONTH})|\b(?P<mn10>{_EN_MONTH})(?=\s(?:deliver|sales\b|revenues?\b|output|shipments|figures|exports|production|passenger|orders\b|results)))"
    # last year, a year earlier, past three years, 近三年
    r"|(?P<enrel>(?i:\b(?:the\s)?(?:same\speriod\s(?:of\s)?)?(?P<r8>last|previous|prior|this|current|next)\s(?:fiscal\s|full\s)?year\b"
    r"|\ba\syear\s(?P<r9>earlier|ago)\b|\bthe\syear\sbefore\slast\b))"
    r"|(?P<recent>(?:最近|(?<![最達時了有為將])近|過去)(?P<c1>[兩一二三四五十]|\d{1,2})\s?年(?!代)"
    r"|(?i:\b(?:past|last|recent)\s(?P<c2>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\syears\b))"
    # FY2025, fiscal 2025, 2025; 1Q2026 is above
    rf"|(?P<fiscal>(?i:(?<![A-Za-z0-9])(?:FY\s?|fiscal\s(?:year\s)?)(?P<y8>{_YYYY}|\d\d)(?!\d|\.\d|[A-Za-z])))"
    rf"|(?P<bare>(?<![A-Za-z0-9_.$€£¥₩#/])(?<![A-Za-z]-)(?P<y9>{_YYYY})(?![\dA-Za-z_%]|[.,]\d))"
)
_BEGIN = lazy.compile(
    r"(?<![0-9A-Za-z.])[0-9]|[去上昨今本明後前]年|[同次翌]年|[上下]半年|半年[度報]|中[報期]|三季報|首季|末季|[前首][兩两二四五六七八十\d三九]"
    r"|第\s?[一二三四1-4]\s?[財财]?季|[元一二三四五六七八九十]{1,2}\s?[月季财財]|[一二][〇零九]|最?近[\d兩一二三四五十]|過去[\d兩一二三四五十]"
    r"|[十一二三四五六七八九]月?[-至到~–][十一二三四五六七八九]"
    r"|[A-Za-z](?<![A-Za-z].)(?:(?<=[QqHh])[1-4]|(?<=[Ff])(?:[Yy]|iscal)|(?<=[Tt])he\s|(?i:(?<=j)(?:an|u[nl])|(?<=f)(?:eb|irst|ourth|inal)"
    r"|(?<=m)a[ry]|(?<=a)(?:pr|ug)|(?<=s)(?:ep|econd|ame)|(?<=o)ct|(?<=n)(?:ov|ext)|(?<=d)ec|(?<=t)(?:h(?:ird|is|ree)|wo)|(?<=n)ine|(?<=s)ix|(?<=l)ast"
    r"|(?<=p)(?:revious|rior|ast)|(?<=c)urrent|(?<=r)ecent|(?<=a)\syear))"
)
_HINT = lazy.compile(
    r"[0-9年月季半報０-９]|(?i:year|quarter|half|month|january|march|april|ju[nl]|august|ember|october|february)|\bMay\b"
)
_AS_OF = lazy.compile(
    r"(?:截至|截止到?|截止至|(?i:\bas (?:of|at)|\b(?:at|by) the end of|\bend of"
    r"|\bended|\bending|\bend-))\s?(?:the end of\s)?$"
)
_CLOSE = lazy.compile(r"\s?(?:收盤|收市|底|末|(?i:close\b))")
_EDGE = lazy.compile(r"[底末]")
_SPAN = lazy.compile(r"\s?(?:至|到|-|~|–|(?i:to|through|until|till)\b)\s?")
_AND = lazy.compile(r"\sand\s")
_MODEL = lazy.compile(r"\b(?:RTX|GTX|RX|Windows|Office|DirectX|No\.?|version|ISO|RFC)\s?$")
_RANGE_AHEAD = lazy.compile(r"\s?[-~–至到]\s?\d[\d,.]*")
_NO_YEAR = "-"


def find(text: str, year: int | None = None) -> list[PeriodMention]:
    """Every period in `text`, left to right; `year` is the year the text speaks in (its publication).

    `year` completes what has none: 1月12日, 上半年, 去年. Without it those are "--01-12" (a day),
    "--01-01" to "--06-30" (a half), and "Y-1" with kind "relative". 近三年 ends with `year`.

    >>> [(m.period.start, m.period.end, m.period.kind) for m in find("2022年至2025年上半年")]
    [('2022-01-01', '2025-06-30', 'span')]
    """
    if not _HINT.search(text):
        return []
    folded = fold(text)
    mentions: list[PeriodMention] = []
    known: str | None = None  # the last year in full, for 同年
    for m in _matches(folded):
        period = _read(folded, m, known)
        if period is not None:
            known = period.start[:4] if period.start[:4].isdigit() else known
            told = _as_of(folded, m, period)
            close = _EDGE.match(folded, m.end()) if told.kind == "as-of" else None  # 6月底 is one time
            mentions.append(PeriodMention(told, m.start(), close.end() if close else m.end()))
    return [
        replace(x, period=replace(_completed(x.period, year), raw=text[x.start : x.end]))
        for x in _spans(folded, mentions)
    ]


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """What the rules match, tried only where a period can begin."""
    position = 0
    while at := _BEGIN.search(folded, position):
        m = _RULES.match(folded, at.start())
        position = m.end() if m else at.start() + 1
        if m:
            yield m


def resolve_year(published: str | None) -> int | None:
    """The year of an ISO date or a part of one, for `find`; None when there is none.

    >>> resolve_year("2026-01")
    2026
    """
    m = re.match(r"(\d{4})(?!\d)", published or "")
    return int(m[1]) if m else None


def contains(a: Period, b: Period) -> bool:
    """Whether all of `b` lies in `a`. Periods of unknown year compare only with their like.

    >>> contains(find("2025年")[0].period, find("2025年第三季")[0].period)
    True
    """
    return _like(a) == _like(b) and a.start <= b.start and b.end <= a.end


def _like(p: Period) -> str:
    return "full" if p.start[:1].isdigit() else p.start[:3] if p.start[:1] == "Y" else "open"


# --- one match to one period ---------------------------------------------------------------------


def _read(t: str, m: re.Match[str], known: str | None) -> Period | None:
    kind = m.lastgroup  # the outermost group closes last, so this is the rule
    if kind == "zh":
        return _chinese(m, known)
    if kind == "part":
        return _without_year(t, m)
    if kind == "iso":
        return _date(m["y0"], m["m0"], m["d0"])
    if kind == "bare":
        return _full_year(m["y9"]) if _is_year(t, m) else None
    return _recent(m) if kind == "recent" else _english(m, kind or "")


def _english(m: re.Match[str], kind: str) -> Period | None:
    if kind == "ord":
        y = _year_of(m["y4"] or m["y10"], _EN_RELATIVE.get((m["r4"] or "").lower()))
        return _part_of(y, *_ordinal(m))
    if kind == "enfirst":
        return _first_months(m)
    if kind == "enq":
        last = _MONTHS[m["mnq"][:3].lower()]
        size = 3 if m["wq"] == "quarter" else 6
        return _part_of(_year_of(m["yq"]), m["wq"], last // size) if last % size == 0 else None
    if kind == "enrange":
        months = [str(_MONTHS[m[g][:3].lower()]) for g in ("mna", "mnb")]
        return _month_range(_year_of(m["yab"]), *months)
    if kind == "enrel":
        return _full_year(_year_of(None, _EN_RELATIVE.get((m["r8"] or m["r9"] or "").lower(), -2)))
    return _full_year(_four(m["y8"])) if kind == "fiscal" else _english_date(m)


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
        digit = re.search("[1-4一二三四首末]", quarter)
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
    last = _MONTHS[m["mn11"][:3].lower()]
    first = last - _COUNT_EN[m["fm2"].lower()] + 1
    return _month_range(_year_of(m["y12"]), str(first), str(last)) if first > 0 else None


def _english_date(m: re.Match[str]) -> Period | None:
    name = next(m[g] for g in ("mn5", "mn6", "mn7", "mn8", "mn9", "mn10") if m[g])
    if name[0].islower() and name.lower().startswith(("mar", "may")) and not (m["y5"] or m["y6"] or m["y7"]):
        return None  # "may 5" and "march 3" in running text are verbs
    y = _year_of(m["y5"] or m["y6"] or m["y7"])
    return _date(y, str(_MONTHS[name[:3].lower()]), m["d5"] or m["d6"])


def _recent(m: re.Match[str]) -> Period:
    word = m["c1"] or m["c2"].lower()
    n = int(word) if word.isdecimal() else _COUNT.get(word) or _ZH[word]
    last = -1 if m[0].startswith("過去") else 0
    return Period(f"{_year_of(None, last - n + 1)}-01-01", f"{_year_of(None, last)}-12-31", "span")


# --- making periods ------------------------------------------------------------------------------


def _completed(p: Period, year: int | None) -> Period:
    """The period with `year` in place of what its year left open; "relative" when that stays open."""
    if p.start[0].isdigit() or year is None:
        return replace(p, kind="relative") if p.start[0] == "Y" else p
    return replace(p, start=_with_year(p.start, year), end=_with_year(p.end, year))


def _with_year(date: str, year: int) -> str:
    if date[0] == "Y":
        written, _, rest = date.rpartition("-")[0].rpartition("-")[0], None, date[-6:]
        return f"{year + int(written[1:])}{rest}"
    if date[0] != "-":
        return date
    last = monthrange(year, 2)[1]  # a 29 February that this year lacks, or the end of its February
    return f"{year}-02-{last}" if date in ("--02-28", "--02-29") else f"{year}{date[1:]}"


def _full_year(y: str) -> Period:
    return Period(f"{y}-01-01", f"{y}-12-31", "year")


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


def _as_of(t: str, m: re.Match[str], p: Period) -> Period:
    """A balance date: its last day, after 截至 or "as of", or at a market's close."""
    before = _AS_OF.search(t, max(0, m.start() - 20), m.start())
    closing = p.kind in ("day", "month", "half", "quarter") and _CLOSE.match(t, m.end())
    return Period(p.end, p.end, "as-of") if before or closing else p


def _spans(t: str, mentions: list[PeriodMention]) -> Iterator[PeriodMention]:
    """Two periods with 至, a dash or "to" between them are one span; the second may lack its year."""
    waiting: PeriodMention | None = None
    for x in mentions:
        joined = _span(t, waiting, x) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or x
    if waiting:
        yield waiting


def _span(t: str, a: PeriodMention, b: PeriodMention) -> PeriodMention | None:
    between = _AND if t[max(0, a.start - 8) : a.start].lower().endswith("between ") else _SPAN
    if not between.fullmatch(t, a.end, b.start) or a.period.start[0] == "Y" or b.period.start[0] == "Y":
        return None
    end = b.period.end
    if end.startswith("--") and not a.period.start.startswith("--"):
        end = a.period.start[:4] + end[1:]
    if a.period.start[:1] != end[:1] or a.period.start > end:
        return None
    return PeriodMention(Period(a.period.start, end, "span"), a.start, b.end)
