"""What the rest comes to: "60 per cent … 25 per cent …, and the rest is for research" leaves 15 %.

Of things that are counted as well: "1,316 shops, of which 1,102 are directly operated and the rest franchised" leaves 214.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.lines import same_period
from bot.answers.told import Figure, Told, alike, read
from bot.asked import asks_percent
from bot.counting import counted, counts_things
from bot.question import Question
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_REST = lazy.compile(r"(?:其余|余下|剩余|剩下)(?:的)?(?:资金|部分|款项|则)?(?P<zh>[^,;。\d]{2,30})|\b(?:the (?:rest|remainder|balance)|what(?:'s| is) left)\b(?P<en>[^;.\d]{3,80})")
_tells_rest = lazy.remembered(_REST, fold)
_SHARE = lazy.compile(r"占比|比例|比重|几成|\b(?:share|percent\w*|per cent|proportion|fraction|how much)\b")
_SPENT = lazy.compile(r"用于|用作|投向|投入|集资|募资|\b(?:proceeds|money will|will go|goes (?:to|on|into)|go (?:to|on|into)|earmark\w*|spen[dt])\b")  # where money goes is no share of what comes in
_OF_WHICH = lazy.compile(r"其中|当中|包括|\b(?:of (?:which|whom|them|these)|including)\b")
_OF_IT = lazy.compile(r"of (?:the|its|their|those|these) [^,]{3,80},")  # "Of the 3.4 million square metres, 2.1 million …"
_NEAR = 16  # sentences between a whole and its parts
_SEVERAL = 2
_NUMBER = lazy.compile(r"(?<![\w.,$€£¥])(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?= ?[a-z]| ?(?:为|是|由|属|直|自|加))")
_DIGITS = lazy.compile(r"\d[\d,.]*")
_NUMBER_PRINTED = lazy.compile(r"\d[\d,]*(?:\.\d+)?")  # 1,316 shops
_HELD = 0.5  # of what is asked for that must be in a sentence
_ALL = Decimal(100)


class Rests:
    """Works out the share that is left, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer with the share of the rest; None where it is not what is asked about or the other shares are not all told."""
        if not (question.wants == "ratio" or asks_percent(question.folded) or _SHARE.search(question.folded)) or question.kind in ("person", "definition", "timeline"):
            return None
        earned = any(m == "revenue" or "profit" in m for m in question.measures)
        told = [(s, parts) for s in self._told.sentences(question) if not (earned and _SPENT.search(fold(s.text))) and (parts := self._of(question, s))]
        if len(told) != 1:
            return None
        sentence, parts = told[0]
        left = _ALL - sum((f.quantity.lo or Decimal(0) for f in parts), Decimal(0))
        sum_ = " − ".join(["100%", *(self._told.value(f.quantity) for f in parts)])
        return self._told.answer(f"{self._told.evidence.words.result.format(value=f'{figures.plain(left)}%')} (= {sum_})", [sentence])

    def counted(self, question: Question) -> Answer | None:
        """Answer with how many things are left of a number of which the others are told; None where that is not asked."""
        if question.wants not in ("amount", "") or question.kind in ("person", "definition", "timeline"):
            return None
        things = bool(counts_things(question.folded) or counted(question.folded))
        if not things and question.wants != "amount":
            return None
        found = [(s, parts) for s in self._told.sentences(question) if (parts := self._whole_and_parts(question, s, things))]
        if len(found) != 1:
            return None
        sentence, (whole, *parts) = found[0]
        left = (whole.quantity.lo or Decimal(0)) - sum((f.quantity.lo or Decimal(0) for f in parts), Decimal(0))
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = self._as_printed(whole.quantity, left) if whole.quantity.raw.isascii() else figures.computed(arithmetic.quantity((left, left), whole.quantity.unit), lang)
        sum_ = " − ".join(self._told.value(f.quantity) for f in (whole, *parts))
        return self._told.answer(f"{words.result.format(value=value)} (= {sum_})", [whole.sentence, sentence]) if left > 0 else None

    def _as_printed(self, whole: Quantity, left: Decimal) -> str:
        """A number in the words that a figure is printed with: 0.5 million square metres."""
        shown = figures.show(whole, self._evidence.lang)
        printed = _NUMBER_PRINTED.search(shown)
        if printed is None:
            return f"{left:,}"
        scale = (whole.lo or Decimal(1)) / Decimal(printed.group().replace(",", ""))
        return shown.replace(printed.group(), f"{(left / scale).normalize():,f}", 1)

    def _whole_and_parts(self, question: Question, sentence: StoredSentence, things: bool) -> list[Figure]:
        """What all of it is and the parts that are told, where the rest is what the question asks about: `things` counted, or money."""
        rest = self._rest_asked(question, sentence)
        folded = fold(sentence.text)
        of_which = (_OF_WHICH.search(folded) or _OF_IT.match(folded)) if rest else None
        if rest is None:
            return []
        if of_which is None or of_which.start() > rest.start():
            return self._of_fact(question, sentence, rest.start())
        told = [f for f in read(sentence) if not is_change(f.quantity.unit) and not (things and f.quantity.unit and is_money(f.quantity.unit))]
        parts = [f for f in told if of_which.end() <= f.quantity.start and f.quantity.end <= rest.start()]
        bare = _bare(sentence, of_which.end(), rest.start()) if things else []
        parts = bare if len(bare) > len(parts) else parts
        units = {f.quantity.unit for f in parts if f.quantity.unit}
        wholes = [f for f in told if f.quantity.end <= (of_which.end() if _OF_IT.match(folded) else of_which.start()) and (not units or f.quantity.unit in units)]
        whole = wholes[0] if len(units) == 1 and wholes else wholes[0] if wholes and not units else None
        numbers = len(_DIGITS.findall(folded, of_which.end(), rest.start()))
        alike = whole is not None and len(units) < 2 and numbers == len(parts) and all(f.exact and not f.quantity.qualifier for f in (whole, *parts))
        return [whole, *parts] if whole is not None and parts and alike else []

    def _of_fact(self, question: Question, sentence: StoredSentence, until: int) -> list[Figure]:
        """The whole as a fact told shortly before, and the parts of a sentence that tells them and the rest: 甲14.3億元,乙6.2億元,其餘為丙."""
        parts = [f for f in read(sentence) if f.quantity.end <= until and not is_change(f.quantity.unit) and f.quantity.unit not in ("date", "x")]
        units = {f.quantity.unit for f in parts}
        if len(parts) < _SEVERAL or len(units) != 1 or not all(f.exact and not f.change for f in parts):
            return []
        names, total = self._evidence.library.names, sum((f.quantity.lo or Decimal(0) for f in parts), Decimal(0))
        measures = {i for s in names.find(parts[0].own) for k, i in ((s.kind, s.ids[0]), *s.also) if k == "measure"}
        about = list(dict.fromkeys((*(i for g in question.subjects for i in g), *sentence.topics)))
        times = [m.period for m in periods.find(parts[0].lead)] or list(question.periods)
        found: dict[Decimal, Figure] = {}
        for fact in (f for m in measures for i in about for f in self._evidence.facts([i], m)):
            size, told = fact.quantity.lo, self._evidence.sentence(fact)
            near = told.article_id == sentence.article_id and 0 <= sentence.n - told.n <= _NEAR
            if not near or fact.aspect != "value" or fact.basis != "actual" or not alike(fact.quantity, parts[0].quantity) or size is None or size != fact.quantity.hi or not (total < size if times else total < size < 2 * total):
                continue
            if not times or any(fact.period and (same_period(p, fact.period) or same_period(fact.period, p)) for p in times):
                found.setdefault(size, Figure(fact.quantity, "", "", "", told))
        return [next(iter(found.values())), *parts] if len(found) == 1 else []

    def _rest_asked(self, question: Question, sentence: StoredSentence) -> re.Match[str] | None:
        """Where a sentence tells of the rest, if that is what the question asks about."""
        rest = _REST.search(fold(sentence.text)) if _tells_rest(sentence.text) else None
        if not rest:
            return None
        named = rest["zh"] or rest["en"]
        words = set(tokens(named, self._told.evidence.library.names))
        needs = [n for n in question.needs if not (n.light or soft(n))]
        of_rest = [n for n in question.needs if n.light and len(n.surface) > 1 and n.surface in named] or [n for n in needs if n.surface in named or any(o and all(t in words for t in o) for o in n.options)]
        asked = {i for g in question.subjects for i in g}
        called = any(m.entity in asked and self._evidence.library.names.entities[m.entity].kind != "company" for m in sentence.mentions if m.start > rest.start())
        search = self._told.evidence.library.search
        return rest if (of_rest or called) and all(search.holds(n, sentence.id) >= _HELD for n in needs) else None

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


def _bare(sentence: StoredSentence, start: int, end: int) -> list[Figure]:
    """The numbers alone in a stretch of a sentence: "of which 1,102 were directly operated"."""
    folded = fold(sentence.text)
    out = []
    for number in _NUMBER.finditer(folded, start, end):
        value = Decimal(number.group().replace(",", ""))
        quantity = Quantity(value, value, "", "", number.group(), number.start(), number.end())
        out.append(Figure(quantity, folded[start : number.start()], folded[: number.start()], folded[number.end() : end], sentence))
    return out
