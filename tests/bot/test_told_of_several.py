"""Who is first of several, or who they are, quoted from the one sentence that tells the same of each."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply

ARTICLES = (
    ("纺织周刊", "2026-04-29", """岑曜纺织4月29日公布，2026年第一季营收12.1亿元，毛利率31%。
首季泳衣占营收68%，球衣占23%，其余为代工。客户中百货公司占45%，电商占40%。"""),
    ("招股医线", "2026-05-15", """针织器械商澜汀医疗（Lanting Medical）5月14日在港交所主板挂牌，发行价23.6港元。
三名基石投资者中，鹤洲资本认购3000万美元，南嵩基金2000万美元，经销商瑞汀药械1000万美元。"""),
    ("Pay Ledger", "2025-12-10", """Employers across the Andes plan pay rises of 4.6% on average in 2026, consultancy Tamsel Quill said.
By market, Peru leads with 9.1%, then Chile at 6.6% and Bolivia at 4.9%."""),
    ("遊戲岬", "2026-03-18", """《霧汀遺城》上市四天銷量突破100萬套。
銷量以日本占38%居冠，北美24%次之，德國13%，其餘地區合計25%。"""),
    ("掛牌週報", "2026-03-12", """四家無人船公司同時走向資本市場，走法卻各不相同。

嵩野智行（Songye Drive）2025年10月16日在香港掛牌。嵩野的船隊規模也居四家之首，共1,850輛；2025年營收7.9億元，淨虧損11.6億元。

曜汀（Yaoting）起步最晚，2021年才成立，市場傳出估值約22億美元。公司擁有420輛車，2025年營收1.6億元，虧損5億元。

無轅科技走另一條路線，今年1月23日通過上市委審議。它的車隊只有690輛，2025年營收3.1億元，虧損4.4億元。無轅擬募資25億元。"""),
    ("Broker Notes", "2026-06-03", """Brokerage Tamsel & Lowe reshuffled its coverage of Aervane, Volbrook and Lumenor on Tuesday.
Of the three, Aervane remains the broker's top pick."""),
    ("織報", "2026-01-30", """業績預告披露期臨近尾聲，四家機器人上市公司本週先後交出2025年的成績預估。

走得最穩的是礪岑機器人（Licen Robotics）。公司預計全年營收42.6億元至45.1億元，同比增長38%至46%。

軸嵩傳動預計淨利潤2.05億元至2.35億元，同比增長55%至78%。

拓汀智能仍未擺脫虧損，全年預虧1.2億元至1.5億元。公司第四季度盈利約1800萬元。

雲瀾機器人（Yunlan Robotics）全年營收約9.4億元，研發投入增至5.9億元。

四家公司中，礪岑定於3月27日率先公布年報，雲瀾最晚，排在4月29日。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岑曜紡織靠哪種產品撐起最多營收?", ("泳衣", "68%")),
        ("岑曜的客户里哪类最多?", ("百货公司", "45%")),
        ("澜汀医疗的基石投资者有哪些?", ("鹤洲", "南嵩", "瑞汀")),
        ("Which market plans the highest pay rise in 2026?", ("Peru", "9.1%")),
        ("霧汀遺城哪裡賣最好", ("日本", "38%")),
        ("Which stock is Tamsel & Lowe's top pick?", ("Aervane",)),
        ("四家預告2025年業績的機器人公司是哪幾家?", ("礪岑", "軸嵩", "拓汀", "雲瀾")),
        ("四家機器人公司中哪一家最先公布年報?", ("礪岑",)),
        ("嵩野和曜汀誰車多?", ("1,850", "420")),
        ("曜汀有多少輛車?", ("420",)),
        ("無轅科技2025年虧損多少?", ("4.4億",)),
        ("嵩野智行的車隊規模有多大?", ("1,850",)),
    ],
)
def test_the_sentence_that_tells_of_each(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(x in text for x in said), text


@pytest.mark.parametrize(
    "question",
    ["五家預告2025年業績的機器人公司是哪幾家?", "岑曜紡織在哪個國家賣得最好?", "澜汀医疗哪种产品卖得最好?", "Which market had the lowest inflation in 2026?", "岑曜的股東裡誰持股最多?", "霧汀遺城哪個平台賣最好?"],
)
def test_another_sort_or_figure_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = reply(assistant, question)
    assert not answer.answered, answer.lines


def test_which_of_them_do_something_is_not_all_of_them(assistant: Assistant) -> None:
    text = " ".join(reply(assistant, "四家機器人公司裡哪些虧損收窄?").lines)
    assert not all(name in text for name in ("礪岑", "軸嵩", "拓汀", "雲瀾"))
