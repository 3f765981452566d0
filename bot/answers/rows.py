"""Rows: what one paragraph tells of several parts of a whole, segments, products, regions, brands, ranked makers.

Lists all parts, tells the one asked for, the largest, the fastest growing, the only falling one, one's share of
the whole, two compared, added up or subtracted, and who ranks where. The parts are read by `kb.breakdowns`. Subject,
measure and period are hard constraints here too, and a word of the question that neither names a part nor is said
where the parts are told lets nothing be answered: a part that is not among the rows is never answered with another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.figures import Figures
from bot.answers.partwords import (
    ALL,
    DROPPED,
    FASTEST,
    KINDS,
    LEAST,
    MARKET_SHARE,
    MOST,
    NUMBERS,
    ONLY_FALL,
    TOP,
    WHOLE,
    generic,
    name_in,
    ranks_named,
)
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE, SHARE
from bot.answers.rowfinder import Found, RowFinder
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Quantity
from kb.partrows import Row
from kb.text import fold, stem, words
from kb.units import is_money

_HELD = 0.5
_RANKS = lazy.compile(r"排名|排行|榜|居首|居冠|居次|第[一二三四五]|冠军|亚军|龙头|市占|份额|\brank\w*|\bled\b|\bfirst\b|\bsecond\b|\btop\b|\bfollowed by\b|\bleader\b")
_HOW_FAR = lazy.compile(r"[多少高低差](?!于)[^,?]{0,3}(?:几(?!家|个品)|多少)")
_SPENT = lazy.compile(r"投[入向资到]?|募|筹|花|用[于在到]|\b(?:spen[dt]|invest\w*|rais\w*|fund\w*)\b")
_FIRMS = lazy.compile(r"公司|企业|厂商|厂家|哪几?家|\b(?:companies|firms|vendors|makers)\b")
_WHICH_OF = lazy.compile(r"哪|谁|\bwhich\b|\bwho(?:se)?\b")
_MONEY = lazy.compile(r"多少钱|几多钱|几钱|\bhow much money\b")
_TARGET = lazy.compile(r"目标|预[计期估测]|\b(?:target|forecast|guidance|expected)\b")
_QUALITY = lazy.compile(r"\b(?:most|least) (?P<quality>[a-z]{4,}(?:al|ful|ous|ive|able|ible|ic|ate|ent|ant|less|ish|ary|ed|ing))\b")
_PERCENT = lazy.compile(r"百分|几趴|\bper ?cent\w*")
_OPINION = lazy.compile(r"态度|看法|怎么看|如何看|策略|打算|为什么|怎么样|如何")
_BREAKS_DOWN = lazy.compile(r"\bbr(?:eak|oken)\w*(?: \w+)? ?down\b")
_PLUS = lazy.compile(r"加上?|加埋|合共|合计|加起来|\bplus\b|\btogether\b|\bcombined\b")
_VALUE = lazy.compile(r"(?<!占)多少(?:亿|万|元|钱|辆|台|个|块|美元|港元)|(?<!百分之)几(?:多)?(?:亿|万)|\bhow much (?:revenue|money|did)\b|\bhow many\b|[卖出交][^,?增长升涨跌降减]{0,3}了?(?:多少|几多)|(?:收入|营收|收益|出货|交付|销量)(?:是|有|为)?(?:多少|几多|几何)")
_SINCE = lazy.compile(r"百分点|[多少高低]了?(?:多少|几)|[升降涨跌增减]了?(?:多少|几)|\b(?:percentage )?points?\b|\bhow (?:much|many) (?:more|less|fewer)\b|\bby how (?:much|many)\b")
_DIFFERENCE_OF_VALUES = lazy.compile(r"[多少差][^,?]{0,4}(?:亿|万|辆|台)")


class Rows:
    """Answers from the rows of one paragraph."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._finder = RowFinder(evidence, finder, passages)

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
        if self._plain(question, several):
            return None
        if _BREAKS_DOWN.search(question.folded):  # "down" tells of no decline
            question = replace(question, aspect="")
        for found in self._finder.found(question):
            if self._finder.of_firms(found) != firms or not self._finder.of_kind(question, found):
                continue
            named = self._finder.named(question, found)
            if not self._finder.says(question, found, named) or not self._finder.of_time(question, found):
                continue
            if several and not all(any(self._finder.called(r.label) & set(g) for r in named) for g in question.subjects):
                continue
            if _MONEY.search(question.folded) and not is_money(found.told.unit):
                continue
            answer = self._tell(question, found, named)
            if answer:
                return answer
        return None

    @staticmethod
    def _plain(question: Question, several: bool) -> bool:
        """Whether a question asks for a measure of one company and names nothing else: no part can be meant."""
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        other = [n for n in question.needs if not n.light and not soft(n) and not any(set(o) & measured for o in n.options)]
        asks = question.extreme or question.kind in ("list", "superlative") or question.wants == "ratio" or "before" in question.flags
        words = any(p.search(question.folded) for p in (ALL, TOP, FASTEST, DROPPED, ONLY_FALL, MOST, LEAST, qw.WHICH))
        return bool(question.subjects and question.measures) and not (several or other or asks or words)

    # ------------------------------------------------------------ what is told
    def _tell(self, question: Question, found: Found, named: list[Row]) -> Answer | None:
        rows = found.told.rows
        folded = question.folded
        ranked = self._ranked(rows)
        count = TOP.search(folded)
        extremes = question.extreme in ("max", "min") or FASTEST.search(folded) or DROPPED.search(folded) or ONLY_FALL.search(folded)
        extremes = extremes or (qw.WHICH.search(folded) and (MOST.search(folded) or LEAST.search(folded)))
        extremes = None if count and not (FASTEST.search(folded) or DROPPED.search(folded) or ONLY_FALL.search(folded)) else extremes
        places = [] if count else ranks_named(folded)
        placed = [] if count else [ranked[k] for k in places if k < len(ranked) and not any(r.rest for r in ranked[: k + 1])]
        if placed and not self._is_ranking(found):
            placed, extremes = [], None
        if named and all(self._finder.called(r.label) & {i for g in question.subjects for i in g} for r in named) and not self._in_words(question, named):
            named = named if not places else []
        if places and not named and len(placed) < len(places):
            return None
        if placed and not named and not FASTEST.search(folded):
            named, extremes = placed, None
            if len(named) == 1:  # who is third: as much as is told
                return self._said(question, found, [self._line(found, named[0], changes=self._changes(question, named[0]))], named)
        tries: list[Callable[[], tuple[list[str], list[Row]] | None]] = []
        if len(named) > 1:
            tries.append(lambda: self._several(question, found, named))
        elif len(named) == 1 and not (extremes and len(self._finder.wholes(question)) == len(question.subjects) and _choice(folded)):
            tries.append(lambda: self._one(question, found, named[0]))
        elif extremes and not named:
            tries.append(lambda: self._extreme(question, found))
        elif not named and (ALL.search(folded) or question.kind == "list") and self._asks_for_parts(question, found):
            tries.append(lambda: self._all(question, found, count))
        for attempt in tries:
            told = attempt()
            if told and qw.asks_before(folded) and not question.aspect and len(told[1]) < len(rows):
                before = self._before(told[1])
                return self._said(question, found, [*told[0], *before], told[1]) if before else None  # half of what was asked
            if told:
                return self._said(question, found, *told)
        return None

    @staticmethod
    def _in_words(question: Question, rows: Sequence[Row]) -> bool:
        """Whether the question itself says a label, rather than the one before it."""
        return any(f in question.folded for r in rows for f in (fold(r.label), *name_in(fold(r.label))))

    @staticmethod
    def _is_ranking(found: Found) -> bool:
        """Whether the parts are told as ranked."""
        told = fold(found.sentences[found.told.sentence].text)
        return (bool(found.told.unit) or any(r.of_market for r in found.told.rows)) and bool(_RANKS.search(told))

    def _asks_for_parts(self, question: Question, found: Found) -> bool:
        """Whether a list is one of parts: the question asks for the measure of each, or for what kind they are where all else is said."""
        if question.measures or (TOP.search(question.folded) and self._is_ranking(found)):
            return True
        near = [s.id for s in found.at(found.told.rows)]
        topics = {t for s in found.at(found.told.rows)[:1] for t in s.topics}
        if not all(set(g) & topics for g in question.subjects) and not self._finder.alone(found):
            return False
        beside = [n for n in question.needs if not n.verbal]
        kinds = any(generic(n) for n in question.needs) or bool(re.search(KINDS, question.folded))
        firms = _FIRMS.search(question.folded) and not self._finder.of_firms(found)
        spent = _SPENT.search(question.folded) and not any(_SPENT.search(fold(s.text)) for s in found.at(found.told.rows))
        return kinds and not firms and not spent and all(any(self.evidence.library.search.holds(n, i) >= _HELD for i in near) for n in beside)

    def _one(self, question: Question, found: Found, row: Row) -> tuple[list[str], list[Row]] | None:
        """The value, share or change of one part."""
        asks_share = self._asks_share(question)
        if row.before and _SINCE.search(question.folded) and (apart := self._since(row)):
            return [self._line(found, row, changes={}), apart], [row]
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
        if row.value is None and not (row.share and set(question.measures) <= {"market-rank", *MARKET_SHARE}):
            return None
        if row.value is None and question.aspect:
            return None
        line = self._line(found, row, changes=self._changes(replace(question, aspect=""), row))
        if asks_share and row.share is None:
            extra = self._share(found, row)
            return ([line, extra], [row]) if extra else None
        return [line], [row]

    def _since(self, row: Row) -> str:
        """By how much a part's share or value is more or less than it was before; "" where either is no exact figure."""
        now, then = row.value or row.share, row.before
        ends = [arithmetic.ends(q) for q in (now, then) if q]
        if now is None or then is None or None in ends or any(e and e[0] != e[1] for e in ends):
            return ""
        (a, _), (b, _) = (e for e in ends if e)
        gap = _quantity(arithmetic.to_step(abs(a - b), [now, then]), "pp" if now.unit == "%" else now.unit)
        more, less = (now, then) if a > b else (then, now)
        words, lang = self.evidence.words, self.evidence.lang
        return figures.spaced(f"{words.difference.format(value=figures.computed(gap, lang))} (= {figures.show(more, lang)} − {figures.show(less, lang)})") + words.stop

    def _before(self, rows: Sequence[Row]) -> list[str]:
        """What the figure of each part was before; none where that is not told of every one."""
        words, lang = self.evidence.words, self.evidence.lang
        pairs = [(r.before, r.value or r.share) for r in rows]
        told = [words.moved.format(before=figures.show(b, lang), after=figures.show(now, lang)) for b, now in pairs if b and now]
        alone = len(rows) == 1
        return [figures.spaced(t if alone else f"{self._label(r)}{words.colon}{t}") + words.stop for r, t in zip(rows, told, strict=False)] if len(told) == len(rows) else []

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
        least = question.extreme == "min" and not FASTEST.search(folded)
        fallen = [r for r in rows if r.before and self._size(r) < ((r.before.lo or Decimal(0)) + (r.before.hi or Decimal(0))) / 2]
        if ONLY_FALL.search(folded) and not DROPPED.search(folded) and all(r.before and not r.changes for r in rows) and fallen:
            return [f"{self._label(r)}{self.evidence.words.colon}{self._before([r])[0]}" for r in fallen], fallen
        if ONLY_FALL.search(folded) and not DROPPED.search(folded):
            fell = [r for r in rows if (m := _moved(self._changes(question, r))) is not None and m < 0]
            return ([self._line(found, r, changes=self._changes(question, r), value=False) for r in fell], fell) if len(fell) == 1 else None
        if FASTEST.search(folded) or DROPPED.search(folded) or (question.aspect and not question.aspect.startswith("narrow")):
            down = bool(DROPPED.search(folded)) or (question.aspect == "decline" and not FASTEST.search(folded))
            known = [(r, m) for r in rows if (m := _moved(self._changes(question, r))) is not None]
            if down or least:  # what fell did not grow least
                known = [(r, m) for r, m in known if (m < 0) == down]
            need = 1 if down else 2
            if len(known) < need:
                return None
            ordered = sorted(known, key=lambda x: x[1], reverse=not (down or least))
            if len(ordered) > 1 and ordered[0][1] == ordered[1][1]:
                return None
            top = ordered[0][0]
            kind = "fell" if down else "slowed" if least else "grew"
            return self._top(found, kind, top, ordered[1][0] if len(ordered) > 1 else None, len(ordered), lambda r: self._changed(self._changes(question, r))), [x[0] for x in ordered[:2]]
        if self._asks_rate(question) or self._asks_quality(question, found):
            return None
        valued = [r for r in rows if r.value or (r.share and not found.told.unit)]
        if len(valued) < len(rows) or not self._is_whole(found):
            return None
        if any(v.lo is None or v.hi is None for r in rows if (v := r.value or r.share)):
            return None
        ordered_rows = self._ranked(rows)[::-1] if least else self._ranked(rows)
        if not (least or MOST.search(folded) or question.extreme == "max"):
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
    def _asks_quality(question: Question, found: Found) -> bool:
        """Whether the most of something is asked for that is not said where the parts are told: the most punctual."""
        asked = {m["quality"] for m in _QUALITY.finditer(question.folded)}
        told = {stem(w) for _, _, w in words(fold(found.sentences[found.told.sentence].text))}
        return any(stem(w) not in told for w in asked) and not any(w in n.surface for w in asked for n in question.needs if n.light)

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
            wanted = NUMBERS.get(count[1] or count[2]) or int(count[1] or count[2])
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
        return (question.wants == "ratio" and not question.aspect) or any(m in MARKET_SHARE for m in question.measures) or bool(SHARE.search(question.folded) and WHOLE.search(question.folded))

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


def _choice(folded: str) -> bool:
    return bool(qw.WHICH.search(folded))


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
