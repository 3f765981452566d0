"""Listings: things an article tells one after the other, each with a mark or a label of its own.

"一、內控失靈,罰480萬元。… 二、…", "600毫升:台灣49元,香港16港元", "1. Cut the waiting list. Cost: £24 million.", 其一,…其二,….
An item is a paragraph, or the part of one from its mark to the next; its figures stand in columns with those of the
others that are told in the same words or are the only ones of their unit. Changes stand in no column. Patterns are
matched against folded text. Leaves out rows in one sentence (`kb.breakdowns`), firms with known measures
(`kb.panels`) and what is asked (`bot.answers.listed`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from kb import lazy
from kb.enumerations import MOVED
from kb.model import Quantity
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_change

_ZH = "一二三四五六七八九"
_EN = ("first", "second", "third", "fourth", "fifth", "sixth")
_COUNTED_OFF = ("one", "two", "three", "four", "five", "six")
_MARK = lazy.compile(
    rf"(?:(?P<zh>[{_ZH}十])、|\((?P<in_zh>[{_ZH}十])\)|(?P<n>\d{{1,2}})(?:[.)](?!\d)|、)|\((?P<in_n>\d{{1,2}})\)|其(?P<q>[{_ZH}])(?:[,:、]|是)|第(?P<d>[{_ZH}])(?:[,:、]|[项条点种类](?:[,:、]|是|为))|(?P<s>[{_ZH}])(?:是|来,)"
    rf"|(?P<en>{'|'.join(_EN)})(?:ly)?,|(?P<off>{'|'.join(_COUNTED_OFF)}),)\s*"
)
_BEGINS = lazy.compile(r"(?:^|[;。:!?]\s?|\.\s|,\s?(?=[一二三四五六七八九]是|[(]))")
_LABEL = lazy.compile(r"[^,;。:!?]{1,40}?:\s?(?=\S)")
# What stands before a colon and is no label: who says something, what only leads up to a list.
_NO_LABEL = lazy.compile(r"[两三四五六七八九十\d]+[个种款项类家座条大][^:]*$|\b(?:two|three|four|five|six) [a-z]|(?:说|称|道|表示|指出|认为|问|答|记者|如下|包括|分别是?|例如|比如|来源|责任编辑|编辑|注|按)$|\b(?:said|says|asks?|asked|adds?|added|told|sources?|note|reporting|editing|editor|interview|q|a)$")
_ENDED = lazy.compile(r"[。.!?！？…」』”\"）)]$")
_LABEL_END = lazy.compile(r"[,;。:!?]|\.(?:\s|$)| [-–—] ")
_ASIDE = lazy.compile(r"\([^()]*\)")
_SENTENCE_END = lazy.compile(r"[。!?！？]|\.(?:\s|$)")
_BOUND = lazy.compile(r"[,;。:!?]|\.\s| and ")
_NEXT = lazy.compile(r"[,;。:!?]|\.(?:\s|$)")
_BARE = lazy.compile(r"[\s,;:、。()\"“”「」『』-]+|^(?:其中|和|与|及|约|近|达|为|是|则|而|and|a|the|of|at|about|up to)+|(?:约|近|达到?|为|是|逾|超过?|共|of|at|about|up to|to|was|is|are|were)$")
_GROWN = lazy.compile(r"(?:同比|环比|年|季|月)?(?:增长?|减少?|升|降|跌|涨|成长|下[滑降跌]|上[升涨])[^\d]{0,3}$|\b(?:up|down|rose|fell|grew|by|from)\s?[a-z]{0,7}\s?$")
_LEAST = 2


class Sentence(Protocol):
    """A sentence of an article, as it is stored."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def paragraph(self) -> int:
        """Which paragraph it stands in."""


class Told(NamedTuple):
    """A figure of an item."""

    quantity: Quantity
    words: str  # folded, that tell what it is: before it in its clause
    after: str  # folded, up to the end of its clause
    own: bool  # told in the item's first sentence


class Item(NamedTuple):
    """One of the things listed."""

    label: str  # as printed
    place: int  # by its mark, 0 where it has none
    text: str  # all that is told of it, as printed, without its mark
    opening: str  # its first sentence of it
    sentences: tuple[int, ...]
    figures: tuple[Told, ...]


class Column(NamedTuple):
    """Figures of one sort: of which item each is, by its number."""

    unit: str
    words: str
    figures: dict[int, Told]


class Listing(NamedTuple):
    """Things listed, two at least, and the sentence that leads up to them: -1 where none does."""

    items: tuple[Item, ...]
    lead: int
    columns: tuple[Column, ...] = ()
    before: str | None = None  # of rows in one sentence (`kb.listedrows`): its words before them


def read(sentences: Sequence[Sentence]) -> list[Listing]:
    """Return the listings of an article, in order."""
    paragraphs = [[i for i, _ in g] for _, g in groupby(enumerate(sentences), key=lambda s: s[1].paragraph)]
    out: list[Listing] = []
    run: list[_Found] = []
    for at in paragraphs:
        text = " ".join(sentences[i].text for i in at)
        inside = _inside(sentences, at)
        if inside:
            out += _listing(run)
            run = []
            out += _listing(inside)
            continue
        found = _opened(text, at)
        if found and run and not _goes_on(run, found):
            out += _listing(run)
            run = []
        if found:
            run.append(found)
        else:
            out += _listing(run)
            run = []
    return out + _listing(run)


class _Found(NamedTuple):
    """An item as it is found: by its mark or its label."""

    place: int
    label: str
    text: str
    at: tuple[int, ...]
    inside: int = -1  # the sentence it opens in, where several do in one paragraph


