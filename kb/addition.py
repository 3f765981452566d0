"""Adding to an archive in its place: one transaction, so that readers see all of it or nothing.

SQLite's own journal does it. Until the end nothing is written into the file; then readers wait for some
milliseconds, and the pages that change are kept in the journal first. Who is killed in between leaves a journal,
and whoever opens the archive next puts the old pages back (see `kb.store.Archive`). It costs what is added, not
what is there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from kb import header, rows
from kb.errors import ArchiveBusy, ArchiveError
from kb.model import Entity
from kb.writer import Writer, sweep

_PATIENCE = 30.0  # seconds to wait for readers, and for another addition
_KEPT = 200_000  # KB of changed pages held in memory; beyond that they are written early, and readers wait longer


class Addition(Writer):
    """The archive at `path`, being added to. Use it with `with`: leaving without `commit()` changes nothing."""

    def __init__(self, path: str | Path) -> None:
        """Begin; raise `ArchiveError` when there is no archive of this schema, or another process writes to it."""
        self.path = Path(path).resolve()
        header.check(Path(path))
        sweep(self.path)
        self._touched()
        with self._told():
            self._open()

    def commit(self) -> None:
        """Make what was added the archive's; the writer is done then."""
        with self._told():
            if header.inode(self.path) != self._inode:
                raise self._replaced()
            self._note_totals()
            self._db.conn.commit()
            self._db.close()

    def discard(self) -> None:
        """Leave the archive as it was; after `commit()` this does nothing."""
        with suppress(AttributeError, sqlite3.ProgrammingError):  # never opened, or closed
            self._db.conn.rollback()
            self._db.close()

    def _explained(self, error: Exception) -> ArchiveError:
        moved = hasattr(self, "_inode") and header.inode(self.path) != self._inode  # then SQLite takes no more
        return self._replaced() if moved else super()._explained(error)

    def _replaced(self) -> ArchiveBusy:
        return ArchiveBusy(f"{self.path} was replaced by another process meanwhile; try again.")

    def _introduce(self, entities: Sequence[Entity]) -> None:
        for entity in entities:
            known = self.introduced.get(entity.id)
            self.introduced[entity.id] = rows.joined([known, entity])[0] if known else entity

    def _open(self) -> None:
        connection = sqlite3.connect(f"{self.path.as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)
        db = self._db = Database(connection, execute_plugins=False)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA cache_size = -{_KEPT}")
        self._inode = header.inode(self.path)
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise ArchiveBusy(f"Another process is writing to {self.path}; try again when it is done.") from error
            raise
        self._count()
