"""The names of an archive by how they sound, look and are typed: what `kb.misspelt` looks candidates up in.

Every look-up is by dictionary, so that a hundred thousand names cost no more than a hundred. Names the
archive does not speak of are held too: they are never guessed at, but what is nearer to one of them is
no misspelling of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb import sounds
from kb.model import Entity
from kb.names import Names

LONGEST = 12  # characters of a Chinese name that is tried
_SHORT = 7  # letters; longer names are filed under three letters of either end, shorter ones under two
_LEAST_FILED = 5  # letters; shorter names are too near to everything
_GUESSED = frozenset(("company", "person", "product", "institution"))
_HAN = re.compile("[\u3400-\u9fff]")
_NO_LETTER = re.compile("[^a-z0-9]")
_TWO_SURNAME = frozenset("欧阳 司马 上官 诸葛 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 独孤 南宫 轩辕".split())

Table = defaultdict[str, list[str]]


def squeezed(text: str) -> str:
    """Return a folded text's letters and digits only."""
    return _NO_LETTER.sub("", text)


class Spellings:
    """Tables from a form to the keys of `names.keys` that have it. Made once; 2,000 names take a quarter second."""

    def __init__(self, names: Names, known: frozenset[str]) -> None:
        """Index all names of `names`; `known` are the entities the archive speaks of."""
        self._names = names
        self._known = known
        self.sound: Table = defaultdict(list)  # syllables with spaces, of Chinese names
        self.near: Table = defaultdict(list)
        self.pinyin: Table = defaultdict(list)  # the same without spaces; people's also surname last
        self.near_pinyin: Table = defaultdict(list)
        self.initials: Table = defaultdict(list)
        self.shapes: Table = defaultdict(list)
        self.shuffled: Table = defaultdict(list)  # its characters, sorted
        self.lacking: Table = defaultdict(list)  # one character inside left out
        self.starts: Table = defaultdict(list)  # its first two characters
        self.latin: Table = defaultdict(list)  # letters and digits
        self.parts: Table = defaultdict(list)  # the first word of a name, a person's last
        self._filed: Table = defaultdict(list)
        for key, terms in names.keys.items():
            kinds = {t.kind for t in terms if not t.weak}
            if "entity" in kinds and any(self._guessed(t.id) for t in terms):
                (self._add_latin if key.isascii() else self._add_han)(key)
            elif any(t.kind == "measure" for t in terms) and not key.isascii() and 2 <= len(key) <= LONGEST:
                self._add_sounds(key, han=False)

    def ids(self, key: str) -> tuple[str, ...]:
        """Return the entities of the archive that a key names."""
        return tuple(t.id for t in self._names.keys[key] if t.kind == "entity" and t.id in self._known)

    def measures(self, key: str) -> tuple[str, ...]:
        """Return the measures that a key names."""
        return tuple(t.id for t in self._names.keys[key] if t.kind == "measure")

    def entity(self, key: str) -> Entity | None:
        """Return the first entity a key names, known to the archive or not."""
        return next((self._names.entities[t.id] for t in self._names.keys[key] if t.kind == "entity"), None)

    def is_person(self, key: str) -> bool:
        """Whether a key is a person's name."""
        entity = self.entity(key)
        return entity is not None and entity.kind == "person"

    def is_short(self, key: str) -> bool:
        """Whether a key is listed as a company's short name, though an everyday word too."""
        return any(t.kind == "entity" for t in self._names.keys.get(key, ()))

    def _guessed(self, entity_id: str) -> bool:
        entity = self._names.entities.get(entity_id)
        return entity is not None and entity.kind in _GUESSED

    # ------------------------------------------------------------ filing
    def _add_han(self, key: str) -> None:
        if not 2 <= len(key) <= LONGEST:
            return
        self._add_sounds(key, han=True)
        if len(key) < 3:
            return
        self.shapes[sounds.shape(key)].append(key)
        self.shuffled["".join(sorted(key))].append(key)
        for i in range(len(key)):
            self.lacking[key[:i] + key[i + 1:]].append(key)
        if len(key) >= 4 and not self.is_person(key):
            self.starts[key[:2]].append(key)

    def _add_sounds(self, key: str, han: bool) -> None:
        for syllables in sounds.pinyin(key):
            spaced = " ".join(syllables)
            if han:
                self.sound[spaced].append(key)
                self.near[sounds.near(spaced)].append(key)
            for order in self._orders(key, syllables) if han else (syllables,):
                typed = "".join(order)
                self.pinyin[typed].append(key)
                self.near_pinyin[sounds.near(typed)].append(key)
                if han and len(typed) >= _LEAST_FILED:
                    self._file(typed)
            if han and len(syllables) >= 4 and _HAN.match(key[-1]):
                self.initials["".join(s[0] for s in syllables)].append(key)

    def _orders(self, key: str, syllables: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield syllables
        if self.is_person(key) and len(key) <= 4 and len(syllables) == len(key):
            cut = 2 if key[:2] in _TWO_SURNAME else 1
            yield (*syllables[cut:], *syllables[:cut])

    def _add_latin(self, key: str) -> None:
        letters = squeezed(key)
        if len(letters) < 4 or letters.isdigit():
            return
        self.latin[letters].append(key)
        if len(letters) >= _LEAST_FILED:
            self._file(letters)
        found = key.split()
        if len(found) == 2 and self.is_person(key):
            turned = squeezed(found[1] + found[0])
            self.latin[turned].append(key)
            self._file(turned)
        if len(found) > 1 and self.ids(key):
            self.parts[found[0]].append(key)
            if self.is_person(key) and not sounds.is_pinyin(letters):
                self.parts[found[-1]].append(key)  # a surname; Zhang and Wang say nothing

    def _file(self, letters: str) -> None:
        n = 2 if len(letters) <= _SHORT else 3
        self._filed["^" + letters[:n]].append(letters)
        self._filed[letters[-n:] + "$"].append(letters)

    # ------------------------------------------------------------ looking up
    def like(self, letters: str, most: int = 2) -> list[tuple[str, int]]:
        """Return (form, edits) of the names' forms within `most` edits that begin or end as `letters` does."""
        near: set[str] = set()
        for n in (2, 3):
            for shelf in ("^" + letters[:n], letters[-n:] + "$"):
                near.update(f for f in self._filed.get(shelf, ()) if abs(len(f) - len(letters)) <= most)
        found = process.extract(letters, sorted(near), scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(form, int(edits)) for form, edits, _ in found]

    def typed_as(self, form: str) -> list[str]:
        """Return the keys that a form of `like` stands for."""
        return [*self.latin.get(form, ()), *self.pinyin.get(form, ())]


@dataclass(frozen=True, slots=True)
class Guess:
    """folded[start:end] may mean `ids`, with `score` from 0 to 1 for how sure that is."""

    start: int
    end: int
    kind: str  # entity | measure
    ids: tuple[str, ...]
    score: float


def decide(tables: Spellings, start: int, end: int, found: list[tuple[float, str]], loose: bool = False) -> Guess | None:
    """Return the guess that the best of `found` (score, key) agree on; None when they differ or are unknown here.

    `loose`: several may share the best place, for asking back.
    """
    if not found:
        return None
    best = max(score for score, _ in found)
    keys = [key for score, key in found if score >= best - 0.015]
    groups = list(dict.fromkeys(tables.ids(k) for k in keys if tables.entity(k)))
    if not groups:
        measures = tuple(dict.fromkeys(m for k in keys for m in tables.measures(k)))
        return Guess(start, end, "measure", measures, best) if measures else None
    if () in groups and not loose:
        return None
    groups = [g for g in groups if g]
    if not groups:
        return None
    if len(groups) == 1:
        return Guess(start, end, "entity", groups[0], best)
    merged = tuple(dict.fromkeys(i for g in groups for i in g))
    return Guess(start, end, "entity", merged, min(best, 0.5) if not loose else best - 0.1)
