"""Who came first, in what order, and whether one came before another, from the dates that are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, said

_ARTICLE = (
    "甲報",
    "2026-02-03",
    "曜岑科技（Yaocen）、霧澤科技（Wuze）和嶺湛科技（Lingzhan）是三家感測器公司。曜岑科技2019年3月成立，2024年6月5日上市。"
    "霧澤科技2016年8月成立，2025年11月20日上市。嶺湛科技2021年1月成立，2025年2月11日上市。",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("order")
    with asking(folder, _ARTICLE) as one:
        yield one


def test_of_two_the_first_is_said(assistant: Assistant) -> None:
    told = said(assistant, "曜岑科技和霧澤科技誰先成立?")
    assert told.startswith("霧澤科技較早")
    assert "2016年8月" in told
    assert "2019年3月" in told


def test_the_later_of_two(assistant: Assistant) -> None:
    assert said(assistant, "Which was listed later, Yaocen or Wuze?").startswith("Wuze was later")


def test_whether_one_came_before_the_other(assistant: Assistant) -> None:
    assert said(assistant, "霧澤科技比曜岑科技早上市嗎?").startswith("否")
    assert said(assistant, "Did Yaocen list before Wuze?").startswith("Yes")


def test_of_three_that_are_named(assistant: Assistant) -> None:
    told = said(assistant, "曜岑科技、霧澤科技、嶺湛科技,哪一家最晚上市?")
    assert "最晚的是霧澤科技" in told


def test_the_order_of_three(assistant: Assistant) -> None:
    told = said(assistant, "這三家感測器公司上市的先後順序?")
    assert told.index("曜岑科技") < told.index("嶺湛科技") < told.index("霧澤科技")


def test_an_order_asked_of_something_else_is_none_of_dates(assistant: Assistant) -> None:
    assert "上市" not in said(assistant, "三家感測器公司按市值排序?")


def test_two_dates_that_overlap_have_no_first(tmp_path: Path) -> None:
    one = ("甲報", "2026-02-03", "曜岑科技（Yaocen）2020年6月成立。霧澤科技（Wuze）2020年9月成立。")
    other = ("乙報", "2026-02-10", "曜岑科技（Yaocen）2020年11月成立。")
    with asking(tmp_path, one, other) as assistant:
        assert "較早" not in said(assistant, "曜岑科技和霧澤科技誰先成立?")


def test_the_fourth_of_four_may_be_the_first(tmp_path: Path) -> None:
    text = "晶片四小龍是曜岑科技、霧澤科技、嶺湛科技和岫川科技。曜岑科技2019年3月成立。霧澤科技2016年8月成立。嶺湛科技2021年1月成立。岫川科技總部設在南京。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        assert not said(assistant, "晶片四小龍裡哪家最早成立?")
