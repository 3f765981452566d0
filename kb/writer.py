"""Writing an archive anew. Readers never see a half-made one. Adding to one is `kb.addition`.

Everything is written into a new file beside the old one, which takes its place in one step when it
is complete, checked and on the disk. A build that is killed at any moment leaves the old file
answering, and a leftover that the next build removes.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlite_utils import Database

from kb import header, rows, schema
from kb.errors import ArchiveError, ArchiveForeign
from kb.model import Entity, Extracted
from kb.terms import concept_character, concepts_in, shown
from kb.text import fold
from kb.windows import FREQUENT, windows

Outcome = Literal["added", "updated", "unchanged"]
_GATHERED = 32 << 20
_STALE = 24 * 3600.0  # a leftover this old is dead, even if its process number lives again


class Writer:
    """A new archive on its way to `path`. Use it with `with`: leaving without `commit()` drops it."""

    def __init__(self, path: str | Path) -> None:
        """Start an empty archive; raise `ArchiveError` when `path` is no place for one."""
        self._start(Path(path))
        with self._told():
            self._open()

    def has(self, key: str, digest: str) -> bool:
        """Tell whether putting this content under `key` would change nothing.

        So it is when it stands there, or when `key` is new and the same content has another key.
        """
        kept = self._db.execute("SELECT digest_hash FROM articles WHERE key = ?", (key,)).fetchone()
        if kept:
            return bool(kept[0] == digest)
        return bool(self._db.execute("SELECT 1 FROM articles WHERE digest_hash = ?", (digest,)).fetchone())

    def put(self, extracted: Extracted, terms: Sequence[str], digest: str) -> Outcome:
        """Put an article in, in place of the one of the same key with all that hangs on it.

        `terms[i]` are the tokens to find sentence i by, separated by spaces. `digest` stands for the
        article's content: a digest that is here already changes nothing. Raises `ValueError` when
        there are not as many `terms` as sentences.
        """
        if len(terms) != len(extracted.sentences):
            raise ValueError(f"{len(extracted.sentences)} sentences, but {len(terms)} strings of terms")
        if self.has(extracted.article.key, digest):
            return "unchanged"
        with self._told():
            old = self._remove(extracted.article.key)
            self._insert(extracted, terms, digest, old)
        return "added" if old is None else "updated"

    @property
    def db(self) -> Database:
        """The archive being written, for what `kb.enrol` keeps in it."""
        return self._db

    def note(self, key: str, value: str) -> None:
        """Keep a remark about the archive itself, such as the program's version."""
        self._db.table("meta").upsert({"key": key, "value": value}, pk="key")

    def noted(self, key: str) -> str | None:
        """Return what `note` kept under `key`, now or in the archive this is a copy of."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def commit(self) -> None:
        """Complete the archive, check it, and put it in the old one's place; the writer is done then."""
        with self._told():
            self._note_totals()
            self._db.execute("INSERT INTO passage_terms (passage_terms) VALUES ('optimize')")
            self._note_frequencies()
            self._db.commit()
            self._verify()
            self._db.close()
            _sync(self._new)
            if self.path.exists():
                shutil.copymode(self.path, self._new)
            self._new.replace(self.path)
            _sync(self.path.parent)

    def discard(self) -> None:
        """Drop what was written; after `commit()` this does nothing."""
        with suppress(AttributeError):  # never opened
            self._db.close()
        _remove(self._new)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _start(self, path: Path) -> None:
        self.path = path.resolve()  # a link stays a link: what it points to is replaced
        self._new = self.path.with_name(f"{self.path.name}.new-{os.getpid()}")
        self._touched()
        _refuse_foreign(self.path)
        sweep(self.path)

    def _open(self) -> None:
        db = Database(sqlite3.connect(self._new), execute_plugins=False)
        self._db = db
        # Nothing here has to survive a crash before `commit`, which brings it to the disk itself.
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA synchronous = OFF")
        schema.prepare(db)
        # Terms are gathered in memory for as long as this, in bytes: the index is merged the less often.
        db.execute("INSERT INTO passage_terms (passage_terms, rank) VALUES ('hashsize', ?)", (_GATHERED,))
        self._count()
        db.begin()

    def _touched(self) -> None:
        """Begin to remember whose names change: the entities of articles put in, and the ids of those taken out."""
        self.introduced: dict[str, Entity] = {}
        self.withdrawn: set[str] = set()

    def _count(self) -> None:
        self._next = {name: self._last_id(name) + 1 for name in ("articles", "sentences", "facts")}
        # The search index still holds passages that are gone: an id must never come to mean another one.
        self._next["sentences"] = max(self._next["sentences"], int(self.noted("next sentence") or 0))
        self._totals = dict.fromkeys(rows.TOTALS, 0) | json.loads(self.noted("totals") or "{}")
        tokens = self._db.execute("SELECT id, token FROM tokens")
        self._tokens: dict[str, str] = {token: concept_character(number) for number, token in tokens}

    def _note_totals(self) -> None:
        self.note("totals", json.dumps(self._totals))
        self.note("next sentence", str(self._next["sentences"]))

    def _note_frequencies(self) -> None:
        self._db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, passage_terms, row)")
        self._db.execute("INSERT INTO frequencies SELECT term, doc FROM temp.vocabulary WHERE doc > ?", (FREQUENT,))
        self._db.execute("DROP TABLE temp.vocabulary")
        self.note("passages at first", str(self._totals["passages"]))

    def _last_id(self, table: str) -> int:
        return int(self._db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    def _take(self, table: str, number: int) -> range:
        first = self._next[table]
        self._next[table] = first + number
        return range(first, first + number)

    def _remove(self, key: str) -> int | None:
        row = self._db.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        self.withdrawn.update(i for (i,) in self._db.execute("SELECT id FROM entities WHERE article_id = ?", row))
        # `topics` has no index by sentence, and so no foreign key: its rows are found by what the sentences tell.
        self._db.execute(
            "DELETE FROM topics WHERE (entity, sentence_id) IN"
            " (SELECT t.value, s.id FROM sentences s, json_each(s.topics) t WHERE s.article_id = ?1 UNION"
            " SELECT m.entity, s.id FROM sentences s JOIN mentions m ON m.sentence_id = s.id WHERE s.article_id = ?1)",
            row,
        )
        self._tally(row[0], -1)
        self._db.execute("DELETE FROM articles WHERE id = ?", row)  # the rest hangs on it and goes too
        return int(row[0])

    def _tally(self, article_id: int, sign: int) -> None:
        """Add an article to the totals, or take it off: nobody should have to count a large archive."""
        sql = (
            "SELECT 1 AS articles, count(*) AS sentences, coalesce(sum(length(text)), 0) AS characters,"
            " (SELECT count(*) FROM passages WHERE article_id = ?1) AS passages,"
            " (SELECT count(*) FROM facts WHERE article_id = ?1) AS facts,"
            " (SELECT count(*) = 1 FROM articles a JOIN articles b ON b.source = a.source WHERE a.id = ?1) AS sources"
            " FROM sentences WHERE article_id = ?1"
        )
        found = self._db.execute(sql, (article_id,))
        for (name, *_), number in zip(found.description, found.fetchone(), strict=True):
            self._totals[name] += sign * number

    def _insert(self, extracted: Extracted, terms: Sequence[str], digest: str, old: int | None) -> None:
        article_id = self._take("articles", 1)[0] if old is None else old
        sentences, facts = extracted.sentences, extracted.facts
        ids = self._take("sentences", len(sentences))
        at = {sentence.n: sentence_id for sentence_id, sentence in zip(ids, sentences, strict=True)}
        self._fill("articles", [{"id": article_id, **rows.article_row(extracted.article, digest)}])
        self._fill(
            "sentences",
            [
                {**rows.sentence_row(i, article_id, s), "concepts": self._concepts(t)}
                for i, s, t in zip(ids, sentences, terms, strict=True)
            ],
        )
        self._fill("mentions", [row for s in sentences for row in rows.mention_rows(at[s.n], s)])
        self._fill("topics", [row for s in sentences for row in rows.topic_rows(at[s.n], s)])
        self._fill(
            "facts",
            [
                {"id": i, "sentence_id": at[fact.sentence], "article_id": article_id, **rows.fact_row(fact)}
                for i, fact in zip(self._take("facts", len(facts)), facts, strict=True)
            ],
        )
        self._fill("steps", [rows.step_row(at[step.sentence], step) for step in extracted.steps])
        self._fill("entities", rows.entity_rows(article_id, extracted))
        self._introduce(extracted.entities)
        titled = shown(fold(extracted.article.title))  # what the title says, each passage may leave out
        for window in windows([len(s.text) for s in sentences]):
            tokens = dict.fromkeys([*titled, *(t for n in window for t in terms[n].split())])
            first, last = ids[window[0]], ids[window[-1]]
            self._db.execute("INSERT INTO passages (id, last, article_id) VALUES (?, ?, ?)", (first, last, article_id))
            self._db.execute("INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)", (first, " ".join(tokens)))
        self._tally(article_id, 1)

    def _concepts(self, terms: str) -> str:
        """Return those of a sentence's terms that its text does not show, one character each."""
        return "".join(map(self._character, concepts_in(terms)))

    def _character(self, token: str) -> str:
        if token not in self._tokens:
            number = self._db.execute("INSERT INTO tokens (token) VALUES (?)", (token,)).lastrowid
            self._tokens[token] = concept_character(int(number or 0))
        return self._tokens[token]

    def _introduce(self, entities: Sequence[Entity]) -> None:
        """Remember whom an article introduces; a new archive enrols everybody at its end instead."""

    def _fill(self, table: str, records: list[dict[str, Any]]) -> None:
        if records:  # by ourselves: sqlite-utils looks at every value, which takes longer than storing them
            columns = ", ".join(f'"{column}"' for column in records[0])
            places = ", ".join("?" * len(records[0]))
            sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"
            self._db.conn.executemany(sql, [tuple(record.values()) for record in records])

    def _verify(self) -> None:
        problems = self._db.execute("PRAGMA main.quick_check(1)").fetchone()[0]
        if problems != "ok" or self._db.execute("PRAGMA main.foreign_key_check").fetchone():
            raise ArchiveError(f"The new archive for {self.path} did not pass its check and was dropped.")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Drop the new file on any error, and tell what the disk or SQLite complains about as our own."""
        try:
            yield
        except BaseException as error:
            self.discard()
            if isinstance(error, sqlite3.DatabaseError | OSError):
                raise self._explained(error) from error
            raise

    def _explained(self, error: Exception) -> ArchiveError:
        return ArchiveError(f"{self.path} cannot be written: {error}.")


def _refuse_foreign(path: Path) -> None:
    """Keep a mistyped path from replacing somebody's file: only nothing, an empty file or ours may go."""
    try:
        head = header.header(path)
        empty = path.stat().st_size == 0
    except FileNotFoundError:
        return
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}.") from error
    if not empty and (head is None or head[0] != header.APPLICATION_ID):
        raise ArchiveForeign(f"{path} is not an archive of this program and was left as it is.")


def sweep(path: Path) -> None:
    """Remove what builds that were killed left beside `path`; those still running are left alone."""
    for leftover in path.parent.glob(f"{path.name}.new-*"):
        number = leftover.name.rpartition("-")[2]
        with suppress(OSError):
            if number.isdigit() and (not _alive(int(number)) or time.time() - leftover.stat().st_mtime > _STALE):
                _remove(leftover)


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    if os.name == "nt":  # there, signal 0 is not a question; a file in use cannot be removed anyway
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _sync(path: Path) -> None:
    """Bring a file or a folder to the disk; where folders cannot be opened, the rename must do."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    for suffix in ("", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
