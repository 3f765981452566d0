"""An answer as plain text: what a pipe gets, and the "text" of the JSON contract. No markup, no colour."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Source, Table
from bot.wording import wording

_LONGEST = 12  # columns of the longest bar
_PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")  # of a column, in eighths


def plain(answer: Answer, *, sources: bool = True, suggestions: bool = False) -> str:
    r"""Return the statements, the quotations (each line begins with "> "), the table, then the sources.

    With `suggestions`, the questions one may ask next follow, numbered.

    >>> print(plain(Answer(True, "en", "fact", ("It is 9.",), sources=(Source("T", "P", "2026-01"),))))
    It is 9.
    Sources: P (2026-01): T
    """
    parts = [*answer.lines, *(quoted(text) for text in answer.quotes)]
    if answer.table:
        parts += aligned(charted(answer.table))
    if sources:
        parts += source_lines(answer)
    if suggestions and answer.suggestions:
        parts += ["", *numbered(answer)]
    return "\n".join(parts)


def quoted(text: str) -> str:
    r"""Return `text` set apart as a quotation.

    >>> quoted("a\nb")
    '> a\n> b'
    """
    return "\n".join(f"> {line}" for line in text.splitlines())


def aligned(table: Table) -> list[str]:
    """Return a line a row, with the columns padded to one width as a terminal counts it.

    >>> aligned(Table(("公司", "營收"), (("沐曦", "1"), ("AMEC", "22"))))
    ['公司  營收', '沐曦  1', 'AMEC  22']
    """
    rows = [table.header, *table.rows]
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    return [_padded(row, widths) for row in rows]


def charted(table: Table, room: int | None = None) -> Table:
    """Return the table with a column of bars where it has any, and `room` columns are not too few for it.

    >>> charted(Table(("公司", "營收"), (("沐曦", "8"), ("AMEC", "3")), (1.0, 0.375))).rows
    (('沐曦', '8', '████████████'), ('AMEC', '3', '████▌'))
    """
    if not table.bars or (room is not None and width(table) + 2 + _LONGEST > room):
        return table
    bars = (round(size * _LONGEST * 8) for size in table.bars)
    drawn = ("█" * (eighths // 8) + _PARTS[eighths % 8] or _PARTS[1] for eighths in bars)
    return Table((*table.header, ""), tuple((*row, bar) for row, bar in zip(table.rows, drawn, strict=True)))


def width(table: Table) -> int:
    """Return how many columns a terminal needs for the table, aligned."""
    columns = [max(map(_columns, column)) for column in zip(table.header, *table.rows, strict=True)]
    return sum(columns) + 2 * (len(columns) - 1)


def source_lines(answer: Answer) -> list[str]:
    """Return one line for one source; for several the label and a line each; nothing for none."""
    if not answer.sources:
        return []
    label = wording(answer.lang).sources + (": " if answer.lang == "en" else "：")
    if len(answer.sources) == 1:
        return [label + cited(answer.sources[0], answer.lang)]
    return [label.rstrip(), *(f"- {cited(source, answer.lang)}" for source in answer.sources)]


def cited(source: Source, lang: str) -> str:
    """Return publisher, date and title of a source, as far as they are known.

    >>> cited(Source("標題", "某報"), "zh-Hant")
    '某報：標題'
    """
    date = f" ({source.published})" if source.published else ""
    if lang != "en":
        date = date.replace(" (", "（").replace(")", "）")
    said = f"{source.publisher or ''}{date}".strip()
    return f"{said}{': ' if lang == 'en' else '：'}{source.title}" if said else source.title


def numbered(answer: Answer) -> list[str]:
    """Return the suggestions, numbered from 1."""
    return [f"{n}. {text}" for n, text in enumerate(answer.suggestions, 1)]


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _columns(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _columns(text: str) -> int:
    """How many columns a terminal gives a text: 2 for 營, 1 for A."""
    from rich.cells import cell_len  # noqa: PLC0415 - few answers have a table

    return cell_len(text)
