"""Which sentence is told before those that answer: what a reason only points back to, and what a comparison is made with."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

# A reason that was told just before: 因不滿此事離開.
_POINTS_BACK = lazy.compile(
    r"(?:因为?|由于|对|不满|为|鉴于|受)[^,。;]{0,4}(?:此事|这件事|这事|此举|这一(?:决定|做法|安排|结果|点))|^[^,。;]{0,12}(?:因此|为此|因而|故此)|\b(?:because of|over|by|at|after) (?:this|that)\b(?! \w+ing)|^(?:this|that) (?:is|was) why\b|\bfor (?:this|that) reason\b"
)

# What a sentence only sets against the one before it: "That compares with 2.6 microseconds in the T7."
_COMPARES_BACK = lazy.compile(r"^(?:that|this) compares?d? (?:with|to)\b|^(?:that|this) is (?:up|down|more|less|fewer|higher|lower)\b|^(?:与之相比|相比之下|相较之下|对比之下|这(?:一数字)?(?:比|较)上一?代)")


def with_what_leads_up(evidence: Evidence, question: Question, told: Sequence[StoredSentence]) -> list[StoredSentence]:
    """Return the sentences told, a reason that only points back or a comparison with the sentence before it."""
    if not told:
        return []
    compares = _COMPARES_BACK.match(fold(told[0].text)) is not None
    if not compares and (question.wants != "reason" or not _POINTS_BACK.search(fold(told[0].text))):
        return list(told)
    before = evidence.library.search.neighbour(told[0], -1)
    same = before is not None and before.paragraph == told[0].paragraph and before.id not in {s.id for s in told}
    if before is None or not same:
        return list(told)
    return [before, told[0]] if compares else [before, *told]
