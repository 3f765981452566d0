"""What one sentence tells of parts of a whole, one row a part: its value, its share, what these were, its changes.

A figure with a label opens a row, those without go on with it. Patterns are matched against folded text.
Leaves out which rows belong together (`kb.breakdowns`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kb import aspects, lazy
from kb.lists import runs
from kb.measuring import Found
from kb.model import Quantity
from kb.partlabels import LEADS_UP, NOTHING, Labels
from kb.text import fold
from kb.units import is_change

_NEW = lazy.compile(r"[;。!?:]|\.\s")
_SHARE_BEFORE = lazy.compile(r"(?:占|份额|市占|比重|贡献)[^,;。\d]{0,12}$|\b(?:share|accounted for|accounting for|made up|making up|represented|representing|contributed|contributing|proportion|weight|comprised|or)\b[^,;.\d]{0,24}$")
_SHARE_AFTER = lazy.compile(r"^\s?(?:of|share)\b|^\s?的?(?:收入|营收|销量|出货量?|销售额|市场份额|份额|市占)|^\s?来自")
ACCOUNTS = lazy.compile(r"占|份额|比重|构成|用[于作]|投向|\b(?:share|account\w*|made up|mix|split|by (?:country|countries|region|segment|product|channel|market|geography|category|source))\b")
# Europe brought in 46% of sales, North America 33%: what the first is of, the others are of too.
_SHARE_OF = lazy.compile(r"\d ?(?:%|per ?cent) of (?:its |the |total |group |net |all |overall |annual )*(?:sales|revenues?|turnover|profits?|income|earnings|output|production|volumes?|shipments|orders|total)\b")
_EARNS = lazy.compile(r"\b(?:generated|brought in|contributed|earned|made|took in|pulled in|added|chipped in|delivered|posted)(?: (?:about|around|roughly|nearly|some|another))? ?$|(?:贡献|录得|实现|带来|创造|入账|卖了|卖出|售出)了?(?:约|近)?$")
_WAS = lazy.compile(r"^[\s(,]*(?:[高低优多少]于|较|比|而|相比)?(?:上年|去年|前一年|[一两三四五]年前|上一?季|20\d\d ?年)(?:同期|末|底)?(?:的|则?为|是|则?有|[只仅]有?|仅为|:)?(?:约|近)?\s*$")
BEFORE = lazy.compile(r"(?:由|从|自(?![动主有营研用助身建家行])|上年|去年(?!卖|售|销|贡献|带来|实现|录得|营收|收入|出货|交付|[^,;。于]{2,6}占)|同期|上季|此前|原来|\bfrom|\bthan|\bagainst|\bversus|\bcompared with)[^,;。]{0,8}$")
_OF_MARKET = lazy.compile(r"市占|市场份额|份额|\bmarket share\b|\bof the (?:[\w-]+ ){0,3}market\b")
_OF_THE_MARKET = lazy.compile(r"前[两三四五六七八九十\d]+(?:大|名|强)|排名|市场")
_PART_OF = lazy.compile(r"其中|当中|\bof which\b|\bincluding\b")
_OF_THESE = lazy.compile(rf"{_PART_OF.pattern}|(?:方面|上),")
_OPENS = lazy.compile(rf"(?:{LEADS_UP.pattern})[^,;。:]{{0,6}}[,:]?\s*(?:[^,;。:\d]{{0,3}})$|:\s*$")
# Within a sentence, that parts of another kind follow: …健康險17%;通路則以銀行保險的54%最高.
_ANEW = lazy.compile(r"[;。]\s*(?:产品|业务|分部|地区|区域|市场|渠道|通路|品牌|类型|客户|用途|来源|商品|车型)[^,;。:\d]{0,3}?(?:(?:方面|上|别)?则?以|(?:方面|上|别),)$")
_RELATIVE = lazy.compile(r"[\s),]*(?:which|that)\s(?:[a-z]+\s){0,4}?(?:grew|rose|climbed|jumped|surged|gained|fell|dropped|declined|slipped|shrank|was up|was down)\b[^,;.\d]*$")
_JOINS = lazy.compile(r"[、和与及\s]|\band\b")
_BESIDE = lazy.compile(r"[、,(] ?")
_OTHERS = lazy.compile(r"^(?:其他|其它|其余|余下|剩余|剩下)|\bothers?\b")


@dataclass(slots=True)
class Row:
    """One part: what is told of it. `sentences` are positions in the texts given, in order of telling."""

    label: str
    value: Quantity | None = None
    share: Quantity | None = None
    before: Quantity | None = None  # what its value or share was: 18.7%(上年17.9%), 由245元調升為258元
    changes: dict[str, Quantity] = field(default_factory=dict)  # aspect of `kb.model.Fact` -> figure
    sentences: list[int] = field(default_factory=list)
    of_market: bool = False  # its share is one of a market
    measure: str = ""
    named: bool = True  # by more than a measure's name
    own: bool = False  # by the name of a measure that is an income: 利息收入
    opens: bool = False  # words before it lead up to the parts of a whole
    part: bool = False  # of the row before, not of the whole: 海外佔62.3%,其中德國21.7%
    earns: bool = False  # its value is what it brought in
    place: int = 0  # in a ranking; 0 where none is told
    from_share: bool = False  # only where its share began was told so far

    @property
    def rest(self) -> bool:
        """Whether the part is what the others leave."""
        return bool(_OTHERS.search(fold(self.label)))


def _may_hold(whole: Quantity | None, part: Quantity) -> bool:
    """Whether a figure may be what another is a part of: of one unit, and no smaller."""
    return whole is not None and whole.unit == part.unit and (whole.hi is None or part.lo is None or whole.hi >= part.lo)


class RowReader(Labels):
    """One sentence being read into rows."""

    def rows(self) -> list[Row]:
        """Return the rows of the sentence: a figure with a label opens one, those without go on with it."""
        out: list[Row] = []
        row: Row | None = None
        chains = runs(self.folded, self.quantities)
        self._share_told = False  # beside the value of a row before
        leading = ""  # what the first figure of a list was
        listed = self._listed(chains)
        for i, quantity in enumerate(self.quantities):
            begin = self.quantities[i - 1].end if i else 0
            if row is not None and _WAS.search(self.folded[begin : quantity.start]) and (now := row.value or row.share):
                row.before = row.before or (quantity if now.unit == quantity.unit else None)
                continue
            if row is not None and self._stops(begin, quantity.start):
                row = None
            goes_on = row is not None and _RELATIVE.match(self.folded, begin, quantity.start)
            label, measure, named = ("", None, False) if goes_on else listed.get(i) or self._label(begin, quantity)
            came = self._behind(i, quantity) if label in ("", NOTHING) or self._in_places(i) else ""
            if came:
                label, named = came, True
            if label == NOTHING:
                row = None
                continue
            again = next((r for r in out if r.label == label), None) if i in listed and (measure is None or quantity.unit != "%") else None
            if again is not None:
                row = again  # another list of the same parts
            elif label:
                row = self._opened(label, measure, named, begin, quantity, out)
                out.append(row)
            if row is None:
                continue
            if measure and not label and row.value is None and row.measure == "":
                row.measure = measure.id
            if came and quantity.unit == "%":
                row.share = row.share or quantity
                continue
            run = next((c for c in chains if i in c and i in listed), [i])
            if again is None or i == run[0] or not self._as_the_first(row, quantity, leading, begin):
                leading = self._take(row, run, i, begin, measure, again is None and i in listed)
        if out and not any(r.measure for r in out):
            self._led(out)
        return [r for r in out if r.value or r.share or r.changes]

    def _opened(self, label: str, measure: Found | None, named: bool, begin: int, quantity: Quantity, out: Sequence[Row]) -> Row:
        """A new row for the figure that a label stands at."""
        row = Row(label, measure=measure.id if measure else "", sentences=[self.n], named=named, own=fold(label) == self._income)
        row.part = bool(out) and bool(_PART_OF.search(self.folded[begin : quantity.start]))
        if row.part and not row.measure and _may_hold(out[-1].value, quantity):
            row.measure = out[-1].measure  # 門店875家,其中華東412家
        row.earns = bool(_EARNS.search(self.folded[begin : quantity.start]))
        row.opens = bool((_ANEW if out else _OPENS).search(self.folded[: self._begins(label)]))
        return row

    def _take(self, row: Row, run: Sequence[int], i: int, begin: int, measure: Found | None, listed: bool) -> str:
        """Put a figure into its row; return what it is, a share or a change, for those that are listed with it."""
        had = set(row.changes)
        begin = min(begin, measure.start) if measure is not None and listed else begin  # named before the list
        quantity = self.quantities[i]
        self._put(row, quantity, begin, measure, self.quantities[run[-1]].end)
        return "share" if row.share is quantity else next(iter(set(row.changes) - had), "")

    def _as_the_first(self, row: Row, quantity: Quantity, leading: str, begin: int) -> bool:
        """Take a figure of a further list as what the first of its list was, a share or a change, if no words of its own tell otherwise."""
        if not leading or not _BESIDE.fullmatch(_JOINS.sub("", self.folded[begin : quantity.start]) or ","):
            return False
        if leading == "share":
            row.share = row.share or quantity
        else:
            row.changes.setdefault(leading, quantity)
        return True

    def _put(self, row: Row, quantity: Quantity, begin: int, measure: Found | None, end: int) -> None:
        window = self.folded[begin : quantity.start]
        if not is_change(quantity.unit):
            other = measure is not None and row.measure and measure.id != row.measure
            step = aspects.aspect(self.folded, quantity, window, False, bool(row.changes)) in ("none", "increase", "decrease")
            if row.value is None and not other and not BEFORE.search(window) and not (step and row.changes == {} and BEFORE.search(window)):
                row.value = quantity
                row.measure = row.measure or self._told_behind(quantity)
            return
        aspect = aspects.aspect(self.folded, quantity, window, False, False)
        if aspect.startswith("narrowing") and not aspects.LOSS.search(window):
            aspect = aspect.replace("narrowing", "decline")  # "Petalune shrank 3%"
        after = self.folded[end : end + 16]
        bracketed = self.folded[quantity.start - 1 : quantity.start] == "("
        shares = bool(_SHARE_BEFORE.search(self.plain[begin : quantity.start]) or _SHARE_AFTER.match(after))
        if measure is not None and quantity.unit == "%" and row.value is None and aspect == "value" and not measure.id.endswith("share") and measure.start >= begin and not _SHARE_AFTER.match(after) and self._ratio(row, quantity):
            row.value = quantity
        elif quantity.unit == "%" and shares and BEFORE.search(window):
            row.from_share = True  # 比重由55.3%降至52.7%
        elif quantity.unit == "%" and row.from_share and row.share is None and aspect == "value":
            row.share = quantity
        elif quantity.unit == "%" and shares and aspect in ("value", "none"):
            row.of_market = row.share is None and bool(_OF_MARKET.search(window) or _OF_MARKET.search(re.split(r"[,;。]", self.folded[end : end + 40])[0]))
            row.share = row.share or quantity
            self._share_told = True
        elif quantity.unit == "%" and aspect == "value" and row.value and row.share is None and self._share_told and _BESIDE.fullmatch(window):
            row.share = quantity  # 甲41.2萬台,市佔27.1%;乙30.1萬台、19.8%
        elif quantity.unit == "%" and aspect == "value" and row.value is None and (bracketed or ACCOUNTS.search(self.folded[: quantity.start]) or _SHARE_OF.search(self.folded[: quantity.start])):
            row.share = row.share or quantity
            row.of_market = row.of_market or bool(_OF_THE_MARKET.search(self.folded[: quantity.start]))
        elif quantity.unit == "%" and aspect == "value" and row.value is None and self._ratio(row, quantity):
            row.value = quantity
        elif aspect in ("growth", "decline", "growth-qoq", "decline-qoq"):
            row.changes.setdefault(aspect, quantity)

    def _stops(self, begin: int, end: int) -> bool:
        """Whether a new part of the sentence begins between two figures."""
        return bool(_NEW.search(self.plain[begin:end]))

    def _begins(self, label: str) -> int:
        return max(0, self.text.find(label))

    def _told_behind(self, quantity: Quantity) -> str:
        """The measure right behind a figure: "$1.3 billion of profit"."""
        near = [m for m in self.measures if m.start >= quantity.end and self.folded[quantity.end : m.start] in (" of ", " in ", "的", " ", "")]
        return near[0].id if near and self.measuring.fits(near[0].id, quantity.unit) else ""

    def _ratio(self, row: Row, quantity: Quantity) -> bool:
        """Whether a percentage is the value of a measure that is one: 毛利率方面,鋰電池23.5%,儲能31.2%."""
        before = [m.id for m in self.measures if m.end <= quantity.start]
        measure = row.measure or (before[-1] if before else "")
        if measure in self.names.measures and self.names.measures[measure].unit == "percent" and not measure.endswith("share") and not measure.startswith("share-"):
            row.measure = row.measure or measure
            return True
        return False

    def _led(self, rows: Sequence[Row]) -> None:
        """Give rows the measure that the words before them name: 收入構成為:甲3.19億元、乙2.87億元; 門店875家,其中華東412家."""
        first = self._begins(rows[0].label)
        until = max(self.folded.rfind(":", 0, first + 1), max((m.start() for m in _OF_THESE.finditer(self.folded, 0, first)), default=0))
        named = [m for m in self.measures if m.end <= until]
        for row in rows:
            if named and row.value and self.measuring.fits(named[-1].id, row.value.unit):
                row.measure = named[-1].id
            elif named and row.value and named[-1].id.endswith("-share") and (base := named[-1].id.removesuffix("-share")) in self.names.measures:
                row.measure = base  # 收入構成
