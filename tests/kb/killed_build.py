"""A build that kills itself with SIGKILL at the stage told: `python killed_build.py STAGE DB FOLDER`."""

import os
import signal
import sys
from pathlib import Path

from archive_samples import crew, terms

from kb import build as building
from kb.addition import Addition
from kb.writer import Writer


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(stage: str) -> None:
    """Put `die` in the place of the step that `stage` names."""
    calls = iter(range(100))
    if stage == "verify":
        Writer._verify = die
    elif stage == "sync":
        os.fsync = die
    elif stage == "swap":
        Path.replace = die
    elif stage == "commit":
        Addition.commit = die
    elif stage == "half written":  # the cache holds so little that pages are in the file before the commit
        opened = Addition._open
        Addition._open = lambda self: (opened(self), self.db.execute("PRAGMA cache_size = 1"))
        Addition.commit = die
    elif stage == "committed":
        Addition.discard = die
    elif stage == "synced folder":
        os.fsync = lambda descriptor: die() if next(calls) == 1 else None


def dying_terms(stage: str):
    calls = iter(range(10**6))
    last = int(stage) if stage.isdigit() else -1
    return lambda sentence, article: die() if next(calls) == last else terms(sentence, article)


if __name__ == "__main__":
    how, stage, db, folder = sys.argv[1:]
    arm(stage)
    getattr(building, how)([Path(folder)], Path(db), crew(words=dying_terms(stage)))
