"""What the archive's reader returns: the values of `kb.model` with the ids they are kept under.

Leaves out the SQL: `kb.store` reads rows in the column orders given here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from kb.model import Article, Entity, Extracted, Fact, Mention, Period, Quantity, Sentence, Step

ARTICLE_COLUMNS = ("id", "key", "source", "title", "publisher", "published", "lang", "url", "tags", "origin")
SENTENCE_COLUMNS = ("id", "article_id", "n", "paragraph", "heading", "text", "topics")
QUANTITY_COLUMNS = ("lo", "hi", "unit", "qualifier", "raw", "q_start", "q_end")
PERIOD_COLUMNS = ("period_start", "period_end", "period_kind", "period_raw")
FACT_COLUMNS = (
    "id", "article_id", "sentence_id", "subject", "measure", "aspect", "basis", "start", "end",
    *QUANTITY_COLUMNS, *PERIOD_COLUMNS,
)  # fmt: skip
STEP_COLUMNS = ("sentence_id", "person", "kinds", "start", "until", "earlier", "begin", "end")
ABOUT, NAMED = 1, 2  # what an entity is to a sentence
ENTITY_COLUMNS = ("article_id", "id", "kind", "names", "aliases", "tickers", "groups")
ENTITY = ", ".join(f'"{column}"' for column in ENTITY_COLUMNS)
BEARER = ", ".join(f'"{column}"' for column in ENTITY_COLUMNS[1:])  # of one name, in whatever articles


class StoredArticle(NamedTuple):
    """An article as `kb.model.Article` has it, without its text; `origin` is a bare file name."""

    id: int
    key: str
    source: str
    title: str
    publisher: str | None
    published: str | None
    lang: str
    url: str | None
    tags: tuple[str, ...]
    origin: str


class StoredSentence(NamedTuple):
    """A sentence with its mentions in order of `start`; `n` is its position in its article, from 0 up."""

    id: int
    article_id: int
    n: int
    paragraph: int
    heading: str
    text: str
    topics: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredFact(Fact):
    """A fact; `sentence_id` is the id of the sentence whose position `sentence` is."""

    id: int
    article_id: int
    sentence_id: int


@dataclass(frozen=True, slots=True)
class StoredStep(Step):
    """A step; `sentence_id` is the id of the sentence whose position `sentence` is."""

    article_id: int
    sentence_id: int


class Counts(NamedTuple):
    """How much an archive holds. Editions of one article count as one of `articles`."""

    articles: int
    editions: int
    sentences: int
    subjects: int  # entities that some sentence names or speaks of
    facts: int


# What a writer keeps count of; "sources" are articles whose editions count as one.
TOTALS = ("articles", "sources", "passages", "sentences", "characters", "facts")


def article_row(article: Article, digest: str) -> dict[str, Any]:
    """Return the row of an article, all but its id."""
    return {
        "key": article.key,
        "source": article.source or article.key,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "lang": article.lang,
        "url": article.url,
        "tags": _json(article.tags),
        # The archive can be handed to anyone: it does not tell where on this machine a file was.
        "origin": article.origin.replace("\\", "/").rpartition("/")[2],
        "digest_hash": digest,
    }


def stored_article(row: tuple[Any, ...]) -> StoredArticle:
    """Read a row of `ARTICLE_COLUMNS`."""
    return StoredArticle(*(*row[:8], _tuple(row[8]), row[9]))


def sentence_row(sentence_id: int, article_id: int, sentence: Sentence) -> dict[str, Any]:
    """Return the row of a sentence."""
    return {
        "id": sentence_id, "article_id": article_id, "n": sentence.n, "paragraph": sentence.paragraph,
        "heading": sentence.heading, "text": sentence.text, "topics": _json(sentence.topics),
    }  # fmt: skip


def mention_rows(sentence_id: int, sentence: Sentence) -> list[dict[str, Any]]:
    """Return the rows of a sentence's mentions, in order of `start`."""
    ordered = sorted(sentence.mentions, key=lambda m: m.start)
    return [
        {"sentence_id": sentence_id, "n": n, "start": m.start, "end": m.end, "entity": m.entity}
        for n, m in enumerate(ordered)
    ]


def topic_rows(sentence_id: int, sentence: Sentence) -> list[dict[str, Any]]:
    """Return a row for each entity a sentence is about or names; `role` is the sum of `ABOUT` and `NAMED`."""
    roles = dict.fromkeys(sentence.topics, ABOUT)
    for mention in sentence.mentions:
        roles[mention.entity] = roles.get(mention.entity, 0) | NAMED
    return [{"entity": entity, "sentence_id": sentence_id, "role": role} for entity, role in roles.items()]


