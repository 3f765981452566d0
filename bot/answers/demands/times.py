"""Times that are no calendar period, a summer, a festival, the first day of trading: what is told must say them in some words.

A figure of the full year is no answer for a summer, and the last price none for that of the first day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.demands.told import HELD, Told, clauses
from bot.answers.firstday import on_the_date
from kb import lazy
from kb.articletimes import same
from kb.periods import contains
from kb.rows import StoredFact, StoredSentence
from kb.tabular import amounts
from kb.text import fold

# What is asked, and the words it may be told in. Folded.
_NAMED = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"暑[假期运]|夏天|夏季(?!奥)|\bsummer(?:time)?\b(?! olympic)", r"暑|夏|[六七八678](?:、[七八78])?(?:[至到-][七八78])?月|\bsummer\b|\bju(?:ne|ly)\b|\baug(?:ust)?\b|第三季|三季|\bthird quarter\b"),
        (r"寒假|冬天|冬季(?!奥)|\bwinter\b(?! olympic)", r"寒|冬|(?:12|1|2|十二|一|二)月|\b(?:winter|season)\b|\b(?:dec|jan|feb)\w*\b"),
        (r"春天|\bspring(?:time)?\b(?! festival)", r"春|[345三四五]月|\bspring\b|\b(?:march|april|may)\b"),
        (r"秋天|秋季(?=[^,?]{0,12}(?:多少|几))|\bautumn\b", r"秋|(?:9|10|11|九|十|十一)月|\bautumn\b|\b(?:sep|oct|nov)\w*\b"),
        (r"春节|春运|过年|农历[新年]|大年|除夕|\b(?:lunar|chinese) new year\b|\bspring festival\b", r"春节|春运|过年|农历|新年|年关|年节|贺岁|除夕|大年|初[一二三四五六七八]|\bnew year\b|\bspring festival\b"),
        (r"黄金周|国庆|十一(?:长假|假期|期间)|\bgolden week\b|\bnational day\b", r"黄金周|国庆|长假|10月1|十一(?![月家名个种])|\bgolden week\b|\bnational day\b|\bholiday"),
        (r"五一|劳动节|\b(?:labou?r|may) day\b", r"五一|劳动节|5月1|\b(?:labou?r|may) day\b"),
        (r"双十?(?:11|12|一|二)(?![月日个])|光棍节|\b(?:singles'?|double) (?:day|11|eleven)\b|618", r"双十?(?:11|12|一|二)|光棍|1[12]月1[12]|618|购物节|大促|\bsingles'? day\b|\bdouble\b|\bshopping festival\b"),
        (r"圣诞|\b(?:christmas|xmas|festive season|holiday season)\b", r"圣诞|年末|节日|岁末|12月|\b(?:christmas|xmas|festive|holiday|december)\b"),
        (r"黑色星期五|黑五|感恩节|\bblack friday\b|\bthanksgiving\b", r"黑色?(?:星期)?五|感恩节|\bblack friday\b|\bthanksgiving\b"),
        (r"中秋|\bmid-autumn\b", r"中秋|\bmid-autumn\b"),
        (r"端午|\bdragon boat\b", r"端午|\bdragon boat\b"),
        (r"清明节|清明(?:假|连假|期间)", r"清明"),
        (r"复活节|\beaster\b", r"复活节|\beaster\b"),
        (r"情人节|\bvalentine'?s\b", r"情人节|2月14|\bvalentine'?s\b"),
        (r"周末|\bweekends?\b", r"周[末六日五]|假日|礼拜|\bweekends?\b|\b(?:satur|sun)day"),
        (r"盘中|\bintra-?day\b", r"盘中|一度|曾|最[高低]|\bintra-?day\b|\bas (?:high|low) as\b|\bat one point\b|\bduring (?:the )?(?:day|trading|session)\b"),
        (r"开盘(?!日)|\bopening price\b|\bopen(?:ed)? at\b", r"开[盘市报]|[高低平]开|\bopen"),
        (r"收盘(?!价)|收市(?!价)|收在|终场|\bclos(?:e[sd]?|ing) (?:at|price)\b", r"收|终场|尾盘|股价[报为]|\bclos(?:e|ed|es|ing)\b|\bfinish|\bend(?:ed|ing)\b|\bsettl"),
        (
            r"(?:上市|挂牌|敲钟|ipo)(?:的)?(?:那[天日]|当[天日]|首日|头一?天|第一[天日])|首个交易日|\b(?:first|opening|debut|listing) (?:trading )?day\b|\bfirst day (?:of|on)\b|\b(?:on|in|at) (?:its |the |their )?(?:(?:market|trading|stock market) )?debut\b",
            r"首日|首个?交易日|头一天|第一天|当[天日]|那天|挂牌[^,;。]{0,6}[日天]|登[陆场]|上市(?:首|当|日)|敲钟|\b(?:debut\w*|first[ -](?:trading )?day|opening day|day one|began trading|listed on|float(?:ed|ation)|went public)\b",
        ),
    )
)  # fmt: skip
_DEBUT = _NAMED[-1][0]
_N = r"[一二两三四五六七八九十\d]+"
_FIRST_DAYS = lazy.compile(
    rf"[头首](?!一[天日]){_N}(?:天|日|周|个?星期|个?小时|分钟)|前{_N}(?:天|周|个?星期|个?小时|分钟)|\bfirst (?!day\b)(?:\d+|one|two|three|four|five|six|seven|ten|twelve|few|couple of)? ?(?:days?|weeks?|weekends?|hours?|minutes?)\b(?! (?:of|on) (?:trading|the market))"
)
_FIRST_DAYS_TOLD = lazy.compile(
    rf"[头首前]{_N}?(?:天|日|周|个?星期|个?小时|分钟|月)|{_N}(?:天|日|周|个?星期|个?小时|分钟)(?:内|里|就|便|后|卖|已|销|突|破|热|[,:])|\b(?:first|opening|debut|launch) (?:\w+ )?(?:days?|weeks?|weekends?|hours?|minutes?)\b|\bin (?:its |the first )?(?:\d+|\w+) (?:days?|weeks?|hours?)\b|\b(?:within|by the|after) (?:\w+ )?(?:days?|weeks?|hours?|\w+ day)\b"
)
# At what stage: 試產時, "in pilot production".
_STAGE = lazy.compile(
    r"(?P<zh>试产|试运[行营]|试营业|爬坡|量产|投产|开工|开业|开播|开售|预售|首映|首发|停产|停工|停牌|复牌|封城|疫情|旺季|淡季|高峰|低谷|满载|空载|巡航|待机)(?:的?时候?|期间?|那会儿|那时|阶段|当时|初期|刚)|\b(?:in|during|at) (?:the |its |their )?(?P<en>trial (?:production|run|operation)|pilot (?:production|run|phase)|ramp-up|pandemic|lockdown|peak season|high season|low season|peak|pre-?sale|pre-?orders?)\b"
)
_FIGURES = ("amount", "ratio", "")


def other_time(told: Told) -> bool:
    """Return whether a time asked for in a word of its own is said neither by what is told nor by what leads up to it."""
    if told.question.wants in ("date", "reason", "person", "place"):
        return False
    asked = told.without_names()
    return any(a.search(asked) and not (_told_at(told, t) or (a is _DEBUT and on_the_date(told.question, told.evidence, told.sentences))) for a, t in _NAMED) or (
        _FIRST_DAYS.search(asked) is not None and not _told_at(told, _FIRST_DAYS_TOLD)
    )


def _told_at(told: Told, words: re.Pattern[str]) -> bool:
    """Whether some sentence is of a time. Of a sentence that gives it a figure of its own, another clause's figure is not."""
    if words.search(told.said) and not (told.answer and told.answer.facts):
        return True
    return any(words.search(told.near(s)) and not _of_other_clause(told, s, words) for s in told.sentences)


