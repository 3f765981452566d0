"""Markdown → title and plain paragraphs, one a line, with "#" kept before headings.

Only what news in Markdown uses: headings, emphasis, links, lists, quotations, tables. Marks that
tell how something looks are dropped, words never. Leaves out front matter (`kb.articles`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kb import lazy
from kb.interviews import ASKS, begins_turn, sides
from kb.layouts import fields, joined

_COMMENT = lazy.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = lazy.compile(r"^(#{1,6})(?:\s+|(?=[^\s#\d]))(.*?)\s*#*$")
_UNDERLINE = lazy.compile(r"^(=+|-{2,})$")
_RULE = lazy.compile(r"^(?:[-*_]\s*){3,}$")
_BULLET = lazy.compile(r"^(?:[-*+]\s+|(?=\d{1,3}[.)]\s))(?:\[[ xX]\]\s+)?")
_TABLE_RULE = frozenset(" \t:|-")
_BOLD_LINE = lazy.compile(r"^(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1$")
_LEAST_BOLD = 3  # lines in bold, most of which ask, that are an interviewer's
_LEAST_OVER = 2  # lines in bold that stand over others
_LONGEST_BOLD = 60  # characters
_ENDS_SENTENCE = lazy.compile(r"[。！!;；,，]$|[a-z]\.$")
_FENCE = lazy.compile(r"^(?:```|~~~)")
_INLINE = (
    (lazy.compile(r"!\[[^\[\]]*\]\([^)]*\)"), ""),
    (lazy.compile(r"\[([^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (lazy.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (lazy.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (lazy.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (lazy.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (lazy.compile(r"`([^`]+)`"), r"\1"),
    (lazy.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)


def plain(markdown: str) -> tuple[str, str]:
    """Return (title, text): the first heading of level one, or "", and all the rest.

    >>> plain("# 標題\\n\\n公司**大增**，見[公告](https://example.org)\\n並且繼續。\\n\\n## 小節\\n- 甲")
    ('標題', '公司大增，見公告並且繼續。\\n## 小節\\n甲')
    """
    lines = list(_paragraphs(_turns_apart(_COMMENT.sub("", markdown))))
    title = next((line for line in lines if line.startswith("# ")), None)
    if title is not None:
        lines.remove(title)
    return (title or "").removeprefix("# "), "\n".join(lines)


def has_headings(text: str) -> bool:
    """Tell whether `text` uses Markdown's headings; "#tag" is none."""
    return re.search(r"^#{1,6}\s+\S", text, re.MULTILINE) is not None


def _bold_headings(markdown: str) -> str:
    """The text with lines in bold as headings, where several stand over other lines and end no sentence; what an interviewer says, where most of them ask."""
    lines = markdown.splitlines()
    bold = {n: m[2].strip() for n, line in enumerate(lines) if (m := _BOLD_LINE.match(line.strip()))}
    asked = len(bold) >= _LEAST_BOLD and sum(bool(ASKS.search(text)) for text in bold.values()) * 2 > len(bold)
    over = [n for n, text in bold.items() if len(text) <= _LONGEST_BOLD and not _ENDS_SENTENCE.search(text) and _leads(lines, n, bold)]
    if not asked and not (len(over) == len(bold) >= _LEAST_OVER):
        return markdown
    return "\n".join(f"### {bold[n]}" if n in bold else line for n, line in enumerate(lines))


def _leads(lines: list[str], n: int, bold: Container[int]) -> bool:
    """Whether the next line that is not empty goes on below line n, and is not in bold itself."""
    following = next((i for i in range(n + 1, len(lines)) if lines[i].strip()), None)
    return following is not None and following not in bold and not _HEADING.match(lines[following].strip())


def _turns_apart(markdown: str) -> str:
    """The text with each turn of an interview as a paragraph of its own, told by labels or else by what stands in bold."""
    lines = markdown.splitlines()
    bare = [_inline(line) for line in lines]
    labels = sides(bare)
    if not labels:
        return _bold_headings(markdown)
    return "\n".join(f"\n{line}" if begins_turn(said, labels) else line for line, said in zip(lines, bare, strict=True))


def _paragraphs(markdown: str) -> Iterator[str]:
    block: list[str] = []
    for line in map(str.strip, markdown.splitlines()):
        underline = _UNDERLINE.match(line)
        if underline and len(block) == 1:
            yield ("# " if line[0] == "=" else "## ") + block.pop()
            continue
        alone = _alone(line)
        if alone is None and line and not _starts_item(line):
            block.append(_inline(line.lstrip("> ")))
            continue
        yield from _told(list(filter(None, block)))
        block = [_inline(_BULLET.sub("", line))] if _starts_item(line) else []
        if alone:
            yield alone
    yield from _told(list(filter(None, block)))


def _told(lines: list[str]) -> list[str]:
    """A block's lines as one paragraph, or each as one where they are fields: 成立時間：2021年."""
    apart = fields(lines)
    return apart if apart != lines else [joined(lines)] if lines else []


def _starts_item(line: str) -> bool:
    return _BULLET.match(line) is not None and not _RULE.match(line)


def _alone(line: str) -> str | None:
    """Return a line that is a paragraph by itself ("" for one that only draws something), or None."""
    heading = _HEADING.match(line)
    if heading:
        return f"{heading[1]} {_inline(heading[2])}" if heading[2] else ""
    if _RULE.match(line) or _FENCE.match(line) or {"|", "-"} <= set(line) <= _TABLE_RULE:
        return ""
    if line.startswith("|"):
        return " | ".join(_inline(cell.strip()) for cell in line.strip("|").split("|"))
    return None


def _inline(text: str) -> str:
    for pattern, plain_form in _INLINE:
        text = pattern.sub(plain_form, text)
    return text.strip()
