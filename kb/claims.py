"""Sentence -> claims that another sentence may speak against: may or may not, has or has not yet, how many so far.

Figures and dates are facts (`kb.facts`, `kb.events`); here is what is no figure. The words are data
(`kb/lexicon/stances.toml`). A claim is only read, not judged: `bot.versions` holds claims against each other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kb import events, lazy
from kb.text import bigrams, clauses, fold

_TOML = Path(__file__).parent / "lexicon" / "stances.toml"
_REFUSED = lazy.compile(
    r"(?:不|未|没有?|无法|拒绝|难以|停止)[^,;。]{0,5}$|(?:\bnot|n't|never|no longer|refus\w+ to|unlikely to)\s(?:\w+\s){0,3}$"
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ORDINALS = {w: n for n, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1)}  # fmt: skip
_NUMBERS = {w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)}  # fmt: skip
_NTH = lazy.compile(
    r"第([一二三四五六七八九十]|\d{1,2})([代轮座款家期条])(?!人|度)([^,;。、“”「」\"]{0,10})|"
    rf"\b({'|'.join(_ORDINALS)})[- ](generation|round|phase|plant|factory|store)s?\b([\w -]{{0,30}})"
)
_MANY = lazy.compile(
    r"(?<![第前每下上新这同近])(?<!\d)([一二两三四五六七八九十]|\d{1,2})([代轮座款家期条])(?!人|第)([^,;。、“”「」\"]{0,10})|"
    rf"(?<!first )(?<!last )(?<!next )\b({'|'.join(_NUMBERS)}|\d{{1,2}}) (generation|round|phase|plant|factorie|store)s\b(?: of)?([\w -]{{0,30}})"
)
_DONE = lazy.compile(r"完成|已|共|推出|发布|累计|实现|建成|拥有|推动|completed?|released|launched|has|have|so far|in all")
_HOW_MANY = lazy.compile(
    r"(?<![第哪])(?:几|多少)个?([代轮座款家期条])|\bhow many (?:[\w-]+ ){0,3}?(generation|round|phase|plant|factorie|store)s\b"
)
# 第四代還第五代, "four generations or five": of how many, or of the how manieth, something is asked.
_NUMBERED = lazy.compile(
    r"(?<![新上下前每这同近])(?:[一二两三四五六七八九十]|\d{1,2})([代轮座款家期条])(?!人)|"
    rf"\b(?:{'|'.join((*_NUMBERS, *_ORDINALS))}|\d{{1,2}})(?:th)?[- ](generation|round|phase|plant|factorie|factory|store)s?\b"
)
_WORD = lazy.compile(r"[a-z]{3,}")
_COUNTER = {"generation": "代", "round": "轮", "phase": "期", "plant": "座", "factory": "座", "factorie": "座", "store": "家"}
_EVERYDAY = frozenset("the and its a of in on to for with that has have was were new".split())


class Claim(NamedTuple):
    """One thing a sentence says that may be spoken against.

    `topic`: "permission", "confirmation", or an event as in events.toml, or "count:CLASS".
    `side`: yes | no, done | coming, many | nth. `number`: for counts. `place`: the markets named.
    `about`: the words that say of what, for stances and counts. `start`, `end`: the clause, in the sentence.
    """

    topic: str
    side: str
    start: int
    end: int
    number: int = 0
    place: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


class _Standing(NamedTuple):
    event: str
    coming: re.Pattern[str]
    markets: tuple[tuple[str, re.Pattern[str]], ...]


def _any(words: Sequence[str]) -> re.Pattern[str]:
    folded = sorted(dict.fromkeys(map(fold, words)), key=len, reverse=True)
    return lazy.compile("|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in folded))


class _Stance(NamedTuple):
    topic: str
    yes: re.Pattern[str]
    no: re.Pattern[str]
    asked: re.Pattern[str]


@lazy.table
def _stances() -> tuple[_Stance, ...]:
    rows = tomllib.loads(_TOML.read_text(encoding="utf-8"))["stance"]
    return tuple(_Stance(r["id"], _any(r["yes"]), _any(r["no"]), lazy.compile("|".join(r["asked"]))) for r in rows)


@lazy.table
def _standings() -> tuple[_Standing, ...]:
    rows = tomllib.loads(_TOML.read_text(encoding="utf-8"))["standing"]
    return tuple(
        _Standing(r["event"], _any(r["coming"]), tuple((k, _any(v)) for k, v in r["markets"].items())) for r in rows
    )


@lru_cache(4096)
def read(text: str) -> tuple[Claim, ...]:
    """Return the claims of a sentence, as it stands or folded.

    >>> [(c.topic, c.side) for c in read("美國將允許輝達向中國出口晶片")]
    [('permission', 'yes')]
    >>> [(c.topic, c.side) for c in read("這些晶片不會被放行到中國市場")]
    [('permission', 'no')]
    >>> [(c.topic, c.side, c.number) for c in read("發佈第五代GPU架構")]
    [('count:代', 'nth', 5)]
    """
    folded = fold(text)
    out: list[Claim] = []
    for start, end in clauses(folded):
        clause = folded[start:end]
        out += _taken(clause, start, end)
        out += _coming(clause, start, end)
        out += _counted(clause, start, end)
    return tuple(out)


def markets(event: str, text: str) -> frozenset[str]:
    """Return the markets a text names where `event` may happen."""
    folded = fold(text)
    return frozenset(
        k for s in _standings() if s.event == event for k, pattern in s.markets if pattern.search(folded)
    )


def asked_count(folded: str) -> str:
    """Return the topic of "how many generations", "" where nothing is counted that `read` counts.

    >>> asked_count("完成了几代架构"), asked_count("how many funding rounds")
    ('count:代', 'count:轮')
    """
    match = _HOW_MANY.search(folded)
    if not match:
        return ""
    counted = match.group(1) or match.group(2)
    return f"count:{_COUNTER.get(counted, counted)}"


def asked(folded: str) -> frozenset[str]:
    """Return the topics of claims that a question is about.

    >>> sorted(asked("高阶晶片到底能不能卖进中国")), sorted(asked("现在是第四代还是第五代")), sorted(asked("is it listed yet"))
    (['permission'], ['count:代'], ['listing-date'])
    """
    out = {s.topic for s in _stances() if s.asked.search(folded)}
    out |= {s.event for s in _standings() if s.coming.search(folded) or next(e.verbs for e in events.events() if e.id == s.event).search(folded)}
    counted = (m.group(1) or m.group(2) for m in _NUMBERED.finditer(folded))
    return frozenset(out | {f"count:{_COUNTER.get(c, c)}" for c in counted})


def _taken(clause: str, start: int, end: int) -> list[Claim]:
    out = []
    for topic, yes, no, _ in _stances():
        for pattern, side in ((yes, "yes"), (no, "no")):
            match = pattern.search(clause)
            if match:
                refused = bool(_REFUSED.search(clause[: match.start()]))
                said_side = {"yes": "no", "no": "yes"}[side] if refused else side
                out.append(Claim(topic, said_side, start, end, about=said(clause[match.end() :])))
                break
    return out


def _coming(clause: str, start: int, end: int) -> list[Claim]:
    out = []
    for standing in _standings():
        verbs = next(e.verbs for e in events.events() if e.id == standing.event)
        for match in standing.coming.finditer(clause):
            rest = clause[match.end() : match.end() + (40 if match.group().isascii() else 12)]
            place = frozenset(k for k, pattern in standing.markets if pattern.search(rest))
            if verbs.search(rest) or (place and not rest.isascii()) or re.search(r"\b(?:list|listing|ipo)\b", rest):
                out.append(Claim(standing.event, "coming", start, end, place=place))
                break
    return out


def _counted(clause: str, start: int, end: int) -> list[Claim]:
    out = []
    for pattern, side in ((_NTH, "nth"), (_MANY, "many")):
        for match in pattern.finditer(clause):
            zh = match.group(1) is not None
            number, counted, rest = match.groups()[:3] if zh else match.groups()[3:]
            value, noun = _value(number), "factory" if counted == "factorie" else counted
            counted = _COUNTER.get(counted, counted)
            about = said(rest) if zh or counted == "代" else frozenset({noun})  # plants are what is counted
            if value and (side == "nth" or value > 1) and (side == "nth" or _DONE.search(clause)):
                out.append(Claim(f"count:{counted}", side, start, end, number=value, about=about))
    return out


def said(folded: str) -> frozenset[str]:
    """Return the words of a folded text: pairs of Chinese characters, and English words but the everyday ones."""
    return frozenset({*bigrams(folded), *(w for w in _WORD.findall(folded) if w not in _EVERYDAY)})


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _DIGITS.get(number) or _ORDINALS.get(number) or _NUMBERS.get(number, 0)
