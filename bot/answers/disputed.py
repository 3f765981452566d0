"""What two sources say opposite things of, asked about as a dispute: may or may not, listed or not yet, four or the fifth.

Either side is told by its sentence, whatever else the question says: who asks whether the articles agree asks for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from bot.answer import Answer
from bot.answers.either import event_line
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.versions import Versions
from kb import claims
from kb.claims import Claim
from kb.rows import StoredFact, StoredSentence

_PERMISSION = "permission"  # whether something may be is doubted by asking it
_Said = tuple[Claim, StoredSentence]


class Disputed:
    """Tells both sides for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages, versions: Versions) -> None:
        """Take what ranks and quotes sentences, and what holds claims against each other."""
        self._evidence = evidence
        self._passages = passages
        self._versions = versions

    def answer(self, question: Question) -> Answer | None:
        """Return both sides of what the question doubts, or None where no two sources are opposed in it."""
        topics = claims.asked(question.folded)
        if "either" not in question.flags:
            topics &= {_PERMISSION} if "yesno" in question.flags else frozenset()
        if not topics or len(question.subjects) > 1 or question.kind == "definition":
            return None
        said = [(c, s) for s in self._sentences(question) for c in self._versions.claims(s) if c.topic in topics and self._is_of(question, c, s)]
        pairs = [p for p in combinations(said, 2) if self._opposed(*p)]
        if not pairs:
            return None
        best = max(pairs, key=lambda p: self._held(question, p))
        return self._told(question, sorted(best, key=lambda side: side[1].id))

    def _sentences(self, question: Question) -> Iterator[StoredSentence]:
        """The sentences about who is asked about, and about the maker of a thing; where nobody is named, those that fit best."""
        search, entities = self._evidence.library.search, self._evidence.library.names.entities
        subjects = [i for g in question.subjects for i in g]
        makers = [m for i in subjects if entities[i].kind == "product" and (m := search.associate(i))]
        if subjects:
            yield from self._versions.about((*subjects, *makers))
        else:
            yield from (s.sentence for s in self._passages.ranked(question))

    def _is_of(self, question: Question, claim: Claim, sentence: StoredSentence) -> bool:
        """Whether what happened did to one of those asked about: a sentence may tell it of another, and only name them."""
        asked = {i for g in question.subjects for i in g}
        return claim.side != "done" or not asked or self._event(question, claim, sentence) is not None

    def _event(self, question: Question, claim: Claim, sentence: StoredSentence) -> StoredFact | None:
        """What is told as done, with its day."""
        asked = {i for g in question.subjects for i in g}
        told = self._evidence.library.archive.facts(sentence=sentence.id) if claim.side == "done" else []
        return next((f for f in told if f.measure == claim.topic and f.period and (f.subject in asked or not asked)), None)

    def _told(self, question: Question, sides: Sequence[_Said]) -> Answer:
        """Each side by its sentence, the second with who says it; what happened by when it did."""
        events = {s.id: f for c, s in sides if (f := self._event(question, c, s))}
        first, second = sorted((s for _, s in sides), key=lambda s: (s.id not in events, s.id))
        dated = [event_line(self._evidence, f, f.period) for f in events.values() if f.period]
        told = self._passages.quoting.quote("conflict", [first], alone=True)
        told = replace(told, lines=tuple(dated), quotes=()) if dated else told
        return self._versions.add(told, [second])

    def _opposed(self, one: _Said, other: _Said) -> bool:
        (a, s), (b, t) = one, other
        return self._versions.source(s) != self._versions.source(t) and self._versions.opposed(a, s, b, t)

    def _held(self, question: Question, pair: tuple[_Said, _Said]) -> float:
        """How much of the question two sentences say, by weight."""
        search = self._evidence.library.search
        return sum(search.weight(n) * search.holds(n, s.id) for _, s in pair for n in question.needs)
