"""Sentence -> facts: subject, measure, period, value range, basis, and change against when.

Figures are read from left to right. Each takes its measure from its own clause, or goes on with the
figure before it where nothing but words of comparison stand between. What a figure says is the business
of `kb.aspects`, whose it is of `kb.ownership`, of when of `kb.timing`. A figure that fits no rule yields
no fact: a missing fact only costs a refusal, a wrong one costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kb import aspects, ownership, timing
from kb.lists import Listed, runs
from kb.measuring import Found, MeasureRoles, Measuring, is_bare
from kb.model import Fact, Period, Quantity
from kb.names import Names, Span
from kb.periods import PeriodMention
from kb.units import fits, is_change, is_money

__all__ = ["Clause", "Context", "FactReader", "MeasureRoles", "fits"]

_CURRENCY_AGAIN = re.compile(r"^[(,、]?\s*(?:约合|合|折合|相当于|or|equivalent to|equal to)?\s*(?:人民币)?\s*$")
_PART_OF = re.compile(r"\s?的(?!增|成长|涨|降|跌|减|同比|速|幅|净|营|收|预|溢|亏)")
_SHARE = re.compile(
    r"(?<![应侵独])占(?![据地])|(?<!\w)(?:account\w* for|(?:a |the )?share of|contribut\w*|made up|represent\w* (?=\d))"
)
_COMPARED = re.compile(r"[比较](?:上年|去年|前一年|上季|上月)")
_BOUNDARY = re.compile(r"[。!?;]|\.\s")
_PER_SHARE = re.compile(r"每\s?(?:10|十)?\s?股[^,;。0-9]{0,12}$|per (?:diluted |basic |ordinary )?share|per ads")
_PRICED_BY_SHARE = frozenset(
    "eps dividend issue-price share-price target-price acquisition-price net-assets buyback".split()
)
_LEAST = Decimal(1000)  # no company's revenue or profit is smaller than this, in any currency
_DONE = re.compile(r"[,;]\s*(?:目前|至今|截至目前|此前)?已(?!于)|实际(?:实现|完成)|\bactual")
_RESULTS = re.compile(r"业绩|财报|年报|季报|预告|快报|财务|\b(?:results|earnings|forecast|guidance)\b")
_REPORTED = ownership.WHOLE | {
    "deliveries",
    "shipments",
    "sales-volume",
    "premium-income",
    "data-center-revenue",
    "cloud-revenue",
}
_ANNOUNCED = re.compile(r"预计|预告|预估|预测|指引|\b(?:expect\w*|forecast\w*|guidance|projected|outlook)\b")
# Sizes at a moment: yesterday's year is not theirs.
_MOMENT = frozenset(
    "market-cap share-price valuation target-price employees customers users stores patents shareholding capacity orders "
    "dividend payout-ratio project-investment funds-raised funding-amount backlog cash total-assets net-assets total-liabilities rd-staff fleet-size market-share pe-ratio shares-outstanding".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is spoken of when a sentence begins, carried over from the one before."""

    subjects: tuple[str, ...] = ()  # at most one of each kind
    period: Period | None = None
    forecast: bool = False
    outlook: Period | None = None  # what the last outlook was for, when figures of an earlier period came before


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence prepared for reading: its folded text, what was found in it, and its clauses."""

    folded: str
    spans: Sequence[Span]
    quantities: Sequence[Quantity]
    periods: Sequence[PeriodMention]
    clauses: Sequence[tuple[int, int]]
    text: str = ""  # as printed; folding keeps places


class FactReader:
    """Reads facts out of prepared sentences."""

    def __init__(self, names: Names, roles: MeasureRoles) -> None:
        """Take the names, and which measures are which (profit, profit without one-off items, …)."""
        self._names = names
        self._roles = roles
        self._measuring = Measuring(names, roles)
        self._owners = ownership.Owners(names)

    def read(self, sentence: int, text: Clause, context: Context) -> tuple[list[Fact], Context]:
        """Return the facts of a sentence and the context for the next one."""
        if not text.quantities:
            return [], _next(text, context)
        return _Reading(self, sentence, text, context).all(), _next(text, context)


class _Reading:
    """One sentence being read."""

    def __init__(self, reader: FactReader, sentence: int, text: Clause, context: Context) -> None:
        self.names, self.roles = reader._names, reader._roles
        self.measuring, self.owners = reader._measuring, reader._owners
        self.sentence, self.text, self.context = sentence, text, context
        self.folded = text.folded
        self.measures = self.measuring.spans(text.folded, text.spans)
        self.plain = _blanked(text.folded, text.periods)
        self.clauses = _joined(text.clauses, text.periods)
        self.values: dict[tuple[str, str, Period | None], Quantity] = {}
        self.usable = timing.usable(text.periods, text.folded)
        self.main: dict[tuple[str, str], Fact] = {}  # the last figure of a measure that was not of the year before
        self.owned_at = timing.owners(self.usable, text.quantities, text.folded)

    def all(self) -> list[Fact]:
        """Return the facts of the sentence, in order."""
        listed: dict[int, Fact | None] = {}
        for run in runs(self.folded, self.text.quantities):
            listed.update(self._listed(run))
        facts: list[Fact] = []
        previous: Fact | None = None
        for i, quantity in enumerate(self.text.quantities):
            fact = listed[i] if i in listed else self._one(i, quantity, previous)
            if fact:
                facts.append(fact)
                self.main.setdefault((fact.subject, fact.measure), fact) if i in listed else None
                previous = fact
            elif (
                i in listed
                or is_money(quantity.unit)
                or is_change(quantity.unit)
                or (previous and previous.quantity.unit == quantity.unit)
            ):
                previous = None  # what follows may go on with this unread figure
        return facts

    # ------------------------------------------------------------ one figure
    def _one(self, i: int, quantity: Quantity, previous: Fact | None) -> Fact | None:
        begin, clause = self._begin(i), self._clause(quantity.start)[0]
        window = self.folded[begin : quantity.start]
        near = self.folded[max(begin, clause) : quantity.start]
        if ownership.NOBODY.search(near) or self._part_of(quantity):
            return None
        if previous and (again := self._again(window, quantity, previous)):
            return again
        if (
            previous
            and re.fullmatch(r"\s*,?\s*or\s*", window)
            and (self._by_share_behind(quantity) or "share" in quantity.raw)
        ):
            return (
                replace(previous, measure="eps", quantity=quantity)
                if previous.measure in self.roles.net_profits
                else None
            )
        found = self._measure(i, quantity, begin, clause, window, previous)
        if found is None:
            return None
        known = self.names.measures[found.id]
        ratio = known.unit == "percent"
        after_change = bool(previous and previous.aspect != "value" and previous.measure == found.id)
        aspect = aspects.aspect(self.folded, quantity, window, ratio, after_change)
        if not self._sensible(found, aspect, quantity, near, previous):
            return None
        subject = self._subject(found, quantity, previous)
        if subject is None:
            return None
        return self._dated(i, found, aspect, quantity, subject, window, begin, previous)

    def _part_of(self, quantity: Quantity) -> bool:
        """約9%的料號 is a part of something; 60%的算力利用率 is a figure."""
        if not _PART_OF.match(self.folded[quantity.end : quantity.end + 4]):
            return False
        return not (quantity.unit == "%" and self.measuring.ratio_behind(self.folded, self.measures, quantity))

    def _again(self, window: str, quantity: Quantity, previous: Fact) -> Fact | None:
        """The same sum in another currency: HK$398億, 約合人民幣357億元."""
        before = previous.quantity
        told = (
            quantity.qualifier in ("about", "near") or re.search(r"合|折|or|equ|相当", window) or window.strip() == "("
        )
        if not (is_money(quantity.unit) and is_money(before.unit) and quantity.unit != before.unit and told):
            return None
        if not _CURRENCY_AGAIN.match(window) or previous.quantity.start + len(previous.quantity.raw) != before.end:
            return None
        if before.hi is not None and before.hi < 0 and quantity.hi is not None and quantity.hi > 0:
            quantity = _negated(quantity)
        return replace(previous, quantity=quantity)

    def _measure(
        self, i: int, quantity: Quantity, begin: int, clause: int, window: str, previous: Fact | None
    ) -> Found | None:
        part = self._part(quantity.start)
        found = self.measuring.of(self.plain, self.measures, quantity, begin, clause, self._until(i))
        if found is None:
            return self._continued(quantity, window, previous)
        behind = found.start >= quantity.end and found.id not in ownership.WHOLE
        if not behind and ownership.is_part(self.folded, found.start, found.id, self.text.spans, self.names.entities):
            return None
        if found.id in ownership.WHOLE and ownership.part_before(
            self.folded, max(part, self._last_named(found, part)), quantity.start, self.text.spans
        ):
            return None
        if found.id in self.roles.profits and found.weak:
            return self._called(found, quantity, window, previous)
        return found

    def _called(self, found: Found, quantity: Quantity, window: str, previous: Fact | None) -> Found | None:
        """虧損 and 盈利 alone: the profit spoken of just before, where that is plainly meant; else net profit."""
        named = {m.id for m in self.measures if m.end <= found.start and m.id in self.roles.net_profits and not m.weak}
        last = previous.measure if previous and previous.measure in self.roles.net_profits else None
        if (
            aspects.PRIOR.search(window)
            or is_change(quantity.unit)
            or re.search(r"缩小|减少|收窄|扩大|narrow|widen", window)
        ):
            chosen = last or (named.pop() if len(named) == 1 else None if named else found.id)
        elif (
            not named
            or not found.loss
            and self._without_periods(found.start - 12, found.start)
            == self.folded[max(0, found.start - 12) : found.start]
        ):
            chosen = found.id
        else:
            chosen = named.pop() if len(named) == 1 else None
        return replace(found, id=chosen) if chosen else None

    def _continued(self, quantity: Quantity, window: str, previous: Fact | None) -> Found | None:
        """Going on with the figure before: another period, its growth, what it was a year ago."""
        if previous is None or previous.measure not in self.names.measures:
            return None
        bare = self._without_periods(previous.quantity.end, quantity.start)
        if not is_bare(bare):
            return None
        changes = is_change(quantity.unit) and self.names.measures[previous.measure].unit != "times"
        same = quantity.unit == previous.quantity.unit and previous.aspect == "value"
        to = (
            previous.aspect != "value"
            and fits(self.names.measures[previous.measure].unit, quantity.unit)
            and re.search(r"(?:至|到|to)\s*$", window)
        )
        if changes or same or to or (is_money(quantity.unit) and is_money(previous.quantity.unit)):
            return Found(
                -1,
                -1,
                previous.measure,
                False,
                previous.quantity.hi is not None and previous.quantity.hi < 0,
                previous.subject,
            )
        return None

    def _sensible(self, found: Found, aspect: str, quantity: Quantity, near: str, previous: Fact | None) -> bool:
        """Whether a figure can be what it seems to be."""
        known = self.names.measures[found.id]
        value = aspect == "value"
        if aspect == "none" or (
            value
            and (not self.measuring.fits(found.id, quantity.unit) or (known.unit == "percent" and quantity.unit != "%"))
        ):
            return False
        if not value and not (known.change or known.unit in ("percent", "any", "times") or found.start < 0):
            return False
        if aspect.startswith(("narrowing", "widening")) and found.id not in self.roles.profits:
            return False
        if (
            found.weak
            and not value
            and not (previous and previous.measure == found.id)
            and is_change(quantity.unit)
            and found.id not in ("revenue", "net-profit")
        ):
            return False
        if (
            value
            and is_money(quantity.unit)
            and (
                _SHARE.search(near)
                or (_COMPARED.search(near) and not aspects.PRIOR.search(near) and not re.search(r"的\s*$", near))
            )
        ):
            return False
        if found.id == "revenue-share" and not any(
            s.kind == "entity" and 0 <= found.start - s.end <= 6 for s in self.text.spans
        ):
            return False  # a share of what is not named says nothing
        return self._in_size(found.id, aspect, quantity, near)

    def _in_size(self, measure: str, aspect: str, quantity: Quantity, near: str) -> bool:
        """Money by the share is no revenue; a company's revenue is more than a handful."""
        if not is_money(quantity.unit):
            return True
        behind = self.folded[quantity.end : quantity.end + 18]
        by_share = _PER_SHARE.search(near) or re.match(
            r"\s?(?:/股|per (?:diluted |basic |ordinary )?share|a share|每股)", behind
        )
        if by_share:
            return measure in _PRICED_BY_SHARE
        size = max((abs(x) for x in (quantity.lo, quantity.hi) if x is not None), default=Decimal(0))
        return measure not in ownership.WHOLE or measure == "eps" or size >= _LEAST

    def _by_share_behind(self, quantity: Quantity) -> bool:
        behind = self.folded[quantity.end : quantity.end + 18]
        return bool(re.match(r"\s?(?:/股|per (?:diluted |basic |ordinary )?share|a share|每股)", behind))

    def _subject(self, found: Found, quantity: Quantity, previous: Fact | None) -> str | None:
        if found.start < 0:
            between = previous is not None and any(
                s.kind == "entity" and previous.quantity.end <= s.start and s.end <= quantity.start
                for s in self.text.spans
            )
            return None if between else found.subject
        begin = self._part(quantity.start)
        return self.owners.of(
            self.folded, self.text.text or self.folded, self.text.spans, quantity.start, (found.start, found.end, found.id),
            self.context.subjects, begin,
        )  # fmt: skip

    # ------------------------------------------------------------ when, and how sure
    def _dated(  # noqa: PLR0913 - a fact has this many parts
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str, begin: int, previous: Fact | None
    ) -> Fact | None:  # fmt: skip
        went_on = previous is not None and previous.measure == found.id and previous.subject == subject
        same = self.main.get((subject, found.id)) if went_on else None
        own = timing.owned(self.usable, quantity, self._until(i), self.folded)
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

    # ------------------------------------------------------------ the fact
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
        return _negated(quantity) if loss else quantity

    def _fact(
        self, found: Found, aspect: str, quantity: Quantity, subject: str, period: Period | None, basis: str
    ) -> Fact:
        if aspect != "value":
            quantity = self._positive(self.text.quantities, quantity)
            if quantity.hi is not None and quantity.hi < 0:
                aspect, quantity = _turned(aspect), _negated(quantity)
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

    def _listed(self, run: Sequence[int]) -> dict[int, Fact | None]:
        """The facts of a list of figures; none where it is not clear which is whose."""
        text, listed = self.text, Listed(self.folded, self.text.quantities, run)
        nothing: dict[int, Fact | None] = dict.fromkeys(run)
        named = [m for m in self.measures if listed.left <= m.start and m.end <= listed.first]
        quantity = text.quantities[run[0]]
        if (
            not named
            or not self.measuring.fits(named[-1].id, quantity.unit)
            or ownership.NOBODY.search(self.folded[listed.left : listed.first])
        ):
            return nothing
        if any(ownership.is_part(self.folded, m.start, m.id, text.spans, self.names.entities) for m in named):
            return nothing
        periods = [p.period for p in listed.periods(text.periods)]
        subject = self._subject(named[-1], quantity, None)
        owners = [s.ids[0] for s in text.spans if s.kind == "entity" and listed.left <= s.start and s.end <= listed.first
                  and self.names.entities[s.ids[0]].kind in self.owners.kinds(named[-1].id)]  # fmt: skip
        if len(periods) == len(run) and subject and (listed.marked or len(periods) > 1):
            rows: list[tuple[str, Found, Period | None]] = [(subject, named[-1], p) for p in periods]
        elif len(named) == len(run) and subject and listed.marked:
            rows = [(subject, m, periods[-1] if periods else self.context.period) for m in named]
        elif len(owners) == len(run) and listed.marked:
            rows = [(o, named[-1], periods[-1] if periods else self.context.period) for o in owners]
        else:
            return nothing
        if not all(self.measuring.fits(m.id, quantity.unit) for _, m, _ in rows):
            return nothing
        out = dict(nothing)
        for i, (owner, measure, period) in zip(run, rows, strict=True):
            q = text.quantities[i]
            window = self.folded[listed.left : listed.first]
            signed = (
                _negated(q)
                if measure.id in self.roles.profits and aspects.tells_loss(window) and (q.lo or 0) >= 0
                else q
            )
            self.values[owner, measure.id, period] = signed
            out[i] = self._fact(measure, "value", signed, owner, period, self._basis(q, period))
        return out

    # ------------------------------------------------------------ places
    def _begin(self, i: int) -> int:
        """Where the words that explain figure i begin: after the figure before it, in its part of the sentence."""
        start = self.text.quantities[i - 1].end if i else 0
        return max(start, self._part(self.text.quantities[i].start))

    def _begin_of(self, quantity: Quantity) -> int:
        return max((q.end for q in self.text.quantities if q.end <= quantity.start), default=0)

    def _until(self, i: int) -> int:
        return self.text.quantities[i + 1].start if i + 1 < len(self.text.quantities) else len(self.folded)

    def _part(self, position: int) -> int:
        return max((m.end() for m in _BOUNDARY.finditer(self.folded, 0, position)), default=0)

    def _last_named(self, found: Found, part: int) -> int:
        return max(
            (s.end for s in self.text.spans if s.kind == "entity" and part <= s.end <= found.start), default=part
        )

    def _clause(self, position: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self.clauses if a <= position < b), (0, len(self.folded)))

    def _without_periods(self, start: int, end: int) -> str:
        out = self.folded[max(0, start) : end]
        for mention in self.text.periods:
            if start <= mention.start and mention.end <= end:
                out = out.replace(self.folded[mention.start : mention.end], " ")
        return out


