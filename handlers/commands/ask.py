"""`xinwen ask`: one question, or a conversation a line. Writes nothing but the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Any

import click

from bot.answer import Answer
from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State
from handlers.commands.common import need_archive, whole, with_settings
from handlers.commands.jsonlines import BadLineError, answer_lines, line
from handlers.settings import LANGS, Settings

_SOURCE = ("title", "publisher", "published", "quote")


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Write the answer as one line of JSON.")
@click.option("--jsonl", is_flag=True, help='Read {"id", "turns": [...]} a line, answer the last turn of each.')
@click.option("--explain", is_flag=True, help="Show also what was understood and weighed.")
@click.option("--lang", type=click.Choice(LANGS), help="For questions that do not tell their language.")
@with_settings
@click.pass_context
def ask(
    ctx: click.Context,
    *,
    question: tuple[str, ...],
    as_json: bool,
    jsonl: bool,
    explain: bool,
    lang: str | None,
    settings: Settings,
) -> None:
    """Answer a question once. Exit status: 0 answered, 1 not in the archive, 2 misuse or a broken archive."""
    text = whole(" ".join(question)).strip()
    if bool(text) == jsonl:
        raise click.UsageError("Give either a question or --jsonl", ctx)
    with _opened(settings) as assistant:
        if jsonl:
            answer_lines(lambda item: contract(_converse(assistant, item, lang), explain))
            return
        answer, _ = assistant.reply(text, State(), lang)
    click.echo(line(contract(answer, explain)) if as_json else _printed(answer, explain), nl=not as_json)
    ctx.exit(0 if answer.answered else 1)


def contract(answer: Answer, explain: bool = False) -> dict[str, Any]:
    """Return an answer as the JSON that programs may rely on; `explain` adds "explanation"."""
    shown: dict[str, Any] = {
        "answered": answer.answered,
        "text": plain(answer),
        "lang": answer.lang,
        "kind": answer.kind,
        "sources": [{name: asdict(source)[name] for name in _SOURCE} for source in answer.sources],
        "facts": list(answer.facts),
        "suggestions": list(answer.suggestions),
    }
    return shown | {"explanation": list(answer.explanation)} if explain else shown


@contextmanager
def _opened(settings: Settings) -> Iterator[Assistant]:
    need_archive(settings)
    with closing(Assistant.open(settings.db, settings.lang)) as assistant:
        yield assistant


def _converse(assistant: Assistant, item: dict[str, Any], lang: str | None) -> Answer:
    turns = item.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadLineError('"turns" must be a list of at least one text.')
    state = State()
    for turn in turns:
        answer, state = assistant.reply(whole(turn), state, lang)
    return answer


def _printed(answer: Answer, explain: bool) -> str:
    text = plain(answer, suggestions=True)
    return "\n".join([text, "", *answer.explanation]) if explain else text
