"""Sums that a question describes over the figures of sentences, and comparisons that one sentence tells."""

import pytest

from tests.bot.archives import asking, reply

ARTICLES = (
    ("窯報", "2026-03-05", """鹿港陶業週三公布,上半年出口面磚420萬平方米,內銷面磚295萬平方米。
新款「霜白」每片售價86元。首月接單38,000片,當中霜白佔55%。
窯業工會的住戶評分以鹿港陶業8.9分最高,青塘瓷業8.1分。
北岸證券和南灣資本都看鹿港陶業:北岸證券評級「買入」,目標價31元;南灣資本評級「中性」,目標價24元。"""),
    ("Farm Ledger", "2026-02-11", """Orlen Dairy, the Danish cooperative founded in 1982, reported on Tuesday. Orlen Dairy collected 1.84 million tonnes of milk in 2025, up 6.5% on the previous year, and processed 1.52 million tonnes of it.
Total group sales for the season came to €460 million, up 7.1% on the previous season.
The cooperative bought the Brandt creamery for €95 million, of which €60 million was paid in cash and the rest in members' shares. Debt stood at €240 million and equity at €600 million.
The Holm plant employs 640 people, against 410 at the Vesk plant. In a trial, animals on the seaweed feed gave 31.5 litres a day, compared with 28.1 litres on standard feed.
Members of Orlen Dairy raised a seed round of €4 million in 2021, a Series A of €18 million in 2022 and a Series B of €45 million in 2024."""),
    ("物流参考", "2026-03-20", """三家快递公司昨日同时公布年报。风驰快递去年营收812亿元,高于云达物流的655亿元,远山速运则为240亿元。
第四季度单季毛利率14.2%,较第三季度的16.8%明显滑落,风驰快递归因于油价。"""),
    ("城巴報", "2026-01-15", """港島巴士宣布訂購雙層電動巴士120部,另訂購單層氫能巴士45部。雙層電動巴士續航300公里;單層氫能巴士續航420公里。"""),
    ("Airframe Weekly", "2026-03-01", """Kestrel Aero, the French drone maker founded in 2011, unveiled two survey drones on Tuesday. The Merlin S flies for 52 minutes and weighs 1.9 kg; the larger Merlin L flies for 78 minutes and weighs 3.4 kg.
Kestrel Aero shipped 14,200 drones in 2025, of which farm models made up 35%. Fourth-quarter production was 4,900 units while shipments were 4,350 units."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("calculator"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鹿港陶業上半年出口比內銷多多少平方米?", "相差125萬平方米"),
        ("首月接單裡霜白大概有多少片?", "2.09萬片"),
        ("How much more milk did Orlen collect than it processed?", "0.32 million tonnes"),
        ("What were Orlen Dairy's implied total sales in the previous season?", "EUR 430 million"),
        ("How much of the Brandt deal was paid in members' shares?", "EUR 35 million"),
        ("What is Orlen's debt-to-equity ratio?", "about 40%"),
        ("How many more people work at the Holm plant than at the Vesk plant?", "230 people"),
        ("How many more litres a day did animals on seaweed feed give than those on standard feed?", "3.4 litres"),
        ("How much did Orlen Dairy raise in total in the seed, Series A and Series B rounds?", "EUR 67 million in total"),
        ("三家快递公司营收加起来多少?", "合计1707亿元"),
        ("港島巴士訂的雙層電動巴士比單層氫能巴士多幾部?", "相差75部"),
        ("單層氫能巴士的續航比雙層電動巴士長多少?", "相差120公里"),
        ("How much longer does the Merlin L fly than the Merlin S?", "26 minutes"),
        ("How much heavier is the Merlin L than the Merlin S?", "1.5 kg"),
        ("By how many units did Kestrel's fourth-quarter production exceed shipments?", "550 units"),
        ("How many farm drones did Kestrel ship in 2025?", "4,970"),
    ],
)
def test_what_a_question_sets_against_each_other_is_worked_out(assistant, question, said):
    answer = reply(assistant, question)
    text = "\n".join(answer.lines)
    assert answer.answered and said in text, text
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "港島巴士的雙層電動巴士比單層氫能巴士重多少?",
        "How much heavier is the Merlin L than the Merlin X?",
        "四家快递公司营收加起来多少?",
        "How much more milk did Orlen export than it processed?",
    ],
)
def test_what_is_not_told_of_every_side_is_not_worked_out(assistant, question):
    answer = reply(assistant, question)
    assert not answer.answered or answer.kind != "derived", answer.lines


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("鹿港陶業和青塘瓷業的住戶評分誰高?", ("8.9", "8.1")),
        ("北岸證券和南灣資本對鹿港陶業的評級差在哪?", ("買入", "中性")),
        ("风驰快递第三季度跟第四季度毛利率对比", ("16.8%", "14.2%")),
    ],
)
def test_both_sides_of_a_comparison_are_told(assistant, question, both):
    answer = reply(assistant, question)
    text = "\n".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(b in text for b in both), text


def test_a_measure_alone_names_no_part_beside_one_that_is_named(tmp_path):
    text = "汐沐製藥2025年營收48億元。分產品看,流感疫苗「安汐」仍是第一大收入來源,貢獻21億元,但年減20%;帶狀皰疹疫苗「舒沐」上市後首個完整年度就賣出11億元;四價疫苗收入9.6億元,成長12.3%;其餘產品合計2.4億元。海外收入4億元,佔8.3%。"
    with asking(tmp_path, ("藥報", "2026-03-01", text)) as assistant:
        said = "\n".join(reply(assistant, "安汐和舒沐2025年收入哪個高?").lines)
    assert "17億" not in said and "11億" in said, said


def test_how_far_behind_is_a_difference_and_what_there_are_figures_of_is_not_lacking(tmp_path):
    article = ("晶報", "2026-01-08", "礪川機器人2026年1月8日收盤市值為420億元。嵐桐汽車2026年1月8日收盤市值為310億元。Behind 嵐桐汽車's growth is firm investment in R&D.")
    with asking(tmp_path, article) as archive:
        answer = reply(archive, "Which company has the smallest market cap, and how far behind the largest is it?")
        text = "\n".join([*answer.lines, *answer.quotes])
        assert "R&D" not in text and "market cap”" not in text
        assert "11" in "\n".join(reply(archive, "How far is 嵐桐汽車 behind 礪川機器人 in market cap?").lines)
