"""Panels: what an article tells of several side by side, each in a stretch of text of its own.

四家整機廠 told in a paragraph each, three cars in a sentence each, five parks in a part of one sentence each: the figures
in a stretch, with what they measure, are of the head that it begins with (`kb.panelheads`).
A figure that names no measure is of the one that the stretch beside it tells in its place. Patterns are matched
against folded text. Leaves out parts of a whole in one paragraph (`kb.breakdowns`), and what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb import aspects, lazy
from kb.lists import RESPECTIVELY
from kb.measuring import Measuring, is_bare
from kb.model import Quantity
from kb.names import Names
from kb.panelheads import NOBODY, STOP, Head, Heads, Stretch
from kb.parallel import NEUTRAL
from kb.roles import MeasureRoles
from kb.units import is_change, is_money

_NEAR = 3  # sentences
_ANYTHING = ("", "%", "年", "个月", "個", "个", "家", "次", "項", "项", "天")  # units that tell nothing of what is measured
_PER = lazy.compile(r" (?:a|per) [a-z]+|/\w+|每\w")
_THAN_BEFORE = lazy.compile(r" (?:more|higher|(?P<less>less|fewer|lower)) than (?:a year|last year|the (?:same|previous|prior|year))")
_MARKET = lazy.compile(r"^[^,;。]{0,6}?(?:全球|全国|全台|全港|全体|整体|市场|行业|业界|合计|合共|总计|平均|[两三四五六七八九十几各]家|业者|分析师|法人|机构)|^(?:analysts?|together|combined|overall|globally|worldwide|the (?:market|industry|sector|average|[a-z]+ (?:firms|companies|mines|banks|makers|sites))|all |by )\b")
_GOES_ON = lazy.compile(r"^(?:其|它|该|公司|这家|此)|^(?:it|its|the (?:company|firm|group|mine|bank|plant|site|unit|business))\b")
_FORECAST = lazy.compile(r"预[计估期测]|有望|目标|将[在于会增升扩降达]|计划|\b(?:will|expects?|expected|forecasts?|targets?|plans?|aims?|should|would|could)\b")
_BEGUN = lazy.compile(r"(?:由|从|自)[^,;。]{0,12}$|\bfrom $|上年|去年同期|一年前|\b(?:against|compared with|versus)\b[^,;.]{0,12}$")
_MARGIN = lazy.compile(r"\bmargins?\b")


class Told(Protocol):
    """A sentence of an article, as it is stored."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def paragraph(self) -> int:
        """Which paragraph it stands in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a head; `measure` is "" where none is named."""

    head: Head
    measure: str
    aspect: str
    quantity: Quantity
    sentence: int
    before: str  # the folded words from the figure before it
    after: str  # those up to the end of its clause
    forecast: bool = False
    words: str = ""  # folded words that tell what it is, those of the figure beside it where it has none


def read(sentences: Sequence[Told], names: Names, roles: MeasureRoles, ordinary: Callable[[str], bool]) -> list[Cell]:
    """Return the figures of an article with whom they are of, in order; those of nobody in particular with `NOBODY`.

    `ordinary` tells of a folded word whether it is an everyday one, and so no name.
    """
    measuring = Measuring(names, roles)
    readers = [_Reading(s.text, n, names, measuring, ordinary) for n, s in enumerate(sentences)]
    known: list[Head] = []
    for reader in readers:
        known += [h for h in reader.strong() if not any(h.same(k) for k in known)]
    if len(known) < 2:
        return []
    capitals = " ".join(s.text for s in sentences)
    known = [h for h in known if not h.alone or len(re.findall(rf"\b{re.escape(h.label)}\b", capitals)) > 1]
    known = [h for h in known if not h.doubtful]
    out: list[Cell] = []
    last = NOBODY
    for n, reader in enumerate(readers):
        new = n == 0 or sentences[n].paragraph != sentences[n - 1].paragraph
        if new and not _GOES_ON.search(reader.folded):
            last = NOBODY
        before = NOBODY if (_MARKET.search(reader.folded) or reader.of_a_stranger()) and not reader.opened(known) else last
        found, last = reader.cells(known, before, out)
        out += _shared_out(found, out, reader) or found
    return _completed(out)


