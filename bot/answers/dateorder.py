"""Which of several came first or last, and in what order they came: founded, listed, launched.

A firm of which two dates are told may have come at any time between them: who is first is told only where no other may
have been. Of a group that the question counts or names, those whose date is not told are left to the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot import figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.groups import Groups, counted
from bot.answers.lines import describe
from bot.disagreement import compatible
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb import lazy
from kb.rows import StoredFact
from kb.search import Need

_ENDS = ("first", "last", "earliest", "latest", "most recently")
_LAST = lazy.compile(r"[谁家个](?:最后|最?晚|(?:更|比较|较)晚)|[市立办][得的]?(?:更|比较|较)?晚|(?:更|比较|较)晚|\b(?:later|last)\b")
_BEFORE = lazy.compile(r"[早先][于過过]|比.{1,14}?[早先]|(?<=[早先])[吗嗎]|\b(?:before|earlier than|sooner than|ahead of)\b")
_AFTER = lazy.compile(r"晚[于於過过]|比.{1,14}?晚|\b(?:after|later than)\b")
_ORDER = lazy.compile(r"(?:先后|时间)?(?:顺序|次序|排序)|[谁哪]先[谁哪]后|按[^,?]{0,8}?(?:时间|日期|先后|早晚)[^,?]{0,4}?[排列]|\bin (?:what|which) order\b|\b(?:chronological|by date)\b|\border of (?:listing|founding|launch)\b")
_TWO = 2


@dataclass(frozen=True, slots=True)
class Came:
    """When one came: the facts that tell it, and the first and last day it may have been, ISO or "MM-DD" where no year is told."""

    facts: tuple[StoredFact, ...]
    earliest: str
    latest: str

    @property
    def fact(self) -> StoredFact:
        """The fact it is told by."""
        return self.facts[0]


class DateOrder:
    """Puts in order what is dated, for one asker."""

    def __init__(self, evidence: Evidence, dates: Dates, groups: Groups) -> None:
        """Take what finds dates, and the members of a group named in a question."""
        self.evidence = evidence
        self._dates = dates
        self._groups = groups

    def extreme(self, question: Question) -> Answer | None:
        """Answer who was first or last, of those named, of a group, or of all whose date is told."""
        for event in self._dates.targets(question):
            needs = tuple(n for n in self._dates.besides(question, event) if not soft(n) and n.surface not in _ENDS)
            members = self._members(question, event, needs)
            facts = [f for f in self.evidence.all_facts(event) if f.period and (members is None or f.subject in members)]
            facts = [f for f in facts if members is not None or self._dates.covers(f, needs)]
            came = in_order(_of_known_years(facts), last=question.extreme == "last")
            if len(came) < _TWO:
                continue
            count = counted(question.folded) or 0
            if len(came) < max(count, len(question.subjects)) or (count and count not in (len(came), len(members or ()))):
                continue  # the fourth of four may be the one; which four is told nowhere
            if undecided(came):
                return self._all_told(came) if members is not None and (count or question.subjects) else None
            return self._first(question, came)
        return None

    def in_turn(self, question: Question) -> Answer | None:
        """Answer in what order several came, or whether one of two came before the other."""
        measures = self.evidence.library.names.measures
        if any(measures[m].unit != "date" for m in question.measures):
            return None
        two = len(question.subjects) == _TWO
        if two and "yesno" in question.flags and (said := self.leads(question, question.subjects)):
            event = self._dates.targets(question)[0]
            came = in_order([f for g in question.subjects for i in g for f in self.evidence.all_facts(event) if f.subject == i and f.period])
            told = self._all_told(came)
            return replace(told, kind="compare", lines=(said, *told.lines))
        if len(question.subjects) == 1 or question.extreme or not _ORDER.search(question.folded):
            return None
        for event in self._dates.targets(question):
            needs = tuple(n for n in self._dates.besides(question, event) if not soft(n) and not _ORDER.search(n.surface) and n.surface != "order")
            members = self._members(question, event, needs)
            if members is None:
                return None  # of all that are dated nobody asks the order
            came = in_order(_of_known_years([f for f in self.evidence.all_facts(event) if f.period and f.subject in members]))
            if len(came) >= _TWO:
                return self._all_told(came, sorted(members - {c.fact.subject for c in came}), event)
        return None

    def leads(self, question: Question, subjects: Sequence[Sequence[str]]) -> str:
        """Return the sentence that says which of two came first, or whether the first named did, where that is asked and can be told."""
        folded = question.folded
        which, before, after = qw.EARLIER.search(folded), _BEFORE.search(folded), _AFTER.search(folded)
        whether = "yesno" in question.flags and (before or after) and not (before and after)
        if len(subjects) != _TWO or not (which or whether):
            return ""
        for event in self._dates.targets(question):
            came = [in_order([f for i in s for f in self.evidence.all_facts(event) if f.subject == i and f.period]) for s in subjects]
            both = [c[0] for c in came if c]
            ranked = sorted(both, key=lambda c: c.earliest)
            if len(both) < _TWO or undecided(ranked) or len({len(c.earliest) for c in both}) > 1:
                return ""
            words = self.evidence.words
            if whether and "which" not in question.flags:
                return (words.yes if (ranked[0] is both[0]) == bool(before) else words.no).strip()
            winner = ranked[-1 if _LAST.search(folded) else 0].fact.subject
            return (words.later if _LAST.search(folded) else words.earlier).format(winner=self.evidence.name(winner)) + words.stop
        return ""

    def sorted(self, question: Question, subjects: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Return subjects in the order in which what is asked of came about, those without a date last."""
        for event in self._dates.targets(question):
            came = {c.fact.subject: c.earliest for c in in_order([f for f in self.evidence.all_facts(event) if f.period])}
            return sorted(subjects, key=lambda s: min((came[i] for i in s if i in came), default="~"))
        return list(subjects)

    def _members(self, question: Question, event: str, needs: tuple[Need, ...]) -> set[str] | None:
        """The firms among which it is asked, None for all."""
        if question.subjects:
            return {i for g in question.subjects for i in g}
        having = {f.subject for f in self.evidence.all_facts(event)}
        members = self._groups.members(replace(question, needs=needs), having)
        count = counted(question.folded)
        return having if count == len(having) and count != len(members or ()) else members  # no other four are dated

    def _first(self, question: Question, came: Sequence[Came]) -> Answer:
        """Who was first or last: all of one day, and who comes next."""
        evidence, words = self.evidence, self.evidence.words
        of_one_day = [c for c in came if c.earliest == came[0].earliest]
        then = came[len(of_one_day) : len(of_one_day) + 1]
        winner = joined(words, [evidence.name(c.fact.subject) for c in of_one_day])
        said = words.extreme[question.extreme if len(of_one_day) == 1 else f"{question.extreme}-several"]
        lines = [said.format(winner=winner, value=self._day(came[0])) + words.stop]
        lines += [words.runner_up.format(second=evidence.name(c.fact.subject), value=self._day(c), n=len(came)) + words.stop for c in then]
        return self._told(lines, [*of_one_day, *then])

    def _all_told(self, came: Sequence[Came], others: Sequence[str] = (), event: str = "") -> Answer:
        """All dates there are and of whom there is none, with nobody called the first."""
        evidence, words = self.evidence, self.evidence.words
        colon = ": " if evidence.lang == "en" else "："
        lines = [f"{evidence.name(c.fact.subject)}{colon}{self._day(c)}{words.stop}" for c in came]
        if others:
            names = [evidence.name(i) for i in others]
            of = joined(words, [*names[:-1], evidence.possessive(others[-1])])
            lines.append(words.missing_measure.format(subject=joined(words, names), subject_of=of, measure=evidence.label(event)))
        return self._told(lines, came)

    def _told(self, lines: Sequence[str], came: Sequence[Came]) -> Answer:
        facts = [f for c in came for f in c.facts]
        sources = self.evidence.sources([self.evidence.sentence(f) for f in facts])
        return Answer(True, self.evidence.lang, "superlative", tuple(lines), sources=sources, facts=tuple(describe(f) for f in facts))

    def _day(self, came: Came) -> str:
        """The date, or every date that is told of it."""
        either = " / "
        return either.join(dict.fromkeys(figures.date(f.period, self.evidence.lang) for f in came.facts if f.period))


