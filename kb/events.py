"""Sentence -> dated events: who was founded, listed, launched, announced, born, and when.

An event is a fact whose value is a date (unit "date", the words of the date as `raw`). The verbs are
data (`kb/lexicon/events.toml`); here is only how a verb, a date and a name in one clause belong together.
A date belongs to one verb only. Stock codes in parentheses are read here too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kb import lazy
from kb.model import Fact, Period, Quantity
from kb.names import Names, Span
from kb.periods import PeriodMention
from kb.subjects import named_as
from kb.text import fold

if TYPE_CHECKING:  # their code is not needed to know which verbs tell of which event
    from kb.prepared import Clause, Context

_TOML = Path(__file__).parent / "lexicon" / "events.toml"
_KINDS = {
    "birth-date": ("person",),
    "launch-date": ("product",),
    "listing-date": ("company",),
    "mass-production-date": ("product", "company"),
}
_DEFAULT_KINDS = ("company", "institution")
_WHOLE_YEARS = ("day", "month", "year", "quarter", "half", "as-of")
_DATES = {  # how finely an event is dated; a balance date or a year of results dates none
    "birth-date": ("day", "month", "year"),
    "founding-date": ("day", "month", "year"),
    "listing-date": ("day", "month", "year"),
    "announcement-date": ("day",),
}
_LEANING = ("founding-date", "launch-date", "listing-date")  # dated by 這一年 too: a plant that went into production that year is none
# 上市公司 is a noun, 成立初期 tells of another time, 設立基金 founds no company.
_NOT_NOUN = "(?!人|者|团队|家族|以来|后首|后第|满|时(?!间)|公司|厂商|企业|版|股|后市|之初|初期|前|审核|申请|辅导|委|首日|板(?!块)|[\u4e00-\u9fff]{0,2}(?:银行|商行|券商|[药车房险酒猪民国央]企|航空|保险公司|药厂|酒厂|机构|主体|同业)|第[二三四五六七八九十\\d]+[个家座处间所条]|\\d+小时|基金|工厂|子公司|中心|部门|办事处|研究院|实验室|合资)"
_BY = lazy.compile(
    r"(?:[在于:至]|\b(?:on|in|since|for|from|by|during)(?: the)?(?: (?:evening|morning|night|afternoon) of)?)\s*$"
)
_FUTURE = lazy.compile(r"预计|预期|预定|定于|计[划画]|拟|将|有望|可望|\b(?:expect|plan|will|schedul|due|aim|set to)")
_RESULTS = lazy.compile(
    r"^\s?(?:年?度|年报|业绩|营收|财报|净利|上半年|[一二三四]季)|^\s(?:results|earnings|annual|forecast|revenue|net|full-year)"
)
_GOODS = lazy.compile(r"临床|[一二三]期|试验|适应症|抑制剂|新药|手游|资料片|海外版|预售|售价|车型|新车|新机|新品|新款|开售|交付|机种|疗法|单抗|药品|获批")
# 申報上市 is asked of a regulator, 若未能在…前上市 did not come about.
_NO_LISTING = lazy.compile(r"(?:申报|申请|获准|批准|获批|核准|许可|注册)(?:新药)?$|(?:递件|递表|递交|申报|受理)[^,。;]{0,6}[到至]$|(?:筹划|谋划|计划(?=[^,;。]{0,6}[赴在到])|谋求|冲刺|筹备|搁置|曾(?:想|打算|考虑|申报))[^,;。]{0,10}$|(?:未能|无法|不能|若|如果|一旦|没有|尚未)[^,;。]*$|\b(?:if|unless|not|failed to|fails to)\b[^,;.]*$")
_STOCK_MARKET = lazy.compile(r"交易所|[港美a]股|主板|科创板|创业板|北交所|上交所|深交所|挂牌|招股|ipo")
_LATER = lazy.compile(r"[年月天周](?:之|以)?后|\blater\b")  # 2013年加入大疆,兩年後創業
_ONE = lazy.compile(r"[他她其]|本人|\b(?:he|she|his|her)\b")
_PLACE = lazy.compile(r"(?:[在于赴到]|登陆|\b(?:on|at|in)(?: the)?)\s*$")
_WHENCE, _WHENCE_REACH = lazy.compile(r"(?:由|前|毕业于|来自|出身|在|\b(?:by|from|of|at|former)(?: (?:an?|the|former|two|three))*)\s*$"), 24
_BEFORE, _AFTER = 40, 100  # a date farther than this from its verb dates something else


class Event(NamedTuple):
    """A kind of dated event and its verbs, folded."""

    id: str
    side: str  # where the subject stands: before | after | either
    verbs: re.Pattern[str]


@lazy.table
def events() -> tuple[Event, ...]:
    """Read the event verbs."""
    rows = tomllib.loads(_TOML.read_text(encoding="utf-8"))["event"]
    return tuple(Event(r["id"], r["side"], _pattern((*r["hant"], *r["en"]))) for r in rows)


@lazy.table
def _any_verb() -> re.Pattern[str]:
    """What tells at one look that a text holds none of the verbs."""
    return lazy.compile("|".join(e.verbs.pattern for e in events()))


def _pattern(verbs: Sequence[str]) -> re.Pattern[str]:
    folded = sorted(dict.fromkeys(map(fold, verbs)), key=len, reverse=True)
    return lazy.compile("|".join(map(_verb, folded)))


def _verb(verb: str) -> str:
    """The pattern of a verb. Each begins with its first letter, and not with a word's edge: so a text is searched fast."""
    return rf"{verb[0]}(?<!\w.){re.escape(verb[1:])}\b" if verb.isascii() else rf"(?:{re.escape(verb)}{_NOT_NOUN}|(?<=[年月日]){re.escape(verb)}(?=以来))"  # 自2016年創立以來


