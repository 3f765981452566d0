"""A figure is told for what is asked: of that market, of what was closed, of another body, in its own currency."""

from __future__ import annotations

from pathlib import Path

from tests.bot.archives import asking, said


def test_a_share_at_home_is_no_share_of_the_world(tmp_path: Path) -> None:
    text = "霧澤能源（Wuze Energy）是電池企業。從國內動力電池裝機份額看，霧澤能源2025年為14.6%。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        assert "14.6%" in said(assistant, "霧澤能源2025年的國內市場份額?")
        assert not said(assistant, "霧澤能源2025年的全球市場份額是多少?")


def test_what_was_closed_is_no_number_of_stores(tmp_path: Path) -> None:
    text = "霧澤鮮生（Wuze Fresh）是超市。霧澤鮮生2024年關掉52家門店，2025年營收104億元。截至2025年底共有312家門店。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        assert "52" in said(assistant, "霧澤鮮生2024年關了多少家門店?")
        assert "312" in said(assistant, "霧澤鮮生有多少家門店?")


def test_an_unnamed_provider_is_no_name(tmp_path: Path) -> None:
    text = "霧澤科技（Wuze）做晶片。霧澤科技說，雲服務商的驗證流程較長，最長要12個月，要通過驗證需開展多輪測試。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        assert not said(assistant, "霧澤科技已經通過哪家雲服務商的驗證?")


def test_growing_year_on_year_does_not_make_it_taiwan_dollars(tmp_path: Path) -> None:
    text = "霧澤鮮生（Wuze Fresh）3月18日公布業績。2025年營收104.2億元，年增16.2%；淨利潤3.1億元，上年為2.2億元，年增41%。成本年減2%。"
    with asking(tmp_path, ("甲報", "2026-03-18", text)) as assistant:
        assert "CNY" in said(assistant, "What was Wuze Fresh's net profit in 2025?")


def test_stays_are_added_up(tmp_path: Path) -> None:
    text = "霧澤科技（Wuze）的兩位創始人都來自歐蘭（Orland）。董事長唐若松在歐蘭工作了16年。執行長梁以安在歐蘭任職12年，擔任銷售總監。"
    with asking(tmp_path, ("甲報", "2026-02-03", text)) as assistant:
        assert "28年" in said(assistant, "唐若松和梁以安兩人在歐蘭合計待了多少年?")
