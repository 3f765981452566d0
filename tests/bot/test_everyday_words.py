"""Everyday words for losing, earning, owning, comparing and causing; key words in a row."""

from __future__ import annotations

import pytest

from bot.everydaywords import in_press_words
from bot.keywordlists import keywords_asked
from bot.spoken import written
from kb.text import fold


@pytest.mark.parametrize(
    ("said", "put"),
    [
        # Losing and earning; compensation stays what it is.
        ("嵐海上半年 一共賠了多少", "嵐海上半年 一共亏损多少"),
        ("嵐海2025年賠了多少給乘客", "嵐海2025年賠了多少給乘客"),
        ("嵐海賠錢給旅客是哪一年", "嵐海賠錢給旅客是哪一年"),
        ("曜川賠錢是被什麼拖累的?", "曜川亏损,为什么?"),
        ("嵐海的船憑什麼打動北嶼航運?", "嵐海的船为什么被北嶼航運选中?"),
        # A margin where a per cent is asked for.
        ("曜川毛利是多少", "曜川毛利是多少"),
        ("一噸水泥曜川和嵐海誰的毛利厚?", "一噸水泥曜川和嵐海誰的毛利厚?"),
        # Comparing, and shares of a whole.
        ("論文裡說誰贏", "論文裡說誰贏"),
        # Joining, leaving, founding.
        ("曜川怎麼就從農業這行撤出來了?", "曜川为什么不做農業了?"),
        # The year before, and rounds, by their names.
        ("嵐海2025年營收多少,較2024年的成長幅度呢?", "嵐海2025年營收多少,同比增长多少?"),
        ("和2024年相比,嵐海2025年營收多了幾個億?", "嵐海2025年營收比上一年多了幾個億?"),
        ("嵐海2025年營收比2022年多了幾個億?", "嵐海2025年營收比2022年多了幾個億?"),
        ("嵐海2025年營收比2024年多了幾個億?", "嵐海2025年營收比2024年多了幾個億?"),
        ("嵐海25年比24年增長百分之多少", "嵐海25年比24年增長百分之多少"),
        ("嵐海去年的生意為什麼變差?", "嵐海去年的生意為什麼變差?"),
        ("曜川三輪(A、B、C)加起來多少", "曜川A轮、B轮、C轮加起來多少"),
        # 那裡 where nothing else asks.
        ("想查曜川老闆 在那裡出生", "想查曜川老闆 在哪裡出生"),
        ("他在那裡做了多久", "他在那裡做了多久"),
    ],
)
def test_put_as_the_press_has_it(said: str, put: str) -> None:
    """What happens to money and firms is put in the words that are read."""
    assert fold(in_press_words(said)) == fold(put)


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ("聶冬陽 出生年 籍貫 大學", "聶冬陽哪年出生,籍贯哪里,毕业于哪所大学"),
        ("曜川 波蘭廠 投資額 投產時間", "曜川 波蘭廠投资多少,什么时候投产"),
        ("Ada Quill 創業前東家 博士學校", "Ada Quill 创业前在哪工作,博士在哪读的"),
        ("四驅版 標準版 差價 幾萬", "四驅版和標準版差价几万"),
        ("嵐海 中期股息 多少", "嵐海 中期股息 多少"),
        ("嵐海的老闆是誰 市值 員工數", "嵐海的老闆是誰 市值 員工數"),
    ],
)
def test_key_words_in_a_row(said: str, put: str) -> None:
    """Key words that ask become as many questions; what asks already stays as it is."""
    assert fold(keywords_asked(said)) == fold(put)


def test_dialects_and_slips() -> None:
    """What the South-West says and what is typed with another character is written out."""
    assert written("嵐海是做啥子的公斯") == "嵐海是做啥的公司"
    assert "訂單" in written("嵐海手裡有多少丁單")
