"""What an interviewer asked and an article's reader asks too: the answer that was given, as the words of whoever gave it.

A turn answers when what was asked in it holds what is asked now, and no other turn does as well. Told is what of the
answer tells (`bot.answers.replies`), or the one sentence that holds a date where a date is asked for; a number of things
is told by the turn that counts off as many.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.announced import announced, counted_off
from bot.answers.lines import same_period
from bot.answers.passages import Passages
from bot.answers.sayings import ASKS_SAID, Sayings
from bot.asked import asked_number
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import interviews, lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored

_LOOKED_AT = 30  # of the best sentences
_HELD = 0.5  # of a need, in a sentence
_ASKED = 0.6  # the same in what an interviewer asks
_BY_QUESTION = 0.6  # of what is asked, by weight, that the interviewer's question holds
_BY_TURN = 0.85  # the same of question and answer together
_AHEAD = 0.15  # by which the next turn falls behind
_TOLD_SO = ("", "reason", "date")
_ASKS_SAID = lazy.compile(rf"{ASKS_SAID.pattern}|谁|哪[家个些位间种]|\bwho\b")  # neither what is said nor who it is, is a figure
_RATE = lazy.compile(r"(?<![利汇效])率(?!先|领)|比例|\b(?:rate|ratio|percentage|proportion)\b")
_HOW = lazy.compile(r"^how (?:do|does|did)\b")  # "how does she answer those who say so" asks for no person


class Interviewed:
    """Finds the turn of an interview that answers, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Find it through what `passages` ranks."""
        self._evidence = evidence
        self._search = evidence.library.search
        self._passages = passages
        self._replies = passages.ranking.replies

    def answer(self, question: Question) -> Answer | None:
        """Answer with what an interview tells where it asks the same, or return None."""
        if (question.wants not in _TOLD_SO and not _HOW.match(question.folded)) or question.kind not in ("fact", "passage", "list") or not question.subjects:
            return None
        if not self._evidence.library.archive.has_heading(interviews.ASKED):
            return None
        needs = [n for n in Sayings.spoken_of(question) if not soft(n)]
        turns = self._turns(question)
        if (number := asked_number(question.folded)) and (items := self._counted_off(turns, needs, number)):
            return self._passages.quoting.quote("list", items, alone=True)
        opinion = _ASKS_SAID.search(question.folded) is not None
        if number or not needs or (self._asks_figure(question) and not opinion):
            return None
        told = self._fitting(turns, needs)
        if told and question.kind == "fact" and not (question.wants or opinion or "yesno" in question.flags) and self._lacks_figure(question, told):
            return None
        if question.kind == "fact" and not (question.wants or opinion) and _RATE.search(question.folded):
            told = self._rate(question, told)
        told = self._dated(told) if question.wants == "date" else told
        return self._passages.quoting.quote("passage", told, alone=True) if told else None

    @staticmethod
    def _asks_figure(question: Question) -> bool:
        """Whether key words ask for a measure: those the figures answer."""
        return bool(question.measures) and question.kind == "fact" and not question.wants and not question.flags & {"which", "yesno"}

    def _lacks_figure(self, question: Question, told: Sequence[StoredSentence]) -> bool:
        """Whether key words ask for a figure, "default rate", and nothing told gives one."""
        scored = [Scored(s, 1.0, 1.0, (), about=True) for s in told]
        return all(self._passages.fitting.lacks_figure(question, s) for s in scored)

    def _turns(self, question: Question) -> list[list[StoredSentence]]:
        """The turns that the best sentences belong to, each once, with what is asked first; all of them are of all who are asked about."""
        out: dict[tuple[int, str], list[StoredSentence]] = {}
        fitting = self._passages.fitting
        for scored in self._search.rank(question.needs, question.subjects, fitting.visible(question), _LOOKED_AT):
            said = scored.sentence
            if not said.heading.startswith(interviews.ASKED) or (said.article_id, said.heading) in out or not fitting.timely(scored, question):
                continue
            turn = self._replies.answer(said)
            if not turn:
                continue
            about = {i for s in turn for i in (*s.topics, *(m.entity for m in s.mentions))}
            if all(about & set(g) for g in question.subjects):
                out[said.article_id, said.heading] = turn
        return list(out.values())

    def _fitting(self, turns: Sequence[Sequence[StoredSentence]], needs: Sequence[Need]) -> list[StoredSentence]:
        """What the one turn tells that asks what is asked."""
        rated = sorted(((self._share([n for n in needs if self._search.heading_holds(n, t[0].heading, _ASKED)], needs), -i) for i, t in enumerate(turns)), reverse=True)
        if not rated or rated[0][0] < _BY_QUESTION or (len(rated) > 1 and rated[1][0] > rated[0][0] - _AHEAD):
            return []
        turn = turns[-rated[0][1]]
        held = [n for n in needs if self._search.heading_holds(n, turn[0].heading, _ASKED) or any(self._search.holds(n, s.id) >= _HELD for s in turn)]
        if any(n.key for n in needs if n not in held) or self._share(held, needs) < _BY_TURN:
            return []
        return self._replies.telling(turn[0])

    def _rate(self, question: Question, told: Sequence[StoredSentence]) -> list[StoredSentence]:
        """The first sentence of the answer that tells a rate, of the time asked for: "1.7% last year"."""
        answer = self._replies.answer(told[0]) if told else []
        times = self._evidence.library.times
        rated = [s for s in answer if any(q.unit == "%" for q in self._search.reading.quantities(s))]
        return [s for s in rated if all(any(same_period(p, m.period) for m in times.told(s)) for p in question.periods)][:1]

    def _dated(self, told: Sequence[StoredSentence]) -> list[StoredSentence]:
        """The first sentence that tells a time."""
        return [s for s in told if self._search.reading.periods(s)][:1]

    def _counted_off(self, turns: Sequence[Sequence[StoredSentence]], needs: Sequence[Need], number: int) -> list[StoredSentence]:
        """The one turn that announces so many things and counts them off, of what is asked if anything says of what."""
        found = []
        for turn in turns:
            held = [n for n in needs if self._search.heading_holds(n, turn[0].heading, _ASKED) or any(self._search.holds(n, s.id) >= _HELD for s in turn)]
            if needs and self._share(held, needs) < _HELD:
                continue
            found += [[s, *items] for s in turn if (items := announced(self._search, s)) and counted_off(items) == number]
        return found[0] if len(found) == 1 else []

    def _share(self, held: Sequence[Need], needs: Sequence[Need]) -> float:
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) for n in held) / total if total else 0.0
