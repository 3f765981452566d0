"""Lists of figures, each of another time, measure or owner: 收入28.3億元、淨利潤9.7億元,分別同比增長5.5%和8.1%."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb import aggregates, aspects, lazy, ownership, partfigures, periodarithmetic, yearlists
from kb.factmaking import negated
from kb.figuresense import FigureSense
from kb.lists import Listed, losses
from kb.measuring import Found, is_bare
from kb.model import Entity, Fact, Period, Quantity
from kb.names import Span
from kb.pointing import FIRM_AGAIN
from kb.units import is_change, is_money

_SAME_YEARS = lazy.compile(r"(?<![去上今前]年)同期|[三两四五]年(?:间|内|来)?|各年|上述(?:各)?(?:年|期)")
_EACH = lazy.compile(r"分别|各|respectively")
_THEN_AND_BEFORE = lazy.compile(r"((?:上年|去年)同期|上一?季度?|前一季度?)(?:和|及|与|、)((?:上年|去年)同期|上一?季度?|前一季度?)(?:则)?分别为?[约达]?\s*$")
_NOTHING_ELSE = lazy.compile(r"\s*[,、;]?\s*(?:and|with|同期|期内)?\s*(?:[为是]|of|was)?\s*(?:cny|rmb|us\$|nt\$|hk\$|[$€£¥])?\s*")
_EACH_PART = lazy.compile(r"(四个季度|四季|上、?下半年|上半年和下半年|前三季度各季|三个季度|各季度?)[^,;。]{0,16}(?:分别|依[次序])")

_QUARTERS = lazy.compile(r"(?:全年)?(?:四个季度|四季|上、?下半年|上半年和下半年|前三季度各季|三个季度|各季度?)的?")


# 三家的, 兩者的: those who were told of before, and how many they are.
_SO_MANY = lazy.compile(r"(?:上述|这|以上)?(?P<n>[两二三四五六七八九2-9])(?:家|者|大|间)(?:公司|企业|厂商|平台|银行|品牌|机构)?的?")
# What may stand in a list of figures beside the names: 而甲、乙則分別是.
LISTED_AS = lazy.compile(r"[和与及、]|以及|而|则|分别|依[次序]|[是为]|只有|仅有?")
_HOW_MANY = {"两": 2, **{c: n for n, c in enumerate("二三四五六七八九", 2)}, **{str(n): n for n in range(2, 10)}}


def lined(facts: Sequence[Fact], spans: Sequence[Span], before: tuple[str, ...], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return the firms that a sentence gives figures of one measure for, in its order; those told of before it, where it names no firm."""
    told = [f for f in facts if f.aspect == "value" and entities[f.subject].kind == "company"]
    firms = tuple(dict.fromkeys(f.subject for f in sorted(told, key=lambda f: f.quantity.start)))
    shared = any({f.subject for f in told if f.measure == measure} == set(firms) for measure in {f.measure for f in told})
    if len(firms) > 1 and shared:
        return firms
    named = any(s.kind == "entity" and entities[s.ids[0]].kind == "company" for s in spans)
    return () if named or firms else before


