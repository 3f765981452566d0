"""Two models, versions, plans or makers set against each other by figures that sentences tell of each.

"供應鏈傳出Zeno 9報價每顆165美元，Zeno 8當初是142美元" tells what the one costs more, though no sentence says it. A figure
is a thing's where it follows its name with no other thing between, or stands right before it ("$71,000 for the H1").
Both must be of one article, of one unit and of what is asked; where several could be meant nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.thingsasked import Two, two_things
from bot.answers.told import Figure, Told, asks_no_figure, read
from bot.asked import asked_currency, counted_in
from bot.contentwords import blank, content_words
from bot.question import LIKE, Question
from bot.softwords import soft_word
from kb import lazy, periods
from kb.model import Quantity
from kb.names import Names
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import fits, is_change, is_money, physical

_REACH = 45  # characters of Chinese between a name and its figure; Latin letters count half
_NEAR = 6  # sentences between the two figures
_LATIN = lazy.compile(r"[a-z][a-z0-9.+-]*(?: [a-z0-9][a-z0-9.+-]*)*|\d[a-z0-9.+-]*")
_WORDY = frozenset("the a an its of in at for to is was are be by quoted priced price prices cost costs sell sells sold unit units version model edition one each per listed going new old wafer worth".split())
_MODEL = r"(?! ?(?:pro|max|plus|lite|mini|ultra|se|air|fe)\b)"
_PRICE_WORD = lazy.compile(r"售价|报价|价格|定价|单价|起售|要价|只要|卖|价|\b(?:cost\w*|pric\w+|quot\w+|sells?|sold|retail\w*|start\w* (?:at|from)|at)\b")
_PRICES = ("price", "average-selling-price")
_PER = lazy.compile(r"^(?:\s?/|\s?每|\s(?:a|an|per|each)\s)\s?(?P<per>[a-z\u3400-\u9fff]{1,5})")
_PER_BEFORE = lazy.compile(r"(?:每|单)(?P<per>个?[\u3400-\u9fff])[^\d]{0,4}$")
_TIME = ("月", "季", "年", "日", "天", "小时", "个月", "month", "year", "day", "week", "quart", "hour")
_COMPANY = lazy.compile(r"公司|集团|\b(?:the (?:company|group|firm)|it)\b")
_AIM = lazy.compile(r"目标|指引|预期|预[测计估]|计划|预算|\b(?:targets?|guidance|forecasts?|goals?|expect\w*|plan(?:s|ned)?)\b")
_BEHIND = r"(?:的|\s?(?:for|on|at|in|by|from) (?:the |its |an? )?)"


class Thing(NamedTuple):
    """One of the two: the phrases it is written with, and the entities it may be."""

    phrases: tuple[str, ...]
    ids: frozenset[str]
    company: bool

    def places(self, sentence: StoredSentence, folded: str, companies: frozenset[str]) -> list[tuple[int, int]]:
        """Return where a sentence names it; a company that the sentence goes on about stands at its beginning."""
        out = [(m.start, m.end) for m in sentence.mentions if m.entity in self.ids]
        for phrase in self.phrases:
            edge = (r"(?<![a-z0-9])", rf"(?![a-z0-9]){_MODEL}") if phrase.isascii() else ("", "")
            out += [m.span() for m in re.finditer(edge[0] + re.escape(phrase) + edge[1], folded)]
        if not out and self.company and self.ids & set(sentence.topics) and not companies:
            out = [m.span() for m in _COMPANY.finditer(folded)]
        return sorted(set(out))


class Things:
    """Works out how two things compare, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer how much more one is than the other; None where that is not asked or not plainly told of both."""
        if asks_no_figure(question):
            return None
        two = two_things(question.folded)
        names = self._evidence.library.names
        sides = _sides(two, names) if two else []
        if two is None or not all(t.phrases or t.ids for t in sides) or sides[0].ids & sides[1].ids or set(sides[0].phrases) & set(sides[1].phrases):
            return None
        found = self._pair(question, two, sides)
        line = self._worked(two, *found) if found else ""
        return self._told.answer(line, [f.sentence for f in found]) if found and line else None

    def _worked(self, two: Two, one: Figure, other: Figure) -> str:
        words, lang = self._evidence.words, self._evidence.lang
        a, b = arithmetic.ends(one.quantity), arithmetic.ends(other.quantity)
        if a is None or b is None or b[0] <= 0 or a[0] <= 0:
            return ""
        shown = f"(= {self._told.value(one.quantity)} ÷ {self._told.value(other.quantity)}"
        few = min(arithmetic.digits(one.quantity), arithmetic.digits(other.quantity), 3)
        if two.result == "times":
            return words.ratio.format(value=figures.plain(arithmetic.to_times(a[0] / b[0]))) + f" {shown})"
        if two.result == "share":
            part = arithmetic.to_digits(a[0] / b[0] * 100, few)
            return words.worked.format(value=figures.computed(arithmetic.quantity((part, part), "%"), lang)) + f" {shown})"
        if two.result == "percent":
            if is_change(one.quantity.unit):
                return ""
            rate = arithmetic.to_digits((a[0] / b[0] - 1) * 100, few)
            value = figures.computed(arithmetic.quantity((abs(rate), abs(rate)), "%"), lang)
            return (words.rose if rate > 0 else words.fell).format(value=value) + f" {shown} − 1)"
        return apart(self._evidence, one.quantity, other.quantity, exact=two.price).removesuffix(words.stop)

    # ------------------------------------------------------------ which figures
    def _pair(self, question: Question, two: Two, sides: Sequence[Thing]) -> tuple[Figure, Figure] | None:
        """The two figures that stand nearest to each other; None where two such pairs differ."""
        of = [self._of(question, two, thing, sides[1 - n]) for n, thing in enumerate(sides)]
        pairs = [
            (abs(a.sentence.n - b.sentence.n), a, b)
            for a in of[0] for b in of[1]
            if a.sentence.article_id == b.sentence.article_id and (sides[0].company or abs(a.sentence.n - b.sentence.n) <= _NEAR)
            and a.quantity.unit == b.quantity.unit and a.quantity is not b.quantity and _per(a) == _per(b) and self._of_what(question, two, a, b)
        ]  # fmt: skip
        nearest = min((d for d, _, _ in pairs), default=0)
        best = [(a, b) for d, a, b in pairs if d == nearest or sides[0].company]
        return best[0] if best and len({(a.quantity.lo, b.quantity.lo) for a, b in best}) == 1 else None

    def _of(self, question: Question, two: Two, thing: Thing, other: Thing) -> list[Figure]:
        """The figures that sentences tell of a thing, in a unit that may be meant."""
        entities = self._evidence.library.names.entities
        out = []
        for sentence in self._told.articles(question):
            folded = fold(sentence.text)
            companies = frozenset(m.entity for m in sentence.mentions if entities[m.entity].kind == "company")
            places = thing.places(sentence, folded, companies)
            if not places or not self._of_time(question, sentence):
                continue
            rest = other.places(sentence, folded, companies)
            fit = [f for f in read(sentence) if f.exact and not f.change and self._fits(question, two, f.quantity)]
            fit = fit if _AIM.search(question.folded) else [f for f in fit if not _AIM.search(f.own + f.behind)]
            out += _bound(folded, fit, places, rest)
        return out

    def _of_time(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence tells of the time asked for, or of none."""
        told = [m.period for m in self._evidence.library.search.reading.periods(sentence)]
        return not question.periods or not told or any(same_period(p, t) for p in question.periods for t in told)

    def _fits(self, question: Question, two: Two, quantity: Quantity) -> bool:
        currency = asked_currency(question.folded)
        if two.weight:
            return physical(quantity.unit) == "weight"
        if two.price:
            return is_money(quantity.unit) and quantity.unit != "" and currency in ("", quantity.unit)
        counters = counted_in(question.folded)
        if counters and quantity.unit in counters:
            return True
        if question.dimension:
            return fits(question.dimension, quantity.unit)
        return not is_change(quantity.unit) or two.result == "difference"

    def _of_what(self, question: Question, two: Two, one: Figure, other: Figure) -> bool:
        """Whether both figures are of what is asked: each by its own words, or the second by those of the first."""
        if two.weight:
            return True
        said = [self._says(question, two, f) for f in (one, other)]
        if two.price or one.sentence.id == other.sentence.id:
            return None not in said and any(said)
        return all(said)

    def _says(self, question: Question, two: Two, figure: Figure) -> bool | None:
        """Whether a figure's words say that it is of what is asked; None where they say that it is of something else."""
        names = self._evidence.library.names
        words = figure.own + " | " + figure.behind
        named = {i for s in names.find(words) for k, i in ((s.kind, s.ids[0]), *s.also) if k == "measure"}
        if two.price:
            wanted = set(_PRICES)
            said = bool(_PRICE_WORD.search(figure.own))
        else:
            wanted = {n for m, _ in self._figures.targets(question) for n in self._figures.acceptable(m, question)}
            wanted |= {n for group in LIKE if wanted & set(group) for n in group}
            topic = [w for w in content_words(f"{two.one}\n{two.other}", self._evidence.library.ordinary.__contains__) if not soft_word(w)]
            said = any(w in figure.own or w in figure.behind for w in topic) if not wanted else False
        if named & wanted:
            return True
        return None if named and not said else said


