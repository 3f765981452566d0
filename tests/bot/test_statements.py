"""Which of several statements is meant: what was forecast or what came of it, when it was said, and by how much they differ."""


import pytest

from bot import statements
from bot.fillers import fillers
from bot.state import State
from kb.periods import find
from kb.text import fold
from tests.bot.archives import reply

ARTICLES = (
    ("藍籌週報", "2026-01-28", """1月24日，岱石股份（688902.SH）公告，預計2025年實現營收48.60億元至50.20億元，歸母淨利潤6.35億元至6.95億元。
1月26日，砥石科技（688901.SH）預告，預計2025年營收9.4億元，同比增長25%；歸母淨利潤0.52億元。"""),
    ("巷口財經", "2026-04-02", """岱石股份3月27日披露年報：2025年營收49.87億元，歸母淨利潤6.12億元，低於1月預告的下限；扣非淨利潤5.74億元。
砥石科技2025年營收為9.62億元，2024年營收為7.52億元。岱石股份截至2025年底員工3,120人，2025年資產負債率為58.7%。
岱石股份2025年第三季度自由現金流為1.8億元，第四季度自由現金流為2.3億元。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "basis", "published"),
    [
        ("岱石1月發的預告裡,去年營收多少", "forecast", ("01",)),
        ("岱石2026年1月的業績預告中營收多少", "forecast", ("2026-01",)),
        ("1月那批功率半導體預告裡誰虧最多", "forecast", ("01",)),
        ("3月27日披露的年報裡淨利多少", "actual", ("03",)),
        ("1月預計全年營收多少", "forecast", ("01",)),
        ("In its January forecast, what was the revenue?", "forecast", ("01",)),
        ("the guidance given in January 2026 for revenue", "forecast", ("2026-01",)),
        ("What was its actual revenue in the end?", "actual", ()),
        ("預告說多少,最後實際多少", "both", ()),
        # A month the figure itself is of.
        ("驭岚1月交付了多少輛", "", ()),
        ("12月營收公告裡營收多少", "", ()),
        ("How many cars did it deliver in January?", "", ()),
    ],
)
def test_which_statement_is_meant(question, basis, published):
    folded = fold(question)
    found, _ = statements.read(folded, find(folded))
    assert (found.basis, found.published) == (basis, published)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岱石1月預告的營收是多少?", "預計為48.60億元至50.20億元"),
        ("岱石股份1月發的預告裡,去年歸母淨利大概多少", "6.35億元至6.95億元"),
        ("What revenue did 岱石股份 give in its January forecast?", "48.60億元至50.20億元"),
        ("岱石股份2025年營收最後實際是多少?", "營收為49.87億元"),
        ("What was 岱石股份's actual 2025 revenue?", "49.87億元"),
        ("岱石股份2025年扣非淨利是多少?", "扣非淨利潤為5.74億元"),
        ("岱石股份2025歸母淨利,當初預告跟後來年報各寫多少?", "6.12億元"),
        ("岱石股份2025歸母淨利,當初預告跟後來年報各寫多少?", "6.35億元至6.95億元"),
        ("岱石股份實際歸母淨利比預告的下限少了多少?", "相差2300萬元 (= 6.35億元 − 6.12億元)"),
        ("How far below the low end of its forecast did 岱石股份's attributable net profit come in?", "CNY 23 million"),
        # A change as an amount.
        ("砥石科技2025年營收比前一年多了多少錢?", "相差2.1億元"),
        # What stands at the end of a year, and the latest quarter.
        ("岱石股份年末資產負債率多少?", "58.7%"),
        ("What was 岱石股份's debt ratio at the end of 2025?", "58.7%"),
        ("岱石股份上個季度自由現金流多少?", "2.3億元"),
        ("What was 岱石股份's free cash flow last quarter?", "2.3億元"),
    ],
)
def test_the_statement_meant_is_told(assistant, question, said):
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join(answer.lines)


def test_a_follow_up_keeps_the_statement_and_the_period(assistant):
    state = State()
    for turn in ("岱石1月預告的營收是多少?", "那歸母淨利呢?"):
        answer, state = assistant.reply(turn, state)
    assert "6.35億元至6.95億元" in answer.lines[0]
    state = State()
    for turn in ("砥石科技2025年歸母淨利多少?", "那營收呢", "比去年多了幾%?"):
        answer, state = assistant.reply(turn, state)
    assert "25%" in " ".join(answer.lines) or "27.9" in " ".join(answer.lines)


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("比前一年多了多少钱", ["多了"]),
        ("2月交付比1月少那么多", ["那么多"]),
        ("CUDA是哪年面世的来着", ["来着"]),
        ("愿景是哪句话", ["哪句话"]),
        ("折合人民币是多少", ["折合"]),
        ("预告和年报说的一样吗", ["说的一样吗"]),
        ("in money terms, how much extra revenue", ["in money terms", "extra"]),
        ("break down the payments please", ["break down", "please"]),
        ("等于成本的几倍", ["等于"]),
        ("等于什么", []),
        ("是什么让股价大跌", ["是什么让"]),
        ("新厂推迟,道理在哪", [",道理在哪"]),
        ("他的说法是什么", []),
        ("what is the reason kestrane gives for wanting a yard", ["what is the reason ", "gives for wanting"]),
        ("开业以来最大的订单", ["开业以来"]),
        ("卖了多少", []),
        ("its terms of service", []),
    ],
)
def test_words_that_ask_nothing(question, taken):
    assert [question[a:b] for a, b in fillers(question)] == taken
