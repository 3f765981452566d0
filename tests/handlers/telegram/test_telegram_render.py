"""How an answer looks on Telegram."""

from __future__ import annotations

from rich.cells import cell_len
from telegram_html import visible

from bot.answer import Answer, Source, Table
from handlers.telegram.render import answer_blocks, source_blocks
from handlers.telegram.split import pages


def html(answer: Answer, question: str | None = None) -> str:
    (page,) = pages(answer_blocks(answer, question))
    assert visible(page.html) == page.plain
    return page.html


def fact(**more: object) -> Answer:
    return Answer(True, "zh-Hant", "fact", ("營收 14.50–15.20億元。",), **more)  # type: ignore[arg-type]


def test_statements_come_first_then_sources_as_publisher_date_title() -> None:
    answer = fact(sources=(Source("晶片四小龍", "某報", "2026-01-20"), Source("無日期的文章")))
    assert html(answer) == (
        "營收 14.50–15.20億元。\n\n<b>來源</b>\n1. 某報 · 2026-01-20 · <i>晶片四小龍</i>\n2. <i>無日期的文章</i>"
    )


def test_everything_is_escaped() -> None:
    nasty = "<b>&\"'</b> <script>"
    answer = Answer(
        True,
        "en",
        "fact",
        (nasty,),
        quotes=(nasty,),
        table=Table((nasty, "n"), ((nasty, "1"),)),
        sources=(Source(nasty, nasty, nasty, nasty, 'https://a.example/?a=1&b="><b>'),),
    )
    assert html(answer, nasty).count("&lt;script&gt;") == 8
    assert "<script>" not in pages(source_blocks(answer))[0].html


def test_a_short_quote_is_open_and_a_long_one_folded() -> None:
    shown = html(fact(quotes=("短。", "長" * 300)))
    assert "<blockquote>短。</blockquote>" in shown
    assert f"<blockquote expandable>{'長' * 300}</blockquote>" in shown


def test_table_columns_line_up_by_display_width() -> None:
    answer = fact(table=Table(("公司", "營收"), (("摩爾線程", "14.50億元"), ("AMEC", "90.65億元"))))
    table = html(answer).split("<pre>")[1].split("</pre>")[0].split("\n")
    assert {cell_len(row[: row.rindex("  ") + 2]) for row in table} == {10}


def test_a_table_has_bars_where_a_phone_has_room_for_them():
    rows = (("摩爾線程", "14.50億元"), ("AMEC", "7億元"))
    assert "14.50億元  ████████████" in html(fact(table=Table(("公司", "營收"), rows, (1.0, 0.5))))
    wide = tuple((name, value + "值" * 20) for name, value in rows)
    assert "█" not in html(fact(table=Table(("公司", "營收"), wide, (1.0, 0.5))))


def test_a_table_too_wide_for_a_phone_becomes_a_list() -> None:
    shown = html(fact(table=Table(("公司", "說明"), (("甲", "字" * 40), ("乙", "文" * 40)))))
    assert "<pre>" not in shown
    assert f"<b>甲</b>\n  說明: {'字' * 40}\n<b>乙</b>" in shown


def test_a_source_with_an_address_is_a_link_and_other_schemes_are_not() -> None:
    shown = html(fact(sources=(Source("T", url="https://a.example/1"), Source("U", url="javascript:x"))))
    assert '<a href="https://a.example/1">T</a>' in shown
    assert "<i>U</i>" in shown


def test_sources_on_request_carry_their_sentences() -> None:
    (page,) = pages(source_blocks(fact(sources=(Source("T", "P", "2026", "原句。"),))))
    assert page.html == "<b>來源</b>\n\n1. P · 2026 · <i>T</i>\n<blockquote>原句。</blockquote>"
