"""What an article says without a time is of what it reports on, and what it says without a name is of whom it is about."""

import pytest

from kb.periods import find
from kb.text import traditional, with_surnames
from tests.bot.archives import asking, reply

ARTICLES = (
    ("港口日誌", "2025-08-27", """礪港控股（02871.HK）公布截至2025年6月30日止六個月業績，收入為31.2億元。

淨負債比率由去年底29.1%升至32.5%。中期股息每股0.16元，上年同期為0.20元。

2019年，礪港控股在香港上市。倉庫面積為48萬平方米。

碼頭工會每月與礪港控股會面。基石投資者Tidewell Capital認購4500萬美元。"""),
    ("Yard Wire", "2026-02-19", """Orrin Freight said on Thursday net profit for the year ended December 31, 2025 was $48 million, its first annual profit since 2019.

Net debt stood at $312 million at year-end, against $401 million a year ago. The fleet has 47 ships."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("times"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("礪港控股2025年6月底的淨負債比率是多少?", "32.5%"),
        ("砺港2025年中期股息每股多少", "0.16元"),
        ("Orrin Freight net debt 2025", "312"),
    ],
)
def test_what_names_no_time_or_nobody_is_the_articles(assistant, question, said):
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize("question", ["礪港控股2023年6月底的淨負債比率是多少?", "Orrin Freight net debt 2019", "礪港控股2025年倉庫面積多大"])
def test_another_time_is_not(assistant, question):
    assert not reply(assistant, question).answered


@pytest.mark.parametrize("asked", ["这一季", "哪一季", "每一季"])
def test_no_first_quarter_in_this_or_which_quarter(asked):
    assert not find(f"{asked}赚多少")


def test_a_surname_both_scripts_write_alike_stays():
    text = "首席执行官余佳说，其余不变"
    assert with_surnames(traditional(text), text, [5]) == "首席執行官余佳說，其餘不變"
