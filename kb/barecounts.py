"""Numbers without a unit that count the things of a measure named beside them: 員工數為4180, "headcount was 4,180".

`kb.quantities` reads no number alone; here one becomes an amount with unit "" where a measure of the lexicon
that counts things stands right before it, or with the unit of the count that it is compared with. What may
be a year, a date or a model is left alone. Patterns are matched against folded text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kb import lazy
from kb.measuring import is_bare
from kb.model import Quantity
from kb.names import Span
from kb.parallel import NEUTRAL
from kb.periods import PeriodMention
from kb.units import is_change, is_money
from kb.vocabulary import Measure

_NUMBER = lazy.compile(r"(?<![\w.,$€£¥₹#/+-])(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?![\w%‰°/+-]|[.,:]\d)|(?<=[\u3400-\u9fff])(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?=[,;。:、()\s]|$|[增减升降至到扩缩])")
_YEAR = lazy.compile(r"(?:19|20)\d\d")
# What an English number alone is followed by: the end, a time, a comparison.
_FOLLOWS = lazy.compile(
    r"\s*(?:$|[,;.:()。、\u3400-\u9fff]|(?:at|by|in|on|to|from|as|and|or|but|while|after|before|against|versus|vs|than|compared|this|last|next|now|today|when|who|which|a year|for|worldwide|globally|over|up|down|across|with|until|since|including|of the (?:year|previous|prior|same)|the (?:year|previous|prior) )\b)"
)
_EMPLOYS = lazy.compile(r"\bemploy(?:s|ed|ing)?\b")
_WORDS = lazy.compile(
    r"\b(?:due|set|likely|scheduled|planned|stood|stands|standing|numbered|now|currently|already|still|will|would|be|been|has|had|have|totall?ed|totals|hit|number|numbers|total|only|just|some|also|today|people)\b"
    r"|总?人数|总数|数量|数|规模|目前|现有|现|已|共计|共|有|合计|仅|只|亦|也|扩大|扩张|扩充|缩减|拉高|调升|名额|分别|计|拟|拉升"
)
# "up 49.4% on the 268,750 of the year before": the count that a change is told on.
_ON_WHAT = lazy.compile(r"\s*(?:on|from|over|than|compared with|against) (?:the |about |around |nearly )?")
_THEN = lazy.compile(r"\b(?:from|against|versus|vs|than|compared|to)\b|[由从较比][^,;。]{0,10}$|[至到]|年前|去年|上年|前年|同期|[年季月]底|[年季月]末|年初|明年|今年|[上前]一?[季月]|20\d\d")
_OPENS = lazy.compile(r"[,;:、。.]\s?(?:and |while |but |followed by )?(?:the )?$|\band $")
_NEAR = 40  # characters between two counts that are compared


def counts(
    folded: str, spans: Sequence[Span], amounts: Sequence[Quantity], times: Sequence[PeriodMention], measures: Mapping[str, Measure]
) -> list[Quantity]:  # fmt: skip
    """Return the amounts of a sentence with its bare counts among them, in order."""
    places = [s.end for s in spans if s.kind == "measure" and measures[s.ids[0]].unit == "count"]
    places += [m.end() for m in _EMPLOYS.finditer(folded)]
    if not places and not any(_is_count(q) for q in amounts):
        return list(amounts)
    plain = folded
    for time in times:
        plain = plain[: time.start] + " " * (time.end - time.start) + plain[time.end :]
    out = list(amounts)
    for number in _NUMBER.finditer(plain):
        start, end = number.span()
        if any(q.start < end and start < q.end for q in out) or _YEAR.fullmatch(number.group()) or not _FOLLOWS.match(plain, end):
            continue
        before = max((q for q in out if q.end <= start), key=lambda q: q.end, default=None)
        named = max((p for p in places if p <= start and (before is None or p >= before.end)), default=None)
        unit = None
        if named is not None and not re.search(r"[,;。]", plain[named:start]) and _leads(plain[named:start]):
            unit = ""
        elif before is not None and named is None and (_is_count(before) or before in added(out, amounts)):
            window = plain[before.end : start]
            compared = _THEN.search(folded[before.end : start]) and len(window) <= _NEAR
            unit = before.unit if compared and ";" not in window and "。" not in window and _leads(window) else None
        if unit is None and before is not None and is_change(before.unit) and _ON_WHAT.fullmatch(plain, before.end, start):
            unit = next((q.unit for q in reversed(out) if q.end <= before.start and not is_change(q.unit)), None)
            unit = None if unit is None or is_money(unit) else unit
        if unit is None:
            unit = _of_row(plain, start, end, spans, out)
        if unit is not None:
            value = Decimal(number.group().replace(",", ""))
            out.append(Quantity(value, value, unit, "", number.group(), start, end))
            out.sort(key=lambda q: q.start)
    return out


def _of_row(plain: str, start: int, end: int, spans: Sequence[Span], found: Sequence[Quantity]) -> str | None:
    """The unit of a number that stands behind a name as the count before it does: Tivara sold 402,000 units; Solenne was third with 248,000."""
    heads = [s for s in spans if s.kind == "entity" and s.end <= start]
    first = next((q for q in found if _is_count(q)), None)
    if not heads or first is None or first.end > heads[-1].start or not any(s.end <= first.start for s in heads):
        return None
    told = heads[-1]
    for q in found:
        if told.end <= q.start < start:
            return None
    opens = _OPENS.search(plain[: told.start])
    return first.unit if opens and is_bare(NEUTRAL.sub(" ", _WORDS.sub(" ", plain[told.end : start]))) else None


def added(now: Sequence[Quantity], before: Sequence[Quantity]) -> list[Quantity]:
    """The bare counts found so far."""
    return [q for q in now if q not in before]


def _is_count(quantity: Quantity) -> bool:
    return not (is_money(quantity.unit) or is_change(quantity.unit))


def _leads(words: str) -> bool:
    return is_bare(_WORDS.sub(" ", words))
