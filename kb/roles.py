"""Which measures play a part of their own in the rules: the kinds of profit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kb.vocabulary import Measure

_PROFITS = {"net-profit", "attributable-net-profit", "adjusted-net-profit", "operating-profit", "gross-profit"}


class MeasureRoles(NamedTuple):
    """Which measures of the lexicon play which part in the rules."""

    net_profits: frozenset[str]
    profits: frozenset[str]
    adjusted: str

    @classmethod
    def of(cls, measures: Sequence[Measure]) -> MeasureRoles:
        """Find the profit measures by their ids."""
        ids = {m.id for m in measures}
        adjusted = next((i for i in ("net-profit-excl-nonrecurring", "adjusted-net-profit") if i in ids),
                        next((i for i in sorted(ids) if "recurring" in i), "adjusted-net-profit"))  # fmt: skip
        net = frozenset(i for i in ids if "net-profit" in i or i == "net-loss")
        profits = (
            net | {i for i in ids if i in _PROFITS or i.endswith("-profit") or i in ("eps", "ebitda")} | {adjusted}
        )
        return cls(net, frozenset(profits), adjusted)
