"""Work in the other process: done there when it can be had, done here when not, and gone when this one is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kb import aside as asides
from kb import crew
from kb.aside import aside, leave


@pytest.fixture
def afresh() -> Iterator[None]:
    """Another process than the one that other tests use, and none of it left to them."""
    leave()
    yield
    leave()


def fragile(here: int) -> int:
    """Killed anywhere but here."""
    if os.getpid() != here:
        os._exit(1)
    return here


def refuse(*_: object, **__: object) -> None:
    raise OSError("no process for you")


def unlucky() -> None:
    raise ValueError("unlucky")


needs_two = pytest.mark.skipif(crew.cores() < 2, reason="there is one core only")


@needs_two
def test_it_is_another_process_and_always_the_same(afresh: None) -> None:
    first, second = aside(os.getpid), aside(os.getpid)
    assert first() == second() != os.getpid()


@needs_two
def test_what_goes_wrong_there_is_told_here(afresh: None) -> None:
    with pytest.raises(ValueError, match="unlucky"):
        aside(unlucky)()


def test_with_one_core_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 1)
    assert aside(os.getpid)() == os.getpid()


def test_without_a_process_it_is_done_here(afresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asides, "ProcessPoolExecutor", refuse)
    assert aside(os.getpid)() == os.getpid()


def test_when_it_is_killed_the_work_is_done_here_and_so_is_all_after_it(afresh: None) -> None:
    assert aside(fragile, os.getpid())() == os.getpid()
    assert aside(os.getpid)() == os.getpid()


@needs_two
@pytest.mark.skipif(os.name == "nt", reason="there, a process does not know whose it is")
def test_it_ends_with_the_process_that_is_killed() -> None:
    code = "import os, time; from kb.aside import aside; print(aside(os.getpid)(), flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ourselves
        assert process.stdout is not None
        assert int(process.stdout.readline()) != process.pid
        process.kill()
        assert process.communicate(timeout=10) == ("", None)  # not before the other lets go of it too
