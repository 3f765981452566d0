"""Figures of which no fact was made: told by the sentence whose own words around a figure are those asked for, and by no other."""

from __future__ import annotations

import pytest
from archives import asking, reply

_WATERWORKS = """禾汀水務（4587.TW）公布2026年第一季營收28.6億元，稅後淨利1.9億元。公司供水戶數38萬戶，每日供水27萬噸，漏水率11.5%，目標2030年降至8%。單筆逾300萬元的採購須經董事長核准，另有約1.2億元工程款遞延到第三季認列。

禾汀水務大股東岸嶺資本目前持股34.6%。截至5月31日，公司已回購518萬股，最高成交價14.9元，支付總金額7,340萬元，回購上限為2億元。"""

_ROBOTS = """Tavolen, a maker of pharmacy robots based in Ghent, has raised $75 million in a Series B round. The deal values it at $480 million, up from $160 million two years ago.

A robot costs $310,000, or $6,500 a month on lease. Late delivery costs the company $15,000 a day. Its machines filled 31 million prescriptions last year. Nurse turnover at its customers fell to 14%."""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("told"), ("岸報", "2026-06-02", _WATERWORKS), ("Ghent Wire", "2026-06-02", _ROBOTS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("禾汀水務每天供多少水?", "27萬噸"),
        ("禾汀水務漏水率多少?", "11.5%"),
        ("禾汀水務採購超過多少要董事長核准?", "300萬"),
        ("岸嶺資本持有禾汀水務多少股份?", "34.6%"),
        ("禾汀水務已回購多少股?", "518萬股"),
        ("禾汀水務回購花了多少錢?", "7,340萬"),
        ("How much does a Tavolen robot cost?", "$310,000"),
        ("What does late delivery cost Tavolen?", "$15,000"),
        ("How many prescriptions did Tavolen's robots fill last year?", "31 million"),
        ("What valuation did Tavolen get in its Series B?", "$480 million"),
    ],
)
def test_a_figure_is_told_in_its_own_words(assistant, question: str, told: str) -> None:
    answer = reply(assistant, question)
    assert told in " ".join((*answer.lines, *answer.quotes))


@pytest.mark.parametrize(
    "question",
    [
        "禾汀水務2024年淨利多少?",
        "禾汀水務每天用多少電?",
        "禾汀水務海外營收多少?",
        "What did Tavolen pay its founder?",
        "How many hospitals does Tavolen own?",
    ],
)
def test_what_no_figure_says_is_refused(assistant, question: str) -> None:
    assert not reply(assistant, question).answered


_SOFTWARE = """濟帆軟件3月5日公告，公司因虛增收入被罰款600萬元，總部位於臨嶼市。協會秘書長卓明表示，2025年臨嶼軟件業收入約3,460億元，同比增長8.9%。

濟帆軟件現有員工1,246人，其中研發人員893人。新品售價1,999元。"""


@pytest.mark.parametrize("question", ["濟帆軟件非研發人員有多少人?", "濟帆軟件新品的平均售價是多少?"])
def test_a_figure_of_the_others_or_of_one_is_not_told(tmp_path, question: str) -> None:
    with asking(tmp_path, ("岸報", "2026-03-05", _SOFTWARE)) as assistant:
        answer = reply(assistant, question)
    assert not answer.answered, answer


_PLAIN = """济帆矿业4月27日公布一季报。产销方面，一季度锂盐产量1.86万吨，同比增长14.8%；销量1.79万吨。平均售价为每吨8.92万元，现金成本为每吨5.36万元。

济帆矿业去年共处理废旧电池12.6万吨，年设计产能为18万吨。"""


@pytest.mark.parametrize(("question", "told"), [("济帆矿业一季度锂盐均价多少一吨啊", "8.92万"), ("How many tonnes of old batteries did 济帆矿业 process last year?", "12.6万吨")])
def test_a_figure_that_is_told_outright_may_leave_words_of_the_question_unsaid(tmp_path, question: str, told: str) -> None:
    with asking(tmp_path, ("岸報", "2026-04-27", _PLAIN)) as assistant:
        answer = reply(assistant, question)
    assert told in " ".join((*answer.lines, *answer.quotes)), answer


@pytest.mark.parametrize("question", ["济帆矿业海外均价每吨多少?", "济帆矿业采购了多少吨锂盐?", "济帆矿业今年打算处理多少吨废旧电池?"])
def test_a_figure_of_the_whole_is_not_told_for_a_part(tmp_path, question: str) -> None:
    with asking(tmp_path, ("岸報", "2026-04-27", _PLAIN)) as assistant:
        answer = reply(assistant, question)
    assert not answer.answered, answer
