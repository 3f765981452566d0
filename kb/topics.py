"""Who a sentence is about, which it often does not say.

A company, a person and a product are carried on from the sentence before until another takes their place; a
heading starts anew; a sentence about an industry is about nobody. Who takes part, looks on or is only compared
with takes nobody's place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kb import lazy, strangers
from kb.aggregates import PEER
from kb.components import is_inside
from kb.launches import held_against, launched
from kb.names import Names, Span
from kb.obliques import TAKES_PART, is_beside, is_under
from kb.pointing import points_at_thing, this_thing
from kb.sources import counts_others, is_backer, is_source
from kb.subjects import concerned, is_related, judges, looks_on, named_as, of_its_own, presented, speaks_of_main
from kb.text import fold
from kb.trims import part_of

_TWICE = 2  # times as often; products side by side
_NAMED_OFTEN = 3  # times: then an article whose title names no company is about this one
# Folded. A sentence that begins so speaks of a whole field, whoever was spoken of before.
_FIELD = lazy.compile(
    r"^[^,。;]{0,12}?(?:行业|产业(?!链)|赛道|(?<![个大令让使乎])市场(?!消息|意外|惊讶|传闻|传出|人士|预期|普遍|估计|憧憬|盛传)|全球(?!员工|雇员|职员|总部|门店|分店|用户|客户)|业内|业界|厂商方面|企业方面|分析认为|市场分析|此外,据|据悉)|^(?:in the |the )?(?:industry|market|sector|global)\b"
)
_PRONOUN = lazy.compile(
    r"[他她其]|(?:该|这家|这位)|公司|本行|\b(?:he|she|his|her|it|its|the (?:company|firm|group|bank|insurer|carrier|retailer)|they|their)\b"
)
_COMPARED_WITH = lazy.compile(  # "30 years, against 25 for its predecessor, the X2"
    r"\b(?:against|compared (?:with|to)|versus|vs|than|predecessor|older|previous|replac\w+|unlike|successor to)\b[^;.]{0,60}$|(?:较|比|相比|上一?代|前代|前作|旧款|老款)[^,;。]{0,16}$"
)
_HE = lazy.compile(r"[他她](?!们)|\b(?:he|she)\b")
# A sentence that goes on about whom the last one began with.
_ITS = lazy.compile(r"(?:its|it|their)\b|[其它](?![中他它们余次实间])")
_A_RIVAL = lazy.compile(r"(?:but |and |meanwhile,? |by contrast,? )?(?:its |a |the |local |nearby |smaller |larger |bigger |main |arch-?)*(?:rival|competitor|peer) (?:[a-z-]+ ){0,2}|(?:而|但|反观)?(?:其)?(?:同业|同行|(?:竞争|老)?对手|友商)(?:中的|的)?,?")
# "The shares fell 8.6%; rival X lost 3%": what comes before is not the rival's.
_RIVAL_LATER = lazy.compile(r";[^;]*\b(?:rivals?|competitors?|peers?) (?:[a-z-]+ ){0,2}$|;[^;]*(?:同业|同行|对手|友商)的?$")
_IT = lazy.compile(r"它(?!们)")
_IN_OFFICE = lazy.compile(
    r"(?:[裁监官长座人任]|总?经理|主席|书记|秘书|ceo|cfo|cto|coo)$|\b(?:chief [a-z ]{3,24}|president|(?:co-)?founders?|chair(?:man|woman)?|director|secretary|engineer|biologist|scientist)(?: [a-z. -]+ and [a-z]+)? $"
)
_SAID = lazy.compile(r"\b(?:said|says|added|adds) $")
_SAYS = lazy.compile(r" ?(?:said|says|told|added|explained)\b|(?:则|也|还)?(?:表示|说|认为|指出|坦言|强调)")
# What may stand before a subject: a date and a few words that describe it, but nothing that makes it an object.
_LEADING = lazy.compile(r"^(?:[^,。;]{0,24},)?[^,。;]{0,24}$")
LISTED = lazy.compile(r"\s*(?:[、,和与及]|and|&|,\s*and)\s*")
_BACKERS = lazy.compile(r"投资方|投资人|投资者|股东(?:包括|有)|客户(?:包括|有)|\b(?:backers?|investors?|shareholders?|customers?|clients?|suppliers?|partners?)\b")
# 推薦買入:甲、乙、丙: whom a house picks beside whom the text is about.
_PICKS = lazy.compile(r"(?:推荐|首选|看好|建议|维持|重点|关注|受[惠益]|利好|概念|买入)[^,。;:]{0,8}:\s*$|\b(?:top picks?|picks|buy-rated|we like|beneficiaries|recommendations?)[^,.;:]{0,24}:\s*$")
_OBJECT = lazy.compile(
    r"(?:[对与和跟向由被比给把为助使让在于从自获]|(?:加入|进入|出任|任职于|供职于|转投|跳槽|入职|服务于|投资|收购|击败|超过|比|达到|占|成立于|位于|来自|推出|发布)|(?:[高低多少优逊好差强弱快慢大小]于|不及|不如|落后于?|领先|仅?次于)(?:[\u3400-\u9fff]{0,4}(?:同业|同行|对手|友商))?(?:的)?|\b(?:to|for|by|with|from|at|of|than|against|over|in))\s*$"
)
_NEXT_IN_LIST = 12  # characters between two in a list: 甲、挪威的乙
_LIST_GOES_ON = lazy.compile(r" ?(?:[、和与及]|以及|,? and )")
_MADE_BY = lazy.compile(r"由(?!于)[\u3400-\u9fff]{2,3}$")  # 由舟山|岱衢船廠承造
# 由內部資源及南洲銀行牽頭的貸款, 向甲與乙採購: beside what "by" and "to" stand before.
_TAKEN_ALONG = lazy.compile(r"[由向跟把将被][^,。;]{2,14}(?:以及|[及和与、])$")
# 作為對照,甲的乙: only held against whom the text is about.
_BESIDE_IT = lazy.compile(r"(?:作为(?:对照|比较|对比|参照)|相比之下|对比之下|相较之下|反观|横向(?:比较|对比))|\b(?:by comparison|by contrast|in comparison)\b")
_AMONG = lazy.compile(r"[^,。;],[^,。;]{0,6}(?:其中[^,。;]{0,16}|[仅单只]|单是|光是|仅仅)$")  # 公司在手訂單19.3億元,其中星座運營商甲一家簽下11.7億元
_WHERE_HE_WAS = lazy.compile(
    r"(?:在|进入|加入|任职于|就职于|供职于|效力|服务于|出任|转投|跳槽|入职|来自(?!与)|曾任|历任|前任?|[转前]?[赴往到去]|\b(?:joined|joining|at|from|worked for|left)) ?[^,;。\d]{0,14}$"
)
# 在京東等電商平台銷售: where something is sold, and no subject.
_SOLD_ON = lazy.compile(r"等?(?:各?大)?(?:电商|线上|网购|销售|购物)?(?:平台|渠道|商城|旗舰店)|上(?:销售|开售|发售|出售|架)")
# 她先到洛杉磯的特效公司X: whom a pronoun stands before is no subject, but in 她創辦的X.
_ANOTHERS = lazy.compile(r"[他她](?!们)(?![^,。;]{0,12}(?:创办|创立|创建|执掌|领导|掌管|带领)的?$)[^,。;]{0,20}$|\b(?:he|she) [^,.;]{0,40}$")
# "led by Ada Quell, who joined from Formwell in 2022": where somebody came from, told beside.
_CAME_FROM = lazy.compile(r", (?:who|hired|poached|recruited|formerly|previously)\b[^,;.]{0,40} (?:from|of|at|with) $|\b(?:a|an) (?:former|one-time) $")
_BEGINS_BODY = lazy.compile(r"(?:the |该|本)?(?P<kind>[a-z]{4,}|[\u3400-\u9fff]{2,3}?(?=成立|创立|创办|设立|于|在))")
_SERIES = lazy.compile(r"\d+")
# "said Ada Quell, the chief executive": of whom the article is about, whoever ordered from it in the sentence before.
_ITS_HEAD = lazy.compile(r"\b(?:said|says|added|according to) [\w.’' -]{3,40}, (?:the|its) (?:\w+ )?(?:chief \w+|founder|co-founder|chairman|chairwoman|chair|president|ceo|cfo|boss)\b(?! of)")


@dataclass(slots=True)
class Carried:
    """Who is being spoken of, one of each kind."""

    by_kind: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)  # person -> the company spoken of when they came in
    opened: str | None = None  # the company that the paragraph begins with
    mostly: str | None = None  # the company that the article names most often
    titled: str | None = None  # the company of the title
    main: str | None = None  # the company of the title, or one that is named again and again
    stays: str | None = None  # the product of the title, or one that is named again and again and twice as often as any other
    counting: set[str] = field(default_factory=set)  # the agencies that count others: no figure is theirs
    houses: frozenset[str] = frozenset()  # who judges others: no sentence is told of them
    thing: str | None = None  # the product of the title: what others are named beside it is told of it too
    spoke: set[str] = field(default_factory=set)  # the people of whom this paragraph tells
    pronouns: dict[str, str] = field(default_factory=dict)  # person -> "he" or "she", as a sentence on nobody else calls them
    rival: str | None = None  # whom the sentence before was an aside about: "Rival X went the other way."
    aside: tuple[str, str | None] | None = None  # a rival that "its" goes on with, and the company that the text is about


class Topics:
    """Tells who the sentences of articles are about, with one set of names."""

    def __init__(self, names: Names, is_word: Callable[[str], bool]) -> None:
        """`is_word` tells everyday words and known names from words that must be a name."""
        self._names = names
        self._is_word = is_word

    def begun(self, title: dict[str, str], named: Mapping[str, Sequence[Span]], houses: frozenset[str] = frozenset(), lead: str = "") -> Carried:
        """Who is spoken of before the first sentence: those of the title, who belong together; `named` in the whole article, which `lead` opens."""
        told = Counter(
            s.ids[0] for text, spans in named.items() for s in spans
            if s.kind == "entity" and s.ids[0] not in houses and not (self.kind(s.ids[0]) == "product" and held_against(fold(text), s.start))
        )  # fmt: skip
        times = Counter({i: n for i, n in told.items() if self.kind(i) == "company"})
        things = Counter({i: n for i, n in told.items() if self.kind(i) == "product"}).most_common(2)
        stays = things[0][0] if things and things[0][1] >= max(_NAMED_OFTEN, _TWICE * (things[1][1] if len(things) > 1 else 0)) else None
        homes = {title["person"]: title["company"]} if "person" in title and "company" in title else {}
        mostly = max(times, key=lambda i: (times[i], i), default=None)
        main = title.get("company") or (mostly if mostly and times[mostly] >= _NAMED_OFTEN else None)
        thing = launched(fold(lead), named.get(lead, ()), self.kind) if "product" not in title else None  # whatever others it names as often
        spoken = {**title, **({"product": thing} if thing else {})}
        return Carried(spoken, homes, mostly=mostly, titled=title.get("company"), main=main, houses=houses, thing=title.get("product"), stays=title.get("product", thing or stays))

    def go_on(self, folded: str, spans: Sequence[Span], carried: Carried, title: dict[str, str], anew: bool) -> None:
        """A new paragraph that no company leads is of the one that the article is about, and so is what "the company" says.

        Not where the paragraph began with another: there "the company" may be that one.
        """
        if anew:
            self._resume_portrait(folded, spans, carried, title)
        if (anew or _BESIDE_IT.match(folded)) and carried.stays and ("product" in title or "product" in carried.by_kind) and not this_thing(folded):
            carried.by_kind["product"] = carried.stays
        if anew:
            carried.rival = None
        spans = [s for s in spans if s.ids[0] not in carried.houses]
        main = title.get("company")
        if main is not None and _ITS_HEAD.search(folded) and not any(self.kind(s.ids[0]) == "company" for s in spans if s.kind == "entity"):
            carried.by_kind["company"] = main
        judged = judges(folded)
        if main is None or not (anew or (carried.mostly == main and (judged or speaks_of_main(folded)))):
            return
        of_main = judged or carried.opened in (main, None) or any(main in s.ids for s in spans)
        if (self._in_passing(folded, spans) if anew else of_main and self.opens(folded, spans) in (None, main)):
            carried.by_kind["company"] = main

    def _resume_portrait(self, folded: str, spans: Sequence[Span], carried: Carried, title: dict[str, str]) -> None:
        """A new paragraph in which "he" is nobody named is of the person of the title, whom the one before told of under that pronoun."""
        told, carried.spoke = carried.spoke, set()
        person, he = title.get("person"), _HE.search(folded)
        named = any(s.kind == "entity" and self.kind(s.ids[0]) == "person" for s in spans)
        if person and he and not named and person in told and carried.pronouns.get(person) == he.group():
            carried.by_kind["person"] = person

    def _in_passing(self, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a sentence names no firm but such as judge, supply or own the one spoken of."""
        firms = [s for s in spans if s.kind == "entity" and self.kind(s.ids[0]) == "company"]
        return all(looks_on(folded, s.end) or named_as(folded[: s.start]) or is_related(folded, s.start, s.end) or _CAME_FROM.search(folded, 0, s.start) for s in firms)

    def opens(self, folded: str, spans: Sequence[Span], houses: frozenset[str] = frozenset()) -> str | None:
        """The company that a sentence begins with, if any does that is no house which judges others."""
        firms = [s for s in spans if s.kind == "entity" and s.ids[0] not in houses and self.kind(s.ids[0]) == "company" and not looks_on(folded, s.end)
                 and not named_as(folded[: s.start]) and not is_related(folded, s.start, s.end) and not PEER.search(folded, 0, s.start)]  # fmt: skip
        return firms[0].ids[0] if firms and _leads(folded, firms[0]) else None

    def _begins_with_another(self, folded: str, spans: Sequence[Span], company: str | None) -> bool:
        """Whether words that are no name of the company spoken of stand where a company's name stands."""
        words = strangers.opens(folded, spans, self._is_word) if company else ""
        known = self._names.entities[company] if company and words else None
        return known is not None and not any(words in fold(name) for name in (*known.aliases, *known.names.values()))

    def of_a_company(self, topics: Sequence[str], folded: str, spans: Sequence[Span]) -> bool:
        """Whether a sentence is about a company, and not only told by one: 研究機構 X 發布."""
        counting = {s.ids[0] for s in spans if s.kind == "entity" and is_source(folded, s)}
        return any(self.kind(t) == "company" and t not in counting for t in topics)

    def goes_on(self, folded: str, body: str) -> bool:
        """Whether a sentence begins with a body spoken of by what kind it is alone: 協會成立於1996年, "The authority was set up in 1996"."""
        names = [fold(n) for n in self._names.entities[body].names.values()]
        begin = _BEGINS_BODY.match(folded)
        return begin is not None and any(n.endswith(begin["kind"]) and not n.startswith(begin["kind"]) for n in names)

    def kind(self, entity: str) -> str:
        """Return what kind of thing an entity is."""
        return self._names.entities[entity].kind

    def of(self, folded: str, text: str, spans: list[Span], carried: Carried) -> tuple[str, ...]:
        """Who the sentence is about: not the company spoken of before where another, which is unknown, leads it."""
        self._go_aside(folded, carried)
        topics = self._about(folded, text, spans, carried)
        carried.rival = carried.rival or self._told_beside(folded, spans, carried)
        people = [t for t in topics if self.kind(t) == "person"]
        carried.spoke.update(people)
        if len(people) == 1 and (he := _HE.search(folded)):
            carried.pronouns.setdefault(people[0], he.group())
        return topics

    @staticmethod
    def _go_aside(folded: str, carried: Carried) -> None:
        """Let "its" right behind an aside about a rival be the rival's, and the next sentence be of the company before again."""
        goes_on = _ITS.match(folded) is not None
        if carried.aside and not goes_on:
            rival, company = carried.aside
            carried.aside = None
            if carried.by_kind.get("company") == rival:
                carried.by_kind.pop("company")
                carried.by_kind.update({"company": company} if company else {})
        if carried.rival and goes_on:
            carried.aside = (carried.rival, carried.by_kind.get("company"))
            carried.by_kind["company"] = carried.rival
        carried.rival = None

    def _about(self, folded: str, text: str, spans: list[Span], carried: Carried) -> tuple[str, ...]:
        company = carried.by_kind.get("company")
        others = strangers.without_bodies(spans, self._names.entities)
        another = strangers.leads(folded, text, others) or self._begins_with_another(folded, others, company)
        telling = [s for s in spans if s.ids[0] not in carried.houses]
        beside = tuple(dict.fromkeys(s.ids[0] for s in spans if s.ids[0] in carried.houses))
        if company is None or not another:
            return (*beside, *self._topics(folded, telling, carried))
        del carried.by_kind["company"]
        topics = (*beside, *self._topics(folded, telling, carried))
        if strangers.aside(text):
            carried.by_kind.setdefault("company", company)
        return topics

    def _told_beside(self, folded: str, spans: Sequence[Span], carried: Carried) -> str | None:
        """The one company of a sentence that begins with it as a rival: "Rival Oriel went the other way." """
        firms = [s for s in spans if s.kind == "entity" and self.kind(s.ids[0]) == "company" and len(s.ids) == 1 and s.ids[0] not in carried.houses]
        begins = len({s.ids for s in firms}) == 1 and _A_RIVAL.fullmatch(folded[: firms[0].start])
        return firms[0].ids[0] if begins and firms[0].ids[0] != carried.by_kind.get("company") else None

    def _topics(self, folded: str, spans: list[Span], carried: Carried) -> tuple[str, ...]:
        """Who the sentence is about: everyone it names, then those it carries on from before."""
        named = [s for s in spans if s.kind == "entity"]
        explicit = list(dict.fromkeys(i for s in named for i in s.ids))
        makers = [self._names.makers[i] for i in explicit if i in self._names.makers]
        inherited: list[str] = []
        self._at_home(folded, named, carried)
        spoken = carried.by_kind.get("company")
        under = {s.ids for s in named if spoken and spoken not in s.ids and is_under(folded[: s.start])}
        carried.counting |= {s.ids[0] for s in named if counts_others(folded, s)} - {carried.titled}
        telling = [s for s in named if not is_source(folded, s) and s.ids not in under
                   and (spoken in s.ids or not (is_backer(folded, s) or is_beside(folded[: s.start])
                                            or (self.kind(s.ids[0]) == "company" and (looks_on(folded, s.end) or named_as(folded[: s.start])))))]  # fmt: skip
        leading = [s for s in telling if self.kind(s.ids[0]) in ("company", "person")][:1]
        of_main = spoken is not None and speaks_of_main(folded)
        leads = bool(leading) and _leads(folded, leading[0])
        # 公司前五大客戶佔六成,僅甲一家就佔三成: of the firm
        leads = leads and not (of_main and spoken not in leading[0].ids and self.kind(leading[0].ids[0]) == "company" and "," in folded[: leading[0].start])
        aside = [s for s in telling if spoken and spoken not in s.ids and is_related(folded, s.start, s.end)]
        person_leads = leads and self.kind(leading[0].ids[0]) == "person"
        if not leads and not (_FIELD.match(folded) and not _PRONOUN.match(folded)):
            kinds = {self.kind(s.ids[0]) for s in named if not _RIVAL_LATER.search(folded[: s.start])
                     if not (self._in_passing_too(folded, s, carried) if self.kind(s.ids[0]) == "product" else self.kind(s.ids[0]) == "company" and _CAME_FROM.search(folded, 0, s.start))}  # fmt: skip
            for kind, entity in carried.by_kind.items():
                if kind not in kinds or (kind in ("company", "person") and _PRONOUN.search(folded)) or (kind == "product" and this_thing(folded)):
                    inherited.append(entity)
            if carried.thing and any(self.kind(i) == "product" and self._sisters(i, carried.thing) for i in explicit):
                inherited.append(carried.thing)  # Q5 is told of beside the Q7 of the title
            firms = [s for s in named if self.kind(s.ids[0]) == "company"]
            if spoken and spoken not in inherited and firms and (all(is_backer(folded, s) for s in firms) or self._beside_it(folded, firms) or self._of_its_thing(folded, named, spoken)):
                inherited.append(spoken)  # 由南洲銀行牽頭的貸款: of whom it is lent to
        elif (
            _PRONOUN.search(folded)
            and leading
            and self.kind(leading[0].ids[0]) == "company"
            and "person" in carried.by_kind
        ):
            inherited.append(carried.by_kind["person"])
        if "person" in carried.by_kind and _HE.search(folded) and not any(self.kind(i) == "person" for i in explicit):
            inherited.append(carried.by_kind["person"])  # "asked about the market, she said": of her, not of the market
        if "product" in carried.by_kind and points_at_thing(folded):
            inherited.append(carried.by_kind["product"])  # 甲把該作銷量預測上調: of what 該作 is
        if person_leads:
            inherited += self._objects(folded, explicit, carried)
        if spoken and ((of_main and spoken not in explicit) or person_leads):
            inherited.append(carried.by_kind.get("company", spoken))  # 公司在手訂單19.3億元,其中甲簽下11.7億元; the companies a person's sentence names are objects
        of_its = [s for s in named if s.ids in under] + [s for s in leading if leads and s in aside]
        if spoken and any(of_its_own(folded, s.start, s.end) for s in of_its):
            inherited.append(spoken)  # 集團旗下星渡旅遊: of both; its first customer has ordered 400 tonnes
        self._carry(folded, [s for s in telling if s not in aside], "" if leads and leading[0] in aside else self.kind(leading[0].ids[0]) if leads else "", carried)
        topics = [*explicit, *makers, *inherited]
        kinds_named = {self.kind(i) for i in explicit}
        if carried.main and "product" in kinds_named and "person" not in kinds_named and not any(self.kind(i) == "company" for i in topics):
            topics.append(carried.main)  # 第二款產品「聽雪」…: of whom the article is about
        return tuple(dict.fromkeys(topics))

    def _objects(self, folded: str, explicit: Sequence[str], carried: Carried) -> list[str]:
        """Whom somebody speaks of, in a sentence that their name leads: of the company, whose name is an object there, and of the thing that is "it"."""
        of_the_article = carried.stays is not None and carried.by_kind.get("product") == carried.stays and not speaks_of_main(folded)
        thing = (_IT.search(folded) or of_the_article) and not any(self.kind(i) == "product" for i in explicit)
        return [carried.by_kind[kind] for kind in ("company", "product") if kind in carried.by_kind and (kind == "company" or thing)]
    def _in_passing_too(self, folded: str, product: Span, carried: Carried) -> bool:
        """Whether a product is named as what another is compared with, made with or runs on, so that the one spoken of stays."""
        elsewhere = self._foreign(product.ids[0], carried) and "," in folded[: product.start]
        return elsewhere or bool(_compared(folded, product.start) or is_inside(folded, product))

    def _beside_it(self, folded: str, firms: Sequence[Span]) -> bool:
        """Whether all firms of a sentence are named as what somebody deals with or is backed by: none is whom it is about."""
        related = [is_related(folded, s.start, s.end) for s in firms]
        for i in range(1, len(firms)):
            related[i] = related[i] or (related[i - 1] and len(folded[firms[i - 1].end : firms[i].start]) < _NEXT_IN_LIST and bool(_LIST_GOES_ON.match(folded, firms[i - 1].end)))
        objects = [_is_object(folded, s) or (i > 0 and firms[i - 1].ids == s.ids and _is_object(folded, firms[i - 1])) for i, s in enumerate(firms)]  # 低於同業德嵐(Dellan)的
        return all(r or o for r, o in zip(related, objects, strict=True))

    def _of_its_thing(self, folded: str, named: Sequence[Span], spoken: str) -> bool:
        """Whether a sentence begins with a thing of nobody else's and names a firm in a later part: 「鯤鵬號」的交付推遲,船廠…."""
        first, firm = named[0], next(s for s in named if self.kind(s.ids[0]) == "company")
        maker = self._names.makers.get(first.ids[0], spoken)
        return self.kind(first.ids[0]) == "product" and maker == spoken and "," in folded[first.end : firm.start]

    def _sisters(self, one: str, other: str) -> bool:
        """Whether two products are models of one line, or one is a version of the other: Q5 and Q7, Aero 5 and Aero 5 Pro."""
        pairs = [(fold(a), fold(b)) for a in self._names.entities[one].names.values() for b in self._names.entities[other].names.values()]
        return one != other and any(part_of(a, b) or part_of(b, a) or (_SERIES.sub("0", a) == _SERIES.sub("0", b) and "0" in _SERIES.sub("0", a)) for a, b in pairs)

    def _carry(self, folded: str, named: list[Span], leads: str, carried: Carried) -> None:
        """Update who is spoken of: a company or person in subject place takes over; a list of them, nobody."""
        if _FIELD.match(folded) and not named:
            carried.by_kind.pop("product", None)
            return
        if named and (PEER.search(folded[: named[0].start]) or _BACKERS.search(folded[: named[0].start]) or _PICKS.search(folded[: named[0].start]) or _BESIDE_IT.match(folded)):
            firms = [s for s in named if self.kind(s.ids[0]) == "company"]
            carried.rival = firms[0].ids[0] if leads == "company" and len(firms) == 1 and folded.isascii() else None
            return  # an aside about a rival: the next sentence goes on with whom the text is about
        if TAKES_PART.search(folded):
            return  # backers of a round: the text goes on about the company they back
        for span in named:
            if self.kind(span.ids[0]) == "person" and _SAYS.match(folded, span.end):
                carried.by_kind["person"] = span.ids[0]  # whoever spoke is "she" in what follows
        for kind in ("company", "person", "product"):
            of_kind = [s for s in named if self.kind(s.ids[0]) == kind and len(s.ids) == 1]
            if not of_kind:
                continue
            side_by_side = kind == "product" and self._side_by_side(folded, of_kind, carried)
            if side_by_side or _begin_a_list(folded, of_kind):
                if leads == kind or side_by_side:
                    carried.by_kind.pop(kind, None)
                continue
            comes_to = kind == "company" and len(of_kind) == 1 and presented(folded, of_kind[0].start, of_kind[0].end)
            if leads != kind and not comes_to and self._beside(kind, of_kind[0], folded, carried):
                continue
            if leads == kind or kind not in carried.by_kind or kind == "product" or comes_to:
                if kind == "company" and carried.by_kind.get(kind) != of_kind[0].ids[0]:
                    carried.by_kind.pop("product", None)
                carried.by_kind[kind] = of_kind[0].ids[0]

    def _at_home(self, folded: str, named: list[Span], carried: Carried) -> None:
        """Note of whose company somebody is, and go back to it where they speak again behind a rival."""
        people = [s for s in named if self.kind(s.ids[0]) == "person"]
        firms = {s.ids[0] for s in named if self.kind(s.ids[0]) == "company"}
        company = carried.by_kind.get("company", "")
        if firms - {company}:
            return
        for span in people:
            if _IN_OFFICE.search(folded, 0, span.start):
                carried.homes.setdefault(span.ids[0], company)
        home = carried.homes.get(people[0].ids[0], "") if len(people) == 1 and not firms else ""
        if home and home != company and (in_subject_place(folded[: people[0].start]) or _SAID.search(folded[: people[0].start])):
            carried.by_kind["company"] = home

    def _beside(self, kind: str, span: Span, folded: str, carried: Carried) -> bool:
        """Whether somebody not in subject place is only mentioned.

        採用EVA與TPU發泡: what a shoe is made of; 他進入美國網路晶片商Halvorsen: where somebody worked.
        """
        if kind == "product":
            return self._foreign(span.ids[0], carried) or bool("product" in carried.by_kind and is_inside(folded, span)) or bool("product" in carried.by_kind and _compared(folded, span.start)) or held_against(folded, span.start)
        return kind == "company" and bool(_WHERE_HE_WAS.search(folded[: span.start]))

    def _side_by_side(self, folded: str, things: Sequence[Span], carried: Carried) -> bool:
        """Whether a sentence tells of several products in turn: 茶「甲」佔六成;咖啡「乙」2.4億元. The next one goes on with none of them."""
        told = [s for s in things if not is_inside(folded, s) and not _compared(folded, s.start)]
        first, last = (told[0], told[-1]) if told else (None, None)
        if first is None or last is None or carried.stays in (first.ids[0], last.ids[0]) or len({s.ids[0] for s in told}) < _TWICE:
            return False
        return ";" in folded[first.end : last.start] and not any(self._sisters(s.ids[0], first.ids[0]) for s in told)

    def _foreign(self, product: str, carried: Carried) -> bool:
        """Whether a product is of another maker than the company spoken of, whose own product is spoken of."""
        known = "product" in carried.by_kind and "company" in carried.by_kind and not product.startswith("found:")
        return known and self._names.makers.get(product) != carried.by_kind["company"]


