"""Figures of different currencies set against each other in one, where an article converts those of another.

"398億港元（約合人民幣357億元）" beside 2,570億元: what is worked out takes the converted figure, and rates are no business of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.lines import Line, same_period
from bot.evidence import Evidence
from kb.rows import StoredFact
from kb.units import is_money

_HOME = "CNY"


def in_one_currency(evidence: Evidence, lines: Sequence[Line], wanted: str = "") -> list[Line]:
    """Return lines with all figures in one currency: the one `wanted`, the yuan, or one that some are told in; as they are where none has all."""
    units = [x.value.quantity.unit for x in lines if x.value]
    if len(units) != len(lines) or not all(map(is_money, units)) or (len(set(units)) < 2 and wanted in ("", units[0])):
        return list(lines)
    for currency in dict.fromkeys(c for c in (wanted, _HOME, *units) if c):
        told = [_told_in(evidence, x, currency) for x in lines]
        if all(told):
            return [replace(x, value=f, supporting=(f,)) for x, f in zip(lines, told, strict=True) if f]
    return list(lines)


def _told_in(evidence: Evidence, line: Line, currency: str) -> StoredFact | None:
    """The figure of a line in a currency: its own, or what its article says it comes to."""
    value = line.value
    if value is None or value.quantity.unit == currency:
        return value
    same = (f for f in evidence.facts([line.subject], line.measure) if f.aspect == "value" and f.quantity.unit == currency and f.article_id == value.article_id)
    return next((f for f in same if f.period == value.period or (f.period and same_period(f.period, value.period))), None)
