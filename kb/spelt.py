"""Names from elsewhere as Chinese spells them by sound: Martinez is 馬丁內斯, Karen 卡倫.

Consonant by consonant: each character begins with one that the name has there, or with none; what ends a syllable in
the name (r, n, l) may be left out or be a character of its own. Vowels only tell where there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from kb import lazy
from kb.discovery.people import SPELLS_OUT
from kb.sounds import is_pinyin, read_as, readings

_LEAST = 4  # letters of a name that is looked for
_LEAST_HEARD = 3  # consonants
_LONGEST = 6  # characters
_MOST = 3  # spellings
_CHARACTERS = tuple(sorted(SPELLS_OUT | frozenset("得逊孙冈纽耶伽雅娅约翰朱诺")))
# What consonants sound like, the longer first, as one letter: those that Chinese spells alike are one.
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("gh", "g"), ("kn", "n"), ("wr", "r"), ("wh", "w"), ("zh", "j"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "je"), ("gi", "ji"), ("qu", "ku"), ("tz", "s"), ("ts", "s"), ("x", "ks"),
    ("c", "k"), ("q", "k"), ("z", "s"), ("v", "w"), ("d", "t"), ("b", "p"),
)  # fmt: skip
_SAME_VOWELS = str.maketrans("eiyou", "iiiuu")  # front and back ones
# Initials of pinyin -> the sounds that they may stand for; "-": none at all.
_INITIALS = {
    "b": "p", "p": "p", "m": "m", "f": "fw", "d": "t", "t": "t", "n": "n", "l": "lr", "g": "gkj", "k": "k", "h": "h", "j": "jgkcs", "q": "ckt", "x": "shcj", "zh": "jc", "ch": "c",
    "sh": "s", "r": "rj", "z": "s", "c": "s", "s": "s", "w": "w-", "y": "j-", "": "-",
}  # fmt: skip
_VOWELS = frozenset("aiu")
_MAY_BE_LEFT_OUT = frozenset("rhnlgtkj")  # where a syllable ends
_BY_ITSELF = "尔"  # an r or an l
_ENDS_WITH_A = frozenset("亚娅雅")
_INITIAL = lazy.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcswy]")


def heard(name: str) -> str:
    """Return the sounds of a name in Latin letters: consonants, and a, i or u for vowels.

    >>> heard("martinez"), heard("karen"), heard("schmidt")
    ('martinis', 'karin', 'smit')
    """
    for written, sound in _SOUNDS:
        name = name.replace(written, sound)
    out = ""
    for c in name.translate(_SAME_VOWELS):
        if c.isalpha() and not (out.endswith(c) or (c in _VOWELS and out[-1:] in _VOWELS)):
            out += c
    return out


@cache
def _syllables(char: str) -> tuple[tuple[str, str, bool], ...]:
    """The sounds that a character may begin with, the vowels it may have, and whether it ends in n."""
    if char == _BY_ITSELF:
        return (("rl", "", False),)
    found = []
    for reading in readings(char)[:2]:
        match = _INITIAL.match(reading)
        initial = match.group() if match else ""
        final = reading.removeprefix(initial)
        found.append((_INITIALS[initial], _vowels(final), final.endswith(("n", "ng"))))
    return tuple(found)


def _vowels(final: str) -> str:
    if final.endswith(("n", "ng")) or final in ("e", "ai", "ia", "ua", "ei", "ao"):
        return "aiu"  # 伦 is ron and ren, 德 a d by itself
    return "au" if final == "a" else "ui" if final == "u" else "ua" if "o" in final or "u" in final else "ia"


def spellings(name: str, occurs: Callable[[str], bool]) -> list[str]:
    """Return how Chinese text may spell a folded name, the longest first; `occurs` tells the pairs of characters that there are.

    >>> spellings("martinez", {"马丁", "丁内", "内斯", "卡伦"}.__contains__)
    ['马丁内斯']
    """
    sounds = heard(name)
    if len(name) < _LEAST or not name.isalpha() or not name.isascii() or sum(c not in _VOWELS for c in sounds) < _LEAST_HEARD:
        return []
    out: list[str] = []
    known = cache(occurs)
    for begin in _CHARACTERS:
        for at in _after(begin, sounds, begins=True):
            _go_on(begin, sounds[at:], known, out)
    whole = (s for s in out if name.endswith("a") or s[-1] not in _ENDS_WITH_A)
    longest = sorted(dict.fromkeys(whole), key=lambda s: (-len(s), s))
    return [s for i, s in enumerate(longest) if not any(s in other for other in longest[:i])][:_MOST]


def read(name: str, occurs: Callable[[str], bool]) -> list[str]:
    """Return what a folded name of two or three syllables of pinyin may be, where neighbouring characters occur.

    >>> read("haitang", {"海", "棠", "糖", "海棠"}.__contains__)
    ['海棠']
    """
    out: list[str] = []
    if not (len(name) >= _LEAST and is_pinyin(name)):
        return out
    known = cache(occurs)
    for cut in _cut(name):
        runs = [""]
        for syllable in cut:
            here = [c for c in read_as(syllable) if known(c)]
            runs = [r + c for r in runs for c in here if not r or known(r[-1] + c)]
        out += runs
    return list(dict.fromkeys(out))[:_MOST]


def _cut(name: str) -> list[tuple[str, ...]]:
    """The ways to cut a name into two or three syllables."""
    two = [(name[:i], name[i:]) for i in range(1, len(name))]
    three = [(a, b[:j], b[j:]) for a, b in two if read_as(a) for j in range(1, len(b))]
    return [cut for cut in (*two, *three) if all(map(read_as, cut))]


def _go_on(spelt: str, sounds: str, occurs: Callable[[str], bool], out: list[str]) -> None:
    """Spell what is left of a name."""
    if len(spelt) > 1 and not sounds.strip("aiu"):
        out.append(spelt)
    if len(spelt) >= _LONGEST:
        return
    if not sounds:
        out += [spelt + c for c in sorted(_ENDS_WITH_A) if occurs(spelt[-1] + c)]
        return
    for char in _that_may_stand(sounds):
        if occurs(spelt[-1] + char):
            for at in _after(char, sounds):
                _go_on(spelt + char, sounds[at:], occurs, out)


@cache
def _that_may_stand(sounds: str) -> tuple[str, ...]:
    """The characters that may stand for what sounds begin with."""
    return tuple(c for c in _CHARACTERS if _after(c, sounds))


@cache
def _after(char: str, sounds: str, begins: bool = False) -> tuple[int, ...]:
    """How much of some sounds a character that stands for their beginning may stand for."""
    return tuple(dict.fromkeys(end for one in _syllables(char) for end in _ends(*one, sounds, begins)))


def _ends(initials: str, vowels: str, nasal: bool, sounds: str, begins: bool) -> Iterator[int]:
    """Yield how much one reading of a character may stand for."""
    at = int(not begins and sounds[:1] in _VOWELS and "-" not in initials)  # a vowel behind 德 or 斯
    if sounds[at : at + 1] in initials and at < len(sounds):
        at += 1
    elif "-" not in initials or sounds[at : at + 1] not in _VOWELS or not sounds:
        return
    if sounds[at : at + 1] in _VOWELS and sounds[at:]:
        if sounds[at] not in vowels and vowels:
            return
        at += bool(vowels)
    after = sounds[at : at + 1]
    if nasal:
        if after and after in "nm":
            yield at + 1
            if sounds[at + 1 : at + 2] in _VOWELS and sounds[at + 1 :]:
                yield at  # 丁 in Martinez: the n is the next one's too
        return
    yield at
    if after in _MAY_BE_LEFT_OUT and sounds[at + 1 : at + 2] not in _VOWELS:
        yield at + 1  # the r of Anderson
