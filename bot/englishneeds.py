"""What an answer must hold of the English words of a message: themselves, or what they mean in Chinese."""

from __future__ import annotations

from bot import amountsasked
from bot import questionwords as qw
from bot.contentwords import blank, in_digits, is_light
from bot.derivations import akin
from kb import lazy, spelt
from kb.dictionary import LOOSE
from kb.library import Library
from kb.query import made_from
from kb.search import Need
from kb.text import HAN_ONE, bigrams, stem, words

_LEAST_STRANGE = 3  # letters
_LEADING = frozenset("a an the to of".split())
_PAIR = 2  # words
_EACH = 4  # meanings of either that are put together
# What the name of a place ends with, where Chinese has one character: Haitang Bay.
_LANDMARKS = {
    "bay": "湾", "river": "河江", "mountain": "山", "island": "岛", "lake": "湖", "port": "港", "harbour": "港", "road": "路", "street": "街", "avenue": "道", "district": "区",
    "county": "县", "province": "省", "city": "市", "town": "镇", "village": "村", "bridge": "桥", "square": "场", "park": "园", "temple": "寺", "gate": "门", "station": "站", "airport": "场",
}  # fmt: skip
_WORTH = 50.0  # percent: what a loose translation is worth at least
_READ_BEFORE = lazy.compile(r"(?P<read>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}) ?[(（][\u3400-\u9fff]{2,8}[)）]")
_READ_AFTER = lazy.compile(r"[\u3400-\u9fff]{2} ?[(（](?P<read>[A-Z][\w'’ -]{1,24})[)）]")


class EnglishNeeds:
    """Makes needs of English words, over one archive."""

    def __init__(self, library: Library) -> None:
        """Look words up in the archive's dictionary."""
        self._library = library
        self._gloss = library.gloss
        self._occurs = library.search.occurs
        self._chinese_only = not library.articles.speak("en")

    def find(self, text: str, rest: str, *, may_lose: bool) -> list[Need]:
        """Return the needs of the words of `rest`, which is `text` folded and with blanks where something else was taken.

        `may_lose`: whether a word that neither the dictionary nor an article has may go without.
        """
        found = [(a, b, w) for a, b, w in words(rest) if w not in qw.STOP_EN]
        out = []
        skip = -1
        sums = {m.start(): m for m in amountsasked.SUM.finditer(rest)}
        counts = {m.start(): m for m in amountsasked.GROUPED.finditer(rest)}
        for i, (start, end, word) in enumerate(found):
            if start < skip:
                continue
            if said := sums.get(start):  # 300 million: 3億
                unit = said["unit"] or said["short"]
                out.append(Need(said.group(), (*amountsasked.in_short(said["n"], unit), *amountsasked.in_chinese(said["n"], unit)), key=True))
                skip = said.end()
                continue
            if count := counts.get(start):  # 10,000 cards: 1萬片
                out.append(Need(count.group(), tuple(dict.fromkeys(amountsasked.grouped(count["n"]))), key=True))
                skip = count.end()
                continue
            pair = f"{stem(word)} {stem(found[i + 1][2])}" if i + 1 < len(found) else ""
            if pair and found[i + 1][0] == end + 1 and self._gloss(pair):
                options = [(stem(word), stem(found[i + 1][2])), *(tuple(bigrams(z)) for z in self._gloss(pair))]
                out.append(Need(rest[start : found[i + 1][1]], tuple(options)))
                skip = found[i + 1][1]
                continue
            named = any(c.isdigit() for c in word) or _capital(text, rest, start, word) or (start == 0 and text[:1].isupper() and self._strange(word))
            options = [(stem(word),), *((w,) for w in akin(stem(word)) if self._occurs(w)), *in_digits(word)]
            if not (named and _beside_han(rest, start, end)):  # Switch版 is of no 交換機
                options += [tuple(bigrams(z)) for z in self.meanings(stem(word))]
            options += [tuple(bigrams(z)) for z in amountsasked.written_out(word)]
            if word in _LANDMARKS and named:
                options += [(c,) for c in _LANDMARKS[word]]
            if named and not self._occurs(stem(word)):
                options += [tuple(bigrams(z)) for z in (*spelt.read(word, self._occurs), *spelt.spellings(word, self._occurs))]
            lost = (self._chinese_only or (may_lose and len(word) > _LEAST_STRANGE)) and not self._gloss(stem(word)) and not named and not self._occurs(stem(word))
            out.append(Need(word, tuple(options), light=lost or is_light(word), key=named))
        return out

    def _strange(self, word: str) -> bool:
        """Whether a word that a message begins with is in no dictionary: a name, though at the beginning all words have a capital."""
        return len(word) > _LEAST_STRANGE and not self._library.is_ordinary(word) and not self._gloss(stem(word))

    def meanings(self, key: str) -> list[str]:
        """The Chinese words for an English stem: what it means, then what may be said for it; else what the word it is made from means."""
        return self._meant(key) or next((found for other in made_from(key) if (found := self._meant(other))), [])

    def exact(self, surface: str) -> list[str]:
        """The Chinese words for an English word or two, as the dictionary has them."""
        said = [stem(w) for _, _, w in words(surface) if w not in _LEADING]
        together = self._gloss(" ".join(said))
        if together or len(said) != _PAIR:
            return together
        one, other = (self._gloss(s)[:_EACH] for s in said)
        return [f"{a}{b}" for a in one for b in other if self._occurs((a + b)[len(a) - 1 : len(a) + 1])]  # consumer council: 消費者委員會

    def _meant(self, key: str) -> list[str]:
        loose = (entry.partition(":") for entry in self._gloss(LOOSE + key))
        also = [word for word, _, worth in loose if len(word) > 1 and float(worth) >= _WORTH]
        return list(dict.fromkeys([*self._gloss(key), *also]))


def without_readings(rest: str, text: str) -> str:
    """Blank the reading of a name that is given with it: Yiwanchun (一碗春), 北鲟冷链 (Beixun)."""
    if len(rest) != len(text):
        return rest
    return blank(rest, [m.span("read") for pattern in (_READ_BEFORE, _READ_AFTER) for m in pattern.finditer(text)])


def _beside_han(rest: str, start: int, end: int) -> bool:
    """Whether a Chinese character stands right before or behind a word."""
    return bool(HAN_ONE.match(rest[end : end + 1]) or HAN_ONE.match(rest[max(0, start - 1) : start]))


def _capital(text: str, rest: str, start: int, word: str) -> bool:
    """Whether a word is written like a name inside the sentence."""
    typed = text[start : start + len(word)] if len(text) == len(rest) else ""
    return (
        bool(typed[:1].isupper())
        and start > 0
        and not text[max(0, start - 2) : start].strip().endswith((".", "?", "!"))
    )
