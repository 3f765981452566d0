"""What every measurement needs: percentiles, peak memory, a process of its own, a table.

Leaves out what is measured. Times are wall-clock seconds inside, milliseconds where they are printed.
"""

from __future__ import annotations

import os
import platform
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import ceil
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Spread:
    """How long one kind of thing took, in milliseconds."""

    median: float
    p90: float
    p99: float
    most: float
    mean: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Spread:
        """Return the spread of at least one duration.

        >>> Spread.of([0.001, 0.002, 0.009]).median
        2.0
        """
        ms = sorted(s * 1000 for s in seconds)
        return cls(percentile(ms, 0.5), percentile(ms, 0.9), percentile(ms, 0.99), ms[-1], sum(ms) / len(ms))

    def cells(self) -> list[str]:
        """Return median, 90th, 99th percentile and maximum as text."""
        return [f"{x:.1f}" for x in (self.median, self.p90, self.p99, self.most)]


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` of the ascending values do not exceed (nearest rank).

    >>> percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 0.99)
    (2, 4)
    """
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def timed(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> tuple[float, T]:
    """Return how many seconds a call took, and what it returned."""
    begun = time.perf_counter()
    got = work(*args, **named)
    return time.perf_counter() - begun, got


def peak_mb() -> float:
    """Return the most memory this process has had resident so far, in MB (10**6 bytes).

    On Linux a new process begins with its parent's peak, so the parent must stay small.
    """
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1e6 if sys.platform == "darwin" else used * 1024 / 1e6


def apart(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """Call in a fresh process: nothing cached, and memory that is this work's alone."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *args, **named).result()


def evict(path: Path) -> None:
    """Ask the system to forget what it has cached of a file, so that reading it means reading the disk."""
    if not hasattr(os, "posix_fadvise"):  # not on macOS: there the first pass is cold in this process only
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: the first column to the left, the others, which are figures, to the right."""
    lines = [list(header), *map(list, rows)]
    wide = [max(len(line[i]) for line in lines) for i in range(len(header))]
    for line in lines:
        first, *others = (cell.ljust(w) if not i else cell.rjust(w) for i, (cell, w) in enumerate(zip(line, wide, strict=True)))
        print("  ".join([first, *others]).rstrip(), flush=True)
    print(flush=True)


def machine() -> str:
    """Return what figures depend on besides the program: cores and versions, no names."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
