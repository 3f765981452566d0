"""Figures: what was the revenue, the profit, the market value, and how did it change.

Subject, measure and period are hard constraints; what else the question says must be said by the
sentence the figure stands in. Values that differ between sources are shown side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.fromto import pairs_in
from bot.asked import asked_currency, asked_nouns
from bot.disagreement import SHOWN, Kind, compare, is_analyst, printed_alike, said, step
from bot.evidence import Evidence
from bot.question import NO_MEASURE, SIBLINGS, Question
from kb import lazy, timing
from kb.model import Period
from kb.roles import MeasureRoles
from kb.rows import StoredFact
from kb.search import Need
from kb.text import fold

_DATES = "date"
_LOOKED_AT = 60  # sentences on the subject
_HELD = 0.5  # a figure's own sentence must say at least half of each thing asked for


@dataclass(frozen=True, slots=True)
class Line:
    """One figure to tell: a value with its changes, and every fact that says so."""

    subject: str
    measure: str
    period: Period | None
    value: StoredFact | None
    changes: tuple[StoredFact, ...]
    others: tuple[StoredFact, ...]  # further values its article gives for the same thing
    supporting: tuple[StoredFact, ...]


def soft(need: Need) -> bool:
    """Return whether a need only says what kind of figure is wanted."""
    return qw.soft(need.surface)

# A time that is counted back: no figure without that time answers it.
_AGO = lazy.compile(r"\b(?:two|three|four|five|six|several|\d+) (?:years|quarters|months) (?:ago|earlier|before)\b|[两三四五六几\d]年前")

class Figures:
    """Finds and tells figures for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Tell figures from `evidence`."""
        self.evidence = evidence
        self.roles = MeasureRoles.of(list(evidence.library.names.measures.values()))

    # ------------------------------------------------------------ finding
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
        if not out and _WITHOUT_ONE_OFF.search(question.folded):
            out.append(("net-profit", question.aspect))
        out = out or self._aimed(question)
        if any(m in (*self.roles.profits, "revenue") for m, _ in out):  # 收入同比漲幅: that of the revenue
            grown = any(m == "price-change" for m, _ in out)
            out = [(m, a or ("growth" if grown else "")) for m, a in out if m != "price-change"]
        if _WITHOUT_ONE_OFF.search(question.folded):  # 扣非賺多少: by that definition alone
            out = [(self.roles.adjusted if m == "net-profit" else m, a) for m, a in out]
        return list(dict.fromkeys(out))

    def _aimed(self, question: Question) -> list[tuple[str, str]]:
        """The one measure of which a target was told, where a question asks for a target of a year and no measure."""
        asked = any(_TARGET.search(t) for t in (question.folded, *(n.surface for n in question.needs)))
        if not asked or len(question.subjects) != 1 or len(question.periods) != 1 or question.wants not in ("amount", ""):
            return []
        facts = [f for i in question.subjects[0] for f in self.evidence.library.archive.facts(subject=i)]
        told = {f.measure for f in facts if f.basis == "forecast" and f.aspect == "value" and same_period(question.periods[0], f.period)}
        return [(measure, "") for measure in told] if len(told) == 1 else []

    def find(self, question: Question, subject: Sequence[str], measure: str, strict: bool = True) -> list[Line]:
        """Return the figures of a measure for a subject that satisfy the question, best period first."""
        changed: list[Line] = []
        for name in self.acceptable(measure, question):
            lines = self._lines(question, subject, name, strict)
            if any(x.value for x in lines):
                return [x for x in lines if x.value] + [x for x in lines if not x.value]
            changed = changed or lines
        return changed

    def _lines(self, question: Question, subject: Sequence[str], measure: str, strict: bool) -> list[Line]:
        facts = self.evidence.facts(subject, measure)
        if strict:
            facts = [
                f for f in facts
                if self._covers(f, question, measure)
                and not modifiers.contradicted(f, self.evidence.sentence(f).text, question.folded)
            ]  # fmt: skip
        groups: dict[tuple[str, str, str | None, str | None], list[StoredFact]] = {}
        for fact in facts:
            period = fact.period
            key = (fact.subject, fact.measure, period.start if period else None, period.end if period else None)
            groups.setdefault(key, []).append(fact)
        lines = [x for x in (self._line(group) for group in groups.values()) if x.value or x.changes]
        if question.periods:
            lines = [x for x in lines if any(same_period(p, x.period) or self._at_its_end(p, x) or _stands_then(p, x) for p in question.periods)]
        elif "quarter" in question.flags and any(x.period and x.period.kind == "quarter" for x in lines):
            lines = [x for x in lines if x.period and x.period.kind == "quarter"]
        elif "whole-year" in question.flags:
            lines = [x for x in lines if x.period is None or x.period.kind == "year"]
        return sorted(lines, key=_newest if any(_as_of(x) for x in lines) else _latest)

    def _at_its_end(self, asked: Period, line: Line) -> bool:
        """Whether a figure without a date is that of the day asked for: the last day its article reports results of."""
        if line.period is not None or line.value is None or asked.end[-5:] != asked.start[-5:]:
            return False
        told = self.evidence.library.archive.facts(subject=line.subject)
        of_results = (f.period for f in told if f.article_id == line.value.article_id and f.period and f.period.kind in _REPORTED)
        return max((p.end for p in of_results if p.end[:4].isdigit()), default="")[-len(asked.end.lstrip("-")) :] == asked.end.lstrip("-")

    def acceptable(self, measure: str, question: Question) -> list[str]:
        """Return the measure itself, then those it is the broader word for. 歸母 is never answered with 扣非."""
        out = [measure]
        if measure == "net-profit":
            out.append("net-profit-attributable")
            if self._is_loose(question):
                out.append(self.roles.adjusted)
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
        needs = [
            n
            for n in question.needs
            if not (n.light or (n.verbal and not (n.beside and n.surface.isascii())) or soft(n) or self.names(n, fact.measure, measure, *question.measures))
            and (n.key or n.beside or self._told_apart(n, fact))
        ]
        search = self.evidence.library.search
        return all(search.holds(n, fact.sentence_id) >= _HELD for n in needs)

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
        changes: dict[str, StoredFact] = {}
        best = self._finest(values)
        for fact in group:
            if fact.aspect != "value" and fact.aspect not in changes:
                changes[fact.aspect] = fact
        first = best or group[0]
        same = [f for f in group if f.aspect == "value" and best and _equal(f, best)] or list(group)
        others = tuple(f for f in values if best and f.article_id == best.article_id and not _agree(f, best))
        return Line(first.subject, first.measure, first.period, best, tuple(changes.values()), others, tuple(same))

    def _finest(self, values: Sequence[StoredFact]) -> StoredFact | None:
        """The first of several values, or the same printed more finely: 41.6億元 rather than 約42億元."""
        if not values:
            return None
        same = [v for v in values if v.basis == values[0].basis and _agree(v, values[0]) and v.quantity.unit == values[0].quantity.unit]
        return min(same, key=lambda v: (v.quantity.lo is None or v.quantity.hi is None, step(v.quantity)), default=values[0])

    def _standing(self, fact: StoredFact) -> tuple[bool, bool, bool, str]:
        """What is told first of one figure: whole ranges; what came before what was expected; the latest word."""
        published = self.evidence.library.articles[fact.article_id].published or ""
        told = said(self.evidence, fact)
        analyst = fact.basis == "forecast" and (bool(told.house) or is_analyst(told.text))
        half_open = fact.quantity.lo is None or fact.quantity.hi is None
        return half_open, fact.basis == "forecast", analyst, "".join(chr(255 - ord(c)) for c in published)

    # ------------------------------------------------------------ telling
    def value(self, fact: StoredFact) -> str:
        """Return a fact's figure in words: losses as losses."""
        shown = figures.show(fact.quantity, self.evidence.lang)
        words = self.evidence.words
        if not figures.negative(fact.quantity):
            return shown
        signed = "-" in fact.quantity.raw[:2] or "−" in fact.quantity.raw[:2] or " -" in fact.quantity.raw
        if fact.measure.endswith("cash-flow"):
            return shown if signed else words.outflow.format(value=shown)
        return (words.loss_signed if signed else words.loss).format(value=shown)

    def tell(self, line: Line, named: bool = True) -> str:
        """Return one statement: subject, period, measure, value, and how it changed."""
        words, evidence = self.evidence.words, self.evidence
        slots = {
            "subject": evidence.name(line.subject),
            "subject_of": evidence.possessive(line.subject),
            "period": figures.period(line.period, evidence.lang),
            "measure": evidence.label(line.measure),
        }
        changes = [self.change(c) for c in line.changes if c.aspect in words.growth]
        comma = ", " if evidence.lang == "en" else "，"
        if line.value is None:
            text = words.only_change.format(change=comma.join(changes), **slots)
        else:
            template = words.figure_forecast if line.value.basis == "forecast" else words.figure
            if not slots["period"]:
                template = words.figure_no_period
            value = self.value(line.value)
            if _QUALIFIED.match(value):  # 營收約7.43億元, 淨利潤虧損1億元
                template = _IS.sub("", template)
            text = comma.join([template.format(value=value, **slots), *changes])
        return figures.spaced(_tidy(text + words.stop))

    def change(self, fact: StoredFact) -> str:
        """Return how a figure changed, in words; against a year earlier only where its sentence says so."""
        words = self.evidence.words
        value = figures.show(fact.quantity, self.evidence.lang)
        if fact.measure.endswith("-gain"):
            return value  # 性能提升64倍: the measure is the change
        priced = {"growth": "rise", "decline": "drop"}.get(fact.aspect, "") if "price" in fact.measure else ""
        reported = fact.measure in self.roles.profits or "revenue" in fact.measure
        if fact.quantity.unit in ("pp", "%", "bp") and fact.aspect.partition("-")[0] in _POINTS:
            kind, _, often = fact.aspect.partition("-")  # a margin up 0.8 points, not "0.8 points more"
            return words.growth[f"{_POINTS[kind]}-{often}" if often else _POINTS[kind]].format(value=value)
        plain = words.growth_plain.get(priced or fact.aspect)
        if plain and not reported and not _A_YEAR.search(fold(self.evidence.sentence(fact).text)):
            return plain.format(value=value)
        told = words.growth[fact.aspect].format(value=value)
        monthly = fact.period is not None and fact.period.kind == "month"
        return told.replace("quarter", "month") if monthly and fact.aspect.endswith("-qoq") else told

    # ------------------------------------------------------------ answering
    def answer(self, question: Question) -> Answer | None:
        """Answer a question for figures of one subject, or return None when it is no such question."""
        if len(question.subjects) != 1 or question.kind in ("person", "superlative", "definition", "timeline"):
            return None
        told_how = question.kind == "passage" and not question.aspect and not all(n.light for n in question.needs)
        named = question.kind == "list" and not question.wants and bool(asked_nouns(question.folded))  # 用在哪些項目: things, no figure
        if question.wants in ("reason", "date") or told_how or named or (not question.periods and _AGO.search(question.folded)):
            return None
        before = qw.asks_before(question.folded) and ("relative" not in question.flags or "year-before" in question.flags or bool(qw.FROM_TO.search(question.folded)))
        if qw.FROM_TO.search(question.folded):
            question = replace(question, aspect="")  # 從多少升到多少: two figures, and no rate
        lines: list[Line] = []
        for measure, aspect in self.targets(question):
            found = self.find(question, question.subjects[0], measure) or self._of_its_product(question, measure)
            if not found:
                return None
            if modifiers.QUARTERLY.search(question.folded):  # a change a year does not answer for one a quarter
                found = [x for x in found if any(c.aspect.endswith("-qoq") for c in x.changes)]
                if not found:
                    return None
            if not aspect and (_AMOUNT.search(question.folded) or measure in _PRICES) and not any(x.value for x in found):
                return None  # by how much it changed is no answer to how much it was
            if not aspect and _RATE.search(question.folded) and not any(x.changes or (x.value and x.value.quantity.unit == "%") for x in found):
                return None  # how much smaller the loss is, in per cent, is not told by the loss
            if aspect and found and not any(x.changes for x in found):
                return (
                    self._straddle(question, measure, found) if aspect == "narrowing" else None
                )  # a change is asked for and none is given: see arithmetic
            wanted = question.periods if len(question.periods) > 1 else found[:1]
            if len(question.periods) > 1 and len([x for x in found if x.value]) < len(question.periods):
                return None  # several periods asked for, not all there
            lines += found[: len(wanted) or 1]
        if not lines or not self._in_currency(question, lines):
            return None
        earlier = self._before(question, lines) if before else self._year_before(question, lines)
        answer = self.compose(question, [*lines, *earlier])
        return self._with_before(answer, lines) if before and not question.aspect and not earlier and len(lines) == 1 and not self._is_earlier(question, lines[0]) else answer

    def _of_its_product(self, question: Question, measure: str) -> list[Line]:
        """The figures of the one product of a company that has any, of a measure that only products have: its new turbine's rotor."""
        names, archive = self.evidence.library.names, self.evidence.library.archive
        if tuple(names.measures[measure].kinds) != ("product",):
            return []
        things = {f.subject for f in archive.facts(measure=measure)}
        own = [i for i in things if names.entities[i].kind == "product" and self.evidence.library.search.associate(i) in question.subjects[0]]
        return self.find(question, own, measure) if len(own) == 1 else []

    def _in_currency(self, question: Question, lines: Sequence[Line]) -> bool:
        """Whether figures are told in the currency a question wants, by themselves or by their sentences."""
        wanted = asked_currency(question.folded)
        told = [x.value for x in lines if x.value and figures.is_money(x.value.quantity.unit)]
        return not wanted or all(f.quantity.unit == wanted or self._converted(f, wanted) for f in told)

    def _converted(self, fact: StoredFact, currency: str) -> bool:
        """Whether the sentence of a fact gives it in another currency too: 805億港元,約合人民幣721億元."""
        found = self.evidence.library.search.reading.quantities(self.evidence.sentence(fact))
        return any(q.unit == currency and 0 < q.start - fact.quantity.end < _REACH for q in found)

    def _year_before(self, question: Question, lines: Sequence[Line]) -> list[Line]:
        """The same figure a year earlier, where the question asks for that too and an article gives it."""
        period = lines[0].period
        if "year-before" not in question.flags or len(lines) != 1 or period is None or not period.start[:4].isdigit():
            return []
        if question.aspect or any(p == arithmetic.shift(period, -1) for p in question.periods):
            return []
        asked = replace(question, periods=(arithmetic.shift(period, -1),), needs=())
        found = self.find(asked, [lines[0].subject], lines[0].measure, strict=False)
        return [x for x in found[:1] if x.value and x.measure == lines[0].measure]

    def _before(self, question: Question, lines: Sequence[Line]) -> list[Line]:
        """The same figure of the year before, or of the quarter or month before where that is asked for."""
        if question.aspect or len(lines) != 1 or lines[0].period is None or not lines[0].period.start[:4].isdigit():
            return []
        if not qw.QUARTER_BEFORE.search(question.folded):
            return self._year_before(replace(question, flags=question.flags | {"year-before"}), lines)
        period = timing.quarter_before(lines[0].period)
        found = self.find(replace(question, periods=(period,), needs=()), [lines[0].subject], lines[0].measure, strict=False) if period else []
        return [x for x in found[:1] if x.value and x.measure == lines[0].measure]

    def _is_earlier(self, question: Question, line: Line) -> bool:
        """Whether a line is itself of the time before: there is a later one of its measure, and its period was asked for."""
        if not question.periods or line.period is None:
            return False
        told = self.find(replace(question, periods=(), needs=()), [line.subject], line.measure, strict=False)
        return any(x.value and x.period and x.measure == line.measure and x.period.kind == line.period.kind and x.period.end > line.period.end for x in told)

    def _with_before(self, answer: Answer, lines: Sequence[Line]) -> Answer | None:
        """The answer with what its figure came from, in the words of its sentence; None where that is not told."""
        value = lines[0].value
        pairs = [p for p in pairs_in(self.evidence.sentence(value).text, ratios=True) if p[1].raw == value.quantity.raw] if value else []
        if value and len(pairs) != 1:
            sentence = self.evidence.sentence(value)
            told = [q for q in self.evidence.library.search.reading.quantities(sentence) if (q.unit == value.quantity.unit or (figures.is_money(q.unit) and figures.is_money(value.quantity.unit))) and q.start >= value.quantity.end]
            if not told or not _PRIOR_TOLD.search(fold(sentence.text)[value.quantity.end : told[0].start]):
                return None
            text = self.evidence.quote(sentence.text)  # 溢利3.86億元,前一年度則錄得虧損1.94億元: its own words tell it
            foreign = self.evidence.foreign(sentence.text)
            return replace(answer, lines=answer.lines if foreign else (*answer.lines, text), quotes=(*answer.quotes, text) if foreign else answer.quotes)
        if not pairs:
            return None
        before, after = (figures.show(q, self.evidence.lang) for q in pairs[0])
        line = figures.spaced(self.evidence.words.moved.format(before=before, after=after)) + self.evidence.words.stop
        return replace(answer, lines=(*answer.lines, line))

    def _straddle(self, question: Question, measure: str, found: Sequence[Line]) -> Answer | None:
        """Whether a loss narrowed, where only both years' values are given: shown, with what follows from them."""
        if not question.periods or question.periods[0].kind != "year":
            return None
        year = question.periods[0]
        earlier = Period(
            f"{int(year.start[:4]) - 1}{year.start[4:]}", f"{int(year.end[:4]) - 1}{year.end[4:]}", "year", ""
        )
        before = self.find(replace(question, periods=(earlier,), needs=()), question.subjects[0], measure, strict=False)
        now = next((x for x in found if x.value), None)
        then = next((x for x in before if x.value), None)
        if not now or not then or not now.value or not then.value:
            return None
        answer = self.compose(question, [now, then])
        ends = [v for v in (now.value.quantity.lo, now.value.quantity.hi) if v is not None]
        past = then.value.quantity.lo
        if past is None or not min(ends) < past < max(ends):
            return answer
        note = self.evidence.words.straddle.format(value=self.value(then.value)) + self.evidence.words.stop
        return replace(answer, lines=(*answer.lines, note), kind="derived")

    def premise(self, question: Question) -> Answer | None:
        """Correct a question that takes a profit for granted where there is a loss, or the other way round."""
        if (
            len(question.subjects) != 1
            or question.kind not in ("passage", "fact")
            or (question.measures and not self._is_loose(question))
        ):
            return None
        asked = question.flags & {"loss", "profit"}
        if len(asked) != 1 and "profit" not in asked:
            return None
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        if any(not n.light and not soft(n) and not any(set(o) & tokens for o in n.options) for n in question.needs):
            return None  # it asks of a part, or of something else besides
        if question.wants in ("amount", "ratio", "date") or question.aspect in ("growth", "narrowing", "decline"):
            return None
        for measure in ("net-profit", self.roles.adjusted):
            found = self.find(question, question.subjects[0], measure, strict=False)
            lines = [x for x in found[:1] if x.value]
            if lines and self._premise(question, lines):
                return self.compose(question, lines)
        return None

    def compose(self, question: Question, lines: Sequence[Line]) -> Answer:
        """Return the answer that tells these lines and whatever other sources say differently."""
        evidence = self.evidence
        said = list(dict.fromkeys(self.tell(x) for x in lines))
        used = [f for x in lines for f in (*x.supporting, *x.changes)]
        differing = [self._conflict(question, x) for x in lines]
        conflict = [text for texts, _ in differing for text in texts]
        sentences = [evidence.sentence(f) for f in (*used, *(f for _, facts in differing for f in facts))]
        premise = self._premise(question, lines) or self._verdict(question, lines)
        more = sentences[:1] if not premise and self._asks_more(question, [x.measure for x in lines]) else []
        several = [evidence.sentence(f) for x in lines for f in ((x.value, *x.others) if x.others and x.value else ())]
        parallel = [evidence.sentence(x.value) for x in lines if x.value and self._one_of_several(x.value)]
        wanted = asked_currency(question.folded)
        abroad = [evidence.sentence(x.value) for x in lines if wanted and x.value and x.value.quantity.unit != wanted and self._converted(x.value, wanted)]
        more = list({s.id: s for s in (*abroad, *more, *several, *parallel)}.values())[:2]
        said += [evidence.quote(s.text) for s in more if not evidence.foreign(s.text)]
        return Answer(
            True,
            evidence.lang,
            "conflict" if conflict else "fact",
            (*premise, *said, *conflict),
            quotes=tuple(evidence.quote(s.text) for s in more if evidence.foreign(s.text)),
            sources=evidence.sources(sentences),
            facts=tuple(describe(f) for x in lines for f in ([x.value] if x.value else []) + list(x.changes)),
        )

    def _one_of_several(self, fact: StoredFact) -> bool:
        """Whether a figure holds for one case of several, so that it misleads alone: 60% on A and 40% on B."""
        folded = fold(self.evidence.sentence(fact).text)
        return any(fold(fact.quantity.raw) in m.group() for m in _CASES.finditer(folded))

    def _asks_more(self, question: Question, measures: Sequence[str]) -> bool:
        """Whether the question asks for more than the figure, so that its sentence should be shown too."""
        extra = [n for n in question.needs if not n.light and not soft(n) and not self.names(n, *measures)]
        return bool(extra) or "yesno" in question.flags

    def _verdict(self, question: Question, lines: Sequence[Line]) -> list[str]:
        """Yes or no, where one figure decides it: whether there was a profit, whether it grew, fell or narrowed."""
        if "yesno" not in question.flags or len(lines) != 1 or _TURNED.search(question.folded):
            return []
        words, line = self.evidence.words, lines[0]
        changes = {c.aspect for c in line.changes}
        if question.aspect in _CONTRARY:
            with_it, against = _CONTRARY[question.aspect]
            if bool(changes & with_it) != bool(changes & against):
                return [(words.yes if changes & with_it else words.no).strip()]
            return []
        asked = question.flags & {"loss", "profit"}
        if len(asked) != 1 or line.value is None or line.measure not in self.roles.profits or question.aspect:
            return []
        ends = [v for v in (line.value.quantity.lo, line.value.quantity.hi) if v is not None]
        if not ends or min(ends) <= 0 <= max(ends):
            return []
        return [(words.yes if (ends[0] < 0) == (asked == {"loss"}) else words.no).strip()]

    def _premise(self, question: Question, lines: Sequence[Line]) -> list[str]:
        first = next((x.value for x in lines if x.value and x.measure in self.roles.profits), None)
        if first is None:
            return []
        words = self.evidence.words
        if (
            "profit" in question.flags
            and "loss" not in question.flags
            and figures.negative(first.quantity)
            and self._is_loose(question)
        ):
            return [words.no_profit]
        if "loss" in question.flags and not figures.negative(first.quantity) and "net" not in question.folded:
            return [words.no_loss]
        return []

    def _conflict(self, question: Question, line: Line) -> tuple[list[str], list[StoredFact]]:
        """Other values for the same subject, measure and period: shown side by side, never chosen between."""
        if line.value is None:
            return [], []
        mine = said(self.evidence, line.value)
        others: dict[Kind, list[StoredFact]] = {}
        statement = self.evidence.statement
        told = self.evidence.facts if statement.published or statement.basis == "actual" else self.evidence.every_fact
        for fact in told([line.subject], line.measure):
            if fact.aspect != "value" or fact.article_id == line.value.article_id:
                continue
            kind = compare(mine, said(self.evidence, fact))
            if kind in SHOWN and self._covers(fact, question, line.measure):
                others.setdefault(kind, []).append(fact)
        words, out = self.evidence.words, []
        leads = {Kind.CONTRADICTION: words.conflict, Kind.REVISION: words.revision, Kind.FORECASTS: words.forecasts}
        for kind, facts in others.items():
            items = [self.evidence.version(f.article_id, self._dated(f)) for f in (line.value, *facts)]
            out.append(leads[kind] + words.semicolon.join(dict.fromkeys(items)) + words.stop)
        return out, [f for facts in others.values() for f in facts]

    def _dated(self, fact: StoredFact) -> str:
        """A value, and that it was only expected."""
        tag = self.evidence.words.forecast_tag
        shown = self.value(fact)
        if fact.basis != "forecast":
            return shown
        return f"{shown} ({tag})" if self.evidence.lang == "en" else f"{shown}（{tag}）"


