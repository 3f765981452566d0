"""What a user would pick instead, on the same sets: a library that ranks texts, with our bigrams or its own words.

Each is measured if it is installed (`pip install rapidfuzz rank-bm25 bm25s tantivy`); none is needed otherwise.
All of them rank whole articles; the sentence they quote is the one that shares most with the question.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import retrieval
from bench.measure import Spread, apart, machine, peak_mb, table, timed
from bench.plain import terms
from kb import passages
from kb.text import fold

Find = Callable[[str], list[int]]  # a question -> the places of the articles, best first
_DEEP = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("sets", nargs="+", type=Path, help="folders with corpus.jsonl and queries.jsonl")
    parser.add_argument("--limit", type=int, help="only the first so many questions")


def run(options: argparse.Namespace) -> None:
    """Measure each peer on each set, and this program beside them."""
    print(f"peers ({machine()})\n")
    for one in options.sets:
        asked = retrieval.lines(one / "queries.jsonl")[: options.limit]
        rows = [["xinwen", *apart(_ours, one, asked)]]
        for name, make in PEERS.items():
            row = apart(_peer, make, one, asked)
            if row:
                rows.append([name, *row])
        print(f"{one.resolve().name}, {len(asked)} questions")
        table(["", "version", "R@1", "R@5", "S@1", "ms median", "ms p99", "make s", "MB"], rows)


def _ours(one: Path, asked: Sequence[dict[str, Any]]) -> list[str]:
    from bench import archives  # noqa: PLC0415 - the measuring process itself must stay small

    with tempfile.TemporaryDirectory() as folder:
        made = archives.built([one / "corpus.jsonl"], Path(folder) / "x.db")
        took, found = retrieval.found_in(made.db, [q["text"] for q in asked])
    return ["", *_cells(asked, found, took, made.seconds)]


def _peer(make: Callable[[list[str]], Find], one: Path, asked: Sequence[dict[str, Any]]) -> list[str]:
    corpus = retrieval.lines(one / "corpus.jsonl")
    try:
        seconds, find = timed(make, [article["text"] for article in corpus])
        version = _version(make)
    except ImportError:
        return []
    took, found = [], []
    for question in asked:
        spent, places = timed(find, question["text"])
        took.append(spent)
        found.append([(corpus[p]["id"], _sentence(corpus[p]["text"], question["text"]) if not n else "", 0.0)
                      for n, p in enumerate(places[:_DEEP])])  # fmt: skip
    return [version, *_cells(asked, found, took, seconds)]


def _cells(
    asked: Sequence[dict[str, Any]], found: list[list[retrieval.Hit]], took: list[float], seconds: float
) -> list[str]:
    got, spread = retrieval.scores(asked, found), Spread.of(took)
    figures = [f"{x:.3f}" for x in (got.r1, got.r5, got.s1)]
    return [*figures, f"{spread.median:.1f}", f"{spread.p99:.1f}", f"{seconds:.1f}", f"{peak_mb():.0f}"]


def _version(make: Callable[[list[str]], Find]) -> str:
    package = _PACKAGES.get(make, "")
    return importlib.metadata.version(package) if package else sqlite3.sqlite_version


def _sentence(text: str, question: str) -> str:
    """Return the sentence that shares most terms with a question."""
    wanted = set(terms(question))
    return max((s for _, _, s in passages.split(text)), key=lambda s: len(wanted & set(terms(s))), default="")


# ---------------------------------------------------------------- the peers
def _fuzzy(texts: list[str]) -> Find:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - one peer's library a process

    places = [(n, fold(s)) for n, text in enumerate(texts) for _, _, s in passages.split(text)]
    sentences = [s for _, s in places]

    def find(question: str) -> list[int]:
        got = process.extract(fold(question), sentences, scorer=fuzz.WRatio, limit=_DEEP * 3)
        return list(dict.fromkeys(places[at][0] for _, _, at in got))

    return find


def _partial(texts: list[str]) -> Find:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - one peer's library a process

    folded = [fold(t) for t in texts]
    return lambda question: [
        at for _, _, at in process.extract(fold(question), folded, scorer=fuzz.partial_ratio, limit=_DEEP)
    ]


def _rank_bm25(texts: list[str]) -> Find:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - one peer's library a process

    index = BM25Okapi([terms(t) for t in texts])

    def find(question: str) -> list[int]:
        scores = index.get_scores(terms(question))
        return [int(n) for n in scores.argsort()[::-1][:_DEEP]]

    return find


def _bm25s(texts: list[str]) -> Find:
    import bm25s  # noqa: PLC0415 - one peer's library a process

    index = bm25s.BM25()
    index.index([terms(t) for t in texts], show_progress=False)

    def find(question: str) -> list[int]:
        got, _ = index.retrieve([terms(question) or ["-"]], k=_DEEP, show_progress=False)
        return [int(n) for n in got[0]]

    return find


def _tantivy(texts: list[str]) -> Find:
    import tantivy  # noqa: PLC0415 - one peer's library a process

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace")
    builder.add_unsigned_field("place", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for n, text in enumerate(texts):
        writer.add_document(tantivy.Document(terms=" ".join(terms(text)), place=n))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(question: str) -> list[int]:
        parts = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", t)) for t in dict.fromkeys(terms(question))
        ]
        hits = searcher.search(tantivy.Query.boolean_query(parts), _DEEP).hits if parts else []
        return [int(searcher.doc(address)["place"][0]) for _, address in hits]

    return find


def _fts5(tokenizer: str, cut: Callable[[str], list[str]], show: Callable[[str], str]) -> Callable[[list[str]], Find]:
    def make(texts: list[str]) -> Find:
        db = sqlite3.connect(":memory:")
        db.execute(f"CREATE VIRTUAL TABLE plain USING fts5(terms, tokenize = '{tokenizer}')")
        db.executemany("INSERT INTO plain (rowid, terms) VALUES (?, ?)", ((n, show(t)) for n, t in enumerate(texts)))

        def find(question: str) -> list[int]:
            query = " OR ".join(f'"{t}"' for t in dict.fromkeys(cut(question)))
            sql = f"SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT {_DEEP}"
            return [row[0] for row in db.execute(sql, (query,))] if query else []

        return find

    return make


def _threes(text: str) -> list[str]:
    return list(_runs(fold(text), 3))


def _runs(folded: str, long: int) -> Iterator[str]:
    bare = "".join(c if c.isalnum() else " " for c in folded)
    for word in bare.split():
        yield from (word[i : i + long] for i in range(max(0, len(word) - long + 1)))


def _spaced(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def _words_fts5(texts: list[str]) -> Find:
    return _fts5("unicode61", _spaced, fold)(texts)


def _trigram_fts5(texts: list[str]) -> Find:
    return _fts5("trigram", _threes, fold)(texts)


def _bigram_fts5(texts: list[str]) -> Find:
    return _fts5("unicode61", terms, lambda text: " ".join(terms(text)))(texts)


PEERS: dict[str, Callable[[list[str]], Find]] = {
    "rapidfuzz WRatio, sentences": _fuzzy,
    "rapidfuzz partial_ratio, articles": _partial,
    "rank_bm25, bigrams": _rank_bm25,
    "bm25s, bigrams": _bm25s,
    "tantivy, bigrams": _tantivy,
    "FTS5 unicode61": _words_fts5,
    "FTS5 trigram": _trigram_fts5,
    "FTS5, bigrams": _bigram_fts5,
}
_PACKAGES = {_fuzzy: "rapidfuzz", _partial: "rapidfuzz", _rank_bm25: "rank-bm25", _bm25s: "bm25s", _tantivy: "tantivy"}
