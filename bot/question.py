"""A message -> what it asks: language, kind, subjects, measures, period, and what an answer must hold.

First what is known is found by longest match (names, measures, concepts, periods), then the words that
only make it a question are taken out; what is left over must be found in the answer. Nothing here looks
at articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot import questionwords as qw
from bot.asked import asked_nouns, asked_size, asked_unit
from kb import periods
from kb.dictionary import LOOSE
from kb.library import Library
from kb.misspelt import Misspelt
from kb.model import Period
from kb.names import Span, longest
from kb.search import Need
from kb.segment import words_of
from kb.terms import entity_token, span_terms, term_token
from kb.text import bigrams, count_scripts, fold, script, stem, words

_LONGEST_NAME = 4  # Chinese characters; a longer unknown run is several words
_LEAST_INFLECTED = 6  # letters
_LEAST_MENDED = 6  # letters; shorter words are too easily taken for another
_MENDED = 84.0  # rapidfuzz ratio
_WORTH = 50.0  # percent: what a loose translation is worth at least
NO_MEASURE = ("growth-rate", "decline-rate", "share-of-total")  # ways of asking, not things measured
Gloss = Callable[[str], Sequence[str]]
_EXCHANGE = re.compile(r"交易所|科创板|创业板|北交所|港交所|纳斯达克|纽交所|stock exchange|nasdaq|market$")
_ENDING = re.compile(r"(?:公司|集团|股份(?:有限公司)?|\s+(?:tech|technologies|inc|corp|ltd|limited|plc|group|co)\b\.?)")
_LIGHT_STEMS = frozenset(stem(w) for w in qw.LIGHT_STEMS) | qw.LIGHT_STEMS
# Measures that news takes for one another: what was shipped, delivered or sold in pieces.
SIBLINGS = (("shipments", "deliveries", "sales-volume"),)
_RESULTS = ("revenue", "net-profit")
_LATIN_NAME = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9.&'’-]*(?: [a-z][a-z0-9.&'’-]*){0,2} ?$")
_IN_BRACKETS = re.compile(r" ?\([^()]{1,40}\)")
# Farrowgate2025年, Corvane第四季: where a Latin name ends.
_RUN_ON = re.compile(r"(?<=[A-Za-z]{3})(?=(?:19|20)\d\d年|第[一二三四1-4][財财]?季|[一二三四]季度|[上下]半年|前三季|[去今明]年)")
_COMPLEMENTS = frozenset("完成到出上下去来掉住着得起开过走好中在进入满动给回为")  # after a verb of one character
_SAYS_WHICH = frozenset("首第二三四五六七八九十两双新旧老先后前头每各全某本该同另")  # before a noun: 首架, 二厂
_PARTED = re.compile("(?P<verb>[\u3400-\u9fff])[了咗過过]?(?P<many>多少|幾多|几多)(?P<noun>[\u3400-\u9fff])(?![\u3400-\u9fff])")
_GROWING = "增长涨升"
_ITS_NUMBER = re.compile(r"-?[0-9]{1,3}(?![0-9年月日号.%万亿元个家])")
_LOSING = (("亏",), ("loss",), ("赤字",))
_EARNING = (("盈",), ("赚",), ("净利",), ("纯利",), ("profit",))
_HOW_MANY = re.compile("多少|几多")
_HAN_RUN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks. `subjects`: each a tuple of entity ids it may mean (several when ambiguous)."""

    text: str
    folded: str
    lang: str
    kind: str
    wants: str = ""
    subjects: tuple[tuple[str, ...], ...] = ()
    measures: tuple[str, ...] = ()
    aspect: str = ""  # growth | decline | narrowing when the change is asked for
    periods: tuple[Period, ...] = ()
    needs: tuple[Need, ...] = ()
    phrase: str = ""  # what a definition is asked of, in the asker's words
    roles: tuple[str, ...] = ()  # concepts that are posts: "chief-executive"
    extreme: str = ""  # max | min | first | last
    flags: frozenset[str] = frozenset()
    misspelt: tuple[tuple[str, str], ...] = ()  # (as typed, entity id)
    publishers: tuple[str, ...] = ()  # whose articles to look at, where the question says so
    dimension: str = ""  # of the unit the answer is wanted in: "weight", "power"
    unknown: tuple[str, ...] = ()  # what looks like a name and is none we know


