"""Translate out: an `Answer` becomes blocks of formatted text. What it says was decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len  # columns a terminal or a monospaced font gives a text: 2 for 營, 1 for A

from bot.answer import Answer, Source, Table
from bot.plain import charted, width
from bot.wording.surfaces import surface
from handlers.telegram.split import Block, Piece

_LONG_QUOTE = 200  # characters; longer ones are shown folded, to be opened with a tap
_WIDE = 58  # columns; a wider table would be wrapped by a phone and become unreadable


def answer_blocks(answer: Answer, question: str | None = None) -> list[Block]:
    """Return what is shown for `answer`: question (when nobody sees it), statements, quotes, table, sources."""
    blocks: list[Block] = []
    if question:
        blocks.append((Piece(question, "b"),))
    blocks.append((Piece("\n".join(answer.lines)),))
    blocks += [(_quote(quote),) for quote in answer.quotes]
    if answer.table:
        blocks.append(_table(answer.table))
    if answer.sources:
        blocks.append(_list(answer.sources, surface(answer.lang).sources))
    return [block for block in blocks if any(piece.text.strip() for piece in block)]


def source_blocks(answer: Answer) -> list[Block]:
    """Return the sources of `answer`, each with the sentence it rests on."""
    blocks: list[Block] = [(Piece(surface(answer.lang).sources, "b"),)]
    for n, source in enumerate(answer.sources, 1):
        quote = (Piece("\n"), _quote(source.quote)) if source.quote else ()
        blocks.append((*_source(n, source), *quote))
    return blocks


def text_blocks(text: str) -> list[Block]:
    """Return a text of ours, a block a paragraph."""
    return [(Piece(paragraph),) for paragraph in text.split("\n\n")]


def _quote(text: str) -> Piece:
    return Piece(text, "long quote" if len(text) > _LONG_QUOTE else "quote")


def _list(sources: Sequence[Source], heading: str) -> Block:
    pieces = [Piece(heading, "b")]
    for n, source in enumerate(sources, 1):
        pieces += [Piece("\n"), *_source(n, source)]
    return tuple(pieces)


def _source(n: int, source: Source) -> Block:
    """Return "1. publisher · date · title", the title linked where there is an address."""
    said = " · ".join(part for part in (source.publisher, source.published) if part)
    link = source.url if source.url and source.url.startswith(("https://", "http://")) else None
    return (Piece(f"{n}. {said} · " if said else f"{n}. "), Piece(source.title, "i", link))


def _table(table: Table) -> Block:
    """Return the table in columns, or a few lines a row where it is wider than a phone.

    >>> [piece.text for piece in _table(Table(("公司", "n"), (("沐曦", "1"), ("A", "22"))))]
    ['公司  n\\n沐曦  1\\nA     22']
    """
    if width(table) > _WIDE:
        return _records(table)
    table = charted(table, _WIDE)
    rows = [table.header, *table.rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=False)]
    return (Piece("\n".join(_row(row, widths) for row in rows), "pre"),)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=False))
    return "  ".join(padded).rstrip()


def _records(table: Table) -> Block:
    pieces: list[Piece] = []
    for first, *rest in table.rows:
        named = "".join(f"\n  {head}: {cell}" for head, cell in zip(table.header[1:], rest, strict=False))
        pieces += [Piece("\n" if pieces else ""), Piece(first, "b"), Piece(named)]
    return tuple(pieces)
