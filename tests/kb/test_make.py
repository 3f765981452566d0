"""Making an archive: articles are looked through for names once, though they are read twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kb import extract, make
from kb.discover import discover
from kb.model import Entity


def test_names_found_before_are_not_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    news = tmp_path / "news"
    news.mkdir()
    for n in range(4):
        (news / f"{n}.md").write_text(f"# 岚屿科技第{n}季\n\n岚屿科技(Lanyu)公布,2025年营收{n + 2}亿元。", "utf-8")

    def noting(text: str, *rest: Any) -> list[Entity]:
        found.append(text)
        return discover(text, *rest)

    monkeypatch.setattr(extract, "discover", noting)
    monkeypatch.setattr(extract, "_REMEMBERED", 1)
    summary = make.build([news], tmp_path / "a.db", processes=1)
    assert summary.articles == 4
    assert len(found) == len(set(found)) == 4
