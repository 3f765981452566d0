"""A question that asks two things, answered by one sentence that tells both.

"When does the first aircraft arrive and which route does it fly": a sentence about the subject that holds a date
and a place is far likelier meant than one that only shares words with the question, so less of the wording must
agree. Each part must find the kind of thing it asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answers.causes import gives_reason
from bot.answers.confidence import likelihood, signs
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.answers.severalasked import tells_of_one
from bot.answers.sidesasked import sides
from bot.answers.tocome import asks_to_come, is_to_come
from bot.asked import STUDY_ASKED, STUDY_TOLD
from bot.evidence import Evidence
from bot.question import Question
from bot.questionwords import LOSS
from kb import lazy, periods
from kb.names import Names
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money

_FIGURES = ("amount", "ratio", "duration", "age")
_ACTS = frozenset(("person", "company", "institution"))  # who may be asked for
_HELD = 0.5
_LIKELY = 0.35
_NEAR_BEST = 0.8  # of the best score
_LOOKED_AT = 4
_QUOTED = lazy.compile(r"[「“\"《][^」”\"》]{2,20}[」”\"》]|、|, [\w\s]+ and ")
_SUM_OF_MONEY = lazy.compile(r"预算|价钱|价格|费用|成本|金额|总额|罚款|\b(?:budget|price|cost|fee|fine|bill|sum|amount|valuation)\b")
_PRICE_TAG = lazy.compile(r"造价|总价|报价|定价|售价|价[钱格](?!指数)|投资额|\b(?:price(?: tag)?|budget|cost|fine|bill) (?:of|on|for|is|was)\b|\bhow much (?:does|did|will) [^?]{2,40} cost\b")
# What a share is listed under is no other number.
_CODE_ASKED = lazy.compile(r"(?<!内部)(?<!研发)代[号码](?!为|叫)|\btickers?\b")
_CODE = lazy.compile(r"(?<![\d.,$])\d{4,6}(?![\d,.]*\d|\s?[年万萬亿億元])")
_WHO_DID = lazy.compile(r"[是由被]谁[^,?的 ]{2,}|\bwho (?:\w{2,}ed|built|made|wrote|bought|sold|led|ran|began|won|drew|taught)\b(?! (?:more|most|less|fewer|the most|the more|better|best))")  # the one who did it
_WHO_IS_IT = lazy.compile(r"\bwho (?:is|was) (?:it|that)\b|^(?:那|又)?(?:是|叫)谁(?:呢)?$")
_AGAINST = lazy.compile(r"比|相较|\b(?:vs|versus|against|compared)\b")
_LONG_AGO = lazy.compile(r"\b[Ii]n 1[5-9]\d\d\b|(?<!\d)1[5-9]\d\d年")  # Founded in 1891 by draper Josiah Pellow
_DEPARTMENT_ASKED = lazy.compile(r"(?:哪|什么)[一个]{0,2}(?:部门|单位|科室|事业[部群])|\b(?:which|what) (?:department|division|unit)\b")
_DEPARTMENT_TOLD = lazy.compile(r"部(?!分|署|长官)|处(?!于|理)|科(?!技|学|创)|[组课室局群]|中心|\b(?:department|division|unit|desk|team|office|arm|branch)\b")
_WHICH = lazy.compile(r"哪(?!年|天|日|月|一年|一天)|什么|\b(?:which|what)\b")


def leaves_out(answer: Answer, parts: Sequence[Question], names: Names) -> bool:
    """Return whether an answer tells no date, no sum of money, nobody or no school, where a part of its question asks for one."""
    said = " ".join([*answer.lines, *answer.quotes])
    dates = [p for p in parts if p.wants == "date"]
    money = [p for p in parts if p.wants == "amount" and MONEY_ASKED.search(p.folded)]
    undated = bool(dates) and not any(m.period.kind != "relative" for m in periods.find(said)) and not _LONG_AGO.search(said)
    asked = {i for p in parts for g in p.subjects for i in g}
    who = any(p.wants == "person" and (_WHO_DID.search(p.folded) or _WHO_IS_IT.search(p.folded)) for p in parts)
    first = fold([*answer.lines, *answer.quotes][0])
    nobody = who and not any(s.kind == "entity" and names.entities[s.ids[0]].kind in _ACTS and not asked & set(s.ids) for s in names.find(first))
    departments = any(_DEPARTMENT_ASKED.search(p.folded) for p in parts) and not _DEPARTMENT_TOLD.search(fold(said))
    return undated or nobody or departments or no_school(answer, parts) or (bool(money) and not any(is_money(q.unit) for q in amounts(said)))


def no_school(answer: Answer, parts: Sequence[Question]) -> bool:
    """Return whether a part asks where somebody studied, and an answer tells of no school or degree."""
    asked = any(STUDY_ASKED.search(p.folded) for p in parts)
    return asked and not STUDY_TOLD.search(fold(" ".join([*answer.lines, *answer.quotes])))


class AtOnce:
    """Finds one sentence for several questions."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Rank with `passages`, and quote for the same asker."""
        self._evidence = evidence
        self._passages = passages
        self._search = evidence.library.search

    def answer(self, question: Question, parts: Sequence[Question]) -> Answer | None:
        """Answer `question` with the first of the best sentences that tells what each of its parts asks; None where none does."""
        whole = replace(question, wants="", kind="fact", measures=(), dimension="")
        ranked = self._passages.ranked(whole)
        if not ranked or likelihood(signs(whole, ranked, self._search)) < _LIKELY:
            return None
        pair = (_AGAINST.search(question.folded) and sides(question, self._evidence.library.names)) or ()
        for scored in ranked[:_LOOKED_AT]:
            if scored.score < _NEAR_BEST * ranked[0].score or not scored.about:
                break
            named = {m.entity for m in scored.sentence.mentions}
            if len(question.subjects) > 1 and not all(named & set(g) for g in question.subjects):
                continue  # one of two is half of what is asked
            if not all(named & s.ids or (s.written and s.written.replace(" ", "") in fold(scored.sentence.text).replace(" ", "")) for s in pair):
                continue  # 誰飛得久、誰便宜: nor does what only one of them is told by say so
            if question.extreme in ("max", "min") and not self._passages.fitting.ranks(scored.sentence, question):
                continue  # on whom the heaviest fine fell is not told by some other fine
            if self._of_money(question) and not any(is_money(q.unit) for q in self._search.reading.quantities(scored.sentence)):
                continue  # 誰市值高?各多少: that both are listed tells neither
            if tells_of_one(question.folded, fold(scored.sentence.text)):
                continue
            if self._tells(scored, parts):
                return self._passages.quoting.quote("fact", [scored.sentence], alone=True)
        return None

    def _of_money(self, question: Question) -> bool:
        """Whether a question as a whole asks how much money."""
        measures = self._evidence.library.names.measures
        return question.wants == "amount" and bool(question.measures) and all(measures[m].unit == "money" for m in question.measures)

    def _of_kind(self, sentence: StoredSentence, part: Question) -> bool:
        if part.wants == "date":
            if asks_to_come(part.folded) and not is_to_come(self._evidence.library, sentence):
                return False  # when it will be finished is told by no year of passengers
            return any(m.period.kind != "relative" for m in self._search.reading.periods(sentence)) or self._passages.fitting.dated_before(sentence)
        return self._passages.fitting.typed(Scored(sentence, 1.0, 1.0, (), True), replace(part, measures=())) is not None

    def _tells(self, scored: Scored, parts: Sequence[Question]) -> bool:
        """Whether a sentence holds what each part asks for, and as many figures as parts ask for one."""
        figures = sum(p.wants in _FIGURES for p in parts)
        if figures > 1 and len(self._search.reading.quantities(scored.sentence)) < figures:
            return False
        return self._anchored(scored, parts[0]) and all(self._holds(scored, p) for p in parts)

    def _anchored(self, scored: Scored, part: Question) -> bool:
        """Whether a sentence says something of what the first part names besides its subject."""
        asked = [n for n in part.needs if not n.light]
        return not asked or any(self._search.holds(n, scored.sentence.id) >= _HELD for n in asked)

    def _holds(self, scored: Scored, part: Question) -> bool:
        sentence, fitting = scored.sentence, self._passages.fitting
        measures = self._evidence.library.names.measures
        named = {f"m_{m.replace('-', '_')}" for m in part.measures if measures[m].unit == "any"}  # a ticker is known by its name alone
        must = [n for n in part.needs if self._is_name(n) or any(named & set(o) for o in n.options)]
        if any(self._search.holds(n, sentence.id) < _HELD for n in must):
            return False
        if part.wants in ("amount", "") and _PRICE_TAG.search(part.folded) and not any(is_money(q.unit) for q in self._search.reading.quantities(sentence)):
            return False
        if part.wants in (*_FIGURES, "date"):
            if "loss" in part.flags and not LOSS.search(fold(sentence.text)):
                return False  # what came in is no loss
            if part.wants == "amount" and part.measures and not part.aspect and not DIFFERENCE.search(part.folded) and all(measures[m].unit == "money" for m in part.measures) and not any(is_money(q.unit) for q in self._search.reading.quantities(sentence)):
                return False  # what it brought in, and at what price a share: not how the proceeds are shared out
            if part.wants == "amount" and part.measures == ("employees",) and all(is_money(q.unit) or q.unit == "%" for q in self._search.reading.quantities(sentence)):
                return False  # how many people it employs is told by no sum of money
            coded = not _CODE_ASKED.search(part.folded) or _CODE.search(sentence.text)
            return bool(coded) and self._of_kind(sentence, part)
        if part.wants == "reason":
            return gives_reason(fold(sentence.text))
        if part.wants == "place":
            return fitting.elsewhere_named(sentence, part)
        if part.wants in ("person", "post") or part.kind == "list" or _WHICH.search(part.folded):
            return self._names_another(sentence, part)
        if _SUM_OF_MONEY.search(part.folded):
            return any(is_money(q.unit) for q in self._search.reading.quantities(sentence))
        asked = [n for n in part.needs if not n.light]
        return bool(asked) and any(self._search.holds(n, sentence.id) >= _HELD for n in asked)

    def _is_name(self, need: Need) -> bool:
        """Whether a need is a name: of Chinese words that no dictionary has, only one that the archive knows."""
        return need.key and (need.surface.isascii() or bool(self._evidence.library.names.find(need.surface)))

    def _names_another(self, sentence: StoredSentence, part: Question) -> bool:
        """Whether a sentence names something the question does not, or sets names in a row or in quotation marks."""
        asked = {i for g in part.subjects for i in g}
        entities = self._evidence.library.names.entities
        others = {m.entity for m in sentence.mentions} - asked
        if part.wants == "person":
            others = {i for i in others if i not in entities or entities[i].kind in _ACTS}
        return bool(others) or bool(_QUOTED.search(sentence.text))
