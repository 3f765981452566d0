"""`xinwen search`: the search alone, for measuring it."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import click

from handlers.commands.common import need_archive, whole, with_settings
from handlers.commands.jsonlines import BadLineError, answer_lines
from handlers.settings import Settings
from kb.library import Library

_LIMIT = 10  # sentences, where a line does not say how many
_MOST = 1000


@click.command()
@click.option("--jsonl", is_flag=True, required=True, help='Read {"id", "text", "limit"} a line.')
@with_settings
def search(jsonl: bool, settings: Settings) -> None:
    """Find sentences. Writes {"id", "hits": [{"article", "sentence", "score"}]} a line, best hit first."""
    need_archive(settings)
    with closing(Library(settings.db)) as library:
        answer_lines(lambda item: {"hits": _hits(library, item)})


def _hits(library: Library, item: dict[str, Any]) -> list[dict[str, Any]]:
    text, limit = item.get("text"), item.get("limit", _LIMIT)
    if not isinstance(text, str):
        raise BadLineError('"text" must be a text.')
    if not isinstance(limit, int) or not 0 < limit <= _MOST:
        raise BadLineError(f'"limit" must be a number from 1 to {_MOST}.')
    found = library.search.hits(whole(text), limit)
    return [{"article": article, "sentence": sentence, "score": score} for article, sentence, score in found]
