"""`xinwen gaps`: what people asked and the archive could not answer, for its owner."""

from __future__ import annotations

from contextlib import closing

import click

from handlers.commands.common import with_settings
from handlers.commands.desk import open_memory
from handlers.settings import Settings


@click.command()
@with_settings
def gaps(settings: Settings) -> None:
    """List unanswered questions, most frequent first: how often, the question, why."""
    found: list[tuple[str, str, int]] = []
    if settings.state.exists():
        with closing(open_memory(settings)) as memory:
            found = memory.gaps()
    for question, reason, times in found:
        click.echo(f"{times:>4} × {_harmless(question)}  ({_harmless(reason)})")
    if not found:
        click.echo("No question has gone unanswered so far.")


def _harmless(text: str) -> str:
    r"""Return what somebody typed without what a terminal would obey.

    >>> _harmless("\x1b[2Ja\nb")
    ' [2Ja b'
    """
    return "".join(char if char.isprintable() else " " for char in text)