def describe(fact: StoredFact) -> dict[str, str]:
    """Return a fact for machines: strings only, values in the unit itself."""
    quantity = fact.quantity
    return {
        "subject": fact.subject, "measure": fact.measure, "aspect": fact.aspect, "basis": fact.basis,
        "period": f"{fact.period.start}/{fact.period.end}" if fact.period else "",
        "low": "" if quantity.lo is None else figures.plain(quantity.lo),
        "high": "" if quantity.hi is None else figures.plain(quantity.hi),
        "unit": quantity.unit, "qualifier": quantity.qualifier, "raw": quantity.raw,
    }  # fmt: skip


def same_period(asked: Period, other: Period | None) -> bool:
    """Return whether a figure is of the period asked for; a quarter asked for without its year is any year's."""
    if other is None:
        return False
    if asked.start.startswith("--"):
        return (asked.start[-5:], asked.end[-5:]) == (other.start[-5:], other.end[-5:])
    return (asked.start, asked.end) == (other.start, other.end)


def _stands_then(asked: Period, line: Line) -> bool:
    """Whether what stands at the end of a year is asked for, and given with that year: the debt ratio at end-2025."""
    period = line.period
    ends = period is not None and asked.start == asked.end == period.end and period.kind in _REPORTED
    return ends and bool(_STANDS.search(line.measure))


