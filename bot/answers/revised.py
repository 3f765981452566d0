"""What was revised: its old figure or date, its new one, by how much it was raised, cut or put off, and both side by side.

The one move is taken (`bot.moves`) whose words name all that the question names; two that fit as well tell nothing,
unless one went on from the other. What only time changed is left to those that know years and quarters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.fromto import grown
from bot.answers.told import Told, read
from bot.disagreement import compatible
from bot.moves import Move, Value, When, is_header, moves
from bot.question import Question
from bot.revisionasked import AIM, Asked, asked, only_asks
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_HELD = 0.5
_OWN = 1.5  # what a need scores that the clause of a move says itself, less what is taken off
_RATE = lazy.compile(r"增[速幅]|[增成]长率|百分|率|%|\b(?:growth|rate|per ?cent\w*|percentage|margin|ratio)\b")
_COUNTS = lazy.compile(r"\bhow many (?:more |fewer )?([a-z]{3,})\b|(?:多少|几)万?([台套辆人吨家颗片架艘座件张盒瓶户名])")
_BEFORE = 2  # sentences before one in its paragraph that may say whose it is
_PUT_OUT = lazy.compile(r"(?:\d{1,2}[日号])?[^,?]{0,4}?(?:最早|最初|首次|所)?(?:公[布告]|披露|申报|发布|把|将|宣布)|(?:,? \d{1,2})?\??$")
_PUBLISHED = lazy.compile(r"\b(?:report|publish|announc|disclos|releas|stat|fil|forecast|predict|guid|expect|put out|sa[iy]|g[ia]ve)\w*\b|公[布告]|披露|申报|发布|宣布|把|将|预[计估测期]")
_KINDS_OF_TIME = ("year", "half", "quarter", "nine-months")
_MONTHS = 12
_DECIDES = lazy.compile(r"提高|上调|下调|调[高低]|追加|砍|原[先本来定订计]|预算|\b(?:cut|rais\w+|lift\w*|lower\w*|reduc\w+|trim\w*|planned|original\w*|budget\w*|estimat\w*)\b")


@dataclass(frozen=True, slots=True)
class Revision:
    """A move of an article, with the sentences that tell it: its own, and the line above a list that says what brackets hold."""

    move: Move
    sentences: tuple[StoredSentence, ...]

    @property
    def sentence(self) -> StoredSentence:
        """The sentence that it stands in."""
        return self.sentences[-1]


class Revised:
    """Tells what became of figures and dates that were revised, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence
        self._search = told.evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with the revision that is meant; None where none is asked for, or no one is plainly meant."""
        want = asked(question.folded)
        when = self._published(question)
        if not (want or when) or question.wants in ("reason", "person", "place", "age") or question.kind in ("person", "timeline"):
            return None
        if (question.kind == "definition" and not want.old) or (question.kind == "superlative" and not (want.old and question.extreme == "first")):
            return None  # "first reported" asks for no first of several
        found = self._meant(question, want, when)
        if found is None:
            return None
        move = found.move
        lines = self._by(question, want, move) if want.by else []
        if want.by and not lines:
            return None
        if not want.by or want.both or want.old:
            shown = [self._shown(v) for v in (move.old, move.new)]
            lines = [*lines, figures.spaced(self._evidence.words.revised.format(before=shown[0], after=shown[1])) + self._evidence.words.stop]
        return self._said(lines, found, "derived" if want.by else "fact")

    def _said(self, lines: Sequence[str], found: Revision, kind: str) -> Answer:
        evidence = self._evidence
        quoted = [found.sentence]
        own = [evidence.quote(s.text) for s in quoted if not evidence.foreign(s.text)]
        foreign = tuple(evidence.quote(s.text) for s in quoted if evidence.foreign(s.text))
        return Answer(True, evidence.lang, kind, (*lines, *own), quotes=foreign, sources=evidence.sources(quoted))

    def _shown(self, value: Value) -> str:
        if isinstance(value, Quantity):
            return figures.show(value, self._evidence.lang) if value.raw else figures.computed(value, self._evidence.lang)
        chinese = not value.raw.isascii()
        if chinese == (self._evidence.lang != "en"):
            return self._evidence.quote(value.raw)
        told = periods.find(value.raw if chinese else f"in {value.raw}")
        return figures.period(told[0].period, self._evidence.lang) if told and told[0].period.kind != "relative" else value.raw

    # ------------------------------------------------------------ by how much
    def _by(self, question: Question, want: Asked, move: Move) -> list[str]:
        """The difference in words: of figures, of the end of a range that is asked for or of both ends, in months of dates."""
        evidence = self._evidence
        pair = move.quantities
        if pair is None:
            return self._months(move)
        old, new = pair
        if want.percent and new.unit not in ("%", "pp"):
            line = grown(evidence, old, new)
            return [line] if line else []
        if old.lo is None or new.lo is None or old.qualifier in ("over", "under", "at-least"):
            return []
        if old.lo == old.hi and new.lo == new.hi:
            line = apart(evidence, old, new) if old.raw else self._apart(old.lo, new.lo, new.unit)
            return [line] if line else []
        if want.end:
            return self._ends(old, new, (want.end,))
        return [] if old.lo == old.hi or new.lo == new.hi else self._ends(old, new, ("low", "high"))  # how far a figure is from a range is two answers

    def _ends(self, old: Quantity, new: Quantity, ends: Sequence[str]) -> list[str]:
        """How far the ends of a range moved; what a range ends at is a round number, and exact."""
        values = [[q.lo if end == "low" else q.hi for q in (old, new)] for end in ends]
        return list(dict.fromkeys(self._apart(a, b, new.unit) for a, b in values if a is not None and b is not None and a != b))

    def _apart(self, one: Decimal, other: Decimal, unit: str) -> str:
        words, lang = self._evidence.words, self._evidence.lang
        gap = abs(one - other)
        value = figures.computed(arithmetic.quantity((gap, gap), "pp" if unit == "%" else unit), lang)
        more, less = (figures.computed(arithmetic.quantity((v, v), unit), lang) for v in (max(one, other), min(one, other)))
        return figures.spaced(f"{words.difference.format(value=value)} (= {more} − {less})") + words.stop

    def _months(self, move: Move) -> list[str]:
        """By how many months a date moved, where both are told to the month and the year of the one follows from the other."""
        if not isinstance(move.old, When) or not isinstance(move.new, When):
            return []
        words, lang = self._evidence.words, self._evidence.lang
        years = [_ONLY_YEAR.fullmatch(v.raw) for v in (move.old, move.new)]
        if years[0] and years[1]:
            gap = abs(int(years[1][1]) - int(years[0][1]))
            return [figures.spaced(words.difference.format(value=f"{gap} years" if lang == "en" else f"{gap}年")) + words.stop]
        one, other = (_month(v.raw) for v in (move.old, move.new))
        if not one or not other or not one[1] or not other[1] or (one[2] != other[2]):
            return []
        years = (other[0] or one[0] or 0) - (one[0] or 0) if one[0] else (0 if other[1] > one[1] and other[0] is None else 1)
        gap = years * _MONTHS + other[1] - one[1]
        if not gap or abs(gap) > 10 * _MONTHS:
            return []
        value = f"{abs(gap)} month{'s' if abs(gap) > 1 else ''}" if lang == "en" else self._evidence.quote(f"{abs(gap)}個月")
        return [figures.spaced(words.difference.format(value=value)) + words.stop]

    # ------------------------------------------------------------ which revision
    def _meant(self, question: Question, want: Asked, when: str) -> Revision | None:
        needs = [n for n in question.needs if not self._only_asks(n, question)]
        scored: list[tuple[float, Revision]] = []
        for found in self.revisions(question):
            if (score := self._fits(question, found, needs, want, when)) > 0:
                scored.append((score, found))
        if not scored:
            return None
        most = max(s for s, _ in scored)
        best = list({(f.move.old.raw, f.move.new.raw): f for s, f in scored if s == most}.values())
        return best[0] if len(best) == 1 else self._last_of(best, want)

    def _last_of(self, found: Sequence[Revision], want: Asked) -> Revision | None:
        """Of what was revised twice the later, or the first where it is asked what it was at first; None of two different things."""
        articles = self._evidence.library.articles
        line = sorted(found, key=lambda f: articles[f.sentence.article_id].published or "")
        for a, b in zip(line, line[1:], strict=False):
            before, after = a.move.new, b.move.old
            same = isinstance(before, Quantity) and isinstance(after, Quantity) and (before.lo, before.hi, before.unit) == (after.lo, after.hi, after.unit)
            if not same and before.raw != after.raw:
                return None
        return line[0] if want.old and not want.new and not want.by else line[-1]

    def revisions(self, question: Question) -> Iterator[Revision]:
        """The moves of the articles that speak of what is asked."""
        header: StoredSentence | None = None
        for sentence in sorted(self._told.articles(question), key=lambda s: (s.article_id, s.n)):
            if header and header.article_id != sentence.article_id:
                header = None
            bracketed = header is not None
            told = moves(sentence.text, bracketed)
            if header is not None and "(" not in fold(sentence.text):
                header = None  # the list is over
            for move in told:
                yield Revision(move, (header, sentence) if header else (sentence,))
            if is_header(sentence.text):
                header = sentence

    def _fits(self, question: Question, found: Revision, needs: Sequence[Need], want: Asked, when: str) -> float:
        """How well a revision fits a question, 0 where it may not be meant."""
        move, sentence = found.move, found.sentence
        if move.way == "aged" or (move.way == "grew" and not (want.by and (not question.periods or _DECIDES.search(question.folded))) and not want.old):
            return 0
        if move.dated != (question.wants in ("date", "duration")) and not (move.dated and want.by and not question.wants):
            return 0
        if not self._of_subjects(question, sentence) or not self._of_time(question, found, when):
            return 0
        names = self._evidence.library.names
        words, around = set(tokens(move.label, names)), set(tokens(move.around, names))
        score = 0.0
        told_as = self._measures(found)
        for need in needs:
            if self._says(need, words, move.label) or any(told_as & set(o) for o in need.options):
                score += 2
            elif self._says(need, around, move.around):
                score += 1
            elif self._measured(need):
                if not self._by_its_unit(need, found):
                    return 0
                score += 2
            elif not self._said_near(need, found):
                return 0
            else:
                score += 0.1
        if score < _OWN if needs else not (self._counted(question, move) or AIM.search(question.folded)):
            return 0  # what is asked for its own clause must say; with nothing said, that it was expected, or in what it is counted
        if not move.dated and _RATE.search(move.label) and not _RATE.search(question.folded):
            return 0  # how fast it grew is not how much it is
        if want.end and (pair := move.quantities) and (pair[0].lo == pair[0].hi or pair[1].lo == pair[1].hi):
            return 0
        score += self._counted(question, move)
        aims = bool(AIM.search(question.folded))
        if aims != bool(AIM.search(move.around)):
            score -= 0.5 if not aims or when else 1
        return score if needs else 1.0

    def _measures(self, found: Revision) -> set[str]:
        """The measures that the figures of a move are facts of."""
        pair = found.move.quantities
        facts = self._evidence.library.archive.facts(sentence=found.sentence.id) if pair else ()
        return {f"m_{f.measure.replace('-', '_')}" for f in facts if pair and f.quantity.raw in (pair[0].raw, pair[1].raw)}

    @staticmethod
    def _measured(need: Need) -> bool:
        return any(t.startswith("m_") for o in need.options for t in o)

    def _by_its_unit(self, need: Need, found: Revision) -> bool:
        """Whether a move that names no measure is of one that its article tells in the same unit: 3.42 million TEU."""
        pair, names = found.move.quantities, self._evidence.library.names
        if pair is None or not pair[1].unit or is_money(pair[1].unit) or is_change(pair[1].unit) or any(w.startswith("m_") for w in tokens(found.move.label, names)):
            return False
        article = self._evidence.library.archive.sentences_of_article(found.sentence.article_id)
        told = [f for s in article for f in read(s) if f.quantity.unit == pair[1].unit and f.quantity.raw not in (pair[0].raw, pair[1].raw)]
        return any(self._says(need, set(tokens(f.own, names)), f.own) for f in told)

    @staticmethod
    def _counted(question: Question, move: Move) -> int:
        """Whether a move is counted in what a question counts: "how many tonnes", 多少套."""
        asked_in = _COUNTS.search(question.folded)
        unit = (asked_in[1] or asked_in[2]) if asked_in else ""
        return int(bool(unit) and move.quantities is not None and unit.rstrip("s") in fold(move.new.raw))

    def _only_asks(self, need: Need, question: Question) -> bool:
        said = need.surface
        if need.light or only_asks(said):
            return True
        return not self._measured(need) and (soft(need) or (need.key and any(said in fold(p.raw) for p in question.periods)))

    def _says(self, need: Need, words: set[str], label: str) -> bool:
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)

    def _said_near(self, need: Need, found: Revision) -> bool:
        """Whether a need is said by the sentence, the line above its list, what it stands under or right before it."""
        if any(self._search.holds(need, s.id) >= _HELD for s in found.sentences):
            return True
        title = self._evidence.library.articles[found.sentence.article_id].title
        if self._search.heading_holds(need, title) or self._search.heading_holds(need, found.sentence.heading):
            return True
        near = (self._search.neighbour(found.sentence, -step) for step in range(1, _BEFORE + 1))
        return any(s is not None and s.paragraph == found.sentence.paragraph and self._search.holds(need, s.id) >= _HELD for s in near)

    def _of_subjects(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence is about all that is asked about, and no other company."""
        if self._told.another(question, sentence):
            return False
        about = {m.entity for m in sentence.mentions} | set(sentence.topics) | set(self._evidence.library.mains.of(sentence.article_id))
        return all(about & set(g) for g in question.subjects)

    # ------------------------------------------------------------ of when
    @staticmethod
    def _published(question: Question) -> str:
        """The month that a question says something was published in: 4月公布的, "published in April"; "" where it says none."""
        if len(question.statement.published) == 1:
            return question.statement.published[0][-2:]
        found = [p for p in question.periods if p.kind in ("month", "day")] if _PUBLISHED.search(question.folded) else []
        return found[0].start[-5:-3] if len(found) == 1 else ""

    def _of_time(self, question: Question, found: Revision, when: str) -> bool:
        """Whether a revision is of the period asked for, and was made, or its old figure told, when the question says."""
        told = [m.period for m in self._periods(found.sentence, found.move.around)]
        head = [m.period for s in found.sentences[:-1] for m in self._periods(s, fold(s.text))]
        for asked_for in (p for p in question.periods if p.kind in _KINDS_OF_TIME):
            same_kind = [p for p in (told or head) if p.kind == asked_for.kind]
            other = [p for p in told if p.kind in _KINDS_OF_TIME and p.kind != asked_for.kind]
            if same_kind and not any(compatible(p, asked_for) for p in same_kind):
                return False
            if other and not same_kind:
                return False
        if not when:
            return True
        published = self._evidence.library.articles[found.sentence.article_id].published or ""
        return published[5:7] == when or any(p.kind in ("month", "day") and p.start[-5:-3] == when for p in (*told, *head, *self._all(found)))

    def _all(self, found: Revision) -> list[Period]:
        return [m.period for m in periods.find(found.sentence.text)]

    @staticmethod
    def _periods(sentence: StoredSentence, folded: str) -> list[periods.PeriodMention]:
        """The times in the words of a move."""
        whole = fold(sentence.text)
        return [m for m in periods.find(sentence.text) if whole[m.start : m.end] in folded]


