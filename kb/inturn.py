"""Figures of several told one after the other, whose measure is said of the first alone: 甲4月營收38.3億元,年增27%;乙則為21億元.

Who opens a part of a sentence, or a sentence, and has nothing but a figure behind them, is told of by what the one before
was told of first, at its time; or by what the sentence is said to be about: 3月營收陸續出爐,甲達412億元. Patterns are
matched against folded text. Leaves out rows that a sentence tells whole (`kb.parallel`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb import lazy
from kb.measuring import Found
from kb.model import Entity, Fact, Period, Quantity
from kb.names import Span
from kb.periods import PeriodMention
from kb.units import is_change, is_money

_TO_ITS_FIGURE = lazy.compile(r"\)?\s?(?:\([^()]*\))?(?P<said>(?:则|也|亦|仅|只|有|为|是|达|约|逾|录得|报|来到|:)*)\s?")
_KIND_BEFORE = lazy.compile(r"(?:而|至于|另外|反观|其中)?[^,;。:\d]{0,10}")
_TOLD_OF = lazy.compile(
    r"(?:陆续|相继|全数|全部|均已|已|数据|成绩|表现|情况|也)*(?:出炉|揭晓|公布|发布|披露|亮相|放榜|齐扬|报捷|方面)[,:]"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, and what is told of them: a measure and its time."""

    found: Found
    period: Period | None


def turn(  # noqa: PLR0913 - all that a sentence holds may tell
    folded: str, spans: Sequence[Span], entities: Mapping[str, Entity], quantity: Quantity, told: Sequence[Fact],
    before: Fact | None, measures: Sequence[Found], periods: Sequence[PeriodMention],
) -> Turn | None:  # fmt: skip
    """Return what a figure right behind a firm's name is of; `told` is what the sentence gave, `before` what the last firm was first told of."""
    if is_change(quantity.unit) or not quantity.unit:
        return None
    part = max(folded.rfind(mark, 0, quantity.start) for mark in ";。") + 1
    firms = [
        s
        for s in spans
        if s.kind == "entity"
        and not s.weak
        and len(s.ids) == 1
        and part <= s.start
        and s.end <= quantity.start
        and entities[s.ids[0]].kind == "company"
    ]
    named = firms[-1] if firms and len({s.ids for s in firms}) == 1 else None
    joined = _TO_ITS_FIGURE.fullmatch(folded, named.end, quantity.start) if named else None
    if named is None or joined is None:
        return None
    if topic := _topic(folded, measures, part, named.start):
        own = [p.period for p in periods if p.end <= topic.start]
        return Turn(Found(named.end, named.end, topic.id, False, topic.loss, named.ids[0]), own[-1] if own else None)
    if not _KIND_BEFORE.fullmatch(folded, part, firms[0].start) or any(
        part <= m.start < quantity.start for m in measures
    ):
        return None
    first = _first(told, part) if part else before
    same = first is not None and first.subject != named.ids[0] and first.quantity.unit == quantity.unit
    if first is None or not same or not (joined["said"] or not is_money(quantity.unit)):
        return None
    loss = first.quantity.hi is not None and first.quantity.hi < 0
    return None if loss else Turn(Found(named.end, named.end, first.measure, False, False, named.ids[0]), first.period)


def first_told(facts: Sequence[Fact], entities: Mapping[str, Entity]) -> Fact | None:
    """Return the figure that a sentence gave first of the one firm it tells of, None where it tells of several or of none."""
    told = [f for f in facts if entities[f.subject].kind == "company"]
    values = sorted((f for f in told if f.aspect == "value" and f.basis == "actual"), key=lambda f: f.quantity.start)
    return values[0] if values and len({f.subject for f in told}) == 1 else None


def _topic(folded: str, measures: Sequence[Found], begin: int, end: int) -> Found | None:
    """The measure that a part of a sentence is said to be about, right before the name: 3月營收陸續出爐,甲."""
    return next(
        (
            m
            for m in reversed(measures)
            if begin <= m.start and (to := _TOLD_OF.match(folded, m.end)) and to.end() == end
        ),
        None,
    )


def _first(told: Sequence[Fact], part: int) -> Fact | None:
    """What the parts before one were told of first, where they are of one firm."""
    values = sorted((f for f in told if f.aspect == "value" and f.quantity.end < part), key=lambda f: f.quantity.start)
    return values[0] if values and len({f.subject for f in values}) == 1 else None
