"""The names found so far in one article, each with its other names and tickers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.discovery.page import Page
from kb.text import fold

_LEADS_UP = frozenset("了着著的將将把被让讓等及")


@dataclass(slots=True)
class Draft:
    """A name with its other names, as they are found."""

    kind: str
    zh: str = ""
    en: str = ""
    aliases: list[str] = field(default_factory=list)
    tickers: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """Return all its names, the Chinese one first."""
        return list(dict.fromkeys(n for n in (self.zh, self.en, *self.aliases) if n))


class Found:
    """The names found so far; another name for one already found joins it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.by_name: dict[str, Draft] = {}

    def add(
        self, kind: str, zh: str = "", en: str = "", aliases: Iterable[str] = (), tickers: Iterable[str] = ()
    ) -> None:
        """Add a name in one or both languages, or what is new of it; known names and terms are left out."""
        zh = zh[1:] if len(zh) > 2 and zh[0] in _LEADS_UP else zh  # 受理了昊樞科技
        keys = [fold(n) for n in (zh, en) if n]
        taken = [*keys, *map(fold, tickers)]
        if not keys or any(len(k) < 2 or k in self._page.known for k in taken):
            return
        draft = next((self.by_name[k] for k in keys if k in self.by_name), None) or Draft(kind)
        draft.zh, draft.en = draft.zh or zh, draft.en or en
        more = [a for a in (zh, en, *aliases) if a and fold(a) not in self._page.known]
        draft.aliases += [a for a in more if a not in draft.names() or not draft.aliases]
        draft.tickers += [t for t in tickers if t not in draft.tickers]
        for name in draft.names():
            self.by_name.setdefault(fold(name), draft)

    def drafts(self) -> list[Draft]:
        """Return every name found, once."""
        return list({id(d): d for d in self.by_name.values()}.values())

    def kind(self, name: str) -> str | None:
        """Return what kind of thing a name found before is."""
        draft = self.by_name.get(fold(name))
        return draft.kind if draft else None
