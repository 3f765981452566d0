"""Terms that a question word cuts: 海外收入有多少 asks for 海外收入, though 收入有多少 is the longer term.

A measure may be listed with how it is asked for (收入多少). Where such a term begins inside the name of a narrower
measure, the longest match would ask for the wider one.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.contentwords import blank
from kb import lazy
from kb.names import Names, Span, longest

_ASKED = lazy.compile(r"(?:[有是为]|一?共|达到?)?(?:多少钱?|几(?!乎)[\u3400-\u9fff]?|多[大高长久重快])[\u3400-\u9fff]?$")


def uncut(folded: str, spans: Sequence[Span], names: Names) -> list[Span]:
    """Return spans with the measure whose name a term with a question word begins in, in the place of that term."""
    out = list(spans)
    for span in [s for s in spans if s.kind == "measure"]:
        asked = _ASKED.search(folded, span.start, span.end)
        if asked is None or asked.start() == span.start:
            continue
        plain = names.find(blank(folded, [(asked.start(), span.end)]))
        whole = [s for s in plain if s.kind == "measure" and not s.weak and s.start < span.start < s.end <= asked.start()]
        if whole and not any(s.kind == "entity" and s.start < whole[0].end and whole[0].start < s.end for s in out):
            out = longest([whole[0], *(s for s in out if s is not span and not (s.start < whole[0].end and whole[0].start < s.end))])
    return out
