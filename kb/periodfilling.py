"""The years that periods leave out: from the sentence, from what was spoken of before, or from the day of publication.

`filled` gives every period of a sentence its year, makes 全年 a year, and "quarter ended June 30" the months up to
that day. Leaves out what follows from reports (`kb.periodyears`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kb import lazy, periodyears
from kb.model import Period
from kb.periodarithmetic import last_quarter
from kb.periods import PeriodMention
from kb.timing import AGAINST, is_reporting

_FUTURE = lazy.compile(
    r"预[计期估测料]|将|计划|拟|有望|可望|目标|指引|展望|(?:[年月日号季]|季度|半年|即日|今|本周|下周)起(?![步家伏源])|[若恐](?![慌怖干])|[还就也都才可不仍又]会(?![议员计长])|expect|will|plan|forecast|guid|outlook|due|target"
)
# What is planned for a part of a year is still to come, whichever year was spoken of: 計劃下半年推出.
_PLANNED = lazy.compile(r"(?:计划|打算|拟|准备|定于|预定)(?:在|于)?(?:今年)?$|\b(?:plan(?:s|ned|ning)?|due|scheduled|slated|set) (?:to (?:[a-z]+ ){1,3})?(?:for |in |by )?(?:the )?$")
_ENDED = lazy.compile(
    r"(quarter|three months|six months|half[- ]year|half|nine months|twelve months|(?:fiscal |full )?year|(?:\d+|[a-z]+) weeks) (?:ended|ending|to|until|through)\s(?:on\s)?$"
)
_STOPPED = lazy.compile(
    r"^\s?止?(?:的)?\s?(六个月|6个月|三个月|3个月|九个月|9个月|十二个月|12个月|年度(?!经常性|订阅)|全年|财政年度|财年|上半年|半年|中期|季度)"
)
_MONTHS = {"quarter": 3, "three months": 3, "三个月": 3, "3个月": 3, "季度": 3, "six months": 6, "half": 6, "half-year": 6, "half year": 6,
           "六个月": 6, "6个月": 6, "上半年": 6, "半年": 6, "中期": 6, "nine months": 9, "九个月": 9, "9个月": 9}  # fmt: skip
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve thirteen".split(), 2)}
_OF_WEEKS = {13: 3, 26: 6, 39: 9, 52: 12, 53: 12}  # months
_KINDS = {3: "quarter", 6: "half", 9: "nine-months", 12: "year"}
_FISCAL_ZH = lazy.compile(r"年?(?:财年|财政年度)")
_AMOUNT = lazy.compile(r"\d[\d,.]* ?[^\d年月日号季,.;:) ]")
_YEAR = lazy.compile("全年|year")  # what all of these hold
_WHOLE = lazy.compile(
    r"(?<![年度0-9半])全年(?!无休|龄)|\bfull[- ]year\b(?! (?:ended|ending|to|20))|\bfor the (?:whole )?year\b(?! (?:ended|ending|to|20|before|earlier))"
)
# One quarter of results of a longer time: 公布三季報,單季營收…. Not what is only spoken of: 創單季新高.
_ONE_QUARTER = lazy.compile(r"单季度?(?![^,;。\d]{0,4}(?:新高|新低|最|纪录|次高|高点|低点))")
# 上周公布的半年純利, where it was told in the months after June; reports told later may be of another half.
_HALF_YEAR = lazy.compile(r"(?<![上下每近去后前个两多大小\d一过])半年(?=度?(?:业绩|纯利|净利|溢利|盈利|营业额|营收|收入|亏损|[少多]赚))")
_AFTER_JUNE = ("07", "08", "09")
_YEAR_END = lazy.compile(r"(?:(?<=截至)|(?<=截止)|(?<=[至于,;]))(?:年底|年末)(?![前将拟预可])|(?:(?<=\bat )|(?<=\bat the ))(?:year[- ]end|end of the year)\b")
_TOLD_BEFORE = lazy.compile(r"此前|先前|早前|之前|尚未|原[先本定订]|最初|\b(?:earlier|previous\w*|had)\b")
_EXPECTED_OF_IT = lazy.compile(r"[^,;。\d]{0,10}(?:预[测期估计]|目标|指引|展望)|[a-z -]{0,24}(?:forecast|guidance|target|estimate|outlook)")


def filled(
    mentions: Sequence[PeriodMention], folded: str, published: str | None, spoken: int | None, report: Period | None = None
) -> list[PeriodMention]:
    """Return the periods of a sentence with their years, as far as they can be known, and 全年 as a year.

    `published` is the article's ISO date or a part of one; `spoken` the year that figures were of before; `report`
    what is reported on, which tells when a year begins that is none of the calendar's.
    """
    own_year = periodyears.running(report)
    out: list[PeriodMention] = []
    year = spoken
    years: list[int] = []  # that figures of the sentence are of
    told_at = len(folded)  # where the first of these years stands
    whole_year = False  # whether the year was spoken of as a whole
    whole = [PeriodMention(Period("----", "----", "year", m.group()), m.start(), m.end()) for m in _WHOLE.finditer(folded)
             if not any(x.start < m.end() and m.start() < x.end for x in mentions)] if _YEAR.search(folded) else []  # fmt: skip
    if spoken and not _FUTURE.search(folded):
        over = f"{spoken}-12-31" if not published or published >= f"{spoken}-12-31" else f"{spoken - 1}-12-31"
        whole += [PeriodMention(Period(over, over, "as-of", m.group()), m.start(), m.end()) for m in _YEAR_END.finditer(folded)]
    if "半年" in folded and published and published[5:7] in _AFTER_JUNE:
        whole += [PeriodMention(Period("--01-01", "--06-30", "half", m.group()), m.start(), m.end()) for m in _HALF_YEAR.finditer(folded)
                  if not any(x.start < m.end() and m.start() < x.end for x in mentions)]  # fmt: skip
    stretched = within = False  # within: the year is told by the sentence itself
    fresh = bool(periodyears.FRESH.search(folded))
    for read in sorted([*mentions, *whole], key=lambda m: m.start):
        period, mention = _stretched(read, folded)
        if stretched and period.raw.startswith("中期"):
            continue  # 截至9月30日止六個月中期業績: the same six months
        stretched = stretched or bool(_STOPPED.match(folded[read.end : read.end + 10]))
        if not period.start[:1].isdigit():
            if period.start == "----" and years:
                year = _whole_of(years, spoken, folded[out[-1].end if out else 0 : read.start], bool(_AMOUNT.search(folded, 0, told_at)))
            begun = published and whole_year and period.kind == "span" and period.start == "--01-01"
            future = bool(_FUTURE.search(folded))
            far = not within and year is not None and not future and not _one_of_all(read, mentions, folded) and periodyears.told_since(period, year, published, fresh)
            own = periodyears.part_of_running(period, own_year) if own_year and not within else None
            planned = not within and _PLANNED.search(folded, 0, read.start) is not None
            of = year if within else _year_expected(read, folded, year, published)
            period = own or periodyears.with_year(period, None if begun or far or planned else of, published, future)
            if period.kind in ("as-of", "day", "month") and period.start[:4].isdigit():
                period, mention = _stretched(replace(mention, period=period), folded)  # 截至去年12月底止六個月
            if own is None and period.start[:4].isdigit() and period.kind in ("month", "quarter", "half", "nine-months", "span"):
                year, within = int(period.end[:4]), True  # 1月和2月 are of one year
                if period.kind in ("half", "nine-months") and not AGAINST.search(folded[max(0, mention.start - 12) : mention.start]):
                    years.append(year)  # 今年前三季出貨48萬顆,全年目標70萬顆
        elif not AGAINST.search(folded[max(0, mention.start - 12) : mention.start]) and is_reporting(period):
            year, whole_year, within = int(period.end[:4]), period.kind == "year", True
            if not published or not published[:4].isdigit() or year <= int(published[:4]):
                years.append(year)
                told_at = min(told_at, mention.start)
        if period.start != "----":
            out.append(replace(mention, period=period))
    return _with_one_quarter(out, folded)


def _year_expected(mention: PeriodMention, folded: str, year: int | None, published: str | None) -> int | None:
    """The year spoken of; for 全年, of which something is only expected once the last year's results are out, the one that began: 預計全年銷量約850萬台."""
    if mention.period.start != "----" or year is None or not periodyears.results_are_out(year, published):
        return year
    begin = max(folded.rfind(mark, 0, mention.start) for mark in ";。") + 1
    if _TOLD_BEFORE.search(folded, begin, mention.start):
        return year  # 尚未公布年報,此前的指引是全年出貨40萬台
    return year + 1 if _FUTURE.search(folded, begin, mention.start) or _EXPECTED_OF_IT.match(folded, mention.end) else year


