"""Articles -> an archive with everything that questions will be read with.

The lexicon, the dictionary entries the texts can meet and the everyday words that are no names go into
the archive, so that questions and sentences are read alike, and opening one is quick.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlite_utils import Database

from kb import build as building
from kb import dictionary, enrol, fingerprint, header, standing, typos, verbs, vocabulary
from kb.articles import read
from kb.aside import aside
from kb.build import Worked
from kb.crew import Crew, Failed, Job
from kb.discovery.elsewhere import Elsewhere, Gathered
from kb.discovery.page import capital_words, listed_words
from kb.extract import Extractor
from kb.kept import kept
from kb.model import Article, Entity
from kb.names import Names
from kb.register import CAPITAL, ENGLISH, LISTED, ORDINARY, VERB, Register, archive_names
from kb.store import Archive
from kb.text import bigrams, fold, stem, words
from kb.writer import Writer

K = TypeVar("K")
_MOST_NAMED = 20_000  # articles whose names are kept from the first reading to the second


def build(
    paths: Iterable[Path], db: Path, progress: building.Progress | None = None, processes: int | None = None
) -> building.Summary:
    """Make the archive `db` anew, in as many `processes` as there are cores. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make(aside if processes != 1 else partial)
    paths = list(paths)
    return building.build(paths, db, make.crew(paths, processes), progress, finish=make.finish)


def add(
    paths: Iterable[Path], db: Path, progress: building.Progress | None = None, processes: int | None = None
) -> building.Summary:
    """Add or update articles in `db`, read with the lexicon that it carries. Raises `kb.errors.ArchiveError` and its kin."""
    with Archive(db) as archive:
        addition = _Addition(archive)
        return building.add(paths, db, addition.crew(processes), progress, finish=addition.finish)


def prepare() -> None:
    """Work out beforehand what every build needs, so that the first is as quick as the next."""
    _words()
    _dictionary_tables()
    _lexicon()


_STEMS = "stems of the dictionary"


class _Make:
    """What making an archive needs besides the articles, and what it leaves in it for reading it.

    What depends on the dictionary alone is worked out by another process while this one reads articles, and what
    the dictionary has for the words of the articles while this one enrols the lexicon.
    """

    def __init__(self, begin: Callable[..., Callable[[], Any]]) -> None:
        """Take what begins work and returns what waits for it."""
        self._begin = begin
        self._everyday, self._dictionary = _everyday(begin), _dictionary(begin)
        self.names, self._lexicon = _lexicon()

    def crew(self, paths: Iterable[Path], processes: int | None = None) -> Crew[Article, Worked]:
        """Return who extracts, with the names that any of the articles introduces."""
        args = (self.names, self._everyday())
        _begin(*args)
        scouts = Crew(_introduced, _size, _begin, args, processes)
        articles = ((_mark(item), item) for item in read(paths) if isinstance(item, Article))
        named: dict[bytes, list[Entity]] = {}
        elsewhere = Gathered(entity for found in _noted(scouts.over(articles), named) for entity in found)
        _readers[0].extractor.elsewhere = elsewhere
        return _Again(named, _begin, (*args, elsewhere), processes)

    def finish(self, writer: Writer, heard: set[str]) -> None:
        """Note in the archive what questions will be read with."""
        db = writer.db
        writer.note(header.PROGRAM, fingerprint.program())
        standing.copied(db, self._dictionary(), "words", "heard")
        enrol.heard(db, heard)
        glosses: Callable[[], dict[str, list[str]]] = self._begin(dictionary.glosses, heard)
        standing.copied(db, self._lexicon, "bearers", "spellings", "meta")
        enrol.found(db, self.names, enrol.Marked(db, ORDINARY))
        meanings = glosses()
        if _english_alone(writer):
            enrol.dictionary(db, self._begin(dictionary.stems)())
            writer.note(_STEMS, "enrolled")
            enrol.heard(db, heard)
            meanings |= self._begin(dictionary.back_glosses, {term for term in heard if term.isascii()})()
        enrol.glosses(db, meanings)


class Everyday(NamedTuple):
    """What of the dictionary articles are read with: its words, those with a capital, and its pairs of characters."""

    listed: frozenset[str]
    capital: frozenset[str]
    pairs: frozenset[str]


@cache
def _everyday(begin: Callable[..., Callable[[], Everyday]]) -> Callable[[], Everyday]:
    """What waits for the words of the dictionary."""
    return cache(begin(_words))


def _words() -> Everyday:
    return kept("everyday", lambda: Everyday(listed_words(), capital_words(), dictionary.pairs()))


@cache
def _dictionary(begin: Callable[..., Callable[[], bytes]]) -> Callable[[], bytes]:
    """What waits for the tables that depend on the dictionary alone; they are the same for each archive."""
    return cache(begin(_dictionary_tables))


