"""Which sentences can answer a question: about the subject, of the time, and holding the kind of thing asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from functools import cache

from bot import questionwords as qw
from bot.answers.announced import counted_off
from bot.answers.causes import gives_reason
from bot.answers.figurefitting import lift
from bot.answers.timefitting import LOOK_BACK, TimeFitting
from bot.asked import SCHOOL_ASKED, SCHOOLS, WHICH_SCHOOL, asked_currency
from bot.counting import counts_things
from bot.question import Question
from kb import lazy
from kb.model import Period
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.shelf import Visible
from kb.text import fold
from kb.units import is_money

_MANY = 4
_SHARED_OUT = lazy.compile(r"用[在于到途]|花在|投[向到入]|分配|\b(?:spen[dt]|use[sd]?|go(?:es)?|split|allocated?)\b")  # each part of it with its share
_LISTED = lazy.compile(r"、|[a-z\"”](?:,| and) (?=[A-Za-z\"“])|[和及與与]|(?<=[:：,，;；])[一二三四]是")
_PAIR = 2  # characters of a term that stands for itself
_ONE_CLAUSE = 2.0  # what it is worth to say everything in one clause
# A place that is no known name, told by what stands before it; months and quarters are none.
_PLACED = lazy.compile(
    r"(?:[设建]在|设于|位[于处在]|[坐座]落|落户|落地于?|选址|[迁搬移][往到至回]|总部[在设]?|注册地|[产厂校地]址|出生[在于]|[在于到往自][^,。;\d]{1,8}[市省县区镇乡村州岛街路港湾])"
    r"|\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d|H\d|FY)\b)[A-Z][a-z]+"
)
_FOREMOST = lazy.compile(
    f"{qw.MAX.pattern}|{qw.MIN.pattern}|居首|首位|领先|第一|垫底|唯一|(?:主要|核心)(?!原因|是因|由于|得益|系)|为主|龙头|\\b(?:lead(?:s|ing)?|main|record|ahead)\\b"
)
_NEXT = lazy.compile(r"\b(?:second|third|fourth|fifth)[- ](?:\w+est|most)\b")  # the second-largest is not the largest
_AT_MOST = lazy.compile(r"最[高多低少](?:可[达拿得获]?|达|不超过|为)?[约近]?\s?[a-z$]{0,4}\d[\d,.]*[百千万亿]*(?:[港美欧]?元|台|%)?")  # 潛在總金額最高21.5億美元 ranks nothing
_TOGETHER = lazy.compile(r"[和跟与及][^,?]{1,20}哪|\bor\b")  # which of two: a sum of up to so much is one to compare
_FIRMS_ASKED = lazy.compile(r"\bwhich (?:\w+ ){1,4}(?:companies|firms|banks|makers|brands)\b|哪[两三四五六]家|前[两三四五六七八九十](?:名|大|强)?[^,?。]{0,8}哪(?:几|些)?家|前[两三四五六七八九十](?:名|大|强)?(?:公司|企业|厂商?|品牌|车企|券商|银行)?(?:分别)?(?:是|有)(?:谁|哪)")
_THING_NAMED = lazy.compile(r"[「『“《\"'][^」』”》\"']{1,24}[」』”》\"']|(?<![A-Za-z\d])[A-Z][A-Za-z]{0,11}[- ]?\d{1,4}[A-Za-z]{0,3}(?![\dA-Za-z.%])|(?<=[a-z,;:] )[A-Z][a-z]{2,}")
_COMPARED = 3  # figures of one unit in one sentence
_RIVALS = 2  # companies in a sentence that compares some
_OF_ARTICLE = 0.6  # of what is asked for that a sentence must hold which does not name the subject
_OF_SOMEBODY = ("amount", "ratio", "date", "duration", "age", "post")  # what others have as well
_UNNAMED = -1.5  # a sentence that does not name the subject stands behind those that do


class Fitting(TimeFitting):
    """Weighs found sentences by what a question asks for; drops those that cannot answer it."""

    def several(self, question: Question) -> bool:
        """Whether several companies (people, products) are asked about, each for itself."""
        entities = self.evidence.library.names.entities
        kinds = [entities[g[0]].kind for g in question.subjects]
        return len(kinds) > len(set(kinds))

    def nearby(self, scored: Scored, question: Question) -> Scored | None:
        """A sentence that names nobody, said while the subject was spoken of: 「管理層指出,驗證流程較長」.

        Extraction gives such a sentence to nobody, so a company's own results are not taken from it.
        """
        if not question.subjects or self._core(question):
            return None
        return self._led_up_to(scored, question) or self._of_its_article(scored, question)

    def _led_up_to(self, scored: Scored, question: Question) -> Scored | None:
        """A sentence that names nobody else, behind one that names the subject."""
        if scored.missing:
            return None
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        rivals = {entities[i].kind for i in asked} | {"company"}
        others = [m for m in scored.sentence.mentions if m.entity not in asked and entities[m.entity].kind in rivals]
        if others or (all(entities[i].kind == "product" for i in asked) and self._of_the_firm(scored, question)):
            return None
        left = [g for g in question.subjects if not set(scored.sentence.topics) & set(g)]
        firms = {t for t in scored.sentence.topics if entities[t].kind == "company"}
        if firms and len(left) == len(question.subjects) > 1 and self._figure_asked(question):
            return None  # a figure that goes on about a third one, or about none of them
        for step in range(1, LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                return None
            named = {m.entity for m in before.mentions}
            still = [g for g in left if not set(g) & (named | set(before.topics))]
            left = still if not (still and self.several(question)) else left  # all of several, in one sentence
            if not left:
                return lift(replace(scored, about=True), _UNNAMED)
            if any(entities[i].kind in rivals and i not in asked for i in named) and not any(m.entity in asked for m in scored.sentence.mentions):
                return None
        return None

    def _of_the_firm(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence gives the measure that is asked of a product, and gives it of a company: a brand has not its firm's margin."""
        library = self.evidence.library
        told = [f.subject for f in library.archive.facts(sentence=scored.sentence.id) if f.measure in question.measures]
        return any(i in library.names.entities and library.names.entities[i].kind == "company" for i in told)

    def _of_its_article(self, scored: Scored, question: Question) -> Scored | None:
        """A sentence of an article that is mainly about the subject, where nobody else takes over.

        Whom else it names may be what is asked for (本輪由川江基金領投), but a figure beside another name may be theirs.
        """
        sentence, entities = scored.sentence, self.evidence.library.names.entities
        main = self.evidence.library.mains.of(sentence.article_id)
        left = [g for g in question.subjects if not set(sentence.topics) & set(g)]
        if scored.coverage < _OF_ARTICLE or any(n.key for n in scored.missing) or not all(main & set(g) for g in left):
            return None
        asked = {i for g in question.subjects for i in g}
        rivals = {entities[i].kind for i in asked} | {"company"}
        near = [sentence, *self._before(sentence)] if self._figure_asked(question) else [sentence] if question.kind == "compare" else []
        if any(m.entity not in asked | main and entities[m.entity].kind in rivals for s in near for m in s.mentions):
            return None
        return lift(replace(scored, about=True), _UNNAMED)

    def _figure_asked(self, question: Question) -> bool:
        return question.wants in _OF_SOMEBODY or bool(question.measures) or bool(question.extreme)

    def _before(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentences before one in its paragraph."""
        out: list[StoredSentence] = []
        while (before := self._search.neighbour(out[-1] if out else sentence, -1)) and before.paragraph == sentence.paragraph:
            out.append(before)
        return out

    def of_person(self, question: Question) -> bool:
        """Whether a question is about a person."""
        entities = self.evidence.library.names.entities
        return any(entities[i].kind == "person" for g in question.subjects for i in g)

    def nearer(self, scored: Scored, question: Question) -> Scored:
        """Lift a sentence that says what is asked in one clause: 加入輝達, not 離開輝達,…加入團隊.

        The idea is the unordered window of Metzler and Croft (2005), with clauses for windows.
        """
        sentence, reading = scored.sentence, self._search.reading
        folded, ends, terms = fold(sentence.text), reading.clauses(sentence), reading.terms(sentence)
        places: list[Set[int]] = []
        for words in self._words_of(question):
            said = (folded.find(w) for w in words if len(w) == _PAIR and not w.isascii())
            places.append({bisect_right(ends, at) for at in said if at >= 0}.union(*(terms[w] for w in words if w in terms)))
        for group in question.subjects:
            places.append({bisect_right(ends, m.start) for m in sentence.mentions if m.entity in group})
        if len(places) < 2:
            return scored
        best = max((sum(n in p for p in places) for n in range(len(ends))), default=0)
        return lift(scored, _ONE_CLAUSE * max(0, best - 1) / (len(places) - 1))

    def at_home(self, scored: Scored, question: Question) -> Scored:
        """A sentence on what somebody said that names no place, as of the place that its article is about: 他預測樓價升5%, asked of Hong Kong."""
        unsaid = [n for n in scored.missing if self._place_named(n)]
        if not unsaid or not scored.about or not self.of_person(question):
            return scored
        entities, home = self.evidence.library.names.entities, self.evidence.library.mains.place(scored.sentence.article_id)
        if any(entities[m.entity].kind == "place" for m in scored.sentence.mentions) or any(self._place_named(n) != home for n in unsaid):
            return scored
        return self._as_said(scored, question, unsaid)

    def _place_named(self, need: Need) -> str:
        """The id of the place that a need names, "" where it names none."""
        names = self.evidence.library.names
        return next((t.id for t in names.terms(need.surface) if t.kind == "entity" and names.entities[t.id].kind == "place"), "")

    def visible(self, question: Question) -> Visible:
        """The articles to look at: those of a publisher the question names, else all of this asker's."""
        if not question.publishers:
            return self.evidence.visible
        return self.evidence.visible.of(question.publishers)

    def typed(self, scored: Scored, question: Question) -> Scored | None:
        """Lift a sentence that holds the kind of thing asked for; drop one that cannot answer."""
        text, wants = scored.sentence.text, question.wants
        if wants == "date":
            if any(_dates(m.period) for m in self._search.reading.periods(scored.sentence)):
                return lift(scored, 1.5)
            return scored if self.dated_before(scored.sentence) else None
        currency = "" if question.aspect else asked_currency(question.folded)
        if currency and not any(q.unit == currency for q in self._search.reading.quantities(scored.sentence)):
            return None
        told = self._told(scored, question)
        if told is None or (SCHOOL_ASKED.search(question.folded) and not self._names_school(scored.sentence, question)):
            return None
        scored = told
        if wants in ("amount", "ratio", "duration", "age") or question.dimension or self.measured(question):
            return self._with_quantity(scored, question)
        if question.kind == "list":
            return lift(scored, 0.4 * min(4, text.count("、") + text.count(", ")))
        if question.kind == "compare" and question.aspect and self._search.reading.quantities(scored.sentence):
            return lift(scored, 1.5)
        if wants == "reason":
            return lift(scored, 2.0) if gives_reason(fold(text)) else scored
        if wants == "post":
            return lift(scored, 1.5) if self._holds_role(text, question.roles) else None
        if wants == "place":
            return lift(scored, 1.5) if self.elsewhere_named(scored.sentence, question) else scored
        if wants == "person":
            return lift(scored, 1.5) if self.people(scored.sentence) else scored
        return scored

    def _told(self, scored: Scored, question: Question) -> Scored | None:
        """A sentence that gives the figure asked for, by the measure's name or by saying itself what it is of; or that need not."""
        measured = self.measured(question) and question.wants != "reason"
        counted = bool(question.measures) and counts_things(question.folded)
        if not (measured or counted) or self._figure_there(question, scored.sentence) or self._asked_there(question, scored):
            several = len(question.measures) > 1 and question.kind == "fact"
            return self._without_measure(scored, question, self._unnamed(question, scored.sentence)) if several else scored
        if self._says_itself(question, scored.sentence):
            return self._without_measure(scored, question, question.measures)
        return None if measured else scored

    def _asked_there(self, question: Question, scored: Scored) -> bool:
        """Whether the question that a sentence answers, where the article asks it itself, names the measure: 「國產化率多少?按金額算是78%」."""
        if not scored.asked_in:
            return False
        terms = self._search.reading.terms(self._search.load(scored.asked_in))
        return any(f"m_{m.replace('-', '_')}" in terms for m in question.measures)

    def _without_measure(self, scored: Scored, question: Question, measures: Collection[str]) -> Scored:
        """A sentence that leaves measures unnamed because its figures say themselves what they are, as one that misses nothing by it."""
        tokens = {f"m_{m.replace('-', '_')}" for m in measures}
        unsaid = [n for n in scored.missing if any(set(o) & tokens for o in n.options)]
        return self._as_said(scored, question, unsaid) if unsaid else scored

    def _as_said(self, scored: Scored, question: Question, unsaid: Collection[Need]) -> Scored:
        """A sentence as one that says what it leaves unsaid."""
        total = sum(self._search.weight(n) for n in question.needs)
        held = sum(self._search.weight(n) for n in unsaid) / total if total else 0.0
        return replace(scored, missing=tuple(n for n in scored.missing if n not in unsaid), coverage=min(1.0, scored.coverage + held))

    def elsewhere_named(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a place or an institution other than what is asked about, known or not."""
        if _PLACED.search(sentence.text) or _PLACED.search(fold(sentence.text)):
            return True
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        if WHICH_SCHOOL.search(question.folded) and self._names_school(sentence, question):
            return True
        return any(
            entities[m.entity].kind in ("place", "institution") and m.entity not in asked for m in sentence.mentions
        )

    def _names_school(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a school or an institution other than what is asked about; no list of names has all schools."""
        entities, asked = self.evidence.library.names.entities, {i for g in question.subjects for i in g}
        if any(entities[m.entity].kind == "institution" and m.entity not in asked for m in sentence.mentions):
            return True
        return len(SCHOOLS.findall(fold(sentence.text))) > sum(m.entity in asked for m in sentence.mentions if entities[m.entity].kind == "institution")

    def _holds_role(self, text: str, besides: Sequence[str] = ()) -> bool:
        """Whether a text names a post besides those that are given: before she was CEO she was no CEO."""
        names = self.evidence.library.names
        found = {s.ids[0] for s in names.find(fold(text)) if s.kind == "concept" and names.concepts[s.ids[0]].group == "role"}
        return bool(found - set(besides))

    def people(self, sentence: StoredSentence) -> list[str]:
        """Return the people a sentence names."""
        entities = self.evidence.library.names.entities
        return [m.entity for m in sentence.mentions if entities[m.entity].kind == "person"]

    def ranks(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence says what stands first, or gives figures enough to see it."""
        said = _NEXT.sub(" ", fold(sentence.text))
        if _FOREMOST.search(said if question.flags & {"compare", "either"} or _TOGETHER.search(question.folded) else _AT_MOST.sub(" ", said)):
            return True
        if not (question.needs or question.measures):
            return False  # 哪個科去年竄得最猛: figures of whatever
        counts = Counter(q.unit for q in self._search.reading.quantities(sentence))
        rivals = {m.entity for m in sentence.mentions if self.evidence.library.names.entities[m.entity].kind != "place"}
        least = 0 if question.subjects or not question.measures else _RIVALS  # the parts of one company have no names
        return max(counts.values(), default=0) >= _COMPARED and len(rivals) >= least

    def enumerates(self, sentences: Sequence[StoredSentence], question: Question, number: int) -> bool:
        """Whether sentences name as many things as are asked for, or list as many."""
        asked = {i for g in question.subjects for i in g}
        named = {m.entity for s in sentences for m in s.mentions} - asked
        listed = max((len(_LISTED.findall(s.text)) for s in sentences), default=0)
        if _FIRMS_ASKED.search(question.folded):
            kinds = self.evidence.library.names.entities
            firms = {i for i in named if kinds[i].kind in ("company", "institution")}
            return len(firms) >= number - (number >= _MANY)  # one of many may have no name we know
        if any(stated(number).search(fold(s.text)) for s in sentences):
            return True  # 提供兩種電池:…
        if counted_off(sentences) >= number:
            return True
        shared = max((sum(q.unit == "%" for q in self._search.reading.quantities(s)) for s in sentences), default=0)
        if shared >= number and _SHARED_OUT.search(question.folded):
            return True  # 45%用於研發,30%用於…
        return len(named) >= number or listed >= number - (1 if number < _MANY else 2)  # the first of many is told apart

    def names_other_firm(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a company or an institution that is neither asked about nor the maker of what is."""
        asked = {i for g in question.subjects for i in g}
        known = asked | {self._search.associate(i) for i in asked}
        entities = self.evidence.library.names.entities
        return any(m.entity not in known and entities[m.entity].kind in ("company", "institution") for m in sentence.mentions)

    def shows_things(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names things that somebody makes or has: in marks of quotation, by a designation, or as names that are known."""
        asked = {i for g in question.subjects for i in g}
        kinds = self.evidence.library.names.entities
        named = any(m.entity not in asked and kinds[m.entity].kind in ("product", "company") for m in sentence.mentions)
        return named or bool(_THING_NAMED.search(sentence.text)) or len(_LISTED.findall(sentence.text)) > 1

    def gives_each(self, sentences: Sequence[StoredSentence], question: Question, number: int) -> bool:
        """Whether sentences give as many figures of one kind as there are things that one each is asked of."""
        found = [q.unit for s in sentences for q in self._search.reading.quantities(s)]
        if counts_things(question.folded):
            found = [u for u in found if not is_money(u) and u not in ("%", "pp", "bp")]
        return max(Counter(found).values(), default=0) >= number

    def names_another(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a company or an institution that the question does not."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return any(m.entity not in asked and entities[m.entity].kind not in ("place", "person") for m in sentence.mentions)


def _dates(period: Period) -> bool:
    """Whether a period says when something was: 去年12月 does, 今年 does not."""
    return period.kind != "relative" or not (period.start.endswith("-01-01") and period.end.endswith("-12-31"))


@cache
def stated(number: int) -> re.Pattern[str]:
    """Return what finds a row that says how many it tells: 兩種電池:82千瓦時…;102千瓦時…"""
    zh, en = "零一两三四五六七八九十"[min(number, 10)], ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")[min(number, 10)]
    return re.compile(rf"(?:{zh}|(?<!\d){number})[个种款项家位条支类大档名][^,。;:]{{0,12}}:|\b(?:{en}|{number}) [a-z][^,.;:]{{2,40}}:")
