"""The answer, a value without markup. Platforms decide how it looks; this says what it says."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import Period


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from. `quote` is the sentence it rests on, in the article's own words."""

    title: str
    publisher: str | None = None
    published: str | None = None
    quote: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: one header cell a column; every row has as many cells as the header.

    `bars` are the rows' sizes beside the largest, from 0 to 1, where they can be drawn: one a row, or none.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said in reply to one message.

    `lines` are whole statements in the asker's language, most important first. `quotes` are
    sentences in the articles' words, to be shown set apart. `suggestions` are whole questions the
    asker may send next, shown as buttons. `lang`: "zh-Hant" | "zh-Hans" | "en".
    `kind`: fact | person | definition | list | compare | superlative | derived | timeline |
    passage | conflict | refusal | clarify | smalltalk | help.
    """

    answered: bool
    lang: str
    kind: str
    lines: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    table: Table | None = None
    sources: tuple[Source, ...] = ()
    suggestions: tuple[str, ...] = ()
    facts: tuple[dict[str, str], ...] = ()
    explanation: tuple[str, ...] = ()  # what was understood and weighed; for `ask --explain`
    gap: str | None = None  # why nothing was found, for the owner's list; None when answered

    @property
    def period(self) -> Period | None:
        """The period of the first figure that is told, which what follows is asked of."""
        for fact in self.facts:
            start, _, end = fact.get("period", "").partition("/")
            if start and end:
                return Period(start, end, "year" if start.endswith("01-01") and end.endswith("12-31") else "span")
        return None
