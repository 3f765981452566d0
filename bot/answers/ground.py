"""The sentences that a question without facts may be worked out from, and how well what stands with a figure fits what is asked.

What a question is about is what it says besides the words that only ask for a sum. Each of these must be said: with the
figure, in its sentence, or, where it is a name, in its article. At least one must stand with the figure itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot import questionwords as qw
from bot.answers.figures import Figures
from bot.answers.told import Told
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold

_HELD = 0.5  # of a need that must be in a sentence
_SEVERAL = 2
_A_TIME = lazy.compile(
    r"(?:(?:19|20)\d\d|去年|今年|上年|前年|同期|全年|年度?|本季|上季|季度?|月|底|末|初|时|期间?|last|this|year|years|quarter|month|end|early|late)+"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about: words, each a need; verbs, which may be said otherwise; the terms of its measures; whom, by their ids."""

    needs: tuple[Need, ...]
    verbs: tuple[Need, ...]
    measures: frozenset[str]
    subjects: frozenset[str]

    @property
    def any(self) -> bool:
        """Whether there is anything to know a figure by."""
        return bool(self.needs or self.measures or self.subjects)


class Ground:
    """Finds sentences and weighs them against a question, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def topic(self, question: Question, operator: re.Pattern[str]) -> Topic:
        """Return what a question is about, without its words that `operator` matches whole: those only ask for a sum."""
        measures = frozenset(
            f"m_{m.replace('-', '_')}"
            for m, _ in self._figures.targets(question)
            for m in self._figures.acceptable(m, question)
        )
        names = self._evidence.library.names
        called = {
            fold(x)
            for g in question.subjects
            for i in g
            for x in (*names.entities[i].names.values(), *names.entities[i].aliases)
        }
        needs = tuple(
            n for n in question.needs
            if not (n.light or n.verbal or soft(n) or qw.asks_before(n.surface) or operator.fullmatch(n.surface) or _A_TIME.fullmatch(n.surface) or any(n.surface in x for x in called))
            and not any(set(o) & measures for o in n.options)
        )  # fmt: skip
        verbs = tuple(n for n in question.needs if n.verbal and not n.light and not operator.fullmatch(n.surface))
        return Topic(needs, verbs, measures, frozenset(i for g in question.subjects for i in g))

    def sentences(self, question: Question) -> Sequence[StoredSentence]:
        """Return the sentences of the articles that speak of whom or what is asked about."""
        return [s for s in self._told.articles(question) if not self._told.another(question, s)]

    def fit(self, topic: Topic, label: str, sentence: StoredSentence) -> tuple[int, int] | None:
        """Return how many of the words asked for stand with a figure, and how many in its sentence; None where one is nowhere, or none with it.

        `label`: the folded words around the figure.
        """
        library = self._evidence.library
        words = set(tokens(label, library.names))
        measured = bool(topic.measures & words)
        own = [n for n in topic.needs if self._said(n, label, words)]
        rest = [n for n in topic.needs if n not in own]
        here = [n for n in rest if library.search.holds(n, sentence.id) >= _HELD]
        if any(not self._in_article(n, sentence) for n in rest if n not in here):
            return None
        named = bool(topic.subjects & {m.entity for m in sentence.mentions})
        if not (own or measured) and (topic.measures or len(here) < len(rest) or len(rest) < _SEVERAL):
            return None  # what stands in the sentence alone must be all that is asked, and more than one thing
        verbs = sum(self._said(n, label, words) for n in topic.verbs)
        return len(own) + measured + verbs + (named or bool(topic.subjects & set(sentence.topics))), len(here)

    def _in_article(self, need: Need, sentence: StoredSentence) -> bool:
        """Whether what an article is called or says next to a sentence holds a word."""
        library = self._evidence.library
        if library.search.heading_holds(need, library.articles[sentence.article_id].title):
            return True
        near = [
            s
            for s in library.archive.sentences_of_article(sentence.article_id)
            if need.key or abs(s.n - sentence.n) <= 1
        ]
        return any(library.search.holds(need, s.id) >= _HELD for s in near)

    @staticmethod
    def _said(need: Need, label: str, words: set[str]) -> bool:
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)
