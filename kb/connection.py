"""An open archive's connection: opened read-only, held still while one question is answered, watched for changes.

A build replaces the whole file, so an open archive goes on answering from the old one; an addition changes the
file itself. `changed()` tells of either, and that it is time to open it again; `held()` keeps additions away.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kb import header
from kb.errors import ArchiveBusy, ArchiveError, ArchiveForeign

_PATIENCE = 30.0  # seconds; an addition that is being brought to the disk takes some milliseconds
_CACHED = 32_000  # KB of the file's pages that are kept in memory


class Connection:
    """A read-only connection of one thread."""

    def __init__(self, path: str | Path) -> None:
        """Open the file; raise `ArchiveError` when it is missing, no archive, or of another schema."""
        self.path = Path(path)
        self._stamp = header.identity(self.path)  # before opening: a swap in between is noticed, not missed
        header.check(self.path)
        # An addition that was killed is undone by whoever reads next, which takes the right to write.
        mode = "rw" if os.access(self.path, os.W_OK) else "ro"
        self._db = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE)
        self._db.execute("PRAGMA query_only = ON")
        self._all("SELECT count(*) FROM sqlite_master")
        self._all(f"PRAGMA cache_size = -{_CACHED}")
        self._version = self._data_version()

    def _data_version(self) -> int:
        return int(self._all("PRAGMA data_version")[0][0])

    @contextmanager
    def held(self) -> Iterator[None]:
        """Read the same contents inside: an addition waits until they are read. For a moment only."""
        self._db.execute("BEGIN")
        try:
            self._all("SELECT count(*) FROM sqlite_master")
            yield
        finally:
            self._db.rollback()

    def changed(self) -> bool:
        """Tell whether the file at the path is another one now, or was added to. A missing file is no change."""
        now = header.identity(self.path)
        return now is not None and (now != self._stamp or self._data_version() != self._version)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise ArchiveBusy(f"{self.path} is being written to; try again.") from error
            raise self._damaged() from error

    def _damaged(self) -> ArchiveError:
        return ArchiveForeign(f"{self.path} is damaged; build it anew.")
