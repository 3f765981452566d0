"""Lists of companies gathered from many sentences: who announced on that day, who is in that section."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.dates import MARKET, Dates
from bot.answers.groups import Groups, counted
from bot.answers.lines import describe
from bot.answers.passages import Passages
from bot.answers.sections import Sections
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb import claims, lazy
from kb.model import Period
from kb.rows import StoredFact, StoredSentence
from kb.search import Need
from kb.text import fold

_COMPANIES = lazy.compile(
    r"哪些[^,?]{0,12}?(?:公司|厂商|企业|厂|品牌|银行|业者)|哪几家|(?<!哪)几家|(?:公司|厂商|企业)有哪些|\b(?:which|what) (?:\w+[ -]){0,4}(?:companies|firms|makers|banks|vendors|suppliers)|what companies"
    r"|\b(?:list|name) (?:all )?(?:the )?(?:[\w/]+,? ){0,6}(?:companies|firms|makers|banks|vendors|suppliers)\b"
    r"|(?:公布|发布|披露|公告|发出|交出)[^,?]{0,16}(?:有|是)(?:谁|哪些)|有谁[^,?]{0,2}(?:公布|发布|披露|公告|发了|交了)|\bwho (?:\w+ ){0,2}?(?:published|announced|reported|released|disclosed|posted|issued|put out|listed|went public)\b"
    r"|\bhow many (?:\w+[ -]){0,3}?(?:companies|firms|makers|banks|vendors|suppliers)\b|多少家"
)
_OF_TRADE = lazy.compile(r"\b(?:which|what|list|name) (?:\w+[ -]){0,4}?(?:companies|firms|makers|banks|vendors|suppliers)\b|哪些[^,?]{0,12}?(?:公司|厂商|企业|银行|业者)")
_WHICH_ONE = lazy.compile(r"哪一?[家间]|\bwhich (?:company|firm|maker|bank|vendor|supplier)\b|\bwho\b|谁")
_HOW_MANY = lazy.compile(r"(?<!哪)几家|多少家|\bhow many\b")
_AHEAD = lazy.compile(r"冲刺|申请|计[划画]|打算|拟|筹备|递表|有望|准备|将|\b(?:plan\w*|appl\w+|prepar\w*|going to|will|aim\w*|seek\w*|rac\w+)\b")
_SEVERAL = 2
_DAYS = ("day", "month")
_ANY_FIRM = lazy.compile(r"公司|厂商?|企业|业者|品牌|companies|firms|makers|vendors|suppliers")
_OPENING = 8  # sentences of an article that say what it is about
_SAID = 0.5  # of a word
_LOOKED_AT = 60  # sentences about a company
_LISTS = 3  # companies in one sentence


class Lists:
    """Gathers the companies that sentences are about."""

    def __init__(self, evidence: Evidence, passages: Passages, groups: Groups, dates: Dates) -> None:
        """Find sentences through `passages`, the members of a group with `groups`, and what happened when with `dates`."""
        self.evidence = evidence
        self._passages = passages
        self._groups = groups
        self._dates = dates
        self._sections = Sections(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer "which companies …" where several sentences each give one."""
        if question.subjects or question.extreme:
            return None
        several = _COMPANIES.search(question.folded)
        if (several or _WHICH_ONE.search(question.folded)) and (dated := self._dated(question)):
            return dated
        if not several or _HOW_MANY.search(question.folded):
            return None
        if listed := self._listed(question):
            return listed
        if "loss" in question.flags and not question.aspect:
            return None  # who lost money is told by figures, not by who is spoken of with losses
        members = self._groups.members(question, set()) if counted(question.folded) else None
        if members:
            return self._passages.answer_members(question, members) or self._named(question, members)
        needs = [n for n in question.needs if not n.light]
        section = self._section(question, [n for n in needs if not soft(n)])
        sentences = section or self._saying(question, needs)
        if not section and any(len(self._named_in(s)) >= _LISTS for s in sentences):
            return None  # one sentence that lists them says who they are
        kind = [n for n in _trade(question) if n.light and (of := _OF_TRADE.search(question.folded)) and of.group().endswith(n.surface)]  # banks, of which no other word tells
        sentences = [s for s in sentences if not kind or any(self._in_trade(t, s.article_id, kind) for t in s.topics)]
        companies = [c for c in self._sections.firms(sentences) if not any(self._publishes(c, s.article_id) for s in sentences)]
        if len(companies) < _SEVERAL:
            return None
        names = [self.evidence.name(c) for c in companies]
        return Answer(
            True,
            self.evidence.lang,
            "list",
            (joined(self.evidence.words, names) + self.evidence.words.stop,),
            sources=self.evidence.sources(sentences[:1]),
        )

    def _publishes(self, firm: str, article: int) -> bool:
        """Whether a company is the publisher of an article, which only tells of others."""
        publisher = self.evidence.publisher(article)
        return bool(publisher) and any(firm in s.ids for s in self.evidence.library.names.find(fold(publisher)))

    def _named_in(self, sentence: StoredSentence) -> set[str]:
        entities = self.evidence.library.names.entities
        return {m.entity for m in sentence.mentions if entities[m.entity].kind == "company"}

    def _dated(self, question: Question) -> Answer | None:
        """The companies to which something happened on the day, or in the month, that a question names; how many they are where it asks that."""
        days = [p for p in question.periods if p.kind in _DAYS]
        if len(days) != 1 or len(question.periods) - len(days) > 1:
            return None
        for event in self._dates.targets(question):
            needs = [n for n in self._dates.besides(question, event) if not soft(n)]
            trade = _trade(question)
            needs = [n for n in needs if n not in trade]
            facts = [f for f in self.evidence.all_facts(event) if f.period and self._within(days[0], f) and self._dates.covers(f, needs) and self._in_trade(f.subject, f.article_id, trade)]
            facts.sort(key=lambda f: f.sentence_id)
            names = list(dict.fromkeys(self.evidence.name(f.subject) for f in facts))
            if not names:
                continue
            told = joined(self.evidence.words, names) + self.evidence.words.stop
            if _HOW_MANY.search(question.folded):
                told = self.evidence.words.counted.format(n=len(names), items=told)
            sources = self.evidence.sources([self.evidence.sentence(f) for f in facts])
            return Answer(True, self.evidence.lang, "list", (told,), sources=sources, facts=tuple(describe(f) for f in facts))
        return None

    def _listed(self, question: Question) -> Answer | None:
        """The companies that are listed on the market a question names, 港股 or 港交所 alike; those on their way are not."""
        if question.periods or "listing-date" not in self._dates.targets(question) or _AHEAD.search(question.folded):
            return None
        words = {m.group() for m in MARKET.finditer(question.folded)}
        abroad = claims.markets("listing-date", question.folded) - {"mainland"}  # which has several exchanges
        kind = [n for n in self._dates.besides(question, "listing-date") if not (n.light or soft(n) or _ANY_FIRM.fullmatch(n.surface) or MARKET.search(n.surface))]
        facts = []
        for fact in self.evidence.all_facts("listing-date"):
            where = fold(" ".join(s.text for s in self._dates.beside(fact)))
            there = any(w in where for w in words) or abroad & claims.markets("listing-date", where)
            if there and fact.basis == "actual" and self._in_trade(fact.subject, fact.article_id, kind):
                facts.append(fact)
        names = list(dict.fromkeys(self.evidence.name(f.subject) for f in facts))
        if len(names) < _SEVERAL or not (words or abroad):
            return None
        told = joined(self.evidence.words, names) + self.evidence.words.stop
        return Answer(True, self.evidence.lang, "list", (told,), sources=self.evidence.sources([self.evidence.sentence(f) for f in facts]), facts=tuple(describe(f) for f in facts))

    def _in_trade(self, firm: str, article: int, trade: Sequence[Need]) -> bool:
        """Whether sentences about a company, or the opening of the article, say what kind of company is asked for: "which chip firms"."""
        archive, search = self.evidence.library.archive, self.evidence.library.search
        told = [*archive.sentences_about(firm)[:_LOOKED_AT], *(s.id for s in archive.sentences_of_article(article)[:_OPENING])] if trade else []
        return all(any(search.holds(n, i) >= _SAID for i in told) for n in trade)

    def _within(self, asked: Period, fact: StoredFact) -> bool:
        """Whether a dated fact is of the day or month asked for; one without a year is of its article's."""
        if fact.period is None or fact.period.kind not in _DAYS:
            return False
        year = fact.period.start[:4] if fact.period.start[:4].isdigit() else (self.evidence.library.articles[fact.article_id].published or "")[:4]
        if asked.start[:4].isdigit() and year and asked.start[:4] != year:
            return False
        return asked.start[-5:] <= fact.period.start[-5:] and fact.period.end[-5:] <= asked.end[-5:]

    def _named(self, question: Question, members: set[str]) -> Answer | None:
        """Name the members of a group that no sentence lists together, when they are as many as asked for."""
        if counted(question.folded) != len(members):
            return None
        library = self.evidence.library
        first = {m: min(library.archive.sentences_naming(m), default=0) for m in members}
        ordered = sorted(members, key=lambda m: first[m])
        names = [self.evidence.name(m) for m in ordered]
        sentences = library.archive.sentences([first[ordered[0]]])
        return Answer(
            True, self.evidence.lang, "list", (joined(self.evidence.words, names) + self.evidence.words.stop,),
            sources=self.evidence.sources(sentences),
        )  # fmt: skip

    def _section(self, question: Question, needs: Sequence[Need]) -> list[StoredSentence]:
        """The sentences under a heading that is what the question names."""
        if not needs or (question.periods and any(p.start.startswith("--") for p in question.periods)):
            return []
        found = self.evidence.library.search.rank(needs, (), self._passages.fitting.visible(question), limit=60)
        return self._sections.of(needs, [s.sentence for s in found])

    def _saying(self, question: Question, needs: Sequence[Need]) -> list[StoredSentence]:
        """The sentences that each say the whole thing, of the period asked for."""
        ranked = self._passages.ranked(question, 120)
        good = [s.sentence for s in ranked if not s.missing and s.coverage >= 0.8]
        return sorted(good, key=lambda s: (s.article_id, s.n)) if needs else []


def _trade(question: Question) -> list[Need]:
    """What kind of companies a question asks for: the chip of "which chip firms"."""
    firms = _OF_TRADE.search(question.folded)
    return [n for n in question.needs if firms and n.surface in firms.group() and not _ANY_FIRM.fullmatch(n.surface)]
