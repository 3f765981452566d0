"""Extremes: who is highest, lowest, first or last, among how many; in which year it was most; who fell at all.

Only figures of one unit, and of the period asked for or the one most are given for, are ranked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import figures
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.comparability import middle, moved_by
from bot.answers.coverage import says_more
from bot.answers.dateorder import DateOrder
from bot.answers.figures import Figures
from bot.answers.groups import Groups, counted
from bot.answers.lines import Line, describe, same_period
from bot.answers.partwords import PARTS_ASKED, top_count
from bot.answers.verdicts import COMPANIES
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Period
from kb.rows import StoredFact
from kb.search import Need
from kb.text import fold

_CHANGED = {"growth": ("grew", "slowed"), "decline": ("fell", "eased")}
# The firms among which the extreme is asked for.
_AMONG = lazy.compile(
    r"^[^,?]{2,12}?(?:公司|企业|厂商?|股|板块|这块|那段|领域|赛道|类)(?:之?中|里面?|当中|内)?|^(?:out )?of (?:all )?(?:the |these |those )?[^,?]{3,40}?(?:firms|companies|makers|cos|stocks|names|banks|vendors|suppliers)\b|\bamong (?:the )?[^,?]{3,40}|\bwhich (?:\w+[ -]){1,4}?(?:firm|company|maker|stock|bank|vendor|supplier)\b"
)
_CALLED = {"银行": ("银行", "bank"), "bank": ("银行", "bank"), "券商": ("证券", "securities"), "大学": ("大学", "university"), "university": ("大学", "university")}
_WHICH_KIND = lazy.compile(r"哪一?[家间所](?P<zh>银行|券商|大学)|\bwhich (?:\w+ ){0,2}?(?P<en>bank|university)\b")
_EVERY = 3  # so few are counted at a glance: of three of which two are read none is the first
_ALMOST = 1  # one more or less than were asked about
_FEW = 3  # firms of a kind, so many of which must be found where nothing tells how many there are
_SAID = 0.5  # of a word, that a sentence says it
_WITHIN_A_YEAR = lazy.compile(r"哪[一个]*(?:月|季)|几月|第几季|\bwhich (?:month|quarter)\b")  # no year is one of these
# That a change counts only if it is one upwards, as one that grew least does anyhow.
_GREW = lazy.compile(r"正增长|正成长|(?:仍|还)(?:然|在|有|保持)?(?:涨|增|升|成长)长?|唯一增长?|positive|still (?:grew|grow|growing|rose|rising|up)|that (?:grew|rose)")


class Extremes:
    """Finds extremes among all that give a figure or a date."""

    def __init__(self, evidence: Evidence, finder: Figures, order: DateOrder, groups: Groups) -> None:
        """Take what finds figures, puts dates in order, and knows the members of a group named in a question."""
        self.evidence = evidence
        self._figures = finder
        self._order = order
        self._groups = groups

    def superlative(self, question: Question) -> Answer | None:
        """Answer "which company has the highest …" among all that give the figure."""
        falls = question.aspect == "decline" or ("loss" in question.flags and question.aspect == "")
        if not question.extreme and falls and not question.subjects and COMPANIES.search(question.folded):
            return self._which_changed(question)
        if question.extreme in ("max", "min") and len(question.subjects) == 1 and question.wants == "date":
            return self._best_period(question)
        if PARTS_ASKED.search(question.folded):
            return None
        if not question.extreme or question.kind not in ("superlative", "list", "fact", "compare"):
            return None
        if question.extreme in ("first", "last"):
            return None if len(question.subjects) == 1 else self._order.extreme(question)
        if question.subjects:
            return None
        question = self._plain(question)
        for measure, aspect in self._figures.targets(question):
            answer = self._extreme(question, measure, aspect)
            if answer:
                return answer
        return None

    def _best_period(self, question: Question) -> Answer | None:
        """In which year a company's figure was highest (or its loss largest), of the years given."""
        if _WITHIN_A_YEAR.search(question.folded):
            return None
        for measure, aspect in self._figures.targets(question):
            plain = replace(question, periods=(), needs=(), aspect="")
            lines = [x for x in self._figures.find(plain, question.subjects[0], measure, strict=False)
                     if x.value and x.period and x.period.kind == "year"]  # fmt: skip
            if len(lines) < 2 or aspect or len({x.value.quantity.unit for x in lines if x.value}) > 1:
                continue
            loss = "loss" in question.flags and measure in self._figures.roles.profits
            ranked = sorted(
                lines,
                key=lambda x: middle(x.value) if x.value else Decimal(0),
                reverse=(question.extreme == "max") != loss,
            )
            return self._figures.compose(replace(plain, flags=frozenset()), ranked[:2])
        return None

    def _which_changed(self, question: Question) -> Answer | None:
        """Which companies' figure fell, or is a loss: every one that gives it so."""
        for measure, _ in self._figures.targets(question):
            facts = [f for m in self._figures.acceptable(measure, question) for f in self.evidence.all_facts(m)
                     if self._such(f, question)]  # fmt: skip
            members = self._groups.members(question, {f.subject for f in facts})
            facts = [f for f in facts if members is None or f.subject in members]
            period = self._period(question, facts)
            subjects = list(dict.fromkeys(f.subject for f in facts if _in(f.period, period)))
            if not 0 < len(subjects) <= 5:
                continue
            plain = replace(question, periods=(period,) if period else (), needs=(), extreme="")
            lines = [x for s in subjects for x in self._figures.find(plain, (s,), measure, strict=False)[:1]]
            return self._figures.compose(replace(plain, flags=frozenset()), lines) if lines else None
        return None

    def _such(self, fact: StoredFact, question: Question) -> bool:
        if question.aspect == "decline":
            return fact.aspect in ("decline", "decrease")
        return fact.aspect == "value" and figures.negative(fact.quantity)

    # ------------------------------------------------------------ figures
    def _extreme(self, question: Question, measure: str, aspect: str) -> Answer | None:
        rows, others = self._one_unit([r for r in self._rows(question, measure, aspect) if self._of_kind(question, r[0].subject)])
        if len(rows) < top_count(question.folded) and not self._groups.section(question, self._having(question, measure)):
            return None  # of the six asked about some were not read
        count = counted(question.folded)
        told = len(self._rows(question, measure, aspect, either_way=True)) if count and aspect else len(rows)  # of five that grew or fell the fastest is one
        apart = 0 if count and count <= _EVERY else _ALMOST
        if count and abs(told - count) > apart and len(self._groups.members(question, self._having(question, measure)) or ()) != count:
            return None  # 六家裡誰最多: which six is told nowhere; how many were compared is said
        if count and not aspect and told < count - 1 and len(self._groups.members(question, self._having(question, measure)) or ()) == count:
            return None  # of five, two give no such figure
        if not (question.periods or aspect) and self._leaves_out_many(question, measure, rows):
            return None
        if len(rows) < _FEW and (len(rows) < 2 or self._unknown_group(question, measure)):
            return None
        if not count and says_more(self.evidence, [self.evidence.sentence(f) for r in rows for f in r[0].supporting], max(len(rows), told)):
            return None
        loss = "loss" in question.flags and measure in self._figures.roles.profits and not aspect
        falls = aspect == "decline"
        reverse = (question.extreme == "max") != (loss or falls)
        if loss:
            rows = [r for r in rows if r[1] < 0]
            if not rows:
                return None  # who lost most is none of those that made a profit
            reverse = question.extreme == "min"
        rows.sort(key=lambda r: (-r[1] if reverse else r[1], r[0].subject))
        if falls and rows[0][1] >= 0:
            return None  # none fell
        extreme = "loss" if loss and question.extreme == "max" else question.extreme
        if aspect in _CHANGED:
            extreme = _CHANGED[aspect][0 if extreme == "max" else 1]
        answer = self._tell_extreme(rows, extreme, aspect)
        if not others:
            return answer
        note = self.evidence.words.not_compared.format(n=others) + self.evidence.words.stop
        return replace(answer, lines=(*answer.lines, note))

    def _leaves_out_many(self, question: Question, measure: str, rows: Sequence[tuple[Line, Decimal]]) -> bool:
        """Whether many of those asked about give the figure of another time than the one that is ranked: of four, the third and fourth may be first."""
        having = {f.subject for m in self._figures.acceptable(measure, question)[:2] for f in self.evidence.all_facts(m) if f.aspect == "value"}
        members = {i for g in question.subjects for i in g} or self._groups.members(question, having)
        left = (having & members if members else set()) - {line.subject for line, _ in rows}
        return len(left) * _FEW > len(rows)

    def _of_kind(self, question: Question, subject: str) -> bool:
        """Whether a firm is called what a question says of which firms it asks: 哪家銀行 asks of no chip maker."""
        kind = _WHICH_KIND.search(question.folded)
        entity = self.evidence.library.names.entities[subject]
        names = [fold(n) for n in (*entity.names.values(), *entity.aliases)]
        return kind is None or any(w in n for n in names for w in _CALLED[kind["zh"] or kind["en"]])

    def _one_unit(self, rows: Sequence[tuple[Line, Decimal, str]]) -> tuple[list[tuple[Line, Decimal]], int]:
        """The rows of the unit that most are given in, and how many others there are: they do not compare."""
        units = [unit for _, _, unit in rows]
        most = max(dict.fromkeys(units), key=units.count, default="")
        same = [(line, number) for line, number, unit in rows if unit == most]
        return same, len(rows) - len(same)

    def _rows(self, question: Question, measure: str, aspect: str, either_way: bool = False) -> list[tuple[Line, Decimal, str]]:
        """One row a company: its line, the number it is ranked by, and the unit of that; `either_way`: whether it grew or fell."""
        facts = [f for m in self._figures.acceptable(measure, question)[:2] for f in self.evidence.all_facts(m)]
        timed = [f for f in facts if not question.periods or any(same_period(p, f.period) for p in question.periods)]
        having = {f.subject for f in timed or facts}
        section = self._groups.section(question, having)
        members = section or self._groups.members(question, having)
        named = members is None and self._names_group(question)
        kind = "-qoq" if modifiers.QUARTERLY.search(question.folded) else ""
        rows: dict[str, tuple[Line, Decimal, str]] = {}
        period = self._period(question, facts)
        for subject in dict.fromkeys(f.subject for f in facts):
            if subject not in (members or ()) and (members is not None or named) and (section or not self._beside(subject, timed, question)):
                continue
            pool = [f for f in facts if f.subject == subject and _in(f.period, period)]
            pool = [f for f in pool if f.period] or pool  # of this time, rather than of none that is told
            pool.sort(key=lambda f: f.quantity.lo is None or f.quantity.hi is None)  # whole ranges first
            exact = [f for f in pool if f.measure == measure]
            if not any(f.aspect == "value" for f in exact) and (not aspect or not exact):
                exact = pool
            value = next((f for f in exact if f.aspect == "value"), None)
            changes = {f.aspect: f for f in reversed(exact) if f.aspect in ("growth" + kind, "decline" + kind)}
            if aspect:
                moved = moved_by(tuple(changes.values()), kind)
                if moved is None or not (either_way or _asked_way(moved, question)):
                    continue
                unit = next(iter(changes.values())).quantity.unit
                number, unit = (moved * 100, "%") if unit == "x" else (moved, unit)  # 年增1.3倍 beside 88%
            elif value is None:
                continue
            else:
                number, unit = self._comparable(pool, value)
            first = value or next(iter(changes.values()))
            line = Line(subject, first.measure, first.period, value, tuple(changes.values()), (), (first,))
            rows[subject] = (line, number, unit)
        return list(rows.values())

    def _names_group(self, question: Question) -> bool:
        """Whether a question asks among firms of one kind: 存儲公司中, "of the analog chip firms"."""
        asked = _AMONG.search(question.folded)
        return asked is not None and any(n.surface in asked.group() for n in self._group_words(question))

    def _unknown_group(self, question: Question, measure: str) -> bool:
        """Whether the firms among which a question asks are told nowhere: of two that were found, others were likely missed."""
        return self._names_group(question) and not self._groups.members(question, self._having(question, measure))

    def _having(self, question: Question, measure: str) -> set[str]:
        """Who gives the figure asked for."""
        return {f.subject for m in self._figures.acceptable(measure, question)[:2] for f in self.evidence.all_facts(m)}

    def _group_words(self, question: Question) -> list[Need]:
        """The words of a question that say of which firms it asks."""
        return [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, *question.measures)]

    def _plain(self, question: Question) -> Question:
        """The question without the words that only say which changes count: "positive"."""
        return replace(question, needs=tuple(n for n in question.needs if not _GREW.fullmatch(n.surface)))

    def _beside(self, subject: str, facts: Sequence[StoredFact], question: Question) -> bool:
        """Whether the figure's own sentence, with the two before it, says all that a question says of the group."""
        needs = self._group_words(question)
        search = self.evidence.library.search
        for fact in facts if needs else ():
            if fact.subject == subject:
                sentence = self.evidence.sentence(fact)
                near = [sentence, *(s for s in (search.neighbour(sentence, -1), search.neighbour(sentence, -2)) if s)]
                ids = [s.id for s in near if s.paragraph == sentence.paragraph]
                if all(any(search.holds(n, i) >= _SAID for i in ids) for n in needs):
                    return True
        return False

    def _comparable(self, pool: Sequence[StoredFact], value: StoredFact) -> tuple[Decimal, str]:
        """A figure in yuan where the article gives it in yuan too (市值約合人民幣…), and its unit."""
        local = next((f for f in pool if f.aspect == "value" and f.quantity.unit == "CNY"), value)
        return middle(local), local.quantity.unit

    def _period(self, question: Question, facts: Sequence[StoredFact]) -> Period | None:
        if question.periods:
            return question.periods[0]
        counts: dict[tuple[str, str], int] = {}
        for fact in facts:
            if fact.period:
                counts[fact.period.start, fact.period.end] = counts.get((fact.period.start, fact.period.end), 0) + 1
        if not counts:
            return None
        start, end = max(counts, key=lambda k: (counts[k], k))
        return Period(start, end, "year")

    def _tell_extreme(self, rows: Sequence[tuple[Line, Decimal]], extreme: str, aspect: str) -> Answer:
        evidence, words, finder = self.evidence, self.evidence.words, self._figures
        told = [line for line, _ in rows[:2]]  # of several compared perhaps one alone made a loss
        first = told[0]

        def value(line: Line) -> str:
            if aspect:
                return ", ".join(finder.change(c) for c in line.changes)
            return finder.value(line.value) if line.value else ""

        slots = {"period": figures.period(first.period, evidence.lang), "measure": evidence.label(first.measure)}
        lines = [
            " ".join(
                words.extreme[extreme].format(winner=evidence.name(first.subject), value=value(first), **slots).split()
            )
            + words.stop,
            *(words.runner_up.format(second=evidence.name(s.subject), value=value(s), n=len(rows)) + words.stop for s in told[1:]),
        ]
        used = [evidence.sentence(f) for line in told for f in line.supporting]
        return Answer(
            True,
            evidence.lang,
            "superlative",
            tuple(lines),
            sources=evidence.sources(used),
            facts=tuple(describe(r.value) for r, _ in rows[:2] if r.value),
        )


def _asked_way(moved: Decimal, question: Question) -> bool:
    """Whether a change is of those asked for: who fell most is one that fell, who grew least one that grew."""
    if question.aspect == "decline":
        return moved < 0 or question.extreme == "max"
    return moved > 0


def _in(period: Period | None, wanted: Period | None) -> bool:
    return wanted is None or period is None or same_period(wanted, period)