def _one_of_all(mention: PeriodMention, mentions: Sequence[PeriodMention], folded: str) -> bool:
    """Whether a part of the year is told beside later ones, or as a part of what was told of before: 其中一季度營收3億元."""
    later = any(m.period.kind == mention.period.kind and m.period.start[:2] == "--" and m.period.end > mention.period.end for m in mentions)
    return later or folded[: mention.start].rstrip(",").endswith("其中")


def _whole_of(years: Sequence[int], spoken: int | None, between: str, looked_at: bool) -> int:
    """The year that 全年 means behind `years`: 2025年營收6.47億元,2024年為3.92億元,全年淨利潤2180萬元.

    That which was spoken of before, where a part of the sentence ends between and figures stand before those years,
    which were only looked at: 目標為84億件,2024年為69.2億件;全年資本開支….
    """
    last = max(years)
    return spoken if spoken and last < spoken and looked_at and ";" in between else last


def _with_one_quarter(mentions: list[PeriodMention], folded: str) -> list[PeriodMention]:
    """The periods with each 單季 as the last quarter that was told of before it: 第二季營收…,去年第二季…;單季毛利率."""
    out = list(mentions)
    for said in _ONE_QUARTER.finditer(folded):
        before = [m.period for m in mentions if m.end <= said.start() and m.period.kind in ("quarter", "nine-months")
                  and m.period.end[:4].isdigit() and not m.period.raw.startswith(("去年", "上年", "前年"))]  # fmt: skip
        told = last_quarter(max(before, key=lambda p: p.end)) if before else None
        out += [PeriodMention(replace(told, raw=said.group()), said.start(), said.end())] if told else []
    return sorted(out, key=lambda m: m.start)


