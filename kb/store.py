"""Reading the archive: the only SQL that answers questions. Writing is `kb.writer`.

An `Archive` is one connection of one thread, and changes nothing: see `kb.connection`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from kb import lazy, rows
from kb.connection import Connection
from kb.model import Entity, Mention, Period
from kb.rows import Counts, StoredArticle, StoredFact, StoredSentence, StoredStep
from kb.terms import concept_number
from kb.windows import FREQUENT

__all__ = ["Archive", "Counts", "StoredArticle", "StoredFact", "StoredSentence", "StoredStep", "any_of"]

_ARTICLE = ", ".join(rows.ARTICLE_COLUMNS)
_SENTENCE = ", ".join(rows.SENTENCE_COLUMNS)
_FACT = ", ".join(f'f."{column}"' for column in rows.FACT_COLUMNS)
_STEP = ", ".join(f't."{column}"' for column in rows.STEP_COLUMNS)
_TOKEN = lazy.compile(r"\w+")
_KEPT = 4096  # sentences, about a kilobyte each
_FEW, _ASKED = 2000, 1024  # facts that agree, and ids found, are kept where they are few, for so many askings
_MOST_GROWN = 1.25  # what the build noted of frequent terms is right for an archive that has since grown by less
_PLACES, _STRIDE = 4, 64  # where and how far those of a frequent term are looked at
# Where the last of so many passages that match ?1 lies, from each place on.
_REACHED = "SELECT " + ", ".join(
    f"(SELECT rowid FROM passage_terms WHERE passage_terms MATCH ?1 AND rowid >= ?{place + 2} LIMIT 1 OFFSET {_STRIDE - 1})"
    for place in range(_PLACES)
)


def any_of(tokens: Iterable[str]) -> str:
    """Return the query for `Archive.match` that asks for any of `tokens`; what is no token is in no passage.

    >>> any_of(["芯片", "m_revenue", 'NEAR("x")'])
    '"芯片" OR "m_revenue"'
    """
    return " OR ".join(f'"{token}"' for token in tokens if _TOKEN.fullmatch(token)) or '""'


class Archive(Connection):
    """An open archive, read-only. All its methods raise `ArchiveError` when the file turns out damaged."""

    def __init__(self, path: str | Path) -> None:
        """Open the file; raise `ArchiveError` when it is missing, no archive, or of another schema."""
        super().__init__(path)
        self._totals: dict[str, int] | None = None
        self._at_first = int(self.meta("passages at first") or 0)
        self._tokens: dict[int, str] = {}
        self._read: OrderedDict[int, StoredSentence] = OrderedDict()
        self._lists: OrderedDict[tuple[str, tuple[str | int, ...]], list[int]] = OrderedDict()
        self._facts: OrderedDict[tuple[tuple[str, str | int | None], ...], list[StoredFact]] = OrderedDict()

    def articles(self) -> dict[int, StoredArticle]:
        """Return all articles by id, in the order they were first put in."""
        found = self._all(f"SELECT {_ARTICLE} FROM articles ORDER BY id")
        return {row[0]: rows.stored_article(row) for row in found}

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the titles of articles by id."""
        return dict(self._all("SELECT id, title FROM articles WHERE id IN (SELECT value FROM json_each(?))", _ids(ids)))

    def articles_of(self, ids: Iterable[int]) -> dict[int, StoredArticle]:
        """Return these articles by id; one that does not exist is left out."""
        sql = f"SELECT {_ARTICLE} FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0]: rows.stored_article(row) for row in self._all(sql, _ids(ids))}

    def article_ids(self) -> list[int]:
        """Return the ids of all articles, ascending."""
        return [row[0] for row in self._all("SELECT id FROM articles ORDER BY id")]

    def editions(self, article_id: int) -> list[tuple[int, str, str | None]]:
        """Return the (id, language, publisher) of all editions of what an article is an edition of."""
        sql = "SELECT b.id, b.lang, b.publisher FROM articles a JOIN articles b ON b.source = a.source WHERE a.id = ?"
        return [(key, lang, publisher) for key, lang, publisher in self._all(sql, article_id)]

    def languages(self) -> list[str]:
        """Return the languages of the articles, each once, in order."""
        return self._each("lang")

    def publishers(self) -> list[str]:
        """Return the publishers that articles name, each once, in order."""
        return self._each("publisher")

    def only_in(self, lang: str) -> bool:
        """Return whether any source has editions in this language alone."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM articles a WHERE a.lang = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM articles b WHERE b.source = a.source AND b.lang <> ?1))"
        )
        return bool(self._all(sql, lang)[0][0])

    def _each(self, column: str) -> list[str]:
        """Return the values of an indexed column, hopping from one to the next instead of reading every row."""
        sql = (
            f"WITH RECURSIVE each (value) AS (SELECT min({column}) FROM articles UNION ALL"
            f" SELECT (SELECT min({column}) FROM articles WHERE {column} > value) FROM each WHERE value IS NOT NULL)"
            " SELECT value FROM each WHERE value IS NOT NULL AND value <> ''"
        )
        return [row[0] for row in self._all(sql)]

    def sentence(self, sentence_id: int) -> StoredSentence:
        """Return one sentence; raise `KeyError` when there is none of this id."""
        row = self._one(f"SELECT {_SENTENCE} FROM sentences WHERE id = ?", sentence_id)
        return self._sentences([row])[0]

    def sentences(self, ids: Sequence[int]) -> list[StoredSentence]:
        """Return these sentences, in the order asked for; an id that does not exist is left out."""
        missing = [i for i in dict.fromkeys(ids) if i not in self._read]
        if missing:
            sql = f"SELECT {_SENTENCE} FROM sentences WHERE id IN (SELECT value FROM json_each(?))"
            self._read.update((sentence.id, sentence) for sentence in self._sentences(self._all(sql, _ids(missing))))
        found = [self._read[wanted] for wanted in ids if wanted in self._read]
        for sentence in found:
            self._read.move_to_end(sentence.id)
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return found

    def sentences_of_article(self, article_id: int) -> list[StoredSentence]:
        """Return the sentences of one article in order."""
        return self.sentences(self._listed("SELECT id FROM sentences WHERE article_id = ? ORDER BY n", article_id))

    def has_heading(self, beginning: str) -> bool:
        """Return whether some sentence stands under a heading that begins so."""
        return bool(self._listed("SELECT id FROM sentences WHERE heading >= ? AND heading < ? LIMIT 1", beginning, f"{beginning}\uffff"))

    def newest(self, limit: int) -> list[StoredSentence]:
        """Return the sentences of the articles put in last, about `limit` of them."""
        sql = (
            "SELECT s.id FROM (SELECT id FROM articles ORDER BY id DESC) a"
            " JOIN sentences s ON s.article_id = a.id LIMIT ?"
        )
        return self.sentences([row[0] for row in self._all(sql, limit)])

    def window(self, article_id: int, n_from: int, n_to: int) -> list[StoredSentence]:
        """Return the sentences of one article from position `n_from` to `n_to`, both included."""
        sql = f"SELECT {_SENTENCE} FROM sentences WHERE article_id = ? AND n BETWEEN ? AND ? ORDER BY n"
        return self._sentences(self._all(sql, article_id, n_from, n_to))

    def sentences_naming(self, entity: str) -> list[int]:
        """Return the ids of the sentences that name `entity`, ascending."""
        sql = "SELECT sentence_id FROM topics WHERE entity = ? AND role & ? ORDER BY sentence_id"
        return self._listed(sql, entity, rows.NAMED)

    def sentences_about(self, entity: str) -> list[int]:
        """Return the ids of the sentences that have `entity` among their topics, ascending."""
        sql = "SELECT sentence_id FROM topics WHERE entity = ? AND role & ? ORDER BY sentence_id"
        return self._listed(sql, entity, rows.ABOUT)

    def entities(self) -> list[Entity]:
        """Return the entities found in texts, each once, with all the names its articles gave it."""
        found = self._all(f"SELECT {rows.ENTITY} FROM entities ORDER BY article_id, rowid")
        return rows.joined(map(rows.stored_entity, found))

    # ------------------------------------------------------------ the register: see `kb.register`
    def entities_of(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Return entities by id, the lexicon's too, with all the names their articles gave them."""
        sql = f"SELECT 0, {rows.BEARER} FROM bearers WHERE id IN (SELECT value FROM json_each(?))"
        return {row[1]: rows.stored_entity(row) for row in self._all(sql, _texts(ids))}

    def lexicon_entities(self) -> dict[str, Entity]:
        """Return the entities of the lexicon by id."""
        found = self._all(f"SELECT 0, {rows.BEARER} FROM bearers WHERE id NOT LIKE 'found:%'")
        return {row[1]: rows.stored_entity(row) for row in found}

    def entity_ids(self) -> list[str]:
        """Return the ids of all entities, the lexicon's too, ascending."""
        return [row[0] for row in self._all("SELECT id FROM bearers ORDER BY id")]

    def spoken_of(self, ids: Iterable[str]) -> dict[str, bool]:
        """Return those of `ids` that any article speaks of."""
        sql = "SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM entities)"
        return {row[0]: True for row in self._all(sql, _texts(ids))}

    def known(self, kind: str | None = None) -> list[str]:
        """Return the ids of the entities that articles speak of, ascending; all of them or those of one kind."""
        sql = "SELECT DISTINCT id FROM entities WHERE kind = coalesce(?, kind) ORDER BY id"
        return [row[0] for row in self._all(sql, kind)]

    def name_lengths(self, heads: Iterable[str]) -> dict[str, int]:
        """Return the lengths (as a bit mask) of the names that articles introduced, by head: see `kb.keys`."""
        sql = "SELECT head, lengths FROM name_heads WHERE head IN (SELECT value FROM json_each(?))"
        return dict(self._all(sql, _texts(heads)))

    def bearers(self, keys: Iterable[str]) -> dict[str, tuple[tuple[str, bool], ...]]:
        """Return (entity, whether the name is an ordinary word too) of names that articles introduced, by key."""
        sql = "SELECT key, entity, weak FROM name_keys WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, entity"
        found = groupby(self._all(sql, _texts(keys)), key=lambda row: row[0])
        return {key: tuple((row[1], bool(row[2])) for row in group) for key, group in found}

    def names_beginning(self, begin: str) -> list[tuple[str, str]]:
        """Return (key, entity) of the names that articles introduced and that begin so."""
        sql = "SELECT key, entity FROM name_keys WHERE key >= ? AND key < ? AND weak = 0 ORDER BY key, entity"
        return self._all(sql, begin, f"{begin}\U0010ffff")

    def spelled(self, forms: Iterable[str]) -> dict[str, list[str]]:
        """Return the names that have a form, by form: see `kb.spellings`."""
        sql = "SELECT form, key FROM spellings WHERE form IN (SELECT value FROM json_each(?)) ORDER BY form, key"
        found = groupby(self._all(sql, _texts(forms)), key=lambda row: row[0])
        return {form: [row[1] for row in group] for form, group in found}

    def word_marks(self, words: Iterable[str]) -> dict[str, int]:
        """Return the marks of everyday words: see `kb.register`."""
        return dict(self._all("SELECT word, marks FROM words WHERE word IN (SELECT value FROM json_each(?))", _texts(words)))

    def glosses(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Return what the dictionary has for each key: see `kb.dictionary`."""
        sql = "SELECT key, meanings FROM glosses WHERE key IN (SELECT value FROM json_each(?))"
        return {key: json.loads(meanings) for key, meanings in self._all(sql, _texts(keys))}

    def forms(self, most: int) -> list[str]:
        """Return all forms of names, none where they are more than `most`: see `kb.spellings`."""
        found = self._all("SELECT DISTINCT form FROM spellings LIMIT ?", most + 1)
        return [row[0] for row in found] if len(found) <= most else []

    def facts(
        self,
        subject: str | None = None,
        measure: str | None = None,
        aspect: str | None = None,
        period: Period | None = None,
        sentence: int | None = None,
    ) -> list[StoredFact]:
        """Return the facts that agree with everything given; a period agrees when it is the same days.

        `sentence` is the id of the sentence they stand in.
        """
        wanted: dict[str, str | int | None] = {"f.subject": subject, "f.measure": measure, "f.aspect": aspect}
        wanted |= {"f.sentence_id": sentence}
        if period is not None:
            wanted |= {"f.period_start": period.start, "f.period_end": period.end}
        given = {column: value for column, value in wanted.items() if value is not None}
        asked = tuple(given.items())
        known = self._facts.get(asked)
        if known is None:
            where = " AND ".join(f"{column} = ?" for column in given) or "1"
            sql = f"SELECT {_FACT}, s.n FROM facts f JOIN sentences s ON s.id = f.sentence_id WHERE {where} ORDER BY f.id"
            known = [rows.stored_fact(row) for row in self._all(sql, *given.values())]
            if len(known) <= _FEW:
                self._facts[asked] = known
            if len(self._facts) > _ASKED:
                self._facts.popitem(last=False)
        return list(known)

    def steps(self, person: str) -> list[StoredStep]:
        """Return the steps of a person's life, in the order their articles tell them."""
        sql = f"SELECT {_STEP}, s.article_id, s.n FROM steps t JOIN sentences s ON s.id = t.sentence_id"
        return [rows.stored_step(row) for row in self._all(f"{sql} WHERE t.person = ? ORDER BY t.rowid", person)]

    def steps_in(self, sentence_ids: Sequence[int]) -> list[StoredStep]:
        """Return the steps these sentences tell, in the order of the text."""
        sql = f"SELECT {_STEP}, s.article_id, s.n FROM steps t JOIN sentences s ON s.id = t.sentence_id"
        where = "WHERE t.sentence_id IN (SELECT value FROM json_each(?)) ORDER BY t.sentence_id, t.begin"
        return [rows.stored_step(row) for row in self._all(f"{sql} {where}", _ids(sentence_ids))]

    # ------------------------------------------------------------ the search index: see `kb.candidates`
    def match(self, fts_query: str, limit: int) -> list[int]:
        """Return the ids of up to `limit` passages that match, ascending.

        `fts_query` is in FTS5's syntax: make it with `any_of`. A query that is not raises `ValueError`.
        """
        if not fts_query.strip():
            return []
        sql = "SELECT json_group_array(rowid) FROM (SELECT rowid FROM passage_terms WHERE passage_terms MATCH ? LIMIT ?)"
        found: list[int] = json.loads(self._matched(sql, fts_query, limit)[0][0])  # as one text: a row each takes longer
        return found

    def document_frequency(self, term: str) -> int:
        """Return in about how many passages the token `term` occurs: exactly where they are few.

        Of more, the build noted how many. Where much was added since, some are looked at in four places of the
        archive, and how close they lie tells the rest: counting them all would cost more than the search.
        """
        if not _TOKEN.fullmatch(term):
            return 0
        total = self.totals()["passages"]
        grown = total / self._at_first if self._at_first else 0.0
        if grown and 1 / _MOST_GROWN < grown < _MOST_GROWN:
            noted = self._all("SELECT passages FROM frequencies WHERE term = ?", term)
            if noted:
                return min(total, round(int(noted[0][0]) * grown))
        query = any_of([term])
        sql = "SELECT count(*) FROM (SELECT 1 FROM passage_terms WHERE passage_terms MATCH ? LIMIT ?)"
        seen = int(self._matched(sql, query, FREQUENT)[0][0])
        return seen if seen < FREQUENT else self._estimated(query, total)

    def _estimated(self, query: str, total: int) -> int:
        last = self.sentence_count()
        begins = [1 + last * place // _PLACES for place in range(_PLACES)]
        reached = self._matched(_REACHED, query, *begins)[0]
        dense = [
            self._density(query, begin, last) if end is None else _STRIDE / (end - begin + 1)
            for begin, end in zip(begins, reached, strict=True)
        ]
        return max(FREQUENT, min(total, round(sum(dense) / len(dense) * last)))

    def _density(self, query: str, begin: int, last: int) -> float:
        """Return how many passages an id match a query from the id `begin` on, where they are few."""
        sql = "SELECT count(*) FROM passage_terms WHERE passage_terms MATCH ? AND rowid >= ?"
        return int(self._matched(sql, query, begin)[0][0]) / (last - begin + 1)

    def totals(self) -> dict[str, int]:
        """Return how many the archive holds of each of `kb.rows.TOTALS`."""
        if self._totals is None:
            self._totals = self._totals_now()
        return self._totals

    def _totals_now(self) -> dict[str, int]:
        kept: dict[str, int] = json.loads(self.meta("totals") or "{}")
        return dict.fromkeys(rows.TOTALS, 0) | kept

    def spans_of(self, passages: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return the (article, last sentence) of passages; those that are gone are left out."""
        sql = "SELECT id, article_id, last FROM passages WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0]: (row[1], row[2]) for row in self._all(sql, _ids(passages))}

    def around(self, passages: Iterable[int], reach: int) -> list[tuple[int, str, str]]:
        """Return the (id, title, sentences) of the articles that passages are in; a line is a sentence.

        Of a long article those from the first to the last of its passages that begin within `reach` sentences of one
        asked for. Neighbours lie on the same page of the file; looking an article's extent up would mean reading others.
        """
        sql = (
            "WITH reached AS MATERIALIZED (SELECT p.article_id AS article, min(q.id) AS first, max(q.last) AS last"
            " FROM json_each(?1) r CROSS JOIN passages p ON p.id = r.value"
            " CROSS JOIN passages q ON q.id BETWEEN p.id - ?2 AND p.last + ?2 AND q.article_id = p.article_id"
            " GROUP BY p.article_id)"
            " SELECT article, title, (SELECT group_concat(text, char(10)) FROM sentences s WHERE s.id BETWEEN first AND last)"
            " FROM reached CROSS JOIN articles a ON a.id = article"
        )
        return self._all(sql, _ids(passages), reach)

    def concepts(self, ids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Return the tokens of sentences that their texts do not show, by id."""
        sql = "SELECT id, concepts FROM sentences WHERE id IN (SELECT value FROM json_each(?))"
        found = self._all(sql, _ids(ids))
        new = {concept_number(c) for _, kept in found for c in kept} - self._tokens.keys()
        if new:
            sql = "SELECT id, token FROM tokens WHERE id IN (SELECT value FROM json_each(?))"
            self._tokens |= dict(self._all(sql, _ids(new)))
        return {key: frozenset(self._tokens[concept_number(c)] for c in kept) for key, kept in found}

    def sentence_count(self) -> int:
        """Return the highest sentence id: as many sentences, but for those since replaced."""
        return int(self._all("SELECT coalesce(max(id), 0) FROM sentences")[0][0])

    def counts(self) -> Counts:
        """Return how much the archive holds."""
        totals = self._totals_now()
        subjects = self._all(f"SELECT count(*) FROM ({_distinct('topics')})")[0][0]
        return Counts(totals["sources"], totals["articles"], totals["sentences"], subjects, totals["facts"])

    def meta(self, key: str) -> str | None:
        """Return what `Writer.note` kept under `key`."""
        found = self._all("SELECT value FROM meta WHERE key = ?", key)
        return found[0][0] if found else None

    def _listed(self, sql: str, *values: str | int) -> list[int]:
        """Return the ids that a query finds, which are kept where they are few: one message asks the same many times."""
        asked = (sql, values)
        known = self._lists.get(asked)
        if known is None:
            known = [row[0] for row in self._all(sql, *values)]
            if len(known) <= _FEW:
                self._lists[asked] = known
            if len(self._lists) > _ASKED:
                self._lists.popitem(last=False)
        return list(known)

    def _sentences(self, found: Sequence[tuple[Any, ...]]) -> list[StoredSentence]:
        sql = (
            'SELECT sentence_id, entity, start, "end" FROM mentions'
            " WHERE sentence_id IN (SELECT value FROM json_each(?)) ORDER BY sentence_id, n"
        )
        named = groupby(self._all(sql, _ids(row[0] for row in found)), key=lambda row: row[0])
        mentions = {key: [Mention(*row[1:]) for row in group] for key, group in named}
        return [rows.stored_sentence(row, mentions.get(row[0], ())) for row in found]

    def _matched(self, sql: str, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, (query, *values)).fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # what was asked is wrong, not the file
                raise ValueError(f"not an FTS5 query: {error}") from error
            raise self._damaged() from error

    def _one(self, sql: str, key: int) -> tuple[Any, ...]:
        found = self._all(sql, key)
        if not found:
            raise KeyError(key)
        return found[0]

def _distinct(table: str) -> str:
    """The entities of a table, stepped through by its index: as many steps as entities, not as rows."""
    return (
        f"SELECT entity FROM (WITH RECURSIVE each(entity) AS (SELECT min(entity) FROM {table} UNION ALL"
        f" SELECT (SELECT min(entity) FROM {table} WHERE entity > each.entity) FROM each WHERE entity IS NOT NULL)"
        f" SELECT entity FROM each WHERE entity IS NOT NULL)"
    )


def _ids(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))


def _texts(texts: Iterable[str]) -> str:
    """Return texts as an argument of json_each; what has no UTF-8 is in no archive."""
    return json.dumps(list(texts), ensure_ascii=False).encode("utf-8", "ignore").decode()
