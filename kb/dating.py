"""When a figure was, how sure it is, and its sign: a measure and a quantity become a fact.

Leaves out finding the measure and its owner (`kb.figures`), and giving periods their years (`kb.timing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kb import aspects, timing
from kb.measuring import Found, MeasureRoles
from kb.model import Fact, Period, Quantity
from kb.names import Names
from kb.prepared import Clause, Context, Places
from kb.units import is_money

_DONE = re.compile(r"[,;]\s*(?:目前|至今|截至目前|此前)?已(?!于)|实际(?:实现|完成)|\bactual")
# Sizes at a moment: yesterday's year is not theirs.
_MOMENT = frozenset(
    "market-cap share-price valuation target-price employees customers users stores patents shareholding capacity orders "
    "dividend payout-ratio project-investment funds-raised funding-amount backlog cash total-assets net-assets total-liabilities rd-staff fleet-size market-share pe-ratio shares-outstanding".split()
)


class Dating(Places):
    """Makes facts of one sentence out of figures whose measure and subject are known."""

    def __init__(self, names: Names, roles: MeasureRoles, sentence: int, text: Clause, context: Context) -> None:
        """Take the names, the roles of the measures, and a prepared sentence with its position."""
        super().__init__(text, context)
        self.names, self.roles, self.sentence = names, roles, sentence
        self.main: dict[tuple[str, str], Fact] = {}  # the last figure of a measure that was not of the year before
        self.values: dict[tuple[str, str, Period | None], Quantity] = {}

    def _dated(  # noqa: PLR0913 - a fact has this many parts
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str, begin: int, previous: Fact | None
    ) -> Fact | None:  # fmt: skip
        went_on = previous is not None and previous.measure == found.id and previous.subject == subject
        same = self.main.get((subject, found.id)) if went_on else None
        own = timing.owned(self.usable, quantity, self._until(i), self.folded)
        if own is None and aspect != "value" and self.folded[quantity.end : self._until(i)].strip() == "to":
            own = timing.owned(self.usable, self.text.quantities[i + 1], self._until(i + 1), self.folded)
        inside = [
            p for p in self.usable if begin <= p.start and p.end <= quantity.start and p.start not in self.owned_at
        ]
        base = [p.period for p in inside if timing.is_base(p, self.folded)]
        inside = [p for p in inside if not timing.is_base(p, self.folded)]
        prior = self._prior(window, quantity, same) if aspect == "value" else ""
        if own is None and prior and same and same.period and not (inside and inside[-1].period.kind != "year"):
            period = (
                base[-1]
                if base
                else timing.year_before(same.period)
                if prior == "year"
                else timing.quarter_before(same.period)
            )
            if period is None:
                return None
            return self._fact(
                found, aspect, self._signed(found, quantity, window, same, True), subject, period, "actual"
            )
        if prior and own is None and not same:
            return None
        if base and aspect == "value" and re.search(r"的\s*$", window):
            return self._fact(
                found, aspect, self._signed(found, quantity, window, same, False), subject, base[-1], "actual"
            )
        period = own or (inside[-1].period if inside else None) or self._earlier(found, quantity, same, begin)
        fact = self._fact(
            found,
            aspect,
            self._signed(found, quantity, window, same, False),
            subject,
            period,
            self._basis(quantity, period),
        )
        if aspect == "value" and self._second(fact):
            return None
        self.main[subject, found.id] = fact
        return fact

    def _second(self, fact: Fact) -> bool:
        """Whether the sentence gave this value before: then one of them is a part, or of something else."""
        key = (fact.subject, fact.measure, fact.period)
        before = self.values.setdefault(key, fact.quantity)
        return before is not fact.quantity and before.unit == fact.quantity.unit and before.start != fact.quantity.start

    def _prior(self, window: str, quantity: Quantity, same: Fact | None) -> str:
        """ "year" or "quarter" when the figure is one of the year or quarter before, "" when not."""
        behind = re.split(r"[,;。]", self.folded[quantity.end : quantity.end + 30])[0]
        back = re.match(r"\s*(?:in|for|of|during)?\s*(?:the )?", behind)
        behind = behind[back.end() :] if back else behind
        near = window[max(window.rfind(","), window.rfind(";")) + 1 :]
        if aspects.PRIOR.search(near) or aspects.PRIOR.match(behind):
            return (
                "year"
                if not re.search(r"较|比(?!为)", near) or re.search(r"的\s*$|同期(?:为)?\s*(?:亏损|盈利)?\s*$", near)
                else ""
            )
        if aspects.QUARTER_BEFORE.search(near) or aspects.QUARTER_BEFORE.match(behind):
            return "quarter"
        went = (
            same
            and same.aspect == "value"
            and re.fullmatch(
                r"\s*,?\s*(?:up |down )?(?:from|compared (?:with|to)|versus|vs\.?|against)\s*(?:a (?:net )?(?:loss|profit) of\s*)?",
                window,
            )
        )
        return "year" if went and not self._other_base(quantity) else ""

    def _other_base(self, quantity: Quantity) -> bool:
        """Whether something else than the year before is named right after: "from 5 million at the end of March"."""
        return bool(
            re.match(
                r"\s*(?:in|at|as of|on|for|three|two)\b(?! (?:the same|a year))",
                self.folded[quantity.end : quantity.end + 20],
            )
        )

    def _earlier(self, found: Found, quantity: Quantity, same: Fact | None, begin: int) -> Period | None:
        if same and (found.start < 0 or same.period):
            return same.period
        known = self.names.measures[found.id]
        moment = (
            found.id in _MOMENT
            or not known.change
            or not (
                known.unit in ("money", "percent") or found.id in ("deliveries", "shipments", "sales-volume", "output")
            )
        )
        product = known.kinds[:1] == ("product",)
        before = [p for p in self.usable if p.end <= quantity.start and not timing.is_base(p, self.folded)]
        if moment or product:
            part = self._part(quantity.start)
            held = [
                p.period
                for p in before
                if (p.period.kind == "month" and p.start >= part if product else p.period.kind == "as-of")
            ]
            return held[-1] if held else None
        lasting = [p.period for p in before if p.period.kind != "month" or self._part(quantity.start) <= p.start]
        told = aspects.FORECAST.search(self.folded[: quantity.start])
        return (
            lasting[-1] if lasting else (self.context.outlook if told and self.context.outlook else self.context.period)
        )

    def _basis(self, quantity: Quantity, period: Period | None) -> str:
        told = self.folded[: quantity.start]
        done = max((m.end() for m in _DONE.finditer(told)), default=0)
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

    def _signed(self, found: Found, quantity: Quantity, window: str, same: Fact | None, prior: bool) -> Quantity:
        """Losses are negative: told by the word before the figure, or by the name of the measure."""
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
        loss = aspects.tells_loss(words) or (found.loss and not aspects.PROFIT.search(near.replace("净利润", "")))
        return negated(quantity) if loss else quantity

    def _fact(
        self, found: Found, aspect: str, quantity: Quantity, subject: str, period: Period | None, basis: str
    ) -> Fact:
        if aspect != "value":
            quantity = self._positive(self.text.quantities, quantity)
            if quantity.hi is not None and quantity.hi < 0:
                aspect, quantity = _turned(aspect), negated(quantity)
        start, end = self._clause(quantity.start)
        return Fact(subject, found.id, aspect, period, self._by_share(quantity), basis, self.sentence, start, end)

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
