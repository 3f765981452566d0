"""Figures as sentences tell them, each with the words that say what it is, and the answer that works with them.

Where no facts are known of what is asked (a model, a round, a part), arithmetic takes its inputs from sentences; what is
worked out is shown above the sentences that the inputs stand in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot import figures
from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_change, is_money

_LOOKED_AT = 300  # the latest sentences on a subject
_RANKED = 30  # sentences that a search proposes where nobody is asked about
_ARTICLES = 6
_CUT = lazy.compile(r"[,;。:、(]|\.\s")
_CHANGED = lazy.compile(
    r"(?:[增减降跌升涨高低多少贵扩宽窄差][长少加幅]?[了出约近逾]{0,3}|便宜了?|相差|上[升调涨]|下[降调滑])$|\b(?:by|up|down|rose|fell|grew|gained|lost|climbed|dropped|jumped|another|further|extra|additional)(?: (?:about|around|some|roughly|nearly))? ?(?:[a-z]{0,3}\$)?$"
)


class Figure(NamedTuple):
    """A figure of a sentence: the folded words of its clause before it, all before it, and those behind it."""

    quantity: Quantity
    own: str
    lead: str
    behind: str
    sentence: StoredSentence

    @property
    def exact(self) -> bool:
        """Whether it is one number, and no more than this or less than that."""
        q = self.quantity
        return q.lo is not None and q.lo == q.hi and q.qualifier not in ("over", "under", "at-least")

    @property
    def change(self) -> bool:
        """Whether it says by how much something changed, rather than what it is."""
        return bool(_CHANGED.search(self.own.rstrip()))


def read(sentence: StoredSentence) -> list[Figure]:
    """Return the figures of a sentence in order."""
    return [Figure(*parts, sentence) for parts in _parts(sentence.text)]


@lru_cache(maxsize=2048)  # several ways of answering look at the same sentences one after the other
def _parts(text: str) -> tuple[tuple[Quantity, str, str, str], ...]:
    """The figures of a text, each with the words of its clause before it, all before it, and those behind it."""
    folded = fold(text)
    found = tabular.amounts(text)
    out = []
    for n, q in enumerate(found):
        told = [p for p in found[:n] if not is_change(p.unit)]  # "subscription revenue up 27% at $291.7 million" says what both are of
        begin = told[-1].end if told else 0
        until = found[n + 1].start if n + 1 < len(found) else len(folded)
        cuts = [m.end() for m in _CUT.finditer(folded, begin, q.start)]
        tail = _CUT.search(folded, q.end, until)
        out.append((q, folded[cuts[-1] if cuts else begin : q.start], folded[: q.start], folded[q.end : tail.start() if tail else until]))
    return tuple(out)


class Told:
    """Finds the sentences whose figures may be meant, and answers with them."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Look in `evidence`; `passages` finds what is said on nobody in particular."""
        self.evidence = evidence
        self._passages = passages
        self._known: dict[Question, list[int]] = {}

    def sentences(self, question: Question) -> list[StoredSentence]:
        """Return the sentences on any of the subjects; with nobody named those of the articles that fit best."""
        archive, visible = self.evidence.library.archive, self.evidence.visible
        keys = list(dict.fromkeys(k for g in question.subjects for i in g for k in archive.sentences_about(i)[-_LOOKED_AT:]))
        found = [s for s in archive.sentences(keys) if s.article_id in visible]
        return found or self._of(self._near(question))

    def articles(self, question: Question) -> list[StoredSentence]:
        """Return all sentences of the articles that speak most of the subjects, or fit best: a model's price need not name the model in full."""
        spoken = Counter(s.article_id for s in self.sentences(question))
        return self._of([a for a, _ in spoken.most_common(_ARTICLES)])

    def _near(self, question: Question) -> list[int]:
        """The articles whose sentences say most of what is asked, whatever kind of answer they hold: the inputs of a sum are none."""
        if question not in self._known:
            found = self.evidence.library.search.rank(question.needs, question.subjects, self._passages.fitting.visible(question), _RANKED)
            self._known[question] = list(dict.fromkeys(s.sentence.article_id for s in found if s.coverage > 0))[:_ARTICLES]
        return self._known[question]

    def another(self, question: Question, sentence: StoredSentence) -> bool:
        """Return whether a sentence names a company, and none that is asked about."""
        entities, asked = self.evidence.library.names.entities, {i for g in question.subjects for i in g}
        named = [m.entity for m in sentence.mentions if entities[m.entity].kind == "company"]
        return bool(named) and bool(asked) and not asked & {*named, *(m.entity for m in sentence.mentions)}

    def _of(self, articles: Sequence[int]) -> list[StoredSentence]:
        archive, visible = self.evidence.library.archive, self.evidence.visible
        return [s for a in articles if a in visible for s in archive.sentences_of_article(a)]

    def answer(self, line: str, sentences: Sequence[StoredSentence], kind: str = "derived") -> Answer:
        """Return an answer of one worked-out line and the sentences that its inputs stand in."""
        evidence = self.evidence
        told = list({s.id: s for s in sentences}.values())
        own = [evidence.quote(s.text) for s in told if not evidence.foreign(s.text)]
        foreign = tuple(evidence.quote(s.text) for s in told if evidence.foreign(s.text))
        lines = [figures.spaced(line) + evidence.words.stop, *own]
        return Answer(True, evidence.lang, kind, tuple(lines), quotes=foreign, sources=evidence.sources(told))

    def passage(self, sentences: Sequence[StoredSentence]) -> Answer:
        """Return sentences as an answer, without what goes on behind them."""
        return self._passages.quoting.quote("passage", sentences, alone=True)

    def list(self, sentences: Sequence[StoredSentence]) -> Answer:
        """Return sentences one below the other as an answer."""
        return self._passages.quoting.quote("list", sentences, alone=True)

    def value(self, quantity: Quantity) -> str:
        """Return a figure as an input of a sum."""
        return figures.show(quantity, self.evidence.lang)


def asks_no_figure(question: Question) -> bool:
    """Return whether a question wants something else than a figure: a reason, a date, somebody, what something is."""
    return question.wants in ("reason", "date", "person", "place", "duration", "age") or question.kind in ("person", "definition", "timeline")


def alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are of one unit, or of money written alike where its currency is told elsewhere: 4.8元, 3.51元."""
    return one.unit == other.unit or (is_money(one.unit) and is_money(other.unit) and one.raw[-1:] == "元" == other.raw[-1:])
