"""The names of an archive by how they sound, look and are typed: what `kb.misspelt` looks candidates up in.

A *form* is a mark that tells what kind of likeness it stands for, and the text that is alike. Every name has
some ten to thirty; they are made once and kept in the archive, where each is found by key, so that a hundred
thousand names cost no more than a hundred. Names the archive does not speak of are held too: they are never
guessed at, but what is nearer to one of them is no misspelling of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kb import lazy, likeness, sounds, trades
from kb.discovery.endings import CHAIN
from kb.keys import Term
from kb.model import Entity
from kb.names import Names
from kb.text import HAN_ONE

LONGEST = 12  # characters of a Chinese name that is tried
_SHORT = 7  # letters; longer names are filed under three letters of either end, shorter ones under two
_LEAST_FILED = 5  # letters; shorter names are too near to everything
_MOST_EDITS = 2
_LEAST_OWN, _LEAST_CUT = 2, 4  # characters of a company's own part, and of a name that is cut to them
_MOST_READ = 2  # ways to read what is a company's own
_KEPT = 50_000  # forms looked up
_GUESSED = frozenset(("company", "person", "product", "institution"))
_NO_LETTER = lazy.compile("[^a-z0-9]")
# What an office or association is called by begins with its place, which is no name for it: 廣澤地產建設商會 is not 廣澤.
_OFFICE = lazy.compile(r"(?:局|署|厅|委员会|协会|商会|工会|公会|学会|联合会|促进会|海关|法院)$|\b(?:authority|agency|commission|council|bureau|ministry|association|federation|court|customs|chamber of commerce)$")
_TWO_SURNAME = frozenset("欧阳 司马 上官 诸葛 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 独孤 南宫 轩辕".split())

# The marks of forms. Of Chinese names:
NEAR = "n"  # syllables with spaces, in sounds that many do not tell apart
PINYIN = "p"  # syllables without spaces, of people also with the surname last
NEAR_PINYIN = "q"
INITIALS = "i"
SHAPE = "h"  # as it looks
SHUFFLED = "x"  # its characters, sorted
LACKING = "l"  # one character left out
START = "b"  # its first two characters
OWN = "c"  # of a company what is its own in pinyin, alone and with its trade in English: yilan, yilandisplay
# Of names in Latin letters:
LATIN = "e"  # letters and digits
SPOKEN = "s"  # as it is said: see `kb.sounds.spoken`
PART = "w"  # the first word of a name, a person's last
_TYPED = (LATIN, PINYIN, OWN)  # what slips of the fingers are looked for in
_FILED = "^"  # how it begins or ends, and how long it is: kept with the letters themselves instead of the name

LookUp = Callable[[Iterable[str]], Mapping[str, Sequence[str]]]


def squeezed(text: str) -> str:
    """Return a folded text's letters and digits only."""
    return _NO_LETTER.sub("", text)


# ---------------------------------------------------------------- making forms
def kind_of(terms: Sequence[Term], entities: Mapping[str, Entity]) -> str:
    """Return what a key is misspelt as: "person", "company", "name", "measure", or "" if as nothing.

    A company of the lexicon is but a name: its English names are listed.
    """
    named = [entities[t.id] for t in terms if t.kind == "entity"]
    if any(t.kind == "entity" and not t.weak for t in terms) and any(e.kind in _GUESSED for e in named):
        kind = named[0].kind
        return kind if kind == "person" or (kind == "company" and named[0].id.startswith("found:")) else "name"
    return "measure" if any(t.kind == "measure" for t in terms) else ""


def forms(key: str, kind: str) -> set[tuple[str, str]]:
    """Return the forms of a folded name or term of a `kind_of`, each with what is kept under it.

    That is the key itself; under its first and last letters, the letters.
    """
    made: Iterable[str] = ()
    if kind and key.isascii() and kind != "measure":
        made = set(_latin(key, kind == "person"))
    elif kind and not key.isascii() and 2 <= len(key) <= LONGEST:
        made = set(_han(key, kind == "person") if kind != "measure" else _sounds(key, False, False))
    made = {*made, *(_own(key) if kind == "company" else ())}
    kept = {(form, key) for form in made}
    for form in made if kind != "measure" else ():
        letters = form[1:]
        if form[0] in _TYPED and len(letters) >= _LEAST_FILED:
            kept |= {(shelf, letters) for shelf in _shelves(letters, len(letters))}
    return kept


def _shelves(letters: str, size: int) -> tuple[str, str]:
    """Where letters are filed that begin or end as these and are `size` long."""
    n = 2 if size <= _SHORT else 3
    return f"{_FILED}{letters[:n]} {size}", f"{_FILED} {letters[-n:]}{size}"


def _han(key: str, person: bool) -> Iterator[str]:
    yield from _sounds(key, True, person)
    if len(key) < 3:
        return
    yield SHAPE + sounds.shape(key)
    yield SHUFFLED + "".join(sorted(key))
    for i in range(len(key)):
        yield LACKING + key[:i] + key[i + 1:]
    if len(key) >= 4 and not person and not _OFFICE.search(key):
        yield START + key[:2]


