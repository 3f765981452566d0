"""The names that one article introduces, with what it shortens them to: Pro for a Glide Pro, 性能版."""

from __future__ import annotations

from kb import lazy
from kb.keys import Keys, Term
from kb.model import Entity
from kb.names import Span
from kb.text import fold
from kb.trims import codes, short_parts

_OF_ANOTHER = lazy.compile(r"(?:^|[^A-Za-z0-9])(?!(?:The|And|But|While|Only|Its|A|Both) )(?:[A-Z][A-Za-z0-9]*|(?<![$€£¥0-9,.])[0-9]+)[ -]$|[A-Za-z0-9]$")  # Pro of a MacBook Pro, but the $599 Pro
_OF_A_MODEL = lazy.compile(r"[A-Za-z0-9]$")
_GOES_ON = lazy.compile(r"[ -]?[A-Z0-9]")


class LocalNames:
    """Finds the names of one article."""

    def __init__(self, found: list[Entity]) -> None:
        """Take what the article introduces, and whom it names that others introduce."""
        self._ids = {fold(name): e.id for e in found for name in (*e.aliases, *e.names.values(), *e.tickers)}
        self._short = {part: i for part, i in {**codes(found), **short_parts(found)}.items() if part not in self._ids}
        self._keys = Keys()
        for key, entity in (*self._ids.items(), *self._short.items()):
            self._keys.add(key, Term("entity", entity, False))
        self._all = {**self._short, **self._ids}

    def find(self, folded: str, text: str = "") -> list[Span]:
        """Return the places of the names in a folded text, overlapping ones too; `text` is as printed, folding keeps places."""
        if not any(map(folded.__contains__, self._all)):
            return []
        return [Span(a, b, "entity", (self._all[key],)) for a, b, key in self._keys.matches(folded) if key in self._ids or self._alone(text, a, b)]

    def _alone(self, text: str, start: int, end: int) -> bool:
        """Whether a version stands alone, and written as a name: no part of another product's name, no "standard" equipment."""
        printed = text[start:end]
        if not printed or (printed[-1].isascii() and _GOES_ON.match(text, end)):
            return False  # Pro版215克 tells a figure, Pro 2 is another
        if not printed[0].isascii():
            return not _OF_A_MODEL.search(text, max(0, start - 1), start)  # 逐雲1競速版 is of another
        return printed[0].isupper() and not _OF_ANOTHER.search(text, max(0, start - 16), start)
