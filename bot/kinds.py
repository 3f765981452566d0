"""What kind of question a message is, by its question words: what would answer it, which change, which extreme."""

from __future__ import annotations

from functools import lru_cache

from bot import questionwords as qw
from bot.answers.results import DIFFERENCE
from bot.question import Question

_KEPT = 256  # texts: a message is read whole and in parts, and several readers ask what would answer it
_FLAGS = {
    "follow": qw.FOLLOW, "pronoun": qw.PRONOUN, "before": qw.BEFORE_THAT, "sum": qw.SUM, "ratio": qw.RATIO,
    "implied": qw.IMPLIED, "loss": qw.LOSS, "profit": qw.PROFIT, "cagr": qw.CAGR, "yesno": qw.YESNO,
    "either": qw.EITHER, "compare": qw.COMPARE, "which": qw.WHICH, "name": qw.WHICH_NAME,
    "whole-year": qw.WHOLE_YEAR,
}  # fmt: skip


@lru_cache(_KEPT)
def answer_type(folded: str) -> str:
    """Return the kind of thing that would answer, by the first question word; "" where none tells."""
    asking = qw.WHO_CLAUSE.sub(r"\g<asked>", qw.WHEN_CLAUSE.sub(r"\g<asked>", folded))
    found = next((kind for kind, pattern in qw.ANSWER_TYPES if pattern.search(asking)), "")
    return "" if found == "place" and qw.SPENT_ON.search(asking) else found  # what the money goes into is no place


def aspect(folded: str, whole: str = "") -> str:
    """Return which change a text asks for: narrowing, growth, decline; "" where none. `whole`: the text with its measures (虧損)."""
    if qw.NARROW.search(whole or folded):
        return "narrowing"
    if qw.GROWTH.search(qw.EITHER_WAY.sub(" ", folded)):
        return "growth"
    if qw.DECLINE.search(folded):
        return "decline"
    return "growth" if qw.GROWTH.search(folded) else ""


def changes(folded: str) -> bool:
    """Return whether a change is asked for, and not the figure before it."""
    return bool(aspect(folded)) or any(p.search(folded) for p in (qw.NARROW, DIFFERENCE))


def extreme(folded: str) -> str:
    """Return which extreme a text asks for: first, last, min, max; "" where none."""
    for name, pattern in (("first", qw.FIRST), ("last", qw.LAST), ("min", qw.MIN), ("max", qw.MAX)):
        if pattern.search(folded):
            return name
    return ""


def flags(folded: str) -> frozenset[str]:
    """Return what else a text says of how it wants to be answered."""
    return frozenset(name for name, pattern in _FLAGS.items() if pattern.search(folded))


def kind(question: Question) -> str:
    """Return which kind of question it is, of those in `bot.question`."""
    folded = question.folded
    several = len(question.subjects) > 1
    if question.wants == "reason":
        return "passage"
    if several and ("compare" in question.flags or qw.EARLIER.search(folded)):
        return "compare"
    if question.extreme and qw.WHICH.search(folded) and len(question.subjects) < 2:
        return "superlative"
    who = qw.WHO.search(folded)
    if who and question.subjects and not question.measures:
        return "person"
    return next((kind for kind, pattern in qw.KINDS if pattern.search(folded)), "fact")
