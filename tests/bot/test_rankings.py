"""Rankings told over several sentences and paragraphs, lists told by name, and rows of the kind asked for."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("厨电观察", "2026-03-10", """研究机构砚台咨询3月9日发布报告,2025年中国破壁机销量为612万台,同比增长18.3%。米岚电器(Milaron)以148万台、24.2%的市占率,首次挤下连庄三年的拓坊科技(Tofang)。

拓坊科技销量117万台居次,占19.1%;第三是荷兰Brunnel,71万台,份额11.6%。佰萃以44万台、7.2%名列第四,由前一年的第八名跃升,61%的增速为前五之最;禾榆电器卖出39万台,占6.4%,排名第五,比上年减少8%。

按类型分,半自动占41%,全自动占28%,手持式占22%,其他占9%。以地区区分,华东占37%,华南24%,华北22%,西部17%。"""),
    ("吊裝週刊", "2026-03-12", """調研公司昂途12日公布2025年全球高空車調查,全年出貨3.9萬台。
以出貨量計,匯嵊重工(Huisheng)出貨8,900台奪冠,市占22.8%;Kranwerk以8,120台退居第二,占20.8%,年減11%;韓國的大瀚工業5,430台排第三,占13.9%。第四至第六名依次為聯鋒機械4,010台(升44%)、Levage 2,600台(跌3%),以及首次上榜的雲雀1,900台。"""),
    ("Parking Review", "2026-03-03", """Tracker Oakline on Tuesday published its 2025 ranking of parking software vendors in Europe, a market worth EUR 6.2 billion.
Vanna Systems kept the top spot with sales of EUR 1.14 billion, a share of 18.4 per cent. Harrowell came second with EUR 930 million, or 15.0 per cent, followed by Nordpay with EUR 812 million (13.1 per cent). Tessaly, which jumped from ninth to fourth, booked EUR 497 million, a rise of 58 per cent and the fastest growth. Brightledger was fifth at EUR 372 million, down 4 per cent, and Mercoda rounded out the top six with EUR 285 million, up 1 per cent."""),
    ("手机快讯", "2026-03-08", """澜石科技3月8日在雅加达发布新机Vero 9,机身有曜石黑、冰川蓝和落日橙三色,一口气推出标准、Plus、Ultra三个版本。首批合作运营商包括Telindo、Maxcel以及Orion Mobile。澜石科技去年营收最多的五个国家依次是印尼、印度、墨西哥、埃及和波兰,分别贡献22%、18%、13%、9%和7%。"""),
    ("農商報", "2026-02-20", """穗城農商行(601992.SH)公布2025年年報。年末貸款餘額1,820億元,其中公司貸款1,050億元,個人貸款610億元,票據貼現160億元。不良率方面,製造業1.02%,批發零售業2.31%,房地產業4.15%,個人1.44%。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("rankings"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2025年破壁机销量前五名是哪些公司?", "米岚 拓坊 Brunnel 佰萃 禾榆"),
        ("破壁机前五名里谁卖得最少?", "禾榆 39万"),
        ("破壁机前五名里谁增长最快?", "佰萃 61%"),
        ("破壁机前五名里谁销量冲得最快?", "佰萃 61%"),
        ("破壁机卖得最多的是哪家?", "米岚 148万"),
        ("Brunnel去年卖了多少台破壁机?", "71万"),
        ("米岚电器和佰萃2025年销量各多少?", "148万 44万"),
        ("佰萃的市占率是多少?", "7.2%"),
        ("按类型分,破壁机各占多少?", "41% 28% 22% 9%"),
        ("2025年高空車出貨前六名有哪些廠商?", "匯嵊 Kranwerk 大瀚 聯鋒 Levage 雲雀"),
        ("雲雀去年出貨幾台?", "1,900"),
        ("高空車前六名裡出貨最少的是誰?", "雲雀 1,900"),
        ("高空車前六名裡誰出貨跌最多?", "Kranwerk 11%"),
        ("Who are the top six parking software vendors in Europe?", "Vanna Harrowell Nordpay Tessaly Brightledger Mercoda"),
        ("Which of the top six sold the least parking software?", "Mercoda 285"),
        ("Which of the top six parking vendors grew fastest?", "Tessaly 58"),
        ("Compare the 2025 sales of Harrowell and Tessaly.", "930 497"),
        ("What colours does the Vero 9 come in?", "曜石黑 冰川蓝 落日橙"),
        ("Vero 9有几个版本?分别叫什么?", "Plus Ultra"),
        ("首批合作运营商有哪些?", "Telindo Maxcel Orion"),
        ("澜石科技营收最多的四个国家是哪些?", "印尼 印度 墨西哥 埃及"),
        ("穗城農商行的貸款由哪幾部分組成?", "公司貸款 個人貸款 票據貼現"),
    ],
)
def test_what_a_ranking_or_a_list_tells(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    told = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered, told
    assert [s for s in said.split() if s not in told] == []


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Which blender maker sold the most in 2025?", "华东"),  # a region is no maker
        ("破壁机前八名是哪些公司?", "禾榆"),  # of eight, five are told
        ("高空車廠商裡哪家賣最貴?", "8,900"),
        ("拓坊科技去年卖了多少台破壁机?", "148万"),
    ],
)
def test_what_is_never_told(assistant: Assistant, question: str, never: str) -> None:
    answer = reply(assistant, question)
    assert never not in " ".join([*answer.lines, *answer.quotes]) or not answer.answered


def test_what_people_did_is_no_list_of_them(tmp_path) -> None:  # type: ignore[no-untyped-def]
    article = ("物流報", "2026-02-10", "凜途科技由陸若夏與表弟邵其安於2020年創立。「故事漂亮,數字要打折。」一位參與盡調的投資人告訴本刊。")
    with asking(tmp_path, article) as assistant:
        assert reply(assistant, "What did 凜途科技's two founders disagree about?").kind != "list"
        assert "answered by: named list" not in reply(assistant, "凜途科技的投資人有哪些?").explanation


def test_a_market_is_more_than_its_makers_told_of(tmp_path) -> None:  # type: ignore[no-untyped-def]
    article = ("園報", "2026-02-05", "草岳機器人2025年出貨71.8萬台。瀾牧科技2025年出貨62.4萬台。")
    with asking(tmp_path, article) as assistant:
        assert "134.2" not in " ".join(reply(assistant, "2025年全球總共出貨多少台?").lines)
        assert "134.2" in " ".join(reply(assistant, "兩家公司2025年總共出貨多少台?").lines)
