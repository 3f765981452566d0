"""What is told is of the sort asked for: a university, names, profit as it is, more than the rest; and the generation before is named."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.bot.archives import said

ARTICLES = (
    (
        "東灣財訊",
        "2026-03-02",
        "泓礎半導體今日披露業績預告：預計2025年營收88億元；歸屬於母公司所有者的扣除非經常性損益的淨利潤為9.6億元。分業務看，電源晶片收入51億元，碳化矽器件收入19.5億元，其餘來自MCU。\n\n"
        "兩家北美AI客戶合計占泓礎半導體營收41%。\n\n"
        "泓礎半導體的新款感測器Lumo-7單價29美元，上一代Lumo-5單價22美元。",
    ),
    (
        "人物週刊",
        "2026-03-09",
        "泓礎半導體創辦人葛川禾1971年生於無錫，後來進入華東電子研究部做工程師，任職九年。2010年創辦泓礎半導體。泓礎半導體副總裁溫遠之負責銷售。\n\n"
        "2026年1月，葛川禾把總經理一職交給46歲的總工程師駱思衡，自己仍任董事長。",
    ),
    (
        "Northbank Ledger",
        "2026-04-22",
        "Brackton raised $86m in a round led by Calloway Ridge. Brackton makes bricks that store heat.\n\n"
        'The brewer Harrow Mill has ordered three. "Nobody buys a brick. They buy a gas bill that stops jumping," said Imogen Thackery, the chief executive, who founded the firm in 2019.\n\n'
        "Brackton published its 2025 earnings forecast on January 22. It expects 2025 revenue of $14.2m.",
    ),
)


@pytest.mark.parametrize(
    "asked",
    [
        "泓礎半導體2025年歸母淨利潤預計是多少?",
        "泓礎半導體2025年來自MCU的收入是多少?",
        "泓礎半導體那兩家北美客戶叫什麼名字?",
        "葛川禾本科是哪個大學的?",
        "溫遠之是哪一年生的?",
    ],
)
def test_another_sort_of_thing_is_not_told(assistant: Assistant, asked: str) -> None:
    assert not said(assistant, asked)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("泓礎半導體2025年扣非淨利潤預計是多少?", "9.6億"),
        ("葛川禾是哪一年生的?", "1971"),
        ("Lumo-7單價比上一代貴了幾美元?", "7美元"),
        ("When did Brackton announce its 2025 revenue forecast?", "January 22"),
        ("哈囉,你可以幫我查什麼?", "文章"),
    ],
)
def test_it_is_told(assistant: Assistant, asked: str, told: str) -> None:
    assert told in said(assistant, asked)


def test_a_quotation_is_whole_and_of_the_firm_the_article_is_about(assistant: Assistant) -> None:
    told = said(assistant, "Who is Imogen Thackery?")
    assert '"Nobody buys a brick. They buy' in told
    assert "Brackton" in told


def test_who_was_handed_the_post_is_meant_next(assistant: Assistant) -> None:
    assert "2026年1月" in said(assistant, "泓礎半導體現在的總經理是誰?", "他什麼時候接的?")
