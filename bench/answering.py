"""How long answers take and how much memory they need, on one archive.

Two passes over the same questions: the first as a bot meets them that has just started, made ready as it is by
`xinwen run`, and the second warm. A turn of
a conversation is one answer. Everything is also given as a multiple of a plain FTS5 look-up of the same run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import archives, questions
from bench.measure import Spread, apart, evict, machine, peak_mb, table, timed
from bench.questions import Conversation

_STARTS = 5


@dataclass(frozen=True, slots=True)
class Answered:
    """One process that opened an archive and answered: seconds, and MB at its peak and before opening."""

    opening: float
    warming: float  # what a bot does at its start, before the first message
    first: list[float]
    second: list[float]
    peak: float
    loaded: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("--questions", type=Path, help='JSON lines with "turns"; else made from the archive')
    parser.add_argument("--articles", type=Path, nargs="+", default=[archives.SEEDS], help="else seeds/")


def run(options: argparse.Namespace) -> None:
    """Measure, and print two tables."""
    print(f"answering ({machine()})\n")
    with tempfile.TemporaryDirectory() as folder:
        made = archives.built(options.articles, Path(folder) / "archive.db")
        asked = questions.from_file(options.questions) if options.questions else apart(questions.offered, made.db)
        got = apart(answer_all, made.db, asked)
        plain = Spread.of(apart(_plain, options.articles, asked))
        _compile()
        start = median(_start([sys.executable, "-m", "handlers", "ask", "--db", str(made.db), asked[0][0]]))
        bare = median(_start([sys.executable, "-c", "pass"]))
    _print_answers(got, plain)
    _print_rest(made, got, start, bare, plain)


def answer_all(db: Path, asked: Sequence[Conversation]) -> Answered:
    """Open an archive and answer everything twice. Call it in a process of its own."""
    from bot.assistant import Assistant  # noqa: PLC0415 - the measuring process itself must stay small

    evict(db)
    loaded = peak_mb()
    opening, assistant = timed(Assistant.open, db)
    with closing(assistant):
        warming, _ = timed(assistant.warm)
        first, second = (questions.ask_all(assistant.reply, asked) for _ in range(2))
    return Answered(opening, warming, first, second, peak_mb(), loaded)


def _plain(paths: list[Path], asked: Sequence[Conversation]) -> list[float]:
    from bench.plain import look_up  # noqa: PLC0415 - see above

    return look_up(paths, asked)


def _compile() -> None:
    """Compile the program as setting it up does: sources that changed since then would be compiled at each start."""
    folders = [str(archives.SEEDS.parent / name) for name in ("bot", "handlers", "kb")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *folders], check=True, capture_output=True)


def _start(command: list[str]) -> list[float]:
    """Return the seconds a command takes from its start to its end, several times; 1 is a refusal, no failure."""
    took = []
    for _ in range(_STARTS):
        seconds, done = timed(subprocess.run, command, capture_output=True, check=False, cwd=archives.SEEDS.parent)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{command[1:]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
        took.append(seconds)
    return took


def _print_answers(got: Answered, plain: Spread) -> None:
    rows = []
    for name, spread in (("first pass", Spread.of(got.first)), ("second pass", Spread.of(got.second)), ("plain FTS5", plain)):
        rows.append([name, *spread.cells(), f"{spread.median / plain.median:.1f}", f"{spread.p99 / plain.p99:.1f}"])
    table([f"{len(got.first)} answers, ms", "median", "p90", "p99", "max", "median / FTS5", "p99 / FTS5"], rows)


def _print_rest(made: archives.Built, got: Answered, start: float, bare: float, plain: Spread) -> None:
    def ratio(seconds: float) -> str:
        return f"{seconds * 1000 / plain.median:,.0f} × FTS5"

    table(
        ["what", "figure", "ratio"],
        [
            [f"build, {made.sentences:,} sentences, s", f"{made.seconds:.2f}", f"{made.speed:.2f} MB/s"],
            ["build, peak MB", f"{made.peak:.0f}", ""],
            ["archive, MB", f"{made.file / 1e6:.1f}", f"{made.file / made.text:.1f} × text"],
            ["opening, ms", f"{got.opening * 1000:.0f}", ratio(got.opening)],
            ["made ready for messages, ms", f"{got.warming * 1000:.0f}", ratio(got.warming)],
            [f"`xinwen ask`, median of {_STARTS}, ms", f"{start * 1000:.0f}", f"{start / bare:.0f} × bare Python"],
            ["answering, peak MB", f"{got.peak:.0f}", f"{got.peak / made.file * 1e6:.1f} × archive"],
            ["of which before opening, MB", f"{got.loaded:.0f}", ""],
        ],
    )
