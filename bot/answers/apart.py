"""How far two figures as printed are apart, with the subtraction that says so."""

from __future__ import annotations

from bot import arithmetic, figures
from bot.evidence import Evidence
from kb.model import Quantity


def apart(evidence: Evidence, one: Quantity, other: Quantity, exact: bool = False) -> str:
    """Return the difference of two exact figures of one unit in words; "" where either is a range or they are equal.

    `exact`: prices are not rounded, so neither is what they differ by.
    """
    a, b = arithmetic.ends(one), arithmetic.ends(other)
    if a is None or b is None or a[0] != a[1] or b[0] != b[1] or a[0] == b[0]:
        return ""
    gap = abs(a[0] - b[0]) if exact else arithmetic.to_step(abs(a[0] - b[0]), [one, other])
    value = figures.computed(arithmetic.quantity((gap, gap), "pp" if one.unit == "%" else one.unit), evidence.lang)
    more, less = (figures.show(q, evidence.lang) for q in ((one, other) if a[0] > b[0] else (other, one)))
    return figures.spaced(f"{evidence.words.difference.format(value=value)} (= {more} − {less})") + evidence.words.stop
