"""A figure of which a sentence itself says nothing is no answer, whatever stands around it."""

from __future__ import annotations

import pytest
from archives import asking, reply

_FIRM = """聽岸科技（Tingan）做助聽器。公司目前有員工214人，直營門市19家。去年公司搬到台中。

Northfell Air, the Shannon-based carrier, said that net profit fell by 7.4% to €214m in the year to March 31st, even as revenue climbed by 11.8% to €2.84bn.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("nearby"), ("聽聞日報", "2026-05-20", _FIRM)) as opened:
        yield opened


@pytest.mark.parametrize("question", ["How many hearing aids did Tingan sell in 2025?", "northfell air cargo revenue?", "聽岸科技賣了多少助聽器?"])
def test_what_is_only_told_nearby_is_refused(assistant, question: str) -> None:
    assert not reply(assistant, question).answered


def test_the_figure_itself_is_told(assistant) -> None:
    assert "2.84bn" in " ".join(reply(assistant, "northfell air revenue?").lines)


def test_days_that_something_takes_are_no_genius(assistant) -> None:
    explained = " ".join(reply(assistant, "聽岸科技的貨要放幾天才賣得掉?").explanation)
    assert "天才" not in explained


_DRUG = """鈴川生技（Lingchuan Bio）的抗體藥物LC-217用於二線胃癌的二期試驗收案64人，客觀反應率43.8%。"""


@pytest.mark.parametrize(("illness", "told"), [("胃癌", True), ("肺癌", False)])
def test_what_a_drug_did_against_one_illness_tells_nothing_of_another(tmp_path, illness: str, told: bool) -> None:
    with asking(tmp_path, ("生技日報", "2026-05-20", _DRUG)) as opened:
        answer = reply(opened, f"LC-217在{illness}試驗中的客觀反應率是多少?")
    assert answer.answered == told


_FLEET = """Northfell Air, the Shannon-based carrier, operated 104 aircraft at the end of March 2026. It announced a firm order for 36 jets."""


def test_what_was_ordered_is_not_told_by_what_there_is(tmp_path) -> None:
    with asking(tmp_path, ("Runway Weekly", "2026-05-20", _FLEET)) as opened:
        assert "104" in " ".join(reply(opened, "How many aircraft does Northfell Air operate?").lines)
        ordered = reply(opened, "How many planes did Northfell Air order?")
        assert not ordered.answered or "36" in " ".join([*ordered.lines, *ordered.quotes])


def test_where_a_founder_was_before_is_not_told_by_a_visit(tmp_path) -> None:
    visit = "券商上月舉辦調研活動，接待了鈴川科技（Lingchuan）的創始人和管理團隊。"
    with asking(tmp_path, ("券商日報", "2026-05-20", visit)) as opened:
        assert not reply(opened, "鈴川科技的創辦人以前在哪家公司?").answered
