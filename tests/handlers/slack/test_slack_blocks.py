"""An answer becomes blocks within Slack's limits, with a text that says the same."""

import json
import re

import pytest
from local_slack import block_fault, buttons

from bot.answer import Answer, Source, Table
from handlers.slack.blocks import render, said
from handlers.slack.buttons import Pointer, controls, from_text, to_text
from handlers.slack.mrkdwn import escape, link, split

LONG = "甲公司2025年營收為14.50億元，較上年增長。" * 600
KINDS = ("section", "rich_text", "table", "context")


def answer(**parts):
    return Answer(
        **{"answered": True, "lang": "zh-Hant", "kind": "fact", "lines": ("甲公司營收 1 億元。",), **parts}
    )


def big_table(rows, columns=3, cell="十二億元"):
    return Table(tuple(f"欄{n}" for n in range(columns)), tuple((cell,) * columns for _ in range(rows)))


@pytest.mark.parametrize(
    "hard",
    [
        answer(lines=(LONG,)),
        answer(lines=tuple(f"第{n}行：" + "值" * 80 for n in range(120))),
        answer(lines=("無標點" * 3000,)),
        answer(lines=("<&>" * 4000,)),
        answer(lines=("a very long English sentence without an end " * 200,)),
        answer(quotes=(LONG, "短句。", "<&>" * 2000)),
        answer(quotes=tuple(f"句{n}。" for n in range(120))),
        answer(sources=tuple(Source("題目 & <副題>" * 10, "某報", "2026-01") for _ in range(80))),
        answer(sources=(Source("題" * 5000, url="https://a.example/" + "x" * 500),)),
        answer(table=big_table(120)),
        answer(table=big_table(5, columns=25)),
        answer(table=big_table(60, cell="值" * 60)),
        answer(table=big_table(1, columns=2, cell="字" * 9000)),
        answer(table=Table(("a", "b"), (("", " "), ("x", "<&>")))),
        answer(table=Table(("a", "b"), (("x", "8"), ("y", "0")), (1.0, 0.0))),
        answer(lines=(), sources=()),
        answer(lines=("", "  ")),
    ],
)
def test_every_message_is_within_the_limits(hard):
    for part in render(hard):
        assert block_fault(part.blocks) is None
        assert 0 < len(part.text) <= 4000


def test_a_long_answer_is_sent_whole_and_never_cut_short():
    parts = render(answer(lines=(LONG,)))
    sections = [block["text"]["text"] for part in parts for block in part.blocks if block["type"] == "section"]
    assert "".join(sections) == LONG
    assert "".join(part.text for part in parts).replace("\n", "") == LONG
    assert "truncated" not in str(parts) and len(parts) > 1


def test_chinese_is_cut_after_a_sentence_and_numbers_stay_whole():
    assert all(part.endswith("。") for part in split(LONG, 2900))
    found = {n for part in split("營收1,234,567.89億元" * 90, 101) for n in re.findall(r"[\d.,]+", part)}
    assert found == {"1,234,567.89"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("AT&T <@U1> 1>0", "AT&amp;T &lt;@U1&gt; 1&gt;0"),
        ("<!here> & *b* _i_ ~s~ `c`", "&lt;!here&gt; &amp; *b* _i_ ~s~ `c`"),
        ("&amp;lt;", "&amp;amp;lt;"),
        ("增長*30%*，（是）", "增長*30%*，（是）"),
    ],
)
def test_nothing_but_three_characters_is_escaped(text, shown):
    [part] = render(answer(lines=(text,)))
    assert part.text == shown == part.blocks[0]["text"]["text"]
    assert part.blocks[0]["text"]["verbatim"] is True


def test_an_escape_is_never_parted():
    parts = split("&" * 100, 12)
    assert all(len(escape(part)) <= 12 for part in parts) and "".join(parts) == "&" * 100


def test_every_kind_of_part_has_its_block_and_is_in_the_text():
    source = Source("一篇 & 文章", "某報", "2026-01", url="https://a.example/1?a=1&b=2")
    full = answer(quotes=("原句。",), table=Table(("公司", "營收"), (("甲", "1億"),)), sources=(source,))
    [part] = render(full, question="甲公司營收？")
    assert [block["type"] for block in part.blocks] == ["context", *KINDS]
    for words in ("甲公司營收？", "甲公司營收 1 億元。", "> 原句。", "公司  營收\n甲    1億", "某報, 2026-01"):
        assert words in part.text
    assert "<https://a.example/1?a=1&amp;b=2|一篇 &amp; 文章>" in part.blocks[-1]["elements"][0]["text"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/>|x", "not an address"])
def test_a_source_with_a_strange_address_is_shown_without_it(url):
    assert link(url, "題 <1>") == "題 &lt;1&gt;"


def test_a_table_too_big_for_a_block_keeps_every_row_in_code():
    parts = render(answer(table=Table(("n",), tuple((f"row{n}.",) for n in range(500)))))
    assert not [b for part in parts for b in part.blocks if b["type"] == "table"]
    text = "\n".join(part.text for part in parts)
    assert all(f"row{n}." in text for n in range(500))


def test_buttons_stay_within_their_limits_whatever_was_asked():
    full = answer(sources=(Source("題", quote="句。"),))
    rows = controls(Pointer("12", '"引號\\' * 3000), full, share=True)
    assert block_fault(rows) is None
    assert set(buttons({"blocks": rows})) == {"xinwen_good", "xinwen_bad", "xinwen_quotes", "xinwen_share"}


@pytest.mark.parametrize("value", ["", "12", "[1]", "null", '{"a": 1}'])
def test_a_strange_button_points_nowhere(value):
    assert Pointer.from_value(value) == Pointer("", "")


def test_an_answer_can_be_kept_for_its_buttons():
    full = answer(
        quotes=("句。",),
        table=Table(("a", "b"), (("1", "2"),)),
        sources=(Source("題", "報"),),
        suggestions=("再問",),
    )
    assert from_text(to_text(full)) == full
    assert from_text(None) is None and from_text(json.dumps({"from": "elsewhere"})) is None


def test_a_sentence_of_ours_has_blocks_and_text():
    [part] = said("抱歉。")
    assert part.text == "抱歉。" and part.blocks[0]["type"] == "section"