def _bound(folded: str, fit: Sequence[Figure], places: Sequence[tuple[int, int]], rest: Sequence[tuple[int, int]]) -> list[Figure]:
    """The figures that belong to a thing named at `places`, while `rest` is where the other one is named."""
    behind = [f for f in fit for start, _ in places if re.fullmatch(_BEHIND, folded[f.quantity.end : start])]
    if behind:
        return behind
    taken = [f for f in fit for start, _ in rest if re.fullmatch(_BEHIND, folded[f.quantity.end : start])]
    out = []
    for _, end in places:
        after = [f for f in fit if f.quantity.start >= end and f not in taken]
        if not after:
            continue
        between = folded[end : after[0].quantity.start]
        size = sum(1 if c > "⺀" else 0.5 for c in between)
        if size <= _REACH and not re.search(r"[;。]|\. ", between) and not any(end <= start < after[0].quantity.start for start, _ in rest):
            out.append(after[0])
    return out


def _per(figure: Figure) -> str:
    """By the month or year that a figure is told, where it is."""
    found = _PER.match(figure.behind) or _PER_BEFORE.search(figure.own)
    per = found["per"] if found else ""
    return next((t for t in _TIME if per.startswith(t)), "")


def _sides(two: Two, names: Names) -> list[Thing]:
    """What the two sides name: models and versions, or, where one is a company alone, both companies."""
    sides = [_thing(x, y, names) for x, y in ((two.one, two.other), (two.other, two.one))]
    firms = [_firms(x, names) for x in (two.one, two.other)]
    if all(firms) and any(not t.phrases for t in sides) and not any(t.ids - f for t, f in zip(sides, firms, strict=True)):
        return [Thing((), f, True) for f in firms]
    return sides


