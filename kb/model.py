"""What the archive holds, as plain values.

Everything here is immutable and knows no SQL. An *article* has *sentences*; a sentence mentions
*entities* and yields *facts*. Editions of one article (say Chinese and English) share `source`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Article(NamedTuple):
    """One edition of one article, as read from a file.

    `key` is stable for a source and edition (file name and position, or the `id` of a JSON line);
    `source` is the same for all editions of an article. `published` is an ISO date or a part of
    one ("2026-01"). `text` has one paragraph a line; a line starting with "#" is a heading.
    """

    key: str
    title: str
    text: str
    publisher: str | None = None
    published: str | None = None
    lang: str = "zh-Hant"  # "zh-Hant", "zh-Hans" or "en"
    source: str = ""
    url: str | None = None
    tags: tuple[str, ...] = ()
    origin: str = ""  # the file it came from, for messages


class Unreadable(NamedTuple):
    """Something that was offered as an article and is none; `reason` is one sentence for people."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, person, product, institution, place or concept, with all its names.

    `names` are display names by language ("zh-Hant", "en"); `aliases` every other way to write it.
    """

    id: str
    kind: str  # company | person | product | institution | place | concept
    names: dict[str, str]
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # classes it belongs to, from the text: "國產GPU四小龍", "儲存晶片"


class Mention(NamedTuple):
    """An entity named at text[start:end] of its sentence."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time, inclusive ISO dates. A whole year is 2025-01-01 to 2025-12-31.

    `kind`: year | half | quarter | nine-months | month | day | span | as-of.
    """

    start: str
    end: str
    kind: str = field(compare=False)
    raw: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value or a range as written. Exact decimals; `lo` <= `hi`; either end may be None (open).

    `lo` and `hi` are in `unit` itself, scaled: 14.50億元 is 1450000000 with unit "CNY".
    `unit`: an ISO 4217 code for money, "%", "pp" (percentage points), "x" (times), or a counter
    word such as "顆", "家", "年", "GB", "tokens/s". `qualifier`: "" | about | over | under | near |
    at-least | at-most. `raw` is text[start:end], the words as printed.
    """

    lo: Decimal | None
    hi: Decimal | None
    unit: str
    qualifier: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure a sentence states about one subject.

    `aspect`: value | growth | decline | increase | decrease | narrowing | widening. A growth
    belongs to its measure: measure "revenue", aspect "growth", unit "%". Losses are negative values.
    `basis`: actual | forecast.
    """

    subject: str
    measure: str
    aspect: str
    period: Period | None
    quantity: Quantity
    basis: str
    sentence: int  # position of its sentence in the article
    start: int  # the clause, in the sentence
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a person's life, in the words text[begin:end] of a sentence.

    `kinds` are some of born | studied | worked | left | made (founded something). `start` and `until` are
    ISO dates or parts of one ("2005", "1992-04"), None where the text tells none. `earlier`: it is told
    after what came after it ("…, who had been at Foo").
    """

    person: str
    kinds: tuple[str, ...]
    start: str | None
    until: str | None
    earlier: bool
    sentence: int  # position of its sentence in the article
    begin: int
    end: int


class Sentence(NamedTuple):
    """A sentence of an article. `topics` are the entities it is about, named or carried over."""

    n: int
    paragraph: int
    text: str
    heading: str = ""
    topics: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Extracted(NamedTuple):
    """All that was found in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]  # those found in this text that the lexicon does not list
    steps: tuple[Step, ...] = ()
