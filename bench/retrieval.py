"""How well and how fast search finds, on a public question set, without starting the program for it.

A set is a folder: corpus.jsonl ({"id", "text"} a line) and queries.jsonl ({"id", "text", "gold": article ids,
"answers": texts} a line). R@1, R@5 and MRR@10 are of articles; S@1: the first hit's sentence holds an answer.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import unicodedata
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import archives
from bench.measure import Spread, apart, machine, table, timed

_DEEP = 10
Hit = tuple[str, str, float]  # article, sentence, score


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over questions, 0..1; `s1` over those that have an answer."""

    r1: float
    r5: float
    mrr: float
    s1: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("sets", nargs="+", type=Path, help="folders with corpus.jsonl and queries.jsonl")
    parser.add_argument("--limit", type=int, help="only the first so many questions")
    parser.add_argument("--keep", type=Path, help="a folder to keep archives in; one that is there is not built again")


def run(options: argparse.Namespace) -> None:
    """Measure each set and print a line for each."""
    print(f"retrieval ({machine()})\n")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for one in options.sets:
            home = options.keep or Path(folder)
            db = home / f"{one.resolve().name}.db"
            made = None if options.keep and db.exists() else archives.built([one / "corpus.jsonl"], db)
            asked = lines(one / "queries.jsonl")[: options.limit]
            rows.append([one.resolve().name, str(len(asked)), *apart(_cells, db, asked), f"{made.seconds:.1f}" if made else "-"])
    table(["set", "questions", "R@1", "R@5", "MRR@10", "S@1", "ms", "ms median", "ms p99", "build s"], rows)


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _cells(db: Path, asked: Sequence[dict[str, Any]]) -> list[str]:
    took, found = found_in(db, [q["text"] for q in asked])
    got, spread = scores(asked, found), Spread.of(took)
    figures = [f"{x:.3f}" for x in (got.r1, got.r5, got.mrr, got.s1)]
    return [*figures, *(f"{x:.1f}" for x in (spread.mean, spread.median, spread.p99))]


def found_in(db: Path, texts: Sequence[str]) -> tuple[list[float], list[list[Hit]]]:
    """Return the seconds and the hits of each text, best first, at most one hit an article."""
    from kb.library import Library  # noqa: PLC0415 - the measuring process itself must stay small

    with closing(Library(db)) as library:
        both = [timed(library.search.hits, text, _DEEP) for text in texts]
    return [seconds for seconds, _ in both], [hits for _, hits in both]


def scores(asked: Sequence[dict[str, Any]], found: Sequence[Sequence[Hit]]) -> Scores:
    """Return how well `found` answers `asked`.

    >>> scores([{"gold": ["b"], "answers": ["1,200 家"]}], [[("a", "1200家", 2.0), ("b", "", 1.0)]])
    Scores(r1=0.0, r5=1.0, mrr=0.5, s1=1.0)
    """
    ranks = [_rank(q["gold"], hits) for q, hits in zip(asked, found, strict=True)]
    told = [_told(q["answers"], hits) for q, hits in zip(asked, found, strict=True) if q.get("answers")]
    return Scores(
        sum(r == 1 for r in ranks) / len(ranks),
        sum(0 < r <= 5 for r in ranks) / len(ranks),
        sum(1 / r for r in ranks if r) / len(ranks),
        sum(told) / max(1, len(told)),
    )


def _rank(gold: Sequence[str], hits: Sequence[Hit]) -> int:
    """Return the place of the first right article, from 1; 0 when it is not among the hits."""
    return next((place for place, hit in enumerate(hits[:_DEEP], 1) if hit[0] in gold), 0)


def _told(answers: Sequence[str], hits: Sequence[Hit]) -> bool:
    return bool(hits) and any(_squeezed(answer) in _squeezed(hits[0][1]) for answer in answers if answer)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s,，。、・]+", "", unicodedata.normalize("NFKC", text).lower())
