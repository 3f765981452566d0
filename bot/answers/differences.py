"""In what two products differ: what an article says of the thing asked for, of the one and of the other.

An article that presents two products goes on about the one it named last, and says 螢幕為14吋OLED without its name. So a
sentence is of the product that it or the one before it names, where it names but one of the two.
"""

from __future__ import annotations

from collections import Counter

from bot.answer import Answer
from bot.answers.told import Told
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence

DIFFERS = lazy.compile(r"差在哪|差[别异]|不[同一]样?|区别|\bdiffer\w*|\bdistinguish\w*|\bset\w* .{0,30}apart\b")
_HELD = 0.5
_TWO = 2


class Differences:
    """Tells of each of two products what is asked of both, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer with a sentence on each; None where no difference is asked for, or one article does not tell of both."""
        entities = self._evidence.library.names.entities
        if len(question.subjects) != _TWO or not DIFFERS.search(question.folded) or any(entities[g[0]].kind != "product" for g in question.subjects):
            return None
        needs = [n for n in question.needs if not (n.light or n.verbal or DIFFERS.search(n.surface))]
        if not needs:
            return None
        holds, archive = self._evidence.library.search.holds, self._evidence.library.archive
        spoken = Counter(s.article_id for s in self._told.sentences(question))
        for article in (a for a, _ in spoken.most_common(_TWO)):
            found: dict[int, StoredSentence] = {}
            current: int | None = None
            for sentence in archive.sentences_of_article(article):
                named = {n for n, g in enumerate(question.subjects) for m in sentence.mentions if m.entity in g}
                others = any(entities[m.entity].kind == "product" for m in sentence.mentions) and not named
                current = (next(iter(named)) if len(named) == 1 else None) if named or (others and current is None) else current
                if current is not None and current not in found and all(holds(n, sentence.id) >= _HELD for n in needs):
                    found[current] = sentence
            if len(found) == _TWO:
                return self._told.passage([found[n] for n in sorted(found)])
        return None
