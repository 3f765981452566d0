"""What an interviewer asks and a number answers is a figure; bold lines over others are headings."""

from __future__ import annotations

import pytest

from kb import markdown
from kb.askedfigures import stated
from kb.quantities import find


@pytest.mark.parametrize(
    ("asked", "answer", "said"),
    [
        ("去年到底賣了多少台？", "算上租出去的，一共1,402台，多了一倍。", "去年到底賣了1,402台。"),
        ("現在團隊多大？最缺什麼人？", "560人。", "現在團隊有560人。"),
        ("一輛賣多少錢？", "498萬元。", "一輛賣498萬元。"),
        ("公司有多少客戶？", "目前412家。", "公司412家客戶。"),
        ("去年賣了多少台？", "我們有560人。", ""),  # another thing is counted
        ("去年賣了多少台？", "2024年裁掉12人之後,賣了1,402台。", ""),  # another number comes first
        ("為什麼虧錢？", "因為花了1.36億元。", ""),
    ],
)
def test_a_number_that_answers_stands_in_the_question(asked: str, answer: str, said: str) -> None:
    assert stated(f"Q: {asked}", answer, find(answer)[0]) == said


def test_lines_in_bold_over_others_are_headings() -> None:
    _, text = markdown.plain("## 導言\n\n開頭。\n\n**甲公司：漲價**\n\n甲漲了一成。\n\n**乙公司：擴產**\n\n乙投資十億元。")
    assert "### 甲公司：漲價" in text
    assert "### 乙公司：擴產" in text


def test_a_sentence_in_bold_is_no_heading() -> None:
    _, text = markdown.plain("**這是重點。**\n\n內文。\n\n**這也是重點。**\n\n內文。")
    assert "#" not in text
