"""Rows of one sentence: several things, a clause each, with one figure of the same unit: 台灣有188家店,香港74家,新加坡31家.

Also English counts without a unit ("Nevada accounts for 900 of them, Texas for 740"), and what is told of the same
things afterwards, one each (續航分別為520公里、680公里和610公里). They are listings as `kb.listings` has them, whose items
are clauses. Rows with shares, changes and a whole are read by `kb.breakdowns`. Patterns are matched against folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kb import lazy
from kb.enumerations import MOVED
from kb.listings import Column, Item, Listing, Sentence, Told, columns, item
from kb.lists import RESPECTIVELY, runs
from kb.measuring import Measuring
from kb.model import Quantity
from kb.names import Names
from kb.partlabels import NOT_A_PART, Labels
from kb.roles import MeasureRoles
from kb.text import fold

_LEAST = 3  # rows where nothing says how many there are
_FEWEST = 2
_COUNT = lazy.compile(r"(?<![\d.,$€£¥a-z-])\d{1,3}(?:,\d{3})*(?= of (?:them|these|those)|[,;.](?: |$)| and |$)")
_BETWEEN = lazy.compile(r"(?:[^,;。:、.\d]{0,8}?(?:[,;、]\s?|\s?和|\s?及)(?:and |while )?| of (?:them|these|those|it|the [a-z]+)[,;]? ?(?:and )?|[^,;。:.\d]{0,12}? and )(?!.*(?:[:。]|其中|of which|including))")
_CLAUSE = lazy.compile(r"[,;。:、]\s?|\. | and |(?<=[\d\u3400-\u9fff])(?:和|及(?!以[上下]))(?=[\u3400-\u9fff])")
_LED = lazy.compile(r"其中|:|两[个家款种项座版]|\btwo\b")
_STARTS = lazy.compile(r"其中|:\s?|of which |including |分别[是为有]|[。;]\s?|\. ")
_EN_TAIL = lazy.compile(r" (?:accounts?|accounted|accounting|makes?|made|has|had|have|is|are|was|were|with|for|at|took|takes?|bought|buys?|sold|sells?|produces?|produced|employs?|employed|plans?|planned|costs?|cost|gets?|got|holds?|held|owns?|the remaining|the rest|about|around|nearly|some|up)(?: .*)?$")
_EN_LEAD = lazy.compile(r"^(?:and |while |the |its |but |with |in |at |for |of |a |an )+", re.IGNORECASE)
# A verb between what a row is of and what it makes: 四川措绒矿产锂精矿6.2万吨.
_DOES = lazy.compile(r"(?<=[\u3400-\u9fff])(?:年产(?!能)|月产(?!能)|产(?![品业能线量值])|生产|出口|销售|出货|卖出|交付)(?=[\u3400-\u9fff]{2})")
# A figure that others are only held against: 比三年前上市的X1(售價29.8萬元)便宜, "against $4,800 for the older one".
_COMPARED = lazy.compile(r"^(?:但|而)?(?:比|较|相比|高于|低于)|\([^()]*$|\b(?:against|than|versus|compared with)\b")
_IN_PARENTHESES = lazy.compile(r"(?P<label>[^()（）;；。]{2,60}?)\s?[(（](?P<told>[^()（）]*\d[^()（）]*)[)）]")
_JOINS = lazy.compile(r"\s?(?:[,，、]|以及|[和与與及])?\s?(?:and )?")
_LONGEST = 30  # characters of what is told with its figures in parentheses
_NAME_BEFORE = lazy.compile(r"(?:^|[,;.] |and )(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}), (?:at|with|on) (?:about |some |nearly )?$")
_NO_LABEL = frozenset("at with on in for of by to from and but is are was were has had it they he she we the a an its their about some nearly up down that which who another other".split())
_UNITS = ("年", "月", "個月", "天", "日", "小時", "分鐘", "歲", "pp", "倍", "x")


def read(sentences: Sequence[Sentence], names: Names, roles: MeasureRoles) -> list[Listing]:
    """Return the rows of the sentences of an article, in order."""
    measuring = Measuring(names, roles)
    out: list[Listing] = []
    for n, sentence in enumerate(sentences):
        if len(re.findall(r"\d", sentence.text)) < _FEWEST:
            continue
        before = n - 1 if n and sentences[n - 1].paragraph == sentence.paragraph else -1
        reading = _Reading(sentence.text, n, names, measuring)
        out += reading.bracketed(before) or reading.listings(before)
    return out


class _Reading(Labels):
    """One sentence being read."""

    def listings(self, lead: int) -> list[Listing]:
        """The rows of the sentence."""
        figures = [q for q in self.quantities if q.unit not in _UNITS and not MOVED.search(words := self._clause(q)[1]) and not _COMPARED.search(words)]
        figures += self._bare_counts(figures)
        out = []
        for run in self._runs(sorted(figures, key=lambda q: q.start)):
            labels = [self._called(q, k) for k, q in enumerate(run)]
            if not all(map(self._is_label, labels)) or len({fold(x) for x in labels}) < len(run):
                continue
            begin = max(0, self.text.find(labels[0]))
            column = self._column(run, labels, begin)
            further = self._further(run)
            items = tuple(Item(label, 0, self._text(q, label), self._text(q, label), (self.n,), (column.figures[k], *(c.figures[k] for c in further))) for k, (label, q) in enumerate(zip(labels, run, strict=True)))
            out.append(Listing(items, lead, (column, *further), self.text[:begin]))
        return out

    def bracketed(self, lead: int) -> list[Listing]:
        """Things with their figures in parentheses: "They are Havn (38 kilometres, 1,100 passengers a day), Sund (61 kilometres, …) and …"."""
        found = list(_IN_PARENTHESES.finditer(self.text))
        row = [m for k, m in enumerate(found) if not k or _JOINS.fullmatch(self.text, found[k - 1].end(), m.start("label"))]
        if len(row) < _LEAST or len(row) < len(found):
            return []
        labels = [_EN_LEAD.sub("", re.split(r"\b(?:[Tt]hey are|are|were|is|was|named|including)\b |[：:,，]|包括|分别[是为]|[是为]", m["label"])[-1].strip(" 、和与及")) for m in row]
        if not all(1 < len(x) <= _LONGEST for x in labels) or len(set(labels)) < len(labels):
            return []
        items = tuple(item(label, m["told"], (self.n,)) for label, m in zip(labels, row, strict=True))
        told = tuple(columns(items))
        return [Listing(items, lead, told, self.text[: max(0, self.text.find(labels[0]))])] if told else []

    def _bare_counts(self, figures: Sequence[Quantity]) -> list[Quantity]:
        """English numbers without a unit, three at least: "Nevada accounts for 900 of them, Texas for 740 and Georgia for 510"."""
        found = [m for m in _COUNT.finditer(self.plain) if not any(q.start <= m.start() < q.end for q in self.quantities)]
        if len(found) < _LEAST or re.search("[\u3400-\u9fff]", self.folded):
            return []
        return [Quantity(v := Decimal(m.group().replace(",", "")), v, "", "", m.group(), *m.span()) for m in found]

    def _runs(self, figures: Sequence[Quantity]) -> list[list[Quantity]]:
        """The figures of one unit that stand in clauses one after the other."""
        out: list[list[Quantity]] = []
        for q in figures:
            last = out[-1][-1] if out else None
            if last is not None and last.unit == q.unit and _BETWEEN.match(self.folded[last.end : q.start]):
                out[-1].append(q)
            else:
                out.append([q])
        return [r for r in out if len(r) >= _LEAST or (len(r) == _FEWEST and self._led(r[0]))]

    def _led(self, first: Quantity) -> bool:
        """Whether words before the first of two figures lead up to them."""
        return bool(_LED.search(self.folded, 0, first.start))

    def _clause(self, q: Quantity) -> tuple[int, str]:
        """Where the clause of a figure begins, and its words before the figure."""
        begin = max((m.end() for m in _CLAUSE.finditer(self.folded[: q.start])), default=0)
        begin = max([begin, *(m.end() for m in _STARTS.finditer(self.folded, 0, q.start))])
        return begin, self.folded[begin : q.start]

    def _called(self, q: Quantity, place: int) -> str:
        """What the words before a figure call what it is of."""
        begin, words = self._clause(q)
        if words.isascii():
            label = _EN_TAIL.sub("", _EN_LEAD.sub("", self.text[begin : q.start].strip()))
            if before := _NAME_BEFORE.search(self.text[: q.start]):
                label = before["name"]  # South Korea, at 34%, is the biggest market
            return label if 1 < len(label) <= 40 and label.lower() not in _NO_LABEL and not NOT_A_PART.search(fold(label)) and not re.search(r"\d{3}", label) else ""
        does = _DOES.search(self.plain, begin, q.start)
        label = self._head(begin, does.start() if does else q.start)
        if not place and label:
            ends = [s for s in self.spans if s.kind == "entity" and self.names.entities[s.ids[0]].kind == "place" and begin <= s.start and self.text[s.end :].startswith(self.text[s.end : q.start])]
            inside = [s for s in ends if self.text[s.start : s.end] in label]
            label = self.text[inside[-1].start : inside[-1].end] if inside and label.endswith(self.text[inside[-1].start : inside[-1].end]) else label
        label = self._without_measure(label, q)
        return "" if not label or NOT_A_PART.search(fold(label)) else label

    def _without_measure(self, label: str, q: Quantity) -> str:
        """A label without the measure that ends it, "" where it is no more than that: 屏東廠 of 屏東廠日產能."""
        at = self.text.rfind(label, 0, q.start)
        ends = [m for m in self.measures if label and at <= m.start < at + len(label) <= m.end <= q.start]
        return label[: ends[0].start - at].rstrip("的") if ends and self.measuring.fits(ends[0].id, q.unit) else label

    def _is_label(self, label: str) -> bool:
        """Whether a label is more than the name of a measure."""
        return len(label) > 1 and not any(self.folded[m.start : m.end] == fold(label) for m in self.measures)

    def _column(self, run: Sequence[Quantity], labels: Sequence[str], begin: int) -> Column:
        told = {}
        for k, (q, label) in enumerate(zip(run, labels, strict=True)):
            words = self._clause(q)[1]
            told[k] = Told(q, words.replace(fold(label), " ").strip(), self._after(q), True)
        return Column(run[0].unit, " ".join(dict.fromkeys([self.folded[:begin], *(t.words for t in told.values())])).strip(), told)

    def _after(self, q: Quantity) -> str:
        stop = re.search(r"[,;。:]|\.(?:\s|$)| and ", self.folded[q.end :])
        return self.folded[q.end : q.end + (stop.start() if stop else len(self.folded))].strip()

    def _further(self, run: Sequence[Quantity]) -> tuple[Column, ...]:
        """What is told of the same things behind them, one each: 續航分別為520公里、680公里和610公里."""
        out = []
        for chain in runs(self.folded, self.quantities):
            first = self.quantities[chain[0]]
            words = re.split(r"[,;。:]", self.folded[: first.start])[-1]
            if len(chain) == len(run) and first.start > run[-1].end and RESPECTIVELY.search(words):
                bare = RESPECTIVELY.sub(" ", words)
                out.append(Column(first.unit, bare, {k: Told(self.quantities[i], bare.strip(), "", True) for k, i in enumerate(chain)}))
        return tuple(out)

    def _text(self, q: Quantity, label: str) -> str:
        """The clause of a figure, as printed."""
        begin, _ = self._clause(q)
        at = self.text.find(label, begin)
        return self.text[at if at >= 0 else begin : q.end] + self.text[q.end : q.end + len(self._after(q)) + 1].rstrip(" ,;，；。.")
