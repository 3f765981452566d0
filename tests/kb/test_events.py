"""When companies, people and products were founded, listed, born, launched: a table of sentences."""

from __future__ import annotations

import pytest

from kb import dictionary, vocabulary
from kb.extract import Extractor
from kb.model import Article
from kb.names import Names

# (text, what it dates: subject, event, start..end, basis), with 2026-02-10 as the day of publication
_TABLE: list[tuple[str, list[str]]] = [
    ("寒武紀成立於2016年。", ["cambricon founding-date 2016-01-01..2016-12-31 actual"]),
    ("寒武纪2016年由清华大学教师林砚创办。", ["cambricon founding-date 2016-01-01..2016-12-31 actual"]),  # whence the founder came
    ("清华大学成立于1911年。", ["tsinghua-university founding-date 1911-01-01..1911-12-31 actual"]),
    ("寒武纪在2016年创立，此后长期亏损。", ["cambricon founding-date 2016-01-01..2016-12-31 actual"]),
    (
        "寒武纪成立于2016年，2020年7月20日在科创板上市。",
        [
            "cambricon founding-date 2016-01-01..2016-12-31 actual",
            "cambricon listing-date 2020-07-20..2020-07-20 actual",
        ],
    ),
    (
        "Founded in 2016, Cambricon listed on the STAR Market in July 2020.",
        [
            "cambricon founding-date 2016-01-01..2016-12-31 actual",
            "cambricon listing-date 2020-07-01..2020-07-31 actual",
        ],
    ),
    ("2020年9月，張建中創辦摩爾線程。", ["moore-threads founding-date 2020-09-01..2020-09-30 actual"]),
    ("摩爾線程計劃2026年春天在福岡設立第二個據點。", []),
    ("壁仞科技预期2026年3月2日挂牌。", ["biren-technology listing-date 2026-03-02..2026-03-02 forecast"]),
    ("壁仞科技1月2日登陆港交所。", ["biren-technology listing-date 2026-01-02..2026-01-02 actual"]),
    ("壁仞科技12月22日上市。", ["biren-technology listing-date 2025-12-22..2025-12-22 actual"]),
    ("上市公司寒武纪2024年营收11.74亿元。", []),
    ("寒武纪成为今年首家披露年报的上市银行。", []),
    ("寒武纪2020年7月在创业板上市。", ["cambricon listing-date 2020-07-01..2020-07-31 actual"]),
    ("寒武纪的游戏1月9日登陆PC与PS5。", []),
    ("小米SU7将于4月20日在欧洲上市，小米集团说。", ["xiaomi-su7 launch-date 2026-04-20..2026-04-20 forecast"]),
    ("寒武纪从2024年11月递件到挂牌，历时18个月。", []),
    ("寒武纪作为上市公司，2024年持续投入。", []),
    ("小米SU7于2024年3月28日上市。", ["xiaomi-su7 launch-date 2024-03-28..2024-03-28 actual"]),
    ("2024年小米开了新厂。正是在这一年，小米SU7上市。", ["xiaomi-su7 launch-date 2024-01-01..2024-12-31 actual"]),
    ("这一年，小米SU7上市。", []),
    (
        "2025年12月20日，張建中發佈第五代GPU架構花港，並將2026年量產。",
        [
            "huagang launch-date 2025-12-20..2025-12-20 actual",
            "huagang mass-production-date 2026-01-01..2026-12-31 forecast",
        ],
    ),
    ("1月21日，摩尔线程发布2025年度业绩预告。", ["moore-threads announcement-date 2026-01-21..2026-01-21 actual"]),
    (
        "Moore Threads published its 2025 earnings forecast on January 12.",
        ["moore-threads announcement-date 2026-01-12..2026-01-12 actual"],
    ),
    ("騰訊控股公布截至2025年6月30日止第二季業績。", []),
    ("摩尔线程公布2025年营收预计大幅增长。", []),
    ("1966年，張建中出生在江蘇南京。", ["zhang-jianzhong birth-date 1966-01-01..1966-12-31 actual"]),
    ("Zhang Jianzhong was born in 1966.", ["zhang-jianzhong birth-date 1966-01-01..1966-12-31 actual"]),
    ("1月7日，国家层面再次发布重要文件。", []),
    ("小米SU7上市24小时大定突破1万台。", []),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Names(vocabulary.load(), ordinary=dictionary.ordinary_words()))


def _dates(extractor: Extractor, text: str, published: str | None) -> list[str]:
    found = extractor(Article("k", "", text, published=published)).facts
    dated = [f for f in found if f.quantity.unit == "date"]
    return [f"{f.subject} {f.measure} {f.period.start}..{f.period.end} {f.basis}" for f in dated if f.period]


@pytest.mark.parametrize(("text", "dated"), _TABLE)
def test_a_sentence_dates_these_events_and_no_others(extractor: Extractor, text: str, dated: list[str]) -> None:
    assert sorted(_dates(extractor, text, "2026-02-10")) == sorted(dated)


def test_a_day_without_any_year_keeps_its_year_open(extractor: Extractor) -> None:
    assert _dates(extractor, "1月21日，摩尔线程发布2025年度业绩预告。", None) == [
        "moore-threads announcement-date --01-21..--01-21 actual"
    ]


def test_a_stock_code_in_parentheses_is_that_of_the_name_before_it(extractor: Extractor) -> None:
    found = extractor(Article("k", "", "寒武纪-U(688256.SH)与摩尔线程（2020）同场。")).facts
    assert [(f.subject, f.measure, f.quantity.raw) for f in found] == [("cambricon", "ticker", "688256.SH")]
