"""What was revised: its old figure or date, its new one, by how much it was raised, cut or put off, and both side by side.

Which revision is meant says `bot.answers.revisionfinder`, what is asked of it `bot.revisionasked`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures, whenmoved
from bot.answer import Answer
from bot.answers.apart import changed, grown
from bot.answers.revisionfinder import Revision, RevisionFinder
from bot.answers.told import Told
from bot.changeasked import change_asked
from bot.moves import Move, Value
from bot.question import Question
from bot.revisionasked import Asked, asked
from kb import lazy, periods
from kb.model import Quantity
from kb.text import fold

_EARLIER = lazy.compile(r"提[前早]|\b(?:forward|earlier|sooner)\b")


class Revised:
    """Tells what became of figures and dates that were revised, for one asker."""

    def __init__(self, told: Told, finder: RevisionFinder) -> None:
        """Read what `finder` finds."""
        self._evidence = told.evidence
        self._finder = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with the revision that is meant; None where none is asked for, or no one is plainly meant."""
        want = asked(question.folded)
        when = self._finder.published(question)
        if not (want or when) or question.wants in ("reason", "person", "place", "age") or question.kind in ("person", "timeline"):
            return None
        if (question.kind == "definition" and not want.old) or (question.kind == "superlative" and not (want.old and question.extreme == "first")):
            return None  # "first reported" asks for no first of several
        found = self._finder.meant(question, want, when)
        if found is None:
            return None
        move = found.move
        lines = self._by(question, want, move) if want.by else []
        if want.by and not lines:
            return None
        if not want.by or want.both or want.old:
            shown = [self._shown(v) for v in (move.old, move.new)]
            lines = [*lines, figures.spaced(self._evidence.words.revised.format(before=shown[0], after=shown[1])) + self._evidence.words.stop]
        return self._said(lines, found, "derived" if want.by else "fact")

    def _said(self, lines: Sequence[str], found: Revision, kind: str) -> Answer:
        evidence = self._evidence
        quoted = found.sentences if found.across else (found.sentence,)
        own = [evidence.quote(s.text) for s in quoted if not evidence.foreign(s.text)]
        foreign = tuple(evidence.quote(s.text) for s in quoted if evidence.foreign(s.text))
        return Answer(True, evidence.lang, kind, (*lines, *own), quotes=foreign, sources=evidence.sources(quoted))

    def _shown(self, value: Value) -> str:
        if isinstance(value, Quantity):
            return figures.show(value, self._evidence.lang) if value.raw else figures.computed(value, self._evidence.lang)
        chinese = not value.raw.isascii()
        if chinese == (self._evidence.lang != "en"):
            return self._evidence.quote(value.raw)
        told = periods.find(value.raw if chinese else f"in {value.raw}")
        return figures.period(told[0].period, self._evidence.lang) if told and told[0].period.kind != "relative" else value.raw

    # ------------------------------------------------------------ by how much
    def _by(self, question: Question, want: Asked, move: Move) -> list[str]:
        """The difference in words: of figures, of the end of a range that is asked for or of both ends, in months of dates."""
        evidence = self._evidence
        pair = move.quantities
        if pair is None:
            return self._months(move)
        old, new = pair
        if want.percent and new.unit not in ("%", "pp"):
            line = grown(evidence, old, new)
            return [line] if line else []
        if old.lo is None or new.lo is None or old.qualifier in ("over", "under", "at-least"):
            return []
        if old.lo == old.hi and new.lo == new.hi:
            line = changed(evidence, old, new, "amount" if new.unit in ("%", "pp") else change_asked(question.folded)) if old.raw else self._apart(old.lo, new.lo, new.unit)
            return [line] if line else []
        if want.end:
            return self._ends(old, new, (want.end,))
        return [] if old.lo == old.hi or new.lo == new.hi else self._ends(old, new, ("low", "high"))  # how far a figure is from a range is two answers

    def _ends(self, old: Quantity, new: Quantity, ends: Sequence[str]) -> list[str]:
        """How far the ends of a range moved; what a range ends at is a round number, and exact."""
        values = [[q.lo if end == "low" else q.hi for q in (old, new)] for end in ends]
        return list(dict.fromkeys(self._apart(a, b, new.unit) for a, b in values if a is not None and b is not None and a != b))

    def _apart(self, one: Decimal, other: Decimal, unit: str) -> str:
        words, lang = self._evidence.words, self._evidence.lang
        gap = abs(one - other)
        value = figures.computed(arithmetic.quantity((gap, gap), "pp" if unit == "%" else unit), lang)
        more, less = (figures.computed(arithmetic.quantity((v, v), unit), lang) for v in (max(one, other), min(one, other)))
        return figures.spaced(f"{words.difference.format(value=value)} (= {more} − {less})") + words.stop

    def _months(self, move: Move) -> list[str]:
        """By how many months or years a date moved, where both are told as exactly."""
        far = whenmoved.apart(move.old.raw, move.new.raw, bool(_EARLIER.search(fold(move.around))))
        if far is None:
            return []
        count, unit = far
        words, lang = self._evidence.words, self._evidence.lang
        value = f"{count} {unit}{'s' if count > 1 else ''}" if lang == "en" else self._evidence.quote(f"{count}{'年' if unit == 'year' else '個月'}")
        return [figures.spaced(words.difference.format(value=value)) + words.stop]
