"""Questions for what something is: "X是什麼", "what is X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.question import Question
from kb import lazy
from kb.names import Names, Span

_ALSO_IN_CHINESE = lazy.compile(r"^[\x00-\x7f]+\(([\u3400-\u9fff]{2,})\)")


def definition(question: Question, spans: Sequence[Span], names: Names) -> Question:
    """Return the question as one of a definition, or of a person, where nothing but X is asked of: "X是什麼"."""
    match = qw.DEFINITION.match(question.folded)
    if not match or question.periods or question.extreme:
        return question
    part = "after" if match.group("after") else "before"
    phrase = match.group(part).strip(" 「」“”\"'‘’?") if match.group(part) else ""
    phrase = qw.SAID_WHERE.sub("", phrase).strip(" 「」“”\"'‘’?")
    if named := _ALSO_IN_CHINESE.search(phrase):  # "chain break" (断链)
        phrase = named.group(1)
    if not phrase or question.roles or (question.measures and not question.subjects):
        return question
    if any(p.search(phrase) for _, p in qw.ANSWER_TYPES[:-1]) or qw.PRONOUN.search(phrase):
        return question  # "RoboBrain and who trained it": more than a definition is asked for
    inside = [n for n in question.needs if n.surface in phrase and n.surface != phrase and n.surface not in qw.TYPE_WORDS]
    if question.subjects and inside:
        return question
    measured = [
        s
        for s in spans
        if s.kind == "measure"
        and (not s.weak or question.subjects)
        and match.start(part) < s.end and s.start < match.end(part)  # "what is the price" begins before X
    ]
    if measured or len(question.subjects) > 2 or question.wants in ("reason", "date", "place", "amount"):
        return question
    if question.kind not in ("fact", "list", "passage", "person") or len(phrase) > 40:
        return question
    start = match.start(part) + match.group(part).find(phrase)
    original = question.text[start : start + len(phrase)] if len(question.text) == len(question.folded) else phrase
    kinds = {names.entities[i].kind for g in question.subjects for i in g}
    if kinds == {"person"}:
        return replace(question, kind="person") if question.kind in ("fact", "person") else question
    return replace(question, kind="definition", phrase=original)