def read(sentence: int, text: Clause, context: Context, names: Names, before: Iterable[str] = ()) -> list[Fact]:
    """Return the dated events of a prepared sentence; 這一年 is the year that one `before` it, the last first, names."""
    dates = [
        p for p in text.periods
        if p.period.kind in _WHOLE_YEARS and not _RESULTS.match(text.folded[p.end : p.end + 12]) and text.folded[p.start : p.end] != "全年"
    ]
    dates = _anchored(text.folded, dates)
    leaning = not dates
    if not dates and (said := _THAT_YEAR.search(text.folded)) and (year := _year_spoken_of(before)):
        dates = [PeriodMention(Period(f"{year}-01-01", f"{year}-12-31", "year", raw=f"{year}年"), *said.span())]
    if not dates:
        return []
    if not _any_verb().search(text.folded):
        return []
    found = [
        (e, v, subject)
        for e in events() if not leaning or e.id in _LEANING for v in e.verbs.finditer(text.folded)
        if (subject := _subject(text, v, e, context, names))
    ]  # fmt: skip
    out: list[Fact] = []
    for event, verb, subject, date in _dated(text.folded, dates, found):
        if any(f.measure == event.id and f.subject == subject for f in out):
            continue
        quantity = Quantity(
            None, None, "date", "", date.period.raw or text.folded[date.start : date.end], date.start, date.end
        )
        first, last = min(verb.start(), date.start), max(verb.end(), date.end)
        around = text.folded[max(text.folded.rfind(mark, 0, first) for mark in ",;。") + 1 : last]
        basis = "forecast" if _FUTURE.search(around) or _moved(text.folded, verb, dates) == date else "actual"
        out.append(Fact(subject, event.id, "value", date.period, quantity, basis, sentence, 0, len(text.folded)))
    return out


_THAT_YEAR = lazy.compile(r"这一?年|那一?年|同一?年|当年(?!度)|\b(?:in|during) (?:that|the same)(?: very)? year\b")
_A_YEAR = lazy.compile(r"(?<![\d.])((?:19|20)\d\d)(?=年|\b(?![\d,.]*\d|%))")
_SAME_YEAR = lazy.compile(r"(?:(隔年|次年|翌年|第二年)|同年|当年)$")


def _year_spoken_of(before: Iterable[str]) -> str:
    """Return the last year that sentences name, the last sentence first; "" where none does."""
    return next((years[-1] for text in before if (years := _A_YEAR.findall(fold(text)))), "")


def _anchored(folded: str, dates: Sequence[PeriodMention]) -> list[PeriodMention]:
    """Give 隔年3月 and 同年5月 the year the sentence counts from; drop them where it names none."""
    out = []
    for date in dates:
        leaning = _SAME_YEAR.search(folded[: date.start])
        if not leaning:
            out.append(date)
            continue
        years = re.findall(r"(?<!\d)((?:19|20)\d\d)年", folded[: leaning.start()])
        if years:
            year = str(int(years[-1]) + bool(leaning.group(1)))
            period = date.period
            out.append(replace(date, period=replace(
                period, start=year + period.start[4:], end=year + period.end[4:], raw=f"{year}年{folded[date.start : date.end]}"
            )))  # fmt: skip
    return out


