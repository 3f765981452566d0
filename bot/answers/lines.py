"""Lines of an answer: one figure each, with its changes and every fact that says so.

Also which values agree, and which line comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot import figures
from bot.disagreement import printed_alike
from kb import lazy
from kb.model import Period
from kb.rows import StoredFact

_FISCAL = lazy.compile(r"(?i)fiscal|\bfy|财年|財年|财政年度|財政年度")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure to tell: a value with its changes, and every fact that says so."""

    subject: str
    measure: str
    period: Period | None
    value: StoredFact | None
    changes: tuple[StoredFact, ...]
    others: tuple[StoredFact, ...]  # further values its article gives for the same thing
    supporting: tuple[StoredFact, ...]


def describe(fact: StoredFact) -> dict[str, str]:
    """Return a fact for machines: strings only, values in the unit itself."""
    quantity = fact.quantity
    return {
        "subject": fact.subject, "measure": fact.measure, "aspect": fact.aspect, "basis": fact.basis,
        "period": f"{fact.period.start}/{fact.period.end}" if fact.period else "",
        "low": "" if quantity.lo is None else figures.plain(quantity.lo),
        "high": "" if quantity.hi is None else figures.plain(quantity.hi),
        "unit": quantity.unit, "qualifier": quantity.qualifier, "raw": quantity.raw,
    }  # fmt: skip


def same_period(asked: Period, other: Period | None) -> bool:
    """Return whether a figure is of the period asked for; a quarter asked for without its year is any year's, fiscal 2026 the year that ends in it."""
    if other is None:
        return False
    if asked.start.startswith("--"):
        return (asked.start[-5:], asked.end[-5:]) == (other.start[-5:], other.end[-5:])
    if (asked.start, asked.end) == (other.start, other.end):
        return True
    fiscal = asked.kind == "year" and other.kind == "year" and not other.start.endswith("-01-01") and _FISCAL.search(asked.raw)
    return bool(fiscal) and asked.start.endswith("-01-01") and asked.end[:4] == other.end[:4]


def equal(a: StoredFact, b: StoredFact) -> bool:
    """Return whether two values are the same, in the same unit."""
    return (a.quantity.lo, a.quantity.hi, a.quantity.unit) == (b.quantity.lo, b.quantity.hi, b.quantity.unit)


def agree(a: StoredFact, b: StoredFact) -> bool:
    """Return whether two values are the same but for rounding, qualifier, unit or currency."""
    return a.quantity.unit != b.quantity.unit or printed_alike(a.quantity, b.quantity)


def latest(line: Line) -> tuple[int, str, int]:
    """Sort whole years first, latest first; figures without a period count as current."""
    period = line.period
    if period is None:
        return (0, "", 0)
    kinds = {"year": 0, "as-of": 0, "span": 2, "half": 1, "quarter": 1, "nine-months": 1}
    return (kinds.get(period.kind, 1), "".join(chr(255 - ord(c)) for c in period.end), 0)


def as_of(line: Line) -> bool:
    """Return whether a figure is that of a day."""
    return line.period is not None and line.period.kind == "as-of"


def newest(line: Line) -> tuple[int, str, int]:
    """Sort the latest first, whatever their length: what stands at a day stands at the end of a half-year too."""
    return (0, latest(line)[1], 0)
