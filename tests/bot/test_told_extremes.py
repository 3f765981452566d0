"""Extremes that a sentence says in so many words: quoted, if it is about whom and what is asked."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply

ARTICLES = (
    ("招股解码", "2026-03-20", """翎川科技3月19日递表港交所。翎川科技2025年营收为24.1亿元。
海外收入占比由9.2%升至31.4%,巴西是最大的单一海外市场,其后为泰国、越南。"""),
    ("Boxwatch Daily", "2026-02-12", """Spot box rates slid again after the holiday, the Harrow index showed. The index tracks eight lanes.
The cheapest lane tracked remains Shanghai-Santos at $1,390, less than a fifth of its 2024 peak of $7,350."""),
    ("浆纸商情", "2026-03-18", """针叶浆连三涨,法人对下半年看法分歧。盘川投顾预估,针叶浆第二季均价为780至800美元。
国际研究机构Kestow Research的马丁最为乐观,认为价格6月将触及820美元的高点。"""),
    ("The Docket", "2025-07-08", """The conduct authority has fined payments firm Kestow Pay £28.7 million, the second-largest fine imposed on a payments firm."""),
    ("Straits Journal", "2026-02-12", """Corvane Logistics said on Thursday that fourth-quarter net profit fell 18.2% to $96.4 million.
Contract logistics was the bright spot: its quarterly revenue rose 12.6% to $748 million, overtaking air freight as the group's biggest business."""),
    ("南洋電訊", "2026-05-14", """联溪通信周四公布,首季净利2.63亿令吉。
增长最快的是家庭宽带,营收3.12亿令吉,升22%。最大股东为鼎溪化工,持股21.4%。"""),
    ("Ferry Times", "2026-03-01", """Tamsel Ferries reported a loss for 2025. Wages, the largest cost, rose 5% to $41 million. Operating expenses totalled $120 million."""),
    ("船市", "2026-03-02", """浦茂船舶3月1日宣布，与南汀航运签订12艘渡轮合约，合约金额86亿元，是公司成立以来最大单笔订单。浦茂船舶2025年在手订单210亿元，交付到2029年。
五名基石投资者认购浦茂船舶6亿元股份，其中鹤洲基金认购2亿元，为最大一名。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("翎川在国外卖得最好的是哪三个国家?", ("巴西", "泰国", "越南")),
        ("what's the cheapest lane in the Harrow index story?", ("Santos", "$1,390")),
        ("哪个机构对针叶浆最看多?", ("马丁", "820美元")),
        ("联溪哪块业务增长最快?", ("家庭宽带", "22%")),
        ("Which part of 联溪's business is growing the quickest?", ("家庭宽带",)),
        ("谁是联溪的第一大股东?", ("鼎溪",)),
        ("Tamsel最大的開支項目是什麼?", ("Wages",)),
        ("What is Tamsel's biggest cost?", ("Wages",)),
        ("浦茂船舶有史以来接到的最大一单是哪个?", ("86亿元",)),
        ("浦茂最大的基石投资者是谁?", ("鹤洲",)),
        ("What is Corvane's largest business by quarterly revenue?", ("Contract logistics", "$748 million")),
    ],
)
def test_the_sentence_that_says_it(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert all(x in text for x in said), text


@pytest.mark.parametrize("question", ["翎川最便宜的产品是哪个?", "What is Corvane's smallest business?", "哪个机构对针叶浆最看空?", "What was the largest fine ever imposed on a payments firm?", "联溪哪块业务下滑最快?", "翎川哪块业务增长最快?", "联溪2023年哪块业务增长最快?", "Tamsel最大的股東是誰?"])
def test_another_extreme_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = reply(assistant, question)
    assert not answer.answered, answer.lines
