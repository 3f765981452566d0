"""Patterns that are compiled when they are first used.

The rules hold well over a thousand, an answer needs a quarter of them, and compiling all took more than half of a start.
What they compile to is kept: see `kb.patternstore`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

from kb import patternstore

T = TypeVar("T")
_made: list[_Pattern] = []
_tables: list[Callable[[], object]] = []
_KEPT = 4096  # texts of which a pattern is remembered
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Stands for `re.compile(pattern, flags)`; what it is asked for first compiles it, later calls go straight there."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags
        _made.append(self)

    def __getattr__(self, name: str) -> Any:  # asked only for what is not there yet
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = patternstore.compiled(self.pattern, self._given)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does the same as `re.compile(pattern, flags)`, and is no more than the text until it is used.

    Raises re.error at the first use, not here, where the pattern is none; a test compiles them all.
    """
    return cast("re.Pattern[str]", _Pattern(pattern, int(flags)))


def table(make: Callable[[], T]) -> Callable[[], T]:
    """Return `make`, called when first asked for and never again: for what is read or put together and holds patterns."""
    once = cache(make)
    _tables.append(once)
    return once


def remembered(pattern: re.Pattern[str], plain: Callable[[str], str] = str) -> Callable[[str], bool]:
    """Return whether a pattern is found in a text, made plain first, and remember that: for sentences, which are looked at again by the next question."""
    return lru_cache(_KEPT)(lambda text: pattern.search(plain(text)) is not None)


def compile_all() -> int:
    """Compile every pattern made so far, tables' too, as a program does that answers for long, and keep them; return how many there are."""
    for table_of in _tables:
        table_of()
    many = sum(pattern.search is not None for pattern in list(_made))
    patternstore.keep((pattern.pattern, pattern._given) for pattern in list(_made))
    return many
