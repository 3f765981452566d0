"""The `xinwen` command: the composition root, and the one place that reads the environment.

Each sub-command is loaded when it is asked for, so that `xinwen ask` waits for no platform's library.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from handlers.commands.common import told
from handlers.settings import SettingsError

# Objects made before they are swept: the names read at the start all stay, and sweeping them takes a seventh of it.
_YOUNG = 200_000
COMMANDS = {  # name -> module, and what the list of commands says (a test compares it with the command itself)
    "run": ("talk", "Connect every platform whose tokens are set."),
    "chat": ("talk", "Ask and read answers in this terminal."),
    "ask": ("ask", "Answer a question once."),
    "build": ("archive", "Make the archive anew from articles."),
    "add": ("archive", "Add articles to the archive or update them there."),
    "gaps": ("gaps", "List unanswered questions."),
    "disagreements": ("disagreements", "List what articles say differently."),
    "doctor": ("check", "Check versions, archive, state and tokens."),
    "search": ("search", "Find sentences, for measuring the search."),
}


class Commands(click.Group):
    """Loads sub-commands late, and ends with one sentence whatever goes wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a sub-command from its module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"handlers.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the sub-commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in COMMANDS.items()])

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """Read the options of the command itself."""
        gc.set_threshold(_YOUNG)  # here, since a sub-command's module is loaded before the command itself is called
        with told():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the sub-command's options and do it."""
        with told(ctx.command_path):
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="xinwen", message="xinwen %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Answer questions from your own news archive, in Slack, in Telegram and in this terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows "?" instead of failing
    if ctx.obj is None:  # tests bring a mapping of their own
        ctx.obj = environment(Path(".env"))


def environment(dotenv: Path) -> Mapping[str, str]:
    """Return the environment over what the file `dotenv` sets. Raises SettingsError where it cannot be read."""
    if not dotenv.is_file():
        return dict(os.environ)
    from dotenv import dotenv_values  # noqa: PLC0415 - where there is no such file, it need not be waited for

    try:
        read = dotenv_values(dotenv, interpolate=False)  # a "$" in a secret is a "$"
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{dotenv} cannot be read: it must be a text file in UTF-8.") from None
    return {name: value for name, value in read.items() if value is not None} | dict(os.environ)


if __name__ == "__main__":
    main()
