"""Two things asked in one breath, who is listed where, whose customers: told whole and of that, or refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, said

ARTICLES = (
    (
        "晶圓誌",
        "2025-11-20",
        "玄澔微登陸科創板，首日漲逾兩倍\n\n專做存算一體晶片的玄澔微（Xuanhao Micro）11月19日在科創板掛牌，發行價42.18元，總市值526.4億元。\n\n"
        "玄澔微2016年5月成立於無錫。招股書顯示，玄澔微2024年營收3.86億元，按年增長71.6%。\n\n"
        "瑾澔證券認為，玄澔微的新品足以滿足客戶需求。玄澔微正與客戶密切合作。",
    ),
    (
        "港股誌",
        "2026-03-20",
        "港股迎來兩家晶片公司\n\n做通訊晶片的朔澔科技（Shuohao）3月18日在港交所掛牌，發行價21.4港元。"
        "做電源晶片的霖澔電子（Linhao）3月19日在香港交易所主板上市，市值98億港元。做驅動晶片的嶠澔微電子正衝刺港股。",
    ),
    ("車訊", "2026-01-05", "嶺澔汽車公布新車。休旅車「嶺澔X5」售價21.6萬元，搭載96度電池，續航720公里。嶺澔X5的充電口在車尾。"),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("breath"), *ARTICLES) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["玄澔微是什麼時候成立的？在哪裡？", "When was Xuanhao Micro founded, and where?", "玄澔微在哪裡成立？什麼時候？"])
def test_where_is_asked_of_the_same(asked: Assistant, question: str) -> None:
    text = said(asked, question)
    assert "2016" in text
    assert "無錫" in text
    assert "科創板" not in text


@pytest.mark.parametrize("question", ["哪幾家晶片公司已經在港股掛牌？", "港股上市的晶片公司有哪幾家", "Which chip companies are listed in Hong Kong?"])
def test_who_is_on_a_market_is_listed_there(asked: Assistant, question: str) -> None:
    text = said(asked, question)
    assert "朔澔科技" in text or "Shuohao" in text
    assert "霖澔電子" in text or "Linhao" in text
    assert "嶠澔" not in text


@pytest.mark.parametrize("question", ["嶺澔X5的售價與上市月份是什麼？", "What will Shuohao spend its IPO proceeds on?", "Which customers buy Xuanhao Micro's chips?"])
def test_half_or_something_beside_it_is_refused(asked: Assistant, question: str) -> None:
    assert not said(asked, question)


def test_one_of_two_nouns_is_not_told_as_a_figure(asked: Assistant) -> None:
    assert "price:" not in said(asked, "What are the price and reach of the 嶺澔X5?")
