"""Every disagreement an archive holds, for its owner: what kind, about what, who says which, and when.

Only what cannot be explained is listed (see `bot.disagreement`). An event that happens again and again, an
announcement or a launch, must be the same one: its sentences must name the same object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from bot import figures
from bot.answers.passages import Passages
from bot.disagreement import SHOWN, Kind, Said, alike, compare, compare_dates, later, said
from bot.evidence import Evidence
from bot.versions import Versions
from kb import events, lazy
from kb.claims import Claim
from kb.library import Library
from kb.rows import StoredFact, StoredSentence
from kb.text import bigrams, fold

_ONCE = ("founding-date", "listing-date", "birth-date")  # what happens once; all other events may happen again
_SAME_THING = 0.5  # of the words two sentences must share to speak of one event or one state
_OPPOSITE = {"growth": "decline", "increase": "decrease", "narrowing": "widening"}
_LATIN = lazy.compile(r"[a-z0-9]+")
_OBJECT = 32  # characters after a verb that say what was announced


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says: its publisher and date, and the words."""

    publisher: str
    published: str | None
    said: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources or more that say different things: of what, of what kind, and which."""

    kind: Kind
    subject: str
    about: str
    versions: tuple[Version, ...]


class Survey:
    """Goes through one archive as an asker of one language sees it."""

    def __init__(self, library: Library, lang: str) -> None:
        """Survey `library`; of each article the edition nearest to `lang`."""
        self.evidence = Evidence(library, lang)
        self._versions = Versions(self.evidence, Passages(self.evidence))
        self._library = library

    def all(self) -> list[Disagreement]:
        """Return every disagreement: figures, dates, names, then what is said in words."""
        return [*self._figures(), *self._names(), *self._claims()]

    # ------------------------------------------------------------ figures and dates
    def _figures(self) -> Iterator[Disagreement]:
        facts = [f for f in self._library.archive.facts() if f.article_id in self.evidence.visible]
        facts = [f for f in facts if f.quantity.unit != "code"]
        for _, group in groupby(sorted(facts, key=_thing), key=_thing):
            yield from self._of_one_thing(list(group))

    def _of_one_thing(self, facts: Sequence[StoredFact]) -> Iterator[Disagreement]:
        """Disagreements over one measure of one subject, each told once with every version."""
        pairs = [
            (kind, a, b)
            for a, b in combinations(map(self._said, facts), 2)
            if a.source != b.source and (kind := self._kind(a, b)) in SHOWN
        ]
        pairs = [p for p in pairs if not any(self._settled(x, y, facts) for x, y in (p[1:], p[:0:-1]))]
        for key, same in groupby(sorted(pairs, key=_place), key=_place):
            told = list(same)
            versions = {self._version(s) for _, a, b in told for s in (a, b)}
            first = told[0][1].fact
            when = figures.period(first.period, self.evidence.lang) if first.quantity.unit != "date" else ""
            about = " ".join(x for x in (when, self.evidence.label(first.measure)) if x)
            yield Disagreement(key[0], self.evidence.name(first.subject), about, _in_order(versions))

    def _settled(self, a: Said, b: Said, facts: Sequence[StoredFact]) -> bool:
        """Whether the source of `a` gives what `b` says too, finer or otherwise: then it knows both."""
        return any(
            self._said(f).source == a.source and f.quantity.unit == "date" and compare_dates(self._said(f), b) == Kind.SAME
            for f in facts
        ) and a.fact.measure not in _ONCE

    def _said(self, fact: StoredFact) -> Said:
        return said(self.evidence, fact)

    def _kind(self, a: Said, b: Said) -> Kind:
        if a.fact.quantity.unit == "date":
            same = a.fact.measure in _ONCE or alike_object(a, b) >= _SAME_THING
            return compare_dates(a, b) if same else Kind.DEFINITION
        if _OPPOSITE.get(a.fact.aspect) == b.fact.aspect or _OPPOSITE.get(b.fact.aspect) == a.fact.aspect:
            same = a.fact.period is not None and b.fact.period is not None and compare_periods(a, b)
            return Kind.CONTRADICTION if same else Kind.PERIOD
        kind = compare(a, b)
        if kind in SHOWN and a.fact.period is None and alike(fold(a.text), fold(b.text)) < _SAME_THING:
            return Kind.DEFINITION
        return kind

    def _version(self, said: Said) -> Version:
        fact = said.fact
        shown = (
            figures.date(fact.period, self.evidence.lang)
            if fact.quantity.unit == "date" and fact.period
            else figures.show(fact.quantity, self.evidence.lang)
        )
        return Version(self.evidence.publisher(fact.article_id), said.published, shown)

    # ------------------------------------------------------------ names and words
    def _names(self) -> Iterator[Disagreement]:
        """People and products whose Chinese name two sources write differently; a short form is no other name."""
        for entity, known in sorted(self._library.names.entities.items()):
            if known.kind not in ("person", "product") or entity not in self._library.known:
                continue
            written: dict[str, tuple[StoredSentence, str]] = {}  # folded -> where, and as printed
            for key in self._library.archive.sentences_naming(entity):
                sentence = self._library.search.load(key)
                for mention in sentence.mentions if sentence.article_id in self.evidence.visible else ():
                    text = sentence.text[mention.start : mention.end]
                    if mention.entity == entity and not text.isascii():
                        written.setdefault(fold(text), (sentence, text))
            names = [n for n in written if not any(n != m and m in n for m in written)]  # the short ones
            shared = any(_one_name(a, b) for a, b in combinations(names, 2))
            if not shared and len({self._versions.source(written[n][0]) for n in names}) > 1:
                versions = {self._quoted(*written[n]) for n in names}
                yield Disagreement(Kind.CONTRADICTION, self.evidence.name(entity), "name", _in_order(versions))

    def _claims(self) -> Iterator[Disagreement]:
        """What one source affirms and another denies, has as done and as yet to come, counts and counts beyond."""
        claimed: dict[tuple[str, str], list[tuple[Claim, StoredSentence]]] = {}
        for article in sorted(self.evidence.visible):
            for sentence in self._library.archive.sentences_of_article(article):
                for claim in self._versions.claims(sentence):
                    for entity in sentence.topics:
                        claimed.setdefault((entity, claim.topic), []).append((claim, sentence))
        told: dict[tuple[str, str], list[tuple[Claim, StoredSentence]]] = {}
        for claims in claimed.values():
            for (a, s), (b, t) in combinations(claims, 2):
                if self._versions.source(s) != self._versions.source(t) and self._versions.opposed(a, s, b, t):
                    told.setdefault((self._whom(a, s, b, t), a.topic), []).extend(((a, s), (b, t)))
        for (about, topic), pairs in told.items():
            first = {self._versions.source(s): (c, s) for c, s in reversed(pairs)}  # one version a source
            versions = {self._quoted(s, s.text[c.start : c.end].strip(" ,，。;；")) for c, s in first.values()}
            dates = [self._library.articles[s.article_id].published for _, s in pairs]
            sides = {c.side for c, _ in pairs}
            dated = len({d for d in dates if d}) > 1 and any(later(x, y) for x in dates for y in dates)
            kind = Kind.REVISION if sides == {"done", "coming"} or dated else Kind.CONTRADICTION
            label = self.evidence.label(topic) if topic in self._library.names.measures else topic.replace(":", " of ")
            yield Disagreement(kind, about, label, _in_order(versions))

    def _whom(self, a: Claim, s: StoredSentence, b: Claim, t: StoredSentence) -> str:
        """Of whom both sentences speak."""
        entities = self._library.names.entities
        both = [x for x in s.topics if x in t.topics]
        named = {m.entity for c, x in ((a, s), (b, t)) if c.side == "coming" for m in x.mentions if c.start <= m.start < c.end}
        both = [x for x in both if not named or x in named]
        firms = [x for x in both if entities[x].kind == "company"] or both
        return self.evidence.name(firms[0]) if firms else ""

    def _quoted(self, sentence: StoredSentence, words: str) -> Version:
        article = self._library.articles[sentence.article_id]
        return Version(self.evidence.publisher(article.id), article.published, self.evidence.quote(words))


def alike_object(a: Said, b: Said) -> float:
    """Return how much two announcements have the same object: what follows the verb."""
    x, y = _object_of(a), _object_of(b)
    return alike(x, y) if x and y else 0.0


def compare_periods(a: Said, b: Said) -> bool:
    """Return whether two facts are of the same days."""
    x, y = a.fact.period, b.fact.period
    return x is not None and y is not None and (x.start, x.end) == (y.start, y.end)


def _object_of(said: Said) -> str:
    """What follows the verb of an event: 2025年度業績預告."""
    folded = fold(said.text)
    verb = next((e.verbs for e in events.events() if e.id == said.fact.measure), None)
    found = list(verb.finditer(folded)) if verb else []
    behind = [m for m in found if m.start() >= said.fact.quantity.start]
    near = behind[0] if behind else found[-1] if found else None
    rest = folded[near.end() : near.end() + _OBJECT].strip(" 《「“\"'") if near else ""
    return re.split(r"[,;。》」”]", rest)[0]


def _one_name(a: str, b: str) -> bool:
    """Whether two folded spellings share what makes them one name: its Latin part, or most of its characters."""
    latin = set(_LATIN.findall(a)) & set(_LATIN.findall(b))
    x, y = _LATIN.sub("", a), _LATIN.sub("", b)
    return bool(latin) or x in y or y in x or (len(x) != len(y) and bool(set(bigrams(x)) & set(bigrams(y))))


def _thing(fact: StoredFact) -> tuple[str, str, str]:
    """What a fact is of: subject, measure, and days; of events the days are what may differ."""
    dated = fact.quantity.unit == "date"
    return fact.subject, fact.measure, "" if dated or fact.period is None else fact.period.start + fact.period.end


def _place(pair: tuple[Kind, Said, Said]) -> tuple[Kind, str, str]:
    period = pair[1].fact.period
    dated = pair[1].fact.quantity.unit == "date"
    return pair[0], pair[1].fact.aspect, "" if period is None or dated else period.start + period.end


def _in_order(versions: set[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda v: (v.published or "", v.publisher, v.said)))
