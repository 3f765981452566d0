"""An article's sentences as passages: runs of neighbours of about a paragraph's length.

Search proposes passages and then looks at their sentences: a sentence is often too short to hold all that is
asked for, and an index of passages is a third smaller than one of sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

FREQUENT = 256  # passages; of a term that is in more of them, a build notes in how many
_LONG = 300  # characters; where the next sentence would go beyond, a new passage begins


def windows(lengths: Sequence[int]) -> list[range]:
    """Return the passages of sentences of these lengths, as ranges of positions; none is empty.

    >>> windows([120, 100, 90, 500, 10])
    [range(0, 2), range(2, 3), range(3, 4), range(4, 5)]
    >>> windows([])
    []
    """
    out: list[range] = []
    begin = size = 0
    for n, length in enumerate(lengths):
        if n > begin and size + length > _LONG:
            out.append(range(begin, n))
            begin, size = n, 0
        size += length
    return [*out, range(begin, len(lengths))] if lengths else []
