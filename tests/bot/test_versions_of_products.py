"""Products named by a word and a number, their versions, and what a firm offers; whose the figures of each are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.state import State
from tests.bot.archives import asking, reply

ARTICLES = (
    ("家電前線", "2026-03-11", """清洁电器企业霖峰科技3月10日在苏州发布扫拖机器人云梭9,分为标准版、Pro版和旗舰版三个版本,售价分别为2599元、3299元和4199元。
云梭9标准版吸力为12000Pa,电池容量5200mAh,重4.1公斤;Pro版电池容量6400mAh,重4.6公斤;旗舰版电池容量7000mAh,重4.9公斤。"""),
    ("Spoke Weekly", "2026-04-02", """Danish bicycle maker Harvik on Thursday unveiled the Nimbus 4, an electric city bike that comes in two versions: the Nimbus 4 and the Nimbus 4 Plus. The Nimbus 4 costs $1,890 and the Nimbus 4 Plus costs $2,450.
The Nimbus 4 has a 400Wh battery and weighs 17.2kg; the Nimbus 4 Plus has a 620Wh battery and weighs 19.8kg. The Plus has a range of 140 kilometres."""),
    ("藥聞快遞", "2026-01-20", """沐岑製藥昨日公布研發進度。主力產品「舒渡寧」是偏頭痛口服藥,2023年6月獲批。第二款產品「瀾止平」用於慢性咳嗽,2025年9月獲批上市。用於罕見皮膚病的「霜解清」還在三期臨床,預計2027年申報。
沐岑製藥成立於2014年,員工約820人。"""),
    ("商用車參考", "2026-05-15", """岱川汽车5月14日推出电动重卡驮山E7,提供充电版和换电版两个版本,价格分别为46.8万元和52.3万元。充电版搭载400kWh电池,续航280公里;换电版搭载350kWh电池,续航240公里。驮山E7的上一代驮山E5去年卖出6200辆。
全系标配自动紧急制动,质保五年。"""),
    ("無人機報", "2026-02-20", """鸢衡科技目前的主力机型Q2是六旋翼设计,最大载重2公斤,航程18公里。下一代的Q6改采倾转旋翼,载重提高到5公斤,航程拉长到50公里。"""),
    ("掌上週刊", "2026-06-05", """新創盒境科技(Boxen)在台北發表 handheld console「Drift」系列,分為 Drift 與 Drift Pro 兩個版本。
價格上,Drift 為 NT$12,900,Drift Pro 為 NT$19,990;港版分別是 HK$3,280 與 HK$5,080。RAM 分別為 16GB 與 24GB,SSD 分別是 512GB 與 1TB。機身有黑白兩色,Pro 只有黑色。保固兩年。前作 Drift Mini 賣出3萬台。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over these articles."""
    with asking(tmp_path_factory.mktemp("versions"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云梭9 Pro版多少钱", "3299元"),
        ("云梭9旗舰版比标准版贵多少", "相差1600元"),
        ("云梭9哪个版本最重", "重量最高的是云梭9旗舰版：4.9公斤"),
        ("How much is the Nimbus 4 Plus?", "$2,450"),
        ("nimbus4 plus weight", "19.8kg"),
        ("Which version of the Nimbus 4 has the bigger battery?", "by 220 Wh"),
        ("How much more expensive is the Nimbus 4 Plus than the Nimbus 4?", "USD 560"),
        ("range of the Nimbus 4 Plus", "140 kilometres"),
        ("驮山E7换电版多少钱", "52.3万元"),
        ("驮山E7哪个版本续航更长", "驮山E7充电版较高，相差40公里"),
        ("驮山E7的质保多久", "驮山E7的保固期为五年"),
        ("驮山E5去年卖了多少辆", "6200辆"),
        ("鳶衡Q2和Q6的載重、航程比較一下", "Q6較高，相差32公里"),
        ("Drift Pro在台灣賣多少錢?", "19,990"),
        ("Drift Pro in Hong Kong, what does it cost?", "HK$5,080"),
        ("Drift Pro的SSD多大", "1TB"),
        ("Drift兩個版本RAM各多少", "Drift Pro的記憶體容量為24GB"),
        ("What versions does the Drift come in?", "Drift and Drift Pro."),
        ("沐岑製藥有哪三款產品?", "舒渡寧、瀾止平和霜解清"),
        ("沐岑的第二款產品叫什麼?", "瀾止平"),
    ],
)
def test_each_version_has_its_own_figures(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in "\n".join(answer.lines), answer.lines


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("Drift Pro的保固多久", "Drift Pro"),  # of both, not of the one named last
        ("驮山E7换电版卖了多少辆", "6200"),  # of the one before
        ("鳶衡Q2營收多少", "公斤"),  # a quarter, where results are asked for
        ("Drift Mini多少錢", "12,900"),
    ],
)
def test_no_version_has_another_ones_figure(assistant: Assistant, question: str, unsaid: str) -> None:
    answer = reply(assistant, question)
    assert not answer.answered or unsaid not in answer.lines[0], answer.lines


def test_a_follow_up_names_only_the_version(assistant: Assistant) -> None:
    _, state = assistant.reply("Drift多少錢", State())
    answer, _ = assistant.reply("那Pro呢?", state)
    assert "19,990" in answer.lines[0]
