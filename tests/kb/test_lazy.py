"""Patterns compiled at first use: they do what `re` does, and every one in the program is a pattern."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from handlers.prepare import load_all
from kb import lazy


def test_it_does_what_re_does() -> None:
    made, real = lazy.compile(r"(\d+)\s*(yuan)", re.I), re.compile(r"(\d+)\s*(yuan)", re.I)
    text = "12 Yuan and 7YUAN"
    found, wanted = made.search(text), real.search(text)
    assert found and wanted and found.groups() == wanted.groups()
    assert [m.span() for m in made.finditer(text)] == [m.span() for m in real.finditer(text)]
    assert made.sub(r"\2 \1", text) == real.sub(r"\2 \1", text)
    assert made.pattern == real.pattern
    assert made.groups == real.groups


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = lazy.compile("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")
    lazy._made.pop()


def test_every_pattern_of_the_program_compiles() -> None:
    load_all()
    assert lazy.compile_all() > 500


def test_what_a_text_tells_is_remembered_of_the_text_made_plain() -> None:
    tells = lazy.remembered(lazy.compile("share"), str.lower)
    assert [tells("A SHARE of it"), tells("all of it"), tells("A SHARE of it")] == [True, False, True]


def test_a_table_is_made_once_and_its_patterns_are_compiled_with_all_others() -> None:
    made: list[re.Pattern[str]] = []

    @lazy.table
    def table() -> re.Pattern[str]:
        made.append(lazy.compile("(?:a|b)c"))
        return made[-1]

    assert not made
    lazy.compile_all()
    assert table() is table() is made[0]
    assert "search" in vars(made[0])
    assert len(made) == 1
    lazy._tables.pop()


def test_patterns_are_the_same_in_every_process() -> None:
    """Whatever is kept under a pattern's text is found again: sets of texts have another order in each."""
    told = (
        "from handlers.prepare import load_all; from kb import lazy; load_all(); [t() for t in lazy._tables];"
        "print(len(lazy._made)); print(hash('a')); print(*sorted(repr(p.pattern) for p in lazy._made), sep='\\n')"
    )
    seen = [_printed(told, seed) for seed in ("1", "2")]
    (many, _, *first), (_, _, *second) = seen
    assert int(many) > 500
    assert seen[0][1] != seen[1][1]
    assert first == second


def _printed(program: str, seed: str) -> list[str]:
    command, environment = [sys.executable, "-c", program], {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603 - ours
