"""The desk over the archive and the state that the settings name."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.assistant import Assistant
from handlers.commands.common import need_archive
from handlers.desk import Desk
from handlers.memory import Memory
from handlers.settings import Settings, SettingsError
from kb.header import BUILT_BY_ANOTHER, outdated

log = logging.getLogger(__name__)


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """Open archive and state until the block ends. Raises ArchiveError or SettingsError."""
    need_archive(settings)
    if outdated(settings.db):
        log.warning(BUILT_BY_ANOTHER)
    desk = Desk(lambda: Assistant.open(settings.db, settings.lang), lambda: open_memory(settings))
    try:
        yield desk
    finally:
        desk.close()


def open_memory(settings: Settings) -> Memory:
    """Open the state file; raise SettingsError where it cannot be used."""
    try:
        return Memory(settings.state)
    except sqlite3.Error as error:
        raise SettingsError(f"XINWEN_STATE: {settings.state} cannot be used ({error}).") from error
