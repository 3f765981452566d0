"""Breakdowns: what a paragraph tells of several parts of a whole, one row a part.

A row has a label (a segment, product, region, channel, brand, ranked maker), as printed, and of its value,
its share and its changes those that are told: 電視面板收入148.90億元,佔比38.4%;手機AMOLED收入104.59億元 …
車載同比大增53.8%. A later sentence that gives no more than a change or a share for a label joins the row of
that label. Rows go together that follow one another with values of one measure and one unit. Leaves out how a
sentence is read into rows (`kb.partrows`), and what is asked (`bot.answers.rows`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb import enumerations, lazy, placedsales, standings
from kb.measuring import Measuring
from kb.model import Quantity
from kb.names import Names
from kb.partlabels import LEADS_UP
from kb.partnames import same_label
from kb.partrows import ACCOUNTS, BEFORE, Row, RowReader
from kb.roles import MeasureRoles
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money

# 其後是首爾, "ahead of Pelagia": what stands before it is one of them.
_AFTER_ONE = lazy.compile(r"(?:其次|其后|其後|次之|仅?次于|紧随|领先于?|(?:ahead of|followed by|trailed by|just behind|behind it|then))[^,;。:\d]{0,10}$")
_OF_ANYTHING = ("个", "個", "项", "項", "次")  # units that tell nothing of what is counted
_ROUNDED = Decimal("0.5")  # per cent by which rounded shares may miss the whole
_PRICED = lazy.compile(r"(?:[均单售定票]价|客单|每[^,;。\d]{1,4})[^,;。\d]{0,4}$|\b(?:average|unit|ticket) price[^,;.\d]{0,12}$")  # of one, and no part of what all earn
_ASIDE_BEFORE = lazy.compile(r"\([^()]*$")


@dataclass(slots=True)
class Breakdown:
    """The parts of a whole as one paragraph tells them, in its order: two at least."""

    rows: list[Row]
    measure: str  # of `value`; "" where no measure is named
    unit: str  # of `value`; "" where only shares or changes are told
    sentence: int
    complete: bool  # no figure of the same unit stands among them that is read into no row
    lead: str  # the folded words before the first row, in its sentence
    ranking: bool = False  # its rows are firms, each with its place (`kb.standings`)

    def total(self) -> Decimal | None:
        """The sum of the values; None where one is not exact."""
        values = [r.value for r in self.rows]
        exact = [v.lo for v in values if v is not None and v.lo is not None and v.lo == v.hi]
        return sum(exact, Decimal(0)) if len(exact) == len(values) else None


def read(texts: Sequence[str], names: Names, roles: MeasureRoles) -> list[Breakdown]:
    """Return the breakdowns of the sentences of a paragraph, in order."""
    measuring = Measuring(names, roles)
    readers = [RowReader(text, n, names, measuring) for n, text in enumerate(texts)]
    told = [row for reader in readers for row in reader.rows()]
    groups: list[list[Row]] = []
    for row in told:
        if row.named:
            _place(row, groups)
    out: list[Breakdown] = []
    for group in map(_without_whole, groups):
        if sum(r.named for r in group) >= 2 and len({fold(r.label) for r in group}) == len(group):
            lead = _before_first(texts[group[0].sentences[0]], group[0].label)
            whole = Breakdown(group, next((r.measure for r in group if r.measure), "") or _earned(group), _unit(group), group[0].sentences[0], _is_complete(group, texts), lead)
            if _is_told_in_parts(whole, texts) and not _leaves_one_out(group, texts):
                labels = [r.label for r in group]
                whole.complete = whole.complete or any(b.complete and [r.label for r in b.rows] == labels for b in out)  # another list of the same parts
                out.append(whole)
    out += _by_place(out, readers, names)
    return _with_rankings(out, standings.read(readers, names), texts)


def _by_place(told: Sequence[Breakdown], readers: Sequence[RowReader], names: Names) -> list[Breakdown]:
    """Sales that an English sentence tells by place, where no more of them was read otherwise."""
    out = []
    for n, reader in enumerate(readers):
        rows = placedsales.rows(reader.text, n, reader.quantities, names)
        if rows and not any(b.sentence == n and len(b.rows) >= len(rows) for b in told):
            unit = _unit(rows) if all(r.value for r in rows) else ""
            out.append(Breakdown(rows, rows[0].measure, unit, n, True, _before_first(reader.text, rows[0].label)))
    return out


def _with_rankings(told: list[Breakdown], rankings: Sequence[standings.Ranking], texts: Sequence[str]) -> list[Breakdown]:
    """The breakdowns, with the rankings in place of those that hold no more than a part of one."""
    out = list(told)
    for ranking in rankings:
        figures = _figures(ranking.rows)
        same = [b for b in out if len(_figures(b.rows) & figures) > 1]
        if any(len(b.rows) > len(ranking.rows) for b in same):
            continue
        first = ranking.rows[0]
        lead = _before_first(texts[first.sentences[0]], first.label)
        measure = ranking.measure or next((b.measure for b in same if b.measure), "")
        new = Breakdown(ranking.rows, measure, ranking.unit, first.sentences[0], ranking.complete, lead, ranking=True)
        at = out.index(same[0]) if same else len(out)
        out.insert(at, new)
        out = [b for b in out if all(b is not s for s in same)]
    return out


def _earned(group: Sequence[Row]) -> str:
    """What rows without a measure are of, where the first is told by what it brought in: 住院服務錄得49.7億港元;門診28.3億."""
    first = group[0]
    return "revenue" if first.earns and first.value is not None and is_money(first.value.unit) and first.value.unit else ""


def _figures(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """Where the figures of rows stand, by their sentence."""
    return {(r.sentences[0], q.start) for r in rows for q in (r.value or r.share,) if q}


def _place(row: Row, groups: list[list[Row]]) -> None:
    """Put a row where it belongs: into the row of its label, at the end of the rows before it, or at a new beginning."""
    for group in reversed(groups):
        labels = [fold(r.label) for r in group]
        known = next((r for r in group if same_label(fold(row.label), fold(r.label), labels) and (r.part == row.part or r.label == row.label)), None)
        if known is not None and (row.value is None or known.value is None):
            if known.value is None and row.value is not None and (any(r.value for r in group) or len(group) > 1):
                continue
            known.value = known.value or row.value
            known.of_market = row.of_market if known.share is None else known.of_market
            known.share = known.share or row.share
            known.changes = {**row.changes, **known.changes}
            known.sentences += [n for n in row.sentences if n not in known.sentences]
            return
    last = groups[-1] if groups else None
    whole = next((g for g in reversed(groups) if not all(r.part for r in g)), None) if not row.part else None  # past what is only a part of a part
    if before := next((g for g in (last, whole) if g is not None and _goes_on(g, row)), None):
        before.append(row)
    else:
        groups.append([row])


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    """Whether a row is told as the ones before it are: a value of the same unit and measure, or a share or change alone."""
    last = group[-1]
    if row.part:
        return False
    if row.opens:
        return False
    if row.value is None and last.value is not None and last.share and row.share and len(group) == 1 and last.sentences == row.sentences:
        last.value = None  # 第一大客戶甲貢獻收入3.5億元,佔24.6%;其後為乙(11.9%): its share is what all have
    if (row.value is None) != (last.value is None):
        return False
    if row.value is None or last.value is None:
        return (row.share is None) == (last.share is None) and row.sentences[0] == last.sentences[0]
    named = [r for r in group if r.named]
    measures = {r.measure for r in (*named, row) if r.measure and r.named}
    if (row.value.unit == "" and last.value.unit) or last.value.unit.startswith(f"{row.value.unit}/"):
        row.value = _with_unit(row.value, last.value.unit)
    elif last.value.unit == "" and row.value.unit and len(group) == 1:
        last.value = _with_unit(last.value, row.value.unit)
    apart = row.sentences[0] - group[-1].sentences[0]
    measure = next((r.measure for r in group if r.measure), "")
    alike = measure == "revenue" and not row.measure and is_money(row.value.unit) and bool(row.changes) and all(r.changes for r in named)
    near = apart == 0 or (apart == 1 and bool(measure) and (row.measure == measure or (row.earns and measure == "revenue") or alike))
    return row.value.unit == last.value.unit and len(measures) < 2 and near


def _without_whole(group: list[Row]) -> list[Row]:
    """The rows without the first, where that is what the others add up to."""
    values = [r.value.lo for r in group if r.value and r.value.lo is not None and r.value.lo == r.value.hi]
    if len(values) == len(group) > 2 and abs(values[0] - sum(values[1:])) * 100 <= values[0]:
        group[1].opens = True
        return group[1:]
    return group


def _leaves_one_out(group: Sequence[Row], texts: Sequence[str]) -> bool:
    """Whether a sentence says how many there are, tells a figure of each, and not all were read: 三名投資者中,甲認購3億,乙2億,丙1億."""
    told = enumerations.read(texts[group[0].sentences[0]])
    return told is not None and len(group) < told.said == len(told.figures) and all(r.sentences == group[0].sentences for r in group)


def _is_complete(group: Sequence[Row], texts: Sequence[str]) -> bool:
    """Whether all figures of the rows' unit that stand beside theirs are theirs, of a time before, or of the whole."""
    if _AFTER_ONE.search(_before_first(texts[group[0].sentences[0]], group[0].label)):
        return False  # the first of them is not read
    values = {r.value.raw for r in group if r.value}
    values |= {r.before.raw for r in group if r.before} if values else set()
    total: Decimal = sum((r.value.lo for r in group if r.value and r.value.lo is not None), Decimal(0))
    if total and any(q.lo == q.hi == total and q.unit == _unit(group) for q in amounts(texts[group[0].sentences[0]])):
        return True  # nothing is left of the whole
    shares = [r.share.lo for r in group if r.share and r.share.lo is not None]
    if not values and len(shares) == len(group) and abs(sum(shares, Decimal(0)) - 100) <= _ROUNDED:
        return True
    for n in {r.sentences[0] for r in group}:
        folded = fold(texts[n])
        for q in amounts(texts[n]) if not values else ():
            of_rows = {x.raw for r in group for x in (r.share, r.before, *r.changes.values()) if x}
            if q.unit == "%" and q.raw not in of_rows and not BEFORE.search(folded[: q.start]) and ACCOUNTS.search(folded[: q.start + 20]):
                return False
        larger = False  # one figure may be the whole, not two
        for q in amounts(texts[n]) if values else ():
            beside = q.unit == _unit(group) and q.raw not in values and not BEFORE.search(folded[: q.start])
            exact = q.lo is not None and abs(q.lo - total) * 100 <= total
            whole = exact or (group[0].opens and q.lo is not None and q.lo > total and not larger)
            larger = larger or (beside and whole and not exact)
            if beside and not whole and not _ASIDE_BEFORE.search(folded[: q.start]) and not _PRICED.search(folded[: q.start]):
                return False
    return True


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    raw = quantity.raw
    return Quantity(quantity.lo, quantity.hi, unit, quantity.qualifier, raw, quantity.start, quantity.end)


