"""What goes into a sum that a question describes: the figure that a sentence tells of each of its two sides.

"how many trucks more did it build than deliver", 2025年營收是2024年的幾倍, "the loan-to-deposit ratio": each side is known by
what it says and the other does not, a name, a year, a measure or a word. A figure is a side's where the words around it say
all of that, and nothing of the other side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.answers.lines import same_period
from bot.answers.told import Figure, read
from bot.contentwords import HAN_RUN, blank, content_words, generic
from bot.question import Question
from bot.rounds import ROUND
from bot.softwords import soft_word
from kb import lazy, periods
from kb.library import Library
from kb.lists import RESPECTIVELY, runs
from kb.model import Period
from kb.names import Span
from kb.terms import tokens
from kb.text import fold

_REACH = 45  # characters of Chinese between a name and its figure; Latin letters count half
_STOP = lazy.compile(r"[;。]|\. ")
_RUN = 6  # characters of a run that may be one name: 洁行者
_BEHIND = 24  # characters behind a figure that may say what it is of
_LATIN = lazy.compile(r"(?<![a-z0-9'’])(?=[a-z0-9.+-]*[a-z])[a-z0-9][a-z0-9.+-]*(?: (?:[b-z]|\d{1,3})(?![a-z0-9.,']))?")
_PLAIN = lazy.compile(r"^(?:the )?(?:[\w.]+ ){0,3}(?:standard|regular|base|basic|normal|ordinary)(?: (?:edition|version|model|one|plan|tier))?$|(?:标准|普通|基本|一般)[版款]$")
_ASIDE = lazy.compile(r" in (?:[\w.]+ )?(?:dollars?|us\$|usd|euros?|pounds?|yuan|percent|per cent|total)$|^(?:the|its|their|that of) ")
_AIM = lazy.compile(r"目标|指引|预期|预[测计估]|计划|预算|\b(?:targets?|guidance|forecasts?|goals?|expect\w*|plan(?:s|ned)?|estimates?)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a side says, as written."""

    words: list[str]
    ids: frozenset[str]
    measures: frozenset[str]
    period: Period | None
    text: str


class Operand(NamedTuple):
    """One side: the words, names, measures and time that only it says; or, told plainly, no words at all."""

    words: tuple[str, ...]
    ids: frozenset[str]
    measures: frozenset[str]
    period: Period | None
    plain: bool  # the standard edition, which articles price without calling it so
    aim: bool  # what was planned or expected

    @property
    def known(self) -> bool:
        """Whether there is anything to know it by."""
        return bool(self.words or self.ids or self.measures or self.period or self.plain or self.aim)


def operands(question: Question, texts: Sequence[str], library: Library, told: str) -> list[Operand] | None:
    """Return the sides of a sum, each as what only it says; None where one says nothing of its own.

    What tells them apart is of one kind where all have it: names, or else times, or measures. What only one says is then said
    of all: 礦一2025年產量比礦二多多少 asks for the output of both. `told` is the folded text that the figures are looked for in.
    """
    cut = [_ASIDE.sub("", _ASIDE.sub("", t)).strip() for t in texts]
    found = [_said(question, t, library, told) for t in cut]
    aims = [bool(_AIM.search(t)) for t in cut]
    sides = [_Said(*f) for f in found]
    kinds = [{library.names.entities[i].kind for i in s.ids} for s in sides]
    shared = set.intersection(*kinds) if all(kinds) else set().union(*kinds)
    sides = [replace(s, ids=frozenset(i for i in s.ids if library.names.entities[i].kind in shared)) for s in sides]
    for kind in ("ids", "period", "measures"):
        own = [_own(sides, n, kind) for n in range(len(sides))]
        if all(own) and len(set(aims)) == 1:
            return [Operand((), *(_only(kind, o)), False, a) for o, a in zip(own, aims, strict=True)]
    out = []
    for n, side in enumerate(sides):
        others = [o for m, o in enumerate(sides) if m != n]
        alone = [w for w in side.words if not any(w in o.text for o in others)]
        if len(alone) > 1 and not alone[-1].isascii() and all(len(o.words) == 1 for o in others):
            alone = alone[:1]  # 自製減速器比外購: what both are is said once
        words = tuple(w for w in alone if not _verb(question, w)) or tuple(_stem(w) for w in alone)
        plain = bool(_PLAIN.search(side.text))
        ids = frozenset() if words or plain or aims[n] else side.ids - frozenset(i for o in others for i in o.ids)
        out.append(Operand(() if plain or aims[n] else words, ids, frozenset(), None, plain, aims[n]))
    return out if all(o.known for o in out) and sum(o.plain for o in out) < len(out) else None


