"""Why something is so: sentences that give a reason, with what it is the reason of.

What happened and why may stand in one sentence or in two: 投產推遲到明年。工廠為何延期?公司歸咎於電網. A sentence that
gives the reason of something else is none, however much it has in common with the question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.causes import (
    ANNOUNCES,
    ANOTHER_REASON,
    FOUND_OUT,
    SIGNIFIES,
    brought_about,
    is_the_cause,
)
from bot.answers.happenings import happenings
from bot.answers.quoting import size
from bot.answers.reasonmoves import (
    MOVES,
    SHARES,
    article_around,
    as_it_went,
    explains,
    goes_on_of,
    moved_in_figures,
    of_no_move,
    place_of_share,
)
from bot.answers.reasonsnamed import ReasonsNamed
from bot.answers.reasontelling import ASKED_WHY, OF_RESULTS, SAID, asks_of_other, gives, of_nothing
from bot.answers.replies import Replies
from bot.answers.timefitting import LOOK_BACK
from bot.directions import RESULT, moved, way_of
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.text import fold

_MATTERS = lazy.compile(r"意义|重要|\b(?:significance|significant|importance|important|matters?)\b")
_POINTS_BACK = lazy.compile(r"^[^,;。]{0,8}?(?:因此|所以|因而|故此|为此)(?!被)|^(?:therefore|hence|thus|so|that is why|this is why|for this reason)\b|^[^,;.]{0,60}\bis (?:therefore|thus|hence)\b")  # the reason stands before it
_BY_THIS = lazy.compile(r"(?:其|这|该|此|的)[^,。;]{0,24}(?:特性|特点|优势|能力|性能|机制|设计|举措|做法|策略|方式|[性力]),(?:也|从而|进而|更|可)?(?:大幅|显著|有效|明显|进一步|极大|将)")
_NEAR_BEST = 3  # sentences
_LOOKED_AT = 16  # the best so many are looked at closely
_TELLING = 30  # characters a sentence has at least that gives a reason without a word for it
_REASON_HELD = 0.4  # how much of a question a sentence nearby covers that gives the reason
_AHEAD = 3  # sentences after what happened in which its reasons are announced
_REPORTED = lazy.compile(r",? (?:it|the (?:company|group|firm)) said\b")  # that a firm reported a figure is nobody's view
# What one cannot do, or has not, is why one does not: 乘用車暫時不碰,能量密度不夠.
_WANTING = lazy.compile(r"不[够足到起上动了拢]|不及|没有?[^,。;]{1,12}(?:差别|效果|权|力|筹码|优势|把握|能力|必要|空间)|只能|只会|只是|太[^,。;]{1,8}|\b(?:too [a-z]+|not enough|cannot|can't|would be|would have)\b")
_ASKED_NOT = lazy.compile(r"(?:为什么|为何|为啥|咋|怎么|点解)[^,?]{0,8}?(?:不|没)|(?:暂时?|先|还)不|不[做碰卖进开上搞用走]|\bwhy (?:not|(?:is|are|do|does|did|has|have|won)(?:n't| not))\b|\b(?:doesn't|don't|didn't|isn't|won't|not)\b")
# What a sentence begins with that goes on to something else, or tells what came of the one before: 受此影響, 家電方面.
_GOES_ON = lazy.compile(r"^(?:受(?:此|[这该]|上述|消息)|消息|[一]?(?:出|传出),|展望|至于|另外|此外|同时|另一方面|除此之外|期内|此前|预计|与此同时|(?!公司|集团|管理|官方|院方|厂方|资方|业者|院|厂)[^,“「]{2,8}方面,|\b(?:looking ahead|separately|meanwhile|in addition|by contrast|the news|elsewhere)\b)")
_LEFT_FOR = lazy.compile(r"因[^,。;]{1,14}(?:原因|理由|问题)?[^,。;]{0,6}(?:离[任职]|辞[职任去]|卸任|退休)")
_WHY_ZH = lazy.compile(r"(?:为什么|为何|为啥|何以|怎么|干嘛)(?:会|要|就|还|当初|当时|又|才|当年)*")
_FUNCTION_ZH = lazy.compile(r"^(?:会|要|就|还|当初|当时|又|才|他|她|公司|自己|选择)+|[?？。]$")
_BEGUN = 3  # characters that two questions begin with alike
_DOUBTS = lazy.compile(r"指出|提醒|警告|直言|认为|质疑|担心|坦言|说|称|[“「\"]|\b(?:warn\w*|not(?:ed|es|ing)|point(?:s|ed)? out|said|says|call(?:s|ed)|argu\w+|caution\w*|question\w*|wrote|doubt\w*)\b")
_RULED = lazy.compile(r"要求|规定|必须|须[经由补]|\b(?:requires?|required|rules?|must)\b")
_THERE = lazy.compile(r"^(?:当地|那[里边儿]|那一带|对方|后者)|^[^,.;]{0,30}\bthere\b(?! (?:is|are|was|were|will|has|have)\b)")  # goes on to the place that was chosen, or to the other side
_WHOLLY = 0.99  # of what is asked that a sentence holds which tells what happened
_NEARLY = 0.75  # the same where a sentence near it gives the reason
_MOSTLY = 0.5  # of the things asked about that a sentence holds which tells of such a happening
_CALLED_SO = lazy.compile(r"(?:为什么|为何|为啥)[^,?。]{0,3}(?:说|称|叫|被[说称叫誉])|\bwhy [^?]{2,40}\b(?:called|described|dubbed|seen) as?\b")  # told by what calls it so
_IN_ARTICLE = 8  # sentences from what happened to where its reason is told
_FURTHER = 8  # the best so many are looked at for what happened
_HOW_EXPLAINED = lazy.compile(r"解释|怎么[说讲看]|如何[说看]|原话|\bexplain\w*|\baccording to\b|\bsays?\b")  # asks what somebody says of it
_IN_IT = 0.5  # of what is asked, by weight, that the article a reason is taken from speaks of anywhere
_IN_WORDS = lazy.compile(r"[:：][「“\"][^」”\"]{9,}[」”\"]。?$")  # a sentence that ends in what somebody says
_VIEW = lazy.compile(r"认为|觉得|相信|主张|看[好淡坏空]|判断|\b(?:think|believe|argue|expect|reckon|consider|view|see)s?\b")
_IN_QUOTES = lazy.compile(r"[“「\"][^”」\"]{12,}[”」\"]")
# What tells several apart, 差異在於…: of each it is something else.
_TELLS_APART = lazy.compile(r"差[异别距]|区别|不同|分化|分野|两极|各[有自家]|分别|\b(?:differ\w*|divid\w+|diverg\w+|gap|apart|each)\b")
_SAID_SO = 0.5  # of a word
_CERTAIN = frozenset(("delay", "leave", "recall", "penalty", "stop", "regulate"))
_DEALS = frozenset(("buy", "sell"))

# What somebody only wants put off.
_WISHED = lazy.compile(r"\b(?:wants?|wanted|urg(?:es?|ed)|calls? for|called for|demand(?:s|ed)?)\b[^.;]{0,60}\b(?:postpon\w+|delay\w*|put (?:off|back)|paused?|halt\w*|scrapped)\b|(?:要求|呼吁|敦促|主张)[^,;。]{0,20}(?:推迟|延后|押后|暂缓|搁置)")


def _only_wished(told: Scored, question: Question) -> bool:
    """Whether a sentence tells a delay that somebody only wants, and the question is of none wanted."""
    return bool(_WISHED.search(fold(told.sentence.text))) and not _WISHED.search(question.folded)


class Reasons:
    """Chooses, for one asker, the sentences that say why."""

    def __init__(self, evidence: Evidence) -> None:
        """Choose from the archive of `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search
        self._replies = Replies(self._search)
        self._named = ReasonsNamed(self._search)

    def of_something_else(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence that begins with its cause says nothing of what is asked about.

        「為了把錢留給三期試驗,董事會取消了股息」 does not say why the trial went well.
        """
        sentence, reading = scored.sentence, self._search.reading
        at = brought_about(fold(sentence.text)) if question.wants == "reason" and not scored.asked_in else 0
        asked = [n for n in question.needs if not n.light] if at else []
        if not asked or any(n.surface in fold(sentence.text)[:at] for n in asked):
            return False  # 為避免單一客戶依賴,公司計畫覆蓋多個市場: why customers are spread, put in other words
        effect, terms = fold(sentence.text)[at:], reading.terms(sentence)
        first = bisect_right(reading.clauses(sentence), at)

        def there(need: Need) -> bool:
            words = {t for o in need.options for t in o}
            return need.surface in effect or any(t in effect for t in words if not t.isascii()) or any(max(terms[t], default=-1) >= first for t in words if t in terms)

        return not any(there(n) for n in asked)

    def why(self, question: Question, chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that give a reason, else the one that says why the company does as it does."""
        if of_nothing(question):
            return []
        if put := self._put_to_somebody(question) or self._of_two(question):
            return [Scored(s, 1.0, 1.0, (), about=True) for s in put]
        if place := place_of_share(question, self.evidence.library.names):
            return self._of_share(place, ranked)
        told = self.with_cause(question, chosen, ranked) or self._by_happening(question, ranked)
        told = self._of_effect(told, question)
        told = [] if self._of_no_such(told, question) or self._foreign_to(told, question) else told
        told = [] if told and _only_wished(told[0], question) else told
        told = (self._named.find(question, ranked) if not any(gives(t.sentence) for t in told) else []) or self._answered(told)
        if not ranked or any(gives(c.sentence) and self.is_about(c.sentence, question) for c in told):
            return told
        return [replace(ranked[0], sentence=s) for s in self.of_results(question)] or told

    def _of_effect(self, told: list[Scored], question: Question) -> list[Scored]:
        """What is told, without the reasons of something else that only has what is asked about among its causes."""
        kept = [t for t in told if not (gives(t.sentence) and self._named.of_other_effect(t.sentence, question))]
        return kept if len(kept) == len(told) or any(gives(t.sentence) for t in kept) else self._beside(kept, question)

    def _put_to_somebody(self, question: Question) -> list[StoredSentence]:
        """The sentence in which somebody says why, where it puts the question itself as it was asked: 谈到为什么不留在体制内,他说…"""
        asked = _WHY_ZH.search(question.folded)
        wanted = _FUNCTION_ZH.sub("", question.folded[asked.end() :]) if asked else ""
        if len(wanted) < _BEGUN or len(question.subjects) != 1:
            return []
        archive, needs = self.evidence.library.archive, [n for n in question.needs if not n.light]
        keys = dict.fromkeys(k for i in question.subjects[0] for k in archive.sentences_about(i))
        found = []
        for sentence in archive.sentences([*keys]):
            folded = fold(sentence.text)
            put = ASKED_WHY.search(folded) if sentence.article_id in self.evidence.visible else None
            if put and _FUNCTION_ZH.sub("", folded[put.end() :])[:_BEGUN] == wanted[:_BEGUN] and needs and all(self._search.holds(n, sentence.id) >= _SAID_SO for n in needs):
                found.append(sentence)
        return found if len(found) == 1 and gives(found[0]) else []

    def _of_two(self, question: Question) -> list[StoredSentence]:
        """Why one of two did something to the other: told of the other in one sentence, the reason given by the first in the next of that paragraph."""
        asked = happenings(question.folded) - MOVES
        if not asked or len(question.subjects) != 2:
            return []
        one, other = question.subjects
        entities = self.evidence.library.names.entities
        archive, found = self.evidence.library.archive, []
        for sentence in archive.sentences([*dict.fromkeys(k for i in one for k in archive.sentences_naming(i))]):
            firms = {m.entity for m in sentence.mentions if entities[m.entity].kind == "company"}
            if sentence.article_id not in self.evidence.visible or not gives(sentence) or firms - set(one):
                continue
            for step in range(1, _AHEAD + 1):
                before = self._search.neighbour(sentence, -step)
                if before is None or before.paragraph != sentence.paragraph:
                    break
                named = {m.entity for m in before.mentions if entities[m.entity].kind == "company"}
                if named and named <= {*other, *one} and named & set(other):
                    found += [[before, sentence]] if asked & happenings(fold(before.text)) else []
                    break
                if named:
                    break
        return found[0] if len(found) == 1 else []

    def _of_share(self, place: set[str], ranked: Sequence[Scored]) -> list[Scored]:
        """The sentence that gives the share of a place with its reason, or with the next one, which goes on about the share and says why or what somebody says of it."""
        for first in (r for r in ranked[:_LOOKED_AT] if r.about and place & {m.entity for m in r.sentence.mentions}):
            after, folded = self._next(first.sentence), fold(first.sentence.text)
            if gives(first.sentence) and SHARES.search(folded):
                return [first]
            if after is not None and "%" in folded and SHARES.search(told := fold(after.text)) and goes_on_of(place, first.sentence, after) and (gives(after) or SAID.search(told)):
                return [first, replace(first, sentence=after)]
        return []

    def _answered(self, told: list[Scored]) -> list[Scored]:
        """What is told; where it is a question of the article's own (为什么要自建工厂?), that with the sentence after it."""
        for asking in (t for t in told if t.sentence.text.rstrip().endswith(("?", "？"))):
            after = self._next(asking.sentence)
            if after is not None and after.id not in {t.sentence.id for t in told}:
                return [asking, replace(asking, sentence=after)]
        return told

    def with_cause(self, question: Question, chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that give a reason, or what is asked about with the sentence near it that does."""
        if _MATTERS.search(question.folded) and chosen and (why := self._signifying(chosen, ranked)):
            return why
        if own := [c for c in chosen if c.coverage >= chosen[0].coverage and self._own_words(c, question)]:
            return own[:1]
        chosen = as_it_went(chosen, ranked, question)
        giving = [c for c in chosen if gives(c.sentence) and not asks_of_other(fold(c.sentence.text), question) and not is_the_cause(fold(c.sentence.text), question.folded)]
        if chosen and chosen[0].asked_in and (turn := self._replies.telling(chosen[0].sentence)):
            return [replace(chosen[0], sentence=s) for s in turn]
        if chosen and chosen[0].asked_in:
            return [chosen[0], *(replace(chosen[0], sentence=s) for s in self._further(chosen[0].sentence))]
        if giving:
            if further := self._spelled_out(giving[0], question):
                return [giving[0], further]
            first, led = giving[0], self._led(giving[0].sentence)
            after = self._next(first.sentence)
            brief = len(chosen) == 1 and size(first.sentence.text) < _TELLING
            plainly = [first, replace(first, sentence=after)] if brief and after else self._plainly(question, giving, chosen)
            return [replace(first, sentence=led), first] if led else plainly
        if told := self._beside(chosen, question):
            return told
        if not any(not n.light for n in question.needs):
            return []  # "why is X doing so well": nothing but a reason tells that it is meant
        if told := self._beside(moved_in_figures(chosen, ranked, question), question) or self._around(chosen, ranked, question) or self._explained(chosen, question):
            return told
        return [c for c in chosen if self._tells_by_itself(c, question) and not of_no_move(c, question)]

    def _own_words(self, first: Scored, question: Question) -> bool:
        """Whether somebody is asked why they think so, and the sentence that fits best is in their own words: “…更適合…。”某某認為。"""
        entities = self.evidence.library.names.entities
        people = {i for g in question.subjects for i in g if entities[i].kind == "person"}
        if not people or not _VIEW.search(question.folded) or first.coverage < _REASON_HELD:
            return False
        return bool(people & {m.entity for m in first.sentence.mentions}) and bool(_IN_QUOTES.search(first.sentence.text))

    def _beside(self, chosen: Sequence[Scored], question: Question) -> list[Scored]:
        """What is asked about with the sentence after or before it that gives the reason."""
        for first in chosen:
            after = self._next(first.sentence)
            if after is not None and gives(after) and not brought_about(fold(after.text)) and not self._of_other_matter(after, question):
                return [first, replace(first, sentence=after)]
            before = self._search.neighbour(first.sentence, -1)
            if before is not None and gives(before) and not brought_about(fold(before.text)) and self._next(before) == first.sentence:
                return [replace(first, sentence=before), first]
        return []

    def _around(self, chosen: Sequence[Scored], ranked: Sequence[Scored], question: Question) -> list[Scored]:
        """What is asked about with the reason some sentences from it, or with what somebody says right after it."""
        for first in chosen:
            if further := self._announced(first.sentence) or self._found_out(first.sentence):
                return [first, *(replace(first, sentence=s) for s in further)]
            for other in ranked[:_LOOKED_AT]:
                held = other.coverage >= _REASON_HELD and other.about and gives(other.sentence) and self.is_about(other.sentence, question)
                if held and other.asked_in and other.sentence.article_id == first.sentence.article_id:
                    return [first, other]  # the article asks it itself, some paragraphs on
                if held and abs(first.sentence.n - other.sentence.n) <= LOOK_BACK and first.sentence.article_id == other.sentence.article_id:
                    after = self._next(other.sentence) if size(other.sentence.text) < _TELLING and other.sentence.n > first.sentence.n else None
                    return [first, other, *([replace(other, sentence=after)] if after else [])]
        for first in chosen:
            if first.coverage >= _NEARLY and (told := self._told_nearby(first, question)):
                return told
        return []

    def _explained(self, chosen: Sequence[Scored], question: Question) -> list[Scored]:
        """What is asked about with the one sentence of its article, some paragraphs on, that says of the very move why it was."""
        first = next((c for c in chosen if not c.missing and not of_no_move(c, question)), None)
        if first is None:
            return []
        told = [s for s in article_around(self._search, first.sentence) if s.id != first.sentence.id and gives(s) and explains(fold(s.text), question)]
        return [first, replace(first, sentence=told[0])] if len(told) == 1 and self.is_about(told[0], question) else []

    def _further(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentence soon after one that gives a reason which gives another: "The second reason is secrecy"."""
        here: StoredSentence | None = sentence
        for _ in range(_AHEAD):
            here = self._next(here) if here else None
            if here and ANOTHER_REASON.search(fold(here.text)):
                return [here]
        return []

    def _led(self, sentence: StoredSentence) -> StoredSentence | None:
        """The sentence before one that gives its reason as told already: 高報廢因此是常態."""
        before = self._search.neighbour(sentence, -1) if _POINTS_BACK.search(fold(sentence.text)) else None
        return before if before is not None and before.paragraph == sentence.paragraph else None

    def _spelled_out(self, giving: Scored, question: Question) -> Scored | None:
        """The sentence soon after a reason given for many at once that says what it is for the one asked about: 差異在於…。甲聚焦…;乙則….

        Only where the reason itself names none of them: of whom it is, its paragraph alone tells.
        """
        asked = {i for g in question.subjects for i in g}
        if not asked or asked & {m.entity for m in giving.sentence.mentions} or not _TELLS_APART.search(fold(giving.sentence.text)):
            return None
        for step in range(1, _AHEAD + 1):
            after = self._search.neighbour(giving.sentence, step)
            if after is None or after.paragraph != giving.sentence.paragraph:
                return None
            if asked & {m.entity for m in after.mentions}:
                return replace(giving, sentence=after)
        return None

    def _signifying(self, chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
        """What is asked about with what makes it matter: the sentence itself, or the one right after it."""
        for first in (*chosen, *(r for r in ranked[:_NEAR_BEST] if r.about)):
            after = self._next(first.sentence)
            if after is not None and SIGNIFIES.search(fold(after.text)) and not SIGNIFIES.search(fold(first.sentence.text)):
                return [first, replace(first, sentence=after)]
            if SIGNIFIES.search(fold(first.sentence.text)):
                return [first, replace(first, sentence=after)] if after is not None and SIGNIFIES.search(fold(after.text)) else [first]
        return []

    def is_about(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence speaks of one of the subjects, and is not only near one that does."""
        spoken = {m.entity for m in sentence.mentions} | set(sentence.topics)
        return not question.subjects or any(spoken & set(g) for g in question.subjects)

    def of_results(self, question: Question) -> list[StoredSentence]:
        """The sentence that says why one company does as it does, where none says it of the very figure asked about.

        為什麼獲利大增 is told by 業績得益於…: the reason of a figure is told some way from it, and of results as a whole.
        """
        entities = self.evidence.library.names.entities
        if len(question.subjects) != 1 or entities[question.subjects[0][0]].kind != "company" or not OF_RESULTS.search(question.folded):
            return []
        if any(not (n.light or RESULT.search(n.surface) or moved(n.surface) or any(t.startswith("m_") for o in n.options for t in o)) for n in question.needs):
            return []  # it asks why of something else besides
        archive, way = self.evidence.library.archive, way_of(question.folded)
        named = archive.sentences([k for i in question.subjects[0] for k in archive.sentences_naming(i)])
        giving = [s for s in named if s.article_id in self.evidence.visible and not self.evidence.foreign(s.text) and gives(s)]
        giving = giving or [s for s in named if s.article_id in self.evidence.visible and gives(s)]
        told = [s for s in giving if RESULT.search(fold(s.text)) and (not way or way_of(fold(s.text)) in ("", way))]
        return told[:1] if len(told) == 1 else giving if len(giving) == 1 and (not way or way_of(fold(giving[0].text)) in ("", way)) else []

    def _by_happening(self, question: Question, ranked: Sequence[Scored]) -> list[Scored]:
        """What happened, put in other words than the question's, with its reason: 不當總經理了, 卸下總經理職務."""
        asked = happenings(question.folded)
        sure = asked - MOVES
        if not sure or not question.subjects:
            return []
        things = [n for n in question.needs if not (n.light or n.verbal or happenings(n.surface) & sure)]
        for first in ranked[:_FURTHER]:
            folded = fold(first.sentence.text)
            if not first.about or not self.is_about(first.sentence, question):
                continue
            if "doubt" in sure:
                named = {m.entity for m in first.sentence.mentions}
                if named & set(question.subjects[0]) and _DOUBTS.search(folded) and all(self._spoken(first.sentence, g) for g in question.subjects):
                    return [first]
                continue
            if _only_wished(first, question):
                continue  # a holder wants it postponed: it is not
            if not sure & happenings(folded) or any(n.key and (n.surface.isascii() or self.evidence.library.names.find(n.surface)) for n in first.missing):
                continue
            unsaid = [n for n in first.missing if n in things or not happenings(n.surface) & asked]
            if self._weight(things, set(first.missing)) < _MOSTLY or (sure & happenings(folded) <= {"refuse"} and unsaid):
                continue
            if (gives(first.sentence) or _RULED.search(folded) or _WANTING.search(folded)) and not brought_about(folded):
                return [first]
            if told := self._told_nearby(first, question):
                return told
        return []

    def _spoken(self, sentence: StoredSentence, group: Sequence[str]) -> bool:
        """Whether a sentence, or its article as a whole, is about one of a group."""
        about = {m.entity for m in sentence.mentions} | set(sentence.topics) | set(self.evidence.library.mains.of(sentence.article_id))
        return bool(about & set(group))

    def _weight(self, needs: Sequence[Need], missing: set[Need]) -> float:
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) for n in needs if n not in missing) / total if total else 1.0

    def _told_nearby(self, first: Scored, question: Question) -> list[Scored]:
        """A sentence that tells what is asked about happened, with the next, where somebody says something of it, or the one further on that gives the reason of such a happening."""
        asked, here = happenings(question.folded), happenings(fold(first.sentence.text))
        if not asked & here:
            return []
        after = self._next(first.sentence)
        if after is not None and not self._of_other_matter(after, question):
            folded = fold(after.text)
            if SAID.search(_REPORTED.sub("", folded)) or _WANTING.search(folded) or _RULED.search(folded) or _THERE.search(folded):
                return [first, replace(first, sentence=after)]
        sure = (asked & here) - MOVES
        if sure:
            for step in (s for n in range(1, _IN_ARTICLE + 1) for s in (n, -n)):
                other = self._search.neighbour(first.sentence, step)
                if other is not None and other.article_id == first.sentence.article_id and gives(other) and sure & happenings(fold(other.text)) and self.is_about(other, question) and not brought_about(fold(other.text)):
                    return [first, replace(first, sentence=other)]
        return []

    def _of_other_matter(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence goes on to something else than what is asked about, or tells what came of it."""
        folded = fold(sentence.text)
        if "leave" not in happenings(question.folded) and _LEFT_FOR.search(folded):
            return True
        if asks_of_other(folded, question):
            return True
        if self._of_other_figures(sentence, question):
            return True
        goes_on = _GOES_ON.match(folded)
        return goes_on is not None and goes_on.group().strip(",").removesuffix("方面") not in question.folded

    def _of_other_figures(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence gives figures of a measure, and of none that is asked about: what brought cash in is no reason of a loss."""
        asked = set(question.measures)
        told = {f.measure for i in sentence.topics for f in self.evidence.library.archive.facts(subject=i) if f.sentence_id == sentence.id} if asked else set()
        results = {m for m in asked if "profit" in m}
        return bool(told) and not asked & told and not (results and any("profit" in m or m == "revenue" for m in told))

    def _foreign_to(self, told: Sequence[Scored], question: Question) -> bool:
        """Whether nothing told holds what is asked about, and the whole article has hardly a word of it: the reason of something else."""
        asked = [n for n in question.needs if not n.light]
        if not told or not asked or told[0].asked_in or any(self._search.holds(n, t.sentence.id) >= _SAID_SO for n in asked for t in told):
            return False
        loose = {"doubt", "refuse", *(MOVES if any(not n.verbal for n in asked) else ())}  # said of much
        if _MATTERS.search(question.folded) or happenings(question.folded) & {h for t in told for h in happenings(fold(t.sentence.text))} - loose:
            return False
        said = {n for n in asked for s in article_around(self._search, told[0].sentence) if self._search.holds(n, s.id) >= _SAID_SO}
        return self._weight(asked, set(asked) - said) < _IN_IT

    def _of_no_such(self, told: Sequence[Scored], question: Question) -> bool:
        """Whether nothing told gives a cause, or speaks of such a happening as the reason is asked of, by its kind or by its word."""
        asked = happenings(question.folded) - {"refuse"}  # 不做 is put in many ways
        sure = asked & _CERTAIN  # a cause that is told may be of it, unless it is something that has few words
        if not asked or _HOW_EXPLAINED.search(question.folded) or any(t.asked_in or (not sure and gives(t.sentence)) or asked & happenings(fold(t.sentence.text)) for t in told):
            return False
        if asked & _DEALS and "refuse" in happenings(question.folded) and any(h & _DEALS and "refuse" in h for t in told if (h := happenings(fold(t.sentence.text)))):
            return False  # why it was not sold is told by an offer turned down
        verbs = [n for n in question.needs if not n.light and (n.verbal or happenings(n.surface))]
        return not any(self._search.holds(n, t.sentence.id) >= _SAID_SO for n in verbs for t in told)

    @staticmethod
    def _tells_by_itself(scored: Scored, question: Question) -> bool:
        """Whether a sentence without a word for a reason may be one: what somebody says of it, or what was wanting."""
        folded = fold(scored.sentence.text)
        by_this = _BY_THIS.search(folded) if scored.coverage >= 1.0 else None
        if by_this and all(n.light or n.surface in folded[by_this.end() - 2 :] for n in question.needs):
            return True  # 其高度相容…的特性,大幅降低了遷移成本
        if scored.coverage >= _WHOLLY and (_IN_WORDS.search(scored.sentence.text) or _CALLED_SO.search(question.folded)):
            return True
        if scored.coverage > _REASON_HELD and _WANTING.search(folded) and _ASKED_NOT.search(question.folded):
            return True
        return size(scored.sentence.text) >= _TELLING and scored.coverage > _REASON_HELD and bool(SAID.search(_REPORTED.sub("", folded)))  # a bare fact is no reason

    def _announced(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentence soon after that says how many reasons there are, with the next one, which gives them."""
        here = sentence
        for _ in range(_AHEAD):
            after = self._search.neighbour(here, 1)
            if after is None or not self._of_same_firm(sentence, after):
                return []
            if size(after.text) < _TELLING and ANNOUNCES.search(fold(after.text)):
                told = self._next(after)
                return [after, told] if told else []
            here = after
        return []

    def _found_out(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentence further on in the paragraph that says what came to light."""
        here: StoredSentence | None = sentence
        for _ in range(_AHEAD):
            here = self._next(here) if here else None
            if here and FOUND_OUT.search(fold(here.text)):
                return [here]
        return []

    @staticmethod
    def _plainly(question: Question, giving: list[Scored], chosen: list[Scored]) -> list[Scored]:
        """Those that give a reason, without those that do not where the best gives one and is about all that is asked about."""
        first = {m.entity for m in giving[0].sentence.mentions}
        others = {m.entity for c in chosen for m in c.sentence.mentions}
        left_out = any(not first & set(g) and others & set(g) for g in question.subjects)
        return chosen if left_out or giving[0] is not chosen[0] else giving

    def _next(self, sentence: StoredSentence) -> StoredSentence | None:
        """The sentence after in the same paragraph, where no other company takes over."""
        after = self._search.neighbour(sentence, 1)
        same = after is not None and after.paragraph == sentence.paragraph
        return after if after is not None and same and self._of_same_firm(sentence, after) else None

    def _of_same_firm(self, before: StoredSentence, after: StoredSentence) -> bool:
        """Whether no other company takes over: whoever explains it may be somebody new."""
        entities = self.evidence.library.names.entities
        return all(m.entity in before.topics for m in after.mentions if entities[m.entity].kind == "company")
