"""What one sentence, or a few, say in figures: tables of texts with every fact they must yield, and no other."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from kb import dictionary, vocabulary
from kb.extract import Extractor
from kb.model import Article, Fact
from kb.names import Names

_TABLES = Path(__file__).parent / "facts"
_ROW = re.compile(r"^(\d{4}-\d\d-\d\d) (.+)$")


def _rows() -> list[tuple[str, str, str, list[str]]]:
    """(table, day of publication, text, facts) for each text of the tables; its facts stand indented below it."""
    rows: list[tuple[str, str, str, list[str]]] = []
    for table in sorted(_TABLES.glob("*.txt")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if match := _ROW.match(line):
                rows.append((table.stem, match[1], match[2], []))
            elif line.strip() and line.strip() != "nothing":
                rows[-1][3].append(line.strip())
    return rows


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Names(vocabulary.load(), ordinary=dictionary.ordinary_words()))


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _told(fact: Fact) -> str:
    """Subject, measure, aspect, start..end, lo..hi, unit, basis: as the tables have it."""
    when = f"{fact.period.start}..{fact.period.end}" if fact.period else "-"
    size = f"{_number(fact.quantity.lo)}..{_number(fact.quantity.hi)} {fact.quantity.unit or 'bare'}"
    return f"{fact.subject} {fact.measure} {fact.aspect} {when} {size} {fact.basis}"


def _figures(extractor: Extractor, published: str | None, text: str) -> list[str]:
    found = extractor(Article("k", "", text, published=published)).facts
    return [_told(f) for f in found if f.quantity.unit not in ("date", "code")]


@pytest.mark.parametrize(("table", "published", "text", "facts"), _rows())
def test_a_text_yields_these_figures_and_no_others(
    extractor: Extractor, table: str, published: str, text: str, facts: list[str]
) -> None:
    assert _figures(extractor, published, text) == facts


def test_the_tables_are_there() -> None:
    assert len(_rows()) >= 150


def test_both_scripts_say_the_same(extractor: Extractor) -> None:
    hant = "寒武紀2024年營收11.74億元，同比增長65.56%；歸母淨虧損4.52億元，上年同期虧損8.48億元。"
    hans = "寒武纪2024年营收11.74亿元，同比增长65.56%；归母净亏损4.52亿元，上年同期亏损8.48亿元。"
    assert _figures(extractor, None, hant) == _figures(extractor, None, hans) != []


def test_a_quarter_without_any_year_keeps_its_year_open(extractor: Extractor) -> None:
    assert _figures(extractor, None, "中芯国际第三季度营收23.8亿美元。") == [
        "smic revenue value --07-01..--09-30 2380000000..2380000000 USD actual"
    ]


def test_the_words_of_a_figure_are_those_of_the_text(extractor: Extractor) -> None:
    text = "工商银行2025年拟每10股派息3.8元。"
    facts = extractor(Article("k", "", text)).facts
    assert [f.quantity.raw for f in facts] == ["每10股派息3.8元"]
    assert all(text[f.quantity.start : f.quantity.end] == f.quantity.raw for f in facts)


def _periods_of(extractor: Extractor, title: str, text: str, published: str) -> list[tuple[str, str]]:
    facts = extractor(Article("k", title, text, published=published)).facts
    return [(f.measure, f"{f.period.start}..{f.period.end}" if f.period else "-") for f in facts if f.quantity.unit not in ("date", "code")]


def test_what_a_title_expects_of_a_year_dates_nothing_that_was(extractor: Extractor) -> None:
    told = _periods_of(extractor, "辉瑞今年亏损有望减半", "辉瑞营收20.3亿元。", "2026-04-16")
    assert told == [("revenue", "-")]


def test_a_new_paragraph_is_of_what_is_reported_on_again(extractor: Extractor) -> None:
    text = "辉瑞发布2025年年报,净利润18.7亿元。\n\n1994年,辉瑞只有8名员工。{}辉瑞研发费用为1.48亿元。"
    assert _periods_of(extractor, "", text.format("\n\n"), "2026-03-24")[-1] == ("rd-expense", "2025-01-01..2025-12-31")
    assert _periods_of(extractor, "", text.format(""), "2026-03-24")[-1] == ("rd-expense", "-")
