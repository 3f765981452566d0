"""Articles that are in the way: made of sentences that others wrote, shuffled, the same every time.

Half of them are made of the seeds' own sentences, so that the archive speaks of the same subjects over and
over; that is harder than a real archive of this size. With a corpus, the other half is made of its sentences.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.archives import SEEDS

_LONG = 250  # characters of one passage, about


def write(path: Path, number: int, corpus: Path | None = None) -> int:
    """Write `number` articles of one passage each as JSON lines; return the bytes of their text in UTF-8."""
    pools = [pool for pool in (_sentences(SEEDS), _sentences(corpus) if corpus else []) if pool]
    chance = random.Random(number)  # noqa: S311 - for variety that can be repeated, no secret
    total = 0
    with path.open("w", encoding="utf-8") as file:
        for n in range(number):
            text = " ".join(_passage(pools[n % len(pools)], chance))
            total += len(text.encode())
            file.write(json.dumps({"id": f"distractor-{n}", "text": text}, ensure_ascii=False) + "\n")
    return total


def _sentences(path: Path) -> list[str]:
    from kb import articles, passages  # noqa: PLC0415 - the measuring process itself must stay small
    from kb.model import Article  # noqa: PLC0415

    read = (a for a in articles.read([path]) if isinstance(a, Article))
    return [text for article in read for _, _, text in passages.split(article.text)]


def _passage(pool: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield sentences in the language of the first until they are long enough."""
    long, first = 0, chance.choice(pool)
    yield first
    while (long := long + len(first)) < _LONG:
        first = _alike(pool, chance, first.isascii())
        yield first


def _alike(pool: Sequence[str], chance: random.Random, ascii_only: bool) -> str:
    for _ in range(20):
        found = chance.choice(pool)
        if found.isascii() == ascii_only:
            return found
    return found
