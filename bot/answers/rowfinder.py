"""Which rows a question means: those of the paragraphs that may tell them, if subject, measure, period and kind agree.

Subject, measure and period are hard constraints, and a word of the question that neither names a part nor is said
where the parts are told means that others are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from bot.answers.figures import Figures
from bot.answers.groups import counted
from bot.answers.lines import same_period
from bot.answers.partwords import ALL, KINDS, PART, PARTS_ASKED, PLACES, generic, name_in
from bot.answers.passages import Passages
from bot.answers.rowkinds import CLAUSE_END, OF_ONE, PLACE, Found, RowKinds
from bot.asked import counted_more
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, partnames, periods, standings
from kb.articletimes import REPORTED, compares
from kb.breakdowns import Breakdown
from kb.latest import Latest
from kb.model import Period, Quantity
from kb.partrows import Row
from kb.rows import StoredSentence
from kb.search import Need
from kb.tabular import amounts
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_RANKED = 30  # sentences a search proposes
_SEVERAL = 2
_ARTICLES = 6  # of one subject, the newest, that are looked through
_KEPT = 128  # articles whose paragraphs are kept
_HELD = 0.5
_EXACT = 200  # a whole is what its parts add up to but for a 200th
_BEFORE = 3  # paragraphs before the rows in which the whole may be told
_TELLING = lazy.compile(r"^[卖买做带来贡献赚收交处理占达出发入走货售销得了到]+$|^(?:bring|brought|mak|made|make|earn|contribut|generat|from$|in$|sell|sold|ship|deliver|mov|handl|account|com|came|report|post|record|break|split|do|did|produc|yield|min(?:ed?$|ing$)|pump|buy|bought|cost|charg|pric|carr(?:y|ied)|own|hold|held)\w*$")
# What a label may stand behind in a question.
_BEGINS = lazy.compile(rf"(?:^|[^\u3400-\u9fff]|的|和|跟|与|及|同|比|加上?|减去?|除以|是|在|卖|做|从|问|那|咁|个|只|边|里|中|内|上|对|各|有|来自|占|其中|单看|光是|只看|要|想知道|看看|看|说说|年|季|季度|半年|月|全年|期内|(?:{KINDS}))$")
_OF_OTHERS = lazy.compile(r"客户|股东|供应商|投资[者人方]|出资|\b(?:customers?|clients?|shareholders?|suppliers?|investors?|backers?)\b")
_RIVALS = lazy.compile(r"同业|同行|对手|竞品|\b(?:rivals?|peers?|competitors?)\b")
_REST = lazy.compile(r"其[他它余]|剩|\b(?:others?|rest|remain\w*)\b")
_DESIGNATION = lazy.compile(r"[a-z]\d|\d[a-z]")  # a model, which another one is not
_PIECES = ("个", "個")
_SOLD = lazy.compile(r"[卖賣做](\S)(?=[和跟与比还的哪谁,，多少]|赚)")  # 賣水和賣茶哪個多
_KIND_END = lazy.compile(r"(?:品牌|厂商|厂家|公司|企业|业者)$")
_MOVES = "升跌涨降增减咗了"
_MOVED = lazy.compile(r"(?:gain|los[est]+|ris|ros|climb|drop|f[ae]ll|slip|add)(?:e|ed|ing|s)?|[上下]升|百分点|(?:percentage )?points?")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, whom it and the beginning of its article speak of, and the rows it tells once they are read."""

    sentences: tuple[StoredSentence, ...]
    every: tuple[StoredSentence, ...]  # of the article
    head: set[str]
    about: set[str]
    alone: bool
    told: list[Found] | None = None


