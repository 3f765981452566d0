"""Whose part of a sentence is whose, where it tells of several companies one after another, with semicolons between."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kb import lazy
from kb.rows import StoredSentence

_CUT = lazy.compile("[;；]")  # both widths: the text is looked at as printed


def portions(sentence: StoredSentence, firms: Collection[str], kind: Callable[[str], str]) -> list[tuple[int, int]]:
    """Return the parts [begin, end) of a sentence that are of one of `firms`; all of it where it tells of one company.

    A part is of the company named first in it, and goes on with the one before where it names none. `kind` gives the kind of an entity.
    """
    ends = [m.start() for m in _CUT.finditer(sentence.text)] + [len(sentence.text)]
    whole = [(0, len(sentence.text))]
    owners: list[str | None] = []
    begin = 0
    cut: list[tuple[int, int]] = []
    for end in ends:
        named = sorted((m for m in sentence.mentions if begin <= m.start < end and kind(m.entity) == "company"), key=lambda m: m.start)
        owners.append(named[0].entity if named else owners[-1] if owners else None)
        cut.append((begin, end))
        begin = end
    if len(set(owners) - {None}) < 2:
        return whole
    return [part for part, owner in zip(cut, owners, strict=True) if owner in firms] or whole
