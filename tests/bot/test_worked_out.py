"""Arithmetic, comparisons and yes or no over invented articles: the result, the sum, and what may not be compared."""

from decimal import Decimal

import pytest

from bot import arithmetic
from kb import quantities
from kb.model import Period
from tests.bot.archives import reply

ARTICLES = (
    ("藍籌週報", "2026-02-10", """岱石股份（688902.SH）2月9日公布業績。岱石股份2025年營收為86.4億元，歸母淨利潤為7.32億元，研發費用為9.05億元。岱石股份2024年營收為72.0億元，歸母淨利潤虧損1.2億元。岱石股份2023年營收為61.5億元。
岱石股份2025年上半年營收為39.8億元。岱石股份2025年前三季營收為63.1億元。
岱石股份2012年3月成立於青島，2021年9月15日在深交所上市。"""),
    ("藍籌週報", "2026-02-11", """砥石科技（688901.SH）2025年營收為54.3億元，按年增長12.5%，淨利潤為3.1億元，同比下降8%。砥石科技第二季營收為14.2億元，環比增長6.3%。砥石科技2022年11月在上交所上市。砥石科技2025年交付量為12.6萬輛，2024年交付量為9.8萬輛。砥石科技毛利率由23.4%擴闊至25.1%，海外訂單17.9億元，上年為8.6億元。全年營收目標由56億元下修到52億元。"""),
    ("藍籌週報", "2026-02-13", """潮汐郵輪（688903.SH）2月13日公布業績。潮汐郵輪2025年第三季載客42萬人次。潮汐郵輪前三季累計載客118萬人次，全年目標160萬人次。潮汐郵輪以18.2億港元收購雲帆旅運65%股權，當中6.2億港元以每股4.96港元發行1.25億股新股支付。
按座位計，前三大船公司分別為潮汐（31.3%，上年同期28.9%）、北舫（26.8%，上年同期29.2%）、南汐（12.5%，上年同期12.1%）。"""),
    ("Harbor Wire", "2026-02-12", """Farrowgate Inc. reported 2025 revenue of $412 million, up from $355 million in 2024. Its net income was $38.5 million. Farrowgate's first-half 2025 revenue was $190 million. Marlpit Systems had 2025 revenue of $365 million and a net loss of $12 million."""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Growth, from two years that are printed.
        ("岱石股份2025年營收比2024年增長多少?", "增長約20% (= 86.4億元 ÷ 72.0億元 − 1)"),
        ("砥石科技2025年交付量增長率?", "增長約28.6%"),
        ("How fast did Farrowgate's revenue grow in 2025?", "grew by about 16.1%"),
        # A stretch from others.
        ("岱石股份2025年下半年營收是多少?", "下半年營收約46.6億元 (= 86.4億元 − 39.8億元)"),
        ("岱石股份2025年第四季營收是多少?", "第四季度營收約23.3億元"),
        ("岱石股份2025年第三季營收多少?", "第三季度營收約23.3億元"),
        ("What was Farrowgate's second-half 2025 revenue?", "USD 222 million (= $412 million − $190 million)"),
        # The value before.
        ("砥石科技2024年營收是多少?", "2024年營收約48.3億元 (= 54.3億元 ÷ 1.125)"),
        ("砥石科技2024年净利润大约多少?", "2024年净利润约3.37亿元 (= 3.1亿元 ÷ 0.92)"),
        ("砥石科技第一季營收是多少?", "2025年第一季度營收約13.4億元"),
        # What a figure came from, in its own sentence.
        ("砥石科技毛利率多少?去年同期呢?", "2024年毛利率為23.4%"),
        ("砥石科技的毛利率去年同期是多少?", "2024年毛利率為23.4%"),
        ("砥石科技海外訂單比上年增長百分之多少?", "增長約108% (= 17.9億元 ÷ 8.6億元 − 1)"),
        ("砥石科技海外訂單比上年多多少?", "相差9.3億元 (= 17.9億元 − 8.6億元)"),
        ("砥石科技全年營收目標從多少改到多少?", "由56億元變為52億元"),
        # How much of a target is reached; what a stake makes the whole worth, and what shares were issued at.
        ("潮汐郵輪全年載客目標完成了百分之幾?", "約為目標的73.8% (= 118萬人次 ÷ 160萬人次)"),
        ("What percentage of its full-year target has 潮汐郵輪 reached?", "about 73.8% of the target"),
        ("潮汐郵輪收購雲帆旅運,整體估值多少?", "整體約值28億港元 (= 18.2億港元 ÷ 65%)"),
        ("潮汐郵輪發行多少新股,發行價多少?", "每股4.96港元發行1.25億股"),
        # A part's share, and what it was.
        ("北舫的市佔率多少,去年同期呢?", "由29.2%變為26.8%"),
        # Sums, differences, shares, multiples, compound growth.
        ("岱石股份2023到2025年三年營收合計多少?", "219.9億元"),
        ("岱石股份23、24、25三年收入总共多少?", "219.9亿元"),
        ("岱石股份三年營收總共多少?", "219.9億元"),
        ("砥石科技上年同期淨利多少?可以用跌幅推算", "約3.37億元 (= 3.1億元 ÷ 0.92)"),
        ("砥石科技2025年交付量比2024年多多少?", "相差2.8萬輛 (= 12.6萬輛 − 9.8萬輛)"),
        ("岱石股份和砥石科技2025年營收相差多少?", "相差32.1億元"),
        ("How much more revenue did Farrowgate make than Marlpit Systems in 2025?", "a difference of USD 47 million"),
        ("岱石股份2025年研發費用佔營收多少?", "約佔營收的10.5% (= 9.05億元 ÷ 86.4億元)"),
        ("岱石股份2025年營收是砥石科技的幾倍?", "1.59倍"),
        ("岱石股份2023年到2025年營收複合增長率是多少?", "18.5%"),
        # Time between.
        ("岱石股份成立多久後上市?", "9.5年"),
        ("岱石股份比砥石科技早幾年上市?", "1.2年"),
        ("岱石股份和砥石科技誰先上市,差多久?", "岱石股份較早"),
        # Yes or no, against a figure, against another company, by sign and by change.
        ("岱石股份营收是否超过80亿?", "是。"),
        ("Did Farrowgate's 2025 revenue exceed $500 million?", "No."),
        ("砥石科技的營收比岱石股份高嗎?", "否。"),
        ("Did Farrowgate earn more than Marlpit Systems?", "Yes."),
        ("岱石股份盈利了吗?", "是。"),
        ("Is Marlpit Systems profitable?", "The articles speak of a loss, not a profit."),
        ("砥石科技2025年净利润增长了吗?", "否。"),
        ("岱石股份2024年為什麼賺錢?", "文章說的是虧損，並未盈利。"),
        # Mixed currencies are not compared.
        ("岱石股份和Farrowgate誰營收高?", "幣別或口徑不同"),
        ("Which company had the highest revenue in 2025?", "2 more give it in another currency"),
        ("誰的營收最低?", "營收最低的是砥石科技：54.3億元"),
        # A period in other words; a part never answers for the whole.
        ("岱石股份FY2025 revenue", "CNY 8.64 billion"),
        ("岱石股份2025年度營收?", "86.4億元"),
        ("岱石股份去年營收多少?", "2025年營收為86.4億元"),
    ],
)  # fmt: skip
def test_what_is_worked_out(assistant, question, said):
    answer = reply(assistant, question)
    text = "\n".join(answer.lines)
    assert answer.answered and said in text, text
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "岱石股份2022年營收",
        "岱石股份2025年第二季營收",
        "砥石科技2025年上半年營收",
        "砥石科技2025年第四季營收",
        "What was Marlpit Systems' 2024 revenue?",
        "What was Farrowgate's first-quarter 2025 revenue?",
        "砥石科技2023年研發費用佔營收多少?",
    ],
)
def test_what_does_not_follow_is_not_worked_out(assistant, question):
    answer = reply(assistant, question)
    assert not answer.answered, answer.lines


