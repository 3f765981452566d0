"""What is kept beside the program is read again, made anew when broken, and not missed where it cannot be kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.kept import kept


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    return tmp_path / "var" / "xinwen"


def counted(values: list[int]) -> Callable[[], list[int]]:
    def make() -> list[int]:
        values.append(len(values))
        return list(values)

    return make


def test_it_is_made_once_and_then_read(place: Path) -> None:
    made: list[int] = []
    assert kept("thing", counted(made)) == [0]
    assert kept("thing", counted(made)) == [0]
    assert made == [0]
    assert [p.name.partition("-")[0] for p in place.iterdir()] == ["thing"]


def test_a_broken_file_is_made_anew(place: Path) -> None:
    kept("thing", lambda: "first")
    (file,) = place.iterdir()
    file.write_bytes(b"no pickle")
    assert kept("thing", lambda: "second") == "second"
    assert kept("thing", lambda: "third") == "second"


def test_nothing_is_kept_where_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "var").write_text("a file, no folder")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert kept("thing", lambda: 1) == 1
    assert kept("thing", lambda: 2) == 2
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert kept("thing", lambda: 3) == 3


def test_only_a_few_files_stay(place: Path) -> None:
    for n in range(20):
        kept(f"thing{n}", lambda: "kept")
    assert len(list(place.iterdir())) == 12
