"""What a rule says: the one sentence of a regulator's notice that tells the deadline, the fine or the exemption asked for.

Such a sentence seldom names whom it is about, or the notice again: that its article does. So what a question says besides must be
held by the sentence, by those before it in its paragraph, or by the title; where another sentence tells as much, none is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.provisionsasked import GENERIC, Provision, provisions_asked
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

_ARTICLES = 4
_RANKED = 40
_HELD = 0.5  # of a need
_ABOVE = 0.6  # what the title, or a sentence before, counts
_NEARLY = 0.5  # what a word counts of which one character of two is there: 装船 of 装运
_BACK = 6  # sentences of the paragraph
_NEAR = 2  # sentences, whatever their paragraph
_ENOUGH = 0.6  # of what is asked
_AHEAD = 0.15
_OWN = 0.3  # of what is asked that the sentence itself must say, where the question says more than its kind
_CLAUSE = lazy.compile(r"[;。]|\. ")


class Provisions:
    """Quotes what a rule says, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Look in the articles that `passages` finds."""
        self._evidence = evidence
        self._passages = passages
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Quote the sentence that tells the provision asked for, or return None."""
        if question.wants in ("reason", "person") or question.kind in ("person", "compare", "superlative", "definition") or question.unknown:
            return None
        for provision in provisions_asked(question.folded):
            if found := self._best(question, provision):
                return self._passages.quoting.quote("fact", [found], alone=True)
        return None

    def _best(self, question: Question, provision: Provision) -> StoredSentence | None:
        """The one sentence that tells it and says most of what is asked."""
        needs = [n for n in question.needs if n.surface in question.folded and not (GENERIC.match(n.surface) or provision.asked.fullmatch(n.surface) or (len(n.surface) == 1 and not n.surface.isascii()))]
        if not needs:
            return None
        told = []
        for article in self._articles(question, needs):
            for sentence in self._evidence.library.archive.sentences_of_article(article):
                folded = fold(sentence.text)
                for clause in _CLAUSE.split(folded):
                    if provision.told.search(clause) and not (provision.never and provision.never.search(clause)):
                        told.append((self._says(sentence, clause, needs), sentence))
        best: dict[int, tuple[float, StoredSentence]] = {}
        for score, sentence in told:
            if score > best.get(sentence.id, (0.0, sentence))[0]:
                best[sentence.id] = score, sentence
        ranked = sorted(best.values(), key=lambda t: -t[0])
        if not ranked or ranked[0][0] < _ENOUGH or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] - _AHEAD):
            return None
        return ranked[0][1]

    def _articles(self, question: Question, needs: Sequence[Need]) -> list[int]:
        """The articles that say most of what is asked, of the subjects asked about."""
        visible = self._passages.fitting.visible(question)
        found = self._search.rank(list(needs), question.subjects, visible, _RANKED)
        mains = self._evidence.library.mains
        spoken = [s for s in found if s.about or not question.subjects or any(set(g) & mains.of(s.sentence.article_id) for g in question.subjects)]
        return list(dict.fromkeys(s.sentence.article_id for s in spoken))[:_ARTICLES]

    def _says(self, sentence: StoredSentence, clause: str, needs: Sequence[Need]) -> float:
        """How much of what is asked a sentence says, with what stands before it and above it, 0..1."""
        before = [s for step in range(1, _BACK + 1) if (s := self._search.neighbour(sentence, -step)) is not None and (step <= _NEAR or s.paragraph == sentence.paragraph)]
        title = self._evidence.library.articles[sentence.article_id].title
        own = total = 0.0
        for need in needs:
            here = self._here(need, sentence, clause)
            above = _ABOVE if self._search.heading_holds(need, title) or any(self._search.holds(need, s.id) >= _HELD for s in before) else 0.0
            own += here
            total += max(here, above)
        return total / len(needs) if own / len(needs) >= _OWN or total == own else 0.0

    def _here(self, need: Need, sentence: StoredSentence, clause: str) -> float:
        """How much of a word a sentence says, most where the very clause does."""
        if need.surface in clause:
            return 1.0
        held = self._search.holds(need, sentence.id)
        if held >= _HELD:
            return 0.9
        near = len(need.surface) == 2 and not need.surface.isascii() and any(c in clause for c in need.surface)
        return _NEARLY if near else 0.0
