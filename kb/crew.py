"""The same work on many things: in this process while there are few, in several when there are many.

Results come in the order of the things, whatever the number of processes, so that what is made of them is the
same. Only a few batches are on their way at a time, so memory does not grow with the number of things.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from kb.errors import ArchiveError

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")

_ALONE = 300_000  # of size: what is done before other processes would be ready
_BATCH = 30_000  # of size, handed to a process at a time
_AHEAD = 3  # batches on their way, for each process
_LOOK = 1.0  # seconds between two looks whether the process that wants the work is still there

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failed:
    """What went wrong with one thing, as Python prints it."""

    trace: str


Job = tuple[K, T | None]  # what it is called, and the thing; nothing is done with `None`


class Crew(Generic[T, R]):
    """Does `work` on things. In other processes `begin(*args)` is called first; all of them can be pickled."""

    def __init__(
        self,
        work: Callable[[T], R],
        size: Callable[[T], int],
        begin: Callable[..., None] | None = None,
        args: tuple[object, ...] = (),
        processes: int | None = None,
    ) -> None:
        """Take what is to be done and how much a thing of what size is (bytes); as many `processes` as there are cores.

        Without `begin` everything is done in this process.
        """
        self._work, self._size, self._begin, self._args = work, size, begin, args
        self._processes = (processes or cores()) if begin else 1

    def over(self, jobs: Iterable[Job[K, T]]) -> Iterator[tuple[K, R | Failed | None]]:
        """Yield each job's name with what came of it, in order. Raises `ArchiveError` when a process was killed."""
        jobs = iter(jobs)
        done = 0
        for name, thing in jobs:
            if thing is not None and self._processes > 1 and (done := done + self._size(thing)) > _ALONE:
                yield from self._together(chain([(name, thing)], jobs))
                return
            yield name, None if thing is None else _attempt(self._work, thing)

    def _together(self, jobs: Iterable[Job[K, T]]) -> Iterator[tuple[K, R | Failed | None]]:
        waiting: deque[tuple[list[Job[K, T]], Future[list[R | Failed]]]] = deque()
        assert self._begin is not None  # else there is one process
        begin = (os.getpid(), self._begin, self._args)
        pool = ProcessPoolExecutor(self._processes, initializer=start, initargs=begin)
        try:
            for batch in self._batches(jobs):
                things = [thing for _, thing in batch if thing is not None]
                waiting.append((batch, pool.submit(_all, self._work, things)))
                if len(waiting) >= _AHEAD * self._processes:
                    yield from _named(*waiting.popleft())
            while waiting:
                yield from _named(*waiting.popleft())
        except BrokenProcessPool as error:
            raise ArchiveError("A process that read articles was killed; was there memory enough?") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _batches(self, jobs: Iterable[Job[K, T]]) -> Iterator[list[Job[K, T]]]:
        batch: list[Job[K, T]] = []
        size = 0
        for job in jobs:
            batch.append(job)
            size += 100 if job[1] is None else self._size(job[1])
            if size >= _BATCH:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def _named(batch: list[Job[K, T]], future: Future[list[R | Failed]]) -> Iterator[tuple[K, R | Failed | None]]:
    results = iter(future.result())
    for name, thing in batch:
        yield name, None if thing is None else next(results)


def cores() -> int:
    """Return how many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _attempt(work: Callable[[T], R], thing: T) -> R | Failed:
    try:
        return work(thing)
    except Exception:  # noqa: BLE001 - told and logged by who wants the work: a rule that stumbles over one text must not cost all the others
        return Failed(traceback.format_exc())


def _all(work: Callable[[T], R], things: list[T]) -> list[R | Failed]:
    return [_attempt(work, thing) for thing in things]


def start(wanted_by: int, begin: Callable[..., None], args: tuple[object, ...]) -> None:
    """Begin a process that ends with `wanted_by`, the one that wants its work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that wants the work
    threading.Thread(target=_end_with, args=(wanted_by,), daemon=True).start()
    begin(*args)


def _end_with(wanted_by: int) -> None:
    """End this process when the one that wants its work is gone, killed perhaps."""
    while os.getppid() == wanted_by or os.name == "nt":
        time.sleep(_LOOK)
    os._exit(1)