class Reader:
    """Reads questions with one set of names."""

    def __init__(self, library: Library, default_lang: str = "zh-Hant") -> None:
        """Read for one archive: with its names, its misspelling index and its dictionary."""
        self._library = library
        terms = {t for m in library.names.measures.values() for t in m.terms if t.isascii()}
        self._vocabulary = sorted({w for t in terms for w in t.lower().split() if len(w) >= _LEAST_MENDED and w.isalpha()}
                                  | {"forecast", "founded", "compare", "history", "announced"})  # fmt: skip
        self._names = library.names
        misspelt: Misspelt = library.misspelt
        gloss: Gloss = library.gloss
        self._known = library.known
        self._chinese_only = not library.articles.speak("en")
        self._gloss_back = library.gloss_back
        self._publishers = library.articles.publishers()
        self._ordinary = library.is_ordinary
        self._occurs = library.search.occurs
        self._typed = ""
        self._misspelt = misspelt
        self._gloss = gloss
        self._default = default_lang

    def read(self, text: str, lang_hint: str | None = None) -> Question:
        """Return what `text` asks, on its own: what it inherits is the conversation's business."""
        text = qw.SHORT_YEARS.sub(_each_year, text)
        text = qw.SHORT_YEAR.sub(lambda m: f"20{m.group(1)}", _RUN_ON.sub(" ", self._joined(text.strip())))
        folded = fold(text)
        self._typed = text
        spans = [_with_translation(folded, s) for s in self._names.find(folded)]
        spans, typed = self._with_misspelt(folded, spans)
        mended = self._mended(text, folded, spans)
        if mended != text:
            return self.read(mended, lang_hint)
        spans = [s for s in spans if not self._is_rate(folded, s)]
        spans = longest([_with_translation(folded, self._with_ending(folded, s)) for s in spans])
        spans = _outside_question_words(folded, spans)
        spans, strangers = self._without_lookalikes(folded, spans)
        pinyin = self._is_typed_pinyin(folded)
        lang = self._language(text, folded, spans, lang_hint)
        kind = self._smalltalk(folded)
        if kind:
            return Question(text, folded, lang, "smalltalk", wants=kind)
        when = [p for p in periods.find(folded) if not self._is_model(folded[p.start : p.end])]
        clear = [s for s in spans if not any(s.start < p.end and p.start < s.end for p in when) or s.kind == "entity"]
        if len(clear) < len(spans):  # 1月交付量 is 1月 and 交付量: read the rest again without the periods
            again = self._names.find(_blank(folded, [(p.start, p.end) for p in when]))
            clear = longest([*clear, *(s for s in again if s.kind != "entity")])
        spans = clear
        when = [p for p in when if not any(s.kind == "entity" and s.start < p.end and p.start < s.end for s in spans)]
        subjects, publishers = self._subjects(folded, [s for s in spans if s.kind == "entity"])
        question = Question(
            text,
            folded,
            lang,
            "fact",
            wants=self._wants(folded, subjects),
            subjects=subjects,
            measures=self._sold(folded, self._measures(folded, spans), subjects),
            aspect=_aspect(self._without_measures(folded, spans)),
            periods=self._resolved(folded, tuple(p.period for p in when), subjects),
            roles=tuple(
                i for s in spans for k, i in span_terms(s) if k == "concept" and self._names.concepts[i].group == "role"
            ),
            extreme=_extreme(folded),
            flags=_flags(folded)
            | ({"pinyin"} if pinyin else frozenset())
            | {"relative" for p in when if p.period.kind == "relative"}
            | ({"year-before"} if qw.YEAR_BEFORE.search(folded) else frozenset()),
            misspelt=typed,
            publishers=publishers,
            dimension=asked_unit(folded) or (asked_size(folded) if self._things(subjects) else ""),
            unknown=strangers if not subjects else (),
        )
        when_said: list[tuple[int, int]] = []
        if question.wants in ("duration", "age"):  # what kind of figure is wanted says it already
            measures = self._names.measures
            lasting = [
                m
                for m in question.measures
                if "person" in measures[m].kinds and measures[m].unit in ("duration", "any")
            ]
            question = replace(question, measures=tuple(m for m in question.measures if m not in lasting))
            said = [s for s in spans if s.kind == "measure" and set(s.ids) & set(lasting)]
            spans = [s for s in spans if s not in said]
            when_said = [(s.start, s.end) for s in said]
        needs = self._needs(folded, spans, [*((p.start, p.end) for p in when), *when_said])
        if lang == "zh-Hans" and "pinyin" in question.flags:  # gufen, gongsi: words of a name that were typed along
            needs = tuple(replace(n, light=True) if qw.PINYIN_SYLLABLE.fullmatch(n.surface) else n for n in needs)
        question = replace(question, needs=needs, kind=self._kind(question))
        if not question.wants and question.roles and "name" in question.flags:
            question = replace(question, wants="person")  # 創始人叫什麼名字
        if question.wants == "person" and question.measures and (question.extreme or "compare" in question.flags):
            question = replace(question, wants="")  # 誰的營收高: any name may answer
        return self._definition(question, spans)

    def _joined(self, text: str) -> str:
        """The text with a word put together that its question parts: 派幾多息 is 派息幾多."""

        def join(match: re.Match[str]) -> str:
            word = fold(match["verb"] + match["noun"])
            known = any(t.kind == "measure" for t in self._names.terms(word))
            return f"{match['verb']}{match['noun']}{match['many']}" if known else match.group()

        return _PARTED.sub(join, text)

    def _subjects(
        self, folded: str, named: Sequence[Span]
    ) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
        """Return whom a question is about, and the publishers whose articles it asks of."""
        subjects = tuple(dict.fromkeys(s.ids for s in named if self._meant(s, named) and self._hard(s.ids)))
        subjects = self._things_first(self._without_makers(subjects), folded)
        publishers = tuple(p for p in self._publishers if fold(p) in folded)
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

    def _wants(self, folded: str, subjects: tuple[tuple[str, ...], ...]) -> str:
        """The kind of thing that would answer: how long a rocket is, is no duration."""
        wants = _answer_type(folded)
        return "amount" if wants == "duration" and self._things(subjects) and asked_size(folded) else wants

    def _things(self, subjects: tuple[tuple[str, ...], ...]) -> bool:
        return bool(subjects) and all(self._names.entities[g[0]].kind == "product" for g in subjects)

    def of_same_event(self, measures: Sequence[str], wants: str) -> list[str]:
        """Return the measures for when or where the event of other measures was: listing-date beside listing-venue."""
        asked = {"date": ("date",), "place": ("venue", "place")}.get(wants, ())
        events = dict.fromkeys(m.rpartition("-")[0] for m in measures if m.endswith(("-date", "-venue", "-place")))
        return [m for event in events for end in asked if (m := f"{event}-{end}") in self._names.measures]

    def person_meant(self, question: Question, known: Sequence[str]) -> str:
        """Return whom "he" or "she" means in a question that names no person: the first person of `known`, else ""."""
        entities = self._names.entities
        named = any(entities[i].kind == "person" for g in question.subjects for i in g)
        if named or not qw.HE_OR_SHE.search(question.folded):
            return ""
        return next((i for i in known if i in entities and entities[i].kind == "person"), "")

    # ------------------------------------------------------------ language and kind
    def _language(self, text: str, folded: str, spans: Sequence[Span], hint: str | None) -> str:
        """The asker's language, by the words that are no names; names tell only the script."""
        rest = list(re.sub(r"[(（][^()（）]*[)）]", lambda m: " " * len(m.group()), text).ljust(len(text)))
        for span in spans:
            if span.kind == "entity":
                rest[span.start : span.end] = " " * (span.end - span.start)
        han, latin = count_scripts("".join(rest))
        if han == 0 and latin == 0:
            han, latin = count_scripts(text)
            if not han:
                return "zh-Hans" if self._is_typed_pinyin(folded) else hint or self._default
            latin = 0
        if latin and han == 0 and self._is_typed_pinyin(folded):
            return "zh-Hans"  # pinyin is typed by those who write Simplified
        if latin and (han == 0 or latin >= 2 * han):
            return "en"
        if script(text) is None and qw.HANS_WORDS.search(text):
            return "zh-Hans"
        return script(text) or (hint if hint and hint != "en" else None) or self._default

    def _mended(self, text: str, folded: str, spans: Sequence[Span]) -> str:
        """The text with misspelt English words for measures put right ("revnue", "forcast"); names are left alone."""
        rest = _blank(folded, [(s.start, s.end) for s in spans])
        for start, end, word in reversed(words(rest)):
            known = len(word) < _LEAST_MENDED or any(c.isdigit() for c in word) or self._capitalised(text, start)
            if known or self._ordinary(word) or self._occurs(stem(word)):
                continue
            match = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_MENDED)
            if match and match[0][0] == word[0]:
                text = text[:start] + match[0] + text[end:]
        return text

    @staticmethod
    def _capitalised(text: str, start: int) -> bool:
        return start > 0 and text[start : start + 1].isupper()

    def _without_measures(self, folded: str, spans: Sequence[Span]) -> str:
        """The text without the names of measures: 減值損失 asks for no decline. Rates of change stay."""
        named = [
            s for s in spans
            if s.kind == "measure" and not any(i in NO_MEASURE or any(w in i for w in ("growth", "change", "price")) for i in s.ids)
        ]  # fmt: skip
        return _blank(folded, [(s.start, s.end) for s in named])

    def _is_rate(self, folded: str, span: Span) -> bool:
        """Whether 率 right after makes another measure of it: EBITDA率 is no EBITDA."""
        return span.kind == "measure" and folded[span.end : span.end + 1] == "率"

    def _resolved(
        self, folded: str, said: tuple[Period, ...], subjects: tuple[tuple[str, ...], ...]
    ) -> tuple[Period, ...]:
        """The periods asked for. 今年 is the year of the newest article on the subject, not of the calendar:

        the same question has the same answer every year. 去年同期 beside a named year is the year before it.
        """
        plain = tuple(p for p in said if p.kind != "relative")
        if len(plain) == len(said):
            return plain
        if plain or qw.YEAR_BEFORE.search(folded):
            return plain
        year = self._newest(subjects)
        found = periods.find(folded, year) if year else []
        return tuple(m.period for m in found if m.period.kind != "relative")

    def _newest(self, subjects: tuple[tuple[str, ...], ...]) -> int | None:
        """The year of the newest dated article that speaks of the subjects."""
        articles = self._library.articles
        ids = [i for g in subjects for i in g]
        about = {
            s.article_id
            for i in ids
            for s in self._library.archive.sentences(self._library.archive.sentences_about(i)[-50:])
        }
        years = [periods.resolve_year(articles[a].published) for a in about]
        return max((y for y in years if y), default=None)

    def _is_model(self, typed: str) -> bool:
        """Whether "H2" is a model the archive knows, not a half-year."""
        return bool(re.fullmatch(r"[hq]\d", typed.strip())) and any(
            t.kind == "entity" and t.id in self._known for t in self._names.terms(typed.strip())
        )

    def _is_typed_pinyin(self, folded: str) -> bool:
        """Whether all words of a message, two at least, can be read as pinyin and hardly any as English."""
        typed = [w for _, _, w in words(folded) if not w.isdigit()]
        if len(typed) < 2 or not all(qw.PINYIN_SYLLABLE.fullmatch(w) for w in typed):
            return False
        return sum(self._ordinary(w) for w in typed) * 2 <= len(typed)

    @staticmethod
    def _smalltalk(folded: str) -> str:
        found = ""
        for part in re.split(r"[,，。!~]+", folded.strip(" !.。~?,")):
            found = next((kind for kind, pattern in qw.SMALLTALK if pattern.match(part.strip(" ?"))), "")
            if not found:
                return next((k for k, pattern in qw.SMALLTALK if pattern.match(folded.strip(" !.。~?,"))), "")
        return found

    @staticmethod
    def _kind(question: Question) -> str:
        folded = question.folded
        several = len(question.subjects) > 1
        if question.wants == "reason":
            return "passage"
        if several and qw.COMPARE.search(folded):
            return "compare"
        if question.extreme and qw.WHICH.search(folded) and len(question.subjects) < 2:
            return "superlative"
        who = qw.WHO.search(folded)
        if who and question.subjects and not question.measures:
            return "person"
        return next((kind for kind, pattern in qw.KINDS if pattern.search(folded)), "fact")

    def _definition(self, question: Question, spans: Sequence[Span]) -> Question:
        """Recognise "X是什麼" where nothing but X is asked of."""
        match = qw.DEFINITION.match(question.folded)
        if not match or question.periods or question.extreme:
            return question
        part = "after" if match.group("after") else "before"
        phrase = match.group(part).strip(" 「」“”\"'‘’?") if match.group(part) else ""
        if not phrase or question.roles or (question.measures and not question.subjects):
            return question
        if any(p.search(phrase) for _, p in qw.ANSWER_TYPES[:-1]) or qw.PRONOUN.search(phrase):
            return question  # "RoboBrain and who trained it": more than a definition is asked for
        inside = [n for n in question.needs if n.surface in phrase and n.surface not in qw.TYPE_WORDS]
        if question.subjects and inside:
            return question
        measured = [
            s
            for s in spans
            if s.kind == "measure"
            and (not s.weak or question.subjects)
            and match.start(part) <= s.start < match.end(part)
        ]
        if measured or len(question.subjects) > 2 or question.wants in ("reason", "date", "place", "amount"):
            return question
        if question.kind not in ("fact", "list", "passage", "person") or len(phrase) > 40:
            return question
        start = match.start(part) + match.group(part).find(phrase)
        original = question.text[start : start + len(phrase)] if len(question.text) == len(question.folded) else phrase
        kinds = {self._names.entities[i].kind for g in question.subjects for i in g}
        if kinds == {"person"}:
            return replace(question, kind="person") if question.kind in ("fact", "person") else question
        return replace(question, kind="definition", phrase=original)

    # ------------------------------------------------------------ parts
    def _with_misspelt(self, folded: str, spans: list[Span]) -> tuple[list[Span], tuple[tuple[str, str], ...]]:
        known = [(s.start, s.end) for s in spans if not s.weak and (s.kind != "concept" or s.end - s.start > 2)]
        known += [(m.start(), m.end()) for m in qw.STOP_ZH.finditer(folded) if m.end() - m.start() > 1]
        rest = _blank(folded, known)
        found = self._misspelt.find(folded, rest)
        typed = tuple((folded[s.start : s.end], s.ids[0]) for s in found if s.kind == "entity")
        return longest([*spans, *found]), typed

    def _with_ending(self, folded: str, span: Span) -> Span:
        """Let a company's name swallow the ending it was typed with: "Biren Tech", 沐曦公司."""
        if span.kind != "entity" or self._names.entities[span.ids[0]].kind != "company":
            return span
        match = _ENDING.match(folded, span.end)
        return Span(span.start, match.end(), span.kind, span.ids, span.weak, span.also) if match else span

    def _without_lookalikes(self, folded: str, spans: list[Span]) -> tuple[list[Span], tuple[str, ...]]:
        """Take 瀾庭物業 for no 瀾庭地產: a short name with another firm's ending is another firm's name."""
        strangers = []
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
        gone = [s for s, _ in strangers]
        return [s for s in spans if s not in gone], tuple(name for _, name in strangers)

    def _measures(self, folded: str, spans: Sequence[Span]) -> tuple[str, ...]:
        strong = [i for s in spans for k, i in span_terms(s) if k == "measure" and not s.weak]
        if strong:
            found = dict.fromkeys(m for m in strong if m not in NO_MEASURE)
            if any(m.startswith("net-profit-") for m in found):
                found.pop("net-profit", None)  # 扣非淨利潤虧損多少 asks for one figure
            return tuple(found)
        others = [
            s
            for s in spans
            if s.kind == "concept"
            and not _generic(folded[s.start : s.end])
            and not _is_light(folded[s.start : s.end])
            and not qw.soft(folded[s.start : s.end])
            and not any(k == "measure" for k, _ in span_terms(s))
        ]
        weak = [i for s in spans for k, i in span_terms(s) if k == "measure"]
        if others and (_answer_type(folded) == "amount" or _extreme(folded) in ("max", "min")):
            return tuple(dict.fromkeys(m for m in weak if m in _RESULTS))  # 收入是多少 asks for no less than 營收
        return tuple(dict.fromkeys(weak)) if not others else ()

    def _sold(
        self, folded: str, measures: tuple[str, ...], subjects: tuple[tuple[str, ...], ...]
    ) -> tuple[str, ...]:
        """How much a company sold is money; how many, or how much of a product, is pieces."""
        firm = all(self._names.entities[g[0]].kind == "company" for g in subjects)
        if subjects and firm and measures == ("sales-volume",) and qw.HOW_MUCH_SOLD.search(folded):
            return ("revenue",)
        return measures

    def _needs(self, folded: str, spans: Sequence[Span], when: Sequence[tuple[int, int]]) -> tuple[Need, ...]:
        """What an answer must hold besides subject and period: measures, concepts, and the words left over."""
        out: list[Need] = []
        asks = [m.span() for m in qw.IMPERATIVE_LIST.finditer(folded)]
        for span in spans:
            surface = folded[span.start : span.end]
            if any(a <= span.start and span.end <= b for a, b in asks):
                continue
            if span.kind == "entity":
                if not self._hard(span.ids):
                    out.append(self._named_need(surface, span.ids))
                continue
            if _generic(surface) or (span.kind == "concept" and any(p.fullmatch(surface) for p in qw.SAYS_HOW)):
                continue
            options: list[tuple[str, ...]] = [(term_token(k, i),) for k, i in span_terms(span) if k != "entity"]
            # 歸母淨利潤 is no other 淨利潤: money measures must be meant, not only sound alike
            strict = span.kind == "measure" and not span.weak and self._names.measures[span.ids[0]].unit == "money"
            options += [(term_token("measure", m),) for m in self._standing_in(span)]
            if span.kind == "measure" and (noun := surface.removeprefix("how many ")) != surface:
                also = [i for s in self._names.find(noun) if s.kind == "concept" for i in s.ids]
                options += [(term_token("concept", i),) for i in also]
            if not surface.isascii() and len(surface) > 1 and not strict:
                options.append(tuple(bigrams(surface)))
            out.append(Need(surface, tuple(o for o in options if o), light=_is_light(surface)))
        taken = [(s.start, s.end) for s in spans] + list(when) + asks
        asides = _asides(folded)
        taken += asides
        out = [n for n in out if not any(n.surface in folded[a:b] for a, b in asides)]
        polite = qw.POLITE.match(folded)
        if polite:
            taken.append(polite.span())
            out = [n for n in out if n.surface not in polite.group()]
        rest = _blank(folded, taken)
        for pattern in (*qw.SAYS_HOW, *(p for _, p in qw.ANSWER_TYPES), dict(qw.KINDS)["timeline"]):
            rest = pattern.sub(lambda m: "\n" * len(m.group()), rest)
        left = _content_words(rest, self._library.ordinary.__contains__)
        out += [_numbered(need, rest) if need.key else need for need in map(self._chinese_need, left)]
        out += self._english_needs(rest)
        out = [replace(n, verbal=True, loose=_bare(n.surface)) if self._verbal(n) else n for n in out if n.options]
        at = [(s.start, s.end) for s in spans if s.kind == "measure"]
        out = [_as_result(n) for n in out]
        apart = {n for n in out if _beside(folded, n.surface, at) or (at and qw.EXCLUDING.fullmatch(n.surface))}
        out = [replace(n, beside=True) if n in apart else n for n in out]
        return _kind_apart(tuple(dict.fromkeys(out)), asked_nouns(folded))

    def _verbal(self, need: Need) -> bool:
        """Whether a need is a verb or an adverb, no name and no measure."""
        if need.key or any(t.startswith("m_") for o in need.options for t in o):
            return False
        if qw.EXCLUDING.search(need.surface):
            return False
        if _is_done(need.surface):
            return True
        said = need.surface.split()
        return all(w in self._library.verbs or stem(w) in self._library.verbs or _inflected(w) for w in said)

    def _without_makers(self, subjects: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """Drop a company whose product is asked about: the product is the subject."""
        makers = {self._names.makers.get(i) for g in subjects for i in g}
        return tuple(g for g in subjects if not set(g) & makers) or subjects

    def _things_first(self, subjects: tuple[tuple[str, ...], ...], folded: str) -> tuple[tuple[str, ...], ...]:
        """A company's name right before its product's ("馭嵐Y70") only says whose product it is."""
        kinds = [self._names.entities[g[0]].kind for g in subjects]
        if len(subjects) == 2 and kinds == ["company", "product"] and not qw.COMPARE.search(folded):
            return subjects[1:]
        return subjects

    def _meant(self, span: Span, others: Sequence[Span]) -> bool:
        """Whether a name that is an everyday word too is meant as a name: alone, known here, and written like one."""
        if not span.weak:
            return True
        typed = self._typed[span.start : span.end] if len(self._typed) >= span.end else ""
        written = not typed.isascii() or typed != typed.lower()
        return len(others) == 1 and written and any(i in self._known for i in span.ids)

    def _standing_in(self, span: Span) -> list[str]:
        """Measures whose name in a sentence answers for one in the question: a share of revenue names the revenue."""
        if span.kind != "measure":
            return []
        out = [i.removesuffix("-share") for i in span.ids if i.endswith("-share")]
        out += [m for i in span.ids for group in SIBLINGS if i in group for m in group if m != i]
        return [m for m in out if m in self._names.measures]

    def _hard(self, ids: tuple[str, ...]) -> bool:
        """Whether a name is a subject an answer must be about: places and unknown products are only words."""
        kinds = {self._names.entities[i].kind for i in ids}
        known = any(i in self._known for i in ids)
        if kinds <= {"institution"} and self._exchange(ids):
            return False
        return not kinds <= {"place", "concept"} and (known or not kinds <= {"product", "concept"})

    def _exchange(self, ids: tuple[str, ...]) -> bool:
        """Whether a name is a stock exchange or board: where something is listed, not whom it is about."""
        return any(_EXCHANGE.search(fold(a)) for i in ids for a in self._names.entities[i].aliases)

    def _named_need(self, surface: str, ids: tuple[str, ...]) -> Need:
        options: list[tuple[str, ...]] = [(entity_token(i),) for i in ids]
        options.append(tuple(bigrams(surface)) or tuple(stem(w) for _, _, w in words(surface)))
        places = all(self._names.entities[i].kind == "place" for i in ids) or self._exchange(ids)
        unsaid = places and self._goes_without_saying(ids)
        return Need(surface, tuple(o for o in options if o), light=unsaid, key=not unsaid)

    def _goes_without_saying(self, ids: tuple[str, ...]) -> bool:
        """Whether a place need not be said: the country news of it seldom names, and exchanges."""
        return self._exchange(ids) or "china" in ids

    def _chinese_need(self, run: str) -> Need:
        if len(run) == 2 and run[1] == "得":  # 長得快: how it does what it does
            return Need(run, tuple((c,) for c in _GROWING) if run[0] in _GROWING else ((run[0],),), light=True)
        options = [tuple(bigrams(run)), *(tuple(k.split()) for k in self._gloss_back(run))]
        named = not (self._library.is_ordinary(run) or _is_light(run)) and 2 <= len(run) <= _LONGEST_NAME
        named = named and not _is_put_together(run)
        return Need(run, tuple(options) if len(run) > 1 else (), light=_is_light(run), key=named)

    def _english_needs(self, rest: str) -> list[Need]:
        found = [(a, b, w) for a, b, w in words(rest) if w not in qw.STOP_EN]
        out = []
        skip = -1
        for i, (start, end, word) in enumerate(found):
            if start < skip:
                continue
            pair = f"{stem(word)} {stem(found[i + 1][2])}" if i + 1 < len(found) else ""
            if pair and found[i + 1][0] == end + 1 and self._gloss(pair):
                options = [(stem(word), stem(found[i + 1][2])), *(tuple(bigrams(z)) for z in self._gloss(pair))]
                out.append(Need(rest[start : found[i + 1][1]], tuple(options)))
                skip = found[i + 1][1]
                continue
            options = [(stem(word),), *(tuple(bigrams(z)) for z in self._meanings(stem(word)))]
            named = any(c.isdigit() for c in word) or self._capital(rest, start, word)
            lost = self._chinese_only and not self._gloss(stem(word)) and not named and not self._occurs(stem(word))
            out.append(Need(word, tuple(options), light=lost or _is_light(word), key=named))
        return out

    def _meanings(self, key: str) -> list[str]:
        """The Chinese words for an English stem: what it means, then what may be said for it."""
        loose = (entry.partition(":") for entry in self._gloss(LOOSE + key))
        also = [word for word, _, worth in loose if len(word) > 1 and float(worth) >= _WORTH]
        return list(dict.fromkeys([*self._gloss(key), *also]))

    def _capital(self, rest: str, start: int, word: str) -> bool:
        """Whether a word is written like a name inside the sentence."""
        typed = self._typed[start : start + len(word)] if len(self._typed) == len(rest) else ""
        return (
            bool(typed[:1].isupper())
            and start > 0
            and not self._typed[max(0, start - 2) : start].strip().endswith((".", "?", "!"))
        )


def _answer_type(folded: str) -> str:
    return next((kind for kind, pattern in qw.ANSWER_TYPES if pattern.search(folded)), "")


def _each_year(years: re.Match[str]) -> str:
    """2022、2023、2024年 for 22、23、24, where 三年 or 年 follows; a stretch is named by its ends."""
    named = re.sub(r"\d\d", lambda m: f"20{m.group()}年", years.group())
    return named.removesuffix("年") if years.string[years.end() : years.end() + 1] == "年" else named


def _aspect(folded: str) -> str:
    if qw.NARROW.search(folded):
        return "narrowing"
    if qw.GROWTH.search(qw.EITHER_WAY.sub(" ", folded)):
        return "growth"
    if qw.DECLINE.search(folded):
        return "decline"
    return "growth" if qw.GROWTH.search(folded) else ""


def _extreme(folded: str) -> str:
    for name, pattern in (("first", qw.FIRST), ("last", qw.LAST), ("min", qw.MIN), ("max", qw.MAX)):
        if pattern.search(folded):
            return name
    return ""


def _asides(folded: str) -> list[tuple[int, int]]:
    """Where a message of several sentences asks nothing: "Sorry to bother you. … Thanks in advance!"."""
    parts = [m.span() for m in qw.SENTENCE.finditer(folded) if m.group().strip()]
    asking = [(a, b) for a, b in parts if "?" in folded[a:b] or qw.ASKS.search(folded[a:b])]
    return [p for p in parts if p not in asking] if asking and len(parts) > 1 else []


def _with_translation(folded: str, span: Span) -> Span:
    """Let a name swallow its other spelling beside it: "Chengyue Power (澄岳動力)", 澄岳動力(Chengyue Power)."""
    if span.kind != "entity":
        return span
    start, end = span.start, span.end
    if folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
        before = _LATIN_NAME.search(folded[: start - 1])
        place = before.start() if before else start - 1
        for word in reversed(list(re.finditer(r"[a-z0-9'’-]+", folded[place : start - 1]))):
            if word.group() in qw.STOP_EN or qw.COMPARE.search(word.group()):
                place += word.end()
                break
        return replace(span, start=place, end=end + 1)
    after = _IN_BRACKETS.match(folded, end)
    return replace(span, end=after.end()) if after else span


def _inflected(word: str) -> bool:
    """Whether an English word is an adverb or a form only verbs have: "guiding", "booked", not "banking"."""
    if len(word) < _LEAST_INFLECTED or not word.isascii():
        return False
    return word.endswith("ly") or (word.endswith(("ing", "ed")) and word not in qw.NOUNS_IN_ING)


def _beside(folded: str, surface: str, measures: Sequence[tuple[int, int]]) -> bool:
    """Whether a word says of which part a measure is asked: 海外營收, 遊戲業務的收入, "revenue from games"."""
    for match in re.finditer(re.escape(surface), folded):
        for start, end in measures:
            before = match.end() <= start and qw.BEFORE_MEASURE.fullmatch(folded, match.end(), start)
            after = end <= match.start() and qw.AFTER_MEASURE.fullmatch(folded, end, match.start())
            if before or after:
                return True
    return False


def _numbered(need: Need, rest: str) -> Need:
    """A name that is left over, with the number behind it: 凌霄4 is not in articles on 凌霄3."""
    found = re.search(re.escape(need.surface) + _ITS_NUMBER.pattern, rest)
    return replace(need, surface=found.group(), options=((found.group(),),)) if found else need


def _as_result(need: Need) -> Need:
    """A word for losing or making money is met by any other: 虧錢 by 由盈轉虧."""
    if any(t.startswith("m_") for o in need.options for t in o):
        return need
    for pattern, said in ((qw.LOSS, _LOSING), (qw.PROFIT, _EARNING)):
        if pattern.search(need.surface):
            return replace(need, options=(*need.options, *said))
    return need


def _is_put_together(run: str) -> bool:
    """Whether a run that no dictionary has is no name but two words of one character: 融完, 撐過, 二廠, 首架."""
    return run[0] in _SAYS_WHICH or _is_done(run)


def _is_done(run: str) -> bool:
    """Whether a run is a verb of one character with its complement: 融完, 撐過."""
    return len(run) == 2 and run[1] in _COMPLEMENTS


def _bare(surface: str) -> str:
    """A Chinese word as it may be loosely matched; English ones are not."""
    return "" if surface.isascii() else surface


def _kind_apart(needs: tuple[Need, ...], asked: frozenset[str]) -> tuple[Need, ...]:
    """Let the noun that only says what kind of thing is asked for be light, where something else is left to hold."""
    lighter = tuple(replace(n, light=True) if n.surface in asked and not n.key else n for n in needs)
    return lighter if any(not n.light for n in lighter) else needs


def _outside_question_words(folded: str, spans: Sequence[Span]) -> list[Span]:
    """Drop concepts found inside a question word, or begun in one: 一代 in 哪一代, 少了 in 到多少了."""
    asked = [(m.start(), m.end()) for m in qw.STOP_ZH.finditer(folded) if m.end() - m.start() > 2]
    begun = [m.end() - 1 for m in _HOW_MANY.finditer(folded)]
    return [
        s
        for s in spans
        if s.kind != "concept"
        or not (s.start in begun or any(a <= s.start and s.end <= b and s.end - s.start < b - a for a, b in asked))
    ]


def _generic(surface: str) -> bool:
    """Whether a term only makes up the question: 什麼時候, "such as", "companies"."""
    if surface.isascii():
        return all(w in qw.STOP_EN for _, _, w in words(surface))
    return surface in qw.STOP_WORDS_ZH


def _is_light(surface: str) -> bool:
    return surface in qw.LIGHT or (surface.isascii() and stem(surface) in _LIGHT_STEMS)


_FLAGS = {
    "follow": qw.FOLLOW, "pronoun": qw.PRONOUN, "before": qw.BEFORE_THAT, "sum": qw.SUM, "ratio": qw.RATIO,
    "implied": qw.IMPLIED, "loss": qw.LOSS, "profit": qw.PROFIT, "cagr": qw.CAGR, "yesno": qw.YESNO,
    "either": qw.EITHER, "compare": qw.COMPARE, "which": qw.WHICH, "name": qw.WHICH_NAME,
    "whole-year": qw.WHOLE_YEAR,
}  # fmt: skip


def _flags(folded: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _FLAGS.items() if pattern.search(folded))


def _blank(folded: str, taken: Sequence[tuple[int, int]]) -> str:
    """The text with what is taken replaced by line breaks, so that nothing joins across it."""
    chars = list(folded)
    for start, end in taken:
        chars[start:end] = "\n" * (end - start)
    return "".join(chars)


def _content_words(rest: str, is_word: Callable[[str], bool]) -> list[str]:
    """Chinese words of two characters or more that are left when question and function words are taken out."""
    found = (
        w
        for run in _HAN_RUN.findall(rest)
        for w in words_of(run, lambda w: w in qw.STOP_WORDS_ZH or is_word(w), qw.STOP_SINGLE)
    )
    return [w for w in found if len(w) > 1 and not _only_asks(w)]


@lru_cache(maxsize=4096)
def _only_asks(word: str) -> bool:
    """Whether a word is a stop word, or made of nothing else: 最后, 还有, 什么的."""
    parts = words_of(word, lambda w: w in qw.STOP_WORDS_ZH, qw.STOP_SINGLE)
    return all(p in qw.STOP_WORDS_ZH for p in parts)
