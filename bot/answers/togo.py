"""How far something is from a target: what is left to do, by how much it was missed or beaten, what growth it asks for.

The target is a figure that a sentence calls one; what is done stands beside it, is a fact of the measure that the target
is of, or is the one figure of its article that says it is of the same. A plan is never taken for a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.results import DIFFERENCE
from bot.answers.targets import DONE
from bot.answers.told import Figure, Told, alike, read
from bot.contentwords import content_words
from bot.moves import pairs_in
from bot.question import Question
from bot.softwords import soft, soft_word
from kb import lazy, periods
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_AIM = r"目标(?!价|族群|客群|市场|客户|用户)|指引|计划|预算|\b(?:targets?(?! price)|goals?|guidance|guided|budget)\b"
_ASKED = lazy.compile(rf"(?:{_AIM})|达标")
_LEFT = lazy.compile(
    r"还?[差剩欠缺](?:了)?(?:多少|几)|仲差|尚差|还[要需得差剩有]|仲[要需有]|[要得需](?:再|完成|达到|卖|做|交付|实现)|剩下|余下|距离?[^,?]{0,16}目标|离[^,?]{0,16}目标|"
    r"\b(?:left|remaining|remains?|still (?:need|have|to)|to go|(?:needs?|must|has to|have to) (?:to )?(?:\w+ ){0,3}(?:reach|hit|meet|make)|short of|fall short|fell short|miss(?:ed)?|away from|shy of|from its)\b"
)
# What is still to be paid of a sum that is told in whole: 總投資6.4億元,已投入3.5億元.
_TO_SPEND = lazy.compile(
    r"还[需要得差剩欠没未有尚][^,?]{0,6}?(?:投|花|付|支|缴|出资|到位)|还[需要得差剩欠][^,?]{0,8}?(?:多少|几)|(?:还|仍|尚)?有(?:多少|几)[^,?]{0,12}?[没未](?!来)|[没未][^,?]{1,6}的?(?:还)?有?(?:多少|几)|"
    r"\b(?:still|left|remain\w*|yet) (?:to |be )*(?:spen[dt]|pa(?:y|id)|invest\w*|build|built|enrol\w*|deliver\w*|install\w*)\b|\b(?:left|remaining|remains) (?:to |un)(?:spen[dt]|pa(?:y|id)|invest\w*)\b"
)
_IN_WHOLE = lazy.compile(r"(?:总(?:投资额?|额|价|造价|金额|预算|成本|面积|数|量|装机)|共(?:需|有|计)?[^,;。\d]{0,4}|需(?:要)?[^,;。\d]{0,4}|计划[^,;。\d]{0,4}|预算|计划投资|拟投资|投资总额)[^,;。\d]{0,6}$|\b(?:total|budgeted|planned)\b[^,;.\d]{0,40}$")
_PLANS = lazy.compile(r"(?:计划|希望|预[计期]|拟|力争|争取)[^,;。\d]{0,20}?(?:达到?|[增升扩提][至到加高升]?[到至]|做到|开到)[^,;。\d]{0,2}$|\b(?:aims?|plans?|hopes?|wants?|expects?|intends?|aiming|planning|hoping) to (?:raise|lift|expand|increase|grow|boost|reach|have|bring|take|cut|reduce|lower)\b[^,;.\d]{0,50} $")
_PLANNED = lazy.compile(r"计划|希望|预[计期]|拟|力争|争取|\b(?:aim|plan|hope|want|expect|intend)\w*\b")
_NOW = lazy.compile(r"\s?(?:today|now|currently|at present|at the moment)\b")
_AGAINST = lazy.compile(r"比|较|隐含|意味|\b(?:than|versus|vs|impl\w+|over|from|on|compared)\b")
_REACHED = lazy.compile(r"完成了?|达成|达标|进度|做[到了]|用[了去掉]|\b(?:reached|achieved|completed|met|so far)\b")  # what share of it is done
_BEYOND = lazy.compile(r"超[出过]?|多[出多]?了?(?:多少|几)|高[出于过]|\b(?:above|exceed\w*|beat|beyond|over its|ahead of|overshot)\b")
_PERCENT = lazy.compile(r"百分之|几成|%|增[长幅速]|成长|\b(?:per ?cent\w*|growth|grow)\b")
_TARGET = lazy.compile(rf"(?:{_AIM})[^,;。]*$|(?:要|力争|争取|冲击?)(?:做|达|冲|实现)?[到至]?[^,;。\d]{{0,6}}$|\btargets?\b[^,;.]{{0,60}}$")
_TARGET_BEHIND = lazy.compile(r"\s?的?(?:全年|年度|年内|销售|出货|交付|营收)*(?:目标(?!价)|预算|指引|计划)|\s?(?:full-year |annual |delivery |sales )*(?:target|goal|budget)\b")
_UNSURE = lazy.compile(rf"{_AIM}|预[计期估测]|有望|将|拟|\b(?:expect\w*|forecast\w*|plan\w*|will|could|would)\b")
_SAYS_IT = lazy.compile(r"目标|达成|达到|完成|还差|还要|新|全年|年度|指引|上限|下限|[修调]|下半|上半|\b(?:target\w*|goal|reach\w*|achiev\w*|guidance|miss\w*|impl\w*|hit|meet)\b")
_HIGH = lazy.compile(r"上限|高端|上沿|最高|\b(?:upper|top|high)\b")
_LOW = lazy.compile(r"下限|低端|下沿|最低|\b(?:lower|bottom|low)\b")
_DONE = lazy.compile(r"已经?[^,;。\d]{0,8}$|用[去掉了]|投入了|\b(?:already|so far|spent|to date)\b")
_COME_TO = lazy.compile(r"[升降增减跌涨缩扩]至?[到至为]?[^,;。\d]{0,2}$|\bto (?:about |around |nearly )?$")
_HELD = 0.5
_SEVERAL = 2
_NEAR = 4  # characters behind a figure in which somebody is still named with it
_DAYS = ("month", "day", "moment", "point")
_SO_FAR = ("half", "nine-months", "span", "quarter")


class Aim(NamedTuple):
    """A target and what was done towards it, with the sentences that tell them."""

    target: Quantity
    done: Quantity
    sentences: tuple[StoredSentence, ...]


class ToGo:
    """Tells how far it is to a target, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` knows the facts."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer how far it is; None where that is not asked or not plainly told."""
        said = question.folded
        if len(question.subjects) > 1 or question.wants in ("reason", "date", "person", "place", "duration", "age"):
            return None
        spends = bool(_TO_SPEND.search(said))
        if not (spends or _ASKED.search(said)) or question.kind in ("person", "definition", "timeline", "list", "superlative"):
            return None
        left, beyond, percent = bool(_LEFT.search(said)), bool(_BEYOND.search(said)), bool(_PERCENT.search(said))
        if not (spends or left or (beyond and DIFFERENCE.search(said)) or (percent and _AGAINST.search(said) and not _REACHED.search(said))):
            return None
        found = self._aims(question, grows=percent and not left) if _ASKED.search(said) else []
        found = found or (self._aims(question, grows=False, spends=True) if spends else [])
        if not found or len({(a.target.raw, a.done.raw) for a in found}) > 1:
            return None
        line = self._growth(question, found[0]) if percent and not left else self._apart(question, found[0], beyond and not left)
        return self._told.answer(line, found[0].sentences) if line else None

    def _growth(self, question: Question, aim: Aim) -> str:
        a, b = arithmetic.ends(aim.target), arithmetic.ends(aim.done)
        if not a or not b or b[0] <= 0 or a[0] != a[1] or is_change(aim.target.unit):
            return ""
        rate = arithmetic.to_digits((a[0] / b[0] - 1) * 100, 3)
        if rate < 0 and question.aspect == "growth":
            return ""
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((abs(rate), abs(rate)), "%"), lang)
        shown = f" (= {self._told.value(aim.target)} ÷ {self._told.value(aim.done)} − 1)"
        return (words.rose if rate > 0 else words.fell).format(value=value) + shown

    def _apart(self, question: Question, aim: Aim, beyond: bool) -> str:
        goal, done = self._end(question, aim.target), aim.done.lo or Decimal(0)
        if goal is None or goal == done or (beyond and done < goal):
            return ""
        gap = abs(goal - done)  # a plan is a round number, and exact
        words, lang = self._evidence.words, self._evidence.lang
        value, *ends = (figures.computed(arithmetic.quantity((v, v), aim.target.unit), lang) for v in (gap, max(goal, done), min(goal, done)))
        template = words.left if done < goal else words.difference
        return template.format(value=value) + f" (= {ends[0]} − {ends[1]})"

    @staticmethod
    def _end(question: Question, target: Quantity) -> Decimal | None:
        low, high = arithmetic.ends(target) or (None, None)
        if low == high or _LOW.search(question.folded):
            return low
        return high if _HIGH.search(question.folded) else None

    # ------------------------------------------------------------ what is aimed at
    def _aims(self, question: Question, grows: bool, spends: bool = False) -> list[Aim]:
        needs = [n for n in question.needs if self._says_what(n)]
        sentences = self._told.articles(question) if question.subjects else self._told.sentences(question)
        held: list[tuple[int, Aim]] = []
        for sentence in sentences:
            folded = fold(sentence.text)
            if not (_ASKED.search(folded) or _TARGET.search(folded) or _PLANNED.search(folded) or spends):
                continue
            told = read(sentence)
            if spends and not (_in_turn(told) or any(_is_aim(f) for f in told)):
                continue
            before = {a.raw for a, _ in pairs_in(sentence.text)} - {f.quantity.raw for f in told if _NOW.match(f.behind)}
            aims = [f for f in told if (_is_aim(f) or (spends and _IN_WHOLE.search(f.own))) and f.quantity.raw not in before and not is_change(f.quantity.unit)]
            for aim in aims:
                if not self._of_subject(question, aim, sentence) or not _of_time(question, aim, sentence, grows):
                    continue
                window = _window(aim)
                words = set(tokens(window, self._evidence.library.names))
                own = sum(self._holds(n, words, window) for n in needs)
                around = _before_it(sentence, sentences) if spends else ""
                own = 2 * own or sum(n.surface in around for n in needs)
                named = self._names(question, sentence) or (around and all(n.surface in around for n in question.needs if n.key))
                if (needs and not own) or not named:
                    continue
                also = [*needs, *(n for n in question.needs if n.verbal and not _SAYS_IT.search(n.surface) and self._holds(n, words, window))]
                done = (
                    self._beside(question, aim, told, aims, before, grows)
                    or self._fact(question, aim, also, grows)
                    or self._elsewhere(question, aim, also, sentences)
                    or self._just_before(question, aim, sentences)
                )
                if done:
                    quantity, other = done
                    held.append((own, Aim(replace(aim.quantity, unit=quantity.unit), quantity, (sentence, other) if other.id != sentence.id else (sentence,))))
        most = max((n for n, _ in held), default=0)
        return [a for n, a in held if n == most]

    def _of_subject(self, question: Question, aim: Figure, sentence: StoredSentence) -> bool:
        if not question.subjects:
            return True
        asked = {i for g in question.subjects for i in g}
        named = [m.start for m in sentence.mentions if m.entity in asked]
        begin = max(aim.lead.rfind(mark) for mark in ";。") + 1
        entities = self._evidence.library.names.entities
        others = [m.start for m in sentence.mentions if m.entity not in asked and entities[m.entity].kind == "company"]
        if named and begin and any(begin <= at < aim.quantity.end + _NEAR for at in others) and not any(begin <= at < aim.quantity.start for at in named):
            return False  # behind a semicolon somebody else is spoken of
        return bool(named or asked & set(sentence.topics))

    def _beside(
        self, question: Question, aim: Figure, told: Sequence[Figure], aims: Sequence[Figure], before: set[str], grows: bool
    ) -> tuple[Quantity, StoredSentence] | None:
        """What is done, where the sentence of the target tells it: the one figure of its unit before it, or that of the time asked for."""
        others = [
            f for f in told
            if f not in aims and f.quantity.unit == aim.quantity.unit and f.exact and not f.change and f.quantity.raw not in before
            and not _UNSURE.search(f.own + f.behind)
        ]  # fmt: skip
        first = [f for f in others if f.quantity.start < aim.quantity.start] or ([] if is_money(aim.quantity.unit) else others)
        timed = [f for f in first if any(same_period(p, m.period) for p in question.periods for m in periods.find(f.own))] if not grows else []
        done = [f for f in others if f.quantity.start > aim.quantity.end and _DONE.search(f.own)] if not (first or grows) else []  # 預算165億元,前三季已支出98億元
        stages = _latest(first) if not (timed or grows) else []
        latest = first[-1:] if not grows and len(first) > 1 and _COME_TO.search(first[-1].own) else []  # 由5.6萬吨降至3.9萬吨
        first = timed or stages or latest or first or done
        return (first[0].quantity, aim.sentence) if len(first) == 1 else None

    def _fact(self, question: Question, aim: Figure, needs: Sequence[Need], grows: bool) -> tuple[Quantity, StoredSentence] | None:
        """What is done, as a fact of the measure that the target is of, with the latest time of its article."""
        names = self._evidence.library.names
        named = [i for s in names.find(_window(aim)) for k, i in ((s.kind, s.ids[0]), *s.also) if k == "measure"]
        for measure in dict.fromkeys(reversed(named)):
            if not question.subjects or not all(self._figures.names(n, measure) for n in needs):
                return None
            lines = self._figures.find(replace(question, periods=(), needs=(), aspect="", flags=frozenset()), question.subjects[0], measure, strict=False)
            values = [x.value for x in lines if x.value and x.value.basis == "actual" and x.value.period and x.value.article_id == aim.sentence.article_id]
            same = [v for v in values if alike(v.quantity, aim.quantity) and v.quantity.lo == v.quantity.hi and v.period]
            kinds = ("year",) if grows else _SO_FAR
            latest = max((v.period.end for v in same if v.period and v.period.kind in kinds), default="")
            best = [v for v in same if v.period and v.period.kind in kinds and v.period.end == latest]
            whole = [v for v in best if v.period and v.period.start[5:] == "01-01"] or ([] if not grows else best)
            if len({v.quantity.lo for v in whole}) == 1:
                return whole[0].quantity, self._evidence.sentence(whole[0])
        return None

    def _elsewhere(self, question: Question, aim: Figure, needs: Sequence[Need], sentences: Sequence[StoredSentence]) -> tuple[Quantity, StoredSentence] | None:
        """What is done, as the one figure of the article that says in its own words what is asked."""
        names = self._evidence.library.names
        topic = [w for w in content_words(_window(aim), self._evidence.library.ordinary.__contains__) if not (soft_word(w) or _SAYS_IT.search(w))]
        found: dict[Decimal | None, tuple[Quantity, StoredSentence]] = {}
        for sentence in sentences:
            if sentence.article_id != aim.sentence.article_id or sentence.id == aim.sentence.id or self._told.another(question, sentence):
                continue
            told = read(sentence)
            for n, f in enumerate(told):
                if f.quantity.unit != aim.quantity.unit or not f.exact or f.change or _UNSURE.search(f.own + f.behind) or _is_aim(f):
                    continue
                words = set(tokens(f.own, names))
                if all(self._holds(n, words, f.own) for n in needs) if needs else DONE.search(f.own) and any(w in f.own for w in topic):
                    then = next((x for x in told[n + 1 : n + 2] if x.quantity.unit == f.quantity.unit and x.exact and _COME_TO.search(x.own)), f)  # 庫存5.6萬噸,3月末降至3.9萬噸
                    found.setdefault(then.quantity.lo, (then.quantity, sentence))
        return next(iter(found.values())) if len(found) == 1 else None

    def _just_before(self, question: Question, aim: Figure, sentences: Sequence[StoredSentence]) -> tuple[Quantity, StoredSentence] | None:
        """What is done, as the first figure of the sentence before that says it is done, of all that is asked for: 換電站方面,甲全台已設2,150座,其中…."""
        before = next((s for s in sentences if s.article_id == aim.sentence.article_id and s.n == aim.sentence.n - 1 and s.paragraph == aim.sentence.paragraph), None)
        told = [f for f in read(before) if f.quantity.unit == aim.quantity.unit and f.exact] if before and not self._told.another(question, before) else []
        if before is None or not told or told[0].change or not _DONE.search(told[0].own):
            return None
        search = self._evidence.library.search
        needs = [n for n in question.needs if self._says_what(n) and len(n.surface) > 1]
        return (told[0].quantity, before) if needs and all(search.holds(n, before.id) >= _HELD or n.surface in fold(before.text) for n in needs) else None

    def _names(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence names what a question names, where that is nobody known."""
        search = self._evidence.library.search
        return bool(question.subjects) or all(search.holds(n, sentence.id) >= _HELD for n in question.needs if n.key)

    def _says_what(self, need: Need) -> bool:
        said = need.surface
        return not (need.light or need.verbal or need.key or soft(need) or _SAYS_IT.search(said) or qw.asks_before(said) or qw.YEAR_BEFORE.search(said) or DIFFERENCE.search(said))

    @staticmethod
    def _holds(need: Need, words: set[str], label: str) -> bool:
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)


def _latest(done: Sequence[Figure]) -> list[Figure]:
    """The last of several figures that each say of which day of one year they are: 截至11月末1260輛,6月末為760輛."""
    days = [[m.period for m in periods.find(f.own) if m.period.end[5:]] for f in done]
    if len(done) < _SEVERAL or not all(len(found) == 1 and found[0].kind in _DAYS for found in days):
        return []
    ends = [found[0].end for found in days]
    same_year = len({end[:4] for end in ends}) == 1
    return [f for f, end in zip(done, ends, strict=True) if end == max(ends)] if same_year and len(set(ends)) == len(ends) else []


def _in_turn(told: Sequence[Figure]) -> bool:
    """Whether a sentence tells a whole and right behind it how much of it is done: 共需40部,已完成23部."""
    return any(a.quantity.unit == b.quantity.unit and _IN_WHOLE.search(a.own) and _DONE.search(b.own) for a, b in pairwise(told))


def _before_it(sentence: StoredSentence, sentences: Sequence[StoredSentence]) -> str:
    """The sentence before in the same paragraph, which may say what one is of, folded."""
    return next((fold(s.text) for s in sentences if s.article_id == sentence.article_id and s.n == sentence.n - 1 and s.paragraph == sentence.paragraph), "")


def _is_aim(figure: Figure) -> bool:
    """Whether a sentence calls a figure a target: 全年目標4.1萬套, 未完成18萬輛的年度目標."""
    return bool(_TARGET.search(figure.own) or _PLANS.search(figure.own) or _TARGET_BEHIND.match(figure.behind) or (pairs_led(figure) and _ASKED.search(figure.lead[-30:])))


def _window(aim: Figure) -> str:
    """The words around a target: what it is a target of."""
    return f"{aim.lead[-100:] if aim.lead.isascii() else aim.lead[-40:]} {aim.behind}"


def pairs_led(figure: Figure) -> bool:
    """Whether a figure is where something was moved to: 由155億元下修至148億元."""
    return any(b.raw == figure.quantity.raw and b.start == figure.quantity.start for _, b in pairs_in(figure.sentence.text))


def _of_time(question: Question, aim: Figure, sentence: StoredSentence, grows: bool) -> bool:
    """Whether a target is of the year asked for: one whose own words name another year is not."""
    own = [m.period for m in periods.find(aim.own) if m.period.kind == "year" and m.period.start[:4].isdigit()]
    asked = [p for p in question.periods if p.start[:4].isdigit()]
    if not own or not asked:
        return True
    years = {p.start[:4] for p in asked}
    return _year(own[-1]) == max(years) if grows else _year(own[-1]) in years


def _year(period: Period) -> str:
    return period.start[:4]
