"""How far two figures as printed are apart, with the subtraction that says so, and by how many per cent the one moved."""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.changeasked import How
from bot.evidence import Evidence
from kb.model import Quantity


def apart(evidence: Evidence, one: Quantity, other: Quantity, exact: bool = False) -> str:
    """Return the difference of two exact figures of one unit in words; "" where either is a range or they are equal.

    `exact`: prices are not rounded, so neither is what they differ by.
    """
    gap = _gap(evidence, one, other, exact)
    return (
        figures.spaced(f"{evidence.words.difference.format(value=gap[0])} (= {gap[1]})") + evidence.words.stop
        if gap
        else ""
    )


def grown(evidence: Evidence, before: Quantity, after: Quantity) -> str:
    """Return by how many per cent a figure grew or fell, with the sum; "" where that cannot be told."""
    ends = arithmetic.ends(before), arithmetic.ends(after)
    rate = arithmetic.growth(ends[1], ends[0]) if ends[0] and ends[1] else None
    if rate is None or rate[0] != rate[1] or before.unit in ("%", "pp"):
        return ""
    words, lang = evidence.words, evidence.lang
    few = arithmetic.to_digits(rate[0], min(3, arithmetic.digits(before), arithmetic.digits(after)))
    value = figures.computed(arithmetic.quantity((abs(few), abs(few)), "%"), lang)
    shown = f"(= {figures.show(after, lang)} ÷ {figures.show(before, lang)} − 1)"
    return figures.spaced(f"{(words.rose if few > 0 else words.fell).format(value=value)} {shown}") + words.stop


def changed(evidence: Evidence, before: Quantity, after: Quantity, how: How) -> str:
    """Return by how much a figure moved as it is asked for; "" where that cannot be told."""
    rate = grown(evidence, before, after) if how != "amount" else ""
    if how == "percent":
        return rate
    gap = _gap(evidence, before, after, exact=False)
    if not rate or not gap:
        return rate or apart(evidence, before, after)
    return rate.removesuffix(evidence.words.stop) + also_by(evidence, *gap) + evidence.words.stop


def also_by(evidence: Evidence, value: str, sum_: str) -> str:
    """Return a difference as it is told behind a percentage."""
    return figures.spaced(f"{evidence.words.also_by.format(value=value)} (= {sum_})")


def signed(quantity: Quantity, shown: str) -> str:
    """Return a figure as an input of a sum, with the sign that words like 虧損 say in print."""
    return f"(−{shown.lstrip('-−')})" if figures.negative(quantity) else shown


def _gap(evidence: Evidence, one: Quantity, other: Quantity, exact: bool) -> tuple[str, str] | None:
    """The difference of two figures and the subtraction that gives it, both in words."""
    a, b = arithmetic.ends(one), arithmetic.ends(other)
    if a is None or b is None or a[0] != a[1] or b[0] != b[1] or a[0] == b[0]:
        return None
    gap: Decimal = abs(a[0] - b[0]) if exact else arithmetic.to_step(abs(a[0] - b[0]), [one, other])
    value = figures.computed(arithmetic.quantity((gap, gap), "pp" if one.unit == "%" else one.unit), evidence.lang)
    more, less = (signed(q, figures.show(q, evidence.lang)) for q in ((one, other) if a[0] > b[0] else (other, one)))
    return value, f"{more} − {less}"
