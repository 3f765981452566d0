"""Archives of very many passages, most of them made without reading what they say: for measuring how search grows.

Those passages are sentences of public sets, shuffled, the same every time; no names, facts or topics are in them.
The articles in `seeds/` are added at the end, read as usual, so that questions about them can be asked.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.archives import SEEDS
from bench.measure import peak_mb, timed

_LONG = 250  # characters of one passage, about
_LEAST = 8  # characters of a sentence that is used


@dataclass(frozen=True, slots=True)
class Bare:
    """What making an archive cost: seconds and peak MB without the seeds, bytes of text (UTF-8) and of the file."""

    db: Path
    seconds: float
    peak: float
    text: int
    file: int
    sentences: int


def made(corpora: Sequence[Path], number: int, db: Path) -> Bare:
    """Make an archive of `number` passages of the sentences of `corpora` (JSON lines with "text")."""
    from kb import make  # noqa: PLC0415 - the measuring process itself must stay small

    seconds, (text, sentences) = timed(_make, corpora, number, db)
    peak = peak_mb()
    make.add([SEEDS], db)
    return Bare(db, seconds, peak, text, db.stat().st_size, sentences)


def _make(corpora: Sequence[Path], number: int, db: Path) -> tuple[int, int]:
    from bench.retrieval import lines  # noqa: PLC0415 - the measuring process itself must stay small
    from kb import make, passages, vocabulary  # noqa: PLC0415
    from kb.model import Article, Extracted, Sentence  # noqa: PLC0415
    from kb.names import Names  # noqa: PLC0415
    from kb.terms import tokens  # noqa: PLC0415
    from kb.text import bigrams, fold  # noqa: PLC0415
    from kb.writer import Writer  # noqa: PLC0415

    names = Names(vocabulary.load())
    texts = [row["text"] for corpus in corpora for row in lines(corpus)]
    pool = [s for text in texts for _, _, s in passages.split(text) if len(s) >= _LEAST]
    terms: dict[int, str] = {}
    chance = random.Random(number)  # noqa: S311 - for variety that can be repeated, no secret
    size = sentences = 0
    with Writer(db) as writer:
        for n in range(number):
            chosen: list[int] = []
            while sum(len(pool[i]) for i in chosen) < _LONG:
                chosen.append(chance.randrange(len(pool)))
            for i in chosen:
                if i not in terms:
                    terms[i] = " ".join(tokens(pool[i], names))
            text = "".join(pool[i] for i in chosen)
            size += len(text.encode())
            sentences += len(chosen)
            said = tuple(Sentence(place, 0, pool[i]) for place, i in enumerate(chosen))
            article = Article(key=f"p{n}", title="", text=text, source=f"p{n}", lang="zh-Hans")
            writer.put(Extracted(article, said, (), ()), [terms[i] for i in chosen], f"p{n}")
        make._Make(partial).finish(writer, {pair for i in terms for pair in bigrams(fold(pool[i]))})
        writer.commit()
    return size, sentences
