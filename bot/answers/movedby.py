"""By how much something moved, worked out from the one sentence that tells what it was and what it is.

Whoever is asked about may stand in the sentence or in the article it is of; what the two figures are of must be said by the
words around them. Two such pairs that fit equally well tell nothing, and a figure that is no one number neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.apart import changed
from bot.answers.figures import Figures
from bot.answers.fromto import BY_PERCENT, MOVES
from bot.answers.ground import Ground
from bot.answers.results import DIFFERENCE
from bot.answers.thingsasked import two_things
from bot.answers.told import Told, asks_no_figure
from bot.asked import asked_currency, asked_in_unit
from bot.changeasked import How, change_asked
from bot.heldagainst import changes_in, first_meant
from bot.moves import Move
from bot.question import Question
from kb import lazy, periods, tabular
from kb.model import Period, Quantity
from kb.periods import contains
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_change, is_money

# By how much, in whatever words.
_ASKED = lazy.compile(
    r"\bhow (?:much|many) (?:extra|additional)\b|(?:[多少高低贵差增减升降跌涨砍削压裁缩扩省降添改善好坏回落提抬拉放挪][了出掉过来去下高低大小卖赚产开招进收用花]{0,3})(?:大概|大约|约|差不多)?(?:多少(?!次|年前)|几[^乎时月号]|百分之)|(?:改善|恶化|增加|减少|提高|降低|提升|下降|上升|上涨|下跌|缩小|缩短|扩大|延长|压低|抬高|便宜|节省|缩水)(?:了|掉|到)?(?:大概|大约|约)?(?:多少|几|百分之)|差(?:了)?(?:多少|几)|"
    r"\bby (?:roughly |about |around )?(?:how (?:much|many)|what (?:per ?cent\w*|percentage|margin|factor))\b|\bhow (?:much|many) (?:[a-z]+ ){0,4}?(?:cheaper|dearer|more|less|fewer|higher|lower|lighter|heavier|bigger|smaller|longer|shorter|faster|slower)\b|"
    r"\bhow much (?:has|have|had|did|does|do|was|were|is|are) [^?]+? (?:gr[eo]w\w*|ris\w+|rose|climb\w*|increas\w+|expand\w*|f[ae]ll\w*|drop\w*|declin\w+|shr[aiu]nk|cut|trim\w*|reduc\w+|lower\w*|rais\w+|improv\w+|sav\w+|chang\w+|narrow\w*|widen\w*)\b|\bhow much did [^?]+? (?:cut|trim|reduce|lower|raise|improve|grow|fall|rise|drop|shrink)"
)
_AIM = lazy.compile(r"目标|指引|预期|预测|计划|预算|\b(?:target|guidance|forecast|goal|budget|outlook|plan)s?\b")
_TO_GO = lazy.compile(r"还[差有剩要得需]|仲差|尚差|距离?|\b(?:to go|short of|away from|left to|still)\b")
_PRICED = lazy.compile(r"便宜|[更较比][^,?]{0,8}贵|贵[了多]|\b(?:cheaper|dearer|pricier)\b")
_RAISED_IN = lazy.compile(r"\brais\w+ (?:in|through|from|via|at|during) (?:its |the |an? |their )?(?:pre-?)?(?:series|seed|angel|round|ipo|funding|latest|last|first|second|new)\b|\brais\w+ (?:money|cash|capital|funds)\b")
_NONE_OF_IT = lazy.compile(r"\beach\b|平均|各(?!国|地)|分别|\b(?:in total|combined|together)\b")
_THRESHOLD = lazy.compile(
    r"(?:超过|高于|低于|达到|不足|满|少于|多于)(?:了)?(?:多少|几)[^?]*(?:就|才|必须|须|需|要)|\b(?:more|less) than how (?:much|many)\b"
)
_OPERATOR = lazy.compile(
    r"(?:一?共|总共|前后|整整|足足|到底|究竟|大概|大约|[多少高低贵差增减升降跌涨砍削压裁缩扩省添改善恶化加便宜提抬了出掉卖产]+(?:多少|几[^,?]?)?|原[先来本定]?|当初|现在|如今|一年|下来|上一?[年轮季代个]|前一?[年轮季代]|去年|今年|幅度|比例|差距?)+"
    r"|年少|年多|减了多少|由?[赚盈]转[亏盈]|转[亏盈赚]|[一来]?回差|一来|since|brought|extra|additional|over|give[ns]?|gave|by|much|many|percentage|percent|roughly|cheaper|dearer|more|less|fewer|higher|lower|lighter|heavier|longer|shorter|cut|cuts|reduc\w*|trim\w*|rais\w+|grow\w*|grew|ris\w+|rose|fall\w*|fell|drop\w*|declin\w*|shr[aiu]nk|bring|brought|down|up|chang\w*|improv\w*|predecessor|previous|prior|earlier|before|since|between|from|first|original\w*|mind|will|set"
)


_OF_MONTHS = frozenset(("quarter", "half", "nine-months"))
_YEAR = lazy.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[ ,]|的)")
_AHEAD = 12  # characters before a figure that may hold its year


@dataclass(frozen=True, slots=True)
class _Found:
    """What moved, the sentences that tell both figures, and how well its words fit: how many of those asked for stand with the figures, and in the sentence."""

    move: Move
    pair: tuple[Quantity, Quantity]
    sentences: tuple[StoredSentence, StoredSentence]
    fit: tuple[int, int]


class MovedBy:
    """Works out changes that one sentence tells, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._ground = Ground(told, finder)

    def answer(self, question: Question) -> Answer | None:
        """Answer by how much; None where that is not asked for, or no one move is plainly meant."""
        folded = question.folded
        percent = bool(BY_PERCENT.search(folded) and MOVES.search(folded))
        if (
            not (_ASKED.search(folded) or DIFFERENCE.search(folded) or percent)
            or asks_no_figure(question)
            or len(question.subjects) > 1
        ):
            return None
        if (
            (question.kind in ("list", "superlative", "compare") and question.extreme != "first")
            or question.flags & {"ratio", "cagr"}
            or (_TO_GO.search(folded) and _AIM.search(folded))
            or _NONE_OF_IT.search(folded)
            or _RAISED_IN.search(folded)
        ):
            return None
        if _THRESHOLD.search(folded) or (qw.asks_before(folded) and not DIFFERENCE.search(folded)):
            return None
        how = change_asked(folded)
        best = self._best(question, how)
        if best is None:
            return None
        before, after = best.pair
        if how == "percent" and _printed(best):
            return None  # which is quoted
        line = changed(self._evidence, before, after, "amount" if after.unit in ("%", "pp") else how)
        return self._told.answer(line.removesuffix(self._evidence.words.stop), best.sentences) if line else None

    def _best(self, question: Question, how: How) -> _Found | None:
        """The one move whose words, with its sentence and article, say all that is asked."""
        topic = self._ground.topic(question, _OPERATOR)
        if not topic.any:
            return None
        found: dict[tuple[object, object], _Found] = {}
        sentences = self._ground.sentences(question)
        for sentence in sentences:
            for move, other in (*((m, sentence) for m in changes_in(sentence.text)), *first_meant(sentence, sentences)):
                pair = move.quantities
                if (
                    pair is None
                    or not self._fits(question, how, pair)
                    or not _of_years(question, fold(sentence.text), pair)
                ):
                    continue
                if not _of_same_standing(question, move):
                    continue
                fit = self._ground.fit(topic, move.label, sentence)
                if fit is not None:
                    found.setdefault((pair[0].lo, pair[1].lo), _Found(move, pair, (other, sentence), fit))
        ranked = sorted(found.values(), key=lambda f: f.fit, reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[1].fit == ranked[0].fit):
            return None
        return ranked[0]

    @staticmethod
    def _fits(question: Question, how: How, pair: tuple[Quantity, Quantity]) -> bool:
        """Whether a move is of single figures in a unit that may be meant."""
        after = pair[1]
        if any(q.lo is None or q.lo != q.hi or q.qualifier in ("over", "under") for q in pair):
            return False
        currency, counts = asked_currency(question.folded), asked_in_unit(question.folded)
        if currency and after.unit != currency:
            return False
        if counts is not None and how == "amount" and not (counts(after.unit) or after.unit == ""):
            return False
        if how == "percent" and is_change(after.unit):
            return False
        if _PRICED.search(question.folded) and not (is_money(after.unit) or is_change(after.unit)):
            return False
        return not (("多少钱" in question.folded or "几多钱" in question.folded) and not is_money(after.unit))


