"""What another source says to the same question, where no two facts tell: sentences held against each other.

An answer quotes or tells what one article says. Here the other articles are asked: does one say the
opposite (may, may not; listed, yet to list), count otherwise (four generations, the fifth), or give another
date or figure to the very same question? Then its sentence is put beside the answer's, with its publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answers.deals import RAISED, sums_of_round
from bot.answers.figurefinder import ROUND, THIS_ROUND
from bot.answers.passages import Passages
from bot.answers.told import read
from bot.disagreement import MOVED, compatible, printed_alike
from bot.evidence import Evidence
from bot.question import Question
from kb import claims, events, lazy, periods
from kb.claims import Claim
from kb.model import Period, Quantity
from kb.periods import PeriodMention
from kb.rows import StoredSentence
from kb.search import Scored
from kb.terms import tokens as terms
from kb.text import fold
from kb.units import is_money

Value = Period | Quantity
_LOOKED_AT = 300  # sentences about a subject that are read for claims
_AS_MUCH = 0.75  # another source's sentence must cover as much of the question as this share of the first's
_BEFORE_IT_MOVED = 0.6  # the same of one that tells what it was before the other one says that it moved
_OF_BOTH = 0.4  # the same of what two had to do with each other at a time that both sentences say
_OF_ROUNDS = ("valuation", "funding-amount")
_KINDS = ("fact", "passage", "conflict")
_UNITS = {"duration": ("年", "個月", "月", "天", "日", "週", "小時"), "age": ("歲",), "ratio": ("%", "pp", "x")}
_SHARED = 0.5  # of the words of what is counted
_SAID = 0.5  # of a word, that a sentence says it
# That a figure is what was said before.
_AS_SAID = lazy.compile(r"(?:先前|早前|此前|之前|原先|当初)[^,;。]{0,10}(?:说|称|数字|数据|口径|引述|报[道导]|传|披露|公布|宣布|预[计期估测告])|应[为该]是?|\b(?:earlier|previously|initially|first) (?:said|reported|announced|disclosed|claimed|given|flagged|quoted|stated)\b")
_tells_move, _tells_as_said = lazy.remembered(MOVED, fold), lazy.remembered(_AS_SAID, fold)
_TO_FROM = lazy.compile(r"^[^,;]{1,20},? from (?:about |around |an? )?[^\s\d]{0,4}$")  # to $900 million from $1.6 billion
_SO_FAR = lazy.compile(r"累计|累積|迄今|至今|总共|一共|\b(?:so far|to date|in total|cumulative\w*)\b")
_DIGIT = lazy.compile(r"\d")


class Versions:
    """Finds other sources' versions for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Look in `evidence`; `passages` ranks sentences for a question."""
        self.evidence = evidence
        self._passages = passages

    # ------------------------------------------------------------ beside an answer
    def beside(self, question: Question, answer: Answer) -> Answer:
        """Return the answer with what another source says differently, or the answer itself."""
        told = list(self.evidence.cited)
        if not answer.answered or answer.kind not in _KINDS or not told or len(question.subjects) > 2:
            return answer
        others = self.against(question, told)
        if not others and answer.kind in ("passage", "fact"):
            weighed = self._passages.ranking.weighed  # for explaining: what was ranked for the answer, not for what stands beside it
            others = self._otherwise(question, told, answer.facts)
            self._passages.ranking.weighed = weighed
        return self.add(answer, others) if others else answer

    def add(self, answer: Answer, others: Sequence[StoredSentence]) -> Answer:
        """Put other sources' sentences beside an answer, each with its publisher."""
        evidence, words = self.evidence, self.evidence.words
        lines, quotes = list(answer.lines), list(answer.quotes)
        for sentence in others:
            quoted = evidence.quote(sentence.text)
            if any(quoted in text for text in (*lines, *quotes)):
                continue
            if evidence.foreign(sentence.text):
                quotes.append(quoted)
            else:
                publisher = evidence.publisher(sentence.article_id)
                lines.append(words.other_version.format(publisher=publisher, text=quoted))
        sources = {(s.title, s.publisher): s for s in (*answer.sources, *evidence.sources(others))}
        return replace(
            answer, kind="conflict", lines=tuple(lines), quotes=tuple(quotes), sources=tuple(sources.values())
        )

    def counted(self, question: Question) -> Answer | None:
        """Answer "how many generations, rounds, plants" by what is counted and by the highest that is numbered."""
        topic = claims.asked_count(question.folded)
        if not topic or len(question.subjects) != 1 or question.periods or question.kind == "list":
            return None
        about = {t for n in question.needs for o in n.options for t in o} | claims.said(question.folded)
        about |= {w.removesuffix("s") for w in about if w.isascii()}
        mine = [
            (s, c) for s in self.about(question.subjects[0]) for c in claims.read(s.text)
            if c.topic == topic and c.about & about
        ]  # fmt: skip
        many = [(s, c) for s, c in mine if c.side == "many"]
        if not many:
            return None
        most = max(c.number for _, c in many)
        told = _one_a_source(self, [s for s, c in many if c.number == most])
        beyond = [s for s, c in mine if c.side == "nth" and any(_beyond(c, d, s, t, self) for t, d in many)]
        answer = self._passages.quoting.quote("fact", told[:2])
        return self.add(answer, beyond[:1]) if beyond else replace(answer, kind="fact")

    # ------------------------------------------------------------ finding
    def against(self, question: Question, told: Sequence[StoredSentence]) -> list[StoredSentence]:
        """Return sentences of other sources that say the opposite of what was told, where the question is about that."""
        out: list[StoredSentence] = []
        asked = bool(question.flags & {"yesno", "either"})
        topics = {c.topic for c in claims.read(question.text)}
        for sentence in told:
            for claim in self.claims(sentence):
                if claim.side not in ("yes", "no", "done") or not (asked or claim.topic in topics):
                    continue
                out += [
                    s for s in self.about([i for g in question.subjects for i in g])
                    if self.source(s) != self.source(sentence)
                    and any(self.opposed(claim, sentence, c, s) for c in self.claims(s))
                ]  # fmt: skip
        return _one_a_source(self, out)[:2]

    def claims(self, sentence: StoredSentence) -> list[Claim]:
        """Return the claims of a sentence; an event that has a date is one that is done."""
        out = list(claims.read(sentence.text))
        for fact in self.evidence.library.archive.facts(sentence=sentence.id):
            if fact.quantity.unit == "date" and fact.basis == "actual":
                out.append(Claim(fact.measure, "done", fact.start, fact.end, place=self._markets(fact.measure, sentence)))
        return out

    def _markets(self, event: str, sentence: StoredSentence) -> frozenset[str]:
        """Where it happened: in the sentence, or in what stands around it."""
        near = [sentence, *(self.evidence.library.search.neighbour(sentence, step) for step in (1, -1))]
        return next((m for s in near if s and (m := claims.markets(event, s.text))), frozenset())

    def opposed(self, a: Claim, told: StoredSentence, b: Claim, other: StoredSentence) -> bool:
        """Return whether two claims of two sentences cannot both stand as they are."""
        if a.topic != b.topic:
            return False
        if {a.side, b.side} == {"yes", "no"}:
            shared = len(a.about & b.about) >= _SHARED * max(1, min(len(a.about), len(b.about)))
            return len(_entities(told) & _entities(other)) > 1 or (shared and bool(set(told.topics) & set(other.topics)))
        if {a.side, b.side} == {"done", "coming"}:
            coming, sentence = (a, told) if a.side == "coming" else (b, other)
            done = other if sentence is told else told
            named = {m.entity for m in sentence.mentions if coming.start <= m.start < coming.end} or set(sentence.topics)
            return bool(named & set(done.topics)) and (not a.place or not b.place or bool(a.place & b.place))
        if {a.side, b.side} == {"nth", "many"}:
            return _beyond(*((a, b, told, other) if a.side == "nth" else (b, a, other, told)), self)
        return False

    def _otherwise(self, question: Question, told: Sequence[StoredSentence], facts: Sequence[Mapping[str, str]]) -> list[StoredSentence]:
        """The best sentence of another source that gives another date or figure to the same question, or tells that it moved."""
        if question.wants not in ("date", "amount", "ratio", "duration", "age") and not question.measures:
            return []
        if question.needs and all(n.light for n in question.needs) and not question.measures:
            return []  # "and the next one?": any date of the subject would be another version
        if put_right := self._put_right(question, told, facts):
            return put_right
        if question.subjects and not self._spoken_of_elsewhere(question, told):
            return []
        ranked = self.ranked(question)
        first = next((s for s in ranked if s.sentence.id == told[0].id), None)
        if first is None:
            return []
        raws = {f["raw"] for f in facts}
        mine = [v for v in self._values(question, told[0]) if not raws or v.raw in raws] or self._values(question, told[0])
        seen = {self.source(s) for s in told if s is told[0] or self._is_version(question, mine, s)}
        before = self._values(question, told[0]) if MOVED.search(fold(told[0].text)) else []  # what it was, and what it is
        verbs = [e.verbs for e in events.events() if e.verbs.search(question.folded)] if question.wants == "date" else []
        for scored in ranked:
            if self.source(scored.sentence) in seen or not (self._as_good(question, scored, first, self._before_it_moved(scored.sentence, told[0])) or self._goes_on(question, scored)):
                continue
            if verbs and not any(v.search(fold(scored.sentence.text)) for v in verbs):
                continue  # "found that scans had been misread" tells of nothing founded
            theirs = self._values(question, scored.sentence)
            if _moved(mine, theirs, scored.sentence.text) or (len(before) > 1 and self._was_so(before, theirs, scored.sentence, told[0])):
                return [scored.sentence]
            if not self._weighed(question, scored.sentence) and _differ(mine, theirs, doubted="either" in question.flags):
                return [scored.sentence]
        return self._moved(question, mine, seen) or self._of_round(question, mine, seen)

    def _put_right(self, question: Question, told: Sequence[StoredSentence], facts: Sequence[Mapping[str, str]]) -> list[StoredSentence]:
        """The sentence of another source that repeats a figure or date told of the subject and gives another in its place: 先前引述的約28億元,…應為33.4億元."""
        raws = {f["raw"] for f in facts}
        dated = question.wants == "date"
        only = not raws and len(self._values(question, told[0])) == 1  # what is quoted gives one figure of the kind
        mine = [v for s in told for v, _ in self._printed(s, dated) if (v.raw in raws if raws else dated or only) and (dated or len(_DIGIT.findall(v.raw)) > 1)]
        if not mine or len(question.subjects) != 1:
            return []
        seen = {self.source(s) for s in told}
        asked = [n for n in question.needs if not n.light and not n.verbal] if dated or only else []
        holds = self.evidence.library.search.holds
        for sentence in self._spoken_of(question.subjects[0]):
            if not (_tells_move(sentence.text) or _tells_as_said(sentence.text)) or self.source(sentence) in seen:
                continue
            folded = fold(sentence.text)
            if asked and not all(holds(n, sentence.id) >= _SAID for n in asked):
                continue
            theirs = self._printed(sentence, dated)
            again = [(y, at) for y, at in theirs if any(_alike(x, y) for x in mine)]
            if again and any(_comparable(again[0][0], y) and (at > again[0][1] or _TO_FROM.search(folded, at, again[0][1])) and not any(_alike(x, y) for x in mine) for y, at in theirs):
                return [sentence]
        return []

    def _was_so(self, moved: Sequence[Value], theirs: Sequence[Value], sentence: StoredSentence, told: StoredSentence) -> bool:
        """Whether an earlier article tells of what has moved since, as it was before: 預定2026年9月投產, where the later one says 從2026年9月推遲到2027年."""
        a, b = (self.evidence.library.articles[s.article_id].published for s in (sentence, told))
        again = [x for x in moved if any(_alike(x, y) for y in theirs)]
        return bool(a and b and a < b and again) and len(again) < len(moved)

    def _printed(self, sentence: StoredSentence, dated: bool) -> list[tuple[Value, int]]:
        """The dates, or the figures, of a sentence, each with where it stands."""
        if dated:
            return [(m.period, m.start) for m in self._dates(sentence)]
        return [(q, q.start) for q in self.evidence.library.search.reading.quantities(sentence)]

    def _dates(self, sentence: StoredSentence) -> list[PeriodMention]:
        """The dates of a sentence; 今年第四季 is of the year its article is of."""
        found = self.evidence.library.search.reading.periods(sentence)
        year = periods.resolve_year(self.evidence.library.articles[sentence.article_id].published)
        if year and any(m.period.kind == "relative" for m in found):
            found = periods.find(sentence.text, year)
        return [m for m in found if m.period.kind != "relative"]

    def _spoken_of(self, subjects: Sequence[str]) -> list[StoredSentence]:
        """The sentences about any of these; of a thing also those about its maker that say its name."""
        out = self.about(subjects)
        entities, search = self.evidence.library.names.entities, self.evidence.library.search
        things = [i for i in subjects if entities[i].kind == "product"]
        makers = [m for i in things if (m := search.associate(i))]
        if makers:
            named = {fold(n) for i in things for n in (*entities[i].names.values(), *entities[i].aliases)}
            known = {s.id for s in out}
            out += [s for s in self.about(makers) if s.id not in known and any(n in fold(s.text) for n in named)]
        return out

    def _of_round(self, question: Question, mine: Sequence[Value], seen: set[str]) -> list[StoredSentence]:
        """The sentence of another source that tells it of the round that the sentence before it names, with the subject: …「4.6億元B輪」…。…這輪投後估值為28億元."""
        if raised := self._brought(question, mine, seen):
            return raised
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures if m in _OF_ROUNDS}
        if not tokens or len(question.subjects) != 1:
            return []
        names = self.evidence.library.names
        for sentence in self.about(question.subjects[0]):
            after = self.evidence.library.search.neighbour(sentence, 1) if self.source(sentence) not in seen and ROUND.search(fold(sentence.text)) else None
            if after is None or not THIS_ROUND.search(fold(after.text)):
                continue
            theirs = [f.quantity for f in read(after) if tokens & set(terms(f.own, names)) and not f.change]
            if _differ(mine, theirs):
                return [sentence, after]
        return []

    def _brought(self, question: Question, mine: Sequence[Value], seen: set[str]) -> list[StoredSentence]:
        """The sentence of another source that tells another sum of the one round asked about: …完成1.8億美元的C輪融資, 該公司C輪最終到賬1.5億美元."""
        rounds = {m.group() for m in ROUND.finditer(question.folded)}
        asked = question.wants == "amount" and (RAISED.search(question.folded) or "funding-amount" in question.measures)
        if len(rounds) != 1 or not asked or len(question.subjects) != 1 or question.aspect:
            return []
        named = rounds.pop()
        for sentence in self.about(question.subjects[0]):
            told = [] if self.source(sentence) in seen else sums_of_round(sentence.text, named)
            if told and _differ(mine, told):
                return [sentence]
        return []

    def _is_version(self, question: Question, mine: Sequence[Value], sentence: StoredSentence) -> bool:
        """Whether a further sentence that was told gives a figure or date of the kind of the first's: one that gives none is no version of it."""
        return any(_comparable(x, y) for x in mine for y in self._values(question, sentence))

    def _spoken_of_elsewhere(self, question: Question, told: Sequence[StoredSentence]) -> bool:
        """Whether another source speaks of any of the subjects at all: looking for what it says costs more than all the rest."""
        seen = {self.source(s) for s in told}
        return any(self.source(s) not in seen for g in question.subjects for s in self.about(g))

    def _moved(self, question: Question, mine: Sequence[Value], seen: set[str]) -> list[StoredSentence]:
        """The sentence of another source that tells the figure told and what became of it, without a word for the measure: C輪18億元,…最終交割金額為21.6億元."""
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        named = tuple(n for n in question.needs if not n.light and not any(tokens & set(o) for o in n.options))
        if not tokens or not named or not self._tells_of_a_move(question, seen):
            return []
        for scored in self.ranked(replace(question, measures=(), needs=named, wants=question.wants or "amount")):
            if scored.missing or not scored.about or self.source(scored.sentence) in seen:
                continue
            if _moved(mine, self._values(question, scored.sentence), scored.sentence.text):
                return [scored.sentence]
        return []

    def _tells_of_a_move(self, question: Question, seen: set[str]) -> bool:
        """Whether another source says of a subject that anything is no longer what it was: asking that costs less than a ranking."""
        about = (s for g in question.subjects for s in self.about(g) if self.source(s) not in seen)
        return not question.subjects or any(MOVED.search(fold(s.text)) for s in about)

    def _weighed(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence gave a fact of what is asked: facts were held against each other already."""
        facts = self.evidence.library.archive.facts(sentence=sentence.id)
        told = [f for f in facts if f.measure in question.measures and f.aspect == "value"]
        # what is so far is told as of a day or of none, and such two were not
        so_far = not question.periods and told and all(f.period is None or f.period.kind == "as-of" for f in told) and _SO_FAR.search(question.folded)
        return bool(told) and not so_far

    def ranked(self, question: Question, limit: int = 30) -> list[Scored]:
        """Return the sentences for a question; for one that doubts what two had to do with each other, those about one of them too."""
        ranked = self._passages.ranked(question, limit)
        if "either" in question.flags and len(question.subjects) > 1:
            seen = {s.sentence.id for s in ranked}
            alone = (s for group in question.subjects for s in self._passages.ranked(replace(question, subjects=(group,))) if not s.missing)
            ranked += [s for s in alone if s.sentence.id not in seen]
        return ranked

    def _same_measure(self, question: Question, scored: Scored, first: Scored) -> bool:
        """Whether both sentences give the one figure asked for of the one subject in one unit; what is counted may go unsaid: "how many chips has it shipped"."""
        if len(question.subjects) != 1 or len(question.measures) != 1 or question.aspect:
            return False
        told, other = ({f.quantity.unit for f in self.evidence.library.archive.facts(sentence=s.sentence.id)
                        if f.measure in question.measures and f.subject in question.subjects[0] and f.aspect == "value" and f.period is None} for s in (first, scored))  # fmt: skip
        return bool(told & other)

    def _before_it_moved(self, sentence: StoredSentence, told: StoredSentence) -> bool:
        """Whether a sentence was published before one that says that something is no longer what it was: 量產時間改為2027年第一季."""
        a, b = (self.evidence.library.articles[s.article_id].published for s in (sentence, told))
        return bool(a and b and a < b) and bool(_tells_move(told.text))

    def _as_good(self, question: Question, scored: Scored, first: Scored, earlier: bool = False) -> bool:
        if self._same_measure(question, scored, first):
            return True
        if not question.subjects and (scored.coverage < first.coverage or not first.coverage):
            return False
        named = {*scored.sentence.topics, *(m.entity for m in scored.sentence.mentions)}
        return (
            scored.coverage >= (_OF_BOTH if len(question.subjects) > 1 and question.periods else _BEFORE_IT_MOVED if earlier else _AS_MUCH) * first.coverage
            and scored.about
            and sum(bool(named & set(g)) for g in question.subjects) >= (1 if "either" in question.flags else len(question.subjects))
            and not any(n.key for n in scored.missing)
        )

    def _goes_on(self, question: Question, scored: Scored) -> bool:
        """Whether a sentence tells to when something moved that only the one before it names: 3號高爐的復產再度推後。…改在4月18日."""
        before = self.evidence.library.search.neighbour(scored.sentence, -1) if question.wants == "date" and scored.about and MOVED.search(fold(scored.sentence.text)) else None
        holds = self.evidence.library.search.holds
        asked = [n for n in question.needs if not n.light]
        near = before is not None and before.paragraph == scored.sentence.paragraph and any(holds(n, scored.sentence.id) >= _SAID for n in asked)
        return near and all(holds(n, scored.sentence.id) >= _SAID or (before is not None and holds(n, before.id) >= _SAID) for n in asked)

    def _values(self, question: Question, sentence: StoredSentence) -> list[Value]:
        reading = self.evidence.library.search.reading
        if question.wants == "date":
            return [m.period for m in self._dates(sentence)]
        found = reading.quantities(sentence)
        units = _UNITS.get(question.wants)
        return [q for q in found if units is None or q.unit in units]

    def about(self, subjects: Sequence[str]) -> list[StoredSentence]:
        """Return the last sentences about any of these, in order."""
        archive = self.evidence.library.archive
        ids = dict.fromkeys(i for s in subjects for i in archive.sentences_about(s)[-_LOOKED_AT:])
        return [s for s in archive.sentences(list(ids)) if s.article_id in self.evidence.visible]

    def source(self, sentence: StoredSentence) -> str:
        """Return the source a sentence is of; editions of one article are one."""
        return self.evidence.library.articles[sentence.article_id].source


def _beyond(nth: Claim, many: Claim, a: StoredSentence, b: StoredSentence, versions: Versions) -> bool:
    """Whether one source numbers a thing beyond how many another counts of it."""
    shared = len(nth.about & many.about) / max(1, min(len(nth.about), len(many.about)))
    return (
        nth.topic == many.topic
        and nth.number > many.number
        and shared >= _SHARED
        and bool(set(a.topics) & set(b.topics))
        and versions.source(a) != versions.source(b)
    )


def _entities(sentence: StoredSentence) -> set[str]:
    return {m.entity for m in sentence.mentions}


def _one_a_source(versions: Versions, found: Iterable[StoredSentence]) -> list[StoredSentence]:
    best: dict[str, StoredSentence] = {}
    for sentence in found:
        best.setdefault(versions.source(sentence), sentence)
    return list(best.values())


def _moved(mine: Sequence[Value], theirs: Sequence[Value], text: str) -> bool:
    """Whether a text tells that a date or figure is no longer what it was: "from Q2 to Q4", 原訂第二季延到第四季."""
    moved = MOVED.search(fold(text))
    if not moved:
        return False
    same = [y for y in theirs if any(_alike(x, y) for x in mine)]
    return bool(same) and any(not any(_alike(x, y) for x in mine) and _comparable(x, y) for y in theirs for x in mine)


def _alike(a: Value, b: Value) -> bool:
    if isinstance(a, Period) and isinstance(b, Period):
        return compatible(a, b)
    return isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit and printed_alike(a, b)


def _comparable(a: Value, b: Value) -> bool:
    return (isinstance(a, Period) and isinstance(b, Period)) or (isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit)


def _differ(mine: Sequence[Value], theirs: Sequence[Value], doubted: bool = False) -> bool:
    """Whether no date or figure of the one is any of the other's; figures of different units do not compare.

    `doubted`: which is right is asked, so that sums in two currencies are both shown (元 of a Hong Kong article is none of the mainland).
    """
    dates = [(x, y) for x in mine for y in theirs if isinstance(x, Period) and isinstance(y, Period)]
    if dates:
        return not any(compatible(x, y) for x, y in dates)
    pairs = [
        (x, y)
        for x in mine
        for y in theirs
        if isinstance(x, Quantity) and isinstance(y, Quantity) and (x.unit == y.unit or (doubted and is_money(x.unit) and is_money(y.unit)))
    ]
    return bool(pairs) and not any(printed_alike(x, y) for x, y in pairs)
