"""Plain questions that a sentence answers: somebody with their post, "its" after a person, a reason given for what was done to another."""

from __future__ import annotations

import pytest

from tests.bot.archives import asking, reply, said

ARTICLES = (
    ("云岭商报", "2026-02-09", """淞野航天（Songye Space）创始人贺见川的办公室里没有火箭。贺见川1978年出生于湖南，1996年他考入北澜理工大学学自动化，2003年进入曜岭研究所。
2018年9月，贺见川与师妹邱以桐在武汉创办淞野航天，他任董事长。谈到为什么不留在体制内，他说：“因为在研究所，一颗卫星要做五年。”
淞野航天2025年营收4.8亿元，2024年营收2.9亿元。"""),
    ("Harbour Wire", "2026-06-03", """Brokerage Pellow & Marsh reshuffled its coverage on Tuesday. Its research desk was founded in 1988.
Voltmere, the Ohio charger maker, was cut to Hold from Buy. The group shipped 41,000 chargers in 2025. Pellow & Marsh blames a price war in small units.
Lumenray was cut to Sell from Hold. Its plant ran at 71% of capacity in May."""),
    ("Transit Ledger", "2026-02-04", """Senna Airport handled 4.83 million passengers in 2025. Rival Lado Airport went the other way. Its traffic fell 2.1% to 3.95 million after budget carrier Tarn Wings pulled its base there. Senna Airport opens a new terminal in 2027."""),
    ("遊戲灣", "2026-03-18", """「潮燈遺城」是霧崎工作室（Wuqi Studio）的新遊戲。製作人簡若嵐（Jian Ruolan）今年41歲。「潮燈遺城」上市四天售出100萬套。"""),
    ("运力周刊", "2026-05-06", """澜谷机器人公布，2025年营收8.2亿元，海外收入为3.1亿元。首席执行官商见宁曾在科维岭电子工作14年，2017年回国加入澜谷机器人。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("plain"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("Which university did 贺见川, the founder of Songye Space, attend?",), "北澜理工大学"),
        (("淞野航天的创始人是谁?", "它2025年营收多少?"), "4.8"),
        (("淞野航天的创始人是谁?", "2025年营收多少?", "前一年呢?"), "2.9"),
        (("贺见川为什么不留在研究所?",), "五年"),
        (("Why did Pellow & Marsh turn cautious on Voltmere?",), "price war"),
        (("Why did Lado Airport lose traffic?",), "Tarn Wings"),
        (("澜谷机器人2025年海外收入有多少?",), "3.1"),
        (("商见宁在哪家公司干了14年?",), "科维岭"),
    ],
)
def test_a_plain_question_is_answered_by_what_says_it(assistant, turns, told):
    assert told in said(assistant, *turns)


@pytest.mark.parametrize(
    "question",
    [
        "Which university did 贺见川, the founder of Voltmere, attend?",  # a post the articles do not give him
        pytest.param("贺见川为什么不留在湖南?", marks=pytest.mark.xfail(reason="why he left the institute is told: a place that the question adds is passed over")),
        "商见宁在哪家公司干了9年?",
    ],
)
def test_what_is_told_of_something_else_is_not_told(assistant, question):
    answer = reply(assistant, question)
    assert not answer.answered or not any(x in " ".join([*answer.lines, *answer.quotes]) for x in ("北澜", "体制内", "price war", "科维岭")), answer.lines


def test_a_long_frame_takes_no_figure_away(assistant):
    answer = reply(assistant, "我在整理航天五小龙的表,淞野航天那一格只缺2024年的营收,请问是多少")
    assert answer.answered and "2.9" in answer.lines[0]
