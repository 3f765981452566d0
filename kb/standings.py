"""Rankings told over several sentences: who has which place, how much, what share, and how that changed.

極格以4.26萬台居次,市占15.0%;第三是美國Palletron,3.69萬台,占13.0%: what is ranked by is said once and holds for
all. A row begins at a firm that opens a clause and goes on until the next one; a firm that another one passed
(擠下蟬聯冠軍的極格) opens none. Rows of one unit that follow one another are one ranking, until one of the firms comes
again or other words of measuring lead on (若換成出貨量口徑). Patterns are matched against folded text. Leaves out
parts that are no firms (`kb.partrows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kb import aspects, lazy
from kb.lists import runs
from kb.measuring import Found
from kb.model import Quantity
from kb.names import Names, Span
from kb.partlabels import Labels
from kb.partrows import BEFORE, Row
from kb.rankwords import RANK, place, places
from kb.sources import is_source
from kb.units import is_change, is_money

_LEAST = 3  # rows of a ranking
_LEAST_MARKS = 2  # words that rank, in its paragraph
# Whom another one passed, or stands before: no row begins there.
_PASSED = lazy.compile(
    r"(?:超[越过]|赶超|反超|挤[下掉出]|取代|领先|击败|力压|追[上平]|落后|[仅不]?[次输]于|高于|低于|拉开|来自|收购|旗下|供应|卖给|\b(?:overtak\w+|overtook|pass\w+|ahead of|behind|from|replac\w+|displac\w+|beat\w*|edg\w+ out|acquir\w+|than|to|of|by))\s?[^,;。:、()]{0,14}$"
)
_SHIFTED = lazy.compile(r"(?:把|将)$")
_OPENS = lazy.compile(r"(?:^|[,;:。、!?]|\.\s|和|与|及|而|\b(?:and|while|but|followed by|trailed by))\s?(?P<lead>[^,;:。、()]{0,24})$")
_OWN = lazy.compile(r"^的(?=.{2})|^(?:'s|旗下|主力|发言|总裁|创|董事|首席|副|分析|方面称|表示|回应|认为)")  # 極格的發言人: not the firm itself
_ANEW = lazy.compile(r"(?:若|如果|改|换)[^,;。]{0,8}(?:看|按|成|用|以|算|计)|口径|(?:按|以)[^,;。:\d]{1,10}(?:计|算|看|论|排)|方面,?|(?:则是|\bby (?:revenue|sales|volume|value|units)\b)")
_COUNTS = lazy.compile(r"(?:\([^()]*\))?[^,;。:]{0,12}?(?:发布|公布|统计|调查|报告|数据|显示|指出|预[计测估])|\s(?:said|says|found|finds|estimates|reckons|published|released|reported (?:that|on))\b")
_SHARE = lazy.compile(r"市占|份额|占有率|占比|比重|占|\b(?:share|or)\b")
_SHARE_BEHIND = lazy.compile(r"^\s?(?:的)?(?:市占|市场份额|份额|占有率|比重)|^\s?(?:market )?share\b|^\s?of the\b")
_GROWS = lazy.compile(r"(?:增[速幅]|成长率?|增长率?)(?:更?高?达|为|是|有|约|则为)?\s?$|\b(?:growth|increase|rise|gain) of (?:about )?$")
_GROWS_BEHIND = lazy.compile(r"^\s?的?(?:增[速幅]|成长|增长)|^ growth\b")
_FALLS = lazy.compile(r"(?:降|跌|减)幅(?:更?高?达|为|是|有|约)?\s?$|\b(?:decline|drop|fall) of (?:about )?$")
_WENT_TO = lazy.compile(r"(?:由|从|自)\s?$|\bfrom $")
_CAME_TO = lazy.compile(r"^(?:上?升|提[升高]|增|扩大|攀升|跃升|下?[降跌]|减|滑落|缩|回落|一路)[^,;。]{0,3}?[至到为]\s?$|^ to $")
_BEFORE = lazy.compile(r"(?:上年|去年|前一年|一年前|上一年|20\d\d ?年|同期)(?:的|同期|为|是|仅?有|约|末|底)*\s?$")
_UP_BY = lazy.compile(r"增加|上升|提[升高]|多了?|涨|高|扩大|\b(?:up|gain\w*|add\w*|more)\b")
_DOWN_BY = lazy.compile(r"减少|下[降滑]|[少丢掉跌降]了?|流失|失去|缩水|\b(?:down|los[et]\w*|shed|less|fewer)\b")
_COUNTED = ("money", "percent", "count")


@dataclass(slots=True)
class Standing:
    """One row as it is told: of whom, its figures, its place."""

    subject: str
    row: Row
    at: int  # where its name begins
    place: int = 0
    apart: bool = False  # words of measuring stand before it
    used: list[Quantity] = field(default_factory=list)


@dataclass(slots=True)
class Ranking:
    """Rows that are ranked together, in the order of telling."""

    standings: list[Standing]
    measure: str
    unit: str

    @property
    def rows(self) -> list[Row]:
        """The rows themselves."""
        return [s.row for s in self.standings]

    @property
    def complete(self) -> bool:
        """Whether none is left out from the first to the last."""
        told = [s.place for s in self.standings if s.place]
        return len(set(told)) == len(told) and (not told or max(told) == len(self.standings))


def goes_on(places_told: Sequence[int]) -> bool:
    """Return whether a ranking begins below the first place, so that the paragraph before it may tell who has that.

    >>> goes_on([2, 3, 4]), goes_on([1, 2]), goes_on([0, 0])
    (True, False, False)
    """
    return min((p for p in places_told if p), default=1) > 1


def may_rank(folded: Iterable[str]) -> bool:
    """Return whether the folded sentences of a paragraph name places enough that they can tell a ranking."""
    return sum(len(RANK.findall(text)) for text in folded) >= _LEAST_MARKS


def read(readers: Sequence[Labels], names: Names) -> list[Ranking]:
    """Return the rankings that the sentences of a paragraph tell."""
    if not may_rank(r.folded for r in readers):
        return []
    out: list[Ranking] = []
    group: list[Standing] = []
    said = ""
    counted: dict[str, str] = {}  # the measure first named in a unit
    last = ""  # the unit that was last counted in
    for reader in readers:
        sentence = _Reading(reader, names)
        for standing in sentence.standings():
            if not (standing.row.value or standing.row.share):
                _add_changes(group, standing)
                continue
            value = standing.row.value
            if value is not None and value.unit == "" and last:  # moved 14.2 million vehicles: Oslund was first with 4.6 million
                standing.row.value = replace(value, unit=last)
            if group and not _goes_on(group, standing):
                out += _ranking(group, counted, said)
                group = []
            if not group:
                said = sentence.named_before(standing)
            group.append(standing)
        for q in reader.quantities:
            last = q.unit if q.unit and not is_change(q.unit) and not is_money(q.unit) else last
        for m in reader.measures:
            unit = next((q.unit for q in reader.quantities if q.start >= m.end and reader.measuring.fits(m.id, q.unit)), "")
            if unit and not is_change(unit):
                counted.setdefault(unit, m.id)
    return out + (_ranking(group, counted, said) if group else [])


def _add_changes(group: Sequence[Standing], told: Standing) -> None:
    """Put changes that are told apart from the figures into the row of their firm: 五強之中,增長最快的是青眸,增幅高達212%."""
    row = next((s.row for s in group if s.subject == told.subject), None)
    if row is not None:
        row.changes = {**told.row.changes, **row.changes}
        row.sentences = [*row.sentences, *(n for n in told.row.sentences if n not in row.sentences)]


def _goes_on(group: Sequence[Standing], new: Standing) -> bool:
    old = group[-1].row
    if new.apart or any(s.subject == new.subject for s in group):
        return False
    if old.value and new.row.value:
        return old.value.unit == new.row.value.unit
    return (old.value is None) == (new.row.value is None)


def _ranking(group: list[Standing], counted: dict[str, str], said: str) -> list[Ranking]:
    if len(group) < _LEAST and not (len(group) > 1 and all(s.place for s in group)):
        return []
    if not any(s.place for s in group):
        return []
    unit = next((s.row.value.unit for s in group if s.row.value), "")
    _number(group)
    measure = next((s.row.measure for s in group if s.row.measure), "") or said or counted.get(unit, "")
    return [Ranking(group, measure if unit else "market-share" if measure.endswith("share") else "", unit)]


def _number(group: Sequence[Standing]) -> None:
    """Give those without a place theirs, where the places told agree with the order of telling."""
    if all(s.place in (0, n) for n, s in enumerate(group, 1)):
        for n, s in enumerate(group, 1):
            s.place = n
    for s in group:
        s.row.place = s.place


class _Reading:
    """One sentence being read."""

    def __init__(self, labels: Labels, names: Names) -> None:
        self._of, self._names = labels, names
        self._folded, self._plain = labels.folded, labels.plain
        self._heads = self._opening([s for s in labels.spans if s.kind == "entity" and len(s.ids) == 1 and names.entities[s.ids[0]].kind == "company"])
        self._share_told = False

    def standings(self) -> list[Standing]:
        """Return the rows of the sentence, without those that hold no figure."""
        shared = self._shared()
        out = []
        for n, head in enumerate(self._heads):
            until = self._heads[n + 1].start if n + 1 < len(self._heads) else len(self._folded)
            standing = self._standing(head, self._heads[n - 1].end if n else 0, until, shared.get(n))
            if standing.row.value or standing.row.share or standing.row.changes:
                out.append(standing)
        listed = places(self._folded[: self._heads[0].start][-24:]) if self._heads else []
        if listed and len(listed) == len(out):
            for standing, nth in zip(out, listed, strict=True):
                standing.place = nth
        return out

    def named_before(self, first: Standing) -> str:
        """The measure that the words before a row name: 按銷售額計."""
        named = [m for m in self._of.measures if m.end <= first.at]
        unit = first.row.value.unit if first.row.value else "%"
        fits = [m.id for m in named if self._of.measuring.fits(m.id, unit)]
        return fits[-1] if fits else ""

    def _opening(self, spans: Sequence[Span]) -> list[Span]:
        """The firms at which rows may begin."""
        out: list[Span] = []
        last: Span | None = None
        for span in spans:
            before, last, old = self._folded[: span.start], span, last
            if (old and old.ids == span.ids and before[old.end :].strip() == "(") or is_source(self._folded, span) or _COUNTS.match(self._folded, span.end):
                continue  # the same in another language, or who ranks them
            figures = self._folded.startswith("(", span.end) and re.match(r"\([^()a-z]*\d", self._folded[span.end :])
            opens = _OPENS.search(before)
            passed = _PASSED.search(before) and not re.search(r"(?:followed|trailed) by\s?$", before)
            begins = (opens and not passed and not re.search(r"\d", opens["lead"])) or (_SHIFTED.search(before) and figures)
            if begins and not _OWN.match(self._folded[span.end : span.end + 4]):
                out.append(span)
        return out

    def _shared(self) -> dict[int, tuple[list[Quantity], int]]:
        """The figures and places of firms that are told of together: 甲與乙分列第四、第五,規模分別為1.3萬億和1.1萬億元."""
        out: dict[int, tuple[list[Quantity], int]] = {}
        n = 0
        while n < len(self._heads) - 1:
            last = n
            while last + 1 < len(self._heads) and re.fullmatch(r"(?:\([^()\d]*\))?\s?(?:[、,和与及]|以及|,? and)\s?", self._folded[self._heads[last].end : self._heads[last + 1].start]):
                last += 1
            count = last - n + 1
            if count > 1:
                until = self._heads[last + 1].start if last + 1 < len(self._heads) else len(self._folded)
                told = [c for c in runs(self._folded, self._of.quantities) if len(c) == count and self._heads[last].end <= self._of.quantities[c[0]].start < until]
                ranks = places(self._folded[self._heads[last].end : until])
                for k in range(count):
                    out[n + k] = ([self._of.quantities[c[k]] for c in told], ranks[k] if len(ranks) == count else 0)
            n = last + 1
        return out

    def _standing(self, head: Span, since: int, until: int, shared: tuple[list[Quantity], int] | None) -> Standing:
        opens = _OPENS.search(self._folded[: head.start])
        lead = opens["lead"] if opens else ""
        begin = head.start - len(lead)
        row = Row(self._of.text[head.start : head.end], sentences=[self._of.n])
        clause = max(since, *(self._folded.rfind(m, 0, begin) for m in ";。"))
        standing = Standing(head.ids[0], row, head.start, apart=bool(_ANEW.search(self._folded, clause, begin) or _ANEW.search(lead)))
        within = [q for q in self._of.quantities if head.end <= q.start < until]
        if shared is not None:
            for q in shared[0]:
                self._take(standing, q, q.start, [])
            standing.place = shared[1]
            return standing
        at = head.end
        for q in within:
            if ";" in self._folded[head.end : q.start] or "。" in self._folded[head.end : q.start]:
                break
            self._take(standing, q, at, [m for m in self._of.measures if at <= m.start and m.end <= q.start])
            at = q.end
        told = re.split(r"[;。]", self._folded[head.end : until])[0]
        standing.place = place(lead) or (0 if re.search(r"(?:并|且|而)?(?:把|将|挤下|超越)$", told) else place(told[:60]))
        pushed = _SHIFTED.search(self._folded[: head.start])
        standing.place = place(self._folded[head.end : head.end + 40]) if pushed else standing.place
        return standing

    def _take(self, standing: Standing, q: Quantity, begin: int, named: Sequence[Found]) -> None:
        """Put a figure where it belongs: value, share, what either was, or a change."""
        row = standing.row
        words, behind = self._folded[begin : q.start], self._folded[q.end : q.end + 10]
        near = re.split(r"[,;。]", words)[-1]
        named = [m for m in named if self._names.measures[m.id].unit in _COUNTED]
        measure = named[-1].id if named and self._of.measuring.fits(named[-1].id, q.unit) else ""
        if not is_change(q.unit):
            if _BEFORE.search(words) or BEFORE.search(words):
                row.before = row.before or (q if row.value else None)
            elif row.value is None and not (named and not measure) and (row.share is None or not words.strip(" ,、(")):
                row.value, row.measure = q, measure
                standing.used.append(q)
            return
        if q.unit == "%" and (_WENT_TO.search(near) or _BEFORE.search(near)):
            row.before = row.before or q
            row.from_share = row.from_share or bool(_WENT_TO.search(near))
            return
        kind = aspects.aspect(self._folded, q, words, False, False)
        if q.unit == "%" and (_GROWS.search(near) or _GROWS_BEHIND.match(behind)):
            kind = "growth"
        elif q.unit == "%" and _FALLS.search(near):
            kind = "decline"
        if q.unit == "pp" or (q.unit == "%" and "百分点" in behind):
            kind = "decrease" if _DOWN_BY.search(near) else "increase" if _UP_BY.search(near) else ""
            if kind:
                row.changes.setdefault(kind, q)
        elif row.from_share and row.share is None and _CAME_TO.match(words):
            row.share = q
        elif kind.startswith(("growth", "decline")):
            row.changes.setdefault(kind, q)
        elif row.share is None and q.unit == "%" and not (measure and not measure.endswith("share")):
            said = _SHARE.search(near) or _SHARE_BEHIND.match(behind)
            if said or self._bare(words) or (row.value is None and not named):
                row.share = q
                row.of_market = True
                standing.used.append(q)

    def _bare(self, words: str) -> bool:
        """Whether a figure stands right beside the one before it: 5.12萬台、18.0%."""
        return not re.sub(r"[\s、,和与以(]|\bor\b|\band\b|\ba\b", "", words)
