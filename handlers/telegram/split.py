"""Cut formatted text into messages Telegram accepts: at most 4,096 characters, no tag cut in two.

Text is a sequence of flat pieces, each in at most one tag, so a cut inside a piece closes and
reopens its tag by itself. Knows nothing of answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from kb import lazy

LIMIT = 4096  # after entity parsing; counted in UTF-16 units, which is never fewer than characters

_TAGS = {
    "b": ("<b>", "</b>"),
    "i": ("<i>", "</i>"),
    "pre": ("<pre>", "</pre>"),
    "quote": ("<blockquote>", "</blockquote>"),
    "long quote": ("<blockquote expandable>", "</blockquote>"),
}
# Where a text may be cut, best first: after a sentence, after a clause, after a word.
_CUTS = (
    lazy.compile(r"\n|[。！？!?…][」』”’）)\"']*|\.(?=\s)"),
    lazy.compile(r"[；;，,、：]"),
    lazy.compile(r"\s"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one tag of `_TAGS`, in none (""), or a link when `url` is set."""

    text: str
    tag: str = ""
    url: str | None = None


Block = tuple[Piece, ...]  # pieces that belong together, such as a paragraph or a list


@dataclass(frozen=True, slots=True)
class Page:
    """One message, written twice: as HTML, and as plain text for when the HTML is refused."""

    html: str
    plain: str


def size(text: str) -> int:
    """Return the length in UTF-16 units.

    >>> size("芯A"), size("😀")
    (2, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pages(blocks: Sequence[Block], limit: int = LIMIT) -> list[Page]:
    """Lay `blocks` out, a blank line between them, on as few pages of `limit` units as simply possible."""
    done: list[list[Piece]] = []
    page: list[Piece] = []
    for block in blocks:
        gap = [Piece("\n\n")] if page else []
        if _size(page) + _size(gap) + _size(block) <= limit:
            page += [*gap, *block]
            continue
        done.append(page)
        page = []
        for piece in _short(block, limit):
            if _size(page) + size(piece.text) > limit:
                done.append(page)
                page = []
            page.append(piece)
    done.append(page)
    return [made for pieces in done if (made := _page(pieces)).plain]


def cut(text: str, limit: int) -> int:
    """Return where to cut `text` so that the first part has at most `limit` units, at a sentence's end if any.

    >>> text = "營收增長。虧損收窄了"
    >>> text[:cut(text, 8)]
    '營收增長。'
    >>> text = "It rose to 14.5 percent. Then it fell"
    >>> text[:cut(text, 30)]
    'It rose to 14.5 percent.'
    """
    room = _room(text, limit)
    for pattern in _CUTS:
        ends = [m.end() for m in pattern.finditer(text, 0, room + 1) if max(1, room // 4) <= m.end() <= room]
        if ends:
            return ends[-1]
    return room


def _room(text: str, limit: int) -> int:
    """Return how many characters of `text` fit into `limit` units."""
    used = 0
    for n, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return n
    return len(text)


def _size(pieces: Sequence[Piece]) -> int:
    return sum(size(piece.text) for piece in pieces)


def _short(block: Block, limit: int) -> Iterator[Piece]:
    """Yield the pieces of `block`, those that are too long for a page in several parts."""
    for piece in block:
        rest = piece.text
        while size(rest) > limit:
            at = cut(rest, limit)
            yield replace(piece, text=rest[:at])
            rest = rest[at:].lstrip("\n")
        yield replace(piece, text=rest)


def _page(pieces: list[Piece]) -> Page:
    while pieces and not pieces[0].text.strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1].text.strip():
        pieces = pieces[:-1]
    return Page("".join(_html(p) for p in pieces), "".join(p.text for p in pieces))


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    if piece.url:
        return f'<a href="{escape(piece.url)}">{text}</a>'
    if not piece.tag:
        return text
    opening, closing = _TAGS[piece.tag]
    return f"{opening}{text}{closing}"
