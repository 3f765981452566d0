"""Firms by the section they stand in and the day something happened, how a loss narrows, profit without one-offs, two listings."""

import pytest

from bot.state import State
from tests.bot.archives import asking, reply

ARTICLES = (
    ("紡織觀察", "2026-02-12", """01 上游,冷熱不均上游的分化最明顯。化纖公司1月8日,錦泰化纖發佈2025年度業績預告,預計2025年實現營業收入52億元至55億元,同比增長12%至18%。1月9日,嵐越化纖披露業績預告,預計2025年營業收入為61億元至63億元,同比增長4%至7%;扣除非經常性損益後的淨利潤為3.1億元至3.4億元。1月8日,禾昇新材披露業績預告,預計2025年營業收入為47億元至49億元,同比增長21%至26%;扣非淨利潤虧損1.2億元至1.5億元,上年同期虧損2.3億元。
紡機公司如果說化纖是糧草,紡機便是鋤頭。1月15日,巨梭機械發佈業績預告,預計2025年營業收入為88億元至90億元,同比增長9%至11%。1月16日,恆織裝備發佈業績預告,預計2025年營業收入為35億元至36億元,同比增長31%至34%。
02 染整與印花,各尋出路染整和印花企業走出兩條路。1月15日,碧溪染整發佈業績預告,預計2025年營業收入為21億元至23億元,同比增長5%至9%。1月19日,青堤染整發佈業績預告,預計2025年營業收入為27億元至29億元,同比增長3%至6%,歸母淨利潤為-2.6億元左右,較上年同期虧損減少1.1億元左右,虧損同比減少29.7%左右。1月20日,印花龍頭彩墨印花發佈業績預告,預計2025年營業收入為66億元至68億元,同比增長2%至4%。1月20日,國家層面再次發佈棉花收儲檔案。"""),
    ("紡織觀察", "2026-02-20", """1月29日,素嵐服飾發佈2025年度業績預告,預計2025年實現營收8.1億元,歸屬於上市公司股東的淨利潤為-3.2億元左右。儘管仍處於虧損狀態,但同比減虧約31%-36%。"""),
    ("證券週記", "2026-02-15", """素嵐服飾(素嵐服飾股份有限公司)
上市時間:2025年11月6日
上市地點:上海證券交易所
素嵐服飾2023年營收5.2億元,2024年營收6.5億元,2025年上半年營收3.9億元。截至2月13日收盤,素嵐服飾市值142億元。
錦泰化纖(錦泰化纖股份有限公司)
上市時間:2025年11月20日
上市地點:香港交易所主板
錦泰化纖2023年營收4.4億元,2024年營收4.9億元,2025年上半年營收2.1億元。截至2月13日收盤,錦泰化纖市值118億元。"""),
    ("Port Gazette", "2026-03-02", """## Ferry operators
Dunmere Ferries, the Scottish ferry operator founded in 1991, published its results on January 14. Dunmere Ferries made revenue of £310 million in 2025, up 6%. Dunmere Ferries' 2025 net profit excluding non-recurring items was £21 million, up 14%.
Sallow Lines, the Danish ferry operator founded in 1984, published its results on January 21. Sallow Lines made revenue of £275 million in 2025, up 11%.
Corvet Ferries, the Irish ferry operator founded in 2003, published its results on January 14. Corvet Ferries made revenue of £402 million in 2025, up 3%.
## Tug operators
Hallin Towage, the Norwegian tug operator founded in 1977, published its results on January 21. Hallin Towage made revenue of £540 million in 2025, up 2%.
Brackwater Tugs, the Dutch tug operator founded in 1969, published its results on January 28. Brackwater Tugs made revenue of £98 million in 2025, up 1%."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("sections"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("化纖公司裡2025年營收最高的是哪家?", "嵐越化纖", "巨梭"),
        ("紡机公司里谁营收增速最快?", "恒织装备", "禾昇"),
        ("Which ferry operator had the highest 2025 revenue?", "Corvet Ferries", "Hallin"),
        ("染整企業中誰的2025年營收最高?", "青堤染整", "彩墨"),  # of two kinds under one heading
        ("化纖公司2025年營收合計多少?", "160億元", ""),
        ("1月8日發布業績預告的有哪幾家公司?", "錦泰化纖和禾昇新材", "嵐越"),
        ("1月15日有幾家公司發布預告?", "2家", ""),
        ("Which companies published their results on January 14?", "Dunmere Ferries and Corvet Ferries", "Sallow"),
        ("Who put out their results on 21 January?", "Sallow Lines and Hallin Towage", ""),
        ("1月20日发布预告的是哪几家?", "彩墨印花", "素岚"),  # what a state published is no firm's announcement
        ("素嵐服飾2025年減虧多少百分比?", "31%-36%", ""),
        ("青堤染整2025年歸母淨虧損縮小幾%?", "29.7%", ""),
        ("By what percentage is 素嵐服飾's loss shrinking in 2025?", "31%–36%", ""),
        ("禾昇新材扣非亏多少?上年同期亏多少?", "2.3亿元", ""),
        ("禾昇新材剔除一次性損益後虧多少?", "1.2億元至1.5億元", ""),
        ("Dunmere Ferries profit ex non-recurring items?", "21 million", ""),
        ("What did Dunmere Ferries earn in 2025 after stripping out one-offs?", "21 million", ""),
        ("Dunmere Ferries' adjusted net profit for 2025?", "excluding non-recurring items", ""),
        ("How much revenue did Sallow Lines book in 2025?", "275 million", ""),
        ("素嵐服飾和錦泰化纖的上市相隔幾天?", "相差14天", ""),
        ("How many days lie between the listings of 素嵐服飾 and 錦泰化纖?", "14 days", ""),
        ("素嵐服飾是哪天在香港上市的?", "上海證券交易所", ""),  # not there
        ("錦泰化纖在哪個交易所上市?", "香港交易所", "上海"),
        ("素嵐服飾的市值比錦泰化纖高出多少?", "24億元", ""),
        ("素嵐服飾2025年上半年營收相當於2024年全年的百分之幾?", "60%", ""),
        ("錦泰化纖2024年比2023年成長百分之幾?", "11.4%", ""),
    ],
)
def test_answered(assistant, question, said, unsaid):
    answer = reply(assistant, question)
    told = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered, told
    assert said in told, told
    assert not unsaid or unsaid not in told, told


def test_the_difference_to_another_is_of_what_was_asked(assistant):
    _, state = assistant.reply("素嵐服飾市值多少?", State())
    answer, _ = assistant.reply("跟錦泰化纖差多少?", state)
    assert "24億元" in answer.lines[0]


def test_whose_date_was_asked_before(assistant):
    _, state = assistant.reply("素嵐服飾哪天上市的?", State())
    answer, _ = assistant.reply("那錦泰化纖呢?", state)
    assert "11月20日" in answer.lines[0]


def test_a_stretch_of_no_year_is_no_two_years(assistant):
    assert not reply(assistant, "How fast did Dunmere Ferries grow in the first ten months?").answered


def test_all_that_are_last_of_one_day_are_told(assistant):
    answer = reply(assistant, "哪幾家公司最早發布2025年業績預告?")
    assert "錦泰化纖和禾昇新材" in answer.lines[0]
