"""People that an English text calls Mr, Ms or Dr: Tobias Wren of Mr Wren, Rong Qiaosheng of Mr Rong.

The full name stands once, in either order, and is told by nothing but its surname.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.english import FIRM_END, STRONG_END
from kb.discovery.found import Found
from kb.discovery.page import Page

_CALLED = lazy.compile(r"\b(?P<title>Mr|Ms|Mrs|Dr|Sir|Dame|Professor|Prof)\.? (?P<name>[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)(?![A-Za-z]| [A-Z])")
_NO_GIVEN = frozenset("The A An In On At Of For And But Or As If When While Mr Ms Mrs Dr Sir Dame Professor Prof Says Said President Chairman Chief Founder Analyst Director".split())


def courtesy(page: Page, found: Found) -> None:
    """Add the people whose surname stands behind a title."""
    for title, surname in dict.fromkeys((m["title"], m["name"]) for m in _CALLED.finditer(page.text)):
        full = _full_names(page, surname)
        if len(full) == 1 and found.kind(full[0]) in (None, "person") and found.kind(surname) in (None, "person"):
            found.add("person", en=full[0], aliases=(f"{title} {surname}", surname))


def _full_names(page: Page, surname: str) -> list[str]:
    """The names of two words that end or begin with a surname."""
    name = re.escape(surname)
    told = re.finditer(rf"(?<![A-Za-z])(?P<given>[A-Z][a-z]+(?:-[A-Za-z]+)?)(?: [A-Z]\.)? {name}(?![A-Za-z]| [A-Z])|(?<![A-Za-z]){name} (?P<after>[A-Z][a-z]+(?:-[a-z]+)?)(?![A-Za-z]| [A-Z])", page.text)
    names = (m.group() for m in told if (m["given"] or m["after"]) not in _NO_GIVEN and not (FIRM_END.search(m.group()) or STRONG_END.search(m.group())))
    return list(dict.fromkeys(names))
