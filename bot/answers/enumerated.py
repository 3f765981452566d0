"""Answers from one sentence that tells the same of several, side by side: 股權方面,甲持股22%,乙8%; "by market, X leads with 9%".

Who is first of them, or who they are, is plain to see in the sentence, which is quoted whole: no label is read out of it
(`bot.answers.rows` does where it can). It must be about whom is asked, of the sort that is asked for, tell the figure
asked for, and hold all that the question says besides, itself or where it stands. Where two sentences fit as well,
neither is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.groups import counted
from bot.answers.partwords import ALL, EACH, TOP, generic
from bot.answers.passages import Passages
from bot.answers.toldextremes import ToldExtremes
from bot.asked import asked_number
from bot.evidence import Evidence
from bot.question import SIBLINGS, Question
from bot.softwords import soft
from kb import enumerations, lazy, periods
from kb.enumerations import FIRST, Enumeration
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money, measures_in

_UNASKED = ("reason", "duration", "age", "post", "date")
_KINDS_UNASKED = ("definition", "timeline", "person", "smalltalk", "help", "compare")
_HELD = 0.5
_OPENING = 2  # sentences that say what an article is about
_NAME = 2  # letters of a name
_RANKED = 30  # sentences a search proposes
_ARTICLES = 6
_PART_OF = lazy.compile(r"parts? of|part|share|biggest|largest")
# What a question calls the things, and what then is said where they are told; places are told by their names too.
_SORTS = tuple(
    (lazy.compile(asked), lazy.compile(told)) for asked, told in (
        (r"客户|\b(?:customers?|clients?)\b", r"客户|\b(?:customers?|clients?)\b"),
        (r"股东|持股|\b(?:shareholders?|holders?|owns?)\b", r"股东|持股|持有|股权|持|\b(?:shareholders?|stakes?|own\w*|hold\w*|held)\b"),
        (r"渠道|通路|\bchannels?\b", r"渠道|通路|线[上下]|直[销营]|经销|电商|门店|\b(?:channels?|online|retail|wholesale|direct)\b"),
        (r"投资[者人方]|基石|\b(?:investors?|cornerstones?)\b", r"投资[者人方]|基石|[领跟]投|认购|\b(?:investors?|cornerstones?|subscrib\w*)\b"),
        (r"航线|\broutes?\b", r"线|\broutes?\b"),
    )
)  # fmt: skip
_PLACE_ASKED = lazy.compile(r"哪里|哪(?:[个些一]|几个?)(?:国家|地区|市场|城市|省|州|县|区域?)|(?:国家|地区|城市|省份)(?:分别|是|有)|\b(?:which|what) (?:\w+ )?(?:countr(?:y|ies)|regions?|cit(?:y|ies)|markets?)\b|\bwhere\b")
_BY_PLACE = lazy.compile(r"地区|区域|国家|行政区|[两三四五六七八九十各]个?[区县市](?!场)|\b(?:by|which) (?:region|country|market|geography)\b")
# Sorts that only the sentence names: no lines of business, whatever their figures.
_OTHER_SORT = lazy.compile(r"客户|股东|持股|认购|渠道|通路|用于|投[向入]|respondents|受访|的人|\b(?:customers?|stake|channels?|proceeds)\b")
_LINE_ASKED = lazy.compile(r"产品|业务|板块|品类|品种|[哪几]块|部门|药|\b(?:products?|segments?|business(?:es)?|divisions?|units?|lines?|part of)\b")
_FIRMS_ASKED = lazy.compile(r"[各哪][几两三四五六七八]?[家间]|谁|\b(?:which|what) (?:\w+[ -]){0,4}(?:companies|firms|makers|banks|brands|vendors|carriers|lines|operators|of the)\b|\bwho\b")
_PER_AREA = lazy.compile(r"每坪|每(?:建筑)?平(?:方米|方尺|米|方呎)?|[每一]呎|\b(?:per|a) square (?:foot|metre|meter)")
_HOMES = ("home-price", "price", "average-selling-price")
_SHARES = ("revenue-share", "share-of-total", "market-share")
_OF_REVENUE = ("revenue", "revenue-share")
_ONE_ASKED = lazy.compile(r"第[二三四五](?!季|财|大|期|批)|\b(?:second|third|fourth|runner)\b(?![- ]quarter)|最[快慢]|\b(?:fastest|slowest|grew|growth|fell|gained|lost|rose)\b")
_SOLD = lazy.compile(r"卖|畅销|热销|\b(?:sell\w*|sold)\b")
# What is lightest or dearest is told by figures of one sort alone.
_WEIGHED = lazy.compile(r"[最更][轻重](?!要|视|大|点)|\b(?:light|heavi)(?:er|est)\b")
_PRICED = lazy.compile(r"[最更](?:贵|便宜)|\b(?:cheap(?:er|est)|dear(?:er|est)|pric(?:ier|iest)|(?:most|least) expensive)\b")
_WEIGHTS = frozenset("g kg mg t 吨 噸 公斤 克 lb oz".split())
_SALES = ("sales-volume", "revenue", "revenue-share", "shipments", "deliveries")


class Enumerated:
    """Quotes the sentence that tells the same of several."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages, extremes: ToldExtremes) -> None:
        """Take what reads measures and finds sentences, and what knows which articles may tell."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages
        self._extremes = extremes
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one sentence, None where none or several fit."""
        which = question.extreme in ("max", "min") and bool(qw.WHICH.search(question.folded) or _PLACE_ASKED.search(question.folded))
        each = bool(EACH.search(question.folded)) or (question.kind == "list" and bool(ALL.search(question.folded) or question.wants in ("amount", "ratio")))
        if not (which or each) or question.wants in _UNASKED or question.kind in _KINDS_UNASKED or question.unknown:
            return None
        if len(question.subjects) > 1 or "sum" in question.flags or (which and TOP.search(question.folded)):
            return None
        changed = question.aspect in ("growth", "decline")
        if (question.aspect and not (changed and which)) or (not changed and _ONE_ASKED.search(question.folded)):
            return None
        needs = [n for n in question.needs if not (n.light or soft(n) or generic(n) or self._asks(n, question))]
        if not needs and not question.subjects and (not question.measures or _FIRMS_ASKED.search(question.folded)):
            return None
        found = sorted(self._fitting(question, needs, which), key=lambda f: -f[0])
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        return self._passages.quoting.quote("list" if each else "superlative", [found[0][1]], alone=True)

    def _asks(self, need: Need, question: Question) -> bool:
        """Whether a word only asks: the measure, the extreme, the question word."""
        return self._figures.names(need, *question.measures) or bool(_PART_OF.fullmatch(need.surface)) or bool(FIRST.search(need.surface)) or (need.verbal and bool(question.measures))

    def _fitting(self, question: Question, needs: Sequence[Need], which: bool) -> Iterator[tuple[float, StoredSentence]]:
        """The sentences that fit, each with how well: by what it says itself of what the question says."""
        untimed = replace(question, measures=())
        number = counted(question.folded) or asked_number(question.folded)
        for article in self._articles(question):
            every = self.evidence.library.archive.sentences_of_article(article)
            title = self.evidence.library.articles[article].title
            for sentence in every:
                told = enumerations.read(sentence.text, changes=bool(question.aspect))
                if told is None or (number and number != len(told.figures)) or not (told.certain() if which else told.full()):
                    continue
                if not self._weighs(question, sentence) or not self._about(sentence, question, every) or not self._timely(sentence, untimed):
                    continue
                if not (self._of_one(told, bool(question.aspect)) and self._of_sort(question, sentence, told) and self._of_measure(question, sentence, told, every)):
                    continue
                own = [n for n in needs if self._search.holds(n, sentence.id) >= _HELD]
                around = [s.id for s in every if s.n < _OPENING or s.paragraph == sentence.paragraph]
                if any(n not in own and not self._search.heading_holds(n, title) and not any(self._search.holds(n, i) >= _HELD for i in around) for n in needs):
                    continue
                if not which and not question.measures and question.wants not in ("amount", "ratio") and not self._said_sort(question, sentence):
                    continue  # which ways out holders of bonds have is told by no row of figures on bonds
                if not own and not question.measures and not self._said_sort(question, sentence, each=not which) and not (_SOLD.search(question.folded) and _PLACE_ASKED.search(question.folded)):
                    continue
                yield len(own) + (0.5 if self._said_sort(question, sentence) else 0.0), sentence

    @staticmethod
    def _weighs(question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence has figures of the sort that lighter or dearer asks for, where that is asked."""
        units = {q.unit for q in amounts(sentence.text)} if _WEIGHED.search(question.folded) or _PRICED.search(question.folded) else set()
        return not (_WEIGHED.search(question.folded) and not units & _WEIGHTS) and not (_PRICED.search(question.folded) and not any(map(is_money, units)))

    def _articles(self, question: Question) -> list[int]:
        """The articles that may tell: without a subject those of the sentences that fit best, whatever is asked of them."""
        if question.subjects:
            return self._extremes.articles(question)
        plain = replace(question, periods=(), wants="", kind="fact", extreme="", measures=())
        ranked = [*self._passages.ranked(question, _RANKED), *self._passages.ranked(plain, _RANKED)]
        return [a for a in dict.fromkeys(s.sentence.article_id for s in ranked) if a in self.evidence.visible][:_ARTICLES]

    def _about(self, sentence: StoredSentence, question: Question, every: Sequence[StoredSentence]) -> bool:
        """Whether a sentence is about whom is asked, or lists others in an article that opens with them: a survey's firms."""
        if self._extremes.about(sentence, question):
            return True
        opening = {t for s in every[:_OPENING] for t in (*s.topics, *(m.entity for m in s.mentions))}
        return bool(set(question.subjects[0]) & {*self.evidence.library.mains.of(sentence.article_id), *opening}) and bool(_FIRMS_ASKED.search(question.folded))

    def _timely(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence is of the time asked for, by its own words or where it stands."""
        if self._passages.fitting.timely(Scored(sentence, 0.0, 1.0, (), True), question):
            return True
        return self.evidence.library.times.framed(sentence, question.periods, question.folded, alone=True)

    def _of_one(self, told: Enumeration, changes: bool) -> bool:
        """Whether figures are of one measure, and of things, not of times."""
        if changes:
            return all(len(self._called(x)) >= _NAME for x in told.labels) and len(told.figures) > 2
        first: set[str] = set()
        for n, label in enumerate(told.labels):
            measures = self._measures(label)
            if n == 0:
                first = measures
            elif measures and first and measures.isdisjoint(first):
                return False
            if len(self._called(label)) < _NAME:
                return False
        return True

    def _measures(self, folded: str) -> set[str]:
        return {i for s in self.evidence.library.names.find(folded) if s.kind == "measure" for i in s.ids}

    def _called(self, label: str) -> str:
        """What is left of the words before a figure without measures and times."""
        spans = [(s.start, s.end) for s in self.evidence.library.names.find(label) if s.kind == "measure"]
        spans += [(m.start, m.end) for m in periods.find(label)]
        return "".join(c for i, c in enumerate(label) if c.isalnum() and not any(a <= i < b for a, b in spans)).strip("占为有的只仅约则是达")

    def _of_sort(self, question: Question, sentence: StoredSentence, told: Enumeration) -> bool:
        """Whether the things are of the sort that is asked for."""
        folded = fold(sentence.text)
        for asked, said in _SORTS:
            if asked.search(question.folded) and not said.search(folded):
                return False
        places = sum(self._has_place(x) for x in told.labels)
        if _PLACE_ASKED.search(question.folded):
            return places * 2 >= len(told.labels) or bool(_BY_PLACE.search(folded))
        if not question.subjects and _FIRMS_ASKED.search(question.folded) and places * 2 >= len(told.labels):
            return False
        if _LINE_ASKED.search(question.folded):
            return places * 2 < len(told.labels) and not (_OTHER_SORT.search(folded) and not _OTHER_SORT.search(question.folded))
        return True

    def _has_place(self, label: str) -> bool:
        entities = self.evidence.library.names.entities
        return any(s.kind == "entity" and any(entities[i].kind == "place" for i in s.ids) for s in self.evidence.library.names.find(label))

    def _said_sort(self, question: Question, sentence: StoredSentence, each: bool = True) -> bool:
        """Whether a sentence says itself of what sort the things are that it tells."""
        folded = fold(sentence.text)
        return any(a.search(question.folded) and t.search(folded) for a, t in _SORTS) or any(
            each and generic(n) and self._search.holds(n, sentence.id) >= _HELD for n in question.needs
        )

    def _of_measure(self, question: Question, sentence: StoredSentence, told: Enumeration, every: Sequence[StoredSentence]) -> bool:
        """Whether the figures are of the measure asked for, by their own sentence or, where that names none, by the one before."""
        if not question.measures:
            return not _SOLD.search(question.folded) or bool(self._measures(fold(sentence.text)) & set(_SALES))
        accepted = {m for a in question.measures for m in (a, *self._figures.acceptable_of_parts(a, question))}
        accepted |= {m for group in (*SIBLINGS, _OF_REVENUE) if accepted & set(group) for m in group}
        measures = self.evidence.library.names.measures
        before = fold(sentence.text)[: told.figures[-1].start]
        here = self._measures(before)
        if here & accepted:
            return told.figures[0].unit == "%" or any(measures_in(m, measures[m].unit, told.figures[0].unit) for m in here & accepted)  # 長續航版售價22.98萬元 tells no range
        led = [s for s in every if (s.n == sentence.n - 1 and s.paragraph == sentence.paragraph) or s.n == 0]
        if not here and any(self._measures(fold(s.text)) & accepted and any(q.unit == told.figures[0].unit for q in amounts(s.text)) for s in led):
            return True
        title = self.evidence.library.articles[sentence.article_id].title
        rate = told.figures[0].unit == "%" and all(measures[m].unit == "percent" for m in question.measures)
        if not here and _PER_AREA.search(told.labels[0]) and set(question.measures) <= set(_HOMES):
            return True  # 東區每坪62.8萬元: no other price is by the area
        if not here and rate and self._measures(fold(title)) & accepted:
            return True  # what the whole article is about
        shares = set(question.measures) <= set(_SHARES) and told.figures[0].unit == "%"
        return shares and any(self._figures.names(n, *question.measures) or self._search.holds(n, sentence.id) >= _HELD for n in question.needs if not n.light)
