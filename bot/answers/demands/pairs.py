"""Two things that are asked for in one breath, of which one is no measure that is known: "payload and reach". One alone is no answer."""

from __future__ import annotations

import re

from bot.answers.demands.told import HELD, Told
from kb import lazy
from kb.terms import term_token
from kb.weighing import Need

_A_DATE = lazy.compile(r"\d[年月日]|\b(?:19|20)\d\d\b")
_AND = r"(?:以?及|[和与跟、]|\s(?:and|&)\s)(?:the |its |their )?"
_OF = r" of\b"  # behind an English verb that is meant as a noun: "the reach of"
_WHEN = r"(?:时间|日期|月份|年份)"  # behind what has a date that is asked for


def one_alone(told: Told) -> bool:
    """Return whether what is told says nothing of the one of two things that has no measure, and which the question names right beside the measure."""
    question = told.question
    if len(question.measures) != 1:
        return False
    measure = term_token("measure", question.measures[0])
    measured = [n for n in question.needs if any(measure in o for o in n.options)]
    others = [n for n in question.needs if n not in measured and not n.key and not _said(n, told)]
    return any(_side_by_side(m, n, told) for m in measured for n in others)


def _side_by_side(measured: Need, other: Need, told: Told) -> bool:
    """Whether two are joined in the question, the other one as a noun; a date that is told is enough where one is asked for."""
    a, b, act = re.escape(measured.surface), re.escape(other.surface), other.light or other.verbal
    if re.search(rf"{a}{_AND}(?:{b}{_WHEN}|{b}(?<={_WHEN})|{b}(?<=日)期)", told.question.folded):
        return not _A_DATE.search(told.said)
    if act and not other.surface.isascii():
        return False
    return bool(re.search(rf"{a}{_AND}{b}{_OF if act else ''}|{b}{_AND}{a}{_OF if act else ''}", told.question.folded))


def _said(need: Need, told: Told) -> bool:
    """Whether what is shown has a word of the question, or a quoted sentence says it otherwise, as one in another language may."""
    if need.surface in told.said or (told.route == "passage" and need.surface.isascii() and not told.said.isascii()):
        return True
    return told.route == "passage" and any(told.evidence.library.search.holds(need, s.id) >= HELD for s in told.sentences)
