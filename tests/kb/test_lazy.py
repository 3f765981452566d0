"""Patterns compiled at first use: they do what `re` does, and every one in the program is a pattern."""

from __future__ import annotations

import re

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
