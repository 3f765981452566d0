"""What becomes of speed, size and memory as an archive grows by articles that are in the way."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench import archives, questions
from bench.answering import answer_all
from bench.distractors import write
from bench.measure import Spread, apart, evict, machine, table, timed
from bench.questions import Conversation

_HEADER = (
    "passages", "sentences", "build s", "MB/s", "build MB", "file / text", "open ms", "MB",
    "rank median", "rank p99", "answer median", "answer p99", "warm median", "warm p99",
)  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("--passages", type=_sizes, default=[10_000], help="10000,100000: how many are added, ascending")
    parser.add_argument("--corpus", type=Path, help='JSON lines with "text" to take half of the sentences from')
    parser.add_argument("--questions", type=Path, help='JSON lines with "turns"; else made from the archive')


def run(options: argparse.Namespace) -> None:
    """Measure each size in turn and print a line for each; ms are of calls on a question not asked before."""
    print(f"growth ({machine()}): ms a call, memory in MB\n")
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for size in (0, *options.passages):
            rows.append(_row(size, options, Path(folder)))
            print(f"{size:,} done", file=sys.stderr, flush=True)  # the larger ones take minutes
    table(_HEADER, rows)


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


def _row(size: int, options: argparse.Namespace, folder: Path) -> list[str]:
    paths = [archives.SEEDS]
    if size:
        paths.append(folder / "distractors.jsonl")
        apart(write, paths[1], size, options.corpus)
    made = archives.built(paths, folder / "archive.db")
    # The same questions at every size: those of the seeds alone, which are built first.
    asked = questions.from_file(options.questions) if options.questions else _offered(made.db, folder, size)
    rank = Spread.of(apart(rank_all, made.db, asked))
    got = apart(answer_all, made.db, asked)
    cold, warm = Spread.of(got.first), Spread.of(got.second)
    return [
        f"{size:,}", f"{made.sentences:,}", f"{made.seconds:.1f}", f"{made.speed:.2f}", f"{made.peak:.0f}",
        f"{made.file / made.text:.1f}", f"{got.opening * 1000:.0f}", f"{got.peak:.0f}",
        *(f"{x:.1f}" for x in (rank.median, rank.p99, cold.median, cold.p99, warm.median, warm.p99)),
    ]  # fmt: skip


def _offered(db: Path, folder: Path, size: int) -> list[Conversation]:
    kept = folder / "offered.jsonl"
    if not size:
        apart(_keep, db, kept)
    return questions.from_file(kept)


def _keep(db: Path, kept: Path) -> None:
    questions.to_file(kept, questions.offered(db))


def rank_all(db: Path, asked: Sequence[Conversation]) -> list[float]:
    """Return the seconds that ranking sentences takes for each question, read beforehand, each once."""
    from bot.reader import Reader  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.library import Library  # noqa: PLC0415

    with closing(Library(db)) as library:
        reader = Reader(library)
        read = [reader.read(turns[0]) for turns in asked]
        evict(db)
        return [timed(library.search.rank, q.needs, q.subjects, library.visible(q.lang))[0] for q in read]
