"""The yardstick: an FTS5 look-up with nothing around it, over the same sentences and the same questions.

Sentences are indexed by their bigrams and words; a question asks for any of its own. What the program
does besides (reading the question, facts, wording, citations) is measured as a multiple of this.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bench.measure import timed
from bench.questions import Conversation
from kb import articles, passages
from kb.model import Article
from kb.text import bigrams, fold, words


def look_up(paths: Sequence[Path], questions: Sequence[Conversation]) -> list[float]:
    """Return the seconds that each turn's look-up takes, ten sentences each, on the second of two passes."""
    db = _index(paths)
    asked = [turn for turns in questions for turn in turns]
    for turn in asked:
        _found(db, turn)
    return [timed(_found, db, turn)[0] for turn in asked]


def _index(paths: Sequence[Path]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE plain USING fts5(terms, sentence UNINDEXED)")
    for article in articles.read(paths):
        if isinstance(article, Article):
            rows = [(" ".join(terms(text)), text) for _, _, text in passages.split(article.text)]
            db.executemany("INSERT INTO plain VALUES (?, ?)", rows)
    return db


def _found(db: sqlite3.Connection, question: str) -> list[tuple[str]]:
    query = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms(question)))
    if not query:
        return []
    return db.execute("SELECT sentence FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 10", (query,)).fetchall()


def terms(text: str) -> list[str]:
    """Return the bigrams and words of a text, as a plain search index has them."""
    folded = fold(text)
    return [*bigrams(folded), *(word for _, _, word in words(folded))]
