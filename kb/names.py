"""Which names and terms does a text speak of? Exact, alias, ticker, and inflected English.

Names and terms are compared in folded form; English terms of several words are also found by their stems, so
that "mass-produced" meets "mass production". Longest match wins. Misspellings are the business of `kb.misspelt`.

The lexicon's names are held in memory. Names that articles introduced may be a million, and stay in the archive:
see `kb.register`.
"""

from __future__ import annotations

import json
from collections import ChainMap, OrderedDict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import Protocol, cast

from kb import lazy, sounds, trims
from kb.keys import Keys, Term
from kb.model import Entity
from kb.romanised import romanised
from kb.text import HAN_ONE, fold, stem, words
from kb.vocabulary import Concept, Lexicon, Measure, last_names, short_names, ticker_forms, worded_elsewhere

_KIND_ORDER = {"entity": 0, "measure": 1, "concept": 2}
_MODEL = lazy.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}")  # the H2 of "Heron H2"
_BRACKETS = lazy.compile(r"\([^()]*\)")
_MOST_WORDS = 6  # the longest English term, in words
# What ends a commoner word with the character before it begins no term: 目前|員工, 下載最快|多少.
_GROWS = frozenset("得大到高出")  # 会|长得快
_INSIDE_NUMBER = lazy.compile(r"\d[.,]$")  # 21.3m passengers: no 3M
_ENDS_BEFORE = {"前": frozenset("目之以此先"), "快": frozenset("最更")}
_AMONG = lazy.compile("其中国[际内防有产债外企营资]")  # 其中國際旅客: among them
_WHOLE_NAME = 3  # characters of a name that terms cannot cut
_KEPT = 1024  # texts whose names are remembered: the same sentence is read for its figures and for its search terms


@dataclass(frozen=True, slots=True)
class Span:
    """A name or term at folded[start:end]. Several `ids` when a short name belongs to several companies."""

    start: int
    end: int
    kind: str  # entity | measure | concept
    ids: tuple[str, ...]
    weak: bool = False
    also: tuple[tuple[str, str], ...] = ()  # what else these words mean: (kind, id)


Meaning = tuple[str, tuple[str, ...], bool, tuple[tuple[str, str], ...]]  # of a `Span`: all but its place


class Found(Protocol):
    """Names that articles introduced, kept elsewhere: `kb.register.Register` is one."""

    def get(self, key: str) -> list[Term]:
        """Return whom a folded name names."""
        ...

    def matches(self, folded: str) -> list[tuple[int, int, str]]:
        """Return (start, end, key) of the names that stand in `folded`."""
        ...

    def want(self, keys: Iterable[str]) -> None:
        """Look up names that will be asked for, all at once."""
        ...


_NUMBERED = lazy.compile("(?P<stem>[\u3400-\u9fff]{2,5}?)(?:(?P<number>[一二三四五六七八九十]|[0-9a-z]{1,4})号?)")
_DIGITS = {numeral: str(i) for i, numeral in enumerate("一二三四五六七八九十", 1)}


class _Entities(ChainMap[str, Entity]):
    """Those of the article being read, then all others; quicker than its base, being asked so often."""

    def __getitem__(self, key: str) -> Entity:
        local, own = self.maps
        return local.get(key) or own[key]


