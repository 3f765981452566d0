"""A block of fields under a name: each line by itself, and two on a line."""

from __future__ import annotations

from kb import markdown, passages

_BLOCK = "鳴蟬智能（Cicada AI）\n成立時間：2019年　總部：杭州\n平均售價：1,099元　用戶滿意度：9.1分\n四家中唯一的上市公司，訂閱付費率31%。\n"


def test_fields_are_sentences_of_their_own() -> None:
    told = [s for _, _, s in passages.split(markdown.plain(_BLOCK)[1])]
    assert told == ["鳴蟬智能（Cicada AI）", "成立時間：2019年。", "總部：杭州。", "平均售價：1,099元。", "用戶滿意度：9.1分。", "四家中唯一的上市公司，訂閱付費率31%。"]


def test_a_sentence_broken_at_a_width_stays_whole() -> None:
    assert markdown.plain("公司表示：今年營收\n將會增長，並\n擴大產能。\n")[1] == "公司表示：今年營收將會增長，並擴大產能。"
