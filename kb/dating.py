"""When a figure was, how sure it is, and its sign: a measure and a quantity become a fact.

Leaves out finding the measure and its owner (`kb.figures`), and giving periods their years (`kb.timing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kb import aspects, lazy, lookbacks, timing
from kb.measuring import Found
from kb.model import Fact, Period, Quantity
from kb.names import Names
from kb.ownership import WHOLE
from kb.parallel import Row
from kb.periods import PeriodMention
from kb.prepared import Clause, Context, Places
from kb.roles import MeasureRoles
from kb.units import is_change, is_money

# A forecast that what was reported is held against: 低於1月預告的下限, "above its guidance".
_HELD_AGAINST = lazy.compile(
    r"(?:低于|高于|不及|超过|超出|超|好于|优于|逊于|差于|落在|落于|符合|未达|达到|处于|接近|比|较)[^,;。预]{0,8}(?:业绩)?(?:预告|预期|预测|预估|指引)(?:值|范围)?(?:的?(?:[上下]限|区间|[上下]沿))?|"
    r"\b(?:below|above|beat|beating|miss(?:ed|ing)?|short of|in line with|topp(?:ed|ing)|exceed(?:ed|ing)?|within|ahead of|better than|worse than) (?:the |its |their )?(?:\w+ ){0,4}?(?:forecasts?|guidance|expectations?|estimates?|projections?|outlook)\b"
)
_DONE = lazy.compile(r"\b(?:forecasts?|guidance|outlook|targets?|estimates?|expectations?|dividend)\b[^,;.\d]{0,24}\b(?:after|as|because)\b|[,;]\s*(?:目前|至今|截至目前|此前)?已(?!于)|[,;]\s*目前(?!预|计划|拟|料)|实际(?:实现|完成)|\bactual")
_LOOKING_BACK = lazy.compile(
    r"(?:而|其中|反观|相比之下|对比)?,?(?:上年|去年|前一年|上年度)同期(?:,|(?=公司|集团|其|该|本))|(?:in|for|during) the (?:same|corresponding|year-earlier|comparable) (?:period|quarter|half|month)"
    r" (?:of )?(?:last year|a year (?:earlier|ago|before)|the (?:previous|prior) year),|a year (?:earlier|ago),"
)
_THAN_YEAR = lazy.compile(r"(?:[较比]|compared with|\bfrom|\bthan)(?:于| in)?\s?(20\d\d)(?:年|\b)")
_LAST_YEAR = lazy.compile(r"去年|上年")
_FROM_IT = lazy.compile(r"\b(?:from|against|versus|vs\.?|compared (?:with|to))\b[^,;]{0,30}$|[而则][^,;]{0,10}$")
# 由去年底29.1%, 由2024年的55.3%: the year before a figure is what it is of, and not what it is held against.
_BASE_ENDS = lazy.compile(r"的\s*$|[由从自]\s+$")
# Revenue that the words before it date: "lost $48 million last year on revenue of", "revenue doubled last year to".
_ON_REVENUE = lazy.compile(r"(?<!from )(?<!than )(?<!over )(?<!on )(?<!with )last year,? (?:(?:on|from|with) (?:revenues?|sales|turnover) of|to) (?:about |around |nearly |over |a record )?$")
_WAS = lazy.compile(r"\b(?:sold|shipped|delivered|reported|posted|rose|fell|grew|was|were|had|lost|earned|spent|made|swung|booked|recorded)\b|录得|实现了|已(?!于)")
_WILL = lazy.compile(r"将(?!其|该|此|于|以|把)|有望|可望|力争|\b(?:will|would|could)\b")
_FISCAL = lazy.compile(r"(?i)(?:this|current|the current|the coming|next) (?:fiscal|financial|business) year|本财年|本財年|本财政年度|本財政年度|今财年|今財年")
_BASE_WORDS = 40  # characters before a figure in which "rose steadily from a loss of" stands
_BEHIND = 24  # characters after a figure: "came to $128.4 million in the quarter"
_REPORT_PERIOD = lazy.compile(r"报告期内?|(?:^|[,;。])期内|\b(?:during|in|for) the (?:reporting )?period\b")
_REPORT_QUARTER = lazy.compile(r"(?:^|[,;。])季内|[当本]季度?|\b(?:in|for|during) the (?:latest )?quarter\b(?! (?:ended|ending|to|of))")
_CHANGED_OUTLOOK = lazy.compile(
    r"(?:上调|下调|调高|调低|调升|调降|修正)[^,;。]{0,16}(?:预期|预测|目标|指引|展望)|(?:预期|预测|目标|指引|展望)[^,;。]{0,20}(?:上调|下调|调高|调低|调升|调降|提高|降低|修正)"
    r"|\b(?:forecasts?|guidance|outlook|targets?|estimates?|projections?) (?:was|were|is|has been|have been) (?:also )?(?:raised|lifted|cut|lowered|trimmed|reduced|narrowed|revised|upgraded|downgraded)\b|\b(?:raise[sd]?|lift(?:s|ed)?|hike[sd]?|increase[sd]?|cut|cuts|lower(?:s|ed)?|trim(?:s|med)?|reduce[sd]?|narrow(?:s|ed)?|revise[sd]?|upgrade[sd]?|downgrade[sd]?)\b[^,;.]{0,60}\b(?:forecast|guidance|outlook|target|estimate|expectation|projection|budget|plan)s?\b"
)
_SINCE_EVER = lazy.compile(r"累计|历史|总共|迄今|至今|\b(?:cumulative\w*|to date|so far|in total)\b")
_INTERIM = lazy.compile(r"中期|半年度|\binterim\b")
_CASH_FLOWS = frozenset(("operating-cash-flow", "free-cash-flow"))
_OUTFLOW = lazy.compile(r"流出|为负|\b(?:outflow|negative|burn\w*|consumed)\b")
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
    "deliveries shipments sales-volume output premium-income contract-sales sales-area passengers freight-volume electricity-generation storage-energy".split()
)
_FLOWS = WHOLE | COUNTED
_SOLD = frozenset("shipments deliveries sales-volume output".split())
# Sizes at a moment: yesterday's year is not theirs.
MOMENTS = frozenset(
    "market-cap share-price valuation target-price employees customers users stores patents shareholding capacity orders "
    "dividend payout-ratio project-investment funds-raised funding-amount backlog cash total-assets net-assets total-liabilities rd-staff fleet-size market-share pe-ratio shares-outstanding".split()
)
# Ratios of what a bank or an insurer has at the end of what it reports on.
_AT_THE_END = frozenset("non-performing-loan-ratio provision-coverage capital-adequacy solvency-ratio core-solvency-ratio cet1-ratio tier1-ratio".split())
# 2011年來港上市,現有員工約9,600人: what was long ago dates nothing that is so now.
_NOW = lazy.compile(r"现有|目前|现时|如今|现在|迄今|\b(?:now|currently|today)\b")
# "Haines, who joined in 2021, earns £1.9m": the year is that of the remark.
_WHO = lazy.compile(r", who [^,;.]*$")


class Dating(Places):
    """Makes facts of one sentence out of figures whose measure and subject are known."""

    def __init__(self, names: Names, roles: MeasureRoles, sentence: int, text: Clause, context: Context) -> None:
        """Take the names, the roles of the measures, and a prepared sentence with its position."""
        super().__init__(text, context)
        self.names, self.roles, self.sentence = names, roles, sentence
        self.main: dict[tuple[str, str], Fact] = {}  # the last figure of a measure that was not of the year before
        self.values: dict[tuple[str, str, Period | None], Quantity] = {}
        self.rows: dict[int, Row] = {}  # the figures that stand in a row with others
        self.asides = lookbacks.asides(self.folded, self.usable, text.quantities, context.period)
        self.looks_back = bool(_LOOKING_BACK.match(text.folded))

    def profit_of(self, subject: str) -> Fact | None:
        """Return the last net profit of `subject` that the sentence gave."""
        found = [f for (s, m), f in self.main.items() if s == subject and m in self.roles.net_profits]
        return found[-1] if found else None

    def _dated(  # noqa: PLR0913 - a fact has this many parts
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str, begin: int, previous: Fact | None
    ) -> Fact | None:  # fmt: skip
        if self.looks_back and not any(p.end <= quantity.start for p in self.usable):
            return self._looking_back(i, found, aspect, quantity, subject, window)
        went_on = (previous is not None and previous.measure == found.id and previous.subject == subject) or i in self.rows
        same = self.main.get((subject, found.id)) if went_on else None
        own = timing.owned(self.usable, quantity, self._until(i), self.folded)
        if own is None and aspect != "value" and self.folded[quantity.end : self._until(i)].strip() == "to":
            own = timing.owned(self.usable, self.text.quantities[i + 1], self._until(i + 1), self.folded)
        inside = [
            p for p in self.usable
            if begin <= p.start and p.end <= quantity.start and p.start not in self.owned_at
            and not (_WHO.search(self.folded, begin, p.start) and "," in self.folded[p.end : quantity.start])
            and not (found.id in MOMENTS and _NOW.search(self.folded, p.end, quantity.start))
        ]
        if found.id == "dividend" and _SPECIAL.search(window.rsplit(",", 1)[-1]):
            return self._fact(found, aspect, quantity, subject, own, self._basis(quantity, own))
        base = [p.period for p in inside if timing.is_base(p, self.folded)]
        inside = [p for p in inside if not timing.is_base(p, self.folded)]
        became = window[window.rfind(self.text.quantities[i - 1].raw) :] if i and self._reached(i) else window
        went_from = self.plain[begin : quantity.start] if became == window else became
        prior = self._prior(became, quantity, same, went_from) if aspect == "value" else ""
        if (
            prior
            and same
            and own is None
            and _CHANGED_OUTLOOK.search(self.folded[: quantity.start])
            and not aspects.PRIOR.search(window)
        ):
            return None  # "raised its forecast to $5.4 billion from $5.2 billion": the outlook it had before
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
        here = own or (inside[-1].period if inside else None) or (self._of_row(quantity) if i in self.rows else None) or self._of_sales(found, subject, quantity)
        period = self._fiscal(here or self._earlier(found, quantity, same, begin))
        if found.id in WHOLE or not _SINCE_EVER.search(self.folded[self._part(quantity.start) : quantity.start]):
            period = _flowing(found.id, period, self.context.period)
        period = self._edge_of_span(i, self._led_to(i, previous, period))
        earlier = here and previous and previous.period and here.end < previous.period.start and not aspects.FORECAST.search(window)
        basis = "actual" if earlier else self._basis(quantity, period)  # 今年目标为5,000台,去年约1,100台: the year before is no forecast
        fact = self._fact(found, aspect, self._signed(found, quantity, window, same, False), subject, period, basis)
        if aspect == "value" and self._second(fact):
            return None
        if not _looks_back(fact, same, window):
            self.main[subject, found.id] = fact
        return fact

    def _last_year(self, quantity: Quantity, window: str) -> Period | None:
        """The year of "it lost $48 million last year on revenue of $90 million", where nothing is compared."""
        told = _ON_REVENUE.search(window)
        begin = quantity.start - len(window) + told.start() if told else quantity.end + 1
        return next((p.period for p in self.text.periods if p.period.kind == "year" and p.start == begin
                     and p.period.start[:4].isdigit() and self.folded[p.start : p.end] == "last year"), None)  # fmt: skip

    def _fiscal(self, period: Period | None) -> Period | None:
        """ "This fiscal year" of one whose last year ended in March: the year after that."""
        told = self.context.report or self.context.period
        if period is None or told is None or told.kind != "year" or told.start.endswith("-01-01") or not told.start[:4].isdigit():
            return period
        if not _FISCAL.fullmatch(period.raw) or not period.start.endswith("-01-01"):
            return period
        start, end = (f"{int(day[:4]) + 1}{day[4:]}" for day in (told.start, told.end))
        return Period(start, end, "year", period.raw)

    def _of_sales(self, found: Found, subject: str, quantity: Quantity) -> Period | None:
        """The time of a market share that stands behind what was sold: 出貨512萬台,份額21.2%."""
        sold = [f for (s, m), f in self.main.items() if s == subject and m in _SOLD and self._part(quantity.start) <= f.quantity.start]
        return sold[-1].period if found.id == "market-share" and sold else None

    def _of_row(self, quantity: Quantity) -> Period | None:
        """The time said before a row: 1月營收方面,甲為5億元;乙3億元."""
        before = [p for p in self.usable if p.end <= quantity.start and p.start not in self.owned_at and p.start not in self.asides]
        return before[-1].period if before and not timing.is_base(before[-1], self.folded) else None

    def _edge_of_span(self, i: int, period: Period | None) -> Period | None:
        """The last of several years for what a figure became: 2022至2024年,純利由0.6億元增至0.98億元."""
        if period is None or period.kind != "span" or not self._reached(i):
            return period
        return timing.each_year([PeriodMention(period, 0, 0)])[-1]

    def _led_to(self, i: int, previous: Fact | None, period: Period | None) -> Period | None:
        """The time of what a year's figure became: 首季出貨季增,資本支出從去年的58億元下修至45億元 tells of no quarter."""
        began = previous.period if previous and self._reached(i) else None
        return timing.year_after(began) if began and began.kind == "year" and period and period.kind != "year" else period

    def _began(self, i: int, base: Period, window: str) -> Period:
        """The year that 毛利率由去年的18.9%收窄至14.2% began from: the one before the year that is reported on."""
        spoken = self.context.period
        reported = spoken if spoken and spoken.kind == "year" and _LAST_YEAR.search(window) and self._becomes(i) else None
        if reported and base.kind == "as-of":
            return timing.year_before(base) if base.end >= reported.end else base
        return min(base, timing.year_before(reported), key=lambda p: p.end) if reported else base

    def _becomes(self, i: int) -> bool:
        """Whether the next figure is what this one became: 由上年的虧損5.4億元轉為盈利8.7億元."""
        end, until = self.text.quantities[i].end, self._until(i)
        if until == len(self.folded):
            return False
        return self._stepped(i + 2) or bool(aspects.BECAME.fullmatch(self.folded[end:until]))

    def _began_a_year_before(self, i: int, found: Found | None, near: str) -> bool:
        """Whether a ratio or sum reported for a year or half had this value the year before: 全年毛利率由27.9%降至25.6%."""
        if (found and found.id not in WHOLE) or not aspects.BASE_UNDATED.search(near) or not self._becomes(i):
            return False
        spoken = [p.period for p in self.usable if p.end <= self.text.quantities[i].start and p.start not in self.asides]
        last = spoken[-1] if spoken else self.context.period
        return last is not None and last.kind in ("year", "half", "nine-months")

    def _stepped(self, i: int) -> bool:
        """Whether figure i is where the one before led from the one before that: 較39.1%提升1.8個百分點至40.9%."""
        if not 1 < i < len(self.text.quantities):
            return False
        base, step, now = self.text.quantities[i - 2 : i + 1]
        return (
            base.unit == now.unit
            and (is_change(step.unit) or step.unit == now.unit)
            and bool(aspects.BY_STEP.fullmatch(self.folded[base.end : step.start]))
            and bool(aspects.TO_THERE.fullmatch(self.folded[step.end : now.start]))
        )

    def _reached(self, i: int) -> bool:
        """Whether a figure is what another became: 由1.24%降至1.18%. Its measure stands before the first."""
        if not i:
            return False
        if self._stepped(i):
            before = self.text.quantities[i - 2]
            return aspects.is_base(self.folded[max(0, before.start - _BASE_WORDS) : before.start])
        before, now = self.text.quantities[i - 1], self.text.quantities[i]
        return (
            before.unit == now.unit
            and bool(aspects.BECAME.fullmatch(self.folded[before.end : now.start]))
            and aspects.is_base(self.folded[max(0, before.start - _BASE_WORDS) : before.start])
        )

    def _looking_back(
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str
    ) -> Fact | None:
        """The figure of a sentence that begins with 上年同期: of the year before what was spoken of."""
        own = timing.owned(self.usable, quantity, self._until(i), self.folded)
        period = own or (timing.year_before(self.context.period) if self.context.period else None)
        signed = self._signed(found, quantity, window, None, True)
        return self._fact(found, aspect, signed, subject, period, "actual") if period else None

    def _before(self, period: Period, prior: str, quantity: Quantity, window: str) -> Period | None:
        """The year or quarter before `period`; the year itself where it is told: "in the same period of 2024"."""
        if prior != "year":
            return timing.quarter_before(period)
        behind = re.split(r"[,;。]", self.folded[quantity.end : quantity.end + 40])[0]
        told = aspects.PRIOR.search(window) or aspects.PRIOR.search(behind)
        year = re.search(r"20\d\d", told.group()) if told else None
        back = timing.year_before(period)
        while year and back.start[:4].isdigit() and int(year.group()) < int(back.end[:4]):
            back = timing.year_before(back)
        return period if year and year.group() == period.end[:4] else back

    def _second(self, fact: Fact) -> bool:
        """Whether the sentence gave this value before: then one of them is a part, or of something else."""
        key = (fact.subject, fact.measure, fact.period)
        before = self.values.setdefault(key, fact.quantity)
        return before is not fact.quantity and before.unit == fact.quantity.unit and before.start != fact.quantity.start

    def _prior(self, window: str, quantity: Quantity, same: Fact | None, undated: str) -> str:
        """ "year" or "quarter" when the figure is one of the year or quarter before, "" when not."""
        behind = re.split(r"[,;。]", self.folded[quantity.end : quantity.end + 30])[0]
        back = re.match(r"\s*(?:in|for|of|during)?\s*(?:the )?", behind)
        behind = behind[back.end() :] if back else behind
        near = window[max(window.rfind(","), window.rfind(";")) + 1 :]
        if aspects.PRIOR.search(near) or aspects.PRIOR.match(behind):
            return (
                "year"
                if not re.search(r"较|比(?!为)", near)
                or re.search(r"的\s*$|(?:同期|上年|去年|前一年)(?:为|的)?\s*(?:净?亏损?|净损|盈利|净利润?)?\s*$", near)
                else ""
            )
        if aspects.QUARTER_BEFORE.search(near) or aspects.QUARTER_BEFORE.match(behind):
            return "quarter"
        if self._began_a_year_before(self.text.quantities.index(quantity), None, near):
            return "year"
        went = (
            same
            and same.aspect == "value"
            and re.fullmatch(
                r"\s*(?:(?:of|on) [a-z][a-z -]{2,30}? )?\s*(?:(?:in|for)\s+(?:the\s+)?)?,?\s*(?:up |down )?(?:from|compared (?:with|to)|versus|vs\.?|against)\s*(?:(?:a |an )?(?:net )?(?:loss|profit|income|earnings) of\s*)?",
                undated,
            )
        )
        return "year" if went and not self._other_base(quantity) else ""

    def _other_base(self, quantity: Quantity) -> bool:
        """Whether something else than the year before is named right after: "from 5 million at the end of March"."""
        return bool(
            re.match(
                r"(?:,? or [^,;]{1,24}?,)?\s*(?:in|at|as of|on|for|three|two)\b(?! (?:the same|a year))",
                self.folded[quantity.end : quantity.end + 44],
            )
        )

    def _earlier(self, found: Found, quantity: Quantity, same: Fact | None, begin: int) -> Period | None:
        if same and (found.start < 0 or same.period):
            return same.period
        known = self.names.measures[found.id]
        moment = (
            found.id in MOMENTS or not known.change or not (known.unit in ("money", "percent") or found.id in COUNTED)
        )
        product = known.kinds[:1] == ("product",)
        before = [p for p in self.usable if p.end <= quantity.start and p.start not in self.asides and not timing.is_base(p, self.folded)]
        if found.id == "dividend" and self.context.period and not before:
            whole = self.context.period.kind in ("year", "half")
            words = self.folded[self._part(quantity.start) : quantity.start]
            partial = _PART_DIVIDEND.search(words) or (self.context.period.kind == "year" and _INTERIM.search(words))
            return self.context.period if whole and not partial else None
        if found.id == "share-price-change":
            part = self._part(quantity.start)
            return next((p.period for p in reversed(before) if p.start >= part), None)  # how a share moved that day is of no year
        if found.id == "dividend" and before and before[-1].period.kind in ("year", "half") and self._part(quantity.start) <= before[-1].start:
            words = self.folded[before[-1].end : quantity.start]
            return None if _PART_DIVIDEND.search(words) or _INTERIM.search(words) else before[-1].period
        if moment or product:
            part = self._part(quantity.start)
            held = [
                p.period
                for p in before
                if (p.period.kind == "month" and p.start >= part if product else p.period.kind == "as-of")
            ]
            return held[-1] if held else None
        part = self._part(quantity.start)
        lasting = [p.period for p in before if p.period.kind != "month" or part <= p.start]
        if lasting and not any(part <= p.start for p in before):
            lasting = self._without_asides(found, lasting)
        told = aspects.FORECAST.search(self.folded[: quantity.start])
        around = self.folded[self._part(quantity.start) : quantity.end + _BEHIND]
        if not lasting and (_REPORT_QUARTER.search(around) or "单季" in self.folded[part : quantity.start]):
            return self.context.quarter
        if not lasting and self.context.report and _REPORT_PERIOD.search(around):
            return self.context.report
        if not lasting and self.context.month and not told and (found.id in COUNTED or found.id == "revenue"):
            return self.context.month
        if not lasting and not told and not self.context.period and self.context.report and found.id in _AT_THE_END:
            end = self.context.report.end  # 普通股權一級資本比率為16.8%: as it was when the half year ended
            return Period(end, end, "as-of", self.context.report.raw)
        if self.context.forecast and not told and not lasting and _WAS.search(self.folded[self._part(quantity.start) : quantity.start]):
            return None  # it expects a profit of ¥29 billion this year. It sold 6.3 million copies: not this year
        ahead = told and _WILL.search(self.folded[self._part(quantity.start) : quantity.start])
        if ahead and not lasting and not self.context.outlook and not self.context.forecast:
            return None  # 第一季營收12億元。分析師認為毛利率將回升至30%: not in the quarter that is over
        return (
            lasting[-1] if lasting else (self.context.outlook if told and self.context.outlook else self.context.period)
        )

    def _without_asides(self, found: Found, periods: list[Period]) -> list[Period]:
        """The periods of earlier parts, without a year before that only served to compare: 而2024年虧損1.37億元;…"""
        told = [f.period for f in self.main.values() if f.period and f.period.start[:4].isdigit() and f.measure != found.id]
        latest = max(told, key=lambda p: p.end, default=None)
        if latest is None or not periods[-1].start[:4].isdigit() or timing.year_before(latest).start != periods[-1].start:
            return periods
        return [*periods, latest] if latest not in periods[-1:] and latest in periods else periods

    def _basis(self, quantity: Quantity, period: Period | None) -> str:
        told = _HELD_AGAINST.sub(lambda m: " " * len(m.group()), aspects.own_words(self.folded[: quantity.start]))
        done = max((m.end() for m in _DONE.finditer(told)), default=0)
        after = self.folded[quantity.end : quantity.end + 12]
        if aspects.FORECAST.search(told[done:]) or re.match(r"\s*(?:左右)?的?(?:年度|全年)?(?:目标|指引|预期)", after):
            return "forecast"
        said_here = any(p.end <= quantity.start for p in self.usable)
        carried = (
            self.context.forecast
            and period is not None
            and period == self.context.period
            and not done
            and not said_here
        )
        return "forecast" if carried else "actual"

    def _signed(self, found: Found, quantity: Quantity, window: str, same: Fact | None, prior: bool) -> Quantity:
        """Losses are negative: told by the word before the figure, or by the name of the measure."""
        if found.id in _CASH_FLOWS and _OUTFLOW.search(self.folded[self._clause(quantity.start)[0] : quantity.start]):
            return negated(quantity) if (quantity.lo or 0) >= 0 and (quantity.hi or 0) >= 0 else quantity
        if (
            found.id not in self.roles.profits
            or (quantity.lo is not None and quantity.lo < 0)
            or (quantity.hi is not None and quantity.hi < 0)
        ):
            return quantity
        clause = self._clause(quantity.start)[0]
        near = self.folded[max(clause, self._begin_of(quantity)) : quantity.start]
        words = (
            near
            if found.start < 0
            else self.folded[
                max(
                    clause,
                    min(found.start, quantity.start),
                    self._begin_of(quantity) if found.start > clause else 0,
                ) : quantity.start
            ]
        )
        turned = aspects.PROFIT.search(near.replace("净利润", "")) or aspects.turns_to_profit(self.folded[self._begin_of(quantity) : quantity.start])
        loss = aspects.tells_loss(words) or (found.loss and not turned)
        return negated(quantity) if loss else quantity

    def _fact(
        self, found: Found, aspect: str, quantity: Quantity, subject: str, period: Period | None, basis: str
    ) -> Fact:
        if aspect != "value":
            quantity = self._positive(self.text.quantities, quantity)
            if quantity.hi is not None and quantity.hi < 0:
                aspect, quantity = _turned(aspect), negated(quantity)
        elif found.id in WHOLE and is_money(quantity.unit) and _is_range(quantity):
            basis = "forecast"  # what came of a year is one figure
        start, end = self._clause(quantity.start)
        return Fact(subject, found.id, aspect, period, self._by_share(quantity), basis, self.sentence, start, end)

    def _positive(self, quantities: Sequence[Quantity], quantity: Quantity) -> Quantity:
        """The figure as printed: a change of a loss has no sign of its own."""
        return next(q for q in quantities if q.start == quantity.start)

    def _by_share(self, quantity: Quantity) -> Quantity:
        """每10股派3.8元 is quoted whole: the number alone would say it is by the share."""
        match = re.search(r"每\s?(?:10|十)\s?股[^,;。0-9]{0,12}$", self.folded[: quantity.start])
        if not match or not self.text.text or not is_money(quantity.unit):
            return quantity
        return replace(quantity, raw=self.text.text[match.start() : quantity.end], start=match.start())


def _looks_back(fact: Fact, same: Fact | None, window: str) -> bool:
    """Whether a value is only what another came from: "£1.27 billion in 2025 from £1.15 billion in 2024"."""
    then, now = fact.period, same.period if same else None
    if not then or not now or fact.aspect != "value" or then.end >= now.end:
        return False
    return then == timing.year_before(now) or bool(_FROM_IT.search(window))


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


def _is_range(quantity: Quantity) -> bool:
    return quantity.lo is not None and quantity.hi is not None and quantity.lo != quantity.hi


def negated(quantity: Quantity) -> Quantity:
    """Return the quantity below zero."""
    return replace(quantity, lo=_minus(quantity.hi), hi=_minus(quantity.lo))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _turned(aspect: str) -> str:
    for one, other in (("growth", "decline"), ("increase", "decrease")):
        if aspect.startswith(one):
            return aspect.replace(one, other)
    return aspect