def _weeks(period: Period, counted: str) -> Period:
    """So many weeks up to a day: a quarter, half or year of an account kept in weeks, else those days; the day where they cannot be counted."""
    n = int(counted) if counted.isdecimal() else _NUMBERS.get(counted, 0)
    last = periodyears.day_of(period.end)
    if not n or last is None:
        return period
    if months := _OF_WEEKS.get(n):
        last = last if last.day > 20 else last.replace(day=1) - timedelta(days=1)  # the 52 weeks to 3 January are the year before it
        first = last.year * 12 + last.month - months
        end = f"{last.year:04d}-{last.month:02d}-{monthrange(last.year, last.month)[1]}"
        return Period(f"{first // 12:04d}-{first % 12 + 1:02d}-01", end, _KINDS[months], period.raw)
    return Period((last - timedelta(days=7 * n - 1)).isoformat(), period.end, "span", period.raw)


def _stretched(mention: PeriodMention, folded: str) -> tuple[Period, PeriodMention]:
    """截至2025年6月30日止六個月, "quarter ended June 30, 2025": the months up to that day, not the day."""
    period = mention.period
    if not period.end[:4].isdigit():
        return period, mention
    if period.kind == "year" and (fiscal := _FISCAL_ZH.match(folded, mention.end)):
        period = replace(period, raw=period.raw + fiscal.group())
        return period, PeriodMention(period, mention.start, fiscal.end())
    before = _ENDED.search(folded[max(0, mention.start - 30) : mention.start])
    after = _STOPPED.match(folded[mention.end : mention.end + 10]) if period.kind != "day" else None
    if before and period.kind == "month" and ("year" in before[1] or "months" in before[1]):  # the year to August 2026
        period = replace(period, start=period.end, kind="as-of")
    if period.kind not in ("as-of", "day"):  # worked out already: the words for it belong to the mention
        begins = mention.start - (len(before.group()) if before else 0)
        return period, PeriodMention(period, begins, mention.end + (after.end() if after else 0))
    word = str((before or after or [None, ""])[1])
    if before and "weeks" in word:
        weeks = _weeks(period, word.split(maxsplit=1)[0])
        return weeks, PeriodMention(weeks, mention.start - len(before.group()), mention.end)
    if not word:
        return period, mention
    months = _MONTHS.get(word, 12)
    end_month = int(period.end[5:7])
    first = int(period.end[:4]) * 12 + end_month - months  # months since year 0, of the first month
    last = f"{period.end[:8]}{monthrange(int(period.end[:4]), end_month)[1]}" if int(period.end[8:]) > 20 else period.end
    start = mention.start - (len(before.group()) if before else 0)
    stretch = Period(f"{first // 12:04d}-{first % 12 + 1:02d}-01", last, _KINDS[months], period.raw)
    return stretch, PeriodMention(stretch, start, mention.end + (after.end() if after else 0))


def stretched(mention: PeriodMention, folded: str) -> PeriodMention:
    """Return the period of a question with the months up to the day or month it names: "the year to March 2026"."""
    period, longer = _stretched(mention, folded)
    return replace(longer, period=period)
