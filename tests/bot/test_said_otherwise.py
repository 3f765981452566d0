"""Figures that an article tells without the word that a colleague asks for them by, and words of a question that ask for nothing more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("港股觀察", "2026-03-05", """霜塔風機（Shuangta Wind，601977.HK）3月4日在港交所掛牌。發行價18.5港元，開盤報21.6港元，最終收於24.3港元，較發行價上漲31.4%。每手200股，入場費約3,737港元。
公司現在412人，2025年新增訂單3.6吉瓦。截至三月底在手訂單為5.2吉瓦。
霜塔2025年歸母淨利潤2.20億元，反而下降8.1%。"""),
    ("跑步週刊", "2026-03-06", """鸢石体育（Yuanshi Sports）发布跑鞋“逐云2”系列，共三个版本：标准版、Pro版和竞速版，建议零售价分别为599元、899元和1,299元。标准版重236克，Pro版208克，竞速版171克。
竞品方面，砾风运动的疾羽S售价1,099元，重195克。"""),
    ("Panel Weekly", "2026-02-11", """Thornby Glass (LSE: THNB) on Tuesday reported results for the fourth quarter of 2025. It shipped 3.4 million square metres of panels in the quarter.
Shares in Thornby Glass closed down 2.1% at 214p. Founded in Hull in 1983 by two sisters, Thornby Glass moved its head office to Leeds in 2006 and employs about 5,200 people."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over these articles."""
    with asking(tmp_path_factory.mktemp("otherwise"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霜塔風機首日收盤價是多少?", "24.3"),
        ("霜塔風機開盤價多少", "21.6"),
        ("霜塔风机一手入场费要多少钱?", "3,737"),
        ("霜塔風機有多少員工?", "412"),
        ("How much new order volume did Shuangta Wind win in 2025?", "3.6"),
        ("霜塔三月底還有多少訂單沒交?", "5.2"),
        ("By how much did Shuangta Wind's 2025 net profit fall?", "8.1"),
        ("逐雲2標準版、Pro、競速版各重幾克", "208"),
        ("逐云2 Pro和砾风运动的疾羽S哪个轻", "195"),
        ("How many square metres of panels did Thornby Glass ship in Q4?", "3.4 million"),
        ("Where did Thornby Glass shares close?", "214p"),
        ("How many employees does Thornby Glass have?", "5,200"),
    ],
)
def test_a_figure_is_found_however_it_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in "\n".join([*answer.lines, *answer.quotes]), answer.lines


def test_an_everyday_year_is_none_of_a_headcount(assistant: Assistant) -> None:
    assert "1983" not in reply(assistant, "How many employees does Thornby Glass have?").lines[0]
