"""Rows: what one paragraph tells of several parts of a whole, segments, products, regions, brands, ranked makers.

Lists all parts, tells the one asked for, the largest, the fastest growing, the only falling one, one's share of
the whole, two compared, added up or subtracted, and who ranks where. The parts are read by `kb.breakdowns`. Subject,
measure and period are hard constraints here too, and a word of the question that neither names a part nor is said
where the parts are told lets nothing be answered: a part that is not among the rows is never answered with another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.partwords import (
    ALL,
    DROPPED,
    EACH,
    FASTEST,
    KINDS,
    LEAST,
    MARKET_SHARE,
    MOST,
    NUMBERS,
    ONLY_FALL,
    TOP,
    besides_top,
    divided_by,
    generic,
    name_in,
    ranks_named,
    so_many,
    top_count,
)
from bot.answers.passages import Passages
from bot.answers.rowfinder import RowFinder
from bot.answers.rowkinds import Found
from bot.answers.rowteller import RowTeller, ranked
from bot.answers.severalrows import SeveralRows
from bot.answers.thingsasked import two_things
from bot.answers.toprows import TopRows
from bot.asked import asked_nouns, asked_of_each
from bot.counting import counts_things
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, partnames
from kb.partrows import Row
from kb.search import Need
from kb.text import fold
from kb.units import fits, is_money

_HELD = 0.5
_RANKS = lazy.compile(r"排名|排行|榜|居首|居冠|居次|第[一二三四五]|冠军|亚军|龙头|市占|份额|\brank\w*|\bled\b|\bfirst\b|\bsecond\b|\btop\b|\bfollowed by\b|\bleader\b")
_SPENT = lazy.compile(r"投[入向资到]?|募|筹|花|用[于在到]|\b(?:spen[dt]|invest\w*|rais\w*|fund\w*)\b")
_FIRMS = lazy.compile(r"公司|企业|厂商|厂家|哪几?家|\b(?:companies|firms|vendors|makers)\b")
_COVERS = lazy.compile(r"(?:覆盖|涵盖|用于|应用于|面向|适用于?)[^,?]{0,4}(?:哪|什么)[^,?]{0,4}(?:领域|场景|行业|用途|方面)|\b(?:fields|areas|uses|applications|scenarios) (?:do|does|are|is)\b[^?]*\b(?:cover|used|aimed|meant)")
_WHICH_FIRM = lazy.compile(r"哪家(?!店|门店|餐厅|工厂|医院|学校)|哪间公司")
_COUNTED = lazy.compile(r"\bfewest\b|\bhow many(?: each)?[?]?$")
_SOLD = lazy.compile(r"[卖售销]|\bs(?:old|ells?|elling)\b")
_MONEY = lazy.compile(r"多少钱|几多钱|几钱|\bhow much money\b")
_DEAR = lazy.compile(r"最?贵|最?便宜|\b(?:expensive|priciest|dearest|cheapest)\b")
_COMPOSED = lazy.compile(r"组成|构成|哪几?[个些]?(?:部分|块)|\b(?:made up of|consists? of|composed of|composition|comprise)\b")
_TARGET = lazy.compile(r"目标|预[计期估测]|\b(?:target|forecast|guidance|expected)\b")
_PLACES = lazy.compile(r"前(?:[两三四五六七八九十]|\d+)名")
_PERCENT = lazy.compile(r"百分|几趴|\bper ?cent\w*")
_OPINION = lazy.compile(r"态度|看法|怎么看|如何看|策略|打算|为什么|怎么样|如何")
_SO_MANY = lazy.compile(r"(?<![第前])([两三四五六七八])(?:大|[家名位个款座间条种])(?!月|季|百|千|交易日|工作日)|\b(?:the|all|its) (two|three|four|five|six|seven|eight) (?!quarters|months|years|days|weeks)")
_BREAKS_DOWN = lazy.compile(r"\bbr(?:eak|oken)\w*(?: \w+)? ?down\b")
_SINCE = lazy.compile(r"百分点|[多少高低]了?(?:多少|几)|[升降涨跌增减]了?(?:多少|几)|\b(?:percentage )?points?\b|\bhow (?:much|many) (?:more|less|fewer)\b|\bby how (?:much|many)\b")
_LONGEST = lazy.compile(r"最[长短](?!线)|\b(?:longest|shortest)\b")
# 甲和乙,哪個收入高: one of two, of which the one named here is half.
_ONE_OF_TWO = lazy.compile(r"[和跟与及][^,?。]{1,12}[,]?(?:相比|比较|来说|之间)?[,]?(?:是)?(?:哪[一]?[个家边块项款种]|谁)[^,?]{0,8}?(?:更|比较|较)?[高低多少大小贵快慢长短强弱](?![少])")


def is_money_asked(question: Question, evidence: Evidence) -> bool:
    """Return whether all that is asked for is in money."""
    return all(evidence.library.names.measures[m].unit == "money" for m in question.measures)


def measured(need: Need) -> bool:
    """Return whether a need is the name of a measure."""
    return any(t.startswith("m_") for o in need.options for t in o)


def _adds_up(question: Question, rows: Sequence[Row]) -> bool:
    """Whether a question asks for the sum of as many as there are rows: 三名投資者合共認購多少."""
    found = _SO_MANY.search(question.folded) if "sum" in question.flags and question.wants == "amount" else None
    return found is not None and NUMBERS.get(found[1] or found[2], 0) == len(rows)


class Rows:
    """Answers from the rows of one paragraph."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._finder = RowFinder(evidence, finder, passages)
        self._teller = RowTeller(evidence)
        self._several = SeveralRows(self._teller)
        self._tops = TopRows(self._teller)

    def parts(self, question: Question) -> Answer | None:
        """Answer from parts that are no companies: no facts are known of them but what a paragraph tells."""
        answer = self._answer(question, firms=False)
        if answer and not question.subjects and _WHICH_FIRM.search(question.folded):  # no material and no model, where firms are told of too
            return self._answer(question, firms=True) or self._answer(question, firms=False)
        return answer

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return the answer, or None where a question names a part that an article tells of and nothing that was told says its name: the whole is no part."""
        if answer is None or not answer.answered or len(question.subjects) != 1 or not question.measures or question.kind == "list" or not self.evidence.cited:
            return answer
        if not is_money_asked(question, self.evidence) or all(soft(n) or measured(n) for n in question.needs):
            return answer  # nothing that could be a part's name: reading rows would be for nothing
        said = fold(" ".join([*answer.lines, *answer.quotes]))
        for found in self._finder.found(question):
            if self._finder.of_firms(found) or not is_money(found.told.unit):
                continue
            named = [r for r in self._finder.named(question, found) if not r.rest]
            if len(named) == 1 and fold(named[0].label) in question.folded and partnames.core(fold(named[0].label)) not in said:
                return None
        return answer

    def ranked(self, question: Question) -> Answer | None:
        """Answer from companies in a row, where their facts do not answer."""
        return self._answer(question, firms=True)

    def _answer(self, question: Question, firms: bool) -> Answer | None:
        """Answer from the first breakdown that satisfies the question, None where none does."""
        if question.wants in ("reason", "date", "place", "duration", "age", "post") or question.kind in ("person", "definition", "timeline", "passage") or _asks_what_it_covers(question):
            return None
        entities = self.evidence.library.names.entities
        several = sum(entities[g[0]].kind == "company" for g in question.subjects) > 1
        if len(question.subjects) > 3 or question.unknown or (several and not firms) or _TARGET.search(question.folded) or self._of_dates(question):
            return None
        if self._plain(question, several):
            return None
        if _BREAKS_DOWN.search(question.folded):  # "down" tells of no decline
            question = replace(question, aspect="")
        for found in self._most_first(question):
            if self._finder.of_firms(found) != firms or not self._finder.of_kind(question, found) or not self._of_sort(question, found):
                continue
            if _PLACES.search(question.folded) and "market-share" in question.measures and not (found.told.ranking or self._finder.of_firms(found)):
                continue  # the market shares of the first three are those of makers, not of kinds of machine
            named = self._finder.named(question, found)
            if len(named) == 1 and (two_things(question.folded) or _ONE_OF_TWO.search(question.folded) or top_count(question.folded) > 1):
                continue  # one of two that are set against each other; the first five, which what all of them sold does not tell
            if not self._finder.says(question, found, named) or not self._finder.of_time(question, found) or self._finder.moved_on(question, found, named):
                continue
            if several and not all(any(self._finder.called(r.label) & set(g) for r in named) for g in question.subjects):
                continue
            if self._of_another_figure(question, found):
                continue
            answer = self._tell(question, found, named)
            if answer:
                return answer
        return None

    def _of_dates(self, question: Question) -> bool:
        """Whether a date is asked for, which no row of figures tells; a list of those who reported may still be one."""
        measures = self.evidence.library.names.measures
        return question.kind != "list" and any(measures[m].unit == "date" for m in question.measures)

    @staticmethod
    def _of_another_figure(question: Question, found: Found) -> bool:
        """Whether a word of a question that names no measure tells another figure of the rows' sentence: 均分 of 賣出73萬套,均分74分."""
        told = {q.raw for r in found.told.rows for q in (r.value, r.share, r.before, *r.changes.values()) if q}
        if question.measures or question.aspect:
            return False
        for need in question.needs:
            word = fold(need.surface)
            if need.light or soft(need) or need.verbal or len(word) < 2:
                continue
            for sentence in found.at(found.told.rows):
                folded = fold(sentence.text)
                behind = [m[1] for m in re.finditer(rf"{re.escape(word)}[^,;。、\d]{{0,2}}(\d[\d.]*)", folded)]
                if len(behind) > 1 and not any(number in raw for number in behind for raw in told):
                    return True
        return False

    def _most_first(self, question: Question) -> list[Found]:
        """The breakdowns that may tell; where it is only asked which there are, within an article those of most parts first."""
        found = self._finder.found(question)
        nouns = asked_nouns(question.folded)
        if nouns:  # 哪個市場: 市場分布方面,… before what is told by product
            found = sorted(found, key=lambda f: not any(n in f.told.lead for n in nouns))
        if question.measures or question.kind != "list":
            return found
        order = list(dict.fromkeys(f.article[0].article_id for f in found))
        return sorted(found, key=lambda f: (order.index(f.article[0].article_id), -len(f.told.rows)))

    @staticmethod
    def _of_sort(question: Question, found: Found) -> bool:
        """Whether the figures of rows are of the sort asked for: money, counts or shares."""
        folded, unit, money = question.folded, found.told.unit, is_money(found.told.unit)
        composed = _COMPOSED.search(folded)
        if composed and (unit == "%" or any(r.value is None and r.share is None for r in found.told.rows)):
            return False  # what loans are made up of is told by no rates
        if question.dimension and not fits(question.dimension, unit):
            return False  # how many nanometres is no price
        if "/" in unit and question.kind == "list" and not (question.measures or question.dimension):
            return False  # what it makes is told by no rates
        if len(question.measures) > 1 and unit in ("%", "") and not found.told.ranking:
            return False  # revenue and profit are not told by shares of revenue
        if found.told.measure in ("employees", "rd-staff") and _SOLD.search(folded):
            return False  # who sold most copies is not told by staff
        if money and _LONGEST.search(folded):
            return False
        if (unit == "" and counts_things(folded)) or (not money and (_MONEY.search(folded) or _DEAR.search(folded))):
            return False  # how many were shipped is no share
        counted = counts_things(folded) or _COUNTED.search(folded)
        return not (money and counted and not (composed or found.told.ranking))  # who delivered the fewest is not told by prices

    @staticmethod
    def _plain(question: Question, several: bool) -> bool:
        """Whether a question asks for a measure of one company and names nothing else: no part can be meant."""
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        other = [n for n in question.needs if not n.light and not soft(n) and not any(set(o) & measured for o in n.options)]
        asks = question.extreme or question.kind in ("list", "superlative") or question.wants == "ratio" or "before" in question.flags
        words = any(p.search(question.folded) for p in (ALL, TOP, FASTEST, DROPPED, ONLY_FALL, MOST, LEAST, qw.WHICH))
        return bool(question.subjects and question.measures) and not (several or other or asks or words)

    def _tell(self, question: Question, found: Found, named: list[Row]) -> Answer | None:
        rows = found.told.rows
        folded = question.folded
        named = self._parts_of_all(question, named, rows)
        by_size = ranked(rows)
        count = top_count(folded)
        moved = FASTEST.search(folded) or DROPPED.search(folded) or ONLY_FALL.search(folded)
        rest = besides_top(folded)
        most = qw.WHICH.search(folded) and (MOST.search(rest) or LEAST.search(rest))
        extremes = bool(moved or most or (question.extreme in ("max", "min") and not count))
        places = [] if count else ranks_named(folded)
        placed = [] if count else [by_size[k] for k in places if k < len(by_size) and not any(r.rest for r in by_size[: k + 1])]
        if placed and not self._is_ranking(found):
            placed, extremes = [], False
        if named and all(self._finder.called(r.label) & {i for g in question.subjects for i in g} for r in named) and not self._in_words(question, named):
            named = named if not places else []
        if places and not named and len(placed) < len(places):
            return None
        if placed and not named and not FASTEST.search(folded):
            named, extremes = placed, False
            if len(named) == 1:  # who is third: as much as is told
                return self._teller.said(question, found, [self._teller.line(found, named[0], changes=self._teller.changes(question, named[0]))], named)
        tries: list[Callable[[], tuple[list[str], list[Row]] | None]] = []
        if len(named) > 1:
            tries.append(lambda: self._several.several(question, found, named))
        elif len(named) == 1 and not (extremes and len(self._finder.wholes(question)) == len(question.subjects) and qw.WHICH.search(folded)):
            tries.append(lambda: self._one(question, found, named[0]))
        elif extremes and not named:
            tries.append(lambda: self._tops.extreme(question, found, count))
        elif not named and (_adds_up(question, rows) or ((ALL.search(folded) or question.kind == "list") and self._asks_for_parts(question, found))):
            tries.append(lambda: self._all(question, found, count))
        for attempt in tries:
            told = attempt()
            if told and qw.asks_before(folded) and not question.aspect and len(told[1]) < len(rows):
                before = self._teller.before(told[1])
                return self._teller.said(question, found, [*told[0], *before], told[1]) if before else None  # half of what was asked
            if told:
                return self._teller.said(question, found, *told)
        return None

    def _parts_of_all(self, question: Question, named: list[Row], rows: Sequence[Row]) -> list[Row]:
        """The rows named, none where all are asked for and the one named is the whole (棲嵐旗下三個品牌, one of which is 棲嵐) or only shares a word with the question."""
        if len(named) < asked_of_each(question.folded) == len(rows):
            return []  # D9系列三款各賣多少: one of the three is called as the line is
        if "sum" in question.flags and len(named) < so_many(question.folded) == len(rows):
            return []  # 四座淨水場日處理量一共多少
        if len(named) != 1:
            return named
        of_all = asked_of_each(question.folded) > 1 and self._is_whole(question, named[0])
        return [] if of_all or (EACH.search(question.folded) and not self._in_words(question, named)) else named

    def _is_whole(self, question: Question, row: Row) -> bool:
        """Whether what a part is called is what the company asked about is called."""
        entities = self.evidence.library.names.entities
        forms = [fold(n) for g in question.subjects for i in g for n in (*entities[i].names.values(), *entities[i].aliases)]
        return any(x in f for x in (fold(row.label), *name_in(fold(row.label))) for f in forms)

    @staticmethod
    def _in_words(question: Question, rows: Sequence[Row]) -> bool:
        """Whether the question itself says a label, rather than the one before it."""
        return any(f in question.folded for r in rows for f in (fold(r.label), *name_in(fold(r.label))))

    @staticmethod
    def _is_ranking(found: Found) -> bool:
        """Whether the parts are told as ranked."""
        if found.told.ranking:
            return True
        told = fold(found.sentences[found.told.sentence].text)
        return (bool(found.told.unit) or any(r.of_market for r in found.told.rows)) and bool(_RANKS.search(told))

    def _asks_for_parts(self, question: Question, found: Found) -> bool:
        """Whether a list is one of parts: the question asks for the measure of each, or for what kind they are where all else is said."""
        if question.measures or (TOP.search(question.folded) and self._is_ranking(found)):
            return True
        near = [s.id for s in found.at(found.told.rows)]
        near += [found.article[0].id, *(s.id for s in found.sentences)] if not question.subjects and (found.told.ranking or divided_by(found.told.lead)) else []
        topics = {t for s in found.at(found.told.rows)[:1] for t in s.topics}
        if not all(set(g) & topics for g in question.subjects) and not self._finder.alone(found):
            return False
        beside = [n for n in question.needs if not n.verbal]
        kinds = any(generic(n) for n in question.needs) or bool(re.search(KINDS, question.folded))
        firms = _FIRMS.search(question.folded) and not self._finder.of_firms(found)
        spent = _SPENT.search(question.folded) and not any(_SPENT.search(fold(s.text)) for s in found.at(found.told.rows))
        return kinds and not firms and not spent and all(any(self.evidence.library.search.holds(n, i) >= _HELD for i in near) for n in beside)

    def _one(self, question: Question, found: Found, row: Row) -> tuple[list[str], list[Row]] | None:
        """The value, share or change of one part."""
        asks_share = self._teller.asks_share(question)
        if row.before and _SINCE.search(question.folded) and (apart := self._several.since(row)):
            return [self._teller.line(found, row, changes={}), apart], [row]
        if question.kind == "compare" or ("compare" in question.flags and qw.WHICH.search(question.folded)):
            return None  # one of two
        asks = question.wants in ("amount", "ratio") or question.measures or question.aspect or asks_share or "follow" in question.flags
        if not asks or _OPINION.search(question.folded):
            return None
        if "market-share" in question.measures and not any(r.of_market for r in found.told.rows):
            return None
        if asks_share and not self._teller.asks_value(question):
            told = self._teller.share(found, row)
            return ([told], [row]) if told else None
        if question.aspect in ("growth", "decline", "narrowing") and not self._teller.asks_value(question):
            changes = self._teller.changes(question, row)
            if (question.wants == "ratio" or _PERCENT.search(question.folded)) and any(q.unit != "%" for q in changes.values()):
                return None  # "more than twofold" is no percentage
            return ([self._teller.line(found, row, changes=changes)], [row]) if changes else None
        if row.value is None and not (row.share and set(question.measures) <= {"market-rank", *MARKET_SHARE}):
            return None
        if row.value is None and question.aspect:
            return None
        line = self._teller.line(found, row, changes=self._teller.changes(replace(question, aspect=""), row))
        if asks_share and row.share is None:
            extra = self._teller.share(found, row)
            return ([line, extra], [row]) if extra else None
        return [line], [row]

    def _all(self, question: Question, found: Found, count: int) -> tuple[list[str], list[Row]] | None:
        """All parts, each with what is told of it; of a ranking as many as are asked for."""
        rows = list(found.told.rows)
        if not found.told.complete:
            return None
        if count:
            rows = ranked(rows)[:count]
            if len(rows) < count:
                return None
        if question.aspect and not any(r.changes for r in rows):
            return None
        if "sum" in question.flags and question.wants == "amount" and len(rows) > 1:
            return self._several.several(question, found, rows)
        lines = [self._teller.line(found, r, changes=self._teller.changes(replace(question, aspect=""), r)) for r in rows]
        return lines, rows


def _asks_what_it_covers(question: Question) -> bool:
    """Whether it is asked which fields something is for: that is more than what brings in money."""
    return bool(_COVERS.search(question.folded)) and not question.measures and question.wants not in ("amount", "ratio")
