"""What one of several costs or brings on average, where a sentence tells how many there are and what all of them come to.

另有12艘…在建,總造價22.8億美元: 1.9億美元 each. An average that is printed is not worked out.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.told import Figure, Told, read
from bot.asked import counted_in
from bot.counting import counted
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money, physical

_ASKED = lazy.compile(r"平均|均摊|每[\u3400-\u9fff][^,?]{0,6}(?:多少|几)|\b(?:average|apiece|each|per)\b")
_PRINTED = lazy.compile(r"平均|每[\u3400-\u9fff]{1,2}[^,;。\d]{0,4}\d|\b(?:average|apiece|each|per)\b")
_TOTAL = lazy.compile(r"总|合计|合共|共|价值|\b(?:total|worth|combined|altogether|for)\b")
_ONE = lazy.compile(r"(?:平均每?|每|单)(?:一)?(?P<counter>[\u3400-\u9fff])")
_EACH = lazy.compile(r"(?:平均)?每一?[\u3400-\u9fff]")
_PER = lazy.compile(r"\b(?:per|each|a) (?P<en>[a-z]+)")


class Averages:
    """Works out averages, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer with the average; None where it is not asked for or its two figures are not told together once."""
        if not _ASKED.search(question.folded) or not question.subjects or question.wants in ("reason", "date", "person", "ratio", "duration", "age"):
            return None
        found: dict[tuple[Decimal | None, Decimal | None], tuple[Figure, Figure]] = {}
        one = _ONE.search(question.folded)
        printed = re.compile(rf"平均|[每单]{one['counter']}") if one else _PRINTED
        for sentence in self._told.sentences(question):
            if printed.search(fold(sentence.text)) or self._told.another(question, sentence):
                continue
            told = [f for f in read(sentence) if f.exact and not f.change and f.quantity.unit]
            many = [f for f in told if self._counts(question, f)]
            sums = [f for f in told if is_money(f.quantity.unit) and _TOTAL.search(f.own) and self._of_what(question, f)]
            sums = sums or [f for f in told if f not in many and self._asked_of_each(question, f)]
            if len(sums) == 1 == len(many) and (many[0].quantity.lo or 0) > 1:
                found.setdefault((sums[0].quantity.lo, many[0].quantity.lo), (sums[0], many[0]))
        if len(found) != 1:
            return None
        total, number = next(iter(found.values()))
        each = arithmetic.to_digits((total.quantity.lo or Decimal(0)) / (number.quantity.lo or Decimal(1)), min(4, arithmetic.digits(total.quantity)))
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((each, each), total.quantity.unit), lang)
        sum_ = f"{self._told.value(total.quantity)} ÷ {self._told.value(number.quantity)}"
        return self._told.answer(f"{words.worked.format(value=value)} (= {sum_})", [total.sentence])

    def _of_what(self, question: Question, total: Figure) -> bool:
        """Whether a sum is of what is asked for, by the words before it: the freight rate of a box is no part of what ships cost."""
        words = set(tokens(total.own, self._told.evidence.library.names))
        measures = {f"m_{m.replace('-', '_')}" for m in question.measures}
        if measures:
            return bool(measures & words)
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _ASKED.search(n.surface))]
        return any(n.surface in total.own or any(o and all(t in words for t in o) for o in n.options) for n in needs)

    @staticmethod
    def _asked_of_each(question: Question, figure: Figure) -> bool:
        """Whether a figure counts the things of which each has some: 每家醫院裝了幾台, in a sentence that counts both."""
        unit = figure.quantity.unit
        if is_change(unit) or is_money(unit) or physical(unit):
            return False
        kind = counted(question.folded)
        return unit in counted_in(_EACH.sub("", question.folded)) or bool(kind and fold(unit) in kind.english)

    @staticmethod
    def _counts(question: Question, figure: Figure) -> bool:
        """Whether a figure counts the things of which one is asked about."""
        unit = figure.quantity.unit
        if is_change(unit) or is_money(unit) or physical(unit):
            return False
        one = _ONE.search(question.folded)
        per = _PER.search(question.folded)
        kind = counted(f"how many {per['en']}s" if per else question.folded)
        counters = counted_in(f"几{one['counter']}") if one else frozenset()
        return bool(unit in counters or (one and fold(unit) == one["counter"]) or (kind and (unit in kind.counters or fold(unit) in kind.english)))