class RowFinder:
    """Finds the rows that a question is about, and those of them that it names."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages
        self._kinds = RowKinds(evidence, finder)
        self.of_kind = self._kinds.of_kind
        self._last: tuple[Question, list[Found]] | None = None
        self._paragraphs: Latest[int, list[_Paragraph]] = evidence.library.latest("paragraphs", _KEPT)

    # ------------------------------------------------------------ where parts are told
    def found(self, question: Question) -> list[Found]:
        """The breakdowns of the articles that may be meant, the best found first, then the newest of the subject."""
        if self._last is None or self._last[0] != question:  # companies and other parts are looked for one after the other
            self._last = (question, self._found(question))
        return self._last[1]

    def _found(self, question: Question) -> list[Found]:
        library = self.evidence.library
        wholes = self.wholes(question)
        if not wholes:
            return self._of_articles(self._nearest(question)[:_ARTICLES], question)
        about = {s.article_id for g in wholes for i in g for s in library.archive.sentences(library.archive.sentences_about(i)[-60:])}
        newest = sorted(about, key=lambda a: library.articles[a].published or "", reverse=True)
        if len(newest) <= _ARTICLES:  # all are looked through: which fits best matters only where several tell
            found = self._of_articles(newest, question)
            if len({f.article[0].article_id for f in found}) < _SEVERAL:
                return found
        return self._of_articles(list(dict.fromkeys([*(a for a in self._nearest(question) if a in about), *newest[:_ARTICLES]]))[:_ARTICLES], question)

    def _nearest(self, question: Question) -> list[int]:
        """The articles of the sentences that fit best."""
        ranked = self._passages.ranked(question, _RANKED) or self._passages.ranked(replace(question, periods=(), wants=""), _RANKED)
        if not ranked and question.needs and PARTS_ASKED.search(question.folded):  # where nobody known is named, no sentence may speak, and one may still say of what article it is
            ranked = self.evidence.library.search.rank(question.needs, question.subjects, self._passages.fitting.visible(question), _RANKED)
        return list(dict.fromkeys(s.sentence.article_id for s in ranked[:10]))

    def _of_articles(self, ids: Sequence[int], question: Question) -> list[Found]:
        found = [f for a in ids if a in self.evidence.visible for f in self._of_article(a, question)]
        measured = [f for f in found if self._kinds.of_measure(question, f)]
        return [f for f in measured if self._of_subject(question, f)]

    def _of_article(self, article: int, question: Question) -> list[Found]:
        main = self.evidence.library.mains.of(article)
        out = []
        for paragraph in self._paragraphs.get(article, self._read):
            spoken = all(set(g) & paragraph.about or (paragraph.alone and set(g) & paragraph.head) for g in question.subjects)
            if not spoken and not all(set(g) & main for g in question.subjects):
                continue  # reading it would cost more than all that was looked up so far
            if paragraph.told is None:
                paragraph.told = self._told(paragraph)
            out += [f for f in paragraph.told if spoken or not self._led_by_another(f.told, f.sentences)]
        return out

    def _read(self, article: int) -> list[_Paragraph]:
        """The paragraphs of an article, none of them looked through yet."""
        every = tuple(self.evidence.library.archive.sentences_of_article(article))
        head = _spoken_of(every[:3])
        out = []
        before: tuple[StoredSentence, ...] = ()
        for _, group in groupby(every, key=lambda s: s.paragraph):
            sentences = tuple(group)
            sentences, before = self._with_first(before, sentences), sentences
            out.append(_Paragraph(sentences, every, head, _spoken_of(sentences), self._alone(sentences)))
        return out

    def _told(self, paragraph: _Paragraph) -> list[Found]:
        """The breakdowns of a paragraph, each with its whole."""
        out = []
        for read in self.evidence.library.breakdowns(tuple(s.text for s in paragraph.sentences)):
            told = self._measured(read, paragraph.sentences)
            out.append(Found(told, paragraph.sentences, paragraph.every, *self._whole(told, paragraph.sentences, paragraph.every)))
        return out

    def _with_first(self, before: tuple[StoredSentence, ...], sentences: tuple[StoredSentence, ...]) -> tuple[StoredSentence, ...]:
        """A paragraph, with the one before it where it goes on with a ranking that begins there."""
        texts = tuple(s.text for s in sentences)
        read = self.evidence.library.breakdowns(texts) if before and standings.may_rank(map(fold, texts)) else ()
        on = any(b.ranking and standings.goes_on([r.place for r in b.rows]) for b in read)
        return (*before, *sentences) if on else sentences

    def _measured(self, told: Breakdown, sentences: Sequence[StoredSentence]) -> Breakdown:
        """Rows whose measure another paragraph names, with it: what their firms are known to have by the facts."""
        if told.measure or not told.unit or (told.sentence and not told.ranking):  # what was told before them is not in their measure alone
            return told
        for row in told.rows:
            known = self.evidence.library.archive.facts(sentence=sentences[row.sentences[0]].id, aspect="value")
            measures = [f.measure for f in known if row.value and f.quantity.start == row.value.start]
            if measures:
                return replace(told, measure=measures[0])
        return told

    def _led_by_another(self, told: Breakdown, sentences: Sequence[StoredSentence]) -> bool:
        """Whether a company is named before rows, in their sentence or the one before, so that they may be its own."""
        entities = self.evidence.library.names.entities
        here, first = sentences[told.sentence], told.rows[0].label
        begin = here.text.find(first)
        near = [(m, begin) for m in here.mentions] + [(m, len(s.text)) for s in sentences[: told.sentence][-1:] for m in s.mentions]
        return any(m.start < until and entities[m.entity].kind == "company" for m, until in near)

    @staticmethod
    def _whole(told: Breakdown, sentences: Sequence[StoredSentence], every: Sequence[StoredSentence]) -> tuple[Quantity | None, StoredSentence | None]:
        """What the rows add up to where their article tells it just before them, and the sentence that does."""
        total = told.total()
        if total is None or not told.unit or is_change(told.unit):
            return None, None
        last = sentences[told.sentence]
        near = [s for s in every if s.n <= last.n and last.paragraph - s.paragraph <= _BEFORE]
        for sentence in reversed(near):
            for q in amounts(sentence.text):
                same = q.unit == told.unit or (told.unit in _PIECES and not is_money(q.unit) and not is_change(q.unit))  # 985萬個 of 1,426萬個標準箱
                exact = q.lo is not None and q.lo == q.hi and same
                if exact and q.lo and abs(q.lo - total) * _EXACT <= total and not any(r.value and r.value.raw == q.raw for r in told.rows):
                    return q, sentence
        return None, None

    # ------------------------------------------------------------ whether they are meant
    def wholes(self, question: Question) -> list[tuple[str, ...]]:
        """The subjects that are no parts themselves: companies named beside none of the rows."""
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind != "place"]

    def _of_subject(self, question: Question, found: Found) -> bool:
        """Whether the subjects, which their paragraph speaks of, are what the rows are about, or are rows themselves."""
        labels = {i for r in found.told.rows for i in self._kinds.entities(r.label)}
        lead = fold(found.sentences[found.told.sentence].text)
        rivals = _RIVALS.search(lead)
        if not rivals and _OF_OTHERS.search(question.folded) and _OF_OTHERS.search(lead):
            return True  # its customers and owners are firms
        ranking = rivals or self.of_firms(found)  # rivals in a row are no parts of one of them
        return not ranking or (all(set(g) & labels for g in question.subjects) and not OF_ONE.search(question.folded))

    def of_firms(self, found: Found) -> bool:
        """Whether most of the rows are companies'."""
        entities = self.evidence.library.names.entities
        firms = [
            r for r in found.told.rows
            if not PLACE.search(r.label) and any(entities[i].kind == "company" for i in self.called(r.label))
        ]  # fmt: skip
        return len(firms) * 2 > len(found.told.rows)

    def alone(self, found: Found) -> bool:
        """Whether a paragraph names no company: it is about whom the article opens with."""
        return self._alone(found.sentences)

    def _alone(self, paragraph: Sequence[StoredSentence]) -> bool:
        entities = self.evidence.library.names.entities
        return not any(entities[m.entity].kind == "company" for s in paragraph for m in s.mentions)

    def of_time(self, question: Question, found: Found) -> bool:
        """Whether the rows are of a period asked for: told with them, with the whole, or last told before them."""
        if not question.periods:
            return True
        first = found.sentences[found.told.sentence]
        near = [first]
        if found.whole_in is not None and found.whole_in.id != first.id:
            near.append(found.whole_in)
        near += [s for s in reversed(found.article) if s.n < min(x.n for x in near)]
        year = periods.resolve_year(self.evidence.library.articles[first.article_id].published)
        for sentence in near:
            told = [m.period for m in self._times(sentence, year)]
            told = self._before(told, found, sentence, year)
            if told:
                meant = all(any(same_period(p, t) or _same_day(p, t) or _ends_with(p, t) for t in told) for p in question.periods)
                elsewhere = sentence.paragraph != first.paragraph and sentence is not found.whole_in  # a look back at other years
                return meant or (elsewhere and self.evidence.library.times.framed(first, question.periods, question.folded, alone=True))
        return self.evidence.library.times.framed(first, question.periods, question.folded, alone=True)

    def moved_on(self, question: Question, found: Found, rows: Sequence[Row]) -> bool:
        """Whether a sentence that adds to one of these rows is of another time than the one asked for: 第四季…漲兩成。明年第一季將再漲12%."""
        if not question.periods:
            return False
        year = periods.resolve_year(self.evidence.library.articles[found.sentences[0].article_id].published)
        further = {n for r in rows for n in r.sentences if n != found.told.sentence}
        told = [[m.period for m in self._times(found.sentences[n], year)] for n in further]
        return any(times and not any(same_period(p, t) or _ends_with(p, t) for p in question.periods for t in times) for times in told)

    @staticmethod
    def _times(sentence: StoredSentence, year: int | None) -> list[periods.PeriodMention]:
        """The reporting periods a sentence names, without those that it only compares with."""
        folded = fold(sentence.text)
        return [
            m for m in periods.find(sentence.text, year)
            if m.period.kind in (*REPORTED, "as-of") and not compares(folded, m)
        ]  # fmt: skip

    def _before(self, told: list[Period], found: Found, sentence: StoredSentence, year: int | None) -> list[Period]:
        """Of the periods of a sentence that tells the whole, those told before it: of two, the nearest."""
        if found.whole is None or sentence is not found.whole_in:
            return told
        spoken = [m for m in self._times(sentence, year) if m.start < found.whole.start]
        return [spoken[-1].period] if spoken else told

    def named(self, question: Question, found: Found) -> list[Row]:
        """The rows that a question names, by label, by name or by rank, in the order of the question."""
        rows = found.told.rows
        labels = [fold(r.label) for r in rows]
        needs = [n for n in question.needs if not generic(n)]
        said = question.folded
        if not _own_words(question):  # a follow-up that names nothing itself: what the question before it named
            said = " ".join([said, *(n.surface for n in needs if n.surface not in said)])
        needs = [n for n in needs if n.surface in said]
        asked = {i for g in question.subjects for i in g}
        spans = self.evidence.library.names.find(said)
        known = {x.end for x in spans if x.kind in ("entity", "measure")} | {m.end for m in periods.find(said)} | {0}
        places: dict[int, int] = {}
        open_ = [k for k, row in enumerate(rows) if not row.rest or _REST.search(said)]  # "by trade" asks for no "other trades"
        for k in open_:
            row = rows[k]
            others = [x for x in labels if x != labels[k]]
            at = _place_of(labels[k], others, said, known)
            own = self.called(row.label)
            if at < 0 and asked & own and not any(own & self.called(r.label) for r in rows if r is not row):
                at = min((said.find(n) for n in self._forms(asked & self._kinds.entities(row.label)) if n in said), default=0)
            if at >= 0:
                places[k] = at
        parts = [n for n in needs if not (places and question.measures and self._figures.names(n, *question.measures))]
        for need in parts:  # beside a part that is named, 收入 alone does not name 海外收入
            if not any(need.surface in _bare(labels[k]) or _bare(labels[k]) in need.surface for k in places):
                held = [k for k in open_ if self._holds(need, rows[k].label)]
                held = [] if self._holds(need, CLAUSE_END.split(found.told.lead.rstrip(" ,:;"))[-1]) else held  # 按旅客類別,…轉機旅客: of all of them
                if len(held) == 1 and held[0] not in places:
                    places[held[0]] = said.find(need.surface)
        for sold in _SOLD.finditer(said):
            held = [k for k, x in enumerate(labels) if sold[1] in x]
            if len(held) == 1 and held[0] not in places:
                places[held[0]] = sold.start()
        inside = {k for k in places for j in places if j != k and labels[k] in labels[j] and places[j] <= places[k] < places[j] + len(labels[j])}
        return [rows[k] for k in sorted(places, key=lambda k: places[k]) if k not in inside]

    @staticmethod
    def _kind_asked(question: Question, need: Need) -> bool:
        """Whether a word says of what kind the parts are that are asked for: 哪個港區, "each port", 最大的那張租約."""
        return bool(re.search(rf"(?:最[\u3400-\u9fff]的?(?:那)?[个张家座款笔单]?|\b(?:largest|biggest|smallest|highest|lowest) (?:\w+ )?|[哪边每各](?:[一二两三四五几]?[个些间家条座种款类项只位大])?|\b(?:which|each|what|every) (?:\w+ )?){re.escape(need.surface)}", question.folded))

    def called(self, label: str) -> set[str]:
        """Whom a label names with most of its words or in the end: 凌曜, 設備廠鼎曜精機, not 孖展 in 孖展及其他利息收入."""
        core = (name_in(fold(label)) or [partnames.core(fold(label))])[-1]
        spans = [s for s in self.evidence.library.names.find(core) if s.kind == "entity" and ((s.end - s.start) * 2 >= len(core) or s.end == len(core))]
        return {i for s in spans for i in s.ids}

    def _forms(self, ids: set[str]) -> list[str]:
        entities = self.evidence.library.names.entities
        return [fold(n) for i in ids for n in (*entities[i].names.values(), *entities[i].aliases)]

    def _holds(self, need: Need, label: str) -> bool:
        """Whether a label is what a need asks for, in its words or in those of the other language."""
        short = len(need.surface) < (3 if need.surface.isascii() else 2)
        if soft(need) or need.verbal or short:
            return False
        held = set(tokens(label, self.evidence.library.names))
        return any(option and all(t in held for t in option) for option in need.options)

    def says(self, question: Question, found: Found, named: Sequence[Row]) -> bool:
        """Whether all that a question says besides is said: by the rows named, or where the rows are told."""
        counters = counted_more(question.folded)
        if counters and any(r.value and r.value.unit not in counters for r in found.told.rows):
            return False  # trips a day are no cars
        search = self.evidence.library.search
        told = [found.sentences[n].id for n in sorted({n for r in found.told.rows for n in r.sentences})]
        before = [s.id for s in found.sentences[: found.told.sentence][-1:]]
        around = [*told, *before, found.sentences[found.told.sentence].id, *([found.whole_in.id] if found.whole_in else [])]
        if not question.subjects and not named:
            around.append(found.article[0].id)  # which says what the article is about
        title = self.evidence.library.articles[found.sentences[0].article_id].title
        labels = [fold(r.label) for r in named]
        held = bool(named) or bool(self.wholes(question))
        led = False  # one word may be said by the sentence before alone
        introduced = bool(before) and counted(fold(found.sentences[found.told.sentence - 1].text)) == len(found.told.rows)  # "Four airports reported traffic."
        for need in question.needs:
            if len(need.surface) == 1 and not need.surface.isascii() and any(need.surface in s.text for s in found.article[:1]):
                continue  # what is left of a word: 機 of 咖啡機
            if need.light or soft(need) or need.surface in ("百分比", "百分点", "总营收", "总收入") or generic(need) or self._figures.names(need, found.told.measure, *question.measures):
                continue
            if any(p.search(need.surface) for p, _ in PLACES) or _MOVED.fullmatch(need.surface) or ALL.fullmatch(need.surface):
                continue
            if any(_covers(need.surface.strip(_MOVES) or need.surface, x) or (need.surface[0] in "卖賣" and need.surface[1:] in x) or self._holds(need, x) for x in labels):
                continue
            if partnames.SUFFIX.fullmatch(need.surface) and labels and (
                need.surface not in question.folded or any(f"{x}{need.surface}" in question.folded for y in labels for x in (y, _bare(y)))
            ):
                continue  # 車載屏 for 車載顯示
            of_unit = found.told.unit and fold(need.surface).startswith(fold(found.told.unit))
            of_unit = of_unit or need.surface.lstrip("一每 ") in fold(found.told.unit).split("/")[1:]
            beside = need.surface if len(need.surface) > 1 or need.surface.isascii() else ""
            rest = _unmatched(need.surface, labels)
            if rest != need.surface and len(rest) < 2:
                continue
            kind_asked = self._kind_asked(question, need)
            near = [i for i in around if i not in before] if (led or found.told.measure or kind_asked) and not (found.told.ranking or introduced) else around
            kindless = _KIND_END.sub("", need.surface)
            if kindless != need.surface and len(kindless) > 1 and any(kindless in fold(s.text) for s in found.article if s.id in near):
                held = True  # 茶飲品牌 of 新茶飲門店數排行
                continue
            if rest == need.surface and beside and (
                any(search.holds(need, i) >= _HELD for i in near) or (not (kind_asked or _DESIGNATION.search(beside)) and search.heading_holds(need, title))
            ):
                led = led or not any(search.holds(need, i) >= _HELD for i in around if i not in before)
                held = True
                continue
            if of_unit or (all(map(_TELLING.search, need.surface.split())) if " " in need.surface else need.verbal and _TELLING.search(need.surface)):
                continue
            return False
        return held


