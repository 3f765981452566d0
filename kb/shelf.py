"""An archive's articles, read when they are asked for: opening an archive costs the same however many it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kb.rows import StoredArticle
from kb.store import Archive

_KEPT = 4096


class Articles(Mapping[int, StoredArticle]):
    """All articles by id, in the order they were first put in. Going through them reads them all."""

    def __init__(self, archive: Archive) -> None:
        """Read from `archive`."""
        self._archive = archive
        self._seen: dict[int, StoredArticle] = {}

    def __getitem__(self, key: int) -> StoredArticle:
        if key not in self._seen:
            self.load((key,))
        return self._seen[key]

    def load(self, keys: Iterable[int]) -> None:
        """Read many articles at once, for looking at them one by one; those that do not exist are left out."""
        if len(self._seen) > _KEPT:
            self._seen.clear()
        self._seen |= self._archive.articles_of([k for k in keys if k not in self._seen])

    def __iter__(self) -> Iterator[int]:
        return iter(self._archive.article_ids())

    def __len__(self) -> int:
        return self._archive.totals()["articles"]

    def speak(self, lang: str) -> bool:
        """Return whether any article is in this language."""
        return lang in self._archive.languages()

    def publishers(self) -> list[str]:
        """Return the publishers named, each once, in order."""
        return self._archive.publishers()


class Visible(Collection[int]):
    """The articles an asker is answered from: of each source the edition nearest to the asker's language."""

    def __init__(self, archive: Archive, lang: str, publishers: frozenset[str] = frozenset()) -> None:
        """Show the editions for `lang`; where `publishers` are given, theirs alone."""
        self._archive = archive
        self._lang = lang
        self._publishers = publishers
        self._seen: dict[int, bool] = {}

    def of(self, publishers: Iterable[str]) -> Visible:
        """Return those of these publishers."""
        return Visible(self._archive, self._lang, frozenset(publishers))

    def __contains__(self, key: object) -> bool:
        assert isinstance(key, int)
        if key not in self._seen:
            if len(self._seen) > _KEPT:
                self._seen.clear()
            self._seen[key] = self._nearest(key)
        return self._seen[key]

    def _nearest(self, key: int) -> bool:
        editions = self._archive.editions(key)
        if not editions or (self._publishers and {i: p for i, _, p in editions}[key] not in self._publishers):
            return False
        return min(editions, key=lambda e: (self._distance(e[1]), e[0]))[0] == key

    def _distance(self, lang: str) -> int:
        if lang == self._lang:
            return 0
        return 1 if lang.startswith("zh") and self._lang.startswith("zh") else 2

    def __iter__(self) -> Iterator[int]:
        return (key for key in self._archive.article_ids() if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
