"""What husband and wife hold together, where one sentence tells what each holds: 她直接持股36.8%,丈夫季鳴遠持股12.4%."""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.results import TOGETHER
from bot.answers.told import Figure, Told, read
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_COUPLE = lazy.compile(r"夫妇|夫妻|两口子|伉俪|(?:和|与|跟)(?:他|她|其)?(?:丈夫|先生|老公|妻子|太太|老婆|夫人)|\b(?:couple|husband and wife|(?:and|with) (?:his|her) (?:wife|husband|spouse))\b|\bspouses\b")
_SPOUSE = lazy.compile(r"(?:丈夫|妻子|太太|夫人|配偶|其夫|其妻|老公|先生)|\b(?:husband|wife|spouse)\b")
_HOLDS = lazy.compile(r"持股|持有|股份|股权|占股|\b(?:stakes?|hold\w*|own\w*|shares?|shareholding)\b")


class Couples:
    """Adds up what husband and wife hold, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer with what both hold; None where that is not asked or not told of each in one sentence."""
        if not (_COUPLE.search(question.folded) and _HOLDS.search(question.folded)) or question.kind in ("definition", "timeline"):
            return None
        found = [pair for s in self._told.articles(question) if not self._told.another(question, s) and (pair := _each(s))]
        if len(found) != 1:
            return None
        inputs = [f.quantity for f in found[0]]
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in inputs), Decimal(0)), inputs)
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((total, total), "%"), lang)
        sum_ = " + ".join(self._told.value(q) for q in inputs)
        return self._told.answer(f"{words.total.format(value=value)} (= {sum_})", [found[0][0].sentence])


def _each(sentence: StoredSentence) -> list[Figure]:
    """The share of the one told before the word for a spouse, and the spouse's behind it; none where a total is printed."""
    folded = fold(sentence.text)
    spouse = _SPOUSE.search(folded)
    if spouse is None or TOGETHER.search(folded) or not _HOLDS.search(folded):
        return []
    told = [f for f in read(sentence) if f.quantity.unit == "%" and f.exact and not f.change]
    before = [f for f in told if f.quantity.end <= spouse.start()]
    behind = [f for f in told if f.quantity.start >= spouse.end()]
    if not before or not behind or not _HOLDS.search(before[-1].own + before[-1].behind) or not _HOLDS.search(behind[0].own + behind[0].behind):
        return []
    return [before[-1], behind[0]]
