"""Tables: Slack's table block where it fits, else aligned text in code blocks.

Every table comes with its aligned text, which stands for the block in the message's text.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from bot.answer import Table
from bot.plain import charted
from handlers.slack.mrkdwn import escape, split

_ROWS, _COLUMNS, _CELLS = 100, 20, 10_000  # what one table block holds: rows, columns, characters
_CODE = 2800  # of a section's 3000
_EMPTY = "–"  # Slack refuses an empty cell


def table(data: Table) -> list[tuple[dict[str, Any], str]]:
    """Return (block, text) pairs: one table block, or as many code blocks as the rows need."""
    data = charted(data)
    rows = [[" ".join(cell.split()) or _EMPTY for cell in row] for row in (data.header, *data.rows)]
    codes = _codes(rows)
    if len(codes) == 1 and _fits(rows):
        return [({"type": "table", "rows": [[_cell(cell) for cell in row] for row in rows]}, codes[0])]
    return [(_section(code), code) for code in codes]


def aligned(rows: list[list[str]]) -> list[str]:
    """Return a line a row, columns padded to one width; a Chinese character is two columns wide.

    >>> aligned([["公司", "營收"], ["AMEC", "9"]])
    ['公司  營收', 'AMEC  9']
    """
    columns = max(len(row) for row in rows)
    widths = [max((_width(row[n]) for row in rows if n < len(row)), default=0) for n in range(columns)]
    padded = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        for row in rows
    )
    return [line.rstrip() for line in padded]


def _fits(rows: list[list[str]]) -> bool:
    cells = [cell for row in rows for cell in row]
    wide = max(len(row) for row in rows)
    return len(rows) <= _ROWS and wide <= _COLUMNS and sum(map(len, cells)) <= _CELLS


def _codes(rows: list[list[str]]) -> list[str]:
    """Return the rows as code blocks, none longer than a section holds."""
    blocks: list[list[str]] = [[]]
    for row in aligned(rows):
        for line in split(row.replace("```", "'''"), _CODE):
            if sum(len(escape(kept)) + 1 for kept in blocks[-1]) + len(escape(line)) > _CODE:
                blocks.append([])
            blocks[-1].append(line)
    return [f"```\n{escape(chr(10).join(lines))}\n```" for lines in blocks if lines]


def _cell(text: str) -> dict[str, str]:
    return {"type": "raw_text", "text": text}


def _section(code: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": code, "verbatim": True}}


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