class Names:
    """All names and terms of a lexicon, and of entities found in articles."""

    PARTS = ("keys", "stems", "measures", "concepts", "makers", "most words")  # of `to_json`

    def __init__(
        self, lexicon: Lexicon, found: Iterable[Entity] = (), ordinary: frozenset[str] = frozenset()
    ) -> None:
        """Index the lexicon and `found` entities; shortened names in `ordinary` (folded words) are left out."""
        self.keys = Keys()
        self._stems = Keys()
        self._most_words: dict[str, int] = {}  # first stem -> words of the longest term that begins so
        self._own: dict[str, Entity] = {}
        self._local: dict[str, Entity] = {}
        self.entities: Mapping[str, Entity] = _Entities(self._local, self._own)
        self.measures = {m.id: m for m in lexicon.measures}
        self.concepts = {c.id: c for c in lexicon.concepts}
        self.makers = lexicon.makers
        self._found: Found | None = None
        self._forget()
        for entity in lexicon.entities:
            self.add_entity(entity, lexicon.weak_names.get(entity.id, ()))
        for measure in lexicon.measures:
            for term in (*measure.terms, *measure.weak):
                self._add(term, Term("measure", measure.id, term in measure.weak))
        for concept in lexicon.concepts:
            for name in concept.terms:
                self._add(name, Term("concept", concept.id, False))
        for entity in found:
            self.add_entity(entity, (), ordinary)

    def to_json(self) -> dict[str, str]:
        """Return what `opened` needs, as JSON by name: all of the lexicon but its entities."""
        kept = {
            "measures": [asdict(m) for m in self.measures.values()],
            "concepts": {c.id: c.group for c in self.concepts.values()},
            "makers": self.makers,
            "most words": self._most_words,
        }
        return {
            "keys": self.keys.to_json(),
            "stems": self._stems.to_json(),
            **{name: json.dumps(value, ensure_ascii=False) for name, value in kept.items()},
        }

    @classmethod
    def opened(cls, kept: Mapping[str, str], entities: Mapping[str, Entity], found: Found | None = None) -> Names:
        """Return what `to_json` wrote, with the names in `found` besides; quick, and nothing can be added.

        `entities` are those of the lexicon and of `found`.
        """
        names = cls.__new__(cls)
        names.keys, names._stems = Keys.from_json(kept["keys"]), Keys.from_json(kept["stems"])
        names.measures = {m["id"]: Measure.of(m) for m in json.loads(kept["measures"])}
        names.concepts = {i: Concept(i, (), group) for i, group in json.loads(kept["concepts"]).items()}
        names.makers, names._most_words = json.loads(kept["makers"]), json.loads(kept["most words"])
        names._own, names._local = {}, {}
        names.entities = _Entities(names._local, cast("dict[str, Entity]", entities))  # only ever read
        names._found = found
        names._forget()
        return names

    def add_entity(self, entity: Entity, weak: Iterable[str] = (), ordinary: frozenset[str] = frozenset()) -> None:
        """Index one more entity with all its names, tickers and shortened names."""
        self._own[entity.id] = entity
        for key, term in self.forms(entity, weak, ordinary):
            self.keys.add(key, term)
        self._forget()

    def introduce(self, entities: Iterable[Entity]) -> None:
        """Know these entities by their ids only, and until the next call."""
        self._local.clear()
        self._local.update((e.id, e) for e in entities)

    def forms(
        self, entity: Entity, weak: Iterable[str] = (), ordinary: Container[str] = frozenset()
    ) -> Iterator[tuple[str, Term]]:
        """Yield the keys of an entity: its names, tickers and shortened names, folded.

        A shortened name is none that is in `ordinary` or a term of the lexicon.
        """
        strong, unsure = Term("entity", entity.id, False), Term("entity", entity.id, True)
        own = list(dict.fromkeys((*entity.names.values(), *entity.aliases)))
        yield from _keyed(own, strong)
        yield from _keyed(weak, unsure)
        if entity.kind == "product":
            models = ((name, name.rpartition(" ")[2]) for name in own)
            yield from _keyed((m for name, m in models if m != name and _MODEL.fullmatch(m)), unsure)
            yield from _keyed((form for name in own for form in (*_with_digits(fold(name)), *trims.spellings(fold(name)))), strong)
        yield from _keyed((form for ticker in entity.tickers for form in ticker_forms(ticker)), strong)
        if entity.id.startswith("found:"):  # the lexicon lists its short names itself
            yield from _keyed((other for name in own for other in worded_elsewhere(fold(name))), strong)
            yield from _keyed(romanised(entity), strong)
            for key, term in _keyed((*short_names(entity), *last_names(entity)), strong):
                if key not in ordinary and all(t.kind == "entity" for t in self.keys.get(key)):
                    yield key, term

    def _add(self, name: str, term: Term) -> None:
        for key, _ in _keyed((name,), term):
            self.keys.add(key, term)
            if key.isascii():
                stems = " ".join(stem(w) for _, _, w in words(key))
                if stems and key != "billings":  # a bill is none
                    self._stems.add(stems, term)
                    first = stems.partition(" ")[0]
                    self._most_words[first] = max(self._most_words.get(first, 0), min(_MOST_WORDS, stems.count(" ") + 1))

    def terms(self, key: str) -> list[Term]:
        """Return everything a folded name or term means."""
        terms = self.keys.get(key)
        return [*terms, *self._found.get(key)] if self._found else terms

    def find(self, folded: str) -> list[Span]:
        """Return the names and terms of a folded text, left to right, longest first, none overlapping."""
        return list(self._found_in(folded)[1])

    def find_with_heads(self, folded: str) -> tuple[list[Span], list[Span]]:
        """Return what `find` does, and the concepts that longer terms begin with: 電池 in 電池容量, or a name cuts: 群嶺證券分析師.

        Only beginnings of half the length or more: what a compound ends in it may deny (未獲|批准, 副|總裁).
        """
        spans, chosen = self._found_in(folded)
        longer = {s.start: s.end for s in chosen if s.kind != "entity"}
        heads = [
            s
            for s in spans
            if s.kind == "concept"
            and s.end < longer.get(s.start, 0)
            and 2 * _size(folded[s.start : s.end]) >= _size(folded[s.start : longer[s.start]])
        ]
        names = _whole_names(chosen)
        cut = [s for s in spans if s.kind == "concept" and any(n.start < s.start < n.end < s.end for n in names)]
        return list(chosen), [*heads, *cut]

    def _found_in(self, folded: str) -> tuple[list[Span], list[Span]]:
        """Every name and term of a folded text, overlapping ones too, and those that `find` returns."""
        found = self._read.get(folded)
        if found is None:
            spans = self._all(folded)
            found = self._read[folded] = spans, longest(self._uncut(spans, folded))
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return found

    def _uncut(self, spans: Sequence[Span], folded: str) -> Sequence[Span]:
        """The spans without English concepts that begin inside a sum and go on: the loss widened of "net loss widened" is a net loss."""
        sums = [s for s in spans if s.kind == "measure" and not s.weak and folded[s.start : s.end].isascii() and self.measures[s.ids[0]].unit == "money"]
        return [s for s in spans if s.kind != "concept" or not any(m.start < s.start < m.end < s.end for m in sums)] if sums else spans

    def _all(self, folded: str) -> list[Span]:
        exact = list(dict.fromkeys([*self._matches(folded), *self._spaced(folded)]))
        if self._found:
            self._found.want(key for _, _, key in exact if key not in self._meanings)
        spans = [Span(a, b, *self._meaning(key)) for a, b, key in exact if not (key[0] in "年季月" and _dated(folded, a)) and not (key[0].isdecimal() and _INSIDE_NUMBER.search(folded, 0, a)) and not (key == "中国" and _AMONG.match(folded, a - 1)) and folded[a - 1 : a] not in _ENDS_BEFORE.get(key[0], ()) and not (key == "会长" and folded[b : b + 1] in _GROWS) and not (key[-1] == "为" and _WHY.match(folded, b) and any(s < a < e == b - 1 for s, e, _ in exact))]
        return [*spans, *self._inflected(folded)]

    def _matches(self, folded: str) -> list[tuple[int, int, str]]:
        """Where the keys of the lexicon and of the archive stand in a text."""
        return [*self.keys.matches(folded), *(self._found.matches(folded) if self._found else ())]

    def _spaced(self, folded: str) -> list[tuple[int, int, str]]:
        """Where keys stand that a text spaces as many publishers do, Latin letters apart from Chinese ones: AI 晶片 is AI晶片."""
        spaces = {m.start() for m in _SPACE_BETWEEN.finditer(folded)}
        if not spaces:
            return []
        kept = [i for i in range(len(folded)) if i not in spaces]
        found = self._matches("".join(folded[i] for i in kept))
        placed = ((kept[a], kept[b - 1] + 1, key) for a, b, key in found)
        return [(a, b, key) for a, b, key in placed if b - a > len(key)]

    def _meaning(self, key: str) -> Meaning:
        meaning = self._meanings.get(key)
        if meaning is None:
            if len(self._meanings) > 100 * _KEPT:
                self._meanings.clear()
            meaning = self._meanings[key] = _meaning(self.terms(key))
        return meaning

    def _inflected(self, folded: str) -> list[Span]:
        found = words(folded)
        stems = [stem(w) for _, _, w in found]
        known = self._stems.all()
        out = []
        for i, most in enumerate(map(self._most_words.get, stems)):
            for n in range(1, min(most or 0, len(found) - i) + 1):
                between = folded[found[i + n - 2][1] : found[i + n - 1][0]] if n > 1 else ""
                if not between.isascii() and HAN_ONE.search(_BRACKETS.sub("", between)):
                    break  # "replaced 霍景臣 as" is no "replaced as"; "attributable (歸母) net loss" is one term
                key = " ".join(stems[i : i + n])
                if key in known:
                    out.append(Span(found[i][0], found[i + n - 1][1], *self._stemmed(key)))
        return out

    def _stemmed(self, stems: str) -> Meaning:
        meaning = self._stem_meanings.get(stems)
        if meaning is None:
            meaning = self._stem_meanings[stems] = _meaning(self._stems.get(stems))
        return meaning

    def _forget(self) -> None:
        self._read: OrderedDict[str, tuple[list[Span], list[Span]]] = OrderedDict()
        self._meanings: dict[str, Meaning] = {}
        self._stem_meanings: dict[str, Meaning] = {}
