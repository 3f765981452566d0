"""A plain text to search by -> what is looked for: parts, each with what may stand for it, and their weights.

Chinese is cut into pairs of neighbouring characters and single ones; what makes a text a question is taken out,
and what says the kind of answer ("what is the date of") weighs half, because an answer gives a date and does not
say "date". An English word may stand there itself or in translation, and counts once, by the best of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kb import lazy
from kb.dictionary import LOOSE
from kb.text import characters, fold, stem, words

Gloss = Callable[[str], Sequence[str]]
Option = tuple[str, float]  # a term or a Chinese word, and how much of the part it is worth, 0..1

_HALF = 0.5
_LATIN = 2.0  # a Latin word or a number is one term, a Chinese word of its length two or three
_TRANSLATED = 1.6  # a translation may mean something else
_DERIVED = 0.8  # what is left of a word's meaning in the word it is made from
_TOGETHER = 4  # words that the dictionary may have together
_LEAST_STEM = 3
_ENDINGS = tuple(
    tuple(pair.split(">"))
    for pair in "ily>y ly> ation>e ation> tion>t ion>e ion> ment> ness> ist> ism> ian> iest>y ier>y est> er>e er> or>e or> "
    "ity> ive>e ive> al> ic> an> n>".split()
)
_ASKING = lazy.compile(
    "请问|为什么|什么|甚么|哪一?[个位些种家年天月日款座条项部所名只本次场]|哪里|哪儿|哪边|哪样子?|哪几|哪一|哪|"
    "多少|几[个位家年种次座]|谁|何时|何处|何人|何者|何种|何|怎么样?|怎样|如何|吗|呢|请|多[久大高长]|对应的?"
)
_KIND = lazy.compile(
    "事件|情况|相关|具体|主要|分别|目前|其中|时间|日期|金额|数量|比例|姓名|名称|地点|原因|内容|时候|地方|东西|方式|"
    "披露|人物|叫做|称为|称作|属于|指的"
)
_FUNCTION = frozenset("的了是在和与及或等之其为于被把将由以而也都又就则即并且但所者曾可能会要有着过这那此该各每个种时候中")
STOP = frozenset(
    "a an the of in on at by for to from with as is are was were be been being do does did doing has have had having "
    "will would can could should may might must shall what which who whom whose when where why how that this these "
    "those there here it its he she his her him they them their we our us you your i me my and or but if so than then "
    "also not no nor only just about into over under between during per each every any some all both more most much "
    "many few such own same other too very up down out off again once s t don didn doesn isn wasn aren weren "
    "name named call called kind type sort happen become became get got give gave given".split()
)


class Part(NamedTuple):
    """One thing that is looked for: any of its options stands for it. Options of two characters or less are terms."""

    options: tuple[Option, ...]


def parts(text: str, gloss: Gloss = lambda key: ()) -> list[Part]:
    """Return what a text looks for, each part once. `gloss` is the archive's dictionary: see `loose_glosses`.

    >>> [(o, w) for p in parts("誰創的台積?") for o, w in p.options]
    [('创', 1.0), ('创的', 0.5), ('的台', 0.5), ('台', 1.0), ('台积', 1.0), ('积', 1.0)]
    """
    folded = fold(text)
    asked = _ASKING.sub(lambda m: "\n" * len(m.group()), folded)
    worth = [1.0] * len(asked)
    for match in _KIND.finditer(asked):
        worth[match.start() : match.end()] = [_HALF] * len(match.group())
    best: dict[str, float] = {}
    for term, value in _chinese(asked, worth):
        best[term] = max(best.get(term, 0.0), value)
    out = [Part(((term, value),)) for term, value in best.items()]
    return out + list(dict.fromkeys(_latin(asked, gloss)))


def _latin(asked: str, gloss: Gloss) -> Iterator[Part]:
    """Yield a part for each Latin word, number, or run of words that the dictionary has together."""
    found = [w for _, _, w in words(asked)]
    place = 0
    while place < len(found):
        for number in range(min(_TOGETHER, len(found) - place), 0, -1):
            run = found[place : place + number]
            if run[0] in STOP or run[-1] in STOP:
                continue
            stems = [stem(w) for w in run]
            meant = _translated(" ".join(stems), gloss)
            if number == 1:
                yield Part(((stems[0], _LATIN), *(meant or _derived(stems[0], gloss))))
            elif any(len(word) > 1 for word, _ in meant):
                yield Part(tuple(meant))
            else:
                continue
            break
        place += max(1, number)


def _translated(key: str, gloss: Gloss, worth: float = _TRANSLATED) -> list[Option]:
    """Return the Chinese words for English stem(s); function words that are no more than that say nothing."""
    out: list[Option] = []
    if key.isdigit() and len(key) > 1:  # only small numbers are written out
        return out
    for entry in gloss(LOOSE + key):
        word, _, percent = entry.partition(":")
        if not set(word) <= _FUNCTION:
            out.append((word, worth * int(percent) / 100))
    return out


def _derived(key: str, gloss: Gloss) -> list[Option]:
    """Return the words for what an English word is made from: interception, densest, relegation."""
    for other in made_from(key):
        if found := _translated(other, gloss, _DERIVED * _TRANSLATED):
            return found
    return []


def made_from(key: str) -> Iterator[str]:
    """Yield the stems that an English stem may be made from.

    >>> list(made_from("rental"))
    ['rent']
    """
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _LEAST_STEM:
            yield stem(key.removesuffix(ending) + instead)


def _chinese(asked: str, worth: list[float]) -> Iterable[Option]:
    """Yield the characters and pairs of a text; what has only one telling character is worth half."""
    for n, char in enumerate(asked):
        if not characters(char) or char == "\n":
            continue
        telling = char not in _FUNCTION
        if telling:
            yield char, worth[n]
        after = asked[n + 1 : n + 2]
        if characters(after):
            both = telling + (after not in _FUNCTION)
            if both:
                yield char + after, min(worth[n], worth[n + 1]) * both * _HALF
