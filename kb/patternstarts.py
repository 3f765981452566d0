"""What a match of a pattern can begin with: a search steps over every other character without trying to match there.

CPython works this out for a pattern that begins with letters, a set, or a choice of words, and for nothing else: a
choice that begins with another, or with what must not stand before it, is tried at each place of a text. Most of the
rules begin so and most sentences hold none of their words. The set is told in the code for `_sre`, where CPython tells
it too; nothing else of a pattern changes. Where anything is uncertain the code is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, TypeAlias

_Items: TypeAlias = list[tuple[Any, Any]]  # of a set, as the parser gives them

_BY_ANOTHER_TABLE = int(re.ASCII | re.LOCALE)
_LETTERS_LIKE_ASCII = "\u0130\u0131\u017f\u212a"  # what is i, s or k where case does not count


class _UncertainError(Exception):
    """It cannot be told what a match begins with."""


def with_starts(code: list[int], parsed: Any, flags: int) -> list[int]:
    """Return the code of a parsed pattern with the set of characters that a match can begin with, where it tells none."""
    names, compiler = import_module("re._constants"), import_module("re._compiler")
    info, skip, told, *width = code[:5]
    if info != names.INFO or told or not flags & re.UNICODE:
        return code
    try:
        items, may_be_empty = _starts(parsed, flags)
    except _UncertainError:
        return code
    if may_be_empty:
        return code
    block = [names.SRE_INFO_CHARSET, *width]
    charset, _ = compiler._optimize_charset(list(dict.fromkeys(items)))
    compiler._compile_charset(charset, flags, block)
    return [info, 1 + len(block), *block, *code[1 + skip :]]


def _starts(parsed: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Items, bool]:
    """What a match of a sequence can begin with, and whether it may be empty."""
    found: _Items = []
    for op, what in parsed:
        items, may_be_empty = _starts_of(op, what, flags)
        found += items
        if not may_be_empty:
            return found, False
    return found, True


def _starts_of(op: Any, what: Any, flags: int) -> tuple[_Items, bool]:
    """The same of one part."""
    name = op.name
    if flags & _BY_ANOTHER_TABLE:
        raise _UncertainError
    if name == "LITERAL":
        return _in_any_case([(op, what)], flags), False
    if name == "IN":
        return _in_any_case(what, flags), False
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return [], True
    if name == "BRANCH":
        return _joined([_starts(branch, flags) for branch in what[1]])
    if name == "SUBPATTERN":
        _, added, removed, inner = what
        return _starts(inner, (flags | added) & ~removed)
    if name == "ATOMIC_GROUP":
        return _starts(what, flags)
    if name.endswith("_REPEAT"):
        least, _, inner = what
        items, may_be_empty = _starts(inner, flags)
        return items, may_be_empty or not least
    raise _UncertainError


def _joined(branches: Sequence[tuple[_Items, bool]]) -> tuple[_Items, bool]:
    return [item for items, _ in branches for item in items], any(may_be_empty for _, may_be_empty in branches)


def _in_any_case(items: Sequence[tuple[Any, Any]], flags: int) -> _Items:
    """The items of a set, with the other case of its letters where case does not count; more than needed is no harm."""
    kinds = {op.name for op, _ in items}
    if "NEGATE" in kinds:
        raise _UncertainError
    if not flags & re.IGNORECASE:
        return list(items)
    if kinds - {"LITERAL", "RANGE"}:
        raise _UncertainError
    literal = import_module("re._constants").LITERAL
    chars = {chr(c) for op, what in items for c in ([what] if op.name == "LITERAL" else range(what[0], what[1] + 1))}
    if any(not c.isascii() and c.lower() + c.upper() != c + c for c in chars):
        raise _UncertainError
    both = {other for c in chars for other in (c.lower(), c.upper())}
    return [(literal, ord(c)) for c in sorted(both.union(_LETTERS_LIKE_ASCII))]
