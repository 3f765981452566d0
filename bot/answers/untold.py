"""Figures that no sentence prints and one implies: the rest, a share in money or things, what another had (`bot.answers.impliedfigures`).

What is asked for must be named by the words of the implied figure, and not by those of the one that is printed: who asks for the
K1 is told no figure of the K2, and who asks what the working capital gets no sum that is raised in all.
"""

from __future__ import annotations

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.ground import Ground, Topic
from bot.answers.impliedfigures import Implied, implied
from bot.answers.results import DIFFERENCE
from bot.answers.told import Told, asks_no_figure
from bot.asked import asked_currency, asked_in_unit, asks_percent, names_unit
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold
from kb.units import fits as fits_dimension
from kb.units import is_money

_MONEY = lazy.compile(
    r"多少(?:钱|[百千]?[万亿]|[美欧港日]?元|资金|现金|款)|几多钱|几[百千]?[万亿]|掏|付|借|投|\bhow much\b|\bin (?:dollars|money|yuan)\b"
)
_OPERATOR = lazy.compile(
    r"(?:留给|分给|给|留|拨|剩下?的?|其余|其中|原?计划的?|里面?|算下来|折合|大概|大约|要|掏|付|拿|用|花|有|占|投|的钱|钱|多少|几|推算|换算|估计|相当于?)+|how|much|many|will|does|did|is|are|be|get|gets|going|go|goes|about|estimates?|according|amount|dollars?|money|part|worth|terms"
)
_EITHER = lazy.compile(r"\bwhich\b|\bwho\b|哪|谁|还是|是不是|吗$|有没有")
_OF_THE_WHOLE = lazy.compile(r"占|比重|比例")
_SEVERAL = 2


class Untold:
    """Tells what sentences imply, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._ground = Ground(told, finder)

    def answer(self, question: Question) -> Answer | None:
        """Answer with the implied figure; None where none, or more than one, may be meant."""
        if (
            asks_no_figure(question)
            or question.kind in ("list", "superlative", "compare", "passage")
            or question.wants not in ("amount", "")
            or question.aspect
            or _EITHER.search(question.folded)
        ):
            return None
        if (
            DIFFERENCE.search(question.folded)
            or asks_percent(question.folded)
            or question.flags & {"sum", "ratio", "cagr"}
        ):
            return None
        topic = self._ground.topic(question, _OPERATOR)
        found: dict[tuple[object, object], tuple[tuple[int, int], Implied, StoredSentence]] = {}
        last: StoredSentence | None = None
        for sentence in self._ground.sentences(question):
            before = (
                last
                if last and last.article_id == sentence.article_id and last.paragraph == sentence.paragraph
                else None
            )
            last = sentence
            for one in implied(sentence, before):
                fit = self._fit(question, topic, one, sentence)
                if fit is not None:
                    found.setdefault((one.value, one.unit), (fit, one, sentence))
        ranked = sorted(found.values(), key=lambda f: f[0], reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        _, one, sentence = ranked[0]
        return self._tell(one, sentence)

    def _tell(self, one: Implied, sentence: StoredSentence) -> Answer:
        words, lang = self._evidence.words, self._evidence.lang
        unit = one.unit
        value = figures.computed(arithmetic.quantity((one.value, one.value), unit), lang)
        sum_ = "".join(f"{sign}{self._told.value(q)}" for sign, q in one.terms)
        template = words.worked if one.way in ("times", "share") else words.result
        return self._told.answer(f"{template.format(value=value)} (= {sum_})", [one.whole.sentence, sentence])

    # ------------------------------------------------------------ which is meant
    def _fit(self, question: Question, topic: Topic, one: Implied, sentence: StoredSentence) -> tuple[int, int] | None:
        """How well an implied figure fits: by the words that only it is called by, then by the others."""
        if not self._in_unit(question, one) or (
            one.way == "share" and (question.wants != "amount" or _OF_THE_WHOLE.search(question.folded))
        ):
            return None
        named = self._names_it(topic, one, sentence)
        if not named:
            return None
        fit = self._ground.fit(topic, f"{one.label} {one.whole.own}", sentence)
        return (named, fit[0]) if fit is not None else None

    def _names_it(self, topic: Topic, one: Implied, sentence: StoredSentence) -> int:
        """How many of the words asked for call the implied figure and not the printed one."""
        names = self._evidence.library.names
        folded = fold(sentence.text)
        special = folded[one.span[0] : one.span[1]] if one.way in ("times", "step") else one.label
        own, whole = set(tokens(special, names)), set(tokens(one.whole.own, names))
        said = [
            n for n in topic.needs if n.surface in special or any(o and all(t in own for t in o) for o in n.options)
        ]
        apart = [
            n
            for n in said
            if not (n.surface in one.whole.own or any(o and all(t in whole for t in o) for o in n.options))
        ]
        called = {m.entity for m in sentence.mentions if one.span[0] <= m.start < one.span[1]} & topic.subjects
        called = {i for i in called if names.entities[i].kind != "company"} if one.way == "rest" else called
        if one.way in ("times", "step"):
            return (
                len(called) + len(apart)
                if called or any(n.key for n in apart) or len(apart) >= min(_SEVERAL, len(topic.needs))
                else 0
            )
        return len(apart) + len(called)

    @staticmethod
    def _in_unit(question: Question, one: Implied) -> bool:
        """Whether a figure is in a unit that may be meant."""
        currency, counts = asked_currency(question.folded), asked_in_unit(question.folded)
        if currency:
            return one.unit == currency
        if question.dimension:
            return fits_dimension(question.dimension, one.unit)
        if counts is not None and names_unit(question.folded):
            return counts(one.unit) or one.unit.lower() in question.folded
        if is_money(one.unit):
            return bool(_MONEY.search(question.folded)) and "how many" not in question.folded
        return "how much money" not in question.folded and "多少钱" not in question.folded
