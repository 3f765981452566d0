"""How two statements of one thing stand to each other: the same, rounded, revised, or contradicting.

Everything that can be explained is no disagreement: another printing of the same figure (same, rounding),
another unit or currency, another period, another definition. What is left is shown side by side: a later
word on the same thing (revision), what several houses expect (forecasts), or a contradiction.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot import figures
from bot.evidence import Evidence
from kb import lazy
from kb.dating import MOMENTS
from kb.model import Period, Quantity
from kb.rows import StoredFact
from kb.text import bigrams, fold
from kb.units import is_money, physical

_CLOSE = Decimal("0.03")  # "about" and "nearly" reach so far
_BEYOND = Decimal("1.25")  # "over 50,000" is still said of 60,000, hardly of 70,000
_VAGUE = ("about", "near")
_COUNTERS = (frozenset("家間间座处處所个個"), frozenset("辆輛台臺部"), frozenset("人名位"), frozenset("颗顆片枚"))
_NUMBER = lazy.compile(r"\d[\d,]*(?:\.\d+)?")
_ANALYST = lazy.compile(
    r"券商|分析师|投行|法人|[外内]资(?!企)|投顾|法人|[外内]资(?!企)|投顾|研报|机构预[计测估]|市场预[计测期]|一致预期|目标价|评级|大行|"
    r"\b(?:analysts?|brokers?|brokerages?|consensus|price target|strategists?|street estimate)\b"
)
_MENDED = lazy.compile(r"更正|修正|修订|重述|[重改]列|追溯|上修|下修|上调|下调|调整|\b(?:restat\w+|revis\w+|correct\w+|rais\w+|lower\w+)\b")
# That what was planned or reported is no longer so.
MOVED = lazy.compile(
    r"原[订定先本]|原计划|最终|最后(?:以|为|定)|推迟|延[后期迟至到]|[延押]后|提前[至到]|调[高低升降整]|[重改]列|追加|[上下]修|修[正订]|更正|重述|改[为至到成在期于]|缩[减水]|实际(?:上)?[为是仅只]|实测|而非|并非|有出入|(?:低于|高于|不及|不如)(?:公司|官方|其|此前|发布会)?[^,;。]{0,6}(?:宣称|声称|标称|公布|发布|宣传|说)|但[^;。]{0,30}?(?:只有|仅有|只剩)|"
    r"\b(?:delay(?:ed|s)?|postpon\w+|push(?:ed|es)? back|slip(?:ped|s)?|brought forward|originally|instead of|revis(?:ed|es)|restat\w+|(?:cut|rais(?:ed|es)|lower(?:ed|s)|trimm?(?:ed|s)|lift(?:ed|s)|reduc(?:ed|es)) (?:[^,;.\d]{1,60}[ $€£][\d.,]+[^,;.]{0,16} )?from|in the end|actually|in practice|rather than|(?:below|above|less than|more than|short of) (?:the )?[^,;.]{0,24}(?:claimed|advertised|stated))\b"
)
_WORD = lazy.compile(r"[a-z]{3,}")


class Kind(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    ROUNDING = "rounding"
    UNIT = "unit"
    PERIOD = "period"
    DEFINITION = "definition"
    FORECASTS = "forecasts"
    REVISION = "revision"
    CONTRADICTION = "contradiction"


SHOWN = (Kind.FORECASTS, Kind.REVISION, Kind.CONTRADICTION)  # the rest is no disagreement


class Said(NamedTuple):
    """A fact with who said it when: its article's source and date, its sentence, and whose opinion it is."""

    fact: StoredFact
    source: str
    published: str | None
    text: str
    house: str = ""  # the institution named before the figure: 高盛預計…


def said(evidence: Evidence, fact: StoredFact) -> Said:
    """Return a fact with who said it when."""
    article = evidence.library.articles[fact.article_id]
    sentence = evidence.sentence(fact)
    entities = evidence.library.names.entities
    houses = [
        m.entity
        for m in sentence.mentions
        if m.entity != fact.subject and m.start < fact.quantity.start and entities[m.entity].kind == "institution"
    ]
    return Said(fact, article.source, article.published, sentence.text, houses[0] if houses else "")


def compare(a: Said, b: Said) -> Kind:
    """Return how two figures of one subject stand to each other."""
    x, y = a.fact, b.fact
    if x.measure != y.measure or x.aspect != y.aspect:
        return Kind.DEFINITION
    if not _one_period(x.period, y.period) and not (x.measure in MOMENTS and _one_now(x.period, y.period)):
        return Kind.PERIOD
    if x.quantity.unit != y.quantity.unit and not _counts(x.quantity.unit, y.quantity.unit):
        return Kind.UNIT
    if _ends(x.quantity) == _ends(y.quantity):
        return Kind.SAME
    if _rounded(x.quantity, y.quantity):
        return Kind.ROUNDING
    if x.basis == y.basis == "forecast" and _houses(a, b):
        return Kind.FORECASTS
    return Kind.REVISION if _revised(a, b) else Kind.CONTRADICTION


def compare_dates(a: Said, b: Said) -> Kind:
    """Return how two dates of one event stand to each other."""
    x, y = a.fact.period, b.fact.period
    if x is None or y is None or compatible(x, y):
        return Kind.SAME
    moved = any(MOVED.search(fold(x.text)) for x in (a, b))
    return Kind.REVISION if moved or a.fact.basis != b.fact.basis else Kind.CONTRADICTION


