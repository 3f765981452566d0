"""The places, the firms and the model that a question asks for are what its answer must be of."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply

ARTICLES = (
    ("光能观察", "2026-03-12", """2025年全球逆变器出货684GW。曜枫光电(Yaofeng Solar)以112GW居首。
以需求地区看,中国占51%,欧洲17%,印度9%,美国8%,中东6%。
技术路线上,组串式占出货78%,集中式占12%,微型占7%。"""),
    ("机器人周刊", "2026-04-22", """衡枫机器人(Hengfeng Robotics)成立于2021年。主打产品R2负载85公斤,售价19.8万元;更大的R5负载160公斤,7月量产。"""),
    ("新股观察", "2026-01-15", """砚枫科技(Yanfeng Technology)1月14日递表。砚枫在国内加速卡市场排名第七,市占率约1.4%。
截至2025年9月底,公司有客户118家,其中最大客户云栈数据占营收34.2%。
募集资金拟将55%用于研发,20%用于软件生态,15%用于产能预订,其余补充营运资金。"""),
)  # fmt: skip


@pytest.mark.parametrize("question", ["逆变器出货第六到第十名是哪些公司?", "前五大逆变器厂去年合计占多少?", "衡枫R5的售价是多少?"])
def test_what_is_of_something_else_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = reply(assistant, question)
    assert not answer.answered, answer.lines


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("衡枫R2的售价是多少?", ("19.8万",)),
        ("砚枫在国内加速卡市场排第几名?市占率多少?", ("第七", "1.4%")),
        ("砚枫最大的客户是谁?占营收多少?", ("云栈", "34.2%")),
    ],
)
def test_what_is_asked_for_is_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(x in text for x in said), text
