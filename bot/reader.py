"""A message -> what it asks: language, kind, subjects, measures, period, and what an answer must hold.

First what is known is found by longest match (names, measures, concepts, periods), then the words that
only make it a question are taken out; what is left over must be found in the answer. Nothing here looks
at articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot import questionwords as qw
from bot import statements
from bot.appositions import without_post
from bot.asked import THE_COMPANY, THE_SCHOOL, asked_size, asked_unit, asks_load
from bot.cantonese import in_written_chinese
from bot.concessions import set_against, without
from bot.contentwords import blank
from bot.cutterms import uncut
from bot.definitions import definition
from bot.framing import plainly
from bot.generations import with_generation_before
from bot.kinds import answer_type, aspect, changes, extreme, flags, kind
from bot.language import Language
from bot.lastresort import asked_alone
from bot.measuresasked import OF_CUSTOMERS, MeasuresAsked, is_rate, without_measures
from bot.mentions import mentioned
from bot.needs import Needs
from bot.postsheld import named_outright, who_holds
from bot.question import NO_MEASURE, Question, SubjectIds
from bot.respelling import Respelling, replaced
from bot.shorthand import codes
from bot.shortperiods import beside_measures
from bot.smalltalk import smalltalk
from bot.spoken import written
from bot.subjects import Subjects, with_translation
from bot.trims import Trims
from bot.typedpinyin import TypedPinyin
from kb import lazy, periodfilling, periods
from kb.library import Library
from kb.model import Period
from kb.names import Span, longest
from kb.search import Need
from kb.terms import span_terms
from kb.text import count_scripts, fold, stem

# Farrowgate2025年, Corvane第四季: where a Latin name ends; 幾天才賣掉 asks of no genius.
_RUN_ON = lazy.compile(r"(?<=[几幾少]天)(?=才)|(?<=[A-Za-z]{3})(?=(?:19|20)\d\d年|第[一二三四1-4][財财]?季|[一二三四]季度|[上下]半年|前三季|[去今明]年)")
_PARTED = lazy.compile("(?P<verb>[\u3400-\u9fff])[了咗過过]?(?P<many>多少|幾多|几多)(?P<noun>[\u3400-\u9fff])(?<![歲岁元年天日月股])(?![\u3400-\u9fff])")
_SPLIT = lazy.compile("(?P<verb>[\u3400-\u9fff])的(?P<noun>[市婚職职業业休產产資资學学])(?![\u3400-\u9fff])")
_HOW_MANY = lazy.compile("多少|几多")
_HOW = lazy.compile(r"多(?=[少大久高长远快重])")
_AT_FIRST = lazy.compile("[当起最]初(?=创)")
_HOW_FAR = lazy.compile(r"[涨跌升增降减]幅")
_YEAR_TOLD = lazy.compile(r"[去今前上]年(?:度)?|\b(?:of )?(?:last|this) year\b")  # where no article is dated, 去年下半年 is 下半年
_FISCAL_YEAR = lazy.compile(r"\b(?:fiscal|financial) (?:year )?(?:20)?\d\d|\bfy ?(?:20)?\d\d|\d\d(?:年)?(?:财年|财政年度|会计年度)|(?:财年|财政年度)(?:20)?\d\d")
# Before a country that else goes without saying, but is what is asked about: "when did it enter China".
_ENTERED = lazy.compile(r"\b(?:enter\w*|exit\w*|lea(?:ve|ving)|left|quit|into|out of) (?:the )?|进[入军]|退出|登陆|撤出|离开|打[入进]")
_KEPT = 64  # messages read
_GROUP = frozenset("集团 股份 控股 group".split())  # behind a company's short name


class Reader:
    """Reads questions with one set of names."""

    def __init__(self, library: Library, default_lang: str = "zh-Hant") -> None:
        """Read for one archive: with its names, its misspelling index and its dictionary."""
        self._library = library
        self._names = library.names
        self._subjects = Subjects(library)
        self._trims = Trims(library)
        self._needs = Needs(library, self._subjects)
        self._known = library.known
        self._language = Language(library.is_ordinary, default_lang)
        self._measures = MeasuresAsked(library.names)
        self._respelling = Respelling(library)
        self._typed = TypedPinyin(library)
        self._read = lru_cache(_KEPT)(self._understood)

    def warm(self) -> None:
        """Make the tables that reading a message in pinyin, or a misspelt one, needs."""
        self._typed.warm()
        self._respelling.warm()

    def read(self, text: str, lang_hint: str | None = None) -> Question:
        """Return what `text` asks, on its own: what it inherits is the conversation's business."""
        return self._read(text, lang_hint)  # a message that asks several things is read several times

    def plainly(self, text: str, lang_hint: str | None = None) -> tuple[str, str | None]:
        """Return a message without what is said around its question, and the language to take it in: that of the whole."""
        if smalltalk(fold(text)):
            return text, lang_hint
        plain = mentioned(text) or text
        for _ in range(2):  # what is asked to be done with an answer, then what the asker says of themselves
            folded = fold(plain)
            spans = self._names.find(folded)
            before, plain = plain, plainly(plain, spans, lambda s: self._subjects.hard(s.ids), self._of_person)
            if plain == before:
                break
        if plain == text:
            return text, lang_hint
        folded = fold(text)
        return plain, self._language.of(text, folded, self._names.find(folded), lang_hint)

    def asked_alone(self, text: str) -> str:
        """Return the question of a message without all that it says around it, "" where that could change what is asked."""
        text = in_written_chinese(text)
        spans, _ = self._subjects.with_misspelt(fold(text), self._names.find(fold(text)))
        return asked_alone(text, spans, lambda s: self._subjects.hard(s.ids), self._of_person)

    def without_post(self, text: str) -> str:
        """Return a message without the posts that only say who somebody is, "" where it has none."""
        spans, _ = self._subjects.with_misspelt(fold(text), self._names.find(fold(text)))
        return without_post(text, spans, self._library)

    def _of_person(self, span: Span) -> bool:
        return any(self._names.entities[i].kind == "person" for i in span.ids)

    def _stated(self, folded: str, spans: list[Span], when: list[periods.PeriodMention]) -> tuple[statements.Statement, list[tuple[int, int]], list[Span], list[periods.PeriodMention]]:
        """Which statement of a figure is asked for, where the message says so, and the names and periods that stand elsewhere."""
        statement, said_which = statements.read(folded, when)
        outside = [s for s in spans if s.kind == "entity" or not _within((s.start, s.end), said_which)]
        if not self._measures.figures_asked(folded, outside):
            return replace(statement, published=()), [], spans, when
        return statement, said_which, outside, [p for p in when if not _within((p.start, p.end), said_which)]

    def _understood(self, text: str, lang_hint: str | None) -> Question:
        typed_text = text
        text = qw.SHORT_YEARS.sub(_each_year, written(text))
        text = qw.SHORT_YEAR.sub(lambda m: f"20{m.group(1)}", _RUN_ON.sub(" ", self._joined(text.strip())))
        text = typed_text if smalltalk(fold(typed_text)) else text  # of talk nothing is rewritten: 你可以幫我查什麼
        folded = fold(text)
        spans = uncut(folded, [with_translation(folded, self._subjects.told_of(s)) for s in self._names.find(folded)], self._names)
        if meant := [*beside_measures(folded, spans, self._names), *codes(folded, spans, self._names)] if len(text) == len(folded) else []:
            return self.read(replaced(text, meant), lang_hint)
        spans, typed = self._subjects.with_misspelt(folded, spans)
        plainer = self._plainer(text, folded, spans) or who_holds(text, folded, spans, self._names, self._subjects.hard) or named_outright(text, folded, spans, self._names) or with_generation_before(text, folded, spans, self._library)
        if read_again := self.read(plainer, lang_hint) if plainer else self._put_right(text, folded, spans, lang_hint):
            return replace(read_again, misspelt=(*typed, *read_again.misspelt))
        spans, strangers = self._subjects.without_lookalikes(folded, self._whole_names(folded, spans))
        pinyin = self._language.is_typed_pinyin(folded)
        lang = self._language.of(text, folded, spans, lang_hint, typed_text)
        talk = smalltalk(folded)
        if talk:
            return Question(text, folded, lang, "smalltalk", wants=talk)
        when = [periodfilling.stretched(p, folded) for p in periods.find(folded) if not (self._is_model(folded[p.start : p.end]) and any(s.start <= p.start and p.end <= s.end for s in spans if s.kind == "entity"))]
        clear = [s for s in spans if not any(s.start < p.end and p.start < s.end for p in when) or s.kind == "entity"]
        if len(clear) < len(spans):  # 1月交付量 is 1月 and 交付量: read the rest again without the periods
            again = self._names.find(blank(folded, [(p.start, p.end) for p in when]))
            clear = longest([*clear, *(s for s in again if s.kind != "entity")])
        spans = clear
        when = [p for p in when if not any(s.kind == "entity" and s.start < p.end and p.start < s.end for s in spans)]
        statement, said_which, spans, when = self._stated(folded, spans, when)
        against = [p for p in when if p.period.start.startswith("Y-1") and qw.HELD_AGAINST.search(folded[: p.start]) and not _of_another_part(p, when)]
        when = [p for p in when if p not in against]
        said_which += [*((p.start, p.end) for p in against), *(m.span() for m in qw.LAST_QUARTER.finditer(folded))]
        subjects, publishers = self._subjects.find(text, folded, [s for s in spans if s.kind == "entity"])
        spans = self._measures.of_firms(folded, spans, subjects)
        question = Question(
            text,
            folded,
            lang,
            "fact",
            wants=self._wants(folded, subjects),
            subjects=subjects,
            measures=self._measures.sold(folded, self._measures.named(folded, spans), subjects),
            aspect=aspect(without_measures(folded, spans), folded),
            periods=self._fiscal(folded, self._resolved(blank(folded, said_which), tuple(p.period for p in when), subjects), subjects),
            roles=tuple(
                i for s in spans for k, i in span_terms(s) if k == "concept" and self._names.concepts[i].group == "role"
            ),
            extreme=extreme(blank(folded, [(s.start, s.end) for s in spans if s.kind == "measure" and not OF_CUSTOMERS.isdisjoint(s.ids)])),
            flags=flags(folded)
            | ({"pinyin"} if pinyin else frozenset())
            | {"relative" for p in when if p.period.kind == "relative"}
            | ({"year-before"} if qw.YEAR_BEFORE.search(folded) or (against and not changes(folded)) else frozenset())
            | ({"year-after"} if not when and qw.YEAR_AFTER.search(folded) else frozenset())
            | ({"quarter"} if qw.LAST_QUARTER.search(folded) and not when else frozenset()),
            misspelt=typed,
            statement=statement,
            publishers=publishers,
            dimension=asked_unit(folded) or ("weight" if asks_load(folded) else "") or (asked_size(folded) if self._subjects.things(subjects) or not subjects else ""),
            unknown=strangers if not subjects else (),
        )
        if question.measures and question.wants in ("amount", "ratio", "") and not question.flags & {"sum", "compare"} and self._subjects.side_by_side(folded, [s for s in spans if s.kind == "entity"], subjects):
            question = replace(question, flags=question.flags | {"compare"})
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
        papers = self._subjects.told_by(folded, publishers)
        spans = [s for s in spans if not _within((s.start, s.end), papers)]
        needs = self._settled(self._needs.find(text, folded, spans, [*((p.start, p.end) for p in when), *when_said, *said_which, *papers]), question)
        question = _of_rate(replace(question, needs=needs, kind=kind(question)))
        if not question.wants and question.roles and "name" in question.flags:
            question = replace(question, wants="person")  # 創始人叫什麼名字
        if question.wants == "person" and (qw.FIRM_OR_PERSON.search(folded) or (question.measures and (question.extreme or "compare" in question.flags))):
            question = replace(question, wants="")  # 誰的營收高: any name may answer
        return definition(self._trims.meant(question), spans, self._names)

    def _settled(self, needs: tuple[Need, ...], question: Question) -> tuple[Need, ...]:
        """The needs as the rest of the question makes them: of a reason, without words of names, and lighter where something else says it."""
        folded = question.folded
        if question.wants == "reason":
            needs = self._needs.of_reason(folded, needs, question.measures, question.aspect)
        needs = tuple(n for n in needs if not self._in_name(n.surface, folded, question.subjects) and not (n.surface in _GROUP and question.subjects and self._ends_firm(n.surface, folded)))
        entered = [m.end() for m in _ENTERED.finditer(folded)]
        needs = tuple(replace(n, light=False, key=True) if n.light and any(folded.startswith(n.surface, e) for e in entered) and self._is_place(n) else n for n in needs)
        if any(self._names.measures[m].unit == "percent" for m in question.measures):  # the proportion of training time that is effective
            needs = tuple(replace(n, light=True) if qw.SHARE.fullmatch(n.surface) else n for n in needs)
        if question.lang == "zh-Hans" and "pinyin" in question.flags:  # gufen, gongsi: words of a name that were typed along
            needs = tuple(replace(n, light=True) if qw.PINYIN_SYLLABLE.fullmatch(n.surface) else n for n in needs)
        return needs

    def _is_place(self, need: Need) -> bool:
        """Whether a need is of a place that it names."""
        return any(t.kind == "entity" and self._names.entities[t.id].kind == "place" for t in self._names.terms(need.surface))

    def _ends_firm(self, word: str, folded: str) -> bool:
        """Whether a word only ends the name of the company before it, which articles give without: 芮汐集團."""
        firms = [s.end for s in self._names.find(folded) if s.kind == "entity" and any(self._names.entities[i].kind == "company" for i in s.ids)]
        return any(folded.startswith(word, end + (folded[end : end + 1] == " ")) for end in firms)

    def _in_name(self, word: str, folded: str, subjects: Sequence[Sequence[str]]) -> bool:
        """Whether a word only is a part of the name that a question gives of its subject: the second of "Foo & Bar"."""
        if not word.isascii():
            return False
        known = (self._names.entities[i] for g in subjects for i in g)
        names = [fold(n).replace("&", "and") for e in known for n in (*e.names.values(), *e.aliases)]
        if any(n in folded and word != n and word in n.split() and folded.count(word) == n.count(word) for n in names):
            return True
        return any(f"{first} {word}" in folded and stem(last.split(" ")[0]) == stem(word) for n in names for first, _, last in _cut(n))  # Kestrel Isles airway

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
        return self.first_person(known)

    def first_person(self, known: Sequence[str]) -> str:
        """Return the first person of `known`, else ""."""
        entities = self._names.entities
        return next((i for i in known if i in entities and entities[i].kind == "person"), "")

    def firms_only(self, subjects: SubjectIds) -> bool:
        """Whether all subjects are companies or institutions, and there are any."""
        return bool(subjects) and all(self._names.entities[g[0]].kind in ("company", "institution") for g in subjects)

    def of_another_person(self, before: Question, subjects: SubjectIds) -> Question | None:
        """Return a question read again with the one person it names replaced by the one of `subjects`; None where either names no one or several."""
        entities = self._names.entities
        people = [g for g in before.subjects if entities[g[0]].kind == "person"]
        if len(people) != 1 or len(subjects) != 1 or entities[subjects[0][0]].kind != "person" or subjects == tuple(people):
            return None
        named = [s for s in self._names.find(before.folded) if s.kind == "entity" and s.ids[0] == people[0][0]]
        if len(named) != 1 or len(before.folded) != len(before.text):
            return None
        names = entities[subjects[0][0]].names
        name = next((names[lang] for lang in ("en" if before.lang == "en" else "zh-Hant", *names) if lang in names), "")
        again = self.read(f"{before.text[: named[0].start]}{name}{before.text[named[0].end :]}", before.lang) if name else None
        return again if again and again.subjects[:1] else None

    def version_meant(self, question: Question, known: Sequence[str]) -> Question:
        """Return a question that names no more than a version with that of the product last spoken of: "and the Pro?", 性能版呢."""
        return question if question.subjects else self._trims.of_known(question, known)

    def company_meant(self, question: Question, known: Sequence[str]) -> str:
        """Return whom "this company" or "this school" means: the first of `known`, else who makes the first product, else ""."""
        if not question.subjects and THE_SCHOOL.search(question.folded):
            return next((i for i in known if i in self._names.entities and self._names.entities[i].kind == "institution"), "")
        if question.subjects or not THE_COMPANY.search(question.folded):
            return ""
        entities, makers = self._names.entities, self._names.makers
        firms = (i for i in known if i in entities and entities[i].kind == "company")
        return next(firms, next((makers[i] for i in known if i in makers), ""))

    def thing_meant(self, question: Question, known: Sequence[str]) -> str:
        """Return what "it" means in a question that names nothing: the first of `known` that is nobody and nowhere, else ""."""
        if question.subjects or not qw.IT.search(question.folded) or qw.HE_OR_SHE.search(question.folded):
            return ""
        entities = self._names.entities
        return next((i for i in known if i in entities and entities[i].kind not in ("person", "place")), "")

    def of_no_person(self, measures: Sequence[str]) -> bool:
        """Whether there are measures, and none of them is one that a person has."""
        return bool(measures) and not any("person" in self._names.measures[m].kinds for m in measures)

    def firm_of(self, subjects: SubjectIds, known: Sequence[str]) -> str:
        """Return the company last spoken of where only people are the `subjects`, else ""."""
        entities = self._names.entities
        if not subjects or any(entities[i].kind != "person" for g in subjects for i in g if i in entities):
            return ""
        return next((i for i in reversed(known) if i in entities and entities[i].kind == "company"), "")

    def periods_of(self, folded: str, subjects: SubjectIds) -> tuple[Period, ...]:
        """Return the periods that 今年 and the like of a folded text mean for `subjects`: see `_resolved`."""
        return self._resolved(folded, tuple(m.period for m in periods.find(folded)), subjects)

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
        if not count_scripts(text)[0] and self._language.is_typed_pinyin(folded):
            said = self._typed.in_characters(folded, spans)
            meant = self.read(said, "zh-Hans") if said != folded else None
            if meant and meant.kind != "smalltalk" and meant.subjects:
                return replace(meant, flags=meant.flags | {"pinyin"}, lang="zh-Hans")
        named = any(s.kind == "entity" and not s.weak and self._subjects.hard(s.ids) for s in spans)
        mended = self._respelling.mended(text, blank(folded, [(s.start, s.end) for s in spans]), named)
        return self.read(mended, hint) if mended != text else None

    def _whole_names(self, folded: str, spans: Sequence[Span]) -> list[Span]:
        """Names with the endings and versions typed behind them, and terms; without what only puts the question."""
        terms = {s.start: s.end for s in spans if s.kind != "entity"}
        ended = [with_translation(folded, self._subjects.with_ending(folded, s)) for s in spans if not is_rate(folded, s)]
        ended = longest([s if terms.get(s.end, 0) > e.end else e for s, e in zip((s for s in spans if not is_rate(folded, s)), ended, strict=True)])  # 公司全名 begins with no ending
        return _without_how_far(folded, _outside_question_words(folded, self._trims.named(folded, ended)))

    @staticmethod
    def _plainer(text: str, folded: str, spans: Sequence[Span]) -> str:
        """A message that asks for a reason without what it only sets against it; "" where it sets nothing against it."""
        against = set_against(folded) if len(text) == len(folded) else []
        if not against:
            return ""
        kept = [(s.start, s.end) for s in spans if s.kind == "entity"] + [(p.start, p.end) for p in periods.find(folded)]
        plainer = without(text, against, sorted(kept))
        return "" if set_against(fold(plainer)) else plainer  # once is enough

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
        beside = part and not any(p.start[:4].isdigit() for p in plain)  # 首季比去年第四季少了多少: two times, neither with a year
        if (plain and not beside) or (qw.YEAR_BEFORE.search(folded) and not part):  # 去年下半年 is a period, never all of the year
            return plain
        year = self.newest(subjects)
        found = periods.find(folded, year) if year else periods.find(_YEAR_TOLD.sub(" ", folded)) if part else []
        return tuple(m.period for m in found if m.period.kind != "relative")

    def _fiscal(self, folded: str, told: tuple[Period, ...], subjects: SubjectIds) -> tuple[Period, ...]:
        """The periods asked for, with a fiscal year as the company counts it: that which ended in March 2026 is its fiscal 2026."""
        if not subjects or not _FISCAL_YEAR.search(folded):
            return told
        years = [p for p in told if p.kind == "year" and p.start.endswith("-01-01")]
        known = {f.period for i in subjects[0] for f in self._library.archive.facts(subject=i) if f.period and f.period.kind == "year"} if years else set()
        own = {p.end[:4]: p for p in known if p.start[5:] != "01-01" and p.end[:4].isdigit()}
        calendar = {p.start[:4] for p in known if p.start[5:] == "01-01"}
        return tuple(replace(own[p.start[:4]], raw=p.raw) if p in years and p.start[:4] in own and p.start[:4] not in calendar else p for p in told)

    def newest(self, subjects: SubjectIds) -> int | None:
        """Return the year of the newest dated article that speaks of the subjects, None where none is dated."""
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

    def _wants(self, folded: str, subjects: SubjectIds) -> str:
        """The kind of thing that would answer: how long a rocket is, is no duration."""
        wants = answer_type(folded)
        if wants in ("amount", "date", "duration", "") and qw.HOW_OLD.search(folded) and (self._subjects.people(subjects) or qw.SOMEBODY.search(folded)):
            return "age"  # of somebody, named or meant by a pronoun
        if not wants and asks_load(folded):
            return "amount"
        if len(subjects) > 1 and wants in ("", "person") and qw.EARLIER.search(folded):
            return "date"  # who listed first
        return "amount" if wants == "duration" and self._subjects.things(subjects) and asked_size(folded) else wants


