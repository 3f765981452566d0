"""Which figures answer: of the subject, measure and period asked for, in sentences that say what else the question says.

Subject, measure and period are hard constraints. Leaves out how figures are told (`bot.answers.figureteller`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answers import modifiers
from bot.answers.lines import Line, agree, as_of, equal, latest, newest, same_period
from bot.answers.validation import ILLNESS
from bot.asked import counted_in
from bot.disagreement import is_analyst, said, step
from bot.evidence import Evidence
from bot.question import NO_MEASURE, SIBLINGS, Question
from bot.softwords import soft
from kb import lazy
from kb.dating import COUNTED
from kb.model import Period
from kb.partfigures import WHOLE
from kb.periodyears import day_of
from kb.rows import StoredFact
from kb.search import Need
from kb.text import fold
from kb.units import is_change, is_money

_DATES = "date"
_LOOKED_AT = 60  # sentences on the subject
_FLOWS = WHOLE | COUNTED  # what came about in a time
_TWO = 2
_RATES = ("%", "pp", "x", "倍")
_HELD = 0.5  # a figure's own sentence must say at least half of each thing asked for
# What stands at a day, though it is told with the year or half-year that ends then.
_STANDS = lazy.compile(r"debt|liabilit|assets|^cash$|inventory|receivable|payable|goodwill|loans|deposits|users|employees|staff|customers|stores|capacity|backlog|patents|fleet|non-performing|coverage|capital-adequacy|cet1|tier1|solvency|leverage|gearing|market-cap|equity|staff|^recurring-revenue$")
_REPORTED = ("year", "half", "quarter", "nine-months")
_OF_A_DAY = frozenset("share-price opening-price market-cap share-price-change".split())
_JUST_BEFORE = 7  # days
FIRST_DAY = lazy.compile(r"首日|首个交易日|头一天|第一天|挂牌|登陆|\b(?:debut\w*|first (?:trading )?day|began trading)\b")
_AT_CLOSE = lazy.compile(r"^(?:收[盘市]|at the close|close on its first|clos(?:e|ing))")  # what a firm is worth is told as of then
ISSUED_AT = lazy.compile(r"发行价|招股价|上市价|\b(?:issue|offer|ipo) price\b")
ROUND = lazy.compile(r"(?<![a-z])(?:(?:pre-?)?[a-h]\+{0,2}\d?轮|series [a-h]\+?)(?![a-z])|天使轮|种子轮")
_SAME_PART = {"final": lazy.compile(r"末期|期末|\bfinal\b"), "interim": lazy.compile(r"中期|\binterim\b"), "special": lazy.compile(r"特别|\bspecial\b"), "quarter": lazy.compile(r"第[一二三四]次|季|\bquarter")}
_PART_DIVIDEND = lazy.compile(r"(?P<final>末期|期末|\bfinal\b)|(?P<interim>中期|\binterim\b)|(?P<special>特别|\bspecial\b)|(?P<quarter>第[一二三四]次|季度?(?:股息|派息)|\bquarterly\b)")
_LEAD = 24  # characters before a figure that say of which round it is
THIS_ROUND = lazy.compile(r"[本这此该]轮|[本这此该]次融资|\b(?:the|this) (?:round|deal|financing|investment)\b|投后|\bpost-money\b")
_AVERAGE = lazy.compile(r"平均|均价|\baverage\b")
_COUNTED = ("sales-volume", "shipments", "deliveries", "output")
# 第一周賣了多少份: no figure of a year, or of no time that is told, is one of its first days.
_HOME_OR_AWAY = lazy.compile("国内|海外|境内|境外|国际|内地|domestic|overseas|abroad")
_FIRST_DAYS_ASKED = lazy.compile(r"(?:首|头[一两三]?|第一)个?(?:[周天日月]|星期)(?!期)|首[周日月]|前[两三四五六七\d]+[天日周]|\b(?:first|opening) (?:\w+ )?(?:days?|weeks?|weekend|months?)\b")
_FIRST_DAYS = lazy.compile(r"首[周日月]|前[两三四五六七\d]+[天日周]|(?:首|头[一两三]?|第一)个?(?:[周天日月]|星期)|\b(?:first|opening)\b|[\d两三四五六七]+ ?(?:天|小时|周)")
_HOW_MANY = lazy.compile(r"(?:多少|几)万?[台辆部支架艘套件瓶杯双只颗片块条][\u3400-\u9fff]{1,6}")
_SUCH_OF = lazy.compile(r"(?:芯片|晶片)(?=[^,?。]{0,10}(?:多少|几)万?[颗片枚])|(?:车|汽车|电动车|新车)(?=[^,?。]{0,10}(?:多少|几)万?[辆台])|(?:手机|机器人)(?=[^,?。]{0,10}(?:多少|几)万?[台部])")  # 晶片出貨多少顆
# The currency that prices of a place are told in.
_MONEY_OF = {"e_taiwan": "TWD", "e_hong_kong": "HKD", "e_china": "CNY", "e_japan": "JPY", "e_united_kingdom": "GBP", "e_south_korea": "KRW", "e_singapore": "SGD", "e_india": "INR"}
_OF_SHARES = lazy.compile(r"招股|发行|发售|上市|挂牌|新股|\b(?:shares|ipo|listing|offering|float(?:ed|ation)?)\b")
_AIMED_AT = lazy.compile(r"目标|指引|展望|财测|\b(?:targets?|outlook|aim(?:s|ing)?)\b")  # what somebody expects to reach is told by any such word
_AHEAD = lazy.compile(r"预[计期测估告算]|目标|指引|展望|财测|将|会(?![员计议])|打算|计划|拟|准备|今年|明年|后年|未来|接下来|下[一]?[年季]|希望|力争|有望|可望|\b(?:will|expect\w*|forecast\w*|guid\w+|targets?|outlook|aim\w*|plan\w*|next|this year|going to|see|sees|project\w*|predict\w*|hop\w+|budget\w*)\b")
_TARGET = lazy.compile(r"目标|\btargets?\b")


# What is not there yet, or is another's, is no part of what one has: ships on order, leased planes.
_OTHER_KINDS = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"在建|在造|待交付|未交付|订造|\bon order\b|\bunder construction\b|\bbeing built\b|\byet to be delivered\b", r"在建|在造|待交付|未交付|订造|订购|下单|手持订单|建造|order|construct|build|deliver"),
        (r"租赁来?的|租来的|租入|\bleased\b|\bchartered\b", r"租|leas|charter"),
    )
)


def _sold_there(need: Need, fact: StoredFact) -> bool:
    """Whether a price is told in the money of the place that a question names: NT$24,900 of 在台灣賣多少."""
    return fact.measure == "price" and any(_MONEY_OF.get(token) == fact.quantity.unit for option in need.options for token in option)

_OF_PARTS = ("segment-profit", "operating-profit", "total-profit", "net-profit")
_ITS_OWN_LINE = lazy.compile(r"净|归母|税前|税后|\b(?:net|pre-?tax|operating|after tax)\b")

class FigureFinder:
    """Finds figures for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Tell figures from `evidence`."""
        self.evidence = evidence
        self.roles = evidence.library.roles

    def targets(self, question: Question) -> list[tuple[str, str]]:
        """Return (measure, aspect) for each measure asked for; "revenue-growth" is the growth of revenue."""
        out = []
        measures = self.evidence.library.names.measures
        for measure in question.measures:
            base = measure.removesuffix("-growth")
            if measures[measure].unit == _DATES:
                continue
            if base != measure and base in measures:
                out.append((base, "growth"))
            elif measure not in NO_MEASURE:
                out.append((measure, question.aspect))
        if not out and ("loss" in question.flags or "profit" in question.flags):
            out.append(("net-profit", question.aspect))
        if not out and qw.WITHOUT_ONE_OFFS.search(question.folded):
            out.append(("net-profit", question.aspect))
        out = out or self._aimed(question) or self._grown(question)
        if "loss" in question.flags and out and not any(m in self.roles.profits for m, _ in out) and all(m == "revenue" for m, _ in out) and not question.aspect:
            out.append(("net-profit", ""))  # 營收和虧損各多少
        if any(m in (*self.roles.profits, "revenue") for m, _ in out):  # 收入同比漲幅: that of the revenue
            grown = any(m == "price-change" for m, _ in out)
            out = [(m, a or ("growth" if grown else "")) for m, a in out if m != "price-change"]
        if _AVERAGE.search(question.folded):  # 平均一杯賣多少錢: no list price
            out = [("average-selling-price" if m == "price" else m, a) for m, a in out]
        if qw.WITHOUT_ONE_OFFS.search(question.folded):  # 扣非賺多少: by that definition alone
            out = [(self.roles.adjusted if m == "net-profit" else m, a) for m, a in out]
        return list(dict.fromkeys(out))

    def _grown(self, question: Question) -> list[tuple[str, str]]:
        """Revenue, where a question asks by how much a company grew from one year to another and says no more."""
        years = [p for p in question.periods for _ in range(_TWO if p.kind == "span" else 1) if p.kind in ("year", "span") and p.start[:4].isdigit()]
        firm = len(question.subjects) == 1 and self.evidence.library.names.entities[question.subjects[0][0]].kind == "company"
        if not firm or len(years) != _TWO or len(question.periods) > _TWO or question.aspect not in ("growth", "decline"):
            return []
        return [] if any(not n.light and not soft(n) for n in question.needs) else [("revenue", question.aspect)]

    def _aimed(self, question: Question) -> list[tuple[str, str]]:
        """The one measure of which a target was told, where a question asks for a target of a year and no measure."""
        asked = any(_TARGET.search(t) for t in (question.folded, *(n.surface for n in question.needs)))
        if not asked or len(question.subjects) != 1 or len(question.periods) != 1 or question.wants not in ("amount", ""):
            return []
        facts = [f for i in question.subjects[0] for f in self.evidence.library.archive.facts(subject=i)]
        search = self.evidence.library.search
        besides = [n for n in question.needs if not (n.light or soft(n) or _TARGET.search(n.surface))]  # 出口目標 is no target of output
        told = {
            f.measure for f in facts
            if f.basis == "forecast" and f.aspect == "value" and same_period(question.periods[0], f.period) and all(search.holds(n, f.sentence_id) >= _HELD for n in besides)
        }  # fmt: skip
        return [(measure, "") for measure in told] if len(told) == 1 else []

    def find(self, question: Question, subject: Sequence[str], measure: str, strict: bool = True) -> list[Line]:
        """Return the figures of a measure for a subject that satisfy the question, best period first."""
        changed: list[Line] = []
        expected: list[Line] = []
        for name in self.acceptable(measure, question):
            lines = self._lines(question, subject, name, strict)
            valued = [x for x in lines if x.value]
            if valued and (question.periods or any(x.value and x.value.basis == "actual" for x in valued)):
                return valued + [x for x in lines if not x.value]
            expected = expected or (valued + [x for x in lines if not x.value] if valued else [])  # what is told under a like name goes before what is only expected
            changed = changed or lines
        return expected or changed

    def _of_what_is_reported(self, line: Line, question: Question) -> bool:
        """Whether a figure told without a time is of the one year that its article reports on, and that year is asked for."""
        if line.period is not None or line.value is None or line.value.basis != "actual" or line.measure not in _FLOWS or any(p.kind != "year" for p in question.periods):
            return False
        sentence = self.evidence.sentence(line.value)
        times = self.evidence.library.times
        return not times.own(sentence, len(sentence.text)) and times.framed(sentence, question.periods, question.folded, alone=True)

    def _lines(self, question: Question, subject: Sequence[str], measure: str, strict: bool) -> list[Line]:
        facts = self.evidence.facts(subject, measure)
        if strict:
            facts = [
                f for f in facts
                if self._covers(f, question, measure)
                and not modifiers.contradicted(f, self.evidence.sentence(f).text, question.folded)
            ]  # fmt: skip
        facts = [f for f in facts if not modifiers.of_another_market(f.measure, self.evidence.sentence(f).text, question.folded)]
        if measure == "funding-amount" and "funding-amount" not in question.measures:  # asked is what shares brought in, and not a round
            facts = [f for f in facts if _OF_SHARES.search(text := fold(self.evidence.sentence(f).text)) and not ROUND.search(text)]
        groups: dict[tuple[str, str, str | None, str | None], list[StoredFact]] = {}
        for fact in facts:
            period = fact.period
            key = (fact.subject, fact.measure, period.start if period else None, period.end if period else None)
            groups.setdefault(key, []).append(fact)
        lines = [x for x in (self._line(group) for group in groups.values()) if x.value or x.changes]
        if question.periods:
            timed = [x for x in lines if any(same_period(p, x.period) or self._at_its_end(p, x, question) or _stands_then(p, x) for p in question.periods)]
            lines = timed or [x for x in lines if self._of_what_is_reported(x, question)]
        elif "quarter" in question.flags and any(x.period and x.period.kind == "quarter" for x in lines):
            lines = [x for x in lines if x.period and x.period.kind == "quarter"]
        elif "whole-year" in question.flags:
            years = [x for x in lines if x.period and x.period.kind == "year"]
            lines = years if measure == "dividend" and years else [x for x in lines if x.period is None or x.period.kind == "year"]  # a final dividend is not all of it
        lines = sorted(lines, key=(self._newest if measure in _OF_A_DAY else newest) if any(as_of(x) for x in lines) else latest)
        ahead = not question.periods and not _AHEAD.search(question.folded)
        return sorted(lines, key=self._is_to_come) if ahead else lines

    def _newest(self, line: Line) -> tuple[int, str, int]:
        """Sort prices by when they held, the latest first: those without a day, and those of days just before, by when their article came out."""
        published = self.evidence.library.articles[line.value.article_id].published if line.value else None
        told, held = day_of(published), day_of(line.period.end) if line.period else None
        if published is None or told is None or (held and not 0 <= (told - held).days <= _JUST_BEFORE):
            return newest(line)
        return (0, newest(replace(line, period=Period(published, published, "as-of")))[1], int(line.period is None))

    def _is_to_come(self, line: Line) -> bool:
        """Whether a figure is what is expected of a time that was not over when its article told it."""
        fact = line.value
        published = self.evidence.library.articles[fact.article_id].published if fact else None
        return bool(fact and fact.basis == "forecast" and line.period and published and line.period.end[:4].isdigit() and line.period.end > published)

    def _at_its_end(self, asked: Period, line: Line, question: Question) -> bool:
        """Whether a figure without a date is that of the day asked for: the last day its article reports results of."""
        if line.period is not None or line.value is None:
            return False
        if line.measure == "dividend" and asked.kind == "year":
            return self._paid_for(asked, line.value, question)
        if asked.end[-5:] != asked.start[-5:]:
            return False
        told = self.evidence.library.archive.facts(subject=line.subject)
        of_results = (f.period for f in told if f.article_id == line.value.article_id and f.basis == "actual" and f.period and f.period.kind in _REPORTED)
        return max((p.end for p in of_results if p.end[:4].isdigit()), default="")[-len(asked.end.lstrip("-")) :] == asked.end.lstrip("-")

    def _paid_for(self, asked: Period, dividend: StoredFact, question: Question) -> bool:
        """Whether a dividend without a date is that of a year: proposed in the article that reports on this year, and on none after it."""
        article = self.evidence.library.articles[dividend.article_id]
        lead = fold(self.evidence.sentence(dividend).text)[: dividend.quantity.start][-_LEAD * 2 :]
        if (part := _PART_DIVIDEND.search(lead)) and _SAME_PART[part.lastgroup or ""].search(question.folded) is None:
            return False  # a final dividend is not all that is paid for a year
        told = (f.period for f in self.evidence.library.archive.facts(subject=dividend.subject) if f.article_id == article.id and f.basis == "actual" and f.measure in ("revenue", "net-profit", "net-profit-attributable", "eps"))
        over = [p for p in told if p and p.end[:4].isdigit()]
        last = max(over, key=lambda p: (p.end, p.kind == "year"), default=None)
        return last is not None and last.kind == "year" and (last.start, last.end) == (asked.start, asked.end)

    def acceptable_of_parts(self, measure: str, question: Question) -> list[str]:
        """Return what is acceptable of a part of a firm, whose profit is told by whichever line its accounts have for it: 分部稅前溢利 for what each earned."""
        out = self.acceptable(measure, question)
        any_profit = measure == "segment-profit" or (measure == "net-profit" and "profit" in question.flags and not _ITS_OWN_LINE.search(question.folded))
        return list(dict.fromkeys((*out, *_OF_PARTS))) if any_profit else out

    def acceptable(self, measure: str, question: Question) -> list[str]:
        """Return the measure itself, then those it is the broader word for. 歸母 is never answered with 扣非."""
        out = [measure]
        if measure == "net-profit":
            out.append("net-profit-attributable")
            if self._is_loose(question):
                out.append(self.roles.adjusted)
        if measure == "adjusted-net-profit":
            out.append(self.roles.adjusted)  # told by the name it has there
        if measure in ("rd-expense", "project-investment") and question.subjects and self.evidence.library.names.entities[question.subjects[0][0]].kind == "product":
            out.append("development-cost")  # 該作的研發經費
        out += {"share-price-change": ["share-price"], "funds-raised": ["funding-amount"]}.get(measure, [])
        out += [m for group in SIBLINGS if measure in group for m in group if m != measure]
        measures = self.evidence.library.names.measures
        out += [
            m.id
            for m in measures.values()
            if m.broader == measure
            and m.id not in out
            and m.id != self.roles.adjusted
            and m.unit == measures[measure].unit
            and measure not in self.roles.profits
            and measure != "revenue"
        ]
        return out

    @staticmethod
    def _is_loose(question: Question) -> bool:
        """Whether profit or loss was asked for in everyday words, so that any profit figure answers."""
        precise = ("净利", "纯利", "net profit", "net income", "净亏", "net loss")
        return not any(w in question.folded for w in precise)

    def _covers(self, fact: StoredFact, question: Question, measure: str) -> bool:
        """Whether the sentence of a fact says everything else the question says."""
        if fact.measure == "sales-volume" and _FIRST_DAYS_ASKED.search(question.folded):
            said = fold(self.evidence.sentence(fact).text)
            until = re.search(r"[,;。]|$", said[fact.quantity.end :])
            if until and not _FIRST_DAYS.search(said, max(0, fact.quantity.start - _LEAD), fact.quantity.end + until.start()):
                return False
        needs = [
            n
            for n in question.needs
            if not (n.light or (n.verbal and not (n.beside and n.surface.isascii())) or soft(n) or self.names(n, fact.measure, measure, *question.measures))
            and (n.key or n.beside or self._told_apart(n, fact))
            and not (fact.basis == "forecast" and _AIMED_AT.search(n.surface))
        ]
        if any(asked.search(question.folded) and not told.search(fold(self.evidence.sentence(fact).text)) for asked, told in _OTHER_KINDS):
            return False
        if fact.measure == "average-selling-price":
            needs = [n for n in needs if not _AVERAGE.fullmatch(n.surface)]
        if fact.measure in _COUNTED and fact.quantity.unit in counted_in(question.folded):
            counted = " ".join(m.group() for p in (_HOW_MANY, _SUCH_OF) for m in p.finditer(question.folded))  # 幾輛電動車: what is counted is told by the counter
            needs = [n for n in needs if n.surface not in counted]
        search = self.evidence.library.search
        if any(ILLNESS.search(n.surface) and not self._article_says(n, fact) for n in question.needs):
            return False  # what a drug did against one illness is not told by a trial against another
        if any(_HOME_OR_AWAY.fullmatch(n.surface) and search.holds(n, fact.sentence_id) < _HELD for n in question.needs):
            return False  # 毛利率多少？國內的呢？, "sold abroad": that of a part is not the whole's
        return all(search.holds(n, fact.sentence_id) >= _HELD or self._this_round(n, fact) or _sold_there(n, fact) or self._first_day(n, fact) for n in needs)

    def _first_day(self, need: Need, fact: StoredFact) -> bool:
        """Whether a price is of the first day on the market that is asked for: told beside what the shares were issued at, or behind the sentence that tells of the day."""
        if fact.measure not in _OF_A_DAY or not (FIRST_DAY.search(need.surface) or (fact.measure == "market-cap" and _AT_CLOSE.search(need.surface))):
            return False
        sentence = self.evidence.sentence(fact)
        before = self.evidence.library.search.neighbour(sentence, -1)
        near = [sentence, *([before] if before is not None and before.paragraph == sentence.paragraph else [])]
        return any(ISSUED_AT.search(fold(s.text)) or FIRST_DAY.search(fold(s.text)) for s in near)

    def _this_round(self, need: Need, fact: StoredFact) -> bool:
        """Whether a fact is of a round asked for that its sentence only points at: 完成4.6億元B輪融資。…本輪投後估值約32億元."""
        if not ROUND.fullmatch(need.surface):
            return False
        sentence = self.evidence.sentence(fact)
        said = fold(sentence.text)
        lead = said[max(0, fact.quantity.start - _LEAD) : fact.quantity.start]
        if not THIS_ROUND.search(lead) and (ROUND.search(said) or fact.measure != "valuation"):
            return False
        search = self.evidence.library.search
        before = [s for n in (1, 2, 3) if (s := search.neighbour(sentence, -n))]
        named = next((s for s in before if ROUND.search(fold(s.text))), None)
        if named is None:
            return search.holds(need, sentence.id) >= _HELD or need.surface in fold(self.evidence.library.articles[fact.article_id].title)
        rounds = {m.group() for m in ROUND.finditer(fold(named.text))}
        return need.surface in rounds and len(rounds) == 1

    def _article_says(self, need: Need, fact: StoredFact) -> bool:
        """Whether the article of a fact says a word anywhere."""
        library = self.evidence.library
        said = library.archive.sentences_of_article(fact.article_id)
        return need.surface in fold(library.articles[fact.article_id].title) or any(library.search.holds(need, s.id) >= _HELD for s in said)

    def _told_apart(self, need: Need, fact: StoredFact) -> bool:
        """Whether articles use a word to tell figures apart: some sentence on the subject says it, another does not."""
        search = self.evidence.library.search
        about = self.evidence.library.archive.sentences_about(fact.subject)[:_LOOKED_AT]
        return any(search.holds(need, i) >= _HELD for i in about)

    def names(self, need: Need, *measures: str) -> bool:
        """Return whether a need is the name of one of these measures."""
        tokens = {f"m_{m.replace('-', '_')}" for m in measures}
        tokens |= {f"m_{m.replace('-', '_')}_growth" for m in measures}
        counted = () if need.surface.isascii() else self.evidence.library.names.terms(f"{need.surface}数")  # 分店 of 分店數
        return any(set(option) & tokens for option in need.options) or any(t.kind == "measure" and t.id in measures for t in counted)

    def _line(self, group: Sequence[StoredFact]) -> Line:
        group = sorted(group, key=self._standing)
        values = [f for f in group if f.aspect == "value"]
        changes: dict[tuple[str, bool], StoredFact] = {}
        best = self._finest(values)
        agreeing = {f.article_id for f in values if best and agree(f, best)}
        otherwise = {f.article_id for f in values} - agreeing  # how much another figure changed is not how much this one did
        for fact in group:
            kind = (fact.aspect, fact.quantity.unit in _RATES)  # a loss narrowed by 2.94億元, and by 42.38%
            if fact.aspect != "value" and kind not in changes and fact.article_id not in otherwise:
                changes[kind] = fact
        first = best or group[0]
        same = [f for f in group if f.aspect == "value" and best and equal(f, best)] or list(group)
        others = tuple(f for f in values if best and f.article_id == best.article_id and not agree(f, best))
        return Line(first.subject, first.measure, first.period, best, tuple(changes.values()), others, tuple(same))

    def _finest(self, values: Sequence[StoredFact]) -> StoredFact | None:
        """The first of several values, or the same printed more finely: 41.6億元 rather than 約42億元."""
        if not values:
            return None
        same = [v for v in values if v.basis == values[0].basis and agree(v, values[0]) and _alike(v.quantity.unit, values[0].quantity.unit)]
        return min(same, key=lambda v: (v.quantity.lo is None or v.quantity.hi is None, step(v.quantity)), default=values[0])

    def _standing(self, fact: StoredFact) -> tuple[bool, bool, bool, str]:
        """What is told first of one figure: whole ranges; what came before what was expected; the latest word."""
        published = self.evidence.library.articles[fact.article_id].published or ""
        told = said(self.evidence, fact)
        analyst = fact.basis == "forecast" and (bool(told.house) or is_analyst(told.text))
        half_open = fact.quantity.lo is None or fact.quantity.hi is None
        return half_open, fact.basis == "forecast", analyst, "".join(chr(255 - ord(c)) for c in published)


_A_DAY = lazy.compile(r"\d[日号]|[a-z]{3,9}\.? \d{1,2}(?!\d)|\d{1,2} [a-z]{3,9}", re.I)  # printed of a period that is counted up to it


def _alike(unit: str, other: str) -> bool:
    """Whether two units are one, or both count things, which each language calls by its own word."""
    return unit == other or not any(is_money(u) or is_change(u) for u in (unit, other))


def _stands_then(asked: Period, line: Line) -> bool:
    """Whether what stands at the end of a year is asked for, and given with that year, or as of that very day: the debt ratio at end-2025, 截至6月30日已交付.

    What stands at a day is of the year that ends on it, where the year is asked for: 2025年的客戶數.
    """
    period = line.period
    if period is not None and asked.kind in ("year", "half") and asked.end[:4].isdigit() and period.kind == "as-of":
        return period.end == asked.end and bool(_STANDS.search(line.measure))  # 2025年的存貨, told as it was at the end of 2025
    ends = period is not None and asked.start == asked.end and period.end.endswith(asked.end.lstrip("-")) and period.kind in _REPORTED  # 6月底 names no year
    return ends and line.measure != "recurring-revenue" and bool(_STANDS.search(line.measure) or (period and _A_DAY.search(period.raw)))