def _own(key: str) -> Iterator[str]:
    if key.isascii():
        own = squeezed(trades.own_in_english(key))
        yield from (OWN + own,) if len(own) >= _LEAST_FILED else ()
        return
    own, trade = trades.own(key)
    if not trade:  # 北鲟冷链 is Beixun, whatever its trade is called in English, and 云鹿到家 may be Yunlu
        end = CHAIN.search(key, _LEAST_OWN) if len(key) > _LEAST_OWN else None
        own = key[: end.start()] if end and end.end() == len(key) else key[:_LEAST_OWN] if len(key) >= _LEAST_CUT else ""
        trade = ("",) if own else ()
    for syllables in sounds.pinyin(own)[:_MOST_READ] if trade else ():
        yield from (OWN + "".join(syllables) + squeezed(said) for said in trade)


def _sounds(key: str, name: bool, person: bool) -> Iterator[str]:
    for syllables in sounds.pinyin(key):
        if name:
            yield NEAR + sounds.near_syllables(syllables)
        for order in _orders(key, syllables, person):
            typed = "".join(order)
            yield PINYIN + typed
            yield NEAR_PINYIN + sounds.near(typed)
        if name and len(syllables) >= 4 and HAN_ONE.match(key[-1]):
            yield INITIALS + "".join(s[0] for s in syllables)


def _orders(key: str, syllables: tuple[str, ...], person: bool) -> Iterator[tuple[str, ...]]:
    yield syllables
    if person and len(key) <= 4 and len(syllables) == len(key):
        cut = 2 if key[:2] in _TWO_SURNAME else 1
        yield (*syllables[cut:], *syllables[:cut])


def _latin(key: str, person: bool) -> Iterator[str]:
    letters = squeezed(key)
    if len(letters) < 4 or letters.isdigit():
        return
    yield LATIN + letters
    if len(letters) >= _LEAST_FILED and letters.isalpha():
        yield SPOKEN + sounds.spoken(letters)
    found = key.split()
    if len(found) == 2 and person:
        yield LATIN + squeezed(found[1] + found[0])
    if len(found) > 1 and not _OFFICE.search(key):
        yield PART + found[0]
        if person and not sounds.is_pinyin(letters):
            yield PART + found[-1]  # a surname; Zhang and Wang say nothing


# ---------------------------------------------------------------- looking up
class Spellings:
    """Looks up which names have a form, and what they name."""

    def __init__(self, names: Names, known: Container[str], look_up: LookUp | None = None) -> None:
        """Take the names and which of them the archive speaks of; without `look_up` their forms are made here."""
        self._names = names
        self._known = known
        self._look_up = look_up or _made(names)
        self._seen: dict[str, Sequence[str]] = {}

    def want(self, marked: Iterable[str]) -> None:
        """Look many forms up at once: cheaper than one by one."""
        wanted = set(marked)
        missing = {form for form in wanted if form not in self._seen}
        if missing:
            if len(self._seen) > _KEPT:
                self._seen.clear()
                missing = wanted
            found = self._look_up(missing)
            self._seen.update((form, found.get(form, ())) for form in missing)

    def get(self, form: str) -> Sequence[str]:
        """Return the keys of `names` that have a form."""
        if form not in self._seen:
            self.want((form,))
        return self._seen[form]

    def shelves(self, letters: str) -> list[str]:
        """Return the forms that `like` looks up."""
        sizes = range(max(_LEAST_FILED, len(letters) - _MOST_EDITS), len(letters) + _MOST_EDITS + 1)
        return [shelf for size in sizes for shelf in _shelves(letters, size)]

    def like(self, letters: str) -> list[tuple[str, int]]:
        """Return (letters, edits) of names that begin or end as `letters` does, and differ by two edits at most."""
        shelves = self.shelves(letters)
        self.want(shelves)
        near = {form for shelf in shelves for form in self.get(shelf)}
        found = likeness.near(letters, sorted(near), _MOST_EDITS)
        self.want(mark + form for form, _ in found for mark in _TYPED)
        return found

    def typed_as(self, letters: str) -> list[str]:
        """Return the keys that the letters of `like` stand for."""
        return list(dict.fromkeys(key for mark in _TYPED for key in self.get(mark + letters)))

    # ------------------------------------------------------------ what a key names
    def ids(self, key: str) -> tuple[str, ...]:
        """Return the entities of the archive that a key names."""
        return tuple(t.id for t in self._names.terms(key) if t.kind == "entity" and t.id in self._known)

    def measures(self, key: str) -> tuple[str, ...]:
        """Return the measures that a key names."""
        return tuple(t.id for t in self._names.terms(key) if t.kind == "measure")

    def entity(self, key: str) -> Entity | None:
        """Return the first entity a key names, known to the archive or not."""
        return next((self._names.entities[t.id] for t in self._names.terms(key) if t.kind == "entity"), None)

    def is_person(self, key: str) -> bool:
        """Whether a key is a person's name."""
        entity = self.entity(key)
        return entity is not None and entity.kind == "person"

    def is_short(self, key: str) -> bool:
        """Whether a key is listed as a company's short name, though an everyday word too."""
        return any(t.kind == "entity" for t in self._names.terms(key))


def _made(names: Names) -> LookUp:
    """The forms of names that are in memory only."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for key in names.keys:
        for form, kept in forms(key, kind_of(names.keys.get(key), names.entities)):
            table[form].append(kept)
    return lambda wanted: {form: table[form] for form in wanted if form in table}


class Guess(NamedTuple):
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