def _of_another_part(told: periods.PeriodMention, when: Sequence[periods.PeriodMention]) -> bool:
    """Whether a part of last year is held against another part of a year: 首季比去年第四季."""
    months = (told.period.start[-5:], told.period.end[-5:])
    others = {(p.period.start[-5:], p.period.end[-5:]) for p in when if p is not told and p.period.kind in ("quarter", "half", "month")}
    return months != ("01-01", "12-31") and bool(others) and months not in others


def _cut(name: str) -> list[tuple[str, str, str]]:
    """A name of several words, cut between each two."""
    return [(name[: m.start()], " ", name[m.end() :]) for m in re.finditer(" ", name)]


def _of_rate(question: Question) -> Question:
    """A question how fast a market grows is one for a rate: in per cent, or as "three digits"."""
    asked = not question.measures and question.aspect in ("growth", "decline") and question.wants in ("", "amount")
    return replace(question, wants="ratio") if asked and qw.RATE_ASKED.search(question.folded) else question


def _each_year(years: re.Match[str]) -> str:
    """2022、2023、2024年 for 22、23、24, where 三年 or 年 follows; a stretch is named by its ends."""
    named = re.sub(r"\d\d", lambda m: f"20{m.group()}年", years.group())
    return named.removesuffix("年") if years.string[years.end() : years.end() + 1] == "年" else named


