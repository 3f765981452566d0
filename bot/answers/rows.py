"""Rows: what one paragraph tells of several parts of a whole, segments, products, regions, brands, ranked makers.

Lists all parts, tells the one asked for, the largest, the fastest growing, the only falling one, one's share of
the whole, two compared, added up or subtracted, and who ranks where. The parts are read by `kb.breakdowns`. Subject,
measure and period are hard constraints here too, and a word of the question that neither names a part nor is said
where the parts are told lets nothing be answered: a part that is not among the rows is never answered with another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.figures import Figures, same_period, soft
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE, SHARE
from bot.evidence import Evidence
from bot.question import SIBLINGS, Question
from kb import breakdowns, periods
from kb.breakdowns import Breakdown, Row
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.tabular import amounts
from kb.terms import tokens
from kb.text import fold
from kb.units import fits, is_change, is_money

_RANKED = 30  # sentences a search proposes
_ARTICLES = 6  # of one subject, the newest, that are looked through
_HELD = 0.5
_EXACT = 200  # a whole is what its parts add up to but for a 200th
_BEFORE = 3  # paragraphs before the rows in which the whole may be told
_REPORTED = ("year", "half", "quarter", "nine-months", "month")
_KINDS = (
    "各地|业务线?|产品线?|板块|分部|事业部?|品类|品牌|牌子|车型|车款|款车|车|机型|型号|款|地区|区域|地方|国家|市场|渠道|类别|类型|领域|部门|部分|块|项目?|种|类|客户|厂商?|厂家|公司|企业|商家|碼头|码头|线|边度|旗下|三个|"
    "细分|分项|构成|组成|结构|明细|拆分|拆解|拆开|列表|排名|排行|名次|榜单|名单|收入来源|来源|贡献|主要|主力"
)
_PART = re.compile(rf"^(?:[各每哪那边条座间升跌涨降增减这几两三四五六七前第一二十大]*(?:{_KINDS}|[卖买做出有占贡得了最好]|多少)[升跌涨降增减]?)+$")
_PART_EN = re.compile(
    r"^(?:break|breakdown|broken|down|split|segments?|business(?:es)?|products?|lines?|categor(?:y|ies)|regions?|markets?|brands?|models?|channels?|divisions?|units?|parts?|types?|units?|areas?|geograph\w+|sources?|makers?|vendors?|manufacturers?|players?|labels?|vehicles?|cars?|mix|detail\w*|item\w*|each|top|ranking|ranked|rank|list|biggest|contribut\w*|account\w*|largest|bring\w*|brought|mak\w*|mad\w*|earn\w*|pull\w*|grew|grow\w*|shar\w*|sell\w*|sold|mov\w*|ship\w*|deliver\w*|only|main|three|four|five|six|please|order|combined|together|two)$"
)
_ALL = re.compile(
    rf"各(?:自|家|[^,?]{{0,3}}(?:{_KINDS}))|分别|各有?多少|各是|列[一出下]|列举|拆|明细|构成|组成|结构|(?:有|包括)哪|哪(?:些|几|[两三四五六七八九十])|前[两三四五六七八九十\d]+[大名家]|排名|排行|名单|每[个一](?:{_KINDS})|几[块大个](?:{_KINDS})|叫什么|"
    r"\bbreak\w*(?: it)? ?down\b|\bsplit\b|\bby (?:segment|business|product|region|brand|model|channel|type|category|division|market|geograph\w+|vendor|maker)\w*\b|\beach\b|\btop (?:three|four|five|six|ten|\d+)\b|\bwhat (?:are|were)\b|\bwhich (?:three|four|five|two|six)\b|\blist\b|\bname (?:the|all)\b|\bmix\b|\branking\b|\ball (?:the )?(?:segments|brands|regions|products|models)"
)
_TOP = re.compile(r"前([两三四五六七八九十]|\d+)[大名家个款]?|\btop (three|four|five|six|ten|\d+)\b")
_NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_PLACES = (
    (re.compile(r"第一(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|冠军|榜首|龙头|老大|头名|\bno\. ?1\b|\bnumber one\b|\bfirst[- ]place\w*|\bmarket leader\b|\btop spot\b"), 0),
    (re.compile(r"第二(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|亚军|老二|\bno\. ?2\b|\bnumber two\b|\bsecond[- ]place\w*|\brunner-up\b|\bsecond (?:largest|biggest)\b"), 1),
    (re.compile(r"第三(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|季军|\bno\. ?3\b|\bnumber three\b|\bthird[- ]place\w*|\bthird (?:largest|biggest)\b"), 2),
    (re.compile(r"第四(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|\bno\. ?4\b|\bnumber four\b|\bfourth[- ]place\w*|\bfourth (?:largest|biggest)\b"), 3),
    (re.compile(r"第五(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|\bno\. ?5\b|\bnumber five\b|\bfifth[- ]place\w*|\bfifth (?:largest|biggest)\b"), 4),
)
_ONLY_FALL = re.compile(r"唯一[^,?]{0,6}(?:下滑|下降|衰退|下跌|减少|负增长|跌|降|倒退|萎缩)|(?:哪|谁|边)[^,?]{0,6}(?:在|是)?(?:下滑|下降|衰退|下跌|减少|负增长|跌了|降了|倒退|萎缩)|\bonly\b[^?]{0,20}\b(?:f[ae]ll\w*|declin\w*|shr[aiu]nk\w*|drop\w*|decreas\w*)|\bwhich\b[^?]{0,40}\b(?:fell|declined|shrank|dropped|decreased|shrink)\b")
_FASTEST = re.compile(r"(?:成长|增长|增|涨|升|跑|长)[^,?]{0,4}?(?:最(?:快|猛|多|高|大|强|劲|凶)|得最)|最(?:快|猛)|增[速幅]最|\bfastest\b|\bgrew (?:the )?most\b|\b(?:strongest|highest|biggest|most) growth\b|\brose (?:the )?most\b")
_DROPPED = re.compile(r"(?:下滑|下降|衰退|下跌|跌|降|减)[^,?]{0,4}?(?:最|得最)|[跌降]幅最|\bf[ae]ll\w* (?:the )?most\b|\bdeclined (?:the )?most\b|\bshrank (?:the )?most\b|\b(?:biggest|steepest|largest|sharpest) (?:decline|drop|fall)\b")
_MOST = re.compile(r"最(?:高|大|多|好|畅销|赚|强|热)|(?:大头|主力)|\b(?:most|largest|biggest|highest|best|top)\b")
_LEAST = re.compile(r"最(?:低|小|少|差|弱)|垫底|\b(?:least|smallest|lowest|fewest|worst|weakest)\b")
_WHOLE = re.compile(r"(?:占|佔)(?:了|到)?(?:公司|集团|全公司|全部|整体)?总?(?:营收|收入|收益|销量|出货|销售|全部|整体|总额|总量)?|比重|占比|几成|\bof (?:total|the total|overall|group|all|its)\b|\bshare of\b|\bas a share\b|\bproportion\b|\bpercent\w*\b")
_FLOWS = ("shipments", "deliveries", "sales-volume", "output", "throughput", "container-throughput", "freight-volume", "cargo-volume", "passengers")
_MARKET_SHARE = ("market-share", "share-of-total", "revenue-share")


@dataclass(frozen=True, slots=True)
class Found:
    """A breakdown with the sentences of its paragraph, and the whole where it is told: what, and in which sentence."""

    told: Breakdown
    sentences: tuple[StoredSentence, ...]
    article: tuple[StoredSentence, ...]  # all sentences, in order
    whole: Quantity | None
    whole_in: StoredSentence | None

    def at(self, rows: Sequence[Row]) -> list[StoredSentence]:
        """The sentences that tell some rows."""
        return [self.sentences[n] for n in sorted({n for r in rows for n in r.sentences})]


class Rows:
    """Answers from the rows of one paragraph."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages

    def parts(self, question: Question) -> Answer | None:
        """Answer from parts that are no companies: no facts are known of them but what a paragraph tells."""
        return self._answer(question, firms=False)

    def ranked(self, question: Question) -> Answer | None:
        """Answer from companies in a row, where their facts do not answer."""
        return self._answer(question, firms=True)

    def _answer(self, question: Question, firms: bool) -> Answer | None:
        """Answer from the first breakdown that satisfies the question, None where none does."""
        if question.wants in ("reason", "date", "place", "duration", "age", "post") or question.kind in ("person", "definition", "timeline", "passage"):
            return None
        entities = self.evidence.library.names.entities
        several = sum(entities[g[0]].kind == "company" for g in question.subjects) > 1
        if len(question.subjects) > 3 or question.unknown or (several and not firms) or _TARGET.search(question.folded):
            return None
        if _BREAKS_DOWN.search(question.folded):  # "down" tells of no decline
            question = replace(question, aspect="")
        for found in self._found(question):
            if self._of_firms(found) != firms or not self._of_kind(question, found):
                continue
            named = self._named(question, found)
            if not self._says(question, found, named) or not self._of_time(question, found):
                continue
            if several and not all(any(self._called(r.label) & set(g) for r in named) for g in question.subjects):
                continue
            if _MONEY.search(question.folded) and not is_money(found.told.unit):
                continue
            answer = self._tell(question, found, named)
            if answer:
                return answer
        return None

    # ------------------------------------------------------------ where parts are told
    def _found(self, question: Question) -> list[Found]:
        """The breakdowns of the articles that may be meant, the best found first, then the newest of the subject."""
        library = self.evidence.library
        ids = list(dict.fromkeys(s.sentence.article_id for s in self._passages.ranked(question, _RANKED)[:10]))
        wholes = self._wholes(question)
        if wholes:
            about = {s.article_id for g in wholes for i in g for s in library.archive.sentences(library.archive.sentences_about(i)[-60:])}
            newest = sorted(about, key=lambda a: library.articles[a].published or "", reverse=True)
            ids = list(dict.fromkeys([*(a for a in ids if a in about), *newest[:_ARTICLES]]))
        out: list[Found] = []
        for article in ids[:_ARTICLES]:
            if article in self.evidence.visible:
                out += self._of_article(article)
        measured = [f for f in out if self._measured(question, f.told, f.sentences[f.told.sentence].text)]
        return [f for f in measured if self._of_subject(question, f)]

    def _of_article(self, article: int) -> list[Found]:
        every = self.evidence.library.archive.sentences_of_article(article)
        out = []
        for _, group in groupby(every, key=lambda s: s.paragraph):
            sentences = tuple(group)
            for told in breakdowns.read([s.text for s in sentences], self.evidence.library.names, self._figures.roles):
                whole, where = self._whole(told, sentences, every)
                out.append(Found(told, sentences, tuple(every), whole, where))
        return out

    @staticmethod
    def _whole(told: Breakdown, sentences: Sequence[StoredSentence], every: Sequence[StoredSentence]) -> tuple[Quantity | None, StoredSentence | None]:
        """What the rows add up to where their article tells it just before them, and the sentence that does."""
        total = told.total()
        if total is None or not told.unit or is_change(told.unit):
            return None, None
        last = sentences[told.sentence]
        near = [s for s in every if s.n <= last.n and last.paragraph - s.paragraph <= _BEFORE]
        for sentence in reversed(near):
            for q in amounts(sentence.text):
                same = q.unit == told.unit or (told.unit in _PIECES and not is_money(q.unit) and not is_change(q.unit))  # 985萬個 of 1,426萬個標準箱
                exact = q.lo is not None and q.lo == q.hi and same
                if exact and q.lo and abs(q.lo - total) * _EXACT <= total and not any(r.value and r.value.raw == q.raw for r in told.rows):
                    return q, sentence
        return None, None

    # ------------------------------------------------------------ whether they are meant
    def _wholes(self, question: Question) -> list[tuple[str, ...]]:
        """The subjects that are no parts themselves: companies named beside none of the rows."""
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind != "place"]

    def _of_subject(self, question: Question, found: Found) -> bool:
        """Whether every subject is what the rows are about, or one of them."""
        labels = {i for r in found.told.rows for i in self._entities(r.label)}
        rivals = _RIVALS.search(fold(found.sentences[found.told.sentence].text))
        if (rivals or self._of_firms(found)) and (
            not all(set(g) & labels for g in question.subjects) or _OF_ONE.search(question.folded)
        ):
            return False  # rivals in a row are no parts of one of them
        about = {t for s in found.sentences for t in (*s.topics, *(m.entity for m in s.mentions))}
        head = {m.entity for s in found.article[:3] for m in s.mentions} | {t for s in found.article[:3] for t in s.topics}
        return all(set(g) & (labels | about) or (set(g) & head and self._alone(found)) for g in question.subjects)

    def _of_kind(self, question: Question, found: Found) -> bool:
        """Whether the rows are what a question calls its parts: regions, channels, sites, or no places where products are meant."""
        entities = self.evidence.library.names.entities
        lead = fold(found.sentences[found.told.sentence].text)
        placed = [r for r in found.told.rows if _PLACE.search(r.label) or any(entities[i].kind == "place" for i in self._entities(r.label))]
        for asked, told in _OF_KIND:
            if asked.search(question.folded):
                return bool(told.search(lead) or (asked is _OF_KIND[0][0] and len(placed) * 2 >= len(found.told.rows)))
        return not (_OF_ONE.search(question.folded) and len(placed) * 2 > len(found.told.rows))

    def _of_firms(self, found: Found) -> bool:
        """Whether most of the rows are companies'."""
        entities = self.evidence.library.names.entities
        firms = [
            r for r in found.told.rows
            if not _PLACE.search(r.label) and any(entities[i].kind == "company" for i in self._called(r.label))
        ]  # fmt: skip
        return len(firms) * 2 > len(found.told.rows)

    def _alone(self, found: Found) -> bool:
        """Whether a paragraph names no company: it is about whom the article opens with."""
        entities = self.evidence.library.names.entities
        return not any(entities[m.entity].kind == "company" for s in found.sentences for m in s.mentions)

    def _entities(self, label: str) -> set[str]:
        return {i for s in self.evidence.library.names.find(fold(label)) if s.kind == "entity" for i in s.ids}

    def _measured(self, question: Question, told: Breakdown, text: str) -> bool:
        """Whether the rows are of a measure that the question asks for, or the question names none."""
        asked = [m for m, _ in self._figures.targets(question) if m not in (*_MARKET_SHARE, "market-rank")]
        measures = self.evidence.library.names.measures
        if not asked and "revenue-share" in question.measures:  # a mix of revenue is no division of a market
            return told.measure == "revenue" or not (any(r.of_market for r in told.rows) or _MARKET.search(fold(text)))
        if not asked:
            return True
        if not told.unit:  # shares or changes alone: of the measure that the words before them name
            said = set(tokens(text, self.evidence.library.names))
            return all({f"m_{m.replace('-', '_')}", f"m_{m.replace('-', '_')}_share"} & said for m in asked)
        for m in asked:
            same = m == told.measure or told.measure in self._figures.acceptable(m, question)
            kin = any(m in g and told.measure in g for g in SIBLINGS)
            own = fits(measures[m].unit, told.unit) and any(self._names_row(r, m) for r in told.rows)
            counts = not (is_money(told.unit) or is_change(told.unit))
            kin = kin or (m == "revenue" and told.measure in _FLOWS and bool(_SALES.search(question.folded)))
            unnamed = not told.measure and m in _FLOWS and (fits(measures[m].unit, told.unit) or (m == "throughput" and counts))
            if not (same or kin or own or unnamed):
                return False
        return True

    def _names_row(self, row: Row, measure: str) -> bool:
        """Whether a measure asked for is what a row is called by: 利息收入."""
        return f"m_{measure.replace('-', '_')}" in tokens(row.label, self.evidence.library.names)

    def _of_time(self, question: Question, found: Found) -> bool:
        """Whether the rows are of a period asked for: told with them, with the whole, or last told before them."""
        if not question.periods:
            return True
        first = found.sentences[found.told.sentence]
        near = [first]
        if found.whole_in is not None and found.whole_in.id != first.id:
            near.append(found.whole_in)
        near += [s for s in reversed(found.article) if s.n < min(x.n for x in near)]
        year = periods.resolve_year(self.evidence.library.articles[first.article_id].published)
        for sentence in near:
            told = [m.period for m in self._times(sentence, year)]
            told = self._before(told, found, sentence, year)
            if told:
                return all(any(same_period(p, t) or _same_day(p, t) for t in told) for p in question.periods)
        return False

    @staticmethod
    def _times(sentence: StoredSentence, year: int | None) -> list[periods.PeriodMention]:
        """The reporting periods a sentence names, without those that it only compares with."""
        folded = fold(sentence.text)
        return [
            m for m in periods.find(sentence.text, year)
            if m.period.kind in _REPORTED and not _COMPARED.search(folded[max(0, m.start - 5) : m.end + 3])
        ]  # fmt: skip

    def _before(self, told: list[Period], found: Found, sentence: StoredSentence, year: int | None) -> list[Period]:
        """Of the periods of a sentence that tells the whole, those told before it: of two, the nearest."""
        if found.whole is None or sentence is not found.whole_in:
            return told
        spoken = [m for m in self._times(sentence, year) if m.start < found.whole.start]
        return [spoken[-1].period] if spoken else told

    def _named(self, question: Question, found: Found) -> list[Row]:
        """The rows that a question names, by label, by name or by rank, in the order of the question."""
        rows = found.told.rows
        labels = [fold(r.label) for r in rows]
        needs = [n for n in question.needs if not _generic(n)]
        said = question.folded
        if not _own_words(question):  # a follow-up that names nothing itself: what the question before it named
            said = " ".join([said, *(n.surface for n in needs if n.surface not in said)])
        needs = [n for n in needs if n.surface in said]
        asked = {i for g in question.subjects for i in g}
        spans = self.evidence.library.names.find(said)
        known = {x.end for x in spans if x.kind in ("entity", "measure")} | {m.end for m in periods.find(said)} | {0}
        places: dict[int, int] = {}
        for k, row in enumerate(rows):
            others = [x for x in labels if x != labels[k]]
            at = _place_of(labels[k], others, said, known)
            own = self._called(row.label)
            if at < 0 and asked & own and not any(own & self._called(r.label) for r in rows if r is not row):
                at = min((said.find(n) for n in self._forms(asked & self._entities(row.label)) if n in said), default=0)
            if at >= 0:
                places[k] = at
        for need in needs:
            if not any(need.surface in _bare(labels[k]) or _bare(labels[k]) in need.surface for k in places):
                held = [k for k, row in enumerate(rows) if self._holds(need, row.label)]
                if len(held) == 1 and held[0] not in places:
                    places[held[0]] = said.find(need.surface)
        for sold in _SOLD.finditer(said):
            held = [k for k, x in enumerate(labels) if sold[1] in x]
            if len(held) == 1 and held[0] not in places:
                places[held[0]] = sold.start()
        inside = {k for k in places for j in places if j != k and labels[k] in labels[j] and places[j] <= places[k] < places[j] + len(labels[j])}
        return [rows[k] for k in sorted(places, key=lambda k: places[k]) if k not in inside]

    def _called(self, label: str) -> set[str]:
        """Whom a label names with most of its words or in the end: 凌曜, 設備廠鼎曜精機, not 孖展 in 孖展及其他利息收入."""
        core = (_name_in(fold(label)) or [breakdowns.core(fold(label))])[-1]
        spans = [s for s in self.evidence.library.names.find(core) if s.kind == "entity" and ((s.end - s.start) * 2 >= len(core) or s.end == len(core))]
        return {i for s in spans for i in s.ids}

    def _forms(self, ids: set[str]) -> list[str]:
        entities = self.evidence.library.names.entities
        return [fold(n) for i in ids for n in (*entities[i].names.values(), *entities[i].aliases)]

    def _holds(self, need: Need, label: str) -> bool:
        """Whether a label is what a need asks for, in its words or in those of the other language."""
        short = len(need.surface) < (3 if need.surface.isascii() else 2)
        if qw.soft(need.surface) or need.verbal or short:
            return False
        held = set(tokens(label, self.evidence.library.names))
        return any(option and all(t in held for t in option) for option in need.options)

    def _says(self, question: Question, found: Found, named: Sequence[Row]) -> bool:
        """Whether all that a question says besides is said: by the rows named, or where the rows are told."""
        search = self.evidence.library.search
        told = [found.sentences[n].id for n in sorted({n for r in found.told.rows for n in r.sentences})]
        before = [s.id for s in found.sentences[: found.told.sentence][-1:] if _OF_BEFORE.match(fold(found.sentences[found.told.sentence].text))]
        around = [*told, *before, found.sentences[found.told.sentence].id, *([found.whole_in.id] if found.whole_in else [])]
        if not question.subjects and not named:
            around.append(found.article[0].id)  # which says what the article is about
        title = self.evidence.library.articles[found.sentences[0].article_id].title
        labels = [fold(r.label) for r in named]
        held = bool(named) or bool(self._wholes(question))
        for need in question.needs:
            if need.light or soft(need) or need.surface in ("百分比", "百分点", "总营收", "总收入") or _generic(need) or self._figures.names(need, found.told.measure, *question.measures):
                continue
            if any(p.search(need.surface) for p, _ in _PLACES) or _ALL.fullmatch(need.surface):
                continue
            if any(_covers(need.surface.strip(_MOVES) or need.surface, x) or (need.surface[0] in "卖賣" and need.surface[1:] in x) or self._holds(need, x) for x in labels):
                continue
            if breakdowns.SUFFIX.fullmatch(need.surface) and labels and (
                need.surface not in question.folded or any(f"{x}{need.surface}" in question.folded for y in labels for x in (y, _bare(y)))
            ):
                continue  # 車載屏 for 車載顯示
            of_unit = found.told.unit and fold(need.surface).startswith(fold(found.told.unit))
            beside = need.surface if len(need.surface) > 1 or need.surface.isascii() else ""
            rest = _unmatched(need.surface, labels)
            if rest != need.surface and len(rest) < 2:
                continue
            if rest == need.surface and beside and (
                any(search.holds(need, i) >= _HELD for i in around) or (not _DESIGNATION.search(beside) and search.heading_holds(need, title))
            ):
                held = True
                continue
            if of_unit or (all(map(_TELLING.search, need.surface.split())) if " " in need.surface else need.verbal and _TELLING.search(need.surface)):
                continue
            return False
        return held

    # ------------------------------------------------------------ what is told
    def _tell(self, question: Question, found: Found, named: list[Row]) -> Answer | None:
        rows = found.told.rows
        folded = question.folded
        ranked = self._ranked(rows)
        count = _TOP.search(folded)
        extremes = question.extreme in ("max", "min") or _FASTEST.search(folded) or _DROPPED.search(folded) or _ONLY_FALL.search(folded)
        extremes = extremes or (qw.WHICH.search(folded) and (_MOST.search(folded) or _LEAST.search(folded)))
        extremes = None if count and not (_FASTEST.search(folded) or _DROPPED.search(folded) or _ONLY_FALL.search(folded)) else extremes
        places = [] if count else _places(folded)
        placed = [] if count else [ranked[k] for k in places if k < len(ranked) and not any(r.rest for r in ranked[: k + 1])]
        if placed and not self._is_ranking(found):
            placed, extremes = [], None
        if named and all(self._called(r.label) & {i for g in question.subjects for i in g} for r in named) and not self._in_words(question, named):
            named = named if not places else []
        if places and not named and len(placed) < len(places):
            return None
        if placed and not named and not _FASTEST.search(folded):
            named, extremes = placed, None
        tries: list[Callable[[], tuple[list[str], list[Row]] | None]] = []
        if len(named) > 1:
            tries.append(lambda: self._several(question, found, named))
        elif len(named) == 1 and not (extremes and len(self._wholes(question)) == len(question.subjects) and _choice(folded)):
            tries.append(lambda: self._one(question, found, named[0]))
        elif extremes and not named:
            tries.append(lambda: self._extreme(question, found))
        elif not named and (_ALL.search(folded) or question.kind == "list") and self._asks_for_parts(question, found):
            tries.append(lambda: self._all(question, found, count))
        for attempt in tries:
            told = attempt()
            if told:
                return self._said(question, found, *told)
        return None

    @staticmethod
    def _in_words(question: Question, rows: Sequence[Row]) -> bool:
        """Whether the question itself says a label, rather than the one before it."""
        return any(f in question.folded for r in rows for f in (fold(r.label), *_name_in(fold(r.label))))

    @staticmethod
    def _is_ranking(found: Found) -> bool:
        """Whether the parts are told as ranked."""
        told = fold(found.sentences[found.told.sentence].text)
        return (bool(found.told.unit) or any(r.of_market for r in found.told.rows)) and bool(_RANKS.search(told))

    def _asks_for_parts(self, question: Question, found: Found) -> bool:
        """Whether a list is one of parts: the question asks for the measure of each, or for what kind they are where all else is said."""
        if question.measures:
            return True
        near = [s.id for s in found.at(found.told.rows)]
        topics = {t for s in found.at(found.told.rows)[:1] for t in s.topics}
        if not all(set(g) & topics for g in question.subjects) and not self._alone(found):
            return False
        beside = [n for n in question.needs if not n.verbal]
        kinds = any(_generic(n) for n in question.needs) or bool(re.search(_KINDS, question.folded))
        firms = _FIRMS.search(question.folded) and not self._of_firms(found)
        spent = _SPENT.search(question.folded) and not any(_SPENT.search(fold(s.text)) for s in found.at(found.told.rows))
        return kinds and not firms and not spent and all(any(self.evidence.library.search.holds(n, i) >= _HELD for i in near) for n in beside)

    def _one(self, question: Question, found: Found, row: Row) -> tuple[list[str], list[Row]] | None:
        """The value, share or change of one part."""
        asks_share = self._asks_share(question)
        if question.kind == "compare" or ("compare" in question.flags and qw.WHICH.search(question.folded)):
            return None  # one of two
        asks = question.wants in ("amount", "ratio") or question.measures or question.aspect or asks_share or "follow" in question.flags
        if not asks or _OPINION.search(question.folded):
            return None
        if "market-share" in question.measures and not any(r.of_market for r in found.told.rows):
            return None
        if asks_share and not self._asks_value(question):
            told = self._share(found, row)
            return ([told], [row]) if told else None
        if question.aspect in ("growth", "decline", "narrowing") and not self._asks_value(question):
            changes = self._changes(question, row)
            if (question.wants == "ratio" or _PERCENT.search(question.folded)) and any(q.unit != "%" for q in changes.values()):
                return None  # "more than twofold" is no percentage
            return ([self._line(found, row, changes=changes)], [row]) if changes else None
        if row.value is None and not (row.share and set(question.measures) <= {"market-rank", *_MARKET_SHARE}):
            return None
        if row.value is None and question.aspect:
            return None
        line = self._line(found, row, changes=self._changes(replace(question, aspect=""), row))
        if asks_share and row.share is None:
            extra = self._share(found, row)
            return ([line, extra], [row]) if extra else None
        return [line], [row]

    def _several(self, question: Question, found: Found, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        """Two parts or more: added up, subtracted, divided, compared, or each told."""
        folded = question.folded
        if question.aspect in ("growth", "decline") and not _DIFFERENCE_OF_VALUES.search(folded):
            return self._grown(question, found, rows)
        each = [self._line(found, r, changes=self._changes(question, r)) for r in rows]
        values = [r.value for r in rows] if all(r.value for r in rows) else [r.share for r in rows]
        exact = [v for v in values if v is not None]
        if len(exact) < len(rows) or len({v.unit for v in exact}) > 1:
            return None
        ends = [e for e in map(arithmetic.ends, exact) if e]
        worked_out = bool(question.flags & {"sum", "ratio"} or _PLUS.search(folded) or DIFFERENCE.search(folded))
        if any(low != high for low, high in ends):
            return None if worked_out else (each, rows)
        figures_ = [(r, v, low) for r, v, (low, _) in zip(rows, exact, ends, strict=True)]
        if "sum" in question.flags or _PLUS.search(folded):
            return self._added(question, found, figures_), rows
        if len(rows) == 2 and "ratio" in question.flags:
            return [*self._multiple(figures_), *each], rows
        compared = question.kind == "compare" or question.flags & {"compare", "either"}
        if len(rows) == 2 and (compared or worked_out or _HOW_FAR.search(folded) or _WHICH_OF.search(folded)):
            return [*self._apart(figures_), *each], rows
        return each, rows

    def _grown(self, question: Question, found: Found, rows: list[Row]) -> tuple[list[str], list[Row]] | None:
        """How each of several parts changed, and which grew more where that is asked."""
        moved = [(m, r) for r in rows if (m := _moved(self._changes(question, r))) is not None]
        if len(moved) < len(rows):
            return None
        lines = [self._line(found, r, changes=self._changes(question, r)) for r in rows]
        if len(rows) == 2 and DIFFERENCE.search(question.folded):
            (more, a), (less, b) = sorted(((r, m) for m, r in moved), key=lambda x: -x[1])
            apart = self.evidence.words.difference.format(value=figures.computed(_quantity(a - b, "pp"), self.evidence.lang))
            return [figures.spaced(f"{apart} (= {figures.plain(a)}% − {figures.plain(b)}%)") + self.evidence.words.stop, *lines], [more, less]
        if qw.WHICH.search(question.folded) and len({m for m, _ in moved}) > 1:
            top = max(moved, key=lambda x: x[0])[1]
            lines.insert(0, self.evidence.words.grew_more.format(winner=self._label(top)) + self.evidence.words.stop)
        return lines, rows

    def _added(self, question: Question, found: Found, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words, lang = self.evidence.words, self.evidence.lang
        exact = [q for _, q, _ in told]
        total = arithmetic.to_step(sum((a for _, _, a in told), Decimal(0)), exact)
        text = words.total.format(value=figures.computed(_quantity(total, exact[0].unit), lang))
        shown = " + ".join(f"{self._label(r)} {figures.show(q, lang)}" for r, q, _ in told)
        share = self._share_of(found, total, exact) if self._asks_share(question) else ""
        return [figures.spaced(f"{text} (= {shown})") + words.stop, *([share] if share else [])]

    def _multiple(self, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words, lang = self.evidence.words, self.evidence.lang
        (_, first, a), (_, second, b) = told
        if not b:
            return []
        times = arithmetic.to_digits(a / b, min(arithmetic.digits(first), arithmetic.digits(second)))
        return [f"{words.ratio.format(value=figures.plain(times))} (= {figures.show(first, lang)} ÷ {figures.show(second, lang)})" + words.stop]

    def _apart(self, told: Sequence[tuple[Row, Quantity, Decimal]]) -> list[str]:
        words, lang = self.evidence.words, self.evidence.lang
        (row, more, a), (_, less, b) = sorted(told, key=lambda x: -x[2])
        if a == b:
            return [words.equal + words.stop]
        gap = _quantity(arithmetic.to_step(a - b, [more, less]), "pp" if more.unit == "%" else more.unit)
        text = words.difference.format(value=figures.computed(gap, lang))
        return [
            words.higher.format(winner=self._label(row)) + words.stop,
            figures.spaced(f"{text} (= {figures.show(more, lang)} − {figures.show(less, lang)})") + words.stop,
        ]

    def _extreme(self, question: Question, found: Found) -> tuple[list[str], list[Row]] | None:
        """The part with most or least, or the one that grew or fell most."""
        folded = question.folded
        rows = found.told.rows
        least = question.extreme == "min" and not _FASTEST.search(folded)
        if _ONLY_FALL.search(folded) and not _DROPPED.search(folded):
            fell = [r for r in rows if (m := _moved(self._changes(question, r))) is not None and m < 0]
            return ([self._line(found, r, changes=self._changes(question, r), value=False) for r in fell], fell) if len(fell) == 1 else None
        if _FASTEST.search(folded) or _DROPPED.search(folded) or (question.aspect and not question.aspect.startswith("narrow")):
            down = bool(_DROPPED.search(folded)) or (question.aspect == "decline" and not _FASTEST.search(folded))
            known = [(r, m) for r in rows if (m := _moved(self._changes(question, r))) is not None]
            known = [(r, m) for r, m in known if (m < 0) == down] if down else known
            need = 1 if down else 2
            if len(known) < need:
                return None
            ordered = sorted(known, key=lambda x: x[1], reverse=not (down or least))
            if len(ordered) > 1 and ordered[0][1] == ordered[1][1]:
                return None
            top = ordered[0][0]
            kind = "fell" if down else "slowed" if least else "grew"
            return self._top(found, kind, top, ordered[1][0] if len(ordered) > 1 else None, len(ordered), lambda r: self._changed(self._changes(question, r))), [x[0] for x in ordered[:2]]
        if self._asks_rate(question):
            return None
        valued = [r for r in rows if r.value or (r.share and not found.told.unit)]
        if len(valued) < len(rows) or not self._is_whole(found):
            return None
        if any(v.lo is None or v.hi is None for r in rows if (v := r.value or r.share)):
            return None
        ordered_rows = self._ranked(rows)[::-1] if least else self._ranked(rows)
        if not (least or _MOST.search(folded) or question.extreme == "max"):
            return None
        top, second = ordered_rows[:2]
        if self._size(top) == self._size(second):
            return None
        return self._top(found, "min" if least else "max", top, second, len(rows), self._value), [top, second]

    @staticmethod
    def _is_whole(found: Found) -> bool:
        """Whether the rows are all parts there are: they add up, words lead up to them, or they are three at least."""
        return found.whole is not None or (found.told.complete and (found.told.rows[0].opens or len(found.told.rows) > 2))

    @staticmethod
    def _asks_rate(question: Question) -> bool:
        """Whether an extreme of something else than size is asked for: 毛利率最高, 利潤最高."""
        return bool(re.search(r"利润|毛利|赚|亏|利率|\bprofit\w*|\bmargin\w*", question.folded)) and not question.measures

    def _top(self, found: Found, kind: str, top: Row, second: Row | None, n: int, value: Callable[[Row], str]) -> list[str]:
        words = self.evidence.words
        measure = self._measure(found, top)
        first = words.extreme[kind].format(winner=self._label(top), value=value(top), period="", measure=measure)
        share = words.part_share.format(value=figures.show(top.share, self.evidence.lang)) if top.share and top.value else ""
        lines = [" ".join((first + (self._comma + share if share and kind in ("max", "min") else "")).split()).replace(" :", ":") + words.stop]
        if kind not in ("max", "min") and top.value:
            lines.append(self._line(found, top, changes={}))
        if second is not None:
            lines.append(words.part_after.format(second=self._label(second), value=value(second), n=n) + words.stop)
        return lines

    def _all(self, question: Question, found: Found, count: re.Match[str] | None) -> tuple[list[str], list[Row]] | None:
        """All parts, each with what is told of it; of a ranking as many as are asked for."""
        rows = list(found.told.rows)
        if not found.told.complete:
            return None
        if count:
            wanted = _NUMBERS.get(count[1] or count[2]) or int(count[1] or count[2])
            rows = self._ranked(rows)[:wanted]
            if len(rows) < wanted:
                return None
        if question.aspect and not any(r.changes for r in rows):
            return None
        lines = [self._line(found, r, changes=self._changes(replace(question, aspect=""), r)) for r in rows]
        return lines, rows

    # ------------------------------------------------------------ in words
    @property
    def _comma(self) -> str:
        return ", " if self.evidence.lang == "en" else "，"

    def _label(self, row: Row) -> str:
        return self.evidence.quote(row.label)

    def _measure(self, found: Found, row: Row) -> str:
        measure = row.measure or found.told.measure
        return self.evidence.label(measure) if measure else ""

    def _value(self, row: Row) -> str:
        shown = row.value or row.share
        return figures.show(shown, self.evidence.lang) if shown else ""

    def _line(self, found: Found, row: Row, *, changes: dict[str, Quantity], value: bool = True) -> str:
        words = self.evidence.words
        told = [figures.show(row.value, self.evidence.lang)] if row.value and value else []
        if row.share and value:
            told.append(words.part_share.format(value=figures.show(row.share, self.evidence.lang)))
        told += [self._changed({k: v}) for k, v in changes.items()]
        measure = "" if row.own else self._measure(found, row)
        label = self._label(row)
        text = words.part.format(part=label, measure=measure, value=self._comma.join(told)) if measure else f"{label}{words.colon}{self._comma.join(told)}"
        return figures.spaced(text) + words.stop

    def _changed(self, changes: dict[str, Quantity]) -> str:
        words = self.evidence.words
        return self._comma.join(words.growth[k].format(value=figures.show(v, self.evidence.lang)) for k, v in changes.items())

    def _share(self, found: Found, row: Row) -> str:
        """The share of a part in its whole: as printed, or worked out where the whole is told."""
        words, lang = self.evidence.words, self.evidence.lang
        if row.share:
            return f"{self._label(row)}{words.colon}{words.part_share.format(value=figures.show(row.share, lang))}{words.stop}"
        if row.value is None or row.value.lo is None or row.value.lo != row.value.hi:
            return ""
        return self._share_of(found, row.value.lo, [row.value], self._label(row))

    def _share_of(self, found: Found, amount: Decimal, inputs: Sequence[Quantity], label: str = "") -> str:
        words, lang = self.evidence.words, self.evidence.lang
        if found.whole is None or not found.whole.lo:
            return ""
        percent = (amount / found.whole.lo * 100).quantize(Decimal("0.1"))
        part = figures.show(inputs[0], lang) if len(inputs) == 1 else figures.computed(_quantity(amount, inputs[0].unit), lang)
        text = words.share_worked.format(part=label or part, value=f"{figures.plain(percent)}%")
        return figures.spaced(f"{text} (= {part} ÷ {figures.show(found.whole, lang)})") + words.stop

    def _said(self, question: Question, found: Found, lines: Sequence[str], rows: Sequence[Row]) -> Answer:
        evidence = self.evidence
        used = found.at(rows)
        if found.whole_in is not None and any("÷" in x for x in lines):
            used = [*used, found.whole_in]
        foreign = [s for s in used if evidence.foreign(s.text)]
        kind = "superlative" if question.extreme else "list" if len(rows) > 2 else "fact"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign), sources=evidence.sources(used),
        )  # fmt: skip

    # ------------------------------------------------------------ small questions
    def _asks_share(self, question: Question) -> bool:
        return (question.wants == "ratio" and not question.aspect) or any(m in _MARKET_SHARE for m in question.measures) or bool(SHARE.search(question.folded) and _WHOLE.search(question.folded))

    def _asks_value(self, question: Question) -> bool:
        return bool(_VALUE.search(question.folded))

    @staticmethod
    def _changes(question: Question, row: Row) -> dict[str, Quantity]:
        """The changes that may be told: those a quarter only where a quarter is asked for, those a year only otherwise."""
        quarterly = bool(modifiers.QUARTERLY.search(question.folded))
        if question.aspect or quarterly:
            return {k: v for k, v in row.changes.items() if k.endswith("-qoq") == quarterly}
        return dict(row.changes)

    def _ranked(self, rows: Sequence[Row]) -> list[Row]:
        return sorted(rows, key=self._size, reverse=True)

    @staticmethod
    def _size(row: Row) -> Decimal:
        shown = row.value or row.share
        ends = arithmetic.ends(shown) if shown else None
        return (ends[0] + ends[1]) / 2 if ends else Decimal(0)


_RANKS = re.compile(r"排名|排行|榜|居首|居冠|居次|第[一二三四五]|冠军|亚军|龙头|市占|份额|\brank\w*|\bled\b|\bfirst\b|\bsecond\b|\btop\b|\bfollowed by\b|\bleader\b")
_HOW_FAR = re.compile(r"[多少高低差](?!于)[^,?]{0,3}(?:几(?!家|个品)|多少)")
_TELLING = re.compile(r"[卖做带来贡献赚收交处理占达出发入走]|^(?:bring|brought|mak|made|make|earn|contribut|generat|from$|in$|sell|sold|ship|deliver|mov|handl|account|com|came|report|post|record|break|split|do|did)\w*$")
# What a label may stand behind in a question.
_BEGINS = re.compile(rf"(?:^|[^\u3400-\u9fff]|的|和|跟|与|及|同|比|加上?|减去?|除以|是|在|卖|做|从|问|那|咁|个|只|边|里|中|内|上|对|各|有|来自|占|其中|单看|光是|只看|要|想知道|看看|看|说说|年|季|季度|半年|月|全年|期内|(?:{_KINDS}))$")
_PLACE = re.compile(r"[区區州省市洲国國]$")
_MARKET = re.compile(r"市占|市场规模|份额|\bmarket (?:share|size)\b")
_OF_ONE = re.compile(r"产品|应用|用途|系列|业务|板块|分部|品类|车型|机型|渠道|\b(?:products?|segments?|business(?:es)?|divisions?|channels?|models?)\b")
_RIVALS = re.compile(r"同业|同行|对手|竞品|\b(?:rivals?|peers?|competitors?)\b")
_DESIGNATION = re.compile(r"[a-z]\d|\d[a-z]")  # a model, which another one is not
_PIECES = ("个", "個")
_OF_BEFORE = re.compile(r"其中|当中|of (?:which|that|this|these|those)\b")
_SOLD = re.compile(r"[卖賣做](\S)(?=[和跟与比还的哪谁,，多少]|赚)")  # 賣水和賣茶哪個多
_SPENT = re.compile(r"投[入向资到]?|募|筹|花|用[于在到]|\b(?:spen[dt]|invest\w*|rais\w*|fund\w*)\b")
# What a question calls its parts, and what then must be said where they are told; places among them tell of regions too.
_OF_KIND = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (r"[哪各边每][个一几些处]?(?:地区|区域|大区|国家|地方|洲)|地区(?:分布|收入|构成)|分地区|\b(?:regions?|regional|countr(?:y|ies)|geograph\w+)\b", r"地区|区域|大区|国家|市场|海外|境外|国[内外]|内地|香港|\bregions?\b|\bmarkets?\b|\boverseas\b|\bdomestic\b|\bgeograph"),
        (r"[哪各边每][个一几些条]?渠道|\bchannels?\b", r"渠道|线[上下]|直[销营]|经销|电商|门店|批发|零售|加盟|\bchannels?\b|\bonline\b|\bretail\b|\bwholesale\b|\bstores?\b|\bdirect"),
        (r"[哪各边每][个一几些座]?(?:基地|工厂|厂区?)|\bplants?\b|\bfactor(?:y|ies)\b", r"基地|工厂|厂|\bplants?\b|\bfactor"),
        (r"[哪各边每][条一几些]*(?:航线)", r"线"),
    )
)
_FIRMS = re.compile(r"公司|企业|厂商|厂家|哪几?家|\b(?:companies|firms|vendors|makers)\b")
_MOVES = "升跌涨降增减咗了"
_SALES = re.compile(r"\bsales\b|\bs[eo]ld\b|\bsell\w*\b|[卖賣]")
_WHICH_OF = re.compile(r"哪|谁|\bwhich\b|\bwho(?:se)?\b")
_MONEY = re.compile(r"多少钱|几多钱|几钱|\bhow much money\b")
_TARGET = re.compile(r"目标|预[计期估测]|\b(?:target|forecast|guidance|expected)\b")
_PERCENT = re.compile(r"百分|几趴|\bper ?cent\w*")
_OPINION = re.compile(r"态度|看法|怎么看|如何看|策略|打算|为什么|怎么样|如何")
_COMPARED = re.compile(r"同期|一年前|[较比由从](?:20|去年|上年)|(?:去年|上年)[为的]|\b(?:from|than|against|versus|last|earlier|ago)\b")
_BREAKS_DOWN = re.compile(r"\bbr(?:eak|oken)\w*(?: \w+)? ?down\b")
_PLUS = re.compile(r"加上?|加埋|合共|合计|加起来|\bplus\b|\btogether\b|\bcombined\b")
_VALUE = re.compile(r"(?<!占)多少(?:亿|万|元|钱|辆|台|个|块|美元|港元)|(?<!百分之)几(?:多)?(?:亿|万)|\bhow much (?:revenue|money|did)\b|\bhow many\b|[卖出交][^,?]{0,3}了?(?:多少|几多)|(?:收入|营收|收益|出货|交付|销量)(?:是|有|为)?(?:多少|几多|几何)")
_DIFFERENCE_OF_VALUES = re.compile(r"[多少差][^,?]{0,4}(?:亿|万|辆|台)")


