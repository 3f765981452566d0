"""Which sentences can answer a question: about the subject, of the time, and holding the kind of thing asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.asked import asked_currency, asked_size, counted_in
from bot.evidence import Evidence
from bot.figures import is_money
from bot.question import SIBLINGS, Question
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Scored
from kb.shelf import Visible
from kb.terms import span_terms, term_token
from kb.text import clauses, fold
from kb.units import fits, physical

CAUSE = lazy.compile(
    r"主因|归因|解释|拖累|受[^。;]{1,40}影响|与[^。;]{1,40}有关|保障|确保|有助|意味着|标志着|讯号|有关(?=。|$)|理由|查明|查出|压低|推高|拉低|拉高|抬高|带来|因|由于|得益|受益|受惠|源于|来自|原因|缘于|所致|才能|在于|为了|以免|避免|本质|倒逼|带动|推动|"
    r"\b(?:because|due to|driven|blamed?|attributed?|reflecting|on the back of|hit by|weighed|explain\w*|cited|helped by|thanks to|owing|as a result|since|so that|to avoid|reason|benefit|trac(?:ed|es|ing)(?: [\w'’-]+){0,5} to|(?:put|puts|putting)\b[^;]{2,90}? down to"
    r"|prompt(?:ed|s|ing)|stem(?:s|med|ming) from|faulted|caus(?:ed|es|ing) by|led to|leading to|result(?:s|ed|ing) (?:in|from)|trigger(?:ed|s|ing)|spurred|sparked|fuell?ed|dragged|dented|hurt by|squeezed by"
    r"|lifted by|boosted by|buoyed|in response to|point(?:s|ed|ing) to|citing|on account of|credit(?:s|ed) (?:it|the|a|an|its|this)|ascrib\w+|for want of|(?:lack|shortage) of|under pressure from|following (?:a|an|the)|after (?:a|an|the) (?!year|month|week|day|quarter))\b"
)
# What must be said beside a size that is asked for by an adjective: 49噸牽引車 gives no weight of what it carries.
_SIZED = {
    "weight": lazy.compile(r"[重轻]|(?:公斤|千克)(?:的|级)|\d ?kg [a-z-]*(?<! and)(?<! of)(?<! in)(?<! at)(?<! per)(?<! or)(?<! to)(?<! for) [a-z]|\bweigh|\bmass\b|\bheavy\b|\blight"),
    "length": lazy.compile(r"[长宽厚高径距薄深]|毫米|微米|\b(?:long|length|wide|width|thick\w*|tall|high|height|thin|across|wheelbase|mm|cm)\b"),
}
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour".split())
_SHARE = lazy.compile(r"占|比重|份额|贡献|\bshare\b|account|contribut|made up|portion|per cent of|% of")
_MONEY_ASKED = lazy.compile(r"多少(?:资金|钱|美?元|港元|[亿万])|\bhow much (?:money|capital|funding)\b|\bhow much did .{1,40} (?:raise|cost|pay|spend|invest)\b")
_COUNT_ASKED = lazy.compile(
    r"(?:几|多少)(?:[家间名位人台辆架艘座款种项份颗片条支层代套只头户]|个(?!百分点|点|基点|月|季))|\bhow many (?!years|months|days|weeks|hours|percent|points|times|yuan|dollars|pounds|euros)"
)
_PARTS = ("quarter", "half", "nine-months")
_MANY = 4
_LISTED = lazy.compile(r"、|[a-z\"”](?:,| and) (?=[A-Za-z\"“])|[和及與与]|(?<=[:：,，;；])[一二三四]是")
_QUOTED_AT = lazy.compile(r"报(?!告|道|导|酬|废|名|喜)|售(?!后|票处)|定价|均价|现货|\b(?:sells?|sold|priced|quoted|trades?|traded) (?:at|for)\b")
_HELD = 0.5  # of a thing asked for that must be in a sentence
_NO_COUNTS = frozenset("% pp bp x".split())
_ONE_CLAUSE = 2.0  # what it is worth to say everything in one clause
# A place that is no known name, told by what stands before it; months and quarters are none.
_PLACED = lazy.compile(
    r"(?:[设建]在|设于|位[于处在]|[坐座]落|落户|落地于?|选址|[迁搬移][往到至回]|总部[在设]?|注册地|[产厂校地]址|出生[在于]|[在于到往自][^,。;\d]{1,8}[市省县区镇乡村州岛街路港湾])"
    r"|\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d|H\d|FY)\b)[A-Z][a-z]+"
)
_SPAN = lazy.compile(r"20\d\d年?[^,。;]{0,6}?[至到—–-]\s?(?:20\d\d|[今去]年)|\b(?:from|between) (?:the )?[^,.;]{0,20}20\d\d (?:to|through|until|and)\b|20\d\d\s?[–-]\s?20\d\d")
_SUMMED = lazy.compile(r"累计|合计|总计|总共|加起来|\b(?:cumulativ\w+|in total|altogether|in all|combined)\b")
_FOREMOST = lazy.compile(
    f"{qw.MAX.pattern}|{qw.MIN.pattern}|居首|首位|领先|第一|垫底|唯一|(?:主要|核心)(?!原因|是因|由于|得益|系)|为主|龙头|\\b(?:lead(?:s|ing)?|main|record|ahead)\\b"
)
_STOPS = lazy.compile(r"[。;!?]|\.\s")
_PAUSES = lazy.compile(r"[。;!?,]|\.\s")
_COMPARED = 3  # figures of one unit in one sentence
_RIGHT_BEHIND = 16  # characters from a figure to the name of what it is of
_RIVALS = 2  # companies in a sentence that compares some
_UNNAMED = -1.5  # a sentence that does not name the subject stands behind those that do
LOOK_BACK = 5  # sentences before one that leaves its period unsaid
LEANING = lazy.compile(
    r"^(?:[^,。]{0,16},)?(?:公司|该公司|其|他|她|该|这|此|并|同时|管理层)|^(?:it|its|the company|he|she|they|this|these)\b"
)


class Fitting:
    """Weighs found sentences by what a question asks for; drops those that cannot answer it."""

    def __init__(self, evidence: Evidence) -> None:
        """Look at sentences through `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search

    def several(self, question: Question) -> bool:
        """Whether several companies (people, products) are asked about, each for itself."""
        entities = self.evidence.library.names.entities
        kinds = [entities[g[0]].kind for g in question.subjects]
        return len(kinds) > len(set(kinds))

    def nearby(self, scored: Scored, question: Question) -> Scored | None:
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
        for step in range(1, LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                return None
            named = {m.entity for m in before.mentions}
            still = [g for g in left if not set(g) & (named | set(before.topics))]
            left = still if not (still and self.several(question)) else left  # all of several, in one sentence
            if not left:
                return lift(replace(scored, about=True), _UNNAMED)
            if any(entities[i].kind in rivals and i not in asked for i in named):
                return None
        return None

    def of_person(self, question: Question) -> bool:
        """Whether a question is about a person."""
        entities = self.evidence.library.names.entities
        return any(entities[i].kind == "person" for g in question.subjects for i in g)

    def nearer(self, scored: Scored, question: Question) -> Scored:
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
        return lift(scored, _ONE_CLAUSE * max(0, best - 1) / (len(places) - 1))

    def visible(self, question: Question) -> Visible:
        """The articles to look at: those of a publisher the question names, else all of this asker's."""
        if not question.publishers:
            return self.evidence.visible
        return self.evidence.visible.of(question.publishers)

    def timely(self, scored: Scored, question: Question) -> bool:
        """A period asked for must be said in the sentence, in its heading, or in what leads up to it."""
        if not question.periods:
            return True
        if question.measures and _summed(fold(scored.sentence.text)) and not _summed(question.folded):
            return False  # 從2022年至2025年上半年累計 is no year's figure
        if self._says(scored.sentence.text, question.periods, exact=self._measured(question) and self._core(question)):
            return True
        if any(m.period.start[:4].isdigit() for m in self._search.reading.periods(scored.sentence)):
            return False
        part = any(m.period.kind in _PARTS for m in self._search.reading.periods(scored.sentence))
        if part and self._measured(question) and all(p.kind == "year" for p in question.periods):
            return False  # 前三季 is not the year
        this_year = "relative" in question.flags and all(p.kind == "year" for p in question.periods)
        if this_year or self._says(scored.sentence.heading, question.periods):
            return True  # "this year" is the article's own, and articles leave it unsaid
        for step in range(1, LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                break
            if any(m.period.start[:4].isdigit() for m in self._search.reading.periods(before)):
                return self._says(before.text, question.periods)  # what was spoken of last
        return self._says(self._title(scored.sentence), question.periods)

    def on_time(self, scored: Scored, question: Question) -> Scored:
        """Lift a sentence that says the period itself above those that leave it unsaid."""
        said = question.periods and self._says(scored.sentence.text, question.periods)
        return lift(scored, 1.0) if said else scored

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

    def typed(self, scored: Scored, question: Question) -> Scored | None:
        """Lift a sentence that holds the kind of thing asked for; drop one that cannot answer."""
        text, wants = scored.sentence.text, question.wants
        if wants == "date":
            if any(m.period.kind != "relative" for m in self._search.reading.periods(scored.sentence)):
                return lift(scored, 1.5)
            return scored if self.dated_before(scored.sentence) else None
        if self._measured(question) and wants != "reason" and not self._figure_there(question, scored.sentence):
            return None
        if wants in ("amount", "ratio", "duration", "age") or question.dimension or self._measured(question):
            return self._with_quantity(scored, question)
        if question.kind == "list":
            return lift(scored, 0.4 * min(4, text.count("、") + text.count(", ")))
        if question.kind == "compare" and question.aspect and self._search.reading.quantities(scored.sentence):
            return lift(scored, 1.5)
        if wants == "reason":
            return lift(scored, 2.0) if CAUSE.search(fold(text)) else scored
        if wants == "post":
            return lift(scored, 1.5) if self._holds_role(text, question.roles) else None
        if wants == "place":
            return lift(scored, 1.5) if self.elsewhere_named(scored.sentence, question) else scored
        if wants == "person":
            return lift(scored, 1.5) if self.people(scored.sentence) else scored
        return scored

    def dated_before(self, sentence: StoredSentence) -> bool:
        """Whether the sentence before gives the date: "2006年…轉折點。他加入輝達…"."""
        before = self._search.neighbour(sentence, -1)
        if before is None or before.paragraph != sentence.paragraph or not LEANING.match(fold(sentence.text)):
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
        if wants == "amount" and (currency := asked_currency(question.folded)):
            found = [q for q in found if q.unit == currency]
        if wants == "amount" and _COUNT_ASKED.search(question.folded):
            units = counted_in(question.folded)
            found = [q for q in found if not is_money(q.unit) and q.unit not in _NO_COUNTS | _DURATIONS and (not units or q.unit in units)]
        if question.dimension:
            sized = _SIZED.get(asked_size(question.folded))
            found = [q for q in found if physical(q.unit) == question.dimension and (sized is None or sized.search(clause_at(scored.sentence.text, q.start)))]
        if wants == "duration":
            found = [q for q in found if q.unit in _DURATIONS]
        if wants == "age":
            found = [q for q in found if q.unit == "歲"]
        if wants == "ratio":
            found = [q for q in found if q.unit in ("%", "pp", "x", "bp")]
        return lift(scored, 1.0) if found else None

    def _owns(self, sentence: StoredSentence, place: int, question: Question) -> bool:
        """Whether a figure is the asked subject's: of two people (or companies) named, it is the nearer one's before it."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        kinds = {entities[i].kind for i in asked} & {"person", "company", "product"}
        rivals = [m for m in sentence.mentions if entities[m.entity].kind in kinds]
        if len({m.entity for m in rivals}) < 2 or not asked & {m.entity for m in rivals}:
            return True
        before = [m for m in rivals if m.start < place]
        behind = (m for m in rivals if m.entity in asked and place < m.start < place + _RIGHT_BEHIND)
        if not before or any(not _PAUSES.search(fold(sentence.text), place, m.start) for m in behind):
            return True  # 最多256片組成SuperPod叢集
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
        subjects = {i for g in question.subjects for i in g}
        if self._core(question) and not subjects & {m.entity for m in sentence.mentions} and not self._of_part(question, sentence):
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
        naming = [n for n in question.needs if any(set(o) & tokens for o in n.options)]
        asked = [n.surface for n in naming]
        meant = {t for n in naming for o in n.options if len(o) == 1 for t in o} - tokens
        said += [
            (s.start, s.end)
            for s in self._search.reading.spans(sentence)
            if s.kind == "concept" and any(term_token(k, i) in meant for k, i in span_terms(s))
        ]
        said += [m.span() for a in asked for m in re.finditer(re.escape(a), folded)]  # 記憶體 in 頻寬記憶體
        if "price" in wanted:
            said += [m.span() for m in _QUOTED_AT.finditer(folded)]
        for start, end in said:
            reach = 100 if text.isascii() or self.evidence.foreign("中") else 45
            near = [q for q in found if _told_with(folded, start, end, q, reach) and (len(question.subjects) != 1 or self._owns(sentence, q.start, question))]
            if any(fits(names.measures[m].unit, q.unit) for q in near for m in question.measures):
                return True
            changing = question.aspect or ("price" in question.measures and question.wants != "amount")
            if (question.wants == "ratio" or changing) and any(q.unit == "%" for q in near):
                return True
        return False

    def _of_part(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence names the part of the company that is asked about: 超聲收入."""
        parts = [n for n in question.needs if n.beside and not n.light]
        return bool(parts) and all(self._search.holds(n, sentence.id) >= _HELD for n in parts)

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

    def elsewhere_named(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a place or an institution other than what is asked about, known or not."""
        if _PLACED.search(sentence.text) or _PLACED.search(fold(sentence.text)):
            return True
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return any(
            entities[m.entity].kind in ("place", "institution") and m.entity not in asked for m in sentence.mentions
        )

    def _holds_role(self, text: str, besides: Sequence[str] = ()) -> bool:
        """Whether a text names a post besides those that are given: before she was CEO she was no CEO."""
        names = self.evidence.library.names
        found = {s.ids[0] for s in names.find(fold(text)) if s.kind == "concept" and names.concepts[s.ids[0]].group == "role"}
        return bool(found - set(besides))

    def people(self, sentence: StoredSentence) -> list[str]:
        """Return the people a sentence names."""
        entities = self.evidence.library.names.entities
        return [m.entity for m in sentence.mentions if entities[m.entity].kind == "person"]

    def ranks(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence says what stands first, or gives figures enough to see it."""
        if _FOREMOST.search(fold(sentence.text)):
            return True
        counts = Counter(q.unit for q in self._search.reading.quantities(sentence))
        rivals = {m.entity for m in sentence.mentions if self.evidence.library.names.entities[m.entity].kind != "place"}
        least = 0 if question.subjects or not question.measures else _RIVALS  # the parts of one company have no names
        return max(counts.values(), default=0) >= _COMPARED and len(rivals) >= least

    def enumerates(self, sentences: Sequence[StoredSentence], question: Question, number: int) -> bool:
        """Whether sentences name as many things as are asked for, or list as many."""
        asked = {i for g in question.subjects for i in g}
        named = {m.entity for s in sentences for m in s.mentions} - asked
        listed = max((len(_LISTED.findall(s.text)) for s in sentences), default=0)
        return len(named) >= number or listed >= number - (1 if number < _MANY else 2)  # the first of many is told apart

    def names_another(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names a company or an institution that the question does not."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return any(m.entity not in asked and entities[m.entity].kind not in ("place", "person") for m in sentence.mentions)


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


def clause_at(text: str, place: int) -> str:
    """Return the folded clause of a text that a place is in."""
    folded = fold(text)
    return next((folded[a:b] for a, b in clauses(folded) if a <= place < b), folded)


def lift(scored: Scored, by: float) -> Scored:
    """Return the sentence with a score higher by so much."""
    return replace(scored, score=scored.score + by)


def _summed(folded: str) -> bool:
    """Whether a text tells, or asks, what several years come to."""
    return bool(_SPAN.search(folded) and _SUMMED.search(folded))
