"""What says something beside a question is no answer to it, and what says it in other words is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer
from bot.answers.lacking import leaves_out_a_part
from bot.assistant import Assistant
from kb.text import fold
from tests.bot.archives import asking
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2026-02-11", """霽光科技（Jiguang，688911.SH）預計2025年營收為6.2億元，比2024年增長118%，虧損縮小至0.4億元。霽光科技的營收增速領先，反映出客戶對其光模組的信任。這次虧損縮小說明良率爬坡已近尾聲。
根據公開資料，岱湖電子、朔原材料的營收增速在20%至35%之間，霽光科技118%的營收增速遠高於同業。霽光科技營收將連續三年保持高速增長。
岱湖電子2025年營收為9.1億元，比上年增長31%。岱湖電子的交換機銷往海外客戶。
霽光科技的募資將投向三個項目：雷射晶片產線、封裝測試中心、海外維修網。
光模組企業的每道工序都要自己摸索，良率上不去就要報廢。高報廢因此是這個行業的常態，不少廠商都有過相似的虧損。
霽光科技的M300晶片算力為420 TOPS。"""),
    ("晚報", "2026-02-20", """霽光科技創辦人溫若衡17歲考進浙江大學。浙江大學曾用的校名是清河工業專科學校和北嶺工學院。浙江大學由北嶺大學分建而成。
溫若衡在2012年創立霽光科技。霽光科技起初僅為了替醫院做內視鏡光源，後來轉做光模組。
朔原材料自2009年創立以來一直虧損。朔原材料用百卡叢集訓練了檢測模型鏡微。朔原材料管理層預計2026年薄膜行業增速將達兩位數。"""),
    ("Harbor Wire", "2026-02-12", """Larkfield Freight offers two kinds of contract according to customers' needs. Larkfield Freight's revenue rose 41% to $310 million in 2025. Larkfield Freight's revenue growth reflects a rush of orders for refrigerated cargo. Larkfield Freight received its last crane in March 2024 from a shipyard that makes another crane.
Brightmoor Capital hosted the chairman and the staff of Larkfield Freight on March 9, at its shipping day in Rotterdam. Tamsin Orrell is in charge of crane maintenance at Larkfield Freight.
The shipping association uses a kitchen to explain loading and sailing: loading is like chopping, and sailing is like frying.
Shippers' demand is changing from buying space to buying guaranteed delivery."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("beside"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霽光科技營收增長118%反映了什麼?", "信任"),
        ("霁光科技的亏损缩小说明什么?", "良率爬坡"),
        ("霽光科技營收增速意味著什麼?", "信任"),
        ("What does Larkfield Freight's revenue growth of 41% reflect?", "refrigerated"),
        ("What does the growth in Larkfield Freight's revenue point to?", "refrigerated"),
    ],
)
def test_what_a_figure_shows_is_not_told_by_the_figure(assistant: Assistant, question: str, said: str) -> None:
    assert said in said_of(assistant, question)


def test_what_another_firms_figure_shows_is_no_answer(assistant: Assistant) -> None:
    assert "信任" not in said_of(assistant, "岱湖電子的營收增長反映了什麼?")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霽光科技的營收增速跟哪幾家同業比較?", ("岱湖電子", "朔原材料")),
        ("霽光科技的營收已經連續幾年高速增長?", ("三年",)),
        ("浙江大學改名之前用過哪些校名?", ("清河工業專科學校", "北嶺工學院")),
        ("On what date did Brightmoor Capital meet Larkfield Freight's chairman in Rotterdam?", ("March 9",)),
        ("Who is in charge of crane maintenance at Larkfield Freight?", ("Tamsin Orrell",)),
        ("霽光科技的募資將投向哪三個項目?", ("雷射晶片", "封裝測試", "海外維修")),
        ("Which kinds of kitchen work does the association compare loading and sailing to?", ("chopping", "frying")),
        ("為什麼說虧損是光模組行業的共性?", ("良率上不去",)),
        ("溫若衡當初創立霽光科技是為了什麼?", ("內視鏡",)),
        ("朔原材料是哪一年創立的?", ("2009",)),
        ("M3OO的算力是多少?", ("420",)),
        ("鏡微是朔原材料在多大規模的叢集上訓練的?", ("百卡",)),
        ("朔原材料管理層預計2026年薄膜行業增速會到多少?", ("兩位數",)),
        ("What is shippers' demand shifting to from buying space?", ("guaranteed delivery",)),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = said_of(assistant, question)
    assert all(part in text for part in said), text


