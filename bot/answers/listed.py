"""Answers from things that an article lists, each with a mark or a label of its own (`kb.listings`).

Which they are, one's figure, the first and the last of them, their sum, and two set against each other. What is asked
of all is told where all are read: as many as the article or the question says there are. Which items and figures are
meant says `bot.answers.listfinder`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.fromto import MOVES
from bot.answers.groups import COUNTS
from bot.answers.lines import same_period
from bot.answers.listfinder import ListFinder, Meant, place_asked, which_asked
from bot.answers.partwords import ALL, DROPPED, EACH, FASTEST, LEAST, MOST, top_count
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.answers.sidefinder import SideFinder
from bot.asked import asked_number, asks_percent
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, periods
from kb.articletimes import REPORTED, compares
from kb.enumerations import FIRST
from kb.listings import Column, Listing, Told
from kb.model import Entity
from kb.rows import StoredSentence
from kb.tabular import amounts
from kb.text import fold

_UNASKED = ("reason", "date", "place", "duration", "age", "post", "person")
_KINDS_UNASKED = ("person", "definition", "timeline", "passage")
_LIST = lazy.compile(r"哪些|哪几|哪[两三四五六七八九]|(?:是|有|为)(?:什么|甚么|啥)|分别|列[出举]|各是|\b(?:what|which) (?:are|were|two|three|four|five|six)\b|\bwhat (?:two|three|four|five|six)\b|\b(?:list|name)\b")
_NUMBER = lazy.compile(r"(?<!第)([两三四五六七八九2-9])(?:大|名|家|个|位|款|座|间|条|种|项|点|宗|档|类|件)(?!月|季|百|千|交易|工作)|\b(two|three|four|five|six|seven|eight|nine)(?= [a-z])(?! (?:years?|months?|weeks?|days?|quarters?|of)\b)")
_COUNTS = {**COUNTS, "八": 8, "九": 9, "2": 2, "8": 8, "9": 9, "two": 2, "eight": 8, "nine": 9}
_EACH_OF = lazy.compile(r"各[地国区市家个项店厂]|每[个家项款]|\b(?:in|at|for) each\b|\bby (?:country|region|city|site|plant|version|model|size)\b")
_SO_MANY_REASONS = lazy.compile(r"[两三四五六七八](?:个|点|大|项|条)[^,?]{0,4}?(?:原因|理由|因素)|\b(?:two|three|four|five|six) (?:[a-z]+ )?(?:reasons|causes|factors)\b")
_TOGETHER = lazy.compile(r"^how (?:many|much) .*\b(?:together|between them)\b")
_SENTENCE_PARTS = lazy.compile(r"[;；。]| while | but ")
_GREW_MOST = lazy.compile(r"(?:成长|增长|增|升|涨)[^;。]{0,16}?最(?:快|多|大|高|强|猛)|最(?:快|猛)|增[速幅][^;。]{0,8}?最|\bfastest\b|\b(?:grew|rose) (?:the )?most\b|\bstrongest growth\b")
_SHARES = lazy.compile(r"占|比重|份额|\b(?:share|accounts?|accounted|makes? up|made up|of (?:it|them|sales|revenues?))\b")
_SOME_OF = lazy.compile(r"其中|当中|包括|\bof (?:them|those|which|these)\b|\bincluding\b|\bamong (?:them|those|these)\b")
_ROUNDED = 3  # per cent
_SHORT = 320  # characters of all openings that are quoted together
_LEAST_SIZE = 2
_ROWS = 3  # of one sentence, where nothing says how many there are


class Listed:
    """Finds listings, and tells what is asked of them."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._finder = ListFinder(evidence, finder)
        self._articles = SideFinder(evidence, finder, passages)

    def answer(self, question: Question) -> Answer | None:
        """Answer from the first listing that says all that is asked; None where none does."""
        return self._answer(question, self.evidence.library.listings)

    def rows(self, question: Question) -> Answer | None:
        """Answer from what one sentence tells of several, a clause each."""
        return self._answer(question, self.evidence.library.listed_rows) or self._fastest(question)

    def _fastest(self, question: Question) -> Answer | None:
        """Which of several that a sentence lists grew fastest, where one behind it says so: 禮盒成長34%,最快."""
        folded = question.folded
        if not FASTEST.search(folded) or question.aspect not in ("", "growth") or question.unknown or top_count(folded) or not which_asked(folded):
            return None
        asked = replace(question, aspect="")
        for article in self._articles.articles(question):
            sentences = self.evidence.library.archive.sentences_of_article(article)
            for listing in self.evidence.library.listed_rows(article):
                if not (self._is_about(asked, article, listing, sentences) and self._finder.of_sort(asked, listing, sentences)):
                    continue
                meant = self._finder.meant(asked, listing, sentences)
                if meant is None or meant.named or (question.measures and self._finder.column(asked, meant, range(len(listing.items))) is None):
                    continue
                if (said := self._told_fastest(meant)) is not None:
                    return said
        return None

    def _told_fastest(self, meant: Meant) -> Answer | None:
        """What a sentence of the paragraph says of the item that grew fastest; None where none or several are called so."""
        first = meant.sentences[meant.listing.items[0].sentences[0]]
        after = [s for s in meant.sentences if s.paragraph == first.paragraph and s.n >= first.n]
        found = []
        for sentence in after:
            for clause in _SENTENCE_PARTS.split(sentence.text):
                if _GREW_MOST.search(fold(clause)):
                    found += [(sentence, item.label, q) for item in meant.listing.items for q in amounts(clause)[:1] if q.unit in ("%", "x", "倍") and _same_word(item.label, clause)]
        if len(found) != 1:
            return None
        sentence, label, rate = found[0]
        evidence, words = self.evidence, self.evidence.words
        line = " ".join(words.extreme["grew"].format(winner=evidence.quote(label), value=figures.show(rate, evidence.lang), period="", measure="").split())
        quotes = (evidence.quote(sentence.text),) if evidence.foreign(sentence.text) else ()
        lines = (line[:1].upper() + line[1:] + words.stop,) if not quotes else ()
        return Answer(True, evidence.lang, "superlative", lines or (evidence.quote(label) + words.stop,), quotes=quotes, sources=evidence.sources([sentence]))

    def _answer(self, question: Question, read: Callable[[int], Sequence[Listing]]) -> Answer | None:
        if _SO_MANY_REASONS.search(question.folded) and asked_number(question.folded):
            question = replace(question, wants="", kind="list", aspect="")  # which they are, and not why
        if _TOGETHER.search(question.folded):
            question = replace(question, flags=question.flags | {"sum"})
        who = question.wants in ("place", "person") and question.extreme in ("max", "min")
        if question.kind == "definition" and (asked_number(question.folded) or _number(question.folded) or place_asked(question.folded)):
            question = replace(question, kind="list")  # "what are the three conditions", 第三點疑慮是什麼
        if (question.wants in _UNASKED and not who) or question.kind in _KINDS_UNASKED or question.aspect or question.unknown or question.flags & {"loss", "implied", "yesno"}:
            return None
        if len(question.measures) > 1 or FASTEST.search(question.folded) or DROPPED.search(question.folded) or top_count(question.folded) or (asks_percent(question.folded) and MOVES.search(question.folded)):
            return None  # changes stand in no column
        for article in self._articles.articles(question):
            listings = read(article)
            if not listings:
                continue
            sentences = self.evidence.library.archive.sentences_of_article(article)
            for listing in sorted(listings, key=lambda x: not self._finder.calls_so(question, x, sentences)):
                if self._is_about(question, article, listing, sentences) and (told := self._of(question, listing, sentences)):
                    return told
        return None

    def _is_about(self, question: Question, article: int, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether a listing is of whom is asked about: its article, its lead or its items are."""
        entities = self.evidence.library.names.entities
        labels = [fold(item.label) for item in listing.items]
        if listing.before is not None and self._of_another(question, listing, sentences):
            return False
        near = {m.entity for n in (listing.lead, *(i for item in listing.items for i in item.sentences)) if n >= 0 for m in sentences[n].mentions}
        return all(set(g) & near or entities[g[0]].kind == "place" or _ends_with(entities[g[0]], labels) or self._articles.is_about(article, g) for g in question.subjects) and self._timely(question, sentences[listing.items[0].sentences[0]], sentences)

    def _of_another(self, question: Question, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether another product or company than the one asked about is named before rows, in their sentence: 《甲》:標準版298元;《乙》:…"""
        entities = self.evidence.library.names.entities
        begin = len(listing.before or "")
        named = [m.entity for m in sentences[listing.items[0].sentences[0]].mentions if m.start < begin]
        for group in question.subjects:
            kind = entities[group[0]].kind
            if any(self._is_called(group, i.label) for i in listing.items):
                continue
            others = [e for e in named if entities[e].kind == kind and kind in ("product", "company")]
            if others and not set(group) & set(named) and not _ends_with(entities[group[0]], [fold(i.label) for i in listing.items]):
                return True
        return False

    def _timely(self, question: Question, sentence: StoredSentence, sentences: Sequence[StoredSentence]) -> bool:
        """Whether what is listed is of the period asked for: told with it, or what its article reports on."""
        if not question.periods:
            return True
        year = periods.resolve_year(self.evidence.library.articles[sentence.article_id].published)
        before = [s for s in sentences if s.paragraph == sentence.paragraph and s.n < sentence.n]
        for near in (sentence, *reversed(before)):
            folded = fold(near.text)
            told = [m.period for m in periods.find(near.text, year) if m.period.kind in (*REPORTED, "as-of") and not compares(folded, m)]
            if told and (near is sentence or near.n == sentence.n - 1):
                return all(any(same_period(p, t) for t in told) for p in question.periods)
        opening = [m.period for s in sentences if s.paragraph == 0 for m in periods.find(s.text, year) if m.period.kind in (*REPORTED, "as-of") and not compares(fold(s.text), m)]
        if opening and all(any(same_period(p, t) for t in opening) for p in question.periods):
            return True
        return self.evidence.library.times.framed(sentence, question.periods, question.folded, alone=False)

    def _of(self, question: Question, listing: Listing, sentences: Sequence[StoredSentence]) -> Answer | None:
        meant = self._finder.meant(question, listing, sentences) if self._finder.of_sort(question, listing, sentences) else None
        if meant is None or (not meant.named and self._of_other_firms(question, listing)):
            return None
        folded = question.folded
        extreme = question.extreme in ("max", "min") and (which_asked(folded) or not (question.wants or question.measures))
        if len(meant.named) > 1 or (not meant.named and not self._all_read(question, meant)):
            return self._several(question, meant) if len(meant.named) > 1 else None
        if meant.named:
            return None if extreme or "compare" in question.flags or "sum" in question.flags or DIFFERENCE.search(folded) else self._one(question, meant, meant.named[0])
        everything = range(len(listing.items))
        if extreme and (MOST.search(folded) or LEAST.search(folded) or question.extreme):
            return self._first(question, meant)
        if "sum" in question.flags:
            column = self._finder.column(question, meant, everything)
            if listing.before is not None and not self._finder.said_there(question, meant):
                return None  # all of the tenders are not those of three firms at sea
            return self._sum(question, meant, column, everything) if column else None
        if question.measures and (EACH.search(folded) or ALL.search(folded) or _EACH_OF.search(folded)):
            column = self._finder.column(question, meant, everything)
            return self._said(question, [self._line(meant, n, column.figures[n]) for n in everything], meant, everything) if column else None
        return self._listed(question, meant)

    def _all_read(self, question: Question, meant: Meant) -> bool:
        """Whether as many items are read as the question, or what leads up to them, says there are."""
        listing, sentences = meant.listing, meant.sentences
        asked = asked_number(question.folded) or _number(question.folded)
        first = sentences[listing.items[0].sentences[0]]
        if listing.before is not None:
            lead = sentences[listing.lead].text if listing.lead >= 0 else ""
            said = {n for x in (listing.before, lead) for n in _numbers(fold(x))}
            size = len(listing.items)
            return asked == size if asked else size in said or size >= _ROWS
        near = [self.evidence.library.articles[first.article_id].title, *(s.text for s in sentences if s.paragraph == 0)]
        near += [sentences[listing.lead].text] if listing.lead >= 0 else []
        told = {n for x in near for n in _numbers(fold(x))}
        size = len(listing.items)
        if asked:
            return asked == size
        return size in told or (not told and size >= _LEAST_SIZE)

    # ------------------------------------------------------------ telling
    def _one(self, question: Question, meant: Meant, item: int) -> Answer | None:
        """One item's figure."""
        if not (question.wants in ("amount", "ratio") or question.measures or question.dimension):
            asked = question.kind == "list" and place_asked(question.folded) and self._finder.same_things(question, meant)
            return self._said(question, [self.evidence.quote(meant.listing.items[item].opening)], meant, [item]) if asked else None
        if meant.listing.before is not None and self._is_firm(question, meant.listing.items[item].label):
            return None  # whose facts are known, if anybody's
        column = self._finder.column(question, meant, [item])
        return self._said(question, [self._line(meant, item, column.figures[item])], meant, [item]) if column else None

    def _leaves_one_out(self, question: Question, meant: Meant) -> bool:
        """Whether companies are named of which another, named beside them, is none."""
        entities = self.evidence.library.names.entities
        firms = [g for g in question.subjects if entities[g[0]].kind == "company"]
        those = [g for g in firms if any(self._is_firm(replace(question, subjects=(g,)), meant.listing.items[n].label) for n in meant.named)]
        return len(those) > 1 and len(those) < len(firms)

    def _is_firm(self, question: Question, label: str) -> bool:
        """Whether a label names a company that the question is about."""
        names = self.evidence.library.names
        called = {i for s in names.find(fold(label)) if s.kind == "entity" for i in s.ids}
        return any(set(g) & called and names.entities[g[0]].kind == "company" for g in question.subjects)

    def _of_other_firms(self, question: Question, listing: Listing) -> bool:
        """Whether several firms are asked about and the rows are of others: 第三至第五名依次是… tells nothing of the first two."""
        entities = self.evidence.library.names.entities
        firms = [g for g in question.subjects if entities[g[0]].kind == "company"]
        return len(firms) > 1 and any(s.kind == "entity" and entities[s.ids[0]].kind == "company" for i in listing.items for s in self.evidence.library.names.find(fold(i.label)))

    def _is_called(self, group: Sequence[str], label: str) -> bool:
        return any(s.kind == "entity" and set(s.ids) & set(group) for s in self.evidence.library.names.find(fold(label)))

    def _several(self, question: Question, meant: Meant) -> Answer | None:
        """Several items that are named: their sum, or set against each other."""
        if not (question.measures or question.wants or question.dimension or any(not n.light for n in question.needs)):
            return None  # two firms set side by side in nothing in particular
        number = _number(question.folded)
        column = self._finder.column(question, meant, meant.named) if not number or number == len(meant.named) else None
        if column is None or self._leaves_one_out(question, meant):
            return None
        if "sum" in question.flags:
            return self._sum(question, meant, column, meant.named)
        words = self.evidence.words
        lines = [self._line(meant, n, column.figures[n]) for n in meant.named]
        one, other = (column.figures[n].quantity for n in meant.named[:2])
        if len(meant.named) == 2 and (gap := apart(self.evidence, one, other, exact=True)):
            a, b = _size(column.figures[meant.named[0]]), _size(column.figures[meant.named[1]])
            high = meant.named[0] if a > b else meant.named[1]
            lines = [words.higher.format(winner=self._label(meant, high)) + words.stop, *lines, gap]
        return self._said(question, lines, meant, meant.named)

    def _first(self, question: Question, meant: Meant) -> Answer | None:
        """Which item is first, and which comes next."""
        column = self._finder.column(question, meant, range(len(meant.listing.items)))
        if column is None or len(column.figures) < _LEAST_SIZE or any(t.quantity.lo is None or t.quantity.lo != t.quantity.hi for t in column.figures.values()):
            return None
        if meant.listing.before is not None and not (question.measures or self._finder.speaks_of(question, meant)):
            return None  # who paid in most is no product that sells best
        rest = self._untold_share(meant, column)
        if rest > max(map(_size, column.figures.values())) and not FIRST.search(fold(meant.sentences[meant.listing.items[0].sentences[0]].text)):
            return None  # what is left may be larger
        ordered = sorted(column.figures, key=lambda n: _size(column.figures[n]), reverse=question.extreme == "max")
        if _size(column.figures[ordered[0]]) == _size(column.figures[ordered[1]]):
            return None
        words = self.evidence.words
        first, second = ordered[:2]
        line = words.extreme[question.extreme].format(winner=self._label(meant, first), value=self._value(column.figures[first]), period="", measure="")
        after = words.part_after.format(second=self._label(meant, second), value=self._value(column.figures[second]), n=len(ordered))
        return self._said(question, [" ".join(line.split()).replace(" :", ":") + words.stop, after + words.stop], meant, ordered[:2])

    @staticmethod
    def _untold_share(meant: Meant, column: Column) -> Decimal:
        """What shares leave of the whole, 0 where the figures are none or leave no more than rounding does."""
        text = fold(meant.sentences[meant.listing.items[0].sentences[0]].text)
        if column.unit != "%" or not _SHARES.search(text):
            return Decimal(0)
        left = 100 - sum(map(_size, column.figures.values()), Decimal(0))
        return left if left > _ROUNDED else Decimal(0)

    def _sum(self, question: Question, meant: Meant, column: Column, items: Sequence[int]) -> Answer | None:
        quantities = [column.figures[n].quantity for n in items]
        if any(q.lo is None or q.lo != q.hi for q in quantities) or column.unit == "%":
            return None
        if not meant.named and _SOME_OF.search(fold(meant.sentences[meant.listing.items[items[0]].sentences[0]].text)):
            return None  # Thailand took 19,400 of them, Brazil 14,200: the largest parts, and not the whole
        lang, words = self.evidence.lang, self.evidence.words
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in quantities), Decimal(0)), quantities)
        text = words.total.format(value=figures.computed(arithmetic.quantity((total, total), quantities[0].unit), lang))
        shown = " + ".join(f"{self._label(meant, n)} {self._value(column.figures[n])}" for n in items)
        return self._said(question, [figures.spaced(f"{text} (= {shown})") + words.stop], meant, items)

    def _listed(self, question: Question, meant: Meant) -> Answer | None:
        """Which the items are, with what opens each where that is short."""
        asks = question.kind == "list" or _LIST.search(question.folded) or ALL.search(question.folded) or asked_number(question.folded)
        if not asks or (question.measures and question.wants) or question.dimension or question.extreme or question.wants in ("amount", "ratio") or meant.told_by:
            return None
        items = meant.listing.items
        if meant.listing.before is not None:
            column = self._finder.column(question, meant, range(len(items))) if question.measures else meant.listing.columns[0]
            if column is None or len(column.figures) < len(items) or not self._finder.said_there(question, meant) or self._untold_share(meant, column):
                return None
            if column.unit == "%" and not question.measures and not _SHARES.search(fold(meant.sentences[items[0].sentences[0]].text)):
                return None  # what loans are made up of is told by no rates
            return self._said(question, [self._line(meant, n, column.figures[n]) for n in range(len(items))], meant, range(len(items)))
        if not self._finder.same_things(question, meant):
            return None
        long = sum(len(i.opening) for i in items) > (_SHORT if items[0].opening.isascii() else _SHORT // 2)
        lines = [self.evidence.quote(i.label if long else i.opening) for i in items]
        return self._said(question, lines, meant, range(len(items)))

    def _line(self, meant: Meant, item: int, told: Told) -> str:
        words = self.evidence.words
        named = self.evidence.quote(told.words) if told.words and not told.words.isascii() and self.evidence.lang != "en" else ""
        return figures.spaced(f"{self._label(meant, item)}{words.colon}{named}{self._value(told)}") + words.stop

    def _label(self, meant: Meant, item: int) -> str:
        label = meant.listing.items[item].label
        names = self.evidence.library.names
        known = next((t.id for t in names.terms(fold(label)) if t.kind == "entity" and names.entities[t.id].kind in ("place", "company")), "")
        if known and (name := self.evidence.name(known)) and not self.evidence.foreign(name):
            return name if self.evidence.foreign(label) or names.entities[known].kind == "place" else self.evidence.quote(label)
        return f"“{label}”" if self.evidence.lang == "en" and self.evidence.foreign(label) else self.evidence.quote(label)

    def _value(self, told: Told) -> str:
        return figures.show(told.quantity, self.evidence.lang)

    def _said(self, question: Question, lines: Sequence[str], meant: Meant, items: Sequence[int]) -> Answer:
        evidence = self.evidence
        at = dict.fromkeys(i for n in items for i in meant.listing.items[n].sentences[:2])
        used = [meant.sentences[i] for i in at if meant.sentences[i].text.strip(" .0123456789")]
        kind = "superlative" if question.extreme else "list" if len(items) > 2 else "fact"
        quotes = tuple(evidence.quote(s.text) for s in used if evidence.foreign(s.text))
        if any(evidence.foreign(x) for x in lines) and not any(any(c.isdigit() for c in x) for x in lines):
            lines = (evidence.words.quote_lead,)  # which they are is in the quotation
        return Answer(True, evidence.lang, kind, tuple(lines), quotes=quotes, sources=evidence.sources(used))


def _same_word(label: str, clause: str) -> bool:
    """Whether a clause speaks of what a label calls: data centres, "data-centre sales"."""
    one, other = (re.sub(r"[-\s]+", " ", fold(x)) for x in (label, clause))
    return bool(re.search(rf"(?<![a-z]){re.escape(one.removesuffix('s'))}s?(?![a-z])", other)) if one.isascii() else one in other


def _ends_with(entity: Entity, labels: Sequence[str]) -> bool:
    """Whether a product is called by one of the labels behind the name of its line: 骁影X2专业版."""
    names = [fold(n) for n in (*entity.names.values(), *entity.aliases)]
    return entity.kind == "product" and any(n.endswith(x) for n in names for x in labels)


def _size(told: Told) -> Decimal:
    return told.quantity.lo or Decimal(0)


def _numbers(folded: str) -> list[int]:
    return [_COUNTS[m[1] or m[2]] for m in _NUMBER.finditer(folded) if (m[1] or m[2]) in _COUNTS]


def _number(folded: str) -> int:
    found = _numbers(folded)
    return found[0] if len(found) == 1 else 0