def _next(text: Clause, context: Context) -> Context:
    """What the next sentence inherits: the period of reported figures, and whether forecasts are spoken of.

    A year that only dates an episode of somebody's life is no period for the figures that follow.
    """
    lasting = [
        p.period for p in timing.usable(text.periods, text.folded)
        if p.period.kind not in ("month", "as-of") and not timing.is_base(p, text.folded) and p.period.start[:1].isdigit()
    ]  # fmt: skip
    results = bool(_RESULTS.search(text.folded)) or any(
        s.kind == "measure" and s.ids[0] in _REPORTED for s in text.spans
    )
    announced = bool(_ANNOUNCED.search(text.folded))
    if not lasting:
        return replace(context, forecast=announced)
    period = lasting[-1] if results else None
    if announced and period and context.period and period.start > context.period.end:
        return Context(context.subjects, None, False, period)  # an outlook: what follows may be either's
    return Context(context.subjects, period, announced)


def _blanked(folded: str, mentions: Sequence[PeriodMention]) -> str:
    """The text with its periods blanked out, places kept."""
    for m in mentions:
        folded = folded[: m.start] + " " * (m.end - m.start) + folded[m.end :]
    return folded


def _joined(clauses: Sequence[tuple[int, int]], mentions: Sequence[PeriodMention]) -> list[tuple[int, int]]:
    """The clauses without the cut that the comma of a date makes: "October 26, 2025"."""
    out: list[tuple[int, int]] = []
    for start, end in clauses:
        if out and any(m.start < start < m.end for m in mentions):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _negated(quantity: Quantity) -> Quantity:
    return replace(quantity, lo=_minus(quantity.hi), hi=_minus(quantity.lo))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _turned(aspect: str) -> str:
    for one, other in (("growth", "decline"), ("increase", "decrease")):
        if aspect.startswith(one):
            return aspect.replace(one, other)
    return aspect
