"""Dates: when was it founded, listed, announced, launched, put into production.

Two dates that cannot both be true are shown side by side; a coarser one that holds the finer is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import describe
from bot.disagreement import MOVED, Kind, compare_dates, compatible, said
from bot.evidence import Evidence
from bot.question import Question
from kb import events, lazy, periods
from kb.rows import StoredFact, StoredSentence
from kb.search import Need
from kb.text import fold

_ONCE = ("founding-date", "listing-date", "birth-date")  # events whose verbs say all there is
# Events that questions ask for in words that say too little in an article.
_ASKED_AS = (
    ("founding-date", lazy.compile(r"\b(?:being|was|were|is|been|got|when did [\w ]{2,30}) set up\b(?! shop)|建立[于在]?(?:哪|什么|何|几)|(?:哪一?年|何时|什么时候)建立")),
    ("listing-date", lazy.compile(r"\b(?:already|yet|begun|began|start(?:ed)?|begin) trad(?:ing|e)\b|\btrading (?:in|on) (?:hong kong|shanghai|shenzhen|new york|nasdaq|the (?:star|main|exchange|stock))")),
    ("launch-date", lazy.compile(r"(?:年|时候|何时|几时|月)(?:才|就)?(?:出来|出世|诞生|面世|有)的?|\b(?:come|came) out\b")),
    (
        "announcement-date",
        lazy.compile(
            r"(?:预告|公告|财报|快报|年报|业绩)[^,?]{0,24}?(?:号|日|天|时候|月)(?:出|发|登|挂)(?:的|来|了)?(?:$|[?。])|(?:[发交]了?出?|端出|拿出)(?:了)?[^,?的]{0,10}?(?:预告|公告|财报|快报|年报|业绩)|(?:预告|公告)的?\s?(?:日期?|时间)"
            r"|\b(?:put out|came out with|come out with|gave|give|publish\w*|announc\w*|releas\w*|issu\w*|report\w*) (?:[\w']+[ -]){0,5}?(?:forecasts?|previews?|guidance|results|earnings|estimates?|outlooks?)\b"
            r"|\b(?:forecast|preview|guidance|announcement|results|earnings|publication) date\b"
        ),
    ),
)
MARKET = lazy.compile(r"科创板|创业板|主板|北交所|上交所|深交所|港交所|联交所|交易所|[港美a]股|(?<=[在赴于])[港美沪深台](?=上市|挂牌)|纳斯达克|\b(?:star market|chinext|main board|nasdaq|nyse|hkex|(?<!foreign )exchange(?! rate)|bourse)\b")
_TWO = 2
_DESCRIBED = lazy.compile("的(?:[\u3400-\u9fff]{2,4})?$")  # right before a name
_ASKS_WHEN = lazy.compile("(?:又|则|是|到底|究竟)*(?:[成创建设]立|创[办建]|上市|挂牌|[发推]布|推出|量产|开业)?[于在]?的?(?:哪一?[年天月]|什么时候|何时|几时|几[年月])")
_PLACES = ("place", "institution", "market")
_HELD = 0.5  # of a word, that a sentence says it
# Figures of a period, which are announced with its results or a forecast of them.
_OF_RESULTS = ("revenue", "net-profit", "net-profit-attributable", "net-profit-excl-nonrecurring", "operating-profit", "gross-profit", "eps")
_RESULTS = lazy.compile(r"业绩|预告|快报|[年季财半]报|财测|\b(?:forecasts?|previews?|guidance|results|earnings|estimates?|annual report|interim report)\b")
_FINE = {"day": 3, "as-of": 3, "month": 2, "quarter": 1, "half": 1, "year": 0}


class Dates:
    """Finds and tells dated events for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Tell dates from `evidence`; `finder` judges what a sentence covers."""
        self.evidence = evidence
        self._finder = finder

    def targets(self, question: Question) -> list[str]:
        """Return the kinds of event asked for, by the verbs and measures of the question."""
        measures = self.evidence.library.names.measures
        named = [m for m in question.measures if measures[m].unit == "date"]
        before = (n.surface for n in question.needs if "follow" in question.flags)  # 那乙呢: its verb is of the question before
        asked = " ".join([question.folded, _pasts(question.folded), *before])
        verbs = [e.id for e in events.events() if e.verbs.search(asked)]
        verbs += [event for event, said in _ASKED_AS if said.search(question.folded)]
        return list(dict.fromkeys([*named, *verbs]))

    def find(self, question: Question, subject: Sequence[str], event: str) -> list[StoredFact]:
        """Return the facts of an event whose sentences say what else is asked, those with a year and the finest dates first."""
        needs = self.besides(question, event)
        told = self.evidence.facts(subject, event)
        results = [n for n in needs if self._finder.names(n, *_OF_RESULTS)] if event == "announcement-date" and question.wants == "date" else []
        narrowed = [f for f in told if self.covers(f, [n for n in needs if n not in results]) and (self.covers(f, results) or _RESULTS.search(fold(self.evidence.sentence(f).text)))]
        narrowed += [f for f in told if f not in narrowed and any(self._was(f, other) or self._was(other, f) for other in narrowed)]
        return sorted(narrowed, key=lambda f: (_yearless(f), -_FINE.get(f.period.kind if f.period else "", 0)))

    def besides(self, question: Question, event: str) -> list[Need]:
        """Return what a question says besides the event it asks for."""
        verb = next((e.verbs for e in events.events() if e.id == event), None)
        said = [pattern for asked, pattern in _ASKED_AS if asked == event]
        within = [m.group() for pattern in said for m in pattern.finditer(question.folded)]
        return [
            n for n in question.needs
            if not n.light and not (verb and verb.search(f"{n.surface} {n.surface}ed {n.surface}d")) and not any(n.surface in w for w in within)
        ]  # fmt: skip

    def covers(self, fact: StoredFact, needs: Sequence[Need]) -> bool:
        """Return whether a dated fact's sentence says all of this."""
        wanted = [n for n in needs if not self._finder.names(n, fact.measure)]
        return all(self._said(n, fact) for n in wanted)

    def _was(self, fact: StoredFact, now: StoredFact) -> bool:
        """Whether a date is what another article says a later one has moved from: 由今年9月推遲到2027年第一季."""
        articles = self.evidence.library.articles
        ours, theirs = articles[fact.article_id].published, articles[now.article_id].published
        if fact.period is None or now.period is None or not ours or not theirs or ours >= theirs or compatible(fact.period, now.period):
            return False
        text = self.evidence.sentence(now).text
        dates = [m for m in periods.find(text, periods.resolve_year(theirs)) if m.start < now.quantity.start]
        return bool(MOVED.search(fold(text))) and any(m.period.kind in _FINE and m.period.kind != "year" and compatible(m.period, fact.period) for m in dates)

    def _said(self, need: Need, fact: StoredFact) -> bool:
        """Whether a fact's sentence says this, or where it happened is told beside it: 上市時間:…, 上市地點:…."""
        search = self.evidence.library.search
        if search.holds(need, fact.sentence_id) >= _HELD:
            return True
        return self._is_place(need) and any(search.holds(need, s.id) >= _HELD for s in self.beside(fact))

    def beside(self, fact: StoredFact) -> list[StoredSentence]:
        """Return the sentence of a dated fact, and those next to it on the same subject that say on which market."""
        search, own = self.evidence.library.search, self.evidence.sentence(fact)
        near = (search.neighbour(own, n) for n in (1, -1))
        told = [s for s in near if s and s.paragraph == own.paragraph and fact.subject in s.topics]
        return [s for s in (own, *told) if MARKET.search(fold(s.text))]

    def _is_place(self, need: Need) -> bool:
        entities = self.evidence.library.names.entities
        named = (term[2:].replace("_", "-") for option in need.options for term in option if term.startswith("e_"))
        return any(i in entities and entities[i].kind in _PLACES for i in named)

    def answer(self, question: Question) -> Answer | None:
        """Answer when something happened to one subject, or return None."""
        question = self._of_the_last(question)
        if len(question.subjects) != 1 or question.kind in (
            "passage",
            "superlative",
            "definition",
            "person",
            "list",
        ):
            return None
        if "name" in question.flags and question.wants != "date":
            return None
        if question.wants != "date" and (question.wants or not self.targets(question) or qw.OCCASION.search(question.folded) or self._of_a_figure(question)):
            return None
        for event in self.targets(question):
            found = self.find(question, question.subjects[0], event)
            if found:
                return self.tell(event, found, self._asks_more(question, event))
        return None

    def _of_a_figure(self, question: Question) -> bool:
        """Whether it is a figure that is spoken of, which an event only brought: what the proceeds of the IPO are spent on."""
        return any(self.evidence.library.names.measures[m].unit != "date" for m in question.measures)

    def _of_the_last(self, question: Question) -> Question:
        """The question of the name that another only describes: 輝達的老對手AMD成立於哪一年."""
        folded = question.folded
        if question.wants != "date" or len(question.subjects) != _TWO:
            return question
        named = [s for s in self.evidence.library.names.find(folded) if s.kind == "entity" and s.ids in question.subjects]
        last = max(named, key=lambda s: s.start, default=None)
        if last is None or not _DESCRIBED.search(folded[: last.start]) or not _ASKS_WHEN.match(folded, last.end):
            return question
        return replace(question, subjects=(last.ids,), needs=tuple(n for n in question.needs if n.surface in folded[last.end :]))

    def untold(self, question: Question) -> bool:
        """Return whether a date is asked for of an event that no sentence about the one subject speaks of."""
        if question.wants != "date" or len(question.subjects) != 1:
            return False
        library = self.evidence.library
        asked = [e for e in self.targets(question) if e in _ONCE]
        if not asked or len(asked) != len(self.targets(question)):
            return False
        verbs = [e.verbs for e in events.events() if e.id in asked]
        about = [k for i in question.subjects[0] for k in library.archive.sentences_about(i)]
        told = [s for s in library.archive.sentences(about) if s.article_id in self.evidence.visible]
        built = "建立" in question.folded  # which is said of much else, so that no event is read of it
        return not any(v.search(fold(s.text)) or (built and "建立" in fold(s.text)) for s in told for v in verbs)

    def _asks_more(self, question: Question, event: str) -> bool:
        """Whether the question asks for more than the date, so that the sentence should be shown too."""
        kinds = [k for k, pattern in qw.ANSWER_TYPES if pattern.search(question.folded)]
        return len(kinds) > 1 or bool(self.besides(question, event)) or bool(question.flags & {"yesno", "either"})

    def tell(self, event: str, found: Sequence[StoredFact], quoted: bool = False) -> Answer:
        """Return the answer with one date, or with those that differ."""
        evidence, words = self.evidence, self.evidence.words
        distinct: list[StoredFact] = []
        for fact in found:
            if fact.period and not any(d.period and compatible(d.period, fact.period) for d in distinct):
                distinct.append(fact)
        name = evidence.name(found[0].subject)
        template = words.event.get(event, words.event_other)
        slots = {
            "subject": name,
            "subject_of": evidence.possessive(found[0].subject),
            "measure": evidence.label(event),
        }
        if len(distinct) == 1:
            date = distinct[0].period
            lines = [template.format(date=figures.date(date, evidence.lang) if date else "", **slots) + words.stop]
            supporting = [f for f in found if f.period and date and compatible(date, f.period)]
        else:
            items = [
                evidence.version(f.article_id, figures.date(f.period, evidence.lang)) for f in distinct if f.period
            ]
            lead = words.revision if self._revised(distinct) else words.conflict
            lines = [f"{words.differ_on.format(**slots)}{lead}{words.semicolon.join(items)}{words.stop}"]
            supporting = distinct
        sentences = [evidence.sentence(f) for f in supporting]
        newest = max(sentences, key=lambda s: evidence.library.articles[s.article_id].published or "")  # of several versions the last word
        shown = ([newest] if len(distinct) > 1 else sentences[:1]) if quoted else []
        return Answer(
            True,
            evidence.lang,
            "conflict" if len(distinct) > 1 else "fact",
            (*lines, *(evidence.quote(s.text) for s in shown if not evidence.foreign(s.text))),
            quotes=tuple(evidence.quote(s.text) for s in shown if evidence.foreign(s.text)),
            sources=evidence.sources(sentences),
            facts=tuple(describe(f) for f in supporting),
        )

    def _revised(self, distinct: Sequence[StoredFact]) -> bool:
        """Whether one date is what was planned and the other what came of it."""
        told = [said(self.evidence, f) for f in distinct]
        return all(compare_dates(told[0], other) == Kind.REVISION for other in told[1:])


def _yearless(fact: StoredFact) -> bool:
    """Whether a date is told without its year."""
    return fact.period is None or not fact.period.start[:4].isdigit()


def _pasts(folded: str) -> str:
    """The past forms of the plain verbs after "did": "when did X list" asks for when it listed.

    >>> _pasts("when did x list")
    'xed xd listed listd'
    """
    asked = re.search(r"\b(?:did|do|does|will|to)\b(.*)", folded)
    return " ".join(f"{w}ed {w}d" for w in re.findall(r"[a-z]+", asked.group(1))) if asked else ""
