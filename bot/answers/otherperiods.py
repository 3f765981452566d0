"""A period's figure from those of other periods: the year before by the change, the second half as year less first.

Only what is not printed is worked out, and only what flows: the sizes of two moments do not add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import Line
from bot.answers.workings import Worked, Workings
from bot.disagreement import is_analyst
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Period

# What is at one moment, or of one piece: the figures of two quarters do not add up to a half.
_NO_FLOW = lazy.compile(
    r"price|cap$|valuation|eps|per-share|assets|liabilit|cash$|inventory|receivable|payable|goodwill|capital|loans|deposits|"
    r"users|mau|dau|employees|staff|customers|stores|capacity|developers|subscribers|margin|rate|ratio|share|arpu|order-value|salary|population|backlog|countries|patents"
)


_WAY = lazy.compile(r"(?:用|拿|以|按|由)[^,?]{1,14}(?:减去?|扣除?|减掉)[^,?]{1,12}|\b(?:by )?subtracting [^,?]{2,40} from [^,?]{2,40}|\b[^,?]{2,24} minus [^,?]{2,24}")


class OtherPeriods:
    """Works out what one period's figure is from others of the same subject and measure."""

    def __init__(self, finder: Figures, workings: Workings) -> None:
        """Find figures with `finder`, and show sums with `workings`."""
        self._figures = finder
        self._workings = workings

    def parts(self, question: Question, measure: str) -> Answer | None:
        """Answer for a stretch from others: the second half is the year less the first, a half two quarters."""
        wanted = self._wanted(question, measure)
        if wanted is None or (question.aspect and not _WAY.search(question.folded)) or _NO_FLOW.search(measure):
            return None
        period, plain = wanted
        names = self._figures.acceptable(measure, question)
        loose = [n for n in names if n in ("net-profit", "net-profit-attributable")]
        for several in [[n] for n in names] + [loose]:  # one article's "profit" may be the other's too
            given: dict[tuple[str, str], Line] = {}
            for name in several:
                for x in self._figures.find(plain, question.subjects[0], name, strict=self._strict(question, name)):
                    if x.measure == name and x.value and x.period:
                        given.setdefault((x.period.start, x.period.end), x)
            way = arithmetic.parts(period, [x.period for x in given.values() if x.period])
            lines = [given[p.start, p.end] for _, p in way]
            sources = {x.value.article_id for x in lines if x.value}
            if (len(several) > 1 and len(sources) > 1) or self._guessed(question, lines):
                continue
            if len(way) > 1 and (worked := self._workings.summed(lines, [sign for sign, _ in way])):
                return self._workings.tell(lines[0], period, worked, lines)
        return None

    def _guessed(self, question: Question, lines: Sequence[Line]) -> bool:
        """Whether what is left of a stranger's estimate would be told for a figure: what analysts expect less what was, unasked."""
        sentence = self._workings.evidence.sentence
        forecast = [x.value for x in lines if x.value and x.value.basis == "forecast"]
        return "implied" not in question.flags and len(forecast) < len(lines) and any(is_analyst(sentence(f).text) for f in forecast)

    def before(self, question: Question, measure: str) -> Answer | None:
        """Answer with the value before, from this one and how it changed: last year's, or the month or quarter before."""
        if question.aspect and "implied" not in question.flags:
            return None
        wanted = self._wanted(question, measure)
        if wanted is None:
            return None
        period, plain = wanted
        nexts = [(arithmetic.shift(period, 1), ""), (arithmetic.after(period), "-qoq")]
        for later, kind in nexts:
            if later is None:
                continue
            asked = replace(plain, periods=(later,))
            for line in self._figures.find(asked, question.subjects[0], measure, self._strict(question, measure)):
                worked = self._undone(line, kind)
                if worked:
                    return self._workings.tell(line, period, worked, [line])
        return None

    def _wanted(self, question: Question, measure: str) -> tuple[Period, Question] | None:
        """The one period asked for that has no figure, and the question without its periods."""
        if len(question.subjects) != 1 or len(question.periods) > 3:
            return None
        plain = replace(question, periods=(), flags=question.flags - {"whole-year"})
        if len(question.periods) == 1 and "year-before" in question.flags and qw.asks_before(question.folded):
            return self._year_earlier(replace(plain, periods=question.periods), measure)  # 第三季淨利多少,去年同期呢
        if not question.periods:
            earlier = "year-before" in question.flags and ("implied" in question.flags or qw.asks_before(question.folded))
            return self._year_earlier(plain, measure) if earlier else None
        given = [
            x for x in self._figures.find(plain, question.subjects[0], measure, strict=False) if x.value and x.period
        ]
        years = sorted({x.period.start[:4] for x in given if x.period and x.period.start[:4].isdigit()}, reverse=True)
        said = _without_way(list(question.periods), question.folded)
        whole = [p for p in said if p.kind == "year"]
        if len(said) == 2 and len(whole) == 1 and any(p.start.startswith("--") for p in said):
            years, said = [whole[0].start[:4]], [p for p in said if p not in whole]  # 2025年…上半年
        out = []
        for asked in said:
            period = _dated(asked, years[0]) if years else asked
            there = any(x.period and (x.period.start, x.period.end) == (period.start, period.end) for x in given)
            if not there and period.start[:4].isdigit():
                out.append(period)
        return (out[0], plain) if len(out) == 1 else None

    def _year_earlier(self, plain: Question, measure: str) -> tuple[Period, Question] | None:
        """The same stretch a year before the figure told first: 上年同期, by its change."""
        strict = "implied" not in plain.flags  # of what the sentence says besides: a part is not the whole
        now = next((x for x in self._figures.find(plain, plain.subjects[0], measure, strict) if x.value), None)
        if now is None or now.period is None or not now.period.start[:4].isdigit():
            return None
        before = arithmetic.shift(now.period, -1)
        return None if self._workings.one(plain, measure, before) else (before, replace(plain, periods=(), needs=()))

    def _strict(self, question: Question, measure: str) -> bool:
        """Whether the sentences of the inputs must say what else is asked: a part is not worked out from the whole."""
        others = [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, measure)]
        return bool(others) and not question.flags & {"implied", "sum"}

    def _undone(self, line: Line, kind: str) -> Worked | None:
        """What a figure was before it changed, where it says by how much; `kind` is "" or "-qoq"."""
        now = arithmetic.ends(line.value.quantity) if line.value else None
        if line.value is None or now is None:
            return None
        by = {(c.aspect, c.quantity.unit): c for c in line.changes}
        for aspect, sign in (("increase", 1), ("decrease", -1), ("narrowing", 1), ("widening", -1)):
            change = by.get((aspect + kind, line.value.quantity.unit))
            moved = arithmetic.ends(change.quantity) if change else None
            if change and moved:
                pairs = list(zip(now, reversed(moved) if aspect in ("narrowing", "widening") else moved, strict=True))
                inputs = [line.value.quantity, change.quantity]
                ends = sorted(arithmetic.to_step(a - sign * b, inputs) for a, b in pairs)
                shown = " / ".join(
                    self._signed(a, -sign * b, line.value.quantity.unit) for a, b in dict.fromkeys(pairs)
                )
                return Worked((ends[0], ends[-1]), line.value.quantity.unit, shown)
        for aspect, sign in (("growth", 1), ("decline", -1), ("narrowing", -1), ("widening", 1)):
            change = by.get((aspect + kind, "%"))
            rate = arithmetic.ends(change.quantity) if change else None
            if change is None or rate is None or (aspect in ("growth", "decline") and now[0] <= 0):
                continue
            factors = [1 + sign * r / 100 for r in rate]
            if any(f <= 0 for f in factors):
                continue
            # Low goes with low: a smaller loss with a bigger narrowing, a smaller value with a bigger fall.
            pairs = list(zip((now[1], now[0]) if aspect in ("decline", "widening") else now, factors, strict=True))
            ends = sorted(arithmetic.like(a / f, line.value.quantity) for a, f in pairs)
            shown = " / ".join(
                f"{self._workings.amount(a, line.value.quantity.unit)} ÷ {figures.plain(f.quantize(Decimal('0.0001')))}"
                for a, f in dict.fromkeys(pairs)
            )
            return Worked((ends[0], ends[-1]), line.value.quantity.unit, shown)
        return None

    def _signed(self, value: Decimal, moved: Decimal, unit: str) -> str:
        return f"{self._workings.amount(value, unit)} {'−' if moved < 0 else '+'} {self._workings.amount(abs(moved), unit)}"


def _without_way(said: list[Period], folded: str) -> list[Period]:
    """The periods asked for, without those that a question only says to work with: 用上半年減第二季,第一季營收是多少."""
    way = _WAY.search(folded)
    if way is None or len(said) < 3:
        return said
    named = [p for p in said if p.raw and p.raw not in way.group()]
    return named if len(named) == 1 else said


def _dated(period: Period, year: str) -> Period:
    """A period asked for without its year, of the year given."""
    if not period.start.startswith("--"):
        return period
    return Period(f"{year}-{period.start[2:]}", f"{year}-{period.end[2:]}", period.kind, period.raw)
