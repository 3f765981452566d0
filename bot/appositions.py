"""A post beside a name only says who is meant: "He Lan, the founder of Foo Space,", Foo Space創始人何藍.

What is asked of somebody is not told again with their post in every sentence, so a question that found no answer is
read once more without it. Only where the articles themselves put the two together: of somebody else's post nothing
is taken for granted.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.library import Library
from kb.names import Span
from kb.terms import span_terms
from kb.text import fold

_FIRM, _PERSON, _ROLE = "\ue000", "\ue001", "\ue002"  # each character of a name or a post
_KINDS = {"company": _FIRM, "institution": _FIRM, "product": _FIRM, "person": _PERSON}
_F, _P, _R = f"{_FIRM}+", f"{_PERSON}+", f"{_ROLE}+"
_POSTS_ZH = rf"(?:联合|共同|新任?|现任|前任?|时任|首任|原|资深|高级|女|老)*{_R}(?:(?:[兼及暨和、]|以及)(?:联合|共同)?{_R})*"
_POSTS_EN = rf"(?:(?:new|former|then|current|co-?|long-?time|outgoing|late) ?)*{_R}(?: (?:and|&) (?:co-?)?{_R})*"
_BESIDE = lazy.compile(
    rf"(?P<before>(?:{_F}(?:的|公司的?)?)?{_POSTS_ZH})(?={_P})"
    rf"|(?P<before_en>(?:{_F}(?:['’]s)? )?{_POSTS_EN} )(?={_P})"
    rf"|(?<={_PERSON})(?P<behind>,? ?[(,] ?(?:(?:who is|the|its|an?|is) )*{_POSTS_EN}(?: (?:of|at|for|with))? ?(?:the )?{_F}(?:\)|,|(?=[?.]?$)))"
    rf"|(?<={_PERSON})(?P<behind_zh>\((?:{_F}的?)?{_POSTS_ZH}\)|,(?:即|也就是){_F}的?{_POSTS_ZH},)"
)
_READ_BEFORE = lazy.compile(r"(?:[A-Z][\w'’-]+ ){2,3}[(（]$")  # the reading of a name that follows in brackets
_LOOKED_AT = 60  # sentences that name somebody


def without_post(text: str, spans: Sequence[Span], library: Library) -> str:
    """Return a question without the posts that stand right beside the names of their holders, "" where there are none."""
    folded = fold(text)
    if len(folded) != len(text):
        return ""
    masked, names = list(folded), library.names
    for span in spans:
        kinds = {names.entities[i].kind for i in span.ids} if span.kind == "entity" else set()
        role = any(k == "concept" and names.concepts[i].group == "role" for k, i in span_terms(span)) if span.kind != "entity" else False
        mark = _ROLE if role else next((_KINDS[k] for k in _KINDS if k in kinds), "")
        if mark:
            masked[span.start : span.end] = mark * (span.end - span.start)
        if mark == _PERSON and (reading := _READ_BEFORE.search(text, 0, span.start)):
            masked[reading.start() : span.start] = _PERSON * (span.start - reading.start())  # Shen Ruolin (沈若琳)
    out, end = [], 0
    for match in _BESIDE.finditer("".join(masked)):
        here = [s for s in spans if match.start() <= s.start and s.end <= match.end()]
        holder = _holder(masked, spans, match.start(), match.end())
        if holder and _goes_with(holder, here, library):
            out.append(text[end : match.start()])
            end = match.end()
            if text[match.start()] in ",(" and match.end() < len(text) and not text[match.end()].isspace():
                out.append(" " if text[match.end()].isascii() and text[match.end()].isalnum() else "")
    return " ".join("".join([*out, text[end:]]).split()) if out else ""


def _holder(masked: Sequence[str], spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Whose name stands right behind or right before a place."""
    for first, step in ((end, 1), (start - 1, -1)):
        at = first
        while 0 <= at < len(masked) and masked[at] == _PERSON:
            if found := next((s for s in spans if s.kind == "entity" and s.start <= at < s.end), None):
                return found
            at += step
    return None


def _goes_with(holder: Span, beside: Sequence[Span], library: Library) -> bool:
    """Whether a sentence names somebody with the firm that stands beside the name, or with the post where none does."""
    firms = {i for s in beside if s.kind == "entity" for i in s.ids}
    posts = {i for s in beside if s.kind != "entity" for k, i in span_terms(s) if k == "concept"}
    archive, reading = library.archive, library.search.reading
    for person in holder.ids:
        for sentence in archive.sentences(archive.sentences_naming(person)[:_LOOKED_AT]):
            told = {m.entity for m in sentence.mentions} | set(sentence.topics)
            if firms & told or (not firms and any(posts & {i for k, i in span_terms(s) if k == "concept"} for s in reading.spans(sentence))):
                return True
    return False
