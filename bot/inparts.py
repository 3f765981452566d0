"""A message that asks several things, answered part by part, or by the one sentence that tells them all; half of it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import conversation
from bot import questionwords as qw
from bot.answer import Answer
from bot.answering import Answering
from bot.answers.atonce import AtOnce, leaves_out, no_school
from bot.answers.careers import of_a_life
from bot.answers.demands.table import Demands
from bot.answers.passages import Passages
from bot.compound import asked_anew, compound, merged, only_a_time, says_who_it_is
from bot.listed import listed
from bot.namedin import NamedIn
from bot.question import Question
from bot.reader import Reader
from bot.softwords import soft
from bot.state import State
from kb.dating import MOMENTS
from kb.library import Library
from kb.text import HAN_ONE

_TWO = 2  # a figure and its change
_TOLD_OUTRIGHT = "answered by: told extreme"
_IN_FULL = frozenset(("answered by: deal", "answered by: target"))  # who led a round, and with how much: it says both


class InParts:
    """Answers what one message asks besides its first thing."""

    def __init__(self, library: Library, reader: Reader, answering: Answering, named: NamedIn) -> None:
        """Read parts with `reader`, and answer each with `answering`; `named` tells whom an answer named."""
        self._library = library
        self._reader = reader
        self._answering = answering
        self._named = named

    def completed(self, text: str, question: Question, answer: Answer, state: State) -> tuple[Question, Answer]:
        """Return the answer to all that a message asks, given the `answer` to it as one question."""
        in_full = answer.kind == "superlative" and "answered by: rows" in answer.explanation  # which is largest, and how much: it says both
        in_full = in_full or not _IN_FULL.isdisjoint(answer.explanation) or self._with_its_change(text, question, answer)
        if len(compound(text)) > 1 and not in_full and answer.kind not in ("smalltalk", "help", "clarify"):
            question, answer = self._in_parts(compound(text), question, answer, state)
            answer = self._at_once(text, question, answer)
        elif len(compound(text)) > 1 and answer.kind == "superlative":
            answer = self._unless_first_told(text, question, answer)
        elif not answer.answered and (parts := listed(text, self._library.names, bool(question.subjects))):
            question, answer = self._in_parts(parts, question, answer, state)
            if not answer.answered and HAN_ONE.search(text):
                answer = self._at_once(",".join(f"{p}多少" for p in parts), question, answer)
        return question, answer

    def _with_its_change(self, text: str, question: Question, answer: Answer) -> bool:
        """Whether one line tells a figure and how it changed, and no part of the question asks for more: 營收多少,漲了百分之幾."""
        told = {f["aspect"] == "value" for f in answer.facts}
        if not {"answered by: figures", "answered by: arithmetic asked for"} & set(answer.explanation) or not question.aspect or len(question.measures) != 1 or len(told) < _TWO:
            return False
        more = (self._reader.read(part, question.lang) for part in compound(text)[1:])
        return all(p.aspect and p.wants in ("", "amount", "ratio") and not (p.subjects or p.periods or p.extreme or set(p.measures) - set(question.measures)) and all(n.light or soft(n) for n in p.needs) for p in more)

    def _unless_first_told(self, text: str, question: Question, answer: Answer) -> Answer:
        """The answer of rows to who is largest and by how much, but where the first part alone is told otherwise: 最大的客戶是誰?佔營收多少?"""
        first = replace(self._reader.read(compound(text)[0], question.lang), lang=question.lang)
        told = self._answering.answer(replace(first, subjects=first.subjects or question.subjects))
        if not told.answered or _TOLD_OUTRIGHT not in told.explanation:
            return answer
        return self._at_once(text, question, self._answering.refused(question, "the first part is told otherwise"))

    def _in_parts(self, parts: Sequence[str], question: Question, answer: Answer, state: State) -> tuple[Question, Answer]:
        """Answer a question that asks several things part by part; all of them must be answered."""
        if len(parts) < 2:
            return question, answer
        answers: list[Answer] = []
        first: Question | None = None
        between = state
        for part in parts:
            asked = self._part(part, parts[0], question, first, answers, between if first else state)
            if first:
                asked = replace(asked, flags=asked.flags | {"part"})  # "…, and how large is it?": what it is of was said before
            if first and (says_who_it_is(asked) or only_a_time(first, asked)):
                return question, answer  # who is meant is told by the sentence that tells the first part, or by none; a time is that of the first
            first = first or asked
            answers.append(self._answering.answer(asked))
            if not answers[-1].answered and first is not asked and asked.measures and MOMENTS.issuperset(asked.measures):
                answers[-1] = self._answering.answer(replace(asked, periods=()))  # "2024 revenue, and how many customers has it?": as of when it is told
            if not answers[-1].answered:
                return question, answer
            between = conversation.remember(asked, state, (), part, answers[-1].period)
        return question, merged(answers)

    def _part(self, part: str, before: str, question: Question, first: Question | None, answers: Sequence[Answer], state: State) -> Question:
        """What one part of a message asks, with what it leaves out from the first, which stands `before` it, or from the conversation."""
        asked = replace(self._reader.read((first and asked_anew(part, before)) or part, question.lang), lang=question.lang)
        asked = replace(asked, measures=conversation.of_same_profit(asked, first)) if first else asked
        if first and asked.subjects and self._named.persons_asked(first) and not self._named.persons_asked(asked):
            asked = replace(
                asked, subjects=(*self._named.persons_asked(first), *asked.subjects)
            )  # "who is she, and how long at X"
        elif first and not asked.subjects and (named := self._named.person(first, answers[0])) and of_a_life(asked):
            asked = replace(asked, subjects=((named[0],),))  # "who is its CEO, and where was she before"
        elif (
            first
            and not asked.subjects
            and (not asked.measures or asked.measures == first.measures)
            and (asked.flags & {"year-before", "relative", "follow"} or (qw.asks_before(asked.folded) and not of_a_life(asked) and not self._named.persons_asked(first)))
        ):
            asked = conversation.inherit(asked, state, self._reader)  # "…多少?去年同期呢?"
        elif first and asked.wants == "reason" and not (asked.subjects or asked.measures or asked.needs):
            asked = replace(self._reader.read(f"{part} {before}", question.lang), lang=question.lang)  # "…, and why?"
        elif first and not asked.subjects:
            asked = replace(asked, subjects=first.subjects, periods=asked.periods or first.periods)
        elif not asked.subjects and not first:
            asked = conversation.inherit(asked, state, self._reader)
        return asked

    def _at_once(self, text: str, question: Question, answer: Answer) -> Answer:
        """Where a question that asks several things was not answered in full: one sentence that tells them all, or a refusal."""
        read = (replace(self._reader.read(part, question.lang), lang=question.lang) for part in compound(text))
        parts = [replace(p, subjects=p.subjects or question.subjects) for p in read]
        half = ("answered by: passage" in answer.explanation or not answer.facts) and leaves_out(answer, parts, self._library.names)
        if answer.answered and not half:
            return answer
        evidence = self._answering.evidence(question)
        found = AtOnce(evidence, Passages(evidence)).answer(question, parts)
        if found and not no_school(found, parts) and not Demands(evidence).unmet(question, found, "one sentence for all"):
            return replace(found, explanation=("answered by: one sentence for all",))
        if not half:
            return answer
        return self._answering.refused(question, "half of what is asked", answer)
