"""Articles -> an archive with everything that questions will be read with.

The lexicon, the dictionary entries the texts can meet and the everyday words that are no names go into
the archive, so that questions and sentences are read alike, and opening one is quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb import build as building
from kb import dictionary, enrol, typos, verbs, vocabulary
from kb.build import Worked
from kb.crew import Crew
from kb.discovery.page import capital_words, listed_words
from kb.extract import Extractor
from kb.model import Article
from kb.names import Names
from kb.register import CAPITAL, ENGLISH, LISTED, ORDINARY, VERB, Register, archive_names
from kb.store import Archive
from kb.text import bigrams, fold, stem, words
from kb.writer import Writer


def build(
    paths: Iterable[Path], db: Path, progress: building.Progress | None = None, processes: int | None = None
) -> building.Summary:
    """Make the archive `db` anew, in as many `processes` as there are cores. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make()
    return building.build(paths, db, make.crew(processes), progress, finish=make.finish)


def add(
    paths: Iterable[Path], db: Path, progress: building.Progress | None = None, processes: int | None = None
) -> building.Summary:
    """Add or update articles in `db`, read with the lexicon that it carries. Raises `kb.errors.ArchiveError` and its kin."""
    with Archive(db) as archive:
        addition = _Addition(archive)
        return building.add(paths, db, addition.crew(processes), progress, finish=addition.finish)


class _Make:
    """What making an archive needs besides the articles, and what it leaves in it for reading it."""

    def __init__(self) -> None:
        self.lexicon = vocabulary.load()
        self.ordinary = dictionary.ordinary_words()
        self.names = Names(self.lexicon)

    def crew(self, processes: int | None = None) -> Crew[Article, Worked]:
        """Return who extracts."""
        _begin(self.names)
        return Crew(_work, _size, _begin, (self.names,), processes)

    def finish(self, writer: Writer, heard: set[str]) -> None:
        """Note in the archive what questions will be read with."""
        db = writer.db
        enrol.dictionary(db, dictionary.pairs())
        enrol.heard(db, heard)
        meanings = dictionary.glosses(heard)
        if _english_alone(writer):
            enrol.dictionary(db, dictionary.stems())
            enrol.heard(db, heard)
            meanings |= dictionary.back_glosses({term for term in heard if term.isascii()})
        enrol.glosses(db, meanings)
        marked = {
            ORDINARY: self.ordinary, ENGLISH: typos.gloss_words(), VERB: verbs.verbs(), LISTED: listed_words(),
            CAPITAL: capital_words(),
        }  # fmt: skip
        enrol.words(db, marked)
        enrol.lexicon(db, self.names)
        enrol.found(db, self.names, self.ordinary)
        writer.note("lexicon", self.lexicon.digest())
        for part, text in self.names.to_json().items():
            writer.note(f"lexicon {part}", text)


class _Addition:
    """What adding needs: everything is in the archive already, so that little is read and little is written."""

    def __init__(self, archive: Archive) -> None:
        self._path = archive.path
        self._register = Register(archive)
        self.names = archive_names(archive, archive.lexicon_entities())

    def crew(self, processes: int | None = None) -> Crew[Article, Worked]:
        """Return who extracts."""
        _begin(self.names, self._path)
        return Crew(_work, _size, _begin, (self.names, self._path), processes)

    def finish(self, writer: Writer, heard: set[str]) -> None:
        """Enrol the names and words that are new."""
        db = writer.db
        new = enrol.heard(db, heard)
        if new:
            enrol.glosses(db, dictionary.glosses(enrol.Heard(db), dictionary.holding(t for t in new if not t.isascii())))
        if _english_alone(writer):
            enrol.dictionary(db, dictionary.stems())
            stems = {t for t in heard if t.isascii()}
            if enrol.heard(db, stems):
                enrol.glosses(db, dictionary.back_glosses(stems))
        enrol.renew(db, self.names, self._register.ordinary, writer.introduced, writer.withdrawn)


def _english_alone(writer: Writer) -> bool:
    """Whether an English article has no Chinese edition: only then Chinese questions are put into English words."""
    sql = (
        "SELECT 1 FROM articles WHERE lang = 'en' AND NOT EXISTS"
        " (SELECT 1 FROM articles other WHERE other.source = articles.source AND other.lang <> 'en') LIMIT 1"
    )
    return bool(writer.db.execute(sql).fetchone())


class _Reader:
    """Reads articles in one process, and remembers what it told of already."""

    def __init__(self, extractor: Extractor, pairs: frozenset[str] | None = None) -> None:
        """Take who extracts, and the pairs of characters worth telling of; all when not given."""
        self._extractor = extractor
        self._untold = None if pairs is None else set(pairs)
        self._told: set[str] = set()

    def read(self, article: Article) -> Worked:
        extracted = self._extractor(article)
        terms = [self._extractor.terms(sentence, article) for sentence in extracted.sentences]
        return Worked(extracted, terms, self._heard(article))

    def _heard(self, article: Article) -> frozenset[str]:
        """The pairs of characters of an article, and the stems of an English one, that were not told yet."""
        folded = fold(article.text)
        if self._untold is None:
            new = set(bigrams(folded)) - self._told
            self._told |= new
        else:
            new = self._untold.intersection(bigrams(folded))
            self._untold -= new
        if article.lang == "en":
            stems = {stem(w) for _, _, w in words(folded) if w.isalpha()} - self._told
            self._told |= stems
            new |= stems
        return frozenset(new)


_readers: list[_Reader] = []  # the one of this process


def _begin(names: Names, archive: Path | None = None) -> None:
    """Get ready to read, with the words of `archive`, else with those of the dictionary."""
    if archive is None:
        reader = _Reader(Extractor(names), dictionary.pairs())
    else:
        register = Register(Archive(archive))
        reader = _Reader(Extractor(names, register.marked(LISTED), register.marked(CAPITAL)))
    _readers[:] = [reader]


def _work(article: Article) -> Worked:
    return _readers[0].read(article)


def _size(article: Article) -> int:
    return len(article.text.encode())
