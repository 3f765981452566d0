"""Figures of several years in a row, in an article that names the years once and tells of a firm a paragraph.

What one paragraph says alone is in the tables `facts/years-in-a-row.txt` and `facts/owner-left-out.txt`.
"""

from __future__ import annotations

import pytest

from kb import dictionary, vocabulary
from kb.extract import Extractor
from kb.model import Article, Extracted
from kb.names import Names

_FIRMS = """以下三家，市值均按5月15日收盘价计。

苏州棹合传动股份有限公司（棹合传动，Zhaohe）由屠敬之于2009年创办，市值218亿元，主打谐波减速器，客户有阔步机器人。2022年至2024年营收为6.8亿元、8.1亿元和12.4亿元。

宁波砚曜精密机械股份有限公司（砚曜精密，Yanyao）成立于1998年，市值164亿元。三年营收15.2亿元、14.6亿元、17.9亿元；2023年下滑是因为客户砍单。

洛阳沧砺重型传动股份有限公司（沧砺传动，Cangli）市值131亿元。三年营收43.6亿元、39.8亿元，去年首次盈利。"""


@pytest.fixture(scope="module")
def read() -> Extracted:
    extractor = Extractor(Names(vocabulary.load(), ordinary=dictionary.ordinary_words()))
    return extractor(Article("k", "三家减速器公司盘点", _FIRMS, published="2026-05-18"))


def _revenue(read: Extracted, name: str) -> list[tuple[str, str]]:
    firm = next(e.id for e in read.entities if name in e.aliases)
    return [(f.period.start[:4], f.quantity.raw) for f in read.facts if f.subject == firm and f.measure == "revenue" and f.period]


def test_three_years_are_those_the_article_named_before(read: Extracted) -> None:
    assert _revenue(read, "棹合传动") == [("2022", "6.8亿元"), ("2023", "8.1亿元"), ("2024", "12.4亿元")]
    assert _revenue(read, "砚曜精密") == [("2022", "15.2亿元"), ("2023", "14.6亿元"), ("2024", "17.9亿元")]


def test_fewer_figures_than_years_are_not_read(read: Extracted) -> None:
    assert _revenue(read, "沧砺传动") == []


def test_a_short_and_a_latin_name_behind_a_legal_one_are_of_one_firm(read: Extracted) -> None:
    firms = [e for e in read.entities if e.kind == "company" and {"棹合传动", "Zhaohe"} & set(e.aliases)]
    assert len(firms) == 1
    assert {"棹合传动", "Zhaohe", "苏州棹合传动股份有限公司"} <= set(firms[0].aliases)
