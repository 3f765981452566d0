"""Cantonese messages read as they would be written, in both scripts; words that only look alike are left."""

from __future__ import annotations

import pytest

from bot.cantonese import in_written_chinese
from bot.spoken import written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("衡岳管理層入面邊個喺晶瀾做得最耐,做咗幾多年?", "衡岳管理層裡誰在晶瀾做得最久,做了多少年?"),
        ("衡岳嘅產品分邊三個領域?", "衡岳的產品分哪三個領域?"),
        ("邊個地區升幅最勁?", "哪個地區升幅最大?"),
        ("譚兆霖俾人點罰?", "譚兆霖受到什麼處分?"),
        ("沈若蘅 邊位嚟㗎", "沈若蘅 是誰"),
        ("业绩预告系咪1月出㗎?", "业绩预告是不是1月發布?"),
        ("边个系创办人", "誰是创办人"),
        ("佢哋呢間公司舊年蝕咗幾多錢?", "他們這間公司去年虧了多少錢?"),
        ("佢上市嗰陣市值幾大", "他上市時市值幾大"),
        ("俾邊個收購咗", "被誰收購了"),
        ("唔該,想問下衡岳係做乜嘢嘅?", "想問下衡岳是做什麼的?"),
        ("毛利率高咗定低咗", "毛利率高還是低了"),
        ("呢度有冇講佢揸幾多股", "這裡有沒有講他持有多少股"),
        ("Zephra 幾時有得賣", "Zephra 什麼時候發售"),
        ("點解咁多人唔買", "為什麼這麼多人不買"),
        ("今季每股股息幾錢", "這個季度每股股息多少錢"),
    ],
)
def test_cantonese_is_put_as_it_is_written(typed: str, meant: str) -> None:
    assert in_written_chinese(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "周邊產品的邊際利潤是多少", "關係企業與體系的係數", "下午3點做什麼", "重點做哪些產品", "仲裁結果是什麼", "那沐曦呢?",
        "刻蝕設備的營收", "推出年報的日期", "冇錢賺", "唔夠人", "有得賣嗎", "平均售價最平穩的是哪家", "系列產品有哪些", "How many stores?",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert in_written_chinese(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("衡岳出過什麼晶片?全部列出來", "衡岳推出过什麼晶片?"), ("衡岳上市募了多少錢", "衡岳上市募資多少"), ("收集了多少數據", "收集了多少數據")],
)
def test_turns_of_chat(typed: str, meant: str) -> None:
    assert written(typed) == meant
