"""Passages: the one to three sentences that say it, for everything that is no figure of ours.

A sentence may speak only when it is about the subject asked for and covers what was asked: its rare words
above all. When it does not, that is what the refusal names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import soft
from bot.evidence import Evidence
from bot.figures import is_money
from bot.question import SIBLINGS, Question
from kb import periods
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.shelf import Visible
from kb.terms import span_terms, term_token
from kb.text import clauses, fold
from kb.units import fits

_CAUSE = re.compile(
    r"主因|归因|解释|拖累|受.{1,12}影响|带来|因|由于|得益|受益|受惠|源于|来自|原因|缘于|所致|才能|在于|为了|以免|避免|本质|倒逼|带动|推动|"
    r"\b(?:because|due to|driven|blamed?|attributed?|reflecting|on the back of|hit by|weighed|explain\w*|cited|helped by|thanks to|owing|as a result|since|so that|to avoid|reason|benefit|by|so)\b"
)
_WHICH_FIRMS = re.compile(
    r"(?:哪些|哪几[家间]|哪[两三四五六]家)[^,，]{0,8}?(?:公司|厂商?|企业|机构|银行|品牌|股)|[几两三四五六七八]家[^,，]{0,12}?是?哪几[家间]|"
    r"\bwhich (?:\w+[- ]){0,3}?(?:companies|firms|banks|makers|suppliers|brands|vendors|houses|stocks)\b"
)
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour".split())
_MOST = 330  # characters of quotation in one answer; Latin letters count half
_SHORT = 48  # a quotation shorter than this takes the sentence after it along
_LEADING = 16  # characters into a sentence that a name leads it
_KINDS = ("list", "person", "definition", "timeline", "compare", "conflict", "fact")
_ENUMERATES = re.compile(
    r"第?[一二三四五]|其[一二三四]|\d[.)、]|the (?:first|second|third|fourth)|first|second|third|another|in addition"
)
_SHARE = re.compile(r"占|比重|份额|贡献|\bshare\b|account|contribut|made up|portion|per cent of|% of")
_MONEY_ASKED = re.compile(r"多少(?:资金|钱|美?元|港元|[亿万])|\bhow much (?:money|capital|funding)\b|\bhow much did .{1,40} (?:raise|cost|pay|spend|invest)\b")
_LOOKED_AT = 16  # the best so many are looked at closely
_ONE_CLAUSE = 2.0  # what it is worth to say everything in one clause
_THINGS = 0.6  # the share of what was asked about, by weight, that a sentence must speak of
_THINGS_TOLD = 0.5  # the same where a reason or a story is asked for
_MANNER = 0.4  # the same for verbs, where a question has nothing else
_TYPES = ("duration", "age", "date", "post", "place", "person")
_FOREMOST = re.compile(
    f"{qw.MAX.pattern}|{qw.MIN.pattern}|居首|首位|领先|第一|垫底|唯一|主要|为主|核心|龙头|\\b(?:lead(?:s|ing)?|main|record|ahead)\\b"
)
_STOPS = re.compile(r"[。;!?]|\.\s")
_PAUSES = re.compile(r"[。;!?,]|\.\s")
_KEPT = 0.5  # how much of a name a further sentence must say
_COMPARED = 3  # figures of one unit in one sentence
_TELLING = 30  # characters a sentence has at least that gives a reason without a word for it
_EVENTS = ("date", "person", "place", "duration", "age")
_MOST_SIDES = 3
_UNNAMED = -1.5  # a sentence that does not name the subject stands behind those that do
_LOOK_BACK = 5  # sentences before one that leaves its period unsaid
_NEAR_COPY = 78.0  # rapidfuzz ratio above which two sentences say the same
_ASKS = re.compile(r"[?？][」”\"]?$|^(?:问|q)[:：]")
_LEANING = re.compile(
    r"^(?:[^,。]{0,16},)?(?:公司|该公司|其|他|她|该|这|此|并|同时|管理层)|^(?:it|its|the company|he|she|they|this|these)\b"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """How much a sentence must cover before it may speak, 0..1, and when a further one may."""

    coverage: float
    second: float  # a further sentence's score, as a share of the first's


_BARS = {
    "list": Bar(0.55, 0.72),
    "passage": Bar(0.5, 0.8),
    "timeline": Bar(0.4, 0.4),
    "fact": Bar(0.6, 0.86),
    "compare": Bar(0.5, 0.8),
}


class Passages:
    """Finds and quotes sentences for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search
        self.weighed: list[Scored] = []  # what the last ranking found, for explaining

    # ------------------------------------------------------------ finding
    def ranked(self, question: Question, limit: int = 30) -> list[Scored]:
        """Return the sentences that fit, those with the kind of answer asked for first."""
        needs = [n for n in question.needs if not (question.kind == "compare" and qw.COMPARE.search(n.surface))]
        if needs and all(n.light for n in needs):  # nothing else to go by: then these decide, but none must be there
            found = self._search.rank(
                [replace(n, light=False) for n in needs], question.subjects, self.visible(question), limit
            )
            told = question.subjects and (question.wants in _TYPES or self._of_person(question))  # any of theirs may tell
            found = [replace(s, coverage=1.0, missing=()) for s in found if told or len(s.missing) < len(needs)]
        else:
            found = self._search.rank(needs, question.subjects, self.visible(question), limit)
        found = [self._nearer(s, question) if i < _LOOKED_AT else s for i, s in enumerate(found)]
        about = [s if s.about else self._nearby(s, question) for s in found]
        timely = [self._on_time(s, question) for s in about if s and self._timely(s, question)]
        wanted = [self._typed(s, question) for s in timely]
        ranked = sorted((s for s in wanted if s), key=lambda s: (-s.score, s.sentence.id))
        self.weighed = ranked or found[:5]
        return ranked

    def _several(self, question: Question) -> bool:
        """Whether several companies (people, products) are asked about, each for itself."""
        entities = self.evidence.library.names.entities
        kinds = [entities[g[0]].kind for g in question.subjects]
        return len(kinds) > len(set(kinds))

    def _each(self, question: Question) -> list[Scored]:
        """The best sentence for each of several that are asked about, where none speaks of all of them."""
        apart = question.kind == "compare" or "compare" in question.flags or question.wants == "post"
        if not apart or not self._several(question) or len(question.subjects) > _MOST_SIDES:
            return []
        chosen: list[Scored] = []
        for group in question.subjects:
            alone = replace(question, subjects=(group,))
            found = [s for s in self.ranked(alone, 12) if s.about and not self._lacks(s, alone)]
            if not found:
                return []
            chosen.append(found[0])
        return list({c.sentence.id: c for c in chosen}.values())

    def _nearby(self, scored: Scored, question: Question) -> Scored | None:
        """A sentence that names nobody, said while the subject was spoken of: 「管理層指出,驗證流程較長」.

        Extraction gives such a sentence to nobody, so a company's own results are not taken from it.
        """
        if not question.subjects or self._core(question) or scored.missing:
            return None
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        rivals = {entities[i].kind for i in asked} | {"company"}
        others = [m for m in scored.sentence.mentions if m.entity not in asked and entities[m.entity].kind in rivals]
        if others:
            return None
        left = [g for g in question.subjects if not set(scored.sentence.topics) & set(g)]
        for step in range(1, _LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                return None
            named = {m.entity for m in before.mentions}
            still = [g for g in left if not set(g) & (named | set(before.topics))]
            left = still if not (still and self._several(question)) else left  # all of several, in one sentence
            if not left:
                return _lift(replace(scored, about=True), _UNNAMED)
            if any(entities[i].kind in rivals and i not in asked for i in named):
                return None
        return None

    def _of_person(self, question: Question) -> bool:
        entities = self.evidence.library.names.entities
        return any(entities[i].kind == "person" for g in question.subjects for i in g)

    def explain(self) -> tuple[str, ...]:
        """Return the best candidates of the last ranking: score, coverage, what each lacks, and the sentence."""
        lines = []
        for scored in self.weighed[:5]:
            lacks = ", ".join(n.surface for n in scored.missing)
            about = "" if scored.about else "; not about the subject"
            lines.append(
                f"candidate {scored.score:.1f}, covers {scored.coverage:.0%}"
                f"{f', lacks {lacks}' if lacks else ''}{about}: {scored.sentence.text[:60]}"
            )
        return tuple(lines)

    def _nearer(self, scored: Scored, question: Question) -> Scored:
        """Lift a sentence that says what is asked in one clause: 加入輝達, not 離開輝達,…加入團隊.

        The idea is the unordered window of Metzler and Croft (2005), with clauses for windows.
        """
        folded = fold(scored.sentence.text)
        spans = self._search.reading.spans(scored.sentence)
        places: list[set[int]] = []
        parts = clauses(folded)
        for need in question.needs:
            tokens = {t for o in need.options for t in o}
            at = [s.start for s in spans if any(term_token(k, i) in tokens for k, i in span_terms(s) if k != "entity")]
            at += [folded.find(t) for t in tokens if len(t) == 2 and t in folded and not t.isascii()]
            places.append({n for n, (a, b) in enumerate(parts) for p in at if a <= p < b})
        for group in question.subjects:
            at = [m.start for m in scored.sentence.mentions if m.entity in group]
            places.append({n for n, (a, b) in enumerate(parts) for p in at if a <= p < b})
        if len(places) < 2:
            return scored
        best = max((sum(n in p for p in places) for n in range(len(parts))), default=0)
        return _lift(scored, _ONE_CLAUSE * max(0, best - 1) / (len(places) - 1))

    def visible(self, question: Question) -> Visible:
        """The articles to look at: those of a publisher the question names, else all of this asker's."""
        if not question.publishers:
            return self.evidence.visible
        return self.evidence.visible.of(question.publishers)

    def _timely(self, scored: Scored, question: Question) -> bool:
        """A period asked for must be said in the sentence, in its heading, or in what leads up to it."""
        if not question.periods:
            return True
        if self._says(scored.sentence.text, question.periods, exact=self._measured(question) and self._core(question)):
            return True
        if any(m.period.start[:4].isdigit() for m in self._search.reading.periods(scored.sentence)):
            return False
        this_year = "relative" in question.flags and all(p.kind == "year" for p in question.periods)
        if this_year or self._says(scored.sentence.heading, question.periods):
            return True  # "this year" is the article's own, and articles leave it unsaid
        for step in range(1, _LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                break
            if any(m.period.kind not in ("relative", "day") for m in self._search.reading.periods(before)):
                return self._says(before.text, question.periods)  # what was spoken of last
        return self._says(self._title(scored.sentence), question.periods)

    def _on_time(self, scored: Scored, question: Question) -> Scored:
        """Lift a sentence that says the period itself above those that leave it unsaid."""
        said = question.periods and self._says(scored.sentence.text, question.periods)
        return _lift(scored, 1.0) if said else scored

    def _title(self, sentence: StoredSentence) -> str:
        return self.evidence.library.articles[sentence.article_id].title

    @staticmethod
    def _says(text: str, wanted: Sequence[Period], exact: bool = False) -> bool:
        folded = fold(text)
        found = [m.period for m in periods.find(text)]
        if any(
            p.start.startswith("--") for p in wanted
        ):  # a day asked for decides; "2025" then names what was published
            wanted = [p for p in wanted if p.start.startswith("--")]
        for period in wanted:
            year = period.start[:4]
            if year.isdigit() and period.kind in ("year", "span") and not exact:
                if year not in folded:
                    return False
            elif not any(_alike(period, other) for other in found):
                return False
        return True

    def _typed(self, scored: Scored, question: Question) -> Scored | None:
        """Lift a sentence that holds the kind of thing asked for; drop one that cannot answer."""
        text, wants = scored.sentence.text, question.wants
        if wants == "date":
            if any(m.period.kind != "relative" for m in self._search.reading.periods(scored.sentence)):
                return _lift(scored, 1.5)
            return scored if self._dated_before(scored.sentence) else None
        if self._measured(question) and wants != "reason" and not self._figure_there(question, scored.sentence):
            return None
        if wants in ("amount", "ratio", "duration", "age") or self._measured(question):
            return self._with_quantity(scored, question)
        if question.kind == "list":
            return _lift(scored, 0.4 * min(4, text.count("、") + text.count(", ")))
        if question.kind == "compare" and question.aspect and self._search.reading.quantities(scored.sentence):
            return _lift(scored, 1.5)
        if wants == "reason":
            return _lift(scored, 2.0) if _CAUSE.search(fold(text)) else scored
        if wants == "post":
            return _lift(scored, 1.5) if self._holds_role(text) else None
        if wants == "place":
            return _lift(scored, 1.5) if self._elsewhere_named(scored.sentence, question) else scored
        if wants == "person":
            return _lift(scored, 1.5) if self._people(scored.sentence) else scored
        return scored

    def _dated_before(self, sentence: StoredSentence) -> bool:
        """Whether the sentence before gives the date: "2006年…轉折點。他加入輝達…"."""
        before = self._search.neighbour(sentence, -1)
        if before is None or before.paragraph != sentence.paragraph or not _LEANING.match(fold(sentence.text)):
            return False
        return any(m.period.kind in ("year", "month", "day") for m in self._search.reading.periods(before))

    def _with_quantity(self, scored: Scored, question: Question) -> Scored | None:
        wants = question.wants
        found = [
            q
            for q in self._search.reading.quantities(scored.sentence)
            if self._owns(scored.sentence, q.start, question)
        ]
        if wants == "amount" and _MONEY_ASKED.search(question.folded):
            found = [q for q in found if is_money(q.unit)]
        if wants == "duration":
            found = [q for q in found if q.unit in _DURATIONS]
        if wants == "age":
            found = [q for q in found if q.unit == "歲"]
        if wants == "ratio":
            found = [q for q in found if q.unit in ("%", "pp", "x", "bp")]
        return _lift(scored, 1.0) if found else None

    def _owns(self, sentence: StoredSentence, place: int, question: Question) -> bool:
        """Whether a figure is the asked subject's: of two people (or companies) named, it is the nearer one's before it."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        kinds = {entities[i].kind for i in asked} & {"person", "company", "product"}
        rivals = [m for m in sentence.mentions if entities[m.entity].kind in kinds]
        if len({m.entity for m in rivals}) < 2 or not asked & {m.entity for m in rivals}:
            return True
        before = [m for m in rivals if m.start < place]
        if not before:
            return True
        run = [before[-1].entity]  # "A、B合計…" belongs to both
        for left, right in zip(before[-2::-1], before[:0:-1], strict=False):
            if right.start - left.end > 4:
                break
            run.append(left.entity)
        return bool(asked & set(run))

    def _figure_there(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether some clause names a measure asked for beside a figure that fits it."""
        names = self.evidence.library.names
        text, folded = sentence.text, fold(sentence.text)
        found = self._search.reading.quantities(sentence)
        if self._core(question) and not {i for g in question.subjects for i in g} & {
            m.entity for m in sentence.mentions
        }:
            return False  # another company, or a whole industry, may have come between
        shares = [m for m in question.measures if m.endswith("-share")]
        if shares and not _SHARE.search(folded):
            return False
        wanted = {m for q in question.measures for m in (q, q.removesuffix("-share"))}  # 佔營收25% names the revenue
        wanted |= {m for group in SIBLINGS if wanted & set(group) for m in group}
        wanted |= {"price-change"} if "price" in wanted else set()
        said = [
            (s.start, s.end)
            for s in self._search.reading.spans(sentence)
            if any(k == "measure" and i in wanted for k, i in span_terms(s))
        ]
        tokens = {f"m_{m.replace('-', '_')}" for m in wanted}
        asked = [n.surface for n in question.needs if any(set(o) & tokens for o in n.options)]
        said += [m.span() for a in asked for m in re.finditer(re.escape(a), folded)]  # 記憶體 in 頻寬記憶體
        for start, end in said:
            reach = 100 if text.isascii() or self.evidence.foreign("中") else 45
            near = [q for q in found if _told_with(folded, start, end, q, reach)]
            if any(fits(names.measures[m].unit, q.unit) for q in near for m in question.measures):
                return True
            changing = question.aspect or ("price" in question.measures and question.wants != "amount")
            if (question.wants == "ratio" or changing) and any(q.unit == "%" for q in near):
                return True
        return False

    def _measured(self, question: Question) -> bool:
        """Whether a figure is asked for: only a sentence that gives one may answer then."""
        measures = self.evidence.library.names.measures
        if question.kind == "passage" or not any(measures[m].unit not in ("date", "any") for m in question.measures):
            return False
        if question.wants in ("amount", "ratio") or any(measures[m].unit == "money" for m in question.measures):
            return question.kind != "list" or question.wants in ("amount", "ratio")
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        others = [
            n for n in question.needs if not n.light and not soft(n) and not any(set(o) & tokens for o in n.options)
        ]
        return question.kind != "list" and not others

    def _core(self, question: Question) -> bool:
        """Whether a company's own results are asked for, where a part of a period is not the period."""
        return any(
            ("profit" in m or "revenue" in m) and not m.endswith(("-share", "-growth")) for m in question.measures
        )

    def _elsewhere_named(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a place or an institution other than what is asked about."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return any(
            entities[m.entity].kind in ("place", "institution") and m.entity not in asked for m in sentence.mentions
        )

    def _holds_role(self, text: str) -> bool:
        names = self.evidence.library.names
        return any(s.kind == "concept" and names.concepts[s.ids[0]].group == "role" for s in names.find(fold(text)))

    def _people(self, sentence: StoredSentence) -> list[str]:
        entities = self.evidence.library.names.entities
        return [m.entity for m in sentence.mentions if entities[m.entity].kind == "person"]

    # ------------------------------------------------------------ choosing
    def choose(self, question: Question, found: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that may speak: the best, and those that add to it."""
        bar = _BARS.get(question.kind, _BARS["fact"])
        good = [s for s in found if not self._lacks(s, question)]
        if not good:
            return self._together(question, found, bar)
        chosen = [good[0]]
        for other in good[1:]:
            if len(chosen) >= (5 if question.kind in ("list", "timeline") else 3):
                break
            elsewhere = self._elsewhere(other, chosen, question)
            if (other.score >= bar.second * good[0].score or elsewhere) and self._fits(other, chosen):
                chosen.append(other)
        return self._complete(question, chosen)

    def _elsewhere(self, other: Scored, chosen: Sequence[Scored], question: Question) -> bool:
        """Whether another source says as much: for figures, dates and either-or, all versions are shown."""
        if not (question.wants in ("date", "amount") or "either" in question.flags):
            return False
        articles = self.evidence.library.articles
        sources = {articles[c.sentence.article_id].source for c in chosen}
        return articles[other.sentence.article_id].source not in sources and other.coverage >= 0.9 * chosen[0].coverage

    def _fits(self, other: Scored, chosen: Sequence[Scored]) -> bool:
        size = sum(_size(c.sentence.text) for c in chosen) + _size(other.sentence.text)
        return size <= _MOST and not any(fuzz.ratio(other.sentence.text, c.sentence.text) > _NEAR_COPY for c in chosen)

    def _complete(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Add a sentence for what the chosen ones leave out: a question may ask for two things."""
        left = [
            n
            for n in question.needs
            if not soft(n) and n.options and max(self._search.holds(n, c.sentence.id) for c in chosen) < 0.5
        ]
        if not left or len(chosen) > 2:
            return chosen
        more = replace(question, needs=tuple(replace(n, light=False) for n in left), wants="")
        keys = [n for n in question.needs if n.key]
        for other in self.ranked(more, 8):
            near = self._close(other.sentence, chosen[0].sentence) or (
                question.subjects and all(self._search.holds(n, other.sentence.id) >= _KEPT for n in keys)
            )
            if near and other.coverage >= 0.6 and self._fits(other, chosen):
                return [*chosen, other]
        return chosen

    @staticmethod
    def _close(one: StoredSentence, other: StoredSentence) -> bool:
        """Whether two sentences stand within a few of each other."""
        return one.article_id == other.article_id and abs(one.n - other.n) <= _LOOK_BACK

    def _together(self, question: Question, found: Sequence[Scored], bar: Bar) -> list[Scored]:
        """Two sentences that say between them what neither says alone."""
        if not found or not question.subjects:
            return []
        first = found[0]
        if first.coverage < 0.6 * bar.coverage or not first.missing:
            return []
        for other in found[1:10]:
            if set(first.missing) & set(other.missing) or other.coverage < 0.6 * bar.coverage:
                continue
            if self._fits(other, [first]) and other.sentence.article_id == first.sentence.article_id:
                return [first, other]
        return []

    def _lacks(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence misses what must not be missed: a name, the measure, or too much of what was asked for.

        Names, numbers and measures must be there. Of the other things (nouns) most must be, by weight; how
        the question puts it (verbs) may differ, unless there is nothing else to go by.
        """
        missing = set(scored.missing)
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        if any(n.key or any(set(o) & measured for o in n.options) for n in missing):
            return True
        things = [n for n in question.needs if not (n.light or n.verbal)]
        manner = [n for n in question.needs if n.verbal and not n.light]
        if not things or question.wants in _EVENTS:  # who did it and when is told with what was done
            unsaid = {n for n in manner if self._search.holds(replace(n, loose=""), scored.sentence.id) < _MANNER}
            if manner and self._share(manner, unsaid) < _MANNER:
                return True
        bar = _THINGS_TOLD if question.kind in ("passage", "timeline") else _THINGS
        return bool(things) and self._share(things, missing) < bar

    def _share(self, needs: Sequence[Need], missing: set[Need]) -> float:
        """The share of the needs, by weight, that is not missing, 0..1."""
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) for n in needs if n not in missing) / total if total else 1.0

    # ------------------------------------------------------------ telling
    def answer(self, question: Question) -> Answer | None:
        """Answer with quoted sentences, or return None when nothing may speak."""
        if not question.needs and (not question.subjects or "before" in question.flags):
            return None  # "and before that?" says nothing a sentence could be held against
        if not question.subjects and (all(n.light for n in question.needs) or "before" in question.flags):
            return None
        chosen = self.choose(question, self.ranked(question)) or self._each(question)
        if question.wants == "reason":
            chosen = self._with_cause(chosen)
        if question.extreme == "last" and not question.subjects:  # who was last is told, or worked out from dates
            chosen = [c for c in chosen if qw.LAST.search(fold(c.sentence.text))]
        if question.extreme in ("max", "min") and question.kind == "superlative":
            chosen = [c for c in chosen if self._ranks(c.sentence)]
        if question.kind == "list" and _WHICH_FIRMS.search(question.folded):
            chosen = [c for c in chosen if self._names_another(c.sentence, question)]
        if question.wants == "place" and question.kind == "fact":
            chosen = [c for c in chosen if self._elsewhere_named(c.sentence, question)]
        if question.wants == "person" and question.kind != "person":
            named = [c for c in chosen if self._people(c.sentence)]
            named = [c for c in named if c in chosen[:1] or not self._lacks(c, question)]
            chosen = named or self._named_elsewhere(question, chosen)
        return (
            self.quote(question.kind, [c.sentence for c in chosen], dated=question.wants == "date") if chosen else None
        )

    def _ranks(self, sentence: StoredSentence) -> bool:
        """Whether a sentence says what stands first, or gives figures enough to see it."""
        counts = Counter(q.unit for q in self._search.reading.quantities(sentence))
        return bool(_FOREMOST.search(fold(sentence.text))) or max(counts.values(), default=0) >= _COMPARED

    def _with_cause(self, chosen: list[Scored]) -> list[Scored]:
        """For a reason: sentences that give one, or what is asked about with the sentence after it that does."""
        if not chosen or any(_CAUSE.search(fold(c.sentence.text)) for c in chosen):
            return chosen
        for first in chosen:
            after = self._search.neighbour(first.sentence, 1)
            same = after is not None and after.paragraph == first.sentence.paragraph
            if after is not None and same and _CAUSE.search(fold(after.text)) and self._goes_on(first.sentence, after):
                return [first, replace(first, sentence=after)]
        return [c for c in chosen if _size(c.sentence.text) >= _TELLING]  # a bare fact is no reason

    def answer_members(self, question: Question, members: set[str]) -> Answer | None:
        """Answer with the sentence that lists these companies."""
        needs = [n for n in question.needs if not n.light]
        found = self._search.rank(needs, [(m,) for m in sorted(members)], self.visible(question), 20)
        full = [s for s in found if members <= {m.entity for m in s.sentence.mentions}]
        return self.quote("list", [full[0].sentence]) if full else None

    def _names_another(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a company or an institution that the question does not."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return any(m.entity not in asked and entities[m.entity].kind not in ("place", "person") for m in sentence.mentions)

    def _named_elsewhere(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Who was asked for: a company may be the answer, but a sentence that names nobody is none."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return (
            []
            if question.roles or "name" in question.flags
            else [
                c
                for c in chosen
                if any(m.entity not in asked and entities[m.entity].kind != "place" for m in c.sentence.mentions)
            ]
        )

    def _with_date(self, sentences: list[StoredSentence], dated: bool) -> list[StoredSentence]:
        """Put the sentence that gives the date before one that leans on it."""
        if (
            not dated
            or not sentences
            or self._search.reading.periods(sentences[0])
            or not self._dated_before(sentences[0])
        ):
            return sentences
        before = self._search.neighbour(sentences[0], -1)
        return [before, *sentences] if before else sentences

    def quote(
        self, kind: str, sentences: Sequence[StoredSentence], lead: Sequence[str] = (), dated: bool = False
    ) -> Answer:
        """Return an answer made of sentences, in the asker's script; in another language, set apart."""
        evidence = self.evidence
        sentences = self._answered(list(sentences))
        sentences = self._with_next(kind if kind in _KINDS else "passage", sentences)
        sentences = self._with_date(sentences, dated)
        foreign = [s for s in sentences if evidence.foreign(s.text)]
        about = self._about(sentences) or self._unnamed(kind, sentences)
        own = [
            (f"{about}:" if i == 0 and about else "") + evidence.quote(s.text)
            for i, s in enumerate(s for s in sentences if s not in foreign)
        ]
        lines = [*lead, *own]
        if foreign:
            words = evidence.words
            lines.append(words.quote_lead_about.format(subject=about) if about and not own else words.quote_lead)
        kind = kind if kind in _KINDS else "passage"
        return Answer(
            True,
            evidence.lang,
            "passage" if kind == "fact" else kind,
            tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign),
            sources=evidence.sources(list(sentences)),
        )

    def _about(self, sentences: Sequence[StoredSentence]) -> str:
        """The company the first sentence leans on without naming it: who "the company" is."""
        first = sentences[0]
        entities = self.evidence.library.names.entities
        named = {m.entity for m in first.mentions}
        if not _LEANING.match(fold(first.text)) or any(
            entities[m.entity].kind in ("company", "person") and m.start < _LEADING for m in first.mentions
        ):
            return ""
        silent = [t for t in first.topics if t not in named and entities[t].kind in ("company", "person")]
        silent = [t for t in silent if entities[t].kind == "company"] or silent
        return self.evidence.name(silent[0]) if silent else ""

    def _unnamed(self, kind: str, sentences: Sequence[StoredSentence]) -> str:
        """Whose person or product this is, where no sentence shown names the company."""
        entities = self.evidence.library.names.entities
        if kind not in ("person", "definition") or any(
            entities[m.entity].kind == "company" for s in sentences for m in s.mentions
        ):
            return ""
        firms = [t for t in sentences[0].topics if entities[t].kind == "company"]
        return self.evidence.name(firms[0]) if firms else ""

    def _answered(self, sentences: list[StoredSentence]) -> list[StoredSentence]:
        """In an interview what is asked is no answer: the sentence after it is."""
        out: list[StoredSentence] = []
        for sentence in sentences:
            place = sentence
            for _ in range(2):
                after = self._search.neighbour(place, 1)
                if not _ASKS.search(fold(place.text)) or after is None:
                    break
                place = after
            more = self._search.neighbour(place, 1) if place is not sentence else None
            out += [place, more] if more and not _ASKS.search(fold(more.text)) else [place]
        return list({s.id: s for s in out}.values())

    def _with_next(self, kind: str, sentences: list[StoredSentence]) -> list[StoredSentence]:
        """Short quotations take along what goes on right after them: a definition's use, a list's second item."""
        budget = {"definition": 150, "passage": 200, "list": 300, "compare": 240}.get(kind, _SHORT)
        out: list[StoredSentence] = []
        for sentence in sentences:
            if sentence in out:
                continue
            out.append(sentence)
            while (
                sum(_size(s.text) for s in (*out, *sentences[sentences.index(sentence) + 1 :])) < budget
                and len(out) < 6
            ):
                after = self._search.neighbour(out[-1], 1)
                if after is None or not self._goes_on(out[-1], after) or after in sentences:
                    break
                out.append(after)
                if kind != "list" or not _ENUMERATES.match(fold(after.text)):
                    break
        return out

    def _goes_on(self, before: StoredSentence, after: StoredSentence) -> bool:
        """Whether a sentence goes on about the same: same paragraph, and no other company or person takes over."""
        if before.paragraph != after.paragraph or _size(after.text) > 200:
            return False
        entities = self.evidence.library.names.entities
        leading = [
            m.entity for m in after.mentions if m.start < _LEADING and entities[m.entity].kind in ("company", "person")
        ]
        return not leading or leading[0] in before.topics


def _told_with(folded: str, start: int, end: int, quantity: Quantity, reach: int) -> bool:
    """Whether a figure goes with the measure at folded[start:end]: behind it, or before it in the same clause."""
    if quantity.start >= end:
        return quantity.start - end < reach and not _STOPS.search(folded, end, quantity.start)
    return start - quantity.end < reach and not _PAUSES.search(folded, quantity.end, start)


def _alike(a: Period, b: Period) -> bool:
    """Whether two periods are the same, one of them perhaps without its year."""
    if a.start.startswith("--") or b.start.startswith("--"):
        return a.start[-5:] == b.start[-5:] and a.end[-5:] == b.end[-5:]
    return (a.start, a.end) == (b.start, b.end)


def _size(text: str) -> int:
    wide = sum(1 for c in text if ord(c) > 0x2E80)
    return wide + (len(text) - wide) // 2


def _lift(scored: Scored, by: float) -> Scored:
    return replace(scored, score=scored.score + by)


__all__ = ["Bar", "Need", "Passages"]
