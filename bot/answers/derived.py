"""Arithmetic: what follows from stated figures, with the sum shown and its inputs cited.

The value before from this one and the change; a part of a year from its other parts; growth, differences,
shares, multiples, sums and compound growth of what is printed. Only figures of one unit meet. Ranges are
carried through, results are no finer than their inputs (`bot.arithmetic`) and marked as worked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.figures import Figures, Line, describe, soft
from bot.answers.results import COUNTS, DIFFERENCE, SHARE, SOME_YEARS
from bot.answers.spans import Spans
from bot.arithmetic import Ends
from bot.evidence import Evidence
from bot.question import Question
from kb.model import Period, Quantity
from kb.rows import StoredFact

Members = Callable[[Question, set[str]], set[str] | None]
_WITHOUT = re.compile(
    r"扣掉|扣除|减去|除去|剔除|不算|不含|不包括|以外|之外|撇除|\b(?:excluding|other than|apart from|without|minus|net of|except|was not|is not|were not|wasn't|isn't)\b"
)
# What is at one moment, or of one piece: the figures of two quarters do not add up to a half.
_NO_FLOW = re.compile(
    r"price|cap$|valuation|eps|per-share|assets|liabilit|cash$|inventory|receivable|payable|goodwill|capital|loans|deposits|"
    r"users|mau|dau|employees|staff|customers|stores|capacity|developers|subscribers|margin|rate|ratio|share|arpu|salary|population|backlog|countries|patents"
)


# Rates by the two figures they are made of.
_RATES = {
    "rd-ratio": ("rd-expense", "revenue"), "gross-margin": ("gross-profit", "revenue"), "net-margin": ("net-profit", "revenue"),
    "operating-margin": ("operating-profit", "revenue"), "debt-ratio": ("total-liabilities", "total-assets"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """What came of a sum: the (low, high), rounded, its unit, and the sum as shown."""

    ends: Ends
    unit: str
    shown: str


class Derived:
    """Works out what is not printed."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, members: Members) -> None:
        """Take what finds figures, dates, and the members of a group named in a question."""
        self.evidence = evidence
        self._figures = finder
        self._members = members
        self._spans = Spans(evidence, dates)

    def asked(self, question: Question) -> Answer | None:
        """Answer where the question itself asks for arithmetic, which then goes before what is printed."""
        said = question.folded
        flags = question.flags & {"sum", "ratio", "implied", "cagr"}
        if flags or question.wants in ("duration", "age") or self._spans.asked(question) or any(p.search(said) for p in (DIFFERENCE, _WITHOUT, SHARE)):
            return self.answer(question)
        return None

    def age(self, question: Question) -> Answer | None:
        """Answer how old somebody was in a year or when something happened."""
        return self._spans.answer(question) if question.wants == "age" else None

    def answer(self, question: Question) -> Answer | None:
        """Answer with arithmetic where the question asks for it or where nothing is printed."""
        if question.kind in ("person", "definition", "passage", "timeline"):
            return None
        targets = self._figures.targets(question)
        if not targets:
            return self._spans.answer(question)
        rules = (
            self._cagr, self._without, self._share, self._rate, self._ratio, self._sum, self._growth, self._difference, self._parts,
            self._before, self._total,
        )  # fmt: skip
        for measure, _ in targets:
            for rule in rules:
                answer = rule(question, measure)
                if answer:
                    return answer
        return None

    # ------------------------------------------------------------ one period from others
    def _wanted(self, question: Question, measure: str) -> tuple[Period, Question] | None:
        """The one period asked for that has no figure, and the question without its periods."""
        if len(question.subjects) != 1 or len(question.periods) > 3:
            return None
        plain = replace(question, periods=(), flags=question.flags - {"whole-year"})
        if not question.periods:
            return self._year_earlier(plain, measure) if {"implied", "year-before"} <= question.flags else None
        given = [x for x in self._figures.find(plain, question.subjects[0], measure, strict=False) if x.value and x.period]
        years = sorted({x.period.start[:4] for x in given if x.period and x.period.start[:4].isdigit()}, reverse=True)
        said = list(question.periods)
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
        now = next((x for x in self._figures.find(plain, plain.subjects[0], measure, strict=False) if x.value), None)
        if now is None or now.period is None or not now.period.start[:4].isdigit():
            return None
        before = arithmetic.shift(now.period, -1)
        return None if self._one(plain, measure, before) else (before, replace(plain, needs=()))

    def _parts(self, question: Question, measure: str) -> Answer | None:
        """A stretch from others: the second half is the year less the first, a half two quarters."""
        wanted = self._wanted(question, measure)
        if wanted is None or question.aspect or _NO_FLOW.search(measure):
            return None
        period, plain = wanted
        names = self._figures.acceptable(measure, question)
        loose = [n for n in names if n in ("net-profit", "net-profit-attributable")]
        for several in ([[n] for n in names] + [loose]):  # one article's "profit" may be the other's too
            given: dict[tuple[str, str], Line] = {}
            for name in several:
                for x in self._figures.find(plain, question.subjects[0], name, strict=self._strict(question, name)):
                    if x.measure == name and x.value and x.period:
                        given.setdefault((x.period.start, x.period.end), x)
            way = arithmetic.parts(period, [x.period for x in given.values() if x.period])
            lines = [given[p.start, p.end] for _, p in way]
            sources = {x.value.article_id for x in lines if x.value}
            if len(several) > 1 and len(sources) > 1:
                continue
            if len(way) > 1 and (worked := self._summed(lines, [sign for sign, _ in way])):
                return self._tell(lines[0], period, worked, lines)
        return None

    def _strict(self, question: Question, measure: str) -> bool:
        """Whether the sentences of the inputs must say what else is asked: a part is not worked out from the whole."""
        others = [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, measure)]
        return bool(others) and not question.flags & {"implied", "sum"}

    def _before(self, question: Question, measure: str) -> Answer | None:
        """The value before, from this one and how it changed: last year's, or the month or quarter before."""
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
                    return self._tell(line, period, worked, [line])
        return None

    def _undone(self, line: Line, kind: str) -> Sum | None:
        """What a figure was before it changed, where it says by how much; `kind` is "" or "-qoq"."""
        now = arithmetic.ends(line.value.quantity) if line.value else None
        if line.value is None or now is None:
            return None
        by = {c.aspect: c for c in line.changes}
        for aspect, sign in (("increase", 1), ("decrease", -1), ("narrowing", 1), ("widening", -1)):
            change = by.get(aspect + kind)
            moved = arithmetic.ends(change.quantity) if change and change.quantity.unit == line.value.quantity.unit else None
            if change and moved:
                pairs = list(zip(now, reversed(moved) if aspect in ("narrowing", "widening") else moved, strict=True))
                inputs = [line.value.quantity, change.quantity]
                ends = sorted(arithmetic.to_step(a - sign * b, inputs) for a, b in pairs)
                shown = " / ".join(self._signed(a, -sign * b, line.value.quantity.unit) for a, b in dict.fromkeys(pairs))
                return Sum((ends[0], ends[-1]), line.value.quantity.unit, shown)
        for aspect, sign in (("growth", 1), ("decline", -1), ("narrowing", -1), ("widening", 1)):
            change = by.get(aspect + kind)
            rate = arithmetic.ends(change.quantity) if change and change.quantity.unit == "%" else None
            if change is None or rate is None or (aspect in ("growth", "decline") and now[0] <= 0):
                continue
            factors = [1 + sign * r / 100 for r in rate]
            if any(f <= 0 for f in factors):
                continue
            # Low goes with low: a smaller loss with a bigger narrowing, a smaller value with a bigger fall.
            pairs = list(zip((now[1], now[0]) if aspect in ("decline", "widening") else now, factors, strict=True))
            ends = sorted(arithmetic.like(a / f, line.value.quantity) for a, f in pairs)
            shown = " / ".join(
                f"{self._amount(a, line.value.quantity.unit)} ÷ {figures.plain(f.quantize(Decimal('0.0001')))}"
                for a, f in dict.fromkeys(pairs)
            )
            return Sum((ends[0], ends[-1]), line.value.quantity.unit, shown)
        return None

    # ------------------------------------------------------------ two figures
    def _two(self, question: Question, measure: str) -> list[Line] | None:
        """The two figures a question sets against each other, in the order asked: of two subjects, or of two years."""
        asked = replace(question, aspect="")
        if len(question.subjects) == 2 and len(question.periods) < 2:
            lines = [self._best(asked, s, measure) for s in question.subjects]
            pair = [x for x in lines if x]
            alike = len({(x.period.start, x.period.end) for x in pair if x.period}) <= 1
            return pair if len(pair) == 2 and alike else None
        years = sorted(_years(question.periods), key=lambda p: p.start, reverse=True)
        if len(question.subjects) != 1:
            return None
        if len(years) == 1 and years[0].start[:4].isdigit():
            years.append(arithmetic.shift(years[0], -1))
        pair = [x for x in (self._one(asked, measure, p) for p in years) if x]
        return pair if len(years) == 2 == len(pair) else None

    def _growth(self, question: Question, measure: str) -> Answer | None:
        """By how many per cent a figure grew or fell, from two that are printed."""
        if question.aspect not in ("growth", "decline") or len(question.subjects) != 1:
            return None
        lines = self._two(question if question.periods else self._latest(question, measure), measure)
        pair = self._ends(lines)
        if lines is None or pair is None:
            return None
        (now, unit), (before, _) = pair
        if unit in ("%", "pp"):
            return self._differ(lines)
        grown = arithmetic.growth(now, before)
        if grown is None:
            return None
        count = min(arithmetic.digits(x.value.quantity) for x in lines if x.value)
        low, high = (arithmetic.to_digits(g, count) for g in grown)
        fell = high < 0
        value = figures.computed(_quantity((-high, -low) if fell else (low, high), "%"), self.evidence.lang)
        words = self.evidence.words
        a, b = (self._shown(x) for x in lines)
        line = words.grown_between if not fell else words.fallen_between
        text = line.format(value=value, **self._slots(lines[0], lines[0].period))
        return self._answer(f"{text} (= {a} ÷ {b} − 1){words.stop}", lines)

    def _latest(self, question: Question, measure: str) -> Question:
        """The question of the latest whole year that has a figure, where it names none."""
        years = [
            x.period for x in self._figures.find(replace(question, aspect=""), question.subjects[0], measure, strict=False)
            if x.value and x.period and x.period.kind == "year"
        ]  # fmt: skip
        return replace(question, periods=(max(years, key=lambda p: p.start),)) if years else question

    def _difference(self, question: Question, measure: str) -> Answer | None:
        """How much more one is than the other."""
        if not DIFFERENCE.search(question.folded):
            return None
        if question.aspect and len(question.subjects) != 1:
            return None
        lines = self._two(question, measure)
        if lines and len(question.subjects) == 1 and len(question.periods) < 2 and lines[0].changes:
            return None  # by how much it changed is printed
        return self._differ(lines) if lines else None

    def _differ(self, lines: Sequence[Line]) -> Answer | None:
        pair = self._ends(lines)
        if pair is None:
            return None
        (a, unit), (b, _) = pair
        quantities = [x.value.quantity for x in lines if x.value]
        low, high = (arithmetic.to_step(v, quantities) for v in (a[0] - b[1], a[1] - b[0]))
        if low < 0 < high:
            return None  # which is more cannot be told
        more, less = (lines[0], lines[1]) if low >= 0 else (lines[1], lines[0])
        ends = (low, high) if low >= 0 else (-high, -low)
        words = self.evidence.words
        value = figures.computed(_quantity(ends, "pp" if unit == "%" else unit), self.evidence.lang)
        text = words.difference.format(value=value)
        return self._answer(f"{text} (= {self._shown(more)} − {self._shown(less)}){words.stop}", lines)

    def _pair(self, question: Question, measure: str) -> list[Line] | None:
        """Two measures of one subject and period, in the order asked: 研發費用佔營收, 營收扣掉服務收入."""
        measures = list(dict.fromkeys(m.removesuffix("-share") for m, _ in self._figures.targets(question)))
        others = [m for m in measures if m != measure]
        if len(question.subjects) != 1 or len(others) != 1 or measure != measures[0]:
            return None
        if any(self.evidence.facts(question.subjects[0], m) for m, _ in self._figures.targets(question) if m not in measures):
            return None  # the share itself is printed
        asked = replace(question, needs=(), aspect="")
        for first in self._figures.find(asked, question.subjects[0], measure, strict=False):
            if not first.value or not first.period:
                continue
            same = replace(asked, periods=(first.period,))
            found = self._figures.find(same, question.subjects[0], others[0], strict=False)
            second = next((x for x in found if x.value and x.value.quantity.unit == first.value.quantity.unit), None)
            if second:
                return [first, second]
        return None

    def _without(self, question: Question, measure: str) -> Answer | None:
        """What is left of one figure without another that is part of it."""
        if not _WITHOUT.search(question.folded):
            return None
        lines = self._pair(question, measure)
        return self._differ(lines) if lines else None

    def _share(self, question: Question, measure: str) -> Answer | None:
        """What one figure is as a share of another of the same company and time."""
        if not SHARE.search(question.folded):
            return None
        lines = self._pair(question, measure)
        return self._part_of(lines) if lines else None

    def _rate(self, question: Question, measure: str) -> Answer | None:
        """A rate that no article prints, from the two figures it is made of: R&D over revenue."""
        made_of = _RATES.get(measure)
        if made_of is None or question.aspect or len(question.subjects) != 1 or len(question.periods) > 1:
            return None
        if self.evidence.facts(question.subjects[0], measure):
            return None
        needs = tuple(n for n in question.needs if not self._figures.names(n, measure))
        asked = replace(question, needs=needs)
        for part in self._figures.find(asked, question.subjects[0], made_of[0]):
            if part.value and part.period:
                whole = self._one(question, made_of[1], part.period)
                if whole:
                    return self._part_of([part, whole])
        return None

    def _part_of(self, lines: list[Line]) -> Answer | None:
        """Tell one figure as a share of the other, the smaller of the larger."""
        pair = self._ends(lines)
        if pair is None:
            return None
        (a, _), (b, _) = pair
        if a[0] > b[0]:
            lines, a, b = lines[::-1], b, a
        part = arithmetic.quotient(a, b)
        if part is None or part[1] > 1:
            return None
        count = min(arithmetic.digits(x.value.quantity) for x in lines if x.value)
        low, high = (arithmetic.to_digits(p * 100, count) for p in part)
        words = self.evidence.words
        value = figures.computed(_quantity((low, high), "%"), self.evidence.lang)
        text = words.share.format(value=value, whole=self.evidence.label(lines[1].measure), **self._slots(lines[0], lines[0].period))
        return self._answer(f"{text} (= {self._shown(lines[0])} ÷ {self._shown(lines[1])}){words.stop}", lines)

    def _ratio(self, question: Question, measure: str) -> Answer | None:
        if "ratio" not in question.flags:
            return None
        lines = self._two(question, measure)
        pair = self._ends(lines)
        times = arithmetic.quotient(pair[0][0], pair[1][0]) if pair else None
        if lines is None or times is None:
            return None
        low, high = (t.quantize(Decimal("0.01")) for t in times)
        words = self.evidence.words
        shown = figures.plain(low) if low == high else f"{figures.plain(low)}–{figures.plain(high)}"
        sum_ = " ÷ ".join(self._shown(x) for x in lines)
        return self._answer(f"{words.ratio.format(value=shown)} (= {sum_}){words.stop}", lines)

    def _cagr(self, question: Question, measure: str) -> Answer | None:
        """A compound growth rate: as printed, or from the first and the last year asked for."""
        if "cagr" not in question.flags or len(question.subjects) != 1:
            return None
        base = measure.removesuffix("-cagr")
        found = [f for f in self.evidence.facts(question.subjects[0], base) if f.aspect == "cagr"]
        words, evidence = self.evidence.words, self.evidence
        if found:
            text = words.only_change.format(
                subject=evidence.name(found[0].subject), subject_of=evidence.possessive(found[0].subject), period="",
                measure=evidence.label(base),
                change=words.growth["cagr"].format(value=figures.show(found[0].quantity, evidence.lang)),
            )  # fmt: skip
            return Answer(
                True, evidence.lang, "fact", (" ".join(text.split()) + words.stop,),
                sources=evidence.sources([evidence.sentence(found[0])]), facts=(describe(found[0]),),
            )  # fmt: skip
        years = sorted(_years(question.periods), key=lambda p: p.start)
        if len(years) < 2:
            return None
        lines = [x for x in (self._one(question, base, p) for p in (years[-1], years[0])) if x]
        pair = self._ends(lines)
        count = int(years[-1].start[:4]) - int(years[0].start[:4])
        rate = arithmetic.yearly(pair[0][0], pair[1][0], count) if pair else None
        if rate is None:
            return None
        few = min(arithmetic.digits(x.value.quantity) for x in lines if x.value)
        value = figures.computed(_quantity(tuple(arithmetic.to_digits(r, few) for r in rate), "%"), evidence.lang)  # type: ignore[arg-type]
        span = Period(years[0].start, years[-1].end, "span", "")
        text = words.only_change.format(change=words.growth["cagr"].format(value=value), **self._slots(lines[0], span))
        root = f"({self._shown(lines[0])} ÷ {self._shown(lines[1])})^(1/{count}) − 1"
        return self._answer(f"{' '.join(text.split())} (= {root}){words.stop}", lines)

    # ------------------------------------------------------------ sums
    def _sum(self, question: Question, measure: str) -> Answer | None:
        if "sum" not in question.flags or question.aspect == "growth":
            return None
        if len(question.subjects) == 1:
            years = _years(question.periods) or self._last_years(question, measure)
            lines = [self._one(question, measure, p) for p in years]
            if len(years) < 2 or not all(lines):
                return None
        elif len(question.subjects) > 1:
            lines = [self._best(question, s, measure) for s in question.subjects]
        else:
            return None
        return self._added([x for x in lines if x], len(lines))

    def _last_years(self, question: Question, measure: str) -> list[Period]:
        """The so many whole years running that a question counts without naming them, the last that have figures."""
        told = SOME_YEARS.search(question.folded)
        given = self._figures.find(replace(question, needs=()), question.subjects[0], measure, strict=False) if told else []
        years = sorted({x.period for x in given if x.value and x.value.basis == "actual" and x.period and x.period.kind == "year"})
        count = COUNTS[told[1]] if told else 0
        last = years[-count:] if count else []
        running = len(last) == count and all(arithmetic.shift(a, 1) == b for a, b in pairwise(last))
        return last if running else []

    def _total(self, question: Question, measure: str) -> Answer | None:
        """The sum over a group: all companies of one article's list that give the figure."""
        if "sum" not in question.flags or question.subjects:
            return None
        facts = [f for f in self.evidence.all_facts(measure) if f.aspect == "value"]
        subjects = list(dict.fromkeys(f.subject for f in facts))
        members = self._members(question, set(subjects)) if question.needs else None
        subjects = [s for s in subjects if members is None or s in members]
        lines = [self._best(question, (s,), measure) for s in subjects]
        return self._added([x for x in lines if x], len(lines))

    def _added(self, lines: Sequence[Line], expected: int) -> Answer | None:
        if len(lines) < 2 or len(lines) != expected:
            return None
        if len(lines) > 1 and len({x.subject for x in lines}) == len(lines) and not _of_one_time(lines):
            return None
        lines = [replace(x, value=self._in_yuan(x)) for x in lines]
        worked = self._summed(lines, [1] * len(lines))
        if worked is None:
            return None
        words = self.evidence.words
        value = figures.computed(_quantity(worked.ends, worked.unit), self.evidence.lang)
        shown = " + ".join(
            f"{self.evidence.name(x.subject)} {figures.period(x.period, self.evidence.lang)} {self._shown(x)}".replace("  ", " ")
            for x in lines
        )
        answer = self._answer(words.total.format(value=value) + words.stop, lines)
        return replace(answer, lines=(answer.lines[0], f"= {shown}"))

    def _in_yuan(self, line: Line) -> StoredFact | None:
        """The figure in yuan where the article gives both currencies."""
        value = line.value
        same = self.evidence.facts([line.subject], line.measure) if value else []
        return next(
            (
                f for f in same
                if value and f.aspect == "value" and f.quantity.unit == "CNY"
                and f.article_id == value.article_id and f.period == value.period
            ),
            value,
        )  # fmt: skip

    def _summed(self, lines: Sequence[Line], signs: Sequence[int]) -> Sum | None:
        """Figures of one unit added and taken away; none where one that is taken away is a range."""
        values = [x.value.quantity for x in lines if x.value]
        each = [arithmetic.ends(q) for q in values]
        if len(values) != len(lines) or len({q.unit for q in values}) != 1 or any(e is None for e in each):
            return None
        pairs = [(e, sign) for e, sign in zip(each, signs, strict=True) if e]
        if any(sign < 0 and e[0] != e[1] for e, sign in pairs):
            return None
        low, high = (arithmetic.to_step(sum((s * e[n] for e, s in pairs), Decimal(0)), values) for n in (0, 1))
        shown = self._shown(lines[0])
        for line, sign in zip(lines[1:], signs[1:], strict=True):
            shown += f" {'+' if sign > 0 else '−'} {self._shown(line)}"
        return Sum((low, high), values[0].unit, shown)

    # ------------------------------------------------------------ helpers
    def _ends(self, lines: Sequence[Line] | None) -> list[tuple[Ends, str]] | None:
        """The two ends of each of two figures with its unit, where both have one and the same."""
        quantities = [x.value.quantity for x in lines or () if x.value]
        each = [(arithmetic.ends(q), q.unit) for q in quantities]
        pair = [(e, unit) for e, unit in each if e]
        return pair if len(pair) == 2 and pair[0][1] == pair[1][1] else None

    def _one(self, question: Question, measure: str, period: Period) -> Line | None:
        asked = replace(question, periods=(period,), needs=())
        found = self._figures.find(asked, question.subjects[0], measure, strict=False)
        return next((x for x in found if x.value), None)

    def _best(self, question: Question, subject: Sequence[str], measure: str) -> Line | None:
        found = self._figures.find(replace(question, needs=()), subject, measure, strict=False)
        return next((x for x in found if x.value), None)

    def _shown(self, line: Line) -> str:
        return figures.show(line.value.quantity, self.evidence.lang) if line.value else ""

    def _amount(self, value: Decimal, unit: str) -> str:
        sign = "−" if value < 0 else ""
        return sign + figures.computed(_quantity((value, value), unit), self.evidence.lang)

    def _signed(self, value: Decimal, moved: Decimal, unit: str) -> str:
        return f"{self._amount(value, unit)} {'−' if moved < 0 else '+'} {self._amount(abs(moved), unit)}"

    def _slots(self, line: Line, period: Period | None) -> dict[str, str]:
        evidence = self.evidence
        return {
            "subject": evidence.name(line.subject),
            "subject_of": evidence.possessive(line.subject),
            "period": figures.period(period, evidence.lang),
            "measure": evidence.label(line.measure),
        }

    def _tell(self, line: Line, period: Period, worked: Sum, inputs: Sequence[Line]) -> Answer:
        """Tell a figure that was worked out for a period."""
        words = self.evidence.words
        value = figures.computed(_quantity(worked.ends, worked.unit), self.evidence.lang)
        if worked.ends[1] < 0:
            value = words.loss.format(value=value)
        text = words.implied.format(value=value, **self._slots(line, period))
        return self._answer(f"{text} (= {worked.shown}){words.stop}", inputs)

    def _answer(self, said: str, inputs: Sequence[Line]) -> Answer:
        """An answer of one worked-out line, with its inputs told and cited."""
        evidence = self.evidence
        used = [f for x in inputs for f in (*x.supporting, *x.changes)]
        return Answer(
            True,
            evidence.lang,
            "derived",
            (figures.spaced(said), *dict.fromkeys(self._figures.tell(x) for x in inputs)),
            sources=evidence.sources([evidence.sentence(f) for f in used]),
            facts=tuple(describe(f) for f in used[:4]),
        )


def _of_one_time(lines: Sequence[Line]) -> bool:
    """Whether figures are of one period, or all of sizes at a moment."""
    return len({(x.period.start, x.period.end) if x.period and x.period.kind != "as-of" else () for x in lines}) == 1


def _quantity(ends: Ends, unit: str) -> Quantity:
    return Quantity(ends[0], ends[1], unit, "", "", 0, 0)


def _dated(period: Period, year: str) -> Period:
    """A period asked for without its year, of the year given."""
    if not period.start.startswith("--"):
        return period
    return Period(f"{year}-{period.start[2:]}", f"{year}-{period.end[2:]}", period.kind, period.raw)


def _years(periods: Sequence[Period]) -> list[Period]:
    out = []
    for period in periods:
        if period.kind == "span":
            out += [
                Period(f"{y}-01-01", f"{y}-12-31", "year", "")
                for y in range(int(period.start[:4]), int(period.end[:4]) + 1)
            ]
        else:
            out.append(period)
    return out
