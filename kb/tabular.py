"""The figures of a paragraph by what they are of: versions of a product, segments, markets, models.

Such parts have no entry among the names, so their figures are no facts; they are read when a question asks
for them, from the sentences that a search found. A part is called by the words between the beginning of its
clause and its measure. Patterns are matched against folded text. Leaves out what is asked (`bot.answers.parts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb import aspects, lazy, periods, quantities
from kb.lists import RESPECTIVELY, runs
from kb.measuring import Found, Measuring, is_bare
from kb.model import Quantity
from kb.names import Names
from kb.parallel import NEUTRAL
from kb.roles import MeasureRoles
from kb.text import fold
from kb.units import is_change

_CLAUSE = lazy.compile(r"[,;:。!?、(]|\.\s| (?:and|while|but|with)\s")
_LEAD = lazy.compile(r"^[\s\"“”「」]*(?:其中|而|则|此外|另外|同时|但|和|与|及|以及|至于|分别是?|期内|期間|当中|本季|去年|今年|the |its |and |while |but |with |an? |for |in )+")
_TAIL = lazy.compile(r"(?:的|则|为|是|去年|今年|全年|单季|本季|亦|也|都|均|约|方面|实现|录得|达到?|贡献|分别|卖|售|(?<![可予给用所])以|\s|'s|\bof|\bat|\bwith|\bin|\bwas|\bwere)+$")
_KEPT = 2048  # sentences
_MOST = 16  # Chinese characters of what a part is called
_KIND = lazy.compile(r"(?<=[\u3400-\u9fff])(?:版|款|型|业务|市场)")
_NOT_A_PART = lazy.compile(r"[\d%、和与及]| and |公司|集团|本行|同比|环比|预计|合计|总|整体|^(?:它|其|该|这|那|他|她|我)|^by [a-z]+$|\b(?:company|group|total|it|which|that|year|quarter)\b")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: `head` is what it is of, as printed."""

    head: str
    measure: str
    aspect: str
    quantity: Quantity
    sentence: int  # which of the sentences given


def cells(texts: Sequence[str], names: Names, roles: MeasureRoles) -> list[Cell]:
    """Return the figures of the sentences of a paragraph that are of named parts, in order."""
    measuring = Measuring(names, roles)
    out: list[Cell] = []
    for n, text in enumerate(texts):
        out += _Reading(text, n, names, measuring, out).cells()
    return out


