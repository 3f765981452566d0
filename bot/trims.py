"""The versions of a product that a question means: those it names, each of them, or the one that asks for which.

A version is named with its line ("Aero 5 Long Range"), or behind it ("Aero 5 Long Range vs Performance"). Leaves
out what versions are called (`kb.trims`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.question import Question
from kb import lazy
from kb.library import Library
from kb.names import Span
from kb.text import fold
from kb.trims import called, part_of, without_line_word

_EACH = lazy.compile(
    r"(?:[两二三四五六2-6几各每]|哪一?|所有|全部|不同)(?:个|款|种)?(?:不同)?(?:版本|车型|型号|机型|规格|配置|trims?|款|版)(?!权|面)|[各每]个?(?:版|款)|\bwhich of the\b|\b(?:which|what|each|every|all|both|two|three|four|five|different)(?: of the)?(?: (?:two|three|four|five|different|aero))?(?: [\w-]+){0,3}? (?:versions?|trims?|variants?|models?|editions?|configurations?)\b",
    re.I,
)
_THE_WORD = lazy.compile(r"[两二三四五六几各每哪][个款种]|版本|车型|型号|机型|规格|配置|版|款|\b(?:trims?|versions?|variants?|models?|editions?|configurations?)\b")
# What a comparison of products asks about without naming it.
_SAID = (
    (lazy.compile(r"[贵便]宜?(?:了|出)?(?:多少|几|些|得多)?|差价|价差|\b(?:dear|pric|cheap)(?:er|ier|est|iest)\b|\b(?:more|less|most|least) expensive\b|\bprice (?:gap|difference)\b"), "price"),
    (lazy.compile(r"[更最比]较?[重轻]|[重轻]多少|\b(?:heav|light)(?:ier|iest|er|est)\b"), "weight"),
    (lazy.compile(r"[更最比]较?[薄厚]|[薄厚]多少|\b(?:thin|thick)(?:ner|nest|er|est)\b"), "thickness"),
    (lazy.compile(r"跑得?[更最比]较?远|跑得远|\b(?:farthest|furthest|farther|further|longest range)\b"), "range"),
    (lazy.compile(r"电池[更最比]?较?大|最大的?电池|更大的?电池|\b(?:bigger|biggest|larger|largest) batter(?:y|ies)\b"), "battery-capacity"),
    (lazy.compile(r"(?:屏幕?|萤幕|荧幕)[更最比]?较?大|\b(?:bigger|biggest|larger|largest) (?:screen|display)\b"), "screen-size"),
    (lazy.compile(r"最省电|更省电|耗电[更最]?[少多]|\b(?:most|least|more|less) power-hungry\b"), "power-consumption"),
    (lazy.compile(r"加速[更最]?快|\bquick(?:er|est)\b"), "acceleration"),
)
# What is asked of one thing without naming it.
_SIZE = (
    (lazy.compile(r"(?<![带载运吊扛举背拉])多重(?![要的因身复大视])|\bhow heavy\b|\bweigh\b"), "weight"),
    (lazy.compile(r"[带载运吊扛举拉背]得?动?多重"), "payload"),
    (lazy.compile(r"多厚|\bhow (?:thick|thin)\b"), "thickness"),
    (lazy.compile(r"跑多远|开多远|飞多远|\bhow far\b"), "range"),
)
_COSTS = lazy.compile(r"卖多少(?![台辆部件支个张颗套])|多少钱|什么价|几多钱|怎么卖|[一每][颗台辆部件支张套组枚个]要?卖?多少(?:美金|美元|块|元|人民币|台币)?(?=[?,。(]|$)|\bhow much (?:is|are|does|do|for)\b|\bwhat (?:does|do|will)\b[^?]{2,60}\bcost\b")
_QUARTER = lazy.compile("q[1-4]|h[12]")  # a model only where no results are asked for
_RESULTS = lazy.compile(r"营收|收入|业绩|财报|净利|利润|亏损|毛利|销售额|\b(?:revenue|sales|results|profit|loss|earnings|income|margin)\b")
_AND_ANOTHER = lazy.compile(r"\s?(?:跟|和|与|及|同|比|、|/|,|&|\bvs\b\.?|\bversus\b|\band\b|\bor\b)\s?(?:the )?")
_NEXT_WORDS = lazy.compile(r"[a-z0-9.+-]+(?: [a-z0-9.+-]+){0,3}")
_FIGURES = ("", "amount", "duration", "ratio")  # what is wanted where figures answer
_MOST = 8  # versions of one line


class Trims:
    """Finds versions with the names of one archive."""

    def __init__(self, library: Library) -> None:
        """Look up in `library`."""
        self._library = library
        self._names = library.names

    def named(self, folded: str, spans: Sequence[Span]) -> list[Span]:
        """Return the spans with those of versions that stand apart from the line that the question names."""
        if _RESULTS.search(folded):
            spans = [s for s in spans if not (self._is_thing(s) and _QUARTER.fullmatch(folded, s.start, s.end))]
        second = self._second_named(folded, spans)
        spans = sorted([*(s for s in spans if not any(o.start < s.end and s.start < o.end for o in second)), *second], key=lambda s: s.start)
        lines = {line for s in spans if self._is_thing(s) for line in (s.ids[0], self.line_of(s.ids[0])) if line}
        parts = {form: i for line in lines for i, forms in self._forms(line).items() for form in forms}
        if not parts:
            return list(spans)
        out = [s for s in spans if s.kind == "entity"]
        added: list[Span] = []
        for form in sorted(parts, key=len, reverse=True):
            for match in re.finditer(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])" if form.isascii() else re.escape(form), folded):
                span = Span(match.start(), match.end(), "entity", (parts[form],))
                if not any(o.start < span.end and span.start < o.end for o in (*out, *added)):
                    added.append(span)
        rest = [s for s in spans if not any(a.start < s.end and s.start < a.end for a in added)]
        return sorted([*rest, *added], key=lambda s: s.start)

    def _second_named(self, folded: str, spans: Sequence[Span]) -> list[Span]:
        """The spans of things that leave out the first word of their names, which the one before them says: Aero 5和7 Pro."""
        out: list[Span] = []
        for span in spans:
            first, _, rest = folded[span.start : span.end].partition(" ")
            joined = _AND_ANOTHER.match(folded, span.end) if rest and self._is_thing(span) else None
            words = _NEXT_WORDS.match(folded, joined.end()) if joined else None
            for end in sorted({m.end() for m in re.finditer(r"[a-z0-9.+-]+", words.group())}, reverse=True) if words else ():
                known = [t.id for t in self._names.terms(f"{first} {words.group()[:end]}") if t.kind == "entity" and self._kind(t.id) == "product"] if words else []
                place = (words.start(), words.start() + end) if words else (0, 0)
                if known and not any(s.kind == "entity" and s.start < place[1] and place[0] < s.end for s in spans):
                    out.append(Span(*place, "entity", tuple(known)))
                    break
        return out

    def meant(self, question: Question) -> Question:
        """Return the question about each version of its line, where it asks for them or only they have such a figure."""
        question = self._in_other_words(question)
        things = [g[0] for g in question.subjects if self._kind(g[0]) == "product"]
        if len(things) != 1 or not question.measures or question.wants not in _FIGURES or question.kind == "passage" or not self.versions(things[0]):
            return question
        having = [i for i in self._each(things[0]) if self._has(i, question.measures)]
        asked = _EACH.search(question.folded) or not self._has(things[0], question.measures)
        if not asked or len(having) < 2:
            return question
        needs = tuple(n for n in question.needs if not _THE_WORD.search(n.surface))
        return replace(question, subjects=tuple((i,) for i in having), needs=needs, kind="compare")

    def _in_other_words(self, question: Question) -> Question:
        """Return the question with the measure that it asks of products in other words: 各賣多少, 貴多少, "which is the heaviest"."""
        things = [g[0] for g in question.subjects]
        question = self._sized(question)
        if (question.measures and not self._mistaken(question, things)) or not things or question.wants not in _FIGURES or any(self._kind(i) != "product" for i in things):
            return question
        several = len(things) > 1 or bool(_EACH.search(question.folded))
        told = [*things, *self.versions(things[0])]
        said = [(words, m) for words, m in _SAID if words.search(question.folded) and (several or m == "price") and sum(self._has(i, (m,)) for i in told) > (len(told) > 1 and several)]
        said = said or [(_COSTS, "price")] * bool(_COSTS.search(question.folded) and any(self._has(i, ("price",)) for i in told))
        if len(said) != 1:
            return question
        words, measure = said[0]
        needs = tuple(n for n in question.needs if not (words.search(n.surface) or _COSTS.search(n.surface)))
        return replace(question, measures=(measure,), needs=needs, kind="compare" if len(things) > 1 else question.kind)

    def _mistaken(self, question: Question, things: Sequence[str]) -> bool:
        """Whether a measure was read that nobody asks of products: a price change in "more expensive", pieces in 各賣多少 where only prices are told."""
        told = [*things, *(v for i in things if self._kind(i) == "product" for v in self.versions(i))]
        return question.measures == ("price-change",) or (question.measures == ("sales-volume",) and not any(self._has(i, question.measures) for i in told))

    def _sized(self, question: Question) -> Question:
        """Return the question with what it asks of one product by how heavy or thick it is, where all of it is told."""
        things = [g[0] for g in question.subjects]
        if len(things) != 1 or self._kind(things[0]) != "product" or question.wants not in _FIGURES:
            return question
        asked = [m for words, m in _SIZE if words.search(question.folded)]
        if not asked or set(asked) <= set(question.measures) or not all(self._has(things[0], (m,)) for m in asked):
            return question
        return replace(question, measures=tuple(dict.fromkeys((*question.measures, *asked))), wants="amount")

    def of_known(self, question: Question, known: Sequence[str]) -> Question:
        """Return the question with the version that it names of a product in `known`, where it names one."""
        for entity in (i for i in known if i in self._names.entities and self._kind(i) == "product"):
            line = self.line_of(entity) or entity
            parts = {form: i for i, forms in self._forms(line).items() for form in forms}
            named = [form for form in sorted(parts, key=len, reverse=True) if re.search(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", question.folded)]
            if named:
                needs = tuple(n for n in question.needs if named[0] not in n.surface and n.surface not in named[0])
                return replace(question, subjects=((parts[named[0]],),), needs=needs)
        return question

    def versions(self, line: str) -> list[str]:
        """Return the versions of a product, in no order."""
        return list(self._forms(line))

    def line_of(self, entity: str) -> str:
        """Return the product whose version an entity is, else ""."""
        own = self._own(entity)
        for name in own:
            for at in range(len(name) - 1, 1, -1):
                if not part_of(name, line := name[:at].rstrip()):
                    continue
                ids = next((i for form in (line, f"{line}系列", f"{line} 系列") if (i := self._things(form))), [])
                if ids and entity not in ids:
                    return ids[0]
        return ""

    def _each(self, line: str) -> list[str]:
        """The versions, with the line itself where articles tell figures of it beside theirs."""
        versions = self.versions(line)
        told = {f.measure for f in self._library.archive.facts(subject=line)}
        theirs = {f.measure for i in versions for f in self._library.archive.facts(subject=i)}
        return [*([line] if told & theirs else []), *versions]

    def _forms(self, line: str) -> dict[str, list[str]]:
        """What the versions of a product may be called beside it."""
        out: dict[str, list[str]] = {}
        own = self._own(line)
        for name in own:
            for key, entity in self._library.archive.names_beginning(without_line_word(name)):
                part = part_of(key, name)
                if part and entity != line and self._kind(entity) == "product" and not part[0].isdigit():
                    bare = part.lstrip("-")
                    out.setdefault(entity, []).extend(form for form in (part, *called(bare)) if len(form) > 1)
        return out if len(out) <= _MOST else {}

    def _has(self, entity: str, measures: Sequence[str]) -> bool:
        return any(f.aspect == "value" for m in measures for f in self._library.archive.facts(subject=entity, measure=m))

    def _own(self, entity: str) -> list[str]:
        known = self._names.entities[entity]
        return list(dict.fromkeys(fold(n) for n in (*known.names.values(), *known.aliases)))

    def _things(self, name: str) -> list[str]:
        return [t.id for t in self._names.terms(name) if t.kind == "entity" and not t.weak and self._kind(t.id) == "product" and name in self._own(t.id)]

    def _kind(self, entity: str) -> str:
        return self._names.entities[entity].kind

    def _is_thing(self, span: Span) -> bool:
        return span.kind == "entity" and not span.weak and len(span.ids) == 1 and self._kind(span.ids[0]) == "product"