def _of_same_standing(question: Question, move: Move) -> bool:
    """Whether a move is of what is aimed at, or of what came of it, as the question asks: a lowered target is no fall of shipments."""
    told, asked = _AIM.search(move.label), _AIM.search(question.folded)
    return bool(told) == bool(asked) or bool(two_things(question.folded)) or bool(asked and _AIM.search(move.around))


def _of_years(question: Question, folded: str, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether the years that a sentence gives with two figures are those asked for, of which the earlier may go unsaid."""
    asked = {int(p.start[:4]) for p in question.periods if p.start[:4].isdigit()}
    if any(p.kind in _OF_MONTHS and _outside(p, folded) for p in question.periods):
        return False
    first, last = sorted((pair[0].start, pair[1].start))
    told = {int(y) for y in _YEAR.findall(folded, max(0, first - _AHEAD), last)}
    return len(told) < 2 or not asked or told <= asked | ({min(asked) - 1} if len(asked) == 1 else set())


def _outside(asked: Period, folded: str) -> bool:
    """Whether a sentence dates what moved by a month that is not in the quarter asked for: from last August to this February is no first quarter."""
    months = [m.period for m in periods.find(folded) if m.period.kind == "month" and m.period.start[:1].isdigit()]
    return any(not contains(asked, p) for p in months)


def _printed(found: _Found) -> bool:
    """Whether the part of the sentence that tells both figures prints a percentage too."""
    text = found.sentences[-1].text
    first, last = sorted(found.pair, key=lambda q: q.start)
    begin = max(text.rfind(m, 0, first.start) for m in ";；。") + 1
    end = min((i for m in ";；。" if (i := text.find(m, last.end)) > 0), default=len(text))
    return any(q.unit == "%" and begin <= q.start < end for q in tabular.amounts(text))
