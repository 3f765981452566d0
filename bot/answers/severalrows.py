"""Several rows at once: added up, subtracted, divided, compared, or each told; and one against what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answers.apart import apart
from bot.answers.results import DIFFERENCE
from bot.answers.rowkinds import Found
from bot.answers.rowteller import RowTeller, movement
from bot.question import Question
from kb import lazy
from kb.model import Quantity
from kb.partrows import Row

_HOW_FAR = lazy.compile(r"[多少高低差](?!于)[^,?]{0,3}(?:几(?!家|个品)|多少)")
_WHICH_OF = lazy.compile(r"哪|谁|\bwhich\b|\bwho(?:se)?\b")
_PLUS = lazy.compile(r"加上?|加埋|合共|合计|加起来|\bplus\b|\btogether\b|\bcombined\b")
_DIFFERENCE_OF_VALUES = lazy.compile(r"[多少差][^,?]{0,4}(?:亿|万|辆|台)")


class SeveralRows:
    """Works with the rows that a question names."""

    def __init__(self, teller: RowTeller) -> None:
        """Tell results with `teller`."""
        self._teller = teller
        self._evidence = teller.evidence

    def several(self, question: Question, found: Found, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        """Return what is asked of two parts or more: added up, subtracted, divided, compared, or each told."""
        folded = question.folded
        if question.aspect in ("growth", "decline") and not _DIFFERENCE_OF_VALUES.search(folded):
            return self._grown(question, found, rows)
        each = [self._teller.line(found, r, changes=self._teller.changes(question, r)) for r in rows]
        values = [r.value for r in rows] if all(r.value for r in rows) else [r.share for r in rows]
        exact = [v for v in values if v is not None]
        if len(exact) < len(rows) or len({v.unit for v in exact}) > 1:
            return None
        ends = [e for e in map(arithmetic.ends, exact) if e]
        worked_out = bool(question.flags & {"sum", "ratio"} or _PLUS.search(folded) or DIFFERENCE.search(folded))
        if any(low != high for low, high in ends):
            return None if worked_out else (each, rows)
        figures_ = [(r, v, low) for r, v, (low, _) in zip(rows, exact, ends, strict=True)]
        if "sum" in question.flags or _PLUS.search(folded):
            return self._added(question, found, figures_), rows
        if len(rows) == 2 and "ratio" in question.flags:
            return [*self._multiple(figures_), *each], rows
        compared = question.kind == "compare" or question.flags & {"compare", "either"}
        if len(rows) == 2 and (compared or worked_out or _HOW_FAR.search(folded) or _WHICH_OF.search(folded)):
            return [*self._apart(figures_), *each], rows
        return each, rows

    def _grown(self, question: Question, found: Found, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        """How each of several parts changed, and which grew more where that is asked."""
        moved = [(m, r) for r in rows if (m := movement(self._teller.changes(question, r))) is not None]
        if len(moved) < len(rows):
            return None
        lines = [self._teller.line(found, r, changes=self._teller.changes(question, r)) for r in rows]
        if len(rows) == 2 and DIFFERENCE.search(question.folded):
            (more, a), (less, b) = sorted(((r, m) for m, r in moved), key=lambda x: -x[1])
            text = self._evidence.words.difference.format(value=figures.computed(arithmetic.quantity((a - b, a - b), "pp"), self._evidence.lang))
            return [figures.spaced(f"{text} (= {figures.plain(a)}% − {figures.plain(b)}%)") + self._evidence.words.stop, *lines], [more, less]
        if qw.WHICH.search(question.folded) and len({m for m, _ in moved}) > 1:
            top = max(moved, key=lambda x: x[0])[1]
            lines.insert(0, self._evidence.words.grew_more.format(winner=self._teller.label(top)) + self._evidence.words.stop)
        return lines, rows

    def _added(self, question: Question, found: Found, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words, lang = self._evidence.words, self._evidence.lang
        exact = [q for _, q, _ in told]
        total = arithmetic.to_step(sum((a for _, _, a in told), Decimal(0)), exact)
        text = words.total.format(value=figures.computed(arithmetic.quantity((total, total), exact[0].unit), lang))
        shown = " + ".join(f"{self._teller.label(r)} {figures.show(q, lang)}" for r, q, _ in told)
        share = self._teller.share_of(found, total, exact) if self._teller.asks_share(question) else ""
        return [figures.spaced(f"{text} (= {shown})") + words.stop, *([share] if share else [])]

    def _multiple(self, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words, lang = self._evidence.words, self._evidence.lang
        (_, first, a), (_, second, b) = told
        if not b:
            return []
        times = arithmetic.to_times(a / b)
        return [f"{words.ratio.format(value=figures.plain(times))} (= {figures.show(first, lang)} ÷ {figures.show(second, lang)})" + words.stop]

    def _apart(self, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words = self._evidence.words
        (row, more, a), (_, less, b) = sorted(told, key=lambda x: -x[2])
        if a == b:
            return [words.equal + words.stop]
        return [words.higher.format(winner=self._teller.label(row)) + words.stop, apart(self._evidence, more, less)]

    def since(self, row: Row) -> str:
        """Return by how much a part's share or value is more or less than it was before; "" where either is no exact figure."""
        now = row.value or row.share
        return apart(self._evidence, now, row.before) if now and row.before else ""
