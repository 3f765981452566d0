"""Two figures of one thing that a sentence sets against each other without saying that it moved from the one to the other.

投後估值72億元，較B輪時的45億元高六成; "costs 205,000 yuan, against 480,000 yuan for its predecessor"; 淨利1.36億元,前一年則虧損
0.47億元. The second is of a time, a round or a model before, so both are read as what it was and what it is (`bot.moves` reads
those that say so by their verbs). A loss is a figure below nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.moves import Move, moves
from kb import lazy, periods, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_change

_FORMER = r"(?:上一?代|前一?代|前作|上代|前款|旧款|旧版|老款|前身|前一年度?|上一?年|去年|上年|一年前|年初|期初|同期|上一?[轮季届期]|前一[轮季期]|(?:天使|种子|pre-?[a-d]|[a-h]\+*\d?)轮|当初|当时|过去|以往|从前|此前|先前|早前|之前|以前|前代|原来|原先)"
# Between the figure that is and the one that was.
_BETWEEN = lazy.compile(
    rf"[^,;。\d]{{0,8}}[,(]?\s?(?:而|但)?(?:较|比|相比|相较于?|对比|高于|低于|多于|少于)?[^,;。\d]{{0,8}}?{_FORMER}[^,;。\d]{{0,6}}?(?:时|当时|同期)?(?:的|则|为|要|是|需|还|只有|仅|约|近|有|亏损?|赚|净?亏损?|净?赚|盈利|净利)*\s?$|"
    r"(?: (?!and\b|but\b)[a-z]+){0,4},? (?:against|compared (?:with|to)|versus|vs\.?|from) (?:the |an? |about |around |roughly |just |a loss of )*(?:[a-z]{0,3}[$€£¥])?$"
)
_THAN = lazy.compile(r"[,(]?\s?(?:较|比|相较于?)[^,;。\d]{1,16}?的\s?(?:约|近)?$")
_BY = lazy.compile(
    r"\s?(?:则|要|足足|整整|还|又)?(?:高|低|多|少|增|减|升|跌|涨|降|上|下|翻|贵|便宜|提|缩|扩|成长|衰退|轻|重|快|慢|大|小|长|短|厚|薄|强|弱|宽|窄|远|近)"
)
_OF_FORMER = lazy.compile(
    r"(?: [a-z]+){0,2} (?:for|of|at|on|in|by|with) (?:its|the|their|his|her|an?) (?:[a-z]+ )?(?:predecessor|previous|prior|last|old|older|earlier|former|outgoing|first|series [a-h]|same|year)|,? (?:a year|a quarter|a month|two years|last|previously|before|earlier)\b|(?: [a-z]+){0,2} (?:a year|last year|the year|in (?:19|20)\d\d|in (?:january|february|march|april|may|june|july|august|september|october|november|december))"
)
# "20% above the $45 million of a year earlier": between the percentage and the earlier figure.
_PERCENT_THAN = lazy.compile(
    r"(?: (?:more|less|higher|lower|up|down|above|below|over))+(?: than| on| from)?(?: the| an?)? ?$"
)
# 2025年淨利21.8億元,2024年則虧損14.6億元: what is left between them without the year.
_OF_A_YEAR = lazy.compile(r"[,(]\s?(?:而|但)?(?:同期|全年)?(?:的|则|为|是|只有|仅|约|近|净?亏损?|净?赚|盈利|净利)*\s?$")
_YEAR = lazy.compile(r"(?<!\d)20\d\d(?= ?年)")
_LOSS = lazy.compile(r"(?:亏损?|净亏损?|亏蚀|\bloss of|\blost)(?:为|达|约|了|近|about| )*(?:[a-z]{0,3}[$€£¥])?$")
# 由盈利0.8億元轉為虧損2.1億元: the first is the earlier.
_TURNED = lazy.compile(
    r"[,]?\s?(?:转|变|扭|由盈|由亏)[^,;。\d]{0,4}?(?:亏损|亏蚀|净亏|亏|盈利|获利|净利|赚)(?:为|达|约|近)?\s?$|(?: [a-z]+){0,3} (?:to|into|swung to|turned into) an? (?:net )?(?:loss|profit) of (?:[a-z]{0,3}[$€£¥])?$"
)
_PROFIT = lazy.compile(
    r"(?:盈利|溢利|利润|净利|获利|净?赚|盈余|\bprofits? of|\bearned|\bmade)(?:为|达|约|了|近|about| )*(?:[a-z]{0,3}[$€£¥])?$"
)
_FIRST_MEANT = lazy.compile(
    r"(?:原[拟本定先来订计]|本[应来拟]|最初|起初|一开始)(?:应为|拟|要|打算|计划|应|想|预计|为|是)*(?=[^,;。\d]{0,8}$)|\b(?:originally|initially|at first|first|would (?:otherwise )?have been|had (?:first|initially|originally) (?:proposed|planned|considered|sought|meant)|proposed|planned)\b(?=[^,;.\d]{0,40}(?:[a-z]{0,3}[$€£¥])?$)"
)
_NO_TOPIC = frozenset("的了该其于在和与为是有也曾本原局司方会将约共")
_WORD = 4
_BACK = 3  # sentences
_CUT = lazy.compile(r"[;。]|\.(?= |$)")
_CLAUSE = lazy.compile(r"[,;。()]|\.(?= |$)")
_LEAST_WORDS = 2


def changes_in(text: str) -> list[Move]:
    """Return all that a sentence tells as moved, or sets against what it was before.

    >>> [(m.old.raw, m.new.raw) for m in changes_in("投後估值72億元，較去年3月B輪時的45億元高六成。")]
    [('45億元', '72億元')]
    >>> [(m.old.raw, m.new.raw) for m in changes_in("The car costs 205,000 yuan to build, against 480,000 yuan for its predecessor.")]
    [('480,000 yuan', '205,000 yuan')]
    >>> [(str(m.quantities[0].lo), m.new.raw) for m in changes_in("淨利1.36億元,前一年則虧損0.47億元,首度獲利。") if m.quantities]
    [('-47000000.00', '1.36億元')]
    >>> changes_in("甲估值72億元，乙估值45億元。")
    []
    """
    folded = fold(text)
    taken = {(v.start, v.end) for m in moves(text) for v in (m.old, m.new)}
    found = [q for q in tabular.amounts(text) if q.lo is not None and q.unit not in ("date", "x", "pp", "bp")]
    times = [(m.start, m.end) for m in periods.find(text)]
    out = [_turned(folded, m) for m in moves(text)]
    for pair in (*_side_by_side(folded, found, times), *_above(folded, found)):
        if not any((q.start, q.end) in taken for q in pair):
            old, new = (_signed(folded, q) for q in pair)
            out.append(Move(old, new, _label(folded, new, old), folded, "grew"))
    return out


def first_meant(sentence: StoredSentence, around: Sequence[StoredSentence]) -> list[tuple[Move, StoredSentence]]:
    """Return the figure that a sentence says was first meant, with the one of a sentence shortly before that took its place, and that sentence.

    該局原擬罰2,600萬元 goes with 罰款1,850萬元 of the sentence before: both are of one unit and share the word that says of what.
    """
    folded = fold(sentence.text)
    firsts = [q for q in tabular.amounts(sentence.text) if _FIRST_MEANT.search(folded, 0, q.start)]
    if len(firsts) != 1 or any(
        (firsts[0].start, firsts[0].end) == (v.start, v.end) for m in moves(sentence.text) for v in (m.old, m.new)
    ):
        return []
    old = firsts[0]
    said = _FIRST_MEANT.sub(
        "", folded[max((m.end() for m in _CLAUSE.finditer(folded, 0, old.start)), default=0) : old.start]
    )
    about = (
        {c for c in said if "\u3400" <= c <= "\u9fff"} - _NO_TOPIC
        if not said.isascii()
        else {w for w in said.split() if len(w) > _WORD}
    )
    near = [s for s in around if s.article_id == sentence.article_id and 0 <= sentence.n - s.n <= _BACK]
    found = {}
    for s in near:
        told = fold(s.text)
        for q in tabular.amounts(s.text):
            if q.unit != old.unit or (s.id == sentence.id and q.start == old.start) or q.lo == old.lo:
                continue
            lead = told[max((m.end() for m in _CLAUSE.finditer(told, 0, q.start)), default=0) : q.start]
            tail = _CLAUSE.search(told, q.end)
            label = f"{lead} {told[q.end : tail.start() if tail else len(told)]}"
            if any(x in label for x in about):
                found[q.lo] = (Move(old, q, f"{label} {said}", f"{told} {folded}", "revised"), s)
    return list(found.values()) if len(found) == 1 else []


def _side_by_side(
    folded: str, found: Sequence[Quantity], times: Sequence[tuple[int, int]]
) -> list[tuple[Quantity, Quantity]]:
    """Neighbouring figures of one unit as (before, after)."""
    out = []
    for now, then in pairwise(found):
        if now.unit != then.unit or not now.unit:
            continue
        between = "".join(folded[i] for i in range(now.end, then.start) if not any(a <= i < b for a, b in times))
        dated = between != folded[now.end : then.start]
        if between.isascii() and " " in between:
            fits = _BETWEEN.fullmatch(between) and (_OF_FORMER.match(folded, then.end) or dated)
        else:
            fits = _BETWEEN.fullmatch(between) or (_THAN.fullmatch(between) and _BY.match(folded, then.end))
        if _TURNED.fullmatch(between):
            out.append((now, then))
        elif fits or (dated and _OF_A_YEAR.fullmatch(between) and _earlier(folded, now, then)):
            out.append((then, now))
    return out


def _earlier(folded: str, now: Quantity, then: Quantity) -> bool:
    """Whether the year between two figures is the one before that of the first."""
    first, second = _YEAR.findall(folded, max(0, now.start - 40), now.start), _YEAR.findall(folded, now.end, then.start)
    return len(second) == 1 and bool(first) and int(first[-1]) == int(second[0]) + 1


def _above(folded: str, found: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """A figure, by how many per cent it is above the one before, and that one: "$54 million, 20% above the $45 million of 2024"."""
    out = []
    for now, rate, then in zip(found, found[1:], found[2:], strict=False):
        lead = folded[rate.end : then.end]
        number = next((n for n, c in enumerate(lead) if c.isdigit() or c in "$€£¥"), 0)
        if (
            rate.unit == "%"
            and not is_change(now.unit)
            and now.unit == then.unit
            and then.lo is not None
            and _PERCENT_THAN.fullmatch(lead[:number])
        ):
            out.append(
                (replace(then, hi=then.lo, qualifier="", raw=then.raw[max(0, number - (then.start - rate.end)) :]), now)
            )
    return out


def _signed(folded: str, quantity: Quantity) -> Quantity:
    """A figure, below nothing where the words before it call it a loss."""
    if quantity.lo is None or quantity.hi is None or quantity.lo <= 0 or not _LOSS.search(folded[: quantity.start]):
        return quantity
    return replace(quantity, lo=-quantity.hi, hi=-quantity.lo)


def _turned(folded: str, move: Move) -> Move:
    """A move from a profit to a loss or back, with the loss below nothing: 由盈利0.8億元轉為虧損2.1億元."""
    if move.quantities is None:
        return move
    old, new = (_signed(folded, q) for q in move.quantities)
    turned = [
        q for q, was in zip((old, new), move.quantities, strict=True) if q is was and _PROFIT.search(folded[: q.start])
    ]
    return replace(move, old=old, new=new) if len(turned) == 1 and (old, new) != move.quantities else move


def _label(folded: str, now: Quantity, then: Quantity) -> str:
    """The words that say what both figures are of: those before the first, with what stands between and behind."""
    begin = max((m.end() for m in _CUT.finditer(folded, 0, now.start)), default=0)
    lead = folded[begin : now.start]
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(lead))]
    at = len(cuts) - 1
    while at and sum(c.isalnum() for c in lead[cuts[at] :]) < _LEAST_WORDS:
        at -= 1
    behind = _CLAUSE.search(folded, then.end)
    return f"{lead[cuts[at] :]} {folded[now.end : then.start]} {folded[then.end : behind.start() if behind else len(folded)]}"
