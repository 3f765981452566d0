"""What paying by the year saves against paying by the month, where a sentence tells both prices of a plan.

個人版每月39元,按年付費368元: twelve months less the year. The plan asked for must be the one they are told of.
"""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.told import Figure, Told, read
from bot.question import Question
from kb import lazy
from kb.text import fold
from kb.units import is_money

_YEARLY = lazy.compile(r"按年|年付|年费|包年|年度(?:套餐|订阅|方案)|年缴|一次[付缴]一年|\b(?:annual(?:ly)?|yearly|by the year|per year|a year)\b")
_MONTHLY = lazy.compile(r"按月|月付|月费|包月|月缴|逐月|每月|\b(?:monthly|by the month|per month|a month|month(?: by |-to-)month)\b")
_ASKED = lazy.compile(r"省|便宜|差|划算|少[付花]|贵|\b(?:sav\w+|cheaper|differ\w*|less|more|cost\w*|gap|discount)\b")
_BY_MONTH = lazy.compile(r"(?:每月|月费|按月[^,;。\d]{0,4}|月付|包月)[^,;。\d]{0,4}$")
_BY_MONTH_BEHIND = lazy.compile(r"^(?:\s?/\s?(?:月|month|mo)|\s?(?:a|per|each) month|\s?每月)")
_BY_YEAR = lazy.compile(r"(?:每年|年费|按年[^,;。\d]{0,4}|年付|包年|年缴)[^,;。\d]{0,4}$|\b(?:annual(?:ly)?|yearly)\b[^,;.\d]{0,20}$")
_BY_YEAR_BEHIND = lazy.compile(r"^(?:\s?/\s?(?:年|year|yr)|\s?(?:a|per|each) year|\s?每年|\s?(?:billed |paid )?(?:annually|yearly))")
_PLAN = lazy.compile(r"[\u3400-\u9fff]{1,6}?(?:版|套餐|方案)|\b[a-z]+(?= (?:plan|tier|version|edition)\b)")
_MONTHS = 12


class Plans:
    """Sets a plan's year against twelve of its months, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer what the year saves; None where it is not asked for or not plainly told of one plan."""
        said = question.folded
        if not (_YEARLY.search(said) and _MONTHLY.search(said) and _ASKED.search(said)) or question.wants in ("reason", "date", "person"):
            return None
        found: dict[tuple[Decimal | None, Decimal | None], tuple[Figure, Figure]] = {}
        for sentence in self._told.articles(question):
            for part in _parts(read(sentence)):
                month = [f for f in part if _BY_MONTH.search(f.own) or _BY_MONTH_BEHIND.match(f.behind)]
                year = [f for f in part if _BY_YEAR.search(f.own) or _BY_YEAR_BEHIND.match(f.behind)]
                if len(month) == 1 == len(year) and month[0].quantity.unit == year[0].quantity.unit:
                    found.setdefault((month[0].quantity.lo, year[0].quantity.lo), (month[0], year[0]))
        meant = [pair for pair in found.values() if _named(said, pair[0])]
        return self._tell(*meant[0]) if len(meant) == 1 else None

    def _tell(self, month: Figure, year: Figure) -> Answer | None:
        a, b = month.quantity.lo or Decimal(0), year.quantity.lo or Decimal(0)
        gap = a * _MONTHS - b
        if gap == 0:
            return None
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((abs(gap), abs(gap)), month.quantity.unit), lang)
        shown = f"{self._told.value(month.quantity)} × {_MONTHS}"
        sum_ = f"{shown} − {self._told.value(year.quantity)}" if gap > 0 else f"{self._told.value(year.quantity)} − {shown}"
        return self._told.answer(f"{words.difference.format(value=value)} (= {sum_})", [month.sentence])


def _named(said: str, month: Figure) -> bool:
    """Whether the words before the two prices name the plan asked for, where the question names one."""
    words = month.lead[max(month.lead.rfind(m) for m in ";。:") + 1 :]
    return all(any(plan[i:] in words for i in range(len(plan) - 2)) if not plan.isascii() else plan in words for plan in _PLAN.findall(said))


def _parts(told: list[Figure]) -> list[list[Figure]]:
    """The prices of a sentence, by its parts: what one semicolon tells of one plan."""
    out: dict[int, list[Figure]] = {}
    for f in told:
        if f.exact and is_money(f.quantity.unit) and f.quantity.unit:
            out.setdefault(fold(f.sentence.text)[: f.quantity.start].count(";"), []).append(f)
    return list(out.values())
