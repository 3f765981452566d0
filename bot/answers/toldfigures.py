"""Figures of which no fact was made: quoted where the own words of one figure say what is asked for.

News tells most figures once, in words of its own: 每日供水27萬噸, "filled 31 million prescriptions". No table of
measures has them all, and a measure's name need not stand beside its figure. Here each figure of the subject's
sentences is held against the question: it must be of the kind that is asked for, of the subject and of the time,
and its own words (`bot.answers.ownwords`), with what its sentence says around them, must say nearly all that is asked.
Where another sentence says as much of another figure, neither is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.answer import Answer
from bot.answers import ownwords
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.lines import same_period
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.asked import asked_currency, asked_in_unit, asks_percent, counted_in, names_unit
from bot.counting import counted, counted_thing, counts_things, may_count, of_another_thing
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Scored
from kb.text import fold
from kb.units import is_money, measures_in, physical

_LOOKED_AT = 40  # sentences a search proposes
_ARTICLES = 4  # of the subject that are read through
_ALONE = 0.85  # what the rest of a sentence counts that has one figure of the kind
_AROUND = 0.6  # the same where it has several
_ABOVE = 0.6  # what the title and the heading count
_BEFORE = 0.5  # what the sentence before counts, and what follows a figure
_ENOUGH = 0.76  # of what is asked for
_NEARLY = 0.66  # the same where no word is left unsaid
_HALF_SAID = 0.46  # the same where the measure is named too
_OWN = 0.4  # of what is asked for that the figure's own words must say, where others of the kind stand beside it
_OWN_OF_TITLE = 0.6  # the same where the title says all of it
_AHEAD = 0.06  # of any other figure
BY_FIGURES = 0.35  # by how much more a sentence must say of what is asked than a figure's own that is stored
BY_ROWS = 0.12  # the same of a row
_HALF = 0.5
_WORDS, _CHARACTERS = 2, 4  # that leave nothing open
_ATTRIBUTION = 8  # characters that only say who speaks: 她说。
_DATES = ("day", "as-of", "month")
_FEW = 2  # characters that say too little unless all of them are there
_OTHER_UNIT = 0.12  # what a figure of another unit than the measure's loses
_ENOUGH_OF_MORE = 0.9  # the same where by how much is asked: 可省多少成本
_NOT = frozenset("implied either before year-before agree average".split())
_WORKED_OUT = frozenset("ratio sum compare follow year-before".split())
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour minute second".split())
_RATIOS = frozenset("% pp x bp".split())
_CHANGES = frozenset(("%", "pp"))
_NO_COUNTS = _RATIOS | _DURATIONS
_SUM = lazy.compile(r"多少钱|钱[^,?]{0,4}(?:多少|几)|价[钱格]|几多钱|几钱|多少(?:元|块|美元|港元|欧元|英镑)|花(?:了|费)?多少|\bhow much (?:money|cash|capital|funding)\b|\b(?:price|cost|fee|salary|worth|spend|spent|cash)\b")
_RATE = lazy.compile(r"占[^,?]{0,12}(?:多少|几)|比例|比率|(?<![利汇效])率(?!先|领)|几成|百分之|份额|毛利率|利率|\b(?:share|percentage|proportion|rate|margin)s? (?:of|does|did|is|was|on|has)\b|\b(?:margin|rate|ratio|churn|stake)s?\b[?]?$|\bwhat per ?cent")
_WHAT_FIGURE = lazy.compile(r"\bwhat (?:premium|discount|coupon|yield|fee|bonus|margin|rate|salary|share|percentage|proportion|amount|number|multiple)\b")
_TOGETHER = lazy.compile(r"合计|总|共|累计|全部|加起来|\b(?:total\w*|together|combined|overall|all|altogether|in all)\b")
_STAKE = lazy.compile(r"(?:多少|几多|几成)(?:的)?(?:股[份权票]|%)|\bstake\b")
_SHARES = lazy.compile(r"(?:多少|几多|几)[万亿]?股(?![份权东价本息利票])|\bhow many (?:\w+ )?shares\b")
_WHOLE_YEAR = lazy.compile(r"全年|年度|整年|\b(?:full|whole|fiscal) year\b|\bfor the year\b|\bannual")
_TRADE = lazy.compile(r"[\u3400-\u9fff](?:行业|产业|(?<![营主企事物副])业)(?:的)?(?:总|营业|营运|业务)?(?:营?收|净?利)|\b(?:industry|sector)(?:'s|-wide)? (?:\w+ )?(?:revenues?|sales|profits?)\b")
_AVERAGE_ASKED = lazy.compile(r"平均|均价|\baverage\b|\bmean\b")
_AVERAGE_TOLD = lazy.compile(r"均|每|单[价位]|\b(?:average\w*|mean|median|per|each|every|apiece|typical\w*|asps?)\b|/")
_A_WHILE = lazy.compile(r"多久|多长时间|几[天日年]|多少[天日年]|几个?月|多长(?![?？]?$)|\bhow long (?:does|did|will|is the (?:warranty|term|contract|deal)|would)\b|\bhow (?:late|soon|quickly)\b")


class Told(NamedTuple):
    """A figure with how much of what is asked its words say, 0..1."""

    score: float
    sentence: StoredSentence
    quantity: Quantity
    leans: bool  # on the sentence before, which says a part of it


class ToldFigures:
    """Quotes the sentence whose figure is asked for, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Look for figures through `evidence`, with what `passages` knows of whose and of when they are."""
        self._evidence = evidence
        self._search = evidence.library.search
        self._passages = passages
        self._fitting = passages.fitting

    def answer(self, question: Question) -> Answer | None:
        """Quote the one sentence that tells the figure asked for, or return None."""
        best = self.best(question)
        return self._quote(best) if best else None

    def rather(self, question: Question, answer: Answer | None, by: float) -> Answer | None:
        """Return the sentence that tells the figure asked for in place of an answer whose sentences say that much less of what is asked."""
        cited = {s.id for s in self._evidence.cited}
        if answer is None or not answer.answered or answer.table is not None or not cited:
            return answer
        shown = fold(" ".join((*answer.lines, *answer.quotes)))
        if not self._asks_more(question) and any(self._of_kind(q, question) and fold(q.raw) in shown for s in self._evidence.cited for q in self._search.reading.quantities(s)):
            return answer
        best = self.best(question, lambda t: t.sentence.id in cited and fold(t.quantity.raw) in shown, by)
        return self._quote(best) if best else answer

    def _quote(self, told: Told) -> Answer:
        """The sentence of a figure, behind the one it leans on."""
        before = self._search.neighbour(told.sentence, -1) if told.leans and len(self._led_by(told.sentence)) > _ATTRIBUTION else None
        return self._passages.quoting.quote("fact", [before, told.sentence] if before else [told.sentence], alone=True)

    def best(self, question: Question, told_by: Callable[[Told], bool] | None = None, by: float = 0.0) -> Told | None:
        """Return the figure asked for with the one sentence that tells the figure asked for, None where there is none or several do.

        `told_by`: whether a figure is told already, than which it must say so much more of what is asked.
        """
        if not self._asks_figure(question):
            return None
        sums, ratios = self._kind(question)
        what = ownwords.asked(question, self._evidence.library.names, sums, ratios)
        if not what.size or not (sums or self._counts_measure(question, what)):
            return None
        enough = 1.0 if what.size <= _FEW - (not what.runs) else _ENOUGH_OF_MORE if DIFFERENCE.search(question.folded) else _ENOUGH
        told = sorted((t for s in self._sentences(question) for t in self._told(s, question, what)), key=lambda t: -t.score)
        plainly = told_by is None and what.size > _FEW and bool(told) and self._plainly(question, told[0])
        if not told or (told[0].score < enough and not plainly):
            return None
        best = told[0]
        if told_by and any(told_by(t) and t.score > best.score - by for t in told):
            return None
        rivals = (t for t in told[1:] if t.sentence.id != best.sentence.id and t.score > best.score - _AHEAD)
        return None if any(not _same(t.quantity, best.quantity) for t in rivals) else best

    def _plainly(self, question: Question, told: Told) -> bool:
        """Whether a figure is told outright, though fewer characters of what is asked are said: of a subject that is named, each thing and deed by some word, and nothing is to be worked out."""
        if not question.subjects or told.score < _HALF_SAID or question.flags & _WORKED_OUT or question.extreme or DIFFERENCE.search(question.folded):
            return False
        folded, found = fold(told.sentence.text), self._search.reading.quantities(told.sentence)
        if question.measures and told.score < _NEARLY and not self._names_measure(question, folded, found, found.index(told.quantity)):
            return False
        around = f"{folded} {self._above(told.sentence)}"
        return all(n.light or soft(n) or (ownwords.says(n, around, self._search) and not _cut(n.surface, around)) for n in question.needs)

    def _asks_figure(self, question: Question) -> bool:
        """Whether one plain figure is asked for: no sum, and no first or last of several."""
        if question.kind != "fact" or question.extreme in ("first", "last") or question.flags & _NOT:
            return False
        if question.wants not in ("amount", "ratio", "duration", "") or len(question.periods) > 1:
            return False
        return bool(question.wants or question.dimension or self._fitting.measured(question) or _WHAT_FIGURE.search(question.folded))

    def _sentences(self, question: Question) -> list[StoredSentence]:
        """The sentences that may tell it: those a search proposes, and those of the articles that are mainly about the subject."""
        library = self._evidence.library
        visible = self._fitting.visible(question)
        found = [s.sentence for s in self._search.rank(question.needs, question.subjects, visible, _LOOKED_AT)]
        wanted = [i for g in question.subjects for i in g]
        articles = list(dict.fromkeys(s.article_id for s in found))
        mains = [a for a in articles if all(library.mains.of(a) & set(g) for g in question.subjects)] if wanted else []
        more = [s for a in mains[:_ARTICLES] for s in library.archive.sentences_of_article(a)]
        return list({s.id: s for s in (*found, *more)}.values())

    def _told(self, sentence: StoredSentence, question: Question, what: ownwords.Asked) -> list[Told]:
        """The figures of a sentence that may be meant, each with how much of what is asked is said of it."""
        found = self._search.reading.quantities(sentence)
        folded = fold(sentence.text)
        if _AVERAGE_ASKED.search(question.folded) and not _AVERAGE_TOLD.search(folded):
            return []
        own = [ownwords.held(what, ownwords.own_words(folded, found, i), self._search) for i in range(len(found))]
        kind = [i for i, q in enumerate(found) if self._of_kind(q, question) or (question.measures and self._in_full(q, what, ownwords.own_words(folded, found, i), question))]
        if not kind or not self._of_subject(sentence, question):
            return []
        if not self._fitting.timely(Scored(sentence, 0.0, 0.0, (), about=True), question):
            return []
        if "whole-year" in question.flags and not question.periods and not _WHOLE_YEAR.search(folded):
            return []
        above, before = self._above(sentence), self._led_by(sentence)
        known = 0 if question.subjects else ownwords.named_by(what, above)
        if self._lacks_name(question, f"{folded} {above} {before}"):
            return []
        over = [1.0 if i < known else _ABOVE * o for i, o in enumerate(ownwords.held(what, above, self._search))]
        led = [(_ABOVE if key else _BEFORE) * b for key, b in zip(ownwords.keyed(what), ownwords.held(what, before, self._search), strict=True)]
        whole = ownwords.held(what, folded, self._search)
        ratios = self._kind(question)[1]
        core = any("profit" in m or "revenue" in m for m in question.measures)
        out = []
        for i in kind:
            if question.subjects and not self._fitting.owns(sentence, found[i].start, question):
                continue
            if "sum" in question.flags and not _TOGETHER.search(ownwords.own_words(folded, found, i)):
                continue
            left = [o for o, a in zip(own[i], over, strict=True) if a < _HALF]  # what the title says need not be said again
            if sum(own[i]) < _OWN_OF_TITLE * what.size if not left else len(kind) > 1 and sum(left) < _OWN * len(left):
                continue
            share = _ALONE if len(kind) == 1 or self._names_measure(question, folded, found, i) else _AROUND
            if not self._of_time(sentence, ownwords.own_span(folded, found, i)[1], question, core=core):
                continue
            if core and (self._of_others(sentence, question) or not self._tells_core(question, folded, found, i, what)):
                continue
            words = ownwords.own_words(folded, found, i)
            if self._of_another_sum(question, words) or (core and self._of_trade(sentence, words, question)):
                continue
            around = ownwords.held(what, folded[: ownwords.own_span(folded, found, i)[1]], self._search)
            here = [max(o, share * a, _AROUND * r, u) for o, a, r, u in zip(own[i], around, whole, over, strict=True)]
            lost = _OTHER_UNIT if question.measures and not ratios and not self._of_measure(found[i], question) else 0.0
            score = sum(map(max, here, led)) / what.size - lost
            out.append(Told(score, sentence, found[i], leans=sum(here) / what.size - lost < _ENOUGH))
        return out

    def _counts_measure(self, question: Question, what: ownwords.Asked) -> bool:
        """Whether what is held against sentences has a word of each measure asked for: none is left of "0 to 100"."""
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        naming = [n.surface for n in question.needs if any(set(o) & tokens for o in n.options)]
        return all(ownwords.counts(what, surface) for surface in naming)

    def _of_another_sum(self, question: Question, words: str) -> bool:
        """Whether the own words of a figure name a revenue or profit where another sum of money is asked for, and not that one: 營收 for 研發投入."""
        measures = self._evidence.library.names.measures
        asked = [m for m in question.measures if measures[m].unit == "money"]
        named = {i for s in self._evidence.library.names.find(words) if s.kind == "measure" for i in s.ids if i == "revenue" or "profit" in i} if asked else set()
        return bool(named) and not any(i in asked or measures[i].broader in asked or any(measures[m].broader == i for m in asked) for i in named)

    def _of_others(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence that names none of those asked about goes on about another firm: what a house says of one is no loss of the house."""
        asked = {i for g in question.subjects for i in g}
        entities = self._evidence.library.names.entities
        return bool(asked) and not any(m.entity in asked for m in sentence.mentions) and any(entities[t].kind == "company" and t not in asked for t in sentence.topics)

    def _in_full(self, quantity: Quantity, what: ownwords.Asked, words: str, question: Question) -> bool:
        """Whether the own words of a figure are all that is asked for, to the letter, so that the measure's name may be meant otherwise: nurse turnover."""
        least = _WORDS if question.lang == "en" else _CHARACTERS
        return what.size >= least and ownwords.to_the_letter(what, words) and quantity.unit not in _DURATIONS and not any(self._kind(question, named=False))

    def _asks_more(self, question: Question) -> bool:
        """Whether a question says more than whose and which measure."""
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        return not question.measures or bool(question.extreme) or any(not (n.light or soft(n) or any(set(o) & tokens for o in n.options)) for n in question.needs)

    def _names_measure(self, question: Question, folded: str, found: Sequence[Quantity], i: int) -> bool:
        """Whether the own words of a figure name the measure that is asked for, which it may be of."""
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        naming = [n for n in question.needs if any(set(o) & tokens for o in n.options)]
        own = ownwords.own_words(folded, found, i) if naming else ""
        return bool(naming) and self._of_measure(found[i], question) and all(self._search.heading_holds(n, own) for n in naming)

    def _of_time(self, sentence: StoredSentence, end: int, question: Question, *, core: bool) -> bool:
        """Whether the time named last before a figure's words end is the one asked for; revenue and profit must name it."""
        asked = [p for p in question.periods if p.start[:4].isdigit()]
        told = [m.period for m in self._evidence.library.times.told(sentence) if m.start < end]
        if not asked or not told:
            return not asked or not (core or not question.subjects)
        if not told[-1].start[:4].isdigit():
            return any(p.start[4:] == told[-1].start[1:] for p in asked) or not told[-1].start.startswith("-")
        return any(same_period(p, told[-1]) or (not core and told[-1].kind in _DATES and periods.contains(p, told[-1])) for p in asked)

    def _tells_core(self, question: Question, folded: str, found: Sequence[Quantity], i: int, what: ownwords.Asked) -> bool:
        """Whether a figure may be the revenue or profit asked for: its own words name it, or all else that is asked for to the letter: what a sale of a works earned."""
        words = ownwords.own_words(folded, found, i)
        if self._names_measure(question, folded, found, i) or self._in_full(found[i], what, words, question):
            return True
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        rest = tuple(n for n in what.needs if not any(set(o) & tokens for o in n.options))
        said = [n.surface in words for n in rest if not soft(n)]
        return len(said) > 1 and all(said)

    @staticmethod
    def _of_trade(sentence: StoredSentence, words: str, question: Question) -> bool:
        """Whether revenue or profit is told of a trade, in a sentence that does not name whom it is asked of: 軟件業收入."""
        named = {m.entity for m in sentence.mentions}
        trade = _TRADE.search(words)
        return trade is not None and trade.group() not in question.folded and not all(named & set(g) for g in question.subjects)

    def _of_measure(self, quantity: Quantity, question: Question) -> bool:
        measures = self._evidence.library.names.measures
        return any(measures_in(m, measures[m].unit, quantity.unit) or (quantity.unit == "x" and measures[m].unit == "percent") for m in question.measures)

    def _of_kind(self, quantity: Quantity, question: Question) -> bool:
        """Whether a figure is of the kind that the question's words ask for."""
        folded, unit = question.folded, quantity.unit
        if currency := asked_currency(folded):
            return unit == currency
        if _SHARES.search(folded) or _STAKE.search(folded):
            return unit == "股" or (unit == "%" and not _SHARES.search(folded))
        if names_unit(folded) and (fits := asked_in_unit(folded)):
            return fits(unit) or (question.lang == "en" and not unit.isascii() and not is_money(unit) and unit not in _NO_COUNTS and not counted(folded))
        if question.dimension:
            return physical(unit) == question.dimension
        if question.wants == "duration" or _A_WHILE.search(folded):
            return unit in _DURATIONS
        sums, ratios = self._kind(question)
        if sums or ratios:
            return is_money(unit) if sums else unit in (_CHANGES if question.aspect else _RATIOS)
        if counts_things(folded):
            units, thing, kind = counted_in(folded), counted_thing(folded), counted(folded)
            other = (thing and of_another_thing(unit, thing)) or (kind and not may_count(unit, kind))
            return not is_money(unit) and unit not in _NO_COUNTS and not other and (not units or unit in units or unit.isascii())
        return self._of_measure(quantity, question) if question.measures else unit not in _DURATIONS  # an average age is a time, though no time is asked for

    def _kind(self, question: Question, named: bool = True) -> tuple[bool, bool]:
        """Whether a sum of money, and whether a ratio is asked for; without `named` by other words than a measure's."""
        folded = question.folded
        measures = self._evidence.library.names.measures
        rate = bool(_RATE.search(folded)) and (not question.measures or any(measures[m].unit in ("percent", "any") for m in question.measures))  # 翻檯率 is told in times
        ratios = question.wants == "ratio" or asks_percent(folded) or rate or bool(question.aspect)
        sums = bool(MONEY_ASKED.search(folded) or _SUM.search(folded)) or (named and bool(question.measures) and all(measures[m].unit == "money" for m in question.measures) and not counts_things(folded))
        return sums and not ratios, ratios

    def _of_subject(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence speaks of all that are asked about, and of no other firm: by name, by what leads up to it, or as its article does."""
        library = self._evidence.library
        entities, main = library.names.entities, library.mains.of(sentence.article_id)
        named, topics = {m.entity for m in sentence.mentions}, set(sentence.topics)
        asked = {i for g in question.subjects for i in g}
        makers = {self._search.associate(i) for i in asked if entities[i].kind == "product"}
        left = [g for g in question.subjects if not named & set(g)]
        if "target-price" in question.measures and (firms := [t for t in sentence.topics if entities[t].kind == "company"]) and firms[0] not in asked:
            return False  # a house that is asked about sets one for each stock
        if not left:
            return True
        kinds = {"company", "institution"} | ({"product"} if any(entities[i].kind == "product" for i in asked) else set())
        rivals = {i for i in named if i not in asked | main | makers and entities[i].kind in kinds}
        if rivals and len(left) == len(question.subjects):
            return False
        return all((topics | main) & set(g) for g in left)

    def _above(self, sentence: StoredSentence) -> str:
        """The folded words that a sentence stands under: its title and its heading."""
        return fold(f"{self._evidence.library.articles[sentence.article_id].title} {sentence.heading}")

    def _led_by(self, sentence: StoredSentence) -> str:
        """The folded sentence before one in its paragraph."""
        before = self._search.neighbour(sentence, -1)
        return fold(before.text) if before and before.paragraph == sentence.paragraph else ""

    def _lacks_name(self, question: Question, text: str) -> bool:
        """Whether a name or a number that the question holds, or of what part it asks, is not there."""
        needs = [n for n in question.needs if (n.key or n.beside) and not (n.light or n.verbal or soft(n))]
        return not all(ownwords.says(n, text, self._search) for n in needs)


def _cut(number: str, text: str) -> bool:
    """Whether a number only stands inside longer ones: the 25 of 2025."""
    return number.isdigit() and re.search(rf"(?<![\d.,]){number}(?![\d.,]*\d)", text) is None


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.unit, one.lo, one.hi) == (other.unit, other.lo, other.hi)

