"""Articles → archive: `build` makes it anew, `add` brings it up to date. Both say what they found.

What a text tells is somebody else's to find (`crew`), and so is what it is searched by; this only decides what goes in, once, and under which key.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kb.addition import Addition
from kb.articles import key_of, read
from kb.crew import Crew, Failed
from kb.errors import NothingToArchive
from kb.model import Article, Extracted, Unreadable
from kb.store import Archive, Counts
from kb.writer import Outcome, Writer

log = logging.getLogger(__name__)

Progress = Callable[[int, Article | Unreadable], None]  # how many were read so far, and the last one
Finish = Callable[[Writer, set[str]], None]  # keeps what is about the archive as a whole, and what was heard


@dataclass(frozen=True, slots=True)
class Worked:
    """What is put in for an article: `terms` of each sentence, and what was `heard` for the first time perhaps."""

    extracted: Extracted
    terms: list[str]
    heard: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build or an addition did, and what the archive holds now.

    `added`, `updated` and `unchanged` are keys of articles; a copy of an article that is in the
    archive under another key is `unchanged`. `articles` counts all editions of an article as one.
    """

    articles: int
    editions: int
    sentences: int
    subjects: int
    facts: int
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def build(
    paths: Iterable[Path],
    db: Path,
    crew: Crew[Article, Worked],
    progress: Progress | None = None,
    *,
    finish: Finish | None = None,
) -> Summary:
    """Make the archive `db` anew from files and folders, and put it in the old one's place when complete.

    `crew` does the extracting; `finish` is called once, after the last article; what it notes is swapped in with the rest.
    Raises `NothingToArchive` when no article can be read, and `ArchiveError` when `db` cannot be
    written or is some other program's file; an archive that stood there answers as before.
    """
    with Writer(db) as writer:
        done = _Pass(writer, crew, progress)
        done.over(paths)
        if not done.outcomes["added"]:
            raise NothingToArchive(f"No article could be read, so {db} was left as it is.", done.unreadable)
        if finish:
            finish(writer, done.heard)
        writer.commit()
    return done.summary(db)


def add(
    paths: Iterable[Path],
    db: Path,
    crew: Crew[Article, Worked],
    progress: Progress | None = None,
    *,
    finish: Finish | None = None,
) -> Summary:
    """Add articles to the archive `db`, or put new versions in place of those of the same key.

    Articles that are there already change nothing, not even the file; then `finish` is not called
    either. Raises `ArchiveError` when there is no archive of this schema or it cannot be written.
    """
    with Addition(db) as writer:
        done = _Pass(writer, crew, progress)
        done.over(paths)
        if done.outcomes["added"] or done.outcomes["updated"]:
            if finish:
                finish(writer, done.heard)
            writer.commit()
    return done.summary(db)


def digest_of(article: Article) -> str:
    """Return what stands for an article's content: equal for copies of a file, wherever they lie.

    An `id` given in JSON lines is part of the content: two lines with the same text are two articles.
    """
    given_id = article.key if not article.key.startswith(key_of(Path(article.origin))) else ""
    edition_of = article.source.rpartition("/")[2] if article.source != article.key else ""
    content = [
        given_id,
        edition_of,
        article.title,
        article.text,
        article.publisher,
        article.published,
        article.lang,
        article.url,
        article.tags,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


@dataclass
class _Pass:
    """One pass over what was offered."""

    writer: Writer
    crew: Crew[Article, Worked]
    progress: Progress | None
    heard: set[str] = field(default_factory=set)
    outcomes: dict[str, list[str]] = field(default_factory=lambda: {"added": [], "updated": [], "unchanged": []})
    unreadable: list[Unreadable] = field(default_factory=list)
    offered: dict[str, str] = field(default_factory=dict)

    def over(self, paths: Iterable[Path]) -> None:
        for (number, item, digest), worked in self.crew.over(map(self._job, enumerate(read(paths), 1))):
            problem = item if isinstance(item, Unreadable) else self._put(item, digest, worked)
            if problem:
                self.unreadable.append(problem)
            if self.progress:
                self.progress(number, item)

    def _job(self, read: tuple[int, Article | Unreadable]) -> tuple[tuple[int, Article | Unreadable, str], Article | None]:
        """What was read with its digest, and what there is to do: nothing where the archive has it already."""
        number, item = read
        if isinstance(item, Unreadable):
            return (number, item, ""), None
        digest = digest_of(item)
        other = self.offered.setdefault(item.key, digest) != digest
        return (number, item, digest), None if other or self.writer.has(item.key, digest) else item

    def summary(self, db: Path) -> Summary:
        with Archive(db) as archive:
            counts: Counts = archive.counts()
        return Summary(
            articles=counts.articles,
            editions=counts.editions,
            sentences=counts.sentences,
            subjects=counts.subjects,
            facts=counts.facts,
            **{name: tuple(keys) for name, keys in self.outcomes.items()},
            unreadable=tuple(self.unreadable),
        )

    def _put(self, article: Article, digest: str, worked: Worked | Failed | None) -> Unreadable | None:
        if self.offered[article.key] != digest:
            return Unreadable(article.origin, f'Another article that was offered has the key "{article.key}".')
        if isinstance(worked, Failed):
            log.error("extraction failed for %s\n%s", article.origin, worked.trace)
            return Unreadable(article.origin, f'Reading "{article.title}" failed; the log says where.')
        outcome: Outcome = "unchanged"
        if worked:
            outcome = self.writer.put(worked.extracted, worked.terms, digest)
            self.heard |= worked.heard
        self.outcomes[outcome].append(article.key)
        return None

