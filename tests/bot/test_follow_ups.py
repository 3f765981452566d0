"""What a follow-up means: this year's target, the company of somebody named, who leaves when; names as they are said."""

from __future__ import annotations

import pytest

from bot.state import State
from tests.bot.archives import reply

ARTICLES = (
    ("港岸商报", "2026-03-24", """汇澄诊断公布全年业绩。汇澄诊断2025年收入28.64亿港元,升3.2%。财务总监邝若珊表示,2026年收入目标为30亿至31亿港元。"""),
    ("Ledger Wire", "2026-02-26", """Quellstone Software reported fourth-quarter revenue of $410 million. CFO Dileep Varan leaves on April 30; chief accounting officer Ingrid Solheim succeeds him. Quellstone was founded in 2009 in Leeds."""),
    ("芯潮日报", "2026-01-30", """朔野存储(Karvix)预计2025年净利润11.60亿元到13.20亿元。朔野存储成立于2011年。"""),
    ("港口紀要", "2026-02-20", """滙礁港口2024年營收為52.1億元，2025年營收為60.4億元，年增15.9%，其中越南占14%，泰國占9%。
栢灣港口2024年營收為33.7億元，2025年營收為31.2億元。"""),
    ("紙業週報", "2026-03-02", """禾杉紙業將投資12億元擴建花蓮紙漿廠，2027年第二季完工。禾杉紙業的首家門市由台南廠於2019年建成。
禾杉紙業首席技術官韓以清2014年加入。首席財務官梁佩文2016年加入。總經理陸遠生1999年進入青崗集團(Qinggang Group)，2005年任華東區銷售總監。"""),
)  # fmt: skip


def last(assistant, *turns):
    state = State()
    for turn in turns:
        answer, state = assistant.reply(turn, state)
    return answer


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("匯澄2025年收入幾多?", "今年目標呢?"), "30億"),
        (("Who is the CFO of Quellstone?", "When does he leave?"), "April 30"),
        (("Quellstone的CFO是谁", "他们公司哪年成立的?"), "2009"),
        (("滙礁港口2025年營收", "那栢灣港口24年?"), "33.7"),
        (("滙礁港口2025年營收", "栢灣港口2024年?"), "33.7"),
        (("滙礁港口2025年營收", "漲幅呢"), "15.9"),
        (("滙礁港口2024年營收", "那下一年呢?"), "60.4"),
        (("What was 栢灣港口's revenue in 2024?", "And the year after?"), "3.12"),
        (("滙礁港口2025年營收", "栢灣港口?", "哪家高"), "滙礁港口較高"),
        (("滙礁港口2025年營收", "栢灣港口?", "兩家差多少"), "29.2"),
        (("滙礁港口2025年營收越南占多少", "泰國?"), "9%"),
        (("禾杉的花蓮紙漿廠擴建要花多少錢?", "幾時蓋好?"), "2027年第二季"),
        (("禾杉的首席技術官是誰?", "那CFO呢?"), "梁佩文"),
        (("Who is the CTO of 禾杉紙業?", "And its CFO?"), "梁佩文"),
    ],
)
def test_a_follow_up_is_about_whom_it_means(assistant, turns, said):
    answer = last(assistant, *turns)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer.lines


@pytest.mark.parametrize("turns", [("滙礁港口2025年營收", "那栢灣港口2019年?"), ("滙礁港口2025年營收", "智利?")])
def test_what_is_not_told_of_another_is_not_answered_with_the_same(assistant, turns):
    answer = last(assistant, *turns)
    assert not answer.answered or "60.4" not in " ".join([*answer.lines, *answer.quotes])


def test_where_somebody_was_before_is_not_told_by_where_they_are(assistant):
    assert not reply(assistant, "韓以清加入禾杉之前在哪家公司任職?").answered
    assert not reply(assistant, "Where did 梁佩文 work before joining 禾杉?").answered


def test_who_held_a_post_elsewhere_holds_none_here(assistant):
    assert not reply(assistant, "禾杉的銷售總監是誰?").answered


@pytest.mark.parametrize("question", ["朔野纯储 2025年净利润", "Karviks 2025 net profit", "朔野存儲2025年淨利潤"])
def test_a_name_is_known_as_it_is_heard(assistant, question):
    assert "11.6" in " ".join(reply(assistant, question).lines) or "1.16" in " ".join(reply(assistant, question).lines)


def test_the_answer_is_in_the_script_of_the_message_and_not_of_how_it_is_read(assistant):
    assert reply(assistant, "朔野存储最早是谁搞起来的").lang == "zh-Hans"
