"""An interview's turns come out alike, however they are printed; articles that only ask now and then are none."""

from __future__ import annotations

import pytest

from kb import interviews, markdown, passages

_LABELS = "引言。\n\n問：去年怎樣？\n\n答：我們賣了三成。\n\n問：為何搬家？\n\n答：租金太貴。\n\n公司共有 20 人。"
_NAMES = "引言。\n\n岸線財經：去年怎樣？\n\n丁若安：我們賣了三成。\n\n岸線財經：為何搬家？\n\n丁若安：租金太貴。\n\n公司共有 20 人。"
_ONE_LINE = "引言。\n\n**Q1：去年怎樣？**\nA1：我們賣了三成。\n\n**Q2：為何搬家？**\nA2：租金太貴。\n\n公司共有 20 人。"
_MIXED = "引言。\n\n問:去年怎樣？\n丁若安:我們賣了三成。\n\n問:為何搬家？\n丁若安:租金太貴。\n\n公司共有 20 人。"


@pytest.mark.parametrize("printed", [_LABELS, _NAMES, _ONE_LINE, _MIXED])
def test_labels_are_read_alike(printed: str) -> None:
    told = [(heading, said) for _, heading, said in passages.split(markdown.plain(printed)[1])]
    assert told == [
        ("", "引言。"), ("Q: 去年怎樣？", "去年怎樣？"), ("Q: 去年怎樣？", "我們賣了三成。"),
        ("Q: 為何搬家？", "為何搬家？"), ("Q: 為何搬家？", "租金太貴。"), ("", "公司共有 20 人。"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["## {}", "**{}**\n", "{}"])
def test_headings_and_lines_that_ask(mark: str) -> None:
    asked = ["How was last year?", "Why did you leave Oslo?", "What comes next?"]
    told = ["We sold a third more.", "Our landlord doubled the rent.", '"I cannot say."']
    text = "\n\n".join(["Ada Quell runs Selmark.", *(f"{mark.format(a)}\n\n{t}" for a, t in zip(asked, told, strict=True)), "Selmark employs 90 people."])
    split = passages.split(markdown.plain(text)[1])
    assert [s for _, h, s in split if interviews.asks(h, s)] == asked
    assert [s for _, h, s in split if interviews.answers(h, s)] == ["We sold a third more.", "Our landlord doubled the rent.", "I cannot say."]
    assert [s for _, h, s in split if not h] == ["Ada Quell runs Selmark.", "Selmark employs 90 people."]


@pytest.mark.parametrize(
    "text",
    [
        "## 為什麼漲價?\n麵粉貴了。\n## 誰受影響?\n小店。\n## 接下來呢?\n還會再漲。",  # nobody says "we"
        "公司名称：甲\n地址：乙\n电话：丙\n公司名称：丁\n地址：戊\n电话：己",
        "Why now? Because rates fell.\nThe bank said: rates will fall.\nThe broker said: they will rise.",
    ],
)  # fmt: skip
def test_no_interview(text: str) -> None:
    assert interviews.read(text.split("\n")) is None
