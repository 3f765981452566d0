"""Which two a question sets against each other: "A vs B", A跟B誰…, by their entries or, where one has none, by how it is written.

A side without an entry is the run of words next to what joins the two: X5跟Orbiton 8s的NPU, "Corvane or Pan-Meridian".
Leaves out what is said of them (`bot.answers.sides`). Patterns are matched against folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.question import Question
from kb import lazy, periods
from kb.names import Names, Span
from kb.text import fold

# What joins two that are set against each other.
JOINS = lazy.compile(
    r"(?:跟|和|与|同(?!比|期|业|行|时|样|步|店|一)|对比|比起?(?!较|例|重))\s?|\s?\bvs\.?\s|\s(?:versus|or|and|against|than|compared? (?:with|to)|stacks? up against|to)\s(?:the )?"
)
_ENDS = lazy.compile(
    r"[,。?:;!()\n]|的|谁|哪|边[个间]|各|比|对(?!话)|差|那[台款个张家]|[贵高低多少重轻快慢强久长短](?:多少|几|出)|便宜|在|去年|今年|上年|前年|\d{1,2}月|20\d\d|第[一二三四]|[上下]半|首季|漲完|涨完|'s?(?![a-z])|'s\b|"
    r"\b(?:in|on|at|of|for|by|from|between|who|which|whose|what|how|is|are|was|were|do|does|did|has|have|had|per|last|this|compare[sd]?|comparing|stacks?|the|a|an|please|q[1-4]|h[12])\b"
)
_ASKS = lazy.compile(
    r"谁|哪|边[个间]|各|分别|对比|比较|比一?下|相比|差(?:多少|几|在|别|距|异)|[多高大低小少快长重轻贵强久](?:多少|几|一?点|些|吗)|孰|\bvs\b|\bversus\b|\bcompar\w+|\bwhich\b|\bwho(?:se)?\b|\bstacks? up\b|\bdiffer\w*|\b(?:more|less|fewer|better|worse|(?:high|low|larg|bigg|small|long|short|fast|slow|light|heavi|cheap|pric[iy]|dear|tall|old|young|strong|weak|earli|lat|great|deep|wid|thick|thinn|rich|busi|clos|near)er)\b"
)
# What something is held against that is no other thing, or not told by a name: the one before it, its rivals, a time.
_COMMON = lazy.compile(
    r"^(?:上[一两]?代|前[一两]?代|旧款|老款|上一?[款版次个]|同[业行]|对手|竞品|行业|市场|大盘|预期|目标|之前|以前|去年|同期|其他|别[家的])|^(?:(?:first|previous|last|old|older|original|earlier|prior|other) (?:one|version|generation|model)|(?:its )?(?:predecessor|rivals?|peers?|competitors?|original)|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|first one|it|that|this|them|others?|before|a year (?:ago|earlier)))$"
)
_OF_A_NAME = ("版", "款", "型")
_BESIDE = ("、", "及", "以及", "/", "&")  # what joins two with entries only: 甲、乙各是多少
_OWN = lazy.compile(r"的|'s |’s ")  # C600的SuperPod is told of with C600
_FAR = 60  # characters between two that are set against each other
_NEAR = 14  # between one and the word that joins it to the other
_MOST, _LEAST = 24, 2  # characters of a side's name


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its entries, or how it is written."""

    ids: frozenset[str]
    written: str  # "" for one that has an entry
    span: tuple[int, int]  # where in the folded question