def _unit(group: Sequence[Row]) -> str:
    return next((r.value.unit for r in group if r.value), "")


def _before_first(text: str, label: str) -> str:
    at = text.find(label)
    return fold(text[: max(0, at)])


def _is_told_in_parts(whole: Breakdown, texts: Sequence[str]) -> bool:
    """Whether rows belong together: words lead up to them, all name one measure, or one is named and goes on."""
    if not whole.unit:
        return True
    lead = re.split(r"[,;。]|\. ", whole.lead.strip(" ,:：;"))[-1]
    if whole.rows[0].opens or LEADS_UP.search(lead):
        return True
    if all(r.own for r in whole.rows):
        return False
    named = [r.measure for r in whole.rows if r.named]
    total = whole.total() or Decimal(0)
    if any(q.unit == whole.unit and q.lo and abs(q.lo - total) * 100 <= total for q in amounts(texts[whole.sentence])):
        return True  # and the whole is told with them
    if len(whole.rows) > 2 and all(r.value and (r.changes or r.share) for r in whole.rows):
        return True  # told alike: each with its change or share
    if len(whole.rows) > 2 and len({r.sentences[0] for r in whole.rows}) == 1 and not any(r.measure for r in whole.rows) and whole.unit not in _OF_ANYTHING:
        return True  # three in a row, in one sentence
    return bool(whole.measure) and (named[0] == whole.measure or all(named))
