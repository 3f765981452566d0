"""What making an archive costs: seconds, processor seconds by process, and how fast articles are read."""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench import archives
from bench.measure import apart, machine, table, timed

_HEADER = ("articles", "MB", "build s", "cpu s: all", "this", "others", "reading MB / cpu s", "least of")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("--articles", nargs="+", type=Path, action="append", help="files and folders of one archive; may be given again")
    parser.add_argument("--times", type=int, default=3, help="how often each is built")


def run(options: argparse.Namespace) -> None:
    """Build each archive so often and print the least of each figure: what else the machine does only adds."""
    print(f"building ({machine()})\n")
    table(_HEADER, [_row(paths, options.times) for paths in options.articles or [[archives.SEEDS]]])


def _row(paths: Sequence[Path], times: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        costs = [apart(_build, list(paths), Path(folder, "a.db")) for _ in range(times)]
    megabytes, reading = apart(_read, list(paths), times)
    wall, everything, this = (min(cost[i] for cost in costs) for i in range(3))
    others = min(cost[1] - cost[2] for cost in costs)
    figures = (f"{x:.1f}" for x in (wall, everything, this, others))
    return [str(paths[0]), f"{megabytes:.2f}", *figures, f"{megabytes / reading:.2f}", str(times)]


def _build(paths: list[Path], db: Path) -> tuple[float, float, float]:
    """Seconds, processor seconds of all processes, and of the one that writes, all without loading the program."""
    from kb import make  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.aside import leave  # noqa: PLC0415

    begun = time.process_time()
    seconds, _ = timed(make.build, paths, db)
    this = time.process_time() - begun
    leave()  # what other processes used is known when they are gone
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, this + used.ru_utime + used.ru_stime, this


def _read(paths: list[Path], times: int) -> tuple[float, float]:
    """MB of text, and the least processor seconds that reading what it says takes in one process."""
    from kb import articles, vocabulary  # noqa: PLC0415 - see above
    from kb.discovery.page import capital_words, listed_words  # noqa: PLC0415
    from kb.extract import Extractor  # noqa: PLC0415
    from kb.model import Article  # noqa: PLC0415
    from kb.names import Names  # noqa: PLC0415

    extract = Extractor(Names(vocabulary.load()), listed_words(), capital_words())
    offered = [a for a in articles.read(paths) if isinstance(a, Article)]
    spent = []
    for _ in range(times):
        begun = time.process_time()
        for article in offered:
            extract(article)
        spent.append(time.process_time() - begun)
    return sum(len(a.text.encode()) for a in offered) / 1e6, min(spent)
