"""Two articles on one thing: what is a disagreement, of which kind, and what is none."""

from contextlib import closing
from decimal import Decimal

import pytest

from bot.disagreement import SHOWN, Kind, printed_alike
from bot.survey import Survey
from kb import quantities
from tests.bot.archives import asking, library, reply

A, B = "東岸財報", "南風週刊"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("7.43億元", "7.4億元", True),
        ("7.43億元", "74,300萬元", True),
        ("7.43億元", "7.45億元", False),
        ("7.4億元", "7.5億元", False),
        ("約15億元", "14.6億元", True),
        ("超過5萬台", "5.2萬台", True),
        ("超過5萬台", "9萬台", False),
        ("不超過80億元", "78億元", True),
        ("14.5億元至15.2億元", "14.50億元到15.20億元", True),
        ("14.5億元至15.2億元", "13億元至15.2億元", False),
        ("約15億元", "14.5億元至15.2億元", True),
        ("三成", "30%", True),
        ("三成", "29.6%", True),
        ("30.1%", "29.6%", False),
        ("約43%", "41.7%", False),
        ("約43%", "42.4%", True),
        ("US$1.2 billion", "US$1.21 billion", True),
        ("US$1.25 billion", "US$1.21 billion", False),
    ],
)
def test_a_figure_printed_more_finely_is_the_same(a, b, same):
    x, y = quantities.find(a)[0], quantities.find(b)[0]
    assert x.unit == y.unit and isinstance(x.lo or x.hi, Decimal)
    assert printed_alike(x, y) is printed_alike(y, x) is same


@pytest.mark.parametrize(
    ("first", "second", "dates", "kinds"),
    [
        # Figures.
        ("砥石科技2024年營收為12.6億元。", "砥石科技2024年營收為12.9億元。", ("", ""), [Kind.CONTRADICTION]),
        ("砥石科技2024年營收為12.6億元。", "砥石科技2024年營收為12.58億元。", ("", ""), []),
        ("砥石科技2024年營收為12.6億元。", "砥石科技2024年上半年營收為5.1億元。", ("", ""), []),
        ("砥石科技2024年歸母淨利潤為1.6億元。", "砥石科技2024年扣非淨利潤為1.1億元。", ("", ""), []),
        ("砥石科技2024年營收為12.6億元。", "砥石科技2024年營收為1.75億美元。", ("", ""), []),
        # A forecast and what came of it; a forecast made anew.
        ("砥石科技預計2025年營收為12億元至13億元。", "砥石科技2025年營收為13.6億元。", ("2026-01-20", "2026-03-30"), [Kind.REVISION]),
        ("砥石科技預計2025年營收為12億元至13億元。", "砥石科技預計2025年營收為14億元至15億元。", ("2025-08-20", "2026-01-20"), [Kind.REVISION]),
        # What several houses expect.
        ("高盛預計砥石科技2025年營收為12億元。", "券商預計砥石科技2025年營收為14億元。", ("", ""), [Kind.FORECASTS]),
        # Dates, planned and done.
        ("砥石科技成立於2012年3月。", "砥石科技成立於2013年。", ("", ""), [Kind.CONTRADICTION]),
        ("砥石科技成立於2012年3月。", "砥石科技成立於2012年。", ("", ""), []),
        ("砥石科技於2025年12月5日在上交所上市。", "砥石科技正衝刺科創板上市。", ("", ""), [Kind.REVISION]),
        ("砥石科技於2025年12月5日在上交所上市。", "砥石科技正籌備赴港股上市。", ("", ""), []),
        # Announcements: of the same thing, of two things.
        ("1月12日，砥石科技發布2025年度業績預告。", "1月21日，砥石科技發布2025年度業績預告。", ("", ""), [Kind.CONTRADICTION]),
        ("1月12日，砥石科技發布2025年度業績預告。", "1月21日，砥石科技發布新款儲能電池。", ("", ""), []),
        # How many, and the next one.
        ("砥石科技已完成三輪融資。", "砥石科技完成第四輪融資。", ("", ""), [Kind.CONTRADICTION]),
        ("砥石科技已完成三輪融資。", "砥石科技完成第二輪融資。", ("", ""), []),
        # May and may not.
        ("美國將允許砥石科技向英國出口電池。", "砥石科技的電池不會被放行到英國市場。", ("", ""), [Kind.CONTRADICTION]),
        ("砥石科技證實將收購岱石股份。", "砥石科技否認將收購岱石股份。", ("", ""), [Kind.CONTRADICTION]),
    ],
)  # fmt: skip
def test_two_sources_on_one_thing(tmp_path, first, second, dates, kinds):
    named = "砥石科技（688901.SH）是一家儲能公司。岱石股份（688902.SH）是一家材料公司。"
    with closing(library(tmp_path, (A, dates[0], named + first), (B, dates[1], named + second))) as opened:
        found = Survey(opened, "zh-Hant").all()
    assert [d.kind for d in found] == kinds
    assert all({v.publisher for v in d.versions} == {A, B} and d.kind in SHOWN for d in found)


def test_one_source_does_not_contradict_itself(tmp_path):
    text = "砥石科技（688901.SH）2024年營收為12.6億元。砥石科技2024年營收為12.9億元。"
    with closing(library(tmp_path, (A, "", text))) as opened:
        assert Survey(opened, "zh-Hant").all() == []


@pytest.mark.parametrize(
    ("first", "second", "question", "both"),
    [
        ("砥石科技2024年營收為12.6億元。", "砥石科技2024年營收為12.9億元。", "砥石科技2024年營收是多少?", ("12.6億元", "12.9億元")),
        ("砥石科技成立於2012年3月。", "砥石科技成立於2013年。", "砥石科技何時成立?", ("2012年3月", "2013年")),
        ("砥石科技已完成三輪融資。", "砥石科技完成第四輪融資。", "砥石科技完成了幾輪融資?", ("三輪", "第四輪")),
        ("砥石科技於2025年12月5日在上交所上市。", "砥石科技正衝刺科創板上市。", "砥石科技上市了嗎?", ("2025年12月5日", "衝刺")),
        ("砥石科技的新電池「磐石」專供遊艇使用。", "砥石科技的新電池「磐石」專供無人機使用。", "磐石電池是給遊艇用的還是給無人機用的,兩篇說的一樣嗎?", ("遊艇", "無人機")),
        ("砥石科技獲滙豐銀行牽頭的7.5億元銀團貸款。", "HSBC led an HK$820m syndicated loan for Dishi (砥石科技).", "滙豐銀行牽頭借給砥石科技的銀團貸款到底幾大?", ("7.5億元", "820m")),
        ("美國將允許砥石科技向英國出口電池。", "砥石科技的電池不會被放行到英國市場。", "砥石科技的電池能賣到英國嗎?", ("允許", "不會被放行")),
    ],
)  # fmt: skip
def test_both_versions_are_told_with_both_sources(tmp_path, first, second, question, both):
    named = "砥石科技（688901.SH）是一家儲能公司。"
    with asking(tmp_path, (A, "", named + first), (B, "", named + second)) as assistant:
        answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.kind == "conflict" and all(said in text for said in both), text
    assert {s.publisher for s in answer.sources} == {A, B}


def test_what_is_only_rounded_is_told_once(tmp_path):
    named = "砥石科技（688901.SH）是一家儲能公司。"
    with asking(tmp_path, (A, "", named + "砥石科技2024年營收為12.6億元。"), (B, "", named + "砥石科技2024年營收約13億元。")) as assistant:
        answer = reply(assistant, "砥石科技2024年營收是多少?")
    assert answer.kind == "fact" and len(answer.lines) == 1
