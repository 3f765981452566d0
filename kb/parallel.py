"""Figures that a sentence gives for several in a row, each after its name: 甲以38,216輛居首,乙35,907輛,丙只有9,872輛.

The measure is said once, in one of the parts or before them, or was the last told of in this unit. A part
whose name and figure are joined by more than neutral words (甲的主力車型, 甲出口) is of something else and
belongs to no row. Patterns are matched against folded text. Leaves out when the figures were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kb import lazy
from kb.aspects import BECAME, UP, is_base
from kb.measuring import Found, Measuring, is_bare
from kb.model import Quantity
from kb.names import Span
from kb.units import is_change, is_money

# What may stand between a name and its figure in a row, besides the measure, a time, and words of comparison.
NEUTRAL = lazy.compile(
    r"逆[市势]|以|把|有|(?<![维保支坚])持有?|仅|次之|单只|每只|单双|机身|整机|裸机|只有|只|是|完成|交出|录得|实现|取得|收获|拿下|定下|定为|定在|设定|设在|摆在|订下|立下|给出|提出|喊出|瞄准|只要|要价|只卖|卖|售|排|居|也|亦|各|就|共|报|则|合共|高达|多达|"
    r"\b(?:'s|with|at|on|came (?:to|in at|in|second|third|next|last)|reached|posted|reported|recorded|managed|led|leads|topped|hit|logged|had|has|made|sold|delivered|shipped|produced|brought in|took|stood at|followed|second|third|fourth|rivals?|just|only|barely|week|annual|added|selling|delivering|shipping|producing)\b"
)
_HEAD = lazy.compile(
    r"(?:^|[,;:、。(]\s*|\s|而|其中|和|及|与|同业中?|同行中?|[率量额入润值价]以|[高低多少]于|不及|超过|优于|逊于|rivals? |(?:\band|\bwhile|\bbut) (?:rivals? )?|(?:^|[,;:、。])[^,;、。\d]{1,8}的)$"
)
_LEADS = lazy.compile(r"[量方面中里上的前一二三四五六七八九十大强名位排榜出炉看来计品牌厂商公司企业家分别依次为是如下,:、\s]*(?:[^,;。:\d]{0,12}分别[为是]:?)?")  # 1月營收方面,甲…
_VERSION = lazy.compile(r"^ ?(?:版本?|款|型|机型|车型)(?!权|本次|税)")  # Pro版215克
_BOUNDARY = lazy.compile(r"[,;:。、]")
_OF_A_MARKET = frozenset("shipments deliveries sales-volume output revenue users mau customers registrations contract-sales orders installed-capacity".split())


@dataclass(frozen=True, slots=True)
class Row:
    """One of several: whose figure it is, and of which measure."""

    subject: str
    found: Found
    first: bool = True  # the figure right behind the name


# Behind the figure of one in a row: its share, and what either was before: 41.2萬台,市佔27.1%,上年23.8萬台.
_SHARE = lazy.compile(r"市场份额|市场占有率|市占率?|份额|占有率|占比|占|\b(?:or|for|a|and|market share|share|of|the market|with)\b")
_SHARE_SAID = lazy.compile(r"市场份额|市场占有率|市占|份额|占有率|\bmarket share\b|\bshare of the\b")
_THEN = lazy.compile(
    r"(?:上年|去年|前一年|一年前|20\d\d年)(?:同期)?的?|\b(?:from|against|compared with|versus)\b|\b(?:in )?20\d\d\b"
)
_ENDS = lazy.compile(r"[;。]|\. ")


def rows(
    folded: str, plain: str, heads: Sequence[Span], quantities: Sequence[Quantity], measures: Sequence[Found],
    measuring: Measuring, last: Mapping[str, str],
) -> dict[int, Row]:  # fmt: skip
    """Return the figures that stand in a row with others, by their index.

    `heads` are the names that may own figures; `plain` the text with its periods blanked out, places kept;
    `last` the measure told of before in each unit.
    """
    row: defaultdict[str, list[tuple[int, Span, Found | None]]] = defaultdict(list)
    for head, until in zip(heads, [*(h.start for h in heads[1:]), len(folded)], strict=True):
        i = next((i for i, q in enumerate(quantities) if head.end <= q.start < until), None)
        if i is None or not _HEAD.search(plain[: head.start]):
            continue
        led = _led(folded, quantities, i, until) if is_change(quantities[i].unit) else False
        gap = plain[head.end : quantities[i].start]
        named = [m for m in measures if head.end <= m.start and m.end <= quantities[i].start]
        if not led and is_base(gap[-12:]):  # 從20萬輛下調至15萬輛: the later one is the figure
            became = i + 1 < len(quantities) and BECAME.fullmatch(folded[quantities[i].end : quantities[i + 1].start])
            i = i + 1 if became else None
        if i is not None and len(named) < 2 and _joins(gap, head.end, named):
            before = [h for h in heads if h.end + 1 == head.start and h.ids == head.ids]
            i += led  # 宏禹则月减3.4%至8.9亿元: what it fell to
            row[quantities[i].unit].append((i, before[0] if before else head, named[0] if named else None))  # 霖净科技(Linjing)288万台
    counts = [u for u in row if u and not is_money(u) and not is_change(u)]
    if "" in row and len(counts) == 1:  # sold 402,000 units; Bergholm sold 351,000
        row[counts[0]] = sorted([*row[counts[0]], *row.pop("")], key=lambda part: part[0])
    out: dict[int, Row] = {}
    for unit, parts in row.items():
        measure = _measure(folded, unit, parts, measures, measuring, last, quantities)
        if measure is not None and len({head.ids for _, head, _ in parts}) == len(parts) > 1:
            out |= {i: Row(h.ids[0], m or Found(h.end, h.end, measure.id, False, measure.loss)) for i, h, m in parts}
            if not is_change(unit):
                out |= {i - 1: replace(out[i], first=False) for i, h, _ in parts if i and h.end <= quantities[i - 1].start and _led(folded, quantities, i - 1, len(folded))}
                out |= _behind(folded, heads, quantities, parts, measure)
    return out


def _led(folded: str, quantities: Sequence[Quantity], i: int, until: int) -> bool:
    """Whether a change is told with what it led to: 减3.4%至8.9亿元."""
    here, then = quantities[i], quantities[i + 1] if i + 1 < len(quantities) else None
    return then is not None and then.start < until and not is_change(then.unit) and folded[here.end : then.start].strip() in ("至", "到")


def _behind(
    folded: str, heads: Sequence[Span], quantities: Sequence[Quantity], parts: Sequence[tuple[int, Span, Found | None]], measure: Found
) -> dict[int, Row]:  # fmt: skip
    """What is told of those in a row behind their figures: their shares, where a share is named, and the time before."""
    out: dict[int, Row] = {}
    shares = measure.id in _OF_A_MARKET and _SHARE_SAID.search(folded)
    for i, head, _ in parts:
        until = min((h.start for h in heads if h.start > quantities[i].end and h.ids != head.ids), default=len(folded))
        told: list[Found] = [measure]
        for k in range(i + 1, len(quantities)):
            before, here = quantities[k - 1], quantities[k]
            gap = folded[before.end : here.start]
            if here.start >= until or _ENDS.search(gap):
                break
            then = _THEN.search(gap)
            plain = is_bare(NEUTRAL.sub(" ", _SHARE.sub(" ", _THEN.sub(" ", gap)))) and not UP.search(gap)
            if here.unit == "%" and shares and plain and not then and len(told) == 1:
                told.append(Found(here.start, here.start, "market-share", False, False))
            elif not (plain and then) or (here.unit != before.unit and here.unit != quantities[i].unit):
                break
            out[k] = Row(head.ids[0], told[-1] if here.unit == "%" else Found(head.end, head.end, measure.id, False, measure.loss), first=False)
    return out


def _joins(gap: str, begin: int, named: Sequence[Found]) -> bool:
    """Whether words between a name and its figure say no more than that the figure is its own."""
    for m in named:
        gap = gap[: m.start - begin] + " " * (m.end - m.start) + gap[m.end - begin :]
    gap = _VERSION.sub("", gap)
    return is_bare(NEUTRAL.sub(" ", gap)) and not _BOUNDARY.search(gap.strip(" ,"))


def _measure(
    folded: str, unit: str, row: Sequence[tuple[int, Span, Found | None]], measures: Sequence[Found],
    measuring: Measuring, last: Mapping[str, str], quantities: Sequence[Quantity],
) -> Found | None:  # fmt: skip
    """The one measure of a row: that its parts name, else the one said before them, else the last told of in its unit."""
    named = {m.id: m for _, _, m in row if m}
    if len(named) > 1 or not all(measuring.fits(m, unit) or is_change(unit) for m in named):
        return None
    if named:
        return next(iter(named.values()))
    first = row[0][1].start
    before = [m for m in measures if m.end <= first and measuring.fits(m.id, unit)]
    if before and _LEADS.fullmatch(folded, before[-1].end, first):
        return before[-1]
    behind = [m for m in measures if m.start - quantities[row[0][0]].end in (0, 1) and measuring.fits(m.id, unit)]
    if behind:
        return behind[0]  # 甲以1240億元市值居首,乙563億元次之
    return None if before or not last.get(unit) else Found(-1, -1, last[unit], False, False)