def _own(sides: Sequence[_Said], n: int, kind: str) -> object:
    """What a side alone says of a kind."""
    others = [o for m, o in enumerate(sides) if m != n]
    if kind == "period":
        return None if any(o.period == sides[n].period for o in others) else sides[n].period
    mine: frozenset[str] = getattr(sides[n], kind)
    return mine - frozenset(i for o in others for i in getattr(o, kind))


def _only(kind: str, own: object) -> tuple[frozenset[str], frozenset[str], Period | None]:
    none: frozenset[str] = frozenset()
    if isinstance(own, Period):
        return none, none, own
    told = own if isinstance(own, frozenset) else none
    return (told, none, None) if kind == "ids" else (none, told, None)


def _stem(verb: str) -> str:
    return re.sub(r"(?:e?s|ed|ing|e)$", "", verb)


def _verb(question: Question, word: str) -> bool:
    """Whether a word of a side is a verb or of no weight, which articles put otherwise: "lose", 收了."""
    needs = [n for n in question.needs if n.surface == word]
    return bool(needs) and all(n.verbal or n.light for n in needs)


def _said(question: Question, text: str, library: Library, told: str) -> tuple[list[str], frozenset[str], frozenset[str], Period | None, str]:
    """The words, names, measures and time of a side, and the side as written."""
    names = library.names
    spans = names.find(text)
    entities = [s for s in spans if s.kind == "entity"]
    measured = [s for s in spans if _measure(s)]
    times = periods.find(text)
    named = next((p for p in question.periods if times and any((p.raw and p.raw in text) or same_period(p, m.period) or same_period(m.period, p) for m in times)), None)
    rounds = list(ROUND.finditer(text))
    taken = [(s.start, s.end) for s in entities] + [(m.start, m.end) for m in times] + [m.span() for m in rounds]
    plain = blank(text, [*taken, *((s.start, s.end) for s in measured)])
    runs = [r.group() for r in HAN_RUN.finditer(plain)]
    words = [w for r in runs for w in ([r] if 1 < len(r) <= _RUN and r in told else content_words(r, library.ordinary.__contains__)) if not soft_word(w)]
    words += [w for w in _LATIN.findall(plain) if not generic(w) and not soft_word(w) and len(w) > 1]
    words = [*(m.group() for m in rounds), *words] or [w for w in _LATIN.findall(blank(text, taken)) if len(w) > 1] or [text[s.start : s.end] for s in measured]
    ids = frozenset(i for s in entities for i in s.ids)
    return words, ids, frozenset(i for s in measured for i in _measure(s)), named, text


def _measure(span: Span) -> list[str]:
    return [i for k, i in ((span.kind, span.ids[0]), *span.also) if k == "measure"]


