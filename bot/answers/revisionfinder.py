"""Which revision a question means: the one move whose words name all that the question names.

Two that fit as well tell nothing, unless one went on from the other. What only time changed is left to those that know
years and quarters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.answers.told import Told, read
from bot.disagreement import MOVED, compatible, printed_alike
from bot.moves import Move, is_header, moves
from bot.question import Question
from bot.revisionasked import AIM, Asked, only_asks
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Period, Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money

_HELD = 0.5
_TWO = 2
_OWN = 1.5  # what a need scores that the clause of a move says itself, less what is taken off
_RATE = lazy.compile(r"增[速幅]|[增成]长率|百分|率|%|\b(?:growth|rate|per ?cent\w*|percentage|margin|ratio)\b")
_WITH_IT = 1.0  # the same of a date, whose clause often says only that it was due
_COUNTS = lazy.compile(r"\bhow many (?:more |fewer )?([a-z]{3,})\b|(?:多少|几)万?([台套辆人吨家颗片架艘座件张盒瓶户名])")
_BEFORE = 2  # sentences before one in its paragraph that may say whose it is
_PUBLISHED = lazy.compile(r"\b(?:report|publish|announc|disclos|releas|stat|fil|forecast|predict|guid|expect|put out|sa[iy]|g[ia]ve)\w*\b|公[布告]|披露|申报|发布|宣布|把|将|预[计估测期]")
_KINDS_OF_TIME = ("year", "half", "quarter", "nine-months")
_DECIDES = lazy.compile(r"提高|上调|下调|调[高低]|追加|砍|原[先本来定订计]|预算|\b(?:cut|rais\w+|lift\w*|lower\w*|reduc\w+|trim\w*|planned|original\w*|budget\w*|estimat\w*)\b")


class Revision(NamedTuple):
    """A move of an article, with the sentences that tell it: its own, and the line above a list that says what brackets hold."""

    move: Move
    sentences: tuple[StoredSentence, ...]
    across: bool = False  # two articles tell it, each its own figure

    @property
    def sentence(self) -> StoredSentence:
        """The sentence that it stands in."""
        return self.sentences[-1]


class RevisionFinder:
    """Finds, for one asker, the revision that a question means."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence
        self._search = told.evidence.library.search

    def meant(self, question: Question, want: Asked, when: str) -> Revision | None:
        """Return the one revision that is meant, None where none plainly is; `when` is the month it was published in, "" for any."""
        needs = [n for n in question.needs if not self._only_asks(n, question)]
        scored: list[tuple[float, Revision]] = []
        for found in self.revisions(question):
            if (score := self._fits(question, found, needs, want, when)) > 0:
                scored.append((score, found))
        if not scored:
            return self._across(question, needs) if (want.old or want.by) and not want.end and not when else None
        most = max(s for s, _ in scored)
        best = list({(f.move.old.raw, f.move.new.raw): f for s, f in scored if s == most}.values())
        return best[0] if len(best) == 1 else self._last_of(best, want)

    def _last_of(self, found: Sequence[Revision], want: Asked) -> Revision | None:
        """Of what was revised twice the later, or the first where it is asked what it was at first; None of two different things."""
        articles = self._evidence.library.articles
        line = sorted(found, key=lambda f: articles[f.sentence.article_id].published or "")
        for a, b in pairwise(line):
            before, after = a.move.new, b.move.old
            same = isinstance(before, Quantity) and isinstance(after, Quantity) and (before.lo, before.hi, before.unit) == (after.lo, after.hi, after.unit)
            if not same and before.raw != after.raw:
                return None
        return line[0] if want.old and not want.new and not want.by else line[-1]

    def _across(self, question: Question, needs: Sequence[Need]) -> Revision | None:
        """What one article tells and a later one otherwise, of the same measure and period, where it says that it was revised or both only expect it."""
        if len(question.subjects) != 1 or len(question.measures) != 1 or question.aspect or any(not self._measured(n) for n in needs):
            return None
        articles = self._evidence.library.articles
        facts = [f for f in self._evidence.every_fact(question.subjects[0], question.measures[0]) if f.aspect == "value" and f.period and articles[f.article_id].published]
        asked_for = [p for p in question.periods if p.kind in _KINDS_OF_TIME]
        kept = [f for f in facts if f.period and f.period.kind in _KINDS_OF_TIME and all(compatible(f.period, p) and f.period.kind == p.kind for p in asked_for)]
        forecast = bool(AIM.search(question.folded))
        told = sorted((f for f in kept if (f.basis == "forecast") == forecast), key=lambda f: articles[f.article_id].published or "")
        if len({(f.period.start, f.period.end) for f in told if f.period}) != 1 or len({f.quantity.raw for f in told}) != _TWO or told[0].quantity.raw == told[-1].quantity.raw:
            return None
        old, new = told[0], told[-1]
        sentences = (self._evidence.sentence(old), self._evidence.sentence(new))
        if old.quantity.unit != new.quantity.unit or printed_alike(old.quantity, new.quantity) or old.article_id == new.article_id or not (forecast or MOVED.search(fold(sentences[1].text))):
            return None
        return Revision(Move(old.quantity, new.quantity, "", "", "revised"), sentences, across=True)

    def revisions(self, question: Question) -> Iterator[Revision]:
        """Give the moves of the articles that speak of what is asked."""
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
        move = found.move
        if not self._of_sort(question, move, want) or not self._of_subjects(question, found.sentence) or not self._of_time(question, found, when):
            return 0
        score = self._said(needs, found)
        counted, aims = self._counted(question, move), bool(AIM.search(question.folded))
        if score < (_WITH_IT if move.dated else _OWN) if needs else not (counted or aims):
            return 0  # what is asked for its own clause must say; with nothing said, that it was expected, or in what it is counted
        if aims != bool(AIM.search(move.around)):
            score -= 0.5 if not aims or when else 1
        return score + counted if needs else 1.0

    @staticmethod
    def _of_sort(question: Question, move: Move, want: Asked) -> bool:
        """Whether a move is of dates or of figures, of a range or of a rate, as the question wants it, and revised, where it must be."""
        by_time = want.by and (all(p.start[:4] in move.around for p in question.periods) or _DECIDES.search(question.folded))
        if move.way == "aged" or (move.way == "grew" and not (by_time or want.old)):
            return False
        if move.dated:
            return question.wants in ("date", "duration") or (want.by and not question.wants)
        if question.wants in ("date", "duration") or (_RATE.search(move.label) and not _RATE.search(question.folded)):
            return False  # how fast it grew is not how much it is
        pair = move.quantities
        if question.wants == "ratio" and not want.by and (pair is None or not all(is_change(q.unit) for q in pair)):
            return False  # what share it was is no price
        return not want.end or (pair is not None and all(q.lo != q.hi for q in pair))

    def _said(self, needs: Sequence[Need], found: Revision) -> float:
        """How much of what is asked a move says: in its own clause, with it or near it; 0 where something is said nowhere."""
        names, move = self._evidence.library.names, found.move
        words, around = set(tokens(move.label, names)), set(tokens(move.around, names))
        told_as = self._measures(found)
        score = 0.0
        for need in needs:
            if self._says(need, words, move.label) or any(told_as & set(o) for o in need.options):
                score += 2
            elif self._says(need, around, move.around):
                score += 1
            elif self._measured(need) and self._by_its_unit(need, found):
                score += 2
            elif not self._measured(need) and self._said_near(need, found):
                score += 0.1
            else:
                return 0
        return score

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
    def published(question: Question) -> str:
        """Return the month that a question says something was published in: 4月公布的, "published in April"; "" where it says none."""
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