def _within(place: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in places)


def _outside_question_words(folded: str, spans: Sequence[Span]) -> list[Span]:
    """Drop concepts found inside a question word, begun or ended in one: 一代 in 哪一代, 少了 in 到多少了, 做多 in 能做多少台."""
    asked = [(m.start(), m.end()) for m in qw.STOP_ZH.finditer(folded) if m.end() - m.start() > 2]
    begun = [m.end() - 1 for m in _HOW_MANY.finditer(folded)]
    how = [m.start() for m in _HOW.finditer(folded)]
    begun += [m.end() - 1 for m in _AT_FIRST.finditer(folded)]  # 初創 in 當初創立
    return [
        s
        for s in spans
        if s.kind != "concept"
        or not (s.start in begun or s.end - 1 in how or any(a <= s.start and s.end <= b and s.end - s.start < b - a for a, b in asked))
    ]


def _without_how_far(folded: str, spans: Sequence[Span]) -> list[Span]:
    """Drop 漲幅 beside a measure it is of: 營收漲幅 asks how far revenue rose, not for a price."""
    moved = [s for s in spans if s.kind == "measure" and s.ids == ("price-change",) and _HOW_FAR.fullmatch(folded[s.start : s.end])]
    others = [s for s in spans if s.kind == "measure" and s not in moved and not {"price", *NO_MEASURE} & set(s.ids)]
    return [s for s in spans if s not in moved] if others else list(spans)
