"""Whether rows are of the measure that a question asks for, and of the sort that it calls its parts.

Leaves out which rows there are and which of them are named (`bot.answers.rowfinder`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot import questionwords as qw
from bot.answers.figures import Figures
from bot.answers.partwords import MAKERS, MARKET_SHARE, OF_KIND, WHOLE, divided_by, kinds_in
from bot.asked import counted_in
from bot.contentwords import blank
from bot.evidence import Evidence
from bot.measuresasked import OF_CUSTOMERS
from bot.question import SIBLINGS, Question
from kb import lazy
from kb.breakdowns import Breakdown
from kb.model import Quantity
from kb.partrows import Row
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold
from kb.units import fits, is_change, is_money

_FLOWS = ("shipments", "deliveries", "sales-volume", "output", "throughput", "container-throughput", "freight-volume", "cargo-volume", "passengers")
_MARKET = lazy.compile(r"市占|市场规模|份额|\bmarket (?:share|size)\b")
_SALES = lazy.compile(r"\bsales\b|\bs[eo]ld\b|\bsell\w*\b|[卖賣]")
_LAST_PART = lazy.compile(r"[;。]|\. ")
PLACE = lazy.compile(r"[区區州省市洲国國]$")
_VERSION = lazy.compile(r"[版款型]$|\b(?:edition|version|trim)$", re.IGNORECASE)
OF_ONE = lazy.compile(r"产品|应用|用途|系列|业务|板块|分部|品类|车型|机型|渠道|\b(?:products?|segments?|business(?:es)?|divisions?|channels?|models?)\b")
_BY_KIND = lazy.compile(r"(?:按|以|从|就|分)[^,;。:\d]{0,6}?(?:型|类别?|种|地区|区域|国[家别]|尺寸|用途|应用|渠道|通路|价格带?|技术|路线)[^,;。:\d]{0,3}[,:]?\s*(?:[^,;。:\d]{0,3})$")
_TO_WHICH = lazy.compile(r"对哪[^,?]{0,6}(?:市场|国|地区)[^,?]{0,4}[出进]口")
CLAUSE_END = lazy.compile(r"[,;。:]|\. ")


@dataclass(frozen=True, slots=True)
class Found:
    """A breakdown with the sentences of its paragraph, and the whole where it is told: what, and in which sentence."""

    told: Breakdown
    sentences: tuple[StoredSentence, ...]
    article: tuple[StoredSentence, ...]  # all sentences, in order
    whole: Quantity | None
    whole_in: StoredSentence | None

    def at(self, rows: Sequence[Row]) -> list[StoredSentence]:
        """The sentences that tell some rows."""
        return [self.sentences[n] for n in sorted({n for r in rows for n in r.sentences})]


class RowKinds:
    """Holds rows against what a question asks of its parts."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Take what reads measures."""
        self.evidence = evidence
        self._figures = finder

    def entities(self, label: str) -> set[str]:
        """Return whom a label names."""
        return {i for s in self.evidence.library.names.find(fold(label)) if s.kind == "entity" for i in s.ids}

    def _is_place(self, row: Row) -> bool:
        """Whether a part is a place, and does not only come from one: 荷蘭Veldtec."""
        label = fold(row.label)
        entities = self.evidence.library.names.entities
        ends = [s for s in self.evidence.library.names.find(label) if s.kind == "entity" and s.end == len(label)]
        return bool(PLACE.search(row.label)) or any(entities[i].kind == "place" for s in ends for i in s.ids)

    def of_measure(self, question: Question, found: Found) -> bool:
        """Whether the rows are of a measure that the question asks for, or the question names none."""
        told, text = found.told, found.sentences[found.told.sentence].text
        asked = [m for m, _ in self._figures.targets(question) if m not in (*MARKET_SHARE, "market-rank")]
        asked = [m for m in asked if m != "price-change"] if question.aspect else asked  # 出貨漲幅最大: how they grew
        measures = self.evidence.library.names.measures
        if not asked and "revenue-share" in question.measures:  # a mix of revenue is no division of a market
            return told.measure == "revenue" or not (any(r.of_market for r in told.rows) or _MARKET.search(fold(text)))
        if not asked:
            return True
        if not told.unit and any(r.value for r in told.rows):  # numbers without a unit are only of what they are said to count
            return all(measures[m].unit == "count" and told.measure in ("", m) for m in asked)
        if not told.unit:  # shares or changes alone: of the measure that the words before them name
            names = self.evidence.library.names
            said = set(tokens(text, names))
            if told.sentence and WHOLE.search(question.folded):  # 新契約保費達412億元。… 通路以銀行保險的54%最高
                said |= set(tokens(found.sentences[told.sentence - 1].text, names))
            if not any(t.startswith("m_") for t in said):  # of what the article is about
                said = set(tokens(self.evidence.library.articles[found.sentences[0].article_id].title, names))
            alike = [OF_CUSTOMERS if m in OF_CUSTOMERS else (m,) for m in asked]  # 第一大客戶甲佔24.6%,其後乙11.9%: the five largest
            return all(any(t in said for m in group for t in (f"m_{m.replace('-', '_')}", f"m_{m.replace('-', '_')}_share")) for group in alike)
        for m in asked:
            same = m == told.measure or told.measure in self._figures.acceptable_of_parts(m, question)
            kin = any(m in g and told.measure in g for g in SIBLINGS)
            own = fits(measures[m].unit, told.unit) and any(self._names_row(r, m) for r in told.rows)
            counts = not (is_money(told.unit) or is_change(told.unit))
            kin = kin or (m == "revenue" and told.measure in _FLOWS and bool(_SALES.search(question.folded)))
            kin = kin or (m == "sales-volume" and told.measure == "revenue" and bool(qw.HOW_MUCH_SOLD.search(question.folded)))  # 卖了多少: of a part as of a company
            unnamed = not told.measure and told.unit in counted_in(question.folded) and fits(measures[m].unit, told.unit)
            unnamed = unnamed or (not told.measure and m in _FLOWS and (fits(measures[m].unit, told.unit) or (m == "throughput" and counts)))
            if not (same or kin or own or unnamed or self._of_whole(found, m)):
                return False
        return True

    def _of_whole(self, found: Found, measure: str) -> bool:
        """Whether the rows, whose own measure is not told, add up to what is told as one: 新業務價值31.6億元;…香港17.9億元."""
        if found.told.measure or found.whole is None or found.whole_in is None:
            return False
        folded = fold(found.whole_in.text)
        begin = max((m.end() for m in CLAUSE_END.finditer(folded, 0, found.whole.start)), default=0)
        spans = [s for s in self.evidence.library.names.find(folded) if s.kind == "measure" and s.end <= found.whole.start]
        named = [s for s in spans if begin <= s.start]
        if named and not named[-1].weak:
            return measure in named[-1].ids
        part = max((m.end() for m in _LAST_PART.finditer(folded, 0, found.whole.start)), default=0)
        opens = [s for s in spans if s.start == part]
        if opens and not named and not is_money(found.told.unit) and self.evidence.library.names.measures[opens[0].ids[0]].unit == "count":
            return measure in opens[0].ids  # 換電站一座3,200萬元,現在37座,北部21座…
        of_it = (f for t in found.whole_in.topics for f in self.evidence.library.archive.facts(subject=t, measure=measure))
        return any(f.sentence_id == found.whole_in.id and f.quantity.lo == found.whole.lo for f in of_it)

    def _names_row(self, row: Row, measure: str) -> bool:
        """Whether a measure asked for is what a row is called by: 利息收入."""
        return f"m_{measure.replace('-', '_')}" in tokens(row.label, self.evidence.library.names)

    def of_kind(self, question: Question, found: Found) -> bool:
        """Whether the rows are what a question calls its parts: regions, channels, sites, or no places where products are meant."""
        entities = self.evidence.library.names.entities
        lead = fold(found.sentences[found.told.sentence].text)
        before = fold(found.sentences[found.told.sentence - 1].text) if found.told.sentence else ""
        placed = [r for r in found.told.rows if PLACE.search(r.label) or any(entities[i].kind == "place" for i in self.entities(r.label))]
        named = [(s.start, s.end) for s in self.evidence.library.names.find(question.folded) if s.kind == "measure" and not OF_ONE.match(question.folded, s.start)]
        asked_of = blank(question.folded, named)  # 新業務價值 asks for no business
        asked_kinds = kinds_in(asked_of)
        asked_by = divided_by(question.folded)
        if asked_by and asked_by in fold(found.told.lead):
            return True
        if asked_by and (found.told.ranking or divided_by(found.told.lead)):
            return False
        if MAKERS.search(question.folded) and not found.told.ranking and (sum(map(self._is_place, placed)) * 2 > len(found.told.rows) or _BY_KIND.search(found.told.lead)):
            return False  # who made most is no region, and no kind of thing
        if _TO_WHICH.search(question.folded) and len(placed) * 2 < len(found.told.rows):
            return False  # to which market exports fell most is told by no goods
        if question.wants == "person" and all(_VERSION.search(r.label) for r in found.told.rows):
            return False  # who ordered most is no version
        *others, just_before = _LAST_PART.split(found.told.lead)
        told_kinds = kinds_in(just_before)
        if told_kinds and not asked_kinds & told_kinds and (asked_kinds or (others and found.told.rows[0].opens)):
            return False  # 分渠道看,直銷佔46%…: not by product; …健康險17%;通路以銀行保險的54%最高: not what the sentence begins with
        for asked, told in OF_KIND:
            if asked.search(asked_of):
                return bool(told.search(lead) or (asked is not OF_KIND[0][0] and told.search(before)) or (asked is OF_KIND[0][0] and len(placed) * 2 >= len(found.told.rows)))
        of_one = OF_ONE.search(asked_of)
        said_so = of_one and of_one.group() in lead  # 按分部計,香港…: segments may be places
        return not (of_one and not said_so and len(placed) * 2 > len(found.told.rows))