class FigureLists(FigureSense):
    """Reads the lists of figures of one sentence."""

    def _subject(self, found: Found, quantity: Quantity, previous: Fact | None) -> str | None:
        if quantity.start in self.series and found.start < 0:
            return found.subject
        if found.start < 0:
            if previous and found.subject and self.names.entities[found.subject].kind != "company" and FIRM_AGAIN.search(self.folded, previous.quantity.end, quantity.start):
                return next((i for i in self.context.subjects if self.names.entities[i].kind == "company"), None)
            between = previous is not None and any(
                s.kind == "entity" and previous.quantity.end <= s.start and s.end <= quantity.start
                for s in self.text.spans
            )
            return None if between else found.subject
        if bracketed := self._bracketed(found, quantity):
            return bracketed
        begin = self._part(quantity.start)
        return self.owners.of(
            self.folded, self.text.text or self.folded, self.text.spans, quantity.start, (found.start, found.end, found.id),
            self.context.subjects, begin,
        )  # fmt: skip

    def _bracketed(self, found: Found, quantity: Quantity) -> str | None:
        """Who stands right before a bracket that holds the measure and its figure: 優於同業甲公司(單季淨損6.2億元)."""
        opened = self.folded.rfind("(", 0, found.start)
        if opened < 0 or ")" in self.folded[opened : quantity.end]:
            return None
        kinds = ("company", *self.owners.kinds(found.id))
        named = [s for s in self.text.spans if s.kind == "entity" and not s.weak and len(s.ids) == 1 and s.end == len(self.folded[:opened].rstrip())]
        return named[0].ids[0] if named and self.names.entities[named[0].ids[0]].kind in kinds else None

    def _listed(self, run: Sequence[int]) -> dict[int, Fact | None]:
        """The facts of a list of figures; none where it is not clear which is whose."""
        text, listed = self.text, Listed(self.folded, self.text.quantities, run)
        nothing: dict[int, Fact | None] = dict.fromkeys(run)
        named = [m for m in self.measures if listed.left <= m.start and m.end <= listed.first]
        quantity = text.quantities[run[0]]
        named = named or self._named_before(listed, quantity)
        if listed.was or not named or not self.measuring.fits(named[-1].id, quantity.unit):
            return nothing
        firms = self._lined(listed, len(run), named)
        if not firms and aggregates.NOBODY.search(self.unnamed[listed.left : listed.first]):
            return nothing
        whole = _QUARTERS.sub(lambda m: " " * len(m.group()), self.folded)  # 四個季度營收 is no part's
        dated = self.plain if len(self.plain) == len(whole) else ""  # 2026e/2027e營收 is no part's
        if any(partfigures.is_part(whole, m.start, m.id, text.spans, self.names.entities, dated) for m in named):
            return nothing
        periods = yearlists.first_years(self.folded, listed.left, listed.first, self.usable, len(run)) or self._parts_of_a_year(listed.left, listed.first, len(run)) or [p.period for p in listed.periods(text.periods)]
        if len(periods) < len(run) and listed.marked:  # 過去三年,甲全年淨利分別為…
            periods = yearlists.recent_years(self.folded, listed.left, len(self.folded) if listed.english else listed.first, len(run), self.context.report, text.published) or periods
        counted = self._counted_years(listed, named[-1], run) if len(periods) != len(run) or not listed.marked else []
        periods = counted or periods or self._told_before(listed, len(run)) or self._goes_on_in_a_row(named[-1], run)
        subject = self._subject(named[-1], quantity, None)
        owners: Sequence[Span] = [s for s in text.spans if s.kind == "entity" and listed.left <= s.start and s.end <= listed.first
                  and self.names.entities[s.ids[0]].kind in self.owners.kinds(named[-1].id)]  # fmt: skip
        if len(periods) == len(run) and subject and (listed.marked or len(periods) > 1):
            rows: list[tuple[str, Found, Period | None]] = [(subject, named[-1], p) for p in periods]
            self.each_of = periods if listed.marked or counted else self.each_of
        elif len(each := [m for m in named if m.start >= self._begin_of(quantity)] or named) == len(run) and subject and listed.marked:
            rows = [(subject, m, periods[-1] if periods else self.context.period) for m in each]
        elif len(owners := self._last_joined(owners, len(run))) == len(run) and listed.marked:
            rows = [(o.ids[0], named[-1], periods[-1] if periods else self.context.period) for o in owners]
        elif listed.marked and len(run) == len(self.context.versions) and not periods and "product" in self.owners.kinds(named[-1].id):
            rows = [(version, named[-1], None) for version in self.context.versions]  # 三款售價依次為…
        elif firms and len({m.id for m in named if m.start >= self.folded.rfind(",", 0, listed.first)}) == 1:  # 按交易額計,三家的市佔率依次為…
            rows = [(firm, named[-1], periods[-1] if periods else self._spoken_of()) for firm in firms]
        else:
            return nothing
        if not all(self.measuring.fits(m.id, quantity.unit) for _, m, _ in rows):
            return nothing
        out = dict(nothing)
        lost = losses(self.folded, text.quantities, run, listed.left)
        for i, (owner, measure, period), loss in zip(run, rows, lost, strict=True):
            q = text.quantities[i]
            signed = negated(q) if loss and measure.id in self.roles.profits and (q.lo or 0) >= 0 else q
            self.values[owner, measure.id, period] = signed
            out[i] = self._fact(measure, "value", signed, owner, period, self._basis(q, period))
        return out

    def _told_before(self, listed: Listed, count: int) -> list[Period]:
        """The times of a list that names none: those of the one before it, or of the sentence before: 同期出貨量分別為21.4GW、26.8GW和25.3GW."""
        if listed.marked and len(self.each_of) == count:
            return self.each_of
        same = listed.marked and len(self.context.years) == count and _SAME_YEARS.search(self.folded, listed.left, listed.first)
        return list(self.context.years) if same else []

    def _counted_years(self, listed: Listed, measure: Found, run: Sequence[int]) -> list[Period]:
        """The years of a list that are only counted, 三年營收15.2億元、14.6億元、17.9億元, or named right behind it."""
        counted = yearlists.counted_years(
            self.unnamed, (listed.left, listed.first, listed.last), (measure.start, measure.end), len(run), self.context.row, self.context.report, self.text.published
        )
        return counted or yearlists.years_behind(self.folded, listed.last, self.usable, len(run))

    def _goes_on_in_a_row(self, measure: Found, run: Sequence[int]) -> list[Period]:
        """The years of the list right before one of as many figures of another measure: 三年營收a、b、c,淨利潤x、y、z."""
        before, first = self.text.quantities[run[0] - 1] if run[0] else None, self.text.quantities[run[0]].start
        if before is None or len(self.each_of) != len(run) or not before.end <= measure.start < measure.end <= first:
            return []
        words = self.folded[before.end : measure.start], self.folded[measure.end : first]
        return self.each_of if all(_NOTHING_ELSE.fullmatch(w) for w in words) else []

    def _named_before(self, listed: Listed, quantity: Quantity) -> list[Found]:
        """The measure of the figure before a list that says no more than whose its figures are: 毛利率47.5%;甲和乙分別是41.2%和29.8%."""
        last = self.told[-1] if self.told else None
        words = self.unnamed[listed.left : listed.first]
        if last is None or not listed.marked or listed.english or last.aspect != "value" or last.quantity.unit != quantity.unit:
            return []
        went_on = not self.folded[last.quantity.end : listed.left].strip(" ,;") and is_bare(_EACH.sub(" ", LISTED_AS.sub(" ", words)))
        return [Found(listed.left, listed.left, last.measure, False, False)] if went_on else []

    def _lined(self, listed: Listed, count: int, named: Sequence[Found]) -> Sequence[str]:
        """The firms told of one after the other just before a list that names none, and has a figure for each: 三家的市佔率依次為27%、19.5%和11%."""
        words = self.unnamed[listed.left : listed.first]
        counted = _SO_MANY.search(words)
        anybody = any(s.kind == "entity" and listed.left <= s.start < listed.first and self.names.entities[s.ids[0]].kind in ("company", "product", "person") for s in self.text.spans)
        several = counted is not None and _HOW_MANY.get(counted["n"][0], 0) != count
        if not listed.marked or listed.english or anybody or several or "company" not in self.owners.kinds(named[-1].id):
            return ()
        if aggregates.NOBODY.search(_SO_MANY.sub("", words)):
            return ()
        before = [f for f in self.told if f.quantity.end <= listed.first]
        firms = lined(before, (), (), self.names.entities) if before else self.context.lined
        return firms if len(firms) == count else ()

    def _spoken_of(self) -> Period | None:
        """The time that figures of several are of where none is named: what is reported on, where what was told last is still to come."""
        here = {f.period for f in self.told if f.aspect == "value"}
        spoken = here.pop() if len(here) == 1 and None not in here else self.context.period
        return spoken if spoken and not self.context.forecast and periodarithmetic.is_over(spoken, self.text.published) else self.context.report

    def _told_again(self, run: Sequence[int], facts: Sequence[Fact]) -> dict[int, Fact | None]:
        """Glide 為 NT$15,900,Glide Pro 為 NT$24,900;港版分別是 HK$3,980 與 HK$6,180: the same of each version in other money."""
        versions, first = self.context.versions, self.text.quantities[run[0]]
        told = {f.subject: f for f in facts if f.subject in versions and f.aspect == "value" and is_money(f.quantity.unit)}
        listed = Listed(self.folded, self.text.quantities, run)
        if len(run) != len(versions) or set(told) != set(versions) or not listed.marked or not is_money(first.unit):
            return {}
        if len({f.measure for f in told.values()}) > 1 or any(m.start >= max(f.quantity.end for f in told.values()) and m.end <= first.start for m in self.measures):
            return {}
        return {i: replace(told[v], quantity=self.text.quantities[i]) for i, v in zip(run, versions, strict=True)}

    def _last_joined(self, owners: Sequence[Span], count: int) -> Sequence[Span]:
        """The last so many names, where they are a list and the one before is not part of it."""
        ends = [0, *(s.end for s in owners)]
        joined = [bool(ownership.LISTED.fullmatch(self.folded[e : s.start])) for e, s in zip(ends, owners, strict=False)]
        return owners[-count:] if len(owners) <= count or (all(joined[1 - count :]) and not joined[-count]) else owners

    def _parts_of_a_year(self, begin: int, end: int, count: int) -> list[Period]:
        """四個季度營業收入分別為…: the quarters, or the halves, of the year spoken of."""
        told = _EACH_PART.search(self.folded, begin, end)
        years = [p.period for p in self.usable if begin <= p.start and p.end <= end]
        year = years[-1] if years else self.context.report if self.context.report and self.context.report.kind == "year" else self.context.period
        parts = {"四": 4, "上": 2, "三": 3}.get(told[1][0], 4) if told else 0
        if not told or parts != count or not year or year.kind not in ("year", "nine-months") or not year.start[:4].isdigit():
            return []
        months = 6 if parts == 2 else 3
        y = int(year.start[:4])
        ends = [(n * months, "30" if n * months in (6, 9) else "31") for n in range(1, parts + 1)]
        return [
            Period(f"{y}-{last - months + 1:02d}-01", f"{y}-{last:02d}-{day}", "half" if months == 6 else "quarter", told.group())
            for last, day in ends
        ]

    def _each_grew(self, run: Sequence[int], facts: Sequence[Fact]) -> dict[int, Fact | None]:
        """收入28.3億元、淨利潤9.7億元,分別同比增長5.5%和8.1%: as many changes as values right before them."""
        first, count = run[0], len(run)
        if first < count or not all(is_change(self.text.quantities[i].unit) for i in run):
            return {}
        told = self.text.quantities[first - count : first]
        values = [f for f in facts[-count:] if f.aspect == "value"]
        window = self.folded[told[-1].end : self.text.quantities[first].start]
        if not _EACH.search(window) or not is_bare(window) or [f.quantity.start for f in values] != [q.start for q in told]:
            return {}
        if any(f.subject != values[0].subject or f.measure == values[0].measure for f in values[1:]):
            return {}
        grew = {i: aspects.aspect(self.unnamed, self.text.quantities[i], window, False, False) for i in run[:1]}[first]
        if grew not in ("growth", "decline", "growth-qoq", "decline-qoq"):
            return {}
        return {i: replace(f, aspect=grew, quantity=self.text.quantities[i]) for i, f in zip(run, values, strict=True)}

    def _compared(self, run: Sequence[int], facts: Sequence[Fact]) -> dict[int, Fact | None]:
        """經營利潤率21.4%,去年同期和上一季度分別為17.8%和23.0%: of the last figure, at two other times."""
        last = facts[-1] if facts else None
        told = _THEN_AND_BEFORE.search(self.folded, last.quantity.end, self.text.quantities[run[0]].start) if last else None
        if last is None or told is None or len(run) != 2 or last.aspect != "value" or not last.period:
            return {}
        if self.text.quantities[run[0]].unit != last.quantity.unit or told.start() - last.quantity.end > 2:
            return {}
        out: dict[int, Fact | None] = {}
        for i, word in zip(run, told.groups(), strict=True):
            period = periodarithmetic.year_before(last.period) if "年" in word else periodarithmetic.quarter_before(last.period)
            out[i] = replace(last, period=period, quantity=self.text.quantities[i], basis="actual") if period else None
        return out
