"""What becomes of search alone as an archive grows to a million passages: time, memory, size, and what it misses.

Missed is measured against the same ranking with nothing left out: every passage that holds any of the terms is
proposed, and thousands are weighed. The first five of both are compared.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench import bare, retrieval
from bench.measure import Spread, apart, evict, machine, peak_mb, table, timed

_COMPARED = 60  # questions that are ranked exhaustively: each takes seconds
_FIRST = 5


@dataclass(frozen=True, slots=True)
class Searched:
    """Seconds of opening and of each search, peak MB, and the articles found, best first."""

    opening: float
    took: list[float]
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
    print(f"scale ({machine()}): ms a search\n")
    asked = [q["text"] for q in retrieval.lines(options.set / "queries.jsonl")][:: 7][: options.limit]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.passages.split(",")):
            db = (options.keep or Path(folder)) / f"bare-{size}.db"
            made = None if db.exists() else apart(bare.made, [options.set / "corpus.jsonl", *options.corpus], size, db)
            got = apart(searched, db, asked)
            spread = Spread.of(got.took)
            full = apart(searched, db, asked[:_COMPARED], exhaustive=True)
            same = [len(set(a[:_FIRST]) & set(b[:_FIRST])) / max(1, len(b[:_FIRST])) for a, b in zip(got.found, full.found, strict=False)]
            rows.append([
                f"{size:,}", f"{made.seconds:.0f}" if made else "-", f"{made.file / made.text:.2f}" if made else "-",
                f"{got.opening * 1000:.1f}", f"{got.peak:.0f}", *spread.cells(), f"{sum(same) / len(same):.3f}",
                f"{Spread.of(full.took).median:.0f}",
            ])  # fmt: skip
    table(
        ["passages", "make s", "file / text", "open ms", "MB", "median", "90 %", "99 %", "max", "same of 5", "exhaustive"],
        rows,
    )


def searched(db: Path, asked: list[str], exhaustive: bool = False) -> Searched:
    """Search for each text once, nothing cached."""
    from kb import candidates, plain  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.store import Archive  # noqa: PLC0415

    if exhaustive:
        candidates._READ, candidates._LONG, plain._PASSAGES, plain._NEAREST = 1 << 40, 1 << 40, 2000, 500
    evict(db)
    opening, archive = timed(Archive, db)
    with closing(archive):
        search = plain.PlainSearch(archive, candidates.Candidates(archive))
        both = [timed(search.hits, text, 10) for text in asked]
    return Searched(opening, [s for s, _ in both], peak_mb(), [[h.article for h in hits] for _, hits in both])
