"""Article -> what it says: sentences with their topics, facts, and the names it introduces.

Who a sentence is about, which is often not said in it, tells `kb.topics`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from kb import (
    askedfigures,
    barecounts,
    careers,
    events,
    familynames,
    interviewees,
    interviews,
    lazy,
    lookbacks,
    money,
    outlooks,
    passages,
    peers,
    periodarithmetic,
    periodfilling,
    periods,
    quantities,
    timing,
)
from kb.discover import discover
from kb.discovery.elsewhere import Elsewhere, joined
from kb.discovery.page import everyday, listed_words
from kb.facts import Clause, Context, FactReader
from kb.houses import houses
from kb.launches import held_against
from kb.localnames import LocalNames
from kb.measuring import Measuring
from kb.model import Article, Entity, Extracted, Fact, Mention, Period, Quantity, Sentence
from kb.names import Names, Span, longest
from kb.oftwo import OfTwo
from kb.roles import MeasureRoles
from kb.standingfacts import with_rankings
from kb.terms import entity_token, tokens
from kb.text import clauses, fold, undotted
from kb.topics import LISTED, Carried, Topics, in_subject_place
from kb.versions import Versions

_ACTORS = ("company", "person", "product")
_OVER_THE = lazy.compile(r"\b(?:for|in|over|during) the (?:first |last |past |latest |final )?$")

# 五家公司披露2025年度預告: the time of what each of them tells.
_LEFT = lazy.compile(r"(?:离开|告别|出走|辞别|走出|跳出|脱离|辞任)[「『“\"]?$|\b(?:left|leaves|leaving|quits?|quitting|ex-|former) ?$")  # 帶著十四個人離開甲: where somebody was before
_SEVERAL = lazy.compile(r"[两二三四五六七八九十\d多数各]家[^,。;]{0,8}(?:公司|企业|[厂商券险车钢药酒房煤油航]企?|银行|机构)|\b(?:two|three|four|five|six|several) (?:[a-z-]+ ){0,2}(?:companies|firms|groups|makers|banks|carriers)\b")
_ANNUAL = lazy.compile(r"(?<![半两])年报|年度报告|(?:全年|年度)业绩(?!预|展望|指引|目标)|\b(?:full-year|annual) (?:results|report|earnings)\b(?! (?:due|next|will))")
_ANNUAL_MONTHS = ("02", "03", "04")  # when those whose year is the calendar's report on it


_HOW_IT_WENT = lazy.compile(r"怎[样么]样?[?]?$|如何[?]?$|多少|几[家间个成]|成绩|业绩|表现|状况|情况|\bhow (?:was|is|were|did|has|have|much|many|big|good|bad)\b")
_Around: TypeAlias = tuple[LocalNames, Container[str], Period | None, str | None]  # an article's names, houses, general time and date
_OPENING = 3  # sentences in which an article says what it is about
_REMEMBERED = 64  # articles whose names are kept


def _models(found: Sequence[Entity]) -> set[str]:
    """The last words of products' names: the H2 of a Heron H2 is no half-year."""
    return {fold(name).rpartition(" ")[2] for e in found if e.kind == "product" for name in (*e.aliases, *e.names.values())}

_RESULTS_OF_A_MONTH = lazy.compile(r"月(?:份)?(?:的)?[^,;。:]{0,6}(?:营收|自结|获利|业绩|合约销售|销售额|交付|销量|产销|销售榜|出货|成绩单|榜)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:deliveries|sales|registrations|shipments)\b")


