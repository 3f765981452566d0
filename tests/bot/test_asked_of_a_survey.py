"""A survey with a section for each firm, an interview with figures in its answers, a broker's note: read whole, and no label is taken for a firm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, said

SURVEY = (
    "循環誌",
    "2026-03-18",
    "調查顯示,四家電池回收廠商去年表現不一。\n\n"
    "## 綠澔循環\n\n規模居首。2025年營收42.6億元,成長18%,處理量9.8萬噸。\n\n"
    "## 恆澔資源\n\n去年營收下滑6.4%至27.3億元,處理量7.1萬噸。\n\n"
    "## 賽澔材料\n\n營收15.8億元,年增61%,處理量3.3萬噸。\n\n"
    "## 元澔環保\n\n處理量只有1.2萬噸,未公布營收。\n\n"
    "業者最常提到的困難,依序是小作坊搶料(84%)、價格波動(68%)與融資不易(45%)。",
)
TALK = (
    "人物誌",
    "2026-04-02",
    "禾澔科技（Hehao Robotics）創辦人顧聞笙接受專訪。\n\n"
    "問：去年到底賣了多少台？\n\n答：算上租出去的，一共1,402台。\n\n"
    "問：現在團隊多大？\n\n答：560人。\n\n"
    "問：研發呢？\n\n答：2025年我們花了1.36億元做研發。那年是我太太把房子抵押了。換了零件，一台就省三萬多。",
)
NOTE = (
    "研報誌",
    "2026-02-24",
    "豪澔證券(Halden & Moor Securities)發布最新報告,維持鑄澔精密(Zhuhao Precision)買進評級,目標價由640元上調至820元。\n\n"
    "公司4Q25營收51.3億元,毛利率45.1%。\n\n"
    "我們把2026E/2027E營收上調至236.5億元/291億元(原估219億元/258億元)。",
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("survey"), SURVEY, TALK, NOTE) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("幾家電池回收商裡誰處理量最大?",), "綠澔循環"),
        (("恆澔資源跟賽澔材料去年營收哪家高?",), "11.5億元"),
        (("禾澔科技2025年賣了幾台?",), "1,402台"),
        (("禾澔科技現在有多少員工?",), "560人"),
        (("禾澔科技2025年研發花了多少?",), "1.36億元"),
        (("鑄澔精密去年第四季毛利率多少?",), "45.1%"),
        (("鑄澔精密2026年營收預估多少?",), "236.5億元"),
        (("鑄澔精密2027年營收預估多少?",), "291億元"),
    ],
)
def test_what_sections_answers_and_notes_tell_is_known(asked: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in said(asked, *turns)


@pytest.mark.parametrize(
    ("turns", "never"),
    [
        (("四家電池回收廠誰的回收率最高?",), "84%"),
        (("顧聞笙的太太叫什麼名字?",), "抵押了。\n來源"),
        (("禾澔科技的零件一台賣多少錢?",), "三萬多。\n來源"),
    ],
)
def test_what_is_of_another_sort_is_not_told(asked: Assistant, turns: tuple[str, ...], never: str) -> None:
    answer = said(asked, *turns)
    assert never not in answer or "找不到" in answer