def _own_words(question: Question) -> bool:
    """Whether the words of a question itself name something, so that nothing is meant that only the one before named."""
    named = [n for n in question.needs if n.surface in question.folded]
    return any(not (n.light or soft(n) or _generic(n) or any(t.startswith("m_") for o in n.options for t in o)) for n in named) or (
        "follow" in question.flags and len(re.sub(r"[那呢?？,，\s]", "", question.folded)) > 2
    )


def _choice(folded: str) -> bool:
    return bool(qw.WHICH.search(folded))


def _places(folded: str) -> list[int]:
    """The ranks that a question names, in its order."""
    found = [(m.start(), k) for pattern, k in _PLACES for m in [pattern.search(folded)] if m]
    return [k for _, k in sorted(found)]


def _generic(need: Need) -> bool:
    """Whether a need only says that parts are asked for: 各產品線, "by business"."""
    return all(map(_PART_EN.match, need.surface.split())) if need.surface.isascii() else bool(_PART.match(need.surface))


def _bare(label: str) -> str:
    return breakdowns.core(label)


def _place_of(label: str, others: Sequence[str], said: str, known: Set[int]) -> int:
    """Where a question names a label, by all of it or by what tells it from the others; -1 where it does not.

    `known`: where names, measures and periods end. 雲遊戲 names no 遊戲: a word of the same run may not stand before it.
    """
    forms = [label, breakdowns.core(label), breakdowns.core(label, others), *_name_in(label)]
    for form in dict.fromkeys(f for f in forms if f):
        if sum(form in (breakdowns.core(o, [label]), o, *_name_in(o)) for o in others) or (len(form) < 2 and not form.isascii()):
            continue
        if form.isascii():
            found = re.search(rf"(?<![a-z0-9]){re.escape(form)}(?:'s|s)?(?![a-z0-9])", said)
            at = found.start() if found else -1
        else:
            at = next((m.start() for m in re.finditer(re.escape(form), said) if m.start() in known or _BEGINS.search(said[: m.start()])), -1)
        if at >= 0:
            return at
    return -1


