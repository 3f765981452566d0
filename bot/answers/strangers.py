"""Whether a question lists somebody beside those it names who is no name here: 乙 of 甲、乙和丙哪家大, where only two are known.

What is then known of the others is not what was asked: neither their sum nor the first of them.
"""

from __future__ import annotations

from bot.contentwords import blank
from bot.question import Question
from kb import lazy
from kb.library import Library

_JOIN = r"\s?(?:、|,? and |,? or |,\s?|和|与|及|跟|以及)\s?"
# Between two that are known, right behind the last of them, and before the first.
_LISTED = (
    lazy.compile(rf"\n{_JOIN}(?P<who>[^、,?\n]{{2,24}}?){_JOIN}\n"),
    lazy.compile(r"\n\s?(?:、|和|与|跟|以及)\s?(?P<who>[\u3400-\u9fff]{2,6}?)(?=[两三四五六七]?[家者个]|哪|谁|中|里|的|各|之间|合计|合共|一共|总共|加起来)"),
    lazy.compile(r"(?:^|[,:]|比较|对比)(?P<who>[\u3400-\u9fff]{2,6})、\n"),
)  # fmt: skip


def lists_a_stranger(question: Question, library: Library) -> bool:
    """Return whether a row of names in a question holds one that is none of its subjects and no word."""
    asked = {i for g in question.subjects for i in g}
    spans = library.names.find(question.folded)
    rest = blank(question.folded, [(s.start, s.end) for s in spans if asked & set(s.ids)])
    others = (m["who"].strip() for p in _LISTED for m in p.finditer(rest))
    return any(not any(c.isdigit() for c in who) and not library.names.find(who) and not library.is_ordinary(who) for who in others)
