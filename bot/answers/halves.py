"""Half of what is asked: of two questions in one message, the one that is told, with a sentence that names the other.

Only where the told half is certain: worked out from facts, or said by a sentence that holds all that half asks and is
far ahead of the others. Nothing is known by what is shown beside it, so a half that is only quoted as near is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy

_CERTAIN = frozenset(("figures", "dates", "posts", "relations", "steps", "traits", "credit", "deal", "site", "venue", "rows"))
_QUOTED = "answered by: passage"
_LIKELIHOOD = lazy.compile(r"likelihood (\d\.\d+)")
_COVERS = lazy.compile(r"candidate [\d.]+, covers (\d+)%")
_LIKELY = 0.7
_WHOLE = 100  # per cent of what is asked
_TWO = 2
_ENDS = " ,，。.?？、;；!！"


def half(parts: Sequence[str], asked: Sequence[tuple[Question, Answer]], evidence: Evidence) -> Answer | None:
    """Return the answer to the one of two parts that is told for certain, with a sentence that names the other; else None."""
    told = [n for n, (_, a) in enumerate(asked) if a.answered]
    if len(parts) != _TWO or len(asked) != _TWO or len(told) != 1 or any(_of_several(q) for q, _ in asked):
        return None
    (question, answer), (other, _) = asked[told[0]], asked[1 - told[0]]
    if not _certain(question, answer) or not _asks_by_itself(other) or (told[0] == 1 and not _asks_by_itself(question)):
        return None
    untold = evidence.words.half_untold.format(part=evidence.quote(parts[1 - told[0]].strip(_ENDS)))
    return replace(answer, lines=(*answer.lines, untold), explanation=("half of what is asked", *answer.explanation))


def _of_several(question: Question) -> bool:
    """Whether one of several is asked for, or several are set against each other: half of that tells nothing."""
    return bool(question.extreme) or question.kind in ("compare", "superlative", "list") or bool(question.flags & {"compare", "either", "yesno"}) or len(question.subjects) > 1


def _asks_by_itself(question: Question) -> bool:
    """Whether a part says itself what it asks for, and does not go on with what the other asks: 各幾多, "how much is it"."""
    if question.flags & {"pronoun", "follow", "year-before", "relative"}:
        return False
    return bool(question.measures) or any(not n.light and not soft(n) for n in question.needs)


def _certain(question: Question, answer: Answer) -> bool:
    by = {e.removeprefix("answered by: ") for e in answer.explanation if e.startswith("answered by: ")}
    if by and by <= _CERTAIN and answer.kind != "conflict":
        return True
    likely = next((float(m[1]) for e in answer.explanation if (m := _LIKELIHOOD.match(e))), 0.0)
    covers = next((int(m[1]) for e in answer.explanation if (m := _COVERS.match(e))), 0)
    return _QUOTED in answer.explanation and not (question.wants or question.measures) and likely >= _LIKELY and covers >= _WHOLE
