"""An open archive with what is needed to answer from it: names, search, dictionary. Made by `kb.make`."""

from __future__ import annotations

import json
from pathlib import Path

from kb import typos
from kb.errors import ArchiveForeign
from kb.misspelt import Misspelt
from kb.names import Names
from kb.search import Search
from kb.store import Archive
from kb.vocabulary import Lexicon


class Library:
    """An open archive with everything needed to answer from it. Belongs to one thread."""

    def __init__(self, db: str | Path) -> None:
        """Open the archive; raises `kb.errors.ArchiveError` when it is missing, foreign or outdated."""
        self.archive = Archive(db)
        kept = self.archive.meta("lexicon")
        if kept is None:
            raise ArchiveForeign(f"{db} was not made by `xinwen build`; build it anew.")
        lexicon = Lexicon.from_json(kept)
        found = self.archive.entities()
        self.known = frozenset(e.id for e in found)
        known_ids = {e.id for e in lexicon.entities}
        self.ordinary = frozenset((self.archive.meta("ordinary") or "").split())
        self.verbs = frozenset((self.archive.meta("verbs") or "").split())
        self._english = frozenset((self.archive.meta("english") or "").split())
        self.names = Names(lexicon, [e for e in found if e.id not in known_ids], self.ordinary)
        self._glosses: dict[str, list[str]] = json.loads(self.archive.meta("glosses") or "{}")
        self.misspelt = Misspelt(self.names, self.known, self.is_ordinary)
        self.search = Search(self.archive, self.names)
        self.articles = self.search.articles
        sources = {a.source for a in self.articles.values() if a.lang != "en"}
        self._english_only = any(a.lang == "en" and a.source not in sources for a in self.articles.values())
        self._visible: dict[str, frozenset[int]] = {}
        self._back: dict[str, list[str]] | None = None

    def gloss(self, key: str) -> list[str]:
        """Return the Chinese words for English stem(s)."""
        return self._glosses.get(key, [])

    def gloss_back(self, run: str) -> list[str]:
        """Return English keys for the words a Chinese run is made of, where English articles stand alone."""
        if not self._english_only:
            return []
        if self._back is None:
            self._back = json.loads(self.archive.meta("back_glosses") or "{}")
        out: list[str] = []
        place = 0
        while place < len(run) - 1:
            word = next((run[place : place + n] for n in (4, 3, 2) if run[place : place + n] in self._back), "")
            out += self._back.get(word, [])
            place += max(1, len(word))
        return list(dict.fromkeys(out))

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is an everyday one: in the dictionary, or a term of the lexicon."""
        return (
            typos.is_english(word, self._english)
            or word in self.ordinary
            or word in self._glosses
            or any(t.kind != "entity" for t in self.names.keys.get(word, ()))
        )

    def visible(self, lang: str) -> frozenset[int]:
        """Return the articles to answer from in `lang`: of each source the edition nearest to it."""
        if lang in self._visible:
            return self._visible[lang]
        best: dict[str, tuple[int, int]] = {}
        for key, article in self.articles.items():
            same = article.lang == lang or (article.lang.startswith("zh") and lang.startswith("zh"))
            rank = 0 if article.lang == lang else 1 if same else 2
            if article.source not in best or (rank, key) < best[article.source]:
                best[article.source] = (rank, key)
        self._visible[lang] = frozenset(key for _, key in best.values())
        return self._visible[lang]

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()
