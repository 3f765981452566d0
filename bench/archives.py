"""Archives to measure on: built in a process of their own, with what that cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import apart, peak_mb, timed

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@dataclass(frozen=True, slots=True)
class Built:
    """An archive and its making: seconds, peak MB, bytes of text that went in (UTF-8) and of the file."""

    db: Path
    seconds: float
    peak: float
    text: int
    file: int
    articles: int
    sentences: int

    @property
    def speed(self) -> float:
        """MB of text a second."""
        return self.text / 1e6 / self.seconds


def built(paths: Sequence[Path], db: Path) -> Built:
    """Make an archive of `paths` at `db` and return what it cost, the interpreter's own start left out."""
    return apart(_build, list(paths), db)


def _build(paths: list[Path], db: Path) -> Built:
    from kb import articles, aside, make  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.model import Article  # noqa: PLC0415

    seconds, summary = timed(make.build, paths, db)
    peak = peak_mb()
    aside.leave()  # a process that was itself started by another one waits for it before it tells it to end
    text = sum(len(a.text.encode()) for a in articles.read(paths) if isinstance(a, Article))
    return Built(db, seconds, peak, text, db.stat().st_size, summary.editions, summary.sentences)
