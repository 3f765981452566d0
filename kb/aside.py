"""Work that needs nothing of what is done here, done meanwhile in one other process."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from typing import ParamSpec, TypeVar

from kb import crew

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)


def aside(work: Callable[P, R], *args: P.args, **named: P.kwargs) -> Callable[[], R]:
    """Begin work and return what waits for its result. `work`, what it is given and what it returns can be pickled.

    It is always the same process, which keeps what it has read and ends with this one. Where there is none to be
    had, or but one core, or it is killed, the work is done here, when its result is wanted.
    """
    here = partial(work, *args, **named)
    if crew.cores() < 2:
        return here
    try:
        future = _other(os.getpid()).submit(here)
    except (OSError, NotImplementedError, BrokenProcessPool) as error:
        log.info("working alone: %s", error)
        return here

    def result() -> R:
        try:
            return future.result()
        except BrokenProcessPool as error:
            log.info("working alone from here on: %s", error)
            return here()

    return result


def leave() -> None:
    """Let the other process end, if there is one, and wait for that; the next work begins a new one."""
    if _other.cache_info().currsize:
        _other(os.getpid()).shutdown()
        _other.cache_clear()


@cache
def _other(wanted_by: int) -> ProcessPoolExecutor:
    """The other process of this one; a process that was forked from this has its own."""
    return ProcessPoolExecutor(1, initializer=crew.start, initargs=(wanted_by, _ready, ()))


def _ready() -> None:
    """What this process makes it keeps: looking through it for garbage costs a tenth of the work and finds none."""
    gc.disable()
