"""The archive put together: built with the lexicon, and opened with its names, search and dictionary.

An archive carries what it was built with (the lexicon, the dictionary entries its texts can meet, the
everyday words that are no names), so that questions and sentences are read alike and opening is quick.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kb import build as building
from kb import dictionary, vocabulary
from kb.extract import Extractor
from kb.misspelt import Misspelt
from kb.model import Article, Sentence
from kb.names import Names
from kb.search import Search
from kb.store import Archive, Writer
from kb.text import bigrams, fold
from kb.vocabulary import Lexicon


def build(paths: Iterable[Path], db: Path, progress: building.Progress | None = None) -> building.Summary:
    """Make the archive `db` anew. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make()
    return building.build(paths, db, make.extractor, make.terms, progress, finish=make.finish)


def add(paths: Iterable[Path], db: Path, progress: building.Progress | None = None) -> building.Summary:
    """Add or update articles in `db`. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make()
    return building.add(paths, db, make.extractor, make.terms, progress, finish=make.finish)


class _Make:
    """What building needs besides the articles, and what it leaves in the archive for reading it."""

    def __init__(self) -> None:
        self.lexicon = vocabulary.load()
        self.ordinary = dictionary.ordinary_words()
        self.extractor = Extractor(Names(self.lexicon, ordinary=self.ordinary))
        self._pairs: set[str] = set()

    def terms(self, sentence: Sentence, article: Article) -> str:
        """Return the search terms of a sentence, and remember which pairs of characters occur."""
        self._pairs.update(bigrams(fold(sentence.text)))
        return self.extractor.terms(sentence, article)

    def finish(self, writer: Writer) -> None:
        """Note in the archive what questions will be read with."""
        known: dict[str, list[str]] = json.loads(writer.noted("glosses") or "{}")
        for key, choices in dictionary.glosses(frozenset(self._pairs)).items():
            known[key] = list(dict.fromkeys([*known.get(key, ()), *choices]))
        writer.note("glosses", json.dumps(known, ensure_ascii=False))
        writer.note("lexicon", self.lexicon.to_json())
        writer.note("ordinary", " ".join(sorted(self.ordinary)))


class Library:
    """An open archive with everything needed to answer from it. Belongs to one thread."""

    def __init__(self, db: str | Path) -> None:
        """Open the archive; raises `kb.errors.ArchiveError` when it is missing, foreign or outdated."""
        self.archive = Archive(db)
        lexicon = Lexicon.from_json(self.archive.meta("lexicon") or "{}")
        found = self.archive.entities()
        self.known = frozenset(e.id for e in found)
        known_ids = {e.id for e in lexicon.entities}
        self.ordinary = frozenset((self.archive.meta("ordinary") or "").split())
        self.names = Names(lexicon, [e for e in found if e.id not in known_ids], self.ordinary)
        self._glosses: dict[str, list[str]] = json.loads(self.archive.meta("glosses") or "{}")
        self.misspelt = Misspelt(self.names, self.known, self.is_ordinary)
        self.search = Search(self.archive, self.names)
        self.articles = self.archive.articles()

    def gloss(self, key: str) -> list[str]:
        """Return the Chinese words for English stem(s)."""
        return self._glosses.get(key, [])

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is an everyday one: in the dictionary, or a term of the lexicon."""
        return word in self.ordinary or word in self._glosses or any(
            t.kind != "entity" for t in self.names.keys.get(word, ())
        )

    def visible(self, lang: str) -> frozenset[int]:
        """Return the articles to answer from in `lang`: of each source the edition nearest to it."""
        best: dict[str, tuple[int, int]] = {}
        for key, article in self.articles.items():
            same = article.lang == lang or (article.lang.startswith("zh") and lang.startswith("zh"))
            rank = 0 if article.lang == lang else 1 if same else 2
            if article.source not in best or (rank, key) < best[article.source]:
                best[article.source] = (rank, key)
        return frozenset(key for _, key in best.values())

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()
