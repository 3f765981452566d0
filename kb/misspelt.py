"""Misspelt names: homophones, pinyin with and without spaces, wrong and missing letters.

Only what exact matching left over is tried, and only against names; measures are tried by pinyin alone,
numbers never. A window that is an ordinary word is no name. Candidates come by pinyin key or by
rapidfuzz over names of like length, and are verified with a threshold that grows as names get shorter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from kb.names import Names, Span
from kb.text import fold, words

_HAN_RUN = re.compile("[\u3400-\u9fff]{2,}")
_LONGEST = 8
_SHORT_LATIN = 5


@lru_cache(maxsize=65536)
def _syllable(char: str) -> str:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - the tables take a tenth of a second; most questions need none

    return "".join(lazy_pinyin(char, style=Style.NORMAL, errors="ignore"))


def pinyin(text: str) -> str:
    """Return the pinyin of a folded Chinese text without tones and spaces; "" where a character has none.

    >>> pinyin("摩尔线程") == pinyin("磨尔现成")
    True
    """
    return _near("".join(_syllable(c) for c in text))


def _near(key: str) -> str:
    """Fold sounds that many speakers do not tell apart, and "v" typed for "ü"."""
    return key.replace("lv", "lu").replace("nv", "nu").replace("ü", "u")


class Misspelt:
    """Finds misspelt names of one archive. `ordinary(word)` tells whether a folded word is an everyday one."""

    def __init__(self, names: Names, known: Iterable[str], ordinary: Callable[[str], bool]) -> None:
        """Take the names and the ids of the entities the archive speaks of; only those are guessed at."""
        self._names = names
        self._known = frozenset(known)
        self._ordinary = ordinary
        self._pinyin: dict[str, list[str]] | None = None
        self._latin: list[str] = []
        self._han: list[str] = []

    def find(self, folded: str, rest: str) -> list[Span]:
        """Return the misspelt names in `rest` (`folded` with all that is known blanked out)."""
        out = self._chinese(rest)
        out += self._latin_words(folded, rest, bool(out))
        return out

    # ------------------------------------------------------------ tables, made when first needed
    def _tables(self) -> dict[str, list[str]]:
        if self._pinyin is None:
            self._pinyin = defaultdict(list)
            for key, terms in self._names.keys.items():
                if not any(t.kind == "measure" or (t.kind == "entity" and t.id in self._known) for t in terms):
                    continue
                entity = any(t.kind == "entity" and t.id in self._known for t in terms)
                if key.isascii():
                    if entity and len(key) >= 4 and not key.replace(".", "").isdigit():
                        self._latin.append(key)
                    continue
                if entity and len(key) >= 3:
                    self._han.append(key)
                if 2 <= len(key) <= _LONGEST:
                    self._pinyin[pinyin(key)].append(key)
            self._latin.sort()
            self._han.sort()
        return self._pinyin

    def _span(self, start: int, end: int, key: str) -> Span | None:
        terms = self._names.keys[key]
        entities = tuple(t.id for t in terms if t.kind == "entity" and t.id in self._known)
        if entities:
            return Span(start, end, "entity", entities)
        measures = tuple(t.id for t in terms if t.kind == "measure")
        return Span(start, end, "measure", measures) if measures else None

    # ------------------------------------------------------------ Chinese
    def _chinese(self, rest: str) -> list[Span]:
        out: list[Span] = []
        for run in _HAN_RUN.finditer(rest):
            out += self._homophones(run.start(), run.group())
        if not out:
            for run in _HAN_RUN.finditer(rest):
                out += self._wrong_character(run.start(), run.group())
        return out

    def _homophones(self, offset: int, run: str) -> list[Span]:
        table = self._tables()
        for length in range(min(_LONGEST, len(run)), 1, -1):
            for start in range(len(run) - length + 1):
                window = run[start:start + length]
                same = [k for k in table.get(pinyin(window), ()) if len(k) == length and self._plausible(window, k)]
                if same:
                    best = max(same, key=lambda k: (_shared(k, window), k))
                    span = self._span(offset + start, offset + start + length, best)
                    if span and span.kind == "entity":
                        return [span, *self._homophones(offset + start + length, run[start + length:])]
        return []

    def _plausible(self, window: str, key: str) -> bool:
        """Two-character names need one character right and must not be everyday words; longer ones are safe."""
        if window == key:
            return False
        return (len(window) > 2 or _shared(key, window) > 0) and not self._ordinary(window)

    def _wrong_character(self, offset: int, run: str) -> list[Span]:
        """One wrong, missing or added character in a name of four or more (three for people)."""
        self._tables()
        best: tuple[float, int, int, str] | None = None
        for length in range(min(_LONGEST, len(run)), 2, -1):
            for start in range(len(run) - length + 1):
                window = run[start:start + length]
                like = [k for k in self._han if abs(len(k) - length) <= 1 and len(k) >= 4]
                found = process.extractOne(window, like, scorer=fuzz.ratio, score_cutoff=74)
                if found and not self._ordinary(window) and (best is None or found[1] > best[0]):
                    best = (found[1], start, length, found[0])
        if best is None:
            return []
        span = self._span(offset + best[1], offset + best[1] + best[2], best[3])
        return [span] if span else []

    # ------------------------------------------------------------ Latin letters
    def _latin_words(self, folded: str, rest: str, have: bool) -> list[Span]:
        found = words(rest)
        out: list[Span] = []
        i = 0
        while i < len(found):
            for n in range(min(4, len(found) - i), 0, -1):
                start, end = found[i][0], found[i + n - 1][1]
                if "\n" in rest[start:end]:
                    continue
                span = self._joined(start, end, folded[start:end])
                if span:
                    out.append(span)
                    i += n - 1
                    break
            i += 1
        if out or have:
            return out
        return self._misspelt_words(folded, found, rest)

    def _joined(self, start: int, end: int, typed: str) -> Span | None:
        """Pinyin of a Chinese name or measure, with or without spaces; a Latin name with its spaces lost."""
        squeezed = re.sub(r"[^a-z0-9]", "", typed)
        if len(squeezed) < 4:
            return None
        keys = self._tables().get(_near(squeezed), [])
        entities = [k for k in keys if any(t.kind == "entity" and t.id in self._known for t in self._names.keys[k])]
        if keys and (len(squeezed) >= 6 or entities):
            return self._span(start, end, (entities or keys)[0])
        if any(c.isdigit() for c in squeezed) or len(squeezed) > 7:
            same = [k for k in self._latin if re.sub(r"[^a-z0-9]", "", k) == squeezed]
            return self._span(start, end, same[0]) if same else None
        return None

    def _misspelt_words(self, folded: str, found: list[tuple[int, int, str]], rest: str) -> list[Span]:
        best: tuple[float, int, int, str] | None = None
        for n in (3, 2, 1):
            for i in range(len(found) - n + 1):
                start, end = found[i][0], found[i + n - 1][1]
                typed = folded[start:end]
                if "\n" in rest[start:end] or any(c.isdigit() for c in typed) or len(typed) < _SHORT_LATIN:
                    continue
                if n == 1 and self._ordinary(typed):
                    continue
                cutoff = 90 if len(typed) < 6 else 84 if len(typed) < 10 else 80
                match = process.extractOne(typed, self._like(typed, n), scorer=fuzz.ratio, score_cutoff=cutoff)
                if match and (best is None or match[1] > best[0]):
                    best = (match[1], start, end, match[0])
        if best is None:
            return []
        span = self._span(best[1], best[2], best[3])
        return [span] if span else []

    def _like(self, typed: str, n: int) -> list[str]:
        """Names of as many words and about as many letters that begin or end alike."""
        self._tables()
        return [
            k for k in self._latin
            if abs(len(k) - len(typed)) <= 2 and k.count(" ") == n - 1 and (k[0] == typed[0] or k[-2:] == typed[-2:])
        ]


def _shared(a: str, b: str) -> int:
    return sum(x == y for x, y in zip(a, b, strict=False))


def folded_name(name: str) -> str:
    """Return a name as the tables hold it."""
    return fold(name).strip()