def _shared_out(found: list[Cell], before: Sequence[Cell], reader: _Reading) -> list[Cell]:
    """Figures that are listed for all of those told of before, one each: 三條產品線的毛利率依次為31.4%、43.6%和32.0%."""
    of_all = [c for c in found if not c.head.label and c.measure]
    if len(of_all) < 2 or len(of_all) != len(found) or len({c.measure for c in of_all}) > 1 or not RESPECTIVELY.search(reader.folded):
        return []
    last = max((c.sentence for c in before if c.head.label), default=-1)
    heads = list(dict.fromkeys(c.head for c in before if c.sentence == last and c.head.label))
    return [replace(c, head=h) for c, h in zip(of_all, heads, strict=True)] if len(heads) == len(of_all) and reader.n - last < _NEAR else []


def _completed(cells: Sequence[Cell]) -> list[Cell]:
    """The figures, with the measure where only what stands in their place beside other heads names it."""
    out: list[Cell] = []
    for cell in cells:
        out.append(replace(cell, measure=_in_place(cell, cells)) if cell.head.label and cell.aspect == "value" else cell)
    for n, cell in enumerate(out):
        if cell.measure or cell.aspect == "value" or not is_change(cell.quantity.unit):
            continue
        beside = [c for c in (out[n - 1 : n] + out[n + 1 : n + 2]) if c.head is cell.head and c.sentence == cell.sentence and c.measure and c.aspect == "value"]
        if beside and (beside[0] is out[n - 1] or re.search(r" to $|[至到]$", beside[0].before)):
            out[n] = replace(cell, measure=beside[0].measure)
    return out


def _in_place(cell: Cell, cells: Sequence[Cell]) -> str:
    """The measure of a figure: its own, or that which figures of its unit, told by the same, have beside other heads."""
    if not cell.measure and cell.quantity.unit == "%" and _MARGIN.search(cell.before):
        margins = {c.measure for c in cells if c.head.label and c.measure.endswith("margin") and not c.head.same(cell.head)}
        return margins.pop() if len(margins) == 1 else ""
    per = _PER.match(cell.after)
    if (cell.measure and not per) or cell.quantity.unit in _ANYTHING or (is_money(cell.quantity.unit) and not per):
        return cell.measure
    alike = [c for c in cells if c.head.label and c.aspect == "value" and c.quantity.unit == cell.quantity.unit and _per(c) == _per(cell)]
    others = [c.measure for c in alike if c.measure and not c.head.same(cell.head)]
    most = max(dict.fromkeys(others), key=others.count, default="")
    own = [c for c in alike if c.head.same(cell.head)]
    if own[0] is not cell or any(c.measure == most for c in own) or (not per and len(set(others)) > 1) or others.count(most) * 2 <= len(others):
        return cell.measure
    return most


def _per(cell: Cell) -> str:
    found = _PER.match(cell.after)
    return found.group() if found else ""


