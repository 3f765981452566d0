"""The assistant: a message and a state in, an answer and the next state out.

A message is read (`bot.reader`), completed from the conversation (`bot.conversation`), answered (`bot.answering`), and where
it asks several things, in parts (`bot.inparts`). What is done here is to see that an answer is of whom the conversation is about.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bot import conversation
from bot.answer import Answer
from bot.answering import Answering
from bot.answers.passages import Passages
from bot.compound import asks_agreement, compound
from bot.inparts import InParts
from bot.namedin import NamedIn
from bot.question import Question
from bot.reader import Reader
from bot.softwords import soft
from bot.state import State
from kb import lazy
from kb.errors import ArchiveError
from kb.library import Library
from kb.text import fold

_GREETINGS = (("你好", "zh-Hant"), ("你好", "zh-Hans"), ("hello", "en"))
_TWO = 2  # sources that may agree or not
_LOOKS = 3  # at an archive that changes just now, before it is answered from as it was opened
_ORDINAL = lazy.compile(r"(?:first|second|third|fourth|fifth|sixth|last)|第[一二三四五六七八九十\d]+名?")
# 再下一代呢: of what comes after what was told.
_AFTER_THAT = lazy.compile(r"再(?:下|后)一?(?:代|款|个|季|轮|期|步)|再(?:往后|之后|接下来)|\b(?:one|generation|product|model|phase|round|chip|step) after (?:that|it)\b|\band after that\b")
_A_NEXT = lazy.compile(r"[代款品轮]|\b(?:generation|product|model|chip|phase|round|step)s?\b")
_NAME_LIKE = lazy.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+|[\u3400-\u9fff]{2,4}(?=[他她]|,[他她])")
_HE = lazy.compile(r"[他她](?!们|人|家|国|方|处)|\b(?:he|she|his|her|him)\b")


class Assistant:
    """Answers from one archive. Belongs to one thread."""

    def __init__(self, library: Library, default_lang: str = "zh-Hant") -> None:
        """Answer from `library`; `default_lang` is used where a message does not tell its language."""
        self._default = default_lang
        self._open(library)

    def _open(self, library: Library) -> None:
        self._library = library
        self._reader = Reader(library, self._default)
        self._answering = Answering(library)
        self._named = NamedIn(library)
        self._parts = InParts(library, self._reader, self._answering, self._named)

    @classmethod
    def open(cls, path: str | Path, default_lang: str = "zh-Hant") -> Assistant:
        """Open the archive at `path`; raises `kb.errors.ArchiveError` when it cannot be used."""
        return cls(Library(path), default_lang)

    def close(self) -> None:
        """Close the archive."""
        self._library.close()

    def warm(self) -> None:
        """Do beforehand what the first messages would wait for: patterns, tables, and what is read for the usual questions."""
        lazy.compile_all()
        self._reader.warm()
        self._library.read_ahead()
        for greeting, lang in _GREETINGS:
            welcome, _ = self.reply(greeting, State(), lang)
            for example in welcome.suggestions:
                self.reply(example, State(), lang)
        gc.collect()
        gc.freeze()  # looking through all of this for garbage, again and again, would make some answers wait

    def refresh(self) -> None:
        """Open the archive anew when another file has taken its place, or something was added to it."""
        if self._library.archive.changed():
            fresh = Library(self._library.archive.path)  # a bad new file raises here, and the old one goes on
            self._library.close()
            self._open(fresh)
            gc.unfreeze()  # what the old one held is garbage now

    def reply(self, text: str, state: State, lang: str | None = None) -> tuple[Answer, State]:
        """Answer one message from the archive as it is now. `lang` is a guess used where the text itself does not tell."""
        for _ in range(_LOOKS):
            with suppress(ArchiveError):  # a bad new file: the old one goes on
                self.refresh()
            with self._library.archive.held():
                if not self._library.archive.changed():
                    return self._reply(text, state, lang)
        return self._reply(text, state, lang)

    def _reply(self, text: str, state: State, lang: str | None) -> tuple[Answer, State]:
        answer, after = self._replied(text, state, lang)
        if not answer.answered and answer.kind == "refusal" and (plain := self._reader.without_post(text)):
            second, then = self._replied(plain, state, state.lang or after.lang or lang)
            answer, after = (second, then) if second.answered else (answer, after)
        quoted = answer.answered and "answered by: passage" in answer.explanation  # of a sentence the words around a question may decide
        if (answer.answered and not quoted) or answer.kind in ("smalltalk", "help") or not (alone := self._reader.asked_alone(text)):
            return answer, after
        second, then = self._replied(alone, state, state.lang or after.lang or lang)  # what is said before a question may be about the asker
        better = second.answered and not (quoted and "answered by: passage" in second.explanation)  # of two sentences that of the whole message
        return (second, then) if better else (answer, after)

    def _replied(self, text: str, state: State, lang: str | None) -> tuple[Answer, State]:
        text, lang = self._reader.plainly(text, state.lang or lang)
        agree = asks_agreement(text)
        text = compound(text)[0] if agree else text
        alone = self._reader.read(text, lang)
        alone = replace(alone, flags=alone.flags | {"either"}) if agree else alone
        question = conversation.inherit(alone, state, self._reader)
        answer = self._of_the_same_thing(question, alone, state) or self._answering.answer(question)
        if answer.answered and state.question and not state.sources and self._of_somebody_unknown(question, alone):
            answer = self._answering.refused(question, "who is meant", answer)
        if agree and answer.answered and len(answer.sources) < _TWO:
            answer = self._answering.refused(question, "one source alone", answer)
        question, answer = self._parts.completed(text, question, answer, state)
        if not answer.answered and (otherwise := self._taken_otherwise(question, alone, state)):
            question, answer = otherwise
        if told := self._spoken_of_before(question, alone, answer, state):
            question, answer = told
        if answer.answered and state.question and not alone.subjects:
            again = conversation.says_it_again(question, alone, state, (*answer.lines, *answer.quotes), bool(answer.facts))
            if again and _AFTER_THAT.search(alone.folded) and (later := self._told_after(question, state)):
                answer = later
            elif again or self._strays(question, alone, answer, state):
                answer = self._answering.refused(question, "what was told just before" if again else "another article than the one spoken of", answer)
        answer = replace(answer, explanation=(*self._understood(question), *answer.explanation))
        if answer.kind in ("smalltalk", "help"):
            return answer, state
        named = self._named.person(question, answer)
        asked = text if question == alone else self._whole(question, state, text)
        after = conversation.remember(question, state, named, asked, answer.period, self._named.firm(question, answer), tuple(x.title for x in answer.sources))
        return answer, replace(after, told=conversation.checksums((*answer.lines, *answer.quotes)))

    def _of_somebody_unknown(self, question: Question, alone: Question) -> bool:
        """Whether a follow-up asks of "him" or "her", and nobody is spoken of: what is told would be of somebody else."""
        return bool(_HE.search(alone.folded)) and alone.wants != "person" and not self._named.persons_asked(question) and not _NAME_LIKE.search(alone.text)

    def _taken_otherwise(self, question: Question, alone: Question, state: State) -> tuple[Question, Answer] | None:
        """What a message without a name is answered of whom the last turn was about, or else by itself: the way it was not taken at first."""
        asked = None
        if question == alone and state.subjects and not alone.subjects and alone.kind != "smalltalk":
            asked = replace(alone, subjects=tuple((s,) for s in state.subjects))
        elif question != alone and self._asks_by_itself(alone):
            asked = alone
        answer = self._answering.answer(asked) if asked else None
        return (asked, answer) if asked and answer and answer.answered else None

    @staticmethod
    def _asks_by_itself(alone: Question) -> bool:
        """Whether the reason of something is asked that a message says itself, of nobody spoken of before: "why did memory prices go up"."""
        said = [n for n in alone.needs if not (n.light or n.verbal or soft(n))]
        return alone.wants == "reason" and not alone.subjects and not alone.flags & {"follow", "pronoun"} and len(said) >= _TWO

    def _spoken_of_before(self, question: Question, alone: Question, answer: Answer, state: State) -> tuple[Question, Answer] | None:
        """What is quoted of whom the last turn was about, from what was cited then, where a message that names nobody is answered from elsewhere: "Which partner was involved?" """
        elsewhere = "answered by: passage" in answer.explanation and not any(x.title in state.sources for x in answer.sources)
        if not elsewhere or question != alone or alone.subjects or not (state.subjects and state.sources):
            return None
        leaning = replace(alone, subjects=tuple((s,) for s in state.subjects))
        told = self._answering.answer(leaning)
        return (leaning, told) if told.answered and any(x.title in state.sources for x in told.sources) else None

    def _of_the_same_thing(self, question: Question, alone: Question, state: State) -> Answer | None:
        """The answer to a follow-up that says only what happens, of the thing asked about before: from the article that was cited, or none."""
        asked = conversation.of_the_same_thing(question, alone, state, self._reader)
        answer = self._answering.answer(asked) if asked else None
        return answer if answer and answer.answered and any(x.title in state.sources for x in answer.sources) else None

    def _told_after(self, question: Question, state: State) -> Answer | None:
        """The next sentence of its article that says as much as the one told just before: "and the generation after that?" """
        evidence = self._answering.evidence(question)
        passages = Passages(evidence)
        ranked = [s for s in passages.ranked(question) if s.about and not s.missing]
        told = next((s for s in ranked if set(conversation.checksums([evidence.quote(s.sentence.text)])) & set(state.told)), None)
        later = (s.sentence for s in ranked if told and s.sentence.article_id == told.sentence.article_id and s.sentence.n > told.sentence.n and _A_NEXT.search(fold(s.sentence.text)))
        first = min(later, key=lambda s: s.n, default=None)
        return replace(passages.quoting.quote("fact", [first], alone=True), explanation=("answered by: what is told after",)) if first else None

    def _strays(self, question: Question, alone: Question, answer: Answer, state: State) -> bool:
        """Whether a follow-up that names nothing is answered with a sentence of another article, which does not name what is spoken of.

        Where the question before was not answered, nothing is spoken of, and only what a follow-up names itself can be meant.
        """
        leans = question != alone or alone.flags & {"follow", "pronoun"}
        if not leans or "answered by: passage" not in answer.explanation or any(x.title in state.sources for x in answer.sources):
            return False
        names = [n for n in alone.needs if not (n.light or soft(n) or _ORDINAL.fullmatch(n.surface))]
        if names and not state.sources:
            return False
        said = self._library.names.find(fold(" ".join([*answer.lines, *answer.quotes])))
        named = {i for s in said if s.kind == "entity" for i in s.ids}
        return not any(named & set(g) for g in question.subjects)

    def _whole(self, question: Question, state: State, text: str) -> str:
        """The question to inherit from next: a follow-up that left out what it asks keeps the earlier one."""
        alone = self._reader.read(text, state.lang)
        if not alone.measures and not alone.needs and state.question:
            return state.question
        before = self._reader.read(state.question, state.lang) if state.question and not alone.measures else None
        taken_over = before is not None and before.measures and before.measures == question.measures and before.needs == question.needs
        return state.question or text if taken_over else text  # "and B, which is listed there?": what it says of B asks nothing

    @staticmethod
    def _understood(question: Question) -> tuple[str, ...]:
        subjects = ", ".join("/".join(g) for g in question.subjects) or "-"
        return (
            f"language: {question.lang}; kind: {question.kind}; wants: {question.wants or '-'}",
            f"subjects: {subjects}; measures: {', '.join(question.measures) or '-'}; aspect: {question.aspect or '-'}",
            f"periods: {', '.join(p.start + '/' + p.end for p in question.periods) or '-'}; extreme: {question.extreme or '-'}",
            f"must hold: {', '.join(n.surface for n in question.needs) or '-'}; flags: {', '.join(sorted(question.flags)) or '-'}",
        )
