"""Times in text: every row is a text and what is found in it, as "start..end kind"."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kb import periods
from kb.model import Period

NOTHING = ""


def shown(text: str, year: int | None = None) -> str:
    return " | ".join(one(m.period) for m in periods.find(text, year))


def one(p: Period) -> str:
    """Whole years, halves and quarters by their start's name, to keep rows short: "2025 year"."""
    if p.kind == "year":
        return p.start[:-6]
    ends = p.start if p.start == p.end else f"{p.start}..{p.end}"
    return f"{ends} {p.kind}"


ROWS = [
    ("2025年", "2025"),
    ("２０２５年", "2025"),
    ("2025年度业绩", "2025"),
    ("2025全年", "2025"),
    ("2025年前四個月", "2025-01-01..2025-04-30 span"),
    ("申報前18個月,前54個月", NOTHING),
    ("the first five months of 2025", "2025-01-01..2025-05-31 span"),
    ("nine months through September 2025", "2025-01-01..2025-09-30 nine-months"),
    ("上一季度、前一季、三個月內", NOTHING),
    ("往後挪了三季、晚三個季度、連三季", NOTHING),
    ("拖累了四季度的利润", "--10-01..--12-31 quarter"),
    ("由 5 月延到 8 月開賣", "--05-01..--05-31 month | --08-01..--08-31 month"),
    ("2025 年年度", "2025"),
    ("二〇二五年", "2025"),
    ("25年营收", "2025"),
    ("FY2025, fiscal 2025, FY25", "2025 | 2025 | 2025"),
    ("revenue in 2025?", "2025"),
    ("moer xiancheng 2025 yingshou", "2025"),
    ("摩爾線程2025營收", "2025"),
    ("2025年上半年", "2025-01-01..2025-06-30 half"),
    ("2025上半年", "2025-01-01..2025-06-30 half"),
    ("H1 2025", "2025-01-01..2025-06-30 half"),
    ("岱石FY2025營收", "2025"),
    ("fy25 revenue", "2025"),
    ("January-September 2025", "2025-01-01..2025-09-30 nine-months"),
    ("January to June 2025", "2025-01-01..2025-06-30 half"),
    ("截至2025年12月31日", "2025-12-31 as-of"),
    ("1H25", "2025-01-01..2025-06-30 half"),
    ("2025H1", "2025-01-01..2025-06-30 half"),
    ("first half of 2025", "2025-01-01..2025-06-30 half"),
    ("2025下半年", "2025-07-01..2025-12-31 half"),
    ("second half of 2025", "2025-07-01..2025-12-31 half"),
    ("2026年一季度", "2026-01-01..2026-03-31 quarter"),
    ("2026年第一季", "2026-01-01..2026-03-31 quarter"),
    ("Q1 2026", "2026-01-01..2026-03-31 quarter"),
    ("1Q26", "2026-01-01..2026-03-31 quarter"),
    ("2026Q1", "2026-01-01..2026-03-31 quarter"),
    ("first quarter of 2026", "2026-01-01..2026-03-31 quarter"),
    ("2025's first quarter", "2025-01-01..2025-03-31 quarter"),
    ("3Q25", "2025-07-01..2025-09-30 quarter"),
    ("2025年四季度", "2025-10-01..2025-12-31 quarter"),
    ("2025年前三季度", "2025-01-01..2025-09-30 nine-months"),
    ("first nine months of 2025", "2025-01-01..2025-09-30 nine-months"),
    ("2026年前三個月", "2026-01-01..2026-03-31 quarter"),
    ("2026年头三个月", "2026-01-01..2026-03-31 quarter"),
    ("2025年首九個月", "2025-01-01..2025-09-30 nine-months"),
    ("2025年1-9月", "2025-01-01..2025-09-30 nine-months"),
    ("2025年1-6月", "2025-01-01..2025-06-30 half"),
    ("2025 年 12 月", "2025-12-01..2025-12-31 month"),
    ("2024年2月", "2024-02-01..2024-02-29 month"),
    ("December 2025", "2025-12-01..2025-12-31 month"),
    ("Dec 17, 2025", "2025-12-17 day"),
    ("17 December 2025", "2025-12-17 day"),
    ("January 8, 2026", "2026-01-08 day"),
    ("2026-01-08", "2026-01-08 day"),
    ("2026/1/8", "2026-01-08 day"),
    ("於2026年2月1日起", "2026-02-01 day"),
    ("1月12日晚間", "--01-12 day"),
    ("十月三十一日", "--10-31 day"),
    ("2026年1月8日收盤", "2026-01-08 as-of"),
    ("截至2026年1月8日", "2026-01-08 as-of"),
    ("截至 2025 年 6 月,", "2025-06-30 as-of"),
    ("as of June 30, 2025", "2025-06-30 as-of"),
    ("2017年底", "2017-12-31 as-of"),
    ("2022年至2024年", "2022-01-01..2024-12-31 span"),
    ("2022-2024", "2022-01-01..2024-12-31 span"),
    ("2022-2024年營收", "2022-01-01..2024-12-31 span"),
    ("2022年到2024年", "2022-01-01..2024-12-31 span"),
    ("from 2022 to 2024", "2022-01-01..2024-12-31 span"),
    ("between 2022 and 2024", "2022-01-01..2024-12-31 span"),
    ("2022年至2025年上半年", "2022-01-01..2025-06-30 span"),
    ("2025年1月至6月", "2025-01-01..2025-06-30 span"),
    ("1990年代", "1990-01-01..1999-12-31 span"),
    ("2022年、2023年和2024年", "2022 | 2023 | 2024"),
    ("2022、2023和2024年", "2022 | 2023 | 2024"),
    ("2024 vs 2025", "2024 | 2025"),
    ("2001年收購。同年5月", "2001 | 2001-05-01..2001-05-31 month"),
    ("去年", "Y-1-01-01..Y-1-12-31 relative"),
    ("與上年同期相比", "Y-1-01-01..Y-1-12-31 relative"),
    ("last year", "Y-1-01-01..Y-1-12-31 relative"),
    ("近三年", "Y-2-01-01..Y+0-12-31 relative"),
    ("去年第四季", "Y-1-10-01..Y-1-12-31 relative"),
    # not periods
    ("2000家 2025 units 2000億", NOTHING),
    ("1950-2000元", NOTHING),
    ("S2025 v2025 RTX 2080 /2025/", NOTHING),
    ("12.2025 3.2024", NOTHING),
    ("長達16年,三個月,二十個月,長達近3年", NOTHING),
    ("It may 5 times, march on", NOTHING),
    ("230.70%至246.67%", NOTHING),
    ("2月30日", NOTHING),
    ("沒有時間", NOTHING),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_finds(text: str, expected: str) -> None:
    assert shown(text) == expected


WITH_YEAR = [
    ("1月12日晚間", "2026-01-12 day"),
    ("去年", "2025"),
    ("今年", "2026"),
    ("明年", "2027"),
    ("前年", "2024"),
    ("上年同期", "2025"),
    ("last year", "2025"),
    ("a year earlier", "2025"),
    ("今年上半年", "2026-01-01..2026-06-30 half"),
    ("去年12月", "2025-12-01..2025-12-31 month"),
    ("first half of last year", "2025-01-01..2025-06-30 half"),
    ("revenue for January this year", "2026-01-01..2026-01-31 month"),
    ("sales in March last year", "2025-03-01..2025-03-31 month"),
    ("Q2 of last year", "2025-04-01..2025-06-30 quarter"),
    ("第三季", "2026-07-01..2026-09-30 quarter"),
    ("近三年", "2024-01-01..2026-12-31 span"),
    ("過去三年", "2023-01-01..2025-12-31 span"),
    ("2025年1月至6月", "2025-01-01..2025-06-30 span"),
    ("2024年", "2024"),
]


@pytest.mark.parametrize(("text", "expected"), WITH_YEAR)
def test_finds_in_2026(text: str, expected: str) -> None:
    assert shown(text, 2026) == expected


def test_february_ends_when_its_year_says() -> None:
    assert shown("2月", 2024) == "2024-02-01..2024-02-29 month"


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_words_are_where_they_are_said_to_be(text: str) -> None:
    whole = "前文。" + text
    found = periods.find(whole)
    assert all(m.period.raw == whole[m.start : m.end] for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


CONTAINS = [
    ("2025年", "2025年上半年", True),
    ("2025年", "2025年", True),
    ("2025年上半年", "2025年", False),
    ("2022年至2024年", "2023年", True),
    ("2025年", "2024年", False),
    ("2025年", "1月12日", False),
    ("去年", "去年12月", True),
    ("去年", "今年12月", False),
]


@pytest.mark.parametrize(("a", "b", "inside"), CONTAINS)
def test_contains(a: str, b: str, inside: bool) -> None:
    assert periods.contains(periods.find(a)[0].period, periods.find(b)[0].period) is inside


@pytest.mark.parametrize(("date", "year"), [("2026-01-08", 2026), ("2026", 2026), ("", None), (None, None)])
def test_resolve_year(date: str | None, year: int | None) -> None:
    assert periods.resolve_year(date) == year
