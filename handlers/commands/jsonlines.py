"""JSON lines in, JSON lines out: each line stands alone, and a broken one costs itself only."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from typing import Any

from kb.errors import ArchiveError

log = logging.getLogger(__name__)


class BadLineError(Exception):
    """A line lacks something; `str()` is one sentence."""


def answer_lines(reply: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Write `reply` of every line of standard input, with the line's "id", as soon as it is there.

    A line that is broken gives {"id": its id or null, "error": one sentence}; an empty one nothing.
    Raises ArchiveError when the archive turns out damaged.
    """
    out = sys.stdout.buffer
    for raw in sys.stdin.buffer:
        if raw.strip():
            out.write(line(_answered(raw, reply)).encode())
            out.flush()


def line(value: dict[str, Any]) -> str:
    """Return one line of JSON, as people read it, and valid in UTF-8 whatever it holds."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a character that takes two
        text = json.dumps(value)
    return text + "\n"


def _answered(raw: bytes, reply: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    try:
        item = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {"id": None, "error": "The line is not JSON in UTF-8."}
    if not isinstance(item, dict):
        return {"id": None, "error": "The line is not a JSON object."}
    number = item.get("id")
    try:
        return {"id": number, **reply(item)}
    except BadLineError as error:
        return {"id": number, "error": str(error)}
    except ArchiveError:
        raise
    except Exception as error:  # the other lines are still to be answered
        log.exception("a line could not be answered")
        return {"id": number, "error": f"This line could not be answered ({type(error).__name__})."}