def stored_sentence(row: tuple[Any, ...], mentions: Iterable[Mention]) -> StoredSentence:
    """Read a row of `SENTENCE_COLUMNS`."""
    return StoredSentence(*(*row[:6], _tuple(row[6]), tuple(mentions)))


def fact_row(fact: Fact) -> dict[str, Any]:
    """Return the row of a fact, all but its ids."""
    quantity, period = fact.quantity, fact.period
    row = {name: getattr(fact, name) for name in ("subject", "measure", "aspect", "basis", "start", "end")}
    row |= {
        "lo": _text(quantity.lo), "hi": _text(quantity.hi), "unit": quantity.unit,
        "qualifier": quantity.qualifier, "raw": quantity.raw,
        "q_start": quantity.start, "q_end": quantity.end,
    }  # fmt: skip
    row |= {
        "period_start": period.start if period else None, "period_end": period.end if period else None,
        "period_kind": period.kind if period else None, "period_raw": period.raw if period else None,
    }  # fmt: skip
    return row


def stored_fact(row: tuple[Any, ...]) -> StoredFact:
    """Read a row of `FACT_COLUMNS` followed by the position of its sentence."""
    fact_id, article_id, sentence_id, subject, measure, aspect, basis, start, end = row[:9]
    lo, hi, unit, qualifier, raw, q_start, q_end = row[9:16]
    *period, sentence = row[16:]
    return StoredFact(
        subject=subject, measure=measure, aspect=aspect, basis=basis, start=start, end=end, sentence=sentence,
        quantity=Quantity(_decimal(lo), _decimal(hi), unit, qualifier, raw, q_start, q_end),
        period=Period(*period) if period[0] is not None else None,
        id=fact_id, article_id=article_id, sentence_id=sentence_id,
    )  # fmt: skip


def step_row(sentence_id: int, step: Step) -> dict[str, Any]:
    """Return the row of a step."""
    return {
        "sentence_id": sentence_id, "person": step.person, "kinds": " ".join(step.kinds),
        "start": step.start, "until": step.until, "earlier": int(step.earlier), "begin": step.begin, "end": step.end,
    }  # fmt: skip


def stored_step(row: tuple[Any, ...]) -> StoredStep:
    """Read a row of `STEP_COLUMNS` followed by the article and the position of its sentence."""
    sentence_id, person, kinds, start, until, earlier, begin, end, article_id, n = row
    return StoredStep(
        person, tuple(kinds.split()), start, until, bool(earlier), n, begin, end, article_id, sentence_id
    )  # fmt: skip


def entity_rows(article_id: int, extracted: Extracted) -> list[dict[str, Any]]:
    """Return the rows of the entities of one article; one that is listed twice is joined into one."""
    return [{"article_id": article_id, **entity_row(entity)} for entity in joined(extracted.entities)]


def entity_row(entity: Entity) -> dict[str, Any]:
    """Return the row of an entity, all but its article."""
    return {
        "id": entity.id, "kind": entity.kind, "names": _json(entity.names), "aliases": _json(entity.aliases),
        "tickers": _json(entity.tickers), "groups": _json(entity.groups),
    }  # fmt: skip


def stored_entity(row: tuple[Any, ...]) -> Entity:
    """Read a row of `ENTITY_COLUMNS`."""
    _, entity_id, kind, names, aliases, tickers, groups = row
    return Entity(entity_id, kind, json.loads(names), _tuple(aliases), _tuple(tickers), _tuple(groups))


def joined(entities: Iterable[Entity]) -> list[Entity]:
    """Return one entity an id, with the names and groups of all of them; what came first stays first.

    >>> joined([Entity("a", "company", {"en": "A"}), Entity("a", "company", {"zh-Hant": "甲"}, ("A Ltd",))])
    [Entity(id='a', kind='company', names={'zh-Hant': '甲', 'en': 'A'}, aliases=('A Ltd',), tickers=(), groups=())]
    """
    found: dict[str, Entity] = {}
    for new in entities:
        old = found.get(new.id, new)
        found[new.id] = Entity(
            new.id,
            old.kind,
            {**new.names, **old.names},
            _union(old.aliases, new.aliases),
            _union(old.tickers, new.tickers),
            _union(old.groups, new.groups),
        )
    return list(found.values())


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


_json = json.JSONEncoder(ensure_ascii=False).encode  # made once: `json.dumps` would make one each time


def _tuple(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
