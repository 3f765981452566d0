"""Either-or and "how is it really": every source's version side by side, nothing chosen silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.passages import Passages
from bot.asked import AGREE
from bot.evidence import Evidence
from bot.question import Question
from bot.versions import Versions
from kb.rows import StoredFact, StoredSentence
from kb.search import Scored
from kb.text import fold

_MOST_SOURCES = 3
_ENOUGH = 0.45  # coverage at which a source's version is worth showing


class Either:
    """Shows what each source says."""

    def __init__(self, evidence: Evidence, dates: Dates, passages: Passages, versions: Versions) -> None:
        """Take what finds dates and sentences, and what other sources say."""
        self.evidence = evidence
        self._dates = dates
        self._passages = passages
        self._other = versions

    def spellings(self, question: Question) -> Answer | None:
        """Answer how a name is written, when sources write it differently."""
        if not question.flags & {"name", "either"} or len(question.subjects) != 1:
            return None
        entity = question.subjects[0][0]
        library = self.evidence.library
        known = library.names.entities[entity]
        written: dict[str, dict[str, StoredSentence]] = {}
        for key in library.archive.sentences_naming(entity):
            sentence = library.search.load(key)
            for mention in sentence.mentions:
                text = sentence.text[mention.start : mention.end]
                if mention.entity == entity and not text.isascii():
                    publisher = self.evidence.publisher(sentence.article_id)
                    written.setdefault(text, {}).setdefault(publisher, sentence)
        distinct = {fold(w): w for w in written}
        if len(distinct) < 2 or known.kind == "company":
            return None
        items = [
            self.evidence.words.conflict_item.format(publisher="、".join(by), value=self.evidence.quote(name))
            for name, by in written.items()
        ]
        sentences = list({s.article_id: s for by in written.values() for s in by.values()}.values())
        return Answer(
            True,
            self.evidence.lang,
            "conflict",
            (self.evidence.words.conflict + self.evidence.words.semicolon.join(items),),
            sources=self.evidence.sources(sentences),
        )

    def answer(self, question: Question) -> Answer | None:
        """Answer "has it or is it still" with dates that are given and with what each other source says."""
        if "either" not in question.flags or not question.subjects or question.kind in ("compare", "definition"):
            return None
        told = self._told(question)
        if told and told.kind == "conflict":
            return told
        lines: list[str] = []
        used: list[StoredSentence] = []
        for subject in question.subjects:
            fact = self._event(question, subject)
            if fact and fact.period:
                words = self.evidence.words
                template = words.event.get(fact.measure, words.event_other)
                lines.append(
                    template.format(
                        subject=self.evidence.name(fact.subject),
                        subject_of=self.evidence.possessive(fact.subject),
                        measure=self.evidence.label(fact.measure),
                        date=figures.date(fact.period, self.evidence.lang),
                    )
                    + words.stop
                )
                used.append(self.evidence.sentence(fact))
        against = self._other.against(question, used) if used else []
        versions = against or self._versions(question, {self._source(s) for s in used})
        if used and not versions and len(lines) == len(question.subjects):
            return Answer(True, self.evidence.lang, "fact", tuple(lines), sources=self.evidence.sources(used))
        if not versions or len(versions) + len(used) < 2:
            return None
        quoted = self._passages.quoting.quote("conflict", versions)
        sources = {(s.title, s.publisher): s for s in (*self.evidence.sources(used), *quoted.sources)}
        return replace(quoted, lines=(*lines, *quoted.lines), sources=tuple(sources.values()))

    def _told(self, question: Question) -> Answer | None:
        """The dates of the event asked about, where the facts give any for the one subject."""
        for event in self._dates.targets(question) if len(question.subjects) == 1 else ():
            found = self.evidence.facts(question.subjects[0], event)
            if found:
                return self._dates.tell(event, found)
        return None

    def _event(self, question: Question, subject: Sequence[str]) -> StoredFact | None:
        for event in self._dates.targets(question):
            found = [f for f in self.evidence.facts(subject, event) if f.basis == "actual"]
            if found:
                return max(found, key=lambda f: len(f.period.start) if f.period else 0)
        return None

    def _versions(self, question: Question, told: set[str]) -> list[StoredSentence]:
        """The best sentence of each source not told yet."""
        best: dict[str, Scored] = {}
        strict = bool(AGREE.search(question.folded))  # whether sources agree of one thing
        for scored in self._passages.ranked(replace(question, wants=""), 60):
            source = self._source(scored.sentence)
            if strict and any(not n.light and not n.verbal for n in scored.missing):
                continue
            if source not in told and source not in best and scored.coverage >= _ENOUGH:
                best[source] = scored
        ranked = sorted(best.values(), key=lambda s: -s.score)[:_MOST_SOURCES]
        return [s.sentence for s in ranked]

    def _source(self, sentence: StoredSentence) -> str:
        return self.evidence.library.articles[sentence.article_id].source
