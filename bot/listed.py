"""Two things asked for in a row without a verb: 員工總數、研發人員比例, "fleet size and number of cities".

Each is asked with what stands before the first: whom it is of, and when.
"""

from __future__ import annotations

import re

from bot import questionwords as qw
from bot.spoken import written
from kb import lazy
from kb.names import Names
from kb.text import HAN_ONE, fold

_JOINS = lazy.compile(r"\s*[、;；]\s*|\s+/\s+|(?<=[\u3400-\u9fff])\s*(?:以?及|和|[與与跟]|/)\s*(?=[\u3400-\u9fff])|\s*,\s*(?:and |plus )?|\s+(?:and|plus|&)\s+(?:also |the |its |their )?", re.I)
_MOST_PARTS = 3
_LEAST = 2  # characters
_LONG_ZH, _LONG_EN = 12, 40  # characters of what is asked for second
_ASKS_WHEN = lazy.compile(r"[几幾][时時]|什[么麼][时時]候|何[时時]|哪[一]?[年天]|[几幾]月|when\b", re.I)


def listed(text: str, names: Names, named: bool = True) -> list[str]:
    """Return the questions that a message puts in a row, each in full; none where it asks one thing, or says more than names of things.

    `named`: it says whom it is about, though the names in it may not be found as they are typed.
    """
    text = written(text).strip(" ?？。.!")
    parts = [p.strip() for p in _JOINS.split(text)]
    if not 1 < len(parts) <= _MOST_PARTS or any(len(p) < _LEAST for p in parts) or any(_is_clause(p) for p in parts[1:]) or qw.COMPARE.search(fold(text)) or len(text) != len(fold(text)):
        return []
    first = fold(parts[0])
    found = names.find(first)
    subjects = [s for s in found if s.kind == "entity" and not s.weak]
    asked = [s.start for s in found if s.kind == "measure"] + [m.start() for m in _ASKS_WHEN.finditer(first)]
    starts = [a for a in asked if a >= (subjects[0].end if subjects else _LEAST) and (subjects or named)]
    if not starts or any(s.kind == "entity" and not s.weak for p in parts[1:] for s in names.find(fold(p))):
        return []
    head = parts[0][: min(starts)].rstrip()
    return [parts[0], *(f"{head}{'' if HAN_ONE.match(p) else ' '}{p}" for p in parts[1:])]


def _is_clause(part: str) -> bool:
    """Whether a part asks something by itself or is too long for the name of a thing."""
    folded = fold(part)
    return len(part) > (_LONG_ZH if HAN_ONE.search(part) else _LONG_EN) or bool(qw.ASKS.search(folded) or qw.YESNO.search(folded) or qw.EITHER.search(folded))
