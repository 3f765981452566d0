"""Answers from what an article tells of several side by side, each in a stretch of text of its own (`kb.panels`).

Makers told in a paragraph each, models in a sentence each, sites in a part of one sentence each: of whom the figures
are is told by where they stand, so that a maker is compared whether or not its name was found. Superlatives are told
where as many are read as there are said to be, comparisons where both sides are, sums where all are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.groups import COUNTS, counted
from bot.answers.lines import same_period
from bot.answers.partwords import ALL, DROPPED, EACH, FASTEST, generic, top_count
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.asked import asked_number
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb import lazy, partnames, periods
from kb.articletimes import REPORTED, compares
from kb.panels import Cell, Head
from kb.rows import StoredSentence
from kb.text import fold, stem, words
from kb.units import is_change

_ARTICLES = 4
_HELD = 0.5
_LEAST_WORD = 4  # letters of a name's first word by which it is called
_LEAST = 3  # sides of which a first one may be told where nothing says how many there are
_UNASKED = ("reason", "date", "place", "duration", "age", "post")
_KINDS_UNASKED = ("person", "definition", "timeline")
# What a change is of where a question names no measure.
_GROWN = ("revenue", "shipments", "deliveries", "sales-volume", "output", "throughput", "premium")
# A question of which one: 哪家毛利率最高, not how much the highest is.
_WHICH = lazy.compile(r"哪|谁|边[个家间款]|\b(?:which|who|whose|what)\b")
_MAKER = lazy.compile(r"(?:(?:公司|企业|厂商?|商|业者|品牌|银行|机构|园区|车型|大厂|[车药酒]企|车|款|家|座|者|型号|机型|产品)|\b(?:firm|company|maker|producer|operator|manufacturer|vendor|provider|supplier|carrier|brand|bank|lender|miner|mine|site|park|plant|model|car|phone|rival|player|retailer|chain|developer|builder|insurer|airline|name|group|one|contender)s?)$")
_DONE = lazy.compile(r"^(?:saw|see|seen|spen[dt]\w*|post\w*|report\w*|record\w*|book\w*|earn\w*|ha[sd]|have|had|get\w*|got|charge\w*|sell\w*|sold|ma[dk]e\w*|produc\w*|deliver\w*|ship\w*|carr\w*|own\w*|run\w*|offer\w*|com[ep]\w*|came|grew|grow\w*|g[ai]ve\w*|show\w*|mean\w*|than|比起?|相比|对比|比较|卖得?|做|有|花|赚|出|拿|跑得?|交出?|盘点|汇总|比较|对比|公布|发布|交卷|compar\w+|cover\w*|list\w*|nam\w+)$")
_SO_MANY = lazy.compile(r"(?<!第)(?<!前)([两三四五六七])(?:大|家|款|座|个|强|雄|间|条|种|款车|台)(?!月|季|百|千|交易日|工作日)|\b(two|three|four|five|six|seven) (?!of\b)(?:[a-z-]+ )?(?!(?:quarter|month|year|day|week|hour|minute|time|million|billion|trading)s?\b)[a-z]+s\b")
_TIME = frozenset("秒 分 分钟 分鐘 小时 小時 min s minutes seconds minute second".split())
_SOON = lazy.compile(r"[快短]|\b(?:fast|quick|short)\w*")
_LOW = lazy.compile(r"(?:更|比较|较)?(?:低|(?<![多大])少(?!钱)|便宜|小|轻|短|快)|\b(?:lower|less|smaller|fewer|cheaper|lighter|shorter|faster|quicker)\b")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of sides: a measure or its change, of how many, which of them, and whether they are named."""

    measure: str
    aspect: str
    number: int
    which: bool
    named: bool


@dataclass(frozen=True, slots=True)
class _Row:
    head: Head
    cell: Cell

    @property
    def size(self) -> Decimal:
        """What it is ranked by: of a range the middle; a fall is below zero."""
        ends = arithmetic.ends(self.cell.quantity)
        middle = (ends[0] + ends[1]) / 2 if ends else Decimal(0)
        return -middle if self.cell.aspect.startswith("decline") else middle


