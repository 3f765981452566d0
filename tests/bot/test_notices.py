"""What regulators' notices say, the reasons of rules and figures, and who held a post before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

_NOTICE = """澤岬貿易署12日公告,8月1日起對石墨電極的出口實施許可管理。

出口商應在裝運前40日提出申請,審批時限為25個工作日。單票貨值低於3萬元的樣品可以免證。違規出口的,處貨值二倍至四倍的罰款。

貿易署管制處處長霍銘軒說,出台新規,是因為去年有三批電極經轉口流入軍工用戶。

澤岬石材行業協會秘書長白映川表示,約有52家會員受影響,希望把審批時限縮短到12個工作日。

同日,澤岬海關署公布6月數據。出口812億元,增長3.1%。分市場看,對東盟出口214億元,增長9.2%;對歐盟163億元,增長2.5%;對美國131億元,下降7.4%。

石墨電極出口大增,海關署統計處處長鍾以寧認為,這與企業趕在新規之前發貨有關。

7月數據定於8月11日公布。
"""
_BANK = """The Orlane Banking Authority on Tuesday fined Tessel Bank 4.2 million marks after finding overdue audits.

Tessel chairman Hugo Lindqvist blamed the lapse on a new filing system. Lenders must report 10 days before any merger. Credit unions are exempt.

The authority is led by Petra Noske, who succeeded Karl Brandt in May. Tessel's audit committee is chaired by Ines Calder.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("澤岬日報", "2026-07-12", _NOTICE), ("Orlane Ledger", "2026-06-09", _BANK))
    with asking(tmp_path_factory.mktemp("notices"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("石墨電極的出口商要在裝船前多久遞申請?", "40日"),
        ("石墨電極的哪些樣品可以免證?", "3萬元"),
        ("協會希望審批時限縮短到幾天?", "12個工作日"),
        ("多少家會員受影響?", "52家"),
        ("澤岬7月數據哪天公布?", "8月11日"),
        ("澤岬6月賣到歐盟的貨值是多少?", "163億"),
        ("澤岬6月對哪裡出口跌得最慘?", "美國"),
        ("澤岬為什麼突然要管制石墨電極出口?", "軍工"),
        ("How many days before a merger must lenders report?", "10 days"),
        ("Why were Tessel's audits overdue?", "filing system"),
        ("Who chairs Tessel's audit committee?", "Calder"),
    ],
)
def test_notices_are_quoted(asked: Assistant, question: str, wanted: str) -> None:
    answer, _ = asked.reply(question, State())
    assert answer.answered
    assert wanted in plain(answer)


@pytest.mark.parametrize("question", ["澤岬石材董事長是誰?"])
def test_nobody_else_is_named(asked: Assistant, question: str) -> None:
    assert not reply(asked, question).answered
