"""Turns of everyday questions: what they become, and what is none of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.chatter import without_chatter
from bot.turns import in_terms_of_news
from bot.wordorder import in_order
from tests.bot.archives import asking, reply

SAME = ""

TURNS = (
    ("頭一款產品磨了多久才弄出來?", "首款產品花了多久?"),
    ("头一回是哪年?", "首次是哪年?"),
    ("頭一個月賺多少?", "首個月賺多少?"),
    ("去港交所排隊,背後是誰在保薦?", "去港交所上市,是誰在保薦?"),
    ("背後的原因是什麼?", SAME),
    ("開在哪些省市?", "開在哪些地方?"),
    ("誰的毛利率比較漂亮?", SAME),
    ("投產又晚了三季,是卡在哪裡?", "投產又晚了三季，為什麼?"),
    ("卡在哪裡的船?", SAME),
    ("怎麼會想到跑去中山蓋廠?", "為什麼去中山蓋廠?"),
    ("現在都跑去哪裡買?", SAME),
    ("晨谷這次每股配多少現金給股東?", "晨谷這次每股股利多少?"),
    ("四家裡誰賠得最慘?", "四家裡誰虧損最多?"),
    ("怎麼走?", SAME),
    ("干嘛非得先去山沟沟里?", "為什麼先去山區?"),
    ("新案子是誰在帶?", "新項目由誰牽頭?"),
    ("自己開的店剩幾家?", "直營的店剩幾家?"),
    ("挨过罚吗?吃了多少张单子?", "被處罰吗?收到多少張罰單?"),
    ("她在嵐橋是管什麼的?", "她在嵐橋是什麼職務?"),
    ("寬頻跟手機哪個油水多?", "寬頻跟手機哪個利潤率比較高?"),
    ("用寬頻的有幾戶?", "用寬頻的有多少用戶?"),
    ("Does it have the CE mark? Since when?", "Does it have the CE certification? when?"),
    ("Since when has she been CEO?", SAME),
    ("What's the bill before parliament?", SAME),
    ("How did Orlen Vask end up in Leeds?", SAME),
    ("嵐海說最怕的是什麼?", "嵐海說最擔心的是什麼?"),
    ("嵐海不怕什麼?", SAME),
    ("看嵐海的業績嚇了一跳,怎麼回事?", "看嵐海的業績,怎麼回事?"),
    ("Who is the producer behind the game?", "Who is the producer of the game?"),
)  # fmt: skip

ARTICLES = (
    ("玩具商報", "2026-02-25", """嵐橋遊戲（Lanqiao Games）2月24日確認裁員320人。被裁員工可得N+3補償，年終獎照發。
嵐橋2013年收掉東莞廠，一來工資六年漲了一倍半，二來圖紙一再外流。
嵐橋首季營收2.1億元，公司解釋，去年有一筆一次性收益墊高了基數。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over these articles."""
    with asking(tmp_path_factory.mktemp("chatter"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("嵐海A輪的領投方是哪家?", "嵐海A輪是誰領投的?"),
        ("岚海的收购方,又是谁?", SAME),
        ("知岚D轮,领投机构是哪一家?", "知岚D轮是谁领投的?"),
        ("嵐海的客戶是哪家?", SAME),
        ("企業最看重的是不是價格?沈柏勳怎麼講", "沈柏勳說企業最看重的是不是價格"),
        ("嵐海為什麼裁員?他怎麼說", SAME),
        ("嵐海營收多少?分析師怎麼看?", SAME),
        ("閉環麻醉是什麼意思,嵐海怎麼講?", SAME),
        ("嵐海自己出錢蓋廠,分析師對此有什麼看法?", "分析師怎麼看嵐海自己出錢蓋廠"),
        ("嵐海對此有什麼看法?", SAME),
        ("嵐海是誰創辦的?想知道名字", "嵐海是誰創辦的"),
        ("Kestrane's chairman on price cuts: what did he say?", "What did Kestrane's chairman say about price cuts?"),
        ("What is Kestrane's view on price cuts: is it good?", SAME),
        ("what was the Kestrane chairman's comment on price cuts?", "What did Kestrane chairman say about price cuts?"),
        ("Kestrane's take on AI?", "What did Kestrane say about AI?"),
        ("How does the Kestrane chairman feel about price cuts?", "What does the Kestrane chairman say about price cuts?"),
        ("What did Orlen Vask make of the merger?", "What did Orlen Vask say about the merger?"),
        ("What does Kestrane make?", SAME),
        ("What is the outlook on price cuts?", SAME),
        ("Vask doubts Kestrane on price cuts, what is his reason?", SAME),
        ("沈柏勳對降價的看法是什麼?", "沈柏勳對降價怎麼看"),
        ("岚海对加关税持什么态度?", "岚海对加关税怎么看"),
        ("嵐海對歐洲的出口是多少?", SAME),
        ("下半年租金,嵐海財務總監是什麼看法", "嵐海財務總監怎麼看下半年租金"),
        ("導致嵐海掉到第四名的是什麼?", "為什麼嵐海掉到第四名?"),
        ("让岚海毛利率下滑的主因是什么?", "为什么岚海毛利率下滑?"),
        ("讓沈柏勳印象最深的是什麼?", SAME),
    ],
)
def test_what_is_said_last_comes_first(said: str, plain: str) -> None:
    assert in_order(said) == (plain or said)


@pytest.mark.parametrize(("said", "plain"), TURNS)
def test_turns_of_chats(said: str, plain: str) -> None:
    assert without_chatter(said) == (plain or said)


@pytest.mark.parametrize(
    ("question", "answered", "holds"),
    [
        ("嵐橋的年終獎還發不發?", True, "照發"),
        ("嵐橋的年終獎發多少?", False, ""),
        ("嵐橋當年為什麼把東莞的廠收起來?", True, "二來圖紙"),
        ("嵐橋三月那次全斷,到底是什麼原因?", False, ""),
    ],
)
def test_whether_it_is_paid_and_why(assistant: Assistant, question: str, answered: bool, holds: str) -> None:
    """Whether something is paid is told without a sum; a reason is not told by whatever gives reasons."""
    answer = reply(assistant, question)
    assert answer.answered is answered and holds in "\n".join(answer.lines), answer.lines


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Velloy's profit after taking out non-recurring items?", "Velloy's profit excluding non-recurring items?"),
        ("Kestrane sold its mill, which struck me as odd. Why?", "Kestrane sold its mill. Why?"),
        ("公布業績的是哪幾間公司?", "公布業績的是哪幾家公司?"),
        ("一月廿六號公布", "一月二十六號公布"),
        ("溫若衡從設計院出來時多大年紀?", "溫若衡離開設計院時多大年紀?"),
        # What only looks like one.
        ("Which names of the crew are listed?", "Which names of the crew are listed?"),
        ("Is there a short position on Kestrane?", "Is there a short position on Kestrane?"),
        ("Which unit, which lost money, was sold?", "Which unit, which lost money, was sold?"),
        ("凱川有多少間酒店?", "凱川有多少間酒店?"),
        ("凱川跟2023年相比有什麼不同?", "凱川跟2023年相比有什麼不同?"),
    ],
)
def test_a_turn_of_phrase_is_put_as_news_has_it(said: str, plain: str) -> None:
    assert in_terms_of_news(said) == plain