class SideBySide:
    """Finds sides and sets them against each other."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages

    def of_strangers(self, question: Question) -> Answer | None:
        """Answer where not all of those that a question names are found as names: what is known of the others is half of it."""
        entities = self.evidence.library.names.entities
        named = sum(entities[g[0]].kind in ("company", "product") for g in question.subjects)
        asked = [n for n in question.needs if not (n.light or soft(n) or n.verbal or generic(n) or self._figures.names(n, *question.measures))]
        return self.answer(question) if not named or asked else None

    def answer(self, question: Question) -> Answer | None:
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
        for article in self._articles(question):
            cells = self.evidence.library.panels(article)
            if cells and (answer := self._of(question, article, cells, number, which)):
                return answer
        return None

    def _articles(self, question: Question) -> list[int]:
        library = self.evidence.library
        ranked = self._passages.ranked(question) or ()
        best = list(dict.fromkeys(s.sentence.article_id for s in ranked[:12]))
        about = [
            {s.article_id for i in g for s in library.archive.sentences(library.archive.sentences_about(i)[-60:])}
            for g in question.subjects
        ]  # fmt: skip
        every = set.intersection(*about) if about else None
        newest = sorted(every or (), key=lambda a: library.articles[a].published or "", reverse=True)
        ordered = list(dict.fromkeys([*(a for a in best if every is None or a in every), *newest]))
        if not ordered:  # nothing says all that is asked: those that tell the measure of several
            told: dict[int, set[str]] = {}
            for fact in (f for m in question.measures for f in self.evidence.all_facts(m)):
                told.setdefault(fact.article_id, set()).add(fact.subject)
            ordered = sorted((a for a in told if len(told[a]) > 1), key=lambda a: -len(told[a]))
        return [a for a in ordered if a in self.evidence.visible][:_ARTICLES]

    def _is_about(self, article: int, whole: Sequence[str]) -> bool:
        """Whether an article is about a subject: by all it says, its title or its beginning."""
        library = self.evidence.library
        title = library.names.find(fold(library.articles[article].title))
        opening = {m.entity for s in library.archive.sentences_of_article(article)[:2] for m in s.mentions}
        return bool(set(whole) & (library.mains.of(article) | opening | {i for s in title if s.kind == "entity" for i in s.ids}))

    # ------------------------------------------------------------ one article
    def _of(self, question: Question, article: int, cells: Sequence[Cell], number: int, which: bool) -> Answer | None:
        sentences = self.evidence.library.archive.sentences_of_article(article)
        heads = list(dict.fromkeys(c.head for c in cells if c.head.label))
        named = self._named(question, heads)
        asked = {i for g in question.subjects for i in g}
        wholes = [g for g in question.subjects if not any(set(g) & h.ids for h in named)]
        if wholes and (len(wholes) > 1 or not self._is_about(article, wholes[0])):
            return None
        if len(named) == 1 and len(question.subjects) == 1 and not wholes:
            if "compare" in question.flags or not (which or number):
                return None  # one of two
            wholes, named = [question.subjects[0]], []  # whose parts are asked about
            if not self._is_about(article, wholes[0]):
                return None
        if question.kind == "list" and not question.measures and not named and asked_number(question.folded) == number >= _LEAST:
            return self._members(question, cells, number, sentences, heads)
        sides = named if len(named) > 1 else [h for h in heads if not h.ids & asked]
        if len(named) > 1 and number and number != len(named):
            return None
        for measure, aspect in self._targets(question, cells, sides):
            rows = self._rows(question, measure, aspect, cells, sides, sentences)
            rows = rows if named else self._of_kind(question, measure, rows, sentences)
            units = {r.cell.quantity.unit for r in rows}
            counts = measure in self.evidence.library.names.measures and self.evidence.library.names.measures[measure].unit == "count"
            if len(rows) < 2 or len(units - {""} if counts else units) > 1:
                continue  # 2.9 million customers and 1.7 million are of one
            if not self._says(question, measure, rows, sentences, named):
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
        if not full or any(len(who) > number for who in told.values()) or any(told[m] != told[full[0]] and set(told[m]) != set(told[full[0]]) for m in full):
            return None
        rows = [_Row(h, next(c for c in cells if c.head == h and c.measure == full[0] and c.aspect == "value")) for h in told[full[0]]]
        if not self._says(question, full[0], rows, sentences, ()):
            return None
        return self._said(question, [joined(self.evidence.words, [self._name(r) for r in rows]) + self.evidence.words.stop], rows, sentences)

    def _targets(self, question: Question, cells: Sequence[Cell], sides: Sequence[Head]) -> list[tuple[str, str]]:
        """The measures asked for; of a change of nothing in particular, the one most sides tell."""
        targets = self._figures.targets(question)
        if targets:
            return targets if len(targets) == 1 else []
        if (done := self._done(question, cells)) or not question.aspect:
            return done or [("", "")]
        told = {m: {c.head for c in cells if c.measure == m and is_change(c.quantity.unit) and c.head in sides} for m in _GROWN}
        best = [m for m in _GROWN if len(told[m]) > 1]
        return [(max(best, key=lambda m: len(told[m])), question.aspect)] if best else []

    def _done(self, question: Question, cells: Sequence[Cell]) -> list[tuple[str, str]]:
        """The measure of the figures that stand behind a verb of the question: "how much did each produce"."""
        verbs = {stem(w) for n in question.needs if n.verbal and n.surface.isascii() for w in n.surface.split()}
        told = {c.measure for c in cells if c.measure and c.aspect == "value" and verbs & {stem(w) for _, _, w in words(c.before)}}
        if len(told) == 1:
            return [(told.pop(), "")]
        weak = {m.id for m in self.evidence.library.names.measures.values() for n in question.needs if any(f"m_{m.id.replace('-', '_')}" in o for o in n.options)}
        return [(weak.pop(), question.aspect)] if len(weak) == 1 else []

    def _named(self, question: Question, heads: Sequence[Head]) -> list[Head]:
        """The heads a question names, in its order."""
        asked = {i for g in question.subjects for i in g}
        places = {}
        labels = [fold(h.label) for h in heads]
        said = question.folded
        for n in sorted(range(len(heads)), key=lambda k: -len(labels[k])):  # the longest first: X7 Pro before X7
            forms = [labels[n], partnames.core(labels[n], [x for x in labels if x != labels[n]])]
            first = labels[n].split(" ")[0]
            if " " in labels[n] and len(first) >= _LEAST_WORD and sum(x.startswith(first) for x in labels) == 1:
                forms.append(first)
            found = next((m for f in forms if len(f) > 1 and (m := re.search(rf"(?<![a-z0-9]){re.escape(f)}(?![a-z0-9])" if f.isascii() else re.escape(f), said))), None)
            if found:
                places[heads[n]] = found.start()
                said = said[: found.start()] + "\n" * len(found.group()) + said[found.end() :]
            elif heads[n].ids & asked and not any(h.ids & heads[n].ids for h in places):
                places[heads[n]] = 0
        return sorted(places, key=lambda h: places[h])

    def _rows(self, question: Question, measure: str, aspect: str, cells: Sequence[Cell], sides: Sequence[Head], sentences: Sequence[StoredSentence]) -> list[_Row]:
        """One row a side; none where a side has two figures in one place, as where one that begins there was not read."""
        measures = [measure, *(m for m in self._figures.acceptable(measure, question) if m != measure)]
        wanted = ("growth", "decline") if aspect in ("growth", "decline") else ("value",)
        if modifiers.QUARTERLY.search(question.folded):
            return []
        for group in ([measure], measures):
            fitting = self._worded(question, cells, sides) if not measure else [c for c in cells if c.measure in group and c.aspect in wanted and c.head.label and not c.forecast and self._timely(question, c, sentences)]
            fitting = self._qualified(question, fitting, sentences)
            fitting = self._in_one_sentence(fitting, sides) or fitting
            rows = [_Row(h, first) for h in sides if (first := next((c for c in fitting if c.head == h), None))]
            if len(rows) > 1:
                break
        for row in rows:
            again = [c for c in fitting if c.head == row.head and c is not row.cell and sentences[c.sentence].paragraph == sentences[row.cell.sentence].paragraph]
            if any(c.quantity.lo != row.cell.quantity.lo for c in again):
                return []
        if any(r.cell.quantity.lo is None or r.cell.quantity.hi is None for r in rows):
            return []
        begin, end = (min(r.cell.sentence for r in rows), max(r.cell.sentence for r in rows)) if rows else (0, 0)
        stray = [c for c in cells if not c.head.label and c.measure in measures and c.aspect in wanted and begin < c.sentence < end and c.quantity.unit == rows[0].cell.quantity.unit]
        return [] if stray else rows

    @staticmethod
    def _in_one_sentence(cells: Sequence[Cell], sides: Sequence[Head]) -> list[Cell]:
        """The figures of the first sentence that tells all sides, which is of one market and one definition."""
        for n in dict.fromkeys(c.sentence for c in cells):
            own = [c for c in cells if c.sentence == n]
            if {c.head for c in own} >= set(sides):
                return own
        return []

    def _worded(self, question: Question, cells: Sequence[Cell], sides: Sequence[Head]) -> list[Cell]:
        """The figures that words of the question tell, where it names no measure: "spent on storm repairs", 後備廂."""
        wanted = []
        for need in question.needs:
            if need.light or soft(need) or generic(need) or _DONE.match(need.surface):
                continue
            token = stem(need.surface) if need.surface.isascii() else fold(need.surface)
            held = [c for c in cells if c.head in sides and token in c.words]
            if len({c.head for c in held}) > 1:
                wanted.append(token)
        if not wanted:
            return []
        return [c for c in cells if c.head in sides and c.aspect == "value" and not c.forecast and all(t in c.words for t in wanted)]

    def _qualified(self, question: Question, cells: list[Cell], sentences: Sequence[StoredSentence]) -> list[Cell]:
        """Of the figures those that are told with a word of the question that others of their measure are told without: 固網用戶."""
        for need in question.needs:
            if need.light or soft(need) or need.surface.isascii() or len(need.surface) < 2 or self._figures.names(need, *question.measures):
                continue
            word = fold(need.surface)
            held = [c for c in cells if word in c.before or word in c.words.rpartition("\n")[0] or word in fold(sentences[c.sentence].text)[:12]]
            if held and len(held) < len(cells) and len({c.head for c in held}) > 1:
                cells = held
        return cells

    def _timely(self, question: Question, cell: Cell, sentences: Sequence[StoredSentence]) -> bool:
        """Whether a figure is of the period asked for: told in its sentence before it, or what its article reports on."""
        if not question.periods:
            return True
        sentence = sentences[cell.sentence]
        library = self.evidence.library
        year = periods.resolve_year(library.articles[sentence.article_id].published)
        folded = fold(sentence.text)
        told = [
            m.period for m in periods.find(sentence.text, year)
            if m.start < cell.quantity.start and m.period.kind in (*REPORTED, "as-of") and not compares(folded, m)
        ]  # fmt: skip
        if told:
            return all(same_period(p, told[-1]) for p in question.periods)
        earlier = [s for s in sentences if s.n < sentence.n and s.paragraph == sentence.paragraph]
        for before in reversed(earlier):
            told = [m.period for m in periods.find(before.text, year) if m.period.kind in (*REPORTED, "as-of") and not compares(fold(before.text), m)]
            if told and any(all(same_period(p, t) for p in question.periods) for t in told):
                return True
        return library.times.framed(sentence, question.periods, question.folded, alone=False)

    def _of_kind(self, question: Question, measure: str, rows: list[_Row], sentences: Sequence[StoredSentence]) -> list[_Row]:
        """The rows of the kind that a question names, where the sentences on each side say of what kind it is: of ferry operators, no tug operator."""
        paragraphs = Counter(sentences[r.cell.sentence].paragraph for r in rows)
        alone = {p for p, sides in paragraphs.items() if sides == 1}

        def on(row: _Row, sentence: StoredSentence) -> bool:
            own = sentences[row.cell.sentence].paragraph
            return bool(row.head.ids & {m.entity for m in sentence.mentions}) or (own in alone and own == sentence.paragraph)

        for need in question.needs:
            if need.light or need.verbal or soft(need) or generic(need) or self._figures.names(need, measure, *question.measures):
                continue
            said = [s for s in sentences if self.evidence.library.search.holds(need, s.id) >= _HELD]
            kept = [r for r in rows if any(on(r, s) for s in said)]
            rows = kept if kept and all(any(on(r, s) for r in kept) for s in said) else rows  # what is said of nobody here is said of all
        return rows

    def _says(self, question: Question, measure: str, rows: Sequence[_Row], sentences: Sequence[StoredSentence], named: Sequence[Head]) -> bool:
        """Whether all that a question says besides is said where the sides are told, at the head of their article, or only asks."""
        search = self.evidence.library.search
        title = self.evidence.library.articles[sentences[0].article_id].title
        paragraphs = {sentences[r.cell.sentence].paragraph for r in rows}
        near = [s for s in sentences if s.paragraph in paragraphs or s.paragraph < 2]
        labels = [fold(h.label) for h in named]
        for need in question.needs:
            if need.light or soft(need) or self._figures.names(need, measure, *question.measures) or generic(need) or _DONE.match(need.surface):
                continue
            if any(need.surface in x or x in need.surface for x in labels) or (need.verbal and _DONE.match(need.surface.split()[0])):
                continue
            if any(search.holds(need, s.id) >= _HELD or need.surface in fold(s.text) for s in near) or search.heading_holds(need, title):
                continue
            bare = _MAKER.sub("", need.surface).strip()
            if bare.isascii() and bare and any(g in fold(x) for w in bare.split() for g in self.evidence.library.gloss(stem(w)) if len(g) > 1 for x in (title, *(s.text for s in near))):
                continue  # in the other language
            if bare != need.surface and (not bare or any(bare in fold(s.text) for s in near) or bare in fold(title)):
                continue
            if re.fullmatch(r"[两三四五六七]?[\u3400-\u9fff]{0,2}", need.surface) and _MAKER.search(need.surface):
                continue
            return False
        return True

    # ------------------------------------------------------------ telling
    def _tell(self, question: Question, asked: _Asked, rows: list[_Row], sides: Sequence[Head], sentences: Sequence[StoredSentence]) -> tuple[list[str], list[_Row]] | None:
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

    def _all_read(self, rows: Sequence[_Row], number: int, sentences: Sequence[StoredSentence]) -> bool:
        """Whether as many sides are read as are asked about, or as their article says there are."""
        if number:
            return len(rows) == number
        title = self.evidence.library.articles[sentences[0].article_id].title
        opening = [fold(title), *(fold(s.text) for s in sentences if s.paragraph == 0)]
        said = [COUNTS.get(m[1] or m[2], 2) for x in opening for m in _SO_MANY.finditer(x)]
        return len(rows) >= _LEAST and (not said or len(rows) in said)

    def _first(self, question: Question, measure: str, aspect: str, rows: list[_Row]) -> tuple[list[str], list[_Row]] | None:
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
        if len(ordered) > 1:
            lines.append(words.part_after.format(second=self._name(ordered[1]), value=self._value(ordered[1]), n=len(rows)) + words.stop)
        return lines, ordered[:2]

    def _sum(self, rows: list[_Row]) -> tuple[list[str], list[_Row]] | None:
        words, lang = self.evidence.words, self.evidence.lang
        quantities = [r.cell.quantity for r in rows]
        if any(q.lo != q.hi for q in quantities):
            return None
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in quantities), Decimal(0)), quantities)
        text = words.total.format(value=figures.computed(arithmetic.quantity((total, total), quantities[0].unit), lang))
        shown = " + ".join(f"{self._name(r)} {figures.show(r.cell.quantity, lang)}" for r in rows)
        return [figures.spaced(f"{text} (= {shown})") + words.stop], rows

    def _line(self, measure: str, row: _Row) -> str:
        words = self.evidence.words
        told = words.part.format(part=self._name(row), measure=self._label(measure), value=self._value(row)) if measure else f"{self._name(row)}{words.colon}{self._value(row)}"
        return figures.spaced(told) + words.stop

    def _label(self, measure: str) -> str:
        return self.evidence.label(measure) if measure else ""

    def _value(self, row: _Row) -> str:
        shown = figures.show(row.cell.quantity, self.evidence.lang)
        return shown if row.cell.aspect == "value" else self.evidence.words.growth[row.cell.aspect].format(value=shown)

    def _name(self, row: _Row) -> str:
        name = self.evidence.name(next(iter(row.head.ids))) if len(row.head.ids) == 1 else ""
        translated = name and name.isascii() and not re.search("[A-Za-z]", row.head.label)
        return name if len(name) >= len(row.head.label) or translated else self.evidence.quote(row.head.label)

    def _said(self, question: Question, lines: Sequence[str], rows: Sequence[_Row], sentences: Sequence[StoredSentence]) -> Answer:
        evidence = self.evidence
        used = list({s.id: s for s in (sentences[r.cell.sentence] for r in rows)}.values())
        kind = "superlative" if question.extreme else "compare"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in used if evidence.foreign(s.text)), sources=evidence.sources(used),
        )  # fmt: skip

