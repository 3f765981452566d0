"""Rules that rewrite a message, of which only those are tried that its script can fit.

There are some thousand, and most messages are of one script: a rule that says nothing in Chinese characters cannot fit a
message that has nothing else, and the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from kb import lazy
from kb.text import HAN_ONE, fold

_Plain = TypeVar("_Plain")
_HAN = lazy.compile(r"[\u3400-\u9fff]|\\u3400")
_NO_LITERAL = lazy.compile(r"\\[a-zA-Z]|\(\?P?[<=!:][\w]*[>=!]?|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}")  # escapes, groups' names, classes, counts
_WORD = lazy.compile(r"[a-zA-Z]{2}")
_LETTER = lazy.compile(r"[a-zA-Z]")


class Rewrites(Generic[_Plain]):
    """An ordered list of patterns, each with what replaces what it finds."""

    def __init__(self, rules: Iterable[tuple[re.Pattern[str], _Plain]]) -> None:
        """Keep `rules`; which script each needs is told by its pattern."""
        self.all = tuple(rules)
        needs = [_script(pattern.pattern) for pattern, _ in self.all]
        self._chinese = tuple(rule for rule, script in zip(self.all, needs, strict=True) if script != "latin")
        self._latin = tuple(rule for rule, script in zip(self.all, needs, strict=True) if script != "han")

    def for_text(self, text: str) -> tuple[tuple[re.Pattern[str], _Plain], ...]:
        """Return the rules that may fit a message, in their order."""
        if not HAN_ONE.search(text):
            return self._latin
        return self.all if _LETTER.search(text) else self._chinese


def _script(pattern: str) -> str:
    """Return the script a message must have for a pattern to fit: "han", "latin", or "" where that is not certain."""
    literal = _NO_LITERAL.sub(" ", pattern)
    han, latin = _HAN.search(pattern), _WORD.search(literal)
    return "" if han and _LETTER.search(literal) else "han" if han else "latin" if latin else ""


_GROUP = lazy.compile(r"\\g<(\w+)>")


def put(rules: Rewrites[str], text: str) -> str:
    r"""Return a message rewritten by rules whose patterns are of folded text; what a named group holds stays as it was typed.

    >>> put(Rewrites([(re.compile(r"(?P<who>\w+) mkt cap"), r"market cap of \g<who>")]), "Foo mkt cap?")
    'market cap of Foo?'
    """
    folded = fold(text)
    for said, plain in rules.for_text(text):
        if said.search(folded):
            text = _replaced(said, plain, folded, text)
            folded = fold(text)
    return text


def _replaced(said: re.Pattern[str], plain: str, folded: str, text: str) -> str:
    out, at = [], 0
    for match in said.finditer(folded):
        groups = {name: text[slice(*match.span(name))] if match[name] else "" for name in _GROUP.findall(plain)}
        out += [text[at : match.start()], _GROUP.sub(lambda m, groups=groups: groups[m[1]], plain)]  # type: ignore[misc]
        at = match.end()
    whole = "".join([*out, text[at:]]).strip()
    return whole if len(whole) > 1 else text