def _firms(text: str, names: Names) -> frozenset[str]:
    found = (i for s in names.find(text) if s.kind == "entity" for i in s.ids)
    return frozenset(i for i in found if names.entities[i].kind == "company")


def _thing(text: str, other: str, names: Names) -> Thing:
    """What a part of the question names: models and versions, or else companies."""
    spans = names.find(text)
    found = {i for s in spans if s.kind == "entity" for i in s.ids}
    firms = {i for i in found if names.entities[i].kind in ("company", "institution", "person", "place")}
    taken = [(s.start, s.end) for s in spans if s.kind in ("entity", "measure")]
    times = [(m.start, m.end) for m in periods.find(text) if not re.fullmatch(r"[a-z]\d", text[m.start : m.end])]  # H2 is a model here
    plain = blank(text, [*taken, *times])
    phrases = [m.group() for m in _KIND.finditer(text) if m.group() not in other]
    plain = blank(plain, [(m.start(), m.end()) for m in _KIND.finditer(text)])
    for match in _LATIN.finditer(plain):
        words = [w for w in match.group().split() if w not in _WORDY]
        phrase = " ".join(words)
        if len(words) == 1 and phrase.isdigit():
            lead = re.match(r"[a-z]+(?= )", other)
            phrase = f"{lead.group()} {phrase}" if lead else ""
        if phrase and phrase not in other.split(" "):
            phrases += [phrase, *([words[-1]] if _numbered(words[-1]) else [])]
    chunks = re.sub(r"[^\u3400-\u9fff\n]", "\n", plain).split("\n")
    phrases += [c for c in (_trimmed(c, other) for c in chunks) if len(c) > 1]
    things = frozenset(found - firms)
    phrases += [w for s in spans if s.kind == "entity" and things & set(s.ids) for w in text[s.start : s.end].split()[-1:] if _numbered(w)]
    return Thing(tuple(dict.fromkeys(phrases)), things or (frozenset() if phrases else frozenset(firms)), not things and not phrases)


def _numbered(word: str) -> bool:
    """Whether a word is the number of a model, which stands for the whole name: X5 of Ridge X5."""
    return bool(re.fullmatch(r"(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]+", word))


_KIND = lazy.compile(r"(?:[\u3400-\u9fff]|\d+[a-z]*){1,6}?(?:版|款|套餐|方案|车型)")


_EDGES = lazy.compile(r"^(?:请问|那么?|这|主力|机型|入门|目前|现在|的)+(?=[\u3400-\u9fff]{2})|(?:的|每颗|每台|一颗|一台|售价|报价|价格|单价|定价|目前|现在|要|卖|最多|大概|大约)+$")


def _trimmed(chunk: str, other: str) -> str:
    return "" if chunk in other else _EDGES.sub("", chunk)
