"""Work done in several processes comes back in order, whole, and with what went wrong told."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb import crew as crews
from kb import make
from kb.crew import Crew, Failed
from kb.errors import ArchiveError
from kb.store import Archive


def double(number: int) -> tuple[int, int]:
    if number == 13:
        raise ValueError("unlucky")
    if number == 666:
        os._exit(1)
    return 2 * number, os.getpid()


def begin() -> None:
    """Nothing is needed."""


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Crew[int, tuple[int, int]]:
    """A crew that takes every number for large enough to be worth other processes."""
    monkeypatch.setattr(crews, "_ALONE", 3)
    monkeypatch.setattr(crews, "_BATCH", 4)
    return Crew(double, lambda _: 1, begin, (), processes=2)


def test_results_come_in_order_with_what_nothing_was_to_be_done_for(many: Crew[int, tuple[int, int]]) -> None:
    jobs = [(n, None if n % 5 == 0 else n) for n in range(40)]
    got = list(many.over(jobs))
    assert [n for n, _ in got] == list(range(40))
    assert all((r is None) if n % 5 == 0 else isinstance(r, Failed) or r[0] == 2 * n for n, r in got)
    assert [n for n, r in got if isinstance(r, Failed)] == [13]
    assert "unlucky" in next(r.trace for _, r in got if isinstance(r, Failed))
    assert os.getpid() not in {r[1] for n, r in got if isinstance(r, tuple) and n > 10}


def test_little_is_done_here() -> None:
    crew = Crew(double, lambda _: 1, begin, (), processes=2)
    assert {r[1] for _, r in crew.over((n, n) for n in range(9)) if isinstance(r, tuple)} == {os.getpid()}


def test_few_batches_are_on_their_way(many: Crew[int, tuple[int, int]]) -> None:
    taken = []
    jobs = ((taken.append(n), (n, n))[1] for n in range(1000, 1400))
    for number, _ in many.over(jobs):
        assert len(taken) <= number - 1000 + 4 + 4 * 2 * (crews._AHEAD + 1)


def test_a_process_that_is_killed_is_told(many: Crew[int, tuple[int, int]]) -> None:
    with pytest.raises(ArchiveError, match="killed"):
        list(many.over((n, n) for n in range(660, 670)))


def test_an_archive_is_the_same_whatever_the_number_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crews, "_ALONE", 1000)
    monkeypatch.setattr(crews, "_BATCH", 2000)
    lines = [
        {"id": f"n{n}", "text": f"砥石{'一二三四五'[n % 5]}科技(68{n:04}.SH)預計2025年營收為{n + 2}億元。該公司董事長李清源表示，毛利率為{n}%。"}
        for n in range(60)
    ]
    lines += [lines[7], {"id": "n8", "text": "另一篇。"}]
    (tmp_path / "n.jsonl").write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    contents = []
    for processes in (1, 2, 3):
        summary = make.build([tmp_path / "n.jsonl"], tmp_path / f"{processes}.db", processes=processes)
        with closing(sqlite3.connect(tmp_path / f"{processes}.db")) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            rows = {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in tables if not t.startswith("_sqlite") and t != "passage_terms"}  # the index is read by its parts
        rows = {t: r for t, r in rows.items() if "migrations" not in t}  # those tell when they were applied
        contents.append((summary, rows))
    assert contents[0] == contents[1] == contents[2]
    assert len(contents[0][0].added) == 60
    assert (contents[0][0].unchanged, len(contents[0][0].unreadable)) == (("n7",), 1)


def test_adding_leaves_the_same_names_as_building(tmp_path: Path) -> None:
    texts = {
        "a": "砥石科技(688901.SH)預計2025年營收為12億元。",
        "b": "砥石科技的董事長李清源表示，公司與青湖半導體(688902.SH)達成合作。",
        "c": "青湖半導體發佈公告，預計2025年淨利潤為2億元。",
    }
    folder = tmp_path / "news"
    folder.mkdir()
    for key, text in texts.items():
        (folder / f"{key}.txt").write_text(f"標題{key}\n\n{text}\n")
    make.build([folder], tmp_path / "whole.db")
    (folder / "b.txt").write_text("標題b\n\n渡口生物(688903.SH)預計2025年營收為3億元。\n")
    make.build([folder / "a.txt", folder / "b.txt"], tmp_path / "grown.db")
    (folder / "b.txt").write_text(f"標題b\n\n{texts['b']}\n")
    make.add([folder / "b.txt", folder / "c.txt"], tmp_path / "grown.db")
    kept = []
    for name in ("whole", "grown"):
        with Archive(tmp_path / f"{name}.db") as archive:
            ids = [i for i in archive.entity_ids() if i.startswith("found:")]
            keys = archive._all("SELECT * FROM name_keys ORDER BY key, entity")
            spelled = [r for r in archive._all("SELECT * FROM spellings ORDER BY form, key") if r[0][0] != "^"]
            heard = archive._all("SELECT term FROM heard WHERE seen ORDER BY term")
            kept.append((archive.entities_of(ids), keys, spelled))
            assert heard
    assert kept[0] == kept[1]
