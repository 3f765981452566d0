"""The archive's tables, as numbered migrations. Leaves out reading and writing: see `kb.store`.

A migration is a small function and never changes once released; a new one is added below it.
SQLite's own header carries the rest: `application_id` marks the file as ours, and `user_version`
counts the migrations in it, so both can be told before any table is read.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations
from sqlite_utils.db import ForeignKey

from kb.header import APPLICATION_ID, VERSION

migrations = Migrations("xinwen")


@migrations()
def m001_articles(db: Database) -> None:
    """One row an edition; `text` comes last, so that a scan of the other columns skips its pages."""
    table = db.table("articles")
    table.create(
        {
            "id": int, "key": str, "source": str, "title": str, "publisher": str, "published": str,
            "lang": str, "url": str, "tags": str, "origin": str, "digest_hash": str, "text": str,
        },
        pk="id",
        not_null=("key", "source", "title", "lang", "tags", "origin", "digest_hash", "text"),
    )  # fmt: skip
    table.create_index(["key"], unique=True)
    table.create_index(["digest_hash"])
    db.table("meta").create({"key": str, "value": str}, pk="key")


@migrations()
def m002_sentences(db: Database) -> None:
    """Sentences, and who is named in them or spoken of."""
    sentences = db.table("sentences")
    sentences.create(
        {
            "id": int, "article_id": int, "n": int, "paragraph": int,
            "heading": str, "text": str, "topics": str,
        },
        pk="id",
        not_null=("article_id", "n", "paragraph", "heading", "text", "topics"),
        foreign_keys=[_hangs_on("sentences", "article_id", "articles")],
    )  # fmt: skip
    sentences.create_index(["article_id", "n"], unique=True)
    mentions = db.table("mentions")
    mentions.create(
        {"sentence_id": int, "entity": str, "start": int, "end": int},
        foreign_keys=[_hangs_on("mentions", "sentence_id", "sentences")],
    )
    topics = db.table("topics")
    topics.create(
        {"sentence_id": int, "entity": str},
        foreign_keys=[_hangs_on("topics", "sentence_id", "sentences")],
    )
    for table in (mentions, topics):
        table.create_index(["entity", "sentence_id"])
        table.create_index(["sentence_id"])


@migrations()
def m003_facts(db: Database) -> None:
    """Figures; `lo` and `hi` are text, because exact decimals do not fit SQLite's numbers."""
    table = db.table("facts")
    table.create(
        {
            "id": int, "sentence_id": int, "article_id": int, "subject": str, "measure": str, "aspect": str,
            "period_start": str, "period_end": str, "period_kind": str, "period_raw": str,
            "lo": str, "hi": str, "unit": str, "qualifier": str, "raw": str, "q_start": int, "q_end": int,
            "basis": str, "start": int, "end": int,
        },
        pk="id",
        foreign_keys=[
            _hangs_on("facts", "sentence_id", "sentences"),
            _hangs_on("facts", "article_id", "articles"),
        ],
    )  # fmt: skip
    table.create_index(["subject", "measure"])
    table.create_index(["measure", "aspect"])
    table.create_index(["sentence_id"])
    table.create_index(["article_id"])


@migrations()
def m004_entities(db: Database) -> None:
    """Entities found in texts, kept by article: two articles may tell of one, and either may go."""
    table = db.table("entities")
    table.create(
        {
            "article_id": int, "id": str, "kind": str,
            "names": str, "aliases": str, "tickers": str, "groups": str,
        },
        pk=("article_id", "id"),
        foreign_keys=[_hangs_on("entities", "article_id", "articles")],
    )  # fmt: skip


@migrations()
def m005_sentence_terms(db: Database) -> None:
    """Full text over ready-made tokens (rowid = sentence id), and its vocabulary for rarity.

    It keeps its own copy of the tokens: SQLite before 3.43 cannot delete from a contentless index.
    """
    db.execute(
        "CREATE VIRTUAL TABLE sentence_terms USING fts5"
        "(terms, tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"
    )
    db.execute("CREATE VIRTUAL TABLE sentence_vocabulary USING fts5vocab(sentence_terms, row)")


