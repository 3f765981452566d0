"""Search terms: what a sentence is found by and what a question asks for, in one alphabet.

Chinese bigrams, stems of Latin words, and a token for each entity, measure and concept. Tokens are plain
words of letters, digits and "_", so that no character of a text is ever FTS5 syntax.
"""

from __future__ import annotations

from kb.names import Names, Span
from kb.text import bigrams, fold, stem, words


def entity_token(entity: str) -> str:
    """Return the search term that stands for an entity.

    >>> entity_token("moore-threads")
    'e_moore_threads'
    """
    return "e_" + "".join(c if c.isalnum() else "_" for c in fold(entity))


def tokens(text: str, names: Names) -> list[str]:
    """Return what a text is found by: Chinese bigrams, stems of Latin words, measures and concepts."""
    folded = fold(text)
    out = list(bigrams(folded))
    out += [stem(w) for _, _, w in words(folded)]
    spans, heads = names.find_with_heads(folded)
    for span in (*spans, *heads):
        out += [term_token(kind, i) for kind, i in span_terms(span) if kind != "entity"]
    return out


def span_terms(span: Span) -> list[tuple[str, str]]:
    """Return everything a span may mean, as (kind, id)."""
    return [*((span.kind, i) for i in span.ids), *span.also]


def term_token(kind: str, term: str) -> str:
    """Return the search term that stands for a measure or a concept.

    >>> term_token("measure", "net-profit")
    'm_net_profit'
    """
    return f"{kind[0]}_{term.replace('-', '_')}"
