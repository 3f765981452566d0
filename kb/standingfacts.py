"""Facts from rankings that a paragraph tells over several sentences: whoever is ranked has its figure of the measure ranked by.

What was read sentence by sentence of the same figures gives way, where it is of another firm or measure. Leaves out
how a ranking is read (`kb.standings`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kb import lazy, periodarithmetic, periods, standings, timing
from kb.articletimes import REPORTED, compares
from kb.measuring import Measuring
from kb.model import Fact, Period, Quantity, Sentence
from kb.names import Names, Span
from kb.partlabels import Labels
from kb.periods import PeriodMention
from kb.rankwords import RANK
from kb.text import fold

_BEFORE = lazy.compile(r"上年|上一年|前年|前一年|(?:去年|上年)同期")
_IN_A_PART = lazy.compile(r"(?:细分|这[一块]|子)[^,;。]{0,3}(?:市场|领域|赛道|品类|类别)|\b(?:segment|niche|sub-?market)\b")
_BEFORE_IT = 4  # sentences before the paragraph of a ranking that may say what it is by
_LATELY = 2  # years before an article that a ranking without a year of its own may be of
_LEAST = 2  # words that rank, and firms named, in a paragraph


def with_rankings(facts: list[Fact], sentences: Sequence[Sentence], times: Sequence[Sequence[PeriodMention]], published: str | None, names: Names, measuring: Measuring, spans: Mapping[str, Sequence[Span]]) -> list[Fact]:
    """Return the facts of an article with those that its rankings tell.

    `times` are the periods of each sentence with their years, `spans` the names and terms of each text.
    """
    out = facts
    before: list[Sentence] = []  # the paragraph before
    for _, group in groupby(sentences, key=lambda s: (s.paragraph, s.heading)):
        told = list(group)
        last, before = before, told
        firms = {m.entity for s in told for m in s.mentions if names.entities[m.entity].kind == "company"}
        if len(firms) < _LEAST or sum(len(RANK.findall(fold(s.text))) for s in told) < _LEAST:
            continue
        rankings = _read(told, names, measuring, spans)
        if last and any(standings.goes_on([s.place for s in r.standings]) for r in rankings):
            told = [*last, *told]
            rankings = _read(told, names, measuring, spans)
        for ranking in rankings:
            if _IN_A_PART.search(fold(sentences[ranking.rows[0].sentences[0]].text)[: ranking.standings[0].at]):
                out = _without(out, ranking)  # of a part of the market: nobody's share of all of it
                continue
            if ranking.unit and not ranking.measure:
                ranking.measure = _named_before(sentences, told[0].n, ranking, names, measuring, spans)
            period = _period(sentences, ranking.rows[0].sentences[0], times, published)
            new = [f for s in ranking.standings for f in _of(s, ranking, period, names)]
            out = _joined(out, new)
    return out


def _without(facts: Sequence[Fact], ranking: standings.Ranking) -> list[Fact]:
    """The facts without those that figures of a ranking were read as."""
    told = {(r.sentences[0], q.start) for r in ranking.rows for q in (r.value, r.share) if q}
    return [f for f in facts if (f.sentence, f.quantity.start) not in told]


def _read(sentences: Sequence[Sentence], names: Names, measuring: Measuring, spans: Mapping[str, Sequence[Span]]) -> list[standings.Ranking]:
    return standings.read([Labels(s.text, s.n, names, measuring, spans[s.text]) for s in sentences], names)


def _named_before(sentences: Sequence[Sentence], until: int, ranking: standings.Ranking, names: Names, measuring: Measuring, spans: Mapping[str, Sequence[Span]]) -> str:
    """The measure that an earlier paragraph tells a figure of in the unit of a ranking, the last one; "" where none does."""
    for sentence in reversed(sentences[max(0, until - _BEFORE_IT) : until]):
        labels = Labels(sentence.text, sentence.n, names, measuring, spans[sentence.text])
        for q in labels.quantities:
            before = [m.id for m in labels.measures if m.end <= q.start and measuring.fits(m.id, q.unit)]
            if q.unit == ranking.unit and before:
                return before[-1]
    return ""


def _of(standing: standings.Standing, ranking: standings.Ranking, period: Period | None, names: Names) -> list[Fact]:
    """The facts of one row."""
    row = standing.row
    if row.value and not ranking.unit:
        return []  # nobody tells of what
    measure = ranking.measure if ranking.unit else "market-share"
    told: list[tuple[str, str, Quantity | None]] = [(measure, "value", row.value), ("market-share", "value", row.share)]
    for aspect, quantity in row.changes.items():
        of_share = quantity.unit == "pp" or "百分" in quantity.raw or not row.value
        told.append(("market-share" if of_share else measure, aspect, quantity))
    return [
        Fact(standing.subject, m, aspect, period, q, "actual", row.sentences[0], min(standing.at, q.start), q.end)
        for m, aspect, q in told if q is not None and m in names.measures
    ]  # fmt: skip


def _joined(facts: list[Fact], new: Sequence[Fact]) -> list[Fact]:
    """The facts with the new ones, each figure once; what was read of the same firm and measure stays, with its time."""
    at = {(f.sentence, f.quantity.start): f for f in new}
    out: list[Fact] = []
    for fact in facts:
        other = at.get((fact.sentence, fact.quantity.start))
        if other is None:
            out.append(fact)
        elif (fact.subject, fact.measure, fact.aspect) == (other.subject, other.measure, other.aspect):
            out.append(fact if fact.period else replace(fact, period=other.period))
            del at[fact.sentence, fact.quantity.start]
    return sorted([*out, *at.values()], key=lambda f: (f.sentence, f.quantity.start))


def _period(sentences: Sequence[Sentence], until: int, times: Sequence[Sequence[PeriodMention]], published: str | None) -> Period | None:
    """The time a ranking is of: the last reporting period told before it, that nothing is compared with."""
    year = periods.resolve_year(published)
    for sentence in reversed(sentences[: until + 1]):
        folded = fold(sentence.text)
        told = [m.period for m in timing.usable(times[sentence.n], folded) if not _BEFORE.match(m.period.raw) and m.period.kind in (*REPORTED, "as-of") and not compares(folded, m)]
        told = [p for p in told if p.start[:4].isdigit() and periodarithmetic.is_over(p, published)]  # the market of 2028 is no time of a ranking told now
        told = [p for p in told if year is None or sentence.n == until or int(p.end[:4]) >= year - _LATELY]
        if told:
            return told[0]  # 2025年出货86.4万台,其中四季度31.2万台
    return None
