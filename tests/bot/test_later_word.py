"""What a later article says became of a figure, who is with which company, and answers that lack what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2025-11-12", """霽光科技（Jiguang，688911.SH）完成C輪融資，金額18億元，由淮川資本領投。霽光科技的M3晶片計劃2026年第二季量產。霽光科技現有員工620人。
「我們不急，」行政總裁溫若衡在電話會議上說。"""),
    ("晚報", "2026-03-19", """去年11月有媒體報導霽光科技C輪18億元，但該輪最終交割金額為21.6億元。霽光科技M3晶片的量產從原訂今年第二季延到第四季。霽光科技今年的出貨目標為11萬張。
霽光科技2025年虧損1.2億元。岱湖電子2025年淨利潤為3.4億元。朔原材料2025年淨利潤虧損0.8億元。
霽光科技董事會通過，執行長翁柏鈞將於6月30日退休，由現任營運長闕思齊7月1日接任。翁柏鈞現年63歲。闕思齊49歲，2014年加入霽光科技。"""),
    ("Harbor Wire", "2026-02-12", """Larkfield Freight said container throughput was 718,000 TEU in February 2026. Larkfield Freight sold 147,000 vans in 2025, down 6.3%, short of its target of 180,000. Larkfield Freight's chief executive is Dana Whitlow, and its finance chief, Owen Marsh, joined in 2019."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("later-word"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霽光科技C輪融了多少錢?", ("18億元", "21.6億元")),
        ("霽光科技的M3晶片什麼時候量產?", ("第二季", "第四季")),
        ("霽光科技2026年的出貨目標是多少?", ("11萬張",)),
        ("2025年哪些公司虧損?", ("霽光科技", "朔原材料")),
        ("溫若衡是哪家公司的什麼職位?", ("霽光科技", "行政總裁")),
    ],
)
def test_the_later_word_is_told_too(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = said_of(assistant, question)
    assert all(part in text for part in said), text


def test_who_takes_over_is_spoken_of_next(assistant: Assistant) -> None:
    assert "49" in said_of(assistant, "誰接霽光科技的執行長?", "幾歲?")


@pytest.mark.parametrize(
    "question",
    [
        "What was Larkfield Freight's cargo throughput in tonnes in February 2026?",
        "By how many vans did Larkfield Freight miss its target?",
        "When did Dana Whitlow join Larkfield Freight?",
        "How much was Dana Whitlow paid in 2025?",
    ],
)
def test_inputs_and_other_peoples_dates_are_no_answer(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
