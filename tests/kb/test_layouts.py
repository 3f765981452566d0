"""How a text is laid out tells where an article begins, what it is called, and who published it when."""

import datetime

import pytest

from kb.bylines import byline, iso_date
from kb.layouts import pieces
from kb.markdown import plain

HANT = "甲公司昨日發佈業績預告，預計全年營收達到十四億元，較上年增長兩倍，主要因為產品進入量產階段。"
BODY = HANT * 4


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**A** and [b](http://c.d/e_(f)) `g`", "A and b g"),
        ("one\ntwo\n\nthree", "one two\nthree"),
        ("營收\n增長", "營收增長"),
        ("- a\n- b\n  c\n1. d", "a\nb c\n1. d"),
        ("| 公司 | 營收 |\n|---|--:|\n| 甲 | 14.5億 |", "公司 | 營收\n甲 | 14.5億"),
        ("a\n\n---\n\nb", "a\nb"),
        ("2*3*4 <5% snake_case", "2*3*4 <5% snake_case"),
        ("<!-- note -->a<br>", "a"),
        ("> said\n> so", "said so"),
        ("Head\n----\ntext", "## Head\ntext"),
    ],
)
def test_markdown_loses_its_marks_and_no_word(markdown, text):
    assert plain(markdown) == ("", text)


def test_one_text_of_several_articles_with_stray_lines():
    first = f"#GPU #業績\n還須等\n甲標題!\n{BODY} (甲報)\n"
    second = f"乙標題\n{BODY}https://example.org/ (乙報)\n分享\n"
    text = f"{first}{second}丙標題\n{BODY} (36氪)\n頂部"
    assert [(p.title, p.publisher, p.tags) for p in pieces(text)] == [
        ("甲標題!", "甲報", ("GPU", "業績")),
        ("乙標題", "乙報", ()),
        ("丙標題", "36氪", ()),
    ]
    assert pieces(text)[0].text == BODY
    assert pieces(text)[1].text == f"{BODY}https://example.org/"


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n\n\n"])
def test_articles_of_several_paragraphs_end_where_a_publisher_is_named(blank):
    lines = ["甲標題", HANT, "背景", HANT + "(甲報)", "雜訊", "乙標題", HANT, HANT, "（乙報）", "丙標題", HANT]
    found = pieces(blank.join(lines))
    assert [(p.title, p.publisher) for p in found] == [("甲標題", "甲報"), ("乙標題", "乙報"), ("丙標題", None)]
    assert found[0].text == f"{HANT}\n## 背景\n{HANT}"


def test_articles_without_titles_are_still_told_apart():
    found = pieces(f"{BODY} (甲報)\n{BODY} (乙報)")
    assert [(p.publisher, p.text) for p in found] == [("甲報", BODY), ("乙報", BODY)]
    assert HANT.startswith(found[0].title.rstrip("…"))


@pytest.mark.parametrize("aside", [f"{BODY}（圖）", f"{BODY}營收增長20% (同比)", f"{BODY}在科創板掛牌 (688795)"])
def test_an_aside_in_parentheses_is_no_publisher(aside):
    (piece,) = pieces(f"標題\n{aside}\n{BODY}")
    assert (piece.title, piece.publisher, piece.text) == ("標題", None, f"{aside}\n{BODY}")


@pytest.mark.parametrize(
    ("lines", "publisher", "published"),
    [
        (["2026年1月21日 10:30 來源：財聯社", "", HANT, HANT], "財聯社", "2026-01-21"),
        (["作者：張三", "2026-01-21 08:00:00", HANT, HANT], None, "2026-01-21"),
        ([HANT, HANT, "（財聯社）", "2026-01-21"], "財聯社", "2026-01-21"),
        ([HANT, HANT, "來源: 財聯社"], "財聯社", None),
        ([HANT, HANT + "（財聯社）"], "財聯社", None),
        (["By Jane Doe", "January 21, 2026", HANT, HANT, "Source: Example Daily"], "Example Daily", "2026-01-21"),
    ],
)
def test_plain_text_tells_its_publisher_and_date_on_lines_of_their_own(lines, publisher, published):
    (piece,) = pieces("\n".join(["甲公司公佈業績", *lines]))
    assert (piece.title, piece.publisher, piece.published) == ("甲公司公佈業績", publisher, published)
    assert piece.text == f"{HANT}\n{HANT}"


def test_a_date_within_a_sentence_is_not_the_date_of_the_article():
    (piece,) = pieces(f"標題\n2025年6月，{HANT}")
    assert piece.published is None
    assert piece.text.startswith("2025年6月")


def test_a_short_brief_is_an_article_too():
    assert [(p.title, p.text) for p in pieces("快訊\n公司昨日宣佈回購")] == [("快訊", "公司昨日宣佈回購")]
    assert [(p.title, p.text) for p in pieces("公司宣佈回購。")] == [("公司宣佈回購", "公司宣佈回購。")]


def test_a_text_broken_at_a_fixed_width_gets_its_paragraphs_back():
    line = "Analog chip makers raised prices by ten percent in January as"
    (piece,) = pieces(f"Prices rise\n\n{line}\n{line}\n{line}\nbefore.\n\nThat is all.")
    assert piece.text == f"{line} {line} {line} before.\nThat is all."


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("發佈時間：2026-01-21 10:00", (None, "2026-01-21")),
        ("Published on 21 Jan 2026", (None, "2026-01-21")),
        ("【半導體產業縱橫】", ("半導體產業縱橫", None)),
        ("来源：36氪 作者：李四", ("36氪", None)),
        ("文／王五", (None, None)),
    ],
)
def test_a_byline_says_who_and_when(line, found):
    said = byline(line)
    assert said is not None
    assert (said.publisher, said.published) == found


@pytest.mark.parametrize(
    "line",
    ["2026年展望", "公司的收入來源：廣告", "By 2026 revenue doubled", "(2025)", "作者認為市場向好", ""],
)
def test_what_only_resembles_a_byline_is_text(line):
    assert byline(line) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (datetime.date(2026, 1, 5), "2026-01-05"),
        (datetime.datetime(2026, 1, 5, 8, tzinfo=datetime.UTC), "2026-01-05"),
        (2026, "2026"),
        ("2026年", "2026"),
        ("2026-01", "2026-01"),
        ("2026.1.5", "2026-01-05"),
        ("2026-01-05T08:00:00Z", "2026-01-05"),
        ("2026-02-30", None),
        ("soon", None),
    ],
)
def test_dates_become_iso_dates_or_parts_of_one(value, date):
    assert iso_date(value) == date
