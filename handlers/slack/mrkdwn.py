"""Slack's text: the three characters it needs escaped, and cutting text to a length.

Nothing but `&`, `<` and `>` is escaped, because anything else would be shown as typed. Cutting
prefers a sentence's end, Chinese or English, and never parts an escape or a number.
"""

from __future__ import annotations

import re

from kb import lazy

_BOUNDARIES = (
    lazy.compile(r"\n"),
    lazy.compile(r"[。！？!?…][」』”’）)]*|\.(?=\s)"),
    lazy.compile(r"[；;，、：]|,(?!\d)"),
    lazy.compile(r"\s"),
    lazy.compile(r"(?<=[^0-9A-Za-z.,%])(?=.)|(?<=[0-9A-Za-z.,%])(?=[^0-9A-Za-z.,%])"),  # not in a word or number
)
_WIDTH = {"&": 5, "<": 4, ">": 4}


def escape(text: str) -> str:
    """Return text that Slack shows as it is: no mention, no link.

    >>> escape("AT&T <!here> 1>0")
    'AT&amp;T &lt;!here&gt; 1&gt;0'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo `escape`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def link(url: str, label: str) -> str:
    """Return a labelled link, or the escaped label alone where `url` is no web address."""
    if not re.fullmatch(r"https?://[^\s<>|]+", url):
        return escape(label)
    return f"<{escape(url)}|{escape(label)}>"


def split(text: str, limit: int) -> list[str]:
    """Cut raw text into parts of at most `limit` characters once escaped; only white space is lost.

    >>> split("營收增長。虧損縮小。", 6)
    ['營收增長。', '虧損縮小。']
    >>> split("營收1,234億元", 7)
    ['營收1,234', '億元']
    """
    parts = []
    while (end := _fitting(text, limit)) < len(text):
        cut = _boundary(text, end)
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [part for part in [*parts, text] if part]


def shorten(text: str, limit: int) -> str:
    """Return a label of at most `limit` characters; what it stands for is kept elsewhere in full."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _fitting(text: str, limit: int) -> int:
    """Return how many characters of `text` fit in `limit` when escaped; at least one."""
    used = 0
    for n, char in enumerate(text):
        used += _WIDTH.get(char, 1)
        if used > limit:
            return max(n, 1)
    return len(text)


def _boundary(text: str, end: int) -> int:
    """Return the best place to cut at or before `end`, in the later half so that parts stay long."""
    for boundary in _BOUNDARIES:
        ends = [m.end() for m in boundary.finditer(text, 0, end + 1)]  # one more, to look ahead
        best = max((place for place in ends if place <= end), default=0)
        if best > end // 2:
            return best
    return end
