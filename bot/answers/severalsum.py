"""Several figures of one sentence added up: 三年研發費用依次為2.96億元、3.28億元和3.74億元, the fines of three people.

As many as the question counts must stand there, in one row behind what they are of, or each behind a word for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.figures import Figures
from bot.answers.results import SEVERAL_OF, SOME_YEARS, TOGETHER
from bot.answers.told import Figure, Told, read
from bot.asked import asked_of_each
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.discovery.people import SURNAMES
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_COUNT = {w: n for n, w in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PEOPLE = lazy.compile(r"[名位个]?(?:个人|人|高管|董事|被告)|[名位]|\b(?:people|persons|executives|individuals|directors|officers)\b")
_COMPANY = lazy.compile(r"公司|集团|银行|机构|\b(?:company|firm|group|bank)\b")
# 姜某被罚: somebody no name stands for.
_STRANGER = lazy.compile(rf"[{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}}(?:则|也|亦|另|分别|各)?[被遭获]")
_NEXT = lazy.compile(r"\s?(?:[、,和及与]|,? and|,)\s?(?:[a-z]{0,3}\$)?")


class SeveralSum:
    """Adds up several figures of a sentence, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sum; None where it is not asked for, or as many figures are not told together once."""
        if "sum" not in question.flags or len(question.subjects) > 1 or question.wants not in ("amount", "") or question.aspect:
            return None
        if asked_of_each(question.folded):  # 合計虛增收入和虛增利潤各多少: one sum would be half of it
            return None
        count = several_asked(question)
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or SEVERAL_OF.search(n.surface))]
        if not count or not needs:
            return None
        people = bool(_PEOPLE.search(question.folded)) and not SOME_YEARS.search(question.folded)
        found: dict[tuple[Decimal | None, ...], list[Figure]] = {}
        for sentence in self._told.sentences(question):
            if self._told.another(question, sentence):
                continue
            for group in self._groups(question, sentence, needs, people):
                if len(group) == count and len({f.quantity.unit for f in group}) == 1:
                    found.setdefault(tuple(f.quantity.lo for f in group), group)
        return self._tell(next(iter(found.values()))) if len(found) == 1 else None

    def _groups(self, question: Question, sentence: StoredSentence, needs: Sequence[Need], people: bool) -> list[list[Figure]]:
        needs = self._unsaid(question, sentence, needs)
        told = [f for f in read(sentence) if f.exact and not f.change and not is_change(f.quantity.unit) and f.quantity.unit]
        if MONEY_ASKED.search(question.folded):  # 7台一共賣了多少錢 is told by no percentages
            told = [f for f in told if is_money(f.quantity.unit)]
        folded = fold(sentence.text)
        if TOGETHER.search(folded):
            return []  # the sum may be printed, and a part of it too
        rows: list[list[Figure]] = []
        for f in told:
            if rows and f.quantity.unit == rows[-1][-1].quantity.unit and _NEXT.fullmatch(folded[rows[-1][-1].quantity.end : f.quantity.start]):
                rows[-1].append(f)
            else:
                rows.append([f])
        out = [row for row in rows if len(row) > 1 and self._says(needs, row[0].own)]
        each = [f for f in told if self._says(needs, f.own)]
        if people:
            entities = self._told.evidence.library.names.entities
            persons = [m.start for m in sentence.mentions if entities[m.entity].kind == "person"]
            named = [f for f in each if any(f.quantity.start - len(f.own) <= at < f.quantity.start for at in persons)]
            strangers = [f for f in each if _STRANGER.match(f.own.strip())]
            return [named, [f for f in each if not _COMPANY.search(f.own)]] if named else [strangers]
        return [*out, each]

    def _unsaid(self, question: Question, sentence: StoredSentence, needs: Sequence[Need]) -> list[Need]:
        """What a sentence has to say itself: the one before, which counts them, may say who they are ("two directors were fined too")."""
        several = SEVERAL_OF.search(question.folded)
        before = next((s for s in self._told.evidence.library.archive.sentences_of_article(sentence.article_id) if s.n == sentence.n - 1 and s.paragraph == sentence.paragraph), None)
        lead = fold(before.text) if before and several else ""
        if not several or several.group() not in lead:
            return list(needs)
        own = fold(sentence.text)
        return [n for n in needs if n.surface not in lead or n.surface in own] or list(needs)

    def _says(self, needs: Sequence[Need], own: str) -> bool:
        words = set(tokens(own, self._told.evidence.library.names))
        return all(n.surface in own or any(o and all(t in words for t in o) for o in n.options) for n in needs)

    def _tell(self, group: Sequence[Figure]) -> Answer:
        inputs = [f.quantity for f in group]
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in inputs), Decimal(0)), inputs)
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((total, total), inputs[0].unit), lang)
        sum_ = " + ".join(self._told.value(q) for q in inputs)
        return self._told.answer(f"{words.total.format(value=value)} (= {sum_})", [group[0].sentence])


def several_asked(question: Question) -> int:
    """Return how many figures are to be added: as many as are counted, or the years of a span."""
    span = next((p for p in question.periods if p.kind == "span" and p.start[:4].isdigit()), None)
    if span and span.start[5:] == "01-01" and span.end[5:] == "12-31":
        return int(span.end[:4]) - int(span.start[:4]) + 1
    if years := SOME_YEARS.search(question.folded):
        return _COUNT.get(years[1], 0)
    several = SEVERAL_OF.search(question.folded)
    word = re.match(r"[a-z]+|.", several.group()) if several else None
    return _COUNT.get(word.group(), 0) if word else 0
