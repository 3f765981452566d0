"""Legal names in passing, steps of a life that lean on the words before them, and words that are one on both sides of the strait."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.bot.archives import said

ARTICLES = (
    (
        "南浦財訊",
        "2026-03-02",
        "嵐渡智能（嵐渡智能科技（蘇州）股份有限公司）今日披露年報，2025年營收18.6億元。嵐渡智能主營模擬晶片與車用軟體。\n\n"
        "嵐渡智能的模擬晶片頭部客戶有六家，工業級產品今年漲價約12%。",
    ),
    (
        "人物週刊",
        "2026-03-09",
        "嵐渡智能創辦人韓渡川1971年生於無錫，18歲考入東南大學無線電系。本科畢業後，韓渡川進入原華東電子技術研究設計院微波實驗室，任助理研究員，並獲得碩士學位。"
        "1999年8月，韓渡川加入朗訊，任亞太區銷售總監。2012年他創辦嵐渡智能。\n\n"
        "韓渡川的搭檔有三位。副總裁顧星遙曾在德州儀器做了九年銷售。技術長沈硯秋負責晶片驗證。財務長陸聞曾任職安永。",
    ),
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("嵐渡的公司全稱是什麼？", "嵐渡智能科技（蘇州）股份有限公司"),
        ("韓渡川的碩士學位是在哪拿的？", "研究設計院"),
        ("韓渡川在研究院擔任什麼職務？", "助理研究員"),
        ("韓渡川大學畢業後進了哪個單位？", "研究設計院"),
        ("岚渡的工业级芯片涨了多少?", "12%"),
    ],
)
def test_it_is_told(assistant: Assistant, asked: str, told: str) -> None:
    assert told in said(assistant, asked)


def test_who_sold_there_is_nobody_else(assistant: Assistant) -> None:
    told = said(assistant, "嵐渡哪位主管在德州儀器做過採購？")
    assert "沈硯秋" not in told and "陸聞" not in told


@pytest.mark.parametrize("asked", ["ok bye", "thanks, bye", "bye for now"])
def test_a_farewell_is_one(assistant: Assistant, asked: str) -> None:
    assert said(assistant, asked) in ("Goodbye!", "再見！", "再見！\n")
