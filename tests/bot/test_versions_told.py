"""What a later article puts right, told with what it was: restated figures, moved dates, years of a life; and what a question takes for granted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2026-02-11", """霽光科技（Jiguang，688911.SH）向港交所遞交招股書，公司2025年前九個月收入3.38億元，同比增長61.2%，2025年每股盈利5.61元。本次擬募資約15億港元。
霽光科技由溫若衡於2017年3月在蘇州創立。溫若衡2012年加入霽光科技的前身淮川電子，2016年底轉入半導體業。
霽光科技的匈牙利新廠投資2.6億元，預定2026年9月投產。霽光科技的新系統「磐山」定於今年11月上線。霽光科技現有門市312間。
霽光科技的主力機型「遠舟M4」售價約980萬元一台。霽光科技的設備累計裝機132台。"""),
    ("晚報", "2026-05-20", """霽光科技更新招股文件。因改按驗收後才確認收入，霽光科技把2025年首九個月收入由首版披露的3.38億元調整為3.11億元，2025年每股盈利由5.61元改為5.21元。
霽光科技的集資規模由約15億港元縮減至約10億港元。霽光科技成立於2017年9月，目前擁有門市308家。
霽光科技把全年出貨目標從5.5GWh下調至4.6GWh，匈牙利工廠的投產時間也由今年9月推遲到2027年一季度。「磐山」的上線時間由今年11月延後至2027年5月。
霽光科技把遠舟M4的售價由每台980萬元調低至860萬元。"""),
    ("Harbor Wire", "2026-03-03", """Larkfield Freight said its net loss was $183 million in 2025. Chief executive Dana Whitlow joined Larkfield Freight in 2014 as head of operations and became chief executive in 2022. Analysts at Corwin Hale expect peak sales of $1.6 billion at Larkfield Freight."""),
    ("Dock News", "2026-07-28", """Larkfield Freight restated its 2025 net loss to $196 million from $183 million because of a payment booked in the wrong year. Corwin Hale lowered its estimate of peak sales at Larkfield Freight to $900 million from $1.6 billion. Larkfield Freight found that two sites had misread data in March."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("versions-told"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霽光科技2025年前九個月收入多少?", ("3.11億元", "3.38億元")),
        ("霽光科技2025年每股盈利到底多少?", ("5.21元", "5.61元")),
        ("霽光科技港股IPO打算集資多少?", ("10億港元", "15億港元")),
        ("霽光科技什麼時候成立的?", ("2017年3月", "2017年9月")),
        ("霽光科技匈牙利廠何時投產?", ("2026年9月", "2027年第一季度")),
        ("遠舟M4多少錢一台?", ("980萬元", "860萬元")),
        ("霽光科技有幾間門市?二月跟五月的報導不一樣", ("312間", "308家")),
        ("霽光科技裝機多少台?", ("132台",)),
        ("What was Larkfield Freight's net loss in 2025?", ("$196 million", "$183 million")),
        ("霽光科技是在深圳創立的嗎?", ("蘇州",)),
        ("溫若衡是2018年加入霽光科技的嗎?", ("2012年",)),
        ("溫若衡2018年轉入半導體業的嗎?", ("2016年底",)),
        ("Is it true that Dana Whitlow joined Larkfield Freight in 2019?", ("No.", "2014")),
    ],
)
def test_both_versions_are_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = said_of(assistant, question)
    assert all(part in text for part in said), text


def test_a_moved_date_is_told_by_both_articles(assistant: Assistant) -> None:
    answer = reply(assistant, "霽光科技匈牙利廠何時投產?")
    assert {s.publisher for s in answer.sources} == {"晨報", "晚報"}


def test_what_was_found_is_not_what_was_founded(assistant: Assistant) -> None:
    assert "misread" not in said_of(assistant, "When was Larkfield Freight founded?")
