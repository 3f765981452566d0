"""Which sentence is told before those that answer: what a reason only points back to."""

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


def with_what_leads_up(evidence: Evidence, question: Question, told: Sequence[StoredSentence]) -> list[StoredSentence]:
    """Return the sentences told, a reason that only points back with the sentence before it."""
    if question.wants != "reason" or not told or not _POINTS_BACK.search(fold(told[0].text)):
        return list(told)
    before = evidence.library.search.neighbour(told[0], -1)
    same = before is not None and before.paragraph == told[0].paragraph and before.id not in {s.id for s in told}
    return [before, *told] if before is not None and same else list(told)