class Extractor:
    """Extracts articles one by one with one set of names."""

    def __init__(
        self,
        names: Names,
        listed: Container[str] | None = None,
        capital: Container[str] | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """Take the names of the lexicon; names an article introduces are added for that article only.

        `listed` and `capital` are the words of a general dictionary, read from it when not given; `elsewhere`
        knows the names that other articles introduce.
        """
        self.elsewhere = elsewhere
        self._introduced: OrderedDict[str, list[Entity]] = OrderedDict()
        self._names = names
        self._ordinary = None if listed is None else everyday(listed)
        self._capital = capital
        self._known = names.keys.all()
        roles = MeasureRoles.of(list(names.measures.values()))
        self._topics = Topics(names, self._is_word)
        self._facts, self._measuring = FactReader(names, roles), Measuring(names, roles)

    def __call__(self, article: Article) -> Extracted:
        """Return everything found in `article`."""
        found = joined(self.introduced(article), self.elsewhere, fold(f"{article.title}\n{article.text}"))
        local, models = LocalNames(found), _models(found)
        self._names.introduce(found)
        pieces = passages.split(article.text)
        named = {part: self._spans(fold(part), local, part) for part in dict.fromkeys((article.title, *(heading for _, heading, _ in pieces), *(text for _, _, text in pieces)))}
        allowed = self._allowed_weak([s for spans in named.values() for s in spans])
        judging = houses(named, self._topics.kind)
        title_subjects = self._subjects_of(fold(article.title), local, judging, pieces[0][2] if pieces else "")
        carried = self._topics.begun(title_subjects, named, judging, pieces[0][2] if pieces else "")
        ours = interviewees.interviewee(pieces, article.text, named, title_subjects, self._names.entities.__getitem__)
        told_by = [*self._told_by(fold(article.title), local), *_reporting(judging, named, (article.title, *(text for _, _, text in pieces[:1])))]
        general, expected = _told_generally(article, [text for _, _, text in pieces[:_OPENING]])
        year, month = _year_of(general or expected), _month_of(article)
        versions = Versions(found, fold(f"{article.title}\n{article.text}"))
        context, home = Context(period=general, outlook=expected, versions=versions.order), money.home(article.text)
        out: list[Sentence] = []
        facts: list[Fact] = []
        told_times: list[list[periods.PeriodMention]] = []  # of each sentence
        told: set[Period | None] = set()  # of which figures were told as what came of it
        place: tuple[int, str] | None = None
        turns, called, two = peers.Turns(carried.by_kind.get("company")), familynames.Called(self._topics.kind), OfTwo(self._topics.kind)
        for n, (paragraph, heading, text) in enumerate(pieces):
            folded = undotted(fold(text))
            spans = called.added(folded, self._firm(folded, named[text], allowed))
            answer = interviews.answers(heading, text)
            context = self._placed(folded, spans, (place, (paragraph, heading)), carried, context, (ours, title_subjects), (local, judging, general, article.published))
            versions.settle(folded, spans := two.added(folded, spans, carried.by_kind.get("company")), carried.by_kind, place is not None and paragraph != place[0])
            carried.opened = carried.opened if place == (paragraph, heading) else self._topics.opens(folded, spans, judging) or carried.by_kind.get("company")
            beside, place = place == (paragraph, heading), (paragraph, heading)
            company, thing = carried.by_kind.get("company"), carried.by_kind.get("product")
            topics = tuple(dict.fromkeys([*self._topics.of(folded, text, spans, carried), *told_by]))
            context = turns.turned(company, versions.named(folded, spans, carried.by_kind, thing).get("company"), folded, text, context, spans, beside=beside, general=(general, expected, month))
            named_in = [s for s in spans if s.kind == "entity"]
            about = tuple(dict.fromkeys([*topics, *ours.values(), *self._named_in(heading, local)])) if answer else topics  # whoever else is named, it is said by them
            times = [m for m in lookbacks.with_times_since(folded, periodfilling.filled(
                         lookbacks.of_that_year(folded, periods.find(text), told_times[-1] if told_times else ()), folded, article.published,
                         outlooks.year_ahead(folded, context) or _year_of(context.period) or _year_of(context.month) or year, context.report))
                     if folded[m.start : m.end] not in models and not any(s.start < m.start and m.end <= s.end for s in named_in)]  # fmt: skip
            told_times.append(times)
            clause = self._clause(text, folded, [replace(s, weak=True) if s.ids[0] in judging else s for s in spans], times, home, article.published)
            context = _of_these(
                _resumed(context) if out and out[-1].paragraph != paragraph else context,
                tuple(t for t in topics if t in carried.by_kind.values() and t not in carried.counting and not (company is None and self._comes_later(t, folded, spans))),
            )
            context = self._answered(context, folded, self._put(heading, article.published)) if answer else context
            read, context = self._read(n, clause, context)
            year = _year_of(context.period) or year
            if not self._topics.of_a_company(topics, folded, spans) or (n < _OPENING and not read and _SEVERAL.search(folded)):
                general = context.period
            told |= {f.period for f in read if f.basis == "actual" and any(m.period == f.period for m in times)}
            facts += [f if f.period in told else outlooks.settled(f, article.published) for f in map(partial(outlooks.in_coming_year, published=article.published), read)]
            facts += self._told_by_answering(n, (heading, text), clause, (context, read), (local, home, out[-1:])) if answer else []
            facts += [outlooks.still_ahead(f, article.published) for f in events.read(n, clause, self._with_body(context, folded, told_by), self._names, (s.text for s in reversed(out) if s.paragraph == place[0]))]
            context = _listed(context, facts, n, article.published)
            out.append(Sentence(n, paragraph, text, heading, about, tuple(Mention(s.ids[0], s.start, s.end) for s in named_in)))
            facts += events.tickers(n, clause, self._names)
        return self._whole(article, out, with_rankings(facts, out, told_times, article.published, self._names, self._measuring, named), told_by)

    def _comes_later(self, topic: str, folded: str, spans: Sequence[Span]) -> bool:
        """Whether a company that was not spoken of before is named in a later part of a sentence alone: no figure before it is its own."""
        first = next((s.start for s in spans if s.kind == "entity" and topic in s.ids), 0)
        return self._topics.kind(topic) == "company" and ";" in folded[:first]

    def _with_body(self, context: Context, folded: str, told_by: Sequence[str]) -> Context:
        """The context with the body of the title, where a sentence goes on about it by what it is alone: 協會成立於1996年."""
        return replace(context, subjects=(*context.subjects, told_by[0])) if told_by and self._topics.goes_on(folded, told_by[0]) else context

    def _clause(self, text: str, folded: str, spans: list[Span], times: list[periods.PeriodMention], home: str | None, published: str | None) -> Clause:
        """A sentence with its figures; `home` is the currency that the article's sums are told in."""
        told = [q for q in money.at_home(quantities.find(text), home) if not any(m.start <= q.start and q.end <= m.end for m in times) and not _over_months(folded, q)]
        told = [q for q in told if not any(s.kind == "entity" and s.start < q.start < s.end < q.end for s in spans)]  # the Iris 2 weighs
        return Clause(folded, spans, barecounts.counts(folded, spans, told, times, self._names.measures), times, clauses(folded), text, published)

    def _read(self, n: int, clause: Clause, context: Context) -> tuple[list[Fact], Context]:
        """The figures of a sentence, and what the next one inherits."""
        read, after = self._facts.read(n, clause, context)
        named = {m.period for m in clause.periods}
        return [outlooks.expected(f, clause.published) if f.period in named else f for f in read if not outlooks.is_past(f, clause.folded, clause.published)], after

    def _told_by_answering(self, n: int, turn: tuple[str, str], clause: Clause, known: tuple[Context, Sequence[Fact]], around: tuple[LocalNames, str | None, Sequence[Sentence]]) -> list[Fact]:
        """The figure that the first sentence of an answer gives, of what the interviewer asked: 「去年賣了多少台?」「一共1,402台。」"""
        (context, read), (local, home, before) = known, around
        first = not any(s.heading == turn[0] and interviews.answers(s.heading, s.text) for s in before)
        said = askedfigures.stated(*turn, clause.quantities[0]) if clause.quantities and first else ""
        if not said:
            return []
        folded = undotted(fold(said))
        times = periodfilling.filled(periods.find(said), folded, clause.published, None)
        found, _ = self._facts.read(n, self._clause(said, folded, self._spans(folded, local, said), list(times), home, clause.published), context)
        told = {(f.subject, f.measure) for f in read}
        return [replace(f, quantity=clause.quantities[0], start=0, end=len(clause.folded)) for f in found
                if f.quantity.raw == clause.quantities[0].raw and f.aspect == "value" and (f.subject, f.measure) not in told]  # fmt: skip

    def _placed(self, folded: str, spans: list[Span], places: tuple[tuple[int, str] | None, tuple[int, str]], carried: Carried, context: Context,
                whose: tuple[dict[str, str], dict[str, str]], around: _Around) -> Context:  # fmt: skip
        """Let a sentence be of whom its place says, and return the context there: under a new heading, or in a new paragraph.

        In an interview it is of whoever answers, and a new turn of what and when is asked about.
        """
        (before, (paragraph, heading)), (ours, titled), (local, judging, general, published) = places, whose, around
        anew = before is not None and heading != before[1]
        if ours and heading.startswith(interviews.ASKED):
            if before is None or anew:
                carried.by_kind = self._subjects_of(fold(heading), local, judging) | ours
                return Context(period=self._put(heading, published) or context.report or general, report=context.report, month=context.month, versions=context.versions, row=context.row)
            if not interviewees.goes_on_of_others(folded):
                carried.by_kind.update(ours)
        elif anew:
            carried.by_kind = self._subjects_of(fold(heading), local, judging) or dict(titled)
            return Context(period=context.period, report=context.report, month=context.month, versions=context.versions, row=context.row)
        elif before is not None:
            self._topics.go_on(folded, spans, carried, titled, paragraph != before[0])
        return context

    def _named_in(self, heading: str, local: LocalNames) -> list[str]:
        """The actors that an interviewer's question names: what is answered is told of them too."""
        return [s.ids[0] for s in self._spans(fold(heading), local) if s.kind == "entity" and not s.weak and self._topics.kind(s.ids[0]) in _ACTORS]

    def _put(self, heading: str, published: str | None) -> Period | None:
        """The one time of which an interviewer asks how it went: 去年的成績怎樣？ When something was done is no figure's time."""
        folded = fold(heading)
        if not _HOW_IT_WENT.search(folded):
            return None
        told = {m.period for m in periodfilling.filled(periods.find(heading), folded, published, None) if m.period.start[:1].isdigit()}
        return told.pop() if len(told) == 1 else None

    def _answered(self, context: Context, folded: str, put: Period | None) -> Context:
        """The context of a sentence of an answer: of the time that was asked about, and of who answers only where they say "I"."""
        subjects = tuple(t for t in context.subjects if self._topics.kind(t) != "person" or interviews.says_i(folded))
        return replace(context, subjects=subjects, period=put if context.period is None and not context.outlook else context.period)

    def _whole(self, article: Article, out: list[Sentence], facts: list[Fact], told_by: Sequence[str]) -> Extracted:
        """What was read of an article, with the people's lives it tells."""
        steps = careers.read(article, out, self._names.entities.__getitem__)
        return Extracted(article, tuple(out), tuple(facts), self._spoken_of(out, told_by), tuple(steps))

    def _spoken_of(self, sentences: Sequence[Sentence], told_by: Sequence[str]) -> tuple[Entity, ...]:
        used = {i for s in sentences for i in (*s.topics, *(m.entity for m in s.mentions))} | set(told_by)
        return tuple(self._names.entities[i] for i in sorted(used))

    # ------------------------------------------------------------ names
    def introduced(self, article: Article) -> list[Entity]:
        """Return the names that `article` itself introduces. The last few are remembered: a build asks twice."""
        text = f"{article.title}\n{article.text}"
        if text not in self._introduced:
            self.know(article, discover(text, self._names.keys.all(), self._ordinary, self._capital))
        return self._introduced[text]

    def know(self, article: Article, found: list[Entity]) -> None:
        """Take what `introduced` returned for `article` elsewhere, so that it is not found again."""
        self._introduced[f"{article.title}\n{article.text}"] = found
        if len(self._introduced) > _REMEMBERED:
            self._introduced.popitem(last=False)

    def _spans(self, folded: str, local: LocalNames, text: str = "") -> list[Span]:
        spans = self._names.find(folded)
        extra = local.find(folded, text)
        return longest([*spans, *extra]) if extra else spans

    def _allowed_weak(self, spans: list[Span]) -> set[str]:
        """A name that is an ordinary word too counts where its bearer or its maker is named outright."""
        strong = {s.ids[0] for s in spans if s.kind == "entity" and not s.weak}
        makers = self._names.makers
        weak = {s.ids[0] for s in spans if s.weak and s.kind == "entity"}
        return strong | {w for w in weak if makers.get(w) in strong} | {s.ids[0] for s in spans if s.kind != "entity"}

    def _firm(self, folded: str, spans: list[Span], allowed: set[str]) -> list[Span]:
        """Drop names that may be ordinary words, unless the article or a list of names vouches for them."""
        if not any(s.weak for s in spans):
            return spans
        named = [s for s in spans if s.kind == "entity"]
        firm = {s.start for s in named if not s.weak or any(i in allowed for i in s.ids)}
        for pairs in (list(pairwise(named)), list(zip(named[1:], named, strict=False))[::-1]):
            for known, other in pairs:
                first, second = sorted((known, other), key=lambda s: s.start)
                joined = bool(LISTED.fullmatch(folded[first.end : second.start]))
                if known.start in firm and joined and self._topics.kind(known.ids[0]) == self._topics.kind(other.ids[0]):
                    firm.add(other.start)
        out = []
        for span in spans:
            if span.kind != "entity" or span.start in firm:
                vouched = tuple(i for i in span.ids if i in allowed) if span.weak else ()
                weak = span.weak and span.kind != "entity"
                out.append(Span(span.start, span.end, span.kind, vouched or span.ids, weak, span.also))
        return out

    def _subjects_of(self, folded: str, local: LocalNames, judging: Container[str], opening: str = "") -> dict[str, str]:
        """The one company, person and product of a title or heading, who belong together, but no house that only judges them.

        Of several companies it is the one that begins both it and the text, `opening`.
        """
        named = [s for s in self._spans(folded, local) if s.kind == "entity" and not s.weak and s.ids[0] not in judging and not _LEFT.search(folded[: s.start])]
        by_kind: dict[str, list[str]] = {}
        for span in named:
            if not (self._topics.kind(span.ids[0]) == "product" and held_against(folded, span.start)):
                by_kind.setdefault(self._topics.kind(span.ids[0]), []).append(span.ids[0])
        firms = [s for s in named if self._topics.kind(s.ids[0]) == "company"]
        if opening and len({s.ids[0] for s in firms}) > 1 and in_subject_place(folded[: firms[0].start]) and not LISTED.fullmatch(folded[firms[0].end : firms[1].start]):
            text = fold(opening)
            if self._topics.opens(text, self._spans(text, local)) == firms[0].ids[0]:
                by_kind["company"] = [firms[0].ids[0]]
        return {k: ids[0] for k, ids in by_kind.items() if len(set(ids)) == 1 and k in _ACTORS}

    def _told_by(self, folded: str, local: LocalNames) -> list[str]:
        """The institutions that a title names: all its text is of them too."""
        named = (s for s in self._spans(folded, local) if s.kind == "entity" and not s.weak)
        return [s.ids[0] for s in named if self._topics.kind(s.ids[0]) == "institution"]

    def _is_word(self, folded: str) -> bool:
        if self._ordinary is None:
            self._ordinary = everyday(listed_words())
        return folded in self._known or self._ordinary(folded)

    # ------------------------------------------------------------ search terms
    def terms(self, sentence: Sentence, article: Article) -> str:
        """Return the search terms of a sentence, space separated: see `tokens`."""
        return " ".join([*tokens(sentence.text, self._names), *(entity_token(t) for t in sentence.topics)])


def _reporting(judging: frozenset[str], named: Mapping[str, Sequence[Span]], opening: Sequence[str]) -> frozenset[str]:
    """The one house that judges, where the title or the first sentence names it: the article is on its report."""
    begins = {i for part in opening for s in named[part] for i in s.ids}
    return judging & begins if len(judging) == 1 else frozenset()


def _listed(context: Context, facts: Sequence[Fact], n: int, published: str | None) -> Context:
    """The context with the first day on the market that sentence `n` tells of, where it is over."""
    days = (f.period for f in facts[-4:] if f.sentence == n and f.measure == "listing-date" and f.period and f.period.kind == "day")
    on = next((d for d in days if d.start[:4].isdigit() and d.start <= (published or "")), None)
    return replace(context, listed=on) if on else context


def _of_these(context: Context, subjects: tuple[str, ...]) -> Context:
    """The context with these subjects, which are mostly those of the sentence before."""
    return context if subjects == context.subjects else replace(context, subjects=subjects)


def _resumed(context: Context) -> Context:
    """The context of a new paragraph: of what is reported on again, where the last one only told of other years."""
    context = replace(context, lined=()) if context.lined else context
    return replace(context, period=context.report, forecast=False) if context.period is None and not context.outlook else context


def _over_months(folded: str, quantity: Quantity) -> bool:
    """Whether months or quarters are when something was, and no figure: "for the nine months"."""
    return quantity.unit in ("個月", "季") and bool(_OVER_THE.search(folded, 0, quantity.start))


def _told_generally(article: Article, opening: Sequence[str]) -> tuple[Period | None, Period | None]:
    """What figures are of until a company's own sentences tell, and what is expected of a time that is not over: 今年虧損有望減半."""
    told = _period_of(article) or _last_year(article, opening)
    return (told, None) if told is None or periodarithmetic.is_over(told, article.published) else (None, told)


def _period_of(article: Article) -> Period | None:
    """The one period that a title names, if figures can be of it."""
    folded = fold(article.title)
    named = timing.usable(periodfilling.filled(periods.find(article.title), folded, article.published, None), folded)
    lasting = {m.period for m in named if m.period.kind not in ("month", "as-of") and m.period.start[:1].isdigit()}
    return lasting.pop() if len(lasting) == 1 else None


def _month_of(article: Article) -> Period | None:
    """The one month whose results a title tells of, which each of those it takes in turn has figures of: 二月交付榜."""
    folded = fold(article.title)
    if not _RESULTS_OF_A_MONTH.search(folded):
        return None
    named = periodfilling.filled(periods.find(article.title), folded, article.published, None)
    months = {m.period for m in named if m.period.kind == "month" and m.period.start[:1].isdigit()}
    return months.pop() if len(months) == 1 and len({m.period for m in timing.usable(named, folded)}) == 1 else None


def _last_year(article: Article, opening: Sequence[str]) -> Period | None:
    """The last year where an article of spring begins with annual results and names no period: 發布年報。營業收入45.6億元."""
    words = fold("\n".join([article.title, *opening]))
    published = article.published or ""
    if published[5:7] not in _ANNUAL_MONTHS or not _ANNUAL.search(words):
        return None
    dated = any(timing.is_reporting(m.period) for part in (article.title, *opening) for m in periods.find(part))
    year = int(published[:4]) - 1
    return None if dated else Period(f"{year}-01-01", f"{year}-12-31", "year", "")


def _year_of(period: Period | None) -> int | None:
    return int(period.end[:4]) if period and period.end[:4].isdigit() else None
