"""Enrolling names and words in the archive, where `kb.register` looks them up by key.

The lexicon's entities and the dictionary's words are enrolled once, when an archive is made. What articles
introduced follows from the `entities` of the articles: whoever touches those enrols them anew.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from itertools import groupby

from sqlite_utils import Database

from kb import rows, spellings
from kb.keys import Term, bit, head
from kb.model import Entity
from kb.names import Names

_BEARER = "INSERT OR REPLACE INTO bearers (id, kind, names, aliases, tickers, groups) VALUES (?, ?, ?, ?, ?, ?)"
_SPELLING = "INSERT OR IGNORE INTO spellings (form, key) VALUES (?, ?)"


def lexicon(db: Database, digest: str, names: Names) -> None:
    """Enrol the lexicon: its digest, its names and terms, its entities, and how its names and measures are misspelt."""
    notes = {"lexicon": digest, **{f"lexicon {part}": text for part, text in names.to_json().items()}}
    db.conn.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", notes.items())
    known = names.entities
    db.conn.executemany(_BEARER, (_bearer(e) for e in known.values()))
    kinds = ((key, spellings.kind_of(names.keys.get(key), known)) for key in names.keys)
    db.conn.executemany(_SPELLING, sorted({form for key, kind in kinds for form in spellings.forms(key, kind)}))


def words(db: Database, marked: Mapping[int, Iterable[str]]) -> None:
    """Enrol the everyday words of both languages by their marks: see `kb.register`."""
    marks: dict[str, int] = {}
    for mark, those in marked.items():
        for word in those:
            marks[word] = marks.get(word, 0) | mark
    db.conn.executemany("INSERT OR REPLACE INTO words (word, marks) VALUES (?, ?)", sorted(marks.items()))


def glosses(db: Database, meanings: dict[str, list[str]]) -> None:
    """Enrol what the dictionary has for the articles' words, besides what it had for those before."""
    keys = json.dumps(list(meanings), ensure_ascii=False)
    sql = "SELECT key, meanings FROM glosses WHERE key IN (SELECT value FROM json_each(?))"
    before = {key: json.loads(known) for key, known in db.execute(sql, (keys,))}
    merged = {key: list(dict.fromkeys([*before.get(key, ()), *new])) for key, new in meanings.items()}
    changed = ((key, json.dumps(m, ensure_ascii=False)) for key, m in sorted(merged.items()) if before.get(key) != m)
    db.conn.executemany("INSERT OR REPLACE INTO glosses (key, meanings) VALUES (?, ?)", changed)


def dictionary(db: Database, terms: Iterable[str]) -> None:
    """Enrol which pairs of characters and stems of words the dictionary has."""
    db.conn.executemany("INSERT OR IGNORE INTO heard (term, seen) VALUES (?, 0)", ((term,) for term in sorted(terms)))


def heard(db: Database, terms: Iterable[str]) -> set[str]:
    """Note what of the dictionary the articles hold, and return what of it was not noted before."""
    sql = "SELECT term FROM heard WHERE NOT seen AND term IN (SELECT value FROM json_each(?))"
    new = {row[0] for row in db.execute(sql, (json.dumps(list(terms), ensure_ascii=False),))}
    db.conn.executemany("UPDATE heard SET seen = 1 WHERE term = ?", ((term,) for term in sorted(new)))
    return new


class Marked:
    """The everyday words that have a mark (see `kb.register`), as a container."""

    def __init__(self, db: Database, mark: int) -> None:
        """Look up in `db`."""
        self._db = db
        self._mark = mark

    def __contains__(self, word: object) -> bool:
        return bool(self._db.execute("SELECT 1 FROM words WHERE word = ? AND marks & ?", (word, self._mark)).fetchone())


class Heard:
    """What of the dictionary the articles hold, as a container."""

    def __init__(self, db: Database) -> None:
        """Look up in `db`."""
        self._db = db

    def __contains__(self, term: object) -> bool:
        return bool(self._db.execute("SELECT 1 FROM heard WHERE term = ? AND seen", (term,)).fetchone())


def found(db: Database, names: Names, ordinary: Container[str]) -> None:
    """Enrol everybody that articles introduced; `ordinary` words are no shortened names."""
    for entity in _joined(db, f"SELECT {rows.ENTITY} FROM entities WHERE id LIKE 'found:%' ORDER BY id, article_id"):
        _enrol(db, names, ordinary, entity)


def renew(
    db: Database, names: Names, ordinary: Container[str], introduced: Mapping[str, Entity], withdrawn: Set[str]
) -> None:
    """Enrol what an addition changes: whom it `introduced`, and who is in articles that were taken out."""
    for key in sorted({*introduced, *withdrawn}):
        if not key.startswith("found:"):
            continue
        row = db.execute(f"SELECT 0, {rows.BEARER} FROM bearers WHERE id = ?", (key,)).fetchone()
        before = rows.stored_entity(row) if row else None
        if before and key not in withdrawn and rows.joined([before, introduced[key]]) == [before]:
            continue  # the usual case: nothing new about somebody known
        if before:
            _strike(db, names, before)
        for entity in _joined(db, f"SELECT {rows.ENTITY} FROM entities WHERE id = ? ORDER BY article_id", key):
            _enrol(db, names, ordinary, entity)


def _strike(db: Database, names: Names, entity: Entity) -> None:
    """Take an entity out. How long its names were stays noted; that only costs a look-up."""
    kind = _kind(entity)
    keys = [row[0] for row in db.execute("SELECT key FROM name_keys WHERE entity = ?", (entity.id,))]
    db.execute("DELETE FROM name_keys WHERE entity = ?", (entity.id,))
    db.execute("DELETE FROM bearers WHERE id = ?", (entity.id,))
    for key in keys:
        shared = key in names.keys or db.execute("SELECT 1 FROM name_keys WHERE key = ?", (key,)).fetchone()
        if not shared:
            own = [form for form in spellings.forms(key, kind) if form[1] == key]
            db.conn.executemany("DELETE FROM spellings WHERE form = ? AND key = ?", own)


def _enrol(db: Database, names: Names, ordinary: Container[str], entity: Entity) -> None:
    db.execute(_BEARER, _bearer(entity))
    terms = dict.fromkeys(names.forms(entity, (), ordinary))
    db.conn.executemany(
        "INSERT OR IGNORE INTO name_keys (key, entity, weak) VALUES (?, ?, ?)", [(k, t.id, t.weak) for k, t in terms]
    )
    db.conn.executemany(
        "INSERT INTO name_heads (head, lengths) VALUES (?, ?)"
        " ON CONFLICT (head) DO UPDATE SET lengths = lengths | excluded.lengths",
        [(head(k), bit(k)) for k, _ in terms],
    )
    strong = {k for k, t in terms if not t.weak}
    kind = _kind(entity)
    db.conn.executemany(_SPELLING, sorted({form for key in strong for form in spellings.forms(key, kind)}))


def _kind(entity: Entity) -> str:
    return spellings.kind_of([Term("entity", entity.id, False)], {entity.id: entity})


def _joined(db: Database, sql: str, *values: str) -> Iterator[Entity]:
    """Yield each entity once, with the names of all its articles; read while others are enrolled."""
    stored = (rows.stored_entity(row) for row in db.conn.cursor().execute(sql, values))
    for _, group in groupby(stored, key=lambda e: e.id):
        yield from rows.joined(group)


def _bearer(entity: Entity) -> tuple[str, ...]:
    return tuple(rows.entity_row(entity).values())