def _dated(
    folded: str, dates: Sequence[PeriodMention], found: Sequence[tuple[Event, re.Match[str], str]]
) -> list[tuple[Event, re.Match[str], str, PeriodMention]]:
    """Each verb with its date: one brought in behind it, which is then no other verb's, or the nearest before."""
    out = []
    taken: set[int] = set()
    for event, verb, subject in found:
        date = _moved(folded, verb, dates) or next((d for d in _of_kind(event, dates) if _behind(folded, verb, d)), None)
        if date:
            out.append((event, verb, subject, date))
            taken.add(date.start)
    done = {(event.id, verb.start()) for event, verb, _, _ in out}
    for event, verb, subject in found:
        free = [d for d in _of_kind(event, dates) if d.start not in taken and d.end <= verb.start()]
        if (event.id, verb.start()) not in done and free and _before(folded, free[-1], verb):
            out.append((event, verb, subject, free[-1]))
    return out


# 投產時間也由今年9月推遲到2027年第一季, 上市時間延至明年: what it was to be, and what it is to be now.
_WHEN = r"(?:的?(?:时间|日期|时程|时点|计[划画]|进度|目标))"
_SET = lazy.compile(rf"{_WHEN}?(?:也|亦|则|再|已|将|随之|因此|相应)*(?:由|从|自)(?:原[定订本先]的?|此前[^,;。\d]{{0,6}}|最初的?)?")
_TO = r"(?:推迟|推后|[延押]后|延[期迟]?|顺延|提[前早]|改[期在]?|调整|后移|移)(?:了[^,;。]{1,6})?(?:至|到|为|成)"
_NOW = lazy.compile(rf"\s?,?(?:现在?|如今|目前|最新|最后|后来?|已|再|又|则|但)*{_TO}")  # 原訂8月投產,現改為12月
_SHIFTED = lazy.compile(_TO)
_SHIFTS = lazy.compile(rf"{_WHEN}?[^,;。\d]{{0,6}}{_TO}")


def _moved(folded: str, verb: re.Match[str], dates: Sequence[PeriodMention]) -> PeriodMention | None:
    """The date that an event was moved to, which stands behind its verb; None where it was not moved."""
    behind = [d for d in dates if d.start >= verb.end()][:2]
    if behind and (_SHIFTS.fullmatch(folded, verb.end(), behind[0].start) or _NOW.fullmatch(folded, verb.end(), behind[0].start)):
        return behind[0]
    apart = len(behind) > 1 and _SET.fullmatch(folded, verb.end(), behind[0].start) and _SHIFTED.fullmatch(folded, behind[0].end, behind[1].start)
    return behind[1] if apart else None


def _of_kind(event: Event, dates: Sequence[PeriodMention]) -> list[PeriodMention]:
    return [d for d in dates if d.period.kind in _DATES.get(event.id, _WHOLE_YEARS)]


def _behind(folded: str, verb: re.Match[str], date: PeriodMention) -> bool:
    """Whether a date after the verb tells when: 於, 在 or "on" brings it in."""
    gap = folded[verb.end() : date.start]
    if date.start < verb.end() or len(gap) > _AFTER or re.search(r"[,;。]|\. ", gap):
        return False
    words = verb.group().isascii()
    return bool(_BY.search(gap)) and (words or len(gap) <= 4)


def _before(folded: str, date: PeriodMention, verb: re.Match[str]) -> bool:
    """Whether the date before the verb tells when: in the same part, and first in its clause if in English."""
    gap = folded[date.end : verb.start()]
    if _LATER.search(gap):
        return False
    if len(gap) > (_AFTER if not verb.group().isascii() else _BEFORE) or re.search(r"[;。]|\. ", gap):
        return False
    if not verb.group().isascii():
        return gap.count(",") <= 2
    return bool(
        re.search(r"(?:^|[,;] )(?:and )?(?:in|on|since|by)\s(?:the\s)?(?:early |late |mid-)?$", folded[: date.start])
    )


