"""What a question demands of an answer: each demand refuses what lacks it, and lets through what has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers.demands.table import DEMANDS
from bot.assistant import Assistant
from tests.bot.archives import asking, said

RAILS = (
    "旅途商報",
    "2026-03-20",
    "黛青鐵路公司今日公布年報，2025年全年載客率為71.4%。\n\n"
    "公司向柏岸車輛訂購60列電聯車，總價48億元，2027年起交付。其中38列用於汰換舊車，22列用於增班。\n\n"
    "毛利率收窄至21.3%，惟廣告業務帶動其他收入增長一成二。\n\n"
    "黛青鐵路2019年11月6日在香港交易所主板上市。\n\n"
    "公司2025年營收36.4億元，列車將由210列增至2030年的260列。\n\n"
    "公告次日，黛青鐵路股價報52.8元，下跌4.7%。",
)
FUND = (
    "創投日誌",
    "2026-04-02",
    "峴川電池（Xianchuan Battery）宣布完成C輪融資，由松壑資本（Songhe Capital）領投，集資額12億元，投後估值90億元。",
)
GAME = (
    "Play Ledger",
    "2026-05-05",
    "Bristol studio Lantern Creek said its puzzle game Salt Harbour sold 1.1m copies in ten days. It cost $18 million to make, against $2.5 million for Paper Orchard.\n\n"
    "Paper Orchard, the studio's debut, is a card game about beekeepers.",
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("demands"), RAILS, FUND, GAME) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("turns", "never"),
    [
        (("黛青鐵路2025年暑假載客率多少？",), "71.4"),
        (("黛青鐵路向柏岸車輛訂了幾列電聯車？", "其中幾列是拿來做展示的？"), "60"),
        (("黛青鐵路那60列電聯車的錢從哪來？",), "48億"),
        (("黛青鐵路毛利率多少？", "為什麼收窄？"), "廣告"),
        (("黛青鐵路的營收有多少來自海外？",), "36.4億"),
        (("How much of 黛青鐵路's revenue comes from Japan?",), "36.4億"),
        (("黛青鐵路2030年前列車要增加多少列？",), "260"),
        (("When did 黛青鐵路 list in Hong Kong, and at what price?",), "2019"),
        (("How much did Songhe Capital put into Xianchuan Battery?",), "12億"),
    ],
)
def test_what_lacks_a_demand_is_not_told(asked: Assistant, turns: tuple[str, ...], never: str) -> None:
    assert never not in said(asked, *turns)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("黛青鐵路2025年載客率多少？", "71.4"),
        ("公告後黛青鐵路股價跌多少？", "4.7%"),
        ("What is Paper Orchard?", "card game"),
    ],
)
def test_what_meets_them_is_told(asked: Assistant, question: str, told: str) -> None:
    assert told in said(asked, question)


def test_each_demand_has_a_name_of_its_own() -> None:
    assert len({d.name for d in DEMANDS}) == len(DEMANDS)
