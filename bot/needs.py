"""What an answer must hold besides subject and period: the measures, the concepts, and the words left over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.asked import THE_SCHOOL, WHICH_SCHOOL, asked_nouns
from bot.contentwords import blank, content_words, generic, is_light
from bot.derivations import akin
from bot.directions import apart
from bot.englishneeds import EnglishNeeds, without_readings
from bot.fillers import fillers
from bot.question import LIKE, SIBLINGS
from bot.reasonneeds import as_result, of_reason
from bot.reasonwords import ONLY_WHY
from bot.softwords import only_names_kind, soft_word
from bot.subjects import Subjects
from kb import lazy
from kb.library import Library
from kb.names import Span
from kb.search import Need
from kb.segment import words_of
from kb.terms import entity_token, span_terms, term_token
from kb.text import HAN_ONE, bigrams, fold, stem, words

_LONGEST_NAME = 4  # Chinese characters; a longer unknown run is several words
_ALIKE = 2  # other spellings of a term
_LEAST_INFLECTED = 6  # letters
_PARTICLES = frozenset("at on in to of for with from by up out off over down into about together beyond".split())  # of a verb
_HYPHENED = lazy.compile(r"(?<![\w-])[a-z]{2,}(?:-[a-z]{2,})+(?![\w-])")
_ORDINAL = lazy.compile("(?P<which>第[二三四五六七八九十])[座家款条期架艘间颗枚台]")  # of things in a row: 第三座工廠
_SO_MANY = lazy.compile("(?<![第初老十百千])[两二三四五六七八九十几哪](?P<of>家)(?=[\u3400-\u9fff])")  # 三家電梯廠 tells of no 家電
_HARDLY = lazy.compile(r"\b(?:so (?:little|slow\w*)|only|barely|hardly|slower|less)\b|[这那]么(?:慢|少)|变慢|放缓|仅")  # that it hardly grew is not told by growth
_PROFIT = lazy.compile(r"profit|net-loss")
_NO_THING = frozenset("总全净毛单季新老现合共初末首双半期均额价率量股业财累拟预应实年月周旬约近超达逾亿万元块趟份话掉降涨跌增减升差盈亏赚花卖派收付领获得派募融投")
_COMPLEMENTS = frozenset("完成到出上下去来掉住着得起开过走好中在进入满动给回为了")  # after a verb of one character
_SAYS_WHICH = frozenset("首第二三四五六七八九十两双新旧老先后前头每各全某本该同另")  # before a noun: 首架, 二厂
_FINISHED = lazy.compile("(?P<verb>[\u3400-\u9fff])[完掉过](?P<thing>[\u3400-\u9fff])")  # a verb with its complement and its object
_GROWING = "增长涨升"
_MOVED = "涨跌"
_PAY_FOR, _BUYING = ("pay for", "paid for", "paying for", "pays for"), "acquired"  # what is paid for a firm, it was bought for
_FULL_NAME = ("full-name",)  # of a firm it is asked for; of a term it only asks what that stands for
_SIGNS = frozenset("变负 转负 为负 变正 转正 为正".split())
_IN_HKD = lazy.compile(r"hk ?\$|\bhk dollars?\b")
_ITS_NUMBER = lazy.compile(r"-?[0-9]{1,3}(?![0-9年月日号.%万亿元个家])")

_EXPECTED = tuple((stem(w),) if w.isascii() else tuple(bigrams(w)) for w in "guidance expects outlook forecast 预期 预计 指引 展望 目标".split())
# "what share of its full-year revenue comes from its largest customer": the measure says of what.
_SHARE_FROM = lazy.compile(r"\b(?:share|proportion|percentage|portion|part|per ?cent) of [^?,]{0,48}?\b(?:revenues?|sales|turnover|income)\b(?=[^?]*\b(?:customers?|clients?)\b)")
_ALSO_CALLED = lazy.compile(r"(?<=[\u3400-\u9fff])\([\u3400-\u9fff]{2,6}\)(?=[\u3400-\u9fff])")  # 裝置(設備)企業: one thing by two names
_OTHERWISE_SAID = ("adjusted", "underlying", "clean", "result", "net result", "net results", "profit", "获利", "净利")  # of the profit without what came once
_HELD = 3  # needs, without which no strange word is let go
_WHY_EN = lazy.compile(r"\bwhy\b")
_HOW_MUCH_EN = lazy.compile(r"\bhow (?:much|many)\b")
_AGAIN = lazy.compile(r"(?P<said>[a-z][a-z -]{1,30}|[\u3400-\u9fff]{2,10}) ?\((?:i\.e\.,? |or |即|也就是)?(?P<again>[a-z][a-z -]{1,24}|[\u3400-\u9fff]{2,8})\)")
_ALL_OF_THEM = lazy.compile(r"(?:这|那)?[两三四五六七八2-8](?:家|间|大|款|个)[\u3400-\u9fff]{1,6}?(?=[,:]|[之当]?中[,谁哪]?|里面?[,谁哪]|$)")
_BEGINS = lazy.compile(r"[\u3400-\u9fff]{3,4}(?=[\n\d])")
_GRAMMAR = lazy.compile("[了过着得到在是有会能要被把给让吗呢吧啊哪谁什怎几多少这那的]")
_MAKE = lazy.compile(r"[\u3400-\u9fff]{2}(?:版|款|型)$")
_IN_ONE = {"hong-kong": "港", "united-states": "美", "japan": "日", "taiwan": "台", "united-kingdom": "英", "south-korea": "韩", "germany": "德", "france": "法", "india": "印", "europe": "欧"}  # 来港上市: a place in one character
_TOWARDS = "来赴在抵访返"
# Where a place's firms are listed: 去香港上市 is told by 向港交所遞表.
_EXCHANGES = {"hong-kong": ("hkex",), "united-states": ("nasdaq", "nyse"), "shanghai": ("sse",), "shenzhen": ("szse",), "beijing": ("bse",), "new-york": ("nyse", "nasdaq")}
_LISTING = lazy.compile(r"上市|挂牌|递表|交表|ipo|招股|\b(?:list(?:s|ed|ing)?|float\w*|go(?:es|ing)? public|debut\w*)\b")
_YEAR_END = ("年底", "年末", "期末", "年终")  # one time of the year, however it is called
_A_TIME = lazy.compile("[天日周月季年期次届场]$|[a-z这本上首末]轮$")  # 头一天
_JOINED = lazy.compile(r" (?:and|or|versus) |[和与及跟]")


def _not_counted(folded: str, spans: Sequence[Span]) -> list[Span]:
    """The names and terms without those that begin with the 家 of a number: 三家電梯廠 tells of no 家電."""
    counted = {m.start("of") for m in _SO_MANY.finditer(folded)}
    return [s for s in spans if s.start not in counted or s.kind == "entity"]


def _in_apposition(folded: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where words stand behind names in a row that only say what those are: 甲、乙、丙三家電梯廠,."""
    ends = {s.end for s in spans if s.kind == "entity"}
    several = len(ends) > 1
    return [m.span() for m in _ALL_OF_THEM.finditer(folded) if several and m.start() in ends]


