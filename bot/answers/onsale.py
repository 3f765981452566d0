"""Where and when a product is sold, and at what price there: "Sales begin on May 22 in the United States and on July 10 in Japan".

A market is told a date or a price where its own part of the sentence gives one: beside the run of places it stands in,
with no other place between. Leaves out prices that no market is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.productlines import ProductLines
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, periods
from kb.rows import StoredSentence
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money

_SALE = lazy.compile(r"上市(?!公司|柜)|开[卖售]|发[售卖]|销售|贩售|出货|交付|推出|登陆|开放预[购订]|预售|\b(?:sales?|sold|sell(?:s|ing)?|available|availability|launch\w*|goes?|going|arriv\w+|ship(?:s|ped|ping)?|follow(?:s|ed)?|deliver\w*|releas\w+|roll(?:s|ed|ing)? out|debut\w*|hits?|reach(?:es)?|comes?|costs?|pric\w+)\b")
_WHEN = lazy.compile(r"\bwhen\b|\b(?:release|launch|sales?|availability|on-sale) dates?\b|\bdates?\b|什么时候|何时|几时|哪[一]?[天年月日]|几[月号]|(?:上市|开卖|发售|开售)(?:日期|时间|日)")
_PRICE = lazy.compile(r"\bpric\w+|\bcosts?\b|\bhow much\b|售价|定价|价[格钱位]|多少钱|几多?钱|卖多少|什么价")
_ON_SALE = lazy.compile(r"上市|开[卖售]|发[售卖]|卖|买[得到]?|贩售|推出|交付|出货|登陆|\b(?:on sale|sold|sell\w*|sales?|available|launch\w*|releas\w+|get|gets|buy|bought|come|coming|ship\w*|deliver\w*|arriv\w+|out)\b")
_WHICH = lazy.compile(r"\b(?:which|what) (?:\w+ ){0,2}?(?:countries|markets|regions|places)\b|\bwhere (?:can|will|is|are|does|do)\b|(?:哪[些几]个?|什么|哪)(?:国家|市场|地区|地方|国)|在哪(?:里|儿|些)?(?:上市|开[卖售]|[卖买]|发售)")
_AND = lazy.compile(r"(?:[、,，]|和|与|及|以及|跟|\band\b|\bthe\b|mainland|\s)*")
_PART = lazy.compile(r"[;；。]|(?<!\d)\.(?:\s|$)|, (?:while|but|whereas) |, ?(?=then )")
_MAKES = lazy.compile(r"生产|制造|组装|代工|工厂|厂址|\b(?:made|make|makes|built|build|assembl\w+|produc\w+|manufactur\w+)\b")
_AT_LAUNCH = lazy.compile(r"\bat launch\b|\b(?:immediately|today|now)\b|即日|首发|同步|现已|今起|即时")
_IN = lazy.compile(r"(?:\b(?:in|for|across) (?:the )?|[在于於]|日?在)$")
_CURRENCY = lazy.compile(r"(?:'s)? dollars?\b|元|币")  # behind a place: its money, and no market
_MONEY_OF = {"china": "CNY", "japan": "JPY", "hong-kong": "HKD", "taiwan": "TWD", "united-states": "USD", "united-kingdom": "GBP"}
_FEWEST = 2
_MOST = 3


class _Run(NamedTuple):
    """Places named one after the other."""

    start: int
    end: int
    places: frozenset[str]


class OnSale:
    """Answers where, when and at what price a product is sold in a market."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Tell in the words of `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._lines = ProductLines(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer for the market that a question names, or which markets there are; None for other questions."""
        thing = self._lines.asked(question)
        if not thing or question.wants in ("reason", "person", "duration") or _MAKES.search(question.folded):
            return None
        asked = self._places(question.folded)
        when, price = bool(_WHEN.search(question.folded)), bool(_PRICE.search(question.folded) or "price" in question.measures)
        if asked and (when or price):
            return self._of_market(question, thing, frozenset(i for r in asked for i in r.places), when=when, price=price)
        if not asked and _WHICH.search(question.folded) and _ON_SALE.search(question.folded) and not price:
            return self._markets(question, thing)
        return None

    def _of_market(self, question: Question, thing: Sequence[str], places: frozenset[str], *, when: bool, price: bool) -> Answer | None:
        told: list[StoredSentence] = []
        sentences, parts = self._lines.sentences(thing, whole=True), self._lines.parts(thing)
        for wanted, tells in ((when, self._dated), (price, self._priced)):
            if not wanted:
                continue
            found = [s for s in sentences if _SALE.search(fold(s.text)) and all(tells(s, p) for p in places) and (not parts or any(p in fold(s.text) for p in parts))]
            if not found:
                return None
            told += found[:1] if not any(s in told for s in found) else []
        return self._passages.quoting.quote(question.kind, sorted(told, key=lambda s: s.id), alone=True)

    def _markets(self, question: Question, thing: Sequence[str]) -> Answer | None:
        found = [s for s in self._lines.sentences(thing, whole=True) if self._tells_markets(s)]
        found = [s for s in found if s.article_id == found[0].article_id]
        several = {i for s in found for r in self._places(fold(s.text)) for i in r.places}
        if not len(several) >= _FEWEST or len(found) > _MOST:
            return None
        return self._passages.quoting.quote("list", found, alone=True)

    def _tells_markets(self, sentence: StoredSentence) -> bool:
        folded = fold(sentence.text)
        runs = self._places(folded)
        return bool(runs) and bool(_ON_SALE.search(folded)) and not _MAKES.search(folded) and bool(self._dates(folded) or _AT_LAUNCH.search(folded) or sum(len(r.places) for r in runs) >= _FEWEST)

    # ------------------------------------------------------------ what stands beside a place
    def _dated(self, sentence: StoredSentence, place: str) -> bool:
        """Whether a sentence tells a date for a place."""
        folded = fold(sentence.text)
        return any(self._beside(folded, run, runs, begin, end, self._dates(folded)) or _AT_LAUNCH.search(folded, begin, end) for run, runs, begin, end in self._parts(folded, place))

    def _priced(self, sentence: StoredSentence, place: str) -> bool:
        """Whether a sentence tells a price for a place."""
        folded = fold(sentence.text)
        sums = [(q.start, q.end) for q in amounts(sentence.text) if is_money(q.unit) and q.unit]
        for run, runs, begin, end in self._parts(folded, place):
            later = [r.start for r in runs if r.start >= run.end]
            behind = [s for s in sums if run.end <= s[0] < min([*later, end])]
            before = [s for s in sums if begin <= s[0] and s[1] <= run.start and _IN.fullmatch(folded[s[1] : run.start].strip(" ,，") + " " if folded.isascii() else folded[s[1] : run.start].strip(" ,，"))]
            if behind or before:
                return True
        return False

    def _parts(self, folded: str, place: str) -> list[tuple[_Run, list[_Run], int, int]]:
        """Where a place is named: its run, the other runs of that part of the sentence, and where the part begins and ends."""
        runs = self._places(folded)
        out = []
        for run in (r for r in runs if place in r.places):
            begin = max((m.end() for m in _PART.finditer(folded, 0, run.start)), default=0)
            stop = _PART.search(folded, run.end)
            end = stop.start() if stop else len(folded)
            out.append((run, [r for r in runs if begin <= r.start < end], begin, end))
        return out

    @staticmethod
    def _beside(folded: str, run: _Run, runs: Sequence[_Run], begin: int, end: int, found: Sequence[tuple[int, int]]) -> bool:
        """Whether one of what was found stands before a run, behind the run before it, or behind it and before the next."""
        earlier = max([begin, *(r.end for r in runs if r.end <= run.start)])
        later = min([end, *(r.start for r in runs if r.start >= run.end)])
        return any((earlier <= a and b <= run.start) or (run.end <= a < later) for a, b in found)

    @staticmethod
    def _dates(folded: str) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in periods.find(folded) if re.search(r"\d|月|季|年|[a-z]", folded[m.start : m.end])]

    def _places(self, folded: str) -> list[_Run]:
        names = self.evidence.library.names
        spans = sorted((s for s in names.find(folded) if s.kind == "entity" and names.entities[s.ids[0]].kind == "place"), key=lambda s: s.start)
        out: list[_Run] = []
        for span in spans:
            if out and _AND.fullmatch(folded, out[-1].end, span.start):
                out[-1] = _Run(out[-1].start, span.end, out[-1].places | {span.ids[0]})
            else:
                out.append(_Run(span.start, span.end, frozenset({span.ids[0]})))
        return out


def of_another_market(question: Question, evidence: Evidence) -> bool:
    """Return whether the price of a product in one country is asked for, and all that was found names other places."""
    names = evidence.library.names
    entities = names.entities
    asked = {i for s in names.find(question.folded) if s.kind == "entity" and not _CURRENCY.match(question.folded, s.end) for i in s.ids if entities[i].kind == "place"}
    product = any(entities[i].kind == "product" for g in question.subjects for i in g)
    if not asked or not product or not _PRICE.search(question.folded) or not evidence.cited:
        return False
    if any(q.unit == _MONEY_OF.get(i) for i in asked for s in evidence.cited for q in amounts(s.text)):
        return False  # a price in its own money
    told = [{m.entity for m in s.mentions if entities[m.entity].kind == "place"} for s in evidence.cited]
    return all(told) and not any(asked & t for t in told)
