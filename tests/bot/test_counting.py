"""A count of something else is no answer, nor a sentence of another article to a follow-up that names nothing."""

from __future__ import annotations

import pytest

from bot.state import State
from tests.bot.archives import asking, reply

ARTICLES = (
    ("Lodging Post", "2025-09-24", """Tidemark Hotels (TDMK) agreed to buy the brand Nookery from Corrow Capital for $412m. Nookery has 52 hotels in 16 countries. Tidemark Hotels employs 8,200 people. "Costs came down," finance chief Dana Whitlow said. Gross margin rose to 38.4% because a laundry of its own replaced contractors."""),
    ("中環日誌", "2025-10-30", """滙翎證券（00987.HK）公布第三季業績。滙翎證券另一新業務「翎薪通」是為上市公司管理員工股權激勵計劃的平台，目前服務267家企業。"""),
    ("芯流", "2025-11-20", """礪芯微（688123.SH）下一代安全芯片LX520計劃2026年二季度量產，價格比進口同類產品低約30%。截至11月底，在手訂單約192億元，能見度看到2026年第四季。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("counting"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "How many rooms does Nookery have?",
        "Nookery有多少間客房?",
        "How many people does 滙翎證券 employ?",
        "What is the unit price in yuan of the LX520?",
        "小饞月的毛利率是幾趴",  # nobody known: anybody's would do
        "Why did Dana Whitlow resign from Tidemark Hotels?",
        "Who runs Tidemark Hotels?",  # its finance chief is told of, and what it buys
    ],
)
def test_a_count_of_something_else_is_no_answer(assistant, question):
    assert not reply(assistant, question).answered


@pytest.mark.parametrize(
    ("question", "said"),
    [("How many hotels does Nookery have?", "52"), ("Nookery有多少間酒店?", "52"), ("How many people does Tidemark Hotels employ?", "8,200")],
)
def test_the_count_asked_for_is(assistant, question, said):
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


def test_a_follow_up_to_nothing_that_names_nothing_is_refused(assistant):
    _, state = assistant.reply("Who came first in the ranking of yoghurt brands?", State())
    answer, _ = assistant.reply("and fourth?", state)
    assert not answer.answered
