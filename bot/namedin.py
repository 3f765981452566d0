"""Whom an answer named, where a question asked who or which: the ones that a pronoun, or "this company", will mean next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.successors import asks_successor
from bot.asked import WHICH_FIRM, WHICH_SCHOOL
from bot.question import Question
from kb import lazy
from kb.library import Library
from kb.names import Span
from kb.text import fold

_LEAVES = lazy.compile(r"退休|卸[下任]|离[任职开]|辞[任职去]|转任|交棒|让位|改任|去职|\b(?:step\w* down|retir\w+|resign\w*|leav\w+|left|hand\w* over|depart\w*)\b")
_NOW_IN = lazy.compile(r"(?:现任|现为|现担任|目前担任)$|\b(?:is|now|currently) (?:now |currently )?(?:the |its )?$")
_END = lazy.compile(r"[。!?\n]|\. ")
_HANDED = lazy.compile(r"(?:一职|之职|职[务位]|的?(?:位[子置]|棒子))?(?:则|将|已|正式)*(?:交给|交由|传给|让给|交棒给|移交给?)[^,;。]{0,12}?|(?: post| job| role)? to ")
_GOES = lazy.compile(rf"[^,;。.]{{0,28}}?(?:{_LEAVES.pattern})")


class NamedIn:
    """Looks for names in answers from one archive."""

    def __init__(self, library: Library) -> None:
        """Know the names of `library`."""
        self._library = library

    def persons_asked(self, question: Question) -> tuple[tuple[str, ...], ...]:
        """Return the people among whom a question is about."""
        entities = self._library.names.entities
        return tuple(g for g in question.subjects if entities[g[0]].kind == "person")

    def person(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """Return whom an answer named when the question asked who: the one a pronoun will mean next."""
        of_post = bool(question.roles) and "which" in question.flags and not question.wants  # which vice president was interviewed
        if not (question.wants == "person" or of_post) or not answer.answered or answer.kind == "compare":
            return ()
        asked = {i for g in question.subjects for i in g}
        if self.persons_asked(question) and not any(n.verbal or not n.light for n in question.needs):
            return ()  # who is X: X it is; not so "who takes over from X"
        text = fold(" ".join([*answer.lines, *answer.quotes]))
        entities = self._library.names.entities
        people = [s for s in self._library.names.find(text) if s.kind == "entity" and entities[s.ids[0]].kind == "person" and s.ids[0] not in asked]
        if not _LEAVES.search(question.folded) and not self._in_post(question, text, people):  # who takes over is not the one who goes
            going = {s.ids[0] for s in people if _GOES.match(text, s.end)}
            people = [s for s in people if s.ids[0] not in going] or people
        if not asks_successor(question.folded) and (holder := self._in_post_alone(question, text, people)):
            return (holder,)
        return tuple(dict.fromkeys(s.ids[0] for s in people))[:1]

    def _in_post(self, question: Question, text: str, people: Sequence[Span]) -> bool:
        """Whether the post asked for stands right before the first name of an answer: "CFO A leaves; B succeeds"."""
        if not people or not question.roles or asks_successor(question.folded):
            return False
        terms = (s for s in self._library.names.find(text) if s.kind == "concept" and set(s.ids) & set(question.roles))
        return any(0 <= people[0].start - s.end <= 1 for s in terms)

    def _in_post_alone(self, question: Question, text: str, people: Sequence[Span]) -> str:
        """The one person whom an answer puts into the post asked for, "" where it says of none or of several: "A was an editor, B a producer, now chief executive"."""
        posts = [s for s in self._library.names.find(text) if s.kind == "concept" and set(s.ids) & set(question.roles)]
        handed = {next((p.ids[0] for p in people if p.start >= m.end()), "") for s in posts if (m := _HANDED.match(text, s.end))} - {""}
        if len(handed) == 1:
            return handed.pop()
        behind = {p.ids[0] for s in posts for p in people if 0 <= p.start - s.end <= 1}
        now = [s for s in posts if _NOW_IN.search(text[: s.start])]
        before = {last[-1].ids[0] for s in now if (last := [p for p in people if p.end <= s.start and not _END.search(text[p.end : s.start])])}
        holders = behind | before
        return holders.pop() if len(holders) == 1 else ""

    def firm(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """Return the company or school an answer named when the question asked which: "this company" will mean it next."""
        kinds = [kind for kind, asks in (("company", WHICH_FIRM), ("institution", WHICH_SCHOOL)) if asks.search(question.folded)]
        if not answer.answered or not kinds:
            return ()
        asked = {i for g in question.subjects for i in g}
        entities = self._library.names.entities
        found = (s.ids[0] for s in self._library.names.find(fold(" ".join([*answer.lines, *answer.quotes]))) if s.kind == "entity")
        return tuple(dict.fromkeys(i for i in found if entities[i].kind in kinds and i not in asked))[:1]
