"""Who comes into a post, after whom, from where; who began a firm with whom; who owns it; and what is none of these."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

_FOODS = """嵐谷食品今天召開董事會,執行長馮柏宇將於5月1日卸任,轉任副董事長,遺缺由營運長葉采蓉升任。

空出來的營運長一職,由物流處處長溫柏翰代理。財務長呂淑芬6月底退休,接替人選為前瑞川銀行企業金融部協理蔣孟修。

葉采蓉現年44歲,2011年進入日商鶴見製菓台灣分公司,2019年被馮柏宇延攬加入嵐谷。

嵐谷由馮柏宇與妻子唐曉薇於1998年共同創辦,馮、唐兩人持股分別為6.5%與4.1%。大股東穗禾投資持股18.2%。

「我們太久沒有換菜單了。」葉采蓉在記者會上表示,「明年海外營收要占到三成。」

同業方面,北田實業上月也傳出換將,發言人羅啟銘證實董事長已口頭請辭。
"""
_RAIL = """Fennick Rail on Wednesday named Ingrid Halvard as its next chief executive.

Halvard, 51, will join on May 1 from Norwegian ferry group Kystrand, where she has been chief operating officer since 2020. She succeeds Peter Maddern, who stepped down in November.

Fennick also said finance director Gareth Pell would leave in March to become chief financial officer at water company Severnby. His deputy, Anita Ravel, takes over as acting finance director.

Fennick was started by Colin Yardley with his former teacher, Lotte Marens, in 1988.

Asked about the decision to close the Ostby depot, Halvard did not flinch. "We closed the building, not the craft. Of 240 people, 190 still work for us."

Separately, rival Castlewey said its chief executive would not seek another term.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("島商日報", "2026-03-18", _FOODS), ("Calder Wire", "2026-02-11", _RAIL))
    with asking(tmp_path_factory.mktemp("posts"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("葉采蓉接替誰擔任執行長?", "馮柏宇"),
        ("嵐谷食品現在的營運長由誰代理?", "溫柏翰"),
        ("嵐谷的財務長由誰接任?", "蔣孟修"),
        ("蔣孟修之前在哪裡工作?", "瑞川銀行"),
        ("葉采蓉哪一年加入嵐谷?", "2019"),
        ("誰跟馮柏宇一起創辦嵐谷?", "唐曉薇"),
        ("唐曉薇持股多少?", "4.1%"),
        ("嵐谷食品的大股東是誰、持股多少?", "穗禾投資"),
        ("Who did Ingrid Halvard succeed?", "Maddern"),
        ("Where did Ingrid Halvard work before Fennick?", "Kystrand"),
        ("Who takes over from Gareth Pell?", "Ravel"),
        ("Where is Gareth Pell going?", "Severnby"),
        ("What did Halvard say about closing the Ostby depot?", "craft"),
    ],
)
def test_who_came_and_who_went_is_told(asked: Assistant, question: str, wanted: str) -> None:
    answer = reply(asked, question)
    assert answer.answered, plain(answer)
    assert wanted in plain(answer)


@pytest.mark.parametrize("question", ["北田實業董事長是誰?", "Who is the CEO of Castlewey?", "瑞川銀行的行長是誰?", "Who is the chief executive of Kystrand?"])
def test_a_post_nobody_is_named_in_is_not_told(asked: Assistant, question: str) -> None:
    answer, _ = asked.reply(question, State())
    assert not answer.answered, plain(answer)
