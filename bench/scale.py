"""What becomes of search and answers as an archive grows to a million passages: time, memory, size, and what is missed.

Missed is measured against the same ranking with nothing left out: every passage that holds any of the terms is
proposed, and thousands are weighed. The first five of both are compared. Answers are to questions about the seeds,
which are in every archive. What adding one article costs is measured last.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench import archives, bare, questions, retrieval
from bench.answering import answer_all
from bench.measure import Spread, apart, evict, machine, peak_mb, table, timed
from bench.questions import Conversation

_COMPARED = 100  # questions that are ranked exhaustively
_FIRST = 5


@dataclass(frozen=True, slots=True)
class Searched:
    """Seconds of opening and of each search, processor seconds of each, peak MB, and the articles found, best first."""

    opening: float
    took: list[float]
    worked: list[float]
    peak: float
    found: list[list[int]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("set", type=Path, help="a folder with corpus.jsonl and queries.jsonl: what is asked")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="more JSON lines to take sentences from")
    parser.add_argument("--passages", default="10000,100000", help="how many, ascending; a million takes half an hour")
    parser.add_argument("--limit", type=int, default=300, help="how many questions")
    parser.add_argument("--keep", type=Path, help="a folder to keep archives in; one that is there is not made again")


def run(options: argparse.Namespace) -> None:
    """Measure each size in turn; a line each."""
    print(f"scale ({machine()}): ms\n")
    asked = [q["text"] for q in retrieval.lines(options.set / "queries.jsonl")][:: 7][: options.limit]
    searching, answering = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        about = apart(questions.offered, archives.built([archives.SEEDS], home / "seeds.db").db)
        for size in map(int, options.passages.split(",")):
            db = (options.keep or home) / f"bare-{size}.db"
            made = None if db.exists() else apart(bare.made, [options.set / "corpus.jsonl", *options.corpus], size, db)
            making = [f"{made.seconds:.0f}", f"{made.peak:.0f}", f"{made.file / made.text:.2f}"] if made else ["-"] * 3
            searching.append([f"{size:,}", *making, *_searching(db, asked)])
            answering.append([f"{size:,}", *_answering(db, about, home)])
    table(
        ["search", "make s", "MB", "file / text", "open", "MB", "median", "90 %", "99 %", "max", "cold median", "99 %", "same of 5", "exhaustive"],
        searching,
    )
    table(["answer", "open", "MB", "cold median", "90 %", "99 %", "max", "warm median", "90 %", "99 %", "max", "add s", "MB"], answering)


def _searching(db: Path, asked: list[str]) -> list[str]:
    got = apart(searched, db, asked)
    full = apart(searched, db, asked[:_COMPARED], exhaustive=True)
    same = [len(set(a[:_FIRST]) & set(b[:_FIRST])) / max(1, len(b[:_FIRST])) for a, b in zip(got.found, full.found, strict=False)]
    return [
        f"{got.opening * 1000:.1f}", f"{got.peak:.0f}", *Spread.of(got.worked).cells(), f"{Spread.of(got.took).median:.1f}",
        f"{Spread.of(got.took).p99:.1f}", f"{sum(same) / len(same):.3f}",
        f"{Spread.of(full.took).median:.0f}",
    ]  # fmt: skip


def _answering(db: Path, about: list[Conversation], home: Path) -> list[str]:
    got = apart(answer_all, db, about)
    seconds, peak = apart(added, db, home / "one.jsonl")
    spreads = (Spread.of(got.first), Spread.of(got.second))
    return [
        f"{got.opening * 1000:.0f}", f"{got.peak:.0f}", *(cell for spread in spreads for cell in spread.cells()),
        f"{seconds:.2f}", f"{peak:.0f}",
    ]  # fmt: skip


def searched(db: Path, asked: list[str], exhaustive: bool = False) -> Searched:
    """Search for each text once, nothing cached."""
    from kb import candidates, plain  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.store import Archive  # noqa: PLC0415

    if exhaustive:
        candidates._READ, plain._PASSAGES, plain._ALWAYS, plain._NEAREST = 1 << 40, 2000, 2000, 500
    evict(db)
    opening, archive = timed(Archive, db)
    with closing(archive):
        search = plain.PlainSearch(archive, candidates.Candidates(archive))
        took, worked, found = [], [], []
        for text in asked:
            begun = time.process_time()
            seconds, hits = timed(search.hits, text, 10)
            worked.append(time.process_time() - begun)
            took.append(seconds)
            found.append([h.article for h in hits])
    return Searched(opening, took, worked, peak_mb(), found)


def added(db: Path, file: Path) -> tuple[float, float]:
    """Add the first of the seeds' articles under another name; return the seconds, reading it included, and peak MB."""
    from kb import articles, make  # noqa: PLC0415 - see above
    from kb.model import Article  # noqa: PLC0415

    text = next(a.text for a in articles.read([archives.SEEDS]) if isinstance(a, Article))
    file.write_text(json.dumps({"id": "one more", "text": f"{text}\n{file}"}, ensure_ascii=False), encoding="utf-8")
    seconds, _ = timed(make.add, [file], db)
    return seconds, peak_mb()
