"""Typed by ear and by eye: what chats spell otherwise than articles."""

from __future__ import annotations

import pytest

from bot.chatspelling import spelled_out
from bot.questionwords import WITHOUT_ONE_OFFS


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("毛利率掉ㄌ多少", "毛利率掉了多少"),
        ("這款車ㄉ售價", "這款車的售價"),
        ("原因是蝦米", "原因是啥"),
        ("这套系统是干麻的", "这套系统是干嘛的"),
        ("wich firm did he join", "which firm did he join"),
        ("um how much was it", "how much was it"),
        ("HMM revenue", "HMM revenue"),
        ("千万麻袋", "千万麻袋"),
    ],
)
def test_particles_and_question_words_are_spelled_out(typed: str, written: str) -> None:
    assert spelled_out(typed) == written


@pytest.mark.parametrize(
    "text",
    ["profit once one-offs are stripped out", "profit with non-recurring items removed", "净利润把一次性损益刨掉之后", "earnings excluding exceptionals"],
)
def test_a_profit_without_what_came_once_is_known_in_either_order(text: str) -> None:
    assert WITHOUT_ONE_OFFS.search(text)
