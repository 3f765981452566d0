"""Misspelt Chinese names: homophones, near sounds, look-alikes, one character missing, added or swapped.

Names of two characters need one character right, and no word across their edges; longer ones stand more.
A character of another sound and shape makes another name: that is only ever offered, never taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from kb import lazy, sounds
from kb.spellings import LACKING, LONGEST, NEAR, SHAPE, SHUFFLED, START, Guess, Spellings, decide
from kb.text import HAN_ONE
from kb.vocabulary import COMPANY_END

_RUN = lazy.compile("[\u3400-\u9fffa-z0-9]*[\u3400-\u9fff][\u3400-\u9fffa-z0-9]+")
# What is in no name, and between which names are looked for: years and quarters, and what asks.
_BETWEEN = lazy.compile(
    "(?<![a-z0-9])(?:19|20)[0-9]{2}(?![0-9])年?|[去今前明]年|[上下]半年|第[一二三四1-4]季度?|[一二三四]季度|"
    "多少|什么|怎么样?|哪[些家个里]|如何|是谁|谁是|谁|请问|[吗呢](?![\u3400-\u9fff])"
)
_NUMBER = lazy.compile("[0-9一二三四五六七八九十]")
_KEPT = 4096  # windows weighed
# What stands beside names and joins no word with them.
_BESIDE = frozenset("的是和与跟及在了有为被对从由向给以比谁呢吗请问年去今上下将已也都又")


class Characters:
    """Guesses at misspelt Chinese names."""

    def __init__(
        self, spellings: Spellings, ordinary: Callable[[str], bool], prepare: Callable[[Iterable[str]], object]
    ) -> None:
        """Take the tables, what tells an everyday word, and what is told beforehand which words will be asked for."""
        self._tables = spellings
        self._prepare = prepare
        self._ordinary = lru_cache(maxsize=16384)(ordinary)
        self._known: dict[tuple[str, bool], list[tuple[float, str]]] = {}  # a message is read whole, in parts and put otherwise
        self._core = lru_cache(maxsize=16384)(lambda key: COMPANY_END.sub("", key) or key)

    def guesses(self, folded: str, rest: str, usable: str, loose: bool = False) -> list[Guess]:
        """Return a guess for each window that can be a name; they may overlap. `loose`: also mere likeness."""
        out = []
        places = list(_windows(rest, usable))
        if places:
            self._prepare(_words_of(folded, places[0][0], max(b for _, b in places)))
        windows = {(a, b): (folded[a:b], self._clear(folded, a, b)) for a, b in places if not self._ordinary(folded[a:b])}
        self._weigh(windows.values())
        for (start, end), (window, clear) in windows.items():
            found = self._known[window, clear]
            if not found and loose:
                found = [(0.4, k) for k in self._other_sound(window)]
            guess = decide(self._tables, start, end, found, loose)
            if guess:
                out.append(guess)
        return out

    def _weigh(self, windows: Iterable[tuple[str, bool]]) -> None:
        """Weigh windows that were not weighed before, with what they are looked up by looked up together."""
        if len(self._known) > _KEPT:
            self._known.clear()
        new = [key for key in dict.fromkeys(windows) if key not in self._known]
        self._tables.want(form for window in {window for window, _ in new} for form in _wanted(window))
        for window, clear in new:
            self._known[window, clear] = [(score, key) for key, score in self._weighed(window, clear) if _same_numbers(key, window)]

    def _weighed(self, window: str, clear: bool) -> Iterator[tuple[str, float]]:
        t = self._tables
        yield from self._heard(window, clear)
        if len(window) == 2 and clear:
            yield from ((key, 0.75) for key in t.get(START + window))
        if len(window) >= 3:
            for key in t.get(SHAPE + sounds.shape(window)):
                if key != window and _same(key, window) == len(key) - 1:
                    yield key, 0.82
            for key in t.get(SHUFFLED + "".join(sorted(window))):
                if _swapped(key, window):
                    yield key, 0.86 if clear and not self._made_of_words(window) else 0.5
            for key in t.get(LACKING + window):
                cut = clear and len(window) > 2 and key.startswith(window) and not self._made_of_words(window)
                yield key, 0.8 if self._lacks_inside(key, window) else 0.75 if cut else 0.5
            yield from self._with_extra(window)

    # ------------------------------------------------------------ by ear
    def _heard(self, window: str, clear: bool) -> Iterator[tuple[str, float]]:
        t = self._tables
        seen: set[str] = set()
        for syllables in sounds.pinyin(window):
            for key in t.get(NEAR + sounds.near_syllables(syllables)):
                if key not in seen and len(key) == len(window) and key != window:
                    seen.add(key)
                    yield key, self._by_ear(window, key, clear)

    def _by_ear(self, window: str, key: str, clear: bool) -> float:
        """How likely it is that `window` was heard or typed for `key`: 0 to 1."""
        right = _same(key, window)
        alike = sum(a != b and _same_sound(a, b) for a, b in zip(window, key, strict=True))
        near = len(key) - right - alike
        score = 0.98 - 0.02 * alike - 0.06 * near
        judge = {2: self._two, 3: self._three}.get(len(key), self._more)
        return score if judge(window, key, right, near, clear) else min(score, 0.6)

    def _two(self, window: str, key: str, right: int, near: int, clear: bool) -> bool:
        """One right, one of the same sound; not for people, whose names sound alike too often."""
        return right == 1 and near == 0 and clear and not self._tables.is_person(key) and not self._ordinary(key)

    def _three(self, window: str, key: str, right: int, near: int, clear: bool) -> bool:
        if near:
            return near == 1 and right == 2 and clear
        return right == 2 or (clear and (right == 1 or not self._holds_word(window)))

    def _more(self, window: str, key: str, right: int, near: int, clear: bool) -> bool:
        """Made of words only (杭州銀行 for 珩州銀行), it must sound the same as people usually read it."""
        if self._made_of_words(window):
            usual = all(sounds.readings(a)[:1] == sounds.readings(b)[:1] for a, b in zip(window, key, strict=True))
            return near == 0 and right >= 1 and usual
        if near == 1 and right == len(key) - 1 and _same(core := self._core(key), window[:len(core)]) == 0:
            return False  # nothing of what tells the company from others is right
        return near == 0 or (near <= 2 and right >= 2)

    # ------------------------------------------------------------ by hand
    def _lacks_inside(self, key: str, window: str) -> bool:
        """Whether a character inside the telling part was left out, and enough of that part is left."""
        core = self._core(key)
        enough = len(core) >= 4 or (len(core) == 3 and len(key) >= 5)
        return enough and window[0] == key[0] and window[-1] == key[-1] and not self._made_of_words(window)

    def _with_extra(self, window: str) -> Iterator[tuple[str, float]]:
        for i in range(1, len(window) - 1):
            less = window[:i] + window[i + 1:]
            for key in self._tables.get(SHAPE + sounds.shape(less)):
                if key != less:
                    continue
                doubled = any(_same_sound(window[i], beside) for beside in (window[i - 1], window[i + 1]))
                yield key, 0.85 if doubled or len(self._core(key)) >= 4 else 0.5

    def _other_sound(self, window: str) -> Iterator[str]:
        """Names of three or more characters that differ in one."""
        if len(window) >= 3:
            for i in range(len(window)):
                for key in self._tables.get(LACKING + window[:i] + window[i + 1:]):
                    if len(key) == len(window) and key[:i] + key[i + 1:] == window[:i] + window[i + 1:]:
                        yield key

    # ------------------------------------------------------------ ordinary words
    def _clear(self, folded: str, start: int, end: int) -> bool:
        """Whether no everyday word lies across an edge of the window."""
        before, after = folded[start - 1:start], folded[end:end + 1]
        left = before not in _BESIDE and self._ordinary(before + folded[start])
        right = after not in _BESIDE and self._ordinary(folded[end - 1] + after)
        return not (HAN_ONE.match(before) and left) and not (HAN_ONE.match(after) and right)

    def _holds_word(self, window: str) -> bool:
        return any(self._ordinary(a + b) for a, b in pairwise(window))

    def _made_of_words(self, window: str) -> bool:
        """Whether the window is everyday words from beginning to end."""
        ends = {0}
        for i in range(len(window)):
            if i in ends:
                ends |= {i + n for n in (2, 3, 4) if i + n <= len(window) and self._ordinary(window[i:i + n])}
        return len(window) in ends


def _words_of(folded: str, start: int, end: int) -> Iterator[str]:
    """What may be an everyday word in a run of characters, or across its edges."""
    for i in range(max(0, start - 1), end):
        yield from (folded[i : i + size] for size in (2, 3, 4))


def _wanted(window: str) -> Iterator[str]:
    """The forms that `Characters` looks up for a window, but for those that are only asked back about."""
    for syllables in sounds.pinyin(window):
        yield NEAR + sounds.near_syllables(syllables)
    if len(window) == 2:
        yield START + window
    else:
        shape = sounds.shape(window)
        yield from (SHAPE + shape, SHUFFLED + "".join(sorted(window)), LACKING + window)
        yield from (SHAPE + shape[:i] + shape[i + 1:] for i in range(1, len(window) - 1))


def _windows(rest: str, usable: str) -> Iterator[tuple[int, int]]:
    usable = _BETWEEN.sub(lambda found: "\n" * len(found.group()), usable)
    for run in _RUN.finditer(usable):
        for start in range(run.start(), run.end() - 1):
            for end in range(start + 2, min(run.end(), start + LONGEST + 1) + 1):
                if rest[start:end].strip("\n") and not _cuts_word(usable, start, end):
                    yield start, end


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether an edge lies inside a Latin word or number."""
    return (start > 0 and _latin(text[start - 1]) and _latin(text[start])) or (
        end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _same(a: str, b: str) -> int:
    return sum(x == y for x, y in zip(a, b, strict=False))


def _same_sound(a: str, b: str) -> bool:
    return not set(sounds.readings(a)).isdisjoint(sounds.readings(b))


def _same_numbers(a: str, b: str) -> bool:
    """Whether two names have the same numbers in them: 鯤翎二號 is no slip for 鯤翎一號."""
    return _NUMBER.findall(a) == _NUMBER.findall(b)


def _swapped(key: str, window: str) -> bool:
    """Whether two neighbours of `key` stand the other way round in `window`, and all else is equal."""
    differ = [i for i in range(len(key)) if key[i] != window[i]]
    return len(differ) == 2 and differ[1] == differ[0] + 1
