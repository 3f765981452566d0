"""Time between: two companies' listings, a company's founding and its listing, somebody's age at an event.

Days where both dates are days, else years; where sources differ on a date, both ends are told.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.lines import describe
from bot.evidence import Evidence
from bot.question import Question
from bot.questionwords import EARLIER
from kb import lazy
from kb.model import Period
from kb.rows import StoredFact

_FINE = ("day", "as-of")
_EARLIER = lazy.compile(r"[早晚](?:了)?(?:几|多少)[年天个]|[早晚](?:了)?多久|\bhow (?:much|long|many \w+) (?:earlier|later|before|after)\b")
_NOUNS = (  # the verbs' nouns
    ("founding-date", lazy.compile(r"\b(?:foundings?|foundation|establishment|inception)\b")),
    ("listing-date", lazy.compile(r"\blist(?:ings?)?\b|\bipos?\b|\bpublic\b|\bdebuts?\b|\bflotations?\b")),
)


class Spans:
    """Works out how long, how much earlier, how old."""

    def __init__(self, evidence: Evidence, dates: Dates) -> None:
        """Take what finds dates."""
        self.evidence = evidence
        self._dates = dates

    def asked(self, question: Question) -> bool:
        """Return whether a question asks how long lies between two dates."""
        return question.wants == "duration" or bool(_EARLIER.search(question.folded))

    def answer(self, question: Question) -> Answer | None:
        """Answer how long lies between two events, or how old somebody was or is."""
        if question.wants == "age":
            return self._age(question)
        if self.asked(question):
            return self._two_subjects(question) or self._two_events(question)
        return None

    def _two_subjects(self, question: Question) -> Answer | None:
        """The same event of two subjects."""
        if len(question.subjects) != 2:
            return None
        for event in self._events(question):
            found = [self._dates.find(replace(question, needs=()), s, event) for s in question.subjects]
            if all(found):
                a, b = found[0][0], found[1][0]
                answer = self._between(a, [b], True)
                return self._with_first(answer, a, b) if answer and EARLIER.search(question.folded) else answer
        return None

    def _with_first(self, answer: Answer, a: StoredFact, b: StoredFact) -> Answer:
        """The answer with which of the two was earlier in front, where that is asked for as well: 誰先上市,差幾天."""
        if not a.period or not b.period or a.period.start[:10] == b.period.start[:10]:
            return answer
        first = min(a, b, key=lambda f: f.period.start if f.period else "")
        line = self.evidence.words.earlier.format(winner=self.evidence.name(first.subject)) + self.evidence.words.stop
        return replace(answer, lines=(line, *answer.lines))

    def _events(self, question: Question) -> list[str]:
        """The kinds of event a question names, by their verbs or the nouns of these."""
        return list(dict.fromkeys([*self._dates.targets(question), *(e for e, p in _NOUNS if p.search(question.folded))]))

    def _two_events(self, question: Question) -> Answer | None:
        """Two events of one subject: from founding to listing."""
        if len(question.subjects) != 1:
            return None
        found = [self._dates.find(replace(question, needs=()), question.subjects[0], e) for e in self._events(question)]
        found = [f for f in found if f]
        if len(found) < 2:
            return None
        first, second = sorted(found[:2], key=lambda f: f[0].period.start if f[0].period else "")
        distinct: dict[str, StoredFact] = {}
        for fact in first:  # sources may differ on when it began; a month is told before the year that holds it
            held = any(fact.period and fact.period.start <= k <= fact.period.end for k in distinct)
            if fact.period and not held:
                distinct.setdefault(fact.period.start, fact)
        return self._between(second[0], list(distinct.values()), False)

    def _between(self, one: StoredFact, others: Sequence[StoredFact], named: bool) -> Answer | None:
        """How far `one` lies from each of `others`."""
        told = [one, *others]
        if not all(f.period and f.period.start[:4].isdigit() for f in told):
            return None
        words = self.evidence.words
        spans = [_span(one.period, f.period) for f in others if one.period and f.period]
        lines = []
        for other, (days, years) in zip(others, spans, strict=True):
            a, b = (self._when(f, named) for f in (other, one))
            if days is not None and (days < 700 or named):
                lines.append(words.days_between.format(n=days, a=a, b=b) + words.stop)
            if days is None or days >= 365:
                lines.append(words.years_between.format(n=years, a=a, b=b) + words.stop)
        sentences = [self.evidence.sentence(f) for f in told]
        return Answer(
            True,
            self.evidence.lang,
            "derived",
            tuple(lines),
            sources=self.evidence.sources(sentences),
            facts=tuple(describe(f) for f in told),
        )

    def _when(self, fact: StoredFact, named: bool) -> str:
        evidence = self.evidence
        date = figures.date(fact.period, evidence.lang) if fact.period else ""
        of = evidence.name(fact.subject) if named else evidence.label(fact.measure)
        return figures.spaced(f"{of} {date}")

    # ------------------------------------------------------------ ages
    def _age(self, question: Question) -> Answer | None:
        """How old somebody was in a year, or when something happened; how old somebody is, `careers` tells."""
        entities = self.evidence.library.names.entities
        people = [g for g in question.subjects if entities[g[0]].kind == "person"]
        if len(people) != 1:
            return None
        born = next((f for f in self.evidence.facts(people[0], "birth-date") if f.period), None)
        if born is None or born.period is None:
            return None
        others = [g for g in question.subjects if g not in people]
        return self._aged(born, self._moment(question, others))

    def _aged(self, born: StoredFact, at: tuple[str, int, StoredFact | None] | None) -> Answer | None:
        """Tell how old somebody was at a moment: (in words, the year, the fact that tells it)."""
        if at is None or born.period is None:
            return None
        when, year, fact = at
        first = int(born.period.start[:4])
        if not 0 < year - first < 120:
            return None
        words, evidence = self.evidence.words, self.evidence
        line = words.aged_then.format(subject=evidence.name(born.subject), when=when, n=year - first, a=year, b=first) + words.stop
        told = [born, fact] if fact else [born]
        return Answer(
            True,
            evidence.lang,
            "derived",
            (line,),
            sources=evidence.sources([evidence.sentence(f) for f in told]),
            facts=tuple(describe(f) for f in told),
        )

    def _moment(
        self, question: Question, others: Sequence[Sequence[str]]
    ) -> tuple[str, int, StoredFact | None] | None:
        """When the age is asked for: (in words, the year, the fact that tells it)."""
        lang = self.evidence.lang
        year = next((p for p in question.periods if p.kind == "year" and p.start[:4].isdigit()), None)
        if year:
            return figures.date(year, lang), int(year.start[:4]), None
        for event in self._dates.targets(question):
            for group in others:
                found = [f for f in self.evidence.facts(group, event) if f.period and f.period.start[:4].isdigit()]
                years = {f.period.start[:4] for f in found if f.period}
                if len(years) == 1 and found[0].period:
                    return figures.date(_year(found[0].period), lang), int(years.pop()), found[0]
        return None  # an occasion that no date tells


def _year(period: Period) -> Period:
    return Period(f"{period.start[:4]}-01-01", f"{period.start[:4]}-12-31", "year")


def _span(a: Period, b: Period) -> tuple[int | None, str]:
    """The days between two dates where both are days, and the years, to a tenth where both are months at least."""
    x, y = (datetime.date.fromisoformat(p.start) for p in (a, b))
    days = abs((x - y).days) if a.kind in _FINE and b.kind in _FINE else None
    if "year" in (a.kind, b.kind):
        return days, str(abs(x.year - y.year))
    months = abs((x.year - y.year) * 12 + x.month - y.month)
    return days, f"{months / 12:.1f}".removesuffix(".0")