_WHY = lazy.compile("什么|何|啥")  # 货运收入|为什么: what ends in 为 has none of that word
_SPACE_BETWEEN = lazy.compile("(?<=[a-z0-9]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=[a-z0-9])")
_DATES = {"年": "半全今去明前本当", "季": "当本上次首末前一二三四", "月": "当本上次十一二三四五六七八九"}  # what stands before the end of a period


def _with_digits(name: str) -> Iterator[str]:
    """How a numbered product is written otherwise: 鯤翎一號 as kunling-1 and 鲲翎1号."""
    match = _NUMBERED.fullmatch(name)
    if match:
        number = _DIGITS.get(match["number"], match["number"])
        letters = "".join(next(iter(sounds.pinyin(match["stem"])), ()))
        yield from (f"{letters}{between}{number}" for between in ("-", " ", ""))
        yield f"{match['stem']}{number}号"


def _keyed(names: Iterable[str], term: Term) -> Iterator[tuple[str, Term]]:
    for name in names:
        key = fold(name).strip()
        if key:
            yield key, term


def _meaning(terms: Sequence[Term]) -> Meaning:
    meant = [t for t in terms if not t.weak or t.kind == "measure"] or terms  # a weak name is a word first
    kind = min((t.kind for t in meant), key=_KIND_ORDER.__getitem__)
    of_kind = [t for t in meant if t.kind == kind]
    chosen = tuple(t.id for t in [t for t in of_kind if not t.weak] or of_kind)
    also = tuple((t.kind, t.id) for t in terms if t.kind != kind or t.id not in chosen)
    return kind, chosen, all(t.weak for t in of_kind), also