def _of_other_clause(told: Told, sentence: StoredSentence, words: re.Pattern[str]) -> bool:
    """Whether the figure that is told stands in another clause than the one of that time, which has a figure itself."""
    if told.answer is None or not told.answer.facts:
        return False
    here = clauses(fold(sentence.text))
    first = next(iter(amounts(told.answer.lines[0])), None)
    if first is None:
        return False
    number = first.raw.split(" ")[-1]
    timed = [c for c in here if words.search(c) and any(q.unit == first.unit for q in amounts(c))]
    return bool(timed) and not any(number in c for c in timed) and any(number in c for c in here)


def other_stage(told: Told) -> bool:
    """Return whether a figure at a stage is asked for, 試產時良率多少, and nothing told is of that stage."""
    asked = _STAGE.search(told.without_names()) if told.question.wants in _FIGURES else None
    if asked is None:
        return False
    said = asked["zh"] or asked["en"]
    search = told.evidence.library.search
    needs = [n for n in told.question.needs if n.surface in said or said in n.surface]
    return said not in told.around() and not any(search.holds(n, s.id) >= HELD for n in needs for s in told.sentences)


def other_period(told: Told) -> bool:
    """Return whether the sentences told hold figures of what is asked, and all of them are of other periods: 首季 of the next year."""
    question, evidence = told.question, told.evidence
    if (
        len(question.periods) != 1
        or not (question.subjects and question.measures)
        or question.wants not in _FIGURES
        or question.kind not in ("fact", "superlative")
    ):
        return False
    asked, here = question.periods[0], {s.id for s in told.sentences}
    if asked.kind not in _REPORTED:
        return False
    facts = [
        f
        for g in question.subjects
        for m in question.measures
        for f in evidence.every_fact(g, m)
        if f.sentence_id in here
    ]
    if not facts or any(
        f.period is None
        or f.period.kind not in _REPORTED
        or same(f.period, asked)
        or (contains(asked, f.period) and f.period.kind == "month")
        for f in facts
    ):
        return False
    text = " ".join(s.text for s in told.sentences)
    if (
        _FROM_TO.search(fold(text))
        or not all(f.period and f.period.raw and f.period.raw in text and f.period.kind != "month" for f in facts)
        or _untaken(told, facts)
    ):
        return False
    times = evidence.library.times
    return not any(same(p, asked) for s in told.sentences for p in times.own(s, len(s.text)))


def _untaken(told: Told, facts: Sequence[StoredFact]) -> bool:
    """Whether the sentences have a figure of the same unit of which no fact was made: it may be the one of the period asked for."""
    units, raws = {f.quantity.unit for f in facts}, {f.quantity.raw for f in facts}
    return any(
        q.unit in units and q.raw not in raws
        for s in told.sentences
        for q in told.evidence.library.search.reading.quantities(s)
    )


_FROM_TO = lazy.compile(r"[从由][^,;。]{1,20}?[至到为]|\bfrom\b")  # of two figures one may have no period beside it
_REPORTED = frozenset(("year", "quarter", "half", "nine-months", "month"))
