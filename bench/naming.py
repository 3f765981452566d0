"""How long it takes to find names in a question, exact and misspelt, among very many, and how much memory.

The names are made up of common syllables and characters, the same ones every time; they are enrolled in an archive
of the seeds as articles would introduce them. Beside it: rapidfuzz over a list of all of them.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench import archives
from bench.measure import Spread, apart, evict, machine, peak_mb, table, timed

_ASKED = 300
_COMPARED = 10  # look-ups by rapidfuzz, which take long
_HAN = "安邦博昌晨诚达德鼎东恩方飞丰福富高光广海航和恒宏华汇嘉健江杰金京景九凯康科蓝朗力联良林龙隆美明铭南宁平普奇启千勤青庆仁荣瑞润森盛世舒顺思泰腾天通同万伟文新信兴星旭雅阳一亿益永优宇元远云泽展正志智中众卓"
_SYLLABLES = "al an ar bel bor cal cor dan del dor el en far fen gal gar hal hel in ir jor kal ker lan lor mar mel nor ol or pel qua ral ren sal sol tal tor ul ur val ven wil xen yor zan zel".split()
_ENDS = ("科技", "能源", "医药", "电子", "航空")


@dataclass(frozen=True, slots=True)
class Looked:
    """One process: seconds of opening and of look-ups, how many were right, and MB at its peak."""

    opening: float
    exact: list[float]
    misspelt: list[float]
    right: int
    peak: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("--names", type=int, default=100_000, help="how many are added, two to a company")


def run(options: argparse.Namespace) -> None:
    """Measure without and with the added names, and print a line for each."""
    print(f"names ({machine()}): ms a question, memory in MB\n")
    with tempfile.TemporaryDirectory() as folder:
        made = archives.built([archives.SEEDS], Path(folder) / "archive.db")
        rows = [_row("seeds", made.db, "-")]
        seconds, _ = timed(apart, enrolled, made.db, options.names // 2)
        print(f"{options.names:,} enrolled in {seconds:.0f} s", file=sys.stderr, flush=True)
        compared = Spread.of(apart(_by_rapidfuzz, options.names // 2)).median
        rows.append(_row(f"{options.names:,} more", made.db, f"{compared:,.0f}"))
    table(
        ["names", "file MB", "open ms", "exact median", "p99", "misspelt median", "p99", "right", "MB", "rapidfuzz, all names"],
        rows,
    )


def _row(name: str, db: Path, compared: str) -> list[str]:
    got = apart(look_up, db)
    exact, misspelt = Spread.of(got.exact), Spread.of(got.misspelt)
    times = (exact.median, exact.p99, misspelt.median, misspelt.p99)
    return [
        name, f"{db.stat().st_size / 1e6:.0f}", f"{got.opening * 1000:.0f}", *(f"{t:.2f}" for t in times),
        f"{got.right / _ASKED:.0%}", f"{got.peak:.0f}", compared,
    ]  # fmt: skip


def companies(number: int) -> list[tuple[str, str]]:
    """Return (Chinese name, English name) of made-up companies."""
    rng = random.Random(3)  # noqa: S311 - the same ones every time
    return [
        ("".join(rng.choices(_HAN, k=3)) + rng.choice(_ENDS), "".join(rng.choices(_SYLLABLES, k=4)).title() + " Ltd")
        for _ in range(number)
    ]


def enrolled(db: Path, number: int) -> None:
    """Enrol made-up companies in an archive as if its first article had introduced them."""
    from sqlite_utils import Database  # noqa: PLC0415 - the measuring process itself must stay small

    from kb import dictionary, enrol, rows, vocabulary  # noqa: PLC0415
    from kb.model import Entity  # noqa: PLC0415
    from kb.names import Names  # noqa: PLC0415

    with closing(sqlite3.connect(db)) as connection:
        new = (Entity(f"found:{zh}{n}", "company", {"zh-Hant": zh, "en": en}, (zh, en)) for n, (zh, en) in enumerate(companies(number)))
        connection.executemany("INSERT INTO entities VALUES (1, ?, ?, ?, ?, ?, ?)", (tuple(rows.entity_row(e).values()) for e in new))
        enrol.found(Database(connection), Names(vocabulary.load()), dictionary.ordinary_words())
        connection.commit()


def look_up(db: Path) -> Looked:
    """Read questions about the seeds' companies: one half as it should be written, one half with a slip."""
    from kb.library import Library  # noqa: PLC0415
    from kb.text import fold  # noqa: PLC0415

    evict(db)
    opening, library = timed(Library, db)
    with closing(library):
        exact, misspelt, right = [], [], 0
        for question, slip in _questions():
            folded = fold(question)
            exact.append(timed(library.names.find, folded)[0])
            folded = fold(slip)
            rest = list(folded)
            for span in library.names.find(folded):
                rest[span.start : span.end] = "\n" * (span.end - span.start)
            seconds, found = timed(library.misspelt.find, folded, "".join(rest))
            misspelt.append(seconds)
            right += any("moore-threads" in s.ids or "cambricon" in s.ids for s in found)
        return Looked(opening, exact, misspelt, right, peak_mb())


def _questions() -> list[tuple[str, str]]:
    """Questions, each also with a slip in the name."""
    asked = [("摩尔线程{}年第{}季的营收是多少", "磨尔线程{}年第{}季的营收是多少"), ("What was Cambricon's revenue in {}, quarter {}?", "What was Cambricn's revenue in {}, quarter {}?")]
    return [(q.format(2000 + n, n % 4 + 1), s.format(2000 + n, n % 4 + 1)) for n in range(_ASKED // 2) for q, s in asked]


def _by_rapidfuzz(number: int) -> list[float]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    names = [name for pair in companies(number) for name in pair]
    asked = [slip for _, slip in _questions()[:_COMPARED]]
    return [timed(process.extractOne, slip, names, scorer=fuzz.partial_ratio)[0] for slip in asked]
