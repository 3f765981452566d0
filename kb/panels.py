"""Panels: what an article tells of several side by side, each in a stretch of text of its own.

四家整機廠 told in a paragraph each, three cars in a sentence each, five parks in a part of one sentence each: a stretch
begins with whom it is of (its head: 第二名瑞擎電子營收…, 唯一衰退的是甲,…, "Production at Karagai, in Kazakhstan, was …") and goes
on until the next head. The figures in it are of its head, whether or not that is a name known from elsewhere.
A figure that names no measure is of the one that the stretch beside it tells in its place. Patterns are matched
against folded text. Leaves out parts of a whole in one paragraph (`kb.breakdowns`), and what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from kb import aspects, lazy
from kb.lists import RESPECTIVELY
from kb.measuring import Measuring, is_bare
from kb.model import Quantity
from kb.names import Names
from kb.parallel import NEUTRAL
from kb.partlabels import NOT_A_PART, Labels
from kb.roles import MeasureRoles
from kb.text import fold
from kb.units import is_change, is_money

_MOST = 14  # Chinese characters of a head
_NEAR = 3  # sentences
_ANYTHING = ("", "%", "年", "个月", "個", "个", "家", "次", "項", "项", "天")  # units that tell nothing of what is measured
_PER = lazy.compile(r" (?:a|per) [a-z]+|/\w+|每\w")
_THAN_BEFORE = lazy.compile(r" (?:more|higher|(?P<less>less|fewer|lower)) than (?:a year|last year|the (?:same|previous|prior|year))")
# What stands before a head: its place, what it is known for.
_LEAD = lazy.compile(
    r"(?:(?:[^,;。:\d]{0,12}(?:中|当中|里|方面|上|看|同业)[,:])?(?:(?:排名?|位居|名列)?第[一二三四五六七八九十](?:名|位)?的?|(?:居|排)[首次末](?:位)?的?|龙头|老大|对手|后起之秀|(?:另|其)?[一另]家|同业|而|则|反观|其中|至于|另外|此外|当中|相比之下|价格上,|[^,;。:\d]{2,16}?(?<!目)的)*)"
)
_IS_ONE = lazy.compile(r"[^,;。:]{0,24}的(?:则|仍|还|也)?(?:是|为|属)(?:[^,;。:的]{1,14}的)?(?P<head>[^,;。:的]{2,24}?)[,:]")
_OWN = lazy.compile(r"\s?(?:\([^()]*\))?(?:的(?!(?:[^,;。\d]{0,8}\d))|'s (?:chief|chair|boss|ceo|founder|shares)|旗下|发言|总裁|总经理|创[办始]|董事|首席|副|财务长|执行长|分析|方面表示|表示|回应|认为|指出|主管|研究部)")
_JOINT = lazy.compile(r"\s?(?:\([^()]*\))?(?:[、和与及]|以及|,? and |, )\s?$")
_MARKET = lazy.compile(r"^[^,;。]{0,6}?(?:全球|全国|全台|全港|全体|整体|市场|行业|业界|合计|合共|总计|平均|[两三四五六七八九十几各]家|业者|分析师|法人|机构)|^(?:analysts?|together|combined|overall|globally|worldwide|the (?:market|industry|sector|average|[a-z]+ (?:firms|companies|mines|banks|makers|sites))|all |by )\b")
_GOES_ON = lazy.compile(r"^(?:其|它|该|公司|这家|此)|^(?:it|its|the (?:company|firm|group|mine|bank|plant|site|unit|business))\b")
_FORECAST = lazy.compile(r"预[计估期测]|有望|目标|将[在于会增升扩降达]|计划|\b(?:will|expects?|expected|forecasts?|targets?|plans?|aims?|should|would|could)\b")
_BEGUN = lazy.compile(r"(?:由|从|自)[^,;。]{0,12}$|\bfrom $|上年|去年同期|一年前|\b(?:against|compared with|versus)\b[^,;.]{0,12}$")
_LATIN = lazy.compile(r"(?P<head>[A-Z][A-Za-z0-9&.-]*(?: [A-Z][A-Za-z0-9&.-]*)+|[A-Z][a-z]{3,})(?=\s?[\u3400-\u9fff,，:：（(])")
_STANDS = lazy.compile(r"(?P<head>[\u3400-\u9fff]{2,8}?)(?:仍|依然|继续|则?以|则?凭|位?居|稳[居坐]|排名|排在|名列|蝉联|走|主打|主攻)")
_STOP = lazy.compile(r"[,;。:]")
_DATE = 16  # characters
_AS_OF = lazy.compile(r"截至|截止|到|底|末|止|as of|at the end of")
_MARGIN = lazy.compile(r"\bmargins?\b")
_JOINS = lazy.compile(r"(?:while |but |and | )*")
_PIECE = lazy.compile(r"[;。:]\s?|,\s?|\s(?=while |but |and )")
_CAPITAL = lazy.compile(r"(?:The |Rival |At |In |Meanwhile, )?(?:(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+)*)['’]s )?(?P<head>[A-Z][\w&.-]*(?: (?:[A-Z][\w&.-]*|\d+))*)")
_PLACED = lazy.compile(r"(?:[A-Z]?[a-z]+ ){1,4}(?:at|from|for) (?P<head>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?![\w$€£¥])")
# What ends the name of a part that only begins with a capital: Contract logistics | was, Air freight | revenue.
_SAYS = lazy.compile(r"(?:was|were|is|are|has|had|have|did|made|took|sold|grew|rose|fell|lost|led|won|saw|brought|came|went|kept|held|built|ran|shrank|slid|stood|drew|spent|gave|got|[a-z]+ed|contributes?|accounts?|remains?|generates?|makes?|earns?|grows?|rises|falls|leads|brings|and|on|with|at|in|for|by|to|from|of|there|here|now|also|then|still|(?!supply|family|assembly)[a-z]+ly)\b|[,:;(]|[$€£¥\d]")
_WORDS_MORE = 3  # of a name behind its first
_WORD = lazy.compile(r" (?P<word>[a-z][a-z-]*)")
_NO_HEAD = frozenset(
    "it its the this that these those they he she we i but and in at by for on of to as with from after before while when analysts analyst shares revenue sales profit production output capital operating net "
    "gross total chief chairman managing president all each both most some one two three four five six first second third fourth january february march april may june july august september october november december "
    "elsewhere overall meanwhile however only".split()
)


class Told(Protocol):
    """A sentence of an article, as it is stored."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def paragraph(self) -> int:
        """Which paragraph it stands in."""