def test_what_is_worked_out_tells_its_inputs(assistant):
    answer = reply(assistant, "岱石股份2025年第四季營收是多少?")
    assert answer.kind == "derived"
    assert answer.lines[1:] == ("岱石股份2025年營收為86.4億元。", "岱石股份2025年前三季度營收為63.1億元。")


@pytest.mark.parametrize(
    ("value", "like", "rounded"),
    [("90.65290588", "約123.85億元", "90.65"), ("48.2666", "54.3億元", "48.3"), ("3.3695", "3.1億元", "3.37"), ("15.688", "14.7億元", "15.7")],
)
def test_a_quotient_is_no_finer_than_what_it_comes_from(value, like, rounded):
    found = arithmetic.like(Decimal(value) * 10**8, quantities.find(like)[0])
    assert found == Decimal(rounded) * 10**8


@pytest.mark.parametrize(
    ("inputs", "value", "rounded"),
    [
        (("88億元", "28.32億元"), "59.68", "59.68"),
        (("4608.83萬元", "1.24億元", "4.38億元"), "6.080883", "6.08"),
        (("3168億元", "721億元"), "3889", "3889"),
    ],
)
def test_a_sum_is_as_coarse_as_its_inputs(inputs, value, rounded):
    found = arithmetic.to_step(Decimal(value) * 10**8, [quantities.find(i)[0] for i in inputs])
    assert found == Decimal(rounded) * 10**8


def test_a_stretch_that_others_do_not_make_up_is_none():
    half = Period("2025-01-01", "2025-06-30", "half")
    assert arithmetic.parts(Period("2025-07-01", "2025-09-30", "quarter"), [half]) == []
