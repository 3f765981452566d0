"""Two set against each other, of which no figures are stored: the sentence that says it of each, side by side.

X5跟Orbiton 8s的NPU哪個算力高 is told by two sentences of one article, one of them perhaps without a name, because the
article is about X5. Each must be about its side, hold the measure with a figure that can be one of it (or, where no
measure is asked for, most of the words), and be of the time asked for. Both or none: half a comparison is no answer.
Which two are meant says `bot.answers.sidesasked`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE
from bot.answers.sidesasked import Side, frame, regions, sides
from bot.evidence import Evidence
from bot.question import SIBLINGS, Question
from bot.softwords import soft
from kb import lazy
from kb.lists import RESPECTIVELY
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.text import fold
from kb.units import is_money, measures_in, physical

_UNASKED = ("reason", "date", "place", "post")
_KINDS = ("definition", "timeline", "smalltalk", "help")
# Measures that two may be compared by though one is told by the one and the other by the other.
_KIN = (("funds-raised", "funding-amount"), ("valuation", "market-cap"), ("range", "battery-life"), ("net-profit", "net-profit-attributable"))
AHEAD = lazy.compile(r"预[计期估测告]|计划|目标|力争|有望|\b(?:expect\w*|plans?|targets?|forecasts?|guidance|aims?|hopes?)\b")
_PARTS = 2  # figures of one unit that a sentence has at most which names neither a side nor a measure
_BEHIND = 12  # characters between a measure and its figure
_SHORT = 5  # characters of a word that is an adjective
_OPENING = 12  # sentences in which an article brings in whom it speaks of
_ARTICLES = 6  # looked through
_KNOWN = 60  # sentences about one side from which its articles are taken
_SHARE = 0.5  # of the words of a question that are said, where no measure is asked for
_SHARE_BESIDE = 0.34  # the same of those beside a measure
_HELD = 0.5
# What is asked of two by an adjective alone, as the dimension of its figure.
_BY_ADJECTIVE = (
    ("money", lazy.compile(r"便宜|贵|金额|多少钱|价[格钱位]|售价|[募融集]资|[募融]了|\b(?:cheap\w*|pric\w*|expensive|dear\w*|costs?|raised?)\b")),
    ("weight", lazy.compile(r"轻(?!松|易)|重量|更重|较重|哪[^,?]{0,3}重|\b(?:light\w*|heav\w+|weigh\w*)\b")),
    ("length", lazy.compile(r"更[长宽厚]|较[长宽厚](?!时)|直径|\b(?:taller|wider|thicker|thinner|diameter)\b")),
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that tells of one side, and how well."""

    sentence: StoredSentence
    score: float
    named: bool  # whether it names the side
    units: frozenset[str]
    many: Counter[str]  # how many of its figures are in each unit


_WHICH = lazy.compile(r"谁|哪[一个款家台辆部间]|\bwh(?:o|ose|ich)\b")


