"""`xinwen chat` and `xinwen run`: the conversation in a terminal, and the platforms."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import click

from handlers import run as running
from handlers import terminal
from handlers.commands.common import Sentence, with_settings
from handlers.commands.desk import open_desk
from handlers.commands.logs import configure
from handlers.settings import Settings

_NO_TOKENS = "No token is set, so there is no platform to connect; .env.example lists what to put into .env."


@click.command()
@with_settings
@click.pass_obj
def chat(env: dict[str, str], settings: Settings) -> None:
    """Ask and read answers in this terminal; questions from a pipe are answered line by line."""
    _chat(env, settings)


@click.command()
@with_settings
@click.pass_context
def run(ctx: click.Context, settings: Settings) -> None:
    """Connect every platform whose tokens are set; with none, tell how to set them and open the chat."""
    if running.platforms(settings):
        configure(settings, level=settings.log_level)  # here the log is what tells how it goes
        with open_desk(settings) as desk:
            ctx.exit(asyncio.run(running.serve_all(settings, desk)))
    if not sys.stdin.isatty():
        raise Sentence(_NO_TOKENS)
    for told in (*running.half_set(settings), *running.HOW_TO_CONNECT):
        click.echo(told)
    _chat(ctx.obj, settings)


def _chat(env: dict[str, Any], settings: Settings) -> None:
    with open_desk(settings) as desk:
        try:
            asyncio.run(terminal.chat(desk, settings.lang, history_file(env)))
        except KeyboardInterrupt:  # Ctrl-C while an answer was in work
            click.echo()


def history_file(env: dict[str, str]) -> Path:
    """Return where a terminal keeps what was typed, by the XDG Base Directory Specification.

    >>> history_file({"XDG_STATE_HOME": "/s"}).as_posix()
    '/s/xinwen/history'
    """
    base = env.get("XDG_STATE_HOME", "")
    home = Path(base) if Path(base).is_absolute() else Path("~/.local/state").expanduser()
    return home / "xinwen" / "history"
