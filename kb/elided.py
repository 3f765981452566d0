"""A series whose measure is said once: 2022年營收6.85億元,2023年受…拖累,滑落至6.12億元;2024年才回到12.3億元.

A further period and a verb that tells where the figure got to stand for the measure. Reasons may stand between.
Patterns are matched against folded text. Leaves out the figures that follow one another with nothing but words of
comparison between (`kb.figuremeasures`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kb import lazy
from kb.model import Fact, Period, Quantity
from kb.periods import PeriodMention

_KINDS = ("year", "half", "quarter", "nine-months", "month")
_REASON = r"(?:[受因在靠凭]|由于|随着|得益于|受益于|伴随|遭遇|遇上|碰上|经历|尽管|虽然|虽|面对|适逢)[^;。:\d]{1,36}?(?:,|而|下|后|之际|,而)"
_HOW = r"(?:[则却更又也才就再已便略仅只会将拟料]|预计|预期|有望|可望|计划|力争|目标|一度|同样|一举|大幅|小幅|重新|进一步|迅速|快速|明显|急剧|再度|继续|逐步|终于|再创新[高低]|创下?新[高低]|,)*"
_GOT = (
    r"(?:(?:滑落|跌|掉|回落|降|缩水?|减少?|下滑|下降|萎缩|升|上升|涨|增长?|增加|提高|提升|反弹|回升|恢复|攀升|爬升|跃升|飙升|扩大|冲|骤降|骤减|锐减|激增|暴增|暴跌|腰斩)[至到]"
    r"|回到|重回|重返|达到?|冲上|突破|站上|探至|来到|仅剩|只剩|剩下?|只有|仅有|录得|则[为是有]|(?:据?初步|暂|快报|未经?审[计核]?)(?:的?(?:统计|核算|估算|估计|测算|结算|数据|数字|口径))?(?:显示)?[为是约])"
)
_CHINESE = lazy.compile(rf"\s*(?:年|全年|度)?{_HOW}(?:{_REASON})?{_HOW}{_GOT}了?[约近逾]?\s*")
_VERBS = (
    r"(?:fell|fall(?:s|ing)|dropp?(?:ed|ing|s)|slid(?:ing)?|slipp(?:ed|ing)|sank|declin(?:ed|ing)|shrank|dipp(?:ed|ing)|eased|plung(?:ed|ing)|recover(?:ed|ing)|rebound(?:ed|ing)|"
    r"r[oi]s(?:e|ing)|climb(?:ed|ing)|gr[eo]w(?:ing)?|jump(?:ed|ing)|surg(?:ed|ing)|rall(?:ied|ying)|bounc(?:ed|ing)|picked up|edged (?:up|down)|halv(?:ed|ing)|doubl(?:ed|ing)|tripl(?:ed|ing)|returned|inched up)"
)
_ENGLISH = lazy.compile(
    rf"(?:,? (?:as|after|when|because|amid|on|with|thanks to|while) [^;.,\d]{{0,60}}|)[,;]?\s*(?:(?:and|but|before|then|only to)\s+)*(?:(?:then|again|only|later|sharply|finally)\s+)*(?:{_VERBS} (?:back |further |sharply |again )?to|(?:reach|hitt?)(?:ed|ing)?|hit) (?:about |around |nearly |over |just |only |a record )*"
)
_GOT_TO = lazy.compile(rf"\b(?:{_VERBS} (?:back |further |sharply |again )?to|(?:reach|hitt?)(?:ed|ing)?|hit) (?:about |around |nearly |over |just |only |a record )*$")
_TO_COME = lazy.compile(r"[会将拟料](?=[\u3400-\u9fff]{0,6}(?:[至到]|达)[约近逾]?\s*$)|预计|预期|有望|可望|计划|力争|目标")
_PLANNED = lazy.compile(r"原[定订本计先]|最初|此前|先前|早前")
_REVISED = lazy.compile(r"\s*,?(?:但|如今|现[已在]?|目前|后来?|随后|其后|已|最终|再|又|今年|则)*(?:(?:[上下][修调]|调[高低升降整]|修[正订]|缩[减水小]|削减|扩大|提高|降低|追加|加码|砍|增加|减少)[至到为成]|改为)[约近逾]?\s*")
_PART = lazy.compile(r"\s*(?:单季度?|单月|当季)?(?:则|就|仅|只有|只|为|达到?|约|有|占|贡献|实现)*\s*")
_COLON = lazy.compile(r"[^,;。:\d]{0,24}:\s*")
_TOPIC = lazy.compile(r"方面,(?:\s|公司|集团|投入|支出|录得|则|为|达到?|约|共|总计|合计|实现)*")
_FAR = Decimal(12)  # times: a figure that many times another is of something else


def goes_on(folded: str, plain: str, quantity: Quantity, previous: Fact, periods: Sequence[PeriodMention], own: bool) -> bool:
    """Whether a figure goes on with the series of an earlier one, at a time of its own.

    `plain` is the text with its periods blanked out, `own` whether a period right behind the figure is its own.
    """
    before = previous.quantity
    if previous.aspect != "value" or previous.period is None or previous.period.kind not in _KINDS or before.unit != quantity.unit:
        return False
    if not before.lo or not quantity.lo or before.lo <= 0 or not 1 / _FAR < quantity.lo / before.lo < _FAR:
        return False
    if own:
        start = max([before.end, *(m.end for m in periods if before.end <= m.start and m.end <= quantity.start)])
        return bool(_ENGLISH.fullmatch(folded[start : quantity.start]))
    since = [m for m in periods if before.end <= m.start and m.end <= quantity.start]
    if not since or since[-1].period.kind != previous.period.kind or since[-1].period.start == previous.period.start:
        return False
    return bool(_CHINESE.fullmatch(plain[since[-1].end : quantity.start]))


def is_to_come(window: str) -> bool:
    """Whether the words before a figure of a series say that it will get there: 今年會增加到14億元."""
    return bool(_TO_COME.search(window))


def last_year(folded: str, quantity: Quantity, periods: Sequence[PeriodMention]) -> Period | None:
    """The year that a figure was reached in, where it is called the last one: "recovered to £196m in 2024 and reached £214m last year"."""
    if not _GOT_TO.search(folded, 0, quantity.start):
        return None
    return next((m.period for m in periods if m.start == quantity.end + 1 and m.period.kind == "year" and m.period.start[:1].isdigit() and folded[m.start : m.end] == "last year"), None)


def is_part(folded: str, plain: str, quantity: Quantity, whole: Fact, periods: Sequence[PeriodMention]) -> bool:
    """Whether a figure is what a part of the time of an earlier one had of it: 全年淨利96.3億元,…其中第四季度單季只有11.4億元."""
    since = (m for m in periods if whole.quantity.end <= m.start and m.end <= quantity.start and folded[: m.start].endswith("其中"))
    of = next(since, None)
    if of is None or whole.aspect != "value" or whole.period is None or whole.quantity.unit != quantity.unit or whole.basis != "actual":
        return False
    part, time = of.period, whole.period
    inside = part.kind in ("quarter", "half", "month") and time.start <= part.start and part.end <= time.end and (part.start, part.end) != (time.start, time.end)
    smaller = quantity.lo is not None and whole.quantity.lo is not None and 0 < quantity.lo < whole.quantity.lo
    return inside and smaller and bool(_PART.fullmatch(plain, of.end, quantity.start))


def is_revised(folded: str, base: Quantity, quantity: Quantity) -> bool:
    """Whether a figure is what another, which was told as once planned, was changed to: 原訂全年資本支出28億元,如今下修至19億元."""
    begin = max(folded.rfind(m, 0, base.start) for m in ",;。")
    return base.unit == quantity.unit and bool(_PLANNED.search(folded, begin + 1, base.start)) and bool(_REVISED.fullmatch(folded, base.end, quantity.start))


def begins(plain: str, named: int, quantity: Quantity, periods: Sequence[PeriodMention]) -> bool:
    """Whether a figure with its period begins a series behind a colon, 營收起伏很大:2023年12.4億元, or is what a part of the text is about: 研發費用方面,2025年投入1.92億元.

    `named` is where its measure ends.
    """
    words = plain[named : quantity.start]
    if _TOPIC.fullmatch(words):
        return True
    told = [m for m in periods if named <= m.start and m.end <= quantity.start and m.period.kind in _KINDS]
    return len(told) == 1 and bool(_COLON.fullmatch(words)) and plain[: told[0].start].rstrip().endswith(":")
