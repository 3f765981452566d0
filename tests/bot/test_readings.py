"""Who said something, changes told in one sentence, whether sources agree, and whom "this company" means."""


import pytest

from bot.asked import AGREE, asked_currency, asked_number, asked_size
from bot.compound import compound
from bot.spoken import written as as_written
from bot.state import State
from kb.text import fold
from tests.bot.archives import reply

ARTICLES = (
    ("藍籌週報", "2026-03-28", """砥石科技（688901.SH）3月27日披露年報，2025年營收9.62億元，折合約10.5億港元，員工由1,180人減至960人。
董事長高懷遠在業績會上表示，「別人不敢做的難活，我們要搶著做」。2025年每股派息0.42元，上年為0.36元。
岱石股份（688902.SH）2025年營收49.87億元，歸母淨利潤虧損1.2億元。
砥石科技預計2026年營收10億元至11億元。砥石科技估值約3.1億元，A輪時為1億元。
砥石科技前三大客戶是藍鯨網絡、川雲智算和遠信通訊。
成立初期，砥石科技把精力都放在打磨掃描演算法上。
行星顯示的創始人兼CEO韓牧之說，明年會擴產。"""),
    ("巷口財經", "2026-04-02", """岱石股份2025年營收為49.87億元，廠址在常州。
嵐式掃描儀由岱石股份生產。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("「別人不敢做的難活,我們要搶著做」這句話是誰講的?", "高懷遠"),
        ("「難活我們要搶著做」是誰說的", "高懷遠"),
        ("砥石科技成立初期精力都放在哪裡?", "掃描演算法"),  # no place
        ("砥石科技員工少了多少人?", "相差220人 (= 1,180人 − 960人)"),
        ("砥石科技2026年營收預告的中值是多少?", "10.5億元"),
        ("What is the midpoint of 砥石科技's 2026 revenue guidance?", "CNY 1.05 billion"),
        ("砥石科技2025年營收折合港元是多少?", "10.5億港元"),
    ],
)
def test_answered(assistant, question, said):
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize(
    "question",
    [
        "「先苦後甜才是真本事」這句話是誰講的?",  # nobody
        "岱石股份2025年營收折合港元是多少?",  # no article converts it
        "砥石科技前五大客戶是哪幾家?",  # three are told
        "砥石科技的董事長做了幾年?",  # no length of time
        "砥石科技多少錢買的?",  # no word says what of
        "砥石科技是誰的公司?",
        "那比砥石科技晚多少?",  # of what, and than which day
        "and how much later than 砥石科技?",
        "岱石股份的廠址兩邊說法一樣嗎?",  # one article alone tells
    ],
)
def test_refused(assistant, question):
    assert not reply(assistant, question).answered


def test_this_company_is_the_one_just_told(assistant):
    state = State()
    for turn in ("砥石科技2025年營收多少?", "董事長是誰?", "這家公司每股派息多少?"):
        answer, state = assistant.reply(turn, state)
    assert "0.42元" in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize(
    ("question", "currency"),
    [
        ("折合人民币是多少", "CNY"),
        ("市值按港元计是多少", "HKD"),
        ("how much is that in US dollars", "USD"),
        ("美元債還有多少", ""),
        ("發了多少港元債", ""),
    ],
)
def test_currency_wanted(question, currency):
    assert asked_currency(fold(question)) == currency


@pytest.mark.parametrize(
    ("question", "size"),
    [("這套系統有多重?", "weight"), ("How much does the H1 weigh?", "weight"), ("多重上市條件是什麼", ""), ("螢幕多寬", "length"), ("多長時間", "")],
)
def test_size_wanted(question, size):
    assert asked_size(fold(question)) == size


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("旗下三个品牌叫什么?", 3),
        ("前五大客户是哪几家", 5),
        ("Top five tablet brands in Q3 2025 please", 5),
        ("前三季度谁的净利润高", 0),
        ("what are the three per cent for", 0),
        ("旗下有几个品牌", 0),
    ],
)
def test_how_many_are_to_be_named(question, number):
    assert asked_number(fold(question)) == number


@pytest.mark.parametrize(
    ("question", "agree"),
    [
        ("预告和年报说的一样吗", True),
        ("各家媒體說法一致嗎", True),
        ("Do the sources agree?", True),
        ("兩邊毛利率一樣嗎", True),
        ("价格和去年一样吗", False),
        ("到底有幾代架構", False),
    ],
)
def test_whether_sources_agree(question, agree):
    assert bool(AGREE.search(fold(question))) == agree


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("鄧詠嵐做行政總裁之前係咩職位", "鄧詠嵐做行政總裁之前是什麼職位"),
        ("邊間公司賺得最多", "哪家公司賺得最多"),
        ("硯湖是哪一年誰創的?", "硯湖是哪一年誰創辦的?"),
        ("how much was it fined n why", "how much was it fined and why"),
        ("what is it w/o tax", "what is it without tax"),
        ("how many ppl work there", "how many people work there"),
        ("what is a BC cell", "what is a BC cell"),
        ("首付多少 總共能拿多少", "首付多少,總共能拿多少"),
        ("這是什麼關係", "這是什麼關係"),
        ("點解", "為什麼"),
    ],
)
def test_spoken_as_written(text, read):
    assert as_written(text) == read


def test_who_founded_it_and_runs_it_are_two_questions():
    assert compound("Who founded Velmora and runs it now?") == ["Who founded Velmora", "who runs it now"]
