"""What each of several costs, what all come to, what is left of a number, averages of counts, couples; two measures in one question."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("航運週報", "2026-04-02", """鴻遠客運4月1日公布,2025年營收13.1億元,稅後淨利1.4億元。三年來營收起伏很大:2023年12.4億元,2024年因油價飆升、路線縮減而掉到9.8億元,2025年則回到13.1億元。

公司同時宣布訂造6艘電動渡輪,每艘造價3,200萬美元,首艘2027年交付。

研究機構海測估計,鴻遠在東部航線的市占率為34%。"""),
    ("港口评论", "2026-05-06", """鸿远客运5月5日表示,咨询机构蓝标的数据显示,鸿远在东部航线的份额为29%,低于外界估计。

项目总投资由最初的12亿元追加到14.5亿元。"""),
    ("资本观察", "2026-06-24", """青穗种业23日在港交所主板挂牌,发售价46.8港元,最终收报68.4港元,涨幅46.2%。

创始人温若岚直接持股36.8%,丈夫、首席运营官季鸣远持股12.4%,外部股东中晨杉资本以9.7%居首。

青穗种业全国共有86家育种站,其中62家为直营,其余为加盟。旗舰产品“金穗一号”装袋机累计装机86台,进驻64家农场。

2025年营收9.3亿元,同比增长24%;净亏损0.6亿元。分红预案为每10股派现2.80元(含税),合计1.12亿元。"""),
    ("财经周刊", "2026-08-28", """临澜银行8月27日交出2026年中期成绩单。截至6月末,该行资产总额4826亿元;上半年营业收入58.3亿元,同比增长3.1%。

不良贷款率1.17%,较年初下降0.03个百分点。期末贷款余额2715亿元,其中对公贷款1768亿元。临澜银行目前有168家网点、6240名员工。"""),
    ("家居周报", "2026-02-27", """云帆家居披露2025年度业绩预告:预计全年实现营业收入25.6亿元至26.4亿元。2022年营收16.85亿元,2023年受地产低迷拖累,滑落至12.12亿元。

分业务看,装修仍是主力,预计实现收入约18亿元;设计约5.9亿元,是2024年(2.1亿元)的2.8倍;监理只有0.7亿元。"""),
    ("Harbour Daily", "2026-04-10", """Petrel Foods, the Leeds-based bakery chain, made a weak debut in London on April 9, closing at £2.18, or 5.2% below its offer price of £2.30.

Revenue rose 12% to £214 million in 2025, from £191 million a year earlier. Same-store sales, however, grew just 2.1%, against 7.8% in 2024.

At the end of December Petrel Foods ran 1,316 shops in 58 towns, of which 1,102 were directly operated and the rest franchised. It employs 8,400 people."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("archive"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Of a series whose measure is said once.
        ("鴻遠2024年營收多少?", ["9.8億元"]),
        ("鴻遠2025年營收比2024年多了多少?", ["相差3.3億元"]),
        ("云帆家居2023年营收是多少", ["12.12亿元"]),
        ("Compare Petrel Foods' same-store sales growth in 2025 and 2024.", ["2.1%", "7.8%"]),
        # What stands at a day, and two things in one question.
        ("临澜银行6月底不良贷款率多少?", ["1.17%"]),
        ("How many branches and employees does 临澜银行 have?", ["168", "6240"]),
        ("临澜银行对公贷款有多少?", ["1768亿元"]),
        ("青穗种业 营收 亏损 2025", ["9.3亿元", "0.6亿元"]),
        ("青穗种业每十股分多少 总共要派出去多少钱", ["2.80元", "1.12亿元"]),
        # Of a part.
        ("云帆家居设计2025年收入大概多少?", ["约5.9亿元"]),
        # Each, all, the rest, on average, together, by how much.
        ("鴻遠訂的電動渡輪一艘多少錢?", ["3,200萬美元"]),
        ("鴻遠六艘電動渡輪總共多少錢?", ["1.92億美元"]),
        ("How many of Petrel Foods' shops are franchised?", ["214 shops (= 1,316 shops − 1,102)"]),
        ("青穗的育種站有幾家是加盟的", ["24家 (= 86家 − 62家)"]),
        ("金穗一号平均每家农场装了几台?", ["1.34台"]),
        ("青穗種業創辦人夫婦兩個加起來持股多少?", ["合計49.2%"]),
        ("鸿远项目总投资追加了多少?", ["相差2.5亿元"]),
        # The first day, and what two sources tell differently.
        ("青穗种业首日收在多少港元?", ["68.4港元"]),
        ("What did Petrel Foods close at on its first day?", ["£2.18"]),
        ("鴻遠在東部航線的市占率是多少?", ["34%", "29%"]),
    ],
)
def test_a_figure_that_is_asked_for_is_told(assistant: Assistant, question: str, said: list[str]) -> None:
    answer = reply(assistant, question)
    text = "\n".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(s in text for s in said), text
    assert answer.sources


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("云帆家居监理2025年收入多少?", "25.6亿元"),  # that of all is none of a part
        ("临澜银行对公贷款有多少?", "贷款余额为2715"),
        ("青穗种业总共派多少钱?", "分红为每10股"),
        ("青穗种业有几家直营育种站?", "24家"),
        ("鴻遠的巴士一輛多少錢?", "3,200萬"),
    ],
)
def test_no_other_figure_is_told_for_it(assistant: Assistant, question: str, never: str) -> None:
    answer = reply(assistant, question)
    assert never not in "\n".join([*answer.lines, *answer.quotes][:1])


@pytest.mark.parametrize(
    "question",
    [
        "临澜银行非员工有多少人?",  # those that a measure does not count
        "推算一下临澜银行去年上半年的贷款余额是多少",  # what it is to be worked out from is not the result
    ],
)
def test_what_is_not_told_is_not_answered_by_what_is(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


def test_without_one_off_items_is_no_exclusion(tmp_path_factory: pytest.TempPathFactory) -> None:
    article = ("面板報", "2026-03-27", "屹汀顯示2025年淨利潤16.02億元,扣非淨利潤14.37億元。")
    with asking(tmp_path_factory.mktemp("oneoff"), article) as assistant:
        assert "14.37" in "\n".join(reply(assistant, "屹汀显示去年扣非赚了多少").lines)


def test_a_figure_of_another_year_is_none_of_the_year_a_day_is_of(tmp_path_factory: pytest.TempPathFactory) -> None:
    article = ("園藝報", "2026-02-05", "草岳研究公布割草機排行。她預估2026年割草機出貨將達405萬台,但也警告歐盟去年12月展開的調查。")
    with asking(tmp_path_factory.mktemp("years"), article) as assistant:
        assert "405" not in "\n".join([*(a := reply(assistant, "2025年割草機出貨多少台?")).lines, *(a.quotes if a.answered else ())])


def test_revenue_and_profit_are_not_told_by_shares_of_revenue(tmp_path_factory: pytest.TempPathFactory) -> None:
    article = ("人物誌", "2026-01-19", "語汀科技2025年營收7.3億元,淨利4,150萬元。語汀科技營收中日本佔41%,台灣佔26%,越南佔12%。")
    with asking(tmp_path_factory.mktemp("shares"), article) as assistant:
        lines = "\n".join(reply(assistant, "語汀科技2025年營收和淨利各多少?").lines)
        assert "7.3" in lines and "4,150" in lines