def _name_in(label: str) -> list[str]:
    """What a folded Latin label is called besides its kind: "dr ovell" of "derma line dr ovell"; the words in quotation marks."""
    quoted = re.findall(r"[\"“「『]([^\"”」』]{2,})[\"”」』]?", label)
    parted = re.split(r"\b(?:label|brand|line|maker|unit|segment|division|business|chain|app)\s", label)
    return [*quoted, *(parted[1:] if len(parted) > 1 else [])]


def _covers(surface: str, label: str) -> bool:
    """Whether a word is a part of a label, or names it with no more than what kind of thing it is."""
    return surface in label or not _unmatched(surface, [label])


def _unmatched(surface: str, labels: Sequence[str]) -> str:
    """What a word says besides labels and kinds of things: 娛樂 of 車載娛樂 where 車載 is the label."""
    for label in labels:
        for form in (label, breakdowns.core(label)):
            if len(form) > 1 and form in surface:
                rest = surface.replace(form, "", 1)
                return "" if not rest or _PART.match(rest) or breakdowns.SUFFIX.fullmatch(rest) else rest
    return surface


def _same_day(asked: Period, told: Period) -> bool:
    """Whether a month or a year without its year is the one told of."""
    return asked.start.startswith("--") and asked.start[-5:] == told.start[-5:] and asked.kind == told.kind


def _moved(changes: dict[str, Quantity]) -> Decimal | None:
    """How a figure moved in per cent, falls below zero; None where no single exact change is told."""
    out = []
    for aspect, quantity in changes.items():
        ends = arithmetic.ends(quantity)
        if ends is None or quantity.unit != "%":
            return None
        out.append((ends[0] + ends[1]) / 2 * (-1 if aspect.startswith("decline") else 1))
    return out[0] if out else None


def _quantity(value: Decimal, unit: str) -> Quantity:
    return Quantity(value, value, unit, "", "", 0, 0)
