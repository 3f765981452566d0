"""Several told side by side, a stretch of text each: which is first, both of two, all of them, and when nothing is said."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("電梯月刊", "2026-05-18", """四家電梯廠第一季財報全數公布,合計營收412億元。
四家之中,Hallmere Lifts仍居首位,第一季電梯營收163億元,年增6%,毛利率21.4%,在手訂單480億元。第二名嵩禾機電營收118億元,年增14%,毛利率26.2%,在手訂單295億元;其中維保占比已達38%。

成長最快的是岳泰升降:營收74億元,年增31%。代價是毛利率只有15.8%。其在手訂單達210億元。

唯一衰退的是Brenlock Nord,營收57億元,年減5%,在手訂單僅96億元,毛利率卻有33.1%。"""),
    ("車庫誌", "2026-04-02", """我們把三款15萬級電動休旅拉到一起比較:澄馳M5、嶼行K3和岳途R7。
澄馳M5搭載74度電池,續航560公里,零百加速6.1秒。嶼行K3的電池容量為81度,續航640公里,零百加速5.4秒。岳途R7電池62度,續航480公里,零百加速7.9秒。
三月銷量方面,澄馳M5交付8,420輛,嶼行K3交付6,115輛,岳途R7交付11,930輛。"""),
    ("Shaft & Ship", "2026-04-20", """Tarlowe Minerals produced 148,000 tonnes of zinc in the first quarter, with three of its four mines ahead of plan.

Alto Merin in Peru remains the biggest. It produced 66,000 tonnes, up 5%, at a cash cost of $0.92 a pound.

Namibia's Okara mine turned out 41,000 tonnes, a rise of 17%, at $1.08 a pound.

Production at Belzan, in Kazakhstan, was 29,000 tonnes, 3% more than a year ago. Its cash cost of $0.71 a pound was the lowest in the group.

The trouble is at Dry Ridge in Nevada, where a flood in January cut output by 44% to 12,000 tonnes and sent costs to $2.10 a pound."""),
    ("通路報", "2026-05-10", """家居量販禾嶼生活第一季營收92億元,年增4.1%。
截至3月底,禾嶼生活共有208家門市。
比較同業,龍頭滿盈倉首季營收131億元,年增2.2%,門市164家;以社區小店起家的樂選鋪營收48億元,年增15.3%,門市355家。"""),
    ("港仓观察", "2026-06-30", """各園區中,青嶼園區面積74萬平方公尺、空置率2.2%,每坪月租金1,080元;沙湖園區面積41萬平方公尺、空置率11.6%,每坪月租金720元;北岬園區面積58萬平方公尺、空置率6.3%,每坪月租金890元。"""),
    ("芯事", "2026-06-02", """澜岸微电子有三条产品线。2025年,射频芯片收入5.2亿元,占52%;接口芯片收入3.1亿元,占31%;存储控制芯片收入1.7亿元,占17%。三条产品线的毛利率依次为28.4%、41.7%和35.0%。"""),
    ("Harbour Trade", "2026-02-12", """Velmar Logistics said on Thursday that fourth-quarter net profit fell 18.2% to US$96.4 million. Its revenue was US$7.06 billion.

Contract logistics was the bright spot: its quarterly revenue rose 12.6% to US$748 million. Air freight revenue dropped 7.9% to US$612 million. Ocean freight brought in US$318 million, down 4.1%. Tonnage there actually grew 2.2% to 284,000 tonnes."""),
    ("家电观察", "2026-03-18", """屋顶清洗机器人厂商澈屿智能递交了招股书。

按2025年零售额计,澈屿智能在全球洗顶机器人市场的市占率为23.4%,排名第一;第二名、来自韩国的瀚晴科技为15.9%。而在割草机器人领域,其份额只有4.2%,位列第六。

瀚晴科技去年在首尔上市。"""),
    ("通路週刊", "2026-06-10", """四家水泥廠上半年的帳都不好看。
論規模,嘉屏水泥以184.6億元營收居首,年減7.2%;北塢水泥142.3億元,年減11.5%;岩汀水泥97.8億元,年減3.1%;江笠水泥63.5億元,年增1.9%。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("sidebyside"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("四家電梯廠中哪家毛利率最高?", "Brenlock 33.1%"),
        ("四家電梯廠中哪家毛利率最低?", "岳泰 15.8%"),
        ("第一季哪家電梯廠成長最快?", "岳泰 31%"),
        ("嵩禾機電和岳泰升降的毛利率各是多少?", "26.2% 15.8%"),
        ("Compare the order backlogs of 嵩禾機電 and Brenlock Nord", "295 96"),
        ("四家電梯廠的在手訂單加起來是多少?", "1081"),
        ("三款電動休旅哪款續航最長?", "嶼行K3 640"),
        ("三款車3月銷量各多少?", "8,420 6,115 11,930"),
        ("Which Tarlowe mine has the lowest cash cost?", "Belzan 0.71"),
        ("Tarlowe哪座礦的產量增幅最大?", "Okara 17%"),
        ("How much zinc did Alto Merin and Okara each produce in the first quarter?", "66,000 41,000"),
        ("哪個園區的空置率最高?", "沙湖 11.6%"),
        ("澜岸微电子三条产品线里哪条毛利率最高?", "接口 41.7%"),
        ("盤點的是哪四家電梯廠?", "Hallmere 嵩禾 岳泰 Brenlock"),
        ("滿盈倉和樂選鋪哪家門市多?", "355 164"),
        ("禾嶼生活、滿盈倉、樂選鋪哪家門市最多?", "樂選鋪 355"),
        ("嵩禾機電、岳泰升降和 Brenlock Nord的在手訂單合計多少?", "601"),
        ("What is Velmar's largest division by quarterly revenue?", "Contract logistics 748"),
        ("澈屿智能和瀚晴科技谁的洗顶机器人份额大?", "23.4 15.9"),
        ("四家水泥廠哪家營收掉得最兇?", "北塢 11.5"),
        ("四家水泥廠哪家營收掉最慘?", "北塢 11.5"),
    ],
)
def test_sides(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered, question
    text = " ".join([*answer.lines, *answer.quotes])
    assert all(word in text for word in said.split()), text


@pytest.mark.parametrize(
    "question",
    [
        "五家電梯廠中哪家毛利率最高?",  # four are told of
        "四家電梯廠中哪家員工最多?",
        "嵩禾機電和青禾電梯的毛利率哪個高?",  # one of two
    ],
)
def test_none_is_said(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