def _dated(folded: str, start: int) -> bool:
    """Whether the 年, 季 or 月 at `start` ends a period: 2024年收入, 當季營收."""
    return start > 0 and (folded[start - 1].isdigit() or folded[start - 1] in _DATES[folded[start]])


def _size(term: str) -> int:
    """How long a term is: English in words, Chinese in characters."""
    return len(term.split()) if term.isascii() else len(term)


def longest(spans: Sequence[Span]) -> list[Span]:
    """Keep the longest of overlapping spans; of equals a name before a measure before a concept.

    A name that an article introduced gives way to no term that begins inside it: 群嶺證券|分析師.
    """
    if len(spans) < 2:
        return list(spans)
    if names := _whole_names(spans):
        spans = [s for s in spans if s.kind == "entity" or not any(n.start < s.start < n.end < s.end for n in names)]
    taken: list[Span] = []
    used = bytearray(max(s.end for s in spans))
    for span in sorted(spans, key=_order):
        start, end = span.start, span.end
        if not used.count(1, start, end):
            used[start:end] = b"\x01" * (end - start)
            taken.append(span)
    return sorted(taken, key=attrgetter("start"))


def _whole_names(spans: Sequence[Span]) -> list[Span]:
    """The names that terms cannot cut."""
    return [s for s in spans if s.kind == "entity" and not s.weak and s.end - s.start >= _WHOLE_NAME and s.ids[0].startswith("found:")]


def _order(span: Span) -> tuple[int, bool, int, int]:
    return span.start - span.end, span.weak, _KIND_ORDER[span.kind], span.start
