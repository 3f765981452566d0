"""Whose figure it is: the subject before it, or nobody where the text speaks of a part, a peer or a market.

A segment's revenue is not its company's, and a rival's figure is not that of the company before it.
All patterns are matched against folded text. Leaves out which measure and when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb import lazy, strangers
from kb.aggregates import PEER, RANKED_AMONG
from kb.components import in_another, is_inside, of_the_piece
from kb.launches import held_against
from kb.names import Names, Span
from kb.obliques import is_adjunct, is_companion, is_oblique, without_obliques
from kb.partfigures import WHOLE
from kb.pointing import A_THING, FIRM_AGAIN, this_thing
from kb.sources import BROKER, is_backer, is_source
from kb.subjects import HOUSE
from kb.timing import AGAINST

_SUBJECT_KINDS = ("company", "product", "person", "institution", "place")
# 搭載X1的開發機,售價899美元: the price of what it is in.
_CARRIES = lazy.compile(r"(?:搭载|配备|采用|内建|内置|装有|配有|基于)(?:了|自家|自研|旗下)?$")
_APPOSED = lazy.compile(
    r"(?: \([^()]*\))?,(?P<who> (?:the|an?|which|whose|owner|maker|operator|parent) [^;]{4,220}?,) (?:also |has |have |on \w+day )?(?:posted|reported|said|booked|made|earned|recorded|swung|announced|delivered|sold|saw|had|raised|cut|lifted|expects?|returned|turned|carried|shipped|opened|closed|ended)\b"
)
# 理財子公司甲管理規模8,960億元,淨利潤7.2億元: of one that no name may stand for.
_SUBSIDIARY_NAMED = lazy.compile(r"(?:子公司|附属公司|孙公司|联营公司|合营公司|参股公司)(?:为|是)?(?P<who>[㐀-鿿]{2,8}?)(?:去年|今年|上半年|全年|期内|20\d\d年)?(?:实现|录得|的)?(?:管理规模|管理资产|资产|营收|营业收入|收入|净利|净亏|盈利|亏损|保费|规模|放款|贷款|销量|产量)")
_WHOSE = lazy.compile(r", (?:and )?whose (?:[a-z-]+ ){0,3}$")
# A sentence that begins so is of others.
_PEERS_TOLD = lazy.compile(r"作为(?:对照|比较|对比|参照)[^,;。\d]{0,4},|(?:同级|同价位|同类)(?:别)?的|[^,;。\d]{0,6}(?:同行(?!业)|同业(?!拆|存|借)|(?:竞争)?对手|友商|竞品)[^,;。\d]{0,8}[,:]|(?:among|of) (?:its |the )?(?:rivals|peers|competitors)\b", re.I)
_SUBSIDIARY = lazy.compile(r"旗下[^,;。]{0,10}?(?:品牌|子公司|公司|平台|部门|企业|机构)|旗下[^,;。]{0,8}[「『“\"]|其[^,;。\d]{2,8}?(?:营业部|分公司|[支分]行|子公司)|旗下[^,;。\d]{2,10}?的(?=[^,;。\d]{2,8}[率额量入润])")
# 馭風的主力車型風行X5單月交付: of the thing, whether or not its name is known.
_A_THING_OF = lazy.compile(r"的[^,;。\d]{0,8}?(?:车型|机型|单品|新品|新车|新机|旗舰机|手游|新作|作品|款车|楼盘)(?!收入|营收|占|销售收入)(?=[^,;。:]{1,14}\d)")
_WORKS = r"(?:矿山?|厂|工厂|基地|项目|园区|产线|电站|中心|广场|商场|大厦|大楼|酒店|码头|门店|店|船|楼盘|屋苑|油田|气田|农场)"
# 該礦設計年產能3萬噸, 旗下海昕廣場出租率96.2%: of the works and the house.
_THAT_WORKS = lazy.compile(rf"(?:^|[,;。])(?:[该这此]{_WORKS})(?![商区家长房])|旗下[^,;。\d的]{{2,8}}{_WORKS}(?=的?(?:出租|入住|租金|出售|平均|客流|产能|产量|销售|营业|开业|储量))|, where (?:its |the )?(?:annual )?(?:output|capacity|production|occupancy)\b")
# 該分部收入142.6億元,…;同店銷售下滑3.4%: of the part, to the end of the sentence.
_THAT_PART = lazy.compile(r"(?:而|但|其中)?[该这此]个?(?:分部|业务|板块|部门|品牌|渠道|事业[部群]|业态|产品线|市场|地区|区域)|(?:but |and )?(?:the|that|this) (?:unit|segment|division|business line|brand)\b(?!s)")
# 社區生鮮店「棠小鮮」則成為增長引擎:收入96.3億元, 便利店品牌「七點半」實現收入51.7億元: of what it begins with.
_LEADS_PART = lazy.compile(r"(?:而|但|其中|至于|反观)?(?:旗下)?[^,;。:\d「『“\"]{0,10}[「『“\"]?")
_DOES = lazy.compile(r"[」』”\"]?(?:则|也|亦|仍|更|却)*(?:成为|是|为|实现|录得|取得|收入|营收|销售额|贡献|表现|[今去]年|20\d\d年|,)")
_WORK = lazy.compile(r"《[^《》]+》")
_OLDER = lazy.compile(r"(?:较|比|相比|是|为)(?:于)?(?:上一?代|前一?代|旧款|老款|同类|前作|现役|竞品|对手)(?:产品|车型|芯片|机型|的)?\s?(?:[a-z]+\s)?$")  # 較上一代CX700算力提升2.5倍
LISTED = lazy.compile(r"\s*(?:[、,和与及跟]|and|&|,\s*and)\s*")
# 成本降4%,得益於甲礦的水電站: of whom the text is about, not of what it is thanks to.
_CAUSE = lazy.compile(r",[^;。]{0,16}(?:得益于|受益于|受惠于?|归功于|由于|拖累|因为?)[^,;。]{0,12}$|,? (?:thanks to|because of|owing to|due to|helped by|driven by|on the back of) (?:the |its |a )?(?:[a-z-]+ ){0,3}$")
_LISTED_ON = lazy.compile(r"(?:主板|科创板|创业板)?(?:上市|挂牌|上柜|买卖|敲钟)")  # 在上交所上市,員工7860人
_GOT_ON = lazy.compile(r"(?:登陆|登录|亮相|转板至?|挂牌于?)$")  # 2011年登陸港交所,雇員約4.3萬人
# 前五大廠合計出貨418GW,市占率61.1%: of several, and not of whom the text is about.
_THE_FIRST = lazy.compile(r"前[两二三四五六七八九十\d]+(?:大|名|强|家)?(?:厂|企业|公司|品牌|业者|车企|药企|银行|券商|房企|玩家|平台|(?=合计|共|总))|\btop (?:two|three|four|five|six|eight|ten|\d+) (?:vendors|makers|brands|firms|companies|players|suppliers|carriers|banks)\b", re.I)
_LEADS_UP = lazy.compile(r"(?:^|[,;:、]|\b(?:at|of|for|by|and|(?:shares?|stock|stakes?) in))\s*$")
_HOLDS = lazy.compile(r"(?:(?:(?:上市|交易|发行|增资|融资|减持|转让|完成)[^,。;]{0,6}后,?|目前,?|如今,?)?[他她](?:的|则|也|还|仍|目前)?|(?:he|she) (?:now |still )?)(?:持股|持有|直接持|holds?|owns?|keeps?)")
_SUES = lazy.compile(r"起诉|控告|状告|提告|告上|提起诉讼|提起仲裁|\b(?:sue[sd]?|suing|filed a (?:law)?suit)\b")
_CLAIMS = lazy.compile(r"索赔|求偿|索偿|要求赔|\b(?:seek\w*|claim\w*|demand\w*|ask\w*)\b")
_OF_A_LICENCE = frozenset(("upfront-payment", "milestone-payments", "deal-total", "license-fee"))
# 授予|授權給|許可給 乙: who gets a licence.
_LICENSED_TO = lazy.compile(r"(?:授[予给]|授权(?:给|予)?|许可给|转让给|出让给|卖给|售予|交给|让与|独家授)(?:了)?[^,;。\d]{0,14}$|\b(?:licen[cs]ed|sold|granted|out-licen[cs]ed|rights) [^,;.]{0,40}?\bto\b[^,;.]{0,24}$")
_OF_THE_FIRM = lazy.compile(r"公司|集团|本行|全司")
_DRIVES = lazy.compile(r"[带推拉]动|驱动|贡献|使|令|让|助|\b(?:help|drove|driv|push|lift|boost)")
_BEFORE_IT = lazy.compile(r"(?<![较比于])(?:前代|前作|上一?代|旧款|老款|前一代)(?:产品|机型|车型|的)?|\b(?:predecessor|previous (?:model|generation))\b")
_TOLD_OF_PARTS = frozenset("revenue operating-profit net-profit gross-margin operating-margin same-store-sales stores store-openings capex".split())
_OF_A_ROUND = frozenset(("valuation", "funding-amount", "total-funding"))
_TELLS_WHY = lazy.compile(r"\s?(?:但|而|不过|主要)?(?:因(?!此|而)|由于|鉴于|随着|受(?![邀聘])|为应对|面对|适逢)|\s?(?:because of|due to|owing to|amid|given)\b")
_PEER_OF = lazy.compile(
    r"(?:高于|低于|优于|领先|超过|超越|不及|快于|above|below|ahead of|than|outpac\w+)[^,;]{0,8}(?:同业|同行|对手|rivals?|competitors?|peers?)|\bother than\b|among others"
)


# Of one of two, where nobody could tell which (`kb.oftwo`).
_OF_TWO = lazy.compile(r"(?<![\u3400-\u9fff])(?:而|其中)?(?:前者|后者)|\bthe (?:former|latter)\b")
# 出貨36GW,多於甲: whom somebody is held against.
_THAN = lazy.compile(r"(?:[多少高低大小快慢优逊强弱好]于|不及|不如|胜过|超过|超越)$")


class Owners:
    """Finds whose figure a sentence gives."""

    def __init__(self, names: Names) -> None:
        """Take the names, for the kinds of entities."""
        self._names = names

    def kinds(self, measure: str) -> tuple[str, ...]:
        """Return the kinds of entity that have such a figure at all, likeliest first: a person has no revenue."""
        known = self._names.measures.get(measure)
        kinds = tuple(k for k in known.kinds if k in _SUBJECT_KINDS) if known else ()
        if "company" in kinds or "product" in kinds:
            kinds = tuple(k for k in kinds if k != "place")
        return kinds if known and known.kinds else ("company", "product")

    def of(
        self, folded: str, text: str, spans: Sequence[Span], position: int, measure: tuple[int, int, str],
        carried: Sequence[str], begin: int,
    ) -> str | None:  # fmt: skip
        """Return the subject of the figure at `position` of a measure at measure[:2], or None for nobody."""
        kinds = self.kinds(measure[2])
        named = self._may_own(folded, spans, position, measure, carried)
        chosen = self._chosen(folded, named, position, measure, carried, spans)
        last = chosen[-1] if chosen else None
        if self._of_a_part_named(folded, spans, last, position, measure) or _THAT_WORKS.search(folded, begin, position):
            return None
        if measure[2] in _TOLD_OF_PARTS and not FIRM_AGAIN.search(folded, 0, position):
            part = self._leading_part(folded, spans, named, position)
            if part or (last is None and _THAT_PART.match(folded)):
                return part
        if instead := self._spoken_of_again(folded, last, last.end if last else begin, position, kinds, carried):
            return instead
        after = last.end if last else begin
        if last is None and _PEERS_TOLD.match(folded[:position]) and not FIRM_AGAIN.search(folded, 0, position):
            return None  # 同行裡,甲去年交付2100台;乙賣出640台: of none that is spoken of
        if PEER.search(RANKED_AMONG.sub("", folded[after:position])) and not _PEER_OF.search(folded[after:position]):
            return None
        if _SUBSIDIARY.search(folded, after, position) or (last is not None and _A_THING_OF.match(folded, after, position)) or _OF_TWO.search(folded, after, position):
            return None
        if kinds[:1] == ("product",) and self._of_a_thing_unnamed(folded, named, after, position):
            return None
        if strangers.between(folded, text, strangers.without_bodies(spans, self._names.entities), after, position):
            return None
        if measure[2] in WHOLE and (self._of_a_product(folded, spans, position, measure[0]) or (last is None and self._of_this_thing(folded, position, carried))):
            return None
        if last is None:
            return self._carried_on(folded, spans, begin, position, kinds, carried)
        index = named.index(last)
        if index and LISTED.fullmatch(folded[named[index - 1].end : last.start]) and named[index - 1].ids != last.ids:
            return None
        return last.ids[0] if len(last.ids) == 1 else None

    @staticmethod
    def _of_a_thing_unnamed(folded: str, named: Sequence[Span], after: int, position: int) -> bool:
        """Whether a product's figure is that of one no name stands for: 旗下《山海行》首月流水; 前代Tidal S,算力只有12; 搭載X1的開發箱,售價899美元."""
        return bool(_WORK.search(folded, after, position) or _BEFORE_IT.search(folded, after, position)) or in_another(folded, named, position)

    def _leading_part(self, folded: str, spans: Sequence[Span], named: Sequence[Span], position: int) -> str | None:
        """The product that a sentence begins with, or the part of it behind a semicolon, and goes on about without naming a firm."""
        begin = folded.rfind(";", 0, position) + 1
        begin = begin if any(s.kind == "entity" and begin <= s.start < position for s in spans) else 0
        first = next((s for s in spans if s.kind == "entity" and begin <= s.start), None)
        if first is None or len(first.ids) != 1 or self._names.entities[first.ids[0]].kind != "product" or first.end > position:
            return None
        leads = _LEADS_PART.fullmatch(folded, begin, first.start) and _DOES.match(folded, first.end)
        firm = any(s.start >= begin and self._names.entities[s.ids[0]].kind == "company" for s in named)
        return first.ids[0] if leads and not firm and not _DRIVES.search(folded, first.end, position) else None

    def _of_a_part_named(self, folded: str, spans: Sequence[Span], last: Span | None, position: int, measure: tuple[int, int, str]) -> bool:
        """Whether a figure is that of a subsidiary behind whose name nobody else stands, or of a thing: its heart pump, whose sales rose 41%."""
        begin = max(folded.rfind(mark, 0, position) for mark in ";。") + 1
        told = _SUBSIDIARY_NAMED.search(folded, begin, position)
        if told and (last is None or last.start < told.start("who") or last.end < told.end("who")) and not FIRM_AGAIN.search(folded, told.end(), position):
            return True
        whose = _WHOSE.search(folded, max(0, measure[0] - 60), measure[0]) if 0 <= measure[0] <= position else None
        return whose is not None and not any(s.kind == "entity" and 0 <= whose.start() - s.end <= 1 for s in spans)

    def _may_own(self, folded: str, spans: Sequence[Span], position: int, measure: tuple[int, int, str], carried: Sequence[str]) -> list[Span]:
        """Those named before a figure who may have it, without what another is made with."""
        named = without_obliques(folded, [s for s in self._named(spans, self.kinds(measure[2]), folded) if s.end <= position], carried, measure[2])
        named = [s for s in named if not (len(named) > 1 or carried) or not _in_a_reason(folded, s, position)]
        return [s for s in named if of_the_piece(folded, s.end, position, measure) or not self._is_inside(folded, s, named, carried)]

    def _chosen(self, folded: str, named: Sequence[Span], position: int, measure: tuple[int, int, str], carried: Sequence[str], spans: Sequence[Span]) -> Sequence[Span]:
        """Those of `named` whose figure it may be by where they stand; the last one counts."""
        leading = [s for s in named if s.start >= measure[1] and _LEADS_UP.search(folded[max(0, s.start - 12) : s.start])]
        within = [s for s in named if measure[0] <= s.start and s.end <= measure[1]]  # "shares in Oriel Group" is one term
        described = [s for s in named if s.start >= measure[1] and folded.startswith("的", measure[1])]  # 才開始交車的小車跳豆繳出6,475輛
        chosen = leading or within or described or [s for s in named if s.end <= max(measure[0], 0)] or (named if measure[0] > position else [])
        if measure[2] == "target-price":  # what a house thinks a share is worth is never its own
            return [s for s in chosen if not HOUSE.search(folded, s.start, s.end) and not BROKER.search(folded, s.start, s.end)]
        if measure[2] in _OF_A_ROUND:  # 由甲領投,投後估值41億元: not who backed it
            return [s for s in chosen if not is_backer(folded, s)]
        if measure[2] == "compensation-paid" and (sued := _SUES.search(folded, 0, position)) and _CLAIMS.search(folded, sued.end(), position):
            return [s for s in chosen if s.end <= sued.start()] or chosen  # 甲起訴乙,索賠5,600萬元: what who sues asks for
        if measure[2] in _OF_A_LICENCE:  # 甲把新藥授予乙,首付款1.8億美元: of who gives the licence
            return self._givers(folded, chosen, carried, spans)
        return chosen

    def _carried_on(self, folded: str, spans: Sequence[Span], begin: int, position: int, kinds: Sequence[str], carried: Sequence[str]) -> str | None:
        """Who has a figure before which nobody is named: one that is spoken of."""
        if _THE_FIRST.search(folded, 0, position):
            return None
        causes = {s.ids[0] for s in spans if s.kind == "entity" and s.start > position and _CAUSE.search(folded, position, s.start)}
        causes |= self._held_against(folded, spans, position) | {s.ids[0] for s in spans if s.kind == "entity" and s.end <= position and is_companion(folded[: s.start])}
        held = {self._names.entities[i].kind: i for i in reversed(carried) if i not in causes}
        if "person" in kinds and "person" in held and _HOLDS.match(folded):
            return held["person"] if not any(held["person"] in s.ids for s in spans) else None  # she holds 36%, her husband 12%
        kind = "product" if "product" in kinds and "product" in held and this_thing(folded) else next((k for k in kinds if k in held), None)
        if kind == "product" and self._another_firm(folded, spans, begin, position, carried):
            return None  # 進度最快的煦和生物…,保護效力87.9%: of the product of another firm, which is not named
        return held[kind] if kind else None

    def _held_against(self, folded: str, spans: Sequence[Span], position: int) -> set[str]:
        """The products that a sentence names behind a figure only to hold it against theirs: 39 grams (Halo 2: 52 grams)."""
        things = [s for s in spans if s.kind == "entity" and self._names.entities[s.ids[0]].kind == "product"]
        beside = {s.ids[0] for s in things if s.start > position and held_against(folded, s.start)}
        return beside - {s.ids[0] for s in things if s.end <= position}

    def _givers(self, folded: str, chosen: Sequence[Span], carried: Sequence[str], spans: Sequence[Span]) -> list[Span]:
        """Those who may give a licence: firms, but not the one that gets it; else what is licensed, where no firm is spoken of."""
        firms = [s for s in chosen if self._names.entities[s.ids[0]].kind == "company"]
        takers = {s.ids[0] for s in spans if s.kind == "entity" and _LICENSED_TO.search(folded[max(0, s.start - 64) : s.start])}
        givers = [s for s in firms if s.ids[0] not in takers]
        spoken_of = any(self._names.entities[i].kind == "company" and i not in takers for i in carried)
        return givers or ([] if spoken_of else [s for s in chosen if s not in firms])

    def _spoken_of_again(self, folded: str, last: Span | None, after: int, position: int, kinds: Sequence[str], carried: Sequence[str]) -> str | None:
        """Who folded[after:position] goes back to without a name: the firm for 公司, unless it is the last named, the thing spoken of for 該作."""
        held = {self._names.entities[i].kind: i for i in reversed(carried)}
        if "product" in kinds and "product" in held and A_THING.search(folded, after, position):
            return held["product"]
        firm = last is not None and self._names.entities[last.ids[0]].kind == "company"
        if "company" in kinds and "company" in held and (last is None or not firm or is_adjunct(folded, last)) and FIRM_AGAIN.search(folded, after, position):
            return held["company"]
        return None

    def _is_inside(self, folded: str, span: Span, named: Sequence[Span], carried: Sequence[str]) -> bool:
        """Whether a product is what another, spoken of already, is made with: 搭載8顆HBM3E,容量192GB."""
        entities = self._names.entities
        if entities[span.ids[0]].kind != "product" or not is_inside(folded, span):
            return False
        others = (*(s.ids[0] for s in named if s.end <= span.start), *carried)
        return any(entities[i].kind == "product" and i != span.ids[0] for i in others)

    def _of_a_product(self, folded: str, spans: Sequence[Span], position: int, measure: int) -> bool:
        """Whether a product alone stands before a figure whose measure is told behind it: 雙抗嶺安寧首年即實現14.8億元銷售額."""
        part = max(folded.rfind(mark, 0, position) for mark in ",;。") + 1
        named = [s for s in spans if s.kind == "entity" and part <= s.start < position]
        last = self._names.entities[named[-1].ids[0]].kind if named else ""
        return measure > position and last == "product" and not _DRIVES.search(folded, named[-1].end, position)

    def _of_this_thing(self, folded: str, position: int, carried: Sequence[str]) -> bool:
        """Whether a figure is of a thing pointed at, of which a company's measure is told: 這個牌子上半年銷售額7.46億元."""
        things = any(self._names.entities[i].kind == "product" for i in carried)
        return things and this_thing(folded) and not _OF_THE_FIRM.search(folded, 0, position)

    def _another_firm(self, folded: str, spans: Sequence[Span], begin: int, position: int, carried: Sequence[str]) -> bool:
        """Whether a company that is not spoken of stands as a subject in the part of a sentence before a figure."""
        firms = [s for s in spans if s.kind == "entity" and not s.weak and begin <= s.start < position and self._names.entities[s.ids[0]].kind == "company"]
        return any(not set(s.ids) & set(carried) and not is_source(folded, s) and not is_oblique(folded[: s.start]) for s in firms)

    def _named(self, spans: Sequence[Span], kinds: Sequence[str], folded: str) -> list[Span]:
        appositions = _appositions(folded, spans)
        return [
            s for s in spans
            if s.kind == "entity" and not s.weak and self._names.entities[s.ids[0]].kind in kinds
            and not AGAINST.search(folded[max(0, s.start - 14) : s.start])
            and not is_source(folded, s)
            and not _THAN.search(folded, 0, s.start)
            and not _OLDER.search(folded[max(0, s.start - 24) : s.start])
            and not (self._names.entities[s.ids[0]].kind == "product" and held_against(folded, s.start))
            and not (_CARRIES.search(folded[max(0, s.start - 12) : s.start]) and folded.startswith("的", s.end))
            and not any(a <= s.start < b for a, b in appositions)
            and not (self._names.entities[s.ids[0]].kind == "institution" and (_LISTED_ON.match(folded, s.end) or _GOT_ON.search(folded, 0, s.start)))
        ]  # fmt: skip


def _in_a_reason(folded: str, span: Span, position: int) -> bool:
    """Whether a name only stands in a part that tells why, before the part with the figure: 因空客交付延遲,機隊目標下調至99架."""
    begin = max(folded.rfind(mark, 0, span.start) for mark in ",;。:") + 1
    return bool(_TELLS_WHY.match(folded, begin, span.start)) and "," in folded[span.end : position]


def _appositions(folded: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where words stand between a name that opens a sentence and its verb, and say who that is: "Orlane Group, the owner of A, B and C, posted"."""
    first = min((s for s in spans if s.kind == "entity"), key=lambda s: s.start, default=None)
    told = _APPOSED.match(folded, first.end) if first and not folded[: first.start].strip(" \"“'") else None
    return [told.span("who")] if told else []
