"""An open archive with what is needed to answer from it: names, search, dictionary. Made by `kb.make`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from kb import breakdowns, claims, lazy, listedrows, listings, panels, typos
from kb.articletimes import ArticleTimes
from kb.latest import Latest
from kb.misspelt import Misspelt
from kb.register import ENGLISH, ORDINARY, Register, archive_names
from kb.roles import MeasureRoles
from kb.search import Search
from kb.shelf import Visible
from kb.store import Archive
from kb.tabular import amounts

_KEPT = 1024  # paragraphs whose breakdowns are kept
_PANELS = 64  # articles whose panels are kept
_AHEAD = 1200  # sentences that are read before they are asked for
_LEAST_FIGURES = 2  # of a paragraph that tells parts
_FIGURE = lazy.compile(r"\d[\d.,]*|[一二三四五六七八九十两兩]成|一半")


class Library:
    """An open archive with everything needed to answer from it. Belongs to one thread."""

    def __init__(self, db: str | Path) -> None:
        """Open the archive; raises `kb.errors.ArchiveError` when it is missing, foreign or outdated."""
        self.archive = Archive(db)
        self._register = Register(self.archive)
        self.names = archive_names(self.archive, self._register.entities, self._register)
        self.known = self._register.known
        self.ordinary, self.verbs, self.english = self._register.ordinary, self._register.verbs, self._register.english
        self.spelled = self._register.spelled
        self.misspelt = Misspelt(
            self.names, self.known, self.is_ordinary, self._register.spelled, self._register.prepare
        )
        self.search = Search(self.archive, self.names, self.gloss, self.is_ordinary)
        self.articles = self.search.articles
        self.times = ArticleTimes(self.archive, self.articles, self.search.reading)
        self.mains = self.search.mains
        self._english_only = self.archive.only_in("en")
        self._visible: dict[str, Visible] = {}
        self._latest: dict[str, Latest[Any, Any]] = {}
        self.roles = MeasureRoles.of(list(self.names.measures.values()))
        # Reading a paragraph takes milliseconds, so those last looked at are kept.
        self._breakdowns = lru_cache(_KEPT)(lambda texts: breakdowns.read(texts, self.names, self.roles))
        self.listings = lru_cache(_PANELS)(lambda article: listings.read(self.archive.sentences_of_article(article)))
        self.listed_rows = lru_cache(_PANELS)(lambda article: listedrows.read(self.archive.sentences_of_article(article), self.names, self.roles))
        self.panels = lru_cache(_PANELS)(lambda article: panels.read(self.archive.sentences_of_article(article), self.names, self.roles, self.is_ordinary))

    def gloss(self, key: str) -> list[str]:
        """Return the Chinese words for English stem(s)."""
        return self._register.glosses(key)

    def gloss_back(self, run: str) -> list[str]:
        """Return English keys for the words a Chinese run is made of, where English articles stand alone."""
        if not self._english_only:
            return []
        out: list[str] = []
        place = 0
        while place < len(run) - 1:
            word = next((run[place : place + n] for n in (4, 3, 2) if self._register.glosses(run[place : place + n])), "")
            out += self._register.glosses(word)
            place += max(1, len(word))
        return list(dict.fromkeys(out))

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is an everyday one: in the dictionary, or a term of the lexicon."""
        if word.isascii():
            listed = typos.is_english(word, self._register.english) or bool(self._register.glosses(word))
        else:
            listed = word in self.ordinary
        return listed or any(t.kind != "entity" for t in self.names.keys.get(word))

    def listed(self, words: Collection[str]) -> list[str]:
        """Return which of the words are everyday English."""
        marks = self._register.marks(words)
        return [w for w in words if marks[w] & ENGLISH]

    def everyday(self, words: Collection[str]) -> list[str]:
        """Return which of the folded Chinese words are everyday ones."""
        marks = self._register.marks(words)
        return [w for w in words if marks[w] & ORDINARY]

    def breakdowns(self, texts: tuple[str, ...]) -> Sequence[breakdowns.Breakdown]:
        """Return the parts of wholes that the sentences of a paragraph tell."""
        return self._breakdowns(texts) if len(_FIGURE.findall(" ".join(texts))) >= _LEAST_FIGURES else ()

    def read_ahead(self) -> None:
        """Read the newest articles, a bounded number of sentences, as answering would read them: they are asked about most."""
        self._register.read_ahead()
        newest = sorted(self.archive.newest(_AHEAD), key=lambda s: s.id)
        for paragraph in (list(group) for _, group in groupby(newest, key=lambda s: (s.article_id, s.paragraph))):
            self.breakdowns(tuple(s.text for s in paragraph))
            for sentence in paragraph:
                self.search.read_ahead(sentence.id)
                claims.read(sentence.text)
                amounts(sentence.text)

    def latest(self, what: str, most: int) -> Latest[Any, Any]:
        """Return where is kept what was last read of one sort, `most` of it: for as long as the archive is open, whoever asks."""
        return self._latest.setdefault(what, Latest(most))

    def visible(self, lang: str) -> Visible:
        """Return the articles to answer from in `lang`: of each source the edition nearest to it."""
        return self._visible.setdefault(lang, Visible(self.archive, lang))

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()

