"""An answer, or a sentence that may become one, as it is held against what its question demands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

HELD = 0.34  # of a word, that a sentence says it
_CLAUSE = lazy.compile(r"[;:。!?]|(?<!\d)[,.]|[,.](?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told by one way of answering. `shown` is what an asker reads, `said` the same folded."""

    question: Question
    route: str
    shown: str
    said: str
    sentences: tuple[StoredSentence, ...]
    evidence: Evidence
    answer: Answer | None = None  # None where one sentence is looked at before anything is made of it

    def near(self, sentence: StoredSentence) -> str:
        """Return a sentence with what it stands under and the one before it, folded."""
        before = self.evidence.library.search.neighbour(sentence, -1)
        title = self.evidence.library.articles[sentence.article_id].title
        return fold(" \n ".join((title, sentence.heading, before.text if before else "", sentence.text)))

    def around(self) -> str:
        """Return all that is told with what it stands under and the sentences before, folded."""
        return "\n".join((self.said, *map(self.near, self.sentences)))

    def asked_of(self) -> frozenset[str]:
        """Return the ids of whatever the question is about."""
        return frozenset(i for group in self.question.subjects for i in group)

    def without_names(self) -> str:
        """Return the question folded, with the names in it blanked: 《夏日》 asks of no summer."""
        text = list(self.question.folded)
        for span in self.evidence.library.names.find(self.question.folded):
            if span.kind == "entity":
                text[span.start : span.end] = " " * (span.end - span.start)
        return "".join(text)


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that an answer must hold. `name` is how `--explain` calls it, `unmet` the test."""

    name: str
    unmet: Callable[[Told], bool]
    routes: frozenset[str]  # the ways of answering that are held to it; empty: all that are tried in their order
    single: bool = False  # whether a sentence by itself can be held to it, before it is chosen


def answered(question: Question, answer: Answer, route: str, evidence: Evidence) -> Told:
    """Return an answer as one to be held against its question; it rests on what `evidence` was last cited for."""
    shown = " ".join([*answer.lines, *answer.quotes])
    return Told(question, route, shown, fold(shown), evidence.cited, evidence, answer)


def proposed(question: Question, sentence: StoredSentence, evidence: Evidence) -> Told:
    """Return a sentence as one that may be quoted."""
    return Told(question, "passage", sentence.text, fold(sentence.text), (sentence,), evidence)


def clauses(folded: str) -> list[str]:
    """Return the clauses of a folded text; a comma within a number ends none.

    >>> clauses("收报1,131元,3月触及168.5元。")
    ['收报1,131元', '3月触及168.5元', '']
    """
    return _CLAUSE.split(folded)
