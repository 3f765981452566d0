"""Cutting long answers into messages."""

from __future__ import annotations

import pytest
from telegram_html import visible

from handlers.telegram.split import LIMIT, Piece, cut, pages, size

SENTENCE = "摩爾線程二〇二五年營收預計增長，虧損收窄。"


@pytest.mark.parametrize(
    ("text", "limit", "first"),
    [
        ("甲公司增長。乙公司虧損，但收窄", 12, "甲公司增長。"),
        ("甲公司增長！乙公司虧損，但收窄", 12, "甲公司增長！"),
        ("他說「增長。」乙公司虧損，但收窄", 12, "他說「增長。」"),
        ("First line\nsecond line goes on", 20, "First line\n"),
        ("It was 14.50 then. And 15.20 later", 30, "It was 14.50 then."),
        ("Rose! Fell now and again ever since", 20, "Rose!"),
        ("沒有句號的長文字，逗號也可以斷開的地方", 12, "沒有句號的長文字，"),
        ("words without any stop at all", 13, "words "),
        ("一二三四五六七八九十一二三四五六", 10, "一二三四五六七八九十"),
    ],
)
def test_a_cut_comes_after_a_sentence_else_a_clause_else_a_word(text: str, limit: int, first: str) -> None:
    assert text[: cut(text, limit)] == first


@pytest.mark.parametrize("tag", ["", "b", "quote", "long quote", "pre"])
@pytest.mark.parametrize("text", [SENTENCE * 700, "<&>" * 5000, "😀" * 5000, "A sentence. " * 900])
def test_every_page_fits_is_valid_and_nothing_is_lost(tag: str, text: str) -> None:
    made = pages([(Piece("Head\n", "b"), Piece(text, tag)), (Piece("tail"),)])
    assert len(made) > 1
    assert all(size(visible(page.html)) <= LIMIT and visible(page.html) == page.plain for page in made)
    assert "".join("".join(page.plain.split()) for page in made) == "".join(f"Head{text}tail".split())


def test_chinese_is_cut_at_full_stops() -> None:
    made = pages([(Piece(SENTENCE * 700),)])
    assert all(page.plain.endswith("。") and page.plain.startswith("摩") for page in made)


def test_what_fits_on_one_page_stays_on_one() -> None:
    made = pages([(Piece("一"),), (Piece("二", "quote"),)])
    assert [page.html for page in made] == ["一\n\n<blockquote>二</blockquote>"]


def test_a_block_moves_to_the_next_page_whole() -> None:
    made = pages([(Piece("甲" * 4000),), (Piece("乙" * 500),)])
    assert [len(page.plain) for page in made] == [4000, 500]


def test_no_text_makes_no_page() -> None:
    assert pages([(Piece(" \n"),)]) == []
