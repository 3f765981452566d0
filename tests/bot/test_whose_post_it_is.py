"""Whose post a sentence tells where its paragraph names another firm, which job came first, and what is said otherwise than in a quotation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

_BEER = """禾岸酒業21日宣布，副董事長邱苡婷自6月1日起接任董事長，現任董事長邱正德轉任榮譽董事長。

邱苡婷今年42歲，出生於台北。她2006年畢業於政治大學企管系，2008年取得紐約大學MBA，先在高盛香港擔任分析師三年，2011年轉到花旗銀行。2015年她回到禾岸酒業，從採購部副理做起，2018年升任國際事業部總經理。

邱苡婷說：「我不會把啤酒賣得更便宜，我要讓它更值得等。」談到無酒精啤酒，她預期五年內將占營收兩成。
"""
_BOOKS = """線上教育業者頁啟科技公布第三季財報，單季營收5.83億元。頁啟科技說，明年將開三個新班。

執行長紀宛蓉現年43歲，2024年7月接掌公司，之前是電商業者淘岸科技的營運長。創辦人葉世堯已轉任技術顧問，不再參與日常營運。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("商周人物版", "2026-04-22", _BEER), ("數位產業週報", "2025-11-12", _BOOKS))
    with asking(tmp_path_factory.mktemp("whose"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("頁啟科技的創辦人是誰?", "葉世堯"),
        ("邱苡婷第一份工作在哪裡?", "高盛"),
        ("邱苡婷怎麼看無酒精啤酒?", "兩成"),
    ],
)
def test_told(asked: Assistant, question: str, wanted: str) -> None:
    answer, _ = asked.reply(question, State())
    assert wanted in plain(answer)