def compatible(a: Period, b: Period) -> bool:
    """Return whether two dates may be the same: one holds the other, or differs only in a missing year."""
    if a.start.startswith("--") or b.start.startswith("--"):
        x, y = a.start.removeprefix("-")[-6:], b.start.removeprefix("-")[-6:]
        return x[-5:] == y[-5:]
    return (a.start >= b.start and a.end <= b.end) or (b.start >= a.start and b.end <= a.end)


def alike(a: str, b: str) -> float:
    """Return how much of the shorter of two folded texts the other says too, 0..1, figures apart."""
    x, y = _words(a), _words(b)
    return len(x & y) / max(1, min(len(x), len(y)))


def _words(text: str) -> set[str]:
    return {*bigrams(text), *_WORD.findall(text)}


def printed_alike(a: Quantity, b: Quantity) -> bool:
    """Return whether two figures of one unit are the same, or one of them only printed more finely."""
    return _ends(a) == _ends(b) or _rounded(a, b)


def _one_period(a: Period | None, b: Period | None) -> bool:
    """Whether two figures are of one time; of an unnamed time only if both are."""
    if a is None or b is None:
        return a is b
    return (a.start, a.end) == (b.start, b.end)


def _one_now(a: Period | None, b: Period | None) -> bool:
    """Whether one of two states is told as of now and the other of a day: 現有員工4320人, "headcount was 4,180 at year-end"."""
    return (a is None and b is not None and b.kind == "as-of") or (b is None and a is not None and a.kind == "as-of")


def _counts(a: str, b: str) -> bool:
    """Whether one of two counts leaves its counter unsaid, or has another for the same: 4320人, 4,180; 312間, 308家."""
    if any(a in alike and b in alike for alike in _COUNTERS):
        return True
    named = a or b
    return not (a and b) and not named.isascii() and not physical(named) and not is_money(named)


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    return quantity.lo, quantity.hi


def step(quantity: Quantity) -> Decimal:
    """Return how finely a figure is printed: 7.43億 to a million, 三成 to a tenth of a hundred."""
    low, high = figures.signless(quantity)
    value = high if high is not None else low
    printed = [Decimal(n.replace(",", "")) for n in _NUMBER.findall(fold(quantity.raw))]
    if not value:
        return Decimal(0)
    if not printed or not printed[-1]:
        return Decimal(10) if quantity.unit in ("%", "pp") else abs(value) / 20
    number = printed[-1]
    decimals = max(0, -int(number.as_tuple().exponent))
    return abs(value / number) * Decimal(1).scaleb(-decimals)


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are one, printed more or less finely, or one of them as "over" or "about"."""
    for open_, other in ((a, b), (b, a)):
        low, high = _ends(open_)
        ends = [v for v in _ends(other) if v is not None]
        if low is not None and high is None:
            return bool(ends) and low - step(open_) <= min(ends) and max(ends) <= max(low * _BEYOND, low / _BEYOND)
        if high is not None and low is None:
            return bool(ends) and max(ends) <= high + step(open_) and min(ends) >= min(high * _BEYOND, high / _BEYOND)
    (alo, ahi), (blo, bhi) = _ends(a), _ends(b)
    if alo is None or ahi is None or blo is None or bhi is None:
        return True  # nothing to hold against each other
    finest = max(step(a), step(b))
    if (alo == ahi and blo != bhi) or (alo != ahi and blo == bhi):  # a point for a range that holds it
        point, low, high, vague = (alo, blo, bhi, a) if alo == ahi else (blo, alo, ahi, b)
        return (vague.qualifier in _VAGUE and low <= point <= high) or point in (low, high)
    slack = finest
    if a.qualifier in _VAGUE or b.qualifier in _VAGUE:
        slack = max(slack * (1 if a.unit == "%" else 2), abs(ahi) * _CLOSE)  # about 43% is not 41.7%
    return abs(alo - blo) < slack and abs(ahi - bhi) < slack


def _houses(a: Said, b: Said) -> bool:
    """Whether two forecasts are two houses' own, not one company's told twice."""
    return a.house != b.house or is_analyst(a.text) or is_analyst(b.text)


def is_analyst(text: str) -> bool:
    """Return whether a sentence tells what somebody outside the company expects."""
    return bool(_ANALYST.search(fold(text)))


def is_mended(text: str) -> bool:
    """Return whether a sentence says that something was put right, or is no longer as it was planned."""
    return bool(_MENDED.search(fold(text)))


def _revised(a: Said, b: Said) -> bool:
    """Whether one figure is a later word on the same thing: what came of a forecast, a state that moved on."""
    if a.fact.basis != b.fact.basis or is_mended(a.text) or is_mended(b.text):
        return True
    moves = a.fact.basis == "forecast" or a.fact.period is None or a.fact.period.kind == "as-of"
    return moves and later(a.published, b.published) != 0


def later(a: str | None, b: str | None) -> int:
    """Return 1 where `a` is surely after `b`, -1 before, 0 where dates are missing or too coarse to tell."""
    if not a or not b:
        return 0
    shared = min(len(a), len(b))
    return (a[:shared] > b[:shared]) - (a[:shared] < b[:shared])
