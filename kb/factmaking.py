"""A measure and a quantity become a fact: its sign, and whether it was expected or came about.

Leaves out when it was (`kb.dating`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kb import aspects, lazy, lookbacks
from kb.measuring import Found
from kb.model import Fact, Period, Quantity
from kb.names import Names
from kb.parallel import Row
from kb.partfigures import WHOLE
from kb.prepared import Clause, Context, Places
from kb.roles import MeasureRoles
from kb.units import is_money

# A forecast that what was reported is held against: 低於1月預告的下限, "above its guidance".
_HELD_AGAINST = lazy.compile(
    r"(?:低于|高于|不及|超过|超出|超|好于|优于|逊于|差于|落在|落于|符合|未达|达到|处于|接近|比|较)[^,;。预]{0,8}(?:业绩)?(?:预告|预期|预测|预估|指引)(?:值|范围)?(?:的?(?:[上下]限|区间|[上下]沿))?|"
    r"\b(?:below|above|beat|beating|miss(?:ed|ing)?|short of|in line with|topp(?:ed|ing)|exceed(?:ed|ing)?|within|ahead of|better than|worse than) (?:the |its |their )?(?:\w+ ){0,4}?(?:forecasts?|guidance|expectations?|estimates?|projections?|outlook)\b"
)
_DONE = lazy.compile(r"\b(?:forecasts?|guidance|outlook|targets?|estimates?|expectations?|dividend)\b[^,;.\d]{0,24}\b(?:after|as|because)\b|\b(?:forecasts?|guidance|outlook|targets?|dividend)\b(?:[^;.]|\.\d){0,110}?, after (?=[^,;.]{0,60}\b(?:rose|fell|grew|shrank|\w{3,}ed)\b)|[,;]\s*(?:目前|至今|截至目前|此前)?已(?!于)|[,;]\s*目前(?!预|计划|拟|料)|实际(?:实现|完成)|\bactual")
_LOOKING_BACK = lazy.compile(
    r"(?:而|其中|反观|相比之下|对比)?,?(?:(?:上年|去年|前一年|上年度)同期|在?(?:此|再)?前一年|上一年)(?:,|(?=公司|集团|其|该|本))|(?:in|for|during) the (?:same|corresponding|year-earlier|comparable) (?:period|quarter|half|month)"
    r" (?:of )?(?:last year|a year (?:earlier|ago|before)|the (?:previous|prior) year),|a year (?:earlier|ago),"
)
_TO_WHERE = lazy.compile(r"\s?,?(?:而)?(?:[至到达为]|\s?to )(?:了|约|近)?\s?(?:about |around |nearly )?")
_CASH_FLOWS = frozenset(("operating-cash-flow", "free-cash-flow"))
_OUTFLOW = lazy.compile(r"流出|为负|\b(?:outflow|negative|burn\w*|consumed)\b")


class FactMaking(Places):
    """Makes facts of one sentence."""

    def __init__(self, names: Names, roles: MeasureRoles, sentence: int, text: Clause, context: Context) -> None:
        """Take the names, the roles of the measures, and a prepared sentence with its position."""
        super().__init__(text, context)
        self.names, self.roles, self.sentence = names, roles, sentence
        self.main: dict[tuple[str, str], Fact] = {}  # the last figure of a measure that was not of the year before
        self.values: dict[tuple[str, str, Period | None], Quantity] = {}
        self.rows: dict[int, Row] = {}  # the figures that stand in a row with others
        self.asides = lookbacks.asides(self.folded, self.usable, text.quantities, context.period)
        self.each_of: list[Period] = []  # the times of the last list of the sentence
        self.turned: dict[int, Period | None] = {}  # the times of those that are told of in turn, by where their figures stand
        self.series: set[int] = set()  # where the figures stand that go on with a series
        self.looks_back = bool(_LOOKING_BACK.match(text.folded))

    def profit_of(self, subject: str) -> Fact | None:
        """Return the last net profit of `subject` that the sentence gave."""
        found = [f for (s, m), f in self.main.items() if s == subject and m in self.roles.net_profits]
        return found[-1] if found else None

    def _fact(
        self, found: Found, aspect: str, quantity: Quantity, subject: str, period: Period | None, basis: str
    ) -> Fact:
        if aspect != "value":
            quantity = self._positive(self.text.quantities, quantity)
            if quantity.hi is not None and quantity.hi < 0:
                aspect, quantity = _turned(aspect), negated(quantity)
        elif found.id in WHOLE and is_money(quantity.unit) and _is_range(quantity):
            basis = "forecast"  # what came of a year is one figure
        start, end = self._clause(quantity.start)
        return Fact(subject, found.id, aspect, period, self._by_share(quantity), basis, self.sentence, start, end)

    def _basis(self, quantity: Quantity, period: Period | None) -> str:
        told = _HELD_AGAINST.sub(lambda m: " " * len(m.group()), aspects.own_words(self._without_aims(quantity)))
        done = max(*(m.end() for m in _DONE.finditer(told)), self._another_begins(told, quantity), 0)
        after = self.folded[quantity.end : quantity.end + 12]
        if aspects.FORECAST.search(told[done:]) or re.match(r"\s*(?:左右)?的?(?:年度|全年)?(?:目标|指引|预期)", after):
            return "forecast"
        said_here = any(p.end <= quantity.start for p in self.usable)
        carried = (
            self.context.forecast
            and period is not None
            and period == self.context.period
            and not done
            and not said_here
        )
        return "forecast" if carried else "actual"

    def _without_aims(self, quantity: Quantity) -> str:
        """The text before a figure, with what is only looked at for another blanked out: 月產能4.2萬片,明年底目標6萬片,稼動率約83%."""
        folded = self.folded[: quantity.start]
        for start in self.asides:
            end = next((q.end for q in self.text.quantities if q.start >= start), len(folded))
            if end <= quantity.start:
                folded = folded[:start] + " " * (end - start) + folded[end:]
        return folded

    def _another_begins(self, told: str, quantity: Quantity) -> int:
        """Where a part of the sentence begins that tells of somebody else, so that what is expected before it is not of them.

        甲營收214.6億元,擬配發股利1.2元;乙營收96.3億元. Not where all of it is expected: 預計甲營收…;乙….
        """
        begin = max(told.rfind(";"), told.rfind("。")) + 1
        expected = aspects.FORECAST.search(told) if begin else None
        if expected is None or expected.start() < self.text.quantities[0].start:
            return 0
        named = any(s.kind == "entity" and begin <= s.start for s in self.text.spans if s.end <= quantity.start)
        return begin if named else 0

    def _signed(self, found: Found, quantity: Quantity, window: str, same: Fact | None, prior: bool) -> Quantity:
        """Losses are negative: told by the word before the figure, or by the name of the measure."""
        if found.id in _CASH_FLOWS and _OUTFLOW.search(self.folded[self._clause(quantity.start)[0] : quantity.start]):
            return negated(quantity) if (quantity.lo or 0) >= 0 and (quantity.hi or 0) >= 0 else quantity
        if (
            found.id not in self.roles.profits
            or (quantity.lo is not None and quantity.lo < 0)
            or (quantity.hi is not None and quantity.hi < 0)
        ):
            return quantity
        clause = self._clause(quantity.start)[0]
        near = self.folded[max(clause, self._begin_of(quantity)) : quantity.start]
        words = (
            near
            if found.start < 0
            else self.folded[
                max(
                    clause,
                    min(found.start, quantity.start),
                    self._begin_of(quantity) if found.start > clause else 0,
                ) : quantity.start
            ]
        )
        words = self._moved_to(quantity) or words
        turned = aspects.PROFIT.search(near.replace("净利润", "")) or aspects.turns_to_profit(self.folded[self._begin_of(quantity) : quantity.start])
        loss = aspects.tells_loss(words) or (found.loss and not turned)
        return negated(quantity) if loss else quantity

    def _moved_to(self, quantity: Quantity) -> str:
        """The words before the rate by which a figure moved to where it is: 净亏损扩大12.4%至8.15亿元; "" where it did not."""
        rate = next((q for q in reversed(self.text.quantities) if q.end <= quantity.start), None)
        if rate is None or rate.unit != "%" or not _TO_WHERE.fullmatch(self.folded[rate.end : quantity.start]):
            return ""
        return self.folded[max(self._clause(rate.start)[0], self._begin_of(rate)) : quantity.start]

    def _positive(self, quantities: Sequence[Quantity], quantity: Quantity) -> Quantity:
        """The figure as printed: a change of a loss has no sign of its own."""
        return next(q for q in quantities if q.start == quantity.start)

    def _by_share(self, quantity: Quantity) -> Quantity:
        """每10股派3.8元 is quoted whole: the number alone would say it is by the share."""
        match = re.search(r"每\s?(?:10|十)\s?股[^,;。0-9]{0,12}$", self.folded[: quantity.start])
        if not match or not self.text.text or not is_money(quantity.unit):
            return quantity
        return replace(quantity, raw=self.text.text[match.start() : quantity.end], start=match.start())


def negated(quantity: Quantity) -> Quantity:
    """Return the quantity below zero."""
    return replace(quantity, lo=_minus(quantity.hi), hi=_minus(quantity.lo))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _turned(aspect: str) -> str:
    for one, other in (("growth", "decline"), ("increase", "decrease")):
        if aspect.startswith(one):
            return aspect.replace(one, other)
    return aspect


def _is_range(quantity: Quantity) -> bool:
    return quantity.lo is not None and quantity.hi is not None and quantity.lo != quantity.hi
