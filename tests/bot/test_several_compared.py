"""Several companies side by side: the verdict in a sentence, and a table with the largest first."""

from __future__ import annotations

from bot.assistant import Assistant
from bot.plain import plain
from tests.bot.archives import reply

ARTICLES = ((
    "泵業報",
    "2026-03-02",
    "砥石科技(Dishi Technology)2025年營收為14.50億元,比上年增長20%。漣漪泵業(Lianyi Pumps)2025年營收為29億元,比上年增長5%。"
    "岑谷股份(Cengu)預計2025年營收為7億元至8億元,比上年增長45%。砥石科技2025年淨利潤為-2億元。漣漪泵業2025年淨利潤為1億元。",
),)  # fmt: skip


def test_the_largest_comes_first_with_the_longest_bar(assistant: Assistant) -> None:
    answer = reply(assistant, "比較砥石科技、漣漪泵業、岑谷股份2025年營收")
    assert answer.lines == ("2025年營收最高的是漣漪泵業：29億元。",)
    assert answer.table is not None
    assert [row[:2] for row in answer.table.rows] == [("漣漪泵業", "29億元"), ("砥石科技", "14.50億元"), ("岑谷股份", "7億元至8億元（預計）")]
    assert [round(size, 2) for size in answer.table.bars] == [1.0, 0.5, 0.26]
    assert "████████████" in plain(answer)


def test_what_grew_most_is_said_and_no_bars_are_drawn_of_revenue(assistant: Assistant) -> None:
    answer = reply(assistant, "compare the 2025 revenue growth of Dishi Technology, Lianyi Pumps and Cengu")
    assert answer.lines == ("2025 revenue grew most at Cengu: up 45% year on year.",)
    assert answer.table is not None and answer.table.bars == ()


def test_two_are_told_in_sentences(assistant: Assistant) -> None:
    answer = reply(assistant, "砥石科技和漣漪泵業2025年營收誰高?")
    assert answer.table is None and answer.lines[-1] == "漣漪泵業較高，相差14.5億元。"
