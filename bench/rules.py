"""Which rewriting rules how many messages need: a rule that fits one message of many was made for that message.

Every rule of `bot.rewrites.Rewrites` is counted as the messages of question files are put as news would put them; a
message counts once a rule. Rules that fit none or one say nothing of messages nobody has seen, and are candidates to go.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.measure import machine, table

_MOST = 3  # messages, and more


class _Counted:
    """Stands for a rule's pattern, and keeps which messages it fits."""

    def __init__(self, pattern: Any, table: str) -> None:
        self.table, self.fits = table, set[str]()
        self._pattern, self._message = pattern, ""

    def of(self, message: str) -> None:
        """Count what is found from now on for `message`."""
        self._message = message

    def search(self, text: str) -> re.Match[str] | None:
        """Search as the pattern does, and count."""
        found: re.Match[str] | None = self._pattern.search(text)
        if found:
            self.fits.add(self._message)
        return found

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find as the pattern does; what is found was counted by `search`."""
        return iter(self._pattern.finditer(text))

    def sub(self, plain: Any, text: str) -> str:
        """Replace as the pattern does, and count."""
        self.search(text)
        return str(self._pattern.sub(plain, text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("questions", type=Path, nargs="+", help="JSON lines with `turns`")
    parser.add_argument("--list", type=int, metavar="N", help="show the rules that fit at most N messages")


def run(options: argparse.Namespace) -> None:
    """Print how many rules of each table fit none, one, two, or more messages."""
    print(f"rules ({machine()})\n")
    rules = _counted()
    many = _count(rules, {turn for file in options.questions for turn in _turns(file)})
    print(f"{len(rules):,} rules, {many:,} messages\n")
    tables: dict[str, Counter[int]] = {}
    for rule in rules:
        tables.setdefault(rule.table, Counter())[min(len(rule.fits), _MOST)] += 1
    heads = [str(n) for n in range(_MOST)] + [f"{_MOST} or more"]
    table(
        ["rules that fit", *heads],
        [[name, *(str(c[n]) for n in range(_MOST + 1))] for name, c in sorted(tables.items())],
    )
    for rule in rules if options.list is not None else ():
        if len(rule.fits) <= options.list:
            print(f"{len(rule.fits)} {rule.table}: {rule.pattern}")


def _turns(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield from json.loads(line)["turns"] if line.strip() else ()


def _counted() -> list[_Counted]:
    """Put a counting rule in the place of each; a table that another module imports is counted once."""
    import bot  # noqa: PLC0415 - the measuring process itself must stay small
    from bot.rewrites import Rewrites  # noqa: PLC0415

    found: dict[int, tuple[str, Rewrites[Any]]] = {}
    for module in pkgutil.iter_modules(bot.__path__, "bot."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Rewrites):
                found.setdefault(id(value), (f"{module.name}.{name}", value))
    counted: list[_Counted] = []
    for name, rules in found.values():
        made = [(_Counted(pattern, name), plain) for pattern, plain in rules.all]
        counted += [pattern for pattern, _ in made]
        rules.__init__(made)  # type: ignore[misc, arg-type] - the same table, so that every module that has it counts
    return counted


def _count(rules: list[_Counted], messages: Iterable[str]) -> int:
    from bot.spoken import written  # noqa: PLC0415

    asked = sorted(messages)
    for message in asked:
        for rule in rules:
            rule.of(message)
        written(message)
    return len(asked)
