"""What became of a figure, and what it was before: 由1.24%降至1.18%, "up from $190 million a year earlier"."""

from __future__ import annotations

import re

from kb import aspects, lazy, periodarithmetic, timing
from kb.factmaking import FactMaking
from kb.measuring import Found
from kb.model import Fact, Period, Quantity
from kb.partfigures import WHOLE
from kb.periods import PeriodMention
from kb.units import is_change

_LAST_YEAR = lazy.compile(r"去年|上年")
# Revenue that the words before it date: "lost $48 million last year on revenue of", "revenue doubled last year to".
_ON_REVENUE = lazy.compile(r"(?<!from )(?<!than )(?<!over )(?<!on )(?<!with )last year,? (?:(?:on|from|with) (?:revenues?|sales|turnover) of|to) (?:about |around |nearly |over |a record )?$")
FOR_EACH_THING = lazy.compile(r"^(?: (?:an?|per|each) (?!year|quarter|share|month earlier)[a-z-]+(?: (?:box|boxes|container|unit|tonne|ton|barrel|hour|bag|litre|gallon|ounce|pound|kilogram|square metre|room))?)+")  # $1,105 an ounce
_AIMED = lazy.compile(r"目标|指引|指标|预[期测估算计]|展望|计划|\b(?:target|guidance|forecast|outlook|estimate|plan|budget|expect)")
_AMENDED = lazy.compile(r"[上下]修|[上下]调|修正|修订|更正|纠正|重述|[重改]列|改(?=[为至到成])|调[高低升降整]|\b(?:revis|amend|restat|correct)")
# That what was published before was wrong or is counted otherwise now: all figures of the sentence are of one time.
_RESTATED = lazy.compile(r"更正|重述|[重改]列|追溯|审计(?:师|后)?[^,;。]{0,6}调整|核数师[^,;。]{0,8}(?:要求|建议)|重复入账|会计差错|确认(?:方法|口径|准则)?[^,;。]{0,4}改|改[为按以][^,;。]{0,12}确认|\brestat|\bcorrect(?:ed|s|ing|ion)\b")
_CORRECTED_FROM = lazy.compile(r",? ?(?:up |down )?from (?:the |its |an? )?(?:(?:previously|initially|originally|first|earlier) [a-z]+ |initial |original |earlier )?(?:(?:net )?(?:loss|profit) of )?(?:about |around |roughly )?")
_PLANNED = lazy.compile(r"[由从自](?:原[定订拟]|原计划|原预[计算])(?:的|为)?[约近超]?\s*$")  # 年度資本開支由原定的18億元砍至11億元: both are of one year
_DECIDED = lazy.compile(r"[把将][^,;。]{0,20}(?:开支|支出|投资|投入|产量|开店|招聘|派息|回购)[^,;。\d]{0,6}$|\b(?:cut|cuts|trim|trims|lower|lowers|raise|raises|lift|lifts)\b[^,;]{0,40}\b(?:spending|capex|expenditure|investment)\b[^,;\d]{0,30}$")
# What is earned or used in a time, and is compared with the same of the year before where nothing else is said.
_OF_A_TIME = WHOLE | frozenset("average-selling-price occupancy load-factor room-rate revpar arpu rental net-interest-margin combined-ratio claims-ratio overseas-share utilization unit-cost".split())
_BASE_WORDS = 40  # characters before a figure in which "rose steadily from a loss of" stands


# rose 71% from a year earlier|to $3.84 billion
_ROSE_TO = lazy.compile(
    r"\s*(?:from|on|over|than|compared with|versus) (?:a|the|one) year (?:earlier|ago|before),? to (?:about |around |nearly |over |a record )?\s*|\s*(?:from|on|over|than|compared with|versus) (?:the )?(?:same|previous|prior)[a-z ]{1,24},? to (?:about |around |nearly |over |a record )?\s*"
)
_FURTHER = lazy.compile(r"\s?,?(?:再|继而|随后|其后|最终|又再?|进一步)[\u3400-\u9fff]{0,4}?(?:至|到|为)(?:(?:去年|上年|20\d\d年)的)?[约近超逾]?\s?|\s?[,;](?:而|但|并|至)?(?:20\d\d年|去年|上年|今年)(?:则|又|才|再|并|已|进一步|大幅|明显|小幅)*[\u3400-\u9fff]{1,4}?(?:至|到)[约近超逾]?\s?|,? (?:and )?then to (?:about |around |nearly )?")
_STEPS = 3  # what it was, what it became, and what that became
_AGAINST_IT = lazy.compile(r"\b(?:from|against|versus|vs\.?|than|with|on)\b[^,;]{0,24}$")