def _place(mark: re.Match[str]) -> int:
    said = next(g for g in mark.groups() if g)
    if said.isdigit():
        return int(said)
    if said in _COUNTED_OFF:
        return _COUNTED_OFF.index(said) + 1
    return _EN.index(said) + 1 if said in _EN else "一二三四五六七八九十".index(said) + 1


def _opened(text: str, at: Sequence[int]) -> _Found | None:
    """The item that a paragraph is, None where it has neither mark nor label."""
    folded = fold(text)
    if mark := _MARK.match(folded):
        rest = text[mark.end() :].strip()
        return _Found(_place(mark), _label(rest), rest, tuple(at)) if rest else None
    label = _LABEL.match(folded)
    if label and not _NO_LABEL.search(label.group().strip(" :")) and not folded[label.end() :].startswith(("“", '"', "「", "「")):
        return _Found(0, _shorn(text[: label.end()].rstrip(" :：")), text, tuple(at))
    if len(at) == 1 and not _ENDED.search(text.strip()) and not folded.rstrip().endswith(":") and amounts(text):
        return _Found(0, _label(text), text, tuple(at))
    return None


def _shorn(label: str) -> str:
    return label.strip(" *「」“”\"")


def _label(text: str) -> str:
    """What the words before the first stop call an item."""
    end = _LABEL_END.search(fold(text))
    return _shorn(text[: end.start()] if end else text)


def _goes_on(run: Sequence[_Found], found: _Found) -> bool:
    if found.place:
        return found.place == run[-1].place + 1
    return not run[-1].place and bool(_ENDED.search(found.text)) == bool(_ENDED.search(run[0].text))


def _inside(sentences: Sequence[Sentence], at: Sequence[int]) -> list[_Found]:
    """The items of one paragraph, each from its mark to the next: 其一,…;其二,…."""
    text = " ".join(sentences[i].text for i in at)
    folded = fold(text)
    if len(folded) != len(text):
        return []
    edges = [0]
    for i in at:
        edges.append(edges[-1] + len(sentences[i].text) + 1)
    marks: list[re.Match[str]] = []
    for begin in _BEGINS.finditer(folded):
        mark = _MARK.match(folded, begin.end())
        if mark and _place(mark) == len(marks) + 1 and (not marks or mark.lastgroup == marks[0].lastgroup):
            marks.append(mark)
    if len(marks) < _LEAST:
        return []
    out = []
    for mark, after in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        part = text[mark.end() : after].strip(" ;；,，")
        within = tuple(i for n, i in enumerate(at) if edges[n] < after and edges[n + 1] > mark.start())
        out.append(_Found(_place(mark), _label(part), part, within, within[0]))
    return out


def _listing(run: Sequence[_Found]) -> list[Listing]:
    """The listing that a run of items is: marks that begin with the first, labels that all differ."""
    if len(run) < _LEAST or run[0].place > 1:
        return []
    if len({fold(f.label) for f in run}) < len(run):
        return []
    items = tuple(_item(f) for f in run)
    first = run[0].at[0]
    lead = run[0].inside if run[0].inside >= 0 else first - 1
    return [Listing(items, lead, tuple(columns(items)))]


def item(label: str, text: str, at: tuple[int, ...]) -> Item:
    """Return the item of a label with all that is told of it."""
    return _item(_Found(1, label, text, at))


def _item(found: _Found) -> Item:
    ends = _SENTENCE_END.search(found.text)
    opening = found.text[: ends.end()].strip() if ends else found.text
    figures = []
    folded = fold(found.text)
    last = 0
    start = len(found.label) if not found.place and folded.startswith(fold(found.label)) else 0
    for q in amounts(found.text):
        if q.start < start:
            continue
        bound = max((m.end() for m in _BOUND.finditer(folded, 0, q.start)), default=0)
        words = folded[max(bound, last) : q.start]
        stop = _NEXT.search(folded, q.end)
        earlier = folded[:bound].rstrip(" :")
        if not _BARE.sub("", words) and folded[:bound].rstrip().endswith(":"):
            words = _NEXT.split(earlier)[-1]  # "Cost: £24 million"
            words = "" if fold(found.label) in words or words.strip() in fold(found.label) else words
        figures.append(Told(q, words.strip(), folded[q.end : stop.start() if stop else len(folded)].strip(), q.start < len(opening)))
        last = q.end
    return Item(found.label, found.place, found.text, opening, found.at, tuple(figures))


def columns(items: Sequence[Item]) -> list[Column]:
    """The figures that are told of several items in the same words, and those that are the only ones of their unit."""
    by_words: dict[tuple[str, str], dict[int, Told]] = {}
    for n, item in enumerate(items):
        for told in item.figures:
            if not _is_change(told):
                by_words.setdefault((told.quantity.unit, _key(told)), {}).setdefault(n, told)
    out = [Column(unit, words, figures) for (unit, words), figures in by_words.items() if len(figures) > 1]
    for unit in dict.fromkeys(u for u, _ in by_words):
        own = [[t for t in item.figures if t.own and t.quantity.unit == unit and not _is_change(t)] for item in items]
        if all(len(x) == 1 for x in own) and not any(c.unit == unit and len(c.figures) == len(items) for c in out):
            column = {n: x[0] for n, x in enumerate(own)}
            out = [c for c in out if c.unit != unit or any(column.get(n) is not t for n, t in c.figures.items())]
            out.append(Column(unit, " ".join(dict.fromkeys(_key(t) for t in column.values())), column))
    return out


def _key(told: Told) -> str:
    return _BARE.sub("", _ASIDE.sub("", told.words)) or ("\n" + told.after.split(" ")[0] if told.quantity.unit in ("", "個") else "")


def _is_change(told: Told) -> bool:
    return bool(MOVED.search(told.words)) or (is_change(told.quantity.unit) and bool(_GROWN.search(told.words)))
