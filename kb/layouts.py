"""Plain text → the articles in it: where one ends, which line is its title, who published it.

A text holds one article (a title, perhaps bylines, paragraphs) or several, each closed by its
publisher in parentheses: at the end of its last paragraph or on a line of its own. Stray short
lines, such as the remains of a page's buttons, may stand before a title. Leaves out Markdown and
JSON (`kb.articles`) and sentences: a paragraph stays one line, however long.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.bylines import byline, tags_of

_TITLE_WIDTH = 120  # columns; a Chinese character takes two. What is wider is a paragraph
_HEADING_WIDTH = 50
_NEAR = 4  # bylines stand this many lines from the top or the bottom at most
_ENDS = "。！？!?.…”\"』」;；"
_CLOSED = re.compile(
    r"^(?P<body>.*?)(?P<gap>\s*)[（(](?P<publisher>[^（）()。，,：:；;！？!?]{2,30})[）)]\s*$", re.DOTALL
)
_LIST_ITEM = re.compile(r"^(?:[-*•·●▪◆■]|\d{1,2}[.)、]\s)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article found in a text; `text` has one paragraph a line, "#" before headings."""

    title: str
    text: str
    publisher: str | None = None
    published: str | None = None
    tags: tuple[str, ...] = ()


def pieces(text: str) -> list[Piece]:
    """Return the articles in `text`, in order; stray lines that belong to none are left out.

    >>> [(p.title, p.publisher) for p in pieces("#GPU\\n還須等\\n標題\\n" + "內容，" * 60 + "。 (某報)")]
    [('標題', '某報')]
    """
    lines = _unwrapped(text)
    found, tags = [], ()
    for part in _split(lines):
        piece = _piece(part)
        tags = tags_of(part[0]) if tags_of(part[0]) else ()
        if piece is not None:
            found.append(piece)
    return found


def _split(lines: list[str]) -> Iterator[list[str]]:
    """Cut after every line that names a publisher at its end, if an article can have ended there."""
    part: list[str] = []
    for line in lines:
        part.append(line)
        if _closing(line) and any(map(_is_paragraph, part)):
            yield part
            part = []
    if any(map(_is_paragraph, part)):
        yield part