def _spoken_of(sentences: Sequence[StoredSentence]) -> set[str]:
    """Whom sentences name or are about."""
    return {t for s in sentences for t in (*s.topics, *(m.entity for m in s.mentions))}


def _own_words(question: Question) -> bool:
    """Whether the words of a question itself name something, so that nothing is meant that only the one before named."""
    named = [n for n in question.needs if n.surface in question.folded]
    return any(not (n.light or soft(n) or generic(n) or any(t.startswith("m_") for o in n.options for t in o)) for n in named) or (
        "follow" in question.flags and len(re.sub(r"[那呢?？,，\s]", "", question.folded)) > 2
    )


def _bare(label: str) -> str:
    return partnames.core(label)


def _place_of(label: str, others: Sequence[str], said: str, known: Set[int]) -> int:
    """Where a question names a label, by all of it or by what tells it from the others; -1 where it does not.

    `known`: where names, measures and periods end. 雲遊戲 names no 遊戲: a word of the same run may not stand before it.
    """
    forms = [label, partnames.core(label), partnames.core(label, others), *name_in(label)]
    for form in dict.fromkeys(f for f in forms if f):
        if sum(form in (partnames.core(o, [label]), o, *name_in(o)) for o in others) or (len(form) < 2 and not form.isascii()):
            continue
        if form.isascii():
            found = re.search(rf"(?<![a-z0-9]){re.escape(form)}(?:'s|s)?(?![a-z0-9])", said)
            at = found.start() if found else -1
        else:
            at = next((m.start() for m in re.finditer(re.escape(form), said) if m.start() in known or _BEGINS.search(said[: m.start()])), -1)
        if at >= 0:
            return at
    return -1


def _covers(surface: str, label: str) -> bool:
    """Whether a word is a part of a label, or names it with no more than what kind of thing it is."""
    return surface in label or not _unmatched(surface, [label])


def _unmatched(surface: str, labels: Sequence[str]) -> str:
    """What a word says besides labels and kinds of things: 娛樂 of 車載娛樂 where 車載 is the label."""
    for label in labels:
        for form in (label, partnames.core(label)):
            if len(form) > 1 and form in surface:
                rest = surface.replace(form, "", 1)
                return "" if not rest or PART.match(rest) or partnames.SUFFIX.fullmatch(rest) else rest
    return surface


def _ends_with(asked: Period, told: Period) -> bool:
    """Whether what is told is of the end of the period asked for: 2025年底門店數, 截至6月30日止六個月."""
    return told.kind == "as-of" and (told.end == asked.end or (asked.start.startswith("--") and told.end[-5:] == asked.end[-5:]))


def _same_day(asked: Period, told: Period) -> bool:
    """Whether a month or a year without its year is the one told of."""
    return asked.start.startswith("--") and asked.start[-5:] == told.start[-5:] and asked.kind == told.kind