def in_order(facts: Sequence[StoredFact], last: bool = False) -> list[Came]:
    """Return when each subject came, the first of them (or the last) at the head.

    Of dates that agree the finest is kept; dates that cannot both be true are kept side by side.
    """
    told: dict[str, list[StoredFact]] = {}
    for fact in facts:
        told.setdefault(fact.subject, []).append(fact)
    came = [_came(own) for own in told.values()]
    return sorted(came, key=lambda c: c.latest if last else c.earliest, reverse=last)


def undecided(came: Sequence[Came]) -> bool:
    """Return whether the first two may have come in the other order: "2020" stands neither before nor after September 2020."""
    one, two = came[0], came[1]
    same_day = (one.earliest, one.latest) == (two.earliest, two.latest)
    return not (same_day and len(one.facts) == len(two.facts) == 1) and one.earliest <= two.latest and two.earliest <= one.latest


def _came(facts: Sequence[StoredFact]) -> Came:
    finest = sorted(facts, key=lambda f: _days(f)[2])
    kept: list[StoredFact] = []
    for fact in finest:
        if fact.period and not any(k.period and compatible(k.period, fact.period) for k in kept):
            kept.append(fact)
    kept.sort(key=lambda f: _days(f)[0])
    return Came(tuple(kept), min(_days(f)[0] for f in kept), max(_days(f)[1] for f in kept))


def _days(fact: StoredFact) -> tuple[str, str, int]:
    """First day, last day, and how coarse the date is."""
    start, end = (fact.period.start.removeprefix("--"), fact.period.end.removeprefix("--")) if fact.period else ("", "")
    coarse: Mapping[str, int] = {"day": 0, "as-of": 0, "month": 1, "quarter": 2, "half": 3, "year": 4}
    return start, end, coarse.get(fact.period.kind, 5) if fact.period else 5


def _of_known_years(facts: Sequence[StoredFact]) -> list[StoredFact]:
    """The facts with a year, or those without one where they are of more firms: 1月8日 stands neither before nor after 2025."""
    dated = [f for f in facts if f.period and not f.period.start.startswith("--")]
    open_ = [f for f in facts if f.period and f.period.start.startswith("--")]
    return dated if len({f.subject for f in dated}) >= len({f.subject for f in open_}) else open_
