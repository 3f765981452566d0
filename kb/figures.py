"""The figures of one sentence, read from left to right: which measure each is of, and whose.

A figure that fits no rule yields nothing. When it was, and how sure it is, tells `kb.dating`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kb import aggregates, aspects, lazy, parallel, yearlists
from kb.dating import on_an_earlier_year
from kb.factmaking import negated
from kb.figurelists import _EACH, FigureLists
from kb.figuresense import LEAST
from kb.lists import runs
from kb.measuring import Found
from kb.model import Fact, Quantity
from kb.units import is_change, is_money

_CURRENCY_AGAIN = lazy.compile(r"^[(,、]?\s*(?:约合|合|折合|相当于|or|equivalent to|equal to)?\s*(?:人民币)?\s*$")
# 食用油是唯一實現收入增長的品類,同比增9.7%: the figure of that one.
_THE_ONE_THAT = lazy.compile(r"[^,;。]{0,8}的(?:[^,;。]{0,4})?(?:品类|板块|业务|产品线?|地区|区域|市场|渠道|品牌|部门|分部|车型|一家|一个)[,;]")
_RATIOS = {"rd-expense": "rd-ratio", "net-debt": "net-leverage", "ebitda": "ebitda-margin", "operating-profit": "operating-margin"}
_OF_REVENUE = lazy.compile(
    r"(?:占|相当于|等于)(?:公司)?(?:同期|当期|当年|全年|总|整体)?(?:营业收入|总?营收|收入|营业额|总收入)(?:的)?(?:比例|比重|比)?(?:的|为|约|达|近|超)*\s*$"
)
_RATIO_BEFORE = lazy.compile(r"^[^;。]{0,40}(?:\b(?:against|from|versus|compared (?:with|to)) (?:about )?|(?:去年|上年|前一年)(?:同期)?(?:为|则为|的)?|20\d\d(?:年|财年)(?:则?为|的))$")
_OR = lazy.compile(r"\s*,?\s*(?:or|equal to|equivalent to|representing|accounting for)\s*(?:about |nearly |over )?")
_OF_REVENUE_BEHIND = lazy.compile(r"\s?of (?:its |the |total |net |annual |group )*(?:revenues?|sales)\b")
_EACH_ONE = lazy.compile(
    r"\b(?:customers?|clients?|accounts?|users?) (?:with|paying|spending|generating)\s$"
)  # 1,240 customers with more than $100,000
# "$310 million in 2024, up from $190 million, and $205 million in the first half": what it came from begins no list.
_UP_FROM = lazy.compile(r"\b(?:up|down|higher|lower) from\s$")

_BARE_BEFORE = lazy.compile(r"\d[\d,.]*(?:[、和及与]|, | and )$")  # 售價分別為1,199、1,599和3,199歐元: the last of three
# 毛利率16.8%,低於甲的23.1%; "a margin of 41.5%, above Pell's 22.8%": the same of whom it is held against.
_AGAINST = lazy.compile(r"(?:[高低多少优逊长短快慢]于|不及|超过|领先|胜过|落后于?|(?<=[比较]))(?:了)?(?:同业|对手|同行)?$|\b(?:above|below|ahead of|behind|than|against|versus|vs\.?|compared (?:with|to)|short of|beating|trailing|topping|the [\d.,]+% (?:at|of)) (?:rival )?$")
_AND = lazy.compile(r"[和及与、]|以及|,?也?(?:[高低多少优逊长短快慢]于|不及|超过)|,? and ")
_OWN_FIGURE = lazy.compile(r"\)?(?:\([^()]*\))?(?:的|'s? )(?:约|近)?[$€£¥a-z]{0,3}")
_PART_OF_ANOTHERS = lazy.compile(r",(?:仅|只|还|约|已)?(?:不足|不到|仅为|约为|相当于|超过|接近|只有|是|为)[^,;。\d]{1,12}的[约近]?$")
_SHARES = frozenset(("share", "shares", "股"))
_GOODS = frozenset("sales-volume shipments deliveries output".split())
_OF_SHARES = frozenset(("share-price", "opening-price"))
# "Sales to America rose 24%": of a part of what it sells.
_SOLD_THERE = lazy.compile(r"\s(?:in|to|from|across|outside)\s(?:the\s)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|FY|Fiscal|Group)\b)[A-Z]")
_OF_EBITDA = lazy.compile(r"(?: (?:its|adjusted|annual|trailing|core))* ebitda\b")  # 2.4 times EBITDA, from £612 million


_ROUND_SUM = lazy.compile("突?破[一二两三五十百千万亿]+元?")


class Figures(FigureLists):
    """One sentence being read."""

    def all(self) -> list[Fact]:
        """Return the facts of the sentence, in order."""
        self.rows = self._rows()
        self._against = -1  # where the last figure ends that is only held against another
        listed: dict[int, Fact | None] = {}
        begun = {run[0]: run for run in runs(self.folded, self.text.quantities)
                 if not _UP_FROM.search(self.folded, 0, self.text.quantities[run[0]].start)}  # fmt: skip
        facts = self.told
        previous: Fact | None = None
        for i, quantity in enumerate(self.text.quantities):
            if i in begun:
                before = yearlists.year_before_each(self.folded, begun[i], self.text.quantities, facts)
                listed.update(before if before is not None else self._each_grew(begun[i], facts) or self._compared(begun[i], facts) or self._told_again(begun[i], facts) or self._listed(begun[i]))
            if i not in listed and (against := self._set_against(quantity)):
                facts.append(against)  # what follows goes on with what was told before it
                self.aside = quantity.end
                continue
            fact = (
                listed[i]
                if i in listed
                else None
                if self._one_of_a_list(quantity)
                else self._held(quantity) or self._one(i, quantity, previous)
            )
            if fact and fact.aspect in ("growth", "decline"):
                self.moved = fact.aspect
            if fact and previous and fact.measure == _RATIOS.get(previous.measure) and not self._ratio_compared(i):
                facts.append(fact)  # what follows goes on with the amount
                behind = _OF_EBITDA.match(self.folded, fact.quantity.end)
                self.aside = behind.end() if behind else fact.quantity.end
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

    def _held(self, quantity: Quantity) -> Fact | None:
        """The share of who is named behind it: 持有14.2%的甲創投."""
        holder = self._holder_behind(quantity) if quantity.unit == "%" else None
        return self._fact(Found(-1, -1, "shareholding", False, False), "value", quantity, holder, None, "actual") if holder else None

    def _set_against(self, quantity: Quantity) -> Fact | None:
        """The figure of somebody whom the last one is held against by name, which is of the same measure and time."""
        named = [s for s in self.text.spans if s.kind == "entity" and not s.weak and len(s.ids) == 1 and s.end <= quantity.start]
        last = self.told[-1] if self.told else None
        if not named or last is None or last.aspect != "value" or last.quantity.unit != quantity.unit or is_change(quantity.unit) != (quantity.unit == "%"):
            return None
        who = named[-1]
        if len(named) > 1 and named[-2].ids == who.ids and self.folded[named[-2].end : who.start] == "(":
            who = replace(who, start=named[-2].start)  # 低於同業德嵐(Dellan)的1,380元
        listed = self._against == last.quantity.end and _AND.fullmatch(self.folded, last.quantity.end, who.start)
        here = last.quantity.end <= who.start and self._part(last.quantity.start) == self._part(quantity.start)
        same = who.ids[0] != last.subject and self.names.entities[who.ids[0]].kind == self.names.entities[last.subject].kind
        if not (here and same and _OWN_FIGURE.fullmatch(self.folded, who.end, quantity.start) and (listed or _AGAINST.search(self.folded, last.quantity.end, who.start))):
            return None
        self._against = quantity.end
        start, end = self._clause(quantity.start)
        return replace(last, subject=who.ids[0], quantity=quantity, start=start, end=end)

    def _one(self, i: int, quantity: Quantity, previous: Fact | None) -> Fact | None:
        back = 2 if self._stepped(i) else 1 if self._reached(i) or self._stepped(i + 1) else 0
        begin, clause = self._begin(i - back), self._clause(quantity.start)[0]
        window = self.folded[begin : quantity.start]
        near = self.folded[max(begin, clause) : quantity.start]
        if (
            self._of_nobody(near, quantity)
            or self._supposed(clause, quantity)
            or aggregates.TOGETHER.search(self.unnamed[clause : quantity.start])
            or aggregates.SURVEY.search(self.folded[self._part(quantity.start) : quantity.start])
            or aggregates.is_counted_by_others(self.folded, self._part(quantity.start), quantity.start, self.text.spans, self.names.entities)
            or self._part_of(quantity)
            or _EACH_ONE.search(near)
            or self._was_wrong(window, quantity)
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
        if found is None or (quantity.unit in _SHARES and found.id in _GOODS) or self._of_some(found, quantity):
            return None  # sold 90 million shares: no goods
        if found.id == "price-change" and previous and previous.measure in _OF_SHARES:
            found = replace(found, id="share-price")  # 收盤報132.6元,漲幅183.3%
        known = self.names.measures[found.id]
        ratio = known.unit == "percent"
        after_change = bool(previous and previous.aspect != "value" and previous.measure == found.id)
        aspect = aspects.aspect(self.unnamed, quantity, self.unnamed[begin : quantity.start], ratio, after_change)
        aspect = "value" if (self._reached(i) or quantity.start in self.series) and self.measuring.fits(found.id, quantity.unit) else self._aspect(aspect, found, quantity, near, previous)
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

    def _of_some(self, found: Found, quantity: Quantity) -> bool:
        """Whether words behind a measure give its figure to a part: to the one that alone grew, or to what is sold in one place."""
        if found.start >= 0 and _THE_ONE_THAT.search(self.folded, found.end, max(found.end, quantity.start)):
            return True
        return found.id == "revenue" and 0 <= found.end <= quantity.start and bool(_SOLD_THERE.match(self.text.text, found.end))

    def _rows(self) -> dict[int, parallel.Row]:
        """The figures that the sentence gives for several in a row, each of somebody who can have such a figure."""
        text = self.text
        heads = [s for s in text.spans if s.kind == "entity" and not s.weak and len(s.ids) == 1
                 and self.names.entities[s.ids[0]].kind in ("company", "product", "person")]  # fmt: skip
        if len(heads) < 2:
            return {}
        found = parallel.rows(
            self.folded, self.plain, heads, text.quantities, self.measures, self.measuring, self.context.counted
        )
        kind = {i: self.names.entities[r.subject].kind for i, r in found.items()}
        return {i: r for i, r in found.items() if kind[i] in ("company", *self.owners.kinds(r.found.id))}

    def _ratio_compared(self, i: int) -> bool:
        """Whether the figure behind a ratio is what that was before: "or 30.0% of revenue, against 27.4%"."""
        following = self.text.quantities[i + 1] if i + 1 < len(self.text.quantities) else None
        return following is not None and following.unit == "%" and bool(_RATIO_BEFORE.search(self.folded[self.text.quantities[i].end : following.start]))

    def _milestone(self, quantity: Quantity) -> bool:
        if quantity.unit in ("%", "x") and _PART_OF_ANOTHERS.search(self.folded, 0, quantity.start) and re.match("[,;。]|$", self.folded[quantity.end :]):
            return True  # 同比下滑37%,不足嘉瀾的三分之一,1至4月累計86億元
        if _ROUND_SUM.fullmatch(self.folded, quantity.start, quantity.end):
            return True  # 首度單月破百億
        return bool(re.match(r"的?(?:大关|关口|门槛|里程碑)", self.folded[quantity.end : quantity.end + 5]))

    def _one_of_a_list(self, quantity: Quantity) -> bool:
        """Whether "respectively" follows, and which is whose could not be told."""
        bare = _BARE_BEFORE.search(self.folded, 0, quantity.start) and _EACH.search(self.folded, self._clause(quantity.start)[0], quantity.start)
        return bool(bare) or "respectively" in self.folded[quantity.end :].split(";")[0]

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
        return self.by_share and is_money(quantity.unit) and quantity.hi is not None and abs(quantity.hi) < LEAST

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
