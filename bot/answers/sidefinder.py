"""Which rows of a panel a question means: from which article, of which sides, of which measure, one figure a side.

Of whom the figures are is told by where they stand, so that a maker is found whether or not its name is known. Period
and measure are hard constraints, and a word of the question that is said neither where the sides are told nor at the
head of their article means that others are asked for. Leaves out telling them (`bot.answers.sidebyside`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot import arithmetic
from bot.answers import modifiers
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.partwords import generic
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, partnames, periods
from kb.articletimes import REPORTED, compares
from kb.panelheads import Head
from kb.panels import Cell
from kb.rows import StoredSentence
from kb.terms import term_token
from kb.text import fold, stem, words
from kb.units import is_change

_ARTICLES = 4
_HELD = 0.5
_LONG = 4  # characters of a Chinese name that is called by its first two
_LEAST_WORD = 4  # letters of a name's first word by which it is called
# What a change is of where a question names no measure.
_GROWN = ("revenue", "shipments", "deliveries", "sales-volume", "output", "throughput", "premium")
_MAKER = lazy.compile(r"(?:(?:公司|企业|厂商?|商|业者|品牌|银行|机构|园区|车型|大厂|[车药酒]企|车|款|家|座|者|型号|机型|产品)|\b(?:firm|company|maker|producer|operator|manufacturer|vendor|provider|supplier|carrier|brand|bank|lender|miner|mine|site|park|plant|model|car|phone|rival|player|retailer|chain|developer|builder|insurer|airline|name|group|one|contender)s?)$")
_DONE = lazy.compile(r"^(?:saw|see|seen|spen[dt]\w*|post\w*|report\w*|record\w*|book\w*|earn\w*|ha[sd]|have|had|get\w*|got|charge\w*|sell\w*|sold|ma[dk]e\w*|produc\w*|deliver\w*|ship\w*|carr\w*|own\w*|run\w*|offer\w*|com[ep]\w*|came|grew|grow\w*|g[ai]ve\w*|show\w*|mean\w*|than|比起?|相比|对比|比较|卖得?|做|有|花|赚|出|拿|跑得?|交出?|盘点|汇总|比较|对比|公布|发布|交卷|compar\w+|cover\w*|list\w*|nam\w+)$")


@dataclass(frozen=True, slots=True)
class Row:
    """A side with its figure."""

    head: Head
    cell: Cell

    @property
    def size(self) -> Decimal:
        """What it is ranked by: of a range the middle; a fall is below zero."""
        ends = arithmetic.ends(self.cell.quantity)
        middle = (ends[0] + ends[1]) / 2 if ends else Decimal(0)
        return -middle if self.cell.aspect.startswith(("decline", "loss")) else middle


class SideFinder:
    """Finds the articles that may tell the sides of a question, and the rows that fit it in one of them."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages

    def articles(self, question: Question) -> list[int]:
        """Return the articles that may tell what is asked, the likeliest first."""
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

    def is_about(self, article: int, whole: Sequence[str]) -> bool:
        """Whether an article is about a subject: by all it says, its title or its beginning."""
        library = self.evidence.library
        title = library.names.find(fold(library.articles[article].title))
        opening = {m.entity for s in library.archive.sentences_of_article(article)[:2] for m in s.mentions}
        return bool(set(whole) & (library.mains.of(article) | opening | {i for s in title if s.kind == "entity" for i in s.ids}))

    # ------------------------------------------------------------ one article
    def targets(self, question: Question, cells: Sequence[Cell], sides: Sequence[Head]) -> list[tuple[str, str]]:
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
        tokens = {t for n in question.needs for o in n.options for t in o if t.startswith("m_")}
        weak = {m for m in self.evidence.library.names.measures if tokens and term_token("measure", m) in tokens}
        return [(weak.pop(), question.aspect)] if len(weak) == 1 else []

    def named(self, question: Question, heads: Sequence[Head]) -> list[Head]:
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
            if not labels[n].isascii() and len(labels[n]) >= _LONG and sum(x.startswith(labels[n][:2]) for x in labels) == 1 and labels[n][:2] not in self.evidence.library.ordinary:
                forms.append(labels[n][:2])  # 拓原 of 拓原微電子
            found = next((m for f in forms if len(f) > 1 and f in said and (m := re.search(rf"(?<![a-z0-9]){re.escape(f)}(?![a-z0-9])" if f.isascii() else re.escape(f), said))), None)
            if found:
                places[heads[n]] = found.start()
                said = said[: found.start()] + "\n" * len(found.group()) + said[found.end() :]
            elif heads[n].ids & asked and not any(h.ids & heads[n].ids for h in places):
                places[heads[n]] = 0
        return sorted(places, key=lambda h: places[h])

    def rows(self, question: Question, measure: str, aspect: str, cells: Sequence[Cell], sides: Sequence[Head], sentences: Sequence[StoredSentence]) -> list[Row]:
        """One row a side; none where a side has two figures in one place, as where one that begins there was not read."""
        measures = [measure, *(m for m in self._figures.acceptable(measure, question) if m != measure)]
        wanted = ("growth", "decline") if aspect in ("growth", "decline") else ("value", "loss") if question.extreme == "max" and "loss" not in question.flags else ("value",)
        if modifiers.QUARTERLY.search(question.folded):
            return []
        for group in ([measure], measures):
            fitting = self._worded(question, cells, sides) if not measure else [c for c in cells if c.measure in group and c.aspect in wanted and c.head.label and not c.forecast and self._timely(question, c, sentences)]
            fitting = self._qualified(question, fitting, sentences)
            fitting = self._in_one_sentence(fitting, sides) or fitting
            rows = [Row(h, first) for h in sides if (first := next((c for c in fitting if c.head == h), None))]
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

    def of_kind(self, question: Question, measure: str, rows: list[Row], sentences: Sequence[StoredSentence]) -> list[Row]:
        """The rows of the kind that a question names, where the sentences on each side say of what kind it is: of ferry operators, no tug operator."""
        paragraphs = Counter(sentences[r.cell.sentence].paragraph for r in rows)
        alone = {p for p, sides in paragraphs.items() if sides == 1}

        def on(row: Row, sentence: StoredSentence) -> bool:
            own = sentences[row.cell.sentence].paragraph
            return bool(row.head.ids & {m.entity for m in sentence.mentions}) or (own in alone and own == sentence.paragraph)

        for need in question.needs:
            if need.light or need.verbal or soft(need) or generic(need) or self._figures.names(need, measure, *question.measures):
                continue
            said = [s for s in sentences if self.evidence.library.search.holds(need, s.id) >= _HELD]
            kept = [r for r in rows if any(on(r, s) for s in said)]
            rows = kept if kept and all(any(on(r, s) for r in kept) for s in said) else rows  # what is said of nobody here is said of all
        return rows

    def says(self, question: Question, measure: str, rows: Sequence[Row], sentences: Sequence[StoredSentence], named: Sequence[Head]) -> bool:
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