def regions(folded: str, pair: Sequence[Side]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a question speaks of each side alone: 沁寒那張單 and 北嶺熱流的日本單, from the clause's beginning to the word that joins them.

    The second one's ends where the question goes on to what is asked of both.
    """
    one, other = pair
    begin = max((m.end() for m in re.finditer(r"[,。?:;]", folded[: one.span[0]])), default=0)
    joined = list(JOINS.finditer(folded, one.span[1], other.span[0] + 1))
    middle = joined[-1].start() if joined else one.span[1]
    after = re.search(r"[,。?:;]|谁|哪|边[个间]|各", folded[other.span[1] :])
    far = other.span[1] + after.start() if after and after.group() not in "谁哪各" and not re.fullmatch(r"边[个间]", after.group()) else other.span[1]
    return (begin, middle), (middle, far)


def frame(folded: str) -> str:
    """Return a question without the words that only set two against each other."""
    return _ASKS.sub("\n", JOINS.sub("\n", folded))


def sides(question: Question, names: Names) -> tuple[Side, Side] | None:
    """Return the two that a question sets against each other, None where it does no such thing."""
    folded = question.folded
    if not (_ASKS.search(folded) or (question.measures and "compare" in question.flags)):  # 甲跟乙起售價是多少 asks of each
        return None
    spans = names.find(folded)
    groups = [(g, s) for g in question.subjects for s in spans if s.kind == "entity" and set(s.ids) & set(g)]
    first: dict[tuple[str, ...], Span] = {}
    for group, span in groups:
        if names.entities[group[0]].kind != "place":
            first.setdefault(group, span)
    for group in question.subjects:
        if group not in first and names.entities[group[0]].kind != "place" and (shortened := _shortened(folded, group, names)):
            first[group] = shortened
    first = {g: s for g, s in first.items() if not any(o.end < s.start and _OWN.fullmatch(folded, o.end, s.start) for o in first.values())}
    taken = [(s.start, s.end) for s in spans if s.kind == "measure" and folded[s.end : s.end + 1] not in _OF_A_NAME]  # not in 標準續航版
    if len(first) == 2:
        (a, b) = sorted(((g, s) for g, s in first.items()), key=lambda x: x[1].start)
        between = folded[a[1].end : b[1].start]
        if len(between) > _FAR or not (JOINS.search(between) or between.strip() in _BESIDE):
            return None
        return _known(*a), _known(*b)
    if len(first) == 1:
        ((group, span),) = first.items()
        other = _after(folded, span.end, taken) or _before(folded, span.start, taken)
        return None if other is None else (_known(group, span), other) if other.span[0] > span.start else (other, _known(group, span))
    if not first and not question.subjects:
        return _neither(folded, taken)
    return None


def _shortened(folded: str, group: Sequence[str], names: Names) -> Span | None:
    """Where a question says a subject by the beginning of its name: 衡岳 for 衡岳感知."""
    for name in sorted(dict.fromkeys(fold(n) for i in group for n in (*names.entities[i].names.values(), *names.entities[i].aliases)), key=len, reverse=True):
        for length in range(len(name) - 1, 1, -1):
            at = folded.find(name[:length])
            if at >= 0:
                return Span(at, at + length, "entity", tuple(group))
    return None


def _known(group: Sequence[str], span: Span) -> Side:
    return Side(frozenset(group), "", (span.start, span.end))


def _after(folded: str, end: int, taken: Sequence[tuple[int, int]]) -> Side | None:
    """What stands behind the word that joins it to one that ends at `end`."""
    joined = JOINS.search(folded, end, min(len(folded), end + _NEAR))
    if not joined or re.search(r"[,。?;:]", folded[end : joined.start()]):
        return None
    return _run(folded, joined.end(), taken)


def _before(folded: str, start: int, taken: Sequence[tuple[int, int]]) -> Side | None:
    """What stands before the word that joins it to one that begins at `start`."""
    joined = [m for m in JOINS.finditer(folded, 0, start) if start - m.end() <= _NEAR]
    if not joined or re.search(r"[,。?;:]", folded[joined[-1].end() : start]):
        return None
    until = joined[-1].start()
    begin = max([0, *(m.end() for m in _ENDS.finditer(folded, 0, until)), *(b for _, b in taken if b <= until)])
    return _side(folded, begin, until)


def _neither(folded: str, taken: Sequence[tuple[int, int]]) -> tuple[Side, Side] | None:
    """Two that have no entries: Halo 2標準版和Sport的續航."""
    for joined in JOINS.finditer(folded):
        begin = max([0, *(m.end() for m in _ENDS.finditer(folded, 0, joined.start())), *(b for _, b in taken if b <= joined.start())])
        one, other = _side(folded, begin, joined.start()), _run(folded, joined.end(), taken)
        if one and other:
            return one, other
    return None


def _run(folded: str, begin: int, taken: Sequence[tuple[int, int]]) -> Side | None:
    end = min([len(folded), *(m.start() for m in [_ENDS.search(folded, begin)] if m), *(a for a, _ in taken if a >= begin)])
    return _side(folded, begin, end)


def _side(folded: str, begin: int, end: int) -> Side | None:
    """A run of words as a side, if it is as long as a name is."""
    while begin < end and folded[begin] == " ":
        begin += 1
    written = folded[begin:end].rstrip(" .")
    if _COMMON.search(written) or periods.find(written):
        return None
    return Side(frozenset(), written, (begin, begin + len(written))) if _LEAST <= len(written) <= _MOST else None
