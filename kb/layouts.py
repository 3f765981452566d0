"""Plain text → the articles in it: where one ends, which line is its title, who published it.

A text holds one article (a title, perhaps bylines, paragraphs) or several, each closed by its
publisher in parentheses: at the end of its last paragraph or on a line of its own. Stray short
lines, such as the remains of a page's buttons, may stand before a title. Leaves out Markdown and
JSON (`kb.articles`) and sentences: a paragraph stays one line, however long.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import zip_longest

from kb import lazy
from kb.bylines import byline, tags_of
from kb.text import HAN

# Widths are in columns; a Chinese character takes two. What is wider than any title is a paragraph;
# below that, it depends on how the line ends ("Co., Ltd." and "!" end titles too).
_ANY_TITLE = 160
_PARAGRAPH_ENDS = (
    (120, lazy.compile(r"[。！？!?.…；;”\"』」）)]$")),
    (60, lazy.compile(r"[。；;.][”\"』」）)]?$")),
    (24, lazy.compile(r"[。；;][”\"』」）)]?$")),
)
_HEADING_WIDTH = 50
_NEAR = 4  # how many lines from the top or the bottom bylines may stand
_CLOSED = lazy.compile(r"(?P<gap>\s*)[（(](?P<publisher>[^（）()。，,：:；;！？!?%]{2,30})[）)]\s*$")
_SENTENCE_END = tuple('。！？!?.…”"』」;；')
_NO_PUBLISHER = lazy.compile(
    r"\d{3}|^[\d\s.+-]*$|^(?:同比|環比|环比|未完|待續|待续|下同|圖源?|图源?|end)$", re.IGNORECASE
)
_LIST_ITEM = lazy.compile(r"^(?:[-*•·●▪◆■|]|\d{1,2}[.)]\s)")
# A label and what it is of: 成立時間：2021年, Price: $99. Several stand on a line, a wide space apart.
_FIELD = lazy.compile(rf"(?:[{HAN}A-Za-z/（）()]{{2,10}}|[A-Z][A-Za-z /]{{2,24}})[：:] ?(?=\S)(?!//)")
_BETWEEN_FIELDS = lazy.compile(rf"(?<=[^\s。；;，,：:])(?:[\u3000\t]+| {{2,}}| ?[｜|] ?)(?=(?:[{HAN}A-Za-z/（）()]{{2,10}}|[A-Z][A-Za-z /]{{2,24}})[：:])")
_LEAST_FIELDS = 2
_NO_HEADING = lazy.compile(r"[，。；;：:、]|,\s|[.]$")


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
    parts = _split(lines)
    if not parts:  # short lines only: a brief of a line or two
        return [_piece(lines, clipping=False)] if lines else []
    last = next((line for line in reversed(parts[0]) if byline(line) is None and not tags_of(line)), "")
    clipping = len(parts) > 1 or _closing(last) is not None
    return [_piece(part, clipping) for part in parts]


def opening(text: str, width: int = 60) -> str:
    """Return the start of a text that has no title, up to its first sentence end or `width` columns.

    >>> opening("公司昨日公佈業績。營收增長。")
    '公司昨日公佈業績'
    """
    line = next((line.lstrip("# ") for line in text.splitlines() if line.strip("# ")), "")
    sentence = re.split(r"(?<=\w)[。！？!?；;](?=\s|\w|$)|(?<=\w)\.(?=\s|$)", line, maxsplit=1)[0]
    columns = 0
    for index, character in enumerate(sentence):
        columns += _columns(character)
        if columns > width:
            return sentence[:index].rstrip() + "…"
    return sentence


def _split(lines: list[str]) -> list[list[str]]:
    """Cut after every line that closes an article; what is about the last one may still follow it."""
    parts: list[list[str]] = []
    part: list[str] = []
    for line, after in _with_next(lines):
        part.append(line)
        if _ends_article(line, after) and any(map(_is_paragraph, part)):
            parts.append(part)
            part = []
    if any(map(_is_paragraph, part)):
        parts.append(part)
    elif parts:
        parts[-1].extend(line for line in part if byline(line) is not None or tags_of(line))
    return parts


def _ends_article(line: str, after: str) -> bool:
    """Tell whether `line` is the last of an article: a paragraph hardly follows, but a title does."""
    closed = _closing(line)
    if closed is None:
        return False
    sure = closed["gap"] and line[: closed.start()].endswith(_SENTENCE_END)
    return bool(sure) or not _is_paragraph(after)


def _piece(lines: list[str], clipping: bool) -> Piece:
    """Read one article. In a clipping its title is the last short line before the text, else the first."""
    first = next((i for i, line in enumerate(lines) if _is_paragraph(line)), 0)
    around = {i for i in range(len(lines)) if i < max(first, _NEAR) or i >= len(lines) - _NEAR}
    about = {i: said for i in sorted(around) if (said := byline(lines[i])) is not None}
    tags = {i: found for i in sorted(around) if (found := tags_of(lines[i]))}
    head = [i for i in range(first) if i not in about and i not in tags]
    body = [lines[i] for i in range(first, len(lines)) if i not in about and i not in tags]
    if not first and len(body) > 1 and not _is_paragraph(body[0]):  # short lines only
        head, body = [0], body[1:]
    publisher = next((said.publisher for said in reversed(about.values()) if said.publisher), None)
    closed = _closing(body[-1]) if body else None
    if closed:
        publisher, body[-1] = closed["publisher"].strip(), body[-1][: closed.start()].rstrip()
    kept = [] if clipping else [lines[i] for i in head[1:]]
    text = "\n".join(kept + _with_headings(body))
    return Piece(
        title=lines[head[-1 if clipping else 0]].lstrip("# ") if head else opening(text),
        text=text,
        publisher=publisher,
        published=next((said.published for said in about.values() if said.published), None),
        tags=tuple(dict.fromkeys(tag for found in tags.values() for tag in found)),
    )


def _with_headings(body: list[str]) -> list[str]:
    """Mark section titles: short lines without punctuation, right before a paragraph."""
    return [
        f"## {line}" if _is_heading(line) and _is_paragraph(after) else line for line, after in _with_next(body)
    ]


def _with_next(lines: list[str]) -> list[tuple[str, str]]:
    return list(zip_longest(lines, lines[1:], fillvalue=""))


def _is_heading(line: str) -> bool:
    plain = not line.startswith("#") and not _LIST_ITEM.match(line) and not _NO_HEADING.search(line)
    return plain and not _is_paragraph(line) and _width(line) <= _HEADING_WIDTH


def _is_paragraph(line: str) -> bool:
    if len(line) > _ANY_TITLE:
        return True
    closed = _closing(line)
    prose = line[: closed.start()] if closed else line
    width = _width(prose)
    return width > _ANY_TITLE or any(width >= least and end.search(prose) for least, end in _PARAGRAPH_ENDS)


def _closing(line: str) -> re.Match[str] | None:
    """Return the match of a publisher in parentheses that an article may end with."""
    found = _CLOSED.search(line, max(0, len(line) - 60))
    if found is None or _NO_PUBLISHER.search(found["publisher"].strip()):
        return None
    before = line[: found.start()]
    ends = not before or before.endswith(_SENTENCE_END)
    return found if ends or (found["gap"] and _width(before) > 120) else None


def _unwrapped(text: str) -> list[str]:
    """Return the lines that are not blank; in a text broken at a fixed width, its paragraphs."""
    lines = [line.strip().lstrip("\ufeff") for line in text.splitlines()]
    broken = [line for line in lines if 50 <= _width(line) <= 100 and not line.endswith(_SENTENCE_END)]
    if "" not in lines or len(broken) < 3 or any(_width(line) > 110 for line in lines):
        return [line for line in lines if line]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    return [joined(block) for block in blocks if block]


def fields(lines: list[str]) -> list[str]:
    """Return lines with a stop behind each field, where two or more begin with a label: they are no sentences cut at a width.

    >>> fields(["成立時間：2021年　總部：深圳", "平均售價：899元", "連續兩年第一"])
    ['成立時間：2021年。總部：深圳。', '平均售價：899元。', '連續兩年第一']
    """
    if sum(_FIELD.match(line) is not None for line in lines) < _LEAST_FIELDS:
        return lines
    return [_stopped(_BETWEEN_FIELDS.sub(_stop(line), line), line) if _FIELD.match(line) else line for line in lines]


def _stopped(text: str, line: str) -> str:
    return text if text.endswith((*_SENTENCE_END, "：", ":", "，", ",", "、")) else text + _stop(line).rstrip()


def _stop(line: str) -> str:
    return "。" if any(_columns(c) == 2 for c in line) else ". "


def joined(lines: list[str]) -> str:
    """Join the lines of one paragraph, with a space except between Chinese characters.

    >>> joined(["公司表示，", "營收增長"]), joined(["Revenue", "grew"])
    ('公司表示，營收增長', 'Revenue grew')
    """
    text = ""
    for line in lines:
        tight = not text or _columns(text[-1]) == 2 or _columns(line[0]) == 2
        text += line if tight else f" {line}"
    return text


def _width(line: str) -> int:
    return sum(map(_columns, line))


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
