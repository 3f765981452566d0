"""Figures: what was the revenue, the profit, the market value, and how did it change.

A question for the year before, for several periods or in another currency is answered where all of it is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.figureteller import FigureTeller
from bot.answers.firstday import of_that_day
from bot.answers.lines import Line, agree
from bot.asked import asked_currency, asked_nouns
from bot.moves import pairs_in
from bot.question import Question
from bot.softwords import soft
from kb import lazy, periodarithmetic
from kb.figuresense import LEAST
from kb.model import Period
from kb.rows import StoredFact, StoredSentence
from kb.text import fold

# A time that is counted back: no figure without that time answers it.
_AGO = lazy.compile(r"\b(?:two|three|four|five|six|several|\d+) (?:years|quarters|months) (?:ago|earlier|before)\b|[两三四五六几\d]年前")
_CLAUSES = lazy.compile(r"[,;:。]\s?(?!\d)")
_PRIOR_TOLD = lazy.compile(r"去年|上年|前一年|一年前|年初|上一?季|前一?季|上月|\b(?:year|quarter|month) (?:earlier|ago|before)\b|\b(?:last|previous|prior) (?:year|quarter|month)\b|\b(?:from|against|versus|compared with)\b")
_AMOUNT = lazy.compile(r"多少(?:亿|万|元|块|钱|美元|港元)|几(?:亿|万|块|元)|\bhow much (?:was|is|did)\b")
_EACH_SHARE = lazy.compile(r"每(?:10|十)?股|\b(?:per|a|each) share\b")
# What a licence brings is told of the firm, and asked of what is licensed.
_PAID_FOR_A_THING = frozenset(("upfront-payment", "milestone-payments", "royalty-rate", "license-fee", "deal-total"))
_SENTENCES_BACK = 5
_ANOTHER_DEAL = lazy.compile(r"同类(?:交易|授权)|平均|(?:较早|先前|此前|早前|去年|前年|20\d\d年)[^,;。]{0,12}?(?:曾|那[宗笔]|的(?:交易|授权))|\b(?:earlier|previous|another|other|similar|average|rival|comparable) (?:deals?|licen[cs]\w*|agreements?|transactions?|one)\b")
_PRICES = frozenset(("price", "unit-price", "average-selling-price", "launch-price"))
_WHICH_KIND = lazy.compile(r"哪一?[类种]|什么(?:类型|种类)|\b(?:what|which) (?:kinds?|types?|sorts?) of\b")
# What part of something is no rate at which it grew.
_PORTION = lazy.compile(r"几成|几分之几|多大(?:一部分|比例)|\b(?:what|which) (?:share|portion|proportion|fraction|part)\b|\bhow (?:big|large) an? (?:share|slice|part|portion|chunk)\b")
_RATE = lazy.compile(r"百分之(?:几|多少)|几个?(?:百分点|巴仙|趴)|\bin (?:%|per ?cent\w*)|\bhow many per ?cent|\bwhat (?:%|per ?cent\w*)")
_OF_A_DAY = frozenset(("market-cap", "share-price"))


def _on_a_day(line: Line) -> bool:
    """Whether a figure is told for a certain day."""
    return line.period is not None and line.period.start == line.period.end and line.period.start[:1].isdigit()


class Figures(FigureTeller):
    """Answers with figures of one subject."""

    def answer(self, question: Question) -> Answer | None:
        """Answer a question for figures of one subject, or return None when it is no such question."""
        if len(question.subjects) != 1 or question.kind in ("person", "superlative", "definition", "timeline"):
            return None
        question = self._of_their_firm(question)
        of_two_times = "compare" in question.flags and len(question.periods) > 1  # "how did it compare with 2024": by both figures
        told_how = question.kind == "passage" and not of_two_times and not question.aspect and not all(n.light for n in question.needs)
        told_how = told_how or (not question.wants and bool(_WHICH_KIND.search(question.folded)))  # 漲幅超過100%的是哪類: no figure
        told_how = told_how or (question.wants == "place" and question.aspect in ("growth", "decline"))  # where it fell: a place
        named = question.kind == "list" and question.wants in ("", "ratio") and bool(asked_nouns(question.folded))  # 用在哪些項目: things, no figure
        together = "sum" in question.flags and len(self.targets(question)) > 1  # what two measures make: see arithmetic
        if question.wants in ("reason", "date") or told_how or named or together or (not question.periods and _AGO.search(question.folded)):
            return None
        before = qw.asks_before(question.folded) and ("relative" not in question.flags or "year-before" in question.flags or bool(qw.FROM_TO.search(question.folded)))
        if qw.FROM_TO.search(question.folded):
            question = replace(question, aspect="")  # 從多少升到多少: two figures, and no rate
        lines: list[Line] = []
        for measure, aspect in self.targets(question):
            found = self.find(question, question.subjects[0], measure) or self._of_its_product(question, measure) or self._of_its_deal(question, measure)
            found = of_that_day(question, self.evidence, _all_of_it(question, measure, found))
            if modifiers.QUARTERLY.search(question.folded):  # a change a year does not answer for one a quarter
                found = [x for x in found if any(c.aspect.endswith("-qoq") for c in x.changes)]
            if not found:
                return None
            if not aspect and (_AMOUNT.search(question.folded) or measure in _PRICES) and not any(x.value for x in found):
                return None  # by how much it changed is no answer to how much it was
            if not aspect and _RATE.search(question.folded) and not any(x.changes or (x.value and x.value.quantity.unit == "%") for x in found):
                return None  # how much smaller the loss is, in per cent, is not told by the loss
            if not aspect and _PORTION.search(question.folded) and not any(x.value for x in found):
                return None
            found = self._changed(question, measure, found) if aspect else found
            found = _telling_change(question, found) if aspect else found
            if aspect and not any(x.changes for x in found):
                return (
                    self._straddle(question, measure, found) if aspect == "narrowing" else None
                )  # a change is asked for and none is given: see arithmetic
            wanted = question.periods if len(question.periods) > 1 else found[:1]
            rate = self.evidence.library.names.measures[measure].unit == "percent"  # of same-store sales there is no more than their growth
            if len(question.periods) > 1 and len([x for x in found if x.value or (rate and x.changes)]) < len(question.periods):
                return None  # several periods asked for, not all there
            lines += found[: len(wanted) or 1]
            lines += self._at_another_time(question, found) if measure.endswith("-share") else self._on_another_day(question, found)
        if not lines or not self._in_currency(question, lines):
            return None
        outlook = qw.OUTLOOK_BEFORE.search(question.folded)  # another one of the same time, and not what came of the year before
        earlier = [] if outlook else self._before(question, lines) if before else self._year_before(question, lines)
        answer = self.compose(question, [*lines, *earlier])
        return self._with_before(answer, lines) if before and not question.aspect and not earlier and len(lines) == 1 and not self._is_earlier(question, lines[0]) else answer

    def _changed(self, question: Question, measure: str, found: list[Line]) -> list[Line]:
        """The figures found, or where none says how it changed those of a measure it may be told by that do: a loss is told by its owners' share, how it narrowed of all of it."""
        if any(x.changes for x in found):
            return found
        told = (x for name in self.acceptable(measure, question) for x in self._lines(question, question.subjects[0], name, strict=True))
        return [x for x in told if x.changes][:1] or found

    @staticmethod
    def _at_another_time(question: Question, found: Sequence[Line]) -> list[Line]:
        """The share that another article gives for a time, where the first is of none that is told: they may be of one time."""
        first = found[0].value
        if question.periods or question.aspect or first is None or found[0].period is not None:
            return []
        return [x for x in found[1:] if x.value and x.measure == found[0].measure and x.value.article_id != first.article_id and not agree(x.value, first)][:1]

    @staticmethod
    def _on_another_day(question: Question, found: Sequence[Line]) -> list[Line]:
        """What another article gives for another day of something that is of a day, where none is asked for: a market value moves."""
        first = found[0]
        if question.periods or question.aspect or question.extreme or first.value is None or first.measure not in _OF_A_DAY or not _on_a_day(first):
            return []
        other = (x for x in found[1:] if x.value and x.measure == first.measure and _on_a_day(x) and x.value.article_id != first.value.article_id)
        return [x for x in other if x.value and x.period != first.period and not agree(x.value, first.value)][:1]

    def _of_its_product(self, question: Question, measure: str) -> list[Line]:
        """The figures of the one product of a company that has any, of a measure that only products have: its new turbine's rotor."""
        names, archive = self.evidence.library.names, self.evidence.library.archive
        if tuple(names.measures[measure].kinds) != ("product",):
            return []
        things = {f.subject for f in archive.facts(measure=measure)}
        own = [i for i in things if names.entities[i].kind == "product" and self.evidence.library.search.associate(i) in question.subjects[0]]
        return self.find(question, own, measure) if len(own) == 1 else []

    def _of_their_firm(self, question: Question) -> Question:
        """The question of the firm of somebody spoken of, where only firms have what is asked: who founded X? what was its revenue?"""
        library = self.evidence.library
        names, person = library.names, question.subjects[0][0]
        targets = self.targets(question)
        if names.entities[person].kind != "person" or not targets or question.flags.isdisjoint(("pronoun", "follow")):
            return question
        if any(set(names.measures[m].kinds) & {"person", "any"} or "company" not in names.measures[m].kinds for m, _ in targets):
            return question
        firm = library.search.associate(person)
        return replace(question, subjects=((firm,),)) if firm and all(self.evidence.facts((firm,), m) for m, _ in targets) else question

    def _of_its_deal(self, question: Question, measure: str) -> list[Line]:
        """What is paid for the one product that an article is about, which it gives of a firm: 昕岸可取得1.8億美元簽約金."""
        library = self.evidence.library
        subject = question.subjects[0]
        if measure not in _PAID_FOR_A_THING or len(subject) != 1 or library.names.entities[subject[0]].kind != "product":
            return []
        told = [f for f in library.archive.facts(measure=measure) if f.article_id in self.evidence.visible and self._spoken_of(f) == subject[0]]
        found = [x for i in dict.fromkeys(f.subject for f in told) for x in self.find(question, (i,), measure)]
        of_it = {f.id for f in told}
        return [replace(x, subject=subject[0]) for x in found if x.value and x.value.id in of_it]

    def _spoken_of(self, fact: StoredFact) -> str:
        """The id of the product that a fact's sentence names, or the last before it; "" where it is told of another deal, or of several."""
        entities, search = self.evidence.library.names.entities, self.evidence.library.search
        sentence: StoredSentence | None = self.evidence.sentence(fact)
        if sentence is None or _ANOTHER_DEAL.search(fold(sentence.text)):
            return ""
        for _ in range(_SENTENCES_BACK):
            things = list(dict.fromkeys(m.entity for m in sentence.mentions if entities[m.entity].kind == "product"))
            if things:
                return things[0] if len(things) == 1 or sentence.id != fact.sentence_id else ""
            sentence = search.neighbour(sentence, -1)
            if sentence is None:
                break
        return ""

    def _in_currency(self, question: Question, lines: Sequence[Line]) -> bool:
        """Whether figures are told in the currency a question wants, by themselves or by their sentences."""
        wanted = asked_currency(question.folded)
        told = [x.value for x in lines if x.value and figures.is_money(x.value.quantity.unit)]
        return not wanted or all(f.quantity.unit == wanted or self._converted(f, wanted) for f in told)

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
        period = periodarithmetic.quarter_before(lines[0].period)
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
            folded = fold(sentence.text)
            between = folded[value.quantity.end : told[0].start] if told else ""
            # of its own clause: in 收入388, down 27% from a year earlier, and the net loss 45, the loss is no earlier revenue
            if not (_PRIOR_TOLD.search(_CLAUSES.split(between)[-1]) or (told and "%" not in between and _PRIOR_TOLD.search(between))):
                return None
            text = self.evidence.quote(sentence.text)  # 溢利3.86億元,前一年度則錄得虧損1.94億元: its own words tell it
            foreign = self.evidence.foreign(sentence.text)
            return replace(answer, lines=answer.lines if foreign or text in answer.lines else (*answer.lines, text), quotes=(*answer.quotes, text) if foreign and text not in answer.quotes else answer.quotes)
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


def _telling_change(question: Question, found: list[Line]) -> list[Line]:
    """The figures with those first that tell a change of their own time; as they are where only an earlier time's is told, which is worked out instead."""
    told = [x for x in found if any(c.aspect != "cagr" for c in x.changes)]
    if found and found[0] not in told and not question.periods:
        newer = found[0].period and told and told[0].period and found[0].period.end > told[0].period.end
        return [] if newer or not told else told
    return [*told, *(x for x in found if x not in told)] if told else [replace(x, changes=()) for x in found]


def _all_of_it(question: Question, measure: str, found: list[Line]) -> list[Line]:
    """The figures without those by the share, where a dividend is asked for in total: what all of it comes to they do not tell."""
    if measure != "dividend" or "sum" not in question.flags:
        return found
    return [x for x in found if x.value and not _EACH_SHARE.search(fold(x.value.quantity.raw)) and ("whole-year" in question.flags or (x.value.quantity.hi or 0) >= LEAST)]
