"""What a sentence says without printing it: the rest of a sum, a share of it, what another is so many times of.

其餘補充流動資金 says how much goes there once the other parts are told, "three quarters of it in cash" how much cash, 是K1的2.6倍 what
the K1 has. Each is a figure with the words that say what it is of, and the sum that gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot import arithmetic
from bot.answers.told import Figure, read
from kb import lazy
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_change, is_money, physical

_REST = lazy.compile(
    r"(?:其余|余下|剩余|剩下)(?:的)?(?:资金|部分|款项|则)?(?P<zh>[^,;。\d]{2,30})|\b(?:the (?:rest|remainder|balance)|what(?:'s| is) left)\b(?P<en>[^;.\d]{3,80})"
)
_OF_WHICH = lazy.compile(r"其中|当中|包括|分别|,|:|\b(?:of (?:which|whom|them|these)|including|with)\b")
# A share with what it goes to, by its own words or those behind it; the whole is told before it.
_SHARE_TOLD = lazy.compile(
    r"其中|占|来自|贡献|用于|用作|投向|投入|投(?=[\u3400-\u9fff])|将|以|为|由|\b(?:of (?:it|them|which|whom|that|the total|those)|in (?:cash|shares|stock)|account\w*|from|for|by|to)\b"
)
_NO_SHARE = lazy.compile(
    r"(?:[增涨升跌降减高低多少超]|同比|按年|环比|率|折|毛利|息|溢价|至|到|达)(?:长|幅|加|了|约|近|逾|为|达|出|过|至)*$|\b(?:up|down|by|rose|fell|grew|gain\w*|margin\w*|rate|yield|discount|premium|about|nearly|another|to|at|than)\s?$"
)
_NO_SHARE_BEHIND = lazy.compile(
    r"^\s?(?:以上|以下|左右|的?(?:增|降|涨|跌|折|溢价|利率|毛利|净利|股息)|(?:more|less|higher|lower|up|down|above|below|growth|rise|drop|margin|a year|of (?:the|its) (?:shares|stake)))"
)
# The multiple of another: 52 TOPS，是K1的2.6倍; "52 TOPS, 2.6 times the K1's".
_TIMES_ZH = lazy.compile(r"(?:是|为|相当于|约为|达|等于)(?P<of>[^,;。]{1,20}?)的?(?:约|近)?$")
_TIMES_EN = lazy.compile(
    r"^ (?:the )?(?:that of |as (?:much|many|fast|large|long) as |what )?(?:the |its |an? )?(?P<of>[^,;.]{2,40})"
)
# How far another is away: 195克，比上一代輕22克; "195 g, 22 g lighter than the Finch 2".
_STEP_ZH = lazy.compile(
    r"(?:比|较|相较于?)(?P<of>[^,;。]{1,14}?)(?:又|再|还|足足)?(?P<way>轻|少|低|短|薄|便宜|慢|小|减少?|下降|降低?|重|多|高|长|厚|贵|快|大|增加?|增长|提升|提高|上升)(?:了|出)?(?:约|近)?$"
)
_STEP_EN = lazy.compile(
    r"^ (?P<way>lighter|less|fewer|lower|shorter|thinner|cheaper|slower|smaller|heavier|more|higher|longer|thicker|dearer|faster|larger|bigger) than (?:the |its |that of |an? )*(?P<of>[^,;.]{2,40})"
)
_BELOW = frozenset(
    "轻 少 低 短 薄 便宜 慢 小 减 减少 下降 降 降低 lighter less fewer lower shorter thinner cheaper slower smaller".split()
)
_PART_OF_THEM = lazy.compile(r"其中|占|\b(?:of (?:them|which|whom|those))\b")
_FUNDS = lazy.compile(r"资金|募资|募集|款项|集资|\b(?:money|proceeds|funds)\b")
_RAISED = lazy.compile(r"集资|募资|募集|融资|筹|轮[^,;。\d]{0,4}$|\brais\w+|\bproceeds\b|\bround of\b")
_TIMES = frozenset(
    (
        "day",
        "date",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "second",
        "quarter",
        "x",
        "年",
        "月",
        "天",
        "日",
        "周",
        "次",
    )
)
_ALL = Decimal(100)
_NEAR = 12  # characters behind a share that say what it is


@dataclass(frozen=True, slots=True)
class Implied:
    """A figure that is not printed: its value in its unit, the folded words that say what it is, its place, and its sum.

    `terms`: the figures that go in and the signs before them, "" before the first.
    """

    value: Decimal
    unit: str
    label: str
    span: tuple[int, int]  # of the label in the sentence
    terms: tuple[tuple[str, Quantity], ...]
    whole: Figure
    way: str  # rest | share | times | step


def implied(sentence: StoredSentence, before: StoredSentence | None = None) -> list[Implied]:
    """Return what a sentence implies; of a share the whole may stand in the sentence `before`."""
    told = [
        f
        for f in read(sentence)
        if f.exact and f.quantity.unit not in ("date", "pp", "bp") and (f.quantity.lo or 0) > 0
    ]
    folded = fold(sentence.text)
    return [*_rests(folded, told), *_shares(told, before), *_others(folded, told)]


def _rests(folded: str, told: Sequence[Figure]) -> list[Implied]:
    """What is left of a whole once the parts before are taken away."""
    rest = _REST.search(folded)
    if rest is None:
        return []
    counts = [f for f in told if f.quantity.end <= rest.start() and not f.change]
    for n, whole in enumerate(counts):
        parts = [f for f in counts[n + 1 :] if f.quantity.unit == whole.quantity.unit]
        total = sum((f.quantity.lo or Decimal(0) for f in parts), Decimal(0))
        size = whole.quantity.lo or Decimal(0)
        if (
            parts
            and total < size
            and not is_change(whole.quantity.unit)
            and _OF_WHICH.search(folded, whole.quantity.end, parts[0].quantity.start)
        ):
            terms = (("", whole.quantity), *((" − ", f.quantity) for f in parts))
            value = arithmetic.to_step(size - total, [whole.quantity, *(f.quantity for f in parts)])
            group = "zh" if rest["zh"] else "en"
            return [Implied(value, whole.quantity.unit, rest[group], rest.span(group), terms, whole, "rest")]
        if parts:
            return []
    return []


# A share of revenue is none of those who pay it: 兩家客戶合計占營收41%.
_OF_MONEY = lazy.compile(r"占[^,;。\d]{0,16}?(?:营收|收入|营业额|销售|利润|采购额)|\b(?:of|revenue|sales|profits?)\b[^,;.\d]{0,24}?\b(?:revenue|sales|income|profits?)\b|\b(?:revenue|sales)\b")


def _shares(told: Sequence[Figure], before: StoredSentence | None) -> list[Implied]:
    """A share of the one sum told before it, or of the money that the sentence before says was raised."""
    out = []
    for share in (f for f in told if f.quantity.unit == "%" and not f.change and (f.quantity.lo or _ALL) < _ALL):
        label = f"{share.own} {share.behind}"
        if (
            not _SHARE_TOLD.search(label)
            or _NO_SHARE.search(share.own.rstrip())
            or _NO_SHARE_BEHIND.match(share.behind)
            or _moved(share, told)
        ):
            continue
        wholes = [f for f in told if f.quantity.end <= share.quantity.start and _countable(f)]
        wholes = [f for f in wholes if is_money(f.quantity.unit) or not _OF_MONEY.search(label)]
        counts = [f for f in wholes if is_money(f.quantity.unit) or _PART_OF_THEM.search(label)]
        raised = (
            [f for f in read(before) if _countable(f) and is_money(f.quantity.unit) and _RAISED.search(f.own)]
            if before and not wholes and _FUNDS.search(share.own)
            else []
        )
        for whole in (
            counts[-1:]
            if len({f.quantity.unit for f in counts}) == len(counts) == len(wholes)
            else raised
            if len(raised) == 1
            else []
        ):
            value = arithmetic.like(
                (whole.quantity.lo or Decimal(0)) * (share.quantity.lo or Decimal(0)) / _ALL, whole.quantity
            )
            if value < 1 and not is_money(whole.quantity.unit):
                continue  # a part of one customer is none
            span = (share.quantity.start - len(share.own), share.quantity.end + len(share.behind))
            out.append(
                Implied(
                    value,
                    whole.quantity.unit,
                    label,
                    span,
                    (("", whole.quantity), (" × ", share.quantity)),
                    whole,
                    "share",
                )
            )
    return out


def _moved(share: Figure, told: Sequence[Figure]) -> bool:
    """Whether a percentage is one of two that something moved from and to: 由9%提升到14%."""
    close = (f.quantity for f in told if f is not share and f.quantity.unit == "%")
    return any(0 <= q.start - share.quantity.end < _NEAR or 0 <= share.quantity.start - q.end < _NEAR for q in close)


def _countable(figure: Figure) -> bool:
    """Whether a figure is money or a number of things, of which a share is one too."""
    unit = figure.quantity.unit
    return (
        figure.exact
        and not figure.change
        and bool(unit)
        and (is_money(unit) or not (is_change(unit) or physical(unit) or unit in _TIMES))
    )


def _others(folded: str, told: Sequence[Figure]) -> list[Implied]:
    """What another has that a figure is set against as a multiple, or by how far."""
    out = []
    for whole, by in pairwise(told):
        if (
            is_change(whole.quantity.unit)
            or whole.change
            or not whole.quantity.unit
            or by.quantity.start - whole.quantity.end > 2 * _NEAR + 20
        ):
            continue
        lead = folded[whole.quantity.end : by.quantity.start]
        if by.quantity.unit == "x":
            found, begin = _TIMES_ZH.search(lead), whole.quantity.end
            if found is None:
                found, begin = _TIMES_EN.match(folded[by.quantity.end :]), by.quantity.end
            if found and (by.quantity.lo or 0) > 1:
                value = arithmetic.to_digits(
                    (whole.quantity.lo or Decimal(0)) / (by.quantity.lo or Decimal(1)),
                    min(arithmetic.digits(whole.quantity), 3),
                )
                out.append(
                    Implied(
                        value,
                        whole.quantity.unit,
                        f"{whole.own} {found['of']}",
                        (begin + found.start("of"), begin + found.end("of")),
                        (("", whole.quantity), (" ÷ ", by.quantity)),
                        whole,
                        "times",
                    )
                )
        elif by.quantity.unit == whole.quantity.unit:
            found, begin = _STEP_ZH.search(lead), whole.quantity.end
            if found is None:
                found, begin = _STEP_EN.match(folded[by.quantity.end :]), by.quantity.end
            if found:
                sign = 1 if found["way"] in _BELOW else -1
                value = arithmetic.to_step(
                    (whole.quantity.lo or Decimal(0)) + sign * (by.quantity.lo or Decimal(0)),
                    [whole.quantity, by.quantity],
                )
                out.append(
                    Implied(
                        value,
                        whole.quantity.unit,
                        f"{whole.own} {found['of']}",
                        (begin + found.start("of"), begin + found.end("of")),
                        (("", whole.quantity), (" + " if sign > 0 else " − ", by.quantity)),
                        whole,
                        "step",
                    )
                )
    return [i for i in out if i.value > 0]
