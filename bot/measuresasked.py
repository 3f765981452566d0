"""Which measures a message asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot import questionwords as qw
from bot.asked import counted_in
from bot.contentwords import blank, generic, is_light
from bot.kinds import answer_type, extreme
from bot.question import NO_MEASURE, SubjectIds
from bot.softwords import soft_word
from kb import lazy
from kb.measuring import is_else
from kb.names import Names, Span
from kb.roles import MeasureRoles
from kb.terms import span_terms

# 去年賣了幾輛電動車: how many, whatever they are called.
_PIECES_SOLD = lazy.compile(r"(?:(?P<sold>[卖售]|销售)|(?P<delivered>交付|交货)|(?P<shipped>出货|发货))(?:出|掉|了|过)*(?:多少|几|几万|多少万)[台辆部支架艘套件瓶杯双只颗片块条]")
_PIECES_SOLD_EN = lazy.compile(
    r"\bhow many (?:(?:new|electric|more|of its|of their|ev|battery|passenger|smart) )*(?:units|cars|vehicles|evs|trucks|lorries|buses|vans|phones|smartphones|handsets|laptops|pcs|computers|servers|robots|drones|scooters|bikes|chips|cards|planes|jets|aircraft|copies|bottles|devices|machines|lifts|elevators|turbines|homes|flats|glasses|headsets)\b"
    r"[^?,;]{0,60}? (?:did|does|has|have|had|will|were|was)\b[^?,;]{1,60}? (?:(?P<sold>sell|sold)|(?P<delivered>deliver(?:ed)?)|(?P<shipped>ship(?:ped)?))\b(?! (?:out|for|at)\b)"
)
_LOSES_THINGS = lazy.compile(qw.LOSES_THINGS)
_OF_PIECES = {"sold": "sales-volume", "delivered": "deliveries", "shipped": "shipments"}
# "at what price did it close on its first trading day": a share's, whatever is for sale.
_FIRST_CLOSE = lazy.compile(r"\b(?:price|how much|where|what)\b[^?]{0,60}\bclosed?\b[^?]{0,30}\b(?:first|debut|opening)\b")
# "How much money did it raise in its IPO?": what shares brought in.
_RAISED_BY_SHARES = lazy.compile(r"\bhow much\b[^?]{0,80}\brais(?:e|es|ed|ing)\b(?![^?]*\b(?:prices?|wages?|rates?|round|series)\b)[^?]*\b(?:ipo|listing|float|flotation|offering|share (?:sale|offer)|debut|public)\b")
# 研發《X》花了多少錢: what it took to make it, and no price.
_MADE_FOR = lazy.compile(r"(?:研发|开发|制作|拍摄|打造)[^,?]{0,16}?(?:花了?|用了?|砸了?|烧了?)(?:多少|几)|\bcosts? to (?:develop|film|shoot)\b|\bspen[dt] (?:on )?(?:developing|making|filming)\b")
_WHO = lazy.compile(r"[谁哪]|\bwhich\b|\bwho\b")
_OF_SEVERAL = lazy.compile(r"[第最谁哪比]|分别|各")
_DEARER = lazy.compile(r"[比较跟和][^,?]{1,24}(?:更|要|还)?(?:贵|便宜)|\b(?:cheaper|dearer|pricier|more expensive) (?:is|are|was) |\b(?:cheaper|dearer|pricier|more expensive) than\b")
_LIGHTER = lazy.compile(r"\b(?:lighter|heavier|heavi?est|lightest)\b(?! (?:industry|touch|losses|hand|fine|burden))")
_AREA_OF = lazy.compile(r"\bhow (?:many|much) (?:square )?(?:met(?:re|er)s|sqm|feet|hectares|kilomet(?:re|er)s) of [^?]{2,60}?\b(?P<verb>ship|deliver|produce|make|sell)\b")
_DONE = {"ship": "shipments", "deliver": "deliveries", "produce": "output", "make": "output", "sell": "sales-volume"}
_HOW_MUCH = lazy.compile(r"[多几]少?(?:钱|元|块)|几钱|\bhow much\b")
_ON_SALE = lazy.compile(r"\b(?:go(?:es|ing)?|went|be|put|come|comes|came|is|are) (?:up )?(?:on|for) sale\b|\bon[- ]sale date\b")
# A range of figures, and no distance: "the previous range", "the guidance range".
_BETWEEN = lazy.compile(r"\b(?:earlier|previous|prior|original|old|initial|preceding|former|new|revised|guid\w+|forecast|outlook|price|target|estimated?|expected|projected) (?:\w+ )?range\b|\brange (?:of|for) (?:the |its |their )?(?:\w+ )?(?:outlook|guidance|forecast|estimates?|revenue|sales|profit|prices?)\b")
# By how much a seller changes what it asks: no price.
_PRICE_MOVED = lazy.compile(r"\b(?:by how much|how much|by what per ?cent\w*|what per ?cent\w*|how big)\b[^?]*\b(?:rais\w+|hik\w+|increas\w+|lift\w*|put up|cut\w*|lower\w*|rise|go up)\b[^?]*\bprices?\b|\bby how much\b[^?]*\bprices?\b[^?]*\b(?:ris\w+|rose|increas\w+|f[ae]ll\w*|drop\w*|go up|gone up|cut|raised|hiked)\b|\bhow (?:much|big)\b[^?]*\bprice (?:rise|increase|hike|cut)s?\b|价[格钱]?(?:要|会|将|上|再|又)?(?:调[涨高升降]|上调|下调|提高|降低)(?:了)?(?:多少|几)")
# 載重和航程, "payload and range": what is joined to a measure is one too.
_JOINED = lazy.compile(r" ?(?:and|&|[,、和及与跟/]|以及|同埋?) ?(?:(?:the|its|their|max|maximum|total) )*")
# "How much did visitors spend?" asks for no number of them.
_SPENT = lazy.compile(r"\bhow much\b[^?]*\b(?:visitors?|tourists?|guests?|travellers?|travelers?)\b[^?]{0,40}\b(?:spen[dt]|spending|pay|paid)\b|(?:游客|旅客|访客|观光客)[^,?]{0,10}(?:花了?|消费了?)(?:多少|几)")
_GUESTS = ("visitors", "passengers")
_TOLD_AS = ("share-of-total",)  # how something is to be told, 升得最多(百分比), and not what
_TOP = "top"  # is first, and no TOPS
_OF_POWER = ("installed-capacity",)
_RESULTS = ("revenue", "net-profit")
_PEOPLE = lazy.compile(r"谁(?!(?:家|的|身价|比较|更)*[高低贵大多])|[他她人]|老板|[董总]|家族|夫妇|首[席富]|\b(?:who|whose|his|her|founders?|chair\w*|family|boss|ceo|billionaires?)\b")
OF_CUSTOMERS = frozenset(("largest-customer", "customer-concentration"))  # shares of the revenue
_FIRST_DAY = "trading-debut"  # on the market: asked when it was, it is a date, and else a moment of something else


class MeasuresAsked:
    """Finds the measures that messages ask for."""

    def __init__(self, names: Names) -> None:
        """Know the measures by `names`."""
        self._names = names
        self._adjusted = MeasureRoles.of(list(names.measures.values())).adjusted

    def named(self, folded: str, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the measures that a text asks for, by the names found in it; a profit without one-offs is another one."""
        found = self._named(folded, spans)
        if any(m.startswith("net-profit-") for m in found):
            found = tuple(m for m in found if m != "net-profit")  # 扣非淨利潤虧損多少 asks for one figure
        if found == ("net-profit",) and self._adjusted in self._names.measures and qw.WITHOUT_ONE_OFFS.search(folded):
            return (self._adjusted,)
        if set(found) & set(_OF_POWER) and counted_in(folded):
            found = tuple(m for m in found if m not in _OF_POWER)  # 裝機多少台 counts machines
        if set(found) <= {"price"} and _MADE_FOR.search(folded):
            return ("development-cost",)
        if found and _SPENT.search(folded) and set(found) <= set(_GUESTS):
            return ("visitor-spending",) if "visitor-spending" in self._names.measures else ()
        if "price" in found and _PRICE_MOVED.search(folded):
            return tuple(dict.fromkeys("price-change" if m == "price" else m for m in found))
        return found

    def _named(self, folded: str, spans: Sequence[Span]) -> tuple[str, ...]:
        if (called := [s for s in spans if s.kind == "measure" and not s.weak and folded[s.start - 1 : s.start] == "(" and folded[s.end : s.end + 1] == ")" and not set(s.ids) & set(_TOLD_AS)]):
            return called[0].ids  # 每月平均貢獻多少營收(ARPU)
        spans = [s for s in spans if s.kind != "measure" or not (folded[s.start : s.end] == _TOP or is_else(folded, s) or (s.weak and "range" in s.ids and _BETWEEN.search(folded)))]  # 對公貸款 is a part of the loans
        if lost := _LOSES_THINGS.search(folded):
            spans = [s for s in spans if s.kind != "measure" or not (s.weak and s.start == lost.start())]
        if (pieces := _PIECES_SOLD.search(folded) or _PIECES_SOLD_EN.search(folded)) and not _OF_SEVERAL.search(folded):
            return (_OF_PIECES[pieces.lastgroup or "sold"],)
        if (area := _AREA_OF.search(folded)) and (verb := _DONE.get(area["verb"])):
            return (verb,)  # how many square metres of glass it shipped is no floor
        if _FIRST_CLOSE.search(folded):
            return ("share-price",)
        if _RAISED_BY_SHARES.search(folded):
            return ("funds-raised",)
        if _DEARER.search(folded) and not _WHO.search(folded) and not any(k == "measure" for s in spans for k, _ in span_terms(s)):
            return ("price",)
        if _LIGHTER.search(folded) and "weight" in self._names.measures and not any(k == "measure" for s in spans for k, _ in span_terms(s)):
            return ("weight",)
        strong = [i for s in spans for k, i in span_terms(s) if k == "measure" and not s.weak]
        if not strong and _FIRST_DAY in {i for s in spans for k, i in span_terms(s) if k == "concept"} and answer_type(folded) == "date":
            return ("listing-date",)
        if strong:
            return self._strong(folded, spans, strong)
        others = [
            s
            for s in spans
            if s.kind == "concept"
            and not generic(folded[s.start : s.end])
            and not is_light(folded[s.start : s.end])
            and not soft_word(folded[s.start : s.end])
            and not any(k == "measure" for k, _ in span_terms(s))
        ]
        weak = [i for s in spans for k, i in span_terms(s) if k == "measure"]
        if others and (answer_type(folded) in ("amount", "ratio") or extreme(folded) in ("max", "min")):
            return tuple(dict.fromkeys(m for m in weak if m in _RESULTS))  # 收入是多少 asks for no less than 營收
        return tuple(dict.fromkeys(weak)) if not others else ()

    def _strong(self, folded: str, spans: Sequence[Span], strong: list[str]) -> tuple[str, ...]:
        """The measures that words name outright, without those that only tell what kind another is."""
        found = dict.fromkeys(m for m in [*strong, *self._joined(folded, spans)] if m not in NO_MEASURE)
        if _ON_SALE.search(folded) and len(found) > 1 - (answer_type(folded) == "date"):
            found.pop("revenue", None)  # when it goes on sale tells of no sales
        if len(found) > 1 and qw.TAKES_IN.search(folded):
            found.pop("new-orders", None)  # the revenue it will book
        if not found.keys().isdisjoint(OF_CUSTOMERS):
            found.pop("revenue", None)  # what share of its revenue comes from the largest customer
        if "price" in found and any(self._names.measures[m].unit == "money" for m in found if m != "price") and all(
            _HOW_MUCH.search(folded[s.start : s.end]) for s in spans if s.kind == "measure" and "price" in s.ids
        ):
            found.pop("price")  # 入場費要多少錢 asks for one sum
        return tuple(found)

    def _joined(self, folded: str, spans: Sequence[Span]) -> list[str]:
        """The measures that ordinary words name only because another measure stands before them: the range of "payload and range"."""
        named = [s for s in spans if s.kind == "measure"]
        return [i for a, b in pairwise(named) if not a.weak and b.weak and len(b.ids) == 1 and _JOINED.fullmatch(folded, a.end, b.start) for i in b.ids]

    def figures_asked(self, folded: str, spans: Sequence[Span]) -> bool:
        """Return whether a figure is asked for, so that a day may be that of a statement, and not what is asked about."""
        if answer_type(folded) in ("date", "duration", "reason"):
            return False
        return any(self._names.measures[m].unit != "date" for m in self.named(folded, spans))

    def of_firms(self, folded: str, spans: Sequence[Span], subjects: SubjectIds) -> list[Span]:
        """Return the spans, with what a company is worth (身價) as its market value; what its people are worth is another sum."""
        firms = subjects and all(self._names.entities[g[0]].kind == "company" for g in subjects)
        if not firms or "market-cap" not in self._names.measures or _PEOPLE.search(folded):
            return list(spans)
        return [replace(s, ids=("market-cap",)) if s.kind == "measure" and s.ids == ("net-worth",) else s for s in spans]

    def sold(self, folded: str, measures: tuple[str, ...], subjects: SubjectIds) -> tuple[str, ...]:
        """Return the measures asked for; how much a company sold is money; how many, or how much of a product, is pieces."""
        firm = all(self._names.entities[g[0]].kind == "company" for g in subjects)
        if subjects and firm and measures == ("sales-volume",) and qw.HOW_MUCH_SOLD.search(folded):
            return ("revenue",)
        return measures


def without_measures(folded: str, spans: Sequence[Span]) -> str:
    """Return the text without the names of measures: 減值損失 asks for no decline. Rates of change stay."""
    named = [
        s for s in spans
        if s.kind == "measure" and not any(i in NO_MEASURE or any(w in i for w in ("growth", "change", "price")) for i in s.ids)
    ]  # fmt: skip
    return blank(folded, [(s.start, s.end) for s in named])


def is_rate(folded: str, span: Span) -> bool:
    """Return whether 率 right after makes another measure of it: EBITDA率 is no EBITDA."""
    return span.kind == "measure" and folded[span.end : span.end + 1] == "率"
