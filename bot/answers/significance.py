"""What a figure or a change shows: 營收增長反映了什麼, "what does the narrowing of the loss signal?".

The figure is known to whoever asks so; told is the sentence that says what it shows, be it in its second clause or by
beginning with "this".
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.kinds import aspect
from bot.question import Question
from bot.questionwords import NARROW
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

_ASKS = lazy.compile(
    r"(?P<of>[^,?]{3,40}?)(?:到底|究竟|主要|又|都|能|可以|其实)*(?P<verb>反映|反应|说明|意味|体现|预示|标志|表明|显示|证明|印证|验证|暗示|象征|揭示|凸显|折射|透露|释放)(?:的是|出来?的?|着|著|了|出了)?(?:一?种|一?个)?(?:什么|啥|哪|何种|怎样|甚么)|"
    r"\bwhat (?:does|do|did|might|could|would) (?P<shown>[^?]{4,90}?) (?P<does>reflect|show|signal|suggest|indicate|prove|demonstrate|imply|reveal|signify|underline|underscore|highlight|illustrate|attest to|point to|mean (?=for)|say (?=about)|tell (?=us|you|about))\b[^?,]{0,60}[?]?$"
)
SHOWS = lazy.compile(
    r"反映|说明|意味|体现|预示|标志|表明|显示出|证明|印证|验证|暗示|象征|揭示|凸显|折射|信号|讯号|"
    r"\b(?:reflect\w*|show(?:s|ed|ing)? (?:that|how)|signal\w*|suggest\w*|indicat\w*|prov(?:e|es|ed|ing)|demonstrat\w*|impl(?:y|ies|ied)|reveal\w*|signif(?:y|ies|ied)|underlin\w*|underscor\w*|highlight\w*|illustrat\w*|attest\w*|point(?:s|ed)? to|means?|a sign)\b"
)
_SOURCE = lazy.compile(r"\b(?:information|data|figures|reports?|filings?|accounts) (?:shows?|showed|indicates?|suggests?)\b")  # who says it, and not what it shows
_GOES_ON = lazy.compile(r"^(?:而?[这此该](?!外)|它|[“「]?这|(?:this|that|these|it|such)\b)")
_NUMBER = lazy.compile(r"\d")
_SPEECH = ("say", "tell")  # what people do as well as figures
_FIGURE = lazy.compile(r"\b(?:figure|number|growth|rate|margin|result|profit|earning|revenue|sale|loss|share|ratio|data|jump|drop|rise|fall|increase|decrease|decline|gain|change|gap|cost|price|narrowing|widening|trend|this|that|it)s?\b")
_ENOUGH = 0.6  # of what shows something, by weight
_CANDIDATES = 60


def asks_what_shown(question: Question) -> bool:
    """Return whether a question asks what a measure or a change of it shows."""
    if question.wants in ("amount", "date", "ratio", "duration", "age") or not (question.measures or question.aspect):
        return False
    found = _ASKS.search(question.folded)
    if found is None:
        return False
    shown = found["of"] or found["shown"]
    if found["does"] and found["does"].strip() in _SPEECH and not _FIGURE.search(shown):
        return False  # "what does Counterpoint say about memory prices" asks for its words
    return bool(aspect(shown) or NARROW.search(shown) or not question.aspect)


class Significance:
    """Finds what figures show, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self._evidence = evidence
        self._passages = passages
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence that says what a figure shows; None where that is not asked or none does."""
        if not asks_what_shown(question):
            return None
        needs = [n for n in question.needs if not SHOWS.search(n.surface)]
        numbers = [n for n in needs if _NUMBER.search(n.surface)]  # which change is meant, where there are several
        needs = [n for n in needs if n not in numbers]
        found = self._search.rank(needs, question.subjects, self._passages.fitting.visible(question), _CANDIDATES)
        needs = [n for n in needs if not n.light] or [replace(n, light=False) for n in needs]
        told = [x for s in found if (s.about or not question.subjects) and (x := self._whole(s.sentence)) and self._of_subject(question, x)]
        rated = [(self._held(numbers, x), self._held(needs, x), -n, x) for n, x in enumerate(told)]
        best = max((r for r in rated if r[1] >= _ENOUGH), default=None, key=lambda x: x[:3])
        return self._passages.quoting.quote("passage", best[-1], alone=True) if best else None

    def _whole(self, sentence: StoredSentence) -> list[StoredSentence]:
        """A sentence that says itself what something shows, or with the next, which begins with "this"; none where neither does."""
        shows = _shows(sentence)
        if shows and not _GOES_ON.search(fold(sentence.text)):
            return [sentence]
        after = self._search.neighbour(sentence, 1)
        if after is not None and after.paragraph == sentence.paragraph and _shows(after) and _GOES_ON.search(fold(after.text)):
            return [sentence, after]
        return []

    def _of_subject(self, question: Question, told: list[StoredSentence]) -> bool:
        """Whether it is the subject's: the last name before what shows is the subject, or none is and the sentence is about it."""
        entities = self._evidence.library.names.entities
        for sentence in reversed(told):
            shows = _shows(sentence)
            until = shows.start() if shows and sentence is told[-1] else len(sentence.text)
            before = [m.entity for m in sorted(sentence.mentions, key=lambda m: m.start) if m.start < until and entities[m.entity].kind in ("company", "product", "person")]
            if before:
                return any(before[-1] in g for g in question.subjects) or not question.subjects
        topics = {t for s in told for t in s.topics}
        return all(topics & set(g) for g in question.subjects)

    def _held(self, needs: list[Need], told: list[StoredSentence]) -> float:
        """The share of what shows something that sentences hold together, by weight."""
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) * max(self._search.holds(n, s.id) for s in told) for n in needs) / total if total else 1.0


def _shows(sentence: StoredSentence) -> re.Match[str] | None:
    """Where a sentence says that something shows something."""
    return SHOWS.search(_SOURCE.sub(lambda m: " " * len(m.group()), fold(sentence.text)))
