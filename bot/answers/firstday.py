"""What a figure was on the first day on the market: a moment told by what happened then. What it was on another day is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.figurefinder import ISSUED_AT
from bot.answers.lines import Line
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, periods
from kb.rows import StoredSentence
from kb.text import fold

_FIRST_DAY_ASKED = lazy.compile(r"(?:上市|挂牌|敲钟|ipo)(?:的)?(?:那[天日]|当[天日]|首日|头一?天|第一[天日]|首个交易日)|首个交易日|首日(?:收|市值|股价|涨|跌)|\b(?:(?:first|opening|listing|debut) (?:trading )?day|(?:on|at|after) (?:its |their |the )?(?:(?:stock[ -]?market|market|trading|exchange) )?debut|day (?:it|they|\w+(?: \w+)?) (?:listed|debuted|went public|floated))\b")
_FIRST_DAY = lazy.compile(r"首日|首个交易日|头一天|第一天|当[天日]|那天|上市|挂牌|敲钟|登陆|登场|\b(?:debut\w*|list(?:ed|ing)|first[ -](?:trading )?day|float(?:ed|ation)|ipo|went public|began trading)\b")
_BELOW_ISSUE = lazy.compile(r"(?:跌破|失守|低于|高于|超过|重返|回到|站上|跌穿)[^,;。]{0,12}(?:发行价|招股价|上市价)|\b(?:below|above|under) (?:its|the|their) (?:issue|offer|ipo) price\b")  # of any day after


def of_another_day(question: Question, evidence: Evidence) -> bool:
    """Whether a figure of the first day on the market is asked for and a sentence shown speaks of no such day."""
    figure = question.wants in ("amount", "ratio") or (not question.wants and question.measures)
    if not figure or question.periods or not _FIRST_DAY_ASKED.search(question.folded):
        return False
    listed = _listed(question, evidence)
    return not all(_of_that_day(s, listed) for s in evidence.cited)


def of_that_day(question: Question, evidence: Evidence, found: Sequence[Line]) -> list[Line]:
    """Return the figures of the first day on the market, where it is asked for and some are told for that very date; else all."""
    if question.periods or not _FIRST_DAY_ASKED.search(question.folded):
        return list(found)
    listed = _listed(question, evidence)
    return [x for x in found if x.period and x.period.start == x.period.end and x.period.start in listed] or list(found)


def on_the_date(question: Question, evidence: Evidence, sentences: Sequence[StoredSentence]) -> bool:
    """Return whether some sentence names the very date on which the subject listed."""
    listed = _listed(question, evidence)
    return any(m.period.start == m.period.end and m.period.start in listed for s in sentences for m in periods.find(fold(s.text)))


def _listed(question: Question, evidence: Evidence) -> set[str]:
    facts = (f for g in question.subjects for i in g for f in evidence.library.archive.facts(subject=i, measure="listing-date"))
    return {f.period.start for f in facts if f.period and f.period.kind == "day" and f.basis == "actual"}


def _of_that_day(sentence: StoredSentence, listed: set[str]) -> bool:
    """Whether a sentence says that it is of the first day, or names the very date on which the subject listed."""
    said = fold(sentence.text)
    if _FIRST_DAY.search(said) or (ISSUED_AT.search(said) and not _BELOW_ISSUE.search(said)):
        return True
    return any(m.period.start == m.period.end and m.period.start in listed for m in periods.find(said))