class Binding:
    """Says which figures of sentences are a side's, for one question."""

    def __init__(self, sides: Sequence[Operand], library: Library, marks: Set[str]) -> None:
        """Look at `sides` through the names of `library`; `marks` are the terms of the measures asked for."""
        self._marks = marks
        self._sides = sides
        self._library = library
        self._asked = frozenset(i for s in sides for i in s.ids)

    def of(self, side: Operand, figure: Figure) -> bool:
        """Return whether the words around a figure say that it is a side's, and not another's."""
        label = f"{figure.own} | {figure.behind[:_BEHIND]}"
        if side.aim is not bool(_AIM.search(label)):
            return False
        if side.plain:
            return not any(w in label for o in self._sides for w in o.words)
        if side.measures and not side.measures & {i for s in self._library.names.find(label) for i in _measure(s)}:
            return False
        if side.period and not self._of_time(side.period, figure):
            return False
        return self._of_whom(side, figure) if side.ids or side.words else True

    def _of_whom(self, side: Operand, figure: Figure) -> bool:
        """Whether a side is what a figure's sentence names last before it, or right behind it where nothing is named before."""
        text, at = fold(figure.sentence.text), figure.quantity.start
        entities = self._library.names.entities
        kinds = {entities[i].kind for i in side.ids}
        places = [(m.start, m.end, next((s for s in self._sides if m.entity in s.ids), None)) for m in figure.sentence.mentions if m.entity in self._asked or entities[m.entity].kind in kinds]
        for one in self._sides:
            places += [(m.start(), m.end(), one) for w in one.words for m in _places(w, text)]
        if not places:
            return bool(side.ids & set(figure.sentence.topics))
        if (listed := _listed(text, places, figure)) is not None:
            return listed is side
        begin = at - len(figure.own)
        before = sorted((p for p in places if p[1] <= at), key=lambda p: p[:2])  # two sides may be named alike
        behind = [p for p in places if figure.quantity.end <= p[0] < figure.quantity.end + min(len(figure.behind), _BEHIND)]
        if behind and not (before and before[-1][0] >= begin):
            return behind[0][2] is side
        if not before or before[-1][2] is not side:
            return False
        between = text[before[-1][1] : at]
        if not self._nearest(figure, before[-1][1]):
            return False
        return sum(1 if c > "\u2e80" else 0.5 for c in between) <= _REACH and not _STOP.search(between) and all(w in text for w in side.words)

    def _nearest(self, figure: Figure, since: int) -> bool:
        """Whether no other figure of the unit stands nearer to what a figure is told by, or its own words say what is asked."""
        nearer = (f for f in read(figure.sentence) if f.quantity.unit == figure.quantity.unit and since <= f.quantity.start < figure.quantity.start)
        return not any(nearer) or bool(self._marks & set(tokens(figure.own, self._library.names)))

    def _of_time(self, period: Period, figure: Figure) -> bool:
        times = [m for m in self._library.search.reading.periods(figure.sentence) if m.start < figure.quantity.start]
        if not times or not (same_period(period, times[-1].period) or same_period(times[-1].period, period)):
            return False
        return self._nearest(figure, times[-1].end)


def _listed(text: str, places: Sequence[tuple[int, int, Operand | None]], figure: Figure) -> Operand | None:
    """Whose a figure of a list is, of as many names before it: 甲和乙去年底門店分別為312家和148家."""
    mark = next((m for m in RESPECTIVELY.finditer(text) if m.end() <= figure.quantity.start), None)
    told = [f.quantity for f in read(figure.sentence)]
    run = next((r for r in runs(text, told) if any(told[i].start == figure.quantity.start for i in r)), None)
    if mark is None or run is None or told[run[0]].start < mark.end() or _STOP.search(text, mark.end(), told[run[0]].start):
        return None
    named = sorted({p[:2]: p for p in places if p[1] <= mark.start()}.values(), key=lambda p: p[:2])[-len(run) :]
    if len(named) != len(run) or _STOP.search(text, named[0][0], mark.start()):
        return None
    return next(p[2] for p, i in zip(named, run, strict=True) if told[i].start == figure.quantity.start)


def _places(word: str, text: str) -> list[re.Match[str]]:
    edge = ("(?<![a-z0-9])", "(?:e?s|e?d|ing)?(?![a-z0-9])") if word.isascii() else ("", "")
    return list(re.finditer(edge[0] + re.escape(word) + edge[1], text))
