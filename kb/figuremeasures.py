"""Which measure a figure of a sentence is of, and what it says of it: a value, a growth, a fall.

A figure takes its measure from its own clause, or goes on with the figure before it where nothing but words of
comparison stand between. When it was, and how sure it is, tells `kb.dating`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb import aspects, elided, inturn, lazy, ownership, partfigures, timing
from kb.becoming import FOR_EACH_THING
from kb.dating import COUNTED, Dating
from kb.measuring import Found, Measuring, is_bare
from kb.model import Fact, Quantity
from kb.names import Names, Span
from kb.prepared import Clause, Context
from kb.roles import MeasureRoles
from kb.units import is_change, is_money

_OF_A_THING = lazy.compile(
    r" (?:(?:forecast|guidance|outlook|target|estimate)s? )?(?:of|for|from) (?:its |the )?(?![A-Z][a-z]{1,3} ?[\d$]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Fiscal)[A-Z][a-z]{2,}"
)
_EARNED = lazy.compile(r"\b(?:earn(?:ed|s|ings)?|profit|lost|loss)\b(?! per)")
_OF_A_WHOLE_FLOW = partfigures.WHOLE | {"sales-volume", "shipments", "output"}
_COUNTED_THINGS = lazy.compile(r"^\s(?:of\s)?(?:[a-z-]+\s){0,2}[a-z-]+(?=,|\sin\s|\sduring\s|\s{2})")
BY_SHARE_BEHIND = lazy.compile(r"\s?(?:/股|per (?:diluted |basic |ordinary )?share|a share|每股)")
_ANY_MARGIN = lazy.compile(r"利润率|获利率|溢利率|margin|profit margin")
_MARGIN_OF = {"operating-profit": "operating-margin", "ebitda": "ebitda-margin"}
_OF_ALL_IT_SELLS = lazy.compile(r"(?:产品|综合|整体|平均|销售|出货|出厂|交易|成交|每[^,;。]{1,6}|单[台机车瓶杯件片颗支盒]|其|集团|公司|合同|签约|期内|年内|季内|实现|住宅|整车|新房|新车)的?$")
_STEPS = frozenset(("layoffs", "new-hires"))  # what is cut or added is the figure
# "spent $880 million on research last year, up from", "shipped 38.2m phones in 2025, against": of the figure before the comma.
_SHOPS = ("家", "間", "個", "座", "shop", "store", "outlet", "restaurant", "branch", "hotel", "property")
_OPENED = lazy.compile(r"(?:新开|净开|净增加?|净新增|新增|增开|开设|开出)(?:了|约|近|逾|超过)*$|\b(?:opened|opening|added|adding)\b[^,;.]{0,12}$")
_NOT_NET = lazy.compile(r"新开|开设|新增|开出|关闭|关店|结业")
_VERSUS = lazy.compile(r"[^,;.]*(?:\([^()]*\)[^,;.]*)?, (?:(?:(?:up|down)(?: (?:sharply|slightly))? from)|against|(?:as )?compared (?:with|to)|versus|vs\.?|from) (?:about |around |nearly |over |some |just |only |an? (?:net )?(?:loss|profit) of )?")
_EXPECTS = lazy.compile(r"\b(?:expects?|expecting|aims? for|aiming for|targets?|targeting|forecasts?|guides? (?:for|to)|guided (?:for|to)|plans?) (?:about |around |nearly |some |at least |up to )?$")
_AIM = lazy.compile(r"\s*(?:而|但|至于)?\s*(?:公司|集团)?\s*(?:的|全年|年度)*目标(?:则|是|为|定为|设为|订为|定在|约|达|至少|上看)*\s*")
# 已完成全年45萬輛目標的31.6%, 為全年目標300億元的28.7%: what is aimed at, of what was just told.
_DONE_OF = lazy.compile(r"\s*(?:已|约|仅|并)*(?:完成|达成|实现|达到|相当于|占|为|是)(?:了)?\s*(?:年度|既定|原定|全年|设定)?(?:的)?(?:目标)?(?:的)?\s*")
_TARGET_BEHIND = lazy.compile(r"的?(?:年度|全年|交付|销售|销量|营收)?目标|的[约近逾]?\d[\d.]*%")
_TOTAL_AIM = lazy.compile(r"(?:突破|达到?|总数|增[至到]|站上|挑战)[约近逾]?\s*$")
_OPENING_WORDS = lazy.compile(r"^(?:最惨|最差|最弱|最好|最强|表现)?[^,;。:\d]{0,8}的(?:则|还|要)?(?:是|数|属)|^(?:而|至于|另外|此外|再看|[^,;。:\d]{1,8}的)")
_TO_ITS_FIGURE = lazy.compile(r"\)?\s?(?:\([^()]*\))?(?:则|也|仅|只|只有|有|为|是|以|约|达|[:：])*\s?")
_PRICES = frozenset(("share-price", "opening-price"))
_CLOSED_AT = lazy.compile(r"\b(?:higher|lower|up|down|firmer|weaker) at $")  # closed 6.2% higher at S$8.94
_VERB_LEFT_OUT = 40  # characters before a change whose verb is the last one's
_LED_TO = lazy.compile(r".*[a-z] ")
_TO_SUM = lazy.compile(r" to (?:about |nearly |over )?(?:[a-z]{1,3})?[$£€¥₹a-z]+\s?\d")
_EARNS = lazy.compile(r"earn(?:s|ed)?\b")
_STEPPED = lazy.compile(r"(?:增加|减少|净增|净减|增|减)(?:了|约)?\s*$")  # 员工3,150,比年初减少180人
_CAME_FROM = lazy.compile(r"\b(?:from|against|versus|compared (?:with|to)) (?:an? )?(?:profit|loss) of (?:about |around |nearly |just )?$")
_PAYOUT_OF = lazy.compile(r" (?:ratio )?of (?:about |around |nearly )?")
_ONLY = lazy.compile(r"(?:总额|金额)?(?:则|也|亦|仅|只|约|已|均|便|就)*")
_EACH_YEAR = lazy.compile(r" (?:a|per|each) (?:year|month)\b| annually\b")
_THEN_FROM = lazy.compile(r"(?: (?:of|on|in) [a-z][a-z -]{2,30}?)?\s*(?:(?:in|for)\s+)?,?\s*(?:up|down) from ")
# "same-store sales grew 2.1%, against 7.8% in 2024": by how much again.
_HELD_TO = lazy.compile(r"(?:\b(?:against|compared (?:with|to)|versus|vs\.?|from)|去年|上年|前一年|同期|20\d\d年)[^,;.。\d]{0,12}$")
_PAID_ONCE = frozenset(("upfront-payment", "milestone-payments", "deal-total"))
_BROUGHT = lazy.compile(r"(?:收入|款)?(?:贡献|带来|计入|确认|入账|增厚)")
# "up 12% from|€2.77 billion|a year earlier"
_ON_WHAT = lazy.compile(r"\s*(?:from|on|over|than|against|compared (?:with|to)|versus) (?:the |about |around |nearly |some |just )*")
_OF_A_YEAR = lazy.compile(r"\s*(?:[a-z]{3,}s )?(?:(?:in|for|of|during) )?(?:the (?!year (?:before|earlier|ago)))?")
_NEAR = 70  # characters between two figures that are compared


class FigureMeasures(Dating):
    """Finds the measures of one sentence's figures."""

    def __init__(
        self, names: Names, measuring: Measuring, owners: ownership.Owners, roles: MeasureRoles,
        sentence: int, text: Clause, context: Context,
    ) -> None:  # fmt: skip
        """Take what reads measures and owners, and a prepared sentence with its position."""
        super().__init__(names, roles, sentence, text, context)
        self.measuring, self.owners = measuring, owners
        self.aside = 0  # where the last remark ended after which a sentence goes on with the figure before it
        self.by_share = False  # whether a profit was told by the share too
        self.moved = ""  # the last change told: growth or decline
        self.part = 0  # where the last figure ended that was that of a part
        self.told: list[Fact] = []  # the facts read so far
        self.measures = measuring.spans(text.folded, self._apart_from_periods(text))

    def _apart_from_periods(self, text: Clause) -> Sequence[Span]:
        """The spans, a measure that begins inside a period by what stands behind it: 首九個月收入 is no 月收入."""
        out = []
        for span in text.spans:
            period = next((p for p in text.periods if p.start < span.start < p.end < span.end), None) if span.kind == "measure" else None
            ids = tuple(t.id for t in self.names.terms(text.folded[period.end : span.end]) if t.kind == "measure") if period else ()
            out.append(replace(span, start=period.end, ids=ids) if period and ids else span)
        return out

    def _measure(
        self, i: int, quantity: Quantity, begin: int, clause: int, window: str, previous: Fact | None
    ) -> Found | None:
        part = self._part(quantity.start)
        found = self.measuring.of(self.plain, self.measures, quantity, begin, clause, self._until(i))
        if found is None:
            return self._continued(quantity, window, previous) or self._elided(i, quantity) or self._expected(quantity, window, previous) or self._in_turn(quantity) or self._aimed(quantity)
        if found.id == "dividend" and quantity.unit == "%" and self.folded.endswith("payout", 0, found.end) and _PAYOUT_OF.fullmatch(self.folded, found.end, quantity.start):
            return replace(found, id="payout-ratio")
        if found.id == "revenue-share":
            found = self._share_of_revenue(found)
        tight = found.start > quantity.start and not self.folded[quantity.end : found.start].strip()  # a $38 million loss
        behind = tight or (found.start >= quantity.start and found.id not in partfigures.WHOLE)
        if not behind and partfigures.is_part(
            self.folded, found.start, found.id, self.text.spans, self.names.entities, self.plain
        ):
            self.part = quantity.end
            return None
        if found.id in _OF_A_WHOLE_FLOW and partfigures.part_before(
            self.folded, max(part, self._last_named(found, part)), quantity.start, self.text.spans
        ):
            self.part = quantity.end
            return None
        if self._only_a_part(found):
            return None
        if not behind and (self._one_kind_of_several(found) or self._price_of_a_thing(found)):
            return None
        if found.id == "net-profit" and found.weak and _EARNS.match(self.folded, found.start) and _EACH_YEAR.match(self.folded, quantity.end):
            people = [s for s in self.text.spans if s.kind == "entity" and self.names.entities[s.ids[0]].kind == "person" and part <= s.start < found.start]
            return replace(found, id="salary", weak=False) if people else found  # the chief executive, X, earns £1.9m a year
        last = previous.measure if previous else ""
        if found.id == "net-margin" and last not in self.roles.net_profits and _ANY_MARGIN.fullmatch(self.folded[found.start : found.end]):
            of = _MARGIN_OF.get(last)
            return replace(found, id=of) if of else None  # 經營利潤US$1.12億,利潤率12.8%
        if found.id == "net-profit" and last in self.roles.net_profits and aspects.PRIOR.search(window):
            return replace(found, id=last)  # 歸母淨虧損28.6億元,上年同期淨虧損19.2億元: of one kind
        if found.id == "net-profit" and found.weak and last in self.roles.profits and _CAME_FROM.search(window):
            return replace(found, id=last, weak=False)  # an operating loss of €38 million from a profit of €12 million a year earlier
        if found.id in self.roles.profits and found.weak:
            return self._called(found, quantity, window, previous)
        return found

    def _only_a_part(self, found: Found) -> bool:
        """Whether what stands behind a measure makes it a part: sales of Orvexa are a product's, 首付款貢獻約1.9億元 is what of it a year earned."""
        if found.id in _PAID_ONCE and _BROUGHT.match(self.folded, found.end):
            return True
        return (found.id in partfigures.WHOLE or found.id == "recurring-revenue") and bool(_OF_A_THING.match(self._printed(found.end)))

    def _share_of_revenue(self, found: Found) -> Found:
        """研發開支僅佔收入5.6%: the ratio that has a name of its own."""
        spent = [m for m in self.measures if m.id == "rd-expense" and m.end <= found.start and _ONLY.fullmatch(self.folded, m.end, found.start)]
        return replace(spent[-1], end=found.end, id="rd-ratio") if spent else found

    def _one_kind_of_several(self, found: Found) -> bool:
        """電解鋁產量91萬噸,氧化鋁產量203萬噸: neither is the output of the company."""
        alike = [m for m in self.measures if m.id == found.id and m.start >= 0]
        return (
            found.id in COUNTED
            and len(alike) > 1
            and "\u3400" <= self.folded[found.start] <= "\u9fff"
            and partfigures.is_modified(self.folded, found.start)
            and all(partfigures.is_modified(self.folded, m.start) for m in alike if self.folded[m.start - 1 : m.start] != "总")
        )

    def _price_of_a_thing(self, found: Found) -> bool:
        """草銨膦全年均價4.52萬元/噸: of what is named right before it, and no average of all that a company sells."""
        if found.id != "average-selling-price" or self.folded[found.start : found.start + 1].isascii():
            return False
        words = re.sub(r"的$", "", self.plain[max(0, found.start - 16) : found.start].rstrip())
        named = any(s.kind == "entity" and 0 <= found.start - s.end <= 3 for s in self.text.spans)
        return not named and bool(re.search(r"[㐀-鿿]{2}$|[a-z]{2}[㐀-鿿]$", words)) and not _OF_ALL_IT_SELLS.search(words) and partfigures.is_modified(self.plain, found.start)

    def _printed(self, start: int) -> str:
        """The words behind a place as printed, capitals and all."""
        return (self.text.text or self.folded)[start : start + 24]

    def _called(self, found: Found, quantity: Quantity, window: str, previous: Fact | None) -> Found | None:
        """虧損 and 盈利 alone: the profit spoken of just before, where that is plainly meant; else net profit."""
        named = {m.id for m in self.measures if m.end <= found.start and m.id in self.roles.net_profits and not m.weak}
        last = previous.measure if previous and previous.measure in self.roles.net_profits else None
        if (
            aspects.PRIOR.search(window)
            or is_change(quantity.unit)
            or re.search(r"缩小|减少|收窄|扩大|narrow|widen", window)
        ):
            chosen = last or (named.pop() if len(named) == 1 else None if named else found.id)
        elif not named or (
            not found.loss
            and self._without_periods(found.start - 12, found.start)
            == self.folded[max(0, found.start - 12) : found.start]
        ):
            chosen = found.id
        else:
            chosen = named.pop() if len(named) == 1 else None
        return replace(found, id=chosen) if chosen else None

    def _continued(self, quantity: Quantity, window: str, previous: Fact | None) -> Found | None:
        """Going on with the figure before: another period, its growth, what it was a year ago."""
        if previous is None or previous.measure not in self.names.measures:
            return None
        if (was := self._was_a_year_before(quantity, previous)) is not None:
            return was
        bare = self._without_periods(max(previous.quantity.end, self.aside), quantity.start)
        bare = FOR_EACH_THING.sub("", bare)  # $1,105 an ounce from $980
        if not is_money(previous.quantity.unit):
            bare = _COUNTED_THINGS.sub("", bare)  # 6.8 GW of modules, an increase of 14%
        versus = _VERSUS.fullmatch(bare)
        if not is_bare(bare) and not (versus and quantity.start - previous.quantity.end < _NEAR):
            return None
        told_again = previous.aspect != "value" and (aspects.PRIOR.search(window) or self._dated_itself(previous, quantity))
        before = self._last_value(previous) if told_again else None
        if previous.measure == "store-openings" and _TOTAL_AIM.search(window):
            whole = [f for f in self.told if f.subject == previous.subject and f.measure == "stores" and f.quantity.unit == quantity.unit]
            return Found(-1, -1, "stores", False, False, previous.subject) if whole else None  # 店數412家,去年淨增38家,今年目標突破450家
        changes = is_change(quantity.unit) and self.names.measures[previous.measure].unit != "times"
        counted = "" in (quantity.unit, previous.quantity.unit) and not any((is_money(u) and u) or is_change(u) for u in (quantity.unit, previous.quantity.unit))
        same = (quantity.unit == previous.quantity.unit or (counted and versus is not None)) and previous.aspect == "value"
        to = (
            previous.aspect != "value"
            and self.measuring.fits(previous.measure, quantity.unit)
            and re.search(r"(?:至|到|to)\s*$", window)
        )
        stepped = counted and previous.aspect == "value" and _STEPPED.search(window)
        if changes or same or to or stepped or (before is not None and before.unit == quantity.unit) or (is_money(quantity.unit) and is_money(previous.quantity.unit)):
            return Found(
                -1,
                -1,
                previous.measure,
                False,
                previous.quantity.hi is not None and previous.quantity.hi < 0,
                previous.subject,
            )
        return None

    def _was_a_year_before(self, quantity: Quantity, previous: Fact) -> Found | None:
        """What a change was told on: "€3.1 billion, up 12% on the €2.77 billion of the year before"."""
        before = self._last_value(previous) if previous.aspect != "value" else None
        if before is None or before.unit != quantity.unit or not _ON_WHAT.fullmatch(self.folded, previous.quantity.end, quantity.start):
            return None
        behind = _OF_A_YEAR.match(self.folded, quantity.end)
        return Found(-1, -1, previous.measure, False, False, previous.subject) if behind and aspects.PRIOR.match(self.folded, behind.end()) else None

    def _elided(self, i: int, quantity: Quantity) -> Found | None:
        """Going on with a series whose measure was said once, at a further time: 2023年受…拖累,滑落至6.12億元."""
        own = timing.owned(self.usable, quantity, self._until(i), self.folded) is not None
        series: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.told:
            if fact.aspect == "value":
                series.setdefault((fact.subject, fact.measure), []).append(fact)
        whole = [f for told in series.values() for f in told if elided.is_part(self.folded, self.plain, quantity, f, self.usable)]
        nearest = max(whole, key=lambda f: f.quantity.end, default=None)
        if nearest is not None and (len({f.measure for f in whole}) == 1 or nearest is self.told[-1]):
            self.series.add(quantity.start)
            return Found(-1, -1, nearest.measure, False, False, nearest.subject)
        going = [told for told in series.values() if elided.goes_on(self.folded, self.plain, quantity, told[-1], self.usable, own)]
        going = [told for told in going if len(told) > 1] or going
        if len(going) == 1:
            self.series.add(quantity.start)
            return Found(-1, -1, going[0][-1].measure, False, False, going[0][-1].subject)
        base = self.text.quantities[i - 1] if i else None
        if base is not None and elided.is_revised(self.folded, base, quantity):
            meant = [m for m in self.measures if self._begin(i - 1) <= m.start and m.end <= base.start and self.measuring.fits(m.id, quantity.unit)]
            self.series |= {quantity.start} if meant else set()
            return meant[-1] if meant else None
        before = [m for m in self.measures if self._part(quantity.start) <= m.start and m.end <= quantity.start]
        if before and not before[-1].weak and self.measuring.fits(before[-1].id, quantity.unit) and elided.begins(self.plain, before[-1].end, quantity, self.usable):
            return before[-1]
        return None

    def _last_value(self, previous: Fact) -> Quantity | None:
        """The last value that was told of the measure of a change: 營收45.3億元,月增8.8%,年增5%,上半年累計238.6億元."""
        told = [q for (subject, measure, _), q in self.values.items() if subject == previous.subject and measure == previous.measure]
        return told[-1] if told else None

    def _dated_itself(self, previous: Fact, quantity: Quantity) -> bool:
        """Whether a figure goes on behind a change with a time of its own: 年減7.5%,前11月累計91.2億元."""
        return any(previous.quantity.end <= p.start and p.end <= quantity.start and not timing.is_base(p, self.folded) for p in self.usable)

    def _expected(self, quantity: Quantity, window: str, previous: Fact | None) -> Found | None:
        """ "Its chief executive expects 5.5GW in 2026": of what the sentence before counted in this unit."""
        measure = self.context.counted.get(quantity.unit, "") if quantity.unit and previous is None else ""
        firms = [i for i in self.context.subjects if self.names.entities[i].kind == "company"]
        if not measure or len(firms) != 1 or not _EXPECTS.search(window) or not self.measuring.fits(measure, quantity.unit):
            return None
        return Found(-1, -1, measure, False, False, firms[0])

    def _in_turn(self, quantity: Quantity) -> Found | None:
        """凌躍汽車19,277輛,同比增長27.5%: right behind the firm that a sentence begins with, of what was counted of the one before."""
        if turn := inturn.turn(self.folded, self.text.spans, self.names.entities, quantity, self.told, self.context.first, self.measures, self.usable):
            self.turned[quantity.start] = turn.period
            return turn.found if self.measuring.fits(turn.found.id, quantity.unit) else None
        measure = self.context.counted.get(quantity.unit, "") if quantity.unit else ""
        if measure not in COUNTED or is_money(quantity.unit) or is_change(quantity.unit) or not self.measuring.fits(measure, quantity.unit):
            return None
        named = [s for s in self.text.spans if s.kind == "entity" and not s.weak and len(s.ids) == 1 and s.end <= quantity.start]
        if not named or self.names.entities[named[-1].ids[0]].kind != "company" or any(m.start < quantity.start for m in self.measures):
            return None
        begins = not _OPENING_WORDS.sub("", self.plain[: named[0].start]).strip() and len({s.ids for s in named}) == 1
        if begins and _TO_ITS_FIGURE.fullmatch(self.plain, named[-1].end, quantity.start):
            return Found(named[-1].end, named[-1].end, measure, False, False, named[-1].ids[0])
        return None

    def _aimed(self, quantity: Quantity) -> Found | None:
        """2026年的目標是45萬輛: of what was last told in this unit."""
        part = self.plain[max(self.folded.rfind(mark, 0, quantity.start) for mark in ",;。:") + 1 : quantity.start]
        done = _DONE_OF.fullmatch(part) and _TARGET_BEHIND.match(self.folded, quantity.end)
        if not quantity.unit or is_change(quantity.unit) or not (_AIM.fullmatch(part) or done):
            return None
        if done and (last := next((f for f in reversed(self.told) if f.aspect == "value"), None)) and last.quantity.unit == quantity.unit:
            return Found(-1, -1, last.measure, False, False, last.subject)
        told = {(f.subject, f.measure) for f in self.told if f.aspect == "value" and f.quantity.unit == quantity.unit}
        unread = any(q.unit == quantity.unit for q in self.text.quantities if q.start < quantity.start)
        if not told and not unread and (measure := self.context.counted.get(quantity.unit, "")):
            told = {(i, measure) for i in self.context.subjects if self.names.entities[i].kind == "company"}
        if len(told) != 1 or is_money(quantity.unit):
            return None
        subject, measure = told.pop()
        return Found(-1, -1, measure, False, False, subject)

    def _earned(self, quantity: Quantity, near: str) -> Found | None:
        """ "earned 74 cents a share": a profit by the share without its name."""
        told = _EARNED.search(near) if self._is_by_share(quantity) else None
        if told is None:
            return None
        start = quantity.start - len(near) + told.start()
        return Found(start, start + len(told.group()), "eps", False, "los" in told.group())

    def _is_by_share(self, quantity: Quantity) -> bool:
        behind = self.folded[quantity.end : quantity.end + 18]
        return "share" in quantity.raw or bool(BY_SHARE_BEHIND.match(behind))

    def _aspect(self, aspect: str, found: Found, quantity: Quantity, near: str, previous: Fact | None) -> str:
        """What a figure says, where its measure or the figure before it tells more than the words beside it."""
        change = is_change(quantity.unit)
        if aspect == "none" and previous and previous.measure == found.id and previous.subject and self._a_year_before(quantity, previous):
            return "value"
        if aspect == "none" and self._began_a_year_before(self.text.quantities.index(quantity), found, near):
            return "value"
        if self.moved and aspect == "value" and change and previous and _LED_TO.fullmatch(near[-_VERB_LEFT_OUT:]) and _TO_SUM.match(self.folded, quantity.end):
            return self.moved  # revenue rose 17% to X and net profit 22% to Y
        if found.id in _PRICES and is_money(quantity.unit) and _CLOSED_AT.search(near):
            return "value"
        if aspect in ("increase", "decrease") and is_money(quantity.unit) and found.start >= 0 and ":" in self.folded[max(0, quantity.start - len(near)) : found.start] and not aspects.is_moved(self.folded[found.start : quantity.start]):
            return "value"  # 成長最猛的是鼎嶽科技:營收96億美元
        if found.id == "store-openings" and quantity.unit in _SHOPS and aspect in ("none", "increase") and not change and (opened := _OPENED.search(near)):
            net = opened.group().startswith("净") and _NOT_NET.search(self.folded)
            return "none" if net else "value"  # 新開14家、關閉3家,淨增11家: who asks what was opened means the first
        if found.start >= 0 or previous is None:
            return "value" if found.id in _STEPS and not change else aspect
        if aspect == "value" and quantity.unit == "%" and previous.aspect in ("growth", "decline") and _HELD_TO.search(near):
            return previous.aspect
        if aspect == "value" and change and self.names.measures[found.id].unit != "percent":
            return aspects.again(previous.aspect, near, self.folded[quantity.end : quantity.end + 34])
        return aspect

    def _a_year_before(self, quantity: Quantity, previous: Fact | None) -> bool:
        """Whether a year's result was "up from" this one: what it was the year before, when nothing else is said."""
        whole = previous is not None and previous.basis == "actual" and previous.aspect == "value" and previous.period is not None and previous.period.kind == "year"
        words = self.plain[previous.quantity.end : quantity.start] if previous and whole else ""
        return bool(_THEN_FROM.fullmatch(words)) and bool(re.match(r"[,.;]| (?:but|and|while)\b|$", self.folded[quantity.end :]))
