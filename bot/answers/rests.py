"""What the rest comes to: "60 per cent … 25 per cent …, and the rest is for research" leaves 15 %."""

from __future__ import annotations

from decimal import Decimal

from bot import figures
from bot.answer import Answer
from bot.answers.told import Figure, Told, read
from bot.asked import asks_percent
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold

_REST = lazy.compile(r"(?:其余|余下|剩余|剩下)(?:的)?(?:资金|部分|款项|则)?(?P<zh>[^,;。\d]{2,30})|\b(?:the (?:rest|remainder|balance)|what(?:'s| is) left)\b(?P<en>[^;.\d]{3,80})")
_SHARE = lazy.compile(r"占比|比例|比重|几成|\b(?:share|percent\w*|per cent|proportion|fraction|how much)\b")
_ALL = Decimal(100)


class Rests:
    """Works out the share that is left, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer with the share of the rest; None where it is not what is asked about or the other shares are not all told."""
        if not (question.wants == "ratio" or asks_percent(question.folded) or _SHARE.search(question.folded)) or question.kind in ("person", "definition", "timeline"):
            return None
        told = [(s, parts) for s in self._told.sentences(question) if (parts := self._of(question, s))]
        if len(told) != 1:
            return None
        sentence, parts = told[0]
        left = _ALL - sum((f.quantity.lo or Decimal(0) for f in parts), Decimal(0))
        sum_ = " − ".join(["100%", *(self._told.value(f.quantity) for f in parts)])
        return self._told.answer(f"{self._told.evidence.words.result.format(value=f'{figures.plain(left)}%')} (= {sum_})", [sentence])

    def _of(self, question: Question, sentence: StoredSentence) -> list[Figure]:
        """The other shares of a sentence, where its rest is what the question asks about."""
        rest = _REST.search(fold(sentence.text))
        if not rest:
            return []
        named = rest["zh"] or rest["en"]
        words = set(tokens(named, self._told.evidence.library.names))
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n))]
        if not any(n.surface in named or any(o and all(t in words for t in o) for o in n.options) for n in needs):
            return []
        shares = [f for f in read(sentence) if f.quantity.unit == "%" and f.quantity.end <= rest.start()]
        exact = all(f.exact and not f.change for f in shares)
        total = sum((f.quantity.lo or Decimal(0) for f in shares), Decimal(0)) if exact else _ALL
        return shares if shares and total < _ALL else []
