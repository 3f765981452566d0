"""When a figure was: the time beside it, of the part of the sentence before it, of the article, or the year before one of these.

Leaves out finding the measure and its owner (`kb.figures`), and giving periods their years (`kb.periodfilling`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import aspects, elided, lazy, lookbacks, periodarithmetic, periodmoments, periodyears, timing
from kb.becoming import Becoming
from kb.measuring import Found
from kb.model import Fact, Period, Quantity
from kb.partfigures import WHOLE
from kb.periods import PeriodMention

_THAN_YEAR = lazy.compile(r"(?:[较比]|compared with|\bfrom|\bthan)(?:于| in)?\s?(20\d\d)(?:年|\b)")
_FROM_IT = lazy.compile(r"\b(?:from|against|versus|vs\.?|compared (?:with|to))\b[^,;]{0,30}$|[而则][^,;]{0,10}$")
# 由去年底29.1%, 由2024年的55.3%: the year before a figure is what it is of, and not what it is held against.
_BASE_ENDS = lazy.compile(r"的\s*$|[由从自]\s+(?:的?(?:净|归母净|税后净|经调整净)?(?:亏损?|盈利|利润|溢利|纯利|赚))?$")
_WAS = lazy.compile(r"\b(?:sold|shipped|delivered|reported|posted|rose|fell|grew|was|were|had|lost|earned|spent|made|swung|booked|recorded|stood|totall?ed|came|reached|amounted|ended|closed|slipped|climbed|dropped|jumped|slid|edged|increased|declined)\b|录得|实现了|已(?!于)")
# What is told of what came about, behind an outlook: "Revenue fell 6% to"; 減值準備為16.8億元,較去年同期的.
_AS_TOLD = lazy.compile(r"\b(?:rose|fell|grew|swung|climbed|dropped|jumped|slid|slipped|narrowed|widened|shrank)\b|[去上]年同期")
_THAN_A_YEAR = lazy.compile(r"(?:[较比]|由|从)(?:(?P<y>20\d\d)年|上年|前一年)(?!同期|第|[上下]半|[一二三四]季|\d{1,2}月|[末底初])")
_LAST_YEARS = lazy.compile(r"[去上]年同期")
_YEAR_END = lazy.compile(r"(?<![年\d去上前明])年[末底]|\b(?:by|at) (?:the )?(?:year[- ]end|end of (?:the|this) year)\b")
_WILL = lazy.compile(r"将(?!其|该|此|于|以|把)|有望|可望|力争|\b(?:will|would|could)\b")
_FISCAL = lazy.compile(r"(?i)(?:this|current|the current|the coming|next) (?:fiscal|financial|business) year|the current year|本财年|本財年|本财政年度|本財政年度|今财年|今財年")
_FISCAL_YEAR = lazy.compile(r"(?i)(?:fiscal|fy)(?: year)? ?(?P<y>20\d\d)|(?P<z>20\d\d)年?(?:财年|财政年度)")
_BEHIND = 24  # characters after a figure: "came to $128.4 million in the quarter"
_REPORT_PERIOD = lazy.compile(r"报告期内?|(?:^|[,;。])期内|\b(?:during|in|for) the (?:reporting )?period\b")
_REPORT_QUARTER = lazy.compile(r"(?:^|[,;。])季内|[当本该]季度?|\bquarterly (?:net |operating |service )?(?:revenues?|sales|profit|loss|income|earnings)\b|\b(?:in|for|during) the (?:latest )?quarter\b(?! (?:ended|ending|to|of))")
_CHANGED_OUTLOOK = lazy.compile(
    r"(?:上调|下调|调高|调低|调升|调降|修正)[^,;。]{0,16}(?:预期|预测|目标|指引|展望)|(?:预期|预测|目标|指引|展望)[^,;。]{0,20}(?:上调|下调|调高|调低|调升|调降|提高|降低|修正)"
    r"|\b(?:forecasts?|guidance|outlook|targets?|estimates?|projections?) (?:was|were|is|has been|have been) (?:also )?(?:raised|lifted|cut|lowered|trimmed|reduced|narrowed|revised|upgraded|downgraded)\b|\b(?:raise[sd]?|lift(?:s|ed)?|hike[sd]?|increase[sd]?|cut|cuts|lower(?:s|ed)?|trim(?:s|med)?|reduce[sd]?|narrow(?:s|ed)?|revise[sd]?|upgrade[sd]?|downgrade[sd]?)\b[^,;.]{0,60}\b(?:forecast|guidance|outlook|target|estimate|expectation|projection|budget|plan)s?\b"
)
_SO_FAR_BEHIND = lazy.compile(r" (?:in total|so far|to date)\b")  # has sold more than 25,000 chips in total
_SINCE_EVER = lazy.compile(r"累计|历史|总共|迄今|至今|\b(?:cumulative\w*|to date|so far|in total)\b")
_INTERIM = lazy.compile(r"中期|半年度|\binterim\b")
_SPECIAL = lazy.compile(r"特别|\bspecial\b")  # comes once, whatever year was spoken of
_PART_DIVIDEND = lazy.compile(r"末期|特别|第[一二三四]次|\b(?:final|special|year-end)\b")  # less than what is paid for the year
# A flow up to a balance date: the part of the year that ends there.
_UP_TO = {
    "03-31": ("01-01", "quarter"),
    "06-30": ("01-01", "half"),
    "09-30": ("01-01", "nine-months"),
    "12-31": ("01-01", "year"),
}
COUNTED = frozenset(
    "processed-volume deliveries shipments sales-volume output premium-income contract-sales sales-area passengers freight-volume electricity-generation electricity-delivered storage-energy battery-installation export-volume".split()
)
_FLOWS = WHOLE | COUNTED
_SOLD = frozenset("shipments deliveries sales-volume output".split())
# Sizes at a moment: yesterday's year is not theirs.
MOMENTS = frozenset(
    "market-cap share-price valuation target-price employees customers users stores patents shareholding capacity orders "
    "dividend payout-ratio bond-size credit-line project-investment funds-raised funding-amount backlog cash total-assets net-assets total-liabilities rd-staff fleet-size market-share pe-ratio shares-outstanding".split()
)
_MONTHLY = WHOLE | {"load-factor", "foreign-exchange", "utilization"}  # told of a month beside what was carried or earned in it
_FLOWING_RATES = frozenset(("same-store-sales", "same-store-profit"))  # of a year, though they have no change of their own
# Ratios of what a bank or an insurer has at the end of what it reports on.
_AT_THE_END = frozenset("non-performing-loan-ratio provision-coverage capital-adequacy solvency-ratio core-solvency-ratio cet1-ratio tier1-ratio loans deposits assets-under-management".split())
# 2011年來港上市,現有員工約9,600人: what was long ago dates nothing that is so now.
_NOW = lazy.compile(r"现有|目前|现时|如今|现在|迄今|(?<!截)至今(?!年)|仍[持任]|\b(?:now|currently|today|still)\b")
_NEXT = lazy.compile(r"下一?个?季度?|\bnext quarter\b")
# "Haines, who joined in 2021, earns £1.9m": the year is that of the remark.
_ROLLING = lazy.compile(r"(?:过去|近|最近|滚动)(?:十二|12|二十四|24|三十六|36)个月|滚动|\b(?:rolling|trailing)\b|\b(?:past|last|latest) (?:12|twelve|24) months\b")  # no year of the calendar
_FIRST_DAYS = lazy.compile(r"(?<!今年)(?<!年)首(?:[日周月]|个月|年(?!度))[^,;。\d]{0,8}$")  # 上市首月交付1.4萬輛: of a month that is not told
_AND_NOW = lazy.compile(r",? and (?:now )?[a-z]+s ")  # it moved to Leeds in 2004 and employs 900
_OF_A_DAY = frozenset("share-price opening-price market-cap pe-ratio".split())
_STAFF = frozenset("employees rd-staff rd-staff-ratio".split())
_BESIDE = 4  # characters between a year and the measure that it goes with
_WHEN_THEN = lazy.compile(r",? when (?:it|they|the [a-z]+) ")  # $38.5 million in 2025, when it lost $4.1 million
_DONE_ALREADY = lazy.compile(r"[,;][^,;。]{0,6}(?:并已|已(?!于)|此前|曾)")  # 預計第四季遞交申請,並已將權益授出,首付款1.5億美元
_BESIDE_SHARE = lazy.compile(r",? or (?:an? )?[^,;a-z]{0,6}\d[^,;]{0,24},? (?:in|for) ")
_WHO = lazy.compile(r", who [^,;.]*$")


class Dating(Becoming):
    """Dates figures of one sentence whose measure and subject are known."""

    def _dated(  # noqa: PLR0913 - a fact has this many parts
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str, begin: int, previous: Fact | None
    ) -> Fact | None:  # fmt: skip
        if self.looks_back and not any(p.end <= quantity.start for p in self.usable):
            return self._looking_back(i, found, aspect, quantity, subject, window)
        went_on = (previous is not None and previous.measure == found.id and previous.subject == subject) or i in self.rows
        same = self.main.get((subject, found.id)) if went_on else None
        own = timing.owned(self.usable, quantity, self._until(i), self.folded) or self._told_beside_share(quantity) or elided.last_year(self.folded, quantity, self.text.periods)
        if own is None and aspect != "value" and self.folded[quantity.end : self._until(i)].strip() == "to":
            own = timing.owned(self.usable, self.text.quantities[i + 1], self._until(i + 1), self.folded)
        inside = [
            p for p in self.usable
            if begin <= p.start and p.end <= quantity.start and (p.start not in self.owned_at or _WHEN_THEN.match(self.folded, p.end)) and not self._set_apart(p, quantity)
            and not (_WHO.search(self.folded, begin, p.start) and "," in self.folded[p.end : quantity.start])
            and not _NOW.search(self.folded, p.end, quantity.start)
            and not (found.id in periodmoments.DEALS and p.period.end > (self.text.published or "9999") and _DONE_ALREADY.search(self.folded, p.end, quantity.start))
            and not (found.id in MOMENTS and found.start >= p.end and _AND_NOW.match(self.folded, p.end))
        ]
        if found.id == "dividend" and (_SPECIAL.search(window.rsplit(",", 1)[-1]) or self._of_a_part_of_the_year(own, inside, quantity)):
            return self._fact(found, aspect, quantity, subject, own, self._basis(quantity, own))
        base = [p.period for p in inside if timing.is_base(p, self.folded) and not _WHEN_THEN.match(self.folded, p.end)]
        inside = [p for p in inside if not timing.is_base(p, self.folded) or _WHEN_THEN.match(self.folded, p.end)]
        became = window[window.rfind(self.text.quantities[i - 1].raw) :] if i and self._reached(i) else window
        went_from = self.plain[begin : quantity.start] if became == window else became
        prior = self._prior(became, quantity, same, went_from) if aspect == "value" else ""
        if prior and same and own is None and (
            self._of_an_outlook(quantity, window) or (not base and not inside and (same.period is None or self._carried_unfinished(same)))
        ):
            return None  # the year before what is told of no time; "raised its forecast to $5.4 billion from $5.2 billion": the outlook it had before
        if own is None and prior and same and same.period and not (inside and inside[-1].period.kind != "year"):
            period = base[-1] if base else self._before(same.period, prior, quantity, window)
            if period is None:
                return None
            return self._fact(
                found, aspect, self._signed(found, quantity, window, same, True), subject, period, "actual"
            )
        if prior and own is None and not same:
            if not self._becomes(i):
                year = self._last_year(quantity, window)
                return self._fact(found, aspect, self._signed(found, quantity, window, None, True), subject, year, "actual") if year else None
            led_to = (inside[-1].period if inside else None) or self._earlier(found, quantity, None, begin)
            period = self._before(led_to, prior, quantity, window) if led_to and (subject, found.id, led_to) not in self.values else None
            signed = self._signed(found, quantity, window, None, True)
            return self._fact(found, aspect, signed, subject, period, "actual") if period else None
        if base and aspect == "value" and _BASE_ENDS.search(self.plain[begin : quantity.start]):
            return self._fact(
                found, aspect, self._signed(found, quantity, window, same, False), subject, self._began(i, base[-1], window), "actual"
            )
        here = own or (inside[-1].period if inside else None) or self.turned.get(quantity.start) or (self._of_row(quantity) if i in self.rows else None) or self._of_sales(found, subject, quantity)
        period = self._fiscal(here or self._earlier(found, quantity, same, begin))
        if found.id in WHOLE or not _SINCE_EVER.search(self.folded[self._part(quantity.start) : quantity.start]):
            period = _flowing(found.id, period, self.context.period)
        period = self._of_the_calendar(quantity, own, self._edge_of_span(i, self._led_to(i, previous, period)))
        period = self._of_its_day(found, own, period, quantity)
        earlier = here and previous and previous.period and here.end < previous.period.start and not aspects.FORECAST.search(window)
        earlier = earlier or any(_WHEN_THEN.match(self.folded, p.end) for p in inside[-1:])
        basis = "actual" if earlier else "forecast" if quantity.start in self.series and elided.is_to_come(window) else self._basis(quantity, period)  # 今年目标为5,000台,去年约1,100台: the year before is no forecast
        fact = self._fact(found, aspect, self._signed(found, quantity, window, same, False), subject, period, basis)
        strange = found.id in periodmoments.DEALS and periodmoments.of_a_stranger(self.unnamed, self.text.periods, quantity, self._part(quantity.start))
        if aspect == "value" and (strange or self._second(fact)):
            return None
        if not _looks_back(fact, same, window):
            self.main[subject, found.id] = fact
        return fact

    def _of_a_part_of_the_year(self, own: Period | None, inside: Sequence[PeriodMention], quantity: Quantity) -> bool:
        """Whether a dividend is the final one of the year told before it, and not all of it: 去年末期息每股0.38元."""
        told = own is None and bool(inside) and inside[-1].period.kind == "year" and not timing.is_base(inside[-1], self.folded)
        return told and bool(_PART_DIVIDEND.search(self.folded, inside[-1].end, quantity.start))

    def _of_an_outlook(self, quantity: Quantity, window: str) -> bool:
        """Whether a figure is what an outlook was before it was changed."""
        return bool(_CHANGED_OUTLOOK.search(self.folded[: quantity.start])) and not aspects.PRIOR.search(window)

    def _carried_unfinished(self, same: Fact) -> bool:
        """Whether a figure that came about has a time that was not over, which no word of its sentence names."""
        unfinished = same.basis == "actual" and same.period is not None and not periodarithmetic.is_over(same.period, self.text.published)
        return unfinished and all(p.period != same.period for p in self.usable)

    def _told_beside_share(self, quantity: Quantity) -> Period | None:
        """The time behind a sum and what it is by the share: "compared with 441 million euros, or 1.55 euros, in 2024"."""
        for p in self.usable:
            between = self.folded[quantity.end : p.start] if quantity.end <= p.start else ""
            if _BESIDE_SHARE.fullmatch(between) or (between in (", in ", ", for ") and self.folded[: quantity.start].endswith((", or ", " or "))):
                return p.period
        return None

    def _set_apart(self, mention: PeriodMention, quantity: Quantity) -> bool:
        """Whether a time before a figure is not told of it: that of a figure in brackets, or a month that only says when the reason was.

        遠穹虧損9.8億元(前年虧損34億元),馳野虧損21.6億元; 首季溢利升6%,因為三月一場火災令賠付增加,賠付率升至96.4%.
        """
        if timing.is_bracketed(mention, self.folded) and ")" in self.folded[mention.end : quantity.start]:
            return True
        if mention.period.kind != "month" or "," not in self.folded[mention.end : quantity.start]:
            return False
        longer = [p.period for p in self.usable if p.end <= mention.start] or ([self.context.period] if self.context.period else [])
        inside = any(p.kind != "month" and p.start <= mention.period.start and mention.period.end <= p.end for p in longer)
        return inside and bool(lookbacks.REASON.search(self.folded, self.folded.rfind(",", 0, mention.start) + 1, mention.start))

    def _of_its_day(self, found: Found, own: Period | None, period: Period | None, quantity: Quantity) -> Period | None:
        """No year that the sentence tells of something else is that of a price of a share, no span of years that of a headcount."""
        if period is None or own is not None:
            return period
        if found.id in _FLOWS and _FIRST_DAYS.search(self.folded, self._part(quantity.start), quantity.start):
            return None
        if found.id == "store-openings" and period.kind == "as-of":
            within = _REPORT_PERIOD.search(self.folded, self._part(quantity.start), quantity.start) or _REPORT_QUARTER.search(self.folded, self._part(quantity.start), quantity.start)
            return (self.context.quarter or self.context.report) if within else None  # 截至9月底共有168間餐廳,期內新開12間
        if found.id in _STAFF:
            ahead = period.end > (self.text.published or "9999") and not aspects.FORECAST.search(self.folded[self._part(quantity.start) : quantity.start])
            return None if period.kind == "span" or ahead else period  # 流片提前到今年6月,研發人員也擴編到395人
        if found.id not in _OF_A_DAY or period.kind not in ("year", "span", "half", "nine-months"):
            return period
        return period if any(p.period == period and 0 <= found.start - p.end <= _BESIDE for p in self.usable) else None

    def _fiscal(self, period: Period | None) -> Period | None:
        """ "This fiscal year" of one whose last year ended in March: the year after that."""
        told = self.context.report or self.context.period
        if period is None or told is None or told.kind != "year" or told.start.endswith("-01-01") or not told.start[:4].isdigit():
            return period
        named = _FISCAL_YEAR.fullmatch(period.raw)
        if not (named or _FISCAL.fullmatch(period.raw)) or not period.start.endswith("-01-01"):
            return period
        later = int(named["y"] or named["z"]) - int(told.end[:4]) if named else 1
        if later < 1:
            return period  # some name a year by when it begins
        start, end = (f"{int(day[:4]) + later}{day[4:]}" for day in (told.start, told.end))
        return Period(start, end, "year", period.raw)

    def _of_the_calendar(self, quantity: Quantity, own: Period | None, period: Period | None) -> Period | None:
        """A figure's time; none where it is of the last twelve months, whenever they were."""
        begin = self._part(quantity.start)
        return period if own or not _ROLLING.search(self.folded, begin, quantity.start) else None

    def _of_sales(self, found: Found, subject: str, quantity: Quantity) -> Period | None:
        """The time of a market share that stands behind what was sold: 出貨512萬台,份額21.2%."""
        sold = [f for (s, m), f in self.main.items() if s == subject and m in _SOLD and self._part(quantity.start) <= f.quantity.start]
        return sold[-1].period if found.id == "market-share" and sold else None

    def _of_row(self, quantity: Quantity) -> Period | None:
        """The time said before a row: 1月營收方面,甲為5億元;乙3億元."""
        before = [p for p in self.usable if p.end <= quantity.start and p.start not in self.owned_at and p.start not in self.asides and not self._set_apart(p, quantity)]
        return before[-1].period if before and not timing.is_base(before[-1], self.folded) else None

    def _earlier(self, found: Found, quantity: Quantity, same: Fact | None, begin: int) -> Period | None:
        if found.id in periodmoments.PRICES and (day := self._at_a_moment(found, quantity, [], moment=True)):
            return day
        if same and (found.start < 0 or same.period):
            return same.period
        if found.id in _STAFF and _NOW.search(self.folded, self._part(quantity.start), quantity.start):
            return None  # 目前有1180名員工,研發人員占78%
        known = self.names.measures[found.id]
        moment = found.id not in _FLOWING_RATES and (
            found.id in MOMENTS or not known.change or not (known.unit in ("money", "percent") or found.id in COUNTED)
        )
        product = known.kinds[:1] == ("product",)
        before = [p for p in self.usable if p.end <= quantity.start and p.start not in self.asides and not timing.is_base(p, self.folded)
                  and not self._set_apart(p, quantity) and not timing.is_passing(p, self.usable, self.text.quantities, self.folded, quantity.start)]  # fmt: skip
        if found.id == "dividend" and (paid_for := self._of_dividend(quantity, before)):
            return paid_for[0]
        if found.id == "payout-ratio" and (paid := before[-1].period if before else self.context.report or self.context.period) and paid.kind in ("year", "half"):
            return paid
        if on := self._at_a_moment(found, quantity, before, moment):
            return on
        if found.id == "share-price-change":
            part = self._part(quantity.start)
            return next((p.period for p in reversed(before) if p.start >= part), None)  # how a share moved that day is of no year
        if moment or product:
            part = self._part(quantity.start)
            held = [
                p.period
                for p in before
                if (p.period.kind == "month" and p.start >= part if product else p.period.kind == "as-of")
            ]
            gone_by = held and not product and before[-1].period.kind in ("month", "quarter") and before[-1].period.start > held[-1].end
            return held[-1] if held and not gone_by else None  # 2025年末現金…,今年3月融資…,持股降至25.9%: no longer at the end of 2025
        return self._of_what_lasts(found, quantity, before)

    def _of_what_lasts(self, found: Found, quantity: Quantity, before: Sequence[PeriodMention]) -> Period | None:
        """The time of a flow or a ratio: the last one told `before` it, else what was spoken of or reported on."""
        part = self._part(quantity.start)
        so_far = _SINCE_EVER.search(self.folded, part, quantity.start)
        if not before and so_far and self.context.report and self.context.report.kind == "span":
            return self.context.report  # 2023年至2025年營收分別為…。三年累計出貨680萬台
        ever = not before and found.id in _SOLD and (so_far or _SO_FAR_BEHIND.match(self.folded, quantity.end))  # 2024年的旗艦…。累計出貨已達900萬顆: of no year
        if ever or (before and all(_NOW.search(self.folded, p.end, quantity.start) for p in before)):
            return None  # 2019年買下甲,如今這家子公司一年貢獻近30億元營收: of no year that is told
        if not any(part <= p.start for p in before) and ((found.id not in _FLOWS and _NOW.search(self.folded, max(part, self.folded.rfind(",", 0, quantity.start)), quantity.start)) or _NEXT.search(self.folded, part, quantity.start)):
            return None  # 去年送樣…。良率目前68%; 下季度收入指引為41億美元
        lasting = [p.period for p in before if p.period.kind != "month" or part <= p.start]
        if lasting and not any(part <= p.start for p in before):
            lasting = self._without_asides(found, lasting)
        told = aspects.FORECAST.search(self.folded[: quantity.start].replace("目标价", "   "))
        around = self.folded[self._part(quantity.start) : quantity.end + _BEHIND]
        if not lasting and (_REPORT_QUARTER.search(around) or "单季" in self.folded[part : quantity.start]):
            return self.context.quarter
        if not lasting and self.context.report and _REPORT_PERIOD.search(around):
            return self.context.report
        if not lasting and self.context.month and not told and not so_far and (found.id in COUNTED or found.id == "revenue" or (self.context.period is None and found.id in _MONTHLY)):
            return self.context.month
        if not lasting and not told and not self.context.period and self.context.report and found.id in _AT_THE_END:
            end = self.context.report.end  # 普通股權一級資本比率為16.8%: as it was when the half year ended
            return Period(end, end, "as-of", self.context.report.raw)
        if self.context.forecast and not told and not lasting and _WAS.search(self.folded[self._part(quantity.start) : quantity.start]):
            quarter = self.context.quarter
            return quarter if found.id in WHOLE and quarter and periodarithmetic.is_over(quarter, self.text.published) else None  # it expects a profit of ¥29 billion this year. It sold 6.3 million copies: not this year
        ahead = told and _WILL.search(self.folded[self._part(quantity.start) : quantity.start])
        if ahead and not lasting and not self.context.outlook and not self.context.forecast:
            return None  # 第一季營收12億元。分析師認為毛利率將回升至30%: not in the quarter that is over
        if not lasting:
            return self._without_times(found, quantity, part, told=bool(told))
        return lasting[-1]

    def _without_times(self, found: Found, quantity: Quantity, part: int, *, told: bool) -> Period | None:
        """The time of a flow or a ratio before which the sentence names none; `told` whether it is expected."""
        report, spoken, outlook = self.context.report, self.context.period, self.context.outlook
        if told and (at := self._at_the_end_of_this_year(found, part, quantity)):
            return at
        if told:
            quarterly = found.id == "capex" and spoken is not None and spoken.kind == "quarter"  # 資本開支將壓縮至8億元: of no quarter
            past = spoken is not None and spoken.end[:4].isdigit() and periodyears.is_past(int(spoken.end[:4]), self.text.published)
            return outlook or (None if quarterly or past else spoken)  # 2020年的前作…。本作可望帶來18億元營收
        behind = quantity.end + _BEHIND
        if report and spoken and report.kind == "year" and spoken.kind == "quarter" and report.start <= spoken.start and spoken.end <= report.end:
            base = _THAN_A_YEAR.search(self.folded, part, behind)
            of_year = base and (base["y"] is None or int(base["y"]) == int(report.end[:4]) - 1)
            return report if of_year else spoken  # 綜合毛利率為30.2%,較2024年提升2.7個百分點: the year's, though a quarter was told last
        if not spoken and outlook and (_AS_TOLD if found.id in _FLOWS else _LAST_YEARS).search(self.folded, part, behind):
            return report or self.context.quarter
        if spoken and found.id in _FLOWS and not periodarithmetic.is_over(spoken, self.text.published) and _WAS.search(self.folded, part, quantity.start):
            over = (p for p in (report, self.context.quarter) if p and periodarithmetic.is_over(p, self.text.published))
            return next(over, spoken)  # raised its full-year forecast after a first quarter in which…. Net income was $196 million
        return spoken

    def _at_the_end_of_this_year(self, found: Found, part: int, quantity: Quantity) -> Period | None:
        """The last day of the year in which is told what will be then: 預計年末不良率落在1.85%至1.95%, and not in the half year that is reported on."""
        year = (self.text.published or "")[:4]
        named = _YEAR_END.search(self.folded, part, quantity.start) if year and found.id not in _FLOWS else None
        return Period(f"{year}-12-31", f"{year}-12-31", "as-of", named.group()) if named else None

    def _at_a_moment(self, found: Found, quantity: Quantity, before: Sequence[PeriodMention], moment: bool) -> Period | None:
        """The day of a price, the month of a deal, or the end of what is reported on; None where nothing says."""
        part, published = self._part(quantity.start), self.text.published
        if found.id in periodmoments.PRICES:
            following = next((q.start for q in self.text.quantities if q.start >= quantity.end), len(self.folded))
            on = periodmoments.day_of_price(self.folded, self.text.periods, quantity, part, following, published)
            return on or periodmoments.first_day(found.id, self.folded, quantity, part, self.context.listed, published)
        if found.id in periodmoments.DEALS:
            on = periodmoments.of_deal(found.id, self.folded, self.text.periods, quantity, part, published)
            return on or (None if before else periodmoments.first_day(found.id, self.folded, quantity, part, self.context.listed, published))
        if not moment and (found.id in _FLOWS or not periodmoments.since_it_began(self.folded, quantity, part)):
            return None
        told = before[-1].period if before and before[-1].start >= part else self.context.period
        return periodmoments.at_the_end(found.id, self.folded, self.text.periods, quantity, part, told, self.context.report, published)

    def _of_dividend(self, quantity: Quantity, before: Sequence[PeriodMention]) -> tuple[Period | None] | None:
        """The year or half a dividend is paid for, in a tuple of one; None where nothing says.

        下半年費用率目標22%。董事會擬派息…: of what is reported on, and not of what is aimed at.
        """
        told = (self.context.report if self.context.forecast or self.context.outlook else None) or self.context.period or self.context.report
        if told and not before:
            words = self.folded[self._part(quantity.start) : quantity.start]
            partial = _PART_DIVIDEND.search(words) or (told.kind == "year" and _INTERIM.search(words))
            return (told if told.kind in ("year", "half") and not partial else None,)
        if before and before[-1].period.kind in ("year", "half") and self._part(quantity.start) <= before[-1].start:
            words = self.folded[before[-1].end : quantity.start]
            return (None if _PART_DIVIDEND.search(words) or _INTERIM.search(words) else before[-1].period,)
        return None

    def _without_asides(self, found: Found, periods: list[Period]) -> list[Period]:
        """The periods of earlier parts, without a year before that only served to compare: 而2024年虧損1.37億元;…"""
        told = [f.period for f in self.main.values() if f.period and f.period.start[:4].isdigit() and f.measure != found.id]
        latest = max(told, key=lambda p: p.end, default=None)
        if latest is None or not periods[-1].start[:4].isdigit() or periodarithmetic.year_before(latest).start != periods[-1].start:
            return periods
        return [*periods, latest] if latest not in periods[-1:] and latest in periods else periods


