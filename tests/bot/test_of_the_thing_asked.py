"""An answer is of the very thing asked about: of that year, that market, that sort, that person, and of what it was before it moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.archives import asking, said

MAKER = "Oriel Motors is a car maker. Last year it sold 58,900 cars abroad, compared with 21,700 in 2024. It delivered 401,380 vehicles in 2025, up from 268,750 vehicles in 2024."


@pytest.mark.parametrize("asked", ["How many cars did Oriel Motors sell abroad in 2025?", "Oriel Motors cars sold abroad 2025"])
def test_last_year_is_the_year_before_the_article(tmp_path: Path, asked: str) -> None:
    with asking(tmp_path, ("Post", "2026-01-15", MAKER)) as assistant:
        assert said(assistant, asked).startswith("Last year it sold 58,900 cars abroad")


def test_a_difference_abroad_is_not_that_of_all(tmp_path: Path) -> None:
    with asking(tmp_path, ("Post", "2026-01-15", MAKER)) as assistant:
        assert "132,630" not in said(assistant, "How many more cars did Oriel Motors sell abroad in 2025 than in 2024?")


def test_figures_of_last_year_have_that_year(tmp_path: Path) -> None:
    text = "Oriel Foods makes snacks. Last year Oriel Foods shipped 2.1 million cases, up 4%."
    with asking(tmp_path, ("Post", "2026-01-15", text)) as assistant:
        assert "2.1 million" in said(assistant, "How many cases did Oriel Foods ship in 2025?")
        assert "2.1 million" not in said(assistant, "How many cases did Oriel Foods ship in 2023?")


def test_the_worth_of_a_licence_is_not_that_of_a_firm(tmp_path: Path) -> None:
    text = "Kelm pays $85 million upfront for TB-308, a drug of Oriel Bio, with milestones of up to $1.24 billion. It also buys 6% of Oriel Bio for $40 million."
    with asking(tmp_path, ("Post", "2026-02-05", text)) as assistant:
        assert "667" not in said(assistant, "Upfront payment plus maximum milestones, what could the TB-308 licence be worth in total?")


def test_a_period_behind_a_comma_is_the_question_s(tmp_path: Path) -> None:
    text = "Oriel Optical makes lenses. Oriel Optical reported revenue of $14.2 million in the first quarter of 2026, down 11.8%."
    with asking(tmp_path, ("Post", "2026-04-17", text)) as assistant:
        assert "14.2" not in said(assistant, "Oriel Optical - revenue, FY2025?")


def test_sources_that_count_otherwise_are_both_told(tmp_path: Path) -> None:
    first = "硯溪微電子（Inkwell Micro）做主控晶片。硯溪微電子迄今累計出貨約720萬顆。"
    other = "硯溪微電子現有員工412人，成立以來累計出貨超過860萬顆。"
    with asking(tmp_path, ("甲報", "2026-03-20", first), ("乙報", "2025-12-05", other)) as assistant:
        told = said(assistant, "How many chips has Inkwell Micro shipped so far?")
        assert "720" in told
        assert "860" in told


def test_no_sentence_about_anything_else_tells_when_it_begins(tmp_path: Path) -> None:
    text = "The Tanyue T9 links 288 cards over one fabric. Fang said that the order backlog for the Tanyue T9 stood at RMB 5.2 billion, and that Oriel aims to ship 400 to 450 systems in 2026."
    with asking(tmp_path, ("Post", "2026-01-28", text)) as assistant:
        assert "400" not in said(assistant, "When do volume shipments of the Tanyue T9 begin?")


def test_whose_a_product_is_is_told_by_its_firm(tmp_path: Path) -> None:
    text = "霧澤科技（Wuze）已經推出WB106、WB110和WB166等多款晶片，覆蓋雲端訓練等場景。霧澤科技的WB106和WB110兩款晶片合計銷量超過1.2萬顆。"
    with asking(tmp_path, ("甲報", "2026-01-08", text)) as assistant:
        assert "霧澤" in said(assistant, "請問WB110是由哪家公司推出的?")


def test_of_whom_it_is_said_is_told(tmp_path: Path) -> None:
    text = "霧澤生物（Wuze Bio）總部在蘇州。它的主力機型「行岳H3」均價從2023年的68萬元一路降到29.9萬元。"
    with asking(tmp_path, ("甲報", "2026-03-05", text)) as assistant:
        assert "霧澤生物" in said(assistant, "行岳H3是什麼東西?")


def test_how_old_then_is_not_how_old_now(tmp_path: Path) -> None:
    text = "滕牧野1974年生，是霧澤科技（Wuze）的創始人。他2001年考進大學教書。"
    with asking(tmp_path, ("甲報", "2026-03-05", text)) as assistant:
        assert "52" not in said(assistant, "滕牧野幾歲上大學?")


def test_firms_asked_for_are_named(tmp_path: Path) -> None:
    text = "Prices are slipping: the average CDU sold for $41,500 in 2025, down 6% from the year before. Research firm Halden Insight counted 61,400 CDUs shipped worldwide in 2025, up 81.7% from 33,800 in 2024."
    with asking(tmp_path, ("Post", "2026-02-24", text)) as assistant:
        assert not said(assistant, "出貨量前五名的液冷CDU廠商有哪些?")


def test_who_it_is_is_said(tmp_path: Path) -> None:
    text = "The ranking of coolers has Seiwa Reinetsu fifth. Nagoya's Seiwa Reinetsu shipped 4,800 units. Founded in 1957 as a maker of refrigerators, it is the oldest company in the ranking."
    with asking(tmp_path, ("Post", "2026-02-24", text)) as assistant:
        assert "Seiwa" in said(assistant, "Which company in the ranking of coolers is the oldest?")


def test_watts_are_no_decibels(tmp_path: Path) -> None:
    text = "棠岭（Tangling）发布工作站Nest 7。上一代Nest 5卖出3.1万台。Nest 7采用双风扇。满载功耗145瓦，待机9瓦；满载噪音为26分贝，比上一代低7分贝。"
    with asking(tmp_path, ("甲報", "2026-04-09", text)) as assistant:
        assert not said(assistant, "Nest 5的满载噪音是多少分贝?").startswith("满载的功耗")


def test_what_was_planned_before_it_moved_is_told_beside(tmp_path: Path) -> None:
    first = "曜岳光電（Yaoyue）在新竹。曜岳光電的第三座廠投資24億元新台幣，新廠預計2026年第三季量產。"
    later = "曜岳光電遞交招股書。招股書稱，由於消防驗收延後，曜岳光電新廠的量產時間改為2027年第一季度。"
    with asking(tmp_path, ("甲報", "2026-02-11", first), ("乙報", "2026-04-20", later)) as assistant:
        told = said(assistant, "曜岳光電新廠什麼時候量產?")
        assert "2027年第一季度" in told
        assert "2026年第三季" in told


def test_a_post_held_elsewhere_is_not_the_one_held_now(tmp_path: Path) -> None:
    text = "霧澤科技（Wuze）的創辦人是唐若松。唐若松是霧澤科技的董事長。唐若松曾任歐蘭半導體（Orland）全球副總裁。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        told = said(assistant, "霧澤科技的唐若松當過歐蘭半導體的什麼職位?")
        assert "副總裁" in told


def test_going_public_is_listing(tmp_path: Path) -> None:
    text = "Oriel Systems is a chip maker. Oriel Systems listed on January 2, 2026. Tamar Micro is a chip maker. Tamar Micro listed on December 17, 2025."
    with asking(tmp_path, ("Post", "2026-02-03", text)) as assistant:
        assert "Tamar Micro was earlier" in said(assistant, "Which happened first: Oriel Systems going public or Tamar Micro going public?")
