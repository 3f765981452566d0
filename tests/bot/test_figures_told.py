"""Figures that a sentence gives without the measure's name, or by another, and figures that look alike and are none."""

from __future__ import annotations

import pytest

from tests.bot.archives import asking, reply

ARTICLES = (
    ("Clinic Wire", "2025-11-04", """Ostrava Biologics (OSTB) said its shingles shot Zelvara cut severe illness by 81.2% in adults over 60. The Zelvara study, called SHORELINE, enrolled 9,400 volunteers in eleven countries. Ostrava Biologics said a 260-patient Phase 2 trial of Zelvara ended in May."""),
    ("Freight Ledger", "2025-10-02", """Pennmore Tug (PMT) operates a tug fleet of 61 vessels with an average age of 7.4 years. Pennmore Tug handled 2.6 million claims last year. Its drone runs 3.5 hours on a single charge."""),
    ("商品日誌", "2025-12-01", """截至11月28日，馬來西亞棕櫚油期貨報每噸4,120林吉特，較月初上漲3.1%。翎澤化工(Lingze Chemical)公布，草銨膦全年均價4.31萬元/噸，上年為5.20萬元/噸。翎澤化工社會庫存降至8.6萬噸，一週減少2100噸。"""),
    ("车讯", "2025-12-03", """岳岚汽车(Yuelan Auto)12月2日开启岳岚S5预售，预售价19.98万元至25.98万元。岳岚S5提供两种电池:75千瓦时磷酸铁锂电池;96千瓦时三元锂电池。岳岚汽车预计明年3月交付岳岚S5。11月出口2,310辆，主要销往越南、阿曼和智利。公司把全年收入目标由310亿元下调至280亿元。"""),
    ("充電週報", "2026-01-15", """按全年充電量算，翎樁網(Lingzhuang)居首，達151億度；岑電科技為118億度。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("told"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Zelvara二期入組了多少病人?", "260"),
        ("How many countries did the SHORELINE study of Zelvara run in?", "eleven countries"),
        ("马来西亚棕榈油期货报价多少", "4,120"),
        ("翎泽化工草铵膦价格多少?", "4.31"),
        ("Presale price range of the 岳岚S5?", "19.98"),
        ("岳岚S5提供哪两种电池?", "96千瓦时"),
        ("岳岚S5什么时候交付?", "明年3月"),
        ("岳岚汽车全年收入目标下调到多少了", "280亿元"),
        ("翎樁網全年充電量多少?", "151億度"),
        ("Pennmore Tug去年處理了多少宗索賠?", "2.6 million claims"),
        ("What is the average age of Pennmore Tug's vessels?", "7.4 years"),
    ],
)
def test_a_figure_is_found_by_what_it_says_itself(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer


@pytest.mark.parametrize(
    "question",
    [
        "How many hospitals did the SHORELINE study of Zelvara run in?",
        "岳岚S5的续航是多少?",
        "Pennmore Tug賠了多少錢?",
        "翎澤化工2025年營收多少?",
        "What is the price of Zelvara?",
        "岳岚汽车今年出口到哪些欧洲国家?",
    ],
)
def test_a_figure_of_something_else_is_no_answer(assistant, question: str) -> None:
    assert not reply(assistant, question).answered
