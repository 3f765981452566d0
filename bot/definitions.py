"""Questions for what something is: "X是什麼", "what is X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.question import Question
from kb import lazy
from kb.names import Names, Span

_ALSO_IN_CHINESE = lazy.compile(r"^[\x00-\x7f“”]+\(([\u3400-\u9fff]{2,})\)")
_DOES = lazy.compile(r"(?:did|do|does|will|can|could|would|should|has|have|had|is|are|was|were|happen\w*|it|they|he|she)\b")
_ONLY_STRESSES = lazy.compile(r"到底|究竟")
_TRADE = r"[\u3400-\u9fff]{0,4}(?:公司|企业|业者|行业|厂商|圈子?|业)里?"  # who uses a term
_QUOTES = " 「」『』“”\"'‘’?"
_LEAST_MORE = 2  # characters
_MOST_WORDS = 4  # of a term in English that stands before where it is said


def definition(question: Question, spans: Sequence[Span], names: Names) -> Question:
    """Return the question as one of a definition, or of a person, where nothing but X is asked of: "X是什麼"."""
    match = qw.DEFINITION.match(question.folded)
    if not match or question.periods or question.extreme:
        return question
    part = "after" if match.group("after") else "before"
    phrase = _term(match.group(part) or "")
    meant = bool(qw.MEANING.search(question.folded))
    phrase = _not_whose(phrase, question.folded, spans) if meant else phrase
    meaning = meant or (part == "after" and _says_more(question.folded, match.start(part), phrase, spans))
    if not phrase or question.roles or (question.measures and not question.subjects and not meaning):
        return question
    if any(p.search(phrase) for _, p in qw.ANSWER_TYPES[:-1]) or qw.PRONOUN.search(phrase) or qw.OUTLOOK_BEFORE.search(phrase):
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
    if (measured and not meaning) or len(question.subjects) > 2 or question.wants in ("reason", "date", "place", "amount"):
        return question
    if question.kind not in ("fact", "list", "passage", "person") or len(phrase) > 40:
        return question
    start = match.start(part) + match.group(part).find(phrase)
    original = question.text[start : start + len(phrase)] if len(question.text) == len(question.folded) else phrase
    kinds = {names.entities[i].kind for g in question.subjects for i in g}
    if kinds == {"person"}:
        return replace(question, kind="person") if question.kind in ("fact", "person") else question
    doubted = qw.EITHER.search(_ONLY_STRESSES.sub("", question.folded))  # "what on earth is X" doubts no version
    needs = tuple(replace(n, light=n.light or n.surface not in phrase) for n in question.needs) if meant else question.needs  # who uses a term
    return replace(question, kind="definition", phrase=original, needs=needs, flags=question.flags if doubted else question.flags - {"either"})


def _not_whose(phrase: str, folded: str, spans: Sequence[Span]) -> str:
    """A term without the name of who uses it: "corvane's take rate", 澄岳的流失率."""
    names = [re.escape(folded[s.start : s.end]) for s in spans if s.kind == "entity"]
    used = re.match(rf"(?:{'|'.join([*names, _TRADE])})(?:['’]s? +|所?[说讲提]?的)(?=\S{{2}})", phrase)
    return phrase[used.end() :] if used else phrase


def _says_more(folded: str, after: int, phrase: str, spans: Sequence[Span]) -> bool:
    """Whether a Chinese term is more than the measure in it: 什麼是第三者存款 asks for no sum of deposits."""
    start = folded.find(phrase, after)
    inside = sum(min(s.end, start + len(phrase)) - max(s.start, start) for s in spans if s.kind == "measure" and s.start < start + len(phrase) and start < s.end)
    return not phrase.isascii() and inside > 0 and len(phrase) - inside >= _LEAST_MORE


def _term(said: str) -> str:
    """The term in what stands beside "what is": without quotation marks, and without where it is said.

    >>> _term("csm mean in the youcen life report"), _term("cdu到底"), _term('"chain break" (断链) in the filing')
    ('csm', 'cdu', '断链')
    >>> _term("this early-warning list at corvane"), _term("role of musa in the plan")
    ('early-warning list', 'role of musa in the plan')
    """
    phrase = said.strip(_QUOTES)
    if named := _ALSO_IN_CHINESE.search(phrase):  # "chain break" (断链)
        return named.group(1)
    phrase = qw.SAID_WHERE.sub("", phrase).strip(_QUOTES)
    if _DOES.match(phrase):  # "what did X show in phase 1": no term
        return phrase
    shorter = phrase
    while (less := qw.TERM_ASIDES.sub("", shorter, count=1).strip(_QUOTES)) not in (shorter, "") and " of " not in less:
        shorter = less
        phrase = shorter if len(shorter.split()) <= _MOST_WORDS else phrase
    return phrase
