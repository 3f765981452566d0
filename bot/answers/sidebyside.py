"""Answers from what an article tells of several side by side, each in a stretch of text of its own (`kb.panels`).

Makers told in a paragraph each, models in a sentence each, sites in a part of one sentence each: of whom the figures
are is told by where they stand, so that a maker is compared whether or not its name was found. Superlatives are told
where as many are read as there are said to be, comparisons where both sides are, sums where all are. Which rows are
meant says `bot.answers.sidefinder`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.groups import COUNTS, counted
from bot.answers.partwords import ALL, DROPPED, EACH, FASTEST, generic, top_count
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.answers.sidefinder import Row, SideFinder
from bot.asked import asked_number
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb import lazy
from kb.panelheads import Head
from kb.panels import Cell
from kb.rows import StoredSentence
from kb.text import fold

_LEAST = 3  # sides of which a first one may be told where nothing says how many there are
_UNASKED = ("reason", "date", "place", "duration", "age", "post")
_KINDS_UNASKED = ("person", "definition", "timeline")
# A question of which one: 哪家毛利率最高, not how much the highest is.
_WHICH = lazy.compile(r"哪|谁|边[个家间款]|\b(?:which|who|whose|what)\b")
_SO_MANY = lazy.compile(r"(?<!第)(?<!前)([两三四五六七])(?:大|家|款|座|个|强|雄|间|条|种|款车|台)(?!月|季|百|千|交易日|工作日)|\b(two|three|four|five|six|seven) (?!of\b)(?:[a-z-]+ )?(?!(?:quarter|month|year|day|week|hour|minute|time|million|billion|trading)s?\b)[a-z]+s\b")
_TIME = frozenset("秒 分 分钟 分鐘 小时 小時 min s minutes seconds minute second".split())
_SOON = lazy.compile(r"[快短]|\b(?:fast|quick|short)\w*")
_LOW = lazy.compile(r"(?:更|比较|较)?(?:低|(?<![多大])少(?!钱)|便宜|小|轻|短|快)|\b(?:lower|less|smaller|fewer|cheaper|lighter|shorter|faster|quicker)\b")


# How many of what: 各幾台 is told by no number of trips.
_COUNTER = lazy.compile(r"(?:几|多少)([台辆架艘趟间吨张件])(?![\u3400-\u9fff]{0,2}?(?:月|年))")
# Who the so many are, and not which of them do something: 五家裡哪些賺錢.
_WHO_ARE_THEY = lazy.compile(r"^(?!.*[里中])[^,;]*(?:是|有|为)(?:哪几[家间个]|哪些(?:公司|企业)?)[呢啊呀]?[?]?$|^who are the ")
_VEHICLES = frozenset("台辆")


def _of_other_things(folded: str, units: Set[str]) -> bool:
    """Whether a question counts things of one sort, and figures count others."""
    asked = _COUNTER.search(folded)
    told = {fold(u) for u in units} - {""}
    return asked is not None and bool(told) and not told & ({asked[1]} | (_VEHICLES if asked[1] in _VEHICLES else set()))


class _Asked(NamedTuple):
    """What is asked of sides: a measure or its change, of how many, which of them, and whether they are named."""

    measure: str
    aspect: str
    number: int
    which: bool
    named: bool


_REMEMBERED = 2  # questions


class SideBySide:
    """Finds sides and sets them against each other."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._sides = SideFinder(evidence, finder, passages)
        self.answer = lru_cache(_REMEMBERED)(self._answer)  # it is asked twice: for strangers first, then for anybody

    def of_strangers(self, question: Question) -> Answer | None:
        """Answer where not all of those that a question names are found as names: what is known of the others is half of it."""
        entities = self.evidence.library.names.entities
        named = sum(entities[g[0]].kind in ("company", "product") for g in question.subjects)
        asked = [n for n in question.needs if not (n.light or soft(n) or n.verbal or generic(n) or self._figures.names(n, *question.measures))]
        return self.answer(question) if not named or asked else None

    def _answer(self, question: Question) -> Answer | None:
        """Answer from the first article that tells all sides asked for; None where none does."""
        if question.wants in _UNASKED or question.kind in _KINDS_UNASKED or question.flags & {"loss", "implied", "yesno"} or question.unknown:
            return None
        which = question.extreme in ("max", "min") and bool(_WHICH.search(question.folded))
        said = _SO_MANY.search(question.folded)
        number = counted(question.folded) or (COUNTS.get(said[1] or said[2], 2) if said else 0)
        several = len(question.subjects) > 1 or "compare" in question.flags or "either" in question.flags or "sum" in question.flags or number or EACH.search(question.folded)
        fallen = question.aspect == "decline" and bool(_WHICH.search(question.folded))
        if not (which or several or fallen or FASTEST.search(question.folded) or DROPPED.search(question.folded)) or top_count(question.folded) > number:
            return None
        for article in self._sides.articles(question):
            cells = self.evidence.library.panels(article)
            if cells and (answer := self._of(question, article, cells, number, which)):
                return answer
        return None

    # ------------------------------------------------------------ one article
    def _of(self, question: Question, article: int, cells: Sequence[Cell], number: int, which: bool) -> Answer | None:
        sentences = self.evidence.library.archive.sentences_of_article(article)
        heads = list(dict.fromkeys(c.head for c in cells if c.head.label))
        named = self._sides.named(question, heads)
        asked = {i for g in question.subjects for i in g}
        wholes = [g for g in question.subjects if not any(set(g) & h.ids for h in named)]
        if wholes and (len(wholes) > 1 or not self._sides.is_about(article, wholes[0])):
            return None
        if len(named) == 1 and len(question.subjects) == 1 and not wholes:
            if "compare" in question.flags or not (which or number):
                return None  # one of two
            wholes, named = [question.subjects[0]], []  # whose parts are asked about
            if not self._sides.is_about(article, wholes[0]):
                return None
        if question.kind == "list" and not question.measures and not named and number >= _LEAST and (asked_number(question.folded) == number or _WHO_ARE_THEY.search(question.folded)):
            return self._members(question, cells, number, sentences, heads)
        sides = named if len(named) > 1 else [h for h in heads if not h.ids & asked]
        if len(named) > 1 and number and number != len(named):
            return None
        for measure, aspect in self._sides.targets(question, cells, sides):
            rows = self._sides.rows(question, measure, aspect, cells, sides, sentences)
            rows = rows if named else self._sides.of_kind(question, measure, rows, sentences)
            units = {r.cell.quantity.unit for r in rows}
            counts = measure in self.evidence.library.names.measures and self.evidence.library.names.measures[measure].unit == "count"
            if len(rows) < 2 or _of_other_things(question.folded, units):
                continue
            if len(units - {""} if counts else units) > 1:
                continue  # 2.9 million customers and 1.7 million are of one
            if not self._sides.says(question, measure, rows, sentences, named):
                continue
            if said := self._tell(question, _Asked(measure, aspect, number, which, len(named) > 1), rows, sides, sentences):
                return self._said(question, *said, sentences)
        return None

    def _members(self, question: Question, cells: Sequence[Cell], number: int, sentences: Sequence[StoredSentence], heads: Sequence[Head]) -> Answer | None:
        """Who the so many are of which an article tells the same: 盤點了哪四家."""
        asked = {i for g in question.subjects for i in g}
        sides = [h for h in heads if not h.ids & asked]
        told = {m: [h for h in sides if any(c.head == h and c.measure == m and c.aspect == "value" for c in cells)] for m in dict.fromkeys(c.measure for c in cells if c.measure)}
        full = [m for m, who in told.items() if len(who) == number]
        if not full:
            return self._presented(question, cells, number, sentences, sides)
        if any(len(who) > number for who in told.values()) or any(told[m] != told[full[0]] and set(told[m]) != set(told[full[0]]) for m in full):
            return None
        rows = [Row(h, next(c for c in cells if c.head == h and c.measure == full[0] and c.aspect == "value")) for h in told[full[0]]]
        if not self._sides.says(question, full[0], rows, sentences, ()):
            return None
        return self._said(question, [joined(self.evidence.words, [self._name(r) for r in rows]) + self.evidence.words.stop], rows, sentences)

    def _presented(self, question: Question, cells: Sequence[Cell], number: int, sentences: Sequence[StoredSentence], sides: Sequence[Head]) -> Answer | None:
        """Who the so many are that an article says it tells of, a paragraph each, whatever it tells of each."""
        by_paragraph: dict[int, set[Head]] = {}
        for cell in cells:
            if cell.head in sides:
                by_paragraph.setdefault(sentences[cell.sentence].paragraph, set()).add(cell.head)
        own = {h for heads in by_paragraph.values() if len(heads) == 1 for h in heads}
        if number not in self._said_number(sentences) or len(sides) != number or own != set(sides):
            return None
        rows = [Row(h, next(c for c in cells if c.head == h)) for h in sides]
        if not self._sides.says(question, "", rows, sentences, ()):
            return None
        return self._said(question, [joined(self.evidence.words, [self._name(r) for r in rows]) + self.evidence.words.stop], rows, sentences)

    # ------------------------------------------------------------ telling
    def _tell(self, question: Question, asked: _Asked, rows: list[Row], sides: Sequence[Head], sentences: Sequence[StoredSentence]) -> tuple[list[str], list[Row]] | None:
        """What is asked of the sides: their sum, the first of them, those that fell, or each."""
        measure, aspect, number, named = asked.measure, asked.aspect, asked.number, asked.named
        folded = question.folded
        every = len(rows) == len(sides) if named else self._all_read(rows, number, sentences)
        if not every:
            return None
        if "sum" in question.flags and not aspect:
            return self._sum(rows) if named or number == len(rows) else None
        moved = aspect in ("growth", "decline")
        if moved and not question.extreme and not named and _WHICH.search(folded) and not (FASTEST.search(folded) or DROPPED.search(folded)):  # which of them fell
            those = [r for r in rows if (r.size < 0) == (aspect == "decline")]
            return ([self._line(measure, r) for r in those], those) if those else None
        if (asked.which or FASTEST.search(folded) or DROPPED.search(folded)) and (len(rows) > 2 or named or number == 2):
            return self._first(question, measure, aspect, rows)
        each = named or (number == len(rows) and bool(EACH.search(folded) or ALL.search(folded)))
        if not each:
            return None
        lines = [self._line(measure, r) for r in rows]
        if len(rows) == 2 and not moved and (_WHICH.search(folded) or DIFFERENCE.search(folded) or "compare" in question.flags) and rows[0].size != rows[1].size:
            more, less = sorted(rows, key=lambda r: -r.size)
            gap = apart(self.evidence, more.cell.quantity, less.cell.quantity)
            words = self.evidence.words
            low = _LOW.search(folded)
            verdict = (words.lower.format(winner=self._name(less)) if low else words.higher.format(winner=self._name(more))) + words.stop
            lines = [verdict, *lines, *([gap] if gap else [])]
        if moved and len(rows) == 2 and qw.WHICH.search(folded) and rows[0].size != rows[1].size:
            top = max(rows, key=lambda r: r.size)
            lines.insert(0, self.evidence.words.grew_more.format(winner=self._name(top)) + self.evidence.words.stop)
        return lines, rows

    def _all_read(self, rows: Sequence[Row], number: int, sentences: Sequence[StoredSentence]) -> bool:
        """Whether as many sides are read as are asked about, or as their article says there are."""
        if number:
            return len(rows) == number
        said = self._said_number(sentences)
        return len(rows) >= _LEAST and (not said or len(rows) in said)

    def _said_number(self, sentences: Sequence[StoredSentence]) -> list[int]:
        """How many there are, as the title or the opening of their article says."""
        title = self.evidence.library.articles[sentences[0].article_id].title
        opening = [fold(title), *(fold(s.text) for s in sentences if s.paragraph == 0)]
        return [COUNTS.get(m[1] or m[2], 2) for x in opening for m in _SO_MANY.finditer(x)]

    def _first(self, question: Question, measure: str, aspect: str, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        """Which of the sides is first, and which comes next."""
        words, folded = self.evidence.words, question.folded
        least = question.extreme == "min"
        kind = "min" if least else "max"
        if aspect in ("growth", "decline"):
            down = aspect == "decline" or bool(DROPPED.search(folded))
            kind = "fell" if down else "slowed" if least else "grew"
            rows = [r for r in rows if (r.size < 0) == down] if down or least else rows
            least = down or least
        elif rows[0].cell.quantity.unit in _TIME and _SOON.search(folded):
            least, kind = True, "min"
        ordered = sorted(rows, key=lambda r: r.size, reverse=not least)
        if not ordered or (len(ordered) > 1 and ordered[0].size == ordered[1].size) or (kind == "grew" and ordered[0].size <= 0):
            return None
        first = words.extreme[kind].format(winner=self._name(ordered[0]), value=self._value(ordered[0]), period="", measure=self._label(measure))
        lines = [" ".join(first.split()) + words.stop]
        if ordered[0].cell.aspect == "loss":
            return None  # none of them made a profit
        if len(ordered) > 1 and ordered[1].cell.aspect == "loss":
            return lines, ordered[:1]
        if len(ordered) > 1:
            lines.append(words.part_after.format(second=self._name(ordered[1]), value=self._value(ordered[1]), n=len(rows)) + words.stop)
        return lines, ordered[:2]

    def _sum(self, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        words, lang = self.evidence.words, self.evidence.lang
        quantities = [r.cell.quantity for r in rows]
        if any(q.lo != q.hi for q in quantities):
            return None
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in quantities), Decimal(0)), quantities)
        text = words.total.format(value=figures.computed(arithmetic.quantity((total, total), quantities[0].unit), lang))
        shown = " + ".join(f"{self._name(r)} {figures.show(r.cell.quantity, lang)}" for r in rows)
        return [figures.spaced(f"{text} (= {shown})") + words.stop], rows

    def _line(self, measure: str, row: Row) -> str:
        words = self.evidence.words
        told = words.part.format(part=self._name(row), measure=self._label(measure), value=self._value(row)) if measure else f"{self._name(row)}{words.colon}{self._value(row)}"
        return figures.spaced(told) + words.stop

    def _label(self, measure: str) -> str:
        return self.evidence.label(measure) if measure else ""

    def _value(self, row: Row) -> str:
        shown = figures.show(row.cell.quantity, self.evidence.lang)
        return shown if row.cell.aspect == "value" else self.evidence.words.growth[row.cell.aspect].format(value=shown)

    def _name(self, row: Row) -> str:
        name = self.evidence.name(next(iter(row.head.ids))) if len(row.head.ids) == 1 else ""
        translated = name and name.isascii() and not re.search("[A-Za-z]", row.head.label)
        return name if len(name) >= len(row.head.label) or translated else self.evidence.quote(row.head.label)

    def _said(self, question: Question, lines: Sequence[str], rows: Sequence[Row], sentences: Sequence[StoredSentence]) -> Answer:
        evidence = self.evidence
        used = list({s.id: s for s in (sentences[r.cell.sentence] for r in rows)}.values())
        kind = "superlative" if question.extreme else "compare"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in used if evidence.foreign(s.text)), sources=evidence.sources(used),
        )  # fmt: skip

