"""Verdicts: which of several figures is higher or moved more, by how much, and whether it is so.

One is given only where figures have one unit, one time and one definition and their ranges do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import arithmetic, figures
from bot.answers.comparability import days, ends, middle, moved_by, of_one_definition
from bot.answers.figures import Figures
from bot.answers.lines import Line
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredFact

_LESS = lazy.compile(
    r"低|(?<![多大])少(?!钱)|便宜|小于|更小|较小|\b(?:lower|less|smaller|fewer|cheaper|below|weaker|worse)\b"
)
_MORE = lazy.compile(
    r"高|多(?!少)|大|贵|强|好|领先|超过|\b(?:higher|more|larger|bigger|greater|above|exceed\w*|stronger|better|outearn\w*|outsold|ahead)\b"
)
COMPANIES = lazy.compile(r"哪|谁|\bwhich\b|\bwhat compan")
NONE = "–"  # in a cell


class Verdicts:
    """Says what comes of comparing figures, for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Name things as `evidence` does, and figures as `finder` does."""
        self.evidence = evidence
        self._figures = finder

    def verdict(self, question: Question, rows: Sequence[Line]) -> tuple[str, str]:
        """Return yes or no where the question asks it, and who is higher, by how much; nothing where it cannot be told."""
        words = self.evidence.words
        values = [r.value for r in rows]
        if any(v is None or (v.quantity.lo is None and v.quantity.hi is None) for v in values):
            return "", ""  # of what is no number, a ticker, none is higher
        if len({v.quantity.unit for v in values if v}) > 1:
            return "", words.other_units + words.stop
        if not of_one_definition(rows):
            return "", ""  # shown, not compared
        if len({days(r) for r in rows} - {("", "")}) > 1:
            return "", ""  # of different times: shown, not compared
        ranked = sorted((v for v in values if v), key=lambda v: -middle(v))
        if len(rows) == 2 and ends(ranked[1])[1] >= ends(ranked[0])[0]:
            same = ends(ranked[0]) == ends(ranked[1])
            return "", (words.equal if same else words.overlap) + words.stop
        if len(rows) > 2:
            return "", self._first_of(question, rows, ranked)
        return self._yes(question, rows, ranked), self._who(question, ranked) + words.stop

    def moved_more(self, question: Question, rows: Sequence[Line]) -> str:
        """Return whose figure grew or fell more, where each gives one change of one kind and the question asks it."""
        moved = [moved_by(r.changes) for r in rows]
        sizes = [m for m in moved if m is not None]
        asked = bool(COMPANIES.search(question.folded)) or "yesno" in question.flags or len(rows) > 2
        if len(sizes) != len(rows) or len({days(r) for r in rows}) > 1 or len(set(sizes)) < len(sizes) or not asked:
            return ""
        words = self.evidence.words
        less = bool(_LESS.search(question.folded)) or question.extreme == "min"
        if question.aspect == "decline":
            chosen, way, template = min(sizes), "fell", words.fell_more
            if chosen >= 0:
                return ""
        elif less:
            chosen, way, template = min(sizes), "slowed", words.grew_less
        else:
            chosen, way, template = max(sizes), "grew", words.grew_more
        first = rows[sizes.index(chosen)]
        if len(rows) > 2:
            return self._most(way, first, ", ".join(map(self._figures.change, first.changes)))
        return template.format(winner=self.evidence.name(first.subject)) + words.stop

    def _most(self, way: str, line: Line, value: str) -> str:
        """Who of several is first, said with the figure."""
        evidence, words = self.evidence, self.evidence.words
        period, measure = figures.period(line.period, evidence.lang), evidence.label(line.measure)
        told = words.extreme[way].format(winner=evidence.name(line.subject), value=value, period=period, measure=measure)
        return " ".join(told.split()) + words.stop

    def _first_of(self, question: Question, rows: Sequence[Line], ranked: Sequence[StoredFact]) -> str:
        """Who of several is highest, lowest where that is asked, or loses most."""
        losses = "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked)
        less = losses or bool(_LESS.search(question.folded))
        first = next(r for r in rows if r.value is ranked[-1 if less else 0])
        return self._most("loss" if losses else "min" if less else "max", first, self.figure(first, first))

    def _who(self, question: Question, ranked: Sequence[StoredFact]) -> str:
        """Which of two is higher, or lower where that is asked, or loses more; and by how much."""
        words, evidence = self.evidence.words, self.evidence
        if "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked):
            return words.loses_more.format(winner=evidence.name(ranked[-1].subject))
        less = bool(_LESS.search(question.folded))
        text = (words.lower if less else words.higher).format(winner=evidence.name(ranked[-1 if less else 0].subject))
        (alo, ahi), (blo, bhi) = ends(ranked[0]), ends(ranked[-1])
        if alo != ahi or blo != bhi or ranked[0].quantity.unit in ("%", "x"):
            return text
        apart = arithmetic.to_step(alo - bhi, [v.quantity for v in ranked])
        gap = replace(ranked[0].quantity, lo=apart, hi=apart, qualifier="", raw="")
        return text + words.by_how_much.format(value=figures.computed(gap, evidence.lang))

    def _yes(self, question: Question, rows: Sequence[Line], ranked: Sequence[StoredFact]) -> str:
        """Whether it is so that the first named is more (or less) than the other, where the question asks that."""
        if len(rows) != 2 or "yesno" not in question.flags or "which" in question.flags or "either" in question.flags:
            return ""
        losses = "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked)
        more = bool(_MORE.search(question.folded))
        if more == bool(_LESS.search(question.folded)):
            return ""
        than = question.folded.find("比")
        first = next((s for s in self.evidence.library.names.find(question.folded) if s.kind == "entity"), None)
        said = rows[1] if first and 0 <= than < first.start else rows[0]  # 比起乙,甲更高嗎
        top = ranked[-1] if losses else ranked[0]
        words = self.evidence.words
        return (words.yes if (top.subject == said.subject) == more else words.no).strip()

    def figure(self, row: Line, compared: Line, marked: bool = True) -> str:
        """Return a figure, whether it is a forecast, and what it comes to where it is compared in another currency."""
        if row.value is None:
            return NONE
        words, colon = self.evidence.words, " ({})" if self.evidence.lang == "en" else "（{}）"
        told = self._figures.value(row.value)
        if marked and row.value.basis == "forecast":
            told = words.expected.format(value=told)
        if compared.value and compared.value.quantity.unit != row.value.quantity.unit:
            told += colon.format(self._figures.value(compared.value))
        return told