class Becoming(FactMaking):
    """Tells the figures of one sentence apart from those that they came from."""

    def _becomes(self, i: int) -> bool:
        """Whether the next figure is what this one became: 由上年的虧損5.4億元轉為盈利8.7億元."""
        end, until = self.text.quantities[i].end, self._until(i)
        if until == len(self.folded):
            return False
        return self._stepped(i + 2) or bool(aspects.BECAME.fullmatch(FOR_EACH_THING.sub("", self.folded[end:until])))

    def _began_a_year_before(self, i: int, found: Found | None, near: str) -> bool:
        """Whether a ratio or sum reported for a year or half had this value the year before: 全年毛利率由27.9%降至25.6%."""
        if (found and found.id not in _OF_A_TIME) or not aspects.BASE_UNDATED.search(near) or not self._becomes(i):
            return False
        start = self.text.quantities[i].start
        begin = self._sentence(start)
        if _PLANNED.search(near) or _AIMED.search(self.folded[self._part(start) : start]) or _AMENDED.search(self.folded[start : self._until(i)]) or _RESTATED.search(self.folded[begin:start]):
            return False  # 目標由56億元下修到52億元: what was aimed at before was of the same year
        spoken = [p.period for p in self.usable if p.end <= start and p.start not in self.asides and not timing.is_passing(p, self.usable, self.text.quantities, self.folded, start)]
        last = spoken[-1] if spoken else self.context.period
        if last and not periodarithmetic.is_over(last, self.text.published) and _DECIDED.search(self.folded[self._part(start) : start]):
            return False  # 把下半年資本開支由5.2億美元削至3.6億美元: both are of that half
        return last is not None and (last.kind in ("year", "half", "nine-months") or (last.kind == "span" and len(self.each_of) > 1))

    def _was_wrong(self, window: str, quantity: Quantity) -> bool:
        """Whether a figure is what another, which the sentence corrects, was before: "restated its 2025 loss to $196 million from $183 million"."""
        return bool(_CORRECTED_FROM.fullmatch(window)) and bool(_RESTATED.search(self.folded, self._sentence(quantity.start), quantity.start))

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
            (before.unit == now.unit or (before.unit == "" and not is_change(now.unit)))  # 由5,600萬上調至5,750萬人次
            and bool(aspects.BECAME.fullmatch(FOR_EACH_THING.sub("", self.folded[before.end : now.start])))
            and aspects.is_base(self.folded[max(0, before.start - _BASE_WORDS) : before.start])
        )

    def _edge_of_span(self, i: int, period: Period | None) -> Period | None:
        """The last of several years for what a figure became: 2022至2024年,純利由0.6億元增至0.98億元."""
        if period is None or period.kind != "span" or not self._reached(i):
            return period
        return periodarithmetic.each_year([PeriodMention(period, 0, 0)])[-1]

    def _goes_further(self, i: int) -> bool:
        """Whether what a figure became is not the last of its steps: 淨虧損由3.32億元縮至2.41億元,再降到1.07億元."""
        following = self.text.quantities[i + 1 : i + 2]
        until = following[0].start if following else 0
        if until and len(self.each_of) == _STEPS and self._part(until) == self._part(self.text.quantities[i].start):
            named = [p.period for p in self.usable if self.text.quantities[i].end <= p.start and p.end <= until]
            if named[-1:] == self.each_of[-1:]:
                return True  # 淨虧損先由6.9億元擴大到8.4億元,2025年則實現淨利潤1.3億元
        return bool(following) and following[0].unit == self.text.quantities[i].unit and bool(_FURTHER.fullmatch(self.folded[self.text.quantities[i].end : following[0].start]))

    def _led_to(self, i: int, previous: Fact | None, period: Period | None) -> Period | None:
        """The time of what a year's figure became: 首季出貨季增,資本支出從去年的58億元下修至45億元 tells of no quarter."""
        if self._reached(i) and self._goes_further(i):
            spans = [p for p in (period, self.context.period, self.context.report) if p and p.kind == "span"]
            each = self.each_of or (periodarithmetic.each_year([PeriodMention(spans[0], 0, 0)]) if spans else [])
            return each[1] if len(each) == _STEPS else None
        began = previous.period if previous and self._reached(i) else None
        if began and len(self.each_of) > 1 and began == self.each_of[0]:
            return self.each_of[-1]
        return periodarithmetic.year_after(began) if began and began.kind == "year" and period and period.kind != "year" else period

    def _began(self, i: int, base: Period, window: str) -> Period:
        """The year that 毛利率由去年的18.9%收窄至14.2% began from: the one before the year that is reported on."""
        spoken = self.context.period
        reported = spoken if spoken and spoken.kind == "year" and _LAST_YEAR.search(window) and self._becomes(i) else None
        if reported and base.kind == "as-of":
            return periodarithmetic.year_before(base) if base.end >= reported.end else base
        return min(base, periodarithmetic.year_before(reported), key=lambda p: p.end) if reported else base

    def _prior(self, window: str, quantity: Quantity, same: Fact | None, undated: str) -> str:
        """ "year" or "quarter" when the figure is one of the year or quarter before, "" when not."""
        behind = re.split(r"[,;。]", self.folded[quantity.end : quantity.end + 30])[0]
        back = re.match(r"\s*(?:in|for|of|during)?\s*(?:the (?!year (?:before|earlier|ago)))?", behind)
        behind = behind[back.end() :] if back else behind
        near = window[max(window.rfind(","), window.rfind(";")) + 1 :]
        if _ROSE_TO.fullmatch(near):
            return ""
        if aspects.PRIOR.match(behind) and behind.startswith("last year") and any(p.start == quantity.end + 1 for p in self.usable) and not _AGAINST_IT.search(near):
            return ""  # revenue rose 19% to $5.9 billion last year: of that year itself
        if any(timing.is_of_deeds(p, self.folded) for p in self.usable if quantity.start - len(near) <= p.start < quantity.start):
            return ""  # last year it sold 58,100 cars: of that year itself
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
        undated = FOR_EACH_THING.sub("", undated)
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
                r"(?:,? or [^,;]{1,24}?,)?\s*(?:in|at|as of|on(?! (?:revenues?|sales|turnover)\b)|for|three|two)\b(?! (?:the same|a year))",
                self.folded[quantity.end : quantity.end + 44],
            )
        )

    def _before(self, period: Period, prior: str, quantity: Quantity, window: str) -> Period | None:
        """The year or quarter before `period`; the year itself where it is told: "in the same period of 2024"."""
        if prior != "year":
            return periodarithmetic.quarter_before(period)
        if len(self.each_of) > 1 and aspects.BASE_UNDATED.search(window):
            return self.each_of[0]  # 2023年、2024年及2025年收入分別為…,毛利率由51.2%升至63.8%: from the first of them
        behind = re.split(r"[,;。]", self.folded[quantity.end : quantity.end + 40])[0]
        told = aspects.PRIOR.search(window) or aspects.PRIOR.search(behind)
        year = re.search(r"20\d\d", told.group()) if told else None
        back = periodarithmetic.year_before(period)
        while year and back.start[:4].isdigit() and int(year.group()) < int(back.end[:4]):
            back = periodarithmetic.year_before(back)
        return period if year and year.group() == period.end[:4] else back

    def _last_year(self, quantity: Quantity, window: str) -> Period | None:
        """The year of "it lost $48 million last year on revenue of $90 million", where nothing is compared."""
        told = _ON_REVENUE.search(window)
        begin = quantity.start - len(window) + told.start() if told else quantity.end + 1
        return next((p.period for p in self.text.periods if p.period.kind == "year" and p.start == begin
                     and p.period.start[:4].isdigit() and self.folded[p.start : p.end] == "last year"), None)  # fmt: skip

    def _looking_back(
        self, i: int, found: Found, aspect: str, quantity: Quantity, subject: str, window: str
    ) -> Fact | None:
        """The figure of a sentence that begins with 上年同期: of the year before what was spoken of."""
        own = timing.owned(self.usable, quantity, self._until(i), self.folded)
        period = own or (periodarithmetic.year_before(self.context.period) if self.context.period else None)
        signed = self._signed(found, quantity, window, None, True)
        return self._fact(found, aspect, signed, subject, period, "actual") if period else None

    def _second(self, fact: Fact) -> bool:
        """Whether the sentence gave this value before: then one of them is a part, or of something else."""
        key = (fact.subject, fact.measure, fact.period)
        before = self.values.setdefault(key, fact.quantity)
        if fact.measure == "target-price" and any(s.kind == "entity" and before.end <= s.start < fact.quantity.start for s in self.text.spans):
            return False  # another house has another target
        return before is not fact.quantity and before.unit == fact.quantity.unit and before.start != fact.quantity.start
