"""People called by their family names alone, in a row: 葛、湯兩人 means the two of that name told of before.

Only a row that says how many it is of is read, and only where each name is that of one person the article has named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kb import lazy
from kb.names import Span, longest

_ROW = lazy.compile(r"(?<![\u4e00-\u9fff])(?P<row>[\u4e00-\u9fff](?:[、和与及][\u4e00-\u9fff]){1,3})(?P<n>[两二三四])(?:人|位)")
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4}


def rows(folded: str, named: Mapping[str, set[str]]) -> list[Span]:
    """Return a span for each family name of such a row; `named` has the people told of before by the first character of their names.

    >>> [(s.start, s.ids) for s in rows("葛、汤两人的持股降至31%与24%", {"葛": {"a"}, "汤": {"b"}})]
    [(0, ('a',)), (2, ('b',))]
    """
    out: list[Span] = []
    for row in _ROW.finditer(folded):
        places = range(row.start("row"), row.end("row"), 2)
        bearers = [named.get(folded[p], set()) for p in places]
        if len(bearers) == _COUNT[row["n"]] and all(len(b) == 1 for b in bearers):
            out += [Span(p, p + 1, "entity", (next(iter(b)),)) for p, b in zip(places, bearers, strict=True)]
    return out


class Called:
    """The people an article has named so far, for rows of family names after them."""

    def __init__(self, kind: Callable[[str], str]) -> None:
        """`kind` tells what kind of entity an id is of."""
        self._kind = kind
        self._named: dict[str, set[str]] = {}

    def added(self, folded: str, spans: list[Span]) -> list[Span]:
        """Return the spans of the next sentence with those of family names in a row; whom it names is remembered."""
        told = rows(folded, self._named)
        for span in spans:
            if span.kind == "entity" and span.end - span.start > 1 and self._kind(span.ids[0]) == "person":
                self._named.setdefault(folded[span.start], set()).add(span.ids[0])
        return longest([*spans, *told]) if told else spans
