"""How likely it is that the sentence ranked first answers the question.

A logistic regression over how the sentence was found: how much of what could be matched it matches, how rare
that is, how far ahead of other sentences it is, and what was asked. Such query performance predictors go back
to Cronen-Townsend et al. (2002); margins like these to Shtok et al. (2012). The weights are fitted by
`python -m bench confidence` on questions whose answers are known; what a sentence says is not looked at, so
they hold for any field.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.answers.causes import gives_reason
from bot.question import Question
from kb import likeness
from kb.search import Need, Scored, Search
from kb.text import fold

_OTHER = 60.0  # `likeness.ratio` under which two sentences do not say the same
_NEAR = 0.9  # of the best score
_ABSENT = 0.34  # of a need
_HALF = 0.5
_SUBJECT = 3.0  # what naming a subject adds to a score, as in `kb.search`
_FULL = 1.2  # what covering everything adds
_NOWHERE = "\0"  # a term no sentence has: the measure of rarity
# What each sign adds to the log-odds; `signs` tells what they are.
_WEIGHTS = {
    "": -1.53,
    "matched": 1.22,
    "strength": 0.64,
    "margin": 1.39,
    "near": -0.57,
    "names": -0.38,
    "length": 0.28,
    "part missing": -0.42,
    "name missing": -0.43,
    "missing": -0.58,
    "period": -0.91,
    "person": -0.7,
    "ratio": 1.05,
    "reason": 0.66,
    "no reason": -1.17,
    "story": 0.48,
    "either": -1.87,
    "roles": -0.44,
    "several": 0.39,
}


def signs(question: Question, found: Sequence[Scored], search: Search) -> dict[str, float]:
    """Return what speaks for and against `found[0]`, each about 0..3.

    matched: its score as a share of the highest possible; strength: its score in units of a term that occurs
    nowhere else; margin: how far ahead it is of sentences elsewhere that say something else; near: how many of
    these are close behind; the others name what was asked or what is missing.
    """
    first = found[0]
    folded = fold(first.sentence.text)
    possible = sum(search.weight(n) for n in question.needs) + _SUBJECT * len(question.subjects) + _FULL
    others = [s.score for s in found[1:] if _elsewhere(s, first)]
    best = max(first.score, 1e-9)

    def lacking(need: Need, bar: float) -> bool:
        held = search.holds(need, first.sentence.id)
        return not need.light and max(held, search.holds(need, first.asked_in) if first.asked_in else 0.0) < bar

    reason = question.wants == "reason"
    return {
        "": 1.0,
        "matched": first.score / possible,
        "strength": min(first.score / search.rarity(_NOWHERE), 6.0),
        "margin": 1.0 - (others[0] / best if others else 0.0),
        "near": min(sum(s >= _NEAR * best for s in others), 4) / 2,
        "names": min(len({m.entity for m in first.sentence.mentions}), 5) / 2,
        "length": min(len(first.sentence.text), 200) / 100,
        "part missing": float(any(n.beside and lacking(n, _HALF) for n in question.needs)),
        "name missing": float(any(n.key and lacking(n, _ABSENT) for n in question.needs)),
        "missing": min(sum(lacking(n, _ABSENT) for n in question.needs), 3) / 2,
        "period": float(bool(question.periods)),
        "person": float(question.wants == "person"),
        "ratio": float(question.wants == "ratio"),
        "reason": float(reason),
        "no reason": float(reason and not gives_reason(folded)),
        "story": float(question.kind == "passage"),
        "either": float("either" in question.flags),
        "roles": float(bool(question.roles)),
        "several": float(len(question.subjects) > 1),
    }


def likelihood(found: dict[str, float]) -> float:
    """Return the probability, 0..1, that a sentence with these signs answers."""
    return 1.0 / (1.0 + math.exp(-sum(_WEIGHTS.get(name, 0.0) * value for name, value in found.items())))


def _elsewhere(other: Scored, first: Scored) -> bool:
    """Whether a sentence stands in another paragraph and says something else."""
    a, b = other.sentence, first.sentence
    return (a.article_id, a.paragraph) != (b.article_id, b.paragraph) and likeness.ratio(a.text, b.text) < _OTHER
