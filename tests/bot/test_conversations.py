"""What is said and what is answered: each row is a conversation, checked at its last turn.

A row gives the turns, whether the last is answered, words its answer must hold ("a|b" means either) and
words it must not. Silence and chatter are both failures: an answer is never empty and never a page.
"""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

Row = tuple[str, bool, str, str]

FIGURES: tuple[Row, ...] = (
    ("摩爾線程去年營收預計多少?2025年", True, "14.50億元至15.20億元 230.70% 半導體產業縱橫", "38."),
    ("瑞芯微 2025 扣非净利润", True, "9.93亿元 10.73亿元", "10.23"),
    ("How much does Montage Technology expect to earn in net profit attributable to shareholders in 2025?", True,
     "2.15 2.35|2.350 52.29", "1.92"),
    ("中微公司2025年營收", True, "123.85", "11.22"),
    ("中微半導2025年營收", True, "11.22", "123.85"),
    ("卓勝微2025年歸母淨利潤", True, "虧損 2.55 2.95", ""),
    ("寒武紀2025年營收", False, "寒武紀", ""),
    ("摩爾線程2019年營收", False, "2019 最接近", ""),
    ("通富微電2025年營收", False, "通富微電", "11億元"),
    ("台積電 2025 營收", False, "台積電", ""),
    ("中微 2025 營收", False, "中微半導 中微公司", "123.85"),
)  # fmt: skip

KINDS: tuple[Row, ...] = (
    ("你好", True, "芯問|文章", "來源"),
    ("thanks!", True, "welcome", "Sources"),
    ("誰是黃仁勳", True, "輝達", ""),
    ("Who is Zheng Wenxian?", True, "Intellifusion vice", ""),
    ("摩爾線程的財務總監是誰", True, "薛岩松", ""),
    ("Who is the CEO of Biren?", False, "", "Zhang"),
    ("MUSA是什麼", True, "摩爾線程|MUSA", ""),
    ("哪些公司屬於儲存晶片公司?", True, "佰維儲存 瀾起科技 德明利 兆易創新", "摩爾線程"),
    ("比較佰維儲存和德明利2025年的歸母淨利潤", True, "8.5億元 6.5億元 佰維儲存較高", ""),
    ("业绩预告里谁亏得最多", True, "龙芯中科 4.49", ""),
    ("四家GPU公司谁市值最高", True, "摩尔线程 3168", ""),
    ("what was AMEC's 2024 revenue", True, "9.065|90.65 1.3662", ""),
    ("摩爾線程2022到2024年營收合計", True, "6.08", ""),
    ("摩爾線程什麼時候成立", True, "2020年6月 2020年9月 芯師爺 巨潮WAVE", ""),
    ("摩爾線程2025年賺了多少", True, "虧損", ""),
    ("明天會下雨嗎", False, "", ""),
)  # fmt: skip

SPELLING: tuple[Row, ...] = (
    ("磨爾線程市值", True, "3168億元", ""),
    ("moor threads revenue 2025", True, "1.45|1.450", ""),
    ("muxi gufen shizhi", True, "2570亿元", ""),
    ("张健中哪年出生", True, "1966", ""),
    ("佰維存儲2025營收", True, "100億元 120億元", ""),
    ("ＭＴＴ　Ｓ５０００是什麼？", True, "摩爾線程|智算卡", ""),
)  # fmt: skip

FOLLOW_UPS: tuple[Row, ...] = (
    ("瑞芯微2025年營收? // 那全志科技的歸母淨利潤呢?", True, "2.51億元 2.95億元", "43.87"),
    ("沐曦2024年營收多少 // 2023年呢", True, "5302.12萬元", "7.43"),
    ("What was MetaX's revenue in 2024? // And Biren's?", True, "337 million|3.37", "743"),
    ("摩爾線程2025年營收 // 2026年呢", False, "2026", ""),
    ("摩尔线程去年下半年营收多少?", True, "2025年下半年 7.48亿元", ""),  # not the year's
    ("華為昇騰去年出了幾萬顆?", False, "找不到", ""),
    ("摩爾線程2025年研發費用是多少?", False, "2025 43億元", ""),  # told for several years together only
    ("周苑是誰 // 她在輝達幾年", True, "16年", ""),
    ("龍芯中科2025年歸母淨利潤 // 翱捷科技呢 // 哪家虧得比較多", True, "龍芯中科 -4.49億元|4.49", ""),
)  # fmt: skip


def converse(assistant: Assistant, turns: str) -> Answer:
    state = State()
    answer = None
    for turn in turns.split(" // "):
        answer, state = assistant.reply(turn, state)
    assert answer is not None
    return answer


@pytest.mark.parametrize("row", [*FIGURES, *KINDS, *SPELLING, *FOLLOW_UPS], ids=lambda row: row[0])
def test_conversation(assistant: Assistant, row: Row) -> None:
    turns, answered, wanted, unwanted = row
    answer = converse(assistant, turns)
    text = plain(answer)
    assert answer.answered is answered, text
    for group in wanted.split():
        assert any(word in text for word in group.split("|")), f"{group} is not in: {text}"
    for word in unwanted.split():
        assert word not in text
    assert 0 < len(text) < 1200


def test_the_same_question_has_the_same_answer(assistant: Assistant) -> None:
    first = converse(assistant, "摩爾線程2025年營收")
    converse(assistant, "比較摩爾線程和沐曦的市值")
    assert converse(assistant, "摩爾線程2025年營收") == first


def test_a_refusal_tells_the_owner_why(assistant: Assistant) -> None:
    assert converse(assistant, "台積電營收").gap == "unknown subject"
    assert converse(assistant, "摩爾線程2019年營收").gap == "missing period"


def test_every_figure_has_its_source_and_sentence(assistant: Assistant) -> None:
    answer = converse(assistant, "景嘉微2025年營收")
    assert [s.publisher for s in answer.sources] == ["半導體產業縱橫"]
    assert "景嘉微" in (answer.sources[0].quote or "")


@pytest.mark.parametrize("text", ["\"", "NEAR(a b)", "a AND", "* OR -x", "????", "👍", " ", "'; DROP TABLE facts; --", "\ud800"])
def test_odd_text_is_only_text(assistant: Assistant, text: str) -> None:
    assert converse(assistant, text).lines
