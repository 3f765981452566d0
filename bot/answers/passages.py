"""Passages: the one to three sentences that say it, for everything that is no figure of ours.

A sentence may speak only when it is about the subject asked for and covers what was asked: its rare words
above all. When it does not, that is what the refusal names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.causes import gives_reason
from bot.answers.confidence import likelihood, signs
from bot.answers.fitting import Fitting, stated
from bot.answers.kindasked import of_kind_asked
from bot.answers.quoting import Quoting, size
from bot.answers.reasons import Reasons
from bot.answers.results import DIFFERENCE
from bot.answers.timefitting import LOOK_BACK
from bot.asked import asked_number, asked_of_each
from bot.evidence import Evidence
from bot.question import LIKE, Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.terms import span_terms
from kb.text import fold

_ALL_BUT = lazy.compile(r"[^,?]{0,4}除了?[^,?]{2,12},")
_MOST = 330  # characters of quotation in one answer; Latin letters count half
_NAMING = 6  # the best so many may name as many things as are asked for
_LOOKED_AT = 16  # the best so many are looked at closely
_THINGS = 0.6  # the share of what was asked about, by weight, that a sentence must speak of
_THINGS_IN_UNIT = 0.3  # the same of a sentence with a figure in the very unit asked for: 多少頭
_THINGS_TOLD = 0.5  # the same where a reason or a story is asked for
_OF_PART = 0.5  # of a word that says of which part a figure is asked
_MANNER = 0.4  # the same for verbs, where a question has nothing else
_TYPES = ("duration", "age", "date", "post", "place", "person")
_FIGURES = ("amount", "age", "ratio")
_SOME = 0.05  # of what was asked about, where a name says what it is about
_HALF = 0.4  # where none does
_KEPT = 0.5  # how much of a name a further sentence must say
_EVENTS = ("date", "person", "place", "duration", "age")
_OF_LIFE = lazy.compile(
    r"出生|诞生|去世|逝世|结婚|离婚|毕业|退休|丈夫|太太|老公|老婆|妻子|配偶|伴侣|儿子|女儿|孩子|小孩|兄弟|姐妹|"
    r"\b(?:born|die[ds]?|marr(?:y|ied)|graduat(?:e|es|ed)|retir(?:e|es|ed)|husband|wife|spouse|partner|sons?|daughters?|kids?|child(?:ren)?|siblings?)\b"
)
_MOST_SIDES = 3
_LIKELY = 0.38  # how likely the best sentence must be the answer
_PUT_OTHERWISE = 0.6  # the same where hardly a word of the question is there
_SURE = 0.72  # the same where its measure is not, or a word no dictionary has
_SHOWN = 0.45  # how likely it must be to be shown with a refusal
_NEAR_BEST = 0.6  # of the best score: where the best may not speak, one that fits far worse may not either
_NEAR_COPY = 78.0  # rapidfuzz ratio above which two sentences say the same


@dataclass(frozen=True, slots=True)
class Bar:
    """How much a sentence must cover before it may speak, 0..1, and when a further one may."""

    coverage: float
    second: float  # a further sentence's score, as a share of the first's


_BARS = {
    "list": Bar(0.55, 0.72),
    "passage": Bar(0.5, 0.8),
    "timeline": Bar(0.4, 0.4),
    "fact": Bar(0.6, 0.86),
    "compare": Bar(0.5, 0.8),
}
# Whence a name came is told by no sentence on who bears it.
_WHENCE = lazy.compile(r"名[字称]?[^,?。]{0,6}(?:怎[么样]+[来取起]|由来|来历|含义|意思)|(?:如何|怎[么样]+)得名|[取起]名[^,?。]{0,6}(?:由来|含义|意思)|\bgot? (?:its|their|her|his) name\b|\bgets? (?:its|their) name\b|\bwhere does the name\b|\bname .{0,20}come from\b|\bnamed after\b")
_NAMED_FOR = lazy.compile(r"[取命得]名|取自|寓意|之意|意[为即指]|谐音|名字|由来|\bnam(?:e|ed|es)\b|\bmean(?:s|ing)\b|\bstands for\b")
_ASKS = lazy.compile(r"[?？][」』”\"]?$|^问[:：]|^問[:：]|^Q[:：] ")  # a sentence that asks
# Somebody whom no list of names has, before what they do: "Tamsin Orrell is in charge of…".
_STRANGER = lazy.compile(r"^(?:[A-Z][a-z]+,? )?(?:Dr\.? |Mr\.? |Ms\.? )?[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2},? (?:\([^)]*\) )?(?:[a-z-]+ ){0,6}?(?:is|was|has|heads?|leads?|led|runs?|ran|oversees?|oversaw|manages?|handles?|became|joined|takes?|took)\b")
_BRIEF = 10  # characters of a reply that says little by itself


class Passages:
    """Finds and quotes sentences for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search
        self.fitting = Fitting(evidence)
        self.quoting = Quoting(evidence, self.fitting)
        self.reasons = Reasons(evidence)
        self._known: dict[tuple[Question, int], tuple[list[Scored], list[Scored]]] = {}
        self.weighed: list[Scored] = []  # what the last ranking found, for explaining
        self._refused: tuple[Question, Sequence[Scored]] | None = None

    # ------------------------------------------------------------ finding
    def ranked(self, question: Question, limit: int = 30) -> list[Scored]:
        """Return the sentences that fit, those with the kind of answer asked for first."""
        known = self._known.get((question, limit))  # rows, versions and quotations ask one after the other
        if known is None:
            known = self._known[question, limit] = self._weigh(question, limit)
        ranked, self.weighed = known
        return list(ranked)

    def _weigh(self, question: Question, limit: int) -> tuple[list[Scored], list[Scored]]:
        """The sentences that fit, and those to explain with: the same, or the best found where none fits."""
        needs = [n for n in question.needs if not (question.kind == "compare" and qw.COMPARE.search(n.surface))]
        if needs and all(n.light for n in needs):  # nothing else to go by: then these decide, but none must be there
            found = self._search.rank(
                [replace(n, light=False) for n in needs], question.subjects, self.fitting.visible(question), limit
            )
            told = question.subjects and (question.wants in (*_TYPES, "reason") or self.fitting.of_person(question))  # any of theirs may tell
            found = [replace(s, coverage=1.0, missing=()) for s in found if told or len(s.missing) < len(needs)]
        else:
            found = self._search.rank(needs, question.subjects, self.fitting.visible(question), limit)
        found = [self._replied(s) for s in found]
        found = [self.fitting.nearer(s, question) if i < _LOOKED_AT else s for i, s in enumerate(found)]
        about = [s if s.about or self._of_others(s, question) else self.fitting.nearby(s, question) for s in found]
        timely = [self.fitting.on_time(s, question) for s in about if s and self.fitting.timely(s, question)]
        wanted = [self.fitting.typed(s, question) for s in timely]
        ranked = sorted((s for s in wanted if s), key=lambda s: (-s.score, s.sentence.id))
        return ranked, ranked or found[:5]

    def _of_others(self, scored: Scored, question: Question) -> bool:
        """Whether a question is of all but one firm, 除了甲,哪間最快, and a sentence stands in an article about that one."""
        main = self.evidence.library.mains.of(scored.sentence.article_id) if question.extreme and _ALL_BUT.match(question.folded) else ()
        return bool(main) and all(set(g) & set(main) for g in question.subjects)

    def _replied(self, scored: Scored) -> Scored:
        """What answers a sentence that asks, in an interview or as a turn of speech; others as they are."""
        if not _ASKS.search(scored.sentence.text):
            return scored
        reply = self._search.neighbour(scored.sentence, 1)
        if reply is None or _ASKS.search(reply.text):
            return scored
        after = self._search.neighbour(reply, 1) if size(reply.text) < _BRIEF else None
        reply = reply if after is None or _ASKS.search(after.text) else after  # 「沒有。光刻是…」: why not
        return replace(scored, sentence=reply, asked_in=scored.sentence.id)

    def _each(self, question: Question) -> list[Scored]:
        """The best sentence for each of several that are asked about, where none speaks of all of them."""
        apart = question.kind == "compare" or "compare" in question.flags or question.wants == "post"
        if not apart or not self.fitting.several(question) or len(question.subjects) > _MOST_SIDES:
            return []
        chosen: list[Scored] = []
        for group in question.subjects:
            alone = replace(question, subjects=(group,))
            found = [s for s in self.ranked(alone, 12) if s.about and not self._lacks(s, alone)]
            if not found:
                return []
            chosen.append(found[0])
        return list({c.sentence.id: c for c in chosen}.values())

    def explain(self) -> tuple[str, ...]:
        """Return the best candidates of the last ranking: score, coverage, what each lacks, and the sentence."""
        lines = [f"likelihood {likelihood(signs(*self._refused, self._search)):.2f}"] if self._refused and self._refused[1] else []
        for scored in self.weighed[:5]:
            lacks = ", ".join(n.surface for n in scored.missing)
            about = "" if scored.about else "; not about the subject"
            lines.append(
                f"candidate {scored.score:.1f}, covers {scored.coverage:.0%}"
                f"{f', lacks {lacks}' if lacks else ''}{about}: {scored.sentence.text[:60]}"
            )
        return tuple(lines)

    # ------------------------------------------------------------ choosing
    def choose(self, question: Question, found: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that may speak: the best, and those that add to it."""
        bar = _BARS.get(question.kind, _BARS["fact"])
        best = found[0].score if found else 0.0
        good = [s for s in found if s.score >= _NEAR_BEST * best and not self._lacks(s, question)]
        if not good and found and self._may_be_put_otherwise(found[0], question, likelihood(signs(question, found, self._search))):
            good = [found[0]]
        if good and good[0] is not found[0] and self._second_rate(good[0], question):
            good = []  # where the best may not speak, one that says less of it is mostly about something else
        if not good:
            return self._together(question, found, bar)
        asked = any(not n.light for n in question.needs)  # who somebody is, is told by what there is
        if asked and likelihood(signs(question, [good[0], *(s for s in found if s is not good[0])], self._search)) < _LIKELY:
            return []
        chosen = [good[0]]
        for other in good[1:]:
            if len(chosen) >= (5 if question.kind in ("list", "timeline") else 3):
                break
            elsewhere = self._elsewhere(other, chosen, question)
            if (other.score >= bar.second * good[0].score or elsewhere) and self._fits(other, chosen):
                chosen.append(other)
        return self._complete(question, chosen)

    def _second_rate(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence that was not ranked first leaves out something asked for, or the reason asked for."""
        if question.wants == "reason" and not gives_reason(fold(scored.sentence.text)):
            return True
        return any(not (n.light or n.verbal) for n in scored.missing)

    def _elsewhere(self, other: Scored, chosen: Sequence[Scored], question: Question) -> bool:
        """Whether another source says as much: for figures, dates, names and either-or, all versions are shown."""
        if not (question.wants in ("date", "amount") or question.flags & {"either", "name"}):
            return False
        articles = self.evidence.library.articles
        sources = {articles[c.sentence.article_id].source for c in chosen}
        return articles[other.sentence.article_id].source not in sources and other.coverage >= 0.9 * chosen[0].coverage

    def _fits(self, other: Scored, chosen: Sequence[Scored]) -> bool:
        total = sum(size(c.sentence.text) for c in chosen) + size(other.sentence.text)
        return total <= _MOST and not any(fuzz.ratio(other.sentence.text, c.sentence.text) > _NEAR_COPY for c in chosen)

    def _complete(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Add a sentence for what the chosen ones leave out: a question may ask for two things."""
        left = [
            n
            for n in question.needs
            if not soft(n) and n.options and max(self._search.holds(n, c.sentence.id) for c in chosen) < 0.5
        ]
        if not left or len(chosen) > 2:
            return chosen
        if question.wants == "person" and not self.fitting.names_another(chosen[0].sentence, question):
            return chosen  # who led the A round is not told by who led another and that there was an A round
        more = replace(question, needs=tuple(replace(n, light=False) for n in left), wants="")
        keys = [n for n in question.needs if n.key]
        for other in self.ranked(more, 8):
            near = self._close(other.sentence, chosen[0].sentence) or (
                question.subjects and all(self._search.holds(n, other.sentence.id) >= _KEPT for n in keys)
            )
            if near and other.coverage >= 0.6 and self._fits(other, chosen):
                return [*chosen, other]
        return chosen

    @staticmethod
    def _close(one: StoredSentence, other: StoredSentence) -> bool:
        """Whether two sentences stand within a few of each other."""
        return one.article_id == other.article_id and abs(one.n - other.n) <= LOOK_BACK

    def _together(self, question: Question, found: Sequence[Scored], bar: Bar) -> list[Scored]:
        """Two sentences that say between them what neither says alone."""
        if not found or not question.subjects:
            return []
        first = found[0]
        if first.coverage < 0.6 * bar.coverage or not first.missing:
            return []
        for other in found[1:10]:
            if set(first.missing) & set(other.missing) or other.coverage < 0.6 * bar.coverage:
                continue
            if self._fits(other, [first]) and other.sentence.article_id == first.sentence.article_id:
                return [first, other]
        return []

    def _lacks(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence misses what must not be missed: a name, the measure, or too much of what was asked for.

        Names, numbers and measures must be there. Of the other things (nouns) most must be, by weight; how
        the question puts it (verbs) may differ, unless there is nothing else to go by.
        """
        told_in_unit = bool(question.subjects) and question.kind == "fact" and not DIFFERENCE.search(question.folded) and self.fitting.in_unit_asked(question, scored.sentence)
        if self._about_another(scored, question, described=told_in_unit and scored.about) or self.reasons.of_something_else(scored, question):
            return True
        missing = set(scored.missing)
        things = [n for n in question.needs if not (n.light or n.verbal)]
        manner = [n for n in question.needs if n.verbal and not n.light]
        between = question.wants in _FIGURES and self._names_all(scored.sentence, question)
        # when two met is told with whom, where and at what, whatever the word for meeting
        between = between or (question.wants == "date" and len(question.subjects) > 1 and len(question.needs) > len(manner) + 1 and scored.about and missing <= set(manner))
        alone = not question.subjects and not question.wants and len(manner) > 1  # whose needs turn to what: the verbs say what is asked
        if (not things or alone or question.wants in _EVENTS) and not told_in_unit and not between:  # who did it and when is told with what was done
            said_in = [scored.sentence.id, *([scored.asked_in] if scored.asked_in else [])]
            unsaid = {n for n in manner if max(self._search.holds(replace(n, loose=""), i) for i in said_in) < _MANNER}
            if manner and self._share(manner, unsaid) < _MANNER:
                return True
        if self._of_another_event(scored, question):
            return True
        bar = _THINGS_TOLD if question.kind in ("passage", "timeline") else _THINGS
        if question.wants == "amount" and DIFFERENCE.search(question.folded) and "compare" in question.flags:
            bar = 1.0  # 耳機和手錶的收入相差多少 is not told by one of them
        plain = [n for n in things if not n.key]  # a name alone tells nothing of what is asked of it
        if told_in_unit:
            return bool(plain) and self._share(plain, missing) < _THINGS_IN_UNIT
        if question.kind == "fact" and question.wants in (*_FIGURES, "duration") and plain and set(plain) <= missing:
            return True
        return bool(things) and self._share(things, missing) < bar

    def _of_another_event(self, scored: Scored, question: Question) -> bool:
        """Whether a date is asked for of a thing that only its kind is told of, and a sentence says nothing of what was to happen."""
        event = [n for n in question.needs if n.verbal]
        if question.wants != "date" or question.measures or not event or len(question.subjects) > 1 or self.fitting.of_person(question):
            return False
        held = [n for n in question.needs if not (n.light or n.verbal or n in scored.missing)]
        kind_only = bool(held) and all(n.surface in qw.TYPE_WORDS for n in held)  # when its next chip comes is not told by a date beside another chip
        return kind_only and all(self._search.holds(n, scored.sentence.id) < _MANNER for n in event)

    @staticmethod
    def _names_all(sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names both of two who had to do with each other: what one paid for the other."""
        named = {m.entity for m in sentence.mentions}
        return len(question.subjects) > 1 and question.kind == "fact" and all(named & set(g) for g in question.subjects)

    def _about_another(self, scored: Scored, question: Question, described: bool = False) -> bool:
        """Whether a name, a number, the measure, a relative, or the part that a measure is asked of is not there.

        `described`: words that no dictionary has only describe what is asked of a known subject, unless the archive has them.
        """
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        if any(self._is_name(n, described) or any(set(o) & measured for o in n.options) or (not n.light and _OF_LIFE.search(n.surface)) for n in scored.missing):
            return True
        if any(n.beside and not n.light for n in scored.missing) and self._named_alike(scored, question):
            return True  # 碳酸鋰均價 is no price of lithium hydroxide
        of_part = (n for n in question.needs if n.beside and not (n.light or n.verbal or n.surface.isascii()))
        # 掃地機器人 is no 擦窗機器人, though half of it is the same
        return any(0 < self._search.holds(n, scored.sentence.id) < _OF_PART for n in of_part)

    def _is_name(self, need: Need, described: bool) -> bool:
        if not need.key or not described or need.surface.isascii():
            return need.key
        return self._search.occurs(need.surface) or bool(self._named(need.surface))

    def _named_alike(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence has the measure asked for only by the name of one that is much like it."""
        alike = {m for group in LIKE if set(group) & set(question.measures) for m in group}
        said = {i for s in self._search.reading.spans(scored.sentence) for k, i in span_terms(s) if k == "measure"}
        return bool(alike & said) and not said & set(question.measures)

    def _may_be_put_otherwise(self, scored: Scored, question: Question, likely: float) -> bool:
        """Whether what is missing may be said in other words: the sentence is likely the answer, and no figure is asked for.

        Where a figure is asked for, what it is the figure of must be said: 多少股份 is not answered by another number.
        Even a measure or a name that no dictionary has may be put otherwise (應收賬款 where the turnover days are told),
        where everything else speaks for the sentence.
        """
        if question.wants in _FIGURES or question.extreme or (question.wants == "duration" and question.measures):
            return False
        asked = [n for n in question.needs if not n.light]
        named = {m.entity for m in scored.sentence.mentions}
        if self.reasons.of_something_else(scored, question) or self._says_too_little(scored, question):
            return False
        if question.wants == "reason" and asked and set(asked) <= set(scored.missing) and not any(named & set(g) for g in question.subjects):
            return False  # why he resigned is not told by the reason of something else
        if question.wants == "reason" and self._of_other_measures(scored, question):
            return False  # why the share rose is not told by why costs will
        if self._of_another_event(scored, question):
            return False
        of_person = question.wants == "date" and (question.roles or self.fitting.of_person(question))
        if of_person or _OF_LIFE.search(question.folded):
            return False  # when somebody was born, or where they studied, is not told by when they founded something
        put_otherwise = question.wants not in ("date", "person")  # those that are there are mostly of something else
        if self._about_another(scored, question):
            return put_otherwise and likely >= _SURE and not any(n.key and (n.surface.isascii() or self._named(n.surface)) for n in scored.missing)
        things = [n for n in question.needs if not (n.light or n.verbal)]
        held = self._share(things, set(scored.missing)) if things else 0.0
        if held >= (_SOME if question.subjects else _HALF):
            return likely >= _LIKELY
        return put_otherwise and likely >= _PUT_OTHERWISE

    def _of_other_measures(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence speaks of measures, and of none of those asked for."""
        said = {i for s in self._search.reading.spans(scored.sentence) if s.kind == "measure" for i in s.ids}
        folded = fold(scored.sentence.text)
        if any(n.surface in folded for n in scored.missing):
            return False  # the turnover days of what is asked about are near enough
        return bool(question.measures and said) and said.isdisjoint(question.measures)

    @staticmethod
    def _says_too_little(scored: Scored, question: Question) -> bool:
        """Whether a sentence does not say what a question asks the reason of in one word."""
        if question.wants != "reason" or all(n.light for n in question.needs):
            return False
        return any(n.key and len(n.surface) == 1 for n in scored.missing)  # 為什麼貴: nothing is put otherwise for being dear

    def _named(self, surface: str) -> bool:
        """Whether a word is a name that the archive knows."""
        return bool(self.evidence.library.names.find(surface))

    def _share(self, needs: Sequence[Need], missing: set[Need]) -> float:
        """The share of the needs, by weight, that is not missing, 0..1."""
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) for n in needs if n not in missing) / total if total else 1.0

    # ------------------------------------------------------------ telling
    def answer(self, question: Question) -> Answer | None:
        """Answer with quoted sentences, or return None when nothing may speak."""
        if not question.needs and (not question.subjects or "before" in question.flags):
            return None  # "and before that?" says nothing a sentence could be held against
        if not question.subjects and (all(n.light for n in question.needs) or "before" in question.flags):
            return None
        ranked = self.ranked(question)
        if _WHENCE.search(question.folded):
            ranked = [s for s in ranked if _NAMED_FOR.search(fold(s.sentence.text))]
        self._refused = (question, ranked)
        chosen = self._chosen(question, ranked)
        if question.wants == "reason":
            chosen = self.reasons.why(question, chosen, ranked)
        if question.extreme == "last" and not question.subjects:  # who was last is told, or worked out from dates
            chosen = [c for c in chosen if qw.LAST.search(fold(c.sentence.text))]
        chosen = of_kind_asked(question, chosen, self.fitting, self._search)
        if (number := asked_number(question.folded)) and not self.fitting.enumerates([c.sentence for c in chosen], question, number):
            chosen = next(([s] for s in ranked[:_NAMING] if s.about and self._tells_so_many(s, question, number)), [])
        if (each := asked_of_each(question.folded)) and not self.fitting.gives_each([c.sentence for c in chosen], question, each):
            chosen = []
        if question.wants == "place" and question.kind == "fact":
            chosen = [c for c in chosen if self.fitting.elsewhere_named(c.sentence, question)]
            chosen = chosen[:1] if all(n.light for n in question.needs) else chosen  # "and where?": one tells it
        if question.wants == "person" and question.kind != "person":
            named = [c for c in chosen if self.fitting.people(c.sentence)]
            named = [c for c in named if c in chosen[:1] or not self._lacks(c, question)]
            chosen = named or self._named_elsewhere(question, chosen) or [c for c in chosen[:1] if not c.missing and _STRANGER.search(c.sentence.text) and not any(m.start == 0 for m in c.sentence.mentions)]
        if not chosen:
            return None
        told = [c.sentence for c in chosen]
        return self.quoting.quote(question.kind, told, dated=question.wants == "date", alone=question.wants == "place" and question.kind == "fact")

    def _tells_so_many(self, scored: Scored, question: Question, number: int) -> bool:
        """Whether a sentence that may speak says itself how many things it tells, and tells them: 投向三個項目:…"""
        return stated(number).search(fold(scored.sentence.text)) is not None and self.fitting.enumerates([scored.sentence], question, number) and not self._lacks(scored, question)

    def _chosen(self, question: Question, ranked: Sequence[Scored]) -> list[Scored]:
        """The sentences that may speak; of several who are compared one each, where those chosen leave one out."""
        chosen = self.choose(question, ranked) or self._each(question)
        named = {m.entity for c in chosen for m in c.sentence.mentions}
        if question.kind == "compare" and chosen and not all(named & set(g) for g in question.subjects):
            return self._each(question) or chosen
        return chosen

    def beside(self, refusal: Answer) -> Answer:
        """Show with a refusal the sentence that came nearest, where it well may be what was looked for."""
        if self._refused is None or len(refusal.lines) > 1 or refusal.kind != "refusal":
            return refusal
        question, ranked = self._refused
        if not ranked or not ranked[0].about or likelihood(signs(question, ranked, self._search)) < _SHOWN:
            return refusal
        first = ranked[0].sentence
        lines = (*refusal.lines, self.evidence.words.nearest_quote)
        return replace(refusal, lines=lines, quotes=(self.evidence.quote(first.text),), sources=self.evidence.sources([first]))

    def answer_members(self, question: Question, members: set[str]) -> Answer | None:
        """Answer with the sentence that lists these companies."""
        needs = [n for n in question.needs if not n.light]
        found = self._search.rank(needs, [(m,) for m in sorted(members)], self.fitting.visible(question), 20)
        full = [s for s in found if members <= {m.entity for m in s.sentence.mentions}]
        return self.quoting.quote("list", [full[0].sentence]) if full else None

    def _named_elsewhere(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Who was asked for: a company may be the answer, but a sentence that names nobody is none."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return (
            []
            if question.roles or "name" in question.flags
            else [
                c
                for c in chosen
                if any(m.entity not in asked and entities[m.entity].kind != "place" for m in c.sentence.mentions)
            ]
        )
