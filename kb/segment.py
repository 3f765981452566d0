"""Chinese words: a run of characters cut into the words a dictionary knows.

The fewest words win, and what no dictionary holds stays together: an unknown name is one piece. That is
the shortest-path segmentation of the classic Chinese analysers; a frequency model would add megabytes
for little here, since known names and terms are found before and only the rest is cut.
"""

from __future__ import annotations

from collections.abc import Callable

_LONGEST = 4  # characters; longer dictionary words are sayings and names
_FUNCTION_COST = 0.9  # a single function word is cheaper than an unknown character
_SINGLE_COST = 1.6


def words_of(run: str, is_word: Callable[[str], bool], function: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a run of Chinese characters, in order; nothing is lost.

    `is_word` tells whether two to four characters are a word, `function` holds single function words.
    Neighbouring characters that are neither stay together.

    >>> known = {"月底", "手上", "现金"}
    >>> words_of("底手上有现金", known.__contains__, frozenset("有"))
    ['底', '手上', '有', '现金']
    >>> words_of("潮骨的现金", known.__contains__, frozenset("的"))
    ['潮骨', '的', '现金']
    """
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of the shortest path to here, and where its last word began
    for end in range(1, len(run) + 1):
        options = []
        for start in range(max(0, end - _LONGEST), end):
            piece = run[start:end]
            if len(piece) == 1:
                cost = _FUNCTION_COST if piece in function else _SINGLE_COST
            elif is_word(piece):
                cost = 1.0 - 0.001 * start  # of equals the one whose longer words come later: 研究|生命
            else:
                continue
            options.append((best[start][0] + cost, start))
        best.append(min(options))
    cuts = []
    end = len(run)
    while end:
        start = best[end][1]
        cuts.append((start, end))
        end = start
    out: list[str] = []
    lone = False  # whether the last piece is made of characters that are no words
    for start, end in reversed(cuts):
        piece = run[start:end]
        unknown = len(piece) == 1 and piece not in function
        if unknown and lone:
            out[-1] += piece
        else:
            out.append(piece)
        lone = unknown
    return out
