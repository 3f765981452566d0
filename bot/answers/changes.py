"""A change asked for as an amount: 比前一年多了多少錢, "how much less than it had forecast, in money".

Against the period before it is told as printed, else as one figure less the other; against the forecast it is
what was reported less the end of the range that is asked about.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import signed
from bot.answers.figures import Figures
from bot.answers.lines import Line
from bot.answers.results import DIFFERENCE
from bot.answers.workings import Workings
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredFact

# Folded. By how much, where an amount is meant and no percentage.
_AMOUNT = lazy.compile(
    r"(?:比|较)[^,?]{2,12}[多少]了?(?:出)?(?:多少|几)(?=[?。]|$)|(?:每股|每10股)[^,。?]{0,8}[多少高低]了?(?:多少|几)|(?:[多少高低]|增加|减少|涨|掉|差)[了出]?(?:来)?(?:多少|几)(?:钱|[万亿千百]|美?元|港元|块|[家间名位人台辆架艘座款项份颗片套只头户个](?!百分点|点|月))|多(?:赚|亏|卖|收|花|赔)了?(?:多少|几)|少(?:赚|亏|卖|收|花|赔)了?(?:多少|几)|"
    r"\bby how (?:much|many)\b.*\bin (?:money|cash|dollar|yuan|rmb|absolute|hk|us)\b|\bhow much (?:more|less)\b|\bhow many (?:more|fewer)\b|\b(?:change|increase|decrease|rise|fall)d?\b.*\bin money terms\b"
)
# What it was against a forecast: 比預告少, "short of its guidance".
_AGAINST = lazy.compile(
    r"(?:比|较|跟|与|和|同)[^,。?]{0,12}?(?:预告|指引|预测|预估)|(?:预告|指引|预测|预估|预期|(?:年初|当初|一开始|最初|原先|原本)(?:所)?(?:说|讲|喊|给|报)(?:出|过)?的)[^,。?]{0,8}?(?:和|跟|与|同|比)[^,。?]{0,8}?(?:年报|财报|实际|最后|最终|真正)|\b(?:than|below|above|short of|against|versus|vs\.?|from|beat|miss(?:ed)?|undershot|exceed(?:ed)?)\b.{0,40}\b(?:forecast|guidance|guided|projected|outlook)\b|"
    r"(?:forecast|guidance)s? by how"
)
_HOW_FAR = lazy.compile(rf"{DIFFERENCE.pattern}|\bhow far\b|[多少高低差]多少|\bby how\b|\bhow much\b")
_BEFORE = lazy.compile(r"前一年|上年|去年|上一年|一年前|前年|同期|一年|\byear (?:before|earlier|ago)\b|\b(?:last|previous|prior) year\b|\bthan (?:in )?(?:19|20)\d\d\b")
_LOW = lazy.compile(r"下限|低端|下沿|最低|\b(?:low|lower|bottom)(?: end)?\b|\bfloor\b|\bminimum\b")
_HIGH = lazy.compile(r"上限|高端|上沿|最高|\b(?:high|upper|top)(?: end)?\b|\bceiling\b|\bmaximum\b")


class Changes:
    """Tells by how much a figure changed, or fell short of what was forecast."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Find figures with `finder`."""
        self.evidence = evidence
        self._figures = finder
        self._workings = Workings(evidence, finder)

    def answer(self, question: Question) -> Answer | None:
        """Answer by how much, as an amount, or return None where that is not asked or not known."""
        if len(question.subjects) != 1 or question.kind in ("person", "definition", "timeline"):
            return None
        targets = self._figures.targets(question)
        if len(targets) != 1:
            return None
        measure = targets[0][0]
        if question.statement.basis in ("both", "forecast") and _AGAINST.search(question.folded) and _HOW_FAR.search(question.folded):
            return self._against_forecast(question, measure)
        if _AMOUNT.search(question.folded) and _BEFORE.search(question.folded):
            return self._against_before(question, measure)
        return None

    # ------------------------------------------------------------ against the year before
    def _against_before(self, question: Question, measure: str) -> Answer | None:
        period = [p for p in question.periods if p.kind != "relative"]
        asked = replace(question, aspect="", periods=tuple(period[:1]), needs=tuple(n for n in question.needs if n.beside or n.key))
        for line in self._figures.find(asked, question.subjects[0], measure):
            told = [c for c in line.changes if c.aspect in ("increase", "decrease")]
            if line.value is None and not told:
                continue
            if told:
                return self._figures.compose(question, [line])
            if line.period is None or not line.period.start[:4].isdigit():
                continue
            before = self._workings.one(asked, line.measure, arithmetic.shift(line.period, -1))
            if before is not None and before.measure == line.measure:
                return self._less(line, before)
            if worked := self._by_rate(line):
                return worked
        return None

    def _by_rate(self, line: Line) -> Answer | None:
        """How much a figure rose or fell, from it and from the rate at which it did."""
        rates = [c for c in line.changes if c.aspect in ("growth", "decline") and c.quantity.unit == "%"]
        ends = arithmetic.ends(line.value.quantity) if line.value else None
        rate = arithmetic.ends(rates[0].quantity) if len(rates) == 1 else None
        if line.value is None or ends is None or rate is None or ends[0] != ends[1] or rate[0] != rate[1] or ends[0] <= 0:
            return None
        times = 1 + rate[0] / 100 * (1 if rates[0].aspect == "growth" else -1)
        if times <= 0:
            return None
        gap = arithmetic.to_digits(abs(ends[0] - ends[0] / times), min(3, arithmetic.digits(line.value.quantity)))
        words = self.evidence.words
        value = figures.computed(arithmetic.quantity((gap, gap), line.value.quantity.unit), self.evidence.lang)
        shown, percent = self._workings.shown(line), figures.show(rates[0].quantity, self.evidence.lang)
        sign = "+" if rates[0].aspect == "growth" else "−"
        less = f"{shown} − {shown} ÷ (1 {sign} {percent})" if sign == "+" else f"{shown} ÷ (1 {sign} {percent}) − {shown}"
        return self._workings.answer(f"{words.difference.format(value=value)} (= {less}){words.stop}", [line])

    def _less(self, line: Line, before: Line) -> Answer | None:
        """One figure less the other, as it is asked: only figures that are no ranges tell it."""
        pair = self._workings.ends([line, before])
        if pair is None:
            return None
        (now, unit), (then, _) = pair
        values = [x.value.quantity for x in (line, before) if x.value]
        low, high = (arithmetic.to_step(v, values) for v in (now[0] - then[1], now[1] - then[0]))
        if low < 0 < high:
            return None
        more, less = (line, before) if low >= 0 else (before, line)
        ends = (low, high) if low >= 0 else (-high, -low)
        value = figures.computed(arithmetic.quantity(ends, unit), self.evidence.lang)
        words = self.evidence.words
        text = words.difference.format(value=value)
        sum_ = " − ".join(signed(x.value.quantity, self._workings.shown(x)) for x in (more, less) if x.value)
        return self._workings.answer(f"{text} (= {sum_}){words.stop}", [line, before])

    # ------------------------------------------------------------ against the forecast
    def _against_forecast(self, question: Question, measure: str) -> Answer | None:
        found = self._versions(question, measure)
        if found is None:
            return None
        actual, forecast = found
        if actual.value is None or forecast.value is None:
            return None
        end = self._end(question, actual.value, forecast.value)
        real = arithmetic.ends(actual.value.quantity)
        if end is None or real is None or real[0] != real[1]:
            return None
        inputs = [actual.value.quantity, forecast.value.quantity]
        gap = arithmetic.to_step(abs(real[0] - end), inputs)
        words, unit = self.evidence.words, actual.value.quantity.unit
        value = figures.computed(arithmetic.quantity((gap, gap), unit), self.evidence.lang)
        terms = sorted((real[0], end), reverse=True, key=abs)
        sum_ = " − ".join(figures.computed(arithmetic.quantity((abs(t), abs(t)), unit), self.evidence.lang) for t in terms)
        return self._workings.answer(f"{words.difference.format(value=value)} (= {sum_}){words.stop}", [actual, forecast])

    def _end(self, question: Question, actual: StoredFact, forecast: StoredFact) -> Decimal | None:
        """The end of the forecast that is asked about: the one named, else the nearer where the figure is outside."""
        ends = arithmetic.ends(forecast.quantity)
        real = arithmetic.ends(actual.quantity)
        if ends is None or real is None or actual.quantity.unit != forecast.quantity.unit:
            return None
        smaller, larger = sorted(ends, key=abs)  # of a loss the lower end is the smaller loss
        if _LOW.search(question.folded):
            return smaller
        if _HIGH.search(question.folded):
            return larger
        if ends[0] == ends[1]:
            return ends[0]
        return None if ends[0] <= real[0] <= ends[1] else min(ends, key=lambda e: abs(e - real[0]))

    def _versions(self, question: Question, measure: str) -> tuple[Line, Line] | None:
        """What was reported and what was forecast of the same period; a report may leave its period unsaid."""
        for name in self._figures.acceptable(measure, question)[:2]:
            facts = [f for f in self.evidence.every_fact(question.subjects[0], name) if f.aspect == "value"]
            for forecast in (f for f in facts if f.basis == "forecast" and f.period and _of(question, f)):
                for actual in (f for f in facts if f.basis == "actual" and f.article_id != forecast.article_id):
                    if actual.period in (forecast.period, None) and self._after(actual, forecast):
                        period = forecast.period
                        return (
                            Line(actual.subject, name, period, replace(actual, period=period), (), (), (actual,)),
                            Line(forecast.subject, name, period, forecast, (), (), (forecast,)),
                        )
        return None

    def _after(self, actual: StoredFact, forecast: StoredFact) -> bool:
        articles = self.evidence.library.articles
        a, b = articles[actual.article_id].published, articles[forecast.article_id].published
        return actual.period is not None or bool(a and b and a > b)


def _of(question: Question, fact: StoredFact) -> bool:
    return not question.periods or any(p == fact.period for p in question.periods)