class Sides:
    """Quotes what is said of each of two."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages, compare: Callable[[Question], Answer | None]) -> None:
        """Take what reads measures and weighs sentences, and what compares by stored figures, where a side turns out to have an entry."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages
        self._compare = compare
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with a sentence for each side, None where one of them is told nowhere."""
        if question.wants in _UNASKED or question.kind in _KINDS or question.aspect:
            return None
        if question.statement.basis == "both" and len(question.subjects) == 1:
            return None  # what was forecast and what came of it are of one
        pair = sides(question, self.evidence.library.names)
        if pair is None or (len(_WHICH.findall(question.folded)) > 1 and len(question.measures) < len(pair)):
            return None  # 誰飛得久、誰便宜: a sentence each that says something of one of the two is half of what was asked
        measures = self._measures(question, pair)
        needs = self._needs(question, pair, measures)
        apart = regions(question.folded, pair)
        dimension = "" if measures else next((d for d, p in _BY_ADJECTIVE if p.search(question.folded)), "")
        if not measures and not dimension and not needs:
            return None
        best: tuple[float, _Said, _Said] | None = None
        for article in self._articles(question, pair):
            every = self.evidence.library.archive.sentences_of_article(article)
            here = [self._entered(side, every) for side in pair]
            known = tuple(tuple(sorted(side.ids)) for side in here)
            if measures and len(question.subjects) < len(known) and all(known) and (stored := self._compare(replace(question, subjects=known, kind="compare"))):
                return stored
            told = [
                self._best(question, every, side, other, measures, dimension, [n for n in needs if not _only_in(question.folded, n, span)])
                for side, other, span in ((here[0], here[1], apart[1]), (here[1], here[0], apart[0]))
            ]
            if not told[0] or not told[1]:
                continue
            one, other = self._alike(told[0], told[1])
            if one and other and (best is None or one.score + other.score > best[0]):
                best = (one.score + other.score, one, other)
        if best is None:
            return None
        result = self._result(question, pair, best[1:], measures)
        if not result and DIFFERENCE.search(question.folded):
            return None  # by how much: half of what was asked
        return self._tell(pair, best[1:], result)

    # ------------------------------------------------------------ what is asked
    def _measures(self, question: Question, pair: Sequence[Side]) -> list[str]:
        """The measures asked for and those like them, without those that are part of a side's name: 標準續航版."""
        spans = [s for s in self.evidence.library.names.find(question.folded) if s.kind == "measure"]
        within = {i for s in spans for i in s.ids if any(a <= s.start < b for a, b in (side.span for side in pair))}
        within -= {i for s in spans for i in s.ids if not any(a <= s.start < b for a, b in (side.span for side in pair))}
        asked = [m for m in question.measures if m not in within and self.evidence.library.names.measures[m].unit != "date"]
        out = dict.fromkeys(m for a in asked for m in (a, *self._figures.acceptable(a, question)))
        known = self.evidence.library.names.measures
        return [m for m in dict.fromkeys([*out, *(m for g in (*SIBLINGS, *_KIN) if set(g) & set(out) for m in g)]) if m in known]

    def _needs(self, question: Question, pair: Sequence[Side], measures: Sequence[str]) -> list[Need]:
        """What a question says besides its sides and its measure."""
        left = question.folded
        for side in pair:
            left = left[: side.span[0]] + "\n" * (side.span[1] - side.span[0]) + left[side.span[1] :]
        left = frame(left)
        adjectives = [p for _, p in _BY_ADJECTIVE]
        return [
            n for n in question.needs
            if not (n.light or soft(n) or self._figures.names(n, *measures)) and n.surface in left
            and not any(p.search(n.surface) and len(n.surface) < _SHORT for p in adjectives)
        ]  # fmt: skip

    # ------------------------------------------------------------ where it is told
    def _articles(self, question: Question, pair: Sequence[Side]) -> list[int]:
        """The articles that may tell of both sides: those that speak of one with an entry, else those found."""
        archive = self.evidence.library.archive
        ranked = [s.sentence.article_id for s in self._passages.ranked(question)[:10]]
        if not ranked and not any(s.ids for s in pair):
            ranked = [s.sentence.article_id for s in self._passages.ranked(replace(question, measures=(), wants="", kind="fact"))[:10]]
        known = [
            {s.article_id for i in side.ids for s in archive.sentences(archive.sentences_about(i)[-_KNOWN:])}
            for side in pair if side.ids
        ]  # fmt: skip
        common = set.intersection(*known) if known else set(ranked)
        ordered = [*dict.fromkeys(a for a in ranked if a in common), *sorted(common - set(ranked), reverse=True)]
        return [a for a in ordered if a in self.evidence.visible][:_ARTICLES]

    def _entered(self, side: Side, every: Sequence[StoredSentence]) -> Side:
        """A side with the entry that an article has for it, where the article writes it as the question does, or beside the name: 東溟保險(Tungming)."""
        for sentence in every[:_OPENING] if not side.ids else ():
            at = fold(sentence.text).find(side.written)
            held = [m for m in sentence.mentions if m.start <= at < m.end or (at > 0 and m.end in (at, at - 1))]
            firms = [m for m in held if self.evidence.library.names.entities[m.entity].kind in ("company", "product")]
            if at >= 0 and firms:
                return replace(side, ids=frozenset({firms[0].entity}))
        if not side.ids:
            return side
        entities = self.evidence.library.names.entities
        called = {fold(n) for i in side.ids if entities[i].kind == "product" for n in entities[i].names.values()}
        longer = {
            m.entity for s in every[:_OPENING] for m in s.mentions
            if any(fold(n).endswith(f" {c}") for c in called for n in entities[m.entity].names.values())
        }  # fmt: skip
        return replace(side, ids=side.ids | longer)  # X5 and Ridge X5

    def _best(
        self, question: Question, every: Sequence[StoredSentence], side: Side, other: Side,
        measures: Sequence[str], dimension: str, needs: Sequence[Need],
    ) -> list[_Said]:  # fmt: skip
        """The sentences of an article that tell of a side what is asked, the best first."""
        out = []
        short = self._shorts(every, measures)
        for sentence in every:
            if len(self._search.reading.quantities(sentence)) == 0:
                continue
            named = self._names(sentence, side, every)
            if not named and not self._silent(sentence, side, other, every):
                continue
            said = self._says(sentence, measures, dimension, needs, named, short)
            scored = Scored(sentence, 0.0, 1.0, (), True)
            if AHEAD.search(fold(sentence.text)) and not AHEAD.search(question.folded):
                continue  # what is only expected
            if said and (not named or self._owns(sentence, side, said[1])) and self._passages.fitting.timely(scored, question):
                score, units = said
                score += self._passages.fitting.on_time(scored, question).score
                many = Counter(q.unit for q in self._search.reading.quantities(sentence))
                out.append(_Said(sentence, score + (1.0 if named else 0.0) - 0.01 * sentence.n, named, units, many))
        return sorted(out, key=lambda s: -s.score)

    def _names(self, sentence: StoredSentence, side: Side, every: Sequence[StoredSentence]) -> bool:
        """Whether a sentence names a side: by its entry, as it is written, or by its last word where the article says the others."""
        folded = fold(sentence.text)
        if side.ids:
            return any(m.entity in side.ids for m in sentence.mentions) or any(re.search(rf"\b{w}\b", sentence.text) for w in self._first_words(side))
        if side.written in folded:
            return True
        *before, last = re.findall(r"[a-z]+[a-z\d.-]*|\d+[a-z]*|[\u3400-\u9fff]+", side.written) or [""]
        if not before or len(last) < 2 or last not in folded:
            return False
        title = fold(self.evidence.library.articles[sentence.article_id].title)
        return all(w in title or any(w in fold(s.text) for s in every[:3]) for w in before)

    def _owns(self, sentence: StoredSentence, side: Side, units: frozenset[str]) -> bool:
        """Whether a sentence that names several begins with a side, or has a figure behind its name before the next one's."""
        entities = self.evidence.library.names.entities
        firms = sorted({(m.start, m.entity) for m in sentence.mentions if entities[m.entity].kind in ("company", "product")})
        if len({i for _, i in firms} | ({""} if side.written and not side.ids else set())) < 2 or RESPECTIVELY.search(fold(sentence.text)):
            return True
        folded = fold(sentence.text)
        if firms and firms[0][1] in side.ids:
            return True  # whom a sentence begins with it is about
        own = [at for at, i in firms if i in side.ids] or [at for at in [folded.find(side.written)] if side.written and at >= 0]
        for at in own:
            until = min([a for a, i in firms if a > at and i not in side.ids] + [m.start() for m in re.finditer(r"[;。]", folded) if m.start() > at] + [len(folded)])
            if any(at < q.start < until and q.unit in units for q in self._search.reading.quantities(sentence)):
                return True
        return not own

    def _first_words(self, side: Side) -> set[str]:
        """What a company of a Latin name is called for short: Castor of Castor Bio."""
        entities = self.evidence.library.names.entities
        names = [fold(n) for i in side.ids if entities[i].kind == "company" for n in (*entities[i].names.values(), *entities[i].aliases)]
        return {w.capitalize() for n in names for w in re.findall(r"^[a-z]{4,}(?= )", n)}

    def _silent(self, sentence: StoredSentence, side: Side, other: Side, every: Sequence[StoredSentence]) -> bool:
        """Whether a sentence that names nobody else is about a side because its article is."""
        if not side.ids:
            return False
        entities = self.evidence.library.names.entities
        asked = {entities[i].kind for i in side.ids} | {"company"}
        if any(entities[m.entity].kind in asked for m in sentence.mentions) or (other.written and other.written in fold(sentence.text)):
            return False
        opening = {m.entity for s in every[:2] for m in s.mentions}
        return bool(side.ids & {*sentence.topics, *self.evidence.library.mains.of(sentence.article_id)} and side.ids & opening)

    def _shorts(self, every: Sequence[StoredSentence], measures: Sequence[str]) -> list[str]:
        """What an article calls a measure for short, as it says itself: 新契約保費(FYP)."""
        out: dict[str, None] = {}
        for sentence in every if measures else ():
            folded = fold(sentence.text)
            for span in self._search.reading.spans(sentence) if "(" in folded else ():
                if span.kind == "measure" and set(measures) & set(span.ids) and (found := re.match(r"\s?\(([a-z]{2,8})\)", folded[span.end :])):
                    out[found[1]] = None
        return list(out)

    def _says(
        self, sentence: StoredSentence, measures: Sequence[str], dimension: str, needs: Sequence[Need], named: bool, short: Sequence[str]
    ) -> tuple[float, frozenset[str]] | None:
        """How well a sentence says what is asked, and the units of the figures that may tell it; None where it does not."""
        known = self.evidence.library.names.measures
        found = [q.unit for q in self._search.reading.quantities(sentence)]
        before = self._search.neighbour(sentence, -1)
        around = [sentence, *([before] if before is not None and before.paragraph == sentence.paragraph else [])]
        total = sum(self._search.weight(n) for n in needs)
        title = self.evidence.library.articles[sentence.article_id].title
        held = sum(
            self._search.weight(n) for n in needs
            if any(self._search.holds(n, s.id) >= _HELD for s in around) or self._search.heading_holds(n, title)
        )  # fmt: skip
        share = held / total if total else 1.0
        if not measures:
            units = frozenset(u for u in found if not dimension or (is_money(u) and u if dimension == "money" else physical(u) == dimension))
            own = sum(self._search.weight(n) for n in needs if self._search.holds(n, sentence.id) >= _HELD) / total if total else 1.0
            things = [n for n in needs if not n.verbal] or needs
            if not named and (not needs or any(self._search.holds(n, sentence.id) < _HELD for n in things) or max(Counter(u for u in found if u != "%").values(), default=0) > _PARTS):
                return None  # 128,500 tonnes at one mine, 79,600 at another: of its parts
            return (2 * share + own, units) if units and share >= _SHARE and (own >= _SHARE or not needs) else None
        units = frozenset(u for u in found for m in measures if u and measures_in(m, known[m].unit, u))
        if not units or any(n.beside and not any(self._search.holds(n, s.id) >= _HELD for s in around) for n in needs):
            return None  # 海外營收 is not told by 營收
        tokens = {f"m_{m.replace('-', '_')}" for m in measures}
        if "rd-ratio" in measures:
            tokens.add("m_rd_expense")  # 研發費用…占營收的26%
        here = bool(tokens & set(self._search.reading.terms(sentence))) or any(known[m].unit == "weight" for m in measures)  # a kilogram says itself what it is of
        here = here or bool(short and re.search(rf"(?<![a-z])(?:{'|'.join(short)})(?![a-z])", fold(sentence.text)))
        there = not here and any(tokens & set(self._search.reading.terms(s)) for s in around)
        if not (here or there) or (share < _SHARE_BESIDE and not (here and named)):
            return None
        return 2 * share + (2.0 if here else 0.0), units

    @staticmethod
    def _alike(one: Sequence[_Said], other: Sequence[_Said]) -> tuple[_Said | None, _Said | None]:
        """The best of each whose figures are of one kind: of one unit, or both money."""
        for a in one[:3]:
            for b in other[:3]:
                common = a.units & b.units - {""}
                money = any(map(is_money, a.units - {""})) and any(map(is_money, b.units - {""}))  # 新台幣48.6億元 and, later, 21.4億元
                if (common or money) and (a.sentence.id != b.sentence.id or any(a.many.get(u, 0) > 1 for u in common)):
                    return a, b
        return None, None

    # ------------------------------------------------------------ what comes of them
    def _result(self, question: Question, pair: Sequence[Side], told: Sequence[_Said], measures: Sequence[str]) -> list[str]:
        """By how much the two figures are apart, where that is asked and each sentence gives its side one figure right behind the measure."""
        if not DIFFERENCE.search(question.folded):
            return []
        found = [self._figure(said.sentence, side, measures) for side, said in zip(pair, told, strict=True)]
        one, other = found
        if one is None or other is None or one.unit != other.unit:
            return []
        text = apart(self.evidence, one, other)
        return [text] if text else []

    def _figure(self, sentence: StoredSentence, side: Side, measures: Sequence[str]) -> Quantity | None:
        """The figure right behind the measure that follows a side's name, or stands in a sentence that names nobody."""
        folded = fold(sentence.text)
        known = self.evidence.library.names.measures
        at = next((m.start for m in sentence.mentions if m.entity in side.ids), folded.find(side.written) if side.written else 0)
        for span in self._search.reading.spans(sentence):
            if span.kind != "measure" or span.start < at or not set(span.ids) & set(measures):
                continue
            behind = [q for q in self._search.reading.quantities(sentence) if 0 <= q.start - span.end <= _BEHIND and any(measures_in(m, known[m].unit, q.unit) for m in measures)]
            if behind and not re.search(r"[,;。]", folded[span.end : behind[0].start]):
                return behind[0]
        return None

    # ------------------------------------------------------------ told
    def _tell(self, pair: Sequence[Side], told: Sequence[_Said], result: Sequence[str]) -> Answer:
        """Both sentences, each behind the name of its side where it does not say it."""
        evidence, words = self.evidence, self.evidence.words
        colon = ": " if evidence.lang == "en" else "："
        shown: list[str] = []
        for side, said in zip(pair, told, strict=True):
            name = evidence.name(min(side.ids)) if side.ids and not said.named else ""
            text = (f"{name}{colon}" if name else "") + evidence.quote(said.sentence.text)
            if not any(evidence.quote(said.sentence.text) in x for x in shown):
                shown.append(text)
        sentences = list({s.sentence.id: s.sentence for s in told}.values())
        foreign = evidence.foreign(sentences[0].text)
        return Answer(
            True, evidence.lang, "compare", (*result, words.quote_lead) if foreign else (*result, *shown),
            quotes=tuple(shown) if foreign else (), sources=evidence.sources(sentences),
        )  # fmt: skip


def _only_in(folded: str, need: Need, region: tuple[int, int]) -> bool:
    """Whether a word of a question is said of one side alone."""
    places = [m.start() for m in re.finditer(re.escape(need.surface), folded)]
    return bool(places) and all(region[0] <= at < region[1] for at in places)
