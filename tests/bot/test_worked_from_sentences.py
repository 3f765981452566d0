"""Arithmetic whose inputs no facts hold: models, targets, parts, rounds, plans, openings and closings, as sentences tell of them."""

import pytest

from bot.answers.thingsasked import two_things
from tests.bot.archives import reply

ARTICLES = (
    ("片報", "2026-03-01", """汐川科技發表電腦晶片「N1」，共三個版本。入門的N1 Core配備8核CPU與32 TOPS的NPU，TDP為15W；旗艦N1 Max則有16核CPU、64 TOPS NPU，TDP 45W。"""),
    ("晶報", "2026-03-02", """玄岳半導體（Xuanyue）3月2日發表旗艦晶片Orca 7。供應鏈透露Orca 7報價每顆210美元，Orca 6當初是178美元；Orca Lite約92美元。玄岳半導體上半年出貨1850萬顆，全年目標3200萬顆。
玄岳半導體2025年營收為48.2億元，其中授權收入6.1億元。授權以外的服務不多。"""),
    ("車訊", "2026-03-05", """嵐桐汽車3月5日推出嵐桐M9。新車分三個版本:標準版售價18.68萬元,長續航版售價21.38萬元,旗艦版售價25.88萬元。
嵐桐汽車2025年交付13.2萬輛，未完成16萬輛的年度目標。"""),
    ("Dock Wire", "2026-03-08", """Pellworth Robotics unveiled the Stork T4 on Monday. The T4 costs $39,000, against $52,500 for the T3, or $1,400 a month to rent.
Pellworth Robotics said spare-parts revenue dropped 8.5% to $61 million. The dividend goes up to 42 cents from 38.
Fernmoor Bank will close 45 branches by the end of the year, leaving it with 180. Fernmoor Bank has 3,200 employees."""),
    ("創投報", "2026-03-09", """礪川機器人3月8日宣布完成6.5億元C輪融資。這是礪川機器人的第四輪融資,累計融資額達14.2億元。本輪投後估值約60億元,而2024年5月B輪時為32億元。
募資的約55%將用於建廠,25%用於研發,其餘用於海外擴張。"""),
    ("雲訊", "2026-03-10", """青硯智能發布寫作助手「青硯2.0」。個人版每月45元,按年付費420元;團隊版每席位每月90元,5席起售。
青硯智能現有門市260家，今年將新開40家、關閉15家。"""),
    ("港報", "2026-03-11", """甘棠證券維持瀾石乳業「買入」評級,目標價由8.6港元調高到10.4港元;瀾石乳業昨日收報8港元。瀾石乳業全年營收目標由120億元下修至110億元。瀾石乳業2026年上半年營收為51.3億元。同業中,荻溪乳業上半年營收88.7億元。
瀾石乳業三年研發費用依次為1.2億元、1.5億元和2.1億元。瀾石乳業另有8艘奶罐船在建,總造價4億美元。"""),
    ("Court Wire", "2026-03-12", """Tarnholt Bank was fined on Tuesday. The penalty would have been £50 million for Tarnholt Bank without a 20% discount for early settlement."""),
    ("甲報", "2026-02-02", """扶岳機器人2月1日宣布完成3.2億元B輪融資,由礪石創投領投。知情人士稱,本輪投後估值約25億元,而2024年A+輪時只有9億元。扶岳機器人稱2025年營收3.1億元。"""),
    ("乙報", "2026-04-02", """扶岳機器人2月宣布的「3.2億元B輪」其實不全是股權。本報取得的文件顯示,這輪投後估值為21億元,領投的礪石創投出資1億元。扶岳機器人2025年經審計的營收為2.6億元。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Two models, versions.
        ("Orca 7比Orca 6一顆貴多少美元?", "相差32美元 (= 210美元 − 178美元)"),
        ("Orca 7和Orca 6價差多少?", "相差32美元"),
        ("How much more is the Orca 7 quoted at than the Orca 6?", "a difference of USD 32"),
        ("price difference between the Orca 7 and the Orca 6", "a difference of USD 32"),
        ("Orca 7报价是Orca 6的几倍?", "约为1.18倍"),
        ("旗艦版比標準版貴多少?", "相差7.2萬元 (= 25.88萬元 − 18.68萬元)"),
        ("长续航版比标准版贵几万?", "相差2.7万元"),
        ("Stork T4比T3便宜多少?", "相差1.35萬美元 (= $52,500 − $39,000)"),
        ("How much cheaper is the T4 than the T3?", "a difference of USD 13,500"),
        # Targets: what is left, what was missed, by the fact where another sentence tells it.
        ("玄岳半導體下半年還要出貨多少顆才能達到全年目標?", "還有1350萬顆 (= 3200萬顆 − 1850萬顆)"),
        ("玄岳离全年出货目标还差多少?", "还有1350万颗"),
        ("By how many vehicles did 嵐桐汽車 miss its 2025 delivery target?", "28,000"),
        ("瀾石乳業要完成下修後的全年營收目標,下半年還得賣多少億?", "還有58.7億元 (= 110億元 − 51.3億元)"),
        # A part and the whole.
        ("玄岳半導體2025年營收扣掉授權收入還有多少?", "42.1億元 (= 48.2億元 − 6.1億元)"),
        ("玄岳2025年营收里授权收入占百分之几?", "约12.7% (= 6.1亿元 ÷ 48.2亿元)"),
        # Rounds.
        ("礪川機器人C輪之前一共融了多少錢?", "7.7億元 (= 14.2億元 − 6.5億元)"),
        ("How much had 礪川機器人 raised in total before the Series C?", "CNY 770 million"),
        ("礪川機器人估值從B輪到C輪漲了百分之幾?", "增長約87.5%"),
        ("礪川機器人募資有百分之幾用於海外擴張?", "20% (= 100% − 約55% − 25%)"),
        # Plans, counts, prices, rows, rates.
        ("青硯智能今年底會有多少家門市?按開店和關店計畫推算", "285家 (= 260家 + 40家 − 15家)"),
        ("How many branches does Fernmoor Bank have before the closures?", "225"),
        ("瀾石乳業三年研發費用加起來多少?", "合計4.8億元"),
        ("What was Pellworth's spare-parts revenue a year earlier?", "about USD 66.7 million"),
        ("How much did Tarnholt Bank save by settling early?", "GBP 10 million (= £50 million × 20%)"),
        ("瀾石乳業在建的船平均每艘造價多少?", "約5000萬美元 (= 4億美元 ÷ 8艘)"),
        ("By what percent did Pellworth Robotics raise its dividend?", "up by about 10.5%"),
    ],
)
def test_figures_of_sentences_are_worked_with(assistant, question, said):
    answer = reply(assistant, question)
    text = "\n".join(answer.lines)
    assert answer.answered and said in text, text
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "Orca 8比Orca 6貴多少?",  # of which no price is told
        "荻溪乳業離全年營收目標還差多少?",  # its rival's target
        "礪川機器人B輪之前一共融了多少錢?",  # no figure of that round
        "旗艦版比標準版重多少?",
        "瀾石乳業要達到交付目標還差多少輛?",
        "玄岳半導體2025年營收扣掉海外收入還有多少?",
        "青硯團隊版按年付比按月付一年省多少錢?",
    ],
)
def test_what_is_not_told_of_both_is_not_worked_out(assistant, question):
    answer = reply(assistant, question)
    assert not answer.answered or answer.kind != "derived", answer.lines


def test_a_multiple_is_not_answered_by_the_two_alone(assistant):
    text = "\n".join(reply(assistant, "N1 Max的算力是N1 Core的幾倍?").lines)
    assert "倍" in text or "64" not in text


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("扶岳機器人B輪投後估值是多少?", ("25億元", "21億元")),
        ("扶岳机器人2025年营收多少?", ("3.1亿元", "2.6亿元")),
    ],
)
def test_what_another_source_says_of_the_round_or_of_audited_figures_is_told_too(assistant, question, both):
    answer = reply(assistant, question)
    text = "\n".join([*answer.lines, *answer.quotes])
    assert all(b in text for b in both), text
    assert {s.publisher for s in answer.sources} == {"甲報", "乙報"}


def test_two_things_are_read_from_a_question():
    assert two_things("四驱版和标准版价格差多少").one == "四驱版"
    assert two_things("what was the revenue") is None
