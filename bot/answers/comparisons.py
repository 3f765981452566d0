"""Comparisons: who is higher, by how much, and whether it is so.

A verdict is given only where figures have one unit and their ranges do not overlap; everything else is
shown side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer, Source, Table
from bot.answers.currencies import in_one_currency, wanted_in
from bot.answers.dates import Dates
from bot.answers.figures import Figures
from bot.answers.groups import Groups, counted
from bot.answers.lines import Line, describe
from bot.answers.passages import Passages
from bot.answers.results import tells_both
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, quantities
from kb.rows import StoredFact, StoredSentence
from kb.search import Need
from kb.terms import entity_token
from kb.text import fold

_LESS = lazy.compile(
    r"低|(?<![多大])少(?!钱)|便宜|小于|更小|较小|\b(?:lower|less|smaller|fewer|cheaper|below|weaker|worse)\b"
)
_MORE = lazy.compile(
    r"高|多(?!少)|大|贵|强|好|领先|超过|\b(?:higher|more|larger|bigger|greater|above|exceed\w*|stronger|better|outearn\w*|outsold|ahead)\b"
)
_OVER, _UNDER = ("over", "at-least"), ("under", "at-most")
_NUMBER = lazy.compile(r"\d")
COMPANIES = lazy.compile(r"哪|谁|\bwhich\b|\bwhat compan")
_EACH = lazy.compile(r"各(?!地|国|界|类|种)|分别|\b(?:each|respective(?:ly)?)\b")
_LONGER = lazy.compile(r"更久|比较久|較久|久|更长|比较长|资深|\blonger\b")
# What firms are compared by where nothing else is asked for, in this order.
_PRINCIPAL = ("revenue", "net-profit-attributable", "net-profit", "market-cap", "gross-margin", "rd-expense", "deliveries", "shipments", "employees")
_SIDE_BY_SIDE = 3
_TWO = 2
_NONE = "–"  # in a cell
_OLDER = lazy.compile(r"\b(?:older|younger|oldest|longer[- ](?:established|history))\b|(?:更|比较|较)(?:老|年轻|早成立|悠久)|历史(?:更|比较|较)?[长久]|资格(?:更|比较)?老")
# What sets two apart that their principal figures do not tell.
_QUALITY = lazy.compile(r"\b(?:heavi|light|fast|slow|long|short|thick|thinn|tall|wid|deep|earli|lat|old|young|cheap|pric|strong|weak)(?:i?er|y)\b|[更较][轻重快慢长短厚薄早晚老贵]|便宜")


class Comparisons:
    """Compares two or more subjects, or one figure with one that the question names."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, passages: Passages, groups: Groups) -> None:
        """Take what finds figures, dates, sentences, and the members of a group named in a question."""
        self.evidence = evidence
        self._figures = finder
        self._dates = dates
        self._passages = passages
        self._groups = groups

    def compare(self, question: Question) -> Answer | None:
        """Answer for each subject, with a verdict where one can be given."""
        if len(question.subjects) < 2 or question.kind in ("definition",):
            return None
        told: list[Answer] = []
        targets = self._figures.targets(question)
        for measure, aspect in targets:
            rows = self._alike(question, measure, aspect, self._of_one_time(question, measure, aspect))
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

    def _overall(self, question: Question) -> Answer | None:
        """The principal figures that all of several companies give, side by side, where nothing but a comparison is asked for."""
        entities = self.evidence.library.names.entities
        firms = all(entities[g[0]].kind == "company" for g in question.subjects)
        asked = [n for n in question.needs if not (n.light or soft(n) or qw.COMPARE.search(n.surface))]
        if not firms or question.measures or question.wants or question.aspect or asked or _QUALITY.search(question.folded):
            return None
        found: list[list[Line]] = []
        for measure in _PRINCIPAL:
            rows = [r for r in self._of_one_time(replace(question, measures=(measure,)), measure, "") if r and r.value]
            new = rows and not any(rows[0].measure == told[0].measure for told in found)
            if new and len(rows) == len(question.subjects) and len({_days(r) for r in rows}) == 1 and len(found) < _SIDE_BY_SIDE:
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

    def group(self, question: Question) -> Answer | None:
        """Answer for each company of a group: "the listing dates of the four GPU companies"."""
        if question.subjects or question.extreme or not (counted(question.folded) or "compare" in question.flags):
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

    def threshold(self, question: Question) -> Answer | None:
        """Answer whether a figure is over or under one that the question names."""
        if "yesno" not in question.flags or len(question.subjects) != 1 or question.kind not in ("fact", "compare"):
            return None
        named = [q for q in quantities.find(question.text) if q.qualifier in _OVER + _UNDER]
        if len(named) != 1:
            return None
        limit = named[0].lo if named[0].lo is not None else named[0].hi
        typed = fold(named[0].raw)
        needs = tuple(n for n in question.needs if n.surface not in typed and not _NUMBER.search(n.surface))
        for measure, aspect in self._figures.targets(question):
            asked = replace(question, needs=needs, aspect=aspect)
            for line in self._figures.find(asked, question.subjects[0], measure)[:1]:
                changed = next(
                    (c for c in line.changes if c.aspect == ("decline" if aspect == "decline" else "growth")), None
                )
                told = changed if aspect else line.value
                if told is None or limit is None or named[0].unit not in ("", told.quantity.unit):
                    continue
                low, high = (abs(v) for v in _range(told)) if "loss" in question.flags else _range(told)
                low, high = min(low, high), max(low, high)
                over = named[0].qualifier in _OVER
                sure = low > limit or (low == limit and named[0].qualifier == "at-least"), high < limit
                if not any(sure) and low != high:
                    return None
                words = self.evidence.words
                verdict = words.yes if sure[0 if over else 1] else words.no
                answer = self._figures.compose(replace(asked, flags=frozenset(), needs=()), [line])
                return replace(answer, lines=(verdict.strip(), *answer.lines))
        return None

    # ------------------------------------------------------------ figures
    def _alike(self, question: Question, measure: str, aspect: str, rows: list[Line | None]) -> list[Line | None]:
        """The rows by one definition where all subjects have one: 歸母 is not compared with 扣非."""
        if not all(rows) or _of_one_definition([r for r in rows if r]):
            return rows
        for name in self._figures.acceptable(measure, question):
            others = self._of_one_time(question, name, aspect)
            if all(others) and _of_one_definition([r for r in others if r]):
                return others
        return rows

    def _of_one_time(self, question: Question, measure: str, aspect: str) -> list[Line | None]:
        """Each subject's figure, of the latest period that all of them give where there is one."""
        best = [self._best(question, s, measure, aspect) for s in question.subjects]
        if question.periods or len({_days(x) for x in best if x}) < 2:
            return best
        all_lines = [self._all(question, s, measure, aspect) for s in question.subjects]
        common = set.intersection(*({_days(x) for x in lines} for lines in all_lines)) - {("", "")}
        if not common:
            return best
        wanted = next(_days(x) for x in all_lines[0] if _days(x) in common)
        return [next(x for x in lines if _days(x) == wanted) for lines in all_lines]

    def _best(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> Line | None:
        found = self._all(question, subject, measure, aspect)
        return found[0] if found else None

    def _all(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> list[Line]:
        found = self._figures.find(replace(question, subjects=(tuple(subject),)), subject, measure)
        return [x for x in found if x.changes] if aspect else found

    def _table(self, question: Question, rows: Sequence[Line], aspect: str) -> Answer:
        """Two are told with a verdict; of more the verdict is told, and a table shows them, the largest first."""
        evidence, finder = self.evidence, self._figures
        compared = in_one_currency(evidence, rows, wanted_in(question.folded))
        yes, verdict = self._verdict(question, compared) if not aspect else ("", self._moved_more(question, rows))
        told = [finder.tell(r) for r in rows]
        table = None
        if len(rows) > _TWO and _EACH.search(question.folded) and not qw.COMPARE.search(question.folded):
            verdict = ""  # 各多少: told one by one, and nobody asked who is first
        elif len(rows) > _TWO:
            ranked = bool(verdict) and not aspect
            order = sorted(range(len(rows)), key=lambda n: -abs(_size(compared[n]))) if ranked else range(len(rows))
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
        body = [[evidence.name(row.subject), self._cell(row, other, marked=not forecasts)] for row, other in zip(rows, compared, strict=True)]
        if any(r.changes for r in rows):
            header.append(words.column_change)
            for cells, row in zip(body, rows, strict=True):
                cells.append(", ".join(map(self._figures.change, row.changes)) or _NONE)
        sizes = list(map(_size, compared))
        of_one_sign = min(sizes) > 0 or max(sizes) < 0
        bars = tuple(float(abs(n) / max(map(abs, sizes))) for n in sizes) if drawn and of_one_sign else ()
        return Table(tuple(header), tuple(map(tuple, body)), bars)

    def _cell(self, row: Line, compared: Line, marked: bool = True) -> str:
        """A figure, whether it is a forecast, and what it comes to where it is compared in another currency."""
        if row.value is None:
            return _NONE
        words, colon = self.evidence.words, " ({})" if self.evidence.lang == "en" else "（{}）"
        told = self._figures.value(row.value)
        if marked and row.value.basis == "forecast":
            told = words.expected.format(value=told)
        if compared.value and compared.value.quantity.unit != row.value.quantity.unit:
            told += colon.format(self._figures.value(compared.value))
        return told

    # ------------------------------------------------------------ the verdict
    def _verdict(self, question: Question, rows: Sequence[Line]) -> tuple[str, str]:
        """Yes or no where the question asks it, and who is higher, by how much; nothing where it cannot be told."""
        words = self.evidence.words
        values = [r.value for r in rows]
        if any(v is None for v in values):
            return "", ""
        if len({v.quantity.unit for v in values if v}) > 1:
            return "", words.other_units + words.stop
        if not _of_one_definition(rows):
            return "", ""  # shown, not compared
        if len({_days(r) for r in rows} - {("", "")}) > 1:
            return "", ""  # of different times: shown, not compared
        ranked = sorted((v for v in values if v), key=lambda v: -middle(v))
        if len(rows) == 2 and _range(ranked[1])[1] >= _range(ranked[0])[0]:
            same = _range(ranked[0]) == _range(ranked[1])
            return "", (words.equal if same else words.overlap) + words.stop
        if len(rows) > _TWO:
            return "", self._first_of(question, rows, ranked)
        return self._yes(question, rows, ranked), self._who(question, ranked) + words.stop

    def _moved_more(self, question: Question, rows: Sequence[Line]) -> str:
        """Whose figure grew or fell more, where each gives one change of one kind and the question asks it."""
        moved = [moved_by(r.changes) for r in rows]
        sizes = [m for m in moved if m is not None]
        asked = bool(COMPANIES.search(question.folded)) or "yesno" in question.flags or len(rows) > _TWO
        if len(sizes) != len(rows) or len({_days(r) for r in rows}) > 1 or len(set(sizes)) < len(sizes) or not asked:
            return ""
        words = self.evidence.words
        less = bool(_LESS.search(question.folded)) or question.extreme == "min"
        if question.aspect == "decline":
            chosen, way, template = min(sizes), "fell", words.fell_more
            if chosen >= 0:
                return ""
        elif less:
            chosen, way, template = min(sizes), "slowed", words.grew_less
        else:
            chosen, way, template = max(sizes), "grew", words.grew_more
        first = rows[sizes.index(chosen)]
        if len(rows) > _TWO:
            return self._most(way, first, ", ".join(map(self._figures.change, first.changes)))
        return template.format(winner=self.evidence.name(first.subject)) + words.stop

    def _most(self, way: str, line: Line, value: str) -> str:
        """Who of several is first, said with the figure."""
        evidence, words = self.evidence, self.evidence.words
        period, measure = figures.period(line.period, evidence.lang), evidence.label(line.measure)
        told = words.extreme[way].format(winner=evidence.name(line.subject), value=value, period=period, measure=measure)
        return " ".join(told.split()) + words.stop

    def _first_of(self, question: Question, rows: Sequence[Line], ranked: Sequence[StoredFact]) -> str:
        """Who of several is highest, lowest where that is asked, or loses most."""
        losses = "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked)
        less = losses or bool(_LESS.search(question.folded))
        first = next(r for r in rows if r.value is ranked[-1 if less else 0])
        return self._most("loss" if losses else "min" if less else "max", first, self._cell(first, first))

    def _who(self, question: Question, ranked: Sequence[StoredFact]) -> str:
        """Which of two is higher, or lower where that is asked, or loses more; and by how much."""
        words, evidence = self.evidence.words, self.evidence
        if "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked):
            return words.loses_more.format(winner=evidence.name(ranked[-1].subject))
        less = bool(_LESS.search(question.folded))
        text = (words.lower if less else words.higher).format(winner=evidence.name(ranked[-1 if less else 0].subject))
        (alo, ahi), (blo, bhi) = _range(ranked[0]), _range(ranked[-1])
        if alo != ahi or blo != bhi or ranked[0].quantity.unit in ("%", "x"):
            return text
        apart = arithmetic.to_step(alo - bhi, [v.quantity for v in ranked])
        gap = replace(ranked[0].quantity, lo=apart, hi=apart, qualifier="", raw="")
        return text + words.by_how_much.format(value=figures.computed(gap, evidence.lang))

    def _yes(self, question: Question, rows: Sequence[Line], ranked: Sequence[StoredFact]) -> str:
        """Whether it is so that the first named is more (or less) than the other, where the question asks that."""
        if len(rows) != 2 or "yesno" not in question.flags or "which" in question.flags or "either" in question.flags:
            return ""
        losses = "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked)
        more = bool(_MORE.search(question.folded))
        if more == bool(_LESS.search(question.folded)):
            return ""
        than = question.folded.find("比")
        first = next((s for s in self.evidence.library.names.find(question.folded) if s.kind == "entity"), None)
        said = rows[1] if first and 0 <= than < first.start else rows[0]  # 比起乙,甲更高嗎
        top = ranked[-1] if losses else ranked[0]
        words = self.evidence.words
        return (words.yes if (top.subject == said.subject) == more else words.no).strip()

    # ------------------------------------------------------------ dates and sentences
    def _dated(self, question: Question) -> Answer | None:
        lines: list[str] = []
        used: list[Source] = []
        for subject in question.subjects:
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


def moved_by(changes: Sequence[StoredFact], kind: str = "") -> Decimal | None:
    """Return by how much a figure changed, a fall negative; None where that is not told, or told against a quarter only."""
    by = {f.aspect: f for f in reversed(changes) if f.quantity.unit in ("%", "x", "倍")}
    change = by.get("growth" + kind) or by.get("decline" + kind)
    return None if change is None else middle(change) * (-1 if change.aspect.startswith("decline") else 1)


def middle(fact: StoredFact) -> Decimal:
    """Return the number a figure is ranked by: of a range the middle."""
    lo, hi = _range(fact)
    return (lo + hi) / 2


def _size(line: Line) -> Decimal:
    return middle(line.value) if line.value else Decimal(0)


def _range(fact: StoredFact) -> tuple[Decimal, Decimal]:
    ends = [v for v in (fact.quantity.lo, fact.quantity.hi) if v is not None]
    return (min(ends), max(ends)) if ends else (Decimal(0), Decimal(0))


def _days(line: Line) -> tuple[str, str]:
    return (line.period.start, line.period.end) if line.period else ("", "")


def _of_one_definition(rows: Sequence[Line]) -> bool:
    """Whether figures may be compared: one measure, or net profit said with and without its owners."""
    measures = {r.measure for r in rows}
    return len(measures) == 1 or measures == {"net-profit", "net-profit-attributable"}