def _begin_a_list(folded: str, names: Sequence[Span]) -> bool:
    """Whether a name, with what it is called in brackets, is the first of several in a row: 甲(Alpha)、乙."""
    after = next((s for s in names if s.ids != names[0].ids), names[1] if len(names) > 1 else None)
    if after is None:
        return False
    first = max((s for s in names if s.ids == names[0].ids and s.end <= after.start), key=lambda s: s.end)
    return LISTED.fullmatch(folded[first.end : after.start].removeprefix(")")) is not None


def _compared(folded: str, start: int) -> bool:
    """Whether the product named at a place is what another is compared with."""
    return bool(_COMPARED_WITH.search(folded, 0, start)) or held_against(folded, start)


def _is_object(folded: str, span: Span) -> bool:
    """Whether a firm is named only as what somebody deals with."""
    before = folded[: span.start]
    if _SOLD_ON.match(folded, span.end):
        return True
    if _WHERE_HE_WAS.search(before):
        return False  # 在輝達的14年: somebody's life
    return bool(_OBJECT.search(before) or _MADE_BY.search(before)) or _TAKEN_ALONG.search(before) is not None or looks_on(folded, span.end) or named_as(before)


def _leads(folded: str, span: Span) -> bool:
    """Whether a sentence is told of who is named at a place: its subject, or whom something is said to be so for."""
    return in_subject_place(folded[: span.start]) or concerned(folded[: span.start], folded[span.end :])


def in_subject_place(before: str) -> bool:
    """Whether a name after `before` stands where a sentence's subject stands."""
    return bool(_LEADING.match(before)) and not any(p.search(before) for p in (_OBJECT, _TAKEN_ALONG, _AMONG, _ANOTHERS, _MADE_BY))
