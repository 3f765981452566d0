"""Either-or and "how is it really": every source's version side by side, nothing chosen silently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot.answer import Answer
from bot.answers.dates import Dates
from bot.answers.figures import Figures
from bot.answers.lines import agree
from bot.answers.passages import Passages
from bot.asked import AGREE, counted_in
from bot.evidence import Evidence
from bot.question import Question
from bot.versions import Versions
from kb import lazy
from kb.model import Period
from kb.rows import StoredFact, StoredSentence
from kb.search import Scored
from kb.text import fold

_MOST_SOURCES = 3
_NEARLY = 0.85  # of the best coverage
_SPELLINGS = lazy.compile(r"(?:两|2|几|不同)[个种]?的?(?:写法|拼法|名字|译名)|写法不[一同]|(?:写|拼)法(?:是否|是不是|都|会不会)?(?:一样|相同|一致|统一)|写得(?:一样|一致)吗|(?:写|拼)法[^,?]{0,8}不(?:一|同|统一)|\b(?:two|2|both|different|several) (?:\w+ )?(?:spellings|versions of the (?:\w+ )?name)\b|\b(?:under|by|with|has|have|had|given?|gave|use[sd]?|called) (?:two|2|both|different|several) (?:\w+ )?names\b|\b(?:spel(?:led|t)|written) (?:in )?(?:two|2|different|several) ways\b|\bspel(?:led|t) differently\b")
_ALIKE = ("一致", "一样", "相同", "统一")
_ALTERNATIVES = lazy.compile(r"(?:是|到底|究竟)?(?P<one>[^,。?!是]{1,16})还是(?P<other>[^,。?!]{1,16})|(?P<first>\w[\w -]{1,24}) or (?P<second>\w[\w -]{1,24})")
# The numbers of two alternatives, "four generations or a fifth": a version of it says one of them.
_NUMBERS = tuple(
    lazy.compile(rf"\b(?:{en}|{nth})\b|(?:第|(?<![十百千万几\d]))(?:{zh})(?=[一-鿿](?!分))|(?<![\d.]){n}(?![\d.%])")
    for n, (en, nth, zh) in enumerate(
        (("one", "first", "一"), ("two", "second", "二|两"), ("three", "third", "三"), ("four", "fourth", "四"), ("five", "fifth", "五"),
         ("six", "sixth", "六"), ("seven", "seventh", "七"), ("eight", "eighth", "八"), ("nine", "ninth", "九"), ("ten", "tenth", "十")), 1)
)  # fmt: skip
_SIDES = lazy.compile(r"(?P<one>[^,.?;:。!]{1,48})(?:还是|\bor\b)(?P<other>[^,.?;:。!]{1,32})")
_ENOUGH = 0.45  # coverage at which a source's version is worth showing


class Either:
    """Shows what each source says."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, passages: Passages, versions: Versions) -> None:
        """Take what finds figures, dates and sentences, and what other sources say."""
        self.evidence = evidence
        self._figures = finder
        self._dates = dates
        self._passages = passages
        self._other = versions

    def spellings(self, question: Question) -> Answer | None:
        """Answer how a name is written, when sources write it differently."""
        if _SPELLINGS.search(question.folded):
            asked = [g[0] for g in question.subjects if self.evidence.library.names.entities[g[0]].kind != "company"]
            return next((a for i in (*asked, *self._told_of(question)) if (a := self._written(i))), None)
        if not question.flags & {"name", "either"} or len(question.subjects) != 1:
            return None
        return self._written(question.subjects[0][0])

    def _told_of(self, question: Question) -> list[str]:
        """The products that the best sentences name: whose name is asked for, which the question therefore does not give."""
        entities = self.evidence.library.names.entities
        needs = tuple(n for n in question.needs if not any("m_full_name" in o for o in n.options) and n.surface not in _ALIKE)
        best = self._passages.ranked(replace(question, wants="", measures=(), needs=needs), 12)
        top = best[0].coverage if best else 0.0
        named = (m.entity for s in best if s.coverage >= _NEARLY * top for m in s.sentence.mentions)
        return [i for i in dict.fromkeys(named) if entities[i].kind == "product"]

    def _written(self, entity: str) -> Answer | None:
        """How the sources write a name, where they write it differently."""
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
        written = {w: by for w, by in written.items() if not any(w != o and w.startswith(o) for o in written)}  # 華罡架構 is 華罡
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
        if differing := self._figures_told(question):
            return differing
        lines: list[str] = []
        used: list[StoredSentence] = []
        for subject in question.subjects:
            fact = self._event(question, subject)
            if fact and fact.period:
                lines.append(event_line(self.evidence, fact, fact.period))
                used.append(self.evidence.sentence(fact))
        against = self._other.against(question, used) if used else []
        versions = against or self._versions(question, {self._other.source(s) for s in used})
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

    def _figures_told(self, question: Question) -> Answer | None:
        """The figures asked for, where sources differ, or where two of them give one each at different times."""
        targets = self._figures.targets(question) if question.measures and question.wants in ("amount", "ratio") else []
        answer = self._figures.answer(question) if len(targets) == len(question.subjects) == 1 else None
        if answer is None or answer.kind == "conflict" or question.periods or question.aspect:
            return answer if answer and answer.kind == "conflict" else None
        lines = [x for x in self._figures.find(question, question.subjects[0], targets[0][0]) if x.value]
        others = [x for x in lines[1:] if x.value and lines[0].value and x.measure == lines[0].measure
                  and self._source(x.value) != self._source(lines[0].value) and not agree(x.value, lines[0].value)]  # fmt: skip
        return self._figures.compose(question, [lines[0], others[0]]) if len(others) == 1 else None

    def _source(self, fact: StoredFact) -> str:
        return self.evidence.library.articles[fact.article_id].source

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
        choice = _ALTERNATIVES.search(question.folded)
        apart = {n.surface for n in question.needs if choice and n.surface in choice.group()}  # of which a source says one
        weighty = {n.surface for n in question.needs if n.surface in apart and not n.light}
        numbers, counters = _numbers(question.folded), counted_in(question.folded)
        found = self._other.ranked(replace(question, wants=""), 60)
        if len(question.subjects) > 1:  # what two had to do with each other is told where both are named
            found = sorted(found, key=lambda s: -sum(any(m.entity in g for m in s.sentence.mentions) for g in question.subjects))
        for scored in found:
            source = self._other.source(scored.sentence)
            lacking = [n.surface for n in scored.missing if not n.light and not n.verbal]
            if strict and not set(lacking) <= apart:
                continue
            figures = self.evidence.library.search.reading.quantities(scored.sentence)
            if not choice and question.wants in ("amount", "ratio") and not any(not counters or q.unit in counters for q in figures):
                continue  # how much it was is told by no sentence without a figure, and how many by none in another unit
            if apart and apart <= set(lacking) and not numbers:
                continue
            if choice and weighty and weighty <= {n.surface for n in scored.missing} and not numbers:
                continue  # nothing of either side is said
            if numbers and not any(n.search(fold(scored.sentence.text)) for n in numbers):
                continue  # neither of the two numbers is said
            if source not in told and source not in best and (scored.coverage >= _ENOUGH or (apart and scored.about and (set(lacking) < apart or (numbers and set(lacking) <= apart)))):
                best[source] = scored
        ranked = sorted(best.values(), key=lambda s: -s.score)[:_MOST_SOURCES]
        return [s.sentence for s in ranked]


def event_line(evidence: Evidence, fact: StoredFact, when: Period) -> str:
    """Return what happened to whom, and when."""
    words = evidence.words
    subject, of = evidence.name(fact.subject), evidence.possessive(fact.subject)
    told = words.event.get(fact.measure, words.event_other)
    return told.format(subject=subject, subject_of=of, measure=evidence.label(fact.measure), date=figures.date(when, evidence.lang)) + words.stop


def _numbers(folded: str) -> list[re.Pattern[str]]:
    """What finds the numbers of two alternatives, where each has one of its own: "four generations or a fifth", 四代還是五代."""
    choice = _SIDES.search(folded)
    said = [[p for p in _NUMBERS if p.search(choice[g])] for g in ("one", "other")] if choice else []
    return [said[0][0], said[1][0]] if said and all(len(x) == 1 for x in said) and said[0] != said[1] else []
