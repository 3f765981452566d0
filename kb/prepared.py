"""A sentence prepared for reading, what is spoken of when it begins, and the places in it.

Leaves out all meaning: `kb.figures` reads the figures, `kb.dating` tells when they were.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kb import lazy, timing
from kb.measuring import Found
from kb.model import Fact, Period, Quantity
from kb.names import Span
from kb.periods import PeriodMention

_BOUNDARY = lazy.compile(r"[。!?;]|\.\s")


@dataclass(frozen=True, slots=True)
class Context:
    """What is spoken of when a sentence begins, carried over from the one before."""

    subjects: tuple[str, ...] = ()  # at most one of each kind
    period: Period | None = None
    forecast: bool = False
    outlook: Period | None = None  # what the last outlook was for, when figures of an earlier period came before
    quarter: Period | None = None  # what 季內 means: the quarter that results were last announced for
    report: Period | None = None  # what 報告期內 means: the longest period that results were announced for
    month: Period | None = None  # the one month whose results are told of
    listed: Period | None = None  # the first day on the market, where the article tells of it
    versions: tuple[str, ...] = ()  # of the product that the article is about, in the order it names them
    counted: Mapping[str, str] = field(default_factory=dict)  # the last measure by the unit that its things are counted in
    lined: tuple[str, ...] = ()  # the firms that were told of one after the other, in this order
    years: tuple[Period, ...] = ()  # the years that the sentence before gave one figure each of
    row: tuple[Period, ...] = ()  # the last years in a row that the article named or gave figures of: 三年營收 are of these
    first: Fact | None = None  # what the last firm told of was first told of
    told: frozenset[tuple[str, str]] = frozenset()  # of whom the last figures were, and of which measure


class Clause(NamedTuple):
    """A sentence prepared for reading: its folded text, what was found in it, and its clauses."""

    folded: str
    spans: Sequence[Span]
    quantities: Sequence[Quantity]
    periods: Sequence[PeriodMention]
    clauses: Sequence[tuple[int, int]]
    text: str = ""  # as printed; folding keeps places
    published: str | None = None  # the article's ISO date or a part of one


class Places:
    """Where the parts, clauses, figures and periods of one sentence stand."""

    def __init__(self, text: Clause, context: Context) -> None:
        """Take a prepared sentence and what was spoken of before it."""
        self.text, self.context = text, context
        self.folded = text.folded
        self._parts = [0, *(m.end() for m in _BOUNDARY.finditer(text.folded))]
        self.plain = _blanked(text.folded, text.periods)
        self.unnamed = _blanked(text.folded, [s for s in text.spans if s.kind == "entity"])  # 昇茂 tells of no rise
        self.clauses = _joined(text.clauses, text.periods)
        self.usable = timing.usable(text.periods, text.folded)
        self.owned_at = timing.owners(self.usable, text.quantities, text.folded)

    def _begin(self, i: int) -> int:
        """Where the words that explain figure i begin: after the figure before it, in its part of the sentence."""
        position = self.text.quantities[i].start
        while (
            i and self.folded[self.text.quantities[i - 1].start - 1 :][:1] == "每" and self.text.quantities[i - 1].start
        ):
            i -= 1  # 每10股派息3.8元: the ten shares explain the money
        start = self.text.quantities[i - 1].end if i else 0
        return max(start, self._part(position))

    def _begin_of(self, quantity: Quantity) -> int:
        return max((q.end for q in self.text.quantities if q.end <= quantity.start), default=0)

    def _until(self, i: int) -> int:
        return self.text.quantities[i + 1].start if i + 1 < len(self.text.quantities) else len(self.folded)

    def _sentence(self, position: int) -> int:
        return max(self.folded.rfind("。", 0, position), self.folded.rfind(". ", 0, position), 0)

    def _part(self, position: int) -> int:
        return self._parts[bisect_right(self._parts, position) - 1]

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


def _blanked(folded: str, mentions: Sequence[PeriodMention | Span]) -> str:
    """The text with its periods or its names blanked out, places kept."""
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
