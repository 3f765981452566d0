"""Search terms: what a sentence is found by and what a question asks for, in one alphabet.

Chinese bigrams, stems of Latin words, and a token for each entity, measure and concept. Tokens are plain
words of letters, digits and "_", so that no character of a text is ever FTS5 syntax.
"""

from __future__ import annotations

from functools import lru_cache

from kb import lazy
from kb.names import Names, Span
from kb.text import bigrams, characters, fold, stem, words

_FIRST_CHARACTER = 0x100
_CONCEPT = lazy.compile(r"(?<!\S)[mc]_\S+")


@lru_cache(maxsize=4096)
def entity_token(entity: str) -> str:
    """Return the search term that stands for an entity.

    >>> entity_token("moore-threads")
    'e_moore_threads'
    """
    return "e_" + "".join(c if c.isalnum() else "_" for c in fold(entity))


def tokens(text: str, names: Names) -> list[str]:
    """Return what a text is found by: Chinese bigrams and characters, stems of Latin words, measures and concepts."""
    folded = fold(text)
    out = shown(folded)
    spans, heads = names.find_with_heads(folded)
    for span in (*spans, *heads):
        out += [term_token(kind, i) for kind, i in span_terms(span) if kind != "entity"]
    return out


def shown(folded: str) -> list[str]:
    """Return the terms that a folded text itself shows: no measures and concepts.

    >>> shown("营收 revenue")
    ['营收', '营', '收', 'revenu']
    """
    return [*bigrams(folded), *characters(folded), *(stem(w) for _, _, w in words(folded))]


def span_terms(span: Span) -> list[tuple[str, str]]:
    """Return everything a span may mean, as (kind, id)."""
    return [*((span.kind, i) for i in span.ids), *span.also]


@lru_cache(maxsize=4096)
def term_token(kind: str, term: str) -> str:
    """Return the search term that stands for a measure or a concept.

    >>> term_token("measure", "net-profit")
    'm_net_profit'
    """
    return f"{kind[0]}_{term.replace('-', '_')}"


def concepts_in(terms: str) -> list[str]:
    """Return those of search terms, separated by spaces, that stand for a measure or a concept, each once: the text they are from does not show them.

    >>> concepts_in("营收 m_revenue e_acme m_revenue c_chip")
    ['m_revenue', 'c_chip']
    """
    return list(dict.fromkeys(_CONCEPT.findall(terms)))


def concept_character(number: int) -> str:
    """Return the one character that stands for the concept of this number (from 1) in a stored sentence.

    >>> concept_character(1)
    'ā'
    """
    return chr(_FIRST_CHARACTER + number)


def concept_number(character: str) -> int:
    """Return the number that `concept_character` made a character of."""
    return ord(character) - _FIRST_CHARACTER
