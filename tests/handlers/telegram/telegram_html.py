"""Telegram's HTML as its server reads it: what is allowed, and the text that is left and counted."""

from __future__ import annotations

import re

_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote"}
_TOKEN = re.compile(r"<(/?)([a-zA-Z-]*)([^<>]*)>|&(\w+|#\d+);|[<&]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTES = {"blockquote": {"", " expandable"}, "a": None}


class BadEntities(ValueError):
    """The server's "can't parse entities"."""


def visible(html: str) -> str:
    """Return the text without markup. Raises BadEntities as the server would refuse it (and for a bare &)."""
    text, stack, end = "", [], 0
    for token in _TOKEN.finditer(html):
        text += html[end : token.start()]
        end = token.end()
        closing, tag, rest, named = token.groups()
        if named:
            if named not in _NAMED:
                raise BadEntities(f"unknown entity {named}")
            text += _NAMED[named]
        elif not tag:
            raise BadEntities(f"unsupported start tag at {token.start()}")
        elif closing:
            if not stack or stack.pop() != tag:
                raise BadEntities(f"unmatched end tag {tag}")
        else:
            _open(stack, tag, rest)
    if stack:
        raise BadEntities(f"no end tag for {stack[-1]}")
    return text + html[end:]


def _open(stack: list[str], tag: str, rest: str) -> None:
    allowed = _ATTRIBUTES.get(tag, {""})
    if tag not in _TAGS or (allowed is not None and rest not in allowed):
        raise BadEntities(f"unsupported start tag {tag}{rest}")
    if {"pre", "code"} & set(stack) or (tag == "blockquote" and "blockquote" in stack):
        raise BadEntities(f"{tag} may not stand inside {stack}")
    stack.append(tag)