def _dictionary_tables() -> bytes:
    return kept("dictionary", lambda: standing.made(_enrol_dictionary))


def _enrol_dictionary(db: Database) -> None:
    enrol.dictionary(db, dictionary.pairs())
    marked = {
        ORDINARY: dictionary.ordinary_words(), ENGLISH: typos.gloss_words(), VERB: verbs.verbs(), LISTED: listed_words(),
        CAPITAL: capital_words(),
    }  # fmt: skip
    enrol.words(db, marked)


@cache
def _lexicon() -> tuple[Names, bytes]:
    """The names and terms of the lexicon, and the tables that depend on it alone; they are the same for each archive."""
    names, tables = kept("lexicon", _enrol_lexicon)
    names.introduce(())
    return names, tables


def _enrol_lexicon() -> tuple[Names, bytes]:
    lexicon = vocabulary.load()
    names = Names(lexicon)
    return names, standing.made(lambda db: enrol.lexicon(db, lexicon.digest(), names))


class _Addition:
    """What adding needs: everything is in the archive already, so that little is read and little is written."""

    def __init__(self, archive: Archive) -> None:
        self._path = archive.path
        self._register = Register(archive)
        self.names = archive_names(archive, archive.lexicon_entities())

    def crew(self, processes: int | None = None) -> Crew[Article, Worked]:
        """Return who extracts."""
        args = (self.names, self._path)
        _begin_adding(*args)
        return Crew(_work, _size, _begin_adding, args, processes)

    def finish(self, writer: Writer, heard: set[str]) -> None:
        """Enrol the names and words that are new."""
        db = writer.db
        new = enrol.heard(db, heard)
        if new:
            enrol.glosses(db, dictionary.glosses(enrol.Heard(db), dictionary.holding(t for t in new if not t.isascii())))
        if _english_alone(writer):
            if not writer.noted(_STEMS):
                enrol.dictionary(db, dictionary.stems())
                writer.note(_STEMS, "enrolled")
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
        self.extractor = extractor
        self._untold = None if pairs is None else set(pairs)
        self._told: set[str] = set()

    def read(self, article: Article) -> Worked:
        extracted = self.extractor(article)
        terms = [self.extractor.terms(sentence, article) for sentence in extracted.sentences]
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


class _Named(NamedTuple):
    """An article with the names that it introduces, where they are known."""

    article: Article
    found: list[Entity] | None


class _Again(Crew[Article, Worked]):
    """Reads articles whose names were found before in some process: finding them is half of reading, so they are handed along."""

    def __init__(self, named: dict[bytes, list[Entity]], begin: Callable[..., None], args: tuple[object, ...], processes: int | None) -> None:
        super().__init__(_work, _size, begin, args, processes)
        self._named = named
        self._readers = Crew(_work_named, _size_named, begin, args, processes)

    def over(self, jobs: Iterable[Job[K, Article]]) -> Iterator[tuple[K, Worked | Failed | None]]:
        """Do what any crew does."""
        return self._readers.over((name, None if article is None else _Named(article, self._named.get(_mark(article)))) for name, article in jobs)


def _noted(found: Iterable[tuple[bytes, list[Entity] | Failed | None]], named: dict[bytes, list[Entity]]) -> Iterator[list[Entity]]:
    """Yield what articles introduce, which is noted in `named`, but of no more articles than memory should hold."""
    for mark, entities in found:
        if isinstance(entities, list):
            if len(named) < _MOST_NAMED:
                named[mark] = entities
            yield entities


def _mark(article: Article) -> bytes:
    """What stands for the words of an article."""
    return hashlib.blake2b(f"{article.title}\n{article.text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


_readers: list[_Reader] = []  # the one of this process


def _begin(names: Names, everyday: Everyday, elsewhere: Elsewhere | None = None) -> None:
    """Get ready to read with the words of the dictionary, and with the names that are introduced `elsewhere`."""
    _readers[:] = [_Reader(Extractor(names, everyday.listed, everyday.capital, elsewhere), everyday.pairs)]


def _begin_adding(names: Names, archive: Path) -> None:
    """Get ready to read with the words of `archive`."""
    register = Register(Archive(archive))
    _readers[:] = [_Reader(Extractor(names, register.marked(LISTED), register.marked(CAPITAL), register))]


def _introduced(article: Article) -> list[Entity]:
    return _readers[0].extractor.introduced(article)


def _work(article: Article) -> Worked:
    return _readers[0].read(article)


def _work_named(named: _Named) -> Worked:
    if named.found is not None:
        _readers[0].extractor.know(named.article, named.found)
    return _work(named.article)


def _size_named(named: _Named) -> int:
    return _size(named.article)


def _size(article: Article) -> int:
    return len(article.text.encode())