def _equal(a: StoredFact, b: StoredFact) -> bool:
    return (a.quantity.lo, a.quantity.hi, a.quantity.unit) == (b.quantity.lo, b.quantity.hi, b.quantity.unit)


def _agree(a: StoredFact, b: StoredFact) -> bool:
    """Whether two values are the same but for rounding, qualifier, unit or currency."""
    return a.quantity.unit != b.quantity.unit or printed_alike(a.quantity, b.quantity)


# What stands at a day, though it is told with the year or half-year that ends then.
_STANDS = lazy.compile(r"debt|liabilit|assets|^cash$|inventory|receivable|payable|goodwill|loans|deposits|users|employees|staff|customers|stores|capacity|backlog|patents|fleet|non-performing|coverage|capital-adequacy|gearing|market-cap")
_REACH = 24  # characters between a figure and the same in another currency
_REPORTED = ("year", "half", "quarter", "nine-months")
_POINTS = {"increase": "growth", "decrease": "decline"}
_PRIOR_TOLD = lazy.compile(r"去年|上年|前一年|一年前|年初|上一?季|前一?季|上月|\b(?:year|quarter|month) (?:earlier|ago|before)\b|\b(?:last|previous|prior) (?:year|quarter|month)\b|\b(?:from|against|versus|compared with)\b")
_TARGET = lazy.compile(r"目标|\btargets?\b")
_WITHOUT_ONE_OFF = lazy.compile(r"(?<![没未不])扣非|(?<![没未不])扣除非经常|\bexcluding (?:non-?recurring|one-?offs?|one-time)|\bbefore one-offs?\b")
_AMOUNT = lazy.compile(r"多少(?:亿|万|元|块|钱|美元|港元)|几(?:亿|万|块|元)|\bhow much (?:was|is|did)\b")
_PRICES = frozenset(("price", "unit-price", "average-selling-price", "launch-price"))
_RATE = lazy.compile(r"百分之(?:几|多少)|几个?(?:百分点|巴仙|趴)|\bin (?:%|per ?cent\w*)|\bhow many per ?cent|\bwhat (?:%|per ?cent\w*)")
_TURNED = lazy.compile(r"[扭转]")  # 扭虧了嗎 asks of two years
_CONTRARY = {
    "growth": ({"growth", "increase"}, {"decline", "decrease"}),
    "decline": ({"decline", "decrease"}, {"growth", "increase"}),
    "narrowing": ({"narrowing"}, {"widening"}),
}
_QUALIFIED = lazy.compile("約|约|超|逾|近|不足|至少|最高|虧損|亏损|高達|高达|達|达|不超|不低|不少|不到|突破|直逼|介於|介于|最多|將近|将近|接近")
_IS = lazy.compile(r"[為为](?=\{value\})")
_A_YEAR = lazy.compile(
    r"同比|年增|年减|按年|[较比]?(?:上年|去年|前年|20\d\d年)同?期?|同期|"
    r"\byear[- ]on[- ]year\b|\byoy\b|\byear[- ](?:earlier|ago)\b|\ba year\b|\bprevious year\b|\bprior year\b|\blast year\b|\b(?:from|over|than in|compared (?:with|to)) 20\d\d\b|\bannual(?:ly)?\b"
)
_CASES = lazy.compile(
    r"(在|于|对)[^,;。]{1,24}?(上|中|下|里|方面|时)[^,;。]{0,12}?\d[^。]{0,24}?\1[^,;。]{1,24}?\2[^,;。]{0,12}?\d|"
    r"\d[^,;.]{0,16}? (on|in|for|at|among) [^,;.]{2,40}? and [^,;.]{0,12}?\d[^,;.]{0,16}? \3 "
)


def _latest(line: Line) -> tuple[int, str, int]:
    """Whole years first, latest first; figures without a period count as current."""
    period = line.period
    if period is None:
        return (0, "", 0)
    kinds = {"year": 0, "as-of": 0, "span": 2, "half": 1, "quarter": 1, "nine-months": 1}
    return (kinds.get(period.kind, 1), "".join(chr(255 - ord(c)) for c in period.end), 0)


def _as_of(line: Line) -> bool:
    return line.period is not None and line.period.kind == "as-of"


def _newest(line: Line) -> tuple[int, str, int]:
    """Latest first, whatever their length: what stands at a day stands at the end of a half-year too."""
    return (0, _latest(line)[1], 0)


def _tidy(text: str) -> str:
    """One space where a slot was empty."""
    return " ".join(text.split()) if text.isascii() or " " in text else text