def _looks_back(fact: Fact, same: Fact | None, window: str) -> bool:
    """Whether a value is only what another came from: "£1.27 billion in 2025 from £1.15 billion in 2024"."""
    then, now = fact.period, same.period if same else None
    if not then or not now or fact.aspect != "value" or then.end >= now.end:
        return False
    return then == periodarithmetic.year_before(now) or bool(_FROM_IT.search(window))


def on_an_earlier_year(fact: Fact, window: str) -> bool:
    """Whether a change is told on a time before the last year, 比2019年同期增長9.6%: no growth on the year before."""
    base = _THAN_YEAR.search(window) if fact.aspect in ("growth", "decline") and fact.period else None
    year = fact.period.end[:4] if fact.period else ""
    return bool(base and year.isdigit() and int(base[1]) < int(year) - 1)


def _flowing(measure: str, period: Period | None, spoken: Period | None) -> Period | None:
    """The period of a flow that is told up to a day: 截至2025年底,研發投入為6.4億元 is that of 2025."""
    if period is None or period.kind != "as-of" or measure not in _FLOWS:
        return period
    if spoken and spoken.end == period.end:
        return spoken
    start, kind = _UP_TO.get(period.end[5:], ("", ""))
    return Period(f"{period.end[:5]}{start}", period.end, kind, period.raw) if start else None
