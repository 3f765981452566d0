"""The names and words an archive keeps, looked up by key: opening reads none of them, however many there are.

What was looked up is remembered within bounds, so that a sentence costs one look-up or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from kb.dictionary import MOST_CHARACTERS
from kb.discovery.elsewhere import full_names, stands_in
from kb.errors import ArchiveForeign
from kb.keys import Term, heads, inside_word, lengths_of
from kb.model import Entity
from kb.names import Found, Names
from kb.store import Archive

T = TypeVar("T")
_MOST_FORMS = 200_000  # of names, kept as numbers: about 8 megabytes
_KEPT = 20_000  # answers of each kind

# The marks of a word: a Chinese word of the dictionary of two to four characters, an English word of its glosses,
# mostly a verb, any word of the dictionary, a word that it writes with a capital.
ORDINARY, ENGLISH, VERB, LISTED, CAPITAL = 1, 2, 4, 8, 16


class Register:
    """The names and words of one archive. Belongs to one thread."""

    def __init__(self, archive: Archive) -> None:
        """Look up in `archive`."""
        self._archive = archive
        self.entities: Mapping[str, Entity] = _Entities(archive)
        self.known = Known(archive)
        self.ordinary, self.english, self.verbs = (self.marked(mark) for mark in (ORDINARY, ENGLISH, VERB))
        self._masks: dict[str, int] = {}
        self._bearers: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._marks: dict[str, int] = {}
        self._glosses: dict[str, list[str]] = {}
        self._forms: frozenset[int] = frozenset()

    # ------------------------------------------------------------ names that articles introduced
    def get(self, key: str) -> list[Term]:
        """Return whom a folded name names."""
        self.want((key,))
        return [Term("entity", i, weak) for i, weak in self._bearers[key]]

    def matches(self, folded: str) -> list[tuple[int, int, str]]:
        """Return (start, end, key) of the names that stand in `folded`."""
        begins = heads(folded)
        masks = _filled(self._masks, (begin for _, begin in begins), self._archive.name_lengths, 0)
        places = []
        for start, begin in begins:
            if mask := masks[begin]:
                ends = (start + n for n in lengths_of(mask))
                places += [(start, e, folded[start:e]) for e in ends if e <= len(folded) and not inside_word(folded, start, e)]
        self.want(key for _, _, key in places)
        return [place for place in places if self._bearers[place[2]]]

    def within(self, folded: str) -> list[Entity]:
        """Return whom the articles introduced and a folded text names in full: see `kb.discovery.elsewhere`."""
        ids = {t.id for _, _, key in self.matches(folded) for t in self.get(key) if not t.weak and t.id.startswith("found:")}
        named = (self.entities[i] for i in sorted(ids))
        return [e for e in named if any(stands_in(name, folded) for name in full_names(e))]

    def want(self, keys: Iterable[str]) -> None:
        """Look up names that will be asked for, all at once."""
        _filled(self._bearers, keys, self._archive.bearers, ())

    # ------------------------------------------------------------ words
    def marked(self, mark: int) -> _Marked:
        """Return the words that have a mark."""
        return _Marked(self, mark)

    def prepare(self, words: Iterable[str]) -> None:
        """Look many Chinese words up at once: cheaper than one by one."""
        self.marks(word for word in words if len(word) <= MOST_CHARACTERS)

    def marks(self, words: Iterable[str]) -> Mapping[str, int]:
        """Return the marks of words, 0 for one that has none."""
        return _filled(self._marks, words, self._archive.word_marks, 0)

    def glosses(self, key: str) -> list[str]:
        """Return what the dictionary has for a key: Chinese words for English stem(s), English keys for a Chinese word."""
        return self._glosses[key] if key in self._glosses else _filled(self._glosses, (key,), self._archive.glosses, [])[key]

    def spelled(self, forms: Iterable[str]) -> dict[str, list[str]]:
        """Return the keys that have each form (see `kb.spellings`), for the forms that any has."""
        return self._archive.spelled([form for form in forms if not self._forms or hash(form) in self._forms])

    def read_ahead(self) -> None:
        """Keep which forms there are, where they are not too many: few of those asked for are any name's."""
        self._forms = frozenset(map(hash, self._archive.forms(_MOST_FORMS)))


class _Marked:
    """The words that have a mark, as a container."""

    def __init__(self, register: Register, mark: int) -> None:
        self._register = register
        self._mark = mark

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if self._mark == ORDINARY and len(word) > MOST_CHARACTERS:
            return False
        return bool(self._register.marks((word,))[word] & self._mark)


class Known:
    """The ids of the entities that articles speak of."""

    def __init__(self, archive: Archive) -> None:
        """Look up in `archive`."""
        self._archive = archive
        self._seen: dict[str, bool] = {}

    def __contains__(self, entity: object) -> bool:
        if not isinstance(entity, str):
            return False
        return self._seen[entity] if entity in self._seen else _filled(self._seen, (entity,), self._archive.spoken_of, False)[entity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.known())


class _Entities(Mapping[str, Entity]):
    """Every entity by id."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._seen: dict[str, Entity | None] = {}

    def __getitem__(self, key: str) -> Entity:
        found = self._seen.get(key) or _filled(self._seen, (key,), self._archive.entities_of, None)[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.entity_ids())

    def __len__(self) -> int:
        return len(self._archive.entity_ids())


def archive_names(archive: Archive, entities: Mapping[str, Entity], found: Found | None = None) -> Names:
    """Return the names of the lexicon that an archive carries, with those in `found`."""
    kept = {part: archive.meta(f"lexicon {part}") for part in Names.PARTS}
    if None in kept.values():
        raise ArchiveForeign(f"{archive.path} was not made by `xinwen build`; build it anew.")
    return Names.opened({part: text or "" for part, text in kept.items()}, entities, found)


def _filled(
    seen: dict[str, T], wanted: Iterable[str], look_up: Callable[[Iterable[str]], Mapping[str, T]], absent: T
) -> dict[str, T]:
    """Return `seen` with everything `wanted` in it; what is not found is remembered as `absent`."""
    wanted = set(wanted)
    missing = {w for w in wanted if w not in seen}
    if missing:
        if len(seen) > _KEPT:
            seen.clear()
            missing = wanted
        found = look_up(missing)
        seen.update((w, found.get(w, absent)) for w in missing)
    return seen
