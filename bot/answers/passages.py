"""Passages: the one to three sentences that say it, for everything that is no figure of ours.

A sentence may speak only when it is about the subject asked for and covers what was asked: its rare words
above all. When it does not, that is what the refusal names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import soft
from bot.evidence import Evidence
from bot.question import Question
from kb import periods, quantities
from kb.rows import StoredSentence
from kb.search import Scored
from kb.text import fold

_CAUSE = re.compile(r"因|由于|得益|受益|受惠|源于|来自|原因|缘于|所致|才能|在于|为了|以免|避免|本质|倒逼|带动|推动|\b(?:because|due to|driven|thanks to|owing|as a result|since|so that|to avoid|reason|benefit|by|so)\b")
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour".split())
_MOST = 330  # characters of quotation in one answer; Latin letters count half
_NEAR_COPY = 78.0  # rapidfuzz ratio above which two sentences say the same


@dataclass(frozen=True, slots=True)
class Bar:
    """How much a sentence must cover before it may speak, 0..1."""

    coverage: float
    second: float  # a further sentence's score, as a share of the first's


_BARS = {
    "list": Bar(0.55, 0.72),
    "passage": Bar(0.5, 0.8),
    "timeline": Bar(0.4, 0.4),
    "fact": Bar(0.62, 0.86),
    "compare": Bar(0.55, 0.8),
}


class Passages:
    """Finds and quotes sentences for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence

    # ------------------------------------------------------------ finding
    def ranked(self, question: Question, limit: int = 24) -> list[Scored]:
        """Return the sentences that fit, those with the kind of answer asked for first."""
        needs = [n for n in question.needs if not (question.kind == "compare" and qw.COMPARE.search(n.surface))]
        found = self.evidence.library.search.rank(needs, question.subjects, self.evidence.visible, limit)
        wanted = [self._typed(s, question) for s in found if s.about and self._timely(s, question)]
        return sorted((s for s in wanted if s), key=lambda s: (-s.score, s.sentence.id))

    def _timely(self, scored: Scored, question: Question) -> bool:
        """A year asked for must be said in the sentence, or in what leads up to it."""
        if not question.periods:
            return True
        text = fold(scored.sentence.text + scored.sentence.heading)
        if all(p.start[:4] in text for p in question.periods if p.start[:4].isdigit()):
            return True
        said = [m.period for m in periods.find(scored.sentence.text) if m.period.start[:4].isdigit()]
        if said:
            return False
        before = self.evidence.library.search.neighbour(scored.sentence, -1)
        return bool(before and all(p.start[:4] in fold(before.text) for p in question.periods if p.start[:4].isdigit()))

    def _typed(self, scored: Scored, question: Question) -> Scored | None:
        """Lift a sentence that holds the kind of thing asked for; drop one that cannot answer."""
        text, wants = scored.sentence.text, question.wants
        if wants == "date":
            dated = any(m.period.kind != "relative" for m in periods.find(text))
            return _lift(scored, 1.5) if dated else None
        if wants in ("amount", "ratio", "duration", "age"):
            found = quantities.find(text)
            if wants == "duration":
                found = [q for q in found if q.unit in _DURATIONS]
            if wants == "age":
                found = [q for q in found if q.unit in ("歲", "年")]
            if wants == "ratio":
                found = [q for q in found if q.unit in ("%", "pp", "x", "bp")]
            return _lift(scored, 1.0) if found else None
        if wants == "reason":
            return _lift(scored, 2.0) if _CAUSE.search(fold(text)) else scored
        if wants == "person":
            entities = self.evidence.library.names.entities
            people = [m for m in scored.sentence.mentions if entities[m.entity].kind == "person"]
            return _lift(scored, 1.5) if people else scored
        return scored

    # ------------------------------------------------------------ choosing
    def choose(self, question: Question, found: Sequence[Scored]) -> list[Scored]:
        """Return the sentences that may speak: the best, and those that add to it."""
        bar = _BARS.get(question.kind, _BARS["fact"])
        good = [s for s in found if s.coverage >= self._bar(question, bar) and not self._lacks(s, question)]
        if not good:
            return []
        best = good[0]
        chosen, size = [best], _size(best.sentence.text)
        for other in good[1:]:
            if len(chosen) >= (5 if question.kind in ("list", "timeline") else 3):
                break
            adds = set(n.surface for n in best.missing) - set(n.surface for n in other.missing)
            if other.score < bar.second * best.score and not adds:
                continue
            if any(fuzz.ratio(other.sentence.text, c.sentence.text) > _NEAR_COPY for c in chosen):
                continue
            if size + _size(other.sentence.text) > _MOST:
                continue
            chosen.append(other)
            size += _size(other.sentence.text)
        return chosen

    def _bar(self, question: Question, bar: Bar) -> float:
        return bar.coverage

    def _lacks(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence misses what must not be missed: the measure, or the rarest thing asked for."""
        if not scored.missing:
            return False
        search = self.evidence.library.search
        weights = {n.surface: search.weight(n) for n in question.needs}
        heaviest = max(weights.values(), default=0.0)
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        for need in scored.missing:
            if need.key:
                return True
            if any(set(o) & measured for o in need.options) and not soft(need):
                return True
            if weights.get(need.surface, 0) >= 0.95 * heaviest and len(question.needs) > 1 and question.kind != "passage":
                return True
        return False

    # ------------------------------------------------------------ telling
    def answer(self, question: Question) -> Answer | None:
        """Answer with quoted sentences, or return None when nothing may speak."""
        if not question.needs and not question.subjects:
            return None
        chosen = self.choose(question, self.ranked(question))
        if not chosen:
            return None
        return self.quote(question.kind, [c.sentence for c in chosen])

    def quote(self, kind: str, sentences: Sequence[StoredSentence], lead: Sequence[str] = ()) -> Answer:
        """Return an answer made of sentences, in the asker's script; in another language, set apart."""
        evidence = self.evidence
        foreign = [s for s in sentences if evidence.foreign(s.text)]
        own = [evidence.quote(s.text) for s in sentences if s not in foreign]
        lines = [*lead, *own]
        if foreign:
            lines.append(evidence.words.quote_lead)
        kind = kind if kind in ("list", "person", "definition", "timeline", "compare", "conflict") else "passage"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign),
            sources=evidence.sources(list(sentences)),
        )


def _size(text: str) -> int:
    wide = sum(1 for c in text if ord(c) > 0x2E80)
    return wide + (len(text) - wide) // 2


def _lift(scored: Scored, by: float) -> Scored:
    return Scored(scored.sentence, scored.score + by, scored.coverage, scored.missing, scored.about)
