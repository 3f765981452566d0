"""Where a company is listed: "on which exchange?", and what is true where the wrong one is taken for granted.

The sentence that answers speaks of the company's listing and names an exchange or a market that is no other
company's. A question for the day of a listing somewhere is told both: the day, and where it was.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answers.dates import MARKET, Dates
from bot.answers.telling import tell
from bot.asked import WHICH_EXCHANGE
from bot.evidence import Evidence
from bot.question import Question
from bot.subjects import EXCHANGE
from kb import lazy
from kb.names import Span
from kb.rows import StoredSentence
from kb.text import fold

_WHICH_MARKET = lazy.compile(r"哪[个一]?(?:市场|板块)|\b(?:which|what) market\b")
_LISTS = lazy.compile(r"上市(?!公司|厂商|企业|规则)|挂牌|登陆|敲[钟锣]|\b(?:lists?|listed|listing|listings|went public|goes? public|going public|gone public|float(?:ed|s)?|debut(?:ed|s)?|ipo)\b")
# Not yet there.
_AHEAD = lazy.compile(r"冲刺|申请|计[划画]|打算|拟|筹备|递表|有望|可能|将在|考虑|\b(?:plans?|appl\w+|sprint\w*|rush\w*|prepar\w*|considers?|considering|hopes?|aims?|seek\w*|may|will|speeding up|race|racing)\b")
_MONEY = lazy.compile(r"集资|募资|募集|资金|钱|\b(?:money|proceeds|funds|rais\w+|spen[dt]\w*)\b")
_BEHIND = 8  # characters behind an exchange: 科創板申請
_JOINED = 14  # characters between a company of a list and the exchange they share


class Venues:
    """Tells where a company is listed, for one asker."""

    def __init__(self, evidence: Evidence, dates: Dates) -> None:
        """`dates` knows when it was."""
        self.evidence = evidence
        self._dates = dates

    def answer(self, question: Question) -> Answer | None:
        """Answer where one company is listed, or when it was listed somewhere; None for other questions."""
        entities = self.evidence.library.names.entities
        if len(question.subjects) != 1 or entities[question.subjects[0][0]].kind != "company" or question.extreme or question.wants in ("reason", "amount", "ratio"):
            return None
        if _MONEY.search(question.folded) or _AHEAD.search(question.folded):
            return None  # where the money goes that a listing raised, and where a firm plans to be, are other questions
        lists = bool(_LISTS.search(question.folded)) or "listing-venue" in question.measures
        where = "listing-venue" in question.measures or (lists and (question.wants == "place" or bool(WHICH_EXCHANGE.search(question.folded) or _WHICH_MARKET.search(question.folded))))
        where = where or (lists and "yesno" in question.flags and not question.wants and not question.periods and self._names_market(question))
        when = lists and question.wants == "date" and self._names_market(question)
        if not where and not when:
            return None
        firm = question.subjects[0]
        sentence = self._told(firm)
        if sentence is None:
            return None
        told = tell(self.evidence, firm[0], [(sentence, 0, len(sentence.text))], "passage")
        dated = self._dates.find(replace(question, needs=()), firm, "listing-date") if when else []
        if not dated:
            return told
        day = self._dates.tell("listing-date", dated)
        known = {s.title for s in day.sources}
        sources = (*day.sources, *(s for s in told.sources if s.title not in known))
        return replace(day, lines=(*day.lines, *told.lines), quotes=(*day.quotes, *told.quotes), sources=sources)

    def _names_market(self, question: Question) -> bool:
        """Whether a question names a place or an exchange where the listing was."""
        entities = self.evidence.library.names.entities
        named = (s for s in self.evidence.library.names.find(question.folded) if s.kind == "entity")
        return bool(MARKET.search(question.folded)) or any(entities[i].kind == "place" for s in named for i in s.ids)

    def _told(self, firm: tuple[str, ...]) -> StoredSentence | None:
        """The sentence that says where a company is listed: the one that names fewest others, and a day, first."""
        archive, reading = self.evidence.library.archive, self.evidence.library.search.reading
        keys = [k for i in firm for k in archive.sentences_about(i)]
        found = [s for s in archive.sentences(keys) if s.article_id in self.evidence.visible and self._says(s, firm)]
        found.sort(key=lambda s: (self.evidence.foreign(s.text), len({m.entity for m in s.mentions if self._firm(m.entity)} - set(firm)), not reading.periods(s), s.id))
        return found[0] if found else None

    def _says(self, sentence: StoredSentence, firm: tuple[str, ...]) -> bool:
        """Whether a sentence says that a company is listed on an exchange it names."""
        folded = fold(sentence.text)
        if not _LISTS.search(folded):
            return False
        names = self.evidence.library.names
        spans = [s for s in names.find(folded) if s.kind == "entity" and self._exchange(s)]
        places = [*(s.start for s in spans), *(m.start() for m in MARKET.finditer(folded))]
        return any(self._of(sentence, folded, at, firm) for at in places)

    def _of(self, sentence: StoredSentence, folded: str, at: int, firm: tuple[str, ...]) -> bool:
        """Whether the exchange named at a place is where this company is, and not another or not yet."""
        begin = max(folded.rfind(mark, 0, at) for mark in "。;") + 1
        before = [m for m in sentence.mentions if begin <= m.start < at and self._firm(m.entity)]
        if _AHEAD.search(folded, before[-1].end if before else begin, at + _BEHIND):
            return False
        if not before:
            return any(i in sentence.topics for i in firm)
        own = [m for m in before if m.entity in firm]
        if not own:
            return False
        between = folded[own[-1].end : at]
        for m in before:
            between = between.replace(folded[m.start : m.end], "")
        return before[-1].entity in firm or len(between.strip()) <= _JOINED

    def _exchange(self, span: Span) -> bool:
        entities = self.evidence.library.names.entities
        return any(EXCHANGE.search(fold(a)) for i in span.ids for a in entities[i].aliases)

    def _firm(self, entity: str) -> bool:
        return self.evidence.library.names.entities[entity].kind == "company"
