"""Plain questions on what one sentence tells: where somebody was born, what a house says, a post, what is ordered."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("人物周刊", "2026-03-02", """Liang Qiaosong (梁喬松) founded Yunqi Micro in 2019. Liang Qiaosong was born in 1971 into a fishing family in Keelung.
Yunqi Micro's orders for clusters of over 10,000 GPU cards have a higher value."""),
    ("Panel Weekly", "2026-02-11", """Larkspur Research is a market research firm. Larkspur Research expects panel prices to rise another 8% in the second quarter of 2026."""),
    ("芯聞社", "2026-01-20", """霽原科技（Jiyuan Technology）截至2025年6月手握4份框架協議和18份銷售合同，總價值約9.63億元。
岑以衡是霽原科技的財務總監和董事會秘書。
霽原科技的旗艦卡JY300的主要指標比上一代JY200領先3到6倍。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("plain"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("where was Liang Qiaosong born?", "Keelung"),
        ("what does Larkspur say about panel prices in 2026 Q2?", "8%"),
        ("Who or what is Larkspur Research?", "market research firm"),
        ("霽原科技在手訂單有多少？", "在手訂單約9.63億元"),
        ("Jiyuan Technology backlog value", "CNY 963 million"),
        ("岑以衡在霽原科技身兼哪兩個職位？", "董事會秘書"),
        ("JY300 JY200 差距", "3到6倍"),
        ("Yunqi Micro orders involving clusters of more than how many GPUs carry a higher value?", "10,000"),
    ],
)
def test_what_one_sentence_tells_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and said in text, text
