"""The figures of one sentence, read from left to right: which measure each is of, and whose.

Each figure takes its measure from its own clause, or goes on with the figure before it where nothing but
words of comparison stand between. A figure that fits no rule yields nothing. When it was, and how sure
it is, tells `kb.dating`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kb import aspects, lazy, ownership, parallel, timing, yearlists
from kb.dating import COUNTED, Dating, negated, on_an_earlier_year
from kb.lists import Listed, runs
from kb.measuring import Found, Measuring, is_bare
from kb.model import Fact, Period, Quantity
from kb.names import Names, Span
from kb.prepared import Clause, Context
from kb.roles import MeasureRoles
from kb.units import is_change, is_money

_CURRENCY_AGAIN = lazy.compile(r"^[(,、]?\s*(?:约合|合|折合|相当于|or|equivalent to|equal to)?\s*(?:人民币)?\s*$")
_OF_A_THING = lazy.compile(
    r" (?:(?:forecast|guidance|outlook|target|estimate)s? )?(?:of|for|from) (?:its |the )?(?![A-Z][a-z]{1,3} ?[\d$]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Fiscal)[A-Z][a-z]{2,}"
)
# 食用油是唯一實現收入增長的品類,同比增9.7%: the figure of that one.
_THE_ONE_THAT = lazy.compile(r"[^,;。]{0,8}的(?:[^,;。]{0,4})?(?:品类|板块|业务|产品线?|地区|区域|市场|渠道|品牌|部门|分部|车型|一家|一个)[,;]")
_PART_OF = lazy.compile(r"\s?的(?!增|成长|涨|降|跌|减|同比|速|幅|净|营|收|预|溢|亏)")
_SHARE = lazy.compile(
    r"(?<![应侵独])占(?![据地])|(?<!\w)(?:account\w* for|(?:a |the )?share of|contribut\w*|made up|represent\w* (?=\d))"
)
# What did not come about: "the fine would otherwise have been £60.9 million".
_NEVER_WAS = lazy.compile(r"\bwould (?:otherwise )?have (?:been|reached|cost|come|totall?ed)\b|本(?:应|该|来会)|原本(?:应|会)|\bbut for\b")
_TRADED = lazy.compile(r"[减增]持|转让|质押|卖出|买入|抛售|出售|解禁|回购|\b(?:sold|sells?|selling|pledged|bought)\b")
_HELD_AFTER = lazy.compile(r"后[^,;。]{0,6}(?:持股|持有)|持股比例|合计持|仍持|\b(?:holds?|owns?|held|remaining|leaving|to hold)\b")
_EARLIER_ROUND = lazy.compile(r"曾(?!为)|此前|先前|\bpreviously\b|\bhad earlier\b")  # a round before the one that is told of
_COMPARED = lazy.compile(r"[比较](?:上年|去年|前一年|上季|上月)")
_PER_SHARE = lazy.compile(r"每\s?(?:10|十)?\s?股[^,;。0-9]{0,12}$|per (?:diluted |basic |ordinary )?share|per ads")
_EARNED = lazy.compile(r"\b(?:earn(?:ed|s|ings)?|profit|lost|loss)\b(?! per)")
_RATIOS = {"rd-expense": "rd-ratio"}
_OF_REVENUE = lazy.compile(
    r"占(?:公司)?(?:同期|当期|当年|全年|总|整体)?(?:营业收入|总?营收|收入|营业额|总收入)(?:的)?(?:比例|比重|比)?(?:的|为|约|达|近|超)*\s*$"
)
_OR = lazy.compile(r"\s*,?\s*(?:or|equal to|equivalent to|representing|accounting for)\s*(?:about |nearly |over )?")
_OF_REVENUE_BEHIND = lazy.compile(r"\s?of (?:its |the |total |net |annual |group )*(?:revenues?|sales)\b")
_OF_A_WHOLE = ownership.WHOLE | COUNTED | {"stores", "employees"}
_OF_A_WHOLE_FLOW = ownership.WHOLE | {"sales-volume", "shipments", "output"}
_COUNTED_THINGS = lazy.compile(r"^\s(?:of\s)?(?:[a-z-]+\s){0,2}[a-z-]+(?=,|\sin\s|\sduring\s|\s{2})")
_EACH_ONE = lazy.compile(
    r"\b(?:customers?|clients?|accounts?|users?) (?:with|paying|spending|generating)\s$"
)  # 1,240 customers with more than $100,000
_BY_SHARE_BEHIND = lazy.compile(r"\s?(?:/股|per (?:diluted |basic |ordinary )?share|a share|每股)")
_PRICED_BY_SHARE = frozenset(
    "eps dividend issue-price share-price target-price acquisition-price net-assets buyback".split()
)
_ANY_MARGIN = lazy.compile(r"利润率|获利率|溢利率|margin|profit margin")
_EACH = lazy.compile(r"分别|各|respectively")
_THEN_AND_BEFORE = lazy.compile(r"((?:上年|去年)同期|上一?季度?|前一季度?)(?:和|及|与|、)((?:上年|去年)同期|上一?季度?|前一季度?)(?:则)?分别为?[约达]?\s*$")
_STEPS = frozenset(("layoffs", "new-hires"))  # what is cut or added is the figure
# "$310 million in 2024, up from $190 million, and $205 million in the first half": what it came from begins no list.
_UP_FROM = lazy.compile(r"\b(?:up|down|higher|lower) from\s$")
# "spent $880 million on research last year, up from", "shipped 38.2m phones in 2025, against": of the figure before the comma.
_VERSUS = lazy.compile(r"[^,;.]*(?:\([^()]*\)[^,;.]*)?, (?:(?:(?:up|down)(?: (?:sharply|slightly))? from)|against|(?:as )?compared (?:with|to)|versus|vs\.?|from) (?:about |around |nearly |over |some |just |only |an? (?:net )?(?:loss|profit) of )?")
_EXPECTS = lazy.compile(r"\b(?:expects?|expecting|aims? for|aiming for|targets?|targeting|forecasts?|guides? (?:for|to)|guided (?:for|to)|plans?) (?:about |around |nearly |some |at least |up to )?$")
_VERB_LEFT_OUT = 40  # characters before a change whose verb is the last one's
_LED_TO = lazy.compile(r".*[a-z] ")
_TO_SUM = lazy.compile(r" to (?:about |nearly |over )?(?:[a-z]{1,3})?[$£€¥₹a-z]+\s?\d")
_EARNS = lazy.compile(r"earn(?:s|ed)?\b")
_STEPPED = lazy.compile(r"(?:增加|减少|净增|净减|增|减)(?:了|约)?\s*$")  # 员工3,150,比年初减少180人
_EACH_YEAR = lazy.compile(r" (?:a|per|each) (?:year|month)\b| annually\b")
_THEN_FROM = lazy.compile(r"(?: (?:of|on|in) [a-z][a-z -]{2,30}?)?\s*(?:(?:in|for)\s+)?,?\s*(?:up|down) from ")
_NEAR = 70  # characters between two figures that are compared
_EACH_PART = lazy.compile(r"(四个季度|四季|上、?下半年|上半年和下半年|前三季度各季|三个季度|各季度?)[^,;。]{0,16}(?:分别|依次)")
_LEAST = Decimal(1000)  # no company's revenue or profit is smaller than this, in any currency


class Figures(Dating):
    """One sentence being read."""

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
        self.measures = measuring.spans(text.folded, self._apart_from_periods(text))
        self.rows = self._rows()

    def _apart_from_periods(self, text: Clause) -> Sequence[Span]:
        """The spans, a measure that begins inside a period by what stands behind it: 首九個月收入 is no 月收入."""
        out = []
        for span in text.spans:
            period = next((p for p in text.periods if p.start < span.start < p.end < span.end), None) if span.kind == "measure" else None
            ids = tuple(t.id for t in self.names.terms(text.folded[period.end : span.end]) if t.kind == "measure") if period else ()
            out.append(replace(span, start=period.end, ids=ids) if period and ids else span)
        return out

    def all(self) -> list[Fact]:
        """Return the facts of the sentence, in order."""
        listed: dict[int, Fact | None] = {}
        begun = {run[0]: run for run in runs(self.folded, self.text.quantities)
                 if not _UP_FROM.search(self.folded, 0, self.text.quantities[run[0]].start)}  # fmt: skip
        facts: list[Fact] = []
        previous: Fact | None = None
        for i, quantity in enumerate(self.text.quantities):
            if i in begun:
                before = yearlists.year_before_each(self.folded, begun[i], self.text.quantities, facts)
                listed.update(before if before is not None else self._each_grew(begun[i], facts) or self._compared(begun[i], facts) or self._listed(begun[i]))
            fact = (
                listed[i]
                if i in listed
                else None
                if self._one_of_a_list(quantity)
                else self._one(i, quantity, previous)
            )
            if fact and fact.aspect in ("growth", "decline"):
                self.moved = fact.aspect
            if fact and previous and fact.measure == _RATIOS.get(previous.measure):
                facts.append(fact)  # what follows goes on with the amount
                self.aside = fact.quantity.end
            elif fact:
                facts.append(fact)
                self.main.setdefault((fact.subject, fact.measure), fact) if i in listed else None
                previous = fact
            elif self._milestone(quantity):
                self.aside = quantity.end + 2  # 首次突破百億元大關
            elif (
                i in listed
                or is_money(quantity.unit)
                or is_change(quantity.unit)
                or (previous and previous.quantity.unit == quantity.unit)
            ):
                previous = None  # what follows may go on with this unread figure
        return facts

    def _one(self, i: int, quantity: Quantity, previous: Fact | None) -> Fact | None:
        back = 2 if self._stepped(i) else 1 if self._reached(i) or self._stepped(i + 1) else 0
        begin, clause = self._begin(i - back), self._clause(quantity.start)[0]
        window = self.folded[begin : quantity.start]
        near = self.folded[max(begin, clause) : quantity.start]
        if (
            self._of_nobody(near, quantity)
            or ownership.TOGETHER.search(self.folded[clause : quantity.start])
            or ownership.SURVEY.search(self.folded[self._part(quantity.start) : quantity.start])
            or ownership.is_counted_by_others(self.folded, self._part(quantity.start), quantity.start, self.text.spans, self.names.entities)
            or self._part_of(quantity)
            or _EACH_ONE.search(near)
            or self._of_a_market(max(clause, begin), quantity)
        ):
            return None
        if previous and (
            again := self._again(window, quantity, previous) or self._share_of(window, quantity, previous)
        ):
            return again
        if previous and re.fullmatch(r"\s*,?\s*or\s*", window) and (self._is_by_share(quantity) or self._by_share_too(quantity)):
            return self._per_share(previous, quantity)
        pair = previous is not None and previous.measure == "eps" and re.fullmatch(
            r",? ?(?:compared with|compared to|versus|vs\.?|against|up from|down from|from) (?:an? )?(?:net )?(?:(?:loss|profit|income|earnings) of )?",
            window,
        )
        if pair and previous and not self._is_by_share(quantity):
            self.aside = previous.quantity.end
            previous = self.profit_of(previous.subject) or previous  # "$214m, or $1.42 a share, versus $168m"
        row = self.rows.get(i)
        found = row.found if row else self._measure(i, quantity, begin, clause, window, previous)
        if found is None or found.id in self.roles.profits:
            found = self._earned(quantity, near) or found
        if found is None:
            return None
        if found.start >= 0 and _THE_ONE_THAT.search(self.folded, found.end, max(found.end, quantity.start)):
            return None
        known = self.names.measures[found.id]
        ratio = known.unit == "percent"
        after_change = bool(previous and previous.aspect != "value" and previous.measure == found.id)
        aspect = aspects.aspect(self.unnamed, quantity, self.unnamed[begin : quantity.start], ratio, after_change)
        aspect = "value" if self._reached(i) and self.measuring.fits(found.id, quantity.unit) else self._aspect(aspect, found, quantity, near, previous)
        if aspect in ("increase", "decrease") and self._or_led_to(quantity, previous):
            return None
        if back:
            near = self.folded[self.text.quantities[i - 1].end : quantity.start]  # the words of what it came from are not its own
        if not self._sensible(found, aspect, quantity, near, previous):
            return None
        if found.id.endswith("-revenue"):
            self.part = quantity.end  # 海外收入22.5億元,毛利率為34.1%
        subject = row.subject if row else self._subject(found, quantity, previous)
        if subject is None or self._in_a_part(found, quantity, subject):
            return None
        fact = self._dated(i, found, aspect, quantity, subject, window, begin, previous)
        undated = fact is not None and fact.period is None and previous is not None and previous.period is not None and _UP_FROM.search(window)
        return None if fact and (undated or on_an_earlier_year(fact, window)) else fact

    def _aspect(self, aspect: str, found: Found, quantity: Quantity, near: str, previous: Fact | None) -> str:
        """What a figure says, where its measure or the figure before it tells more than the words beside it."""
        change = is_change(quantity.unit)
        if aspect == "none" and previous and previous.measure == found.id and previous.subject and self._a_year_before(quantity, previous):
            return "value"
        if aspect == "none" and self._began_a_year_before(self.text.quantities.index(quantity), found, near):
            return "value"
        if self.moved and aspect == "value" and change and previous and _LED_TO.fullmatch(near[-_VERB_LEFT_OUT:]) and _TO_SUM.match(self.folded, quantity.end):
            return self.moved  # revenue rose 17% to X and net profit 22% to Y
        if found.start >= 0 or previous is None:
            return "value" if found.id in _STEPS and not change else aspect
        if aspect == "value" and change and self.names.measures[found.id].unit != "percent":
            return aspects.again(previous.aspect, near, self.folded[quantity.end : quantity.end + 34])
        return aspect

    def _a_year_before(self, quantity: Quantity, previous: Fact | None) -> bool:
        """Whether a year's result was "up from" this one: what it was the year before, when nothing else is said."""
        whole = previous is not None and previous.basis == "actual" and previous.aspect == "value" and previous.period is not None and previous.period.kind == "year"
        words = self.plain[previous.quantity.end : quantity.start] if previous and whole else ""
        return bool(_THEN_FROM.fullmatch(words)) and bool(re.match(r"[,.;]| (?:but|and|while)\b|$", self.folded[quantity.end :]))

    def _of_nobody(self, near: str, quantity: Quantity) -> bool:
        """Whether words before a figure give it to a market or to several; 同業昇茂2025年營收 is that of who is named."""
        told = ownership.NOBODY.search(near)
        if told is None or not ownership.PEER.fullmatch(told.group()):
            return told is not None
        at = quantity.start - len(near) + told.end()
        named = any(s.kind == "entity" and at <= s.start <= at + 2 for s in self.text.spans)
        return not named or bool(ownership.NOBODY.search(near, told.end()))

    def _last_joined(self, owners: Sequence[Span], count: int) -> Sequence[Span]:
        """The last so many names, where they are a list and the one before is not part of it."""
        ends = [0, *(s.end for s in owners)]
        joined = [bool(ownership.LISTED.fullmatch(self.folded[e : s.start])) for e, s in zip(ends, owners, strict=False)]
        return owners[-count:] if len(owners) <= count or (all(joined[1 - count :]) and not joined[-count]) else owners

    def _rows(self) -> dict[int, parallel.Row]:
        """The figures that the sentence gives for several in a row, each of somebody who can have such a figure."""
        text = self.text
        heads = [s for s in text.spans if s.kind == "entity" and not s.weak and len(s.ids) == 1
                 and self.names.entities[s.ids[0]].kind in ("company", "product")]  # fmt: skip
        if len(heads) < 2:
            return {}
        found = parallel.rows(
            self.folded, self.plain, heads, text.quantities, self.measures, self.measuring, self.context.counted
        )
        kind = {i: self.names.entities[r.subject].kind for i, r in found.items()}
        return {i: r for i, r in found.items() if kind[i] in ("company", *self.owners.kinds(r.found.id))}

    def _in_a_part(self, found: Found, quantity: Quantity, subject: str) -> bool:
        """Whether a figure that its company as a whole could have is that of a part which was just spoken of."""
        if self.names.entities[subject].kind != "company" or found.id not in _OF_A_WHOLE:
            return False
        if found.id not in ownership.WHOLE and ownership.in_a_place(self.folded, quantity.end, self.text.spans, self.names.entities):
            return True
        if ownership.is_breakdown(self.folded[self._sentence(quantity.start) : quantity.start]):
            return True
        went_on = self.folded[self.part : quantity.start] if self.part else ";"
        return found.id in ownership.MARGINS and not re.search("[;。]", went_on) and not ownership.is_whole(went_on)

    def _sentence(self, position: int) -> int:
        return max(self.folded.rfind("。", 0, position), self.folded.rfind(". ", 0, position), 0)

    def _per_share(self, profit: Fact, quantity: Quantity) -> Fact | None:
        """ "$415 million, or $1.27 a share": the same profit or loss, by the share."""
        if profit.measure not in self.roles.net_profits or profit.aspect != "value":
            return None
        loss = profit.quantity.hi is not None and profit.quantity.hi < 0
        self.by_share = True
        return replace(
            profit, measure="eps", quantity=negated(quantity) if loss and (quantity.lo or 0) > 0 else quantity
        )

    def _by_share_too(self, quantity: Quantity) -> bool:
        """Whether a small amount is by the share as the one before was: "…, or 74 cents a share, compared with $112 million, or 85 cents"."""
        return self.by_share and is_money(quantity.unit) and quantity.hi is not None and abs(quantity.hi) < _LEAST

    def _or_led_to(self, quantity: Quantity, previous: Fact | None) -> bool:
        """Whether 增加0.6億元至2.9億元 may say where it led, and not by how much: told of no outlook, far apart."""
        if "至" not in quantity.raw or not is_money(quantity.unit) or (previous and previous.aspect == "value"):
            return False
        far = quantity.lo is not None and quantity.hi is not None and quantity.hi >= 2 * quantity.lo
        return far and not aspects.FORECAST.search(self.folded[: quantity.start])

    def _milestone(self, quantity: Quantity) -> bool:
        return bool(re.match(r"的?(?:大关|关口|门槛|里程碑)", self.folded[quantity.end : quantity.end + 5]))

    def _earned(self, quantity: Quantity, near: str) -> Found | None:
        """ "earned 74 cents a share": a profit by the share without its name."""
        told = _EARNED.search(near) if self._is_by_share(quantity) else None
        if told is None:
            return None
        start = quantity.start - len(near) + told.start()
        return Found(start, start + len(told.group()), "eps", False, "los" in told.group())

    def _of_a_market(self, begin: int, quantity: Quantity) -> bool:
        named = any(
            s.kind == "entity" and begin <= s.start < quantity.start and self.names.entities[s.ids[0]].kind != "place"
            for s in self.text.spans
        )
        return not named and ownership.is_market(self.plain[begin : quantity.start])

    def _one_of_a_list(self, quantity: Quantity) -> bool:
        """Whether "respectively" follows, and which is whose could not be told."""
        return "respectively" in self.folded[quantity.end :].split(";")[0]

    def _part_of(self, quantity: Quantity) -> bool:
        """約9%的料號 is a part of something; 60%的算力利用率 is a figure."""
        if not _PART_OF.match(self.folded[quantity.end : quantity.end + 4]):
            return False
        if is_money(quantity.unit) and self.measuring.payment_behind(self.folded, self.measures, quantity):
            return False
        return not (quantity.unit == "%" and self.measuring.ratio_behind(self.folded, self.measures, quantity))

    def _again(self, window: str, quantity: Quantity, previous: Fact) -> Fact | None:
        """The same sum in another currency: HK$398億, 約合人民幣357億元."""
        before = previous.quantity
        told = (
            quantity.qualifier in ("about", "near") or re.search(r"合|折|or|equ|相当", window) or window.strip() == "("
        )
        if not (is_money(quantity.unit) and is_money(before.unit) and quantity.unit != before.unit and told):
            return None
        if not _CURRENCY_AGAIN.match(window) or previous.quantity.start + len(previous.quantity.raw) != before.end:
            return None
        if before.hi is not None and before.hi < 0 and quantity.hi is not None and quantity.hi > 0:
            quantity = negated(quantity)
        return replace(previous, quantity=quantity)

    def _share_of(self, window: str, quantity: Quantity, previous: Fact) -> Fact | None:
        """研發費用3.1億元, 佔營業收入的3.6%: the ratio that has a name of its own."""
        ratio = _RATIOS.get(previous.measure)
        if ratio is None or quantity.unit != "%" or previous.aspect != "value":
            return None
        behind = self.folded[quantity.end : quantity.end + 30]
        told = _OF_REVENUE.search(window) or (_OR.fullmatch(window) and _OF_REVENUE_BEHIND.match(behind))
        return replace(previous, measure=ratio, quantity=quantity) if told else None

    def _measure(
        self, i: int, quantity: Quantity, begin: int, clause: int, window: str, previous: Fact | None
    ) -> Found | None:
        part = self._part(quantity.start)
        found = self.measuring.of(self.plain, self.measures, quantity, begin, clause, self._until(i))
        if found is None:
            return self._continued(quantity, window, previous) or self._expected(quantity, window, previous)
        tight = found.start > quantity.start and not self.folded[quantity.end : found.start].strip()  # a $38 million loss
        behind = tight or (found.start >= quantity.start and found.id not in ownership.WHOLE)
        if not behind and ownership.is_part(
            self.folded, found.start, found.id, self.text.spans, self.names.entities, self.plain
        ):
            self.part = quantity.end
            return None
        if found.id in _OF_A_WHOLE_FLOW and ownership.part_before(
            self.folded, max(part, self._last_named(found, part)), quantity.start, self.text.spans
        ):
            self.part = quantity.end
            return None
        if (found.id in ownership.WHOLE or found.id == "recurring-revenue") and _OF_A_THING.match(self._printed(found.end)):
            return None  # sales of Orvexa: a product's, not the company's
        if not behind and self._one_kind_of_several(found):
            return None
        if found.id == "net-profit" and found.weak and _EARNS.match(self.folded, found.start) and _EACH_YEAR.match(self.folded, quantity.end):
            people = [s for s in self.text.spans if s.kind == "entity" and self.names.entities[s.ids[0]].kind == "person" and part <= s.start < found.start]
            return replace(found, id="salary", weak=False) if people else found  # the chief executive, X, earns £1.9m a year
        last = previous.measure if previous else ""
        if found.id == "net-margin" and last not in self.roles.net_profits and _ANY_MARGIN.fullmatch(self.folded[found.start : found.end]):
            return replace(found, id="operating-margin") if last == "operating-profit" else None  # 經營利潤US$1.12億,利潤率12.8%
        if found.id == "net-profit" and last in self.roles.net_profits and aspects.PRIOR.search(window):
            return replace(found, id=last)  # 歸母淨虧損28.6億元,上年同期淨虧損19.2億元: of one kind
        if found.id in self.roles.profits and found.weak:
            return self._called(found, quantity, window, previous)
        return found

    def _one_kind_of_several(self, found: Found) -> bool:
        """電解鋁產量91萬噸,氧化鋁產量203萬噸: neither is the output of the company."""
        alike = [m for m in self.measures if m.id == found.id and m.start >= 0]
        return (
            found.id in COUNTED
            and len(alike) > 1
            and "\u3400" <= self.folded[found.start] <= "\u9fff"
            and all(ownership.is_modified(self.folded, m.start) for m in alike)
        )

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
        bare = self._without_periods(max(previous.quantity.end, self.aside), quantity.start)
        if not is_money(previous.quantity.unit):
            bare = _COUNTED_THINGS.sub("", bare)  # 6.8 GW of modules, an increase of 14%
        versus = _VERSUS.fullmatch(bare)
        if not is_bare(bare) and not (versus and quantity.start - previous.quantity.end < _NEAR):
            return None
        before = self.main.get((previous.subject, previous.measure)) if previous.aspect != "value" and (aspects.PRIOR.search(window) or self._dated_itself(previous, quantity)) else None
        changes = is_change(quantity.unit) and self.names.measures[previous.measure].unit != "times"
        counted = "" in (quantity.unit, previous.quantity.unit) and not any((is_money(u) and u) or is_change(u) for u in (quantity.unit, previous.quantity.unit))
        same = (quantity.unit == previous.quantity.unit or (counted and versus is not None)) and previous.aspect == "value"
        to = (
            previous.aspect != "value"
            and self.measuring.fits(previous.measure, quantity.unit)
            and re.search(r"(?:至|到|to)\s*$", window)
        )
        stepped = counted and previous.aspect == "value" and _STEPPED.search(window)
        if changes or same or to or stepped or (before and before.aspect == "value" and before.quantity.unit == quantity.unit) or (is_money(quantity.unit) and is_money(previous.quantity.unit)):
            return Found(
                -1,
                -1,
                previous.measure,
                False,
                previous.quantity.hi is not None and previous.quantity.hi < 0,
                previous.subject,
            )
        return None

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

    def _sensible(self, found: Found, aspect: str, quantity: Quantity, near: str, previous: Fact | None) -> bool:
        """Whether a figure can be what it seems to be."""
        known = self.names.measures[found.id]
        value = aspect == "value"
        part = self.folded[self._part(quantity.start) : quantity.start]
        if found.id == "shareholding" and _TRADED.search(part) and not _HELD_AFTER.search(part):
            return False  # 減持1,200萬股,佔總股本1.2%: what was sold, not what is held
        if found.id == "milestone-payments" and sum(m.id == found.id for m in self.measures) > 1:
            return False  # 最高4.2億美元的開發里程碑、8.6億美元的銷售里程碑: neither is all of them
        if found.id == "funding-amount" and _EARLIER_ROUND.search(self.folded, self._clause(quantity.start)[0], quantity.start) and self._plain_round(quantity):
            return False
        if aspect == "none" or _NEVER_WAS.search(near) or (
            value
            and (not self.measuring.fits(found.id, quantity.unit) or (known.unit == "percent" and quantity.unit != "%"))
        ):
            return False
        if not value and not (known.change or known.unit in ("percent", "any", "times") or found.start < 0):
            return False
        if aspect.startswith(("narrowing", "widening")) and found.id not in self.roles.profits:
            return False
        if (
            found.weak
            and not value
            and not (previous and previous.measure == found.id)
            and is_change(quantity.unit)
            and found.id not in ("revenue", "net-profit")
        ):
            return False
        if (
            value
            and is_money(quantity.unit)
            and (
                _SHARE.search(near)
                or (_COMPARED.search(near) and not aspects.PRIOR.search(near) and not re.search(r"的\s*$", near))
            )
        ):
            return False
        if found.id == "revenue-share" and not any(
            s.kind == "entity" and 0 <= found.start - s.end <= 6 and self.names.entities[s.ids[0]].kind != "place" for s in self.text.spans
        ):
            return False  # a share of what is not named says nothing
        return self._in_size(found.id, aspect, quantity, near)

    def _plain_round(self, quantity: Quantity) -> bool:
        """Whether no round is named where a sum that was raised is told."""
        start, end = self._clause(quantity.start)
        return not re.search(r"[a-h]\d?\+{0,2}轮|天使轮|种子轮|series [a-h]|seed", self.folded[start:end])

    def _in_size(self, measure: str, aspect: str, quantity: Quantity, near: str) -> bool:
        """Money by the share is no revenue; a company's revenue is more than a handful."""
        if not is_money(quantity.unit):
            return True
        behind = self.folded[quantity.end : quantity.end + 18]
        by_share = _PER_SHARE.search(near) or _BY_SHARE_BEHIND.match(behind)
        if by_share:
            return measure in _PRICED_BY_SHARE
        size = max((abs(x) for x in (quantity.lo, quantity.hi) if x is not None), default=Decimal(0))
        return measure not in ownership.WHOLE or measure == "eps" or size >= _LEAST

    def _is_by_share(self, quantity: Quantity) -> bool:
        behind = self.folded[quantity.end : quantity.end + 18]
        return "share" in quantity.raw or bool(_BY_SHARE_BEHIND.match(behind))

    def _subject(self, found: Found, quantity: Quantity, previous: Fact | None) -> str | None:
        if found.start < 0:
            between = previous is not None and any(
                s.kind == "entity" and previous.quantity.end <= s.start and s.end <= quantity.start
                for s in self.text.spans
            )
            return None if between else found.subject
        begin = self._part(quantity.start)
        return self.owners.of(
            self.folded, self.text.text or self.folded, self.text.spans, quantity.start, (found.start, found.end, found.id),
            self.context.subjects, begin,
        )  # fmt: skip

    def _each_grew(self, run: Sequence[int], facts: Sequence[Fact]) -> dict[int, Fact | None]:
        """收入28.3億元、淨利潤9.7億元,分別同比增長5.5%和8.1%: as many changes as values right before them."""
        first, count = run[0], len(run)
        if first < count or not all(is_change(self.text.quantities[i].unit) for i in run):
            return {}
        told = self.text.quantities[first - count : first]
        values = [f for f in facts[-count:] if f.aspect == "value"]
        window = self.folded[told[-1].end : self.text.quantities[first].start]
        if not _EACH.search(window) or not is_bare(window) or [f.quantity.start for f in values] != [q.start for q in told]:
            return {}
        if any(f.subject != values[0].subject or f.measure == values[0].measure for f in values[1:]):
            return {}
        grew = {i: aspects.aspect(self.unnamed, self.text.quantities[i], window, False, False) for i in run[:1]}[first]
        if grew not in ("growth", "decline", "growth-qoq", "decline-qoq"):
            return {}
        return {i: replace(f, aspect=grew, quantity=self.text.quantities[i]) for i, f in zip(run, values, strict=True)}

    def _compared(self, run: Sequence[int], facts: Sequence[Fact]) -> dict[int, Fact | None]:
        """經營利潤率21.4%,去年同期和上一季度分別為17.8%和23.0%: of the last figure, at two other times."""
        last = facts[-1] if facts else None
        told = _THEN_AND_BEFORE.search(self.folded, last.quantity.end, self.text.quantities[run[0]].start) if last else None
        if last is None or told is None or len(run) != 2 or last.aspect != "value" or not last.period:
            return {}
        if self.text.quantities[run[0]].unit != last.quantity.unit or told.start() - last.quantity.end > 2:
            return {}
        out: dict[int, Fact | None] = {}
        for i, word in zip(run, told.groups(), strict=True):
            period = timing.year_before(last.period) if "年" in word else timing.quarter_before(last.period)
            out[i] = replace(last, period=period, quantity=self.text.quantities[i], basis="actual") if period else None
        return out

    def _parts_of_a_year(self, begin: int, end: int, count: int) -> list[Period]:
        """四個季度營業收入分別為…: the quarters, or the halves, of the year spoken of."""
        told = _EACH_PART.search(self.folded, begin, end)
        years = [p.period for p in self.usable if begin <= p.start and p.end <= end]
        year = years[-1] if years else self.context.report if self.context.report and self.context.report.kind == "year" else self.context.period
        parts = {"四": 4, "上": 2, "三": 3}.get(told[1][0], 4) if told else 0
        if not told or parts != count or not year or year.kind not in ("year", "nine-months") or not year.start[:4].isdigit():
            return []
        months = 6 if parts == 2 else 3
        y = int(year.start[:4])
        ends = [(n * months, "30" if n * months in (6, 9) else "31") for n in range(1, parts + 1)]
        return [
            Period(f"{y}-{last - months + 1:02d}-01", f"{y}-{last:02d}-{day}", "half" if months == 6 else "quarter", told.group())
            for last, day in ends
        ]

    def _listed(self, run: Sequence[int]) -> dict[int, Fact | None]:
        """The facts of a list of figures; none where it is not clear which is whose."""
        text, listed = self.text, Listed(self.folded, self.text.quantities, run)
        nothing: dict[int, Fact | None] = dict.fromkeys(run)
        named = [m for m in self.measures if listed.left <= m.start and m.end <= listed.first]
        quantity = text.quantities[run[0]]
        if (
            not named
            or not self.measuring.fits(named[-1].id, quantity.unit)
            or ownership.NOBODY.search(self.folded[listed.left : listed.first])
        ):
            return nothing
        if any(ownership.is_part(self.folded, m.start, m.id, text.spans, self.names.entities) for m in named):
            return nothing
        periods = yearlists.first_years(self.folded, listed.left, listed.first, self.usable, len(run)) or self._parts_of_a_year(listed.left, listed.first, len(run)) or [p.period for p in listed.periods(text.periods)]
        subject = self._subject(named[-1], quantity, None)
        owners: Sequence[Span] = [s for s in text.spans if s.kind == "entity" and listed.left <= s.start and s.end <= listed.first
                  and self.names.entities[s.ids[0]].kind in self.owners.kinds(named[-1].id)]  # fmt: skip
        if len(periods) == len(run) and subject and (listed.marked or len(periods) > 1):
            rows: list[tuple[str, Found, Period | None]] = [(subject, named[-1], p) for p in periods]
        elif len(named) == len(run) and subject and listed.marked:
            rows = [(subject, m, periods[-1] if periods else self.context.period) for m in named]
        elif len(owners := self._last_joined(owners, len(run))) == len(run) and listed.marked:
            rows = [(o.ids[0], named[-1], periods[-1] if periods else self.context.period) for o in owners]
        else:
            return nothing
        if not all(self.measuring.fits(m.id, quantity.unit) for _, m, _ in rows):
            return nothing
        out = dict(nothing)
        for i, (owner, measure, period) in zip(run, rows, strict=True):
            q = text.quantities[i]
            window = self.folded[listed.left : listed.first]
            signed = (
                negated(q)
                if measure.id in self.roles.profits and aspects.tells_loss(window) and (q.lo or 0) >= 0
                else q
            )
            self.values[owner, measure.id, period] = signed
            out[i] = self._fact(measure, "value", signed, owner, period, self._basis(q, period))
        return out
