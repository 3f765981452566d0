"""Two set against each other: a sentence for each where no figures are stored of both, and none where one is not told."""

import pytest

from bot.answers.sidesasked import sides
from bot.assistant import Assistant
from bot.state import State
from tests.bot.archives import reply

ARTICLES = (
    ("芯片速写", "2026-03-02", """雾川科技3月2日发布旗舰手机芯片雾川R5。雾川R5采用3nm制程,NPU的INT8算力由58 TOPS提高到95 TOPS。
竞品Orbiton 8s则维持在88%;后者的NPU为80 TOPS、单核4,110分。"""),
    ("Orewire Weekly", "2026-04-30", """Ballantyne Copper reported first-quarter results on Thursday. Group C1 cash cost rose to $2.31 a pound from $1.94.
Among peers, Hartwick Resources mined 96,500 tonnes in the quarter at a cash cost of $1.87 a pound."""),
    ("Harbour Ledger", "2026-01-22", """Corvane Bank told investors on Thursday that net profit fell in 2025. Net interest margin (NIM) slipped to 1.84% from 2.07% in 2024.
Rival First Merrow Bank last week reported 1.96%."""),
    ("保险前线", "2026-05-14", """祐川人寿公布首季业绩。祐川人寿新契约保费(FYP)达412亿元,年增15.8%。
同业方面,峻岭人寿首季纯益141.9亿元,FYP则为388亿元,不及祐川;澔川人寿亏损9.6亿元。"""),
    ("岛屿消费报", "2026-02-05", """拥有532家门市的连锁品牌森岚咖啡昨天宣布调整价格,中杯拿铁从75元涨到85元。
同业动向不一:啡乐多去年12月涨5元;路川咖啡(Lukawa)则喊话不涨,该品牌中杯拿铁目前卖70元。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("雾川R5跟Orbiton 8s的NPU,哪个算力高?", ("95 TOPS", "80 TOPS")),
        ("Ballantyne vs Hartwick: cash cost per pound?", ("$2.31", "$1.87")),
        ("How does Corvane's NIM stack up against First Merrow?", ("1.84%", "1.96%")),
        ("峻岭和祐川,新契约保费哪家高?", ("388亿元", "412亿元")),
        ("森岚跟路川比,中杯拿铁谁比较便宜?", ("85元", "70元")),
    ],
)  # fmt: skip
def test_both_are_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered
    assert all(x in text for x in said), text


@pytest.mark.parametrize(
    "question",
    [
        "Ballantyne vs Hartwick: all-in sustaining cost per ounce?",
        "雾川R5跟Orbiton 8s,谁比较轻?",
        "Corvane's NIM is how many points lower than Hartwick's?",
    ],
)
def test_half_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


@pytest.mark.parametrize(
    ("question", "two"),
    [
        ("雾川R5跟Orbiton 8s的NPU哪个算力高", ("", "")),
        ("雾川R5跟Quorvane 9s的NPU哪个算力高", ("", "quorvane 9s")),
        ("who made more profit in the quarter, Corvane or Pan-Meridian", ("", "pan-meridian")),
        ("Halo 2标准版和Sport的续航各是多少小时", ("halo 2标准版", "sport")),
        ("四驱性能版比标准续航版贵几万?", ("四驱性能版", "标准续航版")),
        ("Ballantyne的现金成本是多少?", None),
    ],
)  # fmt: skip
def test_which_two_are_meant(assistant: Assistant, question: str, two: tuple[str, str] | None) -> None:
    read = assistant._reader.read(question, None)
    found = sides(read, assistant._library.names)
    assert (tuple(s.written for s in found) if found else None) == two
    assert State()
