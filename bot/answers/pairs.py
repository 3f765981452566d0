"""Two figures set against each other: growth, difference, share, rate, multiple, compound growth a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.apart import also_by, changed, signed
from bot.answers.currencies import in_one_currency, wanted_in
from bot.answers.figures import Figures
from bot.answers.lines import Line, describe
from bot.answers.results import DIFFERENCE, SHARE
from bot.answers.workings import Worked, Workings, each_year
from bot.changeasked import change_asked
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Period

WITHOUT = lazy.compile(
    r"扣掉|扣除|减去|除去|剔除|不算|不含|不包括|以外|之外|撇除|\b(?:excluding|other than|apart from|without|minus|net of|except|was not|is not|were not|wasn't|isn't)\b"
)
MIDPOINT = lazy.compile(r"中位[数值]|中[间点]?值|中间数|中点|(?:区间|范围)的?(?:中间|一半)|取中间|\bmid-?points?\b|\bmiddle of (?:the|its|that) (?:range|guidance|forecast)\b")
# 2024年營收比2023年多了多少: a sum, and no rate.
_HOW_MUCH_MORE = lazy.compile(r"(?<!增)[多少差](?:了|出)?(?:多少|几)(?!%|成|个?百分|趴)|\bhow much (?:more|less|higher|lower|bigger|smaller)\b(?!.*(?:%|per ?cent))")
_IN_MONEY = lazy.compile(r"\b(?:by )?how many (?:more |fewer )?(?:million |billion )?(?:us |u\.s\. |hk )?(?:dollars|euros|pounds|yuan|yen|won)\b|几(?:千|百|十)?[万亿](?!%)|多少(?:万|亿)?(?:美元|美金|欧元|港元|日元|人民币|新台币|台币|元|块|亿(?!%))")
# 市值比乙高出多少: how far apart they are, and by how much neither grew.
_ABOVE = lazy.compile(r"[比较跟][^,?]{1,24}[多高低少贵大][出了]?(?:多少|几)")
_RATE_ASKED = lazy.compile(r"增[长速幅]|成长|[涨跌降升]|\bgr[eo]w\w*")
# Rates by the two figures they are made of.
_RATES = {
    "rd-ratio": ("rd-expense", "revenue"), "gross-margin": ("gross-profit", "revenue"), "net-margin": ("net-profit", "revenue"),
    "operating-margin": ("operating-profit", "revenue"), "debt-ratio": ("total-liabilities", "total-assets"),
}  # fmt: skip

_WITHIN_A_YEAR = ("quarter", "half", "nine-months", "month")


class Pairs:
    """Works out what two figures say together."""

    def __init__(self, evidence: Evidence, finder: Figures, workings: Workings) -> None:
        """Find figures with `finder`, and show sums with `workings`."""
        self.evidence = evidence
        self._figures = finder
        self._workings = workings

    # ------------------------------------------------------------ one measure, two subjects or years
    def growth(self, question: Question, measure: str) -> Answer | None:
        """Answer by how many per cent a figure grew or fell, from two that are printed."""
        if question.aspect not in ("growth", "decline") or len(question.subjects) != 1 or (len(question.periods) > 1 and _HOW_MUCH_MORE.search(question.folded)):
            return None
        money = bool(_IN_MONEY.search(question.folded))
        lines = self._two(self._dated(question, measure) if question.periods else self._latest(question, measure), measure)
        pair = self._workings.ends(lines)
        if lines is None or pair is None:
            return None
        (now, unit), (before, _) = pair
        one, other = lines[0].period, lines[1].period
        if money or unit in ("%", "pp") or (one and other and one.start[5:] != other.start[5:]):
            return self._differ(lines)  # between two quarters there is no "from a year earlier"
        grown, how = arithmetic.growth(now, before), change_asked(question.folded)
        if grown is None or how == "amount":
            return None if how == "percent" else self._differ(lines)
        count = min(arithmetic.digits(x.value.quantity) for x in lines if x.value)
        low, high = (arithmetic.to_digits(g, count) for g in grown)
        fell = high < 0
        value = figures.computed(arithmetic.quantity((-high, -low) if fell else (low, high), "%"), self.evidence.lang)
        words = self.evidence.words
        a, b = (self._workings.shown(x) for x in lines)
        line = words.grown_between if not fell else words.fallen_between
        text = line.format(value=value, **self._workings.slots(lines[0], lines[0].period))
        gap = self._gap(lines) if how == "both" else None
        return self._workings.answer(f"{text} (= {a} ÷ {b} − 1){also_by(self.evidence, *gap) if gap else ''}{words.stop}", lines)

    def difference(self, question: Question, measure: str) -> Answer | None:
        """Answer how much more one is than the other."""
        if not DIFFERENCE.search(question.folded):
            return None
        if question.aspect and len(question.subjects) != 1 and (_RATE_ASKED.search(question.folded) or not _ABOVE.search(question.folded)):
            return None
        lines = self._two(question, measure)
        if lines and len(question.subjects) == 1 and len(question.periods) < 2 and lines[0].changes:
            return None  # by how much it changed is printed
        if not lines:
            return None
        in_time = len(question.subjects) == 1 and change_asked(question.folded) == "both"
        values = [x.value.quantity for x in lines if x.value]
        told = changed(self.evidence, values[1], values[0], "both") if in_time and len(values) == 2 and values[0].unit not in ("%", "pp") else ""
        return self._workings.answer(told, lines) if told else self._differ(lines)

    def ratio(self, question: Question, measure: str) -> Answer | None:
        """Answer how many times the other one is."""
        if "ratio" not in question.flags:
            return None
        lines = self._two(question, measure)
        pair = self._workings.ends(lines)
        times = arithmetic.quotient(pair[0][0], pair[1][0]) if pair else None
        if lines is None or times is None:
            return None
        low, high = (arithmetic.to_times(t) for t in times)
        words = self.evidence.words
        shown = figures.plain(low) if low == high else f"{figures.plain(low)}–{figures.plain(high)}"
        sum_ = " ÷ ".join(self._workings.shown(x) for x in lines)
        return self._workings.answer(f"{words.ratio.format(value=shown)} (= {sum_}){words.stop}", lines)

    def cagr(self, question: Question, measure: str) -> Answer | None:
        """Answer with a compound growth rate: as printed, or from the first and the last year asked for."""
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
        years = sorted(each_year(question.periods), key=lambda p: p.start)
        if len(years) < 2:
            return None
        lines = [x for x in (self._workings.one(question, base, p) for p in (years[-1], years[0])) if x]
        pair = self._workings.ends(lines)
        count = int(years[-1].start[:4]) - int(years[0].start[:4])
        rate = arithmetic.yearly(pair[0][0], pair[1][0], count) if pair else None
        if rate is None:
            return None
        few = min(arithmetic.digits(x.value.quantity) for x in lines if x.value)
        low, high = (arithmetic.to_digits(r, few) for r in rate)
        value = figures.computed(arithmetic.quantity((low, high), "%"), evidence.lang)
        span = Period(years[0].start, years[-1].end, "span", "")
        text = words.only_change.format(
            change=words.growth["cagr"].format(value=value), **self._workings.slots(lines[0], span)
        )
        root = f"({self._workings.shown(lines[0])} ÷ {self._workings.shown(lines[1])})^(1/{count}) − 1"
        return self._workings.answer(f"{' '.join(text.split())} (= {root}){words.stop}", lines)

    def _two(self, question: Question, measure: str) -> list[Line] | None:
        """The two figures a question sets against each other, in the order asked: of two subjects, or of two years."""
        asked = replace(question, aspect="")
        if len(question.subjects) == 2 and len(question.periods) < 2:
            lines = [self._workings.best(asked, s, measure) for s in question.subjects]
            pair = [x for x in lines if x]
            alike = len({(x.period.start, x.period.end) for x in pair if x.period}) <= 1
            return in_one_currency(self.evidence, pair, wanted_in(question.folded)) if len(pair) == 2 and alike else None
        years = sorted(each_year(question.periods), key=lambda p: p.start, reverse=True)
        if len(question.subjects) != 1:
            return None
        if len(years) == 1 and years[0].start[:4].isdigit():
            years.append(arithmetic.shift(years[0], -1))
        pair = [x for x in (self._workings.one(asked, measure, p) for p in years) if x]
        return pair if len(years) == 2 == len(pair) else None

    def _dated(self, question: Question, measure: str) -> Question:
        """The question with the year of the latest figure, where it names a quarter or half without one."""
        if len(question.periods) != 1 or question.periods[0].start[:4].isdigit():
            return question
        line = self._workings.one(replace(question, aspect=""), measure, question.periods[0])
        return replace(question, periods=(line.period,)) if line and line.period else question

    def _latest(self, question: Question, measure: str) -> Question:
        """The question of the latest whole year that has a figure, where it names none."""
        years = [
            x.period for x in self._figures.find(replace(question, aspect=""), question.subjects[0], measure, strict=False)
            if x.value and x.period and x.period.kind == "year"
        ]  # fmt: skip
        return replace(question, periods=(max(years, key=lambda p: p.start),)) if years else question

    # ------------------------------------------------------------ one range
    def midpoint(self, question: Question, measure: str) -> Answer | None:
        """Answer with the middle of a range that is printed."""
        if not MIDPOINT.search(question.folded) or len(question.subjects) != 1 or question.aspect:
            return None
        line = self._workings.best(question, question.subjects[0], measure)
        printed = line.value.quantity if line and line.value else None
        if line is None or printed is None or line.period is None or printed.lo is None or printed.hi is None or printed.lo == printed.hi:
            return None
        middle = (printed.lo + printed.hi) / 2
        low, high = (self._workings.amount(v, printed.unit) for v in (printed.lo, printed.hi))
        return self._workings.tell(line, line.period, Worked((middle, middle), printed.unit, f"({low} + {high}) ÷ 2"), [line])

    # ------------------------------------------------------------ two measures of one subject
    def without(self, question: Question, measure: str) -> Answer | None:
        """Answer what is left of one figure without another that is part of it."""
        if not WITHOUT.search(question.folded):
            return None
        lines = self._pair(question, measure)
        return self._differ(lines) if lines else None

    def share(self, question: Question, measure: str) -> Answer | None:
        """Answer what one figure is as a share of another of the same company and time."""
        if not SHARE.search(question.folded) or qw.asks_before(question.folded):
            return None  # of now and of a year before: half of it would be told
        lines = self._pair(question, measure) or self._of_two_times(question, measure)
        return self._part_of(lines) if lines else None

    def _of_two_times(self, question: Question, measure: str) -> list[Line] | None:
        """One measure of two periods, in the order asked: 上半年的收入相當於去年全年的百分之幾."""
        base = measure.removesuffix("-share")
        if len(question.periods) == 1 and "whole-year" in question.flags and question.periods[0].kind in _WITHIN_A_YEAR and len(question.subjects) == 1 and not question.aspect:
            return self._of_its_year(question, base)
        if question.aspect or len(question.subjects) != 1 or len(question.periods) != 2 or any(m.removesuffix("-share") != base for m, _ in self._figures.targets(question)):
            return None
        lines = [x for x in (self._workings.one(replace(question, aspect=""), base, p) for p in question.periods) if x]
        return lines if len(lines) == 2 else None

    def _of_its_year(self, question: Question, measure: str) -> list[Line] | None:
        """The figure of a quarter, a half or a month, and that of the year it is in: 四季度淨利潤占全年多少."""
        plain = replace(question, flags=question.flags - {"whole-year"})
        part = self._workings.one(plain, measure, question.periods[0])
        if part is None or part.period is None or not part.period.start[:4].isdigit():
            return None
        year = Period(f"{part.period.start[:4]}-01-01", f"{part.period.start[:4]}-12-31", "year")
        for name in dict.fromkeys((part.measure, *self._figures.acceptable(measure, question))):
            whole = self._workings.one(plain, name, year)
            if whole and whole.value and whole.period == year and part.value and (part.value.quantity.lo or 0) < (whole.value.quantity.lo or 0):
                return [part, whole]
        return None

    def rate(self, question: Question, measure: str) -> Answer | None:
        """Answer with a rate that no article prints, from the two figures it is made of: R&D over revenue."""
        made_of = _RATES.get(measure)
        if made_of is None or question.aspect or len(question.subjects) != 1 or len(question.periods) > 1:
            return None
        if self.evidence.facts(question.subjects[0], measure):
            return None
        needs = tuple(n for n in question.needs if not self._figures.names(n, measure))
        asked = replace(question, needs=needs)
        for part in self._figures.find(asked, question.subjects[0], made_of[0]):
            if part.value and part.period:
                whole = self._workings.one(question, made_of[1], part.period)
                if whole:
                    return self._part_of([part, whole])
        return None

    def _pair(self, question: Question, measure: str) -> list[Line] | None:
        """Two measures of one subject and period, in the order asked: 研發費用佔營收, 營收扣掉服務收入."""
        measures = list(dict.fromkeys(m.removesuffix("-share") for m, _ in self._figures.targets(question)))
        others = [m for m in measures if m != measure]
        if len(question.subjects) != 1 or len(others) != 1 or measure != measures[0]:
            return None
        if any(
            self.evidence.facts(question.subjects[0], m)
            for m, _ in self._figures.targets(question)
            if m not in measures
        ):
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

    # ------------------------------------------------------------ told
    def _differ(self, lines: Sequence[Line]) -> Answer | None:
        gap, words = self._gap(lines), self.evidence.words
        return self._workings.answer(f"{words.difference.format(value=gap[0])} (= {gap[1]}){words.stop}", lines) if gap else None

    def _gap(self, lines: Sequence[Line]) -> tuple[str, str] | None:
        """How far two figures are apart and the subtraction that gives it, in words; None where ranges leave open which is more."""
        pair = self._workings.ends(lines)
        if pair is None:
            return None
        (a, unit), (b, _) = pair
        quantities = [x.value.quantity for x in lines if x.value]
        low, high = (arithmetic.to_step(v, quantities) for v in (a[0] - b[1], a[1] - b[0]))
        if low < 0 < high:
            return None
        more, less = (lines[0], lines[1]) if low >= 0 else (lines[1], lines[0])
        ends = (low, high) if low >= 0 else (-high, -low)
        value = figures.computed(arithmetic.quantity(ends, "pp" if unit == "%" else unit), self.evidence.lang)
        return value, " − ".join(signed(x.value.quantity, self._workings.shown(x)) for x in (more, less) if x.value)

    def _part_of(self, lines: list[Line]) -> Answer | None:
        """Tell one figure as a share of the other, the smaller of the larger."""
        pair = self._workings.ends(lines)
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
        value = figures.computed(arithmetic.quantity((low, high), "%"), self.evidence.lang)
        whole = self._workings.slots(lines[1], lines[1].period)
        named = whole["measure"] if lines[0].measure != lines[1].measure else figures.spaced(f"{whole['period']} {whole['measure']}")
        text = words.share.format(
            value=value, whole=named, **self._workings.slots(lines[0], lines[0].period)
        )
        return self._workings.answer(
            f"{text} (= {self._workings.shown(lines[0])} ÷ {self._workings.shown(lines[1])}){words.stop}", lines
        )
