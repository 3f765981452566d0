"""Ranking: the sentences that fit a question, the best first.

What the search finds is held against the time, the subject and the kind of answer asked for. Leaves out whether
the best may speak (`bot.answers.validation`).
"""

from __future__ import annotations

from dataclasses import replace

from bot import questionwords as qw
from bot.answers.fitting import Fitting
from bot.answers.quoting import size
from bot.answers.replies import Replies
from bot.evidence import Evidence
from bot.question import Question
from kb import interviews, lazy
from kb.search import Scored

_ALL_BUT = lazy.compile(r"[^,?]{0,4}除了?[^,?]{2,12},")
_LOOKED_AT = 16  # the best so many are looked at closely
_TYPES = ("duration", "age", "date", "post", "place", "person")
_ASKS = lazy.compile(r"[?？][」』”\"]?$|^问[:：]|^問[:：]|^Q[:：] ")  # a sentence that asks
_asks = lazy.remembered(_ASKS)
_BRIEF = 10  # characters of a reply that says little by itself


class Ranking:
    """Ranks sentences for one asker."""

    def __init__(self, evidence: Evidence, fitting: Fitting) -> None:
        """Search `evidence`, and let `fitting` say what fits."""
        self.evidence = evidence
        self._search = evidence.library.search
        self.fitting = fitting
        self.replies = Replies(self._search)
        self._known: dict[tuple[Question, int], tuple[list[Scored], list[Scored]]] = {}
        self.weighed: list[Scored] = []  # what the last ranking found, for explaining

    def ranked(self, question: Question, limit: int = 30) -> list[Scored]:
        """Return the sentences that fit, those with the kind of answer asked for first."""
        known = self._known.get((question, limit))  # rows, versions and quotations ask one after the other
        if known is None:
            known = self._known[question, limit] = self._weigh(question, limit)
        ranked, self.weighed = known
        return list(ranked)

    def _weigh(self, question: Question, limit: int) -> tuple[list[Scored], list[Scored]]:
        """The sentences that fit, and those to explain with: the same, or the best found where none fits."""
        needs = [n for n in question.needs if not (question.kind == "compare" and qw.COMPARE.search(n.surface))]
        if needs and all(n.light for n in needs):  # nothing else to go by: then these decide, but none must be there
            found = self._search.rank(
                [replace(n, light=False) for n in needs], question.subjects, self.fitting.visible(question), limit
            )
            told = question.subjects and (question.wants in (*_TYPES, "reason") or self.fitting.of_person(question))  # any of theirs may tell
            found = [replace(s, coverage=1.0, missing=()) for s in found if told or len(s.missing) < len(needs)]
        else:
            found = self._search.rank(needs, question.subjects, self.fitting.visible(question), limit)
        found = _once([self._replied(s) for s in found])
        found = [self.fitting.nearer(s, question) if i < _LOOKED_AT else s for i, s in enumerate(found)]
        about = [s if s.about or self._of_others(s, question) else self.fitting.nearby(s, question) for s in found]
        about = [self.fitting.at_home(s, question) if s else s for s in about]
        timely = [self.fitting.on_time(s, question) for s in about if s and self.fitting.timely(s, question)]
        wanted = [self.fitting.typed(s, question) for s in timely]
        ranked = sorted((s for s in wanted if s), key=lambda s: (-s.score, s.sentence.id))
        return ranked, ranked or found[:5]

    def _of_others(self, scored: Scored, question: Question) -> bool:
        """Whether a question is of all but one firm, 除了甲,哪間最快, and a sentence stands in an article about that one."""
        main = self.evidence.library.mains.of(scored.sentence.article_id) if question.extreme and _ALL_BUT.match(question.folded) else ()
        return bool(main) and all(set(g) & set(main) for g in question.subjects)

    def _replied(self, scored: Scored) -> Scored:
        """What answers a sentence that asks, in an interview or as a turn of speech; others as they are."""
        if (put := self.replies.asked(scored.sentence)) is not None:
            return replace(scored, asked_in=put.id)
        if interviews.asks(scored.sentence.heading, scored.sentence.text):
            said = self.replies.answer(scored.sentence)
            return replace(scored, sentence=said[0], asked_in=scored.sentence.id) if said else scored
        if not _asks(scored.sentence.text):
            return scored
        reply = self._search.neighbour(scored.sentence, 1)
        if reply is None or _asks(reply.text):
            return scored
        after = self._search.neighbour(reply, 1) if size(reply.text) < _BRIEF else None
        reply = reply if after is None or _asks(after.text) else after  # 「沒有。光刻是…」: why not
        return replace(scored, sentence=reply, asked_in=scored.sentence.id)


def _once(found: list[Scored]) -> list[Scored]:
    """Each answer of an interview once, as it fits best: it is found by itself and by what is asked."""
    best: dict[int, Scored] = {}
    for scored in found:
        other = best.get(scored.sentence.id)
        if other is None or other.score < scored.score:
            best[scored.sentence.id] = scored
    return [s for s in found if best[s.sentence.id] is s or not interviews.answers(s.sentence.heading, s.sentence.text)]
