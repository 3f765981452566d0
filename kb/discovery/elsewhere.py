"""Names that other articles introduce: a firm that one article presents is known when another only mentions it.

Only full names are looked for, and the shorter ones count where the full one stands. Leaves out finding names
in the first place (`kb.discover`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from operator import add
from typing import Protocol

from kb import lazy
from kb.keys import inside_word
from kb.model import Entity
from kb.romanised import romanised
from kb.text import fold
from kb.vocabulary import COMPANY_END

_CODE = lazy.compile(r"[a-z]{1,4}-?\d{2,4}[a-z]?")  # k300
_FOUND = "found:"  # begins what no lexicon lists
_TWO = 2
_HEAD = 2  # characters that names are filed by: pairs
_LEAST_CHINESE, _LEAST_LATIN, _LEAST_CODE = 3, 6, 4  # characters of a name that is told from a chance likeness


class Elsewhere(Protocol):
    """What knows the names of other articles."""

    def within(self, folded: str) -> list[Entity]:
        """Return whoever is named in full in a folded text."""


class Gathered:
    """The names of many articles, gathered beforehand."""

    def __init__(self, found: Iterable[Entity]) -> None:
        """Take what the articles introduce; who is introduced by several is known by all their names."""
        self._by_head: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._entities: dict[str, Entity] = {}
        for entity in found:
            kept = self._entities.get(entity.id)
            if kept is None:
                self._entities[entity.id] = entity
            elif kept.kind != entity.kind:
                continue
            else:
                self._entities[entity.id] = _merged(kept, entity)
            for name in full_names(entity):
                row = (name, entity.id)
                if row not in self._by_head[name[:_HEAD]]:
                    self._by_head[name[:_HEAD]].append(row)

    def within(self, folded: str) -> list[Entity]:
        """Return whoever is named in full in a folded text."""
        heads = set(map(add, folded, folded[1:]))
        near = (row for head in sorted(heads & self._by_head.keys()) for row in self._by_head[head])
        named = dict.fromkeys(i for name, i in near if stands_in(name, folded))
        return [self._entities[i] for i in named]


def full_names(entity: Entity) -> list[str]:
    """Return the folded names of an entity that are long enough to be told from a chance likeness; of a firm with a Chinese one alone also what it is called in English."""
    names = dict.fromkeys([*(fold(n) for n in entity.names.values()), *romanised(entity)])
    return [n for n in names if len(n) >= (_LEAST_CODE if _CODE.fullmatch(n) else _LEAST_LATIN if n.isascii() else _LEAST_CHINESE)]


def stands_in(name: str, folded: str) -> bool:
    """Return whether a folded name stands in a folded text, and not inside a longer Latin word."""
    at = folded.find(name)
    while at >= 0:
        if not inside_word(folded, at, at + len(name)):
            return True
        at = folded.find(name, at + 1)
    return False


def joined(found: list[Entity], elsewhere: Elsewhere | None, folded: str) -> list[Entity]:
    """Return what an article introduces itself, with whom it names that others introduce."""
    if elsewhere is None:
        return found
    named = elsewhere.within(folded)
    found = list({e.id: e for e in (_known_better(e, named) for e in found)}.values())
    here = {e.id for e in found}
    taken = {fold(n) for e in found for n in (*e.names.values(), *e.aliases)}
    others = (e for e in named if e.id not in here)
    return [*found, *(e for e in others if taken.isdisjoint(full_names(e)))]


def _known_better(entity: Entity, elsewhere: list[Entity]) -> Entity:
    """The one that others introduce in both languages under the only name an article gives, or a firm by its short name: they are not two."""
    mine = set(full_names(entity))
    better = [e for e in elsewhere if e.kind == entity.kind and (len(e.names) > len(entity.names) or mine <= set(romanised(e))) and mine and mine <= set(full_names(e))]
    if not better:
        better = [e for e in elsewhere if _is_short_for(e, entity)]
    if not better and all(e.id != entity.id for e in elsewhere):
        better = [e for e in elsewhere if _is_short_for(entity, e)]
    if len(better) != 1 or entity.id == better[0].id or not entity.id.startswith(_FOUND):
        return entity
    return _merged(better[0], entity)


def _merged(one: Entity, other: Entity) -> Entity:
    """One entity with the names of both, those of the first before."""
    return replace(
        one,
        names={**other.names, **one.names},
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tickers=tuple(dict.fromkeys((*one.tickers, *other.tickers))),
    )


def _is_short_for(one: Entity, other: Entity) -> bool:
    """Whether a firm's full name is another's without 科技 or the like, which is known by it too, and no other English name tells them apart."""
    if one.kind != "company" or other.kind != "company":
        return False
    short, long = fold(one.names.get("zh-Hant", "")), fold(other.names.get("zh-Hant", ""))
    if len(short) < _LEAST_CHINESE or not long.startswith(short) or not COMPANY_END.fullmatch(long[len(short) :]):
        return False
    english = {fold(e.names["en"]) for e in (one, other) if "en" in e.names}
    return len(english) < _TWO and short in {fold(a) for a in other.aliases}
