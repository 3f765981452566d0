"""How well a sentence fits what is asked: the share of each need that it covers, weighted by rarity, and whom it is about.

A *need* is one thing asked for; any of its options satisfies it, so one need can be met in another wording or
another language. What stands around a sentence counts for less than half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeAlias

from kb import lazy
from kb.rows import StoredSentence
from kb.terms import entity_token
from kb.text import fold, stem, words

MISSING = 0.34  # a need covered less than this is missing
_CONTEXT_CREDIT = 0.45  # what a heading or the sentence before says counts for less than half
ASKED_CREDIT = 0.7  # what somebody was asked, of what they answer
_LOOSE = 0.8  # what a word is worth, times the share of its characters that are there
# Characters of verbs that tell nothing by themselves.
_COMPLEMENTS = frozenset("了到出来上下起成为有大小开加进过得行动发化作做打会能可以去回给着要想把不好多少")
_KEPT = 4096
SETTING = lazy.compile("[市县省州国岛港区镇湾郡府局署院厅部会]$")  # what a place or an office ends with


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a question asks for: `options` are lists of search terms, any one list satisfies it."""

    surface: str
    options: tuple[tuple[str, ...], ...]
    light: bool = False  # colours the choice, but its absence is no reason to refuse
    key: bool = False  # a name or a number: an answer must hold it
    verbal: bool = False  # a verb: says how, and articles say it in many ways
    beside: bool = False  # stands at a measure and says of what part: 海外營收, "revenue from games"
    loose: str = ""  # a Chinese verb that half its characters may stand for: 投了 and 投入, 調漲 and 漲價


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with how well it fits: `coverage` is 0..1, `score` only ranks."""

    sentence: StoredSentence
    score: float
    coverage: float
    missing: tuple[Need, ...]
    about: bool  # whether it is about every subject asked for
    asked_in: int = 0  # id of the question that it answers, where the article asks it itself: what that holds, it holds


class Scene(NamedTuple):
    """Where an article is set (`kb.scenes`): the terms and the entities that name it, its folded title and first sentence."""

    terms: frozenset[str]
    entities: frozenset[str]
    title: str
    opening: str
    is_ordinary: Callable[[str], bool]  # whether a word is an everyday one, and no name

    def names(self, need: Need) -> bool:
        """Whether a need is a name of where the article is set."""
        if need.light or need.verbal:
            return False
        if any(set(o) <= self.terms for o in need.options if o):
            return True
        name = need.surface
        if not _is_chinese(name) or name.startswith("第") or not (need.key or not self.is_ordinary(name)):
            return False
        both = name in self.title and name in self.opening
        return both or self.title.startswith(name) or (need.key and name in f"{self.title}\n{self.opening}" and bool(SETTING.search(name)))


class Held(Protocol):
    """What can tell whether it holds a term."""

    def __contains__(self, term: object, /) -> bool: ...


class Terms:
    """The terms of one sentence: its text tells most of them, and so they are not kept."""

    __slots__ = ("_folded", "_kept", "_text", "named", "topics")

    def __init__(self, sentence: StoredSentence, concepts: frozenset[str]) -> None:
        """Take the measures and concepts that were found in the sentence; who it is about, it tells."""
        self._text = sentence.text
        self._folded: str | None = None
        self._kept = concepts | {entity_token(t) for t in sentence.topics}
        self.topics = frozenset(sentence.topics)
        self.named = frozenset(m.entity for m in sentence.mentions)

    def __contains__(self, term: object) -> bool:
        assert isinstance(term, str)
        folded = self._read()
        return term in self._kept or (_is_chinese(term) and term in folded)

    def at(self, scene: frozenset[str]) -> Terms:
        """Return the same, of a sentence that is about where its article is set as well."""
        other = copy(self)
        other.topics, other.named = self.topics | scene, self.named | scene
        return other

    def among(self, asked: Asked) -> Set[str]:
        """Return which of the terms asked for are here."""
        folded = self._read()
        return (self._kept & asked.terms) | {t for t in asked.chinese if t in folded}

    def _read(self) -> str:
        if self._folded is None:
            self._folded = fold(self._text)
            self._kept |= {stem(w) for _, _, w in words(self._folded)}
        return self._folded


# How well a sentence fits: (score below zero, id, coverage, sentence, its terms, the share of each need); few are made a `Scored`.
Fit: TypeAlias = tuple[float, int, float, StoredSentence, Terms, dict[int, float]]
BEST_FIRST = itemgetter(0, 1)  # of fits


class Asked:
    """What is asked for, ready for scoring many sentences: each need with its weight, the terms of all, the subjects."""

    def __init__(self, needs: Sequence[Weighed], groups: Sequence[Sequence[str]] = ()) -> None:
        self.needs = needs
        self.terms = frozenset(t for n in needs for t in n.terms)
        self.chinese = tuple(sorted(t for t in self.terms if _is_chinese(t)))
        self.groups = groups
        self.subjects = [(g, frozenset(g)) for g in groups]
        self.wanted = frozenset(i for g in groups for i in g)
        self.total = sum(n.weight for n in needs if not n.need.light)
        self._loose = frozenset(k for k, n in enumerate(needs) if n.need.loose)
        self._where = {t: frozenset(k for k, n in enumerate(needs) if t in n.terms) for t in self.terms}

    def fit(self, sentence: StoredSentence, own: Terms, terms: Set[str], context: Set[str], credit: float = _CONTEXT_CREDIT) -> Fit:
        """Weigh a sentence that holds `terms` of those asked for, and `context` around it, which is worth `credit`."""
        got = points = 0.0
        shares = {}
        touched = self._loose.union(*(self._where[t] for t in terms), *(self._where[t] for t in context))
        for n in sorted(touched):
            weighed = self.needs[n]
            share = weighed.held(terms)
            if share < MISSING and weighed.need.loose:
                share = max(share, loosely(weighed.need.loose, sentence.text))
            if share < 1:
                share = max(share, credit * weighed.held(context))
            shares[n] = share
            points += weighed.weight * share
            if not weighed.need.light:
                got += weighed.weight * share
        hits = 0.0
        for _, ids in self.subjects:
            hits += 1.0 if not own.named.isdisjoint(ids) else 0.7 if not own.topics.isdisjoint(ids) else 0.0
        coverage = got / self.total if self.total else 1.0
        length = 1.0 / (1.0 + max(0, len(sentence.text) - 60) / 400)
        return -(points + 3.0 * hits + 1.2 * coverage * length), sentence.id, coverage, sentence, own, shares


@dataclass(frozen=True, slots=True)
class Weighed:
    """A need ready for scoring many sentences."""

    need: Need
    weight: float
    options: list[tuple[float, list[tuple[str, float]]]]
    terms: frozenset[str] = field(init=False)
    _known: dict[frozenset[str], float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", frozenset(t for _, weights in self.options for t, _ in weights))

    def held(self, terms: Set[str]) -> float:
        """How much of the need a set of terms covers, 0..1; few sets occur, so what they cover is kept."""
        if self.terms.isdisjoint(terms):
            return 0.0
        said = self.terms & terms
        share = self._known.get(said)
        if share is None:
            share = self._known[said] = best(self.options, said)
        return share


def _is_chinese(term: str) -> bool:
    return "\u3400" <= term[:1] <= "\u9fff"


def best(options: list[tuple[float, list[tuple[str, float]]]], terms: Held) -> float:
    """Return how much a set of terms covers of the best of options, each given as (total rarity, its terms with theirs)."""
    return max((sum(w for t, w in weights if t in terms) / total for total, weights in options), default=0.0)


def loosely(word: str, text: str) -> float:
    """Return what it is worth, 0..0.5, that a text holds telling characters of a word it does not say.

    >>> loosely("调涨", "全線漲價"), loosely("额外", "加收25%的費用")
    (0.4, 0.0)
    """
    telling = _telling(word)
    if not telling:
        return 0.0
    folded = fold(text)
    share = sum([c in folded for c in telling]) / len(word)
    return _LOOSE * share if share >= 0.5 else 0.0


@lru_cache(_KEPT)
def _telling(word: str) -> tuple[str, ...]:
    return tuple(c for c in word if c not in _COMPLEMENTS)
