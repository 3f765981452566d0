"""`xinwen disagreements`: where the archive's articles contradict or revise one another, for its owner."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict

import click

from bot.survey import Disagreement, Survey
from handlers.commands.common import need_archive, with_settings
from handlers.commands.jsonlines import line
from handlers.settings import LANGS, Settings
from kb.library import Library


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
@click.option("--lang", type=click.Choice(LANGS), help="Whose editions and names; else XINWEN_LANG.")
@with_settings
def disagreements(*, as_json: bool, lang: str | None, settings: Settings) -> None:
    """List what articles say differently: the kind, of whom and what, each version with publisher and date."""
    need_archive(settings)
    with closing(Library(settings.db)) as library:
        found = Survey(library, lang or settings.lang).all()
    for one in found:
        click.echo(line(asdict(one)) if as_json else _shown(one), nl=not as_json)
    if not found and not as_json:
        click.echo("The articles do not contradict one another, as far as they were read.")


def _shown(one: Disagreement) -> str:
    versions = (f"  {v.publisher}{f' ({v.published})' if v.published else ''}: {v.said}" for v in one.versions)
    shown = (f"{one.kind}: {one.subject}, {one.about}", *versions)
    return "\n".join("".join(c if c.isprintable() else " " for c in text) for text in shown)
