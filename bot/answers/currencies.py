"""Figures of different currencies set against each other in one, where an article converts those of another.

"398億港元（約合人民幣357億元）" beside 2,570億元: what is worked out takes the converted figure, and rates are no business of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.lines import Line, same_period
from bot.asked import asked_currency
from bot.evidence import Evidence
from kb import lazy
from kb.rows import StoredFact
from kb.units import is_money

_HOME = "CNY"
_YUAN = lazy.compile(r"人民币|\b(?:rmb|renminbi|cny|yuan)\b")
_HK = lazy.compile(r"港[元币纸]|\b(?:hkd|hong kong dollars?|hk dollars?)\b")


def wanted_in(folded: str) -> str:
    """Return the currency that a folded question about several figures names, "" where it names none or two.

    >>> wanted_in("市值合计多少亿元人民币"), wanted_in("差多少港元"), wanted_in("差多少")
    ('CNY', 'HKD', '')
    """
    named = [code for code, said in (("CNY", _YUAN), ("HKD", _HK)) if said.search(folded)]
    return asked_currency(folded) or (named[0] if len(named) == 1 else "")


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
