"""Figures in words: the lines found, a yes or no that one of them decides, and what other sources say differently.

Values that differ between sources are shown side by side. Leaves out which lines a question is answered with
(`bot.answers.figures`).
"""

from __future__ import annotations

from collections.abc import Sequence

from bot import figures
from bot.answer import Answer
from bot.answers.figurefinder import FigureFinder
from bot.answers.lines import Line, describe
from bot.asked import asked_currency
from bot.disagreement import MOVED, SHOWN, Kind, compare, is_mended, printed_alike, said
from bot.moves import pairs_in
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredFact, StoredSentence
from kb.text import fold

_REACH = 24  # characters between a figure and the same in another currency
_POINTS = {"increase": "growth", "decrease": "decline"}
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


class FigureTeller(FigureFinder):
    """Tells the figures that it finds."""

    def value(self, fact: StoredFact) -> str:
        """Return a fact's figure in words: losses as losses."""
        shown = figures.show(fact.quantity, self.evidence.lang)
        words = self.evidence.words
        if not figures.negative(fact.quantity):
            return shown
        signed = "-" in fact.quantity.raw[:2] or "−" in fact.quantity.raw[:2] or " -" in fact.quantity.raw
        if fact.quantity.unit == "%":
            return "-" + figures.computed(fact.quantity, self.evidence.lang)  # a margin below nought is no loss
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
            if not slots["period"] and line.value.basis != "forecast":
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
        amended = [] if conflict else [s for x in lines if x.value and self._amends(s := evidence.sentence(x.value), x.value)]
        more = list({s.id: s for s in (*amended, *abroad, *more, *several, *parallel)}.values())[:2]
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

    @staticmethod
    def _amends(sentence: StoredSentence, fact: StoredFact) -> bool:
        """Whether the sentence of a figure says what it was before it was put right: "restated its loss to $196 million from $183 million"."""
        return is_mended(sentence.text) and any(now.raw == fact.quantity.raw and was.start != now.start for was, now in pairs_in(sentence.text, ratios=True))

    def _one_of_several(self, fact: StoredFact) -> bool:
        """Whether a figure holds for one case of several, so that it misleads alone: 60% on A and 40% on B."""
        folded = fold(self.evidence.sentence(fact).text)
        return any(fold(fact.quantity.raw) in m.group() for m in _CASES.finditer(folded))

    def _asks_more(self, question: Question, measures: Sequence[str]) -> bool:
        """Whether the question asks for more than the figure, so that its sentence should be shown too."""
        extra = [n for n in question.needs if not n.light and not soft(n) and not self.names(n, *measures)]
        return bool(extra) or "yesno" in question.flags

    def _converted(self, fact: StoredFact, currency: str) -> bool:
        """Whether the sentence of a fact gives it in another currency too: 805億港元,約合人民幣721億元."""
        found = self.evidence.library.search.reading.quantities(self.evidence.sentence(fact))
        return any(q.unit == currency and 0 < q.start - fact.quantity.end < _REACH for q in found)

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
            if kind in SHOWN and (self._covers(fact, question, line.measure) or self._repeated(fact, line.value)):
                others.setdefault(kind, []).append(fact)
        words, out = self.evidence.words, []
        leads = {Kind.CONTRADICTION: words.conflict, Kind.REVISION: words.revision, Kind.FORECASTS: words.forecasts}
        for kind, facts in others.items():
            items = [self.evidence.version(f.article_id, self._dated(f)) for f in (line.value, *facts)]
            out.append(leads[kind] + words.semicolon.join(dict.fromkeys(items)) + words.stop)
        return out, [f for facts in others.values() for f in facts]

    def _repeated(self, fact: StoredFact, other: StoredFact) -> bool:
        """Whether the sentence of the later of two figures repeats the earlier and says that it no longer holds: it is of the same thing."""
        articles = self.evidence.library.articles
        then, now = sorted((fact, other), key=lambda f: articles[f.article_id].published or "")
        sentence = self.evidence.sentence(now)
        again = (q for q in self.evidence.library.search.reading.quantities(sentence) if q.unit == then.quantity.unit and q.start < now.quantity.start)
        return bool(MOVED.search(fold(sentence.text))) and any(printed_alike(q, then.quantity) for q in again)

    def _dated(self, fact: StoredFact) -> str:
        """A value, and that it was only expected."""
        tag = self.evidence.words.forecast_tag
        shown = self.value(fact)
        if fact.basis != "forecast":
            return shown
        return f"{shown} ({tag})" if self.evidence.lang == "en" else f"{shown}（{tag}）"


def _tidy(text: str) -> str:
    """One space where a slot was empty."""
    return " ".join(text.split()) if text.isascii() or " " in text else text
