"""Patterns that are kept do what compiled ones do, and are made anew where what is kept cannot be used."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import patternstore

_PATTERNS = [(r"(?P<year>\d{4})年(?:第(?P<n>[一二三四])季)?", 0), (r"\b(net|gross) (profit|loss)\b", int(re.I)), (r"^[^,，]+(?<!不)是", int(re.M))]
_TEXT = "2025年第三季,Net Profit 是\n不是 net loss,毛利是2024年的"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    patternstore._known.cache_clear()
    yield tmp_path / "var" / "xinwen"
    patternstore._known.cache_clear()


def read_again() -> None:
    patternstore._known.cache_clear()
    re.purge()


@pytest.mark.parametrize(("pattern", "flags"), _PATTERNS)
def test_a_kept_pattern_finds_the_same(place: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, flags: int) -> None:
    patternstore.keep(_PATTERNS)
    read_again()
    real = re.compile(pattern, flags)
    with monkeypatch.context() as without:
        without.setattr(re, "compile", lambda *_: pytest.fail("compiled, though it was kept"))
        made = patternstore.compiled(pattern, flags)
    assert (made.pattern, made.flags, made.groups, dict(made.groupindex)) == (real.pattern, real.flags, real.groups, dict(real.groupindex))
    assert [(m.span(), m.groups(), m.lastgroup) for m in made.finditer(_TEXT)] == [(m.span(), m.groups(), m.lastgroup) for m in real.finditer(_TEXT)]
    assert made == patternstore.compiled(pattern, flags)


def test_what_is_not_kept_is_compiled(place: Path) -> None:
    assert patternstore.compiled("a+", 0).findall("caab") == ["aa"]
    with pytest.raises(re.error):
        patternstore.compiled("(", 0)


@pytest.mark.parametrize("broken", [b"", b"no marshal", b"\x00" * 40])
def test_a_broken_file_is_made_anew(place: Path, broken: bytes) -> None:
    patternstore.keep(_PATTERNS)
    (file,) = place.iterdir()
    file.write_bytes(broken)
    read_again()
    assert patternstore.compiled(*_PATTERNS[0]).search(_TEXT)
    patternstore.keep(_PATTERNS)
    assert file.stat().st_size > 100


def test_numbers_that_are_no_pattern_are_not_used(place: Path) -> None:
    patternstore.keep(_PATTERNS)
    (file,) = place.iterdir()
    begin, end = patternstore._known().places[_PATTERNS[0]]
    kept = file.read_bytes()
    file.write_bytes(kept[:begin] + b"\xff" * (end - begin) + kept[end:])
    read_again()
    assert patternstore.compiled(*_PATTERNS[0]).search(_TEXT)


def test_nothing_is_kept_where_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    (tmp_path / "var").write_text("a file, no folder")
    patternstore.keep(_PATTERNS)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    patternstore.keep(_PATTERNS)
    assert patternstore.compiled(*_PATTERNS[1]).search(_TEXT)
