"""The versions that one article tells of, in its order, and which of them, or their line, goes on being spoken of.

What is said behind a version is of it only as long as it leads: 全系, a new paragraph and a sentence that names
several are of the line. Patterns are matched against folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb import lazy
from kb.model import Entity
from kb.names import Span
from kb.text import fold
from kb.trims import part_of, short_parts

_IT = lazy.compile(r"^(?:而|但|不过|此外|另外|同时)?,?(?:它|其|该|这[款台部台颗个一]|此[款机版]|这版|本款|\b(?:it|its|this|that)\b)")
_ALL = lazy.compile(
    r"全系|[两二三四五六]款|[两三四五六]个版本|[各所]有?(?:款|版本|车型|型号|机型)|不分版本|整个?系列|该系列|本系列|均(?:为|采用|搭载|支持|配|有)|\b(?:all|both|every|each) (?:of them|versions|trims|models|variants|two|three|four)\b|\bthe (?:range|series|line-?up)\b|\b(?:all|both) (?:come|have|use|are|get)\b"
)
_LEADS = lazy.compile(r"^[^,。;:、]{0,14}$")
_GIVEN = lazy.compile(r"(?:[给供予]|搭载|采用|[只仅](?:有|限))\s*$|\b(?:for|on|in|to|only) (?:the )?$")


class Versions:
    """The versions of the line that an article tells most of."""

    def __init__(self, found: Sequence[Entity], folded: str) -> None:
        """Take whom an article names, and its folded text."""
        products = {fold(n): e.id for e in found if e.kind == "product" for n in (*e.names.values(), *e.aliases)}
        of: dict[str, set[str]] = {}
        for name, entity in products.items():
            for line, other in products.items():
                if other != entity and part_of(name, line):
                    of.setdefault(other, set()).add(entity)
        self.line_of = {version: line for line, versions in of.items() for version in versions}
        self.order = _in_order(products, of, short_parts(found), folded) if of else ()
        self._led = ""  # the version that the last sentence began with

    def settle(self, folded: str, spans: Sequence[Span], by_kind: dict[str, str], anew: bool) -> None:
        """Go back to the line where a sentence that names no product does not go on with the version before."""
        line = self.line_of.get(by_kind.get("product", ""))
        if line is None or any(i in self.line_of for s in spans for i in s.ids if s.kind == "entity"):
            return
        if _ALL.search(folded) or not (_IT.match(folded) or (self._led == by_kind["product"] and not anew)):
            by_kind["product"] = line

    def named(self, folded: str, spans: Sequence[Span], by_kind: dict[str, str], before: str | None) -> dict[str, str]:
        """Note, and return, who is spoken of behind a sentence that names versions: the line where they are several, or only given something."""
        told = [s for s in spans if s.kind == "entity" and s.ids[0] in self.line_of]
        if told or self._led != by_kind.get("product"):
            self._led = told[0].ids[0] if told and _LEADS.match(folded[: told[0].start]) else ""
        if not told or by_kind.get("product") not in self.line_of:
            return by_kind
        line = self.line_of[by_kind["product"]]
        if len({s.ids[0] for s in told if self.line_of[s.ids[0]] == line}) > 1:  # the last generation's is none of this line
            by_kind["product"] = line
        elif all(_GIVEN.search(folded, 0, s.start) for s in told):
            by_kind["product"] = before if before and self.line_of.get(before, before) == line else line
        return by_kind


def _in_order(products: dict[str, str], of: dict[str, set[str]], short: dict[str, str], folded: str) -> tuple[str, ...]:
    """The versions of the line that has most, as a list has them, 分為 Glide 與 Glide Pro, else in the order in which they are first named."""
    line = max(of, key=lambda i: (len(of[i]), i))
    names = {name: i for name, i in (*short.items(), *products.items()) if i in of[line] or i == line}
    one = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    rows = (tuple(dict.fromkeys(names[m.group()] for m in re.finditer(one, row.group()))) for row in re.finditer(rf"(?:{one})(?:{_AND}(?:{one}))+", folded))
    listed = max(rows, key=len, default=())
    if len(listed) > 1:
        return listed
    first = {i: min((at for n, j in names.items() if i == j and (at := folded.find(n)) >= 0), default=len(folded)) for i in of[line]}
    return tuple(sorted(of[line], key=lambda i: (first[i], i)))


_AND = r"(?: ?(?:[、,和与及]|以及) ?|,? (?:and|or) (?:the )?|, (?:the )?)"
