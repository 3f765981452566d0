"""What one of several costs or brings on average, where a sentence tells how many there are and what all of them come to.

另有12艘…在建,總造價22.8億美元: 1.9億美元 each. An average that is printed is not worked out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
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
_OF_ONE = lazy.compile(r"price|arpu|order-value|eps|per-share|dividend|salary|unit-|-fee$")  # what is of one piece already
_EACH = lazy.compile(r"(?:平均)?每一?[\u3400-\u9fff]")
_PER = lazy.compile(r"\b(?:per|each|a) (?P<en>[a-z]+)")


class Averages:
    """Works out averages, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` knows the facts."""
        self._told = told
        self._figures = finder

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
            return self._of_facts(question)
        total, number = next(iter(found.values()))
        each = arithmetic.to_digits((total.quantity.lo or Decimal(0)) / (number.quantity.lo or Decimal(1)), min(4, arithmetic.digits(total.quantity)))
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((each, each), total.quantity.unit), lang)
        sum_ = f"{self._told.value(total.quantity)} ÷ {self._told.value(number.quantity)}"
        return self._told.answer(f"{words.worked.format(value=value)} (= {sum_})", [total.sentence])

    def _of_facts(self, question: Question) -> Answer | None:
        """What one of the things brought in or cost, from a sum and their number, both of one time and article: 平均每輛車虧多少."""
        targets = [m for m, _ in self._figures.targets(question)]
        measures = self._told.evidence.library.names.measures
        if len(targets) != 1 or len(question.subjects) != 1 or question.aspect or measures[targets[0]].unit != "money" or _OF_ONE.search(targets[0]):
            return None
        lines = self._figures.find(replace(question, needs=()), question.subjects[0], targets[0], strict=False)
        line = next((x for x in lines if x.value and x.period and x.period.kind != "as-of" and x.value.quantity.lo == x.value.quantity.hi), None)
        total = line.value if line else None
        if line is None or total is None or not total.quantity.lo:
            return None
        counts = [f for m, known in measures.items() if known.unit == "count" for f in self._told.evidence.facts(question.subjects[0], m)]
        same = {f.quantity.lo: f for f in counts if f.aspect == "value" and f.basis == total.basis and f.article_id == total.article_id and f.period == total.period and f.quantity.lo == f.quantity.hi and self._is_counted(question, f.quantity.unit)}
        if len(same) != 1:
            return None
        number = next(iter(same.values()))
        if not number.quantity.lo or number.quantity.lo <= 1:
            return None
        few = min(4, arithmetic.digits(total.quantity), arithmetic.digits(number.quantity))
        each = arithmetic.to_digits(abs(total.quantity.lo) / number.quantity.lo, few)
        words, lang, sentence = self._told.evidence.words, self._told.evidence.lang, self._told.evidence.sentence
        value = figures.computed(arithmetic.quantity((each, each), total.quantity.unit), lang)
        value = words.loss.format(value=value) if total.quantity.lo < 0 else value
        return self._told.answer(f"{words.worked.format(value=value)} (= {self._told.value(total.quantity)} ÷ {self._told.value(number.quantity)})", [sentence(total), sentence(number)])

    @staticmethod
    def _is_counted(question: Question, unit: str) -> bool:
        """Whether a unit counts the things of which one is asked about: 每輛, "per car"."""
        one, per = _ONE.search(question.folded), _PER.search(question.folded)
        kind = counted(f"how many {per['en']}s" if per else question.folded)
        return bool(unit and ((one and fold(unit) in (one["counter"], *map(fold, counted_in(f"几{one['counter']}")))) or (kind and (unit in kind.counters or fold(unit) in kind.english or fold(unit) in set(map(fold, kind.counters))))))

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
