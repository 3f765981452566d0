"""What is well and what is to mend, a line each. Changes nothing, and leaves mending to people."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from handlers.memory import Memory
from handlers.run import half_set
from handlers.settings import Settings
from handlers.slack.check import check as check_slack
from handlers.telegram.doctor import check as check_telegram
from kb.errors import ArchiveError, ArchiveMissing
from kb.header import BUILT_BY_ANOTHER, outdated
from kb.store import Archive

OK, NOTE, MEND = "ok", "note", "to mend"
_NEEDED = (3, 11)

# How the platforms' checks begin what is well, and what is only worth knowing; the rest is to mend.
_WELL = ("Telegram: the token works", "Slack: the token works", "Socket Mode works", "Privacy mode is off")
_KNOW = ("Privacy mode is on", "Messages waiting", "The app has scopes it does not need")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    mark: str  # OK, NOTE or MEND
    text: str


async def examine(settings: Settings) -> list[Finding]:
    """Return the findings; asks Telegram and Slack where tokens are set."""
    found = [*_python(), *_archive(settings), *_state(settings)]
    found += [Finding(MEND, sentence) for sentence in half_set(settings)]
    if settings.telegram_token:
        found += _marked(await check_telegram(settings.telegram_token, settings.telegram_api_url))
    else:
        found.append(Finding(NOTE, "Telegram: TELEGRAM_BOT_TOKEN is not set, so it is left out."))
    if settings.slack_bot_token:
        tokens = settings.slack_bot_token, settings.slack_app_token
        found += _marked(await check_slack(*tokens, settings.slack_api_url))
    elif not half_set(settings):
        found.append(Finding(NOTE, "Slack: SLACK_BOT_TOKEN is not set, so it is left out."))
    return found


def _python() -> Iterator[Finding]:
    mark = OK if sys.version_info >= _NEEDED else MEND
    python = f"Python {platform.python_version()} (3.11 or newer is needed)"
    yield Finding(mark, f"{python}, SQLite {sqlite3.sqlite_version}.")
    there, absent = [], []
    for name in _libraries():
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            absent.append(name)
    if absent:
        yield Finding(MEND, f"Libraries are missing: {', '.join(absent)}. `make run` sets them up.")
    yield Finding(OK, f"Libraries: {', '.join(there)}.")


def _libraries() -> list[str]:
    """Return the names of the libraries that the installed program asks for, without its extras."""
    try:
        asked = requires("xinwen") or []
    except PackageNotFoundError:  # run from the folder, not installed
        return []
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in asked if "extra ==" not in line]


def _archive(settings: Settings) -> Iterator[Finding]:
    try:
        with Archive(settings.db) as archive:
            held = archive.counts()
        older = outdated(settings.db)
    except ArchiveMissing as error:
        yield Finding(MEND, f"{error} `xinwen build` makes it from the articles that come with the program.")
    except ArchiveError as error:
        yield Finding(MEND, str(error))
    else:
        holds = f"articles {held.articles}, sentences {held.sentences}, facts {held.facts}"
        yield Finding(OK, f"Archive {settings.db}: {holds}.")
        if older:
            yield Finding(MEND, BUILT_BY_ANOTHER)


def _state(settings: Settings) -> Iterator[Finding]:
    folder = settings.state.absolute().parent
    if not settings.state.exists():
        if os.access(folder, os.W_OK):
            yield Finding(OK, f"State file {settings.state}: not there yet, and can be made.")
        else:
            yield Finding(MEND, f"State file {settings.state}: {folder} is no folder that can be written to.")
        return
    try:
        with closing(Memory(settings.state)) as memory:
            memory.forget("doctor")  # nobody's conversation: the smallest thing that writes
    except sqlite3.Error as error:
        yield Finding(MEND, f"State file {settings.state} cannot be written ({error}): see XINWEN_STATE.")
    else:
        yield Finding(OK, f"State file {settings.state}: can be written.")


def _marked(sentences: Iterable[str]) -> list[Finding]:
    return [Finding(_mark(sentence), sentence) for sentence in sentences]


def _mark(sentence: str) -> str:
    if sentence.startswith(_WELL):
        return OK
    return NOTE if sentence.startswith(_KNOW) else MEND
