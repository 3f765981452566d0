"""Why something is so: sentences that give a reason, with what it is the reason of.

What happened and why may stand in one sentence or in two: 投產推遲到明年。工廠為何延期?公司歸咎於電網. A sentence that
gives the reason of something else is none, however much it has in common with the question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.causes import ANNOUNCES, FOUND_OUT, SIGNIFIES, brought_about, gives_reason
from bot.answers.quoting import size
from bot.answers.timefitting import LOOK_BACK
from bot.directions import RESULT, moved, way_of
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.text import fold

_OF_RESULTS = lazy.compile(r"获利|盈利|利润|净利|纯利|业绩|营收|收入|销售|赚|亏|\b(?:profits?|earnings|revenues?|sales|results|loss(?:es)?|net income|(?:do|does|did|doing|done|fare[sd]?|perform\w*) (?:so |this |that )?(?:well|badly|poorly)|(?:strong|good|great|weak|bad|poor) (?:year|quarter|performance))\b")
_MATTERS = lazy.compile(r"意义|重要|\b(?:significance|significant|importance|important|matters?)\b")
_POINTS_BACK = lazy.compile(r"^[^,;。]{0,8}?(?:因此|所以|因而|故此|为此)(?!被)|^(?:therefore|hence|thus|so|that is why|this is why|for this reason)\b|^[^,;.]{0,60}\bis (?:therefore|thus|hence)\b")  # the reason stands before it
_BY_THIS = lazy.compile(r"(?:其|这|该|此|的)[^,。;]{0,24}(?:特性|特点|优势|能力|性能|机制|设计|举措|做法|策略|方式|[性力]),(?:也|从而|进而|更|可)?(?:大幅|显著|有效|明显|进一步|极大|将)")
_NEAR_BEST = 3  # sentences
_LOOKED_AT = 16  # the best so many are looked at closely
_TELLING = 30  # characters a sentence has at least that gives a reason without a word for it
_REASON_HELD = 0.4  # how much of a question a sentence nearby covers that gives the reason
_AHEAD = 3  # sentences after what happened in which its reasons are announced
_SAID = lazy.compile(r"[“”\"「]|[说称]|表示|认为|看来|直言|坦言|指出|强调|透露|回答|回应|应指|解释|坦承|补充|选择|\b(?:said|says|told|argue[sd]?|believe[sd]?|chose)\b")
_REPORTED = lazy.compile(r",? (?:it|the (?:company|group|firm)) said\b")  # that a firm reported a figure is nobody's view
# What one cannot do, or has not, is why one does not: 乘用車暫時不碰,能量密度不夠.
_WANTING = lazy.compile(r"不[够足到起上动了]|不及|没有?[^,。;]{1,12}(?:权|力|筹码|优势|把握|能力|必要|空间)|只能|只会|只是|太[^,。;]{1,8}|\b(?:too [a-z]+|not enough|cannot|can't|would be|would have)\b")
_ASKED_NOT = lazy.compile(r"(?:为什么|为何|为啥|咋|怎么|点解)[^,?]{0,8}?(?:不|没)|(?:暂时?|先|还)不|不[做碰卖进开上搞用走]|\bwhy (?:not|(?:is|are|do|does|did|has|have|won)(?:n't| not))\b|\b(?:doesn't|don't|didn't|isn't|won't|not)\b")


class Reasons:
    """Chooses, for one asker, the sentences that say why."""

    def __init__(self, evidence: Evidence) -> None:
        """Choose from the archive of `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search

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
        told = self.with_cause(question, chosen, ranked)
        if not ranked or any(_gives(c.sentence) and self.is_about(c.sentence, question) for c in told):
            return told
        return [replace(ranked[0], sentence=s) for s in self.of_results(question)] or told

    def with_cause(self, question: Question, chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that give a reason, or what is asked about with the sentence near it that does."""
        if _MATTERS.search(question.folded) and chosen and (why := self._signifying(chosen, ranked)):
            return why
        giving = [c for c in chosen if _gives(c.sentence)]
        if chosen and chosen[0].asked_in:
            return chosen[:1]
        if giving:
            first, led = giving[0], self._led(giving[0].sentence)
            after = self._next(first.sentence)
            brief = len(chosen) == 1 and size(first.sentence.text) < _TELLING
            plainly = [first, replace(first, sentence=after)] if brief and after else self._plainly(question, giving, chosen)
            return [replace(first, sentence=led), first] if led else plainly
        for first in chosen:
            after = self._next(first.sentence)
            if after is not None and _gives(after) and not brought_about(fold(after.text)):
                return [first, replace(first, sentence=after)]
            before = self._search.neighbour(first.sentence, -1)
            if before is not None and _gives(before) and not brought_about(fold(before.text)) and self._next(before) == first.sentence:
                return [replace(first, sentence=before), first]
        if not any(not n.light for n in question.needs):
            return []  # "why is X doing so well": nothing but a reason tells that it is meant
        for first in chosen:
            if further := self._announced(first.sentence) or self._found_out(first.sentence):
                return [first, *(replace(first, sentence=s) for s in further)]
            for other in ranked[:_LOOKED_AT]:
                held = other.coverage >= _REASON_HELD and other.about and _gives(other.sentence) and self.is_about(other.sentence, question)
                if held and other.asked_in and other.sentence.article_id == first.sentence.article_id:
                    return [first, other]  # the article asks it itself, some paragraphs on
                if held and abs(first.sentence.n - other.sentence.n) <= LOOK_BACK and first.sentence.article_id == other.sentence.article_id:
                    return [first, other]
        return [c for c in chosen if self._tells_by_itself(c, question)]

    def _led(self, sentence: StoredSentence) -> StoredSentence | None:
        """The sentence before one that gives its reason as told already: 高報廢因此是常態."""
        before = self._search.neighbour(sentence, -1) if _POINTS_BACK.search(fold(sentence.text)) else None
        return before if before is not None and before.paragraph == sentence.paragraph else None

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
        if len(question.subjects) != 1 or entities[question.subjects[0][0]].kind != "company" or not _OF_RESULTS.search(question.folded):
            return []
        if any(not (n.light or RESULT.search(n.surface) or moved(n.surface) or any(t.startswith("m_") for o in n.options for t in o)) for n in question.needs):
            return []  # it asks why of something else besides
        archive, way = self.evidence.library.archive, way_of(question.folded)
        named = archive.sentences([k for i in question.subjects[0] for k in archive.sentences_naming(i)])
        giving = [s for s in named if s.article_id in self.evidence.visible and not self.evidence.foreign(s.text) and _gives(s)]
        giving = giving or [s for s in named if s.article_id in self.evidence.visible and _gives(s)]
        told = [s for s in giving if RESULT.search(fold(s.text)) and (not way or way_of(fold(s.text)) in ("", way))]
        return told[:1] if len(told) == 1 else giving if len(giving) == 1 and (not way or way_of(fold(giving[0].text)) in ("", way)) else []

    @staticmethod
    def _tells_by_itself(scored: Scored, question: Question) -> bool:
        """Whether a sentence without a word for a reason may be one: what somebody says of it, or what was wanting."""
        folded = fold(scored.sentence.text)
        by_this = _BY_THIS.search(folded) if scored.coverage >= 1.0 else None
        if by_this and all(n.light or n.surface in folded[by_this.end() - 2 :] for n in question.needs):
            return True  # 其高度相容…的特性,大幅降低了遷移成本
        if scored.coverage > _REASON_HELD and _WANTING.search(folded) and _ASKED_NOT.search(question.folded):
            return True
        return size(scored.sentence.text) >= _TELLING and scored.coverage > _REASON_HELD and bool(_SAID.search(_REPORTED.sub("", folded)))  # a bare fact is no reason

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


def _gives(sentence: StoredSentence) -> bool:
    return gives_reason(fold(sentence.text))
