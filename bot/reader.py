"""A message -> what it asks: language, kind, subjects, measures, period, and what an answer must hold.

First what is known is found by longest match (names, measures, concepts, periods), then the words that
only make it a question are taken out; what is left over must be found in the answer. Nothing here looks
at articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot import statements
from bot.answers.results import DIFFERENCE
from bot.asked import THE_COMPANY, asked_size, asked_unit
from bot.contentwords import blank, generic, is_light
from bot.needs import Needs
from bot.question import NO_MEASURE, Question, SubjectIds
from bot.respelling import Respelling
from bot.softwords import soft_word
from bot.spoken import written
from bot.subjects import Subjects, with_translation
from bot.typedpinyin import TypedPinyin
from kb import lazy, periods
from kb.library import Library
from kb.model import Period
from kb.names import Span, longest
from kb.sounds import is_pinyin
from kb.terms import span_terms
from kb.text import count_scripts, fold, script, words

_RESULTS = ("revenue", "net-profit")
# Farrowgate2025年, Corvane第四季: where a Latin name ends.
_RUN_ON = lazy.compile(r"(?<=[A-Za-z]{3})(?=(?:19|20)\d\d年|第[一二三四1-4][財财]?季|[一二三四]季度|[上下]半年|前三季|[去今明]年)")
_PARTED = lazy.compile("(?P<verb>[\u3400-\u9fff])[了咗過过]?(?P<many>多少|幾多|几多)(?P<noun>[\u3400-\u9fff])(?![\u3400-\u9fff])")
_SPLIT = lazy.compile("(?P<verb>[\u3400-\u9fff])的(?P<noun>[市婚職职業业休產产資资學学])(?![\u3400-\u9fff])")
_HOW_MANY = lazy.compile("多少|几多")
_FLAGS = {
    "follow": qw.FOLLOW, "pronoun": qw.PRONOUN, "before": qw.BEFORE_THAT, "sum": qw.SUM, "ratio": qw.RATIO,
    "implied": qw.IMPLIED, "loss": qw.LOSS, "profit": qw.PROFIT, "cagr": qw.CAGR, "yesno": qw.YESNO,
    "either": qw.EITHER, "compare": qw.COMPARE, "which": qw.WHICH, "name": qw.WHICH_NAME,
    "whole-year": qw.WHOLE_YEAR,
}  # fmt: skip

_YEAR_TOLD = lazy.compile(r"[去今前上]年(?:度)?|\b(?:of )?(?:last|this) year\b")  # where no article is dated, 去年下半年 is 下半年


class Reader:
    """Reads questions with one set of names."""

    def __init__(self, library: Library, default_lang: str = "zh-Hant") -> None:
        """Read for one archive: with its names, its misspelling index and its dictionary."""
        self._library = library
        self._names = library.names
        self._subjects = Subjects(library)
        self._needs = Needs(library, self._subjects)
        self._known = library.known
        self._ordinary = library.is_ordinary
        self._default = default_lang
        self._respelling = Respelling(library)
        self._typed = TypedPinyin(library)

    def warm(self) -> None:
        """Make the tables that reading a message in pinyin needs."""
        self._typed.warm()

    def read(self, text: str, lang_hint: str | None = None) -> Question:
        """Return what `text` asks, on its own: what it inherits is the conversation's business."""
        text = qw.SHORT_YEARS.sub(_each_year, written(text))
        text = qw.SHORT_YEAR.sub(lambda m: f"20{m.group(1)}", _RUN_ON.sub(" ", self._joined(text.strip())))
        folded = fold(text)
        spans = [with_translation(folded, s) for s in self._names.find(folded)]
        spans, typed = self._subjects.with_misspelt(folded, spans)
        if typed_otherwise := self._put_right(text, folded, spans, lang_hint):
            return replace(typed_otherwise, misspelt=(*typed, *typed_otherwise.misspelt))
        spans = [s for s in spans if not self._is_rate(folded, s)]
        spans = longest([with_translation(folded, self._subjects.with_ending(folded, s)) for s in spans])
        spans = _outside_question_words(folded, spans)
        spans, strangers = self._subjects.without_lookalikes(folded, spans)
        pinyin = self._is_typed_pinyin(folded)
        lang = self._language(text, folded, spans, lang_hint)
        kind = self._smalltalk(folded)
        if kind:
            return Question(text, folded, lang, "smalltalk", wants=kind)
        when = [p for p in periods.find(folded) if not self._is_model(folded[p.start : p.end])]
        clear = [s for s in spans if not any(s.start < p.end and p.start < s.end for p in when) or s.kind == "entity"]
        if len(clear) < len(spans):  # 1月交付量 is 1月 and 交付量: read the rest again without the periods
            again = self._names.find(blank(folded, [(p.start, p.end) for p in when]))
            clear = longest([*clear, *(s for s in again if s.kind != "entity")])
        spans = clear
        when = [p for p in when if not any(s.kind == "entity" and s.start < p.end and p.start < s.end for s in spans)]
        statement, said_which = statements.read(folded, when)
        outside = [s for s in spans if s.kind == "entity" or not _within((s.start, s.end), said_which)]
        if self._figures_asked(folded, outside):
            spans, when = outside, [p for p in when if not _within((p.start, p.end), said_which)]
        else:
            statement, said_which = replace(statement, published=()), []
        against = [p for p in when if p.period.start.startswith("Y-1") and qw.HELD_AGAINST.search(folded[: p.start])]
        when = [p for p in when if p not in against]
        said_which += [*((p.start, p.end) for p in against), *(m.span() for m in qw.LAST_QUARTER.finditer(folded))]
        subjects, publishers = self._subjects.find(text, folded, [s for s in spans if s.kind == "entity"])
        question = Question(
            text,
            folded,
            lang,
            "fact",
            wants=self._wants(folded, subjects),
            subjects=subjects,
            measures=self._sold(folded, self._measures(folded, spans), subjects),
            aspect=_aspect(self._without_measures(folded, spans)),
            periods=self._resolved(blank(folded, said_which), tuple(p.period for p in when), subjects),
            roles=tuple(
                i for s in spans for k, i in span_terms(s) if k == "concept" and self._names.concepts[i].group == "role"
            ),
            extreme=_extreme(folded),
            flags=_flags(folded)
            | ({"pinyin"} if pinyin else frozenset())
            | {"relative" for p in when if p.period.kind == "relative"}
            | ({"year-before"} if qw.YEAR_BEFORE.search(folded) or (against and not _changes(folded)) else frozenset())
            | ({"quarter"} if qw.LAST_QUARTER.search(folded) and not when else frozenset()),
            misspelt=typed,
            statement=statement,
            publishers=publishers,
            dimension=asked_unit(folded) or (asked_size(folded) if self._subjects.things(subjects) or not subjects else ""),
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
        needs = self._needs.find(text, folded, spans, [*((p.start, p.end) for p in when), *when_said, *said_which])
        if lang == "zh-Hans" and "pinyin" in question.flags:  # gufen, gongsi: words of a name that were typed along
            needs = tuple(replace(n, light=True) if qw.PINYIN_SYLLABLE.fullmatch(n.surface) else n for n in needs)
        question = replace(question, needs=needs, kind=self._kind(question))
        if not question.wants and question.roles and "name" in question.flags:
            question = replace(question, wants="person")  # 創始人叫什麼名字
        if question.wants == "person" and question.measures and (question.extreme or "compare" in question.flags):
            question = replace(question, wants="")  # 誰的營收高: any name may answer
        return self._definition(question, spans)

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

    def company_meant(self, question: Question, known: Sequence[str]) -> str:
        """Return whom "this company" means: the first company of `known`, else who makes the first product, else ""."""
        if question.subjects or not THE_COMPANY.search(question.folded):
            return ""
        entities, makers = self._names.entities, self._names.makers
        firms = (i for i in known if i in entities and entities[i].kind == "company")
        return next(firms, next((makers[i] for i in known if i in makers), ""))

    # ------------------------------------------------------------ the text
    def _joined(self, text: str) -> str:
        """The text with a word put together that its question parts: 派幾多息 is 派息幾多, 誰先上的市 is 誰先上市的."""

        def join(match: re.Match[str]) -> str:
            word = fold(match["verb"] + match["noun"])
            known = any(t.kind == "measure" for t in self._names.terms(word))
            return f"{match['verb']}{match['noun']}{match['many']}" if known else match.group()

        def whole(match: re.Match[str]) -> str:
            known = self._library.is_ordinary(fold(match["verb"] + match["noun"]))
            return f"{match['verb']}{match['noun']}的" if known else match.group()

        return _SPLIT.sub(whole, _PARTED.sub(join, text))

    def _put_right(self, text: str, folded: str, spans: Sequence[Span], hint: str | None) -> Question | None:
        """What a message asks once pinyin is put into characters, or misspelt words right; None where nothing is."""
        if not count_scripts(text)[0] and self._is_typed_pinyin(folded):
            said = self._typed.in_characters(folded, spans)
            meant = self.read(said, "zh-Hans") if said != folded else None
            if meant and meant.kind != "smalltalk" and meant.subjects:
                return replace(meant, flags=meant.flags | {"pinyin"}, lang="zh-Hans")
        named = any(s.kind == "entity" and not s.weak and self._subjects.hard(s.ids) for s in spans)
        mended = self._respelling.mended(text, blank(folded, [(s.start, s.end) for s in spans]), named)
        return self.read(mended, hint) if mended != text else None

    # ------------------------------------------------------------ language
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
        if latin and (han == 0 or latin >= 2 * han or (qw.ENGLISH_FRAME.search(folded) and not qw.CHINESE_FRAME.search(fold("".join(rest))))):
            return "en"
        if script(text) is None and qw.HANS_WORDS.search(text):
            return "zh-Hans"
        return script(text) or (hint if hint and hint != "en" else None) or self._default

    def _is_typed_pinyin(self, folded: str) -> bool:
        """Whether all words of a message, two at least, can be read as pinyin and less than half of it as English."""
        typed = [w for _, _, w in words(folded) if not w.isdigit()]
        if len(typed) < 2 or not all(map(is_pinyin, typed)):
            return False
        return sum(len(w) for w in typed if self._ordinary(w)) * 2 <= sum(map(len, typed))

    # ------------------------------------------------------------ measures and periods
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
            and not generic(folded[s.start : s.end])
            and not is_light(folded[s.start : s.end])
            and not soft_word(folded[s.start : s.end])
            and not any(k == "measure" for k, _ in span_terms(s))
        ]
        weak = [i for s in spans for k, i in span_terms(s) if k == "measure"]
        if others and (_answer_type(folded) == "amount" or _extreme(folded) in ("max", "min")):
            return tuple(dict.fromkeys(m for m in weak if m in _RESULTS))  # 收入是多少 asks for no less than 營收
        return tuple(dict.fromkeys(weak)) if not others else ()

    def _figures_asked(self, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a figure is asked for, so that a day may be that of a statement, and not what is asked about."""
        if _answer_type(folded) in ("date", "duration", "reason"):
            return False
        return any(self._names.measures[m].unit != "date" for m in self._measures(folded, spans))

    def _sold(
        self, folded: str, measures: tuple[str, ...], subjects: SubjectIds
    ) -> tuple[str, ...]:
        """How much a company sold is money; how many, or how much of a product, is pieces."""
        firm = all(self._names.entities[g[0]].kind == "company" for g in subjects)
        if subjects and firm and measures == ("sales-volume",) and qw.HOW_MUCH_SOLD.search(folded):
            return ("revenue",)
        return measures

    def _without_measures(self, folded: str, spans: Sequence[Span]) -> str:
        """The text without the names of measures: 減值損失 asks for no decline. Rates of change stay."""
        named = [
            s for s in spans
            if s.kind == "measure" and not any(i in NO_MEASURE or any(w in i for w in ("growth", "change", "price")) for i in s.ids)
        ]  # fmt: skip
        return blank(folded, [(s.start, s.end) for s in named])

    def _is_rate(self, folded: str, span: Span) -> bool:
        """Whether 率 right after makes another measure of it: EBITDA率 is no EBITDA."""
        return span.kind == "measure" and folded[span.end : span.end + 1] == "率"

    def _resolved(
        self, folded: str, said: tuple[Period, ...], subjects: SubjectIds
    ) -> tuple[Period, ...]:
        """The periods asked for. 今年 is the year of the newest article on the subject, not of the calendar:

        the same question has the same answer every year. 去年同期 beside a named year is the year before it.
        """
        plain = tuple(p for p in said if p.kind != "relative")
        if len(plain) == len(said):
            return plain
        part = any(p.kind == "relative" and not (p.start.endswith("-01-01") and p.end.endswith("-12-31")) for p in said)
        if plain or (qw.YEAR_BEFORE.search(folded) and not part):  # 去年下半年 is a period, never all of the year
            return plain
        year = self._newest(subjects)
        found = periods.find(folded, year) if year else periods.find(_YEAR_TOLD.sub(" ", folded)) if part else []
        return tuple(m.period for m in found if m.period.kind != "relative")

    def _newest(self, subjects: SubjectIds) -> int | None:
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

    # ------------------------------------------------------------ kind
    def _wants(self, folded: str, subjects: SubjectIds) -> str:
        """The kind of thing that would answer: how long a rocket is, is no duration."""
        wants = _answer_type(folded)
        if wants in ("amount", "date", "duration", "") and qw.HOW_OLD.search(folded) and (self._subjects.people(subjects) or qw.SOMEBODY.search(folded)):
            return "age"  # of somebody, named or meant by a pronoun
        if len(subjects) > 1 and wants in ("", "person") and qw.EARLIER.search(folded):
            return "date"  # who listed first
        return "amount" if wants == "duration" and self._subjects.things(subjects) and asked_size(folded) else wants

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
        if several and (qw.COMPARE.search(folded) or qw.EARLIER.search(folded)):
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


def _answer_type(folded: str) -> str:
    return next((kind for kind, pattern in qw.ANSWER_TYPES if pattern.search(folded)), "")


def _each_year(years: re.Match[str]) -> str:
    """2022、2023、2024年 for 22、23、24, where 三年 or 年 follows; a stretch is named by its ends."""
    named = re.sub(r"\d\d", lambda m: f"20{m.group()}年", years.group())
    return named.removesuffix("年") if years.string[years.end() : years.end() + 1] == "年" else named


def _within(place: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in places)


def _changes(folded: str) -> bool:
    """Whether a change is asked for, and not the figure before it."""
    return bool(_aspect(folded)) or any(p.search(folded) for p in (qw.NARROW, DIFFERENCE))


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


def _flags(folded: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _FLAGS.items() if pattern.search(folded))
