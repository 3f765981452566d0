"""Compiled patterns, kept beside the program like compiled bytecode: reading one takes a fiftieth of making it.

CPython compiles a pattern in Python to a list of numbers and hands that to `_sre`, which checks it; the numbers are
what is kept. The file's name holds the version of both, so another Python makes its own. None of this is public:
where anything of it is missing, patterns are compiled as ever.
"""

from __future__ import annotations

import logging
import marshal
import mmap
import os
import re
import sys
from array import array
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

from kb import beside, patternstarts

# What `_sre.compile` takes besides the pattern: flags, the code as bytes, how many groups, their places by name, their names.
_Kept: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_SIZE = 8  # bytes at the end of the file that tell how long the table before them is

log = logging.getLogger(__name__)


class _Store(NamedTuple):
    """What the file holds: the codes of the patterns one after the other, and where each begins and ends."""

    places: dict[tuple[str, int], tuple[int, int]]
    codes: bytes | mmap.mmap


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Return what finds the same as `re.compile(pattern, flags)`, and sooner (`kb.patternstarts`); raises re.error likewise.

    It is made from what is kept, where it is kept.
    """
    known = _known()
    place = known.places.get((pattern, flags))
    try:
        return _made(pattern, marshal.loads(known.codes[slice(*place)]) if place else _code(pattern, flags))  # noqa: S302 - written by this program into its own environment
    except re.error:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with what is kept or not public, CPython makes it itself
        log.info("a pattern is made anew: %s", error)
    return re.compile(pattern, flags)


def keep(patterns: Iterable[tuple[str, int]]) -> None:
    """Keep these patterns too, which can be compiled; that they cannot be kept is no harm."""
    file, known = _file(), _known()
    missing = [p for p in dict.fromkeys(patterns) if p not in known.places]
    if file is None or not missing:
        return
    try:
        codes = {key: known.codes[slice(*place)] for key, place in known.places.items()}
        codes |= {key: marshal.dumps(_code(*key)) for key in missing}
        ends = list(accumulate(map(len, codes.values())))
        table = marshal.dumps(dict(zip(codes, pairwise([0, *ends]), strict=True)))
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(b"".join((*codes.values(), table, len(table).to_bytes(_SIZE, "big"))))
        draft.replace(file)  # whole, whoever else writes it at the same time
        _known.cache_clear()
    except (OSError, AttributeError, TypeError, ValueError) as error:
        log.info("%s is not kept: %s", file.name, error)


@cache
def _known() -> _Store:
    file = _file()
    try:
        if file:
            with file.open("rb") as opened:
                codes = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)  # of many patterns an answer needs few
            size = int.from_bytes(codes[-_SIZE:], "big")
            return _Store(marshal.loads(codes[-_SIZE - size : -_SIZE]), codes)  # noqa: S302 - see above
    except FileNotFoundError:
        pass
    except (OSError, ValueError, EOFError, TypeError) as error:
        log.info("the kept patterns are made anew: %s", error)
    return _Store({}, b"")


def _file() -> Path | None:
    place, magic = beside.folder(), getattr(import_module("_sre"), "MAGIC", None)
    return place / f"codes-by-starts-{sys.implementation.cache_tag}-{magic}.marshal" if place and magic else None


def _code(pattern: str, flags: int) -> _Kept:
    """What `re.compile` makes of a pattern before it calls `_sre`."""
    parsed = import_module("re._parser").parse(pattern, flags)
    flags |= parsed.state.flags
    code = patternstarts.with_starts(import_module("re._compiler")._code(parsed, flags), parsed, flags)
    places = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, place in places.items():
        names[place] = name
    return flags, array("I", code).tobytes(), parsed.state.groups - 1, places, tuple(names)


def _made(pattern: str, known: _Kept) -> re.Pattern[str]:
    flags, code, groups, places, names = known
    numbers = array("I", code).tolist()
    return cast("re.Pattern[str]", import_module("_sre").compile(pattern, flags, numbers, groups, places, names))
