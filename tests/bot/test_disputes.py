"""What two sources say opposite things of is told from both sides, however the dispute is asked about."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.bot.archives import said

ARTICLES = (
    (
        "芯片日報",
        "2026-01-06",
        "澄宇半導體（Chengyu）目前已完成三代架構迭代，產品代號分別為「青川」。公司仍在衝刺港股，聯席保薦人為崇海證券。\n\n"
        "美國已允許諾維晶片（Norvi）向中國出口N400晶片，條件是加收兩成費用。",
    ),
    (
        "產業觀察",
        "2026-02-11",
        "澄宇半導體2026年2月3日在港交所掛牌上市。該公司同日發布第四代架構「瀾川」。\n\n"
        "諾維晶片的高階產品基本上不會被放行到中國市場，原因是出口審查趨嚴。\n\n"
        "諾維晶片2025年營收為82億美元。",
    ),
)


@pytest.mark.parametrize(
    ("asked", "both"),
    [
        ("諾維的高階晶片到底能不能賣進中國？", ("允許", "不會被放行")),
        ("Can Norvi sell its chips in China or not? I have seen mixed reports", ("允許", "不會被放行")),
        ("諾維高階晶片進不進得來中國，兩邊講法差在哪？", ("允許", "不會被放行")),
        ("澄宇的架構現在是第三代還第四代啊", ("三代", "第四代")),
        ("一篇說澄宇還在衝刺港股，另一篇說掛牌了，哪個對？", ("衝刺", "2026年2月3日")),
    ],
)
def test_both_sides_are_told(assistant: Assistant, asked: str, both: tuple[str, ...]) -> None:
    told = said(assistant, asked)
    assert all(side in told for side in both), told
    assert "產業觀察" in told or "芯片日報" in told or "in Chinese" in told


def test_what_nobody_disputes_is_told_once(assistant: Assistant) -> None:
    told = said(assistant, "諾維2025年營收到底是多少？")
    assert "82億美元" in told and "芯片日報" not in told


def test_a_dispute_over_something_else_answers_nothing(assistant: Assistant) -> None:
    assert "放行" not in said(assistant, "諾維的營收今年能不能翻倍？")
