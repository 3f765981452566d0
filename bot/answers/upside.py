"""How far a share price is from an analyst's target, where an article tells both: 目標價11.2港元…昨日收報9.05港元."""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.fromto import pairs_in
from bot.answers.told import Figure, Told, read
from bot.question import Question
from kb import lazy
from kb.units import is_money

_TARGET_ASKED = lazy.compile(r"目标价|\b(?:price targets?|target price|target)\b")
_PRICE_ASKED = lazy.compile(r"股价|现价|收市|收盘|收报|市价|上[升涨]空间|潜在[升涨]幅|\b(?:share price|stock price|shares?|stock|upside|close[ds]?|current price|trading)\b")
_FAR = lazy.compile(r"差|高|低|多少|空间|幅|远|\b(?:how (?:far|much)|gap|difference|upside|below|above|by what)\b")
_TARGET = lazy.compile(r"目标价|\b(?:price target|target price|target)\b")
_CLOSED = lazy.compile(r"(?:收报|收盘|收市|收于|报收|现价|股价)[^,;。\d]{0,8}$|\b(?:clos(?:ed|ing)|last traded|traded|ended|finished)\b[^;\d]{0,40}$")


class Upside:
    """Sets a share price against its target, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer how far apart they are, as an amount and in per cent; None where it is not asked for or not plainly told."""
        said = question.folded
        if not (_TARGET_ASKED.search(said) and _PRICE_ASKED.search(said) and _FAR.search(said)) or not question.subjects or question.wants in ("reason", "date", "person"):
            return None
        asked = {i for g in question.subjects for i in g}
        houses = {i for i in asked if self._told.evidence.library.names.entities[i].kind == "institution"}
        sentences = [s for s in self._told.sentences(question) if asked & {*s.topics, *(m.entity for m in s.mentions)}]
        targets, closes = [], []
        for sentence in sentences:
            before = {a.raw for a, _ in pairs_in(sentence.text)}
            for f in read(sentence):
                if not (f.exact and is_money(f.quantity.unit) and f.quantity.unit) or f.quantity.raw in before:
                    continue
                if _CLOSED.search(f.own):
                    closes.append(f)
                elif _TARGET.search(f.lead[-40:]) and not f.change and (not houses or houses & {m.entity for m in sentence.mentions}):
                    targets.append(f)
        pairs = [(t, c) for t in targets for c in closes if t.sentence.article_id == c.sentence.article_id and t.quantity.unit == c.quantity.unit]
        return self._tell(*pairs[0]) if len({(t.quantity.lo, c.quantity.lo) for t, c in pairs}) == 1 else None

    def _tell(self, target: Figure, close: Figure) -> Answer | None:
        goal, now = target.quantity.lo or Decimal(0), close.quantity.lo or Decimal(0)
        if now <= 0 or goal == now:
            return None
        words, lang = self._told.evidence.words, self._told.evidence.lang
        gap = abs(goal - now)
        rate = arithmetic.to_digits(gap / now * 100, 3)
        value = figures.computed(arithmetic.quantity((gap, gap), target.quantity.unit), lang)
        sum_ = " − ".join(self._told.value(f.quantity) for f in ((target, close) if goal > now else (close, target)))
        line = f"{words.difference.format(value=value)} (= {sum_}), {figures.plain(rate)}% (÷ {self._told.value(close.quantity)})"
        return self._told.answer(line, [target.sentence, close.sentence])