class _Reading(Heads):
    """One sentence being read."""

    def cells(self, known: Sequence[Head], before: Head, earlier: Sequence[Cell]) -> tuple[list[Cell], Head]:
        """The figures of the sentence, and whom the next one goes on with."""
        out: list[Cell] = []
        last = before
        stretches = self._stretches(known, before)
        for n, stretch in enumerate(stretches):
            found = self._of(stretch, out)
            if not any(k.same(stretch.head) for k in known) and stretch.opens:
                first = next((c.measure for c in found if c.measure), "")
                again = first and any(c.head == last and c.measure == first and c.aspect == "value" for c in (*earlier, *out))
                later = (next((c.measure for c in self._of(s, out) if c.measure), "") for s in stretches[n + 1 :] if s.opens and not s.head.same(stretch.head))
                if not again and not (first and first in later):  # goes on with the one before
                    found = [replace(c, head=last if c.head.label else c.head) for c in found]
                    out += found
                    continue
            last = stretch.head
            out += found
        return out, last

    def _of(self, stretch: Stretch, before: Sequence[Cell]) -> list[Cell]:
        """The figures of a stretch."""
        out: list[Cell] = []
        carried = ""
        last_end = stretch.begin
        after_change = False
        for i, q in enumerate(self.quantities):
            if not stretch.begin <= q.start < stretch.end:
                continue
            begin = max(last_end, stretch.after if stretch.opens and stretch.after <= q.start else stretch.begin)
            begin = begin if begin > stretch.after or not stretch.prior else stretch.begin
            clause = max(begin, *(self.folded.rfind(mark, 0, q.start) + 1 for mark in ",;。"))
            until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
            window = self.folded[begin : q.start]
            measure = self.measuring.of(self.folded, self.measures, q, begin, clause, until)
            name = measure.id if measure else ""
            if not name and carried and is_bare(NEUTRAL.sub(" ", self.plain[begin : q.start])) and (is_change(q.unit) or after_change):
                name = carried
            if not name and stretch.opens and not carried and is_bare(NEUTRAL.sub(" ", self.plain[stretch.after : q.start])):
                name = self._elided(stretch, q, before)
            told = _THAN_BEFORE.match(self.folded, q.end) if is_change(q.unit) else None
            ratio = bool(name) and self.names.measures[name].unit == "percent"
            aspect = aspects.aspect(self.folded, q, window, ratio, after_change)
            if told:
                aspect = "decline" if told["less"] else "growth"
            end = STOP.search(self.folded, q.end)
            stop = min(end.start() if end else len(self.folded), stretch.end)
            loss = aspects.tells_loss(window)
            if loss and name.endswith("profit") and not is_change(q.unit):
                aspect = "loss"
            if aspect not in ("none",) and not _BEGUN.search(window) and (not loss or aspect == "loss") and not (aspect == "value" and name and not self.measuring.fits(name, q.unit)):
                listed = RESPECTIVELY.search(self.folded, max(stretch.after, self.folded.rfind(";", 0, q.start)), q.start)
                head = NOBODY if listed else stretch.head
                out.append(Cell(head, name, aspect, q, self.n, self.folded[begin : q.start], self.folded[q.end : stop], bool(_FORECAST.search(self.folded[clause : q.start])), self._words(stretch, begin, q, stop, not out, before)))
            carried = name or carried
            after_change = is_change(q.unit) and aspect != "value"
            last_end = q.end
        return out

    def _words(self, stretch: Stretch, begin: int, q: Quantity, stop: int, first: bool, told: Sequence[Cell]) -> str:
        """The words that tell what a figure is: its own, or those before the heads or beside the one before it, where it stands bare."""
        own = self.folded[max(begin, stretch.after if stretch.opens else begin) : q.start] + "\n" + self.folded[q.end : stop]
        if not (stretch.opens and first and is_bare(NEUTRAL.sub(" ", self.plain[stretch.after : q.start]))):
            return own
        beside = [c for c in told if c.sentence == self.n and c.head.label and c.quantity.unit == q.unit]
        return beside[-1].words if beside else self.folded[: stretch.begin] + "\n" + own

    def _elided(self, stretch: Stretch, q: Quantity, told: Sequence[Cell]) -> str:
        """The measure of a figure right behind its head: that of the head before it, or the one the sentence opens with."""
        beside = [c for c in told if c.sentence == self.n and c.measure and c.aspect == "value" and c.quantity.unit == q.unit and c.head.label]
        if beside:
            return beside[-1].measure
        opening = [m for m in self.measures if m.end <= stretch.begin and self.measuring.fits(m.id, q.unit)]
        return opening[-1].id if opening and not any(c.sentence == self.n for c in told) else ""

