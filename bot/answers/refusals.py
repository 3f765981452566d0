"""Refusals: what is missing is named, and the nearest thing that is there is offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.unfound import unfound
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb.model import Period
from kb.search import Need

_LOOKED_AT = 200


class Refusals:
    """Says plainly that something is not in the articles."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Offer what `finder` finds."""
        self.evidence = evidence
        self._figures = finder

    def ambiguous(self, question: Question) -> Answer | None:
        """Ask back when a name may be several companies the archive knows."""
        for ids in question.subjects:
            known = [i for i in ids if i in self.evidence.library.known]
            if len(known) > 1:
                names = [self.evidence.name(i) for i in known]
                span = next((s for s in self.evidence.library.names.find(question.folded) if s.ids == ids), None)
                name = question.folded[span.start : span.end] if span else names[0]
                words = self.evidence.words
                either = " or " if self.evidence.lang == "en" else "或"
                text = words.ambiguous.format(name=self.evidence.quote(name), choices=either.join(names))
                return Answer(
                    False,
                    self.evidence.lang,
                    "clarify",
                    (text,),
                    suggestions=tuple(question.text.replace(name, n) if name in question.text else n for n in names),
                    gap="ambiguous name",
                )
        return None

    def unknown_subject(self, question: Question) -> Answer | None:
        """Refuse when a company or person is asked about of whom the archive says nothing."""
        missing = [g for g in question.subjects if not any(i in self.evidence.library.known for i in g)]
        if question.unknown and not question.subjects:
            names = joined(self.evidence.words, [self.evidence.quote(n) for n in question.unknown])
            return self._no(self.evidence.words.missing_subject.format(subject=names), "unknown subject")
        kinds = {self.evidence.library.names.entities[i].kind for g in missing for i in g}
        if not missing or kinds <= {"place", "product", "concept"}:
            return None
        names = joined(self.evidence.words, [self.evidence.name(g[0]) for g in missing])
        return self._no(self.evidence.words.missing_subject.format(subject=names), "unknown subject")

    def other_period(self, question: Question) -> Answer | None:
        """Refuse when a company gives this figure for other periods only: no sentence may stand in."""
        if len(question.subjects) != 1 or not question.periods or question.kind not in ("fact", "compare"):
            return None
        for measure, aspect in self._figures.targets(question):
            if measure not in self._figures.roles.profits and measure != "revenue":
                continue
            plain = replace(question, periods=(), needs=(), aspect="")
            given = [x for x in self._figures.find(plain, question.subjects[0], measure, strict=False) if x.value]
            others = [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, measure)]
            if given and not others and not aspect and not self._said(question, measure):
                return self.refuse(question)
        return None

    def _said(self, question: Question, measure: str) -> bool:
        """Whether a sentence names the subject, the measure and the period beside a figure: it may answer after all."""
        search, archive = self.evidence.library.search, self.evidence.library.archive
        wanted = [p for p in question.periods if p.start[:4].isdigit()]
        keys = archive.sentences_naming(question.subjects[0][0])[-_LOOKED_AT:] if wanted else []
        for sentence in archive.sentences(keys):
            if sentence.article_id not in self.evidence.visible:
                continue
            dated = {(m.period.start, m.period.end) for m in search.reading.periods(sentence)}
            if len(dated) != 1:
                continue
            named = any(measure in s.ids for s in search.reading.spans(sentence) if s.kind == "measure")
            if named and search.reading.quantities(sentence) and any((p.start, p.end) in dated for p in wanted):
                return True
        return False

    def refuse(self, question: Question) -> Answer:
        """Refuse, naming what is missing: the period, the measure, the words."""
        evidence, words = self.evidence, self.evidence.words
        question = self._lacking_first(question)
        subject = evidence.name(question.subjects[0][0]) if question.subjects else ""
        owner = evidence.possessive(question.subjects[0][0]) if question.subjects else ""
        targets = self._figures.targets(question)
        if question.subjects and targets:
            measure = targets[0][0]
            label = evidence.label(measure)
            other = self._figures.find(
                replace(question, periods=(), needs=(), aspect=""), question.subjects[0], measure, strict=False
            )
            same = [x for x in other if any(same_period(p, x.period) for p in question.periods)] if question.periods else other
            lost = self._lost(replace(question, needs=tuple(n for n in question.needs if not self._figures.names(n, measure))))
            if same and not lost:
                lost = self._told(question, [n for n in question.needs if not (self._figures.names(n, measure) or self._somewhere(n, question))])
            if same:  # the figure is there, but is not what was asked of it: of which part, on which day
                text = words.missing_about.format(subject=subject, words=lost) if lost else words.missing_all
                return self._no(text, "missing part", [words.nearest.format(figure=self._figures.tell(same[0]))], self._offers(question))
            if question.periods and other:
                other = sorted(other, key=lambda x: _apart(question.periods[0], x.period))
                text = words.missing_period.format(
                    subject=f"{subject} " if subject.isascii() else subject,  # 2025年 does not stick to Latin letters
                    subject_of=owner,
                    measure=label,
                    period=figures.period(question.periods[0], evidence.lang),
                )
                return self._no(text, "missing period", [words.nearest.format(figure=self._figures.tell(other[0]))])
            text = words.missing_measure.format(subject=subject, subject_of=owner, measure=label)
            return self._no(text, "missing measure", self._instead(question, subject), self._offers(question))
        lost = self._lost(question)
        if lost and subject:
            text = words.missing_about.format(subject=subject, words=lost)
        elif lost:
            text = words.missing_words.format(words=lost)
        else:
            text = words.missing_all
        meant = [] if question.subjects else self.evidence.library.misspelt.suggest(question.folded)
        if meant:
            either = " or " if self.evidence.lang == "en" else "或"
            asked = words.did_you_mean.format(name=either.join(evidence.name(i) for i in meant))
            offers = tuple(words.ask_what.format(subject=evidence.name(i)) for i in meant)
            return self._no(text, "no evidence", [asked], offers)
        return self._no(text, "no evidence", suggestions=self._offers(question))

    def _lacking_first(self, question: Question) -> Question:
        """The question with those of several subjects first that have no such figure: a refusal names one of them."""
        targets = self._figures.targets(question)
        if len(question.subjects) < 2 or not targets:
            return question
        plain = replace(question, periods=(), needs=(), aspect="")
        having = [g for g in question.subjects if self._figures.find(replace(plain, subjects=(g,)), g, targets[0][0], strict=False)]
        lacking = [g for g in question.subjects if g not in having]
        return replace(question, subjects=(*lacking, *having))

    def _lost(self, question: Question) -> str:
        """The part of the question that no sentence satisfies, in the asker's words."""
        search = self.evidence.library.search
        needs = [n for n in question.needs if not n.light and not soft(n)]
        nowhere = [n for n in needs if not any(all(search.occurs(t) for t in o) for o in n.options)]
        best = search.rank(needs, question.subjects, self.evidence.visible, limit=1)
        missing = nowhere or [n for s in best for n in s.missing if not self._somewhere(n, question)]
        if not question.subjects:  # of nobody in particular: what there are figures of is not lacking
            had = [m for m in question.measures if self.evidence.all_facts(m)]
            missing = [n for n in missing if not any(self._figures.names(n, m) for m in had)]
        return self._told(question, missing)

    def _somewhere(self, need: Need, question: Question) -> bool:
        """Whether a sentence says a thing, and speaks of whom is asked about: then it is not what the articles lack."""
        found = self.evidence.library.search.rank([need], question.subjects, self.evidence.visible, limit=1)
        return any(not s.missing and (s.about or not question.subjects) for s in found)

    def _told(self, question: Question, needs: Sequence[Need]) -> str:
        things = unfound(question, needs, self.evidence.library)
        marks = "“{}”" if self.evidence.lang == "en" else "「{}」"
        return joined(self.evidence.words, [marks.format(self.evidence.quote(t)) for t in things]) if things else ""

    def _instead(self, question: Question, subject: str) -> list[str]:
        facts = [
            f
            for i in question.subjects[0]
            for f in self.evidence.library.archive.facts(subject=i)
            if f.article_id in self.evidence.visible and f.aspect == "value"
        ]
        measures = list(dict.fromkeys(f.measure for f in facts))[:4]
        if not measures:
            return []
        items = joined(self.evidence.words, [self.evidence.label(m) for m in measures])
        return [self.evidence.words.have_instead.format(subject=subject, items=items)]

    def _offers(self, question: Question) -> tuple[str, ...]:
        if not question.subjects:
            return ()
        facts = [
            f
            for i in question.subjects[0]
            for f in self.evidence.library.archive.facts(subject=i)
            if f.article_id in self.evidence.visible and f.aspect == "value" and f.quantity.unit != "date"
        ]
        out = []
        for fact in facts:
            text = self.evidence.words.ask_measure.format(
                subject=self.evidence.name(fact.subject),
                subject_of=self.evidence.possessive(fact.subject),
                period=figures.period(fact.period, self.evidence.lang),
                measure=self.evidence.label(fact.measure),
            )
            out.append(" ".join(text.split()))
        return tuple(dict.fromkeys(out))[:3]

    def _no(self, text: str, gap: str, more: Sequence[str] = (), suggestions: tuple[str, ...] = ()) -> Answer:
        return Answer(False, self.evidence.lang, "refusal", (text, *more), suggestions=suggestions, gap=gap)


def _apart(asked: Period, other: Period | None) -> int:
    """How many years a figure's period lies from the one asked for; without a year, none can be told."""
    if other is None or not asked.start[:4].isdigit() or not other.start[:4].isdigit():
        return 0
    return abs(int(asked.start[:4]) - int(other.start[:4]))
