"""When a figure was: the years that periods leave out, and which period of a sentence a figure has.

`filled` gives every period of a sentence its year, from the sentence, from what was spoken of before, or
from the day of publication. The rest decides which of them a figure belongs to. Leaves out reading
periods (`kb.periods`) and days that only date an event (`kb.events`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kb import lazy, periodyears
from kb.model import Period, Quantity
from kb.periods import PeriodMention

_REPORTING = ("year", "half", "quarter", "nine-months", "span", "month", "as-of")
AGAINST = lazy.compile(
    r"(?:相比|比较|相较|较|比|than|from|compared (?:with|to)|versus|vs\.?|over|against)\s*(?:于|the|in)?\s*$"
)
# 由2020年的85人增至420人: the year is that of the figure right after it, of no other.
_START = lazy.compile(r"(?:[由从自较比]|from|than|against|versus|compared with)\s*$")
_OWNED = lazy.compile(
    r"\s*(?:[a-z-]+ ){0,3}(?:in|for|during|over|at|as of|as at|on|by)\s(?:the\s)?(?:(?:whole|full|end|close|start)\s(?:of\s)?)?(?:all of\s)?\s*$|\s*\(\s*$"
)
_OTHER_FIGURE = lazy.compile(r"[^(),;\d]{1,10}\d[^()]*\)")
_NAMED_YEAR = lazy.compile(r"(?:this|next|last) (?:fiscal |full )?year\b", re.I)  # "about $180 million this year"
# Years that date something that happened, not a figure.
_HAPPENED_BEFORE = lazy.compile(
    r"(?:成立|创立|创办|创建|设立|组建|上市|挂牌|推出|发布|发射|加入|毕业|入职|出生|生)[于在]\s*$"
    r"|\b(?:founded|established|set up|listed|launched|born|joined|formed|incorporated|opened|since|public|introduced|finished|due|ready|commissioned|operational|scheduled|slated|on stream|online)\s(?:back\s)?(?:(?:in|at|by)\s(?:[a-z'’.-]+\s){1,4}in\s|in\s|on\s|by\s)?(?:early |late |mid-?|the end of )?$"
)
_HAPPENED_AFTER = lazy.compile(
    r"^\s*,?(?:在[^,。]{1,8})?(?:投产|量产|启用|竣工|动工|开工|落成|完工|起分批|起交付|开卖|成立|注册|创立|创办|创建|设立|组建|出生|毕业|加入|入职|返台|回国|上市|挂牌|生于"
    r"|(?:才|刚|新|首次)?(?:推出|发布|上线|开售|发售|收购|并购|开业|引入|入股|签[下订署])的)"
)
_FUTURE = lazy.compile(
    r"预[计期估测料]|将|计划|拟|有望|可望|目标|指引|展望|起|[若恐](?![慌怖干])|[还就也都才可不仍又]会(?![议员计长])|expect|will|plan|forecast|guid|outlook|due|target"
)
_SAID_IN = lazy.compile(r"[^,;。\d]{0,8}(?:公布|宣布|披露|提出|所提|给出|订下|定下|[上下][调修])的")  # 由6月股東會所提的148億元: when it was said
_FROM = tuple("由从自较比")
_FOR_LATER = lazy.compile(r"[为替].*(?:[交备准].|做准)")  # 為下半年交付備料: what for, and not when
# 去年同期 is the year before a figure's own, which only that figure tells; see `year_before`.
_COMPARISON = lazy.compile(
    r".*同期|上年度?|(?:the )?(?:same period (?:of )?)?(?:last|previous|prior) (?:fiscal |full )?year|.*a year (?:earlier|ago)|(?:the )?year before last"
    r"|(?:最近|近|过去).{1,3}年|(?:past|last|recent) \w+ years"
)
_ALL_OF = lazy.compile(r"\b(?:whole of|all of|full) $")  # for the whole of last year: no year to compare with
_ENDED = lazy.compile(
    r"(quarter|three months|six months|half[- ]year|half|nine months|twelve months|(?:fiscal |full )?year|(?:\d+|[a-z]+) weeks) (?:ended|ending|to|until|through)\s(?:on\s)?$"
)
_STOPPED = lazy.compile(
    r"^\s?止?(?:的)?\s?(六个月|6个月|三个月|3个月|九个月|9个月|十二个月|12个月|年度|全年|财政年度|财年|上半年|半年|中期|季度)"
)
_MONTHS = {"quarter": 3, "three months": 3, "三个月": 3, "3个月": 3, "季度": 3, "six months": 6, "half": 6, "half-year": 6, "half year": 6,
           "六个月": 6, "6个月": 6, "上半年": 6, "半年": 6, "中期": 6, "nine months": 9, "九个月": 9, "9个月": 9}  # fmt: skip
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve thirteen".split(), 2)}
_OF_WEEKS = {13: 3, 26: 6, 39: 9, 52: 12, 53: 12}  # months
_KINDS = {3: "quarter", 6: "half", 9: "nine-months", 12: "year"}
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
            of = year if within else _year_expected(read, folded, year, published)
            period = own or periodyears.with_year(period, None if begun or far else of, published, future)
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


_TOLD_BEFORE = lazy.compile(r"此前|先前|早前|之前|尚未|原[先本定订]|最初|\b(?:earlier|previous\w*|had)\b")
_EXPECTED_OF_IT = lazy.compile(r"[^,;。\d]{0,10}(?:预[测期估计]|目标|指引|展望)|[a-z -]{0,24}(?:forecast|guidance|target|estimate|outlook)")


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
    before = _ENDED.search(folded[max(0, mention.start - 30) : mention.start])
    after = _STOPPED.match(folded[mention.end : mention.end + 10]) if period.kind != "day" else None
    if before and period.kind == "month" and "year" in before[1]:  # the year to August 2026
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


def is_reporting(period: Period) -> bool:
    """Whether figures can belong to a period; days are when somebody said something."""
    return period.kind in _REPORTING


def _kept(mention: PeriodMention, folded: str) -> bool:
    return is_reporting(mention.period) and not is_aside(mention, folded)


# 成為今年首家披露年報的銀行, "the first lender to do so this year": when somebody was the first, and no time of figures.
_RANKED = lazy.compile(r"(?:以来)?(?:首|第[一二三四五六七八九十\d]+)(?:[家个位间款次例宗支名只起部](?![月季]))|(?:以来)?(?:最|唯一)")
_RANKS = lazy.compile(r"(?:成为|成了|是|为|系)[^,;。\d]{0,3}$|\b(?:first|second|third|fourth|fifth|only|last|latest) (?:[\w-]+ ){0,4}to (?:[\w-]+ ){1,4}$")
# 2020年登陸科創板以來首個盈利年度: since when.
_SINCE_THEN = lazy.compile(r"[^,;。\d]{1,14}以来")


# Revenue rose 19% to 5.94 billion yuan last year: no comparison, but when that was.
_TOLD_FIGURE = lazy.compile(r"(?:\b(?:rose|fell|grew|climbed|dropped|declined|increased|decreased|jumped|surged|slipped|narrowed|widened|was|were|came|reached|made|earned|lost|sold|totall?ed|hit|booked|delivered|shipped|posted|reported|recorded|generated|spent|produced|carried|opened|built|had)\b)[^;]{0,70}\d[\d.,]*(?: ?(?:m|bn|million|billion|trillion|thousand))?(?: (?:yuan|euros?|dollars?|pounds?|yen|won|rupees|francs))? $")
_HELD_AGAINST = lazy.compile(r"\b(?:from|against|versus|vs\.?|than|compared)\b[^,;]{0,40}$|\b(?:on|over|in|with|of|for|since) $")


def _of_itself(mention: PeriodMention, folded: str) -> bool:
    """Whether "last year" is when a figure was, and not what it is compared with."""
    before = folded[max(0, mention.start - 110) : mention.start]
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    return folded[mention.start : mention.end] == "last year" and bool(_TOLD_FIGURE.search(before)) and not _HELD_AGAINST.search(before)


def _dates_a_rank(mention: PeriodMention, folded: str) -> bool:
    """Whether a time only says since or in when something was the first."""
    if _SINCE_THEN.match(folded, mention.end):
        return True
    before = _RANKS.search(folded, max(0, mention.start - 60), mention.start)
    return bool(before and ((folded[mention.start].isalpha() and folded[mention.start].isascii()) or _RANKED.match(folded, mention.end)))


def usable(mentions: Sequence[PeriodMention], folded: str) -> list[PeriodMention]:
    """Return the periods that figures can have: no bare days, no 去年同期, no years something was founded in."""
    return [
        m for m in mentions
        if _kept(m, folded)
        and not _dates_a_rank(m, folded)
        and (not _COMPARISON.fullmatch(folded[m.start : m.end]) or _ALL_OF.search(folded, 0, m.start) or _of_itself(m, folded))
        and not _HAPPENED_BEFORE.search(folded[max(0, m.start - 24) : m.start])
        and not _HAPPENED_AFTER.match(folded[m.end : m.end + 14])
        and not (m.period.kind == "month" and folded[m.start - 1 : m.start] in _FROM and _SAID_IN.match(folded, m.end))
        and not _FOR_LATER.fullmatch(folded[m.start - 1 : m.end + 2])
    ]  # fmt: skip


def owned(mentions: Sequence[PeriodMention], quantity: Quantity, following: int, folded: str) -> Period | None:
    """Return the period printed right behind a figure as its own: "CNY 5 million in 2022"."""
    for mention in mentions:
        owned_ = _is_owned(mention, folded[quantity.end : mention.start], folded) and not is_aside(mention, folded)
        if quantity.end <= mention.start < following and owned_:
            return mention.period
    return None


def is_aside(mention: PeriodMention, folded: str) -> bool:
    """Whether a period in brackets introduces a figure to compare with: "(Q2 2025: €274 million)"."""
    return folded[: mention.start].endswith("(") and bool(re.match(r"\s*:", folded[mention.end :]))


def is_bracketed(mention: PeriodMention, folded: str) -> bool:
    """Return whether a period stands in brackets with a figure of its own: 虧損9.8億元(前年虧損34億元)."""
    return folded[mention.start - 1 : mention.start] == "(" and bool(_OTHER_FIGURE.match(folded, mention.end))


def _is_owned(mention: PeriodMention, between: str, folded: str) -> bool:
    if is_bracketed(mention, folded):
        return False
    return bool(
        _OWNED.match(between)
        or (between == " " and _NAMED_YEAR.match(mention.period.raw)) or (mention.period.kind == "span" and re.fullmatch(r"\s*(?:from|between)\s*", between))
    )


def owners(mentions: Sequence[PeriodMention], quantities: Sequence[Quantity], folded: str) -> set[int]:
    """Return where the periods stand that belong to the figure before them."""
    out = set()
    for quantity, following in zip(quantities, [*(q.start for q in quantities[1:]), len(folded)], strict=True):
        for mention in mentions:
            if quantity.end <= mention.start < following and _is_owned(mention, folded[quantity.end : mention.start], folded):
                out.add(mention.start)
    return out


# ", up from $95 million in": the year is that of the figure it came from.
_OF_BASE = lazy.compile(
    r"\b(?:from|than|with|versus|vs\.?|against)\s(?:a |an )?[^,;。]{0,12}?\d[^,;。]{0,18}\s(?:in|for|at|during)\s(?:the )?$"
)


TIMES = lazy.compile(r"(?:同期|全年)?(?:\([^()]{1,16}\))?的[约近逾]?[\d.]+倍")
_LEVEL = lazy.compile(r"(?:水平|同期)?(?:持平|相当|相若|一致|打平)")


def is_base(mention: PeriodMention, folded: str) -> bool:
    """Whether a period is only what something is compared with: 較2024年增長, 由2020年的."""
    before = folded[max(0, mention.start - 16) : mention.start]
    if mention.period.kind == "span":
        return False  # 從2022年至2025年 is itself the time
    earlier = folded[max(0, mention.start - 48) : mention.start]
    if _LEVEL.match(folded, mention.end) or TIMES.match(folded, mention.end):
        return True  # 力爭與2025年持平, 是2024年(2.1億元)的2.8倍
    return bool(AGAINST.search(before) or _START.search(before) or _OF_BASE.search(earlier))


def is_over(period: Period, published: str | None) -> bool:
    """Whether a period had ended when it was written of, as far as that can be known.

    >>> is_over(Period("2026-01-01", "2026-12-31", "year"), "2026-02-01"), is_over(Period("Y-1", "Y-1", "year"), None)
    (False, True)
    """
    today = periodyears.day_of(published) if published and len(published) >= 10 else None
    return today is None or not period.end[:4].isdigit() or (periodyears.day_of(period.end) or today) <= today


def year_before(period: Period) -> Period:
    """Return the same stretch of the year before."""

    def back(day: str) -> str:
        year = int(day[:4]) - 1
        return periodyears.in_year("-" + day[4:], year) if day[4:] in ("-02-28", "-02-29") else f"{year}{day[4:]}"

    return (
        Period(back(period.start), back(period.end), period.kind, period.raw) if period.start[:4].isdigit() else period
    )


def year_after(period: Period) -> Period:
    """Return the year after a year."""
    year = int(period.end[:4]) + 1
    return Period(f"{year}-01-01", f"{year}-12-31", "year", period.raw)


def quarter_before(period: Period) -> Period | None:
    """Return the quarter or month before a quarter or month; None for other periods."""
    if period.kind not in ("quarter", "month") or not period.start[:4].isdigit():
        return None
    months = 3 if period.kind == "quarter" else 1
    first = int(period.start[:4]) * 12 + int(period.start[5:7]) - 1 - months
    last = date.fromordinal(date.fromisoformat(period.start).toordinal() - 1)
    return Period(f"{first // 12:04d}-{first % 12 + 1:02d}-01", last.isoformat(), period.kind, period.raw)


def last_quarter(period: Period) -> Period | None:
    """Return the quarter that a quarter, half, nine months or year ends with; None for other periods.

    >>> last_quarter(Period("2025-01-01", "2025-09-30", "nine-months")).start
    '2025-07-01'
    """
    if period.kind not in ("quarter", "half", "nine-months", "year") or not period.end[:4].isdigit():
        return None
    return Period(f"{period.end[:5]}{int(period.end[5:7]) - 2:02d}-01", period.end, "quarter", period.raw)


def each_year(periods: Sequence[PeriodMention]) -> list[Period]:
    """Return the years that a list or a span of years stands for, in order."""
    out: list[Period] = []
    for mention in periods:
        period = mention.period
        if (
            period.kind == "span"
            and period.start[:4].isdigit()
            and period.start[5:] == "01-01"
            and period.end[5:] == "12-31"
        ):
            out += [
                Period(f"{y}-01-01", f"{y}-12-31", "year", f"{y}年")
                for y in range(int(period.start[:4]), int(period.end[:4]) + 1)
            ]
        else:
            out.append(period)
    return out