@lru_cache(_KEPT)  # answering looks at the same sentences again and again
def amounts(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of a sentence that are no part of a date."""
    times = periods.find(text)
    return tuple(q for q in quantities.find(text) if not any(m.start <= q.start and q.end <= m.end for m in times))


class _Reading:
    """One sentence being read into cells."""

    def __init__(self, text: str, n: int, names: Names, measuring: Measuring, before: Sequence[Cell]) -> None:
        self.text, self.n, self.names, self.measuring = text, n, names, measuring
        self.folded = fold(text)
        self.heads = list(dict.fromkeys(c.head for c in before))
        self.measure = before[-1].measure if before else ""
        times = periods.find(text)
        self.plain = self.folded
        for m in times:
            self.plain = self.plain[: m.start] + " " * (m.end - m.start) + self.plain[m.end :]
        self.quantities = amounts(text)
        self.measures = measuring.spans(self.folded, names.find(self.folded))

    def cells(self) -> list[Cell]:
        """Return the cells of the sentence."""
        listed = {i: cell for run in runs(self.folded, self.quantities) for i, cell in self._listed(run).items()}
        out: list[Cell] = []
        last: Cell | None = None  # whose row goes on
        for i, quantity in enumerate(self.quantities):
            cell = listed.get(i) or self._one(i, quantity, last)
            if cell:
                out.append(cell)
            last = cell
        return [c for c in out if c.head]

    def _one(self, i: int, quantity: Quantity, last: Cell | None) -> Cell | None:
        begin = self.quantities[i - 1].end if i else 0
        cuts = [m.end() for m in _CLAUSE.finditer(self.plain, begin, quantity.start)]
        start = cuts[-1] if cuts else begin
        window = self.folded[begin : quantity.start]
        named = [m for m in self.measures if start <= m.start and m.end <= quantity.start and self._fits(m, quantity)]
        measure = named[-1] if named else None
        if measure and not is_bare(NEUTRAL.sub(" ", self.plain[measure.end : quantity.start])):
            return None
        head = self._head(start, measure.start + self._called(measure) if measure else quantity.start)
        whole = bool(head) and bool(_NOT_A_PART.search(fold(head)))
        row = last if last and not re.search("[;。]", window) else None
        whose = head or (row.head if row else self._opening(quantity.start))
        told = measure or self._behind(i, quantity, begin, start)
        name = told.id if told else self._carried(quantity, window, row, last, bool(head) or (row is None and bool(whose)))
        if not name:
            return None
        ratio = self.names.measures[name].unit == "percent"
        aspect = aspects.aspect(self.folded, quantity, window, ratio, bool(row and row.aspect != "value"))
        if aspect == "none" or (aspect == "value" and not self.measuring.fits(name, quantity.unit)):
            return None
        return Cell("" if whole else whose, name, aspect, quantity, self.n)

    def _called(self, measure: Found) -> int:
        """How much of the name of a measure calls the part that it is of: 標準版 of 標準版售價."""
        words = self.folded[measure.start : measure.end]
        kinds = (m.end() for m in _KIND.finditer(words))
        return next((n for n in kinds if n < len(words) and any(t.kind == "measure" for t in self.names.terms(words[n:]))), 0)

    def _carried(self, quantity: Quantity, window: str, row: Cell | None, last: Cell | None, new: bool) -> str:
        """The measure that a figure goes on with: that of its row, or of the row before where a new one begins."""
        before = row or (last if new else None)
        if before is None and new and (colon := self.folded.rfind(":", 0, quantity.start)) > 0:
            lead = [m.id for m in self.measures if m.end <= colon and self._fits(m, quantity)]
            return lead[-1] if lead and not is_change(quantity.unit) else ""  # 募資淨額投向三處:甲6億元、乙5億元
        if before is None:
            return self.measure if new and is_change(quantity.unit) else ""
        led = before.aspect != "value" and re.search(r"(?:至|到|\bto(?: reach)?)\s*$", window)
        goes_on = is_change(quantity.unit) or quantity.unit == before.quantity.unit or led
        return before.measure if goes_on and (new or is_bare(self._words(window))) else ""

    def _words(self, window: str) -> str:
        return NEUTRAL.sub(" ", window)

    def _behind(self, i: int, quantity: Quantity, begin: int, start: int) -> Found | None:
        """The measure behind a number: 168間餐廳."""
        until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
        found = self.measuring.of(self.plain, self.measures, quantity, begin, start, until)
        return found if found and found.start >= quantity.start else None

    def _opening(self, position: int) -> str:
        """What a sentence or its part opens with: "Structural heart, …: its sales jumped", or a part known from before."""
        left = max(m.end() for m in re.finditer(r"^|[;。]|\.\s", self.folded[:position]))
        known = [h for h in self.heads if fold(h) in self.folded[left:position]]
        longest = [h for h in known if not any(h != k and h in k for k in known)]
        if len(longest) == 1:
            return longest[0]
        opening = re.match(r"\s*([A-Z][A-Za-z& -]{2,40}?),", self.text[left:position])
        return opening[1] if opening and not _NOT_A_PART.search(opening[1].lower()) and not known else ""

    def _listed(self, run: Sequence[int]) -> dict[int, Cell]:
        """705公里和650公里 that stand behind 分別, of as many parts named before them."""
        first = self.quantities[run[0]]
        left = max(self.folded.rfind(mark, 0, first.start) for mark in ";。") + 1
        mark = RESPECTIVELY.search(self.folded, left, first.start)
        named = [m for m in self.measures if left <= m.start and m.end <= first.start and self._fits(m, first)]
        places = sorted((self.folded.find(fold(h), left, first.start), h) for h in self.heads)
        heads = [h for at, h in places if at >= 0]
        if not mark or not named or len(heads) != len(run):
            return {}
        return {
            i: Cell(head, named[-1].id, "value", self.quantities[i], self.n) for i, head in zip(run, heads, strict=True)
        }

    def _fits(self, measure: Found, quantity: Quantity) -> bool:
        return self.measuring.fits(measure.id, quantity.unit) or is_change(quantity.unit)

    def _head(self, start: int, end: int) -> str:
        """What the words before a figure or its measure call a part, as printed; "" where they only lead up to it."""
        words = self.plain[start:end]
        lead = _LEAD.match(words)
        begin = lead.end() if lead else 0
        end = len(words)
        while end > begin and (tail := _TAIL.search(words, begin, end) or _last_bare(words, begin, end)):
            end = tail.start()
        head = self.text[start + begin : start + end].strip(" ,，「」“”\"")
        fits = 2 <= len(head) <= (_MOST * 3 if head.isascii() else _MOST)
        return head if fits and not is_bare(NEUTRAL.sub(" ", fold(head))) else ""


def _last_bare(words: str, begin: int, end: int) -> re.Match[str] | None:
    """The last English word, where it only tells of a change: "diabetes care added"."""
    last = re.compile(r"\s?[a-z-]+\s*$").search(words, begin, end)
    return last if last and last.group().strip() and is_bare(NEUTRAL.sub(" ", last.group())) else None
