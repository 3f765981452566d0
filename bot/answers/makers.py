"""Whose product something is, where the sentence that says what it is leaves that out and the article tells it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.evidence import Evidence
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_OWN = lazy.compile(
    r"(?:旗下|自家|自研|自有|子公司|其|\b(?:its|their|own))[^,。;]{0,10}$"
)  # right before the name of what somebody has

_IT = lazy.compile(r"(?:^|[,;。])[^,;。它]{0,12}它(?![山们])|(?:^|[,;.] )(?:[a-z0-9 ]{2,24}, )?it\b")  # of whom the sentence before speaks: 2024年3月,它把…
_STANDS_FOR = lazy.compile(r"它|其|[Ii]ts?\b|[Tt]he (?:company|firm)\b|(?:该|这家|本)?公司")  # what a mention may be instead of a name
_BACK = 3  # sentences, to the firm that was spoken of


def maker(evidence: Evidence, things: Sequence[str], sentences: Sequence[StoredSentence]) -> str:
    """Return the name of the firm whose product or brand the first sentence tells of, "" where it is named or not known.

    `things`: the ids of what is asked about.
    """
    if not things or not sentences:
        return ""
    entities, first = evidence.library.names.entities, sentences[0]
    here = [m for m in first.mentions if m.entity in things]
    if not here or any(entities[m.entity].kind == "person" for m in here):
        return ""
    owned = _OWN.search(fold(first.text[: here[0].start])) is not None
    if not (owned or all(entities[m.entity].kind == "product" for m in here)):
        return ""
    firm = _firm(evidence, things, first)
    named = {m.entity for s in sentences for m in s.mentions if not _STANDS_FOR.match(s.text, m.start)}
    if not firm or firm in things or firm in named or _said(evidence, firm, sentences):
        return ""
    return evidence.name(firm)


def _firm(evidence: Evidence, things: Sequence[str], sentence: StoredSentence) -> str:
    """The firm that a thing is told of with everywhere, else the main one of the article, else the one spoken of just before."""
    entities, search = evidence.library.names.entities, evidence.library.search
    beside = search.associate(things[0])
    main = [
        i for i in evidence.library.mains.of(sentence.article_id) if entities[i].kind == "company" and i not in things
    ]
    if of_it := next((m.entity for m in sentence.mentions if _STANDS_FOR.match(sentence.text, m.start) and entities[m.entity].kind == "company"), ""):
        return of_it
    if _IT.search(fold(sentence.text)):
        back = (search.neighbour(sentence, -n) for n in range(1, _BACK + 1))
        told = (m.entity for b in back if b and b.article_id == sentence.article_id for m in b.mentions if entities[m.entity].kind == "company" and m.entity not in things)
        if it := next(told, ""):
            return it
    if beside and entities[beside].kind == "company":
        return beside
    if len(main) == 1:
        return main[0]
    before = (search.neighbour(sentence, -n) for n in range(1, _BACK + 1))
    return next((t for b in before if b for t in b.topics if entities[t].kind == "company" and t not in things), "")


def _said(evidence: Evidence, firm: str, sentences: Sequence[StoredSentence]) -> bool:
    """Whether some sentence has a name of the firm in it, known there or not."""
    entity = evidence.library.names.entities[firm]
    text = fold(" ".join(s.text for s in sentences))
    return any(re.search(re.escape(fold(n)), text) for n in (*entity.names.values(), *entity.aliases) if n)
