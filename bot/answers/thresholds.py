"""Thresholds: whether a figure is over or under one that the question names."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answers.comparability import ends
from bot.answers.figures import Figures
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, quantities
from kb.text import fold

_OVER, _UNDER = ("over", "at-least"), ("under", "at-most")
_NUMBER = lazy.compile(r"\d")


class Thresholds:
    """Holds one figure against a number that a question gives."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Take what finds figures."""
        self.evidence = evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer whether a figure is over or under one that the question names."""
        if "yesno" not in question.flags or len(question.subjects) != 1 or question.kind not in ("fact", "compare"):
            return None
        named = [q for q in quantities.find(question.text) if q.qualifier in _OVER + _UNDER]
        if len(named) != 1:
            return None
        limit = named[0].lo if named[0].lo is not None else named[0].hi
        typed = fold(named[0].raw)
        needs = tuple(n for n in question.needs if n.surface not in typed and not _NUMBER.search(n.surface))
        for measure, aspect in self._figures.targets(question):
            asked = replace(question, needs=needs, aspect=aspect)
            for line in self._figures.find(asked, question.subjects[0], measure)[:1]:
                changed = next(
                    (c for c in line.changes if c.aspect == ("decline" if aspect == "decline" else "growth")), None
                )
                told = changed if aspect else line.value
                if told is None or limit is None or named[0].unit not in ("", told.quantity.unit):
                    continue
                low, high = (abs(v) for v in ends(told)) if "loss" in question.flags else ends(told)
                low, high = min(low, high), max(low, high)
                over = named[0].qualifier in _OVER
                sure = low > limit or (low == limit and named[0].qualifier == "at-least"), high < limit
                if not any(sure) and low != high:
                    return None
                words = self.evidence.words
                verdict = words.yes if sure[0 if over else 1] else words.no
                answer = self._figures.compose(replace(asked, flags=frozenset(), needs=()), [line])
                return replace(answer, lines=(verdict.strip(), *answer.lines))
        return None
