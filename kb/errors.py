"""What can go wrong with an archive. Every message is one sentence that can be shown to people.

    ArchiveError
    ├── ArchiveMissing    there is no file
    ├── ArchiveForeign    the file is empty, damaged, or belongs to another program
    ├── ArchiveOutdated   its schema is older or newer than this program's
    ├── ArchiveBusy       somebody else replaced it while it was being added to
    └── NothingToArchive  none of the offered files holds an article

What is wrong with a single article is no error but a value, `kb.model.Unreadable`: the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Unreadable


class ArchiveError(Exception):
    """Something is wrong with the archive; `str()` is one sentence for people."""


class ArchiveMissing(ArchiveError):
    """There is no file at the path."""


class ArchiveForeign(ArchiveError):
    """The file is no archive: empty, damaged, or another program's."""


class ArchiveOutdated(ArchiveError):
    """The file was made by another version of the program, with another schema."""


class ArchiveBusy(ArchiveError):
    """The archive was replaced by another process between copying and swapping."""


class NothingToArchive(ArchiveError):
    """No article could be read, so an existing archive was left as it was; `unreadable` says why."""

    def __init__(self, message: str, unreadable: Sequence[Unreadable] = ()) -> None:
        super().__init__(message)
        self.unreadable = tuple(unreadable)
