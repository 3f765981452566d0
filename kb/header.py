"""What an archive file looks like from outside: whose it is, which version, which file at a path.

SQLite's own header tells: `application_id` marks the file as ours and `user_version` counts the
migrations in it. Reading needs no more than this; making the tables is `kb.schema`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kb import fingerprint
from kb.errors import ArchiveError, ArchiveForeign, ArchiveMissing, ArchiveOutdated

APPLICATION_ID = 0x58696E77  # "Xinw"
VERSION = 11  # the number of migrations in `kb.schema`
PROGRAM = "program"  # the remark in an archive: `kb.fingerprint.program()` of the program that made it
BUILT_BY_ANOTHER = "The archive was built by another version of this program: `xinwen build` with its articles reads them anew."
_MAGIC = b"SQLite format 3\x00"


def header(path: Path) -> tuple[int, int] | None:
    """Return (application_id, user_version) from a file's first bytes, or None if it is no SQLite file."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(_MAGIC):
        return None
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def check(path: Path) -> None:
    """Raise `ArchiveError` with one sentence for people unless `path` is an archive of this very schema.

    An older one is built anew rather than migrated in place: its texts were read by older rules.
    """
    try:
        head = header(path)
    except FileNotFoundError:
        raise ArchiveMissing(f"There is no archive at {path}.") from None
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}.") from error
    if head is None or head[0] != APPLICATION_ID:
        raise ArchiveForeign(f"{path} is not an archive of this program.")
    if head[1] != VERSION:
        age = "an older" if head[1] < VERSION else "a newer"
        raise ArchiveOutdated(f"{path} was made by {age} version of this program; build it anew from its articles with `xinwen build`.")


def readable(path: Path) -> bool:
    """Whether a file is an archive of this very schema."""
    try:
        check(path)
    except ArchiveError:
        return False
    return True


def outdated(path: Path) -> bool:
    """Whether a file is an archive that an older version of this program made: its texts were read by older rules."""
    head = header(path) if path.is_file() else None
    if head is None or head[0] != APPLICATION_ID or head[1] > VERSION:
        return False
    return head[1] < VERSION or _made_by(path) != fingerprint.program()


def keys_in(path: Path) -> set[str]:
    """Return the keys of the articles in an archive of any schema; raises `ArchiveError` where none can be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return {str(key) for (key,) in db.execute("SELECT key FROM articles")}
    except sqlite3.Error as error:
        raise ArchiveOutdated(f"{path} was made by an older version of this program; build it anew.") from error


def _made_by(path: Path) -> str | None:
    """Which program made an archive of this schema; None for one that does not tell or cannot be read now."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT value FROM meta WHERE key = ?", (PROGRAM,)).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def identity(path: Path) -> tuple[int, int, int] | None:
    """Return what tells one file at `path` from the next one there, or None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def inode(path: Path) -> int | None:
    """Return what stays the same as long as the same file is at `path`, though it be written to; None for none."""
    found = identity(path)
    return found[0] if found else None