@migrations()
def m006_steps(db: Database) -> None:
    """The steps of people's lives."""
    table = db.table("steps")
    table.create(
        {
            "sentence_id": int, "person": str, "kinds": str, "start": str, "until": str,
            "earlier": int, "begin": int, "end": int,
        },
        foreign_keys=[_hangs_on("steps", "sentence_id", "sentences")],
    )  # fmt: skip
    table.create_index(["person"])
    table.create_index(["sentence_id"])


@migrations()
def m007_register(db: Database) -> None:
    """Names and words by key, so that opening an archive reads none of them: see `kb.register` and `kb.enrol`.

    `bearers` are all entities, the lexicon's too; the names that articles introduced are in `name_keys`, and
    `name_heads` tells how long those are that begin alike. `spellings` are forms that misspelt names are found by. `heard`
    are the pairs of characters and the stems of the dictionary, with whether articles hold them.
    """
    db.execute(
        "CREATE TABLE bearers (id TEXT PRIMARY KEY, kind TEXT NOT NULL, names TEXT NOT NULL, aliases TEXT NOT NULL,"
        " tickers TEXT NOT NULL, groups TEXT NOT NULL) WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE name_keys (key TEXT, entity TEXT, weak INTEGER, PRIMARY KEY (key, entity, weak)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX name_keys_entity ON name_keys (entity)")
    db.execute("CREATE TABLE name_heads (head TEXT PRIMARY KEY, lengths INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE spellings (form TEXT, key TEXT, PRIMARY KEY (form, key)) WITHOUT ROWID")
    db.execute("CREATE TABLE words (word TEXT PRIMARY KEY, marks INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE glosses (key TEXT PRIMARY KEY, meanings TEXT NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE heard (term TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE INDEX articles_source ON articles (source, lang)")
    db.execute("CREATE INDEX entities_id ON entities (id)")


@migrations()
def m008_passages(db: Database) -> None:
    """Full text by passage (rowid = the id of its first sentence) instead of by sentence, without a copy of the tokens.

    Nothing can be taken out of such an index, and need not be: a passage that is gone is not in `passages`, and ids
    are never given twice. A sentence keeps of its tokens only what its text does not show: the measures and concepts,
    one character each (`tokens`). Texts are in `sentences` alone; `topics` holds who is named too.
    """
    db.execute("DROP TABLE sentence_vocabulary")
    db.execute("DROP TABLE sentence_terms")
    db.execute(
        "CREATE VIRTUAL TABLE passage_terms USING fts5(terms, content = '', columnsize = 0, detail = none,"
        " tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"
    )
    passages = db.table("passages")
    passages.create(
        {"id": int, "last": int, "article_id": int},
        pk="id",
        not_null=("last", "article_id"),
        foreign_keys=[_hangs_on("passages", "article_id", "articles")],
    )
    passages.create_index(["article_id"])
    db.execute("CREATE TABLE tokens (id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE)")
    db.execute("ALTER TABLE sentences ADD COLUMN concepts TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE articles DROP COLUMN text")
    db.execute("DROP TABLE mentions")
    db.execute(
        "CREATE TABLE mentions (sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,"
        " n INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, entity TEXT NOT NULL,"
        " PRIMARY KEY (sentence_id, n)) WITHOUT ROWID"
    )
    db.execute("DROP TABLE topics")
    db.execute(
        "CREATE TABLE topics (entity TEXT NOT NULL, sentence_id INTEGER NOT NULL, role INTEGER NOT NULL,"
        " PRIMARY KEY (entity, sentence_id)) WITHOUT ROWID"
    )


@migrations()
def m009_shelf(db: Database) -> None:
    """Articles are looked up by what they are editions of; languages and publishers without going through them all."""
    for column in ("lang", "publisher"):
        db.table("articles").create_index([column])


@migrations()
def m010_frequencies(db: Database) -> None:
    """In how many passages the frequent terms were when the archive was made: counting them takes longer than a search."""
    db.execute("CREATE TABLE frequencies (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID")


@migrations()
def m011_meanings(db: Database) -> None:
    """The lexicon that an archive carries is written so that it is read three times as fast: what is there of the old form goes."""
    db.execute("DELETE FROM meta WHERE key LIKE 'lexicon %'")


def prepare(db: Database) -> None:
    """Give an archive all the tables it does not have yet, and turn foreign keys on."""
    db.execute("PRAGMA foreign_keys = ON")
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _hangs_on(table: str, column: str, other: str) -> ForeignKey:
    return ForeignKey(table, column, other, "id", on_delete="CASCADE")
