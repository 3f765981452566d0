"""Whom a message is about: its names as they are typed, and which of them an answer must be about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot import questionwords as qw
from bot.contentwords import blank
from bot.question import SubjectIds
from kb import lazy, likeness, sounds, trades
from kb.library import Library
from kb.names import Span, longest
from kb.text import HAN_ONE, fold

EXCHANGE = lazy.compile(r"交易所|科创板|创业板|北交所|港交所|纳斯达克|纽交所|stock exchange|nasdaq|market$")
# What makes a name that of an article: the Goldman note, 張建中那篇專訪.
_ARTICLE_OF = lazy.compile(r"(?:的|[这那]?[篇份])?(?:纪要|研报|专访|特写|人物稿|文章|报道|报导|那篇|这篇)|(?:'s)? (?:note|profile|piece|article|story|interview|roundup|research note|minutes)\b")
_PRINTED = lazy.compile(r"(?:的|上|里|中|那篇|这篇|那则|'s|’s)*(?: ?(?:访问|专访|报道|报导|文章|新闻|特稿|interview|article|report|story|piece|coverage))?(?: ?(?:里面?|中|上|提到|提及|说过?|写|称|指|讲|的|says?|said|reports?|mentions?|writes?))*")
_ENDING = lazy.compile(r"(?:公司|集团|股份(?:有限公司)?|\s+(?:tech|technologies|inc|corp|ltd|limited|plc|group|co)\b\.?)")
_LATIN_NAME = lazy.compile(r"(?<![a-z0-9])[a-z][a-z0-9.&'’-]*(?: [a-z][a-z0-9.&'’-]*){0,2} ?$")
# 哈羅米爾港口(Harrowmere): what stands before a bracketed foreign name is that name, put into characters.
_HAN_NAME = lazy.compile(r"(?:^|[^\u3400-\u9fff·]|请问|想问|和|跟|与|比|那|问|关于|[的是对])(?P<name>[\u3400-\u9fff·]{2,10}) ?$")
_OTHER_MODEL = lazy.compile(r"\d{1,3}(?![\d年月日号.%万亿元个台辆架部款]|\s?(?:毫[升克米]|微[克米]|公升|[升克吨斤米寸吋瓶盒包罐]|公[克斤里分尺]|千克|英寸|ml|l|mg|kg|g|gb|tb|mb|cm|mm|km|kwh)(?![a-z]))")
_NEXT_WORD = lazy.compile(r" ([a-z]+)\b")
_IN_BRACKETS = lazy.compile(r" ?\([^()]{1,40}\)")


# What only a company has: a name before it that is an everyday word too is the company's.
# What stands between two names that are set side by side: 甲、乙, 甲跟乙, "A vs B"; 甲上市跟乙上市.
_ROW = lazy.compile(r"(?:上市|掛牌|挂牌|成立)?(?: ?[、,，/&+和跟與与及同對对比] ?|\s+|\s?(?:vs\.?|versus|and|or|pk)\s?)", re.I)
_OF_FIRM = lazy.compile(r"的?(?:高[层層管]|管理[层層团團]|[经經][营營][层層团團]|主管|团队|團隊|董事|[创創][始办辦]人|老[板闆]|[员員]工)")

_BRAND_BEFORE = lazy.compile(r"(?:品牌|牌子|\bbrand),?[“「『\"]? ?$")
_BRAND_BEHIND = lazy.compile(r"[”」』\"]?(?:这个?|单)?(?:品牌|牌子)(?!都?有|组合|矩阵|数)|[”」』\"]? brand\b(?!s)")
_SEVERAL = 2
_ITS = ("", " ", "的", "'s ", "’s ")  # what stands between a firm and its product
_WORD = lazy.compile(r"[a-z0-9&'’-]+")
_ALIKE = 80  # per cent that two words must be alike to be one misspelt
_SHORTEST = 2  # characters

_WHERE_NAMES_STAND = lazy.compile(r"(?:(?:and|so|what about|how about|same|for|of|at|about|,) ?)*")


class Subjects:
    """Finds whom messages are about, with the names one archive knows."""

    def __init__(self, library: Library) -> None:
        """Read with the archive's names, its publishers and its misspelling index."""
        self._names = library.names
        self._misspelt = library.misspelt
        self._known = library.known
        self._publishers = library.articles.publishers()
        self._occurs = library.search.occurs
        self._ordinary = library.is_ordinary

    # ------------------------------------------------------------ where names stand
    def with_misspelt(self, folded: str, spans: list[Span]) -> tuple[list[Span], tuple[tuple[str, str], ...]]:
        """Add the names that are misspelt; returns them as (as typed, entity id) too."""
        towns = [s for s in spans if self._elsewhere(folded, s)]
        known = [(s.start, s.end) for s in spans if s not in towns and not s.weak and (s.kind != "concept" or s.end - s.start > 2)]
        known += [(m.start(), m.end()) for m in qw.STOP_ZH.finditer(folded) if m.end() - m.start() > 1]
        rest = blank(folded, known)
        found = self._misspelt.find(folded, rest)
        typed = tuple((folded[s.start : s.end], s.ids[0]) for s in found if s.kind == "entity")
        meant = [s for s in found if s.kind == "entity"]
        spans = [s for s in spans if s not in towns or not any(m.start < s.end and s.start < m.end for m in meant)]
        return longest([*spans, *found]), typed

    def told_of(self, span: Span) -> Span:
        """Let a short name mean those alone that some article speaks of: K2 of a chip is not another firm's model K2."""
        ids = tuple(i for i in span.ids if i in self._known)
        return replace(span, ids=ids) if span.kind == "entity" and 0 < len(ids) < len(span.ids) else span

    def _elsewhere(self, folded: str, span: Span) -> bool:
        """Whether Latin letters name nothing but a place that no article speaks of: Yilan may be 屹嵐 too."""
        if span.kind != "entity" or not folded[span.start : span.end].isascii():
            return False
        return not any(i in self._known or self._names.entities[i].kind != "place" for i in span.ids)

    def with_ending(self, folded: str, span: Span) -> Span:
        """Let a company's name swallow the ending it was typed with: "Biren Tech", 沐曦公司."""
        if span.kind != "entity" or self._names.entities[span.ids[0]].kind != "company":
            return span
        match = _ENDING.match(folded, span.end) or self._trade(folded, span)
        end = match.end() if match else self._misspelt_end(folded, span) or self._misheard_end(folded, span)
        return Span(span.start, end, span.kind, span.ids, span.weak, span.also) if end > span.end else span

    def _misspelt_end(self, folded: str, span: Span) -> int:
        """Where a name in letters ends whose further words are typed nearly as the whole name has them: Wessex Straights Lines; 0 where none follow."""
        end = span.end
        for name in sorted(dict.fromkeys(fold(a) for i in span.ids for a in self._names.entities[i].aliases if a.isascii()), key=len):
            words = name.split()
            typed = list(_WORD.finditer(folded, span.start))[: len(words)]
            alike = [likeness.ratio(t.group(), w) for t, w in zip(typed, words, strict=False)]
            if len(words) == len(typed) > 1 and typed[0].start() == span.start and typed[0].end() == span.end and min(alike) >= _ALIKE:
                end = typed[-1].end()
        return end if end > span.end else 0

    def _misheard_end(self, folded: str, span: Span) -> int:
        """Where a name ends whose last characters were typed as others that sound alike: 朔方纯储 is 朔方存储."""
        short = folded[span.start : span.end]
        known = {fold(a) for i in span.ids for a in self._names.entities[i].aliases}
        for name in sorted((n for n in known if n.startswith(short) and len(n) > len(short) and not n.isascii()), key=len):
            typed = folded[span.start : span.start + len(name)]
            pairs = [(a, b) for a, b in zip(typed, name, strict=False) if a != b]
            if len(typed) == len(name) and len(pairs) == 1 and len(name) - len(short) > 1 and sounds.alike(*pairs[0]):
                return span.start + len(name)
        return span.end

    def _trade(self, folded: str, span: Span) -> re.Match[str] | None:
        """The trade behind a name, where it is the company's in other words: "Beilan pharma" is Beilan Pharmaceuticals."""
        word = _NEXT_WORD.match(folded, span.end)
        bearers = [self._names.entities[i] for i in span.ids]
        names = [fold(a) for e in bearers for a in (*e.aliases, *e.names.values())]
        return word if word and any(trades.alike(word[1], name) for name in names) else None

    def without_lookalikes(self, folded: str, spans: list[Span]) -> tuple[list[Span], tuple[str, ...]]:
        """Take 瀾庭物業 for no 瀾庭地產: a short name with another firm's ending is another firm's name, and a line with a number that no article has another model."""
        strangers = []
        spans = [s for s in spans if not self._cuts_word(folded, s)]
        for span in spans:
            if span.kind != "entity" or folded[span.start : span.end].isascii():
                continue
            ending = qw.OTHER_FIRM.match(folded, span.end)
            bearers = [self._names.entities[i] for i in span.ids]
            names = [fold(a) for e in bearers for a in (*e.aliases, *e.names.values())]
            firm = bearers[0].kind == "company"
            joint = folded[span.end - 1 : span.end + 1]  # 瀾物: some article has the longer name
            if ending and firm and not self._occurs(joint) and not any(ending.group() in n for n in names):
                strangers.append((span, folded[span.start : ending.end()]))
            elif bearers[0].kind == "product" and (model := _OTHER_MODEL.match(folded, span.end)):
                strangers.append((span, folded[span.start : model.end()]))
        gone = [s for s, _ in strangers]
        return [s for s in spans if s not in gone], tuple(name for _, name in strangers)

    def _cuts_word(self, folded: str, span: Span) -> bool:
        """Whether a short name that no article has ends inside a word: 新航 of 新航线."""
        if span.kind != "entity" or span.end - span.start != _SHORTEST or any(i in self._known for i in span.ids):
            return False
        return not folded[span.start : span.end].isascii() and self._ordinary(folded[span.end - 1 : span.end + 1]) and bool(HAN_ONE.match(folded[span.end : span.end + 1]))

    # ------------------------------------------------------------ whom it is about
    def find(self, text: str, folded: str, named: Sequence[Span]) -> tuple[SubjectIds, tuple[str, ...]]:
        """Return whom a question is about, and the publishers whose articles it asks of."""
        subjects = tuple(dict.fromkeys(self._firm_of_its_brand(s, folded) for s in named if self._meant(text, s, named) and self.hard(s.ids)))
        subjects = self._things_first(self._without_makers(subjects), folded, named)
        articles = {s.ids for s in named if _ARTICLE_OF.match(folded, s.end)}
        subjects = tuple(g for g in subjects if g not in articles) or subjects
        publishers = tuple(p for p in self._publishers if fold(p) in folded or self._called(p, named))
        if publishers:
            told = {
                t.id
                for p in publishers
                for t in self._names.terms(fold(p))
                if t.kind == "entity" and self._names.entities[t.id].kind in ("institution", "company")
            }
            subjects = tuple(g for g in subjects if not set(g) & told)
        if len(subjects) > 1 and (about := qw.SAYS_ABOUT.search(folded)):
            of = {s.ids for s in named if s.start >= about.end()}
            subjects = tuple(g for g in subjects if g in of) or subjects
        return subjects, publishers

    @staticmethod
    def told_by(folded: str, publishers: Sequence[str]) -> list[tuple[int, int]]:
        """Where a question names the publishers whose articles it asks of, with the words for what they printed: no answer need hold those."""
        out = []
        for publisher in publishers:
            for match in re.finditer(re.escape(fold(publisher)), folded):
                printed = _PRINTED.match(folded, match.end())
                out.append((match.start(), printed.end() if printed else match.end()))
        return out

    def _firm_of_its_brand(self, span: Span, folded: str) -> tuple[str, ...]:
        """The firm alone of a name that is its own and its brand's, 芮汐 of 芮汐生物, but where the brand is asked about."""
        firms = [i for i in span.ids if self._names.entities[i].kind == "company"]
        if len(firms) != 1 or len(span.ids) < _SEVERAL:
            return span.ids
        own = [fold(a) for a in (*self._names.entities[firms[0]].aliases, *self._names.entities[firms[0]].names.values())]
        others = [self._names.entities[i] for i in span.ids if i not in firms]
        if not all(e.kind == "product" and any(n.startswith(fold(b)) for n in own for b in e.names.values()) for e in others):
            return span.ids
        asked = _BRAND_BEFORE.search(folded, 0, span.start) or _BRAND_BEHIND.match(folded, span.end)
        return tuple(e.id for e in others) if asked else (firms[0],)

    def _called(self, publisher: str, named: Sequence[Span]) -> bool:
        """Whether a publisher is named otherwise: 巨潮 for 巨潮WAVE."""
        entities = self._names.entities
        ids = {t.id for t in self._names.terms(fold(publisher)) if t.kind == "entity" and entities[t.id].kind in ("institution", "media")}
        return any(ids & set(s.ids) for s in named)

    def _without_makers(self, subjects: SubjectIds) -> SubjectIds:
        """Drop a company whose product is asked about: the product is the subject."""
        makers = {self._names.makers.get(i) for g in subjects for i in g}
        return tuple(g for g in subjects if not set(g) & makers) or subjects

    def _things_first(self, subjects: SubjectIds, folded: str, named: Sequence[Span]) -> SubjectIds:
        """A company's name right before its product's ("馭嵐Y70") only says whose product it is."""
        makers = {a.ids for a, b in pairwise(named) if a.ids != b.ids and folded[a.end : b.start] in _ITS and self.things((b.ids,))}
        elsewhere = {s.ids for s, after in pairwise([*named, None]) if s is not None and s.ids in makers and (after is None or folded[s.end : after.start] not in _ITS)}
        subjects = tuple(g for g in subjects if g not in makers - elsewhere or self._names.entities[g[0]].kind != "company")
        kinds = [self._names.entities[g[0]].kind for g in subjects]
        if len(subjects) == 2 and kinds == ["company", "product"] and not qw.COMPARE.search(folded):
            return subjects[1:]
        if kinds.count("product") > 1 and kinds.count("company") == 1 and kinds[0] == "company":
            return subjects[1:]  # Zentro Fold 3比X9貴多少
        if kinds.count("product") > 1 and kinds.count("company") == 1:  # Loop Pro和衡域的Vista S: between two things a firm is no third
            return tuple(g for g, kind in zip(subjects, kinds, strict=True) if kind != "company")
        return subjects

    def _meant(self, text: str, span: Span, others: Sequence[Span]) -> bool:
        """Whether a name that is an everyday word too is meant as a name: alone, known here, and written like one."""
        if not span.weak:
            return True
        typed = text[span.start : span.end] if len(text) >= span.end else ""
        written = not typed.isascii() or typed != typed.lower()
        firm = self._names.entities[span.ids[0]].kind == "company" and _OF_FIRM.match(text, span.end)
        named = typed.isascii() and typed[:1].isupper() and span.start > 0  # within a sentence, a capital says that a name is meant
        if not written and len(others) == 1 and self._names.entities[span.ids[0]].kind == "company" and text == text.lower():
            written = bool(_WHERE_NAMES_STAND.fullmatch(text, 0, span.start))  # nothing is typed with a capital: "and montage?"
        return (len(others) == 1 or bool(firm) or named or self._in_a_row(text, span, others)) and written and any(i in self._known for i in span.ids)

    def _in_a_row(self, text: str, span: Span, others: Sequence[Span]) -> bool:
        """Whether a name that is a word too stands in a row with another of its kind: 天數、壁仞, "Apple vs Huawei"."""
        kind = self._names.entities[span.ids[0]].kind
        near = [s for s in others if s is not span and not s.weak and self._names.entities[s.ids[0]].kind == kind == "company"]
        return any(_ROW.fullmatch(text, min(a.end, b.end), max(a.start, b.start)) for a, b in ((span, s) for s in near) if max(a.start, b.start) >= min(a.end, b.end))

    def side_by_side(self, folded: str, named: Sequence[Span], subjects: SubjectIds) -> bool:
        """Return whether a question names all of its subjects in one row: 甲跟乙起售價多少 asks of each."""
        row = sorted((s for s in named if s.ids in subjects), key=lambda s: s.start)
        return len(row) == len(subjects) > 1 and all(_ROW.fullmatch(folded, a.end, b.start) for a, b in pairwise(row))

    def things(self, subjects: SubjectIds) -> bool:
        """Whether all subjects are products."""
        return bool(subjects) and all(self._names.entities[g[0]].kind == "product" for g in subjects)

    def people(self, subjects: SubjectIds) -> bool:
        """Whether somebody is among the subjects."""
        return any(self._names.entities[g[0]].kind == "person" for g in subjects)

    def hard(self, ids: tuple[str, ...]) -> bool:
        """Whether a name is a subject an answer must be about: places and unknown products are only words."""
        kinds = {self._names.entities[i].kind for i in ids}
        known = any(i in self._known for i in ids)
        if kinds <= {"institution"} and self.exchange(ids):
            return False
        return not kinds <= {"place", "concept"} and (known or not kinds <= {"product", "concept"})

    def exchange(self, ids: tuple[str, ...]) -> bool:
        """Whether a name is a stock exchange or board: where something is listed, not whom it is about."""
        return any(EXCHANGE.search(fold(a)) for i in ids for a in self._names.entities[i].aliases)


def with_translation(folded: str, span: Span) -> Span:
    """Let a name swallow its other spelling beside it: "Chengyue Power (澄岳動力)", 澄岳動力(Chengyue Power)."""
    if span.kind != "entity":
        return span
    start, end = span.start, span.end
    if folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
        before = _LATIN_NAME.search(folded[: start - 1])
        foreign = _HAN_NAME.search(folded[: start - 1])
        place = before.start() if before else foreign.start("name") if foreign and folded[start:end].isascii() else start - 1
        for word in reversed(list(re.finditer(r"[a-z0-9'’-]+", folded[place : start - 1]))):
            if word.group() in qw.STOP_EN or qw.COMPARE.search(word.group()):
                place += word.end()
                break
        return replace(span, start=place, end=end + 1)
    after = _IN_BRACKETS.match(folded, end)
    return replace(span, end=after.end()) if after else span
