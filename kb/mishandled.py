"""Misspelt names in Latin letters: slips of the fingers, lost and added spaces, pinyin, initials, a name's first word.

Everyday English words are no names, alone or all together; digits must be right ("S5000" is not "S4000").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb import lazy, sounds, typos
from kb.spellings import INITIALS, LATIN, NEAR_PINYIN, OWN, PART, PINYIN, SPOKEN, Guess, Spellings, decide

_WORD = lazy.compile(r"[a-z0-9]+?(?=(?:19|20)\d\d年)|[a-z0-9]+")  # "gufen2025年" is two words
_GAP = lazy.compile(r"[ .'’&·-]{1,3}")
_MOST_WORDS = 10  # of a name in pinyin, a syllable a word
_LEAST_SPOKEN = 6  # letters of a name that is looked for by how it is said
_MOST_SPOKEN = 2  # words
_LEAST_PLURAL = 6  # letters of a word whose number may be mistaken
_LONGER = 2  # letters, than what was typed
_MOST_SLIPPED = 5  # words; in longer windows only exact pinyin and spaces are tried
_KEPT = 4096  # windows weighed
_LAW = lazy.compile(r"['’]?s? laws?\b")  # "Moore's law" is not about a company
_STOP = frozenset(
    "a an the of in on at for to by with and or is are was were be who what when where why which how do does did s"
    " it its his her their this that from as has have had than tell me about vs".split()
)

Word = tuple[int, int, str]


class Letters:
    """Guesses at misspelt names in Latin letters, and at names typed in pinyin."""

    def __init__(self, spellings: Spellings, ordinary: Callable[[str], bool]) -> None:
        """Take the tables and what tells an everyday word."""
        self._tables = spellings
        self._ordinary = ordinary
        self._known: dict[tuple[tuple[str, ...], bool], list[tuple[float, str]]] = {}  # a message is read whole, in parts and put otherwise

    def guesses(self, folded: str, rest: str, usable: str, loose: bool = False) -> list[Guess]:
        """Return a guess for each window of words that can be a name; they may overlap."""
        out = []
        windows = [(window[0][0], window[-1][1], tuple(w for _, _, w in window)) for window in _windows(sounds.untoned(rest), sounds.untoned(usable))]
        self._weigh((typed, loose) for _, _, typed in windows)
        for start, end, typed in windows:
            found = list(self._known[typed, loose])
            if len(typed) == 1 and not _LAW.match(folded, end):
                found += [(0.75, key) for key in self._part(typed[0])]
            guess = decide(self._tables, start, end, found, loose)
            if guess:
                out.append(guess)
        return out

    def _weigh(self, windows: Iterable[tuple[tuple[str, ...], bool]]) -> None:
        """Weigh windows that were not weighed before, with what they are looked up by looked up together."""
        if len(self._known) > _KEPT:
            self._known.clear()
        new = [key for key in dict.fromkeys(windows) if key not in self._known]
        self._tables.want(form for typed, _ in new for form in self._wanted(typed))
        for typed, loose in new:
            self._known[typed, loose] = [(score, key) for key, score in self._weighed(typed, loose)]

    def _wanted(self, typed: Sequence[str]) -> Iterator[str]:
        """The forms that are surely looked up for a window of words."""
        letters = "".join(typed)
        if len(letters) >= 4 and not letters.isdigit():
            yield from (LATIN + letters, PINYIN + _numberless(letters), OWN + _numberless(letters))
            if len(typed) <= _MOST_SPOKEN and letters.isalpha():
                yield SPOKEN + sounds.spoken(letters)
            if len(typed) == 1:
                yield from (PART + letters, INITIALS + letters)
            if len(typed) <= _MOST_SLIPPED:
                yield from self._tables.shelves(letters)
                if len(typed) > 1 and len(typed[-1]) >= _LEAST_PLURAL:
                    yield from self._tables.shelves(_other_number(letters))

    def _weighed(self, typed: Sequence[str], loose: bool) -> Iterator[tuple[str, float]]:
        letters = "".join(typed)
        if len(letters) < 4 or letters.isdigit():
            return
        plain = all(self._everyday(w) for w in typed)
        if not (plain and len(typed) == 1):
            if len(letters) >= 5:
                yield from ((key, 0.97) for key in self._tables.get(LATIN + letters))
            yield from self._pinyin(letters, typed, plain)
            if not plain:
                yield from ((key, 0.9) for key in self._tables.get(OWN + _numberless(letters)))
                yield from ((key, 0.8) for key in self._said_alike(letters, typed))
            yield from self._slips(letters, typed, plain, loose)

    def _said_alike(self, letters: str, typed: Sequence[str]) -> list[str]:
        """Names that are said as what was typed: Karviks is Karvix."""
        tried = len(letters) >= _LEAST_SPOKEN and letters.isalpha() and len(typed) <= _MOST_SPOKEN and not (typed[0] in _STOP or typed[-1] in _STOP)
        if not tried:
            return []
        found = (k for k in self._tables.get(SPOKEN + sounds.spoken(letters)) if k[0] == letters[0] and k.isascii() and not self._tables.is_person(k))
        near = [k for k in found if len(k.split()) == len(typed) and abs(len(k.replace(" ", "")) - len(letters)) <= _LONGER]
        # pinyin of another sound is another name
        return [k for k in near if not any(a != b and (sounds.is_pinyin(a) or sounds.is_pinyin(b)) for a, b in zip(typed, k.split(), strict=True))]

    def _everyday(self, word: str) -> bool:
        return word in _STOP or self._ordinary(word)

    # ------------------------------------------------------------ pinyin
    def _pinyin(self, letters: str, typed: Sequence[str], plain: bool) -> Iterator[tuple[str, float]]:
        t = self._tables
        letters = _numberless(letters)
        if not letters.isalpha() and not t.get(PINYIN + letters):
            return
        for key in t.get(PINYIN + letters):
            entity = bool(t.entity(key))
            if (entity or len(letters) >= 6) and not (plain and len(key) < 3):
                yield key, 0.95
        if len(letters) >= 8 and not plain and sounds.is_pinyin(letters):
            yield from ((k, 0.85) for k in t.get(NEAR_PINYIN + sounds.near(letters)) if t.entity(k) and len(k) > 2)
        if len(typed) == 1 and not plain:
            yield from ((k, 0.72) for k in t.get(INITIALS + letters))

    # ------------------------------------------------------------ slips
    def _slips(self, letters: str, typed: Sequence[str], plain: bool, loose: bool) -> Iterator[tuple[str, float]]:
        if len(letters) < 4 or len(typed) > _MOST_SLIPPED or (typed[0] in _STOP or typed[-1] in _STOP):
            return
        near = self._tables.like(letters)
        if not near and len(typed) > 1 and len(typed[-1]) >= _LEAST_PLURAL:  # the last s of a name is easily lost, and more so before another
            letters, typed = _other_number(letters), [*typed[:-1], _other_number(typed[-1])]
            near = self._tables.like(letters)
        for form, edits in near:
            if edits == 0:
                continue
            for key in self._tables.typed_as(form):
                cost = self._cost(typed, letters, form, key)
                short = len(form) < (10 if plain and len(typed) > 1 else 8)
                most = 1.0 if (plain and len(typed) == 1) or short or (self._tables.is_person(key) and len(form) < 11) else 2.1
                if cost <= most and not (plain and self._all_everyday(key)):
                    yield key, (0.93 if key.isascii() else 0.91) - 0.1 * cost
                elif loose and edits <= (1 if len(form) < 8 else 2):
                    yield key, 0.5 - 0.05 * edits

    def _cost(self, typed: Sequence[str], letters: str, form: str, key: str) -> float:
        meant = re.findall(r"[a-z0-9]+", key) if key.isascii() else []
        if len(meant) == len(typed) and "".join(meant) == form:
            pairs = list(zip(typed, meant, strict=True))
            costs = [typos.slips(a, b) for a, b in pairs]
            if any(0 < c < typos.NO_SLIP for c in costs):  # who types "Medcal" means no other firm by "Jinge"
                costs = [c if c < typos.NO_SLIP else typos.distance(*pair) for c, pair in zip(costs, pairs, strict=True)]
            elif len(typed) > 1 and costs.count(0.0) == len(costs) - 1:  # the rest of the name is right
                costs = [1.0 if c and typos.lacks_consonant(*pair) else c for c, pair in zip(costs, pairs, strict=True)]
            return sum(costs)
        for word in reversed(typed[1:]):  # Hailin Wind is not 海岚风电: what is the firm's own decides, as pinyin
            if len(form) <= len(word) or not form.endswith(word):
                break
            letters, form = letters.removesuffix(word), form.removesuffix(word)
        cost = typos.slips(letters, form)
        return cost if len(typed) == 1 or cost <= 1 else 9.0

    def _all_everyday(self, key: str) -> bool:
        return all(self._everyday(w) for w in re.findall(r"[a-z0-9]+", key))

    # ------------------------------------------------------------ a name's first word
    def _part(self, word: str) -> Iterator[str]:
        """Names that begin with the word; of those that begin alike the shortest stands for all."""
        keys = list(self._tables.get(PART + word)) if len(word) >= 4 and word.isalpha() else []
        keys = [k for k in keys if k.isascii() and self._tables.ids(k)]
        unsure = sounds.is_pinyin(word) and not self._tables.is_short(word)  # a town or a surname, as likely
        if not keys or self._everyday(word) or unsure:
            return
        shortest = min(keys, key=len)
        ids = set(self._tables.ids(shortest))
        yield shortest
        yield from (k for k in keys if not set(self._tables.ids(k)) & ids and not k.startswith(shortest))


def _numberless(letters: str) -> str:
    """Pinyin without the numbers of its tones, and with its ü as names have it."""
    return re.sub(r"(?<=[a-z])[1-5](?![0-9])", "", letters).replace("nv", "nu").replace("lv", "lu")


def _other_number(word: str) -> str:
    """A word with an s at its end, or without the one it has.

    >>> _other_number("systems"), _other_number("microelectronic")
    ('system', 'microelectronics')
    """
    return word[:-1] if word.endswith("s") else word + "s"


def _windows(rest: str, usable: str) -> Iterator[list[Word]]:
    """Up to ten words in a row, at least one of them left over; a possessive "s" belongs to none."""
    found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(usable)
             if not (m.group() == "s" and usable[m.start() - 1:m.start()] in ("'", "’"))]
    for i in range(len(found)):
        for n in range(1, min(_MOST_WORDS, len(found) - i) + 1):
            window = found[i:i + n]
            if n > 1 and not _GAP.fullmatch(usable, window[-2][1], window[-1][0]):
                break
            if any(rest[a:b].strip("\n") for a, b, _ in window):
                yield window
