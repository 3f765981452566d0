"""Arithmetic: what follows from stated figures, with the sum shown and its inputs cited.

Last year's value from this year's and the change; the second half from the year and the first; sums,
ratios, days between two dates. Ranges are carried through; results are rounded to two decimals and marked
as worked out.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot import figures
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.figures import Figures, Line, describe
from bot.evidence import Evidence
from bot.question import Question
from kb.model import Period, Quantity
from kb.rows import StoredFact

Members = Callable[[Question, set[str]], set[str] | None]
_CENT = Decimal("0.01")


class Derived:
    """Works out what is not printed."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, members: Members) -> None:
        """Take what finds figures, dates, and the members of a group named in a question."""
        self.evidence = evidence
        self._figures = finder
        self._dates = dates
        self._members = members

    def answer(self, question: Question) -> Answer | None:
        """Answer with arithmetic where the question asks for it or where nothing is printed."""
        if question.kind in ("person", "definition", "passage", "timeline"):
            return None
        targets = self._figures.targets(question)
        if not targets:
            return self._between(question)
        for measure, _ in targets:
            for rule in (self._cagr, self._ratio, self._sum, self._second_half, self._prior, self._total):
                answer = rule(question, measure)
                if answer:
                    return answer
        return None

    # ------------------------------------------------------------ last year from this year
    def _prior(self, question: Question, measure: str) -> Answer | None:
        if len(question.subjects) != 1 or len(question.periods) > 2 or not question.periods:
            return None
        if question.aspect and "implied" not in question.flags:
            return None
        wanted = min(question.periods, key=lambda p: p.start)
        if self._figures.find(replace(question, periods=(wanted,)), question.subjects[0], measure):
            return None
        if wanted.kind != "year":
            return None
        after = _shift(wanted, 1)
        for line in self._figures.find(
            replace(question, periods=(after,)), question.subjects[0], measure, strict=False
        ):
            worked = self._worked(line)
            if worked:
                (lo, hi), formula = worked
                return self._tell(question, line, wanted, lo, hi, formula)
        return None

    def _worked(self, line: Line) -> tuple[tuple[Decimal, Decimal], str] | None:
        """Return last year's (low, high) and the sum that gives it."""
        if line.value is None:
            return None
        now = _ends(line.value.quantity)
        if now is None:
            return None
        by = {c.aspect: c for c in line.changes}
        for aspect, sign in (("increase", 1), ("decrease", -1), ("narrowing", -1), ("widening", 1)):
            change = by.get(aspect)
            step = _ends(change.quantity) if change and figures.is_money(change.quantity.unit) else None
            if step:
                if aspect in ("narrowing", "widening"):
                    step = (-step[1], -step[0])
                pairs = _pair(now, step)
                results = sorted(a - sign * b for a, b in pairs)
                shown = " / ".join(
                    f"{_amount(a, line)} {'−' if sign * b >= 0 else '+'} {_amount(abs(b), line)}"
                    for a, b in dict.fromkeys(pairs)
                )
                return (results[0], results[-1]), shown
        for aspect, sign in (("growth", 1), ("decline", -1), ("narrowing", -1), ("widening", 1)):
            change = by.get(aspect)
            rate = _ends(change.quantity) if change and change.quantity.unit == "%" else None
            if rate and not (aspect in ("growth", "decline") and now[0] <= 0):
                factors = [1 + sign * r / 100 for r in rate]
                if any(f <= 0 for f in factors):
                    continue
                # Low goes with low: a smaller loss with a bigger narrowing, a smaller value with a bigger fall.
                ends = (now[1], now[0]) if aspect in ("decline", "widening") else now
                pairs = list(zip(ends, factors, strict=True))
                results = sorted(a / f for a, f in pairs)
                shown = " / ".join(
                    f"{_amount(a, line)} ÷ {figures.plain(f.quantize(Decimal('0.0001')))}"
                    for a, f in dict.fromkeys(pairs)
                )
                return (results[0], results[-1]), shown
        return None

    # ------------------------------------------------------------ halves, sums, ratios
    def _second_half(self, question: Question, measure: str) -> Answer | None:
        half = next((p for p in question.periods if p.kind == "half" and p.start[5:7] == "07"), None)
        if half is None or len(question.subjects) != 1:
            return None
        year = Period(f"{half.start[:4]}-01-01", half.end, "year", "")
        first = Period(year.start, f"{half.start[:4]}-06-30", "half", "")
        lines = [self._one(question, measure, p) for p in (year, first)]
        if not all(lines) or not all(x and x.value for x in lines):
            return None
        whole, part = (_ends(x.value.quantity) for x in lines if x and x.value)
        if whole is None or part is None or part[0] != part[1]:
            return None
        a, b = [x for x in lines if x]
        formula = (
            f"{figures.show(a.value.quantity, self.evidence.lang)} − {figures.show(b.value.quantity, self.evidence.lang)}"
            if a.value and b.value
            else ""
        )
        return self._tell(question, a, half, whole[0] - part[0], whole[1] - part[0], formula, [b])

    def _sum(self, question: Question, measure: str) -> Answer | None:
        if "sum" not in question.flags or question.aspect == "growth":
            return None
        if len(question.subjects) == 1:
            years = _years(question.periods)
            lines = [self._one(question, measure, p) for p in years]
            if len(years) < 2 or not all(lines):
                return None
        elif len(question.subjects) > 1:
            lines = [self._best(question, s, measure) for s in question.subjects]
        else:
            return None
        return self._added([x for x in lines if x and x.value], len(lines))

    def _total(self, question: Question, measure: str) -> Answer | None:
        """The sum over a group: all companies of one article's list that give the figure."""
        if "sum" not in question.flags or question.subjects:
            return None
        facts = [f for f in self.evidence.all_facts(measure) if f.aspect == "value"]
        subjects = list(dict.fromkeys(f.subject for f in facts))
        members = self._members(question, set(subjects)) if question.needs else None
        subjects = [s for s in subjects if members is None or s in members]
        lines = [self._best(question, (s,), measure) for s in subjects]
        return self._added([x for x in lines if x and x.value], len(lines))

    def _added(self, lines: Sequence[Line], expected: int) -> Answer | None:
        if len(lines) < 2 or len(lines) != expected:
            return None
        values = [self._in_yuan(x) for x in lines]
        units = {v.quantity.unit for v in values}
        ends = [_ends(v.quantity) for v in values]
        if len(units) != 1 or any(e is None for e in ends):
            return None
        lo, hi = sum(e[0] for e in ends if e), sum(e[1] for e in ends if e)
        total = Quantity(_rounded(Decimal(lo)), _rounded(Decimal(hi)), units.pop(), "", "", 0, 0)
        words, evidence = self.evidence.words, self.evidence
        shown = " + ".join(
            f"{evidence.name(v.subject)} {figures.period(v.period, evidence.lang)} {figures.show(v.quantity, evidence.lang)}".replace(
                "  ", " "
            )
            for v in values
        )
        line = words.total.format(value=figures.computed(total, evidence.lang)) + words.stop
        used = [evidence.sentence(v) for v in values]
        return Answer(
            True,
            evidence.lang,
            "derived",
            (line, f"= {shown}"),
            sources=evidence.sources(used),
            facts=tuple(describe(v) for v in values),
        )

    def _in_yuan(self, line: Line) -> StoredFact:
        """The figure in yuan where the article gives both currencies."""
        assert line.value is not None
        same = self.evidence.facts([line.subject], line.measure)
        return next(
            (
                f
                for f in same
                if f.aspect == "value"
                and f.quantity.unit == "CNY"
                and f.article_id == line.value.article_id
                and f.period == line.value.period
            ),
            line.value,
        )

    def _ratio(self, question: Question, measure: str) -> Answer | None:
        if "ratio" not in question.flags:
            return None
        years = sorted(_years(question.periods), key=lambda p: p.start)
        if len(question.subjects) == 1 and len(years) == 2:
            lines = [self._one(question, measure, p) for p in reversed(years)]
        elif len(question.subjects) == 2:
            lines = [self._best(question, s, measure) for s in question.subjects]
        else:
            return None
        values = [x.value for x in lines if x and x.value]
        ends = [_ends(v.quantity) for v in values]
        if len(values) != 2 or any(e is None or e[0] <= 0 for e in ends):
            return None
        low = (ends[0][0] / ends[1][1]).quantize(_CENT)  # type: ignore[index]
        high = (ends[0][1] / ends[1][0]).quantize(_CENT)  # type: ignore[index]
        words, evidence = self.evidence.words, self.evidence
        shown = figures.plain(low) if low == high else f"{figures.plain(low)}–{figures.plain(high)}"
        sum_ = " ÷ ".join(figures.show(v.quantity, evidence.lang) for v in values)
        return Answer(
            True,
            evidence.lang,
            "derived",
            (words.ratio.format(value=shown) + f" (= {sum_})" + words.stop,),
            sources=evidence.sources([evidence.sentence(v) for v in values]),
            facts=tuple(describe(v) for v in values),
        )

    def _cagr(self, question: Question, measure: str) -> Answer | None:
        """A printed compound growth rate is told as printed."""
        if "cagr" not in question.flags or len(question.subjects) != 1:
            return None
        found = [
            f for f in self.evidence.facts(question.subjects[0], measure.removesuffix("-cagr")) if f.aspect == "cagr"
        ]
        if not found:
            return None
        evidence = self.evidence
        text = evidence.words.only_change.format(
            subject=evidence.name(found[0].subject),
            subject_of=evidence.possessive(found[0].subject),
            period="",
            measure=evidence.label(measure),
            change=evidence.words.growth["cagr"].format(value=figures.show(found[0].quantity, evidence.lang)),
        )
        return Answer(
            True,
            evidence.lang,
            "fact",
            (" ".join(text.split()) + evidence.words.stop,),
            sources=evidence.sources([evidence.sentence(found[0])]),
            facts=(describe(found[0]),),
        )

    # ------------------------------------------------------------ dates
    def _between(self, question: Question) -> Answer | None:
        """How many days or years lie between two companies' events."""
        if len(question.subjects) != 2 or question.wants != "duration":
            return None
        for event in self._dates.targets(question):
            found = [self._dates.find(replace(question, needs=()), s, event) for s in question.subjects]
            if not all(found):
                continue
            first, second = (f[0] for f in found)
            if not all(
                f.period and f.period.kind in ("day", "as-of") and f.period.start[:4].isdigit() for f in (first, second)
            ):
                continue
            days = [datetime.date.fromisoformat(f.period.start) for f in (first, second) if f.period]
            evidence, words = self.evidence, self.evidence.words
            shown = [
                f"{evidence.name(f.subject)} {figures.date(f.period, evidence.lang)}"
                for f in (first, second)
                if f.period
            ]
            line = words.days_between.format(n=abs((days[0] - days[1]).days), a=shown[0], b=shown[1]) + words.stop
            return Answer(
                True,
                evidence.lang,
                "derived",
                (line,),
                sources=evidence.sources([evidence.sentence(f) for f in (first, second)]),
                facts=(describe(first), describe(second)),
            )
        return None

    # ------------------------------------------------------------ helpers
    def _one(self, question: Question, measure: str, period: Period) -> Line | None:
        found = self._figures.find(
            replace(question, periods=(period,), needs=()), question.subjects[0], measure, strict=False
        )
        return next((x for x in found if x.value), None)

    def _best(self, question: Question, subject: Sequence[str], measure: str) -> Line | None:
        found = self._figures.find(replace(question, needs=()), subject, measure, strict=False)
        return next((x for x in found if x.value), None)

    def _tell(
        self,
        question: Question,
        line: Line,
        period: Period,
        lo: Decimal,
        hi: Decimal,
        formula: str,
        more: Sequence[Line] = (),
    ) -> Answer:
        evidence, words = self.evidence, self.evidence.words
        unit = line.value.quantity.unit if line.value else ""
        result = Quantity(_rounded(lo), _rounded(hi), unit, "about", "", 0, 0)
        value = figures.computed(replace(result, qualifier=""), evidence.lang)
        if hi < 0:
            value = words.loss.format(value=value)
        text = words.implied.format(
            subject=evidence.name(line.subject),
            subject_of=evidence.possessive(line.subject),
            period=figures.period(period, evidence.lang),
            measure=evidence.label(line.measure),
            value=value,
        )
        basis = [self._figures.tell(x) for x in (line, *more)]
        used = [f for x in (line, *more) for f in (*x.supporting, *x.changes)]
        return Answer(
            True,
            evidence.lang,
            "derived",
            (f"{text} (= {formula}){words.stop}", *basis),
            sources=evidence.sources([evidence.sentence(f) for f in used]),
            facts=tuple(describe(f) for f in used[:4]),
        )


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    if quantity.lo is None and quantity.hi is None:
        return None
    lo = quantity.lo if quantity.lo is not None else quantity.hi
    hi = quantity.hi if quantity.hi is not None else quantity.lo
    assert lo is not None and hi is not None
    return lo, hi


def _pair(now: tuple[Decimal, Decimal], step: tuple[Decimal, Decimal]) -> list[tuple[Decimal, Decimal]]:
    """Low with low and high with high: forecasts give both ends of one scenario."""
    return list(zip(now, step, strict=True))


def _rounded(value: Decimal) -> Decimal:
    """Round to the hundredth of the unit it will be shown in (億 or 萬)."""
    for scale in (10**8, 10**4):
        if abs(value) >= scale:
            return (value / scale).quantize(_CENT) * scale
    return value.quantize(_CENT)


def _amount(value: Decimal, line: Line) -> str:
    scale, word = (
        (Decimal(10**8), "億")
        if abs(value) >= 10**8
        else (Decimal(10**4), "萬")
        if abs(value) >= 10**4
        else (Decimal(1), "")
    )
    return f"{figures.plain(value / scale)}{word}"


def _shift(period: Period, years: int) -> Period:
    return Period(
        f"{int(period.start[:4]) + years}{period.start[4:]}",
        f"{int(period.end[:4]) + years}{period.end[4:]}",
        period.kind,
        "",
    )


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
