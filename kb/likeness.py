"""How alike two texts are, in edits: what rapidfuzz is asked.

It is loaded when first needed: that takes a fiftieth of a start, and most answers compare nothing.
"""

from __future__ import annotations

from collections.abc import Collection


def ratio(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 100.

    >>> ratio("straight", "straits")
    80.0
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - see above

    return fuzz.ratio(one, other)


def partial_ratio(one: str, other: str) -> float:
    """Return how alike the shorter of two texts and the best piece of the longer one are, 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - see above

    return fuzz.partial_ratio(one, other)


def near(word: str, among: Collection[str], edits: int) -> list[tuple[str, int]]:
    """Return (word, edits) of those that differ by so many edits at most, a swap of neighbours being one; the nearest first.

    >>> near("reveneu", ["revenue", "venue", "profit"], 2)
    [('revenue', 1)]
    """
    from rapidfuzz import process  # noqa: PLC0415 - see above
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extract(word, among, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return [(other, apart) for other, apart, _ in found]
