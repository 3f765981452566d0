"""Versions told in a row are told each; what goes with a thing is not its price; a share on its first day, and on two days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, said

LAUNCH = (
    "極物誌",
    "2026-04-22",
    "鷂澔智航（Yaohao）發布無人機「嶺澔X3」，分標準版、測繪版和熱像版，售價依次為17,999元、29,800元和36,500元。\n\n"
    "電池容量6,850毫安時，單塊售價1,299元。標準版和測繪版為1200萬像素，熱像版為1600萬像素。",
)
FIRST = (
    "晶圓誌",
    "2025-11-20",
    "玄澔微登陸科創板，首日漲逾兩倍\n\n專做存算一體晶片的玄澔微（Xuanhao Micro）11月19日在科創板掛牌，發行價42.18元。當日股價高開高走，報收131.6元，較發行價上漲212%，總市值526.4億元。\n\n"
    "招股書顯示，玄澔微2024年營收3.86億元，按年增長71.6%。截至6月末，公司有員工412人，其中研發人員318人。",
)
LATER = (
    "人物誌",
    "2026-02-11",
    "專訪玄澔微創辦人聞人澔：錢要花在流片上\n\n玄澔微上市不到三個月，市值已縮水一成半以上。2月10日玄澔微收報98.4元，市值393.6億元，較掛牌首日收盤跌去25.2%。\n\n"
    "聞人澔透露，新品流片已提前到今年6月，公司的研發人員也擴編到395人。",
)
DEAL = (
    "藥誌",
    "2026-04-16",
    "4月14日晚，禾澔醫藥（Hehao）公告，已就自主研發的HM-217與瑞士藥企洛澔製藥（Lorvane）簽署獨家許可協議，獲得1.2億美元首付款。\n\n"
    "「我們缺的是在歐美賣藥的那雙手。」首席執行官駱以琛在電話會上說。首席財務官賀之恒稱，年末現金11.4億元。",
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("versions"), LAUNCH, FIRST, LATER, DEAL) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("嶺澔X3三個版本分別賣多少錢？",), "29,800元"),
        (("嶺澔X3標準版多少錢？",), "17,999元"),
        (("玄澔微上市第一天收在多少錢？",), "131.6元"),
        (("玄澔微市值多少？",), "393.6億元"),
        (("玄澔微市值多少？",), "526.4億元"),
        (("玄澔微有多少研發人員？",), "318人"),
        (("玄澔微有多少研發人員？",), "395人"),
        (("禾澔醫藥的錢是誰在管？",), "賀之恒"),
    ],
)
def test_what_is_told_of_each_is_told(asked: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in said(asked, *turns)


@pytest.mark.parametrize(
    ("turns", "never"),
    [
        (("嶺澔X3的售價是多少？",), "售價為1,299元"),
        (("嶺澔X3標準版多少錢？",), "像素"),
        (("玄澔微上市第一天收在多少錢？",), "98.4元"),
        (("Who is the chief executive of Lorvane?",), "駱以琛"),
        (("Lorvane的首席執行官是誰？",), "駱以琛"),
    ],
)
def test_what_is_of_something_else_is_not(asked: Assistant, turns: tuple[str, ...], never: str) -> None:
    assert never not in said(asked, *turns)
