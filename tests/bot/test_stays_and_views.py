"""Stays compared and asked of somebody else, where somebody went next, who holds a view, where a firm is listed, and likenesses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

_CREW = """杉浦機電由柯維庭創辦，公司今天公布了管理團隊。

柯維庭1994年3月加入西門子任產品經理，由此開始了長達26年的外商職業經理人生涯。柯維庭2003年6月轉到西門子的老對手施耐德，擔任通路部總經理。柯維庭2009年加入博世，被任命為大中華區總經理。柯維庭2020年創辦杉浦機電。

林采潔是杉浦機電的聯合創始人。林采潔在博世工作長達11年，擔任過採購總監。林采潔負責過產品規劃、供應鏈布局，內容包括關鍵零件選型、代工廠管理。

蔡允成是杉浦機電的副總經理。蔡允成在博世工作過6年，擔任高級銷售經理。

副總經理溫若嵐2021年加入杉浦機電，溫若嵐在博世當過9年結構工程師，還在飛利浦和松下做過測試工程師。

財務總監及董事會秘書方聿修也有亮眼的履歷，在聯合利華、雀巢等外商都擔任過核心財務職務。
"""
_EN = """Corvane Marine, the Hull-based shipbuilder, named its top team on Monday.

Co-founder Maud Ferring set up Corvane Marine in 2019. Maud Ferring worked at Siemens for 14 years as a hull designer. Vice president Idris Vaughan joined Corvane Marine in 2020. Idris Vaughan worked at Siemens for five years and left Siemens in 2019.

Chief financial officer Owen Sayle, 51, said orders were steady. Owen Sayle has a long record and held finance posts at Unilever and Nestle.

Maud Ferring has been in charge of hull design, the supplier network and the dry docks, including the berths at Immingham.

Corvane Marine listed on March 4, 2025, on the Euronext Dublin stock exchange.
"""
_VIEWS = """儲能展上週落幕，業界看法不一。

研究員洪梓安預測，2027年鈉電池出貨的增長速度將明顯快於鋰電池。有供應鏈人士直言，低價搶單是飲鴆止渴。

展會主辦方用種樹來比喻儲能和發電。儲能好比挖井，慢而持久；發電好比引水，快而短暫。

2018年，礪川能源在展上首度亮相。正是在這一年，礪川能源的Solvex平台問世。

嶼光電池（603999.SH）2026年營收預計為31億元至33億元，同比增長42%至48%。嶼光電池2026年淨利潤預計為2.1億元至2.4億元，同比下降51%至57%。嶼光電池業績下滑的原因，與鎳價上漲以及擴廠費用增加有關。

礪川能源與港務局在4月完成岸電併網測試。這是國內首次驗證岸電可由儲能供應，也標誌著港口減碳跨出關鍵一步。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("機電日報", "2026-03-03", _CREW), ("Humber Post", "2026-02-19", _EN), ("儲能週報", "2026-04-22", _VIEWS))
    with asking(tmp_path_factory.mktemp("stays"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("蔡允成和溫若嵐,誰在博世待得久?", "最久的是溫若嵐：9年"),
        ("林采潔跟蔡允成誰在博世的年資比較長?", "林采潔：11年"),
        ("Who worked longer at Siemens, Maud Ferring or Idris Vaughan?", "Longest at Siemens: Maud Ferring, 14 years"),
        ("柯維庭離開施耐德以後去了哪裡?", "博世"),
        ("柯維庭在西門子前後做了大概幾年?", "約9年（1994–2003"),
        ("柯維庭的外商職業經理人生涯有多長?", "26年"),
        ("柯維庭1994年加入施耐德的時候擔任什麼職務?", "西門子"),
        ("林采潔在杉浦機電負責哪些工作?", "代工廠管理"),
        ("What has Maud Ferring been in charge of?", "Immingham"),
        ("方聿修在杉浦機電擔任什麼職務?", "財務總監"),
        ("Where did Owen Sayle work before Corvane Marine?", "Nestle"),
        ("誰預測鈉電池出貨會比鋰電池增長更快?", "洪梓安"),
        ("主辦方拿什麼來比喻儲能和發電?", "挖井"),
        ("Solvex是哪年面世的?", "2018年"),
        ("On which day did Corvane Marine list in London?", "Dublin"),
        ("嶼光電池2026年為什麼獲利大增?", "下降51%"),
        ("嶼光電池獲利為什麼掉這麼多?", "鎳價"),
        ("岸電併網測試有什麼意義?", "首次"),
    ],
)
def test_what_is_told(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in plain(reply(asked, question))


@pytest.mark.parametrize(
    ("turns", "wanted", "lacks"),
    [
        (("林采潔在博世工作了幾年?", "蔡允成呢?"), "6年", "11年"),
        (("How long did Maud Ferring work at Siemens?", "And Idris Vaughan?"), "five years", "14"),
        (("柯維庭在西門子當過什麼?", "後來他跳槽去了哪家?"), "施耐德", "博世"),
        (("柯維庭1994年進了哪家公司?", "之後去哪?"), "施耐德", "博世"),
        (("溫若嵐是誰?", "除了博世還在哪待過?"), "飛利浦", "林采潔"),
    ],
)
def test_a_follow_up_about_a_life(asked: Assistant, turns: tuple[str, ...], wanted: str, lacks: str) -> None:
    state = State()
    for turn in turns:
        answer, state = asked.reply(turn, state)
    assert wanted in plain(answer)
    assert lacks not in plain(answer)


def test_nobody_is_put_before_what_an_unnamed_person_says(asked: Assistant) -> None:
    text = plain(reply(asked, "誰說低價搶單是飲鴆止渴?"))
    assert text.startswith("有供應鏈人士")


def test_a_likeness_nobody_draws_is_refused(asked: Assistant) -> None:
    assert not reply(asked, "岸電被比作什麼?").answered