def _subject(text: Clause, verb: re.Match[str], event: Event, context: Context, names: Names) -> str | None:
    kinds = _KINDS.get(event.id, _DEFAULT_KINDS)
    named = [s for s in text.spans if s.kind == "entity" and len(s.ids) == 1 and not s.weak]
    spans = [
        s
        for s in named
        if names.entities[s.ids[0]].kind in kinds and not _PLACE.search(text.folded[max(0, s.start - 8) : s.start])
    ]
    if event.id == "listing-date" and (_of_a_product(text.folded, named, verb, names) or _on_sale(text.folded) or _gets_on(text.folded, verb)):
        return None  # a car goes on sale; no company is listed
    if event.id == "listing-date" and (text.folded[: verb.start()].endswith("-") or _LISTED_AS.match(text.folded, verb.start())):
        return None  # the Hong Kong-listed carrier, 港股上市的零售商
    if event.id == "listing-date" and _NO_LISTING.search(text.folded, max(0, verb.start() - 24), verb.start()):
        return None
    before = [s for s in spans if s.end <= verb.start()]
    before = [s for s in before if not named_as(text.folded[: s.start])] or before  # X前身是Y,2014年上市: X is listed
    if event.id == "founding-date":  # 由中岸大学教师创办: whence a founder came is not what they founded
        firms = [s for s in before if names.entities[s.ids[0]].kind == "company"]
        before = firms or [s for s in before if not _WHENCE.search(text.folded, max(0, s.start - _WHENCE_REACH), s.start)]
    after = [s for s in spans if 0 <= s.start - verb.end() <= (48 if event.id == "launch-date" else 12)]
    after = [s for s in after if not re.search(r"[,;。]", text.folded[verb.end() : s.start])]
    if event.side == "after" and after and verb.group() != _GET_ON:
        return after[0].ids[0]
    chosen: Span | None = before[-1] if before else after[0] if after else None
    if event.id == "launch-date":
        chosen = None if verb.group() == _GET_ON and not before else chosen
        reach = chosen is not None and verb.start() - chosen.end <= 12 and (verb.group() == _GET_ON or not _other_object(text.folded, verb, after))
        carried = verb.group() == "上市" and chosen is None and _on_sale(text.folded)  # 三期試驗今年啟動,目標2029年上市
        if carried:
            return next((i for i in context.subjects if names.entities[i].kind == "product"), None)
        return chosen.ids[0] if chosen and reach else None
    if chosen and not (event.id == "founding-date" and verb.group() == "创业"):  # what he was at before is not what he founded
        return chosen.ids[0]
    if event.id == "birth-date" and _somebody_else(text, verb):
        return None
    if event.id == "announcement-date" and _others_announce(text, verb):
        return None
    return next((i for i in context.subjects if names.entities[i].kind in kinds), None)


_GET_ON = "登陆"
_LISTED_AS = lazy.compile(r"(?<=[港美股板所])上市的(?=[\u3400-\u9fff])")
_TO_MARKET = lazy.compile(r"[^,。;]{0,12}?(?:交易所|[港美a]股|主板|板|新三板|上交所|深交所|港交所|北交所|联交所|资本市场|股市|二级市场|纳斯达克|纽交所|证券|nasdaq|nyse|上柜|兴柜)")


def _gets_on(folded: str, verb: re.Match[str]) -> bool:
    """Whether 登陸 is said of no stock market: 登陸PC與PS5."""
    return verb.group() == _GET_ON and not _TO_MARKET.match(folded, verb.end())


def _of_a_product(folded: str, named: Sequence[Span], verb: re.Match[str], names: Names) -> bool:
    """Whether a product stands nearest to the verb in its part of the sentence: 海外版Z7將於4月20日在歐洲上市, 2023年3月上市的岫03."""
    part = max(folded.rfind(mark, 0, verb.start()) for mark in ",;。") + 1
    near = [s for s in named if part <= s.start and s.end <= verb.start() and names.entities[s.ids[0]].kind in ("product", "company")]
    behind = [s for s in named if s.start - verb.end() in (1, 2) and folded[verb.end()] == "的"]
    return any(names.entities[s.ids[0]].kind == "product" for s in (*near[-1:], *behind))


def _on_sale(folded: str) -> bool:
    """Whether 上市 is said of a thing that goes on sale, which no entity names: 新機延到11月才上市."""
    return bool(_GOODS.search(folded)) and not _STOCK_MARKET.search(folded)


