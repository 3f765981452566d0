"""What tells nothing of the kind that is asked for in so many words is no answer: a percentage, a quarter, a saving, six of six."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answers.answertype import of_another_type
from bot.question import Question
from kb.text import fold
from tests.bot.archives import asking, reply


def _lacks(question: str, told: tuple[str, ...], route: str, kind: str = "fact") -> bool:
    asked = Question(question, fold(question), "zh-Hant", kind)
    return of_another_type(asked, Answer(True, "zh-Hant", kind, told), fold(" ".join(told)), route)


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("By what percentage is the Heron 6 cheaper to build?", "The Heron 6 costs 205,000 yuan to build, against 480,000.", True),
        ("By what percentage is the Heron 6 cheaper to build?", "The Heron 6 is 57% cheaper to build.", False),
        ("海外收入占多少?", "海外收入12億元。", True),
        ("海外收入占多少?", "海外收入占三成。", False),
        ("全公司占幾個人?", "其中112人做研發。", False),
        ("哪個季度營收最高?", "最大客戶占28%。", True),
        ("哪個季度營收最高?", "第三季營收91億元,為全年最高。", False),
        ("一種語言能省下多少錢?", "成本由90萬元壓到22萬元。", True),
        ("一種語言能省下多少錢?", "一種語言可省68萬元。", False),
        ("去年機師淨增幾個?", "31名離職、58名報到。", True),
        ("掛牌當天漲了還是跌了?", "霜途2025年11月20日掛牌。", True),
        ("掛牌當天漲了還是跌了?", "霜途首日漲6.5%。", False),
        ("Was its share up or down?", "It listed on 20 November.", True),
    ],
)
def test_a_thing_of_the_kind_asked_for_must_be_told(question: str, told: str, lacks: bool) -> None:
    assert _lacks(question, (told,), "passage") is lacks


@pytest.mark.parametrize(
    ("question", "kind", "told", "lacks"),
    [
        ("出貨前三名是哪些品牌?", "list", ("禾光:41萬台。", "映瀾:30萬台。", "其餘品牌:12萬台。"), True),
        ("出貨前三名是哪些品牌?", "list", ("禾光:41萬台。", "映瀾:30萬台。", "朵視:20萬台。"), False),
        ("哪兩個人受罰?", "list", ("罰款金額:2870萬元。",), True),
        ("分地區的收入占比", "fact", ("內地:占52%。",), True),
        ("分地區的收入占比", "fact", ("內地:占52%。", "海外:占48%。"), False),
        ("現在有幾台車在跑?", "fact", ("工作效率:14.6趟。",), True),
        ("現在有幾台車在跑?", "fact", ("車隊:420輛。",), False),
        ("三家新簽訂單合計多少GW?", "fact", ("合計190.5億元。",), True),
        ("三家新簽訂單合計多少GW?", "fact", ("合計10.9GW。",), False),
    ],
)
def test_rows_tell_as_many_and_what_is_counted(question: str, kind: str, told: tuple[str, ...], lacks: bool) -> None:
    assert _lacks(question, told, "rows", kind) is lacks


def test_the_basic_pay_of_others_is_no_pay_of_hers(tmp_path: Path) -> None:
    article = """嶼速物流行政總裁葉書敏接受專訪。
葉書敏：我們把計件改成底薪加計件，再加一份醫療保險，一年多花了1.7億元。
葉書敏說，快遞員留得住，準時率才留得住。"""
    with asking(tmp_path, ("週刊", "2026-06-02", article)) as assistant:
        assert not reply(assistant, "葉書敏年薪多少?").answered