class Needs:
    """Finds what answers of one archive must hold."""

    def __init__(self, library: Library, subjects: Subjects) -> None:
        """Look words up in the archive's dictionary, and ask `subjects` which names answers must be about."""
        self._library = library
        self._names = library.names
        self._subjects = subjects
        self._gloss = library.gloss
        self._gloss_back = library.gloss_back
        self._english = EnglishNeeds(library)

    def find(self, text: str, folded: str, spans: Sequence[Span], when: Sequence[tuple[int, int]]) -> tuple[Need, ...]:
        """Return what an answer must hold besides subject and period.

        `spans`: the names and terms found; `when`: where periods and the like stand, which are no needs.
        """
        out: list[Need] = []
        asks = [m.span() for m in qw.IMPERATIVE_LIST.finditer(folded)] + fillers(folded)
        for span in (spans := _not_counted(folded, spans)):
            surface = folded[span.start : span.end]
            if any(a <= span.start and span.end <= b for a, b in asks):
                continue
            if span.kind == "entity":
                if not self._subjects.hard(span.ids):
                    out.append(self._named_need(surface, span.ids, spans, listing=bool(_LISTING.search(folded))))
                continue
            if (generic(surface) and not (span.ids == _FULL_NAME and self._of_somebody(spans))) or (span.kind == "concept" and any(p.fullmatch(surface) for p in qw.SAYS_HOW)):
                continue
            options = tuple(dict.fromkeys((*self._term_options(span, surface), *self._otherwise(folded, span))))
            if span.weak and any(s.kind == "measure" and s.start == span.end for s in spans):  # 货运|收入: cargo, and not its volume
                options += tuple(o for o in self._in_english(surface) if o not in options)
            if surface in _PAY_FOR and any(s.kind == "entity" and folded[span.end : s.start].strip() in ("", "the") for s in spans):
                options += ((term_token("concept", _BUYING),),)
            out.append(Need(surface, options, light=is_light(surface)))
        taken = [(s.start, s.end) for s in spans] + list(when) + asks
        partly = [(s.start, s.end) for s in spans if s.kind != "entity" and is_light(folded[s.start : s.end])]  # the sell of sell-through
        hyphened = [m for m in _HYPHENED.finditer(folded) if _is_term(m.group()) and not any(a < m.end() and m.start() < b and (a, b) not in partly for a, b in taken)]
        out = [n for n in out if not any(n.surface in m.group() for m in hyphened)]
        hyphened = hyphened if HAN_ONE.search(folded) else []
        out += [Need(m.group(), (tuple(stem(w) for _, _, w in words(m.group())),), key=True) for m in hyphened]
        taken += [m.span() for m in hyphened]
        taken += (asides := _asides(folded))
        out = [n for n in out if not any(n.surface in folded[a:b] for a, b in asides)]
        taken += (rows := _in_apposition(folded, spans))
        out = [n for n in out if not any(n.surface in folded[a:b] for a, b in rows)]
        taken += (said := _said_otherwise(folded))
        out = [*_besides(out, folded, said), *_outlook(folded, spans)]
        if polite := qw.POLITE.match(folded):
            taken.append(polite.span())
            out = [n for n in out if n.surface not in polite.group()]
        rest = blank(folded, [*taken, *(m.span("of") for m in _SO_MANY.finditer(folded))])
        for pattern in (*qw.SAYS_HOW, *(p for _, p in qw.ANSWER_TYPES), dict(qw.KINDS)["timeline"]):
            rest = pattern.sub(lambda m: "\n" * len(m.group()), rest)
        left = content_words(rest, self._library.ordinary.__contains__)
        out += [_numbered(need, rest) if need.key else need for need in map(self._chinese_need, left or self._begins_strange(rest, spans))]
        singles = (self._single_need(rest[s.start - 1]) for s in spans if s.kind == "measure" and _stands_alone(rest, s.start - 1))
        out += [*(Need(m.group(), (tuple(bigrams(m["which"])),), key=True) for m in _ORDINAL.finditer(rest)), *singles, *self._english.find(text, without_readings(rest, text), may_lose=not any(s.kind == "measure" and not s.weak for s in spans) and _enough_held(out, folded))]
        out = _said_twice(out, folded)
        out = [replace(n, verbal=True, loose=_bare(n.surface)) if self._verbal(n) else n for n in out if n.options and not (n.surface == "hk" and _IN_HKD.search(folded))]  # hk: the currency, and no place
        out = [replace(n, verbal=False, key=True) if _aimed_at(n, folded) else n for n in out]
        at = [(s.start, s.end) for s in spans if s.kind == "measure"]
        out = [as_result(n) for n in out if not (self._of_name(n.surface, folded, spans) if n.surface.isascii() else self._ends_name(n.surface, folded, spans))]
        apart = {n for n in out if _beside(folded, n.surface, at) or (at and qw.EXCLUDING.fullmatch(n.surface)) or self._compounds(n, folded, spans)}
        out = [replace(n, beside=True) if n in apart else n for n in out]
        things = [s.end for s in spans if s.kind == "entity" and self._names.entities[s.ids[0]].kind == "product"]
        begin = {s.start for s in spans if s.kind == "entity"}
        out = [replace(n, light=True) if only_names_kind(n.surface, folded, things) else n for n in out if not _only_describes(n.surface, folded, begin) or self._said(n)]
        return _kind_apart(tuple(dict.fromkeys(out)), asked_nouns(folded))

    def _of_somebody(self, spans: Sequence[Span]) -> bool:
        """Whether a firm, a body or a person is named."""
        return any(s.kind == "entity" and self._names.entities[s.ids[0]].kind in ("company", "institution", "person") for s in spans)

    def _term_options(self, span: Span, surface: str) -> tuple[tuple[str, ...], ...]:
        """What meets a measure or another term of the lexicon."""
        options: list[tuple[str, ...]] = [*((term_token(k, i),) for k, i in span_terms(span) if k != "entity"), *(self._each_part(surface) if span.kind == "concept" else [])]
        # 歸母淨利潤 is no other 淨利潤: money measures must be meant, not only sound alike
        strict = span.kind == "measure" and not span.weak and self._names.measures[span.ids[0]].unit == "money"
        options += [(term_token("measure", m),) for m in self._standing_in(span)]
        if span.kind == "measure" and (noun := surface.removeprefix("how many ")) != surface:
            also = [i for s in self._names.find(noun) if s.kind == "concept" for i in s.ids]
            options += [(term_token("concept", i),) for i in also]
        if not surface.isascii() and len(surface) > 1 and not strict:
            options.append(tuple(bigrams(surface)))
        if span.kind == "concept":
            options += [*self._spelt_alike(span, surface), *self._in_english(surface), *self._as_written(surface)]
        if span.kind == "measure" and span.weak and surface.isascii() and all(self._names.measures[i].unit == "any" for i in span.ids):
            verb = stem(surface)  # exports: of whatever unit, or that it does
            options += [(term_token("concept", i),) for s in self._names.find(verb) if s.kind == "concept" and s.end - s.start == len(verb) for i in s.ids]
        if "price-change" in span.ids:  # how far something rose is told by that it did
            options += [(character,) for character in _MOVED]
        return tuple(o for o in options if o)

    def _as_written(self, surface: str) -> list[tuple[str, ...]]:
        """The English words of a term, which a sentence may have inside a longer term ("ten-thousand-card cluster"), and the noun or verb of a single one."""
        if not surface.isascii() or any(c.isdigit() for c in surface):
            return []
        said = tuple(stem(w) for _, _, w in words(surface))
        others = [(w,) for w in akin(said[0])] if len(said) == 1 else []
        return [o for o in (said, *others) if o and all(self._library.search.occurs(t) for t in o)]

    def _said(self, need: Need) -> bool:
        """Whether any article says a word, or what the lexicon has for it."""
        return any(self._library.search.occurs(t) for o in need.options for t in o)

    def _spelt_alike(self, span: Span, surface: str) -> list[tuple[str, ...]]:
        """What a term of the lexicon is called elsewhere with a character of its own in common: 晶片 for 芯片, inside a longer term too (模擬晶片)."""
        if surface.isascii():
            return []
        called = dict.fromkeys(fold(t) for i in span.ids if i in self._names.concepts for t in self._names.concepts[i].terms)
        alike = [t for t in called if t != surface and len(t) == len(surface) and not t.isascii() and set(t) & set(surface)]
        return [tuple(bigrams(t)) for t in alike[:_ALIKE]] if len(surface) > 1 else []

    def _compounds(self, need: Need, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a noun stands right behind a firm's name: 嵐嶼郵輪 may be another house than the airline 嵐嶼, and its parts are not the whole."""
        if need.verbal or need.light or need.surface.isascii() or _A_TIME.search(need.surface):
            return False
        firms = (s.end for s in spans if s.kind == "entity" and self._names.entities[s.ids[0]].kind == "company")
        return any(folded.startswith(need.surface, end) for end in firms)

    def _begins_strange(self, rest: str, spans: Sequence[Span]) -> list[str]:
        """What a question begins with that is made of small words and may be the name of a stranger: 湯日和2024年營收."""
        begins = _BEGINS.match(rest)
        if begins is None or any(s.kind == "entity" for s in spans) or _GRAMMAR.search(begins.group()):
            return []
        cut = words_of(begins.group(), lambda w: w in qw.STOP_WORDS_ZH or self._library.is_ordinary(w), qw.STOP_SINGLE)
        lone = any(len(w) == 1 and w not in qw.STOP_SINGLE for w in cut)
        return [begins.group()] if lone and all(len(w) == 1 for w in cut) else []

    def of_reason(self, folded: str, needs: tuple[Need, ...], measures: Sequence[str], aspect: str) -> tuple[Need, ...]:
        """Return the needs of a question for a reason (`bot.reasonneeds`), with those of a noun and its verb apart: "share drop"."""
        needs = needs if _HARDLY.search(folded) else apart(needs, self._thing)
        profits = [m for m in self._names.measures if _PROFIT.search(m)]
        return of_reason(folded, needs, aspect, measured=bool(measures), profits=profits, in_english=self._in_english)

    def _thing(self, noun: str) -> Need | None:
        """The need of a thing by its name alone: the shares of "share drop"."""
        options: list[tuple[str, ...]] = [(term_token(k, i),) for s in self._names.find(noun) for k, i in span_terms(s) if k != "entity"]
        if noun.isascii():
            options += [(stem(noun),), *(tuple(bigrams(z)) for z in self._english.meanings(stem(noun)))] if " " not in noun else [tuple(stem(w) for _, _, w in words(noun))]
        elif len(noun) > 1:
            options.append(tuple(bigrams(noun)))
        return Need(noun, tuple(o for o in options if o)) if options else None

    def _of_name(self, word: str, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a word is only the second half of a name asked about: the Marsh of Pellow & Marsh."""
        if f"& {word}" not in folded:
            return False
        known = (self._names.entities[i] for s in spans if s.kind == "entity" and self._subjects.hard(s.ids) for i in s.ids)
        return any(word == w for e in known for name in e.names.values() for _, _, w in words(fold(name)))

    def _ends_name(self, word: str, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a word only says in Chinese what the name before it ends with: Corvane銀行 is Corvane Bank."""
        meanings = [set(k.split()) for k in self._gloss_back(word)]
        for span in spans if meanings else ():
            if span.kind == "entity" and folded[span.end :].lstrip().startswith(word):
                known = (self._names.entities[i] for i in span.ids)
                said = {stem(w) for e in known for name in (*e.names.values(), *e.aliases) for _, _, w in words(fold(name))}
                if any(m and m <= said for m in meanings):
                    return True
        return False

    def _each_part(self, surface: str) -> list[tuple[str, ...]]:
        """What meets a term that joins two others: training and inference, each by itself."""
        parts = _JOINED.split(surface)
        found = [next((term_token(k, i) for s in self._names.find(part) for k, i in span_terms(s) if k == "concept"), "") for part in parts]
        return [tuple(found)] if len(parts) > 1 and all(found) else []

    def _named_need(self, surface: str, ids: tuple[str, ...], spans: Sequence[Span], *, listing: bool) -> Need:
        """A place or an exchange that is named; where nothing else is, it is an exchange itself that is asked about."""
        options: list[tuple[str, ...]] = [(entity_token(i),) for i in ids]
        options.append(tuple(bigrams(surface)) or tuple(stem(w) for _, _, w in words(surface)))
        options += [*self._in_english(surface), *(tuple(bigrams(f"{verb}{_IN_ONE[i]}")) for i in ids if i in _IN_ONE for verb in _TOWARDS)]
        options += [(entity_token(e),) for i in ids if listing for e in _EXCHANGES.get(i, ())]
        about = any(s.kind == "entity" and self._subjects.hard(s.ids) for s in spans)
        places = all(self._names.entities[i].kind == "place" for i in ids) or (about and self._subjects.exchange(ids))
        unsaid = places and self._goes_without_saying(ids)
        return Need(surface, tuple(o for o in options if o), light=unsaid, key=not unsaid)

    def _goes_without_saying(self, ids: tuple[str, ...]) -> bool:
        """Whether a place need not be said: the country news of it seldom names, and exchanges."""
        return self._subjects.exchange(ids) or "china" in ids

    def _standing_in(self, span: Span) -> list[str]:
        """Measures whose name in a sentence answers for one in the question: a share of revenue names the revenue."""
        if span.kind != "measure":
            return []
        out = [i.removesuffix("-share") for i in span.ids if i.endswith("-share")]
        out += [m for i in span.ids for group in (*SIBLINGS, *LIKE) if i in group for m in group if m != i]
        return [m for m in out if m in self._names.measures]

    def _chinese_need(self, run: str) -> Need:
        if match := _FINISHED.fullmatch(run):  # 敲完锣 is 敲锣
            return Need(run, (tuple(bigrams(match["verb"] + match["thing"])), (match["thing"],)))
        if run in _SIGNS:
            return Need(run, ((run[1],),), light=True)  # 現金流變負 is told by a minus
        if len(run) == 2 and run[1] == "得":  # 長得快: how it does what it does
            return Need(run, tuple((c,) for c in _GROWING) if run[0] in _GROWING else ((run[0],),), light=True)
        options = [tuple(bigrams(run)), *self._in_english(run)]
        if run in _YEAR_END:
            options += [tuple(bigrams(other)) for other in _YEAR_END if other != run]
        named = not (self._library.is_ordinary(run) or is_light(run)) and 2 <= len(run) <= _LONGEST_NAME
        named = named and not _is_put_together(run)
        return Need(run, tuple(options) if len(run) > 1 else (), light=is_light(run), key=named)

    def _single_need(self, character: str) -> Need:
        """What is measured, in one character: 鋅產量, 茶收入."""
        return Need(character, ((character,), *self._in_english(character)), beside=True)

    def _whole_word(self, folded: str, span: Span) -> str:
        """The word that a term of the lexicon begins in a message, as the dictionary has it: 合作社, not 合作."""
        longer = (folded[span.start : span.end + more] for more in (2, 1))
        return next((w for w in longer if HAN_ONE.match(w[-1]) and self._library.is_ordinary(w) and self._in_english(w)), folded[span.start : span.end])

    def _otherwise(self, folded: str, span: Span) -> list[tuple[str, ...]]:
        """What the dictionary has in the other language for a word that the lexicon has too, but for names of measures: the lexicon may know another of its senses."""
        surface = self._whole_word(folded, span)
        if (span.kind != "concept" and not span.weak) or _A_TIME.search(surface):
            return []  # 財年 is told by no other year
        if surface.isascii():
            return [tuple(bigrams(z)) for z in self._english.exact(surface)]
        return self._in_english(surface)

    def _in_english(self, run: str) -> list[tuple[str, ...]]:
        """The English stems that say what a Chinese run says, where articles in English have no Chinese edition."""
        return [] if run.isascii() else [tuple(key.split()) for key in self._gloss_back(run)]

    def _verbal(self, need: Need) -> bool:
        """Whether a need is a verb or an adverb, no name and no measure."""
        if need.key or any(t.startswith("m_") for o in need.options for t in o):
            return False
        if qw.EXCLUDING.search(need.surface):
            return False
        if _is_done(need.surface):
            return True
        said = [w for w in need.surface.split() if w not in _PARTICLES] or need.surface.split()
        return all(w in self._library.verbs or stem(w) in self._library.verbs or _inflected(w) for w in said)


def _only_describes(surface: str, folded: str, names: Collection[int]) -> bool:
    """Whether a word stands right before a name and only says of what make that is: 閹割版H20."""
    return bool(_MAKE.search(surface)) and any(folded.endswith(surface, 0, start) for start in names)


def _enough_held(needs: Iterable[Need], folded: str) -> bool:
    """Whether what is held without words that no article has tells what is asked: why something happened needs less than a thing, a figure more than any."""
    kinds = asked_nouns(folded)
    held = sum(not n.light and n.surface not in kinds for n in needs)
    return held >= 1 if _WHY_EN.search(folded) else held >= _HELD and not _HOW_MUCH_EN.search(folded)


def _said_twice(needs: list[Need], folded: str) -> list[Need]:
    """The needs with one for what is said and said again in brackets, in another language or in short: ternary (NCM), licence fee (許可費)."""
    for match in _AGAIN.finditer(folded):
        said = max((n for n in needs if match["said"].rstrip().endswith(n.surface)), key=lambda n: len(n.surface), default=None)
        again = [n for n in needs if n is not said and n.surface in match["again"] and n.surface not in folded.replace(match["again"], " ")]
        if said and again:
            both = replace(said, options=tuple(dict.fromkeys((*said.options, *(o for n in again for o in n.options)))), key=False)
            needs = [both if n is said else n for n in needs if n not in again]
    return needs


def _said_otherwise(folded: str) -> list[tuple[int, int]]:
    """Where a message says which profit it asks for, what a company does with a sum, or a second name for one thing: no answer need say that."""
    spans = [m.span() for p in (qw.WITHOUT_ONE_OFFS, qw.OUTLOOK_BEFORE, _ALSO_CALLED, _SHARE_FROM) for m in p.finditer(folded)]
    return spans + [m.span("verb" if m["verb"] else "before") for m in qw.TAKES_IN.finditer(folded)]


def _besides(needs: Sequence[Need], folded: str, said: Sequence[tuple[int, int]]) -> list[Need]:
    """The needs without those that stand in such a place, or tell which profit is asked for where the message does so."""
    known = _OTHERWISE_SAID if qw.WITHOUT_ONE_OFFS.search(folded) else ()
    return [n for n in needs if n.surface not in known and not any(n.surface in folded[a:b] for a, b in said)]


def _outlook(folded: str, spans: Sequence[Span]) -> list[Need]:
    """What must be spoken of where an earlier outlook is asked for, and no measure says of what."""
    of_measure = any(s.kind == "measure" and not s.weak for s in spans)
    return [Need("guidance", _EXPECTED)] if qw.OUTLOOK_BEFORE.search(folded) and not of_measure else []


def _asides(folded: str) -> list[tuple[int, int]]:
    """Where a message of several sentences asks nothing: "Sorry to bother you. … Thanks in advance!"; what means a school without its name."""
    parts = [m.span() for m in qw.SENTENCE.finditer(folded) if m.group().strip()]
    asking = [(a, b) for a, b in parts if "?" in folded[a:b] or qw.ASKS.search(folded[a:b])]
    schools = [m.span() for p in (THE_SCHOOL, WHICH_SCHOOL) for m in p.finditer(folded)]  # this school, of which school: no name
    if asking and all(ONLY_WHY.fullmatch(folded[a:b].strip()) for a, b in asking):
        asking += [p for p in parts if p not in asking][-1:]  # "Sales dropped. What happened?": it asks of what was said before
    return [*schools, *(p for p in parts if asking and len(parts) > 1 and p not in asking)]


def _is_term(word: str) -> bool:
    """Whether a word with a hyphen, written in a Chinese question, means something else than its parts: sell-through, not full-year."""
    return not (soft_word(word) or qw.WHOLE_YEAR.search(word) or word in ("one-off", "one-time"))


def _inflected(word: str) -> bool:
    """Whether an English word is an adverb or a form only verbs have: "guiding", "booked", not "banking"."""
    if len(word) < _LEAST_INFLECTED or not word.isascii():
        return False
    return word.endswith("ly") or (word.endswith(("ing", "ed")) and word not in qw.NOUNS_IN_ING)


def _beside(folded: str, surface: str, measures: Sequence[tuple[int, int]]) -> bool:
    """Whether a word says of which part a measure is asked: 海外營收, 遊戲業務的收入, "revenue from games"."""
    begin = folded.find(surface) if surface and measures else -1
    while begin >= 0:
        stop = begin + len(surface)
        for start, end in measures:
            before = stop <= start and qw.BEFORE_MEASURE.fullmatch(folded, stop, start)
            after = end <= begin and qw.AFTER_MEASURE.fullmatch(folded, end, begin)
            if before or after:
                return True
        begin = folded.find(surface, stop)
    return False


def _aimed_at(need: Need, folded: str) -> bool:
    """Whether a verb says of what a target or a budget is: 出口目標 is not met by some other target."""
    return need.verbal and not need.surface.isascii() and len(need.surface) > 1 and any(f"{need.surface}{of}" in folded for of in ("目标", "指标", "预算", "配额"))


def _numbered(need: Need, rest: str) -> Need:
    """A name that is left over, with the number behind it: 凌霄4 is not in articles on 凌霄3."""
    found = re.search(re.escape(need.surface) + _ITS_NUMBER.pattern, rest)
    return replace(need, surface=found.group(), options=((found.group(),),)) if found else need


def _is_put_together(run: str) -> bool:
    """Whether a run that no dictionary has is no name but two words of one character: 融完, 撐過, 二廠, 首架."""
    return run[0] in _SAYS_WHICH or _is_done(run)


def _is_done(run: str) -> bool:
    """Whether a run is a verb of one character with its complement: 融完, 撐過."""
    return len(run) == 2 and run[1] in _COMPLEMENTS


def _stands_alone(rest: str, place: int) -> bool:
    """Whether one Chinese character that is no function word stands by itself before what is taken."""
    character = rest[place : place + 1] if place >= 0 else ""
    alone = bool(HAN_ONE.fullmatch(character)) and not HAN_ONE.fullmatch(rest[place - 1 : place] if place else "")
    return alone and character not in qw.STOP_SINGLE and character not in _NO_THING


def _bare(surface: str) -> str:
    """A Chinese word as it may be loosely matched; English ones are not."""
    return "" if surface.isascii() else surface


def _kind_apart(needs: tuple[Need, ...], asked: frozenset[str]) -> tuple[Need, ...]:
    """Let the noun that only says what kind of thing is asked for be light, where something else is left to hold."""
    lighter = tuple(replace(n, light=True) if n.surface in asked and not n.key else n for n in needs)
    return lighter if any(not n.light for n in lighter) else needs
