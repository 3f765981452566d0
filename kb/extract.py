"""Article -> what it says: sentences with their topics, facts, and the names it introduces.

Who a sentence is about is often not said in it. A company, a person and a product are carried on from
the sentence before until another takes their place; a heading starts anew; a sentence about an industry
is about nobody.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kb import barecounts, careers, events, lazy, money, outlooks, passages, periods, quantities, strangers, timing
from kb.discover import discover
from kb.discovery.elsewhere import Elsewhere, joined
from kb.discovery.page import everyday, listed_words
from kb.facts import Clause, Context, FactReader
from kb.localnames import LocalNames
from kb.measuring import Measuring
from kb.model import Article, Entity, Extracted, Fact, Mention, Period, Quantity, Sentence
from kb.names import Names, Span, longest
from kb.ownership import PEER, TAKES_PART, is_backer, is_beside, is_source, is_under, this_thing
from kb.roles import MeasureRoles
from kb.standingfacts import with_rankings
from kb.subjects import is_related, judges, looks_on, named_as, of_its_own, presented, speaks_of_main
from kb.terms import entity_token, tokens
from kb.text import clauses, fold, undotted
from kb.trims import part_of
from kb.versions import Versions

_ACTORS = ("company", "person", "product")
# Folded. A sentence that begins so speaks of a whole field, whoever was spoken of before.
_FIELD = lazy.compile(
    r"^[^,。;]{0,12}?(?:行业|产业(?!链)|赛道|市场(?!消息|传闻|传出|人士|预期|普遍|估计|憧憬|盛传)|全球|业内|业界|厂商方面|企业方面|分析认为|市场分析|此外,据|据悉)|^(?:in the |the )?(?:industry|market|sector|global)\b"
)
_PRONOUN = lazy.compile(
    r"[他她其]|(?:该|这家|这位)|公司|本行|\b(?:he|she|his|her|it|its|the company|the firm|they|their)\b"
)
_OVER_THE = lazy.compile(r"\b(?:for|in|over|during) the (?:first |last |past |latest |final )?$")
_COMPARED_WITH = lazy.compile(  # "30 years, against 25 for its predecessor, the X2"
    r"\b(?:against|compared (?:with|to)|versus|vs|than|predecessor|older|previous|replac\w+|unlike|successor to)\b[^;.]{0,60}$|(?:较|比|相比|上一?代|前代|前作|旧款|老款)[^,;。]{0,16}$"
)
_HE = lazy.compile(r"[他她](?!们)|\b(?:he|she)\b")
_IN_OFFICE = lazy.compile(
    r"(?:[裁监官长座人任]|总?经理|主席|书记|秘书|ceo|cfo|cto|coo)$|\b(?:chief [a-z ]{3,24}|president|(?:co-)?founders?|chair(?:man|woman)?|director|secretary|engineer|biologist|scientist)(?: [a-z. -]+ and [a-z]+)? $"
)
_SAID = lazy.compile(r"\b(?:said|says|added|adds) $")
_SAYS = lazy.compile(r" ?(?:said|says|told|added|explained)\b|(?:则|也|还)?(?:表示|说|认为|指出|坦言|强调)")
# What may stand before a subject: a date and a few words that describe it, but nothing that makes it an object.
_LEADING = lazy.compile(r"^(?:[^,。;]{0,24},)?[^,。;]{0,24}$")
_LISTED = lazy.compile(r"\s*(?:[、,和与及]|and|&|,\s*and)\s*")
_BACKERS = lazy.compile(r"投资方|投资人|投资者|股东(?:包括|有)|客户(?:包括|有)|\b(?:backers?|investors?|shareholders?|customers?|clients?|suppliers?|partners?)\b")
_OBJECT = lazy.compile(
    r"(?:[对与和跟向由被比给把为助使让在于从自获]|(?:加入|进入|出任|任职于|供职于|转投|跳槽|入职|服务于|投资|收购|击败|超过|比|达到|占|成立于|位于|来自|推出|发布)|\b(?:to|for|by|with|from|at|of|than|against|over|in))\s*$"
)

_MADE_BY = lazy.compile(r"由(?!于)[\u3400-\u9fff]{2,3}$")  # 由舟山|岱衢船廠承造
# 由內部資源及南洲銀行牽頭的貸款, 向甲與乙採購: beside what "by" and "to" stand before.
_TAKEN_ALONG = lazy.compile(r"[由向跟把将被][^,。;]{2,14}(?:以及|[及和与、])$")
# 作為對照,甲的乙: only held against whom the text is about.
_BESIDE_IT = lazy.compile(r"(?:作为(?:对照|比较|对比|参照)|相比之下|对比之下|相较之下|反观|横向(?:比较|对比))|\b(?:by comparison|by contrast|in comparison)\b")
_HAS_INSIDE = lazy.compile(r"(?:采用|搭载|换成|换上|使用|改用|内建|内置|配备|配上|装有|整合|集成|沿用)(?:了|的)?[^,;。]{0,10}$|\b(?:uses?|using|powered by|runs on|built on|fitted with|equipped with|carries|houses) (?:the |an? |its )?(?:[a-z-]+ ){0,3}$")  # what a thing is made of
_AMONG = lazy.compile(r"[^,。;],[^,。;]{0,6}其中[^,。;]{0,16}$")  # 公司在手訂單19.3億元,其中星座運營商甲一家簽下11.7億元
_WHERE_HE_WAS = lazy.compile(
    r"(?:在|进入|加入|任职于|就职于|供职于|效力|服务于|出任|转投|跳槽|入职|来自|曾任|历任|前任?|[转前]?[赴往到去]|\b(?:joined|joining|at|from|worked for|left)) ?[^,;。\d]{0,14}$"
)
# 她先到洛杉磯的特效公司X: whom a pronoun stands before is no subject, but in 她創辦的X.
_ANOTHERS = lazy.compile(r"[他她](?!们)(?![^,。;]{0,12}(?:创办|创立|创建|执掌|领导|掌管|带领)的?$)[^,。;]{0,20}$|\b(?:he|she) [^,.;]{0,40}$")
# 五家公司披露2025年度預告: the time of what each of them tells.
_SEVERAL = lazy.compile(r"[两二三四五六七八九十\d多数各]家[^,。;]{0,8}(?:公司|企业|[厂商券险车钢药酒房煤油航]企?|银行|机构)|\b(?:two|three|four|five|six|several) (?:[a-z-]+ ){0,2}(?:companies|firms|groups|makers|banks|carriers)\b")
_AT_ONCE = lazy.compile(r"(?<![去上今昨明])(?<!年)同[期季]|\bin the same (?:period|quarter)\b(?! (?:of |in |last|a year|the ))")
_ANNUAL = lazy.compile(r"(?<![半两])年报|年度报告|(?:全年|年度)业绩(?!预|展望|指引|目标)|\b(?:full-year|annual) (?:results|report|earnings)\b(?! (?:due|next|will))")
_ANNUAL_MONTHS = ("02", "03", "04")  # when those whose year is the calendar's report on it


@dataclass(slots=True)
class _Carried:
    """Who is being spoken of, one of each kind."""

    by_kind: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)  # person -> the company spoken of when they came in
    opened: str | None = None  # the company that the paragraph begins with
    mostly: str | None = None  # the company that the article names most often
    main: str | None = None  # the company of the title, or one that is named again and again
    thing: str | None = None  # the product of the title: what others are named beside it is told of it too

    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.by_kind.values()))


_OPENING = 3  # sentences in which an article says what it is about
_SERIES = lazy.compile(r"\d+")
_REMEMBERED = 64  # articles whose names are kept


def _models(found: Sequence[Entity]) -> set[str]:
    """The last words of products' names: the H2 of a Heron H2 is no half-year."""
    return {fold(name).rpartition(" ")[2] for e in found if e.kind == "product" for name in (*e.aliases, *e.names.values())}


