"""Logistic regression over signs: what speaks for and against a name, each with its weight.

The weights are fitted on articles whose names are known (`python -m bench names --fit`, `tests/kb/names.jsonl`), as
names are told in part by how they are made and in part by what stands around them: Borthwick's maximum-entropy models
of names (1999), with few signs that hold in any field.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

Signs = dict[str, float]  # each 0..2; "" is the constant


def chance(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """Return the probability, 0..1, that these weights give to signs."""
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


def most(one: Signs, other: Signs) -> Signs:
    """Return the larger of each sign: what is said of a name at any of its places."""
    return {sign: max(one.get(sign, 0.0), other.get(sign, 0.0)) for sign in {**one, **other}}
