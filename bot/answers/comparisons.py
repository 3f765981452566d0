"""Comparisons: two or more subjects side by side, with who is higher where that can be told (`bot.answers.verdicts`).

Figures are compared, else dates, else sentences are quoted; everything that cannot be compared is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot import questionwords as qw
from bot.answer import Answer, Source, Table
from bot.answers.comparability import Comparable, days, size
from bot.answers.currencies import in_one_currency, wanted_in
from bot.answers.dateorder import DateOrder
from bot.answers.dates import Dates
from bot.answers.figures import Figures
from bot.answers.groups import Groups, counted
from bot.answers.lines import Line, describe
from bot.answers.passages import Passages
from bot.answers.results import tells_both
from bot.answers.strangers import lists_a_stranger
from bot.answers.verdicts import NONE, Verdicts
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import entity_token

_EACH = lazy.compile(r"各(?!地|国|界|类|种)|分别|\b(?:each|respective(?:ly)?)\b")
_NTH = lazy.compile(r"第(?!一)[二三四五六七2-7](?:高|大|多|名|位|快|低|少)|\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?:highest|largest|biggest|most|lowest|smallest|fastest|place)\b|\brunner-up\b")  # the first is no answer to that
_LONGER = lazy.compile(r"更久|比较久|較久|久|更长|比较长|资深|\blonger\b")
# What firms are compared by where nothing else is asked for, in this order.
_PRINCIPAL = ("revenue", "net-profit-attributable", "net-profit", "market-cap", "gross-margin", "rd-expense", "deliveries", "shipments", "employees")
_SIDE_BY_SIDE = 3
_TWO = 2
_OLDER = lazy.compile(r"\b(?:older|younger|oldest|longer[- ](?:established|history))\b|(?:更|比较|较)(?:老|年轻|早成立|悠久)|历史(?:更|比较|较)?[长久]|资格(?:更|比较)?老")
# What sets two apart that their principal figures do not tell.
_QUALITY = lazy.compile(r"\b(?:heavi|light|fast|slow|long|short|thick|thinn|tall|wid|deep|earli|lat|old|young|cheap|pric|strong|weak)(?:i?er|y)\b|[更较][轻重快慢长短厚薄早晚老贵]|便宜")


class Comparisons:
    """Compares two or more subjects, by figures, dates or what is said of them."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, passages: Passages, groups: Groups, order: DateOrder) -> None:
        """Take what finds figures, dates, sentences, the members of a group named in a question, and the order of dates."""
        self.evidence = evidence
        self._figures = finder
        self._comparable = Comparable(finder)
        self._verdicts = Verdicts(evidence, finder)
        self._dates = dates
        self._passages = passages
        self._groups = groups
        self._order = order

    def compare(self, question: Question) -> Answer | None:
        """Answer for each subject, with a verdict where one can be given."""
        if len(question.subjects) < 2 or question.kind in ("definition",) or lists_a_stranger(question, self.evidence.library):
            return None
        told: list[Answer] = []
        targets = self._figures.targets(question)
        for measure, aspect in targets:
            rows = self._comparable.alike(question, measure, aspect, self._comparable.of_one_time(question, measure, aspect))
            if all(rows):
                told.append(self._table(question, [r for r in rows if r], aspect))
            elif any(rows) and question.kind == "compare" and not told:
                return None
        if told and (len(told) == 1 or len(told) == len(targets)):
            return _each_told(told)
        if question.kind != "compare":
            return None
        if not question.measures and _OLDER.search(question.folded) and all(self.evidence.library.names.entities[g[0]].kind == "company" for g in question.subjects):
            return self._dated(replace(question, wants="date", measures=("founding-date",)))
        if question.wants == "date" or "date" in [
            self.evidence.library.names.measures[m].unit for m in question.measures
        ]:
            return self._dated(question) or self._quoted(question)
        return self._overall(question) or self._quoted(question)

    def group(self, question: Question) -> Answer | None:
        """Answer for each company of a group: "the listing dates of the four GPU companies"."""
        if question.subjects or question.extreme or _NTH.search(question.folded) or not (counted(question.folded) or "compare" in question.flags):
            return None
        measures = self.evidence.library.names.measures
        if not question.measures or question.flags & {"sum"}:
            return None
        having = {f.subject for m in question.measures for f in self.evidence.all_facts(m)}
        members = self._groups.members(question, having)
        if not members:
            return None
        each = replace(question, subjects=tuple((m,) for m in sorted(members)), needs=(), kind="compare")
        if any(measures[m].unit == "date" for m in question.measures):
            return self._dated(each)
        return self.compare(each)

    def _overall(self, question: Question) -> Answer | None:
        """The principal figures that all of several companies give, side by side, where nothing but a comparison is asked for."""
        entities = self.evidence.library.names.entities
        firms = all(entities[g[0]].kind == "company" for g in question.subjects)
        asked = [n for n in question.needs if not (n.light or soft(n) or qw.COMPARE.search(n.surface))]
        if not firms or question.measures or question.wants or question.aspect or asked or _QUALITY.search(question.folded):
            return None
        found: list[list[Line]] = []
        for measure in _PRINCIPAL:
            rows = [r for r in self._comparable.of_one_time(replace(question, measures=(measure,)), measure, "") if r and r.value]
            new = rows and not any(rows[0].measure == told[0].measure for told in found)
            if new and len(rows) == len(question.subjects) and len({days(r) for r in rows}) == 1 and len(found) < _SIDE_BY_SIDE:
                found.append(rows)
        if not found:
            return None
        evidence, finder = self.evidence, self._figures
        colon, semicolon = (": ", "; ") if evidence.lang == "en" else ("：", "；")
        heads = [_capital(f"{figures.period(rows[0].period, evidence.lang)} {evidence.label(rows[0].measure)}".strip()) for rows in found]
        told = [[(evidence.name(r.subject), finder.value(r.value)) for r in rows if r.value] for rows in found]
        lines = [figures.spaced(f"{head}{colon}{semicolon.join(f'{name} {value}' for name, value in cells)}") + evidence.words.stop for head, cells in zip(heads, told, strict=True)]
        facts = [f for rows in found for r in rows for f in r.supporting]
        return Answer(
            True, evidence.lang, "compare", tuple(lines), sources=evidence.sources([evidence.sentence(f) for f in facts]),
            facts=tuple(describe(r.value) for rows in found for r in rows if r.value),
        )  # fmt: skip

    def _table(self, question: Question, rows: Sequence[Line], aspect: str) -> Answer:
        """Two are told with a verdict; of more the verdict is told, and a table shows them, the largest first."""
        evidence, finder = self.evidence, self._figures
        compared = in_one_currency(evidence, rows, wanted_in(question.folded))
        yes, verdict = self._verdicts.verdict(question, compared) if not aspect else ("", self._verdicts.moved_more(question, rows))
        told = [finder.tell(r) for r in rows]
        table = None
        if len(rows) > 2 and _EACH.search(question.folded) and not qw.COMPARE.search(question.folded):
            verdict = ""  # 各多少: told one by one, and nobody asked who is first
        elif len(rows) > 2:
            ranked = bool(verdict) and not aspect
            order = sorted(range(len(rows)), key=lambda n: -abs(size(compared[n]))) if ranked else range(len(rows))
            table = self._rows([rows[n] for n in order], [compared[n] for n in order], drawn=ranked)
            told = told if not verdict else []
        used = [f for r in rows for f in r.supporting]
        return Answer(
            True,
            evidence.lang,
            "compare",
            tuple(x for x in (yes, *told, verdict) if x),
            table=table,
            sources=evidence.sources([evidence.sentence(f) for f in used]),
            facts=tuple(describe(r.value) for r in rows if r.value),
        )

    def _rows(self, rows: Sequence[Line], compared: Sequence[Line], drawn: bool) -> Table:
        """A row for each subject; with bars, where they are `drawn` of what is `compared`, all of one sign."""
        evidence, words = self.evidence, self.evidence.words
        periods = {figures.period(r.period, evidence.lang) for r in rows}
        measure = evidence.label(rows[0].measure)
        head = f"{periods.pop()} {measure}".strip() if len(periods) == 1 else measure
        forecasts = all(r.value and r.value.basis == "forecast" for r in rows)
        header = [words.column_company, words.expected.format(value=head) if forecasts else head]
        body = [[evidence.name(row.subject), self._verdicts.figure(row, other, marked=not forecasts)] for row, other in zip(rows, compared, strict=True)]
        if any(r.changes for r in rows):
            header.append(words.column_change)
            for cells, row in zip(body, rows, strict=True):
                cells.append(", ".join(map(self._figures.change, row.changes)) or NONE)
        sizes = list(map(size, compared))
        of_one_sign = min(sizes) > 0 or max(sizes) < 0
        bars = tuple(float(abs(n) / max(map(abs, sizes))) for n in sizes) if drawn and of_one_sign else ()
        return Table(tuple(header), tuple(map(tuple, body)), bars)

    def _dated(self, question: Question) -> Answer | None:
        """The date of each, the earliest first where more than two are asked for, behind who came first where that is asked."""
        subjects = question.subjects if len(question.subjects) == _TWO else self._order.sorted(question, question.subjects)
        first = self._order.leads(question, subjects)
        lines: list[str] = [first] if first else []
        used: list[Source] = []
        for subject in subjects:
            single = replace(question, subjects=(subject,), kind="fact", needs=tuple(n for n in question.needs if not soft(n)))
            answer = self._dates.answer(single)
            if answer is None:
                return None
            lines += answer.lines
            used += list(answer.sources)
        sources = tuple({(s.title, s.publisher): s for s in used}.values())
        return Answer(True, self.evidence.lang, "compare", tuple(lines), sources=sources)

    def _quoted(self, question: Question) -> Answer | None:
        """The best sentence for each subject, or the one that speaks of all of them; which is more takes a figure of each."""
        question = self._persons(question)
        together = [
            s for s in self._passages.ranked(question)
            if s.coverage >= 0.6 and not s.missing and all(set(s.sentence.topics) & set(g) for g in question.subjects)
        ]  # fmt: skip
        apart: list[StoredSentence] = []
        scores = []
        for subject in question.subjects:
            single = replace(question, subjects=(subject,), kind="compare")
            chosen = self._passages.choose(single, self._passages.ranked(single))
            if not chosen:
                break
            scores.append(chosen[0].score)
            apart.append(chosen[0].sentence)
        else:
            apart = list({s.id: s for s in apart}.values())
            if not (together and len(apart) > 1 and together[0].coverage > 0.9):
                if not tells_both(question, [s.text for s in apart]):
                    return None
                return self._passages.quoting.quote("compare", apart)
        if together and tells_both(question, [together[0].sentence.text]):
            return self._passages.quoting.quote(
                "compare" if question.kind == "compare" else question.kind, [together[0].sentence]
            )
        return None

    def _persons(self, question: Question) -> Question:
        """Two people compared at one company: the company is where, not whom."""
        entities = self.evidence.library.names.entities
        people = [g for g in question.subjects if entities[g[0]].kind == "person"]
        wants = "duration" if _LONGER.search(question.folded) else question.wants
        if len(people) < 2 or len(people) == len(question.subjects):
            return replace(question, wants=wants if people else question.wants)
        where = [g for g in question.subjects if g not in people]
        needs = tuple(Need(self.evidence.name(g[0]), tuple((entity_token(i),) for i in g), key=True) for g in where)
        return replace(question, subjects=tuple(people), needs=(*question.needs, *needs), wants=wants)


def _each_told(told: Sequence[Answer]) -> Answer:
    """One answer for each measure that is compared: 載重、航程比較一下."""
    if len(told) == 1:
        return told[0]
    sources = {(s.title, s.publisher): s for a in told for s in a.sources}
    facts = tuple(f for a in told for f in a.facts)
    return replace(told[0], lines=tuple(x for a in told for x in a.lines), table=None, sources=tuple(sources.values()), facts=facts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