@dataclass(frozen=True, slots=True)
class Head:
    """Whom a stretch is of: as printed, and whom that names."""

    label: str
    ids: frozenset[str]
    alone: bool = field(default=False, compare=False)  # one word with a capital where a sentence begins, which may be any
    doubtful: bool = field(default=False, compare=False)  # an everyday word: one of them only where a figure would be told twice of another

    def same(self, other: Head) -> bool:
        """Whether two heads are of one: by name, or by the words that tell them apart."""
        if self.ids and other.ids:
            return bool(self.ids & other.ids)
        one, two = fold(self.label), fold(other.label)
        return one == two or (min(len(one), len(two)) > 2 and (one in two or two in one))


NOBODY = Head("", frozenset())


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a head; `measure` is "" where none is named."""

    head: Head
    measure: str
    aspect: str
    quantity: Quantity
    sentence: int
    before: str  # the folded words from the figure before it
    after: str  # those up to the end of its clause
    forecast: bool = False
    words: str = ""  # folded words that tell what it is, those of the figure beside it where it has none


@dataclass(slots=True)
class _Stretch:
    head: Head
    begin: int
    end: int
    after: int  # where its head ends
    opens: bool  # with a head
    prior: bool = False  # words of measuring stand before it: "Production at Karagai"


def read(sentences: Sequence[Told], names: Names, roles: MeasureRoles, ordinary: Callable[[str], bool]) -> list[Cell]:
    """Return the figures of an article with whom they are of, in order; those of nobody in particular with `NOBODY`.

    `ordinary` tells of a folded word whether it is an everyday one, and so no name.
    """
    measuring = Measuring(names, roles)
    readers = [_Reading(s.text, n, names, measuring, ordinary) for n, s in enumerate(sentences)]
    known: list[Head] = []
    for reader in readers:
        known += [h for h in reader.strong() if not any(h.same(k) for k in known)]
    if len(known) < 2:
        return []
    capitals = " ".join(s.text for s in sentences)
    known = [h for h in known if not h.alone or len(re.findall(rf"\b{re.escape(h.label)}\b", capitals)) > 1]
    known = [h for h in known if not h.doubtful]
    out: list[Cell] = []
    last = NOBODY
    for n, reader in enumerate(readers):
        new = n == 0 or sentences[n].paragraph != sentences[n - 1].paragraph
        if new and not _GOES_ON.search(reader.folded):
            last = NOBODY
        before = NOBODY if (_MARKET.search(reader.folded) or reader.of_a_stranger()) and not reader.opened(known) else last
        found, last = reader.cells(known, before, out)
        out += _shared_out(found, out, reader) or found
    return _completed(out)


def _shared_out(found: list[Cell], before: Sequence[Cell], reader: _Reading) -> list[Cell]:
    """Figures that are listed for all of those told of before, one each: 三條產品線的毛利率依次為31.4%、43.6%和32.0%."""
    of_all = [c for c in found if not c.head.label and c.measure]
    if len(of_all) < 2 or len(of_all) != len(found) or len({c.measure for c in of_all}) > 1 or not RESPECTIVELY.search(reader.folded):
        return []
    last = max((c.sentence for c in before if c.head.label), default=-1)
    heads = list(dict.fromkeys(c.head for c in before if c.sentence == last and c.head.label))
    return [replace(c, head=h) for c, h in zip(of_all, heads, strict=True)] if len(heads) == len(of_all) and reader.n - last < _NEAR else []


def _completed(cells: Sequence[Cell]) -> list[Cell]:
    """The figures, with the measure where only what stands in their place beside other heads names it."""
    out: list[Cell] = []
    for cell in cells:
        out.append(replace(cell, measure=_in_place(cell, cells)) if cell.head.label and cell.aspect == "value" else cell)
    for n, cell in enumerate(out):
        if cell.measure or cell.aspect == "value" or not is_change(cell.quantity.unit):
            continue
        beside = [c for c in (out[n - 1 : n] + out[n + 1 : n + 2]) if c.head is cell.head and c.sentence == cell.sentence and c.measure and c.aspect == "value"]
        if beside and (beside[0] is out[n - 1] or re.search(r" to $|[至到]$", beside[0].before)):
            out[n] = replace(cell, measure=beside[0].measure)
    return out


def _in_place(cell: Cell, cells: Sequence[Cell]) -> str:
    """The measure of a figure: its own, or that which figures of its unit, told by the same, have beside other heads."""
    if not cell.measure and cell.quantity.unit == "%" and _MARGIN.search(cell.before):
        margins = {c.measure for c in cells if c.head.label and c.measure.endswith("margin") and not c.head.same(cell.head)}
        return margins.pop() if len(margins) == 1 else ""
    per = _PER.match(cell.after)
    if (cell.measure and not per) or cell.quantity.unit in _ANYTHING or (is_money(cell.quantity.unit) and not per):
        return cell.measure
    alike = [c for c in cells if c.head.label and c.aspect == "value" and c.quantity.unit == cell.quantity.unit and _per(c) == _per(cell)]
    others = [c.measure for c in alike if c.measure and not c.head.same(cell.head)]
    most = max(dict.fromkeys(others), key=others.count, default="")
    own = [c for c in alike if c.head.same(cell.head)]
    if own[0] is not cell or any(c.measure == most for c in own) or (not per and len(set(others)) > 1) or others.count(most) * 2 <= len(others):
        return cell.measure
    return most


def _per(cell: Cell) -> str:
    found = _PER.match(cell.after)
    return found.group() if found else ""


class _Reading(Labels):
    """One sentence being read."""

    def __init__(self, text: str, n: int, names: Names, measuring: Measuring, ordinary: Callable[[str], bool]) -> None:
        super().__init__(text, n, names, measuring)
        self._ordinary = ordinary
        self.all_spans = self.spans or (names.find(self.folded))
        self.firms = self._firms()
        self.chinese = bool(re.search("[\u3400-\u9fff]", self.folded))

    def _firms(self) -> list[tuple[int, int, frozenset[str]]]:
        """The companies and products named, one that stands right before another with it: 風穹S5."""
        out: list[tuple[int, int, frozenset[str]]] = []
        for s in self.all_spans:
            if s.kind != "entity" or self.names.entities[s.ids[0]].kind not in ("company", "product"):
                continue
            if out and out[-1][1] == s.start and self.names.entities[s.ids[0]].kind == "product":
                out[-1] = (out[-1][0], s.end, frozenset(s.ids))
            else:
                out.append((s.start, s.end, frozenset(s.ids)))
        return out

    # ------------------------------------------------------------ heads
    def strong(self) -> list[Head]:
        """The heads at the beginning of the sentence and of its parts."""
        starts = [0, *(m.end() for m in re.finditer(r"[;。]\s?", self.folded))]
        return [h[0] for at in starts if at < len(self.folded) and (h := self._head_of(at)) is not None]

    def opened(self, known: Sequence[Head]) -> bool:
        """Whether the sentence begins with a head."""
        head = self._head_of(0)
        return head is not None and any(head[0].same(k) for k in known)

    def of_a_stranger(self) -> bool:
        """Whether an English sentence begins with a word that may be a name and is none that is known."""
        word = re.match(r"([A-Z][a-z-]+)\b(?! [A-Z])", self.text)
        known = any(m.start == 0 for m in self.measures) or any(s.start == 0 for s in self.all_spans)
        return not self.chinese and word is not None and word[1].lower() not in _NO_HEAD and not known

    def _head_of(self, at: int) -> tuple[Head, int] | None:
        """The head that the part of the sentence from `at` begins with, and where it ends."""
        return self._zh(at) if self.chinese else self._en(at)

    def _zh(self, at: int) -> tuple[Head, int] | None:
        one = _IS_ONE.match(self.folded, at)
        if one:
            return self._labelled(*one.span("head"), named=True)
        comma = self.folded.find(",", at)
        if 0 < comma - at < _DATE and not _AS_OF.sub("", self.plain[at:comma]).strip():
            at = comma + 1  # 2025年,電源管理晶片收入…
        for start, end, ids in self.firms:
            if start < at:
                continue
            if start - at > 30:
                break
            lead = _LEAD.match(self.folded, at)
            if (start == at or (lead and self._only_leads(at, start))) and not _OWN.match(self.folded, end) and not self._joint(end):
                return Head(self.text[start:end], ids), end
            break
        lead = _LEAD.match(self.folded, at)
        begin = lead.end() if lead else at
        stop = _STOP.search(self.folded, begin)
        until = stop.start() if stop else len(self.folded)
        first = next((q for q in self.quantities if begin <= q.start < until), None)
        latin = _LATIN.match(self.text, begin)
        if latin:
            return self._labelled(*latin.span("head"), named=True)
        if first is None:
            stands = _STANDS.match(self.folded, begin)
            return self._labelled(*stands.span("head")) if stands and not self._ordinary(stands["head"]) else None
        until = min([first.start, *(m.start for m in self.measures if begin < m.start < until)])
        label = self._head(begin, until)
        if not label or len(label) > _MOST or re.search(r"[、和与及的]|\d", fold(label)) or self._joint(begin + len(label)):
            return None
        place = self.text.find(label, begin)
        return self._labelled(place, place + len(label)) if 0 <= place <= begin + 1 else None

    def _only_leads(self, at: int, start: int) -> bool:
        return _LEAD.fullmatch(self.folded, at, start) is not None

    def _labelled(self, start: int, end: int, named: bool = False) -> tuple[Head, int] | None:
        """The head that is called so, without what only says what it is; `named`: where it stands tells that it is a name."""
        within = [f for f in self.firms if start <= f[0] and f[1] <= end]
        if within:
            start, end, ids = within[-1]
            return Head(self.text[start:end], ids), end
        label = re.sub(r"\([^()]*\)", "", self.text[start:end]).strip(" 「」“”《》")
        people = any(s.kind == "entity" and self.names.entities[s.ids[0]].kind == "person" and s.start < end and start < s.end for s in self.all_spans)
        measured = any(m.start < end and start < m.end for m in self.measures)
        if not 1 < len(label) <= 3 * _MOST or people or (measured and not named) or (NOT_A_PART.search(fold(label)) and not named):
            return None
        return Head(label, frozenset(), not named and self._ordinary(fold(label))), end

    def _joint(self, end: int) -> bool:
        """Whether another one is named right behind, so that what follows is told of both."""
        return any(_JOINT.fullmatch(self.folded[end:start]) for start, _, _ in self.firms if start > end)

    def _en(self, at: int) -> tuple[Head, int] | None:
        for pattern in (_CAPITAL, _PLACED):
            found = pattern.match(self.text, at)
            if not found:
                continue
            start, end = found.span("head")
            if fold(found["head"]).split()[0] in _NO_HEAD or self._joint(end) or _OWN.match(self.folded, end):
                continue
            if pattern is _PLACED and fold(found["head"].split()[0]) in _NO_HEAD:
                continue
            if pattern is _CAPITAL and " " not in found["head"] and self._ordinary(fold(found["head"])) and not any(f[0] == start for f in self.firms):
                end = self._whole(end)
            head = self._labelled(start, end) if end else None
            if head is not None:
                alone = pattern is _CAPITAL and not found["owner"] and " " not in head[0].label and not head[0].ids
                return replace(head[0], alone=alone), head[1]
        return None

    def _whole(self, end: int) -> int:
        """Where a name ends that opens with an everyday word, before what is told of it or the measure; 0 where that is not made out."""
        for _ in range(_WORDS_MORE):
            rest = self.folded[end:].lstrip(" ")
            if not rest or _SAYS.match(rest) or any(m.start == len(self.folded) - len(rest) for m in self.measures):
                return end
            word = _WORD.match(self.text, end)
            if not word:
                return 0
            end = word.end()
        return 0

    # ------------------------------------------------------------ figures
    def _stretches(self, known: Sequence[Head], before: Head) -> list[_Stretch]:
        """The stretches of the sentence, the first of whom the sentence before was of where it has no head."""
        out = [_Stretch(before, 0, len(self.folded), 0, False)]
        starts = [0, *(m.end() for m in _PIECE.finditer(self.folded))]
        for at in [_JOINS.match(self.folded, start).end() for start in starts]:  # type: ignore[union-attr]
            strong = at == 0 or self.folded[at - 1] in ";。" or self.folded[:at].rstrip()[-1:] in ";。"
            head = self._head_of(at) if at < len(self.folded) else None
            if head is None:
                if at and self.folded[:at].rstrip()[-1:] == ";" and not self._counted_in(at, alone=True):  # of somebody who was not made out
                    out[-1].end = at
                    out.append(_Stretch(NOBODY, at, len(self.folded), at, False))
                continue
            same = next((k for k in known if head[0].same(k)), head[0] if strong or self.folded.startswith("while ", max(0, at - 6)) else None)
            if same is None or (not strong and not self._counted_in(head[1])):
                continue
            out[-1].end = at
            out.append(_Stretch(same, at, len(self.folded), head[1], True, any(at <= m.start and m.end <= head[1] for m in self.measures)))
        return [s for s in out if s.begin < s.end]

    def _counted_in(self, end: int, alone: bool = False) -> bool:
        """Whether a figure stands in the clause that goes on there, or in the next where no head opens that; `alone`: in that one clause."""
        stop = _STOP.search(self.folded, end)
        here = any(end <= q.start < (stop.start() if stop else len(self.folded)) for q in self.quantities)
        if here or alone or stop is None or stop.group() != ",":
            return here
        after = _STOP.search(self.folded, stop.end())
        return self._head_of(stop.end()) is None and any(stop.end() <= q.start < (after.start() if after else len(self.folded)) for q in self.quantities)

    def cells(self, known: Sequence[Head], before: Head, earlier: Sequence[Cell]) -> tuple[list[Cell], Head]:
        """The figures of the sentence, and whom the next one goes on with."""
        out: list[Cell] = []
        last = before
        stretches = self._stretches(known, before)
        for n, stretch in enumerate(stretches):
            found = self._of(stretch, out)
            if not any(k.same(stretch.head) for k in known) and stretch.opens:
                first = next((c.measure for c in found if c.measure), "")
                again = first and any(c.head == last and c.measure == first and c.aspect == "value" for c in (*earlier, *out))
                later = (next((c.measure for c in self._of(s, out) if c.measure), "") for s in stretches[n + 1 :] if s.opens and not s.head.same(stretch.head))
                if not again and not (first and first in later):  # goes on with the one before
                    found = [replace(c, head=last if c.head.label else c.head) for c in found]
                    out += found
                    continue
            last = stretch.head
            out += found
        return out, last

    def _of(self, stretch: _Stretch, before: Sequence[Cell]) -> list[Cell]:
        """The figures of a stretch."""
        out: list[Cell] = []
        carried = ""
        last_end = stretch.begin
        after_change = False
        for i, q in enumerate(self.quantities):
            if not stretch.begin <= q.start < stretch.end:
                continue
            begin = max(last_end, stretch.after if stretch.opens and stretch.after <= q.start else stretch.begin)
            begin = begin if begin > stretch.after or not stretch.prior else stretch.begin
            clause = max(begin, *(self.folded.rfind(mark, 0, q.start) + 1 for mark in ",;。"))
            until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
            window = self.folded[begin : q.start]
            measure = self.measuring.of(self.folded, self.measures, q, begin, clause, until)
            name = measure.id if measure else ""
            if not name and carried and is_bare(NEUTRAL.sub(" ", self.plain[begin : q.start])) and (is_change(q.unit) or after_change):
                name = carried
            if not name and stretch.opens and not carried and is_bare(NEUTRAL.sub(" ", self.plain[stretch.after : q.start])):
                name = self._elided(stretch, q, before)
            told = _THAN_BEFORE.match(self.folded, q.end) if is_change(q.unit) else None
            ratio = bool(name) and self.names.measures[name].unit == "percent"
            aspect = aspects.aspect(self.folded, q, window, ratio, after_change)
            if told:
                aspect = "decline" if told["less"] else "growth"
            end = _STOP.search(self.folded, q.end)
            stop = min(end.start() if end else len(self.folded), stretch.end)
            if aspect not in ("none",) and not _BEGUN.search(window) and not aspects.tells_loss(window) and not (aspect == "value" and name and not self.measuring.fits(name, q.unit)):
                listed = RESPECTIVELY.search(self.folded, max(stretch.after, self.folded.rfind(";", 0, q.start)), q.start)
                head = NOBODY if listed else stretch.head
                out.append(Cell(head, name, aspect, q, self.n, self.folded[begin : q.start], self.folded[q.end : stop], bool(_FORECAST.search(self.folded[clause : q.start])), self._words(stretch, begin, q, stop, not out, before)))
            carried = name or carried
            after_change = is_change(q.unit) and aspect != "value"
            last_end = q.end
        return out

    def _words(self, stretch: _Stretch, begin: int, q: Quantity, stop: int, first: bool, told: Sequence[Cell]) -> str:
        """The words that tell what a figure is: its own, or those before the heads or beside the one before it, where it stands bare."""
        own = self.folded[max(begin, stretch.after if stretch.opens else begin) : q.start] + "\n" + self.folded[q.end : stop]
        if not (stretch.opens and first and is_bare(NEUTRAL.sub(" ", self.plain[stretch.after : q.start]))):
            return own
        beside = [c for c in told if c.sentence == self.n and c.head.label and c.quantity.unit == q.unit]
        return beside[-1].words if beside else self.folded[: stretch.begin] + "\n" + own

    def _elided(self, stretch: _Stretch, q: Quantity, told: Sequence[Cell]) -> str:
        """The measure of a figure right behind its head: that of the head before it, or the one the sentence opens with."""
        beside = [c for c in told if c.sentence == self.n and c.measure and c.aspect == "value" and c.quantity.unit == q.unit and c.head.label]
        if beside:
            return beside[-1].measure
        opening = [m for m in self.measures if m.end <= stretch.begin and self.measuring.fits(m.id, q.unit)]
        return opening[-1].id if opening and not any(c.sentence == self.n for c in told) else ""

