"""Firms that one article names in Chinese alone and another in English alone are one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kb import make
from kb.library import Library

_ZH = '---\ntitle: "甲報"\npublisher: 甲報\npublished: 2026-01-05\n---\n\n馭嵐汽車1月4日公布，2025年營收為312億元，年增18%。\n'
_EN = '---\ntitle: "Yulan Auto opens a plant"\npublisher: The B Post\npublished: 2026-02-05\nlang: en\n---\n\nYulan Auto delivered 401,380 cars in 2025. Its founder is Mei Tan.\n'


def ids(folder: Path, *texts: str) -> set[str]:
    for n, text in enumerate(texts):
        (folder / f"{n}.md").write_text(text, encoding="utf-8")
    make.build(sorted(folder.glob("*.md")), folder / "a.db")
    with closing(Library(folder / "a.db")) as library:
        return {f.subject for f in library.archive.facts() if f.measure in ("revenue", "deliveries")}


def test_a_firm_is_known_by_the_sound_of_its_name_and_its_trade(tmp_path: Path) -> None:
    assert ids(tmp_path, _ZH, _EN) == {"found:驭岚汽车"}


def test_another_trade_is_another_firm(tmp_path: Path) -> None:
    assert len(ids(tmp_path, _ZH, _EN.replace("Yulan Auto", "Yulan Pharma"))) == 2
