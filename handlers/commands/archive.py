"""`xinwen build` and `xinwen add`: articles into the archive, with a bar meanwhile and a summary at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from handlers.commands.common import need_archive, seeds, with_settings
from handlers.settings import Settings
from kb import make
from kb.build import Summary
from kb.errors import NothingToArchive
from kb.model import Article, Unreadable

_WIDE = 40  # characters of a title beside the bar
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_PATH)
@with_settings
def build(paths: tuple[Path, ...], settings: Settings) -> None:
    """Make the archive anew from articles: files or folders, else those that come with the program.

    The archive in use is replaced only when the new one is complete.
    """
    try:
        with _bar() as progress:
            summary = make.build(paths or (seeds(),), settings.db, progress)
    except NothingToArchive as error:
        _complain(error.unreadable)
        raise
    _report(summary, settings.db)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=_PATH, required=True)
@with_settings
@click.pass_context
def add(ctx: click.Context, paths: tuple[Path, ...], settings: Settings) -> None:
    """Add articles to the archive or update them there; the same article twice changes nothing."""
    need_archive(settings)
    with _bar() as progress:
        summary = make.add(paths, settings.db, progress)
    changes = {"added": summary.added, "updated": summary.updated, "unchanged": summary.unchanged}
    for what, keys in changes.items():
        for key in keys:
            click.echo(f"{what:<9}  {key}")
    _report(summary, settings.db)
    click.echo(f"{', '.join(f'{len(keys)} {what}' for what, keys in changes.items())}.")
    if not any(changes.values()):
        ctx.exit(2)


@contextmanager
def _bar() -> Iterator[Callable[[int, Article | Unreadable], None] | None]:
    """Show on a terminal how many articles were read; how many there are is known only at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    said = TextColumn("{task.completed:.0f}  {task.description}", markup=False)
    columns = (SpinnerColumn(), BarColumn(20), said)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def show(number: int, item: Article | Unreadable) -> None:
            name = item.title if isinstance(item, Article) else item.origin
            progress.update(task, completed=number, description=name[:_WIDE])

        yield show


def _report(summary: Summary, db: Path) -> None:
    _complain(summary.unreadable)
    held = [
        _counted(summary.articles, "article"),
        f"{_counted(summary.editions, 'edition')} in all",
        _counted(summary.sentences, "sentence"),
        _counted(summary.subjects, "subject"),
        _counted(summary.facts, "fact"),
    ]
    click.echo(f"{db}: {', '.join(held)}.")


def _complain(unreadable: Iterable[Unreadable]) -> None:
    for item in unreadable:
        click.echo(f"Could not be read: {item.origin}: {item.reason}", err=True)


def _counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> _counted(1, "fact"), _counted(1200, "fact")
    ('1 fact', '1,200 facts')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