@pytest.mark.parametrize(
    "question",
    [
        "How many customers does Larkfield Freight have?",
        "岱湖電子有多少客戶?",
        "When will Larkfield Freight order its next crane?",
        "What does Larkfield Freight's revenue growth prove about its drivers' pay in Chile?",
    ],
)
def test_a_sentence_about_something_else_is_none(assistant: Assistant, question: str) -> None:
    assert "cranes" not in said_of(assistant, question) and not said_of(assistant, question).startswith(("Larkfield Freight offers", "Larkfield Freight received", "岱湖電子的交換機", "Larkfield Freight's revenue:"))


@pytest.mark.parametrize("question", ["霽光科技跟岱湖電子誰賣得多?", "霽光科技和岱湖電子,哪個快?"])
def test_who_does_more_of_what_no_figure_tells_is_refused(assistant: Assistant, question: str) -> None:
    assert not said_of(assistant, question)


def test_this_school_is_the_one_just_named(assistant: Assistant) -> None:
    assert "北嶺大學" in said_of(assistant, "溫若衡考進了哪所學校?", "這所學校是由哪所大學分建出來的?")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which university did Wen Ruoheng attend?", "浙江大學"),
        ("溫若衡念的是哪所大學?", "浙江大學"),
        ("Which university did Tamsin Orrell of Larkfield Freight go to?", ""),  # told of, but no school of hers
        ("Tamsin Orrell毕业于哪所学校?", ""),
    ],
)
def test_a_school_asked_for_is_named_in_the_answer(assistant: Assistant, question: str, said: str) -> None:
    answer = said_of(assistant, question)
    assert said in answer if said else not answer


def test_a_place_of_study_asked_for_beside_something_else_is_told_or_refused(assistant: Assistant) -> None:
    assert not said_of(assistant, "Who is in charge of crane maintenance at Larkfield Freight and where did she study?")
    assert "浙江大學" in said_of(assistant, "霽光科技由誰創立?他在哪裡念書?")


ROUNDS = (
    ("創投週報", "2026-03-02", """岑谷機器人的五年：三輪融資的來歷。岑谷機器人2021年在新竹成立。
天使輪是2021年8月，禾田創投投了2000萬元；2022年12月A輪1.5億元，青原資本領投；2024年6月B輪4億元，遠川基金領投，投後估值22億元。
岑谷機器人10月6日披露,截至9月末車隊規模860輛,6月末為510輛;目標今年底1,000輛,2027年底3,000輛。"""),
    ("Dock News", "2026-03-04", """Brothers Owen and Tamas Harrow founded Pellworth Robotics in 2009 in a former bakery outside Leeds."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("rounds"), *ROUNDS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岑谷機器人A輪募了多少 誰領投的", "青原資本領投"),
        ("岑谷機器人D輪募資多少", ""),  # of another round nothing is told
        ("岑谷機器人天使輪、A輪、B輪分別是誰領投的", "遠川基金領投"),
        ("岑谷機器人離年底的車隊目標還差多少輛?", "140輛"),
        ("Pellworth Robotics最早是誰搞起來的", "Owen and Tamas Harrow"),
        ("Who founded Pellworth Robotics?", "Owen and Tamas Harrow"),
    ],
)
def test_a_round_a_rest_and_founders_are_told_or_refused(rounds: Assistant, question: str, said: str) -> None:
    answer = said_of(rounds, question)
    assert said in answer if said else not answer


@pytest.mark.parametrize(
    ("question", "said", "left_out"),
    [
        ("葉某某在研究所擔任什麼職務?拿了什麼學位?", "葉某某任研究員,17歲考進大學。", True),
        ("葉某某在研究所擔任什麼職務?拿了什麼學位?", "葉某某任研究員,並獲碩士學位。", False),
        ("要是租的話一年多少?", "S2的售價為1,180萬元。", True),
        ("要是租的話一年多少?", "S2也可租用,每年260萬元。", False),
        ("What are the names of its four customers?", "Four customers, none of whom it names, account for 68% of revenue.", True),
        ("What are the names of its four customers?", "Its four customers are Alder, Birch, Cedar and Doum.", False),
        ("它有多厚?多重?", "厚4.1毫米。", True),
        ("它有多厚?多重?", "厚4.1毫米,重217克。", False),
    ],
)
def test_an_answer_that_leaves_out_a_part_is_none(rounds: Assistant, question: str, said: str, left_out: bool) -> None:
    asked = rounds._reader.read(question, "zh-Hant")
    answer = Answer(True, "zh-Hant", "passage", (said,))
    assert leaves_out_a_part(asked, answer, fold(said), "passage") is left_out