class Extractor:
    """Extracts articles one by one with one set of names."""

    def __init__(
        self,
        names: Names,
        listed: Container[str] | None = None,
        capital: Container[str] | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """Take the names of the lexicon; names an article introduces are added for that article only.

        `listed` and `capital` are the words of a general dictionary, read from it when not given; `elsewhere`
        knows the names that other articles introduce.
        """
        self.elsewhere = elsewhere
        self._introduced: OrderedDict[str, list[Entity]] = OrderedDict()
        self._names = names
        self._ordinary = None if listed is None else everyday(listed)
        self._capital = capital
        self._known = names.keys.all()
        roles = MeasureRoles.of(list(names.measures.values()))
        self._facts, self._measuring = FactReader(names, roles), Measuring(names, roles)

    def __call__(self, article: Article) -> Extracted:
        """Return everything found in `article`."""
        found = joined(self.introduced(article), self.elsewhere, fold(f"{article.title}\n{article.text}"))
        local, models = LocalNames(found), _models(found)
        self._names.introduce(found)
        pieces = passages.split(article.text)
        parts = (article.title, *(heading for _, heading, _ in pieces), *(text for _, _, text in pieces))
        named = {part: self._spans(fold(part), local, part) for part in dict.fromkeys(parts)}
        allowed = self._allowed_weak([s for spans in named.values() for s in spans])
        title_subjects = self._title_subjects(fold(article.title), local, pieces[0][2] if pieces else "")
        carried = self._begun(title_subjects, named.values())
        told_by = self._told_by(fold(article.title), local)
        general = _period_of(article) or _last_year(article, [text for _, _, text in pieces[:_OPENING]])  # what figures are of until a company's own sentences tell
        year = _year_of(general)
        versions = Versions(found, fold(f"{article.title}\n{article.text}"))
        context = Context(period=general, versions=versions.order)
        home = money.home(article.text)
        out: list[Sentence] = []
        facts: list[Fact] = []
        told: set[Period | None] = set()  # of which figures were told as what came of it
        place: tuple[int, str] | None = None
        for n, (paragraph, heading, text) in enumerate(pieces):
            folded = undotted(fold(text))
            spans = self._firm(folded, named[text], allowed)
            if place is not None and heading != place[1]:
                carried.by_kind = self._heading_subjects(fold(heading), local) or dict(title_subjects)
                context = Context(period=context.period, report=context.report, month=context.month, versions=versions.order)
            elif place is not None:
                self._go_on(folded, spans, carried, title_subjects, paragraph != place[0])
            versions.settle(folded, spans, carried.by_kind, place is not None and paragraph != place[0])
            carried.opened = carried.opened if place == (paragraph, heading) else self._opens(folded, spans) or carried.by_kind.get("company")
            place = (paragraph, heading)
            company, thing = carried.by_kind.get("company"), carried.by_kind.get("product")
            topics = tuple(dict.fromkeys([*self._topics_without_strangers(folded, text, spans, carried), *told_by]))
            if versions.named(folded, spans, carried.by_kind, thing).get("company") != company:
                context = Context(period=_at_once(folded, context) or general, month=context.month, counted=context.counted, versions=versions.order)
            named_in = [s for s in spans if s.kind == "entity"]
            times = [
                m for m in timing.filled(periods.find(text), folded, article.published, outlooks.year_ahead(folded, context) or _year_of(context.period) or year)
                if folded[m.start : m.end] not in models and not any(s.start < m.start and m.end <= s.end for s in named_in)
            ]  # fmt: skip
            told_in = [q for q in money.at_home(quantities.find(text), home)
                       if not any(m.start <= q.start and q.end <= m.end for m in times) and not _over_months(folded, q)]  # fmt: skip
            amounts = barecounts.counts(folded, spans, told_in, times, self._names.measures)
            clause = Clause(folded, spans, amounts, times, clauses(folded), text)
            subjects = tuple(t for t in topics if t in carried.by_kind.values())
            context = replace(context, subjects=subjects) if subjects != context.subjects else context
            read, context = self._facts.read(n, clause, context)
            year = _year_of(context.period) or year
            if not self._of_a_company(topics, folded, spans) or (n < _OPENING and not read and _SEVERAL.search(folded)):
                general = context.period
            told |= {f.period for f in read if f.basis == "actual" and any(m.period == f.period for m in times)}
            facts += [f if f.period in told else outlooks.settled(f, article.published) for f in outlooks.ahead(read, folded, article.published)]
            facts += [outlooks.still_ahead(f, article.published) for f in events.read(n, clause, context, self._names, (s.text for s in reversed(out) if s.paragraph == place[0]))]
            facts += events.tickers(n, clause, self._names)
            out.append(Sentence(n, paragraph, text, heading, topics, tuple(Mention(s.ids[0], s.start, s.end) for s in named_in)))
        return self._whole(article, out, with_rankings(facts, out, article.published, self._names, self._measuring, named), told_by)

    def _whole(self, article: Article, out: list[Sentence], facts: list[Fact], told_by: Sequence[str]) -> Extracted:
        """What was read of an article, with the people's lives it tells."""
        steps = careers.read(article, out, self._names.entities.__getitem__)
        return Extracted(article, tuple(out), tuple(facts), self._spoken_of(out, told_by), tuple(steps))

    def _spoken_of(self, sentences: Sequence[Sentence], told_by: Sequence[str]) -> tuple[Entity, ...]:
        used = {i for s in sentences for i in (*s.topics, *(m.entity for m in s.mentions))} | set(told_by)
        return tuple(self._names.entities[i] for i in sorted(used))

    def _of_a_company(self, topics: Sequence[str], folded: str, spans: Sequence[Span]) -> bool:
        """Whether a sentence is about a company, and not only told by one: 研究機構 X 發布."""
        counting = {s.ids[0] for s in spans if s.kind == "entity" and is_source(folded, s)}
        return any(self._kind(t) == "company" and t not in counting for t in topics)

    # ------------------------------------------------------------ names
    def introduced(self, article: Article) -> list[Entity]:
        """Return the names that `article` itself introduces. The last few are remembered: a build asks twice."""
        text = f"{article.title}\n{article.text}"
        if text not in self._introduced:
            self._introduced[text] = discover(text, self._names.keys.all(), self._ordinary, self._capital)
            if len(self._introduced) > _REMEMBERED:
                self._introduced.popitem(last=False)
        return self._introduced[text]

    def _spans(self, folded: str, local: LocalNames, text: str = "") -> list[Span]:
        spans = self._names.find(folded)
        extra = local.find(folded, text)
        return longest([*spans, *extra]) if extra else spans

    def _allowed_weak(self, spans: list[Span]) -> set[str]:
        """A name that is an ordinary word too counts where its bearer or its maker is named outright."""
        strong = {s.ids[0] for s in spans if s.kind == "entity" and not s.weak}
        makers = self._names.makers
        weak = {s.ids[0] for s in spans if s.weak and s.kind == "entity"}
        return strong | {w for w in weak if makers.get(w) in strong} | {s.ids[0] for s in spans if s.kind != "entity"}

    def _firm(self, folded: str, spans: list[Span], allowed: set[str]) -> list[Span]:
        """Drop names that may be ordinary words, unless the article or a list of names vouches for them."""
        if not any(s.weak for s in spans):
            return spans
        named = [s for s in spans if s.kind == "entity"]
        firm = {s.start for s in named if not s.weak or any(i in allowed for i in s.ids)}
        for pairs in (list(pairwise(named)), list(zip(named[1:], named, strict=False))[::-1]):
            for known, other in pairs:
                first, second = sorted((known, other), key=lambda s: s.start)
                joined = bool(_LISTED.fullmatch(folded[first.end : second.start]))
                if known.start in firm and joined and self._kind(known.ids[0]) == self._kind(other.ids[0]):
                    firm.add(other.start)
        out = []
        for span in spans:
            if span.kind != "entity" or span.start in firm:
                vouched = tuple(i for i in span.ids if i in allowed) if span.weak else ()
                weak = span.weak and span.kind != "entity"
                out.append(Span(span.start, span.end, span.kind, vouched or span.ids, weak, span.also))
        return out

    def _title_subjects(self, folded: str, local: LocalNames, opening: str = "") -> dict[str, str]:
        """The one company, person and product of a title; of several companies the one that begins both it and the text."""
        by_kind: dict[str, list[str]] = {}
        for span in self._spans(folded, local):
            if span.kind == "entity" and not span.weak:
                by_kind.setdefault(self._kind(span.ids[0]), []).append(span.ids[0])
        firms = [s for s in self._spans(folded, local) if s.kind == "entity" and not s.weak and self._kind(s.ids[0]) == "company"]
        if opening and len({s.ids[0] for s in firms}) > 1 and _leads(folded[: firms[0].start]) and not _LISTED.fullmatch(folded[firms[0].end : firms[1].start]):
            text = fold(opening)
            if self._opens(text, self._spans(text, local)) == firms[0].ids[0]:
                by_kind["company"] = [firms[0].ids[0]]
        return {k: ids[0] for k, ids in by_kind.items() if len(set(ids)) == 1 and k in _ACTORS}

    def _begun(self, title: dict[str, str], named: Iterable[Sequence[Span]]) -> _Carried:
        """Who is spoken of before the first sentence: those of the title, who belong together; `named` in the whole article."""
        times = Counter(s.ids[0] for spans in named for s in spans if s.kind == "entity" and self._kind(s.ids[0]) == "company")
        homes = {title["person"]: title["company"]} if "person" in title and "company" in title else {}
        mostly = max(times, key=lambda i: (times[i], i), default=None)
        main = title.get("company") or (mostly if mostly and times[mostly] >= _OPENING else None)
        return _Carried(dict(title), homes, mostly=mostly, main=main, thing=title.get("product"))

    def _told_by(self, folded: str, local: LocalNames) -> list[str]:
        """The institutions that a title names: all its text is of them too."""
        named = (s for s in self._spans(folded, local) if s.kind == "entity" and not s.weak)
        return [s.ids[0] for s in named if self._kind(s.ids[0]) == "institution"]

    def _heading_subjects(self, folded: str, local: LocalNames) -> dict[str, str]:
        return self._title_subjects(folded, local)

    def _go_on(self, folded: str, spans: Sequence[Span], carried: _Carried, title: dict[str, str], anew: bool) -> None:
        """A new paragraph that no company leads is of the one that the article is about, and so is what "the company" says.

        Not where the paragraph began with another: there "the company" may be that one.
        """
        if anew and "product" in title and not this_thing(folded):
            carried.by_kind["product"] = title["product"]
        main = title.get("company")
        judged = judges(folded)
        if main is None or not (anew or (carried.mostly == main and (judged or speaks_of_main(folded)))):
            return
        of_main = judged or carried.opened in (main, None) or any(main in s.ids for s in spans)
        if (self._in_passing(folded, spans) if anew else of_main and self._opens(folded, spans) in (None, main)):
            carried.by_kind["company"] = main

    def _in_passing(self, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a sentence names no firm but such as judge, supply or own the one spoken of."""
        firms = [s for s in spans if s.kind == "entity" and self._kind(s.ids[0]) == "company"]
        return all(looks_on(folded, s.end) or named_as(folded[: s.start]) or is_related(folded, s.start, s.end) for s in firms)

    def _opens(self, folded: str, spans: Sequence[Span]) -> str | None:
        """The company that a sentence begins with, if any does."""
        firms = [s for s in spans if s.kind == "entity" and self._kind(s.ids[0]) == "company" and not looks_on(folded, s.end)
                 and not named_as(folded[: s.start]) and not is_related(folded, s.start, s.end) and not PEER.search(folded, 0, s.start)]  # fmt: skip
        return firms[0].ids[0] if firms and _leads(folded[: firms[0].start]) else None

    def _begins_with_another(self, folded: str, spans: Sequence[Span], company: str | None) -> bool:
        """Whether words that are no name of the company spoken of stand where a company's name stands."""
        words = strangers.opens(folded, spans, self._is_word) if company else ""
        known = self._names.entities[company] if company and words else None
        return known is not None and not any(words in fold(name) for name in (*known.aliases, *known.names.values()))

    def _is_word(self, folded: str) -> bool:
        if self._ordinary is None:
            self._ordinary = everyday(listed_words())
        return folded in self._known or self._ordinary(folded)

    def _kind(self, entity: str) -> str:
        return self._names.entities[entity].kind

    # ------------------------------------------------------------ topics
    def _topics_without_strangers(self, folded: str, text: str, spans: list[Span], carried: _Carried) -> tuple[str, ...]:
        """Who the sentence is about: not the company spoken of before where another, which is unknown, leads it."""
        company = carried.by_kind.get("company")
        another = strangers.leads(folded, text, spans) or self._begins_with_another(folded, spans, company)
        if company is None or not another:
            return self._topics(folded, spans, carried)
        del carried.by_kind["company"]
        topics = self._topics(folded, spans, carried)
        if strangers.aside(text):
            carried.by_kind.setdefault("company", company)
        return topics

    def _topics(self, folded: str, spans: list[Span], carried: _Carried) -> tuple[str, ...]:
        """Who the sentence is about: everyone it names, then those it carries on from before."""
        named = [s for s in spans if s.kind == "entity"]
        explicit = list(dict.fromkeys(i for s in named for i in s.ids))
        makers = [self._names.makers[i] for i in explicit if i in self._names.makers]
        inherited: list[str] = []
        self._at_home(folded, named, carried)
        spoken = carried.by_kind.get("company")
        under = {s.ids for s in named if spoken and spoken not in s.ids and is_under(folded[: s.start])}
        telling = [s for s in named if not is_source(folded, s) and s.ids not in under
                   and (spoken in s.ids or not (is_backer(folded, s) or is_beside(folded[: s.start])
                                            or (self._kind(s.ids[0]) == "company" and (looks_on(folded, s.end) or named_as(folded[: s.start])))))]  # fmt: skip
        leading = [s for s in telling if self._kind(s.ids[0]) in ("company", "person")][:1]
        leads = bool(leading) and _leads(folded[: leading[0].start])
        aside = [s for s in telling if spoken and spoken not in s.ids and is_related(folded, s.start, s.end)]
        person_leads = leads and self._kind(leading[0].ids[0]) == "person"
        if not leads and not (_FIELD.match(folded) and not _PRONOUN.match(folded)):
            kinds = {self._kind(s.ids[0]) for s in named
                     if self._kind(s.ids[0]) != "product" or not _COMPARED_WITH.search(folded, 0, s.start)}  # fmt: skip
            for kind, entity in carried.by_kind.items():
                if kind not in kinds or (kind in ("company", "person") and _PRONOUN.search(folded)) or (kind == "product" and this_thing(folded)):
                    inherited.append(entity)
            if carried.thing and any(self._kind(i) == "product" and self._sisters(i, carried.thing) for i in explicit):
                inherited.append(carried.thing)  # Q5 is told of beside the Q7 of the title
            firms = [s for s in named if self._kind(s.ids[0]) == "company"]
            if spoken and spoken not in inherited and firms and (all(_is_object(folded, s) for s in firms) or self._of_its_thing(folded, named, spoken)):
                inherited.append(spoken)  # 由南洲銀行牽頭的貸款: of whom it is lent to
        elif (
            _PRONOUN.search(folded)
            and leading
            and self._kind(leading[0].ids[0]) == "company"
            and "person" in carried.by_kind
        ):
            inherited.append(carried.by_kind["person"])
        if "person" in carried.by_kind and _HE.search(folded) and not any(self._kind(i) == "person" for i in explicit):
            inherited.append(carried.by_kind["person"])  # "asked about the market, she said": of her, not of the market
        if spoken and spoken not in explicit and speaks_of_main(folded):
            inherited.append(spoken)  # 公司在手訂單19.3億元,其中甲簽下11.7億元: of the company first
        if person_leads and "company" in carried.by_kind:
            inherited.append(carried.by_kind["company"])  # the companies a person's sentence names are objects
        if under and spoken and any(of_its_own(folded, s.start, s.end) for s in named if s.ids in under):
            inherited.append(spoken)  # 集團旗下星渡旅遊: of both
        if leads and leading[0] in aside and spoken and of_its_own(folded, leading[0].start, leading[0].end):
            inherited.append(spoken)  # its first customer has ordered 400 tonnes
        self._carry(folded, [s for s in telling if s not in aside], "" if leads and leading[0] in aside else self._kind(leading[0].ids[0]) if leads else "", carried)
        topics = [*explicit, *makers, *inherited]
        kinds_named = {self._kind(i) for i in explicit}
        if carried.main and "product" in kinds_named and "person" not in kinds_named and not any(self._kind(i) == "company" for i in topics):
            topics.append(carried.main)  # 第二款產品「聽雪」…: of whom the article is about
        return tuple(dict.fromkeys(topics))

    def _of_its_thing(self, folded: str, named: Sequence[Span], spoken: str) -> bool:
        """Whether a sentence begins with a thing of nobody else's and names a firm in a later part: 「鯤鵬號」的交付推遲,船廠…."""
        first, firm = named[0], next(s for s in named if self._kind(s.ids[0]) == "company")
        maker = self._names.makers.get(first.ids[0], spoken)
        return self._kind(first.ids[0]) == "product" and maker == spoken and "," in folded[first.end : firm.start]

    def _sisters(self, one: str, other: str) -> bool:
        """Whether two products are models of one line, or one is a version of the other: Q5 and Q7, Aero 5 and Aero 5 Pro."""
        pairs = [(fold(a), fold(b)) for a in self._names.entities[one].names.values() for b in self._names.entities[other].names.values()]
        return one != other and any(part_of(a, b) or part_of(b, a) or (_SERIES.sub("0", a) == _SERIES.sub("0", b) and "0" in _SERIES.sub("0", a)) for a, b in pairs)

    def _carry(self, folded: str, named: list[Span], leads: str, carried: _Carried) -> None:
        """Update who is spoken of: a company or person in subject place takes over; a list of them, nobody."""
        if _FIELD.match(folded) and not named:
            carried.by_kind.pop("product", None)
            return
        if named and (PEER.search(folded[: named[0].start]) or _BACKERS.search(folded[: named[0].start]) or _BESIDE_IT.match(folded)):
            return  # an aside about a rival: the next sentence goes on with whom the text is about
        if TAKES_PART.search(folded):
            return  # backers of a round: the text goes on about the company they back
        for span in named:
            if self._kind(span.ids[0]) == "person" and _SAYS.match(folded, span.end):
                carried.by_kind["person"] = span.ids[0]  # whoever spoke is "she" in what follows
        for kind in ("company", "person", "product"):
            of_kind = [s for s in named if self._kind(s.ids[0]) == kind and len(s.ids) == 1]
            if not of_kind:
                continue
            if len(of_kind) > 1 and _LISTED.fullmatch(folded[of_kind[0].end : of_kind[1].start]):
                if leads == kind:
                    carried.by_kind.pop(kind, None)
                continue
            comes_to = kind == "company" and len(of_kind) == 1 and presented(folded, of_kind[0].start, of_kind[0].end)
            if leads != kind and not comes_to and self._beside(kind, of_kind[0], folded, carried):
                continue
            if leads == kind or kind not in carried.by_kind or kind == "product" or comes_to:
                if kind == "company" and carried.by_kind.get(kind) != of_kind[0].ids[0]:
                    carried.by_kind.pop("product", None)
                carried.by_kind[kind] = of_kind[0].ids[0]

    def _at_home(self, folded: str, named: list[Span], carried: _Carried) -> None:
        """Note of whose company somebody is, and go back to it where they speak again behind a rival."""
        people = [s for s in named if self._kind(s.ids[0]) == "person"]
        firms = {s.ids[0] for s in named if self._kind(s.ids[0]) == "company"}
        company = carried.by_kind.get("company", "")
        if firms - {company}:
            return
        for span in people:
            if _IN_OFFICE.search(folded, 0, span.start):
                carried.homes.setdefault(span.ids[0], company)
        home = carried.homes.get(people[0].ids[0], "") if len(people) == 1 and not firms else ""
        if home and home != company and (_leads(folded[: people[0].start]) or _SAID.search(folded[: people[0].start])):
            carried.by_kind["company"] = home

    def _beside(self, kind: str, span: Span, folded: str, carried: _Carried) -> bool:
        """Whether somebody not in subject place is only mentioned.

        採用EVA與TPU發泡: what a shoe is made of; 他進入美國網路晶片商Halvorsen: where somebody worked.
        """
        if kind == "product":
            return self._foreign(span.ids[0], carried) or bool("product" in carried.by_kind and _HAS_INSIDE.search(folded, 0, span.start)) or bool("product" in carried.by_kind and _COMPARED_WITH.search(folded, 0, span.start))
        return kind == "company" and bool(_WHERE_HE_WAS.search(folded[: span.start]))

    def _foreign(self, product: str, carried: _Carried) -> bool:
        """Whether a product is of another maker than the company spoken of, whose own product is spoken of."""
        known = "product" in carried.by_kind and "company" in carried.by_kind and not product.startswith("found:")
        return known and self._names.makers.get(product) != carried.by_kind["company"]

    # ------------------------------------------------------------ search terms
    def terms(self, sentence: Sentence, article: Article) -> str:
        """Return the search terms of a sentence, space separated: see `tokens`."""
        return " ".join([*tokens(sentence.text, self._names), *(entity_token(t) for t in sentence.topics)])


def _over_months(folded: str, quantity: Quantity) -> bool:
    """Whether months or quarters are when something was, and no figure: "for the nine months"."""
    return quantity.unit in ("個月", "季") and bool(_OVER_THE.search(folded, 0, quantity.start))


def _at_once(folded: str, context: Context) -> Period | None:
    """The time of another company's figures where it is that of the last one's: 同期,瑞成基金淨利潤為6.2億元."""
    told = _AT_ONCE.search(folded)
    if told is None:
        return None
    return context.period if told[0] == "同期" else context.quarter or context.period


def _period_of(article: Article) -> Period | None:
    """The one period that a title names, if figures can be of it."""
    folded = fold(article.title)
    named = timing.usable(timing.filled(periods.find(article.title), folded, article.published, None), folded)
    lasting = {m.period for m in named if m.period.kind not in ("month", "as-of") and m.period.start[:1].isdigit()}
    return lasting.pop() if len(lasting) == 1 else None


def _last_year(article: Article, opening: Sequence[str]) -> Period | None:
    """The last year where an article of spring begins with annual results and names no period: 發布年報。營業收入45.6億元."""
    words = fold("\n".join([article.title, *opening]))
    published = article.published or ""
    if published[5:7] not in _ANNUAL_MONTHS or not _ANNUAL.search(words):
        return None
    dated = any(timing.is_reporting(m.period) for part in (article.title, *opening) for m in periods.find(part))
    year = int(published[:4]) - 1
    return None if dated else Period(f"{year}-01-01", f"{year}-12-31", "year", "")


def _year_of(period: Period | None) -> int | None:
    return int(period.end[:4]) if period and period.end[:4].isdigit() else None


def _is_object(folded: str, span: Span) -> bool:
    """Whether a firm is named only as what somebody deals with."""
    before = folded[: span.start]
    if _WHERE_HE_WAS.search(before):
        return False  # 在輝達的14年: somebody's life
    return bool(_OBJECT.search(before) or _MADE_BY.search(before)) or _TAKEN_ALONG.search(before) is not None or looks_on(folded, span.end) or named_as(before)


def _leads(before: str) -> bool:
    """Whether a name after `before` stands where a sentence's subject stands."""
    return bool(_LEADING.match(before)) and not any(p.search(before) for p in (_OBJECT, _TAKEN_ALONG, _AMONG, _ANOTHERS, _MADE_BY))
