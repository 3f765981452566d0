"""Telling of somebody in an article's words: own language as lines, the other one quoted under a lead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.evidence import Evidence
from kb.rows import StoredSentence
from kb.text import fold

Piece = tuple[StoredSentence, int, int]  # text[begin:end] of a sentence


def tell(evidence: Evidence, person: str, pieces: Sequence[Piece], kind: str = "person") -> Answer:
    """Return an answer that tells pieces of sentences about a person, whose name leads where they lack it."""
    own: list[str] = []
    foreign: list[str] = []
    for sentence, begin, end in pieces:
        whole = end - begin == len(sentence.text)
        text = evidence.quote(sentence.text) if whole else evidence.clause(sentence.text[begin:end])
        (foreign if evidence.foreign(sentence.text) else own).append(text)
    name = evidence.name(person)
    if own and fold(name) not in fold(own[0]):
        own[0] = f"{name}{evidence.words.colon}{own[0]}"
    lead = [evidence.words.quote_lead_about.format(subject=name)] if foreign else []
    return Answer(
        True, evidence.lang, kind, (*dict.fromkeys(own), *lead), quotes=tuple(dict.fromkeys(foreign)),
        sources=evidence.sources([s for s, _, _ in pieces]),
    )  # fmt: skip
