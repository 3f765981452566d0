"""Slack out: an Answer becomes messages of Block Kit, each with the same content as plain text.

The text is not a summary: where Slack refuses the blocks, the text alone is sent and loses nothing.
No content is decided here. Tables are in tables.py, buttons in buttons.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.answer import Answer, Source
from bot.wording.surfaces import surface
from handlers.slack.mrkdwn import escape, link, split
from handlers.slack.tables import table

Block = dict[str, Any]
SECTION = 2900  # of 3000
CONTEXT = 1900  # of 2000
TEXT = 3900  # Slack recommends up to 4000; also keeps the blocks of a message below 13,200 in sum
BLOCKS = 45  # of 50; the rest is for the buttons


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and what stands for it in the text."""

    block: Block
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message to send: `text` is mrkdwn of at most 4000 characters; `blocks` may be empty."""

    text: str
    blocks: tuple[Block, ...] = ()


def render(
    answer: Answer, buttons: Iterable[Block] = (), question: str | None = None, asker: str | None = None
) -> list[Part]:
    """Return the messages that show `answer`; `question` (and who asked) above where nobody typed it."""
    pieces = [
        *asked(question or "", asker),
        *section("\n".join(answer.lines)),
        *(piece for text in answer.quotes for piece in quote(text)),
        *(Piece(*made) for made in (table(answer.table) if answer.table else ())),
        *sources(answer.sources, answer.lang),
    ]
    return _with_buttons(pack(pieces), tuple(buttons), answer.suggestions)


def section(text: str) -> list[Piece]:
    """Return sections for a text of any length."""
    return [Piece({"type": "section", "text": mrkdwn(escape(p))}, escape(p)) for p in split(text, SECTION)]


def asked(question: str, asker: str | None) -> list[Piece]:
    """Return the question in small type; `asker` is a person's id."""
    parts = [escape(part) for part in split(question, CONTEXT)]
    if parts and asker:
        parts[0] = f"<@{asker}>: {parts[0]}"
    return [_small([part]) for part in parts]


def quote(text: str) -> list[Piece]:
    """Return quotations; as rich text, so that no mark in them is taken for formatting."""
    return [_quotation(part) for part in split(text, SECTION)]


def sources(found: Iterable[Source], lang: str) -> list[Piece]:
    """Return the sources, one a line: title, publisher, date."""
    lines = [_source(source) for source in found]
    if not lines:
        return []
    pieces, batch = [], [escape(surface(lang).sources)]
    for line in lines:
        if sum(len(kept) + 1 for kept in batch) + len(line) > CONTEXT:
            pieces.append(_small(batch))
            batch = []
        batch.append(line)
    return [*pieces, _small(batch)]


def mrkdwn(text: str) -> Block:
    """Return a text object; verbatim, so that Slack makes no links or mentions of its own."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def pack(pieces: Iterable[Piece]) -> list[Part]:
    """Put pieces into as few messages as Slack's limits allow, one table at most in each."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if parts[-1] and not _fits(parts[-1], piece):
            parts.append([])
        parts[-1].append(piece)
    return [Part("\n".join(p.text for p in part), tuple(p.block for p in part)) for part in parts if part]


def said(text: str) -> list[Part]:
    """Return a sentence of ours as a message."""
    return pack(section(text))


def _fits(part: list[Piece], piece: Piece) -> bool:
    tables = sum(p.block["type"] == "table" for p in (*part, piece))
    length = sum(len(p.text) + 1 for p in (*part, piece))
    return tables <= 1 and length <= TEXT and len(part) < BLOCKS


def _with_buttons(parts: list[Part], buttons: tuple[Block, ...], suggestions: tuple[str, ...]) -> list[Part]:
    """Put the buttons under the last message; in the text the suggestions are written out."""
    last = parts[-1] if parts else Part("…")
    offered = "".join(f"\n→ {escape(question)}" for question in suggestions)
    text = last.text + offered if len(last.text + offered) <= TEXT else last.text
    return [*parts[:-1], Part(text, last.blocks + buttons)]


def _quotation(text: str) -> Piece:
    element = {"type": "rich_text_quote", "elements": [{"type": "text", "text": text}]}
    lines = "\n".join(f"> {line}" for line in escape(text).splitlines())
    return Piece({"type": "rich_text", "elements": [element]}, lines)


def _source(source: Source) -> str:
    title = split(" ".join(source.title.split()), 600)[0] if source.title.strip() else "—"
    details = ", ".join(escape(part) for part in (source.publisher, source.published) if part)
    named = link(source.url, title) if source.url else escape(title)
    return f"• {named} — {details}" if details else f"• {named}"


def _small(lines: list[str]) -> Piece:
    text = "\n".join(lines)
    return Piece({"type": "context", "elements": [mrkdwn(text)]}, text)
