"""Moves from one place to another, what several did each, who was not somewhere, full names, and how far two are apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, said

from bot.assistant import Assistant

_FLEETS = """霽帆海運（601777.SH）今天公布年報。霽帆海運的公司全名是霽帆海運（寧波）股份有限公司。霽帆海運2025年淨利潤為8.4億元，同比增長20%。霽帆海運2025年扣非淨利潤為6.1億元，同比增長12%。

霽帆海運在2026年3月2日收盤時的最新市值是420億港元。岑嶼航運（01888.HK）在2026年3月2日收盤時的最新市值是310億港元。

岑嶼航運2019年5月在香港上市。岑嶼航運2024年營收為50億元。岑嶼航運2023年營收為40億元。岑嶼航運2025年上半年營收為30億元。岑嶼航運營收的複合年增長率是18%。
"""
_CREW = """杉浦機電由柯維庭創辦，公司今天公布了管理團隊。

柯維庭本科畢業後進入洛嘉電力研究院的高壓實驗室，擔任研究員，並獲得碩士學位。柯維庭27歲時離開研究院。

柯維庭1994年3月加入西門子任產品經理。柯維庭2003年6月轉到西門子的老對手施耐德，擔任通路部總經理。柯維庭2020年創辦杉浦機電。

蔡允成是杉浦機電的副總經理。蔡允成在博世工作過6年，擔任高級銷售經理。

溫若嵐是杉浦機電的副總經理。溫若嵐在博世當過9年結構工程師。

許佩珊是杉浦機電的副總經理，也是高管中唯一的本土高管。許佩珊加入杉浦機電後負責測試工作。
"""
_EN = """Lockhart Ferries was formerly called the Mull Steam Packet and the Western Isles Line, and took its present name in 1974.

Neil Brodie joined CalMac in 1998 as a deck officer. Neil Brodie moved in May 2007 to Stena Line, as fleet manager. Neil Brodie has been chief executive of Lockhart Ferries since 2019.

Finance director Moira Kerr has been with Lockhart Ferries since 2015. Angus Weir is in charge of hull inspection at Lockhart Ferries.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("航運日報", "2026-03-03", _FLEETS), ("機電日報", "2026-03-05", _CREW), ("Clyde Post", "2026-02-19", _EN))
    with asking(tmp_path_factory.mktemp("moves"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("霽帆海運的全名叫什麼?", "（寧波）股份有限公司"),
        ("霽帆海運公司全名", "（寧波）股份有限公司"),
        ("論市值,岑嶼航運還差霽帆海運多少?", "110億港元"),
        ("霽帆海運的身價比岑嶼航運多出多少?", "110億港元"),
        ("霽帆海運把一次性的損益刨掉,2025年賺多少?", "6.1億元"),
        ("岑嶼航運的營收增速是多少?", "25%"),
        ("霽帆海運的老對手岑嶼航運上市於哪一年?", "2019年"),
        ("柯維庭幾月從西門子跳槽到施耐德?", "2003年6月"),
        ("柯維庭的碩士學位是在哪裡拿的?", "洛嘉電力研究院"),
        ("柯維庭離開洛嘉電力研究院時幾歲?", "27歲"),
        ("杉浦機電高管裡,誰沒在外企待過?", "許佩珊"),
        ("When did Neil Brodie jump from CalMac to Stena Line?", "May 2007"),
        ("When did Neil Brodie leave CalMac for Stena Line?", "May 2007"),
    ],
)
def test_what_is_told(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in said(asked, question)


def test_each_of_two(asked: Assistant) -> None:
    told = said(asked, "蔡允成和溫若嵐在博世各工作了多少年?")
    assert "6年" in told
    assert "9年" in told


def test_nobody_else(asked: Assistant) -> None:
    told = said(asked, "霽帆海運扣非賺多少 漲了百分之幾 別跟岑嶼航運搞混")
    assert "12%" in told
    assert "岑嶼" not in told
    assert "8.4" not in told


def test_there_is_at_the_company(asked: Assistant) -> None:
    assert "Angus Weir" in said(asked, "Who is the finance director of Lockhart Ferries?", "And who is in charge of hull inspection there?")


@pytest.mark.parametrize("question", ["岑嶼航運營收成長難在哪裡?", "杉浦機電高管裡,誰沒在博世待過?", "柯維庭離開西門子時幾歲?", "蔡允成和柯維庭在博世各工作了多少年?"])
def test_what_is_not_told(asked: Assistant, question: str) -> None:
    assert not said(asked, question)
