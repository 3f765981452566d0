"""Names and words as people type them: in pinyin, shortened, in English, misspelt."""

from contextlib import closing

import pytest

from bot.contentwords import blank
from bot.listed import listed
from bot.respelling import Respelling
from bot.shorthand import in_words
from bot.shortperiods import in_full
from bot.state import State
from kb.text import fold
from tests.bot.archives import library, reply

ARTICLES = (
    ("面板紀要", "2026-03-27", """屹澄显示3月26日晚发布2025年年报：全年营业收入387.42亿元，归母净利润21.05亿元。
3月26日，滙濤港口控股公布，2025年收入為85.2億港元。
另一家新势力翎沅汽车3月交付2万辆。翎沅汽车2025年营收为64亿元。"""),
    ("Harbour Retail Journal", "2026-02-12", """Linshuo Beauty Group's 2025 net sales rose 14.2% to 6.31 billion yuan. Linshuo Beauty earns less.
Linshuo will shut 62 of its 415 counters. Founder Qiu Linshuo, a former chemistry teacher, owns 39.6%."""),
    ("医械周刊", "2025-10-20", """联合创始人、首席技术官马丁·克尔瓦尔德(Martin Kehrwald)曾在慕尼黑任教。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("yicheng xianshi 2025 jinglirun duoshao", "21.05亿元"),
        ("Yicheng Display's 2025 net profit", "2.105 billion"),
        ("what was yicheng's net profit in 2025?", "2.105 billion"),
        ("Yicheng Disply net profit 2025", "2.105 billion"),
        ("Huitao Ports revenue 2025?", "8.52 billion"),
        ("Huitao Port Holdings revenue 2025?", "8.52 billion"),
        ("Lingyuan Auto March deliveries", "20,000"),
        ("Linshuo 2025 revenue?", "6.31 billion"),
        ("Linshuo cosmetics 2025 revenue", "6.31 billion"),
        ("克爾瓦爾德是誰", "慕尼黑"),
        ("Who is Martin Kehrwald?", "慕尼黑"),
        # whole questions in pinyin
        ("lingyuan qiche he yicheng xianshi na jia yingshou gao", "屹澄显示较高"),
        ("lingyuan qiche 3 yue jiaofuliang", "2万辆"),
        ("huitao gangkou 2025 nian shouru", "85.2亿港元"),
        ("yicheng xianshi 2025 nian guimu jinglirun shi duoshao", "21.05亿元"),
        # misspelt words
        ("Lingyuan Auto 2025 revenu", "6.4 billion"),
        ("Yicheng Display net proft 2025", "2.105 billion"),
        ("Linshuo Beuty Group 2025 revnue", "6.31 billion"),
        ("屹澄显示2025年印收多少", "387.42亿元"),
        ("翎沅汽车3月教付了多少台", "2万辆"),
    ],
)
def test_a_name_is_known_as_it_is_typed(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer


@pytest.fixture(scope="module")
def respelling(tmp_path_factory):
    with closing(library(tmp_path_factory.mktemp("respelt"), *ARTICLES)) as opened:
        yield Respelling(opened)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("net proft in the first haf", "net profit in the first half"),
        ("how menny employes", "how many employes"),
        ("sharre of revenue from grafics", "share of revenue from graphics"),
        ("the biggest hardwear maker", "the biggest hardware maker"),
        ("2025年营业收人", "2025年营业收入"),
        ("哪几家发了业积预告", "哪几家发了业绩预告"),
        ("倒推一下", "倒推一下"),
        ("divident paymnt", "dividend payment"),
        ("shipmnts in the third quater", "shipments in the third quarter"),
        ("what is zomato", "what is zomato"),
        ("the Proftable Foo", "the Proftable Foo"),
        ("yaxin holding", "yaxin holding"),
        ("whos the boss and wat isnt", "whos the boss and watt isnt"),
        ("net porfit and the fien", "net profit and the fine"),
        ("毛力率", "毛利率"),
        ("研发头入", "研发投入"),
        ("婚期造街", "婚期造街"),
        ("新加的員工是多少", "新加的員工是多少"),
        ("多派了多少", "多派了多少"),
        ("究竟亏损多少", "究竟亏损多少"),
    ],
)
def test_a_misspelt_word_is_put_right_where_it_is_clear(respelling, typed: str, meant: str) -> None:
    assert respelling.mended(typed, fold(typed)) == meant


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("What is 棹影?", "en"),
        ("Who replaced 沈望秋 as 屹澄's chairman?", "en"),
        ("revenue of 靜瀾科技 in 2025", "en"),
        ("Linshuo 2025 配息", "zh-Hant"),
        ("Linshuo 的 CEO 是誰", "zh-Hant"),
        ("Linshuo C600 IP架构", "zh-Hans"),
        ("屹澄的CEO是干嘛的", "zh-Hans"),
        ("屹澄和翎沅哪家公司市值高", "zh-Hans"),
        ("屹澄C系列里最便宜的", "zh-Hans"),
        ("翎沅在北海道里程多少", "zh-Hant"),
        ("yicheng xianshi shi shenme gongsi", "zh-Hans"),
    ],
)
def test_the_words_that_are_no_names_tell_the_language(assistant, question: str, lang: str) -> None:
    assert reply(assistant, question).lang == lang


@pytest.mark.parametrize(
    ("typed", "named", "meant"),
    [
        ("屹澄显示的毛利律", True, "屹澄显示的毛利率"),  # 毛利 is a measure too
        ("屹澄显示的静利润", True, "屹澄显示的净利润"),
        ("屹澄显示公怖", True, "屹澄显示公布"),  # a word that the archive holds
        ("屹澄显示公怖", False, "屹澄显示公怖"),  # it may be a name
        ("屹澄显示的毛利是", True, "屹澄显示的毛利是"),
    ],
)
def test_of_what_is_known_in_part_one_character_is_put_right(respelling, typed: str, named: bool, meant: str) -> None:
    folded = fold(typed)
    rest = blank(folded, [(s.start, s.end) for s in respelling._names.find(folded)])
    assert respelling.mended(typed, rest, named) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Yicheng 4Q'25 revenue", "Yicheng 2025Q4 revenue"),
        ("Yicheng Q4-25 revenue", "Yicheng 2025Q4 revenue"),
        ("Yicheng FY25 Q4 revenue", "Yicheng 2025Q4 revenue"),
        ("Yicheng FY'25 revenue", "Yicheng FY2025 revenue"),
        ("Yicheng 9M25 revenue", "Yicheng first nine months of 2025 revenue"),
        ("屹澄 9M25 營收", "屹澄 2025年前三季 營收"),
        ("屹澄 Q1-Q3 2025", "屹澄 2025年前三季"),
        ("屹澄25H1营收", "屹澄2025年H1营收"),
        ("屹澄25年前三季度", "屹澄2025年前三季度"),
        ("屹澄二五年營收", "屹澄2025年營收"),
        ("Dec'25 deliveries", "December 2025 deliveries"),
        ("stores at end-Sept 25", "stores at end of September 2025"),
        ("headcount YE24", "headcount end of 2024"),
        ("那24呢?", "那2024年呢?"),
        ("24年的呢", "2024年的呢"),
        # what is no year
        ("25年前創立的", "25年前創立的"),
        ("margin rose in Q4 25%", "margin rose in Q4 25%"),
        ("Q4 25亿", "Q4 25亿"),
        ("Q1 20 people", "Q1 20 people"),
        ("iPhone 17 Q4 shipments", "iPhone 17 Q4 shipments"),
        ("the top 25 Q1 sellers", "the top 25 Q1 sellers"),
        ("二十年", "二十年"),
    ],
)
def test_years_and_their_parts_are_typed_short(typed: str, meant: str) -> None:
    assert in_full(typed) == meant
    assert in_full(meant) == meant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("屹澄显示25营收", "387.42亿元"),
        ("屹澄显示 25归母净利多少", "21.05亿元"),
        ("屹澄显示营收25?", "387.42亿元"),
        ("yicheng display 25 net profit", "2.105 billion"),
        ("Yicheng Display revenue 25", "38.742 billion"),
        ("屹澄显示25年报 营收", "387.42亿元"),
        ("屹澄显示24营收", ""),
        ("屹澄显示24 vs 25营收", ""),
        ("屹澄显示前25营收", ""),
    ],
)
def test_a_number_of_two_digits_beside_a_measure_is_a_year(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered is bool(said), answer
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Linshuo mkt cap", "Linshuo market cap"),
        ("Linshuo GM 2025", "Linshuo gross margin 2025"),
        ("屹澄GM多少", "屹澄毛利率多少"),
        ("Linshuo new TP from the analyst", "Linshuo new target price from the analyst"),
        ("Linshuo interim divi?", "Linshuo interim dividend?"),
        ("max # of counters", "max number of counters"),
        ("wen did u say they list", "when did you say they list"),
        ("counters and revenue yoy %", "counters and revenue yoy"),
        ("營收+淨利", "營收、淨利"),
        ("fleet size + number of cities", "fleet size and number of cities"),
        ("多了几个亿", "多了几亿"),
        ("屹澄 營收額", "屹澄 營收"),
        ("邱林碩幾年進屹澄的", "邱林碩哪年加入屹澄的"),
        ("林 屹澄年資", "林 屹澄工作幾年"),
        ("換成翎沅", "那翎沅呢?"),
        ("翎沅又是多少", "翎沅呢?"),
        ("and Lingyuan same period?", "and Lingyuan?"),
        ("thanks, and Lingyuan?", "and Lingyuan?"),
        ("the Alpha series as % of 2024 sales", "what share of 2024 sales comes from the Alpha series"),
        ("can u explain what LM-2 is", "what is LM-2"),
        # what is something else
        ("Who is the GM of Linshuo?", "Who is the GM of Linshuo?"),
        ("how much revenue did GM book", "how much revenue did GM book"),
        ("U.S. revenue of Linshuo", "U.S. revenue of Linshuo"),
        ("A+H股", "A+H股"),
        ("Foo+ revenue", "Foo+ revenue"),
        ("賠償限額", "賠償限額"),
        ("員工平均年資", "員工平均年資"),
        ("花了幾年進入市場", "花了幾年進入市場"),
        ("換成美元是多少", "換成美元是多少"),
        ("換手率", "換手率"),
        ("R&D as a percentage of revenue", "R&D as a percentage of revenue"),
        ("收到多少訂單", "收到多少訂單"),
    ],
)
def test_short_forms_are_written_out(typed: str, meant: str) -> None:
    assert in_words(typed) == meant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("屹澄显示25营收、归母净利", "21.05亿元"),
        ("屹澄显示 代码", ""),
        ("滙濤港口 24收入、代號", ""),
    ],
)
def test_things_asked_in_a_row_are_all_answered_or_none(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered is bool(said), answer
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("屹澄显示2025营收、员工总数?", ["屹澄显示2025营收", "屹澄显示2025员工总数"]),
        ("屹澄显示 发行价 / 首日收盘价", ["屹澄显示 发行价", "屹澄显示首日收盘价"]),
        ("Yicheng Display revenue + number of plants", ["Yicheng Display revenue", "Yicheng Display number of plants"]),
        ("屹澄显示和翎沅汽车的营收", []),
        ("营收和员工总数", []),
        ("屹澄显示的营收,各家媒体写法一致吗", []),
        ("Yicheng Display revenue versus cost", []),
    ],
)
def test_what_stands_before_the_first_thing_is_of_the_others_too(respelling, typed: str, asked: list[str]) -> None:
    assert listed(typed, respelling._names) == asked


def test_a_follow_up_in_signs_is_answered_in_the_language_spoken_before(assistant) -> None:
    _, state = assistant.reply("翎沅汽车2025年营收", State())
    answer, _ = assistant.reply("yoy?", state)
    assert answer.lang == "zh-Hans"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("load facter", "load factor"), ("pateints", "patients"), ("unit pirce", "unit price"), ("jets orderd", "jets ordered"), ("how many invested", "how many invested")],
)
def test_of_two_words_as_near_the_likelier_slip_is_meant(respelling, typed: str, meant: str) -> None:
    assert respelling.mended(typed, fold(typed)) == meant
