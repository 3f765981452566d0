"""Small archives for tests, made of a few sentences each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.answer import Answer
from bot.assistant import Assistant
from bot.state import State
from kb import make
from kb.library import Library


def written(folder: Path, *articles: tuple[str, str, str]) -> Path:
    """Make an archive of articles given as (publisher, date or "", text) and return its path."""
    for n, (publisher, published, text) in enumerate(articles):
        dated = f"published: {published}\n" if published else ""
        head = f'---\ntitle: "{publisher} {n}"\npublisher: {publisher}\n{dated}---\n\n'
        (folder / f"{n:02}.md").write_text(head + text + "\n", encoding="utf-8")
    path = folder / "archive.db"
    make.build(sorted(folder.glob("*.md")), path)
    return path


@contextmanager
def asking(folder: Path, *articles: tuple[str, str, str]) -> Iterator[Assistant]:
    """Open an assistant over `written` articles."""
    with closing(Assistant.open(written(folder, *articles))) as assistant:
        yield assistant


def library(folder: Path, *articles: tuple[str, str, str]) -> Library:
    """Open the library over `written` articles; the caller closes it."""
    return Library(written(folder, *articles))


def reply(assistant: Assistant, text: str) -> Answer:
    """Return the answer to a question that stands alone."""
    return assistant.reply(text, State())[0]


def said(assistant: Assistant, *turns: str) -> str:
    """Return what the last of several messages is answered with, "" where it is refused."""
    state = State()
    for turn in turns:
        answer, state = assistant.reply(turn, state)
    return " ".join([*answer.lines, *answer.quotes]) if answer.answered else ""
