"""What a quotation must hold: several things for a list, a name, an address, both of two, the body that a post is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.happenings import happenings
from bot.answers.holding import lacks_address, lacks_body, lacks_what_is_asked
from bot.question import Question
from kb.text import fold


def _question(text: str, kind: str) -> Question:
    return Question(text, fold(text), "zh-Hant", kind)


@pytest.mark.parametrize(
    ("question", "kind", "told", "lacks"),
    [
        ("哪幾個品牌不做加盟?", "list", "本刊彙整四家的數字。", True),
        ("哪幾個品牌不做加盟?", "list", "甲、乙兩家不做加盟。", False),
        ("旗下有哪些品牌?", "list", "「晨谷」佔21%,「雲朵」佔33%。", False),
        ("Which brands does it own?", "list", "It sells Torrin, Zip and Bluebell.", False),
        ("那家供應商叫什麼?", "fact", "起因是供應商的一次失誤。", True),
        ("那家供應商叫什麼?", "fact", "供應商名為禾豐。", False),
        ("翻桌率怎麼算的?", "fact", "董事長說先把翻桌率拉回四次。", True),
        ("翻桌率怎麼算的?", "fact", "翻桌率是指每張桌子一天接待幾組客人。", False),
        ("新梯跟舊梯更新,哪種單比較多?", "fact", "毛利率升到25%。", True),
        ("新梯跟舊梯更新,哪種單比較多?", "fact", "舊梯更新接單較多。", False),
        ("林泉2026年的營收指引是多少?", "fact", "林泉營收12億元,增長8%。", True),
        ("林泉2026年的營收指引是多少?", "fact", "林泉預計今年營收13億元。", False),
        ("What is Larkhill's guidance for 2026?", "fact", "Larkhill expects sales of £40m.", False),
        ("每袋售價減去成本等於多少?", "fact", "售價每袋70元,成本50元。", True),
        ("木犀S和木犀L的價格比較一下", "fact", "木犀L的價格為12萬元。", True),
        ("木犀S和木犀L的價格比較一下", "fact", "木犀S賣9萬元,木犀L賣12萬元。", False),
        ("木犀S和木犀L的價格比較一下", "fact", "The Muxi L costs 120,000 yuan.", False),
        ("營收來自哪些航線,各占多少?", "list", "營收1,486億元,年減17.2%;每股盈餘9.84元、股利4元。", True),
        ("營收來自哪些航線,各占多少?", "list", "美洲線占營收41%、近洋線27%。", False),
    ],
)
def test_what_is_asked_for_must_be_there(question: str, kind: str, told: str, lacks: bool) -> None:
    assert lacks_what_is_asked(_question(question, kind), fold(told), told, 0) is lacks


def test_what_is_lost_every_year_is_told_of_a_year() -> None:
    question = replace(_question("How much of its range does the van lose every year?", "fact"), wants="amount")
    for told, lacks in (("The van has a range of 420 kilometres.", True), ("The van loses 2% of its range a year.", False)):
        assert lacks_what_is_asked(question, fold(told), told, 0) is lacks


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("官網網址是什麼?", "窯行是一家陶瓷公司。", True),
        ("官網網址是什麼?", "官方網站為www.yaohang.example。", False),
        ("哪個網站先報導的?", "器物最先報導。", False),
    ],
)
def test_an_address_is_told_as_one(question: str, told: str, lacks: bool) -> None:
    assert lacks_address(_question(question, "fact"), fold(told)) is lacks


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("窯行的工會主席是誰?", "席若海任主席。", True),
        ("窯行的工會主席是誰?", "工會理事長歐振宇批評。", False),
        ("Who is the union leader at Oldmoor?", "Lena Quist leads it.", True),
        ("窯行的主席是誰?", "席若海任主席。", False),
    ],
)
def test_a_post_is_of_its_body(question: str, told: str, lacks: bool) -> None:
    assert lacks_body(_question(question, "person"), fold(told)) is lacks


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("为什么往后拖", "the opening was put back", "delay"),
        ("why did it scrap the plan", "公司放弃了这个计划", "stop"),
        ("为什么解散团队", "the unit was shut", "stop"),
        ("why was he fired", "董事会解聘了他", "dismiss"),
        ("为什么卖掉盐湖", "it sold the lake", "sell"),
    ],
)
def test_one_happening_in_other_words(one: str, other: str, kind: str) -> None:
    assert kind in happenings(one) & happenings(other)
