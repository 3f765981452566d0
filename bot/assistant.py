"""The assistant: a message and a state in, an answer and the next state out.

The kinds of answer are tried in a fixed order; the first that has one gives it. The order is policy:
what is certain (figures, dates, arithmetic) before what is quoted, and a refusal last.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bot import conversation
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.atonce import AtOnce, leaves_out, no_school
from bot.answers.careers import of_a_life
from bot.answers.demands.table import Demands
from bot.answers.figures import Figures
from bot.answers.kinds import Kinds
from bot.answers.passages import Passages
from bot.answers.refusals import Refusals
from bot.answers.successors import asks_successor
from bot.answers.talk import talk
from bot.asked import AGREE, WHICH_FIRM, WHICH_SCHOOL
from bot.evidence import Evidence
from bot.listed import listed
from bot.question import Question
from bot.reader import Reader
from bot.softwords import soft
from bot.spoken import written
from bot.state import State
from kb import lazy
from kb.dating import MOMENTS
from kb.errors import ArchiveError
from kb.library import Library
from kb.model import Period
from kb.names import Span
from kb.text import HAN_ONE, fold

_GREETINGS = (("你好", "zh-Hant"), ("你好", "zh-Hans"), ("hello", "en"))
_TWO = 2  # sources that may agree or not
_LOOKS = 3  # at an archive that changes just now, before it is answered from as it was opened
_PART = lazy.compile(
    r"[?？;；]+|[,，、]\s*(?=[^,，?？]*(?:呢|多少|什么|什麼|哪|誰|谁|几|幾|何時|何时|嗎|吗|啥|咩|多大|怎[么麼樣样]))|,?\s+and\s+(?=(?:how|when|what|who|where|which|why|in (?:which|what))\b)",
    re.I,
)
# "Who founded X and runs it now" asks twice.
_AND_RUNS = lazy.compile(r"(?<=\w) and (?P<verb>(?:now |currently |still )?(?:runs|leads|heads|manages|owns|chairs) (?:it|the (?:company|firm|group))\b)", re.I)
_ORDINAL = lazy.compile(r"(?:first|second|third|fourth|fifth|sixth|last)|第[一二三四五六七八九十\d]+名?")
_LEAVES = lazy.compile(r"退休|卸[下任]|离[任职开]|辞[任职去]|转任|交棒|让位|改任|去职|\b(?:step\w* down|retir\w+|resign\w*|leav\w+|left|hand\w* over|depart\w*)\b")
_NOW_IN = lazy.compile(r"(?:现任|现为|现担任|目前担任)$|\b(?:is|now|currently) (?:now |currently )?(?:the |its )?$")
_END = lazy.compile(r"[。!?\n]|\. ")
_HANDED = lazy.compile(r"(?:一职|之职|职[务位]|的?(?:位[子置]|棒子))?(?:则|将|已|正式)*(?:交给|交由|传给|让给|交棒给|移交给?)[^,;。]{0,12}?|(?: post| job| role)? to ")
_GOES = lazy.compile(rf"[^,;。.]{{0,28}}?(?:{_LEAVES.pattern})")
_OWN_VIEW = lazy.compile(r"[\u3400-\u9fff]{0,3}?(?:自己|本人)是?怎么(?:估|看|说|讲|预计|判断)的?")
# 再下一代呢: of what comes after what was told.
_AFTER_THAT = lazy.compile(r"再(?:下|后)一?(?:代|款|个|季|轮|期|步)|再(?:往后|之后|接下来)|\b(?:one|generation|product|model|phase|round|chip|step) after (?:that|it)\b|\band after that\b")
_A_NEXT = lazy.compile(r"[代款品轮]|\b(?:generation|product|model|chip|phase|round|step)s?\b")
# …?不同文章說法一致嗎: of what was just asked.
_DO_THEY_AGREE = lazy.compile(r"(?:不同|各|这些|几|两|每)?[家篇]?(?:文章|媒体|来源|报道|报导|记者)?(?:的|之间)?(?:说法|讲法|数字|口径)?(?:都|是否|有没有|是不是)?(?:一致|一样|相同|不同|有出入|吻合|对得上)(?:吗|不)?|do (?:the |all )?(?:\w+ )?(?:articles|sources|reports|papers|they) (?:all )?(?:agree|say the same)(?: on (?:that|it|this))?")
_WHO_IS_IT = lazy.compile(r"(?:and )?(?:who(?: exactly)? (?:is|are|was|were) (?:it|that|they|those|he|she|this)|who(?:'s| is) that|which ones?(?: is it)?)|(?:那|又|分别|都)?(?:是|有)?(?:谁|哪[个一几两三]?[位家个些])(?:呢|啊)?")
_NAME_LIKE = lazy.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+|[\u3400-\u9fff]{2,4}(?=[他她]|,[他她])")
_HE = lazy.compile(r"[他她](?!们|人|家|国|方|处)|\b(?:he|she|his|her|him)\b")
_HOW_LONG = lazy.compile(r"(?:一共|总共|是|待了|and |for )?(?:几|多少)个?年|多久|(?:and )?(?:for )?how (?:many years|long)")


def compound(text: str) -> list[str]:
    """Return the parts of a message that asks several things, each with a question word of its own.

    >>> compound("Who founded it and when was that?")
    ['Who founded it', 'when was that']
    >>> compound("摩爾線程2025年營收?")
    ['摩爾線程2025年營收']
    """
    return list(_parts(text))


@lru_cache(64)
def _parts(text: str) -> Sequence[str]:
    text = written(text)
    text = _AND_RUNS.sub(r" and who \g<verb>", text)
    parts = [p.strip() for p in _PART.split(text) if p and p.strip()]
    parts = [p for n, p in enumerate(parts) if not n or not (_OWN_VIEW.fullmatch(fold(p)) or _DO_THEY_AGREE.fullmatch(fold(p)))]  # …?邵總自己怎麼估的
    if len(parts) > 2 and not qw.ASKS_FOR.search(fold(parts[0])):  # "in that article, who says …? which company is he from?"
        parts = [text[: text.index(parts[1]) + len(parts[1])], *parts[2:]]
    if any(_HOW_LONG.fullmatch(fold(p)) for p in parts[1:]):  # 待最久的是誰,幾年: the first part says it
        return parts[:1]
    return parts if all(qw.ASKS_FOR.search(fold(p)) and qw.ASKS.search(fold(p)) for p in parts) else parts[:1]


def _asks_agreement(text: str) -> bool:
    """Whether all that a message asks besides one thing is if the articles agree on it: every version is told anyhow."""
    asked = [p for p in _PART.split(written(text)) if p and p.strip()]
    return len(asked) == _TWO and bool(_DO_THEY_AGREE.fullmatch(fold(asked[1].strip())))


def _told(answer: Answer) -> Period | None:
    """The period of the first figure of an answer."""
    for fact in answer.facts:
        start, _, end = fact.get("period", "").partition("/")
        if start and end:
            return Period(start, end, "year" if start.endswith("01-01") and end.endswith("12-31") else "span")
    return None


def once(lines: Sequence[str]) -> tuple[str, ...]:
    """Return lines without those that another one holds: what a line tells is told once.

    >>> once(["Wang worked at Foo for four years and left in 2017.", "Wang worked at Foo for four years."])
    ('Wang worked at Foo for four years and left in 2017.',)
    """
    bare = [re.sub(r"[\s。.,，;；]+$", "", x) for x in lines]
    return tuple(
        x for n, x in enumerate(lines)
        if not any((bare[n] in b and len(bare[n]) < len(b)) or (bare[n] == b and m < n) for m, b in enumerate(bare) if m != n)
    )  # fmt: skip


def merged(answers: list[Answer]) -> Answer:
    """Return one answer that says what several say, each source once."""
    lines = [x for n, a in enumerate(answers) for x in a.lines if not (n and a.quotes and x == a.lines[-1])]
    sources = {(s.title, s.publisher): s for a in answers for s in a.sources}
    return replace(
        answers[0],
        lines=once(lines),
        quotes=once([x for a in answers for x in a.quotes]),
        sources=tuple(sources.values()),
        facts=tuple(f for a in answers for f in a.facts),
        explanation=("answered in parts", *(x for a in answers for x in a.explanation)),
    )


_TOLD_OUTRIGHT = "answered by: told extreme"
_IN_FULL = frozenset(("answered by: deal", "answered by: target"))  # who led a round, and with how much: it says both


def _only_a_time(first: Question, asked: Question) -> bool:
    """Whether a part of a message is but the time of the one before it: "revenue, FY2025?"."""
    return bool(asked.periods) and not first.periods and not (asked.measures or asked.needs or asked.flags & {"follow", "relative", "year-before"})


class Assistant:
    """Answers from one archive. Belongs to one thread."""

    def __init__(self, library: Library, default_lang: str = "zh-Hant") -> None:
        """Answer from `library`; `default_lang` is used where a message does not tell its language."""
        self._library = library
        self._default = default_lang
        self._reader = Reader(library, default_lang)

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
            self._library = fresh
            self._reader = Reader(self._library, self._default)
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
        agree = _asks_agreement(text)
        text = compound(text)[0] if agree else text
        alone = self._reader.read(text, lang)
        alone = replace(alone, flags=alone.flags | {"either"}) if agree else alone
        question = conversation.inherit(alone, state, self._reader)
        answer = self._of_the_same_thing(question, alone, state) or self._answer(question)
        if answer.answered and state.question and not state.sources and self._of_somebody_unknown(question, alone):
            evidence = Evidence(self._library, question.lang, question.statement)
            answer = replace(Refusals(evidence, Figures(evidence)).refuse(question), explanation=("refused: who is meant", *answer.explanation))
        if agree and answer.answered and len(answer.sources) < _TWO:
            evidence = Evidence(self._library, question.lang, question.statement)
            answer = replace(Refusals(evidence, Figures(evidence)).refuse(question), explanation=("refused: one source alone", *answer.explanation))
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
        if not answer.answered and (otherwise := self._taken_otherwise(question, alone, state)):
            question, answer = otherwise
        if told := self._spoken_of_before(question, alone, answer, state):
            question, answer = told
        if answer.answered and state.question and not alone.subjects:
            again = conversation.says_it_again(question, alone, state, (*answer.lines, *answer.quotes), bool(answer.facts))
            if again and _AFTER_THAT.search(alone.folded) and (later := self._told_after(question, state)):
                answer = later
            elif again or self._strays(question, alone, answer, state):
                evidence = Evidence(self._library, question.lang, question.statement)
                refused = Refusals(evidence, Figures(evidence)).refuse(question)
                why = "what was told just before" if again else "another article than the one spoken of"
                answer = replace(refused, explanation=(f"refused: {why}", *answer.explanation))
        answer = replace(answer, explanation=(*self._understood(question), *answer.explanation))
        if answer.kind in ("smalltalk", "help"):
            return answer, state
        named = self._named(question, answer)
        asked = text if question == alone else self._whole(question, state, text)
        after = conversation.remember(question, state, named, asked, _told(answer), self._firms(question, answer), tuple(x.title for x in answer.sources))
        return answer, replace(after, told=conversation.checksums((*answer.lines, *answer.quotes)))

    def _of_somebody_unknown(self, question: Question, alone: Question) -> bool:
        """Whether a follow-up asks of "him" or "her", and nobody is spoken of: what is told would be of somebody else."""
        return bool(_HE.search(alone.folded)) and alone.wants != "person" and not self._person(question) and not _NAME_LIKE.search(alone.text)

    def _taken_otherwise(self, question: Question, alone: Question, state: State) -> tuple[Question, Answer] | None:
        """What a message without a name is answered of whom the last turn was about, or else by itself: the way it was not taken at first."""
        asked = None
        if question == alone and state.subjects and not alone.subjects and alone.kind != "smalltalk":
            asked = replace(alone, subjects=tuple((s,) for s in state.subjects))
        elif question != alone and self._asks_by_itself(alone):
            asked = alone
        answer = self._answer(asked) if asked else None
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
        told = self._answer(leaning)
        return (leaning, told) if told.answered and any(x.title in state.sources for x in told.sources) else None

    def _of_the_same_thing(self, question: Question, alone: Question, state: State) -> Answer | None:
        """The answer to a follow-up that says only what happens, of the thing asked about before: from the article that was cited, or none."""
        asked = conversation.of_the_same_thing(question, alone, state, self._reader)
        answer = self._answer(asked) if asked else None
        return answer if answer and answer.answered and any(x.title in state.sources for x in answer.sources) else None

    def _told_after(self, question: Question, state: State) -> Answer | None:
        """The next sentence of its article that says as much as the one told just before: "and the generation after that?" """
        evidence = Evidence(self._library, question.lang, question.statement)
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
        told = self._answer(replace(first, subjects=first.subjects or question.subjects))
        if not told.answered or _TOLD_OUTRIGHT not in told.explanation:
            return answer
        evidence = Evidence(self._library, question.lang, question.statement)
        refused = replace(Refusals(evidence, Figures(evidence)).refuse(question), explanation=("refused: the first part is told otherwise",))
        return self._at_once(text, question, refused)

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
            if first and (_WHO_IS_IT.fullmatch(asked.folded.strip(" ?.,")) or _only_a_time(first, asked)):
                return question, answer  # who is meant is told by the sentence that tells the first part, or by none; a time is that of the first
            first = first or asked
            answers.append(self._answer(asked))
            if not answers[-1].answered and first is not asked and asked.measures and MOMENTS.issuperset(asked.measures):
                answers[-1] = self._answer(replace(asked, periods=()))  # "2024 revenue, and how many customers has it?": as of when it is told
            if not answers[-1].answered:
                return question, answer
            between = conversation.remember(asked, state, (), part, _told(answers[-1]))
        return question, merged(answers)

    def _part(self, part: str, before: str, question: Question, first: Question | None, answers: Sequence[Answer], state: State) -> Question:
        """What one part of a message asks, with what it leaves out from the first, which stands `before` it, or from the conversation."""
        asked = replace(self._reader.read(part, question.lang), lang=question.lang)
        asked = replace(asked, measures=conversation.of_same_profit(asked, first)) if first else asked
        if first and asked.subjects and self._person(first) and not self._person(asked):
            asked = replace(
                asked, subjects=(*self._person(first), *asked.subjects)
            )  # "who is she, and how long at X"
        elif first and not asked.subjects and (named := self._named(first, answers[0])) and of_a_life(asked):
            asked = replace(asked, subjects=((named[0],),))  # "who is its CEO, and where was she before"
        elif (
            first
            and not asked.subjects
            and (not asked.measures or asked.measures == first.measures)
            and (asked.flags & {"year-before", "relative", "follow"} or (qw.asks_before(asked.folded) and not of_a_life(asked) and not self._person(first)))
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
        evidence = Evidence(self._library, question.lang, question.statement)
        found = AtOnce(evidence, Passages(evidence)).answer(question, parts)
        if found and not no_school(found, parts) and not Demands(evidence).unmet(question, found, "one sentence for all"):
            return replace(found, explanation=("answered by: one sentence for all",))
        if not half:
            return answer
        return replace(Refusals(evidence, Figures(evidence)).refuse(question), explanation=("refused: half of what is asked", *answer.explanation))

    def _person(self, question: Question) -> tuple[tuple[str, ...], ...]:
        entities = self._library.names.entities
        return tuple(g for g in question.subjects if entities[g[0]].kind == "person")

    def _whole(self, question: Question, state: State, text: str) -> str:
        """The question to inherit from next: a follow-up that left out what it asks keeps the earlier one."""
        alone = self._reader.read(text, state.lang)
        if not alone.measures and not alone.needs and state.question:
            return state.question
        before = self._reader.read(state.question, state.lang) if state.question and not alone.measures else None
        taken_over = before is not None and before.measures and before.measures == question.measures and before.needs == question.needs
        return state.question or text if taken_over else text  # "and B, which is listed there?": what it says of B asks nothing

    # ------------------------------------------------------------ answering
    def _answer(self, question: Question) -> Answer:
        evidence = Evidence(self._library, question.lang, question.statement)
        if question.kind == "smalltalk":
            return talk(evidence, question.wants)
        kinds = Kinds(evidence)
        passages = kinds.passages
        withheld: list[str] = []
        for name, attempt in kinds.attempts:
            answer = attempt(question)
            if answer and (not answer.answered or kinds.suiting.suits(question, answer, name)):
                if answer.answered and (unmet := kinds.demands.unmet(question, answer, name)):
                    withheld.append(f"not told, {name}: lacks {unmet}")
                    continue
                answer = kinds.versions.beside(question, answer)
                alone = len(answer.sources) < _TWO or (name == "passage" and answer.kind != "conflict")
                if answer.answered and alone and AGREE.search(question.folded):
                    break  # whether sources agree is not told by one
                verb = "answered by" if answer.answered else "refused by"
                return replace(answer, explanation=(*answer.explanation, f"{verb}: {name}", *withheld, *passages.explain()))
        answer = passages.beside(kinds.refusals.refuse(question))
        return replace(answer, explanation=(f"refused: {answer.gap}; no candidate may speak", *withheld, *passages.explain()))

    def _named(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """Whom an answer named when the question asked who: the one a pronoun will mean next."""
        of_post = bool(question.roles) and "which" in question.flags and not question.wants  # which vice president was interviewed
        if not (question.wants == "person" or of_post) or not answer.answered or answer.kind == "compare":
            return ()
        asked = {i for g in question.subjects for i in g}
        if self._person(question) and not any(n.verbal or not n.light for n in question.needs):
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

    def _firms(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """The company or school an answer named when the question asked which: "this company" will mean it next."""
        kinds = [kind for kind, asks in (("company", WHICH_FIRM), ("institution", WHICH_SCHOOL)) if asks.search(question.folded)]
        if not answer.answered or not kinds:
            return ()
        asked = {i for g in question.subjects for i in g}
        entities = self._library.names.entities
        found = (s.ids[0] for s in self._library.names.find(fold(" ".join([*answer.lines, *answer.quotes]))) if s.kind == "entity")
        return tuple(dict.fromkeys(i for i in found if entities[i].kind in kinds and i not in asked))[:1]

    @staticmethod
    def _understood(question: Question) -> tuple[str, ...]:
        subjects = ", ".join("/".join(g) for g in question.subjects) or "-"
        return (
            f"language: {question.lang}; kind: {question.kind}; wants: {question.wants or '-'}",
            f"subjects: {subjects}; measures: {', '.join(question.measures) or '-'}; aspect: {question.aspect or '-'}",
            f"periods: {', '.join(p.start + '/' + p.end for p in question.periods) or '-'}; extreme: {question.extreme or '-'}",
            f"must hold: {', '.join(n.surface for n in question.needs) or '-'}; flags: {', '.join(sorted(question.flags)) or '-'}",
        )