_MONTH_ZH = lazy.compile(r"(?:(?P<year>20\d\d) ?年|(?P<next>明年|今年))?(?P<month>\d{1,2}) ?月|(?:(?P<qyear>20\d\d) ?年|(?P<qnext>明年|今年))?第?(?P<quarter>[一二三四1-4])季")
_MONTH_EN = lazy.compile(r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*(?:[^\d]*(?P<year>20\d\d)| (?P<next>next|this) year)?|(?P<quarter>first|second|third|fourth) quarter(?:[^\d]*(?P<qyear>20\d\d)| (?:of )?(?P<qnext>next|this) year)?")
_ONLY_YEAR = lazy.compile(r"(20\d\d) ?年?")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NTH = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}


def _month(raw: str) -> tuple[int | None, int, bool] | None:
    """The year of a date as printed (0 for this one, 1 for next), its month, and whether that is of a quarter."""
    folded = fold(raw)
    m = _MONTH_ZH.search(folded) or _MONTH_EN.search(folded)
    if m is None:
        return None
    told = m.groupdict()
    year = told.get("year") or told.get("qyear")
    word = told.get("next") or told.get("qnext") or ""
    relative = 1 if word in ("明年", "next") else 0 if word in ("今年", "this") else None
    when = int(year) if year else relative
    if told.get("quarter"):
        return when, _NTH[told["quarter"]] * 3, True
    month = int(told["month"]) if told.get("month") else _NAMES.index(told["name"]) + 1
    return when, month, False