def _somebody_else(text: Clause, verb: re.Match[str]) -> bool:
    """Whether words stand where who was born stands, which no name is known for: 創始人阮清讓1974年生於…"""
    first = min([verb.start(), *(p.start for p in text.periods)])
    before = text.folded[max(text.folded.rfind(mark, 0, first) for mark in ",;。") + 1 : first]
    return not _ONE.search(before) and len(re.sub(r"[^㐀-鿿]", "", before)) > 1


# What may stand before a verb beside the one who does it, of whom the sentence before spoke.
_NO_ONE_ELSE = lazy.compile(
    r"公司|集团|[该其又还也并再在于已]|正式|同[日时]|[晚上下]午?间?|盘[前后]|最新|率先|近日|日前|今日|首[次度]|对外|官方|随后|分别|共同|一同|自愿性?|公开|联合|前后"
    r"|\b(?:it|they|the|company|group|firm|bank|also|has|had|have|then|again|first|jointly|officially|formally|and|later|on|in|morning|evening|night|afternoon)\b"
)
_BEFORE_VERB = lazy.compile(r"[^,;。:、()]*$")


def _others_announce(text: Clause, verb: re.Match[str]) -> bool:
    """Whether words stand before a verb that name who announced, as no firm of the archive: 1月7日,國家層面再次發佈…"""
    before = _BEFORE_VERB.search(text.folded[: verb.start()])
    at = before.start() if before else 0
    for period in text.periods:
        at = period.end if at <= period.end <= verb.start() else at
    rest = _NO_ONE_ELSE.sub("", text.folded[at : verb.start()])
    return len(re.sub(r"[^a-z\u3400-\u9fff]", "", rest)) > 1


def _other_object(folded: str, verb: re.Match[str], after: Sequence[Span]) -> bool:
    """Whether the verb has an object of its own, which no entity names: 發佈重要文件."""
    rest = re.split(r"[,;。.]", folded[verb.end() : verb.end() + 24])[0].strip()
    return not after and len(rest) > 3 and not _BY.search(rest[:3])


# Folded. A code in parentheses right after a name: 沐曦股份-U(688802.SH), 摩爾線程…(證券代碼:688795, …).
_CODE = lazy.compile(
    r"^(?:股份有限公司|有限公司)?(?:-[a-z]{1,2})?\s*\(\s*(?:[^():]{2,24}?[,、;]\s*)?(?:[^():,]{0,8}(?:代码|程式码|程序码|代号|code|ticker)[::]?\s*|(?:stock |securities )?(?:code|ticker):?\s*)?"
    r"((?:nasdaq|nyse|hkex|sse|szse|twse)[::]\s?[a-z0-9]{1,6}|\d{4,6}(?:[.-](?:sh|sz|hk|bj|tw|two))?)(?=[),;\s])"
)


# A code that is told in words: 股票代码02987.HK, "under the code 2987".
_CODE_SAID = lazy.compile(
    r"(?:(?:股票|证券|上市)(?:代码|代号|程[式序]码)(?:为|是|:)?\s?|\b(?:stock code|ticker|under the (?:code|symbol)) )(\d{4,6}(?:\.(?:sh|sz|hk|bj|tw|two))?)(?![\d.])|\bunder the (?:stock )?(?:ticker|symbol)(?: symbol)? [\"“'‘]?([a-z]{2,5})\b"
)


def tickers(sentence: int, text: Clause, names: Names) -> list[Fact]:
    """Return the stock codes a sentence gives in parentheses after names, as facts of unit "code"."""
    out = []
    for span in text.spans:
        match = _CODE.match(text.folded[span.end : span.end + 60]) if span.kind == "entity" else None
        if (
            match
            and names.entities[span.ids[0]].kind == "company"
            and not re.fullmatch(r"(?:19|20)\d\d", match.group(1))
        ):
            raw = match.group(1).upper()
            start = span.end + match.start(1)
            quantity = Quantity(None, None, "code", "", raw, start, start + len(raw))
            out.append(Fact(span.ids[0], "ticker", "value", None, quantity, "actual", sentence, 0, len(text.folded)))
    said = _CODE_SAID.search(text.folded)
    if said and not out:
        firms = [s.ids[0] for s in text.spans if s.kind == "entity" and names.entities[s.ids[0]].kind == "company" and s.end <= said.start()]
        if firms and len(set(firms)) == 1:
            group = said.lastindex or 1
            quantity = Quantity(None, None, "code", "", said.group(group).upper(), said.start(group), said.end(group))
            out.append(Fact(firms[0], "ticker", "value", None, quantity, "actual", sentence, 0, len(text.folded)))
    return out
