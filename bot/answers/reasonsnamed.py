"""The reason that an article gives in so many words of what is asked about, however far from where it tells that it happened.

利潤下滑一是生豆漲價,二是補貼: the effect is named beside its cause, in the asker's words or as the same kind of happening.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.effects import Reasoned, reasoned
from bot.answers.happenings import happenings
from bot.answers.reasonmoves import MOVES, article_around, names_measure
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored, Search
from kb.text import fold

_ARTICLES = 2
_HALF = 0.5
_WHY = lazy.compile(r"为什么|为何|为啥|怎么|何以|点解|咋")
_LOOSE = frozenset(("refuse", "place", "choose", "back", "turn", "up", "down"))  # said of much


class ReasonsNamed:
    """Holds what is asked about against the effects that sentences name."""

    def __init__(self, search: Search) -> None:
        """Read sentences through `search`."""
        self._search = search

    def of_other_effect(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence has what is asked about among its causes only, and gives the reason of something else."""
        parts = list(reasoned(fold(sentence.text)))
        asked, needs = happenings(question.folded) - MOVES, _words(question)
        tail = _WHY.split(question.folded)[-1]
        happened = [n for n in needs if n.surface in tail]
        if not parts or not (asked or happened) or (question.lang == "en") != fold(sentence.text).isascii():
            return False
        effects = [self._effect(p, sentence) for p in parts]
        if asked and any(self._speaks_of(e, asked, needs) for e in effects):
            return False
        if asked:
            return any(asked & happenings(p.cause) for p in parts)
        return all(n.surface not in e for n in happened for e in effects) and any(all(n.surface in p.cause for n in happened) for p in parts)

    def find(self, question: Question, ranked: Sequence[Scored]) -> list[Scored]:
        """Return the one sentence of the articles ranked first that names the effect asked about with its cause."""
        articles = list(dict.fromkeys(r.sentence.article_id for r in ranked if r.about))[:_ARTICLES]
        found: list[tuple[float, Scored]] = []
        for article in articles:
            first = next(r for r in ranked if r.sentence.article_id == article)
            for sentence in _article(self._search, first.sentence):
                best = max((self._fits(p, sentence, question) for p in reasoned(fold(sentence.text)) if not (p.leans or p.open)), default=0.0)
                if best:
                    found.append((best, Scored(sentence, first.score, first.coverage, (), about=True)))
        found.sort(key=lambda f: -f[0])
        return [found[0][1]] if found and (len(found) == 1 or found[0][0] > found[1][0]) else []

    def _effect(self, part: Reasoned, sentence: StoredSentence) -> str:
        before = self._search.neighbour(sentence, -1) if part.leans else None
        return fold(before.text) if before is not None else part.effect

    @staticmethod
    def _speaks_of(effect: str, asked: frozenset[str], needs: Sequence[Need]) -> bool:
        return bool(asked & happenings(effect)) or any(n.surface in effect for n in needs if not asked or asked & happenings(n.surface))

    def _fits(self, part: Reasoned, sentence: StoredSentence, question: Question) -> float:
        """How much of what is asked an effect names, 0 where it is another."""
        asked, told = happenings(question.folded), happenings(part.effect)
        moves = asked & MOVES
        if moves and told & MOVES and moves != told & MOVES:
            return 0.0
        needs = _words(question)
        said = [n for n in needs if n.surface in part.effect]
        things = [n for n in needs if not (n.verbal or happenings(n.surface))]
        measured = names_measure(part.effect, question.measures)
        if question.measures and not measured and not (said and said != [n for n in said if happenings(n.surface)]):
            return 0.0
        happened = asked & told
        sure = happened - _LOOSE
        certain = asked - MOVES
        verb_said = any(certain & happenings(n.surface) if certain else n.verbal or happenings(n.surface) for n in said)
        held = [n for n in things if n in said or self._search.holds(n, sentence.id) >= _HALF or self._near(n, sentence)]
        if len(held) * 2 < len(things):
            return 0.0
        if not (sure or verb_said) and not (happened and (measured or (things and all(n in said or self._titled(n, sentence) for n in things)))):
            return 0.0
        if moves and not measured and any(n not in said and not self._titled(n, sentence) for n in things):
            return 0.0  # why ships sold worse is not told by why appliances did
        return 1.0 + len(said) + measured + 0.5 * len(held) + 0.5 * bool(sure)

    def _titled(self, need: Need, sentence: StoredSentence) -> bool:
        return self._search.heading_holds(need, self._search.articles[sentence.article_id].title)

    def _near(self, need: Need, sentence: StoredSentence) -> bool:
        """Whether the article opens with the word: of what a notice is, its first sentence tells."""
        return any(self._search.holds(need, s.id) >= _HALF for s in _article(self._search, sentence)[:2])


def _words(question: Question) -> list[Need]:
    """The words of a question that an effect may hold, without those that only stand around them."""
    return [n for n in question.needs if len(n.surface) > 1 and not n.light]


def _article(search: Search, sentence: StoredSentence) -> list[StoredSentence]:
    return list(article_around(search, sentence))
