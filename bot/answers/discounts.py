"""What a discount saved, where a sentence tells the full sum and the share that was let off.

"The fine would have been £41 million without a 30% discount for early settlement" says that £12.3 million was saved.
"""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.told import Figure, Told, read
from bot.asked import asks_percent
from bot.question import Question
from kb import lazy
from kb.text import fold
from kb.units import is_money

_ASKED = lazy.compile(
    r"(?:省|少[付罚缴赔]|减免|优惠|折扣|扣减|减)[^,?]{0,6}(?:多少|几)|\b(?:sav\w+|discount|let off|knocked off|reduction)\b"
)
_FULL = lazy.compile(r"(?:原[应本来须需]|本应|本来|原定|若非|如无)[^;。\d]{0,16}$|\bwould (?:otherwise )?have (?:been|come to|amounted to|totalled)\b[^;.\d]{0,12}$")
_OFF = lazy.compile(r"^\s?(?:的)?(?:discount|reduction|折扣|减免|优惠|扣减)|^\s?off\b")
_OFF_BEFORE = lazy.compile(r"(?:减免|优惠|扣减|折扣)(?:了|为)?$|\b(?:discount|reduction) of $")
_ALL = Decimal(100)
_ROUNDED = Decimal("0.005")  # of the full sum, by which figures that are rounded may not add up


class Discounts:
    """Works out what was saved, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def _paid(self, question: Question, whole: Figure, share: Figure) -> Decimal | None:
        """The sum that was paid, where a fact tells one that full sum and share come to, but for rounding; None where they come to it exactly or none does."""
        full, off = whole.quantity.lo or Decimal(0), share.quantity.lo or Decimal(0)
        due = full * (_ALL - off) / _ALL
        facts = (f for g in question.subjects for i in g for f in self._told.evidence.facts([i], "penalty"))
        told = {f.quantity.lo for f in facts if f.quantity.unit == whole.quantity.unit and f.quantity.lo and abs(f.quantity.lo - due) <= full * _ROUNDED}
        return told.pop() if len(told) == 1 and due not in told else None

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sum that was saved; None where it is not asked for or not plainly told once."""
        if not _ASKED.search(question.folded) or not question.subjects or question.wants in ("reason", "date", "person", "ratio") or asks_percent(question.folded):
            return None
        found = {}
        for sentence in self._told.sentences(question):
            if not _FULL.search(fold(sentence.text)) and "would" not in sentence.text and not any(w in fold(sentence.text) for w in ("原", "本")):
                continue
            figures_ = read(sentence)
            full = [f for f in figures_ if is_money(f.quantity.unit) and f.quantity.unit and f.exact and _FULL.search(f.lead)]
            off = [f for f in figures_ if f.quantity.unit == "%" and f.exact and (_OFF.match(f.behind) or _OFF_BEFORE.search(f.own))]
            if len(full) == 1 == len(off):
                found[full[0].quantity.lo, off[0].quantity.lo] = (full[0], off[0])
        if len(found) != 1:
            return None
        whole, share = next(iter(found.values()))
        paid = self._paid(question, whole, share)
        if paid is not None:
            left = (whole.quantity.lo or Decimal(0)) - paid
            words, lang = self._told.evidence.words, self._told.evidence.lang
            value = figures.computed(arithmetic.quantity((left, left), whole.quantity.unit), lang)
            owed = figures.computed(arithmetic.quantity((paid, paid), whole.quantity.unit), lang)
            return self._told.answer(f"{words.result.format(value=value)} (= {self._told.value(whole.quantity)} − {owed})", [whole.sentence])
        saved = (whole.quantity.lo or Decimal(0)) * (share.quantity.lo or Decimal(0)) / _ALL
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((saved, saved), whole.quantity.unit), lang)
        sum_ = f"{self._told.value(whole.quantity)} × {self._told.value(share.quantity)}"
        return self._told.answer(f"{words.result.format(value=value)} (= {sum_})", [whole.sentence])
