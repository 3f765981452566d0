"""Where the time goes: opening an archive, answering, building the seeds, building more.

Profiled calls take about twice their usual time; the shares are what counts.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import archives, questions
from bench.distractors import write
from bench.measure import apart, machine, table

_PASSAGE_BYTES = 700  # of a passage of 250 characters, about
_ROOT = str(archives.SEEDS.parent)
PARTS = ("opening", "answering", "seeds", "more")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; else all")
    parser.add_argument("--megabytes", type=float, default=2.0, help="of text to build in `more`")
    parser.add_argument("--corpus", type=Path, help='JSON lines with "text" to take half of that text from')
    parser.add_argument("--questions", type=Path, help='JSON lines with "turns"; else made from the archive')
    parser.add_argument("--rows", type=int, default=15, help="functions to list, the costliest first")


def run(options: argparse.Namespace) -> None:
    """Profile each part and print the functions that cost most."""
    print(f"hotspots ({machine()})\n")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        db = archives.built([archives.SEEDS], home / "archive.db").db
        if not options.parts or "more" in options.parts:
            apart(write, home / "more.jsonl", int(options.megabytes * 1e6 / _PASSAGE_BYTES), options.corpus)
        for part in options.parts or PARTS:
            total, rows = apart(_profiled, part, db, home, options.questions, options.rows)
            table([f"{part}: {total:.2f} s", "calls", "own s", "with callees s", "share"], rows)


def _profiled(part: str, db: Path, home: Path, file: Path | None, most: int) -> tuple[float, list[list[str]]]:
    profile = cProfile.Profile()
    work = _work(part, db, home, file)
    profile.enable()
    work()
    profile.disable()
    stats = pstats.Stats(profile)
    total = float(stats.total_tt)  # type: ignore[attr-defined]  # typeshed leaves it out
    return total, _rows(stats, total, most)


def _work(part: str, db: Path, home: Path, file: Path | None) -> Callable[[], object]:
    """Return what to profile, with everything loaded that it needs and that is not its own cost."""
    from bot.assistant import Assistant  # noqa: PLC0415 - the measuring process itself must stay small
    from kb import make  # noqa: PLC0415

    if part == "opening":
        return lambda: Assistant.open(db).close()
    if part == "seeds":
        return lambda: make.build([archives.SEEDS], home / "again.db")
    if part == "more":
        return lambda: make.build([home / "more.jsonl"], home / "again.db")
    asked = questions.from_file(file) if file else questions.offered(db)
    warm = Assistant.open(db)
    questions.ask_all(warm.reply, asked)
    return lambda: questions.ask_all(warm.reply, asked)


def _rows(stats: pstats.Stats, total: float, most: int) -> list[list[str]]:
    """Return the costliest functions by their own time, then the project's own by all they call."""
    kept = stats.stats.items()  # type: ignore[attr-defined]  # typeshed leaves it out
    by_own = sorted(kept, key=lambda item: -item[1][2])[:most]
    ours = [item for item in kept if item[0][0].startswith(_ROOT) and ".venv" not in item[0][0]]
    by_all = sorted(ours, key=lambda item: -item[1][3])[:most]
    return [*(_row(item, total) for item in by_own), [""] * 5, *(_row(item, total) for item in by_all)]


def _row(item: tuple[tuple[str, int, str], tuple[int, int, float, float, object]], total: float) -> list[str]:
    (file, line, name), (_, calls, own, every, _) = item
    place = Path(file)
    where = f"{place.parent.name}/{place.name}:{line} {name}" if line else name
    return [where[:70], f"{calls:,}", f"{own:.3f}", f"{every:.3f}", f"{every / total:.0%}"]
